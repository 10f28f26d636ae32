//! A meeting minuted without the screen: the 2010 schedule read in, a meeting
//! recorded line by line, and the minutes written out.

use std::fs;
use std::path::Path;

use serde_json::Value;

use super::{Desk, MEETING};

/// The real paper at `path` beside the repository, if it is there.
fn real(path: &str) -> Option<String> {
    let full = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared").join(path);
    if full.exists() {
        return Some(full.to_str().unwrap().to_owned());
    }
    eprintln!("skipped: {} is not here", full.display());
    None
}

fn numbers(targets: &Value) -> Option<[u64; 4]> {
    let number = |name: &str| targets[name].as_u64().unwrap();
    targets.is_object().then(|| ["total", "on_track", "off_track", "cannot_judge"].map(number))
}

#[test]
fn the_schedule_of_2010_gives_the_counts_it_prints() {
    let Some(paper) = real("seeds/001_8e1bf8d891cdf356.txt") else { return };
    let desk = Desk::without_a_book();
    desk.does(&["new", "board.minutebook"], "");
    let trial = desk.json(&["import", &paper, "--kind", "schedule", "--dry-run", "--json"]);
    assert_eq!(trial["written"], false);
    desk.does(&["list", "partnerships"], "There are no partnerships to list.");

    let report = desk.json(&["import", &paper, "--kind", "schedule", "--json"]);
    assert_eq!((&report["written"], &report["found"]["partnerships"]), (&true.into(), &7.into()));
    let partnerships = desk.json(&["list", "partnerships", "--json"]);
    let rows = partnerships.as_array().unwrap();
    let counted: Vec<Option<[u64; 4]>> = rows.iter().map(|row| numbers(&row["targets"])).collect();
    assert_eq!(
        counted,
        [
            Some([17, 2, 7, 8]),
            Some([3, 1, 0, 2]),
            Some([7, 6, 0, 1]),
            Some([5, 3, 1, 1]),
            Some([5, 4, 0, 1]),
            Some([5, 2, 3, 0]),
            None,
        ]
    );
    let points = |section: &str| {
        let all = rows.iter().flat_map(|row| row["performance"].as_array().unwrap());
        all.filter(|point| point["section"] == section).count()
    };
    assert_eq!((points("outcomes"), points("partnership_working")), (26, 16));
    let responses = rows.iter().map(|row| row["responses"].as_array().unwrap().len());
    assert_eq!(responses.sum::<usize>(), 16);
    let periods: Vec<&str> = rows.iter().filter_map(|row| row["period"].as_str()).collect();
    assert_eq!(periods.len(), 6, "{periods:?}");
    assert!(rows[6]["name"].as_str().is_some_and(|name| name.contains("Stronger Communities")));

    desk.does(&["import", &paper, "--kind", "schedule"], "the book has it all already");
    desk.does(&["undo"], "");
    desk.does(&["list", "partnerships"], "There are no partnerships to list.");
    desk.does(&["verify"], "");
}

#[test]
fn a_meeting_is_made_of_the_paper_minuted_and_written_out() {
    let Some(paper) = real("seeds/001_8e1bf8d891cdf356.txt") else { return };
    let desk = Desk::without_a_book();
    desk.does(&["new", "board.minutebook"], "");
    desk.does(&["import", &paper], "Written.");
    let meetings = desk.json(&["list", "meetings", "--json"]);
    let meeting = meetings[0]["id"].as_str().unwrap();
    let code = meetings[0]["body_code"].as_str().unwrap();
    desk.does(&["add", &format!(".person Cllr R Okonjo on {code} as chair")], "Okonjo");
    for name in ["Cllr D Farrow", "Cllr J Hesketh", "Cllr M Idris"] {
        desk.does(&["add", &format!(".person {name} on {code} as member")], "");
    }
    let said = desk.runs_with(
        &["record", "--meeting", meeting, "-"],
        ".in all\n.chair okonjo\n.item 1\nThe Trust's report was taken.\n.d to ask for the figures\n\
         .a idris: Ask for them by 30 Sep\n.close\n",
    );
    assert_eq!((said.code, said.err.as_str()), (Some(0), ""));
    let minutes = desk.does(&["export", "minutes", "--meeting", meeting], "Okonjo");
    for words in ["The Trust's report was taken.", "to ask for the figures", "30 September 2010"] {
        assert!(minutes.contains(words), "{words}:\n{minutes}");
    }
    desk.does(&["verify"], "");
}

/// The sample's meeting, minuted from its first line to its last.
fn minuted() -> Desk {
    let desk = Desk::with_the_sample();
    let done = desk.runs_with(
        &["record", "--meeting", MEETING, "-"],
        ".apol quill: unwell\n.in okonjo, allardyce, farrow, hesketh, idris\n.chair okonjo\n\
         .item 5\nThe Head of Partnership Working introduced the report.\n\n\
         Members asked what was being done.\n.v 4-1-0\n.d rec\n.a james: Write to the Trust by 30 Sep\n\
         .priv Check the figures first\n.next\n.d NOTED\n.close 12.10\n",
    );
    assert_eq!((done.code, done.err.as_str()), (Some(0), ""), "{}", done.out);
    assert!(
        done.out.lines().all(|line| line.ends_with('.') || line.contains("Note:")),
        "{}",
        done.out
    );
    desk
}

