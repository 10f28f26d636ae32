//! Which numbers number the business: runs that rise in one style, lists within
//! an item passed over, and parts whose numbers begin again gone on with.

use super::super::super::paper::{Block, Role};
use super::super::super::words::{marker, part};

/// How many numbers may be missing between two items of one agenda.
const GAP: u32 = 3;

/// How many numbers make an agenda, so that numbers from one after it number
/// something else.
pub(super) const ENOUGH: usize = 3;

/// The number of a block that may be an item.
pub(super) fn number(block: &Block) -> Option<u32> {
    match marker::parts(&block.marker)[..] {
        [only] => only.parse().ok(),
        [number, _] if is_exempt(&block.marker) => number.parse().ok(),
        _ => None,
    }
}

/// Whether `marker` numbers an item that is not for the public: "10E.", as some councils
/// number them.
pub(super) fn is_exempt(marker: &str) -> bool {
    let bare = marker.trim_end_matches(['.', ')', ':']);
    let number = bare.strip_suffix('E').unwrap_or_default();
    !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit())
}

/// How a block is numbered: whether it is a heading, whether its number stands
/// in brackets, and its level.
pub(super) type Style = (bool, bool, u8);

pub(super) fn style(block: &Block) -> Style {
    (block.role == Role::Heading, block.marker.starts_with('('), block.level)
}

/// The longest run of numbers that rise from nought or one in one style. A list
/// that follows an item straight on and is numbered from one is within it; a
/// line that opens another part lets the numbers begin again.
pub(in super::super) fn longest(blocks: &[&Block]) -> Vec<usize> {
    of_each_style(blocks, |run| {
        let mut runs = Runs::default();
        let mut rest = run;
        while let Some(((at, number), after)) = rest.split_first() {
            let first = *number <= 1;
            let here = rest;
            rest = after;
            if (first && runs.now.is_empty()) || runs.goes_on(*number) {
                runs.add(*at, *number);
            } else if first && let Some(last) = runs.now.last().copied() {
                let inner = nested(last, here, runs.last);
                if opens_part(&blocks[last + 1..*at]) {
                    runs.add(*at, *number);
                } else if inner > 0 {
                    rest = &after[inner - 1..];
                } else if runs.now.len() >= ENOUGH {
                    break;
                } else {
                    runs = Runs::default();
                    runs.add(*at, *number);
                }
            }
        }
        runs.now
    })
}

/// How many of the first numbers of `run` stand within the item at `last`,
/// numbered `outer`: they follow it straight on, and the business goes on
/// after them.
fn nested(last: usize, run: &[(usize, u32)], outer: u32) -> usize {
    let goes_on = |number: u32| number > outer && number - outer <= GAP;
    if run.first().is_none_or(|(at, _)| *at != last + 1) {
        return 0;
    }
    let inner = straight(run);
    match run[..inner].iter().position(|(_, number)| goes_on(*number)) {
        // Both could go on with this number; a list this long stands alone.
        Some(at) if at >= ENOUGH => 0,
        Some(at) => at,
        None if run.get(inner).is_some_and(|(_, number)| goes_on(*number)) => inner,
        None => 0,
    }
}

/// How many numbers of `run` rise by one from the first.
fn straight(run: &[(usize, u32)]) -> usize {
    1 + run.windows(2).take_while(|pair| pair[1].1 == pair[0].1 + 1).count()
}

/// The headings that are numbered, whatever their levels, where the numbers rise all the
/// way: "3." under "Exempt minutes" is business as "1." above that is.
pub(in super::super) fn headings(blocks: &[&Block]) -> Vec<usize> {
    let numbered = |at: &usize| blocks[*at].role == Role::Heading && number(blocks[*at]).is_some();
    let found: Vec<usize> = (0..blocks.len()).filter(numbered).collect();
    let numbers: Vec<u32> = found.iter().filter_map(|at| number(blocks[*at])).collect();
    let rise = numbers.windows(2).all(|pair| pair[0] < pair[1] && pair[1] - pair[0] <= GAP);
    if rise { found } else { Vec::new() }
}

/// How many of the blocks after the first of `blocks`, an item, are a list
/// within it that is numbered from one as it is.
pub(super) fn within(blocks: &[&Block]) -> usize {
    let Some((item, rest)) = blocks.split_first() else { return 0 };
    let listed = (1..).zip(rest).take_while(|(nth, block)| {
        style(block) == style(item) && number(block) == Some(*nth) && item.role != Role::Heading
    });
    listed.count()
}

/// Whether one of `blocks` opens another part of the business.
fn opens_part(blocks: &[&Block]) -> bool {
    blocks.iter().any(|block| part::of(&block.flat()).is_some())
}

