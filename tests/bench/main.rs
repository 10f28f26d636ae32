//! How fast the program is beside the least that could be asked for: a bare
//! ratatui program on the same terminal, and a bare commit on the same disk.
//!
//! `cargo bench --bench bench` prints each ratio with its mark and how the rounds
//! spread. The sides of a ratio take turns in the same round, key by key, as machines
//! are noisy; nothing here fails, as a busy machine is no fault of the program.

#![allow(clippy::unwrap_used, reason = "a measure that cannot be taken ends the benchmark")]

mod bare;
mod exports;
mod hundredfold;
mod support;

use std::fmt::Write as _;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use minutebook::book::Book;
use minutebook::import::sample;

use bare::Commits;
use support::session::{Session, Start, start};
use support::shelf::Shelf;

/// How often everything is measured.
const ROUNDS: usize = 8;

/// The columns and rows of the terminal.
const SIZE: (u16, u16) = (120, 40);

/// How many keys are typed in a round, one at a time.
const KEYS: usize = 60;

/// How many entries are put on record in a round.
const ENTRIES: usize = 10;

/// How often a meeting is read in a round.
const READINGS: usize = 20;

/// A unit that people read a measure in: its name, and how many of it there are
/// in a second or a byte.
type Unit = (&'static str, f64);

const MS: Unit = ("ms", 1e3);
const MB: Unit = ("MB", 1e-6);

/// What is measured, in which unit, with the mark it is held to, if it has one.
const MEASURES: &[(&str, Unit, Option<f64>)] = &[
    ("start to first paint", MS, Some(2.0)),
    ("start to first page read", MS, None),
    ("key to drawn, typed", MS, Some(1.2)),
    ("keys to drawn, 600 at once", MS, Some(1.2)),
    ("entry recorded and shown", MS, Some(1.5)),
    ("meeting read", MS, None),
    ("memory (RSS)", MB, None),
];

/// How often each program is started in a round.
const STARTS: usize = 5;

/// The bare program, ours on the sample, and ours on a hundred times as much.
const SIDES: usize = 3;

/// What one round found of each side, in seconds or bytes, in the order of
/// [`MEASURES`].
type Found = [[f64; SIDES]; MEASURES.len()];

fn main() {
    let asked: Vec<String> = std::env::args().skip(1).collect();
    match asked.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [bare::ASKED, ..] => return bare::run(),
        [exports::ASKED, format, book] => return exports::run(format, book),
        _ => {}
    }
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let sample = Shelf::sample();
    let small = folder.path().join("sample.minutebook");
    let large = folder.path().join("hundredfold.minutebook");
    std::fs::copy(sample.path(), &small).unwrap();
    hundredfold::grown(&small, &large, 100);
    // The sample has 42 items, and all but those of its own meetings to come are minuted.
    let thousand = folder.path().join("thousand.minutebook");
    hundredfold::grown(&small, &thousand, 24);
    let mut rounds = Vec::new();
    for round in 1..=ROUNDS {
        eprintln!("round {round} of {ROUNDS}");
        rounds.push(one_round(folder.path(), [&small, &large]));
    }
    print!("{}{}", table(&rounds), exports::table(&small, &thousand));
}

/// One round, in which the sides take turns at every start, key and entry, as a
/// machine is seldom as fast for a second together.
fn one_round(folder: &Path, books: [&Path; 2]) -> Found {
    let copies = books.map(|book| {
        let copy = book.with_extension("round.minutebook");
        std::fs::copy(book, &copy).unwrap();
        copy
    });
    let [small, large] = &copies;
    let mut starts = [(); SIDES].map(|()| (Vec::new(), Vec::new()));
    for _ in 0..STARTS {
        for (side, book) in [None, Some(small), Some(large)].into_iter().enumerate() {
            let (mut session, began) = begun(book.map(PathBuf::as_path));
            let painted = since(began, &session);
            if book.is_some() {
                session.sees_no_more("Reading…").sees("saved ");
            }
            starts[side].0.push(painted);
            starts[side].1.push(since(began, &session));
            session.press("<^c>").ends();
        }
    }
    let started = starts.clone().map(|(painted, _)| median(painted));
    let read = starts.map(|(_, read)| median(read));
    let mut sessions = [None, Some(small), Some(large)].map(|book| minuting(book));
    let commits = Commits::new(folder);
    let mut recorded = record(&commits, &mut sessions);
    for clerk in &mut sessions[1..] {
        clerk.press("e").sees("Writing the minute");
    }
    let typed = type_keys(&mut sessions);
    // What is recorded is shown, too.
    recorded[0] += typed[0];
    let burst = sessions.each_mut().map(type_at_once);
    let memory = sessions.each_ref().map(memory);
    for session in &mut sessions {
        session.press("<^c>").ends();
    }
    let sittings = [bare::read(large), sitting(small), sitting(large)];
    [started, read, typed, burst, recorded, sittings, memory]
}

