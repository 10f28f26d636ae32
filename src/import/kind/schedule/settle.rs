//! Found rows of a schedule made into rows of the book.

use chrono::NaiveDate;

use std::collections::{BTreeSet, HashMap};

use super::super::super::fault::Fault;
use super::super::super::limit;
use super::super::super::words::column::Column;
use super::super::super::words::count::Counts;
use super::super::super::words::due;
use super::super::super::words::fold::{alike, same};
use super::super::Desk;
use super::super::heading::Head;
use super::code::{codes, short};
use super::collect::Found;
use super::meeting;
use super::own::Own;
use super::tally::Figures;
use super::{again, called, misprint, response};
use crate::model::{
    EditionId, Partnership, PartnershipId, Point, PointId, Record, Response, ResponseId,
    ResponseStatus, Schedule, Section, SummaryId, day,
};

/// Makes rows of what was found.
pub(super) fn settle(desk: &mut Desk<'_>, head: &Head, found: Vec<Found>) -> Result<String, Fault> {
    if found.is_empty() {
        let what = "no partnership with a Performance or Response pane was found in it";
        return Err(Fault::Strange { what: what.into() });
    }
    let edition = super::edition::edition(desk, head);
    let earlier = desk.known.schedules.iter().find(|schedule| schedule.edition.id == edition.id);
    desk.report.fact(
        "heading",
        format!("schedule: {}, as at {}", edition.title, day::plain(edition.as_at)),
    );
    for what in ["partnerships", "outcomes", "partnership working", "responses", "summaries"] {
        desk.report.count(what, 0);
    }
    let said = format!("Schedule as at {} imported from {}", day::plain(edition.as_at), desk.file);
    let (codes, named) = (vec![], vec![]);
    let (id, as_at) = (edition.id.clone(), edition.as_at);
    let period = super::edition::period(desk.paper);
    let (printed, answers) = (HashMap::new(), vec![]);
    let mut settle =
        Settle { desk, edition: id, as_at, period, earlier, printed, answers, codes, named };
    settle.desk.file(edition.clone());
    for row in found {
        settle.row(row)?;
    }
    settle.ties();
    settle.periods();
    settle.missing();
    settle.keep_order();
    if earlier.is_none() {
        super::carried::over(settle.desk, &edition);
    }
    let (edition, named) = (settle.edition, settle.named);
    meeting::before(desk, head, &edition, named);
    Ok(said)
}

/// What a schedule's rows are made with.
pub(super) struct Settle<'d, 'a> {
    pub(super) desk: &'d mut Desk<'a>,
    edition: EditionId,
    as_at: NaiveDate,
    /// The period that the paper is headed with.
    period: Option<String>,
    /// The same edition as the book has it, if it has.
    pub(super) earlier: Option<&'a Schedule>,
    /// What the points are called that the paper prints a name of.
    pub(super) printed: HashMap<String, String>,
    /// The responses, each with the names of what the paper says it answers.
    pub(super) answers: Vec<(String, Vec<String>)>,
    /// The codes given so far.
    codes: Vec<String>,
    /// The partnerships named so far.
    named: Vec<(PartnershipId, String)>,
}

impl Settle<'_, '_> {
    fn row(&mut self, mut row: Found) -> Result<(), Fault> {
        let many = row.performance.said.len() + row.response.said.len();
        if many > limit::ITEMS {
            return Err(Fault::over(
                format!("{} has too many points", row.name),
                limit::ITEMS_SAID,
            ));
        }
        let partnership = self.partnership(&row);
        let code = self.code(&partnership);
        self.desk.report.count("partnerships", 1);
        self.desk.report.fact(row.place.clone(), format!("partnership: {}", row.name));
        if !row.headed {
            let text =
                format!("{}: no Performance and Response heading; taken in that order", row.name);
            self.desk.report.warn(row.place.clone(), text);
            self.desk.file(misprint::headless(&self.edition, &partnership));
        }
        if row.response.said.is_empty() {
            let why = if row.response.nothing {
                "the paper says that no response is needed"
            } else {
                "the Response pane is empty"
            };
            self.desk.report.warn(row.place.clone(), format!("{}: {why}", row.name));
        }
        if row.performance.said.is_empty() {
            self.desk
                .report
                .warn(row.place.clone(), format!("{}: the Performance pane is empty", row.name));
        }
        self.summary(&row, &partnership, &code);
        self.points(&mut row, &partnership, &code);
        self.responses(&row, &partnership, &code);
        Ok(())
    }

    /// The partnership the book has by this name, or a new one.
    fn partnership(&mut self, row: &Found) -> PartnershipId {
        let known = self.desk.known.partnerships;
        if let Some(had) = called(known, &row.name) {
            self.named.push((had.id.clone(), row.name.clone()));
            return had.id.clone();
        }
        let earlier = self.named.iter().map(|(_, name)| name).chain(known.iter().map(|p| &p.name));
        if let Some(near) =
            earlier.into_iter().find(|name| alike(name, &row.name) || same(name, &row.name))
        {
            self.desk.report.nearly(row.place.clone(), &row.name, near, "another partnership");
        }
        let id = self.letters(&row.name);
        let partnership = Partnership {
            short: short(&row.name),
            ..Partnership::named(id, &row.name, self.desk.mint.rank())
        };
        let id = partnership.id.clone();
        self.named.push((id.clone(), row.name.clone()));
        self.desk.report.count("new partnerships", 1);
        self.desk.file(partnership);
        id
    }

