//! Review copies: what goes into one.
//!
//! A copy is a new book with the rows it may have filed in it, and no journal but
//! its own, so nothing left out can be in any byte of it.

use rusqlite::{Connection, OptionalExtension as _};

use super::error::Doing as _;
use super::{Book, Error, Pen, Result, read};
use crate::model::{
    Annotation, Appointment, Body, Driver, Edition, EntryNo, Finding, Link, Meeting, Misprint,
    Mute, Organisation, Partnership, Person, PlanEntry, Point, Priority, Recommendation, Record,
    Response, Seat, Summary, Target, TargetResult,
};

/// The setting that says for whom a copy was made.
pub const COPY_FOR: &str = "copy for";

/// The setting that says which book a copy was made of.
pub(super) const COPY_OF: &str = "copy of";

/// The tables that come back from a copy: the rows of the schedule, its registers, and
/// what is noted beside them. A meeting is minuted in one book alone.
pub(super) const RETURNED: &[&str] = &[
    "annotation",
    "partnership",
    "summary",
    "point",
    "response",
    "target",
    "result",
    "recommendation",
    "driver",
    "finding",
    "priority",
    "plan",
    "gap_mute",
    "link",
];

/// Refuses what entry `no` changed in a review copy, where it would not come back.
pub(super) fn comes_back(db: &Connection, no: EntryNo) -> Result<()> {
    let stays = db
        .prepare_cached(
            "SELECT tab FROM change WHERE entry = ?
             AND EXISTS (SELECT 1 FROM setting WHERE name = ?)",
        )
        .and_then(|mut rows| {
            let tables = rows.query_map((no.0, COPY_OF), |row| row.get::<_, String>(0))?;
            tables.collect::<rusqlite::Result<Vec<_>>>()
        })
        .doing("writing in the copy")?;
    let returned = stays.iter().all(|table| RETURNED.contains(&table.as_str()));
    if returned { Ok(()) } else { Err(Error::Lent) }
}

/// Whom a copy is for, and what it goes by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lent {
    /// For whom.
    pub to: String,
    /// The mark that names minted in it carry; no other copy may have it.
    pub mark: String,
    /// What it says of itself.
    pub about: String,
}

/// Reads every row of the tables named, each as its own kind.
macro_rules! rows_of {
    ($db:expr, $($kind:ty => $table:literal),+ $(,)?) => {{
        let mut rows: Vec<Record> = Vec::new();
        $(
            let sql = concat!("SELECT * FROM ", $table, " ORDER BY id");
            rows.extend(read::all::<$kind>($db, $table, sql, [])?.into_iter().map(Record::from));
        )+
        rows
    }};
}

impl Book {
    /// Every row that belongs to no meeting but the ties: people, bodies, the
    /// schedule and the registers beside it; and the meetings themselves.
    pub fn rows_beside_meetings(&self) -> Result<Vec<Record>> {
        Ok(rows_of!(
            &self.db,
            Organisation => "organisation", Person => "person", Body => "body", Seat => "seat",
            Appointment => "appointment", Edition => "edition", Partnership => "partnership",
            Summary => "summary", Point => "point", Response => "response",
            Meeting => "meeting", Misprint => "misprint", Recommendation => "recommendation",
            Priority => "priority", Target => "target", TargetResult => "result",
            Driver => "driver", Finding => "finding", PlanEntry => "plan", Mute => "gap_mute",
            Annotation => "annotation",
        ))
    }

    /// Every tie in the book.
    pub fn links(&self) -> Result<Vec<Link>> {
        read::all(&self.db, "link", "SELECT * FROM link ORDER BY id", [])
    }

    /// What tells this book from every other: the digest of its first entry.
    pub(super) fn origin(&self) -> Result<String> {
        let own = self
            .db
            .query_row("SELECT digest FROM entry ORDER BY no LIMIT 1", [], |row| row.get(0))
            .optional()
            .doing("reading the journal")?;
        Ok(own.unwrap_or_default())
    }
}

impl Pen {
    /// Marks this new book as a copy of `whole`: what is recorded from here on is
    /// the copy's own, and what is in it already cannot be taken back.
    pub fn lend(&mut self, whole: &Book, lent: &Lent) -> Result<()> {
        if whole.setting(COPY_OF)?.is_some() {
            return Err(Error::NotOurs { why: "it is a review copy itself" });
        }
        let minted = whole.mint()?.minted();
        self.set_setting("about", &lent.about)?;
        self.set_setting(COPY_FOR, &lent.to)?;
        self.set_setting(COPY_OF, &whole.origin()?)?;
        self.mark(&lent.mark, minted)
    }
}
