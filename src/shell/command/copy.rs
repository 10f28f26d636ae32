//! Review copies: lending one, and merging it when it comes back.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::Path;

use crate::book::{Book, EVERY, Filter, Lent, Pen, Signed};
use crate::document::{Audience, sift};
use serde_json::Value;

use crate::model::{Attendance, Entry, Link, Record, Sitting, Update, day};
use crate::rules;
use crate::shell::args::Copy;
use crate::shell::{Trouble, output, place};

/// Makes a copy of the book for somebody to review, with nothing in it that
/// their audience may not see, and prints where it is.
pub(super) fn lend(book: &Book, asked: &Copy) -> Result<(), Trouble> {
    let audience = super::export::audience(&asked.audience)?;
    let to = asked.to.trim();
    if to.is_empty() {
        return Err(Trouble::usage("A copy is made for somebody.", "Name them: --for NAME."));
    }
    let path = place::absolute(&asked.file)?;
    let book = &book.of_this_moment()?;
    let rows = rows(book, audience)?;
    let mut pen = Pen::create(&path, &place::holder(), place::now())?;
    let made = fill(&mut pen, book, rows, to, audience);
    if made.is_err() {
        drop(pen);
        let _ = std::fs::remove_file(&path);
    }
    made?;
    output::lines([path.display().to_string()])
}

fn fill(
    pen: &mut Pen,
    book: &Book,
    rows: Vec<Record>,
    to: &str,
    audience: Audience,
) -> Result<(), Trouble> {
    let now = place::now();
    let today = day::plain(now.date_naive());
    let without = if audience == Audience::Public { "Nothing exempt is in it. " } else { "" };
    let lent = Lent {
        to: to.to_owned(),
        mark: mark(to, now),
        about: format!(
            "A review copy for {to}, made on {today}. {without}Notes and changes of the schedule made here come back with \"minutebook merge FILE\"."
        ),
    };
    let entry = Entry::Filed {
        said: format!("A review copy for {to}, made on {today}."),
        rows,
        gone: Vec::new(),
    };
    let minted = book.mint()?.minted();
    let signed = Signed { clerk: place::holder().who, at: now, minted };
    pen.record(&rules::admit(entry, &[])?, &signed)?;
    pen.lend(book, &lent)?;
    Ok(())
}

/// A mark that no other copy has: made of whom it is for, the moment and the
/// program that made it.
fn mark(to: &str, now: day::Stamp) -> String {
    let mut hasher = DefaultHasher::new();
    (to, now.timestamp_micros(), std::process::id(), std::time::Instant::now()).hash(&mut hasher);
    format!("{:08x}", hasher.finish() & 0xffff_ffff)
}

/// Every row of the book that an audience may have. A tie goes along where both
/// its ends do.
fn rows(book: &Book, audience: Audience) -> Result<Vec<Record>, Trouble> {
    let mut rows = book.rows_beside_meetings()?;
    for row in &mut rows {
        if let Record::Mute(mute) = row {
            *mute = sift(mute, audience).into_inner();
        }
    }
    let mut updates: Vec<Update> = Vec::new();
    let mut guests: HashSet<String> = HashSet::new();
    for line in book.meetings(&Filter::default(), EVERY)? {
        let whole = book.sitting(&line.id)?;
        let sitting = sift(&whole, audience).into_inner();
        let named = |who: &Attendance| sitting.attendance.iter().any(|a| a.person == who.person);
        let gone = whole.attendance.iter().filter(|who| !named(who));
        guests.extend(gone.map(|who| who.person.0.clone()));
        // Only its own meeting knows whether a report was made under exempt business.
        let gave = |update: &Update| sitting.actions.iter().any(|a| a.id == update.action);
        let own = |update: &&Update| match &update.meeting {
            Some(meeting) => *meeting == line.id,
            None => gave(update),
        };
        updates.extend(sitting.updates.iter().filter(own).cloned());
        rows.extend(of_meeting(sitting));
    }
    without(&mut rows, &guests);
    let known: HashSet<String> = rows.iter().map(|row| row.id().to_owned()).collect();
    updates.sort_by(|one, other| one.id.cmp(&other.id));
    updates.dedup();
    updates.retain(|update| known.contains(update.action.as_str()));
    rows.extend(updates.into_iter().map(Record::from));
    for row in &mut rows {
        if let Record::Decision(decision) = row {
            decision.replaces.take_if(|id| !known.contains(id.as_str()));
        }
    }
    let whole = |link: &Link| known.contains(&link.from_id) && known.contains(&link.to_id);
    rows.extend(book.links()?.into_iter().filter(whole).map(Record::from));
    Ok(rows)
}

