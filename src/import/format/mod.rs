//! The formats that papers come in: bytes in, one neutral [`Paper`] out.
//!
//! A new format is a reader here and a line in [`FORMATS`].

mod bars;
mod compose;
mod decode;
mod html;
mod inline;
mod line;
mod pit;
mod text;

use super::fault::Fault;
use super::limit;
use super::paper::Paper;
use super::report::Remark;

/// A format that papers come in.
struct Format {
    /// What a clerk calls it.
    name: &'static str,
    /// What its files' names end in.
    endings: &'static [&'static str],
    /// Reads a file of it.
    read: fn(&[u8]) -> Result<Paper, Fault>,
}

/// Every format that is read.
const FORMATS: &[Format] = &[
    Format { name: "a web page", endings: &["html", "htm", "xhtml"], read: page },
    Format { name: "text", endings: &["txt", "md", "markdown", "text", ""], read: plain },
];

/// Reads `bytes`, called `name`, in whichever format they turn out to be.
pub(super) fn open(name: &str, bytes: &[u8]) -> Result<Paper, Fault> {
    if bytes.is_empty() {
        return Err(Fault::Empty);
    }
    if bytes.len() > limit::FILE {
        return Err(Fault::over("the file is too large", "20 MB"));
    }
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
    let format = FORMATS.iter().find(|f| f.endings.contains(&ending.as_str()));
    let format = format.unwrap_or(&FORMATS[FORMATS.len() - 1]);
    let _ = format.name;
    (format.read)(bytes)
}

fn page(bytes: &[u8]) -> Result<Paper, Fault> {
    decoded(bytes, html::read)
}

fn plain(bytes: &[u8]) -> Result<Paper, Fault> {
    decoded(bytes, text::read)
}

/// Decodes `bytes`, reads the text, and notes how it was decoded.
fn decoded(bytes: &[u8], read: impl Fn(&str) -> Result<Paper, Fault>) -> Result<Paper, Fault> {
    let decoded = decode::decode(bytes)?;
    let mut paper = read(&decoded.text)?;
    paper.notes.extend(decoded.note.map(|note| Remark::new("the whole file", note)));
    Ok(paper)
}
