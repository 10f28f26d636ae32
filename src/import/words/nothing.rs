//! What stands in a cell that says nothing.

/// What papers print where nothing is.
const NOTHING: &[&str] = &[
    "",
    "-",
    "\u{2013}",
    "\u{2014}",
    "n/a",
    "na",
    "none",
    "nil",
    "nil return",
    "nil response",
    "tbc",
    "not applicable",
    "none required",
    "none needed",
    "none received",
    "none to date",
    "none at present",
    "none at this time",
    "none at the moment",
    "none currently",
    "nothing at present",
    "none yet",
    "none provided",
    "nothing received",
    "not received",
    "no response",
    "no response yet",
    "no response required",
    "no response received",
    "no response provided",
    "no response recorded",
    "no response is recorded",
    "no action",
    "no actions",
    "no further action",
    "no action required",
    "no action needed",
    "awaited",
    "awaiting response",
    "response awaited",
    "response to follow",
    "to follow",
];

/// Whether `text` stands for an empty cell.
#[must_use]
pub fn is_nothing(text: &str) -> bool {
    let bare = text.trim().trim_matches(['.', '(', ')', '[', ']']).to_lowercase();
    NOTHING.contains(&bare.trim())
}
