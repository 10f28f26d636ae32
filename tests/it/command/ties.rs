//! What is tied to what across editions, and lists that say what the screen does.

use minutebook::book::Pen;
use minutebook::model::{Annotation, AnnotationId, AnnotationKind, AnnotationStatus, Entry};
use minutebook::rules;

use super::{Desk, MEETING};
use crate::support::shelf::{holder, now, signed};

#[test]
fn what_a_meeting_ties_to_an_edition_gone_by_is_tied_to_what_that_goes_on_as() {
    let desk = Desk::with_the_sample();
    desk.does(&["record", ".edition 30 Sep 2010"], "New edition");
    let lines = [".in all", ".item 5", ".a oduya: get dates for it [CT-R2]"];
    desk.does(&[&["record", "--meeting", MEETING][..], &lines].concat(), "");
    let rows = desk.json(&["list", "partnerships", "--json"]);
    let row = rows.as_array().unwrap().iter().find(|row| row["id"] == "CT").unwrap();
    let responses = row["responses"].as_array().unwrap();
    let text = |row: &serde_json::Value| row["text"].as_str().unwrap().to_owned();
    let here = responses.iter().find(|row| text(row).contains("Class of 2010")).unwrap();
    let id = here["id"].as_str().unwrap();
    assert_ne!(id, "CT-R2");
    desk.does(&["show", id], "get dates for it");
    desk.does(&["show", "CT-R2"], &format!("goes on as response {id}"));
    desk.does(&["list", "actions", "--partnership", "CT"], "A/10/05");
    desk.0.is_sound();
}

#[test]
fn a_new_edition_tells_tones_owners_and_kinds_that_are_otherwise() {
    let desk = Desk::with_the_sample();
    desk.does(&["record", ".edition 30 Sep 2010"], "New edition");
    let rows = desk.json(&["list", "partnerships", "--json"]);
    let row = rows.as_array().unwrap().iter().find(|row| row["id"] == "EP").unwrap();
    let named = |part: &str| row[part][0]["id"].as_str().unwrap().to_owned();
    let point = format!(".point {} mixed", named("performance"));
    let response = format!(".response {} assurance, due 30 Nov 2010", named("responses"));
    desk.does(&["record", &point, &response], "");
    let told = desk.does(&["export", "schedule"], "ALTERED SINCE 22 JULY 2010");
    assert!(
        told.contains("now mixed") && told.contains("kind was action, now assurance"),
        "{told}"
    );
}

#[test]
fn ties_are_drawn_and_undrawn_by_hand_and_go_with_what_is_struck_out() {
    let desk = Desk::with_the_sample();
    desk.does(&["record", ".tells CT-O2: target-5-local"], "CT-O2 tells of target-5-local");
    desk.does(&["show", "target-5-local"], "told in point CT-O2");
    desk.does(&["record", ".tells CT-O2: not target-5-local"], "tells of no longer target-5-local");
    desk.does(
        &["record", ".threatens driver-regional-agency: not EP, SA"],
        "threatens SA, and no longer EP",
    );
    desk.refuses(&["record", ".tells CT-O2: not target-5-local"], "has that already");
    desk.does(&["record", ".strike driver-assessment"], "struck out");
    desk.does(&["undo"], "struck out");
    desk.does(&["record", ".strike R9"], "struck out");
    desk.0.is_sound();
}

#[test]
fn a_list_says_what_the_screen_says_of_findings_owners_and_minutes() {
    let desk = Desk::with_the_sample();
    desk.does(&["list", "findings", "--status", "answered"], "caa-2009-neet");
    desk.does(&["list", "actions", "--partnership", "CT"], "A/10/04");
    desk.does(&["list", "partnerships", "--owner", "Allardyce"], "CT");
    desk.does(&["show", "SYP 4/10"], "spsc-2010-05-20");
    desk.does(&["export", "schedule", "--with-gaps", "-o", "gaps.csv"], "gaps.csv");
    let csv = std::fs::read_to_string(desk.file("gaps.csv")).unwrap();
    assert!(csv.lines().next().unwrap().contains(",remark,missing,"), "{csv}");
    assert!(csv.contains("G1: "), "{csv}");
}

