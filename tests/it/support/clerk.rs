//! A clerk who minutes by capture lines alone, on a real book.

use minutebook::book::{EVERY, Filter, Pen, Signed};
use minutebook::capture::{self, Place};
use minutebook::document::{Audience, Document};
use minutebook::export::Format;
use minutebook::model::{
    BodyKind, Decision, Entry, EntryNo, Item, ItemId, MeetingId, Mint, Record, Sitting, day::Stamp,
    paragraph_count,
};
use minutebook::rules;

use super::blank::{at, day};
use super::invented::committee;
use super::shelf::Shelf;

/// A clerk at a meeting, with the pen of a book of their own.
pub(crate) struct Clerk {
    pub(crate) pen: Pen,
    pub(crate) meeting: MeetingId,
    pub(crate) now: Stamp,
    pub(crate) shelf: Shelf,
    /// The item looked at, where it is another than the one being discussed.
    looking: Option<ItemId>,
    mint: Mint,
}

impl Clerk {
    /// A clerk with a book that holds `rows`, about to minute `meeting`.
    pub(crate) fn with(rows: Vec<Record>, meeting: &MeetingId, now: Stamp) -> Self {
        Self::on(Shelf::with("The board.", rows), meeting, now)
    }

    /// A clerk with the book on `shelf`, about to minute `meeting`.
    pub(crate) fn on(shelf: Shelf, meeting: &MeetingId, now: Stamp) -> Self {
        let pen = shelf.pen();
        let mint = pen.mint().unwrap();
        Self { pen, meeting: meeting.clone(), now, shelf, looking: None, mint }
    }

    /// A clerk about to minute the meeting of `sitting`, as it stood before
    /// anything was recorded.
    pub(crate) fn before(sitting: &Sitting) -> Self {
        let began = at(sitting.meeting.date, "10.00");
        Self::with(rows_before(sitting), &sitting.meeting.id, began)
    }

    /// A clerk with a committee in session at item 6, everyone but Tarrant in the
    /// room.
    pub(crate) fn in_session() -> Self {
        let mut clerk = Self::before(&committee());
        clerk.script(
            "10.00 .next
             .chair okonjo
             .in allardyce, farrow, hesketh, nettleship, ravensworth, idris, quill, penhale
             .apol tarrant
             .item 6",
        );
        clerk
    }

    pub(crate) fn sitting(&self) -> Sitting {
        self.pen.sitting(&self.meeting).unwrap()
    }

    /// Puts a line on record, or says why not.
    pub(crate) fn try_line(&mut self, line: &str) -> Result<Vec<String>, String> {
        let mut warnings = vec![];
        let entries = self.read(line)?;
        rules::foresee(&self.sitting(), &entries).map_err(|refusal| refusal.in_full())?;
        for (nth, entry) in entries.into_iter().enumerate() {
            warnings.extend(self.put_part(entry, nth > 0)?.1);
        }
        Ok(warnings)
    }

    /// What a line would put on record: a capture line, or a paragraph.
    pub(crate) fn read(&mut self, line: &str) -> Result<Vec<Entry>, String> {
        let sitting = self.sitting();
        let looking = self.looking.as_ref().and_then(|id| sitting.item(id));
        let here = looking
            .or(sitting.current())
            .or(sitting.last_taken())
            .or(sitting.items.first())
            .map(|item| item.id.clone());
        let paragraph = here.as_ref().map_or(0, |id| paragraph_count(sitting.text_of(id)));
        let place = Place { sitting: &sitting, item: here.as_ref(), paragraph, now: self.now };
        if capture::is_capture(line) {
            let read = capture::read(line, &place, &mut self.mint);
            return read.map(|read| read.entries).map_err(|unclear| unclear.in_full(&sitting));
        }
        let item = here.unwrap();
        let before = sitting.text_of(&item);
        let text = if before.is_empty() { line.to_owned() } else { format!("{before}\n{line}") };
        Ok(vec![Entry::Wrote { meeting: self.meeting.clone(), item, text }])
    }

    /// Records a line at the foot of a meeting's page, with nothing written yet: what it
    /// decides stands below all that will be.
    pub(crate) fn keys(&mut self, line: &str) {
        for entry in self.read(line).unwrap() {
            let entry = match entry {
                Entry::Decided { decision } => {
                    Entry::Decided { decision: Decision { place: u32::MAX, ..decision } }
                }
                entry => entry,
            };
            self.put(entry).unwrap();
        }
    }

    /// Writes the minute of the item being discussed.
    pub(crate) fn writes(&mut self, text: &str) {
        let item = self.sitting().current().unwrap().id.clone();
        let wrote = Entry::Wrote { meeting: self.meeting.clone(), item, text: text.into() };
        self.put(wrote).unwrap();
    }

    /// The same day, at this time.
    pub(crate) fn at(&mut self, time: &str) -> &mut Self {
        self.now = at(self.now.date_naive(), time);
        self
    }

    /// Looks at an item, whichever is being discussed.
    pub(crate) fn looks_at(&mut self, item: &ItemId) {
        self.looking = Some(item.clone());
    }

