//! Recording: the one way anything in a book changes.

use rusqlite::{ErrorCode, OptionalExtension as _, Transaction, TransactionBehavior, params};
use sha2::{Digest as _, Sha256};

use super::error::Doing as _;
use super::{Error, Pen, Result, copy, ledger, perform, replay, schema, search, tie};
use crate::model::day::Stamp;
use crate::model::{EntryKind, EntryNo, MeetingId};
use crate::rules::Permitted;

/// Who records something, when, and how many names have been given by then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signed {
    /// Who holds the pen.
    pub clerk: String,
    /// When.
    pub at: Stamp,
    /// The mint's count, so that no name is given twice.
    pub minted: i64,
}

/// An entry made in a copy of the book.
pub(super) struct Received {
    /// Its place in the copy.
    pub(super) no: EntryNo,
    /// The copy's mark.
    pub(super) copy: String,
    /// Its place among the copy's own.
    pub(super) turn: i64,
    /// Whether it did, undid or redid something.
    pub(super) kind: EntryKind,
    /// The word it is filed under.
    pub(super) verb: String,
    /// The entry it undid or redid: its turn, and its place in the copy.
    pub(super) of: Option<(i64, EntryNo)>,
    /// What it put on record.
    pub(super) said: String,
    /// When it was made.
    pub(super) at: Stamp,
}

/// What is filed in the journal beside the rows.
pub(super) struct Heading<'a> {
    pub(super) kind: EntryKind,
    pub(super) of: Option<EntryNo>,
    pub(super) verb: &'a str,
    pub(super) meeting: Option<&'a MeetingId>,
    pub(super) said: &'a str,
    /// The first entry of the line it came of, if it is not that.
    pub(super) act: Option<EntryNo>,
}

impl Pen {
    /// Puts an entry on record, with the rows it changes, or does neither;
    /// `None` if the book already says so. The draft of the item it is about
    /// goes with it.
    pub fn record(&mut self, permitted: &Permitted, signed: &Signed) -> Result<Option<EntryNo>> {
        let entry = permitted.entry();
        let act = self.line.filter(|_| permitted.goes_on());
        let heading = Heading {
            act,
            kind: EntryKind::Do,
            of: None,
            verb: entry.verb(),
            meeting: entry.meeting(),
            said: permitted.said(),
        };
        let no = self.enter(&heading, signed, |tx| {
            if let crate::model::Entry::Wrote { item, .. } = entry {
                tx.execute("DELETE FROM draft WHERE item = ?", [&item.0]).doing("recording")?;
            }
            perform::entry(tx, entry)
        })?;
        self.line = act.or(no);
        Ok(no)
    }

    /// Makes this book the copy of that mark, which names go on after `minted`.
    pub(super) fn mark(&mut self, mark: &str, minted: i64) -> Result<()> {
        self.db
            .execute("UPDATE copy SET id = ?, minted = max(minted, ?)", params![mark, minted])
            .doing("marking the copy")
            .map(|_| ())
    }

    /// Has names go on after `minted`, so that order goes on from a copy's.
    pub(super) fn go_on_after(&mut self, minted: i64) -> Result<()> {
        self.db
            .execute("UPDATE copy SET minted = max(minted, ?)", [minted])
            .doing("merging the copy")
            .map(|_| ())
    }

