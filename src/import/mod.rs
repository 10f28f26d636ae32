//! Foreign papers read into the book: bytes in, rows and a report out.
//!
//! Reading has two stages. A *format* turns bytes into a neutral
//! [`Paper`](paper::Paper) of headings, paragraphs, list items and tables, each
//! with its place. A *kind* turns that into rows for the book and a [`Report`].
//! So the same schedule gives the same facts from any format, and a new format
//! or a new kind is one file and one line in a table.
//!
//! Nothing is invented. What a paper does not say stays unknown, and what was
//! not understood is told with its place. Nothing is fetched, opened or run.

mod fault;
mod format;
mod kind;
pub mod limit;
mod own;
pub mod paper;
mod report;
pub mod sample;
pub mod words;

use chrono::NaiveDate;

pub use fault::{Fault, Unreadable};
pub use kind::PaperKind;
pub use report::{Remark, Report};

use crate::model::{
    Action, Appointment, Attendance, Body, BodyId, Decision, Entry, Item, ItemId, Meeting, Mint,
    Minute, Mute, Organisation, Partnership, Person, Schedule, Seat, Target, TargetResult, Update,
    Vote,
};

/// What the book knows already, so that a paper is tied to it and not doubled.
///
/// Rows of other meetings and bodies do no harm: each kind of paper looks for
/// its own.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    /// Today, for papers that bear no date.
    pub today: NaiveDate,
    /// The meeting the clerk named for the paper.
    pub meeting: Option<&'a Meeting>,
    /// The bodies.
    pub bodies: &'a [Body],
    /// The people.
    pub people: &'a [Person],
    /// The organisations.
    pub organisations: &'a [Organisation],
    /// The seats on bodies.
    pub seats: &'a [Seat],
    /// Who has a place on which body.
    pub appointments: &'a [Appointment],
    /// The partnerships.
    pub partnerships: &'a [Partnership],
    /// Every edition of the schedule, whole.
    pub schedules: &'a [Schedule],
    /// The meetings.
    pub meetings: &'a [Meeting],
    /// The agenda items of any meeting the paper may be about.
    pub items: &'a [Item],
    /// Who came to those meetings.
    pub attendance: &'a [Attendance],
    /// The minutes of those items.
    pub minutes: &'a [Minute],
    /// Items that anything else hangs on: a decision, a note, an interest.
    pub busy: &'a [ItemId],
    /// Items that the clerk added, with nothing, or altered, each with a column they
    /// altered.
    pub typed: &'a [(ItemId, String)],
    /// What points and responses said before they were reworded, by their names.
    pub reworded: &'a [(String, String)],
    /// What was decided at them.
    pub decisions: &'a [Decision],
    /// The votes taken there.
    pub votes: &'a [Vote],
    /// The actions of any body the paper may be about.
    pub actions: &'a [Action],
    /// What has been reported of those.
    pub updates: &'a [Update],
    /// The targets, one by one.
    pub targets: &'a [Target],
    /// Their results.
    pub results: &'a [TargetResult],
    /// The gaps that were let pass.
    pub mutes: &'a [Mute],
}

impl Known<'_> {
    /// What an empty book knows on the day `today`.
    #[must_use]
    pub fn nothing(today: NaiveDate) -> Self {
        Self {
            today,
            meeting: None,
            bodies: &[],
            people: &[],
            organisations: &[],
            seats: &[],
            appointments: &[],
            partnerships: &[],
            schedules: &[],
            meetings: &[],
            items: &[],
            attendance: &[],
            minutes: &[],
            busy: &[],
            typed: &[],
            reworded: &[],
            decisions: &[],
            votes: &[],
            actions: &[],
            updates: &[],
            targets: &[],
            results: &[],
            mutes: &[],
        }
    }

    /// The body of the meeting the clerk named.
    #[must_use]
    pub fn body(&self) -> Option<&BodyId> {
        self.meeting.map(|meeting| &meeting.body)
    }
}

/// What a paper came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// What was found in it, for the clerk to look at first.
    pub report: Report,
    /// All of it as one thing to put on record, and so one thing to undo; none
    /// if the paper brings nothing that the book can keep.
    pub entry: Option<Entry>,
}

/// Reads the file `bytes`, called `name`, as a paper of `kind`.
///
/// # Errors
///
/// Says in a sentence what is wrong with a file that cannot be read, or that
/// no kind of paper fits; nothing is found then.
pub fn read(
    name: &str,
    bytes: &[u8],
    kind: PaperKind,
    known: &Known<'_>,
    mint: &mut Mint,
) -> Result<Found, Unreadable> {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    format::open(file, bytes)
        .and_then(|paper| kind::read(file, &own::plain(paper), kind, known, mint))
        .map_err(|fault| Unreadable { file: file.to_owned(), fault })
}
