//! Lines of what the register says of a partnership and of a body.

use super::find;
use crate::capture::field::{self, Field, Lined, named, worded};
use crate::capture::said::{Said, after};
use crate::capture::{Read, Unclear, when, wrong};
use crate::model::{Body, BodyId, BodyKind, HouseStyle, Mint, Partnership, YearBasis, day};
use crate::rules::PROFILES;
use crate::rules::review::Review;

impl Lined for Partnership {
    const WORD: &'static str = "register";
    const WHAT: &'static str = "partnership";
    const FIELDS: &'static [Field<Self>] = &[
        worded!("name", "called", name),
        worded!("short name", "short", short),
        worded!("chair", chair),
        worded!("lead", lead),
        Field {
            name: "board",
            says: |p| p.body.as_ref().map(|body| format!("under {body}")).unwrap_or_default(),
            takes: |p, part, _| under(&mut p.body, part),
        },
        Field {
            name: "standing in law",
            says: |p| if p.statutory { "statutory" } else { "not statutory" }.to_owned(),
            takes: |p, part, _| {
                let known = matches!(part, "statutory" | "not statutory");
                p.statutory = if known { part == "statutory" } else { p.statutory };
                known
            },
        },
        Field {
            name: "meetings a year",
            says: |p| meeting(p.frequency),
            takes: |p, part, _| meets(&mut p.frequency, part),
        },
        worded!("delivery groups", "delivery", delivery),
    ];

    fn called(&self) -> &str {
        self.id.as_str()
    }

    fn text(&self) -> &str {
        &self.remit
    }

    fn text_mut(&mut self) -> &mut String {
        &mut self.remit
    }
}

/// Has the body that something answers to be the one a part of a line names.
fn under(field: &mut Option<BodyId>, part: &str) -> bool {
    let Some(name) = after(part, "under").or_else(|| after(part, "board")) else { return false };
    *field = (!name.is_empty()).then(|| BodyId(name.to_owned()));
    true
}

/// Has a count of meetings a year say what a part of a line does.
fn meets(frequency: &mut Option<u32>, part: &str) -> bool {
    let said = after(part, "meets").map(str::parse::<u32>);
    let known = part == "no meets" || matches!(said, Some(Ok(_)));
    if known {
        *frequency = said.and_then(Result::ok);
    }
    known
}

fn meeting(frequency: Option<u32>) -> String {
    frequency.map(|n| format!("meets {n}")).unwrap_or_default()
}

/// Has the quorum of a body be what a part of a line says: "quorum 4", "quorum 1 of 4".
fn quorum(body: &mut Body, part: &str) -> bool {
    if part == "no quorum" {
        (body.quorum, body.quorum_of) = (None, None);
        return true;
    }
    let number = |text: &str| text.trim().parse::<u32>().ok().filter(|n| *n > 0);
    let Some(said) = after(part, "quorum") else { return false };
    let (n, of) = match said.split_once(" of ") {
        Some((n, of)) => (number(n), number(of)),
        None => (number(said), None),
    };
    let known = n.is_some() && (of >= n || !said.contains(" of "));
    if known {
        (body.quorum, body.quorum_of) = (n, of);
    }
    known
}

impl Lined for Body {
    const WORD: &'static str = "board";
    const WHAT: &'static str = "body";
    const FIELDS: &'static [Field<Self>] = &[
        worded!("name", "called", name),
        Field {
            name: "kind",
            says: |body| body.kind.plain(),
            takes: |body, part, _| {
                let kind = named(BodyKind::ALL, BodyKind::plain, part);
                body.kind = kind.unwrap_or(body.kind);
                kind.is_some()
            },
        },
        Field {
            name: "procedure",
            says: |body| field::saying("rules", &body.profile),
            takes: |body, part, _| {
                let Some(said) = after(part, "rules") else { return false };
                let known = PROFILES.iter().find(|profile| profile.name == said);
                body.profile = known.map(|profile| profile.name.clone()).unwrap_or_default();
                known.is_some() || said == "of its kind"
            },
        },
        Field {
            name: "parent",
            says: |body| {
                body.parent.as_ref().map(|parent| format!("under {parent}")).unwrap_or_default()
            },
            takes: |body, part, _| under(&mut body.parent, part),
        },
        Field {
            name: "meetings a year",
            says: |body| meeting(body.frequency),
            takes: |body, part, _| meets(&mut body.frequency, part),
        },
        Field {
            name: "year its minutes are numbered in",
            says: |body| format!("{} year", body.year_basis.plain()),
            takes: |body, part, _| {
                let basis = part.strip_suffix(" year").and_then(YearBasis::from_word);
                body.year_basis = basis.unwrap_or(body.year_basis);
                basis.is_some()
            },
        },
        Field {
            name: "house style",
            says: |body| body.house_style.plain(),
            takes: |body, part, _| {
                let style = HouseStyle::from_word(part);
                body.house_style = style.unwrap_or(body.house_style);
                style.is_some()
            },
        },
        Field {
            name: "quorum",
            says: |body| match (body.quorum, body.quorum_of) {
                (Some(n), Some(of)) => format!("quorum {n} of {of}"),
                (Some(n), None) => format!("quorum {n}"),
                _ => String::new(),
            },
            takes: |body, part, _| quorum(body, part),
        },
        Field {
            name: "closing time",
            says: |body| field::saying("ends", &body.closing.map(day::clock).unwrap_or_default()),
            takes: |body, part, _| {
                let Some(said) = after(part, "ends") else { return false };
                body.closing = when::time(said);
                body.closing.is_some() || said.is_empty()
            },
        },
        worded!("usual place", "at", place),
        worded!("lead", lead),
    ];

    fn called(&self) -> &str {
        &self.code
    }

    fn text(&self) -> &str {
        &self.remit
    }

    fn text_mut(&mut self) -> &mut String {
        &mut self.remit
    }
}

