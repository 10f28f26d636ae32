//! Reading papers into the book, with a report.

use std::path::Path;

use serde_json::json;

use super::{reader, writer};
use crate::import::{PaperKind, Report};
use crate::model::MeetingId;
use crate::shell::args::Import;
use crate::shell::{Trouble, output, paper};

/// Reads each paper and writes what it found: all of a paper or nothing, and of several
/// nothing if one of them cannot be read.
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
        for file in &asked.files {
            reports.push(paper::read(&book, file, kind, meeting.as_ref())?.0.report);
        }
    } else {
        let mut pen = writer(named, reading)?;
        if asked.files.len() > 1 {
            let none = |trouble: Trouble| trouble.with_hint("None of the papers was taken in.");
            let read = |file| paper::read(&pen, file, kind, meeting.as_ref()).map_err(none);
            asked.files.iter().try_for_each(|file| read(file).map(|_| ()))?;
        }
        for file in &asked.files {
            // Each is read again, as those before it are in the book by now.
            let (mut found, minted) = paper::read(&pen, file, kind, meeting.as_ref())?;
            found.report.written = paper::take_in(&mut pen, &found, minted)?.is_some();
            if !asked.json {
                output::lines(told(&found.report, false))?;
            }
            reports.push(found.report);
        }
    }
    if asked.json {
        output::json(&match reports.as_slice() {
            [one] => json!(one),
            several => json!(several),
        })?;
    } else if asked.dry_run {
        reports.iter().try_for_each(|report| output::lines(told(report, true)))?;
    }
    match reports.iter().find(|report| report.is_homeless()) {
        // A script must not take it that the paper is in the book.
        Some(report) if !asked.dry_run => Err(Trouble::refused(
            "unplaced",
            format!("{}: {}.", report.file, report.nothing_new()),
            report.remedy(),
        )),
        _ => Ok(()),
    }
}

/// A report as lines: what was found and where, what to look at, what was not
/// read.
fn told(report: &Report, dry_run: bool) -> Vec<String> {
    let mut lines = vec![report.read_as(), report.counts()];
    lines.extend(report.facts.iter().map(|fact| format!("  {}: {}", fact.place, fact.text)));
    for (title, remarks) in report.remarks() {
        lines.push(title.to_owned());
        lines.extend(remarks.iter().map(|remark| format!("  {}: {}", remark.place, remark.text)));
    }
    lines.push(match (report.written, dry_run) {
        (true, _) => "Written. \"minutebook undo\" takes it back.".to_owned(),
        (false, true) => "Nothing was written: this was a trial.".to_owned(),
        (false, false) => format!("Nothing was written: {}.", report.nothing_new()),
    });
    lines
}
