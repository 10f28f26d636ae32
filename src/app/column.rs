//! The columns of a table on the screen: what stands over them, and how wide they are.

use super::screen::{Look, Row};
use super::wrap;

/// A column of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// What stands over it.
    pub heading: &'static str,
    /// How many columns of the screen it takes.
    width: Width,
    /// From which width of the table it takes so many instead.
    wide: Option<(usize, usize)>,
    /// The narrowest table it is shown in.
    from: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Width {
    /// So many.
    Fixed(usize),
    /// All that the others leave; one column of a table has it.
    Rest,
}

impl Column {
    /// A column of a set width.
    #[must_use]
    pub const fn new(heading: &'static str, width: usize) -> Self {
        Self { heading, width: Width::Fixed(width), wide: None, from: 0 }
    }

    /// The column that takes what the others leave.
    #[must_use]
    pub const fn rest(heading: &'static str) -> Self {
        Self { heading, width: Width::Rest, wide: None, from: 0 }
    }

    /// The column `width` wide where the table is at least `from`.
    #[must_use]
    pub const fn wide(self, from: usize, width: usize) -> Self {
        Self { wide: Some((from, width)), ..self }
    }

    /// How wide it is in a table of `width`.
    fn width_in(&self, width: usize) -> Width {
        let wide = self.wide.filter(|(from, _)| *from <= width);
        wide.map_or(self.width, |(_, wide)| Width::Fixed(wide))
    }

    /// The column shown only where the table is at least `from` wide.
    #[must_use]
    pub const fn from(self, from: usize) -> Self {
        Self { from, ..self }
    }
}

/// The columns shown in a table of `width`, each by its place and with its own width.
fn shown(columns: &[Column], width: usize) -> Vec<(usize, usize)> {
    let all = columns.iter().enumerate().filter(|(_, column)| column.from <= width);
    let all: Vec<(usize, Width)> = all.map(|(n, column)| (n, column.width_in(width))).collect();
    let fixed = |of: &Width| if let Width::Fixed(n) = of { *n } else { 0 };
    let taken: usize = all.iter().map(|(_, of)| fixed(of)).sum();
    let rest = width.saturating_sub(taken + all.len().saturating_sub(1));
    let own = |of| if let Width::Fixed(n) = of { n } else { rest };
    all.into_iter().map(|(n, of)| (n, own(of))).collect()
}

/// How wide the column that takes the rest is, in a table of `width`.
#[must_use]
pub fn rest(columns: &[Column], width: usize) -> usize {
    let is_rest = |n: usize| columns.get(n).is_some_and(|column| column.width == Width::Rest);
    let found = shown(columns, width).into_iter().find(|(n, _)| is_rest(*n));
    found.map_or(0, |(_, room)| room)
}

/// The row of headings; none, if no column has one.
#[must_use]
pub fn heads(columns: &[Column], width: usize) -> Option<Row> {
    let cells = columns.iter().map(|column| Row::of(column.heading, Look::Dim));
    let any = columns.iter().any(|column| !column.heading.is_empty());
    any.then(|| cells_in(columns, width, cells.collect()))
}

/// A row of a table of `width`: a cell to each column, cut or filled to the column's width.
#[must_use]
pub fn cells_in(columns: &[Column], width: usize, cells: Vec<Row>) -> Row {
    let mut cells: Vec<Option<Row>> = cells.into_iter().map(Some).collect();
    let mut row = Row::new();
    for (at, (n, room)) in shown(columns, width).into_iter().enumerate() {
        if at > 0 {
            row = row.and(" ", Look::Plain);
        }
        let mut cell = cells.get_mut(n).and_then(Option::take).unwrap_or_default();
        for span in &mut cell.spans {
            span.text = span.text.replace('\n', " ");
        }
        let cell = cell.cut(room);
        let short = room.saturating_sub(wrap::width(&cell.text()));
        row.spans.extend(cell.spans);
        row = row.and(" ".repeat(short), Look::Plain);
    }
    row
}

/// A row of columns, each cut or filled to its width; the last takes what is
/// left of `width`.
#[must_use]
pub fn columns(width: usize, cells: &[(usize, &str, Look)]) -> Row {
    let mut row = Row::new();
    let mut left = width;
    for (n, (wanted, text, look)) in cells.iter().enumerate() {
        let last = n + 1 == cells.len();
        let room = if last { left } else { (*wanted).min(left) };
        let text = text.replace('\n', " ");
        row = row.and(wrap::fill(&text, room), *look);
        left -= room;
        if !last && left > 0 {
            row = row.and(" ", Look::Plain);
            left -= 1;
        }
    }
    row
}

#[cfg(test)]
mod tests {
    use super::*;

    const COLUMNS: &[Column] =
        &[Column::new("Day", 5), Column::rest("What"), Column::new("Who", 4).from(20)];

    fn text(width: usize) -> String {
        let cells = ["1 May", "a long matter indeed", "Vane"].map(Row::plain);
        cells_in(COLUMNS, width, cells.to_vec()).text()
    }

    #[test]
    fn a_heading_stands_over_its_column_and_a_cell_is_cut_to_it() {
        let heads = heads(COLUMNS, 24).map(|row| row.text());
        assert_eq!(heads.as_deref(), Some("Day   What          Who "));
        assert_eq!(text(24), "1 May a long matte… Vane");
        assert_eq!(rest(COLUMNS, 24), 13);
    }

    #[test]
    fn a_narrow_table_leaves_out_what_matters_least() {
        assert_eq!(text(19), "1 May a long matte…");
    }

    #[test]
    fn columns_keep_their_places_with_wide_letters() {
        let row = columns(12, &[(4, "日本語", Look::Plain), (0, "next", Look::Plain)]);
        assert_eq!(row.text(), "日…  next   ");
    }
}
