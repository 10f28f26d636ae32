//! The particulars of a meeting, each with its name: "Date: 3 May 2026".

use super::super::paper::{Block, Row};
use super::super::words::fold::fold;

/// What particulars of a meeting are called.
const PARTICULARS: &[&str] = &[
    "authority",
    "board",
    "body",
    "committee",
    "date",
    "date and time",
    "location",
    "meeting",
    "place",
    "time",
    "venue",
    "where",
];

/// The particulars that `row` gives and nothing else: "Date: 3 May 2026" in each
/// cell, or "Date" and the day beside it.
pub(super) fn of_row(row: &Row) -> Option<Vec<Block>> {
    let said: Vec<(String, &Block)> =
        row.said().filter_map(|cell| Some((cell.flat(), cell.blocks.first()?))).collect();
    let line = |(text, block): (String, &Block)| Block { text, ..block.clone() };
    let labelled = |text: &str| {
        text.split_once(':').is_some_and(|(label, rest)| named(label) && !rest.trim().is_empty())
    };
    if !said.is_empty() && said.iter().all(|(text, _)| labelled(text)) {
        return Some(said.into_iter().map(line).collect());
    }
    let [(label, block), (value, _)] = &said[..] else { return None };
    named(label)
        .then(|| vec![line((format!("{}: {value}", label.trim_end_matches([':', ' '])), block))])
}

/// The particulars that `line` gives one behind another, "Date: 3 May 2026 Time: 14:00", or
/// the line as it is.
pub(super) fn of_line(line: &str) -> Vec<&str> {
    let begins = |at: usize| {
        let before = line.get(..at).is_some_and(|before| before.trim_end().ends_with(':'));
        let open = at == 0 || line.get(..at).is_some_and(|before| before.ends_with([' ', '|']));
        let label = line.get(at..).and_then(|rest| rest.split_once(':')).map(|(label, _)| label);
        let own = |label: &str| label.starts_with(char::is_uppercase) && named(label);
        open && !before && label.is_some_and(own)
    };
    let starts: Vec<usize> =
        line.char_indices().map(|(at, _)| at).filter(|at| begins(*at)).collect();
    if starts.len() < 2 {
        return vec![line];
    }
    let ends = starts.iter().skip(1).copied().chain([line.len()]);
    let head = line.get(..starts[0]).map(str::trim).filter(|head| !head.is_empty());
    let parts = starts.iter().zip(ends).filter_map(|(from, to)| line.get(*from..to));
    let parts = parts.map(|part| part.trim().trim_end_matches(['|', ';', ',', ' ']));
    head.into_iter().chain(parts).collect()
}

fn named(label: &str) -> bool {
    PARTICULARS.contains(&fold(label).as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn particulars_behind_one_another_come_apart() {
        assert_eq!(
            of_line("Date: 3 May 2026  Time: 14:00 | Venue: Room 3, Shire Hall"),
            ["Date: 3 May 2026", "Time: 14:00", "Venue: Room 3, Shire Hall"]
        );
        for line in ["Venue: Shire Hall", "The time: 14:00", "Date and time: 3 May, 14:00"] {
            assert_eq!(of_line(line), [line]);
        }
    }
}
