//! Registers: one line each, and the chosen one in full.

use super::View;
use super::overview::meeting_row;
use crate::app::screen::{Area, Look, Pane, Part, Row, columns};
use crate::app::state::{Effect, Loaded, Wanted};
use crate::model::{
    ActionLine, BodyLine, DecisionLine, HistoryLine, MeetingLine, SeatStatus, Verb, day,
};
use crate::rules::{number, sentence};

/// What a register holds.
#[derive(Clone, Debug)]
pub enum Register {
    /// Meetings, newest first.
    Meetings(Vec<MeetingLine>),
    /// Actions, soonest due first.
    Actions(Vec<ActionLine>),
    /// Decisions, newest first.
    Decisions(Vec<DecisionLine>),
    /// Bodies and people.
    Bodies(Vec<BodyLine>),
    /// The history, newest first.
    History(Vec<HistoryLine>),
}

/// A register's page.
#[derive(Clone, Debug)]
pub struct ListPage {
    /// What it holds.
    pub register: Register,
    /// Whether it has been read.
    pub read: bool,
    /// Which line is chosen.
    pub chosen: usize,
    /// Which pane has the keys.
    pub focus: usize,
    /// How far the chosen line's pane is scrolled.
    pub scroll: usize,
}

impl ListPage {
    /// A page for a register still to be read.
    #[must_use]
    pub fn new(register: Register) -> Self {
        Self { register, read: false, chosen: 0, focus: 0, scroll: 0 }
    }

    pub(super) fn title(&self) -> &'static str {
        match self.register {
            Register::Meetings(_) => "Calendar of meetings",
            Register::Actions(_) => "Actions",
            Register::Decisions(_) => "Decisions",
            Register::Bodies(_) => "Bodies and people",
            Register::History(_) => "History",
        }
    }

    pub(super) fn wanted(&self) -> Wanted {
        match self.register {
            Register::Meetings(_) => Wanted::Meetings,
            Register::Actions(_) => Wanted::Actions,
            Register::Decisions(_) => Wanted::Decisions,
            Register::Bodies(_) => Wanted::Bodies,
            Register::History(_) => Wanted::History,
        }
    }

    pub(super) fn take(&mut self, loaded: Loaded) {
        self.read = true;
        match (&mut self.register, loaded) {
            (Register::Meetings(lines), Loaded::Meetings(found)) => *lines = found,
            (Register::Actions(lines), Loaded::Actions(found)) => *lines = found,
            (Register::Decisions(lines), Loaded::Decisions(found)) => *lines = found,
            (Register::Bodies(lines), Loaded::Bodies(found)) => *lines = found,
            (Register::History(lines), Loaded::History(found)) => *lines = found,
            _ => {}
        }
        self.chosen = self.chosen.min(self.len().saturating_sub(1));
    }

    pub(in crate::app) fn len(&self) -> usize {
        match &self.register {
            Register::Meetings(lines) => lines.len(),
            Register::Actions(lines) => lines.len(),
            Register::Decisions(lines) => lines.len(),
            Register::Bodies(lines) => lines.len(),
            Register::History(lines) => lines.len(),
        }
    }

    /// The meeting that the chosen line leads to.
    pub(in crate::app) fn open(&self) -> Option<Effect> {
        let meeting = match &self.register {
            Register::Meetings(lines) => lines.get(self.chosen)?.id.clone(),
            Register::Actions(lines) => lines.get(self.chosen)?.action.meeting.clone(),
            Register::Decisions(lines) => lines.get(self.chosen)?.decision.meeting.clone(),
            Register::History(lines) => lines.get(self.chosen)?.meeting.clone()?,
            Register::Bodies(_) => return None,
        };
        Some(Effect::Open(meeting))
    }

    fn empty(&self) -> [Row; 2] {
        let (what, how) = match self.register {
            Register::Meetings(_) => {
                ("No meetings yet.", "Import an agenda, or try \"minutebook demo\".")
            }
            Register::Actions(_) => {
                ("No actions yet.", "On a meeting, press \"a\" to give somebody one.")
            }
            Register::Decisions(_) => {
                ("No decisions yet.", "On a meeting, press \"d\" to record one.")
            }
            Register::Bodies(_) => {
                ("No bodies yet.", "Import a list of members, or try \"minutebook demo\".")
            }
            Register::History(_) => {
                ("Nothing has been put on record yet.", "Whatever is recorded is told here.")
            }
        };
        [Row::plain(what), Row::of(how, Look::Dim)]
    }

    pub(super) fn panes(&self, view: &View<'_>) -> Vec<Pane> {
        if self.len() == 0 {
            let reading = [Row::of("Reading…", Look::Dim), Row::new()];
            let text = if self.read { self.empty() } else { reading };
            return vec![Pane::text(Part::List, view.area, self.title(), &text, 0).focused(true)];
        }
        let (list, detail) = split(view.area);
        let title = format!("{} ({})", self.title(), self.len());
        let list = Pane::list(Part::List, list, title, self.len(), self.chosen, |n, width| {
            self.row(n, width, view)
        });
        let text = self.detail(view);
        let detail = Pane::text(Part::Detail, detail, "In full", &text, self.scroll);
        vec![list.focused(self.focus == 0), detail.focused(self.focus == 1)]
    }

    fn row(&self, n: usize, width: usize, view: &View<'_>) -> Row {
        match &self.register {
            Register::Meetings(lines) => lines.get(n).map(|line| meeting_row(line, width)),
            Register::Actions(lines) => lines.get(n).map(|line| action_row(line, width, view)),
            Register::Decisions(lines) => lines.get(n).map(|line| decision_row(line, width)),
            Register::Bodies(lines) => lines.get(n).map(|line| body_row(line, width)),
            Register::History(lines) => lines.get(n).map(|line| history_row(line, width)),
        }
        .unwrap_or_default()
    }

    fn detail(&self, view: &View<'_>) -> Vec<Row> {
        match &self.register {
            Register::Meetings(lines) => lines.get(self.chosen).map(meeting_detail),
            Register::Actions(lines) => {
                lines.get(self.chosen).map(|line| action_detail(line, view))
            }
            Register::Decisions(lines) => lines.get(self.chosen).map(decision_detail),
            Register::Bodies(lines) => lines.get(self.chosen).map(body_detail),
            Register::History(lines) => lines.get(self.chosen).map(history_detail),
        }
        .unwrap_or_default()
    }
}

