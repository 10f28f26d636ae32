//! Results of targets: counts by partnership, or figures by period.

mod called;
mod counted;
mod figure;
mod filed;

use std::collections::BTreeSet;

use super::super::fault::Fault;
use super::super::limit;
use super::super::paper::Paper;
use super::super::words::column::{self, Column};
use super::super::words::fold::fold;
use super::super::words::nothing::is_nothing;
use super::super::words::rated::{Rated, rated};
use super::super::words::when;
use super::heading::Head;
use super::table::{self, Headed, Record};
use super::{Desk, Likeness};
use crate::model::TargetStatus;
use crate::rules::sentence::several;
use counted::{counts, summaries};
use figure::number;
use filed::{Filing, Line};

/// The columns that are read of figures by period.
const USED: &[Column] = &[
    Column::Number,
    Column::Partnership,
    Column::Organisation,
    Column::Indicator,
    Column::Value,
    Column::Figure,
    Column::Stood,
    Column::Status,
    Column::Goal,
    Column::Aim,
    Column::Baseline,
    Column::Lead,
    Column::Period,
    Column::Area,
];

/// Whether columns headed so give figures.
fn figures(columns: &[Column]) -> bool {
    let has = |column| columns.contains(&column);
    has(Column::Indicator)
        && (has(Column::Value)
            || has(Column::Figure)
            || has(Column::Stood)
            || (has(Column::Status) && !has(Column::Owner))
            || has(Column::Goal))
}

/// How much `paper` looks like results of targets.
pub(super) fn likeness(paper: &Paper) -> Option<Likeness> {
    if let Some(place) = table::has(paper, counts) {
        return Some(Likeness {
            score: 70,
            why: format!("{place} heads columns of targets on and off track"),
        });
    }
    let place = table::has(paper, figures)?;
    Some(Likeness {
        score: 65,
        why: format!("{place} heads columns of indicators and their figures"),
    })
}

/// Reads results.
pub(super) fn read(desk: &mut Desk<'_>) -> Result<String, Fault> {
    let head = Head::of(desk.paper, desk.known.bodies, &mut desk.report);
    let counted = table::headed(desk.paper, counts)?;
    let given = table::headed(desk.paper, figures)?;
    if counted.is_empty() && given.is_empty() {
        return Err(Fault::Strange {
            what: "no column of it counts targets or gives their figures".into(),
        });
    }
    if !counted.is_empty() {
        summaries(desk, &head, &counted)?;
    }
    for headed in &given {
        headed.tell_unused(USED, &mut desk.report);
        results(desk, headed)?;
    }
    Ok(format!("Target results imported from {}", desk.file))
}

fn is_total(name: &str) -> bool {
    let folded = fold(name);
    // "On target: 2" sums up.
    let counts = name.split_once(':').and_then(|(head, _)| column::of(head));
    counts.is_some_and(|column| column::COUNTED.contains(&column))
        || folded.starts_with("total")
        || folded.starts_with("sum")
        || folded == "all"
        || folded == "overall"
        || folded == "grand total"
}

/// Whether a cell says that its row gives what is aimed at.
fn is_aim(said: &str) -> bool {
    matches!(fold(said).as_str(), "target" | "targets" | "trajectory")
}

/// Figures by period. A figure without a target or a status says nothing of
/// how the target stands.
fn results(desk: &mut Desk<'_>, headed: &Headed<'_>) -> Result<(), Fault> {
    let mut seen = Seen::default();
    let mut filing = Filing::of(desk, headed);
    for record in headed.records() {
        if let Some(band) = record.band() {
            filing.turn(desk, &band, record.place());
            continue;
        }
        let indicator = record.get(Column::Indicator);
        if indicator.is_empty() || is_total(&indicator) {
            desk.report.pass(
                record.place(),
                format!("names no indicator: \u{201c}{}\u{201d}", record.first()),
            );
            continue;
        }
        // A row of its own may give what is aimed at, over one of what came of it.
        if record.any(is_aim) {
            let text = format!("what is aimed at, and no result: {indicator}");
            desk.report.pass(record.place(), text);
            continue;
        }
        seen.read(desk, &mut filing, &record, indicator);
        if seen.rows > limit::CELLS {
            return Err(Fault::over("there are too many results", "100,000"));
        }
    }
    let place = seen.tell(desk, headed);
    filing.tell(desk, &place);
    Ok(())
}

/// The figures aimed at.
struct Goal {
    /// In the period.
    aim: String,
    /// In the last of all periods, which is the target's own.
    lasting: String,
}

/// What the rows of one table have said so far.
#[derive(Default)]
struct Seen {
    rows: usize,
    indicators: BTreeSet<String>,
    periods: BTreeSet<String>,
    areas: BTreeSet<String>,
    judged: usize,
    /// How many are neither on track nor off it.
    unsure: usize,
    /// Of how many something is said that is no rating.
    unknown: usize,
    told: usize,
}

