//! What becomes of things at the meeting that began them: actions put off again, promises,
//! the chair of a board, two minutes confirmed by one vote, the public shut out once.

use minutebook::model::{ItemKind, Presiding};
use minutebook::rules::room;

use crate::support::clerk::{Clerk, printed};
use crate::support::invented::{committee, partnership};

#[test]
fn what_becomes_of_an_action_at_its_own_meeting_is_minuted_where_it_did() {
    let mut clerk = Clerk::in_session();
    clerk.script(".a idris: write a letter by 30 June\n.item 7\n.extend A/26/1 to 31 July: leave");
    clerk.script(".cancel A/26/1: not wanted after all");
    let page = printed(&clerk.sitting());
    let given = page.find("by 30 June 2026").expect(&page);
    let put_off = page.find("now due 31 July 2026: leave").expect(&page);
    let given_up = page.find("no longer wanted: not wanted after all").expect(&page);
    assert!(given < put_off && put_off < given_up, "{page}");
}

#[test]
fn an_action_put_off_to_a_meeting_that_has_no_day_is_put_off() {
    let mut clerk = Clerk::in_session();
    clerk.script("12.00 .close");
    crate::follow_up::in_september(&mut clerk);
    clerk.script(".a idris: write a letter by 20 Sep\n.extend A/26/1 to next meeting: one left");
    let page = printed(&clerk.sitting());
    assert!(page.contains("now due the next meeting: one left"), "{page}");
    assert!(clerk.sitting().updates.last().unwrap().slips());
}

#[test]
fn an_action_that_was_done_is_taken_up_again_with_a_word() {
    let mut clerk = Clerk::in_session();
    clerk.script(".a idris: write a letter\n.done A/26/1: sent");
    let told = clerk.try_line(".progress A/26/1: a second letter").unwrap().join(" ");
    assert!(told.contains("A/26/01 was complete: this takes it up again."), "{told}");
}

#[test]
fn whoever_was_given_something_to_do_was_there_for_the_item() {
    let mut clerk = Clerk::in_session();
    clerk.script(".item 7\n.a quill: write a letter by 30 June\n.out quill 10.30\nTalk went on.");
    let page = printed(&clerk.sitting());
    assert!(!page.contains("Quill (for"), "{page}");
}

#[test]
fn what_was_promised_stands_before_what_came_after_it() {
    let mut clerk = Clerk::in_session();
    clerk
        .script("The figures were shown.\n.promise quill: better ones by 1 July\n.out quill 10.30");
    let page = printed(&clerk.sitting());
    let promised = page.find("A report back was promised").unwrap();
    assert!(page.find("The figures").unwrap() < promised, "{page}");
    assert!(promised < page.find("10.30 am").unwrap(), "{page}");
}

#[test]
fn the_notes_of_a_board_say_who_took_the_chair_after_the_first() {
    let mut sitting = partnership();
    let first = sitting.presiding[0].clone();
    let other = sitting.attendance.iter().find(|came| came.person != first.person).unwrap();
    let later = sitting.items.last().unwrap();
    let (person, item) = (other.person.clone(), Some(later.id.clone()));
    let (name, number) = (sitting.person(&person).unwrap().plain(), later.number.clone());
    sitting.presiding.push(Presiding { person, item, rank: i64::MAX, ..first });
    let page = printed(&sitting);
    let said =
        page.split("In the chair: ").nth(1).unwrap().split('.').collect::<Vec<_>>().join(".");
    assert!(said.contains(&format!("from item {number}")), "{name}: {page}");
}

#[test]
fn one_exclusion_is_resolved_under_the_item_for_it_though_that_was_passed_over() {
    let mut clerk = Clerk::before(&committee());
    clerk.script(".agenda Exclusion of the public");
    let number = clerk.sitting().items.last().unwrap().number.clone();
    clerk.script(&format!(
        "10.00 .item {number}\n.chair okonjo\n.in allardyce, farrow, hesketh, idris"
    ));
    clerk.script(".item 8\n.exclude");
    let exclusions = |clerk: &Clerk| {
        clerk.sitting().items.iter().filter(|item| item.kind == ItemKind::Exclusion).count()
    };
    assert_eq!(exclusions(&clerk), 1);
    clerk.script(&format!("Grubb was offered terms.\n.item {number}"));
    clerk.refuses(".exclude", "The public is excluded already.");
    clerk.script(".readmit 11.20");
    assert!(!room::is_public_out(&clerk.sitting()));
}

#[test]
fn a_vote_on_what_becomes_of_an_action_is_not_the_next_decisions() {
    let mut clerk = Clerk::in_session();
    clerk.script(".a idris: print it\n.cancel A/26/1: no press\n.v 4-0-0\n.d to move on");
    assert!(clerk.sitting().decisions[0].vote.is_none());
}

#[test]
fn whoever_came_before_more_was_said_was_there_for_the_item() {
    let mut clerk = Clerk::in_session();
    clerk.script("Alpha.\n.in tarrant 10.30\nMore alpha.\n.item 7\nBeta.");
    assert!(printed(&clerk.sitting()).contains("Tarrant (for Agenda Items 6 and 7)"));
}
