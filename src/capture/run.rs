//! The run of a meeting: beginning, stepping from item to item, breaking off
//! and ending.

use super::clock::{broke_off, moment, moment_on, until};
use super::people::where_told;
use super::{Place, Read, Reading, Unclear, one, wants, when, wrong};
use crate::model::{
    Adjournment, AdjournmentId, Entry, Item, ItemId, ItemKind, ItemStatus, MeetingStatus, Mint,
    Movement, Paragraphs, Sitting, day,
};
use crate::rules::missing::READMITTED;
use crate::rules::room;

/// Where a step leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// To the next item not yet done with.
    Next,
    /// To the item before on the agenda.
    Previous,
    /// To this item, out of order if need be.
    To(ItemId),
}

/// What a step puts on record: that the meeting begins, if it has not, and that
/// the item is taken. Items taken out of order keep their numbers.
pub fn step(place: &Place<'_>, to: &Step, mint: &mut Mint) -> Read {
    let place = &place.by_the_meetings_clock();
    let sitting = place.sitting;
    let current = sitting.current();
    let target = match to {
        Step::To(id) => sitting.item(id),
        Step::Next => {
            let looked_at = || place.item.and_then(|id| sitting.item(id));
            following(sitting, current.or_else(looked_at).or_else(|| sitting.last_taken()))
        }
        Step::Previous => preceding(sitting, current.or_else(|| sitting.last_taken())),
    };
    let Some(target) = target else {
        return Err(match to {
            Step::Next if sitting.items.is_empty() => wrong(
                "The agenda is empty.",
                "Add items with \"+\" on the agenda before the meeting.",
            ),
            Step::Next => wrong("That was the last item.", "\".close\" ends the meeting."),
            _ => wrong("There is no item before this one.", ""),
        });
    };
    let mut entries = begin(place);
    if current.is_some_and(|current| current.id == target.id) {
        let already = format!("Item {} is being discussed already.", target.number);
        return Ok(Reading::answer(already));
    }
    let how = if matches!(to, Step::Next) { ItemStatus::Concluded } else { ItemStatus::Paused };
    let taken = take(place, target, how, mint);
    let out = if taken.len() > 1 { ", withheld as the public is out" } else { "" };
    entries.extend(taken);
    let preview = format!("Item {}: {}{out}", target.number, target.title);
    Ok(Reading { entries, preview })
}

/// Public business taken while the public is excluded is withheld, until the clerk
/// says otherwise.
pub(super) fn withheld(sitting: &Sitting, item: &Item) -> Option<Entry> {
    // Whatever was said of it in public before is withheld too, until the clerk opens
    // it: too little is published rather than too much.
    let withheld = item.exempt.is_open()
        && item.status != ItemStatus::UnderDiscussion
        && item.kind != ItemKind::Exclusion
        && room::is_public_out(sitting);
    withheld.then(|| Entry::Exempted {
        meeting: sitting.meeting.id.clone(),
        item: item.id.clone(),
        paragraphs: Paragraphs::unnamed(),
        balance: String::new(),
    })
}

/// What takes up `item`, leaving the current one in state `how`; first, if it has to
/// be, what withholds it.
fn take(place: &Place<'_>, item: &Item, how: ItemStatus, mint: &mut Mint) -> Vec<Entry> {
    let left = place.sitting.current().map(|current| (current.id.clone(), how));
    let took = took(place, (&item.id, place.sitting.next_minute), left, mint);
    withheld(place.sitting, item).into_iter().chain([took]).collect()
}

/// That an item is taken up, with the number of its minute, and what becomes of the one
/// before it.
pub(super) fn took(
    place: &Place<'_>,
    (item, number): (&ItemId, u32),
    left: Option<(ItemId, ItemStatus)>,
    mint: &mut Mint,
) -> Entry {
    Entry::Took {
        meeting: place.sitting.meeting.id.clone(),
        item: item.clone(),
        at: place.now,
        timed: true,
        taken: mint.rank(),
        number: Some(number),
        left,
    }
}

