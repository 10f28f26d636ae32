//! The book: one `SQLite` file that takes permitted entries in and gives
//! sittings and registers out.
//!
//! A [`Book`] reads. A [`Pen`] also writes, and is the only thing that can; an
//! officer or a projector is handed a [`Book`], so neither can write by mistake.

mod beside;
mod confirmed;
mod copy;
mod draft;
mod engagement;
mod error;
mod gap;
mod gathered;
mod history;
mod hold;
mod journal;
mod ledger;
mod merge;
mod open;
mod overview;
mod past;
mod perform;
mod read;
mod recommended;
mod register;
mod replay;
mod review;
mod schedule;
mod schema;
mod search;
mod sitting;
mod tie;
mod trigger;
mod undo;
mod verify;
mod waiting;
mod web;

use std::ops::Deref;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OptionalExtension as _, params};

use crate::model::day::{self, Stamp};
use crate::model::{EntryNo, Mint};

pub use copy::{COPY_FOR, Lent};
pub use error::{Error, Result};
pub use gathered::Gathered;
pub use hold::Holder;
pub use journal::Signed;
pub use open::knock;
pub use register::{EVERY, Filter};
pub use verify::Findings;

use error::Doing as _;

/// A minute book, open for reading.
#[derive(Debug)]
pub struct Book {
    db: Connection,
    path: PathBuf,
    large: bool,
}

/// A minute book, open for writing.
#[derive(Debug)]
pub struct Pen {
    book: Book,
    /// Who holds it and since when, until the book says so.
    capped: Option<(Holder, Stamp)>,
    /// The last entry this pen has seen in the book.
    seen: EntryNo,
    /// The first entry of the line recorded last, which others may go on with.
    line: Option<EntryNo>,
    _hold: hold::Hold,
}

/// Cuts a question short that another thread has asked of a book.
pub struct Interrupt(rusqlite::InterruptHandle);

impl Interrupt {
    /// Ends the question being answered, if one is; it fails where it was asked.
    pub fn cut_short(&self) {
        self.0.interrupt();
    }
}

impl Book {
    /// Whether the file at `path` may be a book, by its first bytes.
    #[must_use]
    pub fn is_at(path: &Path) -> bool {
        open::begins_so(path)
    }

    /// Opens the book at `path` to read it, if its pages hang together.
    pub fn read(path: &Path) -> Result<Self> {
        let book = Self::read_unchecked(path)?;
        book.check()?;
        Ok(book)
    }

    /// Opens the book at `path` to read it; [`Book::check`] is still to be asked.
    pub fn read_unchecked(path: &Path) -> Result<Self> {
        Self::behind(open::gate(path)?, false)
    }

    fn behind(gate: open::Gate, write: bool) -> Result<Self> {
        Ok(Self { db: open::open(&gate, write)?, path: gate.path, large: gate.large })
    }

    /// Opens a second connection to a book this program has open already, and has
    /// seen the shape of.
    pub fn again(&self) -> Result<Self> {
        let db = open::connect(&self.path, false)?;
        Ok(Self { db, path: self.path.clone(), large: self.large })
    }

    /// Where the book is, behind any symbolic link.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// A number that moves whenever another connection commits.
    ///
    /// Asking costs a few microseconds and takes no lock, so a follower may ask
    /// many times a second.
    pub fn version(&self) -> Result<i64> {
        self.db.query_row("PRAGMA data_version", [], |row| row.get(0)).doing("looking for changes")
    }

    /// Reads as of one moment, whatever another program writes meanwhile; inside
    /// another such reading, as of that one's.
    fn at_once<T>(&self, read: impl FnOnce(&Connection) -> Result<T>) -> Result<T> {
        if !self.db.is_autocommit() {
            return read(&self.db);
        }
        let moment = self.db.unchecked_transaction().doing("reading the book")?;
        read(&moment)
    }

    /// Mints names that this book has not given.
    pub fn mint(&self) -> Result<Mint> {
        self.db
            .query_row("SELECT id, minted FROM copy", [], |row| {
                Ok(Mint::new(row.get::<_, String>(0)?, row.get(1)?))
            })
            .doing("reading the book")
    }

    /// Asks for what another thread may use to cut a long question short.
    #[must_use]
    pub fn interrupt(&self) -> Interrupt {
        Interrupt(self.db.get_interrupt_handle())
    }

