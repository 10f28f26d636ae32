//! What a meeting puts on the agendas of later ones, and takes off them again.

use rusqlite::{OptionalExtension as _, Transaction};

use super::super::Result;
use super::super::error::Doing as _;
use super::{put, strike};
use crate::model::{Item, ItemKind, MeetingId, agenda};

/// Puts an item on the agenda of a later meeting, under the next number there; one that
/// bears a letter alone, under that of what it is part of, if that is there.
pub(super) fn carry(tx: &Transaction<'_>, item: &Item) -> Result<()> {
    let number = match whole_of(tx, item)? {
        Some(whole) => format!("{whole}{}", item.number),
        None => next_number(tx, &item.meeting)?.to_string(),
    };
    put(tx, &Item { number, ..item.clone() })?;
    altered(tx, &item.meeting)
}

/// The next whole number on the agenda of a meeting.
fn next_number(tx: &Transaction<'_>, meeting: &MeetingId) -> Result<i64> {
    tx.query_row(
        "SELECT coalesce(max(CAST(number AS INTEGER)), 0) + 1 FROM item WHERE meeting = ?",
        [&meeting.0],
        |row| row.get(0),
    )
    .doing("carrying the item over")
}

/// The number on its new agenda of the item that a part is carried over with.
fn whole_of(tx: &Transaction<'_>, part: &Item) -> Result<Option<String>> {
    let Some(was) = part.deferred_from.as_ref().filter(|_| !part.number.is_empty()) else {
        return Ok(None);
    };
    let (number, meeting): (String, String) = tx
        .query_row("SELECT number, meeting FROM item WHERE id = ?", [&was.0], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .doing("carrying the item over")?;
    let Some(whole) = agenda::parent(&number) else { return Ok(None) };
    tx.query_row(
        "SELECT later.number FROM item AS later JOIN item AS whole ON whole.id = later.deferred_from
         WHERE later.meeting = ?1 AND whole.meeting = ?2 AND whole.number = ?3",
        (&part.meeting.0, &meeting, whole),
        |row| row.get(0),
    )
    .optional()
    .doing("carrying the item over")
}

/// Puts what was put off or promised to a meeting that is called off on the agenda of the
/// next one of its body; where none is in the calendar, it waits for one that is called.
pub(super) fn pass_on(tx: &Transaction<'_>, meeting: &MeetingId) -> Result<()> {
    let next: Option<String> = tx
        .query_row(
            "SELECT next.id FROM meeting AS next JOIN meeting AS off ON off.id = ?1
             WHERE next.body = off.body AND next.date > off.date
               AND next.status IN ('planned', 'agenda_published')
             ORDER BY next.date, next.id LIMIT 1",
            [&meeting.0],
            |row| row.get(0),
        )
        .optional()
        .doing("calling the meeting off")?;
    let sql = format!(
        "SELECT id, number, deferred_from IS NOT NULL FROM item
         WHERE meeting = ?1 AND taken IS NULL AND kind NOT IN ({})
           AND (deferred_from IS NOT NULL
                OR id IN (SELECT from_id FROM link WHERE kind = 'implements'
                          AND to_id IN (SELECT id FROM plan)))
         ORDER BY rank, id",
        standing()
    );
    let coming: Vec<(String, String, bool)> = tx
        .prepare_cached(&sql)
        .and_then(|mut rows| rows.query_map([&meeting.0], |row| row.try_into())?.collect())
        .doing("calling the meeting off")?;
    let status = if next.is_some() { "scheduled" } else { "slipped" };
    for (item, ..) in &coming {
        tx.execute(
            "UPDATE plan SET status = ?2, slips = slips + 1, meeting = ?3
             WHERE id IN (SELECT to_id FROM link WHERE from_id = ?1 AND kind = 'implements')",
            (item, status, &next),
        )
        .doing("calling the meeting off")?;
    }
    match next.map(MeetingId) {
        Some(next) => move_to(tx, &next, &coming),
        None => leave_to_wait(tx, &coming),
    }
}

/// Moves items, each with its number, to the agenda of another meeting.
fn move_to(
    tx: &Transaction<'_>,
    next: &MeetingId,
    coming: &[(String, String, bool)],
) -> Result<()> {
    let mut numbers: Vec<(&str, String)> = Vec::new();
    for (item, number, _) in coming {
        let whole = numbers.iter().find(|(was, _)| agenda::parent(number) == Some(*was));
        let now = match whole.and_then(|(was, now)| Some((number.strip_prefix(was)?, now))) {
            Some((letter, now)) => format!("{now}{letter}"),
            None => next_number(tx, next)?.to_string(),
        };
        let sql = "UPDATE item SET meeting = ?2, number = ?3 WHERE id = ?1";
        tx.execute(sql, (item, &next.0, &now)).doing("calling the meeting off")?;
        numbers.push((number, now));
    }
    if numbers.is_empty() { Ok(()) } else { altered(tx, next) }
}

/// Has what was put off wait where it stands, and takes off what was promised: that is put
/// on the next agenda anew.
fn leave_to_wait(tx: &Transaction<'_>, coming: &[(String, String, bool)]) -> Result<()> {
    for (item, ..) in coming.iter().filter(|(_, _, was_put_off)| !was_put_off) {
        strike_with_links(tx, "item", item)?;
    }
    Ok(())
}

/// The kinds of standing business, as a list in SQL.
fn standing() -> String {
    let standing = ItemKind::ALL.iter().filter(|kind| kind.is_standing());
    standing.map(|kind| format!("'{}'", kind.word())).collect::<Vec<_>>().join(", ")
}

/// Takes an item off the later agenda it was put on, if it was: it is taken after all,
/// or put off again. What it was to bring back is again this item's to bring.
pub(super) fn call_back(tx: &Transaction<'_>, item: &str) -> Result<()> {
    altered_by(tx, "SELECT meeting FROM item WHERE deferred_from = ? AND taken IS NULL", item)?;
    // Standing business stays on that agenda all the same.
    let stays = format!(
        "UPDATE item SET deferred_from = NULL, why = '' WHERE deferred_from = ? AND taken IS NULL
         AND kind IN ({})",
        standing()
    );
    for sql in [
        "UPDATE link SET from_id = ?1 WHERE kind = 'implements'
         AND from_id IN (SELECT id FROM item WHERE deferred_from = ?1 AND taken IS NULL)",
        &stays,
    ] {
        tx.execute(sql, [item]).doing("recording the item")?;
    }
    take_off(tx, "deferred_from = ?1", item)
}

/// Takes the items that `which` selects for `id` off agendas that have not had them taken.
/// Those after them move up, where nobody has been sent the agenda yet.
fn take_off(tx: &Transaction<'_>, which: &str, id: &str) -> Result<()> {
    let gone: Vec<(String, u32)> = tx
        .prepare_cached(&format!(
            "SELECT meeting, CAST(number AS INTEGER) FROM item WHERE {which} AND taken IS NULL"
        ))
        .and_then(|mut rows| rows.query_map([id], |row| row.try_into())?.collect())
        .doing("recording the item")?;
    tx.execute(&format!("DELETE FROM item WHERE {which} AND taken IS NULL"), [id])
        .doing("recording the item")?;
    gone.into_iter().try_for_each(|(meeting, number)| move_up(tx, &meeting, number))
}

/// Closes the gap that the last item of a whole `number` left on an agenda that nobody has
/// been sent.
fn move_up(tx: &Transaction<'_>, meeting: &str, number: u32) -> Result<()> {
    tx.execute(
        "UPDATE item SET number = (CAST(number AS INTEGER) - 1)
                                  || substr(number, length(CAST(number AS INTEGER)) + 1)
         WHERE meeting = ?1 AND ?2 > 0 AND CAST(number AS INTEGER) > ?2
           AND NOT EXISTS (SELECT 1 FROM item AS same
                           WHERE same.meeting = ?1 AND CAST(same.number AS INTEGER) = ?2)
           AND EXISTS (SELECT 1 FROM meeting WHERE id = ?1 AND published_on IS NULL
                       AND began_at IS NULL)",
        (meeting, number),
    )
    .doing("recording the item")
    .map(|_| ())
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
        take_off(
            tx,
            "id IN (SELECT from_id FROM link WHERE to_id = ?1 AND kind = 'implements')",
            &plan,
        )?;
        strike_with_links(tx, "plan", &plan)?;
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
    rows.iter().try_for_each(|row| strike_with_links(tx, "recommendation", row))
}

/// Strikes out a row of `table`, with what ties it to anything.
fn strike_with_links(tx: &Transaction<'_>, table: &'static str, id: &str) -> Result<()> {
    tx.execute("DELETE FROM link WHERE ? IN (from_id, to_id)", [id]).doing("striking out")?;
    strike(tx, table, id)
}
