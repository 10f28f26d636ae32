//! A document as plain text, as a typed page of minutes looks.

mod table;

use std::io::{self, Write};

use super::wrap::{padded, width, wrap};
use super::{Error, bar_in_words, failed};
use crate::document::{Block, Document, Limb};

/// The columns of the page, where it is a file.
const PAGE: usize = 80;
/// The fewest columns that a page can be set in.
const NARROWEST: usize = 40;
/// The longest label of a bar that its words stand beside, in columns.
const LABELLED: usize = 40;

/// The columns that labels of a roll take.
const LABEL: usize = 21;
/// The least that a minute's text stands in from the left.
const INDENT: usize = 7;
/// A verb and its brackets this long still have lettered limbs beside them.
const LEAD: usize = 22;

/// Writes `document` to `out`.
pub(super) fn write(document: &Document, out: &mut dyn Write) -> Result<(), Error> {
    set(document, PAGE, &mut |line| writeln!(out, "{line}")).map_err(failed("text"))
}

/// The lines of `document`, set in as many columns as there is room for: no more
/// than a page has, and no fewer than words need.
#[must_use]
pub fn lines(document: &Document, columns: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let taken = set(document, columns.clamp(NARROWEST, PAGE), &mut |line| {
        lines.push(line.to_owned());
        Ok(())
    });
    debug_assert!(taken.is_ok(), "memory takes any line");
    lines
}

/// Sets `document` in `columns`, and hands each line on as soon as nothing more can come
/// to stand in it.
fn set(
    document: &Document,
    columns: usize,
    take: &mut dyn FnMut(&str) -> io::Result<()>,
) -> io::Result<()> {
    let hang = hang(document)?;
    let mut page = Page { columns, lines: Vec::new(), indent: 0, hang };
    page.head(document);
    let mut last = None;
    for block in document.blocks() {
        let block = block?;
        page.block(last.as_deref(), &block);
        last = Some(block);
        // Whether a line is to be left free is seen from the one before.
        let set = page.lines.len().saturating_sub(1);
        page.lines.drain(..set).try_for_each(|line| take(line.trim_end()))?;
    }
    page.foot(document);
    page.lines.iter().try_for_each(|line| take(line.trim_end()))
}

/// How far minutes stand in, so that their numbers stand clear of them.
fn hang(document: &Document) -> io::Result<usize> {
    let mut widest = None;
    for block in document.blocks() {
        if let Block::Heading { number, .. } = block?.as_ref()
            && !number.is_empty()
        {
            widest = widest.max(Some(width(number) + 2));
        }
    }
    Ok(widest.map_or(0, |widest| widest.clamp(INDENT, 14)))
}

/// The page as far as it is set.
struct Page {
    columns: usize,
    lines: Vec<String>,
    /// How far the text of this part stands in.
    indent: usize,
    /// How far the text of numbered parts does.
    hang: usize,
}

impl Page {
    fn room(&self) -> usize {
        self.columns - self.indent
    }

    fn blank(&mut self) {
        if self.lines.last().is_some_and(|line| !line.is_empty()) {
            self.lines.push(String::new());
        }
    }

    fn line(&mut self, text: &str) {
        self.lines.push(format!("{}{text}", " ".repeat(self.indent)));
    }

    /// Sets `text` after `lead`, its further lines as far in as `hang`.
    fn hung(&mut self, lead: &str, text: &str, hang: usize) {
        let first = width(lead);
        let body = if first > hang { format!("{lead} {text}") } else { text.to_owned() };
        let lead = if first > hang { String::new() } else { padded(lead, hang) };
        for (at, line) in wrap(&body, self.room() - hang).into_iter().enumerate() {
            let before = if at == 0 { lead.clone() } else { " ".repeat(hang) };
            self.line(&format!("{before}{line}"));
        }
    }

    fn centred(&mut self, text: &str) {
        for line in wrap(&text.to_uppercase(), self.columns) {
            let left = (self.columns - width(&line).min(self.columns)) / 2;
            self.lines.push(format!("{}{line}", " ".repeat(left)));
        }
    }

    fn head(&mut self, document: &Document) {
        for line in document.heading() {
            self.centred(line);
        }
        if document.opening().is_empty() || document.heading().is_empty() {
            self.centred(document.title());
        }
        if !document.opening().is_empty() {
            self.blank();
            self.hung("", document.opening(), 0);
        }
    }

    fn foot(&mut self, document: &Document) {
        self.indent = self.hang;
        self.blank();
        self.hung("", document.standing(), 0);
        self.line("Made with minutebook. The digest of this record is");
        self.line(document.digest());
    }

    fn block(&mut self, last: Option<&Block>, block: &Block) {
        let under_head = matches!(last, Some(Block::Heading { .. }));
        let apart = match block {
            Block::Heading { .. } | Block::Signature | Block::Chart { .. } => true,
            Block::Roll { .. } => !matches!(last, Some(Block::Roll { .. })),
            _ => self.indent == 0 && !under_head,
        };
        if apart {
            self.blank();
        }
        match block {
            Block::Heading { number, text, aside, .. } => self.heading(number, text, aside),
            Block::Para(text) | Block::Aside(text) => self.hung("", text, 0),
            Block::Roll { title, rows, .. } => self.roll(title, rows),
            Block::Resolution { lead, limbs, tail } => self.resolution(lead, limbs, tail),
            Block::Action { reference, text, owner, due } => {
                self.action(reference, text, owner, due);
            }
            Block::Table { head, rows, .. } => {
                for line in table::set(head, rows, self.room()) {
                    self.line(&line);
                }
            }
            Block::List(points) => {
                let mark = if points.len() > 1 { "  - " } else { "  " };
                for point in points {
                    self.hung(mark, point, mark.len());
                }
            }
            Block::Chart { caption, bars } => self.chart(caption, bars),
            Block::Signature => self.signature(),
        }
    }

