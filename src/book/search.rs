//! The index of words: everything ever minuted or scheduled, newest first.
//!
//! Ranking by relevance takes seconds over a large book; the newest fifty take
//! half a millisecond, so those are what a key brings.

use rusqlite::{Connection, OptionalExtension as _, Transaction, params};

use super::error::Doing as _;
use super::read::TELLS_OF_EXEMPT;
use super::{Book, Result};
use crate::model::{EntryNo, Hit, Hits, ItemId, MeetingId};

/// Whoever a row rests with, in brackets, as the end of its text; nothing, if nobody does.
macro_rules! rests_with {
    ($who:literal) => {
        concat!("coalesce(' (' || nullif(", $who, ", '') || ')', '')")
    };
}

/// What of each table is indexed: the text, and the item and meeting it belongs
/// to. Whoever a row rests with stands after it in brackets. A private note is in no
/// index.
const INDEXED: &[(&str, &str)] = &[
    ("meeting", "SELECT title || ' ' || date || ' ' || place, id, NULL FROM meeting WHERE id = ?"),
    (
        "item",
        "SELECT number || ' ' || title || ' ' || coalesce(nullif(paper, 'none'), '') || ' ' || recommendation, meeting, id FROM item WHERE id = ?",
    ),
    ("minute", "SELECT text || ' ' || summary, meeting, id FROM minute WHERE id = ?"),
    ("motion", "SELECT text, meeting, item FROM motion WHERE id = ?"),
    (
        "decision",
        "SELECT verb || ' ' || to_whom || ' ' || text || ' ' || reasons || ' ' || alternatives || ' ' || at_once, meeting, item FROM decision WHERE id = ?",
    ),
    ("call_in", "SELECT who || ' ' || grounds, meeting, item FROM call_in WHERE id = ?"),
    ("addendum", "SELECT text, meeting, NULL FROM addendum WHERE id = ?"),
    (
        "action",
        "SELECT printf('A/%02d/%02d ', year % 100, number) || text || coalesce(
           ' (' || (SELECT trim(given || ' ' || family) FROM person WHERE id = action.owner) || ')',
           ' (' || (SELECT name FROM organisation WHERE id = action.organisation) || ')', ''),
         meeting, item FROM action WHERE id = ?",
    ),
    (
        "action_update",
        "SELECT action_update.text, action.meeting, action.item FROM action_update JOIN action ON action.id = action_update.action WHERE action_update.id = ?",
    ),
    (
        "partnership",
        concat!(
            "SELECT name || ' ' || remit || ",
            rests_with!("trim(chair || ' ' || lead)"),
            ", NULL, NULL FROM partnership WHERE id = ?"
        ),
    ),
    ("point", "SELECT id || ' ' || text, NULL, NULL FROM point WHERE id = ?"),
    (
        "response",
        concat!(
            "SELECT id || ' ' || text || ",
            rests_with!("owner"),
            ", NULL, NULL FROM response WHERE id = ?"
        ),
    ),
    (
        "recommendation",
        concat!(
            "SELECT number || ' ' || text || ' ' || addressed_to || ' ' || reply || ",
            rests_with!("lead"),
            ", NULL, NULL FROM recommendation WHERE id = ?"
        ),
    ),
    (
        "target",
        concat!(
            "SELECT code || ' ' || wording || ' ' || remark || ",
            rests_with!("lead"),
            ", NULL, NULL FROM target WHERE id = ?"
        ),
    ),
    ("driver", "SELECT heading || ' ' || text, NULL, NULL FROM driver WHERE id = ?"),
    (
        "finding",
        concat!(
            "SELECT scheme || ' ' || text || ",
            rests_with!("owner"),
            ", NULL, NULL FROM finding WHERE id = ?"
        ),
    ),
    ("plan", "SELECT topic || ' ' || origin, NULL, NULL FROM plan WHERE id = ?"),
    ("person", "SELECT given || ' ' || family || ' ' || post, NULL, NULL FROM person WHERE id = ?"),
    (
        "body",
        concat!(
            "SELECT code || ' ' || name || ' ' || remit || ",
            rests_with!("lead"),
            ", NULL, NULL FROM body WHERE id = ?"
        ),
    ),
];

/// The most hits counted, and the most brought.
const COUNTED: u32 = 1_001;
const BROUGHT: u32 = 50;

