//! The labels that minutes put before those who came and those who did not.

use super::super::super::words::fold::fold;
use super::super::super::words::name;
use crate::model::AttendanceStatus::{self, Absent, Apologies, Present};
use crate::model::Capacity;

/// What a label says of the people listed after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Label {
    /// These were there, or not.
    Came(Capacity, AttendanceStatus),
    /// This one presided.
    Chair,
    /// It is not said whether these came.
    Unsaid,
    /// What follows lists nobody's attendance.
    Other,
}

/// The label of those of whom a list does not say whether they came.
pub(super) const UNSAID: &str = "attendance not said";

/// What labels are called, and what each says.
const LABELS: &[(&[&str], Label)] = &[
    (
        &[
            "present",
            "members present",
            "voting members",
            "voting members present",
            "members",
            "attendees",
            "attendance",
            "record of attendance",
            "attending",
            "those present",
            "councillors present",
            "directors present",
            "board members present",
            "committee members present",
            "core members present",
            "joining",
            "substitutes",
            "substitute members",
            "substitutes present",
        ],
        Label::Came(Capacity::Voting, Present),
    ),
    (&["nonvoting members", "nonvoting"], Label::Came(Capacity::NonVoting, Present)),
    (&["coopted members", "cooptees", "coopted"], Label::Came(Capacity::CoOpted, Present)),
    (&["former members", "former member"], Label::Came(Capacity::FormerMember, Present)),
    (
        &[
            "in attendance",
            "also present",
            "other members in attendance",
            "also in attendance",
            "also attending",
            "others present",
            "others in attendance",
            "others attending",
            "invited",
            "invitees",
            "by invitation",
            "guests",
            "observers",
        ],
        Label::Came(Capacity::Invitee, Present),
    ),
    (
        &[
            "officers",
            "officers present",
            "officers in attendance",
            "officers attending",
            "officers in support",
            "council officers",
            "la officers",
            "local authority officers",
            "secretariat",
            "clerk to the board",
            "clerk to the committee",
            "in support",
            "whole of meeting",
            "part of meeting",
            "staff",
            "scribe",
            "minutes by",
            "minute taker",
            "secretary",
        ],
        Label::Came(Capacity::Officer, Present),
    ),
    (
        &[
            "apologies",
            "apologies for absence",
            "regrets",
            "apologies received",
            "apologies from",
            "apologies received from",
            "apologies were received from",
            "apologies for absence were received from",
        ],
        Label::Came(Capacity::Voting, Apologies),
    ),
    (
        &[
            "absent",
            "not present",
            "did not attend",
            "members absent",
            "absent without apology",
            "absent without apologies",
            "not in attendance",
        ],
        Label::Came(Capacity::Voting, Absent),
    ),
    (&["attendance not said"], Label::Unsaid),
    (
        &["chair", "chairman", "chairperson", "convener", "convenor", "in the chair", "presiding"],
        Label::Chair,
    ),
    (
        &["date", "time", "venue", "place", "location", "agenda", "contents", "circulation"],
        Label::Other,
    ),
];

/// The label that `text` opens with, and what follows it.
pub(super) fn label(text: &str) -> Option<(Label, &str)> {
    if let Some(from) = told(text) {
        return Some((Label::Came(Capacity::Voting, Apologies), from));
    }
    let (head, rest) = headed(text)?;
    let called = called(head);
    let known = LABELS.iter().find(|(words, _)| words.contains(&called.as_str()));
    let label = known.map(|(_, label)| *label)?;
    Some((label, rest.trim_start_matches(['-', '\u{2013}', ' ']).trim()))
}

/// The words that may be a label, and what follows them: before a colon, or alone on a
/// short line. A house style gives "Whole of meeting" no colon.
fn headed(text: &str) -> Option<(&str, &str)> {
    let bare = ["Whole of meeting ", "Part of meeting "]
        .iter()
        .find_map(|head| Some((head.trim_end(), text.strip_prefix(head)?.trim_start_matches(':'))));
    let short = text.split_whitespace().count() <= 4;
    bare.or_else(|| text.split_once(':')).or_else(|| short.then_some((text, "")))
}

