//! What is read on the screen as the meeting goes, and what is not lost there.

use minutebook::app::Msg;

use crate::support::desk::Desk;

/// A clerk with the sample's meeting in session.
fn sitting() -> Desk {
    let mut desk = Desk::sample();
    desk.keys("gmn.in all<enter>.chair okonjo<enter>5<enter>");
    desk
}

#[test]
fn the_finished_page_follows_the_meeting() {
    let mut desk = sitting().sized(100, 80);
    desk.keys("d<enter>").waits();
    assert!(desk.foot().contains("AGREED"), "{}", desk.screen());
    desk.keys("w").waits();
    assert!(desk.screen().contains("AGREED"), "{}", desk.screen());
    desk.keys("u").waits();
    let shown = desk.screen();
    assert!(shown.contains("Minutes as they stand") && !shown.contains("       AGREED"), "{shown}");
}

#[test]
fn a_line_left_with_esc_is_brought_back() {
    let mut desk = sitting();
    desk.keys(".a oduya: a long action<esc>");
    assert!(desk.foot().contains("Not recorded"), "{}", desk.foot());
    desk.keys(".<up>");
    assert!(desk.screen().contains(".a oduya: a long action"), "{}", desk.screen());
    desk.keys("<esc>.out idris<enter>").waits();
    desk.keys(".<up>");
    assert!(desk.screen().contains(".a oduya: a long action"), "{}", desk.screen());
}

#[test]
fn a_word_with_a_space_of_no_width_loses_no_word_beside_it() {
    let mut desk = sitting();
    desk.keys(
        "n<enter>The fund was\u{200b}set aside for the winter and the board agreed to look again",
    );
    let shown = desk.screen();
    for word in ["fund", "was<U+200B>", "aside", "winter", "look", "again"] {
        assert!(shown.contains(word), "{word}: {shown}");
    }
}

#[test]
fn a_letter_after_g_that_names_no_page_is_told() {
    let mut desk = sitting();
    desk.keys("gz");
    assert!(desk.foot().contains("No page is called z after g"), "{}", desk.foot());
}

#[test]
fn the_roll_takes_back_what_was_pressed_by_a_slip() {
    let mut desk = sitting();
    desk.keys("r<enter>");
    let here = |desk: &Desk| desk.screen().contains("Roll: 11 here");
    assert!(!here(&desk), "{}", desk.screen());
    desk.keys("u");
    assert!(here(&desk), "{}", desk.screen());
    desk.keys("x");
    assert!(desk.foot().contains("does nothing on the roll"), "{}", desk.foot());
}

#[test]
fn all_and_rest_are_no_part_of_a_name() {
    let mut desk = Desk::sample();
    desk.keys("gmn.in all<tab>");
    assert!(desk.screen().contains(".in all"), "{}", desk.screen());
    assert!(!desk.screen().contains("Tab:"), "{}", desk.screen());
}

#[test]
fn what_is_read_back_is_legible_whatever_letters_it_has() {
    let mut desk = sitting();
    desk.keys("d<^u>.d AGREED: bod T\u{177} G\u{175}yr yn cael<enter>b");
    assert!(!desk.screen().contains("bod T\u{177}"), "in large letters: {}", desk.screen());
    desk.keys("<esc>d<^u>.d AGREED: \u{674e}\u{5c0f}\u{9f99} speaks<enter>b");
    assert!(desk.screen().contains("speaks"), "in ordinary letters: {}", desk.screen());
}

#[test]
fn words_that_no_dictionary_knows_are_told_of_the_line_being_typed() {
    let mut desk = Desk::sample();
    desk.keys("gmn+all<enter>d").keys("that the comittee agrees ");
    desk.hear(Msg::Misspelt(vec!["comittee".into()]));
    assert!(desk.screen().contains("check the spelling: comittee"), "{}", desk.screen());
}
