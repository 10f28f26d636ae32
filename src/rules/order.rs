//! The order a meeting and its minutes keep, whatever rules bind the body: what is
//! refused always.

use super::missing::READMITTED;
use super::{Refusal, number, room};
use crate::model::{
    Decision, Entry, Item, ItemId, ItemKind, ItemStatus, Meeting, MeetingKind, MeetingStatus,
    MinutesStatus, Sitting,
};

/// Refuses what no profile can allow: an entry about another meeting, into
/// minutes already sent out, or out of the order a meeting runs in.
pub(super) fn keep(sitting: &Sitting, entry: &Entry) -> Result<(), Refusal> {
    let meeting = &sitting.meeting;
    if entry.meeting().is_some_and(|id| *id != meeting.id) {
        return Err(Refusal::always(
            "That belongs to another meeting.",
            "Open that meeting and record it there.",
        ));
    }
    if let Entry::Filed { .. } = entry {
        return Err(Refusal::always("That does not belong to a meeting.", ""));
    }
    if entry.item().is_some_and(|item| sitting.item(item).is_none()) {
        return Err(Refusal::always(
            "That item is not on this meeting's agenda.",
            "Open the meeting it is on, and record it there.",
        ));
    }
    let follow_up = matches!(
        entry,
        Entry::Noted { .. }
            | Entry::Reported { .. }
            | Entry::Linked { .. }
            | Entry::Advanced { .. }
    );
    if let Some(locked) = locked(meeting).filter(|_| !follow_up) {
        return Err(locked);
    }
    life_of_minutes(sitting, entry)?;
    stays_exempt(sitting, entry)?;
    excludes_once(sitting, entry)?;
    is_private(sitting, entry)?;
    informal(sitting, entry)?;
    run_of_meeting(sitting, entry)
}

/// Refuses to open an item under which an exempt decision of another meeting was answered,
/// undone or called in: that stays exempt, whatever becomes of this item.
fn stays_exempt(sitting: &Sitting, entry: &Entry) -> Result<(), Refusal> {
    let Entry::Exempted { item, paragraphs, .. } = entry else { return Ok(()) };
    if !paragraphs.is_open() {
        return Ok(());
    }
    let secret = |id: &str| {
        let earlier = sitting.earlier.iter().find(|earlier| earlier.id.as_str() == id);
        let earlier = earlier.filter(|earlier| earlier.exempt).map(|had| had.reference.clone());
        let called = || sitting.callable.iter().find(|called| called.id.as_str() == id);
        earlier.or_else(|| called().filter(|had| had.exempt).map(|had| had.reference.clone()))
    };
    let told = sitting.decisions_on(item).find_map(|decision| {
        let undone = decision.replaces.as_ref().and_then(|id| secret(id.as_str()));
        let tied = sitting.links.iter().filter(|link| link.from_id == decision.id.as_str());
        undone.or_else(|| tied.map(|link| secret(&link.to_id)).find_map(|found| found))
    });
    let called = sitting.call_ins.iter().filter(|call_in| call_in.item == *item);
    let called = called.map(|call_in| secret(call_in.decision.as_str()));
    let Some(told) = told.or_else(|| called.into_iter().flatten().next()) else { return Ok(()) };
    Err(Refusal::always(
        format!("What is minuted here is about {told}, which is exempt, and stays so."),
        "Minute what may be public under another item, or in its public summary.",
    ))
}

/// Refuses to move that the public be excluded once it is: whoever moved the resolution is
/// named as it is put down.
fn excludes_once(sitting: &Sitting, entry: &Entry) -> Result<(), Refusal> {
    let Entry::Moved { motion } = entry else { return Ok(()) };
    let text = motion.text.to_lowercase();
    if !(text.contains("public") && text.contains("exclu") && room::is_public_out(sitting)) {
        return Ok(());
    }
    Err(Refusal::always(
        "The resolution to exclude the public is on record already.",
        "Take it back with \"u\" and say who moved it, as \".exclude MOVER/SECONDER\"; a vote right after it is on it.",
    ))
}

/// Refuses to put down under open business what is said while the public is shut out: until
/// it is let in again, whatever is minuted is private, unless the item under discussion was
/// opened in so many words. Under the resolution itself its vote alone is put down.
fn is_private(sitting: &Sitting, entry: &Entry) -> Result<(), Refusal> {
    if sitting.meeting.status != MeetingStatus::InSession || !is_minuted(sitting, entry) {
        return Ok(());
    }
    let open = told_of(sitting, entry).filter(|item| item.exempt.is_open());
    let Some(open) = open.filter(|item| match item.kind {
        ItemKind::Exclusion => !is_of_the_resolution(sitting, entry),
        _ => item.status != ItemStatus::UnderDiscussion,
    }) else {
        return Ok(());
    };
    if !room::is_public_out(sitting) {
        return Ok(());
    }
    let what = match open.number.as_str() {
        "" => "the resolution to exclude the public".to_owned(),
        number => format!("item {number}"),
    };
    Err(Refusal::always(
        format!("The public is out, and anybody may read what is minuted under {what}."),
        "To keep it private, put it under the exempt item, as \".item 8\" takes one, or note it with \".priv\"; \".readmit\" lets the public in again.",
    ))
}

