//! The tables of the README, made from the tables the program itself reads.
//!
//! Between `<!-- keys -->` and `<!-- /keys -->` (and so for `lines` and
//! `formats`) stands what is made here; `UPDATE=1` writes it anew.

use std::fs;

use minutebook::app::command::{DESTINATIONS, FIELD_KEYS, KEYS, Place};
use minutebook::capture::{LINES, SCHEDULE_LINES, SETUP_LINES};
use minutebook::export::FORMATS;

const README: &str = "README.md";

/// A table of Markdown, its cells in their order.
fn table<const N: usize>(head: [&str; N], rows: impl IntoIterator<Item = [String; N]>) -> String {
    let row = |cells: &[String]| format!("| {} |\n", cells.join(" | ").replace('\n', " "));
    let mut text = row(&head.map(str::to_owned));
    text.push_str(&row(&head.map(|_| "---".to_owned())));
    text.extend(rows.into_iter().map(|cells| row(&cells)));
    text
}

/// Something to be typed, as code. A bar would end the cell, also in code.
fn code(text: &str) -> String {
    let text = text.replace('|', "\\|");
    if text.contains('`') { format!("`` {text} ``") } else { format!("`{text}`") }
}

fn keys() -> String {
    let bound = KEYS.iter().map(|binding| {
        let keys: Vec<String> = binding.pressed().iter().map(|keys| code(keys)).collect();
        [binding.place.title().to_owned(), keys.join(" "), binding.help.to_owned()]
    });
    let pages = DESTINATIONS.iter().map(|(letter, _, help)| {
        [Place::Anywhere.title().to_owned(), code(&format!("g {letter}")), (*help).to_owned()]
    });
    let field = FIELD_KEYS
        .iter()
        .map(|(keys, help)| [Place::Field.title().to_owned(), code(keys), (*help).to_owned()]);
    table(["where", "key", "does"], bound.chain(pages).chain(field))
}

/// A line to be typed, and what it records.
fn typed(word: &str, shape: &str, about: &str) -> [String; 2] {
    [code(format!(".{word} {shape}").trim_end()), about.to_owned()]
}

fn lines() -> String {
    let rows = LINES.iter().map(|line| typed(line.word, line.shape, line.about));
    table(["line", "records"], rows)
}

fn schedule_lines() -> String {
    let rows = SCHEDULE_LINES.iter().map(|line| typed(line.word, line.shape, line.about));
    table(["line", "records"], rows)
}

fn setup_lines() -> String {
    let rows = SETUP_LINES.iter().map(|line| typed(line.word, line.shape, line.about));
    table(["line", "puts in the book"], rows)
}

fn formats() -> String {
    let rows = FORMATS.iter().map(|format| {
        [code(format.name), code(&format!(".{}", format.ending)), format.about.to_owned()]
    });
    table(["format", "file", "what it is"], rows)
}

/// Holds the README's table called `name` against `made`; with `UPDATE=1` it
/// becomes it. A README that has no such table yet has nothing to be wrong.
#[track_caller]
fn check(name: &str, made: &str) {
    let text = fs::read_to_string(README).unwrap_or_default();
    let (open, close) = (format!("<!-- {name} -->\n"), format!("<!-- /{name} -->"));
    let (Some(from), Some(to)) = (text.find(&open), text.find(&close)) else {
        eprintln!("skipped: {README} has no table of {name} yet");
        return;
    };
    let (before, after) = (&text[..from + open.len()], &text[to..]);
    if std::env::var_os("UPDATE").is_some() {
        fs::write(README, format!("{before}\n{made}\n{after}")).unwrap();
        return;
    }
    let kept = text[from + open.len()..to].trim();
    assert!(kept == made.trim(), "the {name} of {README} have moved on; UPDATE=1 follows:\n{made}");
}

/// One test, so that with `UPDATE=1` no two write the file at once.
#[test]
fn the_readme_has_every_key_every_line_and_every_format() {
    check("keys", &keys());
    check("lines", &lines());
    check("schedule", &schedule_lines());
    check("setup", &setup_lines());
    check("formats", &formats());
}

#[test]
fn a_table_of_the_readme_is_a_table_of_markdown() {
    let tables = [keys(), lines(), formats(), schedule_lines(), setup_lines()];
    for text in &tables {
        let bars = |line: &str| line.replace("\\|", "").matches('|').count();
        let head = text.lines().next().map(bars);
        assert!(text.lines().all(|line| Some(bars(line)) == head), "{text}");
    }
    assert!(tables[0].contains("| On every page | `u` | take the last entry back |"));
    assert!(tables[1].contains(
        "| `.next [NUMBER]` | that the next item is taken, or the item of that number |"
    ));
}
