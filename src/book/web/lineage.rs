//! Rows of the schedule through its editions: what a meeting decided of a row is decided
//! of what the row goes on as.

use rusqlite::{Connection, OptionalExtension as _};

use crate::book::error::Doing as _;
use crate::book::{Result, read};
use crate::model::Link;
use crate::rules::thread::{Strand, Tie};

/// Ties what is tied to a row of an earlier edition to what that goes on as, unless `id` is
/// itself what goes on.
pub(super) fn inherit(db: &Connection, id: &str, strand: &mut Strand) -> Result<()> {
    if strand.tie == Tie::Continues {
        return Ok(());
    }
    let other = if strand.cause == id { &mut strand.effect } else { &mut strand.cause };
    if is_past(db, other)?
        && let Some(heir) = heir(db, other)?
    {
        *other = heir;
    }
    Ok(())
}

/// Whether `id` is a point, a response or figures of an edition before the newest.
pub(super) fn is_past(db: &Connection, id: &str) -> Result<bool> {
    let sql = format!("SELECT EXISTS (SELECT 1 FROM ({}) WHERE id = ?)", read::past());
    db.prepare_cached(&sql)
        .and_then(|mut rows| rows.query_row([id], |row| row.get(0)))
        .doing("following the thread")
}

/// Whether no row of a later edition goes on from `id`.
pub(super) fn is_last(db: &Connection, id: &str) -> Result<bool> {
    let sql = "SELECT NOT EXISTS (SELECT 1 FROM link WHERE to_id = ? AND kind = 'continues')";
    db.prepare_cached(sql)
        .and_then(|mut rows| rows.query_row([id], |row| row.get(0)))
        .doing("following the thread")
}

/// The row of the newest edition that goes on from the earlier one called `id`, if one does.
fn heir(db: &Connection, id: &str) -> Result<Option<String>> {
    let sql = format!(
        "WITH RECURSIVE line(id) AS (
             VALUES (?1) UNION
             SELECT link.from_id FROM line JOIN link ON link.to_id = line.id AND link.kind = 'continues')
         SELECT id FROM line WHERE id NOT IN ({}) LIMIT 1",
        read::past()
    );
    db.prepare_cached(&sql)
        .and_then(|mut rows| rows.query_row([id], |row| row.get(0)).optional())
        .doing("following the thread")
}

/// What was decided of the rows that `id` goes on from, as ties of `id` itself.
pub(super) fn decided(db: &Connection, id: &str) -> Result<Vec<Link>> {
    let sql = "WITH RECURSIVE line(id) AS (
             SELECT to_id FROM link WHERE from_id = ?1 AND kind = 'continues' UNION
             SELECT link.to_id FROM line JOIN link ON link.from_id = line.id AND link.kind = 'continues')
         SELECT link.id, link.from_id, ?1 AS to_id, link.kind, link.meeting
         FROM line JOIN link ON link.to_id = line.id JOIN decision ON decision.id = link.from_id
         ORDER BY link.id";
    read::all(db, "link", sql, [id])
}
