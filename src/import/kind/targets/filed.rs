//! Figures of single targets, filed under the targets they belong to: those the
//! book has, and new ones where the paper says which partnership answers for
//! them. What the book says already is kept.

use std::collections::BTreeMap;

use super::super::super::paper::Block;
use super::super::super::report::Hindrance;
use super::super::super::words::column::Column;
use super::super::super::words::fold::{fold, key};
use super::super::super::words::when;
use super::super::Desk;
use super::super::table::{Headed, Record};
use super::called::{coded, is_national, is_partnership, partnership};
use crate::model::{
    Partnership, PartnershipId, Record as Row, ResultId, Target, TargetId, TargetLevel,
    TargetResult, TargetState, TargetStatus,
};

/// What one row of a table says of a target.
pub(super) struct Line<'a> {
    /// Where it stands.
    pub(super) place: &'a str,
    /// What is measured, as printed.
    pub(super) indicator: &'a str,
    /// The period, evenly spaced; empty if none is given.
    pub(super) period: &'a str,
    /// The figure, as printed; empty if none is given.
    pub(super) value: &'a str,
    /// How it stands, if the paper says.
    pub(super) status: Option<TargetStatus>,
    /// That, as printed.
    pub(super) stood: &'a str,
    /// The figure aimed at, as printed.
    pub(super) goal: String,
    /// The figure it began from, as printed.
    pub(super) baseline: String,
    /// Who leads on it, as printed.
    pub(super) lead: String,
}

/// What of a table is filed, and why the rest is not.
pub(super) struct Filing {
    /// Whether the table gives one figure to each target and period.
    single: bool,
    /// The partnership that the table as a whole is about.
    whose: Option<PartnershipId>,
    /// What stands over the table.
    pub(super) about: String,
    /// The heading of the figures aimed at, which may give their year.
    pub(super) aim: String,
    /// The period of all its figures, where the heading of their column, what
    /// stands over the table or the head of the paper gives just one.
    pub(super) period: String,
    /// The partnerships of the book and of the paper.
    partnerships: Vec<Partnership>,
    targets: Vec<Target>,
    /// What the code and the wording of each come to when only their meaning
    /// counts.
    names: Vec<(String, String)>,
    results: Vec<TargetResult>,
    /// Why rows were not filed, with where they stand.
    loose: BTreeMap<String, Vec<String>>,
}

impl Filing {
    /// Begins to file the rows of a table.
    pub(super) fn of(desk: &mut Desk<'_>, headed: &Headed<'_>) -> Self {
        let areas: Vec<String> =
            headed.records().map(|record| fold(&record.get(Column::Area))).collect();
        let one = areas.iter().all(|area| Some(area) == areas.first());
        // "Safer Towns Partnership – performance scorecard"
        let over = [headed.sheet(), &headed.before, &headed.above, &headed.under];
        let own = |said: &'_ str| said.split([DASH, ':']).next().map(str::to_owned);
        let over: Vec<String> = over
            .into_iter()
            .flat_map(|said| [Some(said.to_owned()), own(&said.replace(" - ", DASHED))])
            .flatten()
            .map(|name| name.trim().to_owned())
            .collect();
        let known = over.iter().find_map(|name| partnership(desk, name));
        let filed = desk.rows.iter().filter_map(|row| match row {
            Row::Partnership(partnership) => Some(partnership.clone()),
            _ => None,
        });
        let mut partnerships: Vec<Partnership> =
            desk.known.partnerships.iter().cloned().chain(filed).collect();
        let whose = known.map(|partnership| partnership.id.clone()).or_else(|| {
            let name = over.iter().find(|name| is_partnership(name))?;
            let place = headed.records().next().map(|record| record.place().to_owned());
            let place = place.unwrap_or_default();
            Some(super::counted::partnership(desk, &mut partnerships, name, &place))
        });
        let about = format!("{} {} {}", headed.above, headed.sheet(), headed.before);
        let period = period(desk, headed, &about);
        let aim = headed.headings.iter().find(|(_, column)| *column == Some(Column::Goal));
        let aim = aim.map(|(heading, _)| heading.clone()).unwrap_or_default();
        Self {
            single: one,
            whose,
            about,
            aim,
            period,
            partnerships,
            targets: desk.known.targets.to_vec(),
            names: desk.known.targets.iter().map(|t| (fold(&t.code), key(&t.wording))).collect(),
            results: desk.known.results.to_vec(),
            loose: BTreeMap::new(),
        }
    }

    /// Files one row, or remembers why it is not filed.
    pub(super) fn file(&mut self, desk: &mut Desk<'_>, record: &Record<'_>, line: &Line<'_>) {
        let tied = if self.single {
            self.target(desk, record, line)
        } else {
            Err("they are figures of several areas, and the book keeps one to a target and a \
                 period"
                .to_owned())
        };
        match tied {
            Ok(target) => self.result(desk, &target, line),
            Err(why) => self.loose.entry(why).or_default().push(line.place.to_owned()),
        }
    }

