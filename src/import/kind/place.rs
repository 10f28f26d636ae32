//! The meeting that a paper belongs to: named by the clerk, known by its body
//! and day, or new.

use chrono::NaiveDate;

use super::super::report::Hindrance;
use super::super::words::fold::{fold, same};
use super::Desk;
use super::heading::Head;
use crate::model::{Body, BodyId, HouseStyle, Meeting, MeetingId, day};

/// A meeting that rows can be filed under.
pub(super) struct Sat {
    /// Which.
    pub(super) meeting: MeetingId,
    /// Of which body.
    pub(super) body: BodyId,
    /// On which day.
    pub(super) on: NaiveDate,
    /// The meeting itself, if this paper makes it.
    pub(super) new: Option<Meeting>,
    /// The meeting as the book has it, if it has.
    pub(super) held: Option<Meeting>,
}

/// The meeting for the paper, filed if it is new with its agenda; none if the
/// paper does not say whose or when, which is told.
pub(super) fn meeting(desk: &mut Desk<'_>, head: &Head) -> Option<Sat> {
    let sat = find(desk, head)?;
    if let Some(meeting) = &sat.new {
        desk.file(meeting.clone());
    }
    Some(sat)
}

/// The same, but a new meeting is not filed yet.
pub(super) fn find(desk: &mut Desk<'_>, head: &Head) -> Option<Sat> {
    let sat = told(desk, head);
    if sat.is_none() {
        desk.report.hinder(Hindrance::Unplaced);
    }
    sat
}

fn told(desk: &mut Desk<'_>, head: &Head) -> Option<Sat> {
    if let Some(meeting) = desk.known.meeting {
        named(desk, head, meeting);
        return Some(Sat {
            meeting: meeting.id.clone(),
            body: meeting.body.clone(),
            on: meeting.date,
            new: None,
            held: Some(meeting.clone()),
        });
    }
    let Some(on) = head.day else {
        desk.report.warn("heading", "the paper does not say of which day the meeting is; name the meeting (--meeting, or m on the screen) and nothing else need change");
        return None;
    };
    let known = head.known_body(desk.known.bodies, &mut desk.report).cloned();
    let body = match (known, &head.body) {
        (Some(body), _) => body,
        (None, Some((name, _))) => new_body(desk, name, head),
        (None, None) => {
            desk.report.warn(
                "heading",
                "the paper does not say whose meeting it is; name the meeting (--meeting, or m on the screen)",
            );
            return None;
        }
    };
    let meetings = desk.known.meetings;
    if let Some(held) = meetings.iter().find(|held| held.body == body.id && held.date == on) {
        let meeting = held.id.clone();
        return Some(Sat { meeting, body: body.id, on, new: None, held: Some(held.clone()) });
    }
    let meeting = Meeting {
        start: head.start,
        place: head.place.clone().unwrap_or_else(|| body.place.clone()),
        ..Meeting::planned(MeetingId::mint(desk.mint), body.id.clone(), on)
    };
    desk.report.count("new meetings", 1);
    Some(Sat { meeting: meeting.id.clone(), body: body.id, on, new: Some(meeting), held: None })
}

/// Tells where the paper and the meeting the clerk named do not agree.
fn named(desk: &mut Desk<'_>, head: &Head, meeting: &Meeting) {
    if let Some(on) = head.day.filter(|on| *on != meeting.date) {
        let text = format!(
            "the paper is of {}, and the meeting of {}",
            day::plain(on),
            day::plain(meeting.date)
        );
        desk.report.warn("heading", text);
    }
    let body = head.known_body(desk.known.bodies, &mut desk.report).map(|body| body.id.clone());
    if body.is_some_and(|body| body != meeting.body) {
        desk.report.warn("heading", "the paper names another body than the meeting's");
    }
}

/// The name of a body and its letters, where they stand behind it: "Audit Committee (AC)".
pub(super) fn coded(name: &str) -> (&str, Option<&str>) {
    let letters =
        |code: &str| (1..=8).contains(&code.len()) && code.chars().all(|c| c.is_ascii_uppercase());
    let parted = name.trim().strip_suffix(')').and_then(|name| name.rsplit_once(" ("));
    match parted.filter(|(_, inside)| letters(inside)) {
        Some((name, code)) => (name.trim(), Some(code)),
        None => (name.trim(), None),
    }
}

/// A body that the book does not have yet, filed as the head of a paper has it.
pub(super) fn new_body(desk: &mut Desk<'_>, name: &str, head: &Head) -> Body {
    let (name, own) = coded(name);
    // The letters that the paper bears are those of the body it is of.
    let others = head.body.as_ref().is_some_and(|(of, _)| !same(coded(of).0, name));
    let borne = head.code.clone().filter(|_| !others);
    let given = own.map(str::to_owned).or(borne);
    let name = proper(name);
    let body = Body {
        authority: head.authority.as_deref().map(proper).unwrap_or_default(),
        house_style: if head.notes { HouseStyle::Notes } else { HouseStyle::Narrative },
        ..Body::named(
            BodyId::mint(desk.mint),
            given.unwrap_or_else(|| code(&name)),
            name,
            desk.mint.rank(),
        )
    };
    desk.report.count("new bodies", 1);
    desk.file(body.clone());
    body
}

/// The letters a new body's papers are numbered with.
fn code(name: &str) -> String {
    let folded = fold(name);
    let words = folded
        .split(' ')
        .filter(|word| !matches!(*word, "and" | "the" | "of" | "for" | "committee"));
    words.filter_map(|word| word.chars().next()).take(4).flat_map(char::to_uppercase).collect()
}

/// A name printed in capitals, as names are written.
pub(super) fn proper(name: &str) -> String {
    if name.chars().any(char::is_lowercase) {
        return name.to_owned();
    }
    let small = |word: &str| matches!(word, "and" | "of" | "the" | "for" | "in" | "on" | "at");
    let word = |word: &str| {
        // A postcode is no word.
        if word.contains(|c: char| c.is_ascii_digit()) {
            return word.to_owned();
        }
        let lower = word.to_lowercase();
        let mut chars = lower.chars();
        match chars.next() {
            Some(first) if !small(&lower) => first.to_uppercase().chain(chars).collect(),
            _ => lower,
        }
    };
    name.split_whitespace().map(word).collect::<Vec<String>>().join(" ")
}
