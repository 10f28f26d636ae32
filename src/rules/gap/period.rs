//! The period that figures are of, as far as one can be told from another.

use chrono::{Datelike as _, NaiveDate};

use crate::model::day;

/// A period of a year, in the order of time.
///
/// "Q3 2009/10" is the third quarter of the year that began in 2009; a year with
/// no quarter is taken to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Period {
    year: u32,
    quarter: u32,
}

impl Period {
    /// Reads a period as it is printed; `None` where no year is named. A month is
    /// in its quarter of the financial year, which begins in April.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let words =
            text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
        let mut year = None;
        let mut quarter = None;
        let mut month = None;
        let mut said = false;
        for word in words.map(str::to_ascii_lowercase) {
            let digits = word.trim_start_matches(['q', 'h']);
            match digits.parse::<u32>() {
                Ok(n @ 1000..=9999) if year.is_none() => year = Some(n),
                Ok(n @ 1..=4) if quarter.is_none() && (word.starts_with('q') || said) => {
                    quarter = Some(n);
                }
                _ => month = month.or_else(|| day::month_named(&word)),
            }
            said = word == "quarter" || word == "q";
        }
        match (quarter, month) {
            (None, Some(month @ 1..=3)) => {
                Some(Self { year: year?.checked_sub(1)?, quarter: (month + 11) / 3 })
            }
            (None, Some(month)) => Some(Self { year: year?, quarter: (month - 1) / 3 }),
            (quarter, _) => Some(Self { year: year?, quarter: quarter.unwrap_or(4) }),
        }
    }

    /// Whether the period has begun by `on`: the financial year begins in April.
    #[must_use]
    pub fn has_begun(self, on: NaiveDate) -> bool {
        let (year, month) = match self.quarter {
            quarter @ 1..=3 => (self.year, quarter * 3 + 1),
            _ => (self.year.saturating_add(1), 1),
        };
        (on.year(), on.month()) >= (i32::try_from(year).unwrap_or(i32::MAX), month)
    }

    /// Whether `text` names a period: a year, with a quarter or a month that there
    /// is if it has one.
    #[must_use]
    pub fn is_one(text: &str) -> bool {
        const SAID: [&str; 14] = [
            "q",
            "quarter",
            "year",
            "end",
            "to",
            "of",
            "the",
            "financial",
            "calendar",
            "half",
            "first",
            "second",
            "third",
            "fourth",
        ];
        let known = |word: String| {
            let of_year = |letter: char, most: u32| {
                let n = word.strip_prefix(letter).and_then(|n| n.parse::<u32>().ok());
                n.is_some_and(|n| (1..=most).contains(&n))
            };
            word.parse::<u32>().is_ok()
                || of_year('q', 4)
                || of_year('h', 2)
                || day::month_named(&word).is_some()
                || SAID.contains(&word.as_str())
        };
        let words = text.split(|c: char| !c.is_ascii_alphanumeric());
        let mut words = words.filter(|word| !word.is_empty()).map(str::to_ascii_lowercase);
        Self::read(text).is_some() && words.all(known)
    }
}

impl std::fmt::Display for Period {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let next = self.year.saturating_add(1) % 100;
        write!(f, "Q{} {}/{next:02}", self.quarter, self.year)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quarters_come_in_the_order_of_time() {
        let read = |text| Period::read(text).unwrap();
        assert!(read("Q3 2009/10") < read("Q4 2009/10"));
        assert!(read("Q4 2009/10") < read("Quarter 1, 2010/11"));
        assert_eq!(read("2009/10"), read("Q4 2009/10"));
        assert_eq!(read("Q3 2009/10").to_string(), "Q3 2009/10");
        assert_eq!(Period::read("last quarter"), None);
        assert_eq!(read("March 2010"), read("Q4 2009/10"));
        assert_eq!(read("Sept 2010"), read("Q2 2010/11"));
        let on = |month| NaiveDate::from_ymd_opt(2010, month, 10).unwrap();
        assert!(read("Q4 2009/10").has_begun(on(1)) && !read("Q1 2010/11").has_begun(on(3)));
        assert!(read("Q3 2010/11").has_begun(on(10)) && !read("Q3 2010/11").has_begun(on(9)));
        assert!(Period::is_one("Q2 2010/11") && Period::is_one("March 2010"));
        assert!(!Period::is_one("Q9 2009/10") && !Period::is_one("banana"));
    }
}
