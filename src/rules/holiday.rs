//! The working days of England and Wales, and the bank holidays they stand between.
//!
//! By the Banking and Financial Dealings Act 1971 and common law: those of every
//! year, with the days in place of those that fall at a weekend, and the ones moved
//! or added by proclamation since the papers of 2007.

use chrono::{Datelike as _, Days, NaiveDate, Weekday};

/// A day by its year, month and day.
type Date = (i32, u32, u32);

/// Holidays by proclamation: the day, and the month and day of that year that it stands
/// in place of.
const PROCLAIMED: [(Date, Option<(u32, u32)>); 8] = [
    ((2011, 4, 29), None),
    ((2012, 6, 4), Some((5, 28))),
    ((2012, 6, 5), None),
    ((2020, 5, 8), Some((5, 4))),
    ((2022, 6, 2), Some((5, 30))),
    ((2022, 6, 3), None),
    ((2022, 9, 19), None),
    ((2023, 5, 8), None),
];

/// Whether `day` is a bank holiday in England and Wales.
#[must_use]
pub fn is_bank_holiday(day: NaiveDate) -> bool {
    of_year(day.year()).contains(&day)
}

/// Whether people work on `day`: it is neither Saturday, Sunday nor a bank holiday.
#[must_use]
pub fn is_working_day(day: NaiveDate) -> bool {
    !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && !is_bank_holiday(day)
}

fn of_year(year: i32) -> Vec<NaiveDate> {
    let date = |month, day| NaiveDate::from_ymd_opt(year, month, day);
    let mut days: Vec<NaiveDate> = [
        date(1, 1).map(in_lieu),
        easter(year).and_then(|day| day.checked_sub_days(Days::new(2))),
        easter(year).and_then(|day| day.checked_add_days(Days::new(1))),
        first_monday(year, 5),
        last_monday(year, 5),
        last_monday(year, 8),
    ]
    .into_iter()
    .flatten()
    .collect();
    days.extend(date(12, 25).map(christmas).into_iter().flatten());
    for ((of, month, day), instead) in PROCLAIMED {
        if of == year {
            days.retain(|had| instead != Some((had.month(), had.day())));
            days.extend(date(month, day));
        }
    }
    days
}

/// The day itself, or the Monday after a weekend it falls at.
fn in_lieu(day: NaiveDate) -> NaiveDate {
    let after = match day.weekday() {
        Weekday::Sat => 2,
        Weekday::Sun => 1,
        _ => 0,
    };
    day.checked_add_days(Days::new(after)).unwrap_or(day)
}

/// Christmas Day and Boxing Day, each with the next working day in place of a weekend.
fn christmas(day: NaiveDate) -> [NaiveDate; 2] {
    let [first, second] = match day.weekday() {
        Weekday::Fri => [0, 3],
        Weekday::Sat => [2, 3],
        Weekday::Sun => [2, 1],
        _ => [0, 1],
    };
    [first, second].map(|after| day.checked_add_days(Days::new(after)).unwrap_or(day))
}

fn first_monday(year: i32, month: u32) -> Option<NaiveDate> {
    NaiveDate::from_weekday_of_month_opt(year, month, Weekday::Mon, 1)
}

fn last_monday(year: i32, month: u32) -> Option<NaiveDate> {
    let nth = |n| NaiveDate::from_weekday_of_month_opt(year, month, Weekday::Mon, n);
    nth(5).or_else(|| nth(4))
}

/// Easter Sunday, by the anonymous Gregorian reckoning.
fn easter(year: i32) -> Option<NaiveDate> {
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let moon = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    let sunday = (32 + 2 * (b % 4) + 2 * (c / 4) - moon - c % 4) % 7;
    let late = (a + 11 * moon + 22 * sunday) / 451;
    let days = moon + sunday - 7 * late + 114;
    NaiveDate::from_ymd_opt(
        year,
        u32::try_from(days / 31).ok()?,
        u32::try_from(days % 31).ok()? + 1,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(year: i32, days: &[(u32, u32)]) {
        let mut found: Vec<(u32, u32)> =
            of_year(year).iter().map(|day| (day.month(), day.day())).collect();
        found.sort_unstable();
        assert_eq!(found, days);
    }

    #[test]
    fn the_holidays_are_those_that_were_kept() {
        check(2010, &[(1, 1), (4, 2), (4, 5), (5, 3), (5, 31), (8, 30), (12, 27), (12, 28)]);
        check(2012, &[(1, 2), (4, 6), (4, 9), (5, 7), (6, 4), (6, 5), (8, 27), (12, 25), (12, 26)]);
        check(2020, &[(1, 1), (4, 10), (4, 13), (5, 8), (5, 25), (8, 31), (12, 25), (12, 28)]);
        check(
            2022,
            &[
                (1, 3),
                (4, 15),
                (4, 18),
                (5, 2),
                (6, 2),
                (6, 3),
                (8, 29),
                (9, 19),
                (12, 26),
                (12, 27),
            ],
        );
        check(2026, &[(1, 1), (4, 3), (4, 6), (5, 4), (5, 25), (8, 31), (12, 25), (12, 28)]);
    }
}
