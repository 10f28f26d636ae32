//! What minutes give somebody to do, made into rows.

use chrono::Datelike as _;

use super::super::super::words::due;
use super::super::super::words::fold::{fold, same};
use super::super::people::is_name;
use super::super::place::Sat;
use super::super::{Desk, letterhead};
use super::business::{Done, Written, at};
use super::duties;
use super::owed::{self, Assigned};
use super::settle::Settle;
use crate::model::{
    Action, ActionId, ActionStatus, ItemId, Organisation, OrganisationId, People, PersonId, Record,
};

impl Settle<'_, '_> {
    /// Takes in an action.
    pub(super) fn given(
        &mut self,
        assigned: Assigned,
        (at, place): (usize, String),
        written: &mut Written,
    ) {
        self.desk.report.count("actions", 1);
        let by = if assigned.who.is_empty() { "nobody named" } else { &assigned.who };
        self.desk.report.fact(place.clone(), format!("action ({by}): {}", assigned.text));
        written.done.push((at, Done::Assigned(assigned), place));
    }

    /// The action that a line gives to somebody known, where what they are to do is the
    /// sentence or the decision before it.
    pub(super) fn pointed(&self, text: &str, written: &Written) -> Option<Assigned> {
        let (who, with, by) = owed::owner_alone(text)?;
        let known = std::iter::once(&who).chain(&with).all(|name| self.somebody(name).is_some());
        let last = match written.done.last() {
            Some((at, Done::Decided(decided, _), _)) if *at == written.text.len() => &decided.text,
            _ => written.text.last()?,
        };
        let last = last.trim().trim_end_matches('.');
        // "Noted." tells nobody to do anything.
        let only_noted = |said: &&str| matches!(fold(said).as_str(), "noted" | "agreed");
        let text = last.rsplit(". ").map(str::trim).find(|said| !only_noted(said))?;
        let text = duties::unnumbered(text);
        let text = text.strip_prefix("to ").unwrap_or(text).to_owned();
        let due = by.or_else(|| due::of(&text));
        let fits = known || letterhead::is_post(&who) || owed::are_initials(&who);
        let fits = fits && !text.is_empty();
        fits.then_some(Assigned { reference: None, who, with, text, due })
    }

    pub(super) fn assign(
        &mut self,
        item: &ItemId,
        place: usize,
        mut assigned: Assigned,
        from: &str,
    ) {
        // "TS and KL to meet the Trust": the first does it, with the other.
        if let Some((first, other)) = assigned.who.split_once(" and ")
            && self.somebody(first).is_some()
            && self.somebody(other).is_some()
        {
            assigned.with.push(other.to_owned());
            assigned.who = first.to_owned();
        }
        let organisation = self.organisation(&assigned, from);
        let owner = match organisation {
            Some(_) => None,
            None => self.charged(&assigned, from),
        };
        let support = assigned.with.iter().filter_map(|who| self.named(who, from)).collect();
        let Some(sat) = &self.sat else { return };
        let (year, number) = number(self.desk, sat, self.number, assigned.reference);
        if year == sat.on.year() {
            self.number = self.number.max(number);
        }
        let text = match owner {
            None if !assigned.who.is_empty() && organisation.is_none() => {
                format!("{} (given to, as printed: {})", assigned.text, assigned.who)
            }
            _ => assigned.text,
        };
        let (due, due_text) = assigned
            .due
            .map_or((None, String::new()), |due: due::Due| (due.by_day(sat.on), due.said));
        let action = Action {
            id: ActionId::mint(self.desk.mint),
            body: sat.body.clone(),
            number,
            year,
            meeting: sat.meeting.clone(),
            item: item.clone(),
            rank: self.desk.mint.rank(),
            place: at(place),
            text,
            owner,
            organisation,
            support: People(support),
            due,
            due_text,
            status: ActionStatus::Open,
        };
        self.desk.file(action);
    }

    /// Whoever an action is given to: somebody who came or whom the book has. One with its
    /// number names whoever is to do it as records do, in full, and so may name anybody.
    fn charged(&mut self, assigned: &Assigned, from: &str) -> Option<PersonId> {
        let who = &assigned.who;
        let stranger = self.somebody(who).is_none() && is_name(who);
        if assigned.reference.is_some() && stranger && self.sat.is_some() {
            return Some(self.folk.person(self.desk, who, None, from));
        }
        self.named(who, from)
    }

    /// The organisation that an action is given to: one the book has, or one that
    /// an action with its number names and nobody is called like.
    fn organisation(&mut self, assigned: &Assigned, from: &str) -> Option<OrganisationId> {
        let who = &assigned.who;
        let called = |had: &&Organisation| same(&had.name, who) || same(&had.short, who);
        let known = self.desk.known.organisations.iter().find(called).map(|had| had.id.clone());
        let office = || letterhead::is_body(who) && self.somebody(who).is_none();
        if known.is_some() || assigned.reference.is_none() || !office() {
            return known;
        }
        Some(self.folk.organisation(self.desk, who, "", from))
    }
}

/// The year and number of an action: those printed, if no other has them, else the number
/// after `last`.
fn number(desk: &Desk<'_>, sat: &Sat, last: u32, printed: Option<(i32, u32)>) -> (i32, u32) {
    let taken = |year: i32, number: u32| {
        let known = desk.known.actions.iter().map(|had| (&had.body, had.year, had.number));
        let new = desk.rows.iter().filter_map(|row| match row {
            Record::Action(had) => Some((&had.body, had.year, had.number)),
            _ => None,
        });
        known.chain(new).any(|had| had == (&sat.body, year, number))
    };
    printed.filter(|(year, n)| !taken(*year, *n)).unwrap_or((sat.on.year(), last + 1))
}
