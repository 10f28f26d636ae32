//! What is on the screen, what happens to it, and what it asks for.

use std::collections::VecDeque;

use chrono::NaiveDate;

use super::key::Key;
use super::mouse::Mouse;
use super::over::Over;
use super::page::Page;
use super::page::files::Listing;
use super::page::meeting::Writing;
use super::page::overview::OverviewPage;
use super::page::paper::{Brought, Wish};
use super::record::Pending;
use crate::import::Found;
use crate::model::day::Stamp;
use crate::model::{
    ActionLine, BodyLine, DecisionLine, Draft, Driver, Finding, Gap, HistoryLine, Hits, ItemId,
    MeetingId, MeetingLine, Mint, Overview, PlanEntry, Recommendation, Sitting, TargetLine, Tied,
};
use crate::rules::Permitted;
use crate::rules::engagement::Share;
use crate::rules::framework::Branch;
use crate::rules::review::Review;
use crate::rules::thread::Thread;

/// Everything the screen shows, and nothing it does not.
#[derive(Debug)]
pub struct State {
    /// The book that is open, if one is.
    pub book: Option<About>,
    /// The meeting that is open, as last read.
    pub sitting: Option<Box<Sitting>>,
    /// The page that is open.
    pub page: Page,
    /// The pages one came by.
    pub back: Vec<Page>,
    /// What is laid over the page.
    pub over: Option<Over>,
    /// What the foot says.
    pub foot: Foot,
    /// What waits to be put on record, while something before it is.
    pub waiting: VecDeque<Pending>,
    /// What was typed for the entry on its way to the disk, to be given back if
    /// it does not get there.
    pub unsaved: Unsaved,
    /// Writing that was broken off when the book was last open, and has not been
    /// taken up yet.
    pub unfinished: Vec<Draft>,
    /// The capture line last left without being recorded.
    pub left: Option<String>,
    /// Whether something has been recorded since the meeting was read.
    pub unread: bool,
    /// Whether the clerk has asked to leave, and only the disk is waited for.
    pub leaving: bool,
    /// Whether leaving failed, as what was typed could not be kept: the next time
    /// the clerk leaves without it.
    pub stuck: bool,
    /// What was typed while a book or a meeting is being opened: it is meant for
    /// what is opened.
    pub ahead: Option<Vec<Msg>>,
    /// The item to be chosen when a meeting that is being opened is there.
    pub aim: Option<ItemId>,
    /// Names for what is new.
    pub mint: Mint,
    /// The time.
    pub now: Stamp,
    /// The screen, in columns and rows.
    pub size: (u16, u16),
}

/// What was typed for an entry that is not on the disk yet.
#[derive(Clone, Debug, Default)]
pub struct Unsaved {
    /// The minute that was left.
    pub writing: Option<Writing>,
    /// The capture line that was put on record.
    pub line: Option<String>,
}

/// What is known of the book itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// Its file's name.
    pub name: String,
    /// Who writes in it, as notes say.
    pub clerk: String,
    /// Why it can only be read, if it can.
    pub read_only: Option<String>,
    /// Whether this screen follows one meeting and shows nothing else.
    pub following: bool,
    /// Whether it was made for trying things out and goes when it is left.
    pub passing: bool,
    /// The day of its first entry, before which there is no book to look back to.
    pub began: Option<NaiveDate>,
}

/// What the foot of the screen says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Foot {
    /// Something the clerk should know, until the next key.
    pub said: Option<Said>,
    /// When the last entry reached the disk, and how many there are.
    pub saved: Option<(Stamp, i64)>,
    /// Whether something is on its way to the disk.
    pub saving: bool,
    /// When the draft being written last reached the disk.
    pub kept: Option<Stamp>,
    /// The first key of two, if one has been pressed.
    pub prefix: Option<char>,
    /// The number being typed, to jump to an item.
    pub jump: String,
}

/// Something the clerk should know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// It was done.
    Done(String),
    /// It was done, and there is a warning.
    Warned(String),
    /// It was not done.
    Refused(String),
}

