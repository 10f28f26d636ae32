//! A document's days as iCalendar (RFC 5545): meetings as events, actions as
//! things to do.

use std::io::Write;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, Utc};
use icalendar::{Calendar, Component, Event, EventLike as _, EventStatus, Todo, TodoStatus};

use super::{Error, failed};
use crate::document::{CalendarEntry, Document};
use crate::model::day::on_the_wall;

/// Writes the days of `document`, with actions as things to do.
pub(super) fn write(document: &Document, out: &mut dyn Write) -> Result<(), Error> {
    days(document, out, false)
}

/// Writes the days of `document`, with the days actions are due as events, for
/// the many calendars that show nothing else.
pub(super) fn write_events(document: &Document, out: &mut dyn Write) -> Result<(), Error> {
    days(document, out, true)
}

fn days(document: &Document, out: &mut dyn Write, events: bool) -> Result<(), Error> {
    if document.dates().is_empty() {
        let why = "nothing in it has a day";
        return Err(Error::Unsuited { what: document.what(), format: "iCalendar", why });
    }
    let mut calendar = Calendar::empty();
    calendar
        .append_property(("VERSION", "2.0"))
        .append_property(("PRODID", "-//minutebook//minutebook//EN"))
        .append_property(("CALSCALE", "GREGORIAN"))
        .name(document.title());
    for entry in document.dates() {
        match entry.todo {
            Some(status) if !events => calendar.push(todo(document, entry, status)),
            _ => match entry.day {
                Some(day) => calendar.push(event(document, entry, day)),
                None => continue,
            },
        };
    }
    out.write_all(folded(&calendar.to_string()).as_bytes()).map_err(failed("iCalendar"))
}

/// The same lines, none of more than 75 octets (RFC 5545, 3.1): the library counts no
/// octet for the space that a folded line begins with.
fn folded(calendar: &str) -> String {
    const MOST: usize = 75;
    let mut all = String::with_capacity(calendar.len());
    for line in calendar.replace("\r\n ", "").split_terminator("\r\n") {
        let mut width = 0;
        for c in line.chars() {
            if width + c.len_utf8() > MOST {
                all.push_str("\r\n ");
                width = 1;
            }
            all.push(c);
            width += c.len_utf8();
        }
        all.push_str("\r\n");
    }
    all
}

/// What stands with every entry: when it was made, which is the document's own
/// day, and what record it comes from.
fn named<T: Component>(component: &mut T, document: &Document, entry: &CalendarEntry) {
    let made = document.date().and_time(NaiveTime::MIN).and_utc();
    let mut detail = vec![entry.detail.clone(), document.standing().to_owned()];
    detail.push(format!("minutebook record {}", document.digest()));
    detail.retain(|line| !line.is_empty());
    component
        .uid(&format!("{}@minutebook", entry.uid))
        .timestamp(made)
        .summary(&entry.summary)
        .description(&detail.join("\n"));
}

fn event(document: &Document, entry: &CalendarEntry, day: NaiveDate) -> Event {
    let mut event = Event::new();
    named(&mut event, document, entry);
    match entry.start {
        Some(time) => event.starts(in_utc(day.and_time(time))),
        // Without an end it is that whole day (RFC 5545, 3.6.1).
        None => event.starts(day),
    };
    if !entry.place.is_empty() {
        event.location(&entry.place);
    }
    if entry.cancelled {
        event.status(EventStatus::Cancelled);
    }
    event
}

fn todo(document: &Document, entry: &CalendarEntry, status: &str) -> Todo {
    let mut todo = Todo::new();
    named(&mut todo, document, entry);
    if let Some(day) = entry.day {
        todo.due(day);
    }
    todo.status(match status {
        "IN-PROCESS" => TodoStatus::InProcess,
        "COMPLETED" => TodoStatus::Completed,
        "CANCELLED" => TodoStatus::Cancelled,
        _ => TodoStatus::NeedsAction,
    });
    if status == "COMPLETED" {
        todo.percent_complete(100);
    }
    todo
}

fn in_utc(local: NaiveDateTime) -> chrono::DateTime<Utc> {
    on_the_wall(local).with_timezone(&Utc)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn summer_time_is_an_hour_ahead() {
        let utc = |month, hour| {
            let day = NaiveDate::from_ymd_opt(2026, month, 9).unwrap();
            in_utc(day.and_hms_opt(hour, 0, 0).unwrap()).to_rfc3339()
        };
        assert_eq!(utc(6, 10), "2026-06-09T09:00:00+00:00");
        assert_eq!(utc(12, 10), "2026-12-09T10:00:00+00:00");
    }
}
