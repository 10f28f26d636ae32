//! Review copies: what is in one, and how what was noted in it comes back.

use std::fs;
use std::path::PathBuf;

use serde_json::Value;

use super::officer::first;
use super::{Desk, MEETING};

/// A word that is in no book by chance.
const CANARY: &str = "Quixotrope";

impl Desk {
    /// Runs a command on a copy that was lent, as whoever it is for.
    #[track_caller]
    fn notes_in(&self, copy: &str, lines: &[&str]) {
        let args: Vec<&str> =
            ["--book", copy, "record"].into_iter().chain(lines.iter().copied()).collect();
        self.does(&args, "");
    }

    pub(super) fn file(&self, name: &str) -> PathBuf {
        self.folder().join(name)
    }
}

/// Puts the canary into everything about an exempt item, and a private note.
fn planted() -> Desk {
    let desk = Desk::with_the_sample();
    let c = CANARY;
    let lines = format!(
        ".in all\n.next\n.chair okonjo\n.agenda {c} lease\n.item 15\n.exempt 3\n{c} was said.\n\
         .m okonjo/allardyce: {c} be agreed\n.v consent\n.d {c} be agreed\n.why {c}\n\
         .progress A/10/01: {c}\n.extend A/10/02 to 30 Sep 2010: {c}\n.done A/10/03: {c}\n\
         .cancel A/10/04: {c}\n.a penhale: {c} by 30 Sep 2010\n.priv {c}\n.int allardyce: {c} stayed\n.out brandreth: {c}\n"
    );
    let done = desk.runs_with(&["record", "--meeting", MEETING], &lines);
    assert!(done.out.contains(c), "{done:?}");
    desk.does(&["record", &format!(".pass G1 SP: {c}")], "");
    let bytes = fs::read(desk.0.path()).unwrap();
    assert!(holds(&bytes, c), "nothing was planted: {done:?}");
    desk
}

fn holds(bytes: &[u8], word: &str) -> bool {
    let word = word.as_bytes();
    let lower = word.to_ascii_lowercase();
    bytes.windows(word.len()).any(|part| part == word || part == lower)
}

#[test]
fn no_exempt_word_is_in_any_byte_of_a_review_copy() {
    let desk = planted();
    let made = desk.does(&["copy", "lent.minutebook", "--for", "K. Oduya"], "lent.minutebook");
    assert!(made.trim_end().ends_with("lent.minutebook"));
    let bytes = fs::read(desk.file("lent.minutebook")).unwrap();
    assert!(!holds(&bytes, CANARY));
    assert!(holds(&bytes, "Children's Trust"));
    desk.does(&["verify", "lent.minutebook"], "");
    desk.does(&["--book", "lent.minutebook", "list", "items", "--meeting", MEETING], "Exempt item");
    desk.refuses(&["--book", "lent.minutebook", "undo"], "nothing to take back");

    desk.does(&["copy", "whole.minutebook", "--for", "H. Strand", "--audience", "members"], "");
    let bytes = fs::read(desk.file("whole.minutebook")).unwrap();
    assert!(holds(&bytes, CANARY), "members may read exempt business");
    desk.does(&["verify", "whole.minutebook"], "");
}

#[test]
fn a_copy_has_what_was_put_off_promised_and_sent_later_but_no_reason_to_withhold() {
    let desk = Desk::with_the_sample();
    for line in [
        ".addenda 20 July: a late paper",
        ".item 5",
        ".promise James: what became of it by next meeting",
        ".defer next meeting: figures late",
        ".item 6",
        ".exempt 3: their price",
        ".alter 6 public title A contract",
    ] {
        desk.does(&["record", "--meeting", MEETING, line], "");
    }
    desk.does(&["copy", "lent.minutebook", "--for", "K. Oduya"], "");
    desk.does(&["verify", "lent.minutebook"], "");
    let bytes = fs::read(desk.file("lent.minutebook")).unwrap();
    assert!(!holds(&bytes, "their price"));
    let agenda =
        desk.does(&["--book", "lent.minutebook", "export", "agenda", "--meeting", MEETING], "");
    assert!(agenda.contains("A late paper") || agenda.contains("a late paper"), "{agenda}");
    assert!(agenda.contains("A CONTRACT"), "{agenda}");
    desk.does(
        &["--book", "lent.minutebook", "list", "items", "--meeting", "spsc-2010-09-23"],
        "What became of it",
    );
}

#[test]
fn a_copy_says_what_the_book_says_of_the_schedule() {
    let desk = Desk::with_the_sample();
    desk.does(&["copy", "lent.minutebook", "--for", "K. Oduya"], "");
    for args in
        [&["list", "partnerships", "--json"][..], &["gaps", "--json"], &["list", "framework"]]
    {
        let lent: Vec<&str> =
            ["--book", "lent.minutebook"].into_iter().chain(args.iter().copied()).collect();
        assert_eq!(desk.does(&lent, ""), desk.does(args, ""), "{args:?}");
    }
}

