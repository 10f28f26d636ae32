//! Agendas that number their business in another way: by letters, by "Item 1:", or by
//! the time alone.

use super::super::super::paper::{Block, Cell, Paper, Piece, Role, Row};
use super::super::super::words::{marker, when};
use super::line::Line;
use super::outline::begin;
use super::title;

/// How many lines make an agenda.
const ENOUGH: usize = 3;

/// `paper` with "Item 1: Apologies" numbered as "1. Apologies" is; none, if it has too
/// few of those.
pub(super) fn renumbered(paper: &Paper) -> Option<Paper> {
    let mut now = paper.clone();
    let mut found = 0;
    for piece in &mut now.pieces {
        let Piece::Text(block) = piece else { continue };
        let Some((number, words)) = after_word(&block.text) else { continue };
        if block.marker.is_empty() {
            (block.marker, block.text) = (format!("{number}."), words.to_owned());
            found += 1;
        }
    }
    (found >= ENOUGH).then_some(now)
}

/// "Item 1: Apologies", "Agenda Item 3 - Minutes": the number, and what it numbers.
fn after_word(text: &str) -> Option<(u32, &str)> {
    let rest = ["Agenda item ", "Agenda Item ", "AGENDA ITEM ", "Item ", "ITEM "]
        .iter()
        .find_map(|word| text.strip_prefix(word))?;
    let digits = rest.find(|c: char| !c.is_ascii_digit())?;
    let number = rest.get(..digits)?.parse().ok().filter(|n| *n < 1000)?;
    let words = rest.get(digits..)?.trim_start();
    let words = words.strip_prefix([':', '-', '\u{2013}', '\u{2014}', '.', ')'])?.trim_start();
    (!words.is_empty()).then_some((number, words))
}

/// The items of an agenda that letters its business "A.", "B.", "C.".
pub(super) fn lettered(paper: &Paper) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for piece in &paper.pieces {
        let Piece::Text(block) = piece else { continue };
        let next = u8::try_from(lines.len()).ok().and_then(|n| b'A'.checked_add(n)).map(char::from);
        let letter = match marker::parts(&block.marker)[..] {
            [only] if only.len() == 1 => only.chars().next(),
            _ => None,
        };
        if letter.is_some() && letter == next {
            lines.push(begin(block, 0, &block.marker));
        } else if let Some(line) = lines.last_mut() {
            title::under(&block.flat(), line);
        }
    }
    if lines.len() >= ENOUGH { lines } else { Vec::new() }
}

/// The items of an agenda that gives each a time and no number: in the rows of a table,
/// or in lines that begin with it.
pub(super) fn timed(paper: &Paper) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for piece in &paper.pieces {
        match piece {
            Piece::Text(block) => match at_time(block) {
                Some(line) => add(line, &mut lines),
                None => {
                    if let Some(line) = lines.last_mut() {
                        title::under(&block.flat(), line);
                    }
                }
            },
            Piece::Table(table) => {
                for line in table.rows.iter().filter_map(row) {
                    add(line, &mut lines);
                }
            }
        }
    }
    if lines.len() >= ENOUGH { lines } else { Vec::new() }
}

/// Adds an item; a break, or the end, is none.
fn add(line: Line, lines: &mut Vec<Line>) {
    let ends = ["close", "end", "finish", "close of meeting", "meeting closes", "end of meeting"];
    match lines.last_mut() {
        Some(before) if title::is_pause(&line.title) => {
            before.breaks.push(format!("{} {}", line.time, line.title));
        }
        Some(before) if ends.contains(&line.title.to_lowercase().as_str()) => before.other += 1,
        _ => lines.push(line),
    }
}

fn at_time(block: &Block) -> Option<Line> {
    if block.role == Role::Heading || !begins_with_time(&block.text) {
        return None;
    }
    let line = begin(block, 0, "");
    (!line.time.is_empty() && !line.title.is_empty()).then_some(line)
}

fn row(row: &Row) -> Option<Line> {
    let said: Vec<&Cell> = row.said().collect();
    let (time, [titled, rest @ ..]) = said.split_first()? else { return None };
    let time = time.flat();
    if !begins_with_time(&time) || time.split_whitespace().count() > 4 {
        return None;
    }
    let mut line = begin(titled.blocks.first()?, 0, "");
    line.time = of_day(&time).unwrap_or(time);
    row.place.clone_into(&mut line.place);
    if let Some(lead) = rest.first() {
        line.lead = lead.blocks.first()?.full();
    }
    Some(line)
}

/// "2.15" alone as a time of day: nobody meets before seven.
fn of_day(text: &str) -> Option<String> {
    let text = text.trim();
    let (hour, minutes) = text.split_once(['.', ':'])?;
    let (at, past): (u8, u8) = (hour.parse().ok()?, minutes.parse().ok()?);
    let fits = minutes.len() == 2 && past < 60 && (1..=12).contains(&at);
    let half = if (7..12).contains(&at) { "am" } else { "pm" };
    fits.then(|| format!("{at}.{minutes} {half}"))
}

/// Whether what numbers `lines` are times of day: each five minutes, and rising.
pub(super) fn are_times(lines: &[Line]) -> bool {
    lines.len() >= ENOUGH
        && lines
            .iter()
            .all(|line| of_day(&line.number).is_some() && line.number.ends_with(['0', '5']))
}

fn begins_with_time(text: &str) -> bool {
    if of_day(text).is_some() {
        return true;
    }
    let first = when::times(text).into_iter().next();
    first.is_some_and(|(_, at)| at.start == 0 && text[at].len() > 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_item_may_be_numbered_after_the_word() {
        assert_eq!(after_word("Item 1: Apologies"), Some((1, "Apologies")));
        assert_eq!(after_word("AGENDA ITEM 12 \u{2013} Forward plan"), Some((12, "Forward plan")));
        assert_eq!(after_word("Item 3 was deferred"), None);
        assert_eq!(after_word("Items 1: all"), None);
    }
}
