//! The styles of a Word document: which are headings, lists or hidden.

use std::collections::HashMap;

use super::super::super::fault::Fault;
use super::super::xml::{self, Node};

/// One style.
#[derive(Clone, Debug, Default)]
struct Style {
    name: String,
    based_on: String,
    outline: Option<usize>,
    list: Option<String>,
    level: Option<usize>,
    hidden: Option<bool>,
    struck: Option<bool>,
}

/// All the styles of a document.
#[derive(Debug, Default)]
pub(super) struct Styles(HashMap<String, Style>);

impl Styles {
    /// Reads the styles part.
    pub(super) fn read(bytes: &[u8]) -> Result<Self, Fault> {
        let mut styles = HashMap::new();
        let mut open: Option<(String, Style)> = None;
        xml::walk("the styles", bytes, |node| {
            match node {
                Node::Open(tag) if tag.name == "w:style" => {
                    open = tag.get("styleId").map(|id| (id.to_owned(), Style::default()));
                }
                Node::Open(tag) => {
                    let Some((_, style)) = &mut open else { return Ok(()) };
                    let value = || tag.get("val").unwrap_or_default().to_owned();
                    match tag.name.as_str() {
                        "w:name" => style.name = value().to_lowercase(),
                        "w:basedOn" => style.based_on = value(),
                        "w:outlineLvl" => style.outline = tag.number("val"),
                        "w:numId" => style.list = Some(value()),
                        "w:ilvl" => style.level = tag.number("val"),
                        "w:vanish" => style.hidden = Some(is_on(tag.get("val"))),
                        "w:strike" | "w:dstrike" => style.struck = Some(is_on(tag.get("val"))),
                        _ => {}
                    }
                }
                Node::Close("w:style") => styles.extend(open.take()),
                Node::Close(_) | Node::Text(_) => {}
            }
            Ok(())
        })?;
        Ok(Self(styles))
    }

    /// `style` and those it is based on, nearest first.
    fn line<'a>(&'a self, style: &str) -> impl Iterator<Item = &'a Style> {
        let first = self.0.get(style);
        std::iter::successors(first, |style| self.0.get(&style.based_on)).take(16)
    }

    /// The level of heading that `style` is, from 1; a title is 0.
    pub(super) fn heading(&self, style: &str) -> Option<usize> {
        self.line(style).find_map(|style| {
            let named =
                style.name.strip_prefix("heading ").and_then(|level| level.trim().parse().ok());
            let title = (style.name == "title").then_some(0);
            let outline = style.outline.filter(|level| *level < 9).map(|level| level + 1);
            named.or(title).or(outline)
        })
    }

    /// The list that `style` numbers its paragraphs by, and at which level.
    pub(super) fn list(&self, style: &str) -> Option<(String, usize)> {
        let list = self.line(style).find_map(|style| style.list.clone())?;
        let level = self.line(style).find_map(|style| style.level).unwrap_or(0);
        Some((list, level))
    }

    /// How deep a list style says it stands by its name: "List Bullet 2" is 1.
    pub(super) fn depth(&self, style: &str) -> Option<usize> {
        let name = &self.0.get(style)?.name;
        let listed = name.starts_with("list ");
        let digit = name.rsplit(' ').next()?.parse::<usize>().ok();
        listed.then(|| digit.map_or(0, |digit| digit.saturating_sub(1)))
    }

    /// Whether text in `style` is struck through.
    pub(super) fn is_struck(&self, style: &str) -> bool {
        self.line(style).find_map(|style| style.struck).unwrap_or(false)
    }

    /// Whether text in `style` is hidden.
    pub(super) fn is_hidden(&self, style: &str) -> bool {
        self.line(style).find_map(|style| style.hidden).unwrap_or(false)
    }
}

/// Whether a property with this value is on.
pub(super) fn is_on(value: Option<&str>) -> bool {
    !matches!(value, Some("0" | "false" | "off"))
}
