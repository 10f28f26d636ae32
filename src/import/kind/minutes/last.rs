//! What minutes end with under no number: the day of the next meeting.

use super::super::super::paper::{Block, Role};
use super::super::super::words::fold::fold;
use super::super::super::words::{closed, when};
use super::super::agenda::purpose;
use super::part::Part;
use super::settles;
use crate::model::{ItemKind, Paragraphs};

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
///
/// Where anything in the paper may be withheld it stays in the last item.
pub(super) fn begins(blocks: &[&Block], starts: &[usize]) -> Option<usize> {
    let named = |at: &usize| purpose::of(&blocks[*at].flat(), "") == ItemKind::Dates;
    let last = *starts.last().filter(|_| !starts.iter().any(named))?;
    let at = (last + 1..blocks.len()).find(|at| cut(blocks[*at]).is_some())?;
    // Business that goes on below it would stand above it.
    let goes_on = |block: &&Block| settles(&block.flat());
    let closed = |block: &&Block| closed::may_withhold(&block.text);
    (!blocks[at + 1..].iter().any(goes_on) && !blocks.iter().any(closed)).then_some(at)
}

/// The item that begins there, and what stands below it: the item has the words that say the
/// day, and all else stays where it would be without it.
pub(super) fn part<'a, 'b>(blocks: &'a [&'b Block]) -> Option<(Part, &'a [&'b Block])> {
    let (first, mut rest) = blocks.split_first()?;
    let (title, said) = cut(first)?;
    let line = |text: &str| Block { role: Role::Line, text: text.to_owned(), ..(*first).clone() };
    let mut under: Vec<Block> = (!said.is_empty()).then(|| line(said)).into_iter().collect();
    if let (true, Some((day, after))) = (under.is_empty(), rest.split_first())
        && says_day(day)
    {
        under.push((*day).clone());
        rest = after;
    }
    let (title, place) = (title.to_owned(), first.place.clone());
    Some((Part { title, place, blocks: under, cut_off: true, ..Part::default() }, rest))
}

/// What marks the end of an item marks what was cut off it, and the other way round.
pub(super) fn as_withheld(closed: &mut [Paragraphs], parts: &[Part]) {
    if let ([.., before, last], Some(true)) = (closed, parts.last().map(|part| part.cut_off)) {
        if before.is_open() {
            before.clone_from(last);
        } else {
            last.clone_from(before);
        }
    }
}

/// Whether a paragraph says a day in a few words.
fn says_day(block: &Block) -> bool {
    let text = block.flat();
    text.split_whitespace().count() <= 20 && !when::days(&text).is_empty() && !settles(&text)
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
