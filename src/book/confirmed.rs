//! What confirmed minutes rest on besides the rows that can no longer be altered, as it
//! was when they were confirmed: the body's rules, people's names and posts, the actions
//! given, and the meetings to come.
//!
//! Those go on, and what was signed may not change with them. The journal has what
//! each was.

use rusqlite::{Connection, OptionalExtension as _};
use serde::de::DeserializeOwned;

use super::error::Doing as _;
use super::replay::{self, INDEXED};
use super::{Result, read, trigger};
use crate::model::{
    Action, Appointment, Body, EntryNo, Meeting, MeetingStatus, MinutesStatus, Organisation,
    Person, Seat, Sitting, Update,
};

/// Puts into `sitting` what its minutes rested on when they were confirmed.
pub(super) fn restore(db: &Connection, sitting: &mut Sitting) -> Result<()> {
    let Some(since) = confirmed_at(db, &sitting.meeting)? else { return Ok(()) };
    let mut bodies = vec![sitting.body.clone()];
    then(db, "body", since, &mut bodies, |row: &Body| row.id.as_str())?;
    // Others that were altered since are among them.
    bodies.retain(|body| body.id == sitting.body.id);
    sitting.body = bodies.pop().unwrap_or_else(|| sitting.body.clone());
    let (body, own, day) = (&sitting.body.id, &sitting.meeting.id, sitting.meeting.date);
    then(db, "person", since, &mut sitting.people, |row: &Person| row.id.as_str())?;
    let organisations = &mut sitting.organisations;
    then(db, "organisation", since, organisations, |row: &Organisation| row.id.as_str())?;
    let places = &mut sitting.appointments;
    then(db, "appointment", since, places, |row: &Appointment| row.id.as_str())?;
    places.retain(|place| place.body == *body && place.stands_on(day));
    then(db, "seat", since, &mut sitting.seats, |row: &Seat| row.id.as_str())?;
    sitting.seats.retain(|seat| seat.body == *body);
    let actions = &mut sitting.actions;
    then(db, "action", since, actions, |row: &Action| row.id.as_str())?;
    actions.retain(|action| action.meeting == *own);
    actions.sort_by_key(|action| action.rank);
    let updates = &mut sitting.updates;
    then(db, "action_update", since, updates, |row: &Update| row.id.as_str())?;
    updates.retain(|update| {
        update.meeting.as_ref() == Some(own) || actions.iter().any(|a| a.id == update.action)
    });
    let coming = &mut sitting.neighbours.coming;
    then(db, "meeting", since, coming, |row: &Meeting| row.id.as_str())?;
    coming.retain(|coming| {
        coming.body == *body && coming.date > day && coming.status != MeetingStatus::Cancelled
    });
    coming.sort_by_key(|coming| coming.date);
    Ok(())
}

/// The entry that confirmed the minutes of `meeting`, or put them in as confirmed.
fn confirmed_at(db: &Connection, meeting: &Meeting) -> Result<Option<EntryNo>> {
    if meeting.minutes < MinutesStatus::Confirmed {
        return Ok(None);
    }
    let sql = format!(
        "SELECT max(entry) FROM change WHERE tab IN {INDEXED} AND tab = 'meeting' AND row = ?
         AND json_extract(new, '$.minutes') IN ('confirmed', 'signed')
         GROUP BY json_extract(new, '$.minutes') ORDER BY json_extract(new, '$.minutes') LIMIT 1"
    );
    db.prepare_cached(&sql)
        .and_then(|mut rows| {
            rows.query_row([&meeting.id.0], |row| row.get(0).map(EntryNo)).optional()
        })
        .doing("reading the journal")
}

/// Makes `rows`, which are as they are now, what they were after the entry `since`: what
/// was made after it is no longer among them. Whatever else of the table was altered
/// since, or taken away, is.
fn then<T: DeserializeOwned>(
    db: &Connection,
    table: &'static str,
    since: EntryNo,
    rows: &mut Vec<T>,
    id: impl Fn(&T) -> &str,
) -> Result<()> {
    for (row, then) in replay::before(db, table, since)? {
        let at = rows.iter().position(|now| id(now) == row);
        let then: Option<T> = then.map(|then| restored(db, table, &then)).transpose()?;
        match (at, then) {
            (Some(at), Some(then)) => rows[at] = then,
            (Some(at), None) => drop(rows.remove(at)),
            (None, Some(then)) => rows.push(then),
            (None, None) => {}
        }
    }
    Ok(())
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
