//! What minutes end with under no number: the day of the next meeting.

use super::super::super::paper::{Block, Role};
use super::super::super::words::fold::fold;
use super::super::agenda::purpose;
use super::part::Part;
use crate::model::ItemKind;

/// What such an end is called.
const CALLED: [&str; 9] = [
    "date and time of next meeting",
    "date and time of the next meeting",
    "date of next meeting",
    "date of the next meeting",
    "dates of future meetings",
    "dates of next meetings",
    "dates of the next meetings",
    "next meeting",
    "future meetings",
];

/// Where it stands among `blocks`, of which the items begin at `starts`: below the last of
/// them, and with no item that is called so.
pub(super) fn begins(blocks: &[&Block], starts: &[usize]) -> Option<usize> {
    let named = |at: &usize| purpose::of(&blocks[*at].flat(), "") == ItemKind::Dates;
    let last = *starts.last().filter(|_| !starts.iter().any(named))?;
    (last + 1..blocks.len()).find(|at| cut(blocks[*at]).is_some())
}

/// The item that begins there, with what stands under it.
pub(super) fn part(blocks: &[&Block]) -> Option<Part> {
    let (first, rest) = blocks.split_first()?;
    let (title, said) = cut(first)?;
    let under = (!said.is_empty()).then(|| Block {
        role: Role::Line,
        text: said.to_owned(),
        ..(*first).clone()
    });
    Some(Part {
        title: title.to_owned(),
        place: first.place.clone(),
        blocks: under.into_iter().chain(rest.iter().map(|block| (*block).clone())).collect(),
        ..Part::default()
    })
}

/// What it is called, and what is said behind that: "Date of next meeting: Monday 8 June".
fn cut(block: &Block) -> Option<(&str, &str)> {
    let text = block.text.trim();
    let ends = text.find([':', '\u{2013}', '\n', ',']).into_iter().chain(text.find(" - "));
    let at = ends.min().unwrap_or(text.len());
    let (title, said) = text.split_at_checked(at)?;
    let called = block.marker.is_empty() && CALLED.contains(&fold(title).as_str());
    let said = said.trim_start_matches([':', '\u{2013}', '-', ',', ' ', '\n']);
    called.then(|| (title.trim(), said))
}
