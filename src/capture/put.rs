//! What a vote is on: the decisions, or the motion, that it was put on, and what it may not
//! be put on.

use super::limb::of_one_line;
use super::{Place, Unclear, item, wrong};
use crate::model::{Decision, ItemId, ItemKind, Motion, MotionKind, Verb, day, paragraph_count};
use crate::rules::{motion, number, sentence};

/// What a vote is on: what was taken together last of all, or the resolution to exclude
/// the public, if no item has been taken since, or else the last decision on the item
/// with the limbs that one line gave with it; nothing, if a vote has been recorded on it
/// or since, or anybody has come or gone or anything been said since: it is then on what
/// will be decided.
pub(super) fn undecided<'a>(place: &Place<'a>) -> Vec<&'a Decision> {
    let sitting = place.sitting;
    let taken = place.item.and_then(|here| sitting.item(here)?.taken);
    let last = sitting.decisions.iter().max_by_key(|had| had.rank);
    let excludes = |had: &Decision| {
        sitting.item(&had.item).is_some_and(|item| item.kind == ItemKind::Exclusion)
    };
    let together = last
        .filter(|last| last.bloc.is_some() || excludes(last))
        .filter(|last| taken.is_none_or(|taken| taken < last.rank))
        .filter(|last| is_last_said(place, last));
    let goes_on = |had: &&Decision| {
        is_last_said(place, had)
            && sitting.items.iter().all(|item| item.taken.is_none_or(|taken| taken < had.rank))
    };
    let on_item = || place.item.and_then(|here| sitting.decisions_on(here).last()).filter(goes_on);
    let Some(last) = together.or_else(on_item) else { return Vec::new() };
    let since = sitting.votes.iter().any(|v| v.item == last.item && v.rank > last.rank);
    if last.vote.is_some() || since {
        return Vec::new();
    }
    if last.bloc.is_some() {
        return sitting.decisions.iter().filter(|had| had.bloc == last.bloc).collect();
    }
    let mut limbs = of_one_line(sitting, last);
    limbs.reverse();
    limbs
}

/// The decision on the item that `rest` names by its letter, "(b) 5-1", and what it says of
/// it; a decision that is the only one goes by "(a)".
pub(super) fn named_by_letter<'a, 'r>(
    rest: &'r str,
    place: &Place<'a>,
) -> Result<(Option<&'a Decision>, &'r str), Unclear> {
    let lettered = rest.strip_prefix('(').and_then(|rest| rest.split_once(')'));
    let Some((letter, rest)) = lettered else { return Ok((None, rest)) };
    let mut limbs = place.sitting.decisions_on(item(place)?).filter(|had| had.verb.is_limb());
    let letter = letter.trim().to_lowercase();
    let called = |had: &&Decision| match number::letter_of(place.sitting, had) {
        Some(of) => of == letter,
        None => letter == "a",
    };
    let Some(had) = limbs.find(called) else {
        return Err(wrong(
            format!("No decision on this item has the letter ({letter})."),
            "Leave it out for what is decided next.",
        ));
    };
    if had.bloc.is_some() {
        return Err(wrong(
            format!("({letter}) was taken together with other items, and is voted on with them."),
            "Leave out the letter, right after they were put down.",
        ));
    }
    if had.vote.is_some() {
        return Err(wrong(
            format!("The vote on ({letter}) is on record."),
            "Take it back with \"u\", and give it again.",
        ));
    }
    Ok((Some(had), rest.trim_start()))
}

/// Whether nobody has come, gone or moved anything since `had` was decided, and nothing was
/// said or given to anybody since on another item than its own.
fn is_last_said(place: &Place<'_>, had: &Decision) -> bool {
    let sitting = place.sitting;
    let before = |rank: i64| rank < had.rank;
    let here = place.item.and_then(|here| sitting.item(here));
    let unspoken = here.is_none_or(|item| {
        let minuted = paragraph_count(sitting.text_of(&item.id));
        let resumed = item.returned.is_some_and(|returned| returned > item.taken.unwrap_or(0));
        match (item.id == had.item, resumed) {
            (true, _) => had.place >= place.paragraph,
            (false, true) => item.returned_after.unwrap_or(0) >= minuted,
            // What was taken together is voted on wherever the clerk stands.
            (false, false) => had.bloc.is_some() || minuted == 0,
        }
    });
    unspoken
        && sitting.movements.iter().all(|moved| before(moved.rank))
        && sitting.motions.iter().all(|motion| before(motion.rank))
        && sitting.actions.iter().all(|action| before(action.rank) || action.item == had.item)
}

/// What was put down as decided before the motion that it says was put: the vote on the
/// motion carries it, or takes it away.
pub(super) fn decided_first<'a>(place: &Place<'a>, put: &'a Motion) -> Vec<&'a Decision> {
    let sitting = place.sitting;
    let words = motion::substantive(&sitting.motions, put);
    let first = |had: &&Decision| {
        put.kind == MotionKind::Original
            && had.rank > put.rank
            && had.vote.is_none()
            && settles(had.verb, &words)
            && motion::says(&had.text, &words)
    };
    sitting.decisions_on(&put.item).filter(first).collect()
}

/// Whether a decision of that verb can be what a motion in these words came to: what is
/// noted or put off is not, unless the motion was to do that.
fn settles(verb: Verb, words: &str) -> bool {
    let asks = match verb {
        Verb::Noted => "not",
        Verb::Deferred => "defer",
        Verb::Withdrawn => "withdraw",
        Verb::NoDecision => return false,
        _ => return true,
    };
    words.to_lowercase().contains(asks)
}

/// Refuses to vote down what confirmed the minutes of an earlier meeting: they would stay
/// confirmed.
pub(super) fn unconfirms(
    place: &Place<'_>,
    decisions: &[&Decision],
    carried: bool,
) -> Result<(), Unclear> {
    let sitting = place.sitting;
    let confirmed = sitting.neighbours.held.iter().filter(|_| !carried).find(|held| {
        let on = day::plain(held.date);
        held.confirmed_at.as_ref() == Some(&sitting.meeting.id)
            && decisions
                .iter()
                .any(|had| had.text.starts_with(&format!("that the Minutes of {on} ")))
    });
    confirmed.map_or(Ok(()), |held| {
        let on = day::plain(held.date);
        Err(wrong(
            format!("The minutes of {on} are put down as confirmed, and that vote is lost."),
            format!("Take that back with \"u\" first; what was lost is a motion: \".m NAME/NAME: that the Minutes of {on} be approved\"."),
        ))
    })
}

/// Refuses a second vote on a motion that nothing has been decided by or moved since: which
/// of the two counts would be left unsaid.
pub(super) fn was_put(place: &Place<'_>, here: &ItemId) -> Result<(), Unclear> {
    let sitting = place.sitting;
    let Some(last) = sitting.votes.iter().rfind(|had| had.item == *here) else { return Ok(()) };
    let since = sitting.decisions_on(here).any(|had| had.rank > last.rank);
    let put = motion::put_in(sitting, last).filter(|put| put.kind == MotionKind::Original);
    let Some(put) = put.filter(|_| !since) else { return Ok(()) };
    Err(wrong(
        format!(
            "The motion was put to the vote already, and {}: {}.",
            put.outcome.plain(),
            sentence::vote_in_words(sitting, last)
        ),
        "Take that vote back with \"u\" if it was counted again, or move the next motion with \".m\".",
    ))
}
