//! People named in a line: by any part of a name or office that can mean only
//! one of them, and never by guess.

use unicode_normalization::UnicodeNormalization as _;

use crate::model::{Organisation, OrganisationId, Person, PersonId, Role, Sitting};
use crate::rules::room;

/// What a name in a line means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Meant {
    /// One person.
    One(PersonId),
    /// Several could be meant.
    Many(Vec<PersonId>),
    /// Nobody is called that.
    Nobody,
}

/// Who is meant by `said`. Somebody on the roll or at the meeting is meant
/// before somebody who is only in the book, and a family name said whole before
/// a part of another.
pub(super) fn person(sitting: &Sitting, said: &str) -> Meant {
    let words: Vec<String> = folded(said).split_whitespace().map(str::to_owned).collect();
    if let Some(named) = sitting.people.iter().find(|person| person.id.as_str() == said.trim()) {
        return Meant::One(named.id.clone());
    }
    let bare = match words.split_first() {
        Some((title, rest)) if !rest.is_empty() && TITLES.contains(&title.as_str()) => rest,
        _ => &words,
    };
    // A title that the book does not have says nothing of who is meant.
    let tries = [called(sitting, &words), called(sitting, bare)];
    let known = tries.into_iter().find(|meant| *meant != Meant::Nobody);
    let known = known.unwrap_or_else(|| of_home(sitting, bare));
    if known == Meant::Nobody { in_office(sitting, &words) } else { known }
}

/// Who presides, or has the place of vice-chair on the roll, by that office alone.
fn in_office(sitting: &Sitting, words: &[String]) -> Meant {
    let office = words.strip_prefix(&["the".to_owned()]).unwrap_or(words).join(" ");
    let on_roll = |role: Role| {
        let holders = sitting.appointments.iter().filter(move |place| place.role == role);
        holders.map(|place| place.person.clone()).collect::<Vec<_>>()
    };
    let holders = match office.as_str() {
        "chair" | "chairman" => match sitting.chair() {
            Some(chair) => vec![chair.clone()],
            None => on_roll(Role::Chair),
        },
        "vice chair" | "vice-chair" | "vice chairman" | "vice-chairman" | "deputy chair" => {
            on_roll(Role::ViceChair)
        }
        _ => Vec::new(),
    };
    match holders.as_slice() {
        [] => Meant::Nobody,
        [one] => Meant::One(one.clone()),
        _ => Meant::Many(holders),
    }
}

/// Who of several namesakes is meant, where the words after their name are of the
/// organisation that only one of them stands for.
fn of_home(sitting: &Sitting, words: &[String]) -> Meant {
    (1..words.len())
        .find_map(|at| {
            let Meant::Many(people) = called(sitting, &words[..at]) else { return None };
            let stands_for = |id: &&PersonId| {
                let home = sitting.person(id).and_then(|person| home(sitting, person));
                home.is_some_and(|home| folded(&home.short) == words[at..].join(" "))
            };
            let mut named = people.iter().filter(stands_for);
            let (first, second) = (named.next(), named.next());
            first.filter(|_| second.is_none()).map(|id| Meant::One(id.clone()))
        })
        .unwrap_or(Meant::Nobody)
}

/// Titles that people are addressed by.
const TITLES: &[&str] = &[
    "cllr",
    "councillor",
    "dame",
    "dr",
    "lady",
    "lord",
    "miss",
    "mr",
    "mrs",
    "ms",
    "mx",
    "prof",
    "professor",
    "rev",
    "sir",
];

/// Those of `people` whose name is said, with the whole of their family name: an office
/// names nobody.
pub(super) fn named<'a>(people: &'a [Person], said: &str) -> Vec<&'a Person> {
    let words: Vec<String> = folded(said).split_whitespace().map(str::to_owned).collect();
    let bare = match words.split_first() {
        Some((title, rest)) if !rest.is_empty() && TITLES.contains(&title.as_str()) => rest,
        _ => &words,
    };
    let meant = |person: &&Person| {
        let parts =
            [&person.title, &person.given, &person.family, &person.honours].map(|p| folded(p));
        let tokens: Vec<&str> = parts.iter().flat_map(|part| part.split_whitespace()).collect();
        whole(person, bare) && each_begins(&tokens, bare)
    };
    people.iter().filter(meant).collect()
}

/// Who is called by these words.
fn called(sitting: &Sitting, words: &[String]) -> Meant {
    if words.is_empty() {
        return Meant::Nobody;
    }
    let here = |person: &&Person| {
        sitting.attendance_of(&person.id).is_some()
            || sitting.appointments.iter().any(|a| a.person == person.id)
    };
    let matching: Vec<&Person> =
        sitting.people.iter().filter(|person| matches(person, words)).collect();
    let exact: Vec<&Person> = matching.iter().filter(|p| whole(p, words)).copied().collect();
    let narrowed = [
        exact.iter().filter(|p| here(p)).copied().collect::<Vec<_>>(),
        exact,
        matching.iter().filter(|p| here(p)).copied().collect(),
        matching,
    ];
    match narrowed.into_iter().find(|people| !people.is_empty()).as_deref() {
        None => Meant::Nobody,
        Some([one]) => Meant::One(one.id.clone()),
        Some(many) => Meant::Many(many.iter().map(|p| p.id.clone()).collect()),
    }
}

