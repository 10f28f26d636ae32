//! Minutes as found, made into rows of the book. Nothing that is written there
//! already is written over.

use chrono::Datelike as _;

use super::super::super::words::fold::{fold, same};
use super::super::super::words::{due, name};
use super::super::Desk;
use super::super::agenda::purpose;
use super::super::heading::Head;
use super::super::people::Folk;
use super::super::place::{self, Sat};
use super::super::withheld::{self, Start};
use super::part::{Part, Parts};
use super::roll::Listed;
use super::said::{self, Assigned, Decided};
use crate::model::{
    Action, ActionId, ActionStatus, Attendance, AttendanceId, AttendanceStatus, Decision,
    DecisionId, DecisionStatus, Item, ItemId, ItemKind, ItemStatus, Meeting, MeetingStatus, Minute,
    Paragraphs, People, PersonId, day,
};

/// Makes rows of what was found.
pub(super) fn settle(desk: &mut Desk<'_>, head: &Head, parts: &Parts) -> String {
    for what in ["items", "present", "apologies", "decisions", "actions"] {
        desk.report.count(what, 0);
    }
    let sat = place::find(desk, head);
    let folk = Folk::of(desk);
    let mut settle = Settle { desk, sat, folk, people: vec![], number: 0, taken: 0 };
    settle.meeting();
    for listed in &parts.roll {
        settle.listed(listed);
    }
    let closed = settle.withheld(&parts.items);
    for (part, exempt) in parts.items.iter().zip(closed) {
        settle.item(part, exempt);
    }
    let Settle { desk, sat, folk, .. } = settle;
    let Some(sat) = sat else { return String::new() };
    folk.settle(desk);
    format!("Minutes of {} imported from {}", day::plain(sat.on), desk.file)
}

struct Settle<'d, 'a> {
    desk: &'d mut Desk<'a>,
    /// The meeting, if the paper or the clerk says which.
    sat: Option<Sat>,
    folk: Folk,
    /// Who came, by the name printed.
    people: Vec<(String, PersonId)>,
    /// The number of the last action.
    number: u32,
    taken: i64,
}

/// What the minute of one item comes to.
#[derive(Default)]
struct Written {
    text: Vec<String>,
    decided: Vec<(usize, Decided, String)>,
    assigned: Vec<(usize, Assigned, String)>,
}

impl Settle<'_, '_> {
    fn meeting(&mut self) {
        let open = |meeting: &Meeting| {
            matches!(meeting.status, MeetingStatus::Planned | MeetingStatus::AgendaPublished)
        };
        let meeting =
            self.sat.as_ref().and_then(|sat| sat.new.clone().or_else(|| sat.held.clone()));
        if let Some(meeting) = meeting.filter(open) {
            self.desk.file(Meeting { status: MeetingStatus::Closed, ..meeting });
        }
        let body = self.sat.as_ref().map(|sat| (sat.body.clone(), sat.on.year()));
        let used = self.desk.known.actions.iter().filter(|had| {
            body.as_ref().is_some_and(|(id, year)| had.body == *id && had.year == *year)
        });
        self.number = used.map(|had| had.number).max().unwrap_or(0);
        self.taken = 0;
    }

    fn listed(&mut self, listed: &Listed) {
        let what = match listed.status {
            AttendanceStatus::Present if listed.counted => "present",
            AttendanceStatus::Present => "others present",
            AttendanceStatus::Apologies => "apologies",
            AttendanceStatus::Absent => "absent",
        };
        self.desk.report.count(what, 1);
        let chair = if listed.chair { ", in the chair" } else { "" };
        self.desk.report.fact(listed.place.clone(), format!("{what}: {}{chair}", listed.name));
        let Some(meeting) = self.sat.as_ref().map(|sat| sat.meeting.clone()) else {
            return self.people.push((listed.name.clone(), PersonId::default()));
        };
        let known = name::known(&listed.name, self.folk.people()).map(|person| person.id.clone());
        let person =
            known.unwrap_or_else(|| self.folk.person(self.desk, &listed.name, None, &listed.place));
        let principal = (!listed.in_place_of.is_empty()).then(|| {
            let said = listed.in_place_of.clone();
            let known = name::known(&said, self.folk.people()).map(|person| person.id.clone());
            known.unwrap_or_else(|| self.folk.person(self.desk, &said, None, &listed.place))
        });
        self.folk.post(&person, &listed.post);
        self.people.push((listed.name.clone(), person.clone()));
        let listed_before = |had: &Attendance| had.meeting == meeting && had.person == person;
        if self.desk.known.attendance.iter().any(listed_before) {
            return;
        }
        let attendance = Attendance {
            id: AttendanceId::mint(self.desk.mint),
            meeting,
            person,
            capacity: listed.capacity,
            status: listed.status,
            in_place_of: principal,
            reason: String::new(),
            mandated: None,
            rank: self.desk.mint.rank(),
        };
        self.desk.file(attendance);
    }

