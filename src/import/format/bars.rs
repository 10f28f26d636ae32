//! Tables drawn with bars, as Markdown and typists draw them.

/// Whether `line` is a row of such a table: it stands between bars, or the
/// line after it divides columns.
pub(super) fn is_row(line: &str, next: Option<&&str>) -> bool {
    let bars = cells(line).len();
    let framed = line.starts_with('|') && bars >= 1 && line.len() > 1;
    framed || (bars >= 2 && (next.is_some_and(|next| is_divider(next.trim())) || is_divider(line)))
}

/// Whether `line` only divides a heading from its rows.
pub(super) fn is_divider(line: &str) -> bool {
    line.contains('-')
        && line.contains('|')
        && line.chars().all(|c| matches!(c, '|' | '-' | ':' | ' ' | '+'))
}

/// The cells of `line`; a bar after a backslash or inside code is no border.
pub(super) fn cells(line: &str) -> Vec<String> {
    let line = line.trim();
    let line = line.strip_prefix('|').unwrap_or(line);
    let mut found = vec![String::new()];
    let mut chars = line.chars().peekable();
    while let Some(c) = chars.next() {
        let Some(cell) = found.last_mut() else { break };
        match c {
            '\\' if chars.peek() == Some(&'|') => {
                cell.push('|');
                chars.next();
            }
            '|' => found.push(String::new()),
            c => cell.push(c),
        }
    }
    if found.last().is_some_and(|cell| cell.trim().is_empty())
        && found.len() > 1
        && line.ends_with('|')
    {
        found.pop();
    }
    found.into_iter().map(|cell| cell.trim().to_owned()).collect()
}

/// The rows of a drawn table, each with the line it begins at, and how many lines the
/// table fills.
pub(super) type Drawn = (Vec<(usize, Vec<String>)>, usize);

/// The rows of the table drawn with "+---+" lines that `lines` begin with, if they do; the
/// lines of one row stay lines of its cells.
pub(super) fn grid(lines: &[&str]) -> Option<Drawn> {
    let first = lines.first()?.trim_start();
    let drawn = ["+-", "+=", "> +-", "> +="].iter().any(|corner| first.starts_with(corner));
    if !drawn {
        return None;
    }
    let lines: Vec<&str> = lines
        .iter()
        .map(|line| line.trim().trim_start_matches("> "))
        .take_while(|line| line.starts_with(['+', '|']))
        .collect();
    let mut rows = vec![];
    let mut open: Option<(usize, Vec<String>)> = None;
    for (at, line) in lines.iter().enumerate() {
        if line.starts_with('+') {
            rows.extend(open.take());
            continue;
        }
        let parts = cells(line);
        let (_, row) = open.get_or_insert_with(|| (at, vec![String::new(); parts.len()]));
        row.resize(row.len().max(parts.len()), String::new());
        for (cell, part) in row.iter_mut().zip(parts) {
            if !cell.is_empty() {
                cell.push('\n');
            }
            cell.push_str(&part);
        }
    }
    rows.extend(open);
    Some((rows, lines.len()))
}
