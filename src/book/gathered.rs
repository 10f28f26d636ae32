//! What a book knows that a paper read into it may be about.

use rusqlite::Connection;

use super::error::Doing as _;
use super::{Book, Error, Result, read, schedule};
use crate::model::{
    Action, Appointment, Attendance, Body, Decision, Edition, Item, ItemId, Meeting, MeetingId,
    Minute, Mute, Organisation, Partnership, Person, Schedule, Seat, Target, TargetResult, Update,
    Vote,
};

/// Rows that a paper may be tied to, so that nothing is doubled.
#[derive(Clone, Debug)]
pub struct Gathered {
    /// The meeting the clerk named.
    pub meeting: Option<Meeting>,
    /// The bodies.
    pub bodies: Vec<Body>,
    /// The people.
    pub people: Vec<Person>,
    /// The organisations.
    pub organisations: Vec<Organisation>,
    /// The seats.
    pub seats: Vec<Seat>,
    /// Who has a place on which body.
    pub appointments: Vec<Appointment>,
    /// The partnerships.
    pub partnerships: Vec<Partnership>,
    /// Every edition of the schedule.
    pub schedules: Vec<Schedule>,
    /// The newest meetings.
    pub meetings: Vec<Meeting>,
    /// Their items.
    pub items: Vec<Item>,
    /// Their minutes.
    pub minutes: Vec<Minute>,
    /// What is known of who came to them.
    pub attendance: Vec<Attendance>,
    /// Items that anything else hangs on.
    pub busy: Vec<ItemId>,
    /// Items that a line added, with nothing, or altered, each with a column it altered.
    pub typed: Vec<(ItemId, String)>,
    /// What points and responses said before they were reworded, by their names.
    pub reworded: Vec<(String, String)>,
    /// What was decided at them.
    pub decisions: Vec<Decision>,
    /// The votes taken there.
    pub votes: Vec<Vote>,
    /// The actions given at them.
    pub actions: Vec<Action>,
    /// What has been reported of those.
    pub updates: Vec<Update>,
    /// The targets, one by one.
    pub targets: Vec<Target>,
    /// Their results.
    pub results: Vec<TargetResult>,
    /// The gaps that were let pass.
    pub mutes: Vec<Mute>,
}

/// How many meetings back a paper may reach.
const REACH: u32 = 240;

impl Book {
    /// Gathers what a paper may be about; `meeting` is the one the clerk named.
    pub fn gathered(&self, meeting: Option<&MeetingId>) -> Result<Gathered> {
        self.at_once(|db| self.gather(db, meeting))
    }

    fn gather(&self, db: &Connection, meeting: Option<&MeetingId>) -> Result<Gathered> {
        let named = match meeting {
            Some(id) => {
                let found =
                    read::one(db, "meeting", "SELECT * FROM meeting WHERE id = ?", [&id.0])?;
                Some(found.ok_or_else(|| Error::Unknown { what: "meeting", name: id.0.clone() })?)
            }
            None => None,
        };
        let near =
            "meeting IN (SELECT id FROM meeting ORDER BY date DESC LIMIT ?1) OR meeting = ?2";
        let at = (REACH, meeting.map(|id| id.0.clone()));
        let rows = |table: &str| format!("SELECT * FROM {table} WHERE {near} ORDER BY meeting, id");
        Ok(Gathered {
            meeting: named,
            bodies: read::all(db, "body", "SELECT * FROM body ORDER BY rank, id", [])?,
            people: self.people()?,
            organisations: self.organisations()?,
            seats: read::all(db, "seat", "SELECT * FROM seat ORDER BY rank, id", [])?,
            appointments: read::all(
                db,
                "appointment",
                "SELECT * FROM appointment ORDER BY rank, id",
                [],
            )?,
            partnerships: self.partnerships()?,
            schedules: schedules(db)?,
            meetings: read::all(
                db,
                "meeting",
                "SELECT * FROM meeting ORDER BY date DESC, id LIMIT ?",
                [REACH],
            )?,
            items: read::all(db, "item", &rows("item"), at.clone())?,
            minutes: read::all(db, "minute", &rows("minute"), at.clone())?,
            attendance: read::all(db, "attendance", &rows("attendance"), at.clone())?,
            busy: busy(db, near, at.clone())?,
            typed: typed(db)?,
            reworded: reworded(db)?,
            decisions: read::all(db, "decision", &rows("decision"), at.clone())?,
            votes: read::all(db, "vote", &rows("vote"), at.clone())?,
            actions: read::all(db, "action", &rows("action"), at.clone())?,
            updates: read::all(
                db,
                "action_update",
                &format!(
                    "SELECT * FROM action_update WHERE action IN \
                     (SELECT id FROM action WHERE {near}) ORDER BY rank, id"
                ),
                at,
            )?,
            targets: read::all(db, "target", "SELECT * FROM target ORDER BY rank, id", [])?,
            results: read::all(db, "result", "SELECT * FROM result ORDER BY rank, id", [])?,
            mutes: self.mutes()?,
        })
    }
}

/// Every edition of the schedule, whole, the first first.
fn schedules(db: &Connection) -> Result<Vec<Schedule>> {
    let editions: Vec<Edition> =
        read::all(db, "edition", "SELECT * FROM edition ORDER BY as_at, id", [])?;
    let whole = editions
        .into_iter()
        .map(|edition| Ok(Schedule { standings: schedule::standings(db, &edition.id)?, edition }));
    whole.collect()
}

/// What lines that arrange an agenda have typed in its items.
fn typed(db: &Connection) -> Result<Vec<(ItemId, String)>> {
    let sql = "SELECT change.row, '' FROM change JOIN entry ON entry.no = change.entry
               WHERE change.tab = 'item' AND entry.verb = 'added' AND change.old IS NULL
               UNION SELECT change.row, now.key FROM change
               JOIN entry ON entry.no = change.entry, json_each(change.new) AS now
               WHERE change.tab = 'item' AND entry.verb = 'arranged' AND change.old IS NOT NULL
                 AND json_extract(change.old, '$.\"' || now.key || '\"') IS NOT now.value";
    db.prepare(sql)
        .and_then(|mut rows| {
            rows.query_map([], |row| Ok((ItemId(row.get(0)?), row.get(1)?)))?.collect()
        })
        .doing("reading the journal")
}

/// What points and responses of the schedule said before somebody gave them other words.
fn reworded(db: &Connection) -> Result<Vec<(String, String)>> {
    let sql = "SELECT row, json_extract(old, '$.text') FROM change
               WHERE tab IN ('point', 'response') AND old IS NOT NULL AND new IS NOT NULL
                 AND json_extract(old, '$.text') IS NOT json_extract(new, '$.text')";
    db.prepare(sql)
        .and_then(|mut rows| rows.query_map([], |row| row.try_into())?.collect())
        .doing("reading the journal")
}

fn busy(db: &Connection, near: &str, at: (u32, Option<String>)) -> Result<Vec<ItemId>> {
    let sql = ["decision", "action", "interest", "motion", "vote", "correction", "call_in"]
        .map(|table| format!("SELECT item FROM {table} WHERE {near}"))
        .join(" UNION ")
        + &format!(" UNION SELECT id FROM note WHERE {near}");
    db.prepare(&sql)
        .and_then(|mut rows| rows.query_map(at, |row| row.get(0).map(ItemId))?.collect())
        .doing("reading the book")
}