    /// Puts an entry of another copy on record under its own mark and turn. What
    /// bars it, or why it cannot be played, is its answer, and then it stands in
    /// the journal with its words alone, so that it is not asked for again.
    pub(super) fn receive(
        &mut self,
        entry: &Received,
        barred: Option<String>,
        changes: Vec<replay::Change>,
        signed: &Signed,
        act: Option<EntryNo>,
    ) -> Result<(EntryNo, Option<String>)> {
        let tx = self.begin()?;
        let no = open_received(&tx, entry, signed, act)?;
        let mut why = barred;
        if why.is_none() {
            tx.execute_batch("SAVEPOINT received").doing("merging the copy")?;
            let before = ledger::at_odds(&tx)?;
            let odds = replay::received(&tx, no, changes).and_then(|()| ledger::at_odds(&tx));
            let new = |odds: Vec<String>| odds.into_iter().find(|said| !before.contains(said));
            match odds.map(new) {
                Ok(None) => {}
                Ok(Some(said)) => {
                    tx.execute_batch("ROLLBACK TO received").doing("merging the copy")?;
                    why = Some(said);
                }
                Err(error @ (Error::Moved { .. } | Error::Unknown { .. } | Error::Tied { .. })) => {
                    tx.execute_batch("ROLLBACK TO received").doing("merging the copy")?;
                    why = Some(match error {
                        Error::Moved { what, .. } => format!("{what} has moved on here"),
                        other => other.to_string().trim_end_matches('.').to_owned(),
                    });
                }
                Err(error) => return Err(error),
            }
            tx.execute_batch("RELEASE received").doing("merging the copy")?;
        }
        let said = match &why {
            None => format!("{}.", entry.said),
            Some(why) => format!("Not merged, as {why}: {}.", entry.said),
        };
        tx.execute("UPDATE entry SET said = ? WHERE no = ?", params![said, no.0])
            .doing("merging the copy")?;
        seal(&tx, no, signed)?;
        commit(&tx, None)?;
        Ok((no, why))
    }

    /// Begins to write, in a book that still holds the last entry seen here: a
    /// program that keeps folders alike may put an older file in its place.
    pub(super) fn begin(&mut self) -> Result<Transaction<'_>> {
        self.uncap()?;
        let seen = self.seen;
        let tx = self
            .book
            .db
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .doing("opening the journal")?;
        let last: i64 = tx
            .prepare_cached("SELECT coalesce(max(no), 0) FROM entry")
            .and_then(|mut rows| rows.query_row([], |row| row.get(0)))
            .doing("opening the journal")?;
        if last < seen.0 {
            return Err(Error::Overwritten(seen));
        }
        self.seen = EntryNo(last);
        Ok(tx)
    }

    /// Runs `work` inside a new journal entry, which is kept only if `work`
    /// changed something.
    ///
    /// The triggers find the entry through the `pen` row; outside an entry that
    /// row is empty and a journaled table refuses to change.
    fn enter(
        &mut self,
        heading: &Heading<'_>,
        signed: &Signed,
        work: impl FnOnce(&Transaction<'_>) -> Result<()>,
    ) -> Result<Option<EntryNo>> {
        let tx = self.begin()?;
        let Some(no) = entered(&tx, heading, signed, work)? else {
            return Ok(None); // dropping `tx` takes the entry back
        };
        commit(&tx, heading.of)?;
        drop(tx);
        self.seen = no;
        Ok(Some(no))
    }
}

