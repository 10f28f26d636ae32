//! Which moment a line means: the clock of the meeting, and of the day that it sits on.

use chrono::{NaiveDate, NaiveTime, TimeDelta, Timelike as _};

use super::{Place, when};
use crate::model::day::{self, Stamp};
use crate::model::{MeetingStatus, Sitting};
use crate::rules::room;

/// The latest time that is on record of the meeting.
pub(super) fn last_on_record(sitting: &Sitting) -> Option<Stamp> {
    let meeting = &sitting.meeting;
    let run = [meeting.began_at, meeting.ended_at].into_iter().flatten();
    let items = sitting.items.iter().flat_map(|item| [item.started_at, item.ended_at]).flatten();
    let moved = sitting.movements.iter().map(|moved| moved.at);
    let broken = sitting.adjournments.iter().flat_map(|a| [Some(a.from_at), a.to_at]).flatten();
    run.chain(items).chain(moved).chain(broken).max()
}

/// Now, or that day at the time given.
pub(super) fn moment(place: &Place<'_>, time: Option<when::Clock>) -> Stamp {
    let time = time.map(|at| if at.exact { at.time } else { afternoon(place, at.time) });
    let at = time.and_then(|time| place.now.with_time(time).single()).unwrap_or(place.now);
    // A meeting that began at ten at night goes on past midnight.
    let (began, next) = (place.sitting.meeting.began_at, at + TimeDelta::days(1));
    let night = began.filter(|began| at < *began && next - *began <= TimeDelta::hours(8));
    if night.is_some() { next } else { at }
}

/// The same, on another day if one is given.
pub(super) fn moment_on(
    place: &Place<'_>,
    on: Option<NaiveDate>,
    time: Option<when::Clock>,
) -> Stamp {
    let zone = place.now.timezone();
    let on = on.and_then(|on| on.and_time(place.now.time()).and_local_timezone(zone).earliest());
    moment(&Place { now: on.unwrap_or(place.now), ..*place }, time)
}

/// "3.22" at a meeting that began at two is in the afternoon: a time at which the
/// meeting cannot be sitting is taken twelve hours on, if it can be then.
pub(super) fn afternoon(place: &Place<'_>, time: NaiveTime) -> NaiveTime {
    let meeting = &place.sitting.meeting;
    let today = place.now.date_naive();
    // On a day that it was adjourned to, it sits from when it goes on.
    let other_day = meeting.began_at.is_some_and(|began| began.date_naive() != today);
    let goes_on = place.sitting.adjournments.iter().filter_map(|broken_off| broken_off.to_at);
    let goes_on = goes_on.filter(|at| at.date_naive() == today).min();
    let began = match goes_on.filter(|_| other_day) {
        Some(at) => Some(at.time()),
        None if other_day => None,
        None => meeting.began_at.map(|at| at.time()).or(meeting.start),
    };
    let (later, past_midnight) = time.overflowing_add_signed(TimeDelta::hours(12));
    let Some(began) = began else {
        // Of a day whose beginning is not known: nothing sits in the small hours.
        return if (1..7).contains(&time.hour()) { later } else { time };
    };
    let sits = |time: NaiveTime| (-30..=8 * 60).contains(&(time - began).num_minutes());
    if !sits(time) && past_midnight == 0 && sits(later) { later } else { time }
}

/// The day until which the meeting stands adjourned, if the minutes say it.
pub(super) fn until(sitting: &Sitting) -> Option<NaiveDate> {
    let open = sitting.broken_off()?;
    let mut said = sitting.text_of(open.item.as_ref()?).lines().rev();
    let said = said.find_map(|line| line.strip_prefix(room::ADJOURNED))?.trim_end_matches('.');
    when::day(said.split(" at ").next()?, sitting.meeting.date)
}

/// The day on which the meeting broke off, where it has not gone on since.
pub(super) fn broke_off(sitting: &Sitting) -> Option<NaiveDate> {
    let open = sitting.broken_off()?;
    Some(open.from_at.date_naive())
}

/// When somebody comes or goes: while the meeting stands adjourned, on the day on which it
/// is to go on.
pub(super) fn when_told(place: &Place<'_>, time: Option<when::Clock>) -> day::Stamp {
    let adjourned = place.sitting.meeting.status == MeetingStatus::Adjourned;
    let goes_on = until(place.sitting).filter(|day| adjourned && *day != place.now.date_naive());
    moment_on(place, goes_on, time)
}

/// Whether the time of `at` is known: on the day that a meeting was adjourned to, this time of
/// day is nobody's.
pub(super) fn is_told(place: &Place<'_>, at: Stamp) -> bool {
    at.date_naive() == place.now.date_naive() || at.time() != place.now.time()
}

/// When somebody goes: before the meeting broke off, where the time given was, and else as
/// [`when_told`] has it.
pub(super) fn when_left(place: &Place<'_>, time: Option<when::Clock>) -> day::Stamp {
    let adjourned = place.sitting.meeting.status == MeetingStatus::Adjourned;
    let broken = place.sitting.broken_off().filter(|_| adjourned && time.is_some());
    let before = broken.and_then(|open| {
        let then = moment(&Place { now: open.from_at, ..*place }, time);
        (then <= open.from_at).then_some(then)
    });
    before.unwrap_or_else(|| when_told(place, time))
}
