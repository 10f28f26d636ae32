//! Choosing a paper to read in: its name is typed, or found in its folder.

use super::View;
use super::paper::Wish;
use crate::app::editor::Editor;
use crate::app::screen::{Look, Pane, Part, Row};
use crate::app::state::Effect;

/// What could be meant by the beginning of a file's name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listing {
    /// What was typed.
    pub typed: String,
    /// What there is, the nearest first; a folder ends with a slash.
    pub names: Vec<String>,
    /// Why nothing can be said, if so.
    pub why: Option<String>,
}

impl Listing {
    /// The folder in what was typed, its slash included.
    #[must_use]
    pub fn folder_of(typed: &str) -> &str {
        let end = typed.rfind(std::path::is_separator).map_or(0, |at| at + 1);
        typed.get(..end).unwrap_or_default()
    }
}

/// The page.
#[derive(Clone, Debug, Default)]
pub struct FilesPage {
    /// The name, as far as it is typed.
    pub field: Editor,
    /// What it could be.
    pub listing: Listing,
    /// Which of it is chosen.
    pub chosen: usize,
}

impl FilesPage {
    /// What could be meant is asked for.
    pub(in crate::app) fn wanted(&self) -> Effect {
        Effect::Files(self.field.text().to_owned())
    }

    pub(super) fn take(&mut self, listing: Listing) {
        if listing.typed == self.field.text() {
            self.chosen = self.chosen.min(listing.names.len().saturating_sub(1));
            self.listing = listing;
        }
    }

    /// What is chosen, as a name from where the program was started; what was
    /// typed, as long as nothing is known to begin so.
    pub(in crate::app) fn picked(&self) -> String {
        let typed = self.field.text();
        match self.listing.names.get(self.chosen).filter(|_| self.listing.typed == typed) {
            Some(name) => format!("{}{name}", Listing::folder_of(typed)),
            None => typed.trim().to_owned(),
        }
    }

    /// The paper that is chosen, to be read as whatever it looks like.
    pub(in crate::app) fn wish(&self) -> Option<Wish> {
        let file = self.picked();
        (!file.is_empty()).then(|| Wish { file, ..Wish::default() })
    }

    fn found(&self) -> String {
        match (&self.listing.why, self.listing.names.len()) {
            _ if self.listing.typed != self.field.text() => "Looking…".into(),
            (Some(why), _) => why.clone(),
            (None, 0) => "Nothing there is called so".into(),
            (None, 1) => "1 there".into(),
            (None, n) => format!("{n} there"),
        }
    }

    pub(super) fn panes(&self, view: &View<'_>) -> Vec<Pane> {
        let (top, rest) = view.area.top(3);
        let field = Pane::field(Part::Line, top, "Import the paper called", &self.field);
        let names = &self.listing.names;
        let list = Pane::list(Part::List, rest, self.found(), names.len(), self.chosen, |n, _| {
            let name = names.get(n).map(String::as_str).unwrap_or_default();
            Row::of(name, if name.ends_with('/') { Look::Dim } else { Look::Plain })
        });
        vec![list, field.focused(true)]
    }
}
