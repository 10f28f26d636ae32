//! What each entry does to the tables.

mod later;

use rusqlite::types::Value;
use rusqlite::{OptionalExtension as _, Transaction, params_from_iter};
use serde::Serialize;

use self::later::{altered, altered_by, call_back, carry, slip, unpromise};
use super::error::Doing as _;
use super::{Error, Result};
use crate::model::{
    Entry, ItemId, ItemKind, ItemStatus, MeetingId, MeetingKind, Minute, Record, day::Stamp,
    paragraph_count,
};

/// Changes the rows that `entry` is about.
pub(super) fn entry(tx: &Transaction<'_>, entry: &Entry) -> Result<()> {
    match entry {
        Entry::Filed { rows, gone, .. } => {
            for (table, id) in gone {
                strike(tx, table, id)?;
            }
            rows.iter().try_for_each(|row| put(tx, row.table(), row))
        }
        Entry::Supplemented { addendum } => put(tx, "addendum", addendum),
        Entry::Appointed { places, .. } => {
            places.iter().try_for_each(|row| put(tx, "appointment", row))
        }
        Entry::Added { item } => {
            put(tx, "item", item)?;
            match item.kind {
                ItemKind::Urgent | ItemKind::Exclusion => Ok(()),
                _ => altered(tx, &item.meeting),
            }
        }
        Entry::Arranged { meeting, items, .. } => {
            items.iter().try_for_each(|row| put(tx, "item", row))?;
            altered(tx, meeting)
        }
        Entry::Took { .. } | Entry::SetAside { .. } | Entry::Exempted { .. } => item(tx, entry),
        Entry::Wrote { meeting, item, text: words } => {
            minute(tx, meeting, item, |minute| minute.text.clone_from(words))
        }
        Entry::Summarised { meeting, item, text: words } => {
            minute(tx, meeting, item, |minute| minute.summary.clone_from(words))
        }
        Entry::Arrived { attendance, movements, .. } => {
            attendance.iter().try_for_each(|row| put(tx, "attendance", row))?;
            movements.iter().try_for_each(|row| put(tx, "movement", row))
        }
        Entry::Departed { movement } => put(tx, "movement", movement),
        Entry::Apologised { attendance } | Entry::Mandated { attendance } => {
            put(tx, "attendance", attendance)
        }
        Entry::Substituted { substitute, principal, movement } => {
            put(tx, "attendance", substitute)?;
            put(tx, "attendance", principal)?;
            movement.iter().try_for_each(|row| put(tx, "movement", row))
        }
        Entry::Presided { presiding } => put(tx, "presiding", presiding),
        Entry::Declared { interest } => put(tx, "interest", interest),
        _ => course(tx, entry),
    }
}

/// The course of a meeting and of its minutes.
fn course(tx: &Transaction<'_>, entry: &Entry) -> Result<()> {
    let to = |meeting: &MeetingId, now: &[(&str, Value)]| set(tx, "meeting", &meeting.0, now);
    match entry {
        Entry::Published { meeting, on } => {
            let on = text(&on.to_string());
            to(meeting, &[("published_on", on), ("altered", Value::Integer(0))])?;
            tx.execute(
                "UPDATE meeting SET status = 'agenda_published' WHERE id = ? AND status = 'planned'",
                [&meeting.0],
            )
            .doing("recording that the agenda went out")
            .map(|_| ())
        }
        Entry::Classed { meeting, kind, numbered } => class(tx, &meeting.0, *kind, numbered),
        Entry::Began { meeting, at } => {
            to(meeting, &[("status", text("in_session")), ("began_at", stamp(*at))])
        }
        Entry::Adjourned { adjournment } => {
            to(&adjournment.meeting, &[("status", text("adjourned"))])?;
            put(tx, "adjournment", adjournment)
        }
        Entry::Resumed { meeting, at } => resume(tx, &meeting.0, *at),
        Entry::Closed { meeting, at } => close(tx, &meeting.0, *at),
        Entry::Confirmed { meeting, of, to: step, decision, signature } => {
            decision.iter().try_for_each(|row| put(tx, "decision", &**row))?;
            if let Some((person, on, leaf)) = signature {
                let leaf = leaf.map_or(Value::Null, |leaf| Value::Integer(leaf.into()));
                let (who, on) = (text(&person.0), text(&on.to_string()));
                to(of, &[("signed_by", who), ("signed_on", on), ("leaf", leaf)])?;
            } else {
                to(of, &[("confirmed_at", text(&meeting.0))])?;
            }
            to(of, &[("minutes", text(step.word()))])
        }
        Entry::Advanced { meeting, to: step } => to(meeting, &[("minutes", text(step.word()))]),
        _ => business(tx, entry),
    }
}

