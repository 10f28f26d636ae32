//! What the schedule page asks for in words of the reader's own: a note beside
//! something, or which rows to keep to.

use crate::app::editor::Editor;
use crate::app::screen::{Area, Pane, Part};
use crate::model::AnnotationKind;

/// What the field is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// A note of this sort, as "NAME: what it says".
    Note(AnnotationKind),
    /// Words that the rows shown have to name.
    Words,
}

/// The field being written in.
#[derive(Clone, Debug)]
pub struct AskedField {
    /// What it is for.
    pub what: Asked,
    /// The line.
    pub editor: Editor,
}

impl AskedField {
    pub(super) fn pane(&self, area: Area) -> Pane {
        let title = match self.what {
            Asked::Note(kind) => format!("{} · NAME: what it says · Enter records", kind.plain()),
            Asked::Words => "Only rows that name: a partnership, an owner or a lead · Enter".into(),
        };
        Pane::writing(Part::Line, area, title, &self.editor, &[])
    }
}
