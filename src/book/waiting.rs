//! Reads what waits for somebody: what was referred for an answer, what was put off
//! for an agenda, what was promised for its report.

use chrono::{Months, NaiveDate};
use rusqlite::Row;

use super::error::Doing as _;
use super::recommended::{followed_up, recommended};
use super::{Book, Result, read};
use crate::model::day;
use crate::model::{Body, BodyId, Item, ItemStatus, PlanEntry, Recommendation, Waiting, WaitsFor};
use crate::rules::number;

/// Items put off, and items put off before that the meeting they were put off to did not
/// reach or was not held, which no later meeting of the body has taken up: neither carried
/// over, nor on an agenda under the same title within a year and a half. Those put off more
/// than three years before the last meeting of the book are left out.
const PUT_OFF: &str = "SELECT item.* FROM item JOIN meeting ON meeting.id = item.meeting
    WHERE item.status IN ('deferred', 'not_reached')
      AND (item.status = 'deferred'
           OR meeting.status IN ('closed', 'cancelled') AND item.deferred_from IS NOT NULL)
      AND meeting.date >= (SELECT date(max(date), '-3 years') FROM meeting)
      AND NOT EXISTS (SELECT 1 FROM item AS later WHERE later.deferred_from = item.id)
      AND NOT EXISTS (SELECT 1 FROM meeting AS next JOIN item AS later ON later.meeting = next.id
                      WHERE next.body = meeting.body AND next.date > meeting.date
                        AND next.date <= date(meeting.date, '+18 months')
                        AND lower(later.title) = lower(item.title))
    ORDER BY meeting.date, item.rank, item.id";

/// Where an item comes from: its body, its day and the number of its minute.
const ORIGIN: &str = "SELECT meeting.body, meeting.date, minute.number
    FROM item JOIN meeting ON meeting.id = item.meeting LEFT JOIN minute ON minute.id = item.id
    WHERE item.id = ?";

impl Book {
    /// What waits for a meeting of its body: items put off that are on no agenda, and what
    /// the forward plan has with a day, or as promised, that no meeting has yet; the
    /// longest first.
    pub fn waiting(&self) -> Result<Vec<Waiting>> {
        let items: Vec<Item> = read::all(&self.db, "item", PUT_OFF, [])?;
        let plans: Vec<PlanEntry> = read::all(
            &self.db,
            "plan",
            "SELECT * FROM plan WHERE (kind = 'report_back' OR due IS NOT NULL) AND meeting IS NULL AND status <> 'taken'
             ORDER BY due IS NULL, due, rank, id",
            [],
        )?;
        if items.is_empty() && plans.is_empty() {
            return Ok(Vec::new());
        }
        let bodies: Vec<Body> = read::all(&self.db, "body", "SELECT * FROM body", [])?;
        let mut found = Vec::new();
        for item in items {
            if let Some((body, since, origin)) = self.origin_of(&item.id.0, &bodies)? {
                found.push(Waiting {
                    body: body.id.clone(),
                    origin,
                    since,
                    exempt: !item.exempt.is_open(),
                    what: WaitsFor::Item(Box::new(item)),
                });
            }
        }
        let planned = plans.into_iter().map(|plan| Waiting {
            body: plan.body.clone(),
            origin: plan.origin.clone(),
            since: plan.due.unwrap_or(NaiveDate::MIN),
            exempt: false,
            what: WaitsFor::Planned(plan),
        });
        found.extend(planned);
        Ok(found)
    }

    /// What has waited longer than it should by `today`, each in a sentence. Of exempt
    /// business nothing is said but where it was.
    pub fn waits_in_words(&self, today: NaiveDate) -> Result<Vec<String>> {
        let mut said = self.unanswered(today)?;
        for waiting in self.waiting()? {
            said.extend(match waiting.what {
                WaitsFor::Item(item) => {
                    let what = if waiting.exempt { "An exempt item" } else { &item.title };
                    let how = match item.status {
                        ItemStatus::NotReached => "not reached",
                        _ => "put off",
                    };
                    let until = match item.deferred_to.as_str() {
                        _ if waiting.exempt => String::new(),
                        "" => String::new(),
                        until => format!(" to {until}"),
                    };
                    Some(format!(
                        "{what} was {how}{until} ({}), and is on no agenda.",
                        waiting.origin
                    ))
                }
                WaitsFor::Planned(plan)
                    if plan.is_overdue(today) && plan.due >= Some(a_year_before(today)) =>
                {
                    let code = self.code_of(&waiting.body)?;
                    let by = plan.due.map(day::plain).unwrap_or_default();
                    let comes = plan.kind.comes();
                    let from = in_brackets(&plan.origin);
                    Some(format!(
                        "{} was to {comes} {code} by {by}{from}, and is on no agenda.",
                        plan.topic
                    ))
                }
                WaitsFor::Planned(_) => None,
            });
        }
        said.extend(self.broken(today)?);
        said.extend(self.called_in()?);
        said.extend(self.asked_here(today)?);
        Ok(said)
    }

