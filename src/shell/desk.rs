//! The loop: wait, take in all there is, carry out what follows, draw once.
//!
//! Two threads wait, one for the terminal and one for everything else, and work at
//! one desk by turns: a key that was passed from thread to thread would be on the
//! screen later than one that is drawn where it was read.

use std::io;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use chrono::Timelike as _;

use super::finder::Finder;
use super::keeper::{Job, Keeper};
use super::open::Opening;
use super::speller::{Ask, Speller};
use super::terminal::Screen;
use super::{Trouble, keys, listen, place};
use crate::app::page::Page;
use crate::app::page::welcome::Welcome;
use crate::app::{About, Effect, MouseAct, Msg, State, update};
use crate::book::Book;
use crate::view::Theme;

/// Something heard by the loop.
pub(super) enum Heard {
    /// A message for the app.
    Msg(Msg),
    /// Several at once, as the terminal sent them.
    Many(Vec<Msg>),
    /// Nobody reads the terminal any more.
    Left,
    /// A second connection to the book, for searching.
    Book(Box<Book>),
    /// The book cannot be shown, or not be gone on with.
    Refused(Trouble),
    /// The terminal is gone, or the system asks to end.
    Hung,
    /// The terminal cannot be read.
    Deaf(io::Error),
    /// The system asks to stop for a while.
    Stop,
    /// The system says to go on.
    GoOn,
}

/// What the loop is started with.
pub(super) struct Start {
    /// How to get at the book, if there is one.
    pub(super) open: Option<Opening>,
    /// Where it is, or would be made.
    pub(super) make_at: PathBuf,
    /// Whether it goes when it is left.
    pub(super) passing: bool,
    /// Whether colour is wanted.
    pub(super) theme: Theme,
}

/// Drafts reach the disk at most this often.
const KEEPING: Duration = Duration::from_millis(250);

/// As long as anything is waited for.
const LONG: Duration = Duration::from_hours(1);

/// A reader looks this often whether somebody has written.
const LOOKING: Duration = Duration::from_millis(100);

/// Two clicks within this time are a double click.
const DOUBLE: Duration = Duration::from_millis(400);

/// Runs the screen until the clerk leaves.
pub(super) fn run(start: Start) -> Result<(), Trouble> {
    let unusable = |error: io::Error| {
        Trouble::refused("terminal", format!("The terminal cannot be used ({error})."), "")
    };
    let size = keys::within(crossterm::terminal::size().map_err(unusable)?);
    let state = if start.open.is_some() {
        let name = start.make_at.file_name().unwrap_or_default().to_string_lossy();
        let about = About { name: name.into(), passing: start.passing, ..About::default() };
        State::opening(about, place::now(), size)
    } else {
        let welcome = Welcome { chosen: 0, place: start.make_at.display().to_string() };
        State::new(Page::Welcome(welcome), place::now(), size)
    };
    let (tell, heard) = channel();
    let keeper = Keeper::start(start.open, start.make_at, start.passing, tell.clone());
    let mut desk = Desk {
        state,
        screen: None,
        refused: None,
        deserted: false,
        deaf: None,
        keeper: keeper.map_err(unusable)?,
        finder: None,
        sought: None,
        speller: Speller::new(tell.clone()),
        draft: Draft::default(),
        tell,
        click: None,
    };
    let taken = desk.open_screen(start.theme);
    let desk = Arc::new(Mutex::new(desk));
    let served = taken.and_then(|()| serve(&desk, &heard));
    // Kept until the end, so that nobody else works at it.
    let Ok(mut desk) = desk.lock() else { return Ok(()) };
    desk.screen = None;
    desk.keeper.finish();
    for last in heard.try_iter() {
        if let Heard::Msg(msg) = last {
            let _ = update(&mut desk.state, msg);
        }
    }
    // The last copy of these words is the one on the screen that is gone.
    let unkept = desk.state.unkept().map(|words| format!("What was typed last: {words}"));
    match (desk.refused.take(), unkept) {
        (Some(refused), unkept) => Err(refused.with_hint(&unkept.unwrap_or_default())),
        (None, Some(unkept)) => {
            let why = "What was typed last could not be put in the book.";
            Err(Trouble::refused("unsaved", why, unkept))
        }
        (None, None) => served.map_err(unusable),
    }
}

