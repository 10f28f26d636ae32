//! What was done under an item, made into rows: decisions and how they were
//! carried, actions, interests, and who came and went.

use super::super::super::words::fold::fold;
use super::super::super::words::marker;
use super::super::super::words::name::{self, Name};
use super::apart;
use super::event::{self, Event, What};
use super::floor::{self, Floor, Poll};
use super::how::{Count, How};
use super::moved::{self, Moved, Put, Told};
use super::off;
use super::owed::{self, Assigned};
use super::part::Part;
use super::resolved;
use super::said::{self, Decided};
use super::settle::Settle;
use super::voted;
use crate::model::{Cast, Decision, DecisionId, ItemId, PersonId, VoteId};

/// What the minute of one item comes to; each thing with the paragraphs before
/// it.
#[derive(Default)]
pub(super) struct Written {
    /// Its paragraphs.
    pub(super) text: Vec<String>,
    /// To when it was put off, and why.
    pub(super) deferred: Option<(String, String)>,
    /// What was done, in order, and where that is told.
    pub(super) done: Vec<(usize, Done, String)>,
}

/// Something done under an item.
pub(super) enum Done {
    /// A decision; with the resolution it is a part of, if that has several.
    Decided(Decided, Option<usize>),
    Assigned(Assigned),
    Happened(Event),
    Moved(Moved),
    Put(Put),
    /// A vote on what nobody moved, and the casting vote.
    Polled(Count, Option<Cast>),
}

impl Settle<'_, '_> {
    /// Reads what is under an item: paragraphs, decisions, actions.
    pub(super) fn read(&mut self, part: &Part) -> Written {
        let mut written = Written::default();
        let lines = resolved::joined(&part.blocks);
        let known = |name: &str| self.somebody(name).is_some();
        let spoken = floor::spoken(&lines, known);
        // The vote that the paragraph before tells of, and nothing else.
        let mut poll: Option<How> = None;
        for (resolved::Line { block, of }, spoken) in lines.iter().zip(spoken) {
            let text = block.full();
            // "2.1 Councillor Fell left": the number of a paragraph is no part of what it tells.
            let bare =
                if marker::is_paragraph(&block.marker) { block.flat() } else { text.clone() };
            let (place, at) = (block.place.clone(), written.text.len());
            let mut next = None;
            if let Some(told) = spoken {
                self.told(told, at, &place, &mut written);
                continue;
            }
            // The item is marked so, and prints it again.
            if text.starts_with("(Exempt under ") && text.ends_with("not for publication.)") {
                continue;
            }
            if let Some(put_off) = off::deferral(&bare) {
                self.desk.report.fact(place.clone(), format!("deferred to {}", put_off.0));
                self.desk.report.count("decisions", 1);
                written.done.push((at, Done::Decided(off::decided(&put_off), None), place));
                written.deferred = Some(put_off);
            } else if let Some(decided) = said::decision(&text).or_else(|| self.elected(&text)) {
                if is_again(&bare, &decided, &written) {
                    continue;
                }
                let vote = poll.take().filter(|_| decided.how.count.is_none());
                self.decided(decided, vote, (*of, place), &mut written);
            } else if let Some(assigned) =
                self.pointed(&bare, &written).or_else(|| owed::action(&bare))
            {
                self.given(assigned, (at, place), &mut written);
            } else if let Some((count, cast)) = moved::polled(&bare) {
                self.desk.report.fact(place.clone(), format!("vote: {bare}"));
                written.done.push((at, Done::Polled(count, cast), place));
            } else if let Some(events) =
                event::events(&bare).filter(|told| self.known_all(told, &written))
            {
                self.desk
                    .report
                    .fact(place.clone(), format!("in the room: {}", bare.trim_matches(['(', ')'])));
                let happened = events.into_iter().map(Done::Happened);
                written.done.extend(happened.map(|done| (at, done, place.clone())));
            } else {
                if due_told(&text, &mut written) {
                    continue;
                }
                next = voted::alone(&text).map(|(how, _)| how);
                written.text.push(text);
            }
            poll = next;
        }
        written
    }

