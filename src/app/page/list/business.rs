//! Meetings, actions, decisions and the history, as lines of a register.

use super::pair;
use crate::app::column::Column;
use crate::app::page::View;
use crate::app::screen::{Look, Row};
use crate::model::{
    ActionLine, DecisionLine, DecisionStatus, HistoryLine, MeetingLine, Update, day,
};
use crate::rules::number;
use crate::rules::sentence::{several, times};

pub(super) const ACTIONS: &[Column] = &[
    Column::new("Body", 5),
    Column::new("No", 9),
    Column::new("Due", 15),
    Column::new("Status", 11),
    Column::new("Owner", 18),
    Column::rest("What is to be done"),
];

pub(super) fn action_cells(line: &ActionLine, _: usize, view: &View<'_>) -> Vec<Row> {
    let overdue = line.action.is_overdue(view.state.now.date_naive());
    let due = line.action.due.map_or_else(|| line.action.due_text.clone(), day::short);
    let owner = if line.owner.is_empty() { "no owner" } else { &line.owner };
    let state = if overdue { "overdue".to_owned() } else { line.action.status.plain() };
    let look = if overdue { Look::Bad } else { Look::Plain };
    vec![
        Row::of(&line.code, Look::Dim),
        Row::of(line.action.reference(), Look::Record),
        Row::of(due, look),
        Row::of(state, look),
        Row::of(owner, Look::Strong),
        Row::plain(&line.action.text),
    ]
}

pub(super) fn action_detail(line: &ActionLine, view: &View<'_>) -> Vec<Row> {
    let action = &line.action;
    let mut rows = vec![Row::of(format!("{} {}", action.reference(), action.text), Look::Strong)];
    let owner = if line.owner.is_empty() { "nobody yet" } else { &line.owner };
    rows.push(pair("Owner", owner));
    if !line.organisation.is_empty() && line.organisation != line.owner {
        rows.push(pair("Organisation", &line.organisation));
    }
    let due = match (action.due, action.due_text.as_str()) {
        (Some(due), text) if day::is_said_by(due, text) => day::long(due),
        (Some(due), text) => format!("{} ({text})", day::long(due)),
        (None, "") => "no date".into(),
        (None, text) => text.to_owned(),
    };
    rows.push(pair("Due", &due));
    let overdue = if action.is_overdue(view.state.now.date_naive()) { ", overdue" } else { "" };
    rows.push(pair("Status", &format!("{}{overdue}", action.status.plain())));
    if line.slips() > 0 {
        rows.push(pair("Put back", &times(line.slips())));
    }
    rows.extend(line.reports.iter().map(|report| pair("Reported", &reported(report))));
    rows.push(pair(
        "Given",
        &format!("{} {}, {}", line.code, day::plain(line.given), line.item_title),
    ));
    rows.push(pair("Name", &action.id.0));
    rows
}

/// What was reported of an action: the day, how it then stood, its new day and why.
fn reported(report: &Update) -> String {
    let on = day::plain(report.at.date_naive());
    let moved = report.due.filter(|due| report.was.is_some_and(|was| was != *due));
    let stands = match (moved, report.was) {
        (Some(due), Some(was)) => format!("due {}, was {}", day::plain(due), day::plain(was)),
        _ => report.status.plain(),
    };
    let at = if report.meeting.is_some() { ", at the meeting" } else { "" };
    let said = if report.text.is_empty() { String::new() } else { format!(": {}", report.text) };
    format!("{on}{at}, {stands}{said}")
}

fn decision_ref(line: &DecisionLine) -> String {
    let minute = line.minute.map(|n| number::minute(n, line.year)).unwrap_or_default();
    line.letter.map_or_else(|| minute.clone(), |n| format!("{minute}({})", number::letter(n)))
}

pub(super) const DECISIONS: &[Column] = &[
    Column::new("Day", 15),
    Column::new("Body", 5),
    Column::new("Minute", 10),
    Column::new("Verb", 11),
    Column::rest("What was decided"),
];

