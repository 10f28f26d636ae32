//! The facts of a schedule under review, of who takes part and who answers to
//! whom.

use serde_json::{Value, json};

use super::text;
use crate::model::{Annotation, Point, Summary};
use crate::rules::engagement::Share;
use crate::rules::framework::Branch;
use crate::rules::since::Since;

/// What moved in a partnership's row since the last edition.
#[must_use]
pub fn since(since: &Since, now: Option<&Summary>) -> Value {
    let responses = since.responses.iter().map(|(response, outcome)| {
        json!({ "id": response.id, "text": response.text, "outcome": outcome.word() })
    });
    let before = since.before.as_ref().map(|before| {
        json!({
            "period": text(&before.period),
            "total": before.total,
            "on_track": before.on_track,
            "off_track": before.off_track,
            "lost": before.lost,
            "cannot_judge": before.cannot_judge,
            "not_due": before.not_due,
        })
    });
    json!({
        "last": since.last,
        "before": before,
        "newer": since.newer,
        "moved": text(&since.in_words(now)),
        "cannot_judge_periods": since.unjudged_for,
        "responses": responses.collect::<Vec<_>>(),
        "altered": since.altered,
        "points_gone": points(&since.points[0]),
        "points_new": points(&since.points[1]),
    })
}

fn points(points: &[Point]) -> Vec<Value> {
    points.iter().map(|point| json!({ "id": point.id, "text": point.text })).collect()
}

/// An officer's note.
#[must_use]
pub fn annotation(note: &Annotation) -> Value {
    json!({
        "id": note.id,
        "subject": note.subject,
        "kind": note.kind,
        "text": text(&note.text),
        "made_on": note.made_on,
        "status": note.status,
        "answer": text(&note.answer),
        "by": text(&note.by),
    })
}

/// How an organisation or a sector took part.
#[must_use]
pub fn share(share: &Share) -> Value {
    json!({
        "name": share.name,
        "is_sector": share.is_sector,
        "sector": text(&share.sector),
        "seats": share.places,
        "attended": share.came,
        "by_substitute": share.by_substitute,
        "apologies": share.apologies,
        "absent": share.absent,
        "unknown": share.unknown,
        "missed_in_a_row": share.missed_in_a_row,
        "substitutes_in_a_row": share.substitutes_in_a_row,
        "mandated": share.mandated,
        "not_mandated": share.unmandated,
        "actions": share.actions,
        "actions_done": share.done,
        "meetings": share.met().map(|(seen, best)| {
            let (there, seats) = (seen.there, seen.places);
            json!({ "date": seen.day, "filled": best.word(), "there": there, "seats": seats })
        }).collect::<Vec<_>>(),
    })
}

/// A line of the framework: what it is and what it answers to.
#[must_use]
pub fn branch(branch: &Branch) -> Value {
    json!({
        "kind": branch.kind(),
        "id": text(&branch.id),
        "name": branch.name,
        "parent": text(&branch.parent),
        "chair": text(&branch.chair),
        "lead": text(&branch.lead),
        "statutory": branch.statutory,
        "frequency": branch.frequency,
        "seats": branch.seats,
        "remit": text(&branch.remit),
    })
}
