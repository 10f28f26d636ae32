//! The facts of the registers beside the schedule.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::text;
use crate::model::{
    Driver, Finding, LinkKind, PlanEntry, Recommendation, TargetLine, TargetResult, Tied,
};

/// A recommendation, with what shows that it was done.
#[must_use]
pub fn recommendation(tied: &Tied<Recommendation>, today: NaiveDate) -> Value {
    let row = &tied.row;
    let id = row.id.as_str();
    json!({
        "id": row.id,
        "number": row.number,
        "source": text(&row.source),
        "text": row.text,
        "addressed_to": text(&row.addressed_to),
        "lead": text(&row.lead),
        "due": row.due,
        "due_text": text(&row.due_text),
        "status": row.status,
        "overdue": row.is_overdue(today),
        "evidence": tied.from(LinkKind::Evidences, id).collect::<Vec<_>>(),
        "answered_by": tied.from(LinkKind::Answers, id).collect::<Vec<_>>(),
        "arises_from": tied.to(LinkKind::ArisesFrom, id).collect::<Vec<_>>(),
        "meeting": row.meeting,
        "made_on": row.made_on,
        "reply": text(&row.reply),
        "reply_due": row.reply_due,
        "reply_overdue": row.is_unanswered(today),
    })
}

/// Something coming, with what it threatens.
#[must_use]
pub fn driver(tied: &Tied<Driver>) -> Value {
    let row = &tied.row;
    let id = row.id.as_str();
    json!({
        "id": row.id,
        "heading": row.heading,
        "text": text(&row.text),
        "likelihood": row.likelihood,
        "timing": text(&row.timing),
        "review": text(&row.review),
        "source": text(&row.source),
        "status": row.status,
        "threatens": tied.to(LinkKind::Threatens, id).collect::<Vec<_>>(),
        "answered_by": tied.from(LinkKind::Answers, id).collect::<Vec<_>>(),
    })
}

/// What an inspection or a review found, with what answers it.
#[must_use]
pub fn finding(tied: &Tied<Finding>) -> Value {
    let row = &tied.row;
    let id = row.id.as_str();
    json!({
        "id": row.id,
        "scheme": row.scheme,
        "year": row.year,
        "kind": row.kind,
        "text": row.text,
        "partnership": row.partnership,
        "owner": text(&row.owner),
        "due": row.due,
        "due_text": text(&row.due_text),
        "status": tied.stands(),
        "answered_by": tied.from(LinkKind::Answers, id).collect::<Vec<_>>(),
        "evidence_of": tied.to(LinkKind::Evidences, id).collect::<Vec<_>>(),
    })
}

/// An entry of the forward plan.
#[must_use]
pub fn plan(tied: &Tied<PlanEntry>, today: NaiveDate) -> Value {
    let row = &tied.row;
    json!({
        "id": row.id,
        "body": row.body,
        "topic": row.topic,
        "kind": row.kind,
        "wanted_by": text(&row.wanted_by),
        "origin": text(&row.origin),
        "meeting": row.meeting,
        "due": row.due,
        "due_text": text(&row.due_text),
        "status": row.status,
        "overdue": row.is_overdue(today),
        "slips": row.slips,
        "arises_from": tied.to(LinkKind::ArisesFrom, row.id.as_str()).collect::<Vec<_>>(),
    })
}

/// A target, with its results.
#[must_use]
pub fn target(line: &TargetLine) -> Value {
    let row = &line.target;
    let result = |result: &TargetResult| {
        json!({
            "period": result.period,
            "value": text(&result.value),
            "status": result.status,
            "cause": result.cause,
            "mender": text(&result.mender),
            "remark": text(&result.remark),
        })
    };
    json!({
        "id": row.id,
        "code": text(&row.code),
        "wording": row.wording,
        "partnership": row.partnership,
        "priority": line.priority.as_ref().map(|priority| {
            json!({ "id": priority.id, "number": priority.number, "title": priority.title })
        }),
        "level": row.level,
        "measure": text(&row.measure),
        "better": row.better,
        "baseline": text(&row.baseline),
        "goal": text(&row.goal),
        "goal_date": row.goal_on,
        "lead": text(&row.lead),
        "status": row.state,
        "remark": text(&row.remark),
        "results": line.results.iter().map(result).collect::<Vec<_>>(),
        "links": line.links.iter().map(|link| {
            if link.from_id == row.id.as_str() { &link.to_id } else { &link.from_id }
        }).collect::<Vec<_>>(),
    })
}