/// Whether the words of `entry` are printed with an item.
fn is_minuted(sitting: &Sitting, entry: &Entry) -> bool {
    match entry {
        Entry::Wrote { item, text, .. } => !lets_in(sitting, item, text),
        Entry::Promised { .. }
        | Entry::Assigned { .. }
        | Entry::Reported { .. }
        | Entry::Corrected { .. }
        | Entry::CalledIn { .. }
        | Entry::SetAside { .. } => true,
        entry => is_business(entry),
    }
}

/// The item whose minute tells of `entry`.
fn told_of<'a>(sitting: &'a Sitting, entry: &Entry) -> Option<&'a Item> {
    match entry {
        Entry::Promised { link, .. } => sitting.item(&link.to_id.as_str().into()),
        Entry::Reported { update } => number::item_told_under(sitting, &update.by),
        entry => entry.item().and_then(|item| sitting.item(item)),
    }
}

/// Whether `entry` is the vote on the resolution to exclude the public, or puts that right.
fn is_of_the_resolution(sitting: &Sitting, entry: &Entry) -> bool {
    match entry {
        Entry::Voted { .. } => true,
        // It goes on for an item that it did not name.
        Entry::Decided { decision } => {
            decision.text.contains("the public be excluded")
                || sitting.decisions.iter().any(|had| had.id == decision.id)
        }
        _ => false,
    }
}

/// Whether `text`, as the minute of `item`, says that the public is let in again.
fn lets_in(sitting: &Sitting, item: &ItemId, text: &str) -> bool {
    let told = |text: &str| text.lines().filter(|line| line.starts_with(READMITTED)).count();
    told(text) > told(sitting.text_of(item))
}

/// Whether only a meeting that sits can do it: it moves, votes or decides.
fn is_business(entry: &Entry) -> bool {
    matches!(
        entry,
        Entry::Decided { .. } | Entry::Elected { .. } | Entry::Voted { .. } | Entry::Moved { .. }
    )
}

/// Whether `entry` tells of something that only happens at a meeting that is held: all but
/// what is put in the book, or noted and prepared on an agenda, and what goes on without
/// meeting.
fn needs_a_meeting(entry: &Entry) -> bool {
    match entry {
        Entry::Filed { .. }
        | Entry::Noted { .. }
        | Entry::Linked { .. }
        | Entry::Apologised { .. }
        | Entry::Added { .. }
        | Entry::Arranged { .. }
        | Entry::Exempted { .. }
        | Entry::Summarised { .. }
        | Entry::CalledOff { .. }
        | Entry::Advanced { .. } => false,
        Entry::Reported { update } => update.meeting.is_some(),
        _ => true,
    }
}

/// Refuses to decide anything where informal notes are kept, and to keep them where
/// something was decided.
fn informal(sitting: &Sitting, entry: &Entry) -> Result<(), Refusal> {
    let inquorate = sitting.meeting.kind == MeetingKind::Inquorate;
    let settles = match entry {
        Entry::Confirmed { decision, .. } | Entry::CalledIn { decision, .. } => decision.is_some(),
        // What too few put off stands over, and nobody decided that.
        Entry::SetAside { decision, status, .. } => {
            decision.is_some() && *status != ItemStatus::Deferred
        }
        Entry::Reported { update } => update.is_agreed(),
        Entry::Corrected { .. } => true,
        entry => is_business(entry),
    };
    if inquorate && settles {
        return Err(Refusal::always(
            "Too few came: informal notes are kept, and nothing is decided.",
            "Write it as the minute; \".kind ordinary\" if there is a quorum after all.",
        ));
    }
    // What was put off or withdrawn for want of a quorum was no decision.
    let settled = |decision: &Decision| decision.verb.is_limb();
    let decided = sitting.decisions.iter().any(settled) || !sitting.votes.is_empty();
    if decided && matches!(entry, Entry::Classed { kind: MeetingKind::Inquorate, .. }) {
        return Err(Refusal::always(
            "This meeting has decided something, so its minutes are no informal notes.",
            "Where the quorum was lost on the way, go on and decide nothing, or \".adjourn\".",
        ));
    }
    if let Entry::Classed { kind: MeetingKind::Inquorate, .. } = entry
        && let Some(last) = sitting.minutes.iter().filter_map(|minute| minute.number).max()
        && last + 1 < sitting.next_minute
    {
        return Err(Refusal::always(
            format!(
                "Minute {} and what follows are numbered on from these, and these would leave a gap.",
                last + 1
            ),
            "Go on as an ordinary meeting that decides nothing, and minute that there was no quorum.",
        ));
    }
    Ok(())
}

