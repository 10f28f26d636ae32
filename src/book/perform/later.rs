//! What a meeting puts on the agendas of later ones, and takes off them again.

use rusqlite::Transaction;

use super::super::Result;
use super::super::error::Doing as _;
use super::put;
use crate::model::{Item, ItemKind, MeetingId};

/// Puts an item on the agenda of a later meeting, under the next number there.
pub(super) fn carry(tx: &Transaction<'_>, item: &Item) -> Result<()> {
    let number: i64 = tx
        .query_row(
            "SELECT coalesce(max(CAST(number AS INTEGER)), 0) + 1 FROM item WHERE meeting = ?",
            [&item.meeting.0],
            |row| row.get(0),
        )
        .doing("carrying the item over")?;
    put(tx, &Item { number: number.to_string(), ..item.clone() })?;
    altered(tx, &item.meeting)
}

/// Takes an item off the later agenda it was put on, if it was: it is taken after all,
/// or put off again. What it was to bring back is again this item's to bring.
pub(super) fn call_back(tx: &Transaction<'_>, item: &str) -> Result<()> {
    altered_by(tx, "SELECT meeting FROM item WHERE deferred_from = ? AND taken IS NULL", item)?;
    // Standing business stays on that agenda all the same.
    let standing = ItemKind::ALL.iter().filter(|kind| kind.is_standing());
    let standing: Vec<String> = standing.map(|kind| format!("'{}'", kind.word())).collect();
    let stays = format!(
        "UPDATE item SET deferred_from = NULL, why = '' WHERE deferred_from = ? AND taken IS NULL
         AND kind IN ({})",
        standing.join(", ")
    );
    for sql in [
        "UPDATE link SET from_id = ?1 WHERE kind = 'implements'
         AND from_id IN (SELECT id FROM item WHERE deferred_from = ?1 AND taken IS NULL)",
        &stays,
        "DELETE FROM item WHERE deferred_from = ? AND taken IS NULL",
    ] {
        tx.execute(sql, [item]).doing("recording the item")?;
    }
    Ok(())
}

/// Has what put an item off stand no longer: it is taken after all, or put off otherwise.
pub(super) fn put_off_no_more(tx: &Transaction<'_>, item: &str) -> Result<()> {
    tx.execute(
        "UPDATE decision SET status = 'superseded'
         WHERE item = ? AND verb = 'DEFERRED' AND status = 'made'",
        [item],
    )
    .doing("recording the item")?;
    tx.execute(
        "UPDATE item SET why = '', deferred_to = ''
         WHERE id = ? AND status IN ('deferred', 'withdrawn', 'dropped')",
        [item],
    )
    .doing("recording the item")
    .map(|_| ())
}

/// Has what was promised on an item that is put off slip with it, to the meeting of the
/// item `carried` over if there is one.
pub(super) fn slip(tx: &Transaction<'_>, item: &str, carried: Option<&Item>) -> Result<()> {
    let promised = "id IN (SELECT to_id FROM link WHERE from_id = ?1 AND kind = 'implements')";
    let status = if carried.is_some() { "scheduled" } else { "slipped" };
    let sql =
        format!("UPDATE plan SET status = ?2, slips = slips + 1, meeting = ?3 WHERE {promised}");
    let meeting = carried.map(|carried| carried.meeting.0.as_str());
    tx.execute(&sql, (item, status, meeting)).doing("recording the item")?;
    if let Some(carried) = carried {
        let sql = "UPDATE link SET from_id = ?2 WHERE from_id = ?1 AND kind = 'implements'
                   AND to_id IN (SELECT id FROM plan)";
        tx.execute(sql, (item, &carried.id.0)).doing("recording the item")?;
    }
    Ok(())
}

/// Makes what an item was put off to exempt as it is: on a later agenda its title is as much
/// of a secret.
pub(super) fn withhold_with(tx: &Transaction<'_>, item: &str) -> Result<()> {
    let later = "WITH RECURSIVE later (id) AS (
                   SELECT id FROM item WHERE deferred_from = ?1
                   UNION SELECT item.id FROM item JOIN later ON item.deferred_from = later.id)";
    altered_by(
        tx,
        &format!(
            "{later} SELECT meeting FROM item WHERE id IN later AND exempt = '' AND taken IS NULL"
        ),
        item,
    )?;
    let sql = format!(
        "{later} UPDATE item SET exempt = own.exempt, balance = own.balance,
                                 public_title = own.public_title
         FROM (SELECT exempt, balance, public_title FROM item WHERE id = ?1) AS own
         WHERE item.id IN later AND item.exempt = ''"
    );
    tx.execute(&sql, [item]).doing("recording the item").map(|_| ())
}

/// Takes what was promised on an item off the forward plan, and off the agenda it was
/// put on: anybody may read both.
pub(super) fn unpromise(tx: &Transaction<'_>, item: &str) -> Result<()> {
    let promised: Vec<String> = tx
        .prepare_cached(
            "SELECT plan.id FROM link JOIN plan ON plan.id = link.from_id
             WHERE link.to_id = ? AND link.kind = 'arises_from'",
        )
        .and_then(|mut rows| rows.query_map([item], |row| row.get(0))?.collect())
        .doing("recording the item")?;
    for plan in promised {
        let on = "SELECT meeting FROM item WHERE taken IS NULL AND id IN
                    (SELECT from_id FROM link WHERE to_id = ? AND kind = 'implements')";
        altered_by(tx, on, &plan)?;
        for sql in [
            "DELETE FROM item WHERE taken IS NULL AND id IN
               (SELECT from_id FROM link WHERE to_id = ? AND kind = 'implements')",
            "DELETE FROM link WHERE ? IN (from_id, to_id)",
            "DELETE FROM plan WHERE id = ?",
        ] {
            tx.execute(sql, [&plan]).doing("recording the item")?;
        }
    }
    Ok(())
}

/// The agenda of a meeting was altered, if it had gone out.
pub(super) fn altered(tx: &Transaction<'_>, meeting: &MeetingId) -> Result<()> {
    altered_by(tx, "SELECT ?", &meeting.0)
}

/// The agendas of the meetings that `which` selects for `id` were altered, as far as they
/// had gone out.
pub(super) fn altered_by(tx: &Transaction<'_>, which: &str, id: &str) -> Result<()> {
    let sql = format!(
        "UPDATE meeting SET altered = 1
         WHERE id IN ({which}) AND published_on IS NOT NULL AND altered = 0"
    );
    tx.execute(&sql, [id]).doing("altering the agenda").map(|_| ())
}

/// Takes what was recommended on an item made exempt off the register that anybody may read,
/// where it was being followed up: the decision says it still.
pub(super) fn unrecommend(tx: &Transaction<'_>, item: &str) -> Result<()> {
    let followed = "SELECT from_id FROM link WHERE kind = 'arises_from'
                    AND to_id IN (SELECT id FROM decision WHERE item = ?1)
                    AND from_id IN (SELECT id FROM recommendation)";
    let rows: Vec<String> = tx
        .prepare_cached(followed)
        .and_then(|mut rows| rows.query_map([item], |row| row.get(0))?.collect())
        .doing("recording the item")?;
    for row in rows {
        for sql in [
            "DELETE FROM link WHERE ? IN (from_id, to_id)",
            "DELETE FROM recommendation WHERE id = ?",
        ] {
            tx.execute(sql, [&row]).doing("recording the item")?;
        }
    }
    Ok(())
}