fn business(tx: &Transaction<'_>, entry: &Entry) -> Result<()> {
    match entry {
        Entry::Noted { note } => put(tx, "note", note),
        Entry::Moved { motion } => put(tx, "motion", motion),
        Entry::Voted { vote, ballots, motions, decisions, lost } => {
            for id in lost {
                rescind(tx, "made", &id.0)?;
                strike(tx, "decision", &id.0)?;
            }
            put(tx, "vote", vote)?;
            ballots.iter().try_for_each(|row| put(tx, "ballot", row))?;
            motions.iter().try_for_each(|row| put(tx, "motion", row))?;
            decisions
                .iter()
                .try_for_each(|id| set(tx, "decision", &id.0, &[("vote", text(&vote.id.0))]))
        }
        Entry::Decided { decision } | Entry::Elected { decision, .. } => {
            put(tx, "decision", decision)?;
            rescind(tx, "rescinded", &decision.id.0)
        }
        Entry::CalledIn { call_in, status, decision } => {
            decision.iter().try_for_each(|row| put(tx, "decision", &**row))?;
            put(tx, "call_in", call_in)?;
            set(tx, "decision", &call_in.decision.0, &[("status", text(status.word()))])
        }
        Entry::Promised { plan, link, carried, .. } => {
            put(tx, "plan", plan)?;
            put(tx, "link", link)?;
            carried.iter().try_for_each(|carried| {
                let (item, link) = &**carried;
                carry(tx, item)?;
                put(tx, "link", link)
            })
        }
        Entry::Assigned { action } => put(tx, "action", action),
        Entry::Reported { update } => {
            let due = update.due.map_or(Value::Null, |due| Value::Text(due.to_string()));
            put(tx, "action_update", update)?;
            let now = [
                ("status", text(update.status.word())),
                ("due", due),
                ("due_text", text(&update.due_text)),
            ];
            set(tx, "action", &update.action.0, &now)
        }
        Entry::Linked { link } => put(tx, "link", link),
        Entry::Corrected { correction } => put(tx, "correction", correction),
        _ => Ok(()),
    }
}

/// Puts down when an item that was taken before is gone back to, and after how much of what
/// is minuted.
fn go_back(tx: &Transaction<'_>, item: &str, rank: i64, at: Stamp) -> Result<()> {
    let minuted: Option<String> = tx
        .query_row("SELECT text FROM minute WHERE id = ?", [item], |row| row.get(0))
        .optional()
        .doing("recording the item")?;
    let after = paragraph_count(&minuted.unwrap_or_default());
    tx.execute(
        "UPDATE item SET returned = ?2, returned_at = ?3, returned_after = ?4
         WHERE id = ?1 AND taken IS NOT NULL AND status <> 'under_discussion'",
        (item, rank, stamp(at), after),
    )
    .doing("recording the item")?;
    Ok(())
}

