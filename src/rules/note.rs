//! What the clerk is told of an entry that no rule of procedure is about.

mod exempt;
mod quorum;
mod sent;
mod votes;

use super::sentence::{an_interest, capital, list, quotes};
use super::{closing, missing, room};
use crate::model::{
    ActionStatus, Entry, InterestKind, InterestOutcome, ItemStatus, MeetingStatus, Person,
    PersonId, Sitting, day,
};

/// What the clerk should know of `entry` whatever rules bind the body.
pub(super) fn notes(sitting: &Sitting, entry: &Entry) -> Vec<String> {
    NOTES.iter().filter_map(|note| note(sitting, entry)).collect()
}

/// Everything that is looked at, each in a function of its own.
const NOTES: &[fn(&Sitting, &Entry) -> Option<String>] = &[
    out_of_session,
    out_of_hours,
    out_of_order,
    before_item,
    due_before,
    declared_outside,
    stayed,
    still_there,
    votes::put_down_late,
    votes::left_open,
    votes::took_part,
    votes::withdrew_after,
    put_off,
    quorum::stands_over,
    taken_after_all,
    exempt::withheld,
    exempt::still_withheld,
    quorum::short,
    quorum::unformed,
    quorum::still_counted,
    forgotten,
    confirms_nothing,
    votes::carried_though_lost,
    votes::vote_left,
    votes::other_numbers,
    votes::amends_nothing,
    votes::not_put,
    exempt::exempt_in_public,
    exempt::open_meanwhile,
    exempt::opened,
    exempt::unpromised,
    unreached,
    past_closing,
    called_in_after,
    long_away,
    unknown,
    unshown,
    reopened,
    votes::unnamed,
    votes::of_interest,
    votes::put_twice,
    votes::equal,
    votes::goes_on,
    votes::elected_again,
    votes::cast_on_which,
    votes::no_majority,
    votes::unratified,
    principal_back,
    sent::unpublished,
    sent::unchecked,
];

/// A time before the meeting began or after it closed.
fn out_of_hours(sitting: &Sitting, entry: &Entry) -> Option<String> {
    let at = match entry {
        Entry::Departed { movement } => movement.at,
        Entry::Arrived { movements, .. } => movements.iter().map(|movement| movement.at).max()?,
        Entry::Presided { presiding } => presiding.known_at()?,
        Entry::Adjourned { adjournment } => adjournment.from_at,
        Entry::Closed { at, .. } => (*at)?,
        _ => return None,
    };
    let (began, ended) = (sitting.meeting.began_at?, sitting.meeting.ended_at);
    let arrives = matches!(entry, Entry::Arrived { .. });
    let (bound, edge) = match ended.filter(|ended| at > *ended) {
        Some(ended) => (ended, "after the meeting closed"),
        // The room may fill before the meeting begins.
        None if at < began && !arrives => (began, "before the meeting began"),
        None => return None,
    };
    Some(format!("{} is {edge}, at {}.", day::time_of(at), day::time_of(bound)))
}

/// A time that comes before what is on record already.
fn out_of_order(sitting: &Sitting, entry: &Entry) -> Option<String> {
    let moved = |person: Option<&PersonId>| {
        let of = sitting.movements.iter().filter(move |m| person.is_none_or(|id| m.person == *id));
        of.map(|movement| movement.at).max()
    };
    let breaks = sitting.adjournments.iter().flat_map(|a| [Some(a.from_at), a.to_at]).flatten();
    let taken = sitting.items.iter().filter_map(|item| item.started_at);
    let (at, latest) = match entry {
        Entry::Departed { movement } => (movement.at, moved(Some(&movement.person))),
        Entry::Arrived { movements, .. } => {
            let first = movements.iter().min_by_key(|movement| movement.at)?;
            (first.at, moved(Some(&first.person)))
        }
        Entry::Adjourned { adjournment } => (adjournment.from_at, breaks.max()),
        Entry::Closed { at, .. } => ((*at)?, breaks.chain(taken).chain(moved(None)).max()),
        _ => return None,
    };
    let latest = latest.filter(|latest| day::is_before(at, *latest))?;
    Some(format!("{} is before what is on record, at {}.", day::time_of(at), day::time_of(latest)))
}

