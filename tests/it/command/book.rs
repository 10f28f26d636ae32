//! Books and where they are: made, named, copied, read and left alone.

use std::fs;
use std::path::Path;

use super::Desk;

#[test]
fn a_new_book_is_made_where_it_says_and_over_nothing() {
    let desk = Desk::without_a_book();
    let said = desk.does(&["new", "fresh.minutebook"], "fresh.minutebook");
    assert!(Path::new(said.trim()).is_absolute() && Path::new(said.trim()).exists());
    let before = fs::read(desk.folder().join("fresh.minutebook")).unwrap();
    desk.refuses(&["new", "fresh.minutebook", "--sample"], "is there already");
    assert_eq!(fs::read(desk.folder().join("fresh.minutebook")).unwrap(), before);
    desk.does(
        &["--book", "fresh.minutebook", "list", "meetings"],
        "There are no meetings to list.",
    );
    desk.does(&["new", "sample.db", "--sample"], "sample.db");
    desk.does(&["--book", "sample.db", "list", "meetings"], "Thu 22 Jul 2010");
    desk.does(&["verify", "sample.db"], "");
}

#[test]
fn no_name_is_taken_for_anything_but_a_file() {
    let desk = Desk::without_a_book();
    for name in [
        "file:x.db?mode=memory",
        "file:y.db?immutable=1",
        ":memory:",
        "-x.db",
        "with space and\nnewline.db",
        "x.db?vfs=memdb",
    ] {
        let book = format!("--book={name}");
        desk.does(&["new", "--sample", "--", name], "");
        assert!(desk.folder().join(name).is_file(), "{name} is no file");
        desk.does(&[&book, "record", "--meeting", "spsc-2010-07-22", ".in okonjo"], "Okonjo");
        desk.does(&[&book, "history"], "Okonjo");
        desk.does(&[&book, "verify"], "");
        fs::remove_file(desk.folder().join(name)).unwrap();
    }
    assert_eq!(fs::read_dir(desk.folder()).unwrap().count(), 0, "something was left");
}

#[test]
fn an_empty_name_is_asked_wrongly() {
    let desk = Desk::without_a_book();
    desk.is_asked_wrongly(&["--book", "", "list", "meetings"], "value is required");
    desk.is_asked_wrongly(&["new", ""], "value is required");
}

#[cfg(unix)]
#[test]
fn a_book_is_for_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let desk = Desk::without_a_book();
    desk.does(&["new", "b.db", "--sample"], "");
    desk.does(&["--book", "b.db", "backup", "copy.db"], "copy.db");
    for name in ["b.db", "copy.db"] {
        let mode = fs::metadata(desk.folder().join(name)).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{name}");
    }
}

#[test]
fn a_backup_is_the_whole_book_and_over_nothing() {
    let desk = Desk::with_the_sample();
    desk.does(&["backup", "copy.db"], "copy.db");
    let lists = ["meetings", "people", "actions", "decisions", "partnerships"];
    for what in lists {
        let args = ["list", what, "--json"];
        let there = desk.json(&[&["--book", "copy.db"][..], &args].concat());
        assert_eq!(there, desk.json(&args), "{what}");
    }
    desk.does(&["verify", "copy.db"], "");
    desk.refuses(&["backup", "copy.db"], "is there already");
}

#[test]
fn what_stands_beside_a_book_goes_when_the_book_is_left() {
    let desk = Desk::with_the_sample();
    desk.does(&["record", "--meeting", "spsc-2010-07-22", ".in okonjo"], "Okonjo");
    desk.does(&["list", "meetings"], "");
    let left: Vec<_> =
        fs::read_dir(desk.folder()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left, ["board.minutebook"]);
}

#[test]
fn verify_says_what_is_wrong_and_ends_with_1() {
    let desk = Desk::with_the_sample();
    desk.does(&["verify"], "");
    let db = desk.0.raw();
    let guard: String = db
        .query_row("SELECT sql FROM sqlite_schema WHERE name = 'guard_person_UPDATE'", [], |row| {
            row.get(0)
        })
        .unwrap();
    db.execute_batch("DROP TRIGGER guard_person_UPDATE").unwrap();
    db.execute("UPDATE person SET family = 'Forged' WHERE id = 'r-okonjo'", []).unwrap();
    db.execute_batch(&guard).unwrap();
    drop(db);
    let done = desk.runs(&["verify"]);
    assert_eq!(done.code, Some(1));
    assert!((done.out + &done.err).contains("\"person\" r-okonjo is not as the journal left it."));
}

#[test]
fn verify_tells_a_document_that_is_as_it_was_made_from_one_that_is_not() {
    let desk = Desk::with_the_sample();
    for ending in ["txt", "md", "html", "docx", "pdf", "json"] {
        let file = format!("minutes.{ending}");
        desk.does(&["export", "minutes", "-o", &file], "");
        desk.does(&["verify", &file], "is as the book has it");
    }
    let page = fs::read_to_string(desk.folder().join("minutes.html")).unwrap();
    fs::write(desk.folder().join("forged.html"), page.replacen("Councillor", "Alderman", 1))
        .unwrap();
    desk.refuses(&["verify", "forged.html"], "the file is not what is made of it");
    fs::write(desk.folder().join("other.txt"), "Minutes of some other body").unwrap();
    desk.refuses(&["verify", "other.txt"], "Nothing that this book makes now is the same");
    desk.does(&["verify", "minutes.pdf"], "20 May 2010");
}

