//! Recommendations: what a body asked of another, and what came of it.

use chrono::NaiveDate;
use serde_json::json;

use super::block::{Block, Sheet};
use super::english::{line, sentence, several};
use super::{Audience, Document, as_at, digest, facts};
use crate::model::{LinkKind, Recommendation, RecommendationStatus, Tied, day};
use crate::rules::sentence::capital;

const COLUMNS: [&str; 12] = [
    "number",
    "source",
    "text",
    "addressed_to",
    "lead",
    "due",
    "due_text",
    "reply_due",
    "reply",
    "status",
    "overdue",
    "evidence",
];

impl Document<'static> {
    /// Sets out the recommendations as they stand on `today`, report by report.
    ///
    /// A recommendation is made in public; the audience only stands in the
    /// digest.
    #[must_use]
    pub fn recommendations(
        lines: &[Tied<Recommendation>],
        audience: Audience,
        today: NaiveDate,
    ) -> Self {
        let mut blocks = vec![Block::Para(tally(lines, today))];
        let mut sources: Vec<&str> = Vec::new();
        for source in lines.iter().map(|tied| tied.row.source.as_str()) {
            if !sources.contains(&source) {
                sources.push(source);
            }
        }
        for source in sources {
            let own: Vec<_> = lines.iter().filter(|tied| tied.row.source == source).collect();
            blocks.extend(of_source(source, &own, today));
        }
        let mut canon = digest::Canon::default();
        canon.add("audience", &audience).add("as_at", &today);
        for tied in lines {
            canon.add("recommendation", &tied.row).add_all("link", &tied.links);
        }
        let facts: Vec<_> = lines.iter().map(|tied| facts::recommendation(tied, today)).collect();
        Self {
            standing: as_at(today),
            digest: canon.digest(),
            facts: json!({ "recommendations": facts }),
            sheet: Some(Sheet {
                columns: COLUMNS.map(str::to_owned).to_vec(),
                rows: lines.iter().map(|tied| cells(tied, today)).collect(),
            }),
            blocks,
            ..Self::new("recommendations", "Recommendations".into(), today)
        }
        .cleaned()
    }
}

fn tally(lines: &[Tied<Recommendation>], today: NaiveDate) -> String {
    if lines.is_empty() {
        return "There are no recommendations.".into();
    }
    let done = lines.iter().filter(|tied| tied.row.status == RecommendationStatus::Achieved);
    let done = done.count();
    let live = lines.iter().filter(|tied| tied.row.status.is_live()).count() - done;
    let late = lines.iter().filter(|tied| tied.row.is_overdue(today)).count();
    let silent = lines.iter().filter(|tied| tied.row.is_unanswered(today)).count();
    let total = several(lines.len(), "recommendation");
    let done = if done > 0 { format!(", {done} to be signed off as done") } else { String::new() };
    format!("{total}: {live} to be seen to, {late} overdue, {silent} with no reply in time{done}.")
}

fn of_source(source: &str, own: &[&Tied<Recommendation>], today: NaiveDate) -> Vec<Block> {
    let title = if source.is_empty() { "No report named" } else { source };
    let head = ["No.", "Recommendation", "To whom and lead", "When", "What came of it"];
    vec![
        Block::Heading {
            level: 2,
            number: String::new(),
            text: title.to_owned(),
            aside: format!("({})", several(own.len(), "recommendation")),
        },
        Block::Table {
            caption: format!("Recommendations: {title}"),
            head: head.map(str::to_owned).to_vec(),
            rows: own.iter().map(|tied| row(tied, today)).collect(),
        },
    ]
}

fn row(tied: &Tied<Recommendation>, today: NaiveDate) -> Vec<String> {
    let row = &tied.row;
    let lead = if row.lead.is_empty() { "no lead named" } else { &row.lead };
    let whom = format!("{}; {lead}", row.addressed_to);
    let mut became = row.status.plain();
    if row.is_overdue(today) {
        became.push_str(", overdue");
    }
    if let Some(awaited) = row.awaited(today) {
        became.push_str(&format!(", {awaited}"));
    }
    let mut became = sentence(&capital(&became));
    if !row.reply.is_empty() {
        became = format!("{became} {}", sentence(&line(&row.reply)));
    }
    let shown = evidence(tied);
    if !shown.is_empty() {
        became = format!("{became} Shown by {shown}.");
    }
    vec![
        row.number.clone(),
        line(&row.text),
        whom.trim_start_matches("; ").to_owned(),
        due(row),
        became,
    ]
}

fn due(row: &Recommendation) -> String {
    match (row.due, row.due_text.as_str()) {
        (None, "") => "no date".into(),
        (Some(due), "") => day::plain(due),
        (_, text) => text.to_owned(),
    }
}

/// What shows that it was done.
fn evidence(tied: &Tied<Recommendation>) -> String {
    let shown = tied.from(LinkKind::Evidences, tied.row.id.as_str());
    shown.map(|id| tied.call(id)).collect::<Vec<_>>().join("; ")
}

fn cells(tied: &Tied<Recommendation>, today: NaiveDate) -> Vec<String> {
    let row = &tied.row;
    let on = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    vec![
        row.number.clone(),
        row.source.clone(),
        row.text.clone(),
        row.addressed_to.clone(),
        row.lead.clone(),
        on(row.due),
        row.due_text.clone(),
        on(row.reply_due),
        row.reply.clone(),
        row.status.plain(),
        if row.is_overdue(today) { "yes".into() } else { "no".into() },
        evidence(tied),
    ]
}
