//! What a response is worth to what it is tied to.

use super::{Response, ResponseKind, ResponseStatus};

/// How far a response is an answer, the least first.
///
/// Only an action or an appointment closes anything. An assurance is an answer on file, and
/// leaves what it was given for as open as it was; a question, or what was dropped, is none
/// (Governance schedule, July 2010: one response asks, and five only assure).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Worth {
    /// It will not be done.
    Dropped,
    /// It asks where it should answer.
    Question,
    /// It says that all is in hand.
    Assurance,
    /// Something is done, or nobody has judged yet of what sort it is.
    Answer,
}

impl Worth {
    /// Of a response of this sort in these words, that has gone so far.
    #[must_use]
    pub fn of(kind: Option<ResponseKind>, text: &str, status: ResponseStatus) -> Self {
        match (status, kind) {
            (ResponseStatus::Dropped, _) => Self::Dropped,
            (_, None) if text.trim_end().ends_with('?') => Self::Question,
            (_, kind) => Self::of_kind(kind),
        }
    }

    /// Of a response of this sort that still stands.
    #[must_use]
    pub fn of_kind(kind: Option<ResponseKind>) -> Self {
        match kind {
            Some(ResponseKind::Question) => Self::Question,
            Some(ResponseKind::Assurance) => Self::Assurance,
            None | Some(ResponseKind::Action | ResponseKind::Appointment) => Self::Answer,
        }
    }

    /// Whether it is on file as an answer, if only as an assurance.
    #[must_use]
    pub fn is_on_file(self) -> bool {
        self >= Self::Assurance
    }

    /// What it is to what it is tied to, said after that.
    #[must_use]
    pub fn forward(self) -> &'static str {
        if self == Self::Answer { "answered by" } else { "met by" }
    }

    /// What it does to what it is tied to, said before that.
    #[must_use]
    pub fn backward(self) -> &'static str {
        if self == Self::Answer { "answers" } else { "meets" }
    }

    /// How something stands that nothing better is tied to.
    #[must_use]
    pub fn told(self) -> &'static str {
        match self {
            Self::Dropped => "met by what was dropped",
            Self::Question => "met by a question",
            Self::Assurance => "met by an assurance",
            Self::Answer => "answered",
        }
    }
}

impl Response {
    /// How far it is an answer.
    #[must_use]
    pub fn worth(&self) -> Worth {
        Worth::of(self.kind, &self.text, self.status)
    }
}
