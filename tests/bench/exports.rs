//! A book of a thousand items written out in each format: how long that takes,
//! how much is written, and how much memory is held at most.

use std::fmt::Write as _;
use std::io;
use std::path::Path;
use std::time::Instant;

use chrono::NaiveDate;
use minutebook::book::Book;
use minutebook::document::{Audience, Document};
use minutebook::export::FORMATS;

/// How many items are written out, at least.
const ITEMS: usize = 1_000;

/// The meeting of the sample that is written out over and over.
const MEETING: &str = "spsc-2010-05-20";

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

/// A line to each format in which a book can be written out.
pub(crate) fn table(path: &Path) -> String {
    let sitting = Book::read(path).unwrap().sitting(&MEETING.into()).unwrap();
    let meetings = ITEMS.div_ceil(sitting.items.len());
    let sittings = vec![sitting; meetings];
    let today = NaiveDate::from_ymd_opt(2010, 7, 22).unwrap();
    let document = Document::book(&sittings, "Many meetings.", Audience::Public, today);
    let mut lines = format!(
        "\n{:<38}{:>10}{:>12}{:>14}\n",
        "1,000 items written out", "time", "written", "peak so far"
    );
    for format in FORMATS.iter().filter(|format| format.holds(&document)) {
        let mut out = Counted::default();
        let from = Instant::now();
        (format.write)(&document, &mut out).unwrap();
        let took = from.elapsed().as_secs_f64() * 1e3;
        let (written, held) = (out.0 / 1e6, peak() / 1e6);
        let name = format!("as {}", format.name);
        let _ = writeln!(lines, "{name:<38}{took:>7.0} ms{written:>9.2} MB{held:>11.0} MB");
    }
    lines
}

/// The most memory this program has held, in bytes; 0 where the system does not
/// tell.
fn peak() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok()).unwrap_or(0.0)
        * 1024.0
}
