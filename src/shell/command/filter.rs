//! What a list is narrowed to.

use chrono::NaiveDate;

use crate::book::{Book, Filter};
use crate::capture;
use crate::model::{BodyId, MeetingId, PartnershipId, Person, PersonId};
use crate::rules::review::{Order, Sieve};
use crate::rules::sentence::list;
use crate::shell::args::{List, Listed};
use crate::shell::{Trouble, place};

/// Whether a list is asked for in one of the ways it can be narrowed or ordered.
type Asked = fn(&List) -> bool;

/// The ways to narrow or order a list.
const WAYS: [(&str, Asked); 9] = [
    ("--meeting", |asked| asked.meeting.is_some()),
    ("--body", |asked| asked.body.is_some()),
    ("--partnership", |asked| asked.partnership.is_some()),
    ("--owner", |asked| asked.owner.is_some()),
    ("--status", |asked| asked.status.is_some()),
    ("--overdue", |asked| asked.overdue),
    ("--from", |asked| asked.from.is_some()),
    ("--to", |asked| asked.to.is_some()),
    ("--sort", |asked| asked.sort.is_some()),
];

/// The ways in which a list can be narrowed.
fn ways(what: Listed) -> &'static [&'static str] {
    match what {
        Listed::Meetings => &["--meeting", "--body", "--status", "--from", "--to"],
        Listed::Items => &["--meeting", "--partnership", "--status"],
        Listed::Bodies | Listed::Engagement => &["--body"],
        Listed::Partnerships => &["--partnership", "--owner", "--status", "--overdue", "--sort"],
        Listed::People => &["--meeting", "--body"],
        Listed::Decisions => {
            &["--meeting", "--body", "--partnership", "--status", "--from", "--to"]
        }
        Listed::Actions => &[
            "--meeting",
            "--body",
            "--partnership",
            "--owner",
            "--status",
            "--overdue",
            "--from",
            "--to",
        ],
        Listed::Recommendations => &["--meeting", "--owner", "--status", "--overdue"],
        Listed::Drivers | Listed::Annotations => &["--partnership", "--status"],
        Listed::Findings => &["--partnership", "--owner", "--status", "--overdue"],
        Listed::Targets => &["--partnership", "--owner", "--status"],
        Listed::Plan => {
            &["--meeting", "--body", "--owner", "--status", "--overdue", "--from", "--to"]
        }
        Listed::Framework => &[],
    }
}

/// Refuses a way of narrowing that the list does not have.
fn kept(asked: &List) -> Result<(), Trouble> {
    let ways = ways(asked.what);
    let Some((way, _)) = WAYS.iter().find(|(way, said)| said(asked) && !ways.contains(way)) else {
        return Ok(());
    };
    let what = listed_word(asked.what);
    let hint = match ways {
        [] => "It is always whole.".to_owned(),
        ways => {
            let ways: Vec<String> = ways.iter().map(|way| (*way).to_owned()).collect();
            format!("It goes by {}.", list(&ways))
        }
    };
    Err(Trouble::usage(format!("A list of {what} does not go by {way}."), hint))
}

/// What a list is narrowed to. A narrowing that the list cannot keep to is refused: left
/// out without a word, it would list what was not asked for.
pub(super) fn filter(book: &Book, asked: &List) -> Result<Filter, Trouble> {
    kept(asked)?;
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
        if !orders.contains(&sort.as_str()) {
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

/// The day on which a list is told: what is late is late by then.
pub(super) fn today(asked: &List) -> NaiveDate {
    let now = place::now().date_naive();
    let then = asked.as_at.as_deref().and_then(|day| read_day(day, now).ok());
    then.unwrap_or(now)
}

/// What is listed, as a sentence names it.
pub(super) fn listed_word(what: Listed) -> String {
    format!("{what:?}").to_lowercase()
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
