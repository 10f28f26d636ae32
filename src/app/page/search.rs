//! Search: everything ever minuted or scheduled, found while it is typed.

use super::View;
use crate::app::column::columns;
use crate::app::editor::Editor;
use crate::app::page::list::Lead;
use crate::app::screen::{Look, Pane, Part, Row};
use crate::model::{Hits, day};

/// The search page.
#[derive(Clone, Debug, Default)]
pub struct SearchPage {
    /// What is looked for.
    pub field: Editor,
    /// What was found.
    pub hits: Hits,
    /// Which of it is chosen.
    pub chosen: usize,
}

impl SearchPage {
    /// What is looked for.
    #[must_use]
    pub fn query(&self) -> &str {
        self.field.text()
    }

    /// Where what is chosen is.
    pub(in crate::app) fn open(&self) -> Option<Lead> {
        let hit = self.hits.hits.get(self.chosen)?;
        Some(Lead::Meeting(hit.meeting.clone()?, hit.item.clone()))
    }

    /// What is chosen, for its thread.
    pub(in crate::app) fn thing(&self) -> Option<&str> {
        self.hits.hits.get(self.chosen).map(|hit| hit.id.as_str())
    }

    /// "12 hits for ‹crime›", painted with the results of exactly that query.
    fn found(&self) -> String {
        let Hits { query, count, .. } = &self.hits;
        let count = match *count {
            1 => "1 hit".to_owned(),
            n if n > 1000 => "1,000+ hits".to_owned(),
            n => format!("{n} hits"),
        };
        if query.is_empty() {
            "Type words to look for".into()
        } else {
            format!("{count} for ‹{query}›")
        }
    }

    /// What to do where nothing is found.
    fn advice(&self) -> Vec<Row> {
        let advice: &[&str] = if self.query().trim().is_empty() {
            &[
                "Looks through minutes, decisions, actions and the schedule as you type.",
                "Each hit has every word; the beginning of a word is enough: \"partner\".",
                "↑↓ choose a hit, Enter opens its meeting.",
            ]
        } else {
            &[
                "Nothing in the book has all of these words.",
                "Try fewer words, or only the beginning of one.",
            ]
        };
        advice.iter().map(|line| Row::of(*line, Look::Dim)).collect()
    }

    pub(super) fn panes(&self, view: &View<'_>) -> Vec<Pane> {
        let (top, rest) = view.area.top(3);
        let field = Pane::field(Part::Line, top, "Search", &self.field);
        let hits = &self.hits.hits;
        if hits.is_empty() {
            let text = self.advice();
            let list = Pane::text(Part::List, rest, self.found(), &text, 0);
            return vec![list, field.focused(true)];
        }
        let list =
            Pane::list(Part::List, rest, self.found(), hits.len(), self.chosen, |n, width| {
                let Some(hit) = hits.get(n) else { return Row::new() };
                let date = hit.date.map(day::short).unwrap_or_default();
                let table = hit.table.replace('_', " ");
                columns(
                    width,
                    &[
                        (15, &date, Look::Dim),
                        (11, &table, Look::Key),
                        (0, &hit.snippet, Look::Plain),
                    ],
                )
            });
        vec![list, field.focused(true)]
    }
}
