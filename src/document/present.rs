//! Who was there, as the head of the minutes lists them.

use super::block::Block;
use super::scribe::Scribe;
use crate::model::{
    Attendance, AttendanceStatus, Capacity, Item, Person, PersonId, Presiding, paragraph_count,
};
use crate::rules::room::{self, Presence};

type Row = (String, Vec<String>);

impl Scribe<'_> {
    /// The rolls of those present: members first, then officers.
    pub(super) fn present(&self) -> Vec<Block> {
        let mut rows = Vec::new();
        self.group(&mut rows, "present.voting", |a, _| a.capacity == Capacity::Voting);
        self.group(&mut rows, "present.non_voting", |a, _| a.capacity == Capacity::NonVoting);
        self.group(&mut rows, "present.co_opted", |a, _| a.capacity == Capacity::CoOpted);
        self.group(&mut rows, "present.former", |a, _| a.capacity == Capacity::FormerMember);
        self.group(&mut rows, "present.other", |a, councillor| is_guest(a) && councillor);
        self.group(&mut rows, "present.also", |a, councillor| is_guest(a) && !councillor);
        if rows.is_empty() {
            rows.push((self.word("present.none"), vec![]));
        }
        let mut blocks = vec![Block::Roll { level: 2, title: self.word("present.title"), rows }];
        let officers = self.officers();
        if !officers.is_empty() {
            blocks.push(Block::Roll {
                level: 2,
                title: self.word("present.officers"),
                rows: officers,
            });
        }
        blocks
    }

    /// Those who came, chair first, and then in the order of the roll.
    pub(super) fn came(&self) -> Vec<&Attendance> {
        let chairs: Vec<&PersonId> = self.sitting.presiding.iter().map(|p| &p.person).collect();
        let mut came: Vec<&Attendance> = self
            .sitting
            .attendance
            .iter()
            .filter(|a| a.status == AttendanceStatus::Present)
            .filter(|a| !room::is_expected(self.sitting, a))
            .collect();
        came.sort_by_key(|a| {
            let chair = chairs.iter().position(|person| **person == a.person);
            (chair.unwrap_or(chairs.len()), self.seat_of(a), a.rank)
        });
        came
    }

    /// Where somebody sits on the roll; a substitute, where the member would.
    fn seat_of(&self, attendance: &Attendance) -> i64 {
        let seated = attendance.in_place_of.as_ref().unwrap_or(&attendance.person);
        let seat = self.sitting.appointments.iter().find(|a| a.person == *seated);
        seat.map_or(i64::MAX, |seat| seat.rank)
    }

    fn group(&self, rows: &mut Vec<Row>, label: &str, belongs: fn(&Attendance, bool) -> bool) {
        let names: Vec<String> = self
            .came()
            .into_iter()
            .map(|a| self.listed(a))
            .filter(|a| {
                let person = self.sitting.person(&a.person);
                belongs(a, person.is_some_and(Person::is_councillor))
            })
            .map(|a| self.attender(&a))
            .collect();
        if !names.is_empty() {
            rows.push((self.word(label), names));
        }
    }

    /// How somebody is listed: a substitute whose member was there before any business
    /// was, came as a guest.
    fn listed(&self, attendance: &Attendance) -> Attendance {
        let mut listed = attendance.clone();
        if room::stood_in(self.sitting, attendance) == Some(Presence::Only(Vec::new())) {
            listed.capacity = Capacity::Observer;
            listed.in_place_of = None;
        }
        listed
    }

    /// One of those present, with what there is to say about it.
    fn attender(&self, attendance: &Attendance) -> String {
        let person = &attendance.person;
        let mut said = self.full_name(person);
        if let Some(known) = self.sitting.person(person) {
            let seated = matches!(attendance.capacity, Capacity::Voting | Capacity::NonVoting);
            let named = !known.family.is_empty() || !known.given.is_empty();
            if named && !known.post.is_empty() && !(seated && known.is_councillor()) {
                said.push_str(&self.say("present.post", &[("post", &known.post)]));
            }
        }
        said.push_str(&self.in_the_chair(person));
        if let Some(member) = &attendance.in_place_of {
            let member = self.full_name(member);
            said.push_str(&self.say("present.in_place", &[("name", &member)]));
        }
        let seat = room::stood_in(self.sitting, attendance);
        match seat.unwrap_or_else(|| self.presence(person)) {
            Presence::Whole => {}
            Presence::Only(numbers) if numbers.is_empty() => {
                said.push_str(&self.word("present.no_item"));
            }
            Presence::Only(numbers) if numbers.iter().all(String::is_empty) => {}
            Presence::Only(numbers) => {
                said.push_str(&self.say("present.only", &[("items", &self.items(&numbers))]));
            }
            Presence::Except(numbers) if numbers.iter().all(String::is_empty) => {}
            Presence::Except(numbers) => {
                said.push_str(&self.say("present.except", &[("items", &self.items(&numbers))]));
            }
        }
        said
    }

    /// For which items `person` was there. Somebody put down as present and never
    /// seen to move was there throughout.
    pub(super) fn presence(&self, person: &PersonId) -> Presence {
        if self.sitting.movements.iter().any(|m| m.person == *person) {
            room::presence(self.sitting, person)
        } else {
            Presence::Whole
        }
    }

    /// That `person` presided, and for which items if others did too.
    fn in_the_chair(&self, person: &PersonId) -> String {
        let chairs = &self.sitting.presiding;
        if !chairs.iter().any(|p| p.person == *person) {
            return String::new();
        }
        if chairs.iter().all(|p| p.person == *person) {
            return self.word("present.chair");
        }
        let taken = self.sitting.items.iter().filter_map(|i| Some((i.taken?, i)));
        let before = |rank: i64| chairs.iter().rfind(|p| p.rank < rank).or_else(|| chairs.first());
        let own = |presiding: &Presiding| presiding.person == *person;
        let presided = |taken: i64, item: &Item| {
            let here = || chairs.iter().filter(|p| p.item.as_ref() == Some(&item.id));
            // Over each paragraph, whoever took the chair last before it; what the meeting
            // came back to begins again with whoever had it then.
            let over = |n: u32| {
                let returned =
                    item.returned.filter(|_| item.returned_after.is_some_and(|a| n >= a));
                let since = |p: &&Presiding| returned.is_none_or(|returned| p.rank > returned);
                let took = here().filter(since).rfind(|p| p.place <= n);
                took.or_else(|| before(returned.unwrap_or(taken)))
            };
            let paragraphs = paragraph_count(self.sitting.text_of(&item.id));
            let business = room::business_ranks(self.sitting, &item.id);
            if paragraphs == 0 && business.is_empty() {
                return here().next_back().or_else(|| before(taken)).is_some_and(own);
            }
            (0..paragraphs).filter_map(over).any(own)
                || business.iter().any(|rank| before(*rank).is_some_and(own))
        };
        let numbers: Vec<String> = taken
            .filter(|(at, item)| presided(*at, item))
            .map(|(_, item)| item.number.clone())
            .collect();
        if numbers.iter().all(String::is_empty) {
            return String::new();
        }
        self.say("present.chair_for", &[("items", &self.items(&numbers))])
    }

    fn officers(&self) -> Vec<Row> {
        let mut whole = Vec::new();
        let mut part = Vec::new();
        for attendance in self.came().into_iter().filter(|a| a.capacity == Capacity::Officer) {
            let name = self.officer(&attendance.person);
            let numbers = match self.presence(&attendance.person) {
                Presence::Only(numbers) if numbers.is_empty() => {
                    part.push(format!("{name}{}", self.word("present.no_item")));
                    continue;
                }
                Presence::Only(numbers) => numbers,
                Presence::Except(missed) => {
                    self.taken.iter().filter(|n| !missed.contains(n)).cloned().collect()
                }
                // Whoever came after the first item began was not there for the whole of it.
                Presence::Whole if self.came_late(&attendance.person) => self.taken.clone(),
                Presence::Whole => vec![],
            };
            let named = numbers.iter().filter(|n| !n.is_empty()).count();
            if named == 0 {
                whole.push(name);
                continue;
            }
            let key = if named == 1 { "present.part_items_one" } else { "present.part_items_many" };
            let runs = super::english::runs(&numbers, &self.taken);
            let items = self.say(key, &[("numbers", &runs)]);
            part.push(self.say("present.part_of", &[("items", &items), ("name", &name)]));
        }
        [("present.whole", whole), ("present.part", part)]
            .into_iter()
            .filter(|(_, names)| !names.is_empty())
            .map(|(label, names)| (self.word(label), names))
            .collect()
    }

    /// Whether somebody came in after the meeting had begun.
    fn came_late(&self, person: &PersonId) -> bool {
        let mut movements = self.sitting.movements.iter();
        let first = movements.find(|movement| movement.person == *person);
        // Of minutes kept elsewhere it is not known under which item anybody came.
        first.is_some_and(|first| first.item.is_some() && !room::is_roll_call(self.sitting, first))
    }

    /// An officer: the name, and the post in brackets.
    fn officer(&self, person: &PersonId) -> String {
        let name = self.full_name(person);
        let chair = self.in_the_chair(person);
        match self.sitting.person(person).map(|p| p.post.as_str()) {
            Some(post) if !post.is_empty() && post != name => {
                format!("{name}{}{chair}", self.say("present.post_of", &[("post", post)]))
            }
            _ => format!("{name}{chair}"),
        }
    }
}

/// Whether somebody came without a seat. Those who spoke as members of the
/// public are not named without need.
fn is_guest(attendance: &Attendance) -> bool {
    matches!(attendance.capacity, Capacity::Invitee | Capacity::Observer)
}
