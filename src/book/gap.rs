//! Reads what gaps are judged by, and has them judged.

use rusqlite::{Connection, OptionalExtension as _};

use super::error::Doing as _;
use super::recommended::followed_up;
use super::{Book, Result, ledger, read, schedule};
use crate::model::{Gap, Given, Link, Mute, Standing, TargetLine, Thing, ThingKind};
use crate::rules::gap::{Ground, Unseated, in_rows, judge};

/// How many editions back a gap is followed.
const EDITIONS: u32 = 8;

/// How many meetings back a roll is looked over.
const MEETINGS: u32 = 60;

impl Book {
    /// What is missing in the schedule and the registers, the most pressing
    /// first.
    pub fn gaps(&self) -> Result<Vec<Gap>> {
        Ok(judge(&self.ground()?))
    }

    /// What gaps are judged by: the newest editions, the recommendations, the
    /// rolls, and what was let pass.
    pub fn ground(&self) -> Result<Ground> {
        self.at_once(|db| {
            let editions = schedule::editions(db, None, EDITIONS)?;
            let targets = ledger::targets(db)?;
            // What was asked for in an edition gone by is in hand where that is looked at.
            let standings = editions.iter().flat_map(|edition| &edition.standings);
            let links = ledger::links(db, "recommendation")?;
            Ok(Ground {
                given: given(db, standings, &targets, &links)?,
                editions,
                targets,
                misprints: read::all(db, "misprint", "SELECT * FROM misprint ORDER BY id", [])?,
                recommendations: followed_up(db)?,
                unseated: unseated(db)?,
                mutes: mutes(db)?,
            })
        })
    }

    /// What was let pass, and why.
    pub fn mutes(&self) -> Result<Vec<Mute>> {
        mutes(&self.db)
    }
}

fn mutes(db: &Connection) -> Result<Vec<Mute>> {
    read::all(db, "gap_mute", "SELECT * FROM gap_mute ORDER BY id", [])
}

/// What is missing in the rows that a meeting has before it.
pub(super) fn beside(db: &Connection, standings: &[Standing]) -> Result<Vec<Gap>> {
    let point = standings.iter().find_map(|s| s.points.first().map(|point| &point.edition));
    let summary = standings.iter().find_map(|s| s.summary.as_ref().map(|found| &found.edition));
    let Some(edition) = point.or(summary) else { return Ok(Vec::new()) };
    let sql = "SELECT * FROM misprint WHERE edition = ? ORDER BY id";
    let targets = ledger::targets(db)?;
    let ground = Ground {
        misprints: read::all(db, "misprint", sql, [&edition.0])?,
        given: given(db, standings.iter(), &targets, &[])?,
        targets,
        mutes: mutes(db)?,
        ..Ground::default()
    };
    Ok(in_rows(standings, edition, &ground))
}

/// The actions still to be done that are tied to anything in the rows, to a target
/// or by one of `others`. One given with the public shut out is not told of.
fn given<'a>(
    db: &Connection,
    standings: impl Iterator<Item = &'a Standing>,
    targets: &'a [TargetLine],
    others: &'a [Link],
) -> Result<Vec<Given>> {
    let rows = standings.flat_map(|row| &row.links);
    let links = rows.chain(targets.iter().flat_map(|line| &line.links)).chain(others);
    let mut tied: Vec<(&str, &str)> =
        links.map(|link| (link.from_id.as_str(), link.to_id.as_str())).collect();
    tied.sort_unstable();
    tied.dedup();
    let sql = "SELECT action.*, coalesce(trim(person.given || ' ' || person.family),
                 organisation.name, '') AS line_owner
               FROM action JOIN item ON item.id = action.item
               LEFT JOIN person ON person.id = action.owner
               LEFT JOIN organisation ON organisation.id = action.organisation
               WHERE action.id = ? AND action.status IN ('open', 'in_progress')
                 AND item.exempt = ''";
    let mut statement = db.prepare_cached(sql).doing("reading the actions")?;
    let mut found = Vec::new();
    for (from, to) in tied {
        let action = statement
            .query_row([from], |row| Ok((read::whole(row)?, row.get("line_owner")?)))
            .optional()
            .doing("reading the actions")?;
        let to_id = to.to_owned();
        found.extend(action.map(|(action, owner)| Given { to_id, action, owner }));
    }
    Ok(found)
}

/// What something done at a meeting may be tied to, besides its schedule.
pub(super) fn things(db: &Connection) -> Result<Vec<Thing>> {
    let sql = "SELECT id, 'recommendation', text, '' FROM recommendation
               UNION ALL SELECT id, 'target', wording, code FROM target
               UNION ALL SELECT id, 'driver', heading, '' FROM driver
               UNION ALL SELECT id, 'finding', text, '' FROM finding
               UNION ALL SELECT id, 'plan', topic, '' FROM plan
               ORDER BY 2, 1";
    db.prepare_cached(sql)
        .and_then(|mut rows| {
            rows.query_map([], |row| {
                let word: String = row.get(1)?;
                let strange = || rusqlite::types::FromSqlError::InvalidType;
                Ok(Thing {
                    id: row.get(0)?,
                    kind: ThingKind::from_word(&word).ok_or_else(strange)?,
                    text: row.get(2)?,
                    code: row.get(3)?,
                })
            })?
            .collect()
        })
        .doing("reading the registers")
}

/// Those who sat with a vote at one of the newest meetings of a body whose roll
/// is kept, and were neither on that roll nor there in place of anybody.
fn unseated(db: &Connection) -> Result<Vec<Unseated>> {
    let on_roll = "SELECT 1 FROM appointment WHERE appointment.body = meeting.body
                   AND (from_on IS NULL OR from_on <= meeting.date)
                   AND (to_on IS NULL OR to_on >= meeting.date)";
    let sql = format!(
        "SELECT attendance.id, trim(person.given || ' ' || person.family), meeting.date
         FROM (SELECT * FROM meeting ORDER BY date DESC LIMIT ?) AS meeting
         JOIN attendance ON attendance.meeting = meeting.id
         JOIN person ON person.id = attendance.person
         WHERE attendance.status = 'present' AND attendance.capacity = 'voting'
           AND attendance.in_place_of IS NULL
           AND EXISTS ({on_roll})
           AND NOT EXISTS ({on_roll} AND appointment.person = attendance.person)
         ORDER BY meeting.date DESC, attendance.rank, attendance.id"
    );
    db.prepare_cached(&sql)
        .and_then(|mut rows| {
            rows.query_map([MEETINGS], |row| {
                let day: String = row.get(2)?;
                Ok(Unseated {
                    attendance: row.get(0)?,
                    name: row.get(1)?,
                    day: day.parse().map_err(|e: chrono::ParseError| {
                        rusqlite::types::FromSqlError::Other(e.into())
                    })?,
                })
            })?
            .collect()
        })
        .doing("reading the rolls")
}