#[test]
fn what_was_recorded_is_listed() {
    let desk = minuted();
    let decisions = desk.json(&["list", "decisions", "--meeting", MEETING, "--json"]);
    let verbs: Vec<&str> =
        decisions.as_array().unwrap().iter().filter_map(|d| d["verb"].as_str()).collect();
    assert_eq!(verbs, ["AGREED", "NOTED"]);
    assert_eq!(decisions[0]["vote"]["for"], 4);
    let actions = desk.json(&["list", "actions", "--meeting", MEETING, "--json"]);
    assert_eq!(
        (&actions[0]["due"], &actions[0]["owner"]),
        (&"2010-09-30".into(), &"Paul James".into())
    );
    let shown = desk.json(&["show", MEETING, "--json"]);
    assert_eq!(shown["status"], "closed");
}

#[test]
fn the_minutes_are_written_in_each_format_and_over_nothing() {
    let desk = minuted();
    for (format, words) in
        [("txt", "Head of Partnership Working"), ("md", "**"), ("json", "\"minutes\"")]
    {
        let args = ["export", "minutes", "--meeting", MEETING, "--as", format];
        let made = desk.does(&args, words);
        assert!(!made.contains("Check the figures first"), "a private note in {format}");
        assert_eq!(desk.runs(&args).out, made, "two exports as {format} differ");
        let file = format!("minutes.{format}");
        desk.does(&["export", "minutes", "--meeting", MEETING, "-o", &file], &file);
        assert_eq!(fs::read_to_string(desk.folder().join(&file)).unwrap(), made);
        desk.refuses(&["export", "minutes", "--meeting", MEETING, "-o", &file], "is there already");
        desk.does(&["export", "minutes", "--meeting", MEETING, "-o", &file, "--force"], &file);
    }
    let json = desk.does(&["export", "minutes", "--meeting", MEETING, "--as", "json"], "");
    assert!(serde_json::from_str::<Value>(&json).is_ok());
}

#[test]
fn a_line_that_cannot_be_recorded_ends_it_and_what_was_before_stands() {
    let desk = Desk::with_the_sample();
    let done =
        desk.runs_with(&["record", "--meeting", MEETING], ".in okonjo\n.in nobody\n.in idris\n");
    assert_eq!(done.code, Some(1));
    assert!(done.out.contains("Okonjo"), "{}", done.out);
    assert!(done.err.starts_with("Line 2: "), "{}", done.err);
    let history = desk.runs(&["history"]).out;
    assert!(history.contains("Okonjo") && !history.contains("Idris"), "{history}");
    desk.does(&["verify"], "");
}

#[test]
fn everything_recorded_is_undone_and_redone_from_the_command_line() {
    let desk = minuted();
    let exported = |desk: &Desk| desk.runs(&["export", "minutes", "--meeting", MEETING]).out;
    let before = exported(&desk);
    let stands = |desk: &Desk| {
        let history = desk.json(&["history", "--json"]);
        let stands = |row: &&Value| row["kind"] == "do" && row["taken_back"] == false;
        history.as_array().unwrap().iter().filter(stands).count()
    };
    let mut many = 0;
    while stands(&desk) > 1 {
        desk.does(&["undo"], "");
        many += 1;
    }
    assert_eq!(desk.json(&["show", MEETING, "--json"])["status"], "planned");
    for _ in 0..many {
        desk.does(&["redo"], "");
    }
    assert_eq!(exported(&desk), before);
    desk.does(&["verify"], "");
}

#[test]
fn no_document_is_written_over_a_book() {
    let desk = Desk::with_the_sample();
    let book = desk.0.path().to_str().unwrap().to_owned();
    let before = std::fs::read(&book).unwrap();
    let over = ["export", "minutes", "--as", "txt", "-o", &book, "--force"];
    desk.refuses(&over, "is a minute book");
    assert_eq!(std::fs::read(&book).unwrap(), before);
}

#[test]
fn one_undo_takes_back_all_that_came_of_one_line() {
    let desk = Desk::with_the_sample();
    let script = ".in all\n.item 3\n.exempt 3\n.exclude\n";
    assert_eq!(desk.runs_with(&["record", "--meeting", MEETING], script).code, Some(0));
    let minutes = |desk: &Desk| desk.runs(&["export", "minutes", "--meeting", MEETING]).out;
    assert!(minutes(&desk).contains("that the public be excluded"));
    desk.does(&["undo"], "Taken back");
    assert!(!minutes(&desk).contains("that the public be excluded"));
    desk.does(&["redo"], "Put back");
    assert!(minutes(&desk).contains("that the public be excluded"));
    desk.does(&["verify"], "");
}

