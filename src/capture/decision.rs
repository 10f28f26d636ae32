//! Lines about what was decided, and what was put off.

use chrono::NaiveDate;

use super::verb::{self, Ruled};
use super::{Place, Read, Reading, Unclear, defer, item, one, public_business, wants, when, wrong};
use crate::model::{
    Decision, DecisionId, Entry, Item, ItemId, ItemStatus, Mint, Motion, PersonId, Sitting, Verb,
    day,
};
use crate::rules::sentence;
use crate::rules::{motion, number};

pub(super) fn decide(rest: &str, place: &Place<'_>, mint: &mut Mint) -> Read {
    if rest.is_empty() {
        return wants("what was decided, or \"rec\" for the recommendation");
    }
    let here = item(place)?;
    if rest.eq_ignore_ascii_case("rec") {
        return adopt(place, here, Verb::Agreed, mint);
    }
    let Ruled { verb, to_whom, text } = verb::of(rest).map_err(|unknown| {
        let verbs: Vec<&str> = Verb::ALL.iter().map(|verb| verb.word()).collect();
        wrong(
            format!("\"{unknown}\" is not a verb that decisions are put under."),
            format!("The verbs are {}.", verbs.join(", ")),
        )
    })?;
    if text.eq_ignore_ascii_case("rec") && matches!(verb, Verb::Resolved | Verb::Agreed) {
        return adopt(place, here, verb, mint);
    }
    let first = place.sitting.decisions_on(here).next().is_none();
    if text.is_empty() && (!stands_alone(verb) || !first && verb == Verb::Noted) {
        return wants("what was decided");
    }
    if matches!(verb, Verb::Recommended | Verb::Referred) && to_whom.is_empty() {
        return wants("to whom, as \"RECOMMENDED TO Cabinet: …\"");
    }
    if verb == Verb::Deferred {
        return defer::set_aside(place, here, to_whom, text, mint);
    }
    if verb == Verb::Withdrawn {
        let decision = decision(place, here, verb, to_whom, text, mint);
        let preview = format!("Decision: {}", sentence::decision_in_words(&decision));
        return Ok(one(withdrawn(place, here, text, decision), preview));
    }
    let limbs = verb::limbs(lettered(place.sitting, here, text));
    let whole = decision(place, here, verb, to_whom, text, mint);
    Ok(parted(&whole, limbs, mint))
}

/// Decisions in the words of each of `limbs`, else as they are `whole`.
fn parted(whole: &Decision, limbs: Vec<String>, mint: &mut Mint) -> Reading {
    let ids: Vec<DecisionId> = limbs.iter().map(|_| DecisionId::mint(mint)).collect();
    // Their ranks follow each other with no name between: a vote is on all of them.
    let decided = ids.into_iter().zip(limbs).map(|(id, text)| Decision {
        id,
        rank: mint.rank(),
        text,
        ..whole.clone()
    });
    let decided: Vec<Decision> = decided.collect();
    let said: Vec<String> = decided.iter().map(sentence::decision_in_words).collect();
    let entries = decided.into_iter().map(|decision| Entry::Decided { decision }).collect();
    Reading { entries, preview: format!("Decision: {}", said.join("; ")) }
}

/// Adopts what the item recommends, under `verb`.
fn adopt(place: &Place<'_>, here: &ItemId, verb: Verb, mint: &mut Mint) -> Read {
    let about = place.sitting.item(here);
    let text = about.map(|item| item.recommendation.trim()).unwrap_or_default();
    if text.is_empty() {
        return Err(wrong("This item has no recommendation to adopt.", "Write the decision out."));
    }
    let limbs = verb::limbs(text);
    let altered = limbs.iter().find_map(|limb| motion::amended_away(place.sitting, here, limb));
    if let Some(words) = altered {
        return Err(wrong(
            format!("The motion was carried as amended: {words}."),
            "Record it in those words: it is not what was recommended.",
        ));
    }
    if is_adopted(place.sitting, here) {
        return Err(wrong(
            "What this item recommends is adopted already.",
            "Write out what else is decided, or take it back with \"u\".",
        ));
    }
    let mut decision = decision(place, here, verb, "", text, mint);
    decision.as_recommended = true;
    let preview = format!("{} as recommended: {text}", decision.verb.word());
    match limbs {
        limbs if limbs.len() > 1 => Ok(Reading { preview, ..parted(&decision, limbs, mint) }),
        _ => Ok(one(Entry::Decided { decision }, preview)),
    }
}

/// Whether what `item` recommends has been adopted.
pub(super) fn is_adopted(sitting: &Sitting, item: &ItemId) -> bool {
    sitting.decisions_on(item).any(|had| had.as_recommended)
}

/// `text` without the letter that it will bear anyway: "(b) to ask for a reply" as the
/// second limb.
fn lettered<'a>(sitting: &Sitting, here: &ItemId, text: &'a str) -> &'a str {
    let limbs = sitting.decisions_on(here).filter(|had| had.verb.is_limb()).count();
    let next = u32::try_from(limbs + 1).unwrap_or(u32::MAX);
    let bare = text.strip_prefix(&format!("({})", number::letter(next))).map(str::trim_start);
    let one = |bare: &&str| !bare.contains(&format!("({})", number::letter(next + 1)));
    bare.filter(one).unwrap_or(text)
}

