//! Where the reader is in a table or a sheet of an `OpenDocument` file.

use super::super::xml::Tag;

/// A sheet or a table that is open.
#[derive(Default)]
pub(super) struct Grid {
    pub(super) sheet: Option<String>,
    pub(super) row: usize,
    /// How many times the open row stands in the file.
    pub(super) rows: usize,
    pub(super) column: usize,
    /// How many times the open cell stands in its row.
    pub(super) cells: usize,
    pub(super) hidden: Vec<(usize, usize)>,
    pub(super) columns: usize,
    pub(super) begun: bool,
    /// What the open cell holds, if it shows no text.
    pub(super) value: String,
    /// A value that stands in place of the text shown.
    pub(super) instead: bool,
}

/// Moves past the open cell and its repetitions.
pub(super) fn pass(table: &mut Grid) {
    table.column = table.column.saturating_add(table.cells);
}

/// Whether a row or a column is hidden.
pub(super) fn is_hidden(tag: &Tag) -> bool {
    matches!(tag.get("visibility"), Some("collapse" | "filter"))
}
