//! What a file is, by what it holds first and what it is called second.

use super::super::fault::Fault;
use super::bag::Bag;
use super::{decode, ole, relation};

/// A sort of file that is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    /// A Word document.
    Document,
    /// An Excel workbook.
    Workbook,
    /// An Excel workbook of the old sort.
    OldWorkbook,
    /// An `OpenDocument` text or spreadsheet.
    Open,
    /// A web page.
    Page,
    /// Values between commas, semicolons or tabs.
    Values,
    /// Plain text or Markdown.
    Plain,
}

/// What files begin with that are known and not read.
const REFUSED: &[(&[u8], &str, &str)] = &[
    (b"%PDF", "a PDF", "Ask for the document it was made from."),
    (b"{\\rtf", "a rich-text file", "Open it in a word processor and save it as .docx or .odt."),
    (
        b"SQLite format 3\0",
        "a database, perhaps a minute book",
        "Open a book with --book; a copy is brought in with merge.",
    ),
    (b"\x89PNG", "a picture", "Ask for the paper as text."),
    (b"\xFF\xD8\xFF", "a picture", "Ask for the paper as text."),
    (b"GIF8", "a picture", "Ask for the paper as text."),
    (b"II*\0", "a picture", "Ask for the paper as text."),
    (b"MM\0*", "a picture", "Ask for the paper as text."),
    (b"\x1F\x8B", "compressed", "Unpack it first."),
    (b"7z\xBC\xAF", "compressed", "Unpack it first."),
    (b"Rar!", "compressed", "Unpack it first."),
    (b"BEGIN:VCALENDAR", "a calendar", "Ask for the paper itself."),
    (b"\x7FELF", "a program", "Ask for the paper itself."),
    (b"MZ\x90", "a program", "Ask for the paper itself."),
];

/// What sort of file `bytes`, called `name`, are.
pub(super) fn sort(name: &str, bytes: &[u8]) -> Result<Sort, Fault> {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
    if name.starts_with("~$") || name.starts_with(".~lock.") {
        return Err(Fault::Refused {
            sort: "the mark that a word processor leaves while a document is open",
            hint: "Import the document itself: its name is the same without the first signs.",
        });
    }
    let head = &bytes[..bytes.len().min(1024)];
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return zipped(bytes);
    }
    if bytes.starts_with(ole::MAGIC) {
        ole::sheets(bytes)?;
        return Ok(Sort::OldWorkbook);
    }
    let known = REFUSED.iter().find(|(magic, _, _)| bytes.starts_with(magic));
    let pdf = head.windows(5).any(|w| w == b"%PDF-").then_some(&REFUSED[0]);
    if let Some((_, sort, hint)) = known.or(pdf) {
        return Err(Fault::Refused { sort, hint });
    }
    if ["docx", "xlsx", "odt", "ods", "doc", "pdf", "pptx", "zip"].contains(&ending.as_str()) {
        let what = format!(
            "it is called .{ending} and holds something else; it is spoilt, or was never that"
        );
        return Err(Fault::damaged("the file", what));
    }
    words(&ending, bytes)
}

/// Which sort of text it is.
fn words(ending: &str, bytes: &[u8]) -> Result<Sort, Fault> {
    let text = decode::decode(bytes)?.text;
    let start = text.trim_start();
    let lower: String = start.chars().take(4096).collect::<String>().to_ascii_lowercase();
    let page =
        ["<!doctype html", "<html", "<head", "<body"].iter().any(|tag| lower.starts_with(tag))
            || (lower.starts_with("<?xml") && lower.contains("<html"))
            || (lower.starts_with("<!--") && lower.contains("<html"))
            || (matches!(ending, "html" | "htm" | "xhtml"));
    if page {
        return Ok(Sort::Page);
    }
    if lower.starts_with("<?xml") || lower.starts_with("<!doctype") || ending == "xml" {
        return Err(Fault::Refused {
            sort: "an XML file of some program's own",
            hint: "Open it in that program and save it in a common format.",
        });
    }
    let whole = serde_json::from_str::<serde::de::IgnoredAny>(&text).is_ok()
        && lower.starts_with(['{', '[']);
    if whole || ending == "json" {
        return Err(Fault::Refused { sort: "JSON", hint: "Save it as a table or a document." });
    }
    let scrap =
        lower.starts_with("<table") || lower.starts_with("<div") || lower.starts_with("<h1");
    Ok(match ending {
        "" | "xls" if scrap => Sort::Page,
        "csv" | "tsv" | "tab" | "psv" | "xls" => Sort::Values,
        _ => Sort::Plain,
    })
}

/// What a zipped file is, by the parts in it.
fn zipped(bytes: &[u8]) -> Result<Sort, Fault> {
    let mut bag = Bag::open(bytes)?;
    if bag.has("mimetype") && bag.has("content.xml") {
        let sort = bag.part("mimetype")?.unwrap_or_default();
        let sort = String::from_utf8_lossy(&sort).trim().to_owned();
        return match sort.rsplit('.').next() {
            Some(
                "text" | "text-web" | "text-template" | "spreadsheet" | "spreadsheet-template",
            ) => Ok(Sort::Open),
            _ => Err(Fault::Refused {
                sort: "an OpenDocument file that is neither a text nor a spreadsheet",
                hint: "Save its text as a document.",
            }),
        };
    }
    if !bag.has("[Content_Types].xml") {
        let any =
            bag.names().iter().any(|name| name.starts_with("word/") || name.starts_with("xl/"));
        return Err(if any {
            Fault::damaged("the file", "its list of contents ([Content_Types].xml) is missing")
        } else {
            Fault::Refused {
                sort: "a ZIP archive",
                hint: "Unpack it and import the papers in it one by one.",
            }
        });
    }
    let main = relation::main_part(&mut bag)?;
    let holds = |folder: &str| bag.names().iter().any(|name| name.starts_with(folder));
    let in_folder =
        |folder: &str| main.as_ref().map_or_else(|| holds(folder), |main| main.starts_with(folder));
    if in_folder("xl/") {
        let binary = main.as_ref().is_some_and(|main| main.rsplit('.').next() == Some("bin"));
        return if binary {
            Err(Fault::Refused {
                sort: "a binary Excel workbook (.xlsb)",
                hint: "Save it as .xlsx.",
            })
        } else {
            Ok(Sort::Workbook)
        };
    }
    if in_folder("ppt/") {
        return Err(Fault::Refused {
            sort: "a presentation",
            hint: "Save its text as a document or as plain text.",
        });
    }
    Ok(Sort::Document)
}