/// Brings the index up to date with every row that entry `no` changed: the one
/// path for doing, undoing and redoing.
pub(super) fn follow(tx: &Transaction<'_>, no: EntryNo) -> Result<()> {
    let changed: Vec<(String, String)> = tx
        .prepare_cached("SELECT DISTINCT tab, row FROM change WHERE entry = ?")
        .and_then(|mut rows| {
            rows.query_map([no.0], |row| Ok((row.get(0)?, row.get(1)?)))?.collect()
        })
        .doing("indexing")?;
    for (tab, row) in &changed {
        index(tx, tab, row)?;
        if tab == "item" {
            tx.prepare_cached(
                "UPDATE doc SET exempt = (SELECT exempt <> '' FROM item WHERE id = ?1) WHERE item = ?1
                 AND EXISTS (SELECT 1 FROM item WHERE id = ?1)",
            )
            .and_then(|mut statement| statement.execute([row]))
            .doing("indexing")?;
        }
    }
    if changed.iter().any(|(tab, _)| matches!(tab.as_str(), "person" | "organisation")) {
        owned(tx, no)?.iter().try_for_each(|action| index(tx, "action", action))?;
    }
    Ok(())
}

/// The actions that rest with whoever entry `no` changed, whose name stands with them: all
/// of them in one look, as a list of members changes many people.
fn owned(db: &Connection, no: EntryNo) -> Result<Vec<String>> {
    db.prepare_cached(
        "SELECT id FROM action
         WHERE owner IN (SELECT row FROM change WHERE entry = ?1 AND tab = 'person')
            OR organisation IN (SELECT row FROM change WHERE entry = ?1 AND tab = 'organisation')",
    )
    .and_then(|mut rows| rows.query_map([no.0], |row| row.get(0))?.collect())
    .doing("indexing")
}

/// Indexes one row again, or takes it out if it is gone.
fn index(db: &Connection, tab: &str, row: &str) -> Result<()> {
    let Some((_, sql)) = INDEXED.iter().find(|(of, _)| *of == tab) else { return Ok(()) };
    let found: Option<(String, Option<String>, Option<String>)> = db
        .prepare_cached(sql)
        .and_then(|mut rows| {
            rows.query_row([row], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?))).optional()
        })
        .doing("indexing")?;
    let no: Option<i64> = db
        .prepare_cached("SELECT no FROM doc WHERE tab = ? AND row = ?")
        .and_then(|mut rows| rows.query_row([tab, row], |r| r.get(0)).optional())
        .doing("indexing")?;
    match (found, no) {
        (None, None) => Ok(()),
        (None, Some(no)) => db
            .prepare_cached("DELETE FROM words WHERE rowid = ?")
            .and_then(|mut s| s.execute([no]))
            .and_then(|_| db.prepare_cached("DELETE FROM doc WHERE no = ?"))
            .and_then(|mut s| s.execute([no]))
            .doing("indexing")
            .map(|_| ()),
        (Some((text, _, _)), Some(no)) => db
            .prepare_cached("UPDATE words SET text = ? WHERE rowid = ?")
            .and_then(|mut s| s.execute(params![text, no]))
            .doing("indexing")
            .map(|_| ()),
        (Some((text, meeting, item)), None) => {
            db.prepare_cached(
                "INSERT INTO doc (tab, row, meeting, item, exempt)
                 VALUES (?1, ?2, ?3, ?4, coalesce((SELECT exempt <> '' FROM item WHERE id = ?4), 0))",
            )
            .and_then(|mut s| s.execute(params![tab, row, meeting, item]))
            .doing("indexing")?;
            let no = db.last_insert_rowid();
            db.prepare_cached("INSERT INTO words (rowid, text) VALUES (?, ?)")
                .and_then(|mut s| s.execute(params![no, text]))
                .doing("indexing")
                .map(|_| ())
        }
    }
}

