//! Actions: what one meeting gave people to do, and the log of it all, with a
//! sheet for each owner to be chased with.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::block::{Block, CalendarEntry, Sheet};
use super::english::{line, several};
use super::scribe::Scribe;
use super::sift::{Sifted, sift};
use super::{Audience, Document, as_at, digest, facts, marked, shown_in_part};
use crate::model::{
    Action, ActionLine, ActionStatus, AttendanceStatus, MinutesStatus, Person, Sitting, day,
};
use crate::rules::number;
use crate::rules::sentence::{list, times};

/// A lot of an action log: its name, and which actions belong in it on a day.
type Lot = (&'static str, fn(&Action, NaiveDate) -> bool);

const LOTS: [Lot; 4] = [
    ("Overdue", |action, today| action.is_overdue(today)),
    ("To be done", |action, today| action.status.is_live() && !action.is_overdue(today)),
    ("Done, to be agreed by a meeting", |action, _| action.status == ActionStatus::Complete),
    ("Closed", |action, _| !action.status.is_live() && action.status != ActionStatus::Complete),
];

const COLUMNS: [&str; 14] = [
    "ref",
    "body",
    "given",
    "minute",
    "item",
    "text",
    "owner",
    "support",
    "organisation",
    "due",
    "due_text",
    "status",
    "overdue",
    "slips",
];

impl Document<'static> {
    /// Lists what `sitting` gave people to do, and a sheet for each of them; which is late
    /// is judged on `today`.
    #[must_use]
    pub fn actions(sitting: &Sitting, audience: Audience, today: NaiveDate) -> Self {
        let sifted = sift(sitting, audience);
        let scribe = Scribe::new(&sifted);
        let on = sifted.meeting.date;
        let lines = scribe.action_lines();
        let given = table("Actions given at the meeting", lines.iter(), today);
        let mut blocks = vec![Block::table_or("No action was given at the meeting.", given)];
        blocks.extend(scribe.corrected());
        blocks.extend(scribe.to_be_told().map(Block::Para));
        blocks.extend(chasers(&lines, today));
        blocks.splice(..0, shown_in_part(audience));
        let day = day::plain(on);
        let title = scribe.say("actions.title", &[("body", &sifted.body.name), ("day", &day)]);
        let rows: Vec<Value> =
            sifted.actions.iter().map(|a| facts::action(&sifted, a, today)).collect();
        Self {
            heading: scribe.letterhead(),
            opening: scribe.say("actions.opening", &[("day", &day::long(on))]),
            standing: scribe.marked(scribe.word(match sifted.meeting.minutes {
                MinutesStatus::Confirmed | MinutesStatus::Signed => "decisions.confirmed",
                _ => "decisions.draft",
            })),
            digest: digest::of_record(&sifted),
            facts: json!({ "meeting": sifted.meeting.id, "actions": rows }),
            sheet: Some(sheet(&lines, today)),
            dates: lines.iter().map(in_calendar).collect(),
            blocks,
            ..Self::new("actions", title, on)
        }
        .cleaned()
    }

    /// Sets out the action log as it stands on `today`, by lots, with a sheet for
    /// each owner.
    #[must_use]
    pub fn action_log(lines: &[ActionLine], audience: Audience, today: NaiveDate) -> Self {
        let sifted: Sifted<Vec<ActionLine>> = sift(&lines.to_vec(), audience);
        let mut blocks = Vec::new();
        for (name, belongs) in LOTS {
            let lot: Vec<&ActionLine> =
                sifted.iter().filter(|line| belongs(&line.action, today)).collect();
            if !lot.is_empty() {
                blocks.push(heading(name, &several(lot.len(), "action")));
                blocks.push(table(name, lot.into_iter(), today));
            }
        }
        if blocks.is_empty() {
            blocks.push(Block::Para("There are no actions.".into()));
        }
        blocks.extend(chasers(&sifted, today));
        blocks.splice(..0, shown_in_part(audience));
        Self::of_lines("Action log".into(), (&sifted, None), blocks, audience, today)
    }

    /// Sets out what `owner` has still to do on `today`, soonest due first, and what they help
    /// others with: a sheet to send them. The name is as the lines have it.
    #[must_use]
    pub fn chaser(lines: &[ActionLine], owner: &str, audience: Audience, today: NaiveDate) -> Self {
        let theirs = |line: &&ActionLine| {
            let helps = line.support.iter().any(|name| name == owner);
            line.action.status.is_live() && (line.owner == owner || helps)
        };
        let lines: Vec<ActionLine> = lines.iter().filter(theirs).cloned().collect();
        let sifted: Sifted<Vec<ActionLine>> = sift(&lines, audience);
        let mut lines: Vec<ActionLine> = sifted.iter().cloned().collect();
        lines.sort_by_key(soonest);
        let (own, helped): (Vec<&ActionLine>, Vec<&ActionLine>) =
            lines.iter().partition(|line| line.owner == owner);
        let said = counted(&own, today);
        let nothing = format!("{owner} has nothing still to do that can be shown.");
        let mut blocks = vec![heading("Still to do", &said)];
        blocks.push(Block::table_or(&nothing, table("Still to do", own.into_iter(), today)));
        if !helped.is_empty() {
            blocks.push(heading("To help others with", &several(helped.len(), "action")));
            blocks.push(table("To help others with", helped.into_iter(), today));
        }
        blocks.splice(..0, shown_in_part(audience));
        let title = format!("Actions for {owner}");
        Self::of_lines(title, (&lines, Some(owner)), blocks, audience, today)
    }

    /// A register of these actions, of those of one `owner` or of all, set out in `blocks`.
    fn of_lines(
        title: String,
        (lines, owner): (&[ActionLine], Option<&str>),
        blocks: Vec<Block>,
        audience: Audience,
        today: NaiveDate,
    ) -> Self {
        let mut canon = digest::Canon::default();
        canon.add("audience", &audience).add("as_at", &today);
        if let Some(owner) = owner {
            canon.add("owner", &owner);
        }
        for line in lines {
            canon.add("action", &(&line.action, &line.owner, line.minute, line.slips()));
        }
        let actions: Vec<Value> =
            lines.iter().map(|line| facts::action_line(&sift(line, audience), today)).collect();
        Self {
            standing: marked(as_at(today), lines.iter().any(|line| line.exempt)),
            digest: canon.digest(),
            facts: match owner {
                Some(owner) => json!({ "owner": owner, "actions": actions }),
                None => json!({ "actions": actions }),
            },
            sheet: Some(sheet(lines, today)),
            dates: lines.iter().map(in_calendar).collect(),
            blocks,
            ..Self::new("actions", title, today)
        }
        .cleaned()
    }
}

