//! The kinds of paper that the book takes in: a neutral [`Paper`] in, rows and
//! a report out.
//!
//! A new kind is a reader here and a line in [`KINDS`].

mod actions;
mod agenda;
mod heading;
mod letterhead;
mod members;
mod minutes;
mod particulars;
mod people;
mod place;
mod schedule;
mod table;
mod targets;
mod whole;
mod withheld;

pub(super) use minutes::LEADS;

use super::fault::Fault;
use super::limit;
use super::paper::Paper;
use super::report::Report;
use super::{Found, Known};
use crate::model::word::words;
use crate::model::{Entry, Mint, Record};

words! {
    /// What kind of paper a file is.
    PaperKind {
        /// Whatever it looks like.
        Auto = "auto",
        /// The governance schedule: Performance and Response, by partnership.
        Schedule = "schedule",
        /// The agenda of a meeting.
        Agenda = "agenda",
        /// The members of a body and their seats.
        Members = "members",
        /// A log of actions.
        Actions = "actions",
        /// The minutes of an earlier meeting.
        Minutes = "minutes",
        /// Results of targets.
        Targets = "targets",
    }
}

/// How much a paper looks like a kind, and why.
struct Likeness {
    /// From 1 to 100; the likeliest kind is taken.
    score: u32,
    /// Why, as the preview tells it.
    why: String,
}

/// A kind of paper.
struct Kind {
    /// Which.
    which: PaperKind,
    /// How much a paper looks like it; nothing if not at all.
    likeness: fn(&Paper) -> Option<Likeness>,
    /// Whether the book can keep what it holds from the public, item by item.
    withholds: bool,
    /// Reads a paper of it, and says in a few words what that puts on record.
    read: fn(&mut Desk<'_>) -> Result<String, Fault>,
}

/// Every kind that is read.
const KINDS: &[Kind] = &[
    Kind {
        which: PaperKind::Schedule,
        likeness: schedule::likeness,
        withholds: false,
        read: schedule::read,
    },
    Kind {
        which: PaperKind::Agenda,
        likeness: agenda::likeness,
        withholds: true,
        read: agenda::read,
    },
    Kind {
        which: PaperKind::Members,
        likeness: members::likeness,
        withholds: false,
        read: members::read,
    },
    Kind {
        which: PaperKind::Actions,
        likeness: actions::likeness,
        withholds: false,
        read: actions::read,
    },
    Kind {
        which: PaperKind::Minutes,
        likeness: minutes::likeness,
        withholds: true,
        read: minutes::read,
    },
    Kind {
        which: PaperKind::Targets,
        likeness: targets::likeness,
        withholds: false,
        read: targets::read,
    },
];

/// The desk a paper is read at: the paper, what the book knows, and what has
/// been made of it so far.
struct Desk<'a> {
    file: &'a str,
    paper: &'a Paper,
    known: &'a Known<'a>,
    mint: &'a mut Mint,
    report: Report,
    rows: Vec<Record>,
    gone: Vec<(&'static str, String)>,
}

impl Desk<'_> {
    /// Puts a row with the others.
    fn file(&mut self, row: impl Into<Record>) {
        self.rows.push(row.into());
    }
}

/// Reads `paper` as `kind`, or as what it looks like most.
pub(super) fn read(
    file: &str,
    paper: &Paper,
    kind: PaperKind,
    known: &Known<'_>,
    mint: &mut Mint,
) -> Result<Found, Fault> {
    let whole = whole::tables(paper)
        .or_else(|| schedule::headed(paper))
        .or_else(|| schedule::labelled(paper));
    let paper = whole.as_ref().unwrap_or(paper);
    let (chosen, why) = choose(kind, paper)?;
    few_enough(chosen.which, paper)?;
    let mut report = Report::new(file, chosen.which, why);
    report.warnings.extend(paper.notes.iter().cloned());
    report.unread.extend(paper.hidden.iter().cloned());
    let open = if chosen.withholds { None } else { Some(withheld::open(paper, &mut report)?) };
    let paper = open.as_ref().unwrap_or(paper);
    let mut desk = Desk { file, paper, known, mint, report, rows: vec![], gone: vec![] };
    let said = (chosen.read)(&mut desk)?;
    if desk.rows.len() > limit::ITEMS * 4 {
        return Err(Fault::over("the paper brings in too much", limit::ITEMS_SAID));
    }
    let Desk { mut report, rows, gone, .. } = desk;
    report.warnings.dedup();
    let something = !rows.is_empty() || !gone.is_empty();
    Ok(Found { report, entry: something.then_some(Entry::Filed { said, rows, gone }) })
}

/// Refuses a table with more rows than there may be people, actions or targets in a paper,
/// before any of them is looked at; its headings are rows too.
fn few_enough(kind: PaperKind, paper: &Paper) -> Result<(), Fault> {
    const HEADINGS: usize = 20;
    let listed = matches!(kind, PaperKind::Members | PaperKind::Actions | PaperKind::Targets);
    let rows = paper.tables().map(|table| table.rows.len()).max().unwrap_or(0);
    if listed && rows > limit::ITEMS + HEADINGS {
        return Err(Fault::over(format!("a table has {rows} rows"), limit::ITEMS_SAID));
    }
    Ok(())
}

fn choose(kind: PaperKind, paper: &Paper) -> Result<(&'static Kind, String), Fault> {
    if let Some(chosen) = KINDS.iter().find(|one| one.which == kind) {
        return Ok((chosen, "as asked".into()));
    }
    let likely = KINDS
        .iter()
        .filter_map(|one| Some((one, (one.likeness)(paper)?)))
        .reduce(|best, next| if next.1.score > best.1.score { next } else { best });
    likely.map(|(one, likeness)| (one, likeness.why)).ok_or_else(|| Fault::Strange {
        what: "nothing in the paper says whether it is a schedule, an agenda, a list of members, \
               a log of actions, minutes or targets"
            .into(),
    })
}
