//! What a line of minutes tells somebody to do.

use super::super::super::paper::Block;
use super::super::super::words::fold::fold;
use super::super::super::words::{due, name, when};
use super::super::letterhead::is_post;
use super::super::people::is_name;

/// An action in a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Assigned {
    /// The number and year it is referred to by, if that is printed.
    pub(super) reference: Option<(i32, u32)>,
    /// Who, as printed; empty if nobody.
    pub(super) who: String,
    /// Who helps, as printed.
    pub(super) with: Vec<String>,
    /// What.
    pub(super) text: String,
    /// By when.
    pub(super) due: Option<due::Due>,
}

/// How long the label of an action is at most, with whoever is to do it, in bytes.
const LABEL: usize = 200;

/// The action that `text` gives.
pub(super) fn action(text: &str) -> Option<Assigned> {
    let trimmed = text.trim();
    if let Some(said) = undashed(trimmed) {
        return action(&said);
    }
    if let Some(numbered) = numbered(trimmed) {
        return Some(numbered);
    }
    let head = trimmed.split([':', '\u{2013}']).next().filter(|head| head.len() <= LABEL)?;
    let folded = fold(head);
    let named = folded == "action"
        || folded == "actions"
        || folded == "action point"
        || (folded.starts_with("action ")
            && folded.split(' ').count() <= 3
            && head.chars().any(|c| c.is_ascii_digit()));
    // "Action (JF): bring a plan"
    let given = head
        .split_once('(')
        .filter(|(word, _)| matches!(fold(word).as_str(), "action" | "actions"));
    let given = given.and_then(|(_, inside)| inside.trim_end().strip_suffix(')'));
    // "Action DP: confirm the price"
    let initials = ["Action ", "ACTION "].iter().find_map(|word| head.strip_prefix(word));
    let initials = initials.map(str::trim).filter(|who| who.split('/').all(are_initials));
    let given = given.or(initials);
    let opens = (named || given.is_some()) && head.len() < trimmed.len();
    if !opens {
        return None;
    }
    let rest = trimmed[head.len()..].trim_start_matches([':', ' ', '\u{2013}', '-']).trim();
    let (who, mut text) = match given {
        Some(who) => (who.to_owned(), rest.to_owned()),
        None => owner(rest),
    };
    if let Some((text, due)) = behind_comma(&text) {
        let (who, with) = together(&who);
        return Some(Assigned { reference: None, who, with, text, due: Some(due) });
    }
    let due = [" by ", " before ", "(by ", " \u{2013} ", " - "]
        .iter()
        .find_map(|tie| rest.rfind(tie).and_then(|at| due::of(rest[at..].trim_start_matches('('))));
    // The day stands beside the action, and is no part of what is to be done.
    if let Some(due) = &due {
        let bare = text.trim_end_matches(['.', ')']);
        let mut ends = [" by ", " (by ", " \u{2013} ", " - "].iter();
        if let Some(bare) = ends.find_map(|tie| bare.strip_suffix(&format!("{tie}{}", due.said))) {
            text = String::from(bare.trim_end_matches([',', ' ', '-', '\u{2013}']));
        }
    }
    // "agree a programme (May 2026)"
    let bracketed = || {
        let (what, inside) = text.trim_end_matches('.').strip_suffix(')')?.rsplit_once(" (")?;
        Some((due::of(&format!("by {inside}"))?, what.trim_end().to_owned()))
    };
    let (due, text) = match due {
        None => bracketed().map_or((None, text.clone()), |(due, text)| (Some(due), text)),
        due => (due, text),
    };
    let (who, with) = together(&who);
    // Initials, or a day, are nothing to do.
    let nothing = text.is_empty()
        || when::whole_day(&text).is_some()
        || who.is_empty() && text.split(['/', '&', ' ']).all(are_initials);
    (!nothing).then_some(Assigned { reference: None, who, with, text, due })
}

/// Whether `word` is somebody's initials: "TL".
pub(super) fn are_initials(word: &str) -> bool {
    (2..=4).contains(&word.len()) && word.chars().all(|c| c.is_ascii_uppercase())
}

