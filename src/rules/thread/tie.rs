//! How things of a thread hang together.

use crate::model::LinkKind;
use crate::model::word::words;

words! {
    /// How one thing comes of another.
    Tie {
        /// The effect answers the cause.
        Answers = "answers",
        /// The effect carries the cause out.
        Implements = "implements",
        /// The effect arises from the cause.
        ArisesFrom = "arises_from",
        /// The effect shows that the cause was done.
        Evidences = "evidences",
        /// The cause threatens the effect.
        Threatens = "threatens",
        /// The effect belongs to the cause.
        Holds = "holds",
        /// The effect tells of the cause.
        Tells = "tells",
        /// The effect goes on from the cause, in a later edition.
        Continues = "continues",
        /// The effect is where the cause was discussed.
        Discussed = "discussed",
        /// The effect was recorded under the cause.
        Recorded = "recorded",
        /// The effect undoes the cause.
        Rescinds = "rescinds",
        /// The effect is where the cause, called in, was considered.
        CalledIn = "called_in",
    }
}

impl Tie {
    /// What the effect is to the cause, said after the cause.
    #[must_use]
    pub fn forward(self) -> &'static str {
        match self {
            Self::Answers => "answered by",
            Self::Implements => "carried out by",
            Self::ArisesFrom => "led to",
            Self::Evidences => "shown by",
            Self::Threatens => "threatens",
            Self::Holds => "has",
            Self::Tells => "told in",
            Self::Continues => "goes on as",
            Self::Discussed => "discussed as",
            Self::Recorded => "recorded",
            Self::Rescinds => "rescinded by",
            Self::CalledIn => "called in, and considered as",
        }
    }

    /// What the cause is to the effect, said after the effect.
    #[must_use]
    pub fn backward(self) -> &'static str {
        match self {
            Self::Answers => "answers",
            Self::Implements => "carries out",
            Self::ArisesFrom => "arises from",
            Self::Evidences => "shows",
            Self::Threatens => "threatened by",
            Self::Holds => "belongs to",
            Self::Tells => "tells of",
            Self::Continues => "goes on from",
            Self::Discussed => "is about",
            Self::Recorded => "recorded under",
            Self::Rescinds => "rescinds",
            Self::CalledIn => "considers the call-in of",
        }
    }

    /// The tie that a link of this kind draws, and whether it runs from cause
    /// to effect.
    #[must_use]
    pub fn of(kind: LinkKind) -> (Self, bool) {
        match kind {
            LinkKind::Answers => (Self::Answers, false),
            LinkKind::ArisesFrom => (Self::ArisesFrom, false),
            LinkKind::Implements => (Self::Implements, false),
            LinkKind::Evidences => (Self::Evidences, false),
            LinkKind::Threatens => (Self::Threatens, true),
            LinkKind::Tells => (Self::Tells, false),
            LinkKind::Continues => (Self::Continues, false),
        }
    }
}
