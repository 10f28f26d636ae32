//! The words that lists of members use for people's places and for nobody.

use chrono::NaiveDate;

use super::super::super::words::column::Column;
use super::super::super::words::fold::fold;
use super::super::super::words::name::Name;
use super::super::super::words::when;
use super::super::letterhead::is_body;
use super::super::people::is_name;
use super::super::table::Record;
use crate::model::Role;

/// How long an appointment runs.
#[derive(Debug, Default)]
pub(super) struct Term {
    pub(super) from: Option<NaiveDate>,
    pub(super) to: Option<NaiveDate>,
}

impl Term {
    pub(super) fn of(record: &Record<'_>) -> Self {
        let [from, to] =
            [Column::From, Column::To].map(|column| when::whole_day(&record.get(column)));
        Self { from, to }
    }

    /// What stands where a day should.
    pub(super) fn unread(record: &Record<'_>) -> Vec<String> {
        let said = [Column::From, Column::To].map(|column| record.get(column));
        said.into_iter()
            .filter(|said| !matches!(fold(said).as_str(), "" | "na" | "n a" | "none" | "ongoing"))
            .filter(|said| when::whole_day(said).is_none())
            .collect()
    }
}

/// "Ann Bell, Oakford Trust" or "Ann Bell – Oakford Trust": the name and the rest.
pub(super) fn parted(line: &str) -> (String, String) {
    let open = |at: usize| line[..at].matches('(').count() > line[..at].matches(')').count();
    let cut = [", ", " - ", " \u{2013} ", " \u{2014} "]
        .into_iter()
        .filter_map(|sign| {
            Some((line.match_indices(sign).find(|(at, _)| !open(*at))?.0, sign.len()))
        })
        .min();
    match cut {
        Some((at, length)) => (line[..at].trim().to_owned(), line[at + length..].trim().to_owned()),
        None => (line.trim().to_owned(), String::new()),
    }
}

/// The words before brackets, and those in the first.
pub(super) fn brackets(said: &str) -> (String, String) {
    match said.split_once('(') {
        Some((before, rest)) => {
            let inside = rest.split(')').next().unwrap_or_default();
            (before.trim().trim_end_matches('*').trim().to_owned(), inside.trim().to_owned())
        }
        None => (said.trim().to_owned(), String::new()),
    }
}

/// Whether what stands in brackets after a name says that its bearer is a member no more.
pub(super) fn has_left(inside: &str) -> bool {
    const LEFT: [&str; 6] =
        ["resigned", "left", "stood down", "stepped down", "deceased", "retired"];
    let folded = fold(inside);
    LEFT.iter().any(|left| folded == *left || folded.starts_with(&format!("{left} ")))
}

/// The people that one cell names: "Ann Lee and Bob Dee", "Ada Finch (Chair); Tom Reed".
pub(super) fn people_of(cell: &str) -> Vec<String> {
    let whole = |name: &str| {
        let bare = brackets(name).0;
        let full = bare.split_whitespace().count() >= 2;
        full && (is_name(&bare) || !Name::of(&bare).title.is_empty())
    };
    let cut =
        |by: &str| -> Vec<String> { cell.split(by).map(|part| part.trim().to_owned()).collect() };
    let several = ["; ", " / ", " and ", " & "].into_iter().map(cut);
    let mut several =
        several.filter(|parts| parts.len() > 1 && parts.iter().all(|part| whole(part)));
    several.next().unwrap_or_else(|| vec![cell.to_owned()])
}

/// Those whom a line names, at its commas and semicolons outside brackets.
pub(super) fn apart(line: &str) -> Vec<&str> {
    let mut depth = 0usize;
    line.split(|c: char| {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0 && matches!(c, ',' | ';')
    })
    .collect()
}

