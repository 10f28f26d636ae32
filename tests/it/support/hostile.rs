//! Files made to do harm, or merely broken, as the importer must survive them.

use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;

/// A file made to do harm, and words that the refusal must have in it; none if
/// the file is to be read.
pub(crate) struct Hostile {
    /// What it is.
    pub(crate) what: &'static str,
    /// What it is called.
    pub(crate) name: &'static str,
    /// Its bytes.
    pub(crate) bytes: Vec<u8>,
    /// What the sentence about it must say.
    pub(crate) says: Option<&'static str>,
}

const TYPES: &str = "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>";
const W: &str = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'";
const S: &str = "xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'";

/// The pointer from a file to its main part.
fn main_at(part: &str) -> String {
    format!(
        "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>\
         <Relationship Id='r1' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument' \
         Target='{part}'/></Relationships>"
    )
}

/// Zips `parts` into one file.
pub(crate) fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(vec![]));
    let options = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
    for (name, bytes) in parts {
        let _ = writer.start_file(*name, options);
        let _ = writer.write_all(bytes);
    }
    writer.finish().map(Cursor::into_inner).unwrap_or_default()
}

/// A Word document whose main part is `body` between its root's tags.
pub(crate) fn docx(body: &str) -> Vec<u8> {
    docx_at("word/document.xml", &format!("<w:document {W}><w:body>{body}</w:body></w:document>"))
}

pub(crate) fn docx_at(part: &str, xml: &str) -> Vec<u8> {
    let rels = main_at(part);
    zipped(&[
        ("[Content_Types].xml", TYPES.as_bytes()),
        ("_rels/.rels", rels.as_bytes()),
        (part, xml.as_bytes()),
    ])
}

/// A workbook with one sheet of these cells.
pub(crate) fn xlsx(cells: &str) -> Vec<u8> {
    xlsx_of("<sst xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'/>", cells)
}

