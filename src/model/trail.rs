//! Which entry undo would take back, and which redo would put back.

use super::EntryNo;
use super::word::words;

words! {
    /// What an entry in the journal did.
    EntryKind {
        /// Put something new on record.
        Do = "do",
        /// Took an earlier entry back.
        Undo = "undo",
        /// Put back what an undo took.
        Redo = "redo",
    }
}

/// The clerk's way back through a journal, and forward again.
///
/// Nothing is ever struck out of a journal, so undoing is itself an entry. The
/// trail reads the entries in order and keeps the two stacks they imply; a new
/// entry after an undo empties the way forward, as in any editor.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trail {
    done: Vec<EntryNo>,
    undone: Vec<EntryNo>,
}

impl Trail {
    /// Follows entries, oldest first, each with the one it took back or put
    /// back.
    #[must_use]
    pub fn of(entries: impl IntoIterator<Item = (EntryNo, EntryKind, Option<EntryNo>)>) -> Self {
        let mut trail = Self::default();
        for (no, kind, of) in entries {
            match (kind, of) {
                (EntryKind::Undo, Some(of)) => {
                    trail.done.retain(|done| *done != of);
                    trail.undone.push(of);
                }
                (EntryKind::Redo, Some(of)) => {
                    trail.undone.retain(|undone| *undone != of);
                    trail.done.push(of);
                }
                _ => {
                    trail.done.push(no);
                    trail.undone.clear();
                }
            }
        }
        trail
    }

    /// The entries that undo would take back, in that order.
    pub fn back(&self) -> impl Iterator<Item = EntryNo> {
        self.done.iter().rev().copied()
    }

    /// The entries that redo would put back, in that order.
    pub fn forward(&self) -> impl Iterator<Item = EntryNo> {
        self.undone.iter().rev().copied()
    }

    /// Whether `no` stands: done and not taken back.
    #[must_use]
    pub fn stands(&self, no: EntryNo) -> bool {
        self.done.contains(&no)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each letter is an entry: a new one, an undo or a redo.
    #[track_caller]
    fn check(story: &str, to_undo: Option<i64>, to_redo: Option<i64>) {
        let mut entries = vec![];
        for (no, step) in (1..).zip(story.chars()) {
            let trail = Trail::of(entries.iter().copied());
            entries.push(match step {
                'u' => (EntryNo(no), EntryKind::Undo, trail.back().next()),
                'r' => (EntryNo(no), EntryKind::Redo, trail.forward().next()),
                _ => (EntryNo(no), EntryKind::Do, None),
            });
        }
        let trail = Trail::of(entries);
        let want = (to_undo.map(EntryNo), to_redo.map(EntryNo));
        assert_eq!((trail.back().next(), trail.forward().next()), want, "{story}");
    }

    #[test]
    fn undo_walks_back_and_redo_walks_forward() {
        check("dd", Some(2), None);
        check("ddu", Some(1), Some(2));
        check("dduu", None, Some(1));
        check("dduur", Some(1), Some(2));
        check("dduurr", Some(2), None);
    }

    #[test]
    fn a_new_entry_closes_the_way_forward() {
        check("ddud", Some(4), None);
        check("ddudu", Some(1), Some(4));
    }
}
