//! How a list of people is laid out: under headings of its own, in groups, with numbers.

use std::borrow::Cow;

use super::super::super::paper::{Block, Role};
use super::super::super::words::fold::fold;
use super::super::super::words::marker;
use super::super::super::words::name::Name;
use super::super::super::words::party::is_party;
use super::super::people::is_name;
use super::label::{Label, label};
use super::said;
use super::several::names;
use crate::model::Capacity;

/// Whether a label is of people who came or did not.
pub(super) fn is_listing(label: Label) -> bool {
    matches!(label, Label::Came(..))
}

/// Whether a line only heads some of those listed, whatever is said of all of them.
pub(super) fn heads_some(line: &str) -> bool {
    const SOME: [&str; 4] =
        ["councillors", "county councillors", "district councillors", "elected members"];
    line.trim().ends_with(':') && SOME.contains(&fold(line).as_str())
}

/// The names that stand under such a heading, a title before them: in columns there may be
/// several on a line.
pub(super) fn as_councillors(line: &str) -> Cow<'_, str> {
    if line.is_empty() || !Name::of(line).title.is_empty() {
        return Cow::Borrowed(line);
    }
    let names: Vec<&str> =
        line.split("  ").map(str::trim).filter(|name| !name.is_empty()).collect();
    Cow::Owned(format!("Councillors {}", names.join(", ")))
}

/// The words of groups that members are listed in, besides parties: councils and sectors.
const GROUPS: &str = "county district borough city town parish council councils councillors members \
    primary secondary academies academy schools special governors headteachers health police nhs \
    business voluntary community employers unions sector years";

/// The names that a line gives of one group, and whether it is a group that members are listed
/// in: "Labour: Councillors Bell and Hart".
pub(super) fn grouped(line: &str) -> Option<(&str, bool)> {
    let (group, rest) = line.split_once(':')?;
    let folded = fold(group);
    let words: Vec<&str> = folded.split(' ').collect();
    let short = (1..=4).contains(&words.len());
    let known = words
        .iter()
        .any(|word| is_party(word) || GROUPS.split_whitespace().any(|group| group == *word));
    let rest = rest.trim();
    (short && names(rest)).then_some((rest, known))
}

/// A line cut where another label begins in it: "T. Hale. Also present: the Clerk".
pub(super) fn sentences(line: &str) -> Vec<&str> {
    let mut from = 0;
    let mut found = Vec::new();
    for (at, _) in line.match_indices(". ") {
        let rest = &line[at + 2..];
        if rest.contains(':') && label(rest).is_some_and(|(label, _)| is_listing(label)) {
            found.push(&line[from..at]);
            from = at + 2;
        }
    }
    found.push(&line[from..]);
    found
}

/// A line of a list without its number in that; what stands before an officer's name may be
/// that of an item.
pub(super) fn unnumbered(line: &str, current: Option<Label>) -> &str {
    let members = matches!(current, Some(Label::Came(of, _)) if of != Capacity::Officer);
    match marker::split(line).filter(|_| members) {
        Some((number, rest)) if is_number(number) => rest,
        _ => line,
    }
}

fn is_number(marker: &str) -> bool {
    marker.trim_end_matches(['.', ')']).chars().all(|c| c.is_ascii_digit())
}

/// `text` without what it says in brackets of the items that somebody came for, and that:
/// "for Agenda Items 5 and 6".
pub(super) fn without_items(text: &str) -> (String, String) {
    const FOR: [&str; 5] = ["for agenda item", "for item", "agenda item", "items ", "item "];
    let inside = text.match_indices('(').find_map(|(at, _)| {
        let said = text[at + 1..].split(')').next()?;
        let folded = fold(said);
        FOR.iter().any(|words| folded.starts_with(words)).then_some((at, said))
    });
    match inside {
        Some((at, said)) => {
            let behind = text[at + 1 + said.len()..].trim_start_matches(')');
            (format!("{}{behind}", text[..at].trim_end()), said.to_owned())
        }
        None => (text.to_owned(), String::new()),
    }
}

/// How many paragraphs the lists of those who came reach down to at most.
const ROLL: usize = 2_000;

/// Where lists of people end that are numbered: their numbers are not those of items.
pub(super) fn numbered_end(blocks: &[&Block]) -> usize {
    let (mut end, mut at, mut listing) = (0, 0, false);
    while at < blocks.len().min(ROLL) {
        let block = blocks[at];
        if !matches!(label(&block.flat()), Some((label, "")) if is_listing(label)) {
            // Where business begins, no list of those present goes on.
            let business = block.role == Role::Heading && listing
                || !block.marker.is_empty() && is_number(&block.marker)
                || said::decision(&block.flat()).is_some();
            if business {
                break;
            }
            at += 1;
            continue;
        }
        listing = true;
        let people = |block: &&&Block| {
            block.role != Role::Heading
                && !block.marker.is_empty()
                && is_number(&block.marker)
                && is_person(&block.text)
        };
        let run = &blocks[at + 1..];
        let length = run.iter().take_while(people).count();
        let run = &run[..length];
        let next = blocks.get(at + 1 + length);
        let over = next.is_none_or(|next| {
            next.marker.trim_end_matches(['.', ')']) == "1"
                || next.role == Role::Heading
                || label(&next.flat()).is_some()
        });
        if over && run.iter().any(|block| names(&block.text)) {
            end = at + 1 + length;
        }
        at += 1 + length;
    }
    end
}

/// Whether a line can be a person with what they are.
fn is_person(text: &str) -> bool {
    let bare = text.split(['(', ',', '\u{2013}']).next().unwrap_or(text);
    let bare = bare.split(" - ").next().unwrap_or(bare).trim();
    names(text) || bare.split_whitespace().count() >= 2 && is_name(bare)
}
/// Whether a line lists one person and does nothing else: a title, a name and no verb.
pub(super) fn listed(line: &str) -> bool {
    let bare = line.split('(').next().unwrap_or(line).trim();
    let titled = !Name::of(bare).title.is_empty();
    names(line) && titled && !line.contains(':') && line.split_whitespace().count() <= 10
}

/// Whether a line is a sentence, and no list of several people however long: "Councillors Bell
/// (Convener), Hart, Vale and Lee (substituting for Councillor Orr)."
pub(super) fn is_prose(line: &str) -> bool {
    let first = line.split(',').next().unwrap_or(line);
    let several = line.matches(',').count() >= 2 && listed(first);
    line.ends_with('.') && line.split(' ').count() > 12 && !several
}
