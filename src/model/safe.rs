//! Text that may be shown: cleaned once, at the border.

use std::borrow::Cow;
use std::fmt;

use unicode_segmentation::UnicodeSegmentation as _;

/// Text with nothing in it that a terminal would obey or that a reader would
/// not see.
///
/// Control characters become their pictures, a tab becomes spaces, characters
/// that reorder or hide text are written out as `<U+202E>` (Trojan Source,
/// CVE-2021-42574), and no letter carries more than eight combining marks. A
/// newline stays. Nothing reaches a widget, a title or standard output in any
/// other type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SafeText<'a>(Cow<'a, str>);

/// The most combining marks a letter keeps.
const MARKS: usize = 8;

impl<'a> SafeText<'a> {
    /// Cleans `text`; costs no copy when it was clean.
    #[must_use]
    pub fn of(text: &'a str) -> Self {
        if text.bytes().all(|b| matches!(b, b' '..=b'~' | b'\n')) || is_clean(text) {
            return Self(Cow::Borrowed(text));
        }
        let mut kept = String::with_capacity(text.len());
        for grapheme in text.graphemes(true) {
            let mut marks = 0;
            if FLAGS.contains(&grapheme) {
                kept.extend(grapheme.chars().next());
                continue;
            }
            for c in grapheme.chars() {
                if is_mark(c) {
                    marks += 1;
                    if marks > MARKS {
                        continue;
                    }
                }
                push(&mut kept, c);
            }
        }
        Self(Cow::Owned(kept))
    }

    /// Cleans `text` and puts it on one line.
    #[must_use]
    pub fn line(text: &'a str) -> Self {
        match Self::of(text).0 {
            kept if kept.contains('\n') => Self(Cow::Owned(kept.replace('\n', " "))),
            kept => Self(kept),
        }
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The text, owned if it had to be changed.
    #[must_use]
    pub fn into_cow(self) -> Cow<'a, str> {
        self.0
    }
}

impl fmt::Display for SafeText<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// The flags of England, Scotland and Wales (Unicode Technical Standard 51, annex B), which
/// are shown as the black flag that they begin with: their hidden letters say nothing.
const FLAGS: [&str; 3] = [
    "\u{1F3F4}\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}",
    "\u{1F3F4}\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}",
    "\u{1F3F4}\u{E0067}\u{E0062}\u{E0077}\u{E006C}\u{E0073}\u{E007F}",
];

/// Whether `c` is a mark that sits on the letter before it.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5BD}'
        | '\u{610}'..='\u{61A}' | '\u{64B}'..='\u{65F}' | '\u{E31}' | '\u{E34}'..='\u{E3A}'
        | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}' | '\u{20D0}'..='\u{20FF}'
        | '\u{FE20}'..='\u{FE2F}')
}

/// Whether `c` hides itself or reorders its neighbours. U+200D stays: it joins
/// emoji, and a terminal that cannot join shows the parts.
#[must_use]
pub fn is_hidden(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{200B}' | '\u{200C}' | '\u{200E}' | '\u{200F}'
        | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}'
        | '\u{E0000}'..='\u{E007F}')
}

fn is_clean(text: &str) -> bool {
    let mut marks = 0;
    text.chars().all(|c| {
        marks = if is_mark(c) { marks + 1 } else { 0 };
        marks <= MARKS && (c == '\n' || !c.is_control()) && !is_hidden(c)
    })
}

fn push(kept: &mut String, c: char) {
    match c {
        '\n' => kept.push('\n'),
        '\t' => kept.push_str("    "),
        '\0'..='\u{1F}' => {
            kept.push(char::from_u32(0x2400 + u32::from(c)).unwrap_or(char::REPLACEMENT_CHARACTER));
        }
        '\u{7F}' => kept.push('\u{2421}'),
        c if c.is_control() || is_hidden(c) => {
            kept.push_str(&format!("<U+{:04X}>", u32::from(c)));
        }
        c => kept.push(c),
    }
}

/// JSON in which a character that a terminal would obey, or a reader would not
/// see, is written as its number. Such characters stand only inside strings, so
/// nothing is lost.
#[must_use]
pub fn plain_json(json: &str) -> String {
    let mut kept = String::with_capacity(json.len());
    for c in json.chars() {
        if c != '\n' && (c.is_control() || is_hidden(c)) {
            for unit in c.encode_utf16(&mut [0; 2]) {
                kept.push_str(&format!("\\u{unit:04x}"));
            }
        } else {
            kept.push(c);
        }
    }
    kept
}

/// Typed or pasted text, made fit to keep: line ends become newlines, and the
/// control characters that no minute can contain are dropped.
///
/// What a reader could be deceived by is kept, and shown by [`SafeText`].
#[must_use]
pub fn tidy(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\r' => {
                let _ = chars.next_if_eq(&'\n');
                kept.push('\n');
            }
            '\t' => kept.push_str("    "),
            '\n' => kept.push('\n'),
            c if c.is_control() => {}
            c => kept.push(c),
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, shown: &str) {
        assert_eq!(SafeText::of(text).as_str(), shown);
    }

    #[test]
    fn nothing_a_terminal_obeys_is_left() {
        check("\u{1b}[2J\u{7}", "␛[2J␇");
        check("a\u{9b}31mb", "a<U+009B>31mb");
        check("a\tb", "a    b");
    }

    #[test]
    fn what_hides_or_reorders_is_written_out() {
        check("pay\u{202e}lla", "pay<U+202E>lla");
        check("O\u{200b}konjo", "O<U+200B>konjo");
        check("👩\u{200d}👧", "👩\u{200d}👧");
        check(FLAGS[2], "\u{1F3F4}");
        check("\u{1F3F4}\u{E0061}", "\u{1F3F4}<U+E0061>");
    }

    #[test]
    fn what_cannot_be_seen_is_written_in_json_as_its_number() {
        let text = serde_json::json!("a\u{202e}b\u{9b}c\u{e0041}").to_string();
        let shown = plain_json(&text);
        assert_eq!(shown, r#""a\u202eb\u009bc\udb40\udc41""#);
        let back: String = serde_json::from_str(&shown).unwrap();
        assert_eq!(back, "a\u{202e}b\u{9b}c\u{e0041}");
    }

    #[test]
    fn a_storm_of_marks_is_calmed() {
        let storm = format!("e{}", "\u{301}".repeat(50));
        assert_eq!(SafeText::of(&storm).as_str().chars().count(), 9);
    }

    #[test]
    fn pasted_text_keeps_its_lines_and_loses_its_controls() {
        assert_eq!(tidy("a\r\nb\rc\u{1b}[201~\0"), "a\nb\nc[201~");
    }
}
