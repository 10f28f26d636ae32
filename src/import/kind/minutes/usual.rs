//! Resolutions as councils put them in print, in the one order they are read in.

use std::borrow::Cow;

use super::how;
use super::said::LEADS;
use crate::import::kind::place::proper;
use crate::import::words::when;

/// The verb first, then to whom, then what, and in brackets at the end how it was
/// carried: "RESOLVED, on the Chairman's casting vote, that it be kept" is told as
/// "RESOLVED that it be kept (on the Chairman's casting vote)".
pub(super) fn usual(text: &str) -> String {
    let mut text = Cow::Borrowed(text);
    for told in [
        unnumbered,
        and_resolved,
        in_capitals,
        to_another,
        told_before,
        unanimously,
        as_one,
        proposed,
        after_the_verb,
        by_figures,
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
        let at = text.find(&format!(", it was {verb} ")).filter(|at| *at <= 2 * OPENING)?;
        let (before, rest) = text.split_at(at);
        let bare = before.strip_prefix("On a show of hands, ").unwrap_or(before);
        let bare = bare.replace(" votes for to ", " votes to ");
        let bare = bare.strip_suffix(" against").unwrap_or(&bare);
        how::of(bare).filter(|how| how.count.is_some())?;
        let rest = &rest[", it was ".len() + verb.len()..];
        Some(format!("{verb} ({bare}){rest}"))
    })
}

/// "RESOLVED unanimously that" and "It was unanimously RESOLVED that" as "RESOLVED
/// (unanimously) that".
fn unanimously(text: &str) -> Option<String> {
    const HOW: &str = "unanimously";
    let at = text.find(HOW).filter(|at| *at <= OPENING)?;
    let (before, after) = (text[..at].trim_end(), text[at + HOW.len()..].trim_start());
    let verb = |word: &&str| ["RESOLVED", "AGREED", "RECOMMENDED"].contains(word);
    let goes_on = |rest: &str| ["that", "to"].iter().any(|word| rest.starts_with(word));
    let last = before.rsplit(' ').next().filter(|word| verb(word) && goes_on(after));
    if last.is_some() {
        return Some(format!("{before} ({HOW}) {after}"));
    }
    let (first, rest) = after.split_once(' ').filter(|(word, _)| verb(word))?;
    goes_on(rest.trim_start())
        .then(|| format!("{before} {first} ({HOW}) {}", rest.trim_start()).trim_start().to_owned())
}

/// How far into a paragraph it is said how something was decided, in bytes.
const OPENING: usize = 60;

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

/// A sentence that opens with the verb, as one that has it in capitals: "Agreed to sign
/// the return."
fn in_capitals(text: &str) -> Option<String> {
    let opens = |verb: &str| {
        let rest = text.strip_prefix(verb)?;
        let goes_on = [" that ", " to ", " (unanimously)", " (nem"];
        let goes_on = goes_on.iter().any(|word| rest.starts_with(word));
        goes_on.then(|| format!("{}{rest}", verb.to_uppercase()))
    };
    ["Agreed", "Resolved"].into_iter().find_map(opens)
}

/// How a resolution was carried where that stands between the verb and what was resolved:
/// "RESOLVED - unanimously - that it be so".
fn as_one(text: &str) -> Option<String> {
    ["RESOLVED", "AGREED", "RECOMMENDED"].iter().find_map(|verb| {
        let rest = apart(text.strip_prefix(verb)?);
        let (how, what) = rest.split_at_checked("unanimously".len())?;
        let what = apart(what);
        let fits = how.eq_ignore_ascii_case("unanimously") && what.starts_with("that ");
        fits.then(|| format!("{verb} (unanimously): {what}"))
    })
}

/// What comes after a dash or a comma.
fn apart(text: &str) -> &str {
    text.trim_start_matches([' ', '-', '\u{2013}', '\u{2014}', ','])
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

/// How it was carried, where that alone follows the verb and its colon: "RESOLVED: (by 3
/// votes to 2)" is told as "RESOLVED (by 3 votes to 2):".
fn after_the_verb(text: &str) -> Option<String> {
    let verb = LEADS.iter().find(|verb| text.starts_with(&format!("{verb}: (")))?;
    let inside = text.get(verb.len() + 3..)?.trim_end().trim_end_matches(['.', ':']);
    let inside = inside.strip_suffix(')').filter(|inside| !inside.contains(')'))?;
    how::of(inside).map(|_| format!("{verb} ({inside}):"))
}

/// A vote told in figures alone beside the verb: "RESOLVED (4:2:1) that" is told as
/// "RESOLVED (4-2-1) that", and "(4:2)" as nobody abstaining.
fn by_figures(text: &str) -> Option<String> {
    LEADS.iter().find_map(|verb| {
        let (inside, rest) = text.strip_prefix(verb)?.strip_prefix(" (")?.split_once(')')?;
        // "(10:30)" is when.
        if !when::times(inside).is_empty() {
            return None;
        }
        let votes: Vec<u32> = inside.split(':').map(|n| n.parse().ok()).collect::<Option<_>>()?;
        let [yes, no, neither] = match votes.as_slice() {
            [yes, no] => [*yes, *no, 0],
            [yes, no, neither] => [*yes, *no, *neither],
            _ => return None,
        };
        Some(format!("{verb} ({yes}-{no}-{neither}){rest}"))
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
            ("RESOLVED (4:2:1) that it be so.", "RESOLVED (4-2-1) that it be so."),
            (
                "RESOLVED to pay. Prop: AB Sec: CH. All in favour.",
                "RESOLVED to pay. Proposed by AB, seconded by CH. All in favour.",
            ),
            ("Agreed to sign it.", "AGREED to sign it."),
            ("Agreed by all.", "Agreed by all."),
            ("AGREED (4:2) that:", "AGREED (4-2-0) that:"),
            ("AGREED (10:30) that:", "AGREED (10:30) that:"),
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
