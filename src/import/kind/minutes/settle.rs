//! Minutes as found, made into rows of the book. Nothing that is written there
//! already is written over.

use chrono::{Datelike as _, Days};

use super::super::super::words::fold::{alike, fold, same};
use super::super::super::words::{name, when};
use super::super::Desk;
use super::super::heading::Head;
use super::super::people::Folk;
use super::super::place::{self, Sat};
use super::super::withheld::{self, Start};
use super::pair;
use super::part::{Part, Parts};
use super::roll::Listed;
use super::{duties, event, last};
use crate::model::{
    Attendance, AttendanceId, AttendanceStatus, Item, ItemId, ItemKind, ItemStatus, Meeting,
    MeetingId, MeetingStatus, Minute, Paragraphs, PersonId, Presiding, PresidingId, Record,
    YearBasis,
    day::{self, Stamp},
};

/// Makes rows of what was found.
pub(super) fn settle(desk: &mut Desk<'_>, head: &Head, parts: &Parts) -> String {
    for what in ["items", "present", "apologies", "decisions", "actions"] {
        desk.report.count(what, 0);
    }
    let sat = place::find(desk, head);
    let folk = Folk::of(desk);
    let begun = |held: &Meeting| held.status.has_begun();
    let fresh = sat.as_ref().is_some_and(|sat| !sat.held.as_ref().is_some_and(begun));
    let day = sat.as_ref().map_or(desk.known.today, |sat| sat.on);
    let mut settle = Settle {
        began: when::stamp(day, head.start.unwrap_or_default()),
        opening: desk.mint.rank(),
        desk,
        sat,
        folk,
        people: vec![],
        number: 0,
        fresh,
        chair: None,
    };
    settle.meeting(head);
    settle.numbered(parts);
    for listed in &parts.roll {
        settle.listed(listed);
    }
    settle.unlisted();
    settle.presided(parts);
    let closed = settle.withheld(&parts.items);
    let meeting = settle.sat.as_ref().map(|sat| sat.meeting.clone()).unwrap_or_default();
    let known = settle.desk.known;
    let agenda: Vec<&Item> = known.items.iter().filter(|item| item.meeting == meeting).collect();
    let of = pair::pairs(&agenda, &parts.items);
    let had =
        |of: &Option<ItemId>| agenda.iter().find(|item| Some(&item.id) == of.as_ref()).copied();
    let known = |of| had(of).is_some_and(|item| !item.exempt.is_open());
    let shut = closed.iter().zip(&of).map(|(closed, of)| !closed.is_open() || known(of));
    let mut items = parts.items.clone();
    duties::sort(&mut items, &shut.collect::<Vec<_>>());
    for ((part, exempt), of) in items.iter().zip(closed).zip(&of) {
        settle.item(part, exempt, had(of));
    }
    settle.unnumber(&meeting, &parts.items, &of);
    settle.declared(parts);
    settle.came_for_some(parts);
    let Settle { desk, sat, folk, .. } = settle;
    let Some(sat) = sat else { return String::new() };
    folk.settle(desk);
    format!("Minutes of {} imported from {}", day::plain(sat.on), desk.file)
}

/// Minutes being made into rows.
pub(super) struct Settle<'d, 'a> {
    pub(super) desk: &'d mut Desk<'a>,
    /// The meeting, if the paper or the clerk says which.
    pub(super) sat: Option<Sat>,
    pub(super) folk: Folk,
    /// Who came, by the name printed.
    pub(super) people: Vec<(String, PersonId)>,
    /// The number of the last action.
    pub(super) number: u32,
    /// Whether the book has nothing of how the meeting went.
    pub(super) fresh: bool,
    /// When it began, or the day did.
    pub(super) began: Stamp,
    /// The place of its beginning among everything recorded.
    pub(super) opening: i64,
    /// Who presided, once that is known.
    pub(super) chair: Option<PersonId>,
}

