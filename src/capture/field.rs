//! What lines can say of a row, field by field.

use chrono::NaiveDate;

use super::said::Said;
use super::schedule::{filed, schedule_line_named};
use super::{Read, Unclear, when, wrong};
use crate::model::{Record, day};
use crate::rules::sentence::capital;

/// Something a line can say of a row.
pub(super) struct Field<T: 'static> {
    /// What the history calls it.
    pub(super) name: &'static str,
    /// It as a line says it; nothing, where there is nothing to say.
    pub(super) says: fn(&T) -> String,
    /// Takes it from a part of a line; `false` if the part is about something
    /// else. A day without a year is the next one after the day given.
    pub(super) takes: fn(&mut T, &str, NaiveDate) -> bool,
}

/// A field of plain words, which a line says after a word of its own; by its
/// name, that word where it is another, and the field of the row.
macro_rules! worded {
    ($name:literal, $field:ident) => {
        worded!($name, $name, $field)
    };
    ($name:literal, $word:literal, $field:ident) => {
        Field {
            name: $name,
            says: |row| $crate::capture::field::saying($word, &row.$field),
            takes: |row, part, _| $crate::capture::field::words(&mut row.$field, part, $word),
        }
    };
}
pub(super) use worded;

/// A row that a line shows whole and alters.
pub(super) trait Lined: Clone + PartialEq + Into<Record> + 'static {
    /// The word of the line.
    const WORD: &'static str;
    /// What it calls the row.
    const WHAT: &'static str;
    /// What can be said of it beside its text.
    const FIELDS: &'static [Field<Self>];

    /// What the line names it by.
    fn called(&self) -> &str;
    /// Its text.
    fn text(&self) -> &str;
    /// Its text, to be altered.
    fn text_mut(&mut self) -> &mut String;

    /// The day it is to be done by, if it has one.
    fn due(&self) -> Option<NaiveDate> {
        None
    }

    /// The person who is to do it, to be altered, if it has one.
    fn owner_mut(&mut self) -> Option<&mut String> {
        None
    }

    /// The line that shows it as it stands.
    fn shown(&self) -> String {
        let parts: Vec<String> =
            Self::FIELDS.iter().map(|field| (field.says)(self)).filter(|s| !s.is_empty()).collect();
        let text = self.text();
        let text = if text.is_empty() { String::new() } else { format!(": {text}") };
        let parts = if parts.is_empty() { String::new() } else { format!(" {}", parts.join(", ")) };
        format!(".{} {}{parts}{text}", Self::WORD, self.called())
    }
}

/// Has `row` say what the parts of a line do, with days that have no year after `day`, and
/// those that count from the day they are said from `today`. A part that says nothing by
/// itself goes on with the one before: an owner may have a comma in it.
pub(super) fn alter<T: Lined>(
    row: &mut T,
    parts: &[&str],
    day: NaiveDate,
    today: NaiveDate,
) -> Result<(), Unclear> {
    let mut before = String::new();
    let mut said: Vec<usize> = Vec::new();
    // Words go on after a comma, but what another line says is no part of a day.
    let goes_on = |last: Option<&usize>, part: &str| {
        let dated = last.and_then(|field| T::FIELDS.get(*field));
        let first = part.split_whitespace().next().unwrap_or_default();
        let other = schedule_line_named(&first.to_lowercase()).is_some();
        !other || dated.is_none_or(|field| !DATED.contains(&field.name))
    };
    for part in parts {
        let longer = format!("{before}, {part}");
        let day = if when::ends_in_relative(part) { today } else { day };
        let mut takes =
            |part: &str| T::FIELDS.iter().position(|field| (field.takes)(row, part, day));
        if let Some(field) = takes(part) {
            if said.contains(&field) {
                let name = T::FIELDS.get(field).map_or("part", |field| field.name);
                return Err(wrong(
                    format!(
                        "The {name} of the {} is said twice: \"{part}\" is the second.",
                        T::WHAT
                    ),
                    "Leave one of them out.",
                ));
            }
            said.push(field);
            (*part).clone_into(&mut before);
        } else if let Some(day) = no_day(part) {
            let meant = when::misspelt_month(day).map(capital);
            let meant = meant.map(|month| format!(" (is {month} meant?)")).unwrap_or_default();
            return Err(wrong(
                format!("\"{day}\" is no day that there is{meant}."),
                "Write it as 30 Sep 2026, or say when in words.",
            ));
        } else if !before.is_empty() && goes_on(said.last(), part) && takes(&longer).is_some() {
            before = longer;
        } else {
            let names: Vec<&str> = T::FIELDS.iter().map(|field| field.name).collect();
            return Err(wrong(
                format!(
                    "\"{part}\" is nothing that can be said of {} {}.",
                    article(T::WHAT),
                    T::WHAT
                ),
                format!("What can is its {}; its text stands after a colon.", names.join(", ")),
            ));
        }
    }
    Ok(())
}

