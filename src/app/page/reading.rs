//! A text to be read: the finished minutes, as they would be printed.

use super::View;
use crate::app::screen::{Area, Look, Pane, Part, Row};
use crate::app::wrap;
use crate::model::MeetingId;

/// The reading page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadingPage {
    /// What it is.
    pub title: String,
    /// The meeting whose minutes they are.
    pub meeting: MeetingId,
    /// In how many columns they are set.
    pub columns: usize,
    /// The lines, once read.
    pub lines: Vec<String>,
    /// How far it is scrolled.
    pub scroll: usize,
}

impl ReadingPage {
    fn page(area: Area) -> Area {
        area.middle(90, area.height)
    }

    /// How many columns of text there are in an area of the screen.
    pub(in crate::app) fn room(area: Area) -> usize {
        Self::page(area).inside().size().0
    }

    pub(super) fn panes(&self, view: &View<'_>) -> Vec<Pane> {
        let area = Self::page(view.area);
        let rows: Vec<Row> = if self.lines.is_empty() {
            vec![Row::of("Reading…", Look::Dim)]
        } else {
            let width = area.inside().size().0;
            self.lines.iter().map(|line| row(line, width)).collect()
        };
        vec![Pane::text(Part::Detail, area, self.title.as_str(), &rows, self.scroll).focused(true)]
    }
}

/// A line as the page has room for it: what stands at its right moves in, and
/// what is longer still goes on under where it began.
fn row(line: &str, width: usize) -> Row {
    let over = wrap::width(line).saturating_sub(width);
    let margin = line.len() - line.trim_start().len();
    let gaps = line.match_indices("  ").filter(|(at, _)| *at >= margin);
    let longest = gaps
        .map(|(at, _)| {
            let rest = line.get(at..).unwrap_or_default();
            (rest.len() - rest.trim_start().len(), at)
        })
        .max();
    let fitted = match longest {
        Some((gap, at)) if over > 0 && gap >= over + 2 => {
            let (before, after) = (line.get(..at), line.get(at + over..));
            format!("{}{}", before.unwrap_or_default(), after.unwrap_or_default())
        }
        _ => line.to_owned(),
    };
    Row::plain(fitted).set_in(margin + 2)
}
