//! What stands across meetings: the lists that pages and commands show.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveTime};

use super::day::{self, Stamp};
use super::{
    Action, BodyId, Decision, DecisionStatus, Edition, EntryKind, EntryNo, Finding, FindingStatus,
    Gap, Item, ItemId, Link, LinkKind, MeetingId, MeetingStatus, MinutesStatus, PartnershipId,
    PlanEntry, Priority, Standing, Target, TargetResult, TargetState, Update, Verb, Vote,
};

/// What a body's newest meeting hands on to the next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Precedent {
    /// The body.
    pub body: BodyId,
    /// The highest number a meeting of its has, where they are counted.
    pub number: Option<u32>,
    /// The agenda of its newest meeting of the round that has one, in order.
    pub items: Vec<Item>,
}

/// A meeting, as a list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeetingLine {
    /// The meeting.
    pub id: MeetingId,
    /// The body's code.
    pub code: String,
    /// The body's name.
    pub body: String,
    /// The body.
    pub body_id: BodyId,
    /// What the meeting is called besides its date.
    pub title: String,
    /// The day.
    pub date: NaiveDate,
    /// When it was called for.
    pub start: Option<NaiveTime>,
    /// Where.
    pub place: String,
    /// How far it has gone.
    pub status: MeetingStatus,
    /// How far its minutes have gone.
    pub minutes: MinutesStatus,
    /// How many items are on its agenda.
    pub items: u32,
    /// How many decisions it made.
    pub decisions: u32,
    /// How many actions it gave.
    pub actions: u32,
}

/// An action, as a register shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActionLine {
    /// The action.
    pub action: Action,
    /// Its owner's name, or the organisation's, or nothing.
    pub owner: String,
    /// The names of those who help.
    pub support: Vec<String>,
    /// The name of the organisation the owner comes from.
    pub organisation: String,
    /// The body's code.
    pub code: String,
    /// The day of the meeting that gave it.
    pub given: NaiveDate,
    /// The minute it stands in, as printed, once it has a number.
    pub minute: Option<u32>,
    /// What the item was about.
    pub item_title: String,
    /// Whether that item is exempt.
    pub exempt: bool,
    /// What was reported of it, in order: its evidence, and each new day.
    pub reports: Vec<Update>,
    /// The partnership the item was about.
    pub partnership: Option<PartnershipId>,
    /// The names of the things it is tied to.
    pub links: Vec<String>,
}

impl ActionLine {
    /// How many times its day has been put back.
    #[must_use]
    pub fn slips(&self) -> u32 {
        u32::try_from(self.reports.iter().filter(|report| report.slips()).count())
            .unwrap_or(u32::MAX)
    }
}

/// A decision, as a register shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecisionLine {
    /// The decision.
    pub decision: Decision,
    /// The body's code.
    pub code: String,
    /// The body.
    pub body_id: BodyId,
    /// The day.
    pub date: NaiveDate,
    /// The number of the minute, once it has one.
    pub minute: Option<u32>,
    /// The year that number runs in.
    pub year: i32,
    /// Which of the item's decisions it is, from one; none if it is the only one.
    pub letter: Option<u32>,
    /// What the item was about.
    pub item_title: String,
    /// Whether that item is exempt.
    pub exempt: bool,
    /// The vote on it.
    pub vote: Option<Vote>,
    /// For a referral, or one to be ratified, the day its answer was put on record.
    pub answered: Option<NaiveDate>,
    /// Who has to ratify it, where somebody agreed to it who came without a mandate to
    /// decide: those who sent them.
    pub ratified_by: String,
    /// The day by which: that of the body's next meeting, if one is in the calendar.
    pub ratify_on: Option<NaiveDate>,
    /// What a later meeting put right in its minute, and whether that is exempt.
    pub corrections: Vec<(String, bool)>,
    /// The partnership the item was about.
    pub partnership: Option<PartnershipId>,
    /// The names of the things it is tied to.
    pub links: Vec<String>,
}

