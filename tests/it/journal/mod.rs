//! Undo, redo and the journal, over any sequence of entries.

mod acts;
mod tamper;

use chrono::Duration;
use minutebook::capture::LINES;
use minutebook::import::sample;
use minutebook::model::{EntryNo, Record, Sitting};
use proptest::prelude::*;

use crate::support::clerk::Clerk;
use crate::support::shelf::{Shelf, now};
use acts::{Act, acts, opening};

/// A clerk about to minute the sample's meeting.
fn clerk() -> Clerk {
    Clerk::on(Shelf::sample(), &sample::MEETING.into(), now())
}

/// Everything in the book that undo has to bring back: the rows, and the words
/// that can be found.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Whole(Sitting, Vec<String>);

/// Looks at the whole of a book, past the rules of the house.
struct Eye(rusqlite::Connection);

impl Eye {
    fn sees(&self, clerk: &Clerk) -> Whole {
        let mut rows = Vec::new();
        let mut take = |sql: &str| {
            let mut statement = self.0.prepare_cached(sql).unwrap();
            let found = statement.query_map([], |row| row.get::<_, String>(0)).unwrap();
            rows.extend(found.map(Result::unwrap));
        };
        for table in Record::TABLES {
            let columns: Vec<String> =
                columns(&self.0, table).iter().map(|c| format!("'{c}', \"{c}\"")).collect();
            let row = format!("'{table} ' || json_object({})", columns.join(", "));
            take(&format!("SELECT {row} FROM {table} ORDER BY id"));
        }
        take(
            "SELECT printf('%s %s %s %s %s', tab, row, meeting, item, exempt) || ' ' || words.text
             FROM doc JOIN words ON words.rowid = doc.no ORDER BY tab, row",
        );
        Whole(clerk.sitting(), rows)
    }
}

fn whole(clerk: &Clerk) -> Whole {
    Eye(clerk.shelf.raw()).sees(clerk)
}

fn columns(db: &rusqlite::Connection, table: &str) -> Vec<String> {
    let mut statement = db.prepare_cached("SELECT name FROM pragma_table_info(?)").unwrap();
    statement.query_map([table], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
}

/// The book as it was at each entry, and as it would be at each that was undone.
struct Stack {
    clerk: Clerk,
    eye: Eye,
    below: Vec<Whole>,
    here: Whole,
    above: Vec<Whole>,
}

impl Stack {
    fn new() -> Self {
        let clerk = clerk();
        let eye = Eye(clerk.shelf.raw());
        eye.0.set_prepared_statement_cache_capacity(64);
        let here = eye.sees(&clerk);
        Self { clerk, eye, below: Vec::new(), here, above: Vec::new() }
    }

    fn does(mut self, act: &Act) -> Self {
        self.clerk.now += Duration::seconds(20);
        match act {
            Act::Types(line) => self.types(line),
            Act::Undoes => self.undoes(),
            Act::Redoes => self.redoes(),
            Act::Reopens => self.clerk = self.clerk.reopens(),
        }
        assert_eq!(self.eye.sees(&self.clerk), self.here, "after {act:?}");
        self
    }

    /// Each entry of a line is a step; what is refused is none.
    fn types(&mut self, line: &str) {
        let Ok(entries) = self.clerk.read(line) else { return };
        for entry in entries {
            let Ok((recorded, _)) = self.clerk.put(entry) else { return };
            if recorded.is_some() {
                let now = self.eye.sees(&self.clerk);
                assert_ne!(now, self.here, "{line} was recorded and changed nothing");
                self.below.push(std::mem::replace(&mut self.here, now));
                self.above.clear();
            }
        }
    }

    fn undoes(&mut self) {
        // Below the first of them is the sample itself, one entry more.
        let Some(before) = self.below.pop() else { return };
        let signed = self.clerk.signed();
        assert!(self.clerk.pen.undo(&signed).unwrap().is_some());
        self.above.push(std::mem::replace(&mut self.here, before));
    }

    fn redoes(&mut self) {
        let signed = self.clerk.signed();
        let redone = self.clerk.pen.redo(&signed).unwrap();
        assert_eq!(redone.is_some(), !self.above.is_empty());
        if let Some(after) = self.above.pop() {
            self.below.push(std::mem::replace(&mut self.here, after));
        }
    }
}

/// How many sequences are tried; `PROPTEST_CASES` says otherwise.
fn cases(few: u32) -> ProptestConfig {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|n| n.parse().ok()).unwrap_or(few);
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(cases(10))]

    /// A book is a stack of sittings: recording pushes one, undo goes back to
    /// the one below, redo returns, and recording forgets what was undone. In
    /// the end the whole of it is undone and redone, and the book is sound.
    #[test]
    fn a_book_is_a_stack_of_sittings(opening in opening(), acts in acts()) {
        let mut stack = opening.iter().chain(&acts).fold(Stack::new(), Stack::does);
        while !stack.below.is_empty() {
            stack = stack.does(&Act::Undoes);
        }
        while !stack.above.is_empty() {
            stack = stack.does(&Act::Redoes);
        }
        stack.clerk.shelf.is_sound();
        for line in stack.clerk.pen.history(None, 1_000).unwrap() {
            let said = &line.said;
            let opens = said.starts_with(|c: char| !c.is_lowercase() && !c.is_whitespace());
            prop_assert!(opens && said.ends_with(['.', '…', '”', '"']), "{}: {said:?}", line.verb);
        }
    }
}

