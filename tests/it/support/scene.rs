//! A meeting played out on plain values: each call puts one thing on record.

use chrono::NaiveDate;
use minutebook::model::{
    Action, ActionStatus, Appointment, Attendance, AttendanceStatus, Ballot, Body, Capacity, Cast,
    Correction, Decision, Direction, Interest, InterestKind, InterestOutcome, Item, ItemStatus,
    Majority, Meeting, MeetingStatus, Method, Minute, Motion, MotionId, MotionKind, MotionOutcome,
    Movement, Neighbours, Note, Organisation, People, Person, Presiding, Role, Sitting, Verb, Vote,
    VoteId,
};

use super::blank::at;

/// A sitting as it grows.
pub(crate) struct Scene {
    pub(crate) sitting: Sitting,
    rank: i64,
    now: usize,
}

impl Scene {
    pub(crate) fn new(body: Body, meeting: Meeting) -> Self {
        let sitting = Sitting {
            body,
            meeting,
            items: vec![],
            people: vec![],
            organisations: vec![],
            appointments: vec![],
            seats: vec![],
            attendance: vec![],
            movements: vec![],
            presiding: vec![],
            adjournments: vec![],
            interests: vec![],
            minutes: vec![],
            notes: vec![],
            motions: vec![],
            votes: vec![],
            ballots: vec![],
            decisions: vec![],
            corrections: vec![],
            actions: vec![],
            outstanding: vec![],
            secret: vec![],
            telling: vec![],
            updates: vec![],
            standings: vec![],
            gaps: vec![],
            things: vec![],
            links: vec![],
            callable: vec![],
            call_ins: vec![],
            promises: vec![],
            withheld: vec![],
            addenda: vec![],
            former: vec![],
            corrected: vec![],
            next_minute: 1,
            next_action: 1,
            earlier: vec![],
            last_attended: vec![],
            neighbours: Neighbours::default(),
        };
        Self { sitting, rank: 0, now: 0 }
    }

    fn rank(&mut self) -> i64 {
        self.rank += 1;
        self.rank
    }

    fn item_id(&self) -> minutebook::model::ItemId {
        self.sitting.items[self.now].id.clone()
    }

    /// After how many paragraphs of the minute things are recorded now.
    fn place(&self) -> u32 {
        let text = self.sitting.text_of(&self.item_id());
        u32::try_from(text.lines().filter(|line| !line.trim().is_empty()).count()).unwrap()
    }

    pub(crate) fn organisation(&mut self, name: &str) {
        let id = format!("org-{name}");
        let (name, sector) = (name.to_owned(), String::new());
        let id = id.as_str().into();
        self.sitting.organisations.push(Organisation { id, short: name.clone(), name, sector });
    }

    /// Somebody the book knows: "Councillor Miss|P.|Allardyce|post|organisation".
    pub(crate) fn person(&mut self, said: &str) {
        let mut parts = said.split('|').map(str::to_owned);
        let mut next = || parts.next().unwrap_or_default();
        let (title, given, family, post) = (next(), next(), next(), next());
        let organisation = next();
        let organisation =
            (!organisation.is_empty()).then(|| format!("org-{organisation}").as_str().into());
        let id = family.as_str().into();
        let honours = String::new();
        self.sitting.people.push(Person { id, title, given, family, honours, post, organisation });
    }

    /// Puts members on the roll, by family name.
    pub(crate) fn roll(&mut self, names: &str) {
        for name in names.split(' ') {
            let rank = self.rank();
            self.sitting.appointments.push(Appointment {
                id: format!("app-{name}").as_str().into(),
                body: self.sitting.body.id.clone(),
                person: name.into(),
                seat: None,
                role: Role::Member,
                voting: true,
                from_on: None,
                to_on: None,
                rank,
            });
        }
    }

    pub(crate) fn agenda(&mut self, items: Vec<Item>) {
        for mut item in items {
            item.rank = self.rank();
            self.sitting.items.push(item);
        }
    }

    pub(crate) fn begin(&mut self, clock: &str) {
        self.sitting.meeting.status = MeetingStatus::InSession;
        self.sitting.meeting.began_at = Some(at(self.sitting.meeting.date, clock));
    }

