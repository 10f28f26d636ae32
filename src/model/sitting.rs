//! One meeting, whole, with everything on it.

use super::{
    Action, ActionId, Addendum, Adjournment, Appointment, Attendance, Ballot, Body, CallIn,
    Callable, Corrected, Correction, Decision, DecisionId, Earlier, Former, Gap, Interest, Item,
    ItemId, ItemKind, ItemStatus, Link, Meeting, MeetingId, Minute, Motion, Movement, Neighbours,
    Note, Organisation, OrganisationId, Person, PersonId, PlanEntry, Presiding, Seat, Standing,
    Thing, ThingKind, Update, Vote, VoteId,
};

/// Everything on record for one meeting, as it stands, and what it needs to
/// know of other meetings.
///
/// The whole of it is read at once after each entry: a sitting is a few hundred
/// rows, and one value that is never half old is worth the millisecond.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sitting {
    /// The body that sits.
    pub body: Body,
    /// The meeting.
    pub meeting: Meeting,
    /// The agenda, in order.
    pub items: Vec<Item>,
    /// Everyone the book knows.
    pub people: Vec<Person>,
    /// The organisations they come from.
    pub organisations: Vec<Organisation>,
    /// Who has a place on the body on the day, in the order of the roll.
    pub appointments: Vec<Appointment>,
    /// The seats of the body, where they are kept.
    pub seats: Vec<Seat>,
    /// What is known of who came.
    pub attendance: Vec<Attendance>,
    /// Comings and goings, in the order recorded.
    pub movements: Vec<Movement>,
    /// Who presided, in the order recorded.
    pub presiding: Vec<Presiding>,
    /// When it was broken off, in order.
    pub adjournments: Vec<Adjournment>,
    /// Interests declared.
    pub interests: Vec<Interest>,
    /// The minutes of the items.
    pub minutes: Vec<Minute>,
    /// The clerk's private notes.
    pub notes: Vec<Note>,
    /// Motions and amendments, in the order moved.
    pub motions: Vec<Motion>,
    /// Votes, in the order taken.
    pub votes: Vec<Vote>,
    /// Who voted how.
    pub ballots: Vec<Ballot>,
    /// Decisions, in the order made.
    pub decisions: Vec<Decision>,
    /// Corrections of earlier minutes agreed here.
    pub corrections: Vec<Correction>,
    /// Actions given here, in the order given.
    pub actions: Vec<Action>,
    /// The body's actions from earlier meetings that were open when this one began.
    pub outstanding: Vec<Action>,
    /// The outstanding actions that were given under exempt business.
    pub secret: Vec<ActionId>,
    /// The decisions made here that tell of exempt business of another meeting: they answer,
    /// undo or call in what was decided under it.
    pub telling: Vec<DecisionId>,
    /// Reports on any of those actions, in the order given.
    pub updates: Vec<Update>,
    /// The partnerships, each with its row of the edition before the meeting.
    pub standings: Vec<Standing>,
    /// What is missing in those rows, the most pressing of each first.
    pub gaps: Vec<Gap>,
    /// What lies outside the meeting and its schedule that lines may be tied to:
    /// recommendations, targets and the like.
    pub things: Vec<Thing>,
    /// Links that start or end at this meeting's own decisions and actions.
    pub links: Vec<Link>,
    /// The number the body's next minute would have.
    pub next_minute: u32,
    /// The number the body's next action would have.
    pub next_action: u32,
    /// The body's decisions at earlier meetings, the last two years of them.
    pub earlier: Vec<Earlier>,
    /// Decisions of any body that wait to take effect, or were called in before.
    pub callable: Vec<Callable>,
    /// Decisions called in that this meeting considers.
    pub call_ins: Vec<CallIn>,
    /// What was promised here to come back, and under which item.
    pub promises: Vec<(ItemId, PlanEntry)>,
    /// Of a copy for the public, the ranks of what was done under exempt items, and nothing
    /// of what it was: who was there for it is no secret.
    pub withheld: Vec<(ItemId, i64)>,
    /// Papers sent out after the agenda, in order.
    pub addenda: Vec<Addendum>,
    /// The numbered minutes of earlier meetings that may be corrected here.
    pub former: Vec<Former>,
    /// Corrections of this meeting's own minutes, agreed at a later one.
    pub corrected: Vec<Corrected>,
    /// When each member last attended any meeting, before this one.
    pub last_attended: Vec<(PersonId, chrono::NaiveDate)>,
    /// The body's meetings before and after this one, by date.
    pub neighbours: Neighbours,
}

