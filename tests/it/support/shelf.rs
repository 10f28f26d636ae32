//! Books to test on, each a file of its own that goes when it is done with.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use chrono::{DateTime, FixedOffset};
use minutebook::book::{Book, Holder, Pen, Signed};
use minutebook::import::sample;
use minutebook::model::{Entry, Record};
use minutebook::rules;
use tempfile::TempDir;

use super::blank::{at, day};

/// When every test takes place: as the sample's meeting is called to order.
pub(crate) fn now() -> DateTime<FixedOffset> {
    at(day(2010, 7, 22), "10.00")
}

pub(crate) fn holder() -> Holder {
    Holder { who: "ada".into(), host: "shire".into(), pid: 7 }
}

/// What an entry is signed with.
pub(crate) fn signed(minted: i64) -> Signed {
    Signed { clerk: "ada".into(), at: now(), minted }
}

/// What guards the journaled tables of a book: by name, and as SQL.
pub(crate) fn guards(db: &rusqlite::Connection) -> Vec<(String, String)> {
    let mut statement =
        db.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").unwrap();
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
    rows.map(Result::unwrap).collect()
}

/// A book in a folder of its own.
pub(crate) struct Shelf {
    folder: TempDir,
    path: PathBuf,
}

impl Shelf {
    /// A folder with no book in it.
    pub(crate) fn empty() -> Self {
        // A folder in memory, where there is one: most tests care what is on
        // the disk and not how long a disk takes.
        let memory = Path::new("/dev/shm");
        let place = if memory.is_dir() { memory.to_owned() } else { std::env::temp_dir() };
        let folder = tempfile::tempdir_in(place).unwrap();
        let path = folder.path().join("board.minutebook");
        Self { folder, path }
    }

    /// The sample book.
    pub(crate) fn sample() -> Self {
        static MADE: OnceLock<Vec<u8>> = OnceLock::new();
        let bytes = MADE.get_or_init(|| {
            let made = sample::sample().unwrap();
            let shelf = Self::with(&made.said, made.rows);
            shelf.pen().set_setting("opens at", sample::MEETING).unwrap();
            fs::read(shelf.path()).unwrap()
        });
        let shelf = Self::empty();
        fs::write(&shelf.path, bytes).unwrap();
        shelf
    }

    /// A book with these rows in it, put on record in one entry.
    pub(crate) fn with(said: &str, rows: Vec<Record>) -> Self {
        let shelf = Self::empty();
        let mut pen = Pen::create(&shelf.path, &holder(), now()).unwrap();
        // What the rows themselves count up to stays below this.
        let minted = i64::try_from(rows.len()).unwrap() + 1_000;
        let entry = Entry::Filed { said: said.into(), rows, gone: Vec::new() };
        pen.record(&rules::admit(entry, &[]).unwrap(), &signed(minted)).unwrap();
        shelf
    }

    /// Where the book is.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// The folder it is in.
    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The book, to write in.
    pub(crate) fn pen(&self) -> Pen {
        Pen::open(&self.path, &holder(), now()).unwrap()
    }

    /// The book, to read.
    pub(crate) fn book(&self) -> Book {
        Book::read(&self.path).unwrap()
    }

    /// A connection that knows nothing of the rules of the house.
    pub(crate) fn raw(&self) -> rusqlite::Connection {
        rusqlite::Connection::open(&self.path).unwrap()
    }

    /// Fails unless `verify` finds nothing wrong.
    #[track_caller]
    pub(crate) fn is_sound(&self) {
        assert_eq!(self.book().verify().unwrap().faults, Vec::<String>::new());
    }
}
