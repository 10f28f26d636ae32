//! The governance schedule: what each partnership's row says, in whatever
//! shape of table or list it was typed.

mod again;
mod capitals;
mod carried;
mod cell;
mod code;
mod collect;
mod colour;
mod edition;
mod fill;
mod labelled;
mod meeting;
mod misprint;
mod named;
mod own;
mod response;
mod settle;
mod tally;
mod word;

pub(super) use capitals::headed;
pub(super) use edition::edition as edition_of;
pub(super) use labelled::labelled;
pub(super) use named::is_total;
pub(super) use tally::Figures;

use super::super::fault::Fault;
use super::super::paper::{Block, Paper, Piece, Role};
use super::super::words::fold::{fold, same};
use super::heading::Head;
use super::{Desk, Likeness};
use crate::model::Partnership;

/// How much `paper` looks like a schedule.
pub(super) fn likeness(paper: &Paper) -> Option<Likeness> {
    let headed = paper.tables().flat_map(|table| &table.rows).find(|row| word::heads(row));
    if let Some(row) = headed {
        let why =
            format!("{} heads columns as a schedule of performance and response does", row.place);
        return Some(Likeness { score: 90, why });
    }
    let says = |pane: word::Pane| {
        paper.pieces.iter().any(|piece| match piece {
            Piece::Text(block) => {
                let text = block.flat();
                let half = block.role == Role::Heading && word::section(&text).is_some();
                word::pane(&text) == Some(pane) || half && pane == word::Pane::Performance
            }
            Piece::Table(_) => false,
        })
    };
    (says(word::Pane::Performance) && says(word::Pane::Response))
        .then(|| Likeness { score: 80, why: "it has parts headed Performance and Response".into() })
}

/// Whether anything in `paper` is named as a part of a schedule is: two columns of
/// some other table are not its panes.
fn speaks(paper: &Paper) -> bool {
    let rows = || paper.tables().flat_map(|table| &table.rows);
    let cells = rows().flat_map(|row| &row.cells).flat_map(|cell| &cell.blocks);
    let said: Vec<String> = paper.texts().chain(cells).map(Block::flat).collect();
    let bare = |text: &String| text.trim_end_matches(':').to_owned();
    let pane = |pane| said.iter().any(|text| word::pane(&bare(text)) == Some(pane));
    let half =
        |text: &String| word::section(&bare(text)).is_some() || word::opening(text).is_some();
    rows().any(|row| word::columns(row).is_some())
        || (pane(word::Pane::Performance) && pane(word::Pane::Response))
        || said.iter().any(half)
}

/// Reads a schedule.
pub(super) fn read(desk: &mut Desk<'_>) -> Result<String, Fault> {
    if !speaks(desk.paper) {
        let what = "no column or heading in it is that of a schedule: Performance, Response, Outcomes or Partnership working";
        return Err(Fault::Strange { what: what.into() });
    }
    let plain = colour::without(desk.paper, &mut desk.report);
    let found = collect::collect(plain.as_ref().unwrap_or(desk.paper), &mut desk.report)?;
    // A board may go over its own row; where there are several, none of them is the board.
    let names: Vec<&str> = found.iter().map(|row| row.name.as_str()).collect();
    let others = if names.len() > 1 { names.as_slice() } else { &[] };
    let head = Head::apart_from(others, desk.paper, desk.known.bodies, &mut desk.report);
    settle::settle(desk, &head, found)
}

/// The partnership of `known` that is called `name`: the one worded so, before any whose
/// name only comes to the same.
pub(super) fn called<'a>(known: &'a [Partnership], name: &str) -> Option<&'a Partnership> {
    let worded = known.iter().find(|had| fold(&had.name) == fold(name));
    worded.or_else(|| known.iter().find(|had| same(&had.name, name) || same(&had.short, name)))
}
