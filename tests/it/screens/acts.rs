//! What a clerk does most, key by key, and what the screen says of it.

use minutebook::app::Effect;
use minutebook::model::{ItemStatus, Sitting};

use crate::support::desk::Desk;

/// A clerk with the sample's meeting in session on its fifth item, eight
/// members in the room.
pub(super) fn sitting() -> Desk {
    let mut desk = Desk::sample();
    desk.keys("gmn.in all<enter>.chair okonjo<enter>5<enter>");
    desk
}

pub(super) fn read(desk: &Desk) -> &Sitting {
    desk.state.sitting.as_deref().unwrap()
}

/// Pressing `keys` puts something on record, and the foot says so.
#[track_caller]
fn check(keys: &str, said: &str) -> Desk {
    let mut desk = sitting();
    let before = desk.shelf.book().count().unwrap();
    desk.keys(keys);
    assert!(desk.foot().contains(said), "{keys}: {}", desk.screen());
    assert!(desk.shelf.book().count().unwrap() > before, "{keys} recorded nothing");
    desk
}

#[test]
fn a_decision_as_recommended_is_two_keys() {
    let desk = check("d<enter>", "AGREED");
    assert!(read(&desk).decisions[0].as_recommended);
}

#[test]
fn a_vote_is_seven_keys() {
    let desk = check("v5-1-1<enter>", "5 for, 1 against, 1 abstained");
    assert_eq!(read(&desk).votes.len(), 1);
}

#[test]
fn a_named_arrival_is_few_keys() {
    check("+oduya<enter>", "K. Oduya");
}

#[test]
fn a_departure_says_who_and_when() {
    check("-idris<enter>", "Councillor M. Idris left the room at 10.00 am");
}

#[test]
fn an_action_is_its_words_and_few_keys_more() {
    let desk = check("ajames: Write to the Trust by 30 Sep<enter>", "for Paul James: Write to");
    assert_eq!(read(&desk).actions[0].due.map(|day| day.to_string()), Some("2010-09-30".into()));
}

#[test]
fn steps_go_on_and_back_and_to_a_number() {
    let mut desk = check("n", "item 6");
    desk.keys("p");
    assert!(desk.foot().contains("item 5"), "{}", desk.foot());
    desk.keys("12<enter>");
    assert!(desk.foot().contains("item 12"), "{}", desk.foot());
}

/// What the clerk typed is refused, with these words, and nothing is recorded.
#[track_caller]
fn refused(keys: &str, said: &str) {
    let mut desk = sitting();
    let before = desk.shelf.book().count().unwrap();
    desk.keys(keys);
    let foot = desk.foot();
    assert!(foot.contains(said), "{keys}: {foot}");
    assert_eq!(desk.shelf.book().count().unwrap(), before, "{keys} was recorded");
}

#[test]
fn what_cannot_be_is_refused_in_a_sentence() {
    refused("99<enter>", "There is no item 99 on this agenda.");
    refused(".frobnicate<enter>", "There is no line \".frobnicate\".");
    refused("+nobody<enter>", "Nobody in the book is called \"nobody\".");
    refused("+a<enter>", "could be");
    refused("v9-9-9<enter>", "27");
    refused("aidris<enter>", "still wants");
    refused(".item 77<enter>", "There is no item 77");
    refused(".a idris: do it by 31 Feb<enter>", "31 Feb");
}

#[test]
fn what_an_amendment_altered_is_told_apart_in_the_motion() {
    let mut desk = sitting();
    desk.keys(".m idris/quill: that the plan be adopted<enter>");
    desk.keys(".am farrow/okonjo: replace \"plan\" with \"strategy\"<enter>v5-2-0<enter>");
    let said = "that the ‹strategy› be adopted";
    let screen = desk.screen().replace(['│', '\n'], " ");
    let screen = screen.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(screen.contains(said), "{}", desk.screen());
}

#[test]
fn undo_and_redo_say_what_they_did() {
    let mut desk = check("d<enter>", "AGREED");
    desk.keys("u");
    assert!(desk.foot().contains("Taken back: "), "{}", desk.foot());
    assert!(read(&desk).decisions.is_empty());
    desk.keys("<^r>");
    assert!(desk.foot().contains("Put back: "), "{}", desk.foot());
    assert_eq!(read(&desk).decisions.len(), 1);
}

#[test]
fn what_is_on_its_way_to_the_disk_is_not_called_saved() {
    let mut desk = sitting().on_a_slow_disk();
    let before = desk.foot();
    desk.keys("d<enter>");
    assert!(desk.foot().contains("saving…"), "{}", desk.foot());
    assert!(!desk.foot().contains("recorded"), "{}", desk.foot());
    let mark = |foot: &str| foot.split('#').nth(1).map(|rest| rest[..2].to_owned());
    assert_eq!(mark(&desk.foot()), mark(&before));
    desk.waits();
    assert!(!desk.foot().contains("saving…"), "{}", desk.foot());
    assert_ne!(mark(&desk.foot()), mark(&before));
}

