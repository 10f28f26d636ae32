//! The welcome: no book is open yet, and three ways to have one.

use super::View;
use crate::app::screen::{Look, Pane, Part, Row, columns};
use crate::app::state::Effect;

/// The welcome page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Welcome {
    /// Which way is chosen.
    pub chosen: usize,
    /// Where the book would be made.
    pub place: String,
}

/// The ways, each with what it makes; the last makes nothing here.
const WAYS: [(&str, &str, Option<bool>); 3] = [
    (
        "Try the sample book",
        "a committee and seven partnerships; it goes when you leave",
        Some(true),
    ),
    ("Make an empty book", "for bodies and papers of your own", Some(false)),
    ("Import papers", "leave, and type: minutebook import FILE…", None),
];

impl Welcome {
    pub(in crate::app) fn len() -> usize {
        WAYS.len()
    }

    /// What choosing asks for; nothing, where the words say what to do.
    pub(in crate::app) fn open(&self) -> Option<Effect> {
        let (_, _, sample) = WAYS.get(self.chosen)?;
        sample.map(|sample| Effect::Make { sample })
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
