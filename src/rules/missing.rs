//! What is still missing from a meeting's record.

use chrono::NaiveDate;

use super::count;
use super::room::{self, Account};
use super::{Force, Profile, Rule};
use crate::model::word::words;
use crate::model::{
    Action, Attendance, AttendanceStatus, Capacity, Decision, Item, ItemId, ItemKind, ItemStatus,
    Meeting, MeetingStatus, Minute, Motion, MotionKind, MotionOutcome, Person, PersonId, Sitting,
    Verb, day,
};

words! {
    /// Something that minutes ought to have and do not.
    Lack {
        /// Members nothing is known of.
        Unaccounted = "unaccounted",
        /// Nobody is recorded as presiding.
        Chair = "chair",
        /// Actions that nobody is to do.
        Owner = "owner",
        /// Actions that have no day.
        Due = "due",
        /// Items taken and left with nothing written.
        Minute = "minute",
        /// Interests whose outcome is not known.
        Outcome = "outcome",
        /// Councillors who have attended nothing for five months: at six the seat
        /// is lost (s85, Local Government Act 1972).
        FiveMonths = "five_months",
        /// Minutes of the last meeting that nobody has confirmed.
        Unconfirmed = "unconfirmed",
        /// Exempt items with no words for the public.
        Summary = "summary",
        /// Items withheld with no paragraph of Schedule 12A named.
        Paragraph = "paragraph",
        /// Decisions with no reasons, and no report to take them from.
        Reasons = "reasons",
        /// People who vote with no seat, or stand in for nobody who is away.
        Principal = "principal",
        /// People who moved, seconded or voted and were not in the room.
        Elsewhere = "elsewhere",
        /// The body is to meet more often than its calendar has it.
        Dates = "dates",
        /// Lines in minutes that begin as a capture line does and are only text.
        Line = "line",
        /// Motions of which it is not known what became.
        Motion = "motion",
        /// Motions carried on items that decided nothing.
        Carried = "carried",
        /// The meeting ended, as recorded, before it began.
        Times = "times",
    }
}

impl Lack {
    /// The rule that sending out minutes which lack this would break. Somebody
    /// near six months' absence is a worry, and no fault of the minutes; nor is a
    /// thin calendar.
    #[must_use]
    pub fn rule(self) -> Option<Rule> {
        match self {
            Self::FiveMonths | Self::Unconfirmed | Self::Dates => None,
            Self::Reasons => Some(Rule::Reasons),
            _ => Some(Rule::Ready),
        }
    }

    /// The lack of `n`, in words for the foot line.
    #[must_use]
    pub fn in_words(self, n: u32) -> String {
        let s = if n == 1 { "" } else { "s" };
        match self {
            Self::Unaccounted => format!("{n} not accounted for"),
            Self::Chair => "no one presiding".into(),
            Self::Reasons => format!("{n} decision{s} without reasons"),
            Self::Owner => format!("{n} action{s} without owner"),
            Self::Due => format!("{n} action{s} without date"),
            Self::Minute => format!("{n} item{s} unwritten"),
            Self::Outcome => format!("{n} interest{s} without outcome"),
            Self::FiveMonths => format!("{n} near six months' absence"),
            Self::Unconfirmed => "last minutes not confirmed".into(),
            Self::Summary => format!("{n} exempt item{s} without summary"),
            Self::Paragraph => format!("{n} exempt item{s} without paragraph"),
            Self::Principal => format!("{n} substitute{s} without a principal"),
            Self::Elsewhere => format!("{n} mover{s} or voter{s} not in the room"),
            Self::Dates => "too few meetings to come".into(),
            Self::Line => format!("{n} line{s} not recorded"),
            Self::Motion => format!("{n} motion{s} without outcome"),
            Self::Carried => format!("{n} carried motion{s} without a decision"),
            Self::Times => "ended before it began: .begin TIME".into(),
        }
    }
}

/// Whether `decision` stands without reasons anywhere, at a body that gives them:
/// it has none of its own, and the item has no report whose reasons would be taken
/// as read.
#[must_use]
pub fn lacks_reasons(sitting: &Sitting, decision: &Decision) -> bool {
    if Profile::binding(sitting, Rule::Reasons).0 == Force::Off {
        return false;
    }
    let needs =
        matches!(decision.verb, Verb::Resolved | Verb::Agreed | Verb::Recommended | Verb::Refused);
    let item = sitting.item(&decision.item);
    let report = item.is_some_and(|item| !item.report_by.is_empty());
    // What is only procedure needs none: that minutes are right, that the public go.
    let procedure =
        item.is_some_and(|item| item.kind == ItemKind::Minutes || writes_itself(item.kind));
    needs && !procedure && decision.reasons.is_empty() && !(decision.as_recommended && report)
}

