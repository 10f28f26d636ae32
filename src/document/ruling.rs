//! Decisions, as resolutions set apart from the talk.

use super::block::{Block, Limb};
use super::english::{because, clause, line, sentence, several};
use super::scribe::Scribe;
use crate::model::{Correction, Decision, Item, ItemStatus, MeetingKind, Method, Verb, Vote, day};
use crate::rules::sentence::{list, towards};
use crate::rules::{number, room};

/// A decision put into words, not yet joined to those beside it.
pub(super) struct Ruling {
    /// "RECOMMENDED to Cabinet (unanimously):". Those alike are joined.
    lead: String,
    letter: String,
    /// Without its stop.
    text: String,
    tail: Vec<String>,
    /// What stands under it: corrections, the names in a recorded vote.
    under: Vec<Block>,
}

impl Scribe<'_> {
    /// Puts `decision` into words.
    pub(super) fn ruling(&self, item: &Item, decision: &Decision) -> Ruling {
        let vote = decision.vote.as_ref().and_then(|id| self.sitting.vote(id));
        let (text, mut under) = self.settled(item, decision);
        // The corrections that it is subject to come first.
        let corrected = !under.is_empty();
        if let Some(vote) = vote.filter(|_| corrected) {
            under.extend(self.on_request(vote).into_iter().map(Block::Para));
        }
        if let Some(vote) = vote {
            let names = self.recorded(vote);
            if !names.is_empty() {
                under.push(Block::Para(self.word("vote.recorded")));
                under.push(Block::List(names));
            }
        }
        let letter = number::letter_of(self.sitting, decision);
        // One of several says what it is of.
        let bare = text.is_empty() && letter.is_some();
        let text = if bare { self.word("verb.bare") } else { text };
        Ruling {
            lead: self.lead(item, decision, vote),
            letter: letter.map(|letter| format!("({letter})")).unwrap_or_default(),
            text,
            tail: self.tail(decision, vote.filter(|_| !corrected)),
            under,
        }
    }

    /// The words of what was decided, and what stands under them.
    fn settled(&self, item: &Item, decision: &Decision) -> (String, Vec<Block>) {
        let own = line(&decision.text);
        let words = match () {
            () if !own.is_empty() => own,
            () if decision.as_recommended => line(&item.recommendation),
            () => String::new(),
        };
        let text = match decision.verb {
            Verb::Resolved | Verb::Agreed | Verb::Recommended => {
                let text = clause(&words).0;
                if text.is_empty() { self.standing_resolution(item) } else { text }
            }
            _ => words.trim_end_matches('.').to_owned(),
        };
        self.with_corrections(item, decision, text)
    }

    /// The decision that a correction goes with: the one about the minutes it is of, by
    /// their day, or the first under the item that is about any.
    pub(super) fn carrier<'s>(
        &'s self,
        item: &Item,
        correction: &Correction,
    ) -> Option<&'s Decision> {
        let of = self.sitting.neighbours.earlier(&correction.of).map(|of| day::plain(of.date));
        let named = |decision: &&Decision| of.as_ref().is_some_and(|of| decision.text.contains(of));
        let about = |decision: &&Decision| {
            const WORDS: [&str; 6] = ["minutes", "notes", "record", "signed", "approv", "correct"];
            let text = decision.text.to_lowercase();
            decision.verb.is_limb()
                && (text.is_empty() || WORDS.iter().any(|word| text.contains(word)))
        };
        let under = |decision: &&Decision| decision.item == item.id;
        let decided: Vec<&'s Decision> = self.sitting.decisions.iter().filter(under).collect();
        let carrier = decided.iter().copied().find(|decision| named(decision) && about(decision));
        carrier.or_else(|| decided.iter().copied().find(about))
    }

    fn with_corrections(
        &self,
        item: &Item,
        decision: &Decision,
        text: String,
    ) -> (String, Vec<Block>) {
        let corrections = self.corrections(item, |correction| {
            self.carrier(item, correction).is_some_and(|carrier| carrier.id == decision.id)
        });
        let key = match corrections.len() {
            0 => return (text, Vec::new()),
            1 => "minutes.subject_one",
            _ => "minutes.subject_many",
        };
        let text = text.split(", subject to ").next().unwrap_or_default();
        (self.say(key, &[("text", text)]), vec![Block::List(corrections)])
    }

    fn lead(&self, item: &Item, decision: &Decision, vote: Option<&Vote>) -> String {
        let whom = decision.to_whom.trim();
        let whom = whom.strip_prefix("to ").unwrap_or(whom);
        let whom = match (whom, decision.verb) {
            ("", Verb::Deferred) => item.deferred_to.as_str(),
            _ => whom,
        };
        let to = if whom.is_empty() {
            String::new()
        } else {
            self.say("verb.to", &[("whom", &towards(whom))])
        };
        let mut how = Vec::new();
        if decision.bloc.is_some() {
            how.push(self.word("how.en_bloc"));
        }
        if self.motion_behind(decision).is_none() {
            how.extend(self.moved_by(decision));
        }
        how.extend(vote.and_then(|vote| self.carried_by(vote)));
        let how = if how.is_empty() {
            String::new()
        } else {
            self.say("verb.how", &[("how", &how.join(", "))])
        };
        // Too few decide nothing: what they put off stands over.
        let quorum = room::quorum_before(self.sitting, decision.rank, Some(&decision.item));
        let informal = self.sitting.meeting.kind == MeetingKind::Inquorate;
        let few = informal || item.started_at.is_some() && !quorum.is_met();
        let stands_over = decision.verb == Verb::Deferred && few;
        let verb = || format!("verb.{}", decision.verb.word());
        let key = if stands_over { "verb.stood_over".to_owned() } else { verb() };
        self.say(&key, &[("to", &to), ("how", &how)])
    }

    fn moved_by(&self, decision: &Decision) -> Option<String> {
        let mover = self.name(decision.mover.as_ref()?);
        Some(match decision.seconder.as_ref() {
            Some(seconder) => {
                self.say("how.moved", &[("mover", &mover), ("seconder", &self.name(seconder))])
            }
            None => self.say("how.moved_alone", &[("mover", &mover)]),
        })
    }

    /// "by 5 votes to 1, with 1 abstention"; nothing where no count was taken.
    fn carried_by(&self, vote: &Vote) -> Option<String> {
        if vote.method == Method::Unanimous {
            return Some(self.word("how.unanimous"));
        }
        if vote.method == Method::Consensus {
            return Some(self.word("how.consent"));
        }
        if vote.total() == 0 {
            return None;
        }
        let count = self.counted_by(vote);
        Some(match self.needed(vote) {
            None => count,
            Some(needed) => self.say("how.needing", &[("count", &count), ("needed", &needed)]),
        })
    }

    fn counted_by(&self, vote: &Vote) -> String {
        // Of how many might have voted minutes kept elsewhere say nothing.
        let whole = vote.entitled.is_some() && vote.silent() == 0;
        if vote.against == 0 && vote.abstained == 0 && whole {
            return self.word("how.unanimous");
        }
        let (yes, no) = (several(vote.in_favour, "vote"), vote.against.to_string());
        let abstained = several(vote.abstained, "abstention");
        let key = if vote.abstained == 0 { "how.counted" } else { "how.abstentions" };
        let count = self.say(key, &[("for", &yes), ("against", &no), ("abstained", &abstained)]);
        match vote.casting {
            Some(_) => self.say("how.casting", &[("count", &count)]),
            None => count,
        }
    }

    fn tail(&self, decision: &Decision, vote: Option<&Vote>) -> Vec<String> {
        let mut tail = vote.map(|vote| self.on_request(vote)).unwrap_or_default();
        for (key, text) in
            [("verb.reasons", &decision.reasons), ("verb.alternatives", &decision.alternatives)]
        {
            let text = line(text);
            if !text.is_empty() {
                tail.push(sentence(&self.say(key, &[("text", &text)])));
            }
        }
        let at_once = line(&decision.at_once);
        if !at_once.is_empty() {
            tail.push(sentence(&self.say("verb.at_once", &[("text", &at_once)])));
        }
        let effective = decision.effective_on.filter(|_| at_once.is_empty());
        for (key, day) in [("verb.effective", effective), ("verb.reply", decision.reply_by)] {
            if let Some(day) = day {
                tail.push(self.say(key, &[("day", &day::plain(day))]));
            }
        }
        tail
    }

    /// How an item that was put off, withdrawn or dropped ends, unless a decision
    /// says so.
    pub(super) fn set_aside(&self, item: &Item) -> Option<Block> {
        let verb = |verb| self.sitting.decisions_on(&item.id).any(|d| d.verb == verb);
        let lead = match item.status {
            ItemStatus::Deferred if verb(Verb::Deferred) => return None,
            ItemStatus::Withdrawn if verb(Verb::Withdrawn) => return None,
            ItemStatus::Deferred if item.deferred_to.is_empty() => self.word("item.deferred"),
            ItemStatus::Deferred => {
                self.say("item.deferred_to", &[("when", &towards(&item.deferred_to))])
            }
            ItemStatus::Withdrawn => self.word("item.withdrawn"),
            ItemStatus::Dropped => self.word("item.dropped"),
            _ => return None,
        };
        Some(put_off(&lead, &item.why))
    }
}

