//! The minutes of an earlier meeting: who came, what was said item by item,
//! what was decided and who was told to do what.

mod again;
mod apart;
mod attached;
mod beside;
mod broken;
mod business;
mod charged;
mod declared;
mod duties;
mod event;
mod floor;
mod given;
mod headed;
mod how;
mod label;
mod last;
mod listing;
mod moved;
mod number;
mod numbering;
mod off;
mod owed;
mod pair;
mod part;
mod parted;
mod reported;
mod resolved;
mod roll;
mod room;
mod row;
mod said;
mod settle;
mod several;
mod side;
mod spoken;
mod usual;
mod voted;

use std::collections::HashSet;

use chrono::NaiveTime;

pub(in super::super) use said::LEADS;

use super::super::fault::Fault;
use super::super::limit;
use super::super::paper::{Block, Paper, Piece, Role};
use super::super::report::Report;
use super::super::words::closed;
use super::super::words::fold::fold;
use super::super::words::when;
use super::agenda::otherwise;
use super::heading::Head;
use super::{Desk, Likeness};
use crate::model::day;
use part::Parts;

/// How many paragraphs are looked at to see what a paper is.
const LOOK: usize = 2_000;

/// How much `paper` looks like minutes.
pub(super) fn likeness(paper: &Paper) -> Option<Likeness> {
    let blocks = lines(paper);
    let agenda = |block: &Block| fold(&block.flat()).split(' ').any(|word| word == "agenda");
    let numbered = |block: &Block| block.marker.starts_with(|c: char| c.is_ascii_digit());
    let heads = headlines(paper);
    let head = heads.iter().take(40).take_while(|block| !numbered(block) && !agenda(block));
    let titled = head.into_iter().find(|block| is_title(block));
    // Where no line stands between them, several are in one paragraph.
    let each = |block: &Block, says: &dyn Fn(&str) -> bool| {
        says(&block.flat()) || block.text.split('\n').any(says)
    };
    let labels = |line: &str| label::label(line).is_some();
    let roll = blocks.iter().take(60).any(|block| !numbered(block) && each(block, &labels));
    let settles = |line: &str| settles(line) || event::events(line).is_some();
    let came = |line: &str| fold(line.split(':').next().unwrap_or_default()) == "present";
    let present = blocks.iter().take(60).any(|block| !numbered(block) && each(block, &came));
    // A table of nothing but actions is no sign of minutes: logs are that.
    let logged: HashSet<&str> = paper
        .tables()
        .filter(|table| row::is_of_actions(table))
        .flat_map(|table| table.rows.iter().map(|row| row.place.as_str()))
        .collect();
    let said = blocks.iter().filter(|block| !logged.contains(block.place.as_str()));
    let settled = said.take(LOOK).filter(|block| each(block, &settles)).count();
    match (titled, roll, settled) {
        (Some(block), true, _) => Some(Likeness {
            score: 78,
            why: format!("{} calls it minutes, and it says who was there", block.place),
        }),
        (Some(block), false, 1..) => Some(Likeness {
            score: 76,
            why: format!("{} calls it minutes, and it records decisions", block.place),
        }),
        (None, true, settled) if settled >= if present { 1 } else { 2 } => {
            Some(Likeness { score: 66, why: "it says who was there and what was decided".into() })
        }
        _ => None,
    }
}

/// Whether a line decides something, or tells somebody to do something.
fn settles(line: &str) -> bool {
    said::decision(line).is_some() || owed::action(line).is_some()
}

/// Whether a line says that what it heads is minutes.
fn is_title(block: &Block) -> bool {
    // The name of the body may stand in the line above.
    block.text.split('\n').take(3).any(|line| titles(block, line))
}

/// How long a line is at most that heads a paper, in bytes.
const HEADLINE: usize = 400;

fn titles(block: &Block, line: &str) -> bool {
    if line.len() > HEADLINE {
        return false;
    }
    let text = fold(line);
    let short = text.split(' ').count() <= 30;
    let opens = ["minutes", "draft minutes", "notes of", "meeting minutes", "minutes of"]
        .iter()
        .any(|words| text.starts_with(words));
    let ends = text.split(' ').count() <= 10 && text.ends_with(" minutes");
    // "Minutes (Agenda Item 3)" is an item like others.
    let item = ["agenda item", "item no", "last meeting", "previous meeting", "matters arising"]
        .iter()
        .any(|words| text.contains(words));
    block.role != Role::Item && block.marker.is_empty() && short && !item && (opens || ends)
}

/// The lines that may head `paper`: a cell beside others is of the business, as "Minutes of
/// the last meeting" is under a column of titles.
fn headlines(paper: &Paper) -> Vec<Block> {
    let read = |piece: &Piece| match piece {
        Piece::Text(block) => vec![block.clone()],
        Piece::Table(table) => {
            let alone = table.rows.iter().filter(|row| row.said().count() <= 1);
            alone.flat_map(|row| row.said().flat_map(|cell| cell.blocks.clone())).collect()
        }
    };
    paper.pieces.iter().flat_map(read).collect()
}

