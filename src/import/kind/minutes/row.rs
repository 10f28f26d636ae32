//! Minutes kept in a table, a row to an item with its actions beside it, read
//! as if they stood one under another.

use super::super::super::paper::{Block, Cell, Role, Row, Table};
use super::super::super::words::column::{self, Column};
use super::super::super::words::marker;
use super::super::people::is_name;
use super::roll;

/// The blocks of `table` in reading order.
pub(super) fn blocks(table: &Table) -> Vec<Block> {
    if let Some(found) = attendance(table) {
        return found;
    }
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

/// The rows of a table of who was there, each as a line that names somebody: the
/// label over the table says whether they came.
fn attendance(table: &Table) -> Option<Vec<Block>> {
    let (head, rows) = table.rows.split_first()?;
    let of = |wanted: Column| {
        head.said().find(|cell| column::of(&cell.flat()) == Some(wanted)).map(|cell| cell.at)
    };
    let person = of(Column::Person)?;
    let from = of(Column::Organisation).or_else(|| of(Column::Role))?;
    let named = |row: &Row| {
        let (name, from) = (row.at(person), row.at(from));
        let text = match name.strip_suffix(')') {
            _ if from.is_empty() => name,
            Some(inside) => format!("{inside}; {from})"),
            None => format!("{name} (; {from})"),
        };
        line(row, Role::Line, "", &text)
    };
    Some(rows.iter().filter(|row| !row.at(person).is_empty()).map(named).collect())
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
        let names: Vec<String> =
            rest.iter().flat_map(|cell| &cell.blocks).map(|b| b.lines().join(", ")).collect();
        let text = format!("{}: {}", label.trim_end_matches(':'), names.join(", "));
        return found.push(line(row, Role::Line, "", &text));
    }
    let numbered = marker::is_lone(&label) && label.chars().any(|c| c.is_ascii_digit());
    let titled = first.blocks.first().filter(|block| {
        block.marker.starts_with(|c: char| c.is_ascii_digit()) && !block.text.contains('\n')
    });
    if let Some(title) = titled.filter(|_| !rest.is_empty() && action.is_some()) {
        found.push(line(row, Role::Item, &title.marker, &title.text));
        let under = first.blocks.iter().skip(1).flat_map(Block::lines);
        found.extend(under.map(|text| line(row, Role::Line, "", &text)));
        return cells(row, rest, action, found);
    }
    let number =
        if numbered { format!("{}.", label.trim_end_matches(['.', ')'])) } else { String::new() };
    if !numbered {
        return cells(row, &said, action, found);
    }
    // The first thing said beside a number is the title of the item.
    let mut title = String::new();
    let mut rest = rest.iter();
    let mut under = vec![];
    if let Some(cell) = rest.next() {
        let mut lines = cell.blocks.iter().flat_map(Block::lines);
        title = lines.next().unwrap_or_default();
        under.extend(lines.map(|text| line(row, Role::Line, "", &text)));
    }
    found.push(line(row, Role::Item, &number, &title));
    found.extend(under);
    let rest: Vec<&Cell> = rest.copied().collect();
    cells(row, &rest, action, found);
}

/// What stands in the cells of a row: talk, and in their own column actions.
fn cells(row: &Row, cells: &[&Cell], action: Option<usize>, found: &mut Vec<Block>) {
    for cell in cells {
        for text in cell.blocks.iter().flat_map(Block::lines) {
            // Initials alone say who, and not what.
            let says = !is_name(&text) && text.split_whitespace().count() > 1;
            let text =
                if Some(cell.at) == action && says { format!("ACTION: {text}") } else { text };
            found.push(line(row, Role::Line, "", &text));
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
