//! A partnership's two panes, as rows: what it has done, and what it answers.

use super::bars;
use super::command::{Command, key_for};
use super::screen::{Look, Row};
use chrono::NaiveDate;

use crate::model::{
    Action, Annotation, AnnotationKind, AnnotationStatus, Gap, Item, Link, Point, Response,
    ResponseKind, ResponseStatus, Section, Severity, Sitting, Standing, TargetLine, TargetState,
    TargetStatus, Tone, day,
};
use crate::rules::gap;
use crate::rules::since::Since;

/// The targets known by name, each with how it last stood.
#[must_use]
pub fn targets<'a>(lines: impl Iterator<Item = &'a TargetLine>) -> Vec<Row> {
    let each = lines.map(|line| {
        let holds = line.target.state == TargetState::Active;
        let last = line.results.last().filter(|_| holds);
        let (mark, look) = last.map_or(('\u{b7}', Look::Dim), |result| stood(result.status));
        let said = line.in_words();
        Row::of(format!("{mark} "), look)
            .and(line.target.wording.as_str(), Look::Plain)
            .and(format!("  {said}"), look)
            .and(format!("  {}", line.target.called()), Look::Dim)
            .set_in(2)
            .about(line.target.id.as_str())
    });
    let mut rows: Vec<Row> = each.collect();
    if !rows.is_empty() {
        rows.splice(0..0, [Row::new(), Row::of("Targets by name", Look::Strong)]);
    }
    rows
}

/// The mark and the look of how one target stood.
fn stood(status: TargetStatus) -> (char, Look) {
    let [on, off, unsure, not_due] = bars::STATUSES.map(|(_, mark, look)| (mark, look));
    match status {
        TargetStatus::OnTrack | TargetStatus::Achieved => on,
        TargetStatus::OffTrack | TargetStatus::NotAchievable => off,
        TargetStatus::CannotJudge => unsure,
        TargetStatus::NotDue => not_due,
    }
}

/// The Performance pane.
#[must_use]
pub fn performance(standing: &Standing) -> Vec<Row> {
    let mut rows = Vec::new();
    match standing.figures() {
        Some(summary) => {
            let noun = if summary.total == 1 { "target" } else { "targets" };
            rows.push(Row::of(
                format!("{} {noun}, {}", summary.total, summary.period),
                Look::Strong,
            ));
            rows.push(bars::bar(summary));
            rows.push(bars::counts(summary));
            if let Some(why) = summary.why_unjudged() {
                rows.push(Row::of(format!("cannot be judged: {why}"), Look::Unsure));
            }
            if summary.lost > 0 {
                rows.push(Row::of(
                    format!("{} of them will not be achieved", summary.lost),
                    Look::Bad,
                ));
            }
        }
        None => {
            rows.push(Row::of("Targets: unknown; the schedule gives no figures.", Look::Unsure));
        }
    }
    for section in Section::ALL {
        let mut points =
            standing.points.iter().filter(|point| point.section == *section).peekable();
        if points.peek().is_none() {
            continue;
        }
        rows.push(Row::new());
        rows.push(Row::of(heading(*section), Look::Strong));
        for point in points {
            let (mark, look) = tone(point.tone);
            let met = standing.answers(&point.id.0).map(Response::worth).max();
            let met = met.map_or_else(String::new, |worth| format!(" {}", worth.told()));
            let row = Row::of(format!("{mark} "), look)
                .and(point.text.as_str(), Look::Plain)
                .and(format!("  {}", point.id), Look::Dim)
                .and(met, Look::Dim);
            rows.push(row.set_in(2).about(point.id.as_str()));
        }
    }
    rows
}

