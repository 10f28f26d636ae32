//! What an entry would break, rule by rule.

mod agenda;
pub(super) mod resolving;

use super::sentence::{an_interest, capital, list};
use super::{Profile, Rule, motion, poll, room};
use crate::model::{
    Action, Attendance, Capacity, Cast, Decision, DecisionId, Entry, Interest, Item, ItemId,
    ItemStatus, MeetingId, MeetingStatus, MinutesStatus, Motion, MotionKind, MotionOutcome,
    PersonId, Role, Sitting, Verb, day,
};

/// A rule an entry would break, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Breach {
    pub(super) rule: Rule,
    pub(super) text: String,
    pub(super) hint: String,
}

pub(super) fn breach(rule: Rule, text: impl Into<String>, hint: impl Into<String>) -> Breach {
    Breach { rule, text: text.into(), hint: hint.into() }
}

/// Every rule that `entry` would break, in the order they are looked at.
pub(super) fn breaches(sitting: &Sitting, entry: &Entry) -> Vec<Breach> {
    match entry {
        Entry::Took { item, .. } => taking(sitting, item),
        Entry::Moved { motion } => moving(sitting, motion),
        Entry::Voted { vote, ballots, .. } => poll::voting(sitting, vote, ballots),
        Entry::Decided { decision } => settling(sitting, decision),
        Entry::Elected { decision, poll } => settling(sitting, decision)
            .into_iter()
            .chain(poll::electing(sitting, &decision.item, poll))
            .collect(),
        Entry::Corrected { correction } => resolving::agreeing(sitting, Some(&correction.item)),
        Entry::Reported { update } if update.is_agreed() && update.meeting.is_some() => {
            resolving::agreeing(sitting, None)
        }
        Entry::Confirmed { of, decision, .. } => {
            let decided = decision.iter().flat_map(|d| deciding(sitting, &d.item, d.verb));
            decided.chain(uncirculated(sitting, of)).collect()
        }
        Entry::Presided { presiding } => {
            let (person, item) = (&presiding.person, presiding.item.as_ref());
            let apart = item.and_then(|item| presiding_apart(sitting, person, item));
            let voteless = room::is_voteless(sitting, person).then(|| {
                let name = sitting.name_of(person);
                breach(Rule::Presiding, format!("{name} presides and has no vote here."), "")
            });
            apart.into_iter().chain(voteless).collect()
        }
        Entry::Advanced { to: MinutesStatus::Circulated, .. } => ready(sitting),
        Entry::Added { item } => agenda::unpublished(sitting, item).into_iter().collect(),
        Entry::Published { on, .. } => agenda::notice(sitting, *on).into_iter().collect(),
        Entry::CalledIn { call_in, decision, .. } => {
            let decided = decision.iter().flat_map(|d| deciding(sitting, &d.item, d.verb));
            decided.chain(called_in_late(sitting, &call_in.decision)).collect()
        }
        Entry::Arrived { attendance, .. } => seatless(sitting, attendance),
        Entry::Substituted { substitute, .. } => advises(sitting, substitute).into_iter().collect(),
        Entry::Assigned { action } => owner(sitting, action).into_iter().collect(),
        Entry::Declared { interest } => interest_kind(sitting, interest).into_iter().collect(),
        _ => Vec::new(),
    }
}

/// What a decision would break, whatever it is about.
fn settling(sitting: &Sitting, decision: &Decision) -> Vec<Breach> {
    let mut found = deciding(sitting, &decision.item, decision.verb);
    found.extend(resolving::rescinding(sitting, decision));
    found.extend(resolving::though_lost(sitting, decision));
    found.extend(resolving::as_moved(sitting, decision));
    let people = [&decision.mover, &decision.seconder];
    // Whoever moved it was there to move it.
    let moved = |person: &&PersonId| {
        let here = sitting.motions.iter().filter(|motion| motion.item == decision.item);
        let mut by = here.flat_map(|motion| [&motion.mover, &motion.seconder]);
        by.any(|by| by.as_ref() == Some(*person))
    };
    for person in people.into_iter().flatten().filter(|person| !moved(person)) {
        found.extend(taking_part(sitting, person, &decision.item));
    }
    found
}