#[test]
fn what_was_altered_in_a_copy_comes_back_once() {
    let desk = Desk::with_the_sample();
    desk.does(&["copy", "lent.minutebook", "--for", "K. Oduya"], "");
    desk.notes_in(
        "lent.minutebook",
        &[".response SP action, owner K. Oduya: Renegotiate.", ".point CT-O4 neutral"],
    );
    desk.does(&["record", ".point CT-O2 mixed"], "");
    desk.does(&["merge", "lent.minutebook"], "2 merged from the copy of K. Oduya.");
    let rows = desk.json(&["list", "partnerships", "--json"]);
    assert_eq!(first(&rows, "SP")["responses"][0]["owner"], "K. Oduya");
    assert_eq!(first(&rows, "CT")["performance"][3]["tone"], "neutral");
    assert_eq!(first(&rows, "CT")["performance"][1]["tone"], "mixed");
    let before = desk.does(&["history"], "(K. Oduya, ");
    assert!(!before.contains("taken back"), "{before}");
    desk.does(
        &["merge", "lent.minutebook"],
        "Everything in the copy of K. Oduya had come back before.",
    );
    assert_eq!(desk.does(&["history"], ""), before);
    desk.notes_in("lent.minutebook", &[".point CT-O4 strength"]);
    desk.does(&["merge", "lent.minutebook"], "1 merged from the copy of K. Oduya.");
    desk.0.is_sound();
}

#[test]
fn what_came_back_can_be_taken_back() {
    let desk = Desk::with_the_sample();
    desk.does(&["copy", "lent.minutebook", "--for", "K. Oduya"], "");
    desk.notes_in("lent.minutebook", &[".point CT-O4 neutral"]);
    let before = desk.json(&["list", "partnerships", "--json"]);
    desk.does(&["merge", "lent.minutebook"], "1 merged");
    desk.does(&["undo"], "Taken back: Point CT-O4");
    assert_eq!(desk.json(&["list", "partnerships", "--json"]), before);
    desk.does(&["redo"], "Put back: Point CT-O4");
    desk.does(&["merge", "lent.minutebook"], "had come back before");
    let merged = desk.json(&["list", "partnerships", "--json"]);
    desk.does(&["undo"], "Taken back: Point CT-O4");
    desk.does(&["record", ".point CT-O1 concern"], "");
    desk.does(&["merge", "lent.minutebook"], "1 merged");
    desk.does(&["undo"], "Taken back: Point CT-O4");
    desk.does(&["undo"], "Taken back: Point CT-O1");
    desk.does(&["merge", "lent.minutebook"], "1 merged");
    assert_eq!(desk.json(&["list", "partnerships", "--json"]), merged);
    desk.0.is_sound();
}

#[test]
fn what_an_officer_took_back_does_not_come_back() {
    let desk = Desk::with_the_sample();
    let officer = |line: &str| desk.does(&["--book", "lent.minutebook", line], "");
    let tone = || {
        let rows = desk.json(&["list", "partnerships", "--json"]);
        first(&rows, "CT")["performance"][1]["tone"].clone()
    };
    desk.does(&["copy", "lent.minutebook", "--for", "K. Oduya"], "");
    desk.notes_in("lent.minutebook", &[".point CT-O4 neutral", ".point CT-O2 strength"]);
    officer("undo");
    let said = desk.does(&["merge", "lent.minutebook"], "1 merged");
    assert!(!said.contains("CT-O2"), "{said}");
    desk.does(&["undo"], "Taken back: Point CT-O4");
    let said = desk.does(&["redo"], "Put back: Point CT-O4");
    assert!(!said.contains("CT-O2"), "{said}");
    assert_eq!(tone(), "concern");
    officer("redo");
    desk.does(&["merge", "lent.minutebook"], "1 merged");
    assert_eq!(tone(), "strength");
    officer("undo");
    let said = desk.does(&["merge", "lent.minutebook"], "1 merged");
    assert!(said.contains("Undone in the copy: Point CT-O2"), "{said}");
    assert_eq!(tone(), "concern");
    desk.does(&["undo"], "Taken back: Undone in the copy: Point CT-O2");
    assert_eq!(tone(), "strength");
    desk.does(&["merge", "lent.minutebook"], "1 merged");
    assert_eq!(tone(), "concern");
    desk.0.is_sound();
}

