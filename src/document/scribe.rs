//! The one who puts a sifted sitting into the words of its house style.

use chrono::NaiveDate;

use super::block::Block;
use super::english::{self, line, sentence};
use super::phrase::Phrases;
use super::sift::Sifted;
use crate::model::day::Stamp;
use crate::model::{
    Action, BodyKind, Item, Meeting, MeetingKind, MeetingStatus, Person, PersonId, Sitting, day,
};
use crate::rules::sentence::list;

/// A sifted sitting with the phrases it is to be put into.
pub(super) struct Scribe<'a> {
    pub(super) sitting: &'a Sifted<Sitting>,
    pub(super) phrases: &'static Phrases,
    /// The numbers of the items taken, in agenda order.
    pub(super) taken: Vec<String>,
}

/// Words that a body may be called by, if its name ends with one.
const NOUNS: [&str; 12] = [
    "Committee",
    "Board",
    "Cabinet",
    "Panel",
    "Forum",
    "Group",
    "Partnership",
    "Council",
    "Commission",
    "Trust",
    "Alliance",
    "Executive",
];

impl<'a> Scribe<'a> {
    pub(super) fn new(sitting: &'a Sifted<Sitting>) -> Self {
        let taken = sitting.items.iter().filter(|i| i.taken.is_some());
        let taken = taken.map(|i| i.number.clone()).collect();
        Self { sitting, phrases: Phrases::of(sitting.body.house_style), taken }
    }

    pub(super) fn say(&self, key: &str, values: &[(&str, &str)]) -> String {
        self.phrases.say(key, values)
    }

    pub(super) fn word(&self, key: &str) -> String {
        self.phrases.word(key).to_owned()
    }

    /// What running text calls `person`: title and family name, unless somebody else on
    /// the roll, at the meeting or with an action of it goes by the same. Whoever the
    /// book comes to know later alters no minutes that were signed before.
    pub(super) fn name(&self, person: &PersonId) -> String {
        let sitting = self.sitting;
        let short = sitting.short_name_of(person);
        let roll = sitting.appointments.iter().map(|member| &member.person);
        let there = sitting.attendance.iter().map(|attendance| &attendance.person);
        let owners = sitting.actions.iter().filter_map(|action| action.owner.as_ref());
        let mut others = roll.chain(there).chain(owners).filter(|other| *other != person);
        let shared = others.any(|other| sitting.short_name_of(other) == short);
        if shared { self.full_name(person) } else { short }
    }

    /// What lists call `person`.
    pub(super) fn full_name(&self, person: &PersonId) -> String {
        self.sitting.name_of(person)
    }

    pub(super) fn names<'p>(&self, people: impl IntoIterator<Item = &'p PersonId>) -> String {
        let names: Vec<String> = people.into_iter().map(|person| self.name(person)).collect();
        list(&names)
    }

    /// What the body calls itself: "Committee".
    pub(super) fn noun(&self) -> String {
        let body = &self.sitting.body;
        let last = body.name.split_whitespace().last().unwrap_or_default();
        if NOUNS.contains(&last) {
            return last.to_owned();
        }
        let key = match body.kind {
            BodyKind::StatutoryCommittee => "noun.statutory_committee",
            BodyKind::Executive => "noun.executive",
            BodyKind::Scrutiny => "noun.scrutiny",
            BodyKind::PartnershipBoard => "noun.partnership_board",
            BodyKind::InformalGroup => "noun.informal_group",
        };
        self.word(key)
    }

    /// Items by their numbers: "Agenda Items 1 to 6".
    pub(super) fn items(&self, numbers: &[String]) -> String {
        let all: Vec<String> = self.sitting.items.iter().map(|i| i.number.clone()).collect();
        let all = if numbers.iter().all(|n| self.taken.contains(n)) { &self.taken } else { &all };
        english::items(self.phrases, numbers, all)
    }

    /// What stands beside the head of an item's minute.
    pub(super) fn aside(&self, item: &Item) -> String {
        if item.number.is_empty() {
            return String::new();
        }
        self.say("item.aside", &[("numbers", &item.number)])
    }

    /// Whoever is to do `action`.
    pub(super) fn accountable(&self, action: &Action) -> String {
        let sitting = self.sitting;
        let owner = match (&action.owner, &action.organisation) {
            (Some(person), _) => sitting.person(person).map(Person::plain),
            (None, Some(id)) => sitting.organisation(id).map(|o| o.name.clone()),
            (None, None) => None,
        };
        owner.unwrap_or_else(|| self.word("action.no_owner"))
    }

    /// Who is to do `action`, as an action list names them.
    pub(super) fn owner(&self, action: &Action) -> String {
        let owner = self.accountable(action);
        let support: Vec<String> = action
            .support
            .0
            .iter()
            .filter_map(|id| self.sitting.person(id))
            .map(Person::plain)
            .collect();
        if support.is_empty() {
            owner
        } else {
            self.say("action.supported", &[("owner", &owner), ("support", &list(&support))])
        }
    }

    /// `action`, to be done by what `due` says.
    pub(super) fn given(&self, action: &Action, due: String) -> Block {
        Block::Action {
            reference: action.reference(),
            text: sentence(&line(&action.text)),
            owner: self.owner(action),
            due,
        }
    }

    /// By when `action` is to be done, in words; of one that this meeting gave, by when it
    /// was to be: another day is the later meeting's.
    pub(super) fn due(&self, action: &Action) -> String {
        match (self.sitting.due_here(action), action.due_text.trim()) {
            (Some(due), _) => self.say("action.due", &[("day", &day::plain(due))]),
            (None, "") => self.word("action.no_due"),
            (None, text) => text.to_owned(),
        }
    }

    /// The day of the body's next meeting, if one is set.
    pub(super) fn next_day(&self) -> Option<NaiveDate> {
        let coming = &self.sitting.neighbours.coming;
        // A meeting called for one purpose does not confirm minutes.
        let confirms = |m: &&Meeting| {
            !matches!(m.status, MeetingStatus::Cancelled | MeetingStatus::Closed)
                && m.kind != MeetingKind::Extraordinary
        };
        coming.iter().find(confirms).map(|m| m.date)
    }

    /// A time of day; with its day, where the meeting began on another: it was
    /// adjourned, or went on past midnight.
    pub(super) fn time(&self, at: Stamp) -> String {
        let began = self.sitting.meeting.began_at.map(|began| began.date_naive());
        match began.filter(|began| *began != at.date_naive()) {
            Some(_) => format!("{} on {}", day::time_of(at), day::plain(at.date_naive())),
            None => day::time_of(at),
        }
    }
}
