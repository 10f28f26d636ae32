//! Names with the family name first: "Hart, John", "Van der Berg, Cllr T.".

use super::fold::fold;
use super::name::{is_given, is_title};
use crate::model::is_particle;

/// A name as it is said, the family name last, where there is no doubt of it: what stands
/// behind the comma is a given name that many have, an initial or a title.
#[must_use]
pub fn said(text: &str) -> Option<String> {
    let (family, rest) = apart(text)?;
    let initial = |word: &str| word.trim_end_matches('.').chars().count() == 1;
    let given = |word: &str| is_given(word) || initial(word) || is_title(word);
    rest.split_whitespace().all(given).then(|| format!("{rest} {family}"))
}

/// The same of a name in a list where all stand so, though few have it.
#[must_use]
pub fn said_in_list(text: &str) -> Option<String> {
    apart(text).map(|(family, rest)| format!("{rest} {family}"))
}

/// Whether the names of a list stand so: most of those with a comma are beyond doubt.
#[must_use]
pub fn is_list<'a>(names: impl Iterator<Item = &'a str>) -> bool {
    let (mut all, mut beyond_doubt) = (0, 0);
    for name in names.filter(|name| name.contains(", ")) {
        all += 1;
        beyond_doubt += usize::from(said(name).is_some());
    }
    beyond_doubt * 2 > all
}

/// Whether the heading of a list says so: "Surname, Given".
#[must_use]
pub fn is_heading(heading: &str) -> bool {
    let folded = fold(heading);
    ["surname ", "last name ", "family name "].iter().any(|first| folded.starts_with(first))
}

/// A family name, and what stands behind the comma that may be given names.
fn apart(text: &str) -> Option<(&str, &str)> {
    let (family, rest) = text.split_once(", ")?;
    let capital = |word: &str| {
        word.starts_with(char::is_uppercase)
            && word.chars().all(|c| c.is_alphabetic() || "-.'\u{2019}".contains(c))
    };
    let words: Vec<&str> = rest.split_whitespace().collect();
    let mut family_words: Vec<&str> = family.split_whitespace().collect();
    let own = family_words.pop()?;
    let fits = (1..=3).contains(&words.len())
        && words.iter().all(|word| capital(word))
        && words.iter().any(|word| !is_title(word))
        && capital(own)
        && family_words.iter().all(|word| is_particle(word));
    fits.then_some((family, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_family_name_in_front_goes_behind() {
        let said = |text: &str| said(text).unwrap_or_default();
        assert_eq!(said("Hart, John"), "John Hart");
        assert_eq!(said("Van der Berg, Cllr T."), "Cllr T. Van der Berg");
        assert_eq!(said("Bell, Labour"), "");
        assert_eq!(said("Bell, Ann, Chair"), "");
    }

    #[test]
    fn a_list_of_names_stands_so_if_most_of_them_do() {
        assert!(is_list(["Ostrowska, Gra\u{17C}yna", "Hart, John", "Bell, Ann"].into_iter()));
        assert!(!is_list(["Hart, Labour", "Bell, Green"].into_iter()));
        assert_eq!(
            said_in_list("Ostrowska, Gra\u{17C}yna").as_deref(),
            Some("Gra\u{17C}yna Ostrowska")
        );
    }
}
