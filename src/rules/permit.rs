//! Whether an entry may be put on record: the one door to a book.

use super::breach::{Breach, breaches};
use super::sentence::sentence;
use super::{Force, Profile};
use crate::model::word::words;
use crate::model::{
    Entry, Item, ItemId, ItemStatus, MeetingId, MeetingKind, MeetingStatus, Record, Sitting,
};

words! {
    /// A rule of procedure that a profile may enforce, warn of or leave off.
    Rule {
        /// Nothing is decided without a quorum.
        Quorum = "quorum",
        /// Those who move, second or vote are in the room and have a vote.
        Eligible = "eligible",
        /// A member who withdrew for an interest takes no part.
        Withdrawn = "withdrawn",
        /// No more vote than are entitled to.
        Totals = "totals",
        /// One motion at a time, and one amendment to it.
        OneMotion = "one_motion",
        /// What a vote lost is not resolved.
        Carried = "carried",
        /// A casting vote is given on equality alone.
        Casting = "casting",
        /// Somebody presides.
        Presiding = "presiding",
        /// Nobody votes twice in one vote.
        NamedOnce = "named_once",
        /// Whoever is given an action is there to hear it.
        OwnerPresent = "owner_present",
        /// A motion has a seconder before it is put.
        Seconded = "seconded",
        /// A decision is not undone within six months.
        Rescission = "rescission",
        /// The public is excluded before exempt business is taken.
        Excluded = "excluded",
        /// Interests are of the kinds the code of the day names.
        InterestKind = "interest_kind",
        /// A decision has its reasons.
        Reasons = "reasons",
        /// Minutes are sent out when nothing is missing from them.
        Ready = "ready",
        /// The public has notice of a meeting, in clear days.
        Notice = "notice",
        /// Business that was not on the agenda sent out is taken as urgent alone.
        Published = "published",
        /// A decision that could not wait is not called in.
        CallIn = "call_in",
    }
}

/// Why an entry was not put on record. Nothing has changed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{text}")]
pub struct Refusal {
    /// What is wrong, in a sentence.
    pub text: String,
    /// What can be done about it, in a sentence.
    pub hint: String,
    /// What says so: an act, standing orders; empty where it is only sense.
    pub basis: String,
}

impl Refusal {
    /// Refuses for a reason that no profile can waive.
    pub(super) fn always(text: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { text: text.into(), hint: hint.into(), basis: String::new() }
    }

    /// The refusal and what it rests on.
    #[must_use]
    pub fn cited(&self) -> String {
        match self.basis.as_str() {
            "" => self.text.clone(),
            basis => format!("{} ({basis}.)", self.text),
        }
    }

    /// The refusal, what it rests on and its hint, as one line for the foot of a
    /// screen.
    #[must_use]
    pub fn in_full(&self) -> String {
        let mut line = self.cited();
        if !self.hint.is_empty() {
            line.push(' ');
            line.push_str(&self.hint);
        }
        line
    }
}

/// An entry that may be put on record. Only this floor makes one, so a rule
/// cannot be forgotten on one path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Permitted {
    entry: Entry,
    said: String,
    warnings: Vec<String>,
    goes_on: bool,
}

impl Permitted {
    /// The same, as a part of what the entry recorded before it began: both came of
    /// one line, and are taken back together.
    #[must_use]
    pub fn going_on(self) -> Self {
        Self { goes_on: true, ..self }
    }

    /// Whether it is a part of what the entry before it began.
    #[must_use]
    pub fn goes_on(&self) -> bool {
        self.goes_on
    }

    /// The entry.
    #[must_use]
    pub fn entry(&self) -> &Entry {
        &self.entry
    }

    /// What it puts on record, in a sentence for the history.
    #[must_use]
    pub fn said(&self) -> &str {
        &self.said
    }

    /// What the clerk should know about it all the same.
    #[must_use]
    pub fn warnings(&self) -> &[String] {
        &self.warnings
    }
}

/// Permits `entry` at `sitting`, or says why not.
///
/// A rule that the body's profile enforces refuses; one it warns of lets the
/// entry through with a warning.
pub fn permit(sitting: &Sitting, entry: Entry) -> Result<Permitted, Refusal> {
    let entry = settled(sitting, entry);
    super::order::keep(sitting, &entry)?;
    let mut warnings = super::note::notes(sitting, &entry);
    for breach in breaches(sitting, &entry) {
        warnings.extend(weigh(sitting, breach)?);
    }
    Ok(Permitted { said: sentence(sitting, &entry), entry, warnings, goes_on: false })
}

/// What comes of a rule that would be broken: a refusal with its source where the body's
/// profile enforces it, a warning, or nothing.
fn weigh(sitting: &Sitting, breach: Breach) -> Result<Option<String>, Refusal> {
    let (force, source) = Profile::binding(sitting, breach.rule);
    match force {
        Force::Enforce => {
            Err(Refusal { text: breach.text, hint: breach.hint, basis: source.to_owned() })
        }
        Force::Warn => Ok(Some(breach.text)),
        Force::Off => Ok(None),
    }
}