    pub(crate) fn close(&mut self, clock: &str) {
        self.sitting.items[self.now].status = ItemStatus::Concluded;
        self.sitting.meeting.status = MeetingStatus::Closed;
        self.sitting.meeting.ended_at = Some(at(self.sitting.meeting.date, clock));
    }

    /// Takes up the item at this place on the agenda, from nought, as minute
    /// `number`.
    pub(crate) fn take(&mut self, item: usize, number: u32) {
        if self.sitting.items[self.now].status == ItemStatus::UnderDiscussion {
            self.sitting.items[self.now].status = ItemStatus::Concluded;
        }
        self.now = item;
        let taken = self.rank();
        self.sitting.items[item].taken = Some(taken);
        self.sitting.items[item].started_at = Some(at(self.sitting.meeting.date, "10.00"));
        self.sitting.items[item].status = ItemStatus::UnderDiscussion;
        let (id, meeting) = (self.item_id(), self.sitting.meeting.id.clone());
        let (text, summary, number) = (String::new(), String::new(), Some(number));
        self.sitting.minutes.push(Minute { id, meeting, text, summary, number });
    }

    /// Goes back to an item already taken.
    pub(crate) fn go_back(&mut self, item: usize) {
        self.now = item;
    }

    pub(crate) fn write(&mut self, paragraph: &str) {
        let id = self.item_id();
        let minute = self.sitting.minutes.iter_mut().find(|m| m.id == id).unwrap();
        if !minute.text.is_empty() {
            minute.text.push('\n');
        }
        minute.text.push_str(paragraph);
    }

    pub(crate) fn summary(&mut self, text: &str) {
        self.sitting.minutes.last_mut().unwrap().summary = text.into();
    }

    pub(crate) fn note(&mut self, text: &str) {
        let (id, meeting) = (self.item_id(), self.sitting.meeting.id.clone());
        self.sitting.notes.push(Note { id, meeting, text: text.into() });
    }

    pub(crate) fn set_aside(&mut self, status: ItemStatus, until: &str, why: &str) {
        let item = &mut self.sitting.items[self.now];
        item.status = status;
        item.deferred_to = until.into();
        item.why = why.into();
    }

    pub(crate) fn attend(&mut self, name: &str, capacity: Capacity, status: AttendanceStatus) {
        let rank = self.rank();
        self.sitting.attendance.push(Attendance {
            id: format!("att-{name}").as_str().into(),
            meeting: self.sitting.meeting.id.clone(),
            person: name.into(),
            capacity,
            status,
            in_place_of: None,
            reason: String::new(),
            apologised: false,
            mandated: None,
            rank,
        });
    }

    pub(crate) fn apologies(&mut self, name: &str, reason: &str) {
        self.attend(name, Capacity::Voting, AttendanceStatus::Apologies);
        self.sitting.attendance.last_mut().unwrap().reason = reason.into();
    }

    pub(crate) fn in_place_of(&mut self, member: &str) {
        self.sitting.attendance.last_mut().unwrap().in_place_of = Some(member.into());
    }

    pub(crate) fn moves(&mut self, name: &str, direction: Direction, clock: &str) {
        let (rank, item, place) = (self.rank(), self.item_id(), self.place());
        self.sitting.movements.push(Movement {
            id: format!("mov-{rank}").as_str().into(),
            meeting: self.sitting.meeting.id.clone(),
            person: name.into(),
            direction,
            at: at(self.sitting.meeting.date, clock),
            timed: true,
            item: Some(item),
            place,
            reason: String::new(),
            rank,
        });
    }

    /// Somebody comes in who is on the list of those present.
    pub(crate) fn arrive(&mut self, name: &str, capacity: Capacity, clock: &str) {
        self.attend(name, capacity, AttendanceStatus::Present);
        self.moves(name, Direction::In, clock);
    }

    pub(crate) fn chair(&mut self, name: &str, clock: &str) {
        let rank = self.rank();
        let item = (!self.sitting.presiding.is_empty()).then(|| self.item_id());
        self.sitting.presiding.push(Presiding {
            id: format!("pres-{rank}").as_str().into(),
            meeting: self.sitting.meeting.id.clone(),
            person: name.into(),
            at: at(self.sitting.meeting.date, clock),
            timed: true,
            item,
            place: 0,
            rank,
        });
    }