fn item(tx: &Transaction<'_>, entry: &Entry) -> Result<()> {
    match entry {
        Entry::Took { meeting, item, at, taken, number, left } => {
            if let Some((left, ItemStatus::NotReached)) = left {
                untake(tx, &left.0)?;
            } else if let Some((left, how)) = left {
                let now = [("status", text(how.word())), ("ended_at", stamp(*at))];
                set(tx, "item", &left.0, &now)?;
            }
            if left.as_ref().is_some_and(|(left, _)| left != item) {
                go_back(tx, &item.0, *taken, *at)?;
            }
            set(tx, "item", &item.0, &[("status", text("under_discussion"))])?;
            call_back(tx, &item.0)?;
            tx.execute(
                "UPDATE item SET taken = coalesce(taken, ?2), started_at = coalesce(started_at, ?3), ended_at = NULL WHERE id = ?1",
                (&item.0, taken, stamp(*at)),
            )
            .doing("recording the item")?;
            tx.execute(
                "UPDATE plan SET status = 'taken'
                 WHERE id IN (SELECT to_id FROM link WHERE from_id = ?1 AND kind = 'implements')",
                [&item.0],
            )
            .doing("recording the item")?;
            minute(tx, meeting, item, |minute| minute.number = minute.number.or(*number))
        }
        Entry::SetAside { item, status, until, why, at, decision, carried, .. } => {
            decision.iter().try_for_each(|row| put(tx, "decision", &**row))?;
            call_back(tx, &item.0)?;
            carried.iter().try_for_each(|row| carry(tx, row))?;
            if *status == ItemStatus::Deferred {
                slip(tx, &item.0, carried.as_deref())?;
            }
            let now = [
                ("status", text(status.word())),
                ("deferred_to", text(until)),
                ("why", text(why)),
                ("ended_at", stamp(*at)),
            ];
            set(tx, "item", &item.0, &now)
        }
        Entry::Exempted { item, paragraphs, balance, .. } => {
            if !paragraphs.is_open() {
                unpromise(tx, &item.0)?;
            }
            let exempt = Value::Text(paragraphs.clone().into());
            set(tx, "item", &item.0, &[("exempt", exempt), ("balance", text(balance))])?;
            // At the meeting it is what is minuted that is withheld, or not.
            let ahead = "SELECT meeting FROM item WHERE id = ? AND meeting IN
                         (SELECT id FROM meeting WHERE began_at IS NULL)";
            altered_by(tx, ahead, &item.0)
        }
        _ => Ok(()),
    }
}

/// Has the decision that `by` replaces, if it does one, stand so.
fn rescind(tx: &Transaction<'_>, status: &str, by: &str) -> Result<()> {
    let sql = "UPDATE decision SET status = ?1
               WHERE id = (SELECT replaces FROM decision WHERE id = ?2) AND status <> ?1";
    tx.execute(sql, (status, by)).doing("recording the decision").map(|_| ())
}

/// Has an item be as it was before it was taken; its number is the next one's.
fn untake(tx: &Transaction<'_>, item: &str) -> Result<()> {
    let status = ("status", text(ItemStatus::NotReached.word()));
    let gone = ["taken", "started_at", "returned", "returned_at", "returned_after"];
    let gone = gone.map(|column| (column, Value::Null));
    let now: Vec<(&str, Value)> = std::iter::once(status).chain(gone).collect();
    set(tx, "item", item, &now)?;
    strike(tx, "minute", item)
}

/// Says what sort of meeting it is. Informal notes bear no numbers of the minutes.
fn class(
    tx: &Transaction<'_>,
    meeting: &str,
    kind: MeetingKind,
    numbered: &[(ItemId, u32)],
) -> Result<()> {
    if kind == MeetingKind::Inquorate {
        tx.execute("UPDATE minute SET number = NULL WHERE meeting = ?", [meeting])
            .doing("recording what sort of meeting it is")?;
    }
    for (item, number) in numbered {
        set(tx, "minute", &item.0, &[("number", Value::Integer((*number).into()))])?;
    }
    set(tx, "meeting", meeting, &[("kind", text(kind.word()))])
}

