//! What a single line of plain text is, by its look.

use super::super::words::marker;

/// The elements of a web page that stand on lines of their own.
pub(super) const PAGE: [&str; 3] = ["table", "ul", "ol"];

/// Whether `line` begins such an element.
pub(super) fn is_page(line: &str) -> bool {
    let line = line.to_ascii_lowercase();
    PAGE.iter().any(|name| line.starts_with(&format!("<{name}")) && !line.contains('\t'))
}

/// How many lines the block of settings takes that some Markdown begins with.
pub(super) fn front_matter(lines: &[&str]) -> usize {
    if lines.first().is_none_or(|line| line.trim_end() != "---") {
        return 0;
    }
    let is_setting = |line: &&&str| line.contains(':') || line.starts_with([' ', '-', '#']);
    let length =
        lines[1..].iter().take_while(is_setting).take_while(|l| l.trim_end() != "---").count();
    if lines.get(length + 1).is_none_or(|line| line.trim_end() != "---") {
        return 0;
    }
    length + 2
}

/// The level and the words of a Markdown heading.
pub(super) fn heading(line: &str) -> Option<(u8, &str)> {
    let marks = line.bytes().take_while(|b| *b == b'#').count();
    let words = line[marks..].strip_prefix(' ')?;
    let level = u8::try_from(marks).ok().filter(|level| (1..=6).contains(level))?;
    Some((level, words.trim().trim_end_matches('#').trim_end()))
}

/// Whether `line` is only a rule.
pub(super) fn is_rule(line: &str) -> bool {
    let mut chars = line.chars().filter(|c| *c != ' ');
    let first = chars.next().filter(|c| matches!(c, '-' | '=' | '*' | '_'));
    first.is_some_and(|first| chars.clone().count() >= 2 && chars.all(|c| c == first))
}

/// Whether tabs cut `line` into cells: not those it begins with, and not the
/// one after a number typed in front of it.
pub(super) fn is_tabbed(line: &str) -> bool {
    let words = line.trim_start();
    if !words.contains('\t') {
        return false;
    }
    let numbered = marker::split(words)
        .is_some_and(|(mark, rest)| !rest.contains('\t') && words.starts_with(mark));
    !numbered
}

/// Whether the line at `at` is a row of a table that tabs part: the line before it or after
/// it has tabs too.
pub(super) fn is_row(lines: &[&str], at: usize) -> bool {
    let said = |line: &&&str| !line.trim().is_empty();
    let before = || lines[..at].iter().rev().find(said);
    let after = || lines[at + 1..].iter().find(said);
    let tabbed = |line: Option<&&str>| line.is_some_and(|line| is_tabbed(line));
    is_tabbed(lines[at]) && (tabbed(before()) || tabbed(after()))
}