/// Works at the desk whenever something is heard, until it is time to leave.
fn serve(desk: &Arc<Mutex<Desk>>, heard: &Receiver<Heard>) -> io::Result<()> {
    let tell = {
        let Ok(desk) = desk.lock() else { return Ok(()) };
        listen::signals(&desk.tell)?;
        desk.tell.clone()
    };
    let reader = read_terminal(Arc::clone(desk), tell)?;
    let (mut patience, mut painted) = (until_the_minute_turns(), place::now().minute());
    loop {
        let next = match heard.recv_timeout(patience) {
            Ok(next) => Some(next),
            Err(RecvTimeoutError::Timeout) => None,
            Err(RecvTimeoutError::Disconnected) => return Ok(()),
        };
        let Ok(mut desk) = desk.lock() else { return joined(reader) };
        let reading = desk.state.book.as_ref().is_some_and(|book| book.read_only.is_some());
        if next.is_none() && reading {
            desk.keeper.give(Job::Look);
            if place::now().minute() == painted {
                patience = LOOKING.min(until_the_minute_turns());
                continue;
            }
        }
        let Some(draft) = desk.turn(next.into_iter().chain(heard.try_iter()))? else {
            return if desk.deserted { joined(reader) } else { Ok(()) };
        };
        painted = desk.state.now.minute();
        let look = if reading { LOOKING } else { LONG };
        patience = until_the_minute_turns().min(draft).min(look);
    }
}

/// Reads the terminal on a thread of its own, and works at the desk with what came
/// from it.
fn read_terminal(
    desk: Arc<Mutex<Desk>>,
    tell: Sender<Heard>,
) -> io::Result<JoinHandle<io::Result<()>>> {
    thread::Builder::new().spawn(move || {
        let _bell = Bell(tell);
        let mut patience = LONG;
        loop {
            let heard = listen::terminal(patience);
            let Ok(mut desk) = desk.lock() else { return Ok(()) };
            match desk.turn(heard.into_iter())? {
                Some(draft) => patience = draft,
                None => return Ok(()),
            }
        }
    })
}

/// Tells that a thread is at its end, however it came to it.
struct Bell(Sender<Heard>);

impl Drop for Bell {
    fn drop(&mut self) {
        let _ = self.0.send(Heard::Left);
    }
}

/// What came of a thread that is at its end; a panic goes on in this one.
fn joined(reader: JoinHandle<io::Result<()>>) -> io::Result<()> {
    reader.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
}

fn until_the_minute_turns() -> Duration {
    Duration::from_secs(u64::from(60 - place::now().second().min(59)))
}

struct Desk {
    state: State,
    /// The terminal, while the program has it.
    screen: Option<Screen>,
    keeper: Keeper,
    finder: Option<Finder>,
    /// What was searched for before there was anybody to look.
    sought: Option<String>,
    /// Why the book cannot be shown, or not be gone on with.
    refused: Option<Trouble>,
    /// Whether nobody reads the terminal any more.
    deserted: bool,
    /// Why the terminal cannot be read.
    deaf: Option<io::Error>,
    speller: Speller,
    draft: Draft,
    tell: Sender<Heard>,
    click: Option<(Instant, u16, u16)>,
}

/// The draft still to be kept, and when one was kept last.
#[derive(Default)]
struct Draft {
    next: Option<Effect>,
    sent: Option<Instant>,
    on_its_way: Option<Effect>,
}

impl Draft {
    /// How soon the next is to be sent on, if there is one and none is on its way.
    fn due(&self) -> Option<Duration> {
        let waits = self.next.is_some() && self.on_its_way.is_none();
        waits.then(|| self.sent.map_or(Duration::ZERO, |at| KEEPING.saturating_sub(at.elapsed())))
    }
}

impl Desk {
    /// Takes the terminal over and paints the first page, while the keeper reads.
    fn open_screen(&mut self, theme: Theme) -> io::Result<()> {
        self.screen = Some(Screen::take(theme, self.state.size)?);
        self.paint()
    }

    /// Takes in all that was heard and paints what came of it. How soon it has to be
    /// looked after again; `None` when it is time to leave.
    fn turn(&mut self, heard: impl Iterator<Item = Heard>) -> io::Result<Option<Duration>> {
        self.state.now = place::now();
        for next in heard {
            if let Heard::Stop | Heard::GoOn = next {
                self.flush_draft(true);
                if let Some(screen) = &mut self.screen {
                    screen.lend(matches!(next, Heard::Stop), self.state.size)?;
                }
            } else if !self.take(next) {
                return self.deaf.take().map_or(Ok(None), Err);
            }
        }
        self.flush_draft(false);
        self.paint()?;
        Ok(Some(self.draft.due().unwrap_or(LONG)))
    }

