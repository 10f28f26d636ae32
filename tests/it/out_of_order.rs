//! Things put down in an order, or at a time, that a clerk does not choose.

use minutebook::document::{Audience, Document};
use minutebook::model::{Item, ItemKind};

use crate::follow_up::in_september;
use crate::support::clerk::{Clerk, printed, words_of};
use crate::support::desk::Desk;
use crate::support::invented::committee;

/// Where each of `words` stands on `page`, in that order.
#[track_caller]
pub(crate) fn in_this_order(page: &str, words: &[&str]) {
    let mut from = 0;
    for word in words {
        let at = page[from..].find(word);
        assert!(at.is_some(), "\"{word}\" is not after {from}: {page}");
        from += at.unwrap() + word.len();
    }
}

/// The item that is there for what the public has to say, which every meeting has.
fn addresses(clerk: &Clerk) -> Item {
    let items = clerk.sitting().items;
    items.into_iter().find(|item| item.kind == ItemKind::Address).unwrap()
}

/// How many such items the last of the meetings to come has.
fn addresses_next(clerk: &Clerk) -> usize {
    let coming = clerk.sitting().neighbours.coming.last().unwrap().id.clone();
    let items = clerk.pen.items(&coming).unwrap();
    items.iter().filter(|item| item.kind == ItemKind::Address).count()
}

#[test]
fn on_the_screen_who_withdrew_comes_back_after_what_was_decided() {
    let mut desk = Desk::sample().sized(120, 40);
    desk.keys("gmn+all<enter>5<enter>-farrow<enter>d<enter>v7-2-1<enter>+farrow<enter>");
    in_this_order(&desk.screen(), &["Farrow left", "AGREED", "Farrow arrived"]);
}

#[test]
fn decisions_are_lettered_in_the_order_of_the_text_whenever_they_were_put_down() {
    let mut desk = Desk::sample().sized(120, 40);
    desk.keys("gmn+all<enter>5<enter>eOne report.<enter>Another report.<enter>");
    desk.keys(".d RESOLVED: that the second be noted with thanks<enter><up><home>");
    desk.keys(".d RESOLVED: that the first be sent back<enter><esc>");
    let order = ["One report", "(a)", "the first be sent back", "Another", "(b)", "the second"];
    in_this_order(&desk.screen(), &order);
    desk.keys("gd");
    in_this_order(&desk.screen(), &["(a)", "first be sent", "(b)", "second be noted"]);
}

#[test]
fn a_chair_whose_interest_leaves_them_no_vote_has_no_casting_one() {
    let mut clerk = Clerk::in_session();
    clerk
        .script(".int okonjo: pecuniary: owns the land stayed\n.m idris/farrow: that it be bought");
    clerk.refuses(".v 3-3-1 casting for", "has an interest that leaves them no vote");
}

#[test]
fn something_else_may_be_resolved_where_a_motion_was_lost() {
    let mut clerk = Clerk::in_session();
    clerk.script(".m idris/farrow: that planning permission be granted\n.v 2-5");
    clerk.refuses(".d RESOLVED: that planning permission be granted", "The motion was lost");
    clerk.script(".d RESOLVED: that planning permission be refused");
}

#[test]
fn what_was_carried_as_amended_is_not_resolved_as_it_was_moved() {
    let mut clerk = Clerk::in_session();
    clerk.script(
        ".alter 6: that planning permission be granted
         .m idris/farrow: that planning permission be granted
         .am hesketh/quill: add \"subject to a tree condition\"
         .v 5-2
         .v 7-0",
    );
    clerk.refuses(".d rec", "carried as amended: that planning permission be granted subject to");
    clerk.script(".d RESOLVED: that permission be granted subject to a tree condition");
}

#[test]
fn a_day_is_not_put_back_nor_a_correction_agreed_without_a_quorum() {
    let mut clerk = Clerk::in_session();
    clerk.script(".a idris: write to the trust by 30 Jun 2026");
    let reference = clerk.sitting().actions[0].reference();
    in_september(&mut clerk);
    clerk.script(".out allardyce, farrow, hesketh");
    let line = format!(".extend {reference} to 1 Dec 2026: slow");
    let told = clerk.try_line(&line).unwrap_err();
    assert!(told.contains("There is no quorum"), "{told}");
    clerk.script(&format!(".progress {reference}: a letter is being written"));
}

#[test]
fn a_correction_goes_with_the_decision_on_the_minutes_and_no_other() {
    let mut clerk = Clerk::in_session();
    clerk.script(
        "The plan was received.\n.d AGREED: that it be received\n.close\n.minutes circulated",
    );
    in_september(&mut clerk);
    clerk.script(
        ".correct 1/26: \"received\" read \"welcomed\"
         .d NOTED: the letter that came since 9 June 2026
         .confirm
         .v consent",
    );
    let page = printed(&clerk.sitting());
    assert!(page.contains("letter that came since 9 June 2026"), "{page}");
    assert!(!page.contains("since 9 June 2026, subject to"), "{page}");
    assert!(page.contains("as a correct record, subject to this correction"), "{page}");
}

