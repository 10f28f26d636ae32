//! The line of a row's target figures, with the guard of their sum.

use super::find;
use crate::capture::field::{self, Field, Lined, choose, worded};
use crate::capture::said::Said;
use crate::capture::{Read, Unclear, wants, wrong};
use crate::model::{Cause, Mint, PartnershipId, Standing, Summary, SummaryId};
use crate::rules::gap::{Period, named, tells_of_figures};
use crate::rules::review::Review;
use crate::rules::sentence::list;

/// A count in a part of a line: "7 off track" or "off track 7", by any of these
/// words.
fn count(part: &str, called: &[&str]) -> Option<u32> {
    let words: Vec<&str> = part.split_whitespace().collect();
    let (number, rest) = match words.as_slice() {
        [first, rest @ ..] if first.parse::<u32>().is_ok() => (*first, rest),
        [rest @ .., last] => (*last, rest),
        [] => return None,
    };
    called.contains(&rest.join(" ").to_lowercase().as_str()).then(|| number.parse().ok())?
}

fn take(field: &mut u32, part: &str, called: &[&str]) -> bool {
    let found = count(part, called);
    *field = found.unwrap_or(*field);
    found.is_some()
}

impl Lined for Summary {
    const WORD: &'static str = "figures";
    const WHAT: &'static str = "row's figures";
    const FIELDS: &'static [Field<Self>] = &[
        Field {
            name: "targets",
            says: |s| format!("{} targets", s.total),
            takes: |s, part, _| take(&mut s.total, part, &["targets", "target", "total"]),
        },
        Field {
            name: "on track",
            says: |s| format!("{} on track", s.on_track),
            takes: |s, part, _| take(&mut s.on_track, part, &["on track", "on"]),
        },
        Field {
            name: "off track",
            says: |s| format!("{} off track", s.off_track),
            takes: |s, part, _| take(&mut s.off_track, part, &["off track", "off"]),
        },
        Field {
            name: "lost",
            says: |s| format!("{} lost", s.lost),
            takes: |s, part, _| take(&mut s.lost, part, &["lost", "will not", "not achievable"]),
        },
        Field {
            name: "cannot judge",
            says: |s| format!("{} cannot judge", s.cannot_judge),
            takes: |s, part, _| {
                let called = ["cannot judge", "cannot be judged", "unjudged", "cannot"];
                take(&mut s.cannot_judge, part, &called)
            },
        },
        Field {
            name: "not due",
            says: |s| format!("{} not due", s.not_due),
            takes: |s, part, _| take(&mut s.not_due, part, &["not due"]),
        },
        Field {
            name: "cause",
            says: |s| s.cause.map(Cause::plain).unwrap_or_default(),
            takes: |s, part, _| choose(&mut s.cause, Cause::ALL, Cause::plain, "cause", part),
        },
        worded!("mender", "mended by", mender),
        worded!("period", period),
    ];

    fn called(&self) -> &str {
        self.partnership.as_str()
    }

    fn text(&self) -> &str {
        &self.remark
    }

    fn text_mut(&mut self) -> &mut String {
        &mut self.remark
    }
}

/// The line of a row's figures as they stand; where there are none, one to be
/// filled in.
pub(super) fn shown(row: &Standing) -> String {
    row.summary.as_ref().map_or_else(
        || {
            let id = &row.partnership.id;
            format!(".figures {id} 0 targets, 0 on track, 0 off track, 0 cannot judge, period ")
        },
        Lined::shown,
    )
}

