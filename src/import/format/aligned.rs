//! Tables that a typist set out with spaces: columns that begin at the same place in
//! line after line.

use super::super::words::marker;

/// How many lines make a table: two may be alike by chance.
const ENOUGH: usize = 3;

/// The rows of the table that `lines` begin with, cell by cell; none, if they begin
/// with no table.
///
/// Every cell begins where one of the first line does, so that the columns of the
/// first line are all there are; one that fills its column has a single space after it.
pub(super) fn rows(lines: &[&str]) -> Vec<Vec<String>> {
    let starts: Vec<usize> = match lines.first() {
        Some(first) if !first.starts_with(' ') => cells(first).map(|(at, _)| at).collect(),
        _ => return Vec::new(),
    };
    if starts.len() < 2 {
        return Vec::new();
    }
    let mut found: Vec<Vec<String>> = Vec::new();
    let (mut sure, mut good) = (0, 0);
    for line in lines {
        let Some(row) = row(line, &starts) else { break };
        let said = row.iter().filter(|cell| !cell.is_empty()).count();
        sure += usize::from(cells(line).count() == said);
        found.push(row);
        // At least half of the lines are parted by more than one space; where fewer are,
        // words happened to begin there, and no more lines are looked at for it.
        if sure * 2 >= found.len() {
            good = found.len();
        } else if found.len() > good + ENOUGH {
            break;
        }
    }
    found.truncate(good);
    // Numbers with words after them are a list, however far apart.
    let numbered = |row: &Vec<String>| {
        let stopped = |mark: &String| mark.ends_with(['.', ')']) && marker::is_lone(mark);
        row.len() == 2 && row.first().is_some_and(stopped)
    };
    let list = found.iter().all(numbered);
    if good >= ENOUGH && !list { found } else { Vec::new() }
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
    let said = row.iter().filter(|cell| !cell.is_empty()).count();
    (said >= 2 && row.first().is_some_and(|cell| !cell.is_empty())).then_some(row)
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
