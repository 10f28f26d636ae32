//! Whether enough are in the room, and what is told of it.

use minutebook::document::{Audience, Document};
use minutebook::model::MeetingKind;

use crate::support::blank::{at, day};
use crate::support::clerk::{Clerk, printed, words_of};
use crate::support::invented::committee;

/// A committee of nine that needs three, with two of them in the room.
fn two_came() -> Clerk {
    let mut clerk = Clerk::before(&committee());
    clerk.script("10.00 .next\n.in okonjo, idris\n.chair okonjo");
    clerk
}

#[test]
fn a_meeting_that_never_had_a_quorum_says_so() {
    let mut clerk = two_came();
    let told = clerk.try_line(".next").unwrap().join(" ");
    assert!(told.contains("There is no quorum, with 2 of 3"), "{told}");
    let page = printed(&clerk.sitting());
    assert!(page.contains("There was no quorum: two of the three needed were present."), "{page}");
}

#[test]
fn a_quorum_that_comes_late_is_told_as_it_comes() {
    let mut clerk = two_came();
    clerk.script(".next\n10.15 .in farrow");
    let page = printed(&clerk.sitting());
    assert!(page.contains("there was now a quorum"), "{page}");
    assert!(!page.contains("quorum again"), "{page}");
}

#[test]
fn what_too_few_put_off_keeps_nobody_from_informal_notes() {
    let mut clerk = two_came();
    clerk.script(".item 5\n.defer next meeting: too few came\n.kind inquorate");
    assert_eq!(clerk.sitting().meeting.kind, MeetingKind::Inquorate);
    clerk.refuses(".d RESOLVED: that it be so", "nothing is decided");
}

#[test]
fn whoever_was_there_on_the_first_day_is_named_as_the_meeting_goes_on_on_another() {
    let mut clerk = two_came();
    clerk.script("10.30 .adjourn 10.30 to 16 June 2026 at 14.00");
    let told = clerk.try_line(".resume 16 June 2026 14.00").unwrap().join(" ");
    assert!(told.contains("Counted as here still: Councillor"), "{told}");
    assert!(told.contains("Idris") && told.contains("Okonjo"), "{told}");
}

#[test]
fn nobody_binds_those_who_sent_them_beside_the_member_they_stood_in_for() {
    let mut clerk = Clerk::in_session();
    clerk.sets_up(".person Gus Hart from Health Trust");
    clerk.script(".sub hart for tarrant\n.mandate hart no\n.in tarrant");
    let told = clerk.try_line(".d AGREED: to pool the budgets").unwrap().join(" ");
    assert!(!told.contains("to be ratified"), "{told}");
    let register = clerk.pen.decisions(&minutebook::book::Filter::default(), 9).unwrap();
    assert!(register.iter().all(|line| !line.is_unratified()));
}

#[test]
fn an_interest_in_business_that_was_not_taken_kept_nobody_from_it() {
    let mut clerk = Clerk::in_session();
    clerk.script(".item 2\n.int idris on 7: other: drives a taxi withdrew\n.close 11.00");
    let page = printed(&clerk.sitting());
    assert!(page.contains("The item was not taken"), "{page}");
    assert!(!page.contains("Withdrew for the item"), "{page}");
}

#[test]
fn whoever_was_in_the_chair_as_anything_was_said_presided_over_it() {
    let mut clerk = Clerk::in_session();
    clerk.script(
        "The plan was debated.\n10.20 .item 4\nMr Smith spoke.\n.chair farrow\n.out okonjo
         .item 6\nThe plan was agreed.\n.close 11.00",
    );
    let page = printed(&clerk.sitting());
    assert!(page.contains("Okonjo - in the chair for Agenda Items 1 to 6"), "{page}");
    assert!(page.contains("Farrow - in the chair for Agenda Item 6"), "{page}");
    let at = |words: &str| page.find(words).unwrap_or_else(|| panic!("no {words} in {page}"));
    assert!(at("Mr Smith spoke.") < at("Farrow took the chair"), "{page}");
}

#[test]
fn whoever_took_the_chair_for_part_of_an_item_is_named_for_it() {
    let mut clerk = Clerk::in_session();
    clerk.script(
        ".item 7\n10.20 .chair farrow\nThe skills were read out.\n10.30 .chair okonjo\n.item 8",
    );
    let page = printed(&clerk.sitting());
    assert!(page.contains("Farrow - in the chair for Agenda Item 7"), "{page}");
}

#[test]
fn a_quorum_lost_for_an_interest_is_lost_as_its_owner_leaves() {
    let mut clerk = two_came();
    clerk.script(
        "10.05 .in farrow\n.item 5\n.int idris: his land w\n10.45 .out idris\nFees were talked of.
         10.50 .item 6\n.in idris",
    );
    let page = printed(&clerk.sitting());
    let at = |words: &str| page.find(words).unwrap_or_else(|| panic!("no {words} in {page}"));
    assert!(at("there was no longer a quorum") < at("there was a quorum again"), "{page}");
}