    /// The rows that a query finds from `today` and the day a year before it.
    fn within_a_year<T>(&self, sql: &str, today: NaiveDate) -> Result<Vec<T>>
    where
        T: for<'row> TryFrom<&'row Row<'row>, Error = rusqlite::Error>,
    {
        let days = [today, a_year_before(today)].map(|day| day.to_string());
        self.db
            .prepare_cached(sql)
            .and_then(|mut rows| rows.query_map(days, |row| row.try_into())?.collect())
            .doing("listing the decisions")
    }

    /// What one body of the book referred or recommended to another, which has not answered
    /// it and still has time to: whoever clerks that one has no other notice of it.
    fn asked_here(&self, today: NaiveDate) -> Result<Vec<String>> {
        let sql = "SELECT asked.name, asked.code, decision.verb, decision.item FROM decision
                   JOIN item ON item.id = decision.item AND item.exempt = ''
                   JOIN meeting ON meeting.id = decision.meeting
                   JOIN body AS asked ON asked.id <> meeting.body
                    AND lower(decision.to_whom) IN (lower(asked.name), 'the ' || lower(asked.name), lower(asked.code))
                   WHERE decision.verb IN ('REFERRED', 'RECOMMENDED') AND decision.status = 'made'
                     AND coalesce(decision.reply_by, ?1) >= ?1 AND meeting.date >= ?2
                     AND NOT EXISTS (SELECT 1 FROM answered WHERE answered.id = decision.id)
                   ORDER BY meeting.date, decision.rank, decision.id";
        let asked: Vec<(String, String, String, String)> = self.within_a_year(sql, today)?;
        if asked.is_empty() {
            return Ok(Vec::new());
        }
        let bodies: Vec<Body> = read::all(&self.db, "body", "SELECT * FROM body", [])?;
        let mut said = Vec::new();
        for (name, code, verb, item) in asked {
            if let Some((_, _, which)) = self.origin_of(&item, &bodies)? {
                let verb = verb.to_lowercase();
                said.push(format!(
                    "{which} was {verb} to {name} ({code}), which has not answered."
                ));
            }
        }
        Ok(said)
    }

    /// Promises whose meeting went by without them.
    fn broken(&self, today: NaiveDate) -> Result<Vec<String>> {
        let sql = "SELECT plan.topic, plan.origin, body.code, meeting.date
                   FROM plan JOIN meeting ON meeting.id = plan.meeting JOIN body ON body.id = plan.body
                   WHERE plan.kind = 'report_back' AND plan.status <> 'taken'
                     AND meeting.status IN ('closed', 'cancelled') AND meeting.date >= ?1
                   ORDER BY meeting.date, plan.rank, plan.id";
        let late: Vec<(String, String, String, String)> = self
            .db
            .prepare_cached(sql)
            .and_then(|mut rows| {
                rows.query_map([a_year_before(today).to_string()], |row| row.try_into())?.collect()
            })
            .doing("listing the promises")?;
        let said = late.into_iter().filter_map(|(topic, origin, code, on)| {
            let on = day::plain(on.parse().ok()?);
            Some(format!(
                "{topic} did not come back to {code} on {on}, as was promised ({origin})."
            ))
        });
        Ok(said.collect())
    }

    /// Decisions that were called in and referred back, and not decided again.
    fn called_in(&self) -> Result<Vec<String>> {
        let sql = "SELECT called.item FROM call_in
                   JOIN decision AS called ON called.id = call_in.decision
                   JOIN meeting AS made ON made.id = called.meeting
                   WHERE call_in.outcome = 'referred_back' AND called.status = 'called_in'
                   ORDER BY made.date, called.rank, called.id";
        let waits: Vec<String> = self
            .db
            .prepare_cached(sql)
            .and_then(|mut rows| rows.query_map([], |row| row.get(0))?.collect())
            .doing("listing the decisions")?;
        if waits.is_empty() {
            return Ok(Vec::new());
        }
        let bodies: Vec<Body> = read::all(&self.db, "body", "SELECT * FROM body", [])?;
        let mut said = Vec::new();
        for item in waits {
            if let Some((_, _, which)) = self.origin_of(&item, &bodies)? {
                said.push(format!(
                    "{which} was called in and referred back, and is to be decided again."
                ));
            }
        }
        Ok(said)
    }

