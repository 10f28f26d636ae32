//! The story of a Word document, read in order: what a reader of the printed
//! page would see, with what they would not told of.

use std::collections::HashMap;

use super::super::super::fault::Fault;
use super::super::super::paper::{Paper, Role};
use super::super::compose::Composer;
use super::super::xml::{Node, Tag};
use super::number::Numbers;
use super::style::{Styles, is_on};

/// A paragraph being read. Its look is known only when it ends.
#[derive(Default)]
struct Paragraph {
    style: String,
    list: Option<String>,
    level: Option<usize>,
    outline: Option<usize>,
    /// Whether its own end was struck out, so that the next goes on from it.
    struck: bool,
    text: String,
    /// Whether it stands in a text box.
    boxed: bool,
}

/// A cell being read. Its size is known only when its properties have passed.
#[derive(Default)]
struct Opening {
    span: usize,
    joined: bool,
    begun: bool,
}

/// Reads a document from first element to last.
pub(super) struct Story {
    out: Composer,
    styles: Styles,
    numbers: Numbers,
    notes: HashMap<String, String>,
    paragraphs: Vec<Paragraph>,
    cells: Vec<Opening>,
    /// Elements whose whole content is passed over, and how deep in them.
    skipping: usize,
    /// How deep in struck-out or moved-away text.
    struck: usize,
    boxed: usize,
    /// Whether the reader is among the properties of a paragraph, a run, a row.
    within: Vec<String>,
    /// Whether the run being read is hidden.
    hidden: bool,
    /// Whether it is struck through: no more part of the words than what is hidden.
    through: bool,
    /// Whether the row being read is struck out or hidden.
    drop_row: Option<&'static str>,
    words: bool,
    carried: String,
    hid: String,
    strikes: usize,
}

impl Story {
    /// Begins with what the other parts say.
    pub(super) fn new(styles: Styles, numbers: Numbers, notes: HashMap<String, String>) -> Self {
        Self {
            out: Composer::default(),
            styles,
            numbers,
            notes,
            paragraphs: vec![],
            cells: vec![],
            skipping: 0,
            struck: 0,
            boxed: 0,
            within: vec![],
            hidden: false,
            through: false,
            drop_row: None,
            words: false,
            carried: String::new(),
            hid: String::new(),
            strikes: 0,
        }
    }

    /// Reads on.
    pub(super) fn node(&mut self, node: Node<'_>) -> Result<(), Fault> {
        match node {
            Node::Open(tag) if self.skipping > 0 || is_skipped(&tag.name) => {
                self.skipping += 1;
                Ok(())
            }
            Node::Close(_) if self.skipping > 0 => {
                self.skipping -= 1;
                Ok(())
            }
            Node::Open(tag) if is_properties(&tag.name) => {
                self.within.push(tag.name.clone());
                Ok(())
            }
            Node::Close(name) if is_properties(name) => {
                self.within.pop();
                Ok(())
            }
            Node::Open(tag) if !self.within.is_empty() => {
                self.property(tag);
                Ok(())
            }
            Node::Close(_) if !self.within.is_empty() => Ok(()),
            Node::Open(tag) => self.open(tag),
            Node::Close(name) => self.close(name),
            Node::Text(text) if self.words && self.skipping == 0 => {
                self.say(text);
                Ok(())
            }
            Node::Text(_) => Ok(()),
        }
    }

    fn property(&mut self, tag: &Tag) {
        let of = self.within.last().map(String::as_str).unwrap_or_default();
        let nested = self.within.len() > 1;
        match (of, tag.name.as_str()) {
            ("w:pPr", name) => self.of_paragraph(name, tag),
            ("w:rPr", "w:del") if nested => {
                if let Some(paragraph) = self.paragraphs.last_mut() {
                    paragraph.struck = true;
                }
            }
            ("w:rPr", "w:vanish") if !nested => self.hidden = is_on(tag.get("val")),
            ("w:rPr", "w:strike" | "w:dstrike") if !nested => {
                self.through = is_on(tag.get("val"));
            }
            ("w:rPr", "w:rStyle") if !nested => {
                let style = tag.get("val").unwrap_or_default();
                self.hidden |= self.styles.is_hidden(style);
                self.through |= self.styles.is_struck(style);
            }
            ("w:tcPr", "w:gridSpan") => {
                if let Some(cell) = self.cells.last_mut() {
                    cell.span = tag.number("val").unwrap_or(1);
                }
            }
            ("w:tcPr", "w:vMerge") => {
                if let Some(cell) = self.cells.last_mut() {
                    cell.joined = tag.get("val") != Some("restart");
                }
            }
            ("w:trPr", "w:del") => self.drop_row = Some("a row that was struck out was dropped"),
            ("w:trPr", "w:hidden") if is_on(tag.get("val")) => {
                self.drop_row = Some("a hidden row was left out");
            }
            _ => {}
        }
    }