/// Runs `work` inside a new journal entry and seals it; nothing, if it changed nothing.
pub(super) fn entered(
    tx: &Transaction<'_>,
    heading: &Heading<'_>,
    signed: &Signed,
    work: impl FnOnce(&Transaction<'_>) -> Result<()>,
) -> Result<Option<EntryNo>> {
    let no = open_entry(tx, heading, signed)?;
    work(tx)?;
    let changed: bool = tx
        .query_row("SELECT EXISTS (SELECT 1 FROM change WHERE entry = ?)", [no.0], |row| row.get(0))
        .doing("writing the journal")?;
    if !changed {
        return Ok(None);
    }
    tie::check(tx, no)?;
    copy::comes_back(tx, no)?;
    seal(tx, no, signed)?;
    Ok(Some(no))
}

fn open_entry(tx: &Transaction<'_>, heading: &Heading<'_>, signed: &Signed) -> Result<EntryNo> {
    tx.execute(
        "INSERT INTO entry (copy, turn, kind, verb, \"of\", clerk, at, meeting, said, act, digest)
         SELECT id, (SELECT coalesce(max(turn), 0) + 1 FROM entry WHERE copy = id),
                ?, ?, ?, ?, ?, ?, ?, ?, '' FROM copy",
        params![
            heading.kind.word(),
            heading.verb,
            heading.of.map(|of| of.0),
            signed.clerk,
            signed.at.to_rfc3339(),
            heading.meeting.map(|id| &id.0),
            heading.said,
            heading.act.map(|act| act.0),
        ],
    )
    .doing("writing the journal")?;
    let no = EntryNo(tx.last_insert_rowid());
    tx.execute("UPDATE pen SET entry = ?", [no.0]).doing("writing the journal")?;
    Ok(no)
}

/// Opens an entry that another copy made. What was undone there is done here, as
/// far as undo and redo go.
fn open_received(
    tx: &Transaction<'_>,
    entry: &Received,
    signed: &Signed,
    act: Option<EntryNo>,
) -> Result<EntryNo> {
    tx.execute(
        "INSERT INTO entry (copy, turn, kind, verb, \"of\", clerk, at, meeting, said, act, digest)
         VALUES (?, ?, 'do', ?, NULL, ?, ?, NULL, '', ?, '')",
        params![
            entry.copy,
            entry.turn,
            entry.verb,
            signed.clerk,
            signed.at.to_rfc3339(),
            act.map(|act| act.0),
        ],
    )
    .doing("writing the journal")?;
    let no = EntryNo(tx.last_insert_rowid());
    tx.execute("UPDATE pen SET entry = ?", [no.0]).doing("writing the journal")?;
    Ok(no)
}

/// Indexes what an entry changed, seals it with its digest and lays the pen down.
fn seal(tx: &Transaction<'_>, no: EntryNo, signed: &Signed) -> Result<()> {
    search::follow(tx, no)?;
    let digest = digest(tx, no)?;
    tx.execute("UPDATE entry SET digest = ? WHERE no = ?", params![digest, no.0])
        .and_then(|_| tx.execute("UPDATE pen SET entry = NULL", []))
        .and_then(|_| tx.execute("UPDATE copy SET minted = max(minted, ?)", [signed.minted]))
        .doing("writing the journal")
        .map(|_| ())
}

/// Commits; a row left resting on nothing is named if it was a replay that
/// left it.
pub(super) fn commit(tx: &Transaction<'_>, replayed: Option<EntryNo>) -> Result<()> {
    match tx.execute_batch("COMMIT") {
        Ok(()) => Ok(()),
        Err(e) if e.sqlite_error_code() == Some(ErrorCode::ConstraintViolation) => {
            let what = replay::dangling(tx)?.unwrap_or_else(|| "something".into());
            match replayed {
                Some(entry) => Err(Error::Moved { entry, what }),
                None => Err(Error::Unknown { what: "row that this rests on, in", name: what }),
            }
        }
        Err(e) => Err(e).doing("writing the journal"),
    }
}

/// The digest of entry `no`: over the digest of the entry before it in the same
/// copy, its own words, and every change it made. Altering, dropping or moving
/// any of them breaks the chain from there on.
pub(super) fn digest(tx: &rusqlite::Connection, no: EntryNo) -> Result<String> {
    let mut hash = Sha256::new();
    let mut take = |text: Option<String>| {
        hash.update(text.as_deref().unwrap_or("\u{0}"));
        hash.update([0x1f]);
    };
    let before: Option<String> = tx
        .prepare_cached(
            "SELECT before.digest FROM entry AS this JOIN entry AS before
             ON before.copy = this.copy AND before.turn = this.turn - 1 WHERE this.no = ?",
        )
        .and_then(|mut rows| rows.query_row([no.0], |row| row.get(0)).optional())
        .doing("sealing the journal")?;
    take(before);
    tx.prepare_cached(
        "SELECT copy, turn, kind, verb, \"of\", clerk, at, meeting, said, act FROM entry WHERE no = ?",
    )
    .and_then(|mut rows| {
        rows.query_row([no.0], |row| {
            for column in 0..10 {
                take(match row.get_ref(column)? {
                    rusqlite::types::ValueRef::Integer(n) => Some(n.to_string()),
                    other => other.as_str_or_null()?.map(str::to_owned),
                });
            }
            Ok(())
        })
    })
    .doing("sealing the journal")?;
    let mut statement = tx
        .prepare_cached("SELECT tab, row, old, new FROM change WHERE entry = ? ORDER BY no")
        .doing("sealing the journal")?;
    let mut rows = statement.query([no.0]).doing("sealing the journal")?;
    while let Some(row) = rows.next().doing("sealing the journal")? {
        for column in 0..4 {
            take(row.get(column).doing("sealing the journal")?);
        }
    }
    drop(rows);
    Ok(schema::hex(&hash.finalize()))
}
