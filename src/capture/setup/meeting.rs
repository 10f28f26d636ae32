//! A meeting put in the calendar, with the business that every such meeting has.

use chrono::{NaiveDate, NaiveTime};

use super::super::{Read, Unclear, wants, when, wrong};
use super::{Shelf, body_coded, filed, gather};
use crate::model::{
    Body, BodyKind, Item, ItemId, ItemKind, Meeting, MeetingId, MeetingKind, MeetingLine, Mint,
    Precedent, Record, agenda, day,
};
use crate::rules::holiday;

pub(super) fn meeting(rest: &str, shelf: &Shelf<'_>, mint: &mut Mint) -> Read {
    let (rest, place) =
        rest.split_once(" at ").map_or((rest, None), |(rest, place)| (rest, Some(place)));
    let (rest, kind) = kind(rest)?;
    let (rest, number) = numbered(rest)?;
    let Some((code, when)) = rest.split_once(char::is_whitespace) else {
        return wants("a body's code and a day, as \"PSB 8 Sep 2026 10.00\"");
    };
    let body = body_coded(shelf, code)?;
    let (on, start) = day_and_time(when, shelf.today)?;
    let alike = |had: &&MeetingLine| {
        had.body_id == body.id && had.date == on && (start.is_none() || had.start == start)
    };
    if let Some(had) = shelf.coming.iter().find(alike) {
        return Err(wrong(
            format!("{} meets on {} already ({}).", body.name, day::long(on), had.id),
            "A second meeting of that day has a time of its own.",
        ));
    }
    let precedent = shelf.precedents.iter().find(|last| last.body == body.id);
    let next = precedent.and_then(|last| last.number).map(|last| last.saturating_add(1));
    let id = MeetingId::mint(mint);
    let meeting = Meeting {
        start,
        kind,
        number: number.or(next),
        place: place.map_or_else(|| body.place.clone(), |place| place.trim().to_owned()),
        ..Meeting::planned(id.clone(), body.id.clone(), on)
    };
    let mut standing = standing_items(precedent, body, &meeting, mint);
    // What was put off waits for a meeting that takes the business of the round.
    let called = kind == MeetingKind::Extraordinary;
    let mut gathered =
        if called { Vec::new() } else { gather::gathered(shelf, &meeting, standing.len(), mint) };
    let what = gather::in_words(&gathered);
    gather::merged(&mut standing, &mut gathered);
    // It may be meant, or be a slip of the day.
    let rest = if holiday::is_working_day(on) { "" } else { ", when nobody works" };
    let day = day::long(on);
    let named = named(&meeting);
    let said = format!("{named} of {} on {day}{rest} put in the calendar{what}.", body.name);
    let mut rows: Vec<Record> = vec![meeting.into()];
    rows.extend(standing.into_iter().map(Record::from));
    rows.extend(gathered.into_iter().flatten());
    Ok(filed(said, rows))
}

/// "Extraordinary meeting 4".
fn named(meeting: &Meeting) -> String {
    let number = meeting.number.map(|number| format!(" {number}")).unwrap_or_default();
    match meeting.kind {
        MeetingKind::Ordinary | MeetingKind::Inquorate => format!("Meeting{number}"),
        MeetingKind::Annual => format!("Annual meeting{number}"),
        MeetingKind::Extraordinary => format!("Extraordinary meeting{number}"),
    }
}

/// Splits "as annual" off the end.
fn kind(rest: &str) -> Result<(&str, MeetingKind), Unclear> {
    let Some((rest, said)) = rest.rsplit_once(" as ") else {
        return Ok((rest, MeetingKind::Ordinary));
    };
    let known = MeetingKind::from_word(&said.trim().to_lowercase());
    // That too few came is known as they come.
    let known = known.filter(|kind| *kind != MeetingKind::Inquorate);
    known.map(|kind| (rest, kind)).ok_or_else(|| {
        wrong(
            format!("\"{}\" is not a sort of meeting.", said.trim()),
            "One is ordinary, annual or extraordinary.",
        )
    })
}

/// Splits "number 4" off the end.
fn numbered(rest: &str) -> Result<(&str, Option<u32>), Unclear> {
    let Some((rest, said)) = rest.rsplit_once(" number ") else { return Ok((rest, None)) };
    let number = said.trim().parse().ok().filter(|number| (1..100_000).contains(number));
    number.map(|number| (rest, Some(number))).ok_or_else(|| {
        wrong(
            format!("\"{}\" is not the number of a meeting.", said.trim()),
            "Write it in figures, as \"number 4\".",
        )
    })
}

