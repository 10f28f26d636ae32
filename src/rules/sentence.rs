//! What an entry put on record, in one plain sentence for the history.

mod part;

use super::number;
use crate::model::{
    Action, Appointment, AttendanceStatus, CallIn, Decision, Direction, Entry, Item, ItemId,
    ItemStatus, Link, LinkKind, MeetingKind, Motion, MotionOutcome, Movement, PersonId, PlanEntry,
    Sitting, Update, Verb, day,
};

pub use part::{
    an_interest, capital, list, paragraphs_in_words, quotes, several, times, towards, vote_in_words,
};
use part::{quoted, readmitted};

/// Says what `entry` puts on record at `sitting`.
pub(super) fn sentence(sitting: &Sitting, entry: &Entry) -> String {
    match entry {
        Entry::Filed { said, .. } => said.clone(),
        Entry::Took { item, .. } => format!("Took {}.", item_name(sitting, item)),
        Entry::Added { item } => {
            let number = if item.number.is_empty() {
                String::new()
            } else {
                format!(" as item {}", item.number)
            };
            format!("\"{}\" put on the agenda{number}.", quoted(&item.title))
        }
        Entry::Arranged { item, items, .. } => arranged(sitting, item, items),
        Entry::SetAside { item, status, until, why, .. } => {
            set_aside(sitting, item, *status, until, why)
        }
        Entry::Arrived { attendance, movements, .. } if movements.is_empty() => {
            let each = attendance
                .iter()
                .map(|a| format!("{} as {}", sitting.name_of(&a.person), a.capacity.plain()));
            format!("In the room: {}.", list(&each.collect::<Vec<_>>()))
        }
        Entry::Arrived { movements, .. } => arrived(sitting, movements),
        Entry::Departed { movement } => moved_about(sitting, movement),
        Entry::Apologised { attendance } if attendance.status == AttendanceStatus::Absent => {
            format!("{} absent, with no apology.", sitting.name_of(&attendance.person))
        }
        Entry::Apologised { attendance } => {
            format!("Apologies from {}.", sitting.name_of(&attendance.person))
        }
        Entry::Mandated { attendance } => {
            let can = match attendance.mandated {
                Some(true) => "came with a mandate to decide",
                Some(false) => "came without a mandate to decide",
                None => "may or may not have a mandate to decide",
            };
            format!("{} {can}.", sitting.name_of(&attendance.person))
        }
        Entry::Substituted { substitute, principal, movement } => {
            let names = [substitute, principal].map(|who| sitting.name_of(&who.person));
            let here = movement.as_ref().map(|came| format!(", in the room{}", at(came)));
            let here = here.unwrap_or_default();
            format!("{} in place of {}{here}.", names[0], names[1])
        }
        Entry::Presided { presiding } => {
            format!("{} in the chair.", sitting.name_of(&presiding.person))
        }
        Entry::Declared { interest } => format!(
            "{} declared an interest in {}.",
            sitting.name_of(&interest.person),
            item_name(sitting, &interest.item)
        ),
        _ => course(entry).unwrap_or_else(|| business(sitting, entry)),
    }
}

/// A tie in words. Only a response answers what stands in the schedule: a decision or an
/// action is about it.
fn linked(sitting: &Sitting, link: &Link) -> String {
    let (from, to) = (thing(sitting, &link.from_id), thing(sitting, &link.to_id));
    let rows = &sitting.standings;
    let scheduled = rows.iter().any(|row| row.has(&link.to_id));
    let own = rows.iter().flat_map(|row| &row.responses).any(|r| r.id.as_str() == link.from_id);
    let tie = match link.kind {
        LinkKind::Answers if scheduled && !own => "is about".to_owned(),
        kind => kind.plain(),
    };
    capital(&format!("{from} {tie} {to}."))
}

