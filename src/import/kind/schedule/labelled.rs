//! Schedules in lines that each say what they are of a partnership: "Partnership: Safer
//! Vale", "Performance: burglary rose", "Response: patrols doubled".

use super::super::super::paper::{Block, Cell, Paper, Piece, Row, Table};
use super::super::super::words::closed;
use super::super::super::words::column::{self, Column};
use super::super::super::words::fold::fold;
use super::super::super::words::part;
use super::word::{self, Pane};

/// `paper` with a row for each partnership and a column for each label; none, unless lines
/// name both panes of several. Where anything may be withheld it stays as it is: a row would
/// part a marking from what it marks.
pub(in super::super) fn labelled(paper: &Paper) -> Option<Paper> {
    let lines = || paper.texts().flat_map(|block| block.text.split('\n')).filter_map(label);
    let closed = |block: &Block| closed::may_withhold(&block.text);
    if lines().filter(|(label, _)| is_partnership(label)).count() < 2 {
        return None;
    }
    let says = |wanted: Pane| lines().any(|(label, _)| word::pane(label) == Some(wanted));
    let halves = lines().any(|(label, _)| word::section(label).is_some());
    let panes = says(Pane::Response) && (halves || says(Pane::Performance));
    let strange = paper.texts().flat_map(|block| block.text.split('\n')).any(is_strange);
    if !panes || strange || paper.tables().next().is_some() || paper.texts().any(closed) {
        return None;
    }
    let mut labels: Vec<&str> = vec![];
    let mut rows: Vec<Row> = vec![];
    let mut now = paper.clone();
    now.pieces.clear();
    for block in paper.texts() {
        for line in block.text.split('\n') {
            let named = label(line);
            let new = named.is_some_and(|(label, _)| is_partnership(label));
            if new {
                rows.push(Row { place: block.place.clone(), cells: vec![] });
            }
            let Some(row) = rows.last_mut() else {
                now.pieces.push(Piece::Text(Block { text: line.to_owned(), ..block.clone() }));
                continue;
            };
            let said = |text: &str| Block { text: text.to_owned(), ..block.clone() };
            match (named, row.cells.last_mut()) {
                (Some((label, words)), _) => {
                    let known = labels.iter().position(|had| had.eq_ignore_ascii_case(label));
                    let at = known.unwrap_or(labels.len());
                    if known.is_none() {
                        labels.push(label);
                    }
                    row.cells.push(cell(at, said(words)));
                }
                (None, Some(last)) => last.blocks.push(said(line)),
                (None, None) => {}
            }
        }
    }
    let place = rows.first().map(|row| row.place.clone()).unwrap_or_default();
    let heads = (0..).zip(labels).map(|(at, label)| cell(at, Block::line(&place, label))).collect();
    rows.insert(0, Row { place, cells: heads });
    now.pieces.push(Piece::Table(Table { sheet: String::new(), rows }));
    Some(now)
}

fn cell(at: usize, block: Block) -> Cell {
    let blocks = if block.text.is_empty() { vec![] } else { vec![block] };
    Cell { at, span: 1, joined: false, blocks }
}

/// Whether a line may say of what is beside it that it is withheld: it opens a part of the
/// paper, bears a sign, or has a label that nothing is known by.
fn is_strange(line: &str) -> bool {
    const KNOWN: [&str; 6] = ["rag", "rag status", "rag rating", "status", "date", "period"];
    let labelled = line.split_once(':').filter(|(head, _)| head.split_whitespace().count() <= 3);
    let other = labelled.is_some_and(|(head, _)| !KNOWN.contains(&fold(head).as_str()));
    part::of(line).is_some() || line.contains('*') || (other && label(line).is_none())
}

/// The label that a line opens with, and what follows it.
fn label(line: &str) -> Option<(&str, &str)> {
    let (label, said) = line.split_once(':')?;
    let known =
        is_partnership(label) || word::pane(label).is_some() || word::section(label).is_some();
    known.then(|| (label.trim(), said.trim()))
}

fn is_partnership(label: &str) -> bool {
    column::whole(label) == Some(Column::Partnership)
}
