//! Business numbered in Roman figures: "IV. Forward plan" is the fourth item, and a letter
//! in capitals no more than that unless the numbers rise from one.

use super::super::paper::{Block, Paper, Piece};
use super::super::report::Remark;

/// How many numbers that rise from one are an order of business.
const ENOUGH: usize = 3;

/// Puts the numbers of `paper` that are Roman and rise by one from the first in figures.
pub(super) fn in_figures(paper: &mut Paper) {
    let mut numbered: Vec<(usize, u8, u32)> = Vec::new();
    for (at, piece) in paper.pieces.iter().enumerate() {
        if let Piece::Text(block) = piece
            && let Some(number) = figure(&block.marker)
        {
            numbered.push((at, block.level, number));
        }
    }
    let Some(level) = numbered.iter().map(|(_, level, _)| *level).min() else { return };
    let run: Vec<(usize, u32)> =
        numbered.iter().filter(|(_, of, _)| *of == level).map(|(at, _, n)| (*at, *n)).collect();
    // Business that has figures has them anyway, and then these are parts of it.
    let digit = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
    let figured = |block: &Block| {
        let first = block.text.split(' ').next().unwrap_or_default();
        digit(&block.marker) || digit(first) && first.contains('/')
    };
    let first = numbered.iter().map(|(at, ..)| *at).min().unwrap_or_default();
    let before = first.checked_sub(1).and_then(|at| paper.pieces.get(at));
    let led = matches!(before, Some(Piece::Text(block)) if leads(&block.text));
    if led || paper.texts().any(figured) {
        return;
    }
    let rises = (1u32..).zip(&run).all(|(nth, (_, number))| nth == *number);
    if run.len() < ENOUGH || !rises {
        return;
    }
    for (at, number) in &run {
        if let Some(Piece::Text(block)) = paper.pieces.get_mut(*at) {
            block.marker = format!("{number}.");
        }
    }
    let said = format!("Roman numbers are read as figures, I to {}", run.len());
    paper.notes.push(Remark::new("the whole file", said));
}

/// Whether what follows a paragraph are parts of what it decides.
fn leads(text: &str) -> bool {
    let decides = ["RESOLVED", "AGREED", "RECOMMENDED", "NOTED"];
    text.trim_end().ends_with([':', '-', '\u{2013}'])
        || decides.iter().any(|verb| text.contains(verb))
}

/// The value of a marker in Roman figures in capitals, up to 39.
fn figure(marker: &str) -> Option<u32> {
    let bare = marker.trim_matches(['(', ')', '.', ':']);
    let values: Option<Vec<u32>> = bare
        .chars()
        .map(|c| match c {
            'I' => Some(1),
            'V' => Some(5),
            'X' => Some(10),
            _ => None,
        })
        .collect();
    let values = values.filter(|values| (1..=6).contains(&values.len()))?;
    let after = values.iter().skip(1).chain([&0]);
    let signed = values.iter().zip(after).map(|(one, next)| {
        let one = i64::from(*one);
        if one < i64::from(*next) { -one } else { one }
    });
    u32::try_from(signed.sum::<i64>()).ok().filter(|n| *n > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roman_figures_are_read() {
        for (marker, number) in [("I.", 1), ("IV)", 4), ("IX.", 9), ("XIV", 14), ("(III)", 3)] {
            assert_eq!(figure(marker), Some(number), "{marker}");
        }
        for marker in ["", "A.", "1.", "iv", "IC."] {
            assert_eq!(figure(marker), None, "{marker}");
        }
    }
}
