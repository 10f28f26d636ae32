//! What a line of minutes does: it decides something, or tells somebody to.

use super::super::super::words::fold::fold;
use super::attached::{self, Attached};
use super::how::{self, How};
use super::reported;
use super::usual::{self, usual};
use super::voted;
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
    /// What is told beside it.
    pub(super) attached: Attached,
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
    let text = usual(text);
    let text = text.as_str();
    let (at, word, verb) = VERBS
        .iter()
        .filter_map(|(word, verb)| Some((find(text, word)?, *word, *verb)))
        .min_by_key(|(at, _, _)| *at)?;
    let before = text[..at].split_whitespace().count();
    let lead = fold(&text[..at]);
    let moved = movers(&text[..at]);
    let opens = before == 0
        || moved.is_some()
        || (before <= 9
            && (lead.starts_with("the ")
                || lead.starts_with("it was")
                || lead.ends_with(" it was")
                || lead.starts_with("members")
                || lead.starts_with("that")));
    // What a report asks for is no decision: "The Committee is RECOMMENDED to".
    let asked = [" is", " are"].iter().any(|word| lead.ends_with(word));
    if !opens || asked || lead.ends_with(" not") || (moved.is_none() && reported::is_told(&lead)) {
        return None;
    }
    let alone = matches!(text.trim(), "NOTED." | "NOTED");
    let rest = &text[at + word.len()..];
    let told = before_colon(verb, rest).or_else(|| inline(rest));
    let (to_whom, mut how, rest) = told.unwrap_or_else(|| {
        let rest = rest.trim_start_matches([':', ' ', '\u{2013}', '-', '.']).trim();
        let (whom, rest) = whom(verb, rest);
        (whom, How::default(), rest)
    });
    let rest = usual::without_that(rest.strip_prefix("to: ").unwrap_or(rest));
    let mut text = rest.trim().to_owned();
    let attached = attached::taken_off(&mut text);
    told_after(&mut text, &mut how);
    if let Some(moved) = moved.as_deref().and_then(how::of) {
        how.join(moved);
    }
    text.truncate(text.trim_end().len());
    // "NOTED." says all that there is to say.
    let whole = !text.is_empty() || (verb == Verb::Noted && alone);
    whole.then_some(Decided { verb, to_whom, text, how, attached })
}

/// Takes what is told of the vote after a decision off its words.
fn told_after(text: &mut String, how: &mut How) {
    how.asked = how::on_request(text);
    if let Some((at, found)) = voted::by_name(text) {
        how.join(found);
        text.truncate(at);
    }
    let told = [" Voting: ", " Vote: ", " Votes: ", " Carried: ", " Carried "];
    if let Some((at, label)) = told.iter().find_map(|label| Some((text.find(label)?, label)))
        && let told = text[at + label.len()..].trim_end_matches('.')
        && let Some(found) = how::of(told).or_else(|| how::figures(told))
    {
        how.join(found);
        text.truncate(at);
    }
    let tail = [" Proposed by ", " Moved by ", " Proposed Cllr ", " Proposed Councillor "];
    let tail = tail.iter().find_map(|words| text.find(words));
    if let Some((at, carried)) = tail.and_then(|at| Some((at, carried(&text[at..])?))) {
        how.join(how::of(&carried).unwrap_or_default());
        text.truncate(at);
    }
    while let Some((before, inside)) = bracketed(text)
        && let Some(found) = how::of(inside).filter(|found| how.takes(found))
    {
        how.join(found);
        *text = String::from(before);
    }
    how.settle();
}

/// What a body that meets calls itself in its minutes.
const BODIES: [&str; 11] = [
    "committee",
    "board",
    "council",
    "cabinet",
    "panel",
    "partnership",
    "executive",
    "subcommittee",
    "group",
    "forum",
    "trustees",
];

/// In how many words, at most, it is told how something was carried.
const TOLD: usize = 40;

/// Verbs that lead a resolution set out under them.
pub(in super::super::super) const LEADS: [&str; 6] =
    ["RESOLVED", "AGREED", "RECOMMENDED", "NOTED", "REFERRED", "REFUSED"];

