//! What guards the journaled tables, and what writes their journal: triggers
//! made from the schema, so that no table and no column is forgotten.
//!
//! The guards are part of the book and bind every program that opens it. Those
//! that write the journal are long, and are of use only to who holds the pen: its
//! connection makes them for itself, and no reader waits for them to be parsed.

use std::fmt::Write as _;

use rusqlite::Connection;

use super::Result;
use super::error::Doing as _;
use crate::model::Record;

/// Has every journaled table refuse a write outside an entry. Every connection
/// parses these before its first question, so they are as short as they can be.
pub(super) fn guard(db: &Connection) -> Result<()> {
    let mut sql = String::new();
    for table in Record::TABLES {
        for event in ["INSERT", "UPDATE", "DELETE"] {
            let _ = write!(
                sql,
                "CREATE TRIGGER guard_{table}_{event} BEFORE {event} ON {table} BEGIN
                     SELECT RAISE(ABORT, 'no entry is open') FROM pen WHERE entry IS NULL;
                 END;"
            );
        }
    }
    db.execute_batch(&sql).doing("making the book")
}

/// Has this connection write down how each row of a journaled table changes.
pub(super) fn journal(db: &Connection) -> Result<()> {
    let mut sql = String::new();
    for table in Record::TABLES {
        sql += &triggers(table, &columns(db, table)?);
    }
    db.execute_batch(&sql).doing("preparing the journal")
}

/// The columns of `table`, as the schema has them.
pub(super) fn columns(db: &Connection, table: &str) -> Result<Vec<String>> {
    db.prepare_cached("SELECT name FROM pragma_table_info(?)")
        .and_then(|mut rows| rows.query_map([table], |row| row.get(0))?.collect())
        .doing("preparing the journal")
}

/// The image of a row with these columns, of a table or of a trigger's `new` or `old`.
pub(super) fn image(columns: &[String], of: &str) -> String {
    let pairs: Vec<_> = columns.iter().map(|c| format!("'{c}', {of}.\"{c}\"")).collect();
    format!("json_object({})", pairs.join(", "))
}

/// An update that changes nothing writes nothing.
fn triggers(table: &str, columns: &[String]) -> String {
    let row = |of: &str| image(columns, of);
    let differing: Vec<_> = columns
        .iter()
        .map(|c| {
            format!(
                "SELECT '{c}' AS name, json_quote(old.\"{c}\") AS was, json_quote(new.\"{c}\") AS now \
                 WHERE old.\"{c}\" IS NOT new.\"{c}\""
            )
        })
        .collect();
    let differing = format!(
        "SELECT json_group_object(name, json(was)), json_group_object(name, json(now)) FROM ({})
         HAVING count(*) > 0",
        differing.join(" UNION ALL ")
    );

    let mut sql = String::new();
    for (event, row_id, images) in [
        ("INSERT", "new.id", format!("SELECT NULL, {}", row("new"))),
        ("UPDATE", "old.id", differing),
        ("DELETE", "old.id", format!("SELECT {}, NULL", row("old"))),
    ] {
        let _ = write!(
            sql,
            "CREATE TEMP TRIGGER journal_{table}_{event} AFTER {event} ON main.{table} BEGIN
                 INSERT INTO change (entry, tab, row, old, new)
                 SELECT (SELECT entry FROM pen), '{table}', {row_id}, * FROM ({images});
             END;"
        );
    }
    sql
}
