//! The facts of what is missing.

use serde_json::{Value, json};

use crate::model::Gap;
use crate::rules::gap::asked;

/// Gaps as data. One that stands for several targets is told once for each, so
/// that counting rows counts targets; `nth` and `of` say which it is.
#[must_use]
pub fn gaps(gaps: &[Gap]) -> Vec<Value> {
    gaps.iter().flat_map(|found| (1..=found.count).map(|nth| gap(found, nth))).collect()
}

fn gap(gap: &Gap, nth: u32) -> Value {
    let asked = asked(gap.rule);
    json!({
        "rule": gap.rule,
        "subject": gap.subject,
        "partnership": gap.partnership,
        "text": gap.text,
        "severity": gap.severity,
        "first_seen": gap.first_seen,
        "muted": gap.muted,
        "in_hand": gap.in_hand,
        "nth": nth,
        "of": gap.count,
        "remedy": super::text(&gap.remedy),
        "answers": gap.tie,
        "title": asked.map(|asked| &asked.title),
        "asks": asked.map(|asked| &asked.asks),
        "source": asked.map(|asked| &asked.source),
    })
}
