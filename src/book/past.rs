//! The book as it was: a copy in memory, its journal played back.

use rusqlite::Connection;

use super::error::Doing as _;
use super::{Book, Result, replay};
use crate::model::EntryNo;
use crate::model::day::Stamp;

impl Book {
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
        let mut copy = Connection::open_in_memory().doing("looking back")?;
        let backup = rusqlite::backup::Backup::new(&self.db, &mut copy).doing("looking back")?;
        let pause = std::time::Duration::from_millis(1);
        backup.run_to_completion(1_024, pause, None).doing("looking back")?;
        drop(backup);
        free(&copy)?;
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
