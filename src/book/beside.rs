//! Reads what a sitting needs to know of other meetings: those before and after it,
//! what they decided and what their minutes say.

use rusqlite::{Connection, Row};

use super::error::Doing as _;
use super::{Result, read};
use crate::model::{
    Asks, Body, CallIn, Callable, Corrected, Correction, DecisionId, DecisionStatus, Earlier,
    Former, Meeting, MeetingId, Neighbours, PersonId,
};
use crate::rules::{missing, number};

/// How far back a decision may be rescinded by its reference, in days.
const REACH: u64 = 731;

pub(super) fn earlier(db: &Connection, body: &Body, meeting: &Meeting) -> Result<Vec<Earlier>> {
    let since = meeting.date.checked_sub_days(chrono::Days::new(REACH)).unwrap_or(meeting.date);
    let sql = "SELECT decision.id, meeting.date, minute.number,
                      (SELECT letter FROM limb WHERE limb.id = decision.id),
                      CASE WHEN decision.verb IN ('REFERRED', 'RECOMMENDED') AND decision.to_whom <> ''
                           THEN decision.to_whom END,
                      replace(unbound.sender, ',', ', '),
                      EXISTS (SELECT 1 FROM answered WHERE answered.id = decision.id),
                      item.exempt <> '', decision.status = 'rescinded', decision.verb = 'RECOMMENDED'
               FROM meeting JOIN decision ON decision.meeting = meeting.id
               JOIN item ON item.id = decision.item
               JOIN minute ON minute.id = decision.item AND minute.number IS NOT NULL
               LEFT JOIN unbound ON unbound.id = decision.id
               WHERE meeting.body = ?1 AND meeting.date >= ?2 AND meeting.date < ?3
               ORDER BY meeting.date, decision.rank, decision.id";
    let line = |row: &Row<'_>| {
        let date: String = row.get(1)?;
        let Ok(date) = date.parse::<chrono::NaiveDate>() else { return Ok(None) };
        let (referred, unbound): (Option<String>, Option<String>) = (row.get(4)?, row.get(5)?);
        Ok(Some(Earlier {
            id: DecisionId(row.get(0)?),
            reference: number::lettered(row.get(2)?, number::year(body, date), row.get(3)?),
            date,
            asks: referred
                .map(if row.get(9)? { Asks::Advice } else { Asks::Reply })
                .or(unbound.map(Asks::Ratification)),
            answered: row.get(6)?,
            exempt: row.get(7)?,
            rescinded: row.get(8)?,
        }))
    };
    let at = (&body.id.0, since.to_string(), meeting.date.to_string());
    db.prepare_cached(sql)
        .and_then(|mut rows| {
            rows.query_map(at, line)?.filter_map(rusqlite::Result::transpose).collect()
        })
        .doing("reading the book")
}

/// When each member last attended a meeting. Whoever was at one of this body lately
/// is not looked for at every other they ever attended.
pub(super) fn last_attended(
    db: &Connection,
    meeting: &Meeting,
) -> Result<Vec<(PersonId, chrono::NaiveDate)>> {
    let sql = "SELECT person, coalesce(
                   (SELECT held.date FROM meeting AS held CROSS JOIN attendance AS had
                    ON had.meeting = held.id AND had.person = roll.person AND had.status = 'present'
                    WHERE held.body = ?1 AND held.date < ?2 AND held.date > ?3
                    ORDER BY held.date DESC LIMIT 1),
                   (SELECT max(held.date) FROM attendance AS had
                    JOIN meeting AS held ON held.id = had.meeting AND held.date < ?2
                    WHERE had.person = roll.person AND had.status = 'present')
               ) AS last
               FROM (SELECT DISTINCT person FROM appointment WHERE body = ?1) AS roll
               WHERE last IS NOT NULL ORDER BY person";
    let lately = missing::long_ago(meeting.date).unwrap_or(meeting.date);
    let found: Vec<(String, String)> = db
        .prepare_cached(sql)
        .and_then(|mut rows| {
            let at = (&meeting.body.0, meeting.date.to_string(), lately.to_string());
            rows.query_map(at, |r| Ok((r.get(0)?, r.get(1)?)))?.collect()
        })
        .doing("reading the book")?;
    Ok(found.into_iter().filter_map(|(id, day)| Some((PersonId(id), day.parse().ok()?))).collect())
}

/// How many days after it was to take effect a decision that was not called in is
/// still offered: the meeting that considers it comes later than the notice.
const CALLABLE: u64 = 183;

/// A decision, its day, body, number and letter, when and why at once it takes effect,
/// whether it is exempt, and how far it has gone.
type CallableRow = (String, String, String, u32, Option<u32>, Option<String>, String, bool, String);

