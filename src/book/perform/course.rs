//! The course of a meeting, and of its minutes.

use chrono::NaiveDate;
use rusqlite::Transaction;
use rusqlite::types::Value;

use super::super::Result;
use super::super::error::Doing as _;
use super::{later, put, set, stamp, text};
use crate::model::{
    Adjournment, ItemId, MeetingId, MeetingKind, MeetingStatus, MinutesStatus, PersonId, day::Stamp,
};

fn of_meeting(tx: &Transaction<'_>, meeting: &MeetingId, now: &[(&str, Value)]) -> Result<()> {
    set(tx, "meeting", &meeting.0, now)
}

pub(super) fn publish(tx: &Transaction<'_>, meeting: &MeetingId, on: NaiveDate) -> Result<()> {
    let on = text(&on.to_string());
    of_meeting(tx, meeting, &[("published_on", on), ("altered", Value::Integer(0))])?;
    tx.execute(
        "UPDATE meeting SET status = 'agenda_published' WHERE id = ? AND status = 'planned'",
        [&meeting.0],
    )
    .doing("recording that the agenda went out")
    .map(|_| ())
}

pub(super) fn begin(tx: &Transaction<'_>, meeting: &MeetingId, at: Stamp) -> Result<()> {
    of_meeting(tx, meeting, &[("status", text("in_session")), ("began_at", stamp(at))])
}

/// Has a meeting not be held after all.
pub(super) fn call_off(tx: &Transaction<'_>, meeting: &MeetingId) -> Result<()> {
    of_meeting(tx, meeting, &[("status", text(MeetingStatus::Cancelled.word()))])?;
    later::pass_on(tx, meeting)
}

/// Breaks a meeting off.
pub(super) fn adjourn(tx: &Transaction<'_>, adjournment: &Adjournment) -> Result<()> {
    of_meeting(tx, &adjournment.meeting, &[("status", text("adjourned"))])?;
    put(tx, adjournment)
}

/// Goes on with a meeting, which ends the time it was broken off for.
pub(super) fn resume(tx: &Transaction<'_>, meeting: &MeetingId, at: Stamp) -> Result<()> {
    tx.execute(
        "UPDATE adjournment SET to_at = ?2 WHERE meeting = ?1 AND to_at IS NULL",
        (&meeting.0, stamp(at)),
    )
    .doing("going on with the meeting")?;
    of_meeting(tx, meeting, &[("status", text("in_session"))])
}

/// Closes a meeting: the item under discussion is done with, and so are those
/// only paused.
pub(super) fn close(tx: &Transaction<'_>, meeting: &MeetingId, at: Option<Stamp>) -> Result<()> {
    let at = at.map_or(Value::Null, stamp);
    tx.execute(
        "UPDATE item SET status = 'concluded', ended_at = coalesce(ended_at, ?2)
         WHERE meeting = ?1 AND status IN ('under_discussion', 'paused')",
        (&meeting.0, &at),
    )
    .doing("closing the meeting")?;
    of_meeting(tx, meeting, &[("status", text("closed")), ("ended_at", at)])
}

/// Says what sort of meeting it is. Informal notes bear no numbers of the minutes.
pub(super) fn class(
    tx: &Transaction<'_>,
    meeting: &MeetingId,
    kind: MeetingKind,
    numbered: &[(ItemId, u32)],
) -> Result<()> {
    if kind == MeetingKind::Inquorate {
        tx.execute("UPDATE minute SET number = NULL WHERE meeting = ?", [&meeting.0])
            .doing("recording what sort of meeting it is")?;
        // What was put off cites no minute that there is not.
        tx.execute(
            "UPDATE item SET why = substr(why, 1, instr(why, ' (Minute ') - 1)
             WHERE instr(why, ' (Minute ') > 0
             AND deferred_from IN (SELECT id FROM item WHERE meeting = ?)",
            [&meeting.0],
        )
        .doing("recording what sort of meeting it is")?;
    }
    for (item, number) in numbered {
        set(tx, "minute", &item.0, &[("number", Value::Integer((*number).into()))])?;
    }
    of_meeting(tx, meeting, &[("kind", text(kind.word()))])
}

/// Has the minutes go a step further.
pub(super) fn advance(tx: &Transaction<'_>, meeting: &MeetingId, to: MinutesStatus) -> Result<()> {
    of_meeting(tx, meeting, &[("minutes", text(to.word()))])
}

/// Confirms the minutes `of` an earlier meeting, or has them signed.
pub(super) fn confirm(
    tx: &Transaction<'_>,
    meeting: &MeetingId,
    of: &MeetingId,
    to: MinutesStatus,
    signature: Option<&(PersonId, NaiveDate, Option<u32>)>,
) -> Result<()> {
    if let Some((person, on, leaf)) = signature {
        let leaf = leaf.map_or(Value::Null, |leaf| Value::Integer(leaf.into()));
        let (who, on) = (text(&person.0), text(&on.to_string()));
        of_meeting(tx, of, &[("signed_by", who), ("signed_on", on), ("leaf", leaf)])?;
    } else {
        of_meeting(tx, of, &[("confirmed_at", text(&meeting.0))])?;
    }
    of_meeting(tx, of, &[("minutes", text(to.word()))])
}
