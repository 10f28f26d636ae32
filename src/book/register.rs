//! Reads the lists that stand across meetings, a page at a time.

use chrono::NaiveDate;
use rusqlite::{Row, params};

use super::error::Doing as _;
use super::read::TELLS_OF_EXEMPT;
use super::{Book, Result, beside, read, tie};
use crate::model::{
    Action, ActionLine, Appointment, Body, BodyId, BodyLine, Decision, DecisionLine, ItemId,
    MeetingId, MeetingLine, Organisation, PartnershipId, Person, PersonId, Precedent, Seat, Vote,
    VoteId, agenda,
};
use crate::rules::number;

/// What a list is narrowed to. Anything not said is not narrowed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Of one meeting.
    pub meeting: Option<MeetingId>,
    /// Of one body.
    pub body: Option<BodyId>,
    /// About one partnership.
    pub partnership: Option<PartnershipId>,
    /// Of one person.
    pub owner: Option<PersonId>,
    /// In one state.
    pub status: Option<String>,
    /// Still to be done after its day, that day given.
    pub overdue: Option<NaiveDate>,
    /// Not before this day.
    pub from: Option<NaiveDate>,
    /// Not after this day.
    pub to: Option<NaiveDate>,
    /// Only what is still to be done.
    pub live: bool,
}

/// However many lines there are: what is listed or written out is never cut.
pub const EVERY: u32 = u32::MAX;

/// Decisions with what a line says beside them, as SQL.
fn decisions() -> String {
    format!(
        "SELECT decision.*, body.id AS line_body, body.code AS line_code, meeting.date AS line_date,
                   minute.number AS line_minute, item.title AS line_title,
                   CASE WHEN {TELLS_OF_EXEMPT} THEN '?' ELSE item.exempt END AS line_exempt,
                   item.partnership AS line_partnership,
                   (SELECT letter FROM limb WHERE limb.id = decision.id) AS line_letter,
                   (SELECT min(day) FROM answered WHERE answered.id = decision.id) AS line_answered,
                   unbound.sender AS line_sender, unbound.next AS line_next
            FROM decision LEFT JOIN unbound ON unbound.id = decision.id JOIN meeting ON meeting.id = decision.meeting JOIN body ON body.id = meeting.body
            JOIN item ON item.id = decision.item LEFT JOIN minute ON minute.id = decision.item
            WHERE (?1 IS NULL OR decision.meeting = ?1) AND (?2 IS NULL OR body.id = ?2)
              AND (?3 IS NULL OR item.partnership = ?3) AND (CASE WHEN ?4 IS NULL THEN decision.status <> 'superseded' ELSE decision.status = ?4 END)
              AND (?5 IS NULL OR meeting.date >= ?5) AND (?6 IS NULL OR meeting.date <= ?6)
            ORDER BY meeting.date DESC,
                     (SELECT min(first.rank) FROM decision AS first WHERE first.item = decision.item),
                     line_letter, decision.rank, decision.id LIMIT ?7"
    )
}

impl Book {
    /// Meetings, newest first.
    pub fn meetings(&self, filter: &Filter, most: u32) -> Result<Vec<MeetingLine>> {
        let sql = "SELECT meeting.id, body.code, body.name, body.id, meeting.title, meeting.date, meeting.start,
                   meeting.place, meeting.status, meeting.minutes,
                   (SELECT count(*) FROM item WHERE item.meeting = meeting.id) AS items,
                   (SELECT count(*) FROM decision WHERE decision.meeting = meeting.id AND status <> 'superseded') AS decisions,
                   (SELECT count(*) FROM action WHERE action.meeting = meeting.id) AS actions
            FROM meeting JOIN body ON body.id = meeting.body
            WHERE (?1 IS NULL OR body.id = ?1) AND (?2 IS NULL OR meeting.id = ?2)
              AND (?3 IS NULL OR meeting.status = ?3)
              AND (?4 IS NULL OR meeting.date >= ?4) AND (?5 IS NULL OR meeting.date <= ?5)
            ORDER BY meeting.date DESC, meeting.id LIMIT ?6";
        let from = filter.from.map(|day| day.to_string());
        let to = filter.to.map(|day| day.to_string());
        let (body, meeting) =
            (filter.body.as_ref().map(|id| &id.0), filter.meeting.as_ref().map(|id| &id.0));
        self.db
            .prepare_cached(sql)
            .and_then(|mut rows| {
                rows.query_map(params![body, meeting, filter.status, from, to, most], meeting_line)?
                    .collect()
            })
            .doing("listing the meetings")
    }

