//! Members as found, made into appointments and vacant seats.

use super::super::super::words::fold::fold;
use super::super::Desk;
use super::{Members, Said};
use crate::model::{
    Appointment, AppointmentId, OrganisationId, Person, PersonId, Role, Seat, SeatId, SeatStatus,
};

impl Members {
    /// Tells of somebody whom the book has from another organisation.
    pub(super) fn moved(
        desk: &mut Desk<'_>,
        person: &PersonId,
        from: Option<&OrganisationId>,
        listed: &Said<'_>,
    ) {
        let home = desk.known.people.iter().find(|had| had.id == *person);
        let home = home
            .and_then(|had| had.organisation.as_ref())
            .filter(|home| from.is_some_and(|from| from != *home));
        let home = desk.known.organisations.iter().find(|had| Some(&had.id) == home);
        if let Some(home) = home {
            let text = format!(
                "{}: the book has them from {}, and the paper from {}",
                listed.name, home.name, listed.organisation
            );
            desk.report.keep(listed.place, text);
        }
    }

    /// Appoints `person`, or alters the appointment they hold; a term that has
    /// run out before this one begins is another.
    pub(super) fn appoint(
        &mut self,
        desk: &mut Desk<'_>,
        person: PersonId,
        (role, said, usual): (Role, Option<bool>, bool),
        listed: &Said<'_>,
    ) {
        let term = &listed.term;
        let Some(body) = self.body.clone() else { return };
        self.listed.push(person.clone());
        if !self.judged && said.is_none() && usual {
            self.judged = true;
            desk.report.warn("the list", "the paper does not say of each whether they vote; where it does not, members and the chair are taken to, officers and invitees not");
        }
        let begins = term.from.unwrap_or(desk.known.today);
        let held = desk.known.appointments.iter().rfind(|had| {
            let over = had.to_on.is_some_and(|to| to < begins);
            had.body == body && had.person == person && !over
        });
        let new = Appointment {
            id: held.map_or_else(|| AppointmentId::mint(desk.mint), |had| had.id.clone()),
            body,
            person,
            seat: listed.seat.cloned().or_else(|| held.and_then(|had| had.seat.clone())),
            role,
            voting: said.unwrap_or_else(|| {
                held.filter(|had| had.role == role).map_or(usual, |had| had.voting)
            }),
            from_on: term.from.or(held.and_then(|had| had.from_on)),
            to_on: term.to.or(held.and_then(|had| had.to_on)),
            rank: held.map_or_else(|| desk.mint.rank(), |had| had.rank),
        };
        if held == Some(&new) {
            return;
        }
        desk.report.count(if held.is_some() { "changed" } else { "appointments" }, 1);
        desk.file(new);
    }

    /// Tells of those who hold an appointment and whom the list does not name.
    pub(super) fn missing(&self, desk: &mut Desk<'_>) {
        let Some(body) = self.body.as_ref().filter(|_| !self.listed.is_empty()) else { return };
        let today = desk.known.today;
        let held = desk.known.appointments.iter().filter(|had| {
            had.body == *body
                && had.to_on.is_none_or(|to| to >= today)
                && !self.listed.contains(&had.person)
        });
        let gone: Vec<String> = held
            .filter_map(|had| desk.known.people.iter().find(|person| person.id == had.person))
            .map(Person::minuted)
            .collect();
        let code = desk.known.bodies.iter().find(|had| had.id == *body);
        let code = code.map_or("CODE", |body| body.code.as_str());
        for name in gone {
            let text = format!(
                "{name} is not in this list; their place stands until it is ended, as by .person {name} on {code} until DAY"
            );
            desk.report.warn("the list", text);
        }
    }

    pub(super) fn vacancy(
        &mut self,
        desk: &mut Desk<'_>,
        organisation: &str,
        role: &str,
        said: &str,
    ) {
        let Some(body) = self.body.clone() else { return };
        let sector = if organisation.is_empty() { role } else { organisation };
        let same = |seat: &Seat| {
            seat.body == body && seat.sector == sector && seat.status != SeatStatus::Filled
        };
        // As many as the list has are there already, if it was read before.
        let had = desk.known.seats.iter().filter(|seat| same(seat)).count();
        self.vacant.push(sector.to_owned());
        if self.vacant.iter().filter(|of| *of == sector).count() <= had {
            return;
        }
        let settled = fold(said).contains("vacan") || fold(said) == "n n" || fold(said) == "nn";
        let seat = Seat {
            id: SeatId::mint(desk.mint),
            body,
            sector: sector.to_owned(),
            count: 1,
            at_most: false,
            holder: String::new(),
            status: if settled { SeatStatus::Vacant } else { SeatStatus::ToBeSettled },
            remark: String::new(),
            rank: desk.mint.rank(),
        };
        desk.file(seat);
    }
}