/// A program that has just painted its first page, and when it was started.
fn begun(book: Option<&Path>) -> (Session, Instant) {
    let this = std::env::current_exe().unwrap();
    let args = book.map_or(vec![bare::ASKED], |book| vec!["--book", book.to_str().unwrap()]);
    let mut begins = Start { size: SIZE, ..start(args) };
    if book.is_none() {
        begins.program = &this;
    }
    let from = Instant::now();
    let mut session = begins.run();
    session.sees(if book.is_some() { "Overview" } else { bare::READY });
    (session, from)
}

/// A program that can be typed in: ours with a meeting open, and an item taken.
fn minuting(book: Option<&PathBuf>) -> Session {
    let (mut clerk, _) = begun(book.map(PathBuf::as_path));
    if book.is_some() {
        clerk.press("gm").sees("Agenda 0/14").press("n").sees("Took item 1");
        clerk.press("n").sees("Took item 2");
    }
    clerk
}

fn since(from: Instant, session: &Session) -> f64 {
    session.heard.saturating_duration_since(from).as_secs_f64()
}

/// Types keys as a quick clerk does, each once the one before is on the screen;
/// the median of how long they took.
fn type_keys(sessions: &mut [Session; SIDES]) -> [f64; SIDES] {
    let keys = "the board noted the report and agreed that it be sent on ";
    let mut took = [(); SIDES].map(|()| Vec::new());
    for key in keys.chars().cycle().take(KEYS) {
        for (session, took) in sessions.iter_mut().zip(&mut took) {
            rest(session);
            let stood = cursor(session);
            let from = Instant::now();
            session
                .press(&key.to_string())
                .hears_until(Duration::from_secs(2), |s| cursor(s) != stood);
            took.push(since(from, session));
        }
    }
    took.map(median)
}

/// Lets a program come to rest, as between two keys of a quick clerk.
fn rest(session: &mut Session) {
    session.listens_until(Instant::now() + Duration::from_millis(12));
}

fn cursor(session: &Session) -> (u16, u16) {
    session.screen.screen().cursor_position()
}

/// Sends keys as fast as the terminal takes them: how long until the last shows.
fn type_at_once(session: &mut Session) -> f64 {
    let keys = "and so on ".repeat(60) + "to the end.";
    let from = Instant::now();
    session.press(&keys).sees("to the end.");
    let took = since(from, session);
    session.press("<bs>").sees_no_more("to the end.");
    took
}

/// Puts actions on record, each an entry of its own; a bare commit in turn with
/// each.
fn record(commits: &Commits, sessions: &mut [Session; SIDES]) -> [f64; SIDES] {
    let mut took = [(); SIDES].map(|()| Vec::new());
    for n in 0..ENTRIES {
        took[0].push(commits.one());
        for (clerk, took) in sessions.iter_mut().zip(&mut took).skip(1) {
            let wanted = format!("#{}", clerk.saved().unwrap() + 1);
            clerk.press(&format!("aBryden: write up point {n}")).sees("Enter records");
            rest(clerk);
            let from = Instant::now();
            clerk.press("<enter>").sees(&wanted);
            took.push(since(from, clerk));
        }
    }
    took.map(median)
}

fn sitting(path: &Path) -> f64 {
    let book = Book::read(path).unwrap();
    timed(READINGS, || _ = black_box(book.sitting(&sample::MEETING.into()).unwrap()))
}

/// How long work takes that is done so many times: the median, in seconds.
fn timed(times: usize, mut work: impl FnMut()) -> f64 {
    let took = (0..times).map(|_| {
        let from = Instant::now();
        work();
        from.elapsed().as_secs_f64()
    });
    median(took.collect())
}

/// The memory a program has of its own and shares, in bytes; 0 where the system
/// does not tell.
fn memory(session: &Session) -> f64 {
    let status = std::fs::read_to_string(format!("/proc/{}/status", session.pid()));
    let status = status.unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok());
    kilobytes.unwrap_or(0.0) * 1024.0
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

/// The ratios, a line to each measure and size.
fn table(rounds: &[Found]) -> String {
    let mut out = String::from(
        "                                          floor     ours   ratio   rounds         mark\n",
    );
    for (n, (name, unit, mark)) in MEASURES.iter().enumerate() {
        for (side, size) in [(1, "sample"), (2, "100 times it")] {
            let of = |side: usize| median(rounds.iter().map(|round| round[n][side]).collect());
            let mut ratios: Vec<f64> = rounds.iter().map(|r| r[n][side] / r[n][0]).collect();
            ratios.sort_by(f64::total_cmp);
            let ratio = median(ratios.clone());
            let verdict = mark.map_or_else(String::new, |mark| {
                format!("{mark:.1} {}", if ratio <= mark { "met" } else { "missed" })
            });
            let _ = writeln!(
                out,
                "{name:<27} {size:<12} {:>7} {:>8}  {ratio:>5.2}x  {:>5.2} to {:<5.2}  {verdict}",
                amount(*unit, of(0)),
                amount(*unit, of(side)),
                ratios[0],
                ratios[ratios.len() - 1],
            );
        }
    }
    out
}

fn amount((name, times): Unit, value: f64) -> String {
    format!("{:.2} {name}", value * times)
}
