//! The last motion or decision, read out from the screen.

use unicode_normalization::UnicodeNormalization as _;

use super::page::Page;
use super::screen::{Area, Look, Pane, Part, Row};
use super::state::State;
use crate::model::{Motion, MotionKind, MotionOutcome};
use crate::rules::motion;

/// The last motion or decision on the item, in words nobody can mishear.
pub(super) fn read_back(state: &State, scroll: usize, screen: Area) -> Pane {
    let item = match (&state.page, state.sitting.as_deref()) {
        (Page::Meeting(page), Some(sitting)) => page.item(sitting).map(|item| (sitting, item)),
        _ => None,
    };
    let last = item.and_then(|(sitting, item)| {
        // An amendment that has been voted on is in the words it amended, or is not.
        let before = |motion: &&Motion| {
            motion.kind != MotionKind::Amendment || motion.outcome == MotionOutcome::Open
        };
        let motions = sitting.motions.iter().filter(|motion| motion.item == item.id).filter(before);
        let moved =
            motions.map(|motion| (motion.rank, motion::substantive(&sitting.motions, motion)));
        let decided = sitting.decisions_on(&item.id).map(|d| {
            let to =
                if d.to_whom.is_empty() { String::new() } else { format!(" to {}", d.to_whom) };
            (d.rank, format!("{}{to}: {}", d.verb.word(), d.text))
        });
        moved.chain(decided).max_by_key(|(rank, _)| *rank).map(|(_, text)| text)
    });
    let text = last.unwrap_or_else(|| "Nothing has been moved or decided on this item.".into());
    let title = "Read back · Esc closes";
    match in_large(&text) {
        Some(large) => Pane::large(Part::Over, screen, title, &[Row::plain(large)], scroll),
        None => Pane::text(Part::Over, screen, title, &[Row::of(text, Look::Strong)], scroll),
    }
    .focused(true)
}

/// `text` in the letters that are drawn large, each without the accent it is not drawn
/// with; none, if letters of it are not drawn large at all.
fn in_large(text: &str) -> Option<String> {
    text.chars()
        .map(|c| match c {
            '\u{2018}' | '\u{2019}' => Some('\''),
            '\u{201c}' | '\u{201d}' => Some('"'),
            '\u{2010}'..='\u{2015}' => Some('-'),
            '\u{2026}' => Some('.'),
            c if c <= '\u{ff}' => Some(c),
            c => c.nfd().next().filter(char::is_ascii_alphabetic),
        })
        .collect()
}
