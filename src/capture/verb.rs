//! The verb a decision is put under, and the limbs it comes in.

use crate::model::Verb;

/// A decision taken apart.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Ruled<'a> {
    /// The verb; AGREED if none is given.
    pub(super) verb: Verb,
    /// To whom it is recommended or referred, or until when it is put off.
    pub(super) to_whom: &'a str,
    /// What was decided.
    pub(super) text: &'a str,
}

/// Splits a verb and its object off the front of a decision: "RECOMMENDED TO
/// Cabinet: adopt the plan", "Resolved that it be adopted". What stands where a
/// verb would and is none is refused, and is the answer.
pub(super) fn of(rest: &str) -> Result<Ruled<'_>, &str> {
    let two = Verb::NoDecision.word();
    let (first, after) = match rest.strip_prefix(two) {
        Some(after) if !after.starts_with(char::is_alphanumeric) => (two, after),
        _ => rest.split_once([' ', ':']).unwrap_or((rest, "")),
    };
    let after = if rest[first.len()..].starts_with(':') { &rest[first.len()..] } else { after };
    let capitals = first.len() > 1 && first.chars().all(|c| c.is_ascii_uppercase() || c == ' ');
    let Some(verb) = Verb::from_word(&first.to_uppercase()) else {
        return match rest.split_once(':') {
            // "APPROVED: the plan", but not "PCSOs: two more".
            Some((head, _)) if is_capitals(head) => Err(head.trim()),
            _ if capitals && nearly(first) => Err(first),
            _ => Ok(Ruled { verb: Verb::Agreed, to_whom: "", text: rest }),
        };
    };
    let plain = Ok(Ruled { verb: Verb::Agreed, to_whom: "", text: rest });
    let ruled =
        |to_whom, text| Ok(Ruled { verb, to_whom: str::trim(to_whom), text: str::trim(text) });
    if let Some((object, text)) = after.split_once(':') {
        return match (addressed(object), verb) {
            (Some(""), _) => ruled("", text),
            (Some(whom), _) => ruled(whom, text),
            (None, Verb::Recommended | Verb::Referred) => ruled(object, text),
            // "RESOLVED by all: …" says something that would be lost.
            (None, _) if capitals => Err(rest.split(':').next().unwrap_or(rest).trim()),
            (None, _) => plain,
        };
    }
    let after = after.trim();
    match addressed(after) {
        Some("") if capitals => ruled("", ""),
        Some("") => plain,
        Some(whom) if matches!(verb, Verb::Deferred | Verb::Referred) => ruled(whom, ""),
        Some(whom) if verb == Verb::Recommended => match whom.split_once(" that ") {
            Some((whom, text)) => ruled(whom, text),
            None => ruled("", after),
        },
        // "Noted the report" is said of nothing else.
        _ if matches!(verb, Verb::Noted | Verb::Agreed)
            && first.starts_with(char::is_uppercase) =>
        {
            ruled("", after)
        }
        _ if capitals || ["that ", "to "].iter().any(|word| begins(after, word)) => {
            ruled("", after)
        }
        _ => plain,
    }
}

/// To whom or until when, of "to the Cabinet"; nothing of nothing.
fn addressed(object: &str) -> Option<&str> {
    let object = object.trim();
    if object.is_empty() {
        return Some("");
    }
    begins(object, "to ").then(|| object.get(3..)).flatten()
}

fn begins(text: &str, word: &str) -> bool {
    text.get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word))
}

/// Whether every word is in capitals, and one of them is longer than a name in
/// initials.
fn is_capitals(text: &str) -> bool {
    text.chars().all(|c| c.is_ascii_uppercase() || c == ' ')
        && text.split(' ').any(|word| word.len() > 3)
}

/// Whether `word` is nearly one of the verbs: "DEFER", "RESOLVE", "NOTE".
fn nearly(word: &str) -> bool {
    word.len() > 3 && Verb::ALL.iter().any(|verb| verb.word().starts_with(word))
}

