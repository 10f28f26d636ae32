//! How a meeting votes: by hands or by name, and how much of a vote carries.

use serde::{Deserialize, Serialize};

use super::word::words;
use super::{BallotId, ItemId, MeetingId, MotionId, PersonId, VoteId};

words! {
    /// How a vote was taken.
    Method {
        /// Nobody dissented.
        Consensus = "consensus",
        /// Everybody who voted was for it, and nobody says how many they were.
        Unanimous = "unanimous",
        /// Hands were counted.
        Hands = "hands",
        /// Each member's vote was written down.
        Named = "named",
    }
    /// How one member voted.
    Cast {
        /// For.
        For = "for",
        /// Against.
        Against = "against",
        /// Neither, and said so.
        Abstained = "abstained",
    }
    /// How much of a vote a motion needs.
    Majority {
        /// More for than against.
        Simple = "simple",
        /// At least two for each one against.
        TwoThirds = "two_thirds",
        /// More than half of those present and entitled.
        OfPresent = "of_present",
        /// More than half of all the members.
        OfMembers = "of_members",
        /// At least two-thirds of those present and entitled.
        TwoThirdsOfPresent = "two_thirds_of_present",
        /// At least two-thirds of all the members.
        TwoThirdsOfMembers = "two_thirds_of_members",
    }
}

/// A vote, counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Vote {
    /// Its name in the book.
    pub id: VoteId,
    /// At which meeting.
    pub meeting: MeetingId,
    /// On which item.
    pub item: ItemId,
    /// Its place among everything recorded.
    pub rank: i64,
    /// After how many paragraphs of the minute.
    pub place: u32,
    /// On which motion or amendment, if one was put.
    pub motion: Option<MotionId>,
    /// How it was taken.
    pub method: Method,
    /// How many were for, not counting a casting vote.
    #[serde(rename = "for")]
    pub in_favour: u32,
    /// How many were against, not counting a casting vote.
    pub against: u32,
    /// How many abstained.
    pub abstained: u32,
    /// How many in the room might vote, whether they did or not; unknown of a vote read
    /// from minutes kept elsewhere.
    pub entitled: Option<u32>,
    /// The casting vote of the person presiding, given on equality alone.
    pub casting: Option<Cast>,
    /// Who presided, and so gave the casting vote.
    pub presiding: Option<PersonId>,
    /// How much of the vote was needed.
    pub majority: Majority,
}

impl Method {
    /// Whether nobody was counted, as all were of one mind.
    #[must_use]
    pub fn is_uncounted(self) -> bool {
        matches!(self, Self::Consensus | Self::Unanimous)
    }
}

impl Vote {
    /// How many voted or said they would not.
    #[must_use]
    pub fn total(&self) -> u32 {
        self.in_favour.saturating_add(self.against).saturating_add(self.abstained)
    }

    /// How many in the room might have voted and did neither that nor abstain, where that
    /// is known.
    #[must_use]
    pub fn silent(&self) -> u32 {
        let all = self.entitled.filter(|_| !self.method.is_uncounted());
        all.unwrap_or_default().saturating_sub(self.total())
    }

    /// Whether it was carried, of `members` in all. A tie does not carry unless
    /// a casting vote decides it; with nobody for, nothing carries.
    #[must_use]
    pub fn carried(&self, members: u32) -> bool {
        // Nobody is counted where nobody objects.
        if self.method.is_uncounted() {
            return true;
        }
        let (yes, no) = match self.casting {
            Some(Cast::For) => (self.in_favour.saturating_add(1), self.against),
            Some(Cast::Against) => (self.in_favour, self.against.saturating_add(1)),
            _ => (self.in_favour, self.against),
        };
        let present = self.total().saturating_add(self.silent());
        let two_thirds_of = |all: u32| yes > 0 && yes.saturating_mul(3) >= all.saturating_mul(2);
        match self.majority {
            Majority::Simple => yes > no,
            Majority::TwoThirds => yes > 0 && yes >= no.saturating_mul(2),
            Majority::OfPresent => yes.saturating_mul(2) > present,
            Majority::OfMembers => yes.saturating_mul(2) > members,
            Majority::TwoThirdsOfPresent => two_thirds_of(present),
            Majority::TwoThirdsOfMembers => two_thirds_of(members),
        }
    }
}