/// Permits entries that only make sense together before the first of them is
/// recorded: each against the meeting as those before it would leave it. A line
/// that is refused must not have begun the meeting first.
pub fn foresee(sitting: &Sitting, entries: &[Entry]) -> Result<(), Refusal> {
    // One alone has none before it, and needs no meeting ahead of this.
    if let [only] = entries {
        return permit(sitting, only.clone()).map(|_| ());
    }
    let mut ahead = sitting.clone();
    for entry in entries {
        permit(&ahead, entry.clone())?;
        match entry {
            Entry::Began { at, .. } => {
                ahead.meeting.status = MeetingStatus::InSession;
                ahead.meeting.began_at = Some(*at);
            }
            Entry::Added { item } => ahead.items.push(item.clone()),
            Entry::Arranged { items, .. } => {
                for item in &mut ahead.items {
                    if let Some(now) = items.iter().find(|now| now.id == item.id) {
                        item.clone_from(now);
                    }
                }
            }
            Entry::Took { item, taken, .. } => {
                for other in &mut ahead.items {
                    if other.id == *item {
                        other.status = ItemStatus::UnderDiscussion;
                        other.taken.get_or_insert(*taken);
                    } else if other.status == ItemStatus::UnderDiscussion {
                        other.status = ItemStatus::Concluded;
                    }
                }
            }
            Entry::Arrived { attendance, movements, .. } => {
                ahead.attendance.extend(attendance.iter().cloned());
                ahead.movements.extend(movements.iter().cloned());
            }
            _ => {}
        }
    }
    Ok(())
}

/// Gives an entry the numbers that follow from the meeting as it now stands, and
/// the item it leaves: a line may have been read before the one ahead of it was
/// recorded.
fn settled(sitting: &Sitting, mut entry: Entry) -> Entry {
    match &mut entry {
        Entry::Took { item, number, left, .. } => {
            // What too few were there for is no minute.
            let informal = sitting.meeting.kind == MeetingKind::Inquorate;
            let how = left.take().map_or(ItemStatus::Concluded, |(_, how)| how);
            // One taken too soon leaves its number to what comes before it.
            let early = sitting.current().filter(|_| how == ItemStatus::NotReached);
            let freed = early.and_then(|early| sitting.minute(&early.id)?.number);
            *number = (!informal).then_some(freed.unwrap_or(sitting.next_minute));
            let current = sitting.current().filter(|current| current.id != *item);
            *left = current.map(|current| (current.id.clone(), how));
        }
        Entry::Classed { kind, numbered, .. } if *kind != MeetingKind::Inquorate => {
            *numbered = unnumbered(sitting).zip(sitting.next_minute..).collect();
        }
        Entry::Assigned { action } if sitting.actions.iter().all(|a| a.id != action.id) => {
            action.number = sitting.next_action;
        }
        _ => {}
    }
    entry
}

/// The items taken whose minutes have no number, in the order taken.
fn unnumbered(sitting: &Sitting) -> impl Iterator<Item = ItemId> {
    let bare = |item: &&Item| sitting.minute(&item.id).is_some_and(|m| m.number.is_none());
    let mut taken: Vec<&Item> =
        sitting.items.iter().filter(|i| i.taken.is_some()).filter(bare).collect();
    taken.sort_by_key(|item| item.taken);
    taken.into_iter().map(|item| item.id.clone())
}

/// Permits rows to be filed outside any meeting: a paper read in, a meeting
/// made, a person's details mended.
///
/// `locked` are the meetings whose minutes are confirmed: nothing is filed under
/// those.
pub fn admit(entry: Entry, locked: &[MeetingId]) -> Result<Permitted, Refusal> {
    let Entry::Filed { said, rows, .. } = &entry else {
        return Err(Refusal::always(
            "That belongs to a meeting.",
            "Open the meeting and record it there.",
        ));
    };
    for row in rows {
        if let Record::Summary(summary) = row
            && !summary.adds_up()
        {
            return Err(Refusal::always(
                format!(
                    "The target figures of {} do not add up: {}.",
                    summary.partnership,
                    summary.in_words()
                ),
                "Put the figures right and try again.",
            ));
        }
        if row.meeting().is_some_and(|meeting| locked.contains(meeting)) {
            return Err(Refusal::always(
                "The minutes of that meeting are confirmed and can no longer be altered.",
                "Record a correction at the next meeting instead.",
            ));
        }
        if row.id().trim().is_empty() {
            return Err(Refusal::always(
                format!("A row of \"{}\" has no name.", row.table()),
                "This is a fault in the paper's reader; nothing was changed.",
            ));
        }
    }
    Ok(Permitted { said: said.clone(), entry, warnings: Vec::new(), goes_on: false })
}
