//! Rows out of tables, as the model's own values.
//!
//! A column is read by the name of the field; a word the schema does not allow
//! is an error and never a guess.

use rusqlite::{Connection, Params, Row};
use serde::de::DeserializeOwned;

use super::error::Doing as _;
use super::{Error, Result};

/// Of a link, that it does not stand for an action the meeting no longer wants:
/// what such an action answered is as open as it was.
pub(super) const STILL_MEANT: &str = "NOT (link.kind = 'answers' AND link.from_id IN
    (SELECT id FROM action WHERE status = 'cancelled'))";

/// Of a decision, that it tells of another made under exempt business: it answers or undoes
/// it, or is about its being called in. As SQL; it is withheld as that is, wherever it was
/// minuted and whenever that was made exempt.
pub(super) const TELLS_OF_EXEMPT: &str = "EXISTS (SELECT 1 FROM decision AS told
    JOIN item AS about ON about.id = told.item AND about.exempt <> ''
    WHERE told.id = decision.replaces
       OR told.id IN (SELECT to_id FROM link WHERE from_id = decision.id AND kind = 'answers')
       OR told.id IN (SELECT call_in.decision FROM call_in WHERE call_in.item = decision.item))";

/// Every row that `sql` finds.
pub(super) fn all<T: DeserializeOwned>(
    db: &Connection,
    table: &'static str,
    sql: &str,
    params: impl Params,
) -> Result<Vec<T>> {
    let mut statement = db.prepare_cached(sql).doing("reading the book")?;
    let rows = statement.query(params).doing("reading the book")?;
    serde_rusqlite::from_rows(rows)
        .map(|row| row.map_err(|source| Error::Row { table, source }))
        .collect()
}

/// The one row that `sql` finds, if any.
pub(super) fn one<T: DeserializeOwned>(
    db: &Connection,
    table: &'static str,
    sql: &str,
    params: impl Params,
) -> Result<Option<T>> {
    Ok(all(db, table, sql, params)?.pop())
}

/// The row that a line of an answer holds, whatever else stands beside it there.
pub(super) fn whole<T: DeserializeOwned>(row: &Row<'_>) -> rusqlite::Result<T> {
    serde_rusqlite::from_row(row)
        .map_err(|e| rusqlite::types::FromSqlError::Other(e.to_string().into()).into())
}

/// The newest edition, as SQL.
pub(super) const NEWEST: &str = "(SELECT id FROM edition ORDER BY as_at DESC, id DESC LIMIT 1)";

/// The points, responses and figures of editions before the newest, as SQL.
pub(super) fn past() -> String {
    let each = ["point", "response", "summary"]
        .map(|table| format!("SELECT id FROM {table} WHERE edition <> {NEWEST}"));
    each.join(" UNION ALL ")
}
