//! The triggers that write a journal: generated from the schema, so that no
//! column is forgotten.

use std::fmt::Write as _;

use rusqlite::Connection;

use super::Result;
use super::error::Doing as _;
use crate::model::Record;

/// Puts the triggers in place on every journaled table.
pub(super) fn install(db: &Connection) -> Result<()> {
    Record::TABLES.iter().try_for_each(|table| {
        let columns = columns(db, table)?;
        db.execute_batch(&triggers(table, &columns)).doing("preparing the journal")
    })
}

/// The columns of `table`, as the schema has them.
pub(super) fn columns(db: &Connection, table: &str) -> Result<Vec<String>> {
    db.prepare_cached("SELECT name FROM pragma_table_info(?)")
        .and_then(|mut rows| rows.query_map([table], |row| row.get(0))?.collect())
        .doing("preparing the journal")
}

/// A write outside an entry finds no entry in `pen`, and `change.entry` refuses
/// it. An update that changes nothing writes nothing.
fn triggers(table: &str, columns: &[String]) -> String {
    let row = |of: &str| {
        let pairs: Vec<_> = columns.iter().map(|c| format!("'{c}', {of}.\"{c}\"")).collect();
        format!("json_object({})", pairs.join(", "))
    };
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
            "CREATE TRIGGER journal_{table}_{event} AFTER {event} ON {table} BEGIN
                 INSERT INTO change (entry, tab, row, old, new)
                 SELECT (SELECT entry FROM pen), '{table}', {row_id}, * FROM ({images});
             END;"
        );
    }
    sql
}