    /// Turns to the partnership that a band across the table names.
    pub(super) fn turn(&mut self, desk: &mut Desk<'_>, band: &str, place: &str) {
        if let Some(known) = partnership(desk, band) {
            self.whose = Some(known.id.clone());
        } else if is_partnership(band) {
            let named = &mut self.partnerships;
            self.whose = Some(super::counted::partnership(desk, named, band, place));
        } else {
            let text = format!("a heading across the table, not read in: \u{201c}{band}\u{201d}");
            desk.report.pass(place, text);
        }
    }

    /// The target that a row is about, made if the paper says whose it is.
    fn target(
        &mut self,
        desk: &mut Desk<'_>,
        record: &Record<'_>,
        line: &Line<'_>,
    ) -> Result<TargetId, String> {
        let (code, wording) = coded(&record.get(Column::Number), line.indicator);
        let whose = self.partnership(desk, record)?;
        let (number, words) = (fold(&code), [key(&wording), key(line.indicator)]);
        let fits = |(target, name): (&'_ Target, &(String, String))| {
            let called = !number.is_empty() && name.0 == number
                || !name.1.is_empty() && words.contains(&name.1);
            let theirs = target.partnership.is_none() || target.partnership == whose;
            (called && (whose.is_none() || theirs)).then(|| target.clone())
        };
        let mut found = self.targets.iter().zip(&self.names).filter_map(fits);
        let (first, second) = (found.next(), found.next());
        drop(found);
        match (first, second, whose) {
            (Some(one), None, whose) => {
                self.fill(desk, &one, whose, line);
                Ok(one.id)
            }
            (Some(_), Some(_), _) => Err("several targets of the book are called so".into()),
            (None, _, None) => Err("neither the paper nor the book says which partnership \
                                    answers for them"
                .into()),
            (None, _, Some(whose)) => Ok(self.new_target(desk, code, wording, whose, line)),
        }
    }

    /// The partnership that the paper says answers for a row.
    fn partnership(
        &mut self,
        desk: &mut Desk<'_>,
        record: &Record<'_>,
    ) -> Result<Option<PartnershipId>, String> {
        let named = record.get(Column::Partnership);
        if !named.is_empty() {
            if let Some(known) = partnership(desk, &named) {
                return Ok(Some(known.id.clone()));
            }
            let place = record.place();
            return Ok(Some(super::counted::partnership(
                desk,
                &mut self.partnerships,
                &named,
                place,
            )));
        }
        let said = record.get(Column::Organisation);
        if said.is_empty() {
            return Ok(self.whose.clone());
        }
        match partnership(desk, &said) {
            Some(known) => Ok(Some(known.id.clone())),
            None => Err(format!("\u{201c}{said}\u{201d} is no partnership that the book knows")),
        }
    }

    /// Whether anything else that this book ties targets to is called `name`.
    fn is_taken(&self, desk: &Desk<'_>, name: &str) -> bool {
        let is = |id: &str| id.eq_ignore_ascii_case(name);
        let rows = || desk.known.schedules.iter().flat_map(|schedule| &schedule.standings);
        self.targets.iter().any(|target| is(target.id.as_str()))
            || desk.known.partnerships.iter().any(|partnership| is(partnership.id.as_str()))
            || desk.known.bodies.iter().any(|body| is(body.id.as_str()))
            || rows().flat_map(|row| &row.points).any(|point| is(point.id.as_str()))
            || rows().flat_map(|row| &row.responses).any(|response| is(response.id.as_str()))
    }

    fn new_target(
        &mut self,
        desk: &mut Desk<'_>,
        code: String,
        wording: String,
        whose: PartnershipId,
        line: &Line<'_>,
    ) -> TargetId {
        // Who set the others is not said.
        let level = is_national(&code).then_some(TargetLevel::National);
        let taken = |name: &str| self.is_taken(desk, name);
        let target = Target {
            id: Target::name_for(&code, Some(&whose), taken),
            partnership: Some(whose),
            priority: None,
            code,
            wording,
            level,
            measure: String::new(),
            better: None,
            baseline: line.baseline.clone(),
            goal: line.goal.clone(),
            goal_on: None,
            lead: line.lead.clone(),
            state: TargetState::Active,
            remark: String::new(),
            rank: desk.mint.rank(),
        };
        desk.report.count("new targets", 1);
        self.names.push((fold(&target.code), key(&target.wording)));
        self.targets.push(target.clone());
        let id = target.id.clone();
        desk.file(target);
        id
    }

    /// Fills in what the book does not say of a target and the paper does.
    fn fill(
        &mut self,
        desk: &mut Desk<'_>,
        had: &Target,
        whose: Option<PartnershipId>,
        line: &Line<'_>,
    ) {
        let mut filled = had.clone();
        filled.partnership = filled.partnership.or(whose);
        if had.goal.is_empty() {
            filled.goal.clone_from(&line.goal);
        } else if !line.goal.is_empty() && line.goal != had.goal {
            let text = format!(
                "{}: the book aims at {} and the paper at {}",
                had.wording, had.goal, line.goal
            );
            desk.report.keep(line.place, text);
        }
        for (had, said) in [(&mut filled.baseline, &line.baseline), (&mut filled.lead, &line.lead)]
        {
            if had.is_empty() {
                had.clone_from(said);
            }
        }
        if filled != *had {
            if let Some(kept) = self.targets.iter_mut().find(|target| target.id == had.id) {
                kept.clone_from(&filled);
            }
            desk.file(filled);
        }
    }

