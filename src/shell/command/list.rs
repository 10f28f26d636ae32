//! Listing what a book holds.

use chrono::NaiveDate;
use serde_json::Value;

use super::filter::{filter, listed_word, read_day, today};
use super::told::tell_begun;
use super::{standing, table};
use crate::book::{Book, EVERY, Filter};
use crate::document::{Audience, facts, sift};
use crate::model::{AttendanceStatus, BodyLine, Item, MeetingLine, Person, PersonId, day};
use crate::rules::number;
use crate::rules::sentence::several;
use crate::shell::args::{List, Listed};
use crate::shell::{Trouble, output, place};

/// What a list comes to: as JSON and as rows for a reader.
pub(super) type Answer = (Vec<Value>, Vec<Vec<String>>);

/// Prints a list.
pub(super) fn run(book: &Book, asked: &List) -> Result<(), Trouble> {
    let Some(day) = &asked.as_at else { return list(book, asked, None) };
    let day = read_day(day, place::now().date_naive())?;
    if matches!(asked.what, Listed::Partnerships) {
        tell_begun(book, day)?;
        return match book.as_at(place::end_of(day))? {
            Some(past) => list(&past, asked, None),
            None => list(&book.with_editions_by(day)?, asked, Some(day)),
        };
    }
    match book.as_at(place::end_of(day))? {
        Some(past) => list(&past, asked, None),
        None => Err(Trouble::refused(
            "absent",
            format!("Nothing was on record yet on {}.", day::plain(day)),
            "Of a day before the book was begun, the schedule alone can be listed.",
        )),
    }
}

/// Prints a list; `until` is the day no edition of the schedule may come after.
fn list(book: &Book, asked: &List, until: Option<NaiveDate>) -> Result<(), Trouble> {
    let filter = filter(book, asked)?;
    let (values, rows) = match asked.what {
        Listed::Meetings => meetings(book, asked, &filter)?,
        Listed::Items => items(book, &filter)?,
        Listed::Bodies => bodies(book, &filter)?,
        Listed::Partnerships => standing::partnerships(book, asked, &filter, until)?,
        Listed::People => people(book, &filter)?,
        Listed::Decisions => decisions(book, &filter)?,
        Listed::Actions => actions(book, asked, &filter)?,
        _ => super::ledger::answer(book, asked, &filter)?,
    };
    if asked.json {
        return output::json(&Value::Array(values));
    }
    if rows.is_empty() {
        let none = match asked.what {
            Listed::Plan => "There is nothing in the forward plan to list.".to_owned(),
            Listed::Engagement => "There is no engagement to list.".to_owned(),
            Listed::Framework => "There is no framework to list.".to_owned(),
            what => format!("There are no {} to list.", listed_word(what)),
        };
        return output::lines([none]);
    }
    table(&rows)
}

/// Meetings, newest first; as JSON with who came to those that
/// have begun.
fn meetings(book: &Book, asked: &List, filter: &Filter) -> Result<Answer, Trouble> {
    let lines = book.meetings(filter, EVERY)?;
    let mut values: Vec<Value> = lines.iter().map(facts::meeting_line).collect();
    let begun = |line: &MeetingLine| asked.json && line.status.has_begun();
    for (line, value) in lines.iter().zip(&mut values).filter(|(line, _)| begun(line)) {
        let sitting = sift(&book.sitting(&line.id)?, Audience::Members);
        let told = facts::meeting(&sitting, today(asked));
        for name in ["present", "quorum"] {
            value[name] = told[name].clone();
        }
    }
    let rows = lines.iter().map(|line| {
        vec![
            line.id.0.clone(),
            day::short(line.date),
            line.code.clone(),
            line.status.plain(),
            several(line.items, "item"),
            format!("{} {}", line.body, line.title).trim().to_owned(),
        ]
    });
    let rows = rows.collect();
    Ok((values, rows))
}

