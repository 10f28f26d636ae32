//! Columns of text side by side.

use super::super::wrap::{padded, width, wrap};

/// The columns left free between two of a table's.
const GAP: usize = 2;
/// The least a column is made, if it needs that much.
const LEAST: usize = 12;

/// Sets a table in `room` columns: side by side if its columns fit, and
/// otherwise a row at a time, each cell after the head of its column.
pub(super) fn set(head: &[String], rows: &[Vec<String>], room: usize) -> Vec<String> {
    let Some(widths) = widths(head, rows, room) else {
        return stacked(head, rows, room);
    };
    let mut lines = side_by_side(head, &widths);
    let tall =
        rows.iter().any(|row| row.iter().zip(&widths).any(|(c, w)| set_cell(c, *w).len() > 2));
    for (at, row) in rows.iter().enumerate() {
        if tall && at > 0 {
            lines.push(String::new());
        }
        lines.extend(side_by_side(row, &widths));
    }
    lines
}

fn set_cell(cell: &str, room: usize) -> Vec<String> {
    if cell.is_empty() {
        return vec![String::new()];
    }
    cell.lines().flat_map(|line| wrap(line, room)).collect()
}

fn side_by_side(cells: &[String], widths: &[usize]) -> Vec<String> {
    let set: Vec<Vec<String>> =
        cells.iter().zip(widths).map(|(cell, room)| set_cell(cell, *room)).collect();
    let tall = set.iter().map(Vec::len).max().unwrap_or(0);
    (0..tall)
        .map(|at| {
            let line: String = set
                .iter()
                .zip(widths)
                .map(|(lines, room)| padded(lines.get(at).map_or("", String::as_str), room + GAP))
                .collect();
            line.trim_end().to_owned()
        })
        .collect()
}

/// How wide each column is made, if they fit at all: wide enough for its longest
/// word where there is room for all of those, and else for a word of `LEAST`.
fn widths(head: &[String], rows: &[Vec<String>], room: usize) -> Option<Vec<usize>> {
    shared(head, rows, room, room).or_else(|| shared(head, rows, room, LEAST))
}

/// How wide each column is made: as wide as it would like if that is no more
/// than its share of the room, and else its share, but at least its longest word
/// or `least` columns.
fn shared(head: &[String], rows: &[Vec<String>], room: usize, least: usize) -> Option<Vec<usize>> {
    let cells = |column: usize| rows.iter().filter_map(move |row| row.get(column));
    let word = |cell: &String| cell.split_whitespace().map(width).max().unwrap_or(1);
    let named = |column: usize| head.get(column).map_or(1, word);
    let count = head.len();
    let columns: Vec<Column> = (0..count)
        .map(|at| Column {
            at,
            liked: cells(at)
                .flat_map(|cell| cell.lines())
                .map(width)
                .max()
                .unwrap_or(1)
                .max(named(at)),
            least: cells(at).map(word).max().unwrap_or(1).max(named(at)).clamp(1, least.max(1)),
        })
        .collect();
    let whole = |column: &Column| column.liked.max(head.get(column.at).map_or(1, |h| width(h)));
    let wide: Vec<usize> = columns.iter().map(whole).collect();
    if wide.iter().sum::<usize>() + GAP * count.saturating_sub(1) <= room {
        return Some(wide);
    }
    let mut left = room.checked_sub(GAP * count.saturating_sub(1))?;
    let mut needed: usize = columns.iter().map(|column| column.least).sum();
    let mut by_wish = columns;
    by_wish.sort_by_key(|column| column.liked);
    let mut widths = vec![0; count];
    for (done, column) in by_wish.iter().enumerate() {
        needed -= column.least;
        let share = left / (by_wish.len() - done);
        let given = column.liked.min(share).max(column.least).min(left.checked_sub(needed)?);
        if given < column.least {
            return None;
        }
        *widths.get_mut(column.at)? = given;
        left -= given;
    }
    Some(widths)
}

/// What a column asks for.
struct Column {
    at: usize,
    liked: usize,
    least: usize,
}

fn stacked(head: &[String], rows: &[Vec<String>], room: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        if at > 0 {
            lines.push(String::new());
        }
        for (name, cell) in head.iter().zip(row).filter(|(_, cell)| !cell.is_empty()) {
            let said = format!("{name}: {}", cell.replace('\n', " "));
            let room = room.saturating_sub(GAP);
            lines.extend(
                wrap(&said, room)
                    .into_iter()
                    .enumerate()
                    .map(|(at, line)| if at == 0 { line } else { format!("  {line}") }),
            );
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn strings(cells: &[&str]) -> Vec<String> {
        cells.iter().map(|cell| (*cell).to_owned()).collect()
    }

    #[test]
    fn columns_share_what_room_there_is() {
        let head = strings(&["Who", "What"]);
        let rows = vec![strings(&["A. Reader", "one two three four five six seven"])];
        let lines = set(&head, &rows, 30);
        assert!(lines.iter().all(|line| width(line) <= 30), "{lines:?}");
        assert_eq!(lines.first().map(String::as_str), Some("Who        What"));
    }

    #[test]
    fn no_word_is_broken_where_there_is_room_for_all_of_them() {
        let head = strings(&["No.", "What", "Shown by"]);
        let text = "one two three four five six seven eight nine ten eleven twelve";
        let rows = vec![strings(&["1", text, "review-2008-scrutiny, schedule-2010-07."])];
        let lines = set(&head, &rows, 50);
        assert!(lines.iter().any(|line| line.contains("review-2008-scrutiny,")), "{lines:?}");
        assert!(lines.iter().all(|line| width(line) <= 50), "{lines:?}");
    }

    #[test]
    fn a_table_too_wide_for_the_page_is_set_a_row_at_a_time() {
        let head: Vec<String> = (0..10).map(|n| format!("Columnwise{n}")).collect();
        let rows = vec![head.clone()];
        let lines = set(&head, &rows, 40);
        assert_eq!(lines.first().map(String::as_str), Some("Columnwise0: Columnwise0"));
    }
}
