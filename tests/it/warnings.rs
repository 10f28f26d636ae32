//! What a clerk is told beside what goes on record: what is still missing, and what is
//! out of the ordinary.

use minutebook::model::Sitting;
use minutebook::rules::missing::{self, Lack};

use crate::follow_up::in_september;
use crate::support::blank::day;
use crate::support::clerk::{Clerk, printed};
use crate::support::invented::committee;

fn lacks(sitting: &Sitting, wanted: Lack) -> bool {
    missing::missing(sitting).iter().any(|(lack, _)| *lack == wanted)
}

#[test]
fn nobody_presides_until_somebody_takes_the_chair_and_after_they_leave_it() {
    let mut clerk = Clerk::before(&committee());
    clerk.script("10.00 .item 5\n.in okonjo, allardyce, farrow");
    assert!(lacks(&clerk.sitting(), Lack::Chair));
    clerk.script(".chair okonjo");
    assert!(!lacks(&clerk.sitting(), Lack::Chair));
    clerk.script(".out okonjo");
    assert!(lacks(&clerk.sitting(), Lack::Chair));
}

#[test]
fn a_councillor_five_months_away_is_told_of_while_away() {
    let mut sitting = Clerk::in_session().sitting();
    assert!(!lacks(&sitting, Lack::FiveMonths));
    let called = |name: &str| sitting.people.iter().find(|p| p.family == name).unwrap().id.clone();
    let (here, away) = (called("Farrow"), called("Tarrant"));
    let coming = std::mem::take(&mut sitting.neighbours.coming);
    sitting.last_attended = vec![(here, day(2025, 12, 1)), (away.clone(), day(2026, 1, 10))];
    assert!(!lacks(&sitting, Lack::FiveMonths), "one is here, the other a day short of it");
    sitting.last_attended = vec![(away.clone(), day(2026, 1, 9))];
    assert!(lacks(&sitting, Lack::FiveMonths));
    // The next meeting may be too late to warn of it.
    sitting.last_attended = vec![(away, day(2026, 2, 10))];
    assert!(!lacks(&sitting, Lack::FiveMonths));
    sitting.neighbours.coming = coming;
    assert_eq!(sitting.neighbours.coming[0].date, day(2026, 9, 8));
    assert!(lacks(&sitting, Lack::FiveMonths));
}

#[test]
fn minutes_that_wait_are_told_of_once_their_item_is_done_with() {
    let mut clerk = Clerk::in_session();
    clerk.script("Freight was talked over.\n12.10 .close\n.minutes checked\n.minutes circulated");
    in_september(&mut clerk);
    assert!(!lacks(&clerk.sitting(), Lack::Unconfirmed), "there is time yet");
    clerk.script("12.00 .close");
    assert!(lacks(&clerk.sitting(), Lack::Unconfirmed));
}

#[test]
fn a_time_outside_the_meeting_is_told() {
    let mut clerk = Clerk::in_session();
    let told = clerk.try_line(".out idris 9.30").unwrap().join(" ");
    assert!(told.contains("9.30 am is before the meeting began, at 10.00 am."), "{told}");
    clerk.script("12.10 .close");
    let told = clerk.try_line(".out farrow 12.30").unwrap().join(" ");
    assert!(told.contains("12.30 pm is after the meeting closed, at 12.10 pm."), "{told}");
}

#[test]
fn a_correction_of_what_the_book_does_not_have_is_told() {
    let mut clerk = Clerk::in_session();
    clerk.script("Twenty lorries a day go by.\n12.10 .close\n.minutes checked");
    clerk.script(".minutes circulated");
    in_september(&mut clerk);
    clerk.refuses(".correct 99/26: \"x\" read \"y\"", "There is no minute 99/26 yet");
    let sitting = clerk.sitting();
    let known = sitting.former.iter().find(|former| former.says.contains("Twenty")).unwrap();
    let line = format!(".correct {}: \"thirty\" read \"thirty-one\"", known.reference);
    let told = clerk.try_line(&line).unwrap().join(" ");
    assert!(told.contains("see that the page as printed does"), "{told}");
    let line = format!(".correct {}: \"Twenty lorries\" read \"Forty lorries\"", known.reference);
    let told = clerk.try_line(&line).unwrap().join(" ");
    assert!(!told.contains("see that the page"), "{told}");
}

#[test]
fn the_public_is_told_that_it_was_out_for_business_put_down_then() {
    let mut clerk = Clerk::in_session();
    clerk.script(".exclude\n.item 8\n.agenda Yaks");
    let number = clerk.sitting().items.last().unwrap().number.clone();
    clerk.script(&format!(".item {number}\nYaks are dear."));
    let page = printed(&clerk.sitting());
    let silent = "The public was excluded while this item was considered.";
    assert_eq!(page.matches(silent).count(), 2, "{page}");
}

#[test]
fn a_substitute_is_listed_for_the_items_before_the_member_came() {
    let meeting = |then: &str| {
        let mut clerk = Clerk::before(&committee());
        clerk.script(".sub brandreth for quill\n.in okonjo, allardyce, farrow, brandreth 9.55");
        clerk.script(&format!(".chair okonjo\n{then}"));
        printed(&clerk.sitting())
    };
    let page = meeting(".item 1\n.item 2\n.item 4\n.in quill\n.item 5");
    let said = "Brandreth (in place of Councillor S. Quill) (for Agenda Items 1 and 2)";
    assert!(page.contains(said), "{page}");
    let page = meeting(".item 1\n.in quill\n.item 5");
    assert!(!page.contains("in place of"), "{page}");
    assert!(page.contains("Other Members in Councillor T. Brandreth"), "{page}");
}