/// An officer who is to sit in a member's place: officers advise, and have no vote.
fn advises(sitting: &Sitting, substitute: &Attendance) -> Option<Breach> {
    let officer = sitting
        .appointments
        .iter()
        .any(|seat| seat.person == substitute.person && seat.role == Role::Officer);
    (officer && substitute.capacity == Capacity::Voting).then(|| {
        let name = sitting.name_of(&substitute.person);
        breach(
            Rule::Eligible,
            format!("{name} is an officer, and officers have no vote."),
            "A member's place is taken by another member.",
        )
    })
}

/// Minutes that nobody has been sent to look through are not fit to be confirmed.
fn uncirculated(sitting: &Sitting, of: &MeetingId) -> Option<Breach> {
    let previous = sitting.neighbours.earlier(of)?;
    (previous.minutes < MinutesStatus::Circulated).then(|| {
        breach(
            Rule::Ready,
            format!(
                "The minutes of {} have not been circulated: nobody has had them to read.",
                day::plain(previous.date)
            ),
            "Open that meeting and record \".minutes circulated\" first.",
        )
    })
}

/// A decision called in that takes effect at once.
fn called_in_late(sitting: &Sitting, decision: &DecisionId) -> Option<Breach> {
    let called = sitting.callable.iter().find(|called| called.id == *decision)?;
    (!called.at_once.is_empty()).then(|| {
        breach(
            Rule::CallIn,
            format!(
                "{} could not wait to be called in: {}.",
                called.reference,
                called.at_once.trim_end_matches('.')
            ),
            "It took effect at once; scrutiny may still ask about it.",
        )
    })
}

/// People put down with a vote who have no seat with one, and sit in nobody's place, at
/// a body whose roll is kept.
fn seatless(sitting: &Sitting, attendance: &[Attendance]) -> Vec<Breach> {
    let seated = |person: &PersonId| {
        sitting.appointments.iter().any(|seat| seat.voting && seat.person == *person)
    };
    let kept = sitting.appointments.iter().any(|seat| seat.voting);
    let votes = |a: &&Attendance| a.capacity == Capacity::Voting && a.in_place_of.is_none();
    let without = attendance.iter().filter(votes).filter(|a| kept && !seated(&a.person));
    let told = without.map(|a| {
        let name = sitting.name_of(&a.person);
        breach(
            Rule::Eligible,
            format!("{name} has no seat with a vote here."),
            format!("\".sub {name} for MEMBER\" says in whose place; \".person {name} on {} as member\" gives a seat.", sitting.body.code),
        )
    });
    told.collect()
}

/// What stops `person` from presiding over `item`.
fn presiding_apart(sitting: &Sitting, person: &PersonId, item: &ItemId) -> Option<Breach> {
    room::withdrew(sitting, person, item).then(|| {
        breach(
            Rule::Presiding,
            format!("{} presides and withdrew from this item.", sitting.name_of(person)),
            "Record who presides with \".chair NAME\".",
        )
    })
}

fn taking(sitting: &Sitting, item: &ItemId) -> Vec<Breach> {
    let mut found = Vec::new();
    let taken = sitting.items.iter().filter(|item| item.taken.is_some()).count();
    let unchaired = match sitting.chair() {
        // Said as the second item is taken: at the first nobody has had the time, and
        // after that the foot of the page says it.
        None => (taken == 1).then(|| "Nobody is recorded as presiding.".to_owned()),
        Some(_) => None,
    };
    if let Some(text) = unchaired {
        found.push(breach(Rule::Presiding, text, "Record who presides with \".chair NAME\"."));
    }
    let gone = sitting.chair().filter(|chair| !room::in_room(sitting, chair));
    found.extend(gone.map(left_the_chair(sitting)));
    // What is withheld only because the public happens to be out needs no resolution.
    let named = |item: &&Item| !item.exempt.is_open() && !item.exempt.is_unnamed();
    let exempt = sitting.item(item).filter(named);
    let out = room::is_public_out(sitting);
    if exempt.is_some_and(|item| !out || !room::is_excluded_from(sitting, item)) {
        found.push(breach(
            Rule::Excluded,
            "The public has not been excluded for this item.",
            "Resolve it first with \".exclude\".",
        ));
    }
    found
}

