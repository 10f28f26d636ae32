//! What the clerk is told of motions, of votes on them and of what is decided by them.

use crate::model::{
    Entry, InterestOutcome, ItemKind, Method, MotionKind, MotionOutcome, PersonId, Sitting, Verb,
    Vote, day,
};
use crate::rules::sentence::list;
use crate::rules::{breach, motion, procedure, room};

/// A withdrawal put down when whoever withdrew has moved, seconded or voted already.
pub(super) fn took_part(sitting: &Sitting, entry: &Entry) -> Option<String> {
    let Entry::Declared { interest } = entry else { return None };
    let (person, item) = (&interest.person, &interest.item);
    let moved = sitting.motions.iter().filter(|motion| motion.item == *item);
    let moved = moved.flat_map(|motion| [&motion.mover, &motion.seconder]).flatten();
    let voted = sitting
        .ballots
        .iter()
        .filter(|ballot| sitting.vote(&ballot.vote).is_some_and(|vote| vote.item == *item));
    let mut took_part = moved.chain(voted.map(|ballot| &ballot.person));
    let withdrew = interest.outcome == Some(InterestOutcome::Withdrew);
    (withdrew && took_part.any(|who| who == person)).then(|| {
        format!(
            "{} moved, seconded or voted on this item already: take that back, or the withdrawal.",
            sitting.name_of(person)
        )
    })
}

/// A withdrawal put down after a vote on the item.
pub(super) fn withdrew_after(sitting: &Sitting, entry: &Entry) -> Option<String> {
    let Entry::Declared { interest } = entry else { return None };
    let mut votes = sitting.votes.iter().filter(|vote| vote.item == interest.item);
    let could_vote = votes.any(|vote| {
        room::entitled_before(sitting, &vote.item, vote.rank).contains(&interest.person)
    });
    (interest.outcome == Some(InterestOutcome::Withdrew) && could_vote).then(|| {
        format!(
            "This item was voted on already: it is minuted as if {} had withdrawn before that.",
            sitting.name_of(&interest.person)
        )
    })
}

/// Those who may vote and are not in a vote taken by name.
pub(super) fn unnamed(sitting: &Sitting, entry: &Entry) -> Option<String> {
    let Entry::Voted { vote, ballots, .. } = entry else { return None };
    if vote.method != Method::Named {
        return None;
    }
    let named = |person: &PersonId| ballots.iter().any(|ballot| ballot.person == *person);
    let entitled = room::entitled(sitting, &vote.item);
    let left: Vec<String> =
        entitled.iter().filter(|id| !named(id)).map(|id| sitting.name_of(id)).collect();
    (!left.is_empty()).then(|| {
        let s = if left.len() == 1 { "s" } else { "" };
        format!("{} may vote and appear{s} in no list.", list(&left))
    })
}

/// A vote on an item in which somebody there declared an interest, and nobody said what
/// came of it: whoever withdrew or only spoke has no vote.
pub(super) fn of_interest(sitting: &Sitting, entry: &Entry) -> Option<String> {
    let Entry::Voted { vote, .. } = entry else { return None };
    let entitled = room::entitled(sitting, &vote.item);
    let open = sitting.interests.iter().find(|interest| {
        interest.item == vote.item
            && interest.outcome.is_none()
            && entitled.contains(&interest.person)
    })?;
    Some(format!(
        "{} declared an interest in this item, and it is not said what came of it: \".int NAME: NATURE withdrew\" takes them out of the vote.",
        sitting.name_of(&open.person)
    ))
}

/// Business put down under an item that was left before people came or went.
pub(super) fn put_down_late(sitting: &Sitting, entry: &Entry) -> Option<String> {
    let said = matches!(
        entry,
        Entry::Decided { .. } | Entry::Elected { .. } | Entry::Voted { .. } | Entry::Moved { .. }
    );
    let item = sitting.item(entry.item()?).filter(|_| said)?;
    if sitting.current().is_some_and(|current| current.id == item.id) {
        return None;
    }
    let left = item.ended_at?;
    let stirred = sitting.movements.iter().any(|moved| day::is_before(left, moved.at));
    stirred.then(|| {
        format!(
            "Item {} was left at {}, and people have come or gone since: this counts those who were in the room then.",
            item.number,
            day::time_of(left)
        )
    })
}

