//! A document as a word processor's file (Office Open XML).
//!
//! The parts that never change stand under `assets/templates/docx`; the body is
//! written here. The libraries for the format store their parts
//! unpacked, in an order the schema does not allow, and name neither the language
//! nor the rows that head a table.

mod body;
mod xml;

use std::io::{self, Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use self::xml::escaped;
use super::{Error, failed};
use crate::document::Document;

/// The parts that are the same in every file.
const FIXED: [(&str, &str); 7] = [
    ("[Content_Types].xml", include_str!("../../../assets/templates/docx/content-types.xml")),
    ("_rels/.rels", include_str!("../../../assets/templates/docx/rels.xml")),
    ("docProps/app.xml", include_str!("../../../assets/templates/docx/app.xml")),
    (
        "word/_rels/document.xml.rels",
        include_str!("../../../assets/templates/docx/document-rels.xml"),
    ),
    ("word/settings.xml", include_str!("../../../assets/templates/docx/settings.xml")),
    ("word/numbering.xml", include_str!("../../../assets/templates/docx/numbering.xml")),
    ("word/styles.xml", include_str!("../../../assets/templates/docx/styles.xml")),
];

/// Writes `document` to `out`.
pub(super) fn write(document: &Document, out: &mut dyn Write) -> Result<(), Error> {
    packed(document).and_then(|bytes| out.write_all(&bytes)).map_err(failed("DOCX"))
}

/// The package. Every part has the same fixed time, so that the same document
/// always gives the same bytes.
fn packed(document: &Document) -> io::Result<Vec<u8>> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut package = ZipWriter::new(Cursor::new(Vec::new()));
    let made = [
        ("docProps/core.xml", core(document)),
        ("word/header1.xml", header(document)),
        ("word/footer1.xml", footer(document)),
    ];
    let fixed = FIXED.iter().map(|(name, text)| (*name, *text));
    for (name, text) in fixed.chain(made.iter().map(|(name, text)| (*name, text.as_str()))) {
        package.start_file(name, options)?;
        package.write_all(text.as_bytes())?;
    }
    package.start_file("word/document.xml", options)?;
    body::write(document, &mut package)?;
    Ok(package.finish()?.into_inner())
}

const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const NAMESPACE: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

/// The properties: what it is called, its language and its own day.
fn core(document: &Document) -> String {
    let (title, day) = (escaped(document.title()), document.date());
    format!(
        "{DECLARATION}<cp:coreProperties \
         xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
         xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\
         <dc:title>{title}</dc:title><dc:language>en-GB</dc:language>\
         <dcterms:created xsi:type=\"dcterms:W3CDTF\">{day}T00:00:00Z</dcterms:created>\
         <dcterms:modified xsi:type=\"dcterms:W3CDTF\">{day}T00:00:00Z</dcterms:modified>\
         </cp:coreProperties>"
    )
}

fn header(document: &Document) -> String {
    let title = escaped(document.title());
    format!(
        "{DECLARATION}<w:hdr {NAMESPACE}><w:p><w:pPr><w:pStyle w:val=\"Header\"/></w:pPr>\
         <w:r><w:t xml:space=\"preserve\">{title}</w:t></w:r></w:p></w:hdr>"
    )
}

/// What every page says: its standing, its number, and the record's digest.
fn footer(document: &Document) -> String {
    let field = |code: &str| {
        format!(
            "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>\
             <w:r><w:instrText xml:space=\"preserve\"> {code} </w:instrText></w:r>\
             <w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>1</w:t></w:r>\
             <w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
        )
    };
    let words =
        |text: &str| format!("<w:r><w:t xml:space=\"preserve\">{}</w:t></w:r>", escaped(text));
    let style = "<w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr>";
    format!(
        "{DECLARATION}<w:ftr {NAMESPACE}><w:p>{style}{}<w:r><w:tab/></w:r>{}{}{}{}</w:p>\
         <w:p>{style}{}</w:p></w:ftr>",
        words(document.standing()),
        words("Page "),
        field("PAGE"),
        words(" of "),
        field("NUMPAGES"),
        words(&format!("minutebook record {}", document.digest())),
    )
}
