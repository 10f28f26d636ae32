//! Lines about who is in the room.

use super::clock::{is_told, when_left, when_told};
use super::{Place, Read, Reading, Unclear, one, person, wants, when, wrong};
use crate::model::{
    Attendance, AttendanceId, AttendanceStatus, Capacity, Direction, Entry, ItemId, Mint, Movement,
    MovementId, PersonId, Role, Sitting, day,
};
use crate::rules::room::{self, Account};
use crate::rules::sentence::list;

pub(super) fn arrive(rest: &str, place: &Place<'_>, mint: &mut Mint) -> Read {
    let (names, time) = when::split_time(rest);
    let (names, capacity) = in_what_capacity(names)?;
    let people = if names.eq_ignore_ascii_case("all") {
        unaccounted(place.sitting)
    } else {
        several(names, |name| whoever(place, name, false))?
    };
    if people.is_empty() && names.eq_ignore_ascii_case("all") {
        return nobody_left(place.sitting);
    }
    if people.is_empty() {
        return wants("a name, or \"all\"");
    }
    let here = |id: &PersonId| room::in_room(place.sitting, id);
    // Whoever is here already is passed over among others, unless in another capacity.
    let (known, people): (Vec<_>, Vec<_>) =
        people.into_iter().partition(|id| capacity.is_none() && here(id));
    let known: Vec<String> = known.iter().map(|id| place.sitting.name_of(id)).collect();
    let already = match known.as_slice() {
        [] => String::new(),
        [one] => format!("{one} is in the room already."),
        some => format!("{} are in the room already.", list(some)),
    };
    if people.is_empty() {
        return Err(wrong(already, "\".in NAME as CAPACITY\" puts right in what capacity."));
    }
    let at = when_told(place, time);
    let mut attendance = Vec::new();
    let mut movements = Vec::new();
    for id in &people {
        let known = attending(place, id, AttendanceStatus::Present, mint);
        let capacity = capacity.unwrap_or(known.capacity);
        // Whoever only watches or advises stands in for nobody.
        let seated = matches!(capacity, Capacity::Voting | Capacity::NonVoting);
        let in_place_of = known.in_place_of.clone().filter(|_| seated);
        let mut came = Attendance { capacity, in_place_of, ..known };
        if !here(id) {
            let moved = movement(place, id, Direction::In, at, String::new(), mint);
            let moved = in_its_time(place.sitting, moved, time);
            came.apologised |= room::had_sent_word(place.sitting, id, &moved);
            movements.push(moved);
        }
        attendance.push(came);
    }
    let names: Vec<String> = people.iter().map(|id| place.sitting.name_of(id)).collect();
    let meeting = place.sitting.meeting.id.clone();
    let all = if people.len() > 1 { "all as" } else { "as" };
    let role = capacity.map_or(String::new(), |capacity| format!(", {all} {}", capacity.plain()));
    let mut preview = format!("In the room at {}: {}{role}", day::time_of(at), list(&names));
    if !already.is_empty() {
        preview.push_str(&format!(". {}", already.trim_end_matches('.')));
    }
    Ok(one(Entry::Arrived { meeting, attendance, movements }, preview))
}

/// The names before "as former member", and that capacity, if one is given.
fn in_what_capacity(names: &str) -> Result<(&str, Option<Capacity>), Unclear> {
    let Some((who, role)) = names.rsplit_once(" as ") else { return Ok((names, None)) };
    let word = role.trim().to_lowercase().replace(['-', ' '], "_");
    let known = match word.as_str() {
        "member" | "voting_member" => Some(Capacity::Voting),
        "non_voting_member" => Some(Capacity::NonVoting),
        "co_opted_member" => Some(Capacity::CoOpted),
        "member_of_the_public" | "public_speaker" | "speaker" => Some(Capacity::Public),
        word => Capacity::from_word(word),
    };
    known.map(|capacity| (who.trim(), Some(capacity))).ok_or_else(|| {
        let all: Vec<String> = Capacity::ALL.iter().map(|capacity| capacity.plain()).collect();
        wrong(
            format!("Nobody comes as \"{}\".", role.trim()),
            format!("They come as {}.", all.join(", ")),
        )
    })
}

/// Why there is nobody for "all" to mean: to say it once more records nothing.
fn nobody_left(sitting: &Sitting) -> Read {
    if sitting.appointments.is_empty() {
        return Err(wrong(
            "Nobody has a place on this body yet.",
            "Name whoever came; \"g b\", then \"+\" and \".person NAME on CODE as member\" gives somebody a place.",
        ));
    }
    Ok(Reading::answer("Everyone on the roll is accounted for."))
}

