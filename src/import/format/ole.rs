//! The old container of Office files: which sort one is, and, for an Excel
//! workbook, how far its cells reach and what is hidden in it.

use std::collections::{HashMap, HashSet};

use super::super::fault::Fault;
use super::super::limit;
use super::look::{self, Look};

/// What every such file begins with.
pub(super) const MAGIC: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// One sheet of a workbook, as far as must be known before it is read.
#[derive(Debug, Default)]
pub(super) struct Outline {
    /// The rows that are hidden.
    pub(super) rows: HashSet<u32>,
    /// The columns that are hidden.
    pub(super) columns: HashSet<u32>,
    /// The cells that do not show their numbers as they are.
    pub(super) looks: HashMap<(u32, u32), Look>,
    top: Option<(u32, u32)>,
    bottom: (u32, u32),
}

/// The sheets of the workbook in `bytes`, in order; refuses every other sort
/// of file by its name.
pub(super) fn sheets(bytes: &[u8]) -> Result<Vec<Outline>, Fault> {
    let broken =
        || Fault::damaged("the file", "its directory cannot be read; it is incomplete or spoilt");
    let container = Container::open(bytes).ok_or_else(broken)?;
    let has = |name: &str| container.entries.iter().any(|entry| entry.name == name);
    if has("EncryptedPackage") || has("EncryptionInfo") {
        return Err(Fault::Refused {
            sort: "protected by a password",
            hint: "Open it with the password and save a copy without one.",
        });
    }
    if has("WordDocument") {
        return Err(Fault::Refused {
            sort: "a Word document of the old sort (.doc)",
            hint: "Open it in a word processor and save it as .docx or .odt.",
        });
    }
    if has("PowerPoint Document") {
        return Err(Fault::Refused {
            sort: "a presentation",
            hint: "Save its text as a document or as plain text.",
        });
    }
    let book = container.entries.iter().find(|e| e.name == "Workbook" || e.name == "Book");
    let Some(book) = book else {
        return Err(Fault::Refused {
            sort: "an old Office file that is neither a document nor a workbook",
            hint: "Save it in another format.",
        });
    };
    outlines(&container.stream(book).ok_or_else(broken)?)
}

/// Walks the records of a workbook.
fn outlines(stream: &[u8]) -> Result<Vec<Outline>, Fault> {
    let mut sheets: Vec<Outline> = vec![];
    let mut at = 0;
    let mut cells = 0usize;
    let mut styles = Styles::new();
    // Where sheets begin, and where the workbook says that they do.
    let (mut begun, mut said): (HashSet<usize>, Vec<u32>) = (HashSet::new(), Vec::new());
    while let (Some(id), Some(length)) = (word(stream, at), word(stream, at + 2)) {
        let body = stream.get(at + 4..at + 4 + usize::from(length)).unwrap_or_default();
        let place = || Some((u32::from(word(body, 0)?), u32::from(word(body, 2)?)));
        styles.read(id, body);
        match id {
            0x0809 | 0x0409 | 0x0209 | 0x0009 => {
                begun.insert(at);
                sheets.push(Outline::default());
            }
            0x0085 => said.extend(long(body, 0)),
            0x0200 if is_boundless(body) => {
                return Err(Fault::over(
                    "a sheet says it is larger than any can be",
                    "100,000 cells",
                ));
            }
            0x002F => {
                return Err(Fault::Refused {
                    sort: "protected by a password",
                    hint: "Open it with the password and save a copy without one.",
                });
            }
            0x0203 | 0x00FD | 0x0204 | 0x027E | 0x00BD | 0x0006 | 0x0205 | 0x00D6 | 0x0406
            | 0x0206 => {
                cells += 1;
                if let (Some(sheet), Some(place)) = (sheets.last_mut(), place()) {
                    sheet.reach(place)?;
                    sheet.looks.extend(styles.looks(id, body, place));
                }
            }
            0x0208 if word(body, 12).is_some_and(|options| options & 0x20 != 0) => {
                if let (Some(sheet), Some((row, _))) = (sheets.last_mut(), place()) {
                    sheet.rows.insert(row);
                }
            }
            0x007D if word(body, 8).is_some_and(|options| options & 1 != 0) => {
                if let (Some(sheet), Some((from, to))) = (sheets.last_mut(), place()) {
                    sheet.columns.extend(from..=to.min(from + 256));
                }
            }
            _ => {}
        }
        if cells > limit::CELLS {
            return Err(Fault::over("the workbook is too large", "100,000 cells"));
        }
        at += 4 + usize::from(length);
    }
    begin_as_said(&begun, &said)?;
    // The first is the workbook's own, before any sheet.
    if !sheets.is_empty() {
        sheets.remove(0);
    }
    Ok(sheets)
}

