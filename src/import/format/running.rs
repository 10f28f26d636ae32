//! Running heads: the line that a printer puts on every page, with its number, which plain
//! text has in the middle of what goes on from one page to the next.

use std::collections::{HashMap, HashSet};

use super::super::report::Remark;

/// How many pages make a head a running one.
const PAGES: usize = 2;

/// The lines of a paper that only its pages have: running heads, and the empty lines about
/// one where a sentence goes on past it.
pub(super) fn heads(lines: &[&str]) -> (HashSet<usize>, Option<Remark>) {
    let mut alike: HashMap<String, Vec<(u16, usize)>> = HashMap::new();
    for (at, line) in lines.iter().enumerate() {
        if let Some((page, head)) = numberless(line) {
            alike.entry(head).or_default().push((page, at));
        }
    }
    // The numbers of pages rise all the way.
    let rise = |pages: &[(u16, usize)]| pages.windows(2).all(|pair| pair[0].0 < pair[1].0);
    let pages = alike.into_values().filter(|pages| pages.len() >= PAGES && rise(pages));
    let heads: HashSet<usize> = pages.flatten().map(|(_, at)| at).collect();
    let Some(first) = heads.iter().min().copied() else { return (HashSet::new(), None) };
    let said = format!(
        "running heads were left out: \u{201c}{}\u{201d} and the like",
        lines[first].trim()
    );
    let empty = |at: usize| heads.contains(&at) || lines[at].trim().is_empty();
    let mut left_out = heads.clone();
    let mut at = 0;
    while at < lines.len() {
        let end = (at..lines.len()).find(|at| !empty(*at)).unwrap_or(lines.len());
        let last = at.checked_sub(1).map_or("", |at| lines[at].trim_end());
        let next = lines.get(end).map_or("", |line| line.trim_start());
        let whole = last.is_empty() || last.ends_with(['.', ':', ';', '?', '!']);
        if !whole && next.starts_with(char::is_lowercase) && (at..end).any(|at| heads.contains(&at))
        {
            left_out.extend(at..end);
        }
        at = end + 1;
    }
    (left_out, Some(Remark::new("every page", said)))
}

/// The number of its page that a line begins or ends with, and the line without it: "Page 2 of
/// 7   Vale Board". A sentence that speaks of a page is none.
fn numberless(line: &str) -> Option<(u16, String)> {
    const LONGEST: usize = 14;
    let words: Vec<&str> = line.split_whitespace().collect();
    let is_page = |word: &&str| matches!(word.to_lowercase().as_str(), "page" | "page:" | "p.");
    let at = words.iter().position(is_page)?;
    let page = words.get(at + 1)?.parse().ok()?;
    // "of 7"
    let of = words.get(at + 2) == Some(&"of") && words.get(at + 3)?.parse::<u16>().is_ok();
    let end = at + if of { 4 } else { 2 };
    let apart = at == 0 && words.get(end).is_none_or(|word| word.starts_with(char::is_uppercase))
        || end == words.len() && words[at].starts_with('P');
    let plain = words.len() <= LONGEST && !line.trim_end().ends_with(['.', ';', ':']);
    let rest = words[..at].iter().chain(&words[end..]);
    (apart && plain).then(|| (page, rest.copied().collect::<Vec<_>>().join(" ")))
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