    fn of_paragraph(&mut self, name: &str, tag: &Tag) {
        let Some(paragraph) = self.paragraphs.last_mut() else { return };
        let value = || tag.get("val").unwrap_or_default().to_owned();
        match name {
            "w:pStyle" => paragraph.style = value(),
            "w:numId" => paragraph.list = Some(value()),
            "w:ilvl" => paragraph.level = tag.number("val"),
            "w:outlineLvl" => paragraph.outline = tag.number("val"),
            _ => {}
        }
    }

    fn open(&mut self, tag: &Tag) -> Result<(), Fault> {
        match tag.name.as_str() {
            "w:p" => {
                self.begin_cell()?;
                self.paragraphs.push(Paragraph { boxed: self.boxed > 0, ..Paragraph::default() });
            }
            "w:r" => {
                let style = self.paragraphs.last().map_or("", |p| p.style.as_str());
                (self.hidden, self.through) =
                    (self.styles.is_hidden(style), self.styles.is_struck(style));
            }
            "w:t" => self.words = true,
            "w:tab" => self.say("\t"),
            "w:br" if matches!(tag.get("type"), None | Some("textWrapping")) => self.say("\n"),
            "w:cr" => self.say("\n"),
            "w:noBreakHyphen" => self.say("-"),
            "w:sym" => self.say("\u{2022} "),
            "w:del" | "w:moveFrom" => {
                self.struck += 1;
                self.strikes += 1;
            }
            "w:txbxContent" => self.boxed += 1,
            "w:footnoteReference" | "w:endnoteReference" => {
                let note =
                    tag.get("id").and_then(|id| self.notes.get(id)).filter(|text| !text.is_empty());
                if let Some(text) = note {
                    let text = format!("a footnote was left out: \u{201c}{text}\u{201d}");
                    self.out.hidden(text);
                }
            }
            "w:tbl" => {
                self.begin_cell()?;
                self.out.open_table("")?;
            }
            "w:tr" => {
                self.out.open_row(None)?;
                self.drop_row = None;
            }
            "w:tc" => self.cells.push(Opening::default()),
            _ => {}
        }
        Ok(())
    }

    fn close(&mut self, name: &str) -> Result<(), Fault> {
        match name {
            "w:p" => self.end_paragraph()?,
            "w:t" => self.words = false,
            "w:r" => (self.hidden, self.through) = (false, false),
            "w:del" | "w:moveFrom" => self.struck = self.struck.saturating_sub(1),
            "w:txbxContent" => self.boxed = self.boxed.saturating_sub(1),
            "w:tc" => {
                self.begin_cell()?;
                self.cells.pop();
                self.out.close_cell()?;
            }
            "w:tr" => {
                if let Some(why) = self.drop_row.take() {
                    self.out.hidden(why);
                    self.out.drop_row();
                }
            }
            "w:tbl" => self.out.close_table()?,
            _ => {}
        }
        Ok(())
    }

    /// Begins the cell whose properties have now passed.
    fn begin_cell(&mut self) -> Result<(), Fault> {
        match self.cells.last_mut().filter(|cell| !cell.begun) {
            Some(cell) => {
                cell.begun = true;
                self.out.open_cell(cell.span, 1, cell.joined)
            }
            None => Ok(()),
        }
    }

    fn say(&mut self, text: &str) {
        if self.struck > 0 {
            return;
        }
        if self.hidden || self.through {
            if self.hid.len() < 80 {
                self.hid.push_str(text);
            }
        } else if let Some(paragraph) = self.paragraphs.last_mut() {
            paragraph.text.push_str(text);
        }
    }

