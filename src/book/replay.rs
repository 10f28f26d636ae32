//! Plays an entry's changes again: backward to undo it, forward to redo it.
//!
//! A change is played only onto the row it was made on, as that row then was.
//! If any column it touches has since moved, nothing is played and the row is
//! named, so undo never overwrites a later word.

use std::collections::HashMap;

use rusqlite::types::{FromSqlError, Value as Sql};
use rusqlite::{Connection, ErrorCode, OptionalExtension as _, Row, Transaction, params_from_iter};
use serde_json::{Map, Value as Json};

use super::error::Doing as _;
use super::{Error, Result, trigger};
use crate::model::{EntryNo, Record};

/// Plays the changes of `entry` in order.
pub(super) fn forward(tx: &Transaction<'_>, entry: EntryNo) -> Result<()> {
    play_all(tx, entry, changes(tx, entry)?)
}

/// Plays the changes of another copy's entry in order, under an entry of this
/// book. What leaves a row resting on nothing is as good as moved.
pub(super) fn received(tx: &Transaction<'_>, no: EntryNo, changes: Vec<Change>) -> Result<()> {
    play_all(tx, no, changes)?;
    super::tie::check(tx, no)?;
    match dangling(tx)? {
        Some(what) => Err(Error::Moved { entry: no, what }),
        None => Ok(()),
    }
}

/// Plays the changes of `entry` in reverse, each turned round.
pub(super) fn backward(tx: &Transaction<'_>, entry: EntryNo) -> Result<()> {
    play_all(tx, entry, changes(tx, entry)?.into_iter().rev().map(Change::turned))
}

fn play_all(
    tx: &Transaction<'_>,
    entry: EntryNo,
    changes: impl IntoIterator<Item = Change>,
) -> Result<()> {
    changes.into_iter().try_for_each(|change| change.play(tx, entry))
}

/// The first row that rests on one that is gone, by table.
///
/// Taking a row away may leave others resting on nothing. `SQLite` says so at the
/// commit, and not about which; only then is the whole book looked through.
pub(super) fn dangling(tx: &Transaction<'_>) -> Result<Option<String>> {
    tx.query_row("SELECT \"table\" FROM pragma_foreign_key_check", [], |row| row.get(0))
        .optional()
        .doing("replaying the journal")
}

/// The tables whose rows are single facts, each of which may be altered by itself.
const SINGLE: [&str; 6] = ["point", "response", "recommendation", "driver", "finding", "plan"];

/// The columns of a day and of the words for it.
const DUE: [&str; 2] = ["due", "due_text"];

/// One row, before and after.
pub(super) struct Change {
    table: String,
    row: String,
    old: Option<Map<String, Json>>,
    new: Option<Map<String, Json>>,
}

impl Change {
    /// The table of the row.
    pub(super) fn table(&self) -> &str {
        &self.table
    }

    /// The name of the row.
    pub(super) fn row(&self) -> &str {
        &self.row
    }

    /// Whether it puts in a row that was not there.
    pub(super) fn is_new(&self) -> bool {
        self.old.is_none()
    }

    /// Whether it alters a row that was there and stays.
    pub(super) fn is_altered(&self) -> bool {
        self.old.is_some() && self.new.is_some()
    }

    /// What the row says in a column after it, where that is text.
    pub(super) fn says(&self, column: &str) -> Option<&str> {
        self.new.as_ref()?.get(column)?.as_str()
    }

    /// What the row says in a column after it, or said before it where it goes.
    pub(super) fn either(&self, column: &str) -> Option<&str> {
        self.new.as_ref().or(self.old.as_ref())?.get(column)?.as_str()
    }

    /// All that the row says in text after it, its own name aside.
    pub(super) fn words(&self) -> impl Iterator<Item = &str> {
        let fields = self.new.iter().flatten().filter(|(name, _)| *name != "id");
        fields.filter_map(|(_, value)| value.as_str())
    }

    /// The same change where rows go by other names: by `names`, those of another copy and
    /// those that they have here.
    pub(super) fn named_by(mut self, names: &HashMap<String, String>) -> Self {
        let here = |name: &str| names.get(name).cloned();
        let fields = self.old.iter_mut().chain(&mut self.new).flat_map(Map::values_mut);
        for value in fields {
            if let Some(name) = value.as_str().and_then(here) {
                *value = Json::String(name);
            }
        }
        self.row = here(&self.row).unwrap_or(self.row);
        self
    }

