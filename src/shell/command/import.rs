//! Reading papers into the book, with a report.

use std::path::{Path, PathBuf};

use serde_json::json;

use super::{reader, writer};
use crate::import::{PaperKind, Report};
use crate::model::MeetingId;
use crate::shell::args::Import;
use crate::shell::{Trouble, output, paper};

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
        for file in &asked.files {
            reports.push(paper::read(&book, file, kind, meeting.as_ref())?.0.report);
        }
    } else {
        let mut pen = writer(named, reading)?;
        for (n, file) in asked.files.iter().enumerate() {
            let rest = asked.files.get(n + 1..).unwrap_or_default();
            let (mut found, minted) = paper::read(&pen, file, kind, meeting.as_ref())
                .map_err(|trouble| before(trouble, rest))?;
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

/// `trouble` with a paper, and that `rest` were not read after it.
fn before(trouble: Trouble, rest: &[PathBuf]) -> Trouble {
    let names: Vec<String> = rest.iter().map(|file| file.display().to_string()).collect();
    match names.as_slice() {
        [] => trouble,
        names => trouble.with_hint(&format!("Not read after it: {}.", names.join(", "))),
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
