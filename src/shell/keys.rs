//! What the terminal sends, as the app's own keys.

use crossterm::event::{
    Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};

use crate::app::key::{Code, Key};
use crate::app::{Mouse, MouseAct, Msg};

/// The largest window that is drawn in, in columns and rows: no screen has more,
/// and a terminal that says so is mistaken.
const LARGEST: (u16, u16) = (1_000, 500);

/// A size no larger than what is drawn in.
pub(super) fn within((width, height): (u16, u16)) -> (u16, u16) {
    (width.min(LARGEST.0), height.min(LARGEST.1))
}

/// The message an event is; `None` for those that mean nothing here, such as
/// answers of the terminal to questions nobody asked.
pub(super) fn message(event: Event) -> Option<Msg> {
    match event {
        Event::Key(pressed) => key(pressed).map(Msg::Key),
        Event::Paste(text) => Some(Msg::Paste(text)),
        Event::Mouse(moved) => mouse(moved).map(Msg::Mouse),
        Event::Resize(width, height) => {
            let (width, height) = within((width, height));
            Some(Msg::Resized(width, height))
        }
        Event::FocusGained | Event::FocusLost => None,
    }
}

fn key(pressed: KeyEvent) -> Option<Key> {
    if pressed.kind == KeyEventKind::Release {
        return None;
    }
    let held = pressed.modifiers;
    let (ctrl, alt) = (held.contains(KeyModifiers::CONTROL), held.contains(KeyModifiers::ALT));
    // Right Alt types letters on many keyboards, and arrives as both.
    let typed =
        ctrl && alt && matches!(pressed.code, KeyCode::Char(c) if !c.is_ascii_alphanumeric());
    let (ctrl, alt) = if typed { (false, false) } else { (ctrl, alt) };
    let shift = held.contains(KeyModifiers::SHIFT);
    let code = match pressed.code {
        KeyCode::Char(c) => Code::Char(if ctrl { c.to_ascii_lowercase() } else { c }),
        KeyCode::Enter => Code::Enter,
        KeyCode::Esc => Code::Esc,
        KeyCode::Backspace => Code::Backspace,
        KeyCode::Delete => Code::Delete,
        KeyCode::Tab if shift => Code::BackTab,
        KeyCode::Tab => Code::Tab,
        KeyCode::BackTab => Code::BackTab,
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        KeyCode::Home => Code::Home,
        KeyCode::End => Code::End,
        KeyCode::PageUp => Code::PageUp,
        KeyCode::PageDown => Code::PageDown,
        _ => return None,
    };
    let code = if ctrl && matches!(code, Code::Char('j' | 'm')) { Code::Enter } else { code };
    let ctrl = ctrl && code != Code::Enter;
    let shift = shift && !matches!(code, Code::Char(_) | Code::BackTab | Code::Enter);
    Some(Key { code, ctrl, alt, shift })
}

fn mouse(moved: MouseEvent) -> Option<Mouse> {
    let act = match moved.kind {
        MouseEventKind::Down(MouseButton::Left) => MouseAct::Click,
        MouseEventKind::ScrollUp => MouseAct::WheelUp,
        MouseEventKind::ScrollDown => MouseAct::WheelDown,
        _ => return None,
    };
    Some(Mouse { act, x: moved.column, y: moved.row })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_as_large_as_a_field_is_drawn_in_as_far_as_any_is() {
        let huge = message(Event::Resize(u16::MAX, u16::MAX));
        assert!(matches!(huge, Some(Msg::Resized(1_000, 500))));
        assert_eq!(within((120, 40)), (120, 40));
    }
}
