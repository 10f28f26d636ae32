//! Periods as clerks name them, each by its last day; the financial year begins in
//! April.

use chrono::{Datelike as _, Months, NaiveDate};

use super::day::month_named as month;

/// Feasts that fall on the same day each year, by which rents and reports are due.
const FEASTS: [(&str, u32, u32); 4] =
    [("lady day", 3, 25), ("midsummer", 6, 24), ("michaelmas", 9, 29), ("christmas", 12, 25)];

/// The last day of "q2 2010/11", "during 2010/11", "september 2026", "end of
/// March 2027", "Michaelmas" and the like; a bare month or quarter is the next one.
#[must_use]
pub fn end(text: &str, from: NaiveDate) -> Option<NaiveDate> {
    let text = text.to_lowercase();
    if let Some((_, month, day)) = FEASTS.iter().find(|(name, _, _)| *name == text) {
        return coming(from, *month, *day);
    }
    let words: Vec<&str> = text
        .split_whitespace()
        .filter(|word| !matches!(*word, "during" | "in" | "the" | "of" | "by" | "end"))
        .collect();
    match words.as_slice() {
        [quarter, year] if quarter.starts_with('q') => quarter_end(quarter, financial_year(year)?),
        [quarter] if quarter.starts_with('q') => {
            let year = from.year() - i32::from(from.month() < 4);
            let ends = [year, year + 1].into_iter().filter_map(|year| quarter_end(quarter, year));
            ends.filter(|day| *day >= from).min()
        }
        [years] if years.contains('/') => last_of(financial_year(years)? + 1, 3),
        ["financial", "year"] => last_of(from.year() + i32::from(from.month() > 3), 3),
        ["year"] if text.contains("end") => last_of(from.year(), 12),
        [y] if text.contains("end of") && y.len() == 4 => last_of(year(y)?, 12),
        [name, y] if month(name).is_some() => last_of(year(y)?, month(name)?),
        [name] if month(name).is_some() => {
            let ends = [from.year(), from.year() + 1].map(|year| last_of(year, month(name)?));
            ends.into_iter().flatten().find(|end| *end >= from)
        }
        ["spring", y] => last_of(year(y)?, 5),
        ["summer", y] => last_of(year(y)?, 8),
        ["autumn", y] => last_of(year(y)?, 11),
        // Winter runs into the next year.
        ["winter", y] => last_of(year(y)? + 1, 2),
        _ => None,
    }
}

/// The next day that bears a day and a month, from `from` on.
#[must_use]
pub fn coming(from: NaiveDate, month: u32, day: u32) -> Option<NaiveDate> {
    (0..=4)
        .filter_map(|n| NaiveDate::from_ymd_opt(from.year().checked_add(n)?, month, day))
        .find(|found| *found >= from)
}

/// The last day of a month.
#[must_use]
pub fn last_of(year: i32, month: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, 1)?.checked_add_months(Months::new(1))?.pred_opt()
}

/// A year written with two figures or four.
#[must_use]
pub fn year(text: &str) -> Option<i32> {
    let year: i32 = text.parse().ok()?;
    match text.len() {
        2 => Some(2000 + year),
        4 => Some(year),
        _ => None,
    }
}

/// The last day of a quarter of the financial year that begins in `start`.
fn quarter_end(quarter: &str, start: i32) -> Option<NaiveDate> {
    match quarter.strip_prefix('q')? {
        "1" => last_of(start, 6),
        "2" => last_of(start, 9),
        "3" => last_of(start, 12),
        "4" => last_of(start + 1, 3),
        _ => None,
    }
}

/// The first year of "2010/11" or "2010/2011"; the second must follow it.
fn financial_year(text: &str) -> Option<i32> {
    let (first, second) = text.split_once('/')?;
    let start: i32 = (first.len() == 4).then(|| first.parse().ok())??;
    let end: i32 = second.parse().ok()?;
    let follows = match second.len() {
        2 => end == (start + 1) % 100,
        4 => end == start + 1,
        _ => false,
    };
    follows.then_some(start)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Read on Wednesday 29 July 2026.
    #[track_caller]
    fn check(text: &str, expected: &str) {
        let from = NaiveDate::from_ymd_opt(2026, 7, 29).unwrap();
        let read = end(text, from);
        assert_eq!(read.map(|d| d.to_string()).unwrap_or_default(), expected, "{text}");
    }

    #[test]
    fn a_period_ends_on_its_last_day() {
        check("Q2 2010/11", "2010-09-30");
        check("Q4 2010/11", "2011-03-31");
        check("during 2010/11", "2011-03-31");
        check("September 2026", "2026-09-30");
        check("end of March 2027", "2027-03-31");
        check("end of Q3 2026/27", "2026-12-31");
        check("end of Q1", "2027-06-30");
        check("Q3", "2026-12-31");
        check("the end of the financial year", "2027-03-31");
        check("end of 2026", "2026-12-31");
        check("Michaelmas", "2026-09-29");
    }
}
