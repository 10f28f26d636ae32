//! Who came and went and what interests they declared, made into rows.

use super::super::super::words::when;
use super::business::at;
use super::event::{Declared, Event, What};
use super::part::Parts;
use super::settle::Settle;
use crate::model::day::Stamp;
use crate::model::{
    Adjournment, AdjournmentId, Direction, Interest, InterestId, InterestKind, ItemId, ItemKind,
    Movement, MovementId, PersonId, Record,
};

impl Settle<'_, '_> {
    /// Puts on record what happened while `item` was taken.
    pub(super) fn event(&mut self, item: &ItemId, place: usize, event: &Event) {
        let Some(sat) = &self.sat else { return };
        let (meeting, moment) = (sat.meeting.clone(), when::stamp(sat.on, event.at));
        let item = Some(item.clone());
        let people: Vec<PersonId> = event.who.iter().filter_map(|who| self.somebody(who)).collect();
        let direction = match event.what {
            What::In => Direction::In,
            What::Out => Direction::Out,
            What::Chair => {
                return people.into_iter().for_each(|p| self.presides(p, moment, item.clone()));
            }
            What::Adjourned => {
                let (id, rank) = (AdjournmentId::mint(self.desk.mint), self.desk.mint.rank());
                let (from_at, to_at, place) = (moment, None, at(place));
                return self.desk.file(Adjournment {
                    id,
                    meeting,
                    item,
                    place,
                    from_at,
                    to_at,
                    rank,
                });
            }
            What::Resumed => {
                let mut rows = self.desk.rows.iter_mut().rev();
                let broken_off = rows.find_map(|row| match row {
                    Record::Adjournment(broken) if broken.to_at.is_none() => Some(broken),
                    _ => None,
                });
                return if let Some(adjournment) = broken_off {
                    adjournment.to_at = Some(moment);
                };
            }
        };
        for person in people {
            // Whoever leaves without having come was there from the beginning.
            let moved = |row: &Record| matches!(row, Record::Movement(m) if m.person == person);
            if direction == Direction::Out && !self.desk.rows.iter().any(moved) {
                self.was_there(&person);
            }
            let rank = self.desk.mint.rank();
            let movement = Movement {
                item: item.clone(),
                place: at(place),
                reason: event.why.clone(),
                ..self.came_or_went(person, direction, moment, rank)
            };
            self.desk.file(movement);
        }
    }

    /// Whether the meeting stands adjourned as far as it has been read.
    pub(super) fn broken_off(&self) -> bool {
        let open = |row: &Record| matches!(row, Record::Adjournment(a) if a.to_at.is_none());
        self.desk.rows.iter().any(open)
    }

    /// Puts somebody in the room as the meeting began.
    fn was_there(&mut self, person: &PersonId) {
        if self.sat.is_some() {
            let came = self.came_or_went(person.clone(), Direction::In, self.began, self.opening);
            self.desk.file(came);
        }
    }

    /// A coming or a going before the first item.
    fn came_or_went(
        &mut self,
        person: PersonId,
        direction: Direction,
        at: Stamp,
        rank: i64,
    ) -> Movement {
        let meeting = self.sat.as_ref().map(|sat| sat.meeting.clone()).unwrap_or_default();
        let id = MovementId::mint(self.desk.mint);
        let (item, place, reason, timed) = (None, 0, String::new(), true);
        Movement { id, meeting, person, direction, at, timed, item, place, reason, rank }
    }

    /// Puts on record the interests that tables of them list, each under the
    /// item it is in.
    pub(super) fn declared(&mut self, parts: &Parts) {
        let Some(meeting) = self.sat.as_ref().map(|sat| sat.meeting.clone()) else { return };
        for declared in &parts.declared {
            self.desk.report.count("interests", 1);
            let (who, item) = (&declared.who, &declared.item);
            self.desk.report.fact(declared.place.clone(), format!("interest: {who}, item {item}"));
            let numbered = self.desk.rows.iter().find_map(|row| match row {
                Record::Item(row) if row.number == *item => Some(row.id.clone()),
                _ => None,
            });
            if !self.fresh {
                continue;
            }
            let person = self.somebody(who);
            let (Some(item), Some(person)) = (numbered, person) else {
                let text = format!(
                    "the interest of \u{201c}{who}\u{201d} in item {item} is kept in words: the minutes have no such item, or nobody of that name came"
                );
                self.desk.report.warn(declared.place.clone(), text);
                self.in_words(declared);
                continue;
            };
            let interest = Interest {
                id: InterestId::mint(self.desk.mint),
                meeting: meeting.clone(),
                item,
                person,
                kind: declared.kind.unwrap_or(InterestKind::Other),
                nature: declared.nature.clone(),
                outcome: declared.outcome,
                dispensation: declared.dispensation.clone(),
                rank: self.desk.mint.rank(),
            };
            self.desk.file(interest);
        }
    }

    /// Keeps an interest that could not be put on record in the words of the item where
    /// interests were declared, which would else say that there were none.
    fn in_words(&mut self, declared: &Declared) {
        let about = self.desk.rows.iter().find_map(|row| match row {
            Record::Item(item) if item.kind == ItemKind::Interests => Some(item.id.clone()),
            _ => None,
        });
        let minute = self.desk.rows.iter_mut().find_map(|row| match row {
            Record::Minute(minute) if Some(&minute.id) == about.as_ref() => Some(minute),
            _ => None,
        });
        let Some(minute) = minute else { return };
        let outcome = declared.outcome.map(|outcome| format!("; {}", outcome.plain()));
        let said = format!(
            "{} declared an interest in {}: {}{}.",
            declared.who,
            declared.item,
            declared.nature.trim_end_matches('.'),
            outcome.unwrap_or_default()
        );
        if !minute.text.is_empty() {
            minute.text.push('\n');
        }
        minute.text.push_str(&said);
    }
}
