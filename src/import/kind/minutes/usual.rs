//! Resolutions as councils put them in print, in the one order they are read in.

use std::borrow::Cow;

use super::how;
use super::said::LEADS;
use super::spoken;
use crate::import::kind::place::proper;

/// The verb first, then to whom, then what, and in brackets at the end how it was
/// carried: "RESOLVED, on the Chairman's casting vote, that it be kept" is told as
/// "RESOLVED that it be kept (on the Chairman's casting vote)".
pub(super) fn usual(text: &str) -> String {
    let mut text = Cow::Borrowed(text);
    for told in [
        unnumbered,
        and_resolved,
        spoken::resolved,
        spoken::approved,
        to_another,
        told_before,
        proposed,
        spoken::unanimously,
        spoken::between,
        recommended,
    ] {
        text = told(&text).map_or(text, Cow::Owned);
    }
    let (verb, rest) = match ["RESOLVED, ", "AGREED, ", "RECOMMENDED, "]
        .iter()
        .find_map(|verb| Some((verb.trim_end_matches(", "), text.split_once(verb)?)))
    {
        Some((verb, (before, rest))) => (format!("{before}{verb}"), rest),
        None => return text.into_owned(),
    };
    let Some((how, what)) = rest.split_once(", that ").or_else(|| rest.split_once(", to ")) else {
        return text.into_owned();
    };
    let that = if rest[how.len()..].starts_with(", to ") { "to" } else { "that" };
    // What a lead says of how, and what stands in brackets at the end, are told together.
    let bare = what.trim_end_matches('.');
    let (what, also) = match bare.strip_suffix(')').and_then(|bare| bare.rsplit_once(" (")) {
        Some((what, inside)) => {
            let inside = ["Voting:", "Vote:", "Votes:"]
                .iter()
                .find_map(|label| inside.strip_prefix(label))
                .unwrap_or(inside);
            (what, format!(", {}", inside.trim()))
        }
        None => (bare, String::new()),
    };
    format!("{verb} {that} {what} ({how}{also})")
}

/// What a meeting recommends to a body above it, under a label: "RECOMMENDATION TO COUNCIL:".
/// With no body named it is a report's, and not the meeting's.
fn to_another(text: &str) -> Option<String> {
    const ABOVE: [&str; 5] = ["council", "full council", "cabinet", "executive", "the executive"];
    let (label, rest) = text.split_once(':')?;
    let lower = label.trim().to_lowercase();
    let whom = ["recommendation to ", "recommendations to "]
        .iter()
        .find_map(|words| lower.strip_prefix(words))?;
    let whom = ABOVE.iter().find(|known| **known == whom)?;
    Some(format!("RECOMMENDED to {}:{rest}", proper(whom)))
}

/// How something was carried, told before what: "By 2 votes to 1, it was RESOLVED that".
fn told_before(text: &str) -> Option<String> {
    LEADS.iter().find_map(|verb| {
        let at = text.find(&format!(", it was {verb} ")).filter(|at| *at <= 2 * spoken::OPENING)?;
        let (before, rest) = text.split_at(at);
        let bare = before.strip_prefix("On a show of hands, ").unwrap_or(before);
        let bare = bare.replace(" votes for to ", " votes to ");
        let bare = bare.strip_suffix(" against").unwrap_or(&bare);
        how::of(bare).filter(|how| how.count.is_some())?;
        let rest = &rest[", it was ".len() + verb.len()..];
        Some(format!("{verb} ({bare}){rest}"))
    })
}

/// A resolution without its own number before it: "24/035.2 RESOLVED to pay".
fn unnumbered(text: &str) -> Option<String> {
    let (number, rest) = text.split_once(' ')?;
    let figures = number.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | '/' | ')'));
    let numbered = number.starts_with(|c: char| c.is_ascii_digit()) && number.contains(['.', '/']);
    let decides = LEADS.iter().any(|verb| rest.starts_with(verb));
    (figures && numbered && decides).then(|| rest.to_owned())
}

/// "It was proposed by A, seconded by B and resolved that it be so": the verb in capitals,
/// as what stands before it says who moved it.
fn and_resolved(text: &str) -> Option<String> {
    let moved = ["It was proposed by ", "It was moved by ", "Proposed by ", "Moved by "];
    moved.iter().find(|words| text.starts_with(**words))?;
    ["resolved", "agreed"].iter().find_map(|verb| {
        let (before, after) = text.split_once(&format!(" and {verb} "))?;
        let goes_on = after.starts_with("that ") || after.starts_with("to ");
        goes_on.then(|| format!("{before} and {} {after}", verb.to_uppercase()))
    })
}

