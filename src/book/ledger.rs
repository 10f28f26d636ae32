//! Reads the registers beside the schedule: recommendations, drivers, findings,
//! targets and the forward plan.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension as _};
use serde::de::DeserializeOwned;

use super::error::Doing as _;
use super::{Book, Result, read};
use crate::model::{
    Driver, Finding, Link, PlanEntry, Priority, Recommendation, Target, TargetLine, TargetResult,
    Tied,
};

impl Book {
    /// The recommendations, in order.
    pub fn recommendations(&self) -> Result<Vec<Tied<Recommendation>>> {
        self.tied("recommendation", "rank, id", |row: &Recommendation| row.id.as_str())
    }

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
        self.tied("plan", "due IS NULL, due, rank, id", |row: &PlanEntry| row.id.as_str())
    }

    /// The targets, one by one, each with its priority and its results.
    pub fn targets(&self) -> Result<Vec<TargetLine>> {
        let tx = self.db.unchecked_transaction().doing("reading the registers")?;
        targets(&tx)
    }

    fn tied<T: DeserializeOwned>(
        &self,
        table: &'static str,
        order: &str,
        id: impl Fn(&T) -> &str,
    ) -> Result<Vec<Tied<T>>> {
        let tx = self.db.unchecked_transaction().doing("reading the registers")?;
        tied(&tx, table, order, id)
    }
}

/// The targets, one by one, each with its priority and its results.
pub(super) fn targets(db: &Connection) -> Result<Vec<TargetLine>> {
    let tied = tied(db, "target", "rank, id", |row: &Target| row.id.as_str())?;
    let priorities: Vec<Priority> =
        read::all(db, "priority", "SELECT * FROM priority ORDER BY number, id", [])?;
    let results: Vec<TargetResult> =
        read::all(db, "result", "SELECT * FROM result ORDER BY rank, id", [])?;
    let line = |Tied { row, links, .. }: Tied<Target>| TargetLine {
        priority: priorities.iter().find(|p| Some(&p.id) == row.priority.as_ref()).cloned(),
        results: results.iter().filter(|result| result.target == row.id).cloned().collect(),
        target: row,
        links,
    };
    Ok(tied.into_iter().map(line).collect())
}

fn tied<T: DeserializeOwned>(
    db: &Connection,
    table: &'static str,
    order: &str,
    id: impl Fn(&T) -> &str,
) -> Result<Vec<Tied<T>>> {
    let rows: Vec<T> =
        read::all(db, table, &format!("SELECT * FROM {table} ORDER BY {order}"), [])?;
    let links = links(db, table)?;
    let mut tied = Vec::with_capacity(rows.len());
    for row in rows {
        let name = id(&row).to_owned();
        let touching = links.iter().filter(|link| link.from_id == name || link.to_id == name);
        let links: Vec<Link> = touching.cloned().collect();
        let mut called = BTreeMap::new();
        for link in &links {
            let other = if link.from_id == name { &link.to_id } else { &link.from_id };
            if let Some(what) = call(db, other)? {
                called.insert(other.clone(), what);
            }
        }
        tied.push(Tied { row, links, called });
    }
    Ok(tied)
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
fn links(db: &Connection, table: &str) -> Result<Vec<Link>> {
    let sql = format!(
        "SELECT link.* FROM link JOIN {table} ON {table}.id = from_id
         UNION SELECT link.* FROM link JOIN {table} ON {table}.id = to_id ORDER BY id"
    );
    read::all(db, "link", &sql, [])
}
