//! House phrases that unfold from a few letters.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::Place;
use crate::model::{BodyKind, day};

/// The phrases, by key. A text that did not read would leave none, which a test
/// forbids.
static SNIPPETS: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| {
    toml::from_str(include_str!("../../assets/phrases/snippets.toml")).unwrap_or_default()
});

/// Every phrase with its key, in order.
pub fn snippets() -> impl Iterator<Item = (&'static str, &'static str)> {
    SNIPPETS.iter().map(|(key, text)| (key.as_str(), text.as_str()))
}

/// The key being typed at the end of `text`, after its semicolon, and where that
/// stands in bytes.
#[must_use]
pub fn snippet_key(text: &str) -> Option<(usize, &str)> {
    let at = text.rfind(';')?;
    let key = text.get(at + 1..)?;
    let alone = text.get(..at)?.chars().next_back().is_none_or(char::is_whitespace);
    (alone && (1..=8).contains(&key.len()) && key.chars().all(|c| c.is_ascii_lowercase()))
        .then_some((at, key))
}

/// The phrase `key` unfolds to, filled in from the meeting.
#[must_use]
pub fn unfold(key: &str, place: &Place<'_>) -> Option<String> {
    let text = SNIPPETS.get(key)?;
    let sitting = place.sitting;
    let item = place.item.and_then(|id| sitting.item(id));
    let partnership = item.and_then(|item| sitting.standing(item));
    let noun = match sitting.body.kind {
        BodyKind::PartnershipBoard => "Board",
        BodyKind::Executive => "Cabinet",
        BodyKind::InformalGroup => "Group",
        _ => "Committee",
    };
    let values = [
        ("noun", noun.to_owned()),
        (
            "chair",
            sitting.chair().map_or_else(|| "The Chair".into(), |id| sitting.short_name_of(id)),
        ),
        ("title", item.map(|item| item.title.clone()).unwrap_or_default()),
        ("time", day::time_of(place.now)),
        (
            "previous",
            sitting.neighbours.previous.as_ref().map_or_else(String::new, |m| day::plain(m.date)),
        ),
        (
            "partnership",
            partnership.map_or_else(|| "the partnership".into(), |s| s.partnership.name.clone()),
        ),
    ];
    let filled = values
        .iter()
        .fold(text.clone(), |text, (name, value)| text.replace(&format!("{{{name}}}"), value));
    Some(filled)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_phrases_read_and_a_key_is_told_from_a_semicolon() {
        assert!(snippets().count() > 10);
        assert_eq!(snippet_key("Said so. ;rep"), Some((9, "rep")));
        assert_eq!(snippet_key(";thx"), Some((0, "thx")));
        assert_eq!(snippet_key("first;second"), None);
        assert_eq!(snippet_key("a; b"), None);
    }
}
