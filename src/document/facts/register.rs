//! The facts of what stands across meetings, a line at a time.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::{count, text};
use crate::document::sift::Sifted;
use crate::model::{
    ActionLine, BodyLine, DecisionLine, MeetingLine, Organisation, Person, Point, Response,
    Standing, Summary, Update, Vote,
};
use crate::rules::number;

/// A meeting, as a list gives it: how many items, decisions and actions it has.
/// Who came is not known from a line, so `present` and `quorum` are null.
#[must_use]
pub fn meeting_line(line: &MeetingLine) -> Value {
    json!({
        "id": line.id,
        "body": line.body_id,
        "body_name": line.body,
        "body_code": line.code,
        "title": line.title,
        "date": line.date,
        "start": line.start.map(|time| time.format("%H:%M").to_string()),
        "place": line.place,
        "status": line.status,
        "minutes": line.minutes,
        "items": line.items,
        "decisions": line.decisions,
        "actions": line.actions,
        "present": null,
        "quorum": null,
    })
}

/// A decision, as a register gives it.
#[must_use]
pub fn decision_line(line: &Sifted<DecisionLine>) -> Value {
    let decision = &line.decision;
    json!({
        "id": decision.id,
        "ref": reference(line),
        "meeting": decision.meeting,
        "body": line.body_id,
        "body_code": line.code,
        "date": line.date,
        "item": decision.item,
        "item_title": line.item_title,
        "corrected": line.corrections.iter().map(|(said, _)| said).collect::<Vec<_>>(),
        "partnership": line.partnership,
        "minute": line.minute.map(|n| number::minute(n, line.year)),
        "verb": decision.verb,
        "to": text(&decision.to_whom),
        "text": decision.text,
        "as_recommended": decision.as_recommended,
        "en_bloc": decision.bloc.is_some(),
        "reasons": text(&decision.reasons),
        "alternatives": text(&decision.alternatives),
        "mover": decision.mover,
        "seconder": decision.seconder,
        "vote": line.vote.as_ref().map(|vote: &Vote| count(vote)),
        "exempt": line.exempt,
        "links": line.links,
        "effective_on": decision.takes_effect(),
        "at_once": text(&decision.at_once),
        "reply_by": decision.reply_by,
        "answered_on": line.answered,
        "to_be_ratified_by": text(if line.is_unratified() { &line.ratified_by } else { "" }),
        "ratify_on": line.ratify_on.filter(|_| line.is_unratified()),
        "status": decision.status,
    })
}

/// The reference of a decision in a register: "36/26(a)", or nothing before its
/// minute has a number.
pub(in crate::document) fn reference(line: &DecisionLine) -> Option<String> {
    let minute = number::minute(line.minute?, line.year);
    Some(match line.letter {
        Some(letter) => format!("{minute}({})", number::letter(letter)),
        None => minute,
    })
}

/// An action, as a register gives it. Whether it is overdue is judged on `today`.
#[must_use]
pub fn action_line(line: &Sifted<ActionLine>, today: NaiveDate) -> Value {
    let action = &line.action;
    json!({
        "id": action.id,
        "ref": action.reference(),
        "meeting": action.meeting,
        "body": action.body,
        "body_code": line.code,
        "given": line.given,
        "item": action.item,
        "item_title": line.item_title,
        "partnership": line.partnership,
        "minute": line.minute.map(|n| number::minute(n, action.year)),
        "text": action.text,
        "owner": text(&line.owner),
        "owner_id": action.owner,
        "organisation": text(&line.organisation),
        "support": action.support.0,
        "due": action.due,
        "due_text": text(&action.due_text),
        "status": action.status,
        "overdue": action.is_overdue(today),
        "slips": line.slips(),
        "history": line.reports.iter().map(report).collect::<Vec<_>>(),
        "exempt": line.exempt,
        "links": line.links,
    })
}

/// What was reported of an action: when, at which meeting, and what that altered.
fn report(update: &Update) -> Value {
    json!({
        "on": update.at.date_naive(),
        "meeting": update.meeting,
        "by": text(&update.by),
        "text": text(&update.text),
        "status": update.status,
        "due": update.due,
        "was_due": update.was,
    })
}

