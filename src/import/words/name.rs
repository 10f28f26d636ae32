//! People's names in papers: whose they are if the book knows them, and when a
//! name is beyond doubt a person's.

use super::fold::{fold, skeleton};
use super::token::{Sort, tokens};
use super::turned;
use crate::model::{Person, is_particle};

/// The ways of addressing a person that papers print before a name.
const TITLES: &[&str] = &[
    "councillor",
    "cllr",
    "councillors",
    "cllrs",
    "mr",
    "mrs",
    "ms",
    "miss",
    "mx",
    "dr",
    "prof",
    "professor",
    "sir",
    "dame",
    "lord",
    "lady",
    "rev",
    "revd",
    "reverend",
    "alderman",
    "ald",
    "canon",
    "hon",
    "rt",
    "superintendent",
    "supt",
    "inspector",
    "insp",
    "sergeant",
    "sgt",
    "pc",
    "constable",
    "commander",
    "cdr",
    "colonel",
    "col",
    "imam",
    "rabbi",
    "baroness",
    "pcso",
];

/// What stands before a title of the police and the fire service.
const RANKS: &[&str] = &["Chief", "Detective", "Assistant", "Deputy"];

/// Which council somebody is a councillor of, as papers say it before their
/// title: "County Cllr Bell".
const COUNCILS: &[&str] = &["county", "district", "borough", "city", "town", "parish", "ward"];

/// Letters that stand after a name.
const HONOURS: &[&str] =
    &["MBE", "OBE", "CBE", "KBE", "DBE", "JP", "DL", "MP", "QC", "KC", "BEM", "MEP", "PhD", "FRS"];

/// A name cut into the parts the book keeps.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Name {
    /// How they are addressed.
    pub title: String,
    /// Given names or initials.
    pub given: String,
    /// Family name.
    pub family: String,
    /// Letters after the name.
    pub honours: String,
}

impl Name {
    /// Cuts `text` up: titles in front, honours behind, the last word the
    /// family name ("van", "de" and the like go with it).
    #[must_use]
    pub fn of(text: &str) -> Self {
        let turned = turned::said(text);
        let mut words: Vec<&str> = turned.as_deref().unwrap_or(text).split_whitespace().collect();
        let council = |word: &str| COUNCILS.contains(&word.to_lowercase().as_str());
        if words.len() > 2 && council(words[0]) && is_title(words[1]) {
            words.remove(0);
        }
        let mut titles = vec![];
        // "Chief Inspector Bell": a rank before a title is part of it, and of an office none.
        let ranked = |words: &[&str]| {
            let ranks = words.iter().take_while(|word| RANKS.contains(*word)).count();
            ranks > 0 && words.len() > ranks + 1 && is_title(words[ranks])
        };
        while words.len() > 1 && (is_title(words[0]) || ranked(&words)) {
            titles.push(words.remove(0));
        }
        let mut honours = vec![];
        while words.len() > 1 && words.last().is_some_and(|word| is_honour(word)) {
            honours.extend(words.pop());
        }
        honours.reverse();
        let mut from = words.len().saturating_sub(1);
        let least = usize::from(titles.is_empty());
        while from > least && is_particle(words[from - 1]) {
            from -= 1;
        }
        let family = words.split_off(from).join(" ");
        Self {
            title: addressed(&titles),
            given: words.join(" "),
            family: family.trim_end_matches(',').to_owned(),
            honours: honours.join(" ").replace(',', ""),
        }
    }
}

/// How somebody is addressed, in full and as one of however many are.
fn addressed(titles: &[&str]) -> String {
    let title = titles.join(" ").replace('.', "");
    title.replace("Cllr", "Councillor").replace("Councillors", "Councillor")
}

/// Whether `word` is a title that stands before a name: "Supt.".
#[must_use]
pub fn is_title(word: &str) -> bool {
    let bare = word.trim_end_matches('.').to_lowercase();
    TITLES.contains(&bare.as_str())
}

fn is_honour(word: &str) -> bool {
    let bare = word.trim_matches([',', '.']);
    HONOURS.contains(&bare)
}

