//! Lines the clerk types, read into entries.
//!
//! The editor, the one-key forms and `record` all read lines here, so a line
//! means the same wherever it is typed.

mod action;
mod agenda;
mod arrange;
mod aside;
mod bloc;
mod call_in;
mod chair;
mod clock;
mod correction;
mod decision;
mod defer;
mod election;
mod field;
mod interest;
mod limb;
mod line;
mod minutes;
mod motion;
mod name;
mod notice;
mod people;
mod promise;
mod prose;
mod put;
mod referral;
mod report;
mod run;
mod said;
mod schedule;
mod setup;
mod snippet;
mod tie;
mod verb;
mod vote;
mod when;

use crate::model::day::Stamp;
use crate::model::{Entry, ItemId, MeetingStatus, Mint, PersonId, Sitting, paragraph_count};
use crate::rules;

pub use arrange::altering;
pub use decision::likely;
pub use line::{LINES, Line, after_a_time, line_named, running_words};
pub use name::{completions, told_apart, unmistakable};
pub use prose::meant;
pub use run::{Step, begin, step};
pub use schedule::{
    Part, Registered, SCHEDULE_LINES, ScheduleLine, is_of_schedule, lines_of, read_schedule,
    schedule_line_named,
};
pub use setup::{SETUP_LINES, SetupLine, Shelf, read_setup};
pub use snippet::{snippet_key, snippets, unfold};
pub use tie::suggested;
pub use when::{Due, day, due, time};

/// Where and when a line is typed.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    /// The meeting as it stands.
    pub sitting: &'a Sitting,
    /// The item the line is about.
    pub item: Option<&'a ItemId>,
    /// After how many paragraphs of its minute.
    pub paragraph: u32,
    /// Now.
    pub now: Stamp,
}

/// What a line means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// What it would put on record, in order.
    pub entries: Vec<Entry>,
    /// What that is, in words, for the preview.
    pub preview: String,
}

impl Reading {
    /// That of a line which asks for something, and puts nothing on record.
    fn answer(preview: impl Into<String>) -> Self {
        Self { entries: Vec::new(), preview: preview.into() }
    }

    /// This, with a sentence more for the clerk, which goes on no record.
    fn and(self, more: &str) -> Self {
        let preview = format!("{} {more}", self.preview).trim_end().to_owned();
        Self { preview, ..self }
    }
}

/// Why a line cannot be put on record as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unclear {
    /// More has to be typed.
    Unfinished {
        /// What is still wanted, in words.
        wants: String,
    },
    /// A name could mean several people.
    Which {
        /// The name as typed.
        said: String,
        /// Who could be meant.
        people: Vec<PersonId>,
    },
    /// Something in it is wrong.
    Wrong {
        /// What, in a sentence.
        text: String,
        /// What to do about it, in a sentence.
        hint: String,
    },
}

impl Unclear {
    /// The whole of it on one line, where no name of a person is in it.
    #[must_use]
    pub fn in_words(&self) -> String {
        match self {
            Self::Unfinished { wants } => format!("This line still wants {wants}."),
            Self::Which { said, .. } => format!("\"{said}\" could be several people."),
            Self::Wrong { text, hint } => format!("{text} {hint}").trim_end().to_owned(),
        }
    }

    /// The whole of it on one line, for the foot of a screen or standard error.
    #[must_use]
    pub fn in_full(&self, sitting: &Sitting) -> String {
        match self {
            Self::Unfinished { wants } => format!("This line still wants {wants}."),
            Self::Which { said, people } => {
                let names = told_apart(sitting, &people[..people.len().min(6)]);
                format!("\"{said}\" could be {}. Type more of the name.", names.join(" or "))
            }
            Self::Wrong { text, hint } if hint.is_empty() => text.clone(),
            Self::Wrong { text, hint } => format!("{text} {hint}"),
        }
    }
}

/// The result of reading a line.
pub type Read = Result<Reading, Unclear>;

/// Whether `line` is a capture line and not narrative: it begins with a dot and
/// a letter.
#[must_use]
pub fn is_capture(line: &str) -> bool {
    opened(line).is_some()
}

