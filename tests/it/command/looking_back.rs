//! The schedule as at a day before the book was begun, and what hangs on rows gone by.

use super::Desk;

/// The sample, with a later edition in which every target of the Children's Trust is on
/// track.
fn with_an_autumn_edition() -> Desk {
    let desk = Desk::with_the_sample();
    desk.does(&["record", ".edition 22 Oct 2010: Autumn"], "New edition");
    let figures =
        ".figures CT 17 targets, 17 on track, 0 off track, 0 cannot judge, period Q1 2010/11";
    desk.does(&["record", figures], "on track was 2 on track, now 17 on track");
    desk
}

#[test]
fn a_later_edition_and_its_results_are_not_in_an_earlier_view() {
    let desk = with_an_autumn_edition();
    let july = |what: &[&str]| desk.runs(&[what, &["--as-at", "22/7/2010"]].concat()).out;
    let before = [july(&["list", "partnerships"]), july(&["gaps"]), july(&["export", "schedule"])];
    assert!(before[0].contains("2 on track, 7 off track"), "{}", before[0]);
    let result = ".result SA-volunteering Q3 2010/11, on track, value 1200";
    desk.does(&["record", result], "put in");
    desk.does(&["record", ".figures SC 5 targets, 5 on track, 0 cannot judge"], "now 5 on track");
    let after = [july(&["list", "partnerships"]), july(&["gaps"]), july(&["export", "schedule"])];
    assert_eq!(before, after);
}

#[test]
fn an_action_leads_to_the_response_it_carries_out_though_no_edition_has_that_any_more() {
    let desk = Desk::with_the_sample();
    desk.does(&["record", ".response CT-R5 delivered"], "now delivered");
    desk.does(&["record", ".edition 22 Oct 2010: Autumn"], "New edition");
    desk.does(&["show", "A/10/04"], "CT-R5");
}

#[test]
fn a_driver_that_threatens_a_point_threatens_its_partnership() {
    let desk = Desk::with_the_sample();
    let listed = desk.does(&["list", "drivers", "--partnership", "EP"], "Total Place");
    assert!(!listed.contains("There is nothing"), "{listed}");
    desk.does(&["show", "EP-O2"], "Total Place");
}

#[test]
fn only_what_is_missing_is_let_pass() {
    let desk = Desk::with_the_sample();
    desk.does(&["record", ".result SA-volunteering Q4 2009/10, on track, value 5"], "put in");
    desk.refuses(&["record", ".pass G7 SA: no matter"], "There is no gap G7 of SA");
}

#[test]
fn what_stands_out_of_its_order_says_where_it_belongs() {
    let desk = Desk::with_the_sample();
    desk.refuses(
        &["add", ".body XB Other Board quorum 3 as partnership board"],
        "stands before the quorum",
    );
}

#[test]
fn what_came_of_a_period_that_was_not_over_is_no_part_of_an_edition_before() {
    let desk = Desk::with_the_sample();
    desk.does(
        &[
            "record",
            ".edition 31 Oct 2010",
            ".target CT code CT01: school places",
            ".result CT01 Q2 2010/11, off track",
            ".result SA-volunteering Q2 2010/11, cannot judge, data quality",
        ],
        "",
    );
    let then = |rule: &str, said: &str| {
        desk.runs(&["gaps", "--as-at", "22 Jul 2010", "--rule", rule]).out.contains(said)
    };
    assert!(then("G9", "(13, medium)") && then("G7", "SA") && then("G2", "(4, high)"));
    desk.does(&["gaps", "--rule", "G9"], "(14, medium)");
}
