//! Reads the web that a thread is followed through: from one thing outward, a
//! few steps, by index.

mod lineage;

use std::collections::{HashSet, VecDeque};

use rusqlite::{Connection, OptionalExtension as _, Row};

use super::error::Doing as _;
use super::read::{NEWEST, STILL_MEANT};
use super::{Book, Result, read};
use crate::model::{
    Action, ActionStatus, Link, MeetingId, PartnershipId, ResponseKind, ResponseStatus,
    TargetResult, TargetState, ThingKind, Tone, Worth, day,
};
use crate::rules::gap::Period;
use crate::rules::thread::{Knot, Strand, Thread, Tie, Web, thread};
use lineage::is_past;

/// How many steps outward, and how many things at most.
const STEPS: usize = 5;
const KNOTS: usize = 160;

/// How each sort of thing is read: its words, how it stands, and what to open.
/// The columns are label, text, state, targets off track, tone, kind of answer,
/// meeting and partnership. "MEANT" stands for a tie that is still meant.
#[rustfmt::skip]
const THINGS: &[(ThingKind, &str)] = &[
    (
        ThingKind::Partnership,
        "SELECT id, name, chair, 0, NULL, NULL, NULL, id FROM partnership WHERE id = ?",
    ),
    (
        ThingKind::Summary,
        "SELECT 'targets', total || ' targets: ' || on_track || ' on track, ' || off_track || ' off track, ' || cannot_judge || ' cannot be judged',
                period, off_track, NULL, NULL, NULL, partnership FROM summary WHERE id = ?",
    ),
    (
        ThingKind::Target,
        "SELECT CASE code WHEN '' THEN id ELSE code END, wording, state, 0, NULL, NULL, NULL, partnership FROM target WHERE id = ?",
    ),
    (
        ThingKind::Priority,
        "SELECT 'priority ' || number, title, plan, 0, NULL, NULL, NULL, NULL FROM priority WHERE id = ?",
    ),
    (
        ThingKind::Point,
        "SELECT id, text, coalesce(tone, ''), 0, tone, NULL, NULL, partnership FROM point WHERE id = ?",
    ),
    (
        ThingKind::Response,
        "SELECT id, text, trim(coalesce(kind, '') || CASE owner WHEN '' THEN '' ELSE ', ' || owner END || CASE WHEN due IS NOT NULL THEN ', by ' || due WHEN due_text <> '' THEN ', ' || due_text ELSE '' END || CASE status WHEN 'proposed' THEN '' ELSE ', ' || replace(status, '_', ' ') END, ', '),
                0, NULL, CASE status WHEN 'dropped' THEN 'dropped' ELSE coalesce(kind, CASE WHEN text LIKE '%?' THEN 'question' END) END, NULL, partnership FROM response WHERE id = ?",
    ),
    (
        ThingKind::Meeting,
        "SELECT body.code, body.name || ', ' || meeting.date, replace(meeting.status, '_', ' '), 0, NULL, NULL, meeting.id, NULL
         FROM meeting JOIN body ON body.id = meeting.body WHERE meeting.id = ?",
    ),
    (
        ThingKind::Item,
        "SELECT 'item ' || item.number, item.title,
                meeting.date || CASE WHEN minute.number IS NULL THEN '' ELSE ', minute ' || minute.number END,
                0, NULL, NULL, item.meeting, NULL
         FROM item JOIN meeting ON meeting.id = item.meeting LEFT JOIN minute ON minute.id = item.id WHERE item.id = ?",
    ),
    (
        ThingKind::Decision,
        "SELECT verb, text, replace(status, '_', ' '), 0, NULL, NULL, meeting, NULL FROM decision WHERE id = ?",
    ),
    (
        ThingKind::Recommendation,
        "SELECT number, text, replace(status, '_', ' '), 0, NULL, NULL, meeting, NULL FROM recommendation WHERE id = ?",
    ),
    (ThingKind::Driver, "SELECT 'driver', heading, status, 0, NULL, NULL, NULL, NULL FROM driver WHERE id = ?"),
    (
        ThingKind::Finding,
        "SELECT scheme || ' ' || year, text, replace(kind, '_', ' ') || ', ' || CASE WHEN status = 'open' AND EXISTS (SELECT 1 FROM link WHERE to_id = finding.id AND kind = 'answers' AND MEANT) THEN 'answered' ELSE status END, 0, NULL, NULL, NULL, partnership FROM finding WHERE id = ?",
    ),
    (ThingKind::Plan, "SELECT 'plan', topic, status, 0, NULL, NULL, meeting, NULL FROM plan WHERE id = ?"),
    (
        ThingKind::Edition,
        "SELECT 'schedule', title, as_at, 0, NULL, NULL, NULL, NULL FROM edition WHERE id = ?",
    ),
];