/// What the public is told of exempt business that nobody summarised.
pub const SILENT: &str = "The public was excluded while this item was considered.";

/// What the sentence that tells of the public's return begins with.
pub const READMITTED: &str = "The public was readmitted";

/// Whether exempt business was done under an item of which the public is told nothing.
fn lacks_summary(sitting: &Sitting, item: &Item) -> bool {
    let stock = |line: &str| line.is_empty() || line == SILENT || line.starts_with(READMITTED);
    let done = item.status.is_taken() && item.status != ItemStatus::Deferred;
    let summary = sitting.minute(&item.id).map_or("", |minute| minute.summary.as_str());
    done && !item.exempt.is_open() && summary.lines().map(str::trim).all(stock)
}

/// Whether nobody is to do `action`.
#[must_use]
pub fn lacks_owner(action: &Action) -> bool {
    action.owner.is_none() && action.organisation.is_none()
}

/// Whether `action` has no day, in whatever words.
#[must_use]
pub fn lacks_due(action: &Action) -> bool {
    action.due.is_none() && action.due_text.is_empty()
}

/// What is missing, and how many of each; nothing is listed that is complete.
#[must_use]
pub fn missing(sitting: &Sitting) -> Vec<(Lack, u32)> {
    if !sitting.meeting.status.has_begun() {
        return Vec::new();
    }
    Lack::ALL.iter().map(|lack| (*lack, lacking(sitting, *lack))).filter(|(_, n)| *n > 0).collect()
}

/// Where that is missing, as far as it is of items, "item 5", or whose it is.
#[must_use]
pub fn items(sitting: &Sitting, lack: Lack) -> Vec<String> {
    if lack == Lack::Unaccounted {
        return unaccounted(sitting).map(|person| sitting.name_of(person)).collect();
    }
    let of = on_items(sitting, lack).unwrap_or_default();
    let numbered = sitting.items.iter().filter(|item| of.contains(&&item.id));
    numbered
        .filter(|item| !item.number.is_empty())
        .map(|item| format!("item {}", item.number))
        .collect()
}

/// The item of each thing that is missing; `None` if that is not of items.
fn on_items(sitting: &Sitting, lack: Lack) -> Option<Vec<&ItemId>> {
    Some(match lack {
        Lack::Reasons => {
            let lacking = sitting.decisions.iter().filter(|d| lacks_reasons(sitting, d));
            lacking.map(|d| &d.item).collect()
        }
        Lack::Owner => sitting.actions.iter().filter(|a| lacks_owner(a)).map(|a| &a.item).collect(),
        Lack::Due => sitting.actions.iter().filter(|a| lacks_due(a)).map(|a| &a.item).collect(),
        Lack::Outcome => {
            sitting.interests.iter().filter(|i| i.outcome.is_none()).map(|i| &i.item).collect()
        }
        Lack::Line => unrecorded(sitting).map(|minute| &minute.id).collect(),
        Lack::Motion => undecided(sitting).map(|motion| &motion.item).collect(),
        Lack::Carried => carried(sitting).map(|motion| &motion.item).collect(),
        Lack::Paragraph => {
            sitting.items.iter().filter(|i| i.exempt.is_unnamed()).map(|i| &i.id).collect()
        }
        Lack::Minute => {
            sitting.items.iter().filter(|i| is_unwritten(sitting, i)).map(|i| &i.id).collect()
        }
        _ => return None,
    })
}

/// Whether `item` was taken and left with nothing written.
fn is_unwritten(sitting: &Sitting, item: &Item) -> bool {
    item.status == ItemStatus::Concluded
        && sitting.text_of(&item.id).trim().is_empty()
        && sitting.decisions_on(&item.id).next().is_none()
        && sitting.actions_on(&item.id).next().is_none()
        && sitting.motions.iter().all(|motion| motion.item != item.id)
        && sitting.promises.iter().all(|(promised, _)| *promised != item.id)
        && !writes_itself(item.kind)
}

fn unaccounted(sitting: &Sitting) -> impl Iterator<Item = &PersonId> {
    let people = room::members(sitting).map(|member| &member.person);
    let members = people.filter(|person| room::account(sitting, person) == Account::Unaccounted);
    let named = sitting.attendance.iter().filter(|a| room::is_expected(sitting, a));
    members.chain(named.map(|attendance| &attendance.person))
}

