//! The calendar of meetings.

use chrono::NaiveDate;
use serde_json::json;

use super::block::{Block, CalendarEntry, Sheet};
use super::{Document, as_at, digest, facts};
use crate::model::{MeetingLine, MeetingStatus, day};

const COLUMNS: [&str; 8] =
    ["date", "start", "body", "title", "place", "status", "minutes", "items"];

impl Document<'static> {
    /// Lists meetings, as a calendar has them on `today`.
    #[must_use]
    pub fn meetings(lines: &[MeetingLine], today: NaiveDate) -> Self {
        let mut canon = digest::Canon::default();
        canon.add("as_at", &today);
        for line in lines {
            canon.add("meeting", &(&line.id, &line.body, &line.title, line.date, line.start));
            canon.add("held", &(&line.place, line.status, line.minutes));
        }
        let facts: Vec<_> = lines.iter().map(facts::meeting_line).collect();
        let table = Block::Table {
            caption: "Meetings".into(),
            head: ["Day", "Time", "Body", "Place", "Standing"].map(str::to_owned).to_vec(),
            rows: lines.iter().map(row).collect(),
        };
        let none = Block::Para("There are no meetings.".into());
        Self {
            standing: as_at(today),
            digest: canon.digest(),
            facts: json!({ "meetings": facts }),
            sheet: Some(sheet(lines)),
            dates: lines.iter().map(in_calendar).collect(),
            blocks: vec![if lines.is_empty() { none } else { table }],
            ..Self::new("meetings", "Calendar of meetings".into(), today)
        }
        .cleaned()
    }
}

fn name(line: &MeetingLine) -> String {
    if line.title.is_empty() { line.body.clone() } else { format!("{}: {}", line.body, line.title) }
}

fn row(line: &MeetingLine) -> Vec<String> {
    vec![
        day::short(line.date),
        line.start.map(day::clock).unwrap_or_default(),
        name(line),
        line.place.clone(),
        line.status.plain(),
    ]
}

fn sheet(lines: &[MeetingLine]) -> Sheet {
    let row = |line: &MeetingLine| {
        vec![
            line.date.to_string(),
            line.start.map(|time| time.format("%H:%M").to_string()).unwrap_or_default(),
            line.body.clone(),
            line.title.clone(),
            line.place.clone(),
            line.status.plain(),
            line.minutes.plain(),
            line.items.to_string(),
        ]
    };
    Sheet { columns: COLUMNS.map(str::to_owned).to_vec(), rows: lines.iter().map(row).collect() }
}

/// A meeting as a day in a calendar.
pub(super) fn in_calendar(line: &MeetingLine) -> CalendarEntry {
    let cancelled = line.status == MeetingStatus::Cancelled;
    let name = name(line);
    CalendarEntry {
        uid: line.id.0.clone(),
        summary: if cancelled { format!("Cancelled: {name}") } else { name },
        detail: String::new(),
        place: line.place.clone(),
        day: Some(line.date),
        start: line.start,
        cancelled,
        todo: None,
    }
}