fn items(book: &Book, filter: &Filter) -> Result<Answer, Trouble> {
    let Some(meeting) = &filter.meeting else {
        return Err(Trouble::usage(
            "Items are listed of one meeting.",
            "Name it with --meeting ID; \"minutebook list meetings\" shows the names.",
        ));
    };
    let sitting = book.sitting(meeting)?;
    let wanted = |item: &&Item| {
        filter.status.as_deref().is_none_or(|status| item.status.word() == status)
            && (filter.partnership.is_none() || item.partnership == filter.partnership)
    };
    let sifted = sift(&sitting, Audience::Members);
    let chosen: Vec<&Item> = sifted.items.iter().filter(wanted).collect();
    let rows = chosen.iter().map(|item| {
        vec![
            item.number.clone(),
            item.id.0.clone(),
            item.status.plain(),
            number::of_item(&sitting, &item.id).unwrap_or_default(),
            item.title.clone(),
        ]
    });
    Ok((chosen.iter().map(|item| facts::item(&sifted, item)).collect(), rows.collect()))
}

fn bodies(book: &Book, filter: &Filter) -> Result<Answer, Trouble> {
    let mut lines = book.bodies()?;
    lines.retain(|line| filter.body.as_ref().is_none_or(|body| line.body.id == *body));
    let row = |line: &BodyLine| {
        let seats: u32 = line.seats.iter().fold(0, |sum, seat| sum.saturating_add(seat.count));
        vec![
            line.body.code.clone(),
            line.body.id.0.clone(),
            several(seats, "seat"),
            several(line.members.len(), "person"),
            line.body.name.clone(),
        ]
    };
    Ok((lines.iter().map(facts::body).collect(), lines.iter().map(row).collect()))
}

/// Everyone, or those with a place on one body, or those who came to one meeting.
fn people(book: &Book, filter: &Filter) -> Result<Answer, Trouble> {
    let mut people = book.people()?;
    if let Some(body) = &filter.body {
        let bodies = book.bodies()?;
        let members = bodies.iter().filter(|line| line.body.id == *body).flat_map(|b| &b.members);
        let members: Vec<&PersonId> = members.map(|(_, person)| &person.id).collect();
        people.retain(|person| members.contains(&&person.id));
    }
    if let Some(meeting) = &filter.meeting {
        let sitting = book.sitting(meeting)?;
        people.retain(|person| {
            let known = sitting.attendance_of(&person.id);
            known.is_some_and(|attendance| attendance.status == AttendanceStatus::Present)
        });
    }
    let organisations = book.organisations()?;
    let home = |person: &Person| {
        organisations.iter().find(|o| Some(&o.id) == person.organisation.as_ref())
    };
    let rows = people.iter().map(|person| {
        let organisation = home(person).map(|o| o.name.clone()).unwrap_or_default();
        vec![person.id.0.clone(), person.minuted(), person.post.clone(), organisation]
    });
    Ok((people.iter().map(|person| facts::person(person, home(person))).collect(), rows.collect()))
}

fn decisions(book: &Book, filter: &Filter) -> Result<Answer, Trouble> {
    let lines = book.decisions(filter, EVERY)?;
    let rows = lines.iter().map(|line| {
        let minute = line.minute.map(|n| number::minute(n, line.year)).unwrap_or_default();
        let letter = line.letter.map(|n| format!("({})", number::letter(n))).unwrap_or_default();
        vec![
            line.decision.id.0.clone(),
            day::short(line.date),
            line.code.clone(),
            format!("{minute}{letter}"),
            line.stands(),
            line.decision.verb.word().to_owned(),
            line.decision.text.clone(),
        ]
    });
    let sifted = lines.iter().map(|line| facts::decision_line(&sift(line, Audience::Members)));
    Ok((sifted.collect(), rows.collect()))
}

fn actions(book: &Book, asked: &List, filter: &Filter) -> Result<Answer, Trouble> {
    let lines = book.actions(filter, EVERY)?;
    let today = today(asked);
    let rows = lines.iter().map(|line| {
        let due = line.action.due.map_or_else(|| line.action.due_text.clone(), day::short);
        let status = if line.action.is_overdue(today) {
            "overdue".to_owned()
        } else {
            line.action.status.plain()
        };
        vec![
            line.action.id.0.clone(),
            line.action.reference(),
            line.code.clone(),
            due,
            status,
            line.owner.clone(),
            line.action.text.clone(),
        ]
    });
    let sifted = lines.iter().map(|line| facts::action_line(&sift(line, Audience::Members), today));
    Ok((sifted.collect(), rows.collect()))
}
