//! How targets stand, as marks that can be read without colour, and in words.

use crate::app::screen::{Look, Row};
use crate::app::wrap;
use crate::model::{Standing, Summary};

/// The look and the mark of each status, in the order a bar shows them.
pub const STATUSES: [(&str, char, Look); 4] = [
    ("on track", '✓', Look::Good),
    ("off track", '✗', Look::Bad),
    ("cannot judge", '?', Look::Unsure),
    ("not due", '·', Look::Dim),
];

/// Each status with how many targets stand so.
fn each(summary: &Summary) -> impl Iterator<Item = ((&'static str, char, Look), u32)> {
    let counts = [summary.on_track, summary.off_track, summary.cannot_judge, summary.not_due];
    STATUSES.into_iter().zip(counts)
}

/// The widest bar drawn with a mark for each target.
const WIDEST: u32 = 60;

/// The targets as a bar: a mark for each, so that it can be read without colour; where a
/// mark stands for several, that is said.
#[must_use]
pub fn bar(summary: &Summary) -> Row {
    let shrink = summary.total.div_ceil(WIDEST).max(1);
    let bar = each(summary).fold(Row::new(), |row, ((_, mark, look), count)| {
        let marks = usize::try_from(count.div_ceil(shrink)).unwrap_or(0);
        row.and(mark.to_string().repeat(marks), look)
    });
    if shrink == 1 { bar } else { bar.and(format!(" a mark for {shrink}"), Look::Dim) }
}

/// The counts in the least room: "✓20 ✗20 ?20".
#[must_use]
pub fn signs(summary: &Summary) -> Row {
    let told = each(summary).filter(|(_, count)| *count > 0);
    told.fold(Row::new(), |row, ((_, mark, look), count)| {
        let between = if row.spans.is_empty() { "" } else { " " };
        row.and(format!("{between}{mark}{count}"), look)
    })
}

/// The counts, each under its own look: "2 on track · 7 off track · 8 cannot
/// judge".
#[must_use]
pub fn counts(summary: &Summary) -> Row {
    let mut row = Row::new();
    for ((word, mark, look), count) in each(summary).filter(|(_, count)| *count > 0) {
        if !row.spans.is_empty() {
            row = row.and("  ", Look::Plain);
        }
        row = row.and(format!("{mark} {count} {word}"), look);
    }
    row
}

/// How many columns the longest bar of a chart takes.
const LONGEST: u8 = 20;

/// A bar of a chart, `length` of the longest, and blanks up to where that ends.
#[must_use]
pub fn length(length: f64) -> String {
    let halves = 2 * LONGEST;
    let drawn = (0..halves).filter(|n| f64::from(*n) / f64::from(halves) < length).count();
    let bar = format!("{}{}", "█".repeat(drawn / 2), "▌".repeat(drawn % 2));
    wrap::fill(&bar, usize::from(LONGEST))
}

/// The targets of several partnerships together: how many stand in each way, in the
/// order of [`STATUSES`], and the periods that their figures are of.
fn sums<'a>(rows: impl Iterator<Item = &'a Standing>) -> ([u32; 4], Vec<&'a str>) {
    let (mut sum, mut periods) = ([0u32; 4], Vec::new());
    for summary in rows.filter_map(Standing::figures) {
        for (total, (_, count)) in sum.iter_mut().zip(each(summary)) {
            *total = total.saturating_add(count);
        }
        if !periods.contains(&summary.period.as_str()) {
            periods.push(&*summary.period);
        }
    }
    (sum, periods)
}

/// The same in words, with the periods where they differ: a total over them is of no one
/// time.
#[must_use]
pub fn together<'a>(rows: impl Iterator<Item = &'a Standing>) -> Row {
    let (sum, periods) = sums(rows);
    let mixed = match periods.as_slice() {
        [] | [_] => String::new(),
        several => format!(" (periods mixed: {})", several.join(", ")),
    };
    let told = STATUSES.into_iter().zip(sum).enumerate();
    // What is not due is told of where anything is.
    let told = told.filter(|(n, (_, count))| *n < 3 || *count > 0);
    let row = told.fold(Row::new(), |row, (n, ((word, mark, look), count))| {
        let between = if n == 0 { "" } else { "  " };
        row.and(format!("{between}{mark} {count} {word}"), look)
    });
    row.and(mixed, Look::Dim)
}

/// The same in as little room as there is, after `whose` they are.
#[must_use]
pub fn shortly<'a>(rows: impl Iterator<Item = &'a Standing>, whose: &str) -> String {
    let ([on, off, unsure, not_due], periods) = sums(rows);
    let mixed = if periods.len() > 1 { ", periods mixed" } else { "" };
    let later = if not_due > 0 { format!(" \u{b7}{not_due}") } else { String::new() };
    format!("{whose} ✓{on} ✗{off} ?{unsure}{later}{mixed}")
}
