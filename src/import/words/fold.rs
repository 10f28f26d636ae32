//! Names compared as a clerk compares them: without case, punctuation, "and"
//! or the county in front.

use super::token::is_apostrophe;
use crate::model::is_hidden;

/// The words of `text` in small letters, with "&" as "and" and all other
/// punctuation gone.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => folded.push_str(" and "),
            c if is_apostrophe(c) || c == '-' || c == '\u{2010}' || c == '\u{2011}' => {}
            c if c.is_alphanumeric() || c == '\u{200B}' => folded.extend(c.to_lowercase()),
            c if is_unseen(c) => folded.push(c),
            _ => folded.push(' '),
        }
    }
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a name comes to when only its meaning counts: two spellings of one
/// name give the same key.
#[must_use]
pub fn key(name: &str) -> String {
    let folded = fold(name);
    let mut words: Vec<&str> =
        folded.split(' ').filter(|word| !matches!(*word, "and" | "the" | "of")).collect();
    if words.len() > 2 && words.last() == Some(&"partnership") {
        words.pop();
    }
    if words.len() > 1 && words.first().is_some_and(|word| word.ends_with("shire")) {
        words.remove(0);
    }
    if words.len() > 1 && words.last() == Some(&"partnership") {
        words.pop();
    }
    words.concat()
}

/// Whether two names are one name, spelled alike or nearly.
#[must_use]
pub fn same(one: &str, other: &str) -> bool {
    let (one, other) = (key(one), key(other));
    !one.is_empty() && one == other
}

/// Whether two names look alike without being the same: an invisible or
/// foreign letter, an accent, a slip of the pen, or a word added at the end.
#[must_use]
pub fn alike(one: &str, other: &str) -> bool {
    let (a, b) = (key(one), key(other));
    if a.is_empty() || b.is_empty() || (a == b && one == other) {
        return false;
    }
    let (a, b) = (skeleton(&a), skeleton(&b));
    let longest = a.chars().count().max(b.chars().count());
    let long_prefix = |a: &str, b: &str| a.chars().count() >= 8 && b.starts_with(a);
    if a == b {
        return key(one) != key(other);
    }
    long_prefix(&a, &b) || long_prefix(&b, &a) || (longest >= 8 && distance(&a, &b) <= 2)
}

/// The name with invisible letters dropped and look-alikes made plain.
#[must_use]
pub fn skeleton(text: &str) -> String {
    text.chars().filter(|c| !is_unseen(*c)).map(plain).collect()
}

/// Whether `c` takes no room on the page.
#[must_use]
pub fn is_unseen(c: char) -> bool {
    is_hidden(c) || matches!(c, '\u{200D}' | '\u{300}'..='\u{36F}')
}

fn plain(c: char) -> char {
    let c = c.to_lowercase().next().unwrap_or(c);
    match c {
        'а' | 'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'α' | 'ā' => 'a',
        'е' | 'è' | 'é' | 'ê' | 'ë' | 'ё' | 'ē' | 'ę' => 'e',
        'і' | 'ì' | 'í' | 'î' | 'ï' | 'ι' | 'ī' => 'i',
        'о' | 'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ο' | 'ø' | 'ō' => 'o',
        'ù' | 'ú' | 'û' | 'ü' | 'υ' | 'ū' => 'u',
        'р' | 'ρ' => 'p',
        'с' | 'ç' | 'ć' | 'č' => 'c',
        'х' | 'χ' => 'x',
        'у' | 'ý' | 'ÿ' => 'y',
        'ѕ' | 'š' | 'ś' => 's',
        'ј' => 'j',
        'к' | 'κ' => 'k',
        'м' => 'm',
        'т' | 'τ' => 't',
        'в' => 'b',
        'н' => 'h',
        'ñ' | 'ń' => 'n',
        'ž' | 'ź' | 'ż' => 'z',
        'ł' => 'l',
        other => other,
    }
}

/// How many letters must be changed, put in or left out to make one of the
/// other; names longer than a line are not compared.
#[must_use]
pub fn distance(one: &str, other: &str) -> usize {
    let (a, b) = (one.chars().count(), other.chars().count());
    if a.abs_diff(b) > 2 || a > 200 { usize::MAX } else { strsim::levenshtein(one, other) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(one: &str, other: &str, want: (bool, bool)) {
        assert_eq!((same(one, other), alike(one, other)), want, "{one} / {other}");
    }

    #[test]
    fn one_name_in_several_spellings_is_one_name() {
        check("Health & Well-being Partnership", "Health and Wellbeing partnership", (true, false));
        check("Oxfordshire Economic Partnership", "Economic Partnership", (true, false));
        check("Children\u{2019}s Trust", "Children's Trust", (true, false));
        check("Safer Communities", "Safer Communities Partnership", (true, false));
        check("Safer Communities Partnership", "Stronger Communities Alliance", (false, false));
    }

    #[test]
    fn names_that_only_look_alike_are_told_of() {
        check("Ann O\u{200b}konjo", "Ann Okonjo", (false, true));
        check("P\u{0430}tel Singh", "Patel Singh", (false, true));
        check("Children's Trust Board", "Children's Trust", (false, true));
        check("Jorg Klausen", "J\u{f6}rg Klausen", (false, true));
        check("Ann Lee", "Ann Low", (false, false));
    }
}
