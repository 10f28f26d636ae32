//! Reads a schedule for going over: with what moved, what is missing and what
//! was noted.

use chrono::NaiveDate;

use super::error::Doing as _;
use super::{Book, EVERY, Filter, Result, read, recommended};
use crate::model::{Annotation, BodyId, Edition, Standing};
use crate::rules::gap;
use crate::rules::review::{Registers, Review};
use crate::rules::since::since;

/// Where the things stand that a thread may run through and a line may name: a name is
/// that of one of them alone.
const NAMED: [&str; 11] = [
    "point",
    "response",
    "summary",
    "partnership",
    "target",
    "driver",
    "finding",
    "plan",
    "recommendation",
    "body",
    "seat",
];

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
            targets: ground.targets,
            bodies: read::all(&self.db, "body", "SELECT * FROM body ORDER BY rank, id", [])?,
            meetings: self.days_held()?,
            actions: self.actions(&Filter { live: true, ..Filter::default() }, EVERY)?,
            people: self.people()?,
            names: self.names()?,
            registers: self.registers()?,
            schedule,
        }))
    }

    /// What there is for lines to alter: the newest edition and the registers; the
    /// registers and the partnerships alone, in a book with no schedule yet.
    pub fn to_alter(&self, today: NaiveDate) -> Result<Review> {
        if let Some(review) = self.review(None)? {
            return Ok(review);
        }
        let mut review = Review::blank(today);
        review.bodies = read::all(&self.db, "body", "SELECT * FROM body ORDER BY rank, id", [])?;
        review.registers = self.registers()?;
        review.people = self.people()?;
        review.names = self.names()?;
        review.schedule.standings = self.partnerships()?.into_iter().map(Standing::blank).collect();
        Ok(review)
    }

    fn registers(&self) -> Result<Registers> {
        let db = &self.db;
        Ok(Registers {
            recommendations: recommended::registered(db)?,
            recommended: recommended::recommended(db)?,
            drivers: read::all(db, "driver", "SELECT * FROM driver ORDER BY rank, id", [])?,
            findings: read::all(db, "finding", "SELECT * FROM finding ORDER BY rank, id", [])?,
            plan: read::all(db, "plan", "SELECT * FROM plan ORDER BY rank, id", [])?,
            priorities: read::all(
                db,
                "priority",
                "SELECT * FROM priority ORDER BY number, id",
                [],
            )?,
            seats: read::all(db, "seat", "SELECT * FROM seat ORDER BY rank, id", [])?,
            mutes: self.mutes()?,
            ties: self.links()?,
            numbered: self.numbered()?,
        })
    }

    /// The bodies that have minutes with numbers.
    fn numbered(&self) -> Result<Vec<BodyId>> {
        let sql = "SELECT id FROM body WHERE EXISTS
                     (SELECT 1 FROM meeting JOIN minute ON minute.meeting = meeting.id
                      WHERE meeting.body = body.id AND minute.number IS NOT NULL)";
        self.db
            .prepare_cached(sql)
            .and_then(|mut rows| rows.query_map([], |row| row.get(0).map(BodyId))?.collect())
            .doing("reading the book")
    }

    /// The days of the meetings that have begun and of the editions before the newest, newest
    /// first.
    fn days_held(&self) -> Result<Vec<NaiveDate>> {
        let held = self.meetings(&Filter::default(), EVERY)?.into_iter();
        // The newest is shown to begin with.
        let sql = "SELECT * FROM edition ORDER BY as_at DESC, id DESC LIMIT -1 OFFSET 1";
        let editions = read::all(&self.db, "edition", sql, [])?;
        let drawn_up = editions.into_iter().map(|edition: Edition| edition.as_at);
        let mut days: Vec<NaiveDate> = held
            .filter(|line| line.status.has_begun())
            .map(|line| line.date)
            .chain(drawn_up)
            .collect();
        days.sort_unstable_by_key(|day| std::cmp::Reverse(*day));
        days.dedup();
        Ok(days)
    }

    /// The name of everything in any edition and in the registers, and of what was struck
    /// out of the schedule: a copy of the book may still speak of that.
    pub(super) fn names(&self) -> Result<Vec<String>> {
        let each = NAMED.map(|table| format!("SELECT id FROM {table}")).join(" UNION ");
        let struck = "SELECT change.row FROM change JOIN entry ON entry.no = change.entry
             WHERE change.new IS NULL
               AND change.tab IN ('point', 'response', 'summary', 'target')
               AND entry.kind = 'do'";
        self.db
            .prepare_cached(&format!("{each} UNION {struck}"))
            .and_then(|mut rows| rows.query_map([], |row| row.get(0))?.collect())
            .doing("reading the schedule")
    }

    /// What was noted beside things, in order.
    pub fn annotations(&self) -> Result<Vec<Annotation>> {
        read::all(&self.db, "annotation", "SELECT * FROM annotation ORDER BY rank, id", [])
    }
}
