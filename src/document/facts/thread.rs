//! The facts of a thread.

use serde_json::{Value, json};

use crate::rules::thread::{Line, Thread};

/// A thread, a line at a time: what led to the thing has a depth below nought,
/// the thing itself nought, and what came of it a depth above.
#[must_use]
pub fn thread(thread: &Thread) -> Vec<Value> {
    let row = |(n, line): (usize, &Line)| {
        let depth = i64::try_from(line.depth).unwrap_or(i64::MAX);
        let knot = line.knot.as_ref();
        json!({
            "depth": if n < thread.here { -depth } else { depth },
            "tie": super::text(line.tie),
            "id": knot.map(|knot| &knot.id),
            "kind": knot.map(|knot| knot.kind),
            "label": knot.map(|knot| &knot.label),
            "text": line.text,
            "state": knot.map(|knot| super::text(&knot.state)),
        })
    };
    thread.lines.iter().enumerate().map(row).collect()
}