#[test]
fn a_resolution_typed_about_the_minutes_is_told_to_confirm_nothing() {
    let mut clerk = Clerk::in_session();
    clerk.script("The plan was received.\n.close\n.minutes circulated");
    in_september(&mut clerk);
    let line = ".d RESOLVED: that the Minutes of 9 June 2026 be approved and signed";
    let told = clerk.try_line(line).unwrap().join(" ");
    assert!(told.contains("are not confirmed by these words"), "{told}");
}

#[test]
fn business_not_reached_is_put_off_after_the_close_as_the_close_advises() {
    let mut clerk = Clerk::in_session();
    let told = clerk.try_line(".close").unwrap().join(" ");
    assert!(told.contains(".defer next meeting"), "{told}");
    let left = clerk.sitting().items.iter().find(|i| i.is_unreached_business()).cloned();
    let left = left.unwrap();
    clerk.looks_at(&left.id);
    clerk.script(".defer 8 September 2026: no time");
    assert!(printed(&clerk.sitting()).contains("DEFERRED to 8 September 2026"));
}

#[test]
fn an_apology_stands_though_the_member_came_later() {
    let mut clerk = Clerk::in_session();
    clerk.script(".item 7\n11.10 .in tarrant");
    let page = printed(&clerk.sitting());
    assert!(!page.contains("There were no apologies"), "{page}");
}

#[test]
fn whoever_came_to_exempt_business_alone_is_named_to_no_public() {
    let mut clerk = Clerk::in_session();
    clerk.sets_up(".person Zebulon Quartz");
    clerk.script(
        ".item 8\n.exclude\n.in quartz as observer 11.40\nIt was talked through.\n.out quartz 11.50",
    );
    let sitting = clerk.sitting();
    let public = Document::minutes(&sitting, Audience::Public);
    for format in ["txt", "json", "csv"] {
        let bytes = crate::formats::bytes(&public, format);
        assert!(!String::from_utf8_lossy(&bytes).contains("Quartz"), "{format}");
    }
    let members = words_of(&Document::minutes(&sitting, Audience::Members));
    assert!(members.contains("Quartz"), "{members}");
    assert!(clerk.pen.search("Quartz", true).unwrap().hits.is_empty());
}

#[test]
fn what_else_was_thought_of_and_why_is_added_to_and_takes_the_letter_of_a_part() {
    let mut clerk = Clerk::in_session();
    clerk.script(
        ".d RESOLVED: (a) that the contract be let; (b) that the clerk sign it
         .alt re-tendering
         .alt bringing it in house
         .alt (a) doing nothing
         .why (b) somebody has to
         .effective in 5 working days",
    );
    let decided = clerk.sitting().decisions;
    assert_eq!(decided[0].alternatives, "re-tendering; bringing it in house; doing nothing");
    assert_eq!(decided[1].alternatives, "re-tendering; bringing it in house");
    assert_eq!(decided[1].reasons, "somebody has to");
    assert!(decided.iter().all(|made| made.effective_on == decided[0].effective_on));
    clerk.script(".effective (a) 30 Jun 2026");
    let decided = clerk.sitting().decisions;
    assert_ne!(decided[0].effective_on, decided[1].effective_on);
}

#[test]
fn an_abstention_is_noted_where_none_were_counted() {
    let mut clerk = Clerk::in_session();
    clerk.script(".m idris/farrow: that it be so\n.v 5-0\n.own quill abstained");
    clerk.script(".own hesketh abstained\n.own allardyce abstained");
    clerk.refuses(".own nettleship abstained", "one more by name");
}

#[test]
fn a_member_who_left_and_was_sat_for_was_there() {
    let mut clerk = Clerk::in_session();
    clerk.sets_up(".person Ivy Jones");
    clerk.script("Talk.\n.item 7\n.out hesketh\n.sub jones for hesketh\nMore talk.");
    let page = printed(&clerk.sitting());
    in_this_order(&page, &["Hesketh (for Agenda Item", "Ivy Jones (in place of"]);
    assert!(!page.contains("Apology from Temporary appointment Councillor J. Hesketh"), "{page}");
}

#[test]
fn the_agenda_s_own_item_is_where_the_public_is_excluded() {
    let mut clerk = Clerk::in_session();
    let before = clerk.sitting().items.len();
    clerk.script(".agenda Exclusion of the press and public\n.exclude\n.v consent");
    let sitting = clerk.sitting();
    assert_eq!(sitting.items.len(), before + 1);
    let own = sitting.items.iter().find(|item| item.kind == ItemKind::Exclusion).unwrap();
    assert_eq!(own.title, "Exclusion of the press and public");
    assert!(sitting.decisions_on(&own.id).next().unwrap().vote.is_some());
}

