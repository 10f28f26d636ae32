//! What minutes print beside a name: the office, the chair, where somebody
//! comes from, and in whose place they came.

use chrono::{NaiveTime, TimeDelta};

use super::super::super::words::fold::fold;
use super::super::super::words::name::Name;
use super::super::super::words::when;
use super::super::letterhead;
use super::super::people::is_name;
use crate::model::{Capacity, day};

/// Whether words beside a name put its bearer in the chair; the office of a vice
/// or deputy does not.
pub(super) fn presides(said: &str) -> bool {
    let said = fold(said);
    let deputy = ["vice", "deputy"].iter().any(|word| said.contains(word));
    let chair = [
        "in the chair",
        "chair",
        "chairman",
        "chairperson",
        "chairwoman",
        "convener",
        "convenor",
        "presiding",
    ];
    said.contains("in the chair")
        || (!deputy
            && chair.iter().any(|word| said == *word || said.ends_with(&format!(" {word}"))))
}

/// The office in the brackets after an officer's or a guest's name.
pub(super) fn office(inside: &str, capacity: Capacity) -> String {
    let guest = matches!(capacity, Capacity::Officer | Capacity::Invitee);
    // Of a member it is what they do elsewhere: "Medical Director".
    let guest = guest || (letterhead::is_post(inside) && !is_of_members(inside));
    let folded = fold(inside);
    let times =
        ["for ", "except ", "item ", "items ", "in place of ", "substitut", "until ", "from "];
    let of_time = times.iter().any(|word| folded.starts_with(word));
    if guest && !of_time && !presides(inside) && !is_organisation(inside) {
        inside.to_owned()
    } else {
        String::new()
    }
}

/// Whether an office is one that a member holds.
pub(super) fn is_of_members(office: &str) -> bool {
    let folded = fold(office);
    let held = ["chair", "leader", "mayor", "portfolio holder", "cabinet member"];
    held.iter().any(|office| folded.contains(office))
}

/// The member in whose place somebody came: "in place of Councillor Bell".
pub(super) fn principal(inside: &str) -> String {
    let lower = inside.to_lowercase();
    let words = [
        "in place of ",
        "substitute for ",
        "substituting for ",
        "deputising for ",
        "sub for ",
        "for ",
    ];
    let words = words.into_iter().find(|words| lower.starts_with(words));
    let said = words.and_then(|words| inside.get(words.len()..)).unwrap_or_default().trim();
    // "deputising for Tom Sayle, Chamber of Commerce"
    let said = said.split(',').next().unwrap_or(said).trim();
    let titled = !Name::of(said).title.is_empty();
    if is_name(said) && !said.chars().any(|c| c.is_ascii_digit()) || titled {
        said.to_owned()
    } else {
        String::new()
    }
}

/// Whoever came in the place of somebody who sent apologies: "represented by Tom
/// Hale".
pub(super) fn substitute(said: &str) -> Option<String> {
    let lower = said.to_ascii_lowercase();
    // "Helen Rudge attending"
    let whole = [
        " was present as substitute",
        " attended as substitute",
        " as substitute",
        " attending",
        " attended",
        " attending instead",
        " substituting",
        " deputising",
        " deputised",
        " substitute",
    ];
    let first = ["substitute ", "Substitute ", "deputy ", "sub "];
    let name = whole.iter().find_map(|end| said.trim().strip_suffix(end));
    let name = name.or_else(|| first.iter().find_map(|begin| said.trim().strip_prefix(begin)));
    let named = |name: &str| is_name(name) || !Name::of(name).title.is_empty();
    if let Some(name) = name.filter(|name| named(name)) {
        return Some(name.to_owned());
    }
    let words = [
        "represented by ",
        "substituted by ",
        "replaced by ",
        "substitute: ",
        "substitute - ",
        "deputising: ",
        "deputy: ",
    ];
    let at = words.iter().find_map(|words| Some(lower.find(words)? + words.len()))?;
    let name = said[at..].split([')', ',', ';']).next()?.trim().trim_end_matches('.');
    named(name).then(|| name.to_owned())
}

/// A line of two columns, of who sent apologies and who came instead, as a sentence would have
/// it: "Councillor Vane (represented by Councillor Solanki)" for "Councillor Vane  Councillor
/// Solanki".
pub(super) fn with_substitute(line: &str) -> String {
    let line = line.trim().trim_end_matches(['-', '\u{2013}']).trim();
    let second = [" Councillor ", " Cllr "].iter().filter_map(|title| line.rfind(title)).max();
    match second.filter(|at| *at > 0) {
        Some(at) => format!("{} (represented by {})", &line[..at], line[at..].trim()),
        None => line.to_owned(),
    }
}

