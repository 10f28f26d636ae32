//! A log of actions that is a list: each with its owner, its day and its state after a
//! word that says so.

use super::super::super::paper::{Block, Cell, Paper, Piece, Row, Table};

/// The words before each thing a log says of an action, and the heading of the column
/// it goes in.
const LABELS: [(&str, usize); 16] = [
    ("Action owner:", 2),
    ("Owner:", 2),
    ("Lead:", 2),
    ("Responsible:", 2),
    ("Responsibility:", 2),
    ("Assigned to:", 2),
    ("By whom:", 2),
    ("Who:", 2),
    ("Due date:", 3),
    ("Due:", 3),
    ("Deadline:", 3),
    ("By when:", 3),
    ("When:", 3),
    ("Status:", 4),
    ("Progress:", 5),
    ("Update:", 5),
];

const HEADINGS: [&str; 6] = ["No", "Action", "Owner", "Due", "Status", "Update"];

/// `paper` with such a list as a table; none, if it has fewer than two of those.
pub(super) fn tabled(paper: &Paper) -> Option<Paper> {
    let mut rows: Vec<Row> = Vec::new();
    for piece in &paper.pieces {
        if let Piece::Text(block) = piece
            && let Some(cells) = cells(block)
        {
            rows.push(row(&block.place, &cells));
        }
    }
    let first = rows.first()?.place.clone();
    if rows.len() < 2 {
        return None;
    }
    rows.insert(0, row(&first, &HEADINGS.map(str::to_owned)));
    let mut now = paper.clone();
    now.pieces.push(Piece::Table(Table { rows, ..Table::default() }));
    Some(now)
}

/// What the block says in each column: an owner at least, and what is to be done.
fn cells(block: &Block) -> Option<[String; 6]> {
    let text = block.flat();
    let mut found: Vec<(usize, usize, usize)> = LABELS
        .iter()
        .flat_map(|(label, column)| {
            text.match_indices(label).map(|(at, _)| (at, at + label.len(), *column))
        })
        .filter(|(at, ..)| *at > 0 && text[..*at].ends_with([' ', '(', '[']))
        .collect();
    found.sort_unstable();
    found.dedup_by(|later, first| later.0 < first.1);
    let start = found.first()?.0;
    let mut cells = <[String; 6]>::default();
    let tidy = |said: &str| {
        said.trim()
            .trim_end_matches([';', ',', '.', '(', '[', ')', ']', '-', '\u{2013}'])
            .trim()
            .to_owned()
    };
    block.marker.trim_end_matches(['.', ')']).clone_into(&mut cells[0]);
    cells[1] = tidy(&text[..start]);
    let ends = found.iter().skip(1).map(|(at, ..)| *at).chain([text.len()]);
    for ((_, from, column), end) in found.iter().zip(ends) {
        cells[*column] = tidy(&text[*from..end]);
    }
    (!cells[1].is_empty() && !cells[2].is_empty()).then_some(cells)
}

fn row(place: &str, cells: &[String; 6]) -> Row {
    let cell = |(at, text): (usize, &String)| Cell {
        at,
        span: 1,
        joined: false,
        blocks: if text.is_empty() { Vec::new() } else { vec![Block::line(place, text)] },
    };
    Row { place: place.to_owned(), cells: cells.iter().enumerate().map(cell).collect() }
}
