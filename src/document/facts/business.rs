//! The facts of one meeting: its items, and what was decided and given to do.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::{count, moment, text};
use crate::document::sift::Sifted;
use crate::model::{
    Action, ActionId, Addendum, Attendance, AttendanceStatus, Decision, Item, Motion, Paragraphs,
    Person, PersonId, Sitting, Vote, VoteId,
};
use crate::rules::{self, number, room};

/// A meeting, whole: its items, who came, its decisions and its actions. Whether
/// an action is overdue is judged on `today`.
#[must_use]
pub fn meeting(sitting: &Sifted<Sitting>, today: NaiveDate) -> Value {
    let meeting = &sitting.meeting;
    let quorum = room::quorum(sitting);
    let items: Vec<Value> = sitting.items.iter().map(|i| item(sitting, i)).collect();
    let decisions: Vec<Value> = sitting.decisions.iter().map(|d| decision(sitting, d)).collect();
    let actions: Vec<Value> = sitting.actions.iter().map(|a| action(sitting, a, today)).collect();
    json!({
        "id": meeting.id,
        "body": meeting.body,
        "body_name": sitting.body.name,
        "body_code": sitting.body.code,
        "number": meeting.number,
        "title": meeting.title,
        "kind": meeting.kind,
        "date": meeting.date,
        "start": meeting.start.map(|time| time.format("%H:%M").to_string()),
        "place": meeting.place,
        "status": meeting.status,
        "minutes": meeting.minutes,
        "published_on": meeting.published_on,
        "signed_by": meeting.signed_by.as_ref().map(|id| sitting.name_of(id)),
        "signed_on": meeting.signed_on,
        "confirmed_at": meeting.confirmed_at,
        "leaf": meeting.leaf,
        "addenda": addenda(sitting),
        "began": meeting.began_at.map(moment),
        "ended": meeting.ended_at.map(moment),
        "audience": sitting.audience(),
        "items": items,
        "present": roll(sitting, AttendanceStatus::Present),
        "apologies": roll(sitting, AttendanceStatus::Apologies),
        "absent": roll(sitting, AttendanceStatus::Absent),
        "quorum": {
            "needed": quorum.needed,
            "present": quorum.present,
            "met": quorum.is_met(),
        },
        "presiding": presiding(sitting),
        "adjournments": adjournments(sitting),
        "movements": movements(sitting),
        "interests": interests(sitting),
        "decisions": decisions,
        "actions": actions,
        "corrections": corrections(sitting),
        "corrected": corrected(sitting),
    })
}

/// The names of a meeting's facts that its agenda tells.
const OF_AN_AGENDA: [&str; 16] = [
    "id",
    "body",
    "body_name",
    "body_code",
    "number",
    "title",
    "kind",
    "date",
    "start",
    "place",
    "status",
    "published_on",
    "addenda",
    "audience",
    "items",
    "quorum",
];

/// The names of an item's facts that an agenda tells.
const ON_AN_AGENDA: [&str; 13] = [
    "id",
    "meeting",
    "number",
    "title",
    "kind",
    "partnership",
    "exempt",
    "public_title",
    "paper",
    "report_by",
    "planned_at",
    "planned_minutes",
    "recommendation",
];

/// The agenda of a meeting, whole, with nothing that was said or decided there.
#[must_use]
pub fn agenda(sitting: &Sifted<Sitting>) -> Value {
    let mut facts = meeting(sitting, sitting.meeting.date);
    if let Some(facts) = facts.as_object_mut() {
        facts.retain(|name, _| OF_AN_AGENDA.contains(&name.as_str()));
        let items = facts.get_mut("items").and_then(Value::as_array_mut);
        for item in items.into_iter().flatten().filter_map(Value::as_object_mut) {
            item.retain(|name, _| ON_AN_AGENDA.contains(&name.as_str()));
        }
        facts.insert("quorum".into(), json!({ "needed": room::quorum(sitting).needed }));
    }
    facts
}

fn addenda(sitting: &Sitting) -> Vec<Value> {
    let rows = sitting.addenda.iter().enumerate();
    let row = |(n, paper): (usize, &Addendum)| {
        json!({
            "number": number::addendum(sitting, n),
            "sent_on": paper.sent_on,
            "sent_at": paper.sent_at.map(|at| at.format("%H:%M").to_string()),
            "text": text(&paper.text),
        })
    };
    rows.map(row).collect()
}

fn call_ins(sitting: &Sitting, item: &Item) -> Vec<Value> {
    let row = |c: &crate::model::CallIn| {
        let called = sitting.callable.iter().find(|called| called.id == c.decision);
        json!({
            "decision": c.decision,
            "ref": called.map(|called| &called.reference),
            "by": c.who,
            "grounds": c.grounds,
            "received": c.received,
            "outcome": c.outcome,
        })
    };
    sitting.call_ins.iter().filter(|c| c.item == item.id).map(row).collect()
}

