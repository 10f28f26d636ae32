//! Days as clerks write them: day before month, resolved to one day and shown.

use chrono::{Datelike as _, Days, Months, NaiveDate, NaiveTime, Weekday};

use crate::model::Sitting;
use crate::model::day::{MONTHS, month_named as month, weekday_named as weekday};
use crate::model::period::{self, coming, last_of, year};
use crate::rules::holiday::is_working_day;

/// When something is due: the day that follows from what was said, if one does,
/// and the words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Due {
    /// The day.
    pub day: Option<NaiveDate>,
    /// What was said, where it was not simply a day.
    pub said: String,
}

/// Reads when something is due, counted from the day of the meeting. A period is
/// due on its last day; the financial year begins in April.
#[must_use]
pub fn due(text: &str, sitting: &Sitting) -> Option<Due> {
    let said = text.trim().trim_end_matches('.').trim();
    if matches!(said.to_lowercase().as_str(), "next meeting" | "the next meeting") {
        let day = sitting.neighbours.coming.first().map(|meeting| meeting.date);
        return Some(Due { day, said: "next meeting".into() });
    }
    due_from(said, sitting.meeting.date)
}

/// Reads when something is due, counted from a day that no meeting is on.
#[must_use]
pub(super) fn due_from(text: &str, from: NaiveDate) -> Option<Due> {
    let said = text.trim().trim_end_matches('.').trim();
    if let Some(day) = day(said, from) {
        return Some(Due { day: Some(day), said: String::new() });
    }
    period::end(said, from).map(|day| Due { day: Some(day), said: said.to_owned() })
}

/// A time of day as it was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Clock {
    /// The time.
    pub(super) time: NaiveTime,
    /// Whether it says which half of the day it is in: "9.30 am", "09:30", "14.05".
    pub(super) exact: bool,
}

/// Splits a time of day off the end of `text`, if one stands there.
pub(super) fn split_time(text: &str) -> (&str, Option<Clock>) {
    let text = text.trim();
    let halves = [" am", " pm", " AM", " PM"];
    let end = halves
        .iter()
        .find(|half| text.ends_with(*half))
        .map_or(text.len(), |half| text.len() - half.len());
    let cut = text.get(..end).and_then(|head| head.rfind(char::is_whitespace));
    match cut.and_then(|cut| Some((text.get(..cut)?, clock(text.get(cut..)?)?))) {
        Some((names, time)) => {
            let names = names.trim();
            let names = names.strip_suffix(" at").unwrap_or(names);
            (names.trim_end().trim_end_matches(','), Some(time))
        }
        None => (text, None),
    }
}

/// Who and when, and why: "dev 18:40: train". The colon within a time of day parts
/// nothing.
pub(super) fn with_reason(rest: &str) -> (&str, &str) {
    let in_time = |at: usize| {
        let digits = |text: &str| text.chars().filter(char::is_ascii_digit).count();
        let before = rest.get(at.saturating_sub(1)..at).map_or(0, digits);
        let after = rest.get(at + 1..at + 3).map_or(0, digits);
        before == 1 && after == 2
    };
    let colon = rest.match_indices(':').map(|(at, _)| at).find(|at| !in_time(*at));
    let parts = colon.and_then(|at| Some((rest.get(..at)?, rest.get(at + 1..)?)));
    parts.map_or((rest, ""), |(said, why)| (said, why.trim()))
}

/// Whether words that give no day were meant for one: "30 Feb", "yesterday", "31/6".
pub(super) fn looks_like_a_day(text: &str) -> bool {
    let lower = text.to_lowercase();
    let words = || lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let number = |word: &str| word.len() < 5 && word.starts_with(|c: char| c.is_ascii_digit());
    let short =
        words().any(|word| number(word) && word.trim_end_matches(char::is_alphabetic).len() < 3);
    let named = words().any(|word| month(word).is_some());
    words().any(|word| matches!(word, "yesterday" | "today"))
        || short && (named || words().all(number))
}

