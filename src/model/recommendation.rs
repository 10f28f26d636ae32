//! What a body recommended to another, and what came of it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::word::words;
use super::{MeetingId, RecommendationId, day};

words! {
    /// How far a recommendation has gone.
    RecommendationStatus {
        /// It was made; nothing has been heard of it.
        Made = "made",
        /// Whoever it is addressed to has it.
        Received = "received",
        /// They will do it.
        Accepted = "accepted",
        /// They will do some of it.
        PartAccepted = "accepted_in_part",
        /// They will not.
        Rejected = "rejected",
        /// It is being done.
        InProgress = "in_progress",
        /// It is done, they say.
        Achieved = "achieved",
        /// It is done, agrees whoever made it.
        SignedOff = "signed_off",
    }
}

impl RecommendationStatus {
    /// Whether somebody still has to answer for it.
    #[must_use]
    pub fn is_live(self) -> bool {
        !matches!(self, Self::Rejected | Self::SignedOff)
    }

    /// Whether a reply is still awaited.
    #[must_use]
    pub fn awaits_reply(self) -> bool {
        matches!(self, Self::Made | Self::Received)
    }
}

/// What a body recommended to another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recommendation {
    /// Its name in the book.
    pub id: RecommendationId,
    /// Its number or letter in the report that made it: "R5", "(a)".
    pub number: String,
    /// The report or meeting it comes from, as the papers call it.
    pub source: String,
    /// The meeting that made it, if the book has it.
    pub meeting: Option<MeetingId>,
    /// The day it was made, as far as is known.
    pub made_on: Option<NaiveDate>,
    /// What is recommended.
    pub text: String,
    /// To whom.
    pub addressed_to: String,
    /// The person who leads on it, if one is named.
    pub lead: String,
    /// The day it is to be done by, if one follows from what was said.
    pub due: Option<NaiveDate>,
    /// When it is to be done by, as it was said.
    pub due_text: String,
    /// The day a reply is due (two months, where the law asks for a reply).
    pub reply_due: Option<NaiveDate>,
    /// What was replied.
    pub reply: String,
    /// How far it has gone.
    pub status: RecommendationStatus,
    /// Its place in lists.
    pub rank: i64,
}

impl Recommendation {
    /// One of which nothing is said yet.
    #[must_use]
    pub fn blank(id: RecommendationId, rank: i64) -> Self {
        Self {
            id,
            number: String::new(),
            source: String::new(),
            meeting: None,
            made_on: None,
            text: String::new(),
            addressed_to: String::new(),
            lead: String::new(),
            due: None,
            due_text: String::new(),
            reply_due: None,
            reply: String::new(),
            status: RecommendationStatus::Made,
            rank,
        }
    }

    /// Whether a reply was due before `today` and none has come.
    #[must_use]
    pub fn is_unanswered(&self, today: NaiveDate) -> bool {
        self.status.awaits_reply()
            && self.reply.is_empty()
            && self.reply_due.is_some_and(|due| due < today)
    }

    /// How it stands on `today`, in words: what is late is told as that.
    #[must_use]
    pub fn stands(&self, today: NaiveDate) -> String {
        let status = self.status.plain();
        let late = self.is_overdue(today).then(|| "overdue".to_owned());
        let told = late.or_else(|| self.awaited(today));
        told.map_or_else(|| status.clone(), |told| format!("{status}, {told}"))
    }

    /// By when a reply was or is to come, in words, while one is awaited.
    #[must_use]
    pub fn awaited(&self, today: NaiveDate) -> Option<String> {
        let due = self.reply_due.filter(|_| self.status.awaits_reply() && self.reply.is_empty())?;
        let word = if due < today { "no reply by" } else { "reply due by" };
        Some(format!("{word} {}", day::plain(due)))
    }

    /// Whether its day has passed with something still to be done.
    #[must_use]
    pub fn is_overdue(&self, today: NaiveDate) -> bool {
        self.status.is_live()
            && self.status != RecommendationStatus::Achieved
            && self.due.is_some_and(|due| due < today)
    }
}
