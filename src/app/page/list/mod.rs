//! Registers: one line each, and the chosen one in full.

mod business;
mod does;
mod engagement;
mod framework;
mod ledger;
mod missing;
mod people;

use chrono::NaiveDate;

use super::{View, overview};
use crate::app::column::Column;
use crate::app::screen::{Area, Look, Pane, Part, Row};
use crate::app::state::{Loaded, PAGE, Wanted};
use crate::capture::Registered;
use crate::model::{
    ActionLine, BodyLine, DecisionLine, Driver, Finding, Gap, HistoryLine, ItemId, LinkKind,
    MeetingId, MeetingLine, PartnershipId, PlanEntry, Recommendation, TargetLine, Tied, day,
};
use crate::rules::engagement::Share;
use crate::rules::framework::{Branch, BranchKind, BranchRow};

/// Declares [`Register`]: every list that has a page, what it is called, its columns,
/// how a line and the whole of one look, and what is said when there is none.
macro_rules! registers {
    ($($(#[$doc:meta])* $name:ident($line:ty) $title:literal $columns:path, $cells:path, $detail:path; $none:literal $how:literal),+ $(,)?) => {
        /// What a register holds.
        #[derive(Clone, Debug)]
        pub enum Register {
            $($(#[$doc])* $name(Vec<$line>)),+
        }

        impl Register {
            fn title(&self) -> &'static str {
                match self { $(Self::$name(_) => $title),+ }
            }

            fn wanted(&self) -> Wanted {
                match self { $(Self::$name(_) => Wanted::$name),+ }
            }

            fn take(&mut self, loaded: Loaded) {
                match (self, loaded) {
                    $((Self::$name(lines), Loaded::$name(found)) => *lines = found,)+
                    _ => {}
                }
            }

            fn len(&self) -> usize {
                match self { $(Self::$name(lines) => lines.len()),+ }
            }

            fn columns(&self) -> &'static [Column] {
                match self { $(Self::$name(_) => $columns),+ }
            }

            fn cells(&self, n: usize, width: usize, view: &View<'_>) -> Option<Vec<Row>> {
                match self { $(Self::$name(lines) => lines.get(n).map(|line| $cells(line, width, view))),+ }
            }

            fn detail(&self, n: usize, view: &View<'_>) -> Option<Vec<Row>> {
                match self { $(Self::$name(lines) => lines.get(n).map(|line| $detail(line, view))),+ }
            }

            fn empty(&self) -> (&'static str, &'static str) {
                match self { $(Self::$name(_) => ($none, $how)),+ }
            }
        }
    };
}

registers! {
    /// Meetings, newest first.
    Meetings(MeetingLine) "Calendar of meetings" overview::MEETINGS, overview::meeting_cells, business::meeting_detail;
        "No meetings yet." "Press + to add a body and its meetings, or : and \"import\" for an agenda.",
    /// Actions, soonest due first.
    Actions(ActionLine) "Actions" business::ACTIONS, business::action_cells, business::action_detail;
        "No actions yet." "On a meeting, press \"a\" to give somebody one.",
    /// Decisions, newest first.
    Decisions(DecisionLine) "Decisions" business::DECISIONS, business::decision_cells, business::decision_detail;
        "No decisions yet." "On a meeting, press \"d\" to record one.",
    /// Bodies and people.
    Bodies(BodyLine) "Bodies and people" people::BODIES, people::body_cells, people::body_detail;
        "No bodies yet." "Press + to add one, or : and \"import\" for a list of members.",
    /// Gaps, the most pressing first.
    Gaps(Gap) "Gaps" missing::GAPS, missing::gap_cells, missing::gap_detail;
        "Nothing is missing." "Gaps are looked for in the newest schedule and the registers.",
    /// Recommendations, in order.
    Recommendations(Tied<Recommendation>) "Recommendations" ledger::RECOMMENDATIONS, ledger::recommendation_cells, ledger::recommendation_detail;
        "No recommendations yet." "Press + and type .recommendation R1 to WHOM: TEXT for one that a paper makes.",
    /// The forward plan, soonest first.
    Plan(Tied<PlanEntry>) "Forward plan" ledger::PLAN, ledger::plan_cells, ledger::plan_detail;
        "Nothing is planned yet." "Press + and type .plan P1 body CODE, due DAY: TOPIC for what is to come back.",
    /// What is coming, in order.
    Drivers(Tied<Driver>) "What may change the work" ledger::DRIVERS, ledger::driver_cells, ledger::driver_detail;
        "Nothing is being watched yet." "Press + and type .driver D1 heading WORDS: TEXT for what may change the work.",
    /// What inspections and reviews found, newest first.
    Findings(Tied<Finding>) "Findings" ledger::FINDINGS, ledger::finding_cells, ledger::finding_detail;
        "No findings yet." "Press + and type .finding F1: TEXT for what an inspection found.",
    /// How organisations and sectors take part.
    Engagement(Share) "Engagement" engagement::SHARES, engagement::share_cells, engagement::share_detail;
        "No meeting with a roll has been held yet." "Press g m to open a meeting and + to record who came; it is counted here once closed.",
    /// Who answers to whom, from the top down.
    Framework(Branch) "Framework: who answers to whom" framework::BRANCHES, framework::branch_cells, framework::branch_detail;
        "No bodies yet." "Press + to add one, or : and \"import\" for a list of members.",
    /// Targets, under their priorities.
    Targets(TargetLine) "Targets" ledger::TARGETS, ledger::target_cells, ledger::target_detail;
        "No targets are named yet." "Press + and type .target PARTNERSHIP: WORDING, or : and \"import\" for their results.",
    /// The history, newest first.
    History(HistoryLine) "History" business::HISTORY, business::history_cells, business::history_detail;
        "Nothing has been put on record yet." "Press g m to open a meeting, or + to add a body; each thing recorded is told here.",
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
    /// The day at whose end it stood so; none, as it stands. Gaps alone look back.
    pub until: Option<NaiveDate>,
    /// The partnership whose lines alone are shown, and what it is called; none, all. Gaps
    /// alone are kept to one.
    pub of: Option<(PartnershipId, String)>,
    /// The names of its lines before something was put in, to choose what is new among them.
    pub(in crate::app) before: Option<Vec<String>>,
}

/// Where the chosen line leads.
pub(in crate::app) enum Lead {
    /// To a meeting, and the item of it that something is under.
    Meeting(MeetingId, Option<ItemId>),
    /// To a partnership's row of the schedule, and a thing in it.
    Schedule(PartnershipId, Option<String>),
}

impl ListPage {
    /// A page for a register still to be read.
    #[must_use]
    pub fn new(register: Register) -> Self {
        Self {
            register,
            read: false,
            chosen: 0,
            focus: 0,
            scroll: 0,
            until: None,
            of: None,
            before: None,
        }
    }

    pub(super) fn title(&self) -> &'static str {
        self.register.title()
    }

    pub(super) fn wanted(&self) -> Wanted {
        match (&self.register, self.until) {
            (Register::Gaps(_), Some(day)) => Wanted::GapsAt(day),
            _ => self.register.wanted(),
        }
    }

    pub(super) fn take(&mut self, loaded: Loaded) {
        self.read = true;
        self.register.take(loaded);
        if let (Register::Gaps(gaps), Some((of, _))) = (&mut self.register, &self.of) {
            gaps.retain(|gap| gap.partnership.as_ref() == Some(of));
        }
        let before = self.before.take();
        let new = before.and_then(|before| {
            self.things().position(|thing| thing.is_some_and(|id| !before.contains(&id)))
        });
        self.chosen = new.unwrap_or(self.chosen).min(self.len().saturating_sub(1));
    }

    pub(in crate::app) fn len(&self) -> usize {
        self.register.len()
    }

    /// Where the chosen line leads, if anywhere.
    pub(in crate::app) fn open(&self) -> Option<Lead> {
        let n = self.chosen;
        let mut item = None;
        let meeting = match &self.register {
            Register::Meetings(lines) => lines.get(n)?.id.clone(),
            Register::Actions(lines) => {
                let action = &lines.get(n)?.action;
                item = Some(action.item.clone());
                action.meeting.clone()
            }
            Register::Decisions(lines) => {
                let decision = &lines.get(n)?.decision;
                item = Some(decision.item.clone());
                decision.meeting.clone()
            }
            Register::History(lines) => lines.get(n)?.meeting.clone()?,
            Register::Gaps(lines) => {
                let gap = lines.get(n)?;
                let thing = Some(gap.subject.clone());
                return gap.partnership.clone().map(|of| Lead::Schedule(of, thing));
            }
            Register::Recommendations(lines) => {
                let line = lines.get(n)?;
                let id = line.row.id.as_str();
                item = line.to(LinkKind::ArisesFrom, id).next().map(ItemId::from);
                line.row.meeting.clone()?
            }
            Register::Plan(lines) => lines.get(n)?.row.meeting.clone()?,
            Register::Findings(lines) => {
                return lines.get(n)?.row.partnership.clone().map(|of| Lead::Schedule(of, None));
            }
            Register::Targets(lines) => {
                let target = &lines.get(n)?.target;
                let thing = Some(target.id.0.clone());
                return target.partnership.clone().map(|of| Lead::Schedule(of, thing));
            }
            Register::Framework(lines) => {
                let partnership =
                    lines.get(n).filter(|line| line.kind() == BranchKind::Partnership)?;
                return Some(Lead::Schedule(PartnershipId(partnership.id.clone()), None));
            }
            Register::Bodies(_) | Register::Drivers(_) | Register::Engagement(_) => return None,
        };
        Some(Lead::Meeting(meeting, item))
    }

    /// The line that alters what is chosen, as it stands.
    pub(in crate::app) fn line(&self) -> Option<String> {
        let n = self.chosen;
        Some(match &self.register {
            Register::Recommendations(lines) => {
                Registered::Recommendation(&lines.get(n)?.row).line()
            }
            Register::Drivers(lines) => Registered::Driver(&lines.get(n)?.row).line(),
            Register::Findings(lines) => Registered::Finding(&lines.get(n)?.row).line(),
            Register::Plan(lines) => Registered::Plan(&lines.get(n)?.row).line(),
            Register::Targets(lines) => Registered::Target(&lines.get(n)?.target).line(),
            Register::Bodies(lines) => Registered::Body(&lines.get(n)?.body).line(),
            Register::Gaps(lines) => {
                let gap = lines.get(n)?;
                let (rule, subject) = (gap.rule.word(), &gap.subject);
                match gap.muted {
                    Some(_) => format!(".unpass {rule} {subject}"),
                    None => format!(".pass {rule} {subject}: "),
                }
            }
            Register::Framework(lines) => match &lines.get(n)?.row {
                BranchRow::Body(body) => Registered::Body(body),
                BranchRow::Partnership(row) | BranchRow::Group(row) => Registered::Partnership(row),
            }
            .line(),
            Register::Engagement(_)
            | Register::Meetings(_)
            | Register::Actions(_)
            | Register::Decisions(_)
            | Register::History(_) => return None,
        })
    }

    /// Chooses what is put in next, once it is read.
    pub(in crate::app) fn look_for_new(&mut self) {
        self.before = Some(self.things().flatten().collect());
    }

    /// The thing that each line is.
    fn things(&self) -> impl Iterator<Item = Option<String>> {
        (0..self.len()).map(|n| self.thing_of(n))
    }

    /// The thing the chosen line is, for its thread.
    pub(in crate::app) fn thing(&self) -> Option<String> {
        self.thing_of(self.chosen)
    }

    fn thing_of(&self, n: usize) -> Option<String> {
        Some(match &self.register {
            Register::Meetings(lines) => lines.get(n)?.id.0.clone(),
            Register::Actions(lines) => lines.get(n)?.action.id.0.clone(),
            Register::Decisions(lines) => lines.get(n)?.decision.id.0.clone(),
            Register::Gaps(lines) => lines.get(n)?.tie.clone(),
            Register::Recommendations(lines) => lines.get(n)?.row.id.0.clone(),
            Register::Plan(lines) => lines.get(n)?.row.id.0.clone(),
            Register::Drivers(lines) => lines.get(n)?.row.id.0.clone(),
            Register::Findings(lines) => lines.get(n)?.row.id.0.clone(),
            Register::Targets(lines) => lines.get(n)?.target.id.0.clone(),
            Register::Framework(lines) => {
                let partnership =
                    lines.get(n).filter(|line| line.kind() == BranchKind::Partnership)?;
                partnership.id.clone()
            }
            Register::Bodies(_) | Register::History(_) | Register::Engagement(_) => return None,
        })
    }

    pub(super) fn panes(&self, view: &View<'_>) -> Vec<Pane> {
        if self.len() == 0 {
            let (none, how) = self.register.empty();
            let text = if self.read {
                [Row::plain(none), Row::of(how, Look::Dim)]
            } else {
                [Row::of("Reading…", Look::Dim), Row::new()]
            };
            return vec![Pane::text(Part::List, view.area, self.title(), &text, 0).focused(true)];
        }
        let (list, detail) = split(view.area);
        let cut = u32::try_from(self.len()).is_ok_and(|lines| lines >= PAGE);
        let title = if cut {
            format!("{} (the first {}; \"list\" has them all)", self.title(), self.len())
        } else {
            let count = match &self.register {
                Register::Gaps(gaps) => missing::counted(gaps),
                _ => self.len().to_string(),
            };
            let of = self.of.as_ref().map(|(_, name)| format!(": {name}")).unwrap_or_default();
            let then = self.until.map(|day| format!(" as at {}", day::plain(day)));
            format!("{}{of}{} ({count})", self.title(), then.unwrap_or_default())
        };
        let (columns, counted) = (self.register.columns(), (self.len(), self.chosen));
        let list = Pane::table(Part::List, list, title, columns, counted, |n, width| {
            self.register.cells(n, width, view).unwrap_or_default()
        });
        let text = self.register.detail(self.chosen, view).unwrap_or_default();
        let detail = Pane::text(Part::Detail, detail, "In full", &text, self.scroll);
        vec![list.focused(self.focus == 0), detail.focused(self.focus == 1)]
    }
}

fn split(area: Area) -> (Area, Area) {
    if area.width >= 120 { area.left(area.width * 3 / 5) } else { area.top(area.height * 3 / 5) }
}

fn pair(label: &str, text: &str) -> Row {
    Row::of(format!("{label}: "), Look::Dim).and(text, Look::Plain).set_in(4)
}
