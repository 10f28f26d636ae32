//! How organisations and sectors take part, as lines of a register.

use super::pair;
use crate::app::page::View;
use crate::app::screen::{Look, Row, columns};
use crate::model::day;
use crate::rules::engagement::{Filled, Seen, Share};

/// The fewest meetings whose marks are shown on a line, where there are so many.
const SHOWN: usize = 12;

/// How many columns a name has beside more marks than that.
const NAMED: usize = 30;

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
    let before = places.len().saturating_sub(most);
    let first = if before > 0 { Row::of("\u{2026}", Look::Dim) } else { Row::new() };
    places.skip(before).fold(first, |row, (mark, look)| row.and(mark.to_string(), look))
}

fn seen(seen: &Seen) -> (char, Look) {
    (seen.mark(), if seen.is_in_part() { Look::Unsure } else { look(seen.best) })
}

pub(super) fn share_row(share: &Share, width: usize, _: &View<'_>) -> Row {
    let filled = share.filled().map_or_else(|| "no seats".into(), |n| format!("{n:>3} % filled"));
    let name = if share.is_sector { format!("sector: {}", share.name) } else { share.name.clone() };
    let missed = match share.missed_in_a_row {
        0 => String::new(),
        n => format!("{n} missed"),
    };
    let marks = share.strip.len().clamp(SHOWN, width.saturating_sub(NAMED + 43).max(SHOWN));
    let room = width.saturating_sub(marks + 43).max(12);
    let actions = format!("{}/{} done", share.done, share.actions);
    let mut row = columns(
        room + 40,
        &[
            (room, &name, if share.is_sector { Look::Dim } else { Look::Strong }),
            (13, &filled, Look::Plain),
            (10, &missed, if share.missed_in_a_row > 1 { Look::Bad } else { Look::Dim }),
            (12, &actions, Look::Dim),
        ],
    );
    row = row.and(" ", Look::Plain);
    row.spans.extend(strip(share.strip.iter().map(seen), marks).spans);
    row
}

pub(super) fn share_detail(share: &Share, _: &View<'_>) -> Vec<Row> {
    let mut rows = vec![Row::of(share.name.as_str(), Look::Strong)];
    if !share.is_sector && !share.sector.is_empty() {
        rows.push(pair("Sector", &share.sector));
    }
    rows.push(pair("Meetings", &share.strip.len().to_string()));
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
    let days: Vec<String> = share.strip.iter().map(|seen| day::plain(seen.day)).collect();
    if let [oldest, .., newest] = days.as_slice() {
        rows.push(Row::of(format!("From {oldest} to {newest}:"), Look::Dim));
    }
    rows.extend(share.people.iter().map(|(name, places)| {
        let mut row = strip(places.iter().map(|filled| (filled.mark(), look(*filled))), usize::MAX);
        row = row.and(format!(" {name}"), Look::Plain);
        row
    }));
    rows.push(Row::of(
        "● came · ◐ not all · s substitute · a apologies · - absent · ? not known",
        Look::Dim,
    ));
    rows
}
