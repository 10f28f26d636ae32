//! What the clerk is told of an entry that no rule of procedure is about.

use super::room;
use crate::model::{Entry, ItemKind, MeetingStatus, MotionKind, MotionOutcome, Sitting, day};

/// What the clerk should know of `entry` whatever rules bind the body.
pub(super) fn notes(sitting: &Sitting, entry: &Entry) -> Vec<String> {
    NOTES.iter().filter_map(|note| note(sitting, entry)).collect()
}

/// Everything that is looked at, each in a function of its own.
const NOTES: &[fn(&Sitting, &Entry) -> Option<String>] =
    &[out_of_session, due_before, declared_outside, carried_though_lost, exempt_in_public, unknown];

/// Something done after the close, or while the meeting stands adjourned.
fn out_of_session(sitting: &Sitting, entry: &Entry) -> Option<String> {
    let live = matches!(
        entry,
        Entry::Decided { .. }
            | Entry::Voted { .. }
            | Entry::Moved { .. }
            | Entry::Assigned { .. }
            | Entry::Arrived { .. }
            | Entry::Departed { .. }
    );
    let said = match sitting.meeting.status {
        MeetingStatus::Closed => "The meeting is closed; this is put down after it.",
        MeetingStatus::Adjourned => "The meeting is adjourned; .resume goes on with it.",
        _ => return None,
    };
    live.then(|| said.to_owned())
}

fn due_before(sitting: &Sitting, entry: &Entry) -> Option<String> {
    let Entry::Assigned { action } = entry else { return None };
    let due = action.due.filter(|due| *due < sitting.meeting.date)?;
    Some(format!("{} is before the meeting.", day::plain(due)))
}

/// An interest of somebody who is not in the room.
fn declared_outside(sitting: &Sitting, entry: &Entry) -> Option<String> {
    let Entry::Declared { interest } = entry else { return None };
    let outside = sitting.meeting.status == MeetingStatus::InSession
        && !sitting.interests.iter().any(|known| known.id == interest.id)
        && !room::in_room(sitting, &interest.person);
    outside.then(|| format!("{} is not in the room.", sitting.name_of(&interest.person)))
}

/// A decision where the motion before it was lost.
fn carried_though_lost(sitting: &Sitting, entry: &Entry) -> Option<String> {
    let Entry::Decided { decision } = entry else { return None };
    let first = !sitting.decisions.iter().any(|known| known.item == decision.item);
    let last = sitting.motions.iter().rfind(|motion| motion.item == decision.item)?;
    let lost = last.kind != MotionKind::Amendment && last.outcome == MotionOutcome::Lost;
    (first && lost).then(|| "The last motion on this item was lost.".to_owned())
}

/// An item made exempt that was taken while the public was in the room.
fn exempt_in_public(sitting: &Sitting, entry: &Entry) -> Option<String> {
    let Entry::Exempted { item, paragraphs, .. } = entry else { return None };
    let taken = sitting.item(item).is_some_and(|item| item.status.is_taken());
    let excluded =
        sitting.items.iter().any(|i| i.kind == ItemKind::Exclusion && i.status.is_taken());
    let said = "The public has not been excluded; a resolution now is minuted after this item.";
    (!paragraphs.is_open() && taken && !excluded).then(|| said.to_owned())
}

/// A correction of a minute that the book does not have.
fn unknown(sitting: &Sitting, entry: &Entry) -> Option<String> {
    let Entry::Corrected { correction } = entry else { return None };
    let (first, last) = (sitting.former.first()?, sitting.former.last()?);
    sitting.corrects(&correction.minute).is_none().then(|| {
        format!(
            "The book has no such minute of that meeting; it has {} to {}.",
            first.reference, last.reference
        )
    })
}
