//! What minutes tell beside a decision: why, what else was thought of, from when it holds
//! and by when it is to be answered.

use chrono::NaiveDate;

use super::super::super::words::fold::fold;
use super::super::super::words::when::whole_day;
use crate::model::Decision;

/// What is told beside a decision, as far as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Attached {
    /// Why.
    pub(super) reasons: String,
    /// What else was thought of.
    pub(super) alternatives: String,
    /// Why it takes effect at once.
    pub(super) at_once: String,
    /// From which day it holds.
    pub(super) effective_on: Option<NaiveDate>,
    /// By which day it is to be answered.
    pub(super) reply_by: Option<NaiveDate>,
}

impl Attached {
    /// `decision`, made on the day `held`, with what is told beside it.
    pub(super) fn beside(self, decision: Decision, held: NaiveDate) -> Decision {
        let at_once = (!self.at_once.is_empty()).then_some(held);
        Decision {
            reasons: self.reasons,
            alternatives: self.alternatives,
            at_once: self.at_once,
            effective_on: self.effective_on.or(at_once),
            reply_by: self.reply_by,
            ..decision
        }
    }
}

const REASONS: &str = " Reasons: ";
const ALTERNATIVES: &str = " Alternatives considered: ";
const AT_ONCE: &str = " To take effect at once, and not open to call-in: ";
const EFFECTIVE: &str = " To take effect on ";
const REPLY: &str = " To be answered by ";

/// What parts a decision from what is told beside it, in the order in which that stands.
const LABELS: [&str; 5] = [REASONS, ALTERNATIVES, AT_ONCE, EFFECTIVE, REPLY];

/// Takes what is told beside it off a decision. What follows a label of a day and is no day
/// stays part of its words.
pub(super) fn taken_off(text: &mut String) -> Attached {
    let mut told = Attached::default();
    for label in LABELS.iter().rev() {
        let Some(at) = text.find(label) else { continue };
        let said = text[at + label.len()..].trim();
        match *label {
            REASONS => said.clone_into(&mut told.reasons),
            ALTERNATIVES => said.clone_into(&mut told.alternatives),
            AT_ONCE => said.clone_into(&mut told.at_once),
            dated => {
                let Some(day) = whole_day(said) else { continue };
                let of = if dated == REPLY { &mut told.reply_by } else { &mut told.effective_on };
                *of = Some(day);
            }
        }
        text.truncate(at);
    }
    told
}

/// Where what is told beside a decision begins in it, if anything is.
pub(super) fn begins(text: &str) -> Option<usize> {
    LABELS.iter().filter_map(|label| text.find(label)).min()
}

/// Whether a paragraph only tells something beside the decision before it: "To be answered
/// by 30 June 2026."
pub(super) fn is_all(text: &str) -> bool {
    let mut text = format!(" {text}");
    taken_off(&mut text) != Attached::default() && text.is_empty()
}

/// What parts the next paragraph from the decision before it, where a line alone announces
/// that it tells of it.
pub(super) fn announced(text: &str) -> Option<&'static str> {
    let folded = fold(text);
    let whole = text.trim_end().ends_with([':', '-', '\u{2013}']) || !text.ends_with('.');
    match folded.as_str() {
        "reasons for decision"
        | "reason for decision"
        | "reasons for the decision"
        | "reason for the decision"
        | "reasons"
        | "reason"
        | "reasons for recommendation" => Some(REASONS),
        "alternative options considered"
        | "alternatives considered"
        | "alternative options considered and rejected"
        | "other options considered"
        | "options considered" => Some(ALTERNATIVES),
        _ => None,
    }
    .filter(|_| whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_told_beside_a_decision_is_none_of_its_words() {
        let mut text = String::from(
            "the wall be mended. Reasons: it leans. To take effect on 20 May 2026. \
             To be answered by 30 June 2026.",
        );
        let told = taken_off(&mut text);
        assert_eq!((text.as_str(), told.reasons.as_str()), ("the wall be mended.", "it leans."));
        assert_eq!(told.effective_on, NaiveDate::from_ymd_opt(2026, 5, 20));
        assert_eq!(told.reply_by, NaiveDate::from_ymd_opt(2026, 6, 30));
        let mut text = String::from("the new rules be made. To take effect on a day to be fixed.");
        assert_eq!(taken_off(&mut text), Attached::default());
        assert!(text.ends_with("to be fixed."), "{text}");
    }

    #[test]
    fn a_paragraph_that_only_tells_of_the_decision_is_known() {
        assert!(is_all("To be answered by 30 June 2026."));
        assert!(is_all("Reasons: it is windy. Alternatives considered: a new gate."));
        assert!(!is_all("The chair said. Reasons: it is windy."));
        assert!(!is_all("To take effect on a day to be fixed."));
    }
}
