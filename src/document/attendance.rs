//! Who came to the meetings of a body, and which organisations did.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::block::{Block, Sheet};
use super::sift::sift;
use super::{Audience, Document, as_at, digest};
use crate::model::{AttendanceStatus, BodyId, Meeting, MeetingId, PersonId, Sitting, day};
use crate::rules::room;

/// Where a member stood at one meeting.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Present,
    Substituted,
    Apologies,
    Absent,
    Unknown,
    /// Had no place on the body that day.
    NotMember,
}

impl Mark {
    fn word(self) -> &'static str {
        match self {
            Self::Present => "present",
            Self::Substituted => "substitute",
            Self::Apologies => "apologies",
            Self::Absent => "absent",
            Self::Unknown => "not recorded",
            Self::NotMember => "",
        }
    }
}

/// A meeting that was held.
struct Held {
    id: MeetingId,
    body: BodyId,
    date: NaiveDate,
}

/// One member across the meetings.
struct Record {
    person: PersonId,
    name: String,
    organisation: String,
    marks: Vec<Mark>,
}

impl Record {
    fn count(&self, mark: Mark) -> usize {
        self.marks.iter().filter(|m| **m == mark).count()
    }

    /// How many meetings there were to come to.
    fn possible(&self) -> usize {
        self.marks.len() - self.count(Mark::NotMember)
    }

    /// How many of the last meetings nobody came to in this place.
    fn missed_in_a_row(&self) -> usize {
        let missed = |m: &&Mark| !matches!(m, Mark::Present | Mark::Substituted);
        self.marks.iter().rev().filter(|m| **m != Mark::NotMember).take_while(missed).count()
    }
}

impl Document<'static> {
    /// Sets out who came to `sittings`, oldest first, all of one body. Each is let go
    /// before the next is read.
    ///
    /// # Errors
    /// What came of reading them.
    pub fn attendance<E>(
        sittings: impl IntoIterator<Item = Result<Sitting, E>>,
        audience: Audience,
        today: NaiveDate,
    ) -> Result<Self, E> {
        let mut canon = digest::Canon::default();
        canon.add("audience", &audience).add("as_at", &today);
        let (mut meetings, mut records) = (Vec::new(), Vec::new());
        let mut title = "Attendance".to_owned();
        for sitting in sittings {
            let sitting = sift(&sitting?, audience);
            if meetings.is_empty() {
                title = format!("{}: attendance", sitting.body.name);
            }
            digest::heading(&mut canon, &sitting);
            canon.add_all("attendance", &sitting.attendance);
            enter(&mut records, &sitting, meetings.len());
            let Meeting { id, body, date, .. } = &sitting.meeting;
            meetings.push(Held { id: id.clone(), body: body.clone(), date: *date });
        }
        for record in &mut records {
            record.marks.resize(meetings.len(), Mark::NotMember);
        }
        let held = |m: &Held| json!({ "id": m.id, "body": m.body, "date": m.date });
        let held: Vec<Value> = meetings.iter().map(held).collect();
        let document = Self {
            standing: as_at(today),
            digest: canon.digest(),
            facts: json!({ "meetings": held, "members": facts(&meetings, &records) }),
            sheet: Some(sheet(&meetings, &records)),
            blocks: blocks(&meetings, &records),
            ..Self::new("attendance", title, today)
        };
        Ok(document.cleaned())
    }
}

/// Marks each member of the body at the meeting that came `before` others.
fn enter(records: &mut Vec<Record>, sitting: &Sitting, before: usize) {
    for member in room::members(sitting) {
        let person = &member.person;
        let known = records.iter().position(|r| r.person == *person);
        let known = known.unwrap_or_else(|| {
            records.push(Record {
                person: person.clone(),
                name: sitting.name_of(person),
                organisation: organisation(sitting, person),
                marks: Vec::new(),
            });
            records.len() - 1
        });
        if let Some(record) = records.get_mut(known) {
            // Whoever has several places has one mark.
            record.marks.resize(before, Mark::NotMember);
            record.marks.push(mark_of(sitting, person));
        }
    }
}

