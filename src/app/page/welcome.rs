//! The welcome: no book is open yet, and three ways to have one.

use super::View;
use crate::app::column::columns;
use crate::app::screen::{Look, Pane, Part, Row};
use crate::app::state::Effect;

/// The welcome page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Welcome {
    /// Which way is chosen.
    pub chosen: usize,
    /// Where the book would be made.
    pub place: String,
}

/// The ways, each with whether the sample goes in.
const WAYS: [(&str, &str, bool); 3] = [
    ("Try the sample book", "a committee and seven partnerships; it goes when you leave", true),
    ("Make an empty book", "for bodies and papers of your own", false),
    ("Import papers", "into an empty book, once you have seen what they bring", false),
];

impl Welcome {
    pub(in crate::app) fn len() -> usize {
        WAYS.len()
    }

    /// What choosing asks for.
    pub(in crate::app) fn open(&self) -> Option<Effect> {
        let (_, _, sample) = *WAYS.get(self.chosen)?;
        Some(Effect::Make { sample })
    }

    /// Whether papers are to be imported as soon as there is a book.
    pub(in crate::app) fn imports(&self) -> bool {
        self.chosen + 1 == WAYS.len()
    }

    pub(super) fn panes(&self, view: &View<'_>) -> Vec<Pane> {
        let (top, rest) = view.area.top(8.min(view.area.height / 2));
        let text = [
            Row::of("A minute book for boards and committees.", Look::Strong),
            Row::new(),
            Row::plain(
                "There is no book yet. One file will hold everything: bodies, people, meetings, minutes, decisions, actions and the governance schedule.",
            ),
            Row::of(format!("It would be made at {}", self.place), Look::Dim),
        ];
        let ways = Pane::list(Part::List, rest, "Begin", WAYS.len(), self.chosen, |n, width| {
            let (name, about, _) = WAYS[n.min(WAYS.len() - 1)];
            columns(width, &[(20, name, Look::Strong), (0, about, Look::Dim)])
        });
        vec![Pane::text(Part::Detail, top, "minutebook", &text, 0), ways.focused(true)]
    }
}