impl DecisionLine {
    /// Whether it waits for those to ratify it who sent somebody without a mandate.
    #[must_use]
    pub fn is_unratified(&self) -> bool {
        let stands =
            matches!(self.decision.status, DecisionStatus::Made | DecisionStatus::Effective);
        stands && !self.ratified_by.is_empty() && self.answered.is_none()
    }

    /// How it stands, in words; of a referral, whether it was answered.
    #[must_use]
    pub fn stands(&self) -> String {
        let mut stands = self.stands_here();
        for (said, _) in &self.corrections {
            stands.push_str(&format!("; its minute corrected: {said}"));
        }
        if !self.is_unratified() {
            return stands;
        }
        let by = self.ratify_on.map(|on| format!(" by {}", day::plain(on))).unwrap_or_default();
        format!("{stands}; to be ratified by {}{by}", self.ratified_by)
    }

    /// How it stands with the body that made it.
    fn stands_here(&self) -> String {
        let asks = match self.decision.verb {
            Verb::Referred => true,
            Verb::Recommended => self.decision.reply_by.is_some() || self.answered.is_some(),
            _ => false,
        };
        let waits = asks && self.decision.status == DecisionStatus::Made;
        match self.answered.filter(|_| waits) {
            Some(on) => format!("answered {}", day::plain(on)),
            None if waits => match self.decision.reply_by {
                Some(by) => format!("to be answered by {}", day::plain(by)),
                None => "waits for an answer".into(),
            },
            None => match (self.decision.status, self.decision.effective_on) {
                (DecisionStatus::Made, Some(on)) => format!("made, effective {}", day::plain(on)),
                (status, _) => status.plain(),
            },
        }
    }
}

/// The schedule: an edition and every partnership's row in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schedule {
    /// The edition.
    pub edition: Edition,
    /// The rows.
    pub standings: Vec<Standing>,
}

/// A row of a register, with what it is tied to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tied<T> {
    /// The row.
    pub row: T,
    /// The links that start or end at it.
    pub links: Vec<Link>,
    /// What things that are tied to it are called, by their names in the book:
    /// a title or a reference, never a word that was said in private.
    pub called: BTreeMap<String, String>,
}

impl<T> Tied<T> {
    /// What the thing named `id` is called, for people.
    #[must_use]
    pub fn call<'a>(&'a self, id: &'a str) -> &'a str {
        self.called.get(id).map_or(id, String::as_str)
    }

    /// The names of what is tied to `id` by a link of this kind that ends there.
    pub fn from<'a>(&'a self, kind: LinkKind, id: &'a str) -> impl Iterator<Item = &'a str> + 'a {
        let ends = move |link: &&Link| link.kind == kind && link.to_id == id;
        self.links.iter().filter(ends).map(|link| link.from_id.as_str())
    }

    /// The names of what `id` is tied to by a link of this kind that starts
    /// there.
    pub fn to<'a>(&'a self, kind: LinkKind, id: &'a str) -> impl Iterator<Item = &'a str> + 'a {
        let starts = move |link: &&Link| link.kind == kind && link.from_id == id;
        self.links.iter().filter(starts).map(|link| link.to_id.as_str())
    }
}

impl Tied<Finding> {
    /// How far a finding has come: one that something answers is answered, whatever it was
    /// marked as.
    #[must_use]
    pub fn stands(&self) -> FindingStatus {
        let answered = self.from(LinkKind::Answers, self.row.id.as_str()).next().is_some();
        match self.row.status {
            FindingStatus::Open if answered => FindingStatus::Answered,
            status => status,
        }
    }

    /// Whether it is open past its day.
    #[must_use]
    pub fn is_overdue(&self, today: NaiveDate) -> bool {
        self.row.due.is_some_and(|due| due < today) && self.stands() == FindingStatus::Open
    }
}

/// A target, as a register shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TargetLine {
    /// The target.
    pub target: Target,
    /// The priority it serves.
    pub priority: Option<Priority>,
    /// Its results, in the order of time.
    pub results: Vec<TargetResult>,
    /// The links that start or end at it.
    pub links: Vec<Link>,
}

