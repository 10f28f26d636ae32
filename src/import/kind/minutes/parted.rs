//! Paragraphs that tell of several things, cut into lines that each tell of one.

use super::super::super::paper::{Block, Role};
use super::{event, owed, said, spoken};
use crate::import::words::fold::fold;

/// The lines of a block that each say something of their own: what was decided,
/// who moved it, who is to do what.
pub(super) fn parted(block: &Block) -> Vec<Block> {
    let mut parts: Vec<Block> = Vec::new();
    for line in under_label(&by_sentence(&block.text)).split('\n') {
        let own = said::carried(line).is_some()
            || owed::action(line).is_some()
            || owed::owner_alone(line).is_some()
            || said::leads(line).is_some()
            || event::events(line).is_some()
            || (said::decision(line).is_some() && line.starts_with(char::is_uppercase));
        let first = parts.is_empty();
        let alone = |last: &Block| {
            said::carried(&last.text).is_some() || event::events(&last.text).is_some()
        };
        match parts.last_mut().filter(|last| !own && !alone(last)) {
            Some(last) => {
                last.text.push('\n');
                last.text.push_str(line);
            }
            None if first => parts.push(Block { text: line.to_owned(), ..block.clone() }),
            // What goes on after such a line is a paragraph of its own.
            None => {
                let (role, marker, text) = (Role::Line, String::new(), line.to_owned());
                parts.push(Block { role, marker, text, ..block.clone() });
            }
        }
    }
    parts
}

/// `text` with what was agreed on a line of its own, where the same sentence says first what
/// was noted: "Members NOTED the report and AGREED the sale", "The Board noted the report and
/// approved the sale".
fn two_verbs(text: &str) -> String {
    let lower = text.to_ascii_lowercase();
    let talk = |at: &usize| lower[*at..].starts_with("noted that ");
    let Some(noted) = lower.find("noted ").filter(|at| !talk(at)) else { return text.to_owned() };
    let who = text[..noted].trim();
    let printed = text[noted..].starts_with("NOTED");
    let next = spoken::verbs().filter_map(|verb| {
        let at = noted + lower[noted..].find(&format!(" and {verb} "))?;
        let from = at + " and ".len();
        let capitals = text[from..].starts_with(&verb.to_uppercase());
        let fits = if printed { capitals } else { said::is_meeting(who) };
        fits.then(|| (at, from, verb.to_uppercase()))
    });
    match next.min() {
        Some((at, from, verb)) if !text[noted..at].contains(". ") && !tells(&lower[noted..at]) => {
            let who = if printed { String::new() } else { format!("{who} ") };
            format!("{}.\n{who}{verb}{}", &text[..at], &text[from + verb.len()..])
        }
        _ => text.to_owned(),
    }
}

/// Whether a clause tells of what somebody else did: "which had met in May".
fn tells(clause: &str) -> bool {
    ["that", "which", "who", "whose", "where", "had"]
        .iter()
        .any(|word| clause.split(|c: char| !c.is_alphanumeric()).any(|said| said == *word))
}

/// `text` with what is decided on a line of its own, where a label stands before it that
/// says what it is about: "Payments: RESOLVED to pay".
fn under_label(text: &str) -> String {
    let Some((label, rest)) = text.split_once(": ") else { return text.to_owned() };
    let decides = DECIDES.iter().any(|word| rest.starts_with(word));
    let known = ["decision", "decisions", "resolution", "recommendation", "action", "vote"];
    let about = (1..=5).contains(&label.split_whitespace().count())
        && label.starts_with(char::is_uppercase)
        && label.chars().any(char::is_lowercase)
        && !known.contains(&fold(label).as_str())
        && !MOVES.iter().any(|word| label.starts_with(word.trim_end()));
    if decides && about { format!("{label}:\n{rest}") } else { text.to_owned() }
}

/// Where the words begin that say who moved something, in a paragraph that says more.
pub(super) fn moved_from(text: &str) -> usize {
    MOVES.iter().filter_map(|words| text.rfind(words)).max().unwrap_or(0)
}

/// How a sentence begins that says who moved something.
const MOVES: [&str; 6] = [
    "It was moved ",
    "It was proposed ",
    "Moved by ",
    "Proposed by ",
    "On a motion ",
    "On the motion ",
];

/// How a sentence begins that decides something, in a paragraph that says more first.
const DECIDES: [&str; 17] = [
    "Agreed that ",
    "Agreed to ",
    "Resolved that ",
    "Resolved to ",
    "RESOLVED",
    "AGREED",
    "RECOMMENDED",
    "It was RESOLVED",
    "It was AGREED",
    "It was resolved that ",
    "It was agreed that ",
    "It was agreed to ",
    "It was unanimously ",
    "The Committee RESOLVED",
    "The Panel RESOLVED",
    "The Board RESOLVED",
    "The Council RESOLVED",
];

/// Where the first sentence of `text` ends, if another follows: the stop after an initial
/// ends none.
fn ends(text: &str) -> Option<usize> {
    let initial = |at: &usize| {
        let word = text[..*at].rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        word.len() == 1 && word.starts_with(|c: char| c.is_ascii_uppercase())
    };
    text.match_indices(". ").map(|(at, _)| at).find(|at| !initial(at))
}

/// The first sentence of `text`.
fn sentence(text: &str) -> &str {
    ends(text).map_or(text, |at| &text[..=at]).trim()
}

/// The sentences of `text`, in order.
pub(super) fn sentences(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = text.trim();
    while let Some(at) = ends(rest) {
        let (one, after) = rest.split_at(at + 1);
        found.push(one);
        rest = after.trim_start();
    }
    found.push(rest);
    found
}

/// `text` with each sentence on a line of its own that decides something, or tells
/// somebody to do something: "Resolved to pay. Action: Clerk to pay by Friday."
fn by_sentence(text: &str) -> String {
    let text = text
        .split('\n')
        .map(|line| sentences(line).into_iter().map(two_verbs).collect::<Vec<_>>().join(" "));
    let text = &*text.collect::<Vec<_>>().join("\n");
    let mut told = String::with_capacity(text.len());
    let mut rest = text;
    let happens = |text: &str| event::events(sentence(text)).is_some();
    while let Some(at) = ends(rest) {
        let (before, after) = rest.split_at(at + ". ".len());
        let after = after.trim_start_matches(' ');
        let own = ["Action: ", "ACTION: "].iter().any(|word| after.starts_with(word))
            || DECIDES.iter().any(|word| after.starts_with(word))
            // Who came or went is no part of what was decided before it or after.
            || happens(after)
            || happens(before)
            || after.starts_with("The ")
                && spoken::is_printed(sentence(after))
                && said::decision(sentence(after)).is_some()
            || MOVES.iter().any(|word| after.starts_with(word)) && said::decision(after).is_some();
        told.push_str(before.trim_end());
        told.push(if own { '\n' } else { ' ' });
        rest = after;
    }
    told + rest
}
