//! What the clerk is told of whether enough are in the room.

use crate::model::{Entry, InterestOutcome, ItemStatus, MeetingKind, Person, Sitting};
use crate::rules::room;
use crate::rules::sentence::list;

/// An item taken with too few in the room, once anybody is known to be there.
pub(super) fn unformed(sitting: &Sitting, entry: &Entry) -> Option<String> {
    let Entry::Took { item, .. } = entry else { return None };
    // Whoever withdrew from the business before counts for this again.
    let quorum = room::quorum_before(sitting, i64::MAX, Some(item));
    let informal = sitting.meeting.kind == MeetingKind::Inquorate;
    (quorum.present > 0 && !quorum.is_met() && !informal).then(|| {
        format!(
            "There is no quorum, with {} of {}: wait for more, \".adjourn\", or \".kind inquorate\" keeps informal notes.",
            quorum.present,
            quorum.needed.unwrap_or_default()
        )
    })
}

/// A meeting that goes on on another day: whoever was there as it broke off counts as here
/// until they are put out.
pub(super) fn still_counted(sitting: &Sitting, entry: &Entry) -> Option<String> {
    let Entry::Resumed { at, .. } = entry else { return None };
    let broke_off = sitting.broken_off()?;
    let here = |person: &&Person| room::in_room(sitting, &person.id);
    let names: Vec<String> =
        sitting.people.iter().filter(here).map(|person| sitting.name_of(&person.id)).collect();
    (broke_off.from_at.date_naive() != at.date_naive() && !names.is_empty()).then(|| {
        format!(
            "Counted as here still: {}. \".out NAME\" puts out whoever did not come back.",
            list(&names)
        )
    })
}

/// Business put off by too few: it stands over, and nobody decided that it should.
pub(super) fn stands_over(sitting: &Sitting, entry: &Entry) -> Option<String> {
    let Entry::SetAside { item, status: ItemStatus::Deferred, .. } = entry else { return None };
    let quorum = room::quorum_for(sitting, item);
    (!quorum.is_met()).then(|| "There is no quorum to put it off: it stands over.".to_owned())
}

/// A quorum that is lost as somebody leaves or withdraws.
pub(super) fn short(sitting: &Sitting, entry: &Entry) -> Option<String> {
    let leaves = match entry {
        Entry::Departed { movement } => &movement.person,
        Entry::Declared { interest }
            if interest.outcome == Some(InterestOutcome::Withdrew)
                && sitting.current().is_some_and(|current| current.id == interest.item) =>
        {
            &interest.person
        }
        _ => return None,
    };
    let quorum = room::quorum(sitting);
    let withdrew =
        sitting.current().is_some_and(|current| room::withdrew(sitting, leaves, &current.id));
    let counted = room::in_room(sitting, leaves) && room::has_vote(sitting, leaves) && !withdrew;
    let left = quorum.present.checked_sub(u32::from(counted))?;
    (quorum.is_met() && quorum.needed.is_some_and(|needed| left < needed)).then(|| {
        format!(
            "There is no longer a quorum, with {left} of {}: \".adjourn\", or go on with informal notes and decide nothing.",
            quorum.needed.unwrap_or_default()
        )
    })
}