/// An action with a colon behind its label, where a dash parts that from whoever is to do
/// it: "ACTION - JF: bring a plan", "Action - JF - bring a plan".
fn undashed(text: &str) -> Option<String> {
    let dashed = ["ACTION - ", "Action - ", "ACTION \u{2013} ", "Action \u{2013} "];
    let rest = dashed.iter().find_map(|words| text.strip_prefix(words))?;
    if rest.split_once(':').is_some_and(|(who, _)| (1..=5).contains(&words(dated(who).0))) {
        return Some(format!("ACTION: {rest}"));
    }
    let (who, what) = rest.split_once(" - ").or_else(|| rest.split_once(" \u{2013} "))?;
    are_initials(who).then(|| format!("ACTION: {who}: {what}"))
}

/// "draft the bid, 13 November 2026": a whole day after a comma ends what is to be done.
fn behind_comma(text: &str) -> Option<(String, due::Due)> {
    let (what, said) = text.trim_end_matches('.').rsplit_once(", ")?;
    let on = Some(when::whole_day(said)?);
    (!what.is_empty()).then(|| (what.to_owned(), due::Due { on, said: said.to_owned() }))
}

/// `blocks` with the word before each action that stands under "Actions:" alone: the parts of
/// the list below it, and lines that name whoever is to do it.
pub(super) fn headed(blocks: &[Block]) -> Vec<Block> {
    const HEADS: [&str; 5] =
        ["action", "actions", "actions agreed", "agreed actions", "action points"];
    let mut out: Vec<Block> = Vec::new();
    let (mut under, mut head) = (false, None);
    // The initial of whoever is to do it is no letter of a list.
    let initial = |mark: &str| {
        mark.len() == 2 && mark.starts_with(|c: char| c.is_ascii_uppercase()) && mark.ends_with('.')
    };
    for block in blocks {
        let mut block = block.clone();
        if under && initial(&block.marker) {
            block.text = format!("{} {}", std::mem::take(&mut block.marker), block.text);
        }
        let text = block.flat();
        if block.marker.is_empty() && HEADS.contains(&fold(&text).as_str()) {
            out.extend(head.take());
            (under, head) = (true, Some(block));
            continue;
        }
        let plain = action(&text).is_some();
        let said = if plain { block.text.clone() } else { format!("ACTION: {text}") };
        under &= plain || action(&said).is_some_and(|given| can_do(&given.who));
        if under {
            head = None;
            out.push(Block { text: said, ..block });
            continue;
        }
        out.extend(head.take());
        out.push(block);
    }
    out.extend(head);
    out
}

/// Whether `who` can be somebody, which "Date of next meeting" is not.
fn can_do(who: &str) -> bool {
    are_initials(who)
        || is_name(who)
        || is_post(who)
        || name::is_person(who)
        || (words(who) == 1 && who.starts_with(char::is_uppercase))
}

/// The actions that one paragraph gives to several people, each as a line of its own:
/// "Action: Ann Bell to write to the Trust; Ed Fox to book the hall." None, if it gives
/// one, or says more than that.
pub(super) fn several(block: &Block) -> Option<Vec<Block>> {
    let text = block.flat();
    let (label, rest) = text.split_once(':')?;
    if !matches!(fold(label).as_str(), "action" | "actions") {
        return None;
    }
    let parts: Vec<&str> = match rest.trim().split("; ").collect::<Vec<_>>() {
        parts if parts.len() > 1 => parts,
        _ => rest.trim().split(". ").collect(),
    };
    let whose = |part: &&str| {
        let (who, what) = part.split_once(" to ").unwrap_or_default();
        let who = who.trim();
        if what.starts_with("be ") {
            return false;
        }
        can_do(who) && words(who) <= 4
    };
    let all = parts.len() > 1 && parts.iter().all(whose);
    let line = |part: &str| Block {
        text: format!("ACTION: {}", part.trim().trim_end_matches(['.', ';'])),
        ..block.clone()
    };
    all.then(|| parts.into_iter().map(line).collect())
}

/// Those who share what "KO/DW" or "K. Oduya & A. Bell" are given: the first
/// answers for it.
fn together(who: &str) -> (String, Vec<String>) {
    let mut each = who.split(['/', '&']).map(|name| name.trim().to_owned());
    (each.next().unwrap_or_default(), each.filter(|name| !name.is_empty()).collect())
}

