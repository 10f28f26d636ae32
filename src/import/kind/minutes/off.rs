//! What minutes say of an item that was put off.

use super::super::super::words::when;
use super::attached::Attached;
use super::how::How;
use super::said::Decided;
use crate::model::Verb;

/// In how many words, at most, an item is put off and nothing else done.
const TOLD: usize = 40;

/// To when an item was put off, and why: "DEFERRED to 8 September 2026, the survey being
/// incomplete.", "It was agreed that this item be deferred until the next meeting".
pub(super) fn deferral(text: &str) -> Option<(String, String)> {
    let rest = match text.strip_prefix("DEFERRED ") {
        Some(rest) => rest,
        None => &text[put_off(text)?..],
    };
    let rest = rest.trim_start().trim_end_matches('.');
    let to =
        ["to be held on ", "to the meeting on ", "to the meeting of ", "until the meeting on "];
    let to = to.iter().chain(&["to ", "until "]).find_map(|to| rest.strip_prefix(to))?;
    let next = ["the next meeting", "next meeting", "a future meeting", "a later meeting"];
    let end = match when::days(to).into_iter().next().filter(|day| day.at.start == 0) {
        Some(day) => day.at.end,
        None => next.iter().find(|words| to.starts_with(**words))?.len(),
    };
    let why = to[end..].trim_start_matches([',', ':', ' ', ';']);
    let why = ["as ", "because ", "since ", "due to "]
        .iter()
        .find_map(|as_| why.strip_prefix(as_))
        .unwrap_or(why);
    Some((to[..end].trim_start_matches("the ").to_owned(), why.to_owned()))
}

/// That an item was put off, as the decision that it was.
pub(super) fn decided((to, why): &(String, String)) -> Decided {
    Decided {
        verb: Verb::Deferred,
        to_whom: to.clone(),
        text: why.clone(),
        how: How::default(),
        attached: Attached::default(),
    }
}

/// Where what is said of the day begins, in a sentence that puts off the whole of an item
/// and does nothing else.
fn put_off(text: &str) -> Option<usize> {
    const WHOLE: [&str; 8] = [
        "this item",
        "the item",
        "consideration of",
        "the matter",
        "this matter",
        "the report",
        "the application",
        "a decision",
    ];
    let lower = text.to_ascii_lowercase();
    let at = ["be deferred ", "was deferred ", "been deferred "]
        .iter()
        .find_map(|words| Some(lower.find(words)? + words.len()))?;
    let subject = lower.get(..at)?;
    let decided = ["agreed", "resolved", "that"].iter().any(|word| subject.contains(word));
    let subject = subject.rsplit(" that ").next()?;
    let whole = WHOLE.iter().any(|words| subject.trim_start().starts_with(words));
    (whole && decided && text.split_whitespace().count() <= TOLD).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_item_is_put_off_in_one_word_or_in_a_sentence() {
        let late = |said: &str| Some((said.to_owned(), "the survey was late".to_owned()));
        assert_eq!(
            deferral(
                "It was agreed that consideration of this item be deferred to the meeting on 8 September 2026 as the survey was late."
            ),
            late("8 September 2026")
        );
        assert_eq!(
            deferral(
                "RESOLVED that the item be deferred until the next meeting because the survey was late"
            ),
            late("next meeting")
        );
        assert_eq!(deferral("RESOLVED that the start of works be deferred to June."), None);
        assert_eq!(
            deferral("DEFERRED to 8 September 2026, the survey being late."),
            Some(("8 September 2026".into(), "the survey being late".into()))
        );
    }
}
