//! The line of what a response answers.

use super::filed;
use super::find;
use crate::capture::said::Said;
use crate::capture::{Read, wants, wrong};
use crate::model::{Link, LinkId, LinkKind, Mint, Record, Response, Standing};
use crate::rules::review::Review;

/// What the response is tied to by an answer, in the order of the ties.
fn answered<'a>(row: &'a Standing, response: &'a Response) -> impl Iterator<Item = &'a Link> {
    let ties =
        move |link: &&Link| link.kind == LinkKind::Answers && link.from_id == response.id.as_str();
    row.links.iter().filter(ties)
}

/// The line of what a response answers, as it stands.
pub(super) fn shown(row: &Standing, response: &Response) -> String {
    let ends: Vec<&str> = answered(row, response).map(|link| link.to_id.as_str()).collect();
    format!(".answers {}: {}", response.id, ends.join(", "))
}

pub(super) fn answers(said: &Said<'_>, review: &Review, mint: &mut Mint) -> Read {
    let (row, response) =
        find::response(review, said.name).ok_or_else(|| find::nothing("response", said.name))?;
    let Some(text) = said.text else {
        return wants("a colon and all that it answers, as \": CT-O1, CT-O2\"");
    };
    let mut wanted: Vec<&str> = Vec::new();
    for name in text.split(',').map(str::trim).filter(|name| !name.is_empty()) {
        let end = end_called(review, row, name).ok_or_else(|| {
            wrong(
                format!("Nothing that {} could answer is called \"{name}\".", response.id),
                "It answers points, targets or the figures of its row.",
            )
        })?;
        if !wanted.contains(&end) {
            wanted.push(end);
        }
    }
    let had: Vec<&Link> = answered(row, response).collect();
    let gone: Vec<&&Link> =
        had.iter().filter(|link| !wanted.contains(&link.to_id.as_str())).collect();
    if let Some(held) = gone.iter().find(|link| link.meeting.is_some()) {
        return Err(wrong(
            format!("A meeting tied {} to {}, so the tie stays.", response.id, held.to_id),
            "",
        ));
    }
    let new = wanted.iter().filter(|end| had.iter().all(|link| link.to_id != **end));
    let rows: Vec<Record> = new
        .map(|end| {
            Record::from(Link {
                id: LinkId::mint(mint),
                from_id: response.id.0.clone(),
                to_id: (*end).to_owned(),
                kind: LinkKind::Answers,
                meeting: None,
            })
        })
        .collect();
    if rows.is_empty() && gone.is_empty() {
        return Err(wrong(format!("{} says so already.", response.id), "Alter what it answers."));
    }
    let ends = if wanted.is_empty() { "nothing".to_owned() } else { wanted.join(", ") };
    let gone = gone.iter().map(|link| ("link", link.id.0.clone())).collect();
    Ok(filed(format!("Response {} answers {ends}", response.id), rows, gone))
}

/// The point, target or figures called `name`.
fn end_called<'a>(review: &'a Review, row: &'a Standing, name: &str) -> Option<&'a str> {
    let points = review.schedule.standings.iter().flat_map(|row| &row.points);
    let points = points.map(|point| point.id.as_str());
    let targets = review.targets.iter().map(|line| line.target.id.as_str());
    let figures = row.summary.iter().map(|summary| summary.id.as_str());
    points.chain(targets).chain(figures).find(|id| id.eq_ignore_ascii_case(name))
}
