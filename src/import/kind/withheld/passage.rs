//! A paper as the passages that may say what the public may not read.

use super::super::super::paper::{Block, Paper, Piece, Role, Row, Table};
use super::super::super::words::closed;
use super::super::super::words::column;
use super::super::super::words::fold::fold;
use super::super::super::words::marker;
use super::super::super::words::part;
use super::Start;
use crate::model::Paragraphs;

/// A piece of a paper, as far as it may mark anything.
pub(super) struct Passage<'a> {
    pub(super) place: &'a str,
    /// The row it stands in.
    pub(super) row: &'a str,
    pub(super) text: String,
    /// The bullet or the number in front of it.
    pub(super) marker: &'a str,
    pub(super) headed: bool,
    /// Whether it is a band across a table, which heads the rows after it.
    pub(super) band: bool,
    /// What a column for it says.
    pub(super) column: Option<Paragraphs>,
}

impl Passage<'_> {
    /// Its words behind the bullet or the number in front of them.
    pub(super) fn marked(&self) -> String {
        format!("{} {}", self.marker, self.text)
    }
}

/// The passages of `paper`, in order.
pub(super) fn passages(paper: &Paper) -> Vec<Passage<'_>> {
    paper
        .pieces
        .iter()
        .flat_map(|piece| match piece {
            Piece::Text(block) => vec![passage(block, "")],
            Piece::Table(table) => of_table(table),
        })
        .collect()
}

fn passage<'a>(block: &'a Block, row: &'a str) -> Passage<'a> {
    let letters = || block.text.chars().filter(|c| c.is_alphabetic());
    let capitals = letters().all(char::is_uppercase);
    let part = part::of(&block.flat()).is_some();
    let headed = block.marker.is_empty() && (block.role == Role::Heading || capitals || part);
    let (text, marker) = (block.text.clone(), block.marker.as_str());
    Passage { place: &block.place, row, text, marker, headed, band: false, column: None }
}

/// The passages of `table`: what stands in its cells.
pub(super) fn of_table(table: &Table) -> Vec<Passage<'_>> {
    let mut column = None;
    let mut found = vec![];
    let wide = table.rows.iter().any(|row| row.said().count() > 1);
    for row in &table.rows {
        let band = wide && row.said().count() == 1;
        if column.is_none() {
            column = heading(row);
            if column.is_some() {
                continue;
            }
        }
        for cell in row.said() {
            let own = Some(cell.at) == column;
            let says = |block| Passage {
                band,
                // "Part B" by itself in a row is no part of the paper.
                column: (own || matches!(fold(&cell.flat()).as_str(), "part b" | "part ii"))
                    .then(|| closed::in_column(&cell.flat()))
                    .flatten(),
                ..passage(block, &row.place)
            };
            found.extend(cell.blocks.iter().map(says));
        }
    }
    found
}

/// The column that says of each row whether it is withheld, if `row` heads one. "Exempt:
/// land sale" is business: headings stand beside headings, and have no number.
fn heading(row: &Row) -> Option<usize> {
    let heads = row.said().find(|cell| closed::is_column(&cell.flat()))?;
    let numbered = row.said().next().is_some_and(|cell| marker::is_lone(&cell.flat()));
    let beside = row.said().any(|cell| column::of(&cell.flat()).is_some());
    (beside && !numbered && row.said().count() > 1).then_some(heads.at)
}

/// The passage each item begins in; one that is nowhere begins with the one
/// before it.
pub(super) fn begins(passages: &[Passage<'_>], starts: &[Start<'_>]) -> Vec<usize> {
    let mut from = 0;
    let mut found = vec![];
    for start in starts {
        let here = |passage: &Passage<'_>| [passage.place, passage.row].contains(&start.place);
        if let Some(ahead) = passages[from..].iter().position(here) {
            from += ahead;
        }
        found.push(from);
    }
    found
}