/// What a cell that begins with "Vacancy" says the place is for.
pub(super) fn vacant_for(cell: &str) -> Option<&str> {
    let (first, rest) = cell.split_once([' ', ':', ',']).unwrap_or((cell, ""));
    let vacant = matches!(fold(first).as_str(), "vacant" | "vacancy");
    vacant.then(|| rest.trim_start_matches(['-', '\u{2013}', ':', ' ']).trim())
}

/// Whether `said` names the area that those after it stand for, and nobody.
pub(super) fn is_area(said: &str) -> bool {
    let folded = fold(said);
    let areas = ["ward", "wards", "division", "parish", "constituency", "district", "area"];
    folded.contains(' ')
        && folded.rsplit(' ').next().is_some_and(|last| areas.contains(&last))
        && Name::of(said).title.is_empty()
}

/// Whether `said` stands for nobody.
pub(super) fn is_vacant(said: &str) -> bool {
    let folded = fold(said);
    matches!(
        folded.as_str(),
        "n n"
            | "nn"
            | "vacant"
            | "vacancy"
            | "tbc"
            | "tba"
            | "to be confirmed"
            | "to be appointed"
            | "to be nominated"
            | "to be settled"
            | "vacant seat"
    ) || folded.starts_with("vacan")
        || matches!(said.trim(), "-" | "\u{2013}" | "?")
}

/// Whether `said` says of a member that they have no vote.
pub(super) fn is_voteless(said: &str) -> bool {
    let folded = fold(said);
    ["nonvoting", "non voting", "no vote", "no voting", "without a vote", "without voting"]
        .iter()
        .any(|words| folded.contains(words))
}

/// How many places `said` leaves open: "Vacancy", "2 vacancies".
pub(super) fn vacancies(said: &str) -> Option<u8> {
    let folded = fold(said);
    let counted = folded.split_once(' ').and_then(|(n, word)| {
        let times = if n == "one" { Some(1) } else { n.parse().ok() };
        times.filter(|_| matches!(word, "vacancy" | "vacancies" | "vacant"))
    });
    counted.or_else(|| (folded.starts_with("vacan") && is_vacant(said)).then_some(1))
}

/// Whether a row says of those it lists that they vote.
pub(super) fn voting_of(record: &Record<'_>) -> Option<bool> {
    match fold(&record.get(Column::Voting)).as_str() {
        "no" | "n" | "non voting" | "nonvoting" | "none" => Some(false),
        "yes" | "y" | "voting" | "full" => Some(true),
        // Wherever the row says it: "Independent person (non-voting)".
        _ => record.any(is_voteless).then_some(false),
    }
}

/// What a person is on a body, by the words for it, and whether such a person
/// is taken to vote.
pub(super) fn role_of(said: &str) -> (Option<Role>, bool) {
    let folded = fold(said);
    let says = |words: &[&str]| words.iter().any(|word| folded.contains(word));
    // "Chair of Vale LEP" is the chair of another body; what is called a board or the like may
    // be this one.
    let presides = folded.contains("chair of ") || folded.contains("chairman of ");
    let of = said.split_once(" of ").map(|(_, body)| body.split(['(', ',']).next().unwrap_or(body));
    if presides && of.is_some_and(|body| !body.starts_with("the ") && !is_body(body.trim())) {
        return (None, true);
    }
    if says(&["vice chair", "vicechair", "deputy chair", "vice convener"]) {
        (Some(Role::ViceChair), true)
    } else if says(&["coopt"]) {
        (Some(Role::CoOpted), true)
    } else if folded.starts_with("chair")
        || says(&["convener", "convenor", "in the chair", "chairman"])
    {
        (Some(Role::Chair), true)
    } else if says(&["secretar", "officer", "clerk", "advis", "support"]) {
        (Some(Role::Officer), false)
    } else if says(&["observer", "invit", "in attendance"]) {
        (Some(Role::Invitee), false)
    } else if says(&["member", "exofficio", "ex officio"]) || folded == "voting" {
        (Some(Role::Member), true)
    } else if is_voteless(said) {
        (Some(Role::Member), false)
    } else {
        (None, true)
    }
}
