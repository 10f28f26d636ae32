//! Decisions that a sentence tells, as resolutions are printed: the verb first and in
//! capitals, and in brackets after it how it was carried.

use super::how;
use super::said::{self, LEADS};

/// How many words may stand before such a verb.
const LEAD: usize = 5;

/// How far into a paragraph the verb stands that it decides by, in bytes.
pub(super) const OPENING: usize = 60;

/// In how many bytes, at most, it is told how something was carried.
const TOLD: usize = 240;

/// What a meeting does to something, in a sentence, and what that is to agree to: in capitals,
/// as "The Council adopted the plan in 2019" is talk.
const DOES: [(&str, &str); 7] = [
    ("approved", "approve"),
    ("endorsed", "endorse"),
    ("adopted", "adopt"),
    ("ratified", "ratify"),
    ("authorised", "authorise"),
    ("accepted", "accept"),
    ("confirmed", "confirm"),
];

/// The verbs that a meeting decides by, in small letters.
pub(super) fn verbs() -> impl Iterator<Item = &'static str> {
    ["resolved", "agreed"].into_iter().chain(DOES.iter().map(|(verb, ..)| *verb))
}

/// A sentence that decides in small letters, as one that does in capitals: "It was
/// unanimously resolved that", "The Board agreed, nem. con., to", "Agreed to sign it."
pub(super) fn resolved(text: &str) -> Option<String> {
    let (lead, verb, rest) = cut(text, &["resolved", "agreed"])?;
    let (lead, how) = carried(lead);
    let fits = lead == "it was" || said::is_meeting(&lead) || (lead.is_empty() && how.is_empty());
    let told = format!("{}{how}{rest}", verb.to_uppercase());
    let goes_on = [" that ", " to "].iter().any(|word| rest.starts_with(word))
        && !rest.starts_with(" to disagree");
    let leads = || between(&told).is_some();
    (fits && verb.len() < text.len() && (goes_on || leads())).then_some(told)
}

/// A sentence in which the meeting does something to a paper, as one in which it agrees to:
/// "The Board APPROVED the budget" is "AGREED to approve the budget".
pub(super) fn approved(text: &str) -> Option<String> {
    let (does, (lead, verb, rest)) =
        DOES.iter().find_map(|does| Some((does, cut(text, &[does.0])?)))?;
    let (_, to) = *does;
    let (lead, how) = carried(lead);
    let fits = said::is_meeting(&lead) || lead.is_empty();
    // "ENDORSED the report and AGREED to pay" is more than one thing.
    if !fits || verb != verb.to_uppercase() || is_printed(rest) {
        return None;
    }
    let rest = rest.trim_start_matches([':', ' ', '-', '\u{2013}']);
    if rest.starts_with("that ") {
        return Some(format!("AGREED{how} {rest}"));
    }
    let whole = ["the ", "a ", "an ", "its ", "this ", "these ", "all "];
    whole.iter().any(|word| rest.starts_with(word)).then(|| format!("AGREED{how} to {to} {rest}"))
}

/// What stands before the first of `verbs` in `text`, the verb as printed, and what follows.
fn cut<'a>(text: &'a str, verbs: &[&str]) -> Option<(&'a str, &'a str, &'a str)> {
    let starts = std::iter::once(0).chain(text.match_indices(' ').map(|(at, _)| at + 1));
    starts.take(LEAD).find_map(|at| {
        let (lead, from) = text.split_at(at);
        let word = from.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        let known = verbs.iter().any(|verb| word.eq_ignore_ascii_case(verb));
        known.then(|| (lead.trim(), word, &from[word.len()..]))
    })
}

/// The words before a verb without what they tell of how it was carried, and that in
/// brackets: "the board", " (unanimously)".
fn carried(lead: &str) -> (String, &'static str) {
    let lower = lead.to_lowercase();
    match lower.strip_suffix("unanimously").map(str::trim_end) {
        Some(lead) => (lead.to_owned(), " (unanimously)"),
        None => (lower, ""),
    }
}

/// Whether a sentence has a verb in capitals that a meeting decides by.
pub(super) fn is_printed(sentence: &str) -> bool {
    verbs().any(|verb| sentence.contains(&verb.to_uppercase()))
}

/// "It was unanimously RESOLVED that" as "It was RESOLVED (unanimously) that".
pub(super) fn unanimously(text: &str) -> Option<String> {
    const HOW: &str = "unanimously ";
    let at = text.find(HOW).filter(|at| *at <= OPENING)?;
    let (before, after) = (&text[..at], &text[at + HOW.len()..]);
    let verb = LEADS.iter().find(|verb| after.starts_with(**verb))?;
    let rest = &after[verb.len()..];
    Some(format!("{before}{verb} (unanimously){rest}"))
}

