//! Lines about the interests that people declare.

use super::{Place, Read, one, person, wants};
use crate::model::{Entry, Interest, InterestId, InterestKind, InterestOutcome, Mint};
use crate::rules::Profile;

pub(super) fn declare(rest: &str, place: &Place<'_>, mint: &mut Mint) -> Read {
    let Some((said, nature)) = rest.split_once(':') else {
        let _ = person(place, rest)?;
        return wants("a colon and the nature of the interest");
    };
    // It may be in business that comes later: "Farrow on 7: ...".
    let later = said
        .rsplit_once(" on ")
        .and_then(|(name, number)| Some((name, place.sitting.item_numbered(number.trim())?)));
    let (said, about) = later.map_or((said, None), |(name, item)| (name, Some(item)));
    let id = person(place, said)?;
    let (nature, outcome) = match nature.trim().rsplit_once(char::is_whitespace) {
        Some((before, last)) if outcome_of(last).is_some() => (before.trim(), outcome_of(last)),
        _ => match outcome_of(nature.trim()) {
            Some(outcome) => ("", Some(outcome)),
            None => (nature.trim(), None),
        },
    };
    let item = match about {
        Some(item) => &item.id,
        None => super::item(place)?,
    };
    let earlier = place.sitting.interests.iter().find(|i| i.person == id && i.item == *item);
    let (kind, nature) = kind_of(place, nature);
    if nature.is_empty() && earlier.is_none() {
        return wants("the nature of the interest");
    }
    let interest = match earlier {
        Some(earlier) => Interest {
            nature: if nature.is_empty() { earlier.nature.clone() } else { nature.to_owned() },
            outcome: outcome.or(earlier.outcome),
            ..earlier.clone()
        },
        None => Interest {
            id: InterestId::mint(mint),
            meeting: place.sitting.meeting.id.clone(),
            item: item.clone(),
            person: id.clone(),
            kind,
            nature: nature.to_owned(),
            outcome,
            dispensation: String::new(),
            rank: mint.rank(),
        },
    };
    let what = interest.outcome.map_or("no outcome yet".into(), InterestOutcome::plain);
    let of = about.map(|item| format!(" in item {}", item.number)).unwrap_or_default();
    let preview = format!(
        "{} declares a {} interest{of}: {} ({what})",
        place.sitting.name_of(&id),
        interest.kind.plain(),
        interest.nature
    );
    Ok(one(Entry::Declared { interest }, preview))
}

/// The outcome that `word` says, or begins in one small letter or two: no more,
/// or the last word of what the interest is might be taken for it.
fn outcome_of(word: &str) -> Option<InterestOutcome> {
    let begun = |outcome: &&InterestOutcome| {
        (1..=2).contains(&word.len()) && outcome.word().starts_with(word)
    };
    let mut found = InterestOutcome::ALL.iter().filter(begun);
    match (found.next(), found.next()) {
        (Some(one), None) => Some(*one),
        _ => InterestOutcome::from_word(word),
    }
}

/// The kind an interest is said to be of ("prejudicial: …"), else the first of
/// those in force on the day.
fn kind_of<'a>(place: &Place<'_>, nature: &'a str) -> (InterestKind, &'a str) {
    if let Some((word, rest)) = nature.split_once(':')
        && let Some(kind) = InterestKind::from_word(&word.trim().to_lowercase())
    {
        return (kind, rest.trim());
    }
    let in_force = Profile::of(&place.sitting.body)
        .and_then(|profile| profile.interests(place.sitting.meeting.date).0.first().copied());
    (in_force.unwrap_or(InterestKind::Other), nature)
}
