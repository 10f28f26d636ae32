//! The minute of one item: what was said, with everything that happened where it
//! happened.

use chrono::NaiveDate;

use super::Audience;
use super::block::Block;
use super::english::{line, paragraphs, sentence};
use super::fold::{Piece, fold};
use super::scribe::Scribe;
use crate::model::{
    ActionStatus, Item, ItemId, ItemStatus, Motion, MotionId, MotionKind, PlanEntry, Update, Vote,
    day,
};
use crate::rules::sentence::paragraphs_in_words;
use crate::rules::{number, room};

/// A piece of a minute, after how many paragraphs it stands, and its rank.
pub(super) type Placed = (u32, i64, Piece);

/// When something is due, as a sentence names it: its day, or what was said for one.
fn due_day(due: Option<NaiveDate>, said: &str) -> String {
    match due {
        Some(due) => day::plain(due),
        None if said.starts_with("next ") => format!("the {said}"),
        None => said.to_owned(),
    }
}

impl Scribe<'_> {
    /// The whole minute of `item`, without its heading.
    pub(super) fn minute(&self, item: &Item) -> Vec<Block> {
        let minute = self.sitting.minute(&item.id);
        let summary = paragraphs(minute.map_or("", |minute| minute.summary.as_str()));
        if !item.exempt.is_open() && self.sitting.audience() == Audience::Public {
            let mut told: Vec<Block> =
                summary.iter().map(|text| Block::Para(sentence(text))).collect();
            // That there was no time for it tells nothing of it.
            if told.is_empty() && item.status == ItemStatus::Dropped {
                let why = String::new();
                told.extend(self.set_aside(&Item { why, ..item.clone() }));
            }
            if told.is_empty() {
                let named = item.exempt.is_unnamed() || room::is_excluded_from(self.sitting, item);
                let out = named && room::was_public_out(self.sitting, item);
                let word = if out { "item.silent" } else { "item.withheld" };
                told.push(Block::Para(self.word(word)));
            }
            // That the meeting broke off is no secret of any item's.
            let breaks = self.breaks(item).into_iter().map(|(.., piece)| piece).collect();
            told.extend(fold(self.phrases, breaks));
            return told;
        }
        let mut blocks = Vec::new();
        if !item.exempt.is_open() {
            let under = paragraphs_in_words(&item.exempt);
            blocks.push(Block::Aside(self.say("item.exempt", &[("paragraphs", &under)])));
            let balance = line(&item.balance);
            if !balance.is_empty() {
                let text = balance.trim_end_matches('.');
                blocks.push(Block::Aside(self.say("item.balance", &[("text", text)])));
            }
        }
        if !item.urgent_reason.is_empty() {
            let reason = item.urgent_reason.trim().trim_end_matches('.');
            blocks.push(Block::Aside(self.say("item.urgent", &[("reason", reason)])));
        }
        blocks.extend(self.opening(item));
        blocks.extend(fold(self.phrases, self.pieces(item)));
        blocks.extend(self.set_aside(item));
        if !item.exempt.is_open() {
            blocks.extend(
                summary.iter().map(|t| Block::Para(self.say("item.summary", &[("text", t)]))),
            );
        }
        blocks
    }

    /// Everything that happened, in order: the narrative, with each thing after
    /// the paragraph it was recorded after.
    fn pieces(&self, item: &Item) -> Vec<Piece> {
        let narrative = paragraphs(self.sitting.text_of(&item.id));
        let mut happened = self.happened(item);
        for (place, rank, piece) in &mut happened {
            if matches!(piece, Piece::Speech(..) | Piece::Ruling(_)) {
                *place = self.sitting.told_after(&item.id, *place, *rank);
            }
        }
        happened.sort_by_key(|(place, rank, _)| (*place, *rank));
        let mut happened = happened.into_iter().peekable();
        let mut pieces = Vec::new();
        for (after, paragraph) in (1u32..).zip(narrative) {
            while let Some((.., piece)) = happened.next_if(|(place, ..)| *place < after) {
                pieces.push(piece);
            }
            pieces.push(Piece::Para(paragraph));
        }
        pieces.extend(happened.map(|(.., piece)| piece));
        pieces
    }

    fn happened(&self, item: &Item) -> Vec<Placed> {
        let sitting = self.sitting;
        let mut all = Vec::new();
        for motion in sitting.motions.iter().filter(|m| m.item == item.id) {
            let speech = |said| Piece::Speech(motion.id.clone(), said);
            all.push((motion.place, motion.rank, speech(self.moved(motion))));
        }
        for vote in sitting.votes.iter().filter(|v| v.item == item.id) {
            all.extend(self.voted(vote).into_iter().map(|piece| (vote.place, vote.rank, piece)));
        }
        // What became of a motion is told after what became of its amendments.
        let (amendments, motions): (Vec<&Motion>, Vec<&Motion>) = sitting
            .motions
            .iter()
            .filter(|m| m.item == item.id)
            .partition(|m| m.kind == MotionKind::Amendment);
        for motion in amendments.into_iter().chain(motions) {
            let fate = self.fate(motion);
            let put = sitting.votes.iter().any(|v| v.motion.as_ref() == Some(&motion.id));
            if !fate.is_empty() && !put {
                let (place, rank) = self.last_of(motion);
                all.push((place, rank, Piece::Speech(motion.id.clone(), fate)));
            }
        }
        for decision in sitting.decisions_on(&item.id) {
            all.push((decision.place, decision.rank, Piece::Ruling(self.ruling(item, decision))));
        }
        for action in sitting.actions_on(&item.id) {
            let block = self.given(action, self.due(action));
            all.push((action.place, action.rank, Piece::Action(block)));
        }
        for update in sitting.updates.iter().filter(|u| self.reported_on(u) == Some(&item.id)) {
            let said = self.reported(update).map(Piece::Para);
            all.extend(said.map(|piece| (u32::MAX, update.rank, piece)));
        }
        for (_, plan) in sitting.promises.iter().filter(|(on, _)| *on == item.id) {
            let place = self.place_before(plan.rank, item);
            all.push((place, plan.rank, Piece::Para(self.promised(plan))));
        }
        all.extend(self.stirs(item));
        all
    }

    /// What somebody undertook to bring back.
    fn promised(&self, plan: &PlanEntry) -> String {
        let day = due_day(plan.due, &plan.due_text);
        let what = line(&plan.topic);
        let by = if day.is_empty() { day } else { self.say("item.promised_by", &[("day", &day)]) };
        let facts = [("who", &*plan.wanted_by), ("what", what.trim_end_matches('.')), ("by", &by)];
        let key = if plan.wanted_by.is_empty() { "item.promised_alone" } else { "item.promised" };
        self.say(key, &facts)
    }

    /// Under which item it was told how far an action has gone: the one taken last
    /// before it, at this meeting.
    fn reported_on(&self, update: &Update) -> Option<&ItemId> {
        let here = update.meeting.as_ref() == Some(&self.sitting.meeting.id);
        // It bears the number of the minute it was made under, where that has one.
        let numbered = number::item_told_under(self.sitting, &update.by);
        if let Some(item) = numbered.filter(|_| here) {
            return Some(&item.id);
        }
        let taken = self.sitting.items.iter().filter(|i| i.taken.is_some_and(|t| t < update.rank));
        taken.max_by_key(|item| item.taken).map(|item| &item.id).filter(|_| here)
    }

    /// How far an action has gone, in a sentence: one of an earlier meeting, or of this one
    /// since it gave it.
    fn reported(&self, update: &Update) -> Option<String> {
        let mut known = self.sitting.outstanding.iter().chain(&self.sitting.actions);
        let action = known.find(|a| a.id == update.action)?;
        let (reference, owner) = (action.reference(), self.accountable(action));
        let said = line(&update.text);
        let altered = update.moves();
        // Of one that goes on there is nothing to tell but what was said.
        if said.is_empty() && update.status.is_live() && !altered {
            return None;
        }
        let said =
            if said.is_empty() { said } else { self.say("reported.said", &[("text", &said)]) };
        let key = match update.status {
            ActionStatus::Complete => "reported.complete",
            ActionStatus::Confirmed => "reported.confirmed",
            ActionStatus::Cancelled => "reported.cancelled",
            ActionStatus::Superseded => "reported.superseded",
            _ if altered => "reported.due",
            _ => "reported.progress",
        };
        let day = due_day(update.due, &update.due_text);
        let facts = [("reference", &*reference), ("owner", &owner), ("day", &day), ("said", &said)];
        Some(sentence(&self.say(key, &facts)))
    }

    /// What there is to say of `vote` that no decision says.
    fn voted(&self, vote: &Vote) -> Vec<Piece> {
        let decided = self.sitting.decisions.iter().any(|d| d.vote.as_ref() == Some(&vote.id));
        let motion = vote.motion.as_ref().and_then(|id| self.motion(id));
        let mut said: Vec<String> = motion.map(|m| self.vote_on(vote, m)).into_iter().collect();
        if !decided {
            if motion.is_none() {
                said.push(self.vote_alone(vote));
            }
            said.extend(self.on_request(vote));
        }
        let mut pieces = Vec::new();
        if !said.is_empty() {
            let said = said.join(" ");
            pieces.push(match motion {
                Some(motion) => Piece::Speech(motion.id.clone(), said),
                None => Piece::Para(said),
            });
        }
        let names = if decided { vec![] } else { self.recorded(vote) };
        if !names.is_empty() {
            let lead = Block::Para(self.word("vote.recorded"));
            pieces.push(Piece::Blocks(vec![lead, Block::List(names)]));
        }
        pieces
    }

    /// Where the last thing about `motion` stands: itself, its amendments, how to go on with
    /// it and the votes on them.
    fn last_of(&self, motion: &Motion) -> (u32, i64) {
        // What was moved of the procedure before the next motion was about this one.
        let mut others = self.sitting.motions.iter().filter(|m| m.item == motion.item);
        let next = others.find(|m| m.kind == MotionKind::Original && m.rank > motion.rank);
        let next = next.map_or(i64::MAX, |next| next.rank);
        let procedure = |other: &Motion| {
            other.kind == MotionKind::Procedural
                && other.item == motion.item
                && (motion.rank..next).contains(&other.rank)
        };
        let about = |id: &MotionId| {
            let is = |other: &Motion| other.of.as_ref() == Some(&motion.id) || procedure(other);
            *id == motion.id || self.motion(id).is_some_and(is)
        };
        let motions =
            self.sitting.motions.iter().filter(|m| about(&m.id)).map(|m| (m.place, m.rank));
        let votes = self.sitting.votes.iter();
        let votes =
            votes.filter(|v| v.motion.as_ref().is_some_and(about)).map(|v| (v.place, v.rank));
        motions.chain(votes).max().unwrap_or((motion.place, motion.rank))
    }

    /// After how many paragraphs a promise stands: at the end, and before whatever was
    /// recorded after it.
    fn place_before(&self, rank: i64, item: &Item) -> u32 {
        let later = self.placed(item).into_iter().filter(|(later, _)| *later > rank);
        later.map(|(_, place)| place).min().unwrap_or(u32::MAX)
    }

    /// The ranks of what was recorded under `item`, and after how many paragraphs each.
    pub(super) fn placed(&self, item: &Item) -> Vec<(i64, u32)> {
        let sitting = self.sitting;
        let decisions = sitting.decisions_on(&item.id).map(|d| (d.rank, d.place));
        let actions = sitting.actions_on(&item.id).map(|a| (a.rank, a.place));
        let motions =
            sitting.motions.iter().filter(|m| m.item == item.id).map(|m| (m.rank, m.place));
        let here = |on: &Option<ItemId>| on.as_ref() == Some(&item.id);
        let moved = sitting.movements.iter().filter(|m| here(&m.item)).map(|m| (m.rank, m.place));
        let breaks =
            sitting.adjournments.iter().filter(|a| here(&a.item)).map(|a| (a.rank, a.place));
        decisions.chain(actions).chain(motions).chain(moved).chain(breaks).collect()
    }
}