/// The day that a part of a line says something is due by, where there is no such day.
fn no_day(part: &str) -> Option<&str> {
    let said = ["due ", "date ", "answer by ", "by "].iter().find_map(|w| part.strip_prefix(w))?;
    is_meant_as_day(said).then_some(said)
}

/// Whether words that give no day were meant to: written as one is, or with the month spelled
/// wrongly. Nothing would ever fall due by them.
fn is_meant_as_day(said: &str) -> bool {
    when::is_written_as_day(said) || when::misspelt_month(said).is_some()
}

/// The fields that are days: whoever types one sees which it was taken for.
const DATED: [&str; 3] = ["date", "day", "day of reply"];

/// Puts an altered row on record: what the book had, if it had it, and what is
/// to stand.
pub(super) fn put<T: Lined>(before: Option<&T>, now: T) -> Read {
    let name = now.called().to_owned();
    let Some(before) = before else {
        let text = short(now.text());
        let text = text.trim_end_matches(['.', ';']);
        let fields = T::FIELDS.iter().map(|field| (field.says)(&now));
        let new = |says: &String| !says.is_empty() && (text.is_empty() || !says.ends_with(text));
        let fields: Vec<String> = fields.filter(new).collect();
        let mut told = [text.to_owned(), fields.join(", ")];
        let [_, facts] = &mut told;
        facts.push_str(&exactly(&now, facts));
        let told: Vec<String> = told.into_iter().filter(|told| !told.is_empty()).collect();
        let said = format!("{} {name} put in: {}", capital(T::WHAT), told.join("; "));
        return Ok(filed(said, vec![now.into()], Vec::new()));
    };
    let mut changes: Vec<String> =
        T::FIELDS.iter().filter_map(|f| moved(f, before, &now)).collect();
    if before.text() != now.text() {
        changes.push(format!("now \"{}\"", short(now.text())));
    }
    if changes.is_empty() {
        return Err(wrong(format!("{name} says so already."), "Alter a part of the line."));
    }
    let changes = changes.join("; ");
    let due = match (before.due(), now.due()) {
        (was, is) if was == is => String::new(),
        (Some(_), None) => " (it falls due on no day any more)".to_owned(),
        _ => exactly(&now, &changes),
    };
    let said = format!("{} {name}: {changes}{due}", capital(T::WHAT));
    Ok(filed(said, vec![now.into()], Vec::new()))
}

/// The day by which `row` is due, in full, where what was `told` of it does not say it so.
fn exactly<T: Lined>(row: &T, told: &str) -> String {
    let due = row.due().map(day::plain).filter(|due| !told.contains(due.as_str()));
    due.map(|due| format!(" ({due})")).unwrap_or_default()
}

