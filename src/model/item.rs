//! An item of business on an agenda.

use chrono::NaiveTime;
use serde::{Deserialize, Serialize};

use super::day::Stamp;
use super::exempt::Paragraphs;
use super::word::words;
use super::{ItemId, MeetingId, PartnershipId};

words! {
    /// What an agenda item is for, which settles what its minute opens with.
    ItemKind {
        /// Welcome and introductions.
        Welcome = "welcome",
        /// Apologies and temporary appointments.
        Apologies = "apologies",
        /// Declarations of interest.
        Interests = "interests",
        /// The minutes of the last meeting.
        Minutes = "minutes",
        /// Addresses, petitions and questions from the public.
        Address = "address",
        /// A report to be discussed.
        Report = "report",
        /// A report that asks for a decision.
        Decision = "decision",
        /// Something to be heard.
        Information = "information",
        /// The forward plan or work programme.
        Plan = "plan",
        /// The resolution to exclude the public.
        Exclusion = "exclusion",
        /// Business that could not wait.
        Urgent = "urgent",
        /// Any other business.
        Other = "other",
        /// Dates of coming meetings.
        Dates = "dates",
    }
    /// How far an item has gone.
    ItemStatus {
        /// Not come to.
        NotReached = "not_reached",
        /// Being discussed.
        UnderDiscussion = "under_discussion",
        /// Left for the moment.
        Paused = "paused",
        /// Done with.
        Concluded = "concluded",
        /// Put off to another day.
        Deferred = "deferred",
        /// Taken off by whoever brought it.
        Withdrawn = "withdrawn",
        /// Considered dropped when time ran out.
        Dropped = "dropped",
    }
}

impl ItemKind {
    /// Whether every meeting of a body may have such business: it is on the next agenda
    /// whatever becomes of it on this.
    #[must_use]
    pub fn is_standing(self) -> bool {
        matches!(
            self,
            Self::Welcome
                | Self::Apologies
                | Self::Interests
                | Self::Minutes
                | Self::Address
                | Self::Plan
                | Self::Other
                | Self::Dates
        )
    }
}

impl ItemStatus {
    /// Whether the item has been taken up, so that its minute has a number.
    #[must_use]
    pub fn is_taken(self) -> bool {
        !matches!(self, Self::NotReached)
    }

    /// Whether the meeting has finished with it.
    #[must_use]
    pub fn is_over(self) -> bool {
        self == Self::Concluded || self.is_set_aside()
    }

    /// Whether the meeting is not to take it: it was put off, taken back or dropped.
    #[must_use]
    pub fn is_set_aside(self) -> bool {
        matches!(self, Self::Deferred | Self::Withdrawn | Self::Dropped)
    }
}

/// An item of business on an agenda.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// Its name in the book.
    pub id: ItemId,
    /// On which agenda.
    pub meeting: MeetingId,
    /// Its place on the agenda.
    pub rank: i64,
    /// Its number as printed: "5", "5(a)", "5.1".
    pub number: String,
    /// What it is about.
    pub title: String,
    /// What it is for.
    pub kind: ItemKind,
    /// How far it has gone.
    pub status: ItemStatus,
    /// The reference of its paper, such as "PS6".
    pub paper: String,
    /// Whose report it is.
    pub report_by: String,
    /// What the report asks the meeting to decide.
    pub recommendation: String,
    /// The partnership it is about, whose panes stand beside it.
    pub partnership: Option<PartnershipId>,
    /// Its place in the order the business was taken.
    pub taken: Option<i64>,
    /// When it was taken up.
    pub started_at: Option<Stamp>,
    /// When it was done with.
    pub ended_at: Option<Stamp>,
    /// The rank at which it was gone back to last, once others had been taken.
    pub returned: Option<i64>,
    /// When that was.
    pub returned_at: Option<Stamp>,
    /// After how many paragraphs of its minute.
    pub returned_after: Option<u32>,
    /// Until when it was put off, in the clerk's words.
    pub deferred_to: String,
    /// What it was on the agenda of an earlier meeting, which put it off.
    pub deferred_from: Option<ItemId>,
    /// Why it was put off, withdrawn or dropped.
    pub why: String,
    /// Why the chair took it as urgent (s100B(4)(b), Local Government Act 1972).
    pub urgent_reason: String,
    /// At what time it is to be taken, if the agenda says.
    pub planned_at: Option<NaiveTime>,
    /// How many minutes it is given, if the agenda says.
    pub planned_minutes: Option<u32>,
    /// Under which paragraphs it is exempt.
    pub exempt: Paragraphs,
    /// What the public is told it is about while it is exempt; empty, only that it is.
    pub public_title: String,
    /// Why the public interest is in withholding it rather than telling it
    /// (paragraph 10, Schedule 12A, Local Government Act 1972). Never public.
    pub balance: String,
}

impl Item {
    /// Whether it is business of its own that has not been taken: what is on every agenda
    /// comes again by itself.
    #[must_use]
    pub fn is_unreached_business(&self) -> bool {
        use ItemKind::{Decision, Information, Report, Urgent};
        self.status == ItemStatus::NotReached
            && matches!(self.kind, Decision | Information | Report | Urgent)
    }

    /// It as it stands on the agenda of another meeting: what it is about, and nothing of
    /// what came of it.
    #[must_use]
    pub fn put_on(&self, id: ItemId, meeting: MeetingId, rank: i64) -> Self {
        let about = self.clone();
        Self {
            title: about.title,
            kind: about.kind,
            paper: about.paper,
            report_by: about.report_by,
            recommendation: about.recommendation,
            partnership: about.partnership,
            exempt: about.exempt,
            public_title: about.public_title,
            balance: about.balance,
            ..Self::blank(id, meeting, rank)
        }
    }

    /// A report to be taken at `meeting`, of which no more is known.
    #[must_use]
    pub fn blank(id: ItemId, meeting: MeetingId, rank: i64) -> Self {
        Self {
            id,
            meeting,
            rank,
            number: String::new(),
            title: String::new(),
            kind: ItemKind::Report,
            status: ItemStatus::NotReached,
            paper: String::new(),
            report_by: String::new(),
            recommendation: String::new(),
            partnership: None,
            taken: None,
            started_at: None,
            ended_at: None,
            returned: None,
            returned_at: None,
            returned_after: None,
            deferred_to: String::new(),
            deferred_from: None,
            why: String::new(),
            urgent_reason: String::new(),
            planned_at: None,
            planned_minutes: None,
            exempt: Paragraphs::default(),
            public_title: String::new(),
            balance: String::new(),
        }
    }
}
