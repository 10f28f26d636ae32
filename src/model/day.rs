//! Days and times, as minutes print them.

use chrono::{DateTime, Datelike as _, FixedOffset, NaiveDate, NaiveTime, Timelike as _};

/// A moment, with the clock's offset at the time, so that an hour that happens
/// twice in October is told apart.
pub type Stamp = DateTime<FixedOffset>;

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

#[cfg(test)]
mod tests {
    use super::*;

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
