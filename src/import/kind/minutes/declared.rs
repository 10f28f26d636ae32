//! Interests that minutes tell of in sentences and not in a table.
//!
//! "Councillor Hart declared a personal interest in item 24 as a governor of the
//! school."

use super::beside::are_initials_of;
use super::event::{self, Declared};
use super::number;
use super::part::Parts;
use crate::import::kind::agenda::purpose;
use crate::import::words::fold::fold;
use crate::import::words::name::Name;
use crate::model::{InterestOutcome, ItemKind};

/// Takes the paragraphs that tell of interests, and of nothing else, out of the minutes
/// and puts the interests with those that tables list. Where somebody is named who did
/// not come, or an item that is not there, the paragraph is kept as it is.
pub(super) fn gather(parts: &mut Parts) {
    let items: Vec<String> = parts.items.iter().map(|part| part.item.clone()).collect();
    // "minute 26/049", or 49 where no item has that number, is the item minuted under it.
    let minuted: Vec<(u32, Option<i32>, String)> = parts
        .items
        .iter()
        .filter_map(|part| {
            let (number, year) = part.minute?;
            Some((number, year, part.item.clone()))
        })
        .collect();
    let families: Vec<String> =
        parts.roll.iter().map(|listed| fold(&Name::of(&listed.name).family)).collect();
    let names: Vec<String> = parts.roll.iter().map(|listed| listed.name.clone()).collect();
    let known = |found: &Declared| {
        let initials = || names.iter().filter(|name| are_initials_of(&found.who, name)).count();
        let came = families.contains(&fold(&Name::of(&found.who).family)) || initials() == 1;
        came && items.contains(&found.item)
    };
    let placed = |mut found: Vec<Declared>| {
        for one in &mut found {
            let is =
                |number: u32, year: Option<i32>| number::means(&one.item, number, year, &items);
            let under = minuted.iter().find(|(number, year, _)| is(*number, *year));
            if let Some((_, _, item)) = under {
                one.item.clone_from(item);
            }
        }
        found
    };
    let tabled = std::mem::take(&mut parts.declared);
    parts.declared = placed(tabled);
    for part in &mut parts.items {
        if purpose::of(&part.title, "") != ItemKind::Interests {
            let declared = &mut parts.declared;
            part.blocks.retain(|block| match here(&block.flat(), &part.item, &block.place) {
                Some(found) if known(&found) => {
                    declared.push(found);
                    false
                }
                _ => true,
            });
            continue;
        }
        let declared = &mut parts.declared;
        part.blocks.retain(|block| match told(&block.flat(), &block.place).map(&placed) {
            Some(found) if found.iter().all(known) => {
                declared.extend(found);
                false
            }
            _ => true,
        });
    }
}

/// The interest that a line in brackets notes under the item it is in: "(Councillor Hart
/// declared an interest: Personal: governor of a school. Stayed.)"
fn here(text: &str, item: &str, place: &str) -> Option<Declared> {
    let said = text.trim().strip_prefix('(')?.strip_suffix(')')?.trim_end_matches('.');
    let (who, rest) = said.split_once(" declared an interest: ")?;
    let (nature, outcome) = rest.rsplit_once(". ").unwrap_or((rest, ""));
    let outcome = event::outcome(outcome);
    // What is not known for what came of it is a part of the interest.
    let nature = if outcome.is_some() || rest.ends_with(". Not recorded") { nature } else { rest };
    let (kind, nature) = event::kind(nature);
    let (who, item, place) = (who.to_owned(), item.to_owned(), place.to_owned());
    Some(Declared { who, item, kind, nature, outcome, dispensation: String::new(), place })
}

/// The interests that a paragraph tells of; nothing, unless each of its sentences does.
fn told(text: &str, place: &str) -> Option<Vec<Declared>> {
    let said = text.trim().trim_end_matches('.');
    let sentences = said.split(". ").filter(|said| said.split_whitespace().count() > 2);
    let found: Option<Vec<Declared>> = sentences.map(|said| one(said, place)).collect();
    found.filter(|found| !found.is_empty())
}

/// What stands between the item and the nature of the interest.
const AS: [&str; 10] = [
    " as ",
    " because ",
    ", being ",
    " in that ",
    " by virtue of ",
    " due to ",
    " since ",
    " in view of ",
    " owing to ",
    ": ",
];

/// What they then did, as such a sentence ends.
const THEN: [(&str, InterestOutcome); 9] = [
    (" and left the room", InterestOutcome::Withdrew),
    (" and left the meeting", InterestOutcome::Withdrew),
    (" and withdrew", InterestOutcome::Withdrew),
    (" and would leave the room", InterestOutcome::Withdrew),
    (" and did not vote", InterestOutcome::Spoke),
    (" and remained", InterestOutcome::Stayed),
    (" but remained", InterestOutcome::Stayed),
    (" and would remain", InterestOutcome::Stayed),
    (" and stayed", InterestOutcome::Stayed),
];

