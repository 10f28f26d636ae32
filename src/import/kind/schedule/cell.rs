//! The points and responses that a cell, or a run of list items, holds.

use super::super::super::paper::{Block, Role};
use super::super::super::words::due::Due;
use super::super::super::words::name::is_initial;
use super::super::super::words::nothing::is_nothing;
use super::own::Own;
use super::word;
use crate::model::Section;

/// One point or response, as found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Said {
    /// In which half, where it is a point and the paper says.
    pub(super) section: Option<Section>,
    /// What it says.
    pub(super) text: String,
    /// Where.
    pub(super) place: String,
    /// Who answers, where a column beside it says so.
    pub(super) owner: String,
    /// By when, where a column beside it says so.
    pub(super) due: Option<Due>,
    /// What a schedule of our own prints beside it.
    pub(super) own: Option<Own>,
}

/// Reads blocks into points or responses, keeping the half they stand in.
#[derive(Debug, Default)]
pub(super) struct Pile {
    /// The half being read.
    pub(super) section: Option<Section>,
    /// What has been found.
    pub(super) said: Vec<Said>,
    /// The level at which this half's points stand.
    base: Option<u8>,
    /// The level of the last block, to see what stands under what.
    fresh: bool,
    /// Whether it says that nothing is wanted.
    pub(super) nothing: bool,
}

impl Pile {
    /// Goes on in another half, or afresh.
    pub(super) fn turn(&mut self, section: Option<Section>) {
        self.section = section;
        self.base = None;
        self.fresh = true;
    }

    /// Reads `blocks`; `headed` if words such as "Outcomes" head parts of them.
    pub(super) fn read(&mut self, blocks: &[Block], headed: bool) {
        let blocks: Vec<Block> = blocks.iter().map(|block| initialled(block, blocks)).collect();
        for (at, block) in blocks.iter().enumerate() {
            let inline = blocks.get(at + 1).is_some_and(|next| next.nth == block.nth);
            if headed
                && inline
                && let Some((text, section)) = self.closing(&block.flat())
            {
                self.block(block, &text, headed);
                self.turn(Some(section));
                continue;
            }
            let loose = block.role == Role::Line && block.text.contains('\n');
            if loose {
                self.lines(block, headed);
            } else {
                self.block(block, &block.flat(), headed);
            }
        }
    }

    /// A point that runs into the heading of the other half, as it does where a
    /// cell was pasted on one line: "… cleaner. Partnership working • …".
    fn closing(&self, text: &str) -> Option<(String, Section)> {
        let at =
            text.rfind(" Partnership working").or_else(|| text.rfind(" Partnership Working"))?;
        let (point, heading) = text.split_at(at);
        let section = word::section(heading).filter(|section| self.section != Some(*section))?;
        (!point.trim().is_empty()).then(|| (point.trim().to_owned(), section))
    }

    /// The lines of one paragraph: each its own, unless it goes on from the
    /// one before.
    fn lines(&mut self, block: &Block, headed: bool) {
        let mut whole = String::new();
        for line in block.text.split('\n') {
            let starts = whole.is_empty() || !line.starts_with(char::is_lowercase);
            if starts && !whole.is_empty() {
                self.block(block, &whole, headed);
                whole.clear();
            }
            if !whole.is_empty() {
                whole.push(' ');
            }
            whole.push_str(line);
        }
        self.block(block, &whole, headed);
    }

    fn block(&mut self, block: &Block, text: &str, headed: bool) {
        let mut text = text.trim();
        if text.is_empty() || is_nothing(text) {
            self.nothing |= is_answer(text);
            return;
        }
        if headed {
            if let Some(section) = word::section(text.trim_end_matches(':')) {
                return self.turn(Some(section));
            }
            if let Some((section, rest)) = word::opening(text) {
                self.turn(Some(section));
                text = rest;
            }
        }
        let under = self.base.is_some_and(|base| block.level > base) && block.role == Role::Item;
        match self.said.last_mut() {
            Some(last) if under && !self.fresh => {
                last.text.push_str("\n\u{2013} ");
                last.text.push_str(text);
            }
            _ => {
                self.base = Some(self.base.map_or(block.level, |base| base.min(block.level)));
                self.said.push(Said {
                    section: self.section,
                    text: text.to_owned(),
                    place: block.place.clone(),
                    ..Said::default()
                });
            }
        }
        self.fresh = false;
    }
}

/// Whether `text` says that no answer is wanted, and is no empty cell.
fn is_answer(text: &str) -> bool {
    let folded = text.to_lowercase();
    ["required", "needed"].iter().any(|word| folded.contains(word))
}

/// `block` with the initial it begins with put back before its words, where that was taken
/// for the letter of a list: "A. Quist left". A list has more than one letter.
fn initialled(block: &Block, cell: &[Block]) -> Block {
    let alone = cell.iter().filter(|block| !block.marker.is_empty()).count() == 1;
    let named = block.text.starts_with(char::is_uppercase) && is_initial(&block.marker);
    if !(alone && named) {
        return block.clone();
    }
    let text = format!("{} {}", block.marker, block.text);
    Block { role: Role::Line, marker: String::new(), text, ..block.clone() }
}
