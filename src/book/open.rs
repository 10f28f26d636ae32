//! Opening a book: what is looked at, and in what order, before anything in it
//! is believed.

use std::fs::OpenOptions;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, OpenFlags};

use super::error::Doing as _;
use super::{Error, Result, schema};

/// How long to wait for another program's commit before saying so.
const PATIENCE: Duration = Duration::from_millis(250);

/// The pages of a book larger than this are not looked through when it is
/// opened, as that could take longer than opening it.
const LARGE: u64 = 16 * 1024 * 1024;

/// What a file that `SQLite` wrote begins with.
const MAGIC: &[u8] = b"SQLite format 3\0";

/// The longest text a row may hold.
const LONGEST: i32 = 64 * 1024 * 1024;

/// What was seen of the file before `SQLite` was let near it.
pub(super) struct Gate {
    /// The file itself, behind any symbolic link.
    pub(super) path: PathBuf,
    /// Whether it also has another name, under which another program could
    /// write a journal that this one does not see.
    pub(super) linked: bool,
    /// Whether looking through its pages takes too long to wait for.
    pub(super) large: bool,
}

/// Looks at the file: that it is one, that it is ours, and how old.
pub(super) fn gate(path: &Path) -> Result<Gate> {
    let io = |source: std::io::Error| match source.kind() {
        std::io::ErrorKind::NotFound => Error::Absent(path.to_owned()),
        _ => Error::Io { path: path.to_owned(), source },
    };
    let real = path.canonicalize().map_err(io)?;
    let about = std::fs::metadata(&real).map_err(io)?;
    if !about.is_file() {
        return Err(Error::NotAFile(path.to_owned()));
    }
    if about.len() == 0 {
        return Err(Error::Empty(path.to_owned()));
    }
    let mut head = [0u8; 100];
    let foreign = |what| Err(Error::Foreign { path: path.to_owned(), what });
    let mut file = std::fs::File::open(&real).map_err(io)?;
    if file.read_exact(&mut head).is_err() || !head.starts_with(MAGIC) {
        return foreign("it is some other kind of file");
    }
    let number = |at: usize| {
        head.get(at..at + 4)
            .and_then(|bytes| <[u8; 4]>::try_from(bytes).ok())
            .map_or(0, i32::from_be_bytes)
    };
    if number(68) != schema::APPLICATION_ID {
        return foreign("it is another program's database");
    }
    let age = u32::try_from(number(60)).unwrap_or(u32::MAX);
    if age > schema::KNOWN {
        return Err(Error::TooNew { found: age, known: schema::KNOWN });
    }
    Ok(Gate { linked: has_other_names(&about), large: about.len() > LARGE, path: real })
}

/// Looks at the file as [`gate`] does, and that it can be written in.
pub(super) fn gate_to_write(path: &Path) -> Result<Gate> {
    let gate = gate(path)?;
    if gate.linked { Err(Error::Linked) } else { Ok(gate) }
}

/// Sees, from the beginning of the file alone, whether there is a book at `path`,
/// to read or to `write` in: the first reason there is not to open it.
pub fn knock(path: &Path, write: bool) -> Result<()> {
    let look = if write { gate_to_write } else { gate };
    look(path).map(|_| ())
}

/// Whether the file at `path` begins as a book does.
pub(super) fn begins_so(path: &Path) -> bool {
    let mut head = [0; MAGIC.len()];
    let read = std::fs::File::open(path).and_then(|mut file| file.read_exact(&mut head));
    read.is_ok() && head == MAGIC
}

#[cfg(unix)]
fn has_other_names(about: &std::fs::Metadata) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    about.nlink() > 1
}

#[cfg(not(unix))]
fn has_other_names(_: &std::fs::Metadata) -> bool {
    false
}

/// Opens the file the gate let through, and sees that it has the shape of a book.
pub(super) fn open(gate: &Gate, write: bool) -> Result<Connection> {
    match shaped(gate, write) {
        // A reader cannot take back what a writer left half done when it died.
        Err(Error::ReadOnly) if !write => {
            take_back(gate).map_err(|_| Error::HalfDone)?;
            shaped(gate, write)
        }
        opened => opened,
    }
}

