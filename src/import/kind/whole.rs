//! Names that a table keeps in several columns, made whole: "Title", "Forename" and
//! "Surname" are one person.

use super::super::paper::{Block, Paper, Piece, Row, Table};
use super::super::words::fold::fold;

/// How far down a table its headings may stand.
const REACH: usize = 12;

const FAMILY: [&str; 5] = ["surname", "last name", "lastname", "family name", "second name"];
const GIVEN: [&str; 6] =
    ["forename", "forenames", "first name", "firstname", "given name", "christian name"];

/// `paper` with each such table's names in one column; none, if it has no such table.
pub(super) fn names(paper: &Paper) -> Option<Paper> {
    let parted = |piece: &Piece| matches!(piece, Piece::Table(table) if columns(table).is_some());
    if !paper.pieces.iter().any(parted) {
        return None;
    }
    let mut now = paper.clone();
    for piece in &mut now.pieces {
        if let Piece::Table(table) = piece {
            join(table);
        }
    }
    Some(now)
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
