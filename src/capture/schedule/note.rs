//! Lines that settle an officer's note: taken up, or not and why.

use super::{filed, find};
use crate::capture::field::short;
use crate::capture::said::Said;
use crate::capture::{Read, Unclear, wants, wrong};
use crate::model::{Annotation, AnnotationKind, AnnotationStatus, Mint, Record};
use crate::rules::review::Review;
use crate::rules::sentence::capital;

/// The open note called `name`: by its own name, or by that of what it stands
/// beside where there is only one.
fn called<'a>(review: &'a Review, name: &str) -> Result<&'a Annotation, Unclear> {
    let open = |note: &&Annotation| note.wants_something();
    if let Some(note) = review.notes.iter().find(|note| note.id.0.eq_ignore_ascii_case(name)) {
        return if note.wants_something() {
            Ok(note)
        } else {
            Err(wrong(format!("{} is {} already.", note.id, note.status.plain()), ""))
        };
    }
    let beside: Vec<&Annotation> = review
        .notes
        .iter()
        .filter(open)
        .filter(|note| note.subject.eq_ignore_ascii_case(name))
        .collect();
    match beside.as_slice() {
        [one] => Ok(one),
        [] => Err(wrong(
            format!("No open note is called \"{name}\" or stands beside it."),
            "\"minutebook list annotations --status open\" shows them.",
        )),
        several => {
            let names: Vec<&str> = several.iter().map(|note| note.id.as_str()).collect();
            Err(wrong(
                format!("{} notes stand beside {name}.", several.len()),
                format!("Name one: {}.", names.join(", ")),
            ))
        }
    }
}

fn settled(note: &Annotation, status: AnnotationStatus, answer: &str) -> Record {
    Record::from(Annotation { status, answer: answer.to_owned(), ..note.clone() })
}

fn told(note: &Annotation, done: &str, answer: &str) -> String {
    let answer = if answer.is_empty() { String::new() } else { format!(": {answer}") };
    format!("{} on {} {done}{answer}", capital(&note.kind.plain()), note.subject)
}

/// Takes a note up. Proposed wording replaces what its subject says, in the same
/// entry, so that one undo takes both back.
pub(super) fn adopt(said: &Said<'_>, review: &Review, _: &mut Mint) -> Read {
    let note = called(review, said.name)?;
    let answer = said.text.unwrap_or_default();
    let mut rows = vec![settled(note, AnnotationStatus::Accepted, answer)];
    if note.kind != AnnotationKind::Wording {
        return Ok(filed(told(note, "taken up", answer), rows, Vec::new()));
    }
    let text = note.text.clone();
    let (now, was) = if let Some(point) = find::point(review, &note.subject) {
        let was = point.text.clone();
        (Record::from(crate::model::Point { text, ..point.clone() }), was)
    } else if let Some((_, response)) = find::response(review, &note.subject) {
        let was = response.text.clone();
        (Record::from(crate::model::Response { text, ..response.clone() }), was)
    } else {
        return Err(wrong(
            format!("{} is no point or response whose text could be replaced.", note.subject),
            "Put the wording in with \".point\" or \".response\", then decline the note and say so.",
        ));
    };
    rows.push(now);
    let words = format!("taken up; it said \"{}\", now \"{}\"", short(&was), short(&note.text));
    Ok(filed(told(note, &words, answer), rows, Vec::new()))
}

/// Turns a note down, for a reason.
pub(super) fn decline(said: &Said<'_>, review: &Review, _: &mut Mint) -> Read {
    let note = called(review, said.name)?;
    let Some(why) = said.text.filter(|why| !why.is_empty()) else {
        return wants("a colon and why");
    };
    let rows = vec![settled(note, AnnotationStatus::Declined, why)];
    Ok(filed(told(note, "declined", why), rows, Vec::new()))
}