    pub(crate) fn interest(
        &mut self,
        name: &str,
        item: usize,
        kind: InterestKind,
        nature: &str,
        outcome: InterestOutcome,
    ) {
        let rank = self.rank();
        self.sitting.interests.push(Interest {
            id: format!("int-{rank}").as_str().into(),
            meeting: self.sitting.meeting.id.clone(),
            item: self.sitting.items[item].id.clone(),
            person: name.into(),
            kind,
            nature: nature.into(),
            outcome: Some(outcome),
            dispensation: String::new(),
            rank,
        });
    }

    pub(crate) fn motion(
        &mut self,
        of: Option<&MotionId>,
        people: [&str; 2],
        text: &str,
        outcome: MotionOutcome,
    ) -> MotionId {
        let (rank, item, place) = (self.rank(), self.item_id(), self.place());
        let id: MotionId = format!("mot-{rank}").as_str().into();
        let kind = if of.is_some() { MotionKind::Amendment } else { MotionKind::Original };
        let who = |name: &str| (!name.is_empty()).then(|| name.into());
        self.sitting.motions.push(Motion {
            id: id.clone(),
            meeting: self.sitting.meeting.id.clone(),
            item,
            rank,
            place,
            kind,
            of: of.cloned(),
            mover: who(people[0]),
            seconder: who(people[1]),
            text: text.into(),
            outcome,
            majority: Majority::Simple,
        });
        id
    }

    pub(crate) fn vote(
        &mut self,
        motion: Option<&MotionId>,
        count: [u32; 3],
        casting: Option<Cast>,
    ) -> VoteId {
        let (rank, item, place) = (self.rank(), self.item_id(), self.place());
        let id: VoteId = format!("vote-{rank}").as_str().into();
        let presiding = self.sitting.chair().cloned();
        self.sitting.votes.push(Vote {
            id: id.clone(),
            meeting: self.sitting.meeting.id.clone(),
            item,
            rank,
            place,
            motion: motion.cloned(),
            method: Method::Hands,
            in_favour: count[0],
            against: count[1],
            abstained: count[2],
            entitled: Some(count.iter().sum()),
            casting,
            presiding,
            majority: Majority::Simple,
        });
        id
    }

    pub(crate) fn ballot(&mut self, vote: &VoteId, name: &str, cast: Cast, on_request: bool) {
        let rank = self.rank();
        self.sitting.ballots.push(Ballot {
            id: format!("bal-{rank}").as_str().into(),
            vote: vote.clone(),
            meeting: self.sitting.meeting.id.clone(),
            person: name.into(),
            cast,
            on_request,
            rank,
        });
    }

    pub(crate) fn decide(&mut self, verb: Verb, to_whom: &str, text: &str, vote: Option<&VoteId>) {
        let (rank, item, place) = (self.rank(), self.item_id(), self.place());
        self.sitting.decisions.push(Decision {
            place,
            verb,
            to_whom: to_whom.into(),
            text: text.into(),
            vote: vote.cloned(),
            ..Decision::blank(
                format!("dec-{rank}").as_str().into(),
                self.sitting.meeting.id.clone(),
                item,
                rank,
            )
        });
    }

    pub(crate) fn correct(&mut self, minute: &str, old: &str, new: &str) {
        let (rank, item) = (self.rank(), self.item_id());
        self.sitting.corrections.push(Correction {
            id: format!("cor-{rank}").as_str().into(),
            meeting: self.sitting.meeting.id.clone(),
            item,
            of: "before".into(),
            minute: minute.into(),
            old: old.into(),
            new: new.into(),
            exempt: false,
            rank,
        });
    }

    pub(crate) fn action(&mut self, number: u32, owner: &str, text: &str, due: NaiveDate) {
        let (rank, item, place) = (self.rank(), self.item_id(), self.place());
        self.sitting.actions.push(Action {
            id: format!("act-{rank}").as_str().into(),
            body: self.sitting.body.id.clone(),
            number,
            year: 2026,
            meeting: self.sitting.meeting.id.clone(),
            item,
            rank,
            place,
            text: text.into(),
            owner: Some(owner.into()),
            organisation: None,
            support: People::default(),
            due: Some(due),
            due_text: String::new(),
            status: ActionStatus::Open,
        });
    }
}
