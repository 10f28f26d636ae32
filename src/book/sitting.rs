//! Reads a sitting out of the tables.

use rusqlite::{Connection, OptionalExtension as _, params_from_iter};

use super::error::Doing as _;
use super::{Book, Error, Result, beside, confirmed, gap, read, schedule};
use crate::model::{
    Action, ActionId, Addendum, Appointment, Ballot, Body, DecisionId, Item, ItemId, Link, Meeting,
    MeetingId, PlanEntry, Sitting, Update, agenda,
};
use crate::rules::number;

impl Book {
    /// Reads everything on record for one meeting.
    pub fn sitting(&self, id: &MeetingId) -> Result<Sitting> {
        self.at_once(|db| sitting(db, id))
    }

    /// The same, for its papers: once its minutes are confirmed, as it stood when they
    /// were.
    pub fn minuted(&self, id: &MeetingId) -> Result<Sitting> {
        self.at_once(|db| {
            let mut sitting = sitting(db, id)?;
            confirmed::restore(db, &mut sitting)?;
            Ok(sitting)
        })
    }

    /// The meetings whose minutes are confirmed, or signed: nothing more is filed
    /// under them.
    pub fn locked(&self) -> Result<Vec<MeetingId>> {
        self.db
            .prepare_cached("SELECT id FROM meeting WHERE minutes IN ('confirmed', 'signed')")
            .and_then(|mut rows| rows.query_map([], |row| row.get(0).map(MeetingId))?.collect())
            .doing("reading the book")
    }

    /// The items of a meeting, in order.
    pub fn items(&self, id: &MeetingId) -> Result<Vec<Item>> {
        of(&self.db, "item", id).map(agenda::in_order)
    }
}

fn sitting(db: &Connection, id: &MeetingId) -> Result<Sitting> {
    let unknown = || Error::Unknown { what: "meeting", name: id.0.clone() };
    let meeting: Meeting = read::one(db, "meeting", "SELECT * FROM meeting WHERE id = ?", [&id.0])?
        .ok_or_else(unknown)?;
    let body: Body = read::one(db, "body", "SELECT * FROM body WHERE id = ?", [&meeting.body.0])?
        .ok_or_else(unknown)?;
    let year = number::year(&body, meeting.date);
    let mut actions: Vec<Action> = of(db, "action", id)?;
    actions.sort_by_key(|action| action.rank);
    let outstanding = outstanding(db, &meeting)?;
    let standings = schedule::before(db, &meeting)?;
    let neighbours = beside::neighbours(db, &meeting)?;
    let sitting = Sitting {
        items: agenda::in_order(of(db, "item", id)?),
        people: read::all(db, "person", PEOPLE, [])?,
        organisations: read::all(db, "organisation", ORGANISATIONS, [])?,
        appointments: appointments(db, &meeting)?,
        seats: read::all(db, "seat", SEATS, [&meeting.body.0])?,
        attendance: of(db, "attendance", id)?,
        movements: of(db, "movement", id)?,
        presiding: of(db, "presiding", id)?,
        adjournments: of(db, "adjournment", id)?,
        interests: of(db, "interest", id)?,
        minutes: unranked(db, "minute", id)?,
        notes: unranked(db, "note", id)?,
        motions: of(db, "motion", id)?,
        votes: of(db, "vote", id)?,
        ballots: of::<Ballot>(db, "ballot", id)?,
        decisions: of(db, "decision", id)?,
        corrections: beside::corrects(db, id)?,
        updates: updates(db, id)?,
        gaps: gap::beside(db, &standings)?,
        standings,
        things: gap::things(db)?,
        links: links(db, id)?,
        next_minute: next_minute(db, &body, year)?,
        next_action: next_action(db, &body, year)?,
        earlier: beside::earlier(db, &body, &meeting)?,
        callable: beside::callable(db, &meeting)?,
        call_ins: of(db, "call_in", id)?,
        promises: promises(db, id)?,
        withheld: Vec::new(),
        addenda: addenda(db, id)?,
        last_attended: beside::last_attended(db, &meeting)?,
        former: beside::former(db, &body, &neighbours)?,
        corrected: beside::corrected(db, id)?,
        neighbours,
        actions,
        secret: secret(db, &outstanding)?,
        telling: telling(db, id)?,
        outstanding,
        body,
        meeting,
    };
    Ok(sitting)
}

