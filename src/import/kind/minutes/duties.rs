//! Columns of minutes that say what is to be done, by whom and by when, each of its own.

use super::super::super::paper::{Block, Cell, Row};
use super::super::super::words::column::Column;
use super::super::super::words::marker;
use super::super::super::words::nothing::is_nothing;

/// Where such columns stand.
pub(super) struct Duties {
    /// What is to be done.
    pub(super) text: usize,
    owner: usize,
    due: Option<usize>,
}

impl Duties {
    /// The columns of a table that has others for what was said.
    pub(super) fn of(columns: &[(usize, Column)]) -> Option<Self> {
        let at = |wanted: &[Column]| {
            columns.iter().rfind(|(_, column)| wanted.contains(column)).map(|(at, _)| *at)
        };
        let told =
            columns.iter().any(|(_, column)| matches!(column, Column::Remark | Column::Title));
        let (text, owner) = (at(&[Column::Text])?, at(&[Column::Owner, Column::Lead])?);
        (told && text < owner).then(|| Self { text, owner, due: at(&[Column::Due]) })
    }

    /// `row` with each thing to be done as a line that says by whom and by when; nothing, if
    /// the row has none. Where each line has an owner of its own, they go together.
    pub(super) fn told(&self, row: &Row) -> Option<Row> {
        let lines = |at: usize| -> Vec<String> {
            let blocks = row.cell(at).map(|cell| cell.blocks.clone()).unwrap_or_default();
            let lines = blocks.iter().flat_map(Block::lines);
            let lines = lines.filter(|line| !is_nothing(line));
            lines.map(|line| unnumbered(&line).to_owned()).collect()
        };
        let (what, who) = (lines(self.text), lines(self.owner));
        let when = self.due.map(lines).unwrap_or_default();
        if what.is_empty() {
            let empty = row.cell(self.text).is_some_and(|cell| !cell.is_empty());
            return empty.then(|| self.without(row));
        }
        let beside = |all: &[String], n: usize| {
            let each = all.len() == what.len();
            if each { all.get(n).cloned() } else { all.first().cloned() }.unwrap_or_default()
        };
        let action = |(n, text): (usize, &String)| {
            let (who, when) = (beside(&who, n), beside(&when, n));
            let who = if who.is_empty() { who } else { format!(" ({who})") };
            let when = when.trim_start_matches("by ");
            let by = if when.is_empty() { String::new() } else { format!(" by {when}") };
            format!("ACTION{who}: {}{by}", text.trim_end_matches('.'))
        };
        let said: Vec<String> = what.iter().enumerate().map(action).collect();
        let mut told = row.clone();
        told.cells.retain(|cell| cell.at == self.text || !self.has(cell));
        for cell in told.cells.iter_mut().filter(|cell| cell.at == self.text) {
            cell.blocks.truncate(1);
            for block in &mut cell.blocks {
                block.text = said.join("\n");
            }
        }
        Some(told)
    }

    /// Whether a cell is in one of these columns.
    fn has(&self, cell: &Cell) -> bool {
        [Some(self.text), Some(self.owner), self.due].contains(&Some(cell.at))
    }

    /// `row` without these columns, which say that nothing is to be done.
    fn without(&self, row: &Row) -> Row {
        let mut told = row.clone();
        told.cells.retain(|cell| !self.has(cell));
        told
    }
}

/// `row` with what its column `action` has due by what stands beside it: a line for a line
/// where there are as many, else the last by the one day. More days than that stay as they are.
pub(super) fn due_beside(row: &Row, action: Option<usize>, due: usize) -> Row {
    let lines = |cell: Option<&Cell>| -> Vec<String> {
        let blocks = cell.map(|cell| cell.blocks.as_slice()).unwrap_or_default();
        blocks.iter().flat_map(Block::lines).filter(|line| !is_nothing(line)).collect()
    };
    let (days, acts) = (lines(row.cell(due)), lines(action.and_then(|at| row.cell(at))));
    let mut told = row.clone();
    if days.len() > 1 && days.len() != acts.len() {
        return told;
    }
    told.cells.retain(|cell| cell.at != due);
    let each = days.len() == acts.len();
    let mut nth = 0;
    for block in told
        .cells
        .iter_mut()
        .filter(|cell| Some(cell.at) == action)
        .flat_map(|cell| &mut cell.blocks)
    {
        let timed = block.text.split('\n').map(|line| {
            if is_nothing(line) {
                return line.to_owned();
            }
            nth += 1;
            let by =
                if each { days.get(nth - 1) } else { days.first().filter(|_| nth == acts.len()) };
            by.map_or_else(
                || line.to_owned(),
                |by| {
                    let by = by.trim().trim_start_matches("by ");
                    format!("{} by {by}", line.trim_end_matches('.'))
                },
            )
        });
        block.text = timed.collect::<Vec<_>>().join("\n");
    }
    told
}

/// What is to be done without the number it bears among others in a cell.
pub(super) fn unnumbered(line: &str) -> &str {
    let line = line.trim();
    marker::split(line).map_or(line, |(_, words)| words.trim())
}
