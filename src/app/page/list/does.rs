//! What can be done with a register and its lines.

use super::{ListPage, Register};
use crate::app::page::{Hint, KEYS};

impl Register {
    /// The document of it that can be written to a file; none, where there is none.
    pub(in crate::app) fn document(&self) -> Option<&'static str> {
        Some(match self {
            Self::Gaps(_) => "gaps",
            Self::Actions(_) => "actions",
            Self::Decisions(_) => "decisions",
            Self::Recommendations(_) => "recommendations",
            Self::Engagement(_) => "engagement",
            Self::Bodies(_) => "people",
            Self::Meetings(_)
            | Self::Plan(_)
            | Self::Drivers(_)
            | Self::Findings(_)
            | Self::Framework(_)
            | Self::Targets(_)
            | Self::History(_) => return None,
        })
    }

    /// The word by which the command line lists it; none, where it is of a meeting or of the
    /// journal.
    pub(in crate::app) fn listed(&self) -> Option<&'static str> {
        Some(match self {
            Self::Plan(_) => "plan",
            Self::Drivers(_) => "drivers",
            Self::Findings(_) => "findings",
            Self::Framework(_) => "framework",
            Self::Targets(_) => "targets",
            _ => return None,
        })
    }
}

impl ListPage {
    /// The keys that do something here, the most useful first; those that write for one who
    /// `writes`.
    pub(in crate::app::page) fn hints(&self, writes: bool) -> Vec<Hint> {
        let opens = self.open().is_some() || self.thing().is_some();
        let (follows, alters) = (self.thing().is_some(), writes && self.line().is_some());
        let some = [
            (self.len() > 1, ("↑↓", "choose")),
            (opens, ("Enter", "open")),
            (alters, ("e", "alter")),
            (writes, ("+", "add")),
            (follows, ("t", "thread")),
            (self.len() > 0, ("Tab", "next pane")),
            (true, ("Esc", "back")),
            (self.register.document().is_some(), ("E", "write to a file")),
            (true, ("g", "go to a page")),
            (true, KEYS),
        ];
        some.into_iter().filter(|(does, _)| *does).map(|(_, hint)| hint).collect()
    }

    /// Where a line that has none here is altered.
    pub(in crate::app) fn altered_elsewhere(&self) -> &'static str {
        match self.register {
            Register::Engagement(_) => {
                "Attendance is put down at the meeting itself: g c lists the meetings."
            }
            Register::History(_) => {
                "What was recorded is not altered; u takes the last entry back."
            }
            Register::Meetings(_) => "Enter opens the meeting, where its lines alter it.",
            _ => "Enter opens the meeting that it was recorded at, where a line alters it.",
        }
    }
}
