//! The words that head the parts of a schedule.

use super::super::super::paper::{Paper, Role, Row};
use super::super::super::words::column::{self, Column};
use super::super::super::words::fold::fold;
use super::super::super::words::when;
use crate::model::Section;

/// One of the two panes of a partnership's row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pane {
    /// How it performs.
    Performance,
    /// What it answers.
    Response,
}

/// The pane that `text`, alone, heads.
pub(super) fn pane(text: &str) -> Option<Pane> {
    match column::of(timeless(text))? {
        Column::Performance => Some(Pane::Performance),
        Column::Response => Some(Pane::Response),
        _ => None,
    }
}

/// A heading without the period that it bears in brackets: "Outcomes (Q1 2026/27)".
fn timeless(text: &str) -> &str {
    let parted = text.trim().strip_suffix(')').and_then(|text| text.rsplit_once('('));
    let bare = parted.filter(|(_, inside)| when::period(inside).is_some());
    bare.map_or(text, |(head, _)| head.trim_end())
}

/// The half of the Performance pane that `text`, alone, heads.
pub(super) fn section(text: &str) -> Option<Section> {
    match fold(timeless(text)).as_str() {
        "outcomes" | "outcome" | "outcomes and targets" | "performance outcomes" => {
            Some(Section::Outcomes)
        }
        "partnership working"
        | "partnershipworking"
        | "working together"
        | "joint working"
        | "working as a partnership"
        | "working in partnership"
        | "how we work together"
        | "how the partnership works"
        | "performance partnership working"
        | "partnership arrangements" => Some(Section::PartnershipWorking),
        _ => None,
    }
}

/// Whether `text` says who does something for a partnership, or when: "Chair: Maya Thornbury".
/// It stands beside a name, and is none.
pub(super) fn is_detail(text: &str) -> bool {
    const DETAILS: &str = "chair|chaired by|vice chair|deputy chair|lead|lead officer|officer|\
        contact|contact officer|sponsor|author|report by|report author|owner|date|period|status|\
        meets|frequency|accountable body|prepared by|updated|last updated";
    let label = text.split_once(':').map(|(label, _)| fold(label));
    label.is_some_and(|label| DETAILS.split('|').any(|detail| detail == label))
}

/// Whether `text`, alone, heads a part of a partnership's row that is no pane.
pub(super) fn is_other(text: &str) -> bool {
    matches!(fold(text).as_str(), "targets by name" | "what is missing" | "actions to be done")
}

/// The half that `text` opens with, and the rest: "Outcomes: good on waste".
pub(super) fn opening(text: &str) -> Option<(Section, &str)> {
    let (label, rest) = text.split_once([':', '\u{2013}', '\u{2014}'])?;
    let section = section(label).filter(|_| label.len() <= 24)?;
    Some((section, rest.trim()))
}

/// The columns of `row`, if it heads a table of a schedule.
pub(super) fn columns(row: &Row) -> Option<Vec<(usize, Column)>> {
    let said: Vec<_> = row.said().collect();
    let mut known: Vec<(usize, Column)> =
        said.iter().filter_map(|cell| Some((cell.at, column::of(&cell.flat())?))).collect();
    let has = |known: &[(usize, Column)], wanted| known.iter().any(|(_, column)| *column == wanted);
    // What the panes stand beside may be called by the sort of body that answers.
    if let Some(first) = said.first().filter(|cell| is_sort_of_body(&cell.flat()))
        && has(&known, Column::Performance)
        && has(&known, Column::Response)
        && !has(&known, Column::Partnership)
    {
        known.retain(|(at, _)| *at != first.at);
        known.insert(0, (first.at, Column::Partnership));
    }
    let ours = |column: Column| {
        matches!(
            column,
            Column::Partnership
                | Column::Performance
                | Column::Response
                | Column::Outcomes
                | Column::Working
                | Column::Pane
                | Column::Section
        )
    };
    let mine = known.iter().filter(|(_, column)| ours(*column)).count();
    let enough = known.len() * 2 >= said.len() && known.len() >= 2;
    (mine >= 1 && enough).then_some(known)
}

/// Whether `heading` is a sort of body and no more: "Sub-group", "Programme board".
fn is_sort_of_body(heading: &str) -> bool {
    const SORTS: [&str; 9] = [
        "group",
        "subgroup",
        "board",
        "forum",
        "workstream",
        "committee",
        "panel",
        "alliance",
        "network",
    ];
    let folded = fold(heading);
    let words: Vec<&str> = folded.split(' ').collect();
    words.len() <= 2 && words.last().is_some_and(|last| SORTS.contains(last))
}

/// Whether `row` heads a table that only a schedule has.
pub(super) fn heads(row: &Row) -> bool {
    columns(row).is_some_and(|columns| {
        let has = |wanted: &[Column]| columns.iter().any(|(_, column)| wanted.contains(column));
        let pane = has(&[Column::Performance, Column::Outcomes, Column::Working]);
        (pane && has(&[Column::Response]))
            || (has(&[Column::Partnership])
                && (pane || has(&[Column::Response, Column::Pane, Column::Section])))
    })
}

/// The level at which headings name partnerships, where the panes have headings as well:
/// that of the heading they stand under.
pub(super) fn level(paper: &Paper) -> Option<u8> {
    let mut over: Vec<u8> = Vec::new();
    for block in paper.texts().filter(|block| block.role == Role::Heading) {
        over.retain(|level| *level < block.level);
        if is_part(&block.flat()) {
            return over.last().copied();
        }
        over.push(block.level);
    }
    None
}

/// Whether `text`, alone, heads a pane or a half of one.
pub(super) fn is_part(text: &str) -> bool {
    let bare = text.trim_end_matches(':').trim();
    pane(bare).is_some() || section(bare).is_some()
}