/// Refuses a workbook that says sheets begin elsewhere than they do: whoever reads the cells
/// goes where it says, among records that nobody looked at.
fn begin_as_said(begun: &HashSet<usize>, said: &[u32]) -> Result<(), Fault> {
    let is_a_sheet = |said: &u32| usize::try_from(*said).is_ok_and(|at| begun.contains(&at));
    if said.iter().all(is_a_sheet) {
        return Ok(());
    }
    Err(Fault::damaged("the workbook", "a sheet does not begin where it is said to"))
}

/// The most rows and columns that a sheet of the old sort can have.
const MOST: (u32, u32) = (65_536, 256);

/// Whether a sheet says that its cells reach further than they can. Room is made for all it
/// says, before any is read.
fn is_boundless(body: &[u8]) -> bool {
    let short = |at: usize| word(body, at).map(u32::from);
    let (last_row, last_column) = match body.len() {
        0..=13 => (short(2), short(6)),
        _ => (long(body, 4), short(10)),
    };
    last_row.is_some_and(|n| n > MOST.0) || last_column.is_some_and(|n| n > MOST.1)
}

/// How the styles of a workbook show numbers, as its records give them.
struct Styles {
    formats: HashMap<usize, Look>,
    looks: Vec<Option<Look>>,
}

impl Styles {
    fn new() -> Self {
        Self { formats: look::known(), looks: Vec::new() }
    }

    /// Reads a record that defines a format or a style.
    fn read(&mut self, id: u16, body: &[u8]) {
        let number = |at| word(body, at).map(usize::from);
        match id {
            0x041E => {
                let wide = body.get(4).is_some_and(|flags| flags & 1 == 1);
                let code: String = if wide {
                    let units: Vec<u16> =
                        body[5..].chunks_exact(2).filter_map(|b| word(b, 0)).collect();
                    String::from_utf16_lossy(&units)
                } else {
                    body.get(5..).unwrap_or_default().iter().map(|b| char::from(*b)).collect()
                };
                if let (Some(id), Some(look)) = (number(0), look::of(&code)) {
                    self.formats.insert(id, look);
                }
            }
            0x00E0 => {
                let look = number(2).and_then(|id| self.formats.get(&id)).copied();
                self.looks.push(look);
            }
            _ => {}
        }
    }

    /// The looks of the cells of one record: a number, a formula, or several
    /// numbers side by side.
    fn looks(&self, id: u16, body: &[u8], (row, column): (u32, u32)) -> Vec<((u32, u32), Look)> {
        let many = if id == 0x00BD { body.len().saturating_sub(6) / 6 } else { 1 };
        if !matches!(id, 0x0203 | 0x027E | 0x00BD | 0x0006) {
            return Vec::new();
        }
        let cell = |nth: usize| {
            let style = usize::from(word(body, 4 + 6 * nth)?);
            let look = self.looks.get(style).copied().flatten()?;
            Some(((row, column + u32::try_from(nth).ok()?), look))
        };
        (0..many).filter_map(cell).collect()
    }
}

impl Outline {
    /// Refuses cells so far apart that the room between them is past any limit.
    fn reach(&mut self, place: (u32, u32)) -> Result<(), Fault> {
        let top = self.top.get_or_insert(place);
        *top = (top.0.min(place.0), top.1.min(place.1));
        self.bottom = (self.bottom.0.max(place.0), self.bottom.1.max(place.1));
        let side = |from: u32, to: u32| usize::try_from(to - from).unwrap_or(usize::MAX);
        let (down, across) = (side(top.0, self.bottom.0), side(top.1, self.bottom.1));
        if down.saturating_mul(across) > 20 * limit::CELLS {
            return Err(Fault::over("a sheet's cells stand too far apart", "100,000 cells"));
        }
        Ok(())
    }
}