/// "DEFERRED to 8 September 2026, the survey being incomplete."
fn put_off(lead: &str, why: &str) -> Block {
    let why = line(why);
    if why.is_empty() {
        return Block::Resolution { lead: format!("{lead}."), limbs: vec![], tail: String::new() };
    }
    let limb = Limb { letter: String::new(), text: sentence(&because(&why)) };
    Block::Resolution { lead: format!("{lead},"), limbs: vec![limb], tail: String::new() }
}

/// Joins rulings that stand together into resolutions: those under one verb
/// become its limbs.
pub(super) fn join(rulings: Vec<Ruling>) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut rulings = rulings.into_iter().peekable();
    while let Some(first) = rulings.next() {
        let mut group = vec![first];
        while let Some(next) = rulings.next_if(|next| alike(&group, next)) {
            group.push(next);
        }
        blocks.extend(resolution(group));
    }
    blocks
}

fn alike(group: &[Ruling], next: &Ruling) -> bool {
    group.last().is_some_and(|last| {
        // What stands under all of them stands there once.
        let under = last.under.is_empty() || last.under == next.under;
        last.lead == next.lead && under && last.lead.ends_with(':')
    })
}

/// What is said at the end of a resolution, once each: what goes for some limbs and not
/// for all is said with their letters, and first, so that the rest goes for all of them.
fn tails(group: &[Ruling]) -> Vec<String> {
    let (mut some, mut every): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
    let mut done: Vec<&String> = Vec::new();
    for said in group.iter().flat_map(|ruling| &ruling.tail) {
        if done.contains(&said) {
            continue;
        }
        done.push(said);
        let of = group.iter().filter(|ruling| ruling.tail.contains(said));
        let letters: Vec<String> = of.map(|ruling| ruling.letter.clone()).collect();
        let all = letters.len() == group.len() || letters.iter().any(String::is_empty);
        if all {
            every.push(said.clone());
        } else {
            some.push(format!("{} {said}", list(&letters)));
        }
    }
    some.extend(every);
    some
}

fn resolution(group: Vec<Ruling>) -> Vec<Block> {
    let (mut under, mut limbs) = (Vec::new(), Vec::new());
    let mut last = Vec::new();
    let tail = tails(&group);
    let mut lead = String::new();
    let count = group.len();
    for (at, ruling) in group.into_iter().enumerate() {
        if !ruling.lead.ends_with(':') {
            under.push(put_off(&ruling.lead, &ruling.text));
            under.extend(ruling.under);
            continue;
        }
        lead = ruling.lead;
        if !ruling.text.is_empty() {
            let text =
                if at + 1 < count { format!("{};", ruling.text) } else { sentence(&ruling.text) };
            limbs.push(Limb { letter: ruling.letter, text });
        }
        if ruling.under != last {
            under.extend(ruling.under.clone());
        }
        last = ruling.under;
    }
    if lead.is_empty() {
        return under;
    }
    if limbs.is_empty() {
        lead = format!("{}.", lead.trim_end_matches(':'));
    }
    let mut blocks = vec![Block::Resolution { lead, limbs, tail: tail.join(" ") }];
    blocks.extend(under);
    blocks
}
