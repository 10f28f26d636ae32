//! The minute of an item, as rows: what was said, with everything recorded
//! standing where it happened.

use crate::app::screen::{Look, Row};
use crate::capture;
use crate::model::{
    Action, Decision, DecisionStatus, Direction, Interest, InterestOutcome, Item, ItemId, ItemKind,
    ItemStatus, Motion, MotionKind, MotionOutcome, Movement, PersonId, Sitting, Verb, day,
    paragraph_count,
};
use crate::rules::{self, number, room, sentence, timetable};

/// The item and its minute, as far as they go, with the keys that add to it for one who
/// writes.
#[must_use]
pub fn rows(sitting: &Sitting, item: &Item, writes: bool) -> Vec<Row> {
    let mut rows = head(sitting, item);
    rows.extend(outstanding(sitting, item));
    let before = rows.len();
    rows.extend(business(sitting, item));
    if rows.len() == before && !writes {
        rows.push(Row::of("Nothing is minuted yet.", Look::Dim));
    } else if rows.len() == before {
        let (write, decide) = ("e", "d");
        rows.push(
            Row::of("Nothing is minuted yet: press ", Look::Dim)
                .and(write, Look::Key)
                .and(" to write, ", Look::Dim)
                .and(decide, Look::Key)
                .and(" for a decision, ", Look::Dim)
                .and("a", Look::Key)
                .and(" for an action, ", Look::Dim)
                .and("?", Look::Key)
                .and(" for every key.", Look::Dim),
        );
    }
    for note in sitting.notes.iter().filter(|note| note.id == item.id) {
        rows.push(Row::new());
        rows.push(Row::of("Private: ", Look::Unsure).and(note.text.as_str(), Look::Dim).set_in(2));
    }
    rows
}

/// What is still to be done from earlier meetings, beside the minutes that gave it.
fn outstanding(sitting: &Sitting, item: &Item) -> Vec<Row> {
    let live = sitting.outstanding.iter().filter(|action| action.status.is_live());
    let mut rows: Vec<Row> = live
        .filter(|_| item.kind == ItemKind::Minutes)
        .map(|given| {
            let row = action(sitting, given);
            match given.due {
                Some(due) if due < sitting.meeting.date => row.and(", overdue", Look::Bad),
                Some(due) if due == sitting.meeting.date => {
                    row.and(", due at this meeting", Look::Unsure)
                }
                _ => row,
            }
        })
        .collect();
    if !rows.is_empty() {
        let said = "Actions outstanding (.done, .accept, .extend, .progress REF say how far):";
        rows.insert(0, Row::of(said, Look::Dim));
        rows.push(Row::new());
    }
    rows
}

fn head(sitting: &Sitting, item: &Item) -> Vec<Row> {
    let number = number::of_item(sitting, &item.id).map(|n| format!("{n}  ")).unwrap_or_default();
    let mut rows = vec![
        Row::of(number, Look::Record)
            .and(item.title.as_str(), Look::Strong)
            .and(numbered(item), Look::Dim),
    ];
    let planned = item.planned_at.map(day::clock).unwrap_or_default();
    let given = item.planned_minutes.map(|n| format!("{n} minutes")).unwrap_or_default();
    let paper = number::paper(&sitting.body, item);
    let about: Vec<&str> = [planned.as_str(), &given, &paper, &item.report_by]
        .into_iter()
        .filter(|s| !s.is_empty())
        .collect();
    if !about.is_empty() {
        rows.push(Row::of(about.join(" · "), Look::Dim));
    }
    if !item.exempt.is_open() {
        let under = sentence::paragraphs_in_words(&item.exempt);
        rows.push(Row::of(format!("EXEMPT under {under}: in no public document"), Look::Bad));
        let summary = sitting.minute(&item.id).map_or("", |minute| minute.summary.as_str());
        if !summary.is_empty() {
            rows.push(
                Row::of("The public is told: ", Look::Dim).and(summary, Look::Plain).set_in(2),
            );
        }
    }
    if !item.recommendation.is_empty() {
        rows.push(
            Row::of("Recommendation: ", Look::Dim)
                .and(item.recommendation.as_str(), Look::Plain)
                .set_in(2),
        );
    }
    if let Some(lull) = timetable::after(sitting).filter(|_| item.kind == ItemKind::Dates) {
        rows.push(Row::of(timetable::in_words(&sitting.body, lull), Look::Unsure));
    }
    if item.status == ItemStatus::NotReached && !item.why.is_empty() {
        rows.push(Row::of(item.why.as_str(), Look::Dim));
    }
    rows.push(Row::new());
    rows
}

fn numbered(item: &Item) -> String {
    if item.number.is_empty() { String::new() } else { format!("  (Agenda Item {})", item.number) }
}

/// The paragraphs and, after each, what was recorded there, in order.
fn business(sitting: &Sitting, item: &Item) -> Vec<Row> {
    let mut events = events(sitting, item);
    events.sort_by_key(|(place, rank, _)| (*place, *rank));
    let text = sitting.text_of(&item.id);
    let paragraphs: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
    let count = paragraph_count(text);
    let mut rows = Vec::new();
    let mut events = events.into_iter().peekable();
    for (n, paragraph) in (0u32..).zip(paragraphs.into_iter().map(Some).chain([None])) {
        while events.peek().is_some_and(|(place, _, _)| *place <= n || n >= count) {
            rows.extend(events.next().map(|(_, _, row)| row));
        }
        rows.extend(paragraph.map(written));
    }
    rows
}

/// A paragraph; one that looks like a capture line records nothing, and is not
/// to be taken for one that did.
fn written(paragraph: &str) -> Row {
    let only_text = capture::is_capture(paragraph);
    let row = Row::plain(paragraph);
    if only_text { row.and("  (only text: it records nothing)", Look::Unsure) } else { row }
}