/// Words for when something is due that give no day.
pub(super) const SOON: [&str; 4] =
    ["as soon as possible", "asap", "immediately", "as soon as practicable"];

/// Reads a day: "30 Sep", "30/9/26", "31st July", "fri", "in 2 weeks", "end of
/// month". Without a year it is the next such day on or after `from`.
#[must_use]
pub fn day(text: &str, from: NaiveDate) -> Option<NaiveDate> {
    let text = text.trim().to_lowercase().replace(',', " ");
    let words: Vec<&str> = text.split_whitespace().collect();
    relative(&words, from).or_else(|| numeric(&text, from)).or_else(|| named(&words, from))
}

/// Whether `text` is written as a day is, though there may be no such day.
#[must_use]
pub(super) fn is_written_as_day(text: &str) -> bool {
    let text = text.trim().trim_end_matches('.').to_lowercase();
    let words: Vec<&str> = text.split_whitespace().collect();
    let numbered = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    let named = |word: &str| month(word).is_some() || weekday(word).is_some();
    match words.as_slice() {
        [one] => one.contains('/') && one.chars().all(|c| c.is_ascii_digit() || c == '/'),
        _ => {
            words.iter().any(|word| numbered(word))
                && words.iter().any(|word| month(word).is_some())
                && words.iter().all(|word| numbered(word) || named(word))
        }
    }
}

/// The month that a word of a few beside a number was meant for, where it is spelled wrongly:
/// "6 Nvember 2007".
pub(super) fn misspelt_month(text: &str) -> Option<&'static str> {
    let lower = text.trim().trim_end_matches('.').to_lowercase();
    let words: Vec<&str> = lower.split_whitespace().collect();
    let numbered = words.iter().any(|word| word.starts_with(|c: char| c.is_ascii_digit()));
    let near = |word: &&str| {
        let near = |month: &&str| month.len() > 4 && strsim::osa_distance(month, word) <= 2;
        MONTHS.into_iter().find(near).filter(|_| word.len() > 3 && month(word).is_none())
    };
    let found = words.iter().find_map(near);
    found.filter(|_| numbered && words.len() < 5)
}

/// Whether `text` ends in words that count from the day they are said: "due in 2 weeks".
#[must_use]
pub(super) fn ends_in_relative(text: &str) -> bool {
    let text = text.trim().to_lowercase();
    let words: Vec<&str> = text.split_whitespace().collect();
    (1..words.len())
        .any(|n| words.get(n..).and_then(|rest| relative(rest, NaiveDate::default())).is_some())
}

fn relative(words: &[&str], from: NaiveDate) -> Option<NaiveDate> {
    match words {
        ["today"] => Some(from),
        ["tomorrow"] => from.succ_opt(),
        ["fortnight"] | ["a", "fortnight"] | ["in", "a", "fortnight"] => forward(from, 14),
        ["in" | "within", n, unit] => {
            let n = number(n)?;
            match unit.trim_end_matches('s') {
                "day" => forward(from, n),
                "week" => forward(from, n.checked_mul(7)?),
                "fortnight" => forward(from, n.checked_mul(14)?),
                "month" => from.checked_add_months(Months::new(n)),
                "year" => from.checked_add_months(Months::new(n.checked_mul(12)?)),
                _ => None,
            }
        }
        ["end", "of", "month"] | ["end", "of", "the", "month"] => {
            last_of(from.year(), from.month())
        }
        ["end", "of", "week"] | ["end", "of", "the", "week"] => {
            (0..7).filter_map(|n| forward(from, n)).find(|day| day.weekday() == Weekday::Fri)
        }
        ["end", "of", "next", "month"] => {
            let next = from.checked_add_months(Months::new(1))?;
            last_of(next.year(), next.month())
        }
        ["the", rest @ ..] if rest.first() == Some(&"end") => relative(rest, from),
        ["end", "of", name] => {
            let month = month(name)?;
            last_of(from.year() + i32::from(month < from.month()), month)
        }
        ["a", "week", "on", name] | ["week", "on", name] => forward(next(from, weekday(name)?)?, 7),
        ["next", "week"] => forward(from, 7),
        ["next" | "on" | "this", name] | [name] => next(from, weekday(name)?),
        _ => None,
    }
}