/// The verb of a resolution whose matter follows in paragraphs of its own:
/// "RESOLVED (by 6 votes to 2):", "RESOLVED: That -".
///
/// With it come the words that each part begins with: "RESOLVED: to", "RESOLVED that the
/// Panel:".
pub(super) fn leads(text: &str) -> Option<(String, String)> {
    let whole = text.trim();
    let bare = ["It was ", "it was ", "IT WAS "].iter().find_map(|it| whole.strip_prefix(it));
    let whole = bare.unwrap_or(whole);
    let text = whole.trim_end_matches([':', '-', '\u{2013}', ' ']);
    let (text, each) = match text.rsplit_once(" that ") {
        Some((before, whom)) if text.len() < whole.len() && is_meeting(whom) => {
            (before, format!("{whom} "))
        }
        _ if text.ends_with(" to") => (text, "to ".to_owned()),
        _ => (text, String::new()),
    };
    let text =
        [" That", " that", " to"].iter().find_map(|end| text.strip_suffix(end)).unwrap_or(text);
    let text = text.trim().trim_end_matches([':', ' ', '-', '\u{2013}', '\u{2014}']);
    let goes_on = text.len() < whole.len();
    // "Decision:" heads what was decided.
    let goes_on = goes_on || matches!(text, "Resolved" | "Resolution" | "Decision" | "Decisions");
    let alone = HEADS.iter().find(|(word, _)| goes_on && text.eq_ignore_ascii_case(word));
    if let Some((_, verb)) = alone {
        return Some(((*verb).to_owned(), each));
    }
    let text = match text.rsplit_once(' ') {
        Some((who, verb)) if is_meeting(who) && LEADS.contains(&verb) => verb,
        // "The Council resolved that:"
        Some((who, verb)) if is_meeting(who) && goes_on => {
            LEADS.into_iter().find(|lead| lead.to_lowercase() == verb).unwrap_or(text)
        }
        _ => text,
    };
    let (verb, after) = LEADS.iter().find_map(|verb| Some((*verb, text.strip_prefix(verb)?)))?;
    let (whom, how) = match after.split_once('(') {
        Some((whom, inside)) => (whom, how::of(inside.strip_suffix(')')?).is_some()),
        None => (after, true),
    };
    let whom = whom.trim();
    let put = matches!(verb, "RECOMMENDED" | "REFERRED") && goes_on;
    let named = whom.is_empty()
        || (put
            && (whom.starts_with("to ") || whom.starts_with("TO "))
            && whom.split_whitespace().count() <= 6);
    (named && how).then(|| (text.to_owned(), each))
}

/// Words that stand alone over what was decided, and the verb it is put under.
const HEADS: [(&str, &str); 7] = [
    ("decision", "AGREED"),
    ("decisions", "AGREED"),
    ("decision made", "AGREED"),
    ("agreed", "AGREED"),
    ("resolution", "RESOLVED"),
    ("resolved", "RESOLVED"),
    ("the committee resolved", "RESOLVED"),
];

/// Whether `words` are the body that meets and no more: "the Panel", "Members".
pub(super) fn is_meeting(words: &str) -> bool {
    let folded = fold(words);
    let bare = folded.strip_prefix("the ").unwrap_or(&folded);
    bare == "members" || (bare != folded && BODIES.contains(&bare))
}

/// Who moved and seconded, where a paragraph or the words before a verb say only
/// that: "Proposed by Cllr Bell, seconded by Cllr Hart and it was".
pub(super) fn movers(text: &str) -> Option<String> {
    if text.split_whitespace().count() > TOLD {
        return None;
    }
    let text = text.trim().trim_end_matches(',');
    let text = [" and it was", " and", " it was"].iter().find_map(|end| text.strip_suffix(end))?;
    let text = text.trim().trim_end_matches(',');
    let how = how::of(text).filter(|how| !how.mover.is_empty() && how.count.is_none())?;
    Some(how.in_words())
}