#[test]
fn a_paper_with_nothing_in_it_changes_nothing() {
    let desk = Desk::with_the_sample();
    let before = desk.0.book().count().unwrap();
    for (name, bytes) in [
        ("empty.txt", &b""[..]),
        ("prose.txt", b"The chair welcomed everyone and the meeting began."),
        ("noise.txt", &[0xff, 0xfe, 0, 1, 2, 3, 0x80]),
        ("half.docx", b"PK\x03\x04half a file"),
    ] {
        fs::write(desk.folder().join(name), bytes).unwrap();
        let done = desk.runs(&["import", name, "--kind", "schedule"]);
        assert_eq!((done.code, done.out.as_str()), (Some(1), ""), "{name}: {done:?}");
        assert!(done.err.contains(name), "{name}: {}", done.err);
    }
    assert_eq!(desk.0.book().count().unwrap(), before);
}

#[test]
fn of_a_meeting_to_come_there_are_no_minutes() {
    let desk = Desk::with_the_sample();
    for what in ["minutes", "decisions"] {
        desk.refuses(&["export", what, "--meeting", MEETING], "has not been held");
    }
    let book = desk.does(&["export", "book"], "20 May 2010");
    assert!(!book.contains("22 July 2010)"), "{book}");
}

#[test]
fn an_agenda_tells_nothing_of_what_was_said_and_decided_under_it() {
    let desk = Desk::with_the_sample();
    let lines =
        ".in all\n.next 5\nQUERNSTONE was talked of.\n.d AGREED: to buy QUERNSTONE\n.close 11:00\n";
    desk.runs_with(&["record", "--meeting", MEETING], lines);
    for format in ["txt", "json", "csv", "html", "md"] {
        let agenda = desk.runs(&["export", "agenda", "--meeting", MEETING, "--as", format]).out;
        assert!(agenda.to_lowercase().contains("forward plan"), "{format}: {agenda}");
        let told = ["QUERNSTONE", "\"movements\""].map(|word| agenda.contains(word));
        assert_eq!(told, [false; 2], "{format}: {agenda}");
    }
}

#[test]
fn whatever_was_just_written_out_is_as_the_book_has_it() {
    let desk = Desk::with_the_sample();
    for (file, asked) in [
        ("a.ics", &["agenda", "--as", "ics"][..]),
        ("b.ics", &["actions", "--as", "ics-events"]),
        ("c.txt", &["schedule", "--as-at", "2010-07-22"]),
        ("d.html", &["schedule", "--with-gaps", "--meeting", MEETING]),
        ("e.txt", &["gaps", "--meeting", MEETING]),
        ("f.csv", &["decisions", "--meeting", "spsc-2010-05-20"]),
    ] {
        desk.does(&[&["export"][..], asked, &["-o", file]].concat(), file);
        desk.does(&["verify", file], "is as the book has it");
    }
}

#[test]
fn a_later_version_of_an_agenda_keeps_what_the_clerk_typed() {
    let desk = Desk::with_the_sample();
    let agenda = "# Safer Streets Partnership\n\nAgenda, 3 March 2027, 10.00\n\n1. Apologies\n2. Safer streets\n3. Lighting\n";
    let later = agenda.replace("Safer streets", "Streets").replace("Lighting", "Lighting plan");
    for (file, text) in [("a.md", agenda), ("b.md", &later)] {
        fs::write(desk.folder().join(file), text).unwrap();
    }
    desk.does(&["import", "a.md"], "3 items");
    let meetings = desk.json(&["list", "meetings", "--json"]);
    let id = meetings[0]["id"].as_str().unwrap().to_owned();
    let lines = [".alter 2 title Safer streets for all", ".agenda Petitions"];
    desk.does(&[&["record", "--meeting", &id][..], &lines].concat(), "now called");
    let told = desk.does(&["import", "b.md"], "(kept as the clerk typed it)");
    assert!(told.contains("Petitions, is not in this version; it is kept"), "{told}");
    let listed = desk.does(&["list", "items", "--meeting", &id], "Safer streets for all");
    assert!(listed.contains("Lighting plan") && listed.contains("Petitions"), "{listed}");
}

#[test]
fn a_paper_that_no_meeting_is_found_for_ends_in_an_error_that_a_script_can_tell() {
    let desk = Desk::without_a_book();
    desk.does(&["new", "board.minutebook"], "");
    fs::write(desk.folder().join("log.csv"), "Ref,Action,Owner,Due\n1,Ring the trust,Ann,1 May\n")
        .unwrap();
    let done = desk.runs(&["import", "log.csv", "--kind", "actions"]);
    assert_eq!(done.code, Some(1), "{}{}", done.out, done.err);
    assert!(done.out.contains("Nothing was written"), "{}", done.out);
    assert!(done.err.contains("Name its meeting with --meeting."), "{}", done.err);
}

#[test]
fn a_line_with_its_time_before_it_is_not_taken_for_a_paragraph() {
    let desk = Desk::with_the_sample();
    let said = desk.runs_with(&["record", "--meeting", MEETING, "-"], ".in okonjo\n11.00 .close\n");
    assert!(
        said.err.contains("Line 2: A line with a time before \".close\" is not read"),
        "{}",
        said.err
    );
    let said =
        desk.runs_with(&["record", "--meeting", MEETING, "-"], "11.00 am is when it began.\n");
    assert_eq!(said.code, Some(0), "{}", said.err);
}
