//! Makes the tables of a book, and knows a book by its shape.

use std::fmt::Write as _;

use rusqlite::{Connection, Transaction};
use sha2::{Digest as _, Sha256};

use super::error::Doing as _;
use super::{Error, Result, trigger};

/// The history of the schema, oldest first. A book's `user_version` is the
/// number of the last one it went through.
///
/// One that has shipped is never edited: a change is a new file.
const MIGRATIONS: &[(u32, &str)] = &[(1, include_str!("../../assets/schema/001-first.sql"))];

/// The newest schema this program knows.
pub(super) const KNOWN: u32 = MIGRATIONS[MIGRATIONS.len() - 1].0;

/// "mbk1": the mark of a minute book in the header of its file.
pub(super) const APPLICATION_ID: i32 = 0x6d62_6b31;

/// The shape of a book of each age: a digest over its whole schema, triggers
/// included. DEFENSIVE and an untrusted schema do not stop a planted trigger
/// from rewriting rows; a shape that is not this one is refused.
const SHAPES: &[(u32, &str)] =
    &[(1, "273957161ef559416c268039885c0cfdf9748b7e35e7a4a0edd3b243bab8c0a4")];

/// Makes every table in an empty database.
pub(super) fn make(db: &mut Connection) -> Result<()> {
    let tx = db.transaction().doing("making the book")?;
    for (_, sql) in MIGRATIONS {
        tx.execute_batch(sql).doing("making the book")?;
    }
    finish(&tx)?;
    tx.commit().doing("making the book")
}

fn finish(tx: &Transaction<'_>) -> Result<()> {
    trigger::guard(tx)?;
    tx.pragma_update(None, "application_id", APPLICATION_ID)
        .and_then(|()| tx.pragma_update(None, "user_version", KNOWN))
        .doing("making the book")
}

/// Refuses a book whose schema is not, word for word, that of its age.
pub(super) fn check(db: &Connection) -> Result<()> {
    let age: u32 = db
        .pragma_query_value(None, "user_version", |row| row.get(0))
        .doing("reading the book's age")?;
    if age > KNOWN {
        return Err(Error::TooNew { found: age, known: KNOWN });
    }
    let expected = SHAPES.iter().find(|(of, _)| *of == age).map(|(_, shape)| *shape);
    if expected == Some(shape(db)?.as_str()) {
        return Ok(());
    }
    Err(Error::Altered { what: stranger(db)? })
}

/// The digest of everything in `sqlite_schema` that is written down there. `SQLite`'s own
/// indexes are not; a name such as theirs is no sign of them, as whoever writes in that table
/// by hand may give anything one.
fn shape(db: &Connection) -> Result<String> {
    let mut statement = db
        .prepare("SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE sql IS NOT NULL")
        .doing("reading the schema")?;
    let mut parts = statement
        .query_map([], |row| {
            let mut part = String::new();
            for column in 0..4 {
                part.push_str(row.get_ref(column)?.as_str_or_null()?.unwrap_or_default());
                part.push('\0');
            }
            Ok(part)
        })
        .and_then(Iterator::collect::<rusqlite::Result<Vec<_>>>)
        .doing("reading the schema")?;
    // The order in which things stand in the file is not part of its shape.
    parts.sort_unstable();
    let mut digest = Sha256::new();
    for part in &parts {
        digest.update(part);
    }
    Ok(hex(&digest.finalize()))
}

/// The first thing in the schema that a book made today would not have, for
/// the message; or that something is not there.
fn stranger(db: &Connection) -> Result<String> {
    let mut model = Connection::open_in_memory().doing("reading the schema")?;
    make(&mut model)?;
    let ours = names(&model)?;
    let theirs = names(db)?;
    let extra = theirs.iter().find(|found| !ours.contains(found));
    let absent = ours.iter().find(|wanted| !theirs.contains(wanted));
    Ok(match (extra, absent) {
        (Some((kind, name, _)), _) => format!("the {kind} \"{name}\""),
        (None, Some((kind, name, _))) => format!("a book without the {kind} \"{name}\""),
        (None, None) => "its age".into(),
    })
}

fn names(db: &Connection) -> Result<Vec<(String, String, String)>> {
    db.prepare("SELECT type, name, coalesce(sql, '') FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name")
        .and_then(|mut rows| {
            rows.query_map([], |row| {
                let sql: String = row.get(2)?;
                Ok((row.get(0)?, row.get(1)?, sql.split_whitespace().collect::<Vec<_>>().join(" ")))
            })?
            .collect()
        })
        .doing("reading the schema")
}

