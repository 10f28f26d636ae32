//! Lines of the registers beside the schedule: what was recommended, what is
//! coming, what was found, and what is planned.
//!
//! A name that the register does not have puts a new row in.

use chrono::NaiveDate;

use super::find;
use crate::capture::field::{self, Field, Lined, choose, dated, named, owed, worded};
use crate::capture::said::{Said, after};
use crate::capture::{Read, Unclear, wants, wrong};
use crate::model::{
    Driver, DriverId, DriverStatus, Finding, FindingId, FindingKind, FindingStatus, Likelihood,
    Link, LinkKind, Mint, PartnershipId, PlanEntry, PlanId, PlanKind, PlanStatus, Priority,
    PriorityId, Recommendation, RecommendationStatus,
};
use crate::rules::review::Review;

/// A field that is one of a closed list and never empty.
macro_rules! listed {
    ($name:literal, $field:ident, $of:ty) => {
        Field {
            name: $name,
            says: |row| row.$field.plain(),
            takes: |row, part, _| {
                let value = named(<$of>::ALL, <$of>::plain, part);
                row.$field = value.unwrap_or(row.$field);
                value.is_some()
            },
        }
    };
}

/// What a row of a register is called and says.
macro_rules! called {
    ($name:ident, $text:ident) => {
        fn called(&self) -> &str {
            &self.$name
        }

        fn text(&self) -> &str {
            &self.$text
        }

        fn text_mut(&mut self) -> &mut String {
            &mut self.$text
        }
    };
    (id $text:ident) => {
        fn called(&self) -> &str {
            self.id.as_str()
        }

        fn text(&self) -> &str {
            &self.$text
        }

        fn text_mut(&mut self) -> &mut String {
            &mut self.$text
        }
    };
}

impl Lined for Priority {
    const WORD: &'static str = "priority";
    const WHAT: &'static str = "priority";
    const FIELDS: &'static [Field<Self>] = &[worded!("plan", plan)];

    called!(id title);
}

impl Lined for Recommendation {
    const WORD: &'static str = "recommendation";
    const WHAT: &'static str = "recommendation";
    const FIELDS: &'static [Field<Self>] = &[
        worded!("addressee", "to", addressed_to),
        worded!("lead", lead),
        Field {
            name: "date",
            says: |row| owed("due", row.due, &row.due_text),
            takes: |row, part, from| dated(&mut row.due, &mut row.due_text, part, "due", from),
        },
        Field {
            name: "day of reply",
            says: |row| owed("answer by", row.reply_due, ""),
            takes: |row, part, from| field::on(&mut row.reply_due, part, "answer by", from),
        },
        worded!("reply", reply),
        worded!("source", source),
        listed!("status", status, RecommendationStatus),
    ];

    fn due(&self) -> Option<NaiveDate> {
        self.due
    }

    fn owner_mut(&mut self) -> Option<&mut String> {
        Some(&mut self.lead)
    }

    called!(number, text);
}

impl Lined for Driver {
    const WORD: &'static str = "driver";
    const WHAT: &'static str = "driver";
    const FIELDS: &'static [Field<Self>] = &[
        worded!("heading", heading),
        Field {
            name: "likelihood",
            says: |row| row.likelihood.map(Likelihood::plain).unwrap_or_default(),
            takes: |row, part, _| {
                let (all, plain) = (Likelihood::ALL, Likelihood::plain);
                choose(&mut row.likelihood, all, plain, "likelihood", part)
            },
        },
        worded!("timing", timing),
        worded!("review", review),
        worded!("source", source),
        listed!("status", status, DriverStatus),
    ];

    called!(id text);
}

impl Lined for Finding {
    const WORD: &'static str = "finding";
    const WHAT: &'static str = "finding";
    const FIELDS: &'static [Field<Self>] = &[
        worded!("scheme", scheme),
        Field {
            name: "year",
            says: |row| format!("year {}", row.year),
            takes: |row, part, _| {
                let year = after(part, "year").and_then(|year| year.parse().ok());
                row.year = year.filter(|year| (1900..2200).contains(year)).unwrap_or(row.year);
                year.is_some_and(|year| row.year == year)
            },
        },
        listed!("kind", kind, FindingKind),
        Field {
            name: "partnership",
            says: |row| row.partnership.as_ref().map(|id| format!("of {id}")).unwrap_or_default(),
            takes: |row, part, _| {
                let of = after(part, "of");
                row.partnership = match of {
                    Some("") => None,
                    Some(id) => Some(PartnershipId(id.to_owned())),
                    None => row.partnership.clone(),
                };
                of.is_some()
            },
        },
        worded!("owner", owner),
        Field {
            name: "date",
            says: |row| owed("due", row.due, &row.due_text),
            takes: |row, part, from| dated(&mut row.due, &mut row.due_text, part, "due", from),
        },
        listed!("status", status, FindingStatus),
    ];

    fn due(&self) -> Option<NaiveDate> {
        self.due
    }

    fn owner_mut(&mut self) -> Option<&mut String> {
        Some(&mut self.owner)
    }

    called!(id text);
}