    /// Actions, soonest due first and those with no day last.
    pub fn actions(&self, filter: &Filter, most: u32) -> Result<Vec<ActionLine>> {
        let sql = "SELECT action.*, body.code AS line_code, meeting.date AS line_date, minute.number AS line_minute,
                   item.title AS line_title, item.exempt AS line_exempt, item.partnership AS line_partnership
            FROM action JOIN body ON body.id = action.body JOIN meeting ON meeting.id = action.meeting
            JOIN item ON item.id = action.item LEFT JOIN minute ON minute.id = action.item
            WHERE (?1 IS NULL OR action.meeting = ?1) AND (?2 IS NULL OR action.body = ?2)
              AND (?3 IS NULL OR item.partnership = ?3 OR EXISTS (SELECT 1 FROM link WHERE link.from_id = action.id AND link.to_id IN
                    (SELECT ?3 UNION SELECT id FROM point WHERE partnership = ?3 UNION SELECT id FROM response WHERE partnership = ?3
                     UNION SELECT id FROM summary WHERE partnership = ?3 UNION SELECT id FROM target WHERE partnership = ?3)))
              AND (?4 IS NULL OR action.owner = ?4)
              AND (?5 IS NULL OR action.status = ?5)
              AND (?6 IS NULL OR (action.due < ?6 AND action.status IN ('open', 'in_progress')))
              AND (?7 IS NULL OR action.due >= ?7) AND (?8 IS NULL OR action.due <= ?8)
              AND (NOT ?9 OR action.status IN ('open', 'in_progress'))
            ORDER BY action.due IS NULL, action.due, action.year, action.number, action.id LIMIT ?10";
        let found: Vec<(Action, Line)> = {
            let mut statement = self.db.prepare_cached(sql).doing("listing the actions")?;
            let rows = statement
                .query_map(
                    params![
                        filter.meeting.as_ref().map(|id| &id.0),
                        filter.body.as_ref().map(|id| &id.0),
                        filter.partnership.as_ref().map(|id| &id.0),
                        filter.owner.as_ref().map(|id| &id.0),
                        filter.status,
                        filter.overdue.map(|day| day.to_string()),
                        filter.from.map(|day| day.to_string()),
                        filter.to.map(|day| day.to_string()),
                        filter.live,
                        most
                    ],
                    |row| Ok((read::whole(row)?, Line::of(row)?)),
                )
                .doing("listing the actions")?;
            rows.collect::<rusqlite::Result<_>>().doing("listing the actions")?
        };
        found.into_iter().map(|(action, line)| self.action_line(action, line)).collect()
    }

    fn action_line(&self, action: Action, line: Line) -> Result<ActionLine> {
        let person = |id: &PersonId| -> Result<Option<Person>> {
            read::one(&self.db, "person", "SELECT * FROM person WHERE id = ?", [&id.0])
        };
        let owner = action.owner.as_ref().map(person).transpose()?.flatten();
        let support: Vec<Option<Person>> =
            action.support.0.iter().map(person).collect::<Result<_>>()?;
        let home =
            owner.as_ref().and_then(|p| p.organisation.as_ref()).or(action.organisation.as_ref());
        let organisation: Option<Organisation> = match home {
            Some(id) => read::one(
                &self.db,
                "organisation",
                "SELECT * FROM organisation WHERE id = ?",
                [&id.0],
            )?,
            None => None,
        };
        let organisation = organisation.map(|o| o.name).unwrap_or_default();
        Ok(ActionLine {
            owner: owner.map_or_else(|| organisation.clone(), |person| person.plain()),
            support: support.into_iter().flatten().map(|person| person.plain()).collect(),
            organisation,
            code: line.code,
            given: line.date,
            minute: line.minute,
            item_title: line.title,
            exempt: line.exempt,
            reports: read::all(
                &self.db,
                "action_update",
                "SELECT * FROM action_update WHERE action = ? ORDER BY rank, id",
                [&action.id.0],
            )?,
            partnership: line.partnership,
            links: tie::ends(&self.db, action.id.as_str())?,
            action,
        })
    }

    fn vote(&self, id: &VoteId) -> Result<Option<Vote>> {
        read::one(&self.db, "vote", "SELECT * FROM vote WHERE id = ?", [&id.0])
    }

    /// Decisions, newest first.
    pub fn decisions(&self, filter: &Filter, most: u32) -> Result<Vec<DecisionLine>> {
        self.at_once(|_| self.decision_lines(filter, most))
    }

