//! Which edition of the schedule a paper is.

use chrono::NaiveDate;

use super::super::super::paper::{Block, Cell, Paper, Row};
use super::super::super::words::fold::fold;
use super::super::super::words::when;
use super::super::Desk;
use super::super::heading::Head;
use super::super::letterhead::without_date;
use super::word;
use crate::model::{Edition, EditionId, day};

/// The edition the paper is: one the book has, if day and title are the same.
pub(in super::super) fn edition(desk: &mut Desk<'_>, head: &Head) -> Edition {
    let title = titled(desk.paper).or_else(|| head.title.clone());
    let title = title.unwrap_or_else(|| "Governance schedule".into());
    let as_at = as_at(desk, head, &title);
    let mut editions = desk.known.schedules.iter().map(|schedule| &schedule.edition);
    if let Some(old) = editions.find(|e| e.as_at == as_at && fold(&e.title) == fold(&title)) {
        let text = "this schedule is in the book already; what differs is listed, and judgements \
                    made since are kept";
        desk.report.warn("heading", text);
        return Edition { source: desk.file.to_owned(), ..old.clone() };
    }
    Edition {
        id: EditionId::mint(desk.mint),
        title,
        as_at,
        author: head.author.clone().unwrap_or_default(),
        source: desk.file.to_owned(),
    }
}

fn as_at(desk: &mut Desk<'_>, head: &Head, title: &str) -> NaiveDate {
    if let Some(on) = head.day.or_else(|| written_from(desk.paper)) {
        return on;
    }
    let (on, from) = match head.month.or_else(|| ends_with_month(title)) {
        Some(month) => (month, "only a month"),
        None => (desk.known.today, "no date"),
    };
    desk.report.warn("heading", format!("the paper bears {from}; taken as {}", day::plain(on)));
    on
}

/// The month that a title ends with, as its first day: "Governance schedule, May 2026".
fn ends_with_month(title: &str) -> Option<NaiveDate> {
    let mut words = title.rsplit([' ', ',', '(']).map(|word| word.trim_end_matches(')'));
    let (year, month) = (words.next()?.parse().ok()?, when::month(words.next()?)?);
    NaiveDate::from_ymd_opt(year, month, 1).filter(|_| (1900..2200).contains(&year))
}

/// The day of the edition that a sheet of minutebook's own was written from, which each of
/// its lines ends with.
fn written_from(paper: &Paper) -> Option<NaiveDate> {
    let rows = paper.tables().flat_map(|table| &table.rows);
    let mut cells = rows.take(2).flat_map(Row::said).map(Cell::flat);
    cells.find_map(|said| {
        let (day, _) = said.strip_prefix("Edition of ")?.split_once(';')?;
        when::whole_day(day)
    })
}

/// How many lines of a paper its title is looked for in.
const HEAD: usize = 12;

/// The line over a schedule that calls it one, without its day.
fn titled(paper: &Paper) -> Option<String> {
    let calls = |line: &String| {
        let folded = fold(line);
        let words = folded.split(' ').count();
        words <= 20 && folded.split(' ').any(|word| word == "schedule") && !line.ends_with('.')
    };
    let line = over(paper).into_iter().find(calls)?;
    // A period at its end is part of it, as a day is not.
    let ends = when::period(&line).filter(|(_, at)| matches!(line[at.end..].trim(), "" | ")"));
    let name = if ends.is_some() { line } else { without_date(&line) };
    let ends = [" (as at", " as at", " (as on", " as on", " ("];
    let name = ends.iter().find_map(|end| name.strip_suffix(end)).unwrap_or(&name);
    let name = name.trim().trim_end_matches([',', '-', '\u{2013}', ' ']);
    (!name.is_empty()).then(|| name.to_owned())
}

/// The lines over a schedule: those of the paper, and of a sheet those over its columns.
fn over(paper: &Paper) -> Vec<String> {
    let rows = paper.tables().next().into_iter().flat_map(|table| &table.rows);
    let alone = rows.take_while(|row| word::columns(row).is_none() && row.said().count() == 1);
    let sheet = alone.flat_map(Row::said).map(Cell::flat);
    paper.texts().take(HEAD).map(Block::flat).chain(sheet).collect()
}

/// The period that the lines over a schedule name, or the headings of its columns do, where
/// they name one.
pub(super) fn period(paper: &Paper) -> Option<String> {
    let named = |line: String| when::period(&line).map(|(period, _)| period);
    let mut lines = over(paper).into_iter().take_while(|line| word::pane(line).is_none());
    let cells = paper.tables().flat_map(|table| &table.rows).flat_map(|row| &row.cells);
    let parts = cells.flat_map(|cell| &cell.blocks).map(Block::flat);
    let mut headed: Vec<String> =
        parts.filter(|text| word::is_part(text)).filter_map(named).collect();
    headed.dedup();
    let only = <[String; 1]>::try_from(headed).ok().map(|[period]| period);
    lines.find_map(named).or(only)
}
