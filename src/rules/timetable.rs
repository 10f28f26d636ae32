//! Whether a body meets as often as it is to.

use chrono::NaiveDate;

use crate::model::{Body, Sitting, day};

/// A stretch in which a body that is to meet so many times a year does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lull {
    /// The meeting, or the day, that it begins with.
    pub after: NaiveDate,
    /// The meeting that ends it, if one is in the calendar.
    pub until: Option<NaiveDate>,
}

/// The first lull among meetings on `days`, which rise, for a body that is to
/// meet `times` a year.
///
/// Meetings share the year evenly, and one may be a third of its share late
/// before that is a lull: a quarterly body has four months, one that meets
/// three times a year a little over five. After the last day nothing is known
/// yet, unless it is the only one.
#[must_use]
pub fn lull(times: u32, days: &[NaiveDate]) -> Option<Lull> {
    let share = 365_i64.checked_div(i64::from(times))?;
    let longest = share.saturating_add(share / 3);
    if let [only] = days {
        return Some(Lull { after: *only, until: None });
    }
    let next = days.iter().zip(days.iter().skip(1));
    next.filter(|(one, other)| (**other - **one).num_days() > longest)
        .map(|(one, other)| Lull { after: *one, until: Some(*other) })
        .next()
}

/// The lull after the meeting of `sitting`, if its body is to meet so often and
/// does not.
#[must_use]
pub fn after(sitting: &Sitting) -> Option<Lull> {
    let coming = sitting.neighbours.coming.iter().map(|meeting| meeting.date);
    let days: Vec<NaiveDate> = [sitting.meeting.date].into_iter().chain(coming).collect();
    lull(sitting.body.frequency?, &days)
}

/// What is to be said of `lull`, of a body that is to meet more often.
#[must_use]
pub fn in_words(body: &Body, lull: Lull) -> String {
    let times = super::sentence::times(body.frequency.unwrap_or_default());
    let none = match lull.until {
        Some(until) => {
            format!("has no meeting between {} and {}", day::plain(lull.after), day::plain(until))
        }
        None => format!("has no meeting in the calendar after {}", day::plain(lull.after)),
    };
    format!("{} is to meet {times} a year and {none}.", body.code)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(said: &str) -> Vec<NaiveDate> {
        said.split(' ').map(|day| day.parse().unwrap()).collect()
    }

    #[track_caller]
    fn check(times: u32, said: &str, found: Option<[&str; 2]>) {
        let lull = lull(times, &days(said)).map(|lull| [lull.after, lull.until.unwrap()]);
        let found = found.map(|found| found.map(|day| day.parse().unwrap()));
        assert_eq!(lull, found, "{times} times a year: {said}");
    }

    #[test]
    fn a_quarterly_body_may_not_leave_five_months_between_two_meetings() {
        check(4, "2026-06-09 2026-11-10", Some(["2026-06-09", "2026-11-10"]));
        check(4, "2026-06-09 2026-09-08 2026-12-08", None);
        check(4, "2026-06-09 2026-09-08 2027-02-09", Some(["2026-09-08", "2027-02-09"]));
    }

    #[test]
    fn the_longest_gap_is_a_third_over_an_even_share_of_the_year() {
        check(4, "2026-01-01 2026-05-02", None);
        check(4, "2026-01-01 2026-05-03", Some(["2026-01-01", "2026-05-03"]));
        check(3, "2026-06-09 2026-11-10", None);
        check(12, "2026-07-14 2026-09-08", Some(["2026-07-14", "2026-09-08"]));
    }

    #[test]
    fn a_calendar_that_ends_today_is_a_lull_of_its_own() {
        let found = lull(4, &days("2026-06-09"));
        assert_eq!(found.map(|lull| lull.until), Some(None));
        assert_eq!(lull(0, &days("2026-06-09")), None);
        assert_eq!(lull(4, &[]), None);
    }
}