impl Settle<'_, '_> {
    fn meeting(&mut self, head: &Head) {
        let open = |meeting: &Meeting| {
            matches!(meeting.status, MeetingStatus::Planned | MeetingStatus::AgendaPublished)
        };
        let meeting =
            self.sat.as_ref().and_then(|sat| sat.new.clone().or_else(|| sat.held.clone()));
        if let Some(meeting) = meeting.filter(open) {
            let stamp = |time| when::stamp(meeting.date, time);
            let began_at = head.start.filter(|_| head.began).map(stamp);
            let late = head.end < head.start;
            let ended_at = head.end.map(stamp).map(|at| if late { at + Days::new(1) } else { at });
            let status = MeetingStatus::Closed;
            self.desk.file(Meeting { status, began_at, ended_at, ..meeting });
        }
        let body = self.sat.as_ref().map(|sat| (sat.body.clone(), sat.on.year()));
        let used = self.desk.known.actions.iter().filter(|had| {
            body.as_ref().is_some_and(|(id, year)| had.body == *id && had.year == *year)
        });
        self.number = used.map(|had| had.number).max().unwrap_or(0);
    }

    /// Minutes of January that bear the year before are numbered by municipal years: a body
    /// that this paper brings is known to do so, and of another it is told.
    fn numbered(&mut self, parts: &Parts) {
        let Some(sat) = &self.sat else { return };
        let mut years = parts.items.iter().filter_map(|part| part.minute?.1).peekable();
        let by_year = years.peek().is_some() && years.all(|year| year == sat.on.year() - 1);
        if !by_year || sat.on.month() >= 5 {
            return;
        }
        let new = self.desk.rows.iter_mut().find_map(|row| match row {
            Record::Body(body) if body.id == sat.body => Some(body),
            _ => None,
        });
        if let Some(body) = new {
            body.year_basis = YearBasis::Municipal;
            return;
        }
        let known = self.desk.known.bodies.iter().find(|body| body.id == sat.body);
        if let Some(body) = known.filter(|body| body.year_basis == YearBasis::Calendar) {
            let text = format!(
                "the minutes are numbered by the municipal year, and those of this body by the calendar: \".board {} municipal year\" changes that",
                body.code
            );
            self.desk.report.warn("heading", text);
        }
    }

    /// Who was in the chair: the one the roll has there, from the beginning.
    fn presided(&mut self, parts: &Parts) {
        if !self.fresh {
            return;
        }
        let chair = parts.roll.iter().position(|listed| listed.chair);
        let Some((_, person)) = chair.and_then(|at| self.people.get(at)).cloned() else { return };
        self.presides(person, self.began, None);
    }

    /// Puts on record that `person` took the chair at `at`, from `item` on.
    pub(super) fn presides(&mut self, person: PersonId, at: Stamp, item: Option<ItemId>) {
        let Some(meeting) = self.sat.as_ref().map(|sat| sat.meeting.clone()) else { return };
        let (id, rank) = (PresidingId::mint(self.desk.mint), self.desk.mint.rank());
        self.chair = Some(person.clone());
        self.desk.file(Presiding { id, meeting, person, at, timed: true, item, place: 0, rank });
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
        let person = known.unwrap_or_else(|| {
            let home = (!listed.from.is_empty())
                .then(|| self.folk.organisation(self.desk, &listed.from, "", &listed.place));
            self.folk.person(self.desk, &listed.name, home, &listed.place)
        });
        let principal = (!listed.in_place_of.is_empty()).then(|| {
            let said = listed.in_place_of.clone();
            let known = name::known(&said, self.folk.people()).map(|person| person.id.clone());
            known.unwrap_or_else(|| self.folk.person(self.desk, &said, None, &listed.place))
        });
        self.folk.post(&person, &listed.post);
        let twice = self.people.iter().any(|(_, had)| *had == person);
        self.people.push((listed.name.clone(), person.clone()));
        if twice {
            return;
        }
        let listed_before = |had: &&Attendance| had.meeting == meeting && had.person == person;
        if let Some(had) = self.desk.known.attendance.iter().find(listed_before) {
            return self.came_otherwise(had, listed);
        }
        let attendance = Attendance {
            id: AttendanceId::mint(self.desk.mint),
            meeting,
            person,
            capacity: listed.capacity,
            status: listed.status,
            in_place_of: principal,
            reason: String::new(),
            apologised: false,
            mandated: None,
            rank: self.desk.mint.rank(),
        };
        self.desk.file(attendance);
    }

