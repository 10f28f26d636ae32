//! Paragraphs that look as though they were meant to record something: typed so,
//! a decision or an action is only text.

/// The verbs that such a decision begins with, in capitals or before a colon.
const DECIDES: &[&str] =
    &["RESOLVED", "AGREED", "RECOMMENDED", "NOTED", "REFERRED", "REFUSED", "DECISION", "DECIDED"];

/// The words that such an action begins with.
const GIVES: &[&str] = &["ACTION", "ACTIONS"];

/// The most words that name who an action is given to.
const OWNER: usize = 5;

/// The capture line that would record what `line`, a paragraph, says as text
/// alone; nothing if it is plain narrative.
#[must_use]
pub fn meant(line: &str) -> Option<String> {
    let line = line.trim();
    let end = line.find(|c: char| !c.is_alphabetic()).unwrap_or(line.len());
    let (word, rest) = line.split_at(end);
    let upper = word.to_uppercase();
    if word != upper && !rest.starts_with(':') {
        return None;
    }
    let rest = rest.trim_start_matches([':', ' ', '\u{2013}', '-']);
    if GIVES.contains(&upper.as_str()) {
        let owner = rest.split_once(" to ").filter(|(who, _)| who.split(' ').count() <= OWNER);
        return Some(match owner {
            Some((who, what)) => format!(".a {who}: {what}"),
            None => format!(".a {rest}"),
        });
    }
    match DECIDES.iter().find(|verb| **verb == upper)? {
        &"DECISION" | &"DECIDED" => Some(format!(".d {rest}")),
        _ => Some(format!(".d {upper}{}", &line[end..])),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_decision_typed_as_a_paragraph_is_told_from_narrative() {
        let check = |line: &str, want: Option<&str>| assert_eq!(meant(line).as_deref(), want);
        check("RESOLVED that it be done", Some(".d RESOLVED that it be done"));
        check("RECOMMENDED TO Cabinet: adopt it", Some(".d RECOMMENDED TO Cabinet: adopt it"));
        check("Resolved: to act", Some(".d RESOLVED: to act"));
        check("DECISION: publish", Some(".d publish"));
        check("ACTION: Ann Bell to write by June", Some(".a Ann Bell: write by June"));
        check("Resolved disputes were rare", None);
        check("The Committee noted it", None);
        check("ACTIONABLE", None);
    }
}
