//! English as minutes keep it: number words, clauses, and runs of item numbers.

use super::phrase::Phrases;
use crate::model::Person;
use crate::rules::motion::to_alter;
use crate::rules::sentence::list;
pub(super) use crate::rules::sentence::several;

const NUMBERS: [&str; 13] = [
    "none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve",
];

/// One to twelve in words, as minutes write them, and figures beyond.
pub(super) fn number(n: u32) -> String {
    usize::try_from(n)
        .ok()
        .and_then(|at| NUMBERS.get(at))
        .map_or_else(|| n.to_string(), |word| (*word).to_owned())
}

/// The text with a full stop, unless it ends with a stop of its own.
pub(super) fn sentence(text: &str) -> String {
    let text = text.trim();
    let open = !text.is_empty() && !text.ends_with(['.', '?', '!', ':', '…']);
    if open { format!("{text}.") } else { text.to_owned() }
}

/// One line of a text: its line ends become spaces.
pub(super) fn line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The paragraphs of a minute's narrative: its lines that say something.
pub(super) fn paragraphs(text: &str) -> Vec<String> {
    text.lines().map(line).filter(|paragraph| !paragraph.is_empty()).collect()
}

/// What a body that meets calls itself.
const MEETS: [&str; 10] = [
    "Board",
    "Cabinet",
    "Committee",
    "Council",
    "Executive",
    "Forum",
    "Group",
    "Panel",
    "Partnership",
    "Trustees",
];

/// A clause that can follow a verb: "that the plan be adopted".
///
/// "That" and "to" at the start lose their capitals. A text with neither that
/// asks for something to be done is given "that"; anything else stays as it was
/// typed, and the flag says that a colon has to come before it.
pub(super) fn clause(text: &str) -> (String, bool) {
    let text = line(text);
    let text = text.trim_end_matches(['.', ';']);
    let (first, rest) = text.split_once(' ').unwrap_or((text, ""));
    let low = first.to_lowercase();
    if let Some(alters) = to_alter(text) {
        return (alters, true);
    }
    match low.as_str() {
        // Lettered parts, each a clause of its own.
        "(a)" | "(i)" | "(1)" | "a)" | "1." => (text.to_owned(), false),
        "that" | "to" | "whether" => (format!("{low} {rest}"), true),
        // "the Panel note the report": what a body is to do.
        "the" if rest.split(' ').next().is_some_and(|noun| MEETS.contains(&noun)) => {
            (format!("that {low} {rest}"), true)
        }
        _ if !rest.split(' ').any(|word| word == "be" || word == "not") => (text.to_owned(), false),
        "the" | "a" | "an" | "all" | "no" | "any" | "these" | "this" | "their" | "members" => {
            (format!("that {low} {rest}"), true)
        }
        _ => (format!("that {text}"), true),
    }
}

/// A reason as it goes on from what it is the reason for: "the survey being
/// incomplete" does by itself, and "the survey is not back" wants a word.
pub(super) fn because(why: &str) -> String {
    const JOINS: [&str; 14] = [
        "because ",
        "as ",
        "since ",
        "pending ",
        "to ",
        "so that ",
        "in order ",
        "that ",
        "for ",
        "under ",
        "owing to ",
        "due to ",
        "following ",
        "on account of ",
    ];
    const WANTING: [&str; 3] = ["lack of ", "want of ", "shortage of "];
    const RULES: [&str; 3] = ["rule", "order", "orders"];
    let lower = why.to_lowercase();
    if WANTING.iter().any(|begins| lower.starts_with(begins)) {
        return format!("for {why}");
    }
    // A rule by its number, and no sentence about one: "guillotine rule 12".
    let words: Vec<&str> = lower.split_whitespace().collect();
    if let [.., rule, number] = words.as_slice()
        && words.len() <= 5
        && RULES.contains(rule)
        && number.starts_with(|c: char| c.is_ascii_digit())
    {
        return format!("under {why}");
    }
    let joins = why.split_whitespace().any(|word| matches!(word, "being" | "having"))
        || JOINS.iter().any(|begins| lower.starts_with(begins));
    if joins { why.to_owned() } else { format!("because {why}") }
}

/// Numbers of items in few words: "1 to 6", "5, 6 and 9". `all` gives the order
/// that makes a run.
pub(super) fn runs(numbers: &[String], all: &[String]) -> String {
    let all: Vec<&String> = all.iter().filter(|n| !n.is_empty()).collect();
    let mut runs: Vec<Vec<&String>> = Vec::new();
    let mut last = None;
    for (at, number) in all.iter().enumerate().filter(|(_, n)| numbers.contains(n)) {
        match runs.last_mut() {
            Some(run) if last == at.checked_sub(1) => run.push(number),
            _ => runs.push(vec![number]),
        }
        last = Some(at);
    }
    let mut parts = Vec::new();
    for run in runs {
        match run.as_slice() {
            [first, _, .., last] => parts.push(format!("{first} to {last}")),
            few => parts.extend(few.iter().map(|n| (*n).clone())),
        }
    }
    list(&parts)
}

/// "Agenda Item 6", "Agenda Items 1 to 6".
pub(super) fn items(phrases: &Phrases, numbers: &[String], all: &[String]) -> String {
    let named = numbers.iter().filter(|n| !n.is_empty()).count();
    let key = if named == 1 { "item.one" } else { "item.many" };
    phrases.say(key, &[("numbers", &runs(numbers, all))])
}

/// Whose vote: "her" and "his" only where the person's own title says so.
pub(super) fn possessive(person: Option<&Person>) -> &'static str {
    let title = person.map_or("", |person| person.title.as_str());
    let says = |words: &[&str]| title.split_whitespace().any(|word| words.contains(&word));
    if says(&["Miss", "Mrs", "Ms", "Lady", "Dame"]) {
        "her"
    } else if says(&["Mr", "Sir", "Lord"]) {
        "his"
    } else {
        "their"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clause_follows_its_verb() {
        let check = |text: &str, says: &str, joins: bool| {
            assert_eq!(clause(text), (says.to_owned(), joins), "{text}");
        };
        check("That the plan be adopted.", "that the plan be adopted", true);
        check("The plan be adopted", "that the plan be adopted", true);
        check("Oxley be asked to reply", "that Oxley be asked to reply", true);
        check("The Panel note the report", "that the Panel note the report", true);
        check("To ask for a reply", "to ask for a reply", true);
        check("Adopt the plan", "Adopt the plan", false);
    }

    #[test]
    fn runs_of_items_are_said_shortly() {
        let strings = |text: &str| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
        let all = strings("1 2 3 4 5(a) 5(b) 6");
        let check = |some: &str, says: &str| assert_eq!(runs(&strings(some), &all), says);
        check("1 2 3", "1 to 3");
        check("1 2", "1 and 2");
        check("1 4 5(a) 5(b) 6", "1 and 4 to 6");
        check("6", "6");
    }

    #[test]
    fn a_title_that_says_nothing_of_gender_is_not_guessed_from() {
        assert_eq!(possessive(None), "their");
    }
}