const PEOPLE: &str = "SELECT * FROM person ORDER BY family, given, id";

const ORGANISATIONS: &str = "SELECT * FROM organisation ORDER BY name, id";

const SEATS: &str = "SELECT * FROM seat WHERE body = ? ORDER BY rank, id";

/// The rows of `table` that belong to a meeting, in order.
fn of<T: serde::de::DeserializeOwned>(
    db: &Connection,
    table: &'static str,
    meeting: &MeetingId,
) -> Result<Vec<T>> {
    let sql = format!("SELECT * FROM {table} WHERE meeting = ? ORDER BY rank, id");
    read::all(db, table, &sql, [&meeting.0])
}

fn unranked<T: serde::de::DeserializeOwned>(
    db: &Connection,
    table: &'static str,
    meeting: &MeetingId,
) -> Result<Vec<T>> {
    let sql = format!("SELECT * FROM {table} WHERE meeting = ? ORDER BY id");
    read::all(db, table, &sql, [&meeting.0])
}

fn appointments(db: &Connection, meeting: &Meeting) -> Result<Vec<Appointment>> {
    let sql = "SELECT * FROM appointment WHERE body = ? ORDER BY rank, id";
    let all: Vec<Appointment> = read::all(db, "appointment", sql, [&meeting.body.0])?;
    Ok(all.into_iter().filter(|appointment| appointment.stands_on(meeting.date)).collect())
}

/// Actions of earlier meetings still to be done, or reported on at this one.
fn outstanding(db: &Connection, meeting: &Meeting) -> Result<Vec<Action>> {
    let sql = "SELECT action.* FROM action JOIN meeting AS given ON given.id = action.meeting
               WHERE action.body = ?1 AND given.date < ?2
               AND (action.status IN ('open', 'in_progress', 'complete')
                    OR EXISTS (SELECT 1 FROM action_update
                               WHERE action_update.action = action.id AND action_update.meeting = ?3))
               ORDER BY action.year, action.number, action.id";
    read::all(db, "action", sql, (&meeting.body.0, meeting.date.to_string(), &meeting.id.0))
}

/// Those of `outstanding` that were given under exempt business.
fn secret(db: &Connection, outstanding: &[Action]) -> Result<Vec<ActionId>> {
    let mut item = db
        .prepare_cached("SELECT exempt <> '' FROM item WHERE id = ?")
        .doing("reading the book")?;
    let mut found = Vec::new();
    for action in outstanding {
        let exempt: bool =
            item.query_row([&action.item.0], |row| row.get(0)).doing("reading the book")?;
        found.extend(exempt.then(|| action.id.clone()));
    }
    Ok(found)
}

/// The decisions of a meeting that tell of exempt business of another.
fn telling(db: &Connection, meeting: &MeetingId) -> Result<Vec<DecisionId>> {
    let sql = format!("SELECT id FROM decision WHERE meeting = ? AND {}", read::TELLS_OF_EXEMPT);
    db.prepare_cached(&sql)
        .and_then(|mut rows| {
            rows.query_map([&meeting.0], |row| row.get(0).map(DecisionId))?.collect()
        })
        .doing("reading the book")
}

fn updates(db: &Connection, meeting: &MeetingId) -> Result<Vec<Update>> {
    let sql = "SELECT * FROM action_update
               WHERE action IN (SELECT id FROM action WHERE meeting = ?1) OR meeting = ?1
               ORDER BY rank, id";
    read::all(db, "action_update", sql, [&meeting.0])
}

/// The papers sent out after the agenda, in the order of their days.
fn addenda(db: &Connection, meeting: &MeetingId) -> Result<Vec<Addendum>> {
    let sql = "SELECT * FROM addendum WHERE meeting = ? ORDER BY sent_on, rank, id";
    read::all(db, "addendum", sql, [&meeting.0])
}