/// That whoever presides has left the room, and nobody has taken the chair.
fn left_the_chair(sitting: &Sitting) -> impl Fn(&PersonId) -> Breach {
    |chair| {
        breach(
            Rule::Presiding,
            format!("{} presides and has left the room.", sitting.name_of(chair)),
            "Record who presides with \".chair NAME\".",
        )
    }
}

/// Too few in the room to decide anything on `item`.
fn inquorate(sitting: &Sitting, item: &ItemId) -> Option<Breach> {
    let quorum = room::quorum_for(sitting, item);
    (!quorum.is_met()).then(|| {
        breach(
            Rule::Quorum,
            format!(
                "There is no quorum: {} in the room with a vote, {} needed.",
                quorum.present,
                quorum.needed.unwrap_or_default()
            ),
            "Record who is here with \".in NAME\"; else \".adjourn\", or go on with informal notes and decide nothing.",
        )
    })
}

pub(super) fn deciding(sitting: &Sitting, item: &ItemId, verb: Verb) -> Vec<Breach> {
    let chair = room::chair_of(sitting, item);
    let apart = chair.and_then(|chair| presiding_apart(sitting, chair, item));
    let mut found = Vec::from_iter(apart);
    let done = room::done_at(sitting, item, i64::MAX);
    let gone = chair.filter(|chair| !room::was_in_room(sitting, chair, done));
    let sits = sitting.meeting.status == MeetingStatus::InSession;
    found.extend(gone.filter(|_| sits).map(left_the_chair(sitting)));
    found.extend(inquorate(sitting, item).filter(|_| !verb.settles_nothing()));
    if sitting.item(item).is_some_and(|item| item.status == ItemStatus::NotReached) {
        found.push(breach(
            Rule::Presiding,
            "That item has not been taken yet.",
            "Step to it first.",
        ));
    }
    found
}

/// What still has to be mended before minutes are sent out: the classes of
/// mistake that councils have had to correct.
fn ready(sitting: &Sitting) -> Vec<Breach> {
    let missing = super::missing::missing(sitting);
    let lacking = |rule: Rule| {
        let lacks = missing.iter().filter(|(lack, _)| lack.rule() == Some(rule));
        let words: Vec<String> = lacks
            .map(|(lack, n)| {
                let items = super::missing::items(sitting, *lack);
                let of =
                    if items.is_empty() { String::new() } else { format!(" ({})", list(&items)) };
                format!("{}{of}", lack.in_words(*n))
            })
            .collect();
        let text = format!("The minutes are not ready: {}.", words.join(", "));
        (!words.is_empty()).then(|| breach(rule, text, "Mend that first."))
    };
    [Rule::Ready, Rule::Reasons].into_iter().filter_map(lacking).collect()
}

