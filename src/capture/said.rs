//! A line about a row taken apart: the thing it names, what it says of it
//! part by part, and the text after the colon.

use chrono::NaiveDate;

use super::Unclear;

/// A line taken apart.
pub(super) struct Said<'a> {
    /// The thing it names.
    pub(super) name: &'a str,
    /// What it says of the thing.
    pub(super) parts: Vec<&'a str>,
    /// The text, where there is a colon.
    pub(super) text: Option<&'a str>,
    /// The day it is typed, which "in 2 weeks" counts from.
    pub(super) today: NaiveDate,
}

impl<'a> Said<'a> {
    /// Takes apart what follows the word of a line.
    pub(super) fn of(rest: &'a str, today: NaiveDate) -> Self {
        let rest = rest.trim();
        let (head, text) = match rest.split_once(": ") {
            Some((head, text)) => (head, Some(text.trim())),
            None => match rest.strip_suffix(':') {
                Some(head) => (head, Some("")),
                None => (rest, None),
            },
        };
        let (name, parts) = head.trim().split_once([' ', ',']).unwrap_or((head.trim(), ""));
        let parts = parts.split(", ").map(|part| part.trim().trim_end_matches(','));
        Self { name, parts: parts.filter(|part| !part.is_empty()).collect(), text, today }
    }

    /// The text, which a row of its kind cannot be without.
    pub(super) fn text_for(&self, what: &str) -> Result<Option<&'a str>, Unclear> {
        match self.text {
            Some("") => super::wants(format!("what the {what} says, after the colon")),
            text => Ok(text),
        }
    }
}

/// What stands after `word` in a part; nothing, where the part says there is
/// none ("no owner"). `None` if the part is about something else.
pub(super) fn after<'a>(part: &'a str, word: &str) -> Option<&'a str> {
    if part.strip_prefix("no ") == Some(word) {
        return Some("");
    }
    let rest = part.strip_prefix(word)?;
    (rest.is_empty() || rest.starts_with(' ')).then(|| rest.trim())
}
