//! The line of an election.

use super::decision::decision;
use super::{Place, Read, Unclear, item, one, wants, wrong};
use crate::model::{Appointment, AppointmentId, Entry, Mint, PersonId, Poll, Role, Verb};
use crate::rules::room;
use crate::rules::sentence::{list, on_roll};

/// How an equality may be settled, and how that is said after the name of whom it favoured.
const WAYS: [(&str, &str); 2] = [("lot ", "being chosen by lot"), ("casting ", CASTING)];

/// How it is said that the chair settled it.
const CASTING: &str = "on the casting vote of the chair";

/// An office and how many hold it: "Representatives (2)".
fn places_of(office: &str) -> (&str, Option<usize>) {
    let places = office.strip_suffix(')').and_then(|rest| rest.rsplit_once('('));
    match places.and_then(|(name, n)| Some((name.trim(), n.trim().parse().ok()?))) {
        Some((name, n)) => (name, Some(n)),
        None => (office, None),
    }
}

/// Those elected: all who stood for an office of several, where nobody was counted and
/// it is not said how many there are; else those with the most votes, of equals the one
/// named. Nobody, if that does not settle it.
fn elected(
    votes: &[(PersonId, Option<u32>)],
    (office, places): (&str, Option<usize>),
    named: Option<&PersonId>,
) -> Option<Vec<PersonId>> {
    let uncounted = votes.iter().all(|(_, n)| n.is_none());
    let several = uncounted && office.ends_with('s');
    let places = places.unwrap_or(if several { votes.len() } else { 1 });
    let mut order: Vec<&(PersonId, Option<u32>)> = votes.iter().collect();
    order.sort_by_key(|(id, n)| std::cmp::Reverse((n.unwrap_or(0), named == Some(id))));
    let place = |at: usize| order.get(at).map(|(id, n)| (n.unwrap_or(0), named == Some(id)));
    // Nobody is elected with no vote where votes were counted.
    let unwanted = !uncounted && place(places.wrapping_sub(1)).is_some_and(|(n, _)| n == 0);
    let settled =
        places > 0 && places <= order.len() && place(places - 1) != place(places) && !unwanted;
    settled.then(|| order.iter().take(places).map(|(id, _)| id.clone()).collect())
}

/// Whether people are elected to it and not as it: "Working group", "Outside bodies".
fn is_body(office: &str) -> bool {
    const BODIES: &str = "group body bodies board boards panel committee sub-committee forum \
        partnership council trust association";
    // "Representative on the Pensions Board" is what one is elected as.
    let name = [" on ", " of ", " to ", " for "].iter().filter_map(|tie| office.find(tie)).min();
    let name = name.map_or(office, |at| &office[..at]);
    let last = name.rsplit(char::is_whitespace).next().unwrap_or_default().to_lowercase();
    BODIES.split_whitespace().any(|body| body == last)
}

