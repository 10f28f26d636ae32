//! What is chosen on the schedule, and the keys that do something with it.

use chrono::NaiveDate;

use super::SchedulePage;
use crate::app::page::asked::Asked;
use crate::app::page::{Hint, KEYS};
use crate::app::screen::Row;
use crate::model::PartnershipId;
use crate::rules::review::Review;

impl SchedulePage {
    /// Chooses the row `n`, and nothing in it.
    pub(in crate::app) fn choose(&mut self, n: usize) {
        (self.chosen, self.scroll, self.thing) = (n, [0; 2], None);
    }

    /// The rows of the pane that has the keys.
    fn told(&self, today: NaiveDate) -> Vec<Row> {
        match (self.focus, self.review(), self.standing()) {
            (1, Some(_), Some(row)) => self.performance(row),
            (2, Some(review), Some(row)) => self.response(review, row, today),
            _ => Vec::new(),
        }
    }

    /// Chooses the next thing told of in the pane that has the keys, or the one before;
    /// `false` if there is no other.
    pub(in crate::app) fn step(&mut self, down: bool, today: NaiveDate) -> bool {
        let mut things: Vec<String> =
            self.told(today).into_iter().filter_map(|row| row.about).collect();
        things.dedup();
        let at = things.iter().position(|thing| Some(thing) == self.thing.as_ref());
        let next = match (at, down) {
            (None, true) => Some(0),
            (None, false) => None,
            (Some(at), true) => Some(at + 1),
            (Some(at), false) => at.checked_sub(1),
        };
        let Some(next) = next.and_then(|next| things.into_iter().nth(next)) else { return false };
        self.thing = Some(next);
        true
    }

    /// As at which day it is shown, and the partnership of the row chosen with its name.
    pub(in crate::app) fn whose(&self) -> (Option<NaiveDate>, Option<(PartnershipId, String)>) {
        let of = self.standing().map(|row| &row.partnership);
        (self.until, of.map(|of| (of.id.clone(), of.name.clone())))
    }

    /// The thing chosen in the pane that has the keys.
    pub(in crate::app) fn chosen_thing(&self) -> Option<&str> {
        self.thing.as_deref().filter(|_| self.focus > 0)
    }

    /// Goes to the pane that tells of the thing to be chosen, if one does.
    pub(super) fn turn_to_thing(&mut self) {
        let (Some(thing), Some(row)) = (self.thing.as_deref(), self.standing()) else { return };
        let answers = row.responses.iter().any(|response| response.id.as_str() == thing);
        let points = || row.points.iter().any(|point| point.id.as_str() == thing);
        let target = |review: &Review| review.targets.iter().any(|t| t.target.id.as_str() == thing);
        self.focus = match answers {
            true => 2,
            false if points() || self.review().is_some_and(target) => 1,
            false => self.focus,
        };
    }

    /// The keys that do something here, the most useful first; those that write for one who
    /// `writes`.
    pub(in crate::app::page) fn hints(&self, writes: bool) -> Vec<Hint> {
        match &self.asked {
            Some(asked) if asked.what == Asked::Words => {
                return vec![("Enter", "keep to these"), ("Esc", "show all")];
            }
            Some(_) => return vec![("Enter", "put on record"), ("Esc", "leave it")],
            None if self.line.is_some() => {
                return vec![
                    ("Enter", "put on record"),
                    ("↑↓", "another line"),
                    ("Esc", "leave it"),
                ];
            }
            None => {}
        }
        let some = self.review().is_some_and(Review::has_schedule);
        let (writes, past) = (writes && self.until.is_none(), self.until.is_some());
        let hints = [
            (some, ("↑↓", "choose")),
            (some, ("Tab", "next pane")),
            (some, ("f", "other rows")),
            (past, ("]", "later")),
            (some, ("t", "thread")),
            (some && writes, ("v", "reviewed")),
            (some && writes, ("y", "query")),
            (some && writes, ("e", "alter")),
            (some, ("[", "earlier")),
            (!some && !past, (":", "import or any command")),
            (some, ("F", "find")),
            (some, ("o", "another order")),
            (some && writes, ("w", "other wording")),
            (some && writes, ("c", "comment")),
            (some, ("E", "write to a file")),
            (true, ("g", "go to a page")),
            (true, KEYS),
        ];
        hints.into_iter().filter(|(does, _)| *does).map(|(_, hint)| hint).collect()
    }
}
