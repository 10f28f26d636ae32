//! Found items made into rows: a new agenda, or what a later version changes
//! in one the book has.

use chrono::{NaiveTime, TimeDelta};

use super::super::super::words::fold::{alike, fold, same};
use super::super::super::words::when;
use super::super::Desk;
use super::super::heading::Head;
use super::super::place::{self, Sat};
use super::super::withheld::{self, Start};
use super::line::Line;
use super::{purpose, run};
use crate::model::{Item, ItemId, ItemKind, ItemStatus, MeetingId, Paragraphs, day};
use crate::rules::number::NO_PAPER;

/// Makes rows of what was found.
pub(super) fn settle(desk: &mut Desk<'_>, head: &Head, found: Vec<Line>) -> String {
    tell(desk, &found);
    let closed = withheld(desk, &found);
    let found: Vec<(Line, Paragraphs)> = found.into_iter().zip(closed).collect();
    let Some(sat) = place::meeting(desk, head) else {
        return String::new();
    };
    let earlier: Vec<Item> =
        desk.known.items.iter().filter(|item| item.meeting == sat.meeting).cloned().collect();
    if earlier.is_empty() {
        for (line, exempt) in found {
            let item = fresh(desk, &line, exempt, &sat.meeting, head.start);
            desk.file(item);
        }
    } else {
        moved(desk, &sat, head);
        compare(desk, &sat, earlier, &found, head.start);
    }
    format!("Agenda for {} imported from {}", day::plain(sat.on), desk.file)
}

/// Tells of everything found.
fn tell(desk: &mut Desk<'_>, found: &[Line]) {
    let report = &mut desk.report;
    for what in ["items", "sub-items", "papers"] {
        report.count(what, 0);
    }
    for line in found {
        report.count(if line.depth == 0 { "items" } else { "sub-items" }, 1);
        report.count("papers", line.papers.len());
        let mut text = format!("item {}: {}", line.number, line.title);
        for (label, said) in
            [("by", line.leads()), ("at", line.time.clone()), ("paper", line.references())]
        {
            if !said.is_empty() {
                text = format!("{text}; {label} {said}");
            }
        }
        if let Some(minutes) = line.minutes {
            text = format!("{text}; {minutes} minutes");
        }
        report.fact(line.place.clone(), text);
        for pause in &line.breaks {
            report.count("breaks", 1);
            report.fact(line.place.clone(), format!("break, not an item: {pause}"));
        }
        if line.other > 0 {
            let lines =
                if line.other == 1 { "1 line".to_owned() } else { format!("{} lines", line.other) };
            report.pass(
                line.place.clone(),
                format!("{lines} under item {}, not read in", line.number),
            );
        }
    }
}

/// What the paper keeps from the public, item by item.
fn withheld(desk: &mut Desk<'_>, found: &[Line]) -> Vec<Paragraphs> {
    let starts: Vec<Start<'_>> = found
        .iter()
        .map(|line| Start {
            place: &line.place,
            number: &line.number,
            excludes: purpose::of(&line.title, "") == ItemKind::Exclusion,
            alone: false,
        })
        .collect();
    let mut closed = withheld::items(desk.paper, &starts, false, &mut desk.report);
    for (line, exempt) in found.iter().zip(&mut closed) {
        if line.depth == 0 && run::is_exempt(&line.number) && exempt.is_open() {
            *exempt = Paragraphs::unnamed();
            let text = format!("item {} is withheld, as an E after its number says", line.number);
            desk.report.warn(line.place.clone(), text);
        }
    }
    closed
}

/// The time that an item is planned for. Where the half of the day is not said, it is the
/// one in which the meeting can be sitting that begins at `start`.
fn planned(said: &str, start: Option<NaiveTime>) -> Option<NaiveTime> {
    if let Some((time, _)) = when::times(said).first() {
        return Some(*time);
    }
    let first = said.split([' ', '-', '\u{2013}']).next()?;
    let (hour, minute) = first.split_once(['.', ':'])?;
    let time = NaiveTime::from_hms_opt(hour.parse().ok()?, minute.parse().ok()?, 0)?;
    let later = time.overflowing_add_signed(TimeDelta::hours(12)).0;
    let earliest = start.or(NaiveTime::from_hms_opt(7, 0, 0))?;
    Some(if time < earliest && later >= earliest { later } else { time })
}

