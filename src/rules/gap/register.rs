//! What recommendations and rolls lack.

use super::row::names_somebody;
use super::{Ground, Lack};
use crate::model::{Gap, GapRule, day};

/// Every gap outside the schedule.
pub(super) fn gaps(ground: &Ground) -> Vec<Gap> {
    let mut found = Vec::new();
    for recommendation in &ground.recommendations {
        let rules = [
            (GapRule::G14, recommendation.due.is_none()),
            (GapRule::G15, !names_somebody(&recommendation.lead)),
        ];
        let lacks = rules.into_iter().filter(|(_, broken)| *broken).map(|(rule, _)| {
            Lack::new(rule, recommendation.id.as_str())
                .with("number", &recommendation.number)
                .with("text", &recommendation.text)
        });
        found.extend(lacks.map(|lack| (lack, recommendation.made_on)));
    }
    found.extend(ground.unseated.iter().map(|person| {
        let lack = Lack::new(GapRule::G16, &person.attendance);
        (lack.with("name", &person.name).with("day", day::plain(person.day)), Some(person.day))
    }));
    let told = found.into_iter().filter_map(|(lack, since)| {
        lack.told(None, ground).map(|gap| Gap { first_seen: since, ..gap })
    });
    told.collect()
}
