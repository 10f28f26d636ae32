//! The numbers of a sentence, in figures and in words.

use std::ops::Range;

use super::token::{Sort, Token, tokens};

/// One word, number or sign of the sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Word {
    Said(String),
    Figure(u32),
    /// "all", "both": as many as there are.
    All,
    /// "the rest": as many as are left.
    Rest,
    Sign(char),
    /// The end of a sentence.
    Stop,
}

impl Word {
    pub(super) fn is_target(&self) -> bool {
        matches!(self, Self::Said(word) if ["target", "targets", "indicator", "indicators", "kpis"].contains(&word.as_str()))
    }

    pub(super) fn is(&self, words: &[&str]) -> bool {
        matches!(self, Self::Said(word) if words.contains(&word.as_str()))
    }

    pub(super) fn is_count(&self) -> bool {
        matches!(self, Self::Figure(_) | Self::All | Self::Rest)
    }
}

/// The words of `text`, without those in `blank`.
pub(super) fn words(text: &str, blank: &Range<usize>) -> Vec<Word> {
    let cut = tokens(text);
    let mut words = vec![];
    let mut next = 0;
    while next < cut.len() {
        if blank.contains(&cut[next].at) {
            next += 1;
            continue;
        }
        let (word, used) = word_at(&cut[next..], next.checked_sub(1).map(|at| cut[at]));
        words.extend(word);
        next += used;
    }
    words
}

/// The next word and how many tokens it took; ordinals, years, percentages and
/// sums of money count nothing.
fn word_at(cut: &[Token<'_>], before: Option<Token<'_>>) -> (Option<Word>, usize) {
    let token = cut[0];
    match token.sort {
        Sort::Number => {
            let tied = cut.get(1).filter(|next| next.at == token.end());
            let money = before.is_some_and(|t| matches!(t.text, "\u{a3}" | "$" | "\u{20ac}"));
            let part = tied.is_some_and(|t| t.is('%') || t.sort == Sort::Word)
                || tied.is_some_and(|t| {
                    t.is('.')
                        && cut.get(2).is_some_and(|n| n.sort == Sort::Number && n.at == t.end())
                });
            let figure = token.number().filter(|n| *n < 1900 && !money && !part);
            (figure.map(Word::Figure), 1)
        }
        Sort::Sign if token.is('.') || token.is(';') || token.is('!') || token.is('?') => {
            let short = before.is_some_and(|t| t.sort == Sort::Word && t.text.chars().count() == 1);
            ((!short).then_some(Word::Stop), 1)
        }
        Sort::Sign if token.is('-') && cut.get(1).is_some_and(|t| t.at == token.end()) => (None, 1),
        Sort::Sign => (token.text.chars().next().map(Word::Sign), 1),
        Sort::Word => {
            let word: String = token
                .text
                .chars()
                .filter(|c| c.is_alphabetic())
                .flat_map(char::to_lowercase)
                .collect();
            match word.as_str() {
                "all" | "both" => (Some(Word::All), 1),
                "rest" | "remainder" | "others" => (Some(Word::Rest), 1),
                "remaining" if !counts_next(cut) => (Some(Word::Rest), 1),
                "none" | "neither" | "nil" => (Some(Word::Figure(0)), 1),
                "no" if cut
                    .get(1)
                    .is_some_and(|t| t.says_any(&["target", "targets", "indicators"])) =>
                {
                    (Some(Word::Figure(0)), 1)
                }
                _ => spelled(cut, &word)
                    .map_or((Some(Word::Said(word)), 1), |(n, used)| (Some(Word::Figure(n)), used)),
            }
        }
    }
}

fn counts_next(cut: &[Token<'_>]) -> bool {
    cut.get(1).is_some_and(|t| {
        t.sort == Sort::Number || spelled(&cut[1..], &t.text.to_lowercase()).is_some()
    })
}

/// A number in words up to ninety-nine, and how many tokens it took.
fn spelled(cut: &[Token<'_>], word: &str) -> Option<(u32, usize)> {
    const UNITS: [&str; 20] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const TENS: [&str; 8] =
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    let place = |names: &[&str], word: &str| {
        names.iter().position(|name| *name == word).and_then(|n| u32::try_from(n).ok())
    };
    if let Some(unit) = place(&UNITS, word) {
        return Some((unit, 1));
    }
    let tens = (place(&TENS, word)? + 2) * 10;
    let hyphen = usize::from(cut.get(1).is_some_and(|t| t.is('-')));
    let unit = cut.get(1 + hyphen).and_then(|t| place(&UNITS[1..10], &t.text.to_lowercase()));
    Some(unit.map_or((tens, 1), |unit| (tens + unit + 1, 2 + hyphen)))
}
