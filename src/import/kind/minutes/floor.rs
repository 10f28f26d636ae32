//! What was before the meeting, made into rows: motions, what became of them, and votes.

use super::business::at;
use super::how::{Count, How};
use super::moved::{self, Moved, Put, Told};
use super::resolved::Line;
use super::said;
use super::settle::Settle;
use crate::model::{
    Ballot, BallotId, Cast, ItemId, Majority, MeetingId, Method, Motion, MotionId, MotionKind,
    MotionOutcome, PersonId, Vote, VoteId,
};
use crate::rules::{motion, procedure};

/// The motions on one item.
#[derive(Default)]
pub(super) struct Floor {
    motions: Vec<Motion>,
    /// One that was carried by a vote of which no count is told yet.
    uncounted: Option<MotionId>,
}

/// A vote to be put on record.
#[derive(Default)]
pub(super) struct Poll {
    pub(super) count: Count,
    pub(super) named: Vec<(String, Cast)>,
    pub(super) majority: Option<Majority>,
    pub(super) casting: Option<Cast>,
    pub(super) motion: Option<MotionId>,
}

impl Poll {
    /// The vote of which `how` tells, if it tells of one.
    pub(super) fn of(how: &How) -> Option<Self> {
        let count = how.count?;
        Some(Self {
            count,
            named: how.named.clone(),
            majority: how.majority,
            casting: count.casting.then_some(Cast::For),
            motion: None,
        })
    }
}

impl Floor {
    /// The motion that a decision in the words `text` settles, where the count of its vote
    /// stands beside the decision.
    pub(super) fn settles(&mut self, text: &str, majority: Option<Majority>) -> Option<MotionId> {
        let id = self.uncounted.take()?;
        let put = self.motions.iter().find(|had| had.id == id)?;
        let meant = motion::says(text, &motion::substantive(&self.motions, put));
        let put = self.motions.iter_mut().find(|had| had.id == id).filter(|_| meant)?;
        put.majority = majority.unwrap_or(put.majority);
        Some(id)
    }
}

/// Which of the lines of an item tell of motions alone, and what: those of which it is told
/// what became of them, moved by people whom `known` knows.
pub(super) fn spoken(lines: &[Line], known: impl Fn(&str) -> bool) -> Vec<Option<Told>> {
    let told = |line: &Line| {
        let text = line.block.full();
        moved::told(&text).filter(|_| said::decision(&text).is_none())
    };
    let mut found: Vec<Option<Told>> = lines.iter().map(told).collect();
    tell_procedure(&mut found);
    // What one of them rests on may be no motion after all.
    while let Some(loose) = loose(&found, &known) {
        found[loose] = None;
    }
    found
}

/// Tells what was moved about how to go on from what was before the meeting already: by what
/// it is called as it is put, or by its words.
fn tell_procedure(found: &mut [Option<Told>]) {
    let (mut before, mut afoot) = (false, false);
    for told in found.iter_mut().flatten() {
        let called = told.put.first().is_some_and(|put| put.kind == MotionKind::Procedural);
        if let Some(moved) = told.moved.as_mut().filter(|moved| moved.kind == MotionKind::Original)
        {
            afoot = called || before && procedure::is_of(&moved.text);
            moved.kind = if afoot { MotionKind::Procedural } else { MotionKind::Original };
            before |= !afoot;
        }
        for put in told.put.iter_mut().filter(|put| put.kind != MotionKind::Amendment) {
            if afoot {
                put.kind = MotionKind::Procedural;
            }
            before = before && afoot;
            afoot = false;
        }
    }
}

/// Where what is open of that kind is kept.
const fn slot(kind: MotionKind) -> usize {
    match kind {
        MotionKind::Original => 0,
        MotionKind::Amendment => 1,
        MotionKind::Procedural => 2,
    }
}

/// A line that is not about what is before the meeting by then, or brings before it what
/// is never settled.
fn loose(found: &[Option<Told>], known: &impl Fn(&str) -> bool) -> Option<usize> {
    // The lines of what is open.
    let mut open: [Option<usize>; 3] = [None; 3];
    for (nth, told) in found.iter().enumerate() {
        let Some(told) = told else { continue };
        if let Some(moved) = &told.moved {
            let named = [&moved.mover, &moved.seconder];
            let unknown = named.into_iter().any(|name| !name.is_empty() && !known(name));
            let amends = moved.kind == MotionKind::Amendment;
            if unknown || (amends && open[slot(MotionKind::Original)].is_none()) {
                return Some(nth);
            }
            if let Some(before) = open[slot(moved.kind)].replace(nth) {
                return Some(before);
            }
        }
        for put in &told.put {
            if open[slot(put.kind)].take().is_none() {
                return Some(nth);
            }
        }
    }
    open.into_iter().rev().flatten().next()
}

