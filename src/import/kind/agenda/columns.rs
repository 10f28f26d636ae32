//! The columns of an agenda that is a table: by their headings, or by what they hold.

use super::super::super::paper::{Cell, Row, Table};
use super::super::super::words::column::{self, Column};
use super::super::super::words::fold::fold;
use super::super::super::words::when;
use super::table::numbers;

/// The columns of a row that heads an agenda.
pub(super) fn headings(row: &Row) -> Option<Vec<(usize, Column)>> {
    let said: Vec<&Cell> = row.said().collect();
    let is_title = |cell: &&Cell| {
        matches!(column::of(&cell.flat()), Some(Column::Title | Column::Text))
            && fold(&cell.flat()) != "item"
    };
    // Beside a column of titles, the one headed "Item" has the numbers.
    let titled = said.iter().any(is_title);
    let mut known: Vec<(usize, Column)> = said
        .iter()
        .filter_map(|cell| {
            let column = match fold(&cell.flat()).as_str() {
                "item" if titled || cell.at == said[0].at && said.len() > 2 => Column::Number,
                _ => either(&cell.flat()).or_else(|| column::of(&cell.flat()))?,
            };
            Some((cell.at, column))
        })
        .collect();
    let has = |wanted: &[Column]| known.iter().any(|(_, column)| wanted.contains(column));
    let titled = has(&[Column::Title, Column::Text]);
    let agenda = has(&[
        Column::Lead,
        Column::Time,
        Column::Length,
        Column::Paper,
        Column::Number,
        Column::Recommendation,
    ]);
    let foreign = has(&[
        Column::Partnership,
        Column::Response,
        Column::Owner,
        Column::Due,
        Column::Status,
        Column::Person,
        Column::Value,
    ]);
    if said.len() < 2 || known.len() * 2 < said.len() || !titled || !agenda || foreign {
        return None;
    }
    if !has(&[Column::Title]) {
        for (_, column) in &mut known {
            if *column == Column::Text {
                *column = Column::Title;
            }
        }
    }
    Some(known)
}

/// What a column holds beside which its heading names what the item is for: "Purpose /
/// Paper".
fn either(heading: &str) -> Option<Column> {
    let mut each = heading.split('/').map(|part| column::of(part.trim()));
    let (one, other) = (each.next()??, each.next()??);
    let pair = [one, other];
    let both = pair.contains(&Column::Recommendation) && pair.contains(&Column::Paper);
    both.then_some(Column::Paper)
}

/// The columns of an agenda that nothing heads and that begins each row with a time: then
/// come the number, the title, who leads, and papers where they are.
pub(super) fn unheaded(table: &Table) -> Option<Vec<(usize, Column)>> {
    let whole =
        |text: &str| when::times(text).first().is_some_and(|(_, at)| at.len() == text.trim().len());
    let timed = |row: &&Row| {
        let said: Vec<&Cell> = row.said().take(3).collect();
        matches!(said[..], [time, number, _] if whole(&time.flat()) && !numbers(number).is_empty())
    };
    let mut rows = table.rows.iter().filter(timed);
    let first: Vec<usize> = rows.next()?.said().map(|cell| cell.at).collect();
    rows.next()?;
    let paper = |at: usize| {
        const PAPERS: [&str; 6] = ["paper", "verbal", "oral", "annex", "appendix", "doc"];
        let said = |row: &Row| fold(row.at(at).split(' ').next().unwrap_or_default());
        table.rows.iter().any(|row| PAPERS.contains(&said(row).as_str()))
    };
    let known = [Column::Time, Column::Number, Column::Title, Column::Lead];
    let mut columns: Vec<(usize, Column)> = first.iter().copied().zip(known).collect();
    columns.extend(first.iter().skip(4).filter(|at| paper(**at)).map(|at| (*at, Column::Paper)));
    Some(columns)
}