fn organisation(sitting: &Sitting, person: &PersonId) -> String {
    let from = sitting.person(person).and_then(|p| p.organisation.as_ref());
    let from = from.and_then(|id| sitting.organisations.iter().find(|o| o.id == *id));
    from.map(|o| o.name.clone()).unwrap_or_default()
}

fn mark_of(sitting: &Sitting, person: &PersonId) -> Mark {
    let status = sitting.attendance_of(person).map(|a| a.status);
    match status {
        Some(AttendanceStatus::Present) => Mark::Present,
        _ if room::has_substitute(sitting, person) => Mark::Substituted,
        Some(AttendanceStatus::Apologies) => Mark::Apologies,
        Some(AttendanceStatus::Absent) => Mark::Absent,
        None => Mark::Unknown,
    }
}

fn blocks(meetings: &[Held], records: &[Record]) -> Vec<Block> {
    if records.is_empty() {
        return vec![Block::Para("No attendance is recorded.".into())];
    }
    let days: Vec<String> = meetings.iter().map(|m| day::short(m.date)).collect();
    let head =
        ["Member", "Organisation", "Possible", "Present", "By substitute", "Apologies", "Absent"];
    let row = |r: &Record| {
        let marks = [Mark::Present, Mark::Substituted, Mark::Apologies, Mark::Absent];
        let mut cells = vec![r.name.clone(), r.organisation.clone(), r.possible().to_string()];
        cells.extend(marks.map(|mark| r.count(mark).to_string()));
        cells
    };
    let mut blocks = vec![
        Block::Para(format!("Meetings: {}.", days.join("; "))),
        Block::Table {
            caption: "Attendance by member".into(),
            head: head.map(str::to_owned).to_vec(),
            rows: records.iter().map(row).collect(),
        },
    ];
    blocks.extend(by_organisation(records));
    blocks
}

/// How far each organisation took up its places, and for how many meetings in a
/// row nobody has come from it.
fn by_organisation(records: &[Record]) -> Option<Block> {
    let mut names: Vec<&str> = Vec::new();
    for name in records.iter().map(|r| r.organisation.as_str()).filter(|name| !name.is_empty()) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let row = |name: &&str| {
        let theirs: Vec<&Record> = records.iter().filter(|r| r.organisation == *name).collect();
        let sum =
            |of: fn(&Record) -> usize| theirs.iter().map(|r| of(r)).sum::<usize>().to_string();
        let missed = theirs.iter().map(|r| r.missed_in_a_row()).min().unwrap_or(0);
        vec![
            (*name).to_owned(),
            sum(Record::possible),
            sum(|r| r.count(Mark::Present)),
            sum(|r| r.count(Mark::Substituted)),
            missed.to_string(),
        ]
    };
    (!names.is_empty()).then(|| Block::Table {
        caption: "Attendance by organisation".into(),
        head: ["Organisation", "Places", "Present", "By substitute", "Missed in a row"]
            .map(str::to_owned)
            .to_vec(),
        rows: names.iter().map(row).collect(),
    })
}

fn sheet(meetings: &[Held], records: &[Record]) -> Sheet {
    let mut columns = vec!["member".to_owned(), "organisation".to_owned()];
    columns.extend(meetings.iter().map(|m| m.date.to_string()));
    let row = |r: &Record| {
        let mut cells = vec![r.name.clone(), r.organisation.clone()];
        cells.extend(r.marks.iter().map(|mark| mark.word().to_owned()));
        cells
    };
    Sheet { columns, rows: records.iter().map(row).collect() }
}

fn facts(meetings: &[Held], records: &[Record]) -> Vec<Value> {
    let row = |r: &Record| {
        let attended: Vec<Value> = meetings
            .iter()
            .zip(&r.marks)
            .filter(|(_, mark)| **mark != Mark::NotMember)
            .map(|(m, mark)| json!({ "meeting": m.id, "attendance": mark.word() }))
            .collect();
        json!({
            "person": r.person,
            "name": r.name,
            "organisation": r.organisation,
            "possible": r.possible(),
            "present": r.count(Mark::Present),
            "by_substitute": r.count(Mark::Substituted),
            "apologies": r.count(Mark::Apologies),
            "absent": r.count(Mark::Absent),
            "missed_in_a_row": r.missed_in_a_row(),
            "meetings": attended,
        })
    };
    records.iter().map(row).collect()
}
