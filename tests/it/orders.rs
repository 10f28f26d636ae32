//! Things put down in an order, or at a time, that a clerk does not choose.

use minutebook::document::{Audience, Document};

use crate::follow_up::in_september;
use crate::support::clerk::{Clerk, printed, words_of};
use crate::support::desk::Desk;

/// Where each of `words` stands on `page`, in that order.
#[track_caller]
fn in_this_order(page: &str, words: &[&str]) {
    let mut from = 0;
    for word in words {
        let at = page[from..].find(word);
        assert!(at.is_some(), "\"{word}\" is not after {from}: {page}");
        from += at.unwrap() + word.len();
    }
}

#[test]
fn on_the_screen_who_withdrew_comes_back_after_what_was_decided() {
    let mut desk = Desk::sample().sized(120, 40);
    desk.keys("gmn+all<enter>5<enter>-farrow<enter>d<enter>v7-2-1<enter>+farrow<enter>");
    in_this_order(&desk.screen(), &["Farrow left", "AGREED", "Farrow arrived"]);
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
    let page = words_of(&Document::minutes(&clerk.sitting(), Audience::Public));
    assert!(!page.contains("There were no apologies"), "{page}");
}

#[test]
fn what_is_put_down_under_an_open_item_while_the_public_is_out_is_told() {
    let mut clerk = Clerk::in_session();
    clerk.script(".item 5\n.item 8\n.exclude");
    let open = clerk.sitting().items.iter().find(|i| i.number == "5").unwrap().id.clone();
    clerk.looks_at(&open);
    let told = clerk.try_line(".d AGREED: that it be so").unwrap().join(" ");
    assert!(told.contains("item 5 is open: anybody may read this"), "{told}");
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
