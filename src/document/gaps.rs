//! What is missing in the schedule and the registers, rule by rule.

use chrono::NaiveDate;
use serde_json::json;

use super::block::{Block, Sheet};
use super::english::{line, sentence};
use super::{Audience, Document, as_at, digest, facts};
use crate::model::{Gap, Partnership, day};
use crate::rules::gap::{Asked, RULES, asked, total};

const COLUMNS: [&str; 10] = [
    "rule",
    "title",
    "severity",
    "partnership",
    "subject",
    "count",
    "text",
    "first_seen",
    "let_pass",
    "in_hand",
];

impl Document<'static> {
    /// Sets out what is missing as on `today`, under the rules that ask for it.
    ///
    /// What an officer let pass, and why, is for members alone.
    #[must_use]
    pub fn gaps(
        gaps: &[Gap],
        partnerships: &[Partnership],
        audience: Audience,
        today: NaiveDate,
    ) -> Self {
        let shown = told(gaps, audience);
        let mut blocks = vec![Block::Para(tally(&shown))];
        blocks.extend(unlisted(gaps, audience).map(Block::Para));
        for asked in &RULES {
            let under: Vec<&Gap> = shown.iter().filter(|gap| gap.rule == asked.rule).collect();
            if !under.is_empty() {
                blocks.extend(of_rule(asked, &under, partnerships));
            }
        }
        let mut canon = digest::Canon::default();
        canon.add("audience", &audience).add("as_at", &today);
        for gap in &shown {
            canon.add("gap", &facts::gaps(std::slice::from_ref(gap)));
        }
        Self {
            standing: as_at(today),
            digest: canon.digest(),
            facts: json!({ "gaps": facts::gaps(&shown) }),
            sheet: Some(sheet(&shown, partnerships)),
            blocks,
            ..Self::new("gaps", "What is missing".into(), today)
        }
        .cleaned()
    }
}

/// The gaps an audience is told of. Who was asked may have been settled with the
/// public shut out, and is for members.
pub(super) fn told(gaps: &[Gap], audience: Audience) -> Vec<Gap> {
    let members = audience == Audience::Members;
    let told = |gap: &Gap| {
        let in_hand = if members { gap.in_hand.clone() } else { Vec::new() };
        Gap { in_hand, ..gap.clone() }
    };
    gaps.iter().filter(|gap| gap.is_open() || members).map(told).collect()
}

/// How many were let pass, where they are not listed: what is not there is not to look
/// as if it were put right.
pub(super) fn unlisted(gaps: &[Gap], audience: Audience) -> Option<String> {
    let passed = gaps.iter().filter(|gap| gap.muted.is_some() && audience == Audience::Public);
    match total(passed) {
        0 => None,
        1 => Some("1 gap was let pass, and is not listed.".into()),
        n => Some(format!("{n} gaps were let pass, and are not listed.")),
    }
}

fn tally(gaps: &[Gap]) -> String {
    let counts: Vec<String> = crate::rules::gap::tally(gaps)
        .iter()
        .map(|(severity, n)| format!("{n} {}", severity.plain()))
        .collect();
    if counts.is_empty() {
        return "Nothing is missing in the schedule and the registers that the book has.".into();
    }
    sentence(&format!("What is missing, by how much it matters: {}", counts.join(", ")))
}

fn of_rule(asked: &Asked, gaps: &[&Gap], partnerships: &[Partnership]) -> Vec<Block> {
    let count = total(gaps.iter().copied());
    let row = |gap: &&Gap| {
        let since = gap.first_seen.map(day::plain).unwrap_or_default();
        vec![whose(gap, partnerships), in_words(gap), since]
    };
    vec![
        Block::Heading {
            level: 2,
            number: asked.rule.word().to_owned(),
            text: asked.title.to_owned(),
            aside: format!("({count}, {})", asked.severity.plain()),
        },
        Block::Para(sentence(&line(asked.asks))),
        Block::Table {
            caption: format!("Missing under {}", asked.rule),
            head: ["Whose", "What is missing", "Since"].map(str::to_owned).to_vec(),
            rows: gaps.iter().map(row).collect(),
        },
    ]
}

fn whose(gap: &Gap, partnerships: &[Partnership]) -> String {
    let Some(id) = &gap.partnership else { return gap.subject.clone() };
    let known = partnerships.iter().find(|partnership| partnership.id == *id);
    known.map_or_else(|| id.0.clone(), |partnership| partnership.name.clone())
}

/// What is missing, and why it was let pass, where it was.
pub(super) fn in_words(gap: &Gap) -> String {
    let passed = gap.muted.as_ref().map(|why| format!(" (let pass: {why})")).unwrap_or_default();
    format!("{}{passed}", line(&gap.in_words()))
}

fn sheet(gaps: &[Gap], partnerships: &[Partnership]) -> Sheet {
    let row = |gap: &Gap| {
        vec![
            gap.rule.word().to_owned(),
            asked(gap.rule).map(|asked| asked.title.to_owned()).unwrap_or_default(),
            gap.severity.plain(),
            gap.partnership.as_ref().map(|_| whose(gap, partnerships)).unwrap_or_default(),
            gap.subject.clone(),
            gap.count.to_string(),
            gap.text.clone(),
            gap.first_seen.map(|day| day.to_string()).unwrap_or_default(),
            gap.muted.clone().unwrap_or_default(),
            gap.in_hand.join("; "),
        ]
    };
    Sheet { columns: COLUMNS.map(str::to_owned).to_vec(), rows: gaps.iter().map(row).collect() }
}
