//! How the rows of a table of minutes are numbered, and which of them are items.

use super::super::super::paper::{Block, Cell, Role, Row, Table};
use super::super::super::words::marker;
use super::row::line;

/// How the rows of a table are numbered.
#[derive(Clone, Copy)]
pub(super) struct Numbering {
    /// Whether parts of items have rows, "2.1", and the items have none.
    parted: bool,
    /// Whether what bears the number of a part is mostly a sentence, and so a paragraph of
    /// its item and no business of its own.
    told: bool,
}

impl Numbering {
    pub(super) fn of(table: &Table) -> Self {
        let numbers = |row: &&Row| row.said().next().map(Cell::flat).filter(|n| marker::is_lone(n));
        let first = table.rows.iter().find_map(|row| numbers(&row));
        let part = |row: &&Row| numbers(row).is_some_and(|n| marker::parts(&n).len() == 2);
        let beside = |row: &Row| {
            let said = row.said().nth(1)?.blocks.first()?.lines().into_iter().next()?;
            Some(said.trim_end().ends_with(['.', ':', '?']))
        };
        let ends: Vec<bool> = table.rows.iter().filter(part).filter_map(beside).collect();
        Self {
            parted: first.is_some_and(|first| marker::parts(&first).len() == 2),
            told: ends.iter().filter(|ends| **ends).count() * 2 > ends.len(),
        }
    }

    /// The item that `row` heads and does not number, over the first of its parts: "Rents"
    /// in a row of its own, and "4.1" in the `next`.
    pub(super) fn over(self, row: &Row, next: Option<&Row>) -> Option<Block> {
        let mut said = row.said();
        let (cell, None) = (said.next()?, said.next()) else { return None };
        let label = next?.said().next()?.flat();
        let number = self.parted && marker::is_lone(&label) && !marker::is_lone(&cell.flat());
        match marker::parts(&label)[..] {
            [major, "1"] if number => {
                Some(line(row, Role::Item, &format!("{major}."), &cell.flat()))
            }
            _ => None,
        }
    }

    /// The number of an item, of which a row bears the number `label`: "4." for "4.1", where
    /// items have no row of their own and begin with their first part.
    pub(super) fn item(self, label: &str) -> String {
        match marker::parts(label)[..] {
            [major, _] if self.parted => format!("{major}."),
            _ => format!("{}.", label.trim_end_matches(['.', ')'])),
        }
    }

    /// Whether the row of that number is a paragraph of the last item of those `found`:
    /// "2.2" under item 2.
    pub(super) fn is_told(self, label: &str, found: &[Block]) -> bool {
        let [major, _] = marker::parts(label)[..] else { return false };
        let last = found.iter().rfind(|block| block.role == Role::Item);
        let began = last.is_some_and(|block| marker::parts(&block.marker).first() == Some(&major));
        (self.parted || self.told) && began
    }
}
