//! Papers from the disk: which there are, what one would bring, and all of it
//! into the book.

use std::io::Read as _;
use std::path::{Path, PathBuf};

use super::{Trouble, place};
use crate::app::{Listing, Loaded, Wish};
use crate::book::{Book, Gathered, Pen, Signed};
use crate::import::{self, Found, Known, PaperKind, limit};
use crate::model::MeetingId;
use crate::rules;

/// The most names of a folder that are looked at, and that are shown.
const LOOKED_AT: usize = 10_000;
const SHOWN: usize = 500;

/// Reads the paper at `file` against what the book knows; nothing is written.
/// With what was found comes how many names were given to what is new in it.
pub(super) fn read(
    book: &Book,
    file: &Path,
    kind: PaperKind,
    meeting: Option<&MeetingId>,
) -> Result<(Found, i64), Trouble> {
    let bytes = bytes(file)?;
    let gathered = book.gathered(meeting)?;
    let mut mint = book.mint()?;
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let found = import::read(&name, &bytes, kind, &known(&gathered), &mut mint)?;
    Ok((found, mint.minted()))
}

/// Puts all of what was found on record as one entry; tells what it was, or
/// nothing if the book says so already.
pub fn take_in(pen: &mut Pen, found: &Found, minted: i64) -> Result<Option<String>, Trouble> {
    let Some(entry) = &found.entry else { return Ok(None) };
    let signed = Signed { clerk: place::holder().who, at: place::now(), minted };
    let permitted = rules::admit(entry.clone(), &pen.locked()?)?;
    Ok(pen.record(&permitted, &signed)?.map(|_| permitted.said().to_owned()))
}

/// What the paper would bring that is wished for from the screen; `folder` is
/// where a name begins that does not begin at the root.
#[must_use]
pub fn preview(book: &Book, folder: &Path, wish: Wish) -> Loaded {
    let file = folder.join(place::at_home(&wish.file));
    let read = read(book, &file, wish.kind, wish.meeting.as_ref());
    let found = read
        .map(|(found, minted)| (Box::new(found), minted))
        .map_err(|trouble| (trouble.message, trouble.hint));
    Loaded::Paper(wish, found)
}

/// What could be meant by the beginning of a file's name.
#[must_use]
pub fn files(folder: &Path, typed: String) -> Listing {
    let (within, part) = typed.split_at(Listing::folder_of(&typed).len());
    let part = part.to_lowercase();
    let at = folder.join(place::at_home(within));
    let at = if at.as_os_str().is_empty() { PathBuf::from(".") } else { at };
    let entries = match std::fs::read_dir(&at) {
        Ok(entries) => entries,
        Err(error) => {
            let why = Some(format!("No folder can be read there ({error})."));
            return Listing { typed, names: Vec::new(), why };
        }
    };
    let mut names: Vec<(u8, String)> = entries
        .take(LOOKED_AT)
        .filter_map(Result::ok)
        .filter_map(|entry| {
            let mut name = entry.file_name().into_string().ok()?;
            let rank = rank(&name, &part)?;
            if entry.path().is_dir() {
                name.push('/');
            }
            Some((rank, name))
        })
        .collect();
    names.sort();
    names.truncate(SHOWN);
    Listing { typed, names: names.into_iter().map(|(_, name)| name).collect(), why: None }
}

/// How near a name is to what was typed, in small letters: it, one that begins
/// so, one that has it in it. A hidden file is meant only by its dot.
fn rank(name: &str, part: &str) -> Option<u8> {
    if name.starts_with('.') && !part.starts_with('.') {
        return None;
    }
    let name = name.to_lowercase();
    let ranks = [name == part, name.starts_with(part), name.contains(part)];
    (0..).zip(ranks).find_map(|(rank, is)| is.then_some(rank))
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
        typed: &gathered.typed,
        reworded: &gathered.reworded,
        decisions: &gathered.decisions,
        votes: &gathered.votes,
        actions: &gathered.actions,
        updates: &gathered.updates,
        targets: &gathered.targets,
        results: &gathered.results,
        mutes: &gathered.mutes,
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
            format!("{shown} is larger than {} MB.", limit::FILE >> 20),
            "Take out pictures, or import the part that matters.",
        )
    };
    let most = limit::FILE as u64;
    if about.len() > most {
        return Err(too_large());
    }
    let mut bytes = Vec::new();
    std::fs::File::open(file)
        .and_then(|file| file.take(most + 1).read_to_end(&mut bytes))
        .map_err(failed)?;
    if bytes.len() > limit::FILE { Err(too_large()) } else { Ok(bytes) }
}