    /// Tells of those who came for some items alone where nothing says when they came and
    /// went: that would be made up.
    fn came_for_some(&mut self, parts: &Parts) {
        let moved: Vec<&PersonId> = self
            .desk
            .rows
            .iter()
            .filter_map(|row| match row {
                Record::Movement(movement) => Some(&movement.person),
                _ => None,
            })
            .collect();
        let untold: Vec<(String, String)> = parts
            .roll
            .iter()
            .zip(&self.people)
            .filter(|(listed, (_, person))| {
                self.fresh && !listed.items.is_empty() && !moved.contains(&person)
            })
            .map(|(listed, _)| {
                let text = format!(
                    "\u{201c}{}\u{201d}, of {}, was not read in: it does not say when they came and went",
                    listed.items, listed.name
                );
                (listed.place.clone(), text)
            })
            .collect();
        for (place, text) in untold {
            self.desk.report.pass(place, text);
        }
    }

    /// What the minutes keep from the public, item by item.
    fn withheld(&mut self, parts: &[Part]) -> Vec<Paragraphs> {
        let starts: Vec<Start<'_>> = parts
            .iter()
            .map(|part| Start {
                place: &part.place,
                number: &part.item,
                excludes: part.kind() == ItemKind::Exclusion,
                alone: part.only_excludes(),
            })
            .collect();
        let mut closed = withheld::items(self.desk.paper, &starts, true, &mut self.desk.report);
        last::as_withheld(&mut closed, parts);
        closed
    }

    fn item(&mut self, part: &Part, exempt: Paragraphs, had: Option<&Item>) {
        self.desk.report.count("items", 1);
        let number = part.item.clone();
        let named = if number.is_empty() { "item".to_owned() } else { format!("item {number}") };
        self.desk.report.fact(part.place.clone(), format!("{named}: {}", part.title));
        let mut written = self.read(part);
        let Some(sat) = self.sat.as_ref() else { return };
        let (meeting, year) = (sat.meeting.clone(), sat.on.year());
        let item = had.map_or_else(|| ItemId::mint(self.desk.mint), |had| had.id.clone());
        let printed = part.minute.and_then(|(_, printed)| printed);
        if let Some(printed) = printed.filter(|printed| (printed - year).abs() > 1) {
            self.desk.report.warn(
                part.place.clone(),
                format!("the minute is numbered in {printed}, and the meeting is of {year}"),
            );
        }
        let kept = self.desk.known.minutes.iter().find(|minute| minute.id == item);
        let kept = kept.map(|minute| minute.text.as_str()).unwrap_or_default();
        let over = had.is_some_and(|had| !self.fresh && had.status.is_over());
        if over || !kept.trim().is_empty() || self.desk.known.busy.contains(&item) {
            // Who came and went is no part of the text, once it is on record.
            let said = |lines: &mut dyn Iterator<Item = &str>| {
                let lines = lines.filter(|line| event::events(line).is_none());
                fold(&lines.collect::<Vec<_>>().join("\n"))
            };
            let (before, now) =
                (said(&mut kept.lines()), said(&mut written.text.iter().map(String::as_str)));
            if !kept.trim().is_empty() && before != now {
                let text = format!("{named}: the book has another minute for it, which is kept");
                self.desk.report.warn(part.place.clone(), text);
            }
            self.differs(&item, &named, &written, &part.place);
            if let Some(had) = had.filter(|had| had.exempt.is_open() && !exempt.is_open()) {
                self.desk.file(Item { exempt, ..had.clone() });
            }
            return;
        }
        let mut row = self.row(had, &item, part, (number, exempt));
        if let Some((to, why)) = written.deferred.take() {
            row = Item { status: ItemStatus::Deferred, deferred_to: to, why, ..row };
        }
        self.new_or_altered(had, row);
        let had = self.desk.known.minutes.iter().find(|minute| minute.id == item);
        let minute = told(part, item.clone(), meeting, written.text.join("\n"), had);
        self.new_or_altered(had, minute);
        self.business(&item, written);
    }

