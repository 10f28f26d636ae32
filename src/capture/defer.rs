//! Lines that put an item off, with its parts, or drop it.

use chrono::NaiveDate;

use super::decision::decision;
use super::{Place, Read, Reading, Unclear, item, one, wants, when, wrong};
use crate::model::{
    Decision, DecisionStatus, Entry, Item, ItemId, ItemKind, ItemStatus, Meeting, Mint, Sitting,
    Verb, agenda, day,
};
use crate::rules::number;
use crate::rules::sentence::{self, towards};

pub(super) fn defer(rest: &str, place: &Place<'_>, mint: &mut Mint) -> Read {
    if rest.is_empty() {
        return wants("until when");
    }
    let (until, why) = rest.split_once(':').map_or((rest, ""), |(until, why)| (until, why.trim()));
    let until = until.trim();
    set_aside(place, item(place)?, until.strip_prefix("to ").unwrap_or(until), why, mint)
}

/// Drops an item, for which there was no time.
pub(super) fn drop_item(why: &str, place: &Place<'_>, _: &mut Mint) -> Read {
    let here = item(place)?;
    if place.sitting.item(here).is_some_and(|item| item.kind.is_standing()) {
        return Err(wrong("Standing business is not dropped: it is on every agenda.", ""));
    }
    if place.sitting.decisions_on(here).any(|decision| decision.verb.is_limb()) {
        return Err(wrong(
            "Something was decided on this item, so there was time for it.",
            "\".defer WHEN\" puts off what is left of it.",
        ));
    }
    let because = if why.is_empty() { String::new() } else { format!(": {why}") };
    let entry = Entry::SetAside {
        meeting: place.sitting.meeting.id.clone(),
        item: here.clone(),
        status: ItemStatus::Dropped,
        until: String::new(),
        why: why.to_owned(),
        at: place.now,
        decision: None,
        carried: None,
    };
    Ok(one(entry, format!("Considered dropped{because}")))
}

/// Refuses to put off the resolution to exclude the public, and anything to a day that
/// has gone by.
fn can_wait(sitting: &Sitting, here: &ItemId, until: Option<NaiveDate>) -> Result<(), Unclear> {
    if let Some(day) = until.filter(|day| *day <= sitting.meeting.date) {
        return Err(wrong(
            format!("{} is not after the meeting.", day::plain(day)),
            "Give the day, or what it waits for, as \"next meeting\".",
        ));
    }
    match sitting.item(here) {
        Some(item) if item.kind == ItemKind::Exclusion => {
            Err(wrong("The resolution to exclude the public is not put off.", ""))
        }
        _ => Ok(()),
    }
}

/// What parts when something is put off to from why, where no colon does.
const BECAUSE: [&str; 6] = [", ", " because ", " as ", " since ", " pending ", " while "];

/// Until when, and why: also where both are said in one breath, as house styles print it,
/// "next meeting, the survey being incomplete".
fn apart<'a>(until: &'a str, why: &'a str, sitting: &Sitting) -> (&'a str, &'a str) {
    let whole = when::due(until, sitting).is_some_and(|due| due.day.is_some());
    if whole || !why.is_empty() {
        return (until, why);
    }
    let named = |said: &str| when::due(said, sitting).is_some_and(|due| due.day.is_some());
    let parted = BECAUSE.iter().filter_map(|word| {
        let (head, tail) = until.split_once(word)?;
        // "because", "as" and the like go on into the reason.
        let tail = if *word == ", " { tail } else { until.get(head.len()..)?.trim_start() };
        named(head).then_some((head, tail))
    });
    parted.max_by_key(|(head, _)| head.len()).unwrap_or((until, why))
}

