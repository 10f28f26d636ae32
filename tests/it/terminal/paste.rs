//! Much at once: pasted with brackets and without, and too much.

use std::time::Duration;

use super::{on_record, sitting};

/// Words, each told from the next, of at least `letters` letters in all.
fn words(letters: usize) -> String {
    let mut text = String::new();
    let mut n = 0;
    while text.len() < letters {
        n += 1;
        text.push_str(&format!("word{n:04} "));
    }
    text + "end."
}

/// Pastes `text` as a terminal does it, and looks whether it arrived whole and
/// was painted at once.
#[track_caller]
fn arrives(text: &str, pasted: &[u8]) {
    let (shelf, mut clerk) = sitting();
    clerk.press("e").sees("Writing the minute");
    clerk.sends(pasted);
    let took = clerk.waits_for("end.");
    assert!(took < Duration::from_secs(2), "painted after {took:?}");
    clerk.press("<esc>").sees("written.").press("q");
    assert!(clerk.ends().success());
    let sitting = on_record(shelf.path());
    let minute = sitting.text_of(&sitting.items[0].id);
    assert!(minute == text, "{} letters of {} arrived", minute.len(), text.len());
    shelf.is_sound();
}

#[test]
fn two_thousand_letters_without_brackets_arrive_whole() {
    let text = words(2_000);
    arrives(&text, text.as_bytes());
}

#[test]
fn twenty_thousand_letters_with_brackets_arrive_whole() {
    let text = words(20_000);
    arrives(&text, format!("\x1b[200~{text}\x1b[201~").as_bytes());
}

#[test]
fn wide_letters_and_accents_arrive_whole() {
    let text = "Zoë moved — naïve 日本語 e\u{301} ".repeat(40) + "end.";
    arrives(&text, format!("\x1b[200~{text}\x1b[201~").as_bytes());
}

#[test]
fn a_megabyte_is_refused_with_a_sentence_and_changes_nothing() {
    let (shelf, mut clerk) = sitting();
    clerk.press("eShort. ").sees("Short.");
    clerk.sends(format!("\x1b[200~{}\x1b[201~", "x".repeat(1 << 20)).as_bytes());
    clerk.sees("That paste is 1024 KB").sees("Nothing was pasted.");
    clerk.press("Still here.<esc>").sees("written.").press("q");
    assert!(clerk.ends().success());
    let sitting = on_record(shelf.path());
    assert_eq!(sitting.text_of(&sitting.items[0].id), "Short. Still here.");
}

#[test]
fn a_paste_outside_a_field_presses_no_keys() {
    let (shelf, mut clerk) = sitting();
    let before = clerk.saved();
    clerk.sends(b"\x1b[200~d\rv5-1-1\rq\x1b[201~").sees("no field to paste into");
    assert_eq!(clerk.saved(), before);
    clerk.press("q");
    assert!(clerk.ends().success());
    assert!(on_record(shelf.path()).decisions.is_empty());
}

#[test]
fn an_end_of_brackets_in_the_paste_itself_is_only_text() {
    let (shelf, mut clerk) = sitting();
    clerk.press("e").sees("Writing the minute");
    clerk.sends(b"\x1b[200~one\x00two\x1b[31m\r\nthree\ttabbed\x1b[201~").sees("tabbed");
    clerk.press("<esc>").sees("written.").press("q");
    assert!(clerk.ends().success());
    let sitting = on_record(shelf.path());
    assert_eq!(sitting.text_of(&sitting.items[0].id), "onetwo[31m\nthree    tabbed");
}
