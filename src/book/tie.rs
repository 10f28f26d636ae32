//! Holds links to their promise: both ends are in the book.
//!
//! A link may run between things of any kind, so no foreign key can hold it.
//! Each entry is looked over before it is committed, undo and redo too; only the
//! rows it touched are asked about, so the cost does not grow with the book.

use rusqlite::{Connection, OptionalExtension as _};

use super::error::Doing as _;
use super::{Error, Result};
use crate::model::{EntryNo, ThingKind};

/// Whether `id` names a thing, as SQL.
fn is_thing(id: &str) -> String {
    let tables = ThingKind::ALL.iter().map(|kind| kind.word());
    let each = tables.map(|table| format!("EXISTS (SELECT 1 FROM {table} WHERE id = {id})"));
    each.collect::<Vec<_>>().join(" OR ")
}

/// Refuses an entry that leaves a link with an end on nothing.
pub(super) fn check(db: &Connection, no: EntryNo) -> Result<()> {
    let loose = format!(
        "SELECT ends.id FROM (
             SELECT link.from_id AS id FROM change JOIN link ON link.id = change.row
             WHERE change.entry = ?1 AND change.tab = 'link'
             UNION SELECT link.to_id FROM change JOIN link ON link.id = change.row
             WHERE change.entry = ?1 AND change.tab = 'link'
         ) AS ends WHERE NOT ({})",
        is_thing("ends.id")
    );
    if let Some(name) = first(db, &loose, no)? {
        return Err(Error::Unknown { what: "thing to tie to, called", name });
    }
    let gone = format!(
        "SELECT change.row FROM change
         WHERE change.entry = ?1 AND change.new IS NULL AND change.tab <> 'link'
           AND (EXISTS (SELECT 1 FROM link WHERE from_id = change.row)
                OR EXISTS (SELECT 1 FROM link WHERE to_id = change.row))
           AND NOT ({})",
        is_thing("change.row")
    );
    match first(db, &gone, no)? {
        Some(what) => Err(Error::Tied { what }),
        None => Ok(()),
    }
}

/// The names of the things that `id` is tied to, at the other end of each link.
pub(super) fn ends(db: &Connection, id: &str) -> Result<Vec<String>> {
    db.prepare_cached(
        "SELECT to_id FROM link WHERE from_id = ?1 UNION SELECT from_id FROM link WHERE to_id = ?1
         ORDER BY 1",
    )
    .and_then(|mut rows| rows.query_map([id], |row| row.get(0))?.collect())
    .doing("looking over the links")
}

fn first(db: &Connection, sql: &str, no: EntryNo) -> Result<Option<String>> {
    db.prepare_cached(sql)
        .and_then(|mut rows| rows.query_row([no.0], |row| row.get(0)).optional())
        .doing("looking over the links")
}

/// The links of the whole book that have an end on nothing, a few of them.
pub(super) fn dangling(db: &Connection) -> Result<Vec<String>> {
    let sql = format!(
        "SELECT id FROM link WHERE NOT ({}) OR NOT ({}) LIMIT 5",
        is_thing("link.from_id"),
        is_thing("link.to_id")
    );
    db.prepare(&sql)
        .and_then(|mut rows| rows.query_map([], |row| row.get(0))?.collect())
        .doing("looking over the links")
}
