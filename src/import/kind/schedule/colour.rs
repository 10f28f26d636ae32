//! Colours that a schedule gives a partnership as a whole: "RAG: Amber". They are neither
//! its name nor anything said of it, and no target stands so.

use super::super::super::paper::{Block, Paper, Piece};
use super::super::super::report::Report;
use super::super::super::words::fold::fold;

/// What may be said of a rating before its colour.
const BEFORE: &str = "rag rating status overall";
/// The colours of ratings.
const COLOURS: &str = "red amber green yellow";

/// `paper` without the lines that are only a colour, each of which is told; none, if it has
/// no such line.
pub(super) fn without(paper: &Paper, report: &mut Report) -> Option<Paper> {
    let cells = paper.tables().flat_map(|table| &table.rows).flat_map(|row| &row.cells);
    let mut blocks = cells.flat_map(|cell| &cell.blocks).chain(paper.texts());
    if !blocks.any(|block| block.text.split('\n').any(is_colour)) {
        return None;
    }
    let mut now = paper.clone();
    now.pieces.retain_mut(|piece| match piece {
        Piece::Text(block) => {
            let place = block.place.clone();
            is_left(block, &place, report)
        }
        Piece::Table(table) => {
            for row in &mut table.rows {
                for cell in &mut row.cells {
                    // A cell of nothing but a colour is told of by the heading of its column.
                    if !is_colour(&cell.flat()) {
                        cell.blocks.retain_mut(|block| is_left(block, &row.place, report));
                    }
                }
            }
            true
        }
    });
    Some(now)
}

/// Takes such lines out of `block`, and says whether it has others.
fn is_left(block: &mut Block, place: &str, report: &mut Report) -> bool {
    let (colours, others): (Vec<&str>, Vec<&str>) =
        block.text.split('\n').partition(|line| is_colour(line));
    for colour in &colours {
        report.pass(place, format!("a colour, and not read in: \u{201c}{colour}\u{201d}"));
    }
    if colours.is_empty() {
        return true;
    }
    block.text = others.join("\n");
    !block.text.is_empty()
}

/// Whether `text` is a colour and no more, whatever arrows stand beside it.
fn is_colour(text: &str) -> bool {
    let folded = fold(text);
    let mut words = folded.split(' ').skip_while(|word| BEFORE.split(' ').any(|own| own == *word));
    let colour = |word: &str| COLOURS.split(' ').any(|colour| colour == word);
    words.next().is_some_and(colour) && words.all(colour)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_is_one_whatever_stands_around_it() {
        for text in
            ["AMBER", "RAG: Amber \u{2191}", "Overall RAG rating \u{2013} Green", "Amber/Red"]
        {
            assert!(is_colour(text), "{text}");
        }
        for text in ["Green Oxfordshire", "RAG", "Red routes were extended", ""] {
            assert!(!is_colour(text), "{text}");
        }
    }
}