/// How things hang together by what they are: for a thing of the first kind, the
/// names of things of the second, how they are tied, and whether the first is
/// the cause. "Newest" stands for the newest edition.
#[rustfmt::skip]
const STRUCTURE: &[(ThingKind, ThingKind, Tie, bool, &str)] = &[
    (ThingKind::Partnership, ThingKind::Summary, Tie::Holds, true, "SELECT id FROM summary WHERE partnership = ? AND edition = NEWEST"),
    (ThingKind::Partnership, ThingKind::Target, Tie::Holds, true, "SELECT id FROM target WHERE partnership = ? ORDER BY rank"),
    (ThingKind::Partnership, ThingKind::Point, Tie::Holds, true, "SELECT id FROM point WHERE partnership = ? AND edition = NEWEST ORDER BY rank"),
    (ThingKind::Partnership, ThingKind::Response, Tie::Holds, true, "SELECT id FROM response WHERE partnership = ? AND edition = NEWEST AND NOT EXISTS (SELECT 1 FROM link WHERE from_id = response.id AND kind = 'answers') ORDER BY rank"),
    (ThingKind::Partnership, ThingKind::Finding, Tie::ArisesFrom, false, "SELECT id FROM finding WHERE partnership = ? ORDER BY rank"),
    (ThingKind::Partnership, ThingKind::Item, Tie::Discussed, true, "SELECT item.id FROM item JOIN meeting ON meeting.id = item.meeting WHERE item.partnership = ? ORDER BY meeting.date DESC LIMIT 6"),
    (ThingKind::Partnership, ThingKind::Edition, Tie::Holds, false, "SELECT DISTINCT edition FROM point WHERE partnership = ? AND edition = NEWEST"),
    (ThingKind::Summary, ThingKind::Partnership, Tie::Holds, false, "SELECT partnership FROM summary WHERE id = ?"),
    (ThingKind::Summary, ThingKind::Target, Tie::Tells, false, "SELECT target.id FROM summary JOIN target ON target.partnership = summary.partnership AND target.state <> 'example' WHERE summary.id = ? AND summary.edition = NEWEST ORDER BY target.rank"),
    (ThingKind::Summary, ThingKind::Point, Tie::Tells, true, "SELECT point.id FROM summary JOIN point ON point.edition = summary.edition AND point.partnership = summary.partnership WHERE summary.id = ? AND point.text LIKE '%targets%' ORDER BY point.rank"),
    (ThingKind::Target, ThingKind::Summary, Tie::Tells, true, "SELECT summary.id FROM target JOIN summary ON summary.partnership = target.partnership AND summary.edition = NEWEST WHERE target.id = ? AND target.state <> 'example'"),
    (ThingKind::Priority, ThingKind::Target, Tie::Holds, true, "SELECT id FROM target WHERE priority = ? ORDER BY rank"),
    (ThingKind::Target, ThingKind::Priority, Tie::Holds, false, "SELECT priority FROM target WHERE id = ? AND priority IS NOT NULL"),
    (ThingKind::Target, ThingKind::Partnership, Tie::Holds, false, "SELECT partnership FROM target WHERE id = ? AND partnership IS NOT NULL"),
    (ThingKind::Point, ThingKind::Partnership, Tie::Holds, false, "SELECT partnership FROM point WHERE id = ?"),
    (ThingKind::Point, ThingKind::Summary, Tie::Tells, false, "SELECT summary.id FROM point JOIN summary ON point.edition = summary.edition AND point.partnership = summary.partnership WHERE point.id = ? AND point.text LIKE '%targets%'"),
    (ThingKind::Response, ThingKind::Partnership, Tie::Holds, false, "SELECT partnership FROM response WHERE id = ? AND NOT EXISTS (SELECT 1 FROM link WHERE from_id = response.id AND kind = 'answers')"),
    (ThingKind::Finding, ThingKind::Partnership, Tie::ArisesFrom, true, "SELECT partnership FROM finding WHERE id = ? AND partnership IS NOT NULL"),
    (ThingKind::Meeting, ThingKind::Item, Tie::Recorded, true, "SELECT id FROM item WHERE meeting = ? ORDER BY rank"),
    (ThingKind::Item, ThingKind::Meeting, Tie::Recorded, false, "SELECT meeting FROM item WHERE id = ?"),
    (ThingKind::Item, ThingKind::Partnership, Tie::Discussed, false, "SELECT partnership FROM item WHERE id = ? AND partnership IS NOT NULL"),
    (ThingKind::Item, ThingKind::Decision, Tie::Recorded, true, "SELECT id FROM decision WHERE item = ? ORDER BY rank"),
    (ThingKind::Item, ThingKind::Action, Tie::Recorded, true, "SELECT id FROM action WHERE item = ? ORDER BY rank"),
    (ThingKind::Decision, ThingKind::Item, Tie::Recorded, false, "SELECT item FROM decision WHERE id = ?"),
    (ThingKind::Decision, ThingKind::Action, Tie::Implements, true, "SELECT action.id FROM decision JOIN action ON action.item = decision.item AND action.rank > decision.rank WHERE decision.id = ? AND NOT EXISTS (SELECT 1 FROM decision AS next WHERE next.item = decision.item AND next.rank > decision.rank AND next.rank < action.rank) ORDER BY action.rank"),
    (ThingKind::Action, ThingKind::Decision, Tie::Implements, false, "SELECT decision.id FROM action JOIN decision ON decision.item = action.item AND decision.rank < action.rank WHERE action.id = ? ORDER BY decision.rank DESC LIMIT 1"),
    (ThingKind::Decision, ThingKind::Decision, Tie::Rescinds, true, "SELECT id FROM decision WHERE replaces = ?"),
    (ThingKind::Decision, ThingKind::Decision, Tie::Rescinds, false, "SELECT replaces FROM decision WHERE id = ? AND replaces IS NOT NULL"),
    (ThingKind::Decision, ThingKind::Item, Tie::CalledIn, true, "SELECT DISTINCT item FROM call_in WHERE decision = ? ORDER BY rank"),
    (ThingKind::Item, ThingKind::Decision, Tie::CalledIn, false, "SELECT DISTINCT decision FROM call_in WHERE item = ? ORDER BY rank"),
    (ThingKind::Action, ThingKind::Item, Tie::Recorded, false, "SELECT item FROM action WHERE id = ?"),
    (ThingKind::Recommendation, ThingKind::Meeting, Tie::ArisesFrom, false, "SELECT meeting FROM recommendation WHERE id = ? AND meeting IS NOT NULL"),
    (ThingKind::Meeting, ThingKind::Plan, Tie::Discussed, false, "SELECT id FROM plan WHERE meeting = ? ORDER BY rank"),
    (ThingKind::Plan, ThingKind::Meeting, Tie::Discussed, true, "SELECT meeting FROM plan WHERE id = ? AND meeting IS NOT NULL"),
    (ThingKind::Edition, ThingKind::Partnership, Tie::Holds, true, "SELECT DISTINCT partnership FROM point WHERE edition = ? ORDER BY rank"),
];