    /// What the minutes keep from the public, item by item.
    fn withheld(&mut self, parts: &[Part]) -> Vec<Paragraphs> {
        let starts: Vec<Start<'_>> = parts
            .iter()
            .map(|part| Start {
                place: &part.place,
                number: &part.item,
                excludes: purpose::of(&part.title, "") == ItemKind::Exclusion,
            })
            .collect();
        withheld::items(self.desk.paper, &starts, true, &mut self.desk.report)
    }

    fn item(&mut self, part: &Part, exempt: Paragraphs) {
        self.desk.report.count("items", 1);
        self.taken += 1;
        let number = part.item.clone();
        let named = if number.is_empty() { "item".to_owned() } else { format!("item {number}") };
        self.desk.report.fact(part.place.clone(), format!("{named}: {}", part.title));
        let written = self.read(part);
        let Some(sat) = self.sat.as_ref() else { return };
        let (meeting, year) = (sat.meeting.clone(), sat.on.year());
        let had = self.desk.known.items.iter().find(|item| {
            let numbered = !number.is_empty() && item.number == number;
            item.meeting == meeting && (numbered || same(&item.title, &part.title))
        });
        let item = had.map_or_else(|| ItemId::mint(self.desk.mint), |had| had.id.clone());
        if let Some((_, printed)) = part.minute.filter(|(_, printed)| (printed - year).abs() > 1) {
            self.desk.report.warn(
                part.place.clone(),
                format!("the minute is numbered in {printed}, and the meeting is of {year}"),
            );
        }
        if let Some(kept) = self
            .desk
            .known
            .minutes
            .iter()
            .find(|minute| minute.id == item && !minute.text.trim().is_empty())
        {
            let text = written.text.join("\n");
            if fold(&kept.text) != fold(&text) {
                let text = format!("{named}: the book has another minute for it, which is kept");
                self.desk.report.warn(part.place.clone(), text);
            }
            if let Some(had) = had.filter(|had| had.exempt.is_open() && !exempt.is_open()) {
                self.desk.file(Item { exempt, ..had.clone() });
            }
            return;
        }
        let row = self.row(had, &item, part, (number, exempt));
        self.desk.file(row);
        let had = self.desk.known.minutes.iter().find(|minute| minute.id == item);
        let minute = Minute {
            id: item.clone(),
            meeting,
            text: written.text.join("\n"),
            summary: had.map(|minute| minute.summary.clone()).unwrap_or_default(),
            number: had.and_then(|m| m.number).or(part.minute.map(|(number, _)| number)),
        };
        self.desk.file(minute);
        for (place, decided, _) in written.decided {
            self.decide(&item, place, decided);
        }
        for (place, assigned, at) in written.assigned {
            self.assign(&item, place, assigned, &at);
        }
    }

    fn row(
        &mut self,
        had: Option<&Item>,
        id: &ItemId,
        part: &Part,
        (number, exempt): (String, Paragraphs),
    ) -> Item {
        let taken = Some(self.taken);
        if let Some(had) = had {
            return Item {
                status: ItemStatus::Concluded,
                taken: had.taken.or(taken),
                exempt: if had.exempt.is_open() { exempt } else { had.exempt.clone() },
                ..had.clone()
            };
        }
        Item {
            id: id.clone(),
            meeting: self.sat.as_ref().map(|sat| sat.meeting.clone()).unwrap_or_default(),
            rank: self.desk.mint.rank(),
            number,
            title: part.title.clone(),
            kind: purpose::of(&part.title, ""),
            status: ItemStatus::Concluded,
            paper: String::new(),
            report_by: String::new(),
            recommendation: String::new(),
            partnership: None,
            taken,
            started_at: None,
            ended_at: None,
            deferred_to: String::new(),
            deferred_meeting: None,
            why: String::new(),
            urgent_reason: String::new(),
            exempt,
        }
    }