/// Who may be meant to do what was said just before, and by when, where a line says no
/// more than that: "ACTION KO/DW", "Action: Ann Bell, by 15 July 2026".
pub(super) fn owner_alone(text: &str) -> Option<(String, Vec<String>, Option<due::Due>)> {
    let rest = text.trim().strip_prefix("ACTION").or_else(|| text.trim().strip_prefix("Action"))?;
    let rest = rest.trim_start_matches([':', ' ', '\u{2013}', '-']).trim().trim_end_matches('.');
    let dated = [", by ", " by ", " \u{2013} ", " - ", ", "].iter().find_map(|tie| {
        let (who, day) = rest.rsplit_once(tie)?;
        let said = tie.ends_with("by ") || when::whole_day(day).is_some();
        Some((who, due::of(&format!("by {day}")).filter(|_| said)?))
    });
    let (rest, due) = dated.map_or((rest, None), |(who, due)| (who, Some(due)));
    let (who, with) = together(rest);
    let short = |name: &String| (1..=4).contains(&words(name));
    (short(&who) && with.iter().all(short)).then_some((who, with, due))
}

/// An action printed with its number: "ACTION A/26/14 Obtain a response. — K.
/// Oduya (with A. Bell), by 30 June 2026".
fn numbered(text: &str) -> Option<Assigned> {
    let rest = text.strip_prefix("ACTION ").or_else(|| text.strip_prefix("Action "))?;
    let (number, rest) = rest.split_once(' ')?;
    let reference = reference(number)?;
    let rest = rest.trim();
    let (what, tail) = rest.rsplit_once(" \u{2014} ").or_else(|| in_columns(rest))?;
    let tail = &*tail.replace(" next meeting", ", next meeting").replace(",,", ",");
    let (who, due) = match tail.rsplit_once(", ") {
        None if tail.contains(" by ") => {
            let (who, said) = tail.rsplit_once(" by ").unwrap_or((tail, ""));
            (who, due::of(said))
        }
        Some((who, "no date given")) => (who, None),
        Some((who, due)) => match due.strip_prefix("by ") {
            Some(said) => (who, due::of(due).or_else(|| due::of(said))),
            None => (who, Some(due::Due { said: due.to_owned(), on: None })),
        },
        None => (tail, None),
    };
    let (who, with) = match who.split_once(" (with ") {
        Some((who, with)) => (who, with.trim_end_matches(')').replace(" and ", ", ")),
        None => (who, String::new()),
    };
    let with = with.split(", ").filter(|name| !name.is_empty()).map(str::to_owned).collect();
    let who = if who == "owner to be named" { String::new() } else { who.to_owned() };
    let text = what.trim_end_matches('.').to_owned();
    Some(Assigned { reference: Some(reference), who, with, text, due })
}

/// What is to be done, and who is to do it by when, where columns parted them and nothing
/// does any more: "Obtain a response. K. Oduya by 30 June 2026".
fn in_columns(rest: &str) -> Option<(&str, &str)> {
    let stops = rest.match_indices(". ").map(|(at, _)| at);
    let named = |at: &usize| {
        let tail = &rest[at + 2..];
        let who = [" (with ", ", by ", " by ", ", next meeting", " next meeting"]
            .iter()
            .filter_map(|end| tail.find(end))
            .min()
            .map_or(tail, |end| &tail[..end]);
        is_name(who.trim_end_matches('.'))
    };
    let at = stops.filter(named).min()?;
    Some((&rest[..=at], rest[at + 2..].trim_end_matches('.')))
}

/// "A/26/14": the fourteenth of 2026. No body has ten thousand in a year.
pub(super) fn reference(text: &str) -> Option<(i32, u32)> {
    let (year, number) = text.strip_prefix("A/")?.split_once('/')?;
    let short = (year.len() == 2).then(|| year.parse::<i32>().ok()).flatten()?;
    Some((2000 + short, (number.len() <= 4).then(|| number.parse().ok()).flatten()?))
}

