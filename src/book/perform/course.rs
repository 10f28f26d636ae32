//! The course of a meeting, and of its minutes.

use chrono::NaiveDate;
use rusqlite::Transaction;
use rusqlite::types::Value;

use super::super::error::Doing as _;
use super::super::{Result, read};
use super::{later, put, set, stamp, text};
use crate::model::{
    Adjournment, Body, ItemId, MeetingId, MeetingKind, MeetingStatus, MinutesStatus, PersonId,
    day::Stamp,
};
use crate::rules::number;

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
        cite(tx, item, *number)?;
    }
    of_meeting(tx, meeting, &[("kind", text(kind.word()))])
}

/// Has what `item` put off to a later agenda cite its minute, which has a number after all.
fn cite(tx: &Transaction<'_>, item: &ItemId, number: u32) -> Result<()> {
    let of = "SELECT body.* FROM body JOIN meeting ON meeting.body = body.id
              JOIN item ON item.meeting = meeting.id WHERE item.id = ?";
    let Some(body) = read::one::<Body>(tx, "body", of, [&item.0])? else { return Ok(()) };
    let on = "SELECT meeting.date FROM meeting JOIN item ON item.meeting = meeting.id
              WHERE item.id = ?";
    let day: String = tx
        .query_row(on, [&item.0], |row| row.get(0))
        .doing("recording what sort of meeting it is")?;
    let Ok(day) = day.parse() else { return Ok(()) };
    let minute = number::minute(number, number::year(&body, day));
    tx.execute(
        "UPDATE item SET why = why || ?2
         WHERE deferred_from = ?1 AND why <> '' AND instr(why, ' (Minute ') = 0",
        (&item.0, format!(" (Minute {minute})")),
    )
    .doing("recording what sort of meeting it is")?;
    Ok(())
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
