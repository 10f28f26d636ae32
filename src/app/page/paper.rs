//! A paper before it is read in: what was found, what to look at and what was
//! not understood. Nothing is in the book yet.

use super::View;
use crate::app::screen::{Look, Pane, Part, Row};
use crate::app::state::Effect;
use crate::import::{Found, PaperKind, Remark};
use crate::model::{MeetingId, day};

/// A paper to be read, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wish {
    /// Its file, as the clerk named it.
    pub file: String,
    /// What sort of paper it is to be read as.
    pub kind: PaperKind,
    /// The meeting it belongs to, if the clerk said.
    pub meeting: Option<MeetingId>,
}

impl Default for Wish {
    fn default() -> Self {
        Self { file: String::new(), kind: PaperKind::Auto, meeting: None }
    }
}

/// What a paper would bring, with how many names were given in it; or what is
/// wrong with it and what to do about that.
pub type Brought = Result<(Box<Found>, i64), (String, String)>;

/// The page.
#[derive(Clone, Debug, Default)]
pub struct PaperPage {
    /// What is to be read.
    pub wish: Wish,
    /// What it would bring, once read.
    pub brought: Option<Brought>,
    /// Whether it is on its way into the book.
    pub taking: bool,
    /// How far it is scrolled.
    pub scroll: usize,
}

impl PaperPage {
    /// The page of a paper still to be read.
    #[must_use]
    pub fn of(wish: Wish) -> Self {
        Self { wish, ..Self::default() }
    }

    /// The paper is asked for.
    pub(in crate::app) fn wanted(&self) -> Effect {
        Effect::ReadPaper(self.wish.clone())
    }

    pub(super) fn take(&mut self, wish: &Wish, brought: Brought) {
        if *wish == self.wish {
            self.brought = Some(brought);
        }
    }

    /// That the paper can be read for the meeting that is open.
    fn offered(&self, view: &View<'_>) -> Option<Row> {
        let sitting = view.state.sitting.as_deref().filter(|_| self.wish.meeting.is_none())?;
        let day = day::plain(sitting.meeting.date);
        Some(
            Row::of("m", Look::Key)
                .and(format!(" reads it for the meeting of {day}."), Look::Plain),
        )
    }

    pub(super) fn panes(&self, view: &View<'_>) -> Vec<Pane> {
        let text = match &self.brought {
            None => vec![Row::of("Reading…", Look::Dim)],
            Some(Err((message, hint))) => vec![
                Row::of(message.as_str(), Look::Bad),
                Row::plain(hint.as_str()),
                Row::new(),
                Row::of("Nothing was changed.", Look::Dim),
            ],
            Some(Ok((found, _))) => report(found, self.offered(view)),
        };
        let title = match &self.wish.meeting {
            None => "Not in the book yet".to_owned(),
            Some(id) => format!("Not in the book yet · for the meeting {}", meeting(view, id)),
        };
        vec![Pane::text(Part::Detail, view.area, title, &text, self.scroll).focused(true)]
    }
}

/// A meeting by its day, as long as it is the one that is open.
fn meeting(view: &View<'_>, id: &MeetingId) -> String {
    let open = view.state.sitting.as_deref().filter(|sitting| sitting.meeting.id == *id);
    open.map_or_else(|| id.0.clone(), |sitting| format!("of {}", day::plain(sitting.meeting.date)))
}

/// The report: how it was read and what came of it; what the clerk should look
/// at before what can be taken as read.
fn report(found: &Found, offered: Option<Row>) -> Vec<Row> {
    let report = &found.report;
    let mut rows = vec![
        Row::of(report.read_as(), Look::Strong),
        Row::of(report.counts(), if report.found.is_empty() { Look::Unsure } else { Look::Good }),
    ];
    rows.push(match &found.entry {
        Some(_) => Row::of("Enter", Look::Key)
            .and(" puts all of it in the book, as one entry.", Look::Plain),
        None => Row::of(format!("It brings nothing: {}.", report.nothing_new()), Look::Unsure),
    });
    rows.extend(offered);
    for (title, remarks) in report.remarks() {
        rows.extend(under(title, remarks, Look::Unsure));
    }
    if !report.facts.is_empty() {
        rows.extend(under("In detail:", &report.facts, Look::Dim));
    }
    rows
}

fn under(title: &str, remarks: &[Remark], look: Look) -> Vec<Row> {
    let lines = remarks.iter().map(|remark| {
        Row::of(format!("  {}: ", remark.place), look)
            .and(remark.text.as_str(), Look::Plain)
            .set_in(4)
    });
    [Row::new(), Row::of(title, Look::Strong)].into_iter().chain(lines).collect()
}
