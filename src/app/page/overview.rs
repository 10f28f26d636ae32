//! The overview: which meetings are on, what is due, and how targets stand.

use chrono::NaiveDate;

use super::View;
use crate::app::bars;
use crate::app::column::Column;
use crate::app::command::{Command, Destination, key_for};
use crate::app::screen::{Area, Look, Pane, Part, Row};
use crate::app::standing;
use crate::app::state::Effect;
use crate::model::{ActionLine, MeetingLine, MeetingStatus, Overview, Schedule, Severity, day};
use crate::rules::gap;
use crate::rules::sentence::several;

/// The overview page.
#[derive(Clone, Debug, Default)]
pub struct OverviewPage {
    /// What it shows, once read.
    pub data: Option<Box<Overview>>,
    /// Which meeting is chosen.
    pub chosen: usize,
    /// Which pane has the keys.
    pub focus: usize,
    /// How far the other pane is scrolled.
    pub scroll: usize,
}

impl OverviewPage {
    /// Takes in what was read; at first, the meeting most likely wanted is
    /// chosen.
    pub(super) fn take(&mut self, found: Box<Overview>) {
        if self.data.is_none() {
            let nearest =
                found.meetings.iter().position(|line| Some(&line.id) == found.nearest.as_ref());
            self.chosen = nearest.unwrap_or(0);
        }
        self.data = Some(found);
    }

    pub(in crate::app) fn len(&self) -> usize {
        self.data.as_ref().map_or(0, |data| data.meetings.len())
    }

    pub(in crate::app) fn open(&self) -> Option<Effect> {
        let meeting = self.data.as_ref()?.meetings.get(self.chosen)?;
        Some(Effect::Open(meeting.id.clone()))
    }

    pub(super) fn panes(&self, view: &View<'_>) -> Vec<Pane> {
        let (left, right) = split(view.area);
        let Some(data) = &self.data else {
            let reading = [Row::of("Reading…", Look::Dim)];
            return vec![
                Pane::text(Part::List, left, "Meetings", &reading, 0).focused(true),
                Pane::text(Part::Detail, right, "What is due", &[], 0),
            ];
        };
        let list = if data.meetings.is_empty() {
            let text = [
                Row::plain("No meetings yet."),
                Row::of(
                    "Press + to add a body and its first meeting, or : and \"import\" to read an agenda or a schedule. \"minutebook demo\" shows a book in use.",
                    Look::Dim,
                ),
            ];
            Pane::text(Part::List, left, "Meetings", &text, 0)
        } else {
            let counted = (data.meetings.len(), self.chosen);
            Pane::table(Part::List, left, "Meetings", MEETINGS, counted, |n, width| {
                let line = data.meetings.get(n);
                line.map(|line| meeting_cells(line, width, view)).unwrap_or_default()
            })
        };
        let text = side(data, view);
        let side = Pane::text(Part::Detail, right, "What is due", &text, self.scroll);
        vec![list.focused(self.focus == 0), side.focused(self.focus == 1)]
    }
}

fn split(area: Area) -> (Area, Area) {
    if area.width >= 100 { area.left(area.width * 3 / 5) } else { area.top(area.height * 3 / 5) }
}

pub(super) const MEETINGS: &[Column] =
    &[Column::new("Day", 15), Column::rest("Body"), Column::new("Stands", 20).from(50)];

/// A meeting on one row: day, body, how far it has gone.
pub(super) fn meeting_cells(line: &MeetingLine, _: usize, _: &View<'_>) -> Vec<Row> {
    let look = match line.status {
        MeetingStatus::InSession | MeetingStatus::Adjourned => Look::Good,
        MeetingStatus::Planned | MeetingStatus::AgendaPublished => Look::Strong,
        MeetingStatus::Closed | MeetingStatus::Cancelled => Look::Plain,
    };
    let standing = match line.status {
        MeetingStatus::Closed => format!("minutes {}", line.minutes.plain()),
        status => status.plain(),
    };
    let name = if line.title.is_empty() {
        line.body.clone()
    } else {
        format!("{}: {}", line.body, line.title)
    };
    vec![Row::of(day::short(line.date), look), Row::plain(name), Row::of(standing, Look::Dim)]
}

