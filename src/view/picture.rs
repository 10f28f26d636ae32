//! What stands on the terminal, and what of it another screen alters.
//!
//! Most keys alter one line of one pane. Those lines alone are painted again and
//! compared; what a screen shows is the same as if it were painted whole.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{Theme, line, paint, pane_row, rect, row};
use crate::app::screen::{Pane, Row, Screen};
use crate::app::{self, State};

/// What stands on the terminal.
#[derive(Debug)]
pub struct Picture {
    theme: Theme,
    screen: Option<Screen>,
    cells: Buffer,
    cursor: Option<Position>,
}

/// A cell to be written: its column and its row.
pub type Stroke = (u16, u16);

/// A line that is to be painted again, and where.
enum Touched<'a> {
    /// One at the head or the foot.
    Line(Rect, &'a Row),
    /// One of a pane, by its place among those to be seen.
    Row(Rect, &'a Pane, usize),
}

impl Touched<'_> {
    fn at(&self) -> Rect {
        match self {
            Self::Line(at, _) | Self::Row(at, ..) => *at,
        }
    }
}

impl Picture {
    /// An empty terminal of `size`, in columns and rows.
    #[must_use]
    pub fn blank(size: (u16, u16), theme: Theme) -> Self {
        let cells = Buffer::empty(Rect::new(0, 0, size.0, size.1));
        Self { theme, screen: None, cells, cursor: None }
    }

    /// Empties it, for a window that now has another size.
    pub fn resize(&mut self, size: (u16, u16)) {
        *self = Self::blank(size, self.theme);
    }

    /// Its columns and rows.
    #[must_use]
    pub fn size(&self) -> (u16, u16) {
        (self.cells.area.width, self.cells.area.height)
    }

    /// Every cell of it.
    #[must_use]
    pub fn cells(&self) -> &Buffer {
        &self.cells
    }

    /// Where the terminal's cursor stands, if it shows.
    #[must_use]
    pub fn cursor(&self) -> Option<Position> {
        self.cursor
    }

    /// Has it show `state`, and says which cells that alters.
    pub fn show(&mut self, state: &State) -> Vec<Stroke> {
        let next = app::screen(state);
        let touched = self.screen.as_ref().and_then(|was| touched(was, &next, self.cells.area));
        let strokes = match touched {
            Some(touched) => touched.iter().flat_map(|one| self.repaint(one)).collect(),
            None => self.paint_whole(&next),
        };
        self.cursor = cursor(&next, self.cells.area);
        self.screen = Some(next);
        strokes
    }

    fn paint_whole(&mut self, screen: &Screen) -> Vec<Stroke> {
        let mut cells = Buffer::empty(self.cells.area);
        paint(screen, self.theme, self.cells.area, &mut cells);
        let strokes = altered(&self.cells, &cells);
        self.cells = cells;
        strokes
    }

    fn repaint(&mut self, touched: &Touched<'_>) -> Vec<Stroke> {
        let at = touched.at();
        let (mut was, mut now) = (Buffer::empty(at), Buffer::empty(at));
        for place in at.positions() {
            if let (Some(to), Some(from)) = (was.cell_mut(place), self.cells.cell(place)) {
                to.clone_from(from);
            }
        }
        match touched {
            Touched::Line(_, says) => row(says, self.theme, at, &mut now),
            Touched::Row(_, pane, n) => pane_row(pane, *n, self.theme, at, &mut now),
        }
        let strokes = altered(&was, &now);
        for place in at.positions() {
            if let (Some(to), Some(from)) = (self.cells.cell_mut(place), now.cell(place)) {
                to.clone_from(from);
            }
        }
        strokes
    }
}

fn altered(was: &Buffer, now: &Buffer) -> Vec<Stroke> {
    was.diff_iter(now).map(|(x, y, _)| (x, y)).collect()
}

/// Where the cursor of a screen stands: in the topmost pane that has one.
fn cursor(screen: &Screen, area: Rect) -> Option<Position> {
    screen.panes.iter().rev().find_map(|pane| super::cursor(pane, area))
}

/// The lines that differ; nothing, if more than lines does, or if something lies
/// over one of them.
fn touched<'a>(was: &Screen, now: &'a Screen, area: Rect) -> Option<Vec<Touched<'a>>> {
    if was.panes.len() != now.panes.len() || was.foot.len() != now.foot.len() {
        return None;
    }
    let foot = super::foot(now, area);
    let mut found = Vec::new();
    if was.head != now.head {
        found.push((0, Touched::Line(line(area, area.y), &now.head)));
    }
    for (n, (was, now)) in was.panes.iter().zip(&now.panes).enumerate() {
        if was == now {
            continue;
        }
        if !is_framed_alike(was, now) {
            return None;
        }
        let lines = rect(now.lines()).intersection(area);
        for (at, y) in (lines.y..lines.bottom()).enumerate() {
            if was.rows.get(at) != now.rows.get(at) {
                found.push((n + 1, Touched::Row(line(lines, y), now, at)));
            }
        }
    }
    let lies_over = |n: usize, at: Rect| {
        foot.intersects(at) || now.panes.iter().skip(n).any(|pane| rect(pane.area).intersects(at))
    };
    if found.iter().any(|(n, touched)| lies_over(*n, touched.at())) {
        return None;
    }
    let mut found: Vec<Touched<'a>> = found.into_iter().map(|(_, touched)| touched).collect();
    for ((was, now), y) in was.foot.iter().zip(&now.foot).zip(foot.y..foot.bottom()) {
        if was != now {
            found.push(Touched::Line(line(area, y), now));
        }
    }
    Some(found)
}

/// Whether two panes differ in their rows alone.
fn is_framed_alike(was: &Pane, now: &Pane) -> bool {
    let more = |pane: &Pane| pane.first + pane.rows.len() < pane.total;
    !was.large
        && !now.large
        && (was.area, &was.title, &was.heads, was.focused, was.chosen)
            == (now.area, &now.title, &now.heads, now.focused, now.chosen)
        && was.first == now.first
        && more(was) == more(now)
}
