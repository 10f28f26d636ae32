//! Whether enough are in the room, and what is told of it.

use minutebook::model::MeetingKind;

use crate::support::clerk::{Clerk, printed};
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
fn business_that_was_come_back_to_had_both_chairs() {
    let mut clerk = Clerk::in_session();
    clerk.script(
        "The plan was debated.\n10.20 .item 4\nMr Smith spoke.\n10.40 .chair farrow\n.out okonjo
         10.45 .item 6\nThe plan was agreed.\n.close 11.00",
    );
    let page = printed(&clerk.sitting());
    assert!(page.contains("Okonjo - in the chair for Agenda Items"), "{page}");
    assert!(page.contains("Farrow - in the chair for Agenda Items 4 and 6"), "{page}");
    let at = |words: &str| page.find(words).unwrap_or_else(|| panic!("no {words} in {page}"));
    assert!(at("Mr Smith spoke.") < at("Farrow took the chair"), "{page}");
}
