//! Standard output: data goes there and nothing else does, always clean, and a
//! closed pipe ends it quietly.

use std::io::{self, BufWriter, Write as _};

use super::Trouble;
use crate::model::{SafeText, plain_json};

/// Prints lines, each cleaned of what a terminal would obey.
pub(super) fn lines<T: AsRef<str>>(lines: impl IntoIterator<Item = T>) -> Result<(), Trouble> {
    let mut out = BufWriter::new(io::stdout().lock());
    for line in lines {
        if let Err(error) = writeln!(out, "{}", SafeText::line(line.as_ref())) {
            return ended(&error);
        }
    }
    out.flush().or_else(|error| ended(&error))
}

/// Prints JSON, one value, indented. JSON escapes every control character; what
/// hides or reorders text is escaped too.
pub(super) fn json(value: &serde_json::Value) -> Result<(), Trouble> {
    let text = serde_json::to_string_pretty(value).unwrap_or_default();
    let mut safe = plain_json(&text);
    safe.push('\n');
    bytes(safe.as_bytes())
}

/// Prints bytes as they are.
pub(super) fn bytes(bytes: &[u8]) -> Result<(), Trouble> {
    let mut out = io::stdout().lock();
    out.write_all(bytes).and_then(|()| out.flush()).or_else(|error| ended(&error))
}

fn ended(error: &io::Error) -> Result<(), Trouble> {
    if error.kind() == io::ErrorKind::BrokenPipe { Ok(()) } else { Err(failed(error)) }
}

fn failed(error: &io::Error) -> Trouble {
    Trouble::refused(
        "output",
        format!("Standard output could not be written ({error})."),
        "What the command was to record is in the book all the same: \"minutebook history\" shows it.",
    )
}