/// Something settled with somebody in the room who came without a mandate to decide.
pub(super) fn unratified(sitting: &Sitting, entry: &Entry) -> Option<String> {
    let Entry::Decided { decision } = entry else { return None };
    let new = !sitting.decisions.iter().any(|known| known.id == decision.id);
    let settles = matches!(decision.verb, Verb::Resolved | Verb::Agreed | Verb::Recommended);
    // How the meeting runs is its own business.
    let own = [ItemKind::Exclusion, ItemKind::Minutes, ItemKind::Apologies];
    let business = sitting.item(&decision.item).is_some_and(|item| !own.contains(&item.kind));
    let without = sitting.attendance.iter().filter(|came| business && came.mandated == Some(false));
    let done = room::done_at(sitting, &decision.item, i64::MAX);
    let in_room = |person| room::was_in_room(sitting, person, done);
    let without = without.filter(|came| in_room(&came.person));
    // Beside the member they stood in for, nobody binds anybody.
    let without = without.filter(|came| !came.in_place_of.as_ref().is_some_and(in_room));
    let names: Vec<String> = without.map(|came| sitting.name_of(&came.person)).collect();
    (new && settles && !names.is_empty()).then(|| {
        format!(
            "{} came without a mandate to decide: this is listed as to be ratified, until \".answer REF: TEXT\" at a later meeting.",
            list(&names)
        )
    })
}

/// A vote that is equal, with no casting vote: what was put is lost.
pub(super) fn equal(sitting: &Sitting, entry: &Entry) -> Option<String> {
    let Entry::Voted { vote, .. } = entry else { return None };
    let new = !sitting.votes.iter().any(|had| had.id == vote.id);
    let tied = vote.in_favour == vote.against && vote.in_favour > 0 && vote.casting.is_none();
    let votes = format!("{}-{}-{}", vote.in_favour, vote.against, vote.abstained);
    (new && tied).then(|| {
        format!("The vote is equal, so it is lost. If there was a casting vote, take this back and say \".v {votes} casting for\", or against.")
    })
}

/// A casting vote that carries or loses the motion, with the same count as the amendment
/// before it, which was equal without one.
pub(super) fn cast_on_which(sitting: &Sitting, entry: &Entry) -> Option<String> {
    let Entry::Voted { vote, .. } = entry else { return None };
    let counts = |vote: &Vote| [vote.in_favour, vote.against, vote.abstained];
    let last = sitting.votes.iter().rfind(|had| had.item == vote.item && had.id != vote.id)?;
    let kind = |vote: &Vote| motion::put_in(sitting, vote).map(|put| put.kind);
    let alike = counts(last) == counts(vote) && last.casting.is_none() && vote.casting.is_some();
    let new = !sitting.votes.iter().any(|had| had.id == vote.id);
    let moves_on =
        kind(last) == Some(MotionKind::Amendment) && kind(vote) == Some(MotionKind::Original);
    (new && alike && moves_on).then(|| {
        "This casting vote is on the motion. If it was given on the amendment, which was equal too, take both votes back with \"u\" and give the count and the casting vote on one line.".to_owned()
    })
}

/// What follows a procedural motion that is carried.
pub(super) fn goes_on(_: &Sitting, entry: &Entry) -> Option<String> {
    let Entry::Voted { motions, .. } = entry else { return None };
    let [put] = motions.as_slice() else { return None };
    let carried = put.kind == MotionKind::Procedural && put.outcome == MotionOutcome::Carried;
    carried.then(|| procedure::then(put).map(str::to_owned)).flatten()
}

/// Somebody elected to a place of one with no more than half of the votes.
pub(super) fn no_majority(_: &Sitting, entry: &Entry) -> Option<String> {
    let Entry::Elected { poll, .. } = entry else { return None };
    let less = poll.places == 1 && poll.least > 0 && poll.least.saturating_mul(2) <= poll.cast;
    (less && !poll.casting).then(|| {
        format!(
            "Nobody had more than half of the {} votes: see whether your standing orders want another vote, without whoever had the fewest.",
            poll.cast
        )
    })
}

/// A second election to an office on the same item.
pub(super) fn elected_again(sitting: &Sitting, entry: &Entry) -> Option<String> {
    let Entry::Elected { decision, .. } = entry else { return None };
    let elected = |text: &str| {
        let rest = text.split_once(" be elected ")?.1;
        Some(rest.split(" (").next().unwrap_or_default().to_lowercase())
    };
    let office = elected(&decision.text)?;
    let had = sitting
        .decisions_on(&decision.item)
        .find(|had| had.id != decision.id && elected(&had.text).as_ref() == Some(&office))?;
    let new = !sitting.decisions.iter().any(|known| known.id == decision.id);
    new.then(|| {
        format!(
            "It was resolved already {}: take that back with \"u\" if this is in its place.",
            had.text
        )
    })
}

