//! An officer at a book of their own: keys go to the app, and what follows from
//! them to the pen, without a terminal between.

use chrono::{DateTime, NaiveDate};
use minutebook::app::key::{Code, Key};
use minutebook::app::page::Page;
use minutebook::app::page::overview::OverviewPage;
use minutebook::app::{About, Effect, Loaded, Msg, Said, State, Wanted, screen, update};
use minutebook::book::{EVERY, Filter, Holder, Pen, Signed};
use minutebook::capture::read_schedule;
use minutebook::import::sample;
use minutebook::model::day::Stamp;
use minutebook::model::{Entry, MeetingId, Record};
use minutebook::rules;
use tempfile::TempDir;

/// An officer with a book open.
pub(crate) struct Officer {
    pub(crate) state: State,
    pub(crate) pen: Pen,
    _folder: TempDir,
}

pub(crate) fn now() -> Stamp {
    DateTime::parse_from_rfc3339("2010-07-22T10:00:00+01:00").unwrap()
}

/// The day of it.
pub(crate) fn today() -> NaiveDate {
    now().date_naive()
}

/// A new book in a folder that goes with the test.
pub(crate) fn empty() -> (TempDir, Pen) {
    let folder = tempfile::tempdir().unwrap();
    let holder = Holder { who: "A. Penhale".into(), host: "desk".into(), pid: 1 };
    let pen = Pen::create(&folder.path().join("test.minutebook"), &holder, now()).unwrap();
    (folder, pen)
}

/// The sample book.
pub(crate) fn sampled() -> (TempDir, Pen) {
    let (folder, mut pen) = empty();
    file(&mut pen, sample::sample().unwrap().rows, Vec::new());
    (folder, pen)
}

