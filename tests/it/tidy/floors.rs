//! The floors of the house: what each module may use, as the table at the top
//! of `src/lib.rs` has it, and what each of them never names.

use std::collections::HashMap;
use std::fs;

use super::none;
use super::source::{Source, paths};

/// A line of the table.
struct Floor {
    level: u32,
    /// What it may use; `None`, everything.
    may_use: Option<Vec<String>>,
}

fn floors() -> HashMap<String, Floor> {
    let text = fs::read_to_string("src/lib.rs").unwrap();
    text.lines()
        .filter_map(|line| {
            let cells: Vec<&str> = line.strip_prefix("//! |")?.split('|').map(str::trim).collect();
            let [level, name, _, used, ..] = cells.as_slice() else { return None };
            let level = level.parse().ok()?;
            let list = |used: &str| {
                let names = used.split(',').map(|name| name.trim().trim_matches('`'));
                names.filter(|name| !name.is_empty()).map(str::to_owned).collect()
            };
            let may_use = (*used != "all").then(|| list(used));
            Some((name.trim_matches('`').to_owned(), Floor { level, may_use }))
        })
        .collect()
}

#[test]
fn the_table_lists_every_module_and_only_looks_down() {
    let floors = floors();
    let lib = fs::read_to_string("src/lib.rs").unwrap();
    let mut declared: Vec<&str> =
        lib.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';')).collect();
    let mut listed: Vec<&str> = floors.keys().map(String::as_str).collect();
    declared.sort_unstable();
    listed.sort_unstable();
    assert_eq!(listed, declared);
    for (name, floor) in &floors {
        for used in floor.may_use.iter().flatten() {
            assert!(floors[used].level < floor.level, "the table lets {name} use {used}");
        }
    }
}

#[test]
fn no_module_uses_what_the_table_does_not_give_it() {
    let floors = floors();
    let mut strays = Vec::new();
    for source in Source::program() {
        let Some(here) = source.floor_module() else { continue };
        let Some(may_use) = &floors[&here].may_use else { continue };
        for (at, path) in paths(&source.code) {
            let Some(used) = path.strip_prefix("crate::").and_then(|path| path.split("::").next())
            else {
                continue;
            };
            let given = used == here || may_use.iter().any(|name| name == used);
            if !given || !floors.contains_key(used) {
                strays.push(format!("{}: {here} may not use {path}", source.line(at)));
            }
        }
    }
    none(&strays);
}

#[test]
fn no_path_reaches_another_floor_by_way_of_super() {
    let mut strays = Vec::new();
    for source in Source::program() {
        for (code, inside) in [(&source.shipped, 0), (&source.code, 1)] {
            let climbs = |path: &str| {
                path.split("::").take_while(|part| *part == "super").count()
                    >= source.depth() + inside
            };
            let found = paths(code).into_iter().filter(|(_, path)| climbs(path));
            strays.extend(found.map(|(at, path)| format!("{}: {path}", source.line(at))));
        }
    }
    none(&strays);
}

/// What may be named in few places: the path, and how the names of those files
/// begin.
const KEPT_TO: &[(&str, &[&str])] = &[
    ("Local::now", &["src/shell/"]),
    ("Utc::now", &["src/shell/"]),
    ("chrono::Local", &["src/shell/"]),
    ("clap", &["src/shell/"]),
    ("crossterm", &["src/shell/"]),
    ("dbg!", &[]),
    ("eprint!", &[]),
    ("eprintln!", &["src/shell/trouble.rs"]),
    ("getrandom", &[]),
    ("io::stdin", &["src/shell/"]),
    ("io::stdout", &["src/shell/"]),
    ("print!", &[]),
    ("println!", &[]),
    ("rand", &[]),
    ("ratatui", &["src/view/", "src/shell/"]),
    ("RandomState", &[]),
    ("rusqlite", &["src/book/"]),
    ("serde_rusqlite", &["src/book/"]),
    ("signal_hook", &["src/shell/"]),
    ("std::env", &["src/shell/", "src/main.rs"]),
    ("std::fs", &["src/shell/", "src/book/"]),
    ("std::fs::write", &[]),
    ("std::hash::RandomState", &[]),
    ("std::io::stderr", &["src/shell/"]),
    ("std::io::stdin", &["src/shell/"]),
    ("std::io::stdout", &["src/shell/"]),
    ("std::net", &[]),
    ("std::process::Command", &[]),
    ("std::thread", &["src/shell/"]),
    ("std::time::Instant", &["src/shell/"]),
    ("std::time::SystemTime", &["src/shell/place.rs"]),
    ("SystemTime", &["src/shell/place.rs"]),
];