/// Something that happened.
#[derive(Clone, Debug)]
pub enum Msg {
    /// A key went down.
    Key(Key),
    /// Text was pasted.
    Paste(String),
    /// The mouse did something.
    Mouse(Mouse),
    /// The screen has another size.
    Resized(u16, u16),
    /// Time went by.
    Clock(Stamp),
    /// A book was opened.
    Opened {
        /// What is known of it.
        about: About,
        /// Names for what is new in it.
        mint: Mint,
        /// How many entries it has.
        count: i64,
    },
    /// A meeting was opened.
    Entered(Box<Sitting>),
    /// The open meeting was read again.
    Read(Box<Sitting>),
    /// A list was read.
    Loaded(Loaded),
    /// An entry reached the disk.
    Saved {
        /// What it was, in a sentence, with its warnings.
        said: Said,
        /// When.
        at: Stamp,
        /// How many entries there are.
        count: i64,
        /// The mint, as the book has it.
        minted: i64,
    },
    /// What a line would put in the book, or why nothing yet.
    Considered(String, Result<String, String>),
    /// A draft reached the disk.
    Kept(Stamp),
    /// Words in the minute that no dictionary knows.
    Misspelt(Vec<String>),
    /// Something was being written when the program last stopped.
    Drafts(Vec<Draft>),
    /// The meeting that was open is no longer in the book.
    Gone,
    /// What was to be put on record is not on the disk.
    Failed(String),
    /// Something else was not done.
    Trouble(String),
    /// A document was written to a file, and to which, or why not.
    Exported(Result<String, String>),
    /// A draft did not reach the disk, and will be tried again.
    NotKept(String),
    /// Somebody outside asks the program to end.
    Ended,
}

/// A list, as read.
#[derive(Clone, Debug)]
pub enum Loaded {
    /// What is on, due and missing.
    Overview(Box<Overview>),
    /// Meetings.
    Meetings(Vec<MeetingLine>),
    /// Actions.
    Actions(Vec<ActionLine>),
    /// Decisions.
    Decisions(Vec<DecisionLine>),
    /// Bodies and people.
    Bodies(Vec<BodyLine>),
    /// Who comes to meetings.
    Engagement(Vec<Share>),
    /// Who answers to whom.
    Framework(Vec<Branch>),
    /// The schedule.
    Schedule(Option<Box<Review>>),
    /// Gaps.
    Gaps(Vec<Gap>),
    /// Recommendations.
    Recommendations(Vec<Tied<Recommendation>>),
    /// The forward plan.
    Plan(Vec<Tied<PlanEntry>>),
    /// What is coming.
    Drivers(Vec<Tied<Driver>>),
    /// What inspections and reviews found.
    Findings(Vec<Tied<Finding>>),
    /// Targets.
    Targets(Vec<TargetLine>),
    /// The history.
    History(Vec<HistoryLine>),
    /// What led to a thing and what came of it.
    Thread(Option<Box<Thread>>),
    /// What a search found.
    Hits(Hits),
    /// The finished minutes, a line each.
    Preview(Vec<String>),
    /// What could be meant by the beginning of a file's name.
    Files(Listing),
    /// What a paper would bring.
    Paper(Wish, Brought),
}

/// The most lines of a list that a page is given at once.
pub const PAGE: u32 = 5_000;

/// A list that a page needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// What is on, due and missing.
    Overview,
    /// Meetings.
    Meetings,
    /// Actions.
    Actions,
    /// Decisions.
    Decisions,
    /// Bodies and people.
    Bodies,
    /// Who comes to meetings.
    Engagement,
    /// Who answers to whom.
    Framework,
    /// The schedule, as it stood at the end of a day; none, as it stands.
    Schedule(Option<NaiveDate>),
    /// Gaps.
    Gaps,
    /// Gaps as they stood at the end of a day.
    GapsAt(NaiveDate),
    /// Recommendations.
    Recommendations,
    /// The forward plan.
    Plan,
    /// What is coming.
    Drivers,
    /// What inspections and reviews found.
    Findings,
    /// Targets.
    Targets,
    /// The history.
    History,
    /// What led to the thing called so, and what came of it, as at the end of a day; none,
    /// as it stands.
    Thread(String, Option<NaiveDate>),
    /// The finished minutes of a meeting, in so many columns.
    Preview(MeetingId, usize),
}

