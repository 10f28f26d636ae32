//! Showing one thing, whole.

use std::cmp::Ordering;

use chrono::NaiveDate;
use serde_json::{Value, json};

use crate::book::{Book, EVERY, Filter};
use crate::document::{Audience, facts, sift};
use crate::model::{ActionLine, LinkKind, MeetingId, Recommendation, Tied};
use crate::rules::number;
use crate::rules::thread::{Line, Thread};
use crate::shell::{Trouble, output, place};

/// Prints the thing called `id`.
pub(super) fn run(book: &Book, id: &str, json: bool) -> Result<(), Trouble> {
    let named = named(book, id)?;
    let id = named.as_deref().unwrap_or(id);
    let thread = book.thread(id)?;
    let known = find(book, id)?.or_else(|| thread.as_ref().and_then(alone));
    let mut value = known.ok_or_else(|| {
        Trouble::from(crate::book::Error::Unknown { what: "thing called", name: id.to_owned() })
    })?;
    if json {
        if let (Some(thread), Some(fields)) = (&thread, value.as_object_mut()) {
            fields.insert("thread".into(), facts::thread(thread).into());
        }
        return output::json(&value);
    }
    let mut lines = Vec::new();
    told(&value, 0, &mut lines);
    if let Some(thread) = thread.filter(|thread| thread.lines.len() > 1) {
        lines.extend([String::new(), "thread:".to_owned()]);
        let rows = thread.lines.iter().enumerate();
        lines.extend(rows.map(|(n, line)| thread_line(&thread, n, line)));
    }
    output::lines(lines)
}

/// The name in the book of what papers call `said`: a recommendation by its number, a
/// target by its code, a decision or an item by the number of its minute, with the
/// body's code before it or not.
fn named(book: &Book, said: &str) -> Result<Option<String>, Trouble> {
    let same = |printed: &str| {
        let bare = |text: &str| text.to_lowercase().replace([' ', '.', '-'], "");
        !printed.is_empty() && bare(printed) == bare(said)
    };
    let mut found: Vec<(String, String)> = Vec::new();
    let recommended = book.recommendations()?.into_iter();
    // One that goes by the number of a minute is found there, with what came of it.
    let minuted = |line: &Tied<Recommendation>| {
        line.row.number.contains('/')
            && line.to(LinkKind::ArisesFrom, line.row.id.as_str()).next().is_some()
    };
    for line in recommended.filter(|line| same(&line.row.number) && !minuted(line)) {
        found.push((line.row.number, line.row.id.0));
    }
    for line in book.targets()?.into_iter().filter(|line| same(&line.target.code)) {
        found.push((line.target.code, line.target.id.0));
    }
    if said.contains('/') {
        for line in book.decisions(&Filter::default(), EVERY)? {
            let Some(minute) = line.minute else { continue };
            let reference = number::lettered(minute, line.year, line.letter);
            let whole = format!("{} {reference}", line.code);
            if same(&reference) || same(&whole) {
                found.push((whole, line.decision.id.0));
            } else if same(&number::minute(minute, line.year)) {
                found.push((whole, line.decision.item.0));
            }
        }
        let minutes = if found.is_empty() { book.minutes_numbered(said)? } else { Vec::new() };
        for (body, day, minute, item) in minutes {
            let reference = number::minute(minute, number::year(&body, day));
            let whole = format!("{} {reference}", body.code);
            if same(&reference) || same(&whole) {
                found.push((whole, item.0));
            }
        }
        found.sort_by(|one, other| one.1.cmp(&other.1));
        found.dedup_by(|one, other| one.1 == other.1);
    }
    match found.as_slice() {
        [] => Ok(None),
        [(_, id)] => Ok(Some(id.clone())),
        several => {
            let names: Vec<String> =
                several.iter().map(|(name, id)| format!("{name} ({id})")).collect();
            Err(Trouble::refused(
                "ambiguous",
                format!("\"{said}\" could be {}.", names.join(" or ")),
                "Give the name in brackets, or the body's code before it.",
            ))
        }
    }
}