pub(super) fn decision_cells(line: &DecisionLine, _: usize, _: &View<'_>) -> Vec<Row> {
    let text = match line.decision.status {
        _ if line.is_unratified() => format!("to be ratified: {}", line.decision.text),
        DecisionStatus::Made | DecisionStatus::Effective => line.decision.text.clone(),
        stands => format!("{}: {}", stands.plain(), line.decision.text),
    };
    vec![
        Row::of(day::short(line.date), Look::Dim),
        Row::of(&line.code, Look::Dim),
        Row::of(decision_ref(line), Look::Record),
        Row::of(line.decision.verb.word(), Look::Strong),
        Row::plain(text),
    ]
}

pub(super) fn decision_detail(line: &DecisionLine, _: &View<'_>) -> Vec<Row> {
    let decision = &line.decision;
    let to = if decision.to_whom.is_empty() { "" } else { " to " };
    let verb = format!("{}{to}{}", decision.verb.word(), decision.to_whom);
    let mut rows = vec![Row::of(verb, Look::Strong), Row::plain(decision.text.as_str())];
    rows.push(pair("Item", &line.item_title));
    if let Some(vote) = &line.vote {
        rows.push(pair(
            "Vote",
            &format!(
                "{} for, {} against, {} abstained",
                vote.in_favour, vote.against, vote.abstained
            ),
        ));
    }
    let said = [
        ("Reasons", &decision.reasons),
        ("Turned down", &decision.alternatives),
        ("At once", &decision.at_once),
    ];
    rows.extend(
        said.iter().filter(|(_, text)| !text.is_empty()).map(|(name, text)| pair(name, text)),
    );
    if let Some(on) = decision.takes_effect() {
        rows.push(pair("Effective", &day::plain(on)));
    }
    rows.push(pair("Status", &line.stands()));
    rows.push(pair("Name", &decision.id.0));
    rows
}

pub(super) const HISTORY: &[Column] = &[
    Column::new("Entry", 5),
    Column::new("When", 15),
    Column::new("", 10),
    Column::rest("What was put on record"),
];

pub(super) fn history_cells(line: &HistoryLine, _: usize, _: &View<'_>) -> Vec<Row> {
    use crate::model::EntryKind;
    let (mark, look) = match (line.kind, line.taken_back) {
        (EntryKind::Do, false) => ("", Look::Plain),
        (EntryKind::Do, true) => ("taken back", Look::Dim),
        (EntryKind::Undo, _) => ("undo", Look::Unsure),
        (EntryKind::Redo, _) => ("redo", Look::Unsure),
    };
    let when = line.at.format("%d %b %H:%M:%S").to_string();
    vec![
        Row::of(line.no.0.to_string(), Look::Dim),
        Row::of(when, Look::Dim),
        Row::of(mark, look),
        Row::of(&line.said, look),
    ]
}

pub(super) fn history_detail(line: &HistoryLine, _: &View<'_>) -> Vec<Row> {
    use crate::model::EntryKind;
    let kind = match line.kind {
        EntryKind::Do => line.verb.replace('_', " "),
        kind => format!("{} of what was {}", kind.word(), line.verb.replace('_', " ")),
    };
    vec![
        Row::of(line.said.as_str(), Look::Strong),
        pair(
            "Recorded",
            &format!("{} at {}", day::long(line.at.date_naive()), line.at.format("%H:%M:%S")),
        ),
        pair("By", &line.clerk),
        pair("Kind", &kind),
    ]
}

pub(super) fn meeting_detail(line: &MeetingLine, _: &View<'_>) -> Vec<Row> {
    let start = line.start.map(|time| format!(" at {}", day::clock(time))).unwrap_or_default();
    vec![
        Row::of(line.body.as_str(), Look::Strong),
        pair("Day", &format!("{}{start}", day::long(line.date))),
        pair("Place", &line.place),
        pair("Status", &line.status.plain()),
        pair("Minutes", &line.minutes.plain()),
        pair(
            "Business",
            &format!(
                "{}, {}, {}",
                several(line.items, "item"),
                several(line.decisions, "decision"),
                several(line.actions, "action")
            ),
        ),
        pair("Name", &line.id.0),
    ]
}
