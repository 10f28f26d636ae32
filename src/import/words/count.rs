//! How many targets stand how, read from a sentence: "17 targets of which 2
//! are on track, 7 are not".

use super::figure::{Word, words};
use super::stand::PHRASES;
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
        counts.targets = words.0.iter().any(Word::is_target);
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

struct Words(Vec<Word>);

impl Words {
    /// Finds every count and what it counts.
    fn count(&self, counts: &mut Counts) {
        let hits = self.hits();
        let numbers: Vec<usize> = (0..self.0.len())
            .filter(|at| self.0[*at].is_count() && !self.is_foreign(*at))
            .collect();
        let total_at = numbers.iter().copied().find(|at| self.is_total(*at));
        let parts: Vec<usize> =
            numbers.iter().copied().filter(|at| Some(*at) != total_at).collect();
        let label_first = match (hits.first(), parts.first()) {
            (Some(hit), Some(number)) => hit.0.start < *number && self.labels(hit, *number),
            _ => false,
        };
        if let Some(Word::Figure(total)) = total_at.map(|at| &self.0[at]) {
            counts.total = Some(*total);
            counts.printed = true;
        }
        for (place, at) in parts.iter().enumerate() {
            let until = parts.get(place + 1).copied().unwrap_or(self.0.len());
            let hit = if label_first {
                hits.iter().rev().find(|hit| self.labels(hit, *at))
            } else {
                let end = self.sentence_end(*at).min(until);
                hits.iter()
                    .find(|hit| hit.0.start > *at && hit.0.end <= end && hit.0.start - at <= 14)
            };
            if let Some((_, stand)) = hit {
                self.part(*at, *stand, counts);
            }
        }
        if counts.total.is_none() && counts.parts.len() >= 2 {
            counts.total = Some(counts.sum());
        }
    }

    /// Adds the count at `at`, which stands so.
    fn part(&self, at: usize, stand: Stand, counts: &mut Counts) {
        let number = match self.0[at] {
            Word::Figure(number) => number,
            Word::All => match (counts.total, counts.parts.is_empty()) {
                (Some(total), true) => total,
                _ => return,
            },
            Word::Rest => match counts.total.and_then(|total| total.checked_sub(counts.sum())) {
                Some(rest) if rest > 0 => rest,
                _ => return,
            },
            Word::Said(_) | Word::Sign(_) | Word::Stop => return,
        };
        if matches!(at.checked_sub(1).map(|before| &self.0[before]), Some(Word::All)) {
            counts.total.get_or_insert(number);
            counts.printed = true;
        }
        if stand == Stand::Lost && !self.is_among(at, counts, number) {
            counts.parts.push((Stand::Off, number));
        }
        counts.parts.push((stand, number));
    }

    /// Whether the lost ones at `at` stand among those just said to be off.
    fn is_among(&self, at: usize, counts: &Counts, number: u32) -> bool {
        let Some((Stand::Off, off)) = counts.parts.last() else { return false };
        let near = |from: usize, to: usize| {
            let words = &self.0[from.min(self.0.len())..to.min(self.0.len())];
            let of_them = words.windows(2).any(|pair| {
                pair[0].is(&["of"]) && pair[1].is(&["which", "these", "those", "them", "whom"])
            });
            of_them || words.iter().any(|w| w.is(&["including", "includes"]))
        };
        let said = near(at.saturating_sub(3), at) || near(at + 1, at + 4);
        let full = counts.total == Some(counts.sum());
        number <= *off && (said || full)
    }

    /// Every place that says how something stands.
    fn hits(&self) -> Vec<(std::ops::Range<usize>, Stand)> {
        let mut found = vec![];
        let mut at = 0;
        while at < self.0.len() {
            let longest = PHRASES
                .iter()
                .filter_map(|(phrase, stand)| Some((self.says(at, phrase)?, *stand)))
                .max_by_key(|(used, stand)| (*used, *stand == Stand::Lost));
            match longest {
                Some((used, stand)) => {
                    found.push((at..at + used, stand));
                    at += used;
                }
                None => at += 1,
            }
        }
        found
    }

