//! The numbers that minutes bear: "26/09", "CA.31", "BM/26/014".

use super::super::super::paper::{Block, Role};
use super::part::Part;
use super::{owed, said};

/// Minutes numbered "026/01", "026/02": where what stands first never changes and
/// what follows does, the year stands first.
pub(super) fn year_first(items: &mut [Part]) {
    let numbers: Vec<(u32, i32)> =
        items.iter().filter_map(|part| part.minute).filter_map(|(n, y)| Some((n, y?))).collect();
    // "26/1" can only be so, and "26/10" behind it is as well.
    if let Some((1, year)) = numbers.first() {
        let behind = |part: &Part| part.minute.is_some_and(|(n, y)| is_behind(n, y, *year));
        for part in items.iter_mut().filter(|part| behind(part)) {
            let number = part.minute.and_then(|(_, y)| u32::try_from(y? - 2000).ok());
            part.minute = number.map(|number| (number, Some(*year)));
        }
    }
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

/// Whether a number is the `year`, in two figures, and what was taken for its year is the
/// number: "26/10" in 2026.
fn is_behind(number: u32, taken: Option<i32>, year: i32) -> bool {
    let short = u32::try_from(year.rem_euclid(100)).ok();
    short == Some(number)
        && taken.is_some_and(|taken| (2010..2100).contains(&taken) && taken != year)
}

/// The number of the first minute from which on numbers are those of minutes, and none of
/// items: an agenda begins with its first.
const LATER: u32 = 8;

/// Minutes that are numbered one behind another through a year, of which only the first
/// meeting's begin with one.
pub(super) fn through_the_year(items: &mut [Part]) {
    let numbers: Vec<Option<u32>> = items.iter().map(|part| part.item.parse().ok()).collect();
    let begins = numbers.first().copied().flatten().filter(|first| *first >= LATER);
    let Some(first) = begins.filter(|_| items.iter().all(|part| part.minute.is_none())) else {
        return;
    };
    if (first..).zip(&numbers).all(|(wanted, number)| Some(wanted) == *number) {
        for (number, part) in (first..).zip(items) {
            part.minute = Some((number, None));
            part.item.clear();
        }
    }
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
pub(super) fn lettered_at(block: &Block) -> Option<(String, u32)> {
    let text = block.flat();
    let first = text.split_whitespace().next()?.trim_end_matches(['.', ':']);
    lettered(first).map(|(letters, number)| (letters.to_owned(), number))
}

/// The longest run of minutes numbered by letters, each the next of the same: the
/// questions and answers of the public ("Q.1", "A.1") are two short ones.
pub(super) fn lettered_run(blocks: &[&Block]) -> Vec<usize> {
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
    // "26/101": a number of three figures stands behind its year, and so does one of one.
    let (number, year) = match (number.len(), year.len()) {
        (2 | 4, 1 | 3) => (year, number),
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
    // "2026/27 budget": a year of accounts is no number.
    let fits = number < 1000 || (number < 10_000 && !(1900..2100).contains(&number));
    (fits && heads).then(|| (number, Some(year), title.to_owned()))
}

/// What `block` says of the minute that `before` begins, with its number in front once more:
/// "26/032 Action: ...".
pub(super) fn says_more_of(block: &Block, before: &Block) -> Option<String> {
    let (number, year, text) = minute_number(block)?;
    let same = minute_number(before).is_some_and(|(n, y, _)| (n, y) == (number, year));
    let records = owed::action(&text).is_some() || said::decision(&text).is_some();
    (same && records).then_some(text)
}

/// `block`, under the minute that `first` begins, without its number.
pub(super) fn bare(block: &Block, first: &Block) -> Block {
    let text = says_more_of(block, first).unwrap_or_else(|| block.text.clone());
    Block { text, ..block.clone() }
}

/// Whether `said` names the minute of that `number` and `year`: with its year, on either side
/// of it, or alone where no item of `items` has that number.
pub(super) fn means(said: &str, number: u32, year: Option<i32>, items: &[String]) -> bool {
    // "26/020(b)" is a part of what is minuted under 20.
    let bare = said.split('(').next().unwrap_or_default();
    let numbers: Vec<u32> = bare.split('/').filter_map(|number| number.parse().ok()).collect();
    match numbers[..] {
        [a, b] => [(a, b), (b, a)]
            .iter()
            .any(|(n, y)| *n == number && year.is_none_or(|year| is_year(*y, year))),
        [only] => only == number && !items.iter().any(|item| item == said),
        _ => false,
    }
}

/// Whether `printed` is `year`, in two figures or four.
fn is_year(printed: u32, year: i32) -> bool {
    i32::try_from(printed).is_ok_and(|printed| printed == year || printed == year.rem_euclid(100))
}