    fn decision_lines(&self, filter: &Filter, most: u32) -> Result<Vec<DecisionLine>> {
        let found: Vec<Ruled> = {
            let mut statement =
                self.db.prepare_cached(&decisions()).doing("listing the decisions")?;
            let wanted = params![
                filter.meeting.as_ref().map(|id| &id.0),
                filter.body.as_ref().map(|id| &id.0),
                filter.partnership.as_ref().map(|id| &id.0),
                filter.status,
                filter.from.map(|day| day.to_string()),
                filter.to.map(|day| day.to_string()),
                most
            ];
            let rows = statement
                .query_map(wanted, |row| {
                    let (body, letter) = (row.get("line_body")?, row.get("line_letter")?);
                    let waits = ["line_answered", "line_sender", "line_next"];
                    let [answered, sender, next] = waits.map(|column| row.get(column));
                    let waits = [answered?, sender?, next?];
                    Ok((read::whole(row)?, Line::of(row)?, BodyId(body), letter, waits))
                })
                .doing("listing the decisions")?;
            rows.collect::<rusqlite::Result<_>>().doing("listing the decisions")?
        };
        let bodies: Vec<Body> = read::all(&self.db, "body", "SELECT * FROM body", [])?;
        let corrections = beside::corrections(&self.db)?;
        found
            .into_iter()
            .map(|(decision, line, body_id, letter, [answered, sender, next])| {
                let vote = decision.vote.as_ref().map(|id| self.vote(id)).transpose()?.flatten();
                let body = bodies.iter().find(|body| body.id == body_id);
                let year = body.map_or(0, |body| number::year(body, line.date));
                let own = line.minute.map(|minute| number::minute(minute, year));
                let corrections = corrections
                    .iter()
                    .filter(|put| put.correction.of == decision.meeting)
                    .filter(|put| own.as_ref().is_some_and(|own| put.correction.is_of(own)))
                    .map(|put| (put.in_words(), put.exempt))
                    .collect();
                Ok(DecisionLine {
                    year,
                    corrections,
                    code: line.code,
                    body_id,
                    date: line.date,
                    minute: line.minute,
                    letter,
                    item_title: line.title,
                    exempt: line.exempt,
                    vote,
                    answered: answered.and_then(|day| day.parse().ok()),
                    ratified_by: sender.unwrap_or_default().replace(',', ", "),
                    ratify_on: next.and_then(|day| day.parse().ok()),
                    partnership: line.partnership,
                    links: tie::ends(&self.db, decision.id.as_str())?,
                    decision,
                })
            })
            .collect()
    }

    /// Bodies, each with its seats and members.
    pub fn bodies(&self) -> Result<Vec<BodyLine>> {
        self.at_once(|_| self.body_lines())
    }

    fn body_lines(&self) -> Result<Vec<BodyLine>> {
        let bodies: Vec<Body> =
            read::all(&self.db, "body", "SELECT * FROM body ORDER BY rank, id", [])?;
        let people = self.people()?;
        let known: Vec<Organisation> =
            read::all(&self.db, "organisation", "SELECT * FROM organisation", [])?;
        bodies
            .into_iter()
            .map(|body| {
                let seats: Vec<Seat> = read::all(
                    &self.db,
                    "seat",
                    "SELECT * FROM seat WHERE body = ? ORDER BY rank, id",
                    [&body.id.0],
                )?;
                let appointments: Vec<Appointment> = read::all(
                    &self.db,
                    "appointment",
                    "SELECT * FROM appointment WHERE body = ? ORDER BY rank, id",
                    [&body.id.0],
                )?;
                let members: Vec<(Appointment, Person)> = appointments
                    .into_iter()
                    .filter_map(|a| Some((people.iter().find(|p| p.id == a.person)?.clone(), a)))
                    .map(|(person, appointment)| (appointment, person))
                    .collect();
                let sends = |of: &&Organisation| {
                    members.iter().any(|(_, person)| person.organisation.as_ref() == Some(&of.id))
                };
                let organisations = known.iter().filter(sends).cloned().collect();
                Ok(BodyLine { body, seats, members, organisations })
            })
            .collect()
    }

    /// The minutes that the number in `said`, as "36/26" or "PS 36/26", may be of: each with
    /// its body, its day and its item.
    pub fn minutes_numbered(&self, said: &str) -> Result<Vec<(Body, NaiveDate, u32, ItemId)>> {
        let number = said.split('/').next().and_then(|head| head.rsplit(' ').next());
        let Some(number) = number.and_then(|number| number.parse::<u32>().ok()) else {
            return Ok(Vec::new());
        };
        let sql = "SELECT meeting.body, meeting.date, minute.id FROM minute
                   JOIN meeting ON meeting.id = minute.meeting WHERE minute.number = ?
                   ORDER BY meeting.date DESC";
        let bodies: Vec<Body> = read::all(&self.db, "body", "SELECT * FROM body", [])?;
        let found: Vec<(String, NaiveDate, String)> = self
            .db
            .prepare_cached(sql)
            .and_then(|mut rows| {
                let rows = rows
                    .query_map([number], |row| Ok((row.get(0)?, day(row, "date")?, row.get(2)?)))?;
                rows.collect()
            })
            .doing("reading the minutes")?;
        let whole = found.into_iter().filter_map(|(body, day, item)| {
            let body = bodies.iter().find(|known| known.id.0 == body)?;
            Some((body.clone(), day, number, ItemId(item)))
        });
        Ok(whole.collect())
    }

