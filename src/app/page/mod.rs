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

    /// The keys that matter here, the most useful first, in as far as they fit on a row of
    /// `width`; those that write for one who `writes`.
    pub(super) fn hints(&self, writes: bool, width: usize) -> Row {
        let hints: Vec<Hint> = match self {
            Self::Meeting(page) => page.hints(),
            Self::Schedule(page) => page.hints(writes),
            Self::List(page) => page.hints(writes),
            Self::Overview(page) if page.len() == 0 => {
                vec![
                    ("+", "add"),
                    (":", "import or any command"),
                    ("g", "go to a page"),
                    ("q", "leave"),
                ]
            }
            page => page.own_hints().to_vec(),
        };
        hints_within(&hints, width)
    }

    /// The keys of a page that are the same however it stands.
    fn own_hints(&self) -> &'static [Hint] {
        match self {
            Self::Welcome(_) => &[("↑↓", "choose"), ("Enter", "go"), ("q", "leave")],
            Self::Search(_) => {
                &[("type", "to search"), ("↑↓", "choose"), ("Enter", "open"), ("Esc", "back")]
            }
            Self::Thread(_) => {
                &[("↑↓", "choose"), ("Enter", "follow"), ("Esc", "a step back"), KEYS]
            }
            Self::Reading(_) => &[("↑↓", "scroll"), ("Esc", "back"), KEYS],
            Self::Files(_) => {
                &[("Tab", "complete"), ("↑↓", "choose"), ("Enter", "read it"), ("Esc", "back")]
            }
            Self::Paper(_) => &[
                ("Enter", "into the book"),
                ("Esc", "leave it out"),
                ("↑↓", "scroll"),
                ("c", "another kind"),
                KEYS,
            ],
            Self::Overview(_) => &[
                ("Enter", "open the meeting"),
                ("g", "go to a page"),
                ("/", "search"),
                ("q", "leave"),
                KEYS,
                ("+", "add"),
                ("t", "thread"),
                ("u", "take back"),
                (":", "any command"),
            ],
            Self::Meeting(_) | Self::Schedule(_) | Self::List(_) => &[],
        }
    }
}

/// A key and what it does.
pub(super) type Hint = (&'static str, &'static str);

/// The key that lists all others.
pub(super) const KEYS: Hint = ("?", "keys");

/// As many of the hints as fit on a row of `width`, the first of them first; the key that
/// lists them all stands last, and is never left out.
fn hints_within(hints: &[Hint], width: usize) -> Row {
    let listed = hints.contains(&KEYS);
    let others: Vec<Hint> = hints.iter().copied().filter(|hint| *hint != KEYS).collect();
    let all = |n: usize| {
        let shown = others.iter().take(n).copied();
        key_hints(&shown.chain(listed.then_some(KEYS)).collect::<Vec<_>>())
    };
    let fit = (0..=others.len()).rev().find(|n| super::wrap::width(&all(*n).text()) <= width);
    all(fit.unwrap_or(0))
}

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
