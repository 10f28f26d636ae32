//! The line that adopts what several items recommend, together.

use super::decision::decision;
use super::run::withheld;
use super::{Place, Read, Reading, listed, wants, wrong};
use crate::model::{Entry, Item, ItemStatus, Mint, Verb};
use crate::rules::sentence;

/// Adopts the recommendations of several items at once. Each is taken, so that
/// it has a minute of its own.
pub(super) fn en_bloc(rest: &str, place: &Place<'_>, mint: &mut Mint) -> Read {
    let sitting = place.sitting;
    let mut items: Vec<&Item> = Vec::new();
    for number in listed(rest) {
        let found = sitting.item_numbered(number);
        let found =
            found.ok_or_else(|| wrong(format!("There is no item {number} on this agenda."), ""))?;
        if found.recommendation.is_empty() {
            return Err(wrong(
                format!("Item {number} has no recommendation to adopt."),
                "Decide it on its own.",
            ));
        }
        if sitting.decisions_on(&found.id).any(|had| had.as_recommended) {
            return Err(wrong(
                format!("What item {number} recommends is adopted already."),
                "Leave it out of the line.",
            ));
        }
        items.push(found);
    }
    if items.len() < 2 {
        return wants("two or more items, as \"5, 6, 7\"");
    }
    let mut entries = Vec::new();
    let mut first = None;
    let mut number = sitting.next_minute;
    let mut left = sitting.current().map(|current| (current.id.clone(), ItemStatus::Concluded));
    for about in &items {
        if about.status == ItemStatus::NotReached {
            let taken = mint.rank();
            entries.extend(withheld(sitting, about));
            entries.push(Entry::Took {
                meeting: sitting.meeting.id.clone(),
                item: about.id.clone(),
                at: place.now,
                taken,
                number: Some(number),
                left: left.take(),
            });
            number = number.saturating_add(1);
            left = Some((about.id.clone(), ItemStatus::Concluded));
        }
        let mut decision =
            decision(place, &about.id, Verb::Agreed, "", &about.recommendation, mint);
        decision.as_recommended = true;
        decision.bloc = Some(first.get_or_insert_with(|| decision.id.clone()).clone());
        decision.place = 0;
        entries.push(Entry::Decided { decision });
    }
    let numbers: Vec<String> = items.iter().map(|item| item.number.clone()).collect();
    Ok(Reading {
        entries,
        preview: format!("AGREED as recommended: items {}", sentence::list(&numbers)),
    })
}
