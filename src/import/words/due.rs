//! When something is due, as a sentence says it: "by 30 September 2026", "Aug
//! 2010", "during 2010/11".

use std::ops::Range;

use chrono::NaiveDate;

use super::token::{Sort, Token, tokens};
use super::when;
use crate::model::period;

/// When something is due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    /// The words that say it.
    pub said: String,
    /// The day, if they name one.
    pub on: Option<NaiveDate>,
}

impl Due {
    /// The day: one that the words print whole, or a day of a month that says no year, which
    /// is the next one from `from`.
    #[must_use]
    pub fn by_day(&self, from: NaiveDate) -> Option<NaiveDate> {
        let next = || {
            let (.., at) = when::day_of_month(&self.said)?;
            when::next_day(&self.said, from).filter(|_| !is_past(&self.said[..at.start]))
        };
        self.on.or_else(|| last_given(&self.said)).or_else(next)
    }

    /// The same, with the words; a period is due on its last day, counted from `from` too.
    #[must_use]
    pub fn by_last_day(self, from: NaiveDate) -> (Option<NaiveDate>, String) {
        (self.by_day(from).or_else(|| period::end(&self.said, from)), self.said)
    }
}

/// The day printed whole in `text`; where one was put off, the day to which it was.
fn last_given(text: &str) -> Option<NaiveDate> {
    const PUT_OFF: [&str; 4] = ["extended", "moved", "now", "revised"];
    let days = || when::days(text).into_iter().filter(|day| !is_past(&text[..day.at.start]));
    let put_off = |day: &when::Day| {
        let before = tokens(&text[..day.at.start]);
        before.iter().rev().take(2).any(|word| word.says_any(&PUT_OFF))
    };
    days().find(put_off).or_else(|| days().next()).map(|day| day.on)
}

/// The words that tie a month, season or year to what has to be done by it.
const TIES: &[&str] =
    &["by", "in", "during", "until", "before", "for", "early", "late", "mid", "of", "end"];

/// When `text` says that something is due; a bare year or a weekday says
/// nothing of the kind.
#[must_use]
pub fn of(text: &str) -> Option<Due> {
    if let Some(day) = when::days(text).into_iter().find(|day| !is_past(&text[..day.at.start])) {
        return Some(Due { said: text[day.at].to_owned(), on: Some(day.on) });
    }
    let ahead = |at: &Range<usize>| !is_past(&text[..at.start]);
    if let Some((_, _, at)) = when::day_of_month(text).filter(|(_, _, at)| ahead(at)) {
        return Some(Due { said: text[at].to_owned(), on: None });
    }
    if let Some((period, at)) = when::period(text) {
        let cut = tokens(&text[..at.start]);
        let tied = cut.last().filter(|t| t.says_any(&["during", "by", "in", "until", "before"]));
        let quarter = period.starts_with('Q');
        let said = match tied {
            Some(tie) if tie.says_any(&["during", "until", "before"]) => {
                format!("{} {period}", tie.text.to_lowercase())
            }
            _ => period,
        };
        return (tied.is_some() || quarter || text.trim().len() == at.len())
            .then_some(Due { said, on: None });
    }
    month(text).or_else(|| feast(text)).or_else(|| meeting(text)).map(|said| Due { said, on: None })
}

/// Whether what stands `before` a day says that it has gone by, that a paper bears it, or that
/// something only begins with it: "since", "agreed in", "the letter of", "from".
fn is_past(before: &str) -> bool {
    const DONE: [&str; 12] = [
        "adopted",
        "agreed",
        "appointed",
        "approved",
        "completed",
        "held",
        "launched",
        "met",
        "published",
        "received",
        "written",
        "wrote",
    ];
    const PAPERS: [&str; 7] =
        ["decision", "e-mail", "email", "letter", "minutes", "note", "resolution"];
    let cut = tokens(before);
    let mut words = cut.iter().rev().filter(|token| token.sort == Sort::Word);
    let (Some(last), other) = (words.next(), words.next()) else { return false };
    let after = |those: &[&str]| other.is_some_and(|word| word.says_any(those));
    last.says_any(&["since", "dated", "from", "after", "was", "originally", "previously"])
        || (last.says_any(&["in", "on"]) && after(&DONE))
        || (last.says_any(&["of"]) && after(&PAPERS))
}

