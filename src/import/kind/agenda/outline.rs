//! The items of an agenda that is a list: which numbers number the business,
//! and which only number something inside it.

use super::super::super::paper::{Block, Paper, Piece, Role};
use super::super::super::report::Report;
use super::super::super::words::fold::fold;
use super::super::super::words::{marker, part};
use super::asked;
use super::line::Line;
use super::run::{self, longest, number, style};
use super::title;

/// The items of `paper`, told to `report` where numbers are missing or where
/// reading stopped.
pub(super) fn lines(paper: &Paper, report: &mut Report) -> Vec<Line> {
    let blocks: Vec<&Block> = paper
        .pieces
        .iter()
        .filter_map(|piece| match piece {
            Piece::Text(block) => Some(block),
            Piece::Table(_) => None,
        })
        .collect();
    let run = longest(&blocks);
    // A supplement goes on with the numbers of the agenda before it.
    let on = run::longest_on(&blocks);
    let run = if run.len() < run::ENOUGH && on.len() > run.len() { on } else { run };
    let mut lines = vec![];
    let mut within = None;
    for (nth, at) in run.iter().enumerate() {
        let end = run.get(nth + 1).copied().unwrap_or_else(|| end_of_last(&blocks, *at));
        if let Some(before) = nth.checked_sub(1).map(|before| run[before])
            && number(blocks[*at]) <= number(blocks[before])
        {
            within = blocks[before..*at].iter().rev().find_map(|block| part::of(&block.flat()));
            report.warn(blocks[*at].place.clone(), begins_again(within.as_deref()));
        }
        let mut found = item(&blocks[*at..end]);
        if let Some(part) = &within {
            for line in &mut found {
                line.number = format!("{part}/{}", line.number);
            }
        }
        pause(found, &mut lines);
        if run.len() == nth + 1 && end < blocks.len() {
            let place = format!("{} onwards", blocks[end].place);
            let text = format!(
                "{} paragraphs after the last item of business, not read in",
                blocks.len() - end
            );
            report.pass(place, text);
        }
    }
    gaps(&lines, report);
    lines
}

/// Adds the items `found` to `lines`; a numbered break is a break after the
/// item before it, and not one of them.
fn pause(found: Vec<Line>, lines: &mut Vec<Line>) {
    for line in found {
        match lines.last_mut() {
            Some(before) if line.depth == 0 && title::is_pause(&line.title) => {
                let time = if line.time.is_empty() { "" } else { ", " };
                before.breaks.push(format!("{}. {}{time}{}", line.number, line.title, line.time));
                before.other += line.other;
            }
            _ => lines.push(line),
        }
    }
}

/// What the clerk is told where the numbers begin again in a later part.
fn begins_again(part: Option<&str>) -> String {
    let part = part.unwrap_or("2");
    format!(
        "the numbers begin again here; items of this part are numbered {part}/1, {part}/2 and so on, so that no two are alike"
    )
}

/// Where the last item ends: at a heading that numbers nothing, or where the
/// numbers begin again.
fn end_of_last(blocks: &[&Block], at: usize) -> usize {
    let item = blocks[at];
    let ends = |block: &Block| {
        let again = block.level <= item.level && number(block).is_some();
        let headed = block.role == Role::Heading
            && (item.role != Role::Heading || block.level <= item.level);
        let words = fold(&block.flat());
        let attached =
            ["attachment", "appendix", "annex"].iter().any(|word| words.starts_with(word))
                && words.split(' ').count() <= 6;
        again || headed || attached
    };
    let from = at + 1 + run::within(&blocks[at..]);
    blocks[from..].iter().position(|block| ends(block)).map_or(blocks.len(), |after| from + after)
}

/// One item and what stands under it, its own items among that.
fn item(blocks: &[&Block]) -> Vec<Line> {
    let Some((first, rest)) = blocks.split_first() else { return vec![] };
    let mut lines = vec![begin(first, 0, &first.marker)];
    let mut labels = Labels::default();
    // Whether a recommendation is being set out, part by part.
    let mut asking = asks(first);
    for block in rest {
        let lettered = is_lettered(&block.marker);
        let deeper = block.level > first.level
            || lettered
            || marker::parts(&block.marker).len() > 1
            || (number(block).is_some() && style(block) == style(first))
            || block.role == Role::Heading
            || first.role == Role::Heading;
        let goes_on = |line: &Line| !block.marker.is_empty() || asked::goes_on(&block.text, line);
        if let Some(line) = lines.last_mut().filter(|line| asking && goes_on(line)) {
            let bullet = marker::is_bullet(&block.marker);
            asked::part_asked(&if bullet { block.flat() } else { block.full() }, line);
            continue;
        }
        asking = asks(block);
        if let Some(label) = labels.next(block, &lines[0].number).filter(|_| deeper) {
            lines.push(begin(block, 1, &label));
        } else if let Some(line) = lines.last_mut() {
            read_under(block, line);
        }
    }
    lines
}

/// Whether the last line of `block` opens a recommendation.
fn asks(block: &Block) -> bool {
    block.text.rsplit('\n').next().is_some_and(asked::opens_asking)
}

/// Whether `marker` is one letter or a small Roman number: "(a)", "b.", "iv)".
fn is_lettered(marker: &str) -> bool {
    let parts = marker::parts(marker);
    matches!(parts[..], [only] if only.chars().all(|c| c.is_ascii_lowercase()))
        && !marker::is_bullet(marker)
}