fn side(data: &Overview, view: &View<'_>) -> Vec<Row> {
    let today = view.state.now.date_naive();
    let mut rows: Vec<Row> = missing(data).into_iter().collect();
    let late = data.waiting.iter().chain(&data.lulls).chain(&data.away);
    rows.extend(late.map(|said| Row::of(said.as_str(), Look::Unsure).set_in(4)));
    if data.due.is_empty() {
        rows.push(Row::of("No action is outstanding.", Look::Dim));
    } else {
        rows.push(ageing(&data.due, today).set_in(4));
    }
    for line in &data.due {
        let overdue = line.action.is_overdue(today);
        let due = match (line.action.due, line.action.due_text.as_str()) {
            (Some(due), _) => day::short(due),
            (None, "") => "no date".into(),
            (None, text) => text.to_owned(),
        };
        let owner = if line.owner.is_empty() { "no owner" } else { &line.owner };
        rows.push(
            Row::of(format!("{} {} ", line.code, line.action.reference()), Look::Record)
                .and(format!("{owner}, {due}"), if overdue { Look::Bad } else { Look::Plain })
                .and(if overdue { " overdue" } else { "" }, Look::Bad)
                .and(format!(": {}", line.action.text), Look::Plain)
                .set_in(4),
        );
    }
    if let Some(schedule) = &data.schedule {
        rows.push(Row::new());
        rows.extend(totals(schedule));
    }
    rows.extend(worst(data));
    if !data.about.is_empty() {
        rows.push(Row::new());
        rows.push(Row::of("About this book", Look::Strong));
        rows.extend(data.about.lines().map(|line| Row::of(line, Look::Dim)));
    }
    rows
}

/// The signs of an action that is late, one to come and one with no day.
const AGES: [&str; 3] = ["✗", "○", "·"];

/// How the actions outstanding stand by their days: a sign to each, and the same in
/// words.
fn ageing(due: &[ActionLine], today: NaiveDate) -> Row {
    let late: Vec<NaiveDate> =
        due.iter().filter_map(|line| line.action.due).filter(|day| *day < today).collect();
    let undated = due.iter().filter(|line| line.action.due.is_none()).count();
    let coming = due.len().saturating_sub(late.len()).saturating_sub(undated);
    let counts = [late.len(), coming, undated];
    let looks = [Look::Bad, Look::Plain, Look::Dim];
    let bar = AGES.iter().zip(counts).zip(looks);
    let bar = bar.fold(Row::of("Actions ", Look::Strong), |row, ((sign, n), look)| {
        row.and(sign.repeat(n.min(MOST)), look)
    });
    let oldest = late.iter().min().map_or_else(String::new, |day| {
        format!(" (longest {})", several((today - *day).num_days(), "day"))
    });
    let said = [
        (counts[0], format!("late{oldest}")),
        (counts[1], "to come".to_owned()),
        (counts[2], "with no day".to_owned()),
    ];
    let words = said.into_iter().filter(|(n, _)| *n > 0).map(|(n, what)| format!("{n} {what}"));
    bar.and(format!("  {}", words.collect::<Vec<_>>().join(", ")), Look::Plain)
}

/// The most signs of one sort that a row has.
const MOST: usize = 24;

/// How much is missing, the worst first.
fn missing(data: &Overview) -> Option<Row> {
    let tally = gap::tally(&data.gaps);
    if tally.is_empty() {
        return None;
    }
    let mut head = Row::of("Missing", Look::Strong);
    for (n, (severity, count)) in tally.iter().enumerate() {
        let look = match severity {
            Severity::High => Look::Bad,
            Severity::Medium => Look::Unsure,
            Severity::Low | Severity::Note => Look::Plain,
        };
        let between = if n == 0 { ": " } else { " · " };
        head = head.and(between, Look::Plain).and(format!("{count} {}", severity.word()), look);
    }
    let passed = gap::total(data.gaps.iter().filter(|gap| gap.muted.is_some()));
    if passed > 0 {
        head = head.and(format!(" · {passed} let pass"), Look::Dim);
    }
    let key = key_for(Command::GoTo(Destination::Gaps));
    Some(head.and("  ", Look::Plain).and(key, Look::Key).and(" shows them", Look::Dim))
}

/// What presses most of all that is missing.
fn worst(data: &Overview) -> Vec<Row> {
    /// How many are named; the page of gaps has the rest.
    const NAMED: usize = 3;
    let mut rows = vec![Row::new()];
    let worst = data.gaps.iter().filter(|gap| gap.is_open() && gap.severity == Severity::High);
    rows.extend(worst.take(NAMED).map(|gap| {
        let (mark, look) = standing::weight(gap);
        let whose = gap.partnership.as_ref().map(|id| format!("{id} ")).unwrap_or_default();
        Row::of(format!("{mark} {whose}"), look).and(gap.in_words(), Look::Plain).set_in(4)
    }));
    rows
}

/// Each partnership's targets as a bar, and the whole with its mix of periods.
fn totals(schedule: &Schedule) -> Vec<Row> {
    let mut rows = vec![Row::of(format!("Targets: {}", schedule.edition.title), Look::Strong)];
    rows.extend(schedule.standings.iter().map(|row| {
        let name = format!("{} ", crate::app::wrap::fill(&row.partnership.short, 18));
        match row.figures() {
            Some(summary) => {
                let mut line = Row::plain(name);
                line.spans.extend(bars::bar(summary).spans);
                line
            }
            None => Row::plain(name).and("unknown", Look::Unsure),
        }
    }));
    rows.push(bars::together(schedule.standings.iter()));
    rows
}
