//! Tables in plain text: values between commas, semicolons, tabs or bars.

use std::collections::BTreeMap;

use super::super::fault::Fault;
use super::super::limit;
use super::super::paper::{Paper, Role};
use super::compose::Composer;

/// What may stand between values, likeliest first.
const BETWEEN: &[u8] = b",;\t|";

/// How many rows of the wrong length are told of one by one.
const TOLD: usize = 20;

/// Reads `text`, finding out what stands between the values.
pub(super) fn read(text: &str) -> Result<Paper, Fault> {
    // The reader counts a line of two end signs only as the next one begins.
    let text = text.replace("\r\n", "\n");
    let text = text.as_str();
    let (text, said) = match text.strip_prefix("sep=") {
        Some(rest) => (rest.split_once('\n').map_or("", |(_, rest)| rest), rest.bytes().next()),
        None => (text, None),
    };
    let between = said.filter(|b| BETWEEN.contains(b)).unwrap_or_else(|| guess(text));
    closed(text, between)?;
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(between)
        .from_reader(text.as_bytes());
    let mut out = Composer::default();
    let mut lengths = vec![];
    let mut record = csv::StringRecord::new();
    out.open_table("")?;
    loop {
        match reader.read_record(&mut record) {
            Ok(true) => {}
            Ok(false) => break,
            Err(wrong) => return Err(Fault::damaged("the table", wrong.to_string())),
        }
        let line = record.position().map_or(0, csv::Position::line) + u64::from(said.is_some());
        if record.len() > limit::COLUMNS {
            return Err(Fault::over(
                format!("line {line} has {} columns", record.len()),
                "256 columns",
            ));
        }
        if record.iter().all(|value| value.trim().is_empty()) {
            continue;
        }
        // What stands beyond the headings may be all that nothing reads.
        let first = lengths.first().map_or(record.len(), |(_, length, _)| *length);
        let beyond = record.iter().skip(first).filter(|value| !value.trim().is_empty());
        lengths.push((line, record.len(), beyond.collect::<Vec<_>>().join(", ")));
        out.open_row(Some(format!("line {line}")))?;
        for value in &record {
            out.open_cell(1, 1, false)?;
            if value.contains('\0') {
                out.note(format!("line {line}"), "a NUL character was left out of a value");
            }
            for part in value.split(['\n', '\r']) {
                out.begin(Role::Line, 0, "")?;
                out.text(part)?;
            }
        }
    }
    ragged(&lengths, &mut out);
    out.finish()
}

/// What stands between the values: whatever cuts most of the first lines into
/// as many parts as one another, and more than one.
fn guess(text: &str) -> u8 {
    let mut best = (0, b',');
    for between in BETWEEN {
        let counts = counts(text, *between);
        let usual =
            counts.iter().copied().filter(|count| *count > 0).max_by_key(|count| {
                (counts.iter().filter(|other| *other == count).count(), *count)
            });
        let Some(usual) = usual else { continue };
        let score = counts.iter().filter(|count| **count == usual).count() * 10 + usual.min(9);
        if score > best.0 {
            best = (score, *between);
        }
    }
    best.1
}

/// How often `between` stands in each of the first rows, outside quotation
/// marks.
fn counts(text: &str, between: u8) -> Vec<usize> {
    let mut counts = vec![0];
    let mut quoted = false;
    for byte in text.bytes().take(limit::TEXT) {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' if !quoted => {
                if counts.len() == 50 {
                    break;
                }
                counts.push(0);
            }
            byte if byte == between && !quoted => {
                if let Some(count) = counts.last_mut() {
                    *count += 1;
                }
            }
            _ => {}
        }
    }
    counts
}

/// Refuses a table in which a quotation mark opens and never closes: all that
/// follows would be one value.
fn closed(text: &str, between: u8) -> Result<(), Fault> {
    let mut line = 1;
    let mut opened = None;
    let mut fresh = true;
    let mut bytes = text.bytes().peekable();
    while let Some(byte) = bytes.next() {
        line += usize::from(byte == b'\n');
        if opened.is_some() {
            if byte == b'"' && bytes.next_if_eq(&b'"').is_none() {
                opened = None;
            }
        } else if byte == b'"' && fresh {
            opened = Some(line);
        }
        fresh = opened.is_none() && (byte == between || byte == b'\n' || byte == b'\r');
    }
    match opened {
        Some(line) => Err(Fault::damaged(
            format!("line {line}"),
            "a quotation mark opens there and is never closed",
        )),
        None => Ok(()),
    }
}

/// Tells of rows that are longer or shorter than most.
fn ragged(lengths: &[(u64, usize, String)], out: &mut Composer) {
    let mut counts = BTreeMap::new();
    for (_, length, _) in lengths {
        *counts.entry(*length).or_insert(0_usize) += 1;
    }
    let usual = counts.into_iter().max_by_key(|(_, count)| *count).map(|(length, _)| length);
    let Some(usual) = usual else { return };
    let odd = lengths.iter().filter(|(_, length, _)| *length != usual);
    for (line, length, beyond) in odd.clone().take(TOLD) {
        let mut text = format!("{length} values, where most lines have {usual}");
        if !beyond.is_empty() {
            text.push_str(&format!("; under no heading stands \u{201c}{beyond}\u{201d}"));
        }
        out.note(format!("line {line}"), text);
    }
    let more = odd.count().saturating_sub(TOLD);
    if more > 0 {
        out.note("the table", format!("{more} more lines are longer or shorter than most"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<Vec<String>> {
        let paper = read(text).unwrap();
        let table = paper.tables().next().unwrap();
        table
            .rows
            .iter()
            .map(|row| row.cells.iter().map(crate::import::paper::Cell::text).collect())
            .collect()
    }

    #[test]
    fn what_stands_between_values_is_found_out() {
        let want = vec![vec!["Name", "Role"], vec!["Bell, Ann", "chair\nand more"]];
        for text in [
            "Name,Role\n\"Bell, Ann\",\"chair\nand more\"\n",
            "Name;Role\r\nBell, Ann;\"chair\r\nand more\"\r\n",
            "sep=;\nName;Role\nBell, Ann;\"chair\nand more\"",
            "Name\tRole\nBell, Ann\t\"chair\nand more\"",
        ] {
            assert_eq!(rows(text), want, "{text}");
        }
    }

    #[test]
    fn a_quotation_mark_that_never_closes_is_refused_with_its_line() {
        let wrong = read("a,b\nc,\"d\ne,f\n").unwrap_err();
        assert!(wrong.to_string().starts_with("line 2:"), "{wrong}");
        assert!(read("a,b\nc,6\" pipe\n").is_ok());
    }

    #[test]
    fn a_row_is_at_its_own_line_whatever_ends_the_lines() {
        for ends in ["\n", "\r\n"] {
            let paper = read(&["a,b", "1,2", "3,4"].join(ends)).unwrap();
            assert_eq!(paper.tables().next().unwrap().rows[2].place, "line 3", "{ends:?}");
        }
    }

    #[test]
    fn rows_of_another_length_are_told_of() {
        let notes = read("a,b,c\n1,2,3\n1,2\n1,2,3,4\n").unwrap().notes;
        assert_eq!(
            notes.iter().map(|n| n.place.as_str()).collect::<Vec<_>>(),
            ["line 3", "line 4"]
        );
    }
}
