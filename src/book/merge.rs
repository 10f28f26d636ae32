//! How what was noted and altered in a review copy comes back.

use std::collections::{BTreeSet, HashMap, HashSet};

use rusqlite::{OptionalExtension as _, params_from_iter};

use super::copy::{COPY_FOR, COPY_OF, RETURNED};
use super::error::Doing as _;
use super::history::kind_of;
use super::journal::Received;
use super::replay::Change;
use super::{Book, Error, Pen, Result, Signed, read, replay};
use crate::model::day::{self, Stamp};
use crate::model::{AnnotationKind, EntryKind, EntryNo, LinkKind, first_free};

/// What merging a copy came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Merged {
    /// For whom the copy was made.
    pub from: String,
    /// What came back, each in a sentence.
    pub taken: Vec<String>,
    /// What could not, each with why.
    pub refused: Vec<String>,
    /// How many entries had come back before.
    pub known: u32,
    /// How many of those could not be merged then, and are left to the clerk.
    pub waiting: u32,
}

/// Columns whose values one row of a table alone may have, whichever copy it comes from.
struct Once {
    table: &'static str,
    columns: &'static [&'static str],
    why: &'static str,
}

const ONCE: [Once; 2] = [
    Once {
        table: "result",
        columns: &["target", "period"],
        why: "this book has another result of that period",
    },
    Once {
        table: "recommendation",
        columns: &["number"],
        why: "this book has another recommendation of that number",
    },
];

impl Book {
    /// The entries made in this copy since it was lent, in order.
    fn returned(&self) -> Result<Vec<Received>> {
        self.db
            .prepare(
                "SELECT entry.no, entry.copy, entry.turn, entry.kind, entry.verb, before.turn,
                        before.no, entry.said, entry.at FROM entry
                 LEFT JOIN entry AS before ON before.no = entry.\"of\"
                 WHERE entry.copy = (SELECT id FROM copy) ORDER BY entry.turn",
            )
            .and_then(|mut rows| {
                rows.query_map([], |row| {
                    let at: String = row.get(8)?;
                    let of: (Option<i64>, Option<i64>) = (row.get(5)?, row.get(6)?);
                    Ok(Received {
                        no: EntryNo(row.get(0)?),
                        copy: row.get(1)?,
                        turn: row.get(2)?,
                        kind: kind_of(row.get_ref(3)?.as_str()?),
                        verb: row.get(4)?,
                        of: of.0.zip(of.1.map(EntryNo)),
                        said: row.get(7)?,
                        at: Stamp::parse_from_rfc3339(&at)
                            .map_err(|e| rusqlite::types::FromSqlError::Other(e.into()))?,
                    })
                })?
                .collect()
            })
            .doing("reading the journal")
    }

    /// The entry under which that of another copy is on record here, and whether
    /// it changed anything.
    fn known(&self, entry: &Received) -> Result<Option<(EntryNo, bool)>> {
        self.db
            .query_row(
                "SELECT no, EXISTS (SELECT 1 FROM change WHERE entry = entry.no) FROM entry
                 WHERE copy = ? AND turn = ?",
                (&entry.copy, entry.turn),
                |row| Ok((EntryNo(row.get(0)?), row.get(1)?)),
            )
            .optional()
            .doing("reading the journal")
    }
}

/// What an entry of the copy for `from` put on record, with whose it is and of when, and
/// what the rows it names are called here.
fn as_said(entry: &Received, from: &str, names: &HashMap<String, String>) -> String {
    let undone = if entry.kind == EntryKind::Undo { "Undone in the copy: " } else { "" };
    let (said, on) = (entry.said.trim_end_matches('.'), day::plain(entry.at.date_naive()));
    let words = said.split(|c: char| !c.is_alphanumeric() && !matches!(c, '-' | '.'));
    let called: BTreeSet<String> = words
        .filter_map(|word| Some(format!("; its {word} is {} here", names.get(word)?)))
        .collect();
    format!("{undone}{said} ({from}, {on}{})", called.into_iter().collect::<String>())
}

/// What of an entry is left to the clerk, after its words.
fn but(kept: &[String]) -> String {
    if kept.is_empty() { String::new() } else { format!(", but that {}", kept.join(" and ")) }
}

/// What the new rows of an entry of a copy's are called here, where it came back before.
fn renamed(theirs: &[Change], ours: &[Change]) -> Vec<(String, String)> {
    let both = new_rows(theirs).into_iter().zip(new_rows(ours));
    both.filter(|(there, here)| there != here).collect()
}

/// The names of the rows that changes put in, in their order.
fn new_rows(changes: &[Change]) -> Vec<String> {
    let new = changes.iter().filter(|change| change.is_new());
    new.map(|change| change.row().to_owned()).collect()
}

