//! Minutes cut into their parts: the roll, the items, and what comes after.

use super::super::super::paper::{Block, Role};
use super::super::super::report::Report;
use super::super::super::words::fold::fold;
use super::super::super::words::marker;
use super::super::super::words::name::Name;
use super::super::super::words::when;
use super::super::agenda::outline::own_lines;
use super::super::agenda::run;
use super::super::agenda::title;
use super::event::Declared;
use super::roll::{self, Listed};
use super::{label, listing};
use crate::model::AttendanceStatus;

/// The minute of one item, as found.
#[derive(Debug, Default)]
pub(super) struct Part {
    /// The number of the item, as printed; where it stands, if no item of the
    /// paper has one; empty if others have and it has none.
    pub(super) item: String,
    /// The number of the minute and its year, as far as they are printed: 26 and
    /// 2009.
    pub(super) minute: Option<(u32, Option<i32>)>,
    /// What it is about.
    pub(super) title: String,
    /// Where it begins.
    pub(super) place: String,
    /// What is under it.
    pub(super) blocks: Vec<Block>,
}

/// All parts of the minutes.
#[derive(Debug, Default)]
pub(super) struct Parts {
    /// Who came.
    pub(super) roll: Vec<Listed>,
    /// The items.
    pub(super) items: Vec<Part>,
    /// The interests that tables list.
    pub(super) declared: Vec<Declared>,
}

/// Cuts `blocks` up.
pub(super) fn parts(blocks: &[&Block], report: &mut Report) -> Parts {
    let end = blocks.iter().position(|block| ends(block)).unwrap_or(blocks.len());
    if end < blocks.len() {
        let text = format!("{} paragraphs after the minutes, not read in", blocks.len() - end);
        report.pass(format!("{} onwards", blocks[end].place), text);
    }
    let blocks = &blocks[..end];
    let next = another(blocks).unwrap_or(blocks.len());
    if next < blocks.len() {
        let text = format!(
            "the minutes of another meeting begin here, and {} paragraphs were not read in: give them a paper of their own",
            blocks.len() - next
        );
        report.warn(blocks[next].place.clone(), text);
    }
    let blocks = &blocks[..next];
    let roll_end = listing::numbered_end(blocks);
    let starts = starts(&blocks[roll_end..]);
    let starts: Vec<usize> = starts.into_iter().map(|at| at + roll_end).collect();
    let first = starts.first().copied().unwrap_or(blocks.len());
    let mut unread = vec![];
    let mut roll = roll::read(&blocks[..first], &mut unread);
    let ends = starts.iter().skip(1).copied().chain([blocks.len()]);
    let mut items: Vec<Part> =
        starts.iter().zip(ends).map(|(from, to)| part(&blocks[*from..to])).collect();
    year_first(&mut items);
    if items.iter().all(|part| part.item.is_empty()) {
        for (nth, part) in (1..).zip(&mut items) {
            part.item = u32::to_string(&nth);
        }
    }
    // Those who sent apologies may be named under the item for them alone.
    for part in items.iter().filter(|part| is_apologies(part)) {
        let away = roll::away(&part.blocks, &mut unread);
        let told = |had: &Listed| had.status != AttendanceStatus::Present;
        let news = |found: &Listed| !roll.iter().any(|had| told(had) && same_name(had, found));
        let away: Vec<Listed> = away.into_iter().filter(news).collect();
        roll.extend(away);
    }
    both_ways(&mut roll, report);
    for (place, text) in unread {
        report.pass(place, text);
    }
    Parts { roll, items, declared: Vec::new() }
}