    /// Takes in a decision; with the `vote` in the paragraph before it.
    fn decided(
        &mut self,
        mut decided: Decided,
        vote: Option<How>,
        (of, place): (Option<usize>, String),
        written: &mut Written,
    ) {
        if let Some(vote) = vote {
            written.text.pop();
            decided.how.join(vote);
            decided.how.settle();
        }
        let kept = apart::told(&mut decided);
        self.desk.report.count("decisions", 1);
        self.desk.report.fact(place.clone(), format!("{}: {}", decided.verb, decided.text));
        written.done.push((written.text.len(), Done::Decided(decided, of), place));
        written.text.extend(kept);
    }

    /// The election of somebody known that a paragraph tells of.
    fn elected(&self, text: &str) -> Option<Decided> {
        let (who, decided) = apart::election(text)?;
        self.somebody(&who).map(|_| decided)
    }

    /// Takes in what was moved and what became of it.
    fn told(&mut self, told: Told, at: usize, place: &str, written: &mut Written) {
        if let Some(moved) = told.moved {
            let what = moved.kind.noun().to_lowercase();
            self.desk.report.count("motions", 1);
            self.desk.report.fact(place, format!("{what} ({}): {}", moved.mover, moved.text));
            written.done.push((at, Done::Moved(moved), place.to_owned()));
        }
        let put = told.put.into_iter().map(|put| (at, Done::Put(put), place.to_owned()));
        written.done.extend(put);
    }

    /// Whether everybody named is known, and the book has nothing of it yet.
    /// Nothing is resumed that was not broken off.
    fn known_all(&self, events: &[Event], written: &Written) -> bool {
        let adjourned = |event: &Event| match event.what {
            What::Adjourned => Some(true),
            What::Resumed => Some(false),
            _ => None,
        };
        let first = events.iter().find_map(adjourned);
        let broken_off = || {
            let here = written.done.iter().rev().find_map(|(_, done, _)| match done {
                Done::Happened(event) => adjourned(event),
                _ => None,
            });
            here.unwrap_or_else(|| self.broken_off())
        };
        self.fresh
            && (first != Some(false) || broken_off())
            && events.iter().flat_map(|event| &event.who).all(|who| self.somebody(who).is_some())
    }

    /// Puts on record what was done under `item`.
    pub(super) fn business(&mut self, item: &ItemId, written: Written) {
        let mut last: Option<(usize, VoteId)> = None;
        let mut floor = Floor::default();
        for (place, done, at) in written.done {
            let (decided, of) = match done {
                Done::Moved(moved) => {
                    self.moved(&mut floor, item, place, moved);
                    continue;
                }
                Done::Put(put) => {
                    self.put(&mut floor, item, place, &put, &at);
                    continue;
                }
                Done::Polled(count, casting) => {
                    self.vote(item, place, Poll { count, casting, ..Poll::default() }, &at);
                    continue;
                }
                Done::Happened(event) => {
                    self.event(item, place, &event);
                    continue;
                }
                Done::Assigned(assigned) => {
                    self.assign(item, place, assigned, &at);
                    continue;
                }
                Done::Decided(decided, of) => (decided, of),
            };
            // The parts of one resolution were carried by one vote.
            let vote = Poll::of(&decided.how).map(|poll| match &last {
                Some((led, vote)) if Some(*led) == of => vote.clone(),
                _ => {
                    let motion = floor.settles(&decided.text, poll.majority);
                    self.vote(item, place, Poll { motion, ..poll }, &at)
                }
            });
            last = of.zip(vote.clone());
            self.decide(item, place, decided, vote, &at);
        }
        self.on_floor(floor);
    }

    fn decide(
        &mut self,
        item: &ItemId,
        place: usize,
        decided: Decided,
        vote: Option<VoteId>,
        from: &str,
    ) {
        let mover = self.named(&decided.how.mover, from);
        let seconder = self.named(&decided.how.seconder, from);
        let Some(sat) = &self.sat else { return };
        let (meeting, held) = (sat.meeting.clone(), sat.on);
        if let Some(vote) = &vote {
            self.asked(vote, &decided.how.asked, from);
        }
        let id = DecisionId::mint(self.desk.mint);
        let decision = Decision {
            bloc: decided.how.en_bloc.then(|| id.clone()),
            place: at(place),
            verb: decided.verb,
            to_whom: decided.to_whom,
            text: decided.text,
            mover,
            seconder,
            vote,
            ..Decision::blank(id, meeting, item.clone(), self.desk.mint.rank())
        };
        self.desk.file(decided.attached.beside(decision, held));
    }