    fn heading(&mut self, number: &str, text: &str, aside: &str) {
        self.indent = 0;
        let hang = if self.hang > 0 { self.hang } else { 0 };
        let number = if number.is_empty() { String::new() } else { format!("{number}  ") };
        let room = self.columns - hang;
        let lines = wrap(&text.to_uppercase(), room);
        let last = lines.len() - 1;
        for (at, line) in lines.iter().enumerate() {
            let before = if at == 0 { padded(&number, hang) } else { " ".repeat(hang) };
            let fits = width(line) + 2 + width(aside) <= room;
            if at == last && !aside.is_empty() && fits {
                let gap = room - width(line) - width(aside);
                self.lines.push(format!("{before}{line}{}{aside}", " ".repeat(gap)));
            } else {
                self.lines.push(format!("{before}{line}"));
                if at == last && !aside.is_empty() {
                    let left = self.columns.saturating_sub(width(aside));
                    self.lines.push(format!("{}{aside}", " ".repeat(left)));
                }
            }
        }
        self.indent = hang;
    }

    fn roll(&mut self, title: &str, rows: &[(String, Vec<String>)]) {
        self.indent = 0;
        self.line(&format!("{title}:"));
        for (label, names) in rows {
            let colon = if names.is_empty() { "" } else { ":" };
            let labels = wrap(&format!("{label}{colon}"), LABEL - 2);
            let names: Vec<String> = names
                .iter()
                .flat_map(|name| {
                    let lines = wrap(name, self.columns - LABEL - 2);
                    lines
                        .into_iter()
                        .enumerate()
                        .map(|(at, l)| if at == 0 { l } else { format!("  {l}") })
                })
                .collect();
            for at in 0..labels.len().max(names.len()) {
                let (label, name) = (labels.get(at), names.get(at));
                let label = padded(label.map_or("", String::as_str), LABEL);
                self.line(&format!("{label}{}", name.map_or("", String::as_str)));
            }
        }
    }

    fn resolution(&mut self, lead: &str, limbs: &[Limb], tail: &str) {
        match limbs {
            [] => self.hung("", format!("{lead} {tail}").trim_end(), 0),
            [one] if one.letter.is_empty() => {
                self.hung("", format!("{lead} {} {tail}", one.text).trim_end(), 0);
            }
            limbs => {
                let beside = width(lead) <= LEAD;
                let from = if beside { width(lead) + 2 } else { 4 };
                if !beside {
                    self.hung("", lead, 0);
                }
                for (at, limb) in limbs.iter().enumerate() {
                    let before = if at == 0 && beside { lead } else { "" };
                    let letter = format!("{} {} ", padded(before, from - 1), limb.letter);
                    self.hung(&letter, &limb.text, width(&letter).max(from + 4));
                }
                if !tail.is_empty() {
                    self.hung("", tail, 0);
                }
            }
        }
    }

    /// What, by whom and by when stand side by side where there is room.
    fn action(&mut self, reference: &str, text: &str, owner: &str, due: &str) {
        let lead = format!("ACTION {reference}  ");
        let (owner_room, due_room) = (width(owner).clamp(9, 18) + 2, 20);
        let room = self.room().saturating_sub(width(&lead) + owner_room + due_room);
        if width(owner) + 2 > owner_room || width(due) > due_room || room < 16 {
            self.hung(&lead, &format!("{text} {owner}, {due}."), width(&lead));
            return;
        }
        for (at, line) in wrap(text, room.saturating_sub(2)).into_iter().enumerate() {
            let line = padded(&line, room);
            if at == 0 {
                self.line(&format!("{lead}{line}{}{due}", padded(owner, owner_room)));
            } else {
                self.line(&format!("{}{line}", " ".repeat(width(&lead))));
            }
        }
    }

    fn chart(&mut self, caption: &str, bars: &[(String, Vec<(String, u32)>)]) {
        self.hung("", &format!("{caption}:"), 0);
        let label = bars.iter().map(|(label, _)| width(label)).max().unwrap_or(0);
        for (name, parts) in bars {
            let said = bar_in_words(parts);
            // A label too long to stand beside its words stands over them, as all then do.
            if label > LABELLED {
                self.hung("  ", name, 2);
                self.hung("    ", &said, 4);
            } else {
                self.hung(&format!("  {name}"), &said, label + 4);
            }
        }
    }

    fn signature(&mut self) {
        self.indent = 0;
        self.lines.push(String::new());
        let left = " ".repeat(self.hang.max(INDENT) + 25);
        self.line(&format!("{left}................................ in the Chair"));
        self.line(&format!("{left}Date of signing ............     Leaf ......"));
    }
}