#[test]
fn every_line_is_among_those_that_are_tried() {
    let typed = |word: &str| {
        acts::LINES.iter().any(|line| {
            line.strip_prefix('.').and_then(|line| line.split(' ').next()) == Some(word)
        })
    };
    let missing: Vec<&str> = LINES
        .iter()
        .map(|line| line.word)
        .filter(|word| !typed(word) && !acts::NOT_HERE.contains(word))
        .collect();
    assert_eq!(missing, Vec::<&str>::new());
}

#[test]
fn undo_works_the_next_morning() {
    let mut clerk = clerk();
    clerk.script(".in all\n.chair okonjo\n.item 5\n.d to ask again");
    let decided = whole(&clerk);
    let mut clerk = clerk.reopens();
    let signed = clerk.signed();
    clerk.pen.undo(&signed).unwrap();
    assert_eq!(clerk.sitting().decisions.len(), 0);
    let mut clerk = clerk.reopens();
    clerk.pen.redo(&signed).unwrap();
    assert_eq!(whole(&clerk), decided);
}

#[test]
fn the_same_thing_said_twice_is_one_entry() {
    let mut clerk = clerk();
    clerk.script(".exempt 3");
    let before = clerk.pen.count().unwrap();
    clerk.script(".exempt 3");
    assert_eq!(clerk.pen.count().unwrap(), before);
}

#[test]
fn an_entry_is_told_in_the_history_with_who_and_when_and_whether_it_stands() {
    let mut clerk = clerk();
    clerk.script(".begin\n.in okonjo");
    let signed = clerk.signed();
    clerk.pen.undo(&signed).unwrap();
    let told: Vec<(EntryNo, String, bool)> = clerk
        .pen
        .history(None, 2)
        .unwrap()
        .into_iter()
        .map(|line| {
            (line.no, format!("{} {}: {}", line.clerk, line.kind, line.said), line.taken_back)
        })
        .collect();
    let said = "In the room at 10.00 am: Councillor R. Okonjo.";
    assert_eq!(
        told,
        [
            (EntryNo(4), format!("clerk undo: {said}"), false),
            (EntryNo(3), format!("clerk do: {said}"), true),
        ]
    );
}

#[test]
fn what_is_confirmed_is_not_undone() {
    let mut clerk = clerk();
    clerk.script(".in all\n.chair okonjo\n.item 3\n.confirm");
    let signed = clerk.signed();
    let before = whole(&clerk);
    let refused = clerk.pen.undo(&signed).unwrap_err();
    assert!(refused.to_string().contains("confirmed"), "{refused}");
    assert_eq!(whole(&clerk), before);
}