fn heading(text: &str, aside: &str) -> Block {
    Block::Heading {
        level: 2,
        number: String::new(),
        text: text.to_owned(),
        aside: format!("({aside})"),
    }
}

fn table<'a>(
    caption: &str,
    lines: impl Iterator<Item = &'a ActionLine>,
    today: NaiveDate,
) -> Block {
    let head = ["Reference", "What is to be done", "Owner", "Due", "Status"];
    let lines: Vec<&ActionLine> = lines.collect();
    // Each body counts its own actions, so that two may have the same number.
    let several =
        lines.iter().any(|line| lines.first().is_some_and(|first| first.code != line.code));
    Block::Table {
        caption: caption.to_owned(),
        head: head.map(str::to_owned).to_vec(),
        rows: lines.into_iter().map(|line| row(line, several, today)).collect(),
    }
}

fn row(of: &ActionLine, several: bool, today: NaiveDate) -> Vec<String> {
    let action = &of.action;
    let mut status = action.status.plain();
    if action.is_overdue(today) {
        status = format!("{status}, overdue");
    }
    if of.slips() > 0 {
        status = format!("{status}; put back {}", times(of.slips()));
    }
    let reference =
        if several { format!("{} ({})", action.reference(), of.code) } else { action.reference() };
    let with = list(&of.support);
    let with = if with.is_empty() { with } else { format!(" (with {with})") };
    let who = format!("{}{with}", owner(of));
    vec![reference, line(&action.text), who, action.due_in_words(), status]
}

fn owner(of: &ActionLine) -> String {
    if of.owner.is_empty() { "to be named".into() } else { of.owner.clone() }
}

/// What puts those first that are due soonest.
fn soonest(of: &ActionLine) -> (bool, Option<NaiveDate>, i64) {
    (of.action.due.is_none(), of.action.due, of.action.rank)
}

/// How many there are, and how many of them are late: "3 actions, 1 overdue".
fn counted(lines: &[&ActionLine], today: NaiveDate) -> String {
    let all = several(lines.len(), "action");
    match lines.iter().filter(|of| of.action.is_overdue(today)).count() {
        0 => all,
        late => format!("{all}, {late} overdue"),
    }
}

