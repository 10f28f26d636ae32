//! The cells of one row put into the panes that their columns are headed by.

use super::super::super::paper::Row;
use super::super::super::words::column::{COUNTED, Column};
use super::super::super::words::due;
use super::super::super::words::nothing::is_nothing;
use super::cell::Said;
use super::collect::Found;
use super::word::{self, Pane};
use crate::model::Section;

/// Puts the cells of `row` into the panes that `columns` say they belong in.
pub(super) fn fill(found: &mut Found, row: &Row, columns: &[(usize, Column)]) {
    let mut pane = Pane::Performance;
    let mut section = found.performance.section;
    for (at, _) in columns.iter().filter(|(_, c)| matches!(c, Column::Pane | Column::Section)) {
        let said = row.at(*at);
        match (word::pane(&said), word::section(&said)) {
            (Some(named), _) => pane = named,
            (None, Some(half)) => section = Some(half),
            (None, None) => {}
        }
    }
    let answered = found.response.said.len();
    let counts = |(at, column): &(usize, Column)| {
        COUNTED.contains(column) && *column != Column::Period && !row.at(*at).trim().is_empty()
    };
    let figured = columns.iter().any(counts);
    for (at, column) in columns {
        let Some(cell) = row.cell(*at).filter(|cell| !cell.joined) else { continue };
        match column {
            Column::Performance | Column::Text
                if pane == Pane::Performance || *column == Column::Performance =>
            {
                found.paned = true;
                if section != found.performance.section {
                    found.performance.turn(section);
                }
                found.performance.read(&cell.blocks, true);
            }
            Column::Outcomes | Column::Working => {
                found.paned = true;
                let half = if *column == Column::Outcomes {
                    Section::Outcomes
                } else {
                    Section::PartnershipWorking
                };
                found.performance.turn(Some(half));
                found.performance.read(&cell.blocks, false);
            }
            Column::Response | Column::Text => {
                found.paned = true;
                found.response.read(&cell.blocks, false);
            }
            // What is said of figures stands beside them.
            counted if COUNTED.contains(counted) || *counted == Column::Remark && figured => {
                found.figures.push((*column, cell.flat(), row.place.clone()));
            }
            _ => {}
        }
    }
    for said in &mut found.response.said[answered..] {
        answers(said, row, columns);
    }
}

/// Who answers and by when, as the columns beside a response say; one column
/// may say both: "Supt Hale, September 2025".
fn answers(said: &mut Said, row: &Row, columns: &[(usize, Column)]) {
    for (at, column) in columns {
        let text = row.at(*at);
        let due = due::of(&text);
        match column {
            Column::Owner | Column::Lead if said.owner.is_empty() && !is_nothing(&text) => {
                let cut = due.as_ref().and_then(|due| text.find(&due.said));
                let name = cut.map_or(text.as_str(), |at| &text[..at]).trim_end();
                let name = name.strip_suffix(" by").filter(|_| cut.is_some()).unwrap_or(name);
                let name = name.trim_end_matches([' ', ',', ';', '(', '-', '\u{2013}']);
                name.clone_into(&mut said.owner);
                said.due = said.due.take().or(due);
            }
            Column::Due => said.due = due.or(said.due.take()),
            _ => {}
        }
    }
}

/// Takes a column that says of each row which half of the pane it is, whatever heads it.
pub(super) fn halves(columns: &mut Vec<(usize, Column)>, heading: &Row, rows: &[Row]) {
    for at in heading.said().map(|cell| cell.at) {
        let said = || rows.iter().map(|row| row.at(at)).filter(|said| !said.trim().is_empty());
        let is_half = |said: String| word::section(&said).is_some();
        let read = columns.iter().any(|(of, column)| *of == at && is_read(*column, columns));
        if !read && said().next().is_some() && said().all(is_half) {
            columns.retain(|(of, _)| *of != at);
            columns.push((at, Column::Section));
        }
    }
}

/// Whether anything is read from a column of a schedule among its `columns`.
pub(super) fn is_read(column: Column, columns: &[(usize, Column)]) -> bool {
    let counts = || columns.iter().any(|(_, other)| COUNTED.contains(other));
    READ.contains(&column) || COUNTED.contains(&column) || column == Column::Remark && counts()
}

/// The columns of a schedule that are read beside those of figures.
const READ: &[Column] = &[
    Column::Partnership,
    Column::Performance,
    Column::Response,
    Column::Outcomes,
    Column::Working,
    Column::Pane,
    Column::Section,
    Column::Text,
    Column::Owner,
    Column::Lead,
    Column::Due,
];
