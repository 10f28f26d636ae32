//! When a meeting is to end, by its body's standing orders (domain.md 2.6, 11).

use chrono::TimeDelta;

use super::procedure;
use crate::model::{MeetingStatus, MotionKind, MotionOutcome, Sitting, day::Stamp};

/// How long there is at `now` until the meeting is to end: less than nothing once it should
/// have. Nothing is said where no time is laid down, the meeting does not sit on that day, or
/// it has resolved to go on.
#[must_use]
pub fn left(sitting: &Sitting, now: Stamp) -> Option<TimeDelta> {
    let meeting = &sitting.meeting;
    let sits = meeting.status == MeetingStatus::InSession && now.date_naive() == meeting.date;
    let goes_on = sitting.motions.iter().any(|motion| {
        motion.kind == MotionKind::Procedural
            && motion.outcome == MotionOutcome::Carried
            && procedure::is_to_go_on(motion)
    });
    let closing = sitting.body.closing.filter(|_| sits && !goes_on)?;
    Some(closing - now.time())
}