/// The next item that has not been reached: after `from` on the agenda, else from
/// its start, so that items passed over are come back to. When all have been, those
/// broken off are gone on with.
fn following<'a>(sitting: &'a Sitting, from: Option<&Item>) -> Option<&'a Item> {
    let at = from.and_then(|from| sitting.items.iter().position(|item| item.id == from.id));
    let pending =
        |item: &&Item| !item.status.is_over() && from.is_none_or(|from| from.id != item.id);
    // The resolution to exclude the public leads to the business it is for.
    if from.is_some_and(|from| from.kind == ItemKind::Exclusion)
        && let Some(exempt) =
            sitting.items.iter().filter(pending).find(|item| !item.exempt.is_open())
    {
        return Some(exempt);
    }
    match (at, from.is_some_and(|from| from.status == ItemStatus::NotReached)) {
        // Nothing has been taken yet: the item looked at is the one to begin with.
        (Some(at), true) => sitting.items.get(at),
        (Some(at), false) => {
            let (before, after) = sitting.items.split_at(at);
            let on = after.iter().skip(1);
            let mut round = on.clone().chain(before);
            // What was stepped back from is gone on with.
            let broken_off = |item: &&Item| item.status == ItemStatus::Paused;
            let unreached = |item: &&Item| item.status == ItemStatus::NotReached;
            on.clone()
                .find(|item| unreached(item) || broken_off(item))
                .or_else(|| round.clone().find(unreached))
                .or_else(|| round.find(pending))
        }
        (None, _) => sitting.items.iter().find(pending),
    }
}

/// The item before `from` on the agenda: none that was put off, which to take would take
/// back.
fn preceding<'a>(sitting: &'a Sitting, from: Option<&Item>) -> Option<&'a Item> {
    let at = sitting.items.iter().position(|item| Some(&item.id) == from.map(|from| &from.id))?;
    sitting.items.get(..at)?.iter().rfind(|item| !item.status.is_set_aside())
}

/// The entry that begins the meeting, if it has not begun.
#[must_use]
pub fn begin(place: &Place<'_>) -> Vec<Entry> {
    let place = &place.by_the_meetings_clock();
    let meeting = &place.sitting.meeting;
    match meeting.status {
        MeetingStatus::Planned | MeetingStatus::AgendaPublished => {
            vec![Entry::Began { meeting: meeting.id.clone(), at: place.now }]
        }
        _ => Vec::new(),
    }
}

/// What must be on record before a line that needs the meeting to be sitting:
/// that it began, and, for a line about an item, that the item was taken.
pub(super) fn ready(place: &Place<'_>, on_item: bool, mint: &mut Mint) -> Vec<Entry> {
    let mut entries = begin(place);
    // A meeting that closed takes nothing up; what it left may still be put off.
    let closed = place.sitting.meeting.status == MeetingStatus::Closed;
    let untaken = place
        .item
        .and_then(|id| place.sitting.item(id))
        .filter(|item| on_item && !closed && item.status == ItemStatus::NotReached);
    entries
        .extend(untaken.into_iter().flat_map(|item| take(place, item, ItemStatus::Paused, mint)));
    entries
}

/// `reading` after the entries of [`ready`].
pub(super) fn made_ready(before: Vec<Entry>, reading: Reading, sitting: &Sitting) -> Reading {
    let preview = first_of_all(sitting, &before) + &reading.preview;
    Reading { entries: before.into_iter().chain(reading.entries).collect(), preview }
}

/// What [`ready`] does, in words before those of the line itself. That an item is taken
/// is told where another is left for it: the clerk may only have meant to look.
fn first_of_all(sitting: &Sitting, entries: &[Entry]) -> String {
    let number = |item: &ItemId| sitting.item(item).map_or("", |item| item.number.as_str());
    let told = entries.iter().filter_map(|entry| match entry {
        Entry::Began { .. } => Some("The meeting begins. ".to_owned()),
        Entry::Took { item, left: Some((left, _)), .. } => {
            Some(format!("Item {} is taken and item {} left open. ", number(item), number(left)))
        }
        _ => None,
    });
    told.collect()
}