    /// Refuses a book whose pages do not hang together. That takes a millisecond
    /// or two to each megabyte, so those of a large one are left to
    /// [`Book::verify`].
    pub fn check(&self) -> Result<()> {
        if self.large { Ok(()) } else { open::quick_check(&self.db) }
    }

    /// Copies the book, whole, to `path`, where there must be no file, also while
    /// somebody writes in it; the copy is checked before it is called one.
    pub fn backup(&self, path: &Path) -> Result<()> {
        let made = open::create_empty(path)?;
        let copied = open::connect(&made, true).and_then(|mut copy| {
            let backup =
                rusqlite::backup::Backup::new(&self.db, &mut copy).doing("copying the book")?;
            let pause = std::time::Duration::from_millis(5);
            backup.run_to_completion(256, pause, None).doing("copying the book")?;
            drop(backup);
            open::quick_check(&copy)
        });
        if copied.is_err() {
            let _ = std::fs::remove_file(path);
        }
        copied
    }

    /// The meeting that has the item called `item`.
    pub fn meeting_of_item(&self, item: &str) -> Result<Option<crate::model::MeetingId>> {
        self.db
            .query_row("SELECT meeting FROM item WHERE id = ?", [item], |row| {
                row.get(0).map(crate::model::MeetingId)
            })
            .optional()
            .doing("reading the book")
    }

    fn holder(&self) -> Result<Error> {
        let found: Option<(String, String, i64, String)> = self
            .db
            .query_row("SELECT who, host, pid, since FROM holder", [], |row| {
                Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
            })
            .optional()
            .doing("asking who has the pen")?;
        Ok(match found {
            Some((who, host, pid, since)) => {
                let since = Stamp::parse_from_rfc3339(&since).map_or_else(
                    |_| String::new(),
                    |at| format!(" since {} on {}", day::time_of(at), day::plain(at.date_naive())),
                );
                Error::Held { who: format!("{who} on {host} (process {pid})"), since }
            }
            None => Error::Held { who: "Another window".into(), since: String::new() },
        })
    }
}

impl Pen {
    /// Makes an empty book at `path`, where there must be no file.
    pub fn create(path: &Path, holder: &Holder, at: Stamp) -> Result<Self> {
        open::create(path)?;
        Self::open(path, holder, at)
    }

    /// Opens the book at `path` to write in it, if its pages hang together.
    pub fn open(path: &Path, holder: &Holder, at: Stamp) -> Result<Self> {
        let pen = Self::open_unchecked(path, holder, at)?;
        pen.check()?;
        Ok(pen)
    }

    /// Opens the book at `path` to write in it; [`Book::check`] is still to be
    /// asked before anything is.
    pub fn open_unchecked(path: &Path, holder: &Holder, at: Stamp) -> Result<Self> {
        let gate = open::gate_to_write(path)?;
        let Some(hold) = hold::Hold::take(&gate.path)? else {
            return Err(Book::behind(gate, false)?.holder()?);
        };
        let book = Book::behind(gate, true)?;
        if book.db.is_readonly(rusqlite::MAIN_DB).doing("taking the pen")? {
            return Err(Error::ReadOnly);
        }
        Ok(Self {
            book,
            capped: Some((holder.clone(), at)),
            seen: EntryNo(0),
            line: None,
            _hold: hold,
        })
    }

    /// Has the book say who holds the pen, and has the pen write the journal.
    ///
    /// The first entry sees to it; who has a moment to spare before then, such as
    /// a screen that has shown its first page, saves that entry the wait.
    pub fn uncap(&mut self) -> Result<()> {
        let Some((holder, at)) = &self.capped else { return Ok(()) };
        self.book
            .db
            .execute(
                "INSERT INTO holder (one, who, host, pid, since) VALUES (1, ?, ?, ?, ?)
                 ON CONFLICT (one) DO UPDATE SET who = excluded.who, host = excluded.host,
                 pid = excluded.pid, since = excluded.since",
                params![holder.who, holder.host, holder.pid, at.to_rfc3339()],
            )
            .doing("taking the pen")?;
        trigger::journal(&self.book.db)?;
        self.capped = None;
        Ok(())
    }
}

impl Deref for Pen {
    type Target = Book;

    fn deref(&self) -> &Book {
        &self.book
    }
}