/// "Ann Bell to write", "Ann Bell: write", "write (Ann Bell)".
fn owner(rest: &str) -> (String, String) {
    let sign = [" \u{2013} ", " - ", ": "].into_iter().filter_map(|sign| rest.find(sign)).min();
    // "dm : David to write" names who it is twice.
    let again = |at: usize| {
        let after = rest[at..].trim_start_matches([' ', ':', '-', '\u{2013}']);
        let named = after.split_once(" to ").is_some_and(|(who, _)| who.split(' ').count() <= 2);
        named && after.starts_with(char::is_uppercase)
    };
    if let Some(at) = sign.filter(|at| rest.find(" to ").is_none_or(|to| *at < to) && !again(*at))
        && let (who, when) = dated(&rest[..at])
        && (1..=4).contains(&words(who))
    {
        let what = rest[at..].trim_start_matches([' ', ':', '-', '\u{2013}']);
        return (who.to_owned(), format!("{}{when}", what.trim_end_matches('.')));
    }
    if let Some((who, what)) = rest.split_once(" to ")
        && (1..=6).contains(&who.split_whitespace().count())
    {
        let who = who.rsplit(" : ").next().unwrap_or(who);
        return (who.trim().trim_end_matches(':').to_owned(), what.trim().to_owned());
    }
    if let Some((who, what)) = rest.split_once([':', '\u{2013}'])
        && (1..=4).contains(&words(who))
    {
        return (who.trim().to_owned(), what.trim().to_owned());
    }
    if let Some(open) = rest.rfind('(').filter(|_| rest.trim_end().ends_with(')')) {
        let inside = rest[open + 1..].trim_end().trim_end_matches(')');
        if inside.split_whitespace().count() <= 4 && when::days(inside).is_empty() {
            return (inside.to_owned(), rest[..open].trim().to_owned());
        }
    }
    (String::new(), rest.to_owned())
}

/// Who is to do something, and " by" when, where both stand before it: "Ann Bell by May".
fn dated(text: &str) -> (&str, String) {
    let parted =
        text.split_once(" by ").filter(|(_, when)| due::of(&format!("by {when}")).is_some());
    let (who, when) =
        parted.map_or((text, String::new()), |(who, when)| (who, format!(" by {when}")));
    (who.trim(), when.trim_end().to_owned())
}

/// How many words `text` has: what joins two names is none.
fn words(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
}

/// When what stands before is due, where a line says that alone: "By: 9 July 2026".
pub(super) fn due_alone(text: &str) -> Option<due::Due> {
    let (label, said) = text.trim().split_once(':')?;
    let labels = ["by", "by when", "due", "due by", "due date", "deadline", "timescale"];
    let said = said.trim().trim_end_matches('.');
    let known = labels.contains(&fold(label).as_str()) && words(said) <= 5;
    known.then(|| due::of(&format!("by {said}"))).flatten()
}

/// The day by which a tracker says an action is due: "[on Ann Bell - due
/// 2014-04-16]".
pub(super) fn tracked(text: &str) -> Option<due::Due> {
    let inside = text.rsplit_once("[on ")?.1;
    let said = inside.split_once("due ")?.1.split(']').next()?.trim().to_owned();
    Some(due::Due { on: when::whole_day(&said), said })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn actions_are_known_by_their_label() {
        let read = |text: &str| action(text).map(|a| (a.who, a.text, a.due.map(|due| due.said)));
        assert_eq!(
            read("ACTION: Ann Bell to write to the Trust by 30 June 2026"),
            Some(("Ann Bell".into(), "write to the Trust".into(), Some("30 June 2026".into())))
        );
        assert_eq!(
            read("ACTION - JB / OT: agree a programme (May 2026)"),
            Some(("JB".into(), "agree a programme".into(), Some("May 2026".into())))
        );
        assert_eq!(
            read("Action \u{2013} circulate the plan (Ann Bell)"),
            Some(("Ann Bell".into(), "circulate the plan".into(), None))
        );
        let shared = "ACTION: Jo Ellis / Olive Tranter: draft the bid";
        let read_with = |text: &str| action(text).map(|a| (a.who, a.with, a.text));
        assert_eq!(
            read_with(shared),
            Some(("Jo Ellis".into(), vec!["Olive Tranter".into()], "draft the bid".into()))
        );
        assert_eq!(read("Actions speak louder"), None);
        let numbered = action(
            "ACTION A/26/14 Obtain a reply. \u{2014} K. Oduya (with A. Bell), by 30 June 2026",
        )
        .unwrap();
        assert_eq!(
            (numbered.reference, numbered.with),
            (Some((2026, 14)), vec!["A. Bell".to_owned()])
        );
        assert_eq!((numbered.who.as_str(), numbered.text.as_str()), ("K. Oduya", "Obtain a reply"));
    }
}