/// The course of a meeting: of this nothing has to be looked up.
fn course(entry: &Entry) -> Option<String> {
    Some(match entry {
        Entry::Published { on, .. } => format!("The agenda went out on {}.", day::plain(*on)),
        Entry::Supplemented { addendum } => {
            let what = quoted(&addendum.text);
            let what = if what.is_empty() { what } else { format!(": {what}") };
            let at = addendum.sent_at.map(|at| format!(" at {}", day::clock(at)));
            let on = day::plain(addendum.sent_on);
            format!("Addenda circulated on {on}{}{what}.", at.unwrap_or_default())
        }
        Entry::Classed { kind: MeetingKind::Inquorate, .. } => {
            "Too few came: informal notes are kept.".into()
        }
        Entry::Classed { kind, .. } => format!("This is an {} meeting.", kind.plain()),
        Entry::CalledOff { .. } => "The meeting will not be held.".into(),
        Entry::Began { at, .. } => format!("The meeting began at {}.", day::time_of(*at)),
        Entry::Adjourned { adjournment } => {
            format!("The meeting adjourned at {}.", day::time_of(adjournment.from_at))
        }
        Entry::Resumed { at, .. } => format!("The meeting resumed at {}.", day::time_of(*at)),
        Entry::Closed { at: Some(at), .. } => {
            format!("The meeting closed at {}.", day::time_of(*at))
        }
        Entry::Closed { at: None, .. } => "The meeting closed.".to_owned(),
        Entry::Advanced { to, .. } => format!("Minutes marked {}.", to.plain()),
        _ => return None,
    })
}

fn business(sitting: &Sitting, entry: &Entry) -> String {
    match entry {
        Entry::Wrote { item, text, .. } => readmitted(sitting.text_of(item), text)
            .unwrap_or_else(|| format!("Minute of {} written.", item_name(sitting, item))),
        Entry::Summarised { item, text, .. } => {
            let before = sitting.minute(item).map(|minute| minute.summary.as_str());
            readmitted(before.unwrap_or_default(), text).unwrap_or_else(|| {
                format!("Public summary of {} written.", item_name(sitting, item))
            })
        }
        Entry::Noted { note } => format!("Private note on {}.", item_name(sitting, &note.id)),
        Entry::Exempted { item, paragraphs, .. } if paragraphs.is_open() => {
            format!("{} is open.", capital(&item_name(sitting, item)))
        }
        Entry::Exempted { item, paragraphs, .. } => format!(
            "{} is exempt under {}.",
            capital(&item_name(sitting, item)),
            paragraphs_in_words(paragraphs)
        ),
        Entry::Moved { motion } => motion_in_words(sitting, motion),
        Entry::Voted { vote, .. } => {
            format!("Vote on {}: {}.", item_name(sitting, &vote.item), vote_in_words(sitting, vote))
        }
        Entry::Decided { decision } | Entry::Elected { decision, .. } => decided(sitting, decision),
        // What the body says that made it is its decision, and no call-in.
        Entry::CalledIn { call_in, decision: Some(decided), .. } if call_in.who.is_empty() => {
            self::decided(sitting, decided)
        }
        Entry::CalledIn { call_in, .. } => called_in(sitting, call_in),
        Entry::Appointed { places, .. } => on_roll(sitting, places),
        Entry::Promised { plan, .. } => promised(plan),
        Entry::Assigned { action } => action_in_words(sitting, action),
        Entry::Reported { update } => report_in_words(sitting, update),
        Entry::Linked { link } => linked(sitting, link),
        Entry::Corrected { correction } => format!(
            "{} corrected: for \"{}\" read \"{}\".",
            correction.subject(),
            quoted(&correction.old),
            quoted(&correction.new)
        ),
        Entry::Confirmed { to, of, signature, .. } => {
            let day = sitting.neighbours.earlier(of).map(|meeting| day::plain(meeting.date));
            let who = signature.as_ref().map(|(who, ..)| format!(" by {}", sitting.name_of(who)));
            let day = day.unwrap_or_else(|| of.0.clone());
            format!("Minutes of {day} {}{}.", to.plain(), who.unwrap_or_default())
        }
        _ => String::new(),
    }
}

/// The places that `places` begins or alters; what only ends is said by what follows it.
#[must_use]
pub fn on_roll(sitting: &Sitting, places: &[Appointment]) -> String {
    let ends = |place: &&Appointment| place.to_on.is_some_and(|to| to < sitting.meeting.date);
    let begun = places.iter().filter(|place| !ends(place));
    let said: Vec<String> = begun
        .map(|place| format!("{} as {}", sitting.name_of(&place.person), place.role.plain()))
        .collect();
    format!("On the roll from {}: {}.", day::plain(sitting.meeting.date), list(&said))
}

fn called_in(sitting: &Sitting, call_in: &CallIn) -> String {
    let called = sitting.callable.iter().find(|called| called.id == call_in.decision);
    let which = called.map_or("A decision", |called| called.reference.as_str());
    match call_in.outcome {
        Some(outcome) => format!("Call-in of {which}: {}.", outcome.plain()),
        None => {
            format!("{which} called in by {}: {}.", call_in.who, quoted(&call_in.grounds))
        }
    }
}