/// Takes back what was left half done: opening the book to write does that.
fn take_back(gate: &Gate) -> Result<()> {
    let db = connect(&gate.path, true)?;
    db.query_row("PRAGMA schema_version", [], |_| Ok(())).doing("opening the book")
}

fn shaped(gate: &Gate, write: bool) -> Result<Connection> {
    let db = connect(&gate.path, write)?;
    schema::check(&db)?;
    Ok(db)
}

/// A connection with every guard in place. No name is taken as a URI, which
/// could put the book in memory and save nothing.
pub(super) fn connect(path: &Path, write: bool) -> Result<Connection> {
    let mode =
        if write { OpenFlags::SQLITE_OPEN_READ_WRITE } else { OpenFlags::SQLITE_OPEN_READ_ONLY };
    let db = Connection::open_with_flags(path, mode | OpenFlags::SQLITE_OPEN_NO_MUTEX)
        .doing("opening the book")?;
    guard(&db, write).doing("opening the book")?;
    Ok(db)
}

fn guard(db: &Connection, write: bool) -> rusqlite::Result<()> {
    db.busy_timeout(if write { PATIENCE } else { PATIENCE * 8 })?;
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DDL, false)?;
    plan_once(db)?;
    db.set_limit(Limit::SQLITE_LIMIT_ATTACHED, 0)?;
    db.set_limit(Limit::SQLITE_LIMIT_LENGTH, LONGEST)?;
    db.pragma_update(None, "cell_size_check", "ON")?;
    db.pragma_update(None, "mmap_size", 0)?;
    db.pragma_update(None, "temp_store", "MEMORY")?;
    db.pragma_update(None, "foreign_keys", "ON")?;
    if write {
        // The file people carry must be whole whenever it is copied, and open
        // in a folder that cannot be written; and what the screen calls saved
        // is on the disk whatever happens to the power.
        db.pragma_update(None, "journal_mode", "DELETE")?;
        db.pragma_update(None, "synchronous", "EXTRA")?;
        db.pragma_update(None, "secure_delete", "ON")?;
    }
    Ok(())
}

/// Has every question planned once, and its plan kept: a meeting is read by some fifty.
pub(super) fn plan_once(db: &Connection) -> rusqlite::Result<()> {
    // Else a question with a value in it is planned twice: before the value is
    // known, and again after.
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    db.set_prepared_statement_cache_capacity(128);
    Ok(())
}

/// Asks `SQLite` whether the pages hang together.
pub(super) fn quick_check(db: &Connection) -> Result<()> {
    let said: String =
        db.query_row("PRAGMA quick_check(1)", [], |row| row.get(0)).doing("checking the book")?;
    if said == "ok" { Ok(()) } else { Err(Error::Damaged { what: said.replace('\n', " ") }) }
}

/// Makes an empty book where there is no file.
pub(super) fn create(path: &Path) -> Result<PathBuf> {
    let real = create_empty(path)?;
    let made = connect(&real, true).and_then(|mut db| schema::make(&mut db));
    if made.is_err() {
        let _ = std::fs::remove_file(path);
    }
    made.map(|()| real)
}

/// Makes a file where there is none, readable by its owner alone.
pub(super) fn create_empty(path: &Path) -> Result<PathBuf> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    private(&mut options);
    let io = |source| Error::Io { path: path.to_owned(), source };
    match options.open(path) {
        Ok(_) => path.canonicalize().map_err(io),
        Err(e) if e.kind() == std::io::ErrorKind::AlreadyExists => {
            Err(Error::Taken(path.to_owned()))
        }
        Err(source) => Err(io(source)),
    }
}

#[cfg(unix)]
fn private(options: &mut OpenOptions) {
    use std::os::unix::fs::OpenOptionsExt as _;
    options.mode(0o600);
}

#[cfg(not(unix))]
fn private(_: &mut OpenOptions) {}
