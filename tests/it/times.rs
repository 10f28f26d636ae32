//! What the minutes say of who came and when the meeting sat, in whatever order
//! it was put down.

use minutebook::rules::missing::{self, Lack};

use crate::support::clerk::{Clerk, printed};
use crate::support::invented::committee;

#[test]
fn a_meeting_minuted_afterwards_is_said_to_begin_when_the_clerk_says() {
    let mut clerk = Clerk::before(&committee());
    clerk.script("13.00 .next\n.chair okonjo\n.close 12.10");
    let lacking = |clerk: &Clerk| {
        missing::missing(&clerk.sitting()).iter().any(|(lack, _)| *lack == Lack::Times)
    };
    assert!(lacking(&clerk));
    let mut clerk = Clerk::before(&committee());
    clerk.script("13.00 .next\n.chair okonjo\n.begin 10.00\n.close 12.10");
    assert!(!lacking(&clerk));
}

#[test]
fn the_minutes_say_when_the_meeting_broke_off_and_went_on() {
    let mut clerk = Clerk::before(&committee());
    clerk.script("10.00 .item 6\n.chair okonjo\n.in allardyce, idris\n10.20 The plan was shown.\n.adjourn\n10.45 .resume\nQuestions were answered.");
    let sitting = clerk.sitting();
    let [adjournment] = sitting.adjournments.as_slice() else { panic!("{sitting:?}") };
    assert!(adjournment.to_at > Some(adjournment.from_at));
    let text = printed(&sitting);
    let said = "(10.20 am: the meeting adjourned. 10.45 am: the meeting resumed.)";
    assert!(text.contains(said), "{text}");
}

#[test]
fn what_was_declared_out_of_turn_is_in_the_minutes_all_the_same() {
    let mut clerk = Clerk::before(&committee());
    clerk.script(
        "10.00 .item 3
         .chair okonjo
         .in allardyce, farrow, hesketh
         .apol tarrant
         .int farrow: pecuniary: a seller of salt withdrew",
    );
    let text = printed(&clerk.sitting());
    assert!(text.contains("Apology from") && text.contains("Tarrant"), "{text}");
    assert!(text.contains("a seller of salt"), "{text}");
}