impl TargetLine {
    /// How it stands, in words: by its newest result, "off track 5.9 %, Q3 2009/10". One that
    /// was only an example, or holds no longer, is told as that.
    #[must_use]
    pub fn in_words(&self) -> String {
        use TargetState::{Achieved, Active, Missed};
        match (self.target.state, self.results.last()) {
            (Active, None) => "no result".to_owned(),
            (Active | Achieved | Missed, Some(result)) => {
                let value = format!("{} {}", result.status.plain(), result.value);
                format!("{}, {}{}", value.trim_end(), result.period, result.why_unjudged())
            }
            (state, _) => state.plain(),
        }
    }

    /// Whether it is a target of that partnership.
    #[must_use]
    pub fn is_of(&self, partnership: &PartnershipId) -> bool {
        self.target.partnership.as_ref() == Some(partnership)
    }
}

/// A line of the history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HistoryLine {
    /// The entry.
    pub no: EntryNo,
    /// Whether it did, undid or redid something.
    pub kind: EntryKind,
    /// The word it is filed under.
    pub verb: String,
    /// What it put on record, in a sentence.
    pub said: String,
    /// When.
    pub at: Stamp,
    /// Who held the pen.
    pub clerk: String,
    /// At which meeting, if at one.
    pub meeting: Option<MeetingId>,
    /// Whether it has been taken back since.
    pub taken_back: bool,
}

/// Something a search found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The table it is in.
    pub table: String,
    /// Its name in the book.
    pub id: String,
    /// The meeting it belongs to, if to one.
    pub meeting: Option<MeetingId>,
    /// The item it belongs to, if to one.
    pub item: Option<ItemId>,
    /// The day of that meeting.
    pub date: Option<NaiveDate>,
    /// The words around what was looked for.
    pub snippet: String,
}

/// What a search found, and how much more there is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hits {
    /// What was looked for.
    pub query: String,
    /// The first of them, newest first.
    pub hits: Vec<Hit>,
    /// How many there are; counted no further than a thousand and one.
    pub count: u32,
}

/// Something typed and not yet put on record, kept against a crash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The meeting.
    pub meeting: MeetingId,
    /// The item whose minute it is.
    pub item: ItemId,
    /// The text.
    pub text: String,
    /// When it was kept.
    pub at: Stamp,
}

/// What the overview shows: what is on, what is due and what is missing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Overview {
    /// What the book says about itself.
    pub about: String,
    /// The meeting the clerk most likely wants.
    pub nearest: Option<MeetingId>,
    /// The meetings, newest first.
    pub meetings: Vec<MeetingLine>,
    /// Live actions, soonest due first.
    pub due: Vec<ActionLine>,
    /// The newest edition of the schedule.
    pub schedule: Option<Schedule>,
    /// What is missing, the most pressing first.
    pub gaps: Vec<Gap>,
    /// Which bodies are to meet more often than their calendars have it, each in
    /// a sentence.
    pub lulls: Vec<String>,
    /// Councillors near six months' absence, at which a seat is lost, each in a
    /// sentence.
    pub away: Vec<String>,
    /// What waits for somebody longer than it should: referrals for an answer, items
    /// put off for an agenda, promises for their report. Each in a sentence.
    pub waiting: Vec<String>,
}

/// Something that waits for a meeting of its body to take it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// The body.
    pub body: BodyId,
    /// Where it comes from, as printed: "PS 37/26".
    pub origin: String,
    /// The day of the meeting that put it off, or heard the promise.
    pub since: NaiveDate,
    /// Whether that was under exempt business.
    pub exempt: bool,
    /// What it is.
    pub what: WaitsFor,
}

/// What waits for a meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WaitsFor {
    /// An item put off, which is on no later agenda.
    Item(Box<Item>),
    /// Something of the forward plan, which no meeting has yet.
    Planned(PlanEntry),
}
