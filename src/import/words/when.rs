//! Days, times, lengths of time and periods, as papers write them.
//!
//! A day is read day first, as British papers mean it. A period such as
//! "2009/10" or "Q3 2009/10" is never a day.

use std::ops::Range;

use chrono::{NaiveDate, NaiveTime, Weekday};

use super::token::{Token, tokens};
use crate::model::day::{Stamp, on_the_wall};
pub use crate::model::day::{month_named as month, weekday_named as weekday};

/// A day found in running text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Day {
    /// The day.
    pub on: NaiveDate,
    /// The weekday printed in front of it, if one is.
    pub weekday: Option<Weekday>,
    /// Where it stands, in bytes.
    pub at: Range<usize>,
}

impl Day {
    /// The weekday printed, if it is not the day's own.
    #[must_use]
    pub fn wrong_weekday(&self) -> Option<Weekday> {
        use chrono::Datelike as _;
        self.weekday.filter(|weekday| *weekday != self.on.weekday())
    }
}

/// Every day in `text`, in order.
#[must_use]
pub fn days(text: &str) -> Vec<Day> {
    let cut = tokens(text);
    let mut found = vec![];
    let mut next = 0;
    while next < cut.len() {
        if let Some((on, used)) = day_at(&cut[next..]) {
            let weekday = weekday_before(&cut[..next]);
            found.push(Day { on, weekday, at: cut[next].at..cut[next + used - 1].end() });
            next += used;
        } else {
            next += 1;
        }
    }
    found
}

/// The time that the whole of `text` says.
#[must_use]
pub fn whole_time(text: &str) -> Option<NaiveTime> {
    let text = text.trim();
    let (time, at) = times(text).into_iter().next()?;
    (at.len() == text.len()).then_some(time)
}

/// The day that the whole of `text` says, weekday and time of day aside.
#[must_use]
pub fn whole_day(text: &str) -> Option<NaiveDate> {
    let found = days(text);
    let [day] = found.as_slice() else { return None };
    let before = text[..day.at.start].trim().trim_end_matches(',').trim_end_matches('.');
    let after = text[day.at.end..].trim().trim_start_matches(['T', ',', '.']).trim();
    let clock = |c: char| c.is_ascii_digit() || matches!(c, ':' | '.' | 'Z');
    ((before.is_empty() || weekday(before).is_some()) && after.chars().all(clock)).then_some(day.on)
}

