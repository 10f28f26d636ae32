//! Tables ruled off with dashes, as programs write them in plain text: a dashed line under
//! each heading, and another above and below the table where its cells are wrapped.

use super::bars::Drawn;

/// How many lines headings take at most.
const HEAD: usize = 8;

/// How many lines a table has at most: a paper with one that never closes has none.
const LONGEST: usize = 10_000;

/// The rows of the ruled table that `lines` begin with, the headings first, if they do.
///
/// The dashes say where columns begin. Between an upper and a lower line a row goes on
/// until an empty line; with no upper line each line is a row, and an empty line ends them.
pub(super) fn rows(lines: &[&str]) -> Option<Drawn> {
    let open = is_line(lines.first()?);
    let head = usize::from(open);
    let reach = if open { HEAD } else { 2 };
    let at = lines.iter().take(head + reach).skip(head).position(|line| spans(line).is_some())?;
    let ruled = head + at;
    if lines[head..ruled].iter().any(|line| line.trim().is_empty()) {
        return None;
    }
    let spans = spans(lines[ruled])?;
    let body = lines.get(ruled + 1..)?;
    // Rules under rules are no table, however many there are.
    if !open && body.first().is_none_or(|line| self::spans(line).is_some()) {
        return None;
    }
    let ends = |line: &&str| if open { is_line(line) } else { line.trim().is_empty() };
    let length = body.iter().take(LONGEST).position(ends);
    let length = match length {
        Some(length) => length,
        None if open => return None,
        None => body.len(),
    };
    let wrapped = open && body[..length].iter().any(|line| line.trim().is_empty());
    let mut rows = Vec::new();
    if ruled > head {
        rows.push((head, cells(&lines[head..ruled], &spans)));
    }
    let mut from = 0;
    while from < length {
        let blank = |line: &&str| line.trim().is_empty();
        let rest = &body[from..length];
        let end = if wrapped { rest.iter().position(blank).unwrap_or(rest.len()) } else { 1 };
        let row = &rest[..end];
        let rule = row.iter().all(|line| self::spans(line).is_some());
        if row.iter().any(|line| !blank(line)) && !rule {
            rows.push((ruled + 1 + from, cells(row, &spans)));
        }
        from += end.max(1);
    }
    (rows.len() > 1).then(|| (rows, ruled + 1 + length + usize::from(open)))
}

/// Whether `line` is one run of dashes that goes over several columns.
fn is_line(line: &str) -> bool {
    let bare = line.trim();
    bare.len() >= 20 && bare.chars().all(|c| c == '-')
}

/// Where the columns begin and how wide they are, if `line` rules them off: two runs of
/// dashes or more.
fn spans(line: &str) -> Option<Vec<(usize, usize)>> {
    let bare = line.trim_end();
    let margin = bare.len() - bare.trim_start().len();
    let runs: Vec<&str> = bare.trim_start().split(' ').collect();
    let dashes = |run: &&str| run.chars().all(|c| c == '-');
    let sound = runs.iter().all(dashes) && runs.iter().all(|run| run.is_empty() || run.len() > 1);
    let mut at = margin;
    let mut found = Vec::new();
    for run in runs.iter().filter(|_| sound) {
        if !run.is_empty() {
            found.push((at, run.len()));
        }
        at += run.len() + 1;
    }
    (found.len() > 1).then_some(found)
}

/// The cells of the row that `lines` are, each cut where its column begins. A line that the
/// next word would not have fitted on goes on in the next; any other ends where it was meant
/// to.
fn cells(lines: &[&str], spans: &[(usize, usize)]) -> Vec<String> {
    let mut cells = vec![String::new(); spans.len()];
    // How long the line before is, column by column.
    let mut before = vec![0; spans.len()];
    for line in lines {
        let letters: Vec<char> = line.chars().collect();
        let ends = spans.iter().skip(1).map(|(at, _)| *at).chain([usize::MAX]);
        let columns = spans.iter().zip(ends).zip(cells.iter_mut().zip(&mut before));
        for (((at, width), end), (cell, before)) in columns {
            let end = end.min(letters.len());
            let said: String = letters.get(*at..end.max(*at)).unwrap_or_default().iter().collect();
            let said = said.trim();
            if said.is_empty() {
                continue;
            }
            let next = said.split(' ').next().unwrap_or_default().chars().count();
            let full = std::mem::replace(before, said.chars().count()) + 1 + next > *width;
            if !cell.is_empty() {
                let broken = cell.ends_with('\\');
                if broken {
                    cell.pop();
                }
                cell.push(if full && !broken { ' ' } else { '\n' });
            }
            cell.push_str(said);
        }
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_where_the_dashes_are() {
        let lines = [
            "  Name        Role",
            "  ----------- ------",
            "  Ann Bell    Chair",
            "  Kim Oduya",
            "",
            "After it.",
        ];
        let (rows, used) = rows(&lines).unwrap();
        assert_eq!(used, 4);
        assert_eq!(rows[0], (0, vec!["Name".to_owned(), "Role".to_owned()]));
        assert_eq!(rows[2], (3, vec!["Kim Oduya".to_owned(), String::new()]));
    }

    #[test]
    fn between_two_lines_cells_are_wrapped() {
        let lines = [
            "  --------------------------",
            "  Name         Item",
            "  ------------ -------------",
            "  Cllr Peter   Minutes",
            "  O'Farrow     To approve",
            "               the minutes",
            "",
            "  Vacancy",
            "  --------------------------",
        ];
        let (rows, used) = rows(&lines).unwrap();
        assert_eq!(used, lines.len());
        assert_eq!(rows[1].1, ["Cllr Peter O'Farrow", "Minutes\nTo approve the minutes"]);
        assert_eq!(rows[2].1, ["Vacancy", ""]);
    }

    #[test]
    fn a_line_of_dashes_under_words_is_no_table() {
        assert_eq!(rows(&["Heading", "-------", "", "Words."]), None);
        assert_eq!(rows(&["--------------------", "Words.", "--------------------"]), None);
        assert_eq!(rows(&["-- --", "-- --", "-- --"]), None);
    }
}
