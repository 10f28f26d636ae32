//! Lines that report on actions: done, put back, getting on, no longer wanted.

use super::{Place, Read, Unclear, one, wants, when, wrong};
use crate::model::{Action, ActionStatus, Entry, Mint, Update, UpdateId, day};
use crate::rules::{locked, number};

pub(super) fn done(rest: &str, place: &Place<'_>, mint: &mut Mint) -> Read {
    let (reference, evidence) = split(rest);
    report(reference, evidence, ActionStatus::Complete, place, mint)
}

pub(super) fn accept(rest: &str, place: &Place<'_>, mint: &mut Mint) -> Read {
    let (reference, evidence) = split(rest);
    report(reference, evidence, ActionStatus::Confirmed, place, mint)
}

/// Refuses to do to an action what only one still to be done can have done to it.
fn still_live(action: &Action) -> Result<(), Unclear> {
    if action.status.is_live() {
        return Ok(());
    }
    Err(wrong(
        format!("{} is {}.", action.reference(), action.status.plain()),
        "\".progress REF: WHY\" takes it up again.",
    ))
}

pub(super) fn progress(rest: &str, place: &Place<'_>, mint: &mut Mint) -> Read {
    let (reference, text) = split(rest);
    if text.is_empty() {
        return wants("\"REF: TEXT\"");
    }
    report(reference, text, ActionStatus::InProgress, place, mint)
}

pub(super) fn cancel(rest: &str, place: &Place<'_>, mint: &mut Mint) -> Read {
    let (reference, why) = split(rest);
    if why.is_empty() {
        return wants("\"REF: WHY\"");
    }
    still_live(action(place, reference)?)?;
    report(reference, why, ActionStatus::Cancelled, place, mint)
}

/// Gives an action a new day. The one before stays in its reports, so that each
/// time it was put back can be counted, and who agreed.
pub(super) fn extend(rest: &str, place: &Place<'_>, mint: &mut Mint) -> Read {
    let (head, why) = split(rest);
    let Some((reference, until)) = head.split_once(" to ") else {
        return wants("\"REF to WHEN\"");
    };
    let action = action(place, reference)?;
    still_live(action)?;
    let due = when::due(until, place.sitting).ok_or_else(|| {
        wrong(
            format!("\"{}\" is not a day.", until.trim()),
            "Write it as 30 Sep, 30/9/26 or next meeting.",
        )
    })?;
    let update = Update {
        due: due.day,
        due_text: due.said,
        ..update(action, why, action.status, place, mint)
    };
    let now = update.due.map_or_else(|| update.due_text.clone(), day::long);
    Ok(one(Entry::Reported { update }, format!("{} now due {now}", action.reference())))
}

fn report(
    reference: &str,
    text: &str,
    status: ActionStatus,
    place: &Place<'_>,
    mint: &mut Mint,
) -> Read {
    let action = action(place, reference)?;
    let update = update(action, text, status, place, mint);
    let again = if status.is_live() && !action.status.is_live() { " again" } else { "" };
    let preview = format!("{} {}{again}: {}", action.reference(), status.plain(), action.text);
    Ok(one(Entry::Reported { update }, preview))
}

fn update(
    action: &Action,
    text: &str,
    status: ActionStatus,
    place: &Place<'_>,
    mint: &mut Mint,
) -> Update {
    // Once its minutes are out, a meeting agrees to nothing more: what is told is of today.
    let over = locked(&place.sitting.meeting).is_some();
    let minute =
        place.item.filter(|_| !over).and_then(|item| number::told_under(place.sitting, item));
    let told = || if over { String::new() } else { place.sitting.body.name.clone() };
    Update {
        id: UpdateId::mint(mint),
        action: action.id.clone(),
        at: place.now,
        meeting: (!over).then(|| place.sitting.meeting.id.clone()),
        by: minute.unwrap_or_else(told),
        text: text.to_owned(),
        status,
        due: action.due,
        due_text: action.due_text.clone(),
        was: action.due,
        rank: mint.rank(),
    }
}

/// The action called `reference`: by its printed reference, its number alone, or
/// its name in the book; of this meeting or still outstanding from earlier ones.
fn action<'a>(place: &Place<'a>, reference: &str) -> Result<&'a Action, Unclear> {
    let said = reference.trim();
    if said.is_empty() {
        return wants("the reference of an action, as A/26/14");
    }
    let known = || place.sitting.known_actions();
    let whole = known().find(|a| is_called(a, said) || a.id.0 == said);
    let short = || {
        let number = said.parse::<u32>().ok()?;
        let mut found = known().filter(|a| a.number == number);
        found.next().filter(|_| found.next().is_none())
    };
    whole.or_else(short).ok_or_else(|| {
        let open: Vec<String> = known().take(8).map(Action::reference).collect();
        let hint = if open.is_empty() {
            "No action of this body is outstanding.".to_owned()
        } else {
            format!("Those outstanding are {}.", open.join(", "))
        };
        wrong(format!("There is no action {said} here."), hint)
    })
}

/// Whether `said` is the reference of `action`, with or without its leading nought.
fn is_called(action: &Action, said: &str) -> bool {
    let parts = |reference: &str| {
        let (head, number) = reference.rsplit_once('/')?;
        Some((head.to_ascii_uppercase(), number.parse::<u32>().ok()?))
    };
    parts(said).is_some() && parts(said) == parts(&action.reference())
}

fn split(rest: &str) -> (&str, &str) {
    rest.split_once(':').map_or((rest, ""), |(reference, text)| (reference.trim(), text.trim()))
}
