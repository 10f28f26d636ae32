//! The governance schedule: how each partnership performs and what it answers.

mod row;

use serde_json::{Value, json};

use super::block::{Block, Sheet};
use super::english::{sentence, several};
use super::{Audience, Document, digest, facts, gaps, sift};
use crate::model::{ActionLine, Gap, Schedule, Section, Standing, Summary, day};
use crate::rules::review::Review;
use crate::rules::sentence::list;
use crate::rules::since::Since;

const COLUMNS: [&str; 12] = [
    "partnership",
    "period",
    "total",
    "on_track",
    "off_track",
    "lost",
    "cannot_judge",
    "not_due",
    "outcomes",
    "partnership_working",
    "response",
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

impl Document<'static> {
    /// Sets out the schedule of `review`, with its targets drawn and in words.
    ///
    /// A schedule holds nothing exempt; the audience only stands in its digest.
    #[must_use]
    pub fn schedule(review: &Review, audience: Audience) -> Self {
        Self::of_schedule(review, false, audience)
    }

    /// Sets out the schedule of `review` with what is missing under each
    /// partnership, what was promised and what is being done, for a reviewer to
    /// print. An officer's notes are for members alone.
    #[must_use]
    pub fn schedule_with_gaps(review: &Review, audience: Audience) -> Self {
        Self::of_schedule(review, true, audience)
    }

    fn of_schedule(review: &Review, with_gaps: bool, audience: Audience) -> Self {
        let Schedule { edition, standings } = &review.schedule;
        let mut blocks = vec![
            Block::Chart {
                caption: "Targets by partnership and status".into(),
                bars: standings.iter().map(bar).collect(),
            },
            Block::Para(totals(standings)),
        ];
        blocks.extend(periods(standings).map(Block::Para));
        blocks
            .extend(gaps::unlisted(&review.gaps, audience).filter(|_| with_gaps).map(Block::Para));
        let gaps = gaps::told(&review.gaps, audience);
        let beside = row::Beside { review, gaps: &gaps, actions: sift(&review.actions, audience) };
        for (n, standing) in standings.iter().enumerate() {
            let since = review.since.get(n).and_then(Option::as_ref);
            blocks.extend(row::standing(standing, since, &beside));
            if with_gaps {
                blocks.extend(row::reviewed(standing, &beside, audience));
            }
        }
        let mut facts = json!({
            "edition": edition,
            "partnerships": partnerships(review),
            "targets": review.targets.iter().map(facts::target).collect::<Vec<_>>(),
        });
        if let (true, Some(fields)) = (with_gaps, facts.as_object_mut()) {
            let day = edition.as_at;
            let line = |line: &ActionLine| facts::action_line(&sift(line, audience), day);
            let actions: Vec<Value> = beside.actions.iter().map(line).collect();
            fields.insert("gaps".into(), facts::gaps(&gaps).into());
            fields.insert("actions".into(), actions.into());
            if audience == Audience::Members {
                let notes: Vec<Value> = review.notes.iter().map(facts::annotation).collect();
                fields.insert("notes".into(), notes.into());
            }
        }
        let mut canon = digest::Canon::default();
        canon.add("audience", &audience).add("facts", &facts);
        let mut opening = format!("The schedule as it stood on {}", day::long(edition.as_at));
        if !edition.author.is_empty() {
            opening = format!("{opening}, drawn up by {}", edition.author);
        }
        Self {
            opening: sentence(&opening),
            standing: format!("Edition of {}; not minutes", day::plain(edition.as_at)),
            digest: canon.digest(),
            facts,
            sheet: Some(sheet(standings, with_gaps.then_some(gaps.as_slice()))),
            blocks,
            ..Self::new("schedule", edition.title.clone(), edition.as_at)
        }
        .cleaned()
    }
}

/// Each row as data, with what moved in it since the edition before.
fn partnerships(review: &Review) -> Vec<Value> {
    let since = review.since.iter().map(Option::as_ref).chain(std::iter::repeat(None));
    let row = |(standing, since): (&Standing, Option<&Since>)| {
        let mut facts = facts::partnership(standing);
        if let (Some(since), Some(fields)) = (since, facts.as_object_mut()) {
            fields.insert("since".into(), facts::since(since, standing.summary.as_ref()));
        }
        facts
    };
    review.schedule.standings.iter().zip(since).map(row).collect()
}

fn bar(standing: &Standing) -> (String, Vec<(String, u32)>) {
    let parts = |summary: &Summary| PARTS.map(|(word, of)| (word.to_owned(), of(summary))).to_vec();
    let parts = standing.figures().map(parts).unwrap_or_default();
    let period = standing.figures().map_or("", |s| s.period.as_str());
    let name = &standing.partnership.name;
    let label = if period.is_empty() { name.clone() } else { format!("{name}, {period}") };
    (label, parts)
}

/// Every target counted, and how many partnerships give no figures.
fn totals(standings: &[Standing]) -> String {
    let known: Vec<&Summary> = standings.iter().filter_map(Standing::figures).collect();
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
    for summary in standings.iter().filter_map(Standing::figures) {
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

/// A row to each partnership; with what is missing in it, where that is asked for.
fn sheet(standings: &[Standing], gaps: Option<&[Gap]>) -> Sheet {
    let missing = |standing: &Standing, gaps: &[Gap]| {
        let id = &standing.partnership.id;
        let own = gaps.iter().filter(|gap| gap.partnership.as_ref() == Some(id));
        own.map(|gap| format!("{}: {}", gap.rule, gap.in_words())).collect::<Vec<_>>().join("\n")
    };
    let row = |standing: &Standing| {
        let summary = standing.figures();
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
            row::points(standing, Section::Outcomes).join("\n"),
            row::points(standing, Section::PartnershipWorking).join("\n"),
            row::responses(standing).join("\n"),
            summary.map(row::remark).unwrap_or_default(),
        ]
        .into_iter()
        .chain(gaps.map(|gaps| missing(standing, gaps)))
        .collect::<Vec<String>>()
    };
    let columns = COLUMNS.into_iter().chain(gaps.map(|_| "missing")).map(str::to_owned);
    Sheet { columns: columns.collect(), rows: standings.iter().map(row).collect() }
}