#[test]
fn who_left_before_the_first_item_left() {
    let mut clerk = Clerk::before(&committee());
    clerk.script("10.00 .begin\n.in okonjo, farrow, idris\n.chair okonjo");
    clerk.script("10.20 .out idris\n10.25 .next\nTalk.\n10.40 .in idris");
    let page = printed(&clerk.sitting());
    in_this_order(
        &page,
        &["10.20 am: Councillor Idris left", "10.40 am: Councillor Idris returned"],
    );
}

#[test]
fn that_the_meeting_broke_off_under_exempt_business_is_no_secret() {
    let mut clerk = Clerk::in_session();
    clerk.script(".item 8\n.exclude\n11.00 .adjourn\n11.20 .resume\nIt was talked through.");
    let page = printed(&clerk.sitting());
    assert!(page.contains("11.00 am: the meeting adjourned"), "{page}");
    assert!(!page.contains("talked through"), "{page}");
}

#[test]
fn the_agenda_says_what_was_outstanding_before_the_meeting() {
    let mut clerk = Clerk::in_session();
    clerk.script(".a idris: write to the trust by 30 Jun 2026\n.a farrow: visit by next meeting");
    let reference = clerk.sitting().actions[0].reference();
    in_september(&mut clerk);
    let agenda = |clerk: &Clerk| words_of(&Document::agenda(&clerk.sitting(), Audience::Public));
    let before = agenda(&clerk);
    assert!(before.contains("30 June 2026: due before this meeting"), "{before}");
    clerk.script(&format!(".extend {reference} to 1 Dec 2026: slow\n.done {reference}"));
    let after = agenda(&clerk);
    assert!(after.contains("30 June 2026: due before this meeting"), "{after}");
}

#[test]
fn a_house_phrase_unfolds_in_a_line_as_in_a_minute() {
    let mut desk = Desk::sample().sized(120, 40);
    desk.keys("gmn3<enter>d;conf<enter>");
    assert!(desk.screen().contains("approved and signed as a correct record"), "{}", desk.screen());
    assert!(!desk.screen().contains(";conf"), "{}", desk.screen());
}

#[test]
fn the_hour_of_a_meeting_in_summer_is_told_as_it_was() {
    let mut clerk = Clerk::before(&committee());
    clerk.script("10.00 .begin");
    let facts = Document::minutes(&clerk.sitting(), Audience::Public);
    let told = String::from_utf8(crate::formats::bytes(&facts, "json")).unwrap();
    assert!(told.contains("2026-06-09T10:00:00+01:00"), "{told}");
}

#[test]
fn stepping_back_does_not_take_back_what_was_put_off() {
    let mut desk = Desk::sample().sized(120, 40);
    desk.keys("gmn5<enter>.defer next meeting: no paper<enter>p");
    assert!(desk.screen().contains("▶ 4"), "{}", desk.screen());
    let mut clerk = Clerk::in_session();
    clerk.script(".defer 8 September 2026: no paper");
    let told = clerk.try_line(".item 6").unwrap().join(" ");
    assert!(told.contains("comes off the later agenda"), "{told}");
}

#[test]
fn standing_business_put_off_stands_once_on_the_next_agenda() {
    let mut clerk = Clerk::in_session();
    let number = addresses(&clerk).number;
    clerk.script(&format!(".item {number}\n.defer next meeting: late\n.close"));
    clerk.sets_up(".meeting PS 1 Dec 2026");
    assert_eq!(addresses_next(&clerk), 1);
}

#[test]
fn standing_business_stays_on_the_next_agenda_whatever_becomes_of_it_here() {
    let mut clerk = Clerk::in_session();
    let number = addresses(&clerk).number;
    clerk.script(&format!(".item {number}\n.defer next meeting: late"));
    clerk.sets_up(".meeting PS 1 Dec 2026");
    clerk.script(&format!(".item {number}"));
    assert_eq!(addresses_next(&clerk), 1);
}

#[test]
fn business_under_the_number_of_standing_business_is_not_standing() {
    let mut clerk = Clerk::in_session();
    let standing = addresses(&clerk);
    clerk.script(&format!(".alter {} title Taxi fees", standing.number));
    assert_eq!(clerk.sitting().item(&standing.id).unwrap().kind, ItemKind::Report);
}

#[test]
fn a_mandate_is_no_arrival() {
    let mut clerk = Clerk::before(&committee());
    clerk.script("10.00 .chair okonjo");
    clerk.refuses(".mandate farrow yes", "has not come");
    clerk.script(".in farrow\n.mandate farrow yes");
}

