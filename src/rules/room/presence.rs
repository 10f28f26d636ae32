//! For which items somebody was there, and had a seat.

use super::{
    Account, account, attended, business_ranks, had_vote, is_roll_call, was_in_room, withdrew,
};
use crate::model::{
    Attendance, AttendanceStatus, Capacity, Direction, Item, Movement, PersonId, Sitting,
    paragraph_count,
};

/// Whether the apologies of `person`, who comes by `moved`, stand though they came after all:
/// who is in for the roll call sent none.
#[must_use]
pub fn had_sent_word(sitting: &Sitting, person: &PersonId, moved: &Movement) -> bool {
    account(sitting, person) == Account::Apologies && !is_roll_call(sitting, moved)
}

/// For which of the items taken a person was there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Presence {
    /// All of them.
    Whole,
    /// All but these.
    Except(Vec<String>),
    /// These alone.
    Only(Vec<String>),
}

/// For which items `person` was there, in agenda order and by number.
#[must_use]
pub fn presence(sitting: &Sitting, person: &PersonId) -> Presence {
    over_items(sitting, |item| attended(sitting, person, item))
}

fn over_items(sitting: &Sitting, holds: impl Fn(&Item) -> bool) -> Presence {
    let taken: Vec<&Item> = sitting.items.iter().filter(|item| item.taken.is_some()).collect();
    let there: Vec<bool> = taken.iter().map(|item| holds(item)).collect();
    let numbers = |want: bool| {
        taken
            .iter()
            .zip(&there)
            .filter(|(_, t)| **t == want)
            .map(|(i, _)| i.number.clone())
            .collect()
    };
    let missed = there.iter().filter(|t| !**t).count();
    let at_an_end = there.first() == Some(&false) || there.last() == Some(&false);
    match missed {
        0 => Presence::Whole,
        _ if at_an_end || missed * 2 > there.len() => Presence::Only(numbers(true)),
        _ => Presence::Except(numbers(false)),
    }
}

/// Whether something was said on `item`, as its minute tells, after `person` came in.
pub(super) fn heard(sitting: &Sitting, person: &PersonId, item: &Item) -> bool {
    let minuted = paragraph_count(sitting.text_of(&item.id));
    sitting.movements.iter().any(|m| {
        m.person == *person
            && m.item.as_ref() == Some(&item.id)
            && m.direction == Direction::In
            && m.place > 0
            && m.place < minuted
    })
}

/// Whether a substitute was named and has not come, in a meeting whose roll was called:
/// of minutes kept elsewhere it is only known who came.
#[must_use]
pub fn is_expected(sitting: &Sitting, substitute: &Attendance) -> bool {
    let moved = |a: &Attendance| sitting.movements.iter().any(|m| m.person == a.person);
    let came = |a: &&Attendance| {
        a.status == AttendanceStatus::Present
            && a.capacity == Capacity::Voting
            && a.in_place_of.is_none()
    };
    let mut others = sitting.attendance.iter().filter(came).peekable();
    substitute.in_place_of.is_some()
        && substitute.status == AttendanceStatus::Present
        && !moved(substitute)
        && others.peek().is_some()
        && others.all(moved)
}

/// Whether somebody came in place of `member`: a substitute who was named and did not
/// come leaves the seat empty.
#[must_use]
pub fn has_substitute(sitting: &Sitting, member: &PersonId) -> bool {
    sitting.attendance.iter().any(|other| {
        other.in_place_of.as_ref() == Some(member)
            && other.status == AttendanceStatus::Present
            && !is_expected(sitting, other)
    })
}

/// For which items a substitute had the seat of the member they came in place of, where
/// that member came as well: a seat has one vote.
#[must_use]
pub fn stood_in(sitting: &Sitting, substitute: &Attendance) -> Option<Presence> {
    let member = substitute.in_place_of.as_ref()?;
    let came = |m: &Movement| m.person == *member && m.direction == Direction::In;
    if !sitting.movements.iter().any(came) {
        return None;
    }
    Some(over_items(sitting, |item| {
        attended(sitting, &substitute.person, item)
            && (!attended(sitting, member, item)
                || business_ranks(sitting, &item.id)
                    .iter()
                    .any(|rank| !was_in_room(sitting, member, *rank)))
    }))
}

/// How many more a quorum had until `movement`: one, where somebody goes out who withdrew
/// from the item, and so is counted no longer.
#[must_use]
pub fn counted_until(sitting: &Sitting, movement: &Movement) -> u32 {
    let (person, rank) = (&movement.person, movement.rank);
    let withdrew = movement.item.as_ref().is_some_and(|item| withdrew(sitting, person, item));
    let goes = movement.direction == Direction::Out && was_in_room(sitting, person, rank);
    u32::from(goes && withdrew && had_vote(sitting, person, rank))
}
