//! Text being written: one line or many, edited by whole letters, with its own
//! undo.
//!
//! Editing is a pure value, and where a line wraps follows from the text and a
//! width alone, so that the screen can be drawn from it and nothing is
//! remembered by drawing. (The editors on offer as widgets keep their layout in
//! the widget's state, or take letters and accents apart.)

use unicode_segmentation::UnicodeSegmentation as _;

use super::wrap;

/// The longest text a field takes, in bytes.
pub const LONGEST: usize = 256 * 1024;

/// A text, where the cursor stands in it, and what is selected.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Editor {
    text: String,
    /// In bytes, always between two letters.
    cursor: usize,
    /// The other end of the selection.
    anchor: Option<usize>,
    /// The column that moving up and down keeps to.
    goal: Option<usize>,
    undo: Vec<(String, usize)>,
    redo: Vec<(String, usize)>,
    /// Whether the last change was a letter, so that the next one is the same
    /// step for undo.
    typing: bool,
}

/// How far a movement goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum To {
    /// One letter back.
    Left,
    /// One letter on.
    Right,
    /// One word back.
    WordLeft,
    /// One word on.
    WordRight,
    /// One line up, as lines stand at this width.
    Up(usize),
    /// One line down.
    Down(usize),
    /// The start of the line.
    Home(usize),
    /// The end of the line.
    End(usize),
    /// The start of the text.
    Start,
    /// The end of the text.
    Finish,
}

/// The most steps kept for undo.
const STEPS: usize = 500;

impl Editor {
    /// A field that holds `text`, with the cursor at its end.
    #[must_use]
    pub fn with(text: impl Into<String>) -> Self {
        let text = text.into();
        Self { cursor: text.len(), text, ..Self::default() }
    }

    /// The text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where the cursor stands, in bytes.
    #[must_use]
    pub fn cursor(&self) -> usize {
        self.cursor
    }

    /// What is selected, in bytes.
    #[must_use]
    pub fn selection(&self) -> Option<std::ops::Range<usize>> {
        let anchor = self.anchor.filter(|anchor| *anchor != self.cursor)?;
        Some(anchor.min(self.cursor)..anchor.max(self.cursor))
    }

    /// The selected text.
    #[must_use]
    pub fn selected(&self) -> &str {
        self.selection().and_then(|range| self.text.get(range)).unwrap_or_default()
    }

    /// Selects a part, given in bytes, so that typing replaces it; past the end, none.
    pub fn select(&mut self, part: std::ops::Range<usize>) {
        if self.text.get(part.clone()).is_some() {
            (self.anchor, self.cursor) = (Some(part.start), part.end);
        }
    }

    /// Puts `text` in place of what is selected; `false` if the field would
    /// grow past its limit, and then nothing is changed.
    pub fn insert(&mut self, text: &str) -> bool {
        if self.text.len().saturating_add(text.len()) > LONGEST {
            return false;
        }
        let letter = text.graphemes(true).nth(1).is_none() && text != "\n";
        self.step(letter && self.typing && self.selection().is_none());
        self.remove_selection();
        self.text.insert_str(self.cursor, text);
        self.cursor += text.len();
        self.typing = letter;
        true
    }

    /// Removes what is selected, or the letter before the cursor.
    pub fn backspace(&mut self) {
        self.remove(To::Left);
    }

    /// Removes what is selected, or as far as `to` leads.
    pub fn remove(&mut self, to: To) {
        if self.selection().is_none() {
            let end = self.target(to);
            if end == self.cursor {
                return;
            }
            self.anchor = Some(end);
        }
        self.step(false);
        self.remove_selection();
        self.typing = false;
    }

    fn remove_selection(&mut self) {
        if let Some(range) = self.selection() {
            self.cursor = range.start;
            self.text.replace_range(range, "");
        }
        self.anchor = None;
        self.goal = None;
    }

    /// Moves the cursor, and takes the selection along if `selecting`.
    pub fn go(&mut self, to: To, selecting: bool) {
        match (selecting, self.anchor) {
            (true, None) => self.anchor = Some(self.cursor),
            (false, _) => self.anchor = None,
            _ => {}
        }
        if let To::Up(width) | To::Down(width) = to {
            let (row, column) = wrap::position(&self.text, self.cursor, width);
            let goal = *self.goal.get_or_insert(column);
            self.cursor = match to {
                To::Up(_) if row == 0 => 0,
                To::Up(_) => wrap::offset(&self.text, row - 1, goal, width),
                _ => wrap::offset(&self.text, row + 1, goal, width),
            };
        } else {
            self.goal = None;
            self.cursor = self.target(to);
        }
        self.typing = false;
    }

