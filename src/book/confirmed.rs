//! What confirmed minutes rest on besides the rows that can no longer be altered, as it
//! was when they were confirmed: the body's rules, people's names and posts, the actions
//! given, and the meetings to come.
//!
//! Those go on, and what was signed may not change with them. The journal has what
//! each was.

use rusqlite::{Connection, OptionalExtension as _};
use serde::de::DeserializeOwned;

use super::error::Doing as _;
use super::{Result, read, replay, trigger};
use crate::model::{
    Action, Appointment, Body, EntryNo, Meeting, MinutesStatus, Organisation, Person, Sitting,
    Update,
};

/// The tables of which such rows are, as their index names them.
const TABLES: &str =
    "('action', 'action_update', 'appointment', 'body', 'meeting', 'organisation', 'person')";

/// Puts into `sitting` what its minutes rested on when they were confirmed.
pub(super) fn restore(db: &Connection, sitting: &mut Sitting) -> Result<()> {
    let Some(since) = confirmed_at(db, &sitting.meeting)? else { return Ok(()) };
    let body = vec![sitting.body.clone()];
    if let Some(then) = then(db, "body", since, body, |row: &Body| row.id.as_str())?.pop() {
        sitting.body = then;
    }
    let people = std::mem::take(&mut sitting.people);
    sitting.people = then(db, "person", since, people, |row: &Person| row.id.as_str())?;
    let organisations = std::mem::take(&mut sitting.organisations);
    sitting.organisations =
        then(db, "organisation", since, organisations, |row: &Organisation| row.id.as_str())?;
    let seats = std::mem::take(&mut sitting.appointments);
    sitting.appointments =
        then(db, "appointment", since, seats, |row: &Appointment| row.id.as_str())?;
    let actions = std::mem::take(&mut sitting.actions);
    sitting.actions = then(db, "action", since, actions, |row: &Action| row.id.as_str())?;
    let own = &sitting.meeting.id;
    sitting.actions.retain(|action| action.meeting == *own);
    sitting.actions.sort_by_key(|action| action.rank);
    let updates = std::mem::take(&mut sitting.updates);
    sitting.updates = then(db, "action_update", since, updates, |row: &Update| row.id.as_str())?;
    sitting.updates.retain(|update| {
        update.meeting.as_ref() == Some(own)
            || sitting.actions.iter().any(|a| a.id == update.action)
    });
    let (body, day) = (&sitting.body.id, sitting.meeting.date);
    sitting.appointments.retain(|seat| seat.body == *body && seat.stands_on(day));
    let coming = std::mem::take(&mut sitting.neighbours.coming);
    sitting.neighbours.coming =
        then(db, "meeting", since, coming, |row: &Meeting| row.id.as_str())?;
    sitting.neighbours.coming.retain(|coming| coming.body == *body && coming.date > day);
    sitting.neighbours.coming.sort_by_key(|coming| coming.date);
    Ok(())
}

/// The entry that confirmed the minutes of `meeting`, or put them in as confirmed.
fn confirmed_at(db: &Connection, meeting: &Meeting) -> Result<Option<EntryNo>> {
    if meeting.minutes < MinutesStatus::Confirmed {
        return Ok(None);
    }
    let sql = format!(
        "SELECT max(entry) FROM change WHERE tab IN {TABLES} AND tab = 'meeting' AND row = ?
         AND json_extract(new, '$.minutes') IN ('confirmed', 'signed')
         GROUP BY json_extract(new, '$.minutes') ORDER BY json_extract(new, '$.minutes') LIMIT 1"
    );
    db.prepare_cached(&sql)
        .and_then(|mut rows| {
            rows.query_row([&meeting.id.0], |row| row.get(0).map(EntryNo)).optional()
        })
        .doing("reading the journal")
}

/// `rows`, which are as they are now, as they were after the entry `since`: what was
/// made after it is not among them, and what was taken away is.
fn then<T: DeserializeOwned>(
    db: &Connection,
    table: &'static str,
    since: EntryNo,
    mut rows: Vec<T>,
    id: impl Fn(&T) -> &str,
) -> Result<Vec<T>> {
    for (row, then) in replay::before(db, table, TABLES, since)? {
        let at = rows.iter().position(|now| id(now) == row);
        let then: Option<T> = then.map(|then| restored(db, table, &then)).transpose()?;
        match (at, then) {
            (Some(at), Some(then)) => rows[at] = then,
            (Some(at), None) => drop(rows.remove(at)),
            (None, Some(then)) => rows.push(then),
            (None, None) => {}
        }
    }
    Ok(rows)
}

/// A row of `table` out of its image in the journal.
fn restored<T: DeserializeOwned>(db: &Connection, table: &'static str, image: &str) -> Result<T> {
    let columns: Vec<String> = trigger::columns(db, table)?
        .iter()
        .map(|column| format!("json_extract(?1, '$.{column}') AS \"{column}\""))
        .collect();
    db.prepare_cached(&format!("SELECT {}", columns.join(", ")))
        .and_then(|mut rows| rows.query_row([image], |row| read::whole(row)))
        .doing("reading the journal")
}