    /// A new partnership goes by its initials, which a clerk can type.
    fn letters(&mut self, name: &str) -> PartnershipId {
        let taken = |code: &String| {
            let named = self.named.iter().map(|(id, _)| id.as_str());
            let known = self.desk.known.partnerships.iter().map(|p| p.id.as_str());
            named.chain(known).any(|id| id == code)
        };
        match codes(name).into_iter().find(|code| !taken(code)) {
            Some(code) => PartnershipId(code),
            None => PartnershipId::mint(self.desk.mint),
        }
    }

    /// The letters that the names of this row's points begin with.
    fn code(&mut self, partnership: &PartnershipId) -> String {
        let had = self.desk.known.schedules.iter().rev().flat_map(|s| &s.standings);
        let had = had
            .filter(|standing| standing.partnership.id == *partnership)
            .flat_map(|standing| standing.points.iter().map(|p| p.id.0.as_str()))
            .find_map(|id| {
                id.split_once("-O").or_else(|| id.split_once("-W")).map(|(code, _)| code.to_owned())
            });
        let name = self.named.last().map(|(_, name)| name.clone()).unwrap_or_default();
        let code = had.unwrap_or_else(|| {
            let mut tries = codes(&name).into_iter();
            let taken = |code: &String| self.codes.contains(code) || self.is_taken(code);
            tries.find(|code| !taken(code)).unwrap_or_else(|| format!("P{}", self.codes.len() + 1))
        });
        self.codes.push(code.clone());
        code
    }

    /// Whether another partnership's points begin with `code`.
    fn is_taken(&self, code: &str) -> bool {
        let here = self.named.last().map(|(id, _)| id.clone());
        self.desk.known.schedules.iter().flat_map(|s| &s.standings).any(|standing| {
            Some(&standing.partnership.id) != here.as_ref()
                && standing.points.iter().any(|p| p.id.0.split('-').next() == Some(code))
        })
    }

    fn summary(&mut self, row: &Found, partnership: &PartnershipId, code: &str) {
        let figures = self.figures(row);
        let Some(mut figures) = figures else { return };
        let report = &mut self.desk.report;
        // A point in words has the period that heads its pane.
        let headed = row.figures.iter().rfind(|(column, ..)| *column == Column::Period);
        if let Some((_, period, _)) = headed.filter(|_| figures.period.is_empty()) {
            figures.period.clone_from(period);
        }
        if let Some(period) = self.period.as_ref().filter(|_| figures.period.is_empty()) {
            let text =
                format!("{}: taken as of {period}, which the paper is headed with", row.name);
            report.warn(row.place.clone(), text);
            figures.period.clone_from(period);
        }
        figures.tell(&row.name, &row.place, report);
        report.count("summaries", 1);
        report.count("targets", usize::try_from(figures.total).unwrap_or(usize::MAX));
        report.fact(row.place.clone(), format!("{}: {}", row.name, figures.in_words()));
        let had = self.standing(partnership).and_then(|standing| standing.summary.clone());
        let fresh = || SummaryId(self.fresh(&format!("{code}-targets")));
        let id = had.as_ref().map_or_else(fresh, |had| had.id.clone());
        self.printed.insert(its_targets(partnership), id.0.clone());
        let summary = figures.into_summary(id, self.edition.clone(), partnership.clone());
        let summary = summary.explained_as(had.as_ref());
        if let Some(had) = had.filter(|had| *had != summary) {
            let text = format!(
                "{}: the book has {}; the paper now says {}",
                row.name,
                had.in_words(),
                summary.in_words()
            );
            self.desk.report.warn(row.place.clone(), text);
        }
        self.desk.file(summary);
    }

    /// The figures of a row, from its columns or its sentences.
    fn figures(&mut self, row: &Found) -> Option<Figures> {
        let report = &mut self.desk.report;
        let mut figures = Figures::columns(&row.figures, &row.name, report);

        let mut mentioned = None;
        for said in &row.performance.said {
            let found = Figures::said(&said.text, &row.name, &said.place, report);
            let counts = Counts::of(&said.text);
            if counts.targets && counts.parts.is_empty() && counts.total.is_none() {
                mentioned.get_or_insert_with(|| said.place.clone());
            }
            match (&mut figures, found) {
                (Some(had), Some(found)) => {
                    let same = Figures {
                        period: had.period.clone(),
                        remark: had.remark.clone(),
                        ..found.clone()
                    } == *had;
                    if had.period.is_empty() {
                        had.period = found.period;
                    } else if !same {
                        report.warn(
                            said.place.clone(),
                            format!("{}: a second set of target figures was not read in", row.name),
                        );
                    }
                }
                (None, found) => figures = found,
                (Some(_), None) => {}
            }
        }
        if let (None, Some(place)) = (&figures, mentioned) {
            let text = format!(
                "{}: targets are spoken of and no figures given; they stay unknown",
                row.name
            );
            report.warn(place, text);
        }
        figures
    }

