//! What an item asks of the meeting.

use super::super::super::words::fold::fold;
use super::line::Line;
use super::title;

/// Whether a line asks something of the meeting.
pub(super) fn is_asking(folded: &str) -> bool {
    let asks = [
        "recommended to",
        "is recommended",
        "recommendation",
        "is invited to",
        "is asked to",
        "are asked to",
        "are invited to",
    ];
    folded.starts_with("recommended")
        || folded.starts_with("to ")
        || asks.iter().any(|words| folded.contains(words))
}

/// Whether a line gives what it asks as a recommendation, under that name.
pub(super) fn is_labelled(text: &str) -> bool {
    fold(text).starts_with("recommend")
}

/// Whether `line` takes what `text` asks: it has nothing yet, or what it has was only
/// asked in passing and this is the recommendation.
pub(super) fn takes(line: &Line, text: &str) -> bool {
    line.recommendation.is_empty() || (is_labelled(text) && !line.labelled)
}

/// What a line asks of the meeting, without the words that ask: "The Committee
/// is RECOMMENDED to approve the plan." asks "to approve the plan".
pub(super) fn asked(text: &str) -> String {
    let lower = text.to_lowercase();
    let verbs = ["recommended to", "invited to", "asked to"];
    let labels = ["recommendations:", "recommendation:", "recommended:"];
    let after = verbs
        .into_iter()
        .find_map(|words| Some(lower.find(words)? + words.len() - "to".len()))
        .or_else(|| labels.into_iter().find(|label| lower.starts_with(label)).map(str::len))
        .or_else(|| Some(lower.find("is recommended:")? + "is recommended:".len()));
    let rest = after.filter(|_| lower.len() == text.len()).and_then(|at| text.get(at..));
    let rest = rest.map_or(text, |rest| rest.trim_start_matches([':', ' ']));
    let rest = if rest.is_empty() { text } else { rest };
    rest.trim().trim_end_matches('.').to_owned()
}

/// Whether `text` only opens a recommendation, whose parts follow it: "The
/// Committee is RECOMMENDED to:".
pub(in super::super) fn opens_asking(text: &str) -> bool {
    let folded = fold(text);
    let open = text.trim_end().ends_with(':')
        || [" recommended to", " recommended that"].iter().any(|words| folded.ends_with(words))
        || matches!(folded.as_str(), "recommendations" | "recommendation");
    let asks = ["asked to", "invited to"].iter().any(|words| folded.ends_with(words));
    open && (asks || folded.contains("recommend"))
}

/// Adds one part to what is asked of the meeting: "(a) note the report".
pub(in super::super) fn part_asked(text: &str, line: &mut Line) {
    if opens_asking(&line.recommendation) {
        // What only opened it says nothing of its own.
        let opening = line.recommendation.trim_end_matches(':').trim();
        let bare =
            matches!(fold(opening).as_str(), "recommendations" | "recommendation" | "recommended");
        line.recommendation = if bare { String::new() } else { format!("{opening}:") };
    }
    // "RECOMMENDED to: (a) note it" is to (a) note it.
    if matches!(line.recommendation.as_str(), "to:" | "to") {
        "to".clone_into(&mut line.recommendation);
    }
    let parted = if line.recommendation.is_empty() { "" } else { " " };
    line.recommendation.push_str(parted);
    line.recommendation.push_str(text.trim());
}

/// Whether `text` sets out the recommendation of `line`, of which there is the opening
/// alone: "Recommendation", and under it what it is.
pub(super) fn goes_on(text: &str, line: &Line) -> bool {
    opens_asking(&line.recommendation) && !title::is_lead(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_stands_without_the_asking() {
        for (text, want) in [
            ("The Committee is RECOMMENDED to approve the plan.", "to approve the plan"),
            ("Members are invited to comment.", "to comment"),
            ("Recommendation: that the plan be approved.", "that the plan be approved"),
            ("RECOMMENDATIONS", "RECOMMENDATIONS"),
        ] {
            assert_eq!(asked(text), want);
        }
    }
}
