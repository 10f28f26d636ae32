//! What would break the rules that agendas are sent out by.

use chrono::NaiveDate;

use super::{Breach, breach};
use crate::model::{Item, ItemKind, Sitting, agenda, day};
use crate::rules::sentence::several;
use crate::rules::{Profile, Rule, count, holiday};

/// An agenda sent out too late: the day it goes out and the day of the meeting are no
/// clear days, and those on which nobody works are not counted.
pub(super) fn notice(sitting: &Sitting, on: NaiveDate) -> Option<Breach> {
    let held = sitting.meeting.date;
    let (needed, source) = Profile::of(&sitting.body)?.notice(held)?;
    let given = on.iter_days().skip(1).take_while(|day| *day < held);
    let given = count(given.filter(|day| holiday::is_working_day(*day)));
    (given < needed).then(|| {
        breach(
            Rule::Notice,
            format!(
                "That is {} before the meeting; {source} asks for {needed} clear days.",
                several(given, "clear working day")
            ),
            "Give the day the agenda went out with \".publish DAY\", if it was earlier.",
        )
    })
}

/// Business brought up at a meeting whose agenda, which has gone out, does not have it.
/// What is part of an item is no new business, and a later paper may have had it.
pub(super) fn unpublished(sitting: &Sitting, item: &Item) -> Option<Breach> {
    let on = sitting.meeting.published_on?;
    let part = agenda::parent(&item.number).and_then(|whole| sitting.item_numbered(whole));
    let apart = matches!(item.kind, ItemKind::Urgent | ItemKind::Exclusion) || part.is_some();
    (sitting.meeting.status.has_begun() && sitting.addenda.is_empty() && !apart).then(|| {
        breach(
            Rule::Published,
            format!("It was not on the agenda that went out on {}.", day::plain(on)),
            "Only urgent business may be added, with \".urgent TITLE: REASON\"; what was sent out later is put down first, with \".addenda DAY: WHAT\".",
        )
    })
}
