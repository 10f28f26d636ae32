//! Every document in every format, on the invented meetings.

use minutebook::document::{Audience, Document};
use minutebook::export::{FORMATS, Format};

use crate::support::blank::day;
use crate::support::{golden, invented, registers};

/// The bytes of `document` in the format called `name`.
pub(crate) fn bytes(document: &Document, name: &str) -> Vec<u8> {
    let mut out = Vec::new();
    (Format::named(name).unwrap().write)(document, &mut out).unwrap();
    out
}

fn text(document: &Document, name: &str) -> String {
    String::from_utf8(bytes(document, name)).unwrap()
}

/// Every document there is, made for `audience`, each under its own name.
pub(crate) fn papers(audience: Audience) -> Vec<(&'static str, Document)> {
    let (committee, today) = (invented::committee(), day(2026, 7, 1));
    vec![
        ("committee", Document::minutes(&committee, audience)),
        ("partnership", Document::minutes(&invented::partnership(), audience)),
        ("agenda", Document::agenda(&committee, audience)),
        ("decisions", Document::decisions(&committee, audience)),
        ("actions", Document::actions(&committee, audience)),
        ("action-log", Document::action_log(&registers::actions(), audience, today)),
        ("register", Document::decision_register(&registers::decisions(), audience, today)),
        ("schedule", Document::schedule(&registers::schedule(), audience)),
        ("people", Document::people(&registers::bodies(), audience, today)),
        ("attendance", Document::attendance(&[committee], audience, today)),
        ("meetings", Document::meetings(&registers::meetings(), today)),
    ]
}

/// Documents kept in every format that is text; the others are kept as text.
const IN_EVERY_FORMAT: [&str; 4] = ["committee", "partnership", "action-log", "meetings"];

#[test]
fn each_document_looks_as_it_did() {
    for (name, document) in papers(Audience::Public) {
        let kept = |format: &&Format| {
            !format.binary
                && format.holds(&document)
                && (format.name == "txt" || IN_EVERY_FORMAT.contains(&name))
        };
        for format in FORMATS.iter().filter(kept) {
            golden::check(&format!("{name}.{}", format.name), &text(&document, format.name));
        }
    }
    let schedule = Document::schedule(&registers::schedule(), Audience::Public);
    golden::check("schedule.html", &text(&schedule, "html"));
    golden::check("schedule.json", &text(&schedule, "json"));
}

#[test]
fn members_read_the_exempt_minute_too() {
    let minutes = Document::minutes(&invented::committee(), Audience::Members);
    golden::check("committee-members.txt", &text(&minutes, "txt"));
}

#[test]
fn two_exports_of_the_same_thing_are_alike_to_the_byte() {
    for ((name, one), (_, two)) in papers(Audience::Members).iter().zip(&papers(Audience::Members))
    {
        for format in FORMATS.iter().filter(|f| f.holds(one)) {
            assert!(
                bytes(one, format.name) == bytes(two, format.name),
                "{name} as {}",
                format.name
            );
        }
    }
}
