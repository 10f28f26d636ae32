//! The sample book: two boards, two committees and the governance schedule of
//! July 2010, ready to be filed in an empty book.

use chrono::NaiveDate;
use toml::{Table, Value};

use crate::model::{
    Action, Appointment, Attendance, Body, Decision, Driver, Edition, Finding, Interest, Item,
    Link, LinkKind, Meeting, Minute, Misprint, Motion, Movement, Organisation, Partnership, Person,
    PlanEntry, Point, Presiding, Priority, Recommendation, Record, Response, Seat, Summary, Target,
    TargetResult, Update, Vote,
};

/// The sample book, whole.
///
/// Its facts come from five published papers and the rest is invented; `about`
/// says which is which. Names and ranks are fixed, so that the same sample is
/// made every time: a book that takes it in has to go on above its highest rank.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sample {
    /// What filing it is called in the history.
    pub said: String,
    /// What the book says about itself, a paragraph to a line.
    pub about: String,
    /// Every row, each before those that hang on it, except for links.
    pub rows: Vec<Record>,
}

/// The meeting of the sample that waits to be minuted.
pub const MEETING: &str = "spsc-2010-07-22";

/// The day it is held.
pub const DAY: Option<NaiveDate> = NaiveDate::from_ymd_opt(2010, 7, 22);

/// Why the sample could not be made. The data is part of the program, so each
/// of these is a mistake in the program.
#[derive(Debug, thiserror::Error)]
pub enum SampleError {
    /// A file of the sample is not TOML.
    #[error("The sample's file {file} cannot be read: {source}.")]
    Unreadable {
        /// Which file.
        file: &'static str,
        /// What is wrong with it.
        source: Box<toml::de::Error>,
    },
    /// What is written lacks something its kind of row must have, or says it
    /// wrongly.
    #[error("The sample's {kind} \"{id}\" is not a whole row: {source}.")]
    Unfit {
        /// The table it was meant for.
        kind: &'static str,
        /// Its name, as far as it has one.
        id: String,
        /// What is wrong with it.
        source: Box<toml::de::Error>,
    },
    /// What is written says something its kind of row has no place for.
    #[error("The sample says \"{key}\" of \"{of}\", which has no such thing.")]
    Strange {
        /// What is said.
        key: String,
        /// Of which row or file.
        of: String,
    },
}

macro_rules! files {
    ($($name:literal),+ $(,)?) => {
        &[$(($name, include_str!(concat!("../../assets/sample/", $name)))),+]
    };
}

/// The files that hold rows, in the order they are read.
const FILES: &[(&str, &str)] = files![
    "people.toml",
    "bodies.toml",
    "schedule.toml",
    "cgsc-2007-03-27.toml",
    "opb-2010-02-24.toml",
    "spsc-2010-05-20.toml",
    "opb-2010-07-14.toml",
    "spsc-2010-07-22.toml",
    "spsc-2010-09-23.toml",
    "recommendations.toml",
    "targets.toml",
    "drivers.toml",
    "findings.toml",
    "plan.toml",
];

/// What every row holds unless it says otherwise, for each kind.
const BLANKS: (&str, &str) = ("blanks.toml", include_str!("../../assets/sample/blanks.toml"));

/// What the book says of itself.
const BOOK: (&str, &str) = ("book.toml", include_str!("../../assets/sample/book.toml"));

/// Makes a row of one kind from what is written of it.
type Make = fn(Value) -> Result<Record, toml::de::Error>;

/// Each kind of row: its table, the mark its name takes after its parent's when
/// none is written, and what makes it. A minute goes by its item's own name.
///
/// Rows written inside another are made, and so ranked, in this order: within
/// an item, that is the order in which a meeting comes to them.
const KINDS: &[(&str, &str, Make)] = &[
    ("organisation", "", make::<Organisation>),
    ("person", "", make::<Person>),
    ("body", "", make::<Body>),
    ("seat", "s", make::<Seat>),
    ("appointment", "m", make::<Appointment>),
    ("edition", "", make::<Edition>),
    ("partnership", "", make::<Partnership>),
    ("summary", "", make::<Summary>),
    ("point", "", make::<Point>),
    ("response", "", make::<Response>),
    ("misprint", "x", make::<Misprint>),
    ("meeting", "", make::<Meeting>),
    ("attendance", "at", make::<Attendance>),
    ("presiding", "ch", make::<Presiding>),
    ("item", "", make::<Item>),
    ("minute", "", make::<Minute>),
    ("interest", "i", make::<Interest>),
    ("movement", "mv", make::<Movement>),
    ("motion", "mo", make::<Motion>),
    ("vote", "v", make::<Vote>),
    ("decision", "d", make::<Decision>),
    ("action", "a", make::<Action>),
    ("action_update", "u", make::<Update>),
    ("recommendation", "", make::<Recommendation>),
    ("priority", "", make::<Priority>),
    ("target", "t", make::<Target>),
    ("result", "r", make::<TargetResult>),
    ("driver", "", make::<Driver>),
    ("finding", "", make::<Finding>),
    ("plan", "", make::<PlanEntry>),
];

/// What a row says that also holds of the rows written inside it.
const HANDED_DOWN: &[&str] = &["body", "person"];

/// What is written of the book itself.
#[derive(serde::Deserialize)]
struct Book {
    said: String,
    about: String,
}

