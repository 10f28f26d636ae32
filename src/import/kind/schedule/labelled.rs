//! Schedules in lines that each say what they are of a partnership: "Partnership: Safer
//! Vale", "Performance: burglary rose", "Response: patrols doubled".

use super::super::super::paper::{Block, Paper, Piece, Role};
use super::super::super::words::column::{self, Column};
use super::word::{self, Pane};

/// `paper` with a heading for each partnership and each of its panes; none, unless lines
/// name both panes under a partnership.
pub(in super::super) fn labelled(paper: &Paper) -> Option<Paper> {
    let lines = || paper.texts().flat_map(|block| block.text.split('\n')).filter_map(label);
    let says = |wanted: &dyn Fn(&str) -> bool| lines().any(|(label, _)| wanted(label));
    let pane = |pane| says(&|label| word::pane(label) == Some(pane));
    let halves = says(&|label| word::section(label).is_some());
    let named = says(&is_partnership);
    if !named || !pane(Pane::Response) || !(halves || pane(Pane::Performance)) {
        return None;
    }
    let mut now = paper.clone();
    now.pieces = now
        .pieces
        .into_iter()
        .flat_map(|piece| match piece {
            Piece::Text(block) => cut(&block),
            piece @ Piece::Table(_) => vec![piece],
        })
        .collect();
    Some(now)
}

/// The label that a line opens with, and what follows it.
fn label(line: &str) -> Option<(&str, &str)> {
    let (label, said) = line.split_once(':')?;
    let known =
        is_partnership(label) || word::pane(label).is_some() || word::section(label).is_some();
    known.then(|| (label.trim(), said.trim()))
}

fn is_partnership(label: &str) -> bool {
    column::of(label) == Some(Column::Partnership)
}

/// The lines of `block`, those that are labelled with their headings over them.
fn cut(block: &Block) -> Vec<Piece> {
    let heading = |level, text: &str| {
        let (role, marker) = (Role::Heading, String::new());
        Piece::Text(Block { role, level, marker, text: text.to_owned(), ..block.clone() })
    };
    let line = |text: &str| Piece::Text(Block { text: text.to_owned(), ..block.clone() });
    let mut pieces = Vec::new();
    for said in block.text.split('\n') {
        match label(said) {
            Some((label, name)) if is_partnership(label) => pieces.push(heading(2, name)),
            Some((label, words)) => {
                pieces.push(heading(3, label));
                pieces.extend((!words.is_empty()).then(|| line(words)));
            }
            None => pieces.push(line(said)),
        }
    }
    pieces
}