impl Book {
    /// The thread of the thing called `id`: what led to it, and what came of it;
    /// `None` if nothing that can be tied is called so.
    pub fn thread(&self, id: &str) -> Result<Option<Thread>> {
        let Some(id) = self.named(id)? else { return Ok(None) };
        Ok(thread(&self.web(&id)?, &id))
    }

    /// The name in the book of what is called `id`, in any case, or referred to
    /// as actions are.
    fn named(&self, id: &str) -> Result<Option<String>> {
        for kind in ThingKind::ALL {
            let sql = format!("SELECT id FROM {} WHERE id = ?1 COLLATE NOCASE", kind.word());
            let found = self.db.query_row(&sql, [id], |row| row.get(0)).optional();
            if let Some(found) = found.doing("following the thread")? {
                return Ok(Some(found));
            }
        }
        self.db
            .query_row(
                "SELECT id FROM action WHERE printf('A/%02d/%02d', year % 100, number) = ?1 COLLATE NOCASE
                 ORDER BY rank DESC LIMIT 1",
                [id],
                |row| row.get(0),
            )
            .optional()
            .doing("following the thread")
    }

    /// What lies around the thing called `id`, a few steps out.
    pub fn web(&self, id: &str) -> Result<Web> {
        self.at_once(|db| web(db, id))
    }
}

