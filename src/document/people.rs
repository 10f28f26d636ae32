//! The bodies of the book, their seats, and who has a place on them.

use chrono::NaiveDate;
use serde_json::json;

use super::block::{Block, Sheet};
use super::english::{line, sentence};
use super::{Audience, Document, as_at, digest, facts};
use crate::model::{Appointment, BodyLine, Person, Seat, day};
use crate::rules::framework::seats_in_words;

const COLUMNS: [&str; 9] =
    ["body", "name", "post", "organisation", "role", "voting", "from", "to", "sector"];

impl Document<'static> {
    /// Lists the bodies, their seats and their members as on `today`.
    ///
    /// Seats are public; the audience only stands in the digest.
    #[must_use]
    pub fn people(lines: &[BodyLine], audience: Audience, today: NaiveDate) -> Self {
        let mut blocks = Vec::new();
        let mut canon = digest::Canon::default();
        canon.add("audience", &audience).add("as_at", &today);
        for line in lines {
            blocks.extend(body(line, today));
            canon.add("body", &line.body).add_all("seat", &line.seats);
            canon.add_all("member", &line.members).add_all("organisation", &line.organisations);
        }
        if blocks.is_empty() {
            blocks.push(Block::Para("There are no bodies yet.".into()));
        }
        let rows: Vec<_> = lines.iter().map(facts::body).collect();
        Self {
            standing: as_at(today),
            digest: canon.digest(),
            facts: json!({ "bodies": rows }),
            sheet: Some(Sheet {
                columns: COLUMNS.map(str::to_owned).to_vec(),
                rows: lines.iter().flat_map(members).collect(),
            }),
            blocks,
            ..Self::new("people", "Bodies, seats and people".into(), today)
        }
        .cleaned()
    }
}

fn body(of: &BodyLine, today: NaiveDate) -> Vec<Block> {
    let code = &of.body.code;
    let mut blocks = vec![Block::Heading {
        level: 2,
        number: String::new(),
        text: of.body.name.clone(),
        aside: if code.is_empty() { String::new() } else { format!("({code})") },
    }];
    let remit = line(&of.body.remit);
    if !remit.is_empty() {
        blocks.push(Block::Para(sentence(&remit)));
    }
    let lead = line(&of.body.lead);
    if !lead.is_empty() {
        blocks.push(Block::Para(sentence(&format!("Lead: {lead}"))));
    }
    if !of.seats.is_empty() {
        blocks.push(Block::Table {
            caption: format!("Seats on the {}: {}", of.body.name, seats_in_words(&of.seats)),
            head: ["Sector", "Seats", "Holder", "Standing"].map(str::to_owned).to_vec(),
            rows: of.seats.iter().map(seat).collect(),
        });
    }
    let now: Vec<_> = of.members.iter().filter(|(a, _)| a.stands_on(today)).collect();
    blocks.push(if now.is_empty() {
        Block::Para("Nobody is recorded as having a place.".into())
    } else {
        Block::Table {
            caption: format!("Who has a place on the {}", of.body.name),
            head: ["Name", "Post", "Stands for", "Role", "Vote", "Since"]
                .map(str::to_owned)
                .to_vec(),
            rows: now.into_iter().map(|member| row(of, member)).collect(),
        }
    });
    blocks
}

fn seat(seat: &Seat) -> Vec<String> {
    let remark = line(&seat.remark);
    let standing = seat.status.plain();
    let standing = if remark.is_empty() { standing } else { format!("{standing}: {remark}") };
    vec![seat.sector.clone(), seat.number(), seat.holder.clone(), standing]
}

fn yes(voting: bool) -> String {
    if voting { "yes".into() } else { "no".into() }
}

fn row(of: &BodyLine, (appointment, person): &(Appointment, Person)) -> Vec<String> {
    vec![
        person.minuted(),
        person.post.clone(),
        of.behalf_of(person).map(|of| of.name.clone()).unwrap_or_default(),
        appointment.role.plain(),
        yes(appointment.voting),
        appointment.from_on.map(day::plain).unwrap_or_default(),
    ]
}

fn members(of: &BodyLine) -> Vec<Vec<String>> {
    let row = |(appointment, person): &(Appointment, Person)| {
        let seat = appointment.seat.as_ref();
        let seat = seat.and_then(|id| of.seats.iter().find(|seat| seat.id == *id));
        vec![
            of.body.name.clone(),
            person.minuted(),
            person.post.clone(),
            of.behalf_of(person).map(|of| of.name.clone()).unwrap_or_default(),
            appointment.role.plain(),
            yes(appointment.voting),
            appointment.from_on.map(|day| day.to_string()).unwrap_or_default(),
            appointment.to_on.map(|day| day.to_string()).unwrap_or_default(),
            seat.map(|seat| seat.sector.clone()).unwrap_or_default(),
        ]
    };
    of.members.iter().map(row).collect()
}
