//! The pages, one open at a time. Each says what its keys do and what it shows.

pub mod asked;
pub mod files;
pub mod list;
pub mod meeting;
pub mod overview;
pub mod paper;
pub mod reading;
pub mod revise;
pub mod schedule;
pub mod search;
pub mod thread;
pub mod welcome;

use super::screen::Pane;
use super::screen::{Area, Row};
use super::state::{Effect, Loaded, State, Wanted};

/// A page and what it alone keeps.
#[derive(Clone, Debug)]
pub enum Page {
    /// No book is open yet.
    Welcome(welcome::Welcome),
    /// What is on, due and missing.
    Overview(overview::OverviewPage),
    /// A meeting.
    Meeting(Box<meeting::MeetingPage>),
    /// The governance schedule.
    Schedule(schedule::SchedulePage),
    /// A register: one line each, and the chosen one in full.
    List(list::ListPage),
    /// Search.
    Search(search::SearchPage),
    /// What led to a thing and what came of it.
    Thread(thread::ThreadPage),
    /// A text to be read.
    Reading(reading::ReadingPage),
    /// Choosing a paper to read in.
    Files(files::FilesPage),
    /// A paper before it is read in.
    Paper(paper::PaperPage),
}

/// What to do about an agenda or a schedule that is not there.
const IMPORT: &str = "Import one: press \":\" and type \"import\".";

/// What a page needs to know to draw itself.
pub(super) struct View<'a> {
    pub(super) state: &'a State,
    pub(super) area: Area,
}

impl Page {
    /// The name of the page, for the line at the head.
    #[must_use]
    pub fn title(&self) -> &str {
        match self {
            Self::Welcome(_) => "Welcome",
            Self::Overview(_) => "Overview",
            Self::Meeting(_) => "Meeting",
            Self::Schedule(_) => "Governance schedule",
            Self::List(page) => page.title(),
            Self::Search(_) => "Search",
            Self::Thread(_) => "Thread",
            Self::Reading(page) => &page.title,
            Self::Files(_) => "Import",
            Self::Paper(page) => &page.wish.file,
        }
    }

    /// What it needs to be read anew whenever something was recorded.
    pub(super) fn wanted(&self) -> Option<Effect> {
        match self {
            Self::Overview(_) => Some(Effect::Load(Wanted::Overview)),
            Self::Schedule(page) => Some(Effect::Load(Wanted::Schedule(page.until))),
            Self::List(page) => Some(Effect::Load(page.wanted())),
            Self::Thread(page) => Some(Effect::Load(Wanted::Thread(page.id.clone(), page.until))),
            Self::Search(page) => Some(Effect::Search(page.query().to_owned())),
            Self::Reading(page) => {
                Some(Effect::Load(Wanted::Preview(page.meeting.clone(), page.columns)))
            }
            Self::Files(page) => Some(page.wanted()),
            Self::Paper(page) => Some(page.wanted()),
            Self::Welcome(_) | Self::Meeting(_) => None,
        }
    }

    /// Takes in a list, if it is the one this page waits for.
    pub(super) fn take(&mut self, loaded: Loaded) {
        match (self, loaded) {
            (Self::Overview(page), Loaded::Overview(found)) => page.take(found),
            (Self::Schedule(page), Loaded::Schedule(found)) => page.take(found),
            (Self::Thread(page), Loaded::Thread(found)) => page.take(found.map(|found| *found)),
            (Self::List(page), found) => page.take(found),
            (Self::Search(page), Loaded::Hits(hits)) => page.hits = hits,
            (Self::Reading(page), Loaded::Preview(lines)) => page.lines = lines,
            (Self::Files(page), Loaded::Files(listing)) => page.take(listing),
            (Self::Paper(page), Loaded::Paper(wish, brought)) => page.take(&wish, brought),
            _ => {}
        }
    }

    /// The panes of the page.
    pub(super) fn panes(&self, view: &View<'_>) -> Vec<Pane> {
        match self {
            Self::Welcome(page) => page.panes(view),
            Self::Overview(page) => page.panes(view),
            Self::Meeting(page) => page.panes(view),
            Self::Schedule(page) => page.panes(view),
            Self::List(page) => page.panes(view),
            Self::Search(page) => page.panes(view),
            Self::Thread(page) => page.panes(view),
            Self::Reading(page) => page.panes(view),
            Self::Files(page) => page.panes(view),
            Self::Paper(page) => page.panes(view),
        }
    }

    /// The keys that matter most here, for the foot; those that write for one who
    /// `writes`.
    pub(super) fn hints(&self, writes: bool) -> Row {
        if let Self::Meeting(page) = self {
            return page.hints();
        }
        if let Self::Schedule(page) = self
            && page.is_writing()
        {
            return key_hints(page.hints());
        }
        let hints: &[(&str, &str)] = match self {
            Self::Welcome(_) => &[("↑↓", "choose"), ("Enter", "go"), ("q", "leave")],
            Self::Meeting(_) => &[],
            Self::Search(_) => {
                &[("type", "to search"), ("↑↓", "choose"), ("Enter", "open"), ("Esc", "back")]
            }
            Self::Thread(_) => {
                &[("↑↓", "choose"), ("Enter", "follow"), ("Esc", "a step back"), ("?", "keys")]
            }
            Self::Reading(_) => &[("↑↓", "scroll"), ("Esc", "back"), ("?", "keys")],
            Self::Files(_) => {
                &[("Tab", "complete"), ("↑↓", "choose"), ("Enter", "read it"), ("Esc", "back")]
            }
            Self::Paper(_) => &[
                ("Enter", "into the book"),
                ("Esc", "leave it out"),
                ("↑↓", "scroll"),
                ("c", "another kind"),
                ("?", "keys"),
            ],
            Self::Schedule(_) if writes => &SCHEDULE,
            Self::Schedule(_) => &SCHEDULE_READ,
            Self::Overview(_) => &[
                ("Enter", "open the meeting"),
                ("g", "go to a page"),
                ("/", "search"),
                ("?", "keys"),
                ("q", "leave"),
            ],
            Self::List(_) => &[
                ("↑↓", "choose"),
                ("Enter", "open"),
                ("Tab", "next pane"),
                ("Esc", "back"),
                ("?", "keys"),
            ],
        };
        key_hints(hints)
    }
}

/// The keys that matter most on the schedule.
const SCHEDULE: [(&str, &str); 7] = [
    ("↑↓", "choose"),
    ("f", "other rows"),
    ("t", "thread"),
    ("v", "reviewed"),
    ("y", "query"),
    ("e", "alter"),
    ("?", "keys"),
];

/// Those for one who only reads it.
const SCHEDULE_READ: [(&str, &str); 6] = [
    ("↑↓", "choose"),
    ("f", "other rows"),
    ("o", "another order"),
    ("[", "earlier"),
    ("t", "thread"),
    ("?", "keys"),
];

/// Keys and what they do, on one row.
pub(super) fn key_hints(hints: &[(&str, &str)]) -> Row {
    use super::screen::Look;
    let mut row = Row::new();
    for (n, (key, does)) in hints.iter().enumerate() {
        if n > 0 {
            row = row.and(" · ", Look::Dim);
        }
        row = row.and(*key, Look::Key).and(format!(" {does}"), Look::Dim);
    }
    row
}
