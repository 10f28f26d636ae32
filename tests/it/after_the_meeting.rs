//! What is put down after the meeting, and what became of who and what was announced for it.

use minutebook::document::{Audience, Document};
use minutebook::model::{ActionStatus, ItemKind};
use minutebook::rules::room;

use crate::follow_up::in_september;
use crate::out_of_order::in_this_order;
use crate::support::blank::{at, day};
use crate::support::clerk::{Clerk, printed, words_of};
use crate::support::invented::committee;

/// A clerk who writes up a meeting three days after it.
fn three_days_later() -> Clerk {
    let mut clerk = Clerk::in_session();
    clerk.script("Talk.");
    clerk.now = at(day(2026, 6, 12), "9.00");
    clerk
}

#[test]
fn a_time_said_before_a_reason_is_kept_afterwards() {
    let mut clerk = three_days_later();
    clerk.script(".out idris 10.40: another engagement");
    let page = printed(&clerk.sitting());
    assert!(page.contains("10.40 am"), "{page}");
    assert!(page.contains("another engagement"), "{page}");
}

#[test]
fn a_chair_put_down_afterwards_with_no_time_is_printed_with_none() {
    let mut clerk = three_days_later();
    assert!(clerk.preview(".chair idris").contains("No time is given"));
    clerk.script(".chair idris");
    assert!(printed(&clerk.sitting()).contains("(Councillor Idris took the chair.)"));
}

#[test]
fn the_public_comes_back_at_no_time_where_none_was_said() {
    let mut clerk = three_days_later();
    clerk.script(".item 8\n.exclude\n.v consent\n.readmit");
    let page = printed(&clerk.sitting());
    assert!(page.contains("The public was readmitted."), "{page}");
    assert!(!page.contains("readmitted at"), "{page}");
}

#[test]
fn when_a_meeting_broke_off_and_went_on_is_said_afterwards() {
    let mut clerk = three_days_later();
    clerk.refuses(".adjourn", "the time, as \"12.10\"");
    clerk.script(".adjourn 12.10");
    clerk.refuses(".resume", "that was not today");
    clerk.script(".resume 14.05");
}

#[test]
fn one_who_left_has_not_sent_apologies() {
    let mut clerk = Clerk::in_session();
    clerk.script(".out idris");
    clerk.refuses(".apol idris", "was here, and left");
    clerk.refuses(".absent idris", "was here, and left");
}

#[test]
fn a_day_reaches_every_limb_that_is_decided_here() {
    let mut clerk = Clerk::in_session();
    clerk.script(
        ".d AGREED: that the fees be approved\n.d RECOMMENDED TO Council: that they be adopted",
    );
    clerk.script(".effective 1 Jul 2026");
    let sitting = clerk.sitting();
    let from: Vec<_> = sitting.decisions.iter().map(|had| had.effective_on).collect();
    assert_eq!(from, [Some(day(2026, 7, 1)), None], "what is recommended takes effect elsewhere");
}

#[test]
fn a_substitute_who_was_named_and_did_not_come_fills_no_place() {
    let mut clerk = Clerk::before(&committee());
    clerk.script(".sub brandreth for tarrant\n10.00 .begin\n.in okonjo, idris");
    let tarrant = |clerk: &Clerk| {
        let sitting = clerk.sitting();
        let mut member = sitting.appointments.iter().map(|a| &a.person);
        let member = member.find(|id| sitting.name_of(id).contains("Tarrant")).cloned();
        room::account(&sitting, &member.unwrap())
    };
    assert_eq!(tarrant(&clerk), room::Account::Apologies);
    clerk.script(".in brandreth");
    assert_eq!(tarrant(&clerk), room::Account::Substituted);
}

#[test]
fn the_resolution_takes_the_number_of_the_item_it_goes_before() {
    let mut clerk = Clerk::in_session();
    clerk.script("Talk.\n.item 8\n.exclude\n.v consent\n.item 5\nMore.");
    let sitting = clerk.sitting();
    let mut numbers: Vec<u32> = sitting.minutes.iter().filter_map(|m| m.number).collect();
    numbers.sort_unstable();
    assert!(numbers.windows(2).all(|two| two[1] == two[0] + 1), "{numbers:?}");
}

#[test]
fn an_agenda_lists_what_is_reported_complete_and_not_yet_accepted() {
    let mut clerk = Clerk::in_session();
    clerk.script(".a idris: write to the trust by 30 Jun 2026");
    let reference = clerk.sitting().actions[0].reference();
    clerk.script(".close");
    in_september(&mut clerk);
    clerk.script(&format!(".done {reference}: sent"));
    assert_eq!(clerk.sitting().outstanding[0].status, ActionStatus::Complete);
    clerk.script(".close");
    clerk.sets_up(".meeting PS 1 Dec 2026");
    clerk.meeting = clerk.sitting().neighbours.coming.last().unwrap().id.clone();
    let agenda = words_of(&Document::agenda(&clerk.sitting(), Audience::Public));
    in_this_order(&agenda, &[&reference, "reported complete, to be accepted"]);
}

#[test]
fn the_public_is_told_that_exempt_business_was_added_to_the_agenda() {
    let mut clerk = Clerk::before(&committee());
    clerk.script(".publish 29 May 2026\n10.00 .begin\n.chair okonjo\n.next");
    clerk.script(".urgent Flood works: the tender lapses tomorrow");
    let sitting = clerk.sitting();
    let urgent = sitting.items.iter().find(|i| i.kind == ItemKind::Urgent).unwrap();
    clerk.script(&format!(".item {}\n.exempt 3: prices", urgent.number));
    let public = words_of(&Document::agenda(&clerk.sitting(), Audience::Public));
    assert!(!public.contains("Flood works"), "{public}");
    assert!(public.contains("with urgent business since"), "{public}");
}

