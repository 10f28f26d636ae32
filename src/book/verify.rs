//! Whether a book is whole, sound and as its journal tells it.

use rusqlite::Connection;

use super::error::Doing as _;
use super::{Book, Result, journal};
use crate::model::EntryNo;

/// What verifying found wrong; nothing, if the book is as it should be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Findings {
    /// Each fault, in a sentence.
    pub faults: Vec<String>,
    /// How many entries were read.
    pub entries: u32,
}

impl Book {
    /// Checks the file, the ties between rows, the index of words, and the
    /// chain of digests over every entry.
    pub fn verify(&self) -> Result<Findings> {
        let mut faults = Vec::new();
        pages(&self.db, &mut faults)?;
        ties(&self.db, &mut faults)?;
        index(&self.db, &mut faults);
        let entries = chain(&self.db, &mut faults)?;
        rows(&self.db, &mut faults)?;
        Ok(Findings { faults, entries })
    }
}

fn pages(db: &Connection, faults: &mut Vec<String>) -> Result<()> {
    let said: Vec<String> = db
        .prepare("PRAGMA integrity_check(20)")
        .and_then(|mut rows| rows.query_map([], |row| row.get(0))?.collect())
        .doing("checking the file")?;
    faults.extend(
        said.into_iter().filter(|line| line != "ok").map(|line| format!("The file: {line}.")),
    );
    Ok(())
}

fn ties(db: &Connection, faults: &mut Vec<String>) -> Result<()> {
    let broken: Vec<(String, String)> = db
        .prepare("SELECT \"table\", parent FROM pragma_foreign_key_check LIMIT 20")
        .and_then(|mut rows| rows.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect())
        .doing("checking the ties")?;
    faults.extend(broken.into_iter().map(|(table, parent)| {
        format!("A row of \"{table}\" rests on a row of \"{parent}\" that is not there.")
    }));
    let loose = super::tie::dangling(db)?;
    faults.extend(loose.into_iter().map(|id| format!("The link {id} has an end on nothing.")));
    Ok(())
}

/// The index answers for itself, and must hold back from the public what the
/// record holds back; asking needs no leave to write.
fn index(db: &Connection, faults: &mut Vec<String>) {
    let strays: rusqlite::Result<i64> = db.query_row(
        "SELECT (SELECT count(*) FROM doc) - (SELECT count(*) FROM words)",
        [],
        |row| row.get(0),
    );
    match strays {
        Ok(0) => {}
        Ok(n) => faults.push(format!("The index of words is out of step by {} rows.", n.abs())),
        Err(error) => faults.push(format!("The index of words cannot be read: {error}.")),
    }
    match super::search::mismarked(db, 5) {
        Ok(strays) => faults.extend(strays.into_iter().map(|(table, row)| {
            format!("The index of words does not mark \"{table}\" {row} as the record does: exempt or open.")
        })),
        Err(error) => faults.push(format!("The index of words cannot be read: {error}.")),
    }
}

/// Reads the chain from its first entry and names the first link that is not
/// as it was written.
fn chain(db: &Connection, faults: &mut Vec<String>) -> Result<u32> {
    let entries: Vec<(i64, String, i64)> = db
        .prepare("SELECT no, digest, turn FROM entry ORDER BY copy, turn")
        .and_then(|mut rows| {
            rows.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?.collect()
        })
        .doing("checking the journal")?;
    let mut expected = 0;
    for (no, digest, turn) in &entries {
        expected = if *turn == 1 { 1 } else { expected + 1 };
        if *turn != expected {
            faults.push(format!("The journal has no entry where turn {expected} should be."));
            break;
        }
        if journal::digest(db, EntryNo(*no))? != *digest {
            faults.push(format!(
                "{} of the journal is not as it was written.",
                capital(EntryNo(*no))
            ));
            break;
        }
    }
    Ok(u32::try_from(entries.len()).unwrap_or(u32::MAX))
}

/// Each row must stand as the last change on record left it: every column the
/// journal last set is compared, and so is whether the row is there at all.
fn rows(db: &Connection, faults: &mut Vec<String>) -> Result<()> {
    for table in crate::model::Record::TABLES {
        let journaled = "SELECT row, sum((old IS NULL) - (new IS NULL)) AS there FROM change WHERE tab = ?1 GROUP BY row";
        let sql = format!(
            "SELECT row FROM ({journaled}) LEFT JOIN {table} ON {table}.id = row
             WHERE there <> ({table}.id IS NOT NULL)
             UNION ALL SELECT id FROM {table} WHERE id NOT IN (SELECT row FROM change WHERE tab = ?1)
             UNION ALL
             SELECT row FROM (SELECT row, key, value, max(change.no) FROM change, json_each(change.new)
                              WHERE tab = ?1 AND new IS NOT NULL GROUP BY row, key) AS told
             JOIN {table} ON {table}.id = told.row
             WHERE CASE told.key {} END
             LIMIT 5",
            super::trigger::columns(db, table)?
                .iter()
                .map(|c| format!("WHEN '{c}' THEN told.value IS NOT {table}.\"{c}\""))
                .collect::<Vec<_>>()
                .join(" ")
        );
        let strays: Vec<String> = db
            .prepare(&sql)
            .and_then(|mut rows| rows.query_map([table], |row| row.get(0))?.collect())
            .doing("checking the rows")?;
        faults.extend(
            strays
                .into_iter()
                .map(|row| format!("\"{table}\" {row} is not as the journal left it.")),
        );
    }
    Ok(())
}

fn capital(no: EntryNo) -> String {
    format!("Entry {}", no.0)
}
