//! The palette: every command that can be given now, found by its words.

use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

use super::column::columns;
use super::command::{Command, DESTINATIONS, KEYS, Place, key_for};
use super::editor::Editor;
use super::field::{Typed, type_key};
use super::key::{Code, Key};
use super::movement::{moved, moves};
use super::over::Over;
use super::screen::{Area, Look, Pane, Part, Row};
use super::state::{Effect, State};
use super::update::obey;
use super::wrap;

/// The commands of the palette that match `typed`, best first: each with its
/// key and what it does. Only what can be done now is offered: on the page that is
/// open, or at the meeting that is.
#[must_use]
pub fn offered(state: &State, typed: &str) -> Vec<(Command, String, &'static str)> {
    let here = super::update::place(state);
    let open = |place: Place| {
        [here, Place::Anywhere].contains(&place)
            || (place == Place::Meeting && state.sitting.is_some())
    };
    let bound = KEYS.iter().filter(|binding| open(binding.place));
    let bound = bound.map(|binding| (binding.command, binding.help));
    let pages = DESTINATIONS.iter().map(|(_, to, help)| (Command::GoTo(*to), *help));
    let mut commands: Vec<(Command, &'static str)> = Vec::new();
    for (command, help) in pages.chain(bound) {
        if !commands.iter().any(|(known, _)| *known == command) {
            commands.push((command, help));
        }
    }
    let mut all: Vec<(Command, String, &'static str)> = commands
        .into_iter()
        .filter(|(command, _)| !matches!(command, Command::Go | Command::Palette))
        .map(|(command, help)| (command, key_for(command), help))
        .collect();
    if typed.trim().is_empty() {
        return all;
    }
    let mut matcher = Matcher::new(Config::DEFAULT);
    let pattern = Pattern::parse(typed, CaseMatching::Ignore, Normalization::Smart);
    let mut buffer = Vec::new();
    let mut score = |help: &str| pattern.score(Utf32Str::new(help, &mut buffer), &mut matcher);
    let mut found: Vec<(u32, (Command, String, &'static str))> =
        all.drain(..).filter_map(|line| Some((score(line.2)?, line))).collect();
    found.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    found.into_iter().map(|(_, line)| line).collect()
}

/// The most columns it takes: no command is said in more.
const WIDEST: u16 = 120;

/// The field and what it finds.
pub(super) fn panes(state: &State, field: &Editor, chosen: usize, screen: Area) -> Vec<Pane> {
    // A small window has no rows to spare around it.
    let around = if screen.height < 16 { 0 } else { 4 };
    let width = screen.width.saturating_sub(8).min(WIDEST);
    let area = screen.middle(width, screen.height.saturating_sub(around));
    let (top, rest) = area.top(3);
    let column = wrap::width(field.text().get(..field.cursor()).unwrap_or_default());
    let mut line = Pane::text(Part::Line, top, "Command", &[Row::plain(field.text())], 0);
    line.cursor = Some((u16::try_from(column).unwrap_or(u16::MAX), 0));
    let found = offered(state, field.text());
    if found.is_empty() {
        let none = if field.text().starts_with('.') {
            "A capture line is typed in a meeting. Esc, and Enter on one opens it; + adds a body, a person or a meeting."
        } else {
            "Nothing is called that. Esc, and ? has every key."
        };
        let none = [Row::of(none, Look::Dim)];
        let list = Pane::text(Part::Over, rest, "Enter does it", &none, 0);
        return vec![list, line.focused(true)];
    }
    let list = Pane::list(Part::Over, rest, "Enter does it", found.len(), chosen, |n, width| {
        found.get(n).map_or_else(Row::new, |(_, key, help)| {
            columns(width, &[(9, key, Look::Key), (0, help, Look::Plain)])
        })
    });
    vec![list, line.focused(true)]
}

/// Gives a key to the palette.
pub(super) fn typed(state: &mut State, mut field: Editor, chosen: usize, key: Key) -> Vec<Effect> {
    let found = offered(state, field.text());
    if key.code == Code::Enter {
        return found.get(chosen).map_or_else(Vec::new, |(command, _, _)| obey(state, *command));
    }
    let chosen = match moves(key).filter(|_| key.typed().is_none()) {
        Some(command) => moved(chosen, found.len(), command),
        None if type_key(&mut field, key, usize::MAX) == Typed::Changed => 0,
        None => chosen,
    };
    state.over = Some(Over::Palette { field, chosen });
    Vec::new()
}
