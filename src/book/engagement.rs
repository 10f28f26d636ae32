//! Reads who answers to whom and who came to meetings.

use rusqlite::{Connection, Row, params};

use super::error::Doing as _;
use super::{Book, Result};
use crate::model::{AttendanceStatus, BodyId};
use crate::rules::engagement::{Engagement, Filled, Place, Taken, engagement};
use crate::rules::framework::{Branch, framework};

/// How many meetings back one looks.
const MEETINGS: u32 = 120;

impl Book {
    /// Who answers to whom, a line to each, from the top down.
    pub fn framework(&self) -> Result<Vec<Branch>> {
        Ok(framework(&self.bodies()?, &self.partnerships()?))
    }

    /// How each organisation and sector took part in the newest meetings held,
    /// of one body or of all.
    pub fn engagement(&self, body: Option<&BodyId>) -> Result<Engagement> {
        self.at_once(|db| Ok(engagement(&places(db, body)?, &taken(db, body)?)))
    }
}

/// The home of a person, as SQL: the organisation's name and sector.
const HOME: &str = "coalesce(organisation.name, ''), coalesce(organisation.sector, '')";

/// Who came to the meeting in place of a person, as SQL, by the rule of
/// [`has_substitute`](crate::rules::room::has_substitute): not one who was named and did
/// not come, where the roll was called.
const SUBSTITUTE: &str = "FROM attendance AS other
    WHERE other.meeting = meeting.id AND other.in_place_of = person.id
      AND other.status = 'present'
      AND (EXISTS (SELECT 1 FROM movement
                   WHERE movement.meeting = meeting.id AND movement.person = other.person)
           OR 0 = (SELECT coalesce(min(came.person IN (SELECT movement.person FROM movement
                                                       WHERE movement.meeting = meeting.id)), 0)
                   FROM attendance AS came
                   WHERE came.meeting = meeting.id AND came.status = 'present'
                     AND came.capacity = 'voting' AND came.in_place_of IS NULL))";

fn places(db: &Connection, body: Option<&BodyId>) -> Result<Vec<Place>> {
    let sql = format!(
        "SELECT meeting.date, body.code, person.id, trim(person.given || ' ' || person.family),
                attendance.status,
                EXISTS (SELECT 1 {SUBSTITUTE}),
                coalesce((SELECT other.mandated {SUBSTITUTE}), attendance.mandated),
                {HOME}
         FROM (SELECT * FROM meeting WHERE status = 'closed' AND (?1 IS NULL OR body = ?1)
               ORDER BY date DESC LIMIT ?2) AS meeting
         JOIN body ON body.id = meeting.body
         JOIN appointment ON appointment.body = meeting.body
              AND appointment.role NOT IN ('officer', 'invitee')
              AND (appointment.from_on IS NULL OR appointment.from_on <= meeting.date)
              AND (appointment.to_on IS NULL OR appointment.to_on >= meeting.date)
         JOIN person ON person.id = appointment.person
         LEFT JOIN organisation ON organisation.id = person.organisation
         LEFT JOIN attendance ON attendance.meeting = meeting.id AND attendance.person = person.id
         ORDER BY meeting.date, meeting.id, appointment.rank, appointment.id"
    );
    db.prepare_cached(&sql)
        .and_then(|mut rows| {
            rows.query_map(params![body.map(|id| &id.0), MEETINGS], place)?.collect()
        })
        .doing("reading the rolls")
}

fn place(row: &Row<'_>) -> rusqlite::Result<Place> {
    let day: String = row.get(0)?;
    let person: String = row.get(2)?;
    let status: Option<String> = row.get(4)?;
    let filled = match (status.as_deref().and_then(AttendanceStatus::from_word), row.get(5)?) {
        (Some(AttendanceStatus::Present), _) => Filled::Came,
        (_, true) => Filled::Substituted,
        (Some(AttendanceStatus::Apologies), false) => Filled::Apologies,
        (Some(AttendanceStatus::Absent), false) => Filled::Absent,
        (None, false) => Filled::Unknown,
    };
    Ok(Place {
        day: day
            .parse()
            .map_err(|e: chrono::ParseError| rusqlite::types::FromSqlError::Other(e.into()))?,
        code: row.get(1)?,
        person: person.as_str().into(),
        name: row.get(3)?,
        mandated: row.get(6)?,
        organisation: row.get(7)?,
        sector: row.get(8)?,
        filled,
    })
}

fn taken(db: &Connection, body: Option<&BodyId>) -> Result<Vec<Taken>> {
    let sql = format!(
        "SELECT action.status IN ('complete', 'confirmed'), {HOME}, item.exempt <> ''
         FROM action JOIN item ON item.id = action.item LEFT JOIN person ON person.id = action.owner
         LEFT JOIN organisation
              ON organisation.id = coalesce(action.organisation, person.organisation)
         WHERE (?1 IS NULL OR action.body = ?1) AND (action.owner IS NOT NULL OR action.organisation IS NOT NULL)
           AND action.status NOT IN ('cancelled', 'superseded')
         ORDER BY action.rank, action.id"
    );
    db.prepare_cached(&sql)
        .and_then(|mut rows| {
            rows.query_map([body.map(|id| &id.0)], |row| {
                Ok(Taken {
                    done: row.get(0)?,
                    organisation: row.get(1)?,
                    sector: row.get(2)?,
                    exempt: row.get(3)?,
                })
            })?
            .collect()
        })
        .doing("reading the rolls")
}