/// The word of a capture line, and what stands after it. A slip of the shift key,
/// a second dot or a space after it does not make a note for the clerk alone a
/// paragraph for everybody.
fn opened(line: &str) -> Option<(&str, &str)> {
    let one = line.trim_start().strip_prefix('.')?;
    let bare = one.strip_prefix('.').unwrap_or(one).trim_start();
    let (word, rest) = bare.split_once(char::is_whitespace).unwrap_or((bare, ""));
    let plain = one.starts_with(|c: char| c.is_ascii_alphabetic());
    let known = || line_named(&word.to_ascii_lowercase()).is_some();
    (plain || known()).then_some((word, rest))
}

/// Reads a capture line.
///
/// A line that needs the meeting to be sitting, on one not yet begun, begins it
/// first and takes up the item; the preview says so.
pub fn read(line: &str, place: &Place<'_>, mint: &mut Mint) -> Read {
    let typed = line.trim();
    let (word, rest) = match opened(typed) {
        Some(opened) => opened,
        None if typed == "." => ("", ""),
        None => {
            return Err(wrong(
                "That is not a capture line.",
                "One begins with a dot and a word, as \".in\".",
            ));
        }
    };
    let word = &word.to_ascii_lowercase();
    let Some(known) = line_named(word) else {
        if schedule_line_named(word).is_some() {
            return Err(wrong(
                format!("\".{word}\" is a line of the schedule."),
                "Type it on the schedule page (g s), or after \"minutebook record\".",
            ));
        }
        return Err(unknown(word));
    };
    if known.shape.is_empty() && !rest.trim().is_empty() {
        return Err(wrong(
            format!("\".{word}\" takes nothing after it."),
            "It is about the item you are at; step to another first.",
        ));
    }
    let asked = place;
    // What is done before the meeting is of the day it is done.
    let ahead = known.ahead && !place.sitting.meeting.status.has_begun();
    let place = &if ahead { *place } else { place.by_the_meetings_clock() };
    let before = if known.prepares { Vec::new() } else { run::ready(place, known.on_item, mint) };
    let mut reading = (known.read)(rest.trim(), place, mint)?;
    if place.now != asked.now && !run::tells_when(known.word, rest.trim()) {
        run::forget_times(&mut reading, place.now)?;
    }
    Ok(run::made_ready(before, reading, place.sitting))
}

/// Where every line is told: in a field "?" is a letter like any other.
const LISTED: &str = "Every line is in the manual, and under ? on a meeting.";

fn unknown(word: &str) -> Unclear {
    if word.is_empty() {
        return Unclear::Unfinished {
            wants: "a word, as .in .out .d .a .v (Esc, then ? lists them)".into(),
        };
    }
    if LINES.iter().any(|line| line.word.starts_with(word)) {
        return Unclear::Unfinished { wants: "the rest of its first word".into() };
    }
    wrong(format!("There is no line \".{word}\"."), nearest(word))
}

/// What a line nobody knows may have been meant as.
fn nearest(word: &str) -> String {
    // A letter or two may be a slip of anything.
    if word.len() < 3 {
        return LISTED.into();
    }
    let all = LINES.iter().map(|line| line.word).chain(MEANT.iter().map(|(word, _)| *word));
    let near = all
        .map(|known| (strsim::osa_distance(word, known), known))
        .filter(|(slips, known)| *slips <= known.len().min(word.len()) / 3 + 1)
        .min()
        .map(|(_, known)| known);
    let meant = near.map(|near| MEANT.iter().find(|(word, _)| *word == near).map_or(near, |m| m.1));
    match meant {
        Some(meant) => format!("Did you mean \".{meant}\"? {LISTED}"),
        None => LISTED.into(),
    }
}

/// Words that clerks type for lines that go by another.
const MEANT: &[(&str, &str)] = &[
    ("absence", "apol"),
    ("action", "a"),
    ("amend", "am"),
    ("amendment", "am"),
    ("apologies", "apol"),
    ("arrive", "in"),
    ("complete", "done"),
    ("decision", "d"),
    ("interest", "int"),
    ("leave", "out"),
    ("left", "out"),
    ("motion", "m"),
    ("move", "m"),
    ("note", "priv"),
    ("present", "in"),
    ("reason", "why"),
    ("reasons", "why"),
    ("resolved", "d"),
    ("vote", "v"),
];

/// Refuses to bring what was done under exempt business into the open: what it
/// was, in words, and whether it was exempt.
fn public_business(place: &Place<'_>, exempt: bool, what: &str) -> Result<(), Unclear> {
    let open = place.sitting.item(item(place)?).is_some_and(|item| item.exempt.is_open());
    if !exempt || !open {
        return Ok(());
    }
    Err(wrong(
        format!("{what} under exempt business, and this item is open."),
        "Do it under an exempt item, or make this one exempt with \".exempt PARAGRAPH\" first.",
    ))
}

