//! The parts that sentences are made of.

use crate::model::{InterestKind, Paragraphs, Sitting, Vote};
use crate::rules::breach::casting_word;
use crate::rules::missing::READMITTED;

/// The most of a text that a sentence quotes.
const QUOTED: usize = 160;

/// Paragraphs of Schedule 12A as a sentence names them.
#[must_use]
pub fn paragraphs_in_words(paragraphs: &Paragraphs) -> String {
    let numbers: Vec<String> = paragraphs.numbers().iter().map(u8::to_string).collect();
    match numbers.as_slice() {
        [] => "a paragraph still to be named".into(),
        [one] => format!("paragraph {one}"),
        several => format!("paragraphs {}", list(several)),
    }
}

/// Whether `text` has the words `said` in it, however they are set.
#[must_use]
pub fn quotes(text: &str, said: &str) -> bool {
    let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    plain(text).contains(&plain(said))
}

/// That the public came back, where that is what `text` says more than was said `before`.
pub(super) fn readmitted(before: &str, text: &str) -> Option<String> {
    let last = text.lines().next_back().filter(|last| last.starts_with(READMITTED))?;
    (before.lines().next_back() != Some(last)).then(|| last.to_owned())
}

/// To whom a decision goes or until when it is put off, with the word that leads there:
/// "to Cabinet", "to 8 September", "until the survey is in", "indefinitely".
#[must_use]
pub fn towards(whom: &str) -> String {
    const LED: [&str; 6] = ["until", "till", "pending", "for", "sine", "indefinitely"];
    let first = whom.split_whitespace().next().unwrap_or_default();
    let led = LED.iter().any(|word| first.eq_ignore_ascii_case(word));
    if led { whom.to_owned() } else { format!("to {whom}") }
}

/// Things in a row, as English lists them: "a, b and c".
#[must_use]
pub fn list(things: &[String]) -> String {
    match things {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// The text with its first letter made a capital.
#[must_use]
pub fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// How many there are of a thing: "1 target", "3 targets", "2 people".
#[must_use]
pub fn several(n: impl TryInto<u32>, noun: &str) -> String {
    match (n.try_into().unwrap_or(u32::MAX), noun) {
        (1, _) => format!("1 {noun}"),
        (n, "person") => format!("{n} people"),
        (n, "entry") => format!("{n} entries"),
        (n, _) => format!("{n} {noun}s"),
    }
}

/// How many times: "once", "twice", "3 times".
#[must_use]
pub fn times(n: u32) -> String {
    match n {
        1 => "once".into(),
        2 => "twice".into(),
        n => format!("{n} times"),
    }
}

pub(super) fn quoted(text: &str) -> String {
    let text = text.replace('\n', " ");
    let text = text.trim_end_matches('.');
    match text.char_indices().nth(QUOTED) {
        Some((cut, _)) => format!("{}…", text.get(..cut).unwrap_or_default().trim_end()),
        None => text.to_owned(),
    }
}

/// An interest of this kind, with its article: "a disclosable pecuniary interest".
#[must_use]
pub fn an_interest(kind: InterestKind) -> String {
    match kind {
        InterestKind::Pecuniary => "a disclosable pecuniary interest".to_owned(),
        InterestKind::Other => "an interest of another kind".to_owned(),
        kind => format!("a {} interest", kind.plain()),
    }
}

/// A vote in words, as a sentence or a minute quotes it: "5 for, 1 against, 1
/// abstained".
#[must_use]
pub fn vote_in_words(sitting: &Sitting, vote: &Vote) -> String {
    let mut said =
        format!("{} for, {} against, {} abstained", vote.in_favour, vote.against, vote.abstained);
    if vote.silent() > 0 {
        said.push_str(&format!(", {} not voting", vote.silent()));
    }
    if let Some(cast) = vote.casting {
        let chair =
            vote.presiding.as_ref().map_or_else(|| "the chair".into(), |p| sitting.name_of(p));
        said.push_str(&format!("; casting vote of {chair} {}", casting_word(cast)));
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_is_never_said_as_several() {
        let said = [several(1_u32, "seat"), several(2_u32, "seat"), several(0_usize, "seat")];
        assert_eq!(said, ["1 seat", "2 seats", "0 seats"]);
        assert_eq!([several(1_u32, "person"), several(3_u32, "person")], ["1 person", "3 people"]);
        assert_eq!([several(1_u32, "entry"), several(3_u32, "entry")], ["1 entry", "3 entries"]);
        assert_eq!([times(1), times(2), times(3)], ["once", "twice", "3 times"]);
    }
}
