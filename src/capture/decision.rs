//! Lines about what was decided, and what was put off.

use chrono::NaiveDate;

use super::{Place, Read, Reading, Unclear, item, one, public_business, wants, when, wrong};
use crate::model::{
    Decision, DecisionId, DecisionStatus, Entry, Item, ItemId, ItemStatus, Mint, Motion,
    MotionKind, PersonId, Sitting, Verb, Vote, day,
};
use crate::rules::{motion, room, sentence};

pub(super) fn decide(rest: &str, place: &Place<'_>, mint: &mut Mint) -> Read {
    if rest.is_empty() {
        return wants("what was decided, or \"rec\" for the recommendation");
    }
    let here = item(place)?;
    let about = place.sitting.item(here);
    if rest.eq_ignore_ascii_case("rec") {
        let text = about.map(|item| item.recommendation.trim()).unwrap_or_default();
        if text.is_empty() {
            return Err(wrong(
                "This item has no recommendation to adopt.",
                "Write the decision out.",
            ));
        }
        let mut decision = decision(place, here, Verb::Agreed, "", text, mint);
        decision.as_recommended = true;
        let preview = format!("{} as recommended: {text}", decision.verb.word());
        return Ok(one(Entry::Decided { decision }, preview));
    }
    let (verb, to_whom, text) = verb_of(rest);
    if let Some(unknown) = unknown_verb(rest) {
        let verbs: Vec<&str> = Verb::ALL.iter().map(|verb| verb.word()).collect();
        return Err(wrong(
            format!("\"{unknown}\" is not a verb that decisions are put under."),
            format!("The verbs are {}.", verbs.join(", ")),
        ));
    }
    let needs_text = !matches!(
        verb,
        Verb::Noted | Verb::Deferred | Verb::Withdrawn | Verb::Refused | Verb::Referred
    );
    if needs_text && text.is_empty() {
        return wants("what was decided");
    }
    if matches!(verb, Verb::Recommended | Verb::Referred) && to_whom.is_empty() {
        return wants("to whom, as \"RECOMMENDED TO Cabinet: …\"");
    }
    if verb == Verb::Deferred {
        return set_aside(place, here, to_whom, text, mint);
    }
    let decision = decision(place, here, verb, to_whom, text, mint);
    let preview = format!("Decision: {}", sentence::decision_in_words(&decision));
    if verb == Verb::Withdrawn {
        return Ok(one(withdrawn(place, here, text, decision), preview));
    }
    Ok(one(Entry::Decided { decision }, preview))
}

fn withdrawn(place: &Place<'_>, here: &ItemId, why: &str, decision: Decision) -> Entry {
    Entry::SetAside {
        meeting: place.sitting.meeting.id.clone(),
        item: here.clone(),
        status: ItemStatus::Withdrawn,
        until: String::new(),
        next: None,
        why: why.to_owned(),
        at: place.now,
        decision: Some(Box::new(decision)),
        carried: None,
    }
}

/// A word in capitals before a colon that is none of the verbs: "APPROVED: the
/// plan".
fn unknown_verb(rest: &str) -> Option<&str> {
    let (word, _) = rest.split_once(':')?;
    let word = word.trim();
    let capitals = word.len() > 3 && word.chars().all(|c| c.is_ascii_uppercase());
    (capitals && Verb::from_word(word).is_none()).then_some(word)
}

/// Splits a verb and its object off the front of a decision: "RECOMMENDED TO
/// Cabinet: adopt the plan". Without one it is AGREED.
fn verb_of(rest: &str) -> (Verb, &str, &str) {
    let (head, tail) =
        rest.split_once(':').map_or((rest, None), |(head, tail)| (head, Some(tail.trim())));
    let (first, object) = head.trim().split_once(char::is_whitespace).unwrap_or((head.trim(), ""));
    let verb = Verb::from_word(&first.to_uppercase());
    let object = object.trim();
    let to =
        object.get(..3).filter(|to| to.eq_ignore_ascii_case("to ")).and_then(|_| object.get(3..));
    match (verb, tail) {
        (Some(verb), Some(tail)) if object.is_empty() => (verb, "", tail),
        (Some(verb), Some(tail)) if to.is_some() => (verb, to.unwrap_or_default().trim(), tail),
        (Some(verb), None) if object.is_empty() && first == first.to_uppercase() => (verb, "", ""),
        (Some(verb @ (Verb::Deferred | Verb::Referred)), None) if to.is_some() => {
            (verb, to.unwrap_or_default().trim(), "")
        }
        _ => (Verb::Agreed, "", rest),
    }
}

