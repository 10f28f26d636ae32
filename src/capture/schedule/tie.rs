//! The lines of what a response answers, what a driver threatens and what shows that a
//! recommendation was carried out.

use super::{filed, find, recommendation, target};
use crate::capture::said::Said;
use crate::capture::{Read, wants, wrong};
use crate::model::{
    Entry, Link, LinkId, LinkKind, Mint, Recommendation, Record, Response, Standing, TargetLine,
};
use crate::rules::review::Review;

/// The line of what a response answers, as it stands.
pub(super) fn shown(row: &Standing, response: &Response) -> String {
    let ends: Vec<&str> =
        row.answered(response.id.as_str()).map(|link| link.to_id.as_str()).collect();
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
                "It answers points, targets or the figures of its row, or findings.",
            )
        })?;
        if !wanted.contains(&end) {
            wanted.push(end);
        }
    }
    let had: Vec<&Link> = row.answered(response.id.as_str()).collect();
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

/// All that a driver threatens: partnerships, points and targets.
pub(super) fn threatens(said: &Said<'_>, review: &Review, mint: &mut Mint) -> Read {
    let drivers = review.registers.drivers.iter().map(|driver| driver.id.as_str());
    let driver = called(drivers, said.name).ok_or_else(|| find::nothing("driver", said.name))?;
    let Some(text) = said.text else {
        return wants("a colon and all that it threatens, as \": EP, CT-O2\"");
    };
    let partnerships = review.schedule.standings.iter().map(|row| row.partnership.id.as_str());
    let known: Vec<&str> = partnerships.chain(parts(review)).collect();
    let said = format!("{driver} threatens");
    add(text, &known, &said, (review, mint), |end| (driver.to_owned(), end, LinkKind::Threatens))
}

/// What shows how far a recommendation was carried out.
pub(super) fn evidence(said: &Said<'_>, review: &Review, mint: &mut Mint) -> Read {
    let named = |row: &&Recommendation| {
        let called = |name: &str| name.eq_ignore_ascii_case(said.name);
        called(&row.number) || called(row.id.as_str())
    };
    let known = review.registers.recommendations.iter().find(named);
    let (put_in, row) = if let Some(row) = known {
        (Vec::new(), row.id.0.clone())
    } else {
        let (mut rows, row) = recommendation::followed_up(review, said.name, mint)
            .ok_or_else(|| find::nothing("recommendation", said.name))?;
        let id = row.id.0.clone();
        rows.push(row.into());
        (rows, id)
    };
    let Some(text) = said.text else {
        return wants("a colon and what shows it, as \": CT-R1, a finding or a driver\"");
    };
    let findings = review.registers.findings.iter().map(|finding| finding.id.as_str());
    let known: Vec<&str> = findings.chain(parts(review)).collect();
    let told = format!("{} is shown by", said.name);
    let mut read =
        add(text, &known, &told, (review, mint), |end| (end, row.clone(), LinkKind::Evidences))?;
    for entry in &mut read.entries {
        if let Entry::Filed { rows, .. } = entry {
            rows.splice(0..0, put_in.iter().cloned());
        }
    }
    Ok(read)
}

/// Every point, response and target, and the figures of every row.
fn parts(review: &Review) -> impl Iterator<Item = &str> {
    let rows = review.schedule.standings.iter();
    let rows = rows.flat_map(|row| {
        let points = row.points.iter().map(|point| point.id.as_str());
        points.chain(row.responses.iter().map(|response| response.id.as_str()))
    });
    rows.chain(told_of(review))
}

/// Every target, and the figures of every row: what points tell of.
fn told_of(review: &Review) -> impl Iterator<Item = &str> {
    let figures = review.schedule.standings.iter().filter_map(|row| row.summary.as_ref());
    let targets = review.targets.iter().map(|line| line.target.id.as_str());
    targets.chain(figures.map(|summary| summary.id.as_str()))
}