fn numeric(text: &str, from: NaiveDate) -> Option<NaiveDate> {
    let compact = text.replace(' ', "");
    if let Ok(day) = NaiveDate::parse_from_str(&compact, "%Y-%m-%d") {
        return Some(day);
    }
    let parts: Vec<&str> = compact.split(['/', '.', '-']).collect();
    match parts.as_slice() {
        [d, m] => coming(from, whole(m)?, whole(d)?),
        [d, m, y] => NaiveDate::from_ymd_opt(year(y)?, whole(m)?, whole(d)?),
        _ => None,
    }
}

/// "30 september 2026", "september 30", each with or without its weekday, which
/// must be right.
fn named(words: &[&str], from: NaiveDate) -> Option<NaiveDate> {
    let (stated, rest) = match words {
        [first, rest @ ..] if weekday(first).is_some() && !rest.is_empty() => {
            (weekday(first), rest)
        }
        _ => (None, words),
    };
    let rest: Vec<&str> =
        rest.iter().copied().filter(|word| !matches!(*word, "the" | "of")).collect();
    let found = match rest.as_slice() {
        [d, m] if month(m).is_some() => coming(from, month(m)?, ordinal(d)?),
        [m, d] if month(m).is_some() && ordinal(d).is_some() => {
            coming(from, month(m)?, ordinal(d)?)
        }
        [d, m, y] => NaiveDate::from_ymd_opt(year(y)?, month(m)?, ordinal(d)?),
        _ => None,
    }?;
    (stated.is_none_or(|weekday| weekday == found.weekday())).then_some(found)
}

/// Reads a time of day: "10.12", "10:12", "2.05 pm", "3pm", "14:05".
#[must_use]
pub fn time(text: &str) -> Option<NaiveTime> {
    clock(text).map(|clock| clock.time)
}

/// Reads a time of day, and whether it says which half of the day it is in.
#[must_use]
pub(super) fn clock(text: &str) -> Option<Clock> {
    let text = text.trim().to_lowercase().replace(' ', "");
    let (digits, half) = match (text.strip_suffix("am"), text.strip_suffix("pm")) {
        (Some(digits), _) => (digits, Some(false)),
        (_, Some(digits)) => (digits, Some(true)),
        _ => (text.as_str(), None),
    };
    let bare = half.is_some() && digits.len() <= 2;
    let (hour, minute) = if bare { (digits, "00") } else { digits.split_once(['.', ':'])? };
    if minute.len() != 2 || hour.is_empty() || hour.len() > 2 {
        return None;
    }
    let led = hour.starts_with('0');
    let (hour, minute): (u32, u32) = (hour.parse().ok()?, minute.parse().ok()?);
    let exact = half.is_some() || led || hour > 12;
    let hour = match half {
        Some(_) if !(1..=12).contains(&hour) => return None,
        Some(true) => hour % 12 + 12,
        Some(false) => hour % 12,
        None => hour,
    };
    Some(Clock { time: NaiveTime::from_hms_opt(hour, minute, 0)?, exact })
}

/// Reads "in 5 working days": days that are neither Saturday, Sunday nor a bank
/// holiday, counted from the day after.
#[must_use]
pub(super) fn working_days(text: &str, from: NaiveDate) -> Option<NaiveDate> {
    let text = text.trim().to_lowercase();
    let words: Vec<&str> = text.split_whitespace().collect();
    let n = match words.as_slice() {
        ["in", n, "working", _] | [n, "working", _] => number(n).filter(|n| *n <= 366)?,
        _ => return None,
    };
    let days = from.iter_days().skip(1).filter(|day| is_working_day(*day));
    days.take(usize::try_from(n).ok()?).last()
}

fn forward(from: NaiveDate, days: u32) -> Option<NaiveDate> {
    from.checked_add_days(Days::new(u64::from(days)))
}

