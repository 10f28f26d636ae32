//! The line of an election.

use super::decision::decision;
use super::{Place, Read, Unclear, item, one, wants, wrong};
use crate::model::{Entry, Mint, PersonId, Verb};
use crate::rules;
use crate::rules::sentence::list;

/// How an equality may be settled, and how that is said.
const WAYS: [(&str, &str); 2] =
    [("lot ", "drawn by lot"), ("casting ", "on the casting vote of the chair")];

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

/// Who stood for an office, and the votes for each.
pub(super) fn elect(rest: &str, place: &Place<'_>, mint: &mut Mint) -> Read {
    let Some((office, nominees)) = rest.split_once(':') else {
        return wants("\"OFFICE: NAME N, NAME N\"");
    };
    let (office, places) = places_of(office.trim());
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
    let elected = elected(&votes, (office, places), settled.as_ref().map(|(id, _)| id)).ok_or_else(|| {
        wrong(
            "The votes are equal or none, so nobody is elected.",
            "Vote again, or say how it was settled: \", lot NAME\" or \", casting NAME\" at the end.",
        )
    })?;
    if let Some((named, way)) = &settled {
        is_settled(&votes, named, way, place)?;
    }
    let cast = votes.iter().filter_map(|(_, n)| *n).fold(0, u32::saturating_add);
    let filled = u32::try_from(elected.len()).unwrap_or(u32::MAX);
    let told = rules::elects(place.sitting, item(place)?, cast, filled)
        .map_err(|no| wrong(no.cited(), no.hint))?
        .map(|told| format!(". {told}"))
        .unwrap_or_default();
    let names: Vec<String> = elected.iter().map(|id| place.sitting.name_of(id)).collect();
    let elected = list(&names);
    let counted: Vec<String> = votes
        .iter()
        .filter_map(|(id, n)| Some(format!("{} {}", place.sitting.name_of(id), (*n)?)))
        .collect();
    let how = settled.map_or(String::new(), |(_, way)| format!(", {way}"));
    let count =
        if counted.len() > 1 { format!(" ({}{how})", counted.join(", ")) } else { String::new() };
    let to = if is_body(office) { "to the " } else { "" };
    let text = format!("that {elected} be elected {to}{office}{count}");
    let decision = decision(place, item(place)?, Verb::Resolved, "", &text, mint);
    let roll = on_roll(office, place);
    Ok(one(Entry::Decided { decision }, format!("Elected {office}: {elected}{count}{told}{roll}")))
}

/// Refuses to settle an equality that there was none of, or by the vote of a chair where
/// nobody presides.
fn is_settled(
    votes: &[(PersonId, Option<u32>)],
    named: &PersonId,
    way: &str,
    place: &Place<'_>,
) -> Result<(), Unclear> {
    if way == WAYS[1].1 && place.sitting.chair().is_none() {
        return Err(wrong(
            "Nobody is recorded as presiding, so nobody has a casting vote.",
            "Record who presides with \".chair NAME\".",
        ));
    }
    let of = votes.iter().find(|(who, _)| who == named).and_then(|(_, n)| *n);
    let alone = of.is_some() && !votes.iter().any(|(other, n)| other != named && *n == of);
    if alone {
        return Err(wrong(
            "Nobody had as many votes as the one named, so there was no equality to settle.",
            "A casting vote or a lot decides between equals: leave it out, or count again.",
        ));
    }
    Ok(())
}

/// That an election to the chair does not alter the roll, which says from when to when
/// somebody holds it.
fn on_roll(office: &str, place: &Place<'_>) -> String {
    const CHAIRS: [(&str, &str); 7] = [
        ("chair", "chair"),
        ("chairman", "chair"),
        ("vice chair", "vice chair"),
        ("vice-chair", "vice chair"),
        ("vice chairman", "vice chair"),
        ("deputy chair", "vice chair"),
        ("deputy chairman", "vice chair"),
    ];
    let office = office.to_lowercase();
    let role = CHAIRS.iter().find(|(called, _)| *called == office).map(|(_, role)| role);
    role.map_or_else(String::new, |role| {
        let code = &place.sitting.body.code;
        format!(". The roll has it once \".person NAME on {code} as {role}\" says so")
    })
}
