//! What counts as a figure: a number, with what papers print beside one.

use super::super::super::words::when;

/// What may stand before the number: about so much, more or less than it, or money.
const BEFORE: [&str; 11] =
    ["c.", "approx.", "approx", "circa", "~", "<", ">", "\u{2264}", "\u{2265}", "+", "\u{a3}"];

/// Marks that may stand behind it: of the way it goes, and of a note.
const MARKS: [char; 9] = [
    '\u{25b2}', '\u{25bc}', '\u{2191}', '\u{2193}', '\u{2192}', '\u{2197}', '\u{2198}', '*',
    '\u{2020}',
];

/// What brackets behind it say: that it is not final, or was put right.
const SAID: [&str; 6] = ["(p)", "(provisional)", "(e)", "(est)", "(estimate)", "(r)"];

/// The most words that say what it is a number of: "4 per 1,000".
const UNIT: usize = 3;

/// The number that `said` is, with its unit or without: "52.1%", "\u{a3}1.2m", "31 days".
pub(super) fn number(said: &str) -> Option<f64> {
    let mut bare = said.trim().to_lowercase();
    while let Some(less) = SAID
        .iter()
        .find_map(|end| bare.strip_suffix(end))
        .or_else(|| bare.strip_suffix(MARKS))
        .or_else(|| BEFORE.iter().find_map(|lead| bare.strip_prefix(lead)))
    {
        bare = less.trim().to_owned();
    }
    let end = bare.find(|c: char| !(c.is_ascii_digit() || matches!(c, ',' | '.' | '-')));
    let (figure, unit) = bare.split_at(end.unwrap_or(bare.len()));
    let unit = unit.trim();
    let first = unit.split(' ').next().unwrap_or_default();
    let whole = unit.split_whitespace().count() <= UNIT
        && when::month(first).is_none()
        && !["of", "out", "to", "and"].contains(&first);
    let number: f64 = figure.trim_end_matches('.').replace(',', "").parse().ok()?;
    (whole && number.is_finite()).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_is_one_whatever_is_printed_beside_it() {
        for (said, value) in [
            ("1,204", 1204.0),
            ("52.1%", 52.1),
            ("97.0% (p)", 97.0),
            ("50.1% \u{25b2}", 50.1),
            ("67.9%*", 67.9),
            ("\u{a3}1.2m", 1.2),
            ("31 days", 31.0),
            ("c. 12", 12.0),
            ("+2.1pp", 2.1),
            ("-3", -3.0),
            ("12/15", 12.0),
        ] {
            assert_eq!(number(said), Some(value), "{said}");
        }
        for said in ["n/a", "on track", "3 of 5 schemes", "12 March", "8 more than last year", ""] {
            assert_eq!(number(said), None, "{said}");
        }
    }
}
