//! The book as it was: a copy in memory, its journal played back.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension as _};

use super::error::Doing as _;
use super::{Book, Result, open, read, replay, schedule};
use crate::model::day::Stamp;
use crate::model::{EntryNo, TargetResult};

impl Book {
    /// The book as it stands at this moment, whatever another program writes meanwhile: for
    /// what is put together from many readings, and would keep that program from writing.
    pub fn of_this_moment(&self) -> Result<Self> {
        Ok(Self { db: self.in_memory()?, path: self.path.clone(), large: self.large })
    }

    /// The book as it stood at a moment; `None` if nothing was on record yet.
    ///
    /// Every entry made since is played backward in a copy in memory, which
    /// nothing is ever written back from. What is not journaled, such as the
    /// index of words, is not put back.
    pub fn as_at(&self, moment: Stamp) -> Result<Option<Self>> {
        let entries = self.entries()?;
        if !begun_by(&entries, moment) {
            return Ok(None);
        }
        let copy = self.in_memory()?;
        let tx = copy.unchecked_transaction().doing("looking back")?;
        for (no, _) in entries.iter().filter(|(_, at)| *at > moment) {
            replay::backward(&tx, *no)?;
            tx.execute("DELETE FROM change WHERE entry = ?", [no.0])
                .and_then(|_| tx.execute("DELETE FROM entry WHERE no = ?", [no.0]))
                .doing("looking back")?;
        }
        tx.commit().doing("looking back")?;
        Ok(Some(Self { db: copy, path: self.path.clone(), large: self.large }))
    }

    /// The book as it stands, without what came into its schedule after `day`: of a day
    /// before it was begun, there is no more to look back to.
    ///
    /// Later editions are gone with their rows, what is tied to those and noted beside them,
    /// and results whose period had not begun.
    pub fn with_editions_by(&self, day: NaiveDate) -> Result<Self> {
        let copy = self.in_memory()?;
        let tx = copy.unchecked_transaction().doing("looking back")?;
        let later = "SELECT id FROM edition WHERE as_at > ?1";
        let rows = ["summary", "point", "response"]
            .map(|table| format!("SELECT id FROM {table} WHERE edition IN ({later})"))
            .join(" UNION ALL ");
        for sql in [
            format!("DELETE FROM link WHERE from_id IN ({rows}) OR to_id IN ({rows})"),
            format!("DELETE FROM annotation WHERE subject IN ({rows})"),
            format!("DELETE FROM gap_mute WHERE subject IN ({rows})"),
            format!("DELETE FROM misprint WHERE edition IN ({later})"),
            format!("DELETE FROM summary WHERE edition IN ({later})"),
            format!("DELETE FROM point WHERE edition IN ({later})"),
            format!("DELETE FROM response WHERE edition IN ({later})"),
            "DELETE FROM edition WHERE as_at > ?1".to_owned(),
        ] {
            tx.execute(&sql, [day.to_string()]).doing("looking back")?;
        }
        for result in read::all::<TargetResult>(&tx, "result", "SELECT * FROM result", [])? {
            if !schedule::told_by(&result, Some(day)) {
                tx.execute("DELETE FROM result WHERE id = ?", [&result.id.0])
                    .doing("looking back")?;
            }
        }
        tx.commit().doing("looking back")?;
        Ok(Self { db: copy, path: self.path.clone(), large: self.large })
    }

    /// A copy in memory, free of the guards that hold a book together.
    fn in_memory(&self) -> Result<Connection> {
        let mut copy = Connection::open_in_memory().doing("looking back")?;
        let backup = rusqlite::backup::Backup::new(&self.db, &mut copy).doing("looking back")?;
        let pause = std::time::Duration::from_millis(1);
        backup.run_to_completion(1_024, pause, None).doing("looking back")?;
        drop(backup);
        open::plan_once(&copy).doing("looking back")?;
        free(&copy)?;
        Ok(copy)
    }

    /// The day of the first entry; none, where there is no entry yet.
    pub fn began_on(&self) -> Result<Option<NaiveDate>> {
        let at: Option<String> = self
            .db
            .query_row("SELECT at FROM entry ORDER BY no LIMIT 1", [], |row| row.get(0))
            .optional()
            .doing("reading the journal")?;
        let at = at.and_then(|at| Stamp::parse_from_rfc3339(at.as_str()).ok());
        Ok(at.map(|at| at.date_naive()))
    }

    /// Whether anything was on record at a moment.
    pub fn is_begun_by(&self, moment: Stamp) -> Result<bool> {
        Ok(begun_by(&self.entries()?, moment))
    }

    /// Every entry with its moment, newest first.
    fn entries(&self) -> Result<Vec<(EntryNo, Stamp)>> {
        self.db
            .prepare("SELECT no, at FROM entry ORDER BY no DESC")
            .and_then(|mut rows| {
                rows.query_map([], |row| {
                    let at: String = row.get(1)?;
                    let at = Stamp::parse_from_rfc3339(&at)
                        .map_err(|e| rusqlite::types::FromSqlError::Other(e.into()))?;
                    Ok((EntryNo(row.get(0)?), at))
                })?
                .collect()
            })
            .doing("reading the journal")
    }
}

fn begun_by(entries: &[(EntryNo, Stamp)], moment: Stamp) -> bool {
    entries.iter().any(|(_, at)| *at <= moment)
}

/// Frees the copy of the guards that would refuse the looking back, and of
/// the ties that entries must hold to and half-played ones cannot.
fn free(copy: &Connection) -> Result<()> {
    let triggers: Vec<String> = copy
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
        .and_then(|mut rows| rows.query_map([], |row| row.get(0))?.collect())
        .doing("looking back")?;
    copy.pragma_update(None, "foreign_keys", "OFF").doing("looking back")?;
    triggers.iter().try_for_each(|name| {
        copy.execute_batch(&format!("DROP TRIGGER \"{name}\"")).doing("looking back")
    })
}
