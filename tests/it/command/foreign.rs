//! Files that are no book, or one that has been tampered with: refused with a
//! sentence, and left as they were to the byte.

use std::fs;
use std::path::Path;

use rusqlite::Connection;

use super::Desk;

/// Each command that takes a book refuses the file at `name`, with these words,
/// and neither it nor its folder changes.
#[track_caller]
fn check(desk: &Desk, name: &str, words: &str) {
    let path = desk.folder().join(name);
    let state = || {
        let about = fs::metadata(&path).unwrap();
        let bytes = if about.is_file() { fs::read(&path).unwrap() } else { Vec::new() };
        let mut beside: Vec<_> =
            fs::read_dir(desk.folder()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        beside.sort();
        (bytes, about.modified().unwrap(), beside)
    };
    let before = state();
    for command in [
        &["list", "meetings"][..],
        &["record", "--meeting", "spsc-2010-07-22", ".in okonjo"],
        &["verify"],
        &["undo"],
        &["export", "minutes"],
        &["search", "crime"],
    ] {
        let args = [&["--book", name][..], command].concat();
        desk.refuses(&args, words);
        assert!(state() == before, "{args:?} changed something");
    }
}

#[test]
fn what_is_no_file_is_no_book() {
    let desk = Desk::without_a_book();
    fs::create_dir(desk.folder().join("folder")).unwrap();
    check(&desk, "folder", "is not a file that could hold a minute book.");
    desk.refuses(&["--book", "/dev/zero", "list", "meetings"], "is not a file");
    desk.refuses(&["--book", "nowhere/x.db", "list", "meetings"], "There is no minute book at");
    desk.refuses(&["new", "nowhere/x.db"], "cannot be opened");
}

#[cfg(unix)]
#[test]
fn a_pipe_is_refused_and_not_waited_for() {
    let desk = Desk::with_the_sample();
    let path = desk.folder().join("pipe");
    let made = std::process::Command::new("mkfifo").arg(&path).status();
    if !made.is_ok_and(|status| status.success()) {
        eprintln!("skipped: no pipe can be made here");
        return;
    }
    desk.refuses(&["--book", "pipe", "list", "meetings"], "is not a file");
    desk.refuses(&["--book", "pipe", "record", "--meeting", "m", ".next"], "is not a file");
    desk.refuses(&["import", "pipe"], "is not a file");
}

#[test]
fn an_empty_file_and_other_kinds_of_file_are_no_books() {
    let desk = Desk::without_a_book();
    let put = |name: &str, bytes: &[u8]| fs::write(desk.folder().join(name), bytes).unwrap();
    put("empty", b"");
    check(&desk, "empty", "is empty: it has 0 bytes.");
    put("text", b"Minutes of the meeting");
    check(&desk, "text", "it is some other kind of file");
    put("header", b"SQLite format 3\0");
    check(&desk, "header", "it is some other kind of file");
    put("zeros", &[0; 8192]);
    check(&desk, "zeros", "it is some other kind of file");
}

#[test]
fn another_programs_database_is_no_book() {
    let desk = Desk::without_a_book();
    let db = Connection::open(desk.folder().join("theirs.db")).unwrap();
    db.execute_batch("CREATE TABLE meeting (id TEXT); INSERT INTO meeting VALUES ('theirs')")
        .unwrap();
    drop(db);
    check(&desk, "theirs.db", "it is another program's database");
}

/// The sample book after `sql`, under a name of its own.
fn after(desk: &Desk, sql: &str) {
    desk.0.raw().execute_batch(sql).unwrap();
}

#[test]
fn a_newer_programs_book_is_not_touched() {
    let desk = Desk::with_the_sample();
    after(&desk, "PRAGMA user_version = 999");
    check(&desk, "board.minutebook", "kept by a newer minutebook (book 999, program");
}

#[test]
fn a_book_with_something_planted_in_it_is_refused_by_its_name() {
    for (sql, words) in [
        (
            "CREATE TRIGGER helpful AFTER UPDATE ON action BEGIN SELECT 1; END",
            "the trigger \"helpful\"",
        ),
        (
            "PRAGMA writable_schema = ON; INSERT INTO sqlite_schema VALUES ('trigger', 'sqlite_helpful',
             'action', 0, 'CREATE TRIGGER sqlite_helpful AFTER UPDATE ON action BEGIN SELECT 1; END')",
            "the trigger \"sqlite_helpful\"",
        ),
        ("CREATE VIEW handy AS SELECT * FROM person", "the view \"handy\""),
        ("CREATE TABLE spare (id TEXT)", "the table \"spare\""),
        ("CREATE INDEX quick ON person (upper(family))", "the index \"quick\""),
        ("DROP TRIGGER guard_person_UPDATE", "a book without the trigger \"guard_person_UPDATE\""),
        ("ALTER TABLE person ADD COLUMN secret TEXT", "the table \"person\""),
    ] {
        let desk = Desk::with_the_sample();
        after(&desk, sql);
        check(&desk, "board.minutebook", words);
    }
}

