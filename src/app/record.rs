//! Putting things on record, one after the other: each is read and permitted
//! against the meeting as the one before it left it.

use super::page::Page;
use super::state::{Effect, Said, State};
use crate::capture::{self, Step};
use crate::model::{Entry, ItemId};
use crate::rules;

/// Something that waits to be put on record.
#[derive(Clone, Debug)]
pub enum Pending {
    /// A capture line.
    Line {
        /// As typed.
        text: String,
        /// The item it is about.
        item: Option<ItemId>,
        /// After how many paragraphs of its minute.
        paragraph: u32,
    },
    /// A step to another item.
    Step(Step),
    /// An entry.
    Entry(Box<Entry>),
    /// Another entry of the line that the one before it came of.
    Part(Box<Entry>),
    /// Taking the last entry back.
    Undo,
    /// Putting it back.
    Redo,
}

/// Puts `pending` on record once everything before it is.
pub(super) fn submit(state: &mut State, pending: Pending) -> Vec<Effect> {
    state.waiting.push_back(pending);
    pump(state)
}

/// Sends the next thing that waits, unless one is on its way or the meeting has
/// not been read again since: what comes next rests on what was recorded.
pub(super) fn pump(state: &mut State) -> Vec<Effect> {
    if let Some(why) = state.book.as_ref().and_then(|book| book.read_only.clone()) {
        if !state.waiting.is_empty() {
            state.waiting.clear();
            state.say(Said::Refused(format!("Nothing was recorded: {why}")));
        }
        return Vec::new();
    }
    while !state.is_behind() {
        let Some(next) = state.waiting.pop_front() else { break };
        if let Pending::Undo | Pending::Redo = next {
            state.foot.saving = true;
            return vec![if matches!(next, Pending::Undo) { Effect::Undo } else { Effect::Redo }];
        }
        match entries(state, &next) {
            Ok(entries) => {
                for (nth, entry) in entries.into_iter().enumerate().rev() {
                    let entry = Box::new(entry);
                    let pending =
                        if nth == 0 { Pending::Entry(entry) } else { Pending::Part(entry) };
                    state.waiting.push_front(pending);
                }
            }
            Err(Some(permitted)) => {
                state.foot.saving = true;
                return vec![Effect::Record(permitted, state.mint.minted())];
            }
            Err(None) => {
                drop_waiting(state);
                let unsaved = std::mem::take(&mut state.unsaved);
                super::typing::give_back(state, unsaved);
            }
        }
    }
    Vec::new()
}

/// Lets go of what waits. The first line among it can still be given back.
pub(super) fn drop_waiting(state: &mut State) {
    for pending in state.waiting.drain(..) {
        if let Pending::Line { text, .. } = pending {
            state.unsaved.line.get_or_insert(text);
        }
    }
}

/// The entries a pending thing comes to; or, for an entry, the permit to record
/// it; or nothing, when it is refused and the clerk has been told.
fn entries(state: &mut State, next: &Pending) -> Result<Vec<Entry>, Option<Box<rules::Permitted>>> {
    // What is filed from a page is an officer's note, which is under no meeting.
    if let Pending::Entry(entry) = next
        && matches!(**entry, Entry::Filed { .. })
    {
        return Err(permitted(state, rules::admit((**entry).clone(), &[])));
    }
    let Some(sitting) = state.sitting.as_deref() else {
        state.say(Said::Refused("No meeting is open.".into()));
        return Err(None);
    };
    let now = state.now;
    let read = match next {
        Pending::Entry(entry) | Pending::Part(entry) => {
            let part = matches!(next, Pending::Part(_));
            let read = rules::permit(sitting, (**entry).clone());
            let read = if part { read.map(rules::Permitted::going_on) } else { read };
            return Err(permitted(state, read));
        }
        Pending::Undo | Pending::Redo => return Ok(Vec::new()),
        Pending::Line { text, item, paragraph } => {
            let place = capture::Place { sitting, item: item.as_ref(), paragraph: *paragraph, now };
            let read = capture::read(text, &place, &mut state.mint);
            state.unsaved.line = Some(text.clone());
            read
        }
        Pending::Step(step) => {
            let chosen = match &state.page {
                Page::Meeting(page) => page.item(sitting).map(|item| item.id.clone()),
                _ => None,
            };
            let place = capture::Place { sitting, item: chosen.as_ref(), paragraph: 0, now };
            capture::step(&place, step, &mut state.mint)
        }
    };
    match read {
        // What a line only asks for is told, and nothing is put on record.
        Ok(reading) if reading.entries.is_empty() => {
            state.say(Said::Done(reading.preview));
            Err(None)
        }
        Ok(reading) => match rules::foresee(sitting, &reading.entries) {
            Ok(()) => Ok(reading.entries),
            Err(refusal) => {
                state.say(Said::Refused(refusal.in_full()));
                Err(None)
            }
        },
        Err(unclear) => {
            let said = unclear.in_full(sitting);
            state.say(Said::Refused(said));
            Err(None)
        }
    }
}

/// A permit, or nothing where it was refused and the clerk has been told.
fn permitted(
    state: &mut State,
    read: Result<rules::Permitted, rules::Refusal>,
) -> Option<Box<rules::Permitted>> {
    match read {
        Ok(permitted) => Some(Box::new(permitted)),
        Err(refusal) => {
            state.say(Said::Refused(refusal.in_full()));
            None
        }
    }
}
