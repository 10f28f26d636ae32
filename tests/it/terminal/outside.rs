//! What is done to the program, its window and its book from outside.

use std::fs;
use std::time::Duration;

use super::{all_words, at_work, sitting};
use crate::support::session::open;
use crate::support::shelf::Shelf;

#[test]
fn what_the_terminal_answers_to_somebody_else_is_no_typing() {
    let (shelf, mut clerk) = sitting();
    let before = clerk.saved();
    for answer in [
        "\x1b]10;rgb:eeee/eeee/ecec\x1b\\",
        "\x1b]11;rgb:0000/0000/0000\x07",
        "\x1bP1$r0 q\x1b\\",
        "\x1b_Gi=1;OK\x1b\\",
    ] {
        clerk.sends(answer.as_bytes());
    }
    clerk.press("eThe chair").sees("The chair");
    clerk.sends(b"\x1b]52;c;c2VjcmV0\x07").press(" spoke.").sees("The chair spoke.");
    assert_eq!(clerk.saved(), before);
    clerk.press("<esc>").sees("written.").press("q");
    assert!(clerk.ends().success());
    assert!(all_words(shelf.path()).contains("The chair spoke."));
}

#[test]
fn stopped_and_told_to_go_on_it_takes_the_terminal_again() {
    let (shelf, mut clerk) = sitting();
    clerk.press("eBefore").sees("Before");
    let second = Duration::from_secs(1);
    clerk.signal("TSTP").hears_until(10 * second, |clerk| !clerk.is_taken_over());
    // It stops itself a moment later, and is told to go on until it does.
    while !clerk.is_taken_over() {
        clerk.signal("CONT").hears_until(second, |clerk| clerk.is_taken_over());
    }
    clerk.press(" and after").sees("and after");
    clerk.signal("STOP").signal("CONT").press(" and after").sees("and after and after");
    // What is typed before it has the terminal again is told back by the terminal itself.
    while clerk.settings().contains("ICANON") {
        clerk.hears_until(second, |clerk| !clerk.settings().contains("ICANON"));
    }
    clerk.press("<esc>").sees("written.").press("q");
    assert!(clerk.ends().success());
    assert!(all_words(shelf.path()).contains("Before and after and after"));
}

#[test]
fn words_that_cannot_be_kept_are_printed_on_the_way_out() {
    let (shelf, mut clerk) = sitting();
    let moved = shelf.folder().join("moved");
    fs::rename(shelf.path(), &moved).unwrap();
    clerk.press("eThe last words").sees("no longer where it was opened");
    clerk.press("<^c>").sees("Ctrl-C again leaves");
    clerk.press("<^c>");
    assert_eq!(clerk.ends().exit_code(), 1);
    let said = String::from_utf8_lossy(&clerk.log).into_owned();
    let after = said.rsplit("\x1b[?1049l").next().unwrap_or_default();
    assert!(after.contains("What was typed last: The last words"), "{after}");
}

#[test]
fn words_that_cannot_be_kept_are_printed_when_the_system_ends_it() {
    let (shelf, mut clerk) = sitting();
    fs::rename(shelf.path(), shelf.folder().join("moved")).unwrap();
    clerk.press("eThe last words").sees("no longer where it was opened").signal("TERM");
    assert_eq!(clerk.ends().exit_code(), 1);
    let said = String::from_utf8_lossy(&clerk.log).into_owned();
    assert!(said.contains("What was typed last: The last words"), "{said}");
}

#[test]
fn an_older_file_put_over_the_book_is_noticed_and_not_written_in() {
    let shelf = Shelf::sample();
    let older = fs::read(shelf.path()).unwrap();
    let mut clerk = at_work(open(shelf.path()));
    clerk.press("+all<enter>").sees("In the room").press("n").sees("Took item 2");
    fs::write(shelf.path(), &older).unwrap();
    clerk.press("n").sees("was overwritten from outside").press("q");
    clerk.ends();
    assert_eq!(fs::read(shelf.path()).unwrap(), older);
}
