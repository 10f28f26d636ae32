//! The clerk's desk: what keys do on a meeting.

use super::command::Command;
use super::editor::Editor;
use super::key::{Code, Key};
use super::movement::set_focus;
use super::over::Over;
use super::page::Page;
use super::page::meeting::{LineField, MeetingPage, Preview};
use super::record::{Pending, submit};
use super::screen::Part;
use super::state::{Effect, Said, State};
use super::unfinished;
use crate::capture::{self, Step};
use crate::model::day::Stamp;
use crate::model::{Gap, Item, ItemId, MeetingStatus, Sitting};
use crate::rules::{self, gap};

/// Takes in the meeting as it now stands. When another item has been taken up,
/// the agenda follows it.
pub(super) fn read(state: &mut State, sitting: Box<Sitting>) {
    let current = |sitting: &Sitting| sitting.current().map(|item| item.id.clone());
    let same =
        state.sitting.as_deref().is_some_and(|before| before.meeting.id == sitting.meeting.id);
    let moved = state.sitting.as_deref().and_then(current) != current(&sitting);
    match &mut state.page {
        Page::Meeting(page) if same => {
            if moved
                && let Some(at) =
                    sitting.items.iter().position(|i| Some(&i.id) == current(&sitting).as_ref())
            {
                page.chosen = at;
                page.scroll = [0; 3];
            } else if let Some(item) = page.item(&sitting)
                && state
                    .sitting
                    .as_deref()
                    .is_some_and(|before| recorded(before, &item.id) < recorded(&sitting, &item.id))
            {
                // What was just recorded stands at the end.
                page.scroll[0] = usize::MAX;
            }
            page.chosen = page.chosen.min(sitting.items.len().saturating_sub(1));
            state.sitting = Some(sitting);
            super::typing::refresh(state);
        }
        _ => {
            let known = same;
            let page = Page::Meeting(Box::new(MeetingPage::at(&sitting)));
            state.sitting = Some(sitting);
            if !known {
                let _ = super::update::go(state, page);
            }
        }
    }
}

/// How much is on record under `item`, its text aside.
fn recorded(sitting: &Sitting, item: &ItemId) -> usize {
    sitting.decisions_on(item).count()
        + sitting.actions_on(item).count()
        + sitting.votes.iter().filter(|vote| vote.item == *item).count()
        + sitting.motions.iter().filter(|motion| motion.item == *item).count()
}

/// Does what a command asks of a meeting.
pub(super) fn obey(state: &mut State, command: Command) -> Vec<Effect> {
    if state.sitting.is_none() {
        state.say(Said::Refused("No meeting is open.".into()));
        return Vec::new();
    }
    if let (Command::Write | Command::Capture(_), Some(why)) = (command, closed_to_writing(state)) {
        state.say(Said::Refused(why));
        return Vec::new();
    }
    let (Some(sitting), Page::Meeting(page)) = (state.sitting.as_deref(), &mut state.page) else {
        return Vec::new();
    };
    match command {
        Command::NextItem => step(state, Step::Next),
        Command::PreviousItem => step(state, Step::Previous),
        Command::Panes => {
            let next = match page.shown {
                Part::Detail => Part::Performance,
                Part::Performance => Part::Response,
                _ => Part::Detail,
            };
            let was_list = page.focus == Part::List;
            set_focus(page, next);
            if was_list && state.size.0 >= 64 {
                page.focus = Part::List;
            }
            Vec::new()
        }
        Command::Write => {
            if let Some(locked) = rules::locked(&sitting.meeting) {
                state.say(Said::Refused(locked.in_full()));
                return Vec::new();
            }
            let Some(item) = page.item(sitting) else { return Vec::new() };
            let (item, text) = (item.id.clone(), sitting.text_of(&item.id));
            // What is typed next stands on a line of its own.
            let text = if text.is_empty() { String::new() } else { format!("{text}\n") };
            unfinished::write(state, item, &text);
            Vec::new()
        }
        Command::Capture(word) => {
            open_line(state, word);
            Vec::new()
        }
        Command::Gaps => {
            let any = page.item(sitting).is_some_and(|item| sitting.gaps_on(item).next().is_some());
            if any {
                state.over = Some(Over::Gaps { chosen: 0 });
            } else {
                state.say(Said::Refused("Nothing is missing on this item.".into()));
            }
            Vec::new()
        }
        _ => Vec::new(),
    }
}

/// After how many paragraphs a line at the foot stands: after all there are. What is recorded
/// before anything is written stands after what is written later, as a decision does under
/// its discussion; people come and go before, unless something stands there already.
pub(super) fn place_of_line(line: &str, sitting: &Sitting, item: &ItemId) -> u32 {
    let word = line.trim_start_matches('.').split_whitespace().next().unwrap_or_default();
    match capture::foot_of(sitting, item) {
        0 if capture::line_named(word).is_some_and(|known| known.on_item) => u32::MAX,
        paragraphs => paragraphs,
    }
}

fn closed_to_writing(state: &State) -> Option<String> {
    state.book.as_ref().and_then(|book| book.read_only.clone())
}

