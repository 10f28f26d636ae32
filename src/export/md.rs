//! A document as Markdown (`CommonMark`, with the tables of GitHub's).

use std::io::{self, Write};

use super::{Error, failed};
use crate::document::{Block, Document};

/// Writes `document` to `out`.
pub(super) fn write(document: &Document, out: &mut dyn Write) -> Result<(), Error> {
    page(document, out).map_err(failed("Markdown"))
}

fn page(document: &Document, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "# {}\n", escaped(document.title()))?;
    for line in document.heading() {
        writeln!(out, "**{}**\n", escaped(line))?;
    }
    if !document.opening().is_empty() {
        writeln!(out, "{}\n", escaped(document.opening()))?;
    }
    for block in document.blocks() {
        write_block(block?.as_ref(), out)?;
    }
    writeln!(out, "---\n")?;
    writeln!(out, "{}\n", escaped(document.standing()))?;
    writeln!(out, "Made with minutebook. The digest of this record is {}", document.digest())
}

fn write_block(block: &Block, out: &mut dyn Write) -> io::Result<()> {
    match block {
        Block::Heading { level, number, text, aside } => {
            let marks = "#".repeat(usize::from(*level));
            writeln!(out, "{marks} {}\n", joined([number, text, aside]))
        }
        Block::Para(text) => writeln!(out, "{}\n", escaped(text)),
        Block::Aside(text) => writeln!(out, "*{}*\n", escaped(text)),
        Block::Roll { level, title, rows } => roll(*level, title, rows, out),
        Block::Resolution { lead, limbs, tail } => {
            let tail = if tail.is_empty() { String::new() } else { format!(" {}", escaped(tail)) };
            match limbs.as_slice() {
                [] => writeln!(out, "**{}**{tail}\n", escaped(lead)),
                [one] if one.letter.is_empty() => {
                    writeln!(out, "**{}** {}{tail}\n", escaped(lead), escaped(&one.text))
                }
                limbs => {
                    writeln!(out, "**{}**\n", escaped(lead))?;
                    for limb in limbs {
                        writeln!(out, "- {} {}", escaped(&limb.letter), escaped(&limb.text))?;
                    }
                    let tail = tail.trim_start();
                    if tail.is_empty() { writeln!(out) } else { writeln!(out, "\n{tail}\n") }
                }
            }
        }
        Block::Action { reference, text, owner, due } => writeln!(
            out,
            "**ACTION {}** {} — **{}**, {}\n",
            escaped(reference),
            escaped(text),
            escaped(owner),
            escaped(due)
        ),
        Block::Table { caption, head, rows } => table(caption, head, rows, out),
        Block::List(points) => {
            for point in points {
                writeln!(out, "- {}", escaped(point))?;
            }
            writeln!(out)
        }
        Block::Chart { caption, bars } => chart(caption, bars, out),
        Block::Signature => {
            writeln!(out, "Signed (in the Chair): \\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\n")?;
            writeln!(out, "Date of signing: \\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\n")
        }
    }
}

fn joined(parts: [&String; 3]) -> String {
    let parts: Vec<String> =
        parts.into_iter().filter(|p| !p.is_empty()).map(|p| escaped(p)).collect();
    parts.join(" ")
}

fn roll(
    level: u8,
    title: &str,
    rows: &[(String, Vec<String>)],
    out: &mut dyn Write,
) -> io::Result<()> {
    writeln!(out, "{} {}\n", "#".repeat(usize::from(level)), escaped(title))?;
    for (label, names) in rows {
        let colon = if names.is_empty() { "" } else { ":" };
        writeln!(out, "**{}{colon}**\n", escaped(label))?;
        for name in names {
            writeln!(out, "- {}", escaped(name))?;
        }
        if !names.is_empty() {
            writeln!(out)?;
        }
    }
    Ok(())
}

fn table(
    caption: &str,
    head: &[String],
    rows: &[Vec<String>],
    out: &mut dyn Write,
) -> io::Result<()> {
    if !caption.is_empty() {
        writeln!(out, "*{}*\n", escaped(caption))?;
    }
    let line = |cells: &[String]| -> String {
        let cells: Vec<String> = cells
            .iter()
            .map(|cell| cell.lines().map(escaped).collect::<Vec<_>>().join("<br>"))
            .collect();
        format!("| {} |", cells.join(" | "))
    };
    writeln!(out, "{}", line(head))?;
    writeln!(out, "|{}", " --- |".repeat(head.len()))?;
    for row in rows {
        writeln!(out, "{}", line(row))?;
    }
    writeln!(out)
}

fn chart(
    caption: &str,
    bars: &[(String, Vec<(String, u32)>)],
    out: &mut dyn Write,
) -> io::Result<()> {
    writeln!(out, "*{}*\n", escaped(caption))?;
    for (label, parts) in bars {
        writeln!(out, "- **{}:** {}", escaped(label), escaped(&super::bar_in_words(parts)))?;
    }
    writeln!(out)
}

/// Keeps words from being read as markup: punctuation that `CommonMark` gives a
/// meaning to, what only means something at the head of a line, and addresses
/// that readers turn into links.
pub(super) fn escaped(text: &str) -> String {
    let text = text.trim();
    let mut kept = String::with_capacity(text.len());
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    for (at, c) in text.chars().enumerate() {
        let rest = || text.chars().skip(at + 1);
        let meant = match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&' | '$' | '@' => {
                true
            }
            '-' | '+' | '=' => at == 0,
            '.' | ')' if at > 0 && at == digits => true,
            '.' => kept.to_lowercase().ends_with("www"),
            ':' => rest().take(2).eq("//".chars()),
            '!' => rest().next() == Some('['),
            _ => false,
        };
        if meant {
            kept.push('\\');
        }
        kept.push(c);
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_read_as_markup() {
        let check = |text: &str, kept: &str| assert_eq!(escaped(text), kept);
        check("# not a head", r"\# not a head");
        check("12. not a list", r"12\. not a list");
        check("3) nor this", r"3\) nor this");
        check("- nor this", r"\- nor this");
        check("--- nor a rule", r"\--- nor a rule");
        check("[x](javascript:y)", r"\[x\](javascript:y)");
        check("<b>bold</b> & a|b", r"\<b\>bold\</b\> \& a\|b");
        check("https://example.org", r"https\://example.org");
        check("www.example.org", r"www\.example.org");
        check("2.5 per cent at 10.41", r"2\.5 per cent at 10.41");
    }
}
