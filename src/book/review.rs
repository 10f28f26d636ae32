//! Reads a schedule for going over: with what moved, what is missing and what
//! was noted.

use chrono::NaiveDate;

use super::{Book, Result, read};
use crate::model::Annotation;
use crate::rules::gap;
use crate::rules::review::Review;
use crate::rules::since::since;

/// How many editions back one compares.
const EDITIONS: u32 = 8;

impl Book {
    /// The newest edition of the schedule for going over, or the newest as at a
    /// day; `None` if there is none.
    pub fn review(&self, until: Option<NaiveDate>) -> Result<Option<Review>> {
        let mut editions = self.editions(until, EDITIONS)?;
        if editions.is_empty() {
            return Ok(None);
        }
        let schedule = editions.remove(0);
        let done = self.delivered()?;
        let ground = self.ground()?;
        Ok(Some(Review {
            since: schedule.standings.iter().map(|row| since(row, &editions, &done)).collect(),
            gaps: gap::of_schedule(&schedule, &ground),
            notes: self.annotations()?,
            schedule,
        }))
    }

    /// What was noted beside things, in order.
    pub fn annotations(&self) -> Result<Vec<Annotation>> {
        read::all(&self.db, "annotation", "SELECT * FROM annotation ORDER BY rank, id", [])
    }
}
