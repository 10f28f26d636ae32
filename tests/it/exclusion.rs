//! Shutting the public out: by a resolution that names the business, and by nothing
//! else; and what is said while they are out.

use minutebook::document::{Audience, Document};
use minutebook::model::Entry;
use minutebook::rules::{permit, room};

use crate::support::clerk::{Clerk, printed, words_of};

#[test]
fn a_resolution_that_is_lost_shuts_nobody_out() {
    for vote in [".v 3-5-0", ".v 4-4-0 casting against"] {
        let mut clerk = Clerk::in_session();
        clerk.script(&format!(".item 8\n.exclude\n{vote}"));
        assert!(!room::is_public_out(&clerk.sitting()), "{vote}");
        let told = clerk.try_line(".item 7").unwrap().join(" ");
        assert!(!told.contains("withheld"), "{told}");
        clerk.script("The skills were read out.");
        let page = printed(&clerk.sitting());
        assert!(page.contains("The skills were read out."), "{page}");
        assert!(page.contains("The motion was lost") || page.contains("was lost."), "{page}");
        assert!(!page.contains("RESOLVED: that the public"), "{page}");
        assert!(!page.contains("The public was excluded"), "{page}");
        clerk.script(".exclude\n.v 8-0-0");
        assert!(room::is_public_out(&clerk.sitting()), "it may be put again");
    }
}

#[test]
fn what_is_typed_while_the_public_is_out_is_withheld_on_business_begun_before_too() {
    let mut clerk = Clerk::in_session();
    clerk.script("The freight was discussed.\n.item 8\n.exclude\n.v 8-0-0");
    let told = clerk.try_line(".item 6").unwrap().join(" ");
    assert!(told.contains("item 6 is withheld"), "{told}");
    clerk.script("Heron bid most.\n.d that Heron be told");
    assert!(!printed(&clerk.sitting()).contains("Heron"));
    clerk.script(".readmit 11.00\n.open");
    assert!(printed(&clerk.sitting()).contains("Heron bid most."), "the clerk may publish it");
}

#[test]
fn the_resolution_goes_on_for_an_item_it_did_not_name() {
    let mut clerk = Clerk::in_session();
    clerk.script(".exclude\n.item 7");
    let told = clerk.try_line(".exempt 2: a person").unwrap().join(" ");
    assert!(told.contains("does not name this item"), "{told}");
    clerk.script(".exclude");
    let page = printed(&clerk.sitting());
    assert!(page.contains("(a) that the public be excluded for Agenda Item 8"), "{page}");
    assert!(page.contains("(b) that the public be excluded for Agenda Item 7"), "{page}");
    clerk.refuses(".exclude", "excluded already");
    clerk.script(".readmit 11.00");
    assert!(!room::is_public_out(&clerk.sitting()));
}

#[test]
fn the_public_is_not_said_to_have_been_shut_out_where_it_was_not() {
    let mut clerk = Clerk::in_session();
    clerk.script(".exempt 3: their price\nThe price was told.");
    let page = printed(&clerk.sitting());
    assert!(page.contains("is exempt information and is not published"), "{page}");
    assert!(!page.contains("The public was excluded"), "{page}");
}

#[test]
fn the_next_item_is_one_not_reached_before_one_broken_off() {
    let mut clerk = Clerk::in_session();
    clerk.script(".item 5\n.item 7\n.defer next meeting: late papers\n.next");
    assert_eq!(clerk.sitting().current().unwrap().number, "8");
}

#[test]
fn business_added_while_the_public_is_out_is_withheld_and_opening_it_is_told() {
    let mut clerk = Clerk::in_session();
    clerk.script(".exclude\n.item 8\n.agenda Yaks\n.urgent Yak fever: they cough\nYaks are dear.");
    let agenda = minutebook::document::Document::agenda(
        &clerk.sitting(),
        minutebook::document::Audience::Public,
    );
    assert!(!crate::support::clerk::words_of(&agenda).contains("Yak"));
    let told = clerk.try_line(".open").unwrap().join(" ");
    assert!(told.contains("All that is minuted under item 8 is public now"), "{told}");
}

#[test]
fn what_was_reported_before_the_public_went_out_stays_with_the_exempt_item() {
    let mut clerk = Clerk::in_session();
    clerk.script(".a idris: write to the trust by 30 Jun 2026");
    let reference = clerk.sitting().actions[0].reference();
    clerk.script(&format!(".item 8\n.done {reference}: ZEBRAWORD\n.exclude\n.v consent"));
    let public = printed(&clerk.sitting());
    assert!(!public.contains("ZEBRAWORD"), "{public}");
}

#[test]
fn who_is_let_in_as_the_public_goes_out_is_named_to_nobody_outside() {
    let mut clerk = Clerk::in_session();
    clerk.sets_up(".person Zebulon Zorn");
    clerk.script("Talk.\n.item 8\n.exclude\n.in zorn as invitee\n.int zorn: personal: ZEBRA");
    clerk.script(".out zorn");
    let public = printed(&clerk.sitting());
    assert!(!public.contains("Zorn") && !public.contains("ZEBRA"), "{public}");
}

