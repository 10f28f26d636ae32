//! The schedule kept by lines: editions, targets and what is missing of them.

use super::officer::first;
use super::{Desk, MEETING};

#[test]
fn a_new_edition_begins_with_what_the_last_one_said() {
    let desk = Desk::with_the_sample();
    desk.does(&["record", ".answers SA-R1: SA-volunteering"], "SA-R1");
    desk.does(
        &["record", ".edition 22 Oct 2010: Review of performance, October 2010"],
        "as at 22 October 2010, with 64 figures, points and responses of the last",
    );
    let rows = desk.json(&["list", "partnerships", "--json"]);
    let children = first(&rows, "CT");
    assert_eq!(children["performance"][1]["tone"], "concern");
    assert_eq!(children["targets"]["total"], 17, "figures are taken over, of their own period");
    let answered = first(&rows, "SA")["responses"][0]["answers"].to_string();
    assert!(answered.contains("SA-volunteering"), "a target outlasts an edition: {answered}");
    desk.refuses(
        &["record", ".edition 1 Oct 2010: Another"],
        "The last edition is as at 22 October 2010.",
    );
    desk.does(&["undo"], "New edition");
    let rows = desk.json(&["list", "partnerships", "--json"]);
    assert_eq!(first(&rows, "CT")["targets"]["total"], 17);
    desk.0.is_sound();
}

#[test]
fn a_target_or_one_result_of_it_can_be_struck_out() {
    let desk = Desk::with_the_sample();
    let results = |desk: &Desk| {
        let rows = desk.json(&["list", "targets", "--json"]);
        let row = rows.as_array().unwrap().iter().find(|row| row["id"] == "SA-volunteering");
        row.map(|row| row["results"].as_array().map_or(0, Vec::len))
    };
    let before = results(&desk).unwrap();
    desk.does(
        &["record", ".result SA-volunteering Q1 2010/11, on track"],
        "put in: Q1 2010/11, on track",
    );
    desk.does(&["record", ".strike SA-volunteering Q1 2010/11"], "struck out");
    assert_eq!(results(&desk), Some(before));
    desk.does(&["record", ".strike SA-volunteering"], "Target SA-volunteering struck out");
    assert_eq!(results(&desk), None);
    desk.does(&["undo"], "struck out");
    assert_eq!(results(&desk), Some(before));
    desk.0.is_sound();
}

#[test]
fn a_book_without_a_schedule_is_begun_by_lines() {
    let desk = Desk::with_the_sample();
    let file = desk.file("new.minutebook");
    let book = file.to_str().unwrap();
    desk.does(&["new", book], "");
    desk.refuses(&["--book", book, "record", ".point CT outcomes: all is well"], "no schedule yet");
    desk.does(&["--book", book, "add", ".partnership CT Children's Trust"], "Children's Trust");
    desk.does(&["--book", book, "record", ".edition 22 Jul 2010: Review"], "as at 22 July 2010");
    desk.does(&["--book", book, "record", ".point CT outcomes, concern: results fell"], "put in");
    desk.does(&["--book", book, "gaps"], "G13");
}