    /// Files a row, unless the book has just that.
    fn new_or_altered<T: PartialEq + Into<Record>>(&mut self, had: Option<&T>, row: T) {
        if had != Some(&row) {
            self.desk.file(row);
        }
    }

    fn row(
        &mut self,
        had: Option<&Item>,
        id: &ItemId,
        part: &Part,
        (number, exempt): (String, Paragraphs),
    ) -> Item {
        let taken = Some(self.desk.mint.rank());
        if let Some(had) = had {
            if is_other(had, part) {
                let (place, was) = (part.place.clone(), &had.title);
                let text = format!(
                    "item {number}: the agenda has \u{201c}{was}\u{201d}; it is called what the minutes call it"
                );
                self.desk.report.warn(place, text);
                let fresh = Item::blank(id.clone(), had.meeting.clone(), had.rank);
                let (title, kind) = (part.title.clone(), part.kind());
                let status = ItemStatus::Concluded;
                return Item { number, title, kind, status, taken, exempt, ..fresh };
            }
            let open = had.status == ItemStatus::NotReached && !number.is_empty();
            return Item {
                number: if open { number } else { had.number.clone() },
                status: ItemStatus::Concluded,
                taken: had.taken.or(taken),
                exempt: if had.exempt.is_open() { exempt } else { had.exempt.clone() },
                ..had.clone()
            };
        }
        let meeting = self.sat.as_ref().map(|sat| sat.meeting.clone()).unwrap_or_default();
        Item {
            number,
            title: part.title.clone(),
            kind: part.kind(),
            status: ItemStatus::Concluded,
            taken,
            exempt,
            ..Item::blank(id.clone(), meeting, self.desk.mint.rank())
        }
    }
}

/// Whether an item of the agenda that nobody has taken is other business than the minutes
/// have under its number: the agenda was made by its standing order and not by this paper.
fn is_other(had: &Item, part: &Part) -> bool {
    had.status == ItemStatus::NotReached
        && had.exempt.is_open()
        && !part.title.is_empty()
        && !is_public_copy(&part.title)
        && !same(&had.title, &part.title)
        && !alike(&had.title, &part.title)
        && part.kind() != had.kind
}

/// The minute of an item, with the words found under it: what the public is told of it,
/// where the paper is a public copy and that is all there is.
fn told(
    part: &Part,
    item: ItemId,
    meeting: MeetingId,
    text: String,
    had: Option<&Minute>,
) -> Minute {
    let before = had.map(|minute| minute.summary.clone()).unwrap_or_default();
    let (text, summary) = match is_public_copy(&part.title) {
        true if text.contains(UNPUBLISHED) => (String::new(), before),
        true => (String::new(), text),
        false => (text, before),
    };
    let number = had.and_then(|m| m.number).or(part.minute.map(|(number, _)| number));
    Minute { id: item, meeting, text, summary, number }
}

/// What a public copy says of an item of which nothing is published.
const UNPUBLISHED: &str = "is exempt information and is not published";

/// Whether a title is what a public copy has in the place of one that is withheld: "Exempt
/// item (paragraph 3)". What stands below it is all that the public is told.
fn is_public_copy(title: &str) -> bool {
    let folded = fold(title);
    folded.starts_with("exempt item paragraph") && folded.split(' ').count() <= 8
}
