//! A document as one page of HTML that anyone can read, with or without eyes.
//!
//! The page fetches nothing, runs nothing and links nowhere; its security policy
//! says so to the browser. Capitals are the style sheet's, so that a screen
//! reader does not spell headings out.

use std::io::{self, Write};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

use super::{Error, bar_in_words, failed};
use crate::document::{Block, Document, Limb};

const STYLE: &str = include_str!("../../assets/templates/page.css");

/// Writes `document` to `out`.
pub(super) fn write(document: &Document, out: &mut dyn Write) -> Result<(), Error> {
    page(document, out).map_err(failed("HTML"))
}

fn page(document: &Document, out: &mut dyn Write) -> io::Result<()> {
    head(document, out)?;
    let mut parts = 0;
    for block in document.blocks() {
        write_block(block?.as_ref(), &mut parts, out)?;
    }
    writeln!(out, "</main>\n<footer>")?;
    writeln!(out, "<p>{}</p>", escaped(document.standing()))?;
    writeln!(
        out,
        "<p>Made with minutebook. The digest of this record is <span class=\"digest\">{}</span></p>",
        escaped(document.digest())
    )?;
    writeln!(out, "</footer>\n</body>\n</html>")
}

fn head(document: &Document, out: &mut dyn Write) -> io::Result<()> {
    let allowed = STANDARD.encode(Sha256::digest(STYLE.as_bytes()));
    let title = escaped(document.title());
    writeln!(out, "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">")?;
    writeln!(
        out,
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; \
         style-src 'sha256-{allowed}'; base-uri 'none'; form-action 'none'\">"
    )?;
    writeln!(out, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")?;
    writeln!(out, "<meta name=\"generator\" content=\"minutebook\">")?;
    writeln!(out, "<meta name=\"date\" content=\"{}\">", document.date())?;
    writeln!(out, "<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>")?;
    writeln!(out, "<a class=\"skip\" href=\"#record\">Skip to the record</a>\n<header>")?;
    for line in document.heading() {
        writeln!(out, "<p class=\"body\">{}</p>", escaped(line))?;
    }
    writeln!(out, "<h1>{title}</h1>")?;
    if !document.opening().is_empty() {
        writeln!(out, "<p>{}</p>", escaped(document.opening()))?;
    }
    writeln!(out, "<p class=\"standing\">{}</p>", escaped(document.standing()))?;
    writeln!(out, "</header>\n<main id=\"record\">")
}

fn write_block(block: &Block, parts: &mut u32, out: &mut dyn Write) -> io::Result<()> {
    match block {
        Block::Heading { level, number, text, aside } => {
            *parts += 1;
            let level = (*level).clamp(2, 6);
            write!(out, "<h{level} id=\"part-{parts}\">")?;
            if !number.is_empty() {
                write!(out, "<span class=\"number\">{}</span> ", escaped(number))?;
            }
            write!(out, "<span class=\"words\">{}</span>", escaped(text))?;
            if !aside.is_empty() {
                write!(out, " <span class=\"beside\">{}</span>", escaped(aside))?;
            }
            writeln!(out, "</h{level}>")
        }
        Block::Para(text) => writeln!(out, "<p>{}</p>", escaped(text)),
        Block::Aside(text) => writeln!(out, "<p class=\"remark\">{}</p>", escaped(text)),
        Block::Roll { level, title, rows } => roll(*level, title, rows, out),
        Block::Resolution { lead, limbs, tail } => resolution(lead, limbs, tail, out),
        Block::Action { reference, text, owner, due } => writeln!(
            out,
            "<p class=\"action\"><strong>Action {}</strong> {} \u{2014} <strong>{}</strong>, {}</p>",
            escaped(reference),
            escaped(text),
            escaped(owner),
            escaped(due)
        ),
        Block::Table { caption, head, rows } => table(caption, head, rows, out),
        Block::List(points) => {
            writeln!(out, "<ul>")?;
            for point in points {
                writeln!(out, "<li>{}</li>", escaped(point))?;
            }
            writeln!(out, "</ul>")
        }
        Block::Chart { caption, bars } => chart(caption, bars, out),
        Block::Signature => writeln!(
            out,
            "<div class=\"signature\">\n<p>................................ in the Chair</p>\n\
             <p>Date of signing ............ Leaf ......</p>\n</div>"
        ),
    }
}

fn roll(
    level: u8,
    title: &str,
    rows: &[(String, Vec<String>)],
    out: &mut dyn Write,
) -> io::Result<()> {
    let level = level.clamp(2, 6);
    writeln!(out, "<h{level}><span class=\"words\">{}</span></h{level}>", escaped(title))?;
    for (label, names) in rows {
        if names.is_empty() {
            writeln!(out, "<p>{}</p>", escaped(label))?;
            continue;
        }
        writeln!(out, "<dl>\n<dt>{}</dt>", escaped(label))?;
        for name in names {
            writeln!(out, "<dd>{}</dd>", escaped(name))?;
        }
        writeln!(out, "</dl>")?;
    }
    Ok(())
}

fn resolution(lead: &str, limbs: &[Limb], tail: &str, out: &mut dyn Write) -> io::Result<()> {
    let tail = if tail.is_empty() { String::new() } else { format!(" {}", escaped(tail)) };
    write!(out, "<div class=\"resolution\">\n<p><strong>{}</strong>", escaped(lead))?;
    match limbs {
        [] => writeln!(out, "{tail}</p>")?,
        [one] if one.letter.is_empty() => writeln!(out, " {}{tail}</p>", escaped(&one.text))?,
        limbs => {
            writeln!(out, "</p>\n<ul>")?;
            for limb in limbs {
                writeln!(out, "<li>{} {}</li>", escaped(&limb.letter), escaped(&limb.text))?;
            }
            writeln!(out, "</ul>")?;
            if !tail.is_empty() {
                writeln!(out, "<p>{}</p>", tail.trim_start())?;
            }
        }
    }
    writeln!(out, "</div>")
}

fn table(
    caption: &str,
    head: &[String],
    rows: &[Vec<String>],
    out: &mut dyn Write,
) -> io::Result<()> {
    let caption = escaped(caption);
    writeln!(out, "<div class=\"wide\" role=\"group\" aria-label=\"{caption}\" tabindex=\"0\">")?;
    writeln!(out, "<table>\n<caption>{caption}</caption>\n<thead>\n<tr>")?;
    for name in head {
        writeln!(out, "<th scope=\"col\">{}</th>", escaped(name))?;
    }
    writeln!(out, "</tr>\n</thead>\n<tbody>")?;
    for row in rows {
        writeln!(out, "<tr>")?;
        for (at, cell) in row.iter().enumerate() {
            let lines: Vec<String> = cell.lines().map(escaped).collect();
            let lines = lines.join("<br>");
            if at == 0 && !lines.is_empty() {
                writeln!(out, "<th scope=\"row\">{lines}</th>")?;
            } else {
                writeln!(out, "<td>{lines}</td>")?;
            }
        }
        writeln!(out, "</tr>")?;
    }
    writeln!(out, "</tbody>\n</table>\n</div>")
}

/// Bars for the eye, and beside each the same in words.
fn chart(
    caption: &str,
    bars: &[(String, Vec<(String, u32)>)],
    out: &mut dyn Write,
) -> io::Result<()> {
    writeln!(out, "<figure>\n<figcaption>{}</figcaption>\n<ul>", escaped(caption))?;
    let longest = bars.iter().map(|(_, parts)| total(parts)).max().unwrap_or(0).max(1);
    for (label, parts) in bars {
        let words = escaped(&bar_in_words(parts));
        write!(out, "<li>{}: {words}", escaped(label))?;
        if total(parts) > 0 {
            write!(
                out,
                "<svg aria-hidden=\"true\" viewBox=\"0 0 {longest} 1\" \
                 preserveAspectRatio=\"none\">"
            )?;
            let mut from = 0;
            for (at, (_, n)) in parts.iter().enumerate().filter(|(_, (_, n))| *n > 0) {
                let colour = at.min(3);
                write!(
                    out,
                    "<rect class=\"p{colour}\" x=\"{from}\" y=\"0\" width=\"{n}\" height=\"1\"/>"
                )?;
                from += u64::from(*n);
            }
            write!(out, "</svg>")?;
        }
        writeln!(out, "</li>")?;
    }
    writeln!(out, "</ul>\n</figure>")
}

fn total(parts: &[(String, u32)]) -> u64 {
    parts.iter().map(|(_, n)| u64::from(*n)).sum()
}

/// Keeps words from being read as markup, in text and in attributes.
fn escaped(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => kept.push_str("&amp;"),
            '<' => kept.push_str("&lt;"),
            '>' => kept.push_str("&gt;"),
            '"' => kept.push_str("&quot;"),
            '\'' => kept.push_str("&#39;"),
            c => kept.push(c),
        }
    }
    kept
}
