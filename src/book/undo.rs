//! Undo and redo: entries are taken back and put back, a line at a time, each under an entry of
//! its own.

use super::error::Doing as _;
use super::journal::{Heading, Signed, commit, entered};
use super::{Error, Pen, Result, replay};
use crate::model::{EntryKind, EntryNo, MeetingId};

/// The verb of the entry that undo does not reach behind.
const CONFIRMED: &str = "confirmed";

impl Pen {
    /// Takes back what was recorded last and stands, with all that came of the same
    /// line; `None` if there is nothing.
    pub fn undo(&mut self, signed: &Signed) -> Result<Option<EntryNo>> {
        self.each(signed, EntryKind::Undo)
    }

    /// Puts back what the last undo took; `None` if nothing was.
    pub fn redo(&mut self, signed: &Signed) -> Result<Option<EntryNo>> {
        self.each(signed, EntryKind::Redo)
    }

    /// Undoes or redoes the entries that came of one line, all of them or none.
    fn each(&mut self, signed: &Signed, kind: EntryKind) -> Result<Option<EntryNo>> {
        let trail = self.trail()?;
        let way: Box<dyn Iterator<Item = EntryNo>> = match kind {
            EntryKind::Undo => Box::new(trail.back()),
            _ => Box::new(trail.forward()),
        };
        let (mut line, mut run) = (None, Vec::new());
        for of in way {
            let act = self.act(of)?;
            if *line.get_or_insert(act) != act {
                break;
            }
            run.push(of);
        }
        self.replay(&run, signed, kind)
    }

    /// Puts back an entry that was taken back, wherever it stands among them.
    pub(super) fn put_back(&mut self, of: EntryNo, signed: &Signed) -> Result<()> {
        self.replay(&[of], signed, EntryKind::Redo).map(|_| ())
    }

    /// Undoes or redoes `entries` in that order, each under an entry of its own, and gives
    /// the last of these.
    fn replay(
        &mut self,
        entries: &[EntryNo],
        signed: &Signed,
        kind: EntryKind,
    ) -> Result<Option<EntryNo>> {
        self.line = None;
        let headings = entries.iter().map(|of| Ok((*of, self.heading(*of)?)));
        let headings = headings.collect::<Result<Vec<_>>>()?;
        let tx = self.begin()?;
        let mut last = None;
        for (of, (verb, meeting, said)) in headings {
            if kind == EntryKind::Undo && verb == CONFIRMED {
                return Err(Error::Confirmed);
            }
            let meeting = meeting.as_ref();
            let heading =
                Heading { kind, of: Some(of), verb: &verb, meeting, said: &said, act: None };
            last = entered(&tx, &heading, signed, |tx| match kind {
                EntryKind::Undo => replay::backward(tx, of),
                _ => replay::forward(tx, of),
            })?;
            if last.is_none() {
                return Ok(None); // dropping `tx` takes all of it back
            }
        }
        commit(&tx, entries.first().copied())?;
        drop(tx);
        self.seen = last.unwrap_or(self.seen);
        Ok(last)
    }

    /// The first entry of the line that entry `no` came of: itself, if it is that.
    fn act(&self, no: EntryNo) -> Result<EntryNo> {
        self.db
            .query_row("SELECT coalesce(act, no) FROM entry WHERE no = ?", [no.0], |row| row.get(0))
            .map(EntryNo)
            .doing("reading the journal")
    }

    fn heading(&self, no: EntryNo) -> Result<(String, Option<MeetingId>, String)> {
        self.db
            .query_row("SELECT verb, meeting, said FROM entry WHERE no = ?", [no.0], |row| {
                let meeting: Option<String> = row.get(1)?;
                Ok((row.get(0)?, meeting.map(MeetingId), row.get(2)?))
            })
            .doing("reading the journal")
    }
}
