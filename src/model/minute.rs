//! What a meeting said and settled: minutes, motions and decisions.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::word::words;
use super::{CorrectionId, DecisionId, ItemId, Majority, MeetingId, MotionId, PersonId, VoteId};

words! {
    /// The verb a decision is minuted under; there is no other.
    Verb {
        /// Something the body has power to settle.
        Resolved = "RESOLVED",
        /// The same, less formally.
        Agreed = "AGREED",
        /// Something that is another body's to settle.
        Recommended = "RECOMMENDED",
        /// Nothing was settled.
        Noted = "NOTED",
        /// Put off.
        Deferred = "DEFERRED",
        /// Sent to another body with a question.
        Referred = "REFERRED",
        /// Turned down.
        Refused = "REFUSED",
        /// Taken back by whoever brought it.
        Withdrawn = "WITHDRAWN",
        /// The meeting came to none.
        NoDecision = "NO DECISION",
    }
    /// How far a decision has gone.
    DecisionStatus {
        /// It stands.
        Made = "made",
        /// It has been called in, and waits.
        CalledIn = "called_in",
        /// It is in force.
        Effective = "effective",
        /// A later decision undid it.
        Rescinded = "rescinded",
        /// A later decision took its place.
        Superseded = "superseded",
        /// What it asked for has been done.
        Completed = "completed",
    }
    /// What sort of motion it is.
    MotionKind {
        /// A proposal of its own.
        Original = "original",
        /// A change to the motion before the meeting.
        Amendment = "amendment",
        /// About how the meeting goes on.
        Procedural = "procedural",
    }
    /// What became of a motion.
    MotionOutcome {
        /// Still before the meeting.
        Open = "open",
        /// Agreed to.
        Carried = "carried",
        /// Not agreed to.
        Lost = "lost",
        /// Nobody seconded it.
        Fell = "fell",
        /// Its mover took it back.
        Withdrawn = "withdrawn",
        /// Time ran out.
        Dropped = "dropped",
    }
}

impl Verb {
    /// Whether a decision under it is one of those that are lettered: one that puts
    /// the item itself off, takes it away, or says that nothing came of it, stands by itself.
    #[must_use]
    pub fn is_limb(self) -> bool {
        !matches!(self, Self::Deferred | Self::Withdrawn | Self::NoDecision)
    }

    /// Whether nothing was settled under it, so that it needs no quorum.
    #[must_use]
    pub fn settles_nothing(self) -> bool {
        matches!(self, Self::Noted | Self::NoDecision)
    }
}

impl MotionKind {
    /// What such a motion is called, at the beginning of a sentence.
    #[must_use]
    pub const fn noun(self) -> &'static str {
        match self {
            Self::Original => "Motion",
            Self::Amendment => "Amendment",
            Self::Procedural => "Procedural motion",
        }
    }
}

/// The minute of one item. It has the item's own name in the book.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Minute {
    /// The item it is about.
    pub id: ItemId,
    /// At which meeting.
    pub meeting: MeetingId,
    /// What was said, a paragraph to a line.
    pub text: String,
    /// What the public is told of an exempt item (s100C(2), Local Government
    /// Act 1972).
    pub summary: String,
    /// Its number in the body's year, once given for good.
    pub number: Option<u32>,
}

/// A note for the clerk alone. It is in no document, for anyone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// The item it is about, and its own name.
    pub id: ItemId,
    /// At which meeting.
    pub meeting: MeetingId,
    /// The note.
    pub text: String,
}

/// A motion, or an amendment to one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Motion {
    /// Its name in the book.
    pub id: MotionId,
    /// At which meeting.
    pub meeting: MeetingId,
    /// On which item.
    pub item: ItemId,
    /// Its place among everything recorded.
    pub rank: i64,
    /// After how many paragraphs of the minute.
    pub place: u32,
    /// What sort it is.
    pub kind: MotionKind,
    /// The motion it would amend.
    pub of: Option<MotionId>,
    /// Who moved it.
    pub mover: Option<PersonId>,
    /// Who seconded it.
    pub seconder: Option<PersonId>,
    /// Its words.
    pub text: String,
    /// What became of it.
    pub outcome: MotionOutcome,
    /// How much of a vote it needs.
    pub majority: Majority,
}

