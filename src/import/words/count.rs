//! How many targets stand how, read from a sentence: "17 targets of which 2
//! are on track, 7 are not".

use super::figure::{Word, words};
use super::sentence::Words;
pub use super::stand::Stand;
use super::when;

/// What a text says about how many targets stand how; what it does not say is
/// nothing, never nought.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Whether it speaks of targets at all.
    pub targets: bool,
    /// The period of the figures.
    pub period: Option<String>,
    /// How many targets there are.
    pub total: Option<u32>,
    /// Whether the total is printed, and not only the sum of its parts.
    pub printed: bool,
    /// How many stand how, in the order said. Those lost are also counted off.
    pub parts: Vec<(Stand, u32)>,
}

impl Counts {
    /// Reads `text`.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut counts = Self::default();
        let period = when::period(text);
        let blank = period.as_ref().map_or(0..0, |(_, at)| at.clone());
        counts.period = period.map(|(words, _)| words);
        let words = Words(words(text, &blank));
        counts.targets = words.0.iter().any(Word::is_target) || words.only_counts();
        if counts.targets {
            words.count(&mut counts);
        }
        counts
    }

    /// How many stand so, if anything is said of it.
    #[must_use]
    pub fn part(&self, stand: Stand) -> Option<u32> {
        let mut said = self.parts.iter().filter(|part| part.0 == stand).peekable();
        said.peek()?;
        Some(said.fold(0, |sum, part| sum.saturating_add(part.1)))
    }

    /// The sum of the parts: lost ones stand among those off, and are not
    /// counted again.
    #[must_use]
    pub fn sum(&self) -> u32 {
        let parts = self.parts.iter().filter(|part| part.0 != Stand::Lost);
        parts.fold(0, |sum, part| sum.saturating_add(part.1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The parts are on track, off track, lost, not to be judged and not due.
    #[track_caller]
    fn check(text: &str, total: u32, parts: [u32; 5], period: &str) {
        let counts = Counts::of(text);
        let part = |stand| counts.part(stand).unwrap_or(0);
        let found = [Stand::On, Stand::Off, Stand::Lost, Stand::Unjudged, Stand::NotDue].map(part);
        assert_eq!((counts.total, found), (Some(total), parts), "{text}");
        assert_eq!(counts.period.as_deref().unwrap_or_default(), period, "{text}");
    }

    #[test]
    fn counts_are_read_in_whatever_order_they_are_said() {
        check(
            "12 LAA targets of which (at Q3 2009/10) 2 are on track, 7 are not on track, and those \
             not on track are in hand. There are 3 targets where we do not yet have enough to make \
             a judgement.",
            12,
            [2, 7, 0, 3, 0],
            "Q3 2009/10",
        );
        check(
            "Good work on 5 targets: 1 is off track, 3 on track and 1 where nobody can judge",
            5,
            [3, 1, 0, 0, 0],
            "",
        );
        check(
            "6 indicators (Quarter 2, 2010-11): 4 on track and two with not enough information",
            6,
            [4, 0, 0, 2, 0],
            "Q2 2010/11",
        );
        check(
            "Nine targets. Four are on target, three are behind schedule and the rest cannot be judged.",
            9,
            [4, 3, 0, 2, 0],
            "",
        );
        check("17 targets: on track 2, off track 7, cannot judge 8", 17, [2, 7, 0, 8, 0], "");
        check(
            "On track: 4; off track: 1; not yet due: 2 (total: 7 targets)",
            7,
            [4, 1, 0, 0, 2],
            "",
        );
        check("On track (4), off track (1) of our targets", 5, [4, 1, 0, 0, 0], "");
        check(
            "12 targets: 7 on track, 3 off track, too early to judge 2.",
            12,
            [7, 3, 0, 2, 0],
            "",
        );
        check("Of the 7 targets 6 are on course and one is not", 7, [6, 0, 0, 0, 0], "");
    }

    #[test]
    fn what_is_lost_is_counted_once_among_those_off() {
        check(
            "5 targets: 2 on track, 3 off track, 0 cannot be judged; 3 of those off track will not be achieved",
            5,
            [2, 3, 3, 0, 0],
            "",
        );
        check("5 targets of which 2 on track, and 3 will not be achieved", 5, [2, 3, 3, 0, 0], "");
        check(
            "8 targets, 5 on track and 3 off track, of which 2 will not be met",
            8,
            [5, 3, 2, 0, 0],
            "",
        );
        check(
            "8 targets, 5 on track, 3 off track (including 1 that cannot be achieved)",
            8,
            [5, 3, 1, 0, 0],
            "",
        );
        check("Six targets: five on track; one will be missed.", 6, [5, 1, 1, 0, 0], "");
    }

    #[test]
    fn parts_that_are_too_many_are_all_counted() {
        check(
            "Of 5 targets, 2 are on track, 3 are off track and 1 cannot be judged",
            5,
            [2, 3, 0, 1, 0],
            "",
        );
    }

    #[test]
    fn amber_is_said_to_be_unsure() {
        let counts = Counts::of("Of our nine indicators, 3 are green, 4 are amber and 2 are red");
        assert_eq!((counts.total, counts.part(Stand::Unsure)), (Some(9), Some(4)));
    }

    #[test]
    fn a_line_of_nothing_but_counts_need_not_say_what_it_counts() {
        check(
            "On track: 4; off track: 3; not yet due: 1; too early to judge: 1 (total 9)",
            9,
            [4, 3, 0, 1, 1],
            "",
        );
        check("7 on track, 3 off track and 2 cannot be judged", 12, [7, 3, 0, 2, 0], "");
        for text in ["Actions: 7 on track, 3 off track", "7 on track", "3 on track by 2 partners"] {
            assert!(!Counts::of(text).targets, "{text}");
        }
    }

    #[test]
    fn all_and_none_are_counts() {
        check("All 5 targets are on track", 5, [5, 0, 0, 0, 0], "");
        check("There are 4 targets, all of which are on track", 4, [4, 0, 0, 0, 0], "");
        check("11 targets: 9 on track, none off track and 2 with no data", 11, [9, 0, 0, 2, 0], "");
        check(
            "Twenty-one targets, of which twenty are green and one is red",
            21,
            [20, 1, 0, 0, 0],
            "",
        );
    }

    #[test]
    fn a_part_of_a_whole_gives_both() {
        check(
            "Seven of the ten targets are on track and three are off track",
            10,
            [7, 3, 0, 0, 0],
            "",
        );
        check(
            "5 of 7 targets are on track (Q3 2010/11), the other two are off track.",
            7,
            [5, 2, 0, 0, 0],
            "Q3 2010/11",
        );
        check("Good: 8 out of 10 targets on track; 2 missed", 10, [8, 2, 0, 0, 0], "");
        check("2 targets not on track out of 9; the rest are on track", 9, [7, 2, 0, 0, 0], "");
        check(
            "6 targets of which 4 on track and 2 off track, with 1 of these unlikely to be met",
            6,
            [4, 2, 0, 0, 0],
            "",
        );
        check(
            "Eight targets: six on track, one off track (which will not be met), one where data is awaited",
            8,
            [6, 1, 1, 1, 0],
            "",
        );
        check(
            "On target \u{2013} 4, not on target \u{2013} 2, insufficient data \u{2013} 1. Total targets: 7",
            7,
            [4, 2, 0, 1, 0],
            "",
        );
        check(
            "Targets on track: 5. Targets off track: 2. Not enough information: 1.",
            8,
            [5, 2, 0, 1, 0],
            "",
        );
    }

    #[test]
    fn what_is_not_a_count_of_targets_is_none() {
        for text in [
            "GCSE target missed, but 5% better than in 2009",
            "Performance has improved by 20%. Three districts have their own strategies.",
            "Good performance on the volunteering target.",
            "3 partners are on track",
        ] {
            let counts = Counts::of(text);
            assert!(counts.parts.is_empty() && counts.total.is_none(), "{text}: {counts:?}");
        }
    }
}
