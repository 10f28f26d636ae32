//! Minutes of our own as plain text, whose lines are set to one width, put in paragraphs
//! again.

use super::super::kind::LEADS;
use super::super::paper::{Block, Piece, Role};
use super::text;

/// Text set in lines of one width, put in paragraphs again: a line is the last of
/// its paragraph if the first word of the next would have gone on it.
pub(super) fn unfolded(pieces: Vec<Piece>) -> Vec<Piece> {
    let folded = |piece: &Piece| {
        text(piece).is_some_and(|block| block.role == Role::Line && is_minute(&block.text))
    };
    let lines = pieces.iter().filter(|piece| folded(piece)).filter_map(text);
    let width = lines.flat_map(|block| block.text.lines().skip(1)).map(letters).max().unwrap_or(0);
    let mut out = Vec::new();
    for piece in pieces {
        let Some(block) = text(&piece).filter(|_| folded(&piece)) else {
            out.push(piece);
            continue;
        };
        let mut paragraphs: Vec<String> = Vec::new();
        let mut room = 0;
        for (nth, line) in block.text.lines().enumerate() {
            let first = line.split_whitespace().next().unwrap_or_default();
            let joins = match nth {
                0 => false,
                // A title goes on in capitals, as it began.
                1 => {
                    !opens(line)
                        && in_capitals(line)
                        && paragraphs.last().is_some_and(|title| in_capitals(title))
                }
                _ => letters(first) + 1 > room && !opens(line),
            };
            match paragraphs.last_mut().filter(|_| joins) {
                Some(paragraph) => *paragraph = format!("{paragraph} {line}"),
                None => paragraphs.push(line.to_owned()),
            }
            room = width.saturating_sub(letters(line));
        }
        out.extend(paragraphs.into_iter().enumerate().map(|(nth, text)| {
            let role = if nth == 0 { Role::Heading } else { Role::Line };
            let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            Piece::Text(Block { role, text, ..block.clone() })
        }));
    }
    out
}

/// Whether a line of minutes opens a paragraph whatever stands before it.
fn opens(line: &str) -> bool {
    let timed =
        line.strip_prefix('(').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    timed || line.starts_with("ACTION A/") || LEADS.iter().any(|verb| line.starts_with(verb))
}

/// Whether `line` is set in capitals, but for the number of its item on an agenda.
fn in_capitals(line: &str) -> bool {
    let own = line.split("(Agenda Item").next().unwrap_or_default();
    own.contains(char::is_uppercase) && !own.contains(char::is_lowercase)
}

pub(super) fn letters(text: &str) -> usize {
    text.chars().count()
}

/// Whether it is the text of a minute of several lines: "26/09   FLOODS" and what was
/// said under it.
fn is_minute(text: &str) -> bool {
    numbered_minute(text) && text.contains('\n')
}

/// Whether a text begins with the number of a minute.
pub(super) fn numbered_minute(text: &str) -> bool {
    let number = text.split_whitespace().next().and_then(|word| word.split_once('/'));
    let figures = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_digit());
    number.is_some_and(|(n, year)| figures(n) && figures(year))
}