fn unaccounted(sitting: &Sitting) -> Vec<PersonId> {
    sitting
        .appointments
        .iter()
        .filter(|a| a.role != Role::Invitee)
        .map(|a| a.person.clone())
        .filter(|id| room::account(sitting, id) == Account::Unaccounted)
        .collect()
}

pub(super) fn depart(rest: &str, place: &Place<'_>, mint: &mut Mint) -> Read {
    let (said, reason) = when::with_reason(rest);
    let (names, time) = when::split_time(said);
    let people = some(several(names, |name| whoever(place, name, true))?)?;
    if let Some(outside) = people.iter().find(|id| !room::in_room(place.sitting, id)) {
        return Err(wrong(
            format!("{} is not in the room.", place.sitting.name_of(outside)),
            "Record the arrival first with \".in NAME\".",
        ));
    }
    let at = when_left(place, time);
    let left = |id| {
        let left = movement(place, id, Direction::Out, at, reason.to_owned(), mint);
        in_its_time(place.sitting, left, time)
    };
    let entries = people.iter().map(left).map(|movement| Entry::Departed { movement }).collect();
    let names: Vec<String> = people.iter().map(|id| place.sitting.name_of(id)).collect();
    let why = if reason.is_empty() { String::new() } else { format!(": {reason}") };
    let preview = format!("{} left the room at {}{why}", list(&names), day::time_of(at));
    Ok(Reading { entries, preview })
}

/// Everyone in a list of names, each read by `person`: "Farrow, Hesketh and
/// Idris". The "and" of an office ("Head of Parks and Paths") does not end a name.
pub(super) fn several(
    said: &str,
    person: impl Fn(&str) -> Result<PersonId, Unclear>,
) -> Result<Vec<PersonId>, Unclear> {
    let mut people = Vec::new();
    for name in said.split([',', ';']).map(str::trim).filter(|name| !name.is_empty()) {
        let name = name.strip_prefix("and ").unwrap_or(name);
        match (person(name), name.split_once(" and ")) {
            (Err(Unclear::Wrong { .. }), Some((one, other))) => {
                people.extend([person(one.trim())?, person(other.trim())?]);
            }
            (read, _) => people.push(read?),
        }
    }
    Ok(people)
}

/// `people`, of whom there must be one.
fn some(people: Vec<PersonId>) -> Result<Vec<PersonId>, Unclear> {
    if people.is_empty() { wants("a name") } else { Ok(people) }
}

/// The one person meant by `said`. Of several, it is the one in the room or out
/// of it as `inside` says, if only one is: nobody else can come or go.
fn whoever(place: &Place<'_>, said: &str, inside: bool) -> Result<PersonId, Unclear> {
    person(place, said).or_else(|unclear| {
        let Unclear::Which { people, .. } = &unclear else { return Err(unclear) };
        let mut able = people.iter().filter(|id| room::in_room(place.sitting, id) == inside);
        match (able.next(), able.next()) {
            (Some(one), None) => Ok(one.clone()),
            _ => Err(unclear),
        }
    })
}

pub(super) fn apologise(rest: &str, place: &Place<'_>, mint: &mut Mint) -> Read {
    let (said, reason) = rest.split_once(':').map_or((rest, ""), |(said, why)| (said, why.trim()));
    let people = some(several(said, |name| person(place, name))?)?;
    never_came(place, &people)?;
    let apologises = |id| {
        let mut attendance = attending(place, id, AttendanceStatus::Apologies, mint);
        reason.clone_into(&mut attendance.reason);
        Entry::Apologised { attendance }
    };
    let entries = people.iter().map(apologises).collect();
    let names: Vec<String> = people.iter().map(|id| place.sitting.name_of(id)).collect();
    Ok(Reading { entries, preview: format!("Apologies from {}", list(&names)) })
}

/// Who came cannot have stayed away, whether they are here still or left.
fn never_came(place: &Place<'_>, people: &[PersonId]) -> Result<(), Unclear> {
    let moved = |id: &&PersonId| place.sitting.movements.iter().any(|m| m.person == **id);
    let Some(id) = people.iter().find(moved) else { return Ok(()) };
    let name = place.sitting.name_of(id);
    Err(if room::in_room(place.sitting, id) {
        wrong(format!("{name} is in the room."), "Record the departure with \".out NAME\" instead.")
    } else {
        wrong(
            format!("{name} was here, and left."),
            "Why is said as they leave: \".out NAME: another engagement\".",
        )
    })
}