    /// What is left of a change to a row of single facts once those are taken off that the
    /// row has otherwise by now, and what it has instead; all of it, where that is all.
    pub(super) fn apart(mut self, db: &Connection) -> Result<(Self, Vec<String>)> {
        let (true, Some(old), Some(new)) =
            (SINGLE.contains(&self.table.as_str()), &mut self.old, &mut self.new)
        else {
            return Ok((self, Vec::new()));
        };
        let now = trigger::image(&trigger::columns(db, &self.table)?, &self.table);
        let sql = format!("SELECT {now} FROM {} WHERE id = ?", self.table);
        let now: Option<String> = db
            .query_row(&sql, [&self.row], |row| row.get(0))
            .optional()
            .doing("merging the copy")?;
        let now: Option<Map<String, Json>> = now.and_then(|now| serde_json::from_str(&now).ok());
        let Some(now) = now else { return Ok((self, Vec::new())) };
        let mut moved: Vec<String> = old
            .iter()
            .filter(|(column, was)| now.get(*column) != Some(*was))
            .map(|(c, _)| c.clone())
            .collect();
        // A day and the words for it are one fact.
        if moved.iter().any(|column| DUE.contains(&column.as_str())) {
            moved.extend(
                DUE.iter().filter(|due| old.contains_key(**due)).map(|due| (*due).to_owned()),
            );
            moved.sort_unstable();
            moved.dedup();
        }
        if moved.is_empty() || moved.len() == old.len() {
            return Ok((self, Vec::new()));
        }
        let kept = |column: &String| {
            let has = now.get(column).and_then(Json::as_str).unwrap_or("none");
            format!("{} is {has} here", column.replace('_', " "))
        };
        let otherwise = moved.iter().filter(|column| now.get(*column) != new.get(*column));
        let kept = otherwise.map(kept).collect();
        old.retain(|column, _| !moved.contains(column));
        new.retain(|column, _| !moved.contains(column));
        Ok((self, kept))
    }

    fn turned(self) -> Self {
        Self { old: self.new, new: self.old, ..self }
    }

    /// Refuses names that are not the schema's own: they end up in SQL.
    fn check(&self, tx: &Transaction<'_>) -> Result<()> {
        let strange = |what: &str| Err(Error::Strange { what: what.to_owned() });
        if !Record::TABLES.contains(&self.table.as_str()) {
            return strange(&self.table);
        }
        let columns = trigger::columns(tx, &self.table)?;
        let mut named = self.old.iter().chain(&self.new).flat_map(Map::keys);
        named.find(|name| !columns.contains(name)).map_or(Ok(()), |name| strange(name))
    }

    /// What the row has instead of what the change was made to, in brackets.
    fn now(&self, tx: &Transaction<'_>) -> String {
        let has = |column: &String| -> rusqlite::Result<String> {
            let sql = format!(
                "SELECT coalesce(CAST(\"{column}\" AS TEXT), '') FROM {} WHERE id = ?",
                self.table
            );
            tx.query_row(&sql, [&self.row], |row| row.get(0))
        };
        let was = |value: &Json| match value {
            Json::Null => String::new(),
            value => value.as_str().map_or_else(|| value.to_string(), str::to_owned),
        };
        let changed = self.old.iter().flatten().filter_map(|(column, old)| {
            let now = has(column).ok()?;
            (now != was(old)).then(|| format!("{column} is now {now}"))
        });
        let changed: Vec<String> = changed.collect();
        if changed.is_empty() { String::new() } else { format!(" ({})", changed.join(", ")) }
    }

