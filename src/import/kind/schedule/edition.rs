//! Which edition of the schedule a paper is.

use chrono::NaiveDate;

use super::super::super::words::fold::fold;
use super::super::Desk;
use super::super::heading::Head;
use crate::model::{Edition, EditionId, day};

/// The edition the paper is: one the book has, if day and title are the same.
pub(in super::super) fn edition(desk: &mut Desk<'_>, head: &Head) -> Edition {
    let title = head.title.clone().unwrap_or_else(|| "Governance schedule".into());
    let as_at = as_at(desk, head);
    let mut editions = desk.known.schedules.iter().map(|schedule| &schedule.edition);
    if let Some(old) = editions.find(|e| e.as_at == as_at && fold(&e.title) == fold(&title)) {
        let text = "this schedule is in the book already; what differs is listed, and judgements \
                    made since are kept";
        desk.report.warn("heading", text);
        return Edition { source: desk.file.to_owned(), ..old.clone() };
    }
    Edition {
        id: EditionId::mint(desk.mint),
        title,
        as_at,
        author: head.author.clone().unwrap_or_default(),
        source: desk.file.to_owned(),
    }
}

fn as_at(desk: &mut Desk<'_>, head: &Head) -> NaiveDate {
    if let Some(on) = head.day {
        return on;
    }
    let (on, from) = match head.month {
        Some(month) => (month, "only a month"),
        None => (desk.known.today, "no date"),
    };
    desk.report.warn("heading", format!("the paper bears {from}; taken as {}", day::plain(on)));
    on
}
