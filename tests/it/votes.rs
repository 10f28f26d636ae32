//! What a vote settles: the decision it belongs to, and what is left when it is lost.

use minutebook::model::{MeetingId, Sitting};
use minutebook::rules;

use crate::support::blank::{at, day};
use crate::support::clerk::{Clerk, printed};
use crate::support::invented::committee;

#[test]
fn a_vote_goes_with_the_decision_that_says_what_was_put_and_with_no_other() {
    let mut clerk = Clerk::in_session();
    clerk.script(".m allardyce/idris: that the review be welcomed\n.v 5-3-0");
    let told = clerk.try_line(".d NOTED: the timetable").unwrap().join(" ");
    assert!(told.contains("The vote stays with the motion it was on"), "{told}");
    assert!(told.contains("that the review be welcomed"), "{told}");
    clerk.script(".d RESOLVED: that the review be welcomed");
    let sitting = clerk.sitting();
    let votes: Vec<bool> = sitting.decisions.iter().map(|had| had.vote.is_some()).collect();
    assert_eq!(votes, [false, true]);
    let printed = printed(&sitting);
    assert!(printed.contains("NOTED: (a) the timetable"), "{printed}");
    assert!(printed.contains("RESOLVED (by 5 votes to 3): (b) that the review"), "{printed}");
}

#[test]
fn each_of_two_motions_carried_keeps_its_own_vote() {
    let mut clerk = Clerk::in_session();
    clerk.script(
        ".m allardyce/idris: that the depot be kept\n.v 5-3-0
         .m farrow/idris: that the lorries be sold\n.v 6-2-0
         .d that the depot be kept for two years\n.d that the lorries be sold",
    );
    let printed = printed(&clerk.sitting());
    assert!(printed.contains("(by 5 votes to 3): (a) that the depot be kept"), "{printed}");
    assert!(printed.contains("(by 6 votes to 2): (b) that the lorries be sold"), "{printed}");
}

#[test]
fn what_was_lost_is_not_resolved_until_another_vote_carries_it() {
    let mut clerk = Clerk::in_session();
    clerk.script(".m allardyce/idris two-thirds: that the schedule be suspended\n.v 5-3-0");
    let lost = "The motion was lost: that the schedule be suspended";
    clerk.refuses(".d RESOLVED: that the schedule be suspended", lost);
    let printed_lost = printed(&clerk.sitting());
    let told = "The motion was lost, two-thirds of the votes being needed.";
    assert!(printed_lost.contains(told), "{printed_lost}");
    clerk.script(
        ".m farrow/idris: that the schedule be suspended\n.v 6-2-0
         .d RESOLVED: that the schedule be suspended",
    );
    assert!(clerk.sitting().decisions[0].vote.is_some());
}

#[test]
fn two_thirds_may_be_of_those_voting_of_those_present_or_of_all_members() {
    let carried = |majority: &str| {
        let mut clerk = Clerk::in_session();
        clerk.script(&format!(".m allardyce/idris {majority}: that it be so\n.v 5-1-2"));
        let sitting = clerk.sitting();
        sitting.votes[0].carried(minutebook::rules::room::voting_places(&sitting))
    };
    assert!(carried("two-thirds"));
    assert!(carried("Two thirds of those voting"));
    assert!(!carried("two-thirds of those present"));
    assert!(!carried("two-thirds of all members"));
}

#[test]
fn a_lot_or_a_casting_vote_decides_between_equals_alone() {
    let mut clerk = Clerk::in_session();
    let line = ".elect Chairman: idris 5, farrow 3, casting farrow";
    clerk.refuses(line, "no equality to settle");
    clerk.refuses(".elect Chairman: idris 0", "nobody is elected");
    clerk.script(".elect Chairman: idris 4, farrow 4, casting farrow");
    assert!(printed(&clerk.sitting()).contains("Farrow be elected Chairman"));
}

#[test]
fn what_goes_for_one_limb_is_said_with_its_letter() {
    let mut clerk = Clerk::in_session();
    clerk.script(
        ".d that the road be closed\n.why safety\n.effective in 5 working days
         .d that the bridge be shut\n.effective at once: it may fall",
    );
    let printed = printed(&clerk.sitting());
    assert!(printed.contains("(a) Reasons: safety."), "{printed}");
    assert!(printed.contains("(b) To take effect at once"), "{printed}");
}

#[test]
fn a_motion_left_open_is_told_of_and_no_other_is_moved_beside_it() {
    let mut clerk = Clerk::in_session();
    clerk.script(".m farrow/idris: that the depot be kept");
    let told = clerk.try_line(".next").unwrap().join(" ");
    assert!(told.contains("The motion on item 6 is still open"), "{told}");
    clerk.refuses(".m hesketh/idris: that the skills be praised", "already, on item 6");
    clerk.script(".item 6\n.v 8-0-0\n.item 7\n.m hesketh/idris: that the skills be praised");
}

