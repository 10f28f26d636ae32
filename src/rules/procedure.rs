//! Motions about how a meeting goes on: which of them there are, by their words, and what a
//! clerk records once one is carried.

use crate::model::Motion;

/// A sort of procedural motion that councils' standing orders know.
struct Sort {
    /// What its words have one of.
    words: &'static [&'static str],
    /// What follows once it is carried.
    then: &'static str,
}

/// What follows a motion to go on past the time at which meetings end.
const GOES_ON: &str = "The meeting may go on past its closing time.";

/// Every sort, the more telling words first: who moves "that the debate be adjourned and the
/// matter referred" sends it on.
const SORTS: [Sort; 7] = [
    Sort {
        words: &["question be now put", "question be put", "vote be now taken", "closure"],
        then: "The debate is closed: \".v\" puts the motion to the vote.",
    },
    Sort {
        words: &["next business", "next item"],
        then: "\".m dropped\" says what became of the motion, and \".next\" goes on.",
    },
    Sort {
        words: &["exclude the public", "public be excluded", "press and public"],
        then: "\".exclude\" minutes the resolution with the paragraphs of the items to come.",
    },
    Sort {
        words: &["referred to", "refer it to", "refer the matter to", "referred back"],
        then: "\".d REFERRED to BODY: QUESTION\" sends it there.",
    },
    Sort {
        words: &["meeting continue", "continue until", "continue beyond", "meeting be extended"],
        then: GOES_ON,
    },
    Sort {
        words: &[
            "be deferred",
            "be postponed",
            "defer the",
            "item be adjourned",
            "debate be adjourned",
        ],
        then: "\".defer WHEN: WHY\" puts the item off.",
    },
    Sort {
        words: &[
            "meeting be adjourned",
            "meeting adjourn",
            "now adjourn",
            "adjourn for",
            "adjourn until",
        ],
        then: "\".adjourn\" breaks the meeting off.",
    },
];

fn sort(words: &str) -> Option<&'static Sort> {
    let words = words.to_lowercase();
    SORTS.iter().find(|sort| sort.words.iter().any(|said| words.contains(said)))
}

/// Whether a motion in these words, moved while another is before the meeting, is about how
/// the meeting goes on.
#[must_use]
pub fn is_of(words: &str) -> bool {
    sort(words).is_some()
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
        assert!(!is_of("that the freight plan be adopted"));
    }
}