/// How what stands before was carried, where a paragraph says only that:
/// "Proposed by Cllr Bell, seconded by Cllr Hart. All in favour."
pub(super) fn carried(text: &str) -> Option<String> {
    if text.split_whitespace().count() > TOLD {
        return None;
    }
    let text = text.trim().trim_end_matches('.');
    let (movers, after) = text.split_once(". ").unwrap_or((text, ""));
    let whole = if after.is_empty() { movers.to_owned() } else { format!("{movers}, {after}") };
    how::of(&whole).filter(|how| !how.mover.is_empty()).map(|how| how.in_words())
}

/// How it was carried, told before what: "(by 4 votes to 1) that the offer be accepted".
fn inline(rest: &str) -> Option<(String, How, &str)> {
    let (inside, after) = rest.trim_start().strip_prefix('(')?.split_once(')')?;
    let after = after.trim_start();
    let goes_on = ["to ", "that ", "That "].iter().any(|word| after.starts_with(word));
    let how = how::of(inside).filter(|how| how.count.is_some() && goes_on)?;
    Some((String::new(), how, after))
}

/// What stands between the verb and the colon: " to Cabinet (by 5 votes to 1)".
fn before_colon(verb: Verb, rest: &str) -> Option<(String, How, &str)> {
    let (head, text) = rest.split_once(':')?;
    let (head, how) = match head.split_once('(') {
        Some((head, inside)) => (head.trim(), how::of(inside.trim_end().strip_suffix(')')?)?),
        // "RESOLVED unanimously:"
        None => match how::of(head.trim()).filter(|how| how.count.is_some()) {
            Some(how) => ("", how),
            None => (head.trim(), How::default()),
        },
    };
    let whom = match verb {
        _ if head.is_empty() => "",
        Verb::Recommended | Verb::Referred => {
            head.strip_prefix("to ").or_else(|| head.strip_prefix("TO "))?
        }
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
    let ends = [" to ", " that ", " - ", " \u{2013} "].into_iter();
    match ends.filter_map(|end| after.split_once(end)).min_by_key(|(whom, _)| whom.len()) {
        Some((whom, what)) if whom.split_whitespace().count() <= 6 => (format!("the {whom}"), what),
        _ => (String::new(), rest),
    }
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
        assert_eq!(
            read("It was resolved that the hall be let."),
            plain(Verb::Resolved, "the hall be let.")
        );
        assert_eq!(read("The Board agreed to meet."), plain(Verb::Agreed, "to meet."));
        assert_eq!(read("The Board agreed with him."), None);
        let as_one = decision("It was unanimously agreed that the hall be let.").unwrap();
        assert!(as_one.how.count.is_some());
        assert_eq!(read("Resolution: accepted"), plain(Verb::Resolved, "accepted"));
        let want = Some((Verb::Recommended, "the Cabinet".into(), "act.".into()));
        assert_eq!(read("The Committee RECOMMENDED the Cabinet to act."), want);
        assert_eq!(read("The Committee is RECOMMENDED to approve the plan."), None);
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
        assert_eq!((read.attached.reasons.as_str(), read.how.asked.len()), ("It is needed.", 1));
        assert_eq!(read.how.count.unwrap().in_favour, 5);
        let read = decision("RESOLVED (by 4 votes to 0 with 1 abstention) that it be so.").unwrap();
        assert_eq!((read.text.as_str(), read.how.count.unwrap().abstained), ("it be so.", 1));
        let read = decision("RESOLVED unanimously: That the bench be mended.").unwrap();
        assert_eq!((read.text.as_str(), read.how.count.is_some()), ("the bench be mended.", true));
        let read = decision("RESOLVED: (nem con) that the report be noted").unwrap();
        assert_eq!((read.text.as_str(), read.how.count.is_some()), ("the report be noted", true));
        let read = decision("RESOLVED that the lease be granted (subject to contract).").unwrap();
        assert_eq!(read.text, "the lease be granted (subject to contract).");
    }
}