    /// What each body's newest meeting hands on to the next.
    pub fn precedents(&self) -> Result<Vec<Precedent>> {
        let newest = "SELECT item.* FROM item JOIN meeting ON meeting.id = item.meeting
                      WHERE meeting.id = (SELECT m.id FROM meeting AS m
                                          WHERE m.body = ? AND m.kind <> 'extraordinary'
                                          AND EXISTS (SELECT 1 FROM item AS i WHERE i.meeting = m.id)
                                          ORDER BY m.date DESC, m.id LIMIT 1)
                      ORDER BY item.rank, item.id";
        let highest = "SELECT max(number) FROM meeting WHERE body = ?";
        let bodies: Vec<Body> =
            read::all(&self.db, "body", "SELECT * FROM body ORDER BY rank, id", [])?;
        bodies
            .into_iter()
            .map(|Body { id, .. }| {
                let items = agenda::in_order(read::all(&self.db, "item", newest, [&id.0])?);
                let number = self.db.query_row(highest, [&id.0], |row| row.get(0));
                let number = number.doing("listing the meetings")?;
                Ok(Precedent { body: id, number, items })
            })
            .collect()
    }

    /// Everyone the book knows, by family name.
    pub fn people(&self) -> Result<Vec<Person>> {
        read::all(&self.db, "person", "SELECT * FROM person ORDER BY family, given, id", [])
    }

    /// Every organisation, by name.
    pub fn organisations(&self) -> Result<Vec<Organisation>> {
        read::all(&self.db, "organisation", "SELECT * FROM organisation ORDER BY name, id", [])
    }
}

/// A decision with the columns of its line: the body, which of its item's decisions it is,
/// the day it was answered, and by whom and when it is to be ratified.
type Ruled = (Decision, Line, BodyId, Option<u32>, [Option<String>; 3]);

/// The columns of a line beside the row itself.
struct Line {
    code: String,
    date: NaiveDate,
    minute: Option<u32>,
    title: String,
    exempt: bool,
    partnership: Option<PartnershipId>,
}

impl Line {
    fn of(row: &Row<'_>) -> rusqlite::Result<Self> {
        let exempt: String = row.get("line_exempt")?;
        let partnership: Option<String> = row.get("line_partnership")?;
        Ok(Self {
            code: row.get("line_code")?,
            date: day(row, "line_date")?,
            minute: row.get("line_minute")?,
            title: row.get("line_title")?,
            exempt: !exempt.is_empty(),
            partnership: partnership.map(PartnershipId),
        })
    }
}

pub(super) fn day(row: &Row<'_>, column: &str) -> rusqlite::Result<NaiveDate> {
    let text: String = row.get(column)?;
    text.parse()
        .map_err(|e: chrono::ParseError| rusqlite::types::FromSqlError::Other(e.into()).into())
}

fn meeting_line(row: &Row<'_>) -> rusqlite::Result<MeetingLine> {
    let word = |column: usize| row.get::<_, String>(column);
    let strange = |word: String| {
        rusqlite::Error::from(rusqlite::types::FromSqlError::Other(
            format!("\"{word}\" is not a word of the list").into(),
        ))
    };
    let (status, minutes): (String, String) = (word(8)?, word(9)?);
    let start: Option<String> = row.get(6)?;
    Ok(MeetingLine {
        id: MeetingId(row.get(0)?),
        code: row.get(1)?,
        body: row.get(2)?,
        body_id: BodyId(row.get(3)?),
        title: row.get(4)?,
        date: day(row, "date")?,
        start: start.and_then(|time| time.parse().ok()),
        place: row.get(7)?,
        status: crate::model::MeetingStatus::from_word(&status).ok_or_else(|| strange(status))?,
        minutes: crate::model::MinutesStatus::from_word(&minutes)
            .ok_or_else(|| strange(minutes))?,
        items: row.get(10)?,
        decisions: row.get(11)?,
        actions: row.get(12)?,
    })
}
