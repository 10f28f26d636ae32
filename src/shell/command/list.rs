//! Listing what a book holds.

use chrono::NaiveDate;
use serde_json::Value;

use super::told::then;
use super::{standing, table};
use crate::book::{Book, EVERY, Filter};
use crate::capture;
use crate::document::{Audience, facts, sift};
use crate::model::{
    AttendanceStatus, BodyId, BodyLine, Item, MeetingId, MeetingLine, PartnershipId, Person,
    PersonId, day,
};
use crate::rules::number;
use crate::rules::review::{Order, Sieve};
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
        return match then(book, day)? {
            Some(past) => list(&past, asked, None),
            None => list(book, asked, Some(day)),
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

fn listed_word(what: Listed) -> String {
    format!("{what:?}").to_lowercase()
}

/// The day on which a list is told: what is late is late by then.
pub(super) fn today(asked: &List) -> NaiveDate {
    let now = place::now().date_naive();
    let then = asked.as_at.as_deref().and_then(|day| read_day(day, now).ok());
    then.unwrap_or(now)
}

fn filter(book: &Book, asked: &List) -> Result<Filter, Trouble> {
    let today = today(asked);
    let on = |text: &Option<String>| text.as_deref().map(|text| read_day(text, today)).transpose();
    let status =
        asked.status.as_ref().map(|said| said.trim().to_lowercase().replace([' ', '-'], "_"));
    if let Some(status) = &status {
        let known = known_statuses(asked.what);
        if !known.is_empty() && !known.contains(&status.as_str()) {
            return Err(Trouble::usage(
                format!("\"{status}\" is not a status of {}.", listed_word(asked.what)),
                format!("It is one of {}.", known.join(", ")),
            ));
        }
    }
    if let Some(sort) = &asked.sort {
        let orders: Vec<&str> = Order::ALL.iter().map(|order| order.word()).collect();
        if asked.what != Listed::Partnerships || !orders.contains(&sort.as_str()) {
            return Err(Trouble::usage(
                format!("\"{sort}\" is no order of {}.", listed_word(asked.what)),
                format!("Partnerships are listed {}.", orders.join(", ")),
            ));
        }
    }
    Ok(Filter {
        meeting: match &asked.meeting {
            Some(id) => {
                let id = MeetingId(id.clone());
                book.items(&id)?;
                let only = Filter { meeting: Some(id.clone()), ..Filter::default() };
                if book.meetings(&only, 1)?.is_empty() {
                    return Err(crate::book::Error::Unknown { what: "meeting", name: id.0 }.into());
                }
                Some(id)
            }
            None => None,
        },
        body: asked.body.as_deref().map(|name| body_named(book, name)).transpose()?,
        partnership: asked
            .partnership
            .as_deref()
            .map(|name| partnership_named(book, name))
            .transpose()?,
        owner: asked
            .owner
            .as_deref()
            .filter(|_| matches!(asked.what, Listed::Actions))
            .map(|name| person_named(book, name))
            .transpose()?,
        status,
        overdue: asked.overdue.then_some(today),
        from: on(&asked.from)?,
        to: on(&asked.to)?,
        live: false,
    })
}

/// Whether the owner asked for, if one is, is named in `owner`.
pub(super) fn named_in(asked: &List, owner: &str) -> bool {
    let wanted = asked.owner.as_deref().map(str::to_lowercase);
    wanted.is_none_or(|wanted| owner.to_lowercase().contains(&wanted))
}

fn known_statuses(what: Listed) -> Vec<&'static str> {
    use crate::model::{
        ActionStatus, AnnotationStatus, DecisionStatus, DriverStatus, FindingStatus, ItemStatus,
        MeetingStatus, PlanStatus, RecommendationStatus, TargetState, TargetStatus,
    };
    match what {
        Listed::Meetings => MeetingStatus::ALL.iter().map(|s| s.word()).collect(),
        Listed::Items => ItemStatus::ALL.iter().map(|s| s.word()).collect(),
        Listed::Decisions => DecisionStatus::ALL.iter().map(|s| s.word()).collect(),
        Listed::Actions => ActionStatus::ALL.iter().map(|s| s.word()).collect(),
        Listed::Recommendations => RecommendationStatus::ALL.iter().map(|s| s.word()).collect(),
        Listed::Drivers => DriverStatus::ALL.iter().map(|s| s.word()).collect(),
        Listed::Findings => FindingStatus::ALL.iter().map(|s| s.word()).collect(),
        Listed::Annotations => AnnotationStatus::ALL.iter().map(|s| s.word()).collect(),
        Listed::Partnerships => Sieve::ALL.iter().map(|s| s.word()).collect(),
        Listed::Plan => PlanStatus::ALL.iter().map(|s| s.word()).collect(),
        Listed::Targets => {
            let states = TargetState::ALL.iter().map(|s| s.word());
            states.chain(TargetStatus::ALL.iter().map(|s| s.word())).collect()
        }
        _ => Vec::new(),
    }
}

pub(super) fn read_day(text: &str, today: NaiveDate) -> Result<NaiveDate, Trouble> {
    capture::day(text, today).ok_or_else(|| {
        Trouble::usage(
            format!("\"{text}\" is not a day."),
            "Write it as 30 Sep 2026, 30/9/26 or 2026-09-30.",
        )
    })
}

pub(super) fn body_named(book: &Book, name: &str) -> Result<BodyId, Trouble> {
    let found = book.bodies()?.into_iter().find(|line| {
        line.body.id.0 == name
            || line.body.code.eq_ignore_ascii_case(name)
            || line.body.name.eq_ignore_ascii_case(name)
    });
    found
        .map(|line| line.body.id)
        .ok_or_else(|| crate::book::Error::Unknown { what: "body", name: name.to_owned() }.into())
}

pub(super) fn partnership_named(book: &Book, name: &str) -> Result<PartnershipId, Trouble> {
    let found = book.partnerships()?.into_iter().find(|known| known.is_called(name));
    found.map(|partnership| partnership.id).ok_or_else(|| {
        crate::book::Error::Unknown { what: "partnership", name: name.to_owned() }.into()
    })
}

fn person_named(book: &Book, name: &str) -> Result<PersonId, Trouble> {
    let wanted = name.to_lowercase();
    let found: Vec<Person> = book
        .people()?
        .into_iter()
        .filter(|person| {
            person.id.0 == name
                || person.family.to_lowercase() == wanted
                || person.plain().to_lowercase() == wanted
                || person.minuted().to_lowercase() == wanted
        })
        .collect();
    match found.as_slice() {
        [one] => Ok(one.id.clone()),
        [] => Err(crate::book::Error::Unknown { what: "person", name: name.to_owned() }.into()),
        several => {
            let names: Vec<String> =
                several.iter().map(|p| format!("{} ({})", p.minuted(), p.id)).collect();
            Err(Trouble::refused(
                "ambiguous",
                format!("\"{name}\" could be {}.", names.join(" or ")),
                "Give the name in brackets.",
            ))
        }
    }
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
