//! The line of an election.

use super::decision::decision;
use super::{Place, Read, item, one, wants, wrong};
use crate::model::{Entry, Mint, PersonId, Verb};
use crate::rules::room;

/// Who stood for an office, and the votes for each.
pub(super) fn elect(rest: &str, place: &Place<'_>, mint: &mut Mint) -> Read {
    let Some((office, nominees)) = rest.split_once(':') else {
        return wants("\"OFFICE: NAME N, NAME N\"");
    };
    let mut votes: Vec<(PersonId, Option<u32>)> = Vec::new();
    for said in nominees.split(',').map(str::trim).filter(|said| !said.is_empty()) {
        let (name, count) = match said.rsplit_once(char::is_whitespace) {
            Some((name, count)) if count.parse::<u32>().is_ok() => (name, count.parse().ok()),
            _ => (said, None),
        };
        votes.push((super::person(place, name)?, count));
    }
    let most = votes.iter().map(|(_, n)| n.unwrap_or(0)).max();
    let ahead: Vec<&PersonId> =
        votes.iter().filter(|(_, n)| Some(n.unwrap_or(0)) == most).map(|(id, _)| id).collect();
    let elected = match ahead.as_slice() {
        [] => return wants("who stood"),
        [one] => place.sitting.name_of(one),
        _ => {
            return Err(wrong(
                "The votes are equal, so nobody is elected.",
                "Vote again, or draw lots and give the winner one more.",
            ));
        }
    };
    let cast = votes.iter().filter_map(|(_, n)| *n).fold(0, u32::saturating_add);
    let entitled = room::count_entitled(place.sitting, item(place)?);
    if entitled > 0 && cast > entitled {
        return Err(wrong(
            format!("That counts {cast} votes, and {entitled} in the room may vote on this item."),
            "Count again, or record who else is here with \".in NAME\".",
        ));
    }
    let office = office.trim();
    let counted: Vec<String> = votes
        .iter()
        .filter_map(|(id, n)| Some(format!("{} {}", place.sitting.name_of(id), (*n)?)))
        .collect();
    let count =
        if counted.len() > 1 { format!(" ({})", counted.join(", ")) } else { String::new() };
    let text = format!("that {elected} be elected {office}{count}");
    let decision = decision(place, item(place)?, Verb::Resolved, "", &text, mint);
    Ok(one(Entry::Decided { decision }, format!("Elected {office}: {elected}{count}")))
}