struct Entry {
    name: String,
    start: u32,
    size: usize,
}

/// The container: sectors chained by a table.
struct Container<'a> {
    bytes: &'a [u8],
    sector: usize,
    fat: Vec<u32>,
    entries: Vec<Entry>,
    small: Vec<u32>,
    cutoff: usize,
}

impl<'a> Container<'a> {
    fn open(bytes: &'a [u8]) -> Option<Self> {
        let sector = match word(bytes, 30)? {
            9 => 512,
            12 => 4096,
            _ => return None,
        };
        let mut this =
            Self { bytes, sector, fat: vec![], entries: vec![], small: vec![], cutoff: 4096 };
        this.cutoff = usize::try_from(long(bytes, 56)?).ok()?;
        let mut tables: Vec<u32> = (0..109).filter_map(|n| long(bytes, 76 + 4 * n)).collect();
        let mut next = long(bytes, 68)?;
        for _ in 0..bytes.len() / sector {
            let Some(part) = this.at(next) else { break };
            let count = sector / 4 - 1;
            tables.extend((0..count).filter_map(|n| long(part, 4 * n)));
            next = long(part, 4 * count)?;
        }
        for table in tables.into_iter().filter(|table| *table < 0xFFFF_FFFA) {
            let part = this.at(table)?;
            this.fat.extend((0..sector / 4).filter_map(|n| long(part, 4 * n)));
        }
        let directory = this.chain(long(bytes, 48)?, usize::MAX)?;
        this.entries = directory.chunks_exact(128).filter_map(entry).collect();
        let small = this.chain(long(bytes, 60)?, usize::MAX).unwrap_or_default();
        this.small = small.chunks_exact(4).filter_map(|part| long(part, 0)).collect();
        Some(this)
    }

    /// The bytes of one sector.
    fn at(&self, number: u32) -> Option<&'a [u8]> {
        let from = usize::try_from(number).ok()?.checked_add(1)?.checked_mul(self.sector)?;
        self.bytes.get(from..(from + self.sector).min(self.bytes.len()))
    }

    /// The bytes of a chain of sectors; none if it runs in a circle.
    fn chain(&self, start: u32, most: usize) -> Option<Vec<u8>> {
        let mut out = vec![];
        let mut next = start;
        for _ in 0..=self.fat.len() {
            if next >= 0xFFFF_FFFA || out.len() >= most {
                return Some(out);
            }
            out.extend_from_slice(self.at(next)?);
            next = *self.fat.get(usize::try_from(next).ok()?)?;
        }
        None
    }

    fn stream(&self, entry: &Entry) -> Option<Vec<u8>> {
        let mut out = if entry.size < self.cutoff {
            let root = self.entries.iter().find(|e| e.name == "Root Entry")?;
            let store = self.chain(root.start, usize::MAX)?;
            let mut out = vec![];
            let mut next = entry.start;
            while next < 0xFFFF_FFFA && out.len() < entry.size {
                let from = usize::try_from(next).ok()?.checked_mul(64)?;
                out.extend_from_slice(store.get(from..from + 64)?);
                next = *self.small.get(usize::try_from(next).ok()?)?;
            }
            out
        } else {
            self.chain(entry.start, entry.size)?
        };
        out.truncate(entry.size);
        Some(out)
    }
}

fn entry(bytes: &[u8]) -> Option<Entry> {
    let length = usize::from(word(bytes, 64)?).checked_sub(2)?.min(62);
    let units: Vec<u16> = (0..length / 2).filter_map(|n| word(bytes, 2 * n)).collect();
    let name = String::from_utf16_lossy(&units);
    Some(Entry { name, start: long(bytes, 116)?, size: usize::try_from(long(bytes, 120)?).ok()? })
}

fn word(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

fn long(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}
