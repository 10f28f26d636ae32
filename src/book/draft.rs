//! What is being typed, kept against a crash, and what the book says of itself.

use rusqlite::{OptionalExtension as _, params};

use super::error::Doing as _;
use super::{Book, Pen, Result};
use crate::model::day::Stamp;
use crate::model::{Draft, ItemId, MeetingId};

impl Pen {
    /// Keeps what is being typed on an item, over what was kept before.
    pub fn keep(
        &mut self,
        meeting: &MeetingId,
        item: &ItemId,
        text: &str,
        at: Stamp,
    ) -> Result<()> {
        self.db
            .prepare_cached(
                "INSERT INTO draft (item, meeting, text, at) VALUES (?, ?, ?, ?)
                 ON CONFLICT (item) DO UPDATE SET text = excluded.text, at = excluded.at",
            )
            .and_then(|mut s| s.execute(params![item.0, meeting.0, text, at.to_rfc3339()]))
            .doing("keeping what was typed")
            .map(|_| ())
    }

    /// Lets go of what was kept on an item.
    pub fn forget(&mut self, item: &ItemId) -> Result<()> {
        self.db
            .execute("DELETE FROM draft WHERE item = ?", [&item.0])
            .doing("letting a draft go")
            .map(|_| ())
    }

    /// Writes what the book says of itself under `name`.
    pub fn set_setting(&mut self, name: &str, value: &str) -> Result<()> {
        self.db
            .execute(
                "INSERT INTO setting (name, value) VALUES (?, ?)
                 ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                [name, value],
            )
            .doing("writing a setting")
            .map(|_| ())
    }
}

impl Book {
    /// What was being typed at a meeting when the program last stopped.
    pub fn drafts(&self, meeting: &MeetingId) -> Result<Vec<Draft>> {
        self.db
            .prepare_cached(
                "SELECT meeting, item, text, at FROM draft WHERE meeting = ? ORDER BY at, item",
            )
            .and_then(|mut rows| {
                rows.query_map([&meeting.0], |row| {
                    let at: String = row.get(3)?;
                    Ok(Draft {
                        meeting: MeetingId(row.get(0)?),
                        item: ItemId(row.get(1)?),
                        text: row.get(2)?,
                        at: Stamp::parse_from_rfc3339(&at)
                            .map_err(|e| rusqlite::types::FromSqlError::Other(e.into()))?,
                    })
                })?
                .collect()
            })
            .doing("reading the drafts")
    }

    /// What the book says of itself under `name`.
    pub fn setting(&self, name: &str) -> Result<Option<String>> {
        self.db
            .query_row("SELECT value FROM setting WHERE name = ?", [name], |row| row.get(0))
            .optional()
            .doing("reading a setting")
    }
}
