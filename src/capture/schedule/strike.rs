//! The line that strikes something out of the schedule: a point, a response, a
//! target with its results, or one result.

use super::{filed, find, target};
use crate::capture::field;
use crate::capture::said::Said;
use crate::capture::{Read, Unclear, wants, wrong};
use crate::model::{Annotation, AnnotationStatus, Link, LinkKind, Mint};
use crate::rules::review::Review;
use crate::rules::sentence::capital;

/// What is to be struck out.
struct Struck<'a> {
    /// Its table.
    table: &'static str,
    id: &'a str,
    /// What goes with it, its ties aside.
    with: Vec<(&'static str, String)>,
    /// What the clerk calls it.
    called: String,
    text: &'a str,
    links: Vec<&'a Link>,
}

/// Strikes something out, with its ties. What a meeting tied to it holds it where
/// it is.
pub(super) fn strike(said: &Said<'_>, review: &Review, _: &mut Mint) -> Read {
    if said.text.is_some() {
        return wants("nothing more");
    }
    let mut struck = struck(said, review)?;
    struck.links.sort_by(|one, other| one.id.cmp(&other.id));
    struck.links.dedup();
    if struck.links.iter().any(|link| link.meeting.is_some()) {
        return Err(wrong(
            format!("{} is tied to what a meeting did, so it stays.", struck.called),
            "Alter what it says instead.",
        ));
    }
    // What a meeting did to the row that this one goes on from is walked to through it.
    let from = struck.links.iter().filter(|link| link.kind == LinkKind::Continues);
    let mut from = from.filter(|link| link.from_id == struck.id).map(|link| link.to_id.as_str());
    let ties = &review.registers.ties;
    let held =
        |id: &str| ties.iter().any(|l| l.meeting.is_some() && (l.from_id == id || l.to_id == id));
    if let Some(old) = from.find(|id| held(id)) {
        return Err(wrong(
            format!(
                "{} goes on from {old}, which is tied to what a meeting did, so it stays.",
                struck.called
            ),
            "Alter what it says instead.",
        ));
    }
    let links = struck.links.iter().map(|link| ("link", link.id.0.clone()));
    let own = std::iter::once((struck.table, struck.id.to_owned()));
    let gone = links.chain(struck.with.iter().cloned()).chain(own).collect();
    let said = format!(
        "{} {} struck out: {}",
        capital(struck.table),
        struck.called,
        field::short(struck.text)
    );
    // What was noted beside it is settled with it.
    let noted = review.notes.iter().filter(|note| note.subject == struck.id);
    let noted = noted.filter(|note| note.wants_something()).map(|note| {
        let (status, answer) = (AnnotationStatus::Declined, "struck out".to_owned());
        Annotation { status, answer, ..note.clone() }.into()
    });
    Ok(filed(said, noted.collect(), gone))
}

fn struck<'a>(said: &Said<'_>, review: &'a Review) -> Result<Struck<'a>, Unclear> {
    let tied = |id: &str| {
        let ties = review.registers.ties.iter();
        ties.filter(|link| link.from_id == id || link.to_id == id).collect()
    };
    let plain = |table, id: &'a str, text: &'a str| Struck {
        table,
        id,
        with: Vec::new(),
        called: id.to_owned(),
        text,
        links: tied(id),
    };
    if let Some(line) = target::called(review, said.name) {
        let of = &line.target;
        let Some(period) = said.parts.first() else {
            let results = line.results.iter().map(|result| ("result", result.id.0.clone()));
            return Ok(Struck {
                with: results.collect(),
                links: line.links.iter().collect(),
                ..plain("target", of.id.as_str(), &of.wording)
            });
        };
        let result = line.results.iter().find(|had| had.period.eq_ignore_ascii_case(period));
        let result = result.ok_or_else(|| {
            wrong(
                format!("{} has no result for \"{period}\".", of.id),
                "The panes show those it has.",
            )
        })?;
        return Ok(Struck {
            called: format!("of {} for {}", of.id, result.period),
            ..plain("result", result.id.as_str(), &result.value)
        });
    }
    if !said.parts.is_empty() {
        return wants("nothing more");
    }
    if let Some(point) = find::point(review, said.name) {
        return Ok(plain("point", point.id.as_str(), &point.text));
    }
    if let Some((_, response)) = find::response(review, said.name) {
        return Ok(plain("response", response.id.as_str(), &response.text));
    }
    let found = registered(review, said.name).map(|(table, id, text)| plain(table, id, text));
    found.ok_or_else(|| {
        find::nothing("point, response, target, seat or row of a register", said.name)
    })
}

/// The row of a register called `name`: its table, its name and its text.
fn registered<'a>(review: &'a Review, name: &str) -> Option<(&'static str, &'a str, &'a str)> {
    let of = &review.registers;
    let named = |table, id: &'a str, text: &'a str| (table, id, id, text);
    let rows = (of.recommendations.iter())
        .map(|row| ("recommendation", row.number.as_str(), row.id.as_str(), row.text.as_str()))
        .chain(of.drivers.iter().map(|row| named("driver", row.id.as_str(), &row.heading)))
        .chain(of.findings.iter().map(|row| named("finding", row.id.as_str(), &row.text)))
        .chain(of.plan.iter().map(|row| named("plan", row.id.as_str(), &row.topic)))
        .chain(of.seats.iter().map(|row| named("seat", row.id.as_str(), &row.sector)));
    let mut found = rows.filter(|(_, called, id, _)| {
        called.eq_ignore_ascii_case(name) || id.eq_ignore_ascii_case(name)
    });
    found.next().map(|(table, _, id, text)| (table, id, text))
}
