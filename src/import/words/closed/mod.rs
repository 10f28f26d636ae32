//! What a line of a paper says of the public: that business is withheld from
//! them, or open to them again.
//!
//! A marking that is missed would be published, so where a line may mean either
//! the reading here is that business is withheld: that can be undone by a key,
//! and publication cannot.

mod phrase;

use phrase::{
    ALONE, COLUMNS, DOUBTS, EITHER, EXCLUDED, FIRST_PARTS, LEFT, OPEN_PARTS, OPENLY, PARTS, REST,
    RETURN, SUBJECTS, WITHHELD,
};

use super::fold::fold;
use super::token::{Token, tokens};
use crate::model::Paragraphs;

/// What a line says of the public.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// The business it stands with is withheld, or that which it names.
    Withheld(Paragraphs, Reach),
    /// The public are sent out.
    Excluded(Paragraphs, Reach),
    /// The public may come back, or a part that is open begins.
    Open,
    /// Exempt business is spoken of, and of which is not plain.
    Unsure,
}

/// Which business a marking means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reach {
    /// The items of these numbers.
    Items(Vec<String>),
    /// The item that comes next.
    Next,
    /// All that come next.
    Rest,
    /// It does not say.
    Unsaid,
}

/// The words that a paragraph of the Schedule is named by.
const PARAGRAPH: &[&str] = &["para", "paras", "paragraph", "paragraphs"];

/// What `text`, a paragraph or an item's own lines, says of the public; nothing
/// if it does not speak of them.
#[must_use]
pub fn said(text: &str) -> Option<Said> {
    let folded = fold(text);
    let has = |phrases: &[&str]| phrases.iter().any(|phrase| holds(&folded, phrase));
    let (under, reach) = (paragraphs(text), reach(text, &folded));
    let doubtful = has(DOUBTS) && matches!(reach, Reach::Unsaid | Reach::Rest);
    if has(EXCLUDED) || sends_out(&folded) {
        return Some(if doubtful { Said::Unsure } else { Said::Excluded(under, reach) });
    }
    if has(RETURN) || opens(&folded) {
        return Some(Said::Open);
    }
    let bare = text.trim_start_matches(|c: char| c.is_ascii_digit() || "/. ".contains(c));
    if marked(text) || begins(&fold(bare)) || leads(bare) || states(&folded) {
        return Some(Said::Withheld(under, reach));
    }
    if has(WITHHELD) && !doubtful {
        return Some(Said::Withheld(under, reach));
    }
    let unsure = has(WITHHELD) || has(LEFT) || bracketed(text).is_some();
    unsure.then_some(Said::Unsure)
}

/// Whether `text` may say that any business is withheld.
#[must_use]
pub fn may_withhold(text: &str) -> bool {
    !matches!(said(text), None | Some(Said::Open))
}

/// Whether `text` goes on after the sentence that sends the public out: what it says then
/// they did not hear.
#[must_use]
pub fn goes_on(text: &str) -> bool {
    let mut sentences = text.split('\n').flat_map(|line| line.split(". "));
    let out = sentences.find(|sentence| matches!(said(sentence), Some(Said::Excluded(..))));
    out.is_some() && sentences.any(|sentence| !sentence.trim().is_empty())
}

/// How many words may stand between the public and what is said of them.
const NEAR: usize = 8;

/// Whether the public or the press are said to be excluded, or to leave the room, in
/// whatever words stand between: "that the public and representatives of the press be
/// excluded".
fn sends_out(folded: &str) -> bool {
    let words: Vec<&str> = folded.split(' ').collect();
    let outsider = |word: &&str| matches!(*word, "public" | "press");
    let after = |at: usize| words.get(at + 1..).unwrap_or_default();
    (0..words.len()).any(|at| {
        let mut near = after(at).iter().take(NEAR);
        match words[at] {
            "public" | "press" => {
                near.clone().any(|word| *word == "excluded")
                    || (after(at).iter().take(NEAR).any(|w| matches!(*w, "leave" | "withdraw"))
                        && near.any(|w| matches!(*w, "meeting" | "room" | "chamber")))
            }
            "exclude" | "excluded" | "excluding" | "exclusion" => near.any(outsider),
            _ => false,
        }
    })
}