/// The organisation called `said`, by its name or short name, if only one is.
pub(super) fn organisation(sitting: &Sitting, said: &str) -> Option<OrganisationId> {
    let said = folded(said);
    let called = |o: &&Organisation| folded(&o.name) == said || folded(&o.short) == said;
    let mut found = sitting.organisations.iter().filter(called);
    match (found.next(), found.next()) {
        (Some(one), None) => Some(one.id.clone()),
        _ => None,
    }
}

/// People whose name or office begins as `typed` does, for completion: those on
/// the roll or at the meeting first.
#[must_use]
pub fn completions(sitting: &Sitting, typed: &str) -> Vec<PersonId> {
    let words: Vec<String> = folded(typed).split_whitespace().map(str::to_owned).collect();
    let mut found: Vec<&Person> =
        sitting.people.iter().filter(|person| matches(person, &words)).collect();
    found.sort_by_key(|person| {
        let roll = room::members(sitting).position(|a| a.person == person.id);
        let known = sitting.attendance_of(&person.id).is_some();
        (roll.is_none() && !known, roll, person.family.clone())
    });
    found.into_iter().map(|person| person.id.clone()).collect()
}

/// What to call each of `people`, who may be namesakes: then where they come from
/// or what they are is said too.
#[must_use]
pub fn told_apart(sitting: &Sitting, people: &[PersonId]) -> Vec<String> {
    let short: Vec<String> = people.iter().map(|id| sitting.short_name_of(id)).collect();
    let alone = |name: &String| short.iter().filter(|other| *other == name).count() == 1;
    let each = people.iter().zip(&short);
    each.map(|(id, name)| if alone(name) { name.clone() } else { unmistakable(sitting, id) })
        .collect()
}

/// The shortest words that mean `id` and nobody else: the name, with whom they
/// stand for or what they are where others are called the same.
#[must_use]
pub fn unmistakable(sitting: &Sitting, id: &PersonId) -> String {
    let Some(who) = sitting.person(id) else { return String::new() };
    let home = home(sitting, who).map(|home| home.short.as_str()).unwrap_or_default();
    let plain = who.plain();
    let with = |more: &str| format!("{plain} {more}").trim().to_owned();
    [plain.clone(), with(home), with(&who.post), with(&format!("{home} {}", who.post))]
        .into_iter()
        .find(|said| person(sitting, said) == Meant::One(id.clone()))
        .unwrap_or_else(|| id.0.clone())
}

fn home<'s>(sitting: &'s Sitting, person: &Person) -> Option<&'s Organisation> {
    sitting.organisations.iter().find(|home| Some(&home.id) == person.organisation.as_ref())
}

/// Whether every word begins some part of the name or office, each another one:
/// "D. Dale" is not E. Dale.
fn matches(person: &Person, words: &[String]) -> bool {
    let parts = [&person.title, &person.given, &person.family, &person.post];
    let parts: Vec<String> = parts.into_iter().map(|part| folded(part)).collect();
    each_begins(&parts.iter().flat_map(|part| part.split_whitespace()).collect::<Vec<_>>(), words)
}

fn each_begins(tokens: &[&str], words: &[String]) -> bool {
    let Some((word, others)) = words.split_first() else { return true };
    (0..tokens.len()).any(|n| {
        tokens.get(n).is_some_and(|token| token.starts_with(word.as_str()))
            && each_begins(
                &[tokens.get(..n), tokens.get(n + 1..)].map(Option::unwrap_or_default).concat(),
                others,
            )
    })
}

/// Whether the family name, or the whole name, is said in full.
fn whole(person: &Person, words: &[String]) -> bool {
    let family = folded(&person.family);
    let family: Vec<&str> = family.split_whitespace().collect();
    !family.is_empty() && family.iter().all(|part| words.iter().any(|word| word == part))
}

/// What joins the parts of a name, as a keyboard has it and as a word processor does.
const JOINTS: [char; 8] =
    ['.', '-', '\u{2010}', '\u{2011}', '\'', '\u{2018}', '\u{2019}', '\u{2bc}'];

/// Lower case, without accents, points or apostrophes, so that "Jorg" finds "Jörg" and
/// "Neill" finds "O'Neill".
pub(super) fn folded(text: &str) -> String {
    text.nfd()
        .map(|c| if JOINTS.contains(&c) { ' ' } else { c })
        .filter(|c| c.is_alphanumeric() || c.is_whitespace() || *c == '&')
        .flat_map(char::to_lowercase)
        .collect::<String>()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_found_without_its_accents_and_points() {
        assert_eq!(folded("Jörg  Klausen-Möller"), "jorg klausen moller");
        assert_eq!(folded("R. Okonjo"), "r okonjo");
        assert_eq!(folded("O\u{2019}Neill"), folded("O'Neill"));
    }
}