impl Lined for PlanEntry {
    const WORD: &'static str = "plan";
    const WHAT: &'static str = "entry of the forward plan";
    const FIELDS: &'static [Field<Self>] = &[
        listed!("kind", kind, PlanKind),
        worded!("who wants it", "for", wanted_by),
        worded!("origin", "from", origin),
        Field {
            name: "date",
            says: |row| owed("due", row.due, &row.due_text),
            takes: |row, part, from| dated(&mut row.due, &mut row.due_text, part, "due", from),
        },
        listed!("status", status, PlanStatus),
    ];

    fn due(&self) -> Option<NaiveDate> {
        self.due
    }

    called!(id topic);
}

/// Alters the row called so, or puts `fresh` in.
pub(super) fn put<T: Lined>(
    said: &Said<'_>,
    review: &Review,
    rows: &[T],
    fresh: impl FnOnce() -> T,
) -> Read {
    let before = rows.iter().find(|row| row.called().eq_ignore_ascii_case(said.name));
    if before.is_none() && said.text.is_none_or(str::is_empty) {
        return wants(format!("what the new {} says, after a colon", T::WHAT));
    }
    let mut now = before.cloned().unwrap_or_else(fresh);
    field::alter(&mut now, &said.parts, said.today, said.today)?;
    field::retext(&mut now, said)?;
    let stranger = find::whose(review, before, &mut now)?;
    Ok(field::put(before, now)?.and(&stranger))
}

/// Refuses to put a row in that goes by the name of something of another kind.
fn named_anew<T: Lined>(said: &Said<'_>, rows: &[T], review: &Review) -> Result<(), Unclear> {
    let known = rows.iter().any(|row| row.called().eq_ignore_ascii_case(said.name));
    if known { Ok(()) } else { find::free(review, said.name) }
}

pub(super) fn driver(said: &Said<'_>, review: &Review, mint: &mut Mint) -> Read {
    named_anew(said, &review.registers.drivers, review)?;
    put(said, review, &review.registers.drivers, || Driver {
        id: DriverId(said.name.to_owned()),
        // It goes by its first words until a heading is given.
        heading: said.text.map(field::short).unwrap_or_default(),
        text: String::new(),
        likelihood: None,
        timing: String::new(),
        review: String::new(),
        source: String::new(),
        status: DriverStatus::Watch,
        rank: mint.rank(),
    })
}

pub(super) fn finding(said: &Said<'_>, review: &Review, mint: &mut Mint) -> Read {
    use chrono::Datelike as _;
    let of = said.parts.iter().filter_map(|part| after(part, "of")).find(|of| !of.is_empty());
    let row = of.map(|of| find::row(review, of).ok_or_else(|| find::nothing("partnership", of)));
    // Whatever it is called by, the row holds its id.
    let id = row.transpose()?.map(|row| format!("of {}", row.partnership.id));
    let named = |part: &&'_ str| after(part, "of").is_some_and(|of| !of.is_empty());
    let parts = said.parts.iter().map(|part| match &id {
        Some(id) if named(part) => id.as_str(),
        _ => *part,
    });
    let said = &Said { parts: parts.collect(), ..*said };
    named_anew(said, &review.registers.findings, review)?;
    is_answered(said, review)?;
    put(said, review, &review.registers.findings, || Finding {
        id: FindingId(said.name.to_owned()),
        scheme: String::new(),
        year: review.schedule.edition.as_at.year(),
        kind: FindingKind::Finding,
        text: String::new(),
        partnership: None,
        owner: String::new(),
        due: None,
        due_text: String::new(),
        status: FindingStatus::Open,
        rank: mint.rank(),
    })
}

/// Refuses to call a finding answered that nothing is tied to as its answer.
fn is_answered(said: &Said<'_>, review: &Review) -> Result<(), Unclear> {
    let own = |name: &str| name.eq_ignore_ascii_case(said.name);
    let tied = |tie: &Link| tie.kind == LinkKind::Answers && own(&tie.to_id);
    let answered = FindingStatus::Answered;
    let had = |finding: &Finding| own(finding.id.as_str()) && finding.status == answered;
    let registers = &review.registers;
    if !said.parts.contains(&answered.plain().as_str())
        || registers.ties.iter().any(tied)
        || registers.findings.iter().any(had)
    {
        return Ok(());
    }
    Err(wrong(
        format!("Nothing is tied to {} that answers it.", said.name),
        format!("Tie a response with \".answers RESPONSE: {}\": it is answered then.", said.name),
    ))
}