/// The paragraphs that stand in brackets with nothing else beside them, "(Paragraphs
/// 1 and 3)": they may be of Schedule 12A.
#[must_use]
pub fn bracketed(text: &str) -> Option<Paragraphs> {
    let inside = text.split(['(', '[']).skip(1).filter_map(|rest| rest.split([')', ']']).next());
    let alone = |inside: &&str| {
        let folded = fold(inside);
        let mut words = folded.split(' ');
        words.next().is_some_and(|word| PARAGRAPH.contains(&word))
            && words.all(|word| word == "and" || word.parse().is_ok_and(|n: u8| n <= 7))
    };
    inside.filter(|inside| alone(inside)).map(paragraphs).find(|named| !named.is_unnamed())
}

/// Whether a title says of its business that it is confidential before saying
/// what it is: "Confidential staffing matter", but not "Confidential reporting
/// policy", whose subject is confidence.
fn begins(folded: &str) -> bool {
    (2..=16).contains(&folded.split(' ').count())
        && ["confidential", "exempt"].iter().any(|word| holds_first(folded, word))
        && !holds_first(folded, "exempt from")
        && !folded.split(' ').any(|word| SUBJECTS.contains(&word))
}

/// Whether `text` begins with a marking in capitals and goes on in small letters: "PINK
/// PAPERS Contract award", but not "PRIVATE SECTOR HOUSING".
fn leads(text: &str) -> bool {
    let capital = |word: &&str| {
        word.chars().any(char::is_alphabetic) && !word.chars().any(char::is_lowercase)
    };
    let words: Vec<&str> = text.split_whitespace().collect();
    let led = words.iter().take_while(|word| capital(word)).count();
    led < words.len() && ALONE.contains(&fold(&words[..led].join(" ")).as_str())
}

/// What such business is called.
const BUSINESS: [&str; 11] = [
    "item",
    "items",
    "report",
    "reports",
    "minute",
    "minutes",
    "appendix",
    "paper",
    "business",
    "matter",
    "discussion",
];

/// Whether a sentence says of business that it is withheld: "Items 2 and 3 were exempt".
fn states(folded: &str) -> bool {
    let words: Vec<&str> = folded.split(' ').collect();
    let states = |at: usize| {
        matches!(words[at], "is" | "are" | "was" | "were" | "remain" | "remains")
            && words.get(at + 1).is_some_and(|word| matches!(*word, "exempt" | "confidential"))
            // A charity is exempt from a tax.
            && words.get(at + 2).is_none_or(|word| *word != "from")
    };
    let told = (0..words.len()).find(|at| states(*at));
    told.is_some_and(|at| words[..at].iter().rev().take(NEAR).any(|word| BUSINESS.contains(word)))
}

/// Whether `folded` heads a part that is open.
fn opens(folded: &str) -> bool {
    let first = FIRST_PARTS.iter().find(|part| holds_first(folded, part));
    let rest = first.map(|part| folded[part.len()..].trim());
    // "Part 1 of the open space plan" opens nothing.
    let rest = rest.filter(|rest| !rest.starts_with("of "));
    let plain = ["public", "open"].iter().any(|word| rest.is_some_and(|rest| holds(rest, word)));
    folded.split(' ').count() <= 10
        && (rest == Some("") || plain || OPEN_PARTS.iter().any(|part| holds_first(folded, part)))
}

/// Whether `text` heads a part of a paper that is withheld, and does not only
/// mark the item it stands with.
#[must_use]
pub fn heads(text: &str) -> bool {
    let folded = fold(text);
    let short = folded.split(' ').count() <= 16;
    short && PARTS.iter().any(|part| holds_first(&folded, part))
}

/// The signs that a line says mark the items that are withheld: "Items marked * are
/// exempt under paragraph 3", "(E) = exempt".
#[must_use]
pub fn legend(text: &str) -> Option<Vec<&'static str>> {
    let folded = fold(text);
    let exempt = ["exempt", "confidential", "not for publication", "excluded"];
    let says = ["marked", "denotes", "denote", "indicates", "indicate", "signifies", "asterisk"];
    let tells = text.contains('=') || says.iter().any(|word| holds(&folded, word));
    let bare = text.trim_start_matches(['*', '\u{2020}', '#', ' ']);
    let begins = bare.len() < text.len()
        && exempt.iter().any(|word| fold(bare).split(' ').take(3).any(|said| said == *word));
    if !exempt.iter().any(|word| holds(&folded, word)) || !(tells || begins) {
        return None;
    }
    let mut signs: Vec<&'static str> =
        SIGNS.into_iter().filter(|sign| text.to_lowercase().contains(sign)).collect();
    if holds(&folded, "asterisk") && !signs.contains(&"*") {
        signs.push("*");
    }
    (!signs.is_empty()).then_some(signs)
}

