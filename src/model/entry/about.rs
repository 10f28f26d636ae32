//! What an entry is about: its word, its item and its meeting.

use super::Entry;
use crate::model::{ItemId, MeetingId};

impl Entry {
    /// The word the journal files this entry under.
    #[must_use]
    pub fn verb(&self) -> &'static str {
        match self {
            Self::Filed { .. } => "filed",
            Self::Published { .. } => "published",
            Self::Supplemented { .. } => "supplemented",
            Self::Classed { .. } => "classed",
            Self::CalledOff { .. } => "called_off",
            Self::Began { .. } => "began",
            Self::Adjourned { .. } => "adjourned",
            Self::Resumed { .. } => "resumed",
            Self::Appointed { .. } => "appointed",
            Self::Closed { .. } => "closed",
            Self::Took { .. } => "took",
            Self::Added { .. } => "added",
            Self::Arranged { .. } => "arranged",
            Self::SetAside { .. } => "set_aside",
            Self::Arrived { .. } => "arrived",
            Self::Departed { .. } => "departed",
            Self::Apologised { .. } => "apologised",
            Self::Mandated { .. } => "mandated",
            Self::Substituted { .. } => "substituted",
            Self::Presided { .. } => "presided",
            Self::Declared { .. } => "declared",
            Self::Wrote { .. } => "wrote",
            Self::Summarised { .. } => "summarised",
            Self::Noted { .. } => "noted",
            Self::Exempted { .. } => "exempted",
            Self::Moved { .. } => "moved",
            Self::Voted { .. } => "voted",
            Self::Decided { .. } => "decided",
            Self::Elected { .. } => "elected",
            Self::CalledIn { .. } => "called_in",
            Self::Promised { .. } => "promised",
            Self::Assigned { .. } => "assigned",
            Self::Reported { .. } => "reported",
            Self::Linked { .. } => "linked",
            Self::Corrected { .. } => "corrected",
            Self::Confirmed { .. } => "confirmed",
            Self::Advanced { .. } => "advanced",
        }
    }

    /// The item it is about, if it is about one of the agenda.
    #[must_use]
    pub fn item(&self) -> Option<&ItemId> {
        match self {
            Self::Took { item, .. }
            | Self::SetAside { item, .. }
            | Self::Arranged { item, .. }
            | Self::Wrote { item, .. }
            | Self::Summarised { item, .. }
            | Self::Exempted { item, .. } => Some(item),
            Self::Noted { note } => Some(&note.id),
            Self::Declared { interest } => Some(&interest.item),
            Self::Moved { motion } => Some(&motion.item),
            Self::Voted { vote, .. } => Some(&vote.item),
            Self::Decided { decision } | Self::Elected { decision, .. } => Some(&decision.item),
            Self::CalledIn { call_in, .. } => Some(&call_in.item),
            Self::Assigned { action } => Some(&action.item),
            Self::Corrected { correction } => Some(&correction.item),
            _ => None,
        }
    }

    /// The meeting it was recorded at, if at one.
    #[must_use]
    pub fn meeting(&self) -> Option<&MeetingId> {
        match self {
            Self::Filed { .. } => None,
            Self::Adjourned { adjournment } => Some(&adjournment.meeting),
            Self::Published { meeting, .. }
            | Self::Classed { meeting, .. }
            | Self::CalledOff { meeting }
            | Self::Promised { meeting, .. }
            | Self::Began { meeting, .. }
            | Self::Resumed { meeting, .. }
            | Self::Appointed { meeting, .. }
            | Self::Closed { meeting, .. }
            | Self::Took { meeting, .. }
            | Self::SetAside { meeting, .. }
            | Self::Arranged { meeting, .. }
            | Self::Arrived { meeting, .. }
            | Self::Wrote { meeting, .. }
            | Self::Summarised { meeting, .. }
            | Self::Exempted { meeting, .. }
            | Self::Confirmed { meeting, .. }
            | Self::Advanced { meeting, .. } => Some(meeting),
            Self::Supplemented { addendum } => Some(&addendum.meeting),
            Self::Added { item } => Some(&item.meeting),
            Self::Departed { movement } => Some(&movement.meeting),
            Self::Apologised { attendance } | Self::Mandated { attendance } => {
                Some(&attendance.meeting)
            }
            Self::Substituted { substitute, .. } => Some(&substitute.meeting),
            Self::Presided { presiding } => Some(&presiding.meeting),
            Self::Declared { interest } => Some(&interest.meeting),
            Self::Noted { note } => Some(&note.meeting),
            Self::Moved { motion } => Some(&motion.meeting),
            Self::Voted { vote, .. } => Some(&vote.meeting),
            Self::Decided { decision } | Self::Elected { decision, .. } => Some(&decision.meeting),
            Self::CalledIn { call_in, .. } => Some(&call_in.meeting),
            Self::Assigned { action } => Some(&action.meeting),
            Self::Reported { update } => update.meeting.as_ref(),
            Self::Linked { link } => link.meeting.as_ref(),
            Self::Corrected { correction } => Some(&correction.meeting),
        }
    }
}