/// Who a sentence says came in whose place, as a list has them: "Cllr Fox was present as
/// substitute for Cllr Ross." is "Cllr Fox (in place of Cllr Ross)".
pub(super) fn instead(line: &str) -> Option<String> {
    const WAYS: [&str; 7] = [
        " was present as substitute for ",
        " was present as a substitute for ",
        " attended as substitute for ",
        " attended as a substitute for ",
        " attended in place of ",
        " substituted for ",
        " was substituting for ",
    ];
    let line = line.trim().trim_end_matches('.');
    let (who, whom) = WAYS.iter().find_map(|way| line.split_once(way))?;
    let named = |name: &str| is_name(name) || !Name::of(name).title.is_empty();
    (named(who) && named(whom)).then(|| format!("{who} (in place of {whom})"))
}

/// Whether what stands in brackets after a name is where somebody comes from.
pub(super) fn is_organisation(said: &str) -> bool {
    if said.split_whitespace().count() < 2 {
        return ["police", "healthwatch", "nhs", "icb", "cvs"].contains(&&*fold(said));
    }
    let named = said.split_whitespace().any(names_organisation);
    !letterhead::is_post(said) && (letterhead::is_body(said) || named)
}

/// Whether `inside` is how the minutes call the bearer of `name` from there on: "Jo Marsh
/// (JM)".
pub(super) fn are_initials_of(inside: &str, name: &str) -> bool {
    let name = Name::of(name);
    let words = name.given.split([' ', '-']).chain(name.family.split([' ', '-']));
    let initials: String = words.filter_map(|word| word.chars().next()).collect();
    inside.chars().all(char::is_uppercase) && initials.to_uppercase() == inside
}

/// Whether a word is one that the names of organisations have, and of people do not.
fn names_organisation(word: &str) -> bool {
    const WORDS: &str = "police council nhs trust authority icb university college cvs chamber \
        federation association healthwatch hospital housing";
    WORDS.split_whitespace().any(|known| known == fold(word))
}

/// How many lines of one shape make a list of it.
const LISTED: usize = 3;

/// Lines of a list that has a person to each, with where they come from or what they are
/// after a comma, have that in brackets: "Tom Hale, Citizens Advice" among such lines is
/// one person.
pub(super) fn homes(lines: &mut [&mut String]) {
    let mut from = 0;
    while from < lines.len() {
        let length = lines[from..].iter().take_while(|line| pair(line).is_some()).count();
        let run = &mut lines[from..from + length];
        // Where all that follow could be people too, the lines may be of two people each.
        let other = |line: &&mut String| {
            pair(line).is_some_and(|(_, home, _)| {
                !is_name(home) || is_organisation(home) || letterhead::is_post(home)
            })
        };
        if length >= LISTED && run.iter().any(other) {
            for line in run {
                if let Some((name, home, inside)) = pair(line) {
                    let post = if letterhead::is_post(home) { home } else { "" };
                    let home = if post.is_empty() { format!("; {home}") } else { String::new() };
                    let said = [inside, post].into_iter().filter(|said| !said.is_empty());
                    **line = format!("{name} ({}{home})", said.collect::<Vec<_>>().join(", "));
                }
            }
        }
        from += length.max(1);
    }
}

/// "Helen Marlowe, Mercia Police (Chair)": the name, what follows it, and what stands in
/// brackets at the end.
fn pair(line: &str) -> Option<(&str, &str, &str)> {
    let (name, rest) = line.trim().split_once(", ")?;
    let (home, inside) = match rest.strip_suffix(')').and_then(|rest| rest.split_once(" (")) {
        Some((home, inside)) => (home, inside),
        None => (rest, ""),
    };
    let plain = |text: &str| !text.contains([',', ';', ':', '(', ')']) && !text.contains(" and ");
    let whole = !Name::of(name).given.is_empty() && is_name(name);
    (whole && plain(name) && plain(home) && !home.is_empty()).then_some((name, home, inside))
}

/// When somebody came in, where a cell says that they did so after the meeting `opened`:
/// "Present (arrived 17.50)", or the time alone.
pub(super) fn late(cell: &str, opened: Option<NaiveTime>) -> Option<String> {
    let inside = cell.split_once('(').map(|(_, inside)| inside.trim_end_matches(')'));
    let timed = inside.filter(|inside| !when::times(inside).is_empty());
    let after = || {
        let time = time_alone(cell)?;
        (time - opened? >= AT_ONCE).then(|| format!("arrived {}", day::clock(time)))
    };
    timed.map(str::to_owned).or_else(after)
}

/// Within how long of the first of them people come in as the meeting opens.
const AT_ONCE: TimeDelta = TimeDelta::minutes(10);

/// The time that a cell holds, and nothing else but brackets.
pub(super) fn time_alone(cell: &str) -> Option<NaiveTime> {
    when::whole_time(cell.split('(').next().unwrap_or(cell))
}
