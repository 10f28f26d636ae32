//! The styles of an `OpenDocument` file: which hide what they style, and how
//! lists and headings are numbered.

use std::collections::HashMap;

use super::super::counter;
use super::super::xml::{Node, Tag};

/// One style.
#[derive(Debug, Default)]
struct Style {
    parent: String,
    list: String,
    hidden: Option<bool>,
    struck: Option<bool>,
    /// Whether a table in it is shown.
    shown: Option<bool>,
}

/// One level of a list style.
#[derive(Clone, Debug, Default)]
struct Level {
    /// Empty for a bullet or for nothing.
    format: String,
    bullet: bool,
    before: String,
    after: String,
    /// How many levels the number shows.
    shows: usize,
    start: u32,
}

/// All the styles of a file.
#[derive(Debug, Default)]
pub(super) struct Styles {
    all: HashMap<String, Style>,
    lists: HashMap<String, Vec<Level>>,
    open_style: Option<String>,
    open_list: Option<String>,
    counts: HashMap<String, Vec<u32>>,
}

/// The name under which the numbering of headings is kept.
pub(super) const OUTLINE: &str = "\0outline";

impl Styles {
    /// Reads on among the styles.
    pub(super) fn node(&mut self, node: &Node<'_>) {
        match node {
            Node::Open(tag) => self.open(tag),
            Node::Close("style:style") => self.open_style = None,
            Node::Close("text:list-style" | "text:outline-style") => self.open_list = None,
            Node::Close(_) | Node::Text(_) => {}
        }
    }

    fn open(&mut self, tag: &Tag) {
        let said = |name: &str| tag.get(name).unwrap_or_default().to_owned();
        match tag.name.as_str() {
            "style:style" => {
                let style = Style {
                    parent: said("parent-style-name"),
                    list: said("list-style-name"),
                    ..Style::default()
                };
                self.all.insert(said("name"), style);
                self.open_style = Some(said("name"));
            }
            "style:text-properties" => {
                if let (Some(style), Some(display)) = (self.current(), tag.get("display")) {
                    style.hidden = Some(display == "none");
                }
                let through = tag.get("text-line-through-style").map(|line| line != "none");
                if let (Some(style), Some(through)) = (self.current(), through) {
                    style.struck = Some(through);
                }
            }
            "style:table-properties" => {
                if let (Some(style), Some(display)) = (self.current(), tag.get("display")) {
                    style.shown = Some(display != "false");
                }
            }
            "text:list-style" => self.open_list = Some(said("name")),
            "text:outline-style" => self.open_list = Some(OUTLINE.to_owned()),
            "text:list-level-style-number"
            | "text:outline-level-style"
            | "text:list-level-style-bullet" => {
                let level = Level {
                    format: said("num-format"),
                    bullet: tag.name.ends_with("bullet"),
                    before: said("num-prefix"),
                    after: said("num-suffix"),
                    shows: tag.number("display-levels").unwrap_or(1).clamp(1, 10),
                    start: tag
                        .number("start-value")
                        .and_then(|n| u32::try_from(n).ok())
                        .unwrap_or(1),
                };
                let at = tag.number("level").unwrap_or(1).clamp(1, 10) - 1;
                if let Some(list) = &self.open_list {
                    let levels = self.lists.entry(list.clone()).or_default();
                    levels.resize(levels.len().max(at + 1), Level::default());
                    levels[at] = level;
                }
            }
            _ => {}
        }
    }

    fn current(&mut self) -> Option<&mut Style> {
        self.all.get_mut(self.open_style.as_ref()?)
    }

    fn line<'a>(&'a self, style: &str) -> impl Iterator<Item = &'a Style> {
        std::iter::successors(self.all.get(style), |style| self.all.get(&style.parent)).take(16)
    }

    /// Whether text in `style` is hidden, or struck through and so no more part of the words.
    pub(super) fn is_hidden(&self, style: &str) -> bool {
        let said = |of: fn(&Style) -> Option<bool>| self.line(style).find_map(of);
        said(|style| style.hidden) == Some(true) || said(|style| style.struck) == Some(true)
    }

    /// Whether a table in `style` is shown.
    pub(super) fn is_shown(&self, style: &str) -> bool {
        self.line(style).find_map(|style| style.shown).unwrap_or(true)
    }

    /// The list style that a paragraph in `style` belongs to.
    pub(super) fn list_of(&self, style: &str) -> Option<String> {
        self.line(style).map(|style| &style.list).find(|list| !list.is_empty()).cloned()
    }

    /// Counts one more at `level` of `list` (or `start`, if said), and gives the
    /// marker; nothing if that level is not numbered.
    pub(super) fn next(&mut self, list: &str, level: usize, start: Option<u32>) -> String {
        let Some(levels) = self.lists.get(list) else { return "\u{2022}".into() };
        let Some(here) = levels.get(level) else { return "\u{2022}".into() };
        let counts = self.counts.entry(list.to_owned()).or_default();
        counts.truncate(level + 1);
        while counts.len() <= level {
            let first = levels.get(counts.len()).map_or(1, |level| level.start);
            counts.push(if counts.len() == level { first.saturating_sub(1) } else { first });
        }
        counts[level] = start.unwrap_or_else(|| counts[level].saturating_add(1));
        if here.bullet {
            return "\u{2022}".into();
        }
        if here.format.is_empty() {
            return String::new();
        }
        let from = (level + 1).saturating_sub(here.shows);
        let shown: Vec<String> = (from..=level)
            .map(|at| {
                counter::said(counts[at], levels.get(at).map_or("1", |level| level.format.as_str()))
            })
            .collect();
        format!("{}{}{}", here.before, shown.join("."), here.after)
    }

    /// Begins `list` again from its start.
    pub(super) fn again(&mut self, list: &str) {
        self.counts.remove(list);
    }
}