pub(super) fn next(number: &str, place: &Place<'_>, mint: &mut Mint) -> Read {
    if !number.is_empty() {
        return to(number, place, mint);
    }
    step(&Place { item: None, ..*place }, &Step::Next, mint).map(after_beginning)
}

pub(super) fn to(number: &str, place: &Place<'_>, mint: &mut Mint) -> Read {
    if number.is_empty() {
        return wants("the number of an item");
    }
    let Some(item) = place.sitting.item_numbered(number) else {
        return Err(wrong(format!("There is no item {number} on this agenda."), ""));
    };
    step(place, &Step::To(item.id.clone()), mint).map(after_beginning)
}

/// A line has the meeting begun for it already, so its step need not.
fn after_beginning(mut reading: Reading) -> Reading {
    reading.entries.retain(|entry| !matches!(entry, Entry::Began { .. }));
    reading
}

pub(super) fn begin_at(time: &str, place: &Place<'_>, _: &mut Mint) -> Read {
    let at = at(time, place)?;
    let meeting = place.sitting.meeting.id.clone();
    let preview = format!("The meeting begins at {}", day::time_of(at));
    Ok(one(Entry::Began { meeting, at }, preview))
}

pub(super) fn adjourn(rest: &str, place: &Place<'_>, mint: &mut Mint) -> Read {
    let (time, until) = match rest.strip_prefix("to ") {
        Some(until) => ("", Some(until)),
        None => rest.split_once(" to ").map_or((rest, None), |(time, to)| (time, Some(to))),
    };
    let from_at = at(time, place)?;
    let until = until.map(|until| adjourned_until(until, place)).transpose()?;
    let (item, paragraph) = where_told(place);
    let meeting = place.sitting.meeting.id.clone();
    let told = match (&until, &item) {
        (Some(until), Some(item)) => {
            let before = place.sitting.text_of(item);
            let text = if before.is_empty() { until.clone() } else { format!("{before}\n{until}") };
            Some(Entry::Wrote { meeting: meeting.clone(), item: item.clone(), text })
        }
        _ => None,
    };
    let adjournment = Adjournment {
        id: AdjournmentId::mint(mint),
        meeting,
        item,
        place: paragraph,
        from_at,
        to_at: None,
        rank: mint.rank(),
    };
    let until = until.map(|until| format!(". {until}")).unwrap_or_default();
    let preview = format!("The meeting adjourns at {}{until}", day::time_of(from_at));
    let entries = std::iter::once(Entry::Adjourned { adjournment }).chain(told).collect();
    Ok(Reading { entries, preview })
}

/// The sentence that says when the meeting is to go on: of "26 November at 10.00
/// am".
fn adjourned_until(said: &str, place: &Place<'_>) -> Result<String, Unclear> {
    let (on, at) = said.split_once(" at ").map_or((said, None), |(on, at)| (on, Some(at)));
    let on = when::day(on, place.sitting.meeting.date).ok_or_else(|| {
        wrong(format!("\"{on}\" is not a day."), "Write it as \"to 26 Nov at 10.00 am\".")
    })?;
    let at = match at {
        None => String::new(),
        Some(at) => {
            let time = when::time(at).ok_or_else(|| {
                wrong(format!("\"{at}\" is not a time of day."), "Write it as 10.00 am.")
            })?;
            format!(" at {}", day::clock(time))
        }
    };
    Ok(format!("{}{}{at}.", room::ADJOURNED, day::long(on)))
}

