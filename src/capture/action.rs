//! Lines about what is to be done.

use super::people::several;
use super::{Place, Read, Reading, Unclear, item, name, person, tie, wants, when, wrong};
use crate::model::{Action, ActionId, ActionStatus, Entry, Mint, People, day};
use crate::rules::sentence::list;
use crate::rules::{gap, number};

pub(super) fn assign(rest: &str, place: &Place<'_>, mint: &mut Mint) -> Read {
    let (rest, answers) = tie::split(rest, place)?;
    let Some((who, text)) = parted(rest, place) else {
        if !rest.is_empty() {
            let _ = person(place, rest.split(',').next().unwrap_or_default())?;
        }
        return wants("\"OWNER: TEXT by WHEN\"");
    };
    let who = who.trim();
    // The "and" or the comma of an organisation's name parts nobody.
    let whole = name::organisation(place.sitting, who).map(|found| (found, ""));
    let led = who
        .split_once(',')
        .and_then(|(first, rest)| Some((name::organisation(place.sitting, first)?, rest)));
    let (organisation, others) = match whole.or(led) {
        Some((organisation, others)) => (Some(organisation), others),
        None => (None, who),
    };
    let mut people = several(others, |said| person(place, said))?.into_iter();
    let owner = if organisation.is_none() { people.next() } else { None };
    let support: Vec<_> = people.collect();
    let (text, due) = split_due(text.trim(), place)?;
    if text.is_empty() {
        return wants("what is to be done");
    }
    let action = Action {
        id: ActionId::mint(mint),
        body: place.sitting.body.id.clone(),
        number: place.sitting.next_action,
        year: number::year(&place.sitting.body, place.sitting.meeting.date),
        meeting: place.sitting.meeting.id.clone(),
        item: item(place)?.clone(),
        rank: mint.rank(),
        place: place.paragraph,
        text: text.to_owned(),
        owner: owner.clone(),
        organisation,
        support: People(support),
        due: due.day,
        due_text: due.said,
        status: ActionStatus::Open,
    };
    let first = who.split(',').next().unwrap_or_default();
    let helped: Vec<String> = action.support.0.iter().map(|id| place.sitting.name_of(id)).collect();
    let who = owner.map_or_else(|| first.to_owned(), |id| place.sitting.name_of(&id));
    let who = if helped.is_empty() { who } else { format!("{who} with {}", list(&helped)) };
    let who = if who.is_empty() { "nobody yet".to_owned() } else { who };
    let by = match (action.due, action.due_text.is_empty()) {
        (Some(due), true) => format!("by {}", day::short(due)),
        (Some(due), false) => format!("{} ({})", action.due_text, day::short(due)),
        (None, false) => action.due_text.clone(),
        (None, true) => "no date".into(),
    };
    let untied = || untied(place).unwrap_or_default();
    let tied = answers.map_or_else(untied, |to| format!("; {}", tie::in_words(to)));
    let preview = format!("Action {}: {who}: {text}, {by}{tied}", action.reference());
    let links = answers.map(|to| tie::ties(action.id.as_str(), to, place, mint));
    let links = links.unwrap_or_default();
    let entries = std::iter::once(Entry::Assigned { action }).chain(links).collect();
    Ok(Reading { entries, preview })
}

/// That an action is tied to nothing, where something on the item presses that it may be
/// about.
fn untied(place: &Place<'_>) -> Option<String> {
    let here = place.sitting.item(place.item?)?;
    let gap = gap::pressing(place.sitting, here)?;
    Some(format!("; if it is about \"{}\", end it with [{}]", gap.text, gap.tie))
}

/// The owners and what they are to do: parted by a colon, or by the "to" that a
/// minute would have there.
fn parted<'a>(rest: &'a str, place: &Place<'_>) -> Option<(&'a str, &'a str)> {
    let colon = rest.split_once(':');
    let to = rest.split_once(" to ").filter(|(who, _)| !who.contains(':'));
    match colon {
        Some((who, _)) if name::organisation(place.sitting, who.trim()).is_some() => colon,
        _ => to.or(colon),
    }
}

/// The words before a day or a period, and whether they belong to it: "in 2 weeks".
const TIES: [(&str, bool); 7] = [
    (" by ", false),
    (" before ", false),
    (" no later than ", false),
    (" at ", false),
    (" during ", true),
    (" within ", true),
    (" in ", true),
];

/// Those after which nothing but a limit comes, and never when something happened.
const LIMITS: [&str; 3] = [" by ", " before ", " no later than "];

/// Splits "by WHEN" off the end of an action, where what follows is a day or a
/// period; and words that only say to make haste.
fn split_due<'a>(text: &'a str, place: &Place<'_>) -> Result<(&'a str, when::Due), Unclear> {
    let lower = text.to_ascii_lowercase();
    let ties = TIES.iter().flat_map(|(tie, whole)| {
        lower.match_indices(*tie).map(move |(at, _)| (at, at + if *whole { 1 } else { tie.len() }))
    });
    let mut ties: Vec<(usize, usize)> = ties.collect();
    ties.sort_unstable();
    let cut = |at: usize| text.get(..at).map(|before| before.trim_end_matches([',', ';']).trim());
    for (at, from) in ties.into_iter().rev() {
        let (Some(before), Some(after)) = (cut(at), text.get(from..)) else { continue };
        // "by 8 September, with costs": what comes after a comma is more of what is to be done.
        let limits = LIMITS.iter().any(|tie| lower[at..].starts_with(tie));
        if let Some((day, _)) = after.split_once(", ").filter(|_| limits)
            && let Some(due) = when::due(day, place.sitting).filter(|due| due.day.is_some())
        {
            return Ok((text, due));
        }
        if let Some(due) = when::due(after, place.sitting) {
            // "by in 2 weeks"
            let before = before.strip_suffix(" by").map_or(before, str::trim_end);
            return Ok((before, due));
        }
        let by = lower.get(at..).is_some_and(|tail| tail.starts_with(" by "));
        if by && when::is_written_as_day(after) {
            return Err(wrong(
                format!("There is no day \"{}\".", after.trim()),
                "Write it as 30 Sep, 30/9/26 or fri; a weekday must be the right one.",
            ));
        }
    }
    let bare = lower.trim_end_matches('.');
    let soon = when::SOON.iter().find(|soon| bare.ends_with(&format!(" {soon}")));
    Ok(match soon.and_then(|soon| Some((cut(bare.len() - soon.len())?, *soon))) {
        Some((before, soon)) => (before, when::Due { day: None, said: soon.to_owned() }),
        None => (text, when::Due::default()),
    })
}