/// Puts rows on record.
pub(crate) fn file(pen: &mut Pen, rows: Vec<Record>, gone: Vec<(&'static str, String)>) {
    record(pen, Entry::Filed { said: "filed".into(), rows, gone });
}

/// Puts an entry that belongs to no meeting on record.
pub(crate) fn record(pen: &mut Pen, entry: Entry) {
    pen.record(&rules::admit(entry, &[]).unwrap(), &signed()).unwrap();
}

/// Puts a line of the schedule on record.
pub(crate) fn files(pen: &mut Pen, line: &str) {
    let review = pen.review(None).unwrap().unwrap();
    let mut mint = pen.mint().unwrap();
    let reading = read_schedule(line, &review, today(), &mut mint).unwrap();
    for entry in reading.entries {
        let signed = Signed { minted: mint.minted(), ..signed() };
        pen.record(&rules::admit(entry, &[]).unwrap(), &signed).unwrap();
    }
}

/// Who holds the pen in these tests, and when.
pub(crate) fn signed() -> Signed {
    Signed { clerk: "A. Penhale".into(), at: now(), minted: 10_000 }
}

impl Officer {
    /// Opens the sample book on a screen of this size.
    pub(crate) fn sample(size: (u16, u16)) -> Self {
        let (folder, pen) = sampled();
        let state = State::new(Page::Overview(OverviewPage::default()), now(), size);
        let mut officer = Self { state, pen, _folder: folder };
        let about = About { name: "test".into(), clerk: "A. Penhale".into(), ..About::default() };
        let (mint, count) = (officer.pen.mint().unwrap(), officer.pen.count().unwrap());
        officer.hear(Msg::Opened { about, mint, count });
        officer
    }

    /// Opens a meeting.
    pub(crate) fn open(&mut self, meeting: &str) {
        self.carry_out(Effect::Open(meeting.into()));
    }

    /// Presses keys, one a character; "↵" is Enter, "⎋" Escape, "⇥" Tab and
    /// "↓" the arrow down.
    pub(crate) fn press(&mut self, keys: &str) {
        for c in keys.chars() {
            let key = match c {
                '↵' => Key::plain(Code::Enter),
                '⎋' => Key::plain(Code::Esc),
                '⇥' => Key::plain(Code::Tab),
                '↓' => Key::plain(Code::Down),
                c => Key::char(c),
            };
            self.hear(Msg::Key(key));
        }
    }

    /// Presses one key.
    pub(crate) fn key(&mut self, key: Key) {
        self.hear(Msg::Key(key));
    }

    /// Tells the app what was read.
    pub(crate) fn tell(&mut self, loaded: Loaded) {
        self.hear(Msg::Loaded(loaded));
    }

    fn hear(&mut self, msg: Msg) {
        for effect in update(&mut self.state, msg) {
            self.carry_out(effect);
        }
    }

    fn reread(&mut self) {
        let Some(meeting) = self.state.sitting.as_ref().map(|s| s.meeting.id.clone()) else {
            return;
        };
        let sitting = self.pen.sitting(&meeting).unwrap();
        self.hear(Msg::Read(Box::new(sitting)));
    }

    fn saved(&mut self, said: String) {
        let (count, minted) = (self.pen.count().unwrap(), self.pen.mint().unwrap().minted());
        self.hear(Msg::Saved { said: Said::Done(said), at: now(), count, minted });
        self.reread();
    }

    fn carry_out(&mut self, effect: Effect) {
        match effect {
            Effect::Open(id) => {
                let sitting = self.pen.sitting(&id).unwrap();
                self.hear(Msg::Read(Box::new(sitting)));
            }
            Effect::Record(permitted, minted) => {
                let signed = Signed { minted, ..signed() };
                self.pen.record(&permitted, &signed).unwrap();
                self.saved(permitted.said().to_owned());
            }
            Effect::Undo => {
                self.pen.undo(&signed()).unwrap();
                self.saved("undone".into());
            }
            Effect::Redo => {
                self.pen.redo(&signed()).unwrap();
                self.saved("redone".into());
            }
            Effect::Load(wanted) => {
                let loaded = self.load(&wanted);
                self.hear(Msg::Loaded(loaded));
            }
            _ => {}
        }
    }

    fn load(&self, wanted: &Wanted) -> Loaded {
        let (book, all) = (&self.pen, Filter::default());
        match wanted {
            Wanted::Meetings => Loaded::Meetings(book.meetings(&all, EVERY).unwrap()),
            Wanted::Actions => Loaded::Actions(book.actions(&all, EVERY).unwrap()),
            Wanted::Decisions => Loaded::Decisions(book.decisions(&all, EVERY).unwrap()),
            Wanted::Bodies => Loaded::Bodies(book.bodies().unwrap()),
            Wanted::Schedule(until) => Loaded::Schedule(book.review(*until).unwrap().map(Box::new)),
            Wanted::Thread(id, _) => Loaded::Thread(book.thread(id).unwrap().map(Box::new)),
            Wanted::Engagement => {
                Loaded::Engagement(book.engagement(None).unwrap().shares().collect())
            }
            Wanted::Framework => Loaded::Framework(book.framework().unwrap()),
            Wanted::Gaps => Loaded::Gaps(book.gaps().unwrap()),
            Wanted::Recommendations => Loaded::Recommendations(book.recommendations().unwrap()),
            Wanted::Plan => Loaded::Plan(book.plan().unwrap()),
            Wanted::Drivers => Loaded::Drivers(book.drivers().unwrap()),
            Wanted::Findings => Loaded::Findings(book.findings().unwrap()),
            Wanted::Targets => Loaded::Targets(book.targets().unwrap()),
            _ => Loaded::Overview(Box::new(book.overview(now().date_naive()).unwrap())),
        }
    }

    /// The schedule, as a page would be told it.
    pub(crate) fn loaded_schedule(&self) -> Loaded {
        self.load(&Wanted::Schedule(None))
    }

    /// Everything in sight, a row to a line.
    pub(crate) fn seen(&self) -> String {
        let screen = screen(&self.state);
        let panes = screen.panes.iter().flat_map(|pane| {
            let rows = pane.heads.iter().chain(&pane.rows);
            std::iter::once(pane.title.clone()).chain(rows.map(minutebook::app::screen::Row::text))
        });
        panes
            .chain(screen.foot.iter().map(minutebook::app::screen::Row::text))
            .collect::<Vec<_>>()
            .join("\n")
    }

    /// The meeting that is open, as it now stands.
    pub(crate) fn meeting(&self) -> MeetingId {
        self.state.sitting.as_ref().unwrap().meeting.id.clone()
    }
}