/// The text of `paper` in reading order, tables row by row.
fn lines(paper: &Paper) -> Vec<Block> {
    let read = |piece: &Piece| match piece {
        Piece::Text(block) => vec![block.clone()],
        // What is in these is read by the row.
        Piece::Table(table) if !event::interests(table).is_empty() => vec![],
        Piece::Table(table) => row::blocks(table),
    };
    paper.pieces.iter().flat_map(read).collect()
}

/// How many paragraphs from its end minutes say when the meeting closed.
const END: usize = 15;

/// What is said to have closed, or risen.
const SITTING: [&str; 11] = [
    "meeting",
    "panel",
    "committee",
    "board",
    "council",
    "cabinet",
    "forum",
    "business",
    "partnership",
    "proceedings",
    "group",
];

/// When the meeting closed, as its last words say: "The meeting closed at 8.45
/// pm.", "The Panel rose at 11.40", "the Chair closed the meeting at 8.45".
fn closed(blocks: &[Block]) -> Option<NaiveTime> {
    const CLOSED: [&str; 6] = ["closed", "ended", "concluded", "finished", "terminated", "rose"];
    blocks.iter().rev().take(END).find_map(|block| {
        let text = block.flat();
        let folded = fold(&text);
        let words: Vec<&str> = folded.split(' ').collect();
        let says = (0..words.len()).filter(|at| CLOSED.contains(&words[*at])).any(|at| {
            let near = words.get(at.saturating_sub(3)..(at + 3).min(words.len()));
            near.unwrap_or_default().iter().any(|word| SITTING.contains(word))
        });
        // "Closed 8 pm."
        let alone = words.len() <= 5 && words.first().is_some_and(|word| CLOSED.contains(word));
        let told = alone || (says && words.len() <= 20);
        when::times(&text).last().filter(|_| told).map(|(time, _)| *time)
    })
}

/// Whether a line is there for the chair to sign on.
fn is_to_be_signed(block: &Block) -> bool {
    let text = block.flat();
    let ruled = ["....", "____", "\u{2026}\u{2026}"].iter().any(|rule| text.contains(rule));
    let folded = fold(&text);
    let signs = ["signed", "chair", "chairman", "date", "signature", "dated"];
    ruled && signs.iter().any(|word| folded.split(' ').next() == Some(word))
        || folded == "in the chair"
}

/// Reads minutes.
pub(super) fn read(desk: &mut Desk<'_>) -> Result<String, Fault> {
    let mut head = Head::of(desk.paper, desk.known.bodies, &mut desk.report);
    let blocks = lines(desk.paper);
    head.end = head.end.or_else(|| closed(&blocks));
    if let Some(end) = head.end {
        desk.report.fact("heading", format!("ended: {}", day::clock(end)));
    }
    let mut parts = business(desk.paper, &blocks, &mut desk.report);
    parts.declared = desk.paper.tables().flat_map(event::interests).collect();
    declared::gather(&mut parts);
    if parts.items.is_empty() {
        return Err(Fault::Strange { what: "no item of business was found in the minutes".into() });
    }
    if parts.items.len() > limit::ITEMS {
        return Err(Fault::over("there are too many items", limit::ITEMS_SAID));
    }
    Ok(settle::settle(desk, &head, &parts))
}

/// The parts of `paper`, which has the lines `blocks`: its items are numbered or headed, or
/// each is called "Item 3", or its title runs into what was said.
fn business(paper: &Paper, blocks: &[Block], report: &mut Report) -> Parts {
    let plain = report.clone();
    let cut = |blocks: &[Block], report: &mut Report| {
        let mut blocks: Vec<&Block> =
            blocks.iter().filter(|block| !is_to_be_signed(block)).collect();
        // Under the place for it stands who signs.
        while blocks.pop_if(|last| ["chair", "chairman"].contains(&&*fold(&last.flat()))).is_some()
        {
        }
        part::parts(&blocks, report)
    };
    let parts = cut(blocks, report);
    // In another reading a marking may be parted from what it marks.
    if parts.items.len() > 1 || blocks.iter().any(|block| closed::may_withhold(&block.text)) {
        return parts;
    }
    let renumbered = otherwise::renumbered(paper).map(|paper| lines(&paper));
    let Some(blocks) = renumbered.or_else(|| headed::run_in(blocks)) else { return parts };
    *report = plain;
    cut(&blocks, report)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_meeting_closes_and_a_panel_rises_and_beds_do_neither() {
        let end =
            |text: &str| closed(&Block::split("line 1", Role::Line, 0, "", text)).map(day::clock);
        for (said, time) in [
            ("The meeting closed at 8.45 pm.", Some("8.45 pm")),
            (
                "There being no more business the Chair closed the meeting at 8.45 pm.",
                Some("8.45 pm"),
            ),
            ("The Panel rose at 11.40 a.m.", Some("11.40 am")),
            ("Closed: 8 pm", Some("8.00 pm")),
            ("41 of 60 beds were closed. Councillor Dunn left the meeting at 10.52 a.m.", None),
        ] {
            assert_eq!(end(said).as_deref(), time, "{said}");
        }
    }
}