/// What stops `person` from taking part in `item`, if anything.
pub(super) fn taking_part(sitting: &Sitting, person: &PersonId, item: &ItemId) -> Option<Breach> {
    let name = sitting.name_of(person);
    if room::withdrew(sitting, person, item) {
        return Some(breach(
            Rule::Withdrawn,
            format!("{name} withdrew from this item for a declared interest."),
            "Somebody else must do it.",
        ));
    }
    if room::is_barred(sitting, person, item) {
        return Some(breach(
            Rule::Withdrawn,
            format!("{name} declared an interest in this item that keeps them from voting."),
            "Somebody else must do it; with leave to vote, record the interest again as \"stayed, dispensation: WHY\".",
        ));
    }
    let done = room::done_at(sitting, item, i64::MAX);
    if !room::was_in_room(sitting, person, done) {
        return Some(outside(sitting, item, &name));
    }
    (!room::had_vote(sitting, person, done)).then(|| {
        breach(
            Rule::Eligible,
            format!("{name} has no vote at this meeting."),
            "Somebody else must do it.",
        )
    })
}

/// That whoever is called `name` is not in the room, or was not when `item` was left.
fn outside(sitting: &Sitting, item: &ItemId, name: &str) -> Breach {
    let left = sitting.item(item).and_then(|item| Some((&item.number, item.ended_at?)));
    match left.filter(|_| room::done_at(sitting, item, i64::MAX) < i64::MAX) {
        Some((number, left)) => breach(
            Rule::Eligible,
            format!(
                "{name} was not in the room as item {number} was left, at {}.",
                day::time_of(left)
            ),
            "If they came before that, say so first with \".in NAME TIME\".",
        ),
        None => breach(
            Rule::Eligible,
            format!("{name} is not in the room."),
            "Record the arrival first with \".in NAME\".",
        ),
    }
}

fn moving(sitting: &Sitting, motion: &Motion) -> Vec<Breach> {
    let people = [&motion.mover, &motion.seconder];
    // What became of a motion may be put down whoever has left since.
    let known = sitting.motions.iter().any(|other| other.id == motion.id);
    let mut found = Vec::from_iter(inquorate(sitting, &motion.item).filter(|_| !known));
    found
        .extend(people.into_iter().flatten().filter_map(|p| taking_part(sitting, p, &motion.item)));
    // A motion on business that was put off lies with it.
    let at_hand = |item: &ItemId| {
        *item == motion.item
            || sitting.item(item).is_some_and(|item| {
                matches!(item.status, ItemStatus::UnderDiscussion | ItemStatus::Concluded)
            })
    };
    let open = sitting.motions.iter().find(|other| {
        at_hand(&other.item) && other.outcome == MotionOutcome::Open && other.kind == motion.kind
    });
    if let Some(open) = open.filter(|_| !known) {
        let what = if open.kind == MotionKind::Amendment { "An amendment" } else { "A motion" };
        let number = sitting.item(&open.item).map_or("", |item| item.number.as_str());
        let on =
            if open.item == motion.item { String::new() } else { format!(", on item {number}") };
        found.push(breach(
            Rule::OneMotion,
            format!(
                "{what} is before the meeting already{on}: {}.",
                motion::substantive(&sitting.motions, open)
            ),
            "Put it to the vote, or record what became of it, first.",
        ));
    }
    found
}

fn owner(sitting: &Sitting, action: &Action) -> Option<Breach> {
    let owner = action.owner.as_ref()?;
    let done = room::done_at(sitting, &action.item, i64::MAX);
    (!room::was_in_room(sitting, owner, done)).then(|| {
        breach(
            Rule::OwnerPresent,
            format!("{} was not in the room and is to be told.", sitting.name_of(owner)),
            "",
        )
    })
}

fn interest_kind(sitting: &Sitting, interest: &Interest) -> Option<Breach> {
    let (kinds, source) = Profile::of(&sitting.body)?.interests(sitting.meeting.date);
    (!kinds.contains(&interest.kind)).then(|| {
        breach(
            Rule::InterestKind,
            format!("{} is not one of those in {source}.", capital(&an_interest(interest.kind))),
            "",
        )
    })
}

/// What the casting vote makes of a tie, for the sentence that records it.
#[must_use]
pub(super) fn casting_word(cast: Cast) -> &'static str {
    match cast {
        Cast::For => "in favour",
        Cast::Against => "against",
        Cast::Abstained => "not used",
    }
}
