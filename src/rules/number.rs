//! The numbers and letters that minutes, decisions and actions go by.

use chrono::{Datelike as _, NaiveDate};

use crate::model::{Body, Decision, Item, ItemId, Sitting, YearBasis};

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

/// What the reference of a paper is put down as where there is none: an agenda drawn up
/// elsewhere says so by leaving its place empty.
pub const NO_PAPER: &str = "none";

/// The reference of the paper of an item: the one it was given, else, where somebody
/// reports on it, the letters of the body and the number of the item, "CG3".
#[must_use]
pub fn paper(body: &Body, item: &Item) -> String {
    let reported = !item.report_by.is_empty() && !item.number.is_empty();
    match item.paper.as_str() {
        "" if reported => format!("{}{}", body.code, item.number.trim_end_matches('.')),
        NO_PAPER => String::new(),
        given => given.to_owned(),
    }
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

/// A small Roman number: "i", "iv". The greatest is 4,000.
#[must_use]
pub fn roman(count: u32) -> String {
    const DIGITS: [(u32, &str); 13] = [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    let mut rest = count.min(4_000);
    let mut out = String::new();
    for (value, digit) in DIGITS {
        while rest >= value {
            out.push_str(digit);
            rest -= value;
        }
    }
    out
}

/// The number of the minute of `item`, as printed, once it has been taken.
#[must_use]
pub fn of_item(sitting: &Sitting, item: &ItemId) -> Option<String> {
    let number = sitting.minute(item)?.number?;
    Some(minute(number, year(&sitting.body, sitting.meeting.date)))
}

/// What the words begin with that say under which minute something was told.
const TOLD_UNDER: &str = "minute ";

/// Those words, where the minute of `item` has a number: "minute 36/26".
#[must_use]
pub fn told_under(sitting: &Sitting, item: &ItemId) -> Option<String> {
    of_item(sitting, item).map(|number| format!("{TOLD_UNDER}{number}"))
}

/// The item whose minute they name.
#[must_use]
pub fn item_told_under<'a>(sitting: &'a Sitting, said: &str) -> Option<&'a Item> {
    let number = said.strip_prefix(TOLD_UNDER)?;
    sitting.items.iter().find(|item| of_item(sitting, &item.id).as_deref() == Some(number))
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

/// The letter of `decision` among its item's, in the order in which they are told, if there
/// are several: the view `limb` of the book has the same. What puts the item off is none of
/// them.
#[must_use]
pub fn letter_of(sitting: &Sitting, decision: &Decision) -> Option<String> {
    let told = sitting.decisions_as_told(&decision.item);
    let limbs: Vec<_> = told.into_iter().filter(|had| had.verb.is_limb()).collect();
    let at = limbs.iter().position(|limb| limb.id == decision.id)?;
    (limbs.len() > 1).then(|| letter(u32::try_from(at + 1).unwrap_or(u32::MAX)))
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
    fn a_municipal_year_turns_in_may_and_a_calendar_year_in_january() {
        let day = |month, of| NaiveDate::from_ymd_opt(2026, month, of).unwrap();
        let of = |basis, on| {
            year(&Body { year_basis: basis, ..Body::named("ps".into(), "PS", "Scrutiny", 1) }, on)
        };
        assert_eq!(of(YearBasis::Municipal, day(4, 30)), 2025);
        assert_eq!(of(YearBasis::Municipal, day(5, 1)), 2026);
        assert_eq!(of(YearBasis::Calendar, day(1, 1)), 2026);
        assert_eq!(of(YearBasis::Calendar, day(4, 30)), 2026);
    }

    #[test]
    fn parts_of_parts_are_numbered_in_roman_figures() {
        let figures: Vec<_> = [1, 4, 9, 14, 40].into_iter().map(roman).collect();
        assert_eq!(figures, ["i", "iv", "ix", "xiv", "xl"]);
    }

    #[test]
    fn letters_go_on_after_z() {
        let letters: Vec<_> = [1, 2, 26, 27, 52, 53].into_iter().map(letter).collect();
        assert_eq!(letters, ["a", "b", "z", "aa", "az", "ba"]);
    }
}
