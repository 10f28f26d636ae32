//! What the minute of an item opens with, by its kind.

use std::cmp::Ordering;

use super::Audience;
use super::block::Block;
use super::english::{line, number, sentence};
use super::scribe::Scribe;
use crate::model::{
    Attendance, AttendanceStatus, Correction, Interest, InterestKind, InterestOutcome, Item,
    ItemKind, MeetingStatus, MinutesStatus, Paragraphs, day,
};
use crate::rules::{room, sentence as wording};

impl Scribe<'_> {
    /// What stands at the head of the minute of `item`, composed from the record.
    pub(super) fn opening(&self, item: &Item) -> Vec<Block> {
        let mut blocks = match item.kind {
            ItemKind::Apologies => {
                let mut blocks = self.apologies(item);
                blocks.extend(self.quorum(item).map(Block::Para));
                blocks
            }
            ItemKind::Interests => return self.interests(item),
            ItemKind::Minutes => self.loose_corrections(item),
            ItemKind::Dates => self.coming_days(),
            _ => Vec::new(),
        };
        blocks.extend(self.interests_in(item));
        blocks.extend(self.called_in(item));
        blocks
    }

    /// The decisions called in that the item is about: who did, and on what grounds.
    fn called_in(&self, item: &Item) -> Vec<Block> {
        let here = self.sitting.call_ins.iter().filter(|call_in| call_in.item == item.id);
        here.filter(|call_in| !call_in.who.is_empty())
            .filter_map(|call_in| {
                let called = self.sitting.callable.iter().find(|of| of.id == call_in.decision)?;
                let said = self.say(
                    "item.called_in",
                    &[
                        ("reference", &called.reference),
                        ("body", called.body.trim_start_matches("The ")),
                        ("day", &day::plain(called.date)),
                        ("who", &call_in.who),
                        ("grounds", &line(&call_in.grounds)),
                    ],
                );
                Some(Block::Para(sentence(&said)))
            })
            .collect()
    }

    /// What an item that was not taken would have told: who sent apologies and who
    /// did not come, and interests in business that was not reached.
    pub(super) fn untold(&self, taken: &[&Item]) -> Vec<Block> {
        let sitting = self.sitting;
        let is_taken = |kind| taken.iter().any(|item| item.kind == kind);
        let away = |a: &Attendance| {
            matches!(a.status, AttendanceStatus::Apologies | AttendanceStatus::Absent)
        };
        let mut blocks = Vec::new();
        if !is_taken(ItemKind::Apologies) && sitting.attendance.iter().any(away) {
            blocks.extend(self.apologies_sent());
        }
        if !is_taken(ItemKind::Interests) {
            let told = |item: &&Item| taken.iter().any(|taken| taken.id == item.id);
            let shown =
                |item: &&Item| item.exempt.is_open() || sitting.audience() == Audience::Members;
            let left = sitting.items.iter().filter(|item| !told(item) && shown(item));
            blocks.extend(left.flat_map(|item| self.interests_in(item)));
        }
        blocks
    }

    /// The apologies; that there were none, unless the clerk's own words tell.
    fn apologies(&self, item: &Item) -> Vec<Block> {
        let told = self.apologies_sent();
        let own = !self.sitting.text_of(&item.id).trim().is_empty();
        if told.is_empty() && !own && was_minuted(item) {
            return vec![Block::Para(self.word("apologies.none"))];
        }
        told
    }

    fn apologies_sent(&self) -> Vec<Block> {
        let sitting = self.sitting;
        let substitute = |a: &Attendance| {
            sitting.attendance.iter().find(|s| s.in_place_of.as_ref() == Some(&a.person))
        };
        let came = |who: &Attendance| {
            let moved = sitting.movements.iter().filter(|m| m.person == who.person);
            moved.map(|m| m.rank).min()
        };
        // A member who came after all had sent word, and somebody who sat for them; one who
        // was there first and left had not.
        let late = |a: &Attendance| {
            substitute(a)
                .filter(|instead| came(instead) < came(a))
                .and_then(|instead| room::stood_in(sitting, instead))
                .is_some_and(|items| items != room::Presence::Only(Vec::new()))
        };
        let sent =
            |a: &&Attendance| a.status == AttendanceStatus::Apologies || a.apologised || late(a);
        let mut away: Vec<&Attendance> = sitting.attendance.iter().filter(sent).collect();
        away.sort_by_key(|a| (substitute(a).is_none(), a.rank));
        let rows: Vec<Vec<String>> = away
            .iter()
            .map(|a| {
                let nobody = || self.word("apologies.nobody");
                let instead = substitute(a).map_or_else(nobody, |s| self.full_name(&s.person));
                let name = self.full_name(&a.person);
                let came = a.status == AttendanceStatus::Present;
                let name = if came { self.say("apologies.late", &[("name", &name)]) } else { name };
                vec![name, instead]
            })
            .collect();
        let mut blocks = Vec::new();
        if !rows.is_empty() {
            blocks.push(Block::Table {
                caption: self.word("apologies.caption"),
                head: vec![self.word("apologies.from"), self.word("apologies.substitute")],
                rows,
            });
        }
        let absent: Vec<_> =
            sitting.attendance.iter().filter(|a| a.status == AttendanceStatus::Absent).collect();
        if !absent.is_empty() {
            let names = self.names(absent.iter().map(|a| &a.person));
            blocks.push(Block::Para(self.say("apologies.absent", &[("names", &names)])));
        }
        blocks
    }

    /// Whether there was a quorum once everyone at the first item was in, unless the
    /// clerk's own words tell.
    fn quorum(&self, item: &Item) -> Option<String> {
        let own = self.sitting.text_of(&item.id).to_lowercase();
        let came =
            self.sitting.movements.iter().filter(|m| {
                m.item.as_ref() == Some(&item.id) && room::is_roll_call(self.sitting, m)
            });
        let rank = came.map(|m| m.rank).max().or(item.taken)?.saturating_add(1);
        let quorum = room::quorum_before(self.sitting, rank, None);
        let needed = quorum.needed.filter(|_| !own.contains("quor"))?;
        let key = match quorum.present.cmp(&needed) {
            Ordering::Greater => "apologies.quorum_exceeded",
            Ordering::Equal => "apologies.quorum_met",
            // Nobody may have been put down yet.
            Ordering::Less if quorum.present == 0 => return None,
            Ordering::Less => "apologies.quorum_unmet",
        };
        Some(self.say(key, &[("needed", &number(needed)), ("present", &number(quorum.present))]))
    }

    /// The interests declared at the meeting; that there were none, unless the
    /// clerk's own words tell.
    fn interests(&self, item: &Item) -> Vec<Block> {
        if self.sitting.interests.is_empty() {
            let own = !self.sitting.text_of(&item.id).trim().is_empty();
            let said = own || !was_minuted(item);
            return if said { Vec::new() } else { vec![Block::Para(self.word("interest.none"))] };
        }
        let people: Vec<_> =
            self.sitting.interests.iter().map(|i| self.sitting.person(&i.person)).collect();
        let councillors = people.iter().all(|p| p.is_some_and(crate::model::Person::is_councillor));
        let rows = self.sitting.interests.iter().zip(&people).map(|(interest, person)| {
            let name = match person {
                Some(person) if councillors => person.plain(),
                _ => self.full_name(&interest.person),
            };
            let item = self.sitting.item(&interest.item).map(|item| item.number.clone());
            vec![name, item.unwrap_or_default(), self.nature(interest), self.outcome(interest)]
        });
        let first = if councillors { "interest.councillor" } else { "interest.member" };
        vec![Block::Table {
            caption: self.word("interest.caption"),
            head: [first, "interest.item", "interest.nature", "interest.outcome"]
                .map(|key| self.word(key))
                .to_vec(),
            rows: rows.collect(),
        }]
    }

    /// Interests in `item`, where no item of the agenda gathers them.
    fn interests_in(&self, item: &Item) -> Vec<Block> {
        if self.sitting.items.iter().any(|i| i.kind == ItemKind::Interests && i.taken.is_some()) {
            return Vec::new();
        }
        self.declared_in(item)
    }

    /// Each interest declared in `item`, in a sentence.
    pub(super) fn declared_in(&self, item: &Item) -> Vec<Block> {
        let here = self.sitting.interests.iter().filter(|i| i.item == item.id);
        here.map(|interest| {
            let name = self.name(&interest.person);
            let (nature, outcome) = (self.nature(interest), self.outcome(interest));
            Block::Aside(self.say(
                "interest.declared",
                &[("name", &name), ("nature", &nature), ("outcome", &outcome)],
            ))
        })
        .collect()
    }

    fn nature(&self, interest: &Interest) -> String {
        let kind = self.word(match interest.kind {
            InterestKind::Personal => "interest.personal",
            InterestKind::Prejudicial => "interest.prejudicial",
            InterestKind::Pecuniary => "interest.pecuniary",
            InterestKind::Other => "interest.other",
        });
        let nature = line(&interest.nature);
        if nature.is_empty() {
            return kind;
        }
        self.say("interest.described", &[("kind", &kind), ("nature", &nature)])
    }

    fn outcome(&self, interest: &Interest) -> String {
        let item = self.sitting.item(&interest.item);
        let over = self.sitting.meeting.status == MeetingStatus::Closed;
        let outcome = self.word(match interest.outcome {
            _ if over && item.is_some_and(|item| item.taken.is_none()) => "interest.not_taken",
            Some(InterestOutcome::Stayed) if room::bars(interest) => "interest.barred",
            Some(InterestOutcome::Stayed) => "interest.stayed",
            Some(InterestOutcome::Spoke) => "interest.spoke",
            Some(InterestOutcome::Withdrew) => "interest.withdrew",
            None => "interest.unknown",
        });
        let dispensation = line(&interest.dispensation);
        if dispensation.is_empty() {
            return outcome;
        }
        self.say("interest.dispensed", &[("outcome", &outcome), ("dispensation", &dispensation)])
    }

    /// Corrections agreed under `item` of the minutes that `which` tells, each in a
    /// sentence.
    pub(super) fn corrections(
        &self,
        item: &Item,
        which: impl Fn(&Correction) -> bool,
    ) -> Vec<String> {
        let here = self.sitting.corrections.iter().filter(|c| c.item == item.id && which(c));
        here.map(|c| self.correction(c)).collect()
    }

    fn correction(&self, correction: &Correction) -> String {
        let [minute, old, new] =
            [&correction.minute, &correction.old, &correction.new].map(|text| line(text));
        if correction.exempt && correction.old.is_empty() {
            return self.say("minutes.correction_exempt", &[("minute", &minute)]);
        }
        let present = correction.is_of_present();
        let key = if present { "minutes.correction_present" } else { "minutes.correction" };
        self.say(key, &[("minute", &minute), ("old", &old), ("new", &new)])
    }

    /// What was put right before these minutes were confirmed: the text stands as
    /// it was circulated, and its corrections with it.
    pub(super) fn corrected(&self) -> Vec<Block> {
        let sitting = self.sitting;
        let confirmed = sitting.meeting.minutes >= MinutesStatus::Confirmed;
        let mut blocks = Vec::new();
        for agreed in sitting.corrected.chunk_by(|one, other| one.on == other.on) {
            if let Some(first) = agreed.first().filter(|_| confirmed) {
                let day = day::plain(first.on);
                blocks.push(Block::Para(self.say("minutes.corrected_on", &[("day", &day)])));
                let list = agreed.iter().map(|agreed| self.correction(&agreed.correction));
                blocks.push(Block::List(list.collect()));
            }
        }
        blocks
    }

    /// Corrections that no decision carries.
    fn loose_corrections(&self, item: &Item) -> Vec<Block> {
        let corrections = self.corrections(item, |it| self.carrier(item, it).is_none());
        if corrections.is_empty() {
            return Vec::new();
        }
        vec![Block::Para(self.word("minutes.corrected")), Block::List(corrections)]
    }

    /// What a decision without words of its own resolves, by the kind of item.
    pub(super) fn standing_resolution(&self, item: &Item) -> String {
        match item.kind {
            ItemKind::Minutes => match &self.sitting.neighbours.previous {
                Some(last) => self.say("minutes.approved", &[("day", &day::plain(last.date))]),
                None => self.word("minutes.approved_undated"),
            },
            ItemKind::Exclusion => self.excluded(item).unwrap_or_default(),
            _ => String::new(),
        }
    }

    /// The words of the resolution to exclude the public: the exempt items and their
    /// paragraphs (section 100A(4) and (5), Local Government Act 1972).
    fn excluded(&self, item: &Item) -> Option<String> {
        let exempt: Vec<&Item> =
            self.sitting.items.iter().filter(|i| !i.exempt.is_open() && i.id != item.id).collect();
        let numbers: Vec<String> =
            exempt.iter().map(|i| i.number.clone()).filter(|number| !number.is_empty()).collect();
        let paragraphs = Paragraphs::all(exempt.iter().map(|i| &i.exempt));
        if paragraphs.is_open() || numbers.is_empty() {
            return None;
        }
        let (items, paragraphs) = (self.items(&numbers), wording::paragraphs_in_words(&paragraphs));
        Some(self.say("exclusion.resolved", &[("items", &items), ("paragraphs", &paragraphs)]))
    }

    fn coming_days(&self) -> Vec<Block> {
        let days: Vec<String> =
            self.sitting.neighbours.coming.iter().map(|m| day::plain(m.date)).collect();
        if days.is_empty() {
            return Vec::new();
        }
        vec![Block::Para(self.say("dates.next", &[("days", &wording::list(&days))]))]
    }
}

/// Whether an item was taken with the book open: of one that a paper tells of, what the paper
/// does not say is not known.
fn was_minuted(item: &Item) -> bool {
    item.started_at.is_some()
}
