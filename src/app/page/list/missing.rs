//! Gaps, as lines of a register.

use super::pair;
use crate::app::column::Column;
use crate::app::page::View;
use crate::app::screen::{Look, Row};
use crate::app::standing;
use crate::model::{Gap, day};
use crate::rules::gap::{asked, total};
use crate::rules::sentence::several;

/// How many gaps there are, as they are counted everywhere, in how many lines.
pub(super) fn counted(gaps: &[Gap]) -> String {
    let open = total(gaps.iter().filter(|gap| gap.is_open()));
    let passed = total(gaps.iter().filter(|gap| gap.muted.is_some()));
    let lines = match gaps.len() {
        n if u32::try_from(n) == Ok(open) => String::new(),
        n => format!(" in {}", several(n, "line")),
    };
    let passed = if passed == 0 { String::new() } else { format!("; {passed} let pass") };
    format!("{open}{lines}{passed}")
}

pub(super) const GAPS: &[Column] = &[
    Column::new("", 1),
    Column::new("Rule", 4),
    Column::new("Weight", 8),
    Column::new("Whose", 6),
    Column::rest("What is missing"),
];

pub(super) fn gap_cells(gap: &Gap, _: usize, _: &View<'_>) -> Vec<Row> {
    let (mark, look) = standing::weight(gap);
    let whose = gap.partnership.as_ref().map_or("", |id| id.as_str());
    vec![
        Row::of(mark, look),
        Row::of(gap.rule.word(), Look::Record),
        Row::of(gap.severity.word(), look),
        Row::of(whose, Look::Strong),
        Row::of(gap.in_words(), if gap.is_open() { Look::Plain } else { Look::Dim }),
    ]
}

pub(super) fn gap_detail(gap: &Gap, _: &View<'_>) -> Vec<Row> {
    let mut rows = vec![Row::of(gap.text.as_str(), Look::Strong)];
    rows.extend(gap.in_hand.iter().map(|given| pair("In hand", given)));
    if let Some(why) = &gap.muted {
        rows.push(pair("Let pass", why));
    }
    if let Some(asked) = asked(gap.rule) {
        rows.push(pair("Rule", &format!("{}, {}", asked.rule, asked.title)));
        rows.push(pair("Asks", asked.asks));
        rows.push(pair("Source", asked.source));
    }
    rows.push(pair("Severity", gap.severity.word()));
    rows.push(pair("Found in", &gap.subject));
    if let Some(since) = gap.first_seen {
        rows.push(pair("Since", &day::plain(since)));
    }
    if !gap.remedy.is_empty() {
        rows.push(pair("An action could be to", &gap.remedy));
    }
    if gap.partnership.is_some() {
        rows.push(Row::of("Enter", Look::Key).and(" shows the row in the schedule", Look::Dim));
    }
    rows
}