/// The one known person that `said` can only be: their whole name, their title
/// and family name, a family name nobody else has, or initials nobody else has.
#[must_use]
pub fn known<'a>(said: &str, people: &'a [Person]) -> Option<&'a Person> {
    let wanted = strip(said);
    if wanted.is_empty() {
        return None;
    }
    let only = |test: &dyn Fn(&Person) -> bool| {
        let mut fit = people.iter().filter(|person| test(person));
        let first = fit.next()?;
        fit.next().is_none().then_some(first)
    };
    only(&|p| strip(&p.plain()) == wanted)
        .or_else(|| only(&|p| !p.post.is_empty() && fold(&p.post) == fold(said)))
        .or_else(|| only(&|p| fold(said).contains(' ') && begins(&p.post, said)))
        .or_else(|| only(&|p| initialled(p) == wanted))
        .or_else(|| only(&|p| fold(&p.family) == wanted))
        .or_else(|| only(&|p| said.len() <= 4 && initials(p) == wanted))
}

/// Whether `post` begins with the words of `said`.
fn begins(post: &str, said: &str) -> bool {
    fold(post).strip_prefix(&fold(said)).is_some_and(|rest| rest.starts_with(' '))
}

/// A known person whose name looks like `said` and is not quite it.
#[must_use]
pub fn nearly<'a>(said: &str, people: &'a [Person]) -> Option<&'a Person> {
    people.iter().find(|person| {
        let plain = person.plain();
        skeleton(&strip(&plain)) == skeleton(&strip(said)) && strip(&plain) != strip(said)
            || super::fold::alike(&plain, said)
    })
}

/// The name in small letters without titles and honours.
fn strip(name: &str) -> String {
    let name = Name::of(name);
    fold(&format!("{} {}", name.given, name.family))
}

/// "p allardyce".
fn initialled(person: &Person) -> String {
    let first = person.given.chars().next().map(String::from).unwrap_or_default();
    fold(&format!("{first} {}", person.family))
}

fn initials(person: &Person) -> String {
    let words = format!("{} {}", person.given, person.family);
    fold(&words.split_whitespace().filter_map(|word| word.chars().next()).collect::<String>())
}

/// How long a name is at most, in bytes.
pub const LONGEST: usize = 200;

/// Whether `text` as a whole is beyond doubt the name of a person: a title and
/// a name, or a common given name and a family name.
#[must_use]
pub fn is_person(text: &str) -> bool {
    if text.len() > LONGEST {
        return false;
    }
    let name = Name::of(text);
    let words = text.split_whitespace().count();
    let plain = text.chars().all(|c| {
        c.is_alphabetic() || c.is_whitespace() || matches!(c, '.' | '-' | '\'' | '\u{2019}' | ',')
    });
    if !plain || !(2..=6).contains(&words) || !name.family.starts_with(char::is_uppercase) {
        return false;
    }
    let titled =
        !name.title.is_empty() && is_title(text.split_whitespace().next().unwrap_or_default());
    let first = name.given.split([' ', '.', '-']).next().unwrap_or_default();
    let given = first.chars().count() > 1 && is_given(first);
    let initialled = first.chars().count() == 1 && name.given.contains('.');
    titled || ((given || initialled) && !is_office(&name.family))
}

/// What stands before somebody who does not do what is told: "is writing to Ana Quist".
const NOT_DOING: [&str; 8] = ["to", "from", "of", "with", "for", "about", "since", "thank"];

/// What is said of somebody who will do nothing any more.
const GONE: [&str; 4] = ["has left", "has resigned", "has retired", "left "];

