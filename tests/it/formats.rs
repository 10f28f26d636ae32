//! Every document in every format, on the invented meetings.

use minutebook::document::{Audience, Document};
use minutebook::export::{FORMATS, Format};
use unicode_width::UnicodeWidthStr as _;

use crate::support::blank::day;
use crate::support::{contents, golden, invented, registers, rolls, rough};

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
pub(crate) fn papers(audience: Audience) -> Vec<(&'static str, Document<'static>)> {
    let (committee, today) = (invented::committee(), day(2026, 7, 1));
    let book = [committee.clone(), invented::partnership()];
    let (review, gaps) = (registers::review(), registers::gaps());
    vec![
        ("committee", Document::minutes(&committee, audience)),
        ("partnership", Document::minutes(&invented::partnership(), audience)),
        ("agenda", Document::agenda(&committee, audience)),
        ("decisions", Document::decisions(&committee, audience)),
        ("actions", Document::actions(&committee, audience, today)),
        ("action-log", Document::action_log(&registers::actions(), audience, today)),
        ("register", Document::decision_register(&registers::decisions(), audience, today)),
        ("schedule", Document::schedule(&review, audience)),
        ("schedule-with-gaps", Document::schedule_with_gaps(&review, audience)),
        ("gaps", Document::gaps(&gaps, &registers::partnerships(), audience, today)),
        (
            "recommendations",
            Document::recommendations(&registers::recommendations(), audience, today),
        ),
        ("people", Document::people(&registers::bodies(), audience, today)),
        (
            "book",
            Document::book(
                move |at| book.get(at).cloned().map(invented::Read::Ok),
                "Two invented meetings.",
                audience,
                today,
            )
            .unwrap(),
        ),
        (
            "attendance",
            Document::attendance([invented::Read::Ok(committee.clone())], audience, today).unwrap(),
        ),
        ("engagement", Document::engagement(&rolls::engagement(), audience, today)),
        ("meetings", Document::meetings(&registers::meetings(), today)),
    ]
}

/// Documents kept in every format that is text; the others are kept as text.
const IN_EVERY_FORMAT: [&str; 7] =
    ["committee", "partnership", "action-log", "meetings", "gaps", "recommendations", "engagement"];

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
    let schedule = Document::schedule(&registers::review(), Audience::Public);
    golden::check("schedule.html", &text(&schedule, "html"));
    golden::check("schedule.json", &text(&schedule, "json"));
}

#[test]
fn a_meeting_of_either_house_style_looks_as_it_did_in_a_word_processor_and_on_paper() {
    for (name, sitting) in
        [("committee", invented::committee()), ("partnership", invented::partnership())]
    {
        let minutes = Document::minutes(&sitting, Audience::Public);
        golden::check(&format!("{name}.docx.xml"), &contents::body(&bytes(&minutes, "docx")));
        golden::check(&format!("{name}.pdf.txt"), &contents::pages(&bytes(&minutes, "pdf")));
    }
}

#[test]
fn members_read_the_exempt_minute_too() {
    let minutes = Document::minutes(&invented::committee(), Audience::Members);
    golden::check("committee-members.txt", &text(&minutes, "txt"));
}

#[test]
fn the_public_is_not_told_how_much_was_given_out_under_exempt_business() {
    let told = |audience| {
        let document = Document::engagement(&rolls::engagement(), audience, day(2026, 7, 1));
        (text(&document, "csv"), text(&document, "json"), text(&document, "txt"))
    };
    let (csv, json, txt) = told(Audience::Public);
    for public in [&csv, &json, &txt] {
        assert!(!public.contains("Quiet Lettings") && !public.contains("property"), "{public}");
    }
    assert!(json.contains("\"actions\": 1") && !json.contains("\"actions\": 2"), "{json}");
    let (csv, json, txt) = told(Audience::Members);
    for private in [&csv, &json, &txt] {
        assert!(private.contains("Quiet Lettings"), "{private}");
    }
    assert!(json.contains("\"actions\": 2"), "{json}");
}

#[test]
fn a_rough_meeting_is_minuted_all_the_same() {
    let minutes = Document::minutes(&rough::committee(), Audience::Public);
    golden::check("rough.txt", &text(&minutes, "txt"));
}

