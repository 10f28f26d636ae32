//! What each entry does to the tables.

mod course;
mod item;
mod later;

use rusqlite::types::Value;
use rusqlite::{Transaction, params_from_iter};
use serde::Serialize;

use self::later::carry;
use super::error::Doing as _;
use super::{Error, Result};
use crate::model::{
    Attendance, Ballot, CallIn, Decision, DecisionId, DecisionStatus, Entry, Item, ItemId, Kept,
    Link, MeetingId, Minute, Motion, Movement, PlanEntry, Record, Update, Vote, day::Stamp,
};

/// Changes the rows that `entry` is about.
pub(super) fn entry(tx: &Transaction<'_>, entry: &Entry) -> Result<()> {
    match entry {
        Entry::Filed { rows, gone, .. } => file(tx, rows, gone),
        Entry::Published { meeting, on } => course::publish(tx, meeting, *on),
        Entry::Supplemented { addendum } => put(tx, addendum),
        Entry::Classed { meeting, kind, numbered } => course::class(tx, meeting, *kind, numbered),
        Entry::CalledOff { meeting } => course::call_off(tx, meeting),
        Entry::Began { meeting, at } => course::begin(tx, meeting, *at),
        Entry::Adjourned { adjournment } => course::adjourn(tx, adjournment),
        Entry::Resumed { meeting, at } => course::resume(tx, meeting, *at),
        Entry::Closed { meeting, at } => course::close(tx, meeting, *at),
        Entry::Advanced { meeting, to } => course::advance(tx, meeting, *to),
        Entry::Confirmed { meeting, of, to, decision, signature } => {
            put_all(tx, decision.as_deref())?;
            course::confirm(tx, meeting, of, *to, signature.as_ref())
        }
        Entry::Appointed { places, .. } => put_all(tx, places),
        Entry::Added { item } => item::add(tx, item),
        Entry::Arranged { meeting, items, .. } => item::arrange(tx, meeting, items),
        Entry::Took { meeting, item, at, timed, taken, number, left } => {
            item::take(tx, item, left.as_ref(), *taken, (*at, *timed))?;
            minute(tx, meeting, item, |minute| minute.number = minute.number.or(*number))
        }
        Entry::SetAside { item, status, until, why, at, decision, carried, .. } => {
            let (decision, carried) = (decision.as_deref(), carried.as_deref());
            item::set_aside(tx, item, *status, [until, why], *at, (decision, carried))
        }
        Entry::Exempted { item, paragraphs, balance, .. } => {
            item::withhold(tx, item, paragraphs, balance)
        }
        Entry::Wrote { meeting, item, text } => {
            minute(tx, meeting, item, |minute| minute.text.clone_from(text))
        }
        Entry::Summarised { meeting, item, text } => {
            minute(tx, meeting, item, |minute| minute.summary.clone_from(text))
        }
        Entry::Noted { note } => put(tx, note),
        Entry::Arrived { attendance, movements, .. } => arrive(tx, attendance, movements),
        Entry::Departed { movement } => put(tx, movement),
        Entry::Apologised { attendance } | Entry::Mandated { attendance } => put(tx, attendance),
        Entry::Substituted { substitute, principal, movement } => {
            arrive(tx, [substitute, principal], movement)
        }
        Entry::Presided { presiding } => put(tx, presiding),
        Entry::Declared { interest } => put(tx, interest),
        Entry::Moved { motion } => put(tx, motion),
        Entry::Voted { vote, ballots, motions, decisions, lost } => {
            put_vote(tx, vote, ballots, motions, [decisions, lost])
        }
        Entry::Decided { decision } | Entry::Elected { decision, .. } => decide(tx, decision),
        Entry::CalledIn { call_in, status, decision } => {
            put_call_in(tx, call_in, *status, decision.as_deref())
        }
        Entry::Promised { plan, link, carried, .. } => promise(tx, plan, link, carried.as_deref()),
        Entry::Assigned { action } => put(tx, action),
        Entry::Reported { update } => report(tx, update),
        Entry::Linked { link } => put(tx, link),
        Entry::Corrected { correction } => put(tx, correction),
    }
}

