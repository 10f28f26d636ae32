//! The closed list of what a clerk can put on record.

use super::day::Stamp;
use super::{
    Action, Adjournment, Attendance, Ballot, Correction, Decision, DecisionId, Interest, Item,
    ItemId, ItemStatus, Link, MeetingId, MinutesStatus, Motion, Movement, Note, Paragraphs,
    Presiding, Record, Update, Vote,
};

/// One thing put on record.
///
/// Whatever changes a book is one of these: there is no other way in, so the
/// journal of entries is the whole story of the book. Each is one step for undo.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    /// Rows were added or put right together: a paper read in, a meeting made,
    /// a person's details mended.
    Filed {
        /// What was done, as the history says it.
        said: String,
        /// The rows, each whole.
        rows: Vec<Record>,
        /// Rows to be struck out first: table and name.
        gone: Vec<(&'static str, String)>,
    },
    /// The meeting began.
    Began {
        /// Which meeting.
        meeting: MeetingId,
        /// When.
        at: Stamp,
    },
    /// The meeting broke off.
    Adjourned {
        /// From when, and during what.
        adjournment: Adjournment,
    },
    /// The meeting went on.
    Resumed {
        /// Which meeting.
        meeting: MeetingId,
        /// When.
        at: Stamp,
    },
    /// The meeting ended.
    Closed {
        /// Which meeting.
        meeting: MeetingId,
        /// When.
        at: Stamp,
    },
    /// An item was taken up, and the one before it left.
    Took {
        /// At which meeting.
        meeting: MeetingId,
        /// The item taken up.
        item: ItemId,
        /// When.
        at: Stamp,
        /// Its place in the order of business.
        taken: i64,
        /// The number its minute is given.
        number: u32,
        /// The item left, and how it was left.
        left: Option<(ItemId, ItemStatus)>,
    },
    /// An item was put on the agenda: urgent business, a resolution to exclude
    /// the public, a sub-item.
    Added {
        /// The item.
        item: Item,
    },
    /// What the agenda says of an item was put right, or its place.
    Arranged {
        /// At which meeting.
        meeting: MeetingId,
        /// Which item.
        item: ItemId,
        /// The items this alters, each as it now stands: it alone, or with it
        /// those that it changed places with.
        items: Vec<Item>,
    },
    /// An item was put off, withdrawn or dropped.
    SetAside {
        /// At which meeting.
        meeting: MeetingId,
        /// Which item.
        item: ItemId,
        /// What became of it.
        status: ItemStatus,
        /// Until when, in the clerk's words.
        until: String,
        /// The meeting that has it next, if one is named.
        next: Option<MeetingId>,
        /// Why.
        why: String,
        /// When.
        at: Stamp,
        /// The decision that set it aside, as the minute prints it.
        decision: Option<Box<Decision>>,
        /// The item as it stands on the agenda of the meeting that has it next.
        carried: Option<Box<Item>>,
    },
    /// People came in.
    Arrived {
        /// At which meeting.
        meeting: MeetingId,
        /// Their attendance, as it now stands.
        attendance: Vec<Attendance>,
        /// Their comings.
        movements: Vec<Movement>,
    },
    /// Somebody went out.
    Departed {
        /// The going.
        movement: Movement,
    },
    /// Somebody sent apologies.
    Apologised {
        /// Their attendance, as it now stands.
        attendance: Attendance,
    },
    /// It became known whether somebody could bind those who sent them.
    Mandated {
        /// Their attendance, as it now stands.
        attendance: Attendance,
    },
    /// Somebody came in place of a member.
    Substituted {
        /// The substitute's attendance.
        substitute: Attendance,
        /// The member's own.
        principal: Attendance,
        /// The substitute's coming in, if they have.
        movement: Option<Movement>,
    },
    /// Somebody took the chair.
    Presided {
        /// Who, from when.
        presiding: Presiding,
    },
    /// Somebody declared an interest, or it became known what they did.
    Declared {
        /// The interest, as it now stands.
        interest: Interest,
    },
    /// What was said on an item was written down.
    Wrote {
        /// At which meeting.
        meeting: MeetingId,
        /// On which item.
        item: ItemId,
        /// The whole text, as it now stands.
        text: String,
    },
    /// The public summary of an exempt item was written.
    Summarised {
        /// At which meeting.
        meeting: MeetingId,
        /// On which item.
        item: ItemId,
        /// The whole summary, as it now stands.
        text: String,
    },
    /// The clerk made a private note.
    Noted {
        /// The whole note, as it now stands.
        note: Note,
    },
    /// An item was made exempt, or open again.
    Exempted {
        /// At which meeting.
        meeting: MeetingId,
        /// Which item.
        item: ItemId,
        /// Under which paragraphs; none, open.
        paragraphs: Paragraphs,
    },
    /// Somebody moved a motion or an amendment, or it became known what became
    /// of it.
    Moved {
        /// The motion, as it now stands.
        motion: Motion,
    },
    /// A vote was taken.
    Voted {
        /// The vote.
        vote: Vote,
        /// Who voted how, where that is noted.
        ballots: Vec<Ballot>,
        /// The motion put, as it now stands.
        motions: Vec<Motion>,
        /// The decisions already recorded that the vote was on: one, or those taken
        /// together.
        decisions: Vec<DecisionId>,
        /// Those already recorded that it did not carry, and which were never made:
        /// they stand among the motions, lost.
        lost: Vec<DecisionId>,
    },
    /// Something was decided.
    Decided {
        /// The decision.
        decision: Decision,
    },
    /// Somebody was told to do something.
    Assigned {
        /// The action.
        action: Action,
    },
    /// Something was reported about an action.
    Reported {
        /// The report.
        update: Update,
    },
    /// Two things were tied together.
    Linked {
        /// The tie.
        link: Link,
    },
    /// A mistake in earlier minutes was put right.
    Corrected {
        /// The correction.
        correction: Correction,
    },
    /// The minutes of an earlier meeting were confirmed as correct, or signed.
    Confirmed {
        /// At which meeting.
        meeting: MeetingId,
        /// The meeting whose minutes they are.
        of: MeetingId,
        /// Confirmed or signed.
        to: MinutesStatus,
        /// The decision that did it, if it was decided and not only done.
        decision: Option<Box<Decision>>,
    },
    /// The minutes went a step further.
    Advanced {
        /// Of which meeting.
        meeting: MeetingId,
        /// To which step.
        to: MinutesStatus,
    },
}

