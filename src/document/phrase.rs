//! House styles: how each thing is put into words, kept as data.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::model::HouseStyle;
use crate::rules::template::filled;

/// The phrases of one house style, by section and name.
///
/// A style other than the committees' own need only say where it differs.
#[derive(Debug, Default, Deserialize)]
#[serde(transparent)]
pub(super) struct Phrases(HashMap<String, HashMap<String, String>>);

const COMMITTEE: &str = include_str!("../../assets/phrases/narrative.toml");
const PARTNERSHIP: &str = include_str!("../../assets/phrases/notes.toml");

/// A text that did not read would be empty, which a test forbids.
static NARRATIVE: LazyLock<Phrases> =
    LazyLock::new(|| toml::from_str(COMMITTEE).unwrap_or_default());
static NOTES: LazyLock<Phrases> = LazyLock::new(|| {
    let mut phrases: Phrases = toml::from_str(COMMITTEE).unwrap_or_default();
    let own: Phrases = toml::from_str(PARTNERSHIP).unwrap_or_default();
    for (section, words) in own.0 {
        phrases.0.entry(section).or_default().extend(words);
    }
    phrases
});

impl Phrases {
    /// The phrases of `style`.
    pub(super) fn of(style: HouseStyle) -> &'static Self {
        match style {
            HouseStyle::Narrative => &NARRATIVE,
            HouseStyle::Notes => &NOTES,
        }
    }

    /// The phrase `key`, as "section.name"; empty if the style leaves it out.
    pub(super) fn word(&self, key: &str) -> &str {
        key.split_once('.')
            .and_then(|(section, name)| self.0.get(section)?.get(name))
            .map_or("", String::as_str)
    }

    /// The phrase `key` with each `{name}` in it replaced by its value.
    ///
    /// The values are not looked into, so braces in a clerk's own words stay.
    pub(super) fn say(&self, key: &str, values: &[(&str, &str)]) -> String {
        let value = |name: &str| values.iter().find(|(n, _)| *n == name).map(|(_, value)| *value);
        filled(self.word(key), |name| Some(value(name).unwrap_or_default()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_styles_read_and_notes_fall_back_on_the_committees() {
        assert!(!NARRATIVE.word("verb.RESOLVED").is_empty());
        assert!(!NOTES.word("verb.RESOLVED").is_empty());
        let own: Phrases = toml::from_str(PARTNERSHIP).unwrap();
        for (section, words) in own.0 {
            for name in words.keys() {
                let key = format!("{section}.{name}");
                assert!(!NARRATIVE.word(&key).is_empty(), "committees do not say {key}");
            }
        }
    }

    /// Every phrase that composers ask for, by its key.
    fn asked_for() -> Vec<String> {
        let mut keys = Vec::new();
        for file in std::fs::read_dir("src/document").unwrap() {
            let path = file.unwrap().path();
            let text = std::fs::read_to_string(&path).unwrap_or_default();
            let quoted = text.split('"').skip(1).step_by(2);
            let is_key = |word: &&str| {
                word.split_once('.').is_some_and(|(section, name)| {
                    NARRATIVE.0.contains_key(section)
                        && name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_')
                })
            };
            keys.extend(quoted.filter(is_key).map(str::to_owned));
        }
        keys
    }

    #[test]
    fn every_phrase_asked_for_is_there_and_every_one_there_is_asked_for() {
        let asked = asked_for();
        for key in &asked {
            assert!(!NARRATIVE.word(key).is_empty(), "there is no phrase {key}");
        }
        for (section, words) in &NARRATIVE.0 {
            for name in words.keys().filter(|name| name.bytes().any(|b| b.is_ascii_lowercase())) {
                let key = format!("{section}.{name}");
                assert!(asked.contains(&key), "{key} is never said");
            }
        }
    }

    #[test]
    fn a_value_is_not_looked_into() {
        let mut words = HashMap::new();
        words.insert("b".to_owned(), "{x} and {y}.".to_owned());
        let phrases = Phrases(HashMap::from([("a".to_owned(), words)]));
        assert_eq!(phrases.say("a.b", &[("x", "{y}"), ("y", "two")]), "{y} and two.");
    }
}
