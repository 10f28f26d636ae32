//! What becomes of the items of an agenda.

use rusqlite::types::Value;
use rusqlite::{OptionalExtension as _, Transaction};

use super::super::Result;
use super::super::error::Doing as _;
use super::later::{
    altered, altered_by, call_back, carry, put_off_no_more, slip, unpromise, unrecommend,
    withhold_with,
};
use super::{put, put_all, set, stamp, strike, text};
use crate::model::{
    Decision, Item, ItemId, ItemKind, ItemStatus, MeetingId, Paragraphs, day::Stamp,
    paragraph_count,
};

/// Puts an item on the agenda. Urgent business and the exclusion are of the meeting itself
/// and leave the agenda that went out as it was.
pub(super) fn add(tx: &Transaction<'_>, item: &Item) -> Result<()> {
    put(tx, item)?;
    match item.kind {
        ItemKind::Urgent | ItemKind::Exclusion => Ok(()),
        _ => altered(tx, &item.meeting),
    }
}

/// Puts right what an agenda says of some of its items.
pub(super) fn arrange(tx: &Transaction<'_>, meeting: &MeetingId, items: &[Item]) -> Result<()> {
    put_all(tx, items)?;
    altered(tx, meeting)
}

/// Takes up an item, with what was promised to come under it, and leaves the one before.
pub(super) fn take(
    tx: &Transaction<'_>,
    item: &ItemId,
    left: Option<&(ItemId, ItemStatus)>,
    taken: i64,
    (at, timed): (Stamp, bool),
) -> Result<()> {
    if let Some((left, how)) = left {
        leave(tx, left, *how, at)?;
        if left != item {
            go_back(tx, item, taken, timed.then_some(at))?;
        }
    }
    put_off_no_more(tx, &item.0)?;
    set(tx, "item", &item.0, &[("status", text("under_discussion"))])?;
    call_back(tx, &item.0)?;
    tx.execute(
        "UPDATE item SET taken = coalesce(taken, ?2), started_at = coalesce(started_at, ?3), ended_at = NULL WHERE id = ?1",
        (&item.0, taken, stamp(at)),
    )
    .doing("recording the item")?;
    tx.execute(
        "UPDATE plan SET status = 'taken'
         WHERE id IN (SELECT to_id FROM link WHERE from_id = ?1 AND kind = 'implements')",
        [&item.0],
    )
    .doing("recording the item")
    .map(|_| ())
}

/// Leaves the item that was under discussion.
fn leave(tx: &Transaction<'_>, item: &ItemId, how: ItemStatus, at: Stamp) -> Result<()> {
    if how == ItemStatus::NotReached {
        return untake(tx, item);
    }
    set(tx, "item", &item.0, &[("status", text(how.word())), ("ended_at", stamp(at))])
}

/// Puts down when an item that was taken before is gone back to, if that is known, and after
/// how much of what is minuted.
fn go_back(tx: &Transaction<'_>, item: &ItemId, rank: i64, at: Option<Stamp>) -> Result<()> {
    let minuted: Option<String> = tx
        .query_row("SELECT text FROM minute WHERE id = ?", [&item.0], |row| row.get(0))
        .optional()
        .doing("recording the item")?;
    let after = paragraph_count(&minuted.unwrap_or_default());
    tx.execute(
        "UPDATE item SET returned = ?2, returned_at = ?3, returned_after = ?4
         WHERE id = ?1 AND taken IS NOT NULL AND status <> 'under_discussion'",
        (&item.0, rank, at.map(stamp), after),
    )
    .doing("recording the item")?;
    Ok(())
}

/// Has an item be as it was before it was taken; its number is the next one's.
fn untake(tx: &Transaction<'_>, item: &ItemId) -> Result<()> {
    let status = ("status", text(ItemStatus::NotReached.word()));
    let gone = ["taken", "started_at", "returned", "returned_at", "returned_after"];
    let gone = gone.map(|column| (column, Value::Null));
    let now: Vec<(&str, Value)> = std::iter::once(status).chain(gone).collect();
    set(tx, "item", &item.0, &now)?;
    strike(tx, "minute", &item.0)
}

/// Sets an item aside `until` when and for what reason, and puts it on the agenda that has it
/// next, if one does.
pub(super) fn set_aside(
    tx: &Transaction<'_>,
    item: &ItemId,
    status: ItemStatus,
    [until, why]: [&str; 2],
    at: Stamp,
    (decision, carried): (Option<&Decision>, Option<&Item>),
) -> Result<()> {
    put_off_no_more(tx, &item.0)?;
    put_all(tx, decision)?;
    call_back(tx, &item.0)?;
    carried.map_or(Ok(()), |row| carry(tx, row))?;
    if status == ItemStatus::Deferred {
        slip(tx, &item.0, carried)?;
    }
    let now = [
        ("status", text(status.word())),
        ("deferred_to", text(until)),
        ("why", text(why)),
        ("ended_at", stamp(at)),
    ];
    set(tx, "item", &item.0, &now)
}

/// Says under which paragraphs an item is exempt, if any.
pub(super) fn withhold(
    tx: &Transaction<'_>,
    item: &ItemId,
    paragraphs: &Paragraphs,
    balance: &str,
) -> Result<()> {
    if !paragraphs.is_open() {
        unpromise(tx, &item.0)?;
        unrecommend(tx, &item.0)?;
    }
    let exempt = Value::Text(paragraphs.clone().into());
    set(tx, "item", &item.0, &[("exempt", exempt), ("balance", text(balance))])?;
    if !paragraphs.is_open() {
        withhold_with(tx, &item.0)?;
    }
    // At the meeting it is what is minuted that is withheld, or not.
    let ahead = "SELECT meeting FROM item WHERE id = ? AND meeting IN
                 (SELECT id FROM meeting WHERE began_at IS NULL)";
    altered_by(tx, ahead, &item.0)
}
