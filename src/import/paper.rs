//! A paper from any format, as the plain blocks that every kind of paper is
//! read from.

use super::report::Remark;
use super::words::{marker, when};
use crate::model::tidy;

/// A paper, whatever it came in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paper {
    /// Its text and tables, in order.
    pub pieces: Vec<Piece>,
    /// What is hidden in it or was struck out, and so is not among the pieces.
    pub hidden: Vec<Remark>,
    /// What the clerk should know of how it was read.
    pub notes: Vec<Remark>,
    /// What runs along the top of its pages, which may mark all of it exempt.
    pub running: Vec<String>,
}

/// A block of text or a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// A heading, a paragraph or a list item.
    Text(Block),
    /// A table.
    Table(Table),
}

/// What a block of text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// A heading; level 1 is the highest, and a title is level 0.
    Heading,
    /// A paragraph, or one line of a cell.
    Line,
    /// A list item; level 0 is the outermost.
    Item,
}

/// A heading, a paragraph or a list item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// Where it stands.
    pub place: String,
    /// What it is.
    pub role: Role,
    /// How deep it stands.
    pub level: u8,
    /// The bullet or number before it, typed or automatic: "•", "5.", "(a)".
    pub marker: String,
    /// Its words, evenly spaced; a line break stays.
    pub text: String,
    /// Which paragraph of its cell it is, empty ones counted.
    pub nth: u32,
}

/// A table, with merged cells told apart from empty ones.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// The name of the sheet it fills, if it fills one.
    pub sheet: String,
    /// Its rows.
    pub rows: Vec<Row>,
}

/// A row of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Where it stands.
    pub place: String,
    /// Its cells, from left to right.
    pub cells: Vec<Cell>,
}

/// A cell of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// The first column it covers, from nought.
    pub at: usize,
    /// How many columns it covers.
    pub span: usize,
    /// Whether it only continues the cell above.
    pub joined: bool,
    /// What it says.
    pub blocks: Vec<Block>,
}

impl Block {
    /// A line at `place` that says `text`.
    #[must_use]
    pub fn line(place: &str, text: &str) -> Self {
        let (place, text) = (place.to_owned(), text.to_owned());
        Self { place, role: Role::Line, level: 0, marker: String::new(), text, nth: 0 }
    }

    /// Reads `text` into blocks: one for each line that a typed bullet or
    /// number begins, one for what stands before the first, and none for
    /// nothing. A bullet in the middle of a line begins a block too.
    #[must_use]
    pub fn split(place: &str, role: Role, level: u8, marker: &str, text: &str) -> Vec<Self> {
        let tidied = tidy(text);
        if role == Role::Heading
            && marker.is_empty()
            && let Some((mark, words)) = heading_number(&tidied)
        {
            return Self::split(place, role, level, mark, words);
        }
        let mut blocks: Vec<Self> = vec![];
        for (nth, line) in (0..).zip(tidied.split('\n')) {
            for part in bulleted(line) {
                let typed = if role == Role::Heading { None } else { marker::split(part) };
                let said = even(typed.map_or(part, |(_, words)| words));
                if said.is_empty() {
                    continue;
                }
                let numbered =
                    blocks.is_empty() && !marker.is_empty() && !marker::is_bullet(marker);
                match (typed, blocks.last_mut()) {
                    (Some((mark, _)), _) if !numbered => {
                        blocks.push(Self::new(place, Role::Item, level, mark, &said, nth));
                    }
                    (_, Some(last)) if goes_on(last, line) => {
                        last.text.push('\n');
                        last.text.push_str(&said);
                    }
                    (_, Some(_)) => {
                        blocks.push(Self::new(place, Role::Line, level, "", &said, nth));
                    }
                    (_, None) => {
                        blocks.push(Self::new(place, role, level, marker, &even(part), nth));
                    }
                }
            }
        }
        blocks
    }

    fn new(place: &str, role: Role, level: u8, marker: &str, text: &str, nth: u32) -> Self {
        Self {
            place: place.to_owned(),
            role,
            level,
            marker: marker.to_owned(),
            text: text.to_owned(),
            nth,
        }
    }

    /// Its words on one line.
    #[must_use]
    pub fn flat(&self) -> String {
        self.text.replace('\n', " ")
    }

    /// Its lines, its number before the first; a bullet is left off.
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        let mut lines: Vec<String> = self.text.split('\n').map(str::to_owned).collect();
        if let Some(first) = lines.first_mut()
            && !self.marker.is_empty()
            && !marker::is_bullet(&self.marker)
        {
            *first = format!("{} {first}", self.marker);
        }
        lines
    }

    /// Its number and its words on one line; a bullet is left off.
    #[must_use]
    pub fn full(&self) -> String {
        if self.marker.is_empty() || marker::is_bullet(&self.marker) {
            return self.flat();
        }
        format!("{} {}", self.marker, self.flat())
    }
}

