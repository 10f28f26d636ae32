//! The people that one line lists, taken apart.

use super::super::super::words::column::{self, Column};
use super::super::super::words::fold::fold;
use super::super::super::words::name::{self, Name, is_title};
use super::super::letterhead;
use super::super::people::is_name;
use super::beside::{is_organisation, substitute};
use super::how;

/// Whether a line is beyond doubt a name: a title and a name, a given name that
/// people have, or initials.
pub(super) fn names(line: &str) -> bool {
    let bare = line.split(['(', '\u{2013}']).next().unwrap_or(line);
    let bare = bare.split(" - ").next().unwrap_or(bare).split(',').next().unwrap_or(bare).trim();
    let initials =
        |word: &str| word.len() >= 2 && word.split('.').all(|part| part.chars().count() <= 1);
    let named = bare.split_whitespace().count() <= 6 && !bare.ends_with('.');
    named
        && (!Name::of(bare).title.is_empty()
            || name::is_person(bare)
            || (is_name(bare) && bare.split_whitespace().any(initials)))
}

/// The people of one line, parted by commas, semicolons or tabs, each with the
/// office that follows their name.
pub(super) fn split(text: &str) -> Vec<(String, String)> {
    let text = &in_brackets(text);
    let parts = cut(text);
    let mut people: Vec<(String, String)> = vec![];
    // "The Mayor, Councillor Bell": an office that stands before its holder.
    let mut held = String::new();
    // "Councillors Reeve and Stone" are two, by their family names alone.
    let councillors = are_councillors(text);
    // A title that stands in a cell of its own is of the name after it.
    let mut title = String::new();
    for part in parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()) {
        if is_title(part) {
            part.clone_into(&mut title);
            continue;
        }
        let titled = if title.is_empty() { part.to_owned() } else { format!("{title} {part}") };
        title.clear();
        let part = titled.as_str();
        let part = part.strip_prefix("and ").unwrap_or(part);
        let part = part.strip_suffix(" and").unwrap_or(part).trim();
        // "and 4 members of the public", "and three residents"
        let open = |at: &usize| part[..*at].matches('(').count() > part[..*at].matches(')').count();
        let crowd = part.rfind(" and ").filter(|at| !open(at) && is_crowd(&part[at + 5..]));
        let part = crowd.map_or(part, |at| part[..at].trim());
        if let Some(office) = part.strip_prefix("The ").filter(|office| is_mayoral(office)) {
            office.clone_into(&mut held);
            continue;
        }
        // "and from the County Councillor, Mr Lee"
        if let Some(office) = part.strip_prefix("the ").filter(|_| !part.contains('(')) {
            office.clone_into(&mut held);
            continue;
        }
        let bare = part.split('(').next().unwrap_or(part);
        let bare = bare.split(" \u{2013} ").next().unwrap_or(bare);
        let bare = bare.split(" - ").next().unwrap_or(bare).trim();
        let untitled = Name::of(bare).title.is_empty();
        let lone = bare.split_whitespace().count() == 1;
        // After a given and a family name, one word is no other person's.
        let whole = |(name, _): &(String, String)| {
            let name = name.split('(').next().unwrap_or(name).trim();
            !are_councillors(name)
                && Name::of(name).given.split(' ').any(|given| given.chars().count() > 2)
        };
        let word = lone && untitled && people.last().is_some_and(whole);
        // "4 members of the public" are nobody's office.
        let crowd = is_crowd(part);
        let office = word
            || (!people.is_empty() && untitled && letterhead::is_post(bare) && !names(bare))
            || (!people.is_empty() && untitled && is_organisation(bare))
            || (!is_name(bare) && !lone && untitled && !crowd);
        let joined = both(part, councillors);
        let office = office && !part.starts_with("as substitute ");
        let one = joined.is_none() && !part.contains(" and ") && !is_holder(part);
        if let Some((_, post)) = people.last_mut().filter(|_| office && one) {
            post.push_str(if post.is_empty() { "" } else { ", " });
            post.push_str(part);
            continue;
        }
        match joined {
            Some((a, b)) => people.extend([a, b].map(|name| (name.to_owned(), String::new()))),
            None => people.push((part.to_owned(), std::mem::take(&mut held))),
        }
    }
    people
}

/// `text` cut at commas, semicolons and tabs outside brackets.
fn cut(text: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut depth = 0usize;
    for c in text.chars() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        match c {
            ',' | ';' | '\t' | '\u{2022}' if depth == 0 => parts.push(String::new()),
            c => {
                if let Some(last) = parts.last_mut() {
                    last.push(c);
                }
            }
        }
    }
    parts
}