    fn end_paragraph(&mut self) -> Result<(), Fault> {
        let Some(mut paragraph) = self.paragraphs.pop() else { return Ok(()) };
        if !self.hid.trim().is_empty() {
            let text = format!("hidden text was left out: \u{201c}{}\u{201d}", self.hid.trim());
            self.out.hidden(text);
        }
        self.hid.clear();
        if paragraph.boxed {
            if !paragraph.text.trim().is_empty() {
                let text =
                    format!("a text box was left out: \u{201c}{}\u{201d}", paragraph.text.trim());
                self.out.hidden(text);
            }
            return Ok(());
        }
        if !self.carried.is_empty() {
            paragraph.text.insert_str(0, &std::mem::take(&mut self.carried));
        }
        if paragraph.struck {
            self.carried = paragraph.text;
            return Ok(());
        }
        let style = paragraph.style.as_str();
        let listed = match paragraph.list {
            Some(list) => Some((list, paragraph.level.unwrap_or(0))),
            None => self
                .styles
                .list(style)
                .map(|(list, level)| (list, paragraph.level.unwrap_or(level))),
        };
        let said = !paragraph.text.trim().is_empty();
        let marker = listed
            .as_ref()
            .filter(|_| said)
            .and_then(|(list, level)| self.numbers.next(list, *level));
        let heading = paragraph
            .outline
            .filter(|level| *level < 9)
            .map(|level| level + 1)
            .or_else(|| self.styles.heading(style));
        let depth = self.styles.depth(style);
        let (role, level) = match (heading, &marker, depth) {
            (Some(level), _, _) => (Role::Heading, level),
            (None, Some(_), depth) => {
                let level = listed.map_or(0, |(_, level)| level);
                (Role::Item, level.max(depth.unwrap_or(0)))
            }
            (None, None, Some(depth)) if said && is_list(style) => (Role::Item, depth),
            _ => (Role::Line, 0),
        };
        self.out.begin(role, level, marker.as_deref().unwrap_or_default())?;
        self.out.text(&paragraph.text)?;
        self.out.end()
    }

    /// Tells of what stands beside the story: page headers, comments.
    pub(super) fn beside(&mut self, sort: &str, texts: &[String]) {
        let place = match sort {
            "comments" => "comments",
            "footer" => "page footer",
            _ => "page header",
        };
        let what = match sort {
            "comments" => format!("{} comments were left out", texts.len()),
            _ => format!("not read in: \u{201c}{}\u{201d}", texts.join(" ")),
        };
        let counts = sort == "footer" && texts.iter().all(|text| is_page_number(text));
        if !texts.is_empty() && !counts {
            self.out.hidden_at(place, what);
        }
        if matches!(sort, "header" | "footer") {
            self.out.running(texts);
        }
    }

    /// The paper, whole.
    pub(super) fn finish(mut self) -> Result<Paper, Fault> {
        if self.strikes > 0 {
            let text =
                format!("{} tracked deletions were dropped; insertions were kept", self.strikes);
            self.out.hidden_at("the whole file", text);
        }
        self.out.finish()
    }
}

fn is_list(style: &str) -> bool {
    let style = style.to_lowercase();
    style.starts_with("listbullet") || style.starts_with("listnumber")
}

/// Whether what an element holds is no text of the document, or holds the same
/// text a second time.
fn is_skipped(name: &str) -> bool {
    matches!(
        name,
        "mc:Fallback"
            | "w:instrText"
            | "w:delText"
            | "w:delInstrText"
            | "w:pPrChange"
            | "w:rPrChange"
            | "w:tcPrChange"
            | "w:trPrChange"
            | "w:tblPrChange"
            | "w:sectPrChange"
            | "w:tblPr"
            | "w:tblGrid"
            | "w:sectPr"
            | "w:sdtPr"
            | "w:ruby"
    )
}

fn is_properties(name: &str) -> bool {
    matches!(name, "w:pPr" | "w:rPr" | "w:tcPr" | "w:trPr")
}

/// Whether a footer only counts the pages: "Page 2 of 5".
fn is_page_number(text: &str) -> bool {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).all(|word| {
        matches!(word.as_str(), "page" | "of" | "numpages")
            || word.chars().all(|c| c.is_ascii_digit())
    })
}
