//! Decisions of an executive that members call in before they take effect.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::word::words;
use super::{CallInId, DecisionId, ItemId, MeetingId};

words! {
    /// What the meeting that considers a call-in settles.
    CallInOutcome {
        /// The decision stands, and takes effect.
        NoAction = "no_action",
        /// Whoever decided is to decide again.
        ReferredBack = "referred_back",
        /// The full council is to consider it.
        ReferredToCouncil = "referred_to_council",
    }
}

/// A decision called in: by whom, on what grounds, and what came of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CallIn {
    /// Its name in the book.
    pub id: CallInId,
    /// The meeting that considers it.
    pub meeting: MeetingId,
    /// Under which of its items.
    pub item: ItemId,
    /// The decision called in.
    pub decision: DecisionId,
    /// Who called it in, as they are named.
    pub who: String,
    /// Their grounds.
    pub grounds: String,
    /// The day it was received, where it was put down before the meeting began.
    pub received: Option<NaiveDate>,
    /// What was settled, once it was.
    pub outcome: Option<CallInOutcome>,
    /// Its place among everything recorded.
    pub rank: i64,
}
