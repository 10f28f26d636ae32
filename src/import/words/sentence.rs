//! A sentence about targets, searched for its counts and for what each counts.

use super::count::Counts;
use super::figure::Word;
use super::stand::{PHRASES, Stand};

/// The words of a sentence.
pub(super) struct Words(pub(super) Vec<Word>);

/// What may stand between a label and its number.
const LABELS: &[&str] =
    &["is", "are", "targets", "target", "total", "number", "information", "data", "evidence"];

/// What may stand between counts, and says nothing of its own.
const BETWEEN: &[&str] = &[
    "and",
    "with",
    "of",
    "which",
    "the",
    "where",
    "it",
    "is",
    "are",
    "total",
    "overall",
    "currently",
    "performance",
    "summary",
];

impl Words {
    /// Finds every count and what it counts.
    pub(super) fn count(&self, counts: &mut Counts) {
        let hits = self.hits();
        let numbers =
            (0..self.0.len()).filter(|at| self.0[*at].is_count() && !self.is_foreign(*at));
        let (wholes, others): (Vec<usize>, Vec<usize>) = numbers.partition(|at| self.is_whole(*at));
        let named = others.iter().copied().find(|at| self.is_total(*at));
        let total = wholes.first().copied().or(named);
        let parts: Vec<usize> = others.into_iter().filter(|at| Some(*at) != total).collect();
        let label_first = match (hits.first(), parts.first()) {
            (Some(hit), Some(number)) => hit.0.start < *number && self.labels(hit, *number),
            _ => false,
        };
        if let Some(Word::Figure(total)) = total.map(|at| &self.0[at]) {
            counts.total = Some(*total);
            counts.printed = true;
        }
        for (place, at) in parts.iter().enumerate() {
            let until = parts.get(place + 1).copied().unwrap_or(self.0.len());
            if label_first {
                if let Some((_, stand)) = hits.iter().rev().find(|hit| self.labels(hit, *at)) {
                    self.part(*at, *stand, counts);
                }
                continue;
            }
            let end = self.sentence_end(*at).min(until);
            let mut after = hits.iter().filter(|hit| hit.0.start > *at && hit.0.end <= end);
            let Some((_, stand)) = after.next().filter(|hit| hit.0.start - at <= 14) else {
                // The last of them may stand the other way round: "too early to judge 2".
                let label = hits.iter().rposition(|hit| self.labels(hit, *at));
                let taken = place
                    .checked_sub(1)
                    .and_then(|before| hits.iter().position(|hit| hit.0.start > parts[before]));
                if let Some(label) = label.filter(|label| Some(*label) > taken) {
                    self.part(*at, hits[label].1, counts);
                }
                continue;
            };
            let next = after.clone().next().map(|(_, next)| *next);
            if let Some(lost) = self.of_those_off(*at, (*stand, next), counts) {
                counts.parts.push((Stand::Lost, lost));
                continue;
            }
            self.part(*at, *stand, counts);
            // "one is off track, which will not be met"
            if let (Some((Stand::Off, off)), Some((_, Stand::Lost))) =
                (counts.parts.last().copied(), after.next())
            {
                counts.parts.push((Stand::Lost, off));
            }
        }
        if counts.total.is_none() && counts.parts.len() >= 2 {
            counts.total = Some(counts.sum());
        }
    }

    /// Whether it counts what is on track and what is off it, and says nothing else: so
    /// summaries of targets are put.
    pub(super) fn only_counts(&self) -> bool {
        let hits = self.hits();
        let stands = |wanted| hits.iter().any(|(_, stand)| *stand == wanted);
        let told =
            |at: usize| self.0[at].is(BETWEEN) || hits.iter().any(|(words, _)| words.contains(&at));
        stands(Stand::On)
            && stands(Stand::Off)
            && self.0.iter().any(Word::is_count)
            && (0..self.0.len()).all(|at| !matches!(self.0[at], Word::Said(_)) || told(at))
    }

    /// How many of those off track, counted already, are lost: "3 of those off track will
    /// not be met".
    fn of_those_off(
        &self,
        at: usize,
        stands: (Stand, Option<Stand>),
        counts: &Counts,
    ) -> Option<u32> {
        let Word::Figure(number) = self.0[at] else { return None };
        let [of, those] = self.0.get(at + 1..at + 3)? else { return None };
        let among = of.is(&["of"]) && those.is(&["those", "these", "the", "them"]);
        let lost = stands == (Stand::Off, Some(Stand::Lost));
        (lost && among && counts.part(Stand::Off)? >= number).then_some(number)
    }

    /// Adds the count at `at`, which stands so, unless it only counts some of
    /// those just counted.
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
        let among = self.is_among(at, counts, (number, stand));
        match stand {
            Stand::Lost if !among => counts.parts.extend([(Stand::Off, number), (stand, number)]),
            Stand::Lost => counts.parts.push((stand, number)),
            _ if among => {}
            _ => counts.parts.push((stand, number)),
        }
    }

    /// Whether the number at `at` counts some of those counted just before: it
    /// says "of which" or "of these" and all are counted already, or it is of those
    /// lost and there is no room for more.
    fn is_among(&self, at: usize, counts: &Counts, (number, stand): (u32, Stand)) -> bool {
        let Some((_, before)) = counts.parts.iter().rev().find(|part| part.0 != Stand::Lost) else {
            return false;
        };
        let near = |from: usize, to: usize| {
            let words = &self.0[from.min(self.0.len())..to.min(self.0.len())];
            let of_them = words.windows(2).any(|pair| {
                pair[0].is(&["of"]) && pair[1].is(&["which", "these", "those", "them", "whom"])
            });
            of_them || words.iter().any(|w| w.is(&["including", "includes"]))
        };
        let said = near(at.saturating_sub(3), at) || near(at + 1, at + 4);
        let more = counts.sum().saturating_add(number);
        let full = counts.total.is_some_and(|total| more > total);
        number <= *before
            && ((full && stand == Stand::Lost)
                || (said && counts.total.is_none_or(|total| counts.sum() >= total))
                || (said && Self::follows_off(counts)))
    }

    /// Whether those counted last are off track, so that "of which" speaks of
    /// them.
    fn follows_off(counts: &Counts) -> bool {
        matches!(counts.parts.last(), Some((Stand::Off | Stand::Lost, _)))
    }

    /// Whether the number at `at` is the whole that another is a part of: "5
    /// of 7", "seven of the ten", "two out of 9", "20% of 15".
    fn is_whole(&self, at: usize) -> bool {
        if !matches!(self.0[at], Word::Figure(_)) {
            return false;
        }
        let mut back = at;
        if back > 0 && self.0[back - 1].is(&["the", "our", "its", "all", "these"]) {
            back -= 1;
        }
        if back == 0 || !self.0[back - 1].is(&["of"]) {
            return false;
        }
        let before = back.checked_sub(2).map(|before| &self.0[before]);
        before.is_some_and(|word| word.is_count() || word.is(&["out"]) || *word == Word::Sign('%'))
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
                word.is(LABELS)
                    || matches!(word, Word::Sign(':' | '=' | '(' | '-' | '\u{2013}' | '|'))
            })
    }

    fn sentence_end(&self, at: usize) -> usize {
        (at..self.0.len()).find(|n| self.0[*n] == Word::Stop).unwrap_or(self.0.len())
    }
}