/// What a thread says of the thing itself, where nothing else tells of it.
fn alone(thread: &Thread) -> Option<Value> {
    let knot = thread.lines.get(thread.here)?.knot.as_ref()?;
    Some(json!({
        "id": knot.id, "kind": knot.kind, "text": knot.text, "state": knot.state,
        "partnership": knot.partnership,
    }))
}

/// A line of the thread: an arrow for which way it lies, set in by how far off.
fn thread_line(thread: &Thread, n: usize, line: &Line) -> String {
    let arrow = match n.cmp(&thread.here) {
        Ordering::Less => "^",
        Ordering::Equal => "*",
        Ordering::Greater => ">",
    };
    let margin = "  ".repeat(line.depth);
    let said = line.knot.as_ref().map_or_else(
        || line.text.clone(),
        |knot| {
            let state =
                if knot.state.is_empty() { String::new() } else { format!(" ({})", knot.state) };
            format!("{} {}: {}{state}", knot.kind.plain(), knot.id, line.text)
        },
    );
    let tie = if line.tie.is_empty() { String::new() } else { format!("{} ", line.tie) };
    format!("{margin}{arrow} {tie}{said}")
}

fn find(book: &Book, id: &str) -> Result<Option<Value>, Trouble> {
    let today = place::now().date_naive();
    let all = Filter::default();
    let named = Filter { meeting: Some(MeetingId(id.to_owned())), ..Filter::default() };
    if !book.meetings(&named, 1)?.is_empty() {
        let sitting = book.sitting(&MeetingId(id.to_owned()))?;
        return Ok(Some(facts::meeting(&sift(&sitting, Audience::Members), today)));
    }
    if let Some(meeting) = book.meeting_of_item(id)? {
        let sitting = book.sitting(&meeting)?;
        let sifted = sift(&sitting, Audience::Members);
        let item = sifted.items.iter().find(|item| item.id.0 == id);
        return Ok(item.map(|item| facts::item(&sifted, item)));
    }
    if let Some(line) = action(book, id)? {
        return Ok(Some(facts::action_line(&sift(&line, Audience::Members), today)));
    }
    let decision = book.decisions(&all, EVERY)?.into_iter().find(|line| line.decision.id.0 == id);
    if let Some(line) = decision {
        return Ok(Some(facts::decision_line(&sift(&line, Audience::Members))));
    }
    if let Some(schedule) = book.schedule()? {
        let hit = schedule.standings.iter().find(|standing| {
            standing.partnership.id.0.eq_ignore_ascii_case(id)
                || standing.points.iter().any(|point| point.id.0.eq_ignore_ascii_case(id))
                || standing.responses.iter().any(|response| response.id.0.eq_ignore_ascii_case(id))
        });
        if let Some(standing) = hit {
            return Ok(Some(part(facts::partnership(standing), id)));
        }
    }
    if let Some(found) = ledger(book, id, today)? {
        return Ok(Some(found));
    }
    let organisations = book.organisations()?;
    if let Some(person) = book.people()?.iter().find(|person| person.id.0 == id) {
        let home = organisations.iter().find(|o| Some(&o.id) == person.organisation.as_ref());
        return Ok(Some(facts::person(person, home)));
    }
    let bodies = book.bodies()?;
    let body =
        bodies.iter().find(|line| line.body.id.0 == id || line.body.code.eq_ignore_ascii_case(id));
    Ok(body.map(facts::body))
}