/// Leaves out the people of `guests`, who came to what this audience is not told of, unless
/// another row names them.
fn without(rows: &mut Vec<Record>, guests: &HashSet<String>) {
    fn names(value: &Value, found: &mut HashSet<String>) {
        match value {
            Value::String(text) => drop(found.insert(text.clone())),
            Value::Array(all) => all.iter().for_each(|value| names(value, found)),
            Value::Object(fields) => fields.values().for_each(|value| names(value, found)),
            _ => {}
        }
    }
    if guests.is_empty() {
        return;
    }
    let mut named = HashSet::new();
    for row in rows.iter().filter(|row| !matches!(row, Record::Person(_))) {
        if let Ok(value) = serde_json::to_value(row) {
            names(&value, &mut named);
        }
    }
    rows.retain(|row| {
        !matches!(row, Record::Person(_)) || !guests.contains(row.id()) || named.contains(row.id())
    });
}

/// The rows that are a meeting's own.
fn of_meeting(sitting: Sitting) -> Vec<Record> {
    fn all<T: Into<Record>>(rows: Vec<T>) -> impl Iterator<Item = Record> {
        rows.into_iter().map(Into::into)
    }
    all(sitting.items)
        .chain(all(sitting.attendance))
        .chain(all(sitting.movements))
        .chain(all(sitting.presiding))
        .chain(all(sitting.adjournments))
        .chain(all(sitting.interests))
        .chain(all(sitting.minutes))
        .chain(all(sitting.motions))
        .chain(all(sitting.votes))
        .chain(all(sitting.ballots))
        .chain(all(sitting.decisions))
        .chain(all(sitting.addenda))
        .chain(all(sitting.call_ins))
        .chain(all(sitting.corrections))
        .chain(all(sitting.actions))
        .collect()
}

/// Brings back what was noted and altered in a copy, and says what.
pub(super) fn merge(pen: &mut Pen, file: &Path) -> Result<(), Trouble> {
    let copy = Book::read(&place::absolute(file)?)?;
    let minted = pen.mint()?.minted();
    let signed = Signed { clerk: place::holder().who, at: place::now(), minted };
    let merged = pen.merge(&copy, &signed)?;
    let mut lines = merged.taken.clone();
    lines.extend(merged.refused.iter().map(|said| format!("Not merged: {said}")));
    let of = format!("the copy of {}", merged.from);
    lines.push(match (merged.taken.len(), merged.refused.len(), merged.known) {
        (0, 0, 0) => format!("Nothing was noted or altered in {of}."),
        (0, 0, _) if merged.waiting > 0 => format!(
            "Everything in {of} had come back before, but {} could not be merged: \"minutebook history\" tells what and why.",
            merged.waiting
        ),
        (0, 0, _) => format!("Everything in {of} had come back before."),
        (taken, 0, _) => format!("{taken} merged from {of}."),
        (taken, refused, _) => {
            output::lines(lines)?;
            return Err(Trouble::refused(
                "conflict",
                format!("{taken} merged from {of}; {refused} not."),
                "Where the copy is right, record it here.",
            ));
        }
    });
    output::lines(lines)
}
