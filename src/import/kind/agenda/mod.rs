//! The agenda of a meeting: numbered items in a list or a table, with who
//! brings them and which papers go with them.

mod asked;
mod columns;
pub(super) mod line;
pub(super) mod otherwise;
pub(super) mod outline;
pub(super) mod purpose;
mod reference;
pub(super) mod run;
mod settle;
mod table;
pub(super) mod title;

use super::super::fault::Fault;
use super::super::limit;
use super::super::paper::Paper;
use super::super::report::Report;
use super::super::words::fold::fold;
use super::heading::Head;
use super::{Desk, Likeness};
use line::Line;

/// How much `paper` looks like an agenda.
pub(super) fn likeness(paper: &Paper) -> Option<Likeness> {
    let calls = |line: &str| {
        let words = fold(line);
        let (count, said) = (words.split(' ').count(), words.split(' ').any(|w| w == "agenda"));
        let sentence = line.trim_end().ends_with('.');
        said && ((count <= 12 && !sentence) || (count <= 30 && words.starts_with("agenda ")))
    };
    let named = paper.texts().take(25).find(|block| block.text.split('\n').any(calls));
    let found = gather(paper, &mut Report::new("", super::PaperKind::Agenda, String::new()));
    let items = found.ok()?.iter().filter(|line| line.depth == 0).count();
    match (named, items) {
        (Some(block), 1..) => Some(Likeness {
            score: 75,
            why: format!("{} calls it an agenda, and {items} items are numbered", block.place),
        }),
        (None, 4..) => Some(Likeness {
            score: 35,
            why: format!("{items} items are numbered from the first on"),
        }),
        _ => None,
    }
}

/// Reads an agenda.
pub(super) fn read(desk: &mut Desk<'_>) -> Result<String, Fault> {
    let head = Head::of(desk.paper, desk.known.bodies, &mut desk.report);
    let found = gather(desk.paper, &mut desk.report)?;
    if found.is_empty() {
        return Err(Fault::Strange { what: "no numbered item of business was found in it".into() });
    }
    Ok(settle::settle(desk, &head, found))
}

/// Numbers the items in their order, where the paper numbers none of them.
fn number(lines: &mut [Line]) {
    if lines.iter().all(|line| line.number.is_empty()) {
        for (nth, line) in (1..).zip(lines) {
            line.number = u32::to_string(&nth);
        }
    }
}

/// The items of `paper`: from its tables if those number any, else from its
/// lists.
fn gather(paper: &Paper, report: &mut Report) -> Result<Vec<Line>, Fault> {
    let (plain, mut told) = (report.clone(), report.clone());
    let mut lines = table::lines(paper, &mut told);
    if otherwise::are_times(&lines) {
        lines = otherwise::timed(paper);
    } else {
        *report = told;
    }
    if lines.len() < 2 {
        lines = outline::lines(paper, report);
    }
    if lines.len() < 2
        && let Some(paper) = otherwise::renumbered(paper)
    {
        lines = outline::lines(&paper, report);
    }
    for other in [otherwise::lettered, otherwise::timed] {
        if lines.len() < 2 {
            lines = other(paper);
            // Those read the rows of tables too.
            if lines.len() >= 2 {
                report.clone_from(&plain);
            }
        }
    }
    number(&mut lines);
    if lines.len() > limit::ITEMS {
        return Err(Fault::over(format!("the agenda has {} items", lines.len()), "2,000 items"));
    }
    Ok(lines)
}
