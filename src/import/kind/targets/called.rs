//! What partnerships and targets go by in papers of figures.

use super::super::super::words::fold::fold;
use super::super::super::words::token::tokens;
use super::super::Desk;
use super::super::letterhead::is_body;
use super::super::schedule::called;
use crate::model::Partnership;

/// The partnership that the book knows by `name`.
pub(super) fn partnership<'a>(desk: &Desk<'a>, name: &str) -> Option<&'a Partnership> {
    let known = desk.known.partnerships;
    let by_id = known.iter().find(|p| p.id.0.eq_ignore_ascii_case(name.trim()));
    by_id.or_else(|| called(known, name))
}

/// Whether what stands over a table can only be the name of a partnership.
pub(super) fn is_partnership(name: &str) -> bool {
    let folded = fold(name);
    let last = folded.split(' ').next_back().unwrap_or_default();
    is_body(name) && ["partnership", "trust", "alliance"].contains(&last)
}

/// The code and the wording of an indicator. A national indicator's code may
/// stand before its wording: "NI 117: ...".
pub(super) fn coded(number: &str, indicator: &str) -> (String, String) {
    if !number.is_empty() {
        return (number.to_owned(), indicator.to_owned());
    }
    let cut = tokens(indicator);
    if let [first, second, ..] = cut.as_slice()
        && first.says("ni")
        && second.number().is_some()
    {
        let rest = indicator[second.end()..].trim_start_matches([' ', ':', '-', '\u{2013}', '.']);
        let code = format!("NI {}", second.text);
        return if rest.is_empty() {
            (code, indicator.to_owned())
        } else {
            (code, rest.to_owned())
        };
    }
    (String::new(), indicator.to_owned())
}

/// Whether a code is one of the national indicators'.
pub(super) fn is_national(code: &str) -> bool {
    let rest = code.trim().strip_prefix("NI").map(str::trim_start);
    rest.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
}
