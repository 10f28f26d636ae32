//! The blocks of a document, set on pages.

use std::num::NonZeroU16;

use krilla::color::rgb;
use krilla::tagging::{ListNumbering, Tag};

use super::super::bar_in_words;
use super::face::Face;
use super::page::{MARGIN, Mark, Pages, TEXT, WIDTH};
use super::table;
use crate::document::{Block, Document, Limb};

/// Beside what was decided.
const BLUE: (u8, u8, u8) = (0x1F, 0x4E, 0x79);
/// Beside what somebody is to do.
const PURPLE: (u8, u8, u8) = (0x5B, 0x2A, 0x82);
/// Beside the standing of the document.
const BROWN: (u8, u8, u8) = (0x7A, 0x3E, 0x00);
/// The parts of a bar.
const BARS: [(u8, u8, u8); 4] =
    [(0x1A, 0x6E, 0x3C), (0xA4, 0x26, 0x2C), (0x8A, 0x6D, 0x00), (0x5A, 0x64, 0x70)];
/// Where the words of a heading begin that has a number.
const NUMBER: f32 = 56.0;
/// Where the names of a roll begin.
const NAMES: f32 = 150.0;

pub(super) fn colour((red, green, blue): (u8, u8, u8)) -> rgb::Color {
    rgb::Color::new(red, green, blue)
}

/// Sets everything above the body: the authority, the title, what it is and how
/// it stands.
pub(super) fn head(pages: &mut Pages<'_>, document: &Document) {
    for line in document.heading() {
        let part = pages.part(None, Tag::P);
        pages.text(part, &[(line, Face::Bold)], TEXT, 0.0);
    }
    pages.space(4.0);
    heading(pages, 1, "", document.title(), "");
    if !document.opening().is_empty() {
        paragraph(pages, document.opening(), Face::Regular);
    }
    let part = pages.part(None, Tag::P);
    pages.space(4.0);
    pages.barred(part, &[(document.standing(), Face::Bold)], 0.0, colour(BROWN));
    pages.space(6.0);
}

/// Sets one block.
pub(super) fn block(pages: &mut Pages<'_>, block: &Block) {
    match block {
        Block::Heading { level, number, text, aside } => {
            heading(pages, u16::from(*level), number, text, aside);
        }
        Block::Para(text) => paragraph(pages, text, Face::Regular),
        Block::Aside(text) => paragraph(pages, text, Face::Italic),
        Block::Roll { level, title, rows } => roll(pages, u16::from(*level), title, rows),
        Block::Resolution { lead, limbs, tail } => resolution(pages, lead, limbs, tail),
        Block::Action { reference, text, owner, due } => {
            let lead = format!("ACTION {reference} ");
            let (text, due) = (format!("{text} \u{2014} "), format!(", {due}"));
            let spans = [
                (lead.as_str(), Face::Bold),
                (text.as_str(), Face::Regular),
                (owner.as_str(), Face::Bold),
                (due.as_str(), Face::Regular),
            ];
            let part = pages.part(None, Tag::P);
            pages.barred(part, &spans, 0.0, colour(PURPLE));
            pages.space(5.0);
        }
        Block::Table { caption, head, rows } => table::set(pages, caption, head, rows),
        Block::List(points) => list(pages, points),
        Block::Chart { caption, bars } => chart(pages, caption, bars),
        Block::Signature => signature(pages),
    }
}

/// Says, if so, that a box stands for what the typefaces do not have.
pub(super) fn lacks(pages: &mut Pages<'_>) {
    if pages.setter.lacked {
        let said = "A box stands for a character that the typeface of this file does not have; \
                    the other formats have it.";
        paragraph(pages, said, Face::Italic);
    }
}

pub(super) fn paragraph(pages: &mut Pages<'_>, text: &str, face: Face) {
    let part = pages.part(None, Tag::P);
    pages.text(part, &[(text, face)], TEXT, 0.0);
    pages.space(5.0);
}

fn heading(pages: &mut Pages<'_>, level: u16, number: &str, text: &str, aside: &str) {
    let size = match level {
        1 => 17.0,
        2 => 12.0,
        _ => TEXT,
    };
    pages.space(if level == 2 { 12.0 } else { 6.0 });
    pages.need(size * 5.0);
    let title = if number.is_empty() { text.to_owned() } else { format!("{number} {text}") };
    let level = NonZeroU16::new(level.clamp(1, 6)).unwrap_or(NonZeroU16::MIN);
    let part = pages.part(None, Tag::Hn(level, Some(title.clone())));
    pages.entry(title);
    let aside = if aside.is_empty() { String::new() } else { format!(" {aside}") };
    let spans = [(text, Face::Bold), (aside.as_str(), Face::Regular)];
    if number.is_empty() {
        pages.text(part, &spans, size, 0.0);
    } else {
        beside(pages, part, number, size);
        pages.text(part, &spans, size, NUMBER);
    }
    pages.space(3.0);
}

/// Sets `number` at the margin, without going down: what it numbers stands
/// beside it. A space after it parts the two for a reader who only hears.
fn beside(pages: &mut Pages<'_>, part: super::page::Part, number: &str, size: f32) {
    let number = format!("{number} ");
    if let Some(line) = pages.setter.lines(&[(&number, Face::Bold)], size, WIDTH).into_iter().next()
    {
        let (x, y) = (MARGIN, pages.y);
        pages.mark(Mark::Line { line, x, y, part: Some(part) });
    }
}

