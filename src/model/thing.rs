//! Things that can be tied to one another, each by its name in the book.

use super::LinkKind;
use super::word::words;

words! {
    /// What sort of thing it is.
    ThingKind {
        /// A partnership.
        Partnership = "partnership",
        /// A partnership's target counts in one edition.
        Summary = "summary",
        /// A target.
        Target = "target",
        /// A priority of a strategy, which targets serve.
        Priority = "priority",
        /// A performance point.
        Point = "point",
        /// A response.
        Response = "response",
        /// A meeting.
        Meeting = "meeting",
        /// An agenda item, with its minute.
        Item = "item",
        /// A decision.
        Decision = "decision",
        /// An action.
        Action = "action",
        /// A recommendation.
        Recommendation = "recommendation",
        /// Something coming that may change the work.
        Driver = "driver",
        /// Something an inspection or a review found.
        Finding = "finding",
        /// An entry of a forward plan.
        Plan = "plan",
        /// An edition of the schedule.
        Edition = "edition",
    }
}

impl ThingKind {
    /// What an action or a decision tied to such a thing says of it: it answers
    /// what is asked, it carries a response out, and it arises from the rest.
    #[must_use]
    pub fn tied(self) -> LinkKind {
        match self {
            Self::Target
            | Self::Point
            | Self::Summary
            | Self::Recommendation
            | Self::Finding
            | Self::Driver => LinkKind::Answers,
            Self::Response | Self::Decision | Self::Plan => LinkKind::Implements,
            Self::Partnership
            | Self::Priority
            | Self::Meeting
            | Self::Item
            | Self::Action
            | Self::Edition => LinkKind::ArisesFrom,
        }
    }
}

/// Something that can be tied to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thing {
    /// Its name in the book.
    pub id: String,
    /// What sort of thing it is.
    pub kind: ThingKind,
    /// What else it is called in the papers: the code of a target. Nothing, for most.
    pub code: String,
    /// What it says, or what it is called.
    pub text: String,
}

impl Thing {
    /// Whether `said` is its code, in any case and however it is spaced.
    #[must_use]
    pub fn is_coded(&self, said: &str) -> bool {
        let plain = |text: &str| text.replace(' ', "").to_lowercase();
        !self.code.is_empty() && plain(&self.code) == plain(said)
    }
}
