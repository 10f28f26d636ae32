//! Lines about the interests that people declare.

use super::arrange::numbered;
use super::{Place, Read, Reading, Unclear, person, wants};
use crate::model::{Entry, Interest, InterestId, InterestKind, InterestOutcome, Item, Mint};
use crate::rules::{Profile, sentence};

pub(super) fn declare(rest: &str, place: &Place<'_>, mint: &mut Mint) -> Read {
    let Some((said, nature)) = rest.split_once(':') else {
        let _ = person(place, rest)?;
        return wants("a colon and the nature of the interest");
    };
    let (said, about) = business(said, place)?;
    let id = person(place, said)?;
    let (nature, outcome) = outcome_of(nature.trim());
    let (nature, dispensation) = dispensation_of(nature);
    // What came of it may stand before the dispensation, too.
    let (nature, outcome) = match outcome {
        None => outcome_of(nature),
        said => (nature, said),
    };
    let item = match about {
        Some(item) => &item.id,
        None => super::item(place)?,
    };
    let (kind, nature) = kind_of(nature);
    let votes = |kind| came_of(outcome, kind, rest);
    let declared = || place.sitting.interests.iter().filter(|i| i.person == id && i.item == *item);
    let said = |of: &Interest| Interest {
        nature: if nature.is_empty() { of.nature.clone() } else { nature.to_owned() },
        outcome: votes(kind.unwrap_or(of.kind)).or(of.outcome),
        kind: kind.unwrap_or(of.kind),
        dispensation: if dispensation.is_empty() {
            of.dispensation.clone()
        } else {
            dispensation.to_owned()
        },
        ..of.clone()
    };
    // A member may have several in one item; what came of them goes for each.
    let same = |of: &&Interest| nature.is_empty() || of.nature.eq_ignore_ascii_case(nature);
    let mut interests: Vec<Interest> = declared().filter(same).map(said).collect();
    let mut by = String::new();
    if interests.is_empty() {
        if nature.is_empty() {
            return wants("the nature of the interest");
        }
        if kind.is_none() {
            by = format!(", as nothing else is said before its nature ({})", kinds(place));
        }
        interests.push(Interest {
            id: InterestId::mint(mint),
            meeting: place.sitting.meeting.id.clone(),
            item: item.clone(),
            person: id.clone(),
            kind: kind.unwrap_or_else(|| usual(place)),
            nature: nature.to_owned(),
            outcome: votes(kind.unwrap_or_else(|| usual(place))),
            dispensation: dispensation.to_owned(),
            rank: mint.rank(),
        });
    }
    let of = about.map(|item| format!(" in item {}", item.number)).unwrap_or_default();
    let said = told(&interests, &of);
    let preview = format!("{} declares {said}{by}", place.sitting.name_of(&id));
    let entries = interests.into_iter().map(|interest| Entry::Declared { interest }).collect();
    Ok(Reading { entries, preview })
}

/// What came of an interest of `kind`, of which `said` tells. A personal one keeps nobody
/// from voting: who spoke, and is not said to have kept from it, took part.
fn came_of(
    outcome: Option<InterestOutcome>,
    kind: InterestKind,
    said: &str,
) -> Option<InterestOutcome> {
    let voted = !said.to_lowercase().contains("not vote");
    match outcome {
        Some(InterestOutcome::Spoke) if kind == InterestKind::Personal && voted => {
            Some(InterestOutcome::Stayed)
        }
        outcome => outcome,
    }
}

/// Interests in words, with what came of them: "a personal interest in item 7:
/// a lease (stayed)".
fn told(interests: &[Interest], of: &str) -> String {
    let each: Vec<String> = interests
        .iter()
        .map(|interest| {
            let kind = sentence::an_interest(interest.kind);
            let what = interest.outcome.map_or("no outcome yet".into(), InterestOutcome::plain);
            format!("{kind}{of}: {} ({what})", interest.nature)
        })
        .collect();
    each.join(", and ")
}

/// Who declares it, and in which item if that comes later: "Farrow on item 7".
fn business<'p>(said: &'p str, place: &Place<'p>) -> Result<(&'p str, Option<&'p Item>), Unclear> {
    let Some((name, number)) = said.rsplit_once(" on ") else { return Ok((said, None)) };
    let number = number.trim().trim_start_matches("item ");
    let found = numbered(place.sitting, number);
    // "Strand on Green" is a name.
    match found {
        Err(_) if !number.starts_with(|c: char| c.is_ascii_digit()) => Ok((said, None)),
        found => Ok((name, Some(found?))),
    }
}

/// What may be said of an outcome, whole phrases before their parts.
const OUTCOMES: &[(&str, InterestOutcome)] = &[
    ("stayed and took part", InterestOutcome::Stayed),
    ("stayed and spoke", InterestOutcome::Stayed),
    ("stayed and voted", InterestOutcome::Stayed),
    ("stayed in the room", InterestOutcome::Stayed),
    ("remained in the room", InterestOutcome::Stayed),
    ("remained in the meeting", InterestOutcome::Stayed),
    ("remained", InterestOutcome::Stayed),
    ("stayed", InterestOutcome::Stayed),
    ("spoke and did not vote", InterestOutcome::Spoke),
    ("spoke but did not vote", InterestOutcome::Spoke),
    ("did not vote", InterestOutcome::Spoke),
    ("spoke", InterestOutcome::Spoke),
    ("withdrew for the item", InterestOutcome::Withdrew),
    ("withdrew from the item", InterestOutcome::Withdrew),
    ("withdrew from the room", InterestOutcome::Withdrew),
    ("withdrew from the meeting", InterestOutcome::Withdrew),
    ("left the room", InterestOutcome::Withdrew),
    ("left the meeting", InterestOutcome::Withdrew),
    ("withdrew", InterestOutcome::Withdrew),
    ("st", InterestOutcome::Stayed),
    ("sp", InterestOutcome::Spoke),
    ("w", InterestOutcome::Withdrew),
];