/// Puts down who came and how they stand, and their comings.
fn arrive<'a>(
    tx: &Transaction<'_>,
    attendance: impl IntoIterator<Item = &'a Attendance>,
    movements: impl IntoIterator<Item = &'a Movement>,
) -> Result<()> {
    put_all(tx, attendance)?;
    put_all(tx, movements)
}

fn decide(tx: &Transaction<'_>, decision: &Decision) -> Result<()> {
    put(tx, decision)?;
    rescind(tx, DecisionStatus::Rescinded, &decision.id)
}

/// Puts down a call-in, how the decision called in now stands, and what settles that.
fn put_call_in(
    tx: &Transaction<'_>,
    call_in: &CallIn,
    status: DecisionStatus,
    decision: Option<&Decision>,
) -> Result<()> {
    put_all(tx, decision)?;
    put(tx, call_in)?;
    set(tx, "decision", &call_in.decision.0, &[("status", text(status.word()))])
}

/// Puts a promise on the forward plan, and the item it is to come back under on the agenda
/// of the meeting that has it.
fn promise(
    tx: &Transaction<'_>,
    plan: &PlanEntry,
    link: &Link,
    carried: Option<&(Item, Link)>,
) -> Result<()> {
    put(tx, plan)?;
    put(tx, link)?;
    if let Some((item, link)) = carried {
        carry(tx, item)?;
        put(tx, link)?;
    }
    Ok(())
}

fn file(tx: &Transaction<'_>, rows: &[Record], gone: &[(&'static str, String)]) -> Result<()> {
    for (table, id) in gone {
        strike(tx, table, id)?;
    }
    rows.iter().try_for_each(|row| put_in(tx, row.table(), row))
}

/// Puts down a vote on the decisions it was on; those it did not carry were never made.
fn put_vote(
    tx: &Transaction<'_>,
    vote: &Vote,
    ballots: &[Ballot],
    motions: &[Motion],
    [carried, lost]: [&[DecisionId]; 2],
) -> Result<()> {
    for id in lost {
        rescind(tx, DecisionStatus::Made, id)?;
        strike(tx, "decision", &id.0)?;
    }
    put(tx, vote)?;
    put_all(tx, ballots)?;
    put_all(tx, motions)?;
    let of = [("vote", text(&vote.id.0))];
    carried.iter().try_for_each(|id| set(tx, "decision", &id.0, &of))
}

fn report(tx: &Transaction<'_>, update: &Update) -> Result<()> {
    put(tx, update)?;
    let due = update.due.map_or(Value::Null, |due| text(&due.to_string()));
    let now = [
        ("status", text(update.status.word())),
        ("due", due),
        ("due_text", text(&update.due_text)),
    ];
    set(tx, "action", &update.action.0, &now)
}

/// Gives the decision that `by` replaces, if it replaces one, its new status.
fn rescind(tx: &Transaction<'_>, status: DecisionStatus, by: &DecisionId) -> Result<()> {
    let sql = "UPDATE decision SET status = ?1
               WHERE id = (SELECT replaces FROM decision WHERE id = ?2) AND status <> ?1";
    tx.execute(sql, (status.word(), &by.0)).doing("recording the decision").map(|_| ())
}

/// Alters the minute of an item, which is made if it was not there.
fn minute(
    tx: &Transaction<'_>,
    meeting: &MeetingId,
    item: &ItemId,
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
    put(tx, &minute)
}

/// Writes a whole row: a new one, or over the one of its name.
fn put<T: Kept + Serialize>(tx: &Transaction<'_>, row: &T) -> Result<()> {
    put_in(tx, T::TABLE, row)
}

fn put_all<'a, T: Kept + Serialize + 'a>(
    tx: &Transaction<'_>,
    rows: impl IntoIterator<Item = &'a T>,
) -> Result<()> {
    rows.into_iter().try_for_each(|row| put(tx, row))
}

fn put_in(tx: &Transaction<'_>, table: &'static str, row: &impl Serialize) -> Result<()> {
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
