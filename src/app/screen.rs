//! What is on the screen, as panes of rows: where each stands, what it says, and
//! which row is chosen. The view draws it and the mouse is read against it.

use super::column::{self, Column};
use super::editor::Editor;
use super::wrap;

pub use super::area::Area;
pub use super::row::{Look, Row, Span};

/// What a pane is for, so that keys and the mouse can be told where they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// The list of a page, or the agenda of a meeting.
    List,
    /// What the chosen line says in full, or the minute being written.
    Detail,
    /// What the partnership has done.
    Performance,
    /// What the partnership answers.
    Response,
    /// The line being typed at the foot.
    Line,
    /// Something laid over the page.
    Over,
}

/// A bordered rectangle with a title and rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pane {
    /// What it is for.
    pub part: Part,
    /// Where it stands, border included.
    pub area: Area,
    /// What stands in its border.
    pub title: String,
    /// What stands over its columns, if it has any.
    pub heads: Option<Row>,
    /// The rows to be seen, from the first.
    pub rows: Vec<Row>,
    /// Which row of all is seen first.
    pub first: usize,
    /// How many rows there are in all.
    pub total: usize,
    /// Which row of all is chosen.
    pub chosen: Option<usize>,
    /// Whether keys go here.
    pub focused: bool,
    /// Whether its rows are in large letters, each [`LARGE`] columns by rows.
    pub large: bool,
    /// Where the terminal's cursor stands inside, if it does: column, row.
    pub cursor: Option<(u16, u16)>,
}

impl Pane {
    /// A pane of text that wraps, scrolled to `scroll` as far as there is text.
    #[must_use]
    pub fn text(
        part: Part,
        area: Area,
        title: impl Into<String>,
        text: &[Row],
        scroll: usize,
    ) -> Self {
        Self::told(part, area, title, text, (scroll, None))
    }

    /// The same with one of the things it tells of chosen, which is then in sight.
    #[must_use]
    pub fn told(
        part: Part,
        area: Area,
        title: impl Into<String>,
        text: &[Row],
        (scroll, thing): (usize, Option<&str>),
    ) -> Self {
        let (width, height) = area.inside().size();
        let rows: Vec<Row> = text.iter().flat_map(|row| row.broken(width)).collect();
        let total = rows.len();
        let tells = |row: &Row| thing.is_some() && row.about.as_deref() == thing;
        let chosen = rows.iter().position(tells);
        let end = rows.iter().rposition(tells).map_or(0, |last| last + 1);
        let first = scroll.min(total.saturating_sub(height));
        let first = chosen.map_or(first, |at| first.max(end.saturating_sub(height)).min(at));
        let rows = rows.into_iter().skip(first).take(height).collect();
        Self {
            part,
            area,
            title: title.into(),
            heads: None,
            rows,
            first,
            total,
            chosen,
            focused: false,
            large: false,
            cursor: None,
        }
    }

    /// A pane with a field of one line in it, as much of it in sight as fits
    /// before the cursor.
    #[must_use]
    pub fn field(part: Part, area: Area, title: impl Into<String>, field: &Editor) -> Self {
        let width = usize::from(area.inside().width);
        let before = field.text().get(..field.cursor()).unwrap_or_default();
        let column = wrap::width(before);
        let skip = column.saturating_sub(width.saturating_sub(1));
        let shown: String = field.text().chars().skip(skip).collect();
        let mut pane = Self::text(part, area, title, &[Row::plain(wrap::cut(&shown, width))], 0);
        pane.cursor = Some((u16::try_from(column - skip).unwrap_or(u16::MAX), 0));
        pane
    }

    /// A pane whose first lines are a field, whole, with `text` under it; the row being typed
    /// on is in sight, however many there are.
    #[must_use]
    pub fn writing(
        part: Part,
        area: Area,
        title: impl Into<String>,
        field: &Editor,
        text: &[Row],
    ) -> Self {
        let (width, height) = area.inside().size();
        let (line, column) = wrap::position(field.text(), field.cursor(), width);
        let above = line.saturating_sub(height.saturating_sub(1));
        let rows: Vec<Row> = [Row::plain(field.text())].iter().chain(text).cloned().collect();
        let at = |n: usize| u16::try_from(n).unwrap_or(u16::MAX);
        let cursor = Some((at(column.min(width.saturating_sub(1))), at(line - above)));
        Self { cursor, focused: true, ..Self::text(part, area, title, &rows, above) }
    }