/// "Aug 2010", "in June", "by the end of March", "spring 2010".
fn month(text: &str) -> Option<String> {
    let cut = tokens(text);
    (0..cut.len()).find_map(|at| {
        let token = cut[at];
        let capital = token.text.starts_with(char::is_uppercase);
        let season = token.says_any(&["spring", "summer", "autumn", "winter"]);
        let month = capital && token.sort == Sort::Word && when::month(token.text).is_some();
        if !month && !season {
            return None;
        }
        let year = cut.get(at + 1).filter(|t| is_year(t));
        let alone = cut.len() == 1;
        let tied = at.checked_sub(1).is_some_and(|before| cut[before].says_any(TIES));
        let ends = cut.get(at + 1).is_none_or(|t| t.sort == Sort::Sign);
        let enough = year.is_some()
            || alone
            || (tied && (ends || month) && !season)
            || (tied && season && ends);
        let from = start_of(&cut, at);
        let enough = enough && !is_past(&text[..from]);
        enough.then(|| text[from..year.map_or(token.end(), Token::end)].to_owned())
    })
}

/// "by Christmas", "before Michaelmas".
fn feast(text: &str) -> Option<String> {
    let cut = tokens(text);
    let tied = |at: usize| cut[at].says_any(&["by", "before", "until"]);
    let named = |token: &Token<'_>| token.says_any(&["christmas", "easter", "michaelmas"]);
    // "before Easter Road is closed"
    let ends =
        |at: usize| cut.get(at).is_none_or(|next| !next.text.starts_with(char::is_uppercase));
    let at = (1..cut.len()).find(|at| named(&cut[*at]) && tied(*at - 1) && ends(*at + 1))?;
    Some(cut[at].text.to_owned())
}

/// "next meeting", "the July meeting" said in so many words.
fn meeting(text: &str) -> Option<String> {
    let lower = text.to_ascii_lowercase();
    ["next meeting", "as soon as possible", "asap", "immediately", "ongoing"]
        .into_iter()
        .find(|words| lower.contains(words))
        .and_then(|words| lower.find(words).map(|at| text[at..at + words.len()].to_owned()))
}

fn is_year(token: &Token<'_>) -> bool {
    token.text.len() == 4 && token.number().is_some_and(|n| (1900..2200).contains(&n))
}

/// The start of "end of March" or "early June", where the month is at `at`.
fn start_of(cut: &[Token<'_>], at: usize) -> usize {
    let before =
        |n: usize, words: &[&str]| at.checked_sub(n).is_some_and(|i| cut[i].says_any(words));
    if before(1, &["of"]) && before(2, &["end", "beginning", "start", "middle"]) {
        return cut[at - 2].at;
    }
    if before(1, &["early", "late", "mid"]) {
        return cut[at - 1].at;
    }
    cut[at].at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, said: Option<&str>) {
        assert_eq!(of(text).as_ref().map(|due| due.said.as_str()), said, "{text}");
    }

    #[test]
    fn what_a_sentence_says_is_kept_and_nothing_else() {
        check("Class of 2010 project, results of GCSE's Aug 2010.", Some("Aug 2010"));
        check("Chairmanship coming to the county in June.", Some("June"));
        check("The group has met each month since 1 April 2026.", None);
        check("Agreed in June 2025 and followed.", None);
        check("As the letter of 3 March 2026 asks, a plan by 30 June 2026.", Some("30 June 2026"));
        check("The county will press for a strategy during 2010/11", Some("during 2010/11"));
        check("Report by 30 September 2026", Some("30 September 2026"));
        check("by the end of March", Some("end of March"));
        check("Report to the next meeting", Some("next meeting"));
        check("Has only been meeting since 2009", None);
        check("The May family may march in", None);
        check("Review environment representation.", None);
        check("Q2 2010/11", Some("Q2 2010/11"));
    }

    #[test]
    fn a_year_that_is_printed_is_the_year_meant() {
        let from = NaiveDate::from_ymd_opt(2026, 5, 20).unwrap();
        let on = |said: &str| {
            Due { said: said.into(), on: None }.by_last_day(from).0.map(|day| day.to_string())
        };
        for said in [
            "by 6 April 2026",
            "w/c 6 April 2026",
            "before 6 April 2026",
            "revised: 6 April 2026",
            "6th Apr '26",
            "By 06/04/2026",
            "30/03/2026 extended to 6/4/2026",
        ] {
            assert_eq!(on(said).as_deref(), Some("2026-04-06"), "{said}");
        }
        assert_eq!(on("by 6 April").as_deref(), Some("2027-04-06"));
        assert_eq!(on("31 May (revised from 30 April 2026)").as_deref(), Some("2026-05-31"));
        for said in ["after 6 April 2026", "tbc (was 6 April 2026)"] {
            assert_eq!(on(said), None, "{said}");
        }
    }

    #[test]
    fn a_whole_day_is_a_day() {
        assert_eq!(of("30/9/26").and_then(|due| due.on), NaiveDate::from_ymd_opt(2026, 9, 30));
    }
}
