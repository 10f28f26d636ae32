//! What was found in a paper, where, and what was not understood.

use serde::ser::{Serialize, SerializeMap as _, SerializeStruct as _, Serializer};

use super::PaperKind;

/// Something said about a place in the paper.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Remark {
    /// Where: "line 88", "table 3, row 2", "sheet Targets, row 5".
    #[serde(rename = "where")]
    pub place: String,
    /// What.
    pub text: String,
}

impl Remark {
    /// Says `text` about `place`.
    #[must_use]
    pub fn new(place: impl Into<String>, text: impl Into<String>) -> Self {
        Self { place: place.into(), text: text.into() }
    }
}

/// What keeps some of a paper out of the book, the lightest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Hindrance {
    /// It says otherwise than the book, which is kept.
    Differs,
    /// Rows of it could be filed under nothing.
    Unfiled,
    /// It is not known which meeting it belongs to.
    Unplaced,
}

/// What reading a paper came to: everything the clerk should see before
/// anything is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// The name of the file.
    pub file: String,
    /// What sort of paper it was read as.
    pub kind: PaperKind,
    /// Why it was taken for that, if nobody said.
    pub why: String,
    /// How many of what, in the order first counted.
    pub found: Vec<(&'static str, u32)>,
    /// Each thing found, with its place, for the preview.
    pub facts: Vec<Remark>,
    /// What the clerk should look at.
    pub warnings: Vec<Remark>,
    /// What was not understood, or not read in on purpose.
    pub unread: Vec<Remark>,
    /// What keeps some of it out of the book, the weightiest if several do.
    pub hindrance: Option<Hindrance>,
    /// Whether it has been written into the book.
    pub written: bool,
}

impl Report {
    /// An empty report on `file`.
    #[must_use]
    pub fn new(file: &str, kind: PaperKind, why: String) -> Self {
        Self {
            file: file.to_owned(),
            kind,
            why,
            found: vec![],
            facts: vec![],
            warnings: vec![],
            unread: vec![],
            hindrance: None,
            written: false,
        }
    }

    /// Counts `more` of `what`.
    pub fn count(&mut self, what: &'static str, more: usize) {
        let more = u32::try_from(more).unwrap_or(u32::MAX);
        match self.found.iter_mut().find(|(word, _)| *word == what) {
            Some((_, count)) => *count = count.saturating_add(more),
            None => self.found.push((what, more)),
        }
    }

    /// How many of `what` were found.
    #[must_use]
    pub fn counted(&self, what: &str) -> u32 {
        self.found.iter().find(|(word, _)| *word == what).map_or(0, |(_, count)| *count)
    }

    /// What the paper was read as, and why.
    #[must_use]
    pub fn read_as(&self) -> String {
        format!("{}: read as {} ({})", self.file, self.kind.word(), self.why)
    }

    /// How many of what were found, in a sentence.
    #[must_use]
    pub fn counts(&self) -> String {
        let words = |(word, n): &(&str, u32)| match n {
            1 => format!("1 {}", of_one(word)),
            n => format!("{n} {word}"),
        };
        let counts: Vec<String> = self.found.iter().map(words).collect();
        let found = if counts.is_empty() { "nothing".to_owned() } else { counts.join(", ") };
        format!("Found: {found}.")
    }

    /// What the clerk should look at, and what was not read, under their titles;
    /// a title with nothing under it is left out.
    pub fn remarks(&self) -> impl Iterator<Item = (&'static str, &[Remark])> {
        [("Please look at:", &self.warnings), ("Not read:", &self.unread)]
            .into_iter()
            .map(|(title, remarks)| (title, remarks.as_slice()))
            .filter(|(_, remarks)| !remarks.is_empty())
    }

    /// Whether what was found has no place in the book until the clerk says where.
    #[must_use]
    pub fn is_homeless(&self) -> bool {
        let hindered = matches!(self.hindrance, Some(Hindrance::Unplaced | Hindrance::Unfiled));
        hindered && !self.written && !self.found.is_empty()
    }