impl Pen {
    /// Brings back what was noted and altered in a copy of this book, entry by
    /// entry; what came back before is passed over.
    ///
    /// An entry that altered nothing but what this book has altered since, or that
    /// belongs to a meeting, is put on record with its words and changes nothing;
    /// so is one that the copy has taken back since. Of one that altered more, the
    /// facts that this book has not altered come back. What came back before and was
    /// taken back here comes back again.
    pub fn merge(&mut self, copy: &Book, signed: &Signed) -> Result<Merged> {
        self.has_lent(copy)?;
        let from = copy.setting(COPY_FOR)?.unwrap_or_default();
        let mut merged = Merged { from: from.clone(), ..Merged::default() };
        // What one merge brings back is taken back together.
        let mut act = None;
        let there = copy.trail()?;
        let here = self.trail()?;
        // Which of the copy's acts are done here, by their turn there.
        let mut done: HashMap<i64, bool> = HashMap::new();
        // The rows that did not come back as the copy has them.
        let mut left: HashSet<String> = HashSet::new();
        // What rows of the copy's are called here, where their names were given already.
        let mut names: HashMap<String, String> = HashMap::new();
        for mut entry in copy.returned()? {
            let (what, no) = entry.of.unwrap_or((entry.turn, entry.no));
            let does = entry.kind != EntryKind::Undo;
            let is_done = done.entry(what).or_default();
            let wanted = does == there.stands(no);
            let theirs = replay::changes(&copy.db, entry.no)?;
            let known = self.known(&entry)?;
            if let Some((no, true)) = known {
                names.extend(renamed(&theirs, &replay::changes(&self.db, no)?));
            }
            match known {
                Some((no, true)) if wanted && !here.stands(no) => {
                    *is_done = self.again(no, entry.said, signed, &mut merged)? == does;
                    continue;
                }
                Some((no, changed)) => {
                    *is_done = if changed { here.stands(no) == does } else { *is_done };
                    merged.known += 1;
                    merged.waiting += u32::from(!changed && does && wanted);
                    continue;
                }
                None => {}
            }
            let passed = !wanted || *is_done == does;
            let changes = self.named_here(theirs, &mut names)?;
            let otherwise = passed.then(|| "it is otherwise in the copy by now".to_owned());
            let barred = otherwise.or(self.stands_in_the_way(&changes, &left)?);
            let new = new_rows(&changes);
            let (changes, kept) = self.apart(changes, barred.is_none())?;
            let whole = as_said(&entry, &from, &names);
            entry.said = format!("{whole}{}", but(&kept));
            let signed = Signed { clerk: from.clone(), ..signed.clone() };
            let (no, why) = self.receive(&entry, barred, changes, &signed, act)?;
            act = act.or(Some(no));
            match why {
                None => {
                    *is_done = does;
                    merged.taken.push(format!("{}.", entry.said));
                    merged.refused.extend(kept.iter().map(|fact| format!("{whole}: {fact}.")));
                }
                Some(_) if passed => {}
                Some(why) => {
                    left.extend(new);
                    merged.refused.push(format!("{}: {why}.", entry.said));
                }
            }
        }
        self.go_on_after(copy.mint()?.minted())?;
        Ok(merged)
    }

    /// Refuses a copy that was not made of this book.
    fn has_lent(&self, copy: &Book) -> Result<()> {
        if copy.setting(COPY_OF)?.as_deref() == Some(self.origin()?.as_str()) {
            return Ok(());
        }
        Err(Error::NotOurs { why: "it was not made of this book" })
    }

    /// The changes of an entry of a copy's as they are made here: what it puts in under a
    /// name given here since goes by another, now and from then on.
    fn named_here(
        &self,
        theirs: Vec<Change>,
        names: &mut HashMap<String, String>,
    ) -> Result<Vec<Change>> {
        let renames =
            |change: &&Change| change.is_new() && matches!(change.table(), "point" | "response");
        let mut new = theirs.iter().filter(renames).map(Change::row).peekable();
        if new.peek().is_some() {
            let mut given = self.names()?;
            for there in new {
                let taken = |name: &str| given.iter().any(|had| had == name);
                if taken(there) {
                    let here = first_free(there, taken);
                    given.push(here.clone());
                    names.insert(there.to_owned(), here);
                }
            }
        }
        theirs.into_iter().map(|change| self.carried(change.named_by(names))).collect()
    }

