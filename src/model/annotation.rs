//! What an officer notes beside a row while reading it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::AnnotationId;
use super::word::words;

words! {
    /// What sort of note it is.
    AnnotationKind {
        /// It has been read, and is as it should be.
        Reviewed = "reviewed",
        /// Something is not clear.
        Query = "query",
        /// Something is to be known about it.
        Comment = "comment",
        /// It should say this instead.
        Wording = "wording",
    }
    /// Whether a note still wants something.
    AnnotationStatus {
        /// Nobody has settled it.
        Open = "open",
        /// It was taken up.
        Accepted = "accepted",
        /// It was not.
        Declined = "declined",
    }
}

/// A note beside a thing in the book.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Annotation {
    /// Its name in the book.
    pub id: AnnotationId,
    /// The thing it is beside, by its name in the book.
    pub subject: String,
    /// What sort of note.
    pub kind: AnnotationKind,
    /// What it says; nothing, where it only says that the thing was read.
    pub text: String,
    /// The day it was made.
    pub made_on: NaiveDate,
    /// Whether it still wants something.
    pub status: AnnotationStatus,
    /// What was answered when it was settled.
    pub answer: String,
    /// Who made it.
    pub by: String,
    /// Its place among the notes.
    pub rank: i64,
}

impl Annotation {
    /// Whether it still wants something: a tick that a row was read wants nothing.
    #[must_use]
    pub fn wants_something(&self) -> bool {
        self.kind != AnnotationKind::Reviewed && self.status == AnnotationStatus::Open
    }
}
