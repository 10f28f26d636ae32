//! Keys as a test writes them: a word in angle brackets is a named key, `<^r>`
//! is Control and r, `<a-b>` is Alt and b, and anything else is itself.

use minutebook::app::key::{Code, Key};

/// Every key with a name, with what it is and what a terminal sends for it.
const NAMED: &[(&str, Code, &str)] = &[
    ("enter", Code::Enter, "\r"),
    ("esc", Code::Esc, "\x1b"),
    ("bs", Code::Backspace, "\x7f"),
    ("del", Code::Delete, "\x1b[3~"),
    ("tab", Code::Tab, "\t"),
    ("backtab", Code::BackTab, "\x1b[Z"),
    ("up", Code::Up, "\x1b[A"),
    ("down", Code::Down, "\x1b[B"),
    ("left", Code::Left, "\x1b[D"),
    ("right", Code::Right, "\x1b[C"),
    ("home", Code::Home, "\x1b[H"),
    ("end", Code::End, "\x1b[F"),
    ("pgup", Code::PageUp, "\x1b[5~"),
    ("pgdn", Code::PageDown, "\x1b[6~"),
    ("lt", Code::Char('<'), "<"),
];

/// The keys that `text` says, each with what a terminal sends for it.
pub(crate) fn keys(text: &str) -> Vec<(Key, String)> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let named = rest.strip_prefix('<').and_then(|rest| rest.split_once('>'));
        let (key, after) = match named {
            Some((name, after)) => (key(name), after),
            None => ((Key::char(c), c.to_string()), &rest[c.len_utf8()..]),
        };
        found.push(key);
        rest = after;
    }
    found
}

fn key(name: &str) -> (Key, String) {
    let letter = |name: &str| name.chars().next().unwrap();
    if let Some(name) = name.strip_prefix('^') {
        let c = letter(name);
        let sent = char::from(u8::try_from(c).unwrap() & 0x1f);
        return (Key::ctrl(c), sent.to_string());
    }
    if let Some(name) = name.strip_prefix("a-") {
        let c = letter(name);
        return (Key { alt: true, ..Key::char(c) }, format!("\x1b{c}"));
    }
    let known = NAMED.iter().find(|(known, _, _)| *known == name);
    assert!(known.is_some(), "no key is called <{name}>");
    let (_, code, sent) = known.unwrap();
    (Key::plain(*code), (*sent).to_owned())
}