/// Somebody who came or went before the item being discussed was taken.
fn before_item(sitting: &Sitting, entry: &Entry) -> Option<String> {
    let first = match entry {
        Entry::Departed { movement } => movement,
        Entry::Arrived { movements, .. } => movements.iter().min_by_key(|moved| moved.at)?,
        _ => return None,
    };
    let taken = sitting.items.iter().filter(|item| item.taken.is_some()).count();
    let current = sitting.current().filter(|_| taken > 1)?;
    let started = current.started_at.filter(|started| day::is_before(first.at, *started))?;
    let told = format!(
        "{} is before item {} was taken, at {}",
        day::time_of(first.at),
        current.number,
        day::time_of(started)
    );
    let put = first.item.as_ref().filter(|item| **item != current.id);
    Some(match put.and_then(|item| sitting.item(item)) {
        Some(item) => format!("{told}: it is put down at the end of item {}.", item.number),
        None => format!("{told}: it counts from this item on."),
    })
}

/// A member who comes after a substitute took their place.
fn principal_back(sitting: &Sitting, entry: &Entry) -> Option<String> {
    let Entry::Arrived { movements, .. } = entry else { return None };
    let stands_in = |person: &PersonId| {
        sitting.attendance.iter().find(|a| a.in_place_of.as_ref() == Some(person))
    };
    let (person, instead) =
        movements.iter().find_map(|m| Some((&m.person, stands_in(&m.person)?)))?;
    let (name, other) = (sitting.name_of(person), sitting.name_of(&instead.person));
    Some(format!("{other} has no vote while {name} is here."))
}

/// Something done after the close, or while the meeting stands adjourned.
fn out_of_session(sitting: &Sitting, entry: &Entry) -> Option<String> {
    let live = matches!(
        entry,
        Entry::Decided { .. }
            | Entry::Elected { .. }
            | Entry::Voted { .. }
            | Entry::Moved { .. }
            | Entry::Assigned { .. }
            | Entry::Arrived { .. }
            | Entry::Departed { .. }
    );
    let said = match sitting.meeting.status {
        MeetingStatus::Closed => "The meeting is closed; this is put down after it.",
        MeetingStatus::Adjourned => "The meeting is adjourned; .resume goes on with it.",
        _ => return None,
    };
    live.then(|| said.to_owned())
}

fn due_before(sitting: &Sitting, entry: &Entry) -> Option<String> {
    let Entry::Assigned { action } = entry else { return None };
    let due = action.due.filter(|due| *due < sitting.meeting.date)?;
    Some(format!("{} is before the meeting.", day::plain(due)))
}

/// An interest of somebody who is not in the room.
fn declared_outside(sitting: &Sitting, entry: &Entry) -> Option<String> {
    let Entry::Declared { interest } = entry else { return None };
    let outside = sitting.meeting.status == MeetingStatus::InSession
        && !sitting.interests.iter().any(|known| known.id == interest.id)
        && !room::in_room(sitting, &interest.person);
    outside.then(|| format!("{} is not in the room.", sitting.name_of(&interest.person)))
}

/// Somebody who stayed with an interest that should take them out of the room.
fn stayed(_: &Sitting, entry: &Entry) -> Option<String> {
    let Entry::Declared { interest } = entry else { return None };
    let spoke = interest.kind == InterestKind::Pecuniary
        && interest.outcome == Some(InterestOutcome::Spoke)
        && interest.dispensation.is_empty();
    if spoke {
        return Some(
            "Nobody with a disclosable pecuniary interest takes part in the discussion (section 31(4), Localism Act 2011): \", dispensation: WHY\" records leave to.".to_owned(),
        );
    }
    room::bars(interest).then(|| {
        format!(
            "{} takes its owner out of the room, who has no vote on this item: \", dispensation: WHY\" records leave to take part.",
            capital(&an_interest(interest.kind))
        )
    })
}