/// What was promised at the meeting, each with the item it was promised on.
fn promises(db: &Connection, meeting: &MeetingId) -> Result<Vec<(ItemId, PlanEntry)>> {
    let sql =
        "SELECT plan.*, link.to_id AS promised_on FROM link JOIN plan ON plan.id = link.from_id
               WHERE link.meeting = ? AND link.kind = 'arises_from' ORDER BY plan.rank, plan.id";
    let mut rows = db.prepare_cached(sql).doing("reading the book")?;
    let found = rows
        .query_map([&meeting.0], |row| Ok((ItemId(row.get("promised_on")?), read::whole(row)?)))
        .doing("reading the book")?;
    found.collect::<rusqlite::Result<_>>().doing("reading the book")
}

/// Links that start or end at the meeting's own decisions, actions and items.
fn links(db: &Connection, meeting: &MeetingId) -> Result<Vec<Link>> {
    let sql = "WITH own (id) AS (
                   SELECT id FROM decision WHERE meeting = ?1
                   UNION ALL SELECT id FROM action WHERE meeting = ?1
               )
               SELECT * FROM link WHERE meeting = ?1 OR from_id IN own OR to_id IN own
               ORDER BY id";
    read::all(db, "link", sql, [&meeting.0])
}

fn next_minute(db: &Connection, body: &Body, year: i32) -> Result<u32> {
    let (from, to) = match body.year_basis {
        crate::model::YearBasis::Calendar => {
            (format!("{year:04}-01-01"), format!("{year:04}-12-31"))
        }
        crate::model::YearBasis::Municipal => {
            (format!("{year:04}-05-01"), format!("{:04}-04-30", year.saturating_add(1)))
        }
    };
    db.prepare_cached(
        "SELECT coalesce(max(minute.number), 0) + 1 FROM meeting JOIN minute ON minute.meeting = meeting.id
         WHERE meeting.body = ? AND meeting.date BETWEEN ? AND ?",
    )
    .and_then(|mut rows| rows.query_row((&body.id.0, from, to), |row| row.get(0)))
    .doing("reading the book")
}

fn next_action(db: &Connection, body: &Body, year: i32) -> Result<u32> {
    db.prepare_cached("SELECT coalesce(max(number), 0) + 1 FROM action WHERE body = ? AND year = ?")
        .and_then(|mut rows| rows.query_row((&body.id.0, year), |row| row.get(0)))
        .doing("reading the book")
}

impl Book {
    /// The newest meeting that has begun, else the newest that there is.
    pub fn newest_meeting(&self) -> Result<Option<MeetingId>> {
        let sql = "SELECT id FROM meeting
                   ORDER BY status IN ('in_session', 'adjourned', 'closed') DESC, date DESC, id DESC
                   LIMIT 1";
        let found: Option<String> =
            self.db.query_row(sql, [], |row| row.get(0)).optional().doing("reading the book")?;
        Ok(found.map(MeetingId))
    }

    /// The meeting a clerk most likely wants: one sitting or adjourned, else the
    /// next to come, else the one the book is set to open at while it has not
    /// been held, else the last that was.
    pub fn nearest_meeting(&self, today: chrono::NaiveDate) -> Result<Option<MeetingId>> {
        let today = today.to_string();
        let sits = "SELECT id FROM meeting WHERE status IN ('in_session', 'adjourned') ORDER BY date DESC LIMIT 1";
        let comes = "SELECT id FROM meeting WHERE status IN ('planned', 'agenda_published') AND date >= ? ORDER BY date LIMIT 1";
        let set = "SELECT meeting.id FROM meeting JOIN setting ON setting.name = 'opens at' AND setting.value = meeting.id
                   WHERE meeting.status IN ('planned', 'agenda_published')";
        let was = "SELECT id FROM meeting WHERE status <> 'cancelled' AND date < ? ORDER BY date DESC LIMIT 1";
        for (sql, day) in [(sits, None), (comes, Some(&today)), (set, None), (was, Some(&today))] {
            let found: Option<String> = self
                .db
                .query_row(sql, params_from_iter(day), |row| row.get(0))
                .optional()
                .doing("reading the book")?;
            if found.is_some() {
                return Ok(found.map(MeetingId));
            }
        }
        Ok(None)
    }
}