#[test]
fn no_line_of_text_is_wider_than_the_page() {
    let wide = Document::minutes(&rough::committee(), Audience::Public);
    let mut all = papers(Audience::Members);
    all.extend([("rough", wide), ("hostile", hostile())]);
    for (name, document) in all {
        for line in text(&document, "txt").lines() {
            assert!(line.width() <= 80, "{name}: {line}");
        }
    }
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

/// Words meant to break out of whatever holds them.
const HOSTILE: &str = "<script>alert(1)</script> </style> --> ]]> \"'& =1+1 {\u{202e}evil} \
    \u{1b}[31m \u{fffe} \u{7} \r\nATTENDEE:mallory [x](javascript:y) 会議 `code` \\ # | *b*";

fn hostile() -> Document<'static> {
    let mut sitting = invented::committee();
    for item in &mut sitting.items {
        item.title = HOSTILE.into();
    }
    for minute in &mut sitting.minutes {
        minute.text = HOSTILE.into();
    }
    for action in &mut sitting.actions {
        action.text = HOSTILE.into();
    }
    sitting.meeting.place = HOSTILE.into();
    Document::minutes(&sitting, Audience::Public)
}

#[test]
fn hostile_words_are_only_words_in_every_format() {
    let minutes = hostile();
    for format in FORMATS.iter().filter(|f| !f.binary && f.holds(&minutes)) {
        let made = text(&minutes, format.name);
        let obeyed = |c: char| c.is_control() && c != '\n' && c != '\r';
        assert!(!made.contains(obeyed), "a control character in {}", format.name);
        assert!(!made.contains('\u{202e}'), "a hidden order in {}", format.name);
    }
    let page = text(&minutes, "html");
    assert!(!page.contains("<script") && page.matches("</style>").count() == 1);
    assert!(text(&minutes, "md").contains(r"\<script\>alert(1)\</script\>"));
    assert!(contents::find(&bytes(&minutes, "docx"), "<script").is_none());
    assert!(contents::find(&bytes(&minutes, "docx"), "[31m \u{fffe}").is_none());
    assert!(contents::find(&bytes(&minutes, "pdf"), "alert(1)").is_some());
}

#[test]
fn a_calendar_is_given_no_line_it_did_not_ask_for() {
    let mut lines = registers::meetings();
    lines[0].title = HOSTILE.into();
    lines[0].place = HOSTILE.into();
    let made = text(&Document::meetings(&lines, day(2026, 7, 1)), "ics");
    let unfolded = made.replace("\r\n ", "");
    assert!(!unfolded.lines().any(|line| line.starts_with("ATTENDEE")), "{unfolded}");
    assert!(made.lines().all(|line| line.len() <= 75), "{made}");
}

#[test]
fn every_file_says_how_it_stands_and_of_what_record() {
    for (name, document) in papers(Audience::Public) {
        for format in FORMATS.iter().filter(|f| f.holds(&document)) {
            let made = bytes(&document, format.name);
            let unfolded = match String::from_utf8(made.clone()) {
                Ok(text) => text.replace("\r\n ", "").into_bytes(),
                Err(_) => made,
            };
            for words in [document.digest(), document.standing().split(';').next().unwrap()] {
                let said = contents::find(&unfolded, words).is_some();
                assert!(said, "{name} as {} does not say {words}", format.name);
            }
        }
    }
}

#[test]
fn a_format_that_cannot_hold_a_document_says_so() {
    let minutes = Document::minutes(&invented::committee(), Audience::Public);
    let refused = (Format::named("ics").unwrap().write)(&minutes, &mut Vec::new()).unwrap_err();
    assert_eq!(
        refused.to_string(),
        "minutes cannot be written as iCalendar: nothing in it has a day."
    );
}

#[test]
fn a_file_has_a_safe_name_whatever_the_title() {
    let mut sitting = invented::committee();
    for (name, stem) in [
        ("../../etc/passwd", "minutes-2026-06-09-etc-passwd-minutes-of-9-june-2026"),
        ("CON", "minutes-2026-06-09-con-minutes-of-9-june-2026"),
        ("会議\n\0", "minutes-2026-06-09-minutes-of-9-june-2026"),
    ] {
        sitting.body.name = name.into();
        assert_eq!(Document::minutes(&sitting, Audience::Public).stem(), stem);
    }
    sitting.body.name = "x".repeat(300);
    assert!(Document::minutes(&sitting, Audience::Public).stem().len() <= 80);
}
