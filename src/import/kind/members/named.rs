//! The body that the words over a table or a list of members name.

use super::super::super::words::fold::fold;
use super::super::letterhead::{is_body, without_years};
use super::super::place::coded;
use super::word::role_of;
use crate::model::Role;

/// The words before a day: "Membership as at 1 May 2026".
fn undated(text: &str) -> &str {
    let dated = [" (as at ", " as at ", " (as of ", " as of "];
    dated.iter().find_map(|words| text.split_once(words)).map_or(text, |(head, _)| head)
}

/// What those are who stand in a table under `heading`, where that says that they only attend.
pub(super) fn attending(heading: &str) -> Option<Role> {
    let (role, votes) = role_of(heading);
    let short = heading.split_whitespace().count() <= 4;
    role.filter(|role| short && !votes && *role != Role::Member)
}

/// The body that a heading such as "Membership of the Board" names; an empty
/// name for "Members" alone.
pub(super) fn title(text: &str) -> Option<String> {
    let text = undated(text);
    let folded = fold(text);
    let alone = ["members", "membership", "membership list", "list of members", "councillors"];
    let undated = folded.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ');
    if alone.contains(&undated) || folded.starts_with("councillors elected") {
        return Some(String::new());
    }
    let short = folded.split(' ').count() <= 12;
    if let Some(body) = before_word(text).filter(|_| short) {
        return Some(body);
    }
    let words = ["membership of the ", "members of the ", "membership of ", "members of "];
    let lead = words.into_iter().find(|words| folded.starts_with(words)).filter(|_| short)?;
    let skip = lead.split_whitespace().count();
    let body = text.split_whitespace().skip(skip).collect::<Vec<_>>().join(" ");
    Some(without_years(body.trim_end_matches([':', '.'])).to_owned())
}

/// The body of "North Vale Board: membership 2026", "Rivers Board \u{2013} Members".
fn before_word(text: &str) -> Option<String> {
    let bare = text.trim().trim_end_matches(|c: char| c.is_ascii_digit() || "/- ".contains(c));
    let ends = ["membership", "members", "membership list", "list of members"];
    let (body, word) = bare.rsplit_once([':', '\u{2013}', '\u{2014}', '-'])?;
    let fits = ends.contains(&fold(word).as_str()) && is_body(body.trim());
    fits.then(|| body.trim().to_owned())
}

/// The committee whose name alone stands over a table of its members, with its code if that
/// is printed: "Audit Committee (AC)". A political group is none.
pub(super) fn over(text: &str) -> Option<String> {
    let text = without_years(undated(text.trim().trim_end_matches(':')));
    let (name, _) = coded(text);
    let last = fold(name.rsplit(' ').next().unwrap_or_default());
    let group = matches!(last.as_str(), "group" | "party" | "team");
    (is_body(name) && !group && name.split(' ').count() <= 8).then(|| text.to_owned())
}
