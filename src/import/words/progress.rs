//! How far an action is, in the words and colours that logs use.

use super::fold::fold;
use crate::model::ActionStatus;

/// Each state, with the words that mean it and those that it may begin with.
const WORDS: &[(ActionStatus, &[&str], &[&str])] = &[
    (
        ActionStatus::Open,
        &[
            "",
            "open",
            "no",
            "not started",
            "outstanding",
            "new",
            "off",
            "false",
            "to do",
            "todo",
            "overdue",
            "n",
            "red",
            "0",
        ],
        &[],
    ),
    (
        ActionStatus::Complete,
        &[
            "on",
            "yes",
            "true",
            "100",
            "x",
            "y",
            "achieved",
            "finished",
            "discharged",
            "actioned",
            "1",
            "blue",
            "b",
        ],
        &["complete", "closed", "done"],
    ),
    (
        ActionStatus::InProgress,
        &[
            "on going",
            "under way",
            "underway",
            "started",
            "in hand",
            "amber",
            "green",
            "live",
            "on track",
        ],
        &[
            "in progress",
            "ongoing",
            "part complete",
            "partially complete",
            "partly complete",
            "nearly complete",
        ],
    ),
    (
        ActionStatus::Cancelled,
        &["cancelled", "dropped", "no longer required", "abandoned"],
        &["withdrawn"],
    ),
    (ActionStatus::Superseded, &["superseded", "replaced", "subsumed"], &[]),
];

/// Whether `said` is a colour alone, of which each log has a meaning of its own.
#[must_use]
pub fn is_colour(said: &str) -> bool {
    ["red", "amber", "green", "blue"].contains(&fold(said).as_str())
}

/// The state that `said` means, if it is known; nothing said is open.
#[must_use]
pub fn of(said: &str) -> Option<ActionStatus> {
    // "50% complete" is under way.
    let part = said.split_once('%').and_then(|(part, _)| part.trim().parse::<u32>().ok());
    if part.is_some_and(|part| (1..100).contains(&part)) {
        return Some(ActionStatus::InProgress);
    }
    // "Green - complete": the words say more than the colour.
    let dash = said.split_once(" - ").or_else(|| said.split_once(" \u{2013} "));
    if let Some((colour, words)) = dash
        && is_colour(colour)
        && let Some(status) = of(words)
    {
        return Some(status);
    }
    // "Complete? Helen to check": nobody says that it is.
    if said.contains('?') {
        return None;
    }
    let first = said.split_once([',', ';']).map(|(first, _)| first);
    // A box is ticked, or it is not; a cross may mean either.
    match said.trim() {
        "\u{2713}" | "\u{2714}" | "\u{2611}" => return Some(ActionStatus::Complete),
        "\u{2610}" => return Some(ActionStatus::Open),
        "\u{2717}" | "\u{2718}" | "\u{2612}" => return None,
        _ => {}
    }
    let said = fold(said);
    // What was closed because nobody needs it was not done.
    let unneeded = ["no longer", "not required", "not needed", "not proceeding", "not pursued"];
    if said.starts_with("closed superseded") {
        return Some(ActionStatus::Superseded);
    }
    if unneeded.iter().any(|words| said.contains(words)) {
        return Some(ActionStatus::Cancelled);
    }
    let means = |(_, whole, begins): &&(ActionStatus, &[&str], &[&str])| {
        whole.contains(&said.as_str()) || begins.iter().any(|word| said.starts_with(word))
    };
    let known = WORDS.iter().find(means).map(|(status, ..)| *status);
    // "Open, overdue; put back once": the first says how far it is.
    known.or_else(|| of(first.filter(|first| !first.trim().is_empty())?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_colours_tell_how_far_an_action_is() {
        assert_eq!(of(""), Some(ActionStatus::Open));
        assert_eq!(of("Completed 3 May"), Some(ActionStatus::Complete));
        assert_eq!(of("Amber"), Some(ActionStatus::InProgress));
        assert_eq!(of("Green - complete"), Some(ActionStatus::Complete));
        assert_eq!(of("Red \u{2013} not started"), Some(ActionStatus::Open));
        assert_eq!(of("Withdrawn"), Some(ActionStatus::Cancelled));
        assert_eq!(of("Closed \u{2013} no longer required"), Some(ActionStatus::Cancelled));
        assert_eq!(of("50% complete"), Some(ActionStatus::InProgress));
        assert_eq!(of("100%"), Some(ActionStatus::Complete));
        assert_eq!(of("perhaps"), None);
        assert_eq!(of("\u{2713}"), Some(ActionStatus::Complete));
        assert_eq!(of("\u{2610}"), Some(ActionStatus::Open));
        assert_eq!(of("\u{2717}"), None);
        assert_eq!(of("Closed - superseded by action 5"), Some(ActionStatus::Superseded));
        assert_eq!(of("Closed (not pursued)"), Some(ActionStatus::Cancelled));
        assert_eq!(of("Withdrawn \u{2013} merged into 1"), Some(ActionStatus::Cancelled));
    }
}