#[test]
fn what_is_reported_of_actions_in_private_is_found_by_no_public_search() {
    let mut clerk = Clerk::in_session();
    clerk.script(".a idris: write to the trust by 30 Jun 2026");
    let reference = clerk.sitting().actions[0].reference();
    clerk.script(&format!(".item 8\n.exclude\n.progress {reference}: ZEBRAWORD"));
    assert!(!clerk.pen.search("ZEBRAWORD", false).unwrap().hits.is_empty());
    assert!(clerk.pen.search("ZEBRAWORD", true).unwrap().hits.is_empty());
}

#[test]
fn what_is_reported_of_an_action_is_minuted_where_it_was_said() {
    let mut clerk = Clerk::in_session();
    clerk.script(".a idris: write to the trust by 30 Jun 2026");
    let reference = clerk.sitting().actions[0].reference();
    in_september(&mut clerk);
    clerk.script(".agenda First\n.agenda Second");
    let numbers: Vec<String> = clerk.sitting().items.iter().map(|i| i.number.clone()).collect();
    let (first, second) = (&numbers[numbers.len() - 2], &numbers[numbers.len() - 1]);
    clerk.script(&format!(
        ".item {first}\nOne.\n.item {second}\nTwo.\n.item {first}\n.done {reference}: sent"
    ));
    in_this_order(&printed(&clerk.sitting()), &["One.", &reference, "Two."]);
}

#[test]
fn limbs_that_were_recommended_are_decided_each_under_its_letter() {
    let mut clerk = Clerk::in_session();
    clerk.script(".alter 6: to (a) approve the fees; and (b) ask Kane to publish them");
    clerk.script(".d rec\n.d (c) to thank officers\n.why (b) they are due");
    let page = printed(&clerk.sitting());
    in_this_order(&page, &["(a) to approve the fees", "(b) to ask Kane", "(c) to thank officers"]);
    assert!(!page.contains("(b) (c)"), "{page}");
}

#[test]
fn a_chair_takes_the_chair_at_a_time() {
    let mut clerk = Clerk::in_session();
    clerk.script("Talk.\n.chair idris 11.40");
    assert!(printed(&clerk.sitting()).contains("11.40 am: Councillor Idris took the chair"));
}

#[test]
fn a_coming_put_down_afterwards_with_no_time_is_printed_with_none() {
    let mut clerk = Clerk::in_session();
    clerk.script("Talk.");
    clerk.now = crate::support::blank::at(crate::support::blank::day(2026, 6, 12), "9.00");
    clerk.script(".out idris\nMore talk.\n.close");
    let page = printed(&clerk.sitting());
    assert!(page.contains("(Councillor Idris left.)"), "{page}");
    assert!(!page.contains("finishing at"), "{page}");
}

#[test]
fn the_public_is_excluded_before_an_item_on_which_nothing_was_said_yet() {
    let mut clerk = Clerk::in_session();
    clerk.script("Talk.\n.item 8\n.exclude\n.v consent\nThe rent is 4,000.");
    let sitting = clerk.sitting();
    let number = |id| sitting.minute(id).unwrap().number.unwrap();
    let excluded = sitting.items.iter().find(|item| item.kind == ItemKind::Exclusion).unwrap();
    let exempt = sitting.items.iter().find(|item| item.number == "8").unwrap();
    assert!(excluded.taken < exempt.taken);
    assert_eq!(number(&excluded.id) + 1, number(&exempt.id));
    in_this_order(&printed(&sitting), &["EXCLUSION OF PRESS AND PUBLIC", "(Agenda Item 8)"]);
    // What was begun already stays where it was begun.
    let mut clerk = Clerk::in_session();
    clerk.script("Talk.\n.item 8\nThe rent is 4,000.\n.exclude");
    let sitting = clerk.sitting();
    let excluded = sitting.items.iter().find(|item| item.kind == ItemKind::Exclusion).unwrap();
    assert!(excluded.taken > sitting.items.iter().find(|item| item.number == "8").unwrap().taken);
}

#[test]
fn an_agenda_altered_after_it_went_out_says_so() {
    let mut clerk = Clerk::before(&committee());
    clerk.script(".publish 29 May 2026");
    let agenda = |clerk: &Clerk| words_of(&Document::agenda(&clerk.sitting(), Audience::Public));
    assert!(!agenda(&clerk).contains("altered since"), "{}", agenda(&clerk));
    clerk.script(".alter 5 title The schedule, all of it");
    assert!(agenda(&clerk).contains("Agenda as published, and altered since"));
    clerk.script(".publish 1 June 2026");
    assert!(!agenda(&clerk).contains("altered since"));
    let five = clerk.sitting().item_numbered("5").unwrap().id.clone();
    clerk.looks_at(&five);
    clerk.script(".exempt 3");
    assert!(agenda(&clerk).contains("altered since"), "members were sent it as an open item");
}
