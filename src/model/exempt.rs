//! What the public may not be told of, and under which paragraphs of the law.

use serde::{Deserialize, Serialize};

/// Paragraphs of Part 1 of Schedule 12A to the Local Government Act 1972, as
/// substituted on 1 March 2006: 1 to 7, rising. None means the item is open,
/// unless it is withheld with its paragraph still to be named: a paper that
/// only says "not for publication" is kept from the public all the same.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Paragraphs {
    numbers: Vec<u8>,
    unnamed: bool,
}

/// How a withheld item whose paragraph nobody has named is written down.
const UNNAMED: &str = "unnamed";

impl Paragraphs {
    /// The paragraphs named, in order and once each; `None` if one is not 1 to 7.
    #[must_use]
    pub fn of(numbers: impl IntoIterator<Item = u8>) -> Option<Self> {
        let mut kept: Vec<u8> = numbers.into_iter().collect();
        kept.sort_unstable();
        kept.dedup();
        let fits = kept.iter().all(|n| (1..=7).contains(n));
        fits.then_some(Self { numbers: kept, unnamed: false })
    }

    /// Withheld, with the paragraph still to be named.
    #[must_use]
    pub fn unnamed() -> Self {
        Self { numbers: vec![], unnamed: true }
    }

    /// Withheld under all that any of these name.
    #[must_use]
    pub fn all<'a>(several: impl IntoIterator<Item = &'a Self>) -> Self {
        let several: Vec<&Self> = several.into_iter().collect();
        let numbers = several.iter().flat_map(|one| one.numbers.iter().copied());
        let named = Self::of(numbers).unwrap_or_default();
        let withheld = several.iter().any(|one| one.unnamed);
        if named.is_open() && withheld { Self::unnamed() } else { named }
    }

    /// Whether the item is open to the public.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.numbers.is_empty() && !self.unnamed
    }

    /// Whether it is withheld and its paragraph still to be named.
    #[must_use]
    pub fn is_unnamed(&self) -> bool {
        self.unnamed
    }

    /// The numbers.
    #[must_use]
    pub fn numbers(&self) -> &[u8] {
        &self.numbers
    }
}

impl From<Paragraphs> for String {
    fn from(paragraphs: Paragraphs) -> Self {
        if paragraphs.unnamed {
            return UNNAMED.into();
        }
        paragraphs.numbers.iter().map(u8::to_string).collect::<Vec<_>>().join(",")
    }
}

impl TryFrom<String> for Paragraphs {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        if text == UNNAMED {
            return Ok(Self::unnamed());
        }
        let wrong = || format!("\"{text}\" does not name paragraphs 1 to 7");
        text.split(',')
            .map(str::trim)
            .filter(|part| !part.is_empty())
            .map(|part| part.parse().map_err(|_| wrong()))
            .collect::<Result<Vec<u8>, _>>()
            .and_then(|numbers| Self::of(numbers).ok_or_else(wrong))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exempt_paragraphs_are_one_to_seven_and_nothing_else() {
        let read = |text: &str| Paragraphs::try_from(text.to_owned());
        assert_eq!(read("3, 1,3").unwrap().numbers(), [1, 3]);
        assert!(read("").unwrap().is_open());
        assert!(read("8").is_err() && read("three").is_err() && read("0").is_err());
    }

    #[test]
    fn an_item_withheld_without_a_paragraph_is_not_open_and_takes_the_first_one_named() {
        let unnamed = Paragraphs::unnamed();
        assert!(!unnamed.is_open() && unnamed.numbers().is_empty());
        assert_eq!(Paragraphs::try_from(String::from(unnamed.clone())), Ok(unnamed.clone()));
        let three = Paragraphs::of([3]).unwrap();
        assert_eq!(Paragraphs::all([&unnamed, &three]), three);
        assert_eq!(Paragraphs::all([&unnamed, &Paragraphs::default()]), unnamed);
        assert!(Paragraphs::all([&Paragraphs::default()]).is_open());
    }
}