#[test]
fn an_item_of_the_agenda_for_it_is_no_resolution() {
    let mut clerk = Clerk::in_session();
    clerk.script(".agenda Exclusion of the public");
    let number = clerk.sitting().items.last().unwrap().number.clone();
    clerk.script(&format!(".item {number}"));
    assert!(!room::is_public_out(&clerk.sitting()));
    let told = clerk.try_line(".item 8").unwrap().join(" ");
    assert!(told.contains("The public has not been excluded for this item."), "{told}");
    let page = printed(&clerk.sitting());
    assert!(page.contains("EXCLUSION OF THE PUBLIC") && !page.contains("RESOLVED"), "{page}");
    clerk.script(&format!(".item {number}\n.exclude"));
    assert!(printed(&clerk.sitting()).contains("RESOLVED: that the public be excluded"));
}

#[test]
fn who_presided_over_part_of_an_exempt_item_is_told_as_it_was() {
    let mut clerk = Clerk::in_session();
    clerk.script(
        ".d that it be noted\n.item 7\n.out okonjo 10.20\n.out hesketh\n.in hesketh 10.30
         .chair hesketh 10.31\n.d RESOLVED: later\n.in okonjo 10.35\n.chair okonjo 10.36\n.exempt 1",
    );
    for audience in [Audience::Public, Audience::Members] {
        let page = words_of(&Document::minutes(&clerk.sitting(), audience));
        assert!(page.contains("Hesketh - in the chair for Agenda Item 7"), "{page}");
    }
    let page = words_of(&Document::minutes(&clerk.sitting(), Audience::Members));
    let okonjo = "Okonjo - in the chair for Agenda Items 1 and 6 (for Agenda Items 1 and 6)";
    assert!(page.contains(okonjo), "{page}");
}

#[test]
fn a_vote_under_the_exempt_item_is_on_it_and_not_on_the_resolution() {
    let mut clerk = Clerk::in_session();
    clerk.script(".exempt 3: bids\n.exclude\nSecret talk.\n.v 3-2-0\n.own farrow against\n.d to buy the land");
    let sitting = clerk.sitting();
    let [resolution, bought] = sitting.decisions.as_slice() else { panic!("{sitting:?}") };
    assert!(resolution.vote.is_none() && bought.vote.is_some());
    assert!(!printed(&sitting).contains("3 votes to 2"));
    let mut clerk = Clerk::in_session();
    clerk.script(".exempt 3: bids\n.exclude\nSecret talk.\n.v 1-4-0");
    assert!(room::is_public_out(&clerk.sitting()), "what was lost was not the exclusion");
}

#[test]
fn a_second_resolution_names_what_is_still_to_come_alone() {
    let mut clerk = Clerk::in_session();
    clerk.script(".exempt 3: bids\n.exclude\n.d to buy it\n.readmit 11.00\n.item 7\nOpen talk.");
    clerk.script(".item 8\n.exclude");
    let page = printed(&clerk.sitting());
    assert!(
        page.contains("excluded for Agenda Items 6 and 8,")
            && page.contains("excluded for Agenda Item 8,"),
        "{page}"
    );
}

#[test]
fn the_public_copy_has_those_at_an_exempt_item_who_were() {
    let mut clerk = Clerk::in_session();
    clerk.script(".exempt 3: bids\n.exclude\nAlpha.\n.in tarrant 10.30\n.m tarrant/idris: that it go\n.v 5-0-0");
    clerk.script(".d RESOLVED: that it go\n.readmit 11.00\n.item 7\nBeta.");
    let beside = |audience| {
        let page = words_of(&Document::minutes(&clerk.sitting(), audience));
        page.split("Tarrant (").nth(1).unwrap().split(')').next().unwrap().to_owned()
    };
    assert_eq!(beside(Audience::Public), beside(Audience::Members));
}

#[test]
fn nothing_is_put_down_under_an_open_item_while_the_public_is_out() {
    let mut clerk = Clerk::in_session();
    clerk.script(".item 5\n.item 8\n.exclude");
    let open = clerk.sitting().items.iter().find(|i| i.number == "5").unwrap().id.clone();
    clerk.looks_at(&open);
    for line in [".d AGREED: that it be so", ".a okonjo: sell it", "Members were told more."] {
        clerk.refuses(line, "anybody may read what is minuted under item 5");
    }
    clerk.script(".readmit\n.d AGREED: that it be so");
    let decided = clerk.sitting().decisions;
    assert_eq!(decided.last().map(|decision| &decision.item), Some(&open));
}

#[test]
fn what_is_opened_while_the_public_is_out_says_that_anybody_may_read_it() {
    let mut clerk = Clerk::in_session();
    clerk.script(".item 8\n.exclude\n.item 5\n.open");
    let told = clerk.try_line(".d AGREED: that it be so").unwrap().join(" ");
    assert!(told.contains("item 5 is open: anybody may read this"), "{told}");
}