/// The number of a heading, which is no part of its words: "3. Floods", "14
/// Floods", "46. 26/0911/OUT - Land north of Mill Road".
fn heading_number(text: &str) -> Option<(&str, &str)> {
    let (mark, words) = text.trim_start().split_once(char::is_whitespace)?;
    let bare = mark.trim_end_matches(['.', ')']);
    let figures = (1..=3).contains(&bare.len()) && bare.chars().all(|c| c.is_ascii_digit());
    let words = words.trim_start();
    let referred = bare.len() < mark.len()
        && words.starts_with(|c: char| c.is_ascii_digit())
        && words.split_whitespace().next().is_some_and(|first| first.contains('/'));
    let numbered = figures && (words.starts_with(char::is_uppercase) || referred);
    // "9 April 2014" is a day.
    let day = || when::days(text).first().is_some_and(|day| text[..day.at.start].trim().is_empty());
    (numbered && !day()).then_some((mark, words))
}

impl Cell {
    /// What it says, a block to a line.
    #[must_use]
    pub fn text(&self) -> String {
        self.blocks.iter().map(Block::full).collect::<Vec<_>>().join("\n")
    }

    /// What it says, on one line.
    #[must_use]
    pub fn flat(&self) -> String {
        self.blocks.iter().map(Block::full).collect::<Vec<_>>().join(" ")
    }

    /// Whether it says nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.blocks.is_empty()
    }
}

impl Row {
    /// The cells that say something.
    pub fn said(&self) -> impl Iterator<Item = &Cell> {
        self.cells.iter().filter(|cell| !cell.is_empty())
    }

    /// The cell that covers column `at`.
    #[must_use]
    pub fn cell(&self, at: usize) -> Option<&Cell> {
        self.cells.iter().find(|cell| (cell.at..cell.at + cell.span.max(1)).contains(&at))
    }

    /// What the cell over column `at` says, on one line.
    #[must_use]
    pub fn at(&self, at: usize) -> String {
        self.cell(at).map(Cell::flat).unwrap_or_default()
    }
}

impl Table {
    /// What stands in column `at` of row `row`, a merged cell above included.
    #[must_use]
    pub fn at(&self, row: usize, at: usize) -> String {
        let above = self.rows[..=row.min(self.rows.len().saturating_sub(1))].iter().rev();
        let mut cells =
            above.map(|row| row.cell(at)).skip_while(|cell| cell.is_some_and(|c| c.joined));
        cells.next().flatten().map(Cell::flat).unwrap_or_default()
    }
}

impl Paper {
    /// The blocks of text outside tables, in order.
    pub fn texts(&self) -> impl Iterator<Item = &Block> {
        self.pieces.iter().filter_map(|piece| match piece {
            Piece::Text(block) => Some(block),
            Piece::Table(_) => None,
        })
    }

    /// The tables, in order.
    pub fn tables(&self) -> impl Iterator<Item = &Table> {
        self.pieces.iter().filter_map(|piece| match piece {
            Piece::Table(table) => Some(table),
            Piece::Text(_) => None,
        })
    }
}

/// Whether `line` goes on with what `last` says: always in a paragraph, and in
/// a typed list when it is set in or begins in small letters.
fn goes_on(last: &Block, line: &str) -> bool {
    let set_in = line.starts_with([' ', '\u{A0}']);
    let small = line.trim_start().starts_with(char::is_lowercase);
    last.role != Role::Item || !marker::is_bullet(&last.marker) || set_in || small
}

/// A line cut before each typed bullet in the middle of it.
fn bulleted(line: &str) -> Vec<&str> {
    let mut parts = vec![];
    let mut from = 0;
    let mut spaced = true;
    for (at, c) in line.char_indices() {
        if marker::BULLETS.contains(&c) && c != '\u{B7}' && spaced && at > from {
            parts.push(&line[from..at]);
            from = at;
        }
        spaced = c.is_whitespace();
    }
    parts.push(&line[from..]);
    parts
}

/// `text` with single spaces.
fn even(text: &str) -> String {
    text.split(|c: char| c.is_whitespace() || c == '\u{A0}')
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, want: &[(&str, &str)]) {
        let blocks = Block::split("line 1", Role::Line, 0, "", text);
        let found: Vec<(&str, &str)> =
            blocks.iter().map(|b| (b.marker.as_str(), b.text.as_str())).collect();
        assert_eq!(found, want, "{text}");
    }

    #[test]
    fn typed_bullets_are_items_wherever_they_stand() {
        check(
            "Outcomes \u{2022} one \u{2022} two",
            &[("", "Outcomes"), ("\u{2022}", "one"), ("\u{2022}", "two")],
        );
        check(
            "Outcomes\n- one\n- two\n  and more",
            &[("", "Outcomes"), ("-", "one"), ("-", "two\nand more")],
        );
        check("A \u{2013} B", &[("", "A \u{2013} B")]);
        check("  ", &[]);
    }
}
