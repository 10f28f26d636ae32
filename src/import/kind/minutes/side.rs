//! Lists of those who came and those who did not that stand side by side, each in a column
//! under its label.

use super::super::super::paper::{Block, Cell, Role, Table};
use super::label::{Label, label};
use super::row::line;

/// The columns of `table` one under another, each with its label before it, if a label heads
/// every one of them.
pub(super) fn by_side(table: &Table) -> Option<Vec<Block>> {
    let (head, rows) = table.rows.split_first()?;
    let heads: Vec<&Cell> = head.said().collect();
    let lists = |cell: &&Cell| {
        let came = |label| matches!(label, Label::Came(..) | Label::Chair);
        matches!(label(&cell.flat()), Some((label, "")) if came(label))
    };
    if heads.len() < 2 || !heads.iter().all(lists) {
        return None;
    }
    // What stands under no heading of its own belongs to the column before it.
    let ends = heads.iter().skip(1).map(|next| next.at).chain([usize::MAX]);
    let columns = heads.iter().zip(ends.collect::<Vec<_>>()).map(|(cell, end)| {
        let label = line(head, Role::Line, "", &format!("{}:", cell.flat().trim_end_matches(':')));
        let named = rows.iter().flat_map(move |row| {
            let cells = row.said().filter(move |said| (cell.at..end).contains(&said.at));
            let lines = cells.flat_map(|said| said.blocks.iter().flat_map(Block::lines));
            lines.map(move |name| line(row, Role::Line, "", &name))
        });
        std::iter::once(label).chain(named).collect::<Vec<_>>()
    });
    Some(columns.flatten().collect())
}