/// How people came, which makes no difference to whether they did.
const BY: [&str; 8] = [
    " virtually",
    " remotely",
    " online",
    " by video",
    " via teams",
    " via zoom",
    " on teams",
    " by telephone",
];

/// Those who can be said to be present: "Governors present", "Trustees in attendance".
const MEMBERS: [&str; 8] = [
    "governors",
    "trustees",
    "members",
    "councillors",
    "directors",
    "partners",
    "representatives",
    "commissioners",
];

/// What a label is called, without what stands in brackets: "present" for "At a meeting of
/// the Panel there were present".
fn called(head: &str) -> String {
    let bare = fold(head.split('(').next().unwrap_or(head));
    let bare = BY.iter().find_map(|by| bare.strip_suffix(by)).unwrap_or(&bare).to_owned();
    let whose = bare.split_once(' ').filter(|(who, _)| MEMBERS.contains(who));
    match whose {
        Some((_, "present" | "attending" | "in attendance")) => "present".to_owned(),
        Some((_, "absent" | "not present")) => "absent".to_owned(),
        _ if bare.ends_with("there were present") => "present".to_owned(),
        _ => bare,
    }
}

/// Those from whom a line under the item says that apologies came, as a list has them:
/// "Apologies were received from Councillors Marsh and Hollis.", "Apologies: J. Marsh".
pub(super) fn sent_apologies(text: &str) -> Option<String> {
    match label(text) {
        Some((Label::Came(_, Apologies), names)) if !names.is_empty() => {
            Some(as_listed(names.trim_end_matches('.')))
        }
        _ => None,
    }
}

/// Those from whom a sentence says so.
fn told(text: &str) -> Option<&str> {
    if heads_apologies(text) {
        return None;
    }
    let lower = text.to_ascii_lowercase();
    let opens = ["apolog", "an apology "].iter().any(|words| lower.starts_with(words))
        && !lower.starts_with("apologies:");
    // "Apologies were received from", "Apologies for absence were submitted by"
    let whose = [" from ", " submitted by ", " tendered by ", " sent by ", " given by "];
    let (at, whose) = whose.iter().find_map(|whose| Some((lower.find(whose)?, whose)))?;
    let rest = text.get(at + whose.len()..)?;
    if !opens || lower[..at].split(' ').count() > 9 {
        return None;
    }
    // What follows the names says something of them.
    let end = [", for whom", ". ", " and it was", ", who "]
        .iter()
        .flat_map(|words| rest.match_indices(words).map(|(at, _)| at))
        // The stop after an initial or a title ends nothing.
        .filter(|at| {
            let last = rest[..*at].rsplit(' ').next().unwrap_or_default();
            !last.ends_with(|c: char| c.is_ascii_uppercase()) && !name::is_title(last)
        })
        .min()
        .unwrap_or(rest.len());
    Some(rest[..end].trim().trim_end_matches('.'))
}

/// Those names as a list has them: "A, substituted by B, and from C" is "A (substituted by
/// B), C".
fn as_listed(from: &str) -> String {
    let mut text = from.to_owned();
    for and in [", and from ", " and from ", ", from "] {
        text = text.replace(and, ", ");
    }
    for words in [", substituted by ", ", represented by "] {
        while let Some(at) = text.find(words) {
            let end = text[at + 2..].find([',', ';']).map_or(text.len(), |end| at + 2 + end);
            let said = text[at + 2..end].to_owned();
            text.replace_range(at..end, &format!(" ({said})"));
        }
    }
    text
}

/// Whether a line heads columns of who sent apologies and who came instead.
pub(super) fn heads_apologies(line: &str) -> bool {
    let folded = fold(line);
    let columns = ["temporary appointment", "substitute", "substituted by"];
    folded.starts_with("apolog") && columns.iter().any(|column| folded.ends_with(column))
}