/// A vote on an item whose motion has been carried or lost, and no other moved.
pub(super) fn put_twice(sitting: &Sitting, entry: &Entry) -> Option<String> {
    let Entry::Voted { vote, decisions, lost, .. } = entry else { return None };
    let last = sitting.votes.iter().rfind(|had| had.item == vote.item && had.id != vote.id)?;
    let new = vote.motion.is_none() && !sitting.votes.iter().any(|had| had.id == vote.id);
    // What was decided in other words is voted on for the first time.
    if !decisions.is_empty() || !lost.is_empty() {
        return None;
    }
    let motion = motion::put_in(sitting, last)?;
    let put = matches!(motion.outcome, MotionOutcome::Carried | MotionOutcome::Lost)
        && motion.kind == MotionKind::Original;
    (new && put).then(|| "The motion was put to the vote already; this is another vote.".to_owned())
}

/// A motion that is still open on the item left, or on any as the meeting ends.
pub(super) fn left_open(sitting: &Sitting, entry: &Entry) -> Option<String> {
    let left = match entry {
        Entry::Took { left: Some((left, _)), .. } => Some(left),
        Entry::Closed { .. } => None,
        _ => return None,
    };
    let mut open = sitting.motions.iter().filter(|motion| motion.outcome == MotionOutcome::Open);
    let motion = open.find(|motion| left.is_none_or(|left| motion.item == *left))?;
    let number = &sitting.item(&motion.item)?.number;
    Some(format!("The motion on item {number} is still open: nothing says what became of it."))
}

/// A decision where the motion before it was lost.
pub(super) fn carried_though_lost(sitting: &Sitting, entry: &Entry) -> Option<String> {
    let (Entry::Decided { decision } | Entry::Elected { decision, .. }) = entry else {
        return None;
    };
    let first = !sitting.decisions.iter().any(|known| known.item == decision.item);
    let meant = motion::meant(sitting, &decision.item, &decision.text);
    let carried = meant.is_some_and(|motion| motion.outcome == MotionOutcome::Carried);
    if carried || breach::resolving::though_lost(sitting, decision).is_some() {
        return None;
    }
    let motions = || sitting.motions.iter().filter(|motion| motion.item == decision.item);
    // What is moved of the procedure leaves what is before the meeting as it is.
    let last = motions().rfind(|motion| motion.kind != MotionKind::Procedural);
    let vote = sitting.votes.iter().rfind(|vote| vote.item == decision.item);
    let lost = match last {
        Some(last) => last.kind != MotionKind::Amendment && last.outcome == MotionOutcome::Lost,
        None => motions().next().is_none() && !vote?.carried(room::voting_places(sitting)),
    };
    (first && lost).then(|| "The last motion on this item was lost.".to_owned())
}

/// A decision in other words than those of the motion that carried: the vote stays
/// with its motion.
pub(super) fn vote_left(sitting: &Sitting, entry: &Entry) -> Option<String> {
    let Entry::Decided { decision } = entry else { return None };
    let new = !sitting.decisions.iter().any(|known| known.id == decision.id);
    let vote = motion::unclaimed(sitting, &decision.item).pop()?;
    let put = motion::put_in(sitting, vote).filter(|put| put.kind == MotionKind::Original)?;
    let words = motion::substantive(&sitting.motions, put);
    (new && decision.vote.is_none()).then(|| {
        format!("The vote stays with the motion it was on, which has no decision yet: \".d RESOLVED: {words}\".")
    })
}

/// A decision that has the vote of a motion and other numbers than that.
pub(super) fn other_numbers(sitting: &Sitting, entry: &Entry) -> Option<String> {
    let Entry::Decided { decision } = entry else { return None };
    let vote = sitting.vote(decision.vote.as_ref()?)?;
    let put = motion::put_in(sitting, vote)?;
    let words = motion::substantive(&sitting.motions, put);
    let other = motion::other_numbers(&decision.text, &words);
    (!other.is_empty()).then(|| {
        format!("It has {}, which the motion that was voted on has not: {words}.", list(&other))
    })
}

/// A decision in the words of a motion that has not been put to the vote.
pub(super) fn not_put(sitting: &Sitting, entry: &Entry) -> Option<String> {
    let Entry::Decided { decision } = entry else { return None };
    let new = !sitting.decisions.iter().any(|known| known.id == decision.id);
    let open = sitting.motions.iter().find(|motion| {
        motion.item == decision.item
            && motion.outcome == MotionOutcome::Open
            && motion.kind == MotionKind::Original
    })?;
    let words = motion::substantive(&sitting.motions, open);
    (new && decision.vote.is_none())
        .then(|| format!("The motion on this item has not been put to the vote: {words}."))
}

/// An amendment that takes out words that are not in the motion.
pub(super) fn amends_nothing(sitting: &Sitting, entry: &Entry) -> Option<String> {
    let Entry::Moved { motion } = entry else { return None };
    let of = sitting.motions.iter().find(|other| Some(&other.id) == motion.of.as_ref())?;
    let words = motion::substantive(&sitting.motions, of);
    let out = motion::not_in(&words, &motion.text)?;
    Some(format!("The motion does not say \"{out}\": {words}."))
}