/// Goes on with a meeting, which ends the time it was broken off for.
fn resume(tx: &Transaction<'_>, meeting: &str, at: Stamp) -> Result<()> {
    tx.execute(
        "UPDATE adjournment SET to_at = ?2 WHERE meeting = ?1 AND to_at IS NULL",
        (meeting, stamp(at)),
    )
    .doing("going on with the meeting")?;
    set(tx, "meeting", meeting, &[("status", text("in_session"))])
}

/// Closes a meeting: the item under discussion is done with, and so are those
/// only paused.
fn close(tx: &Transaction<'_>, meeting: &str, at: Option<Stamp>) -> Result<()> {
    let at = at.map_or(Value::Null, stamp);
    tx.execute(
        "UPDATE item SET status = 'concluded', ended_at = coalesce(ended_at, ?2)
         WHERE meeting = ?1 AND status IN ('under_discussion', 'paused')",
        (meeting, &at),
    )
    .doing("closing the meeting")?;
    set(tx, "meeting", meeting, &[("status", text("closed")), ("ended_at", at)])
}

/// Alters the minute of an item, which is made if it was not there.
fn minute(
    tx: &Transaction<'_>,
    meeting: &crate::model::MeetingId,
    item: &crate::model::ItemId,
    alter: impl FnOnce(&mut Minute),
) -> Result<()> {
    let mut minute =
        super::read::one::<Minute>(tx, "minute", "SELECT * FROM minute WHERE id = ?", [&item.0])?
            .unwrap_or_else(|| Minute {
                id: item.clone(),
                meeting: meeting.clone(),
                text: String::new(),
                summary: String::new(),
                number: None,
            });
    alter(&mut minute);
    put(tx, "minute", &minute)
}

/// Writes a whole row: a new one, or over the one of its name.
fn put(tx: &Transaction<'_>, table: &'static str, row: &impl Serialize) -> Result<()> {
    let params =
        serde_rusqlite::to_params_named(row).map_err(|source| Error::Row { table, source })?;
    let params = params.to_slice();
    let names: Vec<&str> = params.iter().map(|(name, _)| name.trim_start_matches(':')).collect();
    let listed =
        |each: &dyn Fn(&&str) -> String| names.iter().map(each).collect::<Vec<_>>().join(", ");
    let sql = format!(
        "INSERT INTO {table} ({}) VALUES ({}) ON CONFLICT (id) DO UPDATE SET {}",
        listed(&|name| format!("\"{name}\"")),
        listed(&|name| format!(":{name}")),
        listed(&|name| format!("\"{name}\" = excluded.\"{name}\"")),
    );
    tx.prepare_cached(&sql)
        .and_then(|mut statement| statement.execute(params.as_slice()))
        .doing("recording")
        .map(|_| ())
}

/// Alters some columns of one row.
fn set(tx: &Transaction<'_>, table: &str, id: &str, now: &[(&str, Value)]) -> Result<()> {
    let columns: Vec<String> = now.iter().map(|(name, _)| format!("\"{name}\" = ?")).collect();
    let sql = format!("UPDATE {table} SET {} WHERE id = ?", columns.join(", "));
    let values = now.iter().map(|(_, value)| value.clone()).chain([text(id)]);
    tx.prepare_cached(&sql)
        .and_then(|mut statement| statement.execute(params_from_iter(values)))
        .doing("recording")
        .map(|_| ())
}

fn strike(tx: &Transaction<'_>, table: &'static str, id: &str) -> Result<()> {
    if !Record::TABLES.contains(&table) {
        return Err(Error::Strange { what: table.to_owned() });
    }
    tx.execute(&format!("DELETE FROM {table} WHERE id = ?"), [id]).doing("striking out").map(|_| ())
}

fn text(words: &str) -> Value {
    Value::Text(words.to_owned())
}

fn stamp(at: Stamp) -> Value {
    Value::Text(at.to_rfc3339())
}
