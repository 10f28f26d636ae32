//! Targets one by one, under the priorities they serve, with their results.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::id::first_free;
use super::word::words;
use super::{PartnershipId, PriorityId, ResultId, TargetId, TargetStatus};

words! {
    /// Who set a target.
    TargetLevel {
        /// Government: every area has it.
        National = "national",
        /// The partners themselves.
        Local = "local",
    }
    /// Which way a figure should go.
    Better {
        /// More is better.
        Higher = "higher",
        /// Less is better.
        Lower = "lower",
    }
    /// Whether a target still holds.
    TargetState {
        /// It holds.
        Active = "active",
        /// It was agreed anew, as something else.
        Renegotiated = "renegotiated",
        /// It was given up.
        Withdrawn = "withdrawn",
        /// It was met.
        Achieved = "achieved",
        /// It was missed.
        Missed = "missed",
        /// It was named as an example of what could be set.
        Example = "example",
    }
    /// Why a target cannot be judged.
    Cause {
        /// The figures are poor.
        DataQuality = "data_quality",
        /// The figures are not due yet.
        DataNotDue = "data_not_due",
        /// The figures were due and have not come.
        DataLate = "data_late",
        /// There is nothing to measure from.
        NoBaseline = "no_baseline",
        /// Something else.
        Other = "other",
    }
}

/// A priority of the strategy, which targets serve.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Priority {
    /// Its name in the book.
    pub id: PriorityId,
    /// The strategy it stands in.
    pub plan: String,
    /// Its number there.
    pub number: u32,
    /// What it is.
    pub title: String,
}

/// Something to be reached, by name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Target {
    /// Its name in the book.
    pub id: TargetId,
    /// The partnership that answers for it, if one does.
    pub partnership: Option<PartnershipId>,
    /// The priority it serves.
    pub priority: Option<PriorityId>,
    /// The code it goes by, such as "NI 117".
    pub code: String,
    /// What is to be reached.
    pub wording: String,
    /// Who set it; `None`, if that is not known.
    pub level: Option<TargetLevel>,
    /// What is counted.
    pub measure: String,
    /// Which way it should go, if that is known.
    pub better: Option<Better>,
    /// Where it began, as printed.
    pub baseline: String,
    /// Where it should come to, as printed.
    pub goal: String,
    /// The day by which.
    pub goal_on: Option<NaiveDate>,
    /// The person who leads on it, if one is named.
    pub lead: String,
    /// Whether it still holds.
    pub state: TargetState,
    /// What remains to be said about it.
    pub remark: String,
    /// Its place in lists.
    pub rank: i64,
}

impl Target {
    /// The name in the book of a new target: its code, by which everybody knows it; without
    /// one that is free, the next of its partnership, as "CT-T1".
    #[must_use]
    pub fn name_for(
        code: &str,
        partnership: Option<&PartnershipId>,
        taken: impl Fn(&str) -> bool,
    ) -> TargetId {
        let code = code.replace(' ', "");
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.');
        let coded = (1..=24).contains(&code.len()) && code.chars().all(plain);
        if coded && !taken(&code) {
            return TargetId(code);
        }
        let whose = partnership.map(|id| format!("{id}-")).unwrap_or_default();
        TargetId(first_free(&format!("{whose}T"), taken))
    }

    /// What it is called: its code, or the name it has in the book.
    #[must_use]
    pub fn called(&self) -> &str {
        if self.code.is_empty() { self.id.as_str() } else { &self.code }
    }
}

impl TargetResult {
    /// Why it cannot be judged and who is to mend that, after a comma each; nothing, where
    /// neither is known.
    #[must_use]
    pub fn why_unjudged(&self) -> String {
        let cause = self.cause.map(|cause| format!(", {}", cause.plain())).unwrap_or_default();
        match self.mender.as_str() {
            "" => cause,
            mender => format!("{cause}, to be mended by {mender}"),
        }
    }
}

/// How a target stood at the end of a period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TargetResult {
    /// Its name in the book.
    pub id: ResultId,
    /// Of which target.
    pub target: TargetId,
    /// The period, as printed: "Q3 2009/10".
    pub period: String,
    /// The figure, as printed.
    pub value: String,
    /// How the target stood.
    pub status: TargetStatus,
    /// Why it could not be judged, where it could not.
    pub cause: Option<Cause>,
    /// Who is to mend that.
    pub mender: String,
    /// What remains to be said about it.
    pub remark: String,
    /// Its place among the results.
    pub rank: i64,
}