/// The longest run of numbers that rise from any number in one style; what is
/// numbered from one again between two of them is no part of it.
pub(in super::super) fn longest_on(blocks: &[&Block]) -> Vec<usize> {
    of_each_style(blocks, |run| {
        let starts = 0..run.len().min(MANY);
        let from = |start: usize| {
            let mut runs = Runs::default();
            for (at, number) in &run[start..] {
                if runs.now.is_empty() || runs.goes_on(*number) {
                    runs.add(*at, *number);
                }
            }
            runs.now
        };
        starts
            .map(from)
            .max_by_key(|run| (run.len(), std::cmp::Reverse(run.first().copied())))
            .unwrap_or_default()
    })
}

/// How many numbers a run is looked for from.
const MANY: usize = 60;

/// A run of numbers as it goes.
#[derive(Default)]
struct Runs {
    now: Vec<usize>,
    last: u32,
}

impl Runs {
    fn goes_on(&self, number: u32) -> bool {
        !self.now.is_empty() && number > self.last && number - self.last <= GAP
    }

    fn add(&mut self, at: usize, number: u32) {
        self.now.push(at);
        self.last = number;
    }
}

/// A part of a list within an item.
struct Listed {
    of: Style,
    number: u32,
    /// Whether its words say that another follows.
    open: bool,
    titled: bool,
}

/// Whether `text` is worded as the title of an item: a few words with a capital, and no stop.
fn is_titled(text: &str) -> bool {
    let asks = ["That ", "To "].iter().any(|word| text.starts_with(word));
    text.starts_with(char::is_uppercase)
        && !asks
        && !text.ends_with(['.', ';', ':', ','])
        && text.split_whitespace().count() <= 8
}

/// Which of `blocks` are parts of a list that goes on from a sentence before it, as the
/// conditions of a resolution do, whatever numbers they have.
fn listed(blocks: &[&Block]) -> Vec<bool> {
    let mut found = Vec::with_capacity(blocks.len());
    // The part before, and whether the paragraph before leads to a list; the item it is in.
    let (mut last, mut led): (Option<Listed>, bool) = (None, false);
    let mut item: Option<(Style, u32)> = None;
    for block in blocks {
        let flat = block.flat();
        let open = [";", "; and", "; or", ", and", ", or"].iter().any(|end| flat.ends_with(end));
        let (of, titled) = (style(block), is_titled(&flat));
        let number = number(block).filter(|_| block.role != Role::Heading);
        let is_part = number.is_some_and(|n| {
            let next = last.as_ref().is_some_and(|before| {
                // After sentences, what is headed as an item and numbered as the next one is.
                let heads = titled && !before.titled && item == Some((of, n.saturating_sub(1)));
                let goes_on = before.open || !(is_capitals(&flat) || heads);
                before.of == of && n == before.number + 1 && goes_on
            });
            open || next || led && n == 1
        });
        item = number.filter(|_| !is_part).map(|n| (of, n)).or(item);
        last = number.filter(|_| is_part).map(|number| Listed { of, number, open, titled });
        led = leads_to_a_list(&flat);
        found.push(is_part);
    }
    found
}

/// Whether a paragraph decides something that is set out below it: "RESOLVED: that
/// permission be granted subject to".
fn leads_to_a_list(text: &str) -> bool {
    const DECIDES: [&str; 5] = ["resolved", "agreed", "recommended", "decided", "determined"];
    const OPEN: [&str; 5] = [":", " subject to", " that", " to", " the following"];
    let folded = text.trim().to_lowercase();
    DECIDES.iter().any(|verb| folded.contains(verb)) && OPEN.iter().any(|end| folded.ends_with(end))
}

/// Whether `text` is set in capitals, as a heading is.
fn is_capitals(text: &str) -> bool {
    text.chars().any(char::is_alphabetic) && !text.chars().any(char::is_lowercase)
}

/// The longest of the runs that `of` finds in the numbers of each style.
fn of_each_style(blocks: &[&Block], of: impl Fn(&[(usize, u32)]) -> Vec<usize>) -> Vec<usize> {
    let mut styles: Vec<Style> =
        blocks.iter().filter(|b| number(b).is_some()).map(|block| style(block)).collect();
    styles.sort_unstable();
    styles.dedup();
    let (mut best, listed): (Vec<usize>, _) = (vec![], listed(blocks));
    for wanted in styles {
        let numbered: Vec<(usize, u32)> = blocks
            .iter()
            .enumerate()
            .filter(|(at, block)| style(block) == wanted && !listed[*at])
            .filter_map(|(at, block)| Some((at, number(block)?)))
            .collect();
        let run = of(&numbered);
        if run.len() > best.len() {
            best = run;
        }
    }
    best
}