impl Settle<'_, '_> {
    /// Brings what was moved before the meeting.
    pub(super) fn moved(&mut self, floor: &mut Floor, item: &ItemId, place: usize, moved: Moved) {
        let original = floor.motions.iter().rfind(|had| had.kind == MotionKind::Original);
        let of = original.filter(|_| moved.kind == MotionKind::Amendment).map(|had| had.id.clone());
        floor.motions.push(Motion {
            id: MotionId::mint(self.desk.mint),
            meeting: self.sat.as_ref().map(|sat| sat.meeting.clone()).unwrap_or_default(),
            item: item.clone(),
            rank: self.desk.mint.rank(),
            place: at(place),
            kind: moved.kind,
            of,
            mover: self.somebody(&moved.mover),
            seconder: self.somebody(&moved.seconder),
            text: moved.text,
            outcome: MotionOutcome::Open,
            majority: Majority::Simple,
        });
    }

    /// Puts down what became of the last motion of that kind.
    pub(super) fn put(
        &mut self,
        floor: &mut Floor,
        item: &ItemId,
        place: usize,
        put: &Put,
        from: &str,
    ) {
        let open = |had: &&mut Motion| had.kind == put.kind && had.outcome == MotionOutcome::Open;
        let Some(motion) = floor.motions.iter_mut().rfind(open) else { return };
        motion.outcome = put.outcome;
        motion.majority = put.how.majority.unwrap_or(motion.majority);
        let id = motion.id.clone();
        let Some(poll) = Poll::of(&put.how) else {
            let carried = put.outcome == MotionOutcome::Carried && put.kind == MotionKind::Original;
            floor.uncounted = carried.then_some(id);
            return;
        };
        let casting = put.casting.or(poll.casting);
        let vote = self.vote(item, place, Poll { casting, motion: Some(id), ..poll }, from);
        self.asked(&vote, &put.how.asked, from);
    }

    /// Files the motions of an item.
    pub(super) fn on_floor(&mut self, floor: Floor) {
        for motion in floor.motions {
            self.desk.file(motion);
        }
    }

    /// Files a vote; by name, if everybody named in it came.
    pub(super) fn vote(&mut self, item: &ItemId, place: usize, poll: Poll, from: &str) -> VoteId {
        let Poll { count, named, majority, casting, motion } = poll;
        let voters: Vec<Option<PersonId>> =
            named.iter().map(|(who, _)| self.named(who, from)).collect();
        let by_name = !voters.is_empty() && voters.iter().all(Option::is_some);
        let id = VoteId::mint(self.desk.mint);
        let as_one = count.in_favour + count.against + count.abstained == 0;
        let vote = Vote {
            id: id.clone(),
            meeting: self.sat.as_ref().map(|sat| sat.meeting.clone()).unwrap_or_default(),
            item: item.clone(),
            rank: self.desk.mint.rank(),
            place: at(place),
            motion,
            method: match () {
                () if as_one && count.unanimous => Method::Unanimous,
                () if as_one => Method::Consensus,
                () if by_name => Method::Named,
                () => Method::Hands,
            },
            in_favour: count.in_favour,
            against: count.against,
            abstained: count.abstained,
            // That all were for it tells how many might have been.
            entitled: count.unanimous.then_some(count.in_favour),
            casting,
            presiding: self.chair.clone(),
            majority: majority.unwrap_or(Majority::Simple),
        };
        let meeting = vote.meeting.clone();
        self.desk.file(vote);
        for (person, (_, cast)) in voters.into_iter().flatten().zip(named).filter(|_| by_name) {
            self.ballot(&id, &meeting, (person, cast), false);
        }
        id
    }

    /// Files the votes that members asked to have noted.
    pub(super) fn asked(&mut self, vote: &VoteId, asked: &[(String, Cast)], from: &str) {
        let Some(meeting) = self.sat.as_ref().map(|sat| sat.meeting.clone()) else { return };
        for (who, cast) in asked {
            if let Some(person) = self.named(who, from) {
                self.ballot(vote, &meeting, (person, *cast), true);
            }
        }
    }

    fn ballot(
        &mut self,
        vote: &VoteId,
        meeting: &MeetingId,
        (person, cast): (PersonId, Cast),
        on_request: bool,
    ) {
        let (id, rank) = (BallotId::mint(self.desk.mint), self.desk.mint.rank());
        let (vote, meeting) = (vote.clone(), meeting.clone());
        self.desk.file(Ballot { id, vote, meeting, person, cast, on_request, rank });
    }
}
