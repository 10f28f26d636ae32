//! What the clerk is told of an entry that no rule of procedure is about.

use super::room;
use crate::model::{Entry, ItemKind, MeetingStatus, MotionKind, MotionOutcome, Sitting, day};

/// What the clerk should know of `entry` whatever rules bind the body.
pub(super) fn notes(sitting: &Sitting, entry: &Entry) -> Vec<String> {
    let mut notes = Vec::new();
    let late = matches!(
        entry,
        Entry::Decided { .. }
            | Entry::Voted { .. }
            | Entry::Moved { .. }
            | Entry::Assigned { .. }
            | Entry::Arrived { .. }
            | Entry::Departed { .. }
    );
    let status = sitting.meeting.status;
    if late && status == MeetingStatus::Closed {
        notes.push("The meeting is closed; this is put down after it.".to_owned());
    }
    if late && status == MeetingStatus::Adjourned {
        notes.push("The meeting is adjourned; .resume goes on with it.".to_owned());
    }
    if let Entry::Assigned { action } = entry
        && let Some(due) = action.due.filter(|due| *due < sitting.meeting.date)
    {
        notes.push(format!("{} is before the meeting.", day::plain(due)));
    }
    if let Entry::Declared { interest } = entry
        && sitting.meeting.status == MeetingStatus::InSession
        && !sitting.interests.iter().any(|known| known.id == interest.id)
        && !room::in_room(sitting, &interest.person)
    {
        notes.push(format!("{} is not in the room.", sitting.name_of(&interest.person)));
    }
    if let Entry::Decided { decision } = entry
        && !sitting.decisions.iter().any(|known| known.item == decision.item)
        && let Some(last) = sitting.motions.iter().rfind(|motion| motion.item == decision.item)
        && last.kind != MotionKind::Amendment
        && last.outcome == MotionOutcome::Lost
    {
        notes.push("The last motion on this item was lost.".to_owned());
    }
    if let Entry::Exempted { item, paragraphs, .. } = entry
        && !paragraphs.is_open()
        && sitting.item(item).is_some_and(|item| item.status.is_taken())
        && !sitting.items.iter().any(|i| i.kind == ItemKind::Exclusion && i.status.is_taken())
    {
        notes.push(
            "The public has not been excluded; a resolution now is minuted after this item."
                .to_owned(),
        );
    }
    notes
}
