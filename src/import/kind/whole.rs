//! Tables whose headings or names come in parts, made whole: headings in two rows, and
//! a person in columns for title, forename and surname.

use super::super::paper::{Block, Cell, Paper, Piece, Row, Table};
use super::super::words::column::{self, Column};
use super::super::words::fold::fold;
use super::super::words::when;

/// How far down a table its headings may stand.
const REACH: usize = 12;

/// How many columns a table with headings in two rows has at most.
const MOST: usize = 60;

const FAMILY: [&str; 5] = ["surname", "last name", "lastname", "family name", "second name"];
const GIVEN: [&str; 6] =
    ["forename", "forenames", "first name", "firstname", "given name", "christian name"];

/// `paper` with each such table's headings in one row and its names in one column;
/// none, if it has no such table.
pub(super) fn tables(paper: &Paper) -> Option<Paper> {
    let parted = |table: &Table| columns(table).is_some() || headed_twice(table).is_some();
    if !paper.tables().any(parted) {
        return None;
    }
    let mut now = paper.clone();
    for piece in &mut now.pieces {
        if let Piece::Table(table) = piece {
            if let Some((at, head)) = headed_twice(table) {
                table.rows.splice(at..at + 2, [head]);
            }
            join(table);
        }
    }
    Some(now)
}

/// The headings that stand in two rows, as one row, and where the first of them is:
/// "Performance" over "Outcomes" and "Partnership working", "2024/25" over "Target" and
/// "Actual".
fn headed_twice(table: &Table) -> Option<(usize, Row)> {
    // Under a row of headings stands what they head: two records may look like headings
    // in two rows, where one has what the other has not.
    let heads =
        |row: &Row| row.said().filter(|cell| column::of(&cell.flat()).is_some()).count() >= 2;
    let first = table.rows.iter().take(REACH).position(heads)?;
    let from = first.checked_sub(1).unwrap_or(first);
    // A hidden column is headed by nothing.
    let begins = |row: &Row, at: usize| row.said().any(|cell| cell.at == at);
    let empty = |at: usize| !table.rows.iter().any(|row| begins(row, at));
    (from..=first).find_map(|at| {
        let (over, under) = (table.rows.get(at)?, table.rows.get(at + 1)?);
        Some((at, both(over, under, &empty)?))
    })
}

fn both(over: &Row, under: &Row, empty: &dyn Fn(usize) -> bool) -> Option<Row> {
    let width = over.said().chain(under.said()).map(|cell| cell.at + cell.span.max(1)).max()?;
    if !(3..=MOST).contains(&width) || over.said().count() < 2 {
        return None;
    }
    // A heading reaches over the columns that are its own, or that say nothing beside it.
    let mut reach = String::new();
    let mut parts: Vec<(String, String)> = Vec::new();
    for at in 0..width {
        let own = over.cells.iter().find(|cell| cell.at == at).filter(|cell| !cell.is_empty());
        let below = under.cell(at).filter(|cell| !cell.joined).map(Cell::flat).unwrap_or_default();
        let spans = over.cell(at).is_some_and(|cell| cell.at < at && !cell.is_empty());
        match own {
            Some(cell) => reach = cell.flat(),
            None if !spans && below.is_empty() => reach.clear(),
            None => {}
        }
        parts.push((reach.clone(), below));
    }
    let divided = parts
        .windows(2)
        .filter(|pair| pair[0].0 == pair[1].0 && !pair[0].1.is_empty() && !pair[1].1.is_empty());
    let alone = parts.iter().filter(|(over, under)| !over.is_empty() && under.is_empty());
    let heads = |text: &str| {
        text.split_whitespace().count() <= 5
            && !text.chars().all(|c| c.is_ascii_digit() || c == '.')
    };
    let sound = parts.iter().enumerate().all(|(at, (over, under))| {
        !over.is_empty() && heads(over) && (under.is_empty() || heads(under)) || empty(at)
    });
    // What no paper calls a column is no heading: two rows of a log may look like one.
    let named = |text: &str| column::of(text).is_some() || column::of_period(text).is_some();
    let known = parts.iter().filter(|(over, under)| named(over) || named(under)).count();
    if divided.count() == 0 || alone.count() == 0 || !sound || known < 2 {
        return None;
    }
    let cell = |(at, (above, below)): (usize, (String, String))| {
        let text = together(&above, &below);
        Cell { at, span: 1, joined: false, blocks: vec![Block::line(&over.place, text.trim())] }
    };
    let cells = parts.into_iter().enumerate().map(cell).collect();
    Some(Row { place: over.place.clone(), cells })
}

/// The heading that one in two rows comes to. What stands under the name of a pane or of a
/// year may be a column of its own: "On track" under "Performance", "Q1" under "Performance
/// 2025/26".
fn together(above: &str, below: &str) -> String {
    let both = format!("{above} {below}");
    let (over, under) = (column::of(above), column::of(below));
    let year = when::period(above).map(|(period, _)| period);
    if let (Some((quarter, Column::Figure)), Some(year)) = (column::of_period(below), year)
        && when::period(&quarter).is_none()
        && column::of_period(above).is_none()
    {
        return format!("{below} {year}");
    }
    let pane = matches!(over, Some(Column::Performance | Column::Response));
    let words = matches!(
        under,
        None | Some(
            Column::Remark
                | Column::Text
                | Column::Outcomes
                | Column::Working
                | Column::Performance
                | Column::Response
        )
    );
    if pane && !words { below.to_owned() } else { both }
}

/// The row of headings, and its columns of titles, given names and family names.
fn columns(table: &Table) -> Option<(usize, Option<usize>, usize, usize)> {
    table.rows.iter().take(REACH).enumerate().find_map(|(at, row)| {
        let of = |words: &[&str]| {
            row.said().find(|cell| words.contains(&fold(&cell.flat()).as_str())).map(|cell| cell.at)
        };
        Some((at, of(&["title", "salutation", "prefix"]), of(&GIVEN)?, of(&FAMILY)?))
    })
}

fn join(table: &mut Table) {
    let Some((heads, title, given, family)) = columns(table) else { return };
    for (nth, row) in table.rows.iter_mut().enumerate().skip(heads) {
        let said: Vec<String> =
            title.into_iter().chain([given, family]).map(|at| row.at(at)).collect();
        let whole = if nth == heads {
            "Name".to_owned()
        } else {
            said.join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
        };
        for at in title.into_iter().chain([given]) {
            say(row, at, "");
        }
        say(row, family, &whole);
    }
}

/// Has the cell over column `at` say `text`.
fn say(row: &mut Row, at: usize, text: &str) {
    let place = row.place.clone();
    if let Some(cell) = row.cells.iter_mut().find(|cell| cell.at == at) {
        cell.blocks = if text.is_empty() { Vec::new() } else { vec![Block::line(&place, text)] };
    }
}