fn promised(plan: &PlanEntry) -> String {
    let by = plan.due.map(|due| format!(" by {}", day::plain(due))).unwrap_or_default();
    let who =
        if plan.wanted_by.is_empty() { String::new() } else { format!(" ({})", plan.wanted_by) };
    format!("To come back{by}: {}{who}.", quoted(&plan.topic))
}

fn set_aside(
    sitting: &Sitting,
    item: &ItemId,
    status: ItemStatus,
    until: &str,
    why: &str,
) -> String {
    let mut said = format!("{} {}", capital(&item_name(sitting, item)), status.plain());
    if !until.is_empty() {
        said.push_str(&format!(" to {until}"));
    }
    if !why.is_empty() {
        said.push_str(&format!(": {}", quoted(why)));
    }
    said + "."
}

fn arrived(sitting: &Sitting, movements: &[Movement]) -> String {
    let names: Vec<String> = movements.iter().map(|m| sitting.name_of(&m.person)).collect();
    let at = movements.first().map(at).unwrap_or_default();
    format!("In the room{at}: {}.", list(&names))
}

fn moved_about(sitting: &Sitting, movement: &Movement) -> String {
    let name = sitting.name_of(&movement.person);
    let verb = if movement.direction == Direction::In { "came in" } else { "left the room" };
    let why = if movement.reason.is_empty() {
        String::new()
    } else {
        format!(" ({})", quoted(&movement.reason))
    };
    format!("{name} {verb}{}{why}.", at(movement))
}

/// When somebody came or went, where that is known.
fn at(movement: &Movement) -> String {
    movement.known_at().map(|at| format!(" at {}", day::time_of(at))).unwrap_or_default()
}

fn motion_in_words(sitting: &Sitting, motion: &Motion) -> String {
    let what = motion.kind.noun();
    match motion.outcome {
        MotionOutcome::Open => {
            let name = |id: &Option<PersonId>| id.as_ref().map(|id| sitting.name_of(id));
            let by = match (name(&motion.mover), name(&motion.seconder)) {
                (Some(mover), Some(seconder)) => format!(" by {mover}, seconded by {seconder}"),
                (Some(mover), None) => format!(" by {mover}"),
                _ => String::new(),
            };
            format!("{what}{by}: {}.", quoted(&motion.text))
        }
        outcome => format!("{what} {}: {}.", outcome.plain(), quoted(&motion.text)),
    }
}

/// What a decision came to, or what was added to one that stands.
fn decided(sitting: &Sitting, decision: &Decision) -> String {
    let letter = number::letter_of(sitting, decision).map(|letter| format!(", ({letter})"));
    let item = item_name(sitting, &decision.item) + &letter.unwrap_or_default();
    match sitting.decisions.iter().find(|before| before.id == decision.id) {
        Some(before) if before.reasons != decision.reasons => {
            format!(
                "Reasons for the decision on {item}: {}.",
                decision.reasons.trim_end_matches('.')
            )
        }
        Some(before) if before.alternatives != decision.alternatives => {
            format!(
                "Alternatives to the decision on {item}: {}.",
                decision.alternatives.trim_end_matches('.')
            )
        }
        Some(before) if before.at_once != decision.at_once => {
            let why = decision.at_once.trim_end_matches('.');
            format!("The decision on {item} takes effect at once: {why}.")
        }
        Some(before) if before.reply_by != decision.reply_by => {
            let by = decision.reply_by.map_or_else(|| "no set day".into(), day::plain);
            format!("The decision on {item} is to be answered by {by}.")
        }
        Some(before) if before.effective_on != decision.effective_on => {
            let on = decision.effective_on.map_or_else(|| "no set day".into(), day::plain);
            format!("The decision on {item} takes effect on {on}.")
        }
        _ => format!("Decision on {item}: {}.", decision_in_words(decision)),
    }
}

/// The verb of a decision, with to whom it goes or until when it is put off:
/// "RECOMMENDED to Cabinet".
#[must_use]
pub fn verb_and_whom(decision: &Decision) -> String {
    let verb = decision.verb.word();
    if decision.to_whom.is_empty() {
        return verb.to_owned();
    }
    format!("{verb} {}", towards(&decision.to_whom))
}