#[test]
fn keys_are_drawn_while_the_disk_is_slow() {
    let mut desk = sitting().on_a_slow_disk();
    desk.keys("d<enter>eStill writing");
    assert!(desk.picture().text().contains("Still writing"), "{}", desk.screen());
    desk.waits().keys(" on");
    assert!(desk.picture().text().contains("Still writing on"), "{}", desk.screen());
}

#[test]
fn acts_that_follow_each_other_at_once_are_recorded_in_order() {
    let mut desk = sitting().on_a_slow_disk();
    desk.keys("d<enter>v5-1-1<enter>ajames: Write<enter>nn");
    desk.waits();
    let sitting = read(&desk);
    assert_eq!((sitting.decisions.len(), sitting.votes.len(), sitting.actions.len()), (1, 1, 1));
    assert_eq!(sitting.current().map(|item| item.number.as_str()), Some("7"));
}

#[test]
fn a_step_taken_before_the_last_one_is_read_back_rests_on_it_all_the_same() {
    // Two answers until the meeting has begun; then the item is taken.
    for answers in 2..8 {
        let mut desk = Desk::sample();
        desk.keys("gm");
        let mut desk = desk.on_a_slow_disk();
        desk.keys("n");
        for _ in 0..answers {
            desk.hears_one_answer();
        }
        desk.keys("5<enter>").waits();
        let taken = read(&desk).items.iter().filter(|i| i.status == ItemStatus::UnderDiscussion);
        let taken: Vec<&str> = taken.map(|item| item.number.as_str()).collect();
        assert_eq!(taken, ["5"], "after {answers} answers");
    }
}

#[test]
fn what_is_typed_is_kept_as_a_draft_and_folded_into_one_entry() {
    let mut desk = sitting();
    let before = desk.shelf.book().count().unwrap();
    desk.keys("eThe chair spoke.<enter>Members asked.");
    assert!(desk.effects.iter().any(|effect| matches!(effect, Effect::Keep { .. })));
    assert_eq!(desk.shelf.book().count().unwrap(), before);
    assert!(desk.foot().contains("draft kept"), "{}", desk.foot());
    desk.keys("<esc>");
    assert_eq!(desk.shelf.book().count().unwrap(), before + 1);
    let item = read(&desk).current().unwrap().id.clone();
    assert_eq!(read(&desk).text_of(&item), "The chair spoke.\nMembers asked.");
    assert!(desk.shelf.book().drafts(&read(&desk).meeting.id).unwrap().is_empty());
}

#[test]
fn leaving_waits_for_what_is_being_written() {
    let mut desk = sitting().on_a_slow_disk();
    desk.keys("eHalf a sent<^c>");
    assert!(!desk.left, "left before the disk had it");
    desk.waits();
    assert!(desk.left);
    let desk = desk.crashes_and_comes_back();
    let sitting = desk.shelf.book().sitting(&"spsc-2010-07-22".into()).unwrap();
    assert_eq!(sitting.text_of(&sitting.current().unwrap().id), "Half a sent");
}

#[test]
fn a_recovered_draft_goes_on_is_let_go_or_is_asked_about_again() {
    let crash = || {
        let mut desk = sitting();
        desk.keys("eHalf a sent");
        let mut desk = desk.crashes_and_comes_back();
        desk.keys("gm");
        assert!(desk.picture().text().contains("+ Half a sent"), "{}", desk.screen());
        desk
    };
    let mut goes_on = crash();
    goes_on.keys("<enter>ence.<esc>");
    assert!(goes_on.picture().text().contains("Half a sentence."), "{}", goes_on.screen());

    let mut lets_go = crash();
    lets_go.keys("x");
    let mut after = lets_go.crashes_and_comes_back();
    assert!(!after.keys("gm").picture().text().contains("Half a sent"), "{}", after.screen());

    let mut later = crash();
    later.keys("<esc>");
    let mut after = later.crashes_and_comes_back();
    assert!(after.keys("gm").picture().text().contains("+ Half a sent"), "{}", after.screen());
}

#[test]
fn a_line_at_the_foot_is_kept_too_until_it_is_recorded_or_left() {
    let mut desk = sitting();
    desk.keys("ajames: Write to the Tr");
    let mut after = desk.crashes_and_comes_back();
    after.keys("gm");
    assert!(after.picture().text().contains("+ .a james: Write to the Tr"), "{}", after.screen());
    after.keys("<enter>ust<enter><esc>");
    assert_eq!(read(&after).actions[0].text, "Write to the Trust");

    for keys in ["ajames: Write to the Trust<enter>", "ajames: Write<esc>"] {
        let mut desk = sitting();
        desk.keys(keys);
        assert!(desk.shelf.book().drafts(&read(&desk).meeting.id).unwrap().is_empty(), "{keys}");
    }
}