#[test]
fn a_meeting_broken_off_to_another_day_needs_the_time_it_broke_off() {
    let mut clerk = three_days_later();
    clerk.refuses(".adjourn to 26 Nov at 10.00 am", "the time, as");
    clerk.script(".adjourn 12.10 to 26 Nov at 10.00 am");
    assert!(printed(&clerk.sitting()).contains("26 November"));
}

#[test]
fn an_agenda_onto_which_business_was_put_off_says_it_was_altered() {
    let mut clerk = Clerk::in_session();
    let coming = clerk.sitting().neighbours.coming.last().unwrap().id.clone();
    let here = std::mem::replace(&mut clerk.meeting, coming.clone());
    clerk.script(".publish 1 Sep 2026");
    clerk.meeting = here;
    clerk.script(".defer 8 September 2026: no paper");
    clerk.meeting = coming;
    let agenda = words_of(&Document::agenda(&clerk.sitting(), Audience::Public));
    assert!(agenda.contains("altered since"), "{agenda}");
}

#[test]
fn reasons_said_twice_stand_once_and_a_letter_within_them_parts_nothing() {
    let mut clerk = Clerk::in_session();
    clerk.script(".d AGREED: (a) to buy it; and (b) to sell it");
    clerk.script(".why (a) cheaper than (b) would be\n.why (a) cheaper than (b) would be");
    let sitting = clerk.sitting();
    let reasons: Vec<&str> = sitting.decisions.iter().map(|d| d.reasons.as_str()).collect();
    assert_eq!(reasons, ["cheaper than (b) would be", ""]);
}

#[test]
fn one_limb_of_what_was_amended_may_be_resolved_on_its_own() {
    let mut clerk = Clerk::in_session();
    clerk.script(
        ".m idris/farrow: that the lease be extended by two years and the rent be frozen
         .am hesketh/quill: add \"from April\"
         .v 5-2
         .v 7-0
         .d RESOLVED: (a) that the lease be extended by two years; (b) that the rent be frozen from April",
    );
    assert_eq!(clerk.sitting().decisions.len(), 2);
}

#[test]
fn only_the_press_and_the_public_are_excluded() {
    let mut clerk = Clerk::in_session();
    clerk.script(".agenda Exclusion of dogs from public parks\n.agenda Exclusion of the press");
    let sitting = clerk.sitting();
    let kind = |title: &str| sitting.items.iter().find(|i| i.title.contains(title)).unwrap().kind;
    assert_eq!(kind("dogs"), ItemKind::Report);
    assert_eq!(kind("the press"), ItemKind::Exclusion);
}

/// A motion, as an amendment that was carried made it, before it is put.
fn freight_plan_amended() -> Clerk {
    let mut clerk = Clerk::in_session();
    clerk.script(
        ".m okonjo/idris: that the freight plan be adopted
         .am farrow/hesketh: add \"by 2030\"
         .v 5-1-0",
    );
    clerk
}

#[test]
fn what_was_put_as_amended_is_said_where_no_decision_says_it() {
    let mut clerk = freight_plan_amended();
    clerk.script(".v 2-6-0");
    let page = printed(&clerk.sitting());
    let said = "The substantive motion, that the freight plan be adopted by 2030, was lost.";
    assert!(page.contains(said), "{page}");
}

#[test]
fn nearly_what_was_moved_is_not_what_was_carried_as_amended() {
    let mut clerk = freight_plan_amended();
    clerk.script(".v 6-2-0");
    clerk.refuses(".d RESOLVED: that the plan be adopted", "carried as amended");
    clerk.script(".d RESOLVED: that the freight plan be adopted by 2030");
}

#[test]
fn what_an_amendment_took_out_is_no_limb_of_what_was_resolved() {
    let moved = "(a) that the Mill Lane car park be closed; and (b) that charges be brought in";
    let mut clerk = Clerk::in_session();
    clerk.script(&format!(
        ".alter 7 : {moved}\n.item 7\n.m okonjo/idris: rec
         .am farrow/hesketh: delete \"; and (b) that charges be brought in\"\n.v 6-2-0\n.v 8-0-0"
    ));
    clerk.refuses(".d rec", "The motion was carried as amended");
    clerk.refuses(&format!(".d RESOLVED: {moved}"), "The motion was carried as amended");
    clerk.script(".d RESOLVED: that the Mill Lane car park be closed");
    let page = printed(&clerk.sitting());
    let said = "Okonjo moved and Councillor Idris seconded: (a) that the Mill Lane car park";
    assert!(page.contains(said), "{page}");
}

#[test]
fn what_an_amendment_turned_round_is_not_resolved_as_it_was_moved() {
    let mut clerk = Clerk::in_session();
    clerk.script(
        ".m okonjo/idris: that x be done and y be done
         .am farrow/hesketh: replace \"y be done\" with \"y not be done\"\n.v 6-2-0\n.v 8-0-0",
    );
    clerk.refuses(".d RESOLVED: (a) that x be done; (b) that y be done", "carried as amended");
    clerk.script(".d RESOLVED: (a) that x be done; (b) that y not be done");
}

#[test]
fn what_goes_for_every_limb_is_said_after_what_goes_for_some() {
    let mut clerk = Clerk::in_session();
    clerk.script(
        ".d RESOLVED: (a) that x be done; (b) that y be done
         .why (a) it is cheap\n.why (b) it is dear\n.effective 16 June",
    );
    let page = printed(&clerk.sitting());
    let said = "(b) Reasons: it is dear. To take effect on 16 June 2026";
    assert!(page.contains(said), "{page}");
}
