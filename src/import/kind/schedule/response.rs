//! What a response says plainly of itself: that it asks, who does it, by when.

use super::super::super::words::{due, fold, name};
use super::cell::Said;
use crate::model::{Person, ResponseKind};

/// What a response says of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Plain {
    /// What sort of answer it is, where there can be no doubt.
    pub(super) kind: Option<ResponseKind>,
    /// The person named.
    pub(super) owner: String,
    /// When it is due.
    pub(super) due: Option<due::Due>,
}

/// Reads `said`; what a column beside it says goes before its own words. A
/// response that asks is a question, one that says somebody was appointed is
/// an appointment, and anything else is left to the clerk.
pub(super) fn read(said: &Said, people: &[Person]) -> Plain {
    let text = said.text.as_str();
    let beside = Some(said.owner.clone()).filter(|owner| !owner.is_empty());
    let named = name::named_in(text, people);
    let folded = format!(" {} ", fold::fold(text));
    let kind = if text.trim_end().ends_with('?') {
        Some(ResponseKind::Question)
    } else if named.is_some() && folded.contains(" appointed ") {
        Some(ResponseKind::Appointment)
    } else {
        None
    };
    let due = said.due.clone().or_else(|| due::of(text));
    Plain { kind, owner: beside.or(named).unwrap_or_default(), due }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, kind: Option<ResponseKind>, owner: &str, due: Option<&str>) {
        let said = Said { text: text.to_owned(), ..Said::default() };
        let plain = read(&said, &[]);
        let said = plain.due.as_ref().map(|due| due.said.as_str());
        assert_eq!((plain.kind, plain.owner.as_str(), said), (kind, owner, due), "{text}");
    }

    #[test]
    fn only_what_is_said_plainly_is_taken() {
        check("Widen its role to thriving places?", Some(ResponseKind::Question), "", None);
        check(
            "Susan Bell appointed as deputy chair",
            Some(ResponseKind::Appointment),
            "Susan Bell",
            None,
        );
        check("Mrs Patel will write by 3 May 2026.", None, "Mrs Patel", Some("3 May 2026"));
        check("Supt. Vane will write.", None, "Supt. Vane", None);
        check("P. Ould to write to operators", None, "P. Ould", None);
        check("The Director will report to Susan Bell", None, "", None);
        check("Following the letter from Susan Bell it is content", None, "", None);
        check("The Lord Mayor will write.", None, "", None);
        check("The chair passes to the county in June.", None, "", Some("June"));
        check(
            "Trust has proposals for guidance and attendance is being addressed.",
            None,
            "",
            None,
        );
    }
}
