//! A document's facts as JSON.

use std::io::{self, Write};

use serde::ser::{Serialize, SerializeMap as _, Serializer};
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
        all.serialize_entry("meetings", &Texts(meetings))?;
    }
    all.serialize_entry("document", &made)?;
    all.end()
}

/// Values kept as text, of which one at a time is read.
struct Texts<'a>(&'a [String]);

impl Serialize for Texts<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_seq(
            self.0.iter().map(|text| serde_json::from_str::<Value>(text).unwrap_or_default()),
        )
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