#[test]
fn nothing_is_moved_without_a_quorum() {
    let mut clerk = Clerk::in_session();
    clerk.script(".out allardyce, farrow, hesketh, nettleship, quill, ravensworth");
    clerk.refuses(".m okonjo/idris: that it be so", "There is no quorum");
    let told = clerk.try_line(".defer next meeting: too few").unwrap().join(" ");
    assert!(told.contains("There is no quorum to put it off"), "{told}");
    clerk.script(".d NOTED: that too few were left\n.d NO DECISION: too few were left");
    let page = printed(&clerk.sitting());
    assert!(page.contains("NO DECISION"), "{page}");
}

#[test]
fn business_is_not_put_off_to_a_day_that_never_comes() {
    let mut clerk = Clerk::in_session();
    for day in ["yesterday", "30 Feb", "31/6", "1 Jun 2026"] {
        assert!(clerk.try_line(&format!(".defer {day}: late")).is_err(), "{day}");
    }
    clerk.script(".defer the survey of May 2027: late");
    let told =
        clerk.try_line(".d that it be so --item 6").map_or_else(|why| why, |told| told.join(" "));
    assert!(told.contains("this is minuted under it all the same"), "{told}");
}

#[test]
fn minutes_are_corrected_where_they_say_something_and_before_they_end() {
    let mut clerk = Clerk::in_session();
    clerk.refuses(".correct 30/26: \"\" read \"added\"", "no words to put right");
    clerk.refuses(".correct A/26/01: \"one\" read \"two\"", "There is no minute A/26/01 yet");
}

#[test]
fn an_action_is_accepted_on_what_shows_that_it_was_done() {
    let mut clerk = Clerk::in_session();
    clerk.script(".a idris: write by 30 Sep");
    let told = clerk.try_line(".accept A/26/01").unwrap().join(" ");
    assert!(told.contains("Nobody has reported A/26/01 as done"), "{told}");
    let told = clerk.try_line(".accept A/26/01: the letter was read out").unwrap();
    assert!(told.is_empty(), "{told:?}");
    clerk.refuses(".extend A/26/01 to 30 Oct: late", "A/26/01 is confirmed");
    clerk.refuses(".cancel A/26/01: not wanted", "A/26/01 is confirmed");
    clerk.script(".progress A/26/01: it was never sent\n.extend A/26/01 to 30 Oct: late");
}

#[test]
fn nobody_sits_for_two_members_at_one_meeting() {
    let mut clerk = Clerk::in_session();
    clerk.script(".out quill\n.sub brandreth for tarrant");
    clerk.refuses(".sub brandreth for quill", "Brandreth is here in place of");
    let told = clerk.try_line(".chair oduya").unwrap().join(" ");
    assert!(told.contains("presides and has no vote here"), "{told}");
}

#[test]
fn a_quorum_lost_and_found_again_is_minuted() {
    let mut clerk = Clerk::in_session();
    clerk.script(
        "10.30 .out allardyce, farrow, hesketh, nettleship, quill, ravensworth
         10.40 .in allardyce, farrow, hesketh",
    );
    let page = printed(&clerk.sitting());
    assert!(page.contains("10.30 am: there was no longer a quorum."), "{page}");
    assert!(page.contains("10.40 am: there was a quorum again."), "{page}");
}

#[test]
fn a_meeting_goes_on_on_the_day_to_which_it_was_put_off() {
    let mut clerk = Clerk::in_session();
    clerk.script("11.00 .adjourn 11.00 to 12 June 2026 at 10.00");
    clerk.script(".resume 10.00");
    let went_on = clerk.sitting().adjournments[0].to_at.unwrap();
    assert_eq!(went_on.date_naive(), day(2026, 6, 12));
}

#[test]
fn what_is_adopted_together_is_adopted_once_and_a_group_is_elected_to() {
    let mut clerk = Clerk::in_session();
    clerk.script(".elect Rivers working group: idris");
    let page = printed(&clerk.sitting());
    assert!(page.contains("be elected to the Rivers working group"), "{page}");
}

