//! The registers beside the schedule, kept by lines.

use super::Desk;

#[test]
fn a_row_put_in_by_a_slip_is_struck_out_again() {
    let desk = Desk::with_the_sample();
    desk.does(&["record", ".finding caa-2009-carbonx closed: a slip"], "put in");
    desk.does(&["record", ".strike caa-2009-carbonx"], "struck out");
    assert!(!desk.does(&["list", "findings"], "caa-2009").contains("carbonx"));
    desk.does(&["record", ".seat PSB for Health, 2 seats"], "PSB-S10 put in");
    desk.does(&["record", ".strike PSB-S10"], "Seat PSB-S10 struck out: Health");
    desk.refuses(&["record", ".strike xyzzy"], "No point, response, target, seat or row");
}

#[test]
fn a_finding_is_answered_by_what_is_tied_to_it_and_not_by_being_called_so() {
    let desk = Desk::with_the_sample();
    let fear = "caa-2009-noted-fear";
    desk.does(&["show", fear], "status: open");
    let called = format!(".finding {fear} answered");
    desk.refuses(&["record", &called], "Nothing is tied to caa-2009-noted-fear that answers it.");
    desk.does(&["record", &format!(".answers SC-R1: SC-O4, {fear}")], "SC-O4, caa-2009-noted-fear");
    desk.does(&["show", fear], "status: answered");
    desk.does(&["record", &called], "now answered");
}

#[test]
fn a_finding_whose_action_is_no_longer_wanted_is_open_again() {
    let desk = Desk::with_the_sample();
    let minuted = ["record", "--meeting", "spsc-2010-07-22", ".in all", ".item 10"];
    let action = ".a Oduya: fix the roads by 30 Sep 2010 [caa-2009-congestion]";
    desk.does(&[&minuted[..], &[action]].concat(), "");
    desk.does(&["show", "caa-2009-congestion"], "(pace, answered)");
    desk.does(&[&minuted[..3], &[".cancel A/10/05: not wanted"]].concat(), "");
    desk.does(&["show", "caa-2009-congestion"], "(pace, open)");
}

#[test]
fn rows_of_the_registers_are_numbered_on_in_a_book_with_no_schedule_too() {
    let desk = Desk::without_a_book();
    desk.does(&["new", "board.minutebook"], "board.minutebook");
    desk.does(&["add", ".body NB New Board"], "New Board");
    let lines = [".seat NB for Alpha, 3 seats, filled", ".seat NB for Beta, 2 seats, vacant"];
    desk.does(&["record", lines[0], lines[1]], "Seat NB-S2 put in");
    let board = desk.does(&["show", "NB"], "Beta");
    assert!(board.contains("Alpha"), "{board}");
}

#[test]
fn a_body_has_an_officer_who_leads_on_its_work() {
    let desk = Desk::with_the_sample();
    desk.does(&["record", ".board PSB lead Ann Bell"], "lead was none, now lead Ann Bell");
    desk.does(&["list", "framework"], "lead Ann Bell");
    desk.does(&["export", "people"], "Lead: Ann Bell.");
}

#[test]
fn whoever_puts_in_a_recommendation_sees_for_which_days_it_was_taken() {
    let desk = Desk::with_the_sample();
    let line =
        ".recommendation R40 to Cabinet, due 30 Sep 2026, answer by 31 Oct 2026: plant trees";
    let told = desk.does(&["record", line], "due 30 September 2026");
    assert!(told.contains("answer by 31 October 2026"), "{told}");
}

#[test]
fn a_name_is_that_of_one_thing_alone() {
    let desk = Desk::with_the_sample();
    for line in [".finding CT: slow", ".driver ct-o1: a new duty", ".plan OPB body OPB: a report"] {
        desk.refuses(&["record", line], "Something else is called");
    }
    desk.does(&["record", ".finding CT-slow of CT: slow"], "CT-slow put in");
    desk.does(&["record", ".finding ct-SLOW closed"], "now closed");
}

#[test]
fn a_target_is_moved_to_another_partnership_and_priority() {
    let desk = Desk::with_the_sample();
    desk.does(&["record", ".target SA-volunteering priority 2"], "priority was");
    desk.does(&["record", ".target SA-volunteering of SC"], "partnership was of SA, now of SC");
    desk.refuses(
        &["record", ".target SA-volunteering priority 99"],
        "No priority is called \"99\"",
    );
    desk.refuses(&["record", ".target SA-volunteering of XX"], "No partnership of the schedule");
}

#[test]
fn an_edition_is_called_otherwise_by_its_own_day() {
    let desk = Desk::with_the_sample();
    desk.does(&["record", ".edition 22 Jul 2010: Review, as amended"], "called Review, as amended");
    desk.does(&["export", "schedule"], "REVIEW, AS AMENDED");
    desk.refuses(
        &["record", ".edition 22 Jul 2010: Review, as amended"],
        "A new one is of a later day",
    );
}

