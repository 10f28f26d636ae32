//! Resolutions as councils put them in print, in the one order they are read in.

use crate::import::kind::place::proper;

/// The verb first, then to whom, then what, and in brackets at the end how it was
/// carried: "RESOLVED, on the Chairman's casting vote, that it be kept" is told as
/// "RESOLVED that it be kept (on the Chairman's casting vote)".
pub(super) fn usual(text: &str) -> String {
    let text = recommended(text);
    let (verb, rest) = match ["RESOLVED, ", "AGREED, ", "RECOMMENDED, "]
        .iter()
        .find_map(|verb| Some((verb.trim_end_matches(", "), text.split_once(verb)?)))
    {
        Some((verb, (before, rest))) => (format!("{before}{verb}"), rest),
        None => return text,
    };
    let Some((how, what)) = rest.split_once(", that ").or_else(|| rest.split_once(", to ")) else {
        return text;
    };
    let that = if rest[how.len()..].starts_with(", to ") { "to" } else { "that" };
    // What a lead says of how, and what stands in brackets at the end, are told together.
    let bare = what.trim_end_matches('.');
    let (what, also) = match bare.strip_suffix(')').and_then(|bare| bare.rsplit_once(" (")) {
        Some((what, inside)) => {
            let inside = ["Voting:", "Vote:", "Votes:"]
                .iter()
                .find_map(|label| inside.strip_prefix(label))
                .unwrap_or(inside);
            (what, format!(", {}", inside.trim()))
        }
        None => (bare, String::new()),
    };
    format!("{verb} {that} {what} ({how}{also})")
}

/// What is resolved to be recommended is a recommendation: "RESOLVED TO RECOMMEND TO
/// COUNCIL that".
fn recommended(text: &str) -> String {
    const TO: [&str; 4] = [
        "RESOLVED TO RECOMMEND TO ",
        "RESOLVED TO RECOMMEND ",
        "RESOLVED to recommend to ",
        "RESOLVED to RECOMMEND to ",
    ];
    let Some((before, rest)) = TO.iter().find_map(|to| text.split_once(to)) else {
        return text.to_owned();
    };
    let ends = [" that ", " THAT ", " That ", ":", " \u{2013} ", " - "];
    let Some((at, end)) = ends.iter().filter_map(|end| Some((rest.find(end)?, *end))).min() else {
        return text.to_owned();
    };
    let (whom, what) = (rest[..at].trim(), rest[at + end.len()..].trim());
    let whom = if whom.len() > 3 { proper(whom) } else { whom.to_owned() };
    let that = if end.trim().eq_ignore_ascii_case("that") { "that " } else { "" };
    format!("{before}RECOMMENDED to {whom}: {that}{what}").trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_resolution_is_told_in_one_order() {
        let told = [
            (
                "RESOLVED, on the Chairman's casting vote, that the crossing be kept. (Voting: For 3, Against 3)",
                "RESOLVED that the crossing be kept. (on the Chairman's casting vote, For 3, Against 3)",
            ),
            ("RESOLVED TO RECOMMEND TO COUNCIL:", "RECOMMENDED to Council:"),
            (
                "RESOLVED TO RECOMMEND TO THE CABINET that the plan be adopted.",
                "RECOMMENDED to the Cabinet: that the plan be adopted.",
            ),
            (
                "RESOLVED that it be so, and that it end.",
                "RESOLVED that it be so, and that it end.",
            ),
            (
                "Members resolved, they said, that it be so.",
                "Members resolved, they said, that it be so.",
            ),
        ];
        for (text, want) in told {
            assert_eq!(usual(text), want);
        }
    }
}