fn split(area: Area) -> (Area, Area) {
    if area.width >= 120 { area.left(area.width * 3 / 5) } else { area.top(area.height * 3 / 5) }
}

fn action_row(line: &ActionLine, width: usize, view: &View<'_>) -> Row {
    let overdue = line.action.is_overdue(view.state.now.date_naive());
    let due = line.action.due.map_or_else(|| line.action.due_text.clone(), day::short);
    let owner = if line.owner.is_empty() { "no owner" } else { &line.owner };
    let state = if overdue { "overdue".to_owned() } else { line.action.status.plain() };
    let look = if overdue { Look::Bad } else { Look::Plain };
    columns(
        width,
        &[
            (9, line.action.reference().as_str(), Look::Record),
            (15, &due, look),
            (11, &state, look),
            (18, owner, Look::Strong),
            (0, &line.action.text, Look::Plain),
        ],
    )
}

fn action_detail(line: &ActionLine, view: &View<'_>) -> Vec<Row> {
    let action = &line.action;
    let mut rows = vec![Row::of(format!("{} {}", action.reference(), action.text), Look::Strong)];
    let owner = if line.owner.is_empty() { "nobody yet" } else { &line.owner };
    rows.push(pair("Owner", owner));
    if !line.organisation.is_empty() && line.organisation != line.owner {
        rows.push(pair("Organisation", &line.organisation));
    }
    let due = match (action.due, action.due_text.as_str()) {
        (Some(due), "") => day::long(due),
        (Some(due), text) => format!("{} ({text})", day::long(due)),
        (None, "") => "no date".into(),
        (None, text) => text.to_owned(),
    };
    rows.push(pair("Due", &due));
    let overdue = if action.is_overdue(view.state.now.date_naive()) { ", overdue" } else { "" };
    rows.push(pair("Status", &format!("{}{overdue}", action.status.plain())));
    if line.slips > 0 {
        rows.push(pair("Put back", &format!("{} times", line.slips)));
    }
    rows.push(pair(
        "Given",
        &format!("{} {}, {}", line.code, day::plain(line.given), line.item_title),
    ));
    rows.push(pair("Name", &action.id.0));
    rows
}

fn decision_ref(line: &DecisionLine) -> String {
    let minute = line.minute.map(|n| number::minute(n, line.year)).unwrap_or_default();
    line.letter.map_or_else(|| minute.clone(), |n| format!("{minute}({})", number::letter(n)))
}

fn decision_row(line: &DecisionLine, width: usize) -> Row {
    columns(
        width,
        &[
            (15, day::short(line.date).as_str(), Look::Dim),
            (5, &line.code, Look::Dim),
            (10, decision_ref(line).as_str(), Look::Record),
            (11, line.decision.verb.word(), Look::Strong),
            (0, &line.decision.text, Look::Plain),
        ],
    )
}

