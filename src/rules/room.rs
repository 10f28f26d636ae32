//! Who is in the room, who of them may vote, and whether they are enough.

mod interest;
mod presence;
mod public;

use super::count;
use crate::model::{
    Appointment, AttendanceStatus, Capacity, Direction, InterestOutcome, Item, ItemId,
    MeetingStatus, Movement, PersonId, SeatStatus, Sitting,
    day::{self, Stamp},
};

pub use interest::{bars, is_barred, withdrew};
use interest::{came_of, withdrew_before};
pub use presence::{
    Presence, counted_until, had_sent_word, has_substitute, is_expected, presence, stood_in,
};
pub use public::{exclusions, is_excluded_from, is_public_out, was_public_out};

/// What the sentence begins with that says in the minutes until when a meeting was broken
/// off.
pub const ADJOURNED: &str = "The meeting stood adjourned until ";

/// Where a member of the body stands with regard to one meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Account {
    /// In the room.
    InRoom,
    /// Came, and is out of the room.
    Out,
    /// Sent apologies; somebody came instead.
    Substituted,
    /// Sent apologies.
    Apologies,
    /// Neither came nor sent word, says the clerk.
    Absent,
    /// Nothing is known yet.
    Unaccounted,
}

impl Account {
    /// The word for it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::InRoom => "present",
            Self::Out => "out of the room",
            Self::Substituted => "substituted",
            Self::Apologies => "apologies",
            Self::Absent => "absent",
            Self::Unaccounted => "not yet accounted for",
        }
    }
}

/// What a quorum needs and has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Quorum {
    /// How many are needed; none, if the body has no quorum.
    pub needed: Option<u32>,
    /// How many who count are in the room.
    pub present: u32,
}

impl Quorum {
    /// The same with so many more in the room.
    #[must_use]
    pub fn with(self, more: u32) -> Self {
        Self { present: self.present.saturating_add(more), ..self }
    }

    /// Whether enough are in the room.
    #[must_use]
    pub fn is_met(self) -> bool {
        self.needed.is_none_or(|needed| self.present >= needed)
    }
}

/// Whether `person` is in the room, as the last word on record has it.
#[must_use]
pub fn in_room(sitting: &Sitting, person: &PersonId) -> bool {
    last_movement(sitting, person, i64::MAX).is_some_and(|m| m.direction == Direction::In)
}

/// Whether `person` was in the room when the thing of rank `rank` was recorded.
#[must_use]
pub fn was_in_room(sitting: &Sitting, person: &PersonId, rank: i64) -> bool {
    last_movement(sitting, person, rank).is_some_and(|m| m.direction == Direction::In)
}

/// The order is that of recording, not of the clock, which may be put back
/// while a meeting sits.
fn last_movement<'a>(sitting: &'a Sitting, person: &PersonId, before: i64) -> Option<&'a Movement> {
    sitting
        .movements
        .iter()
        .filter(|movement| movement.person == *person && movement.rank < before)
        .max_by_key(|movement| (movement.rank, movement.at))
}

/// Where something that happened at `at` belongs that is put down when other items have
/// been taken since: the item that was being discussed then, and the rank of the last
/// thing recorded before the next was taken. None if it belongs where it is put down.
///
/// What the item decided has no time of its own, so it counts from the end of it.
#[must_use]
pub fn belated(sitting: &Sitting, at: Stamp) -> Option<(&Item, i64)> {
    let mut taken: Vec<(i64, &Item)> =
        sitting.items.iter().filter_map(|item| Some((item.taken?, item))).collect();
    taken.sort_by_key(|(taken, _)| *taken);
    let after = |item: &Item| item.started_at.is_some_and(|started| day::is_before(at, started));
    let next = taken.iter().position(|(_, item)| after(item))?;
    let (_, item) = taken.get(next.checked_sub(1)?)?;
    Some((*item, taken.get(next)?.0.saturating_sub(1)))
}

/// Whether `person` came or went after the thing of rank `rank` was recorded.
#[must_use]
pub fn moved_since(sitting: &Sitting, person: &PersonId, rank: i64) -> bool {
    sitting.movements.iter().any(|m| m.person == *person && m.rank > rank)
}

/// Where `person` stands with regard to this meeting.
#[must_use]
pub fn account(sitting: &Sitting, person: &PersonId) -> Account {
    match sitting.attendance_of(person).map(|attendance| attendance.status) {
        _ if in_room(sitting, person) => Account::InRoom,
        Some(AttendanceStatus::Present) => Account::Out,
        _ if has_substitute(sitting, person) => Account::Substituted,
        Some(AttendanceStatus::Apologies) => Account::Apologies,
        Some(AttendanceStatus::Absent) => Account::Absent,
        None => Account::Unaccounted,
    }
}

/// The members of the roll: everyone with a seat, officers and invitees aside.
pub fn members(sitting: &Sitting) -> impl Iterator<Item = &Appointment> {
    use crate::model::Role;
    sitting.appointments.iter().filter(|a| !matches!(a.role, Role::Officer | Role::Invitee))
}