fn web(db: &Connection, id: &str) -> Result<Web> {
    let mut web = Web::default();
    // From a row of an earlier edition one walks through that edition; from anything
    // else through the newest alone.
    let through_past = is_past(db, id)?;
    let mut pasts = HashSet::new();
    let mut queue = VecDeque::from([(id.to_owned(), 0_usize, Tie::Holds)]);
    while let Some((id, step, by)) = queue.pop_front() {
        if web.knot(&id).is_some() || web.knots.len() >= KNOTS {
            continue;
        }
        // The row that this one goes on from is told of, and what hung on it is not.
        // A response that nothing goes on from is still what its action carries out.
        let past = step > 0 && !through_past && is_past(db, &id)?;
        let past = past && !(by == Tie::Implements && lineage::is_last(db, &id)?);
        if past {
            pasts.insert(id.clone());
        }
        if past && by != Tie::Continues {
            continue;
        }
        let Some(knot) = knot(db, &id)? else { continue };
        let kind = knot.kind;
        web.knots.push(knot);
        // What everything hangs on is followed only from where one stands.
        let hub = matches!(kind, ThingKind::Meeting | ThingKind::Partnership | ThingKind::Edition);
        if step >= STEPS || past || (hub && step > 0) {
            continue;
        }
        web.followed.push(id.clone());
        for mut strand in strands(db, &id, kind)? {
            if !through_past {
                lineage::inherit(db, &id, &mut strand)?;
            }
            let other = if strand.cause == id { &strand.effect } else { &strand.cause };
            queue.push_back((other.clone(), step + 1, strand.tie));
            if !web.strands.contains(&strand) {
                web.strands.push(strand);
            }
        }
    }
    // What outlives editions, such as a target, is tied to the rows of each; of those that
    // another goes on from, only that is told.
    web.strands.retain(|strand| {
        let gone = |id: &String| pasts.contains(id);
        strand.tie == Tie::Continues || !(gone(&strand.cause) || gone(&strand.effect))
    });
    tell_targets(&mut web);
    web.responding = responding(db)?;
    Ok(web)
}

/// The partnerships whose rows of the newest edition have responses that may answer
/// something.
fn responding(db: &Connection) -> Result<Vec<PartnershipId>> {
    let sql = format!(
        "SELECT DISTINCT partnership FROM response WHERE edition = {NEWEST} AND status <> 'dropped'
         AND coalesce(kind, CASE WHEN text LIKE '%?' THEN 'question' END, '') <> 'question'"
    );
    db.prepare_cached(&sql)
        .and_then(|mut rows| rows.query_map([], |row| row.get(0).map(PartnershipId))?.collect())
        .doing("following the thread")
}

/// A point that tells of targets off track wants an answer as they do.
fn tell_targets(web: &mut Web) {
    let told: Vec<(String, u32)> = web
        .strands
        .iter()
        .filter(|strand| strand.tie == Tie::Tells)
        .filter(|strand| {
            web.knot(&strand.cause).is_some_and(|knot| knot.kind == ThingKind::Summary)
        })
        .filter_map(|strand| Some((strand.effect.clone(), web.knot(&strand.cause)?.off_track)))
        .collect();
    for knot in &mut web.knots {
        if let Some((_, off)) = told.iter().find(|(id, _)| *id == knot.id) {
            knot.off_track = *off;
        }
    }
}

/// The ties of one thing: those that were drawn, then those of what it is.
fn strands(db: &Connection, id: &str, kind: ThingKind) -> Result<Vec<Strand>> {
    let mut links: Vec<Link> = read::all(
        db,
        "link",
        "SELECT * FROM link WHERE from_id = ?1 UNION SELECT * FROM link WHERE to_id = ?1 ORDER BY id",
        [id],
    )?;
    links.extend(lineage::decided(db, id)?);
    let mut found: Vec<Strand> = links
        .into_iter()
        .map(|link| {
            let (tie, along) = Tie::of(link.kind);
            let (cause, effect) =
                if along { (link.from_id, link.to_id) } else { (link.to_id, link.from_id) };
            Strand { cause, effect, tie }
        })
        .collect();
    for (_, _, tie, along, sql) in STRUCTURE.iter().filter(|(of, ..)| *of == kind) {
        let ids: Vec<String> = db
            .prepare_cached(&sql.replace("NEWEST", NEWEST))
            .and_then(|mut rows| rows.query_map([id], |row| row.get(0))?.collect())
            .doing("following the thread")?;
        found.extend(ids.into_iter().map(|other| {
            let (cause, effect) =
                if *along { (id.to_owned(), other) } else { (other, id.to_owned()) };
            Strand { cause, effect, tie: *tie }
        }));
    }
    Ok(found)
}

