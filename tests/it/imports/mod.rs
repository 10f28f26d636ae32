//! Papers read in: real ones where they are at hand, and small ones of our own.

mod agendas;
mod asked;
mod harm;
mod heads;
mod kept;
mod laid_out;
mod lists;
mod marks;
mod minutes;
mod mistaken;
mod officer;
mod otherwise;
mod own;
mod parted;
mod refused;
mod rolls;
mod schedules;
mod sentences;
mod shapes;
mod targets;
mod told;
mod whole;
mod withheld;
mod wrapped;

use chrono::NaiveDate;
use minutebook::import::{self, Found, Known, PaperKind};
use minutebook::model::{BodyId, Entry, Meeting, MeetingId, Mint, Record};

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
}

/// What an empty book knows, in June 2026.
fn nothing() -> Known<'static> {
    Known::nothing(day(2026, 6, 9))
}

/// The real paper at `path` beside the repository, if it is there.
fn real(path: &str) -> Option<Vec<u8>> {
    let full = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared").join(path);
    let bytes = std::fs::read(&full).ok();
    if bytes.is_none() {
        eprintln!("skipped: {} is not here", full.display());
    }
    bytes
}

/// Reads a paper into an empty book.
fn read(name: &str, bytes: &[u8], kind: PaperKind) -> Found {
    read_knowing(name, bytes, kind, &nothing())
}

/// The same, of a paper that may be refused.
fn tried(name: &str, paper: &str, kind: PaperKind) -> Result<Found, import::Unreadable> {
    import::read(name, paper.as_bytes(), kind, &nothing(), &mut Mint::new("", 0))
}

#[expect(clippy::panic, reason = "a paper that cannot be read fails the test")]
fn read_knowing(name: &str, bytes: &[u8], kind: PaperKind, known: &Known<'_>) -> Found {
    let minted = if known.items.is_empty() { 0 } else { 5_000 };
    import::read(name, bytes, kind, known, &mut Mint::new("", minted))
        .unwrap_or_else(|wrong| panic!("{wrong}"))
}

fn rows(found: &Found) -> &[Record] {
    match &found.entry {
        Some(Entry::Filed { rows, .. }) => rows,
        _ => &[],
    }
}

/// How many of each of `what` were found.
fn counted<const N: usize>(found: &Found, what: [&str; N]) -> [u32; N] {
    what.map(|what| found.report.counted(what))
}

/// Whether something the clerk is told has both `who` and `what` in it.
fn told(found: &Found, who: &str, what: &str) -> bool {
    let report = &found.report;
    let all = report.warnings.iter().chain(&report.unread).chain(&report.facts);
    all.into_iter().any(|said| {
        said.text.contains(what) && (said.text.contains(who) || said.place.contains(who))
    })
}

/// A meeting that papers can be read into.
fn meeting(on: NaiveDate) -> Meeting {
    Meeting::planned(MeetingId::from("m"), BodyId::from("b"), on)
}