fn lacking(sitting: &Sitting, lack: Lack) -> u32 {
    match lack {
        Lack::Unaccounted => count(unaccounted(sitting)),
        Lack::Chair => u32::from(is_unchaired(sitting)),
        Lack::FiveMonths => {
            count(room::members(sitting).filter(|a| is_near_six_months(sitting, &a.person)))
        }
        Lack::Unconfirmed => u32::from(is_unconfirmed(sitting)),
        Lack::Summary => count(sitting.items.iter().filter(|item| lacks_summary(sitting, item))),
        Lack::Principal => count(sitting.attendance.iter().filter(|a| lacks_principal(sitting, a))),
        Lack::Elsewhere => count(elsewhere(sitting).into_iter()),
        Lack::Dates => u32::from(super::timetable::after(sitting).is_some()),
        Lack::Times => u32::from(is_at_odds(&sitting.meeting)),
        Lack::Reasons
        | Lack::Owner
        | Lack::Due
        | Lack::Minute
        | Lack::Outcome
        | Lack::Line
        | Lack::Motion
        | Lack::Carried
        | Lack::Paragraph => count(on_items(sitting, lack).unwrap_or_default().into_iter()),
    }
}

/// Whether a line of a minute begins as a capture line does, with a dot and a word: in a
/// minute it is only text, and recorded nothing.
#[must_use]
pub fn is_unrecorded(line: &str) -> bool {
    let Some(word) = line.trim_start().strip_prefix('.') else { return false };
    // A second dot or a space is a slip of the hand.
    let word = word.strip_prefix('.').unwrap_or(word).trim_start();
    word.starts_with(|c: char| c.is_ascii_alphabetic())
}

/// The minutes in which a capture line was left as text: once for each such line.
fn unrecorded(sitting: &Sitting) -> impl Iterator<Item = &Minute> {
    let lines = |minute: &Minute| minute.text.lines().filter(|line| is_unrecorded(line)).count();
    sitting.minutes.iter().flat_map(move |minute| std::iter::repeat_n(minute, lines(minute)))
}

/// The motions that were neither put, nor withdrawn, nor fell.
fn undecided(sitting: &Sitting) -> impl Iterator<Item = &Motion> {
    sitting.motions.iter().filter(|motion| motion.outcome == MotionOutcome::Open)
}

/// The motions that were carried where nothing was put down as decided.
fn carried(sitting: &Sitting) -> impl Iterator<Item = &Motion> {
    sitting.motions.iter().filter(|motion| {
        motion.kind == MotionKind::Original
            && motion.outcome == MotionOutcome::Carried
            && sitting.decisions_on(&motion.item).next().is_none()
    })
}

/// Whether the meeting is said to have ended before it began, as when the end is
/// given from memory and the beginning by the clock.
#[must_use]
pub fn is_at_odds(meeting: &Meeting) -> bool {
    meeting.ended_at.is_some_and(|end| meeting.began_at > Some(end))
}

/// Whether nobody presides: nobody took the chair, or whoever did has left a
/// meeting that still sits.
fn is_unchaired(sitting: &Sitting) -> bool {
    let sits = sitting.meeting.status == MeetingStatus::InSession;
    sitting.chair().is_none_or(|chair| sits && !room::in_room(sitting, chair))
}

/// Whether somebody votes with no seat of their own and for nobody, or stands in
/// for somebody who has no seat or came after all. Where no roll is kept, seats
/// are not known.
fn lacks_principal(sitting: &Sitting, attendance: &Attendance) -> bool {
    let seated = |person: &PersonId| room::members(sitting).any(|a| a.person == *person);
    // A member who comes later takes the seat over from whoever sat in it.
    let first = |person: &PersonId| {
        sitting.movements.iter().filter(|m| m.person == *person).map(|m| m.rank).min()
    };
    let came = |person: &PersonId| {
        let sat = first(&attendance.person).is_some_and(|sat| first(person) > Some(sat));
        sitting.attendance_of(person).is_some_and(|a| a.status == AttendanceStatus::Present) && !sat
    };
    let votes = attendance.status == AttendanceStatus::Present
        && attendance.capacity == Capacity::Voting
        && room::members(sitting).next().is_some();
    votes
        && match &attendance.in_place_of {
            Some(principal) => !seated(principal) || came(principal),
            None => !seated(&attendance.person),
        }
}

