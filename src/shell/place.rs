//! Where books are, who the clerk is, and what time it is: everything asked of
//! the machine.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

use chrono::{Local, SubsecRound as _, TimeDelta};
use etcetera::BaseStrategy as _;

use super::Trouble;
use crate::book::{Holder, Pen, Signed};
use crate::import::sample;
use crate::model::Entry;
use crate::model::day::Stamp;
use crate::rules;

/// By how many seconds the clock is turned: not at all, but while the sample is
/// tried on.
static TURNED: AtomicI64 = AtomicI64::new(0);

/// Now, on the clock of this machine; while the sample is tried on, the same
/// hour of the day its meeting is held, so that nothing in it is years overdue.
pub(super) fn now() -> Stamp {
    let turned = TimeDelta::seconds(TURNED.load(Ordering::Relaxed));
    let now = Local::now().fixed_offset();
    now.checked_add_signed(turned).unwrap_or(now).trunc_subsecs(0)
}

/// Sees that the clock says a time that anything can be dated by.
pub(super) fn clock() -> Result<(), Trouble> {
    match SystemTime::now().duration_since(UNIX_EPOCH) {
        Ok(_) => Ok(()),
        Err(_) => Err(Trouble::refused(
            "clock",
            "The clock of this machine says a day before 1970, and nothing could be dated by it.",
            "Set the clock and try again.",
        )),
    }
}

/// The last second of a day, as this machine counted time on it.
pub(super) fn end_of(day: chrono::NaiveDate) -> Stamp {
    let night = day.and_hms_opt(23, 59, 59);
    let night = night.and_then(|at| at.and_local_timezone(Local).latest());
    night.map_or_else(now, |at| at.fixed_offset())
}

/// Who writes.
pub(super) fn holder() -> Holder {
    let named = ["USER", "LOGNAME", "USERNAME"].iter().find_map(|name| std::env::var(name).ok());
    Holder {
        who: named.filter(|name| !name.is_empty()).unwrap_or_else(|| "clerk".into()),
        host: gethostname::gethostname().to_string_lossy().into_owned(),
        pid: std::process::id(),
    }
}

/// The book that is meant: the one named, else $MINUTEBOOK, else the one in the
/// data folder. It is always a path and never a name `SQLite` would read some
/// other way.
pub(super) fn book(named: Option<&Path>) -> Result<PathBuf, Trouble> {
    let path = match named {
        Some(path) => path.to_owned(),
        None => match std::env::var_os("MINUTEBOOK").filter(|name| !name.is_empty()) {
            Some(path) => PathBuf::from(path),
            None => folder()?.join("default.minutebook"),
        },
    };
    absolute(&path)
}

/// A path from the root.
pub(super) fn absolute(path: &Path) -> Result<PathBuf, Trouble> {
    std::path::absolute(path)
        .map_err(|_| Trouble::usage("The name of the book is empty.", "Name a file after --book."))
}

fn folder() -> Result<PathBuf, Trouble> {
    etcetera::choose_base_strategy().map(|base| base.data_dir().join("minutebook")).map_err(|_| {
        Trouble::refused(
            "no_home",
            "No data folder could be found for you.",
            "Name the book with --book FILE.",
        )
    })
}

/// Makes a book, empty or with the sample in it; a folder of ours is made for
/// it, and no other.
pub(super) fn make(path: &Path, with_sample: bool) -> Result<Pen, Trouble> {
    if let (Some(parent), Ok(ours)) = (path.parent(), folder())
        && parent == ours
    {
        private_folder(parent).map_err(|why| {
            Trouble::refused(
                "disk",
                format!("The folder {} cannot be made ({why}).", parent.display()),
                "",
            )
        })?;
    }
    let at = now();
    let mut pen = Pen::create(path, &holder(), at)?;
    if with_sample && let Err(trouble) = fill(&mut pen, at) {
        drop(pen);
        let _ = std::fs::remove_file(path);
        return Err(trouble);
    }
    Ok(pen)
}

/// Makes the sample in a folder that goes when it is dropped, and turns the
/// clock to the day of its meeting.
pub(super) fn try_on() -> Result<(tempfile::TempDir, Pen), Trouble> {
    let folder = tempfile::Builder::new().prefix("minutebook-").tempdir().map_err(|error| {
        Trouble::refused(
            "disk",
            format!("No temporary folder can be made ({error})."),
            "Name a file: minutebook demo FILE.",
        )
    })?;
    if let Some(day) = sample::DAY {
        let turned = day.signed_duration_since(now().date_naive());
        TURNED.fetch_add(turned.num_seconds(), Ordering::Relaxed);
    }
    let pen = make(&folder.path().join("sample.minutebook"), true)?;
    Ok((folder, pen))
}

fn fill(pen: &mut Pen, at: Stamp) -> Result<(), Trouble> {
    let sample = sample::sample().map_err(|error| {
        Trouble::refused("sample", error.to_string(), "This is a fault in the program.")
    })?;
    // The sample's own ranks end below this.
    let minted = i64::try_from(sample.rows.len()).unwrap_or(0) + 1_000;
    let entry = Entry::Filed { said: sample.said, rows: sample.rows, gone: Vec::new() };
    pen.record(&rules::admit(entry, &[])?, &Signed { clerk: holder().who, at, minted })?;
    pen.set_setting("about", &sample.about)?;
    pen.set_setting("opens at", sample::MEETING)?;
    Ok(())
}

#[cfg(unix)]
fn private_folder(path: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::DirBuilderExt as _;
    std::fs::DirBuilder::new().recursive(true).mode(0o700).create(path)
}

#[cfg(not(unix))]
fn private_folder(path: &Path) -> std::io::Result<()> {
    std::fs::create_dir_all(path)
}

/// A path in which `~` is the clerk's own folder.
pub(super) fn at_home(path: &str) -> PathBuf {
    let rest = path.strip_prefix('~').filter(|rest| rest.is_empty() || rest.starts_with('/'));
    match (rest, etcetera::home_dir()) {
        (Some(rest), Ok(home)) => home.join(rest.trim_start_matches('/')),
        _ => PathBuf::from(path),
    }
}