/// A digest in hex.
pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{
        ActionStatus, AnnotationKind, AnnotationStatus, AttendanceStatus, Better, BodyKind,
        Capacity, Cast, Cause, DecisionStatus, Direction, DriverStatus, EntryKind, FindingKind,
        FindingStatus, GapRule, HouseStyle, InterestKind, InterestOutcome, ItemKind, ItemStatus,
        Likelihood, LinkKind, Majority, MeetingKind, MeetingStatus, Method, MinutesStatus,
        MisprintKind, MotionKind, MotionOutcome, PlanKind, PlanStatus, RecommendationStatus,
        ResponseKind, ResponseStatus, Role, SeatStatus, Section, TargetLevel, TargetState,
        TargetStatus, Tone, Verb, YearBasis,
    };

    fn made() -> Connection {
        let mut db = Connection::open_in_memory().unwrap();
        make(&mut db).unwrap();
        db
    }

    #[test]
    fn a_book_made_today_has_the_shape_on_the_list() {
        let shape = shape(&made()).unwrap();
        assert_eq!(SHAPES.last(), Some(&(KNOWN, shape.as_str())));
    }

    #[test]
    fn a_planted_trigger_is_named() {
        let db = made();
        db.execute_batch("CREATE TRIGGER helpful AFTER UPDATE ON action BEGIN SELECT 1; END")
            .unwrap();
        let refused = check(&db).unwrap_err();
        assert!(refused.to_string().contains("the trigger \"helpful\""), "{refused}");
    }

    #[track_caller]
    fn listed(table: &str, column: &str, words: &[&str]) {
        let db = made();
        let sql: String = db
            .query_row("SELECT sql FROM sqlite_schema WHERE name = ?", [table], |r| r.get(0))
            .unwrap();
        let list: Vec<String> = words.iter().map(|word| format!("'{word}'")).collect();
        let check = format!("({column} IN ({}))", list.join(", "));
        assert!(sql.contains(&check), "{table}.{column} does not list {}", list.join(", "));
    }

    #[test]
    fn every_closed_list_is_the_same_in_the_book_and_in_the_model() {
        macro_rules! same {
            ($($table:literal $column:literal $words:ty),+ $(,)?) => {$(
                listed($table, $column, &<$words>::ALL.iter().map(|w| w.word()).collect::<Vec<_>>());
            )+};
        }
        same! {
            "body" "kind" BodyKind, "body" "house_style" HouseStyle, "body" "year_basis" YearBasis,
            "seat" "status" SeatStatus, "appointment" "role" Role, "point" "section" Section,
            "point" "tone" Tone, "response" "kind" ResponseKind, "response" "status" ResponseStatus, "meeting" "kind" MeetingKind,
            "meeting" "status" MeetingStatus, "meeting" "minutes" MinutesStatus,
            "item" "kind" ItemKind, "item" "status" ItemStatus, "attendance" "capacity" Capacity,
            "attendance" "status" AttendanceStatus, "movement" "direction" Direction,
            "interest" "kind" InterestKind, "interest" "outcome" InterestOutcome,
            "motion" "kind" MotionKind, "motion" "outcome" MotionOutcome,
            "motion" "majority" Majority, "vote" "method" Method, "vote" "casting" Cast,
            "vote" "majority" Majority, "ballot" "\"cast\"" Cast, "decision" "verb" Verb,
            "decision" "status" DecisionStatus, "action" "status" ActionStatus,
            "action_update" "status" ActionStatus, "link" "kind" LinkKind, "entry" "kind" EntryKind,
            "misprint" "kind" MisprintKind, "recommendation" "status" RecommendationStatus,
            "gap_mute" "rule" GapRule, "target" "level" TargetLevel, "target" "better" Better,
            "target" "state" TargetState, "result" "status" TargetStatus, "result" "cause" Cause,
            "summary" "cause" Cause,
            "driver" "likelihood" Likelihood, "driver" "status" DriverStatus,
            "finding" "kind" FindingKind, "finding" "status" FindingStatus,
            "annotation" "kind" AnnotationKind, "annotation" "status" AnnotationStatus,
            "plan" "kind" PlanKind, "plan" "status" PlanStatus,
        }
    }
}
