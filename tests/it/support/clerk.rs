//! A clerk who minutes by capture lines alone, on a real book.

use minutebook::book::{Holder, Pen, Signed};
use minutebook::capture::{self, Place};
use minutebook::model::{Entry, Item, MeetingId, Mint, Record, Sitting, day::Stamp};
use minutebook::rules;

use super::blank::at;

/// A clerk at a meeting, with the pen of a book of their own.
pub(crate) struct Clerk {
    pub(crate) pen: Pen,
    pub(crate) meeting: MeetingId,
    pub(crate) now: Stamp,
    mint: Mint,
    _folder: tempfile::TempDir,
}

impl Clerk {
    /// A clerk with a book that holds `rows`, about to minute `meeting`.
    pub(crate) fn with(rows: Vec<Record>, meeting: &MeetingId, now: Stamp) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let holder = Holder { who: "clerk".into(), host: "here".into(), pid: 1 };
        let mut pen = Pen::create(&folder.path().join("board.minutebook"), &holder, now).unwrap();
        let entry = Entry::Filed { said: "The board.".into(), rows, gone: vec![] };
        let signed = Signed { clerk: "clerk".into(), at: now, minted: 1_000 };
        pen.record(&rules::admit(entry).unwrap(), &signed).unwrap();
        let mint = pen.mint().unwrap();
        Self { pen, meeting: meeting.clone(), now, mint, _folder: folder }
    }

    /// A clerk about to minute the meeting of `sitting`, as it stood before
    /// anything was recorded.
    pub(crate) fn before(sitting: &Sitting) -> Self {
        let began = at(sitting.meeting.date, "10.00");
        Self::with(rows_before(sitting), &sitting.meeting.id, began)
    }

    pub(crate) fn sitting(&self) -> Sitting {
        self.pen.sitting(&self.meeting).unwrap()
    }

    /// Puts a line on record, or says why not.
    pub(crate) fn try_line(&mut self, line: &str) -> Result<Vec<String>, String> {
        let sitting = self.sitting();
        let last = sitting.items.iter().filter(|item| item.taken.is_some()).max_by_key(|i| i.taken);
        let here = sitting.current().or(last).or(sitting.items.first()).map(|item| item.id.clone());
        let paragraph = here.as_ref().map_or(0, |id| capture::paragraphs(sitting.text_of(id)));
        let place = Place { sitting: &sitting, item: here.as_ref(), paragraph, now: self.now };
        let entries = if capture::is_capture(line) {
            capture::read(line, &place, &mut self.mint)
                .map_err(|unclear| unclear.in_full(&sitting))?
                .entries
        } else {
            let item = here.unwrap();
            let before = sitting.text_of(&item);
            let text =
                if before.is_empty() { line.to_owned() } else { format!("{before}\n{line}") };
            vec![Entry::Wrote { meeting: self.meeting.clone(), item, text }]
        };
        let mut warnings = vec![];
        for entry in entries {
            let permitted =
                rules::permit(&self.sitting(), entry).map_err(|refusal| refusal.in_full())?;
            warnings.extend(permitted.warnings().iter().cloned());
            let signed = Signed { clerk: "clerk".into(), at: self.now, minted: self.mint.minted() };
            self.pen.record(&permitted, &signed).unwrap();
        }
        Ok(warnings)
    }

    /// Puts lines on record, one to a line of `script`; a time of day at the
    /// start of one is what the clock says from then on.
    #[track_caller]
    pub(crate) fn script(&mut self, script: &str) -> &mut Self {
        for line in script.lines().map(str::trim).filter(|line| !line.is_empty()) {
            let (clock, rest) = line.split_once(' ').unwrap_or((line, ""));
            let line = if capture::time(clock).is_some() {
                self.now = at(self.now.date_naive(), clock);
                rest
            } else {
                line
            };
            if let Err(why) = self.try_line(line) {
                panic!("{line}: {why}");
            }
        }
        self
    }

    /// Why `line` is refused.
    #[track_caller]
    pub(crate) fn refused(&mut self, line: &str) -> String {
        let before = self.pen.count().unwrap();
        let why = self.try_line(line).expect_err(line);
        assert_eq!(self.pen.count().unwrap(), before, "{line} was refused and recorded");
        why
    }
}

/// The rows of a meeting before anything was recorded at it.
pub(crate) fn rows_before(sitting: &Sitting) -> Vec<Record> {
    let mut rows: Vec<Record> = vec![];
    rows.extend(sitting.organisations.iter().cloned().map(Record::from));
    rows.extend(sitting.people.iter().cloned().map(Record::from));
    rows.push(sitting.body.clone().into());
    rows.extend(sitting.appointments.iter().cloned().map(Record::from));
    let mut held = sitting.meeting.clone();
    (held.began_at, held.ended_at) = (None, None);
    held.status = minutebook::model::MeetingStatus::Planned;
    rows.push(held.into());
    rows.extend(sitting.neighbours.previous.iter().cloned().map(Record::from));
    rows.extend(sitting.neighbours.coming.iter().cloned().map(Record::from));
    let items = sitting.items.iter().filter(|item| !item.number.is_empty());
    rows.extend(items.cloned().map(|item| {
        Record::from(Item {
            status: minutebook::model::ItemStatus::NotReached,
            taken: None,
            started_at: None,
            ended_at: None,
            deferred_to: String::new(),
            why: String::new(),
            ..item
        })
    }));
    rows
}