fn next(from: NaiveDate, weekday: Weekday) -> Option<NaiveDate> {
    (1..=7).filter_map(|n| forward(from, n)).find(|day| day.weekday() == weekday)
}

fn whole(text: &str) -> Option<u32> {
    (text.len() <= 2).then(|| text.parse().ok())?
}

fn ordinal(text: &str) -> Option<u32> {
    let digits =
        ["st", "nd", "rd", "th"].iter().find_map(|end| text.strip_suffix(end)).unwrap_or(text);
    whole(digits)
}

fn number(text: &str) -> Option<u32> {
    const WORDS: [&str; 12] = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve",
    ];
    if matches!(text, "a" | "an") {
        return Some(1);
    }
    let named = WORDS.iter().position(|word| *word == text).and_then(|n| u32::try_from(n + 1).ok());
    named.or_else(|| text.parse().ok().filter(|n| *n <= 1000))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Read on Wednesday 29 July 2026.
    #[track_caller]
    fn check(text: &str, expected: &str) {
        let from = NaiveDate::from_ymd_opt(2026, 7, 29).unwrap();
        let read = day(text, from);
        assert_eq!(read.map(|d| d.to_string()).unwrap_or_default(), expected, "{text}");
    }

    #[test]
    fn a_day_is_read_as_a_clerk_writes_it() {
        for text in [
            "30 Sep",
            "30 September",
            "30 Sept 2026",
            "30/9",
            "30/9/26",
            "30.9.2026",
            "2026-09-30",
            "30th September",
            "Wed 30 Sep 2026",
            "Sept 30",
            "the 30th of September",
        ] {
            check(text, "2026-09-30");
        }
        check("3/8/2026", "2026-08-03");
        check("28 July", "2027-07-28");
        check("29 July", "2026-07-29");
    }

    #[test]
    fn a_weekday_is_the_next_one() {
        check("fri", "2026-07-31");
        check("wednesday", "2026-08-05");
        check("next tue", "2026-08-04");
        check("a week on friday", "2026-08-07");
    }

    #[test]
    fn a_length_of_time_is_counted_from_the_meeting() {
        check("in 2 weeks", "2026-08-12");
        check("in two months", "2026-09-29");
        check("in a fortnight", "2026-08-12");
        check("end of month", "2026-07-31");
        check("tomorrow", "2026-07-30");
        check("within 28 days", "2026-08-26");
        check("the end of next month", "2026-08-31");
    }

    #[test]
    fn working_days_leave_out_the_week_end() {
        let from = NaiveDate::from_ymd_opt(2026, 7, 30).unwrap();
        let day = |text| working_days(text, from).map(|d| d.to_string());
        assert_eq!(day("in 5 working days").as_deref(), Some("2026-08-06"));
        assert_eq!(day("in five working days").as_deref(), Some("2026-08-06"));
        assert_eq!(day("in 5 days"), None);
    }

    #[test]
    fn what_is_no_day_is_not_made_one() {
        for text in [
            "",
            "soon",
            "31 June",
            "30/2/26",
            "Mon 30 Sep 2026",
            "Q5 2010/11",
            "2010/12",
            "40",
            "99/99",
            "in 99999999999 weeks",
            "6 of 7",
        ] {
            check(text, "");
        }
    }

    #[test]
    fn a_time_is_read_with_a_point_or_a_colon() {
        let at = |h, m| NaiveTime::from_hms_opt(h, m, 0);
        assert_eq!(time("10.12"), at(10, 12));
        assert_eq!(time("2:05 pm"), at(14, 5));
        assert_eq!(time("12.00am"), at(0, 0));
        assert_eq!(time("25.00"), None);
        assert_eq!(time("10"), None);
    }

    proptest::proptest! {
        #[test]
        fn no_text_stops_the_reader(text in "\\PC{0,40}") {
            let from = NaiveDate::from_ymd_opt(2026, 7, 29).unwrap();
            let _ = (day(&text, from), crate::model::period::end(&text, from), time(&text));
        }
    }
}