/// The thing called `id` in a register beside the schedule.
fn ledger(book: &Book, id: &str, today: NaiveDate) -> Result<Option<Value>, Trouble> {
    let called = |name: &str| name.eq_ignore_ascii_case(id);
    if let Some(line) = book.recommendations()?.iter().find(|line| called(line.row.id.as_str())) {
        return Ok(Some(facts::recommendation(line, today)));
    }
    if let Some(line) = book.drivers()?.iter().find(|line| called(line.row.id.as_str())) {
        return Ok(Some(facts::driver(line)));
    }
    if let Some(line) = book.findings()?.iter().find(|line| called(line.row.id.as_str())) {
        return Ok(Some(facts::finding(line)));
    }
    if let Some(line) = book.targets()?.iter().find(|line| called(line.target.id.as_str())) {
        return Ok(Some(facts::target(line)));
    }
    if let Some(note) = book.annotations()?.iter().find(|note| called(note.id.as_str())) {
        return Ok(Some(facts::annotation(note)));
    }
    let plan = book.plan()?;
    Ok(plan.iter().find(|line| called(line.row.id.as_str())).map(|line| facts::plan(line, today)))
}

/// The point or the response called `id` out of a partnership, or the whole.
fn part(partnership: Value, id: &str) -> Value {
    for pane in ["performance", "responses"] {
        let rows = partnership.get(pane).and_then(Value::as_array);
        let called = |row: &&Value| {
            row.get("id").and_then(Value::as_str).is_some_and(|name| name.eq_ignore_ascii_case(id))
        };
        if let Some(row) = rows.and_then(|rows| rows.iter().find(called)) {
            let mut row = row.clone();
            if let (Some(row), Some(name)) = (row.as_object_mut(), partnership.get("name")) {
                row.insert("partnership".into(), name.clone());
            }
            return row;
        }
    }
    partnership
}

/// A value as lines to be read: a name and what it is, set in by depth.
fn told(value: &Value, depth: usize, lines: &mut Vec<String>) {
    let margin = "  ".repeat(depth);
    match value {
        Value::Object(fields) => {
            for (name, field) in fields {
                let name = name.replace('_', " ");
                match field {
                    Value::Null => {}
                    Value::Object(_) => {
                        lines.push(format!("{margin}{name}:"));
                        told(field, depth + 1, lines);
                    }
                    Value::Array(several) if several.iter().any(Value::is_object) => {
                        lines.push(format!("{margin}{name}:"));
                        for one in several {
                            told(one, depth + 1, lines);
                            lines.push(String::new());
                        }
                    }
                    Value::Array(several) if several.is_empty() => {}
                    Value::String(text) if text.is_empty() => {}
                    plain => lines.push(format!("{margin}{name}: {}", word(plain))),
                }
            }
        }
        plain => lines.push(format!("{margin}{}", word(plain))),
    }
}

fn word(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Bool(yes) => (if *yes { "yes" } else { "no" }).to_owned(),
        Value::Array(several) => several.iter().map(word).collect::<Vec<_>>().join(", "),
        other => other.to_string(),
    }
}

/// The action of that name or reference. Each body counts its own, so that a
/// reference may be that of several, and the body's code before it says which.
fn action(book: &Book, id: &str) -> Result<Option<ActionLine>, Trouble> {
    let mut lines = book.actions(&Filter::default(), EVERY)?;
    if let Some(at) = lines.iter().position(|line| line.action.id.0 == id) {
        return Ok(Some(lines.swap_remove(at)));
    }
    let (code, reference) = id.split_once(' ').map_or((None, id), |(code, of)| (Some(code), of));
    lines.retain(|line| {
        code.is_none_or(|code| line.code.eq_ignore_ascii_case(code))
            && line.action.reference().eq_ignore_ascii_case(reference.trim())
    });
    if lines.len() > 1 {
        let names: Vec<String> = lines
            .iter()
            .map(|line| format!("\"{} {}\"", line.code, line.action.reference()))
            .collect();
        return Err(Trouble::refused(
            "ambiguous",
            format!("\"{id}\" could be {}.", names.join(" or ")),
            "Give the body's code with it.",
        ));
    }
    Ok(lines.pop())
}
