//! A line of the schedule being altered, opened as the row stands.

use chrono::NaiveDate;

use crate::app::editor::Editor;
use crate::app::screen::{Area, Look, Pane, Part, Row};
use crate::app::wrap;
use crate::capture::read_schedule;
use crate::model::Mint;
use crate::rules::review::Review;

/// How many rows a field takes with its border, whole, at the width of `area`: at most half
/// of it.
pub(super) fn field_height(field: &Editor, area: Area) -> u16 {
    let lines = wrap::rows(field.text(), area.inside().size().0).len();
    u16::try_from(lines + 2).unwrap_or(u16::MAX).min((area.height / 2).max(3))
}

/// A line being altered, and the others it could be.
#[derive(Clone, Debug)]
pub struct Revising {
    /// The line.
    pub editor: Editor,
    /// The lines that show this part of the row, each as it stands.
    pub lines: Vec<String>,
    /// Which of them was opened.
    pub at: usize,
    /// What it would record, or why nothing yet.
    pub read: Result<String, String>,
}

impl Revising {
    /// Opens the one of `lines` that stands at `at`, or an empty line where there is none.
    #[must_use]
    pub fn of(lines: Vec<String>, at: usize) -> Self {
        let first = lines.get(at).cloned().unwrap_or_else(|| ".".into());
        Self { editor: Editor::with(first), lines, at, read: Err(String::new()) }
    }

    /// Opens the line so many further on, round and round.
    pub(in crate::app) fn step(&mut self, down: bool) {
        let count = self.lines.len();
        if count == 0 {
            return;
        }
        self.at = if down { (self.at + 1) % count } else { (self.at + count - 1) % count };
        if let Some(line) = self.lines.get(self.at) {
            self.editor = Editor::with(line.clone());
        }
    }

    /// Works out again what the line would record.
    pub(in crate::app) fn refresh(&mut self, review: &Review, today: NaiveDate, mint: &Mint) {
        let read = read_schedule(self.editor.text(), review, today, &mut mint.clone());
        self.read = match read {
            Ok(reading) => Ok(reading.preview),
            Err(unclear) => Err(unclear.in_words()),
        };
    }

    /// The panes it takes at the foot of a page: the line, whole, and what it
    /// would record.
    pub(super) fn panes(&self, area: Area) -> Vec<Pane> {
        let (above, below) = area.foot(if area.height < 7 { 0 } else { 4 });
        let title = if self.lines.len() > 1 {
            format!(
                "Line {} of {} · ↑↓ another · Enter records · Esc",
                self.at + 1,
                self.lines.len()
            )
        } else {
            "Line · Enter records · Esc".to_owned()
        };
        let field = Pane::writing(Part::Line, above, title, &self.editor, &[]);
        let (title, row) = match &self.read {
            Ok(said) => ("Enter records", Row::of(said.as_str(), Look::Good)),
            Err(why) => ("Not yet", Row::of(why.as_str(), Look::Unsure)),
        };
        let mut panes = vec![field];
        if below.height > 0 {
            panes.push(Pane::text(Part::Detail, below, title, &[row], 0));
        }
        panes
    }

    /// How many rows it takes at the foot of `area`.
    pub(super) fn height(&self, area: Area) -> u16 {
        4 + field_height(&self.editor, area).min((area.height / 2).max(7).saturating_sub(4))
    }
}
