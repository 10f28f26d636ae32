//! The closed list of what a clerk can put on record.

mod about;

use chrono::NaiveDate;

use super::day::Stamp;
use super::{
    Action, Addendum, Adjournment, Appointment, Attendance, Ballot, CallIn, Correction, Decision,
    DecisionId, DecisionStatus, Interest, Item, ItemId, ItemStatus, Link, MeetingId, MeetingKind,
    MinutesStatus, Motion, Movement, Note, Paragraphs, PersonId, PlanEntry, Poll, Presiding,
    Record, Update, Vote,
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
    /// The agenda went out.
    Published {
        /// Of which meeting.
        meeting: MeetingId,
        /// On which day.
        on: NaiveDate,
    },
    /// A paper was sent out after the agenda.
    Supplemented {
        /// The paper.
        addendum: Addendum,
    },
    /// It became known what sort of meeting it is.
    Classed {
        /// Which meeting.
        meeting: MeetingId,
        /// What sort.
        kind: MeetingKind,
        /// The numbers of the minutes that had none while notes were kept, by their items.
        numbered: Vec<(ItemId, u32)>,
    },
    /// It became known that the meeting will not be held.
    CalledOff {
        /// Which meeting.
        meeting: MeetingId,
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
    /// Those elected to the chair took their places on the roll, and those before them
    /// others.
    Appointed {
        /// At which meeting.
        meeting: MeetingId,
        /// The places this alters, ends and begins, each as it now stands.
        places: Vec<Appointment>,
    },
    /// The meeting ended.
    Closed {
        /// Which meeting.
        meeting: MeetingId,
        /// When, if that is known.
        at: Option<Stamp>,
    },
    /// An item was taken up, and the one before it left.
    Took {
        /// At which meeting.
        meeting: MeetingId,
        /// The item taken up.
        item: ItemId,
        /// When.
        at: Stamp,
        /// Whether that is known: of what is put down after the meeting it may only be the
        /// last time on record.
        timed: bool,
        /// Its place in the order of business.
        taken: i64,
        /// The number its minute is given; none, where informal notes are kept.
        number: Option<u32>,
        /// The item left, and how it was left; as not reached, it was taken too soon.
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
        /// Why the public interest is in withholding it, as it now stands.
        balance: String,
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
    /// Somebody was elected.
    Elected {
        /// The decision that says who, and to what.
        decision: Decision,
        /// How it was counted.
        poll: Poll,
    },
    /// A decision was called in, or what came of that was settled.
    CalledIn {
        /// The call-in, as it now stands.
        call_in: CallIn,
        /// How the decision that was called in now stands.
        status: DecisionStatus,
        /// The decision that settles it, as the minute prints it.
        decision: Option<Box<Decision>>,
    },
    /// Somebody promised to bring something back.
    Promised {
        /// At which meeting.
        meeting: MeetingId,
        /// What was promised, as the forward plan has it.
        plan: PlanEntry,
        /// What ties it to the item it was promised on.
        link: Link,
        /// The item on the agenda of the meeting that is to have it, and what ties the
        /// two.
        carried: Option<Box<(Item, Link)>>,
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
        /// Who signed them, on which day and on which leaf, if they are signed.
        signature: Option<(PersonId, NaiveDate, Option<u32>)>,
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
