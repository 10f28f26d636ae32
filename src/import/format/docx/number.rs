//! The numbers that Word makes up for the paragraphs of its lists.

use std::collections::HashMap;

use super::super::super::fault::Fault;
use super::super::counter;
use super::super::xml::{self, Node};

/// One level of a list.
#[derive(Clone, Debug)]
struct Level {
    format: String,
    /// "%1.%2": the numbers of the levels in it.
    text: String,
    start: u32,
}

impl Default for Level {
    fn default() -> Self {
        Self { format: "decimal".into(), text: "%1.".into(), start: 1 }
    }
}

/// One use of a list, with the levels it changes.
#[derive(Debug, Default)]
struct Use {
    list: String,
    starts: HashMap<usize, u32>,
    begun: bool,
}

/// The lists of a document and how far each has counted.
#[derive(Debug, Default)]
pub(super) struct Numbers {
    lists: HashMap<String, Vec<Level>>,
    uses: HashMap<String, Use>,
    counts: HashMap<String, [Option<u32>; 9]>,
}

impl Numbers {
    /// Reads the numbering part.
    pub(super) fn read(bytes: &[u8]) -> Result<Self, Fault> {
        let mut numbers = Self::default();
        let mut list: Option<String> = None;
        let mut used: Option<String> = None;
        let mut at = 0usize;
        xml::walk("the numbering", bytes, |node| {
            let Node::Open(tag) = node else { return Ok(()) };
            let value = || tag.get("val").unwrap_or_default().to_owned();
            match tag.name.as_str() {
                "w:abstractNum" => {
                    list = tag.get("abstractNumId").map(str::to_owned);
                    used = None;
                }
                "w:num" => {
                    used = tag.get("numId").map(str::to_owned);
                    list = None;
                    numbers.uses.insert(used.clone().unwrap_or_default(), Use::default());
                }
                "w:abstractNumId" => {
                    if let Some(one) = used.as_ref().and_then(|id| numbers.uses.get_mut(id)) {
                        one.list = value();
                    }
                }
                "w:lvl" | "w:lvlOverride" => at = tag.number("ilvl").unwrap_or(0).min(8),
                "w:startOverride" => {
                    let start = tag.number("val").and_then(|n| u32::try_from(n).ok()).unwrap_or(1);
                    if let Some(one) = used.as_ref().and_then(|id| numbers.uses.get_mut(id)) {
                        one.starts.insert(at, start);
                    }
                }
                _ => {}
            }
            if let Some(id) = &list {
                let levels =
                    numbers.lists.entry(id.clone()).or_insert_with(|| vec![Level::default(); 9]);
                match tag.name.as_str() {
                    "w:numFmt" => levels[at].format = value(),
                    "w:lvlText" => levels[at].text = value(),
                    "w:start" => levels[at].start = value().parse().unwrap_or(1),
                    _ => {}
                }
            }
            Ok(())
        })?;
        Ok(numbers)
    }

    /// The marker of the next paragraph at `level` of the list `used`; none if
    /// the paragraph is in no list.
    pub(super) fn next(&mut self, used: &str, level: usize) -> Option<String> {
        let level = level.min(8);
        let one = self.uses.get_mut(used).filter(|_| used != "0")?;
        let levels = self.lists.get(&one.list)?;
        let counts = self.counts.entry(one.list.clone()).or_insert([None; 9]);
        let here = &levels[level];
        let again = (!one.begun).then(|| one.starts.get(&level).copied()).flatten();
        one.begun = true;
        counts[level] = Some(match (again, counts[level]) {
            (Some(start), _) => start,
            (None, Some(count)) => count.saturating_add(1),
            (None, None) => one.starts.get(&level).copied().unwrap_or(here.start),
        });
        for deeper in &mut counts[level + 1..] {
            *deeper = None;
        }
        Some(match here.format.as_str() {
            "bullet" => "\u{2022}".to_owned(),
            "none" => String::new(),
            _ => {
                let mut text = here.text.clone();
                for (at, one) in levels.iter().enumerate().take(level + 1) {
                    let count = counts[at].unwrap_or(one.start);
                    text =
                        text.replace(&format!("%{}", at + 1), &counter::said(count, &one.format));
                }
                text
            }
        })
    }
}
