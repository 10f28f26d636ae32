//! The rows of a book, each whole: every kind that stands under the journal.

use serde::Serialize;

use super::{
    Action, Addendum, Adjournment, Annotation, Appointment, Attendance, Ballot, Body, CallIn,
    Correction, Decision, Driver, Edition, Finding, Interest, Item, Link, Meeting, MeetingId,
    Minute, Misprint, Motion, Movement, Mute, Note, Organisation, Partnership, Person, PlanEntry,
    Point, Presiding, Priority, Recommendation, Response, Seat, Summary, Target, TargetResult,
    Update, Vote,
};

/// A kind of row that a book keeps under the journal.
pub trait Kept {
    /// The table it belongs in.
    const TABLE: &'static str;
}

/// Declares [`Record`]: every kind of row a book keeps under the journal.
macro_rules! records {
    ($($kind:ident $table:literal),+ $(,)?) => {
        /// One row of the book, whole.
        #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
        #[serde(untagged)]
        pub enum Record {
            $(#[doc = concat!("A row of `", $table, "`.")] $kind($kind)),+
        }

        impl Record {
            /// The tables under the journal, each with one kind of row.
            pub const TABLES: &'static [&'static str] = &[$($table),+];

            /// The table it belongs in.
            #[must_use]
            pub fn table(&self) -> &'static str {
                match self { $(Self::$kind(_) => $table),+ }
            }

            /// Its name in the book.
            #[must_use]
            pub fn id(&self) -> &str {
                match self { $(Self::$kind(row) => row.id.as_str()),+ }
            }
        }

        $(impl Kept for $kind {
            const TABLE: &'static str = $table;
        })+

        $(impl From<$kind> for Record {
            fn from(row: $kind) -> Self {
                Self::$kind(row)
            }
        })+
    };
}

records! {
    Organisation "organisation",
    Person "person",
    Body "body",
    Seat "seat",
    Appointment "appointment",
    Edition "edition",
    Partnership "partnership",
    Summary "summary",
    Point "point",
    Response "response",
    Meeting "meeting",
    Addendum "addendum",
    Item "item",
    Attendance "attendance",
    Movement "movement",
    Presiding "presiding",
    Adjournment "adjournment",
    Interest "interest",
    Minute "minute",
    Note "note",
    Motion "motion",
    Vote "vote",
    Ballot "ballot",
    Decision "decision",
    CallIn "call_in",
    Correction "correction",
    Action "action",
    Update "action_update",
    Link "link",
    Misprint "misprint",
    Recommendation "recommendation",
    Priority "priority",
    Target "target",
    TargetResult "result",
    Driver "driver",
    Finding "finding",
    PlanEntry "plan",
    Mute "gap_mute",
    Annotation "annotation",
}

impl Record {
    /// The meeting it belongs to, or is, where a change of it would be a change
    /// of that meeting's minutes.
    #[must_use]
    pub fn meeting(&self) -> Option<&MeetingId> {
        match self {
            Self::Meeting(row) => Some(&row.id),
            Self::Addendum(row) => Some(&row.meeting),
            Self::Item(row) => Some(&row.meeting),
            Self::Attendance(row) => Some(&row.meeting),
            Self::Movement(row) => Some(&row.meeting),
            Self::Presiding(row) => Some(&row.meeting),
            Self::Adjournment(row) => Some(&row.meeting),
            Self::Interest(row) => Some(&row.meeting),
            Self::Minute(row) => Some(&row.meeting),
            Self::Motion(row) => Some(&row.meeting),
            Self::Vote(row) => Some(&row.meeting),
            Self::Ballot(row) => Some(&row.meeting),
            Self::Decision(row) => Some(&row.meeting),
            Self::CallIn(row) => Some(&row.meeting),
            Self::Correction(row) => Some(&row.meeting),
            Self::Action(row) => Some(&row.meeting),
            _ => None,
        }
    }
}
