//! What an officer does with the book away from any meeting: the schedule put
//! right by lines, the framework, gaps as they were, and review copies.

use std::fs;
use std::path::PathBuf;

use serde_json::Value;

use super::{Desk, MEETING};

/// A word that is in no book by chance.
const CANARY: &str = "Quixotrope";

pub(super) fn first<'a>(rows: &'a Value, id: &str) -> &'a Value {
    rows.as_array().unwrap().iter().find(|row| row["id"] == id).unwrap()
}

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

#[test]
fn the_schedule_is_put_right_by_lines_with_no_meeting_named() {
    let desk = Desk::with_the_sample();
    desk.does(
        &["record", ".point CT-O1 concern", ".figures CT 3 on track, 6 off track"],
        "Row's figures CT: on track was 2 on track, now 3 on track; off track was 7 off track, now 6 off track.",
    );
    let rows = desk.json(&["list", "partnerships", "--json"]);
    let children = first(&rows, "CT");
    assert_eq!(children["targets"]["on_track"], 3);
    assert_eq!(children["performance"][0]["tone"], "concern");
    desk.refuses(
        &["record", ".figures CT 4 on track"],
        "Line 1: 4 + 6 + 8 + 0 make 18, and there are 17 targets.",
    );
    desk.is_asked_wrongly(&["record", ".next"], "Line 1 belongs to a meeting.");
    desk.does(
        &["record", "--meeting", MEETING, ".response CT-R1 owner A. Penhale", ".next"],
        "Took item 1",
    );
    desk.does(&["undo"], "Took item 1");
    desk.0.is_sound();
}

#[test]
fn the_framework_is_a_tree_of_bodies_and_partnerships() {
    let desk = Desk::with_the_sample();
    desk.does(
        &["record", ".register EP under PSB, chair R. Okonjo, meets 4, delivery Skills; Place"],
        "",
    );
    let tree = desk.does(&["list", "framework"], "├─ Children's Trust");
    assert!(tree.contains("└─ Oxfordshire Economic Partnership"), "{tree}");
    assert!(tree.contains("   └─ Place"), "{tree}");
    assert!(tree.contains("chair R. Okonjo · meets 4 times a year"), "{tree}");
    let rows = desk.json(&["list", "framework", "--json"]);
    assert_eq!(first(&rows, "EP")["parent"], "PSB");
    assert_eq!(first(&rows, "CT")["statutory"], true);
}

#[test]
fn gaps_are_told_as_they_were_on_a_day() {
    let desk = Desk::with_the_sample();
    let now = desk.json(&["gaps", "--rule", "G1", "--json"]);
    let then = desk.json(&["gaps", "--rule", "G1", "--as-at", "2010-07-22", "--json"]);
    assert_eq!(now, then);
    let before = desk.runs(&["gaps", "--as-at", "2010-07-01"]);
    assert_eq!((before.code, before.out.trim()), (Some(0), "Nothing is missing."));
    assert!(before.err.contains("The book was begun after 1 July 2010"), "{}", before.err);
    desk.is_asked_wrongly(&["gaps", "--as-at", "someday"], "is not a day");
}

#[test]
fn what_is_missing_and_what_was_recommended_are_written_out() {
    let desk = Desk::with_the_sample();
    desk.does(&["export", "gaps", "--as", "md"], "3 targets lost, no response on file");
    desk.does(&["export", "recommendations", "--as", "md"], "# Recommendations");
    desk.does(&["export", "schedule", "--with-gaps"], "G1 (high): 3 targets lost");
    let csv = desk.does(&["export", "gaps", "--as", "csv"], "rule,title,severity");
    assert!(csv.lines().any(|line| line.starts_with("G1,")), "{csv}");
}

#[test]
fn a_mandate_to_decide_is_on_the_roll_and_in_engagement() {
    let desk = Desk::with_the_sample();
    let lines = [".in all", ".mandate okonjo yes", ".mandate allardyce no"];
    let args: Vec<&str> = ["record", "--meeting", MEETING].into_iter().chain(lines).collect();
    desk.does(&args, "Councillor Miss P. Allardyce came without a mandate to decide.");
    desk.refuses(&["record", "--meeting", MEETING, ".mandate okonjo"], "still wants");
    let meeting = desk.json(&["show", MEETING, "--json"]);
    let said = |name: &str| {
        let roll = meeting["present"].as_array().unwrap();
        roll.iter().find(|row| row["name"].as_str().unwrap().ends_with(name)).unwrap()["mandated"]
            .clone()
    };
    assert_eq!((said("Okonjo"), said("Allardyce")), (true.into(), false.into()));
    desk.does(&["record", "--meeting", MEETING, ".next", ".close"], "closed");
    let shares = desk.json(&["list", "engagement", "--json"]);
    let county = shares.as_array().unwrap().iter().find(|share| share["mandated"] == 1).unwrap();
    assert_eq!(county["not_mandated"], 1);
    desk.does(&["list", "engagement"], "1 with a mandate");
}