impl Seen {
    fn read(
        &mut self,
        desk: &mut Desk<'_>,
        filing: &mut Filing,
        record: &Record<'_>,
        indicator: String,
    ) {
        let printed = record.get(Column::Period);
        let last_stood = record.get(Column::Status);
        let near = [printed.as_str(), filing.about.as_str(), filing.aim.as_str()];
        let year = near.into_iter().find_map(when::period);
        let year = year.map(|(words, _)| words.rsplit(' ').next().unwrap_or_default().to_owned());
        let dated = |period: &str| match (when::period(period), &year) {
            (Some((words, _)), _) => words,
            (None, Some(year)) => format!("{period} {year}"),
            (None, None) => period.to_owned(),
        };
        let by_period = |column| -> Vec<(String, String)> {
            let cells = record.by_period(column).into_iter();
            cells.map(|(period, said)| (dated(&period), said)).collect()
        };
        let mut figures = by_period(Column::Figure);
        let (stood, aims) = (by_period(Column::Stood), by_period(Column::Aim));
        for (period, _) in &stood {
            if !figures.iter().any(|(had, _)| had == period) {
                figures.push((period.clone(), String::new()));
            }
        }
        if figures.is_empty() {
            let printed = if printed.is_empty() { filing.period.clone() } else { printed };
            let period = when::period(&printed).map_or(printed, |(words, _)| words);
            figures.push((period, record.get(Column::Value)));
        }
        // How it stands is how it stood at the end of the last period: years are
        // compared before the quarters in them.
        let when = |period: &str| {
            let (part, year) = period.rsplit_once(' ').unwrap_or(("", period));
            let month = when::month(part).map(|month| format!("{month:02}"));
            (year.to_owned(), month.unwrap_or_else(|| part.to_owned()))
        };
        let last = figures.iter().map(|(period, _)| when(period)).max();
        for (period, value) in figures {
            let own = stood.iter().find(|(of, _)| *of == period);
            let said = match own {
                Some((_, said)) => said.as_str(),
                None if last == Some(when(&period)) => last_stood.as_str(),
                None => "",
            };
            let of = |wanted: &dyn Fn(&str) -> bool| {
                aims.iter().rfind(|(of, _)| wanted(of)).map(|(_, aim)| aim.clone())
            };
            let lasting = of(&|of| last == Some(when(of)));
            let lasting = lasting.unwrap_or_else(|| record.get(Column::Goal));
            let aim = of(&|of| of == period).unwrap_or_else(|| lasting.clone());
            let goal = Goal { aim, lasting };
            self.figure(desk, filing, record, (&indicator, &period, &value, said), goal);
        }
        self.indicators.insert(indicator);
    }

    /// One figure of one period.
    fn figure(
        &mut self,
        desk: &mut Desk<'_>,
        filing: &mut Filing,
        record: &Record<'_>,
        (indicator, period, value, stood): (&str, &str, &str, &str),
        goal: Goal,
    ) {
        let (value, stood) = apart(value, stood);
        let rating = rated(stood);
        let status = match rating {
            Rated::Stands(status) => Some(status),
            Rated::Unsure | Rated::Blank | Rated::Unknown => None,
        };
        self.unsure += usize::from(rating == Rated::Unsure);
        if rating == Rated::Unknown {
            self.unknown += 1;
            let text = format!(
                "{indicator}, {period}: \u{201c}{stood}\u{201d} does not say whether it is on or off track; the clerk must say how it stands"
            );
            desk.report.warn(record.place(), text);
        }
        let area = record.get(Column::Area);
        self.rows += 1;
        if !value.is_empty() && number(value).is_none() {
            desk.report.pass(
                record.place(),
                format!(
                    "{indicator}: \u{201c}{value}\u{201d} is not a figure; the result stays unknown"
                ),
            );
        }
        self.judged += usize::from(status.is_some());
        let line = Line {
            place: record.place(),
            indicator,
            period,
            value: if number(value).is_some() { value } else { "" },
            status,
            stood,
            goal: goal.lasting,
            baseline: record.get(Column::Baseline),
            lead: record.get(Column::Lead),
        };
        filing.file(desk, record, &line);
        if self.told < limit::ITEMS {
            let standing = status.map_or_else(|| "status not said".to_owned(), TargetStatus::plain);
            let of = if area.is_empty() { String::new() } else { format!(" ({area})") };
            let aim = Some(goal.aim)
                .filter(|goal| !goal.is_empty())
                .map_or_else(String::new, |goal| format!(", target {goal}"));
            let value = if value.is_empty() { String::new() } else { format!(" {value}") };
            let said = format!("{indicator}{of}, {period}:{value}{aim}; {standing}");
            desk.report.fact(record.place(), said.replace(":;", ":"));
            self.told += 1;
        }
        self.periods.insert(period.to_owned());
        self.areas.insert(area);
    }

    /// Tells how many of what there were, and where.
    fn tell(&self, desk: &mut Desk<'_>, headed: &Headed<'_>) -> String {
        let report = &mut desk.report;
        report.count("results", self.rows);
        report.count("indicators", self.indicators.len());
        report.count("periods", self.periods.iter().filter(|period| !period.is_empty()).count());
        report.count("areas", self.areas.iter().filter(|area| !area.is_empty()).count());
        let place = if headed.sheet().is_empty() {
            "the table".to_owned()
        } else {
            format!("sheet {}", headed.sheet())
        };
        if self.unsure > 0 {
            let text = format!(
                "\u{201c}amber\u{201d} or \u{201c}at risk\u{201d} is neither on nor off track: how {} stood is not judged until the clerk says it",
                several(self.unsure, "result")
            );
            report.warn(place.clone(), text);
        }
        if self.judged + self.unsure + self.unknown < self.rows {
            let text = format!(
                "no status is given for {}: there is not enough information to say whether they are on track",
                several(self.rows - self.judged - self.unsure - self.unknown, "result")
            );
            report.warn(place.clone(), text);
        }
        place
    }
}

/// A figure and how it stood, where a column headed by a period alone may say either.
fn apart<'a>(value: &'a str, stood: &'a str) -> (&'a str, &'a str) {
    let says = matches!(rated(value), Rated::Stands(_) | Rated::Unsure);
    let stands = number(value).is_none() && says && stood.is_empty();
    let [value, stood] = if stands { ["", value] } else { [value, stood] };
    (value, if is_nothing(stood) { "" } else { stood })
}