/// Whether `text` counts people and names none: "4 members of the public".
fn is_crowd(text: &str) -> bool {
    let first = text.split(' ').next().unwrap_or_default();
    first.starts_with(|c: char| c.is_ascii_digit())
        || (how::number(&first.to_lowercase()).is_some() && text.contains(' '))
}

/// Whether an office is one that a council's minutes print before its holder.
fn is_mayoral(office: &str) -> bool {
    let office = fold(office);
    let bare = office.trim_start_matches("right worshipful ").trim_start_matches("worshipful ");
    ["mayor", "deputy mayor", "lord mayor", "deputy lord mayor", "the mayor", "the lord mayor"]
        .contains(&bare)
}

/// Whether a title stands before several names: "Councillors Bell and Hart".
pub(super) fn are_councillors(text: &str) -> bool {
    let first = fold(text.split_whitespace().next().unwrap_or_default());
    matches!(first.as_str(), "councillors" | "cllrs")
}

/// Whether an office stands before its holder: "Treasurer (P. Orme)".
pub(super) fn is_holder(part: &str) -> bool {
    let inside = part.strip_suffix(')').and_then(|part| part.split_once(" ("));
    inside.is_some_and(|(office, holder)| {
        let held = is_name(holder) || names(holder);
        held && !names(office) && substitute(holder).is_none() && is_office(office)
    })
}

/// Whether `text` is what offices are called, and can be nobody's name.
fn is_office(text: &str) -> bool {
    const OFFICES: &str = "treasurer accountant auditor surveyor engineer planner registrar \
        adviser advisor lawyer minute-taker scribe technician lead warden steward ranger";
    let last = fold(text.rsplit(' ').next().unwrap_or_default());
    letterhead::is_post(text) || OFFICES.split_whitespace().any(|office| office == last)
}

/// `text` with what says how or for what somebody came in brackets: "Kim Oduya for items
/// 2-3", "Jo Hart via Teams".
fn in_brackets(text: &str) -> String {
    const WORDS: [&str; 7] = [
        " for agenda item",
        " for item",
        " until item",
        " from item",
        " via ",
        " by video",
        " remotely",
    ];
    let mut out = String::new();
    let mut rest = text;
    loop {
        let lower = rest.to_ascii_lowercase();
        let outside =
            |at: &usize| rest[..*at].matches('(').count() == rest[..*at].matches(')').count();
        let found = WORDS.iter().filter_map(|words| lower.find(words)).filter(outside).min();
        let Some(at) = found else { break };
        let said = &rest[at + 1..];
        let end = said
            .match_indices([',', ';', '.'])
            .map(|(end, _)| end)
            // "for items 2, 3 and 5, Ann Bell": the numbers are one list.
            .find(|end| !said[end + 1..].trim_start().starts_with(|c: char| c.is_ascii_digit()))
            .unwrap_or(said.len());
        out.push_str(&format!("{} ({})", &rest[..at], &said[..end]));
        rest = &said[end..];
    }
    out + rest
}

/// Two people joined by "and" or "&", whatever stands in brackets beside them; of
/// `councillors` a family name is enough.
fn both(part: &str, councillors: bool) -> Option<(&str, &str)> {
    let person = |text: &str| {
        let bare = text.split('(').next().unwrap_or(text).trim();
        let family = bare.starts_with(char::is_uppercase) && !bare.contains(' ');
        is_name(bare)
            || names(bare)
            || !Name::of(bare).title.is_empty()
            || (councillors && family && can_be(bare))
    };
    [" and ", " & "]
        .iter()
        .flat_map(|and| part.match_indices(and))
        .map(|(at, and)| (part[..at].trim(), part[at + and.len()..].trim()))
        .find(|(a, b)| a.matches('(').count() == a.matches(')').count() && person(a) && person(b))
}

/// Words of offices and organisations, which no name ends in.
const NOT_NAMES: [&str; 12] = [
    "police",
    "council",
    "service",
    "services",
    "adviser",
    "advisor",
    "team",
    "nhs",
    "trust",
    "officer",
    "authority",
    "public",
];

/// Whether `name`, in a list of people, can be one: no number, no address.
pub(super) fn can_be(name: &str) -> bool {
    let plain = !name.contains(['@', '/', ':', '+']) && !name.chars().any(|c| c.is_ascii_digit());
    let words = name.split_whitespace().count();
    let last = fold(name.rsplit(' ').next().unwrap_or_default());
    let titled = !Name::of(name).title.is_empty();
    let office = words > 1 && !titled && NOT_NAMES.contains(&last.as_str());
    // What a column was headed by, or somebody's home, where a table came out as lines.
    let beside = match words {
        1 => column::of(name) == Some(Column::Organisation) || is_organisation(name),
        _ => !titled && is_organisation(name),
    };
    plain && !office && !beside && (words == 1 || is_name(name) || titled || words <= 3)
}
