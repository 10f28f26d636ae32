//! What an officer does with the book away from any meeting: the schedule put
//! right by lines, the framework, and gaps as they were.

use serde_json::Value;

use super::{Desk, MEETING};

pub(super) fn first<'a>(rows: &'a Value, id: &str) -> &'a Value {
    rows.as_array().unwrap().iter().find(|row| row["id"] == id).unwrap()
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
    let later = "as told by a book that was begun later";
    let looked_back = desk.runs(&["export", "gaps", "--as-at", "2010-07-01"]);
    assert!(looked_back.out.contains(later), "{}", looked_back.out);
    let printed = desk.does(&["export", "schedule", "--as-at", "2010-07-22"], "Edition of");
    assert!(!printed.contains(later), "{printed}");
    let before = desk.runs(&["gaps", "--as-at", "2010-07-01"]);
    assert_eq!((before.code, before.out.trim()), (Some(0), "Nothing is missing."));
    assert!(before.err.contains("The book was begun after 1 July 2010"), "{}", before.err);
    desk.is_asked_wrongly(&["gaps", "--as-at", "someday"], "is not a day");
}

#[test]
fn without_a_schedule_nobody_is_told_that_nothing_is_missing() {
    let desk = Desk::without_a_book();
    desk.does(&["new", "board.minutebook"], "board.minutebook");
    let told = desk.does(&["gaps"], "No schedule is in the book yet");
    assert!(!told.contains("Nothing is missing"), "{told}");
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

#[test]
fn what_is_let_pass_is_counted_apart_and_in_targets_where_targets_are() {
    let desk = Desk::with_the_sample();
    desk.does(&["gaps", "--rule", "G12"], "(11, ");
    desk.does(&["record", ".pass G12 CT: named in its own report"], "");
    let told = desk.does(&["gaps", "--rule", "G12"], "(4, 7 let pass, ");
    assert!(told.contains("; 7 let pass."), "{told}");
    let passed = "7 gaps were let pass, and are not listed.";
    let printed = desk.does(&["export", "gaps"], passed);
    assert!(!printed.contains("named in its own report"), "{printed}");
    desk.does(&["export", "schedule", "--with-gaps"], passed);
    let members =
        desk.does(&["export", "gaps", "--audience", "members"], "named in its own report");
    assert!(!members.contains(passed), "{members}");
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
    desk.does(&["record", ".pass G8 CT: the figures are yearly"], "let pass");
    desk.refuses(&["record", ".pass G8 CT: again"], "let pass already: the figures are yearly");
    desk.does(&["record", ".unpass G8 CT"], "counts again");
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

#[test]
fn targets_known_by_name_are_counted_where_the_schedule_gives_no_figures() {
    let desk = Desk::with_the_sample();
    let lines = [".result SA-volunteering Q4 2009/10, off track", ".target SA code V2: Clubs"];
    desk.does(&[&["record"][..], &lines].concat(), "");
    desk.does(&["record", ".result V2 Q4 2009/10, cannot judge"], "");
    desk.does(&["list", "partnerships"], "2 targets: 0 on track, 1 off track, 1 cannot be judged");
    desk.does(&["list", "partnerships", "--status", "off track"], "SA ");
    desk.does(&["export", "schedule"], "44 targets in 7 partnerships");
    desk.does(&["list", "targets"], "V2 Clubs");
    let all = desk.json(&["list", "targets", "--json"]);
    let of = all.as_array().unwrap().iter().find(|target| target["code"] == "V2").unwrap();
    assert!(of["level"].is_null(), "nobody said who set it: {of}");
}

#[test]
fn a_list_by_status_has_nothing_of_another() {
    let desk = Desk::with_the_sample();
    let listed = desk.does(&["list", "partnerships", "--status", "off track"], "SP ");
    assert!(!listed.contains("\nEP ") && !listed.contains("\nEW "), "{listed}");
    assert_eq!(listed, desk.does(&["list", "partnerships", "--status", "off_track"], ""));
}

#[test]
fn a_partnership_lacks_its_response_once_however_many_targets_are_off_track() {
    let desk = Desk::with_the_sample();
    let off = ["SA code V3: Clubs", "SA code V4: Halls"].map(|line| format!(".target {line}"));
    desk.does(&["record", &off[0], &off[1], ".strike SA-R1"], "");
    desk.does(
        &["record", ".result V3 Q4 2009/10, off track", ".result V4 Q4 2009/10, off track"],
        "",
    );
    let gaps = desk.does(&["gaps", "--rule", "G1"], "SA: 2 targets off track, no response");
    assert!(gaps.contains("G1 Off track, and no response (2, high)"), "{gaps}");
}

#[test]
fn what_is_done_about_a_target_is_no_response_to_it() {
    let desk = Desk::with_the_sample();
    let lines = [
        ".in all",
        ".item 10",
        ".gap 1 Oduya by 30 Sep 2010",
        ".item 8",
        ".d NOTED: it",
        ".link HW-targets",
    ];
    desk.does(&[&["record", "--meeting", MEETING][..], &lines].concat(), "is about HW-targets");
    for (row, tied) in [("SP-O3", "in hand as"), ("HW-targets", "considered in")] {
        let thread = desk.does(&["show", row], tied);
        assert!(thread.contains("no response recorded"), "{thread}");
        assert!(!thread.contains("answered by action") && !thread.contains("answered by decision"));
    }
    desk.does(&["gaps", "--partnership", "SP"], "no response on file");
}

#[test]
fn a_priority_leads_to_the_targets_that_serve_it_and_they_to_it() {
    let desk = Desk::with_the_sample();
    desk.does(&["show", "priority-5"], "has target target-5-local");
    desk.does(&["show", "target-5-local"], "belongs to priority priority-5");
}

#[test]
fn a_finding_open_past_its_day_is_listed_as_overdue() {
    let desk = Desk::with_the_sample();
    let listed = desk.does(&["list", "findings", "--overdue"], "overdue");
    assert!(listed.lines().all(|line| line.contains("overdue")), "{listed}");
}
