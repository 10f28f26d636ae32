//! The lists of a web page, and the numbers they print.

use scraper::node::Element;

use super::counter;

/// One list being read.
pub(super) struct List {
    /// What its numbers look like, as [`counter::said`] knows it; nothing where it has none.
    numbers: Option<&'static str>,
    next: u32,
}

impl List {
    /// The list that `element` begins.
    pub(super) fn begun_by(element: &Element) -> Self {
        let start = element.attr("start").and_then(|n| n.parse().ok()).unwrap_or(1);
        let numbers = (element.name() == "ol").then(|| numbers(element));
        Self { numbers, next: start }
    }

    /// The number of its next entry, or of one that has a `value` of its own.
    pub(super) fn number(&mut self, value: Option<u32>) -> Option<String> {
        let numbers = self.numbers?;
        let count = value.unwrap_or(self.next);
        self.next = count.saturating_add(1);
        Some(format!("{}.", counter::said(count, numbers)))
    }
}

/// The names that style sheets have for the numbers of a list, with those of [`counter::said`].
const NUMBERS: [(&str, &str); 6] = [
    ("lower-alpha", "a"),
    ("lower-latin", "a"),
    ("upper-alpha", "A"),
    ("upper-latin", "A"),
    ("lower-roman", "i"),
    ("upper-roman", "I"),
];

/// What the numbers of a list look like, by its type or its own style.
fn numbers(list: &Element) -> &'static str {
    let style = list.attr("style").unwrap_or_default().to_ascii_lowercase();
    let named = |(name, short): &&(&str, &'static str)| {
        list.attr("type") == Some(*short) || style.contains(name)
    };
    NUMBERS.iter().find(named).map_or("decimal", |(_, short)| short)
}