#[test]
fn nothing_is_promised_reported_or_put_off_under_open_business_while_the_public_is_out() {
    let mut clerk = Clerk::in_session();
    clerk.script(".item 5\nIt began.\n.a okonjo: write\n.item 8\n.exclude");
    let open = clerk.sitting().items.iter().find(|i| i.number == "5").unwrap().id.clone();
    clerk.looks_at(&open);
    let reference = clerk.sitting().actions[0].reference();
    for line in [
        ".promise okonjo: figures by 30 Sep".to_owned(),
        format!(".progress {reference}: she was told"),
        format!(".extend {reference} to 30 Oct: he was ill"),
        ".defer next meeting: it was said why".to_owned(),
        ".drop want of time".to_owned(),
    ] {
        let why = clerk.try_line(&line).expect_err(&line);
        assert!(why.contains("anybody may read what is minuted under item 5"), "{line}: {why}");
    }
}

#[test]
fn under_the_resolution_itself_only_its_vote_is_put_down() {
    let mut clerk = Clerk::in_session();
    clerk.script(".exclude\n.v 8-0-0");
    let resolution = clerk.sitting().current().map(|item| item.id.clone()).unwrap();
    clerk.looks_at(&resolution);
    for line in ["The bids were opened.", ".d AGREED: to take Heron's", ".a okonjo: tell Heron"] {
        clerk.refuses(line, "anybody may read what is minuted under the resolution");
    }
}

#[test]
fn an_interest_declared_before_leaves_the_resolution_before_the_business_it_is_for() {
    let mut clerk = Clerk::in_session();
    clerk.script(".int idris on 7: pecuniary: land withdrew\n.item 7\n.exempt 3");
    clerk.script(".int farrow: pecuniary: land withdrew\n.out idris, farrow\n.exclude\n.v 6-0-0");
    let numbers = numbers_of(&clerk.sitting());
    let of = |kind: &str| numbers.iter().find(|(title, _)| title.starts_with(kind)).unwrap().1;
    assert!(of("Exclusion") < of("Skills"), "{numbers:?}");
}

#[test]
fn the_public_is_said_to_have_been_out_only_while_it_was() {
    let mut clerk = Clerk::in_session();
    clerk.script(".exempt 3\nSome of it was said.\n.item 7\n.exempt 3\n.exclude\n.readmit 11.00");
    let page = printed(&clerk.sitting());
    assert_eq!(page.matches("The public was excluded while").count(), 1, "{page}");
}

/// The titles of the items, each with the number of its minute.
fn numbers_of(sitting: &minutebook::model::Sitting) -> Vec<(String, Option<u32>)> {
    let number = |item: &minutebook::model::Item| sitting.minute(&item.id).and_then(|m| m.number);
    sitting.items.iter().map(|item| (item.title.clone(), number(item))).collect()
}

#[test]
fn whoever_moved_that_the_public_be_excluded_is_named_with_the_vote_on_it() {
    let mut clerk = Clerk::in_session();
    clerk.script(".item 8\n.exclude allardyce/farrow\n.v 6-1-0");
    let page = printed(&clerk.sitting());
    let said = "RESOLVED (on a motion by Councillor Allardyce, seconded by Councillor Farrow, by 6 \
                votes to 1): that the public be excluded";
    assert!(page.contains(said), "{page}");
    clerk.refuses(".m idris/quill: that the public be excluded", ".exclude MOVER/SECONDER");
}

#[test]
fn what_is_adopted_together_is_as_public_as_the_room() {
    let mut clerk = Clerk::in_session();
    clerk
        .script(".alter 6: that it be noted\n.alter 7: that it be built\n.alter 8: that it be let");
    clerk.script(".item 8\n.exclude\n.v 8-0-0");
    clerk.refuses(".bloc 7, 8", "The public is out, and item 7 is open");
    let mut clerk = Clerk::in_session();
    clerk
        .script(".alter 6: that it be noted\n.alter 7: that it be built\n.alter 8: that it be let");
    let told = clerk.try_line(".bloc 7, 8").unwrap().join(" ");
    assert!(told.contains("The public has not been excluded for this item"), "{told}");
    clerk.script(".next");
    clerk.refuses(".exclude", "Item 8 is exempt, and was taken already");
}

#[test]
fn the_return_of_the_public_is_told_as_that() {
    let mut clerk = Clerk::in_session();
    clerk.script(".item 8\n.exclude\n.v 8-0-0");
    let [Entry::Summarised { .. }] = clerk.read(".readmit 11.00").unwrap()[..] else {
        panic!("it is minuted in the summary")
    };
    let entry = clerk.read(".readmit 11.00").unwrap().remove(0);
    let said = permit(&clerk.sitting(), entry).unwrap().said().to_owned();
    assert_eq!(said, "The public was readmitted at 11.00 am.");
}

#[test]
fn who_steps_back_to_an_item_goes_on_with_the_one_they_left() {
    let mut clerk = Clerk::in_session();
    clerk.script(".item 6\n.item 5\n.next");
    assert_eq!(clerk.sitting().current().unwrap().number, "6");
}
