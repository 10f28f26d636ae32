//! What names a partnership in a schedule, and what only looks as if it did.

use super::super::super::paper::{Block, Piece, Role, Row};
use super::super::super::words::column::Column;
use super::super::super::words::count::Counts;
use super::super::super::words::fold::fold;
use super::super::super::words::{nothing::is_nothing, when};
use super::super::letterhead;
use super::collect::column;
use super::word;

/// The partnership that a row of one cell names, with a period beside it. In a table that
/// is `titled` with the name of one, a point that nobody answers is no other.
pub(super) fn name_row(
    row: &Row,
    columns: Option<&[(usize, Column)]>,
    titled: bool,
) -> Option<(String, Option<String>)> {
    let recorded = columns.is_some_and(|c| column(c, Column::Partnership).is_some());
    let said: Vec<_> = row.said().collect();
    let period = said.get(1).and_then(|cell| when::period(&cell.flat()));
    let of = |at: usize| columns.and_then(|c| c.iter().find(|(of, _)| *of == at)).map(|(_, c)| *c);
    let response = said.first().is_some_and(|cell| of(cell.at) == Some(Column::Response));
    let lone = said.len() == 1 || (said.len() == 2 && period.is_some() && !response);
    let [block] = said.first()?.blocks.as_slice() else { return None };
    let first = said.first()?.at == row.cells.first()?.at;
    let whole = row.cells.iter().all(|cell| !cell.joined);
    let unanswered = titled && columns.is_some() && period.is_none() && row.cells.len() > 1;
    let names = lone
        && (!unanswered || letterhead::is_body(&block.flat()))
        && first
        && whole
        && !recorded
        && is_name(block)
        && word::section(&block.flat()).is_none();
    names.then(|| (block.flat(), period.map(|(words, _)| words)))
}

/// The period that a heading of a pane in `row` bears, as a cell of its own would have it:
/// "Performance (Q1 2026/27)".
pub(super) fn period_in(row: &Row) -> Option<(Column, String, String)> {
    let blocks = row.cells.iter().flat_map(|cell| &cell.blocks).map(Block::flat);
    let (period, _) =
        blocks.filter(|text| word::is_part(text)).find_map(|text| when::period(&text))?;
    Some((Column::Period, period, row.place.clone()))
}

/// Whether `block` is short enough and plain enough to be a name.
pub(super) fn is_name(block: &Block) -> bool {
    let text = block.flat();
    let words = text.split_whitespace().count();
    let stops = text.ends_with(['.', '?', ';', ',']);
    let item = block.role == Role::Item && block.marker.chars().all(|c| !c.is_ascii_digit());
    (1..=12).contains(&words)
        && !stops
        && !item
        && !is_nothing(&text)
        && !word::is_detail(&text)
        && !gives_figures(&text)
        && text.chars().any(char::is_alphabetic)
}

/// Whether a paragraph says how many targets there are, or how they stand.
pub(super) fn gives_figures(text: &str) -> bool {
    let counts = Counts::of(text);
    counts.targets && (counts.total.is_some() || !counts.parts.is_empty())
}

/// Whether `name` says that its row adds up the others, and names no partnership.
pub(in super::super) fn is_total(name: &str) -> bool {
    let name = fold(name);
    let last = name.split(' ').next_back().unwrap_or_default();
    // "Combined Authority" is one, and adds up nothing.
    name.starts_with("total")
        || matches!(last, "total" | "totals" | "overall" | "combined")
        || matches!(name.as_str(), "all" | "sum" | "all partnerships")
}

/// Whether what comes next opens a pane, so that what stands before it names
/// a partnership.
pub(super) fn opens_next(rest: &[Piece]) -> bool {
    match rest.first() {
        Some(Piece::Text(block)) => word::is_part(&block.flat()),
        Some(Piece::Table(table)) => table.rows.first().is_some_and(|row| {
            let named =
                word::columns(row).is_some_and(|c| column(&c, Column::Partnership).is_some());
            let paned = word::columns(row).is_some()
                || row.said().next().is_some_and(|cell| {
                    cell.blocks
                        .iter()
                        .any(|b| word::section(b.flat().trim_end_matches(':')).is_some())
                });
            paned && !named
        }),
        None => false,
    }
}