/// Opens a capture line already filled in with what can be known; what one
/// would most likely type over is selected.
fn open_line(state: &mut State, word: &str) {
    let Some(sitting) = state.sitting.as_deref() else { return };
    let Page::Meeting(page) = &state.page else { return };
    let item = page.item(sitting);
    let suggested = match word {
        "d" => item.and_then(|item| capture::likely(sitting, item)),
        "a" => item
            .and_then(|item| gap::pressing(sitting, item))
            .map(|gap| acting_on(sitting, item, state.now, gap)),
        _ => None,
    };
    let editor = match (suggested, word) {
        (Some(line), "a") => owner_typed_over(line),
        (Some(line), _) => likely_typed_over(line),
        (None, "") => Editor::with("."),
        (None, "alter") => Editor::with(item.map(capture::altering).unwrap_or_default()),
        (None, word) => Editor::with(format!(".{word} ")),
    };
    type_into(state, editor);
}

/// Opens the line for an action about one of the item's gaps.
pub(super) fn act_on(state: &mut State, gap: &Gap) {
    let Some(sitting) = state.sitting.as_deref() else { return };
    let Page::Meeting(page) = &state.page else { return };
    let line = acting_on(sitting, page.item(sitting), state.now, gap);
    type_into(state, owner_typed_over(line));
}

/// The line for an action about `gap`, filled in with what can be known.
fn acting_on(sitting: &Sitting, item: Option<&Item>, now: Stamp, gap: &Gap) -> String {
    let item = item.map(|item| &item.id);
    capture::suggested(&capture::Place { sitting, item, paragraph: 0, now }, gap)
}

/// A line with all after its word selected.
fn likely_typed_over(line: String) -> Editor {
    let all = WORD..line.len();
    let mut editor = Editor::with(line);
    editor.select(all);
    editor
}

/// The line of an action with its owner selected: whoever is typed in their place has the
/// same to do, and the action stays tied to what it is for.
fn owner_typed_over(line: String) -> Editor {
    let owner = WORD..line.find(':').unwrap_or(line.len());
    let mut editor = Editor::with(line);
    editor.select(owner);
    editor
}

/// Where a line of one letter goes on: after ".a ".
const WORD: usize = 3;

/// Has the meeting's page take a line that is typed into.
fn type_into(state: &mut State, editor: Editor) {
    let Page::Meeting(page) = &mut state.page else { return };
    let opened = editor.text().to_owned();
    page.line = Some(LineField { editor, ..LineField::opened(&opened, Preview::none()) });
    super::typing::refresh(state);
}

/// In session a step takes an item; before and after, it only looks at one,
/// except that the first step of the day begins the meeting.
fn step(state: &mut State, step: Step) -> Vec<Effect> {
    let Some(sitting) = state.sitting.as_deref() else { return Vec::new() };
    let Page::Meeting(page) = &mut state.page else { return Vec::new() };
    let over = matches!(sitting.meeting.status, MeetingStatus::Closed | MeetingStatus::Cancelled);
    let waiting =
        matches!(sitting.meeting.status, MeetingStatus::Planned | MeetingStatus::AgendaPublished);
    let read_only = state.book.as_ref().is_some_and(|book| book.read_only.is_some());
    if over || read_only || (waiting && step == Step::Previous) {
        let command = if step == Step::Next { Command::Down } else { Command::Up };
        page.chosen = super::movement::moved(page.chosen, sitting.items.len(), command);
        page.scroll = [0; 3];
        return Vec::new();
    }
    submit(state, Pending::Step(step))
}

/// Takes the digits of an item's number, and the Enter after them; `None` if the
/// key has nothing to do with that.
pub(super) fn jump(state: &mut State, key: Key) -> Option<Vec<Effect>> {
    let typing = !state.foot.jump.is_empty();
    match key.code {
        Code::Char(c)
            if key.typed().is_some()
                && (c.is_ascii_digit()
                    || (typing && (c.is_ascii_alphanumeric() || "().".contains(c)))) =>
        {
            state.foot.jump.push(c);
            Some(Vec::new())
        }
        Code::Backspace if typing => {
            state.foot.jump.pop();
            Some(Vec::new())
        }
        Code::Enter if typing => {
            let number = std::mem::take(&mut state.foot.jump);
            Some(jump_to(state, &number))
        }
        Code::Esc if typing => {
            state.foot.jump.clear();
            Some(Vec::new())
        }
        _ => {
            state.foot.jump.clear();
            None
        }
    }
}

fn jump_to(state: &mut State, number: &str) -> Vec<Effect> {
    let Some(sitting) = state.sitting.as_deref() else { return Vec::new() };
    let Some(item) = sitting.item_numbered(number) else {
        state.say(Said::Refused(format!("There is no item {number} on this agenda.")));
        return Vec::new();
    };
    let (id, at) = (item.id.clone(), sitting.items.iter().position(|i| i.id == item.id));
    let sits = sitting.meeting.status == MeetingStatus::InSession;
    let discussed = sitting.current().is_some_and(|current| current.id == id);
    if let (Page::Meeting(page), Some(at)) = (&mut state.page, at) {
        page.chosen = at;
        page.scroll = [0; 3];
    }
    if sits && !discussed { submit(state, Pending::Step(Step::To(id))) } else { Vec::new() }
}
