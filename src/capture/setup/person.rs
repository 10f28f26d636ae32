//! The line that puts a person in the book.

use chrono::NaiveDate;

use super::super::{Read, Unclear, wants, when, wrong};
use super::{Shelf, body_coded, filed};
use crate::model::{
    Appointment, AppointmentId, Body, Mint, Organisation, OrganisationId, Person, PersonId, Record,
    Role, day,
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
    let new = Person::named(PersonId::mint(mint), name);
    // "Cllr" is the title that "Councillor" is, and whoever has it is minuted alike.
    let said = [name.trim(), &new.minuted()].map(str::to_lowercase);
    let called = |person: &Person| [person.minuted(), person.plain()].map(|n| n.to_lowercase());
    let known = shelf.people.iter().find(|p| called(p).iter().any(|name| said.contains(name)));
    let mut person = known.cloned().unwrap_or(new);
    let new_post = !post.is_empty() && person.post != post;
    if new_post {
        post.clone_into(&mut person.post);
    }
    let moved = moved(&person, from.as_ref(), shelf);
    person.organisation = from.or(person.organisation);
    let mut said = person.minuted();
    match known {
        None => said.push_str(" put in the book"),
        Some(_) if new_post => said.push_str(&format!(", now {post}")),
        Some(_) => {}
    }
    said.push_str(&moved);
    if known != Some(&person) {
        rows.push(person.clone().into());
    }
    if let Some(seat) = seat {
        let (line, places) = appointment(seat, &person, shelf, mint)?;
        said.push_str(&line);
        rows.extend(places.into_iter().map(Record::from));
    }
    if rows.is_empty() {
        return Err(wrong(
            format!("{} is in the book already.", person.minuted()),
            "Add \"on CODE as member\" to give them a place.",
        ));
    }
    Ok(filed(said + ".", rows))
}

/// That somebody who came from one organisation comes from another: they do so at every
/// body, and in what is made anew of earlier meetings.
fn moved(person: &Person, from: Option<&OrganisationId>, shelf: &Shelf<'_>) -> String {
    let name = |id: &OrganisationId| shelf.organisations.iter().find(|home| home.id == *id);
    match (person.organisation.as_ref(), from) {
        (Some(was), Some(now)) if was != now => name(was).map_or_else(String::new, |was| {
            format!(", no more from {} but from the one named, at every body", was.name)
        }),
        _ => String::new(),
    }
}

/// The place on a body that `seat` gives `person`, and how that is said: "CODE as
/// chair since DAY until DAY". A place they hold already is altered by it; where it
/// is another from a later day on, the one they held ends the day before.
fn appointment(
    seat: &str,
    person: &Person,
    shelf: &Shelf<'_>,
    mint: &mut Mint,
) -> Result<(String, Vec<Appointment>), Unclear> {
    let (seat, until) = dated(seat, " until ", shelf)?;
    let (seat, since) = dated(seat, " since ", shelf)?;
    let (code, word) =
        seat.split_once(" as ").map_or((seat, None), |(code, word)| (code, Some(word.trim())));
    let body = body_coded(shelf, code.trim())?;
    let members =
        shelf.bodies.iter().filter(|line| line.body.id == body.id).flat_map(|line| &line.members);
    let over = |to: NaiveDate| to < since.unwrap_or(shelf.today);
    let held = members
        .map(|(held, _)| held)
        .find(|held| held.person == person.id && !held.to_on.is_some_and(over));
    let role = match word {
        Some(word) => place(word)?,
        None => held.map_or(Role::Member, |held| held.role),
    };
    let ended = held.and_then(|held| held.left_for(role, since?));
    let held = held.filter(|_| ended.is_none());
    let from_on = since.or(held.and_then(|held| held.from_on));
    let to_on = until.or(held.and_then(|held| held.to_on));
    if let (Some(from), Some(to)) = (from_on, to_on)
        && to < from
    {
        return Err(wrong(
            format!("The place would end on {}, before it begins.", day::plain(to)),
            format!("It begins on {}.", day::plain(from)),
        ));
    }
    let new = Appointment {
        id: held.map_or_else(|| AppointmentId::mint(mint), |held| held.id.clone()),
        body: body.id.clone(),
        person: person.id.clone(),
        seat: held.or(ended.as_ref()).and_then(|held| held.seat.clone()),
        role,
        voting: match held.filter(|held| held.role == role) {
            Some(held) => held.voting,
            None => matches!(role, Role::Chair | Role::ViceChair | Role::Member),
        },
        from_on,
        to_on,
        rank: held.map_or_else(|| mint.rank(), |held| held.rank),
    };
    let line = in_words(body, &new, since, until, ended.as_ref());
    let altered = held != Some(&new);
    Ok((line, ended.into_iter().chain(altered.then_some(new)).collect()))
}

/// The place `new`, with the days the clerk gave and the place it comes after.
fn in_words(
    body: &Body,
    new: &Appointment,
    since: Option<NaiveDate>,
    until: Option<NaiveDate>,
    ended: Option<&Appointment>,
) -> String {
    let mut line = format!(", on {} as {}", body.name, new.role.plain());
    for (word, on) in [("since", since), ("until", until)] {
        if let Some(on) = on {
            line.push_str(&format!(" {word} {}", day::plain(on)));
        }
    }
    if let Some(ended) = ended
        && let Some(to_on) = ended.to_on
    {
        let before = ended.role.plain();
        line.push_str(&format!(", having been {before} until {}", day::plain(to_on)));
    }
    line
}

/// `seat` without the day that `word` puts after it, and that day.
fn dated<'s>(
    seat: &'s str,
    word: &str,
    shelf: &Shelf<'_>,
) -> Result<(&'s str, Option<NaiveDate>), Unclear> {
    let Some((seat, said)) = seat.split_once(word) else { return Ok((seat, None)) };
    let on = when::day(said.trim(), shelf.today);
    let on = on.ok_or_else(|| {
        wrong(format!("\"{}\" is not a day.", said.trim()), "Write it as 8 Sep 2026.")
    })?;
    Ok((seat, Some(on)))
}

/// The place on a body that `word` names.
fn place(word: &str) -> Result<Role, Unclear> {
    Role::from_word(&word.to_lowercase().replace([' ', '-'], "_")).ok_or_else(|| {
        wrong(
            format!("\"{word}\" is not a place on a body."),
            "It is chair, vice chair, member, co-opted, officer or invitee.",
        )
    })
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
