//! A text to be read: the finished minutes, as they would be printed.

use super::View;
use crate::app::screen::{Look, Pane, Part, Row};
use crate::model::MeetingId;

/// The reading page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadingPage {
    /// What it is.
    pub title: String,
    /// The meeting whose minutes they are.
    pub meeting: MeetingId,
    /// The lines, once read.
    pub lines: Vec<String>,
    /// How far it is scrolled.
    pub scroll: usize,
}

impl ReadingPage {
    pub(super) fn panes(&self, view: &View<'_>) -> Vec<Pane> {
        let rows: Vec<Row> = if self.lines.is_empty() {
            vec![Row::of("Reading…", Look::Dim)]
        } else {
            self.lines.iter().map(|line| Row::plain(line.as_str())).collect()
        };
        let area = view.area.middle(90, view.area.height);
        vec![Pane::text(Part::Detail, area, self.title.as_str(), &rows, self.scroll).focused(true)]
    }
}