/// Business done on an item that was put off or taken away.
fn put_off(sitting: &Sitting, entry: &Entry) -> Option<String> {
    let item = match entry {
        Entry::Decided { decision } | Entry::Elected { decision, .. } => &decision.item,
        Entry::Moved { motion } => &motion.item,
        Entry::Voted { vote, .. } => &vote.item,
        Entry::Wrote { item, .. } => item,
        _ => return None,
    };
    let item = sitting.item(item)?;
    item.status.is_set_aside().then(|| {
        format!(
            "Item {} is {}; this is minuted under it all the same.",
            item.number,
            item.status.plain()
        )
    })
}

/// An item taken after all that was put off, which its minute says still.
fn taken_after_all(sitting: &Sitting, entry: &Entry) -> Option<String> {
    let Entry::Took { item, .. } = entry else { return None };
    let item = sitting.item(item).filter(|item| item.status == ItemStatus::Deferred)?;
    Some(format!(
        "Item {} was put off, and comes off the later agenda: take that back with \"u\" if this was a slip.",
        item.number
    ))
}

/// A meeting closed with the minutes of the one before not confirmed.
fn forgotten(sitting: &Sitting, entry: &Entry) -> Option<String> {
    let Entry::Closed { .. } = entry else { return None };
    let previous = missing::unconfirmed(sitting)?;
    let mut days: Vec<String> =
        sitting.neighbours.unconfirmed().map(|meeting| day::plain(meeting.date)).collect();
    if days.is_empty() {
        days.push(day::plain(previous.date));
    }
    Some(format!(
        "The minutes of {} have not been confirmed, and wait for the next meeting.",
        list(&days)
    ))
}

/// A resolution about the minutes of an earlier meeting, typed as any other: they wait to
/// be confirmed still.
fn confirms_nothing(sitting: &Sitting, entry: &Entry) -> Option<String> {
    let Entry::Decided { decision } = entry else { return None };
    let text = decision.text.to_lowercase();
    let says = |words: &[&str]| words.iter().any(|word| text.contains(word));
    let about = says(&["minutes", "notes"]) && says(&["approv", "confirm", "sign", "correct"]);
    let new = !sitting.decisions.iter().any(|had| had.id == decision.id);
    let waits = sitting.neighbours.unconfirmed().next().filter(|_| about && new)?;
    (decision.verb.is_limb() && !decision.verb.settles_nothing()).then(|| {
        format!(
            "The minutes of {} are not confirmed by these words: \".confirm\" does that.",
            day::plain(waits.date)
        )
    })
}

/// An item taken while a member who withdraws from it is in the room.
fn still_there(sitting: &Sitting, entry: &Entry) -> Option<String> {
    let Entry::Took { item, .. } = entry else { return None };
    let withdraws = |person: &&Person| {
        room::withdrew(sitting, &person.id, item) && room::in_room(sitting, &person.id)
    };
    let names: Vec<String> = sitting.people.iter().filter(withdraws).map(Person::minuted).collect();
    let first = names.first()?;
    let s = if names.len() == 1 { "s" } else { "" };
    Some(format!(
        "{} withdraw{s} from this item for an interest: \".out {first}\" as they leave.",
        list(&names)
    ))
}

/// An item taken after the time at which the body's meetings end.
fn past_closing(sitting: &Sitting, entry: &Entry) -> Option<String> {
    let Entry::Took { at, timed: true, .. } = entry else { return None };
    let over = closing::left(sitting, *at)?;
    let ends = day::clock(sitting.body.closing?);
    (over < chrono::TimeDelta::zero()).then(|| {
        format!(
            "Meetings end at {ends}: \".m NAME/NAME procedural: that the meeting continue until TIME\" resolves to go on, \".drop RULE\" drops what there is no time for."
        )
    })
}

