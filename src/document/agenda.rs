//! The agenda of a meeting.

use chrono::NaiveDate;

use super::block::{Block, CalendarEntry, Limb, Sheet};
use super::english::{line, number as numeral, sentence, several};
use super::scribe::Scribe;
use super::sift::{Sifted, sift};
use super::{Audience, Document, digest, facts};
use crate::model::{
    Action, ActionStatus, Appointment, Item, ItemKind, Meeting, MeetingKind, MeetingStatus, Role,
    Sitting, Update, day,
};
use crate::rules::sentence::{capital, list, paragraphs_in_words};
use crate::rules::{number, room};

impl Document<'static> {
    /// Sets out the agenda of `sitting` for `audience`.
    #[must_use]
    pub fn agenda(sitting: &Sitting, audience: Audience) -> Self {
        let sifted = sift(sitting, audience);
        let scribe = Scribe::new(&sifted);
        let mut blocks: Vec<Block> = scribe.membership().into_iter().collect();
        if sifted.items.is_empty() {
            blocks.push(Block::Para(scribe.word("agenda.none")));
        }
        for item in &sifted.items {
            blocks.extend(scribe.on_agenda(item));
        }
        blocks.extend(scribe.addenda());
        blocks.extend(scribe.outstanding());
        let day = day::plain(sifted.meeting.date);
        let title = scribe.say("agenda.title", &[("body", &sifted.body.name), ("day", &day)]);
        Self {
            heading: scribe.letterhead(),
            opening: scribe.notice(),
            standing: scribe.agenda_standing(),
            digest: digest::of_agenda(&sifted),
            facts: facts::agenda(&sifted),
            sheet: Some(sheet(&sifted)),
            dates: vec![in_calendar(&sifted.meeting, &sifted.body.name)],
            blocks,
            ..Self::new("agenda", title, sifted.meeting.date)
        }
        .cleaned()
    }
}

/// A meeting as a day in a calendar.
pub(super) fn in_calendar(meeting: &Meeting, body: &str) -> CalendarEntry {
    let title = meeting.title.trim();
    let summary = if title.is_empty() { body.to_owned() } else { format!("{body}: {title}") };
    let cancelled = meeting.status == MeetingStatus::Cancelled;
    CalendarEntry {
        uid: meeting.id.0.clone(),
        summary: if cancelled { format!("Cancelled: {summary}") } else { summary },
        detail: String::new(),
        place: meeting.place.clone(),
        day: Some(meeting.date),
        start: meeting.start,
        cancelled,
        todo: None,
    }
}

fn sheet(sitting: &Sifted<Sitting>) -> Sheet {
    let columns = ["number", "title", "kind", "paper", "report_by", "recommendation", "exempt"];
    let row = |item: &Item| {
        vec![
            item.number.clone(),
            item.title.clone(),
            item.kind.plain(),
            number::paper(&sitting.body, item),
            item.report_by.clone(),
            item.recommendation.clone(),
            String::from(item.exempt.clone()),
        ]
    };
    Sheet {
        columns: columns.map(str::to_owned).to_vec(),
        rows: sitting.items.iter().map(row).collect(),
    }
}