#[test]
fn a_substitute_who_never_came_is_not_among_those_present() {
    let mut clerk = Clerk::before(&committee());
    clerk.script(".sub brandreth for quill\n.in okonjo, allardyce, farrow 9.55\n.chair okonjo");
    clerk.script(".item 5\n.absent rest\n12.10 .close");
    let sitting = clerk.sitting();
    assert!(!printed(&sitting).contains("(in place of"), "{}", printed(&sitting));
    let waits = missing::items(&sitting, Lack::Unaccounted);
    assert_eq!(waits, ["Councillor T. Brandreth"]);
}

#[test]
fn the_first_of_two_motions_is_decided_as_it_was_carried_whatever_became_of_the_second() {
    let mut clerk = Clerk::in_session();
    clerk.script(".m allardyce/idris: that the plan be adopted\n.v 6-2-0");
    clerk.script(".m farrow/quill: that bridges be painted\n.v 2-6-0");
    let told = clerk.try_line(".d RESOLVED: that the plan be adopted").unwrap().join(" ");
    assert!(!told.contains("lost"), "{told}");
}

#[test]
fn a_motion_in_two_letters_that_was_lost_refuses_no_other_decision() {
    let mut clerk = Clerk::in_session();
    clerk.script(".m allardyce/idris: to go\n.v 2-6-0");
    assert!(clerk.try_line(".d RESOLVED: to go").unwrap_err().contains("lost"));
    clerk.try_line(".d RESOLVED: that the plan be adopted").unwrap();
}

#[test]
fn a_withdrawal_after_the_vote_is_told_of_though_they_have_left_the_room() {
    let mut clerk = Clerk::in_session();
    clerk.script(".d that it be built\n.v 6-2-0\n.out farrow");
    let told = clerk.try_line(".int farrow: personal: lives there withdrew").unwrap().join(" ");
    assert!(told.contains("This item was voted on already"), "{told}");
}

#[test]
fn a_decision_with_another_number_than_the_motion_that_carried_is_told_of() {
    let mut clerk = Clerk::in_session();
    clerk.script(".m allardyce/farrow: that the grant be £5,000\n.v 6-1-0");
    let told = clerk.try_line(".d RESOLVED: that the grant be £50,000").unwrap().join(" ");
    assert!(told.contains("It has 50000, which the motion that was voted on has not"), "{told}");
}

#[test]
fn what_was_lost_as_amended_is_not_resolved_as_it_was_first_moved() {
    let mut clerk = Clerk::in_session();
    clerk.script(
        ".m allardyce/farrow: that the plan be adopted\n.am idris/quill: add \"with trees\"\n\
         .v 5-1-0\n.v 2-5-0",
    );
    clerk.refuses(".d RESOLVED: that the plan be adopted", "The motion was lost");
}

#[test]
fn a_vote_right_after_the_public_is_shut_out_again_is_on_that() {
    let mut clerk = Clerk::in_session();
    clerk.script(
        ".item 8\n.exclude\n.v 7-0-0\nTerms.\n.item 7\nThe contractor had failed.
         .d RESOLVED: to end the contract\n.exempt 3\n.exclude\n.v 5-2-0",
    );
    let sitting = clerk.sitting();
    let vote = sitting.votes.last().unwrap();
    let on = sitting.decisions.iter().find(|had| had.vote.as_ref() == Some(&vote.id)).unwrap();
    assert!(on.text.contains("be excluded for Agenda Item 7"), "{}", on.text);
    assert_eq!(sitting.current().unwrap().number, "7");
}

#[test]
fn an_election_without_a_majority_is_told_of_and_a_lot_names_whom_it_fell_on() {
    let mut clerk = Clerk::in_session();
    let told = clerk.try_line(".elect Champion: okonjo 3, idris 2, farrow 2").unwrap().join(" ");
    assert!(told.contains("Nobody had more than half of the 7 votes"), "{told}");
    clerk.script(".elect Trustees (2): okonjo 5, idris 4, farrow 4, lot farrow");
    let page = printed(&clerk.sitting());
    assert!(page.contains("Farrow being chosen by lot)"), "{page}");
}

#[test]
fn the_quorum_of_the_next_item_counts_whoever_withdrew_from_the_last() {
    let mut clerk = Clerk::before(&committee());
    clerk.script("10.00 .next\n.in okonjo, idris, farrow\n.chair okonjo\n.item 6");
    clerk.script(".int farrow: owns it withdrew\n.out farrow 10.30\n.in farrow 10.40");
    let told = clerk.try_line(".item 7").unwrap().join(" ");
    assert!(!told.contains("There is no quorum"), "{told}");
}

#[test]
fn a_day_before_a_comma_is_the_day_of_an_action() {
    let mut clerk = Clerk::in_session();
    clerk.script(".a farrow: Report to the committee by 8 September 2026, with costs");
    let action = clerk.sitting().actions[0].clone();
    assert_eq!(action.due, Some(day(2026, 9, 8)));
    assert_eq!(action.text, "Report to the committee by 8 September 2026, with costs");
}

#[test]
fn minutes_confirmed_on_a_motion_bear_its_vote() {
    let mut clerk = Clerk::in_session();
    clerk.script("The plan was shown.\n12.10 .close\n.minutes circulated");
    in_september(&mut clerk);
    clerk.script(".m allardyce/farrow: that the minutes be approved\n.v 3-1-0\n.confirm");
    let page = printed(&clerk.sitting());
    assert!(page.contains("by 3 votes to 1): that the Minutes of 9 June 2026"), "{page}");
}
