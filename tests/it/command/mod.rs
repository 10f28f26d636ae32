//! The command line of the real program: what it answers, what it refuses and
//! how it ends.

mod asked;
mod book;
mod copies;
mod foreign;
mod looking_back;
mod meeting;
mod officer;
mod read_again;
mod registers;
mod returned;
mod schedule;
mod ties;

use std::path::Path;
use std::time::Duration;

use assert_cmd::Command;
use serde_json::Value;

use crate::support::shelf::Shelf;

/// How a command ended.
#[derive(Debug)]
struct Done {
    code: Option<i32>,
    out: String,
    err: String,
}

/// The meeting of the sample that its schedule was before.
const MEETING: &str = "spsc-2010-07-22";

/// A folder that commands run in, with the sample book in it as
/// `board.minutebook`, which is the book that is meant.
struct Desk(Shelf);

impl Desk {
    fn with_the_sample() -> Self {
        Self(Shelf::sample())
    }

    fn without_a_book() -> Self {
        Self(Shelf::empty())
    }

    fn folder(&self) -> &Path {
        self.0.folder()
    }

    /// Runs the program, which has half a minute: it is not made for speed here, and the
    /// machine may have other work.
    fn runs(&self, args: &[&str]) -> Done {
        self.runs_with(args, "")
    }

    /// Runs the program with `input` on its standard input.
    fn runs_with(&self, args: &[&str], input: &str) -> Done {
        let mut command = Command::new(env!("CARGO_BIN_EXE_minutebook"));
        for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("MINUTEBOOK")) {
            command.env_remove(name);
        }
        let done = command
            .args(args)
            .current_dir(self.folder())
            .env("MINUTEBOOK", self.0.path())
            .env("HOME", self.folder())
            .env("XDG_DATA_HOME", self.folder())
            .env("USER", "ada")
            .write_stdin(input)
            .timeout(Duration::from_secs(30))
            .output()
            .unwrap();
        Done {
            code: done.status.code(),
            out: String::from_utf8(done.stdout).unwrap(),
            err: String::from_utf8(done.stderr).unwrap(),
        }
    }

    /// What the program prints as JSON.
    #[track_caller]
    fn json(&self, args: &[&str]) -> Value {
        let done = self.runs(args);
        assert_eq!((done.code, done.err.as_str()), (Some(0), ""), "{args:?}");
        serde_json::from_str(&done.out).unwrap()
    }

    /// A command that is done: exit 0, these words on standard output, and
    /// nothing on standard error.
    #[track_caller]
    fn does(&self, args: &[&str], words: &str) -> String {
        let done = self.runs(args);
        assert_eq!((done.code, done.err.as_str()), (Some(0), ""), "{args:?}");
        assert!(done.out.contains(words), "{args:?}: {}", done.out);
        done.out
    }

    /// A command that is refused: exit 1, nothing on standard output, and one
    /// plain sentence or two with these words on standard error.
    #[track_caller]
    fn refuses(&self, args: &[&str], words: &str) {
        refused(&self.runs(args), 1, words, args);
    }

    /// A command asked wrongly: as one that is refused, with exit 2.
    #[track_caller]
    fn is_asked_wrongly(&self, args: &[&str], words: &str) {
        refused(&self.runs(args), 2, words, args);
    }
}

#[track_caller]
fn refused(done: &Done, code: i32, words: &str, args: &[&str]) {
    assert_eq!((done.code, done.out.as_str()), (Some(code), ""), "{args:?}: {done:?}");
    assert!(done.err.contains(words), "{args:?}: {}", done.err);
    let plain = done.err.chars().all(|c| c == '\n' || !c.is_control());
    assert!(plain && !done.err.contains("panicked"), "{args:?}: {:?}", done.err);
}
