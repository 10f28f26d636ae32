//! Whether the public is in the room.

use crate::model::{Item, ItemKind, MotionOutcome, Sitting};
use crate::rules::missing::READMITTED;

/// The resolutions to exclude the public that the meeting came to: without one nobody is
/// shut out (section 100A(4), Local Government Act 1972), whatever the agenda has.
pub fn exclusions(sitting: &Sitting) -> impl Iterator<Item = &Item> {
    let resolved = |item: &Item| {
        let mut motions = sitting.motions.iter().filter(|motion| motion.item == item.id);
        sitting.decisions_on(&item.id).next().is_some()
            || motions.any(|motion| motion.outcome == MotionOutcome::Carried)
    };
    sitting
        .items
        .iter()
        .filter(|item| item.kind == ItemKind::Exclusion && item.status.is_taken())
        .filter(move |item| resolved(item))
}

/// Whether the public was excluded from `item`: by a resolution that names it, or one
/// in words of its own that names no items.
#[must_use]
pub fn is_excluded_from(sitting: &Sitting, item: &Item) -> bool {
    exclusions(sitting).any(|exclusion| {
        let mut resolved = sitting.decisions_on(&exclusion.id).peekable();
        resolved.peek().is_none()
            || resolved.any(|decision| {
                let named = decision.text.split_once("Agenda Item").map(|(_, items)| items);
                let items = named.map(|items| items.split(", which").next().unwrap_or(items));
                let words = |items: &str| {
                    items
                        .split(|c: char| c.is_whitespace() || c == ',')
                        .any(|word| word == item.number)
                };
                items.is_none_or(words)
            })
    })
}

/// Whether the public has been excluded, and not been let in again.
#[must_use]
pub fn is_public_out(sitting: &Sitting) -> bool {
    let excluded = exclusions(sitting);
    let texts = sitting.minutes.iter().flat_map(|m| m.text.lines().chain(m.summary.lines()));
    excluded.count() > texts.filter(|line| line.starts_with(READMITTED)).count()
}

/// Whether the public was out as `item` was considered: as it was taken, or returned to.
#[must_use]
pub fn was_public_out(sitting: &Sitting, item: &Item) -> bool {
    [item.taken, item.returned].into_iter().flatten().any(|taken| was_out_at(sitting, taken))
}

/// Whether the public had been excluded by what was taken before `at`, and not let in again
/// under any of that.
fn was_out_at(sitting: &Sitting, at: i64) -> bool {
    let before = |other: &Item| other.taken.is_some_and(|taken| taken < at);
    let excluded = exclusions(sitting).filter(|exclusion| before(exclusion)).count();
    let told = sitting.minutes.iter().filter(|minute| sitting.item(&minute.id).is_some_and(before));
    let told = told.flat_map(|minute| minute.text.lines().chain(minute.summary.lines()));
    excluded > told.filter(|line| line.starts_with(READMITTED)).count()
}
