//! The minutes of an earlier meeting: who came, what was said item by item,
//! what was decided and who was told to do what.

mod part;
mod roll;
mod said;
mod settle;

use super::super::fault::Fault;
use super::super::limit;
use super::super::paper::{Block, Paper, Piece, Role};
use super::super::words::fold::fold;
use super::heading::Head;
use super::{Desk, Likeness};

/// How much `paper` looks like minutes.
pub(super) fn likeness(paper: &Paper) -> Option<Likeness> {
    let blocks = lines(paper);
    let titled = blocks.iter().take(40).find(|block| is_title(block));
    let roll = blocks.iter().take(60).any(|block| roll::label(&block.flat()).is_some());
    let settled = blocks
        .iter()
        .filter(|block| {
            said::decision(&block.flat()).is_some() || said::action(&block.flat()).is_some()
        })
        .count();
    match (titled, roll, settled) {
        (Some(block), true, _) => Some(Likeness {
            score: 78,
            why: format!("{} calls it minutes, and it says who was there", block.place),
        }),
        (Some(block), false, 1..) => Some(Likeness {
            score: 76,
            why: format!("{} calls it minutes, and it records decisions", block.place),
        }),
        (None, true, 2..) => {
            Some(Likeness { score: 66, why: "it says who was there and what was decided".into() })
        }
        _ => None,
    }
}

fn is_title(block: &Block) -> bool {
    let text = fold(&block.flat());
    let short = text.split(' ').count() <= 30;
    let opens = ["minutes", "draft minutes", "notes of", "meeting minutes", "minutes of"]
        .iter()
        .any(|words| text.starts_with(words));
    let ends = text.split(' ').count() <= 10 && text.ends_with(" minutes");
    block.role != Role::Item && block.marker.is_empty() && short && (opens || ends)
}

/// The text of `paper` in reading order, tables row by row.
fn lines(paper: &Paper) -> Vec<&Block> {
    let mut found = vec![];
    for piece in &paper.pieces {
        match piece {
            Piece::Text(block) => found.push(block),
            Piece::Table(table) => {
                let cells = table.rows.iter().flat_map(|row| &row.cells);
                found.extend(cells.flat_map(|cell| &cell.blocks));
            }
        }
    }
    found
}

/// Reads minutes.
pub(super) fn read(desk: &mut Desk<'_>) -> Result<String, Fault> {
    let head = Head::of(desk.paper, desk.known.bodies, &mut desk.report);
    let blocks = lines(desk.paper);
    let parts = part::parts(&blocks, &mut desk.report);
    if parts.items.is_empty() {
        return Err(Fault::Strange { what: "no item of business was found in the minutes".into() });
    }
    if parts.items.len() > limit::ITEMS {
        return Err(Fault::over("there are too many items", limit::ITEMS_SAID));
    }
    Ok(settle::settle(desk, &head, parts))
}
