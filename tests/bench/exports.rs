//! A book of a thousand items written out in each format, beside the sample: how long
//! that takes, how much is written, and how much memory is held at most. Each is done by
//! a program of its own, which holds nothing of another's.

use std::fmt::Write as _;
use std::io;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use chrono::NaiveDate;
use minutebook::book::{Book, EVERY, Filter};
use minutebook::document::{Audience, Document};
use minutebook::export::{FORMATS, Format};

/// The argument with which this program writes a book out and says what that took.
pub(crate) const ASKED: &str = "--writes-out";

/// Counts what is written, and keeps none of it.
#[derive(Default)]
struct Counted(f64);

impl io::Write for Counted {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 += f64::from(u32::try_from(bytes.len()).unwrap_or(u32::MAX));
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// What writing a book out took: milliseconds, and megabytes written and held at most.
#[derive(Clone, Copy)]
struct Took([f64; 3]);

/// A line to each format in which a book can be written out: what `large` takes, and how
/// much more memory that holds than `small`.
pub(crate) fn table(small: &Path, large: &Path) -> String {
    let mut lines = format!(
        "\n{:<30}{:>10}{:>12}{:>12}{:>12}{:>8}\n",
        "1,000 items written out", "time", "written", "memory", "sample's", "ratio"
    );
    for format in FORMATS {
        let [Took([_, _, less]), Took([time, written, held])] =
            [small, large].map(|book| written_by_another(book, format));
        let name = format!("as {}", format.name);
        let ratio = held / less;
        let _ = writeln!(
            lines,
            "{name:<30}{time:>7.0} ms{written:>9.2} MB{held:>9.1} MB{less:>9.1} MB{ratio:>7.2}x"
        );
    }
    lines
}

fn written_by_another(book: &Path, format: &Format) -> Took {
    let program = std::env::current_exe().unwrap();
    let said = Command::new(program).args([ASKED, format.name]).arg(book).output().unwrap();
    let said = String::from_utf8(said.stdout).unwrap();
    let numbers: Vec<f64> = said.split_whitespace().map(|n| n.parse().unwrap()).collect();
    Took(numbers.try_into().unwrap())
}

/// Writes the book at `path` out, as `export book` does, and says what that took.
pub(crate) fn run(format: &str, path: &str) {
    let format = Format::named(format).unwrap();
    let today = NaiveDate::from_ymd_opt(2010, 7, 22).unwrap();
    let from = Instant::now();
    let book = Book::read(Path::new(path)).unwrap();
    let mut meetings = book.meetings(&Filter::default(), EVERY).unwrap();
    meetings.retain(|line| line.status.has_begun());
    meetings.reverse();
    let sittings = |at: usize| meetings.get(at).map(|line| book.minuted(&line.id));
    let document = Document::book(sittings, "Many meetings.", Audience::Public, today).unwrap();
    let mut out = Counted::default();
    (format.write)(&document, &mut out).unwrap();
    let took = from.elapsed().as_secs_f64() * 1e3;
    println!("{took} {} {}", out.0 / 1e6, peak() / 1e6);
}

/// The most memory this program has held, in bytes; 0 where the system does not
/// tell.
fn peak() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok()).unwrap_or(0.0)
        * 1024.0
}