/// After how many paragraphs of an item something stands that comes after all of it so
/// far: after what stands below all that will be written, where anything does.
#[must_use]
pub fn foot_of(sitting: &Sitting, item: &ItemId) -> u32 {
    let last = |on: Option<&ItemId>, place: u32| on == Some(item) && place == u32::MAX;
    let below = sitting.motions.iter().any(|row| last(Some(&row.item), row.place))
        || sitting.votes.iter().any(|row| last(Some(&row.item), row.place))
        || sitting.decisions.iter().any(|row| last(Some(&row.item), row.place))
        || sitting.actions.iter().any(|row| last(Some(&row.item), row.place))
        || sitting.movements.iter().any(|row| last(row.item.as_ref(), row.place));
    if below { u32::MAX } else { paragraph_count(sitting.text_of(item)) }
}

fn wrong(text: impl Into<String>, hint: impl Into<String>) -> Unclear {
    Unclear::Wrong { text: text.into(), hint: hint.into() }
}

fn wants<T>(what: impl Into<String>) -> Result<T, Unclear> {
    Err(Unclear::Unfinished { wants: what.into() })
}

fn one(entry: Entry, preview: impl Into<String>) -> Reading {
    Reading { entries: vec![entry], preview: preview.into() }
}

/// The parts of a list as clerks type one: "A, B and C".
fn listed(text: &str) -> impl Iterator<Item = &str> {
    text.split(',').flat_map(|part| part.split(" and ")).map(str::trim).filter(|p| !p.is_empty())
}

/// The item the line is about, which it must have.
fn item<'a>(place: &Place<'a>) -> Result<&'a ItemId, Unclear> {
    place.item.ok_or_else(|| {
        wrong("No item is being discussed.", "Step to one with \".next\" or \".item 5\".")
    })
}

/// The one person meant by `said`.
fn person(place: &Place<'_>, said: &str) -> Result<PersonId, Unclear> {
    let said = said.trim();
    match name::person(place.sitting, said) {
        _ if said.is_empty() => wants("a name"),
        name::Meant::One(id) => Ok(id),
        name::Meant::Many(people) => Err(Unclear::Which { said: said.to_owned(), people }),
        name::Meant::Nobody => Err(wrong(
            format!("Nobody in the book is called \"{said}\"."),
            "Check the spelling, or add the person on the page of bodies and people.",
        )),
    }
}

impl Place<'_> {
    /// The same place, at the time to put on record. A meeting minuted on another day
    /// has no clock but its record: what happens in it happens when the last thing on
    /// record did, until the clerk gives a time. One that is adjourned may go on
    /// another day.
    fn by_the_meetings_clock(&self) -> Self {
        let meeting = &self.sitting.meeting;
        let latest = clock::last_on_record(self.sitting);
        let sits_today = [Some(meeting.date), latest.map(|at| at.date_naive())]
            .contains(&Some(self.now.date_naive()));
        // What is told of its actions once the minutes are out is of the day it is told.
        let over = rules::locked(meeting).is_some();
        // Before it began, the clock is of no help either.
        let sits_today = sits_today && meeting.began_at.is_none_or(|began| self.now >= began);
        if sits_today || over || meeting.status == MeetingStatus::Adjourned {
            return *self;
        }
        let time = meeting.start.unwrap_or_else(|| self.now.time());
        let opens = meeting.date.and_time(time).and_local_timezone(self.now.timezone()).earliest();
        Self { now: latest.or(opens).unwrap_or(self.now), ..*self }
    }
}

impl<'a> Place<'a> {
    /// The same place, for what ends a meeting that stands adjourned and has not gone on:
    /// that is of the day it broke off.
    fn of_the_day_it_broke_off(&self) -> Place<'a> {
        let open = self.sitting.broken_off();
        let adjourned = self.sitting.meeting.status == MeetingStatus::Adjourned;
        let other = |at: &Stamp| at.date_naive() != self.now.date_naive();
        let then = open.map(|broken_off| broken_off.from_at).filter(other);
        Place { now: then.filter(|_| adjourned).unwrap_or(self.now), ..*self }
    }
}