pub(super) fn decision(
    place: &Place<'_>,
    here: &ItemId,
    verb: Verb,
    to_whom: &str,
    text: &str,
    mint: &mut Mint,
) -> Decision {
    let vote = unclaimed_vote(place.sitting, here);
    let carried = vote
        .and_then(|vote| vote.motion.as_ref())
        .and_then(|id| place.sitting.motions.iter().find(|m| m.id == *id));
    let mover =
        |pick: fn(&Motion) -> &Option<PersonId>| carried.and_then(|motion| pick(motion).clone());
    Decision {
        id: DecisionId::mint(mint),
        meeting: place.sitting.meeting.id.clone(),
        item: here.clone(),
        rank: mint.rank(),
        place: place.paragraph,
        verb,
        to_whom: to_whom.to_owned(),
        text: text.to_owned(),
        as_recommended: false,
        reasons: String::new(),
        alternatives: String::new(),
        mover: mover(|motion| &motion.mover),
        seconder: mover(|motion| &motion.seconder),
        vote: vote.map(|vote| vote.id.clone()),
        effective_on: None,
        reply_by: None,
        status: DecisionStatus::Made,
        replaces: None,
    }
}

/// What a meeting most likely decides on an item, as a line: what it has carried
/// and nobody has put on record yet; else, at first, what was recommended.
#[must_use]
pub fn likely(sitting: &Sitting, item: &Item) -> Option<String> {
    let put = unclaimed_vote(sitting, &item.id).and_then(|vote| vote.motion.as_ref());
    let carried = put.and_then(|id| sitting.motions.iter().find(|motion| motion.id == *id));
    if let Some(carried) = carried {
        let words = motion::substantive(&sitting.motions, carried);
        let recommended = item.recommendation.trim().trim_end_matches('.');
        let same = words.trim().trim_end_matches('.') == recommended;
        return Some(if same { ".d rec".into() } else { format!(".d RESOLVED: {words}") });
    }
    let first = !item.recommendation.is_empty() && sitting.decisions_on(&item.id).next().is_none();
    first.then(|| ".d rec".into())
}

/// The last vote on the item, if it carried and no decision has taken it yet.
fn unclaimed_vote<'a>(sitting: &'a Sitting, here: &ItemId) -> Option<&'a Vote> {
    let vote = sitting.votes.iter().rfind(|vote| vote.item == *here)?;
    let taken = sitting
        .decisions
        .iter()
        .any(|d| d.vote.as_ref() == Some(&vote.id) || (d.item == *here && d.rank > vote.rank));
    let on_amendment = vote.motion.as_ref().is_some_and(|id| {
        sitting.motions.iter().any(|m| m.id == *id && m.kind == MotionKind::Amendment)
    });
    (!taken && !on_amendment && vote.carried(room::voting_places(sitting))).then_some(vote)
}

pub(super) fn reasons(rest: &str, place: &Place<'_>, _: &mut Mint) -> Read {
    let here = item(place)?;
    let Some(last) = place.sitting.decisions_on(here).last() else {
        return Err(wrong(
            "Nothing has been decided on this item yet.",
            "Record the decision first.",
        ));
    };
    if rest.is_empty() {
        return wants("the reasons");
    }
    let decision = Decision { reasons: rest.to_owned(), ..last.clone() };
    Ok(one(Entry::Decided { decision }, format!("Reasons: {rest}")))
}

pub(super) fn defer(rest: &str, place: &Place<'_>, mint: &mut Mint) -> Read {
    if rest.is_empty() {
        return wants("until when");
    }
    let (until, why) = rest.split_once(':').map_or((rest, ""), |(until, why)| (until, why.trim()));
    set_aside(place, item(place)?, until.trim(), why, mint)
}