/// A partnership with its row of the schedule. Its targets are null where the
/// schedule gives no figures: not known is not none.
#[must_use]
pub fn partnership(standing: &Standing) -> Value {
    let partnership = &standing.partnership;
    let summary = standing.figures();
    json!({
        "id": partnership.id,
        "name": partnership.name,
        "short": partnership.short,
        "body": partnership.body,
        "period": summary.map_or(Value::Null, |s| text(&s.period)),
        "targets": summary.map(targets),
        "performance": standing.points.iter().map(|p| point(standing, p)).collect::<Vec<_>>(),
        "responses": standing.responses.iter().map(|r| response(standing, r)).collect::<Vec<_>>(),
        "remit": text(&partnership.remit),
        "statutory": partnership.statutory,
        "chair": text(&partnership.chair),
        "lead": text(&partnership.lead),
        "frequency": partnership.frequency,
        "delivery": text(&partnership.delivery),
    })
}

fn targets(summary: &Summary) -> Value {
    json!({
        "total": summary.total,
        "on_track": summary.on_track,
        "off_track": summary.off_track,
        "cannot_judge": summary.cannot_judge,
        "lost": summary.lost,
        "not_due": summary.not_due,
        "cause": summary.cause,
        "mender": text(&summary.mender),
        "remark": text(&summary.remark),
    })
}

fn point(standing: &Standing, point: &Point) -> Value {
    let answers: Vec<_> = standing.answers(&point.id.0).map(|r| r.id.clone()).collect();
    json!({
        "id": point.id,
        "section": point.section,
        "text": point.text,
        "tone": point.tone,
        "answered_by": answers,
    })
}

fn response(standing: &Standing, response: &Response) -> Value {
    let answers: Vec<&str> =
        standing.answered(response.id.as_str()).map(|link| link.to_id.as_str()).collect();
    let due = response.due.map_or_else(|| text(&response.due_text), |due| json!(due));
    json!({
        "id": response.id,
        "text": response.text,
        "kind": response.kind,
        "owner": text(&response.owner),
        "due": due,
        "due_text": text(&response.due_text),
        "status": response.status,
        "answers": answers,
    })
}

/// A person, by Popolo's names.
#[must_use]
pub fn person(person: &Person, organisation: Option<&Organisation>) -> Value {
    json!({
        "id": person.id,
        "name": person.minuted(),
        "honorific_prefix": text(&person.title),
        "given_name": text(&person.given),
        "family_name": text(&person.family),
        "honorific_suffix": text(&person.honours),
        "post": text(&person.post),
        "organisation": organisation.map(|o| &o.name),
        "organisation_id": person.organisation,
    })
}

/// A body, with its seats as Popolo's posts and its members as memberships.
#[must_use]
pub fn body(line: &BodyLine) -> Value {
    let body = &line.body;
    let posts = line.seats.iter().map(|seat| {
        json!({
            "id": seat.id,
            "sector": seat.sector,
            "count": seat.count,
            "at_most": seat.at_most,
            "holder": text(&seat.holder),
            "status": seat.status,
            "remark": text(&seat.remark),
        })
    });
    let memberships = line.members.iter().map(|(appointment, person)| {
        json!({
            "id": appointment.id,
            "person": person.id,
            "name": person.minuted(),
            "post": appointment.seat,
            "post_label": text(&person.post),
            "on_behalf_of": line.behalf_of(person).map(|of| json!({
                "id": of.id,
                "name": of.name,
                "classification": text(&of.sector),
            })),
            "role": appointment.role,
            "voting": appointment.voting,
            "start_date": appointment.from_on,
            "end_date": appointment.to_on,
        })
    });
    json!({
        "id": body.id,
        "code": body.code,
        "name": body.name,
        "classification": body.kind,
        "parent_id": body.parent,
        "authority": text(&body.authority),
        "profile": text(&body.profile),
        "house_style": body.house_style,
        "quorum": { "number": body.quorum, "of": body.quorum_of },
        "frequency": body.frequency,
        "closing": body.closing.map(|time| time.format("%H:%M").to_string()),
        "place": text(&body.place),
        "lead": text(&body.lead),
        "remit": text(&body.remit),
        "posts": posts.collect::<Vec<_>>(),
        "memberships": memberships.collect::<Vec<_>>(),
    })
}
