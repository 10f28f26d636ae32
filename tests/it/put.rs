//! What a vote is on: the motion, how to go on with it, or a decision named by its letter.

use chrono::NaiveTime;
use minutebook::model::{BodyKind, MotionOutcome};

use crate::support::clerk::{Clerk, printed};
use crate::support::invented::committee;

#[test]
fn a_vote_taken_after_more_was_said_names_its_decision_by_letter() {
    let mut clerk = Clerk::in_session();
    clerk.script(".d RESOLVED: that the depot be kept\nSome thought that too dear.");
    let told = clerk.preview(".v 5-3-0");
    assert!(told.contains("on what is decided next"), "{told}");
    clerk.script(".v (a) 5-3-0\n.d NOTED: the timetable");
    clerk.refuses(".v (a) 6-2-0", "The vote on (a) is on record");
    clerk.refuses(".v (d) 6-2-0", "No decision on this item has the letter (d)");
    let printed = printed(&clerk.sitting());
    assert!(printed.contains("RESOLVED (by 5 votes to 3): (a) that the depot"), "{printed}");
    assert!(printed.contains("NOTED: (b) the timetable"), "{printed}");
}

#[test]
fn what_is_moved_about_how_to_go_on_is_known_by_its_words_and_says_what_follows() {
    let mut clerk = Clerk::in_session();
    clerk.script(".m okonjo/idris: that fares rise");
    clerk.script(".m farrow/hesketh: that the question be now put");
    let told = clerk.try_line(".v 6-2-0").unwrap().join(" ");
    assert!(told.contains("The debate is closed"), "{told}");
    clerk.script(".m farrow/hesketh: that the Committee proceed to the next business");
    let told = clerk.try_line(".v 6-2-0").unwrap().join(" ");
    assert!(told.contains("\".m dropped\" says what became of the motion"), "{told}");
    clerk.script(".m dropped");
    let printed = printed(&clerk.sitting());
    let said = "The procedural motion was carried. The motion was considered dropped.";
    assert!(printed.contains(said), "{printed}");
}

#[test]
fn of_two_motions_before_an_informal_group_a_vote_says_which_it_is_on() {
    let mut sitting = committee();
    sitting.body.kind = BodyKind::InformalGroup;
    let mut clerk = Clerk::before(&sitting);
    clerk.script("10.00 .next\n.chair okonjo\n.in idris, farrow, hesketh\n.item 5");
    clerk.script(".m okonjo/idris: that fares rise\n.m farrow/idris: that fares fall");
    let told = clerk.preview(".v 3-1-0");
    assert!(told.contains("on \"that fares fall\""), "{told}");
}

#[test]
fn a_casting_vote_after_an_equal_amendment_is_said_to_be_on_the_motion() {
    let mut clerk = Clerk::in_session();
    clerk.script(".m okonjo/idris: that fares rise\n.am farrow/hesketh: add \"in May\"\n.v 4-4-0");
    let told = clerk.try_line(".v 4-4-0 casting for").unwrap().join(" ");
    assert!(told.contains("This casting vote is on the motion"), "{told}");
}

#[test]
fn one_vote_on_several_items_counts_nobody_who_takes_no_part_in_one() {
    let mut clerk = Clerk::in_session();
    clerk.script(
        ".alter 6 : that a be done\n.alter 7 : that b be done\n.int farrow on 7: his land withdrew
         .m okonjo/idris: that recommendations 6 and 7 be adopted en bloc\n.v 7-1-0\n.out farrow",
    );
    clerk.refuses(".bloc 6, 7", "Farrow takes no part in item 7 for an interest");
}

#[test]
fn a_members_vote_on_the_exclusion_of_the_public_is_noted_under_what_it_was_for() {
    let mut clerk = Clerk::in_session();
    clerk.script(".item 7\n.exempt 3\n.exclude okonjo/idris\n.v 7-1-0\n.own farrow against");
    let page = printed(&clerk.sitting());
    let at = |words: &str| page.find(words).unwrap_or_else(|| panic!("no {words} in {page}"));
    assert!(at("EXCLUSION OF") < at("Farrow asked that"), "{page}");
    assert!(at("Farrow asked that") < at("EXEMPT ITEM"), "{page}");
}

#[test]
fn what_became_of_a_motion_is_said_after_the_meeting_has_gone_on() {
    let mut clerk = Clerk::in_session();
    clerk.script(".m okonjo/idris: that fares rise");
    let told = clerk.try_line(".item 7").unwrap().join(" ");
    assert!(told.contains("still open"), "{told}");
    clerk.script(".m dropped\n.m okonjo/idris: that fares fall");
    assert_eq!(clerk.sitting().motions[0].outcome, MotionOutcome::Dropped);
    let told = clerk.try_line(".close 12.00").unwrap().join(" ");
    assert!(told.contains("The motion on item 7 is still open"), "{told}");
}

#[test]
fn business_taken_past_the_closing_time_is_told_until_the_meeting_resolves_to_go_on() {
    let mut sitting = committee();
    sitting.body.closing = NaiveTime::from_hms_opt(12, 0, 0);
    let mut clerk = Clerk::before(&sitting);
    clerk.script("10.00 .next\n.chair okonjo\n.in idris, farrow, hesketh");
    let told = clerk.at("11.50").try_line(".item 5").unwrap().join(" ");
    assert!(!told.contains("Meetings end"), "{told}");
    let told = clerk.at("12.05").try_line(".item 6").unwrap().join(" ");
    assert!(told.contains("Meetings end at 12.00 pm"), "{told}");
    // Nothing else is before the meeting, and the words can mean nothing else.
    let told = clerk.preview(".m okonjo/idris: that the meeting continue until 1 pm");
    assert!(told.contains("Procedural motion"), "{told}");
    clerk.script(".m okonjo/idris: that the meeting continue until 1 pm\n.v 4-0-0");
    let told = clerk.at("12.10").try_line(".item 7").unwrap().join(" ");
    assert!(!told.contains("Meetings end"), "{told}");
}