fn fresh(
    desk: &mut Desk<'_>,
    line: &Line,
    exempt: Paragraphs,
    meeting: &MeetingId,
    start: Option<NaiveTime>,
) -> Item {
    let partnership = desk.known.partnerships.iter().find(|partnership| {
        let title = fold(&line.title);
        same(&partnership.name, &line.title) || title.contains(&fold(&partnership.name))
    });
    // Whoever reports on an item whose place for a paper is empty brings none.
    let paper = match line.references() {
        none if none.is_empty() && !line.leads().is_empty() => NO_PAPER.to_owned(),
        given => given,
    };
    Item {
        number: line.number.clone(),
        title: line.title.clone(),
        kind: purpose::of(&line.title, &line.recommendation),
        paper,
        report_by: line.leads(),
        recommendation: purpose::sought(&line.recommendation),
        partnership: partnership.map(|partnership| partnership.id.clone()),
        planned_at: planned(&line.time, start),
        planned_minutes: line.minutes.filter(|minutes| *minutes > 0),
        exempt,
        ..Item::blank(ItemId::mint(desk.mint), meeting.clone(), desk.mint.rank())
    }
}

/// Files what a later version changes. Whatever anyone has done at an item is
/// kept, and so is the item.
fn compare(
    desk: &mut Desk<'_>,
    sat: &Sat,
    had: Vec<Item>,
    found: &[(Line, Paragraphs)],
    start: Option<NaiveTime>,
) {
    desk.report.warn("heading", "the book has an agenda for this meeting; what differs is listed, and what was typed since is kept");
    let new: Vec<(String, Item)> = found
        .iter()
        .map(|(line, exempt)| {
            (line.place.clone(), fresh(desk, line, exempt.clone(), &sat.meeting, start))
        })
        .collect();
    let items: Vec<Item> = new.iter().map(|(_, item)| item.clone()).collect();
    let pairs = pairs(&had, &items);
    // The same items in the same order keep their ranks: the same paper read again
    // changes nothing.
    let ranks: Option<Vec<i64>> = pairs.iter().map(|at| Some(had[(*at)?].rank)).collect();
    let ordered = ranks.is_some_and(|ranks| ranks.is_sorted());
    for ((place, new), pair) in new.into_iter().zip(&pairs) {
        let Some(old) = pair.map(|at| &had[at]) else {
            desk.report.count("added", 1);
            desk.report.warn(place, format!("new: item {}, {}", new.number, new.title));
            desk.file(new);
            continue;
        };
        let rank = if ordered { old.rank } else { new.rank };
        let mut item = Item { rank, ..old.clone() };
        let mut differs = altered(desk, &place, old, &new, &mut item);
        differs |= replanned(desk, &place, old, &new);
        // Other business than stood there is of its own kind, and not every meeting's.
        if item.title != old.title {
            item.kind = new.kind;
        }
        if !is_typed(desk, old, "planned_at") {
            item.planned_at = new.planned_at.or(old.planned_at);
        }
        if !is_typed(desk, old, "planned_minutes") {
            item.planned_minutes = new.planned_minutes.or(old.planned_minutes);
        }
        // A later paper may withhold an item; that it no longer says so opens none.
        if old.exempt.is_open() && !new.exempt.is_open() {
            differs = true;
            item.exempt = new.exempt.clone();
        }
        if differs {
            desk.report.count("changed", 1);
        }
        if item != *old {
            desk.file(item);
        }
    }
    let gone = had.into_iter().enumerate().filter(|(at, _)| !pairs.contains(&Some(*at)));
    take_off(desk, gone.map(|(_, old)| old));
}

/// Gives `item` what a later version says otherwise, unless it was minuted or typed
/// since; tells of each, and whether there is any.
fn altered(desk: &mut Desk<'_>, place: &str, old: &Item, new: &Item, item: &mut Item) -> bool {
    let touched = is_touched(desk, old);
    let fields = [
        ("number", "number", &mut item.number, &new.number, touched),
        ("title", "title", &mut item.title, &new.title, touched),
        ("presenter", "report_by", &mut item.report_by, &new.report_by, false),
        ("paper", "paper", &mut item.paper, &new.paper, false),
        ("recommendation", "recommendation", &mut item.recommendation, &new.recommendation, false),
    ];
    let mut differs = false;
    for (what, column, had, now, minuted) in fields {
        if had == now || now.is_empty() || now == NO_PAPER {
            continue;
        }
        differs = true;
        let typed = is_typed(desk, old, column);
        let kept = minuted || typed;
        let end = match (minuted, typed) {
            (_, true) => " (kept as the clerk typed it)",
            (true, false) => " (kept as it was: the item has been minuted)",
            (false, false) => "",
        };
        let text = format!(
            "item {}, {what}: \u{201c}{had}\u{201d} is now \u{201c}{now}\u{201d}{end}",
            old.number
        );
        desk.report.warn(place, text);
        if !kept {
            had.clone_from(now);
        }
    }
    differs
}

