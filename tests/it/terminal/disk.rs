//! Slow disks and full ones.

use std::fs;
use std::process::Command;
use std::time::{Duration, Instant};

use minutebook::book::Book;

use super::{at_work, on_record};
use crate::support::disk::shim;
use crate::support::session::{Session, start};
use crate::support::shelf::Shelf;

/// A clerk with the sample book on a disk made so.
fn clerk(shelf: &Shelf, shim: &str, name: &str, value: &str) -> Session {
    let path = shelf.path().to_str().unwrap();
    at_work(start(["--book", path]).env("LD_PRELOAD", shim).env(name, value).run())
}

/// Whether the book keeps `text` for a clerk who has not put it on record yet.
fn is_kept(shelf: &Shelf, text: &str) -> bool {
    let book = Book::read(shelf.path()).unwrap();
    let drafts = book.drafts(&"spsc-2010-07-22".into()).unwrap();
    drafts.iter().any(|draft| draft.text.contains(text))
}

#[test]
fn keys_are_drawn_without_waiting_for_the_disk() {
    let Some(shim) = shim() else { return };
    let shelf = Shelf::sample();
    let mut clerk = clerk(&shelf, &shim, "SLOW_SYNC_MS", "200");
    clerk.press("e").sees("Writing the minute");
    let mut took: Vec<Duration> = ('a'..='t')
        .scan(String::new(), |typed, key| {
            typed.push(key);
            clerk.press(&key.to_string());
            Some(clerk.waits_for(typed))
        })
        .collect();
    took.sort();
    // All but the slowest: other tests run beside this one.
    assert!(took[17] < Duration::from_millis(50), "{took:?}");
    clerk.press("<esc>").sees("written.").press("q");
    assert!(clerk.ends().success());
}

#[test]
fn saved_is_said_after_the_disk_has_it_and_saving_until_then() {
    let Some(shim) = shim() else { return };
    let shelf = Shelf::sample();
    let mut clerk = clerk(&shelf, &shim, "SLOW_SYNC_MS", "200");
    let before = clerk.saved().unwrap();
    let from = Instant::now();
    clerk.press("+okonjo<enter>").sees("saving…");
    assert_eq!(clerk.saved(), Some(before));
    assert!(from.elapsed() < Duration::from_millis(200), "after {:?}", from.elapsed());
    clerk.sees(&format!("#{}", before + 1));
    assert!(from.elapsed() >= Duration::from_millis(200), "after {:?}", from.elapsed());
    clerk.sees_no_more("saving…").press("q");
    assert!(clerk.ends().success());
}

#[test]
fn a_reader_opens_a_book_whose_writer_died_in_the_middle_of_an_entry() {
    let Some(shim) = shim() else { return };
    for long in [30, 130, 230, 330] {
        let shelf = Shelf::sample();
        let mut clerk = clerk(&shelf, &shim, "SLOW_SYNC_MS", "100");
        let saved = i64::from(clerk.saved().unwrap());
        clerk.press("+okonjo<enter>").sees("saving…");
        clerk.listens_until(Instant::now() + Duration::from_millis(long));
        clerk.dies();
        let book = Book::read(shelf.path()).unwrap();
        assert!(book.count().unwrap() >= saved);
        assert_eq!(book.verify().unwrap().faults, Vec::<String>::new());
    }
}

#[test]
fn a_full_disk_is_told_and_what_was_saved_stays_saved() {
    let Some(shim) = shim() else { return };
    let shelf = Shelf::sample();
    let full = shelf.folder().join("full");
    let mut clerk = clerk(&shelf, &shim, "FULL_WHILE", full.to_str().unwrap());
    clerk.press("+okonjo<enter>").sees("In the room").sees("#4");
    // What is typed is kept as it is typed, and that would be told of as well.
    clerk.press("+idris").sees("Councillor M. Idris");
    let patience = Instant::now() + Duration::from_secs(20);
    while !is_kept(&shelf, ".in idris") && Instant::now() < patience {
        clerk.listens_until(Instant::now() + Duration::from_millis(20));
    }
    fs::write(&full, "").unwrap();
    clerk.press("<enter>").sees("The disk is full, and the last thing was not saved.");
    assert_eq!(clerk.saved(), Some(4));
    fs::remove_file(&full).unwrap();
    clerk.sees(".in idris").press("<enter>").sees("In the room").sees("#5").press("q");
    assert!(clerk.ends().success());
    assert_eq!(on_record(shelf.path()).attendance.len(), 2);
    shelf.is_sound();
}

#[test]
fn what_is_typed_on_a_full_disk_stays_in_the_field() {
    let Some(shim) = shim() else { return };
    let shelf = Shelf::sample();
    let full = shelf.folder().join("full");
    let mut clerk = clerk(&shelf, &shim, "FULL_WHILE", full.to_str().unwrap());
    clerk.press("e").sees("Writing the minute");
    fs::write(&full, "").unwrap();
    clerk.press("A sentence on a full disk").sees("The disk is full");
    fs::remove_file(&full).unwrap();
    clerk.press(", saved after all.<esc>").sees("written.").press("q");
    assert!(clerk.ends().success());
    let sitting = on_record(shelf.path());
    assert_eq!(
        sitting.text_of(&sitting.items[0].id),
        "A sentence on a full disk, saved after all."
    );
}

#[test]
fn whichever_write_fails_an_entry_is_there_whole_or_not_at_all() {
    let Some(shim) = shim() else { return };
    let mut failed = 0;
    for n in 1..=40 {
        let shelf = Shelf::sample();
        let done = Command::new(env!("CARGO_BIN_EXE_minutebook"))
            .args(["record", "--meeting", "spsc-2010-07-22", ".in okonjo", ".d to ask"])
            .env("MINUTEBOOK", shelf.path())
            .env("LD_PRELOAD", &shim)
            .env("FULL_FROM", n.to_string())
            .output()
            .unwrap();
        let said = String::from_utf8(done.stderr).unwrap();
        let told = String::from_utf8(done.stdout).unwrap().lines().count();
        shelf.is_sound();
        let count = shelf.book().count().unwrap();
        assert!(count > i64::try_from(told).unwrap(), "{told} were told, {count} are there");
        if done.status.success() {
            break;
        }
        failed += 1;
        assert_eq!(done.status.code(), Some(1), "write {n}: {said}");
        assert!(said.contains("disk is full") || said.contains("not saved"), "write {n}: {said}");
    }
    assert!(failed > 3, "only {failed} writes failed");
}