fn xlsx_of(strings: &str, cells: &str) -> Vec<u8> {
    let rels = main_at("xl/workbook.xml");
    let book = format!(
        "<workbook {S} xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'>\
         <sheets><sheet name='One' sheetId='1' r:id='r1'/></sheets></workbook>"
    );
    let to = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let parts = format!(
        "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>\
         <Relationship Id='r1' Type='{to}/worksheet' Target='worksheets/sheet1.xml'/>\
         <Relationship Id='r2' Type='{to}/sharedStrings' Target='sharedStrings.xml'/>\
         <Relationship Id='r3' Type='{to}/styles' Target='styles.xml'/></Relationships>"
    );
    // Style 1 shows a number as a percentage, style 2 a day as its month.
    let styles = format!(
        "<styleSheet {S}><numFmts><numFmt numFmtId='164' formatCode='0.0%'/></numFmts>\
         <cellXfs><xf numFmtId='0'/><xf numFmtId='164'/><xf numFmtId='17'/></cellXfs></styleSheet>"
    );
    let sheet = format!("<worksheet {S}><sheetData>{cells}</sheetData></worksheet>");
    zipped(&[
        ("[Content_Types].xml", TYPES.as_bytes()),
        ("_rels/.rels", rels.as_bytes()),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", parts.as_bytes()),
        ("xl/sharedStrings.xml", strings.as_bytes()),
        ("xl/styles.xml", styles.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ])
}

/// `bytes` with the second of two parts renamed to the name of the first.
fn twins() -> Vec<u8> {
    let mut bytes = zipped(&[("a.xml", b"1"), ("b.xml", b"2")]);
    for at in 0..bytes.len().saturating_sub(5) {
        if &bytes[at..at + 5] == b"b.xml" {
            bytes[at] = b'a';
        }
    }
    bytes
}

fn many_parts() -> Vec<u8> {
    let names: Vec<String> = (0..60_000).map(|n| format!("p{n}")).collect();
    let parts: Vec<(&str, &[u8])> =
        names.iter().map(|name| (name.as_str(), b"".as_slice())).collect();
    zipped(&parts)
}

fn made(
    what: &'static str,
    name: &'static str,
    bytes: impl Into<Vec<u8>>,
    says: Option<&'static str>,
) -> Hostile {
    Hostile { what, name, bytes: bytes.into(), says }
}

/// A document of a word that stands for two of the one before it, and so on.
fn bomb() -> String {
    let twice = |n: u32| format!("<!ENTITY a{n} '&a{before};&a{before};'>", before = n - 1);
    let doubled = (1..24).map(twice).collect::<Vec<_>>().concat();
    format!(
        "<!DOCTYPE x [<!ENTITY a0 'aaaa'>{doubled}]><w:document {W}><w:body><w:p><w:r><w:t>&a23;</w:t></w:r></w:p></w:body></w:document>"
    )
}

/// Every hostile Word document.
pub(crate) fn documents() -> Vec<Hostile> {
    let declared =
        |inside: &str| format!("<!DOCTYPE x [{inside}]><w:document {W}><w:body/></w:document>");
    let spaces = format!("<w:document {W}><w:body/></w:document>{}", " ".repeat(300 << 20));
    let heap = " a='1'".repeat(80_000);
    let nested = format!(
        "{}{}",
        "<w:tbl><w:tr><w:tc>".repeat(5_000),
        "</w:tc></w:tr></w:tbl>".repeat(5_000)
    );
    vec![
        made(
            "d01 a forbidden character",
            "d01.docx",
            docx("<w:p><w:r><w:t>&#1;</w:t></w:r></w:p>"),
            Some("forbids"),
        ),
        made(
            "d02 an entity bomb",
            "d02.docx",
            docx_at("word/document.xml", &bomb()),
            Some("DOCTYPE"),
        ),
        made(
            "d03 an external entity",
            "d03.docx",
            docx_at("word/document.xml", &declared("<!ENTITY a SYSTEM 'file:///etc/passwd'>")),
            Some("DOCTYPE"),
        ),
        made(
            "d04 a part that swells",
            "d04.docx",
            docx_at("word/document.xml", &spaces),
            Some("32 MB"),
        ),
        made(
            "d05 names outside the folder",
            "d05.docx",
            zipped(&[("../../evil", b"x"), ("/etc/evil", b"x")]),
            Some("ZIP"),
        ),
        made(
            "d07 no main part",
            "d07.docx",
            zipped(&[
                ("[Content_Types].xml", TYPES.as_bytes()),
                ("_rels/.rels", main_at("word/document.xml").as_bytes()),
            ]),
            Some("word/document.xml"),
        ),
        made("d09 nested tables", "d09.docx", docx(&nested), Some("nested")),
        made(
            "d10 heaped attributes",
            "d10.docx",
            docx(&format!("<w:p{heap}/>")),
            Some("256 attributes"),
        ),
    ]
}

/// Files that are called Word documents and are something else.
pub(crate) fn impostors() -> Vec<Hostile> {
    let half = docx("<w:p><w:r><w:t>Agenda</w:t></w:r></w:p>");
    let half = half[..half.len() / 2].to_vec();
    vec![
        made(
            "d11 an old container",
            "d11.docx",
            [ole_magic(), vec![0; 600]].concat(),
            Some("directory"),
        ),
        made("d12 half a file", "d12.docx", half, Some("incomplete")),
        made("d13 wrong content", "d13.docx", b"Just text.".to_vec(), Some("something else")),
        made("d14 nothing", "d14.docx", vec![], Some("empty")),
        made("d15 many parts", "d15.docx", many_parts(), Some("2,000 parts")),
        made("d16 two parts of one name", "d16.docx", twins(), Some("two of its parts")),
        made("a lock file", "~$d17.docx", b"\x05Clerk".to_vec(), Some("is open")),
    ]
}

fn ole_magic() -> Vec<u8> {
    b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec()
}

/// Every hostile spreadsheet and table.
pub(crate) fn tables() -> Vec<Hostile> {
    let number = |at: &str| format!("<row><c r='{at}'><v>1</v></c></row>");
    let shared = "<row r='1'><c r='A1' t='s'><v>9999</v></c></row>";
    let wide = vec![b','; 200_000];
    vec![
        made(
            "x01 corners",
            "x01.xlsx",
            xlsx(&(number("A1") + &number("XFD1048576"))),
            Some("256 columns"),
        ),
        made(
            "x02 a cell outside the grid",
            "x02.xlsx",
            xlsx(&number("XFE16777217")),
            Some("no cell of a sheet"),
        ),
        made("x03 text that is not there", "x03.xlsx", xlsx(shared), Some("Nothing was imported")),
        made(
            "c03 an open quotation mark",
            "c03.csv",
            b"Member,Role\nAnn,\"chair\nBob,member\n".to_vec(),
            Some("line 2"),
        ),
        made("c06 many columns", "c06.csv", wide, Some("256 columns")),
        made(
            "c08 one heading twice",
            "c08.csv",
            b"Action,Owner,Due,Owner\nWrite,Ann Bell,1 May 2026,Bob Hill\n".to_vec(),
            Some("both headed"),
        ),
        made("a PDF", "a.pdf", b"%PDF-1.7\n".to_vec(), Some("PDF")),
        made(
            "a picture called a paper",
            "a.txt",
            b"\x89PNG\r\n\x1a\n\0\0".to_vec(),
            Some("picture"),
        ),
        made(
            "bytes of no format",
            "a.csv",
            (0..=255).cycle().take(4096).collect::<Vec<u8>>(),
            Some("known"),
        ),
    ]
}

/// An agenda of so many items.
fn numbered(items: usize) -> String {
    let items = (1..=items).map(|n| format!("{n}. Item\n\n")).collect::<Vec<_>>().concat();
    format!("Vale Board\n\nAGENDA\n\nTuesday 9 June 2026\n\n{items}")
}

/// Every hostile text and web page.
pub(crate) fn texts() -> Vec<Hostile> {
    vec![
        made("h02 nested elements", "h02.html", "<div>".repeat(200_000), Some("256 levels")),
        made("m02 one long line", "m02.md", "a".repeat(19 << 20), Some("64 KB")),
        made("a file too large", "m02.txt", "a\n".repeat(11 << 20), Some("20 MB")),
        made("m03 many items", "m03.md", numbered(100_000), Some("the most that is read is")),
        made("stars without end", "m04.md", format!("1. {}\n2. b\n", "*_".repeat(30_000)), None),
    ]
}
