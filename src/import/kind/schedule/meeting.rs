//! The meeting that a schedule's own paper was written for.

use super::super::Desk;
use super::super::heading::Head;
use super::super::place;
use crate::model::{EditionId, Item, ItemId, Meeting, PartnershipId};

/// Puts the schedule before the meeting its paper was written for, where the
/// paper names both body and day: a new meeting takes it partnership by
/// partnership, and one the book has keeps its own agenda.
pub(super) fn before(
    desk: &mut Desk<'_>,
    head: &Head,
    edition: &EditionId,
    named: Vec<(PartnershipId, String)>,
) {
    if head.body.is_none() || head.day.is_none() {
        return;
    }
    let Some(sat) = place::find(desk, head) else { return };
    let Some(new) = sat.new else { return };
    let meeting = sat.meeting;
    desk.file(Meeting { edition: Some(edition.clone()), ..new });
    desk.report.count("items", named.len());
    for (n, (partnership, title)) in (1u32..).zip(named) {
        let item = Item {
            number: n.to_string(),
            title,
            report_by: head.author.clone().unwrap_or_default(),
            partnership: Some(partnership),
            ..Item::blank(ItemId::mint(desk.mint), meeting.clone(), desk.mint.rank())
        };
        desk.file(item);
    }
}