fn day_and_time(text: &str, today: NaiveDate) -> Result<(NaiveDate, Option<NaiveTime>), Unclear> {
    let text = text.trim();
    if let Some(day) = when::day(text, today) {
        return Ok((day, None));
    }
    let cuts = text.match_indices(' ').map(|(at, _)| at);
    for at in cuts {
        let (head, tail) = text.split_at(at);
        if let (Some(day), Some(time)) = (when::day(head, today), when::time(tail)) {
            return Ok((day, Some(time)));
        }
    }
    Err(wrong(
        format!("\"{text}\" is not a day."),
        "Write it as 8 Sep 2026, with a time after it as 10.00 if you like.",
    ))
}

/// The standing order of business: that of the body's last meeting, else the
/// usual one for its kind. An annual meeting elects whoever presides before anything
/// else, and an extraordinary one has no business but what it is called for.
fn standing_items(
    precedent: Option<&Precedent>,
    body: &Body,
    meeting: &Meeting,
    mint: &mut Mint,
) -> Vec<Item> {
    let called = meeting.kind == MeetingKind::Extraordinary;
    let wanted = |kind: ItemKind| kind.is_standing() && (!called || opens(kind));
    let items = precedent.map_or(&[][..], |last| &last.items);
    let kept: Vec<&Item> =
        items.iter().filter(|item| wanted(item.kind) && item.exempt.is_open()).collect();
    let mut business: Vec<(String, ItemKind, String)> = agenda::renumbered(&kept)
        .into_iter()
        .zip(kept)
        .map(|(number, item)| (number, item.kind, item.title.clone()))
        .collect();
    if business.is_empty() {
        let usual = (1u32..).zip(usual(body.kind).iter().filter(|(kind, _)| wanted(*kind)));
        business =
            usual.map(|(n, (kind, title))| (n.to_string(), *kind, (*title).into())).collect();
    }
    let first: &[&str] = if meeting.kind == MeetingKind::Annual { &ELECTIONS } else { &[] };
    let elections =
        (1u32..).zip(first).map(|(n, title)| (n.to_string(), ItemKind::Decision, (*title).into()));
    let after = business.into_iter().map(|(n, kind, title)| (after(&n, first.len()), kind, title));
    elections
        .chain(after)
        .map(|(number, kind, title)| Item {
            number,
            title,
            kind,
            ..Item::blank(ItemId::mint(mint), meeting.id.clone(), mint.rank())
        })
        .collect()
}

/// What an annual meeting begins with.
const ELECTIONS: [&str; 2] = ["Election of the chair", "Election of the vice chair"];

/// The number of an item that so many others now stand before: "3(a)" of "1(a)".
fn after(number: &str, before: usize) -> String {
    let whole = number.find(|c: char| !c.is_ascii_digit()).unwrap_or(number.len());
    let (head, tail) = number.split_at(whole);
    match head.parse::<usize>() {
        Ok(n) => format!("{}{tail}", n.saturating_add(before)),
        Err(_) => number.to_owned(),
    }
}

/// Whether every meeting opens with such an item, whatever it is called for.
fn opens(kind: ItemKind) -> bool {
    matches!(kind, ItemKind::Welcome | ItemKind::Apologies | ItemKind::Interests)
}

fn usual(kind: BodyKind) -> &'static [(ItemKind, &'static str)] {
    match kind {
        BodyKind::PartnershipBoard | BodyKind::InformalGroup => &[
            (ItemKind::Welcome, "Welcome, introductions and apologies"),
            (ItemKind::Minutes, "Notes of the last meeting and matters arising"),
            (ItemKind::Other, "Any other business"),
            (ItemKind::Dates, "Dates of meetings"),
        ],
        _ => &[
            (ItemKind::Apologies, "Apologies and temporary appointments"),
            (ItemKind::Interests, "Declarations of interest"),
            (ItemKind::Minutes, "Minutes"),
            (ItemKind::Address, "Speaking to or petitioning the committee"),
            (ItemKind::Plan, "Forward plan"),
        ],
    }
}