/// Takes what came of it off the end of `nature`. The short forms are small
/// letters alone, or an initial at the end of a name might be taken for one.
fn outcome_of(nature: &str) -> (&str, Option<InterestOutcome>) {
    let bare = nature.trim_end_matches('.');
    for (phrase, outcome) in OUTCOMES {
        let Some(cut) = bare.len().checked_sub(phrase.len()) else { continue };
        let (Some(before), Some(end)) = (bare.get(..cut), bare.get(cut..)) else { continue };
        let said =
            if phrase.len() <= 2 { end == *phrase } else { end.eq_ignore_ascii_case(phrase) };
        if said && (before.is_empty() || before.ends_with([' ', ',', ';'])) {
            let before = before.trim_end().trim_end_matches([',', ';']).trim_end();
            return (before.strip_suffix(" and").unwrap_or(before), Some(*outcome));
        }
    }
    (nature, None)
}

/// Splits a dispensation off the nature of an interest: "trustee, dispensation
/// granted on 3 May".
fn dispensation_of(nature: &str) -> (&str, &str) {
    let ties = [", dispensation", "; dispensation", " (dispensation"];
    let found = ties.iter().find_map(|tie| nature.split_once(tie));
    let Some((nature, said)) = found else { return (nature, "") };
    (nature.trim(), said.trim_start_matches(':').trim().trim_end_matches(')'))
}

/// What may be said of a kind, whole phrases before their parts.
const KINDS: &[(&str, InterestKind)] = &[
    ("disclosable pecuniary", InterestKind::Pecuniary),
    ("dpi", InterestKind::Pecuniary),
    ("pecuniary", InterestKind::Pecuniary),
    ("personal and prejudicial", InterestKind::Prejudicial),
    ("prejudicial", InterestKind::Prejudicial),
    ("personal", InterestKind::Personal),
    ("other registrable", InterestKind::Other),
    ("non-registrable", InterestKind::Other),
    ("non-pecuniary", InterestKind::Other),
    ("non pecuniary", InterestKind::Other),
    ("ori", InterestKind::Other),
    ("nri", InterestKind::Other),
    ("other", InterestKind::Other),
];

/// The kind an interest is said to be of ("prejudicial: …", "other registrable
/// interest as a trustee"), and its nature.
fn kind_of(nature: &str) -> (Option<InterestKind>, &str) {
    let lower = nature.to_ascii_lowercase();
    for (phrase, kind) in KINDS {
        let Some(rest) = lower.strip_prefix(phrase) else { continue };
        let after = rest.strip_prefix(" interest").unwrap_or(rest);
        let ends = after.is_empty() || after.starts_with([':', ',', ';']);
        let said = after.len() < rest.len() && after.starts_with(' ');
        if let Some(nature) = nature.get(nature.len() - after.len()..).filter(|_| ends || said) {
            return (Some(*kind), nature.trim_start_matches([':', ',', ';', ' ']));
        }
    }
    (None, nature)
}

/// The kind that interests are of where nobody says: the first of those in force
/// on the day.
fn usual(place: &Place<'_>) -> InterestKind {
    let in_force = Profile::of(&place.sitting.body)
        .and_then(|profile| profile.interests(place.sitting.meeting.date).0.first().copied());
    in_force.unwrap_or(InterestKind::Other)
}

/// The words that say another kind, for a hint.
fn kinds(place: &Place<'_>) -> String {
    let profile = Profile::of(&place.sitting.body);
    let kinds = profile.map_or(&[][..], |of| of.interests(place.sitting.meeting.date).0);
    let words: Vec<String> = kinds.iter().map(|kind| format!("\"{}:\"", kind.word())).collect();
    words.join(" or ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_came_of_an_interest_is_read_in_a_clerks_words() {
        let read = |text| outcome_of(text);
        let withdrew = Some(InterestOutcome::Withdrew);
        assert_eq!(read("trustee, left the room."), ("trustee", withdrew));
        assert_eq!(read("director of a firm withdrew"), ("director of a firm", withdrew));
        assert_eq!(
            read("trustee of Tidy Vale, stayed and spoke"),
            ("trustee of Tidy Vale", Some(InterestOutcome::Stayed))
        );
        assert_eq!(read("neighbour of J. W"), ("neighbour of J. W", None));
        assert_eq!(read("lives near the coast"), ("lives near the coast", None));
    }

    #[test]
    fn the_kind_of_an_interest_is_read_however_it_is_called() {
        let other = Some(InterestKind::Other);
        assert_eq!(kind_of("non-pecuniary: trustee"), (other, "trustee"));
        assert_eq!(kind_of("Other registrable interest as trustee"), (other, "as trustee"));
        assert_eq!(
            kind_of("Disclosable pecuniary, director"),
            (Some(InterestKind::Pecuniary), "director")
        );
        assert_eq!(kind_of("personal, neighbour"), (Some(InterestKind::Personal), "neighbour"));
        assert_eq!(kind_of("personal friend of the owner").0, None);
        assert_eq!(
            dispensation_of("trustee, dispensation granted on 3 May"),
            ("trustee", "granted on 3 May")
        );
    }
}