#[test]
fn a_priority_is_put_in_and_put_right_and_a_target_of_no_partnership_is_answered() {
    let desk = Desk::with_the_sample();
    desk.does(
        &["record", ".priority 10: Green spaces"],
        "Priority priority-10 put in: Green spaces",
    );
    desk.does(&["record", ".priority 10: Parks and greens"], "now \"Parks and greens\"");
    desk.refuses(&["record", ".priority ten: x"], "No priority of the schedule is called");
    desk.does(&["record", ".target CT code LI 7, priority 10: benches in parks"], "put in");
    desk.does(&["record", ".target LI7 of "], "");
    desk.does(&["record", ".result LI7 Q4 2009/10, off track"], "put in");
    desk.does(&["show", "LI7"], "no response recorded");
    desk.does(&["record", ".answers EP-R1: LI7"], "answers");
    desk.does(&["show", "LI7"], "answered by response EP-R1");
    desk.0.is_sound();
}

#[test]
fn what_a_new_edition_words_otherwise_goes_on_and_is_told_as_that() {
    let desk = Desk::with_the_sample();
    desk.does(&["record", ".edition 30 Sep 2010"], "New edition");
    desk.does(
        &[
            "record",
            ".response CT-R6 delivered: Cabinet hears monthly.",
            ".point CT-O8 strength: Now better.",
        ],
        "",
    );
    let rows = desk.json(&["list", "partnerships", "--json"]);
    let row = rows.as_array().unwrap().iter().find(|row| row["id"] == "CT").unwrap();
    let since = &row["since"];
    assert_eq!(since["responses"][0]["outcome"], "delivered");
    assert_eq!(
        (&since["points_gone"], &since["points_new"]),
        (&serde_json::json!([]), &serde_json::json!([]))
    );
    let altered = since["altered"].to_string();
    assert!(altered.contains("CT-O8: tone was concern, now strength; words was"), "{altered}");
    assert!(
        altered.contains("CT-R6: ") && altered.contains("status was proposed, now delivered"),
        "{altered}"
    );
}

#[test]
fn what_a_copy_alters_of_an_edition_gone_by_is_left_to_the_clerk() {
    let desk = Desk::with_the_sample();
    desk.does(&["copy", "lent.minutebook", "--for", "Ann Reed"], "");
    let line = ".figures CT 17 targets, 5 on track, 4 off track, 8 cannot judge";
    desk.does(&["--book", "lent.minutebook", "record", line], "");
    desk.does(&["record", ".edition 30 Sep 2010"], "New edition");
    let done = desk.runs(&["merge", "lent.minutebook"]);
    assert_eq!(done.code, Some(1));
    assert!(done.out.contains("has a later edition of the schedule since"), "{}", done.out);
    desk.does(&["export", "schedule"], "Figures as on 22 July 2010");
    desk.0.is_sound();
}

#[test]
fn what_a_copy_says_of_a_response_comes_back_to_what_that_goes_on_as() {
    let desk = Desk::with_the_sample();
    desk.does(&["copy", "lent.minutebook", "--for", "Ann Reed"], "");
    let lines = [".response CT-R2 owner Jan Paine, under way", ".point CT-O1 concern"];
    desk.does(&["--book", "lent.minutebook", "record", lines[0], lines[1]], "");
    desk.does(&["record", ".edition 30 Sep 2010"], "New edition");
    desk.does(&["record", ".response CT-R7 due 31 Dec 2010"], "");
    desk.does(&["merge", "lent.minutebook"], "owner was none, now owner Jan Paine");
    let row = desk.does(&["show", "CT"], "owner: Jan Paine");
    assert!(row.contains("under_way") && row.contains("2010-12-31"), "{row}");
    desk.does(&["show", "CT-O6"], "tone: concern");
    // Twice is as good as once.
    desk.does(&["merge", "lent.minutebook"], "");
    desk.0.is_sound();
}

/// Notes something beside CT-O8 in a copy.
fn noted(desk: &Desk, copy: &str, kind: AnnotationKind, text: &str) {
    let mut pen = Pen::open(&desk.file(copy), &holder(), now()).unwrap();
    let mut mint = pen.mint().unwrap();
    let note = Annotation {
        id: AnnotationId::mint(&mut mint),
        subject: "CT-O8".into(),
        kind,
        text: text.into(),
        made_on: now().date_naive(),
        status: AnnotationStatus::Open,
        answer: String::new(),
        by: "Ann Reed".into(),
        rank: mint.rank(),
    };
    let entry = Entry::Filed { said: "Noted".into(), rows: vec![note.into()], gone: Vec::new() };
    pen.record(&rules::admit(entry, &[]).unwrap(), &signed(mint.minted())).unwrap();
}