/// How a resolution was carried, in brackets after the verb, where it is told between that
/// and what was resolved: "RESOLVED - unanimously - that", "RESOLVED: (by 3 votes to 2)",
/// "AGREED with one abstention to", "RESOLVED (4:2:1) that".
pub(super) fn between(text: &str) -> Option<String> {
    let verb = |verb: &&'static str| {
        let at = text.find(verb).filter(|at| *at <= OPENING)?;
        let alone = !text[at + verb.len()..].starts_with(char::is_alphanumeric);
        alone.then_some((at, *verb))
    };
    let (at, verb) = LEADS.iter().filter_map(verb).min()?;
    let (before, rest) = (&text[..at], &text[at + verb.len()..]);
    let mut ends: Vec<(usize, &str)> = [" that ", " That ", " to ", ":"]
        .into_iter()
        .flat_map(|end| rest.match_indices(end).map(|(at, end)| (at, end.trim_start())))
        .filter(|(at, _)| *at <= TOLD)
        .collect();
    ends.sort_unstable();
    ends.push((rest.len(), ""));
    ends.into_iter().find_map(|(at, end)| {
        let told = rest.get(..at)?;
        let even = told.matches('(').count() == told.matches(')').count();
        // "RESOLVED unanimously to:"
        let led = [" to", " that", " That"].iter().find_map(|to| {
            let told = told.strip_suffix(to).filter(|_| end == ":")?;
            Some((told, *to))
        });
        let (told, to) = led.unwrap_or((told, ""));
        let bare = told.trim_matches(|c: char| " -\u{2013}\u{2014},:.()".contains(c));
        let figures = how::figures(bare);
        let how = how::of(bare).or_else(|| figures.clone());
        how.filter(|how| how.count.is_some() && even && told.len() <= TOLD)?;
        let bare = figures.map_or_else(|| bare.to_owned(), |how| how.in_words());
        let rest = rest[at..].trim_start();
        let colon = if end.is_empty() { ":" } else { "" };
        let space = if end.is_empty() || end == ":" { "" } else { " " };
        Some(format!("{before}{verb} ({bare}){to}{colon}{space}{rest}"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_that_decides_is_told_as_a_resolution_is() {
        for (text, want) in [
            ("Agreed to sign it.", Some("AGREED to sign it.")),
            (
                "It was unanimously agreed that it be so.",
                Some("AGREED (unanimously) that it be so."),
            ),
            ("The Board agreed to meet.", Some("AGREED to meet.")),
            ("It was resolved, nem. con., to sign it.", Some("RESOLVED, nem. con., to sign it.")),
            (
                "Agreed with one abstention that it be so.",
                Some("AGREED with one abstention that it be so."),
            ),
            ("Agreed by all.", None),
            ("The Board agreed to disagree.", None),
            ("Members of the public agreed to leave.", None),
        ] {
            assert_eq!(resolved(text).as_deref(), want, "{text}");
        }
    }

    #[test]
    fn what_a_meeting_approves_it_agrees_to_approve() {
        for (text, want) in [
            ("The Board APPROVED the budget.", Some("AGREED to approve the budget.")),
            (
                "The Cabinet unanimously ENDORSED the plan.",
                Some("AGREED (unanimously) to endorse the plan."),
            ),
            ("APPROVED: that the sale go ahead.", Some("AGREED that the sale go ahead.")),
            ("The Council adopted the plan in 2019.", None),
            ("The architect approved the drawings.", None),
            ("Approved contractors were listed.", None),
        ] {
            assert_eq!(approved(text).as_deref(), want, "{text}");
        }
    }

    #[test]
    fn how_it_was_carried_stands_in_brackets_after_the_verb() {
        for (text, want) in [
            (
                "RESOLVED (4:2:1) that it be so.",
                Some("RESOLVED (4 for, 2 against, 1 abstained) that it be so."),
            ),
            ("AGREED (4:2) that:", Some("AGREED (4 for, 2 against, 0 abstained) that:")),
            ("AGREED (10:30) that:", None),
            ("RESOLVED by 5 votes to 2:", Some("RESOLVED (by 5 votes to 2):")),
            ("RESOLVED: (by 3 votes to 2)", Some("RESOLVED (by 3 votes to 2):")),
            ("RESOLVED unanimously to:", Some("RESOLVED (unanimously) to:")),
            (
                "RESOLVED - unanimously - that it be so.",
                Some("RESOLVED (unanimously) that it be so."),
            ),
            ("AGREED with one abstention to sign.", Some("AGREED (with one abstention) to sign.")),
            ("RESOLVED by 4 votes to 1 to accept.", Some("RESOLVED (by 4 votes to 1) to accept.")),
            ("RESOLVED to pay by 3 votes to 2.", None),
            ("RECOMMENDED to Cabinet (by 5 votes to 1): that it be so.", None),
        ] {
            assert_eq!(between(text).as_deref(), want, "{text}");
        }
    }
}
