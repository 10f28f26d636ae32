//! Who came and went during an item, who took the chair, and where the meeting broke off.

use super::english::paragraphs;
use super::fold::{Piece, Stir};
use super::item::Placed;
use super::scribe::Scribe;
use crate::model::{Adjournment, Capacity, Direction, Item, ItemId, Movement, PersonId, day};
use crate::rules::room;

impl Scribe<'_> {
    /// That the meeting came back to `item`, where anybody had come or gone meanwhile and
    /// anything was done on it then: the order of what its minute tells is not their order.
    fn returned(&self, item: &Item) -> Option<Placed> {
        let (rank, after) = (item.returned?, item.returned_after?);
        let away = |moved: &Movement| {
            moved.item.as_ref() != Some(&item.id)
                && item.taken.is_some_and(|taken| moved.rank > taken)
                && moved.rank < rank
        };
        let goes_on = self.placed(item).iter().any(|(later, _)| *later > rank)
            || room::business_ranks(self.sitting, &item.id).iter().any(|later| *later > rank)
            || paragraphs(self.sitting.text_of(&item.id)).len() > usize::try_from(after).ok()?;
        let time = self.time_if(item.returned_at);
        let stir = Stir { time, key: "move.returned_to", names: vec![], why: String::new() };
        (goes_on && self.sitting.movements.iter().any(away)).then_some((
            after,
            rank,
            Piece::Stir(stir),
        ))
    }

    /// Where the meeting broke off during `item`, and went on.
    pub(super) fn breaks(&self, item: &Item) -> Vec<Placed> {
        let mut all = Vec::new();
        let here = |a: &&Adjournment| a.item.as_ref() == Some(&item.id);
        for adjournment in self.sitting.adjournments.iter().filter(here) {
            let ends = adjournment.to_at.map(|at| (at, "move.resumed"));
            let said = std::iter::once((adjournment.from_at, "move.adjourned")).chain(ends);
            let until = self.until(item, adjournment);
            all.extend(said.map(|(at, key)| {
                let stir = Stir { time: self.time(at), key, names: vec![], why: String::new() };
                let place = if key == "move.resumed" { until } else { adjournment.place };
                (place, adjournment.rank, Piece::Stir(stir))
            }));
        }
        all
    }

    /// Whether somebody came or went under `item`: during it, or before it where it came
    /// first, unless they only came in for the beginning.
    fn is_told_in(&self, movement: &Movement, item: &Item) -> bool {
        let Some(under) = &movement.item else {
            let items = self.sitting.items.iter().filter(|other| other.taken.is_some());
            let first = items.min_by_key(|other| other.taken).is_some_and(|it| it.id == item.id);
            let mut moved = self.sitting.movements.iter().filter(|m| m.person == movement.person);
            return first && moved.any(|m| m.rank < movement.rank);
        };
        *under == item.id
    }

    /// Comings and goings of members during `item`, and changes of the chair.
    pub(super) fn stirs(&self, item: &Item) -> Vec<Placed> {
        let mut all = self.breaks(item);
        all.extend(self.returned(item));
        all.extend(self.quorum_back(item));
        for movement in self.sitting.movements.iter().filter(|m| self.is_told_in(m, item)) {
            if self.is_member(&movement.person) && !room::is_roll_call(self.sitting, movement) {
                let piece = Piece::Stir(Stir {
                    time: self.time_if(movement.known_at()),
                    key: self.stir(movement, item),
                    names: vec![self.name(&movement.person)],
                    why: movement.reason.trim().trim_end_matches('.').to_owned(),
                });
                all.push((movement.place, movement.rank, piece));
                all.extend(self.quorum_turned(movement));
            }
        }
        let chairs = self.sitting.presiding.iter().skip(1);
        for presiding in chairs.filter(|p| p.item.as_ref() == Some(&item.id)) {
            let piece = Piece::Stir(Stir {
                time: self.time_if(presiding.known_at()),
                key: "move.chair",
                names: vec![self.name(&presiding.person)],
                why: String::new(),
            });
            all.push((presiding.place, presiding.rank, piece));
        }
        all
    }

    /// After how many paragraphs a meeting that broke off went on: after the one that says
    /// until when it was to, if the next one does.
    fn until(&self, item: &Item, adjournment: &Adjournment) -> u32 {
        let text = paragraphs(self.sitting.text_of(&item.id));
        let at = usize::try_from(adjournment.place).unwrap_or(usize::MAX);
        let told = text.get(at).is_some_and(|next| next.starts_with(room::ADJOURNED));
        adjournment.place.saturating_add(u32::from(told))
    }

    /// Whether there was a quorum for `item` before `movement`, and after it.
    fn quorum_about(&self, movement: &Movement, item: Option<&ItemId>) -> (bool, bool) {
        let at = |rank: i64| room::quorum_before(self.sitting, rank, item);
        // Whoever withdrew from the item counted until they left for it.
        let counted = room::counted_until(self.sitting, movement);
        (at(movement.rank).with(counted).is_met(), at(movement.rank.saturating_add(1)).is_met())
    }

    /// That there was a quorum for `item` as it was taken, where one was lost under the item
    /// before: whoever withdrew from that counts again.
    fn quorum_back(&self, item: &Item) -> Option<Placed> {
        let taken = item.taken?;
        let others = self.sitting.items.iter().filter(|other| other.taken < Some(taken));
        let before = others.max_by_key(|other| other.taken)?;
        let met = |item: &Item| room::quorum_before(self.sitting, taken, Some(&item.id)).is_met();
        let under = |moved: &&Movement| moved.item.as_ref() == Some(&before.id);
        let mut moved = self.sitting.movements.iter().filter(under);
        let lost = moved.any(|m| self.quorum_about(m, Some(&before.id)) == (true, false));
        let key = "move.quorate";
        let stir =
            || Stir { time: self.time_if(item.started_at), key, names: vec![], why: String::new() };
        (lost && !met(before) && met(item)).then(|| (0, taken, Piece::Stir(stir())))
    }

    /// That a quorum was lost as somebody went, or found again as somebody came.
    fn quorum_turned(&self, movement: &Movement) -> Option<Placed> {
        let item = movement.item.as_ref();
        let lost = |moved: &Movement| self.quorum_about(moved, item) == (true, false);
        let mut before = self.sitting.movements.iter().filter(|m| m.rank < movement.rank);
        let key = match self.quorum_about(movement, item) {
            (true, false) => "move.inquorate",
            (false, true) if before.any(lost) => "move.quorate",
            (false, true) => "move.formed",
            _ => return None,
        };
        let (time, why) = (self.time_if(movement.known_at()), String::new());
        let stir = Stir { time, key, names: vec![], why };
        Some((movement.place, movement.rank, Piece::Stir(stir)))
    }

    /// A time of day; empty, if it is not known.
    fn time_if(&self, known: Option<day::Stamp>) -> String {
        known.map(|at| self.time(at)).unwrap_or_default()
    }

    pub(super) fn is_member(&self, person: &PersonId) -> bool {
        self.sitting.attendance_of(person).is_some_and(|a| {
            matches!(a.capacity, Capacity::Voting | Capacity::NonVoting | Capacity::CoOpted)
        })
    }

    fn stir(&self, movement: &Movement, item: &Item) -> &'static str {
        let others = || self.sitting.movements.iter().filter(|m| m.person == movement.person);
        match movement.direction {
            Direction::In if others().any(|m| m.rank < movement.rank) => "move.returned",
            Direction::In => "move.arrived",
            Direction::Out if others().any(|m| m.rank > movement.rank) => "move.left_room",
            Direction::Out if room::withdrew(self.sitting, &movement.person, &item.id) => {
                "move.left_room"
            }
            Direction::Out => "move.left",
        }
    }
}