#[test]
fn what_was_put_down_as_decided_before_the_vote_goes_as_the_vote_goes() {
    let mut clerk = Clerk::in_session();
    clerk.script(".m idris/nettleship: that the depot be sold");
    let told = clerk.try_line(".d RESOLVED: that the depot be sold").unwrap().join(" ");
    assert!(told.contains("has not been put to the vote"), "{told}");
    clerk.script(".v 2-6-0");
    let sitting = clerk.sitting();
    assert!(sitting.decisions.is_empty(), "{:?}", sitting.decisions);
    assert!(!printed(&sitting).contains("RESOLVED"));
    let mut clerk = Clerk::in_session();
    clerk.script(
        ".m idris/nettleship: that the depot be sold
         .d RESOLVED: that the depot be sold
         .v 6-2-0",
    );
    let page = printed(&clerk.sitting());
    assert!(page.contains("RESOLVED (by 6 votes to 2): that the depot be sold"), "{page}");
}

#[test]
fn an_amendment_may_give_the_motion_as_it_is_to_read() {
    let mut clerk = Clerk::in_session();
    clerk.script(
        ".m idris/nettleship: that the plan be adopted
         .am farrow/hesketh: that the plan be adopted from April 2027
         .v 6-2-0
         .v 6-2-0",
    );
    let sitting = clerk.sitting();
    let now = minutebook::rules::motion::substantive(&sitting.motions, &sitting.motions[0]);
    assert_eq!(now, "that the plan be adopted from April 2027");
}

#[test]
fn an_amendment_is_withdrawn_by_its_own_line() {
    let mut clerk = Clerk::in_session();
    clerk.script(
        ".m idris/nettleship: that the plan be adopted
         .am farrow/hesketh: add \"from April\"
         .am withdrawn
         .v 8-0-0",
    );
    assert!(printed(&clerk.sitting()).contains("The amendment was withdrawn."));
    clerk.refuses(".am fell", "No amendment is before the meeting.");
}

#[test]
fn a_decision_may_be_undone_six_months_to_the_day_after_it() {
    let mut clerk = Clerk::in_session();
    clerk.script(".d that it be so\n12.10 .close");
    clerk.meeting = MeetingId::from("after");
    clerk.now = at(day(2026, 9, 8), "10.00");
    clerk.script(".agenda Answers\n.next\n.chair okonjo\n.in allardyce, farrow, hesketh");
    let entry = clerk.read(".rescind 2/26: that it be not so").unwrap().pop().unwrap();
    let mut sitting = clerk.sitting();
    let told =
        |sitting: &Sitting| rules::permit(sitting, entry.clone()).unwrap().warnings().join(" ");
    let decided_on = |sitting: &mut Sitting, on| {
        sitting.earlier.iter_mut().for_each(|earlier| earlier.date = on);
    };
    decided_on(&mut sitting, day(2026, 3, 9));
    assert!(told(&sitting).contains("less than six months ago"));
    decided_on(&mut sitting, day(2026, 3, 8));
    assert!(!told(&sitting).contains("less than six months ago"));
}

#[test]
fn an_item_that_was_not_taken_decides_nothing_in_silence() {
    let mut clerk = Clerk::in_session();
    let entry = clerk.read(".d that it be so").unwrap().pop().unwrap();
    let mut sitting = clerk.sitting();
    let told = rules::permit(&sitting, entry.clone()).unwrap().warnings().join(" ");
    assert!(!told.contains("has not been taken yet"), "{told}");
    for item in &mut sitting.items {
        item.status = minutebook::model::ItemStatus::NotReached;
    }
    let told = rules::permit(&sitting, entry).unwrap().warnings().join(" ");
    assert!(told.contains("That item has not been taken yet."), "{told}");
}

#[test]
fn a_motion_is_withdrawn_after_the_quorum_was_lost() {
    let mut clerk = Clerk::in_session();
    clerk.script(
        ".m okonjo/idris: that it be so
         .out allardyce, farrow, hesketh, nettleship, quill, ravensworth
         .m withdrawn",
    );
}

#[test]
fn a_vote_after_two_limbs_in_one_line_is_on_both_and_after_two_lines_on_the_last() {
    let mut clerk = Clerk::in_session();
    clerk.script(".d RESOLVED: that (a) the fees be paid; and (b) the levy be raised\n.v 5-2-1");
    let voted = |clerk: &Clerk| -> Vec<bool> {
        clerk.sitting().decisions.iter().map(|had| had.vote.is_some()).collect()
    };
    assert_eq!(voted(&clerk), [true, true]);
    clerk.script(".item 7\n.d that the skills be praised\n.d that the trust be asked\n.v 5-2-1");
    assert_eq!(voted(&clerk), [true, true, false, true]);
    let page = printed(&clerk.sitting());
    assert!(page.contains("(a) that the fees be paid"), "{page}");
}

#[test]
fn what_is_put_off_to_no_day_is_said_as_it_was_said() {
    let mut clerk = Clerk::in_session();
    clerk.script(".item 7\n.defer until the survey is in: the employers are late");
    let page = printed(&clerk.sitting());
    assert!(page.contains("DEFERRED until the survey is in, because"), "{page}");
}