impl Scribe<'_> {
    fn notice(&self) -> String {
        let meeting = &self.sitting.meeting;
        let part = |key: &str, name: &str, value: &str| {
            if value.is_empty() { String::new() } else { self.say(key, &[(name, value)]) }
        };
        let time = meeting.start.map(day::clock).unwrap_or_default();
        self.say(
            "agenda.opening",
            &[
                ("kind", &self.kind()),
                ("day", &day::long(meeting.date)),
                ("at", &part("agenda.at", "time", &time)),
                ("where", &part("head.where", "place", meeting.place.trim())),
            ],
        )
    }

    fn agenda_standing(&self) -> String {
        let meeting = &self.sitting.meeting;
        let urgent = self.sitting.items.iter().any(|item| item.kind == ItemKind::Urgent);
        self.marked(self.word(match meeting.status {
            MeetingStatus::Planned => "agenda.draft",
            MeetingStatus::Cancelled => "agenda.cancelled",
            _ if meeting.altered => "agenda.altered",
            _ if meeting.published_on.is_some() && urgent => "agenda.added_to",
            _ if meeting.published_on.is_some() => "agenda.published",
            MeetingStatus::AgendaPublished => "agenda.published",
            _ => "agenda.taken",
        }))
    }

    fn membership(&self) -> Option<Block> {
        let name = |member: &Appointment| {
            let name = self.full_name(&member.person);
            match member.role {
                Role::Chair => self.say("agenda.chair", &[("name", &name)]),
                Role::ViceChair => self.say("agenda.vice_chair", &[("name", &name)]),
                _ => name,
            }
        };
        let (voting, others): (Vec<_>, Vec<_>) =
            room::members(self.sitting).partition(|member| member.voting);
        let mut voting: Vec<String> = voting.into_iter().map(name).collect();
        let others: Vec<String> = others.into_iter().map(name).collect();
        if voting.is_empty() && others.is_empty() {
            return None;
        }
        if let Some(needed) = room::quorum(self.sitting).needed.filter(|_| !voting.is_empty()) {
            voting.push(self.say("agenda.quorum", &[("needed", &numeral(needed))]));
        }
        let rows = [("present.voting", voting), ("present.non_voting", others)]
            .into_iter()
            .filter(|(_, names)| !names.is_empty())
            .map(|(word, names)| (self.word(word), names))
            .collect();
        Some(Block::Roll { level: 2, title: self.word("agenda.members"), rows })
    }

    /// The papers sent out since.
    fn addenda(&self) -> Vec<Block> {
        let papers = self.sitting.addenda.iter().enumerate().map(|(n, paper)| {
            let (day, text) = (day::plain(paper.sent_on), line(&paper.text));
            let at =
                paper.sent_at.map(|at| self.say("agenda.sent_at", &[("time", &day::clock(at))]));
            let key = if text.is_empty() { "agenda.addendum_untold" } else { "agenda.addendum" };
            let number = number::addendum(self.sitting, n);
            let at = at.unwrap_or_default();
            self.say(key, &[("number", &number), ("day", &day), ("at", &at), ("text", &text)])
        });
        let papers: Vec<String> = papers.collect();
        if papers.is_empty() {
            return Vec::new();
        }
        let text = self.word("agenda.addenda");
        let (number, aside) = (String::new(), String::new());
        vec![Block::Heading { level: 2, number, text, aside }, Block::List(papers)]
    }

    /// The actions of earlier meetings still to be done, and which are due at this one.
    fn outstanding(&self) -> Vec<Block> {
        let asked = self.sitting.outstanding.iter();
        let asked = asked.filter(|a| {
            // What is only said to be done is for the meeting to accept.
            let waits = a.status.is_live() || a.status == ActionStatus::Complete;
            waits || self.made_here(a).is_some()
        });
        let mut blocks: Vec<Block> = asked
            .map(|action| {
                let (was_due, due) = self.due_before(action);
                let on = self.sitting.meeting.date;
                let before = self.made_here(action).is_none();
                if before && action.status == ActionStatus::Complete {
                    return self.given(action, self.say("agenda.complete", &[("due", &due)]));
                }
                let when = was_due
                    .filter(|due| *due <= on)
                    .map(|due| if due < on { "agenda.overdue" } else { "agenda.due" })
                    .or(self.is_for_this(action).then_some("agenda.due"));
                self.given(action, when.map_or(due.clone(), |key| self.say(key, &[("due", &due)])))
            })
            .collect();
        if !blocks.is_empty() {
            let heading = Block::Heading {
                level: 2,
                number: String::new(),
                text: self.word("agenda.outstanding"),
                aside: String::new(),
            };
            blocks.insert(0, heading);
        }
        blocks
    }

    /// The first that this meeting made of an action: no part of the agenda before it.
    fn made_here(&self, action: &Action) -> Option<&Update> {
        let own = Some(&self.sitting.meeting.id);
        let here = |u: &&Update| u.action == action.id && u.meeting.as_ref() == own;
        self.sitting.updates.iter().find(here)
    }

    /// When an action was due before this meeting, as a day if one is known, and in words.
    fn due_before(&self, action: &Action) -> (Option<NaiveDate>, String) {
        let moved = self.made_here(action).filter(|update| update.was != update.due);
        match moved.map(|update| update.was) {
            Some(Some(was)) => (Some(was), self.say("action.due", &[("day", &day::plain(was))])),
            Some(None) => (None, self.word("action.no_due")),
            None => (action.due, self.due(action)),
        }
    }

    /// Whether an action was given for the next meeting by the one before this.
    fn is_for_this(&self, action: &Action) -> bool {
        let previous = self.sitting.neighbours.previous.as_ref();
        action.due.is_none()
            && action.due_text.eq_ignore_ascii_case("next meeting")
            && previous.is_some_and(|previous| previous.id == action.meeting)
    }

    fn on_agenda(&self, item: &Item) -> Vec<Block> {
        let mut blocks = vec![Block::Heading {
            level: 2,
            number: item.number.clone(),
            text: item.title.clone(),
            aside: String::new(),
        }];
        let mut under = Vec::new();
        let neighbours = &self.sitting.neighbours;
        if item.kind == ItemKind::Minutes {
            let mut days: Vec<String> =
                self.sitting.confirmable().map(|meeting| day::plain(meeting.date)).collect();
            if days.is_empty() {
                let last = neighbours.previous.iter();
                let minuted = last.filter(|last| last.kind != MeetingKind::Inquorate);
                days.extend(minuted.map(|last| day::plain(last.date)));
            }
            if !days.is_empty() {
                under.push(self.say("agenda.minutes", &[("days", &list(&days))]));
            }
        }
        let origin = line(&item.why);
        if !item.status.is_set_aside() && !origin.is_empty() {
            under.push(self.say("agenda.origin", &[("origin", &capital(&origin))]));
        }
        if let Some(time) = item.planned_at {
            under.push(self.say("agenda.planned", &[("time", &day::clock(time))]));
        }
        if let Some(minutes) = item.planned_minutes {
            under.push(self.say("agenda.given", &[("minutes", &several(minutes, "minute"))]));
        }
        for (key, name, value) in [
            ("agenda.report", "who", &item.report_by),
            ("agenda.paper", "paper", &number::paper(&self.sitting.body, item)),
            ("agenda.urgent", "reason", &item.urgent_reason),
        ] {
            let value = line(value);
            if !value.is_empty() {
                under.push(self.say(key, &[(name, value.trim_end_matches('.'))]));
            }
        }
        if !under.is_empty() {
            blocks.push(Block::Para(under.join(" ")));
        }
        let recommendation = line(&item.recommendation);
        if !recommendation.is_empty() {
            blocks.push(Block::Resolution {
                lead: self.say("agenda.recommended", &[("noun", &self.noun())]),
                limbs: vec![Limb { letter: String::new(), text: sentence(&recommendation) }],
                tail: String::new(),
            });
        }
        if !item.exempt.is_open() {
            let paragraphs = paragraphs_in_words(&item.exempt);
            blocks.push(Block::Aside(self.say("agenda.exempt", &[("paragraphs", &paragraphs)])));
        }
        blocks
    }
}
