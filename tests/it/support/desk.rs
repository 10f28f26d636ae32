//! A scripted clerk: keys in, screen out, with a real book and no terminal.

use std::collections::VecDeque;

use minutebook::app::page::Page;
use minutebook::app::page::overview::OverviewPage;
use minutebook::app::page::welcome::Welcome;
use minutebook::app::{About, Effect, Loaded, Msg, Said, State, update};
use minutebook::book::{Error, Pen, Result};
use minutebook::document::Audience;
use minutebook::model::MeetingId;
use minutebook::shell::{files, loaded, preview, shown, take_in};
use minutebook::view::Theme;

use super::keys::keys;
use super::picture::Picture;
use super::shelf::{Shelf, now, signed};

/// A clerk at a screen. Effects are carried out at once, as the shell does it.
pub(crate) struct Desk {
    pub(crate) state: State,
    pub(crate) theme: Theme,
    /// Everything the app asked for, in order.
    pub(crate) effects: Vec<Effect>,
    /// Whether the app has asked to leave.
    pub(crate) left: bool,
    pub(crate) shelf: Shelf,
    pen: Option<Pen>,
    meeting: Option<MeetingId>,
    /// For whom the screen only follows a meeting, if it does.
    follower: Option<Audience>,
    /// What the disk has answered and the screen has not heard, where the disk
    /// is slow.
    unheard: Option<VecDeque<Msg>>,
}

impl Desk {
    /// A clerk with the sample book open, on a screen of 80 by 24.
    pub(crate) fn sample() -> Self {
        Self::with(Shelf::sample())
    }

    /// A clerk with the book on `shelf` open.
    pub(crate) fn with(shelf: Shelf) -> Self {
        let mut desk = Self::at(Page::Overview(OverviewPage::default()), shelf);
        desk.open();
        desk
    }

    /// A screen on which `audience` follows a meeting of the book on `shelf`.
    pub(crate) fn following(shelf: Shelf, meeting: &MeetingId, audience: Audience) -> Self {
        let mut desk = Self::at(Page::Overview(OverviewPage::default()), shelf);
        desk.follower = Some(audience);
        desk.open();
        for answer in desk.carried_out(Effect::Open(meeting.clone())) {
            desk.hear(answer);
        }
        desk
    }

    /// A clerk with no book yet.
    pub(crate) fn without_a_book() -> Self {
        let place = "/somewhere/board.minutebook".into();
        Self::at(Page::Welcome(Welcome { chosen: 0, place }), Shelf::empty())
    }

    fn at(page: Page, shelf: Shelf) -> Self {
        Self {
            state: State::new(page, now(), (80, 24)),
            theme: Theme::Colour,
            effects: Vec::new(),
            left: false,
            shelf,
            pen: None,
            meeting: None,
            follower: None,
            unheard: None,
        }
    }

    /// The same on a screen of another size.
    pub(crate) fn sized(mut self, width: u16, height: u16) -> Self {
        self.state.size = (width, height);
        self
    }

    /// The same with a disk that answers only when [`Desk::waits`].
    pub(crate) fn on_a_slow_disk(mut self) -> Self {
        self.unheard = Some(VecDeque::new());
        self
    }

    /// Presses keys.
    pub(crate) fn keys(&mut self, text: &str) -> &mut Self {
        for (key, _) in keys(text) {
            self.hear(Msg::Key(key));
        }
        self
    }

    /// Puts a paper in the folder the program was started in.
    pub(crate) fn has_a_paper(&mut self, name: &str, text: &str) -> &mut Self {
        std::fs::write(self.shelf.folder().join(name), text).unwrap();
        self
    }

    /// Pastes text.
    pub(crate) fn pastes(&mut self, text: &str) -> &mut Self {
        self.hear(Msg::Paste(text.into()));
        self
    }

    /// Waits until a slow disk has answered all it was asked.
    pub(crate) fn waits(&mut self) -> &mut Self {
        while let Some(msg) = self.unheard.as_mut().and_then(VecDeque::pop_front) {
            self.hear(msg);
        }
        self
    }

    /// Takes in the next answer of a slow disk alone.
    pub(crate) fn hears_one_answer(&mut self) -> &mut Self {
        if let Some(msg) = self.unheard.as_mut().and_then(VecDeque::pop_front) {
            self.hear(msg);
        }
        self
    }

    /// Leaves the program as a crash would, and opens the book again.
    pub(crate) fn crashes_and_comes_back(self) -> Self {
        let size = self.state.size;
        drop(self.pen);
        Self::with(self.shelf).sized(size.0, size.1)
    }

    /// Something happened.
    pub(crate) fn hear(&mut self, msg: Msg) {
        let effects = update(&mut self.state, msg);
        for effect in effects {
            self.effects.push(effect.clone());
            let answers = self.carried_out(effect);
            match &mut self.unheard {
                Some(unheard) => unheard.extend(answers),
                None => answers.into_iter().for_each(|answer| self.hear(answer)),
            }
        }
    }

    /// The screen.
    pub(crate) fn picture(&self) -> Picture {
        Picture::of(&self.state, self.theme)
    }

