//! What each entry does to the tables.

use rusqlite::types::Value;
use rusqlite::{Transaction, params_from_iter};
use serde::Serialize;

use super::error::Doing as _;
use super::{Error, Result};
use crate::model::{Entry, Minute, Record, day::Stamp};

/// Changes the rows that `entry` is about.
pub(super) fn entry(tx: &Transaction<'_>, entry: &Entry) -> Result<()> {
    match entry {
        Entry::Filed { rows, gone, .. } => {
            for (table, id) in gone {
                strike(tx, table, id)?;
            }
            rows.iter().try_for_each(|row| put(tx, row.table(), row))
        }
        Entry::Began { meeting, at } => set(
            tx,
            "meeting",
            &meeting.0,
            &[("status", text("in_session")), ("began_at", stamp(*at))],
        ),
        Entry::Adjourned { adjournment } => {
            let meeting = &adjournment.meeting.0;
            set(tx, "meeting", meeting, &[("status", text("adjourned"))])?;
            put(tx, "adjournment", adjournment)
        }
        Entry::Resumed { meeting, at } => resume(tx, &meeting.0, *at),
        Entry::Closed { meeting, at } => close(tx, &meeting.0, *at),
        Entry::Confirmed { of, to, decision, .. } => {
            decision.iter().try_for_each(|row| put(tx, "decision", &**row))?;
            set(tx, "meeting", &of.0, &[("minutes", text(to.word()))])
        }
        Entry::Added { item } => put(tx, "item", item),
        Entry::Arranged { items, .. } => items.iter().try_for_each(|row| put(tx, "item", row)),
        Entry::Advanced { meeting, to } => {
            set(tx, "meeting", &meeting.0, &[("minutes", text(to.word()))])
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
        _ => business(tx, entry),
    }
}

fn business(tx: &Transaction<'_>, entry: &Entry) -> Result<()> {
    match entry {
        Entry::Noted { note } => put(tx, "note", note),
        Entry::Moved { motion } => put(tx, "motion", motion),
        Entry::Voted { vote, ballots, motions, decisions, lost } => {
            lost.iter().try_for_each(|id| strike(tx, "decision", &id.0))?;
            put(tx, "vote", vote)?;
            ballots.iter().try_for_each(|row| put(tx, "ballot", row))?;
            motions.iter().try_for_each(|row| put(tx, "motion", row))?;
            decisions
                .iter()
                .try_for_each(|id| set(tx, "decision", &id.0, &[("vote", text(&vote.id.0))]))
        }
        Entry::Decided { decision } => put(tx, "decision", decision),
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

fn item(tx: &Transaction<'_>, entry: &Entry) -> Result<()> {
    match entry {
        Entry::Took { meeting, item, at, taken, number, left } => {
            if let Some((left, how)) = left {
                let now = [("status", text(how.word())), ("ended_at", stamp(*at))];
                set(tx, "item", &left.0, &now)?;
            }
            set(tx, "item", &item.0, &[("status", text("under_discussion"))])?;
            tx.execute(
                "UPDATE item SET taken = coalesce(taken, ?2), started_at = coalesce(started_at, ?3), ended_at = NULL WHERE id = ?1",
                (&item.0, taken, stamp(*at)),
            )
            .doing("recording the item")?;
            minute(tx, meeting, item, |minute| {
                minute.number.get_or_insert(*number);
            })
        }
        Entry::SetAside { item, status, until, next, why, at, decision, carried, .. } => {
            decision.iter().try_for_each(|row| put(tx, "decision", &**row))?;
            carried.iter().try_for_each(|row| carry(tx, row))?;
            let next = next.as_ref().map_or(Value::Null, |next| text(&next.0));
            let now = [
                ("status", text(status.word())),
                ("deferred_to", text(until)),
                ("deferred_meeting", next),
                ("why", text(why)),
                ("ended_at", stamp(*at)),
            ];
            set(tx, "item", &item.0, &now)
        }
        Entry::Exempted { item, paragraphs, .. } => {
            set(tx, "item", &item.0, &[("exempt", Value::Text(paragraphs.clone().into()))])
        }
        _ => Ok(()),
    }
}

/// Puts an item on the agenda of a later meeting, under the next number there.
fn carry(tx: &Transaction<'_>, item: &crate::model::Item) -> Result<()> {
    let number: i64 = tx
        .query_row(
            "SELECT coalesce(max(CAST(number AS INTEGER)), 0) + 1 FROM item WHERE meeting = ?",
            [&item.meeting.0],
            |row| row.get(0),
        )
        .doing("carrying the item over")?;
    put(tx, "item", &crate::model::Item { number: number.to_string(), ..item.clone() })
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
fn close(tx: &Transaction<'_>, meeting: &str, at: Stamp) -> Result<()> {
    tx.execute(
        "UPDATE item SET status = 'concluded', ended_at = coalesce(ended_at, ?2)
         WHERE meeting = ?1 AND status IN ('under_discussion', 'paused')",
        (meeting, stamp(at)),
    )
    .doing("closing the meeting")?;
    set(tx, "meeting", meeting, &[("status", text("closed")), ("ended_at", stamp(at))])
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