/// A sheet for each owner with something still to do, soonest due first.
fn chasers(lines: &[ActionLine], today: NaiveDate) -> Vec<Block> {
    let mut owners: Vec<(String, Vec<&ActionLine>)> = Vec::new();
    for of in lines.iter().filter(|line| line.action.status.is_live()) {
        let name = owner(of);
        match owners.iter_mut().find(|(known, _)| *known == name) {
            Some((_, theirs)) => theirs.push(of),
            None => owners.push((name, vec![of])),
        }
    }
    owners.sort_by(|a, b| a.0.cmp(&b.0));
    let mut blocks = Vec::new();
    for (name, mut theirs) in owners {
        theirs.sort_by_key(|of| soonest(of));
        let said = counted(&theirs, today);
        blocks.push(heading(&format!("For {name}"), &said));
        blocks.push(table(&format!("For {name} to do"), theirs.into_iter(), today));
    }
    blocks
}

fn sheet(lines: &[ActionLine], today: NaiveDate) -> Sheet {
    let row = |of: &ActionLine| {
        let action = &of.action;
        vec![
            action.reference(),
            of.code.clone(),
            of.given.to_string(),
            of.minute.map(|n| number::minute(n, action.year)).unwrap_or_default(),
            of.item_title.clone(),
            action.text.clone(),
            of.owner.clone(),
            of.support.join("; "),
            of.organisation.clone(),
            action.due.map(|day| day.to_string()).unwrap_or_default(),
            action.due_text.clone(),
            action.status.plain(),
            if action.is_overdue(today) { "yes".into() } else { "no".into() },
            of.slips().to_string(),
        ]
    };
    Sheet { columns: COLUMNS.map(str::to_owned).to_vec(), rows: lines.iter().map(row).collect() }
}

fn in_calendar(of: &ActionLine) -> CalendarEntry {
    let action = &of.action;
    CalendarEntry {
        uid: action.id.0.clone(),
        summary: format!("{}: {}", action.reference(), line(&action.text)),
        detail: format!("{}. {}", owner(of), of.item_title),
        place: String::new(),
        day: action.due,
        start: None,
        cancelled: false,
        todo: Some(match action.status {
            ActionStatus::Open => "NEEDS-ACTION",
            ActionStatus::InProgress => "IN-PROCESS",
            ActionStatus::Complete | ActionStatus::Confirmed => "COMPLETED",
            ActionStatus::Cancelled | ActionStatus::Superseded => "CANCELLED",
        }),
    }
}

impl Scribe<'_> {
    /// The meeting's own actions as a register would give them.
    fn action_lines(&self) -> Vec<ActionLine> {
        let sitting = self.sitting;
        let line = |action: &Action| {
            let item = sitting.item(&action.item);
            let person = action.owner.as_ref().and_then(|id| sitting.person(id));
            let from = person.and_then(|p| p.organisation.as_ref());
            let from = action.organisation.as_ref().or(from);
            let from = from.and_then(|id| sitting.organisation(id));
            let from = from.map(|o| o.name.clone()).unwrap_or_default();
            ActionLine {
                action: action.clone(),
                owner: person.map_or_else(|| from.clone(), Person::plain),
                support: action
                    .support
                    .0
                    .iter()
                    .filter_map(|id| sitting.person(id))
                    .map(Person::plain)
                    .collect(),
                organisation: from,
                code: sitting.body.code.clone(),
                given: sitting.meeting.date,
                minute: sitting.minute(&action.item).and_then(|m| m.number),
                item_title: item.map(|i| i.title.clone()).unwrap_or_default(),
                exempt: item.is_some_and(|i| !i.exempt.is_open()),
                reports: sitting
                    .updates
                    .iter()
                    .filter(|u| u.action == action.id)
                    .cloned()
                    .collect(),
                links: Vec::new(),
                partnership: item.and_then(|i| i.partnership.clone()),
            }
        };
        sitting.actions.iter().map(line).collect()
    }

    /// Owners who were not there to hear what they were given to do.
    fn to_be_told(&self) -> Option<String> {
        let mut owners = Vec::new();
        for owner in self.sitting.actions.iter().filter_map(|a| a.owner.as_ref()) {
            let there = self
                .sitting
                .attendance_of(owner)
                .is_some_and(|a| a.status == AttendanceStatus::Present);
            if !there && !owners.contains(&owner) {
                owners.push(owner);
            }
        }
        (!owners.is_empty())
            .then(|| self.say("actions.told", &[("names", &self.names(owners.iter().copied()))]))
    }
}
