//! Lines about targets by name, and how each stood at the end of a period.

use chrono::NaiveDate;

use super::{filed, find};
use crate::capture::field::{self, Field, Lined, choose, named, worded};
use crate::capture::said::{Said, after};
use crate::capture::{Read, Unclear, wants, when, wrong};
use crate::model::{
    Better, Cause, Mint, PartnershipId, Priority, PriorityId, ResultId, Target, TargetId,
    TargetLevel, TargetLine, TargetResult, TargetState, TargetStatus, day,
};
use crate::rules::gap::{Period, named};
use crate::rules::review::Review;

impl Lined for Target {
    const WORD: &'static str = "target";
    const WHAT: &'static str = "target";
    const FIELDS: &'static [Field<Self>] = &[
        worded!("code", code),
        Field {
            name: "partnership",
            says: |t| t.partnership.as_ref().map(|id| format!("of {id}")).unwrap_or_default(),
            takes: |target, part, _| {
                let Some(of) = after(part, "of") else { return false };
                target.partnership = (!of.is_empty()).then(|| PartnershipId(of.to_owned()));
                true
            },
        },
        Field {
            name: "priority",
            says: |t| t.priority.as_ref().map(|id| format!("priority {id}")).unwrap_or_default(),
            takes: |target, part, _| {
                let Some(said) = after(part, "priority") else { return false };
                target.priority = (!said.is_empty()).then(|| PriorityId(said.to_owned()));
                true
            },
        },
        Field {
            name: "level",
            says: |target| target.level.map(TargetLevel::plain).unwrap_or_default(),
            takes: |target, part, _| {
                let (all, plain) = (TargetLevel::ALL, TargetLevel::plain);
                choose(&mut target.level, all, plain, "level", part)
            },
        },
        worded!("measure", measure),
        worded!("baseline", baseline),
        worded!("goal", goal),
        Field {
            name: "day",
            says: |target| {
                target.goal_on.map(|on| format!("by {}", day::plain(on))).unwrap_or_default()
            },
            takes: |target, part, from| {
                if part == "no day" {
                    target.goal_on = None;
                    return true;
                }
                let on = after(part, "by").and_then(|said| when::due_from(said, from)?.day);
                target.goal_on = on.or(target.goal_on);
                on.is_some()
            },
        },
        Field {
            name: "direction",
            says: |t| t.better.map(|way| format!("better {}", way.plain())).unwrap_or_default(),
            takes: |target, part, _| {
                let said = after(part, "better").unwrap_or(part);
                let said = if said.is_empty() { part } else { said };
                choose(&mut target.better, Better::ALL, Better::plain, "better", said)
            },
        },
        worded!("lead", lead),
        worded!("remark", remark),
        Field {
            name: "state",
            says: |target| target.state.plain(),
            takes: |target, part, _| {
                let state = named(TargetState::ALL, TargetState::plain, part);
                target.state = state.unwrap_or(target.state);
                state.is_some()
            },
        },
    ];

    fn due(&self) -> Option<NaiveDate> {
        self.goal_on
    }

    fn owner_mut(&mut self) -> Option<&mut String> {
        Some(&mut self.lead)
    }

    fn called(&self) -> &str {
        self.id.as_str()
    }

    fn text(&self) -> &str {
        &self.wording
    }

    fn text_mut(&mut self) -> &mut String {
        &mut self.wording
    }
}

impl Lined for TargetResult {
    const WORD: &'static str = "result";
    const WHAT: &'static str = "result";
    const FIELDS: &'static [Field<Self>] = &[
        Field { name: "period", says: |result| result.period.clone(), takes: |_, _, _| false },
        Field {
            name: "standing",
            says: |result| result.status.plain(),
            takes: |result, part, _| {
                let status = named(TargetStatus::ALL, TargetStatus::plain, part);
                result.status = status.unwrap_or(result.status);
                status.is_some()
            },
        },
        worded!("value", value),
        Field {
            name: "cause",
            says: |result| result.cause.map(Cause::plain).unwrap_or_default(),
            takes: |result, part, _| {
                choose(&mut result.cause, Cause::ALL, Cause::plain, "cause", part)
            },
        },
        worded!("mender", "mended by", mender),
    ];

    fn called(&self) -> &str {
        self.target.as_str()
    }

    fn text(&self) -> &str {
        &self.remark
    }

    fn text_mut(&mut self) -> &mut String {
        &mut self.remark
    }
}

/// The targets of a partnership, each with its newest result or one to be filled
/// in, and a new one.
pub(super) fn shown(review: &Review, partnership: &PartnershipId) -> Vec<String> {
    let own = review.targets.iter().filter(|l| l.is_of(partnership));
    let lines = own.flat_map(|line| {
        let result = line
            .results
            .last()
            .map_or_else(|| format!(".result {} PERIOD, on track", line.target.id), Lined::shown);
        [line.target.shown(), result]
    });
    lines.chain([format!(".target {partnership} code , local: ")]).collect()
}

/// The target called `name`, by its name in the book or its code.
pub(super) fn called<'a>(review: &'a Review, name: &str) -> Option<&'a TargetLine> {
    let code = |line: &&TargetLine| line.target.code.replace(' ', "").eq_ignore_ascii_case(name);
    let mut lines = review.targets.iter();
    lines
        .find(|line| line.target.id.0.eq_ignore_ascii_case(name))
        .or_else(|| review.targets.iter().find(|line| !line.target.code.is_empty() && code(line)))
}

