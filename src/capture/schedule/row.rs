//! Lines about the points and the responses of a row.

use chrono::NaiveDate;

use super::find;
use crate::capture::field::{self, Field, Lined, choose, dated, named, owed, worded};
use crate::capture::said::Said;
use crate::capture::{Read, wants};
use crate::model::{
    Mint, Point, PointId, Response, ResponseId, ResponseKind, ResponseStatus, Section, Tone,
};
use crate::rules::review::Review;

/// A performance point, as a line shows it.
pub(super) type Points = Point;
/// A response, as a line shows it.
pub(super) type Responses = Response;

impl Lined for Point {
    const WORD: &'static str = "point";
    const WHAT: &'static str = "point";
    const FIELDS: &'static [Field<Self>] = &[
        Field {
            name: "section",
            says: |point| point.section.plain(),
            takes: |point, part, _| {
                let section = match part {
                    "working" => Some(Section::PartnershipWorking),
                    part => named(Section::ALL, Section::plain, part),
                };
                point.section = section.unwrap_or(point.section);
                section.is_some()
            },
        },
        Field {
            name: "tone",
            says: |point| point.tone.map(Tone::plain).unwrap_or_default(),
            takes: |point, part, _| choose(&mut point.tone, Tone::ALL, Tone::plain, "tone", part),
        },
    ];

    fn called(&self) -> &str {
        self.id.as_str()
    }

    fn text(&self) -> &str {
        &self.text
    }

    fn text_mut(&mut self) -> &mut String {
        &mut self.text
    }
}

impl Lined for Response {
    const WORD: &'static str = "response";
    const WHAT: &'static str = "response";
    const FIELDS: &'static [Field<Self>] = &[
        Field {
            name: "kind",
            says: |response| response.kind.map(ResponseKind::plain).unwrap_or_default(),
            takes: |response, part, _| {
                choose(&mut response.kind, ResponseKind::ALL, ResponseKind::plain, "kind", part)
            },
        },
        worded!("owner", owner),
        Field {
            name: "date",
            says: |response| owed("due", response.due, &response.due_text),
            takes: |response, part, from| {
                let (day, words) = (&mut response.due, &mut response.due_text);
                dated(day, words, part, "due", from) || dated(day, words, part, "date", from)
            },
        },
        Field {
            name: "status",
            says: |response| response.status.plain(),
            takes: |response, part, _| {
                let status = named(ResponseStatus::ALL, ResponseStatus::plain, part);
                response.status = status.unwrap_or(response.status);
                status.is_some()
            },
        },
    ];

    fn due(&self) -> Option<NaiveDate> {
        self.due
    }

    fn owner_mut(&mut self) -> Option<&mut String> {
        Some(&mut self.owner)
    }

    fn called(&self) -> &str {
        self.id.as_str()
    }

    fn text(&self) -> &str {
        &self.text
    }

    fn text_mut(&mut self) -> &mut String {
        &mut self.text
    }
}

pub(super) fn point(said: &Said<'_>, review: &Review, mint: &mut Mint) -> Read {
    let before = find::point(review, said.name);
    let row = find::row(review, said.name);
    let day = review.schedule.edition.as_at;
    let mut now = match (before, row) {
        (Some(point), _) => point.clone(),
        (None, Some(_)) if said.text.is_none_or(str::is_empty) => {
            return wants("what the new point says, after a colon");
        }
        (None, Some(row)) => Point {
            id: PointId::default(),
            edition: review.schedule.edition.id.clone(),
            partnership: row.partnership.id.clone(),
            section: Section::Outcomes,
            text: String::new(),
            tone: None,
            rank: mint.rank(),
        },
        (None, None) => return Err(find::nothing("point or partnership", said.name)),
    };
    field::alter(&mut now, &said.parts, day, said.today)?;
    field::retext(&mut now, said)?;
    if before.is_none() {
        let letter = if now.section == Section::Outcomes { "O" } else { "W" };
        now.id = PointId(find::fresh(review, &format!("{}-{letter}", now.partnership)));
    }
    field::put(before, now)
}

pub(super) fn response(said: &Said<'_>, review: &Review, mint: &mut Mint) -> Read {
    let before = find::response(review, said.name).map(|(_, response)| response);
    let row = find::row(review, said.name);
    let day = review.schedule.edition.as_at;
    let mut now = match (before, row) {
        (Some(response), _) => response.clone(),
        (None, Some(_)) if said.text.is_none_or(str::is_empty) => {
            return wants("what the new response says, after a colon");
        }
        (None, Some(row)) => Response {
            id: ResponseId(find::fresh(review, &format!("{}-R", row.partnership.id))),
            edition: review.schedule.edition.id.clone(),
            partnership: row.partnership.id.clone(),
            text: String::new(),
            kind: None,
            owner: String::new(),
            due: None,
            due_text: String::new(),
            status: ResponseStatus::Proposed,
            rank: mint.rank(),
        },
        (None, None) => return Err(find::nothing("response or partnership", said.name)),
    };
    field::alter(&mut now, &said.parts, day, said.today)?;
    field::retext(&mut now, said)?;
    let stranger = find::whose(review, before, &mut now)?;
    Ok(field::put(before, now)?.and(&stranger))
}
