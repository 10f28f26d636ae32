//! What is coming, what was found by those who looked, and what is planned.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::word::words;
use super::{BodyId, DriverId, FindingId, MeetingId, PartnershipId, PlanId};

words! {
    /// How sure it is that something will come.
    Likelihood {
        /// It may.
        Possible = "possible",
        /// It will, as far as anyone can say.
        Likely = "likely",
        /// It is settled.
        Certain = "certain",
    }
    /// What a driver asks for now.
    DriverStatus {
        /// To be watched.
        Watch = "watch",
        /// To be acted on.
        Act = "act",
        /// To be remembered: it has come and gone.
        Past = "past",
    }
    /// What those who looked said.
    FindingKind {
        /// A green flag: others should learn from it.
        GreenFlag = "green_flag",
        /// A red flag: something is badly wrong.
        RedFlag = "red_flag",
        /// Praise.
        Strength = "strength",
        /// The pace has to quicken.
        Pace = "pace",
        /// It will be looked at again.
        FollowUp = "follow_up",
        /// A plain finding.
        Finding = "finding",
        /// Something that could go wrong.
        Risk = "risk",
        /// Something to be done next.
        NextStep = "next_step",
    }
    /// Whether a finding has been answered.
    FindingStatus {
        /// Not yet.
        Open = "open",
        /// Somebody has answered it.
        Answered = "answered",
        /// Nothing more is to be done.
        Closed = "closed",
    }
    /// What an entry of a forward plan is for.
    PlanKind {
        /// A decision that has to be announced beforehand.
        KeyDecision = "key_decision",
        /// Somebody promised to report back.
        ReportBack = "report_back",
        /// Something is to be looked at again.
        Review = "review",
        /// Any other report.
        Report = "report",
    }
    /// How far an entry of a forward plan has gone.
    PlanStatus {
        /// Somebody wants it.
        Proposed = "proposed",
        /// A meeting has it on its agenda.
        Scheduled = "scheduled",
        /// It was taken.
        Taken = "taken",
        /// Its meeting went by without it.
        Slipped = "slipped",
    }
}

/// Something coming that may change the work.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Driver {
    /// Its name in the book.
    pub id: DriverId,
    /// What it is, in a few words.
    pub heading: String,
    /// What is known of it, and what it would mean.
    pub text: String,
    /// How sure it is.
    pub likelihood: Option<Likelihood>,
    /// When it is expected, as the papers put it.
    pub timing: String,
    /// When it is to be looked at again, as the papers put it.
    pub review: String,
    /// The paper it comes from.
    pub source: String,
    /// What it asks for now.
    pub status: DriverStatus,
    /// Its place in lists.
    pub rank: i64,
}

/// What an inspection or a review found, feared or set out to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// Its name in the book.
    pub id: FindingId,
    /// Who looked: "Comprehensive Area Assessment".
    pub scheme: String,
    /// In which year.
    pub year: i32,
    /// What sort of finding.
    pub kind: FindingKind,
    /// The finding.
    pub text: String,
    /// The partnership it falls to, if to one.
    pub partnership: Option<PartnershipId>,
    /// Who answers for it.
    pub owner: String,
    /// The day something is due, if one follows from what was said.
    pub due: Option<NaiveDate>,
    /// When it is due, as it was said.
    pub due_text: String,
    /// Whether it has been answered.
    pub status: FindingStatus,
    /// Its place in lists.
    pub rank: i64,
}

/// Something a body means to take up, or was promised.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanEntry {
    /// Its name in the book.
    pub id: PlanId,
    /// Which body.
    pub body: BodyId,
    /// What about.
    pub topic: String,
    /// What it is for.
    pub kind: PlanKind,
    /// Who wants it or promised it.
    pub wanted_by: String,
    /// Where it comes from.
    pub origin: String,
    /// The meeting that is to have it, if the book has that meeting.
    pub meeting: Option<MeetingId>,
    /// When, as it was said.
    pub due_text: String,
    /// The day by which, if one follows from what was said.
    pub due: Option<NaiveDate>,
    /// How far it has gone.
    pub status: PlanStatus,
    /// How many meetings went by without it.
    pub slips: u32,
    /// Its place in lists.
    pub rank: i64,
}

impl PlanKind {
    /// How such a thing comes to its body: only what was promised comes back.
    #[must_use]
    pub fn comes(self) -> &'static str {
        match self {
            Self::ReportBack => "come back to",
            Self::KeyDecision | Self::Review | Self::Report => "come to",
        }
    }
}

impl PlanEntry {
    /// How it stands on `today`, in words.
    #[must_use]
    pub fn stands(&self, today: NaiveDate) -> String {
        if self.is_overdue(today) { "not kept".into() } else { self.status.plain() }
    }

    /// Whether it should have been taken before `today` and was not.
    #[must_use]
    pub fn is_overdue(&self, today: NaiveDate) -> bool {
        self.status != PlanStatus::Taken && self.due.is_some_and(|due| due < today)
    }
}
