//! Reads what meetings recommended to somebody, as the register of recommendations has it
//! until it is followed up there.

use rusqlite::{Connection, OptionalExtension as _, Row};

use super::error::Doing as _;
use super::{Book, Result, ledger, read};
use crate::model::{
    Body, Decision, DecisionId, MeetingId, Recommendation, RecommendationId, RecommendationStatus,
    Tied, day,
};
use crate::rules::{Profile, number};

/// The decisions that recommend something to somebody and that no row of the register
/// arises from. What is not open to the public is on no register.
const SQL: &str = "SELECT decision.*, body.id AS line_body, meeting.date AS line_date,
           minute.number AS line_minute, item.number AS line_item,
           (SELECT letter FROM limb WHERE limb.id = decision.id) AS line_letter,
           (SELECT CASE told.exempt WHEN '' THEN answer.text ELSE '' END
            FROM link JOIN decision AS answer ON answer.id = link.from_id
            JOIN item AS told ON told.id = answer.item
            WHERE link.kind = 'answers' AND link.to_id = decision.id
            ORDER BY link.id LIMIT 1) AS line_answer
    FROM decision JOIN meeting ON meeting.id = decision.meeting JOIN body ON body.id = meeting.body
    JOIN item ON item.id = decision.item LEFT JOIN minute ON minute.id = decision.item
    WHERE decision.verb = 'RECOMMENDED' AND decision.to_whom <> '' AND item.exempt = ''
      AND decision.status NOT IN ('rescinded', 'superseded')
      AND NOT EXISTS (SELECT 1 FROM link JOIN recommendation ON recommendation.id = link.from_id
                      WHERE link.kind = 'arises_from' AND link.to_id = decision.id)
    ORDER BY meeting.date, decision.rank, decision.id";

impl Book {
    /// The recommendations, in order: those of the register, and after them those that
    /// meetings made and that are on no register yet, each under the name of its decision.
    pub fn recommendations(&self) -> Result<Vec<Tied<Recommendation>>> {
        self.at_once(|db| {
            fn id(row: &Recommendation) -> &str {
                row.id.as_str()
            }
            let rows = followed_up(db)?;
            let mut tied = ledger::with_links(db, "recommendation", rows, id)?;
            let made = recommended(db)?.into_iter();
            let made = made.map(|(of, row)| Recommendation { id: RecommendationId(of.0), ..row });
            tied.extend(ledger::with_links(db, "decision", made.collect(), id)?);
            Ok(tied)
        })
    }
}

/// The rows of the register as they were put down, in order.
pub(super) fn registered(db: &Connection) -> Result<Vec<Recommendation>> {
    read::all(db, "recommendation", "SELECT * FROM recommendation ORDER BY rank, id", [])
}

/// The rows of the register, in order; one that nobody put a reply to has what was answered to
/// the decision it arises from.
pub(super) fn followed_up(db: &Connection) -> Result<Vec<Recommendation>> {
    let mut rows = registered(db)?;
    let sql = "SELECT CASE told.exempt WHEN '' THEN answer.text ELSE ?2 END
               FROM link AS of JOIN link ON link.to_id = of.to_id AND link.kind = 'answers'
               JOIN decision AS answer ON answer.id = link.from_id
               JOIN item AS told ON told.id = answer.item
               WHERE of.from_id = ?1 AND of.kind = 'arises_from' ORDER BY link.id LIMIT 1";
    let mut answers = db.prepare_cached(sql).doing("reading the register")?;
    for row in rows.iter_mut().filter(|row| row.reply.is_empty()) {
        let answer = answers.query_row((row.id.as_str(), ANSWERED), |found| found.get(0));
        row.reply = answer.optional().doing("reading the register")?.unwrap_or_default();
    }
    Ok(rows)
}

/// What meetings recommended and is on no register, each with its decision and, as yet, no
/// name of its own. It goes by the letters of its body and the number of its minute, or
/// its day and item where that has none: "SYP-36/10(a)".
pub(super) fn recommended(db: &Connection) -> Result<Vec<(DecisionId, Recommendation)>> {
    let found: Vec<(Decision, Line)> = db
        .prepare_cached(SQL)
        .and_then(|mut rows| {
            rows.query_map([], |row| Ok((read::whole(row)?, Line::of(row)?)))?.collect()
        })
        .doing("reading the register")?;
    if found.is_empty() {
        return Ok(Vec::new());
    }
    let bodies: Vec<Body> = read::all(db, "body", "SELECT * FROM body", [])?;
    let mut made: Vec<(DecisionId, Recommendation)> = Vec::new();
    for (decision, line) in found {
        let Some(body) = bodies.iter().find(|body| body.id.0 == line.body) else { continue };
        let Ok(date) = line.date.parse() else { continue };
        let letter = || line.letter.map(|nth| format!("({})", number::letter(nth)));
        let reference = match line.minute {
            Some(minute) => number::lettered(minute, number::year(body, date), line.letter),
            None => format!("{date}-{}{}", line.item, letter().unwrap_or_default()),
        };
        let number = format!("{}-{reference}", body.code);
        // Of an answer that was told in private no more is said than that there is one.
        let reply = line.answer.map(|said| if said.is_empty() { ANSWERED.into() } else { said });
        let rules = Profile::of(body).and_then(|rules| rules.reply_by(&decision.to_whom, date));
        made.push((
            decision.id,
            Recommendation {
                number,
                source: format!("{}, {}", body.name, day::plain(date)),
                meeting: Some(MeetingId(decision.meeting.0)),
                made_on: Some(date),
                text: decision.text,
                addressed_to: decision.to_whom,
                reply_due: decision.reply_by.or(rules.map(|(by, _)| by)),
                status: if reply.is_some() {
                    RecommendationStatus::Received
                } else {
                    RecommendationStatus::Made
                },
                reply: reply.unwrap_or_default(),
                ..Recommendation::blank(RecommendationId::default(), decision.rank)
            },
        ));
    }
    Ok(made)
}

/// What is told of an answer that is not for the public.
const ANSWERED: &str = "An answer was received.";

/// What a decision has beside it.
struct Line {
    body: String,
    date: String,
    minute: Option<u32>,
    item: String,
    letter: Option<u32>,
    answer: Option<String>,
}

impl Line {
    fn of(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            body: row.get("line_body")?,
            date: row.get("line_date")?,
            minute: row.get("line_minute")?,
            item: row.get("line_item")?,
            letter: row.get("line_letter")?,
            answer: row.get("line_answer")?,
        })
    }
}
