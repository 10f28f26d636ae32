//! A document's facts as JSON.

use std::io::{self, Write};

use super::{Error, failed};
use crate::document::Document;

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
    text.and_then(|text| writeln!(out, "{}", plain(&text))).map_err(failed("JSON"))
}

/// JSON in which a character that a terminal would obey, or a reader would not
/// see, is written as its number. Such characters stand only inside strings, so
/// nothing is lost.
fn plain(json: &str) -> String {
    let mut kept = String::with_capacity(json.len());
    for c in json.chars() {
        if c != '\n' && is_unseen(c) {
            for unit in c.encode_utf16(&mut [0; 2]) {
                kept.push_str(&format!("\\u{unit:04x}"));
            }
        } else {
            kept.push(c);
        }
    }
    kept
}

fn is_unseen(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{200B}' | '\u{200C}'
            | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
            | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_seen_is_written_as_its_number() {
        let text = serde_json::json!("a\u{202e}b\u{9b}c\u{e0041}").to_string();
        let shown = plain(&text);
        assert_eq!(shown, r#""a\u202eb\u009bc\udb40\udc41""#);
        let back: String = serde_json::from_str(&shown).unwrap();
        assert_eq!(back, "a\u{202e}b\u{9b}c\u{e0041}");
    }
}
