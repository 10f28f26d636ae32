//! Checking a book, or a document that was made from it.

use std::collections::BTreeSet;
use std::path::Path;

use super::export::{DOCUMENTS, audience, compose};
use super::reader;
use crate::book::{Book, EVERY, Filter};
use crate::document::Document;
use crate::export::Format;
use crate::model::day;
use crate::rules::sentence::several;
use crate::shell::args::Export;
use crate::shell::{Trouble, output, place};

/// At how many meetings the schedule is looked for as it stood then.
const PAST: usize = 12;

/// A text shorter than this may have no row to carry the digest.
const SHORT: usize = 4096;

/// The largest document that is looked at.
const LARGEST: u64 = 64 * 1024 * 1024;

/// Checks the file named: a document by its ending, and else a book.
pub(super) fn run(named: Option<&Path>, file: Option<&Path>) -> Result<(), Trouble> {
    let formats: Vec<&Format> = file.map(formats).unwrap_or_default();
    match file {
        Some(file) if !formats.is_empty() && !Book::is_at(file) => document(named, file, &formats),
        file => book(&place::book(file.or(named))?),
    }
}

/// The formats whose files end as this one does.
fn formats(file: &Path) -> Vec<&'static Format> {
    let ending = file.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    Format::all_of_ending(ending).collect()
}

/// Checks a book and says what is wrong.
fn book(path: &Path) -> Result<(), Trouble> {
    let found = Book::read(path)?.verify()?;
    if found.faults.is_empty() {
        return output::lines([format!(
            "{} is whole: {}, each as it was written.",
            path.display(),
            several(found.entries, "entry")
        )]);
    }
    output::lines(&found.faults)?;
    let n = found.faults.len();
    let noun = if n == 1 { "fault was" } else { "faults were" };
    Err(Trouble::refused(
        "damaged",
        format!("{n} {noun} found in {}.", path.display()),
        "Keep a copy of it, and open a backup.",
    ))
}

/// Checks a document: what is made of the same record now is the same, byte for
/// byte. Where only its digest is, the file was altered after it was made.
fn document(named: Option<&Path>, file: &Path, formats: &[&Format]) -> Result<(), Trouble> {
    let bytes = read(file)?;
    let unfolded = unfolded(&bytes);
    let shown = file.display();
    let book = reader(named)?;
    let mut altered = None;
    for asked in askable(&book)? {
        let made = compose(&asked.what).map(|made| {
            audience(&asked.audience).and_then(|audience| made(&book, &asked, audience))
        });
        let Some(Ok(document)) = made else { continue };
        let carried = holds(&unfolded, document.digest().as_bytes());
        // What is text carries the digest, so nothing need be made to see that it is
        // another's.
        let maybe = |format: &&&Format| format.binary || carried || bytes.len() <= SHORT;
        if formats.iter().filter(maybe).any(|format| writes(format, &document, &bytes)) {
            return output::lines([format!(
                "{shown} is as the book has it: {}, for {}.",
                told(&document),
                asked.audience
            )]);
        }
        if carried {
            altered.get_or_insert_with(|| told(&document));
        }
    }
    Err(match altered {
        Some(what) => Trouble::refused(
            "altered",
            format!(
                "{shown} carries the digest of {what}, and the record is as it was then, but \
                 the file is not what is made of it."
            ),
            "It was altered after it was made, or another version of the program made it; export it again and compare.",
        ),
        None => Trouble::refused(
            "altered",
            format!("Nothing that this book makes now is the same as {shown}."),
            "Either the record has moved on since, or the file was altered, or it is of another book.",
        ),
    })
}

fn read(file: &Path) -> Result<Vec<u8>, Trouble> {
    let shown = file.display();
    let failed = |error: std::io::Error| {
        Trouble::refused("unreadable", format!("{shown} cannot be read ({error})."), "")
    };
    let about = std::fs::metadata(file).map_err(failed)?;
    if !about.is_file() || about.len() > LARGEST {
        return Err(Trouble::refused(
            "unreadable",
            format!("{shown} is no document that minutebook made."),
            "Name a file that \"minutebook export\" wrote.",
        ));
    }
    std::fs::read(file).map_err(failed)
}

/// Everything that could have been asked of `export`, the newest meeting first.
fn askable(book: &Book) -> Result<Vec<Export>, Trouble> {
    let mut all = Vec::new();
    let mut ask = |what: &str, meeting: Option<&str>, with_gaps| {
        for audience in ["public", "members"] {
            all.push(Export {
                what: what.to_owned(),
                format: None,
                meeting: meeting.map(str::to_owned),
                audience: audience.to_owned(),
                with_gaps,
                as_at: None,
                owner: None,
                output: None,
                force: false,
            });
        }
    };
    let (mut bodies, mut days) = (Vec::new(), Vec::new());
    for line in book.meetings(&Filter::default(), EVERY)? {
        for what in ["minutes", "agenda", "decisions", "actions"] {
            ask(what, Some(&line.id.0), false);
        }
        if days.len() < PAST {
            days.push(line.id.0.clone());
        }
        // Any meeting of a body gives the same table of who came to all of them.
        if !bodies.contains(&line.body_id) {
            ask("attendance", Some(&line.id.0), false);
            bodies.push(line.body_id);
        }
    }
    for (what, _) in DOCUMENTS.iter().filter(|(what, _)| !["minutes", "agenda"].contains(what)) {
        ask(what, None, false);
    }
    ask("schedule", None, true);
    // As it stood at meetings, which takes longest to see.
    for id in &days {
        ask("schedule", Some(id), false);
        ask("schedule", Some(id), true);
        ask("gaps", Some(id), false);
    }
    let sheets = sheets(book, &all)?;
    all.extend(sheets);
    Ok(all)
}

/// A sheet for each who has something still to do, for whoever `all` has the action log.
fn sheets(book: &Book, all: &[Export]) -> Result<Vec<Export>, Trouble> {
    let lines = book.actions(&Filter::default(), EVERY)?;
    let live = lines.iter().filter(|line| line.action.status.is_live());
    let named = live.flat_map(|line| std::iter::once(&line.owner).chain(&line.support));
    let owners: BTreeSet<&String> = named.collect();
    let log = |asked: &&Export| asked.what == "actions" && asked.meeting.is_none();
    let named = owners.into_iter().filter(|owner| !owner.is_empty());
    let sheet = |owner: &String| {
        let whole = all.iter().filter(log).cloned();
        let owner = owner.clone();
        whole.map(move |asked| Export { owner: Some(owner.clone()), ..asked }).collect::<Vec<_>>()
    };
    Ok(named.flat_map(sheet).collect())
}

/// A text without the folds of a calendar, which part a digest (RFC 5545, 3.1).
fn unfolded(bytes: &[u8]) -> Vec<u8> {
    let mut kept = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some(at) = rest.windows(3).position(|window| window == b"\r\n ") {
        kept.extend(&rest[..at]);
        rest = &rest[at + 3..];
    }
    kept.extend(rest);
    kept
}

/// Whether `format` makes exactly these bytes of the document.
fn writes(format: &Format, document: &Document, bytes: &[u8]) -> bool {
    let mut made = Vec::new();
    format.holds(document) && (format.write)(document, &mut made).is_ok() && made == bytes
}

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

fn told(document: &Document) -> String {
    format!("\"{}\", {}", document.title(), day::plain(document.date()))
}
