//! A later version of a log the book has: what is the same action, and in what
//! it differs.

use super::super::super::words::fold::fold;
use super::super::Desk;
use super::{Found, PRINTED};
use crate::model::{Action, Update, day};

/// What is to be done, without the name of an owner whom nobody knows.
pub(super) fn bare(text: &str) -> &str {
    let text = text.split(LOGGED).next().unwrap_or(text);
    text.split(PRINTED).next().unwrap_or(text)
}

/// What stands before the number that an action has in a log of other numbers.
const LOGGED: &str = " (numbered in its log: ";

/// What is to be done, with what the book has no other place for: an owner whom nobody
/// knows, and the log's own number.
pub(super) fn as_printed(found: &Found<'_>) -> String {
    let mut text = found.text.clone();
    let whole = found.owes.owner.is_some() && !found.owes.stranger;
    if !whole && found.owes.organisation.is_none() && !found.printed.is_empty() {
        text.push_str(&format!("{PRINTED}{})", found.printed));
    }
    let letters: String = found.reference.chars().take_while(|c| c.is_alphabetic()).collect();
    let figures = found.reference.contains(|c: char| c.is_ascii_digit());
    let ours = ["", "a", "action", "no", "item"].contains(&letters.to_lowercase().as_str());
    if figures && !ours {
        text.push_str(&format!("{LOGGED}{})", found.reference));
    }
    text
}

/// Whether `found` may be a later version of what the book has from the log: it
/// begins alike, or is given to the same person under the same number.
pub(super) fn is_later(had: &Action, found: &Found<'_>, numbered: bool) -> bool {
    let first = |text: &str| fold(text).split(' ').take(2).collect::<Vec<_>>().join(" ");
    let begins = first(&had.text) == first(&found.text);
    let same = had.owner.is_some() && had.owner == found.owes.owner;
    (begins && (numbered || same)) || (numbered && same)
}

/// Whether anything was reported of `had` in the book itself since it came.
pub(super) fn is_reported(desk: &Desk<'_>, had: &Action) -> bool {
    let own = |update: &Update| update.action == had.id && update.meeting.is_some();
    desk.known.updates.iter().any(own)
}

/// `now` with the state and the day that the book has, because they were reported
/// there; what the log says otherwise is told.
pub(super) fn kept(desk: &mut Desk<'_>, had: &Action, now: Action, place: &str) -> Action {
    if (had.status, had.due, &had.due_text) != (now.status, now.due, &now.due_text) {
        let text = format!(
            "{}: the log says it is {}, and the book, where it was reported on, that it is {}",
            had.reference(),
            now.status.plain(),
            had.status.plain()
        );
        desk.report.keep(place, text);
    }
    Action { status: had.status, due: had.due, due_text: had.due_text.clone(), ..now }
}

/// Tells in what a later version of the log differs.
pub(super) fn differences(desk: &mut Desk<'_>, had: &Action, now: &Action, place: &str) {
    desk.report.count("changed", 1);
    let due = |action: &Action| match action.due {
        Some(due) => day::plain(due),
        None if action.due_text.is_empty() => "none".into(),
        None => action.due_text.clone(),
    };
    for (what, was, is) in [
        ("words", had.text.clone(), now.text.clone()),
        ("day", due(had), due(now)),
        ("state", had.status.plain(), now.status.plain()),
    ] {
        if was != is {
            let reference = had.reference();
            let text =
                format!("{reference}, {what}: \u{201c}{was}\u{201d} is now \u{201c}{is}\u{201d}");
            desk.report.warn(place, text);
        }
    }
    if had.owner != now.owner {
        desk.report.warn(place, format!("{}: it is given to somebody else now", had.reference()));
    }
}

/// "A2012.09" is 9 of 2012, "A/26/14" is 14 of 2026; "A9" and "9" are of the
/// year of their meeting.
pub(super) fn own_number(reference: &str, of: i32) -> Option<(i32, u32)> {
    let parts: Vec<&str> =
        reference.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    let (year, number) = match parts[..] {
        [number] => (of, number),
        [year, number] => match year.len() {
            4 => (year.parse().ok().filter(|year| (1900..2200).contains(year))?, number),
            2 => (2000 + year.parse::<i32>().ok()?, number),
            _ => return None,
        },
        _ => return None,
    };
    Some((year, number.parse().ok().filter(|number| *number > 0)?))
}
