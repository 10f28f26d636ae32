//! What a line of minutes does: decides something, or tells somebody to do
//! something.

use super::super::super::words::fold::fold;
use super::super::super::words::{due, when};
use crate::model::Verb;

/// A decision in a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Decided {
    /// Under which verb.
    pub(super) verb: Verb,
    /// To whom it is recommended or referred.
    pub(super) to_whom: String,
    /// What.
    pub(super) text: String,
}

/// An action in a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Assigned {
    /// Who, as printed; empty if nobody.
    pub(super) who: String,
    /// What.
    pub(super) text: String,
    /// By when.
    pub(super) due: Option<due::Due>,
}

/// The words that a decision begins with, when they stand in capitals or in
/// front of a colon.
const VERBS: &[(&str, Verb)] = &[
    ("RESOLVED", Verb::Resolved),
    ("RESOLUTION", Verb::Resolved),
    ("AGREED", Verb::Agreed),
    ("DECISION", Verb::Agreed),
    ("DECIDED", Verb::Agreed),
    ("RECOMMENDED", Verb::Recommended),
    ("NOTED", Verb::Noted),
    ("DEFERRED", Verb::Deferred),
    ("REFERRED", Verb::Referred),
    ("REFUSED", Verb::Refused),
    ("WITHDRAWN", Verb::Withdrawn),
];

/// The decision that `text` records.
pub(super) fn decision(text: &str) -> Option<Decided> {
    let (at, word, verb) = VERBS
        .iter()
        .filter_map(|(word, verb)| Some((find(text, word)?, *word, *verb)))
        .min_by_key(|(at, _, _)| *at)?;
    let before = text[..at].split_whitespace().count();
    let lead = fold(&text[..at]);
    let opens = before == 0
        || (before <= 9
            && (lead.starts_with("the ")
                || lead.starts_with("it was")
                || lead.starts_with("members")
                || lead.starts_with("that")));
    // What a report asks for is no decision: "The Committee is RECOMMENDED to".
    let asked = [" is", " are"].iter().any(|word| lead.ends_with(word));
    if !opens || asked {
        return None;
    }
    let rest = text[at + word.len()..].trim_start_matches([':', ' ', '\u{2013}', '-', '.']).trim();
    let (to_whom, rest) =
        match (verb, rest.strip_prefix("to the ").or_else(|| rest.strip_prefix("the "))) {
            (Verb::Recommended | Verb::Referred, Some(after)) => {
                match after.split_once(" to ").or_else(|| after.split_once(" that ")) {
                    Some((whom, what)) if whom.split_whitespace().count() <= 6 => {
                        (format!("the {whom}"), what)
                    }
                    _ => (String::new(), rest),
                }
            }
            _ => (String::new(), rest),
        };
    let text =
        rest.strip_prefix("that ").or_else(|| rest.strip_prefix("to: ")).unwrap_or(rest).trim();
    (!text.is_empty()).then(|| Decided { verb, to_whom, text: text.to_owned() })
}

/// Where `word` stands in `text` as a whole word in capitals, or opens it
/// before a colon.
fn find(text: &str, word: &str) -> Option<usize> {
    let opening = text
        .split_once(':')
        .map(|(head, _)| head.trim())
        .filter(|head| head.eq_ignore_ascii_case(word));
    if opening.is_some() {
        return text.find(|c: char| !c.is_whitespace());
    }
    text.match_indices(word).map(|(at, _)| at).find(|at| {
        let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        !letter(text[..*at].chars().next_back()) && !letter(text[at + word.len()..].chars().next())
    })
}

/// The action that `text` gives.
pub(super) fn action(text: &str) -> Option<Assigned> {
    let trimmed = text.trim();
    let head = trimmed.split([':', '\u{2013}']).next()?;
    let folded = fold(head);
    let named = folded == "action"
        || folded == "actions"
        || folded == "action point"
        || (folded.starts_with("action ")
            && folded.split(' ').count() <= 3
            && head.chars().any(|c| c.is_ascii_digit()));
    let opens = named && head.len() < trimmed.len();
    if !opens {
        return None;
    }
    let rest = trimmed[head.len()..].trim_start_matches([':', ' ', '\u{2013}', '-']).trim();
    let (who, what) = owner(rest);
    let due = rest.find(" by ").and_then(|at| due::of(&rest[at..]));
    (!what.is_empty()).then_some(Assigned { who, text: what, due })
}

/// "Ann Bell to write", "Ann Bell: write", "write (Ann Bell)".
fn owner(rest: &str) -> (String, String) {
    if let Some((who, what)) = rest.split_once(" to ")
        && (1..=6).contains(&who.split_whitespace().count())
    {
        let who = who.rsplit(" : ").next().unwrap_or(who);
        return (
            who.trim().trim_end_matches(':').to_owned(),
            rest[rest.len() - what.len()..].trim().to_owned(),
        );
    }
    if let Some((who, what)) = rest.split_once([':', '\u{2013}'])
        && (1..=4).contains(&who.split_whitespace().count())
    {
        return (who.trim().to_owned(), what.trim().to_owned());
    }
    if let Some(open) = rest.rfind('(').filter(|_| rest.trim_end().ends_with(')')) {
        let inside = rest[open + 1..].trim_end().trim_end_matches(')');
        if inside.split_whitespace().count() <= 4 && when::days(inside).is_empty() {
            return (inside.to_owned(), rest[..open].trim().to_owned());
        }
    }
    (String::new(), rest.to_owned())
}

/// The day by which a tracker says an action is due: "[on Ann Bell - due
/// 2014-04-16]".
pub(super) fn tracked(text: &str) -> Option<due::Due> {
    let inside = text.rsplit_once("[on ")?.1;
    let said = inside.split_once("due ")?.1.split(']').next()?.trim().to_owned();
    Some(due::Due { on: when::whole_day(&said), said })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decisions_are_known_by_their_verbs() {
        let read = |text: &str| decision(text).map(|d| (d.verb, d.to_whom, d.text));
        let plain = |verb, text: &str| Some((verb, String::new(), text.to_owned()));
        assert_eq!(
            read("RESOLVED: that the report be noted."),
            plain(Verb::Resolved, "the report be noted.")
        );
        assert_eq!(
            read("The Committee AGREED to meet in June."),
            plain(Verb::Agreed, "to meet in June.")
        );
        assert_eq!(read("Resolution: accepted"), plain(Verb::Resolved, "accepted"));
        let want = Some((Verb::Recommended, "the Cabinet".into(), "act.".into()));
        assert_eq!(read("The Committee RECOMMENDED the Cabinet to act."), want);
        assert_eq!(read("Members agreed with the officer."), None);
        assert_eq!(read("The Committee is RECOMMENDED to approve the plan."), None);
    }

    #[test]
    fn actions_are_known_by_their_label() {
        let read = |text: &str| action(text).map(|a| (a.who, a.text, a.due.map(|due| due.said)));
        assert_eq!(
            read("ACTION: Ann Bell to write to the Trust by 30 June 2026"),
            Some((
                "Ann Bell".into(),
                "write to the Trust by 30 June 2026".into(),
                Some("30 June 2026".into())
            ))
        );
        assert_eq!(
            read("Action \u{2013} circulate the plan (Ann Bell)"),
            Some(("Ann Bell".into(), "circulate the plan".into(), None))
        );
        assert_eq!(read("Actions speak louder"), None);
    }
}