    /// Reads what is under an item: paragraphs, decisions, actions. The same
    /// action said again is one action.
    fn read(&mut self, part: &Part) -> Written {
        let mut written = Written::default();
        for block in &part.blocks {
            let text = block.full();
            if let Some(decided) = said::decision(&text) {
                self.desk.report.count("decisions", 1);
                self.desk
                    .report
                    .fact(block.place.clone(), format!("{}: {}", decided.verb, decided.text));
                written.decided.push((written.text.len(), decided, block.place.clone()));
            } else if let Some(assigned) = said::action(&text) {
                self.desk.report.count("actions", 1);
                let by = if assigned.who.is_empty() { "nobody named" } else { &assigned.who };
                self.desk
                    .report
                    .fact(block.place.clone(), format!("action ({by}): {}", assigned.text));
                written.assigned.push((written.text.len(), assigned, block.place.clone()));
            } else {
                if let (Some(due), Some((_, last, _))) =
                    (said::tracked(&text), written.assigned.last_mut())
                {
                    last.due.get_or_insert(due);
                }
                let parts = matches!(
                    block.marker.as_str(),
                    "(a)" | "(b)" | "(c)" | "(d)" | "(e)" | "(f)" | "a)" | "b)" | "c)"
                );
                match written.decided.last_mut() {
                    Some((place, decided, _)) if parts && *place == written.text.len() => {
                        decided.text = format!("{}\n{text}", decided.text);
                    }
                    _ => written.text.push(text),
                }
            }
        }
        written
    }

    fn decide(&mut self, item: &ItemId, place: usize, decided: Decided) {
        let Some(sat) = &self.sat else { return };
        let decision = Decision {
            id: DecisionId::mint(self.desk.mint),
            meeting: sat.meeting.clone(),
            item: item.clone(),
            rank: self.desk.mint.rank(),
            place: u32::try_from(place).unwrap_or(u32::MAX),
            verb: decided.verb,
            to_whom: decided.to_whom,
            text: decided.text,
            as_recommended: false,
            reasons: String::new(),
            alternatives: String::new(),
            mover: None,
            seconder: None,
            vote: None,
            effective_on: None,
            reply_by: None,
            status: DecisionStatus::Made,
            replaces: None,
        };
        self.desk.file(decision);
    }

    fn assign(&mut self, item: &ItemId, place: usize, assigned: Assigned, at: &str) {
        let owner = self.owner(&assigned.who, at);
        let Some(sat) = &self.sat else { return };
        self.number += 1;
        let text = match owner {
            None if !assigned.who.is_empty() => {
                format!("{} (given to, as printed: {})", assigned.text, assigned.who)
            }
            _ => assigned.text,
        };
        let (due, due_text) =
            assigned.due.map_or((None, String::new()), |due: due::Due| (due.on, due.said));
        let action = Action {
            id: ActionId::mint(self.desk.mint),
            body: sat.body.clone(),
            number: self.number,
            year: sat.on.year(),
            meeting: sat.meeting.clone(),
            item: item.clone(),
            rank: self.desk.mint.rank(),
            place: u32::try_from(place).unwrap_or(u32::MAX),
            text,
            owner,
            organisation: None,
            support: People::default(),
            due,
            due_text,
            status: ActionStatus::Open,
        };
        self.desk.file(action);
    }

    /// Whoever `who` can only be: of those who came, or of those the book has.
    fn owner(&mut self, who: &str, at: &str) -> Option<PersonId> {
        if who.is_empty() {
            return None;
        }
        let first = |name: &str| fold(name).split(' ').next().unwrap_or_default().to_owned();
        let mut came = self.people.iter().filter(|(name, _)| {
            fold(name) == fold(who) || (!who.contains(' ') && first(name) == fold(who))
        });
        let only = match (came.next(), came.next()) {
            (Some((_, id)), None) => Some(id.clone()),
            _ => None,
        };
        let known =
            only.or_else(|| name::known(who, self.folk.people()).map(|person| person.id.clone()));
        if known.is_none() {
            let text = format!(
                "\u{201c}{who}\u{201d} is nobody who came or whom the book knows; the action has no owner"
            );
            self.desk.report.warn(at, text);
        }
        known
    }
}