#[test]
fn two_copies_come_back_in_either_order() {
    let merged = |order: [&str; 2]| {
        let desk = Desk::with_the_sample();
        desk.does(&["copy", "one.minutebook", "--for", "K. Oduya"], "");
        desk.does(&["copy", "two.minutebook", "--for", "H. Strand"], "");
        desk.notes_in("one.minutebook", &[".point CT-O4 neutral"]);
        desk.notes_in("two.minutebook", &[".figures CT 3 on track, 6 off track"]);
        for copy in order {
            desk.does(&["merge", copy], "1 merged");
        }
        desk.0.is_sound();
        desk.json(&["list", "partnerships", "--json"])
    };
    let (one, two) = ("one.minutebook", "two.minutebook");
    assert_eq!(merged([one, two]), merged([two, one]));
}

#[test]
fn what_both_altered_is_left_to_the_clerk_and_nothing_is_overwritten() {
    let desk = Desk::with_the_sample();
    desk.does(&["copy", "lent.minutebook", "--for", "K. Oduya"], "");
    desk.notes_in("lent.minutebook", &[".point CT-O2 strength", ".point CT-O4 neutral"]);
    desk.does(&["record", ".point CT-O2 mixed"], "");
    let done = desk.runs(&["merge", "lent.minutebook"]);
    let (said, told) = (done.out.as_str(), done.err.as_str());
    assert_eq!(done.code, Some(1), "what waits for the clerk is no success");
    assert!(told.contains("1 merged from the copy of K. Oduya; 1 not."), "{told}");
    assert!(said.contains("Not merged: Point CT-O2: tone was concern, now strength"), "{said}");
    assert!(said.contains("tone is now mixed"), "the three stand side by side: {said}");
    let rows = desk.json(&["list", "partnerships", "--json"]);
    assert_eq!(first(&rows, "CT")["performance"][1]["tone"], "mixed");
    desk.does(&["history"], "Not merged, as point CT-O2 (tone is now mixed) has moved on here");
    desk.does(&["merge", "lent.minutebook"], "had come back before, but 1 could not be merged");
    desk.0.is_sound();
}

#[test]
fn what_a_copy_alone_altered_of_a_row_comes_back_though_both_altered_another_part() {
    let desk = Desk::with_the_sample();
    desk.does(&["copy", "lent.minutebook", "--for", "K. Oduya"], "");
    desk.notes_in("lent.minutebook", &[".response EP-R2 action, owner Jan Paine, due 31 Dec 2010"]);
    desk.does(&["record", ".response EP-R2 owner David Robertson"], "");
    let done = desk.runs(&["merge", "lent.minutebook"]);
    assert_eq!(done.code, Some(1), "the owner is left to the clerk");
    assert!(done.out.contains("owner is David Robertson here"), "{}", done.out);
    let rows = desk.json(&["list", "partnerships", "--json"]);
    let of = first(&rows, "EP")["responses"].as_array().unwrap().clone();
    let response = of.iter().find(|row| row["id"] == "EP-R2").unwrap();
    assert_eq!(
        (&response["owner"], &response["due"]),
        (&"David Robertson".into(), &"2010-12-31".into())
    );
    desk.does(&["undo"], "");
    desk.0.is_sound();
}

#[test]
fn a_copy_brings_nothing_back_into_a_meeting_and_none_but_its_own_book_takes_it() {
    let desk = Desk::with_the_sample();
    desk.does(&["copy", "lent.minutebook", "--for", "K. Oduya"], "");
    let lent = ["--book", "lent.minutebook", "record"];
    for line in [
        &["--meeting", MEETING, ".in okonjo"][..],
        &[".edition 1 Oct 2010"],
        &[".board PSB meets 4"],
    ] {
        desk.refuses(&[&lent[..], line].concat(), "This is a review copy");
    }
    desk.does(&["merge", "lent.minutebook"], "Nothing was noted or altered");
    assert_eq!(desk.json(&["show", MEETING, "--json"])["present"], Value::Array(Vec::new()));
    desk.refuses(
        &["--book", "lent.minutebook", "copy", "x.minutebook", "--for", "X"],
        "it is a review copy itself",
    );
    assert!(!desk.file("x.minutebook").exists());
    desk.refuses(&["copy", "lent.minutebook", "--for", "X"], "is there already");
    desk.does(&["new", "other.minutebook", "--sample"], "");
    desk.refuses(
        &["--book", "other.minutebook", "merge", "lent.minutebook"],
        "it was not made of this book",
    );
    desk.refuses(&["merge", "board.minutebook"], "");
    desk.is_asked_wrongly(&["copy", "y.minutebook", "--for", " "], "A copy is made for somebody.");
    desk.0.is_sound();
}

