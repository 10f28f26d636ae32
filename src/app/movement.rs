//! Moving about a page: up and down its lines, and from pane to pane.

use super::command::{Command, Place, command};
use super::key::{Code, Key};
use super::page::Page;
use super::page::meeting::MeetingPage;
use super::page::welcome::Welcome;
use super::screen::Part;
use super::state::State;

/// How many lines a page up or down goes.
const PAGE: usize = 10;

/// Where a movement leads from `at`, among `len` lines.
#[must_use]
pub(super) fn moved(at: usize, len: usize, command: Command) -> usize {
    let last = len.saturating_sub(1);
    let at = at.min(last);
    match command {
        Command::Up => at.saturating_sub(1),
        Command::Down => (at + 1).min(last),
        Command::PageUp => at.saturating_sub(PAGE),
        Command::PageDown => (at + PAGE).min(last),
        Command::First => 0,
        Command::Last => last,
        _ => at,
    }
}

/// Moves about the page that is open.
pub(super) fn obey(state: &mut State, command: Command) {
    match command {
        Command::NextPane => focus(state, true),
        Command::PreviousPane => focus(state, false),
        _ => within(state, command),
    }
}

fn within(state: &mut State, command: Command) {
    let heights = super::heights(state);
    let text = |scroll: &mut usize, part: Part| {
        let len = heights.iter().find(|(of, _)| *of == part).map_or(0, |(_, len)| *len);
        *scroll = moved(*scroll, len, command);
    };
    match &mut state.page {
        Page::Welcome(page) => page.chosen = moved(page.chosen, Welcome::len(), command),
        Page::Overview(page) if page.focus == 0 => {
            page.chosen = moved(page.chosen, page.len(), command);
        }
        Page::Overview(page) => text(&mut page.scroll, Part::Detail),
        Page::Schedule(page) if page.focus == 0 => {
            page.choose(moved(page.chosen, page.len(), command));
        }
        Page::Schedule(page) => {
            let steps = matches!(command, Command::Up | Command::Down);
            if steps && page.step(command == Command::Down, state.now.date_naive()) {
                return;
            }
            page.thing = None;
            let [performance, response] = &mut page.scroll;
            if page.focus == 1 {
                text(performance, Part::Performance);
            } else {
                text(response, Part::Response);
            }
        }
        Page::List(page) if page.focus == 0 => {
            page.chosen = moved(page.chosen, page.len(), command);
            page.scroll = 0;
        }
        Page::List(page) => text(&mut page.scroll, Part::Detail),
        Page::Search(page) => page.chosen = moved(page.chosen, page.hits.hits.len(), command),
        Page::Thread(page) => page.chosen = moved(page.chosen, page.len(), command),
        Page::Reading(page) => text(&mut page.scroll, Part::Detail),
        Page::Paper(page) => text(&mut page.scroll, Part::Detail),
        Page::Files(page) => page.chosen = moved(page.chosen, page.listing.names.len(), command),
        Page::Meeting(page) => {
            let items = state.sitting.as_deref().map_or(0, |sitting| sitting.items.len());
            let [minute, performance, response] = &mut page.scroll;
            match page.focus {
                Part::Detail => text(minute, Part::Detail),
                Part::Performance => text(performance, Part::Performance),
                Part::Response => text(response, Part::Response),
                _ => {
                    page.chosen = moved(page.chosen, items, command);
                    page.scroll = [0; 3];
                }
            }
        }
    }
}

fn focus(state: &mut State, forward: bool) {
    let turn = |at: usize, of: usize| if forward { (at + 1) % of } else { (at + of - 1) % of };
    match &mut state.page {
        Page::Overview(page) => page.focus = turn(page.focus, 2),
        Page::List(page) => page.focus = turn(page.focus, 2),
        Page::Schedule(page) => page.focus = turn(page.focus, 3),
        Page::Meeting(page) => {
            let parts = [Part::List, Part::Detail, Part::Performance, Part::Response];
            let at = parts.iter().position(|part| *part == page.focus).unwrap_or(0);
            set_focus(page, parts[turn(at, parts.len())]);
        }
        Page::Welcome(_)
        | Page::Search(_)
        | Page::Thread(_)
        | Page::Reading(_)
        | Page::Files(_)
        | Page::Paper(_) => {}
    }
}

/// Gives the keys to a part, which comes into sight if it was not.
pub(super) fn set_focus(page: &mut MeetingPage, part: Part) {
    page.focus = part;
    if part != Part::List {
        page.shown = part;
    }
}

/// Whether a key of the table moves about, for what is laid over a page.
pub(super) fn moves(key: Key) -> Option<Command> {
    let arrow = matches!(
        key.code,
        Code::Up
            | Code::Down
            | Code::PageUp
            | Code::PageDown
            | Code::Home
            | Code::End
            | Code::Char(_)
    );
    command(Place::Anywhere, key).filter(|command| {
        arrow
            && matches!(
                command,
                Command::Up
                    | Command::Down
                    | Command::PageUp
                    | Command::PageDown
                    | Command::First
                    | Command::Last
            )
    })
}
