//! Keys in a field being written in.

use super::editor::{Editor, To};
use super::key::{Code, Key};

/// What came of a key in a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Typed {
    /// The text or the cursor changed.
    Changed,
    /// Nothing changed, and the key is used up.
    Nothing,
    /// This text is to go on the clipboard.
    Copied(String),
    /// The field has no room for it.
    Full,
    /// The field has no use for the key.
    Unused,
}

/// Gives `key` to a field `width` columns wide.
pub(super) fn type_key(editor: &mut Editor, key: Key, width: usize) -> Typed {
    if let Some(c) = key.typed() {
        let mut text = [0; 4];
        return if editor.insert(c.encode_utf8(&mut text)) { Typed::Changed } else { Typed::Full };
    }
    if let Some(to) = movement(key, width) {
        editor.go(to, key.shift);
        return Typed::Changed;
    }
    if let Some(to) = removal(key, width) {
        editor.remove(to);
        return Typed::Changed;
    }
    match (key.code, key.ctrl) {
        (Code::Char('z'), true) => changed(editor.undo()),
        (Code::Char('y'), true) => changed(editor.redo()),
        (Code::Char('c'), true) if !editor.selected().is_empty() => {
            Typed::Copied(editor.selected().to_owned())
        }
        (Code::Char('x'), true) if !editor.selected().is_empty() => {
            let text = editor.selected().to_owned();
            editor.backspace();
            Typed::Copied(text)
        }
        _ => Typed::Unused,
    }
}

fn changed(did: bool) -> Typed {
    if did { Typed::Changed } else { Typed::Nothing }
}

fn movement(key: Key, width: usize) -> Option<To> {
    let by_word = key.ctrl || key.alt;
    Some(match key.code {
        Code::Left if by_word => To::WordLeft,
        Code::Right if by_word => To::WordRight,
        Code::Left => To::Left,
        Code::Right => To::Right,
        Code::Up => To::Up(width),
        Code::Down => To::Down(width),
        Code::Home if key.ctrl => To::Start,
        Code::End if key.ctrl => To::Finish,
        Code::Home => To::Home(width),
        Code::End => To::End(width),
        Code::Char('b') if key.alt => To::WordLeft,
        Code::Char('f') if key.alt => To::WordRight,
        Code::Char('a') if key.ctrl => To::Home(width),
        Code::Char('e') if key.ctrl => To::End(width),
        _ => return None,
    })
}

fn removal(key: Key, width: usize) -> Option<To> {
    Some(match key.code {
        Code::Backspace if key.ctrl || key.alt => To::WordLeft,
        Code::Backspace => To::Left,
        Code::Delete if key.ctrl => To::WordRight,
        Code::Delete => To::Right,
        Code::Char('w') if key.ctrl => To::WordLeft,
        Code::Char('d') if key.alt => To::WordRight,
        Code::Char('u') if key.ctrl => To::Home(width),
        Code::Char('k') if key.ctrl => To::End(width),
        Code::Char('h') if key.ctrl => To::Left,
        _ => return None,
    })
}
