//! Who answers to whom, drawn as a tree.

use super::pair;
use crate::app::column::Column;
use crate::app::page::View;
use crate::app::screen::{Look, Row};
use crate::app::wrap;
use crate::rules::framework::{Branch, BranchKind};

/// The narrowest part of a line left to what is known of a branch.
const ABOUT: usize = 24;

/// The tree has no columns.
pub(super) const BRANCHES: &[Column] = &[Column::rest("")];

pub(super) fn branch_cells(branch: &Branch, width: usize, _: &View<'_>) -> Vec<Row> {
    let look = match branch.kind() {
        BranchKind::Body => Look::Strong,
        BranchKind::Partnership => Look::Plain,
        BranchKind::Group => Look::Dim,
    };
    let about = branch.about();
    let strokes = wrap::width(&branch.strokes);
    let kept = if about.is_empty() { 0 } else { ABOUT.min(wrap::width(&about) + 2) };
    let room = width.saturating_sub(strokes + kept).max(8);
    let name = wrap::cut(&branch.name, room);
    let left = width.saturating_sub(strokes + wrap::width(&name) + 2);
    let row = Row::of(branch.strokes.as_str(), Look::Dim).and(name, look);
    vec![if about.is_empty() {
        row
    } else {
        row.and("  ", Look::Plain).and(wrap::cut(&about, left), Look::Dim)
    }]
}

pub(super) fn branch_detail(branch: &Branch, _: &View<'_>) -> Vec<Row> {
    let mut rows = vec![Row::of(branch.name.as_str(), Look::Strong)];
    let kind = match branch.kind() {
        BranchKind::Partnership if branch.statutory => "partnership that the law requires".into(),
        kind => kind.plain(),
    };
    rows.push(pair("Kind", &kind));
    let meets = branch.frequency.map(|n| format!("{n} times a year")).unwrap_or_default();
    let facts = [
        ("Answers to", branch.parent.as_str()),
        ("Chair", &branch.chair),
        ("Lead", &branch.lead),
        ("Meets", &meets),
        ("Seats", &branch.seated),
        ("Name", &branch.id),
    ];
    let known = facts.into_iter().filter(|(_, fact)| !fact.is_empty());
    rows.extend(known.map(|(label, fact)| pair(label, fact)));
    if !branch.remit.is_empty() {
        rows.extend([Row::new(), Row::plain(branch.remit.as_str())]);
    }
    rows
}
