//! Lines about what is to be done, and what it answers.

use super::{Place, Read, item, name, one, person, wants, when, wrong};
use crate::model::{
    Action, ActionId, ActionStatus, Entry, Link, LinkId, LinkKind, Mint, People, day,
};
use crate::rules::number;

pub(super) fn assign(rest: &str, place: &Place<'_>, mint: &mut Mint) -> Read {
    let Some((who, text)) = rest.split_once(':') else {
        if !rest.is_empty() {
            let _ = person(place, rest.split(',').next().unwrap_or_default())?;
        }
        return wants("\"OWNER: TEXT by WHEN\"");
    };
    let mut names = who.split(',').map(str::trim).filter(|said| !said.is_empty());
    let first = names.next().unwrap_or_default();
    let (owner, organisation) = match name::organisation(place.sitting, first) {
        Some(organisation) if !first.is_empty() => (None, Some(organisation)),
        _ if first.is_empty() => (None, None),
        _ => (Some(person(place, first)?), None),
    };
    let support = names.map(|said| person(place, said)).collect::<Result<Vec<_>, _>>()?;
    let (text, due) = split_due(text.trim(), place);
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
    let who = owner.map_or_else(|| first.to_owned(), |id| place.sitting.name_of(&id));
    let who = if who.is_empty() { "nobody yet".to_owned() } else { who };
    let by = match (action.due, action.due_text.is_empty()) {
        (Some(due), true) => format!("by {}", day::short(due)),
        (Some(due), false) => format!("{} ({})", action.due_text, day::short(due)),
        (None, false) => action.due_text.clone(),
        (None, true) => "no date".into(),
    };
    let preview = format!("Action {}: {who}: {text}, {by}", action.reference());
    Ok(one(Entry::Assigned { action }, preview))
}

/// Splits "by WHEN" off the end of an action, where what follows is a day or a
/// period.
fn split_due<'a>(text: &'a str, place: &Place<'_>) -> (&'a str, when::Due) {
    let lower = text.to_lowercase();
    for (at, _) in lower.match_indices(" by ").collect::<Vec<_>>().into_iter().rev() {
        let (Some(before), Some(after)) = (text.get(..at), text.get(at + 4..)) else { continue };
        if let Some(due) = when::due(after, place.sitting) {
            return (before.trim_end_matches([',', ';']).trim(), due);
        }
    }
    if let Some((at, _)) = lower.rmatch_indices(" during ").next()
        && let (Some(before), Some(after)) = (text.get(..at), text.get(at + 1..))
        && let Some(due) = when::due(after, place.sitting)
    {
        return (before.trim_end_matches([',', ';']).trim(), due);
    }
    (text, when::Due::default())
}

pub(super) fn link(rest: &str, place: &Place<'_>, mint: &mut Mint) -> Read {
    let to = rest.trim();
    if to.is_empty() {
        return wants("the name of a point, response or target, as CT-O2");
    }
    let sitting = place.sitting;
    let known = sitting.standings.iter().any(|standing| {
        standing.points.iter().any(|p| p.id.0.eq_ignore_ascii_case(to))
            || standing.responses.iter().any(|r| r.id.0.eq_ignore_ascii_case(to))
            || standing.partnership.id.0.eq_ignore_ascii_case(to)
    });
    if !known {
        return Err(wrong(
            format!("Nothing in the schedule is called \"{to}\"."),
            "The panes show each name.",
        ));
    }
    let here = item(place)?;
    let decision = sitting.decisions_on(here).last().map(|d| (d.rank, d.id.0.clone()));
    let action = sitting.actions_on(here).last().map(|a| (a.rank, a.id.0.clone()));
    let Some((_, from)) = decision.into_iter().chain(action).max() else {
        return Err(wrong(
            "There is no decision or action on this item to tie.",
            "Record one first.",
        ));
    };
    let link = Link {
        id: LinkId::mint(mint),
        from_id: from.clone(),
        to_id: to.to_uppercase(),
        kind: LinkKind::Answers,
        meeting: Some(sitting.meeting.id.clone()),
    };
    Ok(one(Entry::Linked { link }, format!("{from} answers {}", to.to_uppercase())))
}
