//! How organisations and sectors take part, as lines of a register.

use super::pair;
use crate::app::column::{self, Column};
use crate::app::page::View;
use crate::app::screen::{Look, Row};
use crate::model::day;
use crate::rules::engagement::{Filled, Seen, Share};
use crate::rules::sentence::several;

pub(super) const SHARES: &[Column] = &[
    Column::new("Organisation or sector", 22).wide(110, 46),
    Column::new("Seats", 5),
    Column::new("Came", 4),
    Column::new("Sub", 3),
    Column::new("Apol", 4),
    Column::new("Abs", 3),
    Column::new("Filled", 6).from(96),
    Column::new("Missed", 6),
    Column::new("Mandate", 7).from(96),
    Column::new("Done", 5),
    Column::rest("Meetings"),
];

fn look(filled: Filled) -> Look {
    match filled {
        Filled::Came => Look::Good,
        Filled::Substituted => Look::Unsure,
        Filled::Apologies | Filled::Unknown => Look::Dim,
        Filled::Absent => Look::Bad,
    }
}

/// The newest meetings, at most `most` of them, as a strip of marks, the oldest first; a
/// sign stands for those before.
fn strip(places: impl ExactSizeIterator<Item = (char, Look)>, most: usize) -> Row {
    let cut = places.len() > most;
    let before = if cut { places.len() + 1 - most.max(1) } else { 0 };
    let first = if cut { Row::of("\u{2026}", Look::Dim) } else { Row::new() };
    places.skip(before).fold(first, |row, (mark, look)| row.and(mark.to_string(), look))
}

fn seen(seen: &Seen) -> (char, Look) {
    let whole = seen.best.map_or(Look::Dim, look);
    (seen.mark(), if seen.is_in_part() { Look::Unsure } else { whole })
}

pub(super) fn share_cells(share: &Share, width: usize, _: &View<'_>) -> Vec<Row> {
    let count = |n: u32, room: usize| Row::plain(format!("{n:>room$}"));
    let of = |n: u32, all: u32| match all {
        0 => Row::new(),
        all => Row::of(format!("{n}/{all}"), Look::Dim),
    };
    let filled = share.filled().map(|n| format!("{n:>4} %")).unwrap_or_default();
    let missed = if share.missed_in_a_row > 1 { Look::Bad } else { Look::Dim };
    let (sign, name) = if share.is_sector { ("sector: ", Look::Dim) } else { ("", Look::Strong) };
    vec![
        Row::of(format!("{sign}{}", share.name), name),
        count(share.places, 5),
        count(share.came, 4),
        count(share.by_substitute, 3),
        count(share.apologies, 4),
        count(share.absent, 3),
        Row::plain(filled),
        Row::of(format!("{:>6}", share.missed_in_a_row), missed),
        of(share.mandated, share.mandated.saturating_add(share.unmandated)),
        of(share.done, share.actions),
        strip(share.strip.iter().map(seen), column::rest(SHARES, width)),
    ]
}

pub(super) fn share_detail(share: &Share, _: &View<'_>) -> Vec<Row> {
    let mut rows = vec![Row::of(share.name.as_str(), Look::Strong)];
    if !share.is_sector && !share.sector.is_empty() {
        rows.push(pair("Sector", &share.sector));
    }
    rows.push(pair("Meetings", &share.met().count().to_string()));
    let counts = [
        ("Seats, over all meetings", share.places),
        ("Attended", share.came),
        ("By substitute", share.by_substitute),
        ("Apologies", share.apologies),
        ("Absent", share.absent),
        ("Not accounted for", share.unknown),
        ("Missed in a row, to the last", share.missed_in_a_row),
        ("By substitute in a row", share.substitutes_in_a_row),
        ("Came with a mandate to decide", share.mandated),
        ("Came without one", share.unmandated),
        ("Actions taken", share.actions),
        ("Actions done", share.done),
    ];
    rows.extend(counts.into_iter().map(|(label, n)| pair(label, &n.to_string())));
    rows.push(Row::new());
    rows.extend(share.people.iter().map(|(name, places)| {
        let row = strip(places.iter().map(|filled| (filled.mark(), look(*filled))), usize::MAX);
        row.and(format!(" {name}"), Look::Plain)
    }));
    rows.extend(share.met().collect::<Vec<_>>().into_iter().rev().map(|(day, _)| {
        let (mark, look) = seen(day);
        let count = format!(" {} of {}", day.there, several(day.places, "seat"));
        Row::of(mark.to_string(), look)
            .and(format!(" {}", day::short(day.day)), Look::Plain)
            .and(count, Look::Dim)
    }));
    rows.push(Row::of(
        "● came · ◐ not all · s substitute · a apologies · - absent · ? not known",
        Look::Dim,
    ));
    rows
}
