//! What the screen says of a line once it is in the book.

use crate::app::{Effect, Said};
use crate::book::Pen;
use crate::rules::Permitted;

/// Adds what the clerk should know of an entry to the `notes` on the line that it came of.
pub(super) fn note(permitted: &Permitted, notes: &mut Vec<String>) {
    if !permitted.goes_on() {
        notes.clear();
    }
    for warning in permitted.warnings() {
        if !notes.contains(warning) {
            notes.push(warning.clone());
        }
    }
}

/// What is said of what was to be written, and whether it `changed` anything: of undo and
/// redo, in the words of the entries they did it to.
pub(super) fn written(pen: &Pen, effect: &Effect, notes: &[String], changed: bool) -> Said {
    let played = |verb: &str| {
        Said::Done(format!("{verb}: {}", pen.replayed().unwrap_or_default().join(" ")))
    };
    match (effect, changed) {
        (Effect::Undo, true) => played("Taken back"),
        (Effect::Redo, true) => played("Put back"),
        (Effect::Undo, false) => Said::Done("There is nothing to take back.".into()),
        (Effect::Redo, false) => Said::Done("There is nothing to put back.".into()),
        (Effect::Record(permitted, _), true) => match notes {
            [] => Said::Done(permitted.said().to_owned()),
            notes => Said::Warned(format!("{} Note: {}", permitted.said(), notes.join(" "))),
        },
        _ => Said::Done("The book says so already.".into()),
    }
}