fn called<'a>(ids: impl IntoIterator<Item = &'a str>, name: &str) -> Option<&'a str> {
    ids.into_iter().find(|id| id.eq_ignore_ascii_case(name))
}

/// Ties each thing that `text` names, which must be one of `known`, if it is not tied
/// so already; one named after "not" is untied, unless a meeting tied it.
fn add(
    text: &str,
    known: &[&str],
    said: &str,
    (review, mint): (&Review, &mut Mint),
    ends: impl Fn(String) -> (String, String, LinkKind),
) -> Read {
    let (mut rows, mut gone): (Vec<Record>, Vec<(&'static str, String)>) = (vec![], vec![]);
    let (mut told, mut untold): (Vec<&str>, Vec<&str>) = (vec![], vec![]);
    for name in text.split(',').map(str::trim).filter(|name| !name.is_empty()) {
        let bare = name.strip_prefix("not ").map(str::trim);
        let named = bare.unwrap_or(name);
        // A target goes by its code too.
        let coded = || target::called(review, named).map(|line| line.target.id.as_str());
        let end = called(known.iter().copied(), named)
            .or_else(|| coded().filter(|id| known.contains(id)));
        let end = end.ok_or_else(|| {
            wrong(
                format!("Nothing here is called \"{named}\"."),
                "The panes and the registers show the name of each thing.",
            )
        })?;
        let (from_id, to_id, kind) = ends(end.to_owned());
        let tie = review
            .registers
            .ties
            .iter()
            .find(|tie| tie.from_id == from_id && tie.to_id == to_id && tie.kind == kind);
        match (tie, bare) {
            (Some(tie), Some(_)) if tie.meeting.is_some() => {
                return Err(wrong(format!("A meeting tied {end} so, and the tie stays."), ""));
            }
            (Some(tie), Some(_)) => {
                gone.push(("link", tie.id.0.clone()));
                untold.push(end);
            }
            (None, None) => {
                let (id, meeting) = (LinkId::mint(mint), None);
                rows.push(Link { id, from_id, to_id, kind, meeting }.into());
                told.push(end);
            }
            _ => {}
        }
    }
    if told.is_empty() && untold.is_empty() {
        return Err(wrong("The book has that already.", "Name what else there is."));
    }
    let no_longer = format!("no longer {}", untold.join(", "));
    let told = match (told.join(", "), untold.is_empty()) {
        (told, true) => told,
        (told, false) if told.is_empty() => no_longer,
        (told, false) => format!("{told}, and {no_longer}"),
    };
    Ok(filed(format!("{said} {told}"), rows, gone))
}

/// All the targets that a point tells of, by name or as the figures of a row.
pub(super) fn tells(said: &Said<'_>, review: &Review, mint: &mut Mint) -> Read {
    let point = find::point(review, said.name).ok_or_else(|| find::nothing("point", said.name))?;
    let Some(text) = said.text else {
        return wants("a colon and the targets it tells of, as \": NI117\"");
    };
    let known: Vec<&str> = told_of(review).collect();
    let (point, told) = (point.id.0.clone(), format!("{} tells of", point.id));
    add(text, &known, &told, (review, mint), |end| (point.clone(), end, LinkKind::Tells))
}

/// The point, target, figures or finding called `name`. A target of no partnership may be
/// answered by any, and so may a finding: inspectors do not look by partnership.
fn end_called<'a>(review: &'a Review, row: &'a Standing, name: &str) -> Option<&'a str> {
    let points = row.points.iter().map(|point| point.id.as_str());
    let figures = row.summary.iter().map(|summary| summary.id.as_str());
    let id = &row.partnership.id;
    let own = |line: &&TargetLine| line.is_of(id) || line.target.partnership.is_none();
    let target = target::called(review, name).filter(own).map(|line| line.target.id.as_str());
    let findings = review.registers.findings.iter().map(|finding| finding.id.as_str());
    let named = points.chain(figures).find(|id| id.eq_ignore_ascii_case(name));
    named.or(target).or_else(|| called(findings, name))
}
