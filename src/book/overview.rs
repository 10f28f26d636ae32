//! Reads the overview: what the first page shows, as of one moment.

use chrono::NaiveDate;
use rusqlite::{OptionalExtension as _, params};

use super::error::Doing as _;
use super::register::day;
use super::{Book, Filter, Result, read};
use crate::model::{Body, Overview};
use crate::rules::gap::judge;
use crate::rules::{missing, timetable};

/// How many meetings the overview lists, at most half of them to come.
const NEAR: u32 = 80;

impl Book {
    /// What is on, what is due, and how the schedule stands.
    pub fn overview(&self, today: NaiveDate) -> Result<Overview> {
        let live = Filter { live: true, ..Filter::default() };
        self.at_once(|_| {
            let mut ground = self.ground()?;
            let gaps = judge(&ground);
            Ok(Overview {
                about: self.setting("about")?.unwrap_or_default(),
                nearest: self.nearest_meeting(today)?,
                meetings: self.meetings(&self.near(today)?, NEAR)?,
                due: self.actions(&live, 200)?,
                schedule: (!ground.editions.is_empty()).then(|| ground.editions.swap_remove(0)),
                gaps,
                lulls: self.lulls(today)?,
                away: self.long_away(today)?,
                waiting: self.waits_in_words(today)?,
            })
        })
    }

    /// The meetings about a day: those long past and far ahead are in the calendar.
    fn near(&self, today: NaiveDate) -> Result<Filter> {
        let to = self
            .db
            .prepare_cached(
                "SELECT date FROM meeting WHERE date > ? ORDER BY date LIMIT 1 OFFSET ?",
            )
            .and_then(|mut rows| {
                rows.query_row(params![today.to_string(), NEAR / 2], |row| day(row, "date"))
                    .optional()
            })
            .doing("listing the meetings")?;
        Ok(Filter { to, ..Filter::default() })
    }

    /// Which bodies are to meet more often than their calendars have it, from
    /// their last meeting on. One that has not met for a year has stopped, and
    /// one that never met has not begun.
    fn lulls(&self, today: NaiveDate) -> Result<Vec<String>> {
        let sql = "SELECT date FROM meeting WHERE body = ?1 AND status <> 'cancelled' AND date >=
                     (SELECT max(date) FROM meeting WHERE body = ?1 AND status <> 'cancelled' AND date BETWEEN ?3 AND ?2)
                   ORDER BY date";
        let year_ago = today.checked_sub_months(chrono::Months::new(12)).unwrap_or(today);
        let bodies: Vec<Body> = read::all(
            &self.db,
            "body",
            "SELECT * FROM body WHERE frequency > 0 ORDER BY rank, id",
            [],
        )?;
        let mut said = Vec::new();
        for body in bodies {
            let days: Vec<NaiveDate> = self
                .db
                .prepare_cached(sql)
                .and_then(|mut rows| {
                    let at = params![body.id.0, today.to_string(), year_ago.to_string()];
                    rows.query_map(at, |row| day(row, "date"))?.collect()
                })
                .doing("listing the meetings")?;
            let lull = timetable::lull(body.frequency.unwrap_or_default(), &days);
            said.extend(lull.map(|lull| timetable::in_words(&body, lull)));
        }
        Ok(said)
    }

    /// The councillors who have attended nothing for five months, of bodies that met
    /// without them in the last year. Whoever never came has been away since they took
    /// their seat, or since the first meeting that the book has.
    fn long_away(&self, today: NaiveDate) -> Result<Vec<String>> {
        let sql = "SELECT roll.person, max(roll.last) AS last FROM (
                     SELECT seat.person, seat.body, coalesce(
                       (SELECT max(held.date) FROM attendance AS had JOIN meeting AS held ON held.id = had.meeting
                        WHERE had.person = seat.person AND had.status = 'present' AND held.date <= ?1),
                       max(coalesce(seat.from_on, ''),
                           (SELECT min(date) FROM meeting WHERE body = seat.body AND began_at IS NOT NULL))) AS last
                     FROM appointment AS seat
                     WHERE seat.voting AND coalesce(seat.from_on, '') <= ?1 AND coalesce(seat.to_on, ?1) >= ?1) AS roll
                   WHERE roll.last <= ?2 AND EXISTS
                     (SELECT 1 FROM meeting WHERE meeting.body = roll.body AND meeting.status = 'closed'
                      AND meeting.date > roll.last AND meeting.date BETWEEN ?3 AND ?1)
                   GROUP BY roll.person";
        let year_ago = today.checked_sub_months(chrono::Months::new(12)).unwrap_or(today);
        let lately = missing::long_ago(today).unwrap_or(today);
        let found: Vec<(String, NaiveDate)> = self
            .db
            .prepare_cached(sql)
            .and_then(|mut rows| {
                let at = params![today.to_string(), lately.to_string(), year_ago.to_string()];
                rows.query_map(at, |row| Ok((row.get(0)?, day(row, "last")?)))?.collect()
            })
            .doing("reading who came")?;
        if found.is_empty() {
            return Ok(Vec::new());
        }
        let people = self.people()?;
        let told = people.iter().filter(|person| person.is_councillor()).filter_map(|person| {
            let (_, last) = found.iter().find(|(id, _)| *id == person.id.0)?;
            Some(missing::away_in_words(&person.minuted(), *last, today))
        });
        Ok(told.collect())
    }
}
