//! Days and times, as minutes print them.

use chrono::{
    DateTime, Datelike as _, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, TimeZone as _,
    Timelike as _, Weekday,
};
use chrono_tz::Europe::London;

/// A moment, with the clock's offset at the time, so that an hour that happens
/// twice in October is told apart.
pub type Stamp = DateTime<FixedOffset>;

/// A time by the clock on the wall as the moment it is in the United Kingdom. An hour that
/// does not happen, when the clocks go forward, is read as if they had not.
#[must_use]
pub fn on_the_wall(local: NaiveDateTime) -> Stamp {
    let there = London.from_local_datetime(&local).earliest();
    there.map_or_else(|| local.and_utc().fixed_offset(), |there| there.fixed_offset())
}

/// The day with its weekday and month in full: "Tuesday 9 June 2026".
#[must_use]
pub fn long(day: NaiveDate) -> String {
    format!("{} {}", day.format("%A"), plain(day))
}

/// The day without its weekday: "9 June 2026".
#[must_use]
pub fn plain(day: NaiveDate) -> String {
    format!("{} {}", day.day(), day.format("%B %Y"))
}

/// The day, short, with its weekday: "Tue 9 Jun 2026".
#[must_use]
pub fn short(day: NaiveDate) -> String {
    format!("{} {} {}", day.format("%a"), day.day(), day.format("%b %Y"))
}

/// Whether how a day was put says no more than the day: nothing, or the day.
#[must_use]
pub fn is_said_by(day: NaiveDate, put: &str) -> bool {
    put.is_empty() || put == plain(day) || put == long(day)
}

/// The time as minutes write it: "10.41 am", "12.10 pm".
#[must_use]
pub fn clock(time: NaiveTime) -> String {
    let (afternoon, hour) = time.hour12();
    format!("{hour}.{:02} {}", time.minute(), if afternoon { "pm" } else { "am" })
}

/// The time of a moment, on the clock it was read from.
#[must_use]
pub fn time_of(at: Stamp) -> String {
    clock(at.naive_local().time())
}

/// Whether `at` is before `other` by a minute or more: the clock has seconds that a time
/// given by hand has not.
#[must_use]
pub fn is_before(at: Stamp, other: Stamp) -> bool {
    (other - at).num_seconds() >= 60
}

/// The months of the year, in lower case.
pub const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

const WEEKDAYS: [&str; 7] =
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// The month that `word` names in full, in three letters or as "sept": 1 to 12.
#[must_use]
pub fn month_named(word: &str) -> Option<u32> {
    let word = word.trim_end_matches('.').to_lowercase();
    let word = if word == "sept" { "sep" } else { word.as_str() };
    let named = |name: &str| name == word || (word.len() == 3 && name.starts_with(word));
    u32::try_from(MONTHS.iter().position(|name| named(name))? + 1).ok()
}

/// The weekday that `word` names, in full or by at least its first three letters.
#[must_use]
pub fn weekday_named(word: &str) -> Option<Weekday> {
    let word = word.trim_end_matches('.').to_lowercase();
    let place = WEEKDAYS.iter().position(|name| word.len() >= 3 && name.starts_with(&word))?;
    Weekday::try_from(u8::try_from(place).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_and_a_weekday_are_known_in_full_and_in_short() {
        for word in ["September", "sep", "Sept.", "SEP"] {
            assert_eq!(month_named(word), Some(9), "{word}");
        }
        assert_eq!([month_named("ma"), month_named("sunday"), month_named("")], [None; 3]);
        for word in ["Thu", "thurs.", "THURSDAY"] {
            assert_eq!(weekday_named(word), Some(Weekday::Thu), "{word}");
        }
        assert_eq!([weekday_named("t"), weekday_named("june"), weekday_named("")], [None; 3]);
    }

    #[test]
    fn days_and_times_read_as_a_clerk_writes_them() {
        let day = NaiveDate::from_ymd_opt(2026, 6, 9).unwrap();
        assert_eq!(long(day), "Tuesday 9 June 2026");
        assert_eq!(short(day), "Tue 9 Jun 2026");
        let at = |h, m| clock(NaiveTime::from_hms_opt(h, m, 0).unwrap());
        assert_eq!(
            (at(10, 0), at(12, 10), at(0, 5)),
            ("10.00 am".into(), "12.10 pm".into(), "12.05 am".into())
        );
    }
}
