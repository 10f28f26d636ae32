//! What can go wrong with a book, in words for the clerk.

use std::io;
use std::path::PathBuf;

use rusqlite::ErrorCode;

use crate::model::EntryNo;

/// The result of asking something of a book.
pub type Result<T> = std::result::Result<T, Error>;

/// Why a book could not do what it was asked.
///
/// Each message is a whole sentence that says what happened; [`Error::hint`]
/// says what to do about it. None of them loses anything on record: an entry is
/// written whole or not at all.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// There is no file there.
    #[error("There is no minute book at {}.", .0.display())]
    Absent(PathBuf),
    /// There is a file where a new book was to be made.
    #[error("{} is there already, and a new book is never made over a file.", .0.display())]
    Taken(PathBuf),
    /// It is a folder, a pipe or a device.
    #[error("{} is not a file that could hold a minute book.", .0.display())]
    NotAFile(PathBuf),
    /// It holds nothing at all.
    #[error("{} is empty: it has 0 bytes.", .0.display())]
    Empty(PathBuf),
    /// It is some other kind of file.
    #[error("{} is not a minute book: {what}.", .path.display())]
    Foreign {
        /// The file.
        path: PathBuf,
        /// What it is instead.
        what: &'static str,
    },
    /// A newer minutebook has been here.
    #[error("This book was kept by a newer minutebook (book {found}, program {known}).")]
    TooNew {
        /// The book's schema.
        found: u32,
        /// The newest schema this program knows.
        known: u32,
    },
    /// The schema is not the one a book of its age has.
    #[error("This book has been altered by another program: {what} is no part of a minute book.")]
    Altered {
        /// What is there, or is not.
        what: String,
    },
    /// The file is damaged.
    #[error("The book is damaged: {what}.")]
    Damaged {
        /// What `SQLite` found.
        what: String,
    },
    /// Somebody else holds the pen.
    #[error("{who} is writing in this book{since}.")]
    Held {
        /// Who, and on which machine.
        who: String,
        /// Since when, with a space before it; empty if not known.
        since: String,
    },
    /// Another program holds the file for longer than a moment.
    #[error("Another program is busy with this book.")]
    Busy,
    /// The file, or the folder it is in, cannot be written.
    #[error("The book cannot be written where it is.")]
    ReadOnly,
    /// The file goes by another name too, so that what is written by one may be
    /// lost by the other.
    #[error("The book has a second name on this disk, and is only read by either.")]
    Linked,
    /// The file was moved, deleted or replaced while it was open.
    #[error("The book is no longer where it was opened: it was moved, deleted or replaced.")]
    Gone,
    /// The file was overwritten from outside while it was open.
    #[error("The book was overwritten from outside: entry {0}, which was saved here, is gone.")]
    Overwritten(EntryNo),
    /// The last writer died while writing, and nothing can be written here to
    /// take back what it left.
    #[error(
        "The last program to write in this book died while it wrote, and the book cannot be mended where it is."
    )]
    HalfDone,
    /// The disk has no room.
    #[error("The disk is full, and the last thing was not saved.")]
    Full,
    /// The disk failed.
    #[error("The disk failed while {doing}, and the last thing was not saved.")]
    Disk {
        /// What the book was doing.
        doing: &'static str,
        /// What `SQLite` said.
        source: rusqlite::Error,
    },
    /// Replaying an entry would overwrite something recorded since.
    #[error("The book has moved on since {entry}: {what} is no longer as that entry left it.")]
    Moved {
        /// The entry to be replayed.
        entry: EntryNo,
        /// The row that moved on.
        what: String,
    },
    /// A thing would go that something is still tied to.
    #[error("\"{what}\" cannot go while something is tied to it.")]
    Tied {
        /// The thing, by its name in the book.
        what: String,
    },
    /// A file is no copy that this book could take back, or that could be made of
    /// it.
    #[error("That cannot be a review copy of this book: {why}.")]
    NotOurs {
        /// Why not.
        why: &'static str,
    },
    /// Something that does not come back from a review copy was to be altered in one.
    #[error(
        "This is a review copy: meetings, editions, people and bodies are altered in the book it was made of."
    )]
    Lent,
    /// Undo would reach behind minutes that a meeting has confirmed.
    #[error("The minutes have been confirmed since, and undo does not reach behind that.")]
    Confirmed,
    /// A change names a table or column that is not a book's.
    #[error("The journal names {what}, which is no part of a minute book.")]
    Strange {
        /// The name.
        what: String,
    },
    /// Something was asked for that the book does not have.
    #[error("There is no {what} \"{name}\" in this book.")]
    Unknown {
        /// What kind of thing.
        what: &'static str,
        /// The name that was asked for.
        name: String,
    },
    /// A row is not as the schema promises.
    #[error("A row of \"{table}\" cannot be read.")]
    Row {
        /// The table.
        table: &'static str,
        /// Why.
        source: serde_rusqlite::Error,
    },
    /// The file could not be reached at all.
    #[error("{} cannot be opened.", .path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// Anything else `SQLite` has to say.
    #[error("Something went wrong while {doing}.")]
    Sqlite {
        /// What the book was doing, as in "opening the book".
        doing: &'static str,
        /// What `SQLite` said.
        source: rusqlite::Error,
    },
}

