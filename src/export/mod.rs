//! Documents as bytes: one file to a format, and a table of them all.

mod csv;
mod docx;
mod html;
mod ics;
mod json;
mod md;
mod pdf;
mod txt;
mod wrap;

use std::io::{self, Write};

use crate::document::Document;

pub use txt::lines;

/// Why a document was not written.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The file, pipe or screen would not take it.
    #[error("The {format} could not be written: {source}.")]
    Io {
        /// Which format was being written.
        format: &'static str,
        /// What the system said.
        source: io::Error,
    },
    /// The document has nothing that the format can hold.
    #[error("{what} cannot be written as {format}: {why}.")]
    Unsuited {
        /// The document, as `export` names it.
        what: &'static str,
        /// The format.
        format: &'static str,
        /// Why not.
        why: &'static str,
    },
    /// The format's own rules refused the document.
    #[error("The {format} could not be made: {why}.")]
    Refused {
        /// The format.
        format: &'static str,
        /// What was wrong.
        why: String,
    },
}

impl Error {
    /// What can be done about it.
    #[must_use]
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Io { .. } => "Check that there is room and that the place can be written to.",
            Self::Unsuited { .. } => "Choose another format: txt, md, html and json take anything.",
            Self::Refused { .. } => "Choose another format; the record itself is not affected.",
        }
    }
}

/// What a document has to have for a format to hold it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// Nothing more than words.
    Anything,
    /// Facts that make a table.
    Sheets,
    /// Days that belong in a calendar.
    Dates,
}

/// A format that a document can be written in.
#[derive(Clone, Copy)]
pub struct Format {
    /// What follows `--as`.
    pub name: &'static str,
    /// The usual ending of such a file, without its dot.
    pub ending: &'static str,
    /// What the help says.
    pub about: &'static str,
    /// Whether it is for programs rather than for a terminal.
    pub binary: bool,
    /// What a document has to have for it to hold.
    pub holds: Holds,
    /// Writes a document in it.
    pub write: fn(&Document, &mut dyn Write) -> Result<(), Error>,
}

impl Format {
    /// The format called `name`.
    #[must_use]
    pub fn named(name: &str) -> Option<&'static Self> {
        FORMATS.iter().find(|format| format.name == name)
    }

    /// The format of a file that ends so, in any case and without the dot.
    #[must_use]
    pub fn of_ending(ending: &str) -> Option<&'static Self> {
        Self::all_of_ending(ending).next()
    }

    /// Every format whose files end so, the usual one first.
    pub fn all_of_ending(ending: &str) -> impl Iterator<Item = &'static Self> {
        FORMATS.iter().filter(move |format| format.ending.eq_ignore_ascii_case(ending))
    }

    /// Whether it can hold `document`.
    #[must_use]
    pub fn holds(&self, document: &Document) -> bool {
        match self.holds {
            Holds::Anything => true,
            Holds::Sheets => document.columns().is_some(),
            Holds::Dates => !document.dates().is_empty(),
        }
    }
}

/// Every format. The command line, the export page, the help and the tests all
/// read this table, so a format is added here and nowhere else.
pub const FORMATS: &[Format] = &[
    Format {
        name: "txt",
        ending: "txt",
        about: "plain text, 80 columns",
        binary: false,
        holds: Holds::Anything,
        write: txt::write,
    },
    Format {
        name: "md",
        ending: "md",
        about: "Markdown, to read or to edit",
        binary: false,
        holds: Holds::Anything,
        write: md::write,
    },
    Format {
        name: "html",
        ending: "html",
        about: "one accessible page for a web site, complete in itself",
        binary: false,
        holds: Holds::Anything,
        write: html::write,
    },
    Format {
        name: "docx",
        ending: "docx",
        about: "a word processor's file, with real headings, lists and tables",
        binary: true,
        holds: Holds::Anything,
        write: docx::write,
    },
    Format {
        name: "pdf",
        ending: "pdf",
        about: "pages to print or to publish, tagged so that they can be read aloud",
        binary: true,
        holds: Holds::Anything,
        write: pdf::write,
    },
    Format {
        name: "json",
        ending: "json",
        about: "the facts, for programs",
        binary: false,
        holds: Holds::Anything,
        write: json::write,
    },
    Format {
        name: "csv",
        ending: "csv",
        about: "the table, for a spreadsheet; what looks like a formula has an apostrophe",
        binary: false,
        holds: Holds::Sheets,
        write: csv::write,
    },
    Format {
        name: "csv-exact",
        ending: "csv",
        about: "the table, for programs: every cell as it is",
        binary: false,
        holds: Holds::Sheets,
        write: csv::write_exact,
    },
    Format {
        name: "ics",
        ending: "ics",
        about: "the days, for a calendar: meetings, and actions as things to do",
        binary: false,
        holds: Holds::Dates,
        write: ics::write,
    },
    Format {
        name: "ics-events",
        ending: "ics",
        about: "the same, with the days actions are due as events",
        binary: false,
        holds: Holds::Dates,
        write: ics::write_events,
    },
];

/// Says which format a failure to write belongs to.
fn failed(format: &'static str) -> impl Fn(io::Error) -> Error {
    move |source| Error::Io { format, source }
}

/// The parts of a bar of a chart, in words: "17: 2 on track, 7 off track".
fn bar_in_words(parts: &[(String, u32)]) -> String {
    if parts.is_empty() {
        return "not known".into();
    }
    let total: u64 = parts.iter().map(|(_, n)| u64::from(*n)).sum();
    let said: Vec<String> =
        parts.iter().filter(|(_, n)| *n > 0).map(|(word, n)| format!("{n} {word}")).collect();
    if said.is_empty() { total.to_string() } else { format!("{total}: {}", said.join(", ")) }
}