/// Those who stood, with the votes for each, and who was settled on and how.
type Nominated = (Vec<(PersonId, Option<u32>)>, Option<(PersonId, &'static str)>);

/// Who stood and how an equality was settled, each nominee once.
fn nominated(nominees: &str, place: &Place<'_>) -> Result<Nominated, Unclear> {
    let mut votes: Vec<(PersonId, Option<u32>)> = Vec::new();
    let mut settled = None;
    for said in nominees.split(',').map(str::trim).filter(|said| !said.is_empty()) {
        let by = WAYS.iter().find_map(|(word, way)| Some((said.strip_prefix(word)?, *way)));
        if let Some((name, way)) = by {
            settled = Some((super::person(place, name.trim())?, way));
            continue;
        }
        let (name, count) = match said.rsplit_once(char::is_whitespace) {
            Some((name, count)) if count.parse::<u32>().is_ok() => (name, count.parse().ok()),
            _ => (said, None),
        };
        votes.push((super::person(place, name)?, count));
    }
    if votes.is_empty() {
        return wants("who stood");
    }
    for (n, (who, _)) in votes.iter().enumerate() {
        if votes.iter().take(n).any(|(other, _)| other == who) {
            let name = place.sitting.name_of(who);
            return Err(wrong(format!("{name} is named twice."), "Name each nominee once."));
        }
    }
    Ok((votes, settled))
}

/// A ballot that settled nothing, as one of several may: who stood and the votes for each.
fn settled_nothing(office: &str, nominees: &str, place: &Place<'_>, mint: &mut Mint) -> Read {
    let (votes, settled) = nominated(nominees, place)?;
    let most = votes.iter().max_by_key(|(_, n)| *n);
    let won = most.filter(|(_, n)| n.is_some_and(|n| n.saturating_mul(2) > cast(&votes)));
    if let Some(who) = settled.as_ref().map(|(who, _)| who).or(won.map(|(who, _)| who)) {
        return Err(wrong(
            format!("{} was elected by that count.", place.sitting.name_of(who)),
            "Leave out \"nobody\", or count again.",
        ));
    }
    let counted = votes.iter().map(|(id, n)| match n {
        Some(n) => format!("{} {n}", place.sitting.name_of(id)),
        None => place.sitting.name_of(id),
    });
    let counted: Vec<String> = counted.collect();
    no_decision(&format!("nobody was elected {office} ({})", counted.join(", ")), place, mint)
}

/// That an election came to nothing, in the words `text`.
fn no_decision(text: &str, place: &Place<'_>, mint: &mut Mint) -> Read {
    let mut decision = decision(place, item(place)?, Verb::NoDecision, "", text, mint);
    decision.vote = None;
    Ok(one(Entry::Decided { decision }, format!("No decision: {text}")))
}

/// Who stood for an office, and the votes for each.
pub(super) fn elect(rest: &str, place: &Place<'_>, mint: &mut Mint) -> Read {
    let Some((office, nominees)) = rest.split_once(':') else {
        return wants("\"OFFICE: NAME N, NAME N\"");
    };
    let (office, places) = places_of(office.trim());
    if nominees.trim().eq_ignore_ascii_case("nobody") {
        return no_decision(&format!("nobody was nominated as {office}"), place, mint);
    }
    if let Some((nominees, last)) = nominees.rsplit_once(',')
        && last.trim().eq_ignore_ascii_case("nobody")
    {
        return settled_nothing(office, nominees, place, mint);
    }
    let (votes, settled) = nominated(nominees, place)?;
    let elected = elected(&votes, (office, places), settled.as_ref().map(|(id, _)| id)).ok_or_else(|| {
        wrong(
            "The votes are equal or none, so nobody is elected.",
            "Say how it was settled, \", lot NAME\" or \", casting NAME\" at the end; or \", nobody\", and the next vote on a line of its own.",
        )
    })?;
    if let Some((named, _)) = &settled {
        is_settled(&votes, named)?;
    }
    let poll = Poll {
        cast: cast(&votes),
        places: u32::try_from(elected.len()).unwrap_or(u32::MAX),
        least: elected.iter().filter_map(|who| votes_of(&votes, who)).min().unwrap_or(0),
        casting: settled.as_ref().is_some_and(|(_, way)| *way == CASTING),
        to_chair: place_of(office, place).map_or_else(Vec::new, |_| elected.clone()),
    };
    let roll = altered(office, &elected, place, mint);
    let names: Vec<String> = elected.iter().map(|id| place.sitting.name_of(id)).collect();
    let elected = list(&names);
    let counted: Vec<String> = votes
        .iter()
        .filter_map(|(id, n)| Some(format!("{} {}", place.sitting.name_of(id), (*n)?)))
        .collect();
    let how = settled
        .map_or(String::new(), |(who, way)| format!("; {} {way}", place.sitting.name_of(&who)));
    let count =
        if counted.len() > 1 { format!(" ({}{how})", counted.join(", ")) } else { String::new() };
    let to = if is_body(office) { "to the " } else { "" };
    let text = format!("that {elected} be elected {to}{office}{count}");
    let mut decision = decision(place, item(place)?, Verb::Resolved, "", &text, mint);
    // Its own count is the vote: one taken before was on something else.
    if votes.iter().any(|(_, n)| n.is_some()) {
        decision.vote = None;
    }
    let mut reading =
        one(Entry::Elected { decision, poll }, format!("Elected {office}: {elected}{count}"));
    if !roll.is_empty() {
        let meeting = place.sitting.meeting.id.clone();
        reading.preview.push_str(". ");
        reading.preview.push_str(&on_roll(place.sitting, &roll));
        reading.entries.push(Entry::Appointed { meeting, places: roll });
    }
    Ok(reading)
}

/// How many votes were counted in all.
fn cast(votes: &[(PersonId, Option<u32>)]) -> u32 {
    votes.iter().filter_map(|(_, n)| *n).fold(0, u32::saturating_add)
}

/// How many votes were counted for somebody.
fn votes_of(votes: &[(PersonId, Option<u32>)], who: &PersonId) -> Option<u32> {
    votes.iter().find(|(other, _)| other == who).and_then(|(_, n)| *n)
}

/// Refuses to settle an equality that there was none of.
fn is_settled(votes: &[(PersonId, Option<u32>)], named: &PersonId) -> Result<(), Unclear> {
    let of = votes_of(votes, named);
    let alone = of.is_some() && !votes.iter().any(|(other, n)| other != named && *n == of);
    if alone {
        return Err(wrong(
            "Nobody had as many votes as the one named, so there was no equality to settle.",
            "A casting vote or a lot decides between equals: leave it out, or count again.",
        ));
    }
    Ok(())
}

/// What an office is called that has a place of its own on the roll.
const OFFICES: [(&str, Role); 7] = [
    ("chair", Role::Chair),
    ("chairman", Role::Chair),
    ("vice chair", Role::ViceChair),
    ("vice-chair", Role::ViceChair),
    ("vice chairman", Role::ViceChair),
    ("deputy chair", Role::ViceChair),
    ("deputy chairman", Role::ViceChair),
];

/// The place on the roll that `office` is: "Chair for 2026/27", "the Vice Chair of the
/// Committee". The chair of another body is none of this one's.
fn place_of(office: &str, place: &Place<'_>) -> Option<Role> {
    let lower = office.to_lowercase();
    let named = lower.strip_prefix("the ").unwrap_or(&lower);
    let named = named.split(" for the ").next()?;
    let named = named.split_once(" for ").map_or(named, |(office, term)| {
        if term.starts_with(|c: char| c.is_ascii_digit()) { office } else { named }
    });
    let (named, of) = named.split_once(" of ").unwrap_or((named, ""));
    let of = of.strip_prefix("the ").unwrap_or(of);
    let body = place.sitting.body.name.to_lowercase();
    let own = of.is_empty() || of == body || body.split_whitespace().next_back() == Some(of);
    OFFICES.iter().find(|(called, _)| own && *called == named).map(|(_, role)| *role)
}

/// The places on the roll that an election to the chair alters: those elected have it from
/// the day of the meeting on, and whoever had it before stays on as a member. One minuted
/// after a later meeting began leaves the roll as that one found it.
fn altered(
    office: &str,
    elected: &[PersonId],
    place: &Place<'_>,
    mint: &mut Mint,
) -> Vec<Appointment> {
    let Some(role) = place_of(office, place) else { return Vec::new() };
    if place.sitting.neighbours.coming.iter().any(|later| later.status.has_begun()) {
        return Vec::new();
    }
    let since = place.sitting.meeting.date;
    let seated = |id: &PersonId| room::members(place.sitting).any(|seat| seat.person == *id);
    // Nobody gives up the chair to somebody with no seat to take it in.
    if !elected.iter().all(seated) {
        return Vec::new();
    }
    let mut places = Vec::new();
    for held in room::members(place.sitting) {
        let now = match elected.contains(&held.person) {
            true => role,
            false if held.role == role => Role::Member,
            false => continue,
        };
        if held.role == now {
            continue;
        }
        let ended = held.left_for(now, since);
        let (id, from_on) = match ended {
            Some(_) => (AppointmentId::mint(mint), Some(since)),
            None => (held.id.clone(), held.from_on),
        };
        places.extend(ended);
        places.push(Appointment { id, role: now, from_on, ..held.clone() });
    }
    places
}