pub(super) fn resume(rest: &str, place: &Place<'_>, _: &mut Mint) -> Read {
    // Now, where no time is given: the clerk is there as it goes on.
    let (on, time) = match when::clock(rest) {
        Some(time) => ("", Some(time)),
        None => when::split_time(rest),
    };
    let to_go_on = until(place.sitting).or_else(|| broke_off(place.sitting));
    let on = match (on.trim_end_matches(" at").trim(), time) {
        ("", None) if to_go_on.is_some_and(|day| day != place.now.date_naive()) => {
            return wants("the time it went on, as \"14.05\": that was not today");
        }
        ("", None) => None,
        ("", Some(_)) => to_go_on,
        (on, _) => Some(when::day(on, place.sitting.meeting.date).ok_or_else(|| {
            let what = format!("\"{on}\" is neither a time nor a day.");
            wrong(what, "Write it as 10.00, or 26 Nov 10.00.")
        })?),
    };
    let at = moment_on(place, on, time);
    let broken_off = place.sitting.broken_off();
    if let Some(broken_off) = broken_off.filter(|broken_off| at < broken_off.from_at) {
        let (at, from) = (day::time_of(at), day::time_of(broken_off.from_at));
        return Err(wrong(
            format!("{at} is before the meeting adjourned, at {from}."),
            "Give the time at which it went on.",
        ));
    }
    let meeting = place.sitting.meeting.id.clone();
    let on = at.date_naive();
    let on = if on == place.sitting.meeting.date {
        String::new()
    } else {
        format!(" on {}", day::plain(on))
    };
    let preview = format!("The meeting goes on at {}{on}", day::time_of(at));
    Ok(one(Entry::Resumed { meeting, at }, preview))
}

pub(super) fn close(time: &str, place: &Place<'_>, _: &mut Mint) -> Read {
    let at = at(time, place)?;
    let meeting = place.sitting.meeting.id.clone();
    let left: Vec<&str> = place
        .sitting
        .items
        .iter()
        .filter(|item| item.status == ItemStatus::NotReached && !item.number.is_empty())
        .map(|item| item.number.as_str())
        .collect();
    let not_reached = match left.as_slice() {
        [] => String::new(),
        [one] => format!("; item {one} was not reached"),
        many => format!("; items {} were not reached", many.join(", ")),
    };
    let preview = format!("The meeting ends at {}{not_reached}", day::time_of(at));
    Ok(one(Entry::Closed { meeting, at: Some(at) }, preview))
}

/// Whether a line says when what it records happened: not why, nor when what was broken
/// off is to go on.
pub(super) fn tells_when(word: &str, rest: &str) -> bool {
    let (said, _) = when::with_reason(rest);
    let said = match said.find("to ").filter(|_| word == "adjourn") {
        Some(at) => said.get(..at).unwrap_or_default().trim(),
        None => said,
    };
    when::split_time(said).1.is_some() || when::clock(said).is_some()
}

/// Leaves out of what was put down after the meeting, with no time said, the time `now` that
/// only the last on record gave it: it would be printed as if somebody knew. When a meeting
/// broke off has to be said.
pub(super) fn forget_times(reading: &mut Reading, now: day::Stamp) -> Result<(), Unclear> {
    let back = format!("{READMITTED} at {}.", day::time_of(now));
    let untimed = |movements: &mut [Movement]| {
        for movement in &mut *movements {
            movement.timed = false;
        }
        !movements.is_empty()
    };
    let mut forgotten = false;
    for entry in &mut reading.entries {
        forgotten |= match entry {
            Entry::Adjourned { .. } => return wants("the time, as \"12.10\": it was not now"),
            Entry::Arrived { movements, .. } => untimed(movements),
            Entry::Departed { movement } | Entry::Substituted { movement: Some(movement), .. } => {
                untimed(std::slice::from_mut(movement))
            }
            // Of most items no time is printed, so there is nothing to be told.
            Entry::Took { timed, .. } => {
                *timed = false;
                false
            }
            Entry::Closed { at, .. } => at.take().is_some(),
            Entry::Presided { presiding } => std::mem::take(&mut presiding.timed),
            Entry::Wrote { text, .. } | Entry::Summarised { text, .. } if text.contains(&back) => {
                *text = text.replace(&back, &format!("{READMITTED}."));
                true
            }
            _ => false,
        };
    }
    if forgotten {
        reading.preview.push_str(". No time is given, so none will be printed");
    }
    Ok(())
}

fn at(time: &str, place: &Place<'_>) -> Result<day::Stamp, Unclear> {
    let day = place.of_the_day_it_broke_off();
    if time.is_empty() {
        return Ok(day.now);
    }
    when::clock(time).map(|time| moment(&day, Some(time))).ok_or_else(|| {
        wrong(format!("\"{time}\" is not a time of day."), "Write it as 12.10 or 12:10 pm.")
    })
}