/// How many on the roll have a vote, whoever is there.
#[must_use]
pub fn voting_places(sitting: &Sitting) -> u32 {
    count(members(sitting).filter(|appointment| appointment.voting))
}

/// How many members with a vote the body would have with every seat filled. What is to
/// be settled, and what a ceiling allows, is no seat yet.
#[must_use]
pub fn whole_number(sitting: &Sitting) -> u32 {
    let vacant = sitting.seats.iter().filter(|seat| seat.status == SeatStatus::Vacant);
    let vacant = vacant.filter(|seat| !seat.at_most).map(|seat| seat.count);
    vacant.fold(voting_places(sitting), u32::saturating_add)
}

/// Whether `person` has a vote at this meeting, in the room or not: by seat, or
/// as the substitute of somebody who has. A substitute has none while the member
/// is there: the seat has one vote.
#[must_use]
pub fn has_vote(sitting: &Sitting, person: &PersonId) -> bool {
    had_vote(sitting, person, i64::MAX)
}

/// Whether `person` has no vote here, at a body whose roll says who has.
#[must_use]
pub fn is_voteless(sitting: &Sitting, person: &PersonId) -> bool {
    members(sitting).any(|seat| seat.voting) && !has_vote(sitting, person)
}

/// Whether `person` had a vote when the thing of rank `rank` was recorded.
pub(super) fn had_vote(sitting: &Sitting, person: &PersonId, rank: i64) -> bool {
    match sitting.attendance_of(person) {
        Some(attendance) => {
            let principal = attendance.in_place_of.as_ref();
            let back = principal.is_some_and(|member| was_in_room(sitting, member, rank));
            attendance.capacity == Capacity::Voting && !back
        }
        None => sitting.appointments.iter().any(|a| a.person == *person && a.voting),
    }
}

/// Those in the room with a vote on `item` when the thing of rank `rank` was recorded, and
/// no interest that kept them from it.
#[must_use]
pub fn entitled_before(sitting: &Sitting, item: &ItemId, rank: i64) -> Vec<PersonId> {
    let rank = done_at(sitting, item, rank);
    let mut people: Vec<PersonId> = Vec::new();
    for person in sitting.movements.iter().map(|movement| &movement.person) {
        if !people.contains(person)
            && was_in_room(sitting, person, rank)
            && had_vote(sitting, person, rank)
            && !withdrew(sitting, person, item)
            && !is_barred(sitting, person, item)
        {
            people.push(person.clone());
        }
    }
    people
}

/// Those entitled to vote on `item` as it is discussed, or was when it was left: in the
/// room, with a vote, and with no interest that keeps them from it.
#[must_use]
pub fn entitled(sitting: &Sitting, item: &ItemId) -> Vec<PersonId> {
    entitled_before(sitting, item, i64::MAX)
}

/// How many are entitled to vote on `item`, as [`entitled`] has it.
#[must_use]
pub fn count_entitled(sitting: &Sitting, item: &ItemId) -> u32 {
    count(entitled(sitting, item).iter())
}

/// The quorum now, for the item being discussed. Those who count are in the room,
/// have a vote, and have not withdrawn for an interest.
///
/// A fraction is of the whole number, vacant seats among them, rounded up: for a full
/// council one quarter (paragraphs 6 and 45 of Schedule 12 to the Local Government Act
/// 1972), and otherwise what the body laid down.
#[must_use]
pub fn quorum(sitting: &Sitting) -> Quorum {
    let now = counted(sitting, i64::MAX, sitting.current().map(|item| &item.id));
    // Of a meeting read from its minutes it is known who came, and not when.
    if !sitting.movements.is_empty() || sitting.meeting.status != MeetingStatus::Closed {
        return now;
    }
    let came = sitting.attendance.iter().filter(|a| a.status == AttendanceStatus::Present);
    Quorum { present: count(came.filter(|a| a.capacity == Capacity::Voting)), ..now }
}

/// The quorum for `item` as it is discussed, or as it was when the item was left.
#[must_use]
pub fn quorum_for(sitting: &Sitting, item: &ItemId) -> Quorum {
    counted(sitting, done_at(sitting, item, i64::MAX), Some(item))
}

/// The quorum for `item` as it was when the thing of rank `rank` was recorded.
#[must_use]
pub fn quorum_before(sitting: &Sitting, rank: i64, item: Option<&ItemId>) -> Quorum {
    counted(sitting, rank, item)
}

fn counted(sitting: &Sitting, rank: i64, item: Option<&ItemId>) -> Quorum {
    let needed = sitting.body.quorum.map(|top| match sitting.body.quorum_of {
        Some(bottom @ 1..) => whole_number(sitting).saturating_mul(top).div_ceil(bottom),
        _ => top,
    });
    let mut seen: Vec<&PersonId> = Vec::new();
    for movement in &sitting.movements {
        let person = &movement.person;
        if !seen.contains(&person)
            && had_vote(sitting, person, rank)
            && was_in_room(sitting, person, rank)
            && !item.is_some_and(|item| withdrew_before(sitting, person, item, rank))
        {
            seen.push(person);
        }
    }
    Quorum { needed, present: count(seen.iter()) }
}

