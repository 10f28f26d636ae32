//! Whether the targets known by name can be among those that a row counts.

use super::Period;
use crate::model::{
    EditionId, PartnershipId, Summary, SummaryId, TargetLine, TargetResult, TargetStatus,
};
use crate::rules::sentence::several;

/// How a count of a row is known from the results of single targets.
type Counted = (&'static str, fn(&Summary) -> u32, &'static [TargetStatus]);

const COUNTS: [Counted; 4] = [
    ("on track", |s| s.on_track, &[TargetStatus::OnTrack, TargetStatus::Achieved]),
    ("off track", |s| s.off_track, &[TargetStatus::OffTrack, TargetStatus::NotAchievable]),
    ("not to be judged", |s| s.cannot_judge, &[TargetStatus::CannotJudge]),
    ("not due", |s| s.not_due, &[TargetStatus::NotDue]),
];

/// What targets known by name come to, by the newest of the results of each; none, if no
/// result is known. The period is that of all of them, or the first and the last.
#[must_use]
pub fn counted(
    targets: &[Vec<TargetResult>],
    edition: &EditionId,
    partnership: &PartnershipId,
) -> Option<Summary> {
    let newest: Vec<&TargetResult> = targets.iter().filter_map(|of| of.last()).collect();
    let stands = |statuses: &[TargetStatus]| {
        let found = newest.iter().filter(|result| statuses.contains(&result.status)).count();
        u32::try_from(found).unwrap_or(u32::MAX)
    };
    let [on_track, off_track, cannot_judge, not_due] = COUNTS.map(|(_, _, of)| stands(of));
    let by_period = |result: &&&TargetResult| Period::read(&result.period);
    let first = newest.iter().min_by_key(by_period)?;
    let last = newest.iter().max_by_key(by_period)?;
    let period = if first.period == last.period {
        first.period.clone()
    } else {
        format!("{} to {}", first.period, last.period)
    };
    Some(Summary {
        id: SummaryId::default(),
        edition: edition.clone(),
        partnership: partnership.clone(),
        period,
        total: u32::try_from(newest.len()).unwrap_or(u32::MAX),
        on_track,
        off_track,
        lost: stands(&[TargetStatus::NotAchievable]),
        cannot_judge,
        not_due,
        cause: None,
        mender: String::new(),
        remark: "Counted from the targets known by name.".into(),
    })
}

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
