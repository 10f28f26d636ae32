//! Recommendations, drivers, findings, targets and the forward plan, as lines of
//! a register.

use super::pair;
use crate::app::bars;
use crate::app::column::Column;
use crate::app::page::View;
use crate::app::screen::{Look, Row};
use crate::app::wrap;
use crate::model::{
    Driver, DriverStatus, Finding, FindingKind, FindingStatus, Likelihood, LinkKind, PlanEntry,
    PlanStatus, Recommendation, RecommendationStatus, TargetLevel, TargetLine, TargetResult,
    TargetStatus, Tied, day,
};
use crate::rules::figure;
use crate::rules::sentence::several;
use crate::rules::since;

/// A pair, if there is anything to say.
fn said(label: &str, text: &str) -> Option<Row> {
    (!text.is_empty()).then(|| pair(label, text))
}

/// Names of other things, if there are any.
fn called<'a, T>(
    label: &str,
    line: &'a Tied<T>,
    ids: impl Iterator<Item = &'a str>,
) -> Option<Row> {
    said(label, &ids.map(|id| line.call(id)).collect::<Vec<_>>().join("; "))
}

/// A day as the page says it: the day, or how it was put, or that there is none.
fn due(day: Option<chrono::NaiveDate>, text: &str) -> String {
    match (day, text) {
        (Some(due), text) if day::is_said_by(due, text) => day::plain(due),
        (Some(due), text) => format!("{} ({text})", day::plain(due)),
        (None, "") => "no day".into(),
        (None, text) => text.to_owned(),
    }
}

pub(super) const RECOMMENDATIONS: &[Column] = &[
    Column::new("No", 12),
    Column::new("Due", 15),
    Column::new("Status", 12),
    Column::new("", 1),
    Column::rest("Recommendation"),
];

pub(super) fn recommendation_cells(
    line: &Tied<Recommendation>,
    _: usize,
    view: &View<'_>,
) -> Vec<Row> {
    let row = &line.row;
    let overdue = row.is_overdue(view.state.now.date_naive());
    let (state, look) = match row.status {
        _ if overdue => ("overdue".to_owned(), Look::Bad),
        _ if row.is_unanswered(view.state.now.date_naive()) => ("no reply".to_owned(), Look::Bad),
        RecommendationStatus::Achieved | RecommendationStatus::SignedOff => {
            (row.status.plain(), Look::Good)
        }
        status => (status.plain(), Look::Plain),
    };
    let when = row.due.map_or_else(|| row.due_text.clone(), day::short);
    let evidence = line.from(LinkKind::Evidences, row.id.as_str()).count();
    let mark = if evidence > 0 { "e" } else { " " };
    vec![
        Row::of(&row.number, Look::Record),
        Row::of(when, look),
        Row::of(state, look),
        Row::of(mark, Look::Good),
        Row::plain(&row.text),
    ]
}

pub(super) fn recommendation_detail(line: &Tied<Recommendation>, view: &View<'_>) -> Vec<Row> {
    let row = &line.row;
    let today = view.state.now.date_naive();
    let id = row.id.as_str();
    let reply = match (row.reply.as_str(), row.reply_due) {
        ("", None) => "none on record".to_owned(),
        ("", Some(due)) if row.is_unanswered(today) => {
            format!("none, and it was due on {}", day::plain(due))
        }
        ("", Some(due)) => format!("due on {}", day::plain(due)),
        (reply, _) => reply.to_owned(),
    };
    let lead = if row.lead.is_empty() { "nobody named" } else { &row.lead };
    let mut rows = vec![Row::of(format!("{} {}", row.number, row.text), Look::Strong)];
    rows.extend(said("To", &row.addressed_to));
    rows.push(pair("Lead", lead));
    rows.push(pair("Due", &due(row.due, &row.due_text)));
    rows.push(pair("Status", &row.stands(today)));
    rows.push(pair("Reply", &reply));
    rows.extend(called("Evidence", line, line.from(LinkKind::Evidences, id)));
    rows.extend(called("Answered by", line, line.from(LinkKind::Answers, id)));
    rows.extend(called("Arises from", line, line.to(LinkKind::ArisesFrom, id)));
    rows.extend(said("Source", &row.source));
    rows.push(pair("Name", id));
    rows
}

pub(super) const PLAN: &[Column] = &[
    Column::new("When", 15),
    Column::new("Body", 6),
    Column::new("Status", 10),
    Column::new("Kind", 12),
    Column::rest("Topic"),
];

pub(super) fn plan_cells(line: &Tied<PlanEntry>, _: usize, view: &View<'_>) -> Vec<Row> {
    let row = &line.row;
    let today = view.state.now.date_naive();
    let look = match row.status {
        PlanStatus::Taken => Look::Dim,
        _ if row.is_overdue(today) => Look::Bad,
        _ => Look::Plain,
    };
    let state = row.stands(today);
    let when = row.due.map_or_else(|| row.due_text.clone(), day::short);
    vec![
        Row::of(when, look),
        Row::of(line.call(row.body.as_str()), Look::Record),
        Row::of(state, look),
        Row::of(row.kind.plain(), Look::Dim),
        Row::plain(&row.topic),
    ]
}