/// How one named person voted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ballot {
    /// Its name in the book.
    pub id: BallotId,
    /// In which vote.
    pub vote: VoteId,
    /// At which meeting.
    pub meeting: MeetingId,
    /// Who.
    pub person: PersonId,
    /// How.
    pub cast: Cast,
    /// Whether it is noted at their own request (SI 1993/202, Schedule 2), in a
    /// vote not otherwise named.
    pub on_request: bool,
    /// Its place among everything recorded.
    pub rank: i64,
}

/// How an election was counted, and whom it put in the chair.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Poll {
    /// How many votes were counted for all who stood; 0 where nobody counted.
    pub cast: u32,
    /// How many places were filled.
    pub places: u32,
    /// How many votes the one elected with the fewest had; 0 where nobody counted.
    pub least: u32,
    /// Whether a casting vote decided between equals.
    pub casting: bool,
    /// Those elected to the chair of the body itself, or to stand in for it.
    pub to_chair: Vec<PersonId>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vote(count: [u32; 3], casting: Option<Cast>, majority: Majority) -> Vote {
        Vote {
            id: "v".into(),
            meeting: "m".into(),
            item: "i".into(),
            rank: 1,
            place: 0,
            motion: None,
            method: Method::Hands,
            in_favour: count[0],
            against: count[1],
            abstained: count[2],
            entitled: None,
            casting,
            presiding: None,
            majority,
        }
    }

    #[track_caller]
    fn check(count: [u32; 3], casting: Option<Cast>, majority: Majority, carried: bool) {
        let vote = vote(count, casting, majority);
        assert_eq!(vote.carried(9), carried, "{count:?} {casting:?} {majority:?}");
    }

    #[test]
    fn a_tie_does_not_carry_unless_the_chair_casts_for_it() {
        check([3, 3, 1], None, Majority::Simple, false);
        check([3, 3, 1], Some(Cast::Against), Majority::Simple, false);
        check([3, 3, 1], Some(Cast::For), Majority::Simple, true);
    }

    #[test]
    fn silence_carries_nothing() {
        check([0, 0, 7], None, Majority::Simple, false);
        check([0, 0, 7], None, Majority::TwoThirds, false);
    }

    #[test]
    fn each_majority_is_counted_on_its_own_ground() {
        check([4, 2, 0], None, Majority::TwoThirds, true);
        check([4, 3, 0], None, Majority::TwoThirds, false);
        check([4, 1, 3], None, Majority::OfPresent, false);
        check([5, 1, 3], None, Majority::OfPresent, true);
        check([4, 0, 0], None, Majority::OfMembers, false);
        check([5, 0, 0], None, Majority::OfMembers, true);
        check([4, 0, 3], None, Majority::TwoThirdsOfPresent, false);
        check([4, 0, 2], None, Majority::TwoThirdsOfPresent, true);
        check([5, 0, 0], None, Majority::TwoThirdsOfMembers, false);
        check([6, 0, 0], None, Majority::TwoThirdsOfMembers, true);
    }

    #[test]
    fn whoever_is_there_and_does_not_vote_is_present_all_the_same() {
        let of = |present, majority| {
            Vote { entitled: Some(present), ..vote([2, 1, 0], None, majority) }.carried(9)
        };
        assert!(of(3, Majority::OfPresent));
        assert!(!of(4, Majority::OfPresent));
        assert!(of(3, Majority::TwoThirdsOfPresent));
        assert!(!of(4, Majority::TwoThirdsOfPresent));
    }
}
