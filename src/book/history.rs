//! The journal as it is read: what was recorded, and where undo and redo stand.

use rusqlite::params;

use super::copy::COPY_OF;
use super::error::Doing as _;
use super::{Book, Result};
use crate::model::day::Stamp;
use crate::model::{EntryKind, EntryNo, HistoryLine, MeetingId, Trail};

impl Book {
    /// Where undo and redo stand. A clerk undoes only what was done in this copy
    /// of the book.
    pub fn trail(&self) -> Result<Trail> {
        self.followed(if self.setting(COPY_OF)?.is_some() {
            "copy = (SELECT id FROM copy)"
        } else {
            "copy = (SELECT id FROM copy) OR EXISTS (SELECT 1 FROM change WHERE entry = entry.no)"
        })
    }

    /// The way through those entries that `which` says.
    fn followed(&self, which: &str) -> Result<Trail> {
        self.db
            .prepare_cached(&format!(
                "SELECT no, kind, \"of\" FROM entry WHERE {which} ORDER BY no"
            ))
            .and_then(|mut rows| {
                rows.query_map([], |row| {
                    let kind = kind_of(row.get_ref(1)?.as_str()?);
                    let of: Option<i64> = row.get(2)?;
                    Ok((EntryNo(row.get(0)?), kind, of.map(EntryNo)))
                })?
                .collect::<rusqlite::Result<Vec<_>>>()
            })
            .map(Trail::of)
            .doing("reading the journal")
    }

    /// What the last undo or redo did, in the words of the entries it did it to, in
    /// the order in which they were recorded.
    pub fn replayed(&self) -> Result<Vec<String>> {
        let sql = "SELECT entry.no, entry.kind, entry.said, coalesce(done.act, done.no) FROM entry
                   JOIN entry AS done ON done.no = entry.\"of\" ORDER BY entry.no DESC LIMIT 1000";
        let rows: Vec<(i64, String, String, i64)> = self
            .db
            .prepare_cached(sql)
            .and_then(|mut rows| {
                let row = |row: &rusqlite::Row<'_>| {
                    Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
                };
                rows.query_map([], row)?.collect()
            })
            .doing("reading the journal")?;
        let Some((last, kind, _, act)) = rows.first() else { return Ok(Vec::new()) };
        let together = (0_i64..)
            .zip(&rows)
            .take_while(|(nth, (no, how, _, of))| *no == last - nth && how == kind && of == act);
        let mut said: Vec<String> = together.map(|(_, (_, _, said, _))| said.clone()).collect();
        if kind == EntryKind::Redo.word() {
            said.reverse();
        }
        Ok(said)
    }

    /// How many entries there are.
    pub fn count(&self) -> Result<i64> {
        self.db
            .query_row("SELECT coalesce(max(no), 0) FROM entry", [], |row| row.get(0))
            .doing("reading the journal")
    }

    /// The entries, newest first: at most `most` of them, older than `before`.
    pub fn history(&self, before: Option<EntryNo>, most: u32) -> Result<Vec<HistoryLine>> {
        let trail = self.followed("TRUE")?;
        let before = before.map_or(i64::MAX, |no| no.0);
        self.db
            .prepare_cached(
                "SELECT no, kind, verb, said, at, clerk, meeting FROM entry
                 WHERE no < ? ORDER BY no DESC LIMIT ?",
            )
            .and_then(|mut rows| {
                rows.query_map(params![before, most], |row| {
                    let no = EntryNo(row.get(0)?);
                    let kind = kind_of(row.get_ref(1)?.as_str()?);
                    let at: String = row.get(4)?;
                    let meeting: Option<String> = row.get(6)?;
                    Ok(HistoryLine {
                        no,
                        kind,
                        verb: row.get(2)?,
                        said: row.get(3)?,
                        at: Stamp::parse_from_rfc3339(&at)
                            .map_err(|e| rusqlite::types::FromSqlError::Other(e.into()))?,
                        clerk: row.get(5)?,
                        meeting: meeting.map(MeetingId),
                        taken_back: kind == EntryKind::Do && !trail.stands(no),
                    })
                })?
                .collect()
            })
            .doing("reading the journal")
    }
}

/// What an entry did, by its word; one of no such word did something.
pub(super) fn kind_of(word: &str) -> EntryKind {
    EntryKind::from_word(word).unwrap_or(EntryKind::Do)
}
