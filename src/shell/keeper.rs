//! The pen's thread: it alone writes, and the screen never waits for it.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Sender, channel};
use std::thread::{self, JoinHandle};

use super::desk::Heard;
use super::open::{Open, Opening};
use super::said::{note, written};
use super::watch::Watch;
use super::{Trouble, command, paper, place};
use crate::app::{Effect, Loaded, Msg, Said, Wanted, Wish};
use crate::book::{Error, Signed};
use crate::import::Found;
use crate::model::MeetingId;

/// Something for the thread to do.
pub(super) enum Job {
    /// An effect.
    Do(Effect),
    /// See whether another program has written.
    Look,
    /// Look the book through, and make ready to write and to search.
    Ready,
}

/// The thread, and how to give it work.
pub(super) struct Keeper {
    work: Option<Sender<Job>>,
    thread: Option<JoinHandle<()>>,
}

impl Keeper {
    /// Starts the thread, which opens the book first and tells what is open.
    pub(super) fn start(
        open: Option<Opening>,
        make_at: PathBuf,
        passing: bool,
        tell: Sender<Heard>,
    ) -> io::Result<Self> {
        let (work, jobs) = channel();
        let mut desk = Desk {
            open: None,
            make_at,
            passing,
            meeting: None,
            version: 0,
            folder: None,
            notes: Vec::new(),
            tell,
        };
        let serve = move || {
            let _watch = Watch::over(desk.tell.clone());
            desk.open(open);
            for job in jobs {
                desk.serve(job);
            }
        };
        let thread = Some(thread::Builder::new().spawn(serve)?);
        Ok(Self { work: Some(work), thread })
    }

    /// Gives the thread something to do, after what it has.
    pub(super) fn give(&self, job: Job) {
        if let Some(work) = &self.work {
            let _ = work.send(job);
        }
    }