#[test]
fn what_a_copy_notes_beside_an_edition_gone_by_is_noted_beside_what_goes_on() {
    let desk = Desk::with_the_sample();
    desk.does(&["copy", "lent.minutebook", "--for", "Ann Reed"], "");
    noted(&desk, "lent.minutebook", AnnotationKind::Wording, "Places rose.");
    noted(&desk, "lent.minutebook", AnnotationKind::Query, "Since when?");
    desk.does(&["record", ".edition 30 Sep 2010", ".edition 30 Dec 2010"], "New edition");
    desk.does(&["merge", "lent.minutebook"], "");
    let notes = desk.does(&["list", "annotations", "--partnership", "CT"], "Places rose.");
    let id = notes.lines().find(|line| line.contains("Places rose.")).unwrap();
    let id = id.split_whitespace().next().unwrap();
    desk.does(&["record", &format!(".adopt {id}")], "taken up");
    desk.does(&["export", "schedule"], "Places rose.");
    // What the copy takes back goes here too.
    desk.does(&["--book", "lent.minutebook", "undo"], "");
    desk.does(&["merge", "lent.minutebook"], "");
    let notes = desk.runs(&["list", "annotations"]).out;
    assert!(!notes.contains("Since when?"), "{notes}");
    desk.0.is_sound();
}

#[test]
fn a_finding_that_is_closed_or_answered_is_not_overdue() {
    let desk = Desk::with_the_sample();
    let late = desk.does(&["list", "findings", "--overdue"], "review-2008-step-report");
    assert!(!late.contains("closed"), "{late}");
}

#[test]
fn what_was_decided_of_a_row_is_decided_of_what_it_goes_on_as() {
    let desk = Desk::with_the_sample();
    let lines = [
        ".in all",
        ".chair okonjo",
        ".d AGREED: that the health target be recovered",
        ".link HW-targets",
        ".a Oduya: bring a recovery plan by 30 Sep 2010",
    ];
    let args = ["record", "--meeting", MEETING, "--item", "8"];
    desk.does(&args.into_iter().chain(lines).collect::<Vec<_>>(), "recovered");
    let decision = desk.json(&["list", "decisions", "--meeting", MEETING, "--json"]);
    let decision = decision[0]["id"].as_str().unwrap();
    let (led, came) = ("is about summary", "considered in decision");
    desk.does(&["show", "HW-targets"], came);
    desk.does(&["record", ".edition 20 Oct 2010, by X: Two"], "New edition");
    desk.does(&["record", ".edition 20 Jan 2011, by X: Three"], "New edition");
    let shown = desk.does(&["show", "HW-targets2"], came);
    assert!(shown.contains("bring a recovery plan"), "{shown}");
    let shown = desk.does(&["show", decision], led);
    assert!(shown.contains("HW-targets2"), "{shown}");
}

#[test]
fn a_gap_that_was_let_pass_is_let_pass_in_the_next_edition_too() {
    let desk = Desk::with_the_sample();
    desk.does(&["record", ".pass G3 EW-R1: the whole board answers"], "let pass");
    desk.does(&["record", ".edition 20 Oct 2010, by X: Two"], "New edition");
    desk.does(&["gaps", "--rule", "G3"], "1 let pass");
}

#[test]
fn a_gap_that_has_grown_since_it_was_let_pass_is_told_again() {
    let desk = Desk::with_the_sample();
    desk.does(&["gaps", "--mute", "G1", "SP", "--why", "told by phone"], "Let pass");
    desk.does(&["gaps", "--rule", "G1"], "let pass: told by phone");
    desk.does(&["record", ".edition 20 Oct 2010, by X: Two"], "New edition");
    desk.does(&["gaps", "--rule", "G1"], "let pass: told by phone");
    let worse =
        ".figures SP 5 targets, 0 on track, 5 off track, 5 lost, 0 cannot judge, period Q2 2010/11";
    desk.does(&["record", worse], "");
    let told = desk.does(&["gaps", "--rule", "G1"], "5 targets lost");
    assert!(!told.contains("let pass"), "{told}");
    desk.does(&["record", ".pass G1 SP: told again"], "let pass");
    desk.does(&["gaps", "--rule", "G1"], "let pass: told again");
}
