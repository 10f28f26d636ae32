//! Interests that keep members from an item, and from its parts.

use crate::model::{Interest, InterestKind, InterestOutcome, ItemId, PersonId, Sitting, agenda};

/// Whether `person` withdrew from `item` for an interest.
#[must_use]
pub fn withdrew(sitting: &Sitting, person: &PersonId, item: &ItemId) -> bool {
    came_of(sitting, person, item, InterestOutcome::Withdrew)
}

/// Whether `person` had withdrawn from `item` when the thing of rank `rank` was recorded.
pub(super) fn withdrew_before(
    sitting: &Sitting,
    person: &PersonId,
    item: &ItemId,
    rank: i64,
) -> bool {
    interests_in(sitting, person, item)
        .filter(|interest| interest.rank < rank)
        .any(|interest| interest.outcome == Some(InterestOutcome::Withdrew))
}

/// Whether an interest of `person` that did not take them out of the room keeps them
/// from voting on `item`: they only spoke, or they stayed with an interest that bars
/// them and with no dispensation.
#[must_use]
pub fn is_barred(sitting: &Sitting, person: &PersonId, item: &ItemId) -> bool {
    came_of(sitting, person, item, InterestOutcome::Spoke)
        || interests_in(sitting, person, item).any(bars)
}

/// Whether somebody stayed with an interest that takes them out of the room unless they
/// have a dispensation: a prejudicial one (the Model Code of Conduct 2007), or since
/// July 2012 a disclosable pecuniary one (section 31(4), Localism Act 2011).
#[must_use]
pub fn bars(interest: &Interest) -> bool {
    matches!(interest.kind, InterestKind::Prejudicial | InterestKind::Pecuniary)
        && interest.outcome == Some(InterestOutcome::Stayed)
        && interest.dispensation.is_empty()
}

pub(super) fn came_of(
    sitting: &Sitting,
    person: &PersonId,
    item: &ItemId,
    what: InterestOutcome,
) -> bool {
    interests_in(sitting, person, item).any(|interest| interest.outcome == Some(what))
}

/// The interests of `person` in `item`, or in what it is a part of.
fn interests_in<'a>(
    sitting: &'a Sitting,
    person: &'a PersonId,
    item: &'a ItemId,
) -> impl Iterator<Item = &'a Interest> {
    let own = sitting.interests.iter().filter(move |interest| interest.person == *person);
    own.filter(move |interest| {
        interest.item == *item
            || sitting
                .item(item)
                .zip(sitting.item(&interest.item))
                .is_some_and(|(part, whole)| agenda::is_under(&part.number, &whole.number))
    })
}
