//! Whether the targets known by name can be among those that a row counts.

use super::Period;
use crate::model::{Summary, TargetLine, TargetStatus};
use crate::rules::sentence::several;

/// How a count of a row is known from the results of single targets.
type Counted = (&'static str, fn(&Summary) -> u32, &'static [TargetStatus]);

const COUNTS: [Counted; 4] = [
    ("on track", |s| s.on_track, &[TargetStatus::OnTrack, TargetStatus::Achieved]),
    ("off track", |s| s.off_track, &[TargetStatus::OffTrack, TargetStatus::NotAchievable]),
    ("not to be judged", |s| s.cannot_judge, &[TargetStatus::CannotJudge]),
    ("not due", |s| s.not_due, &[TargetStatus::NotDue]),
];

/// What more targets are by name than the figures of their row have, in the period of
/// those figures, each in a sentence: one of the two is wrong.
#[must_use]
pub fn beyond(summary: &Summary, targets: &[&TargetLine]) -> Vec<String> {
    let period = Period::read(&summary.period);
    let told = COUNTS.iter().filter_map(|(word, counted, statuses)| {
        let stood = |line: &&&TargetLine| {
            let mut results = line.results.iter().filter(|r| Period::read(&r.period) == period);
            results.any(|result| statuses.contains(&result.status))
        };
        let (named, counted) = (targets.iter().filter(stood).count(), counted(summary));
        (u32::try_from(named).unwrap_or(u32::MAX) > counted).then(|| {
            let named = several(named, "target");
            format!("{named} {word} by name, and {counted} in the figures.")
        })
    });
    if period.is_some() { told.collect() } else { Vec::new() }
}