#[test]
fn a_list_is_never_narrowed_by_what_it_does_not_know() {
    let desk = Desk::with_the_sample();
    for (args, words) in [
        (&["engagement", "--from", "2010-10-01"][..], "A list of engagement does not go by --from"),
        (&["targets", "--overdue"], "It goes by --partnership, --owner and --status"),
        (&["decisions", "--owner", "James"], "A list of decisions does not go by --owner"),
        (&["framework", "--body", "OPB"], "It is always whole"),
        (&["actions", "--sort", "by_name"], "A list of actions does not go by --sort"),
        (&["people", "--status", "open"], "It goes by --meeting and --body"),
    ] {
        desk.is_asked_wrongly(&[&["list"], args].concat(), words);
    }
    let late = desk.does(&["list", "partnerships", "--overdue"], "EW");
    let both = &["list", "partnerships", "--overdue", "--status", "off_track"];
    let both = desk.does(both, "");
    assert!(both.lines().count() < late.lines().count(), "{both}");
}

#[test]
fn a_gap_that_is_not_there_is_not_let_pass_and_a_day_is_taken_off() {
    let desk = Desk::with_the_sample();
    desk.refuses(&["record", ".pass G2 HW-targets: agreed"], "There is no gap G2 of HW-targets.");
    desk.does(&["record", ".pass G3 CT-R1: agreed"], "let pass");
    desk.does(&["record", ".response EW-R4 due 1 Aug 2010"], "now due 1 August 2010");
    desk.does(&["record", ".response EW-R4 no date"], "date was due 1 August 2010, now none");
    desk.does(&["show", "opb-2010-02-24-2-a1"], "pace, answered");
}

#[test]
fn what_a_scrutiny_committee_recommends_is_on_the_register_with_two_months_to_answer() {
    let desk = Desk::with_the_sample();
    let minuted = |lines: &[&str]| {
        desk.does(&[&["record", "--meeting", "spsc-2010-07-22"], lines].concat(), "")
    };
    minuted(&[".in all", ".item 5"]);
    let told = minuted(&[".d RECOMMENDED TO the Cabinet: that a list be kept"]);
    assert!(told.contains("RECOMMENDED to the Cabinet"), "{told}");
    // The law binds the executive and the council, and not a partnership.
    minuted(&[".d RECOMMENDED TO the Children's Trust: that it meet monthly"]);
    let listed = || desk.json(&["list", "recommendations", "--json"]);
    let cabinet = first_numbered(&listed(), "SYP-10/10(a)");
    assert_eq!(cabinet["addressed_to"], "the Cabinet");
    assert_eq!(cabinet["reply_due"], "2010-09-22");
    assert_eq!(cabinet["source"], "Strategy & Partnerships Scrutiny Committee, 22 July 2010");
    assert!(first_numbered(&listed(), "SYP-10/10(b)")["reply_due"].is_null());
    desk.does(&["list", "recommendations"], "made, no reply by 22 September 2010");
    let other = ".recommendation SYP-10/10(a) accepted: other words";
    desk.refuses(&["record", other], "What SYP-10/10(a) recommends stands in the minutes.");
    // Followed up, it is on the register for good, still tied to its decision.
    desk.does(
        &["record", ".recommendation SYP-10/10(a) accepted, lead Ann Bell, due 31 Dec 2010"],
        "status was made, now accepted",
    );
    desk.does(&["record", ".evidence SYP-10/10(b): CT-O4"], "SYP-10/10(b) is shown by CT-O4");
    let cabinet = first_numbered(&listed(), "SYP-10/10(a)");
    assert_eq!((&cabinet["status"], &cabinet["lead"]), (&"accepted".into(), &"Ann Bell".into()));
    assert_eq!(first_numbered(&listed(), "SYP-10/10(b)")["evidence"][0], "CT-O4");
    desk.does(&["show", "SYP-10/10(a)"], "led to recommendation");
    desk.does(&["undo"], "");
    desk.does(&["undo"], "");
    assert_eq!(first_numbered(&listed(), "SYP-10/10(a)")["status"], "made");
}

#[test]
fn what_is_recommended_in_private_is_on_no_register() {
    let desk = Desk::with_the_sample();
    let meeting = "spsc-2010-07-22";
    let lines = [".in all", ".item 5", ".exempt 3", ".d RECOMMENDED TO the Cabinet: sell the barn"];
    desk.does(&[&["record", "--meeting", meeting], &lines[..]].concat(), "");
    let listed = desk.does(&["list", "recommendations"], "R11");
    assert!(!listed.contains("barn"), "{listed}");
}