/// Whether `person` counts as having been there for `item`.
///
/// They do if they were in the room when its business began, comings and goings
/// at its very start aside, or when anything was decided on it. So a member who
/// leaves as an item opens and comes back as it closes was not there for it, and
/// one who arrives after its last decision was not either; nor was one who withdrew
/// from it for an interest.
#[must_use]
pub fn attended(sitting: &Sitting, person: &PersonId, item: &Item) -> bool {
    if withdrew(sitting, person, &item.id) {
        return false;
    }
    let business = business_ranks(sitting, &item.id);
    let opening = sitting
        .movements
        .iter()
        .filter(|m| m.item.as_ref() == Some(&item.id) && m.place == 0)
        .filter(|m| business.iter().all(|rank| m.rank < *rank))
        .map(|m| m.rank)
        .max();
    let began = match (opening, item.taken) {
        (Some(rank), _) => rank.saturating_add(1),
        (None, Some(taken)) => taken,
        (None, None) => return false,
    };
    // Whoever only advises comes for what they advise on, and goes.
    let advised = !has_vote(sitting, person)
        && sitting.movements.iter().any(|m| {
            m.person == *person && m.item.as_ref() == Some(&item.id) && m.direction == Direction::In
        });
    // Whoever spoke on it and left was there to speak.
    let spoke = came_of(sitting, person, &item.id, InterestOutcome::Spoke)
        && item.taken.is_some_and(|taken| was_in_room(sitting, person, taken));
    advised
        || presence::heard(sitting, person, item)
        || spoke
        || was_in_room(sitting, person, began)
        || business.iter().any(|rank| was_in_room(sitting, person, *rank))
}

/// How long after the start the roll may still be called, in minutes. Whoever is
/// put down as in by then was there at the start.
const ROLL_CALL: i64 = 5;

/// Whether `movement` only says who was there at the start, which the list of
/// those present says already.
#[must_use]
pub fn is_roll_call(sitting: &Sitting, movement: &Movement) -> bool {
    let first = sitting.items.iter().filter(|i| i.taken.is_some()).min_by_key(|i| i.taken);
    let began = sitting.meeting.began_at;
    movement.direction == Direction::In
        && movement.place == 0
        && movement.item.as_ref() == first.map(|item| &item.id)
        && began.is_none_or(|began| (movement.at - began).num_minutes() < ROLL_CALL)
}

/// Who presides over `item` as it is discussed, or did when it was left.
#[must_use]
pub fn chair_of<'a>(sitting: &'a Sitting, item: &ItemId) -> Option<&'a PersonId> {
    let rank = done_at(sitting, item, i64::MAX);
    let took = sitting.presiding.iter().rfind(|presiding| presiding.rank < rank);
    took.or(sitting.presiding.first()).map(|presiding| &presiding.person)
}

/// The ranks of all that was done under `item`: moved, voted on, decided, given to somebody,
/// promised, put right or called in.
#[must_use]
pub fn business_ranks(sitting: &Sitting, item: &ItemId) -> Vec<i64> {
    let votes = sitting.votes.iter().filter(|v| v.item == *item).map(|v| v.rank);
    let motions = sitting.motions.iter().filter(|m| m.item == *item).map(|m| m.rank);
    let decided = sitting.decisions_on(item).map(|d| d.rank);
    let given = sitting.actions_on(item).map(|a| a.rank);
    let promised = sitting.promises.iter().filter(|(on, _)| on == item).map(|(_, plan)| plan.rank);
    let corrected = sitting.corrections.iter().filter(|c| c.item == *item).map(|c| c.rank);
    let called = sitting.call_ins.iter().filter(|c| c.item == *item).map(|c| c.rank);
    let all = votes.chain(motions).chain(decided).chain(given);
    let withheld = sitting.withheld.iter().filter(|(on, _)| on == item).map(|(_, rank)| *rank);
    let all = all.chain(promised).chain(corrected).chain(called).chain(withheld);
    all.map(|rank| done_at(sitting, item, rank)).collect()
}

/// The rank at which the thing recorded under `item` with rank `rank` was done: what is
/// put down once the meeting has gone on to another item was done before it did. Of an
/// item that was gone back to, it is the last time it was left that counts.
#[must_use]
pub fn done_at(sitting: &Sitting, item: &ItemId, rank: i64) -> i64 {
    let own = sitting.item(item);
    let (Some(taken), Some(left)) = (own.and_then(|i| i.taken), own.and_then(|i| i.ended_at))
    else {
        return rank;
    };
    let after = |next: &&Item| next.started_at.is_some_and(|started| started >= left);
    let next = sitting.items.iter().filter(after).filter_map(|next| next.taken);
    next.filter(|next| *next > taken).min().map_or(rank, |next| rank.min(next))
}
