//! The formats that papers come in: bytes in, one neutral [`Paper`] out.
//!
//! A new format is a reader here and a line in [`FORMATS`].

mod aligned;
mod bag;
mod bars;
mod compose;
mod contained;
mod counter;
mod decode;
mod docx;
mod filled;
mod flat;
mod grid;
mod html;
mod inline;
mod line;
mod look;
mod margin;
mod nesting;
mod numbered;
mod odf;
mod ole;
mod paged;
mod pit;
mod relation;
mod roman;
mod ruled;
mod running;
mod sheet;
mod sniff;
mod text;
mod xml;

use super::fault::Fault;
use super::limit;
use super::paper::Paper;
use super::report::Remark;
use sniff::Sort;

/// A format that papers come in.
struct Format {
    /// Which it is, by what its files hold.
    sort: Sort,
    /// Reads a file of it.
    read: fn(&[u8]) -> Result<Paper, Fault>,
}

/// Every format that is read.
const FORMATS: &[Format] = &[
    Format { sort: Sort::Document, read: docx::read },
    Format { sort: Sort::Open, read: odf::read },
    Format { sort: Sort::Workbook, read: sheet::xlsx },
    Format { sort: Sort::OldWorkbook, read: sheet::xls },
    Format { sort: Sort::Page, read: |bytes| decoded(bytes, html::read) },
    Format { sort: Sort::Values, read: |bytes| decoded(bytes, flat::read) },
    Format { sort: Sort::Plain, read: |bytes| decoded(bytes, text::read) },
];

/// Reads `bytes`, called `name`, in whichever format they turn out to be.
pub(super) fn open(name: &str, bytes: &[u8]) -> Result<Paper, Fault> {
    if bytes.is_empty() {
        return Err(Fault::Empty);
    }
    if bytes.len() > limit::FILE {
        return Err(Fault::over("the file is too large", "20 MB"));
    }
    let sort = sniff::sort(name, bytes)?;
    let format = FORMATS.iter().find(|format| format.sort == sort);
    let format = format.ok_or_else(|| Fault::damaged("the file", "it is of no known format"))?;
    let mut paper = (format.read)(bytes)?;
    roman::in_figures(&mut paper);
    Ok(paper)
}

/// Decodes `bytes`, reads the text, and notes how it was decoded.
fn decoded(bytes: &[u8], read: fn(&str) -> Result<Paper, Fault>) -> Result<Paper, Fault> {
    let decoded = decode::decode(bytes)?;
    let mut paper = read(&decoded.text)?;
    paper.notes.extend(decoded.note.map(|note| Remark::new("the whole file", note)));
    Ok(paper)
}