    /// Why there is nothing to write, where there is not.
    #[must_use]
    pub fn nothing_new(&self) -> &'static str {
        match self.hindrance {
            _ if self.found.is_empty() => "there is nothing in it that the book keeps",
            Some(Hindrance::Unplaced) => "it does not say which meeting it belongs to",
            Some(Hindrance::Unfiled) => "none of it could be filed, for the reasons above",
            Some(Hindrance::Differs) => "where it says otherwise than the book, the book is kept",
            None => "the book has it all already",
        }
    }

    /// What can be done on the command line about what hinders the paper.
    #[must_use]
    pub fn remedy(&self) -> &'static str {
        match self.hindrance {
            Some(Hindrance::Unfiled) => {
                "Say in the paper which partnership each row is of, and import it again."
            }
            _ => "Name its meeting with --meeting.",
        }
    }

    /// Tells of something found.
    pub fn fact(&mut self, place: impl Into<String>, text: impl Into<String>) {
        self.facts.push(Remark::new(place, text));
    }

    /// Tells that `said` is nearly `near`, which the book has, and as what it was
    /// taken instead.
    pub(super) fn nearly(&mut self, place: impl Into<String>, said: &str, near: &str, taken: &str) {
        self.warn(
            place,
            format!("\u{201c}{said}\u{201d} is nearly \u{201c}{near}\u{201d}; taken as {taken}"),
        );
    }

    /// Tells of something to look at.
    pub fn warn(&mut self, place: impl Into<String>, text: impl Into<String>) {
        self.warnings.push(Remark::new(place, text));
    }

    /// Notes what keeps some of it out of the book.
    pub fn hinder(&mut self, hindrance: Hindrance) {
        self.hindrance = self.hindrance.max(Some(hindrance));
    }

    /// Tells where it says otherwise than the book, which is kept.
    pub fn keep(&mut self, place: impl Into<String>, text: impl Into<String>) {
        self.hinder(Hindrance::Differs);
        self.warn(place, format!("{}; the book is kept", text.into()));
    }

    /// Tells of something not read in.
    pub fn pass(&mut self, place: impl Into<String>, text: impl Into<String>) {
        self.unread.push(Remark::new(place, text));
    }
}

impl Serialize for Report {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut out = to.serialize_struct("Report", 8)?;
        out.serialize_field("file", &self.file)?;
        out.serialize_field("kind", self.kind.word())?;
        out.serialize_field("why", &self.why)?;
        out.serialize_field("found", &Counts(&self.found))?;
        out.serialize_field("facts", &self.facts)?;
        out.serialize_field("warnings", &self.warnings)?;
        out.serialize_field("unread", &self.unread)?;
        out.serialize_field("written", &self.written)?;
        out.end()
    }
}

/// What is counted as `word`, said of one: "new bodies" is "new body".
fn of_one(word: &str) -> String {
    let ends = [("people", "person"), ("ies", "y"), ("s", "")];
    let found = ends.into_iter().find_map(|(many, one)| Some((word.strip_suffix(many)?, one)));
    found.map_or_else(|| word.to_owned(), |(stem, one)| format!("{stem}{one}"))
}

struct Counts<'a>(&'a [(&'static str, u32)]);

impl Serialize for Counts<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut out = to.serialize_map(Some(self.0.len()))?;
        for (what, count) in self.0 {
            out.serialize_entry(&what.replace(' ', "_"), count)?;
        }
        out.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_of_a_thing_is_not_several() {
        let mut report = Report::new("agenda.txt", PaperKind::Agenda, String::new());
        for (what, n) in [("items", 7), ("new bodies", 1), ("new people", 1), ("present", 1)] {
            report.count(what, n);
        }
        assert_eq!(report.counts(), "Found: 7 items, 1 new body, 1 new person, 1 present.");
    }
}