pub(super) fn figures(said: &Said<'_>, review: &Review, _: &mut Mint) -> Read {
    let row =
        find::row(review, said.name).ok_or_else(|| find::nothing("partnership", said.name))?;
    let before = row.summary.as_ref();
    let id = &row.partnership.id;
    let mut now = before.cloned().unwrap_or_else(|| Summary {
        id: SummaryId(new_name(review, id.as_str())),
        edition: review.schedule.edition.id.clone(),
        partnership: id.clone(),
        period: String::new(),
        total: 0,
        on_track: 0,
        off_track: 0,
        lost: 0,
        cannot_judge: 0,
        not_due: 0,
        cause: None,
        mender: String::new(),
        remark: String::new(),
    });
    field::alter(&mut now, &said.parts, review.schedule.edition.as_at, said.today)?;
    if let Some(text) = said.text {
        text.clone_into(&mut now.remark);
    }
    guard(&now)?;
    if now.cannot_judge == 0 {
        explains_nothing(before, &now)?;
        (now.cause, now.mender) = (None, String::new());
    }
    if !now.period.is_empty()
        && before.is_none_or(|had| had.period != now.period)
        && !Period::is_one(&now.period)
    {
        return Err(wrong(
            format!("\"{}\" is not a period that can be told from another.", now.period),
            "Write it as Q1 2010/11, 2010/11 or March 2011.",
        ));
    }
    let had = before.map(|had| beyond(had, review, id)).unwrap_or_default();
    if let Some(said) = beyond(&now, review, id).into_iter().find(|said| !had.contains(said)) {
        return Err(wrong(said, "Put the results of those targets right first, with .result."));
    }
    if now.period.is_empty() {
        return wants("the period of the figures, as \"period Q1 2010/11\"");
    }
    if before.is_none() {
        let said = format!("Figures of {id} put in: {}, {}", now.in_words(), now.period);
        return Ok(super::filed(said, vec![now.into()], Vec::new()));
    }
    let stale = stale(row, before, &now, said.text.is_some());
    let had = before.and_then(|had| Period::read(&had.period));
    let back = had.zip(Period::read(&now.period)).is_some_and(|(had, now)| now < had);
    let back = if back { "They are of an earlier period than those before." } else { "" };
    Ok(field::put(before, now)?.and(&stale).and(back))
}

/// What words of the row tell of its figures and may no longer be true of those they have
/// `now`, for the clerk to look at.
fn stale(row: &Standing, before: Option<&Summary>, now: &Summary, remarked: bool) -> String {
    let counts = |of: &Summary| (of.total, of.on_track, of.off_track, of.lost, of.cannot_judge);
    if before.is_none_or(|had| counts(had) == counts(now)) {
        return String::new();
    }
    let points = row.points.iter().filter(|point| tells_of_figures(row, point));
    let mut told: Vec<String> = points.map(|point| point.id.0.clone()).collect();
    if !remarked && !now.remark.is_empty() {
        told.push(format!("the remark \"{}\"", field::short(&now.remark)));
    }
    match list(&told) {
        none if none.is_empty() => none,
        told => format!("See whether it is still true: {told}."),
    }
}

/// Refuses a cause newly given where there is nothing that cannot be judged.
fn explains_nothing(before: Option<&Summary>, now: &Summary) -> Result<(), Unclear> {
    let had = before.map(|had| (had.cause, had.mender.as_str()));
    if had.unwrap_or_default() == (now.cause, now.mender.as_str()) {
        return Ok(());
    }
    Err(wrong(
        "A cause is given for what cannot be judged, and these figures have none of those.",
        "Say how many cannot be judged, or leave the cause out.",
    ))
}

/// What more of its targets are by name than these figures have.
fn beyond(figures: &Summary, review: &Review, id: &PartnershipId) -> Vec<String> {
    let own = review.targets.iter().filter(|line| line.is_of(id));
    named::beyond(figures, &own.collect::<Vec<_>>())
}

fn new_name(review: &Review, partnership: &str) -> String {
    let plain = format!("{partnership}-targets");
    let taken = review.names.iter().any(|had| had.eq_ignore_ascii_case(&plain));
    if taken { find::fresh(review, &format!("{plain}-")) } else { plain }
}

/// Refuses figures that do not add up, and says by how much.
fn guard(now: &Summary) -> Result<(), Unclear> {
    if now.adds_up() {
        return Ok(());
    }
    if now.lost > now.off_track {
        return Err(wrong(
            format!("{} are lost, and only {} are off track.", now.lost, now.off_track),
            "Those lost are among those off track.",
        ));
    }
    let parts = [now.on_track, now.off_track, now.cannot_judge, now.not_due];
    let sum: u64 = parts.iter().map(|n| u64::from(*n)).sum();
    let [on, off, unsure, later] = parts;
    Err(wrong(
        format!(
            "{on} + {off} + {unsure} + {later} make {sum}, and there are {} targets.",
            now.total
        ),
        "On track, off track, cannot judge and not due together make the total.",
    ))
}