    fn points(&mut self, row: &mut Found, partnership: &PartnershipId, code: &str) {
        let mut counts = [0usize; 2];
        let mut told = false;
        let performance = std::mem::take(&mut row.performance.said);
        let counting = performance.iter().filter(|said| again::counts(&said.text)).count();
        for said in performance {
            if said.section.is_none() && !told {
                let text = format!(
                    "{}: points stand under neither Outcomes nor Partnership working; taken as outcomes",
                    row.name
                );
                self.desk.report.warn(said.place.clone(), text);
                told = true;
            }
            let section = said.section.unwrap_or(Section::Outcomes);
            let (letter, word, nth) = match section {
                Section::Outcomes => ("O", "outcomes", 0),
                Section::PartnershipWorking => ("W", "partnership working", 1),
            };
            counts[nth] += 1;
            self.desk.report.count(word, 1);
            self.desk
                .report
                .fact(said.place.clone(), format!("{}, {word}: {}", row.name, said.text));
            let had = self.had_point(partnership, &said, counting);
            self.tell_new(partnership, &said, had.is_none());
            let own = said.own.clone().unwrap_or_default();
            let fresh = self.fresh(&named(&own, &format!("{code}-{letter}{}", counts[nth])));
            let id = had.as_ref().map_or_else(|| PointId(fresh), |had| had.id.clone());
            self.printed.insert(own.name, id.0.clone());
            let before = had.as_ref().map(|had| (had.id.as_str(), had.text.as_str()));
            let text = self.worded(before, &said);
            let point = Point {
                id,
                edition: self.edition.clone(),
                partnership: partnership.clone(),
                section,
                text,
                tone: had.and_then(|had| had.tone).or(own.tone),
                rank: self.desk.mint.rank(),
            };
            self.desk.file(point);
        }
    }

    fn responses(&mut self, row: &Found, partnership: &PartnershipId, code: &str) {
        for (nth, said) in (1..).zip(&row.response.said) {
            self.desk.report.count("responses", 1);
            self.desk
                .report
                .fact(said.place.clone(), format!("{}, response: {}", row.name, said.text));
            let mut plain = response::read(said, self.desk.known.people);
            // What was done on a day gone by is no day to do it by.
            let owed = |day: &str| {
                ["by ", "due "].iter().any(|tie| said.text.contains(&format!("{tie}{day}")))
            };
            plain.due = plain.due.filter(|due| {
                said.due.is_some() || due.on.is_none_or(|on| on > self.as_at) || owed(&due.said)
            });
            let had = self.had_response(partnership, said);
            self.tell_new(partnership, said, had.is_none());
            let own = said.own.clone().unwrap_or_default();
            let fresh = self.fresh(&named(&own, &format!("{code}-R{nth}")));
            // "Aug 2010" is owed by its last day, as where it is typed; of which year a sentence
            // means "in June" it does not say.
            let sure = |due: &due::Due| {
                said.due.is_some() || due.said.contains(|c: char| c.is_ascii_digit())
            };
            let (due, due_text) = match plain.due {
                Some(due) if sure(&due) => due.by_last_day(self.as_at),
                Some(due) => (due.by_day(self.as_at), due.said),
                None => (None, String::new()),
            };
            let rank = self.desk.mint.rank();
            let new = Response {
                id: ResponseId(fresh),
                edition: self.edition.clone(),
                partnership: partnership.clone(),
                text: said.text.clone(),
                kind: own.kind.or(plain.kind),
                owner: plain.owner,
                due,
                due_text,
                status: own.status.unwrap_or(ResponseStatus::Proposed),
                rank,
            };
            let before = had.as_ref().map(|had| (had.id.as_str(), had.text.as_str()));
            let text = self.worded(before, said);
            let response = had.map_or(new, |had| Response { text, rank, ..had });
            let figures = own.targets.then(|| its_targets(partnership));
            let answers = own.answers.into_iter().chain(figures).collect();
            self.answers.push((response.id.0.clone(), answers));
            self.desk.file(response);
        }
    }

    /// Warns if the figures are not all of one period.
    fn periods(&mut self) {
        let period = |row: &Record| match row {
            Record::Summary(summary) if !summary.period.is_empty() => Some(summary.period.clone()),
            _ => None,
        };
        let periods: BTreeSet<String> = self.desk.rows.iter().filter_map(period).collect();
        if periods.len() > 1 {
            let periods: Vec<String> = periods.into_iter().collect();
            let text =
                format!("figures of different periods stand together: {}", periods.join(", "));
            self.desk.report.warn("the schedule", text);
        }
    }
}

/// What the figures of a partnership's row go by among the names that are printed.
fn its_targets(partnership: &PartnershipId) -> String {
    format!("its targets: {partnership}")
}

/// The name that the paper prints beside a row, or `otherwise`.
fn named(own: &Own, otherwise: &str) -> String {
    if own.name.is_empty() { otherwise.to_owned() } else { own.name.clone() }
}
