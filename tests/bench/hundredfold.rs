//! A book with its meetings in it many times over.

use std::path::Path;

use rusqlite::Connection;

use crate::support::shelf::guards;

/// The tables whose rows belong to a meeting.
const TABLES: &[&str] = &[
    "meeting",
    "item",
    "minute",
    "attendance",
    "movement",
    "decision",
    "action",
    "vote",
    "motion",
    "interest",
];

/// Copies the book at `from` to `to`, with every meeting in it `times` over, in
/// earlier years and closed. The journal knows of the first alone: nobody records
/// a hundred years to measure how they are read.
pub(crate) fn grown(from: &Path, to: &Path, times: u32) {
    std::fs::copy(from, to).unwrap();
    let db = Connection::open(to).unwrap();
    let guards = guards(&db);
    db.execute_batch(
        "PRAGMA foreign_keys = OFF; BEGIN; CREATE TEMP TABLE own (id TEXT PRIMARY KEY)",
    )
    .unwrap();
    for (name, _) in &guards {
        db.execute_batch(&format!("DROP TRIGGER {name}")).unwrap();
    }
    for table in TABLES {
        db.execute_batch(&format!("INSERT OR IGNORE INTO own SELECT id FROM {table}")).unwrap();
    }
    for n in 1..times {
        for table in TABLES {
            db.execute_batch(&again(&db, table, n)).unwrap();
        }
    }
    for (_, sql) in &guards {
        db.execute_batch(sql).unwrap();
    }
    db.execute_batch("COMMIT").unwrap();
}

/// The rows of a table once more, as SQL, with names of their own.
fn again(db: &Connection, table: &str, n: u32) -> String {
    let mut columns = db.prepare_cached("SELECT name FROM pragma_table_info(?)").unwrap();
    let columns: Vec<String> =
        columns.query_map([table], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    let values: Vec<String> = columns
        .iter()
        .map(|column| match (table, column.as_str()) {
            ("meeting", "date") => format!("{} || substr(date, 5)", 2009 - n % 15),
            ("meeting", "status") => "'closed'".into(),
            ("meeting", "minutes") => "'signed'".into(),
            ("action", "status") => "'confirmed'".into(),
            (_, column) => format!(
                "CASE WHEN \"{column}\" IN own THEN \"{column}\" || '-{n}' ELSE \"{column}\" END"
            ),
        })
        .collect();
    format!(
        "INSERT OR IGNORE INTO {table} SELECT {} FROM {table} WHERE id IN own",
        values.join(", ")
    )
}