#[test]
fn a_vote_stays_with_its_own_motion_where_two_are_worded_alike() {
    let mut clerk = Clerk::in_session();
    clerk.script(".m hesketh/idris: that the shed be sold\n.v 8-0-0");
    clerk.script(".m farrow/idris: that the barn be sold\n.v 1-7-0");
    clerk.refuses(
        ".d RESOLVED: that the barn be sold",
        "The motion was lost: that the barn be sold",
    );
    clerk.script(".d RESOLVED: that the shed be sold");
    let sitting = clerk.sitting();
    let vote = sitting.vote(sitting.decisions[0].vote.as_ref().unwrap()).unwrap();
    assert_eq!(vote.in_favour, 8);
}

#[test]
fn nobody_who_withdrew_from_an_item_is_counted_as_it_is_taken_with_others() {
    let mut clerk = Clerk::in_session();
    clerk.script(".alter 6: note the report\n.alter 7: agree the plan\n.item 7\n.int farrow: pecuniary: my firm withdrew");
    clerk.refuses(".bloc 6, 7", "Farrow takes no part in item 7");
}

#[test]
fn what_is_taken_together_after_a_vote_was_carried_by_it() {
    let mut clerk = Clerk::in_session();
    clerk.script(
        ".alter 6: note the report\n.alter 7: agree the plan
         .m hesketh/idris: that the recommendations on items 6 and 7 be agreed\n.v 7-1-0\n.bloc 6, 7",
    );
    let sitting = clerk.sitting();
    let votes: Vec<bool> = sitting.decisions.iter().map(|had| had.vote.is_some()).collect();
    assert_eq!(votes, [true, true]);
}

#[test]
fn what_became_of_a_motion_is_told_after_the_vote_on_its_amendment() {
    let mut clerk = Clerk::in_session();
    clerk.script(
        ".m hesketh/idris: that the fee be 10p\n.am farrow/quill: replace \"10p\" with \"20p\"",
    );
    let told = clerk.try_line(".v 5-3-0").unwrap().join(" ");
    assert_eq!(told, "");
    clerk.script(".m withdrawn");
    let page = printed(&clerk.sitting());
    let at = |words: &str| page.find(words).unwrap_or_else(|| panic!("{words}: {page}"));
    assert!(at("amendment was carried") < at("was withdrawn"), "{page}");
}

#[test]
fn an_amendment_of_words_that_are_not_in_the_motion_is_told_of() {
    let mut clerk = Clerk::in_session();
    clerk.script(".m hesketh/idris: that the fee be 10p");
    let told = clerk.try_line(".am farrow/quill: replace \"99p\" with \"20p\"").unwrap().join(" ");
    assert!(told.contains("The motion does not say \"99p\": that the fee be 10p."), "{told}");
}

#[test]
fn a_vote_on_a_motion_stays_with_it_whatever_was_noted_before() {
    let mut clerk = Clerk::in_session();
    clerk
        .script(".m allardyce/farrow: That x\n.d NOTED: the report\n.v 4-1-0\n.d RESOLVED: that x");
    let page = printed(&clerk.sitting());
    assert!(page.contains("RESOLVED (by 4 votes to 1)"), "{page}");
    assert!(!page.contains("NOTED (by"), "{page}");
}

#[test]
fn a_members_own_vote_is_that_of_somebody_who_was_there() {
    let mut clerk = Clerk::before(&committee());
    clerk.script(".in okonjo, allardyce, farrow, hesketh 9.55\n.chair okonjo\n.item 6\n.v 3-1-0");
    clerk.script(".in idris\n.out farrow");
    clerk.refuses(".own idris against", "was not in the room at that vote");
    clerk.script(".own farrow against");
}

#[test]
fn whoever_presides_without_a_vote_has_no_casting_vote() {
    let mut clerk = Clerk::in_session();
    clerk.script(".in oduya as officer\n.chair oduya");
    clerk.refuses(".v 4-4-0 casting for", "presides and has no vote, so no second one");
}

#[test]
fn a_withdrawal_after_taking_part_is_told_and_keeps_the_minutes_back() {
    let mut clerk = Clerk::in_session();
    clerk.script(".m allardyce/farrow: That x\n.v 5-1-0\n.d RESOLVED: that x");
    let told = clerk.try_line(".int allardyce: owns it withdrew").unwrap().join(" ");
    assert!(told.contains("moved, seconded or voted on this item already"), "{told}");
    let lacks = rules::missing::missing(&clerk.sitting());
    assert!(lacks.contains(&(rules::missing::Lack::Elsewhere, 1)), "{lacks:?}");
}
