//! A thread: what led to a thing and what came of it, to be walked both ways.

use chrono::NaiveDate;

use super::View;
use super::list::Lead;
use crate::app::screen::{Look, Pane, Part, Row};
use crate::model::{ItemId, ThingKind, day};
use crate::rules::thread::{Line, Thread};

/// A thread's page.
#[derive(Clone, Debug)]
pub struct ThreadPage {
    /// The thing it is the thread of, by its name in the book.
    pub id: String,
    /// As at the end of which day, where not as it stands.
    pub until: Option<NaiveDate>,
    /// The thread, once read; the thing may be gone.
    pub data: Option<Option<Thread>>,
    /// Which line is chosen.
    pub chosen: usize,
}

impl ThreadPage {
    /// The page of one thing's thread, still to be read.
    #[must_use]
    pub fn of(id: impl Into<String>) -> Self {
        Self { id: id.into(), until: None, data: None, chosen: 0 }
    }

    /// The same, as at the end of a day.
    #[must_use]
    pub fn as_at(self, until: Option<NaiveDate>) -> Self {
        Self { until, ..self }
    }

    /// Takes in the thread; at first the thing itself is chosen.
    pub(super) fn take(&mut self, found: Option<Thread>) {
        let first = self.data.is_none();
        let here = found.as_ref().map_or(0, |thread| thread.here);
        let last = found.as_ref().map_or(0, |thread| thread.lines.len().saturating_sub(1));
        self.chosen = if first { here } else { self.chosen.min(last) };
        self.data = Some(found);
    }

    fn thread(&self) -> Option<&Thread> {
        self.data.as_ref()?.as_ref()
    }

    pub(in crate::app) fn len(&self) -> usize {
        self.thread().map_or(0, |thread| thread.lines.len())
    }

    /// The thing the chosen line is, if it is not the one whose thread this is.
    pub(in crate::app) fn next(&self) -> Option<&str> {
        let thread = self.thread()?;
        let knot = thread.lines.get(self.chosen)?.knot.as_ref()?;
        (self.chosen != thread.here).then_some(knot.id.as_str())
    }

    /// Where the chosen line can be seen in full.
    pub(in crate::app) fn lead(&self) -> Option<Lead> {
        let knot = self.thread()?.lines.get(self.chosen)?.knot.as_ref()?;
        let item = (knot.kind == ThingKind::Item).then(|| ItemId(knot.id.clone()));
        let meeting = knot.meeting.clone().map(|meeting| Lead::Meeting(meeting, item));
        meeting.or_else(|| {
            knot.partnership.clone().map(|of| Lead::Schedule(of, Some(knot.id.clone())))
        })
    }

    pub(super) fn panes(&self, view: &View<'_>) -> Vec<Pane> {
        let Some(thread) = self.thread() else {
            let text = match self.data {
                None => Row::of("Reading…", Look::Dim),
                Some(_) => Row::plain(format!("Nothing in the book is called \"{}\".", self.id)),
            };
            return vec![Pane::text(Part::List, view.area, "Thread", &[text], 0).focused(true)];
        };
        let (above, below) = view.area.foot(view.area.height.min(8));
        let day = self.until.map(|day| format!(" as at {}", day::plain(day))).unwrap_or_default();
        let of = thread.lines.get(thread.here).map_or_else(|| self.id.clone(), called);
        let title = format!("Thread of {of}{day}");
        let total = thread.lines.len();
        let list = Pane::list(Part::List, above, title, total, self.chosen, |n, width| {
            thread.lines.get(n).map_or_else(Row::new, |line| row(thread, n, line, width))
        });
        let text = thread.lines.get(self.chosen).map(|line| detail(thread, self.chosen, line));
        let detail = Pane::text(Part::Detail, below, "In full", &text.unwrap_or_default(), 0);
        vec![list.focused(true), detail]
    }
}

/// What the thing of a line is called: by the code it goes by; what has none that anybody
/// knows, by its words.
fn called(line: &Line) -> String {
    let Some(knot) = &line.knot else { return String::new() };
    match knot.kind {
        ThingKind::Decision | ThingKind::Item | ThingKind::Driver => {
            format!("{}: {}", knot.label, line.text)
        }
        ThingKind::Action => knot.label.clone(),
        _ => knot.id.clone(),
    }
}

/// A line of the tree: set in by how far off it is, with an arrow for which way
/// it lies.
fn row(thread: &Thread, n: usize, line: &Line, width: usize) -> Row {
    let arrow = match n {
        n if n < thread.here => "↑ ",
        n if n > thread.here => "↳ ",
        _ => "● ",
    };
    let depth = line.depth.saturating_sub(usize::from(line.depth > 0));
    let margin = "  ".repeat(depth.min(width / 8));
    let mut row = Row::plain(margin).and(arrow, Look::Dim);
    if !line.tie.is_empty() {
        row = row.and(format!("{} ", line.tie), Look::Dim);
    }
    row = match &line.knot {
        None => row.and(line.text.clone(), Look::Bad),
        Some(knot) => {
            let look = match knot.kind {
                ThingKind::Action | ThingKind::Decision => Look::Record,
                _ => Look::Strong,
            };
            let state =
                if knot.state.is_empty() { String::new() } else { format!(" ({})", knot.state) };
            let live = knot.kind == ThingKind::Action && knot.state.starts_with("open");
            row.and(format!("{} ", knot.label), look)
                .and(line.text.replace('\n', " "), Look::Plain)
                .and(state, if live { Look::Good } else { Look::Dim })
        }
    };
    row.cut(width)
}

fn detail(thread: &Thread, n: usize, line: &Line) -> Vec<Row> {
    let Some(knot) = &line.knot else {
        return vec![
            Row::of("No response is recorded for the line above.", Look::Bad),
            Row::of("On the meeting, \"a\" minutes an action that answers it.", Look::Dim),
        ];
    };
    let mut rows = vec![
        Row::of(format!("{}: ", knot.label), Look::Strong).and(line.text.as_str(), Look::Plain),
        Row::of(format!("{} {} ", knot.kind.plain(), knot.id), Look::Dim)
            .and(knot.state.as_str(), Look::Plain),
    ];
    let to = if n == thread.here { "opens it where it stands" } else { "follows its thread" };
    rows.push(Row::of("Enter", Look::Key).and(format!(" {to}"), Look::Dim));
    rows
}
