//! What the clerk is told of exempt business.

use crate::model::{Entry, ItemKind, Sitting};
use crate::rules::missing::READMITTED;
use crate::rules::room;

/// Public business taken while the public is excluded, and withheld for that.
pub(super) fn withheld(sitting: &Sitting, entry: &Entry) -> Option<String> {
    let Entry::Took { item, .. } = entry else { return None };
    let item = sitting.item(item).filter(|item| item.exempt.is_unnamed())?;
    room::is_public_out(sitting).then(|| {
        format!(
            "The public is still excluded, so item {} is withheld: \".readmit\" as they come back, or \".open\" to publish it.",
            item.number
        )
    })
}

/// Business taken in public that was put on the agenda while the public was out, and is
/// withheld for that.
pub(super) fn still_withheld(sitting: &Sitting, entry: &Entry) -> Option<String> {
    let Entry::Took { item, .. } = entry else { return None };
    let item = sitting.item(item).filter(|item| item.exempt.is_unnamed())?;
    (!room::is_public_out(sitting)).then(|| {
        format!(
            "Item {} is still withheld, as the public was out when it was put down: \".open\" publishes it.",
            item.number
        )
    })
}

/// Something put down under an open item while the public is shut out.
pub(super) fn open_meanwhile(sitting: &Sitting, entry: &Entry) -> Option<String> {
    let said = matches!(
        entry,
        Entry::Wrote { .. }
            | Entry::Decided { .. }
            | Entry::Elected { .. }
            | Entry::Assigned { .. }
            | Entry::Moved { .. }
            | Entry::Declared { .. }
            | Entry::Arranged { .. }
    );
    let item = sitting.item(entry.item()?).filter(|item| item.exempt.is_open())?;
    let resolution = item.kind == ItemKind::Exclusion;
    let last = if let Entry::Wrote { text, .. } = entry { text.lines().next_back() } else { None };
    let lets_in = last.is_some_and(|line| line.starts_with(READMITTED));
    (said && !resolution && !lets_in && room::is_public_out(sitting)).then(|| {
        format!("The public is out, and item {} is open: anybody may read this.", item.number)
    })
}

/// An exempt item thrown open, with what was minuted under it.
pub(super) fn opened(sitting: &Sitting, entry: &Entry) -> Option<String> {
    let Entry::Exempted { item, paragraphs, .. } = entry else { return None };
    let was = sitting.item(item).filter(|item| !item.exempt.is_open())?;
    let minuted = !sitting.text_of(item).is_empty() || sitting.decisions_on(item).next().is_some();
    (paragraphs.is_open() && minuted).then(|| {
        format!("All that is minuted under item {} is public now: read it through.", was.number)
    })
}

/// What was promised under an item made exempt, which leaves the forward plan with it.
pub(super) fn unpromised(sitting: &Sitting, entry: &Entry) -> Option<String> {
    let Entry::Exempted { item, paragraphs, .. } = entry else { return None };
    let promised = sitting.promises.iter().any(|(on, _)| on == item);
    (promised && !paragraphs.is_open()).then(|| {
        "What was promised under it is taken off the forward plan, which anybody may read: promise it again if the item is opened.".to_owned()
    })
}

/// An item made exempt that was taken while the public was in the room.
pub(super) fn exempt_in_public(sitting: &Sitting, entry: &Entry) -> Option<String> {
    let Entry::Exempted { item, paragraphs, .. } = entry else { return None };
    let taken = sitting.item(item).filter(|item| item.status.is_taken())?;
    if paragraphs.is_open() || paragraphs.is_unnamed() || room::is_excluded_from(sitting, taken) {
        return None;
    }
    Some(if room::is_public_out(sitting) {
        "The resolution to exclude the public does not name this item: \".exclude\" adds it."
            .to_owned()
    } else {
        "The public has not been excluded for this item: \".exclude\" resolves that it is."
            .to_owned()
    })
}