/// The limbs of "(a) that it be done; and (b) that it be paid", or of "that (a) it be
/// done; and (b) it be paid": each is a decision of its own, and gets its letter where
/// it is printed.
pub(super) fn limbs(text: &str) -> Vec<String> {
    let marks = |letter: char| [format!("({letter}) "), format!("({letter}) ").to_uppercase()];
    let mut cuts = Vec::new();
    for letter in 'a'..='z' {
        let from = cuts.last().map_or(0, |(_, after)| *after);
        let found = marks(letter).into_iter().find_map(|mark| {
            let at = from + text.get(from..)?.find(&mark)?;
            Some((at, at + mark.len()))
        });
        match found {
            Some(cut) => cuts.push(cut),
            None => break,
        }
    }
    let stem = cuts.first().and_then(|(at, _)| text.get(..*at)).unwrap_or_default().trim();
    let stem = stem.trim_end_matches(':');
    let joins = ["", "that", "to"].iter().any(|word| stem.eq_ignore_ascii_case(word));
    if cuts.len() < 2 || !joins {
        return vec![text.to_owned()];
    }
    let ends = cuts.iter().skip(1).map(|(at, _)| *at).chain([text.len()]);
    let limb = |((_, from), to): (&(usize, usize), usize)| {
        let limb = text.get(*from..to)?.trim();
        let limb = limb.strip_suffix("and").map_or(limb, str::trim_end);
        Some(limb.trim_end_matches([';', ',']).trim_end())
    };
    let limbs = cuts.iter().zip(ends).filter_map(limb).filter(|limb| !limb.is_empty());
    limbs
        .map(|limb| if stem.is_empty() { limb.to_owned() } else { format!("{stem} {limb}") })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(rest: &str, verb: Verb, to_whom: &str, text: &str) {
        assert_eq!(of(rest), Ok(Ruled { verb, to_whom, text }), "{rest}");
    }

    #[test]
    fn a_verb_is_read_with_its_colon_and_without() {
        check("RESOLVED: that it be done", Verb::Resolved, "", "that it be done");
        check("RESOLVED that it be done", Verb::Resolved, "", "that it be done");
        check("Resolved that it be done", Verb::Resolved, "", "that it be done");
        check("NOTED the report", Verb::Noted, "", "the report");
        check("Noted the report", Verb::Noted, "", "the report");
        check("Agreed in principle", Verb::Agreed, "", "in principle");
        check("NOTED", Verb::Noted, "", "");
        check("RECOMMENDED TO Cabinet: to act", Verb::Recommended, "Cabinet", "to act");
        check("RECOMMENDED Cabinet: to act", Verb::Recommended, "Cabinet", "to act");
        check("RECOMMENDED to Cabinet that it act", Verb::Recommended, "Cabinet", "it act");
        check("NO DECISION: it was late", Verb::NoDecision, "", "it was late");
        check("deferred to next meeting", Verb::Deferred, "next meeting", "");
        check("that it be done: at once", Verb::Agreed, "", "that it be done: at once");
        check("Resolved issues stay closed", Verb::Agreed, "", "Resolved issues stay closed");
        check("CCTV to be bought", Verb::Agreed, "", "CCTV to be bought");
    }

    #[test]
    fn what_only_stands_where_a_verb_would_is_refused() {
        assert_eq!(of("APPROVED: the plan"), Err("APPROVED"));
        assert_eq!(of("DEFER to January"), Err("DEFER"));
        assert_eq!(of("NO DECISIONS: it was late"), Err("NO DECISIONS"));
        assert_eq!(of("RESOLVED by all: to act"), Err("RESOLVED by all"));
    }

    #[test]
    fn lettered_limbs_are_decisions_of_their_own() {
        let text = "(a) that A be done; and (b) that B be paid";
        assert_eq!(limbs(text), ["that A be done", "that B be paid"]);
        let text = "that (a) A be done; (b) B be paid";
        assert_eq!(limbs(text), ["that A be done", "that B be paid"]);
        let text = "that the fees (a) of A, and (b) of B, be paid";
        assert_eq!(limbs(text), [text]);
        assert_eq!(limbs("that (a) it be done"), ["that (a) it be done"]);
        assert_eq!(limbs("(a) alone"), ["(a) alone"]);
    }
}
