//! What the clerk is told of papers that have gone out, and as they do.

use crate::model::{Entry, ItemKind, MinutesStatus, Sitting, day};

/// Something altered on an agenda that has gone out, before the meeting begins.
pub(super) fn unpublished(sitting: &Sitting, entry: &Entry) -> Option<String> {
    let on = sitting.meeting.published_on?;
    let alters = match entry {
        // These are not on an agenda beforehand.
        Entry::Added { item } => !matches!(item.kind, ItemKind::Urgent | ItemKind::Exclusion),
        Entry::Arranged { .. } | Entry::Exempted { .. } => true,
        _ => false,
    };
    (alters && !sitting.meeting.status.has_begun()).then(|| {
        format!(
            "The agenda went out on {} without this: \".addenda DAY: WHAT\" once members have been sent it.",
            day::plain(on)
        )
    })
}

/// Minutes sent out that nobody has checked.
pub(super) fn unchecked(sitting: &Sitting, entry: &Entry) -> Option<String> {
    let Entry::Advanced { to: MinutesStatus::Circulated, .. } = entry else { return None };
    (sitting.meeting.minutes == MinutesStatus::Draft)
        .then(|| "Nobody marked these minutes checked before they went out.".to_owned())
}
