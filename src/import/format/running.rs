//! Running heads: the line that a printer puts on every page, with its number, which plain
//! text has in the middle of what goes on from one page to the next.

use std::collections::{HashMap, HashSet};

use super::super::report::Remark;

/// How many pages make a head a running one.
const PAGES: usize = 2;

/// The lines of a paper that only its pages have: running heads, and the empty lines about
/// one where a sentence goes on past it.
pub(super) fn heads(lines: &[&str]) -> (HashSet<usize>, Option<Remark>) {
    let mut alike: HashMap<String, Vec<usize>> = HashMap::new();
    for (at, line) in lines.iter().enumerate() {
        if let Some(head) = numberless(line) {
            alike.entry(head).or_default().push(at);
        }
    }
    let heads: HashSet<usize> =
        alike.into_values().filter(|at| at.len() >= PAGES).flatten().collect();
    let empty = |at: &usize| heads.contains(at) || lines[*at].trim().is_empty();
    let mut left_out = heads.clone();
    for head in &heads {
        let before: Vec<usize> = (0..*head).rev().take_while(empty).collect();
        let after: Vec<usize> = (head + 1..lines.len()).take_while(empty).collect();
        let last = head.checked_sub(before.len() + 1).map_or("", |at| lines[at].trim_end());
        let next = lines.get(head + after.len() + 1).map_or("", |line| line.trim_start());
        let whole = last.is_empty() || last.ends_with(['.', ':', ';', '?', '!']);
        if !whole && next.starts_with(char::is_lowercase) {
            left_out.extend(before.into_iter().chain(after));
        }
    }
    let said = "the running heads of the pages were left out";
    let told = (!heads.is_empty()).then(|| Remark::new("every page", said));
    (left_out, told)
}

/// A line that gives the number of its page, without that: "Page 2 of 7   Vale Board".
fn numberless(line: &str) -> Option<String> {
    let words: Vec<&str> = line.split_whitespace().collect();
    let is_page = |word: &&str| matches!(word.to_lowercase().as_str(), "page" | "page:" | "p.");
    let at = words.iter().position(is_page)?;
    words.get(at + 1)?.parse::<u16>().ok()?;
    let short = words.len() <= 20;
    let rest = words[..at].iter().chain(&words[at + 2..]);
    short.then(|| rest.copied().collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_goes_on_past_the_head_of_a_page() {
        let paper = "Page 1  Vale Board\n\nThe Board considered the\n\nPage 2  Vale Board\n\n\
            options.\n\nRESOLVED: that it be so.\n\nPage 3  Vale Board\n\n3. Close\n\
            See page 4 of the report.";
        let lines: Vec<&str> = paper.lines().collect();
        let mut found: Vec<usize> = heads(&lines).0.into_iter().collect();
        found.sort_unstable();
        assert_eq!(found, [0, 3, 4, 5, 10]);
    }
}
