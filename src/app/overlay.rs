//! What keys do in something laid over a page.

use chrono::NaiveDate;

use super::command::Command;
use super::field::type_key;
use super::key::{Code, Key};
use super::movement::{moved, moves};
use super::over::{Over, gaps, roll};
use super::page::Page;
use super::record::{Pending, submit};
use super::screen::Part;
use super::state::{Effect, Said, State};
use super::{adding, palette, unfinished};
use crate::app::editor::Editor;
use crate::model::{Gap, MeetingId, PersonId, paragraph_count};
use crate::rules::room::{self, Account};

/// Gives a key to what is laid over the page.
pub(super) fn pressed(state: &mut State, key: Key) -> Vec<Effect> {
    let closes = key.code == Code::Esc;
    let heights = super::heights(state);
    let height = heights.iter().find(|(part, _)| *part == Part::Over).map_or(0, |(_, len)| *len);
    match state.over.take() {
        None => Vec::new(),
        Some(_) if closes => Vec::new(),
        Some(Over::Help { scroll }) => {
            if let Some(command) = moves(key) {
                state.over = Some(Over::Help { scroll: moved(scroll, height, command) });
            }
            Vec::new()
        }
        Some(Over::ReadBack { scroll }) => {
            if let Some(command) = moves(key) {
                state.over = Some(Over::ReadBack { scroll: moved(scroll, height, command) });
            }
            Vec::new()
        }
        Some(Over::Palette { field, chosen }) => palette::typed(state, field, chosen, key),
        Some(Over::Roll { chosen }) => in_roll(state, chosen, key),
        Some(Over::Add(adding)) => adding::typed(state, adding, key),
        Some(Over::Export { meeting, as_at, field }) => {
            in_export(state, (meeting, as_at), field, key)
        }
        Some(Over::Gaps { chosen }) => {
            in_gaps(state, chosen, key);
            Vec::new()
        }
        Some(Over::Kinds { chosen }) => super::intake::in_kinds(state, chosen, key),
        Some(Over::Recover { draft }) => unfinished::answered(state, draft, key),
    }
}

/// Opens the field that says what to write to which file, filled in with what the page shows;
/// elsewhere with the minutes of the open meeting, or before it with its agenda.
pub(super) fn export(state: &mut State) -> Vec<Effect> {
    let shown = match &state.page {
        Page::Schedule(_) => Some("schedule"),
        Page::List(page) => page.register.document(),
        _ => None,
    };
    if let (Page::List(page), None) = (&state.page, shown)
        && let Some(listed) = page.register.listed()
    {
        state.say(Said::Refused(format!(
            "There is no document of this page: \"minutebook list {listed}\" writes it out, with --json whole."
        )));
        return Vec::new();
    }
    let until = match &state.page {
        Page::Schedule(page) => page.until,
        Page::List(page) => page.until,
        _ => None,
    };
    let (meeting, name) = match (shown, state.sitting.as_deref()) {
        (Some(what), _) => {
            let of = until
                .map_or_else(|| state.now.date_naive().to_string(), |day| format!("as-at-{day}"));
            (None, format!("{what} {what}-{of}.docx"))
        }
        (None, Some(sitting)) => {
            let what = if sitting.meeting.status.has_begun() { "minutes" } else { "agenda" };
            let (code, day) = (sitting.body.code.to_lowercase(), sitting.meeting.date);
            (Some(sitting.meeting.id.clone()), format!("{what} {what}-{code}-{day}.docx"))
        }
        (None, None) => {
            state.say(Said::Refused(
                "No meeting is open: open the one whose minutes or agenda you want, or go to the schedule or a register.".into(),
            ));
            return Vec::new();
        }
    };
    let as_at = match &state.page {
        Page::Schedule(page) => page.until,
        _ => None,
    };
    state.over = Some(Over::Export { meeting, as_at, field: Editor::with(name) });
    Vec::new()
}

fn in_export(
    state: &mut State,
    (meeting, as_at): (Option<MeetingId>, Option<NaiveDate>),
    mut field: Editor,
    key: Key,
) -> Vec<Effect> {
    let mut effects = Vec::new();
    if key.code == Code::Enter {
        let meeting = meeting.clone();
        effects.push(Effect::Export { meeting, as_at, said: field.text().to_owned() });
    } else {
        drop(type_key(&mut field, key, usize::MAX));
    }
    state.over = Some(Over::Export { meeting, as_at, field });
    effects
}

fn in_roll(state: &mut State, chosen: usize, key: Key) -> Vec<Effect> {
    let Some(sitting) = state.sitting.as_deref() else { return Vec::new() };
    let people = roll(sitting);
    state.over = Some(Over::Roll { chosen });
    if let Some(command) = moves(key).filter(|_| key.code != Code::Char(' ')) {
        state.over = Some(Over::Roll { chosen: moved(chosen, people.len(), command) });
        return Vec::new();
    }
    let Some(person) = people.get(chosen) else { return Vec::new() };
    match key.code {
        Code::Enter | Code::Char(' ') => toggle(state, person),
        Code::Char('a') => line(state, "apol", person, ""),
        Code::Char('c') => line(state, "chair", person, ""),
        Code::Char('m') => {
            let known = state.sitting.as_deref().and_then(|s| s.attendance_of(person)?.mandated);
            line(state, "mandate", person, if known == Some(true) { " no" } else { " yes" })
        }
        Code::Char('i') => {
            submit(state, Pending::Line { text: ".in all".into(), item: None, paragraph: 0 })
        }
        Code::Char('u') => super::update::obey(state, Command::Undo),
        Code::Char('r') if key.ctrl => super::update::obey(state, Command::Redo),
        Code::Char('?') => {
            state.over = Some(Over::Help { scroll: 0 });
            Vec::new()
        }
        _ => {
            state.say(Said::Refused(
                "That key does nothing on the roll: its keys are Enter, i, a, c, m and u. Esc closes it.".into(),
            ));
            Vec::new()
        }
    }
}

fn in_gaps(state: &mut State, chosen: usize, key: Key) {
    let found: Vec<Gap> = gaps(state).into_iter().cloned().collect();
    if let Some(command) = moves(key) {
        state.over = Some(Over::Gaps { chosen: moved(chosen, found.len(), command) });
        return;
    }
    if key.code != Code::Enter {
        return;
    }
    if let Some(why) = state.book.as_ref().and_then(|book| book.read_only.clone()) {
        state.say(Said::Refused(why));
    } else if let Some(gap) = found.get(chosen).filter(|gap| !gap.remedy.is_empty()) {
        super::desk::act_on(state, gap);
    } else {
        state.say(Said::Refused("There is nothing to be told to anybody about that.".into()));
    }
}

fn toggle(state: &mut State, person: &PersonId) -> Vec<Effect> {
    let account = state.sitting.as_deref().map(|sitting| room::account(sitting, person));
    line(state, if account == Some(Account::InRoom) { "out" } else { "in" }, person, "")
}

/// Records a line about one person, by the whole name, so that it is clear, with
/// what ends the line.
fn line(state: &mut State, word: &str, person: &PersonId, end: &str) -> Vec<Effect> {
    let Some(sitting) = state.sitting.as_deref() else { return Vec::new() };
    let name = sitting.person(person).map(crate::model::Person::plain).unwrap_or_default();
    let item = sitting.current().map(|item| item.id.clone());
    let paragraph = item.as_ref().map_or(0, |item| paragraph_count(sitting.text_of(item)));
    submit(state, Pending::Line { text: format!(".{word} {name}{end}"), item, paragraph })
}