#[cfg(unix)]
#[test]
fn an_officer_reads_a_book_in_a_folder_that_cannot_be_written() {
    use std::os::unix::fs::{PermissionsExt as _, chown};
    use std::os::unix::process::CommandExt as _;
    use std::process::Command;
    const NOBODY: u32 = 65_534;
    let desk = Desk::with_the_sample();
    let folder = desk.folder();
    for path in [folder, desk.0.path()] {
        let mode = if path.is_dir() { 0o555 } else { 0o444 };
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    }
    // The owner of everything can write anywhere, so nobody is asked instead.
    let is_nobody = chown(folder, Some(NOBODY), Some(NOBODY)).is_ok();
    let run = |args: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_minutebook"));
        command.args(args).env("MINUTEBOOK", desk.0.path()).current_dir("/");
        if is_nobody {
            command.uid(NOBODY).gid(NOBODY);
        }
        command.output()
    };
    let Ok(listed) = run(&["list", "meetings"]) else {
        eprintln!("skipped: nobody else may run {}", env!("CARGO_BIN_EXE_minutebook"));
        return;
    };
    assert!(String::from_utf8(listed.stdout).unwrap().contains("Thu 22 Jul 2010"));
    for args in [&["verify"][..], &["export", "minutes"], &["search", "crime"], &["history"]] {
        assert!(run(args).unwrap().status.success(), "{args:?}");
    }
    let refused = run(&["record", "--meeting", "spsc-2010-07-22", ".in okonjo"]).unwrap();
    assert_eq!(refused.status.code(), Some(1));
    let said = String::from_utf8(refused.stderr).unwrap();
    assert!(said.contains("The book cannot be written where it is."), "{said}");
    fs::set_permissions(folder, fs::Permissions::from_mode(0o755)).unwrap();
    assert_eq!(fs::read_dir(folder).unwrap().count(), 1, "something was left beside the book");
}

#[test]
fn a_book_copied_while_an_entry_was_written_reads_as_before_it() {
    let desk = Desk::with_the_sample();
    let before = desk.json(&["list", "meetings", "--json"]);
    let db = desk.0.raw();
    // A change large enough to reach the file before it is whole.
    db.execute_batch("PRAGMA cache_size = 1; BEGIN IMMEDIATE").unwrap();
    for n in 0..200 {
        let sql = "INSERT INTO setting (name, value) VALUES (?, ?)";
        db.execute(sql, [format!("n{n}"), "x".repeat(4096)]).unwrap();
    }
    let copy = Desk::without_a_book();
    for name in ["board.minutebook", "board.minutebook-journal"] {
        fs::copy(desk.folder().join(name), copy.folder().join(name)).unwrap();
    }
    drop(db);
    assert_eq!(copy.json(&["list", "meetings", "--json"]), before);
    copy.does(&["verify"], "");
    copy.0.is_sound();
}

#[test]
fn a_person_is_put_in_with_whom_they_stand_for() {
    let desk = Desk::with_the_sample();
    let code = desk.json(&["list", "bodies", "--json"])[0]["code"].as_str().unwrap().to_owned();
    let line = format!(
        ".person Bill Cole, Chair of the Trust from Westmarch Trust (health) on {code} as member"
    );
    desk.does(&["add", &line], "Bill Cole put in the book");
    let people = desk.json(&["list", "people", "--json"]);
    let bill = people.as_array().unwrap().iter().find(|row| row["name"] == "Bill Cole").unwrap();
    assert_eq!(bill["organisation"], "Westmarch Trust", "{bill}");
    desk.does(&["add", ".person Bill Cole, Chief Executive"], "Bill Cole, now Chief Executive.");
}

#[test]
fn a_member_who_takes_the_chair_was_a_member_until_then() {
    let desk = Desk::with_the_sample();
    let said = "Bill Cole, on Oxfordshire Partnership Board as chair since 1 June 2010, \
                having been member until 31 May 2010.";
    desk.does(&["add", ".person Bill Cole on OPB as member since 1 May 2009"], "Bill Cole");
    desk.does(&["add", ".person Bill Cole on OPB as chair since 1 June 2010"], said);
    // The same place from another day is a mistake put right.
    desk.does(
        &["add", ".person Bill Cole on OPB as chair since 2 June 2010"],
        "since 2 June 2010.",
    );
}

#[test]
fn no_meeting_is_put_in_the_calendar_twice() {
    let desk = Desk::with_the_sample();
    desk.does(&["add", ".meeting OPB 8 Sep 2031 10.00"], "8 September 2031");
    let twice = "meets on Monday 8 September 2031 already";
    desk.refuses(&["add", ".meeting OPB 8 Sep 2031"], twice);
    desk.does(&["add", ".meeting OPB 8 Sep 2031 14.00"], "8 September 2031");
}

#[test]
fn the_calendar_of_the_whole_book_has_the_meetings_to_come() {
    let desk = Desk::with_the_sample();
    let calendar = desk.does(&["export", "book", "--as", "ics"], "DTSTART:20100923T090000Z");
    assert_eq!(calendar.matches("BEGIN:VEVENT").count(), 6, "{calendar}");
}
