//! The line for a promise to bring something back: it goes on the forward plan, and
//! on the agenda of the meeting that is to have it.

use super::{Place, Read, Unclear, item, name, one, person, tie, wants, when, wrong};
use crate::model::{
    Entry, Item, ItemId, Link, LinkKind, MeetingId, Mint, PartnershipId, PlanEntry, PlanId,
    PlanKind, PlanStatus, day,
};
use crate::rules::number;
use crate::rules::sentence::capital;

pub(super) fn promise(rest: &str, place: &Place<'_>, mint: &mut Mint) -> Read {
    let sitting = place.sitting;
    let here = item(place)?;
    if sitting.item(here).is_some_and(|item| !item.exempt.is_open()) {
        return Err(wrong(
            "This item is exempt, and anybody may read the forward plan.",
            "Record an action instead, with \".a\".",
        ));
    }
    let (wanted_by, topic, due) = said(rest, place)?;
    let code = &sitting.body.code;
    let on = day::plain(sitting.meeting.date);
    let minute = number::of_item(sitting, here).map(|number| format!("Minute {number}"));
    let origin = format!("{code} {}", minute.unwrap_or_else(|| on.clone()));
    let next = due.day.and_then(|day| sitting.neighbours.for_what_is_due(day, &due.said));
    let plan = PlanEntry {
        id: PlanId::mint(mint),
        body: sitting.body.id.clone(),
        topic: topic.clone(),
        kind: PlanKind::ReportBack,
        wanted_by: wanted_by.clone(),
        origin: origin.clone(),
        meeting: next.map(|meeting| meeting.id.clone()),
        due_text: due.said,
        due: due.day,
        status: if next.is_some() { PlanStatus::Scheduled } else { PlanStatus::Proposed },
        slips: 0,
        rank: mint.rank(),
    };
    let meeting = &sitting.meeting.id;
    let link = tie::between(plan.id.as_str(), here.as_str(), LinkKind::ArisesFrom, meeting, mint);
    let carried = next.map(|next| {
        let about = sitting.item(here).and_then(|item| item.partnership.clone());
        Box::new(coming_back(&plan, about, &format!("promised on {on} ({origin})"), &next.id, mint))
    });
    let by = due.day.map(|day| format!(" by {}", day::plain(day))).unwrap_or_default();
    let place_of = match (next, due.day) {
        (Some(next), _) => format!("; it goes on the agenda of {}", day::plain(next.date)),
        (None, Some(_)) => "; it goes on the agenda of the meeting then, once there is one".into(),
        (None, None) => "; it is on the forward plan, with no day".into(),
    };
    let who = if wanted_by.is_empty() { String::new() } else { format!("{wanted_by}, ") };
    let preview = format!("To come back{by}: {who}{topic}{place_of}");
    Ok(one(Entry::Promised { meeting: meeting.clone(), plan, link, carried }, preview))
}

/// Who promised it, what is to come back and by when.
fn said(rest: &str, place: &Place<'_>) -> Result<(String, String, when::Due), Unclear> {
    let sitting = place.sitting;
    let (who, said) = rest.split_once(':').unwrap_or(("", rest));
    let said = &format!(" {}", said.trim());
    let by = said.rmatch_indices(" by ").find_map(|(at, tie)| {
        let due = when::due(&said[at + tie.len()..], sitting)?;
        Some((&said[..at], due))
    });
    let (topic, due) = by.unwrap_or((said, when::Due::default()));
    let topic = capital(topic.trim());
    let only_a_name = who.is_empty() && person(place, &topic).is_ok();
    if topic.is_empty() || only_a_name {
        return wants("what is to come back, as \"OWNER: WHAT by WHEN\"");
    }
    let wanted_by = match who.trim() {
        "" => String::new(),
        who if name::organisation(sitting, who).is_some() => who.to_owned(),
        who => sitting.name_of(&person(place, who)?),
    };
    Ok((wanted_by, topic, due))
}

/// What was promised, as an item of the meeting that is to have it, and the tie of the
/// two.
pub(super) fn coming_back(
    plan: &PlanEntry,
    about: Option<PartnershipId>,
    why: &str,
    meeting: &MeetingId,
    mint: &mut Mint,
) -> (Item, Link) {
    let item = Item {
        title: plan.topic.clone(),
        report_by: plan.wanted_by.clone(),
        partnership: about,
        why: why.to_owned(),
        ..Item::blank(ItemId::mint(mint), meeting.clone(), mint.rank())
    };
    let (from, to) = (item.id.as_str(), plan.id.as_str());
    let link = tie::between(from, to, LinkKind::Implements, meeting, mint);
    (item, link)
}