/// What councils mark the items with that a legend speaks of, in small letters.
const SIGNS: [&str; 6] = ["*", "(e)", "(x)", "(c)", "\u{2020}", "#"];

/// Whether a column headed `text` says of each row whether it is withheld.
#[must_use]
pub fn is_column(text: &str) -> bool {
    let folded = fold(text);
    let ways = ["open", "closed", "public", "private", "exempt", "restricted", "confidential"];
    let either: Vec<String> = text.split(['/', '|']).map(fold).collect();
    let either = either.len() > 1 && either.iter().all(|way| ways.contains(&way.as_str()));
    either
        || COLUMNS.contains(&folded.as_str())
        || holds_first(&folded, "exempt")
        || holds_first(&folded, "exemption")
        || holds(&folded, "not for publication")
}

/// What `text` in such a column withholds its row under; nothing if it says no.
#[must_use]
pub fn in_column(text: &str) -> Option<Paragraphs> {
    (!OPENLY.contains(&fold(text).as_str())).then(|| paragraphs(&format!("exempt {text}")))
}

/// Whether a whole line, or what stands in brackets or beside a dash or a colon
/// in it, is nothing but such a marking.
fn marked(text: &str) -> bool {
    let parts = text.split(['(', ')', '[', ']', ':', '*', '\u{2013}', '\u{2014}', '|', ';', '\n']);
    parts.flat_map(|part| part.split(" - ")).any(|part| {
        let folded = fold(part);
        let bare = folded
            .split(' ')
            .take_while(|word| !PARAGRAPH.contains(word))
            .collect::<Vec<_>>()
            .join(" ");
        let bare = bare.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ');
        let either = || part.split('/').any(|half| EITHER.contains(&fold(half).as_str()));
        ALONE.contains(&bare) || ALONE.contains(&folded.as_str()) || either()
    })
}

/// Whether `text` has the words of `phrase`, one after the other.
fn holds(text: &str, phrase: &str) -> bool {
    text.match_indices(phrase).any(|(at, found)| {
        let before = text[..at].chars().next_back().is_none_or(|c| c == ' ');
        let after = text[at + found.len()..].chars().next().is_none_or(|c| c == ' ');
        before && after
    })
}

fn holds_first(text: &str, phrase: &str) -> bool {
    text.strip_prefix(phrase).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

/// The paragraphs of Schedule 12A that `text` names; unnamed if it names none
/// that are in force.
#[must_use]
pub fn paragraphs(text: &str) -> Paragraphs {
    let words: Vec<&str> = PARAGRAPH.iter().copied().chain(["exempt"]).collect();
    let numbers = numbered(text, &words).filter_map(|number| number.text.parse::<u8>().ok());
    let fits: Vec<u8> = numbers.filter(|number| (1..=7).contains(number)).collect();
    Paragraphs::of(fits).filter(|named| !named.is_open()).unwrap_or_else(Paragraphs::unnamed)
}

/// Which business `text` means: "Agenda Items 8 and 9", "the following item".
fn reach(text: &str, folded: &str) -> Reach {
    let items: Vec<String> =
        numbered(text, &["item", "items"]).map(|number| number.text.to_owned()).collect();
    if !items.is_empty() {
        Reach::Items(items)
    } else if ["following item", "next item"].iter().any(|words| holds(folded, words)) {
        Reach::Next
    } else if REST.iter().any(|words| holds(folded, words)) {
        Reach::Rest
    } else {
        Reach::Unsaid
    }
}

/// The numbers that follow any of `words`, as far as they are a list.
fn numbered<'a>(text: &'a str, words: &[&str]) -> impl Iterator<Item = Token<'a>> {
    let all = tokens(text);
    let mut found = vec![];
    for at in (0..all.len()).filter(|at| all[*at].says_any(words)) {
        for token in &all[at + 1..] {
            let joins = token.says_any(&["and", "to", "or", "no", "nos", "number", "numbers"])
                || [',', '&', '-', '\u{2013}', '.', ':', '(', ')']
                    .into_iter()
                    .any(|sign| token.is(sign));
            if token.number().is_some() {
                found.push(*token);
            } else if !joins {
                break;
            }
        }
    }
    found.into_iter()
}

#[cfg(test)]
mod tests;