/// Where the minutes of a later meeting begin, as those of the first do at the head of the
/// paper: with a heading that calls them so, or with who was there under it. The minutes of
/// another meeting that are only spoken of are business.
fn another(blocks: &[&Block]) -> Option<usize> {
    let opens = |block: &Block| {
        let text = block.flat();
        let calls = block.marker.is_empty() && fold(&text).starts_with("minutes of");
        let short = calls && text.split_whitespace().count() <= 30;
        when::days(if short { &text } else { "" }).first().map(|day| day.on)
    };
    let (at, first) =
        blocks.iter().take(HEAD).enumerate().find_map(|(at, b)| Some((at, opens(b)?)))?;
    let heads = |at: usize| {
        let lists = |block: &&Block| {
            matches!(label::label(&block.flat()), Some((label::Label::Came(..), _)))
        };
        blocks[at].role == Role::Heading || blocks[at + 1..].iter().take(HEAD / 2).any(lists)
    };
    let later = |at: &usize| opens(blocks[*at]).is_some_and(|day| day > first) && heads(*at);
    (at + 1..blocks.len()).find(later)
}

/// How many paragraphs the head of minutes has at most.
const HEAD: usize = 12;

/// Tells of those who are listed as there and as having sent apologies, and takes them to
/// have been there.
fn both_ways(roll: &mut Vec<Listed>, report: &mut Report) {
    let came = |listed: &Listed| listed.status == AttendanceStatus::Present;
    let there: Vec<Listed> = roll.iter().filter(|listed| came(listed)).cloned().collect();
    roll.retain(|sent| {
        let sent_word = sent.status == AttendanceStatus::Apologies;
        let both = sent_word && there.iter().any(|had| same_name(had, sent));
        if both {
            let text = format!(
                "{} is listed as present and as having sent apologies; taken as present",
                sent.name
            );
            report.warn(sent.place.clone(), text);
        }
        !both
    });
}

/// Minutes numbered "026/01", "026/02": where what stands first never changes and
/// what follows does, the year stands first.
fn year_first(items: &mut [Part]) {
    let numbers: Vec<(u32, i32)> =
        items.iter().filter_map(|part| part.minute).filter_map(|(n, y)| Some((n, y?))).collect();
    let one = numbers.windows(2).all(|pair| pair[0].0 == pair[1].0);
    let many = numbers.windows(2).all(|pair| pair[0].1 != pair[1].1);
    if numbers.len() < 2 || !one || !many {
        return;
    }
    for (number, year) in items.iter_mut().filter_map(|part| part.minute.as_mut()) {
        let behind = year.and_then(|year| u32::try_from(year.rem_euclid(100)).ok());
        let before = i32::try_from(*number).ok().filter(|year| *year < 100);
        if let (Some(behind), Some(before)) = (behind, before) {
            (*number, *year) = (behind, Some(2000 + before));
        }
    }
}

fn is_apologies(part: &Part) -> bool {
    let title = fold(&part.title);
    ["apologies", "apology"].iter().any(|word| title.split(' ').any(|said| said == *word))
}

/// Whether two of the roll are one: the same name, or the same family name and
/// initial.
fn same_name(had: &Listed, found: &Listed) -> bool {
    let name = |listed: &Listed| Name::of(&listed.name);
    let (a, b) = (name(had), name(found));
    let initial = |name: &Name| fold(&name.given).chars().next();
    fold(&a.family) == fold(&b.family) && (initial(&a) == initial(&b) || b.given.is_empty())
}

/// Whether what follows only repeats or serves the minutes.
fn ends(block: &Block) -> bool {
    let text = fold(&block.flat());
    block.role == Role::Heading
        && [
            "summary of action",
            "summary of resolution",
            "diagnostics",
            "appendix",
            "annex",
            "attachments",
        ]
        .iter()
        .any(|words| text.starts_with(words))
}