#[test]
fn a_refused_line_is_given_back_where_it_was_typed() {
    // Nobody is in the room, so nothing can be decided.
    let mut desk = Desk::sample();
    desk.keys("gm.d to go on as before<enter>");
    assert!(desk.picture().text().contains("quorum"), "{}", desk.screen());
    assert!(desk.picture().text().contains("│.d to go on as before"), "{}", desk.screen());

    let mut desk = Desk::sample();
    desk.keys("gmneIt was said.<enter>.d to go on as before<enter>");
    assert!(desk.picture().text().contains("│.d to go on as before"), "{}", desk.screen());
    desk.keys("<^u><bs><esc>");
    let sitting = read(&desk);
    assert_eq!(sitting.text_of(&sitting.items[0].id), "It was said.");
}

#[test]
fn what_is_said_at_the_foot_is_said_whole() {
    let mut desk = Desk::sample();
    desk.keys("gm.in Nobody Special<enter>");
    let text = desk.picture().text();
    assert!(text.contains("Nobody in the book is called \"Nobody Special\"."), "{text}");
    assert!(desk.picture().rows().iter().any(|row| row.contains("bodies and people")), "{text}");
}

#[test]
fn a_line_that_nobody_knows_is_told_what_it_may_have_meant() {
    let mut desk = Desk::sample();
    desk.keys("gm.frobnicate<enter>");
    let text = desk.picture().text();
    assert!(
        text.contains("There is no line \".frobnicate\". Every line is in the manual"),
        "{text}"
    );
    for (typed, meant) in [(".aplo Ann", "apol"), (".vote 5-1", "v"), (".absence Ann", "apol")] {
        let mut desk = Desk::sample();
        desk.keys(&format!("gm{typed}<enter>"));
        let text = desk.picture().text();
        assert!(text.contains(&format!("Did you mean \".{meant}\"?")), "{text}");
    }
}

#[test]
fn a_decision_typed_as_text_is_told_how_to_record_itself() {
    let mut desk = sitting();
    desk.keys("eRESOLVED: to act");
    assert!(desk.picture().text().contains("only text"), "{}", desk.screen());
    desk.keys("<tab><enter><esc>");
    assert_eq!(read(&desk).decisions.last().unwrap().text, "to act");
    desk.keys("eACTION: the Clerk to write");
    assert!(desk.picture().text().contains(".a the Clerk: write"), "{}", desk.screen());
}

#[test]
fn what_is_typed_while_a_meeting_is_opened_is_meant_for_the_meeting() {
    let mut desk = Desk::sample().on_a_slow_disk();
    desk.keys("gmneHe said so.");
    desk.waits();
    assert!(desk.picture().text().contains("│He said so."), "{}", desk.screen());
}

#[test]
fn a_large_paste_is_refused_whole_and_a_fair_one_taken_whole() {
    let mut desk = sitting();
    desk.keys("e").pastes(&"x".repeat(1024 * 1024));
    assert!(desk.foot().contains("Nothing was pasted"), "{}", desk.foot());
    let text = "It was said, and said again. ".repeat(1000);
    desk.pastes(&text).keys("<esc>");
    let item = read(&desk).current().unwrap().id.clone();
    assert_eq!(read(&desk).text_of(&item), text.trim_end());
}

#[test]
fn capture_lines_that_are_pasted_are_only_text_and_the_clerk_is_told() {
    let mut desk = sitting();
    let before = read(&desk).decisions.len();
    desk.keys("e").pastes("The chair spoke.\n.d to wait\n.a james: go on\nAll agreed.");
    let foot = desk.foot();
    assert!(foot.contains("2 pasted lines begin as a capture line does"), "{foot}");
    assert!(foot.contains("put the cursor on it and press Enter"), "{foot}");
    desk.keys("<up><up><enter>");
    let decided: Vec<&str> = read(&desk).decisions.iter().map(|d| d.text.as_str()).collect();
    assert_eq!(decided[before..], ["to wait"], "{}", desk.screen());
    desk.keys("<esc>");
    let text = desk.picture().text().replace("│\n", "");
    assert!(text.contains("only text: it records nothing"), "{}", desk.screen());
    let mut desk = sitting();
    desk.keys("e").pastes("The chair spoke.\nAll agreed.");
    assert!(!desk.foot().contains("pasted"), "{}", desk.foot());
}

#[test]
fn a_paste_runs_no_keys() {
    let mut desk = sitting();
    let before = desk.shelf.book().count().unwrap();
    desk.pastes("d\rv5-1-1\rq");
    assert!(!desk.left);
    assert!(desk.foot().contains("no field to paste into"), "{}", desk.foot());
    assert_eq!(desk.shelf.book().count().unwrap(), before);
}

#[test]
fn what_was_recorded_last_is_in_sight() {
    let mut desk = sitting();
    for n in 1..=12 {
        desk.keys(&format!(".d to do the thing of that number, which is number {n}<enter>"));
    }
    assert!(desk.picture().text().contains("number 12"), "{}", desk.screen());
}
