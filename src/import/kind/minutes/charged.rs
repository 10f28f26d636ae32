//! Whom a column of actions names and says no more of, and the sentences beside it that
//! tell them what to do.

use super::super::super::paper::{Block, Row};
use super::super::super::words::{due, when};
use super::super::people::is_name;
use super::owed::are_initials;
use super::parted;

/// How a sentence goes on after its subject, where that is to do something.
const TOLD: [&str; 9] = [
    " agreed to ",
    " undertook to ",
    " offered to ",
    " was asked to ",
    " is to ",
    " are to ",
    " to ",
    " will ",
    " shall ",
];

/// What follows where nothing is to be done: "HM agreed to the plan", "RP will not come".
const NOTHING: [&str; 8] = ["the ", "this ", "that ", "a ", "an ", "these ", "those ", "not "];

/// `row` with each sentence that tells somebody what to do as an action on a line of its
/// own, where its column `action` has nothing but their names; the names it found a sentence
/// for are left out there. Nothing, if that is not what the column has.
pub(super) fn charged(row: &Row, action: usize) -> Option<Row> {
    let column = row.cell(action)?;
    let lines = column.blocks.iter().flat_map(Block::lines);
    let timed: Vec<(String, String)> = lines.map(|line| by_when(&line)).collect();
    let lines: Vec<String> = timed.iter().map(|(names, _)| names.clone()).collect();
    let parts = |line: &String| line.replace(" and ", "/").replace(['&', ',', ';'], "/");
    let names: Vec<String> = lines
        .iter()
        .flat_map(|line| {
            parts(line).split('/').map(|name| name.trim().to_owned()).collect::<Vec<_>>()
        })
        .filter(|name| !name.is_empty())
        .collect();
    if names.is_empty() || !names.iter().all(|name| are_initials(name) || is_name(name)) {
        return None;
    }
    let mut found: Vec<&String> = Vec::new();
    let mut told = row.clone();
    for cell in told.cells.iter_mut().filter(|cell| cell.at != column.at) {
        for block in &mut cell.blocks {
            let lines: Vec<String> =
                block.text.split('\n').map(|line| cut(line, &names, &mut found)).collect();
            block.text = lines.join("\n");
        }
    }
    let whole = names.iter().all(|name| found.contains(&name));
    // One day in the column is that of all it names.
    if let [(_, due)] = timed.as_slice() {
        for block in told.cells.iter_mut().flat_map(|cell| &mut cell.blocks) {
            block.text = due_by(&block.text, due);
        }
    }
    for cell in told.cells.iter_mut().filter(|cell| whole && cell.at == column.at) {
        cell.blocks.clear();
    }
    (!found.is_empty()).then_some(told)
}

/// The names of a line and the day or time they have: "GP by 20 March 2026".
fn by_when(line: &str) -> (String, String) {
    let parted = line.rsplit_once(" by ").filter(|(_, due)| due::of(due).is_some());
    let (names, due) = parted.unwrap_or((line, ""));
    (names.trim_end_matches([',', ':', '-', ' ']).to_owned(), due.trim().to_owned())
}

/// `text` with each action that was cut out of it due by that.
fn due_by(text: &str, due: &str) -> String {
    let timed = |line: &str| {
        if line.starts_with("ACTION: ") && !due.is_empty() {
            format!("{} by {due}", line.trim_end_matches('.'))
        } else {
            line.to_owned()
        }
    };
    text.split('\n').map(timed).collect::<Vec<_>>().join("\n")
}

/// Who is to do what `before` tells at its end, and by when, as the line of an action has
/// it, where `lines` of a column of actions say no more than that: "Ann Bell" over "15 July
/// 2026".
pub(super) fn alone(lines: &[String], before: &str) -> Option<String> {
    let apart: Vec<String> = lines
        .iter()
        .flat_map(|line| <[String; 2]>::from(by_when(line)))
        .filter(|part| !part.is_empty())
        .collect();
    let (days, names): (Vec<&String>, Vec<&String>) =
        apart.iter().partition(|line| when::whole_day(line).is_some());
    let sentence = parted::sentences(before).last().copied()?;
    let tells = TOLD.iter().any(|tie| sentence.contains(tie));
    let named = !names.is_empty() && names.iter().all(|n| are_initials(n) || is_name(n));
    let by = match days[..] {
        [] => String::new(),
        [day] => format!(", by {day}"),
        _ => return None,
    };
    let names: Vec<&str> = names.into_iter().map(String::as_str).collect();
    (tells && named).then(|| format!("ACTION: {}{by}", names.join("/")))
}

/// `line` with what it tells anybody of `names` to do on lines of their own; those it tells
/// are put with `found`.
fn cut<'a>(line: &str, names: &'a [String], found: &mut Vec<&'a String>) -> String {
    let mut cut = String::with_capacity(line.len());
    let mut acts = false;
    for sentence in parted::sentences(line) {
        let ties = TOLD.iter().filter_map(|tie| Some((sentence.find(tie)?, tie.len())));
        let given = ties.min().and_then(|(at, length)| {
            let (who, what) = (&sentence[..at], &sentence[at + length..]);
            let all = who.replace(" and ", "/").replace(['&', ','], "/");
            let named: Vec<&String> = all
                .split('/')
                .filter_map(|who| names.iter().find(|name| is_same(name, who.trim())))
                .collect();
            let every = !named.is_empty() && named.len() == all.split('/').count();
            let does = !NOTHING.iter().any(|word| what.starts_with(word));
            (every && does).then(|| (named, format!("ACTION: {who} to {what}")))
        });
        let own = given.is_some();
        if !cut.is_empty() {
            cut.push(if own || acts { '\n' } else { ' ' });
        }
        acts = own;
        match given {
            Some((named, line)) => {
                found.extend(named);
                cut.push_str(&line);
            }
            None => cut.push_str(sentence),
        }
    }
    cut
}

/// Whether two names can be of one person: "HM" and "Helen Marsh", "Helen" and "Helen Marsh".
fn is_same(one: &str, other: &str) -> bool {
    let initials = |name: &str| -> String {
        name.split_whitespace().filter_map(|word| word.chars().next()).collect()
    };
    let first = |name: &str| name.split(' ').next().unwrap_or_default().to_owned();
    one == other
        || (are_initials(one) && initials(other) == one)
        || (are_initials(other) && initials(one) == other)
        || (!other.contains(' ') && first(one) == other)
        || (!one.contains(' ') && first(other) == one)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_somebody_is_told_to_do_stands_alone() {
        let names = ["RP".to_owned(), "Tom Birch".to_owned()];
        let mut found = Vec::new();
        let line = "RP reported a fall. RP to send the figures by 30 October. Tom will write to members. RP agreed to the plan.";
        assert_eq!(
            cut(line, &names, &mut found),
            "RP reported a fall.\nACTION: RP to send the figures by 30 October.\nACTION: Tom to write to members.\nRP agreed to the plan."
        );
        assert_eq!(found.len(), 2);
    }
}