    /// How many words `phrase` takes at `at`; a `_` in it stands for up to four
    /// words of any kind, and `|` for one of several.
    fn says(&self, at: usize, phrase: &str) -> Option<usize> {
        let mut here = at;
        let mut loose = 0;
        for wanted in phrase.split(' ') {
            if wanted == "_" {
                loose = 4;
                continue;
            }
            let step = (0..=loose).find(|skip| {
                let passed = self.0.get(here..here + skip);
                passed.is_some_and(|words| words.iter().all(|w| matches!(w, Word::Said(_))))
                    && self.0.get(here + skip).is_some_and(|word| {
                        matches!(word, Word::Said(said) if wanted.split('|').any(|w| w == said))
                    })
            })?;
            here += step + 1;
            loose = 0;
        }
        Some(here - at)
    }

    /// Whether the number at `at` says how many targets there are in all.
    fn is_total(&self, at: usize) -> bool {
        let before = |words: &[&str]| {
            let mut earlier = self.0[..at].iter().rev();
            let mut earlier =
                earlier.by_ref().filter(|w| !matches!(w, Word::Sign(':' | '-' | '=' | '\u{2013}')));
            earlier.next().is_some_and(|w| w.is(words))
        };
        if before(&["total", "totalling"])
            || (before(&["targets", "indicators"])
                && self.0.get(at.wrapping_sub(1)) == Some(&Word::Sign(':')))
        {
            return true;
        }
        if !matches!(self.0[at], Word::Figure(_)) {
            return false;
        }
        let Some(noun) = (at + 1..(at + 6).min(self.0.len())).find(|n| self.0[*n].is_target())
        else {
            return false;
        };
        if self.0[at + 1..noun].iter().any(|w| !matches!(w, Word::Said(_)))
            || self.0[at + 1..noun].iter().any(|w| w.is(&["of", "the", "are", "is", "on", "not"]))
        {
            return false;
        }
        let after = self.0.get(noun + 1);
        let then = self.0.get(noun + 2);
        match after {
            None | Some(Word::Sign(_) | Word::Stop | Word::Figure(_) | Word::All) => true,
            Some(word) if word.is(&["of"]) => {
                then.is_some_and(|w| w.is(&["which", "these", "those"]))
            }
            Some(word) if word.is(&["with", "comprising", "where"]) => {
                then.is_some_and(Word::is_count)
            }
            Some(word) => word.is(&["at", "as", "in", "altogether", "overall", "and", "but"]),
        }
    }

    /// Whether the number counts something that is not a target: "three
    /// districts", "5 partners".
    fn is_foreign(&self, at: usize) -> bool {
        const OURS: &[&str] = &[
            "is",
            "was",
            "has",
            "targets",
            "indicators",
            "kpis",
            "others",
            "items",
            "measures",
            "this",
            "as",
            "these",
            "laas",
            "nis",
        ];
        match self.0.get(at + 1) {
            Some(Word::Said(word)) => word.ends_with('s') && !OURS.contains(&word.as_str()),
            Some(Word::Sign('%' | '/')) => true,
            _ => false,
        }
    }

    /// Whether `hit` is the label of the number at `at`: "on track: 2".
    fn labels(&self, hit: &(std::ops::Range<usize>, Stand), at: usize) -> bool {
        hit.0.end <= at
            && self.0[hit.0.end..at].iter().all(|word| {
                word.is(&["is", "are", "targets", "target", "total", "number"])
                    || matches!(word, Word::Sign(':' | '=' | '(' | '-' | '\u{2013}' | '|'))
            })
    }

    fn sentence_end(&self, at: usize) -> usize {
        (at..self.0.len()).find(|n| self.0[*n] == Word::Stop).unwrap_or(self.0.len())
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
        check("Of the 7 targets 6 are on course and one is not", 7, [6, 0, 0, 0, 0], "");
    }

    #[test]
    fn what_is_lost_is_counted_once_among_those_off() {
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
