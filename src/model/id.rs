//! Names for rows: unique without asking anyone, so that two offline copies of
//! a book never name two things alike.

use std::fmt;

use serde::{Deserialize, Serialize};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident $prefix:literal),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub String);

        impl $name {
            /// Mints the next name of this kind.
            pub fn mint(mint: &mut Mint) -> Self {
                Self(mint.mint($prefix))
            }

            /// The name as text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl From<&str> for $name {
            fn from(name: &str) -> Self {
                Self(name.to_owned())
            }
        }
    )+};
}

ids! {
    /// Names an organisation that sends people to meetings.
    OrganisationId "org",
    /// Names a person.
    PersonId "per",
    /// Names a body that meets.
    BodyId "body",
    /// Names a seat on a body.
    SeatId "seat",
    /// Names the holding of a seat by a person.
    AppointmentId "app",
    /// Names a meeting.
    MeetingId "mtg",
    /// Names a paper sent out after its agenda.
    AddendumId "add",
    /// Names the calling in of a decision.
    CallInId "call",
    /// Names an agenda item.
    ItemId "item",
    /// Names one person's attendance at one meeting.
    AttendanceId "att",
    /// Names a coming or going.
    MovementId "mov",
    /// Names a change of the person presiding.
    PresidingId "pres",
    /// Names a time for which a meeting was broken off.
    AdjournmentId "adj",
    /// Names a declared interest.
    InterestId "int",
    /// Names a motion or an amendment.
    MotionId "mot",
    /// Names a vote.
    VoteId "vote",
    /// Names one person's vote.
    BallotId "bal",
    /// Names a decision.
    DecisionId "dec",
    /// Names an action.
    ActionId "act",
    /// Names a report on an action.
    UpdateId "upd",
    /// Names a correction of earlier minutes.
    CorrectionId "cor",
    /// Names a thematic partnership.
    PartnershipId "pship",
    /// Names an edition of the governance schedule.
    EditionId "ed",
    /// Names a partnership's target counts in one edition.
    SummaryId "sum",
    /// Names a performance point.
    PointId "pt",
    /// Names a response.
    ResponseId "resp",
    /// Names a target.
    TargetId "tgt",
    /// Names one period's result of a target.
    ResultId "res",
    /// Names a link between two things.
    LinkId "link",
    /// Names a recommendation.
    RecommendationId "rec",
    /// Names a driver: something coming that may change the work.
    DriverId "drv",
    /// Names an inspection finding.
    FindingId "find",
    /// Names an entry in the forward plan.
    PlanId "plan",
    /// Names an officer's note.
    AnnotationId "note",
    /// Names a priority of a strategy.
    PriorityId "prio",
    /// Names a gap let pass.
    MuteId "mute",
    /// Names something printed wrongly in a schedule.
    MisprintId "mis",
}

/// The first name like that of `like` that is not taken: "CT-O7" after "CT-O2", where
/// those between are.
#[must_use]
pub fn first_free(like: &str, taken: impl Fn(&str) -> bool) -> String {
    let stem = like.trim_end_matches(|c: char| c.is_ascii_digit());
    let mut names = (1_u64..).map(|n| format!("{stem}{n}"));
    names.find(|name| !taken(name)).unwrap_or_default()
}

/// The place of an entry in its book, counted from one.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct EntryNo(pub i64);

impl fmt::Display for EntryNo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "entry {}", self.0)
    }
}

/// Mints names that no other copy of the book will mint, and ranks that only
/// rise.
///
/// A name is a kind and a count, with the copy's own mark after it in any copy
/// but the first: short enough to type, and fixed for a test that fixes the
/// copy. The book keeps the count, so a name is never given twice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mint {
    copy: String,
    minted: i64,
}

impl Mint {
    /// Mints for `copy` (empty for the first copy), going on after `minted`.
    #[must_use]
    pub fn new(copy: impl Into<String>, minted: i64) -> Self {
        Self { copy: copy.into(), minted }
    }

    /// How many have been minted.
    #[must_use]
    pub fn minted(&self) -> i64 {
        self.minted
    }

    /// Goes on after `minted`, if that is further.
    pub fn go_on_after(&mut self, minted: i64) {
        self.minted = self.minted.max(minted);
    }

    /// Mints the next rank: a number above every earlier one, for order.
    pub fn rank(&mut self) -> i64 {
        self.minted = self.minted.saturating_add(1);
        self.minted
    }

    fn mint(&mut self, prefix: &str) -> String {
        let n = self.rank();
        if self.copy.is_empty() {
            format!("{prefix}{n}")
        } else {
            format!("{prefix}{n}-{}", self.copy)
        }
    }
}
