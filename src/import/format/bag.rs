//! Zipped files: their parts, taken out one by one and never further than the
//! limits allow.

use std::collections::HashSet;
use std::io::{Cursor, Read as _};

use zip::ZipArchive;

use super::super::fault::Fault;
use super::super::limit;

/// A zipped file.
pub(super) struct Bag<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// How much has been unzipped so far.
    spent: u64,
}

impl<'a> Bag<'a> {
    /// Opens `bytes`, having counted their parts and looked that no two share
    /// a name, so that every reader of the file sees the same parts.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, Fault> {
        census(bytes)?;
        let archive =
            ZipArchive::new(Cursor::new(bytes)).map_err(|wrong| broken("the file", &wrong))?;
        Ok(Self { archive, spent: 0 })
    }

    /// Whether it has a part called `name`.
    pub(super) fn has(&self, name: &str) -> bool {
        self.archive.index_for_name(name).is_some()
    }

    /// The names of its parts.
    pub(super) fn names(&self) -> Vec<String> {
        self.archive.file_names().filter_map(Result::ok).map(std::borrow::Cow::into_owned).collect()
    }

    /// The part called `name`, if there is one.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<Vec<u8>>, Fault> {
        let mut bytes = vec![];
        Ok(self.pour(name, &mut bytes)?.then_some(bytes))
    }

    /// Unzips every part and keeps none, to know that all of them are within
    /// the limits before another reader is given the file.
    pub(super) fn weigh(&mut self) -> Result<(), Fault> {
        for name in self.names() {
            self.pour(&name, &mut vec![])?;
        }
        self.spent = 0;
        Ok(())
    }

    fn pour(&mut self, name: &str, into: &mut Vec<u8>) -> Result<bool, Fault> {
        let Some(at) = self.archive.index_for_name(name) else { return Ok(false) };
        let part = self.archive.by_index(at).map_err(|wrong| broken(name, &wrong))?;
        if part.size() > limit::PART {
            return Err(Fault::over(format!("{name} is too large once unzipped"), "32 MB a part"));
        }
        let room = limit::PART.min(limit::PARTS_TOGETHER.saturating_sub(self.spent));
        let read = part.take(room + 1).read_to_end(into);
        let read = read.map_err(|_| {
            Fault::damaged(name, "it cannot be unzipped; the file is incomplete or spoilt")
        })?;
        self.spent = self.spent.saturating_add(u64::try_from(read).unwrap_or(u64::MAX));
        if u64::try_from(read).unwrap_or(u64::MAX) > room {
            return Err(Fault::over(
                format!("{name} is too large once unzipped"),
                "32 MB a part, 64 MB in all",
            ));
        }
        Ok(true)
    }
}

fn broken(place: &str, wrong: &zip::result::ZipError) -> Fault {
    match wrong {
        zip::result::ZipError::UnsupportedArchive(what) if what.contains("assword") => {
            Fault::Refused {
                sort: "protected by a password",
                hint: "Open it with the password and save a copy without one.",
            }
        }
        _ => Fault::damaged(place, "it cannot be unzipped; the file is incomplete or spoilt"),
    }
}

/// Reads the list of parts at the end of the file, without opening any.
fn census(bytes: &[u8]) -> Result<(), Fault> {
    let spoilt =
        || Fault::damaged("the file", "its list of parts is missing; it is incomplete or spoilt");
    let end = find_end(bytes).ok_or_else(spoilt)?;
    let count = usize::from(word(bytes, end + 10).ok_or_else(spoilt)?);
    if count > limit::PARTS {
        return Err(Fault::over(format!("the file has {count} parts"), "2,000 parts"));
    }
    let mut at =
        long(bytes, end + 16).and_then(|at| usize::try_from(at).ok()).ok_or_else(spoilt)?;
    let mut seen = HashSet::new();
    for _ in 0..count {
        if bytes.get(at..at + 4) != Some(b"PK\x01\x02") {
            return Err(spoilt());
        }
        let [name, extra, comment] =
            [28, 30, 32].map(|offset| word(bytes, at + offset).map(usize::from));
        let (Some(name), Some(extra), Some(comment)) = (name, extra, comment) else {
            return Err(spoilt());
        };
        let called = bytes.get(at + 46..at + 46 + name).ok_or_else(spoilt)?;
        let called = String::from_utf8_lossy(called).replace('\\', "/").to_lowercase();
        if !seen.insert(called.clone()) {
            return Err(Fault::unsafe_part(
                "the file",
                format!("two of its parts are called {called}"),
            ));
        }
        at += 46 + name + extra + comment;
    }
    Ok(())
}

/// Where the end record begins, looking back over a comment of any length.
fn find_end(bytes: &[u8]) -> Option<usize> {
    let last = bytes.len().checked_sub(22)?;
    let first = last.saturating_sub(usize::from(u16::MAX));
    (first..=last).rev().find(|at| bytes.get(*at..*at + 4) == Some(b"PK\x05\x06"))
}

fn word(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

fn long(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}