/// The Response pane.
#[must_use]
pub fn response(standing: &Standing, today: NaiveDate) -> Vec<Row> {
    if standing.responses.is_empty() {
        let off = standing.off_track();
        let text = match off {
            0 => "No response recorded.".to_owned(),
            1 => "No response recorded, with 1 target off track.".to_owned(),
            n => format!("No response recorded, with {n} targets off track."),
        };
        return vec![Row::of(text, if off > 0 { Look::Bad } else { Look::Unsure })];
    }
    let mut rows = Vec::new();
    for response in &standing.responses {
        let (mark, look) = kind(response.kind);
        rows.push(
            Row::of(format!("{mark} "), look)
                .and(response.text.as_str(), Look::Plain)
                .set_in(2)
                .about(response.id.as_str()),
        );
        let mut about = Row::new().and(format!("  {}", response.id), Look::Dim);
        if let Some(kind) = response.kind {
            about = about.and(format!(" {}", kind.word()), look);
        }
        if !response.owner.is_empty() {
            about = about.and(format!(" · {}", response.owner), Look::Plain);
        }
        if !response.due_text.is_empty() {
            about = about.and(format!(" · {}", response.due_text), Look::Plain);
        } else if let Some(due) = response.due {
            about = about.and(format!(" · {}", day::plain(due)), Look::Plain);
        }
        if response.is_overdue(today) {
            about = about.and(", overdue", Look::Bad);
        }
        if matches!(response.status, ResponseStatus::Delivered | ResponseStatus::Dropped) {
            about = about.and(format!(" · {}", response.status.plain()), Look::Strong);
        }
        let answers: Vec<&str> =
            standing.answered(response.id.as_str()).map(|link| link.to_id.as_str()).collect();
        if !answers.is_empty() {
            about = about.and(
                format!(" · {} {}", response.worth().backward(), answers.join(", ")),
                Look::Dim,
            );
        }
        rows.push(about.set_in(4).about(response.id.as_str()));
    }
    rows
}

/// What is still to be done about a partnership, by whom and by when: the actions, each
/// with the name of its owner, that are tied to its row by the row's own links or by
/// `links`.
#[must_use]
pub fn doing<'a>(
    standing: &Standing,
    links: &[Link],
    actions: impl Iterator<Item = (&'a Action, String)>,
    today: NaiveDate,
) -> Vec<Row> {
    let summary = standing.summary.iter().map(|summary| summary.id.as_str());
    let points = standing.points.iter().map(|point| point.id.as_str());
    let responses = standing.responses.iter().map(|response| response.id.as_str());
    let here: Vec<&str> = summary.chain(points).chain(responses).collect();
    let about = |action: &Action| {
        let mut links = standing.links.iter().chain(links);
        links.find(|l| l.from_id == action.id.as_str() && here.contains(&l.to_id.as_str()))
    };
    let mut rows = Vec::new();
    for (action, owner) in actions.filter(|(action, _)| action.status.is_live()) {
        let Some(link) = about(action) else { continue };
        let overdue = action.is_overdue(today);
        let due = action.due_in_words();
        let look = if overdue { Look::Bad } else { Look::Plain };
        rows.push(
            Row::of(format!("{} ", action.reference()), Look::Record)
                .and(format!("{owner}: "), Look::Strong)
                .and(format!("{}, ", action.text), Look::Plain)
                .and(format!("{due}{}", if overdue { ", overdue" } else { "" }), look)
                .and(format!("  for {}", link.to_id), Look::Dim)
                .set_in(2)
                .about(action.id.as_str()),
        );
    }
    if !rows.is_empty() {
        rows.splice(0..0, [Row::new(), Row::of("Actions", Look::Strong)]);
    }
    rows
}

/// What is missing on an item, above its responses: what presses, each in a row, and how
/// much else there is; with the keys for it, where a key is not typed into a minute.
#[must_use]
pub fn missing(sitting: &Sitting, item: &Item, keys: bool) -> Vec<Row> {
    let found: Vec<&Gap> = sitting.gaps_on(item).collect();
    match gap::pressing(sitting, item) {
        _ if !keys => gaps(&found, None, None),
        pressing => gaps(&found, pressing, Some(Command::Gaps)),
    }
}