/// Everyone who moved, seconded or voted while out of the room, or withdrew. Where nobody's
/// comings and goings are kept, whoever came was there throughout.
fn elsewhere(sitting: &Sitting) -> Vec<&PersonId> {
    let moved = sitting.motions.iter().flat_map(|motion| {
        let people = [&motion.mover, &motion.seconder].into_iter().flatten();
        people.map(|id| (id, motion.rank, &motion.item))
    });
    let voted = sitting.ballots.iter().filter_map(|ballot| {
        let vote = sitting.vote(&ballot.vote)?;
        Some((&ballot.person, vote.rank, &vote.item))
    });
    let mut people: Vec<&PersonId> = Vec::new();
    for (person, rank, item) in moved.chain(voted) {
        let followed = sitting.movements.iter().any(|movement| movement.person == *person);
        let came = sitting
            .attendance_of(person)
            .is_some_and(|attendance| attendance.status == AttendanceStatus::Present);
        let done = room::done_at(sitting, item, rank);
        let there = if followed { room::was_in_room(sitting, person, done) } else { came };
        let there = there && !room::withdrew(sitting, person, item);
        if !there && !people.contains(&person) {
            people.push(person);
        }
    }
    people
}

/// Whether a councillor, away today too, last attended five months ago or more.
fn is_near_six_months(sitting: &Sitting, person: &PersonId) -> bool {
    last_came_long_ago(sitting, person).is_some()
}

/// The day a councillor who is away today last attended, if that is five months ago or
/// more, or will be six by the next meeting there is.
pub(super) fn last_came_long_ago(sitting: &Sitting, person: &PersonId) -> Option<NaiveDate> {
    let away = !matches!(room::account(sitting, person), Account::InRoom | Account::Out);
    let councillor = sitting.person(person).is_some_and(Person::is_councillor);
    let last = sitting.last_attended.iter().find(|(id, _)| id == person).map(|(_, day)| *day);
    // Whoever never came has been away since they took their seat, or since the first
    // meeting that the book has.
    let last = last.or_else(|| {
        let seat = room::members(sitting).find(|seat| seat.person == *person)?;
        let held = sitting.neighbours.held.first().map(|meeting| meeting.date);
        seat.from_on.max(held).filter(|_| held.is_some())
    });
    let near = |last: &NaiveDate| {
        long_ago(sitting.meeting.date).is_some_and(|limit| *last <= limit)
            || is_lost_by_next(sitting, *last)
    };
    last.filter(|last| away && councillor && near(last))
}

/// Whether six months from `last` are over by the next meeting.
pub(super) fn is_lost_by_next(sitting: &Sitting, last: NaiveDate) -> bool {
    let next = sitting.neighbours.coming.first().map(|next| next.date);
    next.zip(last.checked_add_months(chrono::Months::new(6))).is_some_and(|(next, end)| end <= next)
}

/// What is told on `day` of a councillor who has attended nothing since `last`.
#[must_use]
pub fn away_in_words(name: &str, last: NaiveDate, day: NaiveDate) -> String {
    let lost = last.checked_add_months(chrono::Months::new(6)).is_some_and(|end| end <= day);
    let since = day::plain(last);
    if lost {
        return format!(
            "{name} has attended nothing since {since}, which is six months: the seat is lost, unless the council approved the absence before (section 85, Local Government Act 1972)."
        );
    }
    format!(
        "{name} has attended nothing since {since}: after six months the seat is lost, unless the council approves the absence (section 85, Local Government Act 1972)."
    )
}

/// The day five months before `day`: a councillor who has attended nothing after it
/// is near the six at which the seat is lost.
#[must_use]
pub fn long_ago(day: NaiveDate) -> Option<NaiveDate> {
    day.checked_sub_months(chrono::Months::new(5))
}

/// Whether the minutes of the last meeting still wait, with the item for them, or the
/// meeting, done with.
fn is_unconfirmed(sitting: &Sitting) -> bool {
    let passed =
        sitting.items.iter().any(|item| item.kind == ItemKind::Minutes && item.status.is_over());
    unconfirmed(sitting).is_some() && (passed || sitting.meeting.status == MeetingStatus::Closed)
}

/// The last meeting, if its minutes wait to be confirmed; else one before it whose
/// minutes do.
pub(super) fn unconfirmed(sitting: &Sitting) -> Option<&Meeting> {
    let previous = sitting.neighbours.previous.as_ref();
    let held = |meeting: &&Meeting| meeting.status.has_begun() && meeting.waits_to_be_confirmed();
    let last = previous.filter(held);
    last.or_else(|| sitting.neighbours.unconfirmed().last())
}

/// Whether the minute of such an item is composed from the record.
fn writes_itself(kind: ItemKind) -> bool {
    matches!(kind, ItemKind::Apologies | ItemKind::Interests | ItemKind::Dates | ItemKind::Welcome)
}