/// The body of that code or name in the book.
pub(super) fn body<'a>(review: &'a Review, named: &str) -> Result<&'a Body, Unclear> {
    let called = |body: &&Body| {
        body.code.eq_ignore_ascii_case(named) || body.id.0.eq_ignore_ascii_case(named)
    };
    review.bodies.iter().find(called).ok_or_else(|| {
        let codes: Vec<&str> = review.bodies.iter().map(|body| body.code.as_str()).collect();
        wrong(
            format!("No body has the code \"{named}\"."),
            format!("The codes are {}.", codes.join(", ")),
        )
    })
}

pub(super) fn register(said: &Said<'_>, review: &Review, _: &mut Mint) -> Read {
    let row =
        find::row(review, said.name).ok_or_else(|| find::nothing("partnership", said.name))?;
    let before = &row.partnership;
    let mut now = before.clone();
    field::alter(&mut now, &said.parts, review.schedule.edition.as_at, said.today)?;
    field::retext(&mut now, said)?;
    // Short of a name to fit a column, the whole name is the short one.
    if before.short == before.name && now.short == before.short {
        now.short.clone_from(&now.name);
    }
    let rows = review.schedule.standings.iter().map(|row| &row.partnership);
    let other = rows.filter(|other| other.id != now.id).find(|other| other.is_called(&now.name));
    named_once(&now.name, other.map(|other| other.id.as_str()))?;
    if let Some(named) = &now.body {
        now.body = Some(body(review, named.as_str())?.id.clone());
    }
    field::put(Some(before), now)
}

/// Refuses a name that is empty, or by which `other` goes already.
fn named_once(name: &str, other: Option<&str>) -> Result<(), Unclear> {
    match (name.trim(), other) {
        ("", _) => Err(wrong("A name is wanted.", "Leave \"called\" out to keep the one it has.")),
        (name, Some(other)) => {
            Err(wrong(format!("{other} is called {name} already."), "Give another name."))
        }
        _ => Ok(()),
    }
}

/// The line of what the register says of a body, which answers to no body that
/// answers to it.
pub(super) fn of_body(said: &Said<'_>, review: &Review, _: &mut Mint) -> Read {
    let before = body(review, said.name)?;
    let mut now = before.clone();
    field::alter(&mut now, &said.parts, review.schedule.edition.as_at, said.today)?;
    field::retext(&mut now, said)?;
    let other = review
        .bodies
        .iter()
        .find(|other| other.id != now.id && other.name.eq_ignore_ascii_case(&now.name));
    named_once(&now.name, other.map(|other| other.code.as_str()))?;
    if now.year_basis != before.year_basis && review.registers.numbered.contains(&now.id) {
        return Err(wrong(
            format!("{} has minutes numbered by the {} year.", now.name, before.year_basis.plain()),
            "A number once given is not altered: set the year before the first meeting.",
        ));
    }
    if let Some(named) = &now.parent {
        let parent = body(review, named.as_str())?;
        let mut above = Some(&parent.id);
        for _ in 0..=review.bodies.len() {
            if above == Some(&now.id) {
                let text = format!("{} answers to {} already.", parent.name, now.name);
                return Err(wrong(text, "A body cannot stand above itself."));
            }
            let next = review.bodies.iter().find(|body| Some(&body.id) == above);
            above = next.and_then(|body| body.parent.as_ref());
        }
        now.parent = Some(parent.id.clone());
    }
    field::put(Some(before), now)
}