impl Entry {
    /// The word the journal files this entry under.
    #[must_use]
    pub fn verb(&self) -> &'static str {
        match self {
            Self::Filed { .. } => "filed",
            Self::Began { .. } => "began",
            Self::Adjourned { .. } => "adjourned",
            Self::Resumed { .. } => "resumed",
            Self::Closed { .. } => "closed",
            Self::Took { .. } => "took",
            Self::Added { .. } => "added",
            Self::Arranged { .. } => "arranged",
            Self::SetAside { .. } => "set_aside",
            Self::Arrived { .. } => "arrived",
            Self::Departed { .. } => "departed",
            Self::Apologised { .. } => "apologised",
            Self::Mandated { .. } => "mandated",
            Self::Substituted { .. } => "substituted",
            Self::Presided { .. } => "presided",
            Self::Declared { .. } => "declared",
            Self::Wrote { .. } => "wrote",
            Self::Summarised { .. } => "summarised",
            Self::Noted { .. } => "noted",
            Self::Exempted { .. } => "exempted",
            Self::Moved { .. } => "moved",
            Self::Voted { .. } => "voted",
            Self::Decided { .. } => "decided",
            Self::Assigned { .. } => "assigned",
            Self::Reported { .. } => "reported",
            Self::Linked { .. } => "linked",
            Self::Corrected { .. } => "corrected",
            Self::Confirmed { .. } => "confirmed",
            Self::Advanced { .. } => "advanced",
        }
    }

    /// The item it is about, if it is about one of the agenda.
    #[must_use]
    pub fn item(&self) -> Option<&ItemId> {
        match self {
            Self::Took { item, .. }
            | Self::SetAside { item, .. }
            | Self::Arranged { item, .. }
            | Self::Wrote { item, .. }
            | Self::Summarised { item, .. }
            | Self::Exempted { item, .. } => Some(item),
            Self::Noted { note } => Some(&note.id),
            Self::Declared { interest } => Some(&interest.item),
            Self::Moved { motion } => Some(&motion.item),
            Self::Voted { vote, .. } => Some(&vote.item),
            Self::Decided { decision } => Some(&decision.item),
            Self::Assigned { action } => Some(&action.item),
            Self::Corrected { correction } => Some(&correction.item),
            _ => None,
        }
    }

    /// The meeting it was recorded at, if at one.
    #[must_use]
    pub fn meeting(&self) -> Option<&MeetingId> {
        match self {
            Self::Filed { .. } => None,
            Self::Adjourned { adjournment } => Some(&adjournment.meeting),
            Self::Began { meeting, .. }
            | Self::Resumed { meeting, .. }
            | Self::Closed { meeting, .. }
            | Self::Took { meeting, .. }
            | Self::SetAside { meeting, .. }
            | Self::Arranged { meeting, .. }
            | Self::Arrived { meeting, .. }
            | Self::Wrote { meeting, .. }
            | Self::Summarised { meeting, .. }
            | Self::Exempted { meeting, .. }
            | Self::Confirmed { meeting, .. }
            | Self::Advanced { meeting, .. } => Some(meeting),
            Self::Added { item } => Some(&item.meeting),
            Self::Departed { movement } => Some(&movement.meeting),
            Self::Apologised { attendance } | Self::Mandated { attendance } => {
                Some(&attendance.meeting)
            }
            Self::Substituted { substitute, .. } => Some(&substitute.meeting),
            Self::Presided { presiding } => Some(&presiding.meeting),
            Self::Declared { interest } => Some(&interest.meeting),
            Self::Noted { note } => Some(&note.meeting),
            Self::Moved { motion } => Some(&motion.meeting),
            Self::Voted { vote, .. } => Some(&vote.meeting),
            Self::Decided { decision } => Some(&decision.meeting),
            Self::Assigned { action } => Some(&action.meeting),
            Self::Reported { update } => update.meeting.as_ref(),
            Self::Linked { link } => link.meeting.as_ref(),
            Self::Corrected { correction } => Some(&correction.meeting),
        }
    }
}
