//! What went wrong, for whoever typed the command.

use std::process::ExitCode;

use chrono::NaiveDate;

use crate::model::{SafeText, day, plain_json};
use crate::{book, export, import, rules};

/// Why a command was not done: what, where, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// A word for scripts.
    pub kind: &'static str,
    /// What went wrong, in a sentence.
    pub message: String,
    /// What to do about it, in a sentence; empty if nothing.
    pub hint: String,
    /// Whether it was asked wrongly, rather than refused or failed.
    pub usage: bool,
}

impl Trouble {
    /// Something that was asked wrongly.
    pub(super) fn usage(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { kind: "usage", message: message.into(), hint: hint.into(), usage: true }
    }

    /// Something that was refused or failed.
    pub(super) fn refused(
        kind: &'static str,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) -> Self {
        Self { kind, message: message.into(), hint: hint.into(), usage: false }
    }

    /// The same, with `more` after what to do about it.
    pub(super) fn with_hint(self, more: &str) -> Self {
        let hint = [self.hint.as_str(), more].join(" ").trim().to_owned();
        Self { hint, ..self }
    }

    /// What went wrong and what to do about it, on one line.
    pub(super) fn in_full(&self) -> String {
        if self.hint.is_empty() {
            self.message.clone()
        } else {
            format!("{} {}", self.message, self.hint)
        }
    }

    /// That the book has no schedule to speak of.
    pub(super) fn no_schedule() -> Self {
        Self::refused(
            "empty",
            "This book has no governance schedule yet.",
            "Import one: minutebook import FILE --kind schedule.",
        )
    }

    /// That no edition of the schedule had been drawn up by `day`.
    pub(super) fn no_schedule_by(day: NaiveDate) -> Self {
        Self::refused(
            "empty",
            format!("There was no governance schedule yet on {}.", day::plain(day)),
            "Leave out --meeting and --as-at for the newest, or name a later day.",
        )
    }

    /// Prints it on standard error, and says how the program ends.
    pub(super) fn tell(&self, json: bool) -> ExitCode {
        if json {
            let error = serde_json::json!({
                "error": { "kind": self.kind, "message": self.message, "hint": self.hint }
            });
            say(&plain_json(&error.to_string()));
        } else {
            let message = shortened(&self.message);
            let told =
                if self.hint.is_empty() { message } else { format!("{message} {}", self.hint) };
            say(SafeText::line(&told).as_str());
        }
        ExitCode::from(if self.usage { 2 } else { 1 })
    }
}

/// How much of a message is said, in characters: what it quotes may be a whole
/// paper.
const SAID: usize = 1_000;

fn shortened(message: &str) -> String {
    match message.char_indices().nth(SAID) {
        Some((cut, _)) => format!("{}\u{2026}", &message[..cut]),
        None => message.to_owned(),
    }
}

/// Prints lines on standard error, each cleaned of what a terminal would obey.
pub(super) fn say_lines(text: &str) {
    for line in text.lines() {
        say(SafeText::line(&shortened(line)).as_str());
    }
}

/// Prints a line on standard error, if anybody still reads it.
fn say(line: &str) {
    use std::io::Write as _;
    let _ = writeln!(std::io::stderr(), "{line}");
}

impl From<clap::Error> for Trouble {
    /// What was wrong is what is said first, and the rest is what to do.
    fn from(asked: clap::Error) -> Self {
        let said = asked.render().to_string();
        let mut parts =
            said.split("\n\n").map(|part| part.split_whitespace().collect::<Vec<_>>().join(" "));
        let message = parts.next().unwrap_or_default();
        let hint: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
        Self::usage(message.trim_start_matches("error: "), hint.join(" "))
    }
}

impl From<book::Error> for Trouble {
    fn from(error: book::Error) -> Self {
        let mut message = error.to_string();
        if let book::Error::Io { source, .. } = &error {
            message.push_str(&format!(" ({source})"));
        }
        Self::refused(error.kind(), message, error.hint())
    }
}

impl From<rules::Refusal> for Trouble {
    fn from(refusal: rules::Refusal) -> Self {
        Self::refused("refused", refusal.cited(), refusal.hint)
    }
}

impl From<import::Unreadable> for Trouble {
    fn from(unreadable: import::Unreadable) -> Self {
        let hint = unreadable.hint();
        Self::refused(unreadable.fault.word(), unreadable.to_string(), hint)
    }
}

impl From<export::Error> for Trouble {
    fn from(error: export::Error) -> Self {
        let hint = error.hint();
        Self::refused("export", error.to_string(), hint)
    }
}