    /// Draws; a terminal that cannot be drawn on is gone, and what was written
    /// is kept first.
    fn paint(&mut self) -> io::Result<()> {
        let drawn = self.screen.as_mut().map_or(Ok(()), |screen| screen.draw(&self.state));
        drawn.inspect_err(|_| {
            let _ = self.take(Heard::Hung);
        })
    }

    /// Takes in what was heard; `false` when it is time to leave.
    fn take(&mut self, heard: Heard) -> bool {
        match heard {
            Heard::Msg(msg) => self.hear(msg),
            Heard::Many(msgs) => msgs.into_iter().all(|msg| self.hear(msg)),
            Heard::Book(book) => {
                let finder = self.finder.insert(Finder::start(*book, self.tell.clone()));
                if let Some(query) = self.sought.take() {
                    finder.search(query);
                }
                true
            }
            Heard::Refused(why) => {
                self.refused = Some(why);
                false
            }
            Heard::Deaf(error) => {
                self.deaf = Some(error);
                self.take(Heard::Hung)
            }
            Heard::Left => {
                self.deserted = true;
                false
            }
            Heard::Stop | Heard::GoOn => true,
            Heard::Hung => {
                let effects = update(&mut self.state, Msg::Ended);
                let _ = effects.into_iter().all(|effect| self.carry_out(effect));
                self.flush_draft(true);
                false
            }
        }
    }

    fn hear(&mut self, msg: Msg) -> bool {
        let msg = self.doubled(msg);
        let opened = matches!(msg, Msg::Opened { .. });
        match msg {
            Msg::Kept(_) => {
                self.draft.on_its_way = None;
                // More has been typed since, and is not kept yet.
                if self.draft.next.is_some() {
                    return true;
                }
            }
            Msg::NotKept(_) => {
                let lost = self.draft.on_its_way.take();
                self.draft.next = self.draft.next.take().or(lost);
            }
            _ => {}
        }
        let goes_on = update(&mut self.state, msg).into_iter().all(|effect| self.carry_out(effect));
        if opened {
            // After the first page has been asked for.
            self.keeper.give(Job::Ready);
        }
        goes_on
    }

    /// Turns the second of two quick clicks on one spot into a double click.
    fn doubled(&mut self, msg: Msg) -> Msg {
        let Msg::Mouse(mut mouse) = msg else { return msg };
        if mouse.act == MouseAct::Click {
            let again = self
                .click
                .is_some_and(|(at, x, y)| at.elapsed() < DOUBLE && (x, y) == (mouse.x, mouse.y));
            if again {
                mouse.act = MouseAct::DoubleClick;
                self.click = None;
            } else {
                self.click = Some((Instant::now(), mouse.x, mouse.y));
            }
        }
        Msg::Mouse(mouse)
    }

    /// Does what an effect says; `false` when it is time to leave. A draft is
    /// kept before anything else is written.
    fn carry_out(&mut self, effect: Effect) -> bool {
        match effect {
            Effect::Leave => {
                self.flush_draft(true);
                return false;
            }
            Effect::Keep { .. } => {
                self.draft.next = Some(effect);
                self.flush_draft(false);
            }
            Effect::Forget(_) => {
                // Nor is one that could not be kept tried again.
                (self.draft.next, self.draft.on_its_way) = (None, None);
                self.keeper.give(Job::Do(effect));
            }
            Effect::Search(query) => match &self.finder {
                Some(finder) => finder.search(query),
                None => self.sought = Some(query),
            },
            Effect::Spell { text, names } => self.speller.look_through(Ask { text, names }),
            Effect::Copy(text) => {
                let _ = Screen::copy(&text);
            }
            effect => {
                if matches!(effect, Effect::Record(..) | Effect::Undo | Effect::Redo) {
                    self.flush_draft(true);
                }
                self.keeper.give(Job::Do(effect));
            }
        }
        true
    }

    /// Sends the draft on, if it is time or `now`.
    fn flush_draft(&mut self, now: bool) {
        let due = self.draft.due() == Some(Duration::ZERO);
        if (now || due)
            && let Some(keep) = self.draft.next.take()
        {
            self.draft.sent = Some(Instant::now());
            self.draft.on_its_way = Some(keep.clone());
            self.keeper.give(Job::Do(keep));
        }
    }
}