pub(super) fn absent(rest: &str, place: &Place<'_>, mint: &mut Mint) -> Read {
    let people = if rest.eq_ignore_ascii_case("rest") || rest.eq_ignore_ascii_case("all") {
        let members: Vec<&PersonId> = room::members(place.sitting).map(|a| &a.person).collect();
        unaccounted(place.sitting).into_iter().filter(|id| members.contains(&id)).collect()
    } else {
        several(rest, |name| person(place, name))?
    };
    match (people.is_empty(), rest.is_empty()) {
        (true, true) => return wants("a name, or \"rest\""),
        (true, false) => return nobody_left(place.sitting),
        (false, _) => {}
    }
    never_came(place, &people)?;
    let entries = people.iter().map(|id| Entry::Apologised {
        attendance: attending(place, id, AttendanceStatus::Absent, mint),
    });
    let names: Vec<String> = people.iter().map(|id| place.sitting.name_of(id)).collect();
    Ok(Reading {
        entries: entries.collect(),
        preview: format!("Absent without word: {}", list(&names)),
    })
}

pub(super) fn substitute(rest: &str, place: &Place<'_>, mint: &mut Mint) -> Read {
    let Some((who, whom)) = rest.split_once(" for ") else {
        return wants("\"NAME for NAME\"");
    };
    let (who, whom) = (person(place, who)?, person(place, whom)?);
    let sitting = place.sitting;
    if !sitting.appointments.iter().any(|a| a.person == whom) {
        return Err(wrong(
            format!("{} has no place on this body to be filled.", sitting.name_of(&whom)),
            "Name the member who is away.",
        ));
    }
    if let Some(other) = sitting.attendance.iter().find(|a| a.in_place_of.as_ref() == Some(&whom)) {
        let (name, taken) = (sitting.name_of(&whom), sitting.name_of(&other.person));
        return Err(wrong(format!("{taken} is here in place of {name} already."), ""));
    }
    let placed = sitting.appointments.iter().any(|a| a.person == who && a.voting);
    if placed && who != whom {
        return Err(wrong(
            format!("{} has a place of their own here.", sitting.name_of(&who)),
            "A member does not stand in for another: one of the places would go unfilled.",
        ));
    }
    let stands_in = sitting.attendance_of(&who).and_then(|a| a.in_place_of.as_ref());
    if let Some(other) = stands_in {
        return Err(wrong(
            format!("{} is here in place of {}.", sitting.name_of(&who), sitting.name_of(other)),
            "Nobody sits for two members at one meeting; \"u\" takes it back if it was a slip.",
        ));
    }
    if who == whom || room::in_room(sitting, &whom) {
        return Err(wrong(format!("{} is here in person.", sitting.name_of(&whom)), ""));
    }
    let votes = sitting.appointments.iter().any(|a| a.person == whom && a.voting);
    let substitute = Attendance {
        capacity: if votes { Capacity::Voting } else { Capacity::NonVoting },
        in_place_of: Some(whom.clone()),
        ..attending(place, &who, AttendanceStatus::Present, mint)
    };
    // A member who sat and left was there, whoever sits for them from then on.
    let sat = sitting.movements.iter().any(|moved| moved.person == whom);
    let status = if sat { AttendanceStatus::Present } else { AttendanceStatus::Apologies };
    let principal = attending(place, &whom, status, mint);
    let begun = sitting.meeting.began_at.is_some();
    let movement = (begun && !room::in_room(sitting, &who))
        .then(|| movement(place, &who, Direction::In, place.now, String::new(), mint));
    let preview = format!("{} in place of {}", sitting.name_of(&who), sitting.name_of(&whom));
    Ok(one(Entry::Substituted { substitute, principal, movement }, preview))
}