fn roll(pages: &mut Pages<'_>, level: u16, title: &str, rows: &[(String, Vec<String>)]) {
    heading(pages, level, "", title, "");
    for (label, names) in rows {
        let part = pages.part(None, Tag::P);
        let label = if names.is_empty() { label.clone() } else { format!("{label}: ") };
        let lines = pages.setter.lines(&[(&label, Face::Bold)], TEXT, NAMES - 10.0);
        pages.need(lines.iter().map(|line| line.height).sum());
        let (page, top) = (pages.at(), pages.y);
        for line in lines {
            pages.place(line, MARGIN, Some(part));
        }
        let under = pages.y;
        if names.is_empty() {
            continue;
        }
        pages.y = top;
        let all = pages.part(None, Tag::L(ListNumbering::None));
        for name in names {
            let entry = pages.part(Some(all), Tag::LI);
            let body = pages.part(Some(entry), Tag::LBody);
            pages.text(body, &[(name, Face::Regular)], TEXT, NAMES);
        }
        if pages.at() == page {
            pages.y = pages.y.max(under);
        }
        pages.space(3.0);
    }
    pages.space(4.0);
}

fn resolution(pages: &mut Pages<'_>, lead: &str, limbs: &[Limb], tail: &str) {
    let part = pages.part(None, Tag::P);
    let lead = format!("{lead} ");
    let plain = match limbs {
        [one] if one.letter.is_empty() => format!("{} {tail}", one.text),
        [] => tail.to_owned(),
        _ => String::new(),
    };
    let spans = [(lead.as_str(), Face::Bold), (plain.trim_end(), Face::Regular)];
    pages.barred(part, &spans, 0.0, colour(BLUE));
    let lettered: Vec<&Limb> = limbs.iter().filter(|limb| !limb.letter.is_empty()).collect();
    if !lettered.is_empty() {
        let all = pages.part(None, Tag::L(ListNumbering::LowerAlpha));
        for limb in lettered {
            let entry = pages.part(Some(all), Tag::LI);
            let label = pages.part(Some(entry), Tag::Lbl);
            let body = pages.part(Some(entry), Tag::LBody);
            pages.need(TEXT * 1.35);
            let letter = format!("{} ", limb.letter);
            if let Some(line) =
                pages.setter.lines(&[(&letter, Face::Regular)], TEXT, 60.0).into_iter().next()
            {
                let (x, y) = (MARGIN + 12.0, pages.y);
                pages.mark(Mark::Line { line, x, y, part: Some(label) });
            }
            pages.barred(body, &[(&limb.text, Face::Regular)], 24.0, colour(BLUE));
        }
        if !tail.is_empty() {
            let part = pages.part(None, Tag::P);
            pages.barred(part, &[(tail, Face::Regular)], 0.0, colour(BLUE));
        }
    }
    pages.space(5.0);
}

fn list(pages: &mut Pages<'_>, points: &[String]) {
    let all = pages.part(None, Tag::L(ListNumbering::Disc));
    for point in points {
        let entry = pages.part(Some(all), Tag::LI);
        let label = pages.part(Some(entry), Tag::Lbl);
        let body = pages.part(Some(entry), Tag::LBody);
        pages.need(TEXT * 1.35);
        if let Some(line) =
            pages.setter.lines(&[("\u{2022} ", Face::Regular)], TEXT, 20.0).into_iter().next()
        {
            let (x, y) = (MARGIN + 12.0, pages.y);
            pages.mark(Mark::Line { line, x, y, part: Some(label) });
        }
        pages.text(body, &[(point, Face::Regular)], TEXT, 26.0);
    }
    pages.space(5.0);
}

/// Bars for the eye, each under the same in words.
fn chart(pages: &mut Pages<'_>, caption: &str, bars: &[(String, Vec<(String, u32)>)]) {
    let part = pages.part(None, Tag::P);
    pages.text(part, &[(caption, Face::Bold)], TEXT, 0.0);
    pages.space(3.0);
    let total = |parts: &[(String, u32)]| parts.iter().map(|(_, n)| length(*n)).sum::<f32>();
    let longest = bars.iter().map(|(_, parts)| total(parts)).fold(1.0, f32::max);
    for (label, parts) in bars {
        let part = pages.part(None, Tag::P);
        let said = format!("{label}: {}", bar_in_words(parts));
        pages.need(TEXT * 1.35 + 16.0);
        pages.text(part, &[(&said, Face::Regular)], TEXT, 0.0);
        let (mut x, y) = (MARGIN, pages.y + 1.0);
        for ((_, n), shade) in parts.iter().zip(BARS) {
            let width = WIDTH * length(*n) / longest;
            if width > 0.0 {
                let width_drawn = (width - 1.0).max(0.5);
                let mark =
                    Mark::Fill { x, y, width: width_drawn, height: 9.0, colour: colour(shade) };
                pages.mark(mark);
            }
            x += width;
        }
        pages.space(if total(parts) > 0.0 { 15.0 } else { 4.0 });
    }
    pages.space(4.0);
}

/// A count as a length: beyond 65,535 all bars are as long as can be told apart.
fn length(n: u32) -> f32 {
    f32::from(u16::try_from(n).unwrap_or(u16::MAX))
}

fn signature(pages: &mut Pages<'_>) {
    pages.need(90.0);
    pages.space(34.0);
    for words in [
        "................................ in the Chair",
        "Date of signing ............   Leaf ......",
    ] {
        let part = pages.part(None, Tag::P);
        for line in pages.setter.lines(&[(words, Face::Regular)], TEXT, WIDTH) {
            let x = MARGIN + WIDTH - line.width;
            pages.place(line, x, Some(part));
        }
        pages.space(6.0);
    }
}
