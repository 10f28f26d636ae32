//! What a line of minutes does: decides something, or tells somebody to do
//! something.

use super::super::super::words::fold::fold;
use super::super::super::words::{due, when};
use super::how::{self, How};
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
    /// How it was carried, as far as that is printed.
    pub(super) how: How,
    /// Why, if it is printed beside.
    pub(super) reasons: String,
    /// What else was thought of, if it is printed beside.
    pub(super) alternatives: String,
}

/// An action in a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Assigned {
    /// The number and year it is referred to by, if that is printed.
    pub(super) reference: Option<(i32, u32)>,
    /// Who, as printed; empty if nobody.
    pub(super) who: String,
    /// Who helps, as printed.
    pub(super) with: Vec<String>,
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
    let rest = &text[at + word.len()..];
    let (to_whom, mut how, rest) = before_colon(verb, rest).unwrap_or_else(|| {
        let rest = rest.trim_start_matches([':', ' ', '\u{2013}', '-', '.']).trim();
        let (whom, rest) = whom(verb, rest);
        (whom, How::default(), rest)
    });
    let rest = rest.strip_prefix("that ").or_else(|| rest.strip_prefix("to: ")).unwrap_or(rest);
    let mut text = rest.trim().to_owned();
    let alternatives = cut(&mut text, " Alternatives considered: ");
    let reasons = cut(&mut text, " Reasons: ");
    how.asked = how::on_request(&mut text);
    if let Some((before, inside)) = bracketed(&text)
        && let Some(found) = how::of(inside).filter(|_| how.count.is_none())
    {
        how = How { asked: how.asked, ..found };
        text = String::from(before);
    }
    (!text.is_empty()).then_some(Decided { verb, to_whom, text, how, reasons, alternatives })
}

/// What stands between the verb and the colon: " to Cabinet (by 5 votes to 1)".
fn before_colon(verb: Verb, rest: &str) -> Option<(String, How, &str)> {
    let (head, text) = rest.split_once(':')?;
    let (head, how) = match head.split_once('(') {
        Some((head, inside)) => (head.trim(), how::of(inside.trim_end().strip_suffix(')')?)?),
        None => (head.trim(), How::default()),
    };
    let whom = match verb {
        _ if head.is_empty() => "",
        Verb::Recommended | Verb::Referred => head.strip_prefix("to ")?,
        _ => return None,
    };
    (whom.split_whitespace().count() <= 8).then(|| (whom.to_owned(), how, text.trim()))
}

/// "the Cabinet to act": the body it is put to, and what is put.
fn whom(verb: Verb, rest: &str) -> (String, &str) {
    let named = rest.strip_prefix("to the ").or_else(|| rest.strip_prefix("the "));
    let (Verb::Recommended | Verb::Referred, Some(after)) = (verb, named) else {
        return (String::new(), rest);
    };
    match after.split_once(" to ").or_else(|| after.split_once(" that ")) {
        Some((whom, what)) if whom.split_whitespace().count() <= 6 => (format!("the {whom}"), what),
        _ => (String::new(), rest),
    }
}

/// Cuts off what follows `label`.
fn cut(text: &mut String, label: &str) -> String {
    let Some(at) = text.find(label) else { return String::new() };
    let after = text[at + label.len()..].trim().to_owned();
    text.truncate(at);
    after
}

/// What stands before the brackets that end `text`, and in them; brackets may
/// open it too: "(nem con) that the report be noted".
fn bracketed(text: &str) -> Option<(&str, &str)> {
    if let Some((inside, after)) = text.strip_prefix('(').and_then(|rest| rest.split_once(") ")) {
        return Some((after.strip_prefix("that ").unwrap_or(after), inside));
    }
    let bare = text.trim_end_matches('.').strip_suffix(')')?;
    let (before, inside) = bare.rsplit_once(" (")?;
    Some((before, inside))
}

