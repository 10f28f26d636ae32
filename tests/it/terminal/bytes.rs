//! What reaches the terminal, to the byte: our own sequences and text, whatever
//! the names in the book are.

use crate::support::board::{Board, HARMFUL};
use crate::support::session::{open, start};

/// What may follow an escape, in front of its last letter: the sequences that
/// move, erase, colour, and set the few modes the program uses.
fn is_ours(sequence: &str) -> bool {
    const MODES: &[&str] = &["25", "1000", "1002", "1003", "1006", "1015", "1049", "2004", "2026"];
    let Some(body) = sequence.strip_prefix('[') else { return false };
    let (numbers, last) = body.split_at(body.len().saturating_sub(1));
    let plain = numbers.chars().all(|c| c.is_ascii_digit() || c == ';');
    match last {
        "H" | "J" | "K" | "m" | "A" | "B" | "C" | "D" => plain,
        "h" | "l" => numbers.strip_prefix('?').is_some_and(|mode| MODES.contains(&mode)),
        _ => false,
    }
}

/// Fails if the program wrote anything a terminal obeys that is not ours.
#[track_caller]
fn check(log: &[u8]) {
    let text = std::str::from_utf8(log).unwrap();
    let mut rest = text;
    while let Some(at) = rest.find(|c: char| c.is_control()) {
        let from = &rest[at..];
        let around: String = from.chars().take(40).collect();
        let Some(sequence) = from.strip_prefix('\x1b') else {
            // A message of the program after it has given the terminal back.
            assert!(from.starts_with(['\r', '\n']), "a control byte: {around:?}");
            rest = &from[1..];
            continue;
        };
        let ends = sequence.char_indices().skip(1).find(|(_, c)| ('@'..='~').contains(c));
        let sequence = &sequence[..ends.map_or(sequence.len(), |(at, _)| at + 1)];
        assert!(is_ours(sequence), "not our own: {around:?}");
        rest = &from[1 + sequence.len()..];
    }
    let hidden = text.chars().find(|c| matches!(c, '\u{200b}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}'));
    assert_eq!(hidden, None, "something that hides or reorders text");
}

#[test]
fn names_meant_to_do_harm_write_no_control_byte_on_any_page() {
    let shelf = Board::harmful().shelved();
    let mut clerk = open(shelf.path());
    clerk.sees("saved ");
    for (keys, seen) in [
        ("gb<down>", "Bodies and people ("),
        ("gs<down><tab><pgdn>", "Clean Rivers"),
        ("ga", "Actions"),
        ("gh", "History ("),
        ("gc", "Calendar of meetings ("),
        ("gg", "Gaps"),
        ("gm", "Agenda 0/"),
    ] {
        clerk.press(keys).sees(seen);
    }
    for (keys, seen) in
        [("r", "Roll:"), ("?", "Esc closes"), ("w", "as they stand"), ("/harm", "hits for")]
    {
        clerk.press(keys).sees(seen).press("<esc>").sees_no_more(seen);
    }
    for n in 0..HARMFUL.len() {
        clerk.press(&format!("{}<enter>", 6 + n)).sees(&format!("Item {} of ", 6 + n));
        clerk.press("s<pgdn>s<pgdn>s");
    }
    clerk.press("+harm").sees(".in harm").press("<esc>").sees_no_more(".in harm").press("q");
    assert!(clerk.ends().success());
    check(&clerk.log);
}

#[test]
fn harmful_text_typed_and_pasted_writes_no_control_byte() {
    let shelf = Board::new().shelved();
    let mut clerk = open(shelf.path());
    clerk.sees("saved ").press("gmn").sees("Took item 1").press("e").sees("Writing");
    for name in HARMFUL {
        clerk.sends(format!("\x1b[200~{name}\n.d {name}\x1b[201~").as_bytes());
        clerk.press("<enter>");
    }
    clerk.press("end.").sees("end.").press("<esc>").sees("written.");
    clerk.press("gd").sees("Decisions (").press("gh").sees("History").press("q");
    assert!(clerk.ends().success());
    check(&clerk.log);
    shelf.is_sound();
}

#[test]
fn without_colour_none_is_written() {
    let shelf = Board::new().shelved();
    let mut clerk = start(["--book", shelf.path().to_str().unwrap()]).env("NO_COLOR", "1").run();
    clerk.sees("saved ").press("gmn").sees("Took item 1").press("3<enter>").sees("Took item 3");
    clerk.press("s").sees("Weirs").press("q");
    assert!(clerk.ends().success());
    check(&clerk.log);
    let log = String::from_utf8(clerk.log.clone()).unwrap();
    let colours =
        log.split("\x1b[").filter_map(|rest| rest.split_once('m')).filter(|(numbers, _)| {
            numbers.chars().all(|c| c.is_ascii_digit() || c == ';')
                && numbers
                    .split(';')
                    .filter_map(|n| n.parse::<u8>().ok())
                    .any(|n| matches!(n, 30..=38 | 40..=48 | 90..=97 | 100..=107))
        });
    assert_eq!(colours.map(|(numbers, _)| numbers).collect::<Vec<_>>(), Vec::<&str>::new());
}

#[test]
fn nothing_is_asked_of_the_terminal_before_the_first_screen() {
    let shelf = Board::new().shelved();
    let mut clerk = open(shelf.path());
    clerk.sees("saved ");
    for asked in ["\x1b[6n", "\x1b[c", "\x1b[>c", "\x1b[?u", "\x1b]11;?"] {
        let found = clerk.log.windows(asked.len()).any(|some| some == asked.as_bytes());
        assert!(!found, "{asked:?} was asked");
    }
    clerk.sends(b"\x1b[?64;1;2c\x1b[12;1R").press("gm").sees("Agenda").press("q");
    assert!(clerk.ends().success());
}
