//! The body of a word processor's file.

use std::io::{self, Write};

use super::super::bar_in_words;
use super::xml::{Look, TAB, escaped, paragraph, run};
use super::{DECLARATION, NAMESPACE};
use crate::document::{Block, Document, Limb};

/// The width between the margins of an A4 page, in twentieths of a point.
const WIDTH: usize = 9638;
/// How long the longest bar of a chart is, in spaces.
const BAR: u64 = 40;
/// The colours of the parts of a bar, each dark enough for the eye to part.
const COLOURS: [&str; 4] = ["1A6E3C", "A4262C", "8A6D00", "5A6470"];

/// Writes the body of `document`.
pub(super) fn write(document: &Document, out: &mut dyn Write) -> io::Result<()> {
    write!(
        out,
        "{DECLARATION}<w:document {NAMESPACE} \
         xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">\
         <w:body>"
    )?;
    for line in document.heading() {
        write!(out, "{}", paragraph("Authority", &run(line, Look::Plain)))?;
    }
    write!(out, "{}", paragraph("Heading1", &run(document.title(), Look::Plain)))?;
    if !document.opening().is_empty() {
        write!(out, "{}", paragraph("Normal", &run(document.opening(), Look::Plain)))?;
    }
    write!(out, "{}", paragraph("Standing", &run(document.standing(), Look::Plain)))?;
    for block in document.blocks() {
        write!(out, "{}", set(block?.as_ref()))?;
    }
    write!(
        out,
        "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId4\"/>\
         <w:footerReference w:type=\"default\" r:id=\"rId5\"/>\
         <w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1134\" w:right=\"1134\" \
         w:bottom=\"1134\" w:left=\"1134\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/>\
         </w:sectPr></w:body></w:document>"
    )
}

fn set(block: &Block) -> String {
    match block {
        Block::Heading { level, number, text, aside } => heading(*level, number, text, aside),
        Block::Para(text) => paragraph("Normal", &run(text, Look::Plain)),
        Block::Aside(text) => paragraph("Remark", &run(text, Look::Plain)),
        Block::Roll { level, title, rows } => roll(*level, title, rows),
        Block::Resolution { lead, limbs, tail } => resolution(lead, limbs, tail),
        Block::Action { reference, text, owner, due } => {
            let lead = run(&format!("ACTION {reference} "), Look::Bold);
            let text = run(&format!("{text} \u{2014} "), Look::Plain);
            let who = run(owner, Look::Bold) + &run(&format!(", {due}"), Look::Plain);
            paragraph("Action", &(lead + &text + &who))
        }
        Block::Table { caption, head, rows } => table(caption, head, rows),
        Block::List(points) => {
            points.iter().map(|point| paragraph("ListBullet", &run(point, Look::Plain))).collect()
        }
        Block::Chart { caption, bars } => chart(caption, bars),
        Block::Signature => {
            let line = "................................ in the Chair";
            let day = "Date of signing ............ Leaf ......";
            paragraph("Signature", &run(line, Look::Plain))
                + &paragraph("Signature", &run(day, Look::Plain))
        }
    }
}

fn heading(level: u8, number: &str, text: &str, aside: &str) -> String {
    let level = level.clamp(1, 3);
    let look = if level == 2 { Look::Capitals } else { Look::Plain };
    let mut runs = String::new();
    if !number.is_empty() {
        runs += &run(number, Look::Plain);
        runs += TAB;
    }
    runs += &run(text, look);
    if !aside.is_empty() {
        runs += &run(&format!(" {aside}"), Look::Light);
    }
    paragraph(&format!("Heading{level}"), &runs)
}

fn roll(level: u8, title: &str, rows: &[(String, Vec<String>)]) -> String {
    let mut set = heading(level, "", title, "");
    for (label, names) in rows {
        let colon = if names.is_empty() { "" } else { ":" };
        let mut before = run(&format!("{label}{colon}"), Look::Bold);
        if names.is_empty() {
            set += &paragraph("Roll", &before);
        }
        for name in names {
            let runs = std::mem::take(&mut before) + TAB + &run(name, Look::Plain);
            set += &paragraph("Roll", &runs);
        }
    }
    set + &paragraph("Cell", "")
}

fn resolution(lead: &str, limbs: &[Limb], tail: &str) -> String {
    let lead = run(&format!("{lead} "), Look::Bold);
    match limbs {
        [] => paragraph("Resolution", &(lead + &run(tail, Look::Plain))),
        [one] if one.letter.is_empty() => {
            let words = format!("{} {tail}", one.text);
            paragraph("Resolution", &(lead + &run(words.trim_end(), Look::Plain)))
        }
        limbs => {
            let mut set = paragraph("Resolution", &lead);
            for limb in limbs {
                let runs = run(&limb.letter, Look::Plain) + TAB + &run(&limb.text, Look::Plain);
                set += &paragraph("Limb", &runs);
            }
            if !tail.is_empty() {
                set += &paragraph("Resolution", &run(tail, Look::Plain));
            }
            set
        }
    }
}

