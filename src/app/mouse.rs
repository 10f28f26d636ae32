//! What the mouse does: a click chooses, a double click opens, the wheel
//! scrolls what is under it.

use super::command::Command;
use super::editor::Editor;
use super::movement::{moved, set_focus};
use super::over::Over;
use super::page::Page;
use super::screen::{Pane, Part};
use super::state::{Effect, State};
use super::update::obey;
use super::{screen, typing};

/// What the mouse did, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mouse {
    /// What.
    pub act: MouseAct,
    /// The column.
    pub x: u16,
    /// The row.
    pub y: u16,
}

/// What a mouse can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MouseAct {
    /// Click once.
    Click,
    /// Click twice.
    DoubleClick,
    /// Roll the wheel up.
    WheelUp,
    /// Roll the wheel down.
    WheelDown,
}

/// How many lines a turn of the wheel goes.
const WHEEL: usize = 3;

/// Takes in what the mouse did.
pub(super) fn update(state: &mut State, mouse: Mouse) -> Vec<Effect> {
    let shown = screen(state);
    let Some(pane) = shown.pane_at(mouse.x, mouse.y) else { return Vec::new() };
    if state.over.is_some() && pane.part != Part::Over {
        return Vec::new();
    }
    match mouse.act {
        MouseAct::WheelUp => wheel(state, pane, Command::Up),
        MouseAct::WheelDown => wheel(state, pane, Command::Down),
        MouseAct::Click => click(state, pane, mouse),
        MouseAct::DoubleClick => {
            click(state, pane, mouse);
            let in_list = matches!(pane.part, Part::List | Part::Over);
            let opens = in_list && (state.over.is_some() || has_list(state));
            return if opens { open(state) } else { Vec::new() };
        }
    }
    Vec::new()
}

/// Whether the panes of the page are there for the mouse: the page is not being
/// written on, or its field only narrows a list.
fn has_list(state: &State) -> bool {
    !typing::is_field(state) || matches!(state.page, Page::Search(_) | Page::Files(_))
}

fn open(state: &mut State) -> Vec<Effect> {
    if state.over.is_some() {
        return super::overlay::pressed(state, super::key::Key::plain(super::key::Code::Enter));
    }
    obey(state, Command::Open)
}

fn wheel(state: &mut State, pane: &Pane, command: Command) {
    if let Some(Over::Help { scroll }) = &mut state.over {
        (0..WHEEL).for_each(|_| *scroll = moved(*scroll, pane.total, command));
        return;
    }
    if state.over.is_none() && has_list(state) {
        focus(state, pane.part);
        (0..WHEEL).for_each(|_| super::movement::obey(state, command));
    }
}

fn click(state: &mut State, pane: &Pane, mouse: Mouse) {
    let row = pane.row_at(mouse.x, mouse.y);
    match &mut state.over {
        Some(Over::Palette { chosen, .. } | Over::Roll { chosen } | Over::Kinds { chosen }) => {
            *chosen = row.unwrap_or(*chosen);
        }
        Some(_) => {}
        None => {
            if let (Page::Meeting(page), Part::Detail) = (&mut state.page, pane.part)
                && let (Some(writing), Some(row)) = (&mut page.writing, row)
            {
                put_cursor(&mut writing.editor, pane, row, mouse.x);
                return;
            }
            if has_list(state) {
                focus(state, pane.part);
                choose(state, pane, row);
            }
        }
    }
}

fn put_cursor(editor: &mut Editor, pane: &Pane, row: usize, x: u16) {
    let inside = pane.area.inside();
    editor.put_cursor(row, usize::from(x.saturating_sub(inside.x)), usize::from(inside.width));
}

fn choose(state: &mut State, on: &Pane, row: Option<usize>) {
    let thing = || row.and_then(|row| on.rows.get(row.checked_sub(on.first)?)?.about.clone());
    if let (Page::Schedule(page), Part::Performance | Part::Response) = (&mut state.page, on.part) {
        page.thing = thing().or(page.thing.take());
        return;
    }
    let (Part::List, Some(row), Some(_)) = (on.part, row, on.chosen) else { return };
    match &mut state.page {
        Page::Welcome(page) => page.chosen = row,
        Page::Overview(page) => page.chosen = row,
        Page::Schedule(page) => page.choose(row),
        Page::List(page) => {
            page.chosen = row;
            page.scroll = 0;
        }
        Page::Search(page) => page.chosen = row,
        Page::Thread(page) => page.chosen = row,
        Page::Files(page) => page.chosen = row,
        Page::Meeting(page) => {
            page.chosen = row;
            page.scroll = [0; 3];
        }
        Page::Reading(_) | Page::Paper(_) => {}
    }
}

fn focus(state: &mut State, part: Part) {
    match &mut state.page {
        Page::Overview(page) => page.focus = usize::from(part == Part::Detail),
        Page::List(page) => page.focus = usize::from(part == Part::Detail),
        Page::Schedule(page) => {
            page.focus = match part {
                Part::Performance => 1,
                Part::Response => 2,
                _ => 0,
            }
        }
        Page::Meeting(page) if part != Part::Line => set_focus(page, part),
        _ => {}
    }
}
