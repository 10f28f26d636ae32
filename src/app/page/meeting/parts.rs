//! Where the parts of a meeting's page stand: the one place that says so, for
//! drawing and for the mouse.

use super::{MeetingPage, Writing};
use crate::app::screen::{Area, Part};

/// Where the parts of a meeting's page stand; one without room has no width.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Parts {
    /// The agenda.
    pub agenda: Area,
    /// The minute.
    pub minute: Area,
    /// Performance.
    pub performance: Area,
    /// Response.
    pub response: Area,
    /// The line being filled in, or what a line in the minute would record.
    pub line: Area,
}

/// The narrowest screen with the panes side by side.
const WIDE: u16 = 110;

/// The narrowest screen with the agenda beside another part.
const MIDDLING: u16 = 64;

/// How many rows a line at the foot and what it would record leave of the page.
const LEFT: u16 = 4;

/// How many rows the panes take that have only to say that they are empty.
const FOLDED: u16 = 3;

impl MeetingPage {
    /// Where the parts stand on a page of this area: the one place that says so,
    /// for drawing and for the mouse. The panes are folded where the item is not
    /// `partnered`, and so has nothing to show in them.
    #[must_use]
    pub fn parts(&self, area: Area, partnered: bool) -> Parts {
        let width = usize::from(area.width.saturating_sub(2));
        let line_rows = match (&self.line, &self.writing) {
            (Some(line), _) => 3 + line.preview.height(width),
            (None, Some(Writing { preview: Some(preview), .. })) => 2 + preview.height(width),
            _ => 0,
        };
        let (area, line) = area.foot(line_rows.min(area.height.saturating_sub(LEFT)));
        let mut parts = Parts { line, ..Parts::default() };
        if area.width >= WIDE {
            let (agenda, rest) = area.left((area.width / 4).clamp(28, 46));
            let (minute, panes) =
                if partnered { rest.top(rest.height * 11 / 20) } else { rest.foot(FOLDED) };
            let (performance, response) = panes.left(panes.width * 11 / 20);
            return Parts { agenda, minute, performance, response, line };
        }
        let rest = if area.width >= MIDDLING {
            let (agenda, rest) = area.left((area.width / 3).clamp(22, 30));
            parts.agenda = agenda;
            rest
        } else if self.focus == Part::List && !self.is_writing() {
            return Parts { agenda: area, ..parts };
        } else {
            area
        };
        if self.writing.is_some() && self.beside {
            let (minute, panes) = rest.top(rest.height / 2);
            let (performance, response) = panes.left(panes.width * 11 / 20);
            return Parts { minute, performance, response, ..parts };
        }
        match self.shown {
            _ if self.writing.is_some() => parts.minute = rest,
            Part::Performance => parts.performance = rest,
            Part::Response => parts.response = rest,
            _ => parts.minute = rest,
        }
        parts
    }

    /// The columns a minute has to be written in.
    #[must_use]
    pub fn writing_width(&self, area: Area) -> usize {
        usize::from(self.parts(area, true).minute.inside().width).max(1)
    }
}