/// Decisions of any body that wait to take effect, or did lately; and an executive's
/// lately made, also where it gave no day.
pub(super) fn callable(db: &Connection, meeting: &Meeting) -> Result<Vec<Callable>> {
    let since = meeting.date.checked_sub_days(chrono::Days::new(CALLABLE)).unwrap_or(meeting.date);
    let sql = "SELECT decision.id, meeting.date, meeting.body, minute.number,
                      (SELECT letter FROM limb WHERE limb.id = decision.id),
                      decision.effective_on, decision.at_once, item.exempt <> '', decision.status
               FROM decision JOIN meeting ON meeting.id = decision.meeting
               JOIN item ON item.id = decision.item
               JOIN minute ON minute.id = decision.item AND minute.number IS NOT NULL
               JOIN body ON body.id = meeting.body
               WHERE meeting.date <= ?2 AND (decision.effective_on >= ?1
                   OR decision.effective_on IS NULL AND body.kind = 'executive'
                      AND meeting.date >= ?1)
               ORDER BY meeting.date, decision.rank, decision.id";
    let rows: Vec<CallableRow> = db
        .prepare_cached(sql)
        .and_then(|mut rows| {
            rows.query_map((since.to_string(), meeting.date.to_string()), |row| row.try_into())?
                .collect()
        })
        .doing("reading the book")?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let bodies: Vec<Body> = read::all(db, "body", "SELECT * FROM body", [])?;
    let waiting: Vec<CallIn> = read::all(
        db,
        "call_in",
        "SELECT call_in.* FROM call_in JOIN item ON item.id = call_in.item AND item.exempt = ''
         WHERE outcome IS NULL AND NOT EXISTS
           (SELECT 1 FROM call_in AS settled WHERE settled.decision = call_in.decision AND settled.outcome IS NOT NULL)
         ORDER BY call_in.rank",
        [],
    )?;
    let lines = rows.into_iter().filter_map(
        |(id, date, body, minute, letter, on, at_once, exempt, status)| {
            let (date, body) =
                (date.parse().ok()?, bodies.iter().find(|known| known.id.0 == body)?);
            let reference = number::lettered(minute, number::year(body, date), letter);
            Some(Callable {
                called_in: waiting.iter().find(|call_in| call_in.decision.0 == id).cloned(),
                id: DecisionId(id),
                reference: format!("{} {reference}", body.code),
                body: body.name.clone(),
                date,
                effective_on: on.and_then(|on| on.parse().ok()),
                at_once,
                status: DecisionStatus::from_word(&status)?,
                exempt,
            })
        },
    );
    Ok(lines.collect())
}

/// The numbered minutes of the meeting before, and of those whose minutes wait to be
/// confirmed, in the order of their numbers.
pub(super) fn former(db: &Connection, body: &Body, neighbours: &Neighbours) -> Result<Vec<Former>> {
    let sql =
        "SELECT minute.number, item.exempt <> '', concat_ws(char(10), item.title, minute.text,
                 (SELECT group_concat(text, char(10)) FROM decision WHERE item = item.id),
                 (SELECT group_concat(text, char(10)) FROM action WHERE item = item.id),
                 CASE item.kind WHEN 'interests' THEN
                   (SELECT group_concat(nature || char(10) || dispensation, char(10)) FROM interest
                    JOIN item AS about ON about.id = interest.item AND about.exempt = ''
                    WHERE interest.meeting = minute.meeting) END),
               CASE item.kind WHEN 'interests' THEN
                   (SELECT group_concat(nature || char(10) || dispensation, char(10)) FROM interest
                    JOIN item AS about ON about.id = interest.item AND about.exempt <> ''
                    WHERE interest.meeting = minute.meeting) END
               FROM minute JOIN item ON item.id = minute.id
               WHERE minute.meeting = ? AND minute.number IS NOT NULL ORDER BY minute.number";
    let mut found = Vec::new();
    let waits = |id: &MeetingId| neighbours.unconfirmed().any(|meeting| meeting.id == *id);
    let last = neighbours.previous.iter().filter(|meeting| !waits(&meeting.id));
    for meeting in neighbours.unconfirmed().chain(last) {
        let year = number::year(body, meeting.date);
        let line = |row: &Row<'_>| {
            let reference = number::minute(row.get(0)?, year);
            let of = meeting.id.clone();
            let withheld: Option<String> = row.get(3)?;
            let withheld = withheld.unwrap_or_default();
            Ok(Former { of, reference, exempt: row.get(1)?, says: row.get(2)?, withheld })
        };
        let mut rows = db.prepare_cached(sql).doing("reading the book")?;
        let rows = rows.query_map([&meeting.id.0], line).doing("reading the book")?;
        for row in rows {
            found.push(row.doing("reading the book")?);
        }
    }
    Ok(found)
}

