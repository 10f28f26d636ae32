//! A line typed over a page, of the set-up or of a register, with what it would record.

use super::command::Revised;
use super::editor::Editor;
use super::field::type_key;
use super::key::{Code, Key};
use super::over::{Over, shaped};
use super::page::Page;
use super::page::list::Register;
use super::screen::{Area, Look, Pane, Part, Row};
use super::state::{Effect, Said, State};
use super::wrap;
use crate::capture::{SETUP_LINES, schedule_line_named};

/// A line being typed.
#[derive(Clone, Debug, Default)]
pub struct Adding {
    /// The line.
    pub field: Editor,
    /// The line last read, and what it would record, or why nothing yet.
    read: Option<(String, Result<String, String>)>,
    /// Whether a line is being read.
    asked: bool,
}

impl Adding {
    /// Opens `line`, and asks what it would record.
    fn open(state: &mut State, line: impl Into<String>) -> Vec<Effect> {
        let mut adding = Self { field: Editor::with(line.into()), ..Self::default() };
        let effects = adding.ask();
        state.over = Some(Over::Add(Box::new(adding)));
        effects
    }

    /// Asks what the line would record, unless another is being read still: that one's answer
    /// asks again.
    pub(super) fn ask(&mut self) -> Vec<Effect> {
        let known = self.read.as_ref().is_some_and(|(line, _)| line == self.field.text());
        if self.asked || known {
            return Vec::new();
        }
        self.asked = true;
        vec![Effect::Consider(self.field.text().to_owned())]
    }

    /// What it would record, in the words of the last answer; nothing, where those only say
    /// the `shape` of the line, which stands below.
    fn told(&self, shape: &str) -> Row {
        match &self.read {
            Some((_, Err(why))) if !shape.is_empty() && why.contains(shape) => Row::new(),
            Some((_, Ok(said))) => {
                Row::of("Enter records: ", Look::Dim).and(said.as_str(), Look::Good)
            }
            Some((_, Err(why))) => Row::of("Not yet: ", Look::Dim).and(why.as_str(), Look::Unsure),
            None => Row::new(),
        }
    }

    /// The pane, at the foot of the screen, so that what the line is about stays in sight.
    pub(super) fn pane(&self, screen: Area) -> Pane {
        let word = self.field.text().trim_start_matches('.').split(' ').next().unwrap_or_default();
        let known = schedule_line_named(word);
        let mut text = vec![self.told(known.map_or("", |known| known.shape)), Row::new()];
        let title = if let Some(known) = known {
            text.push(shaped(known.word, known.shape, known.about));
            "A line"
        } else {
            text.extend(SETUP_LINES.iter().map(|line| shaped(line.word, line.shape, line.about)));
            "Add to the book"
        };
        let width = screen.inside().size().0;
        let rows = text.iter().map(|row| row.broken(width).len()).sum::<usize>();
        let height = rows + wrap::rows(self.field.text(), width).len() + 2;
        let height = u16::try_from(height).unwrap_or(u16::MAX).min(screen.height * 2 / 3);
        Pane::writing(Part::Over, screen.foot(height).1, title, &self.field, &text)
    }
}

/// The word of the line that adds to what a page shows.
fn word(page: &Page) -> &'static str {
    let Page::List(list) = page else {
        return match page {
            Page::Overview(page) if page.len() == 0 => "body",
            Page::Schedule(_) => "partnership",
            _ => "meeting",
        };
    };
    match list.register {
        Register::Meetings(_) | Register::Actions(_) | Register::Decisions(_) => "meeting",
        Register::Bodies(_) if list.len() > 0 => "person",
        Register::Bodies(_) | Register::History(_) => "body",
        Register::Engagement(_) => "person",
        Register::Framework(_) => "partnership",
        Register::Gaps(_) => "pass",
        Register::Recommendations(_) => "recommendation",
        Register::Plan(_) => "plan",
        Register::Drivers(_) => "driver",
        Register::Findings(_) => "finding",
        Register::Targets(_) => "target",
    }
}

/// Whether the book may be written in; the clerk is told why not.
fn is_open(state: &mut State) -> bool {
    let read_only = state.book.as_ref().map(|book| book.read_only.clone());
    let why = match read_only {
        Some(None) => return true,
        Some(Some(why)) => why,
        None => "No book is open yet.".to_owned(),
    };
    state.say(Said::Refused(why));
    false
}

/// Takes in what `line` would record, for the line that is being typed.
pub(super) fn heard(state: &mut State, line: String, read: Result<String, String>) -> Vec<Effect> {
    let Some(Over::Add(adding)) = &mut state.over else { return Vec::new() };
    (adding.asked, adding.read) = (false, Some((line, read)));
    adding.ask()
}

/// Opens the field for a line that adds to what the page is about.
pub(super) fn add(state: &mut State) -> Vec<Effect> {
    if !is_open(state) {
        return Vec::new();
    }
    let line = format!(".{} ", word(&state.page));
    Adding::open(state, line)
}

/// Opens the line of what is chosen on a list, as it stands, to be altered.
pub(super) fn alter(state: &mut State, what: Revised) -> Vec<Effect> {
    if !is_open(state) {
        return Vec::new();
    }
    let Page::List(page) = &state.page else { return Vec::new() };
    let line = if what == Revised::Any { Some(".".to_owned()) } else { page.line() };
    let why = match line {
        Some(line) => return Adding::open(state, line),
        None if !page.read => "The list is being read.",
        None => page.altered_elsewhere(),
    };
    state.say(Said::Refused(why.into()));
    Vec::new()
}

/// Gives a key to the line.
pub(super) fn typed(state: &mut State, mut adding: Box<Adding>, key: Key) -> Vec<Effect> {
    let effects = if key.code != Code::Enter {
        type_key(&mut adding.field, key, usize::MAX);
        adding.ask()
    } else if state.is_behind() {
        // What is permitted next rests on what is on its way.
        state.say(Said::Warned("The last entry is still being written: press Enter again.".into()));
        Vec::new()
    } else {
        state.foot.saving = true;
        if let Page::List(page) = &mut state.page {
            page.look_for_new();
        }
        vec![Effect::SetUp(adding.field.text().to_owned())]
    };
    state.over = Some(Over::Add(adding));
    effects
}