/// Whether a verb may stand with no words after it.
fn stands_alone(verb: Verb) -> bool {
    use Verb::{Deferred, NoDecision, Noted, Referred, Refused, Withdrawn};
    matches!(verb, Noted | Deferred | Withdrawn | Refused | Referred | NoDecision)
}

fn withdrawn(place: &Place<'_>, here: &ItemId, why: &str, decision: Decision) -> Entry {
    Entry::SetAside {
        meeting: place.sitting.meeting.id.clone(),
        item: here.clone(),
        status: ItemStatus::Withdrawn,
        until: String::new(),
        why: why.to_owned(),
        at: place.now,
        decision: Some(Box::new(decision)),
        carried: None,
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
    let sitting = place.sitting;
    let said = match verb {
        Verb::Resolved | Verb::Agreed | Verb::Recommended => text.to_owned(),
        _ => format!("{} {text}", verb.plain()),
    };
    let fits = |motion: &Motion| match verb {
        Verb::NoDecision => false,
        Verb::Deferred | Verb::Withdrawn => puts_off(&motion.text),
        _ => {
            let put = motion::substantive(&sitting.motions, motion);
            let adopts = put.to_lowercase().contains("recommend")
                && sitting.item(here).is_some_and(|item| item.recommendation.trim() == text.trim());
            let meant = motion::meant(sitting, here, &said);
            adopts || meant.is_some_and(|meant| meant.id == motion.id)
        }
    };
    let mut votes = motion::unclaimed(sitting, here).into_iter();
    let unmoved = verb != Verb::NoDecision;
    let vote = votes.rfind(|vote| motion::put_in(sitting, vote).map_or(unmoved, fits));
    let carried = vote.and_then(|vote| motion::put_in(sitting, vote));
    let mover =
        |pick: fn(&Motion) -> &Option<PersonId>| carried.and_then(|motion| pick(motion).clone());
    Decision {
        place: place.paragraph,
        verb,
        to_whom: to_whom.to_owned(),
        text: text.to_owned(),
        mover: mover(|motion| &motion.mover),
        seconder: mover(|motion| &motion.seconder),
        vote: vote.map(|vote| vote.id.clone()),
        ..Decision::blank(
            DecisionId::mint(mint),
            place.sitting.meeting.id.clone(),
            here.clone(),
            mint.rank(),
        )
    }
}

/// What a meeting most likely decides on an item, as a line: what it has carried
/// and nobody has put on record yet; else, at first, what was recommended.
#[must_use]
pub fn likely(sitting: &Sitting, item: &Item) -> Option<String> {
    let put = motion::unclaimed(sitting, &item.id).pop();
    let carried = put.and_then(|vote| motion::put_in(sitting, vote));
    if let Some(carried) = carried {
        let words = motion::substantive(&sitting.motions, carried);
        let recommended = item.recommendation.trim().trim_end_matches('.');
        let same = words.trim().trim_end_matches('.') == recommended;
        return Some(if same { ".d rec".into() } else { format!(".d RESOLVED: {words}") });
    }
    let first = !item.recommendation.is_empty() && sitting.decisions_on(&item.id).next().is_none();
    first.then(|| ".d rec".into())
}

/// Whether a motion asks for its item to be put off.
fn puts_off(motion: &str) -> bool {
    let motion = motion.to_lowercase();
    ["defer", "adjourn", "postpone", "put off", "put back", "held over", "withdrawn"]
        .iter()
        .any(|word| motion.contains(word))
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
        let here = place.sitting.decisions.iter();
        let mut here = here.map(|decision| number::of_decision(place.sitting, decision));
        if here.any(|made| made == reference) {
            return Err(wrong(
                format!("{reference} was decided at this meeting."),
                "Take it back with \"u\", or put what is decided instead under it.",
            ));
        }
        return Err(wrong(
            format!("This body has no decision {reference}."),
            "Give its minute number, as 36/26 or 36/26(a).",
        ));
    };
    if earlier.rescinded {
        return Err(wrong(
            format!("{reference} has been rescinded already."),
            "Rescind what stands in its place.",
        ));
    }
    public_business(place, earlier.exempt, &format!("{reference} was decided"))?;
    let text = text.strip_prefix("That ").unwrap_or(text);
    let that = if text.starts_with("that ") { "" } else { "that " };
    let on = day::plain(earlier.date);
    let resolved = format!("that Minute {reference} of {on} be rescinded and {that}{text}");
    let mut decision = decision(place, here, Verb::Resolved, "", &resolved, mint);
    decision.replaces = Some(earlier.id.clone());
    let preview = format!("Rescinds {reference} of {}: {text}", day::plain(earlier.date));
    Ok(one(Entry::Decided { decision }, preview))
}