fn table(caption: &str, head: &[String], rows: &[Vec<String>]) -> String {
    let widths = widths(head, rows);
    let mut set = paragraph("Caption", &run(caption, Look::Plain));
    set += &opened(caption, &widths);
    let cells = head.iter().map(|name| run(name, Look::Bold)).collect::<Vec<_>>();
    set += &row(&widths, &cells, true);
    for cells in rows {
        let cells = cells.iter().map(|cell| run(cell, Look::Plain)).collect::<Vec<_>>();
        set += &row(&widths, &cells, false);
    }
    set + "</w:tbl>" + &paragraph("Cell", "")
}

fn opened(caption: &str, widths: &[usize]) -> String {
    let grid: String = widths
        .iter()
        .map(|width| format!("<w:gridCol w:w=\"{width}\"/>"))
        .collect::<Vec<_>>()
        .concat();
    format!(
        "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"{WIDTH}\" \
         w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"0020\" \
         w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"0\" w:lastColumn=\"0\" \
         w:noHBand=\"1\" w:noVBand=\"1\"/><w:tblCaption w:val=\"{}\"/></w:tblPr>\
         <w:tblGrid>{grid}</w:tblGrid>",
        escaped(caption)
    )
}

/// A row; one that heads the table is repeated on every page it runs over.
fn row(widths: &[usize], cells: &[String], heads: bool) -> String {
    let (repeat, shade) = if heads {
        ("<w:tblHeader/>", "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"E9EEF3\"/>")
    } else {
        ("", "")
    };
    let cells: Vec<String> = widths
        .iter()
        .zip(cells)
        .map(|(width, runs)| {
            let set = paragraph("Cell", runs);
            format!(
                "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>{shade}</w:tcPr>{set}</w:tc>"
            )
        })
        .collect();
    format!("<w:tr><w:trPr><w:cantSplit/>{repeat}</w:trPr>{}</w:tr>", cells.concat())
}

/// How wide each column is: a share for each by its longest line, none too
/// narrow for a word.
fn widths(head: &[String], rows: &[Vec<String>]) -> Vec<usize> {
    let longest = |at: usize| {
        let cells = head.get(at).into_iter().chain(rows.iter().filter_map(|row| row.get(at)));
        cells.flat_map(|cell| cell.lines()).map(|line| line.chars().count()).max().unwrap_or(0)
    };
    let wanted: Vec<usize> = (0..head.len()).map(|at| longest(at).clamp(8, 44) + 3).collect();
    let sum: usize = wanted.iter().sum::<usize>().max(1);
    wanted.into_iter().map(|want| WIDTH * want / sum).collect()
}

/// A row to each bar: its label, the bar drawn, and the same in words.
fn chart(caption: &str, bars: &[(String, Vec<(String, u32)>)]) -> String {
    let widths = [WIDTH * 3 / 10, WIDTH * 4 / 10, WIDTH * 3 / 10];
    let head = ["Of what", "Drawn", "In words"].map(|name| run(name, Look::Bold));
    let total = |parts: &[(String, u32)]| parts.iter().map(|(_, n)| u64::from(*n)).sum::<u64>();
    let longest = bars.iter().map(|(_, parts)| total(parts)).max().unwrap_or(0).max(1);
    let mut set = paragraph("Caption", &run(caption, Look::Plain));
    set += &opened(caption, &widths);
    set += &row(&widths, &head, true);
    for (label, parts) in bars {
        let drawn: Vec<String> = parts
            .iter()
            .zip(COLOURS)
            .filter(|((_, n), _)| *n > 0)
            .map(|((_, n), colour)| drawn(u64::from(*n) * BAR / longest, colour))
            .collect();
        let words = run(&bar_in_words(parts), Look::Plain);
        set += &row(&widths, &[run(label, Look::Plain), drawn.concat(), words], false);
    }
    set + "</w:tbl>" + &paragraph("Cell", "")
}

/// A part of a bar: spaces on a coloured ground, at least one.
fn drawn(length: u64, colour: &str) -> String {
    let spaces = "\u{A0}".repeat(usize::try_from(length.clamp(1, BAR)).unwrap_or(1));
    format!(
        "<w:r><w:rPr><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"{colour}\"/></w:rPr>\
         <w:t xml:space=\"preserve\">{spaces}</w:t></w:r>"
    )
}