/// Makes the sample book.
pub fn sample() -> Result<Sample, SampleError> {
    let book: Book =
        Value::Table(parse(BOOK)?).try_into().map_err(|source| unfit("book", BOOK.0, source))?;
    let mut reader = Reader { blanks: parse(BLANKS)?, rank: 0, rows: vec![] };
    for file in FILES {
        let (strange, groups) = part(parse(*file)?);
        if let Some(key) = strange.keys().next() {
            return Err(SampleError::Strange { key: key.clone(), of: file.0.to_owned() });
        }
        reader.read(groups, &Handed::default())?;
    }
    Ok(Sample { said: book.said, about: book.about, rows: reader.rows })
}

fn parse((file, text): (&'static str, &str)) -> Result<Table, SampleError> {
    text.parse().map_err(|source| SampleError::Unreadable { file, source: Box::new(source) })
}

fn make<T>(row: Value) -> Result<Record, toml::de::Error>
where
    T: serde::de::DeserializeOwned + Into<Record>,
{
    row.try_into::<T>().map(Into::into)
}

/// Parts what a row says of itself from the rows written inside it.
fn part(written: Table) -> (Table, Table) {
    written.into_iter().partition(|(key, value)| {
        !KINDS.iter().any(|(kind, ..)| kind == key) || matches!(value, Value::String(_))
    })
}

/// What a row hands to the rows written inside it.
#[derive(Clone, Default)]
struct Handed {
    /// The row's own name, which theirs are made from.
    parent: String,
    /// What holds of them too.
    fields: Table,
}

/// Turns what is written into rows, ranking them as it goes.
struct Reader {
    blanks: Table,
    rank: i64,
    rows: Vec<Record>,
}

impl Reader {
    /// Reads rows of every kind, given what holds of them all.
    fn read(&mut self, mut groups: Table, handed: &Handed) -> Result<(), SampleError> {
        for kind in KINDS {
            let rows = match groups.remove(kind.0) {
                None => continue,
                Some(Value::Array(rows)) => rows,
                Some(row) => vec![row],
            };
            for (n, row) in (1..).zip(rows) {
                let Value::Table(written) = row else {
                    return Err(SampleError::Strange { key: row.to_string(), of: kind.0.into() });
                };
                self.read_row(*kind, n, written, handed)?;
            }
        }
        Ok(())
    }

    /// Reads the `n`th row of its kind in its place, with the rows inside it.
    fn read_row(
        &mut self,
        (kind, mark, make): (&'static str, &str, Make),
        n: u32,
        written: Table,
        handed: &Handed,
    ) -> Result<(), SampleError> {
        let (mut own, inside) = part(written);
        let ties: Vec<(LinkKind, Value)> = LinkKind::ALL
            .iter()
            .filter_map(|tie| own.remove(tie.word()).map(|ends| (*tie, ends)))
            .collect();
        let row = self.filled(kind, mark, n, &own, handed);
        let id = text(&row, "id");
        let record = make(Value::Table(row)).map_err(|source| unfit(kind, &id, source))?;
        let kept = Table::try_from(&record).unwrap_or_default();
        if let Some(key) = own.keys().find(|key| !kept.contains_key(*key)) {
            return Err(SampleError::Strange { key: key.clone(), of: id });
        }
        self.rows.push(record);
        let mut fields = handed.fields.clone();
        fields.extend(own.into_iter().filter(|(key, _)| HANDED_DOWN.contains(&key.as_str())));
        fields.insert(kind.into(), Value::String(id.clone()));
        let handing = Handed { parent: id, fields };
        for (tie, ends) in ties {
            self.tie(tie, ends, &handing)?;
        }
        self.read(inside, &handing)
    }

    /// The row as it is to be made: what is written, over what is handed down,
    /// over what its kind holds when nothing is said.
    fn filled(&mut self, kind: &str, mark: &str, n: u32, own: &Table, handed: &Handed) -> Table {
        self.rank = self.rank.saturating_add(1);
        let parent = &handed.parent;
        let id = if kind == "minute" { parent.clone() } else { format!("{parent}-{mark}{n}") };
        let mut row = match self.blanks.get(kind) {
            Some(Value::Table(blank)) => blank.clone(),
            _ => Table::new(),
        };
        row.extend(handed.fields.clone());
        row.insert("id".into(), Value::String(id));
        row.insert("rank".into(), Value::Integer(self.rank));
        row.extend(own.clone());
        // An item was taken before whatever was done under it.
        if let Some(taken) = row.get_mut("taken") {
            *taken = Value::Integer(self.rank);
        }
        row
    }

    /// Ties the row that hands down to each of `ends`.
    fn tie(&mut self, kind: LinkKind, ends: Value, from: &Handed) -> Result<(), SampleError> {
        let ends: Vec<String> =
            ends.try_into().map_err(|source| unfit("link", &from.parent, source))?;
        let meeting = from.fields.get("meeting").and_then(Value::as_str).map(Into::into);
        self.rows.extend(ends.into_iter().map(|to| {
            Record::from(Link {
                id: format!("{}-{to}", from.parent).as_str().into(),
                from_id: from.parent.clone(),
                to_id: to,
                kind,
                meeting: meeting.clone(),
            })
        }));
        Ok(())
    }
}

fn unfit(kind: &'static str, id: &str, source: toml::de::Error) -> SampleError {
    SampleError::Unfit { kind, id: id.to_owned(), source: Box::new(source) }
}

fn text(table: &Table, key: &str) -> String {
    table.get(key).and_then(Value::as_str).unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests;