    /// A pane of text in large letters, for reading out.
    #[must_use]
    pub fn large(
        part: Part,
        area: Area,
        title: impl Into<String>,
        text: &[Row],
        scroll: usize,
    ) -> Self {
        let inside = area.inside();
        let shrunk =
            Area { width: inside.width / LARGE + 2, height: inside.height / LARGE + 2, ..area };
        let pane = Self::text(part, shrunk, title, text, scroll);
        Self { area, large: true, ..pane }
    }

    /// A list of `total` lines, one row each, with `chosen` in sight; only the
    /// rows in sight are made.
    #[must_use]
    pub fn list(
        part: Part,
        area: Area,
        title: impl Into<String>,
        total: usize,
        chosen: usize,
        row: impl Fn(usize, usize) -> Row,
    ) -> Self {
        Self::text(part, area, title, &[], 0).filled(total, chosen, row)
    }

    /// A list whose rows have `columns`, with their headings over them where there is room.
    #[must_use]
    pub fn table(
        part: Part,
        area: Area,
        title: impl Into<String>,
        columns: &[Column],
        (total, chosen): (usize, usize),
        cells: impl Fn(usize, usize) -> Vec<Row>,
    ) -> Self {
        let (width, height) = area.inside().size();
        let heads = column::heads(columns, width).filter(|_| height >= HEADED);
        let pane = Self { heads, ..Self::text(part, area, title, &[], 0) };
        pane.filled(total, chosen, |n, width| column::cells_in(columns, width, cells(n, width)))
    }

    fn filled(self, total: usize, chosen: usize, row: impl Fn(usize, usize) -> Row) -> Self {
        let (width, height) = self.lines().size();
        let chosen = chosen.min(total.saturating_sub(1));
        let first = (chosen + 1 + height / 3)
            .saturating_sub(height)
            .min(total.saturating_sub(height))
            .min(chosen);
        let rows = (first..total).take(height).map(|n| row(n, width)).collect();
        Self { rows, first, total, chosen: (total > 0).then_some(chosen), ..self }
    }

    /// Where its rows stand: inside its border, and under its headings.
    #[must_use]
    pub fn lines(&self) -> Area {
        self.area.inside().top(u16::from(self.heads.is_some())).1
    }

    /// The pane with keys going to it, or not.
    #[must_use]
    pub fn focused(mut self, focused: bool) -> Self {
        self.focused = focused;
        self
    }

    /// Which row of all stands at a cell of the screen, if one does.
    #[must_use]
    pub fn row_at(&self, x: u16, y: u16) -> Option<usize> {
        let lines = self.lines();
        let row = self.first + usize::from(y.checked_sub(lines.y)?);
        (lines.holds(x, y) && row < self.total).then_some(row)
    }
}

/// The fewest rows inside a table's border of which one is given to its headings.
const HEADED: usize = 4;

/// How many columns and rows a large letter takes.
pub const LARGE: u16 = 4;

/// The whole screen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Screen {
    /// The line at the head: where we are.
    pub head: Row,
    /// The panes, those laid over others last.
    pub panes: Vec<Pane>,
    /// The lines at the foot: how things stand, and what can be done.
    pub foot: Vec<Row>,
}

impl Screen {
    /// The topmost pane at a cell.
    #[must_use]
    pub fn pane_at(&self, x: u16, y: u16) -> Option<&Pane> {
        self.panes.iter().rfind(|pane| pane.area.holds(x, y))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_chosen_line_is_always_in_sight() {
        let area = Area { x: 0, y: 0, width: 20, height: 7 };
        for chosen in 0..30 {
            let pane =
                Pane::list(Part::List, area, "", 30, chosen, |n, _| Row::plain(n.to_string()));
            assert!((pane.first..pane.first + 5).contains(&chosen), "{chosen} from {}", pane.first);
            assert_eq!(pane.rows.len(), 5);
        }
    }
}