pub(super) fn plan_detail(line: &Tied<PlanEntry>, view: &View<'_>) -> Vec<Row> {
    let row = &line.row;
    let mut rows = vec![Row::of(row.topic.as_str(), Look::Strong)];
    rows.push(pair("Body", line.call(row.body.as_str())));
    rows.push(pair("Kind", &row.kind.plain()));
    rows.push(pair("When", &due(row.due, &row.due_text)));
    rows.push(pair("Status", &row.stands(view.state.now.date_naive())));
    if row.slips > 0 {
        rows.push(pair("Slipped", &format!("past {}", several(row.slips, "meeting"))));
    }
    rows.extend(said("Wanted by", &row.wanted_by));
    rows.extend(said("Origin", &row.origin));
    rows.extend(called("Arises from", line, line.to(LinkKind::ArisesFrom, row.id.as_str())));
    rows.push(pair("Name", row.id.as_str()));
    if row.meeting.is_some() {
        rows.push(
            Row::of("Enter", Look::Key).and(" opens the meeting that is to have it", Look::Dim),
        );
    }
    rows
}

pub(super) const DRIVERS: &[Column] = &[
    Column::new("Stands", 6),
    Column::new("Likely", 9),
    Column::rest("What is coming"),
    Column::new("Threatens", 9),
];

pub(super) fn driver_cells(line: &Tied<Driver>, _: usize, _: &View<'_>) -> Vec<Row> {
    let row = &line.row;
    let look = match row.status {
        DriverStatus::Act => Look::Bad,
        DriverStatus::Watch => Look::Unsure,
        DriverStatus::Past => Look::Dim,
    };
    let touched = line.to(LinkKind::Threatens, row.id.as_str()).count();
    let touched = if touched == 0 { String::new() } else { touched.to_string() };
    let likelihood = row.likelihood.map(Likelihood::plain).unwrap_or_default();
    vec![
        Row::of(row.status.word(), look),
        Row::of(likelihood, Look::Dim),
        Row::of(&row.heading, Look::Strong),
        Row::of(touched, Look::Dim),
    ]
}

pub(super) fn driver_detail(line: &Tied<Driver>, _: &View<'_>) -> Vec<Row> {
    let row = &line.row;
    let id = row.id.as_str();
    let mut rows = vec![Row::of(row.heading.as_str(), Look::Strong)];
    rows.push(Row::plain(row.text.as_str()));
    rows.extend(called("Threatens", line, line.to(LinkKind::Threatens, id)));
    rows.extend(called("Answered by", line, line.from(LinkKind::Answers, id)));
    rows.extend(called("Led to", line, line.from(LinkKind::ArisesFrom, id)));
    rows.extend(said("Timing", &row.timing));
    rows.extend(said("Looked at again", &row.review));
    rows.extend(said("Source", &row.source));
    rows.push(pair("Name", id));
    rows
}

pub(super) const FINDINGS: &[Column] = &[
    Column::new("Year", 4),
    Column::new("Kind", 10),
    Column::new("Whose", 6),
    Column::new("Status", 8),
    Column::rest("Finding"),
];

pub(super) fn finding_cells(line: &Tied<Finding>, _: usize, view: &View<'_>) -> Vec<Row> {
    let row = &line.row;
    let look = match row.kind {
        FindingKind::GreenFlag | FindingKind::Strength => Look::Good,
        FindingKind::RedFlag => Look::Bad,
        FindingKind::Pace | FindingKind::FollowUp | FindingKind::Risk => Look::Unsure,
        FindingKind::Finding | FindingKind::NextStep => Look::Plain,
    };
    let whose = row.partnership.as_ref().map_or("", |id| id.as_str());
    let late = line.is_overdue(view.state.now.date_naive());
    let state = if late { "overdue".to_owned() } else { line.stands().plain() };
    let shade = match line.stands() {
        _ if late => Look::Bad,
        FindingStatus::Open => Look::Plain,
        _ => Look::Dim,
    };
    vec![
        Row::of(row.year.to_string(), Look::Dim),
        Row::of(row.kind.plain(), look),
        Row::of(whose, Look::Strong),
        Row::of(state, shade),
        Row::plain(&row.text),
    ]
}

pub(super) fn finding_detail(line: &Tied<Finding>, _: &View<'_>) -> Vec<Row> {
    let row = &line.row;
    let id = row.id.as_str();
    let mut rows = vec![Row::of(row.text.as_str(), Look::Strong)];
    rows.push(pair("Found by", &format!("{}, {}", row.scheme, row.year)));
    rows.push(pair("Kind", &row.kind.plain()));
    rows.push(pair("Status", &line.stands().plain()));
    rows.extend(said("Owner", &row.owner));
    if row.due.is_some() || !row.due_text.is_empty() {
        rows.push(pair("Due", &due(row.due, &row.due_text)));
    }
    rows.extend(called("Answered by", line, line.from(LinkKind::Answers, id)));
    rows.extend(called("Evidence of", line, line.to(LinkKind::Evidences, id)));
    rows.push(pair("Name", id));
    rows
}

