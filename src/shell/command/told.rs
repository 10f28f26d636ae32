//! What a book tells of itself: its history, what it finds, whether it is whole.

use chrono::NaiveDate;
use serde_json::json;

use super::table;
use crate::book::{Book, EVERY, Pen, Signed};
use crate::model::{EntryKind, day};
use crate::shell::trouble::say_lines;
use crate::shell::{Trouble, output, place};

/// Prints every entry, newest first. For the public an entry is told by what it did alone: its
/// words may be of exempt business, and who recorded it is nobody's concern.
pub(super) fn history(book: &Book, public: bool, json: bool) -> Result<(), Trouble> {
    let mut lines = book.history(None, EVERY)?;
    for line in lines.iter_mut().filter(|_| public) {
        line.said = line.verb.replace('_', " ");
        line.clerk.clear();
    }
    if json {
        let entries: Vec<_> = lines
            .iter()
            .map(|line| {
                json!({
                    "no": line.no.0, "kind": line.kind.word(), "verb": line.verb, "said": line.said,
                    "at": line.at.to_rfc3339(), "clerk": line.clerk,
                    "meeting": line.meeting.as_ref().map(|id| &id.0), "taken_back": line.taken_back,
                })
            })
            .collect();
        return output::json(&json!(entries));
    }
    let rows: Vec<Vec<String>> = lines
        .iter()
        .map(|line| {
            let mark = match (line.kind, line.taken_back) {
                (EntryKind::Do, false) => "",
                (EntryKind::Do, true) => "taken back",
                (kind, _) => kind.word(),
            };
            vec![
                line.no.0.to_string(),
                line.at.format("%Y-%m-%d %H:%M:%S").to_string(),
                line.clerk.clone(),
                mark.to_owned(),
                line.said.clone(),
            ]
        })
        .collect();
    table(&rows)
}

/// Prints what a search finds.
pub(super) fn search(book: &Book, words: &str, public: bool, json: bool) -> Result<(), Trouble> {
    let found = book.search(words.trim(), public)?;
    if json {
        let hits: Vec<_> = found
            .hits
            .iter()
            .map(|hit| {
                json!({
                    "kind": hit.table, "id": hit.id, "meeting": hit.meeting.as_ref().map(|id| &id.0),
                    "item": hit.item.as_ref().map(|id| &id.0), "date": hit.date.map(|day| day.to_string()),
                    "text": hit.snippet,
                })
            })
            .collect();
        return output::json(&json!({ "query": found.query, "count": found.count, "hits": hits }));
    }
    if found.hits.is_empty() {
        return output::lines([format!("Nothing in the book matches \"{}\".", found.query)]);
    }
    let rows: Vec<Vec<String>> = found
        .hits
        .iter()
        .map(|hit| {
            let date = hit.date.map(|day| day.to_string()).unwrap_or_default();
            vec![date, hit.table.clone(), hit.id.clone(), hit.snippet.clone()]
        })
        .collect();
    table(&rows)
}

/// Takes the last entry back, and says which.
pub(super) fn undo(pen: &mut Pen) -> Result<(), Trouble> {
    let signed = signed(pen)?;
    match pen.undo(&signed)? {
        Some(_) => said(pen, "Taken back"),
        None => Err(Trouble::refused("nothing", "There is nothing to take back.", "")),
    }
}

/// Puts back what was last taken back, and says what.
pub(super) fn redo(pen: &mut Pen) -> Result<(), Trouble> {
    let signed = signed(pen)?;
    match pen.redo(&signed)? {
        Some(_) => said(pen, "Put back"),
        None => Err(Trouble::refused("nothing", "There is nothing to put back.", "")),
    }
}

fn signed(pen: &Pen) -> Result<Signed, Trouble> {
    Ok(Signed { clerk: place::holder().who, at: place::now(), minted: pen.mint()?.minted() })
}

fn said(pen: &Pen, what: &str) -> Result<(), Trouble> {
    output::lines([format!("{what}: {}", pen.replayed()?.join(" "))])
}

/// Says of a day before the book was begun, of which there is no book to look back to, that
/// the editions up to then are told as the book has them now.
pub(super) fn tell_begun(book: &Book, day: NaiveDate) -> Result<(), Trouble> {
    if !book.is_begun_by(place::end_of(day))? {
        say_lines(&format!(
            "The book was begun after {}: its schedule up to that day is told as it stands in the book now, and of the registers nothing.",
            day::plain(day)
        ));
    }
    Ok(())
}