impl Sitting {
    /// The meetings whose minutes waited to be confirmed as this one began, the longest
    /// first: they wait still, or were confirmed here or later.
    pub fn confirmable(&self) -> impl Iterator<Item = &Meeting> {
        let since = |id: &MeetingId| {
            *id == self.meeting.id || self.neighbours.coming.iter().any(|later| later.id == *id)
        };
        self.neighbours.held.iter().filter(move |held| {
            held.waits_to_be_confirmed() || held.confirmed_at.as_ref().is_some_and(since)
        })
    }

    /// The minute of an earlier meeting that a correction of "27/26, line 2" is of,
    /// if the book has it.
    #[must_use]
    pub fn corrects(&self, said: &str) -> Option<&Former> {
        let reference = said.split([',', ' ']).next().unwrap_or_default();
        self.former.iter().find(|minute| minute.reference == reference)
    }

    /// The day by which `action` is to be done; of one that this meeting gave, as it gave
    /// it first: a day that it or a later one gave instead is told with the report of it.
    #[must_use]
    pub fn due_here(&self, action: &Action) -> Option<chrono::NaiveDate> {
        let moved = self.updates.iter().find(|update| {
            update.action == action.id && update.was.is_some() && update.was != update.due
        });
        let was = moved.filter(|_| action.meeting == self.meeting.id).and_then(|moved| moved.was);
        was.or(action.due)
    }

    /// The item named `id`.
    #[must_use]
    pub fn item(&self, id: &ItemId) -> Option<&Item> {
        self.items.iter().find(|item| item.id == *id)
    }

    /// The item printed as number `number`, in any case and with or without a
    /// full stop.
    #[must_use]
    pub fn item_numbered(&self, number: &str) -> Option<&Item> {
        let wanted = number.trim().trim_end_matches('.');
        self.items
            .iter()
            .find(|item| item.number.trim_end_matches('.').eq_ignore_ascii_case(wanted))
    }

    /// The item being discussed.
    #[must_use]
    pub fn current(&self) -> Option<&Item> {
        self.items.iter().find(|item| item.status == ItemStatus::UnderDiscussion)
    }

    /// The item that was dealt with last, where none is under discussion. Nothing said
    /// next is about the resolution to exclude the public, which anybody may read.
    #[must_use]
    pub fn last_taken(&self) -> Option<&Item> {
        let taken = self.items.iter().filter(|item| item.taken.is_some());
        // Two may end within one minute: what was decided last tells which.
        let decided = |item: &Item| self.decisions_on(&item.id).map(|had| had.rank).max();
        taken.max_by_key(|item| {
            let last = decided(item).max(item.taken);
            (item.kind != ItemKind::Exclusion, item.ended_at, last)
        })
    }

    /// The minute of `item`.
    #[must_use]
    pub fn minute(&self, item: &ItemId) -> Option<&Minute> {
        self.minutes.iter().find(|minute| minute.id == *item)
    }

    /// What was written down on `item`.
    #[must_use]
    pub fn text_of(&self, item: &ItemId) -> &str {
        self.minute(item).map_or("", |minute| minute.text.as_str())
    }

    /// The person named `id`.
    #[must_use]
    pub fn person(&self, id: &PersonId) -> Option<&Person> {
        self.people.iter().find(|person| person.id == *id)
    }

    /// What the minutes call `person`.
    #[must_use]
    pub fn name_of(&self, person: &PersonId) -> String {
        self.person(person).map_or_else(|| "somebody".into(), Person::minuted)
    }

    /// What running text calls `person`.
    #[must_use]
    pub fn short_name_of(&self, person: &PersonId) -> String {
        self.person(person).map_or_else(|| "somebody".into(), Person::short)
    }

    /// The partnership that `item` is about, with its panes.
    #[must_use]
    pub fn standing(&self, item: &Item) -> Option<&Standing> {
        let wanted = item.partnership.as_ref()?;
        self.standings.iter().find(|standing| standing.partnership.id == *wanted)
    }