    /// Files the result of a target at the end of a period.
    fn result(&mut self, desk: &mut Desk<'_>, target: &TargetId, line: &Line<'_>) {
        if line.value.is_empty() && line.status.is_none() {
            return;
        }
        if line.period.is_empty() {
            let why = "they give no period that a result could be of".to_owned();
            return self.loose.entry(why).or_default().push(line.place.to_owned());
        }
        let of_it =
            |had: &&TargetResult| had.target == *target && fold(&had.period) == fold(line.period);
        if let Some(had) = self.results.iter().find(of_it).cloned() {
            return self.again(desk, &had, line);
        }
        let result = TargetResult {
            id: ResultId::mint(desk.mint),
            target: target.clone(),
            period: line.period.to_owned(),
            value: line.value.to_owned(),
            status: line.status.unwrap_or(TargetStatus::CannotJudge),
            cause: None,
            mender: String::new(),
            remark: match (line.status, line.stood) {
                (Some(_), _) => String::new(),
                (None, "") => NO_STATUS.into(),
                (None, stood) => format!("{SAYS}\u{201c}{stood}\u{201d}."),
            },
            rank: desk.mint.rank(),
        };
        desk.report.count("new results", 1);
        self.results.push(result.clone());
        desk.file(result);
    }

    /// A result that the book has: filled in where it says nothing, and kept.
    fn again(&mut self, desk: &mut Desk<'_>, had: &TargetResult, line: &Line<'_>) {
        let unjudged = had.status == TargetStatus::CannotJudge
            && (had.remark == NO_STATUS || had.remark.starts_with(SAYS));
        let mut filled = had.clone();
        if had.value.is_empty() {
            line.value.clone_into(&mut filled.value);
        }
        if let Some(status) = line.status.filter(|_| unjudged) {
            (filled.status, filled.remark) = (status, String::new());
        }
        let other_value = !line.value.is_empty() && line.value != filled.value;
        let other_status = line.status.is_some_and(|status| status != filled.status);
        if other_value || other_status {
            let text = format!(
                "{}, {}: the book has \u{201c}{}\u{201d}, {}, and the paper says otherwise",
                line.indicator,
                line.period,
                had.value,
                had.status.plain()
            );
            desk.report.keep(line.place, text);
        }
        if filled != *had {
            if let Some(kept) = self.results.iter_mut().find(|result| result.id == had.id) {
                kept.clone_from(&filled);
            }
            desk.file(filled);
        }
    }

    /// Tells what was not filed and why, and what was taken for granted.
    pub(super) fn tell(&self, desk: &mut Desk<'_>, place: &str) {
        if !self.loose.is_empty() {
            desk.report.hinder(Hindrance::Unfiled);
        }
        for (why, places) in &self.loose {
            let (first, more) = (places.first().map_or(place, String::as_str), places.len() - 1);
            let at = match more {
                0 => first.to_owned(),
                1 => format!("{first} and 1 more row"),
                n => format!("{first} and {n} more rows"),
            };
            desk.report.warn(at, format!("not filed under a target: {why}"));
        }
    }
}

/// How many paragraphs from its start give the period of a whole paper.
const HEAD: usize = 15;

/// The one period that is printed for all figures of a table; empty if none or
/// several may be meant.
fn period(desk: &mut Desk<'_>, headed: &Headed<'_>, about: &str) -> String {
    let of_column = headed.headings.iter().filter(|(_, column)| *column == Some(Column::Value));
    let head = desk.paper.texts().take(HEAD).map(Block::flat);
    let said = of_column
        .map(|(heading, _)| heading.clone())
        .chain([about.to_owned()])
        .find_map(|text| when::period(&text))
        .map(|(words, _)| words);
    let said = said.or_else(|| {
        let mut each: Vec<String> =
            head.filter_map(|text| when::period(&text)).map(|(w, _)| w).collect();
        each.sort();
        each.dedup();
        (each.len() == 1).then(|| each.remove(0))
    });
    let found = said.unwrap_or_default();
    if !found.is_empty() && !headed.has(Column::Period) && !headed.has(Column::Figure) {
        desk.report.fact("heading", format!("period of the figures: {found}"));
    }
    found
}

/// The dash that parts the name of a partnership from what the paper is about.
const DASH: char = '\u{2013}';
const DASHED: &str = " \u{2013} ";

/// What is noted of a result whose paper does not say how the target stood.
const NO_STATUS: &str = "The paper gives no status.";

/// What the remark begins with where it gives one that is neither on nor off track.
const SAYS: &str = "The paper says ";
