//! The numbers and letters that minutes, decisions and actions go by.

use chrono::{Datelike as _, NaiveDate};

use crate::model::{Body, Decision, ItemId, Sitting, YearBasis};

/// The year that a body's minutes of `day` are numbered in. A municipal year
/// begins in May and is named for that May.
#[must_use]
pub fn year(body: &Body, day: NaiveDate) -> i32 {
    match body.year_basis {
        YearBasis::Municipal if day.month() < 5 => day.year() - 1,
        _ => day.year(),
    }
}

/// A minute's number as printed: "36/26".
#[must_use]
pub fn minute(number: u32, year: i32) -> String {
    format!("{number}/{:02}", year.rem_euclid(100))
}

/// The number of the `n`th addendum of a meeting's agenda, from nought: the letters of its
/// body and the day of the meeting, "CA200508-add", and a figure from the second on.
#[must_use]
pub fn addendum(sitting: &Sitting, n: usize) -> String {
    let which = if n == 0 { String::new() } else { n.saturating_add(1).to_string() };
    format!("{}{}-add{which}", sitting.body.code, sitting.meeting.date.format("%d%m%y"))
}

/// A decision's reference as printed: "36/26", or "36/26(a)" where it is the first of
/// several.
#[must_use]
pub fn lettered(minute_no: u32, year: i32, nth: Option<u32>) -> String {
    let letter = nth.map(|nth| format!("({})", letter(nth))).unwrap_or_default();
    format!("{}{letter}", minute(minute_no, year))
}

/// The letter of the `n`th of several, from one: "a", "b" … "z", "aa".
#[must_use]
pub fn letter(n: u32) -> String {
    let mut rest = n;
    let mut letters = Vec::new();
    while rest > 0 {
        let digit = u8::try_from((rest - 1) % 26).unwrap_or_default();
        letters.push(char::from(b'a' + digit));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

/// The number of the minute of `item`, as printed, once it has been taken.
#[must_use]
pub fn of_item(sitting: &Sitting, item: &ItemId) -> Option<String> {
    let number = sitting.minute(item)?.number?;
    Some(minute(number, year(&sitting.body, sitting.meeting.date)))
}

/// The reference of `decision`: "36/26", or "36/26(a)" where its item made more
/// than one.
#[must_use]
pub fn of_decision(sitting: &Sitting, decision: &Decision) -> String {
    let minute = of_item(sitting, &decision.item).unwrap_or_default();
    match letter_of(sitting, decision) {
        Some(letter) => format!("{minute}({letter})"),
        None => minute,
    }
}

/// The letter of `decision` among its item's, if there are several: the view `limb`
/// of the book has the same. What puts the item off is none of them.
#[must_use]
pub fn letter_of(sitting: &Sitting, decision: &Decision) -> Option<String> {
    let limbs = sitting.decisions_on(&decision.item).filter(|d| d.verb.is_limb());
    let ids: Vec<_> = limbs.map(|d| &d.id).collect();
    let at = ids.iter().position(|id| **id == decision.id)?;
    (ids.len() > 1).then(|| letter(u32::try_from(at + 1).unwrap_or(u32::MAX)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_minute_is_numbered_in_two_figures_of_its_year() {
        assert_eq!(minute(36, 2026), "36/26");
        assert_eq!(minute(7, 2004), "7/04");
    }

    #[test]
    fn letters_go_on_after_z() {
        let letters: Vec<_> = [1, 2, 26, 27, 52, 53].into_iter().map(letter).collect();
        assert_eq!(letters, ["a", "b", "z", "aa", "az", "ba"]);
    }
}
