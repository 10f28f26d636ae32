//! The pieces of a minute, with those that belong together joined.

use std::mem;

use super::block::Block;
use super::phrase::Phrases;
use super::ruling::{Ruling, join};
use crate::model::MotionId;
use crate::rules::sentence::{capital, list};

/// Something that happened during an item.
pub(super) enum Piece {
    Para(String),
    /// Reported speech about one motion; what follows on the same is joined.
    Speech(MotionId, String),
    /// Somebody came or went, or took the chair; or the meeting broke off.
    Stir(Stir),
    Ruling(Ruling),
    Action(Block),
    Blocks(Vec<Block>),
}

/// A coming, a going or a change of the chair.
pub(super) struct Stir {
    pub(super) time: String,
    /// The phrase for it.
    pub(super) key: &'static str,
    /// Who; several who did the same at the same time are joined.
    pub(super) names: Vec<String>,
    pub(super) why: String,
}

/// Joins `pieces` into blocks: speech on one motion becomes one paragraph,
/// comings and goings one remark, and decisions side by side one resolution with
/// the actions after it.
pub(super) fn fold(phrases: &Phrases, pieces: Vec<Piece>) -> Vec<Block> {
    let mut fold = Fold {
        phrases,
        blocks: vec![],
        rulings: vec![],
        actions: vec![],
        speech: None,
        stirs: vec![],
    };
    for piece in pieces {
        fold.make_way_for(&piece);
        fold.add(piece);
    }
    fold.end_speech();
    fold.end_stirs();
    fold.end_rulings();
    fold.blocks
}

struct Fold<'a> {
    phrases: &'a Phrases,
    blocks: Vec<Block>,
    rulings: Vec<Ruling>,
    actions: Vec<Block>,
    speech: Option<(MotionId, String)>,
    stirs: Vec<Stir>,
}

impl Fold<'_> {
    /// Ends whatever `piece` does not go on.
    fn make_way_for(&mut self, piece: &Piece) {
        let goes_on = match (piece, &self.speech) {
            (Piece::Speech(id, _), Some((motion, _))) => id == motion,
            _ => false,
        };
        if !goes_on {
            self.end_speech();
        }
        if !matches!(piece, Piece::Stir(_)) {
            self.end_stirs();
        }
        if !matches!(piece, Piece::Ruling(_) | Piece::Action(_)) {
            self.end_rulings();
        }
    }

    fn add(&mut self, piece: Piece) {
        match piece {
            Piece::Para(text) => self.blocks.push(Block::Para(text)),
            Piece::Speech(id, text) => match &mut self.speech {
                Some((_, said)) => *said = format!("{said} {text}"),
                None => self.speech = Some((id, text)),
            },
            Piece::Stir(stir) => match self.stirs.last_mut() {
                Some(last)
                    if (&last.time, last.key, &last.why) == (&stir.time, stir.key, &stir.why) =>
                {
                    last.names.extend(stir.names);
                }
                _ => self.stirs.push(stir),
            },
            Piece::Ruling(ruling) => self.rulings.push(ruling),
            Piece::Action(block) => self.actions.push(block),
            Piece::Blocks(blocks) => self.blocks.extend(blocks),
        }
    }

    fn end_speech(&mut self) {
        self.blocks.extend(self.speech.take().map(|(_, said)| Block::Para(said)));
    }

    fn end_rulings(&mut self) {
        self.blocks.extend(join(mem::take(&mut self.rulings)));
        self.blocks.append(&mut self.actions);
    }

    /// "(11.18 am: Councillor Farrow returned. 11.20 am: Councillor Hesketh left.)"
    fn end_stirs(&mut self) {
        let said: Vec<String> = mem::take(&mut self.stirs)
            .into_iter()
            .map(|stir| {
                let what = self.phrases.say(stir.key, &[("names", &list(&stir.names))]);
                let key = match (stir.time.is_empty(), stir.why.is_empty()) {
                    (false, true) => "move.at",
                    (false, false) => "move.why",
                    (true, true) => "move.untimed",
                    (true, false) => "move.untimed_why",
                };
                let what = if stir.time.is_empty() { capital(&what) } else { what };
                let values = [("time", &*stir.time), ("what", &what), ("reason", &stir.why)];
                self.phrases.say(key, &values)
            })
            .collect();
        if !said.is_empty() {
            self.blocks.push(Block::Aside(format!("({})", said.join(" "))));
        }
    }
}