/// A decision in words: "RECOMMENDED to Cabinet: adopt the plan".
#[must_use]
pub fn decision_in_words(decision: &Decision) -> String {
    let mut said = verb_and_whom(decision);
    if !decision.text.is_empty() && decision.verb != Verb::Noted {
        said.push_str(&format!(": {}", quoted(&decision.text)));
    } else if !decision.text.is_empty() {
        said.push_str(&format!(" {}", quoted(&decision.text)));
    }
    if decision.bloc.is_some() {
        said.push_str(", en bloc");
    }
    said
}

fn action_in_words(sitting: &Sitting, action: &Action) -> String {
    let owner = match (&action.owner, &action.organisation) {
        (Some(person), _) => sitting.name_of(person),
        (None, Some(organisation)) => {
            sitting.organisation(organisation).map_or_else(|| "nobody".into(), |o| o.name.clone())
        }
        (None, None) => "nobody yet".into(),
    };
    let due = match (action.due, action.due_text.as_str()) {
        (Some(due), _) => format!(", by {}", day::plain(due)),
        (None, "") => String::new(),
        (None, text) => format!(", {text}"),
    };
    format!("Action {} for {owner}: {}{due}.", action.reference(), quoted(&action.text))
}

fn report_in_words(sitting: &Sitting, update: &Update) -> String {
    let known = sitting.known_actions().find(|a| a.id == update.action);
    let name = known.map_or_else(|| update.action.0.clone(), Action::reference);
    let due = match (known.and_then(|a| a.due), update.due) {
        (before, Some(due)) if before != Some(due) => format!(", now due {}", day::plain(due)),
        _ => String::new(),
    };
    let text =
        if update.text.is_empty() { String::new() } else { format!(": {}", quoted(&update.text)) };
    format!("Action {name} {}{due}{text}.", update.status.plain())
}

/// What the agenda now says of an item. A recommendation may be exempt, and only
/// that it was altered is said.
fn arranged(sitting: &Sitting, id: &ItemId, items: &[Item]) -> String {
    let name = capital(&item_name(sitting, id));
    let (was, now) = (sitting.item(id), items.iter().find(|item| item.id == *id));
    let (Some(was), Some(now)) = (was, now) else { return format!("{name} put right.") };
    let mut said = Vec::new();
    if was.rank != now.rank {
        said.push(format!("now item {}", now.number));
    }
    if was.title != now.title {
        said.push(format!("now called \"{}\"", quoted(&now.title)));
    }
    let others = [
        ("title for the public", was.public_title != now.public_title),
        ("paper", was.paper != now.paper),
        ("presenter", was.report_by != now.report_by),
        ("time", was.planned_at != now.planned_at),
        ("minutes given", was.planned_minutes != now.planned_minutes),
        ("partnership", was.partnership != now.partnership),
        ("recommendation", was.recommendation != now.recommendation),
    ];
    let altered: Vec<String> =
        others.into_iter().filter(|(_, is)| *is).map(|(what, _)| format!("its {what}")).collect();
    if !altered.is_empty() {
        said.push(format!("{} put right", list(&altered)));
    }
    format!("{name}: {}.", said.join("; "))
}

fn item_name(sitting: &Sitting, id: &ItemId) -> String {
    sitting.item(id).map_or_else(
        || "an item".into(),
        |item| {
            let minute = number::of_item(sitting, id);
            let minute = minute.map(|n| format!(" (minute {n})")).unwrap_or_default();
            let number = if item.number.is_empty() {
                String::new()
            } else {
                format!("item {} ", item.number)
            };
            format!("{number}{}{minute}", quoted(&item.title))
        },
    )
}

/// What is tied to something, as a reader knows it: by its reference or its
/// number, where it has one.
fn thing(sitting: &Sitting, id: &str) -> String {
    let action = sitting.known_actions().find(|a| a.id.0 == id);
    let decision = sitting.decisions.iter().find(|decision| decision.id.0 == id);
    let earlier = sitting.earlier.iter().find(|earlier| earlier.id.0 == id);
    match (action, decision, earlier) {
        (Some(action), ..) => format!("action {}", action.reference()),
        (_, Some(decision), _) => format!("decision {}", number::of_decision(sitting, decision)),
        (.., Some(earlier)) => format!("decision {}", earlier.reference),
        (None, None, None) => id.to_owned(),
    }
}
