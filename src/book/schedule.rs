//! Reads the governance schedule out of the tables.

use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::Connection;

use super::error::Doing as _;
use super::read::STILL_MEANT;
use super::{Book, Result, ledger, read};
use crate::model::{
    Edition, EditionId, Link, Meeting, Partnership, Point, Response, ResponseId, Schedule,
    Standing, Summary, TargetResult, period,
};
use crate::rules::gap::{Period, named};

impl Book {
    /// The newest edition of the schedule, with every partnership's row; `None`
    /// if the book has none.
    pub fn schedule(&self) -> Result<Option<Schedule>> {
        Ok(self.editions(None, 1)?.pop())
    }

    /// The editions of the schedule, newest first, at most `most` of them and none
    /// after `until`, if that is given.
    pub fn editions(&self, until: Option<NaiveDate>, most: u32) -> Result<Vec<Schedule>> {
        self.at_once(|db| editions(db, until, most))
    }

    /// The responses whose promise was kept: an action carrying one out is done,
    /// or something shows that it was.
    pub fn delivered(&self) -> Result<Vec<ResponseId>> {
        self.db
            .prepare_cached(
                "SELECT link.to_id FROM link JOIN response ON response.id = link.to_id
                 JOIN action ON action.id = link.from_id
                 WHERE link.kind = 'implements' AND action.status IN ('complete', 'confirmed')
                 UNION SELECT link.to_id FROM link JOIN response ON response.id = link.to_id
                 WHERE link.kind = 'evidences'
                 UNION SELECT id FROM response WHERE status = 'delivered' ORDER BY 1",
            )
            .and_then(|mut rows| rows.query_map([], |row| row.get(0).map(ResponseId))?.collect())
            .doing("reading the schedule")
    }

    /// Every partnership, in order.
    pub fn partnerships(&self) -> Result<Vec<Partnership>> {
        read::all(&self.db, "partnership", "SELECT * FROM partnership ORDER BY rank, id", [])
    }
}

/// The editions of the schedule, newest first, at most `most` of them and none
/// after `until`, if that is given.
pub(super) fn editions(
    db: &Connection,
    until: Option<NaiveDate>,
    most: u32,
) -> Result<Vec<Schedule>> {
    let newest = "SELECT * FROM (SELECT * FROM edition WHERE ?1 IS NULL OR as_at <= ?1
                  ORDER BY as_at DESC, id DESC LIMIT ?2)";
    let until = until.map(|day| day.to_string());
    let editions: Vec<Edition> = read::all(db, "edition", newest, (until, most))?;
    let whole = |edition: Edition| Ok(Schedule { standings: standings(db, &edition.id)?, edition });
    editions.into_iter().map(whole).collect()
}

/// The rows that a meeting has before it: those of its own edition, else of the
/// newest of its day, else of the newest there is.
pub(super) fn before(db: &Connection, meeting: &Meeting) -> Result<Vec<Standing>> {
    if let Some(own) = &meeting.edition {
        return standings(db, own);
    }
    let sql = "SELECT * FROM (SELECT * FROM edition ORDER BY as_at <= ?1 DESC, as_at DESC, id DESC LIMIT 1)";
    let day = meeting.date.to_string();
    let nearest: Option<Edition> = read::one(db, "edition", sql, [day])?;
    nearest.map_or_else(|| Ok(Vec::new()), |edition| standings(db, &edition.id))
}

/// Every partnership with its row in `edition`; one with no row in it is left
/// out unless it has none anywhere.
pub(super) fn standings(db: &Connection, edition: &EditionId) -> Result<Vec<Standing>> {
    let of = [&edition.0];
    let partnerships: Vec<Partnership> =
        read::all(db, "partnership", "SELECT * FROM partnership ORDER BY rank, id", [])?;
    let summaries: Vec<Summary> =
        read::all(db, "summary", "SELECT * FROM summary WHERE edition = ?", of)?;
    let mut points: Vec<Point> =
        read::all(db, "point", "SELECT * FROM point WHERE edition = ? ORDER BY rank, id", of)?;
    let mut responses: Vec<Response> = read::all(
        db,
        "response",
        "SELECT * FROM response WHERE edition = ? ORDER BY rank, id",
        of,
    )?;
    // By each end on its own, so that every link of the book is not looked at.
    let touching = format!(
        "WITH line(id) AS (
             SELECT id FROM point WHERE edition = ?1 UNION ALL SELECT id FROM response WHERE edition = ?1
             UNION ALL SELECT id FROM summary WHERE edition = ?1
         )
         SELECT * FROM link WHERE (from_id IN line OR to_id IN line
                OR (kind = 'answers' AND to_id IN (SELECT id FROM partnership)))
           AND {STILL_MEANT} ORDER BY id"
    );
    let links: Vec<Link> = read::all(db, "link", &touching, of)?;
    let mut standings: Vec<Standing> = partnerships.into_iter().map(Standing::blank).collect();
    // Which rows each end of a link is in.
    let mut rows = HashMap::new();
    for (n, standing) in standings.iter_mut().enumerate() {
        let id = &standing.partnership.id;
        standing.summary = summaries.iter().find(|summary| summary.partnership == *id).cloned();
        standing.points = points.extract_if(.., |point| point.partnership == *id).collect();
        standing.responses = responses.extract_if(.., |r| r.partnership == *id).collect();
        rows.insert(id.0.clone(), n);
        rows.extend(standing.summary.iter().map(|summary| (summary.id.0.clone(), n)));
        rows.extend(standing.points.iter().map(|point| (point.id.0.clone(), n)));
        rows.extend(standing.responses.iter().map(|response| (response.id.0.clone(), n)));
    }
    for link in links {
        let (from, to) = (rows.get(&link.from_id).copied(), rows.get(&link.to_id).copied());
        let other = to.filter(|to| from != Some(*to)).and_then(|n| standings.get_mut(n));
        if let Some(standing) = other {
            standing.links.push(link.clone());
        }
        if let Some(standing) = from.and_then(|n| standings.get_mut(n)) {
            standing.links.push(link);
        }
    }
    if standings.iter().any(|row| row.summary.is_none()) {
        let until = as_at(db, edition)?;
        for row in standings.iter_mut().filter(|row| row.summary.is_none()) {
            let mut own = ledger::results_of(db, &row.partnership.id)?;
            for results in &mut own {
                results.retain(|result| told_by(result, until));
            }
            row.named = named::counted(&own, edition, &row.partnership.id);
        }
    }
    Ok(standings)
}

/// Whether a result stands beside the rows of an edition of the day `until`; with none,
/// every one does. What a period that was not over by then came to, a later edition tells.
pub(super) fn told_by(result: &TargetResult, until: Option<NaiveDate>) -> bool {
    until.is_none_or(|until| match period::end(&result.period, until) {
        Some(end) => end <= until,
        None => Period::read(&result.period).is_none_or(|period| period.has_begun(until)),
    })
}

/// The day of `edition`, if another has come after it: every result of a target stands
/// beside the one in force.
fn as_at(db: &Connection, edition: &EditionId) -> Result<Option<NaiveDate>> {
    let sql = format!("SELECT * FROM edition WHERE id = ? AND id <> {}", read::NEWEST);
    let gone_by: Option<Edition> = read::one(db, "edition", &sql, [&edition.0])?;
    Ok(gone_by.map(|edition| edition.as_at))
}