/// Puts an item off, and onto the agenda of the meeting named if there is one.
fn set_aside(place: &Place<'_>, here: &ItemId, until: &str, why: &str, mint: &mut Mint) -> Read {
    if until.is_empty() {
        return wants("until when, as \"DEFERRED TO next meeting: …\"");
    }
    let sitting = place.sitting;
    let resolved = when::due(until, sitting).and_then(|due| due.day);
    let next = sitting.neighbours.coming.iter().find(|meeting| Some(meeting.date) == resolved);
    let until = resolved.map_or_else(|| until.to_owned(), day::plain);
    let carried = next.and_then(|next| {
        let item = sitting.item(here)?;
        Some(Item {
            id: ItemId::mint(mint),
            meeting: next.id.clone(),
            rank: mint.rank(),
            number: String::new(),
            status: ItemStatus::NotReached,
            taken: None,
            started_at: None,
            ended_at: None,
            deferred_to: String::new(),
            deferred_meeting: None,
            why: format!("deferred from {}", day::plain(sitting.meeting.date)),
            urgent_reason: String::new(),
            planned_at: None,
            planned_minutes: None,
            ..item.clone()
        })
    });
    let preview = match next {
        Some(next) => {
            format!("Deferred to {until}; it goes on the agenda of {}", day::plain(next.date))
        }
        None => format!("Deferred to {until}"),
    };
    let decision = decision(place, here, Verb::Deferred, &until, why, mint);
    let entry = Entry::SetAside {
        meeting: sitting.meeting.id.clone(),
        item: here.clone(),
        status: ItemStatus::Deferred,
        until,
        next: next.map(|next| next.id.clone()),
        why: why.to_owned(),
        at: place.now,
        decision: Some(Box::new(decision)),
        carried: carried.map(Box::new),
    };
    Ok(one(entry, preview))
}

pub(super) fn alternatives(rest: &str, place: &Place<'_>, _: &mut Mint) -> Read {
    if rest.is_empty() {
        return wants("what else was thought of");
    }
    let decision = Decision { alternatives: rest.to_owned(), ..last(place)?.clone() };
    Ok(one(Entry::Decided { decision }, format!("Turned down: {rest}")))
}

/// The last decision on the item, which there must be.
pub(super) fn last<'a>(place: &Place<'a>) -> Result<&'a Decision, Unclear> {
    let here = item(place)?;
    place.sitting.decisions_on(here).last().ok_or_else(|| {
        wrong("Nothing has been decided on this item yet.", "Record the decision first.")
    })
}

/// The day that `rest` says, counted from the meeting.
pub(super) fn on(rest: &str, place: &Place<'_>) -> Result<NaiveDate, Unclear> {
    if rest.is_empty() {
        return wants("when, as \"in 5 working days\"");
    }
    let from = place.sitting.meeting.date;
    when::working_days(rest, from).or_else(|| when::day(rest, from)).ok_or_else(|| {
        wrong(format!("\"{rest}\" is not a day."), "Write it as 30 Sep or \"in 5 working days\".")
    })
}

pub(super) fn effective(rest: &str, place: &Place<'_>, _: &mut Mint) -> Read {
    let day = on(rest, place)?;
    let decision = Decision { effective_on: Some(day), ..last(place)?.clone() };
    let preview = format!("Takes effect on {} unless called in", day::long(day));
    Ok(one(Entry::Decided { decision }, preview))
}

pub(super) fn rescind(rest: &str, place: &Place<'_>, mint: &mut Mint) -> Read {
    let Some((reference, text)) = rest.split_once(':') else {
        return wants("\"REF: TEXT\"");
    };
    let reference = reference.trim();
    let (text, here) = (text.trim(), item(place)?);
    if text.is_empty() {
        return wants("what is decided instead");
    }
    let earlier = place.sitting.earlier.iter().find(|line| line.reference == reference);
    let Some(earlier) = earlier else {
        return Err(wrong(
            format!("This body has no decision {reference}."),
            "Give its minute number, as 36/26 or 36/26(a).",
        ));
    };
    public_business(place, earlier.exempt, format!("{reference} was decided"))?;
    let mut decision = decision(place, here, Verb::Resolved, "", text, mint);
    decision.replaces = Some(earlier.id.clone());
    let preview = format!("Rescinds {reference} of {}: {text}", day::plain(earlier.date));
    Ok(one(Entry::Decided { decision }, preview))
}