    /// What is missing in the row of the partnership that `item` is about, and
    /// was not let pass; the most pressing first.
    pub fn gaps_on<'a>(&'a self, item: &'a Item) -> impl Iterator<Item = &'a Gap> + 'a {
        self.gaps.iter().filter(move |gap| {
            gap.is_open() && item.partnership.is_some() && gap.partnership == item.partnership
        })
    }

    /// The thing called `name`, in any case, that something done here may be
    /// tied to; else what goes on, in the edition before the meeting, from what an earlier
    /// one called that.
    #[must_use]
    pub fn thing(&self, name: &str) -> Option<(&str, ThingKind)> {
        self.called(name).or_else(|| {
            let mut later = self.standings.iter().flat_map(|row| row.gone_on(name));
            later.find_map(|id| self.called(id))
        })
    }

    /// The thing called `name` today.
    fn called(&self, name: &str) -> Option<(&str, ThingKind)> {
        let called = |id: &str| id.eq_ignore_ascii_case(name);
        let rows = self.standings.iter().flat_map(|row| {
            let points = row.points.iter().map(|p| (p.id.as_str(), ThingKind::Point));
            let responses = row.responses.iter().map(|r| (r.id.as_str(), ThingKind::Response));
            let summary = row.summary.iter().map(|s| (s.id.as_str(), ThingKind::Summary));
            let whole = (row.partnership.id.as_str(), ThingKind::Partnership);
            points.chain(responses).chain(summary).chain([whole])
        });
        let actions = self.known_actions();
        let actions = actions.filter(|a| called(a.id.as_str()) || called(&a.reference()));
        rows.chain(self.things.iter().map(|thing| (thing.id.as_str(), thing.kind)))
            .chain(self.decisions.iter().map(|d| (d.id.as_str(), ThingKind::Decision)))
            .chain(self.items.iter().map(|i| (i.id.as_str(), ThingKind::Item)))
            .find(|(id, _)| called(id))
            .or_else(|| {
                self.things.iter().find(|t| t.is_coded(name)).map(|t| (t.id.as_str(), t.kind))
            })
            .or_else(|| actions.map(|a| (a.id.as_str(), ThingKind::Action)).next())
    }

    /// After how many paragraphs of `item` what was moved, voted on or decided there is told.
    /// What stands below all that is written is told before what was put down after it,
    /// where that stands among the paragraphs: (a) before (b).
    #[must_use]
    pub fn told_after(&self, item: &ItemId, place: u32, rank: i64) -> u32 {
        if place < u32::MAX {
            return place;
        }
        let motions = self.motions.iter().map(|row| (&row.item, row.rank, row.place));
        let votes = self.votes.iter().map(|row| (&row.item, row.rank, row.place));
        let decisions = self.decisions.iter().map(|row| (&row.item, row.rank, row.place));
        let all = motions.chain(votes).chain(decisions);
        let later = all.filter(|(on, later, _)| *on == item && *later > rank);
        later.map(|(.., place)| place).min().unwrap_or(place)
    }

    /// The decisions on `item` in the order in which its minute tells them: one that was put
    /// in above another comes first, whenever that was.
    #[must_use]
    pub fn decisions_as_told(&self, item: &ItemId) -> Vec<&Decision> {
        let mut told: Vec<_> = self.decisions.iter().filter(|had| had.item == *item).collect();
        told.sort_by_key(|had| (self.told_after(item, had.place, had.rank), had.rank));
        told
    }

    /// The decisions on `item`, in the order in which they were put down.
    pub fn decisions_on<'a>(&'a self, item: &'a ItemId) -> impl Iterator<Item = &'a Decision> + 'a {
        self.decisions.iter().filter(move |decision| decision.item == *item)
    }

    /// The actions given on `item`.
    pub fn actions_on<'a>(&'a self, item: &'a ItemId) -> impl Iterator<Item = &'a Action> + 'a {
        self.actions.iter().filter(move |action| action.item == *item)
    }

    /// The actions given here and those outstanding from before.
    pub fn known_actions(&self) -> impl Iterator<Item = &Action> {
        self.actions.iter().chain(&self.outstanding)
    }

    /// The organisation named `id`.
    #[must_use]
    pub fn organisation(&self, id: &OrganisationId) -> Option<&Organisation> {
        self.organisations.iter().find(|organisation| organisation.id == *id)
    }

    /// When it was broken off, where it has not gone on since.
    #[must_use]
    pub fn broken_off(&self) -> Option<&Adjournment> {
        self.adjournments.iter().rfind(|adjournment| adjournment.to_at.is_none())
    }

    /// The attendance of `person`, if anything is known of it.
    #[must_use]
    pub fn attendance_of(&self, person: &PersonId) -> Option<&Attendance> {
        self.attendance.iter().find(|attendance| attendance.person == *person)
    }

    /// The vote named `id`.
    #[must_use]
    pub fn vote(&self, id: &VoteId) -> Option<&Vote> {
        self.votes.iter().find(|vote| vote.id == *id)
    }

    /// Who presides now, if anyone has taken the chair.
    #[must_use]
    pub fn chair(&self) -> Option<&PersonId> {
        self.presiding.last().map(|presiding| &presiding.person)
    }
}
