//! The governance schedule: how each partnership performs and what it answers.

use serde_json::json;

use super::block::{Block, Sheet};
use super::english::{line, sentence, several};
use super::{Audience, Document, digest, facts, gaps};
use crate::model::{
    Gap, Point, Response, ResponseKind, ResponseStatus, Schedule, Section, Standing, Summary, Tone,
    day,
};
use crate::rules::sentence::list;

const COLUMNS: [&str; 11] = [
    "partnership",
    "period",
    "total",
    "on_track",
    "off_track",
    "lost",
    "cannot_judge",
    "not_due",
    "points",
    "responses",
    "remark",
];

/// A status as a part of a bar: the word for it, and how many targets have it.
type Part = (&'static str, fn(&Summary) -> u32);

const PARTS: [Part; 4] = [
    ("on track", |s| s.on_track),
    ("off track", |s| s.off_track),
    ("cannot be judged", |s| s.cannot_judge),
    ("not due", |s| s.not_due),
];

impl Document {
    /// Sets out `schedule`, with its targets drawn and in words.
    ///
    /// A schedule holds nothing exempt; the audience only stands in its digest.
    #[must_use]
    pub fn schedule(schedule: &Schedule, audience: Audience) -> Self {
        Self::of_schedule(schedule, None, audience)
    }

    /// Sets out `schedule` with what is missing under each partnership, for a
    /// reviewer to print.
    #[must_use]
    pub fn schedule_with_gaps(schedule: &Schedule, gaps: &[Gap], audience: Audience) -> Self {
        Self::of_schedule(schedule, Some(&gaps::told(gaps, audience)), audience)
    }

    fn of_schedule(schedule: &Schedule, gaps: Option<&[Gap]>, audience: Audience) -> Self {
        let edition = &schedule.edition;
        let standings = &schedule.standings;
        let mut blocks = vec![
            Block::Chart {
                caption: "Targets by partnership and status".into(),
                bars: standings.iter().map(bar).collect(),
            },
            Block::Para(totals(standings)),
        ];
        blocks.extend(periods(standings).map(Block::Para));
        for standing in standings {
            blocks.extend(row(standing));
            blocks.extend(gaps.into_iter().flat_map(|gaps| missing(standing, gaps)));
        }
        let mut canon = digest::Canon::default();
        canon.add("audience", &audience).add("edition", edition).add_all("row", standings);
        let mut facts = json!({
            "edition": edition,
            "partnerships": standings.iter().map(facts::partnership).collect::<Vec<_>>(),
        });
        if let (Some(gaps), Some(fields)) = (gaps, facts.as_object_mut()) {
            let gaps = facts::gaps(gaps);
            canon.add("gaps", &gaps);
            fields.insert("gaps".into(), gaps.into());
        }
        let mut opening = format!("The schedule as it stood on {}", day::long(edition.as_at));
        if !edition.author.is_empty() {
            opening = format!("{opening}, drawn up by {}", edition.author);
        }
        Self {
            opening: sentence(&opening),
            standing: format!("Edition of {}; not minutes", day::plain(edition.as_at)),
            digest: canon.digest(),
            facts,
            sheet: Some(sheet(standings)),
            blocks,
            ..Self::new("schedule", edition.title.clone(), edition.as_at)
        }
        .cleaned()
    }
}

fn bar(standing: &Standing) -> (String, Vec<(String, u32)>) {
    let parts = |summary: &Summary| PARTS.map(|(word, of)| (word.to_owned(), of(summary))).to_vec();
    let parts = standing.summary.as_ref().map(parts).unwrap_or_default();
    let period = standing.summary.as_ref().map_or("", |s| s.period.as_str());
    let name = &standing.partnership.name;
    let label = if period.is_empty() { name.clone() } else { format!("{name}, {period}") };
    (label, parts)
}

/// Every target counted, and how many partnerships give no figures.
fn totals(standings: &[Standing]) -> String {
    let known: Vec<&Summary> = standings.iter().filter_map(|s| s.summary.as_ref()).collect();
    if known.is_empty() {
        return "No partnership gives any figures.".into();
    }
    let sum =
        |of: fn(&Summary) -> u32| known.iter().fold(0, |sum: u32, s| sum.saturating_add(of(s)));
    let parts: Vec<String> = PARTS
        .iter()
        .map(|(word, of)| (sum(*of), word))
        .filter(|(n, _)| *n > 0)
        .map(|(n, word)| format!("{n} {word}"))
        .collect();
    let of = several(u32::try_from(known.len()).unwrap_or(u32::MAX), "partnership");
    let total = several(sum(|s| s.total), "target");
    let silent = match standings.len() - known.len() {
        0 => String::new(),
        1 => " One partnership gives no figures.".into(),
        n => format!(" {n} partnerships give no figures."),
    };
    format!("{total} in {of}: {}.{silent}", list(&parts))
}

/// That the figures are not all of one period, where they are not: a total of
/// them compares unlike things.
fn periods(standings: &[Standing]) -> Option<String> {
    let mut periods: Vec<(&str, u32)> = Vec::new();
    for summary in standings.iter().filter_map(|s| s.summary.as_ref()) {
        match periods.iter_mut().find(|(period, _)| *period == summary.period) {
            Some((_, n)) => *n += 1,
            None => periods.push((&summary.period, 1)),
        }
    }
    if periods.len() < 2 {
        return None;
    }
    let said: Vec<String> = periods
        .iter()
        .map(|(period, n)| {
            let period = if period.is_empty() { "no stated period" } else { period };
            format!("{period} ({})", several(*n, "partnership"))
        })
        .collect();
    Some(format!("The figures are not of one period: {}.", list(&said)))
}

fn row(standing: &Standing) -> Vec<Block> {
    let partnership = &standing.partnership;
    let heading = |level: u8, text: &str| Block::Heading {
        level,
        number: String::new(),
        text: text.to_owned(),
        aside: String::new(),
    };
    let mut blocks = vec![heading(2, &partnership.name)];
    if !partnership.remit.is_empty() {
        blocks.push(Block::Para(sentence(&line(&partnership.remit))));
    }
    blocks.push(Block::Para(match &standing.summary {
        Some(summary) => figures(summary),
        None => "No figures are given for its targets.".into(),
    }));
    for (section, name) in [
        (Section::Outcomes, "Performance: outcomes"),
        (Section::PartnershipWorking, "Performance: partnership working"),
    ] {
        let points: Vec<String> =
            standing.points.iter().filter(|p| p.section == section).map(said).collect();
        if !points.is_empty() {
            blocks.extend([heading(3, name), Block::List(points)]);
        }
    }
    blocks.push(heading(3, "Response"));
    blocks.push(if standing.responses.is_empty() {
        Block::Para("No response is recorded.".into())
    } else {
        Block::List(standing.responses.iter().map(answer).collect())
    });
    blocks
}

/// What is missing in a partnership's row.
fn missing(standing: &Standing, gaps: &[Gap]) -> [Block; 2] {
    let id = &standing.partnership.id;
    let own: Vec<String> = gaps
        .iter()
        .filter(|gap| gap.partnership.as_ref() == Some(id))
        .map(|gap| format!("{} ({}): {}", gap.rule, gap.severity.plain(), gaps::in_words(gap)))
        .collect();
    let heading = Block::Heading {
        level: 3,
        number: String::new(),
        text: "What is missing".into(),
        aside: String::new(),
    };
    let found =
        if own.is_empty() { Block::Para("Nothing is missing.".into()) } else { Block::List(own) };
    [heading, found]
}

fn figures(summary: &Summary) -> String {
    let mut said = summary.in_words();
    if summary.lost > 0 {
        said = format!("{said}; {} of those off track will not be achieved", summary.lost);
    }
    if !summary.period.is_empty() {
        said = format!("{}: {said}", summary.period);
    }
    let remark = sentence(&line(&summary.remark));
    format!("{} {remark}", sentence(&said)).trim_end().to_owned()
}

fn said(point: &Point) -> String {
    let tone = match point.tone {
        Some(Tone::Strength) => " (strength)",
        Some(Tone::Concern) => " (concern)",
        Some(Tone::Mixed) => " (mixed)",
        Some(Tone::Neutral) | None => "",
    };
    format!("{}{tone}", line(&point.text))
}

fn answer(response: &Response) -> String {
    let mut facts = Vec::new();
    facts.extend(response.kind.map(ResponseKind::plain));
    if !response.owner.is_empty() {
        facts.push(response.owner.clone());
    }
    match (response.due, response.due_text.as_str()) {
        (Some(due), _) => facts.push(format!("by {}", day::plain(due))),
        (None, "") => {}
        (None, text) => facts.push(text.to_owned()),
    }
    if response.status != ResponseStatus::Proposed {
        facts.push(response.status.plain());
    }
    let text = line(&response.text);
    if facts.is_empty() { text } else { format!("{text} ({})", facts.join(", ")) }
}

fn sheet(standings: &[Standing]) -> Sheet {
    let row = |standing: &Standing| {
        let summary = standing.summary.as_ref();
        let count =
            |of: fn(&Summary) -> u32| summary.map(|s| of(s).to_string()).unwrap_or_default();
        let text = |of: fn(&Summary) -> &str| summary.map(|s| of(s).to_owned()).unwrap_or_default();
        vec![
            standing.partnership.name.clone(),
            text(|s| &s.period),
            count(|s| s.total),
            count(|s| s.on_track),
            count(|s| s.off_track),
            count(|s| s.lost),
            count(|s| s.cannot_judge),
            count(|s| s.not_due),
            standing.points.len().to_string(),
            standing.responses.len().to_string(),
            text(|s| &s.remark),
        ]
    };
    Sheet {
        columns: COLUMNS.map(str::to_owned).to_vec(),
        rows: standings.iter().map(row).collect(),
    }
}
