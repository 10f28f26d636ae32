//! The pieces a document is made of.

use chrono::{NaiveDate, NaiveTime};

use crate::model::SafeText;

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
    /// Labelled lines: "Voting Members" and the names under it.
    Roll {
        /// How deep its title stands, as a heading's.
        level: u8,
        /// What the whole is: "Present".
        title: String,
        /// Each label, without its colon, and its lines.
        rows: Vec<(String, Vec<String>)>,
    },
    /// What was decided, set apart from the talk.
    Resolution {
        /// The verb and what goes with it: "RESOLVED (unanimously):".
        lead: String,
        /// What was decided.
        limbs: Vec<Limb>,
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
        /// The rows, each as long as the head. A cell's lines are paragraphs.
        rows: Vec<Vec<String>>,
    },
    /// Bullets.
    List(Vec<String>),
    /// A count by status, drawn as bars where the format can, and always said
    /// in words.
    Chart {
        /// What it shows.
        caption: String,
        /// Each bar: its label and its parts, as (word, count). No parts means
        /// that nothing is known.
        bars: Vec<(String, Vec<(String, u32)>)>,
    },
    /// Room for the signature of whoever presides when minutes are confirmed.
    Signature,
}

/// One thing of several decided together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limb {
    /// Its letter in brackets, "(a)"; empty where there is only one.
    pub letter: String,
    /// Its words, with their stop.
    pub text: String,
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
    /// The day; for something to be done, the day it is due, if it has one.
    pub day: Option<NaiveDate>,
    /// The time of day by the clock of the place, if it has one.
    pub start: Option<NaiveTime>,
    /// Whether it will not take place.
    pub cancelled: bool,
    /// For something to be done: how far it has gone, as iCalendar says it.
    pub todo: Option<&'static str>,
}

fn line(text: &mut String) {
    *text = SafeText::line(text).into_cow().into_owned();
}

fn lines(text: &mut String) {
    *text = SafeText::of(text).into_cow().into_owned();
}

impl Block {
    /// `table`, or `none` where it has no rows: bare heads say nothing.
    pub(super) fn table_or(none: &str, table: Self) -> Self {
        match &table {
            Self::Table { rows, .. } if rows.is_empty() => Self::Para(none.to_owned()),
            _ => table,
        }
    }

    pub(super) fn clean(&mut self) {
        match self {
            Self::Heading { number, text, aside, .. } => {
                [number, text, aside].into_iter().for_each(line);
            }
            Self::Para(text) | Self::Aside(text) => line(text),
            Self::Roll { title, rows, .. } => {
                line(title);
                for (label, names) in rows {
                    line(label);
                    names.iter_mut().for_each(line);
                }
            }
            Self::Resolution { lead, limbs, tail } => {
                line(lead);
                line(tail);
                for limb in limbs {
                    line(&mut limb.text);
                }
            }
            Self::Action { reference, text, owner, due } => {
                [reference, text, owner, due].into_iter().for_each(line);
            }
            Self::Table { caption, head, rows } => {
                line(caption);
                head.iter_mut().for_each(line);
                rows.iter_mut().flatten().for_each(lines);
            }
            Self::List(points) => points.iter_mut().for_each(line),
            Self::Chart { caption, bars } => {
                line(caption);
                for (label, parts) in bars {
                    line(label);
                    for (word, _) in parts {
                        line(word);
                    }
                }
            }
            Self::Signature => {}
        }
    }
}

impl Sheet {
    pub(super) fn clean(&mut self) {
        self.columns.iter_mut().chain(self.rows.iter_mut().flatten()).for_each(lines);
    }
}

impl CalendarEntry {
    pub(super) fn clean(&mut self) {
        [&mut self.uid, &mut self.summary, &mut self.place].into_iter().for_each(line);
        lines(&mut self.detail);
    }
}
