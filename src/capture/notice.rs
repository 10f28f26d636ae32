//! Lines about the meeting itself: that its agenda went out, what was sent after it,
//! and what sort of meeting it is.

use chrono::NaiveDate;

use super::{Place, Read, Unclear, one, wants, when, wrong};
use crate::model::{Addendum, AddendumId, Entry, MeetingKind, Mint, Sitting, day};
use crate::rules::{number, room};

/// The agenda went out: today, or on the day given.
pub(super) fn publish(rest: &str, place: &Place<'_>, _: &mut Mint) -> Read {
    let begun = place.sitting.meeting.status.has_begun();
    if rest.is_empty() && begun {
        return wants("the day the agenda went out: the meeting has begun");
    }
    let on = if rest.is_empty() { place.now.date_naive() } else { before(rest, place.sitting)? };
    let meeting = place.sitting.meeting.id.clone();
    let preview = format!("The agenda went out on {}", day::long(on));
    Ok(one(Entry::Published { meeting, on }, preview))
}

/// A paper was sent out after the agenda.
pub(super) fn addenda(rest: &str, place: &Place<'_>, mint: &mut Mint) -> Read {
    if rest.is_empty() {
        return wants("the day it went out, and what it is, as \"8 June: PS6 appendix\"");
    }
    // A time has a colon too, but no space after it.
    let (when, text) = rest
        .split_once(": ")
        .or_else(|| rest.strip_suffix(':').map(|when| (when, "")))
        .unwrap_or((rest, ""));
    let here = place.item.and_then(|item| place.sitting.item(item));
    let withheld = room::is_public_out(place.sitting) || here.is_some_and(|i| !i.exempt.is_open());
    if withheld && !text.trim().is_empty() {
        return Err(wrong(
            "The public is shut out of this business, and anybody may read what was sent out.",
            "Give the day alone, or put it down from an item that is open.",
        ));
    }
    let (on, sent_at) = when::split_time(when);
    let sent_at = sent_at.map(|at| at.time);
    let sent_on = before(on.trim().trim_end_matches(" at"), place.sitting)?;
    let text = text.trim();
    let addendum = Addendum {
        id: AddendumId::mint(mint),
        meeting: place.sitting.meeting.id.clone(),
        sent_on,
        sent_at,
        text: text.to_owned(),
        rank: mint.rank(),
    };
    let what = if text.is_empty() { String::new() } else { format!(": {text}") };
    let at = sent_at.map(|at| format!(" at {}", day::clock(at))).unwrap_or_default();
    let number = number::addendum(place.sitting, place.sitting.addenda.len());
    let preview = format!("{number}, circulated on {}{at}{what}", day::long(sent_on));
    Ok(one(Entry::Supplemented { addendum }, preview))
}

/// What sort of meeting it is.
pub(super) fn kind(rest: &str, place: &Place<'_>, _: &mut Mint) -> Read {
    let Some(kind) = MeetingKind::from_word(&rest.to_lowercase()) else {
        let kinds: Vec<&str> = MeetingKind::ALL.iter().map(|kind| kind.word()).collect();
        return wants(format!("what sort of meeting: {}", kinds.join(", ")));
    };
    let meeting = place.sitting.meeting.id.clone();
    let preview = match kind {
        MeetingKind::Inquorate => "Informal notes are kept: nothing is decided".to_owned(),
        kind => format!("This is an {} meeting", kind.plain()),
    };
    Ok(one(Entry::Classed { meeting, kind, numbered: Vec::new() }, preview))
}

pub(super) fn call_off(rest: &str, place: &Place<'_>, _: &mut Mint) -> Read {
    if !rest.is_empty() {
        return wants("nothing more: write why in a note, \".priv WHY\"");
    }
    let sitting = place.sitting;
    let meeting = sitting.meeting.id.clone();
    let day = day::plain(sitting.meeting.date);
    let waits = sitting.items.iter().any(|item| item.deferred_from.is_some());
    let next = sitting.neighbours.coming.iter().find(|next| !next.status.has_begun());
    let to = match next.filter(|_| waits) {
        Some(next) => {
            format!("; what was put off to it goes on the agenda of {}", day::plain(next.date))
        }
        None if waits => "; what was put off to it waits for one that is".to_owned(),
        None => String::new(),
    };
    Ok(one(Entry::CalledOff { meeting }, format!("The meeting of {day} will not be held{to}")))
}

/// A day before the meeting, or its own: "8 June" is the last one.
fn before(said: &str, sitting: &Sitting) -> Result<NaiveDate, Unclear> {
    let held = sitting.meeting.date;
    let from = held.checked_sub_months(chrono::Months::new(6)).unwrap_or(held);
    when::day(said.trim(), from).filter(|on| *on <= held).ok_or_else(|| {
        wrong(
            format!("\"{}\" is not a day before the meeting.", said.trim()),
            "Write it as 8 June.",
        )
    })
}