fn promises(sitting: &Sitting, item: &Item) -> Vec<Value> {
    let here = sitting.promises.iter().filter(|(on, _)| *on == item.id);
    here.map(|(_, p)| json!({ "who": text(&p.wanted_by), "what": p.topic, "by": p.due })).collect()
}

fn roll(sitting: &Sitting, status: AttendanceStatus) -> Vec<Value> {
    let row = |a: &Attendance| {
        json!({
            "person": a.person,
            "name": sitting.name_of(&a.person),
            "capacity": a.capacity,
            "in_place_of": a.in_place_of.as_ref().map(|id| sitting.name_of(id)),
            "mandated": a.mandated,
        })
    };
    sitting.attendance.iter().filter(|a| a.status == status).map(row).collect()
}

fn presiding(sitting: &Sitting) -> Vec<Value> {
    let row = |p: &crate::model::Presiding| json!({ "name": sitting.name_of(&p.person), "at": p.known_at().map(moment), "item": p.item });
    sitting.presiding.iter().map(row).collect()
}

fn adjournments(sitting: &Sitting) -> Vec<Value> {
    let rows = sitting.adjournments.iter();
    rows.map(|a| json!({ "item": a.item, "from": moment(a.from_at), "to": a.to_at.map(moment) }))
        .collect()
}

fn movements(sitting: &Sitting) -> Vec<Value> {
    let row = |m: &crate::model::Movement| {
        json!({
            "name": sitting.name_of(&m.person),
            "direction": m.direction,
            "at": m.known_at().map(moment),
            "item": m.item,
        })
    };
    sitting.movements.iter().map(row).collect()
}

fn interests(sitting: &Sitting) -> Vec<Value> {
    let row = |i: &crate::model::Interest| {
        json!({
            "name": sitting.name_of(&i.person),
            "item": i.item,
            "kind": i.kind,
            "nature": text(&i.nature),
            "outcome": i.outcome,
        })
    };
    sitting.interests.iter().map(row).collect()
}

fn corrections(sitting: &Sitting) -> Vec<Value> {
    let row = |c: &crate::model::Correction| json!({ "item": c.item, "minute": c.minute, "old": c.old, "new": c.new });
    sitting.corrections.iter().map(row).collect()
}

/// What was put right in these minutes, and on which day.
fn corrected(sitting: &Sitting) -> Vec<Value> {
    let row = |agreed: &crate::model::Corrected| {
        let c = &agreed.correction;
        json!({ "on": agreed.on, "minute": c.minute, "old": c.old, "new": c.new })
    };
    sitting.corrected.iter().map(row).collect()
}

/// An agenda item, with its minute, its motions and its votes.
#[must_use]
pub fn item(sitting: &Sifted<Sitting>, item: &Item) -> Value {
    let decisions: Vec<_> =
        sitting.decisions_as_told(&item.id).into_iter().map(|d| &d.id).collect();
    let actions: Vec<_> = sitting.actions_on(&item.id).map(|a| &a.id).collect();
    let votes = sitting.votes.iter().filter(|v| v.item == item.id);
    let motions = sitting.motions.iter().filter(|m| m.item == item.id);
    let taken = item.taken.is_some() || item.status.is_taken();
    let minute = sitting.minute(&item.id).filter(|_| taken).map(|minute| {
        json!({
            "number": number::of_item(sitting, &item.id),
            "text": minute.text,
            "summary": text(&minute.summary),
        })
    });
    json!({
        "id": item.id,
        "meeting": item.meeting,
        "number": item.number,
        "title": item.title,
        "kind": item.kind,
        "status": item.status,
        "partnership": item.partnership,
        "exempt": paragraphs(&item.exempt),
        "public_title": text(&item.public_title),
        "paper": text(&number::paper(&sitting.body, item)),
        "report_by": text(&item.report_by),
        "planned_at": item.planned_at.map(|time| time.format("%H:%M").to_string()),
        "planned_minutes": item.planned_minutes,
        "recommendation": text(&item.recommendation),
        "urgent": text(&item.urgent_reason),
        "taken": order_taken(sitting, item),
        // As OParl 1.1 calls them of an AgendaItem.
        "order": sitting.items.iter().position(|i| i.id == item.id).map(|at| at + 1),
        "public": item.exempt.is_open(),
        "start": item.started_at.map(moment),
        "end": item.ended_at.map(moment),
        "deferred_to": text(&item.deferred_to),
        "deferred_from": item.deferred_from,
        "why": text(&item.why),
        "minute": minute,
        "call_ins": call_ins(sitting, item),
        "promises": promises(sitting, item),
        "decisions": decisions,
        "actions": actions,
        "motions": motions.map(|m| motion(sitting, m)).collect::<Vec<_>>(),
        "votes": votes.map(|v| vote(sitting, v)).collect::<Vec<_>>(),
    })
}

