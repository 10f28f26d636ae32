//! What has to be there before minutes go out, each kind of it, and what is asked by the
//! rules of the time.

use minutebook::model::{BodyKind, MeetingKind, MeetingStatus};
use minutebook::rules::missing::{self, Lack};
use minutebook::rules::{Force, PROFILES, Rule};

use crate::support::blank::day;
use crate::support::clerk::{Clerk, printed};
use crate::support::invented::{committee, partnership};

fn lacking(clerk: &Clerk, wanted: Lack) -> u32 {
    missing::missing(&clerk.sitting()).iter().find(|(lack, _)| *lack == wanted).map_or(0, |l| l.1)
}

#[test]
fn an_interest_is_to_have_an_outcome() {
    let mut clerk = Clerk::in_session();
    clerk.script(".int idris: drives a taxi");
    assert_eq!(lacking(&clerk, Lack::Outcome), 1);
    clerk.script(".close 11.00\n.minutes checked");
    clerk.refuses(".minutes circulated", "1 interest without outcome");
    clerk.script(".int idris: drives a taxi stayed");
    assert_eq!(lacking(&clerk, Lack::Outcome), 0);
}

#[test]
fn what_is_withheld_is_to_say_under_which_paragraph() {
    let mut clerk = Clerk::in_session();
    clerk.script(".item 8\n.exclude\n.item 7");
    assert_eq!(lacking(&clerk, Lack::Paragraph), 1);
    clerk.script(".exempt 3: a price");
    assert_eq!(lacking(&clerk, Lack::Paragraph), 0);
}

#[test]
fn whoever_votes_without_a_seat_is_to_stand_in_for_somebody() {
    let board = partnership();
    let mut clerk = Clerk::before(&board);
    clerk.sets_up(".person Zoe Quartz");
    clerk.script("14.00 .next\n.chair lorne");
    let told = clerk.try_line(".in quartz as member").unwrap().join(" ");
    assert!(told.contains("seat"), "{told}");
    assert_eq!(lacking(&clerk, Lack::Principal), 1);
    clerk.script(".sub quartz for farr");
    assert_eq!(lacking(&clerk, Lack::Principal), 0);
}

#[test]
fn notice_is_of_as_many_days_as_the_law_of_the_day_asked() {
    let statutory = PROFILES.iter().find(|profile| profile.name == "statutory").unwrap();
    let asked = |on| statutory.notice(on).map(|(days, _)| days);
    assert_eq!(asked(day(2002, 9, 30)), Some(3));
    assert_eq!(asked(day(2002, 10, 1)), Some(5));
}

#[test]
fn a_cabinet_gives_reasons_under_the_regulations_of_the_day() {
    let executive = PROFILES.iter().find(|profile| profile.name == "executive").unwrap();
    let source = |on| executive.force(Rule::Reasons, on);
    let (before, after) = (source(day(2012, 9, 9)), source(day(2012, 9, 10)));
    assert_eq!((before.0, after.0), (Force::Enforce, Force::Enforce));
    assert!(
        before.1.contains("2000/3272") && after.1.contains("2012/2089"),
        "{before:?} {after:?}"
    );
}

#[test]
fn a_body_may_keep_rules_that_are_not_those_of_its_kind() {
    let mut clerk = Clerk::before(&committee());
    clerk.goes_to_another_body_of(BodyKind::PartnershipBoard);
    let code = clerk.sitting().body.code;
    clerk.sets_up(&format!(".board {code} rules statutory, quorum 5"));
    assert_eq!(clerk.sitting().body.profile, "statutory");
    clerk.refuses(".d AGREED: that it be so", "There is no quorum");
    clerk.sets_up(&format!(".board {code} rules of its kind"));
    clerk.script(".d AGREED: that it be so");
}

#[test]
fn numbers_given_at_a_later_meeting_leave_no_gap_before_them() {
    let mut clerk = Clerk::before(&committee());
    clerk.script("10.00 .next\n.item 5\n.close 10.30");
    let first = clerk.meeting.clone();
    clerk.meeting = "after".into();
    clerk.script(".agenda Business\n.next");
    clerk.meeting = first;
    clerk.refuses(".kind inquorate", "these would leave a gap");
    assert_eq!(clerk.sitting().meeting.kind, MeetingKind::Ordinary);
}

#[test]
fn a_meeting_that_is_called_off_is_not_held() {
    let mut clerk = Clerk::before(&committee());
    clerk.script(".calloff");
    assert_eq!(clerk.sitting().meeting.status, MeetingStatus::Cancelled);
    clerk.refuses(".next", "was cancelled");
    for line in [
        ".in okonjo",
        ".chair okonjo",
        ".kind annual",
        ".publish",
        ".d Agreed",
        ".defer 8 September",
    ] {
        clerk.refuses(line, "was cancelled");
    }
    clerk.refuses(".calloff", "called off already");
    clerk.pen.undo(&clerk.signed()).unwrap();
    clerk.script(".next");
    clerk.refuses(".calloff", "The meeting has begun");
}

#[test]
fn what_there_was_no_time_for_is_considered_dropped() {
    let mut clerk = Clerk::in_session();
    clerk.script(".item 7\n.drop want of time");
    let page = printed(&clerk.sitting());
    assert!(page.contains("CONSIDERED DROPPED"), "{page}");
    clerk.script(".item 2");
    clerk.refuses(".drop", "Standing business is not dropped");
    clerk.script(".item 6\n.d that it be so");
    clerk.refuses(".drop", "Something was decided on this item");
}