/// Whether people can bind those who sent them, or have to take it back to them.
pub(super) fn mandate(rest: &str, place: &Place<'_>, mint: &mut Mint) -> Read {
    let (names, said) = rest.rsplit_once(char::is_whitespace).unwrap_or((rest, ""));
    let mandated = match said.to_lowercase().as_str() {
        "yes" | "full" => Some(true),
        "no" | "none" => Some(false),
        "unknown" => None,
        _ => return wants("a name and \"yes\", \"no\" or \"unknown\""),
    };
    let mut entries = Vec::new();
    let mut told = Vec::new();
    for id in some(several(names, |name| person(place, name))?)? {
        let name = place.sitting.name_of(&id);
        let present = AttendanceStatus::Present;
        if place.sitting.attendance_of(&id).is_none_or(|known| known.status != present) {
            return Err(wrong(
                format!("{name} has not come, and decides nothing for anybody."),
                "Record the arrival first with \".in NAME\".",
            ));
        }
        told.push(name);
        let attendance = Attendance { mandated, ..attending(place, &id, present, mint) };
        entries.push(Entry::Mandated { attendance });
    }
    let word = match mandated {
        Some(true) => "can decide for those who sent them",
        Some(false) => "cannot decide for those who sent them",
        None => "may or may not decide for those who sent them",
    };
    Ok(Reading { entries, preview: format!("{}: {word}", list(&told)) })
}

/// The attendance of `person` as it will stand.
pub(super) fn attending(
    place: &Place<'_>,
    person: &PersonId,
    status: AttendanceStatus,
    mint: &mut Mint,
) -> Attendance {
    let sitting = place.sitting;
    if let Some(known) = sitting.attendance_of(person) {
        return Attendance { status, ..known.clone() };
    }
    Attendance {
        id: AttendanceId::mint(mint),
        meeting: sitting.meeting.id.clone(),
        person: person.clone(),
        capacity: capacity(sitting, person),
        status,
        in_place_of: None,
        reason: String::new(),
        apologised: false,
        mandated: None,
        rank: mint.rank(),
    }
}

/// In what capacity somebody comes who has not said: by their place on the body,
/// else as a visiting member, an officer or an observer.
fn capacity(sitting: &Sitting, person: &PersonId) -> Capacity {
    if let Some(appointment) = sitting.appointments.iter().find(|a| a.person == *person) {
        return match appointment.role {
            Role::Officer => Capacity::Officer,
            Role::Invitee => Capacity::Invitee,
            Role::CoOpted if !appointment.voting => Capacity::CoOpted,
            _ if appointment.voting => Capacity::Voting,
            _ => Capacity::NonVoting,
        };
    }
    match sitting.person(person) {
        Some(person) if person.is_councillor() => Capacity::Invitee,
        Some(person) if !person.post.is_empty() => Capacity::Officer,
        _ => Capacity::Observer,
    }
}

pub(super) fn movement(
    place: &Place<'_>,
    person: &PersonId,
    direction: Direction,
    at: day::Stamp,
    reason: String,
    mint: &mut Mint,
) -> Movement {
    let (item, paragraph) = where_told(place);
    Movement {
        id: MovementId::mint(mint),
        meeting: place.sitting.meeting.id.clone(),
        person: person.clone(),
        direction,
        at,
        timed: is_told(place, at),
        item,
        place: paragraph,
        reason,
        rank: mint.rank(),
    }
}

/// `movement` with the item and the rank of its time, where a time was `given` at which
/// an earlier item was being discussed, and nobody has told of this person since.
pub(super) fn in_its_time(
    sitting: &Sitting,
    movement: Movement,
    given: Option<when::Clock>,
) -> Movement {
    let when = given.and_then(|_| room::belated(sitting, movement.at));
    let when = when.filter(|(_, rank)| !room::moved_since(sitting, &movement.person, *rank));
    let Some((item, rank)) = when else { return movement };
    let paragraphs = sitting.minute(&item.id).map_or(0, |minute| minute.text.lines().count());
    // At the very start of an item it would count from there.
    let place = u32::try_from(paragraphs).unwrap_or(u32::MAX).max(1);
    Movement { item: Some(item.id.clone()), place, rank, ..movement }
}

/// Under which item something that happens now is told, and after how many of its
/// paragraphs: the one being discussed; between two, at the end of the one before.
pub(super) fn where_told(place: &Place<'_>) -> (Option<ItemId>, u32) {
    match place.sitting.current() {
        // Another item than this one may be looked at meanwhile.
        Some(current) if place.item != Some(&current.id) => {
            (Some(current.id.clone()), super::foot_of(place.sitting, &current.id))
        }
        Some(current) => (Some(current.id.clone()), place.paragraph),
        None => match place.sitting.last_taken() {
            Some(last) => (Some(last.id.clone()), u32::MAX),
            None => (None, place.paragraph),
        },
    }
}