/// The most letters a period has beside its bar.
const PERIOD: usize = 12;

/// The word, the mark and the look of how a target stands.
fn status(of: TargetStatus) -> (String, char, Look) {
    let place = match of {
        TargetStatus::OnTrack | TargetStatus::Achieved => 0,
        TargetStatus::OffTrack | TargetStatus::NotAchievable => 1,
        TargetStatus::CannotJudge => 2,
        TargetStatus::NotDue => 3,
    };
    let (_, mark, look) = bars::STATUSES[place];
    (of.plain(), mark, look)
}

/// The results as a strip of marks, oldest first, so that a turn can be seen.
fn strip(results: &[TargetResult]) -> Row {
    results.iter().fold(Row::new(), |row, result| {
        let (_, mark, look) = status(result.status);
        row.and(mark.to_string(), look)
    })
}

/// For how long a target could not be judged, where that is more than once.
fn unjudged(results: &[TargetResult]) -> Option<Row> {
    let run = since::unjudged_for(
        results
            .iter()
            .rev()
            .map(|result| (result.period.as_str(), result.status == TargetStatus::CannotJudge)),
    );
    let long = run >= since::TOO_LONG;
    let text =
        format!("Not judged for {run} periods running{}", if long { ": too long" } else { "" });
    (run > 1).then(|| Row::of(text, if long { Look::Bad } else { Look::Unsure }))
}

/// The figures of a target as bars, one under another.
fn chart(line: &TargetLine) -> Vec<Row> {
    let bars = figure::chart(&line.target, &line.results);
    let widest = bars.iter().map(|bar| wrap::width(bar.of)).max().unwrap_or(0).min(PERIOD);
    let row = |bar: figure::Bar<'_>| {
        let look = if bar.of == "goal" { Look::Dim } else { Look::Record };
        Row::of(format!("{} ", wrap::fill(bar.of, widest)), Look::Dim)
            .and(bars::length(bar.length), look)
            .and(format!(" {}", bar.printed), Look::Plain)
    };
    bars.into_iter().map(row).collect()
}

pub(super) const TARGETS: &[Column] = &[
    Column::new("P", 2),
    Column::new("Level", 8),
    Column::new("Whose", 6),
    Column::new("Stands", 14),
    Column::rest("Target"),
];

pub(super) fn target_cells(line: &TargetLine, _: usize, _: &View<'_>) -> Vec<Row> {
    let row = &line.target;
    let (state, look) = line.results.last().map_or_else(
        || (row.state.plain(), Look::Dim),
        |result| {
            let (word, mark, look) = status(result.status);
            (format!("{mark} {word}"), look)
        },
    );
    let whose = row.partnership.as_ref().map_or("", |id| id.as_str());
    let priority = line.priority.as_ref().map(|p| p.number.to_string()).unwrap_or_default();
    vec![
        Row::of(priority, Look::Dim),
        Row::of(row.level.map_or("", TargetLevel::word), Look::Dim),
        Row::of(whose, Look::Strong),
        Row::of(state, look),
        Row::plain(format!("{} {}", row.code, row.wording).trim_start()),
    ]
}

pub(super) fn target_detail(line: &TargetLine, _: &View<'_>) -> Vec<Row> {
    let row = &line.target;
    let mut rows = vec![Row::of(format!("{} {}", row.code, row.wording).trim(), Look::Strong)];
    if let Some(priority) = &line.priority {
        rows.push(pair(
            "Priority",
            &format!("{} {}, {}", priority.number, priority.title, priority.plan),
        ));
    }
    let level = row.level.map(|level| format!("{}, ", level.plain())).unwrap_or_default();
    rows.push(pair("Set", &format!("{level}{}", row.state.plain())));
    rows.extend(said("Measure", &row.measure));
    rows.extend(said("From", &row.baseline));
    rows.extend(said("To", &row.goal));
    rows.extend(row.goal_on.map(|on| pair("By", &day::plain(on))));
    rows.extend(said("Lead", &row.lead));
    rows.extend(said("Remark", &row.remark));
    if !line.results.is_empty() {
        let mut history = Row::of("History: ", Look::Dim);
        history.spans.extend(strip(&line.results).spans);
        rows.push(history);
        rows.extend(unjudged(&line.results));
        rows.extend(chart(line));
    }
    rows.extend(line.results.iter().map(|result| {
        let (word, mark, look) = status(result.status);
        let why = result.why_unjudged();
        let told = [result.value.as_str(), &result.remark];
        let told = told.into_iter().filter(|said| !said.is_empty()).collect::<Vec<_>>().join("; ");
        Row::of(format!("{} ", result.period), Look::Dim)
            .and(format!("{mark} {word}{why}"), look)
            .and(format!(" {told}"), Look::Plain)
            .set_in(4)
    }));
    rows.push(pair("Name", row.id.as_str()));
    rows
}