/// The rows whose text in the index is not marked exempt as the record has it,
/// by their tables; at most so many of each table.
pub(super) fn mismarked(db: &Connection, most: u32) -> rusqlite::Result<Vec<(String, String)>> {
    let mut strays = Vec::new();
    for (tab, sql) in INDEXED {
        let told = sql.replace('?', "doc.row");
        let exempt = format!(
            "coalesce((WITH told (text, meeting, item) AS ({told})
                       SELECT item.exempt <> '' FROM told JOIN item ON item.id = told.item), 0)"
        );
        let sql = format!("SELECT row FROM doc WHERE tab = ?1 AND exempt IS NOT {exempt} LIMIT ?2");
        let rows: Vec<String> = db
            .prepare(&sql)?
            .query_map(params![tab, most], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        strays.extend(rows.into_iter().map(|row| ((*tab).to_owned(), row)));
    }
    Ok(strays)
}

/// The words of a query as the index asks for them: each one literal, the last
/// one as far as it has been typed.
fn literal(query: &str) -> Option<String> {
    let words: Vec<String> = query
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| format!("\"{word}\""))
        .collect();
    let open = query.chars().next_back().is_some_and(char::is_alphanumeric);
    (!words.is_empty()).then(|| words.join(" ") + if open { "*" } else { "" })
}

/// What the public may find, as SQL: no exempt words, nor what is told of them elsewhere; of people those who hold a place on a body,
/// as others may have come to exempt business alone; and nothing that was reported of
/// actions, which bears no item.
fn open() -> String {
    format!(
        "(NOT doc.exempt AND doc.tab <> 'action_update'
          AND (doc.tab <> 'person'
               OR EXISTS (SELECT 1 FROM appointment WHERE appointment.person = doc.row))
          AND (doc.tab <> 'decision'
               OR NOT EXISTS (SELECT 1 FROM decision WHERE decision.id = doc.row AND {TELLS_OF_EXEMPT}))
          AND (doc.tab <> 'call_in'
               OR NOT EXISTS (SELECT 1 FROM call_in JOIN decision ON decision.id = call_in.decision
                              JOIN item ON item.id = decision.item
                              WHERE call_in.id = doc.row AND item.exempt <> '')))"
    )
}

impl Book {
    /// Looks for `query`, newest first; in public, exempt text is not looked at.
    pub fn search(&self, query: &str, public: bool) -> Result<Hits> {
        let Some(wanted) = literal(query) else {
            return Ok(Hits { query: query.to_owned(), ..Hits::default() });
        };
        let open = open();
        let count = self
            .db
            .prepare_cached(&format!(
                "SELECT count(*) FROM (SELECT 1 FROM words JOIN doc ON doc.no = words.rowid
                 WHERE words MATCH ?1 AND (NOT ?2 OR {open}) LIMIT ?3)"
            ))
            .and_then(|mut rows| rows.query_row(params![wanted, public, COUNTED], |r| r.get(0)))
            .doing("searching")?;
        let hits = self
            .db
            .prepare_cached(&format!(
                "SELECT doc.tab, doc.row, doc.meeting, doc.item, meeting.date,
                        snippet(words, 0, '', '', '…', 24)
                 FROM words JOIN doc ON doc.no = words.rowid LEFT JOIN meeting ON meeting.id = doc.meeting
                 WHERE words MATCH ?1 AND (NOT ?2 OR {open})
                 ORDER BY words.rowid DESC LIMIT ?3"
            ))
            .and_then(|mut rows| {
                rows.query_map(params![wanted, public, BROUGHT], |row| {
                    let meeting: Option<String> = row.get(2)?;
                    let item: Option<String> = row.get(3)?;
                    let date: Option<String> = row.get(4)?;
                    Ok(Hit {
                        table: row.get(0)?,
                        id: row.get(1)?,
                        meeting: meeting.map(MeetingId),
                        item: item.map(ItemId),
                        date: date.and_then(|date| date.parse().ok()),
                        snippet: row.get(5)?,
                    })
                })?
                .collect::<rusqlite::Result<Vec<Hit>>>()
            })
            .doing("searching")?;
        Ok(Hits { query: query.to_owned(), hits, count })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_looked_for_is_taken_literally() {
        assert_eq!(literal("fear of crime").as_deref(), Some("\"fear\" \"of\" \"crime\"*"));
        assert_eq!(literal("crime ").as_deref(), Some("\"crime\""));
        assert_eq!(literal("NEAR(\"a\" -b*)").as_deref(), Some("\"NEAR\" \"a\" \"b\""));
        assert_eq!(literal(" \"*- "), None);
    }
}
