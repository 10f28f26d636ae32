//! A document's facts as JSON.

use std::io::{self, Write};

use super::{Error, failed};
use crate::document::Document;
use crate::model::plain_json;

/// Writes the facts of `document`, with its standing and digest beside them.
pub(super) fn write(document: &Document, out: &mut dyn Write) -> Result<(), Error> {
    let made = serde_json::json!({
        "product": "minutebook",
        "what": document.what(),
        "title": document.title(),
        "date": document.date(),
        "standing": document.standing(),
        "digest": document.digest(),
    });
    let mut facts = document.facts().clone();
    if let Some(facts) = facts.as_object_mut() {
        facts.insert("document".into(), made);
    } else {
        facts = serde_json::json!({ document.what(): facts, "document": made });
    }
    let text = serde_json::to_string_pretty(&facts).map_err(io::Error::from);
    text.and_then(|text| writeln!(out, "{}", plain_json(&text))).map_err(failed("JSON"))
}