#[test]
fn what_is_followed_up_leaves_the_register_as_its_item_is_made_exempt() {
    let desk = Desk::with_the_sample();
    let minuted = |lines: &[&str]| {
        desk.does(&[&["record", "--meeting", "spsc-2010-07-22"], lines].concat(), "")
    };
    minuted(&[".in all", ".item 5", ".d RECOMMENDED TO the Cabinet: sell the barn"]);
    desk.does(&["record", ".recommendation SYP-10/10 accepted"], "accepted");
    desk.does(&["list", "recommendations"], "barn");
    minuted(&[".exempt 3"]);
    assert!(!desk.does(&["list", "recommendations"], "R11").contains("barn"));
    assert!(!desk.does(&["export", "recommendations"], "R11").contains("barn"));
    desk.does(&["undo"], "");
    desk.does(&["list", "recommendations"], "accepted");
}

/// The recommendation of that number.
fn first_numbered(listed: &serde_json::Value, number: &str) -> serde_json::Value {
    let rows = listed.as_array().unwrap();
    rows.iter().find(|row| row["number"] == number).unwrap().clone()
}

#[test]
fn whoever_answers_for_something_is_the_person_of_that_name() {
    let desk = Desk::with_the_sample();
    desk.does(
        &["record", ".response CT-R3 owner okonjo"],
        "owner was none, now owner Councillor R. Okonjo",
    );
    desk.does(
        &["record", ".response CT-R4 owner Jan Okonyo"],
        "The book knows nobody called Jan Okonyo.",
    );
    desk.does(&["add", ".person Ann Okonjo on SYP as member"], "Ann Okonjo");
    desk.refuses(
        &["record", ".response CT-R4 owner okonjo"],
        "\"okonjo\" could be Ann Okonjo or Councillor R. Okonjo.",
    );
    desk.refuses(
        &["record", ".response SP question, due 30 Sep 2010, answers SP-O3: Who?"],
        "\"answers SP-O3\" is nothing that can be said of a response.",
    );
    desk.does(
        &["record", ".response SP question, owner Jan Paine, due Sep 2010: Who?"],
        "question, owner Jan Paine, due Sep 2010, proposed (30 September 2010).",
    );
}

#[test]
fn a_row_is_found_by_the_name_that_an_edition_on_paper_gives_it() {
    let desk = Desk::with_the_sample();
    desk.does(&["record", ".edition 20 Sep 2010"], "New edition");
    desk.does(&["record", ".edition 21 Sep 2010"], "New edition");
    desk.does(&["record", ".response CT-R2 under way"], "Response CT-R12: status was proposed");
    desk.does(&["record", ".point CT-O1 concern"], "tone was mixed, now concern");
    let minuted = ["record", "--meeting", "spsc-2010-09-23", ".in all", ".item 4"];
    let action = ".a okonjo: see to the results by 30 Oct 2010 [CT-R2]";
    desk.does(&[&minuted[..], &[action]].concat(), "implements CT-R12");
}

#[test]
fn a_schedule_in_which_little_was_judged_says_what_is_not_looked_for() {
    let desk = Desk::without_a_book();
    desk.does(&["new", "board.minutebook"], "");
    let sheet = "Partnership,Targets,On track,Off track,Cannot judge,Performance,Response\n\
        Housing Board,9,5,3,1,Homes are built,Build more\n";
    std::fs::write(desk.folder().join("schedule.csv"), sheet).unwrap();
    desk.does(&["import", "schedule.csv", "--kind", "schedule"], "Written.");
    let told =
        desk.does(&["gaps", "--rule", "G2"], "Nobody has said yet what any response answers");
    assert!(told.contains("No point has a tone yet"), "{told}");
    let row = desk.json(&["list", "partnerships", "--json"]);
    let id = row[0]["id"].as_str().unwrap();
    let figures = format!(
        ".figures {id} 9 targets, 6 on track, 2 off track, 1 cannot judge, period Q1 2026/27: Slow"
    );
    desk.does(&["record", &figures], "");
    let point = format!(".point {id}: Of nine targets six are on track.");
    desk.does(&["record", &point], "put in");
    let again = format!(".figures {id} 7 on track, 1 off track");
    desk.does(&["record", &again], "See whether it is still true: ");
    let earlier = format!(".figures {id} period Q4 2025/26");
    desk.does(&["record", &earlier], "They are of an earlier period than those before.");
}

#[test]
fn a_sheet_says_what_one_owner_has_still_to_do_and_is_known_again() {
    let desk = Desk::with_the_sample();
    let sheet = desk.does(&["export", "actions", "--owner", "oduya"], "ACTIONS FOR K. ODUYA");
    assert!(sheet.contains("A/10/03") && sheet.contains("TO HELP OTHERS WITH"), "{sheet}");
    assert!(!sheet.contains("A/10/02"), "what others owe, and what is done, is left out: {sheet}");
    desk.does(&["export", "actions", "--owner", "oduya", "-o", "oduya.html"], "oduya.html");
    desk.does(&["verify", "oduya.html"], "Actions for K. Oduya");
    desk.refuses(&["export", "actions", "--owner", "xyzzy"], "has anything still to do");
    desk.is_asked_wrongly(&["export", "minutes", "--owner", "oduya"], "--owner goes with");
}