pub(super) fn target(said: &Said<'_>, review: &Review, mint: &mut Mint) -> Read {
    let before = called(review, said.name).map(|line| &line.target);
    // A new one may be told by its code and whose it is.
    let of = said.parts.iter().find_map(|part| after(part, "of"));
    let (row, code) = match (find::row(review, said.name), of) {
        (None, Some(of)) => (find::row(review, of), said.name),
        (row, _) => (row, ""),
    };
    let mut now = match (before, row) {
        (Some(target), _) => target.clone(),
        (None, Some(_)) if said.text.is_none_or(str::is_empty) => {
            return wants("what is to be reached, after a colon");
        }
        (None, Some(row)) => Target {
            id: TargetId::default(),
            partnership: Some(row.partnership.id.clone()),
            priority: None,
            code: code.to_owned(),
            wording: String::new(),
            level: None,
            measure: String::new(),
            better: None,
            baseline: String::new(),
            goal: String::new(),
            goal_on: None,
            lead: String::new(),
            state: TargetState::Active,
            remark: String::new(),
            rank: mint.rank(),
        },
        (None, None) => return Err(find::nothing("target or partnership", said.name)),
    };
    field::alter(&mut now, &said.parts, review.schedule.edition.as_at, said.today)?;
    field::retext(&mut now, said)?;
    if let Some(named) = &now.partnership {
        let row = find::row(review, named.as_str());
        let row = row.ok_or_else(|| find::nothing("partnership", named.as_str()))?;
        now.partnership = Some(row.partnership.id.clone());
    }
    if let Some(named) = &now.priority {
        now.priority = Some(priority(review, named.as_str())?);
    }
    if before.is_none() {
        let taken = |name: &str| review.names.iter().any(|had| had.eq_ignore_ascii_case(name));
        now.id = Target::name_for(&now.code, now.partnership.as_ref(), taken);
    }
    let stranger = find::whose(review, before, &mut now)?;
    Ok(field::put(before, now)?.and(&stranger))
}

/// The priority of that name or number.
fn priority(review: &Review, named: &str) -> Result<PriorityId, Unclear> {
    let known = review.registers.priorities.iter();
    let called = |one: &&Priority| {
        one.id.as_str().eq_ignore_ascii_case(named) || one.number.to_string() == named
    };
    known.clone().find(called).map(|one| one.id.clone()).ok_or_else(|| {
        let names: Vec<String> = known.map(|one| format!("{} {}", one.number, one.title)).collect();
        let hint = match names.as_slice() {
            [] => "The book has no priorities.".to_owned(),
            names => format!("They are {}.", names.join("; ")),
        };
        wrong(format!("No priority is called \"{named}\"."), hint)
    })
}

/// What more of the targets would be by name than the figures of their row have.
fn beyond(line: &TargetLine, now: &TargetResult, review: &Review) -> Option<String> {
    let of = line.target.partnership.as_ref()?;
    let figures = review.row(of)?.summary.as_ref()?;
    let own = review.targets.iter().filter(|other| other.is_of(of));
    let own: Vec<&TargetLine> = own.collect();
    let had = named::beyond(figures, &own);
    let mut altered = line.clone();
    altered.results.retain(|result| result.id != now.id);
    altered.results.push(now.clone());
    let own = own
        .into_iter()
        .map(|other| if other.target.id == line.target.id { &altered } else { other });
    let now = named::beyond(figures, &own.collect::<Vec<_>>());
    now.into_iter().find(|said| !had.contains(said))
}

pub(super) fn result(said: &Said<'_>, review: &Review, mint: &mut Mint) -> Read {
    let line = called(review, said.name).ok_or_else(|| find::nothing("target", said.name))?;
    let Some((period, parts)) = said.parts.split_first().filter(|(p, _)| **p != "PERIOD") else {
        return wants("the period, as Q1 2010/11");
    };
    let before = line.results.iter().find(|result| result.period.eq_ignore_ascii_case(period));
    if before.is_none() && !Period::is_one(period) {
        return Err(wrong(
            format!("\"{period}\" is not a period that can be told from another."),
            "Write it as Q1 2010/11, 2010/11 or March 2011.",
        ));
    }
    let stands = |part: &&str| named(TargetStatus::ALL, TargetStatus::plain, part).is_some();
    if before.is_none() && !parts.iter().any(stands) {
        return wants(
            "how it stood: on track, off track, not achievable, cannot judge, not due or achieved",
        );
    }
    let mut now = before.cloned().unwrap_or_else(|| TargetResult {
        id: ResultId::mint(mint),
        target: line.target.id.clone(),
        period: (*period).to_owned(),
        value: String::new(),
        status: TargetStatus::CannotJudge,
        cause: None,
        mender: String::new(),
        remark: String::new(),
        rank: mint.rank(),
    });
    field::alter(&mut now, parts, review.schedule.edition.as_at, said.today)?;
    if let Some(text) = said.text {
        text.clone_into(&mut now.remark);
    }
    if now.status != TargetStatus::CannotJudge && now.cause.is_some() {
        return Err(wrong(
            "A cause is given for what cannot be judged.",
            "Say \"cannot judge\", or \"no cause\".",
        ));
    }
    if let Some(said) = beyond(line, &now, review) {
        return Err(wrong(said, "Put the figures of the row right first, with .figures."));
    }
    if before.is_none() {
        let fields = TargetResult::FIELDS.iter().map(|field| (field.says)(&now));
        let told: Vec<String> =
            fields.chain([now.remark.clone()]).filter(|s| !s.is_empty()).collect();
        let said = format!("Result of {} put in: {}", now.target, told.join(", "));
        return Ok(filed(said, vec![now.into()], Vec::new()));
    }
    field::put(before, now)
}
