//! Showing one thing, whole.

use serde_json::Value;

use crate::book::{Book, Filter, PAGE};
use crate::document::{Audience, facts, sift};
use crate::model::MeetingId;
use crate::shell::{Trouble, output, place};

/// Prints the thing called `id`.
pub(super) fn run(book: &Book, id: &str, json: bool) -> Result<(), Trouble> {
    let value = find(book, id)?.ok_or_else(|| {
        Trouble::from(crate::book::Error::Unknown { what: "thing called", name: id.to_owned() })
    })?;
    if json {
        return output::json(&value);
    }
    let mut lines = Vec::new();
    told(&value, 0, &mut lines);
    output::lines(lines)
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
    let action = book
        .actions(&all, PAGE)?
        .into_iter()
        .find(|line| line.action.id.0 == id || line.action.reference().eq_ignore_ascii_case(id));
    if let Some(line) = action {
        return Ok(Some(facts::action_line(&sift(&line, Audience::Members), today)));
    }
    let decision = book.decisions(&all, PAGE)?.into_iter().find(|line| line.decision.id.0 == id);
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