#[test]
fn what_there_was_no_time_for_is_dropped_under_a_rule_and_the_public_is_told_so() {
    let mut clerk = Clerk::in_session();
    clerk.script(
        ".item 6\n.drop guillotine rule 12\n.item 7\n.drop Rule 15.1\n.item 8\n.drop lack of time",
    );
    let page = printed(&clerk.sitting());
    assert!(page.contains("CONSIDERED DROPPED, under guillotine rule 12."), "{page}");
    assert!(page.contains("CONSIDERED DROPPED, under Rule 15.1."), "{page}");
    let exempt = page.split("(Agenda Item 8)").nth(1).unwrap();
    assert!(exempt.trim_start().starts_with("CONSIDERED DROPPED."), "{page}");
    assert!(!page.contains("lack of time"), "the reason is of the exempt item: {page}");
}

#[test]
fn a_ballot_that_elects_nobody_is_minuted_and_one_held_twice_is_told() {
    let mut clerk = Clerk::in_session();
    clerk.script(".elect Vice-Chair: idris 3, farrow 2, hesketh 2, nobody");
    clerk.script(".elect Vice-Chair: idris 4, farrow 3");
    let told = clerk.try_line(".elect Vice-Chair: idris 3, farrow 4").unwrap().join(" ");
    assert!(told.contains("It was resolved already that Councillor M. Idris be elected"), "{told}");
    let page = printed(&clerk.sitting());
    let said = "NO DECISION: nobody was elected Vice-Chair (Councillor M. Idris 3,";
    assert!(page.contains(said), "{page}");
}

#[test]
fn somebody_is_named_by_their_office() {
    let mut clerk = Clerk::in_session();
    clerk.script(".a chair: write to all by 30 June\n.alter 7 report by penhale");
    let sitting = clerk.sitting();
    let owner = sitting.actions.last().unwrap().owner.clone().unwrap();
    assert!(sitting.name_of(&owner).contains("Okonjo"));
    assert_eq!(sitting.item_numbered("7").unwrap().report_by, "A. Penhale");
}

#[test]
fn a_members_own_vote_is_on_the_item_it_was_cast_on() {
    let mut clerk = Clerk::in_session();
    clerk.script(
        ".m okonjo/idris: that fares rise\n.v 7-1-0\n.item 7\n.exempt 3\n.exclude\n.v 8-0-0\n.readmit",
    );
    let six = clerk.sitting().item_numbered("6").unwrap().id.clone();
    clerk.looks_at(&six);
    let told = clerk.preview(".own farrow against");
    assert!(told.contains("in the vote on \"that the public be excluded"), "{told}");
    clerk.script(".own farrow against");
    let sitting = clerk.sitting();
    let cast = sitting.ballots.last().unwrap();
    assert_eq!(sitting.vote(&cast.vote).unwrap().item, six);
}

#[test]
fn a_ballot_that_elected_somebody_elects_not_nobody() {
    let mut clerk = Clerk::in_session();
    clerk
        .refuses(".elect Vice-Chair: idris 3, farrow 1, nobody", "Idris was elected by that count");
    clerk.refuses(".elect Vice-Chair: idris 2, farrow 2, lot idris, nobody", "was elected");
}

#[test]
fn an_election_that_nobody_stood_for_is_minuted() {
    let mut clerk = Clerk::in_session();
    clerk.script(".elect Vice-Chair: nobody");
    let page = printed(&clerk.sitting());
    assert!(page.contains("NO DECISION: nobody was nominated as Vice-Chair."), "{page}");
}

#[test]
fn the_first_vote_on_what_was_decided_beside_a_motion_is_no_second_one() {
    let mut clerk = Clerk::in_session();
    clerk.script(
        ".m okonjo/idris: that the freight plan be adopted\n.v 8-0-0\n.d that the freight plan be adopted\n\
         .d that officers publish their findings",
    );
    let told = clerk.try_line(".v (b) 7-1-0").unwrap().join(" ");
    assert!(!told.contains("put to the vote already"), "{told}");
}

#[test]
fn an_amendment_that_is_the_motion_as_it_is_to_read_takes_its_place() {
    let mut clerk = Clerk::in_session();
    clerk.script(
        ".m okonjo/idris: To adopt the leisure strategy and to ask the Leader to publish it by 31 January 2027\n\
         .am farrow/hesketh: That the strategy be adopted with a review in a year\n.v 8-0-0\n.v 8-0-0",
    );
    let page = printed(&clerk.sitting());
    assert!(!page.contains("as amended: That"), "{page}");
    clerk.refuses(
        ".d To adopt the leisure strategy and to ask the Leader to publish it by 31 January 2027",
        "with a review in a year",
    );
}

#[test]
fn a_motion_left_open_on_any_item_is_told_as_the_meeting_closes() {
    let mut clerk = Clerk::in_session();
    clerk.script(".m okonjo/idris: that the sewer be dug\n.drop want of time\n.item 7");
    let told = clerk.try_line(".close 12.00").unwrap().join(" ");
    assert!(told.contains("is still open"), "{told}");
}
