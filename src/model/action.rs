//! What people were told to do by a date, and what came of it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::day::Stamp;
use super::word::words;
use super::{ActionId, BodyId, ItemId, MeetingId, OrganisationId, PersonId, UpdateId};

words! {
    /// How far an action has gone. Overdue is not a state: it follows from the
    /// day ([`Action::is_overdue`]).
    ActionStatus {
        /// Given, and not begun.
        Open = "open",
        /// Begun.
        InProgress = "in_progress",
        /// Done, says the owner.
        Complete = "complete",
        /// Done, agrees a meeting.
        Confirmed = "confirmed",
        /// No longer wanted.
        Cancelled = "cancelled",
        /// Another action has taken its place.
        Superseded = "superseded",
    }
}

impl ActionStatus {
    /// Whether there is still something to do.
    #[must_use]
    pub fn is_live(self) -> bool {
        matches!(self, Self::Open | Self::InProgress)
    }
}

/// What a person was told to do by a date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Action {
    /// Its name in the book.
    pub id: ActionId,
    /// The body that asked for it.
    pub body: BodyId,
    /// Its number in the body's year.
    pub number: u32,
    /// The year, in full.
    pub year: i32,
    /// At which meeting.
    pub meeting: MeetingId,
    /// On which item.
    pub item: ItemId,
    /// Its place among everything recorded.
    pub rank: i64,
    /// After how many paragraphs of the minute.
    pub place: u32,
    /// What is to be done, verb first.
    pub text: String,
    /// The one person accountable for it.
    pub owner: Option<PersonId>,
    /// The organisation accountable, where no person is named.
    pub organisation: Option<OrganisationId>,
    /// Who helps.
    pub support: People,
    /// The day it is due, if one follows from what was said.
    pub due: Option<NaiveDate>,
    /// When it is due, as it was said: "next meeting", "Q2 2010/11".
    pub due_text: String,
    /// How far it has gone.
    pub status: ActionStatus,
}

impl Action {
    /// Its reference, as printed: "A/26/14".
    #[must_use]
    pub fn reference(&self) -> String {
        format!("A/{:02}/{:02}", self.year.rem_euclid(100), self.number)
    }

    /// By when it is to be done: its day, or else what was said, or else "no date".
    #[must_use]
    pub fn due_in_words(&self) -> String {
        match (self.due, self.due_text.as_str()) {
            (Some(due), _) => super::day::plain(due),
            (None, "") => "no date".into(),
            (None, text) => text.to_owned(),
        }
    }

    /// Whether its day has passed with something still to do.
    #[must_use]
    pub fn is_overdue(&self, today: NaiveDate) -> bool {
        self.status.is_live() && self.due.is_some_and(|due| due < today)
    }
}

/// Some people, in order, kept as one line of names in the book.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "String", from = "String")]
pub struct People(pub Vec<PersonId>);

impl From<People> for String {
    fn from(people: People) -> Self {
        people.0.into_iter().map(|id| id.0).collect::<Vec<_>>().join(" ")
    }
}

impl From<String> for People {
    fn from(text: String) -> Self {
        Self(text.split_whitespace().map(PersonId::from).collect())
    }
}

/// A report on an action. Never altered; the next one says otherwise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Update {
    /// Its name in the book.
    pub id: UpdateId,
    /// On which action.
    pub action: ActionId,
    /// When it was given.
    pub at: Stamp,
    /// At which meeting, if at one.
    pub meeting: Option<MeetingId>,
    /// Who gave it or agreed to it.
    pub by: String,
    /// What was said, evidence included.
    pub text: String,
    /// How far the action has gone now.
    pub status: ActionStatus,
    /// The day it is due now.
    pub due: Option<NaiveDate>,
    /// When it is due now, as it was said.
    pub due_text: String,
    /// The day it was due before.
    pub was: Option<NaiveDate>,
    /// Its place among everything recorded.
    pub rank: i64,
}

impl Update {
    /// Whether a meeting had to agree to it: a new day, or that the action is complete.
    #[must_use]
    pub fn is_agreed(&self) -> bool {
        self.due != self.was || self.status == ActionStatus::Confirmed
    }

    /// Whether it gives another day than there was, or words where no day follows from them.
    #[must_use]
    pub fn moves(&self) -> bool {
        self.due != self.was && (self.due.is_some() || !self.due_text.is_empty())
    }

    /// Whether it puts the day back: a first day is no slip, nor is an earlier one; to wait
    /// for a meeting that has no day yet is.
    #[must_use]
    pub fn slips(&self) -> bool {
        self.was.is_some_and(|was| self.due.is_none_or(|due| due > was)) && self.moves()
    }
}