fn one(said: &str, place: &str) -> Option<Declared> {
    let (who, rest) = said.split_once(" declared a").or_else(|| said.split_once(" declared "))?;
    let rest = rest.strip_prefix("n ").unwrap_or(rest).trim_start();
    let (kind, rest) = rest.split_once("interest").or_else(|| rest.split_once("Interest"))?;
    let rest = rest.trim_start().strip_prefix("in ").or_else(|| rest.strip_prefix("s in "))?;
    let (number, after) = numbered(rest)?;
    if who.split(' ').count() > 6 {
        return None;
    }
    // None of what the record knows: whoever took no part may have stayed in the room.
    let other = [
        "took no part",
        "did not take part",
        "but did not vote",
        "nor vote",
        "not speak",
        "or vote",
    ];
    if other.iter().any(|words| after.contains(words)) {
        return None;
    }
    let then = THEN
        .iter()
        .filter_map(|(words, then)| Some((after.find(words)?, *then)))
        .min_by_key(|(at, _)| *at);
    let (after, outcome) = match then {
        Some((at, InterestOutcome::Stayed)) if !took_part(&after[at..]) => return None,
        Some((at, then)) => (&after[..at], Some(then)),
        None => (after, None),
    };
    let untold = [" left ", " remained", " stayed", " withdrew", " spoke", " vote"];
    if outcome.is_none() && untold.iter().any(|words| after.contains(words)) {
        return None;
    }
    let nature = AS.iter().filter_map(|tie| Some((after.find(tie)?, tie.len()))).min();
    let nature = nature.map_or("", |(at, tie)| after[at + tie..].trim().trim_end_matches(','));
    let kind = kind.trim().trim_end_matches("and").trim();
    let (named, _) = event::kind(&format!("{kind}: x"));
    Some(Declared {
        who: who.trim().to_owned(),
        item: number,
        kind: named,
        nature: if nature.is_empty() { "not said".to_owned() } else { nature.to_owned() },
        outcome,
        dispensation: String::new(),
        place: place.to_owned(),
    })
}

/// The number of the item or minute that an interest is in, and what follows it.
fn numbered(rest: &str) -> Option<(String, &str)> {
    let lower = rest.to_lowercase();
    let item = lower.find("item ").map(|at| at + "item ".len());
    let at = item.or_else(|| lower.find("minute ").map(|at| at + "minute ".len()))?;
    // Nothing but what the item is called stands before its number.
    let lead = lower.get(..at)?.split_whitespace().count();
    // "Minute CAB.74": the letters are the body's.
    let said = rest.get(at..)?;
    let bare = said.trim_start_matches(|c: char| c.is_ascii_uppercase());
    let bare = bare.strip_prefix(['.', '/']);
    let bare = bare.filter(|bare| item.is_none() && bare.len() + 1 < said.len());
    let said = bare.unwrap_or(said);
    let whole = said.trim_start_matches(|c: char| c.is_alphanumeric() || "()./".contains(c));
    let number = said.get(..said.len() - whole.len())?.trim_end_matches(['.', '(']);
    let fits = lead <= 3 && number.starts_with(|c: char| c.is_ascii_digit());
    fits.then(|| (number.to_owned(), &said[number.len()..]))
}

/// Whether whoever remained is said to have taken part.
fn took_part(said: &str) -> bool {
    ["took part", "voted", "spoke", "participated"].iter().any(|words| said.contains(words))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::InterestKind;

    #[test]
    fn an_interest_is_read_from_the_sentence_that_tells_of_it() {
        let read = |text: &str| {
            told(text, "").map(|found| {
                found
                    .into_iter()
                    .map(|d| (d.who, d.item, d.kind, d.nature, d.outcome))
                    .collect::<Vec<_>>()
            })
        };
        assert_eq!(
            read(
                "Councillor Hart declared a personal interest in item 24 as a governor of the school."
            ),
            Some(vec![(
                "Councillor Hart".into(),
                "24".into(),
                Some(InterestKind::Personal),
                "a governor of the school".into(),
                None
            )])
        );
        assert_eq!(
            read(
                "Cllr Bell declared a disclosable pecuniary interest in Agenda Item 5 (Lamps), being a director of the firm, and left the room."
            ),
            Some(vec![(
                "Cllr Bell".into(),
                "5".into(),
                Some(InterestKind::Pecuniary),
                "a director of the firm".into(),
                Some(InterestOutcome::Withdrew)
            )])
        );
        assert_eq!(read("There were no declarations of interest."), None);
        assert_eq!(
            read("Councillor Hart declared an interest in the arts, and item 4 was taken."),
            None
        );
    }
}
