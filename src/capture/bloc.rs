//! The line that adopts what several items recommend, together.

use super::decision::{decision, is_adopted};
use super::run::{took, withheld};
use super::{Place, Read, Reading, Unclear, listed, wants, wrong};
use crate::model::{Entry, Item, ItemStatus, Mint, Person, PersonId, Sitting, Verb, VoteId};
use crate::rules::{motion, room, sentence};

/// Adopts the recommendations of several items at once. Each is taken, so that
/// it has a minute of its own.
pub(super) fn en_bloc(rest: &str, place: &Place<'_>, mint: &mut Mint) -> Read {
    let sitting = place.sitting;
    let items = listed(rest).map(|number| adoptable(sitting, number));
    let items: Vec<&Item> = items.collect::<Result<_, _>>()?;
    let put = items.iter().find_map(|item| motion::unclaimed(sitting, &item.id).pop());
    let voted = match put {
        Some(vote) => room::entitled_before(sitting, &vote.item, vote.rank),
        None => Vec::new(),
    };
    for item in &items {
        takes_part(sitting, item, &voted)?;
        is_as_public_as_the_room(sitting, item)?;
    }
    if items.len() < 2 {
        return wants("two or more items, as \"5, 6, 7\"");
    }
    for (n, item) in items.iter().enumerate() {
        if items.iter().take(n).any(|other| other.id == item.id) {
            let what = format!("Item {} is named twice.", item.number);
            return Err(wrong(what, "Name each item once."));
        }
    }
    let mut entries = Vec::new();
    let mut first = None;
    let mut put: Option<Put> = None;
    let mut number = sitting.next_minute;
    let mut left = sitting.current().map(|current| (current.id.clone(), ItemStatus::Concluded));
    for about in &items {
        if about.status == ItemStatus::NotReached {
            entries.extend(withheld(sitting, about));
            entries.push(took(place, (&about.id, number), left.take(), mint));
            number = number.saturating_add(1);
            left = Some((about.id.clone(), ItemStatus::Concluded));
        }
        let mut decision =
            decision(place, &about.id, Verb::Agreed, "", &about.recommendation, mint);
        decision.as_recommended = true;
        // One vote carried all of them, on whichever item it was put.
        match &put {
            Some((vote, mover, seconder)) if decision.vote.is_none() => {
                decision.vote = Some(vote.clone());
                (decision.mover, decision.seconder) = (mover.clone(), seconder.clone());
            }
            None => {
                let vote = decision.vote.clone();
                put = vote.map(|vote| (vote, decision.mover.clone(), decision.seconder.clone()));
            }
            Some(_) => {}
        }
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

/// The item of that number, whose recommendation can be adopted with others.
fn adoptable<'a>(sitting: &'a Sitting, number: &str) -> Result<&'a Item, Unclear> {
    let found = sitting.item_numbered(number);
    let found =
        found.ok_or_else(|| wrong(format!("There is no item {number} on this agenda."), ""))?;
    if found.recommendation.is_empty() {
        return Err(wrong(
            format!("Item {number} has no recommendation to adopt."),
            "Decide it on its own.",
        ));
    }
    if is_adopted(sitting, &found.id) {
        return Err(wrong(
            format!("What item {number} recommends is adopted already."),
            "Leave it out of the line.",
        ));
    }
    Ok(found)
}

/// Refuses an item not reached yet that is open while the public is out, and would be
/// withheld.
fn is_as_public_as_the_room(sitting: &Sitting, item: &Item) -> Result<(), Unclear> {
    if item.status != ItemStatus::NotReached || withheld(sitting, item).is_none() {
        return Ok(());
    }
    Err(wrong(
        format!("The public is out, and item {} is open: it would be withheld.", item.number),
        "\".readmit\" first as they come back, or leave it out of the line.",
    ))
}

/// The vote that carried the first of them, and who moved and seconded it.
type Put = (VoteId, Option<PersonId>, Option<PersonId>);

/// Refuses an item that somebody takes no part in who has a vote and is in the room, or was
/// among those who had `voted` on all of them (domain.md 3.5, 2).
fn takes_part(sitting: &Sitting, item: &Item, voted: &[PersonId]) -> Result<(), Unclear> {
    let kept = |person: &&Person| {
        let id = &person.id;
        let barred =
            room::withdrew(sitting, id, &item.id) || room::is_barred(sitting, id, &item.id);
        let votes = room::has_vote(sitting, id) && room::in_room(sitting, id);
        barred && (votes || voted.contains(id))
    };
    let Some(person) = sitting.people.iter().find(kept) else { return Ok(()) };
    Err(wrong(
        format!(
            "{} takes no part in item {} for an interest, and a vote on all of them would count them in.",
            sitting.name_of(&person.id),
            item.number
        ),
        "Leave it out of the line, and decide it on its own.",
    ))
}