type Event = (u32, i64, Row);

fn events(sitting: &Sitting, item: &Item) -> Vec<Event> {
    let here = |of: &ItemId| *of == item.id;
    let moved = sitting.movements.iter().filter(|m| m.item.as_ref().is_some_and(here));
    let moved = moved.filter(|m| !room::is_roll_call(sitting, m));
    let declared = sitting.interests.iter().filter(|i| here(&i.item));
    let after = |place: u32, rank: i64| sitting.told_after(&item.id, place, rank);
    let motions = sitting.motions.iter().filter(|m| here(&m.item));
    let votes = sitting.votes.iter().filter(|v| here(&v.item));
    moved
        .map(|m| (m.place, m.rank, movement(sitting, m)))
        .chain(declared.map(|i| (0, i.rank, interest(sitting, i))))
        .chain(motions.map(|m| (after(m.place, m.rank), m.rank, motion(sitting, m))))
        .chain(votes.map(|v| {
            let said = sentence::vote_in_words(sitting, v);
            let row = Row::of("Vote: ", Look::Record).and(said, Look::Plain).set_in(2);
            (after(v.place, v.rank), v.rank, row)
        }))
        .chain(
            sitting
                .decisions_on(&item.id)
                .filter(|d| d.status != DecisionStatus::Superseded)
                .map(|d| (after(d.place, d.rank), d.rank, decision(sitting, d))),
        )
        .chain(sitting.actions_on(&item.id).map(|a| (a.place, a.rank, action(sitting, a))))
        .collect()
}

fn movement(sitting: &Sitting, movement: &Movement) -> Row {
    let verb = if movement.direction == Direction::In { "arrived" } else { "left" };
    let who = sitting.name_of(&movement.person);
    let at = movement.known_at().map(|at| format!("{}: ", day::time_of(at))).unwrap_or_default();
    Row::of(format!("({at}{who} {verb}.)"), Look::Dim)
}

fn interest(sitting: &Sitting, interest: &Interest) -> Row {
    let outcome = interest.outcome.map_or("outcome not known".into(), InterestOutcome::plain);
    let who = sitting.name_of(&interest.person);
    let kind = sentence::an_interest(interest.kind);
    Row::plain(format!("{who} declared {kind}: {} ({outcome}).", interest.nature)).set_in(2)
}

fn motion(sitting: &Sitting, motion: &Motion) -> Row {
    let name =
        |id: &Option<PersonId>| id.as_ref().map_or("Nobody".into(), |id| sitting.short_name_of(id));
    let what = if motion.kind == MotionKind::Amendment { "amendment" } else { "motion" };
    let (outcome, look) = match motion.outcome {
        MotionOutcome::Open => ("open".to_owned(), Look::Unsure),
        outcome => (outcome.plain(), Look::Dim),
    };
    let (mover, seconder) = (name(&motion.mover), name(&motion.seconder));
    let row =
        Row::plain(format!("{mover} moved and {seconder} seconded the {what}: {} ", motion.text))
            .and(format!("[{outcome}]"), look)
            .set_in(2);
    let Some([before, altered, after]) = rules::motion::difference(&sitting.motions, motion) else {
        return row;
    };
    row.and(" As amended: ", Look::Dim)
        .and(format!("{before} "), Look::Plain)
        .and(format!("\u{2039}{altered}\u{203a}"), Look::Strong)
        .and(format!(" {after}"), Look::Plain)
}

/// Who is to do an action, as the pages of a meeting name them.
pub(super) fn owner(sitting: &Sitting, action: &Action) -> String {
    match (&action.owner, &action.organisation) {
        (Some(person), _) => sitting.name_of(person),
        (None, Some(id)) => {
            let named = sitting.organisation(id);
            named.map_or_else(String::new, |o| o.name.clone())
        }
        (None, None) => "nobody yet".into(),
    }
}

fn action(sitting: &Sitting, action: &Action) -> Row {
    let owner = owner(sitting, action);
    let due = match (action.due, action.due_text.as_str()) {
        (Some(due), said) if day::is_said_by(due, said) => format!("by {}", day::plain(due)),
        (Some(due), said) => format!("{said} ({})", day::plain(due)),
        (None, "") => "no date".into(),
        (None, said) => said.to_owned(),
    };
    Row::of(format!("ACTION {} ", action.reference()), Look::Record)
        .and(owner, Look::Strong)
        .and(format!(": {}, ", action.text), Look::Plain)
        .and(due, if action.due.is_none() { Look::Unsure } else { Look::Plain })
        .set_in(2)
}

fn decision(sitting: &Sitting, decision: &Decision) -> Row {
    let mut lead = decision.verb.word().to_owned();
    if !decision.to_whom.is_empty() {
        lead.push_str(&format!(" to {}", decision.to_whom));
    }
    let letter =
        number::letter_of(sitting, decision).map(|l| format!(" ({l})")).unwrap_or_default();
    let colon = if decision.text.is_empty() || decision.verb == Verb::Noted { " " } else { ": " };
    let mut row = Row::of(format!("{lead}{letter}"), Look::Record)
        .and(colon, Look::Record)
        .and(decision.text.as_str(), Look::Plain);
    if let Some(vote) = decision.vote.as_ref().and_then(|id| sitting.vote(id)) {
        row = row.and(
            format!(" ({} to {}, {} abstained)", vote.in_favour, vote.against, vote.abstained),
            Look::Dim,
        );
    }
    if !decision.reasons.is_empty() {
        row = row.and(format!(" Reasons: {}", decision.reasons), Look::Dim);
    }
    row.set_in(2)
}
