//! Motions about how a meeting goes on: which of them there are, by their words, and what a
//! clerk records once one is carried.

use crate::model::Motion;

/// A sort of procedural motion that councils' standing orders know.
struct Sort {
    /// What its words begin with, "that" aside.
    begins: &'static [&'static str],
    /// What follows once it is carried.
    then: &'static str,
    /// Whether it can be about nothing else, so that nothing has to be before the meeting.
    alone: bool,
}

/// What follows a motion to go on past the time at which meetings end.
const GOES_ON: &str = "The meeting may go on past its closing time.";

/// Every sort. What is before the meeting goes by these names in them.
const SORTS: [Sort; 7] = [
    Sort {
        begins: &["the meeting continue", "the meeting be extended", "the meeting go on"],
        then: GOES_ON,
        alone: true,
    },
    Sort {
        begins: &[
            "the question be put",
            "the question be now put",
            "the motion be now put",
            "the vote be now taken",
            "the closure be moved",
            "the debate be closed",
        ],
        then: "The debate is closed: \".v\" puts the motion to the vote.",
        alone: true,
    },
    Sort {
        begins: &[
            "BODY proceed to next",
            "BODY proceed to the next",
            "BODY move to next",
            "BODY move to the next",
            "BODY pass to next",
            "BODY pass to the next",
        ],
        then: "\".m dropped\" says what became of the motion, and \".next\" goes on.",
        alone: false,
    },
    Sort {
        begins: &[
            "the public be excluded",
            "the press and public be excluded",
            "the press and the public be excluded",
        ],
        then: "\".exclude\" minutes the resolution with the paragraphs of the items to come.",
        alone: false,
    },
    Sort {
        begins: &["MATTER be referred"],
        then: "\".d REFERRED to BODY: QUESTION\" sends it there.",
        alone: false,
    },
    Sort {
        begins: &["MATTER be deferred", "MATTER be postponed", "MATTER be adjourned"],
        then: "\".defer WHEN: WHY\" puts the item off.",
        alone: false,
    },
    Sort {
        begins: &["BODY be adjourned", "BODY adjourn", "BODY now adjourn"],
        then: "\".adjourn\" breaks the meeting off.",
        alone: true,
    },
];

/// What "MATTER" stands for.
const MATTERS: [&str; 11] = [
    "it",
    "this",
    "the matter",
    "the item",
    "this item",
    "the report",
    "the debate",
    "the motion",
    "the question",
    "the proposal",
    "consideration",
];

/// What "BODY" stands for.
const BODIES: [&str; 8] = [
    "the meeting",
    "the committee",
    "the council",
    "the board",
    "the panel",
    "the cabinet",
    "the partnership",
    "the forum",
];

fn sort(words: &str) -> Option<&'static Sort> {
    let lower = words.trim().to_lowercase();
    let said = lower.strip_prefix("that ").unwrap_or(&lower);
    let begins = |shape: &str| match shape.split_once(' ') {
        Some(("MATTER", rest)) => opens(said, &MATTERS, rest),
        Some(("BODY", rest)) => opens(said, &BODIES, rest),
        _ => said.starts_with(shape),
    };
    SORTS.iter().find(|sort| sort.begins.iter().any(|shape| begins(shape)))
}

/// Whether `said` begins with one of `subjects` and then `rest`.
fn opens(said: &str, subjects: &[&str], rest: &str) -> bool {
    subjects.iter().any(|subject| {
        said.strip_prefix(subject)
            .and_then(|after| after.strip_prefix(' '))
            .is_some_and(|after| after.starts_with(rest))
    })
}

/// Whether a motion in these words, moved while another is before the meeting, is about how
/// the meeting goes on.
#[must_use]
pub fn is_of(words: &str) -> bool {
    sort(words).is_some()
}

/// Whether a motion in these words is about how the meeting goes on, whatever else is before
/// the meeting.
#[must_use]
pub fn is_of_itself(words: &str) -> bool {
    sort(words).is_some_and(|sort| sort.alone)
}

/// What follows a procedural motion that is carried, where its words tell its sort.
#[must_use]
pub fn then(motion: &Motion) -> Option<&'static str> {
    sort(&motion.text).map(|sort| sort.then)
}

/// Whether it is to go on past the time at which meetings end.
#[must_use]
pub fn is_to_go_on(motion: &Motion) -> bool {
    then(motion) == Some(GOES_ON)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_motion_is_of_a_sort_by_its_words() {
        for (words, then) in [
            ("That the question be now put", "\".v\""),
            ("that the Committee proceed to next business", "\".next\""),
            ("that the public be excluded for item 8", "\".exclude\""),
            ("that the report be referred to the Executive", "REFERRED"),
            ("that the meeting continue until 1 pm", "closing time"),
            ("that the item be deferred to May", "\".defer"),
            ("that the meeting be adjourned for ten minutes", "\".adjourn\""),
        ] {
            assert!(sort(words).is_some_and(|sort| sort.then.contains(then)), "{words}");
        }
        for words in [
            "that the freight plan be adopted",
            "that the closure of Mill Lane School be opposed",
            "that officers defer the demolition, as referred to in the report",
            "that the library closure be reversed",
        ] {
            assert!(!is_of(words), "{words}");
        }
    }
}
