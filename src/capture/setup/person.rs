//! The line that puts a person in the book.

use super::super::{Read, wants, wrong};
use super::{Shelf, body_coded, filed};
use crate::model::{
    Appointment, AppointmentId, Mint, Organisation, OrganisationId, Person, PersonId, Record, Role,
};

pub(super) fn person(rest: &str, shelf: &Shelf<'_>, mint: &mut Mint) -> Read {
    if rest.is_empty() {
        return wants("a name");
    }
    let (who, seat) = rest.split_once(" on ").map_or((rest, None), |(who, seat)| (who, Some(seat)));
    let (who, from) = who.split_once(" from ").map_or((who, None), |(who, from)| (who, Some(from)));
    let mut rows: Vec<Record> = Vec::new();
    let from = from.map(|from| organisation(from, shelf, &mut rows, mint));
    let (name, post) = who.split_once(',').map_or((who, ""), |(name, post)| (name, post.trim()));
    let known = shelf.people.iter().find(|person| {
        person.minuted().eq_ignore_ascii_case(name.trim())
            || person.plain().eq_ignore_ascii_case(name.trim())
    });
    let mut person = known.cloned().unwrap_or_else(|| Person {
        post: post.to_owned(),
        ..Person::named(PersonId::mint(mint), name)
    });
    person.organisation = from.or(person.organisation);
    let mut said = format!("{} put in the book", person.minuted());
    if known != Some(&person) {
        rows.push(person.clone().into());
    }
    if let Some(seat) = seat {
        let (code, role) = seat.split_once(" as ").unwrap_or((seat, "member"));
        let body = body_coded(shelf, code.trim())?;
        let word = role.trim().to_lowercase().replace([' ', '-'], "_");
        let role = Role::from_word(&word).ok_or_else(|| {
            wrong(
                format!("\"{}\" is not a place on a body.", role.trim()),
                "It is chair, vice chair, member, co-opted, officer or invitee.",
            )
        })?;
        rows.push(
            Appointment {
                id: AppointmentId::mint(mint),
                body: body.id.clone(),
                person: person.id.clone(),
                seat: None,
                role,
                voting: matches!(role, Role::Chair | Role::ViceChair | Role::Member),
                from_on: None,
                to_on: None,
                rank: mint.rank(),
            }
            .into(),
        );
        said.push_str(&format!(", on {} as {}", body.name, role.plain()));
    }
    if rows.is_empty() {
        return Err(wrong(
            format!("{} is in the book already.", person.minuted()),
            "Add \"on CODE as member\" to give them a place.",
        ));
    }
    Ok(filed(said + ".", rows))
}

/// The organisation called so, with its sector in brackets: one the book has, or a
/// new one.
fn organisation(
    said: &str,
    shelf: &Shelf<'_>,
    rows: &mut Vec<Record>,
    mint: &mut Mint,
) -> OrganisationId {
    let (name, sector) = match said.trim().strip_suffix(')').and_then(|said| said.split_once('(')) {
        Some((name, sector)) => (name.trim(), sector.trim()),
        None => (said.trim(), ""),
    };
    let called = |had: &&Organisation| {
        had.name.eq_ignore_ascii_case(name) || had.short.eq_ignore_ascii_case(name)
    };
    let known = shelf.organisations.iter().find(called);
    let mut organisation = known.cloned().unwrap_or_else(|| Organisation {
        id: OrganisationId::mint(mint),
        name: name.to_owned(),
        short: name.to_owned(),
        sector: String::new(),
    });
    if !sector.is_empty() {
        sector.clone_into(&mut organisation.sector);
    }
    let id = organisation.id.clone();
    if known != Some(&organisation) {
        rows.push(organisation.into());
    }
    id
}