/// The sample book with some of its bytes made something else.
fn damaged(damage: impl FnOnce(&mut Vec<u8>)) -> Desk {
    let desk = Desk::with_the_sample();
    let mut bytes = fs::read(desk.0.path()).unwrap();
    damage(&mut bytes);
    fs::write(desk.0.path(), bytes).unwrap();
    desk
}

#[test]
fn half_a_book_is_refused_and_left_alone() {
    let desk = damaged(|bytes| bytes.truncate(bytes.len() / 2));
    check(&desk, "board.minutebook", "The book is damaged");
}

#[test]
fn a_damaged_page_is_found_before_anything_is_believed() {
    let root = |path: &Path, table: &str| -> usize {
        let db = Connection::open(path).unwrap();
        let sql = "SELECT rootpage FROM sqlite_schema WHERE name = ?";
        let page: u32 = db.query_row(sql, [table], |row| row.get(0)).unwrap();
        usize::try_from(page).unwrap()
    };
    for table in ["person", "entry", "change", "words_data"] {
        let sample = Desk::with_the_sample();
        let page = root(sample.0.path(), table);
        let desk = damaged(|bytes| bytes[(page - 1) * 4096..page * 4096].fill(0x5a));
        check(&desk, "board.minutebook", "The book is damaged");
    }
}

#[test]
fn no_flipped_bit_ends_the_program_otherwise_than_with_a_sentence() {
    for n in 0..10_usize {
        let desk = damaged(|bytes| {
            let at = n * 7_919 * 61 % bytes.len();
            bytes[at] ^= 1 << (n % 8);
        });
        for args in [&["verify"][..], &["list", "meetings"], &["history"]] {
            let done = desk.runs(args);
            assert!(matches!(done.code, Some(0 | 1)), "{n} {args:?}: {done:?}");
            assert!(!done.err.contains("panicked"), "{n} {args:?}: {}", done.err);
        }
    }
}

#[test]
fn minutes_read_into_a_meeting_with_a_standing_agenda_keep_their_own_titles() {
    let desk = Desk::without_a_book();
    desk.does(&["new", "board.minutebook"], "board.minutebook");
    desk.does(&["add", ".body CGB Corvedale Growth Board as partnership board"], "Corvedale");
    desk.does(&["add", ".meeting CGB 22 Apr 2026 14:00"], "2026");
    let paper = "Corvedale Growth Board\n\nMinutes of the meeting held on 22 April 2026\n\nPresent: Ann Bell \
        (Chair), Tom Hart\n\n1. Winter plan\n\nBeds were lost.\n\nRESOLVED: that the plan be approved.\n\n\
        2. Dental access\n\nThe clinic was seen.\n";
    let file = desk.0.folder().join("minutes.txt");
    std::fs::write(&file, paper).unwrap();
    let said = desk.does(&["import", file.to_str().unwrap()], "Written.");
    assert!(said.contains("it is called what the minutes call it"), "{said}");
    let id = desk.json(&["list", "meetings", "--json"])[0]["id"].as_str().unwrap().to_owned();
    let page = desk.does(&["export", "minutes", "--meeting", &id], "Winter plan");
    assert!(page.contains("Dental access") && !page.contains("Welcome"), "{page}");
}