    /// What the preview says of a capture line before it is put on record.
    pub(crate) fn preview(&mut self, line: &str) -> String {
        let sitting = self.sitting();
        let here = sitting.current().map(|item| item.id.clone());
        let paragraph = here.as_ref().map_or(0, |id| paragraph_count(sitting.text_of(id)));
        let place = Place { sitting: &sitting, item: here.as_ref(), paragraph, now: self.now };
        capture::read(line, &place, &mut self.mint).unwrap().preview
    }

    /// Puts an entry on record, or says why not; with its number, if it changed
    /// anything, and what it warns of.
    pub(crate) fn put(&mut self, entry: Entry) -> Result<(Option<EntryNo>, Vec<String>), String> {
        self.put_part(entry, false)
    }

    /// The same, of an entry that may be a part of what the one before began.
    fn put_part(
        &mut self,
        entry: Entry,
        part: bool,
    ) -> Result<(Option<EntryNo>, Vec<String>), String> {
        let permitted =
            rules::permit(&self.sitting(), entry).map_err(|refusal| refusal.in_full())?;
        let permitted = if part { permitted.going_on() } else { permitted };
        let signed = self.signed();
        let no = self.pen.record(&permitted, &signed).unwrap();
        Ok((no, permitted.warnings().to_vec()))
    }

    /// Puts a line that sets the book up in it; says what it put there.
    #[track_caller]
    pub(crate) fn sets_up(&mut self, line: &str) -> String {
        self.set_up(line).unwrap()
    }

    /// Goes to a meeting of another body, a committee that looks at what others decide,
    /// with some of the same people as its members.
    pub(crate) fn goes_to_another_body(&mut self) {
        self.goes_to_another_body_of(BodyKind::Scrutiny);
    }

    /// The same, where the other body is of this kind.
    pub(crate) fn goes_to_another_body_of(&mut self, kind: BodyKind) {
        self.turns_to_another_body_of(kind);
        self.now = at(day(2026, 6, 23), "10.00");
        self.script("10.00 .next\n.in okonjo, allardyce, farrow, hesketh as member\n.chair okonjo");
    }

    /// Calls a meeting of another body, of this kind, and opens it before its day.
    pub(crate) fn turns_to_another_body_of(&mut self, kind: BodyKind) {
        self.sets_up(&format!(".body OS Overview Committee as {} quorum 2", kind.plain()));
        self.sets_up(".meeting OS 23 June 2026 10.00");
        let found = self.pen.meetings(&Filter::default(), EVERY).unwrap();
        self.meeting = found.into_iter().find(|line| line.code == "OS").unwrap().id;
    }

    /// Why a line that sets the book up is refused.
    #[track_caller]
    pub(crate) fn refuses_to_set_up(&mut self, line: &str) -> String {
        self.set_up(line).unwrap_err()
    }

    fn set_up(&mut self, line: &str) -> Result<String, String> {
        let today = self.now.date_naive();
        let read = if capture::is_of_schedule(line) {
            capture::read_schedule(line, &self.pen.to_alter(today).unwrap(), today, &mut self.mint)
        } else {
            let (bodies, people) = (self.pen.bodies().unwrap(), self.pen.people().unwrap());
            let (precedents, waiting) =
                (self.pen.precedents().unwrap(), self.pen.waiting().unwrap());
            let shelf = capture::Shelf {
                bodies: &bodies,
                people: &people,
                organisations: &self.pen.organisations().unwrap(),
                partnerships: &self.pen.partnerships().unwrap(),
                precedents: &precedents,
                coming: &[],
                waiting: &waiting,
                today,
            };
            capture::read_setup(line, &shelf, &mut self.mint)
        };
        let reading = read.map_err(|unclear| unclear.in_words())?;
        for entry in reading.entries {
            let permitted = rules::admit(entry, &self.pen.locked().unwrap());
            let signed = self.signed();
            self.pen.record(&permitted.map_err(|refusal| refusal.in_full())?, &signed).unwrap();
        }
        Ok(reading.preview)
    }

    /// What the next entry is signed with.
    pub(crate) fn signed(&self) -> Signed {
        Signed { clerk: "clerk".into(), at: self.now, minted: self.mint.minted() }
    }

    /// Puts the pen down and takes it up again, as after a night.
    pub(crate) fn reopens(self) -> Self {
        let Self { pen, meeting, now, shelf, .. } = self;
        drop(pen);
        Self::on(shelf, &meeting, now)
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
            let refused = self.try_line(line).err();
            assert_eq!(refused, None, "{line}");
        }
        self
    }

    /// Why `line` is refused.
    #[track_caller]
    pub(crate) fn refused(&mut self, line: &str) -> String {
        let before = self.pen.count().unwrap();
        let why = self.try_line(line).unwrap_err();
        assert_eq!(self.pen.count().unwrap(), before, "{line} was refused and recorded");
        why
    }

    /// `line` is refused, and these words say why.
    #[track_caller]
    pub(crate) fn refuses(&mut self, line: &str, because: &str) {
        let why = self.refused(line);
        assert!(why.contains(because), "{line}: {why}");
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

/// The public minutes as text, its lines joined.
pub(crate) fn printed(sitting: &Sitting) -> String {
    words_of(&Document::minutes(sitting, Audience::Public))
}

/// The words of a document as text, each parted from the next by one space.
pub(crate) fn words_of(document: &Document) -> String {
    let mut text = vec![];
    (Format::named("txt").unwrap().write)(document, &mut text).unwrap();
    let text = String::from_utf8(text).unwrap();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