fn decision_detail(line: &DecisionLine) -> Vec<Row> {
    let decision = &line.decision;
    let mut rows = vec![Row::of(sentence::decision_in_words(decision), Look::Strong)];
    if decision.verb != Verb::Noted && !decision.text.is_empty() {
        rows.push(Row::plain(decision.text.as_str()));
    }
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
    if !decision.reasons.is_empty() {
        rows.push(pair("Reasons", &decision.reasons));
    }
    rows.push(pair("Status", &decision.status.plain()));
    rows.push(pair("Name", &decision.id.0));
    rows
}

fn body_row(line: &BodyLine, width: usize) -> Row {
    let seats: u32 = line.seats.iter().fold(0, |sum, seat| sum.saturating_add(seat.count));
    let about = match (seats, line.members.len()) {
        (0, n) => format!("{n} people"),
        (seats, 0) => format!("{seats} seats"),
        (seats, n) => format!("{seats} seats, {n} people"),
    };
    columns(
        width,
        &[
            (6, &line.body.code, Look::Record),
            (width.saturating_sub(28), &line.body.name, Look::Strong),
            (20, &about, Look::Dim),
        ],
    )
}

fn body_detail(line: &BodyLine) -> Vec<Row> {
    let body = &line.body;
    let mut rows =
        vec![Row::of(body.name.as_str(), Look::Strong), pair("Kind", &body.kind.plain())];
    if !body.remit.is_empty() {
        rows.push(Row::plain(body.remit.as_str()));
    }
    let quorum = match (body.quorum, body.quorum_of) {
        (Some(top), Some(bottom)) => format!("{top} in {bottom} of those with a vote"),
        (Some(n), None) => n.to_string(),
        _ => "none laid down".into(),
    };
    rows.push(pair("Quorum", &quorum));
    if !line.seats.is_empty() {
        rows.push(Row::new());
        rows.push(Row::of("Seats", Look::Strong));
    }
    for seat in &line.seats {
        let (word, look) = match seat.status {
            SeatStatus::Filled => ("", Look::Plain),
            SeatStatus::Vacant => (" vacant", Look::Unsure),
            SeatStatus::ToBeSettled => (" to be settled", Look::Unsure),
        };
        let count =
            if seat.at_most { format!("up to {}", seat.count) } else { seat.count.to_string() };
        let row = Row::plain(format!("{} ({count})", seat.sector)).and(word, look);
        let remark = [seat.holder.as_str(), seat.remark.as_str()].join(" ");
        rows.push(row.and(format!("  {}", remark.trim()), Look::Dim).set_in(4));
    }
    if !line.members.is_empty() {
        rows.push(Row::new());
        rows.push(Row::of("People", Look::Strong));
    }
    for (appointment, person) in &line.members {
        let post =
            if person.post.is_empty() { String::new() } else { format!(", {}", person.post) };
        rows.push(Row::plain(format!("{}{post}", person.minuted())).and(
            format!(
                "  {}{}",
                appointment.role.plain(),
                if appointment.voting { "" } else { ", no vote" }
            ),
            Look::Dim,
        ));
    }
    rows
}

fn history_row(line: &HistoryLine, width: usize) -> Row {
    use crate::model::EntryKind;
    let (mark, look) = match (line.kind, line.taken_back) {
        (EntryKind::Do, false) => ("", Look::Plain),
        (EntryKind::Do, true) => ("taken back", Look::Dim),
        (EntryKind::Undo, _) => ("undo", Look::Unsure),
        (EntryKind::Redo, _) => ("redo", Look::Unsure),
    };
    let when = line.at.format("%d %b %H:%M:%S").to_string();
    columns(
        width,
        &[
            (5, line.no.0.to_string().as_str(), Look::Dim),
            (15, &when, Look::Dim),
            (10, mark, look),
            (0, &line.said, look),
        ],
    )
}

fn history_detail(line: &HistoryLine) -> Vec<Row> {
    vec![
        Row::of(line.said.as_str(), Look::Strong),
        pair(
            "Recorded",
            &format!("{} at {}", day::long(line.at.date_naive()), line.at.format("%H:%M:%S")),
        ),
        pair("By", &line.clerk),
        pair("Kind", &format!("{} ({})", line.verb, line.kind.word())),
    ]
}

fn meeting_detail(line: &MeetingLine) -> Vec<Row> {
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
                "{} items, {} decisions, {} actions",
                line.items, line.decisions, line.actions
            ),
        ),
        pair("Name", &line.id.0),
    ]
}

fn pair(label: &str, text: &str) -> Row {
    Row::of(format!("{label}: "), Look::Dim).and(text, Look::Plain).set_in(4)
}
