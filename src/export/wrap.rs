//! Lines of text to a width, counted in the columns they take on a screen.

use unicode_segmentation::UnicodeSegmentation as _;
use unicode_width::UnicodeWidthStr as _;

/// How many columns `text` takes.
pub(super) fn width(text: &str) -> usize {
    text.width()
}

/// Breaks `text` at its spaces into lines of at most `room` columns.
///
/// A word too long for a line is broken between characters, as is writing that
/// has no spaces; a character is never cut in two.
pub(super) fn wrap(text: &str, room: usize) -> Vec<String> {
    let room = room.max(2);
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        let gap = usize::from(!line.is_empty());
        if width(&line) + gap + width(word) <= room {
            if gap == 1 {
                line.push(' ');
            }
            line.push_str(word);
            continue;
        }
        let breaks = word.graphemes(true).any(|g| width(g) > 1) && width(&line) + 3 <= room;
        if !line.is_empty() && breaks {
            line.push(' ');
        } else if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        for grapheme in word.graphemes(true) {
            if width(&line) + width(grapheme) > room {
                lines.push(std::mem::take(&mut line));
            }
            line.push_str(grapheme);
        }
    }
    if !line.is_empty() || lines.is_empty() {
        lines.push(line);
    }
    lines
}

/// The text with spaces after it, up to `room` columns.
pub(super) fn padded(text: &str, room: usize) -> String {
    format!("{text}{}", " ".repeat(room.saturating_sub(width(text))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, room: usize, lines: &[&str]) {
        assert_eq!(wrap(text, room), lines);
    }

    #[test]
    fn lines_break_at_spaces() {
        check("one two three", 7, &["one two", "three"]);
        check("", 7, &[""]);
    }

    #[test]
    fn a_long_word_is_broken_and_a_wide_one_counts_double() {
        check("abcdefgh ij", 4, &["abcd", "efgh", "ij"]);
        check("会議の議事録", 5, &["会議", "の議", "事録"]);
    }
}
