//! The notes of a partnership: each item beside a column of who is to do what.

use super::block::Block;
use super::english::{line, sentence};
use super::minutes::in_order_taken;
use super::scribe::Scribe;
use crate::model::{Action, AttendanceStatus, Capacity, Item, OrganisationId, PersonId, day};
use crate::rules::{number, room};

impl Scribe<'_> {
    /// Who was there by organisation, and a row to each item.
    pub(super) fn notes(&self) -> Vec<Block> {
        let mut blocks = self.by_organisation();
        blocks.extend(self.standing_paragraph().filter(|p| !p.is_empty()).map(Block::Para));
        blocks.extend(self.corrected());
        let rows = in_order_taken(self.sitting).into_iter().map(|item| self.row(item)).collect();
        blocks.push(Block::Table {
            caption: self.word("notes.caption"),
            head: ["notes.no", "notes.item", "notes.action"].map(|key| self.word(key)).to_vec(),
            rows,
        });
        blocks.extend(self.not_reached());
        blocks
    }

    fn by_organisation(&self) -> Vec<Block> {
        let mut seen: Vec<Option<&OrganisationId>> = Vec::new();
        let mut said = Vec::new();
        for member in room::members(self.sitting) {
            let from = self.from(&member.person);
            if from.is_some() && seen.contains(&from) {
                continue;
            }
            seen.push(from);
            said.push(self.organisation(from, &member.person));
        }
        let mut blocks = Vec::new();
        if !said.is_empty() {
            let list = said.join(" - ");
            blocks.push(Block::Para(self.say("notes.by_organisation", &[("list", &list)])));
        }
        blocks.extend(self.chairs().map(Block::Para));
        let seated = |id: &PersonId| room::members(self.sitting).any(|m| m.person == *id);
        let others = |votes: bool| -> Vec<&PersonId> {
            let came = self.came().into_iter().filter(|a| a.capacity != Capacity::Public);
            let came = came.filter(|a| (a.capacity == Capacity::Voting) == votes);
            came.map(|a| &a.person).filter(|id| !seated(id)).collect()
        };
        // Of minutes kept elsewhere the roll is not known, and who came is.
        let instead = |id: &PersonId| {
            let principal = self.sitting.attendance_of(id).and_then(|a| a.in_place_of.as_ref());
            principal.is_some_and(seated)
        };
        let chair = self.sitting.presiding.first().map(|chair| &chair.person);
        let mut unseated = others(true);
        unseated.retain(|id| Some(*id) != chair && !instead(id));
        if !unseated.is_empty() {
            let names = self.names(unseated);
            blocks.push(Block::Para(self.say("notes.present", &[("names", &names)])));
        }
        let also = others(false);
        if !also.is_empty() {
            let names = self.names(also);
            blocks.push(Block::Para(self.say("notes.also", &[("names", &names)])));
        }
        blocks
    }

    /// Who was in the chair, and whoever took it after them, from which item on.
    fn chairs(&self) -> Option<String> {
        let mut names: Vec<String> = Vec::new();
        let mut last = None;
        for presiding in &self.sitting.presiding {
            if last == Some(&presiding.person) {
                continue;
            }
            let name = self.full_name(&presiding.person);
            let item = presiding.item.as_ref().filter(|_| last.is_some());
            let number = item.and_then(|item| self.sitting.item(item)).map(|item| &item.number);
            names.push(match number {
                Some(item) => self.say("notes.chair_from", &[("name", &name), ("item", item)]),
                None => name,
            });
            last = Some(&presiding.person);
        }
        let name = names.join("; ");
        (!name.is_empty()).then(|| self.say("notes.in_chair", &[("name", &name)]))
    }

    fn from(&self, person: &PersonId) -> Option<&OrganisationId> {
        self.sitting.person(person)?.organisation.as_ref()
    }

    /// "Health (1 of 1, by substitute)": how many of its places were taken up.
    fn organisation(&self, from: Option<&OrganisationId>, member: &PersonId) -> String {
        let of = |id: &OrganisationId| self.sitting.organisation(id);
        let Some(name) = from.and_then(of).map(|o| o.short.clone()) else {
            return self.alone(member);
        };
        let members: Vec<&PersonId> = room::members(self.sitting)
            .map(|m| &m.person)
            .filter(|person| self.from(person) == from)
            .collect();
        let came = |person: &PersonId| {
            self.sitting
                .attendance_of(person)
                .is_some_and(|a| a.status == AttendanceStatus::Present)
        };
        let substituted = |person: &PersonId| room::has_substitute(self.sitting, person);
        let sent_word = |person: &PersonId| {
            self.sitting
                .attendance_of(person)
                .is_some_and(|a| a.status == AttendanceStatus::Apologies)
        };
        let there = members.iter().filter(|p| came(p) || substituted(p)).count();
        let how = match () {
            () if members.iter().any(|p| !came(p) && substituted(p)) => "notes.by_substitute",
            () if there == 0 && members.iter().any(|p| sent_word(p)) => "notes.apologies",
            () => "",
        };
        let (there, seats) = (there.to_string(), members.len().to_string());
        let how = self.word(how);
        self.say(
            "notes.organisation",
            &[("name", &name), ("there", &there), ("seats", &seats), ("how", &how)],
        )
    }

    /// A member who comes from no organisation, by name: whether they came.
    fn alone(&self, member: &PersonId) -> String {
        let name = self.name(member);
        let key = match room::account(self.sitting, member) {
            room::Account::InRoom | room::Account::Out => return name,
            room::Account::Substituted => "notes.by_substitute",
            room::Account::Apologies => "notes.apologies",
            room::Account::Absent => "notes.absent",
            room::Account::Unaccounted => "notes.not_recorded",
        };
        self.say(
            "notes.alone",
            &[("name", &name), ("how", self.word(key).trim_start_matches(", "))],
        )
    }

    fn row(&self, item: &Item) -> Vec<String> {
        let minute = number::of_item(self.sitting, &item.id).unwrap_or_default();
        let numbers: Vec<&str> =
            [item.number.as_str(), &minute].into_iter().filter(|n| !n.is_empty()).collect();
        let mut said: Vec<String> = self.minute(item).iter().filter_map(flat).collect();
        let first = if said.is_empty() { String::new() } else { said.remove(0) };
        let title = self.title(item);
        let title = title.trim_end_matches('.');
        let mut text = vec![self.say("notes.title", &[("title", title), ("text", &first)])];
        text.append(&mut said);
        let mut owed: Vec<String> =
            self.sitting.actions_on(&item.id).map(|action| self.owed(action)).collect();
        let decision = self.sitting.decisions_on(&item.id).next();
        if let Some(decision) = decision.filter(|_| owed.is_empty()) {
            let verb = self.say(&format!("verb.{}", decision.verb.word()), &[]);
            owed.push(verb.trim_end_matches(':').to_owned());
        }
        vec![numbers.join("\n"), text.join("\n").trim_end().to_owned(), owed.join("\n")]
    }

    /// "H. Lisle: Confirm the trust's agreement, 5 June 2026 (A/26/02)"
    fn owed(&self, action: &Action) -> String {
        let owner = match &action.owner {
            Some(person) if action.support.0.is_empty() => self.name(person),
            _ => self.owner(action),
        };
        let text = line(&action.text);
        let due = match self.sitting.due_here(action) {
            Some(due) => day::plain(due),
            None => self.due(action),
        };
        let reference = action.reference();
        let text = text.trim_end_matches('.');
        let values = [("owner", &*owner), ("text", text), ("due", &due), ("reference", &reference)];
        self.say("notes.owed", &values)
    }
}

/// A block as a line of a cell. Actions have a column of their own.
fn flat(block: &Block) -> Option<String> {
    match block {
        Block::Para(text) | Block::Aside(text) => Some(text.clone()),
        Block::Resolution { lead, limbs, tail } => {
            let mut parts = vec![lead.clone()];
            for limb in limbs {
                parts.push(format!("{} {}", limb.letter, limb.text).trim().to_owned());
            }
            parts.push(tail.clone());
            Some(parts.join(" ").trim().to_owned())
        }
        Block::Table { rows, .. } => {
            let said = |row: &Vec<String>| {
                let cells = row.iter().map(String::as_str).filter(|cell| *cell != "-");
                cells.collect::<Vec<_>>().join(" - ")
            };
            let rows: Vec<String> = rows.iter().map(said).collect();
            Some(sentence(&rows.join("; ")))
        }
        Block::List(points) => {
            let ended = |point: &String| point.ends_with(['.', ';']);
            let between = if points.iter().all(ended) { " " } else { "; " };
            Some(sentence(&points.join(between)))
        }
        Block::Heading { .. }
        | Block::Roll { .. }
        | Block::Action { .. }
        | Block::Chart { .. }
        | Block::Signature => None,
    }
}