pub(super) fn begin(block: &Block, depth: usize, label: &str) -> Line {
    let mut line = Line {
        number: label
            .trim_end_matches(['.', ')', ':'])
            .trim_start_matches(['(', '*', ' '])
            .to_owned(),
        place: block.place.clone(),
        depth,
        ..Line::default()
    };
    if label.contains('(') && !label.starts_with('(') {
        label.trim_end_matches(['.', ':']).clone_into(&mut line.number);
    }
    let (own, under) = own_lines(&block.text);
    title::read(&own, &mut line);
    let mut asking = false;
    for text in under {
        if asking && asked::goes_on(&text, &line) {
            asked::part_asked(&text, &mut line);
        } else {
            title::under(&text, &mut line);
        }
        asking = asked::opens_asking(&text);
    }
    line
}

/// The lines of the title, and those that say something else of the item.
pub(in super::super) fn own_lines(text: &str) -> (String, Vec<String>) {
    let mut lines = text.split('\n').map(str::to_owned);
    let mut own = lines.next().unwrap_or_default();
    let mut under: Vec<String> = vec![];
    for line in lines {
        let goes_on = line.starts_with(|c: char| c.is_lowercase() || c == '(') && own.len() >= 25
            || line.starts_with(char::is_lowercase);
        match under.last_mut() {
            None if goes_on => {
                own.push(' ');
                own.push_str(&line);
            }
            Some(last) if line.starts_with(char::is_lowercase) || hangs(last) => {
                last.push(' ');
                last.push_str(&line);
            }
            _ => under.push(line),
        }
    }
    (own, under)
}

/// Whether a line of print ends in the middle of a sentence: "and RESOLVED that".
fn hangs(line: &str) -> bool {
    const OPEN: [&str; 14] = [
        "that", "to", "of", "the", "and", "by", "for", "with", "a", "an", "in", "from", "on",
        "Cllr",
    ];
    let last = line.split_whitespace().next_back().unwrap_or_default();
    OPEN.contains(&last)
}

fn read_under(block: &Block, line: &mut Line) {
    // A line that opens another part is said of no item.
    if part::of(&block.flat()).is_some() {
        return;
    }
    title::under(&block.flat(), line);
}

/// The labels of the items within one item, as they come.
#[derive(Default)]
pub(super) struct Labels {
    last: Option<String>,
    level: u8,
}

impl Labels {
    /// The number of `block` as an item within item `parent`: "5(a)", "5A",
    /// "5.1"; nothing if its label does not follow the one before.
    pub(super) fn next(&mut self, block: &Block, parent: &str) -> Option<String> {
        if block.marker.is_empty() || marker::is_bullet(&block.marker) {
            return None;
        }
        let parts = marker::parts(&block.marker);
        let (label, whole) = match parts[..] {
            [only] => (only, false),
            [first, second] if first == parent => (second, true),
            _ => return None,
        };
        let follows = match &self.last {
            None => matches!(label, "A" | "a" | "i" | "I" | "1"),
            Some(last) => {
                // A number that names its item is a part of it though one is left out.
                let most = if whole { SKIPPED } else { 2 };
                block.level == self.level && follows(last, label, most)
            }
        };
        let plain = label.chars().all(|c| c.is_ascii_digit()) && !whole;
        let titled = block.text.split_whitespace().count() <= 15 && !block.text.ends_with('.');
        if !follows || (plain && !titled) {
            return None;
        }
        self.last = Some(label.to_owned());
        self.level = block.level;
        let bare = block.marker.trim_end_matches(['.', ':']);
        Some(if whole {
            bare.to_owned()
        } else if label.chars().all(|c| c.is_ascii_uppercase()) {
            format!("{parent}{label}")
        } else if plain {
            format!("{parent}.{label}")
        } else {
            format!("{parent}({label})")
        })
    }
}

/// How far the numbers of parts may be apart where each names its item: "5.1", "5.9".
const SKIPPED: u32 = 9;

/// Whether `label` comes after `last` and at most so many after it: B after A, AA after Z, ii
/// after i, 2 after 1. A later version of a paper may have one taken out.
fn follows(last: &str, label: &str, most: u32) -> bool {
    let near = |a: u32, b: u32| b > a && b - a <= most;
    if let (Ok(a), Ok(b)) = (last.parse::<u32>(), label.parse::<u32>()) {
        return near(a, b);
    }
    let same_case = last.chars().all(char::is_uppercase) == label.chars().all(char::is_uppercase);
    let (a, b) = (last.to_lowercase(), label.to_lowercase());
    same_case
        && (letters(&a).zip(letters(&b)).is_some_and(|(a, b)| near(a, b))
            || roman(&a).zip(roman(&b)).is_some_and(|(a, b)| near(a, b)))
}

/// a is 1, z 26, aa 27, ab 28.
fn letters(label: &str) -> Option<u32> {
    label.bytes().try_fold(0u32, |sum, b| {
        b.is_ascii_lowercase().then_some(())?;
        sum.checked_mul(26)?.checked_add(u32::from(b - b'a') + 1)
    })
}

fn roman(label: &str) -> Option<u32> {
    const NAMES: [&str; 20] = [
        "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv",
        "xv", "xvi", "xvii", "xviii", "xix", "xx",
    ];
    NAMES.iter().position(|name| *name == label).and_then(|at| u32::try_from(at + 1).ok())
}

fn gaps(lines: &[Line], report: &mut Report) {
    let items: Vec<&Line> = lines.iter().filter(|line| line.depth == 0).collect();
    for pair in items.windows(2) {
        if let (Ok(a), Ok(b)) = (pair[0].number.parse::<u32>(), pair[1].number.parse::<u32>())
            && b > a + 1 + u32::try_from(pair[0].breaks.len()).unwrap_or(0)
        {
            report.warn(
                pair[1].place.clone(),
                format!("item {b} follows item {a}; a number is missing"),
            );
        }
    }
}
