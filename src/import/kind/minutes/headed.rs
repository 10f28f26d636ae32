//! The title that the words of a row or a paragraph open with, where what was said follows
//! on one line.

use super::super::super::paper::{Block, Role};
use super::super::agenda::purpose;
use super::{label, settles};
use crate::model::ItemKind;

/// How many words a line has at least that is more than a title, if no stop parts it.
const LONG: usize = 9;

/// What stands between a title and what was said.
const BETWEEN: [&str; 5] = [" \u{2013} ", " \u{2014} ", " - ", ". ", ": "];

/// What a stop ends that is no title: "St. Mary's Lane".
const SHORT: [&str; 7] = ["st", "no", "dr", "mr", "mrs", "cllr", "nos"];

/// The title and what was said under it: "Finance report. The deficit was £3m." comes apart
/// at the first stop; a line that is only a title does not.
pub(super) fn apart(line: &str) -> Option<(&str, &str)> {
    let long = line.split_whitespace().count() >= LONG;
    let cuts = BETWEEN
        .iter()
        .flat_map(|sign| line.match_indices(sign).map(|(at, sign)| (at, at + sign.len(), sign)));
    let fits = |(at, _, sign): &(usize, usize, &str)| {
        let last = line[..*at].rsplit([' ', '.']).next().unwrap_or_default().to_lowercase();
        let short = last.chars().count() <= 1 || SHORT.contains(&last.as_str());
        if *sign == ". " { !short } else { long }
    };
    let (at, from, _) = cuts.filter(fits).min_by_key(|(at, ..)| *at)?;
    let (title, said) = (line[..at].trim(), line[from..].trim());
    let told = said.ends_with(['.', '?']) || said.contains(". ");
    let named = title.split_whitespace().count() < LONG && title.starts_with(char::is_uppercase);
    (told && named).then_some((title, said))
}

/// How many titles that run into what was said make minutes of items.
const ENOUGH: usize = 3;

/// How many words such a title has at most.
const SHORT_TITLE: usize = 6;

/// `blocks` with the titles that their paragraphs open with as headings: "Welcome. The Chair
/// welcomed everyone." None, if too few have them, or none is of what every meeting has.
pub(super) fn run_in(blocks: &[Block]) -> Option<Vec<Block>> {
    let mut titles = Vec::new();
    let each = |block: &Block| {
        let text = block.flat();
        let other = || label::label(&text).is_some() || settles(&text);
        let plain = block.role == Role::Line && block.marker.is_empty();
        let parts = apart(&block.text).filter(|(title, _)| {
            plain && title.split_whitespace().count() <= SHORT_TITLE && !other()
        });
        let Some((title, said)) = parts else { return vec![block.clone()] };
        titles.push(title.to_owned());
        let heading =
            Block { role: Role::Heading, level: u8::MAX, text: title.to_owned(), ..block.clone() };
        vec![heading, Block { text: said.to_owned(), ..block.clone() }]
    };
    let headed: Vec<Block> = blocks.iter().flat_map(each).collect();
    let usual = |title: &String| purpose::of(title, "") != ItemKind::Report;
    (titles.len() >= ENOUGH && titles.iter().any(usual)).then_some(headed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_ends_where_a_sentence_begins() {
        for (line, title) in [
            ("Declarations. None.", "Declarations"),
            ("Finance report. The deficit at month 7 was \u{a3}4.2m.", "Finance report"),
            ("Minutes of 12 May \u{2013} agreed as a true record by all.", "Minutes of 12 May"),
            (
                "Works in St. Mary's Lane: the road is to be closed in May.",
                "Works in St. Mary's Lane",
            ),
        ] {
            assert_eq!(apart(line).map(|(title, _)| title), Some(title), "{line}");
        }
        for line in [
            "Performance: a report on all twelve of the indicators of the year",
            "Locks: they leak.",
            "The Head of Rivers said of the levels that they were high. Nobody asked why.",
        ] {
            assert_eq!(apart(line), None, "{line}");
        }
    }
}
