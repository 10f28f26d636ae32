//! Schedules in plain text, whose headings are lines in capitals.

use super::super::super::paper::{Block, Paper, Piece, Role};
use super::super::place::proper;
use super::word;
use crate::import::words::marker;
use crate::rules::sentence::capital;

/// How many words such a heading has at most.
const LONGEST: usize = 12;

/// The parts that a row may have besides its panes, by how their headings begin.
const PARTS: [&str; 3] = ["PROMISED ON ", "ALTERED SINCE ", "NOTES"];

/// `paper` with such lines as the headings they are; none, if none of them heads a pane
/// and another the other, or if it has headings of its own.
pub(in super::super) fn headed(paper: &Paper) -> Option<Paper> {
    let first = |block: &Block| block.text.split('\n').next().map(str::to_owned);
    let lines: Vec<String> = paper.texts().filter(|b| is_heading(b)).filter_map(first).collect();
    let says = |pane| lines.iter().any(|line| word::pane(line) == Some(pane));
    let halves = lines.iter().any(|line| word::section(line).is_some());
    let own = paper.texts().any(|block| block.role == Role::Heading);
    let panes = says(word::Pane::Response) && (halves || says(word::Pane::Performance));
    if own || !panes {
        return None;
    }
    let mut now = paper.clone();
    let mut pieces: Vec<Piece> = Vec::new();
    for piece in now.pieces {
        match (piece, pieces.last_mut()) {
            // A line under a part of a list is the rest of it.
            (Piece::Text(block), Some(Piece::Text(last)))
                if last.place == block.place
                    && marker::is_bullet(&last.marker)
                    && block.marker.is_empty() =>
            {
                last.text = format!("{} {}", last.flat(), block.flat());
            }
            (Piece::Text(block), _) if is_heading(&block) => pieces.extend(parted(&block)),
            (Piece::Text(block), _) => pieces.push(Piece::Text(unbroken(block))),
            (piece, _) => pieces.push(piece),
        }
    }
    now.pieces = pieces;
    Some(now)
}

/// Whether the first line of `block` is in capitals and heads what follows.
fn is_heading(block: &Block) -> bool {
    let line = block.text.split('\n').next().unwrap_or_default();
    let words = line.split_whitespace().count();
    block.role == Role::Line
        && block.marker.is_empty()
        && (1..=LONGEST).contains(&words)
        && line.chars().any(char::is_alphabetic)
        && !line.chars().any(char::is_lowercase)
}

/// The heading, and what stands in the lines under it.
fn parted(block: &Block) -> Vec<Piece> {
    let (line, rest) = block.text.split_once('\n').unwrap_or((&block.text, ""));
    let part = word::is_part(line)
        || word::is_other(line)
        || PARTS.iter().any(|part| line.starts_with(part));
    let level = if part { 3 } else { 2 };
    let text = capital(&proper(line));
    let heading = Block { role: Role::Heading, level, text, ..block.clone() };
    let rest =
        (!rest.is_empty()).then(|| unbroken(Block { text: rest.to_owned(), ..block.clone() }));
    [Some(heading), rest].into_iter().flatten().map(Piece::Text).collect()
}

/// A line shorter than this was ended, and not broken for want of room.
const BROKEN: usize = 55;

/// `block` without the breaks that only keep its lines short: those of a part of a list,
/// and those after lines that fill the page.
fn unbroken(mut block: Block) -> Block {
    let (listed, text) = (marker::is_bullet(&block.marker), &block.text);
    let full = text
        .rsplit_once('\n')
        .is_some_and(|(before, _)| before.split('\n').all(|line| line.chars().count() >= BROKEN));
    if listed || full {
        block.text = block.flat();
    }
    block
}
