//! Where lines break: at words, by the width a terminal gives each letter.

use unicode_segmentation::UnicodeSegmentation as _;
use unicode_width::UnicodeWidthStr;

use crate::model::SafeText;

/// The letters of `text` as a reader counts them, each with where it begins, in
/// bytes, and the columns it takes.
///
/// Plain English is most of what is written, and every key breaks all of it into
/// rows again: a plain letter with another after it is told from its two bytes,
/// without the tables of Unicode.
fn letters(text: &str) -> impl Iterator<Item = (usize, &str, usize)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = text.get(at..)?;
        let alone = match rest.as_bytes() {
            [] => return None,
            [only] => is_plain(*only),
            [first, next, ..] => is_plain(*first) && is_plain(*next),
        };
        let letter = if alone { rest.get(..1)? } else { rest.graphemes(true).next()? };
        let found = (at, letter, if alone { 1 } else { drawn(letter) });
        at += letter.len();
        Some(found)
    })
}

/// The columns that a letter takes as it is drawn: what would hide is written out.
fn drawn(letter: &str) -> usize {
    SafeText::of(letter).as_str().width()
}

/// Whether a byte is a letter by itself, of one column.
fn is_plain(byte: u8) -> bool {
    matches!(byte, b' '..=b'~')
}

/// The width of `text` in columns.
#[must_use]
pub fn width(text: &str) -> usize {
    if text.bytes().all(is_plain) {
        return text.len();
    }
    letters(text).map(|(_, _, wide)| wide).sum()
}

/// The stretches of `text`, in bytes, that stand one to a row at `width`
/// columns. A row ends at a newline, else after the last space that fits, else
/// where the row is full. There is always at least one.
#[must_use]
pub fn rows(text: &str, width: usize) -> Vec<std::ops::Range<usize>> {
    let width = width.max(1);
    let mut found = Vec::new();
    let mut start = 0;
    for line in text.split('\n') {
        wrap_line(line, start, width, &mut found);
        start += line.len() + 1;
    }
    found
}

fn wrap_line(line: &str, at: usize, width: usize, found: &mut Vec<std::ops::Range<usize>>) {
    let (mut start, mut column, mut space) = (0, 0, None);
    for (offset, letter, wide) in letters(line) {
        let blank = letter.chars().all(char::is_whitespace);
        if column + wide > width && !blank {
            let cut = space.filter(|cut| *cut > start).unwrap_or(offset);
            if cut > start {
                found.push(at + start..at + cut);
                start = cut;
                column = line.get(cut..offset).map_or(0, self::width);
            }
            space = None;
        }
        column += wide;
        if blank {
            space = Some(offset + letter.len());
        }
    }
    found.push(at + start..at + line.len());
}

/// The row and column where byte `at` stands.
#[must_use]
pub fn position(text: &str, at: usize, width: usize) -> (usize, usize) {
    let rows = rows(text, width);
    let row = rows.iter().rposition(|row| row.start <= at).unwrap_or(0);
    let start = rows.get(row).map_or(0, |row| row.start);
    (row, text.get(start..at).map_or(0, self::width))
}

/// The byte nearest to a row and column; past the last row, the end.
#[must_use]
pub fn offset(text: &str, row: usize, column: usize, width: usize) -> usize {
    let rows = rows(text, width);
    let Some(range) = rows.get(row) else { return text.len() };
    let broken = rows.get(row + 1).is_some_and(|next| next.start == range.end);
    let line = text.get(range.clone()).unwrap_or_default();
    let mut reached = 0;
    for (at, letter, wide) in letters(line) {
        let last = broken && at + letter.len() == line.len();
        if reached + wide > column || last {
            return range.start + at;
        }
        reached += wide;
    }
    range.end
}

/// `text` cut to `width` columns, with a mark where something is left out.
#[must_use]
pub fn cut(text: &str, width: usize) -> String {
    cut_to(text, width).0
}

/// `text` cut or filled to exactly `width` columns.
#[must_use]
pub fn fill(text: &str, width: usize) -> String {
    let (mut kept, reached) = cut_to(text, width);
    kept.extend(std::iter::repeat_n(' ', width.saturating_sub(reached)));
    kept
}

/// `text` cut to at most `width` columns, and how many it then takes.
fn cut_to(text: &str, width: usize) -> (String, usize) {
    let whole = self::width(text);
    if whole <= width {
        return (text.to_owned(), whole);
    }
    let (mut end, mut column) = (0, 0);
    for (at, letter, wide) in letters(text) {
        if column + wide >= width {
            break;
        }
        column += wide;
        end = at + letter.len();
    }
    let mut kept = text.get(..end).unwrap_or_default().to_owned();
    if width > 0 {
        kept.push('…');
        column += 1;
    }
    (kept, column)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, width: usize, expected: &[&str]) {
        let rows: Vec<&str> = rows(text, width).into_iter().map(|range| &text[range]).collect();
        assert_eq!(rows, expected);
    }

    #[test]
    fn lines_break_after_words() {
        check("one two three", 8, &["one two ", "three"]);
        check("one two", 7, &["one two"]);
        check("", 7, &[""]);
        check("a\n\nb", 7, &["a", "", "b"]);
    }

    #[test]
    fn a_word_too_long_is_broken_where_the_row_is_full() {
        check("incomprehensible", 5, &["incom", "prehe", "nsibl", "e"]);
        check("日本語です", 4, &["日本", "語で", "す"]);
    }

    #[test]
    fn what_is_written_out_to_be_seen_takes_its_room() {
        check("a\u{200B}b", 9, &["a\u{200B}", "b"]);
        check("a\u{200B}b", 10, &["a\u{200B}b"]);
    }

    #[test]
    fn spaces_at_the_end_of_a_row_stay_on_it() {
        check("ab   cd", 3, &["ab   ", "cd"]);
    }

    #[test]
    fn what_is_cut_says_so_and_keeps_its_column() {
        assert_eq!(cut("Stronger Communities", 9), "Stronger…");
        assert_eq!(fill("日本", 6), "日本  ");
        assert_eq!(width(&fill("日本語", 4)), 4);
    }

    proptest::proptest! {
        #[test]
        fn letters_are_those_of_unicode(text in "([ -~]|\\PC|[\r\n\t]|e\u{301}|🇬🇧|👩‍👧|\u{200d}){0,30}") {
            let quick: Vec<_> = letters(&text).collect();
            let slow = text.grapheme_indices(true).map(|(at, letter)| (at, letter, drawn(letter)));
            proptest::prop_assert_eq!(quick, slow.collect::<Vec<_>>());
        }

        #[test]
        fn rows_are_the_text_and_positions_come_back(text in "[a-c \\n日é]{0,40}", width in 1usize..12) {
            let rows = rows(&text, width);
            let joined: usize = rows.iter().map(ExactSizeIterator::len).sum();
            proptest::prop_assert_eq!(joined + text.matches('\n').count(), text.len());
            for (at, _) in text.grapheme_indices(true) {
                let (row, column) = position(&text, at, width);
                let back = offset(&text, row, column, width);
                proptest::prop_assert!(back <= at, "{} comes back as {}", at, back);
            }
        }
    }
}
