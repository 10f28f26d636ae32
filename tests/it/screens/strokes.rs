//! How many keys the commonest acts take, each of them pressed.

use minutebook::model::{InterestOutcome, Sitting};

use super::acts::{read, sitting};
use crate::support::keys::keys;

/// Pressing `pressed` puts an entry on record; what that took besides the
/// letters of `words` is `more` keys.
#[track_caller]
fn check(pressed: &str, words: &[&str], more: usize) -> Sitting {
    let mut desk = sitting();
    let before = desk.shelf.book().count().unwrap();
    desk.keys(pressed);
    assert_eq!(desk.shelf.book().count().unwrap(), before + 1, "{pressed}: {}", desk.screen());
    let letters: usize = words.iter().map(|word| word.chars().count()).sum();
    assert!(words.iter().all(|word| pressed.contains(word)), "{words:?} are not in {pressed}");
    assert_eq!(keys(pressed).len() - letters, more, "{pressed}");
    read(&desk).clone()
}

#[test]
fn a_decision_as_recommended_takes_two_keys() {
    let sitting = check("d<enter>", &[], 2);
    assert!(sitting.decisions[0].as_recommended);
}

#[test]
fn a_counted_vote_takes_seven_keys() {
    let sitting = check("v5-1-1<enter>", &[], 7);
    let vote = &sitting.votes[0];
    assert_eq!((vote.in_favour, vote.against, vote.abstained), (5, 1, 1));
}

#[test]
fn the_arrival_of_a_named_member_takes_five_keys() {
    let mut desk = sitting();
    desk.keys("-idris<enter>");
    let before = read(&desk).movements.len();
    let pressed = "+idr<enter>";
    desk.keys(pressed);
    let sitting = read(&desk);
    assert_eq!(sitting.movements.len(), before + 1, "{}", desk.screen());
    assert_eq!(sitting.movements.last().unwrap().person, sitting.movements[before - 1].person);
    assert_eq!(keys(pressed).len(), 5);
}

#[test]
fn an_action_takes_its_words_and_four_keys() {
    let words = ["james", "Write to the Trust by 30 Sep"];
    let sitting = check("ajames: Write to the Trust by 30 Sep<enter>", &words, 4);
    assert_eq!(sitting.actions[0].text, "Write to the Trust");
    assert!(sitting.actions[0].owner.is_some() && sitting.actions[0].due.is_some());
}

#[test]
fn a_declared_interest_takes_its_words_and_six_keys_with_what_came_of_it() {
    let words = ["farrow", "director of a haulage firm"];
    let sitting = check("ifarrow: director of a haulage firm w<enter>", &words, 6);
    assert_eq!(sitting.interests[0].nature, "director of a haulage firm");
    assert_eq!(sitting.interests[0].outcome, Some(InterestOutcome::Withdrew));
}

#[test]
fn the_last_word_of_an_interest_is_not_taken_for_what_came_of_it() {
    for nature in ["owns a shop in High St", "plot s", "a firm we deal with"] {
        let sitting = check(&format!("ifarrow: {nature}<enter>"), &["farrow", nature], 4);
        assert_eq!(
            (sitting.interests[0].nature.as_str(), sitting.interests[0].outcome),
            (nature, None)
        );
    }
}

#[test]
fn of_two_who_could_be_meant_the_one_who_is_out_arrives_and_the_one_who_is_in_leaves() {
    let mut desk = sitting();
    desk.keys("-idris<enter>+m<enter>");
    assert!(
        desk.foot().contains("In the room at 10.00 am: Councillor M. Idris"),
        "{}",
        desk.screen()
    );
    desk.keys("-allardyce<enter>-thornaby<enter>-m<enter>");
    assert!(desk.foot().contains("Councillor M. Idris left the room"), "{}", desk.screen());
}
