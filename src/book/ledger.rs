//! Reads the registers beside the schedule: drivers, findings,
//! targets and the forward plan.

use std::collections::{BTreeMap, HashSet};

use rusqlite::{Connection, OptionalExtension as _};
use serde::de::DeserializeOwned;

use super::error::Doing as _;
use super::read::STILL_MEANT;
use super::{Book, Result, read, schedule};
use crate::model::{
    Body, Driver, Finding, Link, PartnershipId, PlanEntry, Priority, Target, TargetLine,
    TargetResult, Tied,
};
use crate::rules::gap::{Period, named};

impl Book {
    /// What is coming that may change the work, in order.
    pub fn drivers(&self) -> Result<Vec<Tied<Driver>>> {
        self.tied("driver", "rank, id", |row: &Driver| row.id.as_str())
    }

    /// What inspections and reviews found, the newest first.
    pub fn findings(&self) -> Result<Vec<Tied<Finding>>> {
        self.tied("finding", "year DESC, rank, id", |row: &Finding| row.id.as_str())
    }

    /// The forward plan, soonest first and what has no day last.
    pub fn plan(&self) -> Result<Vec<Tied<PlanEntry>>> {
        let mut lines =
            self.tied("plan", "due IS NULL, due, rank, id", |row: &PlanEntry| row.id.as_str())?;
        let bodies: Vec<Body> = read::all(&self.db, "body", "SELECT * FROM body", [])?;
        for line in &mut lines {
            let body = bodies.iter().find(|body| body.id == line.row.body);
            line.called.extend(body.map(|body| (body.id.0.clone(), body.code.clone())));
        }
        Ok(lines)
    }

    /// The targets, one by one, each with its priority and its results.
    pub fn targets(&self) -> Result<Vec<TargetLine>> {
        self.at_once(targets)
    }

    fn tied<T: DeserializeOwned>(
        &self,
        table: &'static str,
        order: &str,
        id: impl Fn(&T) -> &str,
    ) -> Result<Vec<Tied<T>>> {
        self.at_once(|db| tied(db, table, order, id))
    }
}

/// The rows of a table, each with what ties it to anything.
pub(super) fn tied<T: DeserializeOwned>(
    db: &Connection,
    table: &'static str,
    order: &str,
    id: impl Fn(&T) -> &str,
) -> Result<Vec<Tied<T>>> {
    let rows = read::all(db, table, &format!("SELECT * FROM {table} ORDER BY {order}"), [])?;
    with_links(db, table, rows, id)
}

/// `rows`, each with what ties it to anything; a row goes by its name in `table`.
pub(super) fn with_links<T>(
    db: &Connection,
    table: &str,
    rows: Vec<T>,
    id: impl Fn(&T) -> &str,
) -> Result<Vec<Tied<T>>> {
    let mut tied = Vec::new();
    if rows.is_empty() {
        return Ok(tied);
    }
    let past = past(db)?;
    for (row, mut links) in linked(db, table, rows, &id)? {
        links.retain(|link| !past.contains(&link.from_id) && !past.contains(&link.to_id));
        let mut called = BTreeMap::new();
        for end in links.iter().flat_map(|link| [&link.from_id, &link.to_id]) {
            if end != id(&row)
                && let Some(what) = call(db, end)?
            {
                called.insert(end.clone(), what);
            }
        }
        tied.push(Tied { row, links, called });
    }
    Ok(tied)
}

/// The points, responses and figures of editions before the newest: the newest has its
/// own of each that still stands, with its ties.
fn past(db: &Connection) -> Result<HashSet<String>> {
    db.prepare_cached(&read::past())
        .and_then(|mut rows| rows.query_map([], |row| row.get(0))?.collect())
        .doing("reading the register")
}