    /// A change to a point or a response of an edition gone by, or to a note beside one, as
    /// one to what that goes on as, which has what was said of it. Figures, and a mark of
    /// review, are of their own edition.
    fn carried(&self, change: Change) -> Result<Change> {
        let noted = change.table() == "annotation"
            && change.either("kind") != Some(AnnotationKind::Reviewed.word());
        let altered = matches!(change.table(), "point" | "response") && change.is_altered();
        let subject = match change.either("subject") {
            Some(subject) if noted => subject,
            _ if altered => change.row(),
            _ => return Ok(change),
        };
        let latest: Option<String> = self
            .db
            .prepare_cached(&format!(
                "WITH RECURSIVE later(id) AS (
                     SELECT ?1 UNION
                     SELECT link.from_id FROM link JOIN later ON link.to_id = later.id
                     WHERE link.kind = '{}'
                 )
                 SELECT id FROM later WHERE id <> ?1
                 AND NOT EXISTS (SELECT 1 FROM link WHERE to_id = id AND kind = '{0}')",
                LinkKind::Continues.word()
            ))
            .and_then(|mut rows| rows.query_row([subject], |row| row.get(0)).optional())
            .doing("merging the copy")?;
        let names = latest.map(|latest| (subject.to_owned(), latest)).into_iter().collect();
        Ok(change.named_by(&names))
    }

    /// The changes, if they are to be played, without the facts that this book has moved on
    /// from, and what it has instead of those.
    fn apart(&self, changes: Vec<Change>, plays: bool) -> Result<(Vec<Change>, Vec<String>)> {
        let mut kept = Vec::new();
        if !plays {
            return Ok((changes, kept));
        }
        let mut apart = Vec::new();
        for change in changes {
            let (change, here) = change.apart(&self.db)?;
            apart.push(change);
            kept.extend(here);
        }
        Ok((apart, kept))
    }

    /// Whether a change is of a row of an edition before the newest here: nobody reads what
    /// is altered there.
    fn is_gone_by(&self, change: &Change) -> Result<bool> {
        let table = change.table();
        if !matches!(table, "point" | "response" | "summary") {
            return Ok(false);
        }
        let sql = format!(
            "SELECT coalesce((SELECT edition FROM {table} WHERE id = ?1), ?2) <> {}",
            read::NEWEST
        );
        let gone: Option<bool> = self
            .db
            .prepare_cached(&sql)
            .and_then(|mut rows| {
                rows.query_row((change.row(), change.says("edition")), |row| row.get(0))
            })
            .doing("merging the copy")?;
        Ok(gone.unwrap_or(false))
    }

    /// Why `changes` cannot come back beside what this book has: they are of a table that
    /// no copy brings back, speak of rows that were `left` as this book has them, or give a
    /// second time what is given once.
    fn stands_in_the_way(
        &self,
        changes: &[Change],
        left: &HashSet<String>,
    ) -> Result<Option<String>> {
        for change in changes {
            if !RETURNED.contains(&change.table()) {
                let why = format!("a review copy brings back no row of \"{}\"", change.table());
                return Ok(Some(why));
            }
            let mut words = std::iter::once(change.row()).chain(change.words());
            if let Some(end) = words.find(|end| left.contains(*end)) {
                return Ok(Some(format!("{end} was not merged, and is another here")));
            }
            if self.is_gone_by(change)? {
                return Ok(Some("this book has a later edition of the schedule since".to_owned()));
            }
            let once = ONCE.iter().filter(|once| once.table == change.table() && change.is_new());
            for once in once {
                if self.has_another(once, change)? {
                    return Ok(Some(once.why.to_owned()));
                }
            }
        }
        Ok(None)
    }

    /// Whether another row here has what a change gives, and is given once.
    fn has_another(&self, once: &Once, change: &Change) -> Result<bool> {
        let same = once.columns.iter().map(|column| format!("{column} = ?"));
        let sql = format!(
            "SELECT EXISTS (SELECT 1 FROM {} WHERE {} AND id <> ?)",
            once.table,
            same.collect::<Vec<_>>().join(" AND ")
        );
        let given = once.columns.iter().map(|column| change.says(column));
        let given = given.chain([Some(change.row())]);
        self.db
            .prepare_cached(&sql)
            .and_then(|mut rows| rows.query_row(params_from_iter(given), |row| row.get(0)))
            .doing("merging the copy")
    }

    /// Puts back what came back before and was taken back here; `false` if the book
    /// has moved on since.
    fn again(
        &mut self,
        no: EntryNo,
        said: String,
        signed: &Signed,
        merged: &mut Merged,
    ) -> Result<bool> {
        match self.put_back(no, signed) {
            Ok(()) => {
                merged.taken.push(said);
                Ok(true)
            }
            Err(why @ Error::Moved { .. }) => {
                merged.refused.push(format!("{said} {why}"));
                Ok(false)
            }
            Err(why) => Err(why),
        }
    }
}