/// The thing called `id`, whatever it is.
fn knot(db: &Connection, id: &str) -> Result<Option<Knot>> {
    for (kind, sql) in THINGS {
        let found = db
            .prepare_cached(&sql.replace("MEANT", STILL_MEANT))
            .and_then(|mut rows| rows.query_row([id], |row| told(row, id, *kind)).optional())
            .doing("following the thread")?;
        if let Some(mut knot) = found {
            if *kind == ThingKind::Target {
                as_it_stands(db, &mut knot)?;
            }
            return Ok(Some(knot));
        }
    }
    let action: Option<Action> =
        read::one(db, "action", "SELECT * FROM action WHERE id = ?", [id])?;
    let Some(action) = action else { return Ok(None) };
    let owner: Option<String> = db
        .query_row(
            "SELECT coalesce((SELECT trim(given || ' ' || family) FROM person WHERE id = action.owner),
                    (SELECT name FROM organisation WHERE id = action.organisation)) FROM action WHERE id = ?",
            [id],
            |row| row.get(0),
        )
        .doing("following the thread")?;
    Ok(Some(action_knot(action, owner)))
}

/// How a target stood at the end of the newest period that a result is of. What was
/// given up, met or agreed anew stands so whatever its results were; what was only named
/// as an example is told to be one, and presses nobody.
fn as_it_stands(db: &Connection, knot: &mut Knot) -> Result<()> {
    let example = knot.state == TargetState::Example.word();
    if knot.state != TargetState::Active.word() && !example {
        return Ok(());
    }
    let sql = "SELECT * FROM result WHERE target = ? ORDER BY rank, id";
    let results: Vec<TargetResult> = read::all(db, "result", sql, [&knot.id])?;
    if let Some(newest) = results.iter().max_by_key(|result| Period::read(&result.period)) {
        let stood = format!("{} {}", newest.status.plain(), newest.period);
        knot.off_track = u32::from(!example && newest.status.is_off());
        knot.state = if example { format!("{}, {stood}", knot.state) } else { stood };
    }
    Ok(())
}

/// Days written for the machine, as people write them.
fn plain_days(state: &str) -> String {
    let plain = |word: &str| word.parse().map_or_else(|_| word.to_owned(), day::plain);
    state
        .split(' ')
        .map(|word| match word.strip_suffix(',') {
            Some(word) => format!("{},", plain(word)),
            None => plain(word),
        })
        .collect::<Vec<_>>()
        .join(" ")
}

fn action_knot(action: Action, owner: Option<String>) -> Knot {
    let due = match (action.due, action.due_text.as_str()) {
        (Some(due), _) if action.status.is_live() => format!(", by {}", day::plain(due)),
        (None, text) if !text.is_empty() => format!(", {text}"),
        _ => String::new(),
    };
    let state = match action.status {
        ActionStatus::InProgress => "open, in progress".into(),
        status => status.plain(),
    };
    let owner = owner.unwrap_or_else(|| "nobody yet".into());
    Knot {
        label: action.reference(),
        state: format!("{state}, {owner}{due}"),
        kind: ThingKind::Action,
        off_track: 0,
        tone: None,
        worth: if action.status == ActionStatus::Cancelled {
            Worth::Dropped
        } else {
            Worth::Answer
        },
        meeting: Some(action.meeting),
        partnership: None,
        text: action.text,
        id: action.id.0,
    }
}

fn told(row: &Row<'_>, id: &str, kind: ThingKind) -> rusqlite::Result<Knot> {
    let tone: Option<String> = row.get(4)?;
    let answer: Option<String> = row.get(5)?;
    let meeting: Option<String> = row.get(6)?;
    let partnership: Option<String> = row.get(7)?;
    Ok(Knot {
        id: id.to_owned(),
        kind,
        label: row.get(0)?,
        text: match kind {
            ThingKind::Meeting => plain_days(&row.get::<_, String>(1)?),
            _ => row.get(1)?,
        },
        state: plain_days(&row.get::<_, String>(2)?),
        off_track: row.get(3)?,
        tone: tone.as_deref().and_then(Tone::from_word),
        worth: answer.as_deref().map_or(Worth::Answer, worth),
        meeting: meeting.map(MeetingId),
        partnership: partnership.map(PartnershipId),
    })
}

/// What a response is worth that is marked so: as dropped, or by its sort.
fn worth(mark: &str) -> Worth {
    if mark == ResponseStatus::Dropped.word() {
        return Worth::Dropped;
    }
    Worth::of_kind(ResponseKind::from_word(mark))
}
