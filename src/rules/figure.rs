//! Figures as papers print them: which number is meant, and what it counts.

use crate::model::{Target, TargetResult};

/// A figure taken apart.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// The number; never below nought.
    pub number: f64,
    /// What stands before and after it: "%", "£ million"; empty, where nothing does.
    pub unit: String,
}

impl Figure {
    /// Reads a figure as printed: one number with what it counts. Nothing, where no number
    /// or more than one is printed, as in "12 of 30" or "2009/10", or where it is below
    /// nought: those are not compared by their length.
    #[must_use]
    pub fn read(printed: &str) -> Option<Self> {
        let printed = printed.trim();
        let from = printed.find(|c: char| c.is_ascii_digit())?;
        let (before, rest) = printed.split_at(from);
        let part = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
        let (number, after) = rest.split_at(rest.find(|c| !part(c)).unwrap_or(rest.len()));
        let number = number.trim_end_matches(['.', ',']);
        let signed = before.contains(['-', '\u{2212}', '+', '<', '>', '~']);
        if signed || after.contains(|c: char| c.is_ascii_digit()) {
            return None;
        }
        let unit = format!("{} {}", before.trim(), after.trim());
        Some(Self { number: grouped(number)?, unit: unit.trim().to_lowercase() })
    }
}

/// A number with commas between its thousands, or none.
fn grouped(number: &str) -> Option<f64> {
    let (whole, part) = number.split_once('.').unwrap_or((number, ""));
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default();
    let whole_groups = groups.all(|group| group.len() == 3);
    let plain = !whole.contains(',') || (1..=3).contains(&first.len()) && whole_groups;
    if !plain || part.contains([',', '.']) {
        return None;
    }
    number.replace(',', "").parse().ok()
}

/// A bar of a chart: what it is of, the figure as printed, and how long it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar<'a> {
    /// The period, or "goal".
    pub of: &'a str,
    /// The figure as printed.
    pub printed: &'a str,
    /// How long it is, from 0 to 1, the greatest figure being 1.
    pub length: f64,
}

/// The figures of a target as a chart, the oldest first and the goal last, where that counts
/// the same. Nothing, unless at least two results have figures and all of those count the
/// same: lengths say nothing of other things.
#[must_use]
pub fn chart<'a>(target: &'a Target, results: &'a [TargetResult]) -> Vec<Bar<'a>> {
    let read = results.iter().filter_map(|result| {
        let printed = result.value.as_str();
        Figure::read(printed).map(|figure| (result.period.as_str(), printed, figure))
    });
    let mut read: Vec<(&str, &str, Figure)> = read.collect();
    let Some((_, _, first)) = read.first().cloned() else { return Vec::new() };
    if read.len() < 2 || read.iter().any(|(_, _, figure)| figure.unit != first.unit) {
        return Vec::new();
    }
    let goal = Figure::read(&target.goal).filter(|goal| goal.unit == first.unit);
    read.extend(goal.map(|goal| ("goal", target.goal.as_str(), goal)));
    let most = read.iter().map(|(_, _, figure)| figure.number).fold(0.0, f64::max);
    let length = |number: f64| if most > 0.0 { number / most } else { 0.0 };
    let bar = |(of, printed, figure): (&'a str, &'a str, Figure)| Bar {
        of,
        printed,
        length: length(figure.number),
    };
    read.into_iter().map(bar).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(printed: &str) -> Option<(f64, String)> {
        Figure::read(printed).map(|figure| (figure.number, figure.unit))
    }

    #[test]
    fn a_figure_is_one_number_and_what_it_counts() {
        assert_eq!(number("34.2%"), Some((34.2, "%".into())));
        assert_eq!(number("34.2 %"), number("34.2%"));
        assert_eq!(number("£1,250 a week"), Some((1250.0, "£ a week".into())));
        assert_eq!(number("7"), Some((7.0, String::new())));
    }

    #[test]
    fn what_is_no_single_number_is_no_figure() {
        for printed in ["", "not known", "12 of 30", "2009/10", "-3", "<5", "1,2", "1.2.3", "3-5"] {
            assert_eq!(number(printed), None, "{printed}");
        }
    }
}