/// The corrections that a meeting agreed, in order; those of a minute that has been made
/// exempt since are exempt with it.
pub(super) fn corrects(db: &Connection, meeting: &MeetingId) -> Result<Vec<Correction>> {
    let sql = "SELECT * FROM correction WHERE meeting = ? ORDER BY rank, id";
    let mut found: Vec<Correction> = read::all(db, "correction", sql, [&meeting.0])?;
    for correction in &mut found {
        correction.exempt |= is_of_exempt(db, correction)?;
    }
    Ok(found)
}

/// Whether a correction is of the minute of an item that is exempt.
fn is_of_exempt(db: &Connection, correction: &Correction) -> Result<bool> {
    let sql = "SELECT minute.number, meeting.date, meeting.body FROM minute
               JOIN item ON item.id = minute.id AND item.exempt <> ''
               JOIN meeting ON meeting.id = minute.meeting
               WHERE minute.meeting = ? AND minute.number IS NOT NULL";
    let exempt: Vec<(u32, String, String)> = db
        .prepare_cached(sql)
        .and_then(|mut rows| rows.query_map([&correction.of.0], |row| row.try_into())?.collect())
        .doing("reading the book")?;
    for (minute, date, body) in exempt {
        let body: Option<Body> = read::one(db, "body", "SELECT * FROM body WHERE id = ?", [body])?;
        let Some((body, date)) = body.zip(date.parse().ok()) else { continue };
        if correction.is_of(&number::minute(minute, number::year(&body, date))) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// What later meetings agreed to correct in the minutes of `meeting`.
pub(super) fn corrected(db: &Connection, meeting: &MeetingId) -> Result<Vec<Corrected>> {
    let sql = "SELECT * FROM correction WHERE \"of\" = ? ORDER BY rank, id";
    agreed(db, read::all(db, "correction", sql, [&meeting.0])?)
}

/// What any meeting agreed to correct in the minutes of another that are confirmed.
pub(super) fn corrections(db: &Connection) -> Result<Vec<Corrected>> {
    let sql = "SELECT correction.* FROM correction JOIN meeting ON meeting.id = correction.\"of\"
               WHERE meeting.minutes IN ('confirmed', 'signed') ORDER BY correction.rank, correction.id";
    agreed(db, read::all(db, "correction", sql, [])?)
}

/// Each of `corrections` with the day it was agreed on, and whether that is exempt.
fn agreed(db: &Connection, corrections: Vec<Correction>) -> Result<Vec<Corrected>> {
    let agreed =
        "SELECT meeting.date, item.exempt <> '' FROM item JOIN meeting ON meeting.id = item.meeting
                  WHERE item.id = ?";
    let mut found = Vec::new();
    for correction in corrections {
        let (on, exempt): (String, bool) = db
            .prepare_cached(agreed)
            .and_then(|mut rows| {
                rows.query_row([&correction.item.0], |row| Ok((row.get(0)?, row.get(1)?)))
            })
            .doing("reading the book")?;
        if let Ok(on) = on.parse() {
            let exempt = exempt || correction.exempt || is_of_exempt(db, &correction)?;
            found.push(Corrected { on, exempt, correction });
        }
    }
    Ok(found)
}

pub(super) fn neighbours(db: &Connection, meeting: &Meeting) -> Result<Neighbours> {
    let at = (&meeting.body.0, meeting.date.to_string(), &meeting.id.0);
    let previous = read::one(
        db,
        "meeting",
        "SELECT * FROM (SELECT * FROM meeting WHERE body = ? AND date < ? AND id <> ? AND status <> 'cancelled' ORDER BY date DESC LIMIT 12)
         ORDER BY status = 'closed' AND minutes NOT IN ('confirmed', 'signed') DESC, status = 'closed' DESC, date DESC LIMIT 1",
        at.clone(),
    )?;
    let held = read::all(
        db,
        "meeting",
        "SELECT * FROM (SELECT * FROM meeting WHERE body = ? AND date < ? AND id <> ? AND status <> 'cancelled' ORDER BY date DESC LIMIT 12)
         WHERE status = 'closed' ORDER BY date, id",
        at.clone(),
    )?;
    let coming = read::all(
        db,
        "meeting",
        "SELECT * FROM meeting WHERE body = ? AND date > ? AND id <> ? AND status <> 'cancelled' ORDER BY date LIMIT 12",
        at,
    )?;
    Ok(Neighbours { previous, held, coming })
}
