//! What an item of business is for, as its title shows.

use super::super::super::words::fold::fold;
use crate::model::ItemKind;

/// What items are for, by words that their titles have.
const KINDS: &[(ItemKind, &[&str])] = &[
    (ItemKind::Apologies, &["apologies", "apology"]),
    (
        ItemKind::Interests,
        &[
            "declarations of interest",
            "declaration of interest",
            "interests",
            "conflicts of interest",
        ],
    ),
    (
        ItemKind::Exclusion,
        &[
            "exclusion of press",
            "exclusion of public",
            "exclusion of the press",
            "exclusion of the public",
            "exempt items",
            "exempt business",
            "exclude the press",
            "exclude the public",
            "confidential items",
        ],
    ),
    (
        ItemKind::Minutes,
        &[
            "minutes",
            "notes of last",
            "notes of the last",
            "matters arising",
            "notes of previous",
            "minutes from",
        ],
    ),
    (
        ItemKind::Address,
        &[
            "petition",
            "public address",
            "speaking to",
            "public question",
            "public participation",
            "deputations",
            "questions from",
        ],
    ),
    (ItemKind::Plan, &["forward plan", "work programme", "work plan", "forward programme"]),
    (ItemKind::Urgent, &["urgent business", "urgent items"]),
    (
        ItemKind::Dates,
        &["date of next", "dates of", "date and time of next", "next meeting", "date of the next"],
    ),
    (ItemKind::Other, &["any other business", "aob", "other business"]),
    (
        ItemKind::Welcome,
        &["welcome", "introductions", "introduction of participants", "call to order", "roll call"],
    ),
];

/// What a column says of items that ask for nothing to be decided.
const INFORMING: &[&str] = &[
    "information",
    "for information",
    "to note",
    "for noting",
    "noting",
    "note",
    "assurance",
    "discussion",
    "for discussion",
    "discuss",
    "for assurance",
    "update",
    "verbal",
];

/// What a column says of items that ask for a decision, without saying which.
const DECIDING: &[&str] = &[
    "decision",
    "for decision",
    "approve",
    "approval",
    "for approval",
    "agree",
    "agreement",
    "for agreement",
    "endorse",
    "endorsement",
    "action",
    "for action",
];

/// What is recommended: nothing, where it only says what the item is for, or that
/// something is recommended.
pub(in super::super) fn sought(recommendation: &str) -> String {
    let folded = fold(recommendation);
    let only = INFORMING.contains(&folded.as_str())
        || DECIDING.contains(&folded.as_str())
        || matches!(folded.as_str(), "recommendation" | "recommendations");
    if only { String::new() } else { recommendation.to_owned() }
}

/// What an item is for, by its title and what is asked of the meeting.
pub(in super::super) fn of(title: &str, recommendation: &str) -> ItemKind {
    let folded = fold(title);
    let found = KINDS.iter().find(|(_, words)| words.iter().any(|word| folded.contains(word)));
    match found {
        Some((kind, _)) => *kind,
        None if INFORMING.contains(&fold(recommendation).as_str()) => ItemKind::Information,
        None if !recommendation.is_empty() => ItemKind::Decision,
        None if folded.ends_with(" update") || folded.contains("for information") => {
            ItemKind::Information
        }
        None => ItemKind::Report,
    }
}