    /// Waits until everything given is done.
    pub(super) fn finish(&mut self) {
        self.work = None;
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// What the thread holds.
struct Desk {
    open: Option<Open>,
    make_at: PathBuf,
    passing: bool,
    meeting: Option<MeetingId>,
    version: i64,
    /// Where a sample made here lives.
    folder: Option<tempfile::TempDir>,
    /// What the clerk should know of the last line, of all that it recorded.
    notes: Vec<String>,
    tell: Sender<Heard>,
}

impl Desk {
    fn say(&self, msg: Msg) {
        let _ = self.tell.send(Heard::Msg(msg));
    }

    fn trouble(&self, error: &Error) {
        self.say(Msg::Trouble(in_full(error)));
    }

    fn refuse(&self, why: Trouble) {
        let _ = self.tell.send(Heard::Refused(why));
    }

    fn open(&mut self, open: Option<Opening>) {
        match open.map(|open| open()).transpose() {
            Ok(open) => self.open = open,
            Err(why) => self.refuse(why),
        }
        self.greet();
    }

    fn greet(&mut self) {
        let Some(open) = &self.open else { return };
        let book = open.book();
        self.version = book.version().unwrap_or(0);
        match (book.mint(), book.count()) {
            (Ok(mint), Ok(count)) => {
                let about = open.about(self.passing);
                if let Open::Follow(_, _, meeting) = open {
                    let meeting = meeting.clone();
                    self.say(Msg::Opened { about, mint, count });
                    self.carry_out(Effect::Open(meeting));
                    return;
                }
                let why = about.read_only.clone();
                self.say(Msg::Opened { about, mint, count });
                if let Some(why) = why {
                    self.say(Msg::Trouble(why));
                }
            }
            (Err(error), _) | (_, Err(error)) => self.trouble(&error),
        }
    }

    fn serve(&mut self, job: Job) {
        match job {
            Job::Do(effect) => self.carry_out(effect),
            Job::Look => self.look(),
            Job::Ready => self.ready(),
        }
    }

    /// Sees to what the first page did not wait for. Whatever is to be written comes
    /// to this thread after it, so nothing is written in a book whose pages do not
    /// hang together; a pen that cannot be uncapped says so when it is to write.
    fn ready(&mut self) {
        let Some(open) = &mut self.open else { return };
        if let Err(damage) = open.book().check() {
            self.open = None;
            self.refuse(damage.into());
            return;
        }
        if let Open::Pen(pen) = open {
            let _ = pen.uncap();
        }
        self.offer_search();
    }

    /// Hands over a connection to search the book by.
    fn offer_search(&self) {
        let Some(open) = &self.open else { return };
        match open.book().again() {
            Ok(second) => _ = self.tell.send(Heard::Book(Box::new(second))),
            Err(error) => self.trouble(&error),
        }
    }

    /// Reads again what another program has written.
    fn look(&mut self) {
        let Some(book) = self.open.as_ref().filter(|open| open.is_reading()).map(Open::book) else {
            return;
        };
        if let Ok(version) = book.version()
            && version != self.version
            && self.reread()
        {
            self.version = version;
        }
    }

    fn carry_out(&mut self, effect: Effect) {
        if let Some(Open::Follow(_, _, meeting)) = &self.open
            && !matches!(&effect, Effect::Open(id) if id == meeting)
            && !matches!(&effect, Effect::Load(Wanted::Preview(id, _)) if id == meeting)
        {
            return;
        }
        match effect {
            Effect::Make { sample } => self.make(sample),
            Effect::Open(id) => {
                self.meeting = Some(id);
                self.enter();
                self.offer_drafts();
            }
            Effect::OpenNearest => self.open_nearest(),
            Effect::Load(wanted) => self.load(&wanted),
            Effect::Record(..) | Effect::Undo | Effect::Redo => self.write(&effect),
            Effect::Keep { .. } | Effect::Forget(_) => self.keep(effect),
            Effect::Consider(line) => self.consider(line),
            Effect::SetUp(line) => self.set_up(&line),
            Effect::Export { meeting, as_at, said } => {
                let Some(open) = &self.open else { return };
                let told =
                    command::export_from_the_screen(open.book(), (meeting.as_ref(), as_at), &said);
                self.say(Msg::Exported(told.map_err(|why| why.in_full())));
            }
            Effect::Files(typed) => {
                self.say(Msg::Loaded(Loaded::Files(paper::files(Path::new(""), typed))));
            }
            Effect::ReadPaper(wish) => self.read_paper(wish),
            Effect::TakeIn(found, minted) => self.take_in(&found, minted),
            Effect::Spell { .. } | Effect::Search(_) | Effect::Copy(_) | Effect::Leave => {}
        }
    }

    /// Makes a book. The sample is for trying things on, and goes when it is left,
    /// so that it is never in the way of the clerk's own.
    fn make(&mut self, sample: bool) {
        let made = if sample {
            place::try_on().map(|(folder, pen)| {
                self.passing = true;
                self.folder = Some(folder);
                pen
            })
        } else {
            place::make(&self.make_at, false)
        };
        match made {
            Ok(pen) => {
                self.open = Some(Open::Pen(Box::new(pen)));
                self.greet();
            }
            Err(trouble) => self.say(Msg::Trouble(trouble.in_full())),
        }
    }

    fn open_nearest(&mut self) {
        let Some(open) = &self.open else { return };
        match open.book().nearest_meeting(place::now().date_naive()) {
            Ok(Some(id)) => self.carry_out(Effect::Open(id)),
            Ok(None) => self.say(Msg::Trouble(
                "There is no meeting in this book yet. Import an agenda: press \":\" and type \"import\".".into(),
            )),
            Err(error) => self.trouble(&error),
        }
    }

    fn enter(&self) {
        let (Some(open), Some(meeting)) = (&self.open, &self.meeting) else { return };
        match super::shown(open.book(), meeting, open.follower()) {
            Ok(sitting) => self.say(Msg::Entered(Box::new(sitting))),
            Err(error) => self.trouble(&error),
        }
    }

    /// Reads the open meeting again; `false` if it could not be read.
    fn reread(&self) -> bool {
        let (Some(open), Some(meeting)) = (&self.open, &self.meeting) else { return true };
        match super::shown(open.book(), meeting, open.follower()) {
            Ok(sitting) => self.say(Msg::Read(Box::new(sitting))),
            Err(Error::Unknown { .. }) => self.say(Msg::Gone),
            Err(error) => {
                self.trouble(&error);
                return false;
            }
        }
        true
    }

    fn offer_drafts(&self) {
        let (Some(Open::Pen(pen)), Some(meeting)) = (&self.open, &self.meeting) else { return };
        match pen.drafts(meeting) {
            Ok(drafts) if !drafts.is_empty() => self.say(Msg::Drafts(drafts)),
            Ok(_) => {}
            Err(error) => self.trouble(&error),
        }
    }

    fn write(&mut self, effect: &Effect) {
        let Some(Open::Pen(pen)) = &mut self.open else { return };
        let at = place::now();
        let mint = pen.mint().unwrap_or_default();
        let signed = Signed { clerk: place::holder().who, at, minted: mint.minted() };
        let done = match effect {
            Effect::Record(permitted, minted) => {
                pen.record(permitted, &Signed { minted: *minted, ..signed })
            }
            Effect::Undo => pen.undo(&signed),
            _ => pen.redo(&signed),
        };
        match done {
            Ok(no) => {
                if let Effect::Record(permitted, _) = effect {
                    note(permitted, &mut self.notes);
                }
                let said = written(pen, effect, &self.notes, no.is_some());
                let minted = pen.mint().map(|mint| mint.minted()).unwrap_or_default();
                let count = no.map_or_else(|| pen.count().unwrap_or_default(), |no| no.0);
                self.say(Msg::Saved { said, at, count, minted });
            }
            Err(error) => self.say(Msg::Failed(in_full(&error))),
        }
        self.reread();
    }

    fn set_up(&mut self, line: &str) {
        let Some(Open::Pen(pen)) = &mut self.open else { return };
        match super::command::set_up(pen, line) {
            Ok(said) => self.filed(said),
            Err(trouble) => self.say(Msg::Failed(trouble.in_full())),
        }
    }

    fn consider(&self, line: String) {
        let Some(open) = &self.open else { return };
        let read = super::command::considered(open.book(), &line).map_err(|why| why.in_full());
        self.say(Msg::Considered(line, read));
    }

    fn read_paper(&self, wish: Wish) {
        if let Some(open) = &self.open {
            self.say(Msg::Loaded(paper::preview(open.book(), Path::new(""), wish)));
        }
    }

    fn take_in(&mut self, found: &Found, minted: i64) {
        let Some(Open::Pen(pen)) = &mut self.open else { return };
        match paper::take_in(pen, found, minted) {
            Ok(said) => {
                let said = said.unwrap_or_else(|| "The book says so already.".into());
                self.filed(said);
            }
            Err(trouble) => self.say(Msg::Failed(trouble.in_full())),
        }
    }

    /// Tells what was put in the book, and reads the open meeting again.
    fn filed(&self, said: String) {
        let Some(Open::Pen(pen)) = &self.open else { return };
        let (count, minted) =
            (pen.count().unwrap_or_default(), pen.mint().unwrap_or_default().minted());
        self.say(Msg::Saved { said: Said::Done(said), at: place::now(), count, minted });
        self.reread();
    }

    fn keep(&mut self, effect: Effect) {
        let Some(Open::Pen(pen)) = &mut self.open else { return };
        let at = place::now();
        let kept = match effect {
            Effect::Keep { meeting, item, text } => pen.keep(&meeting, &item, &text, at),
            Effect::Forget(item) => pen.forget(&item),
            _ => Ok(()),
        };
        match kept {
            Ok(()) => self.say(Msg::Kept(at)),
            Err(error) => self.say(Msg::NotKept(in_full(&error))),
        }
    }

    fn load(&self, wanted: &Wanted) {
        let Some(open) = &self.open else { return };
        match super::list::loaded(open.book(), wanted, open.audience()) {
            Ok(loaded) => self.say(Msg::Loaded(loaded)),
            Err(error) => self.trouble(&error),
        }
    }
}

/// What went wrong and what to do about it, on one line.
pub(super) fn in_full(error: &Error) -> String {
    let hint = error.hint();
    if hint.is_empty() { error.to_string() } else { format!("{error} {hint}") }
}