pub(super) fn elect(rest: &str, place: &Place<'_>, mint: &mut Mint) -> Read {
    let Some((office, nominees)) = rest.split_once(':') else {
        return wants("\"OFFICE: NAME N, NAME N\"");
    };
    let mut votes: Vec<(PersonId, Option<u32>)> = Vec::new();
    for said in nominees.split(',').map(str::trim).filter(|said| !said.is_empty()) {
        let (name, count) = match said.rsplit_once(char::is_whitespace) {
            Some((name, count)) if count.parse::<u32>().is_ok() => (name, count.parse().ok()),
            _ => (said, None),
        };
        votes.push((super::person(place, name)?, count));
    }
    let most = votes.iter().map(|(_, n)| n.unwrap_or(0)).max();
    let ahead: Vec<&PersonId> =
        votes.iter().filter(|(_, n)| Some(n.unwrap_or(0)) == most).map(|(id, _)| id).collect();
    let elected = match ahead.as_slice() {
        [] => return wants("who stood"),
        [one] => place.sitting.name_of(one),
        _ => {
            return Err(wrong(
                "The votes are equal, so nobody is elected.",
                "Vote again, or draw lots and give the winner one more.",
            ));
        }
    };
    let office = office.trim();
    let counted: Vec<String> = votes
        .iter()
        .filter_map(|(id, n)| Some(format!("{} {}", place.sitting.name_of(id), (*n)?)))
        .collect();
    let count =
        if counted.len() > 1 { format!(" ({})", counted.join(", ")) } else { String::new() };
    let text = format!("that {elected} be elected {office}{count}");
    let decision = decision(place, item(place)?, Verb::Resolved, "", &text, mint);
    Ok(one(Entry::Decided { decision }, format!("Elected {office}: {elected}{count}")))
}

/// Adopts the recommendations of several items at once. Each is taken, so that
/// it has a minute of its own.
pub(super) fn en_bloc(rest: &str, place: &Place<'_>, mint: &mut Mint) -> Read {
    let sitting = place.sitting;
    let mut items: Vec<&Item> = Vec::new();
    for number in rest.split(',').map(str::trim).filter(|n| !n.is_empty()) {
        let found = sitting.item_numbered(number);
        let found =
            found.ok_or_else(|| wrong(format!("There is no item {number} on this agenda."), ""))?;
        if found.recommendation.is_empty() {
            return Err(wrong(
                format!("Item {number} has no recommendation to adopt."),
                "Decide it on its own.",
            ));
        }
        items.push(found);
    }
    if items.len() < 2 {
        return wants("two or more items, as \"5, 6, 7\"");
    }
    let mut entries = Vec::new();
    let mut number = sitting.next_minute;
    let mut left = sitting.current().map(|current| (current.id.clone(), ItemStatus::Concluded));
    for about in &items {
        if about.status == ItemStatus::NotReached {
            let taken = mint.rank();
            entries.push(Entry::Took {
                meeting: sitting.meeting.id.clone(),
                item: about.id.clone(),
                at: place.now,
                taken,
                number,
                left: left.take(),
            });
            number = number.saturating_add(1);
            left = Some((about.id.clone(), ItemStatus::Concluded));
        }
        let mut decision =
            decision(place, &about.id, Verb::Agreed, "", &about.recommendation, mint);
        decision.as_recommended = true;
        decision.place = 0;
        entries.push(Entry::Decided { decision });
    }
    let numbers: Vec<String> = items.iter().map(|item| item.number.clone()).collect();
    Ok(Reading {
        entries,
        preview: format!("AGREED as recommended: items {}", sentence::list(&numbers)),
    })
}