/// Why nothing more is written into the minutes of `meeting`, once they were sent
/// out; nothing before that.
#[must_use]
pub fn locked(meeting: &Meeting) -> Option<Refusal> {
    if meeting.minutes < MinutesStatus::Circulated {
        return None;
    }
    let hint = match meeting.minutes {
        MinutesStatus::Circulated => {
            "Undo that with \"u\" if it was a slip; else record a correction at the next meeting."
        }
        _ => "Record a correction at the next meeting instead.",
    };
    let text =
        format!("These minutes are {} and can no longer be altered.", meeting.minutes.plain());
    Some(Refusal::always(text, hint))
}

/// Refuses a step the minutes cannot take: draft, checked, circulated, confirmed,
/// signed, and never back after circulation.
fn life_of_minutes(sitting: &Sitting, entry: &Entry) -> Result<(), Refusal> {
    let (from, to) = match entry {
        Entry::Advanced { to, .. } if sitting.meeting.status != MeetingStatus::Closed => {
            return Err(Refusal::always(
                format!("The meeting is not closed, so its minutes cannot be {}.", to.plain()),
                "\".close\" ends it.",
            ));
        }
        Entry::Advanced { to, .. } => (sitting.meeting.minutes, *to),
        Entry::Confirmed { of, to, .. } => {
            let Some(earlier) = sitting.neighbours.earlier(of) else {
                return Err(Refusal::always("That is no earlier meeting of this body.", ""));
            };
            (earlier.minutes, *to)
        }
        _ => return Ok(()),
    };
    let signing = to == MinutesStatus::Signed && from < MinutesStatus::Confirmed;
    let again = is_leaf_put_right(sitting, entry);
    if from >= to && !again || signing {
        return Err(Refusal::always(
            format!("Minutes that are {} do not become {}.", from.plain(), to.plain()),
            if signing { "Confirm them first with \".confirm\"." } else { "" },
        ));
    }
    Ok(())
}

/// Whether `entry` says of minutes that are signed only on which leaf they were.
fn is_leaf_put_right(sitting: &Sitting, entry: &Entry) -> bool {
    let Entry::Confirmed { of, signature: Some((who, on, Some(leaf))), .. } = entry else {
        return false;
    };
    sitting.neighbours.earlier(of).is_some_and(|signed| {
        signed.minutes == MinutesStatus::Signed
            && signed.signed_by.as_ref() == Some(who)
            && signed.signed_on == Some(*on)
            && signed.leaf != Some(*leaf)
    })
}

/// Refuses a step the meeting cannot take from where it stands.
fn run_of_meeting(sitting: &Sitting, entry: &Entry) -> Result<(), Refusal> {
    use MeetingStatus as At;
    let status = sitting.meeting.status;
    let began = sitting.meeting.began_at;
    let wrong = match (entry, status) {
        (Entry::Began { at, .. }, At::InSession) if began == Some(*at) => {
            ("The meeting has already begun.", "")
        }
        (Entry::CalledOff { .. }, At::Cancelled) => ("The meeting is called off already.", ""),
        (Entry::CalledOff { .. }, At::InSession | At::Adjourned | At::Closed) => {
            ("The meeting has begun, so it is not called off.", "\".close\" ends it.")
        }
        (Entry::Began { .. }, At::Planned | At::AgendaPublished | At::InSession)
        | (Entry::Adjourned { .. }, At::InSession)
        | (Entry::Resumed { .. }, At::Adjourned)
        | (Entry::Closed { .. }, At::InSession | At::Adjourned) => return Ok(()),
        (entry, At::Cancelled) if needs_a_meeting(entry) => {
            ("The meeting was cancelled.", "Undo that with \"u\" if it is held after all.")
        }
        (Entry::Began { .. }, _) => ("The meeting has already begun.", ""),
        (Entry::Adjourned { .. }, At::Adjourned) => {
            ("The meeting stands adjourned already.", "\".resume\" goes on with it.")
        }
        (Entry::Resumed { .. }, At::InSession) => ("The meeting is sitting already.", ""),
        (Entry::Closed { .. }, At::Closed) => ("The meeting is closed already.", ""),
        (Entry::Adjourned { .. } | Entry::Resumed { .. }, At::Closed) => {
            ("The meeting is closed.", "Undo the close with \"u\" if it was a slip.")
        }
        (Entry::Adjourned { .. } | Entry::Resumed { .. } | Entry::Closed { .. }, _) => {
            ("The meeting has not begun.", "Step to its first item with \"n\" to begin it.")
        }
        (entry, At::Adjourned) if is_business(entry) || matches!(entry, Entry::Took { .. }) => {
            ("The meeting stands adjourned.", "\".resume\" goes on with it.")
        }
        (Entry::Took { .. }, At::Closed) => (
            "The meeting is closed, so no more items can be taken.",
            "Undo the close with \"u\" if it was a slip.",
        ),
        (
            Entry::Arranged { items, .. },
            At::InSession | At::Adjourned | At::Closed | At::Cancelled,
        ) if items
            .iter()
            .any(|now| sitting.item(&now.id).is_none_or(|was| was.rank != now.rank)) =>
        {
            (
                "The agenda keeps its order and its numbers once the meeting has begun.",
                "Type an item's number and Enter to take it out of its turn.",
            )
        }
        _ => return Ok(()),
    };
    Err(Refusal::always(wrong.0, wrong.1))
}
