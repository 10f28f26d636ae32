//! Reads what was referred to another body and waits for its answer.

use chrono::NaiveDate;

use super::error::Doing as _;
use super::{Book, Result, read};
use crate::model::Body;
use crate::model::day;
use crate::rules::number;

impl Book {
    /// Which referrals wait for an answer after the day it was asked for by, the
    /// longest first, each in a sentence. Of exempt business it is not said who
    /// was asked.
    pub fn unanswered(&self, today: NaiveDate) -> Result<Vec<String>> {
        let sql = "SELECT CASE item.exempt WHEN '' THEN decision.to_whom ELSE '' END,
                          decision.reply_by, meeting.body, meeting.date, minute.number
                   FROM decision JOIN item ON item.id = decision.item
                   JOIN meeting ON meeting.id = decision.meeting
                   LEFT JOIN minute ON minute.id = decision.item
                   WHERE decision.reply_by < ?1 AND decision.status = 'made'
                     AND NOT EXISTS (SELECT 1 FROM link
                                     WHERE link.to_id = decision.id AND link.kind = 'answers')
                   ORDER BY decision.reply_by, decision.id";
        let late: Vec<(String, String, String, String, Option<u32>)> = self
            .db
            .prepare_cached(sql)
            .and_then(|mut rows| {
                rows.query_map([today.to_string()], |row| {
                    Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?))
                })?
                .collect()
            })
            .doing("listing the decisions")?;
        if late.is_empty() {
            return Ok(Vec::new());
        }
        let bodies: Vec<Body> = read::all(&self.db, "body", "SELECT * FROM body", [])?;
        let said = late.into_iter().filter_map(|(whom, by, body, on, minute)| {
            let (by, on) = (by.parse().ok()?, on.parse().ok()?);
            let body = bodies.iter().find(|known| known.id.0 == body)?;
            let minute = minute.map(|n| number::minute(n, number::year(body, on)));
            let asked = minute.map_or_else(|| day::plain(on), |n| format!("Minute {n}"));
            Some(late_answer(&whom, &format!("{} {asked}", body.code), by))
        });
        Ok(said.collect())
    }
}

/// That what was referred under `reference` should have been answered; by whom is
/// left out where `whom` is empty.
fn late_answer(whom: &str, reference: &str, by: NaiveDate) -> String {
    let whose = match whom {
        "" => "An answer".to_owned(),
        whom => format!("The answer of {whom}"),
    };
    format!("{whose} to what was referred ({reference}) was due on {}.", day::plain(by))
}
