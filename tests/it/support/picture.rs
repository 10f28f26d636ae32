//! A screen as a picture: what it says, where the cursor stands, and which
//! words are set apart.

use std::fmt::Write as _;

use minutebook::app::State;
use minutebook::view::{self, Theme};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::{Buffer, Cell};
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
        let (width, height) = state.size;
        let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
        terminal.draw(|frame| view::draw(state, theme, frame)).unwrap();
        let backend = terminal.backend();
        let at = backend.cursor_position();
        let cursor = backend.cursor_visible().then_some(at);
        Self { cells: backend.buffer().clone(), cursor }
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
    /// reversed or underlined, a line for each stretch.
    pub(crate) fn drawn(&self) -> String {
        let mut rows = self.rows();
        if let Some(Position { x, y }) = self.cursor
            && let Some(row) = rows.get_mut(usize::from(y))
        {
            let mut cells: Vec<char> = row.chars().collect();
            cells.resize(cells.len().max(usize::from(x) + 1), ' ');
            cells[usize::from(x)] = '▏';
            *row = cells.into_iter().collect();
        }
        let mut picture = rows.join("\n");
        picture.push('\n');
        for (style, words) in self.set_apart() {
            let _ = writeln!(picture, "{style}: {words}");
        }
        picture
    }

    fn set_apart(&self) -> Vec<(&'static str, String)> {
        let mut found: Vec<(&'static str, String)> = Vec::new();
        for y in 0..self.cells.area.height {
            let mut last = None;
            for x in 0..self.cells.area.width {
                let cell = &self.cells[(x, y)];
                let style = style(cell);
                match (style, found.last_mut()) {
                    (Some(style), Some((_, words))) if last == Some(style) => {
                        words.push_str(cell.symbol());
                    }
                    (Some(style), _) => found.push((style, cell.symbol().to_owned())),
                    (None, _) => {}
                }
                last = style;
            }
        }
        found.iter_mut().for_each(|(_, words)| *words = words.trim().to_owned());
        found.retain(|(_, words)| !words.is_empty());
        found
    }

    /// Every colour in use.
    pub(crate) fn is_plain(&self) -> bool {
        use ratatui::style::Color;
        self.cells.content.iter().all(|cell| cell.fg == Color::Reset && cell.bg == Color::Reset)
    }
}

/// How a cell is set apart, if it is.
fn style(cell: &Cell) -> Option<&'static str> {
    let said = [
        (Modifier::REVERSED, "reversed"),
        (Modifier::UNDERLINED, "underlined"),
        (Modifier::BOLD, "bold"),
    ];
    said.into_iter().find(|(modifier, _)| cell.modifier.contains(*modifier)).map(|(_, word)| word)
}
