//! Reads the governance schedule out of the tables.

use chrono::NaiveDate;
use rusqlite::Connection;

use super::error::Doing as _;
use super::read::STILL_MEANT;
use super::{Book, Result, read};
use crate::model::{
    Edition, EditionId, Link, Meeting, Partnership, Point, Response, ResponseId, Schedule,
    Standing, Summary,
};

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
                 WHERE link.kind = 'evidences' ORDER BY 1",
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
    let points: Vec<Point> =
        read::all(db, "point", "SELECT * FROM point WHERE edition = ? ORDER BY rank, id", of)?;
    let responses: Vec<Response> = read::all(
        db,
        "response",
        "SELECT * FROM response WHERE edition = ? ORDER BY rank, id",
        of,
    )?;
    let touching = format!(
        "SELECT * FROM (
             SELECT link.* FROM link JOIN point ON point.id IN (from_id, to_id) WHERE point.edition = ?1
             UNION SELECT link.* FROM link JOIN response ON response.id IN (from_id, to_id)
                   WHERE response.edition = ?1
             UNION SELECT link.* FROM link JOIN summary ON summary.id = to_id WHERE summary.edition = ?1
             UNION SELECT link.* FROM link JOIN partnership ON partnership.id = to_id
                   WHERE link.kind = 'answers'
         ) AS link WHERE {STILL_MEANT} ORDER BY id"
    );
    let links: Vec<Link> = read::all(db, "link", &touching, of)?;
    let rows = partnerships.into_iter().map(|partnership| {
        let id = partnership.id.clone();
        let points: Vec<Point> = points.iter().filter(|p| p.partnership == id).cloned().collect();
        let responses: Vec<Response> =
            responses.iter().filter(|r| r.partnership == id).cloned().collect();
        let summary = summaries.iter().find(|s| s.partnership == id).cloned();
        let touches = |end: &str| {
            end == id.as_str()
                || summary.as_ref().is_some_and(|summary| summary.id.as_str() == end)
                || points.iter().any(|p| p.id.0 == end)
                || responses.iter().any(|r| r.id.0 == end)
        };
        let links =
            links.iter().filter(|l| touches(&l.from_id) || touches(&l.to_id)).cloned().collect();
        Standing { partnership, summary, points, responses, links }
    });
    Ok(rows.collect())
}
