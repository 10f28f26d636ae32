//! Agendas that number their business in another way: by letters, by "Item 1:", or by
//! the time alone.

use super::super::super::paper::{Block, Cell, Paper, Piece, Role, Row};
use super::super::super::words::{marker, when};
use super::line::Line;
use super::outline::begin;
use super::title;

/// How many lines make an agenda.
const ENOUGH: usize = 3;

/// `paper` with "Item 1: Apologies" and "25/001 Apologies" numbered as "1. Apologies" is,
/// each in a paragraph of its own; none, if it has too few of those.
pub(in super::super) fn renumbered(paper: &Paper) -> Option<Paper> {
    [after_word, after_year, in_thousands].into_iter().find_map(|number| {
        let mut found = 0;
        let mut now = paper.clone();
        let each = now.pieces.into_iter().flat_map(|piece| match piece {
            Piece::Text(block) if block.marker.is_empty() => {
                let parts = apart(&block, number);
                found += parts.iter().filter(|part| !part.marker.is_empty()).count();
                parts.into_iter().map(Piece::Text).collect()
            }
            piece => vec![piece],
        });
        now.pieces = each.collect();
        (found >= ENOUGH).then_some(now)
    })
}

/// `block` in as many as have lines that `number` finds a number before.
fn apart(block: &Block, number: impl Fn(&str) -> Option<(u32, &str)>) -> Vec<Block> {
    let mut parts: Vec<Block> = Vec::new();
    for line in block.text.split('\n') {
        let numbered = number(line);
        match (numbered, parts.last_mut()) {
            (Some((number, words)), _) => {
                let marker = format!("{number}.");
                parts.push(Block { marker, text: words.to_owned(), ..block.clone() });
            }
            (None, Some(last)) => {
                last.text.push('\n');
                last.text.push_str(line);
            }
            (None, None) => parts.push(Block { text: line.to_owned(), ..block.clone() }),
        }
    }
    parts
}

/// "25/001 Apologies": an item numbered through the year, and what it numbers.
fn after_year(text: &str) -> Option<(u32, &str)> {
    let (number, words) = text.split_once(char::is_whitespace)?;
    let (year, number) = number.trim_end_matches(['.', ':']).split_once('/')?;
    let figures = |text: &str| text.chars().all(|c| c.is_ascii_digit());
    let fits = matches!(year.len(), 2 | 4) && number.len() == 3 && figures(year) && figures(number);
    let words = words.trim_start();
    (fits && words.starts_with(char::is_alphabetic)).then(|| Some((number.parse().ok()?, words)))?
}

/// "1023. Apologies": an item numbered through the years.
fn in_thousands(text: &str) -> Option<(u32, &str)> {
    let (number, words) = text.split_once(". ")?;
    let number = number.parse().ok().filter(|n| (1000..10_000).contains(n))?;
    words.starts_with(char::is_alphabetic).then_some((number, words))
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
        assert_eq!(after_year("25/001 Apologies"), Some((1, "Apologies")));
        assert_eq!(after_year("25/00123/FUL 4 High Street"), None);
        assert_eq!(after_year("2025/26 budget"), None);
        assert_eq!(after_word("Items 1: all"), None);
    }
}
