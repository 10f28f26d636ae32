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
        // Few are left by what happened lately; only of those the whole book is asked.
        let sql = "SELECT seat.person, seat.body, seat.from_on FROM appointment AS seat
                   WHERE seat.voting AND coalesce(seat.from_on, '') <= ?1 AND coalesce(seat.to_on, ?1) >= ?1
                   AND EXISTS (SELECT 1 FROM meeting WHERE body = seat.body AND status = 'closed' AND date BETWEEN ?3 AND ?1)
                   AND NOT EXISTS (SELECT 1 FROM meeting AS held JOIN attendance AS had ON had.meeting = held.id
                     WHERE held.date > ?2 AND held.date <= ?1 AND had.person = seat.person AND had.status = 'present')";
        let year_ago = today.checked_sub_months(chrono::Months::new(12)).unwrap_or(today);
        let lately = missing::long_ago(today).unwrap_or(today);
        let away: Vec<(String, String, Option<String>)> = self
            .db
            .prepare_cached(sql)
            .and_then(|mut rows| {
                let at = params![today.to_string(), lately.to_string(), year_ago.to_string()];
                rows.query_map(at, |row| row.try_into())?.collect()
            })
            .doing("reading who came")?;
        let mut found: Vec<(String, NaiveDate)> = Vec::new();
        for (person, body, since) in away {
            let last = self.last_came(&person, &body, since.as_deref(), today)?;
            let last = last.filter(|last| *last <= lately);
            if let Some(last) = last.filter(|_| !found.iter().any(|(id, _)| *id == person)) {
                found.push((person, last));
            }
        }
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

    /// The last day until `today` on which somebody with a seat on `body` since a day came
    /// to any meeting, if the body has met without them after it; of whoever never came, the
    /// day they took their seat, or that of the first meeting the book has.
    fn last_came(
        &self,
        person: &str,
        body: &str,
        since: Option<&str>,
        today: NaiveDate,
    ) -> Result<Option<NaiveDate>> {
        let sql = "SELECT last FROM (SELECT coalesce(
                     (SELECT max(held.date) FROM attendance AS had JOIN meeting AS held ON held.id = had.meeting
                      WHERE had.person = ?1 AND had.status = 'present' AND held.date <= ?4),
                     max(coalesce(?3, ''), (SELECT min(date) FROM meeting WHERE body = ?2 AND began_at IS NOT NULL))) AS last)
                   WHERE EXISTS (SELECT 1 FROM meeting WHERE body = ?2 AND status = 'closed' AND date > last AND date <= ?4)";
        self.db
            .prepare_cached(sql)
            .and_then(|mut rows| {
                rows.query_row(params![person, body, since, today.to_string()], |row| {
                    day(row, "last")
                })
                .optional()
            })
            .doing("reading who came")
    }
}