/// Something a meeting decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// Its name in the book.
    pub id: DecisionId,
    /// At which meeting.
    pub meeting: MeetingId,
    /// On which item.
    pub item: ItemId,
    /// Its place among everything recorded.
    pub rank: i64,
    /// After how many paragraphs of the minute.
    pub place: u32,
    /// Under which verb.
    pub verb: Verb,
    /// To whom it was recommended or referred, or until when deferred.
    pub to_whom: String,
    /// What was decided.
    pub text: String,
    /// Whether it adopts the item's recommendation as printed.
    pub as_recommended: bool,
    /// The first of the decisions, on other items too, that it was taken together
    /// with, en bloc.
    pub bloc: Option<DecisionId>,
    /// Why, where the report does not say.
    pub reasons: String,
    /// What else was thought of, and turned down.
    pub alternatives: String,
    /// Who moved it.
    pub mover: Option<PersonId>,
    /// Who seconded it.
    pub seconder: Option<PersonId>,
    /// The vote on it, if one was taken.
    pub vote: Option<VoteId>,
    /// From which day it holds, where that is not at once.
    pub effective_on: Option<NaiveDate>,
    /// By which day whoever it was referred to is asked to answer.
    pub reply_by: Option<NaiveDate>,
    /// Why it could not wait to be called in, and takes effect at once.
    pub at_once: String,
    /// How far it has gone.
    pub status: DecisionStatus,
    /// The earlier decision it undoes or replaces.
    pub replaces: Option<DecisionId>,
}

impl Decision {
    /// From which day it holds, where that is not at once; nothing while it is called in, as
    /// it waits then, or once another decision has undone or replaced it.
    #[must_use]
    pub const fn takes_effect(&self) -> Option<NaiveDate> {
        match self.status {
            DecisionStatus::CalledIn | DecisionStatus::Rescinded | DecisionStatus::Superseded => {
                None
            }
            DecisionStatus::Made | DecisionStatus::Effective | DecisionStatus::Completed => {
                self.effective_on
            }
        }
    }

    /// Something resolved on `item`, of which no more is known.
    #[must_use]
    pub fn blank(id: DecisionId, meeting: MeetingId, item: ItemId, rank: i64) -> Self {
        Self {
            id,
            meeting,
            item,
            rank,
            place: 0,
            verb: Verb::Resolved,
            to_whom: String::new(),
            text: String::new(),
            as_recommended: false,
            bloc: None,
            reasons: String::new(),
            alternatives: String::new(),
            mover: None,
            seconder: None,
            vote: None,
            effective_on: None,
            reply_by: None,
            at_once: String::new(),
            status: DecisionStatus::Made,
            replaces: None,
        }
    }
}

/// A mistake in earlier minutes put right by a later meeting. The earlier text
/// stays as it was; the two are printed together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    /// Its name in the book.
    pub id: CorrectionId,
    /// At which meeting it was agreed.
    pub meeting: MeetingId,
    /// Under which of its items.
    pub item: ItemId,
    /// The meeting whose minutes it corrects.
    pub of: MeetingId,
    /// The minute it corrects, as printed: "27/26"; or [`PRESENT`](Correction::PRESENT).
    pub minute: String,
    /// The words that were wrong.
    pub old: String,
    /// The words to be read instead.
    pub new: String,
    /// Whether the words put right are exempt, and so no business of the public wherever
    /// that was agreed.
    pub exempt: bool,
    /// Its place among everything recorded.
    pub rank: i64,
}

/// How many paragraphs `text` has: lines with something on them.
#[must_use]
pub fn paragraph_count(text: &str) -> u32 {
    u32::try_from(text.lines().filter(|line| !line.trim().is_empty()).count()).unwrap_or(u32::MAX)
}

/// A correction of a meeting's minutes, with when it was agreed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Corrected {
    /// The day of the meeting that agreed it.
    pub on: NaiveDate,
    /// Whether it was agreed under exempt business.
    pub exempt: bool,
    /// The correction.
    pub correction: Correction,
}

impl Correction {
    /// What stands for the number of a minute where the list of those present is corrected.
    pub const PRESENT: &str = "present";

    /// Whether it is of the list of those present, which has no number.
    #[must_use]
    pub fn is_of_present(&self) -> bool {
        self.minute == Self::PRESENT
    }

    /// What it corrects, at the beginning of a sentence: "Minute 27/26".
    #[must_use]
    pub fn subject(&self) -> String {
        if self.is_of_present() {
            "Those present".into()
        } else {
            format!("Minute {}", self.minute)
        }
    }

    /// Whether it is of the minute printed as `number`, or of a part of it: "36/26(a)".
    #[must_use]
    pub fn is_of(&self, number: &str) -> bool {
        let rest = self.minute.strip_prefix(number);
        rest.is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_digit() || c == '/'))
    }
}

impl Corrected {
    /// What it puts right: "for \"six\" read \"seven\"".
    #[must_use]
    pub fn in_words(&self) -> String {
        let Correction { old, new, .. } = &self.correction;
        format!("for \"{old}\" read \"{new}\"")
    }
}