#[test]
fn a_quorum_that_comes_back_with_the_next_item_is_told_there() {
    let mut clerk = two_came();
    clerk.script(
        "10.05 .in farrow, hesketh\n.item 5\n.int idris: his land withdrew\n10.45 .out farrow
         Fees were talked of.\n10.50 .item 6\n.d that the plan be noted with thanks",
    );
    let page = printed(&clerk.sitting());
    let at = |words: &str| page.find(words).unwrap_or_else(|| panic!("no {words} in {page}"));
    assert!(at("there was no longer a quorum") < at("(Agenda Item 6)"), "{page}");
    assert!(at("(Agenda Item 6)") < at("10.50 am: there was a quorum again"), "{page}");
}

#[test]
fn what_too_few_put_off_is_no_decision_and_cites_no_minute() {
    let mut clerk = two_came();
    clerk.script(
        ".agenda Fees\n.item 9\n.defer next meeting: too few\n.kind inquorate\n.close 11.00",
    );
    let sitting = clerk.sitting();
    let notice = words_of(&Document::decisions(&sitting, Audience::Public));
    assert!(!notice.contains("DEFERRED"), "{notice}");
    clerk.meeting = "after".into();
    let next = words_of(&Document::agenda(&clerk.sitting(), Audience::Public));
    assert!(next.contains("FEES") && !next.contains("(Minute"), "{next}");
    clerk.meeting = "m".into();
    clerk.script(".kind ordinary");
    clerk.meeting = "after".into();
    let next = words_of(&Document::agenda(&clerk.sitting(), Audience::Public));
    assert!(next.contains("(Minute 2/26)"), "enough had come after all: {next}");
}

#[test]
fn recommendations_taken_together_are_voted_on_by_those_who_are_here_now() {
    let mut clerk = Clerk::in_session();
    clerk.script(
        ".alter 5: that it be noted\n.alter 7: that it be built\n.item 5\n.item 7\n.item 4
         .out quill, idris, hesketh, farrow\n.bloc 5, 7",
    );
    clerk.refuses(".v 8-0-0", "counts 8 but 4");
    clerk.script(".v 4-0-0");
    let page = printed(&clerk.sitting());
    assert!(page.contains("(en bloc, unanimously)"), "{page}");
}

#[test]
fn whoever_comes_before_the_meeting_goes_on_comes_on_the_day_that_it_does() {
    let mut clerk = two_came();
    clerk.script("10.30 .adjourn 10.30 to 16 June 2026 at 14.00");
    clerk.now = at(day(2026, 11, 30), "09.00");
    clerk.script(".in farrow 13.55\n.in hesketh\n.resume 14.00\n.close 14.30");
    let sitting = clerk.sitting();
    let came = sitting.movements.last().unwrap();
    assert_eq!(came.at.date_naive(), day(2026, 6, 16));
    assert!(!came.timed, "nobody said when Hesketh came");
    let page = printed(&sitting);
    assert!(!page.contains("November") && !page.contains("9.00 am"), "{page}");
}

#[test]
fn whoever_leaves_during_the_first_item_does_not_unmake_the_quorum_that_there_was() {
    let mut clerk = Clerk::before(&committee());
    clerk.script("10.00 .next\n.chair okonjo\n.in allardyce, idris\n.out idris 10.05\n.next");
    let page = printed(&clerk.sitting());
    assert!(!page.contains("There was no quorum"), "{page}");
    assert!(page.contains("there was no longer a quorum"), "{page}");
}

#[test]
fn whoever_left_before_the_meeting_broke_off_left_on_that_day() {
    let mut clerk = Clerk::before(&committee());
    clerk.script(
        "10.00 .next\n.chair okonjo\n.in allardyce, idris\n10.30 .adjourn 10.30 to 16 June 2026 at 14.00",
    );
    clerk.now = at(day(2026, 11, 30), "09.00");
    clerk.script(".out idris 10.20");
    assert_eq!(clerk.sitting().movements.last().unwrap().at, at(day(2026, 6, 9), "10.20"));
}

#[test]
fn what_is_reported_at_an_informal_meeting_is_told_to_the_public() {
    let mut clerk = two_came();
    clerk.script(".in farrow\n.item 5\n.a okonjo: mend the fence by 30 Sep 2026\n.close 11.00");
    clerk.meeting = "after".into();
    clerk.now = at(day(2026, 9, 8), "10.00");
    let owed = clerk.sitting().outstanding[0].reference();
    clerk.script(&format!(
        ".agenda Fences\n.next\n.in okonjo, idris\n.kind inquorate\n.progress {owed}: the fence is up"
    ));
    let told = words_of(&Document::minutes(&clerk.sitting(), Audience::Public));
    assert!(told.contains("the fence is up"), "{told}");
}

#[test]
fn what_too_few_put_off_stands_over() {
    let mut clerk = Clerk::in_session();
    clerk.script(".item 5\n.out allardyce, farrow, hesketh, idris, nettleship, quill 10.40");
    let sitting = clerk.sitting();
    assert!(!minutebook::rules::room::quorum(&sitting).is_met());
    clerk.script(".item 7\n.defer next meeting: no quorum");
    let page = printed(&clerk.sitting());
    assert!(
        page.contains("STOOD OVER to 8 September 2026") && !page.contains("DEFERRED"),
        "{page}"
    );
}