/// Puts the canary into everything about an exempt item, and a private note.
fn planted() -> Desk {
    let desk = Desk::with_the_sample();
    let c = CANARY;
    let lines = format!(
        ".in all\n.next\n.chair okonjo\n.agenda {c} lease\n.item 15\n.exempt 3\n{c} was said.\n\
         .m okonjo/allardyce: {c} be agreed\n.v consent\n.d {c} be agreed\n.why {c}\n\
         .a penhale: {c} by 30 Sep 2010\n.priv {c}\n.int allardyce: {c} stayed\n.out brandreth: {c}\n"
    );
    let done = desk.runs_with(&["record", "--meeting", MEETING], &lines);
    assert!(done.out.contains(c), "{done:?}");
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
fn an_action_that_is_cancelled_leaves_the_gap_as_open_as_it_was() {
    let desk = Desk::with_the_sample();
    let missing = || desk.json(&["gaps", "--partnership", "SP", "--json"]);
    let before = missing();
    let minutes = |line: &str| desk.does(&["record", "--meeting", MEETING, line], "");
    minutes(".in all");
    minutes(".item 10");
    minutes(".gap 1 Oduya by 30 Sep 2010");
    assert_ne!(missing(), before);
    minutes(".cancel A/10/05: not wanted");
    assert_eq!(missing(), before);
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
    desk.does(&["merge", "lent.minutebook"], "had come back before");
    desk.0.is_sound();
}

#[test]
fn a_copy_brings_nothing_back_into_a_meeting_and_none_but_its_own_book_takes_it() {
    let desk = Desk::with_the_sample();
    desk.does(&["copy", "lent.minutebook", "--for", "K. Oduya"], "");
    desk.does(&["--book", "lent.minutebook", "record", "--meeting", MEETING, ".in okonjo"], "");
    let told = desk.runs(&["merge", "lent.minutebook"]).out;
    assert!(told.contains("brings back no row of \"attendance\""), "{told}");
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
fn the_registers_are_put_right_by_lines_and_each_can_be_taken_back() {
    let desk = Desk::with_the_sample();
    desk.does(
        &["record", ".recommendation R3 accepted, reply the Cabinet agrees"],
        "Recommendation R3: reply was none, now reply the Cabinet agrees; status was made, now accepted.",
    );
    let rows = desk.json(&["list", "recommendations", "--json"]);
    let kept = rows.as_array().unwrap().iter().find(|row| row["number"] == "R3").unwrap();
    assert_eq!(kept["status"], "accepted");
    desk.does(&["record", ".finding F99 risk, of ct, owner Ann Bell: slow"], "Finding F99 put in");
    desk.refuses(&["record", ".finding F99 of XX: slow"], "No partnership of the schedule");
    desk.does(&["record", ".pass G8 EP: the figures are yearly"], "let pass");
    desk.refuses(&["record", ".pass G8 EP: again"], "let pass already: the figures are yearly");
    desk.does(&["record", ".unpass G8 EP"], "counts again");
    for said in ["counts again", "let pass", "Finding F99", "Recommendation R3"] {
        desk.does(&["undo"], said);
    }
    desk.0.is_sound();
}

#[test]
fn to_have_somebody_named_for_a_response_is_not_to_deliver_it() {
    let desk = Desk::with_the_sample();
    let lines = [".in all", ".item 5", ".gap 3 Paul James by 30 Sep 2010"];
    desk.does(&[&["record", "--meeting", MEETING][..], &lines].concat(), "arises from");
    desk.does(&["record", "--meeting", MEETING, ".done A/10/05: named"], "complete");
    desk.does(&["record", ".edition 1 Oct 2010", ".response CT-R7 dropped"], "New edition");
    let rows = desk.json(&["list", "partnerships", "--json"]);
    let row = rows.as_array().unwrap().iter().find(|row| row["id"] == "CT").unwrap();
    let told = row["since"]["responses"].to_string();
    assert!(!told.contains("delivered") && told.contains("dropped"), "{told}");
}
