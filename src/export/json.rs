//! A document's facts as JSON.

use std::cell::Cell;
use std::io::{self, Write};

use serde::ser::{Error as _, Serialize, SerializeMap, SerializeSeq as _, Serializer};
use serde_json::Value;
use serde_json::ser::PrettyFormatter;

use super::{Error, failed};
use crate::document::Document;
use crate::model::plain_json;

/// Writes the facts of `document`, with its standing and digest beside them.
pub(super) fn write(document: &Document, out: &mut dyn Write) -> Result<(), Error> {
    let mut to = serde_json::Serializer::pretty(Plain(out));
    let written = facts(document, &mut to);
    written.map_err(io::Error::from).and_then(|()| writeln!(out)).map_err(failed("JSON"))
}

fn facts(
    document: &Document,
    to: &mut serde_json::Serializer<Plain<'_>, PrettyFormatter<'_>>,
) -> serde_json::Result<()> {
    let made = serde_json::json!({
        "product": "minutebook",
        "what": document.what(),
        "title": document.title(),
        "date": document.date(),
        "standing": document.standing(),
        "digest": document.digest(),
    });
    let mut all = to.serialize_map(None)?;
    match document.facts().as_object() {
        Some(facts) => facts.iter().try_for_each(|(name, fact)| all.serialize_entry(name, fact))?,
        None => all.serialize_entry(document.what(), document.facts())?,
    }
    if let Some(meetings) = document.facts_of_meetings() {
        all.serialize_entry("meetings", &Each(Cell::new(Some(meetings))))?;
    }
    all.serialize_entry("document", &made)?;
    SerializeMap::end(all)
}

/// Values that are come by one at a time; they are written once.
struct Each<I>(Cell<Option<I>>);

impl<I: Iterator<Item = io::Result<Value>>> Serialize for Each<I> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut all = to.serialize_seq(None)?;
        for value in self.0.take().into_iter().flatten() {
            all.serialize_element(&value.map_err(S::Error::custom)?)?;
        }
        all.end()
    }
}

/// Writes JSON on, with what a terminal would obey as numbers.
struct Plain<'a>(&'a mut dyn Write);

impl Write for Plain<'_> {
    fn write(&mut self, json: &[u8]) -> io::Result<usize> {
        // A serializer hands on whole characters.
        let text = str::from_utf8(json).map_err(io::Error::other)?;
        self.0.write_all(plain_json(text).as_bytes())?;
        Ok(json.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}