    /// Puts the cursor at a row and column, as lines stand at this width.
    pub fn put_cursor(&mut self, row: usize, column: usize, width: usize) {
        self.anchor = None;
        self.goal = None;
        self.typing = false;
        self.cursor = wrap::offset(&self.text, row, column, width);
    }

    fn target(&self, to: To) -> usize {
        let (before, after) = self.text.split_at_checked(self.cursor).unwrap_or((&self.text, ""));
        match to {
            To::Left => before.grapheme_indices(true).next_back().map_or(0, |(at, _)| at),
            To::Right => self.cursor + after.graphemes(true).next().map_or(0, str::len),
            To::WordLeft => before
                .split_word_bound_indices()
                .rfind(|(_, word)| !word.trim().is_empty())
                .map_or(0, |(at, _)| at),
            To::WordRight => {
                let end = after
                    .split_word_bound_indices()
                    .find(|(_, word)| !word.trim().is_empty())
                    .map_or(after.len(), |(at, word)| at + word.len());
                self.cursor + end
            }
            To::Home(width) => {
                let (row, _) = wrap::position(&self.text, self.cursor, width);
                wrap::offset(&self.text, row, 0, width)
            }
            To::End(width) => {
                let (row, _) = wrap::position(&self.text, self.cursor, width);
                wrap::offset(&self.text, row, usize::MAX, width)
            }
            To::Start => 0,
            To::Finish => self.text.len(),
            To::Up(_) | To::Down(_) => self.cursor,
        }
    }

    fn step(&mut self, same: bool) {
        if !same {
            self.undo.push((self.text.clone(), self.cursor));
            let over = self.undo.len().saturating_sub(STEPS);
            self.undo.drain(..over);
        }
        self.redo.clear();
    }

    /// Takes the last change in the field back; `false` if there is none.
    pub fn undo(&mut self) -> bool {
        let Some((text, cursor)) = self.undo.pop() else { return false };
        self.redo.push((std::mem::replace(&mut self.text, text), self.cursor));
        self.settle(cursor);
        true
    }

    /// Puts it back; `false` if there is none.
    pub fn redo(&mut self) -> bool {
        let Some((text, cursor)) = self.redo.pop() else { return false };
        self.undo.push((std::mem::replace(&mut self.text, text), self.cursor));
        self.settle(cursor);
        true
    }

    fn settle(&mut self, cursor: usize) {
        self.cursor = cursor.min(self.text.len());
        self.anchor = None;
        self.goal = None;
        self.typing = false;
    }

    /// The line the cursor stands on, between newlines, and where it begins.
    #[must_use]
    pub fn line(&self) -> (usize, &str) {
        let start = self
            .text
            .get(..self.cursor)
            .and_then(|before| before.rfind('\n'))
            .map_or(0, |at| at + 1);
        let rest = self.text.get(start..).unwrap_or_default();
        (start, rest.split('\n').next().unwrap_or_default())
    }

    /// Takes the line the cursor stands on out of the text, newline and all.
    pub fn take_line(&mut self) -> String {
        let (start, line) = self.line();
        let line = line.to_owned();
        self.step(false);
        let end = start + line.len();
        if self.text.get(end..).is_some_and(|rest| rest.starts_with('\n')) {
            self.text.replace_range(start..=end, "");
            self.cursor = start;
        } else {
            let from = start.saturating_sub(1);
            self.text.replace_range(from..end, "");
            self.cursor = from;
        }
        if !self.text.is_empty() && self.cursor == self.text.len() && !self.text.ends_with('\n') {
            self.text.push('\n');
            self.cursor = self.text.len();
        }
        self.anchor = None;
        self.goal = None;
        self.typing = false;
        line
    }

    /// Puts `text` in place of the bytes in `range`, the cursor after it.
    pub fn replace(&mut self, range: std::ops::Range<usize>, text: &str) {
        if self.text.get(range.clone()).is_some() {
            self.step(false);
            self.cursor = range.start + text.len();
            self.text.replace_range(range, text);
            self.settle(self.cursor);
        }
    }
}

#[cfg(test)]
mod tests;