/// Where the items begin: at minute numbers, else at a run of numbers, else at
/// the headings below the one that says "minutes".
fn starts(blocks: &[&Block]) -> Vec<usize> {
    let all = |test: &dyn Fn(&Block) -> bool| -> Vec<usize> {
        (0..blocks.len()).filter(|at| test(blocks[*at])).collect()
    };
    let lettered = lettered_run(blocks);
    let numbered = all(&|block| minute_number(block).is_some() && lettered_at(block).is_none());
    if numbered.len() >= 2.max(lettered.len()) {
        return numbered;
    }
    let run = run::longest(blocks);
    // Minutes numbered through the year begin anywhere.
    let on = run::longest_on(blocks);
    let run = if on.len() > run.len() { on } else { run };
    let headings = run::headings(blocks);
    let run = if headings.len() > run.len() { headings } else { run };
    if lettered.len() >= 2.max(run.len()) {
        return lettered;
    }
    if run.len() >= 3 || run.len() >= 2 && run.iter().all(|at| blocks[*at].role == Role::Heading) {
        return with_rows(blocks, run);
    }
    let from = blocks.iter().position(|block| {
        let text = fold(&block.flat());
        block.role == Role::Heading && (text == "meeting minutes" || text == "minutes")
    });
    let from = from.map_or(0, |at| at + 1);
    let headed = |block: &Block| {
        let names =
            block.level == 0 || super::is_title(block) || label::label(&block.flat()).is_some();
        block.role == Role::Heading && !names
    };
    let levels: Vec<usize> = blocks[from..]
        .iter()
        .filter(|block| headed(block))
        .map(|block| usize::from(block.level))
        .collect();
    let deepest_common =
        levels.iter().copied().max_by_key(|level| levels.iter().filter(|l| **l == *level).count());
    let Some(level) = deepest_common else { return run };
    let found: Vec<usize> = (from..blocks.len())
        .filter(|at| headed(blocks[*at]) && usize::from(blocks[*at].level) == level)
        .collect();
    if found.len() > run.len() { found } else { run }
}