/// Moves a meeting that has not begun to the hour and the place that a later version gives.
fn moved(desk: &mut Desk<'_>, sat: &Sat, head: &Head) {
    let Some(held) = sat.held.as_ref().filter(|held| !held.status.has_begun()) else { return };
    let mut now = held.clone();
    if let Some(start) = head.start.filter(|start| held.start != Some(*start)) {
        let was = held.start.map_or_else(|| "not given".to_owned(), day::clock);
        let text = format!("the hour of the meeting was {was}, and is now {}", day::clock(start));
        desk.report.warn("heading", text);
        now.start = Some(start);
    }
    let given = head.place.as_ref().filter(|place| !same(place, &held.place));
    if let Some(place) = given {
        let was = if held.place.is_empty() { "not given" } else { &held.place };
        let text = format!("the place of the meeting was {was}, and is now {place}");
        desk.report.warn("heading", text);
        now.place.clone_from(place);
    }
    if now != *held {
        desk.report.count("changed", 1);
        desk.file(now);
    }
}

/// Tells of a time or a length that a later version gives an item.
fn replanned(desk: &mut Desk<'_>, place: &str, old: &Item, new: &Item) -> bool {
    let time = |of: &Item| of.planned_at.map(day::clock).unwrap_or_default();
    let given = |of: &Item| of.planned_minutes.map(|n| n.to_string()).unwrap_or_default();
    let mut differs = false;
    for (what, was, is) in [("time", time(old), time(new)), ("minutes", given(old), given(new))] {
        if was != is && !is.is_empty() {
            differs = true;
            let number = &old.number;
            let text =
                format!("item {number}, {what}: \u{201c}{was}\u{201d} is now \u{201c}{is}\u{201d}");
            desk.report.warn(place, text);
        }
    }
    differs
}

/// Takes off the items that a later version no longer has.
fn take_off(desk: &mut Desk<'_>, gone: impl Iterator<Item = Item>) {
    for old in gone {
        let text = format!("item {}, {}, is not in this version", old.number, old.title);
        if is_typed(desk, &old, "") {
            desk.report.warn("agenda", format!("{text}; it is kept, as the clerk added it"));
        } else if is_touched(desk, &old) {
            desk.report.warn(
                "agenda",
                format!("{text}; it is kept, because something is recorded under it"),
            );
        } else {
            desk.report.count("taken off", 1);
            desk.report.warn("agenda", format!("{text}; it is taken off"));
            desk.gone.push(("item", old.id.0));
        }
    }
}

/// Whether the clerk has typed what `column` of `item` says; with no column, whether
/// they added it.
fn is_typed(desk: &Desk<'_>, item: &Item, column: &str) -> bool {
    desk.known.typed.iter().any(|(id, typed)| *id == item.id && typed == column)
}

/// Whether anything has been done at `item` or written under it.
fn is_touched(desk: &Desk<'_>, item: &Item) -> bool {
    let minute = desk.known.minutes.iter().find(|minute| minute.id == item.id);
    item.status != ItemStatus::NotReached
        || minute.is_some_and(|minute| !minute.text.trim().is_empty() || minute.number.is_some())
        || desk.known.busy.contains(&item.id)
}

/// For each new item the earlier one it is a later version of: the same number
/// and title, else the same title, else a title like it, under the same number if
/// there is one, else the same number. No earlier item is taken twice.
fn pairs(had: &[Item], new: &[Item]) -> Vec<Option<usize>> {
    let tests: [fn(&Item, &Item) -> bool; 5] = [
        |old, new| old.number == new.number && same(&old.title, &new.title),
        |old, new| same(&old.title, &new.title),
        |old, new| old.number == new.number && alike(&old.title, &new.title),
        |old, new| alike(&old.title, &new.title),
        |old, new| old.number == new.number,
    ];
    let mut pairs = vec![None; new.len()];
    let mut taken = vec![false; had.len()];
    for test in tests {
        for (pair, item) in pairs.iter_mut().zip(new).filter(|(pair, _)| pair.is_none()) {
            *pair = (0..had.len()).find(|at| !taken[*at] && test(&had[*at], item));
            if let Some(at) = *pair {
                taken[at] = true;
            }
        }
    }
    pairs
}
