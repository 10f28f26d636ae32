//! Bodies and the people on them, as lines of a register.

use super::pair;
use crate::app::column::Column;
use crate::app::page::View;
use crate::app::screen::{Look, Row};
use crate::model::{BodyLine, SeatStatus, day};
use crate::rules::sentence::several;

/// How many seats a body has, and how many of them nobody holds yet.
fn seats(line: &BodyLine) -> String {
    let count = |open: bool| {
        let seats = line.seats.iter().filter(|seat| !open || seat.status != SeatStatus::Filled);
        seats.fold(0_u32, |sum, seat| sum.saturating_add(seat.count))
    };
    let all = several(count(false), "seat");
    if count(true) > 0 { format!("{all} ({} open)", count(true)) } else { all }
}

pub(super) const BODIES: &[Column] =
    &[Column::new("Code", 6), Column::rest("Body"), Column::new("Seats and people", 20)];

pub(super) fn body_cells(line: &BodyLine, _: usize, _: &View<'_>) -> Vec<Row> {
    let people = several(line.members.len(), "person");
    let about = match (line.seats.is_empty(), line.members.len()) {
        (true, _) => people,
        (false, 0) => seats(line),
        (false, _) => format!("{}, {people}", seats(line)),
    };
    vec![
        Row::of(&line.body.code, Look::Record),
        Row::of(&line.body.name, Look::Strong),
        Row::of(about, Look::Dim),
    ]
}

pub(super) fn body_detail(line: &BodyLine, _: &View<'_>) -> Vec<Row> {
    let body = &line.body;
    let mut rows =
        vec![Row::of(body.name.as_str(), Look::Strong), pair("Kind", &body.kind.plain())];
    if !body.remit.is_empty() {
        rows.push(Row::plain(body.remit.as_str()));
    }
    let quorum = match (body.quorum, body.quorum_of) {
        (Some(top), Some(bottom)) => format!("{top} in {bottom} of the whole number"),
        (Some(n), None) => n.to_string(),
        _ => "none laid down".into(),
    };
    rows.push(pair("Quorum", &quorum));
    if let Some(closing) = body.closing {
        rows.push(pair("Meetings end", &day::clock(closing)));
    }
    if !body.lead.is_empty() {
        rows.push(pair("Lead", &body.lead));
    }
    if !line.seats.is_empty() {
        rows.push(Row::new());
        rows.push(Row::of("Seats", Look::Strong));
    }
    for seat in &line.seats {
        let (word, look) = match seat.status {
            SeatStatus::Filled => ("", Look::Plain),
            SeatStatus::Vacant => (" vacant", Look::Unsure),
            SeatStatus::ToBeSettled => (" to be settled", Look::Unsure),
        };
        let named = Row::of(format!("{}  ", seat.id), Look::Record);
        let row =
            named.and(format!("{} ({})", seat.sector, seat.number()), Look::Plain).and(word, look);
        let remark = [seat.holder.as_str(), seat.remark.as_str()].join(" ");
        rows.push(row.and(format!("  {}", remark.trim()), Look::Dim).set_in(4));
    }
    if !line.members.is_empty() {
        rows.push(Row::new());
        rows.push(Row::of("People", Look::Strong));
    }
    for (appointment, person) in &line.members {
        let post =
            if person.post.is_empty() { String::new() } else { format!(", {}", person.post) };
        rows.push(Row::plain(format!("{}{post}", person.minuted())).and(
            format!(
                "  {}{}",
                appointment.role.plain(),
                if appointment.voting { "" } else { ", no vote" }
            ),
            Look::Dim,
        ));
    }
    rows
}
