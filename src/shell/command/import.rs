//! Reading papers into the book, with a report.

use std::io::Read as _;
use std::path::Path;

use serde_json::json;

use super::{reader, writer};
use crate::book::{Book, Gathered, Signed};
use crate::import::{self, Found, Known, PaperKind, Report};
use crate::model::{MeetingId, Mint};
use crate::rules;
use crate::shell::args::Import;
use crate::shell::{Trouble, output, place};

/// The largest file that is read at all.
const LARGEST: u64 = 20 * 1024 * 1024;

/// Reads each paper and writes what it found: all of a paper or nothing.
pub(super) fn run(named: Option<&Path>, reading: bool, asked: &Import) -> Result<(), Trouble> {
    let kind = PaperKind::from_word(&asked.kind).ok_or_else(|| {
        let words: Vec<&str> = PaperKind::ALL.iter().map(|kind| kind.word()).collect();
        Trouble::usage(
            format!("There is no kind of paper called \"{}\".", asked.kind),
            format!("It is one of {}.", words.join(", ")),
        )
    })?;
    let meeting = asked.meeting.clone().map(MeetingId);
    let mut reports = Vec::new();
    if asked.dry_run {
        let book = reader(named)?;
        let mut mint = book.mint()?;
        for file in &asked.files {
            reports.push(read(&book, file, kind, meeting.as_ref(), &mut mint)?.report);
        }
    } else {
        let mut pen = writer(named, reading)?;
        for file in &asked.files {
            let mut mint = pen.mint()?;
            let mut found = read(&pen, file, kind, meeting.as_ref(), &mut mint)?;
            if let Some(entry) = found.entry.take() {
                let signed =
                    Signed { clerk: place::holder().who, at: place::now(), minted: mint.minted() };
                found.report.written =
                    pen.record(&rules::admit(entry, &pen.locked()?)?, &signed)?.is_some();
            }
            if !asked.json {
                output::lines(told(&found.report, false))?;
            }
            reports.push(found.report);
        }
    }
    if asked.json {
        return output::json(&match reports.as_slice() {
            [one] => json!(one),
            several => json!(several),
        });
    }
    if asked.dry_run {
        reports.iter().try_for_each(|report| output::lines(told(report, true)))?;
    }
    Ok(())
}

/// Reads one paper, against what the book knows.
fn read(
    book: &Book,
    file: &Path,
    kind: PaperKind,
    meeting: Option<&MeetingId>,
    mint: &mut Mint,
) -> Result<Found, Trouble> {
    let bytes = bytes(file)?;
    let gathered = book.gathered(meeting)?;
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    Ok(import::read(&name, &bytes, kind, &known(&gathered), mint)?)
}

fn known(gathered: &Gathered) -> Known<'_> {
    Known {
        today: place::now().date_naive(),
        meeting: gathered.meeting.as_ref(),
        bodies: &gathered.bodies,
        people: &gathered.people,
        organisations: &gathered.organisations,
        seats: &gathered.seats,
        appointments: &gathered.appointments,
        partnerships: &gathered.partnerships,
        schedules: &gathered.schedules,
        meetings: &gathered.meetings,
        items: &gathered.items,
        minutes: &gathered.minutes,
        attendance: &gathered.attendance,
        busy: &gathered.busy,
        actions: &gathered.actions,
    }
}

/// The bytes of a file: a plain one, and not too large.
fn bytes(file: &Path) -> Result<Vec<u8>, Trouble> {
    let shown = file.display();
    let failed = |error: std::io::Error| match error.kind() {
        std::io::ErrorKind::NotFound => {
            Trouble::refused("absent", format!("There is no file {shown}."), "Check the name.")
        }
        _ => Trouble::refused("disk", format!("{shown} cannot be read ({error})."), ""),
    };
    let about = std::fs::metadata(file).map_err(failed)?;
    if !about.is_file() {
        return Err(Trouble::refused(
            "not_a_file",
            format!("{shown} is not a file."),
            "Name a paper.",
        ));
    }
    let too_large = || {
        Trouble::refused(
            "too_large",
            format!("{shown} is larger than {} MB.", LARGEST / 1024 / 1024),
            "Take out pictures, or import the part that matters.",
        )
    };
    if about.len() > LARGEST {
        return Err(too_large());
    }
    let mut bytes = Vec::new();
    std::fs::File::open(file)
        .and_then(|file| file.take(LARGEST + 1).read_to_end(&mut bytes))
        .map_err(failed)?;
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > LARGEST {
        Err(too_large())
    } else {
        Ok(bytes)
    }
}

/// A report as lines: what was found and where, what to look at, what was not
/// read.
fn told(report: &Report, dry_run: bool) -> Vec<String> {
    let counts: Vec<String> =
        report.found.iter().map(|(word, n)| format!("{n} {}", word.replace('_', " "))).collect();
    let mut lines =
        vec![format!("{}: read as {} ({})", report.file, report.kind.word(), report.why)];
    lines.push(if counts.is_empty() {
        "Found: nothing.".into()
    } else {
        format!("Found: {}.", counts.join(", "))
    });
    lines.extend(report.facts.iter().map(|fact| format!("  {}: {}", fact.place, fact.text)));
    for (title, remarks) in [("Please look at:", &report.warnings), ("Not read:", &report.unread)] {
        if !remarks.is_empty() {
            lines.push(title.to_owned());
            lines.extend(
                remarks.iter().map(|remark| format!("  {}: {}", remark.place, remark.text)),
            );
        }
    }
    lines.push(
        match (report.written, dry_run) {
            (true, _) => "Written. \"minutebook undo\" takes it back.",
            (false, true) => "Nothing was written: this was a trial.",
            (false, false) => "Nothing was written: the book has it all already.",
        }
        .to_owned(),
    );
    lines
}