/// The person whom `text` beyond doubt names as the one who does what it tells, and whom
/// the book need not know: "Jan Paine leading on this", "P. Ould to write".
#[must_use]
pub fn named_in(text: &str, people: &[Person]) -> Option<String> {
    let folded = format!(" {} ", fold(text));
    let does = |before: &str| !NOT_DOING.contains(&before);
    let full = |person: &&Person| {
        let name = fold(&person.plain());
        let before = folded.find(&format!(" {name} ")).and_then(|at| folded.get(..at));
        let last = |before: &str| before.rsplit(' ').next().is_some_and(does);
        name.contains(' ') && before.is_some_and(last)
    };
    if let Some(person) = people.iter().find(full) {
        return Some(person.plain());
    }
    if let Some(begins) = begins_with(text) {
        return Some(begins);
    }
    // The stop after "Supt." ends nothing.
    let mut cut = tokens(text);
    let mut after_title = false;
    cut.retain(|token| {
        let stop = after_title && token.text == ".";
        after_title = is_title(token.text);
        !stop
    });
    (0..cut.len()).find_map(|at| {
        let [first, second] = cut.get(at..at + 2)? else { return None };
        let capitals = [first, second].iter().all(|t| {
            t.sort == Sort::Word
                && t.text.chars().count() > 1
                && t.text.starts_with(char::is_uppercase)
                && t.text.chars().any(char::is_lowercase)
        });
        let alone = cut.get(at + 2).is_none_or(|t| !t.text.starts_with(char::is_uppercase));
        let titled = at.checked_sub(1).is_some_and(|before| is_title(cut[before].text));
        // "Mrs Patel will write": a title and a family name.
        let family = is_title(first.text) && !matches!(second.text, "Mayor" | "Lieutenant");
        let named = is_given(first.text) || titled || family;
        let before = at.checked_sub(if titled { 2 } else { 1 }).map(|before| cut[before].text);
        // "Sarah Tolland has left."
        let gone = text
            .get(second.end()..)
            .is_some_and(|rest| GONE.iter().any(|words| rest.trim_start().starts_with(words)));
        let does = before.is_none_or(does) && !gone;
        (capitals && alone && named && does && !is_office(second.text))
            .then(|| text[first.at..second.end()].to_owned())
    })
}

/// Whether `word` is an initial with its stop: "P.".
#[must_use]
pub fn is_initial(word: &str) -> bool {
    word.len() == 2 && word.ends_with('.') && word.starts_with(|c: char| c.is_ascii_uppercase())
}

/// Who begins `text` by initials and a family name: "P. Ould", "A. J. Quist".
fn begins_with(text: &str) -> Option<String> {
    let mut words = text.split_whitespace();
    let initials: Vec<&str> = words.clone().take_while(|word| is_initial(word)).collect();
    let family = words.nth(initials.len())?.trim_end_matches([',', ':', ';']);
    let names = family.chars().count() > 1
        && family.starts_with(char::is_uppercase)
        && family.chars().any(char::is_lowercase);
    (!initials.is_empty() && names && !is_office(family))
        .then(|| format!("{} {family}", initials.join(" ")))
}

/// Whether `word` belongs to offices and bodies and not to people.
fn is_office(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "board",
        "cabinet",
        "trust",
        "partnership",
        "committee",
        "council",
        "director",
        "officer",
        "manager",
        "team",
        "group",
        "alliance",
        "forum",
        "panel",
        "unit",
        "service",
        "services",
        "project",
        "plan",
        "strategy",
        "city",
        "county",
        "street",
        "road",
        "house",
        "hall",
        "college",
        "school",
        "university",
        "hospital",
        "centre",
        "valley",
        "chair",
        "report",
    ];
    WORDS.contains(&word.to_lowercase().as_str())
}

/// Whether `word` is a given name that many people in Britain have.
#[must_use]
pub fn is_given(word: &str) -> bool {
    let word = word.to_lowercase();
    GIVEN.split_whitespace().any(|name| name == word)
}

/// Given names; those that are also plain English or places are left out.
const GIVEN: &str = include_str!("../../../assets/import/given-names.txt");

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, want: Option<&str>) {
        assert_eq!(named_in(text, &[]).as_deref(), want, "{text}");
    }

    #[test]
    fn only_what_is_beyond_doubt_a_person_is_one() {
        check("Jan Paine leading work in this area", Some("Jan Paine"));
        check("David Robertson appointed as vice-chairman", Some("David Robertson"));
        check("Informal Cabinet updated on performance", None);
        check("Trust, Safeguarding Board and directorate", None);
        check("New Director committed to engagement", None);
        check("Thames Valley to lead", None);
        check("Class of 2010 project", None);
        check("Asked Cllr Mary Bell to lead", Some("Mary Bell"));
        check("Sarah Tolland has left, and nobody came after her", None);
    }

    #[test]
    fn a_name_comes_apart() {
        let name = Name::of("Cllr. Mrs J. Heathfield MBE");
        let parts = [name.title, name.given, name.family, name.honours];
        assert_eq!(parts, ["Councillor Mrs", "J.", "Heathfield", "MBE"]);
    }
}
