//! Tables that a typist set out with spaces: columns that begin at the same place in
//! line after line.

use super::super::limit;
use super::super::words::{marker, when};

/// How many lines make a table: two may be alike by chance.
const ENOUGH: usize = 3;

/// A table that stands in lines.
#[derive(Default)]
pub(super) struct Aligned {
    /// Its rows, cell by cell, each with the line it begins at, counted from nought.
    pub(super) rows: Vec<(usize, Vec<String>)>,
    /// How many lines it has.
    pub(super) lines: usize,
}

/// The table that `lines` begin with; one of no rows, if they begin with none.
///
/// Every cell begins where one of the first line does, so that the columns of the
/// first line are all there are; one that fills its column has a single space after it.
/// A line without a first cell goes on with the cells of the row above it, or is a pause
/// with its time.
pub(super) fn table(lines: &[&str]) -> Aligned {
    let starts: Vec<usize> = match lines.first() {
        Some(first) if !first.starts_with(' ') => cells(first).map(|(at, _)| at).collect(),
        _ => return Aligned::default(),
    };
    if starts.len() < 2 {
        return Aligned::default();
    }
    let mut found: Vec<(usize, Vec<String>)> = Vec::new();
    let (mut sure, mut good, mut end) = (0, 0, 0);
    for (at, line) in lines.iter().enumerate() {
        let Some(row) = row(line, &starts) else { break };
        let said = row.iter().filter(|cell| !cell.is_empty()).count();
        let led = row.first().is_some_and(|cell| !cell.is_empty());
        if !led && let Some((_, above)) = found.last_mut().filter(|(_, above)| wraps(above, &row)) {
            for (cell, more) in above.iter_mut().zip(&row).filter(|(_, more)| !more.is_empty()) {
                cell.push(' ');
                cell.push_str(more);
            }
            end = if good == found.len() { at + 1 } else { end };
            continue;
        }
        if said < 2 || (!led && found.is_empty()) {
            break;
        }
        sure += usize::from(cells(line).count() == said);
        found.push((at, row));
        // At least half of the lines are parted by more than one space; where fewer are,
        // words happened to begin there, and no more lines are looked at for it.
        if sure * 2 >= found.len() {
            (good, end) = (found.len(), at + 1);
        } else if found.len() > good + ENOUGH {
            break;
        }
    }
    found.truncate(good);
    // Numbers with words after them are a list, however far apart.
    let numbered = |(_, row): &(usize, Vec<String>)| {
        let stopped = |mark: &String| mark.ends_with(['.', ')']) && marker::is_lone(mark);
        row.len() == 2 && row.first().is_some_and(stopped)
    };
    if good < ENOUGH || found.iter().all(numbered) {
        return Aligned::default();
    }
    Aligned { rows: found, lines: end }
}

/// Whether `row` goes on with cells of the one `above` that are begun, and has no time of
/// its own as a pause does. Names stand one under another in two columns, and beside a label.
fn wraps(above: &[String], row: &[String]) -> bool {
    let label = above.first().is_some_and(|first| first.ends_with(':'));
    let full = above.iter().any(|cell| cell.len() > limit::TEXT);
    if row.len() < 3 || label || full {
        return false;
    }
    let own = |cell: &String| when::whole_time(cell).is_some();
    let begun = above.iter().zip(row).all(|(had, more)| more.is_empty() || !had.is_empty());
    begun && !row.iter().any(own)
}

/// The cells of a line cut where columns begin; none, if words stand across that.
fn row(line: &str, starts: &[usize]) -> Option<Vec<String>> {
    let letters: Vec<char> = line.trim_end().chars().collect();
    let ends = starts.iter().skip(1).copied().chain([usize::MAX]);
    let mut row = Vec::new();
    for (start, end) in starts.iter().zip(ends) {
        let end = end.min(letters.len());
        let cell = letters.get(*start..end.max(*start)).unwrap_or_default();
        let whole = *start == 0 || letters.get(start - 1).is_none_or(|c| *c == ' ');
        let begins = cell.first() != Some(&' ') || cell.iter().all(|c| *c == ' ');
        if !whole || !begins {
            return None;
        }
        row.push(cell.iter().collect::<String>().trim().to_owned());
    }
    row.iter().any(|cell| !cell.is_empty()).then_some(row)
}

/// The words of a line that stand together, each with the column it begins at: two
/// spaces or more part them.
fn cells(line: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut rest = line.trim_end();
    let mut at = 0;
    std::iter::from_fn(move || {
        let blank = rest.len() - rest.trim_start_matches(' ').len();
        (at, rest) = (at + blank, &rest[blank..]);
        if rest.is_empty() {
            return None;
        }
        let end = rest.find("  ").unwrap_or(rest.len());
        let (cell, after) = rest.split_at(end);
        let here = at;
        at += cell.chars().count();
        rest = after;
        Some((here, cell))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(lines: &[&str]) -> Vec<Vec<String>> {
        table(lines).rows.into_iter().map(|(_, row)| row).collect()
    }

    #[test]
    fn a_line_without_a_first_cell_goes_on_with_the_row_above_or_is_a_pause() {
        let lines = [
            "1.  Apologies for           Chair     10.00",
            "    absence",
            "2.  Performance report      K. Oduya  10.15",
            "    Coffee                            11.00",
            "3.  Any other business      All       11.15",
            "Then the meeting ends.",
        ];
        let found = table(&lines);
        assert_eq!(found.lines, 5);
        assert_eq!(rows(&lines)[0], ["1.", "Apologies for absence", "Chair", "10.00"]);
        assert_eq!(rows(&lines)[2], ["", "Coffee", "", "11.00"]);
        assert_eq!(found.rows[3].0, 4);
    }

    #[test]
    fn columns_that_stand_under_each_other_make_a_table() {
        let lines = [
            "Name          Organisation   Present / Apologies",
            "Cllr A. Bell  County Council Present",
            "Kim Oduya     County Council Present",
            "Supt R. Vane  Police         Apologies",
        ];
        assert_eq!(rows(&lines)[2], ["Kim Oduya", "County Council", "Present"]);
        let lines = [
            "2.00  Welcome            Chair",
            "2.15  Performance        K. Oduya",
            "3.30  Break",
            "Then the meeting ends.",
        ];
        let found = rows(&lines);
        assert_eq!(found.len(), 3);
        assert_eq!(found[1], ["2.15", "Performance", "K. Oduya"]);
        assert_eq!(found[2], ["3.30", "Break", ""]);
        let list = ["1.  Apologies", "2.  Declarations", "3.  Planning"];
        assert_eq!(rows(&list), Vec::<Vec<String>>::new());
        assert_eq!(rows(&["One  two", "One two", "One  two"]), Vec::<Vec<String>>::new());
    }
}
