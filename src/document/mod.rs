//! What goes on paper, and for whom.
//!
//! An exporter is given a [`Document`] and nothing else, and only this floor can
//! make one, so what an audience may not see never reaches an exporter. Every
//! composer works from a [`Sifted`] value, from which exempt business has been
//! taken out.

mod agenda;
mod attendance;
mod block;
mod book;
mod decided;
mod digest;
mod engagement;
mod english;
pub mod facts;
mod fold;
mod gaps;
mod item;
mod meetings;
mod minutes;
mod notes;
mod opening;
mod owed;
mod people;
mod phrase;
mod present;
mod recommendations;
mod ruling;
mod saying;
mod schedule;
mod scribe;
mod sift;
mod stir;

use std::borrow::Cow;
use std::io;

use chrono::NaiveDate;

use crate::model::day::plain;
use crate::model::word::words;
use crate::model::{HouseStyle, SafeText};

use book::{Chapter, Chapters};

pub use block::{Block, CalendarEntry, Limb, Sheet};
pub use sift::{Sift, Sifted, neutral_title, sift};

words! {
    /// For whom a document is made.
    Audience {
        /// Anyone: nothing exempt, no private note.
        Public = "public",
        /// Those entitled to exempt business; still no private note.
        Members = "members",
    }
}

/// A document, ready to be set in any format.
///
/// Its words are clean: no control character, and nothing that hides or
/// reorders text, is left in them. That of many meetings is composed as it is written, one
/// meeting after another, so that a long book takes no more room than a short one.
#[derive(Clone, Debug)]
pub struct Document<'a> {
    /// What it is called, in a word, as `export` names it: "minutes".
    what: &'static str,
    title: String,
    /// Lines above the title: the authority and the body.
    heading: Vec<String>,
    /// The line under the title that says what this is, where there is one.
    opening: String,
    /// What every page says of its standing: "DRAFT - subject to confirmation".
    standing: String,
    /// The day it speaks of: the meeting's, or the register's.
    date: NaiveDate,
    /// The digest of the record it was made from, in hex.
    digest: String,
    blocks: Vec<Block>,
    /// The same facts as data, under the names of `interface.md` part 4.
    facts: serde_json::Value,
    /// Of many meetings, what is to follow of each.
    chapters: Option<Chapters<'a>>,
    /// The same facts as a table, where they make one.
    sheet: Option<Sheet>,
    /// What of it belongs in a calendar.
    dates: Vec<CalendarEntry>,
}

/// The most letters a file's name is given.
const STEM: usize = 80;

/// What a register says of its standing: it is no minute, and has a day.
fn as_at(day: NaiveDate) -> String {
    format!("Register as at {}; not minutes", plain(day))
}

/// How a register stands, with the mark of one that has `exempt` business in it.
fn marked(standing: String, exempt: bool) -> String {
    if !exempt {
        return standing;
    }
    let phrases = phrase::Phrases::of(HouseStyle::Narrative);
    phrases.say("standing.exempt", &[("standing", &standing)])
}

/// That the public does not see all of a register, said whether or not anything
/// was left out.
fn shown_in_part(audience: Audience) -> Option<Block> {
    (audience == Audience::Public).then(|| Block::Aside("(Exempt business is not shown.)".into()))
}

