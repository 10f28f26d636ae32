//! Every document in every format, on the invented meetings.

use minutebook::document::{Audience, Document};
use minutebook::export::{FORMATS, Format};

use crate::support::{golden, invented};

/// The bytes of `document` in the format called `name`.
pub(crate) fn bytes(document: &Document, name: &str) -> Vec<u8> {
    let mut out = Vec::new();
    (Format::named(name).unwrap().write)(document, &mut out).unwrap();
    out
}

fn text(document: &Document, name: &str) -> String {
    String::from_utf8(bytes(document, name)).unwrap()
}

#[test]
fn the_minutes_of_a_committee_look_like_the_page_of_a_minute_book() {
    let minutes = Document::minutes(&invented::committee(), Audience::Public);
    for format in FORMATS.iter().filter(|f| !f.binary && f.suits("minutes")) {
        golden::check(&format!("committee.{}", format.name), &text(&minutes, format.name));
    }
}

#[test]
fn members_read_the_exempt_minute_too() {
    let minutes = Document::minutes(&invented::committee(), Audience::Members);
    golden::check("committee-members.txt", &text(&minutes, "txt"));
}

#[test]
fn the_notes_of_a_partnership_stand_beside_their_actions() {
    let minutes = Document::minutes(&invented::partnership(), Audience::Public);
    golden::check("partnership.txt", &text(&minutes, "txt"));
    golden::check("partnership.md", &text(&minutes, "md"));
}
