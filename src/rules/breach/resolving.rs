//! What a decision would break as to what was moved, carried or decided before it.

use super::{Breach, breach, inquorate};
use crate::model::{Decision, ItemId, MeetingStatus, Motion, MotionOutcome, Sitting, Verb};
use crate::rules::{Rule, motion};

/// The motion that a decision not on record yet is of, and its words as amended.
fn put<'a>(sitting: &'a Sitting, decision: &Decision) -> Option<(&'a Motion, String)> {
    let known = sitting.decisions.iter().any(|had| had.id == decision.id);
    let meant = motion::meant(sitting, &decision.item, &decision.text).filter(|_| !known)?;
    Some((meant, motion::substantive(&sitting.motions, meant)))
}

/// What a vote lost is not resolved after it, unless another vote carries it.
pub(in super::super) fn though_lost(sitting: &Sitting, decision: &Decision) -> Option<Breach> {
    let resolves = matches!(decision.verb, Verb::Resolved | Verb::Agreed | Verb::Recommended);
    let (meant, words) = put(sitting, decision)?;
    // What is resolved instead is about the same, and says something else of it.
    let said = [words.as_str(), &meant.text].iter().any(|put| motion::repeats(&decision.text, put));
    let lost = meant.outcome == MotionOutcome::Lost && said;
    (resolves && decision.vote.is_none() && lost).then(|| {
        breach(
            Rule::Carried,
            format!("The motion was lost: {words}."),
            "Record what the meeting resolved instead, or the vote that carried it.",
        )
    })
}

/// What was carried as amended is not resolved in the words moved at first (domain.md 2.6, 3).
pub(in super::super) fn as_moved(sitting: &Sitting, decision: &Decision) -> Option<Breach> {
    let known = sitting.decisions.iter().any(|had| had.id == decision.id);
    if known || !decision.verb.is_limb() || decision.verb == Verb::Noted {
        return None;
    }
    let words = motion::amended_away(sitting, &decision.item, &decision.text);
    words.map(|words| {
        breach(
            Rule::Carried,
            format!("The motion was carried as amended: {words}."),
            "Record it in those words.",
        )
    })
}

/// What only a meeting with a quorum agrees to: a new day for an action, that one is
/// complete, a correction.
pub(in super::super) fn agreeing(sitting: &Sitting, item: Option<&ItemId>) -> Vec<Breach> {
    let sits = sitting.meeting.status == MeetingStatus::InSession;
    let current = || sitting.current().or(sitting.last_taken()).map(|item| &item.id);
    let item = item.or_else(current).filter(|_| sits);
    item.and_then(|item| inquorate(sitting, item)).into_iter().collect()
}

/// A resolution is not to be undone within six months, except as standing orders
/// allow.
pub(in super::super) fn rescinding(sitting: &Sitting, decision: &Decision) -> Option<Breach> {
    let earlier = sitting.earlier.iter().find(|e| Some(&e.id) == decision.replaces.as_ref())?;
    let limit = earlier.date.checked_add_months(chrono::Months::new(6))?;
    (sitting.meeting.date < limit).then(|| {
        breach(
            Rule::Rescission,
            format!("{} was decided less than six months ago.", earlier.reference),
            "See what your standing orders ask for.",
        )
    })
}
