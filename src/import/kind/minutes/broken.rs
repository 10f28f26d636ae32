//! Lines of a list of people that a typist broke, made whole.

use super::super::super::paper::{Block, Role};
use super::super::super::words::fold::fold;
use super::super::super::words::name::{is_given, is_title};
use super::beside;
use super::label::label;

/// The lines of each block, those joined that a typist broke: within brackets, after a
/// comma or an "and", and "Other Members in" over "Attendance:".
pub(super) fn whole_lines<'b>(blocks: &[&'b Block]) -> Vec<(&'b Block, Vec<String>)> {
    let mut whole: Vec<(&Block, Vec<String>)> = Vec::new();
    // The last that has a line of its own.
    let mut last_own = 0;
    for block in blocks {
        let mut own: Vec<String> = Vec::new();
        for line in block.lines() {
            let before = whole.get_mut(last_own);
            let before = before.filter(|(last, _)| plain(last) && plain(block));
            let last = match own.last_mut() {
                Some(last) => Some(last),
                None => before.and_then(|(_, lines)| lines.last_mut()),
            };
            match last.filter(|last| is_broken(last, &line)) {
                Some(last) => {
                    last.push(' ');
                    last.push_str(&line);
                }
                None => own.push(line),
            }
        }
        last_own = if own.is_empty() { last_own } else { whole.len() };
        whole.push((*block, own));
    }
    let mut lines: Vec<&mut String> = whole.iter_mut().flat_map(|(_, lines)| lines).collect();
    beside::homes(&mut lines);
    whole
}

/// Whether a block is words of a line: an initial that begins one, "P. Vane", is no number.
fn plain(block: &Block) -> bool {
    let initial = |c: char| c.is_ascii_uppercase();
    let name = block.marker.strip_suffix('.').is_some_and(|mark| mark.len() == 1);
    block.role != Role::Heading
        && (block.marker.is_empty() || (name && block.marker.starts_with(initial)))
}

/// How long a list of people gets, in bytes, before what follows is no part of it.
const LONGEST: usize = 4_000;

/// Whether `line` only goes on with `last`.
fn is_broken(last: &str, line: &str) -> bool {
    if last.len() > LONGEST {
        return false;
    }
    let open = [",", " and", " of"].iter().any(|end| last.ends_with(end)) || breaks_off(last);
    let goes_on = line.starts_with("and ") || (line.starts_with('(') && line.contains(')'));
    ((open || goes_on) && label(line).is_none())
        || (splits_a_name(last) && label(line).is_none() && !line.starts_with("Councillor"))
        || last.matches('(').count() > last.matches(')').count()
        || (fold(last).ends_with("members in") && fold(line).starts_with("attendance"))
}

/// Whether a long line of names ends in the middle of one: "Councillors Rhys Gwilym, Ann".
fn splits_a_name(line: &str) -> bool {
    let last = line.rsplit([',', ';']).next().unwrap_or(line).trim();
    let word =
        |word: &str| word.starts_with(char::is_uppercase) && word.chars().all(char::is_alphabetic);
    // "Tom Skelhorn and Colin"
    let given = last.rsplit_once(" and ").is_some_and(|(_, last)| is_given(last.trim()));
    let length = line.chars().count();
    (60..=100).contains(&length) && line.contains([',', ';']) && word(last)
        || (40..=100).contains(&length) && given
}

/// Whether a line ends in what can be no whole name: a title or an initial and no family
/// name, "Cllr F Birtles and Cllr G".
fn breaks_off(line: &str) -> bool {
    let last = line.rsplit([',', ';']).next().unwrap_or(line);
    let last = last.rsplit(" and ").next().unwrap_or(last);
    let mut words = last.split_whitespace().peekable();
    let part = |word: &str| is_title(word) || word.trim_end_matches('.').chars().count() == 1;
    words.peek().is_some_and(|word| is_title(word)) && words.all(part)
}
