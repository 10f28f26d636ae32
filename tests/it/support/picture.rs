//! A screen as a picture: what it says, where the cursor stands, and which
//! words are set apart.

use std::fmt::Write as _;

use minutebook::app::State;
use minutebook::view::{self, Theme};
use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use ratatui::style::Modifier;

/// A screen, drawn.
pub(crate) struct Picture {
    pub(crate) cells: Buffer,
    pub(crate) cursor: Option<Position>,
}

impl Picture {
    /// Draws `state`.
    pub(crate) fn of(state: &State, theme: Theme) -> Self {
        let mut picture = view::Picture::blank(state.size, theme);
        picture.show(state);
        Self { cells: picture.cells().clone(), cursor: picture.cursor() }
    }

    /// The rows of text, with nothing marked.
    pub(crate) fn rows(&self) -> Vec<String> {
        let row = |y| {
            let mut text = String::new();
            let mut hidden = 0;
            for x in 0..self.cells.area.width {
                let symbol = self.cells[(x, y)].symbol();
                // The cell behind a wide letter is not drawn.
                if hidden > 0 {
                    hidden -= 1;
                    continue;
                }
                hidden = unicode_width::UnicodeWidthStr::width(symbol).saturating_sub(1);
                text.push_str(symbol);
            }
            text.trim_end().to_owned()
        };
        (0..self.cells.area.height).map(row).collect()
    }

    /// All of the text.
    pub(crate) fn text(&self) -> String {
        self.rows().join("\n")
    }

    /// The text with the cursor as a bar, and under it the words in bold,
    /// reversed or underlined. The last row is mostly keys, which are bold
    /// anyway, so only what is chosen counts there.
    pub(crate) fn drawn(&self) -> String {
        let mut rows = self.rows();
        if let Some(Position { x, y }) = self.cursor
            && let Some(row) = rows.get_mut(usize::from(y))
        {
            let mut letters: Vec<char> = row.chars().collect();
            letters.resize(letters.len().max(usize::from(x) + 1), ' ');
            letters[usize::from(x)] = '▏';
            *row = letters.into_iter().collect();
        }
        let mut picture = rows.join("\n");
        picture.push('\n');
        for (name, modifier, rows) in [
            ("reversed", Modifier::REVERSED, 0),
            ("underlined", Modifier::UNDERLINED, 0),
            ("bold", Modifier::BOLD, 1),
        ] {
            let words = self.set_apart(modifier, rows);
            if !words.is_empty() {
                let _ = writeln!(picture, "{name}: {}", words.join(" | "));
            }
        }
        picture
    }

    /// The stretches with `modifier`, the last `but` rows left out.
    fn set_apart(&self, modifier: Modifier, but: u16) -> Vec<String> {
        let mut found: Vec<String> = Vec::new();
        for y in 0..self.cells.area.height.saturating_sub(but) {
            let mut open = false;
            for x in 0..self.cells.area.width {
                let cell = &self.cells[(x, y)];
                let is = cell.modifier.contains(modifier);
                match found.last_mut() {
                    Some(words) if is && open => words.push_str(cell.symbol()),
                    _ if is => found.push(cell.symbol().to_owned()),
                    _ => {}
                }
                open = is;
            }
        }
        let words = found.iter().map(|words| words.trim().to_owned());
        // Single letters are what is left of words behind something else.
        words.filter(|words| words.chars().count() > 2).collect()
    }

    /// Whether no colour is used at all.
    pub(crate) fn is_plain(&self) -> bool {
        use ratatui::style::Color;
        self.cells.content.iter().all(|cell| cell.fg == Color::Reset && cell.bg == Color::Reset)
    }
}
