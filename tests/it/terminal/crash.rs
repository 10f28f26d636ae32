//! Killed at any moment: what the screen called saved is there, and of what was
//! being typed no more than a quarter of a second is lost.

use std::thread;
use std::time::{Duration, Instant};

use minutebook::book::Book;

use super::{all_words, at_work};
use crate::support::session::open;
use crate::support::shelf::Shelf;

/// A clerk at twelve keys a second.
const KEY: Duration = Duration::from_millis(83);

/// What may be lost: what was typed in this time before the end, and what the
/// disk takes to write it.
const AT_RISK: Duration = Duration::from_millis(250);
const DISK: Duration = Duration::from_millis(100);

/// How many times the program is killed; `MINUTEBOOK_ROUNDS` says otherwise.
fn rounds() -> u64 {
    std::env::var("MINUTEBOOK_ROUNDS").ok().and_then(|n| n.parse().ok()).unwrap_or(12)
}

/// What the clerk types: narrative, capture lines among it, one-key forms and
/// steps. Every word is told apart by its number.
fn script() -> impl Iterator<Item = String> {
    (0..).flat_map(|n| {
        let word = move |kind: &str| format!("{kind}{n:03}");
        let lines = [
            format!("e{} was said", word("word")),
            format!("<enter>{} too", word("next")),
            format!("<enter>.d to {}<enter>", word("decide")),
            format!("and {}<esc>", word("then")),
            format!("a: {} it<enter>", word("action")),
            format!("<bs>d{} again<enter>", word("form")),
            "n".to_owned(),
        ];
        lines.into_iter()
    })
}

/// The words of `text` that the script told apart, whole.
fn numbered(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    let is = |word: &&str| {
        let number = word.trim_start_matches(|c: char| c.is_ascii_lowercase());
        number.len() == 3 && number.len() < word.len() && number.parse::<u32>().is_ok()
    };
    words.filter(is).map(str::to_owned).collect()
}

/// Types for `long`, is killed, and looks at what is left.
fn round(long: Duration) {
    let shelf = Shelf::sample();
    let mut clerk = at_work(open(shelf.path()));
    let begun = Instant::now();
    // Each word as it was first seen on the screen, whole.
    let mut seen: Vec<(Instant, String)> = Vec::new();
    let mut due = begun;
    'typing: for line in script() {
        for (key, sent) in crate::support::keys::keys(&line) {
            if begun.elapsed() >= long {
                break 'typing;
            }
            let _ = key;
            clerk.sends(sent.as_bytes());
            due += KEY;
            clerk.listens_until(due);
            for word in numbered(&clerk.text()) {
                if !seen.iter().any(|(_, known)| *known == word) {
                    seen.push((Instant::now(), word));
                }
            }
        }
    }
    let saved = clerk.saved();
    let killed = Instant::now();
    clerk.dies();
    let saved = clerk.saved().max(saved).unwrap();

    let mut again = open(shelf.path());
    again.sees("saved ").press("gm").sees("Agenda ");
    again.press("<esc>").signal("TERM").ends();
    let book = Book::read(shelf.path()).unwrap();
    let count = book.count().unwrap();
    assert!(count >= i64::from(saved), "#{saved} was called saved, and there are {count}");
    shelf.is_sound();
    let left = all_words(shelf.path());
    for (at, word) in seen {
        if killed.duration_since(at) > AT_RISK + DISK {
            assert!(left.contains(&word), "{word} is lost after {long:?}; left is:\n{left}");
        }
    }
}

#[test]
fn a_kill_at_any_moment_loses_nothing_saved_and_next_to_nothing_typed() {
    // Several at a time: they mostly wait for the next key.
    let many = rounds();
    for first in (0..many).step_by(4) {
        let some: Vec<_> = (first..many.min(first + 4))
            .map(|n| thread::spawn(move || round(Duration::from_millis(300 + n * 7_919 % 4_200))))
            .collect();
        for one in some {
            assert!(one.join().is_ok(), "a round failed; its own words stand above");
        }
    }
}

#[test]
fn what_was_being_typed_is_offered_again_and_goes_on() {
    let shelf = Shelf::sample();
    let mut clerk = at_work(open(shelf.path()));
    clerk.press("eThe chair welcomed the members").sees("draft kept");
    clerk.dies();

    let mut again = open(shelf.path());
    again.sees("saved ").press("gm").sees("Unfinished writing").sees("+ The chair welcomed");
    again.press("<enter>.<esc>").sees("written.").press("q");
    assert!(again.ends().success());
    assert!(all_words(shelf.path()).contains("The chair welcomed the members."));
}

#[test]
fn killed_while_the_draft_is_on_offer_it_is_offered_again() {
    let shelf = Shelf::sample();
    let mut clerk = at_work(open(shelf.path()));
    clerk.press("eHalf a sentence").sees("draft kept");
    clerk.dies();
    for _ in 0..2 {
        let mut again = open(shelf.path());
        again.sees("saved ").press("gm").sees("+ Half a sentence");
        again.dies();
    }
}
