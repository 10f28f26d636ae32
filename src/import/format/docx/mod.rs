//! Word documents (.docx).
//!
//! Read with `zip` and `quick-xml` and not with a DOCX library, because what
//! matters here is what such libraries pass over: tracked changes, hidden text,
//! numbers that Word makes up, merged cells, and limits while unzipping.

mod number;
mod story;
mod style;

use std::collections::HashMap;

use super::super::fault::Fault;
use super::super::paper::Paper;
use super::bag::Bag;
use super::relation;
use super::xml::{self, Node};
use number::Numbers;
use story::Story;
use style::Styles;

/// Reads a document.
pub(super) fn read(bytes: &[u8]) -> Result<Paper, Fault> {
    let mut bag = Bag::open(bytes)?;
    let main = relation::main_part(&mut bag)?.unwrap_or_else(|| "word/document.xml".into());
    let Some(text) = bag.part(&main)? else {
        let what = "it is missing, so this is not a Word document";
        return Err(Fault::damaged(main, what));
    };
    let parts = relation::of(&mut bag, &main)?;
    let part =
        |sort: &str| parts.iter().find(|part| part.sort == sort).map(|part| part.target.clone());
    let styles = match part("styles").map(|name| bag.part(&name)).transpose()?.flatten() {
        Some(bytes) => Styles::read(&bytes)?,
        None => Styles::default(),
    };
    let numbers = match part("numbering").map(|name| bag.part(&name)).transpose()?.flatten() {
        Some(bytes) => Numbers::read(&bytes)?,
        None => Numbers::default(),
    };
    let mut notes = HashMap::new();
    for sort in ["footnotes", "endnotes"] {
        if let Some(bytes) = part(sort).map(|name| bag.part(&name)).transpose()?.flatten() {
            notes.extend(texts(sort, &bytes, "w:footnote", "w:endnote")?);
        }
    }
    let mut story = Story::new(styles, numbers, notes);
    xml::walk(&main, &text, |node| story.node(node))?;
    let beside = |sort: &str| matches!(sort, "header" | "footer" | "comments");
    for relation in parts.iter().filter(|part| beside(&part.sort)) {
        if let Some(bytes) = bag.part(&relation.target)? {
            let edge = if relation.sort == "footer" { "w:ftr" } else { "w:hdr" };
            let texts = texts(&relation.target, &bytes, edge, "w:comment")?;
            let mut said: Vec<String> =
                texts.into_values().filter(|text| !text.is_empty()).collect();
            said.sort();
            story.beside(&relation.sort, &said);
        }
    }
    story.finish()
}

/// The text of each note, by its number.
fn texts(
    part: &str,
    bytes: &[u8],
    one: &str,
    other: &str,
) -> Result<HashMap<String, String>, Fault> {
    let mut found: HashMap<String, String> = HashMap::new();
    let mut current = None;
    let mut said = false;
    xml::walk(part, bytes, |node| {
        match node {
            Node::Open(tag) if tag.name == one || tag.name == other => {
                let id = tag.get("id").unwrap_or_default().to_owned();
                found.insert(id.clone(), String::new());
                current = Some(id);
            }
            Node::Open(tag) => said = tag.name == "w:t",
            Node::Text(text) if said => {
                if let Some(note) = current.as_ref().and_then(|id| found.get_mut(id))
                    && note.len() < 500
                {
                    note.push_str(text);
                }
            }
            Node::Text(_) => {}
            Node::Close(name) => {
                said = false;
                if name == "w:p"
                    && let Some(note) = current.as_ref().and_then(|id| found.get_mut(id))
                {
                    note.push(' ');
                }
            }
        }
        Ok(())
    })?;
    for text in found.values_mut() {
        *text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    Ok(found)
}