    /// Whoever `who` can only be: of those who came, or of those the book has.
    pub(super) fn somebody(&self, who: &str) -> Option<PersonId> {
        // Whoever presides, and whoever holds an office that nobody else does.
        let office = fold(who.strip_prefix("the ").unwrap_or(who));
        if matches!(office.as_str(), "chair" | "chairman" | "chairperson" | "convener")
            && self.chair.is_some()
        {
            return self.chair.clone();
        }
        // "Clerk" is the one who is "Clerk & RFO".
        let holds = |post: &str| post == office || post.starts_with(&format!("{office} "));
        let mut holders = self.folk.people().iter().filter(|one| holds(&fold(&one.post)));
        if let (Some(holder), None) = (holders.next(), holders.next())
            && !office.is_empty()
        {
            return Some(holder.id.clone());
        }
        let first = |name: &str| fold(name).split(' ').next().unwrap_or_default().to_owned();
        let mut came = self.people.iter().filter(|(name, _)| {
            fold(name) == fold(who) || (!who.contains(' ') && first(name) == fold(who))
        });
        let only = match (came.next(), came.next()) {
            (Some((_, id)), None) => Some(id.clone()),
            _ => None,
        };
        let initials = only.or_else(|| self.by_initials(who));
        let known = || name::known(who, self.folk.people()).map(|person| person.id.clone());
        initials.or_else(known)
    }

    /// The one of those who came whose initials these are: "KO" is Kim Oduya.
    fn by_initials(&self, who: &str) -> Option<PersonId> {
        let letters = who.chars().all(|c| c.is_ascii_uppercase() || c == 'c');
        if !(2..=5).contains(&who.len()) || !letters {
            return None;
        }
        let initials = |name: &str| {
            let name = Name::of(name);
            let words = name.given.split_whitespace().chain(name.family.split_whitespace());
            words
                .map(|word| match word.strip_prefix("Mc").and_then(|rest| rest.chars().next()) {
                    // "JMcW" and "JM" are Jonathan McWilliam both.
                    Some(next) if who.contains("Mc") => format!("Mc{next}"),
                    _ => word.chars().take(1).collect(),
                })
                .collect::<String>()
        };
        let mut found = self.people.iter().filter(|(name, _)| initials(name) == who);
        match (found.next(), found.next()) {
            (Some((_, id)), None) => Some(id.clone()),
            _ => None,
        }
    }

    /// The same; somebody who is named and not known is told of.
    pub(super) fn named(&mut self, who: &str, from: &str) -> Option<PersonId> {
        if who.is_empty() {
            return None;
        }
        let known = self.somebody(who);
        if known.is_none() {
            let text = format!(
                "\u{201c}{who}\u{201d} is nobody who came or whom the book knows; the name is not taken in as a person's"
            );
            self.desk.report.warn(from, text);
        }
        known
    }
}

/// Whether a line labelled "Decision:" only says again what the resolution over it says.
fn is_again(text: &str, decided: &Decided, written: &Written) -> bool {
    let labelled = text.split_once(':').is_some_and(|(label, _)| fold(label) == "decision");
    let Some((place, Done::Decided(had, _), _)) = written.done.last() else { return false };
    labelled && *place == written.text.len() && fold(&had.text) == fold(&decided.text)
}

/// Puts the day that a line tells, and no more, with the action over it, which has none; the
/// day that a tracker prints goes with the last action. Whether the line is told by that.
fn due_told(text: &str, written: &mut Written) -> bool {
    let said = written.text.len();
    let last = written.done.iter_mut().rev().find_map(|(at, done, _)| match done {
        Done::Assigned(assigned) => Some((*at, assigned)),
        _ => None,
    });
    let Some((at, assigned)) = last else { return false };
    if let Some(due) = owed::tracked(text) {
        assigned.due.get_or_insert(due);
        return false;
    }
    let due = owed::due_alone(text).filter(|_| at == said && assigned.due.is_none());
    let told = due.is_some();
    assigned.due = assigned.due.take().or(due);
    told
}

/// After how many paragraphs something stands.
pub(super) fn at(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}