/// Puts an item off, and onto the agenda of the meeting named if there is one.
pub(super) fn set_aside(
    place: &Place<'_>,
    here: &ItemId,
    until: &str,
    why: &str,
    mint: &mut Mint,
) -> Read {
    if until.is_empty() {
        return wants("until when, as \"DEFERRED TO next meeting: …\"");
    }
    let sitting = place.sitting;
    let (until, why) = apart(until, why, sitting);
    let resolved = when::due(until, sitting).and_then(|due| due.day);
    if resolved.is_none() && when::looks_like_a_day(until) {
        return Err(wrong(
            format!("\"{until}\" is not a day to come."),
            "Give the day, or what it waits for, as \"next meeting\".",
        ));
    }
    can_wait(sitting, here, resolved)?;
    let next = resolved.and_then(|day| sitting.neighbours.on_or_after(day));
    let until = resolved.map_or_else(|| until.to_owned(), day::plain);
    // Standing business is on every agenda already.
    let moves = sitting.item(here).filter(|item| !item.kind.is_standing());
    let carried = moves.zip(next).map(|(item, next)| carried(sitting, item, next, mint));
    let because = if why.is_empty() { String::new() } else { format!(": {why}") };
    let preview = match next.filter(|_| carried.is_some()) {
        Some(next) => {
            let on = day::plain(next.date);
            format!("Deferred {}{because}; it goes on the agenda of {on}", towards(&until))
        }
        None => format!("Deferred {}{because}", towards(&until)),
    };
    let mut decision = decision(place, here, Verb::Deferred, &until, why, mint);
    // Put off again, it is put off once.
    let stands = |had: &&Decision| had.verb == Verb::Deferred && had.status == DecisionStatus::Made;
    let before = sitting.decisions_on(here).find(stands);
    if let Some(before) = before {
        (decision.id, decision.rank) = (before.id.clone(), before.rank);
    }
    let entry = Entry::SetAside {
        meeting: sitting.meeting.id.clone(),
        item: here.clone(),
        status: ItemStatus::Deferred,
        until: until.clone(),
        why: why.to_owned(),
        at: place.now,
        decision: Some(Box::new(decision)),
        carried: carried.map(Box::new),
    };
    let (parts, with) = parts_aside(place, here, (&until, next), mint);
    let entries = std::iter::once(entry).chain(parts).collect();
    Ok(Reading { entries, preview: format!("{preview}{with}") })
}

/// An item as it stands on the agenda of the meeting it is put off to; a part of another
/// bears its own letter there, and its number is the whole's.
fn carried(sitting: &Sitting, item: &Item, next: &Meeting, mint: &mut Mint) -> Item {
    let whole = agenda::parent(&item.number).and_then(|number| sitting.item_numbered(number));
    let letter = whole.and_then(|whole| item.number.strip_prefix(whole.number.as_str()));
    Item {
        number: letter.unwrap_or_default().to_owned(),
        deferred_from: Some(item.id.clone()),
        why: deferred_from(number::of_item(sitting, &item.id).as_deref(), sitting.meeting.date),
        ..item.put_on(ItemId::mint(mint), next.id.clone(), mint.rank())
    }
}

/// The parts of an item that is put off, which go with it unless they were dealt with, and
/// what is said of them.
fn parts_aside(
    place: &Place<'_>,
    whole: &ItemId,
    (until, next): (&str, Option<&Meeting>),
    mint: &mut Mint,
) -> (Vec<Entry>, String) {
    let sitting = place.sitting;
    let number = sitting.item(whole).map_or("", |item| item.number.as_str());
    let goes = |item: &&Item| {
        !number.is_empty()
            && agenda::is_under(&item.number, number)
            && item.status == ItemStatus::NotReached
    };
    let parts: Vec<&Item> = sitting.items.iter().filter(goes).collect();
    let numbers: Vec<String> = parts.iter().map(|item| item.number.clone()).collect();
    let aside = parts.into_iter().map(|item| Entry::SetAside {
        meeting: sitting.meeting.id.clone(),
        item: item.id.clone(),
        status: ItemStatus::Deferred,
        until: until.to_owned(),
        why: String::new(),
        at: place.now,
        decision: None,
        carried: next.map(|next| Box::new(carried(sitting, item, next, mint))),
    });
    let aside: Vec<Entry> = aside.collect();
    let go = if numbers.len() == 1 { "goes" } else { "go" };
    let with = if numbers.is_empty() {
        String::new()
    } else {
        format!(", and {} {go} with it", sentence::list(&numbers))
    };
    (aside, with)
}

/// What the agenda says of an item that an earlier meeting put off, under the number of
/// its minute if it has one.
pub(super) fn deferred_from(minute: Option<&str>, on: NaiveDate) -> String {
    let minute = minute.map(|number| format!(" (Minute {number})")).unwrap_or_default();
    format!("deferred from {}{minute}", day::plain(on))
}