/// How a field moved, for the history: "tone: mixed, now concern".
fn moved<T>(field: &Field<T>, before: &T, now: &T) -> Option<String> {
    let (was, is) = ((field.says)(before), (field.says)(now));
    let none = |text: &str| if text.is_empty() { "none".to_owned() } else { text.to_owned() };
    // The word that a line has for it is said by its name: "closing time was 9.00 pm".
    let bare = |text: &str| {
        let rest = text.split_once(' ');
        let rest = rest.filter(|(word, _)| matches!(*word, "ends" | "at" | "quorum"));
        none(rest.map_or(text, |(_, rest)| rest))
    };
    (was != is).then(|| format!("{} was {}, now {}", field.name, bare(&was), bare(&is)))
}

/// The value of a closed list that a part of a line names as a person reads it.
pub(super) fn named<T: Copy>(all: &[T], plain: fn(T) -> String, part: &str) -> Option<T> {
    let part = part.to_lowercase().replace('_', " ");
    all.iter().copied().find(|value| plain(*value) == part)
}

/// Has a field that may be empty say what a part of a line does: one value of
/// `all`, or "no `word`". `false` if the part is about something else.
pub(super) fn choose<T: Copy>(
    field: &mut Option<T>,
    all: &[T],
    plain: fn(T) -> String,
    word: &str,
    part: &str,
) -> bool {
    let found = named(all, plain, part);
    let none = part.strip_prefix("no ") == Some(word);
    if found.is_some() || none {
        *field = found;
    }
    found.is_some() || none
}

/// Has a text field say what stands after `word` in a part of a line.
pub(super) fn words(field: &mut String, part: &str, word: &str) -> bool {
    let Some(said) = super::said::after(part, word) else { return false };
    said.clone_into(field);
    true
}

/// Has a day, kept with the words that were said for it, be what a part of a line
/// says after `word`. What names no day is kept as it was said: "once the results
/// are in".
pub(super) fn dated(
    day: &mut Option<NaiveDate>,
    words: &mut String,
    part: &str,
    word: &str,
    from: NaiveDate,
) -> bool {
    let Some(said) = super::said::after(part, word) else { return false };
    if said.is_empty() {
        (*day, *words) = (None, String::new());
        return true;
    }
    // A line opened as it stands has the words of the day they were first said.
    if said == words {
        return true;
    }
    let due = when::due_from(said, from);
    if due.is_none() && is_meant_as_day(said) {
        return false;
    }
    let due = due.unwrap_or_else(|| when::Due { day: None, said: said.to_owned() });
    if due.said != *words || due.day.is_some() {
        (*day, *words) = (due.day, due.said);
    }
    true
}

/// Has a day be the one that a part of a line says after `word`, or none.
pub(super) fn on(day: &mut Option<NaiveDate>, part: &str, word: &str, from: NaiveDate) -> bool {
    let Some(said) = super::said::after(part, word) else { return false };
    let found = when::day(said, from);
    if found.is_some() || said.is_empty() {
        *day = found;
    }
    found.is_some() || said.is_empty()
}

/// Such a day as a line says it.
pub(super) fn owed(word: &str, day: Option<NaiveDate>, words: &str) -> String {
    let plain = day.map(crate::model::day::plain).unwrap_or_default();
    saying(word, if words.is_empty() { &plain } else { words })
}

/// A text field as a line says it.
pub(super) fn saying(word: &str, text: &str) -> String {
    if text.is_empty() { String::new() } else { format!("{word} {text}") }
}

/// Takes the text of a line, where it has one.
pub(super) fn retext<T: Lined>(row: &mut T, said: &Said<'_>) -> Result<(), Unclear> {
    if let Some(text) = said.text_for(T::WHAT)? {
        text.clone_into(row.text_mut());
    }
    Ok(())
}

/// "a", or "an" before a vowel.
fn article(noun: &str) -> &'static str {
    if noun.starts_with(['a', 'e', 'i', 'o']) { "an" } else { "a" }
}

/// A text no longer than a sentence of the history has room for.
pub(super) fn short(text: &str) -> String {
    const MOST: usize = 120;
    match text.char_indices().nth(MOST) {
        Some((cut, _)) => format!("{}…", text.get(..cut).unwrap_or_default().trim_end()),
        None => text.to_owned(),
    }
}