/// A meeting closed before it reached all of its business.
fn unreached(sitting: &Sitting, entry: &Entry) -> Option<String> {
    let Entry::Closed { .. } = entry else { return None };
    let left = sitting.items.iter().filter(|item| item.is_unreached_business());
    let numbers: Vec<String> = left.map(|item| item.number.clone()).collect();
    let s = if numbers.len() == 1 { " was" } else { "s were" };
    (!numbers.is_empty()).then(|| {
        format!(
            "Item{s} not reached: {}. \".defer next meeting\" puts one on that agenda.",
            list(&numbers)
        )
    })
}

/// A correction of a minute that the book does not have, or of words not in it.
fn unknown(sitting: &Sitting, entry: &Entry) -> Option<String> {
    let Entry::Corrected { correction } = entry else { return None };
    if correction.is_of_present() {
        return None;
    }
    let (first, last) = (sitting.former.first()?, sitting.former.last()?);
    let Some(former) = sitting.corrects(&correction.minute) else {
        return Some(format!(
            "The book has no such minute of that meeting; it has {} to {}.",
            first.reference, last.reference
        ));
    };
    (!quotes(&former.says, &correction.old)).then(|| {
        format!(
            "Neither the text nor the decisions of minute {} say \"{}\": see that the page as printed does.",
            former.reference, correction.old
        )
    })
}

/// An action that was done, accepted or no longer wanted, taken up again.
fn reopened(sitting: &Sitting, entry: &Entry) -> Option<String> {
    let Entry::Reported { update } = entry else { return None };
    let mut known = sitting.known_actions();
    let action = known.find(|action| action.id == update.action)?;
    (update.status.is_live() && !action.status.is_live()).then(|| {
        format!("{} was {}: this takes it up again.", action.reference(), action.status.plain())
    })
}

/// An action reported as done, or accepted so unreported, with nothing said to show it.
fn unshown(sitting: &Sitting, entry: &Entry) -> Option<String> {
    let Entry::Reported { update } = entry else { return None };
    let mut known = sitting.known_actions();
    let action = known.find(|action| action.id == update.action)?;
    let bare = update.text.is_empty();
    let reference = action.reference();
    match update.status {
        ActionStatus::Complete if bare => Some(format!(
            "Nothing is said to show it: \".done {reference}: EVIDENCE\" puts that down."
        )),
        ActionStatus::Confirmed if bare && action.status != ActionStatus::Complete => {
            Some(format!(
                "Nobody has reported {reference} as done: \".accept REF: EVIDENCE\" says what shows it."
            ))
        }
        _ => None,
    }
}

/// A decision called in at a meeting held after it took effect, or that has no day to
/// do so.
fn called_in_after(sitting: &Sitting, entry: &Entry) -> Option<String> {
    let Entry::CalledIn { call_in, .. } = entry else { return None };
    let called = sitting.callable.iter().find(|called| called.id == call_in.decision)?;
    if call_in.outcome.is_some() {
        return None;
    }
    let reference = &called.reference;
    let received = call_in.received.unwrap_or(sitting.meeting.date);
    match called.effective_on {
        Some(on) if received > on => Some(format!(
            "{reference} took effect on {}: it must have been called in by then.",
            day::plain(on)
        )),
        Some(_) => None,
        None => Some(format!(
            "{reference} was given no day to take effect: see that it was called in in time."
        )),
    }
}

/// A councillor away again who has attended nothing for five months or more.
fn long_away(sitting: &Sitting, entry: &Entry) -> Option<String> {
    let Entry::Apologised { attendance } = entry else { return None };
    let last = missing::last_came_long_ago(sitting, &attendance.person)?;
    let name = sitting.name_of(&attendance.person);
    let said = missing::away_in_words(&name, last, sitting.meeting.date);
    let next = sitting.neighbours.coming.first().map(|next| day::plain(next.date));
    let next = next.filter(|_| missing::is_lost_by_next(sitting, last));
    let by = next.map(|next| format!(" The next meeting, on {next}, is too late."));
    Some(said + &by.unwrap_or_default())
}