#[test]
fn the_terminal_the_clock_the_disk_and_the_database_are_named_where_they_belong() {
    let mut strays = Vec::new();
    for source in Source::program() {
        let name = source.name();
        for (at, mut path) in paths(&source.shipped) {
            if source.shipped[at + path.len().min(source.shipped.len() - at)..].starts_with('!') {
                path.push('!');
            }
            let kept = KEPT_TO.iter().any(|(kept, places)| {
                let rest = path.strip_prefix(kept);
                rest.is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
                    && !places.iter().any(|place| name.starts_with(place))
            });
            if kept {
                strays.push(format!("{} names {path}", source.line(at)));
            }
        }
    }
    none(&strays);
}

/// The files that begin a transaction to write, and why they may.
const BEGIN: &[&str] = &[
    "src/book/journal.rs", // every entry
    "src/book/schema.rs",  // a book that is being made
];

/// The files with a statement that writes, and why they may.
const WRITE: &[&str] = &[
    "src/book/draft.rs",          // drafts and settings, which are not journaled
    "src/book/journal.rs",        // the entry itself
    "src/book/mod.rs",            // who holds the pen
    "src/book/past.rs",           // a copy in memory that goes with the answer
    "src/book/perform.rs",        // an entry's rows, inside its transaction
    "src/book/perform/course.rs", // those of a meeting's course, likewise
    "src/book/perform/item.rs",   // those of its items, likewise
    "src/book/perform/later.rs",  // those of later agendas, likewise
    "src/book/replay.rs",         // an entry's changes, inside its transaction
    "src/book/search.rs",         // the index of words, inside its transaction
    "src/book/trigger.rs",        // the triggers that write the journal
];

#[test]
fn nothing_but_the_journal_begins_a_transaction_that_writes() {
    let begins =
        [".transaction(", ".transaction_with_behavior(", "TransactionBehavior", "savepoint"];
    let writes = ["INSERT INTO", "INSERT OR", "UPDATE", "DELETE FROM", "DROP", "ALTER", "REPLACE"];
    let never = ["BEGIN", "ATTACH", "PRAGMA writable_schema"];
    let opens_with = |text: &str, words: &[&str]| {
        let text = text.trim_start().trim_start_matches('"').trim_start();
        words.iter().any(|word| text.starts_with(&format!("{word} ")))
    };
    let mut strays = Vec::new();
    for source in Source::program() {
        let name = source.name();
        if begins.iter().any(|word| source.shipped.contains(word))
            && !BEGIN.contains(&name.as_str())
        {
            strays.push(format!("{name} begins a transaction"));
        }
        // What tests plant is theirs.
        let shipped = source.text.find("#[cfg(test)]").unwrap_or(source.text.len());
        let texts = source.texts.get(..shipped).unwrap_or_default();
        for (n, line) in texts.lines().enumerate() {
            let pieces: Vec<&str> = line.split('"').collect();
            if pieces.iter().any(|text| opens_with(text, &never)) {
                strays.push(format!("{name}:{} speaks SQL of its own", n + 1));
            }
            if pieces.iter().any(|text| opens_with(text, &writes))
                && !WRITE.contains(&name.as_str())
            {
                strays.push(format!("{name}:{} writes rows", n + 1));
            }
        }
    }
    none(&strays);
}

#[test]
fn a_permit_is_made_by_the_rules_alone() {
    let mut strays = Vec::new();
    for source in Source::program() {
        for (at, _) in source.shipped.match_indices("Permitted {") {
            let before = source.shipped[..at].trim_end();
            let named = ["struct", "impl", "for", "->"].iter().any(|word| before.ends_with(word));
            if !named && source.name() != "src/rules/permit.rs" {
                strays.push(source.line(at));
            }
        }
    }
    none(&strays);
}

#[test]
fn nothing_that_ships_gives_up_or_cuts_a_number_to_fit() {
    const NEVER: &[&str] = &[
        ".unwrap()",
        ".expect(",
        ".unwrap_err()",
        ".expect_err(",
        "panic!",
        "unreachable!",
        "todo!",
        "unimplemented!",
        "unsafe ",
        "process::exit",
        "process::abort",
        " as u8",
        " as u16",
        " as u32",
        " as i8",
        " as i16",
        " as i32",
        " as f32",
    ];
    let mut strays = Vec::new();
    for source in Source::program() {
        for (n, line) in source.shipped.lines().enumerate() {
            if NEVER.iter().any(|word| line.contains(word)) {
                strays.push(format!("{}:{}: {}", source.name(), n + 1, line.trim()));
            }
        }
    }
    none(&strays);
}