    /// The body and the day that an item comes from, and where it was minuted.
    fn origin_of<'a>(
        &self,
        item: &str,
        bodies: &'a [Body],
    ) -> Result<Option<(&'a Body, NaiveDate, String)>> {
        let (body, on, minute): (String, String, Option<u32>) = self
            .db
            .prepare_cached(ORIGIN)
            .and_then(|mut rows| rows.query_row([item], |row| row.try_into()))
            .doing("reading the book")?;
        let found = bodies.iter().find(|known| known.id.0 == body).zip(on.parse().ok());
        Ok(found.map(|(body, on)| (body, on, origin(body, on, minute))))
    }

    fn code_of(&self, body: &BodyId) -> Result<String> {
        self.db
            .prepare_cached("SELECT code FROM body WHERE id = ?")
            .and_then(|mut rows| rows.query_row([&body.0], |row| row.get(0)))
            .doing("reading the book")
    }

    /// Which referrals and recommendations wait for an answer after the day it was due, the
    /// longest first, each in a sentence. Of exempt business it is not said who
    /// was asked.
    fn unanswered(&self, today: NaiveDate) -> Result<Vec<String>> {
        let sql = "SELECT CASE item.exempt WHEN '' THEN decision.to_whom ELSE '' END,
                          decision.reply_by, meeting.body, meeting.date, minute.number
                   FROM decision JOIN item ON item.id = decision.item
                   JOIN meeting ON meeting.id = decision.meeting
                   LEFT JOIN minute ON minute.id = decision.item
                   WHERE decision.reply_by < ?1 AND decision.reply_by >= ?2
                     AND decision.status = 'made'
                     AND (decision.verb <> 'RECOMMENDED' OR item.exempt <> '')
                     AND NOT EXISTS (SELECT 1 FROM answered WHERE answered.id = decision.id)
                   ORDER BY decision.reply_by, decision.id";
        let late: Vec<(String, String, String, String, Option<u32>)> =
            self.within_a_year(sql, today)?;
        let mut said = self.unheeded(today)?;
        if late.is_empty() {
            return Ok(said.into_iter().map(|(_, said)| said).collect());
        }
        let bodies: Vec<Body> = read::all(&self.db, "body", "SELECT * FROM body", [])?;
        said.extend(late.into_iter().filter_map(|(whom, by, body, on, minute)| {
            let (by, on) = (by.parse().ok()?, on.parse().ok()?);
            let body = bodies.iter().find(|known| known.id.0 == body)?;
            let of = format!("to what was referred ({})", origin(body, on, minute));
            Some((by, late_answer(&whom, &of, by)))
        }));
        said.sort_by_key(|(by, _)| *by);
        Ok(said.into_iter().map(|(_, said)| said).collect())
    }

    /// Recommendations that nobody answered in time, each with the day it was due and in a
    /// sentence.
    fn unheeded(&self, today: NaiveDate) -> Result<Vec<(NaiveDate, String)>> {
        let made = recommended(&self.db)?.into_iter().map(|(_, row)| row);
        let rows = followed_up(&self.db)?.into_iter().chain(made);
        let late = |row: &Recommendation| {
            row.is_unanswered(today) && row.reply_due >= Some(a_year_before(today))
        };
        let late = rows.filter(late).filter_map(|row| {
            let of = format!("to recommendation {}{}", row.number, in_brackets(&row.source));
            Some((row.reply_due?, late_answer(&row.addressed_to, &of, row.reply_due?)))
        });
        Ok(late.collect())
    }
}

/// Where something comes from, after what is said of it.
fn in_brackets(origin: &str) -> String {
    if origin.is_empty() { String::new() } else { format!(" ({origin})") }
}

/// A year before `today`: what has waited longer is in the forward plan, and no longer
/// news.
fn a_year_before(today: NaiveDate) -> NaiveDate {
    today.checked_sub_months(Months::new(12)).unwrap_or(today)
}

/// Where something was minuted: "PS Minute 37/26", or the day of a meeting whose
/// minutes bear no numbers.
fn origin(body: &Body, on: NaiveDate, minute: Option<u32>) -> String {
    let minute = minute.map(|n| number::minute(n, number::year(body, on)));
    let said = minute.map_or_else(|| day::plain(on), |n| format!("Minute {n}"));
    format!("{} {said}", body.code)
}

/// That the answer `of` whatever was asked was due by a day; whose it is is left out where
/// `whom` is empty.
fn late_answer(whom: &str, of: &str, by: NaiveDate) -> String {
    let whose = match whom {
        "" => "An answer".to_owned(),
        whom => format!("The answer of {whom}"),
    };
    format!("{whose} {of} was due on {}.", day::plain(by))
}