impl Error {
    /// Whether the question was [cut short](super::Interrupt), as nobody waits for its answer.
    #[must_use]
    pub fn is_cut_short(&self) -> bool {
        let Self::Sqlite { source, .. } = self else { return false };
        source.sqlite_error_code() == Some(ErrorCode::OperationInterrupted)
    }

    /// What the clerk can do about it; empty if nothing.
    #[must_use]
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Absent(_) => "Check the name, or make a book with \"minutebook new FILE\".",
            Self::Taken(_) => "Choose another name, or open that book.",
            Self::NotAFile(_) => "Name a file.",
            Self::Empty(_) => {
                "If that is where the book is to be, delete the empty file and make it with \"minutebook new FILE\"."
            }
            Self::Foreign { .. } => "Nothing was changed. Check the name of the file.",
            Self::TooNew { .. } => "Use the newer minutebook; this one has changed nothing.",
            Self::Altered { .. } => "Do not trust it; nothing was changed. Open a backup instead.",
            Self::Damaged { .. } => {
                "Nothing was changed. Copy the file somewhere safe and open a backup."
            }
            Self::Held { .. } => "Close the other window, or open the book to read with --read.",
            Self::Busy => "Try again in a moment.",
            Self::ReadOnly => {
                "Copy the book to a folder you can write in, or open it to read with --read."
            }
            Self::Linked => "Copy it, and write in the copy; or delete the other name.",
            Self::Gone => {
                "Put it back where it was, or leave with Ctrl-C: what was typed is printed then."
            }
            Self::Overwritten(_) => {
                "Leave, and look for a backup: a program that keeps folders alike may hold one."
            }
            Self::HalfDone => {
                "Copy the book, and the file beside it that ends in -journal, to a folder you can write in."
            }
            Self::Full => {
                "Make room on the disk and record it again; what the screen called saved is safe."
            }
            Self::Disk { .. } => {
                "Copy the book to another disk; what the screen called saved is safe."
            }
            Self::Moved { .. } => "Undo the later change first.",
            Self::Tied { .. } => "Undo what was tied to it first.",
            Self::NotOurs { .. } => "Nothing was changed. A copy is made of the book itself.",
            Self::Lent => "Note it beside a row of the schedule, and it comes back.",
            Self::Confirmed => "Record a correction at the next meeting instead.",
            Self::Strange { .. } => "Do not trust that copy; nothing was taken from it.",
            Self::Unknown { .. } => {
                "\"minutebook list meetings\" and the other lists show the names that are."
            }
            Self::Io { source, .. } if source.kind() == std::io::ErrorKind::NotFound => {
                "Make the folder first, or name another."
            }
            Self::Io { source, .. } if source.kind() == std::io::ErrorKind::PermissionDenied => {
                "This account may not use that file or folder: choose another."
            }
            Self::Io { source, .. } if source.kind() == std::io::ErrorKind::InvalidFilename => {
                "Give it a shorter name."
            }
            Self::Sqlite { source, .. }
                if source.sqlite_error_code() == Some(ErrorCode::ConstraintViolation) =>
            {
                "A part of it is empty, or is not what the book can hold there; nothing was changed."
            }
            Self::Row { .. } | Self::Io { .. } | Self::Sqlite { .. } => {
                "\"minutebook verify\" says more."
            }
        }
    }

    /// A word for the kind of error, for scripts.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Absent(_) | Self::Gone => "absent",
            Self::Taken(_) => "taken",
            Self::NotAFile(_) | Self::Empty(_) | Self::Foreign { .. } => "not_a_book",
            Self::TooNew { .. } => "too_new",
            Self::Altered { .. } | Self::Overwritten(_) => "altered",
            Self::Damaged { .. } | Self::Row { .. } => "damaged",
            Self::Held { .. } | Self::Busy => "held",
            Self::ReadOnly | Self::Linked | Self::HalfDone => "read_only",
            Self::Full => "disk_full",
            Self::Disk { .. } | Self::Io { .. } => "disk",
            Self::Moved { .. } | Self::Tied { .. } | Self::Confirmed => "moved",
            Self::Strange { .. } => "strange",
            Self::NotOurs { .. } => "not_ours",
            Self::Lent => "lent",
            Self::Unknown { .. } => "unknown",
            Self::Sqlite { .. } => "sqlite",
        }
    }
}

/// Says what the book was doing when `SQLite` failed.
pub(super) trait Doing<T> {
    /// Wraps an error as having happened while `doing`.
    fn doing(self, doing: &'static str) -> Result<T>;
}

impl<T> Doing<T> for rusqlite::Result<T> {
    fn doing(self, doing: &'static str) -> Result<T> {
        self.map_err(|source| match source.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Error::Busy,
            Some(ErrorCode::DiskFull) => Error::Full,
            Some(ErrorCode::ReadOnly) if source.is_moved() => Error::Gone,
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => Error::ReadOnly,
            Some(ErrorCode::SystemIoFailure) => Error::Disk { doing, source },
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => {
                Error::Damaged { what: source.to_string() }
            }
            _ => Error::Sqlite { doing, source },
        })
    }
}

/// What `SQLite` tells of a failure beyond its kind.
trait Told {
    /// Whether the file is no longer the one that was opened.
    fn is_moved(&self) -> bool;
}

impl Told for rusqlite::Error {
    fn is_moved(&self) -> bool {
        let told = self.sqlite_error().map(|error| error.extended_code);
        told == Some(rusqlite::ffi::SQLITE_READONLY_DBMOVED)
    }
}