#[test]
fn what_is_put_right_in_the_registers_of_a_copy_comes_back() {
    let desk = Desk::with_the_sample();
    desk.does(&["copy", "lent.minutebook", "--for", "K. Oduya"], "");
    let lines =
        [".recommendation R3 accepted", ".finding F99 risk, of ct: slow", ".pass G8 CT: yearly"];
    desk.notes_in("lent.minutebook", &lines);
    desk.does(&["merge", "lent.minutebook"], "3 merged from the copy of K. Oduya");
    let rows = desk.json(&["list", "recommendations", "--json"]);
    let kept = rows.as_array().unwrap().iter().find(|row| row["number"] == "R3").unwrap();
    assert_eq!(kept["status"], "accepted");
    desk.refuses(&["record", ".pass G8 CT: again"], "let pass already: yearly");
    desk.0.is_sound();
}

#[test]
fn figures_of_a_copy_that_have_fewer_than_are_off_track_by_name_here_do_not_come_back() {
    let desk = Desk::with_the_sample();
    desk.does(&["record", ".target SP code NI 9: homes in the hills"], "");
    desk.does(&["copy", "lent.minutebook", "--for", "K. Oduya"], "");
    desk.does(&["record", ".result NI9 Q3 2009/10, off track"], "");
    desk.notes_in("lent.minutebook", &[".figures SP 5 on track, 0 off track, 0 lost"]);
    let told = desk.runs(&["merge", "lent.minutebook"]).out;
    assert!(told.contains("Not merged") && told.contains("off track by name"), "{told}");
    desk.0.is_sound();
}

#[test]
fn two_officers_do_not_both_put_in_one_number_of_a_recommendation() {
    let desk = Desk::with_the_sample();
    for (copy, officer) in [("one.minutebook", "K. Oduya"), ("two.minutebook", "Ann Bell")] {
        desk.does(&["copy", copy, "--for", officer], "");
    }
    desk.notes_in("one.minutebook", &[".recommendation R12 to the Board: keep a list"]);
    desk.notes_in("two.minutebook", &[".recommendation R12 to the Board: meet in public"]);
    desk.does(&["merge", "one.minutebook"], "1 merged");
    let done = desk.runs(&["merge", "two.minutebook"]);
    assert_eq!(done.code, Some(1), "{done:?}");
    assert!(done.out.contains("another recommendation of that number"), "{}", done.out);
    let rows = desk.does(&["list", "recommendations"], "keep a list");
    assert!(!rows.contains("meet in public"), "{rows}");
}

#[test]
fn what_two_officers_put_in_under_one_name_is_two_things_here() {
    let desk = Desk::with_the_sample();
    for (copy, officer) in [("one.minutebook", "K. Oduya"), ("two.minutebook", "Ann Bell")] {
        desk.does(&["copy", copy, "--for", officer], "");
    }
    desk.notes_in(
        "one.minutebook",
        &[".response CT action: Write a plan", ".answers CT-R6: CT-O2"],
    );
    desk.notes_in("two.minutebook", &[".response CT action: Ring the schools"]);
    desk.does(&["record", ".response CT assurance: It is in hand"], "CT-R6 put in");
    let told = desk.does(&["merge", "one.minutebook"], "2 merged");
    assert_eq!(told.matches("its CT-R6 is CT-R7 here").count(), 2, "{told}");
    desk.does(&["merge", "two.minutebook"], "its CT-R6 is CT-R8 here");
    // What is altered in a copy afterwards is altered in what it came back as.
    desk.notes_in("one.minutebook", &[".response CT-R6 owner Paul James, delivered"]);
    desk.does(&["merge", "one.minutebook"], "1 merged");
    let rows = desk.json(&["list", "partnerships", "--json"]);
    let responses = first(&rows, "CT")["responses"].as_array().unwrap().clone();
    let named = |id: &str| responses.iter().find(|row| row["id"] == id).unwrap().clone();
    assert_eq!(named("CT-R6")["text"], "It is in hand");
    assert_eq!(named("CT-R6")["owner"], Value::Null, "nobody was named for that");
    assert_eq!(named("CT-R7")["text"], "Write a plan");
    assert_eq!(named("CT-R7")["owner"], "Paul James");
    assert_eq!(named("CT-R8")["text"], "Ring the schools");
    desk.does(&["show", "CT-R7"], "CT-O2");
    desk.0.is_sound();
}

#[test]
fn the_name_of_what_was_struck_out_is_given_to_nothing_else() {
    let desk = Desk::with_the_sample();
    desk.does(&["copy", "lent.minutebook", "--for", "K. Oduya"], "");
    desk.notes_in("lent.minutebook", &[".response HW-R1 owner K. Oduya"]);
    desk.does(&["record", ".strike HW-R1"], "");
    desk.does(&["record", ".response HW action: All is well"], "HW-R2 put in");
    let told = desk.runs(&["merge", "lent.minutebook"]);
    assert!(told.out.contains("Not merged"), "{}", told.out);
    let rows = desk.json(&["list", "partnerships", "--json"]);
    assert_eq!(first(&rows, "HW")["responses"][0]["owner"], Value::Null);
    desk.0.is_sound();
}
