//! Decisions of several parts, in what order they are told, and what is only text.

use minutebook::model::Verb;

use crate::support::clerk::{Clerk, printed};

#[test]
fn a_recommendation_is_adopted_under_the_verb_that_is_said() {
    let mut clerk = Clerk::in_session();
    clerk.script(".alter 6: to note it\n.d RESOLVED: rec");
    let decided = &clerk.sitting().decisions[0];
    assert!(decided.as_recommended);
    assert_eq!((decided.verb, &*decided.text), (Verb::Resolved, "to note it"));
}

#[test]
fn reasons_said_of_a_decision_of_several_parts_are_those_of_each_part() {
    let mut clerk = Clerk::in_session();
    clerk.script(".d RESOLVED: (a) that charges rise; (b) that permits be sold\n.why costs rose");
    let page = printed(&clerk.sitting());
    assert_eq!(page.matches("Reasons: costs rose.").count(), 1, "{page}");
    assert!(!page.contains("(b) Reasons"), "{page}");
    clerk.script(".why (b) nobody parks");
    let decided = clerk.sitting().decisions;
    assert_eq!(decided[0].reasons, "costs rose");
    assert_eq!(decided[1].reasons, "costs rose; nobody parks");
}

#[test]
fn what_was_decided_first_is_told_first_though_the_discussion_is_written_between() {
    let mut clerk = Clerk::in_session();
    clerk.keys(".d AGREED: that the first be done");
    clerk.script("Members turned to the second.\n.d AGREED: that the second be done");
    let page = printed(&clerk.sitting());
    let at = |words: &str| page.find(words).unwrap_or_else(|| panic!("no {words} in {page}"));
    assert!(at("Members turned") < at("(a) that the first"), "{page}");
    assert!(at("(a) that the first") < at("(b) that the second"), "{page}");
}

#[test]
fn a_line_with_its_word_spelled_wrongly_is_read_by_nobody() {
    let mut clerk = Clerk::in_session();
    clerk.writes(".prv Quill was rude\nIt was noted.\n..privat she was");
    let page = printed(&clerk.sitting());
    assert!(!page.contains("rude") && !page.contains("she was"), "{page}");
    assert_eq!(page.matches("is held back here").count(), 2, "{page}");
    assert!(page.contains("It was noted."), "{page}");
}