/// The targets, one by one, each with its priority and its results.
pub(super) fn targets(db: &Connection) -> Result<Vec<TargetLine>> {
    let targets: Vec<Target> =
        read::all(db, "target", "SELECT * FROM target ORDER BY rank, id", [])?;
    let linked = linked(db, "target", targets, &|row: &Target| row.id.as_str())?;
    let priorities: Vec<Priority> =
        read::all(db, "priority", "SELECT * FROM priority ORDER BY number, id", [])?;
    let results = in_order(read::all(db, "result", "SELECT * FROM result ORDER BY rank, id", [])?);
    let line = |(target, links): (Target, Vec<Link>)| TargetLine {
        priority: priorities.iter().find(|p| Some(&p.id) == target.priority.as_ref()).cloned(),
        results: results.iter().filter(|result| result.target == target.id).cloned().collect(),
        target,
        links,
    };
    Ok(linked.into_iter().map(line).collect())
}

/// The results of the targets of a partnership that are to be reached still, target by
/// target, each in the order of its periods.
pub(super) fn results_of(
    db: &Connection,
    partnership: &PartnershipId,
) -> Result<Vec<Vec<TargetResult>>> {
    let sql = "SELECT result.* FROM target JOIN result ON result.target = target.id
               WHERE target.partnership = ? AND target.state = 'active'
               ORDER BY target.rank, target.id, result.rank, result.id";
    let all: Vec<TargetResult> = read::all(db, "result", sql, [&partnership.0])?;
    let by_target = all.chunk_by(|one, other| one.target == other.target);
    Ok(by_target.map(|results| in_order(results.to_vec())).collect())
}

/// `results` in the order of their periods: what was put in last may be of an earlier one.
fn in_order(mut results: Vec<TargetResult>) -> Vec<TargetResult> {
    results.sort_by_key(|result| Period::read(&result.period));
    results
}

/// Where more targets are by name than the figures of the newest schedule have, each in
/// words with no stop after them.
pub(super) fn at_odds(db: &Connection) -> Result<Vec<String>> {
    let Some(newest) = schedule::editions(db, None, 1)?.into_iter().next() else {
        return Ok(Vec::new());
    };
    let targets = targets(db)?;
    let said = newest.standings.iter().flat_map(|row| {
        let id = &row.partnership.id;
        let own: Vec<&TargetLine> = targets.iter().filter(|line| line.is_of(id)).collect();
        let beyond = row.summary.iter().flat_map(move |summary| named::beyond(summary, &own));
        beyond.map(move |said| format!("{id} would have {}", said.trim_end_matches('.')))
    });
    Ok(said.collect())
}

/// `rows` of a table, each with the links that touch it.
fn linked<T>(
    db: &Connection,
    table: &str,
    rows: Vec<T>,
    id: &impl Fn(&T) -> &str,
) -> Result<Vec<(T, Vec<Link>)>> {
    let links = links(db, table)?;
    let linked = rows.into_iter().map(|row| {
        let name = id(&row).to_owned();
        let touching = links.iter().filter(|link| link.from_id == name || link.to_id == name);
        (row, touching.cloned().collect())
    });
    Ok(linked.collect())
}

/// What people call the thing named `id`, if its name is not what they do: by
/// its title if it was published, and else by its number alone.
fn call(db: &Connection, id: &str) -> Result<Option<String>> {
    db.prepare_cached(
        "SELECT scheme || ', ' || year FROM finding WHERE id = ?1
         UNION ALL SELECT title FROM edition WHERE id = ?1
         UNION ALL SELECT printf('A/%02d/%02d', year % 100, number) FROM action WHERE id = ?1
         UNION ALL SELECT 'item ' || item.number || ' of ' || meeting.date FROM decision
                   JOIN item ON item.id = decision.item JOIN meeting ON meeting.id = decision.meeting
                   WHERE decision.id = ?1
         UNION ALL SELECT number FROM recommendation WHERE id = ?1
         UNION ALL SELECT heading FROM driver WHERE id = ?1
         UNION ALL SELECT topic FROM plan WHERE id = ?1",
    )
    .and_then(|mut rows| rows.query_row([id], |row| row.get(0)).optional())
    .doing("reading the registers")
}

/// Every link that starts or ends at a row of `table`.
pub(super) fn links(db: &Connection, table: &str) -> Result<Vec<Link>> {
    let rows = format!("SELECT id FROM {table}");
    let sql = format!(
        "SELECT * FROM link WHERE (from_id IN ({rows}) OR to_id IN ({rows})) AND {STILL_MEANT}
         ORDER BY id"
    );
    read::all(db, "link", &sql, [])
}
