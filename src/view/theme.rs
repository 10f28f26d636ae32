//! How each look is drawn: in the terminal's own colours, which its owner chose
//! to be read on its background, and never by colour alone.

use ratatui::style::{Color, Modifier, Style};

use crate::app::screen::Look;

/// Whether colour is wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// The terminal's sixteen colours.
    #[default]
    Colour,
    /// Bold, dim, underlined and reversed alone (`NO_COLOR`).
    Plain,
}

impl Theme {
    fn coloured(self, colour: Color) -> Style {
        match self {
            Self::Colour => Style::new().fg(colour),
            Self::Plain => Style::new(),
        }
    }

    /// The style of a stretch of text.
    pub(super) fn look(self, look: Look) -> Style {
        match look {
            Look::Plain => Style::new(),
            Look::Strong => Style::new().add_modifier(Modifier::BOLD),
            Look::Dim => Style::new().add_modifier(Modifier::DIM),
            Look::Good => self.coloured(Color::Green),
            Look::Bad => self.coloured(Color::Red).add_modifier(Modifier::BOLD),
            Look::Unsure => self.coloured(Color::Magenta),
            Look::Key => self.coloured(Color::Cyan).add_modifier(Modifier::BOLD),
            Look::Record => self.coloured(Color::Blue).add_modifier(Modifier::BOLD),
            Look::Selected => Style::new().add_modifier(Modifier::REVERSED),
        }
    }

    /// The border of a pane.
    pub(super) fn border() -> Style {
        Style::new().add_modifier(Modifier::DIM)
    }

    /// The title of a pane.
    pub(super) fn title() -> Style {
        Style::new()
    }

    /// The border and title of the pane with the keys.
    pub(super) fn focus(self) -> Style {
        self.coloured(Color::Cyan)
    }

    /// The line that is chosen.
    pub(super) fn chosen(focused: bool) -> Style {
        if focused {
            Style::new().add_modifier(Modifier::REVERSED)
        } else {
            Style::new().add_modifier(Modifier::UNDERLINED)
        }
    }
}
