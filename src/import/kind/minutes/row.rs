//! Minutes kept in a table, a row to an item with its actions beside it, read
//! as if they stood one under another.

use super::super::super::paper::{Block, Cell, Role, Row, Table};
use super::super::super::words::column::{self, Column};
use super::super::super::words::marker;
use super::super::people::is_name;
use super::roll;

/// The blocks of `table` in reading order.
pub(super) fn blocks(table: &Table) -> Vec<Block> {
    let mut found = vec![];
    let mut action = None;
    for row in &table.rows {
        if let Some(columns) = heads(row) {
            let last = columns.last().filter(|(_, c)| matches!(c, Column::Text | Column::Owner));
            action = last.map(|(at, _)| *at);
            continue;
        }
        read(row, action, &mut found);
    }
    found
}

/// The columns of `row`, if it heads such a table.
fn heads(row: &Row) -> Option<Vec<(usize, Column)>> {
    let known: Vec<(usize, Column)> =
        row.said().filter_map(|cell| Some((cell.at, column::of(&cell.flat())?))).collect();
    let said = row.said().count();
    let has = |wanted: &[Column]| known.iter().any(|(_, column)| wanted.contains(column));
    let notes = has(&[Column::Remark, Column::Title, Column::Text, Column::Number]);
    (said >= 2 && known.len() == said && notes).then_some(known)
}

fn read(row: &Row, action: Option<usize>, found: &mut Vec<Block>) {
    let said: Vec<&Cell> = row.said().collect();
    let [first, rest @ ..] = said.as_slice() else { return };
    let label = first.flat();
    if !rest.is_empty() && roll::label(label.trim_end_matches(':')).is_some() {
        let names: Vec<String> = rest
            .iter()
            .flat_map(|cell| &cell.blocks)
            .map(|b| b.full().replace('\n', ", "))
            .collect();
        let text = format!("{}: {}", label.trim_end_matches(':'), names.join(", "));
        return found.push(line(row, Role::Line, "", &text));
    }
    let numbered = marker::is_lone(&label) && label.chars().any(|c| c.is_ascii_digit());
    let number =
        if numbered { format!("{}.", label.trim_end_matches(['.', ')'])) } else { String::new() };
    let mut waiting = numbered;
    for cell in if numbered { rest } else { &said } {
        for text in cell.blocks.iter().flat_map(Block::lines) {
            if Some(cell.at) == action && !is_name(&text) {
                found.push(line(row, Role::Line, "", &format!("ACTION: {text}")));
            } else if std::mem::take(&mut waiting) {
                found.push(line(row, Role::Item, &number, &text));
            } else {
                found.push(line(row, Role::Line, "", &text));
            }
        }
    }
}

fn line(row: &Row, role: Role, marker: &str, text: &str) -> Block {
    Block {
        place: row.place.clone(),
        role,
        level: 0,
        marker: marker.to_owned(),
        text: text.to_owned(),
        nth: 0,
    }
}
