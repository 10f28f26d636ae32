//! The line of the seats on a body: how many a sector has, who holds them, and which
//! are vacant.

use super::find;
use super::register::body;
use crate::capture::field::{self, Field, Lined, named, worded};
use crate::capture::said::{Said, after};
use crate::capture::{Read, Unclear, wants, wrong};
use crate::model::{Mint, Seat, SeatId, SeatStatus};
use crate::rules::review::Review;
use crate::rules::sentence::several;

impl Lined for Seat {
    const WORD: &'static str = "seat";
    const WHAT: &'static str = "seat";
    const FIELDS: &'static [Field<Self>] = &[
        worded!("sector", "for", sector),
        Field {
            name: "number of seats",
            says: |seat| {
                let most = if seat.at_most { "up to " } else { "" };
                format!("{most}{}", several(seat.count, "seat"))
            },
            takes: |seat, part, _| places(seat, part),
        },
        Field {
            name: "standing",
            says: |seat| seat.status.plain(),
            takes: |seat, part, _| {
                let status = named(SeatStatus::ALL, SeatStatus::plain, part);
                seat.status = status.unwrap_or(seat.status);
                status.is_some()
            },
        },
        worded!("remark", remark),
    ];

    fn called(&self) -> &str {
        self.id.as_str()
    }

    fn text(&self) -> &str {
        &self.holder
    }

    fn text_mut(&mut self) -> &mut String {
        &mut self.holder
    }
}

/// Has a row be as many seats as a part of a line says: "2 seats", "up to 5 seats".
fn places(seat: &mut Seat, part: &str) -> bool {
    let most = after(part, "up to");
    let count = most.unwrap_or(part).strip_suffix("seats").or_else(|| part.strip_suffix("seat"));
    let Some(count) = count.and_then(|count| count.trim().parse().ok()) else { return false };
    (seat.count, seat.at_most) = (count, most.is_some());
    true
}

/// Alters the seats called so, or, by the code of a body, puts new ones on it.
pub(super) fn seat(said: &Said<'_>, review: &Review, mint: &mut Mint) -> Read {
    let seats = &review.registers.seats;
    let before = seats.iter().find(|seat| seat.id.0.eq_ignore_ascii_case(said.name));
    let mut now = match before {
        Some(before) => before.clone(),
        None => fresh(said, review, mint)?,
    };
    field::alter(&mut now, &said.parts, review.schedule.edition.as_at, said.today)?;
    if let Some(holder) = said.text {
        holder.clone_into(&mut now.holder);
    }
    let left = before.is_some_and(|had| had.status != SeatStatus::Vacant);
    if left && now.status == SeatStatus::Vacant && said.text.is_none() {
        now.holder.clear();
    }
    if now.count == 0 {
        return Err(wrong(
            "A row of seats has one seat at least.",
            "What nobody is to hold any more is vacant.",
        ));
    }
    if now.sector.is_empty() {
        return wants("the sector the seats are for, as \".seat CODE for Health, 2 seats\"");
    }
    field::put(before, now)
}

fn fresh(said: &Said<'_>, review: &Review, mint: &mut Mint) -> Result<Seat, Unclear> {
    let body = body(review, said.name)?;
    let name = find::fresh(review, &format!("{}-S", body.code.to_uppercase()));
    Ok(Seat {
        id: SeatId(name),
        body: body.id.clone(),
        sector: String::new(),
        count: 1,
        at_most: false,
        holder: String::new(),
        status: if said.text.is_some_and(|holder| !holder.is_empty()) {
            SeatStatus::Filled
        } else {
            SeatStatus::Vacant
        },
        remark: String::new(),
        rank: mint.rank(),
    })
}