    fn play(&self, tx: &Transaction<'_>, entry: EntryNo) -> Result<()> {
        self.check(tx)?;
        let table = &self.table;
        let (sql, values) = match (&self.old, &self.new) {
            (None, Some(new)) => {
                let (names, marks) = (list(new, ", ", "\"{}\""), list(new, ", ", "?"));
                (format!("INSERT INTO {table} ({names}) VALUES ({marks})"), values([new]))
            }
            (Some(old), None) => (
                format!("DELETE FROM {table} WHERE {}", list(old, " AND ", "\"{}\" IS ?")),
                values([old]),
            ),
            (Some(old), Some(new)) => {
                let set = list(new, ", ", "\"{}\" = ?");
                let was = list(old, " AND ", "\"{}\" IS ?");
                let id = Map::from_iter([("id".into(), self.row.clone().into())]);
                (
                    format!("UPDATE {table} SET {set} WHERE {was} AND id IS ?"),
                    values([new, old, &id]),
                )
            }
            (None, None) => return Ok(()),
        };
        let moved =
            || Err(Error::Moved { entry, what: format!("{table} {}{}", self.row, self.now(tx)) });
        match tx.execute(&sql, params_from_iter(values)) {
            Ok(1) => Ok(()),
            Ok(_) => moved(),
            Err(e) if e.sqlite_error_code() == Some(ErrorCode::ConstraintViolation) => moved(),
            Err(e) => Err(e).doing("replaying the journal"),
        }
    }
}

/// The tables of which the schema has an index of changes by row.
pub(super) const INDEXED: &str = "('action', 'action_update', 'appointment', 'body', 'meeting', 'organisation', 'person', 'seat')";

/// Every row of `table`, which is one of [`INDEXED`], that was changed after the entry
/// `since`, with its image as it was then; none, if it was not there.
pub(super) fn before(
    db: &Connection,
    table: &str,
    since: EntryNo,
) -> Result<Vec<(String, Option<String>)>> {
    let sql = format!(
        "SELECT tab, row, old, new FROM change
         WHERE tab IN {INDEXED} AND tab = ?1 AND entry > ?2 ORDER BY row, no DESC"
    );
    let changed: Vec<Change> = db
        .prepare_cached(&sql)
        .and_then(|mut rows| rows.query_map((table, since.0), change)?.collect())
        .doing("reading the journal")?;
    let now = trigger::image(&trigger::columns(db, table)?, table);
    let now = format!("SELECT {now} FROM {table} WHERE id = ?");
    let mut now = db.prepare_cached(&now).doing("reading the journal")?;
    let mut found = Vec::new();
    for of in changed.chunk_by(|one, other| one.row == other.row) {
        let Some(first) = of.first() else { continue };
        let text: Option<String> = now
            .query_row([&first.row], |row| row.get(0))
            .optional()
            .doing("reading the journal")?;
        let mut image: Option<Map<String, Json>> =
            text.and_then(|text| serde_json::from_str(&text).ok());
        for change in of {
            match (&mut image, &change.old, &change.new) {
                (Some(image), Some(old), Some(_)) => image.extend(old.clone()),
                (_, old, _) => image.clone_from(old),
            }
        }
        found.push((first.row.clone(), image.map(|image| Json::from(image).to_string())));
    }
    Ok(found)
}

/// What an entry changed, in order.
pub(super) fn changes(tx: &Connection, entry: EntryNo) -> Result<Vec<Change>> {
    tx.prepare_cached("SELECT tab, row, old, new FROM change WHERE entry = ? ORDER BY no")
        .and_then(|mut rows| rows.query_map([entry.0], change)?.collect())
        .doing("reading the journal")
}

fn change(row: &Row<'_>) -> rusqlite::Result<Change> {
    Ok(Change {
        table: row.get("tab")?,
        row: row.get("row")?,
        old: image(row, "old")?,
        new: image(row, "new")?,
    })
}

fn image(row: &Row<'_>, name: &str) -> rusqlite::Result<Option<Map<String, Json>>> {
    let text = row.get_ref(name)?.as_str_or_null()?;
    text.map(serde_json::from_str).transpose().map_err(|e| FromSqlError::Other(e.into()).into())
}

fn list(columns: &Map<String, Json>, between: &str, each: &str) -> String {
    columns.keys().map(|name| each.replace("{}", name)).collect::<Vec<_>>().join(between)
}

fn values<'a>(rows: impl IntoIterator<Item = &'a Map<String, Json>>) -> Vec<Sql> {
    rows.into_iter().flat_map(Map::values).map(sql).collect()
}

fn sql(value: &Json) -> Sql {
    match value {
        Json::Null => Sql::Null,
        Json::Number(number) => match number.as_i64() {
            Some(whole) => Sql::Integer(whole),
            None => Sql::Real(number.as_f64().unwrap_or_default()),
        },
        Json::String(text) => Sql::Text(text.clone()),
        other => Sql::Text(other.to_string()),
    }
}