pub(super) fn plan(said: &Said<'_>, review: &Review, mint: &mut Mint) -> Read {
    let of = said.parts.iter().find_map(|part| after(part, "body"));
    let parts = said.parts.iter().copied().filter(|part| after(part, "body").is_none()).collect();
    let said = Said { parts, ..*said };
    let had = review.registers.plan.iter().any(|row| row.called().eq_ignore_ascii_case(said.name));
    let called = |code: &str| {
        review.bodies.iter().find(|body| {
            body.code.eq_ignore_ascii_case(code) || body.id.0.eq_ignore_ascii_case(code)
        })
    };
    let body = match of {
        Some(code) => called(code),
        None => review.bodies.first(),
    };
    let Some(body) = body else {
        return Err(wrong("No body has that code.", "Say whose plan it is: \"body CODE\"."));
    };
    if of.is_some() && had {
        return Err(wrong("An entry stays with its body.", "Leave the body out."));
    }
    named_anew(&said, &review.registers.plan, review)?;
    put(&said, review, &review.registers.plan, || PlanEntry {
        id: PlanId(said.name.to_owned()),
        body: body.id.clone(),
        topic: String::new(),
        kind: PlanKind::Report,
        wanted_by: String::new(),
        origin: String::new(),
        meeting: None,
        due_text: String::new(),
        due: None,
        status: PlanStatus::Proposed,
        slips: 0,
        rank: mint.rank(),
    })
}

/// A priority of the strategy, by its number; a new one stands in the plan of the others.
pub(super) fn priority(said: &Said<'_>, review: &Review, _: &mut Mint) -> Read {
    let known = &review.registers.priorities;
    let before = known.iter().find(|had| {
        had.number.to_string() == said.name || had.id.as_str().eq_ignore_ascii_case(said.name)
    });
    let number = said.name.parse().ok().filter(|number| (1..1_000).contains(number));
    let mut now = match (before, number) {
        (Some(before), _) => before.clone(),
        (None, Some(_)) if said.text.is_none_or(str::is_empty) => {
            return wants("what the new priority is, after a colon");
        }
        (None, Some(number)) => Priority {
            id: PriorityId(format!("priority-{number}")),
            plan: known.last().map(|other| other.plan.clone()).unwrap_or_default(),
            number,
            title: String::new(),
        },
        (None, None) => return Err(find::nothing("priority", said.name)),
    };
    field::alter(&mut now, &said.parts, said.today, said.today)?;
    field::retext(&mut now, said)?;
    field::put(before, now)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::capture::read_schedule;

    fn review() -> Review {
        let mut review = Review::blank(NaiveDate::from_ymd_opt(2010, 7, 22).unwrap());
        let read = read_schedule(
            ".recommendation R3 to the Board, lead Ann Bell, due 30 Sep 2010: keep a register",
            &review,
            review.schedule.edition.as_at,
            &mut Mint::default(),
        );
        let entry = read.unwrap().entries.remove(0);
        let crate::model::Entry::Filed { rows, .. } = entry else { panic!() };
        let crate::model::Record::Recommendation(row) = rows[0].clone() else { panic!() };
        review.registers.recommendations.push(row);
        review
    }

    #[track_caller]
    fn check(line: &str, said: &str) {
        let today = review().schedule.edition.as_at;
        let read = read_schedule(line, &review(), today, &mut Mint::default());
        let told = read.map_or_else(|unclear| unclear.in_words(), |reading| reading.preview);
        assert!(told.contains(said), "{line}: {told}");
    }

    #[test]
    fn a_row_of_a_register_is_altered_by_its_line() {
        check(
            ".recommendation R3 accepted, reply it will be kept",
            "Recommendation R3: reply was none, now reply it will be kept; status was made, now accepted.",
        );
        check(".recommendation R3 no lead", "lead was lead Ann Bell, now none");
        check(".recommendation R3 due soonish", "due soonish");
        check(".recommendation R4", "what the new recommendation says");
        check(
            ".driver D9 likely, timing 2011: a new duty",
            "Driver D9 put in: a new duty; likely, timing 2011, watch.",
        );
        check(".finding F9 of XX: slow", "No partnership of the schedule is called \"XX\"");
        check(
            ".finding F9 risk, owner Ann Bell, due Q2 2010/11: slow",
            "Finding F9 put in: slow; year 2010, risk, owner Ann Bell, due Q2 2010/11, open (30 September 2010).",
        );
        check(".plan P9: a report", "Say whose plan it is");
    }
}