/// To when an item was put off, and why: "DEFERRED to 8 September 2026, the
/// survey being incomplete."
pub(super) fn deferral(text: &str) -> Option<(String, String)> {
    let rest = text.strip_prefix("DEFERRED to ")?.trim_end_matches('.');
    let day = when::days(rest).into_iter().next().filter(|day| day.at.start == 0)?;
    let why = rest[day.at.end..].trim_start_matches([',', ':', ' ']);
    Some((rest[day.at].to_owned(), why.to_owned()))
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
    if let Some(numbered) = numbered(trimmed) {
        return Some(numbered);
    }
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
    let (who, mut text) = owner(rest);
    let due = rest.find(" by ").and_then(|at| due::of(&rest[at..]));
    // The day stands beside the action, and is no part of what is to be done.
    if let Some(due) = &due
        && let Some(bare) = text.trim_end_matches('.').strip_suffix(&format!(" by {}", due.said))
    {
        text = String::from(bare.trim_end_matches(','));
    }
    (!text.is_empty()).then_some(Assigned { reference: None, who, with: vec![], text, due })
}

/// An action printed with its number: "ACTION A/26/14 Obtain a response. — K.
/// Oduya (with A. Bell), by 30 June 2026".
fn numbered(text: &str) -> Option<Assigned> {
    let rest = text.strip_prefix("ACTION ").or_else(|| text.strip_prefix("Action "))?;
    let (number, rest) = rest.split_once(' ')?;
    let reference = reference(number)?;
    let (what, tail) = rest.rsplit_once(" \u{2014} ")?;
    let (who, due) = match tail.rsplit_once(", ") {
        Some((who, "no date given")) => (who, None),
        Some((who, due)) => match due.strip_prefix("by ") {
            Some(said) => (who, due::of(due).or_else(|| due::of(said))),
            None => (who, Some(due::Due { said: due.to_owned(), on: None })),
        },
        None => (tail, None),
    };
    let (who, with) = match who.split_once(" (with ") {
        Some((who, with)) => (who, with.trim_end_matches(')').replace(" and ", ", ")),
        None => (who, String::new()),
    };
    let with = with.split(", ").filter(|name| !name.is_empty()).map(str::to_owned).collect();
    let who = if who == "owner to be named" { String::new() } else { who.to_owned() };
    let text = what.trim_end_matches('.').to_owned();
    Some(Assigned { reference: Some(reference), who, with, text, due })
}

/// "A/26/14": the fourteenth of 2026.
pub(super) fn reference(text: &str) -> Option<(i32, u32)> {
    let (year, number) = text.strip_prefix("A/")?.split_once('/')?;
    let short = (year.len() == 2).then(|| year.parse::<i32>().ok()).flatten()?;
    Some((2000 + short, number.parse().ok()?))
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
            Some(("Ann Bell".into(), "write to the Trust".into(), Some("30 June 2026".into())))
        );
        assert_eq!(
            read("Action \u{2013} circulate the plan (Ann Bell)"),
            Some(("Ann Bell".into(), "circulate the plan".into(), None))
        );
        assert_eq!(read("Actions speak louder"), None);
        let numbered = action(
            "ACTION A/26/14 Obtain a reply. \u{2014} K. Oduya (with A. Bell), by 30 June 2026",
        )
        .unwrap();
        assert_eq!(
            (numbered.reference, numbered.with),
            (Some((2026, 14)), vec!["A. Bell".to_owned()])
        );
        assert_eq!((numbered.who.as_str(), numbered.text.as_str()), ("K. Oduya", "Obtain a reply"));
    }

    #[test]
    fn a_resolution_says_how_it_was_carried_and_why() {
        let read = decision(
            "RECOMMENDED to Cabinet (by 5 votes to 1): that the plan be adopted. Councillor Hart \
             asked that their vote against be recorded. Reasons: It is needed.",
        )
        .unwrap();
        assert_eq!(
            (read.to_whom.as_str(), read.text.as_str()),
            ("Cabinet", "the plan be adopted.")
        );
        assert_eq!((read.reasons.as_str(), read.how.asked.len()), ("It is needed.", 1));
        assert_eq!(read.how.count.unwrap().in_favour, 5);
        let read = decision("RESOLVED: (nem con) that the report be noted").unwrap();
        assert_eq!((read.text.as_str(), read.how.count.is_some()), ("the report be noted", true));
        let read = decision("RESOLVED that the lease be granted (subject to contract).").unwrap();
        assert_eq!(read.text, "the lease be granted (subject to contract).");
        assert_eq!(
            deferral("DEFERRED to 8 September 2026, the survey being late."),
            Some(("8 September 2026".into(), "the survey being late".into()))
        );
    }
}