fn weekday_before(before: &[Token<'_>]) -> Option<Weekday> {
    let mut before = before.iter().rev().filter(|t| !t.is(',') && !t.is('.') && !t.says("the"));
    weekday(before.next()?.text)
}

fn day_at(cut: &[Token<'_>]) -> Option<(NaiveDate, usize)> {
    worded(cut).or_else(|| month_first(cut)).or_else(|| figures(cut))
}

/// "22 July 2010", "22nd of July, 2010".
fn worded(cut: &[Token<'_>]) -> Option<(NaiveDate, usize)> {
    let day = cut.first()?.number()?;
    let mut used = 1;
    let ordinal = |t: &Token<'_>| t.says_any(&["st", "nd", "rd", "th"]);
    used += usize::from(cut.get(used).is_some_and(ordinal));
    used += usize::from(cut.get(used).is_some_and(|t| t.says("of") || t.is('-')));
    let month = month(cut.get(used)?.text)?;
    used += 1;
    let sign = |t: &Token<'_>| [',', '.', '-', '\'', '\u{2019}'].into_iter().any(|c| t.is(c));
    while cut.get(used).is_some_and(sign) {
        used += 1;
    }
    let year = year(cut.get(used)?)?;
    Some((NaiveDate::from_ymd_opt(year, month, day)?, used + 1))
}

/// "July 22, 2010", as papers from elsewhere have it.
fn month_first(cut: &[Token<'_>]) -> Option<(NaiveDate, usize)> {
    let month = month(cut.first()?.text)?;
    let day = cut.get(1)?.number()?;
    let mut used = 2;
    used += usize::from(cut.get(used).is_some_and(|t| t.says_any(&["st", "nd", "rd", "th"])));
    used += usize::from(cut.get(used).is_some_and(|t| t.is(',')));
    let year = cut.get(used).filter(|t| t.text.len() == 4).and_then(year)?;
    Some((NaiveDate::from_ymd_opt(year, month, day)?, used + 1))
}

/// "2010-07-22", "22/7/2010", "22.07.10".
fn figures(cut: &[Token<'_>]) -> Option<(NaiveDate, usize)> {
    let [first, one, second, two, third, ..] = cut else { return None };
    let joined = one.text == two.text
        && matches!(one.text, "/" | "-" | ".")
        && first.end() == one.at
        && one.end() == second.at
        && second.end() == two.at
        && two.end() == third.at;
    if !joined || !matches!(second.text.len(), 1 | 2) {
        return None;
    }
    let month = second.number()?;
    let day = if first.text.len() == 4 {
        NaiveDate::from_ymd_opt(year(first)?, month, third.number()?)?
    } else {
        let small = first.text.len() <= 2 && (third.text.len() == 4 || third.text.len() == 2);
        NaiveDate::from_ymd_opt(small.then(|| year(third)).flatten()?, month, first.number()?)?
    };
    Some((day, 5))
}

/// A year in full, or its last two figures, which stand for 2000 to 2099.
fn year(token: &Token<'_>) -> Option<i32> {
    let year = i32::try_from(token.number()?).ok()?;
    match token.text.len() {
        4 if (1900..2200).contains(&year) => Some(year),
        2 => Some(2000 + year),
        _ => None,
    }
}

/// The first day of a month in `text` that names no year: "20th March", and where
/// it stands.
#[must_use]
pub fn day_of_month(text: &str) -> Option<(u32, u32, Range<usize>)> {
    let cut = tokens(text);
    (0..cut.len()).find_map(|at| {
        let day = cut[at].number().filter(|day| (1..=31).contains(day))?;
        let ordinal = |t: &Token<'_>| t.says_any(&["st", "nd", "rd", "th"]);
        let skip = usize::from(cut.get(at + 1).is_some_and(ordinal));
        let named = cut.get(at + 1 + skip)?;
        Some((day, month(named.text)?, cut[at].at..named.end()))
    })
}

/// The day that such words name, on or after `from`; none where they print a year, which
/// makes another day of them.
#[must_use]
pub fn next_day(text: &str, from: NaiveDate) -> Option<NaiveDate> {
    use chrono::Datelike as _;
    let (day, month, at) = day_of_month(text)?;
    if days(text).iter().any(|whole| whole.at.contains(&at.start)) {
        return None;
    }
    let mut years = from.year()..=from.year() + 1;
    years.find_map(|year| NaiveDate::from_ymd_opt(year, month, day).filter(|on| *on >= from))
}

/// The moment of a time of day, on the clocks of the papers.
#[must_use]
pub fn stamp(day: NaiveDate, time: NaiveTime) -> Stamp {
    on_the_wall(day.and_time(time))
}

/// The times of day in `text`, in order: "10.00 am", "14:30", "2pm", "noon".
#[must_use]
pub fn times(text: &str) -> Vec<(NaiveTime, Range<usize>)> {
    let cut = tokens(text);
    let mut found = vec![];
    let mut next = 0;
    while next < cut.len() {
        let Some((time, used)) = time_at(&cut[next..]) else {
            next += 1;
            continue;
        };
        found.push((time, cut[next].at..cut[next + used - 1].end()));
        next += used;
    }
    found
}

fn time_at(cut: &[Token<'_>]) -> Option<(NaiveTime, usize)> {
    let first = cut.first()?;
    if first.says_any(&["noon", "midday"]) {
        return Some((NaiveTime::from_hms_opt(12, 0, 0)?, 1));
    }
    let hour = first.number().filter(|_| first.text.len() <= 2)?;
    let stop = cut.get(1).filter(|t| (t.is(':') || t.is('.')) && t.at == first.end());
    let minutes = stop.and_then(|stop| {
        cut.get(2).filter(|t| t.text.len() == 2 && t.at == stop.end()).and_then(Token::number)
    });
    let mut used = if minutes.is_some() { 3 } else { 1 };
    let half = half_of_day(&cut[used..]);
    if let Some((_, tokens)) = half {
        used += tokens;
    }
    let tied =
        cut.get(used).is_some_and(|t| (t.is('/') || t.is('.')) && t.at == cut[used - 1].end());
    let dotted = stop.is_some_and(|t| t.is('.'));
    let plain = half.is_none() && (minutes.is_none() || (dotted && !(7..=22).contains(&hour)));
    if plain || (tied && half.is_none() && cut.get(used + 1).is_some_and(|t| t.number().is_some()))
    {
        return None;
    }
    let hour = match half {
        Some((_, _)) if hour > 12 || hour == 0 => return None,
        Some((true, _)) => hour % 12 + 12,
        Some((false, _)) => hour % 12,
        None => hour,
    };
    Some((NaiveTime::from_hms_opt(hour, minutes.unwrap_or(0), 0)?, used))
}

/// "am", "p.m.": whether it is the afternoon, and how many tokens that took.
fn half_of_day(cut: &[Token<'_>]) -> Option<(bool, usize)> {
    let first = cut.first()?;
    if first.says_any(&["am", "pm"]) {
        return Some((first.says("pm"), 1));
    }
    let half = first.says_any(&["a", "p"]) && cut.get(1)?.is('.') && cut.get(2)?.says("m");
    let stop = cut.get(3).is_some_and(|t| t.is('.'));
    half.then(|| (first.says("p"), 3 + usize::from(stop)))
}

/// A month of a year as columns are headed by it, in full: "Apr-26" is "April 2026".
#[must_use]
pub fn month_of_year(text: &str) -> Option<String> {
    let (named, year) = text.trim().split_once(['-', ' ', '/', '\u{2019}', '\''])?;
    let year = year.trim_start_matches(['\'', '\u{2019}']);
    let digits = year.chars().all(|c| c.is_ascii_digit()) && matches!(year.len(), 2 | 4);
    let month = month(named).filter(|_| digits)?;
    let year: i32 =
        if year.len() == 2 { format!("20{year}") } else { year.to_owned() }.parse().ok()?;
    Some(NaiveDate::from_ymd_opt(year, month, 1)?.format("%B %Y").to_string())
}

/// The period that begins `text` or stands anywhere in it, as it is printed
/// but evenly spaced: "Q3 2009/10", "2009/10", and where it stands.
#[must_use]
pub fn period(text: &str) -> Option<(String, Range<usize>)> {
    let cut = tokens(text);
    (0..cut.len()).find_map(|at| {
        let (words, used) = quarter(&cut[at..]).or_else(|| span(&cut[at..]))?;
        Some((words, cut[at].at..cut[at + used - 1].end()))
    })
}

/// "Q3 2009/10", "Quarter 3 of 2009-10", "third quarter 2009/10", "2009/10 Q3".
fn quarter(cut: &[Token<'_>]) -> Option<(String, usize)> {
    if let Some((years, used)) = span(cut) {
        let skip = usize::from(cut.get(used).is_some_and(|t| t.is(',')));
        let (quarter, more) = quarter_word(&cut[used + skip..])?;
        return Some((format!("Q{quarter} {years}"), used + skip + more));
    }
    let (quarter, mut used) = quarter_word(cut)?;
    while cut.get(used).is_some_and(|t| t.is(',') || t.says_any(&["of", "in", "for"])) {
        used += 1;
    }
    let (years, more) = span(&cut[used..]).or_else(|| {
        let year = cut.get(used).filter(|t| t.text.len() == 4 && year(t).is_some())?;
        Some((year.text.to_owned(), 1))
    })?;
    Some((format!("Q{quarter} {years}"), used + more))
}

fn quarter_word(cut: &[Token<'_>]) -> Option<(u32, usize)> {
    const ORDINALS: [&str; 4] = ["first", "second", "third", "fourth"];
    let first = cut.first()?;
    let counted = |t: Option<&Token<'_>>| t.and_then(Token::number).filter(|n| (1..=4).contains(n));
    if first.says_any(&["q", "qtr", "quarter"]) {
        return Some((counted(cut.get(1))?, 2));
    }
    let ordinal = ORDINALS.iter().position(|word| first.says(word));
    if let (Some(place), true) = (ordinal, cut.get(1)?.says("quarter")) {
        return Some((u32::try_from(place + 1).ok()?, 2));
    }
    let short = cut.get(1)?.says_any(&["st", "nd", "rd", "th"]) && cut.get(2)?.says("quarter");
    short.then(|| counted(Some(first)).map(|quarter| (quarter, 3))).flatten()
}

/// "2009/10", "2009-10", "2009/2010", "2009–10": a year and the one after it.
fn span(cut: &[Token<'_>]) -> Option<(String, usize)> {
    let [first, sign, second, rest @ ..] = cut else { return None };
    let from = first.number().filter(|n| first.text.len() == 4 && (1900..2200).contains(n))?;
    let to = second.number()?;
    let tied = matches!(sign.text, "/" | "-" | "\u{2013}" | "\u{2014}")
        && sign.at == first.end()
        && second.at == sign.end();
    let next = match second.text.len() {
        2 => to == (from + 1) % 100,
        4 => to == from + 1,
        _ => false,
    };
    let longer = rest.first().is_some_and(|t| t.text == sign.text && t.at == second.end());
    (tied && next && !longer).then(|| (format!("{from}/{:02}", (from + 1) % 100), 3))
}

/// How many minutes `text` says something takes, and where it says so:
/// "(15’)", "20 mins", "1 hour".
#[must_use]
pub fn minutes(text: &str) -> Option<(u32, Range<usize>)> {
    let cut = tokens(text);
    (0..cut.len()).find_map(|at| {
        let number = cut[at].number().filter(|n| *n <= 600)?;
        let unit = cut.get(at + 1)?;
        let minutes = if unit.says_any(&["min", "mins", "minute", "minutes"])
            || (matches!(unit.text, "'" | "\u{2019}" | "\u{2032}") && unit.at == cut[at].end())
        {
            number
        } else if unit.says_any(&["hour", "hours", "hr", "hrs"]) {
            number.checked_mul(60)?
        } else {
            return None;
        };
        Some((minutes, cut[at].at..unit.end()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ymd(y: i32, m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(y, m, d).unwrap()
    }

    #[track_caller]
    fn check(text: &str, want: Option<NaiveDate>) {
        assert_eq!(days(text).first().map(|day| day.on), want, "{text}");
    }

    #[test]
    fn days_are_read_however_they_are_written() {
        for text in [
            "22 JULY 2010",
            "Thursday, 22nd of July 2010",
            "22/7/10",
            "22.07.2010",
            "2010-07-22",
            "July 22, 2010",
            "22 Jul 2010",
            "on 22-Jul-2010",
        ] {
            check(text, Some(ymd(2010, 7, 22)));
        }
        check("31 February 2010", None);
        check("July 2010", None);
    }

    #[test]
    fn a_period_is_never_a_day() {
        for text in ["2016/17", "Q3 2009/10", "2009/10", "2009-10"] {
            check(text, None);
            assert_eq!(whole_day(text), None);
        }
        let read = |text: &str| period(text).map(|(words, _)| words);
        assert_eq!(read("(at Q3 2009/10) 4").as_deref(), Some("Q3 2009/10"));
        assert_eq!(read("quarter 3, 2009-10").as_deref(), Some("Q3 2009/10"));
        assert_eq!(read("2009/10 Q4").as_deref(), Some("Q4 2009/10"));
        assert_eq!(read("the third quarter of 2009/10").as_deref(), Some("Q3 2009/10"));
        assert_eq!(read("since 2009."), None);
    }

    #[test]
    fn a_weekday_that_is_not_the_days_own_is_known() {
        let wrong = |text: &str| days(text)[0].wrong_weekday();
        assert_eq!(wrong("Wednesday 22 July 2010"), Some(Weekday::Wed));
        assert_eq!(wrong("Thursday, 22 July 2010"), None);
    }

    #[test]
    fn times_and_lengths_are_read() {
        let clock =
            |text: &str| times(text).first().map(|(time, _)| time.format("%H:%M").to_string());
        assert_eq!(clock("at 10.00 am").as_deref(), Some("10:00"));
        assert_eq!(clock("2pm").as_deref(), Some("14:00"));
        assert_eq!(clock("6.30 p.m. in the hall").as_deref(), Some("18:30"));
        assert_eq!(clock("Tuesday (09:00 \u{2013} 17:00)").as_deref(), Some("09:00"));
        assert_eq!(clock("on 22.07.2010"), None);
        assert_eq!(clock("Item 5"), None);
        assert_eq!(minutes("Report (30\u{2019})").map(|m| m.0), Some(30));
        assert_eq!(minutes("20 mins").map(|m| m.0), Some(20));
        assert_eq!(minutes("the 1990's"), None);
    }
}