/// Something to be done outside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Put an entry on record; the number is how many names have been given.
    Record(Box<Permitted>, i64),
    /// Keep what is being written, against a crash.
    Keep {
        /// At which meeting.
        meeting: MeetingId,
        /// On which item.
        item: ItemId,
        /// The text.
        text: String,
    },
    /// Let go of what was kept.
    Forget(ItemId),
    /// Take the last entry back.
    Undo,
    /// Put it back.
    Redo,
    /// Read a meeting.
    Open(MeetingId),
    /// Read the meeting the clerk most likely wants.
    OpenNearest,
    /// Read a list.
    Load(Wanted),
    /// Look for words.
    Search(String),
    /// Look through a text for words no dictionary knows, these names aside.
    Spell {
        /// The text.
        text: String,
        /// Names, as the book spells them.
        names: Vec<String>,
    },
    /// Put text on the clipboard of the terminal.
    Copy(String),
    /// Make a book, with the sample in it or empty, and open it.
    Make {
        /// Whether the sample goes in.
        sample: bool,
    },
    /// Say what such a line would put in the book.
    Consider(String),
    /// Put what a line of the set-up or of a register says in the book.
    SetUp(String),
    /// Write a document of a meeting, or of the whole book, to a file.
    Export {
        /// Which meeting, if of one.
        meeting: Option<MeetingId>,
        /// As at which day, if not as it stands.
        as_at: Option<NaiveDate>,
        /// What, and the name of the file, as typed.
        said: String,
    },
    /// Look what could be meant by the beginning of a file's name.
    Files(String),
    /// Read a paper, and write nothing.
    ReadPaper(Wish),
    /// Put all that was found in a paper on record; the number is how many names
    /// have been given in it.
    TakeIn(Box<Found>, i64),
    /// Leave.
    Leave,
}

impl State {
    /// A screen with nothing on it yet.
    #[must_use]
    pub fn new(page: Page, now: Stamp, size: (u16, u16)) -> Self {
        Self {
            book: None,
            sitting: None,
            page,
            back: Vec::new(),
            over: None,
            foot: Foot::default(),
            waiting: VecDeque::new(),
            unsaved: Unsaved::default(),
            unfinished: Vec::new(),
            left: None,
            unread: false,
            leaving: false,
            stuck: false,
            aim: None,
            ahead: None,
            mint: Mint::default(),
            now,
            size,
        }
    }

    /// The first page of a book that is being opened, with nothing on it yet.
    #[must_use]
    pub fn opening(about: About, now: Stamp, size: (u16, u16)) -> Self {
        let page = Page::Overview(OverviewPage::default());
        Self { book: Some(about), ahead: Some(Vec::new()), ..Self::new(page, now, size) }
    }

    /// What is typed in a minute or a line and is not in the book, if anything.
    #[must_use]
    pub fn unkept(&self) -> Option<&str> {
        let Page::Meeting(page) = &self.page else { return None };
        let writing = page.writing.as_ref().map(|writing| writing.editor.text());
        // A line that was begun and left is meant to be.
        let line = page.line.as_ref().filter(|_| self.stuck).map(|line| line.editor.text());
        writing.or(line).filter(|text| !text.trim().is_empty())
    }

    /// Whether the meeting that is open may be of before something on its way to the
    /// disk: what rests on it waits its turn.
    pub(super) fn is_behind(&self) -> bool {
        self.foot.saving || self.unread
    }

    /// Tells the clerk something, until the next key.
    pub fn say(&mut self, said: Said) {
        self.foot.said = Some(said);
    }
}