/// Gaps in a few rows: each that matters, then how many others there are; the
/// pressing one with the key that minutes an action. The others are listed by `lists`.
#[must_use]
pub fn gaps(found: &[&Gap], pressing: Option<&Gap>, lists: Option<Command>) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    let mut rest = 0_u32;
    let mut said: Vec<&str> = Vec::new();
    for found in found.iter().copied() {
        if found.severity != Severity::High {
            rest = rest.saturating_add(found.count);
            continue;
        }
        if said.contains(&found.remedy.as_str()) {
            rest = rest.saturating_add(found.count);
            continue;
        }
        said.push(&found.remedy);
        let (mark, look) = weight(found);
        let mut row = Row::of(format!("{mark} {}", found.in_words()), look);
        if pressing == Some(found) {
            row = row
                .and(": press ", Look::Plain)
                .and(key_for(Command::Capture("a")), Look::Key)
                .and(" to minute an action", Look::Plain);
        }
        rows.push(row.set_in(2));
    }
    if rest > 0 {
        let noun = if rest == 1 { "gap" } else { "gaps" };
        let more = if rows.is_empty() { "" } else { " more" };
        let row = Row::of(format!("{rest}{more} {noun}"), Look::Unsure);
        rows.push(match lists {
            Some(lists) => row
                .and(": ", Look::Unsure)
                .and(key_for(lists), Look::Key)
                .and(" lists them", Look::Dim),
            None => row,
        });
    }
    if !rows.is_empty() {
        rows.push(Row::new());
    }
    rows
}

/// The mark and the look of a gap, by how much it matters.
#[must_use]
pub fn weight(gap: &Gap) -> (&'static str, Look) {
    match (gap.is_open(), gap.severity) {
        (false, _) | (true, Severity::Note) => ("·", Look::Dim),
        (true, Severity::High) => ("!", Look::Bad),
        (true, Severity::Medium) => ("?", Look::Unsure),
        (true, Severity::Low) => ("-", Look::Plain),
    }
}

/// The heading of a half of the Performance pane.
#[must_use]
pub fn heading(section: Section) -> &'static str {
    match section {
        Section::Outcomes => "Outcomes",
        Section::PartnershipWorking => "Partnership working",
    }
}

fn tone(tone: Option<Tone>) -> (char, Look) {
    match tone {
        Some(Tone::Strength) => ('+', Look::Good),
        Some(Tone::Concern) => ('-', Look::Bad),
        Some(Tone::Mixed) => ('±', Look::Unsure),
        Some(Tone::Neutral) => ('·', Look::Dim),
        None => ('•', Look::Plain),
    }
}

fn kind(kind: Option<ResponseKind>) -> (char, Look) {
    match kind {
        Some(ResponseKind::Action | ResponseKind::Appointment) => ('»', Look::Good),
        Some(ResponseKind::Assurance) => ('~', Look::Unsure),
        Some(ResponseKind::Question) => ('?', Look::Bad),
        None => ('•', Look::Plain),
    }
}

/// A note beside the schedule.
#[must_use]
pub fn note(note: &Annotation) -> Row {
    let look = match note.kind {
        AnnotationKind::Reviewed => Look::Good,
        AnnotationKind::Query => Look::Unsure,
        AnnotationKind::Comment | AnnotationKind::Wording => Look::Plain,
    };
    let settled = match note.status {
        AnnotationStatus::Open => String::new(),
        status if note.answer.is_empty() => format!(" ({})", status.plain()),
        status => format!(" ({}: {})", status.plain(), note.answer),
    };
    let by = if note.by.is_empty() { String::new() } else { format!("{}, ", note.by) };
    let answer = if note.wants_something() { "; a takes it up or not" } else { "" };
    let text = match note.text.as_str() {
        "" => String::new(),
        text => format!("\u{201c}{text}\u{201d} "),
    };
    Row::of(format!("{} on {}: ", note.kind.plain(), note.subject), look)
        .and(text, Look::Plain)
        .and(format!("{by}{}{settled}{answer}", day::plain(note.made_on)), Look::Dim)
        .set_in(2)
}

/// The points that stand no longer, or are new, since the last edition.
#[must_use]
pub fn altered(since: &Since) -> Vec<Row> {
    let [gone, new] = &since.points;
    let said = |mark: &'static str, look, points: &[Point]| {
        let row = move |point: &Point| {
            Row::of(format!("{mark} "), look).and(point.text.as_str(), Look::Dim).set_in(2)
        };
        points.iter().map(row).collect::<Vec<_>>()
    };
    let mut rows = said("no longer:", Look::Dim, gone);
    rows.extend(said("new:", Look::Plain, new));
    rows.extend(since.altered.iter().map(|said| Row::plain(said.as_str()).set_in(2)));
    if !rows.is_empty() {
        let title = format!("Altered since {}", day::plain(since.last));
        rows.splice(0..0, [Row::new(), Row::of(title, Look::Strong)]);
    }
    rows
}