/// What `gaps` counts under `rule` at a partnership, by subject.
fn gaps(desk: &Desk, rule: &str, partnership: &str) -> Vec<String> {
    let rows = desk.json(&["gaps", "--json", "--rule", rule, "--partnership", partnership]);
    let rows = rows.as_array().unwrap().iter().filter(|row| row["partnership"] == partnership);
    rows.map(|row| row["subject"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn an_office_is_nobody_and_soon_is_no_day() {
    let desk = Desk::with_the_sample();
    for (owner, named) in [("TBC", false), ("New Director", false), ("Paul James", true)] {
        desk.does(&["record", &format!(".response CT-R1, owner {owner}")], "CT-R1");
        assert_eq!(!gaps(&desk, "G3", "CT").contains(&"CT-R1".into()), named, "{owner}");
    }
    for (due, dated) in [("soon", false), ("ongoing", false), ("autumn 2010", true)] {
        desk.does(&["record", &format!(".response CT-R1, due {due}")], "CT-R1");
        assert_eq!(!gaps(&desk, "G4", "CT").contains(&"CT-R1".into()), dated, "{due}");
    }
}

#[test]
fn a_target_by_name_counts_from_its_newest_period_and_not_the_last_that_was_typed() {
    let desk = Desk::with_the_sample();
    let result = |said: &str| {
        desk.does(&["record", &format!(".result SA-volunteering {said}")], "Result");
    };
    desk.refuses(&["record", ".result SA-volunteering Q9 2009/10, off track"], "not a period");
    result("Q1 2010/11, off track");
    assert_eq!(gaps(&desk, "G2", "SA"), ["SA-volunteering"]);
    result("Q4 2009/10, on track");
    assert_eq!(gaps(&desk, "G2", "SA"), ["SA-volunteering"]);
    desk.does(&["show", "SA-volunteering"], "off track Q1 2010/11");
    result("Q2 2010/11, on track");
    assert_eq!(gaps(&desk, "G2", "SA"), Vec::<String>::new());
}

#[test]
fn a_response_that_was_dropped_answers_nothing() {
    let desk = Desk::with_the_sample();
    desk.does(&["record", ".response EP-R2, due 30 Sep 2010"], "EP-R2");
    desk.does(&["show", "EP-R2"], "by 30 September 2010");
    desk.does(&["record", ".response EP-R2, dropped"], "EP-R2");
    desk.does(&["show", "EP-O5"], "no response recorded");
}

/// The names that `list partnerships` gives, in order, with these further arguments.
fn listed(desk: &Desk, more: &[&str]) -> Vec<String> {
    let rows = desk.json(&[&["list", "partnerships", "--json"], more].concat());
    rows.as_array().unwrap().iter().map(|row| row["id"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn partnerships_are_listed_by_how_they_stand_who_owns_them_and_in_order() {
    let desk = Desk::with_the_sample();
    assert_eq!(listed(&desk, &["--status", "off_track"]), ["CT", "HW", "SP"]);
    assert_eq!(listed(&desk, &["--owner", "Robertson"]), ["EP"]);
    assert_eq!(listed(&desk, &["--sort", "most_off_track"])[..3], ["CT", "SP", "HW"]);
    assert_eq!(listed(&desk, &["--sort", "by_name"])[0], "CT");
    desk.does(&["record", ".response EW-R1 due 1 July 2010"], "EW-R1");
    assert!(listed(&desk, &["--overdue"]).contains(&"EW".to_owned()));
    desk.is_asked_wrongly(&["list", "partnerships", "--status", "lively"], "is not a status");
    desk.is_asked_wrongly(&["list", "actions", "--sort", "by_name"], "does not go by --sort");
}

#[test]
fn a_thing_is_shown_by_what_papers_call_it() {
    let desk = Desk::with_the_sample();
    desk.does(&["show", "R5"], "audit");
    desk.does(&["show", "SYP 5/10"], "SYP");
    desk.refuses(&["show", "R99"], "R99");
}

#[test]
fn what_something_threatens_and_what_shows_a_recommendation_are_tied_by_lines() {
    let desk = Desk::with_the_sample();
    let driver = desk.json(&["list", "drivers", "--json"])[0]["id"].as_str().unwrap().to_owned();
    desk.does(&["record", &format!(".threatens {driver}: CT-O2")], "threatens CT-O2");
    desk.refuses(&["record", &format!(".threatens {driver}: CT-O2")], "has that already");
    desk.refuses(&["record", &format!(".threatens {driver}: nothing")], "Nothing here is called");
    desk.does(&["record", ".evidence R4: EP-R1"], "is shown by EP-R1");
    desk.does(&["show", "EP-R1"], "R4");
    desk.does(&["undo"], "EP-R1");
    desk.0.is_sound();
}

#[test]
fn an_action_to_get_a_response_is_in_hand_till_done_and_the_gap_stays_till_there_is_one() {
    let desk = Desk::with_the_sample();
    let minuted = ["record", "--meeting", MEETING, ".in all", ".item 10"];
    // To ask what is missing, or to say again who is there, records nothing and stops nothing.
    desk.does(&[&minuted[..], &[".in all", ".gap"]].concat(), "(1) 3 targets lost");
    desk.does(&[&minuted[..], &[".gap 1 Oduya by 30 Sep 2010"]].concat(), "is about SP-O3");
    let asked = ["gaps", "--partnership", "SP"];
    let in_hand =
        "3 targets lost, no response on file; in hand: A/10/05, K. Oduya, by 30 September 2010";
    desk.does(&asked, in_hand);
    desk.does(&["record", ".edition 1 Oct 2010"], "New edition");
    desk.does(&asked, in_hand);
    desk.does(&["show", "SP"], "Oduya");
    desk.does(&["record", "--meeting", MEETING, ".done A/10/05: telephoned"], "complete");
    let told = desk.does(&asked, "");
    assert!(told.contains("no response on file") && !told.contains("in hand"), "{told}");
    desk.does(&["record", ".response SP action, owner K. Oduya: Homes are put first."], "");
    let told = desk.does(&asked, "");
    assert!(!told.contains("no response on file"), "{told}");
}

#[test]
fn what_was_delivered_is_told_once_and_is_no_business_of_the_edition_after() {
    let desk = Desk::with_the_sample();
    desk.does(&["record", ".response CT-R2 delivered"], "delivered");
    let outcomes = |desk: &Desk| {
        first(&desk.json(&["list", "partnerships", "--json"]), "CT")["since"].to_string()
    };
    desk.does(&["record", ".edition 23 Sep 2010: S"], "64 figures, points and responses");
    assert!(outcomes(&desk).contains("delivered"), "{}", outcomes(&desk));
    desk.does(&["record", ".edition 23 Dec 2010: T"], "64 figures, points and responses");
    assert!(!outcomes(&desk).contains("delivered"), "{}", outcomes(&desk));
}

#[test]
fn what_a_delivered_response_answers_is_not_unanswered_in_the_next_edition() {
    let desk = Desk::with_the_sample();
    desk.does(&["record", ".response CT-R1 delivered", ".response SA-R1 dropped"], "dropped");
    // Nobody is asked any more who does what was done, or when.
    let nobody = desk.does(&["gaps", "--rule", "G3"], "CT-R3 names nobody");
    assert!(!nobody.contains("CT-R1 "), "{nobody}");
    desk.does(&["record", ".edition 22 Oct 2010"], "New edition");
    let unanswered = desk.does(&["gaps", "--rule", "G2"], "(4, high)");
    assert!(!unanswered.contains("CT"), "{unanswered}");
    desk.does(&["show", "CT"], "assurance, delivered");
    // What answers nothing any more is not carried on for ever.
    desk.does(&["record", ".answers CT-R6:", ".edition 22 Jan 2011"], "New edition");
    desk.does(&["gaps", "--rule", "G2"], "7 targets off track");
}

#[test]
fn what_only_assures_meets_a_point_and_does_not_answer_it() {
    let desk = Desk::with_the_sample();
    desk.does(&["show", "CT-O3"], "met by response CT-R3");
    desk.does(&["show", "CT-O2"], "answered by response CT-R2");
    desk.does(&["export", "schedule", "--as", "md"], "concern, met by CT-R3");
}

#[test]
fn an_example_of_a_target_is_counted_in_no_figures() {
    let desk = Desk::with_the_sample();
    let told = desk.does(&["show", "target-4-local"], "community transport (example)");
    assert!(!told.contains("SP-targets") && !told.contains("SP-O3"), "{told}");
}

#[test]
fn an_edition_gone_by_is_in_no_thread_and_no_register_of_today() {
    let desk = Desk::with_the_sample();
    let touched = |desk: &Desk| {
        let rows = desk.json(&["list", "drivers", "--json"]);
        let all =
            rows.as_array().unwrap().iter().map(|row| row["links"].as_array().map_or(0, Vec::len));
        all.sum::<usize>()
    };
    let before = touched(&desk);
    desk.does(&["record", ".edition 23 Sep 2010: S"], "New edition");
    assert_eq!(touched(&desk), before);
    let thread = desk.does(&["show", "SP"], "SP-");
    assert!(!thread.contains("SP-O3 "), "{thread}");
    desk.does(&["show", "SP-O3"], "SP-O3");
}

#[test]
fn the_targets_by_name_are_no_more_than_the_figures_have() {
    let desk = Desk::with_the_sample();
    for n in 1..=4 {
        desk.does(&["record", &format!(".target SP code S{n}, national: homes {n}")], "put in");
    }
    let targets = desk.json(&["list", "targets", "--json"]);
    let named = targets.as_array().unwrap().iter().filter(|row| row["partnership"] == "SP");
    let ids: Vec<String> = named.map(|row| row["id"].as_str().unwrap().to_owned()).collect();
    let result = |id: &str| format!(".result {id} Q3 2009/10, not achievable");
    for id in &ids[..3] {
        desk.does(&["record", &result(id)], "put in");
    }
    desk.refuses(
        &["record", &result(&ids[3])],
        "4 targets off track by name, and 3 in the figures",
    );
    desk.refuses(
        &["record", ".figures SP 2 off track, 3 on track, 2 lost"],
        "3 targets off track by name, and 2 in the figures",
    );
}

#[test]
fn a_target_by_name_is_answered_where_its_row_is() {
    let desk = Desk::with_the_sample();
    desk.does(&["record", ".result SA-volunteering Q3 2009/10, off track"], "put in");
    desk.does(&["list", "partnerships", "--status", "off_track"], "SA");
    desk.does(&["show", "SA-volunteering"], "no response recorded");
    desk.does(&["record", ".target SP code S1, national: homes"], "put in");
    let targets = desk.json(&["list", "targets", "--json"]);
    let named = targets.as_array().unwrap().iter().find(|row| row["code"] == "S1").unwrap();
    let id = named["id"].as_str().unwrap().to_owned();
    desk.does(&["record", &format!(".result {id} Q3 2009/10, off track")], "put in");
    desk.does(&["show", &id], "no response recorded");
    desk.does(&["record", ".response SP action, owner Paul James: a written answer"], "SP-R1");
    desk.does(&["record", ".answers SP-R1: SP-O3"], "SP-R1 answers SP-O3");
    let thread = desk.does(&["show", &id], "SP-R1");
    assert!(!thread.contains("no response recorded"), "{thread}");
}

#[test]
fn a_response_answers_what_is_in_its_own_row() {
    let desk = Desk::with_the_sample();
    desk.refuses(&["record", ".answers CT-R1: SP-O3, CT-O1"], "Nothing that CT-R1 could answer");
}

#[test]
fn a_period_is_one_that_can_be_told_from_another() {
    let desk = Desk::with_the_sample();
    desk.refuses(&["record", ".figures CT period rubbish"], "is not a period");
    desk.refuses(&["record", ".figures CT period Q9 2010/11"], "is not a period");
    desk.refuses(
        &["record", ".result SA-volunteering Q4 2009/10 off track, value 56"],
        "is not a period",
    );
    desk.does(&["record", ".figures CT period Q4 2009/10"], "Q4 2009/10");
}

#[test]
fn a_seat_that_is_vacant_is_held_by_nobody_and_counted_so() {
    let desk = Desk::with_the_sample();
    let told = desk.does(&["record", ".seat PSB-s1 vacant"], "now vacant");
    assert!(told.contains("PSB-s1"), "{told}");
    desk.does(&["list", "framework"], "14 seats, 1 vacant");
    desk.refuses(&["record", ".seat PSB-s1 0 seats"], "has one seat at least");
}

#[test]
fn what_is_late_is_late_by_the_day_that_is_asked_for() {
    let desk = Desk::with_the_sample();
    desk.does(
        &[
            "record",
            "--meeting",
            MEETING,
            ".in all",
            ".chair okonjo",
            ".item 5",
            ".a oduya: write by 30 Sep 2010",
        ],
        "Action",
    );
    let today = desk.does(&["list", "actions"], "overdue");
    let then = desk.does(&["list", "actions", "--as-at", "2010-07-22"], "in progress");
    assert!(today.matches("overdue").count() > then.matches("overdue").count(), "{then}");
    desk.refuses(&["export", "actions", "--as-at", "2010-01-01"], "Nothing was on record yet");
}

#[test]
fn an_edition_tells_of_points_in_other_words_and_of_targets_no_longer_lost() {
    let desk = Desk::with_the_sample();
    desk.does(&["record", ".edition 22 Oct 2010: S"], "New edition");
    desk.does(&["record", ".figures SP 1 lost, period Q1 2010/11"], "now 1 lost");
    let row = |desk: &Desk| {
        let rows = desk.json(&["list", "partnerships", "--json"]);
        first(&rows, "SP")["performance"][0]["id"].as_str().unwrap().to_owned()
    };
    desk.does(&["record", &format!(".point {}: all is mended", row(&desk))], "all is mended");
    let printed = desk.does(&["export", "schedule"], "lost 3 to 1");
    let told = printed.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        told.contains("ALTERED SINCE 22 JULY 2010") && told.contains("now all is mended"),
        "{told}"
    );
    desk.does(&["record", ".point SP: a new road is planned"], "put in");
    desk.does(&["export", "schedule"], "a new road is planned (new)");
}

#[test]
fn a_target_by_name_that_cannot_be_judged_is_missing_so() {
    let desk = Desk::with_the_sample();
    for period in ["Q3 2009/10", "Q4 2009/10", "Q1 2010/11"] {
        desk.does(
            &["record", &format!(".result SA-volunteering {period}, cannot judge")],
            "cannot judge",
        );
    }
    desk.does(&["gaps", "--rule", "G9"], "for 3 periods running, which is too long");
    desk.does(&["gaps", "--rule", "G10"], "SA:");
}

#[test]
fn every_target_is_walked_to_from_its_partnership_and_back() {
    let desk = Desk::with_the_sample();
    desk.does(&["show", "target-5-local"], "CT");
    desk.does(&["show", "CT"], "target-5-local");
}

#[test]
fn what_is_tied_to_a_row_that_was_not_merged_is_not_merged_either() {
    let desk = Desk::with_the_sample();
    desk.does(&["copy", "lent.minutebook", "--for", "T. Reader"], "lent");
    desk.does(&["record", ".finding F9 risk: ours"], "F9");
    let there = ["--book", "lent.minutebook", "record"];
    desk.does(
        &[&there[..], &[".finding F9 risk: theirs", ".finding F9 owner Jan Paine"]].concat(),
        "",
    );
    desk.does(&[&there[..], &[".result SA-volunteering Q4 2009/10, on track"]].concat(), "");
    desk.does(&["record", ".result SA-volunteering Q4 2009/10, off track"], "off track");
    let done = desk.runs(&["merge", "lent.minutebook"]);
    assert_eq!(done.code, Some(1), "{done:?}");
    assert!(done.out.contains("F9 was not merged, and is another here"), "{}", done.out);
    assert!(done.out.contains("another result of that period"), "{}", done.out);
    let found = desk.json(&["show", "F9", "--json"]);
    assert_eq!(found["owner"], serde_json::Value::Null, "{found}");
}