impl Document<'_> {
    /// This, told of a day before the book was begun: by the editions up to then, as the
    /// book has them now.
    #[must_use]
    pub fn looked_back(mut self) -> Self {
        self.standing.push_str("; as told by a book that was begun later");
        self
    }

    /// What it is called, in a word.
    #[must_use]
    pub fn what(&self) -> &'static str {
        self.what
    }

    /// The title.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    /// A name for a file of it, without its ending: lower-case letters, figures
    /// and hyphens, so that it is safe in any folder of any system.
    #[must_use]
    pub fn stem(&self) -> String {
        let mut name = String::new();
        for c in format!("{} {} {}", self.what, self.date, self.title).chars() {
            match c.to_ascii_lowercase() {
                c @ ('a'..='z' | '0'..='9') => name.push(c),
                _ if name.ends_with('-') => {}
                _ => name.push('-'),
            }
            if name.len() >= STEM {
                break;
            }
        }
        name.trim_matches('-').to_owned()
    }

    /// The lines above the title: the authority and the body.
    #[must_use]
    pub fn heading(&self) -> &[String] {
        &self.heading
    }

    /// The line that opens it and says in full what it is; empty, if its title
    /// does.
    #[must_use]
    pub fn opening(&self) -> &str {
        &self.opening
    }

    /// What every page says of its standing.
    #[must_use]
    pub fn standing(&self) -> &str {
        &self.standing
    }

    /// The day it speaks of, and the only date in any file made from it.
    #[must_use]
    pub fn date(&self) -> NaiveDate {
        self.date
    }

    /// The digest of the record it was made from.
    #[must_use]
    pub fn digest(&self) -> &str {
        &self.digest
    }

    /// The body, in order.
    ///
    /// # Errors
    /// What came of reading a meeting that is minuted in it.
    pub fn blocks(&self) -> impl Iterator<Item = io::Result<Cow<'_, Block>>> {
        let own = self.blocks.iter().map(|block| Ok(Cow::Borrowed(block)));
        own.chain(each(self.chapters.as_ref(), Chapter::blocks).map(|block| block.map(Cow::Owned)))
    }

    /// The facts as data; of many meetings, but for those of each.
    #[must_use]
    pub fn facts(&self) -> &serde_json::Value {
        &self.facts
    }

    /// Of many meetings, the facts of each.
    ///
    /// # Errors
    /// What came of reading one.
    #[must_use]
    pub fn facts_of_meetings(&self) -> Option<impl Iterator<Item = io::Result<serde_json::Value>>> {
        let chapters = self.chapters.as_ref()?;
        Some(each(Some(chapters), |chapter| vec![chapter.facts()]))
    }

    /// The names of the columns, where the facts make a table.
    #[must_use]
    pub fn columns(&self) -> Option<&[String]> {
        self.sheet.as_ref().map(|sheet| sheet.columns.as_slice())
    }

    /// The rows under them, each as long as they are.
    ///
    /// # Errors
    /// What came of reading a meeting that rows are of.
    pub fn rows(&self) -> impl Iterator<Item = io::Result<Cow<'_, [String]>>> {
        let own = self.sheet.iter().flat_map(|sheet| &sheet.rows);
        let own = own.map(|row| Ok(Cow::Borrowed(row.as_slice())));
        own.chain(each(self.chapters.as_ref(), Chapter::rows).map(|row| row.map(Cow::Owned)))
    }

    /// What of it belongs in a calendar.
    #[must_use]
    pub fn dates(&self) -> &[CalendarEntry] {
        &self.dates
    }

    /// A document with its names on it and nothing in it.
    fn new(what: &'static str, title: String, date: NaiveDate) -> Self {
        Self {
            what,
            title,
            heading: Vec::new(),
            opening: String::new(),
            standing: String::new(),
            date,
            digest: String::new(),
            blocks: Vec::new(),
            facts: serde_json::Value::Null,
            chapters: None,
            sheet: None,
            dates: Vec::new(),
        }
    }

    /// Cleans every word of it but the facts, which keep theirs as recorded.
    fn cleaned(mut self) -> Self {
        let line = |text: &mut String| *text = SafeText::line(text).into_cow().into_owned();
        line(&mut self.title);
        line(&mut self.opening);
        line(&mut self.standing);
        self.heading.iter_mut().for_each(line);
        self.blocks.iter_mut().for_each(Block::clean);
        if let Some(sheet) = &mut self.sheet {
            sheet.clean();
        }
        self.dates.iter_mut().for_each(CalendarEntry::clean);
        self
    }
}

/// What `of` makes of each chapter, one after another.
fn each<'c, T: 'c>(
    chapters: Option<&'c Chapters<'_>>,
    of: fn(&Chapter) -> Vec<T>,
) -> impl Iterator<Item = io::Result<T>> + 'c {
    let chapters = chapters.into_iter().flat_map(Chapters::read);
    chapters.flat_map(move |chapter| match chapter {
        Ok(chapter) => of(&chapter).into_iter().map(Ok).collect(),
        Err(error) => vec![Err(error)],
    })
}
