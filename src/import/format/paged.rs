//! Pages of the pack at the end of the lines of an agenda in plain text, set in brackets
//! beside what they are of: "Fares    45 - 52".

use std::borrow::Cow;

/// How many lines with pages make a column of them.
const COLUMN: usize = 2;

/// `text` with such a column in brackets, if it is an agenda that has one.
pub(super) fn in_brackets(text: &str) -> Cow<'_, str> {
    let agenda = text.to_lowercase().replace(' ', "").contains("agenda");
    if !agenda || text.lines().filter(|line| paged(line).is_some()).count() < COLUMN {
        return Cow::Borrowed(text);
    }
    let lines = text.lines().map(|line| match paged(line) {
        Some((head, pages)) => Cow::Owned(format!("{head} (pages {pages})")),
        None => Cow::Borrowed(line),
    });
    Cow::Owned(lines.collect::<Vec<_>>().join("\n"))
}

/// The line before its pages, and those: two numbers that rise, set apart from it.
fn paged(line: &str) -> Option<(&str, String)> {
    let (head, tail) = line.trim_end().rsplit_once("   ")?;
    let pages = tail.trim().trim_start_matches(|c: char| c.is_alphabetic() || c == '.').trim();
    let (first, last) = pages.split_once(['-', '\u{2013}'])?;
    let number = |text: &str| text.trim().parse::<u16>().ok();
    let rise = number(first)? < number(last)?;
    let worded = ["", "page", "pages", "pp", "p", "pp.", "p."];
    let lead = tail.trim().strip_suffix(pages)?.trim().to_lowercase();
    let fits = rise && worded.contains(&lead.as_str()) && !head.trim().is_empty();
    fits.then(|| (head.trim_end(), format!("{}-{}", first.trim(), last.trim())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_at_the_end_of_a_line_are_no_part_of_it() {
        let paper = "Agenda\n\n1. Apologies\n2. Fares    45 - 52\n   2.1 Forge     Pages 26-44\n";
        let read = in_brackets(paper);
        assert_eq!(
            read.lines().collect::<Vec<_>>()[3..],
            ["2. Fares (pages 45-52)", "   2.1 Forge (pages 26-44)"]
        );
        assert_eq!(in_brackets("Agenda\n1. Flats 2 - 9\n2. Score   52 - 45\n").lines().count(), 3);
        assert!(matches!(in_brackets("Notes\nA    1 - 2\nB    3 - 4\n"), Cow::Borrowed(_)));
    }
}
