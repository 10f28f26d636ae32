//! What goes on paper, and for whom.
//!
//! An exporter is given a [`Document`] and nothing else, and only this floor can
//! make one, so what an audience may not see never reaches an exporter.

use crate::model::word::words;

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
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// What it is called, in a word, as `export` names it: "minutes".
    what: &'static str,
    title: String,
    /// Lines under the title: the body, the day, the place.
    heading: Vec<String>,
    /// What every page says of its standing: "DRAFT - subject to confirmation".
    standing: String,
    /// The digest of the record it was made from, in hex.
    digest: String,
    blocks: Vec<Block>,
    /// The same facts as data, under the names of `interface.md` part 4.
    facts: serde_json::Value,
    /// The same facts as a table, where they make one.
    sheet: Option<Sheet>,
    /// What of it belongs in a calendar.
    dates: Vec<CalendarEntry>,
}

/// A piece of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// The head of a minute or a part.
    Heading {
        /// How deep: 2 for a minute or a part, 3 for a part of one.
        level: u8,
        /// Its number, as "36/26".
        number: String,
        /// Its words, in sentence case; formats that want capitals make them.
        text: String,
        /// What stands beside it, as "(Agenda Item 6)".
        aside: String,
    },
    /// A paragraph.
    Para(String),
    /// A remark of the clerk's in brackets: who came or went, and when.
    Aside(String),
    /// Labelled lines: "Voting Members:" and the names under it.
    Roll(Vec<(String, Vec<String>)>),
    /// What was decided, set apart from the talk.
    Resolution {
        /// The verb and what goes with it: "RESOLVED (unanimously):".
        lead: String,
        /// What was decided; lettered (a), (b) … where there are several.
        limbs: Vec<String>,
        /// What follows it: a vote noted on request, reasons.
        tail: String,
    },
    /// Somebody is to do something.
    Action {
        /// "A/26/14".
        reference: String,
        /// What is to be done.
        text: String,
        /// By whom.
        owner: String,
        /// By when, in words: "by 30 June 2026".
        due: String,
    },
    /// Rows under headed columns.
    Table {
        /// What it shows.
        caption: String,
        /// The heads of the columns.
        head: Vec<String>,
        /// The rows, each as long as the head.
        rows: Vec<Vec<String>>,
    },
    /// Bullets.
    List(Vec<String>),
    /// A count by status, drawn as bars where the format can, and always said
    /// in words.
    Chart {
        /// What it shows.
        caption: String,
        /// Each bar: its label and its parts, as (word, count).
        bars: Vec<(String, Vec<(String, u32)>)>,
    },
    /// Room for the signature of whoever presides when minutes are confirmed.
    Signature,
}

/// A document's facts as a table for a spreadsheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// The names of the columns.
    pub columns: Vec<String>,
    /// The rows, each as long as the columns.
    pub rows: Vec<Vec<String>>,
}

/// A day that belongs in a calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarEntry {
    /// A name that is the same in every export of the same thing.
    pub uid: String,
    /// What it is.
    pub summary: String,
    /// More about it.
    pub detail: String,
    /// Where.
    pub place: String,
    /// The day.
    pub day: chrono::NaiveDate,
    /// The time of day, if it has one.
    pub start: Option<chrono::NaiveTime>,
    /// For something to be done: how far it has gone, as iCalendar says it.
    pub todo: Option<&'static str>,
}

impl Document {
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

    /// The lines under the title.
    #[must_use]
    pub fn heading(&self) -> &[String] {
        &self.heading
    }

    /// What every page says of its standing.
    #[must_use]
    pub fn standing(&self) -> &str {
        &self.standing
    }

    /// The digest of the record it was made from.
    #[must_use]
    pub fn digest(&self) -> &str {
        &self.digest
    }

    /// The body, in order.
    #[must_use]
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// The facts as data.
    #[must_use]
    pub fn facts(&self) -> &serde_json::Value {
        &self.facts
    }

    /// The facts as a table, where they make one.
    #[must_use]
    pub fn sheet(&self) -> Option<&Sheet> {
        self.sheet.as_ref()
    }

    /// What of it belongs in a calendar.
    #[must_use]
    pub fn dates(&self) -> &[CalendarEntry] {
        &self.dates
    }
}
