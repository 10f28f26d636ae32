//! A document's table as comma-separated values (RFC 4180).
//!
//! A spreadsheet takes a cell that begins with one of a few signs for a formula,
//! and may run it. The usual form puts an apostrophe before such a cell, which a
//! spreadsheet shows as text; the exact form leaves every cell as it is, for
//! programs that read it back.

use std::io::Write;

use super::{Error, failed};
use crate::document::Document;

/// Writes the table of `document` so that a spreadsheet runs nothing.
pub(super) fn write(document: &Document, out: &mut dyn Write) -> Result<(), Error> {
    rows(document, out, guarded, "CSV")
}

/// Writes the table of `document` with every cell as it is.
pub(super) fn write_exact(document: &Document, out: &mut dyn Write) -> Result<(), Error> {
    rows(document, out, str::to_owned, "exact CSV")
}

fn rows(
    document: &Document,
    out: &mut dyn Write,
    cell: fn(&str) -> String,
    format: &'static str,
) -> Result<(), Error> {
    let Some(columns) = document.columns() else {
        let why = "it is not a table";
        return Err(Error::Unsuited { what: document.what(), format, why });
    };
    let mut writer =
        csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(&mut *out);
    let beside = ["standing".to_owned(), "record".to_owned()];
    let standing = [document.standing().to_owned(), document.digest().to_owned()];
    let head = columns.iter().chain(&beside);
    writer
        .write_record(head.map(|name| cell(name)))
        .and_then(|()| {
            document.rows().try_for_each(|row| {
                writer.write_record(row?.iter().chain(&standing).map(|text| cell(text)))
            })
        })
        .map_err(|error| failed(format)(error.into()))?;
    writer.flush().map_err(failed(format))
}

/// Signs that make a spreadsheet take a cell for a formula, with the full-width
/// forms that some of them read the same way.
const SIGNS: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];

/// The cell with an apostrophe before each line that would be taken for a
/// formula.
fn guarded(cell: &str) -> String {
    let guard = |line: &str| {
        let sign = line.trim_start_matches(' ').starts_with(SIGNS);
        if sign { format!("'{line}") } else { line.to_owned() }
    };
    cell.split('\n').map(guard).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_taken_for_a_formula() {
        let check = |cell: &str, kept: &str| assert_eq!(guarded(cell), kept);
        check("=1+1", "'=1+1");
        check("  =1+1", "'  =1+1");
        check("plain", "plain");
        check("two\n+44 lines", "two\n'+44 lines");
        check("\tx", "'\tx");
        check("＝SUM(A1)", "'＝SUM(A1)");
        check("@you", "'@you");
    }
}