/// Who moved it, as parish councils abridge it: "Prop: AB Sec: CH" is told as "Proposed
/// by AB, seconded by CH".
fn proposed(text: &str) -> Option<String> {
    let labels = [(" Prop: ", "Sec: "), (" Prop. ", "Sec. "), (" Proposer: ", "Seconder: ")];
    labels.iter().find_map(|(prop, sec)| {
        let (before, rest) = text.split_once(prop)?;
        let (mover, rest) = rest.split_once(sec)?;
        let mover = mover.trim().trim_end_matches([',', ';', '/', '.', ' ']);
        Some(format!("{before} Proposed by {mover}, seconded by {rest}"))
    })
}

/// What is resolved to be recommended is a recommendation: "RESOLVED TO RECOMMEND TO
/// COUNCIL that".
fn recommended(text: &str) -> Option<String> {
    const TO: [&str; 4] = [
        "RESOLVED TO RECOMMEND TO ",
        "RESOLVED TO RECOMMEND ",
        "RESOLVED to recommend to ",
        "RESOLVED to RECOMMEND to ",
    ];
    // "RECOMMENDED: to Council that": whoever it goes to has a capital, and nothing done has.
    let whom = |rest: &&str| {
        let whom = rest.split(" that ").next().unwrap_or_default();
        whom.trim_start_matches("the ").starts_with(char::is_uppercase)
            && whom.len() < rest.len()
            && whom.split(' ').count() <= 5
    };
    let goes_to = || Some(("", text.strip_prefix("RECOMMENDED: to ").filter(whom)?));
    let (before, rest) = TO.iter().find_map(|to| text.split_once(to)).or_else(goes_to)?;
    let ends = [" that ", " THAT ", " That ", ":", " \u{2013} ", " - "];
    let (at, end) = ends.iter().filter_map(|end| Some((rest.find(end)?, *end))).min()?;
    let (whom, what) = (rest[..at].trim(), rest[at + end.len()..].trim());
    let whom = if whom.len() > 3 { proper(whom) } else { whom.to_owned() };
    let that = if end.trim().eq_ignore_ascii_case("that") { "that " } else { "" };
    Some(format!("{before}RECOMMENDED to {whom}: {that}{what}").trim_end().to_owned())
}

/// What was decided without the "that" in front of it, which is printed there again: of a
/// clause that says what is to be, or not. Before any other it is kept, as "the Clerk write"
/// would be no clause without it.
pub(super) fn without_that(text: &str) -> &str {
    let bare = ["that ", "That "].iter().find_map(|that| text.strip_prefix(that));
    let is_said = |bare: &&str| bare.split(' ').any(|word| matches!(word, "be" | "not"));
    bare.filter(is_said).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_resolution_is_told_in_one_order() {
        let told = [
            (
                "RESOLVED, on the Chairman's casting vote, that the crossing be kept. (Voting: For 3, Against 3)",
                "RESOLVED that the crossing be kept. (on the Chairman's casting vote, For 3, Against 3)",
            ),
            ("RESOLVED TO RECOMMEND TO COUNCIL:", "RECOMMENDED to Council:"),
            (
                "RESOLVED to pay. Prop: AB Sec: CH. All in favour.",
                "RESOLVED to pay. Proposed by AB, seconded by CH. All in favour.",
            ),
            ("RECOMMENDED: to Council that it be so.", "RECOMMENDED to Council: that it be so."),
            ("RECOMMENDED: to note that it is so.", "RECOMMENDED: to note that it is so."),
            (
                "RESOLVED TO RECOMMEND TO THE CABINET that the plan be adopted.",
                "RECOMMENDED to the Cabinet: that the plan be adopted.",
            ),
            (
                "RESOLVED that it be so, and that it end.",
                "RESOLVED that it be so, and that it end.",
            ),
            (
                "Members resolved, they said, that it be so.",
                "Members resolved, they said, that it be so.",
            ),
        ];
        for (text, want) in told {
            assert_eq!(usual(text), want);
        }
    }
}
