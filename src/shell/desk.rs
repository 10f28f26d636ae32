//! The loop: wait, take in all there is, carry out what follows, draw once.

use std::io;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use chrono::Timelike as _;

use super::finder::Finder;
use super::keeper::{Job, Keeper};
use super::open::Open;
use super::speller::{Ask, Speller};
use super::terminal::Screen;
use super::{Trouble, keys, listen, place};
use crate::app::page::Page;
use crate::app::page::overview::OverviewPage;
use crate::app::page::welcome::Welcome;
use crate::app::{Effect, MouseAct, Msg, State, update};
use crate::book::{self, Book};
use crate::view::Theme;

/// Something heard by the loop.
pub(super) enum Heard {
    /// A message for the app.
    Msg(Msg),
    /// Several at once, as the terminal sent them.
    Many(Vec<Msg>),
    /// A second connection to the book, for searching.
    Book(Box<Book>),
    /// The pages of the book do not hang together.
    Damaged(book::Error),
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
    /// The book, if there is one.
    pub(super) open: Option<Open>,
    /// Where one would be made.
    pub(super) make_at: PathBuf,
    /// Whether it goes when it is left.
    pub(super) passing: bool,
    /// Whether colour is wanted.
    pub(super) theme: Theme,
}

/// Drafts reach the disk at most this often.
const KEEPING: Duration = Duration::from_millis(250);

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
    let page = match &start.open {
        Some(_) => Page::Overview(OverviewPage::default()),
        None => Page::Welcome(Welcome { chosen: 0, place: start.make_at.display().to_string() }),
    };
    let reading = start.open.as_ref().is_some_and(Open::is_reading);
    let mut state = State::new(page, place::now(), size);
    let (tell, heard) = channel();
    let mut desk = Desk {
        damage: None,
        deaf: None,
        keeper: Keeper::new(start.open, start.make_at, start.passing, tell.clone()),
        finder: None,
        sought: None,
        speller: Speller::new(tell.clone()),
        draft: Draft::default(),
        tell,
        reading,
        click: None,
    };
    let served = if desk.begin(&mut state, &heard) {
        // The first page is read while the terminal is taken over.
        desk.keeper
            .start()
            .and_then(|()| Screen::take(start.theme, size))
            .and_then(|screen| desk.serve(screen, &mut state, &heard))
    } else {
        Ok(())
    };
    desk.keeper.finish();
    for last in heard.try_iter() {
        if let Heard::Msg(msg) = last {
            let _ = update(&mut state, msg);
        }
    }
    match (desk.damage, state.unkept()) {
        (Some(damage), _) => Err(damage.into()),
        // The last copy of these words is the one on the screen that is gone.
        (None, Some(words)) => Err(Trouble::refused(
            "unsaved",
            "What was typed last could not be put in the book.",
            format!("It was: {words}"),
        )),
        (None, None) => served.map_err(unusable),
    }
}

struct Desk {
    keeper: Keeper,
    finder: Option<Finder>,
    /// What was searched for before there was anybody to look.
    sought: Option<String>,
    /// Why the book cannot be gone on with.
    damage: Option<book::Error>,
    /// Why the terminal cannot be read.
    deaf: Option<io::Error>,
    speller: Speller,
    draft: Draft,
    tell: Sender<Heard>,
    reading: bool,
    click: Option<(Instant, u16, u16)>,
}

/// The draft still to be kept, and when one was kept last.
#[derive(Default)]
struct Draft {
    next: Option<Effect>,
    sent: Option<Instant>,
    on_its_way: Option<Effect>,
}

impl Desk {
    fn serve(
        &mut self,
        mut screen: Screen,
        state: &mut State,
        heard: &Receiver<Heard>,
    ) -> io::Result<()> {
        self.paint(&mut screen, state)?;
        listen::signals(&self.tell)?;
        listen::terminal(self.tell.clone())?;
        self.keeper.give(Job::Ready);
        let mut painted = state.now.minute();
        loop {
            let next = match heard.recv_timeout(self.patience(state)) {
                Ok(next) => Some(next),
                Err(RecvTimeoutError::Timeout) => None,
                Err(RecvTimeoutError::Disconnected) => return Ok(()),
            };
            let waited = next.is_none();
            state.now = place::now();
            let mut pending = next;
            while let Some(heard_now) = pending {
                if let Heard::Stop | Heard::GoOn = heard_now {
                    self.flush_draft(true);
                    screen.lend(matches!(heard_now, Heard::Stop), state.size)?;
                } else if !self.take(state, heard_now) {
                    return self.deaf.take().map_or(Ok(()), Err);
                }
                pending = heard.try_recv().ok();
            }
            self.flush_draft(false);
            if waited && self.reading {
                self.keeper.give(Job::Look);
                if state.now.minute() == painted {
                    continue;
                }
            }
            painted = state.now.minute();
            self.paint(&mut screen, state)?;
        }
    }

    /// Takes in what is open, and asks for the first page of it; `false` if there is
    /// nothing to show.
    fn begin(&mut self, state: &mut State, heard: &Receiver<Heard>) -> bool {
        heard.try_iter().all(|next| self.take(state, next))
    }

    /// Draws; a terminal that cannot be drawn on is gone, and what was written
    /// is kept first.
    fn paint(&mut self, screen: &mut Screen, state: &mut State) -> io::Result<()> {
        screen.draw(state).inspect_err(|_| {
            let _ = self.take(state, Heard::Hung);
        })
    }

    /// How long to wait: until the minute turns, or a draft is due.
    fn patience(&self, state: &State) -> Duration {
        let minute = Duration::from_secs(u64::from(60 - state.now.second().min(59)));
        let draft = match (&self.draft.next, self.draft.sent, self.draft.on_its_way.is_some()) {
            (Some(_), Some(sent), false) => KEEPING.saturating_sub(sent.elapsed()),
            (Some(_), None, false) => Duration::ZERO,
            _ => minute,
        };
        let look = if self.reading { LOOKING } else { minute };
        minute.min(draft).min(look)
    }

    /// Takes in what was heard; `false` when it is time to leave.
    fn take(&mut self, state: &mut State, heard: Heard) -> bool {
        match heard {
            Heard::Msg(msg) => self.hear(state, msg),
            Heard::Many(msgs) => msgs.into_iter().all(|msg| self.hear(state, msg)),
            Heard::Book(book) => {
                let finder = self.finder.insert(Finder::start(*book, self.tell.clone()));
                if let Some(query) = self.sought.take() {
                    finder.search(query);
                }
                true
            }
            Heard::Damaged(damage) => {
                self.damage = Some(damage);
                false
            }
            Heard::Deaf(error) => {
                self.deaf = Some(error);
                self.take(state, Heard::Hung)
            }
            Heard::Stop | Heard::GoOn => true,
            Heard::Hung => {
                let effects = update(state, Msg::Ended);
                let _ = effects.into_iter().all(|effect| self.carry_out(effect));
                self.flush_draft(true);
                false
            }
        }
    }

    fn hear(&mut self, state: &mut State, msg: Msg) -> bool {
        let msg = self.doubled(msg);
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
        update(state, msg).into_iter().all(|effect| self.carry_out(effect))
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
                self.draft.next = None;
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
        let due = self.draft.sent.is_none_or(|sent| sent.elapsed() >= KEEPING)
            && self.draft.on_its_way.is_none();
        if (now || due)
            && let Some(keep) = self.draft.next.take()
        {
            self.draft.sent = Some(Instant::now());
            self.draft.on_its_way = Some(keep.clone());
            self.keeper.give(Job::Do(keep));
        }
    }
}