    /// The screen as a test shows it.
    pub(crate) fn screen(&self) -> String {
        self.picture().drawn()
    }

    /// What the lines at the foot say, as one.
    pub(crate) fn foot(&self) -> String {
        let rows = self.picture().rows();
        let lines = minutebook::app::screen(&self.state).foot.len();
        rows[rows.len() - lines..].join(" ")
    }

    fn open(&mut self) {
        let pen = self.shelf.pen();
        let name = self.shelf.path().file_name().unwrap().to_string_lossy().into_owned();
        let read_only = self.follower.map(|_| "This screen follows the meeting.".to_owned());
        let following = self.follower.is_some();
        let about = About { name, read_only, following, ..About::default() };
        let (mint, count) = (pen.mint().unwrap(), pen.count().unwrap());
        self.pen = Some(pen);
        self.hear(Msg::Opened { about, mint, count });
    }

    fn carried_out(&mut self, effect: Effect) -> Vec<Msg> {
        match effect {
            Effect::Make { sample } => {
                if sample {
                    self.shelf = Shelf::sample();
                } else {
                    self.shelf = Shelf::with("An empty book.", Vec::new());
                }
                self.open();
                Vec::new()
            }
            Effect::Leave => {
                self.left = true;
                Vec::new()
            }
            Effect::Copy(_) => Vec::new(),
            effect => {
                let Some(mut pen) = self.pen.take() else { return Vec::new() };
                let answers = self.answers(&mut pen, effect.clone());
                self.pen = Some(pen);
                answers.unwrap_or_else(|error| vec![failed(&effect, &error)])
            }
        }
    }

    fn answers(&mut self, pen: &mut Pen, effect: Effect) -> Result<Vec<Msg>> {
        Ok(match effect {
            Effect::Open(id) => {
                self.meeting = Some(id.clone());
                let drafts = if self.follower.is_some() { Vec::new() } else { pen.drafts(&id)? };
                let read = Msg::Entered(Box::new(shown(pen, &id, self.follower)?));
                let offered = (!drafts.is_empty()).then_some(Msg::Drafts(drafts));
                [Some(read), offered].into_iter().flatten().collect()
            }
            Effect::OpenNearest => match pen.nearest_meeting(now().date_naive())? {
                Some(id) => self.answers(pen, Effect::Open(id))?,
                None => vec![Msg::Trouble("There is no meeting in this book yet.".into())],
            },
            Effect::Load(wanted) => {
                let audience = self.follower.unwrap_or(Audience::Members);
                vec![Msg::Loaded(loaded(pen, &wanted, audience)?)]
            }
            Effect::Files(typed) => {
                vec![Msg::Loaded(Loaded::Files(files(self.shelf.folder(), typed)))]
            }
            Effect::ReadPaper(wish) => {
                vec![Msg::Loaded(preview(pen, self.shelf.folder(), wish))]
            }
            Effect::TakeIn(found, minted) => match take_in(pen, &found, minted) {
                Ok(said) => self.saved(pen, said.is_some(), &said.unwrap_or_default())?,
                Err(trouble) => vec![Msg::Failed(trouble.message)],
            },
            Effect::Search(query) => vec![Msg::Loaded(Loaded::Hits(pen.search(&query, false)?))],
            Effect::Keep { meeting, item, text } => {
                pen.keep(&meeting, &item, &text, now())?;
                vec![Msg::Kept(now())]
            }
            Effect::Forget(item) => {
                pen.forget(&item)?;
                vec![Msg::Kept(now())]
            }
            Effect::Record(permitted, minted) => {
                let done = pen.record(&permitted, &signed(minted))?;
                self.saved(pen, done.is_some(), permitted.said())?
            }
            Effect::Undo | Effect::Redo => {
                let signed = signed(pen.mint()?.minted());
                let (done, word) = match effect {
                    Effect::Undo => (pen.undo(&signed)?, "Taken back"),
                    _ => (pen.redo(&signed)?, "Put back"),
                };
                let last = pen.history(None, 1)?.pop().map(|line| line.said).unwrap_or_default();
                self.saved(pen, done.is_some(), &format!("{word}: {last}"))?
            }
            _ => Vec::new(),
        })
    }

    fn saved(&self, pen: &Pen, changed: bool, said: &str) -> Result<Vec<Msg>> {
        let said = if changed { said } else { "Nothing was changed by that." };
        let (count, minted) = (pen.count()?, pen.mint()?.minted());
        let mut answers =
            vec![Msg::Saved { said: Said::Done(said.into()), at: now(), count, minted }];
        if let Some(meeting) = &self.meeting {
            answers.push(Msg::Read(Box::new(shown(pen, meeting, self.follower)?)));
        }
        Ok(answers)
    }
}

fn failed(effect: &Effect, error: &Error) -> Msg {
    let why = format!("{error} {}", error.hint());
    match effect {
        Effect::Record(..) | Effect::Undo | Effect::Redo => Msg::Failed(why),
        Effect::Keep { .. } | Effect::Forget(_) => Msg::NotKept(why),
        _ => Msg::Trouble(why),
    }
}