/// The paragraphs an item is exempt under; an item whose paragraph is still to
/// be named must not look open.
fn paragraphs(exempt: &Paragraphs) -> Value {
    if exempt.is_unnamed() { json!(["unnamed"]) } else { json!(exempt.numbers()) }
}

/// Which of the items taken it was, from one.
fn order_taken(sitting: &Sitting, item: &Item) -> Option<usize> {
    let taken = item.taken?;
    Some(sitting.items.iter().filter(|i| i.taken.is_some_and(|t| t <= taken)).count())
}

fn name(sitting: &Sitting, person: Option<&PersonId>) -> Option<String> {
    person.map(|id| sitting.name_of(id))
}

fn motion(sitting: &Sitting, motion: &Motion) -> Value {
    json!({
        "id": motion.id,
        "kind": motion.kind,
        "of": motion.of,
        "mover": name(sitting, motion.mover.as_ref()),
        "seconder": name(sitting, motion.seconder.as_ref()),
        "text": motion.text,
        "substantive": rules::motion::is_amended(&sitting.motions, motion)
            .then(|| rules::motion::substantive(&sitting.motions, motion)),
        "outcome": motion.outcome,
        // The majority needed, as Popolo calls it of a Motion.
        "requirement": motion.majority,
    })
}

fn vote(sitting: &Sitting, vote: &Vote) -> Value {
    let ballots = sitting.ballots.iter().filter(|b| b.vote == vote.id).map(|b| {
        json!({
            "name": sitting.name_of(&b.person),
            "cast": b.cast,
            "on_request": b.on_request,
        })
    });
    let mut said = json!({ "id": vote.id, "motion": vote.motion });
    if let (Some(said), Value::Object(count)) = (said.as_object_mut(), count(vote)) {
        said.extend(count);
        said.insert("presiding".into(), json!(name(sitting, vote.presiding.as_ref())));
        let carried = vote.carried(room::voting_places(sitting));
        said.insert("carried".into(), json!(carried));
        said.insert("ballots".into(), ballots.collect());
    }
    said
}

/// A decision of the meeting.
#[must_use]
pub fn decision(sitting: &Sifted<Sitting>, decision: &Decision) -> Value {
    let vote = decision.vote.as_ref().and_then(|id: &VoteId| sitting.vote(id));
    let exempt = sitting.item(&decision.item).is_some_and(|item| !item.exempt.is_open());
    json!({
        "id": decision.id,
        "ref": number::of_decision(sitting, decision),
        "meeting": decision.meeting,
        "item": decision.item,
        "minute": number::of_item(sitting, &decision.item),
        "verb": decision.verb,
        "to": text(&decision.to_whom),
        "text": decision.text,
        "as_recommended": decision.as_recommended,
        "en_bloc": decision.bloc.is_some(),
        "reasons": text(&decision.reasons),
        "alternatives": text(&decision.alternatives),
        "mover": name(sitting, decision.mover.as_ref()),
        "seconder": name(sitting, decision.seconder.as_ref()),
        "vote": vote.map(count),
        "exempt": exempt,
        "links": links(sitting, &decision.id.0),
        "effective_on": decision.effective_on,
        "at_once": text(&decision.at_once),
        "reply_by": decision.reply_by,
        "status": decision.status,
    })
}

pub(in crate::document) fn action(
    sitting: &Sifted<Sitting>,
    action: &Action,
    today: NaiveDate,
) -> Value {
    let owner = action.owner.as_ref().and_then(|id| sitting.person(id));
    let organisation = action.organisation.as_ref();
    let organisation = organisation.or_else(|| owner.and_then(|p| p.organisation.as_ref()));
    let organisation =
        organisation.and_then(|id| sitting.organisation(id)).map(|o| o.name.as_str());
    let support: Vec<String> =
        action.support.0.iter().filter_map(|id| sitting.person(id)).map(Person::plain).collect();
    json!({
        "id": action.id,
        "ref": action.reference(),
        "meeting": action.meeting,
        "item": action.item,
        "minute": number::of_item(sitting, &action.item),
        "text": action.text,
        "owner": owner.map(Person::plain),
        "owner_id": action.owner,
        "organisation": organisation,
        "support": support,
        "due": action.due,
        "due_text": text(&action.due_text),
        "status": action.status,
        "overdue": action.is_overdue(today),
        "slips": slips(sitting, &action.id),
        "links": links(sitting, &action.id.0),
    })
}

/// How many times the day of an action has been put back, as reported.
fn slips(sitting: &Sitting, action: &ActionId) -> usize {
    sitting.updates.iter().filter(|update| update.action == *action && update.slips()).count()
}

/// The names of the things tied to `id`, at the other end of each tie.
fn links(sitting: &Sitting, id: &str) -> Vec<String> {
    let other = |link: &crate::model::Link| match (link.from_id == id, link.to_id == id) {
        (true, _) => Some(link.to_id.clone()),
        (_, true) => Some(link.from_id.clone()),
        _ => None,
    };
    sitting.links.iter().filter_map(other).collect()
}