/// The beginnings of items, with those that rows of the same table number as parts of an
/// item: "3.1" in a column of numbers is business of its own.
fn with_rows(blocks: &[&Block], run: Vec<usize>) -> Vec<usize> {
    let in_rows = |at: &usize| blocks[*at].role == Role::Item && blocks[*at].place.contains("row");
    if !run.iter().all(in_rows) {
        return run;
    }
    let part = |at: &usize| {
        let marker = blocks[*at].marker.trim_end_matches(['.', ')']);
        in_rows(at) && marker.split_once('.').is_some_and(|(n, m)| !n.is_empty() && !m.is_empty())
    };
    let mut all: Vec<usize> = (0..blocks.len()).filter(part).chain(run).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// "CA.31", "FC26/101": the letters a body is known by, and the year if it stands
/// behind them; and the number of its minute.
fn lettered(first: &str) -> Option<(&str, u32)> {
    let (letters, number) = first.split_once(['.', '/'])?;
    let (bare, year) =
        letters.split_at(letters.trim_end_matches(|c: char| c.is_ascii_digit()).len());
    let known = (1..=4).contains(&bare.len()) && bare.chars().all(|c| c.is_ascii_uppercase());
    let known = known && matches!(year.len(), 0 | 2);
    (known && number.len() <= 3).then(|| Some((letters, number.parse().ok()?))).flatten()
}

/// The year behind such letters: 2026 for "FC26".
fn year_behind(letters: &str) -> Option<i32> {
    let year: i32 = letters.get(letters.len().checked_sub(2)?..)?.parse().ok()?;
    Some(2000 + year)
}

/// The letters and number that a block begins with.
fn lettered_at(block: &Block) -> Option<(String, u32)> {
    let text = block.flat();
    let first = text.split_whitespace().next()?.trim_end_matches(['.', ':']);
    lettered(first).map(|(letters, number)| (letters.to_owned(), number))
}

/// The longest run of minutes numbered by letters, each the next of the same: the
/// questions and answers of the public ("Q.1", "A.1") are two short ones.
fn lettered_run(blocks: &[&Block]) -> Vec<usize> {
    let mut runs: Vec<(String, u32, Vec<usize>)> = Vec::new();
    for (at, block) in blocks.iter().enumerate() {
        let Some((letters, number)) = lettered_at(block) else { continue };
        match runs.iter_mut().find(|(had, last, _)| *had == letters && *last + 1 == number) {
            Some((_, last, run)) => {
                *last = number;
                run.push(at);
            }
            None => runs.push((letters, number, vec![at])),
        }
    }
    runs.into_iter().map(|(_, _, run)| run).max_by_key(Vec::len).unwrap_or_default()
}

/// "26/09" in front of a title: the number, its year if that is printed, and the
/// title.
pub(super) fn minute_number(block: &Block) -> Option<(u32, Option<i32>, String)> {
    let lines = block.lines();
    let text = lines.first()?;
    let (first, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    let first = first.trim_end_matches(['.', ':']);
    if let Some((letters, number)) = lettered(first) {
        return Some((number, year_behind(letters), rest.trim().to_owned()));
    }
    // "BM/26/014": the letters of the body, the year and the number.
    let first = match first.split_once('/') {
        Some((letters, rest))
            if !letters.is_empty() && letters.chars().all(|c| c.is_ascii_uppercase()) =>
        {
            rest
        }
        _ => first,
    };
    let (number, year) = first.split_once('/')?;
    // "26/101": a number of three figures stands behind its year.
    let (number, year) = match (number.len(), year.len()) {
        (2 | 4, 3) => (year, number),
        _ => (number, year),
    };
    let (number, short) = (number.parse::<u32>().ok()?, year.parse::<i32>().ok()?);
    let year = match year.len() {
        2 if short > 60 => 1900 + short,
        2 => 2000 + short,
        4 => short,
        _ => return None,
    };
    let title = rest.trim();
    // What is printed as a heading is one, whatever it begins with: "7/26 20 mph zones".
    let printed = block.role == Role::Heading || title.contains("(Agenda Item");
    let opens = |c: char| c.is_uppercase() || !(c.is_lowercase() || c.is_numeric());
    let heads = printed || title.is_empty() || title.starts_with(opens);
    (number < 1000 && heads).then(|| (number, Some(year), title.to_owned()))
}

fn part(blocks: &[&Block]) -> Part {
    let mut part = Part::default();
    let Some((first, rest)) = blocks.split_first() else { return part };
    part.place.clone_from(&first.place);
    part.blocks = rest.iter().map(|block| (*block).clone()).collect();
    let (own, under) = own_lines(&first.text);
    let line =
        |text: String| Block { role: Role::Line, marker: String::new(), text, ..(*first).clone() };
    part.blocks.splice(0..0, under.into_iter().map(line));
    let printed = if let Some((number, year, title)) = minute_number(first) {
        part.minute = Some((number, year));
        // A title of more than one line is joined to its first.
        let joined = own.split('\n').next().unwrap_or_default();
        if joined.len() > title.len() && joined.contains(&title) {
            joined[joined.find(&title).unwrap_or(0)..].to_owned()
        } else {
            title
        }
    } else {
        let parts = marker::parts(&first.marker);
        let figures = parts.iter().all(|part| part.chars().all(|c| c.is_ascii_digit()));
        part.item = if figures { parts.join(".") } else { parts.concat() };
        own
    };
    let mut line = super::super::agenda::line::Line::default();
    let (own, item) = agenda_item(&printed);
    if let Some(item) = item {
        part.item = item;
    }
    title::read(&own, &mut line);
    part.title = line.title;
    if part.title.is_empty()
        && let Some(block) = part.blocks.first().cloned()
    {
        part.blocks.remove(0);
        part.title = block.flat();
    }
    if part.item.is_empty()
        && let Some(block) = part.blocks.first().cloned()
        && let (own, Some(item)) = agenda_item(&block.flat())
        && own.is_empty()
    {
        part.blocks.remove(0);
        part.item = item;
    }
    part
}

/// "TITLE (Agenda Item 5)": the title and the number.
fn agenda_item(text: &str) -> (String, Option<String>) {
    let lower = text.to_ascii_lowercase();
    let open = ["(agenda item ", "(agenda no. ", "(item "]
        .into_iter()
        .find_map(|words| Some((lower.find(words)?, words.len())));
    let Some((at, length)) = open else {
        return (text.to_owned(), None);
    };
    let inside = text[at + length..].split(')').next().unwrap_or_default().trim().to_owned();
    let after = text[at..].split_once(')').map_or("", |(_, after)| after);
    (format!("{}{after}", text[..at].trim_end()).trim().to_owned(), Some(inside))
}
