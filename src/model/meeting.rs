//! A meeting, its agenda, and who is in the room.

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use super::day::Stamp;
use super::word::words;
use super::{
    AddendumId, AdjournmentId, AttendanceId, BodyId, EditionId, InterestId, ItemId, MeetingId,
    MovementId, PersonId, PresidingId,
};

words! {
    /// What sort of meeting it is.
    MeetingKind {
        /// One of the year's round.
        Ordinary = "ordinary",
        /// The one that elects the chair.
        Annual = "annual",
        /// Called for a purpose.
        Extraordinary = "extraordinary",
        /// Too few came: notes only, and no decisions.
        Inquorate = "inquorate",
    }
    /// How far a meeting has gone.
    MeetingStatus {
        /// It has a date.
        Planned = "planned",
        /// Its agenda is out.
        AgendaPublished = "agenda_published",
        /// It is sitting.
        InSession = "in_session",
        /// It has broken off and will go on.
        Adjourned = "adjourned",
        /// It is over.
        Closed = "closed",
        /// It was not held.
        Cancelled = "cancelled",
    }
    /// How far the minutes of a meeting have gone.
    MinutesStatus {
        /// Being written.
        Draft = "draft",
        /// Read for fact by the chair and officers.
        Checked = "checked",
        /// Sent out, marked as a draft.
        Circulated = "circulated",
        /// Agreed by a later meeting as correct.
        Confirmed = "confirmed",
        /// Signed by whoever presided then.
        Signed = "signed",
    }
    /// In what capacity a person is at a meeting.
    Capacity {
        /// Sits and votes.
        Voting = "voting",
        /// Sits and does not vote.
        NonVoting = "non_voting",
        /// Sits by invitation of the members.
        CoOpted = "co_opted",
        /// Advises.
        Officer = "officer",
        /// Came when asked.
        Invitee = "invitee",
        /// Came to watch.
        Observer = "observer",
        /// Used to be a member.
        FormerMember = "former_member",
        /// Spoke as one of the public.
        Public = "public",
    }
    /// What is known of a person's attendance.
    AttendanceStatus {
        /// Came, for the whole or a part.
        Present = "present",
        /// Sent apologies.
        Apologies = "apologies",
        /// Neither came nor sent word.
        Absent = "absent",
    }
    /// Into the room or out of it.
    Direction {
        /// Into the room.
        In = "in",
        /// Out of the room.
        Out = "out",
    }
    /// What kind of interest was declared; a profile says which are in force.
    InterestKind {
        /// Personal (2007 code).
        Personal = "personal",
        /// Prejudicial (2007 code).
        Prejudicial = "prejudicial",
        /// Disclosable pecuniary (from July 2012).
        Pecuniary = "pecuniary",
        /// Any other the body's own protocol asks for.
        Other = "other",
    }
    /// What the person who declared an interest then did.
    InterestOutcome {
        /// Stayed, spoke and voted.
        Stayed = "stayed",
        /// Spoke and did not vote.
        Spoke = "spoke",
        /// Withdrew from the room.
        Withdrew = "withdrew",
    }
}

impl MeetingStatus {
    /// Whether it has begun: it sits, stands adjourned or is over.
    #[must_use]
    pub fn has_begun(self) -> bool {
        !matches!(self, Self::Planned | Self::AgendaPublished | Self::Cancelled)
    }
}

/// A meeting of a body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meeting {
    /// Its name in the book.
    pub id: MeetingId,
    /// Of which body.
    pub body: BodyId,
    /// Its number in the body's own count, where one is kept.
    pub number: Option<u32>,
    /// What it is called besides its date, such as "Annual meeting".
    pub title: String,
    /// What sort it is.
    pub kind: MeetingKind,
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
    /// When it began.
    pub began_at: Option<Stamp>,
    /// When it ended.
    pub ended_at: Option<Stamp>,
    /// The edition of the schedule it has before it.
    pub edition: Option<EditionId>,
    /// The day its agenda went out.
    pub published_on: Option<NaiveDate>,
    /// Whether its agenda was altered after that, otherwise than by urgent business.
    pub altered: bool,
    /// At which later meeting its minutes were confirmed, if it is known.
    pub confirmed_at: Option<MeetingId>,
    /// Who signed its minutes: whoever presided when they were signed.
    pub signed_by: Option<PersonId>,
    /// The day they were signed.
    pub signed_on: Option<NaiveDate>,
    /// The leaf of the minute book that bears the signature, where leaves are
    /// numbered (paragraph 41, Schedule 12, Local Government Act 1972).
    pub leaf: Option<u32>,
}

impl Meeting {
    /// Whether its minutes wait to be confirmed. What too few came to has informal notes,
    /// which nobody confirms.
    #[must_use]
    pub fn waits_to_be_confirmed(&self) -> bool {
        self.minutes < MinutesStatus::Confirmed && self.kind != MeetingKind::Inquorate
    }

    /// A meeting of `body` to be held on `date`, of which no more is known.
    #[must_use]
    pub fn planned(id: MeetingId, body: BodyId, date: NaiveDate) -> Self {
        Self {
            id,
            body,
            number: None,
            title: String::new(),
            kind: MeetingKind::Ordinary,
            date,
            start: None,
            place: String::new(),
            status: MeetingStatus::Planned,
            minutes: MinutesStatus::Draft,
            began_at: None,
            ended_at: None,
            edition: None,
            published_on: None,
            altered: false,
            confirmed_at: None,
            signed_by: None,
            signed_on: None,
            leaf: None,
        }
    }
}

/// A paper sent out after the agenda it belongs to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Addendum {
    /// Its name in the book.
    pub id: AddendumId,
    /// To which meeting's agenda.
    pub meeting: MeetingId,
    /// The day it went out.
    pub sent_on: NaiveDate,
    /// The time of that day, if it is known.
    pub sent_at: Option<NaiveTime>,
    /// What it is; empty, if only the day is known.
    pub text: String,
    /// Its place among everything recorded.
    pub rank: i64,
}

/// One person's attendance at one meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attendance {
    /// Its name in the book.
    pub id: AttendanceId,
    /// At which meeting.
    pub meeting: MeetingId,
    /// Who.
    pub person: PersonId,
    /// As what.
    pub capacity: Capacity,
    /// What is known of it.
    pub status: AttendanceStatus,
    /// The member whose place they took.
    pub in_place_of: Option<PersonId>,
    /// Why they could not come. Health is never detailed in public minutes.
    pub reason: String,
    /// Whether they had sent apologies, and came all the same once business had begun.
    pub apologised: bool,
    /// Whether they could bind those who sent them; not said, not known.
    pub mandated: Option<bool>,
    /// Its place on the roll.
    pub rank: i64,
}

/// A coming or going. Never altered; put right by another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Movement {
    /// Its name in the book.
    pub id: MovementId,
    /// At which meeting.
    pub meeting: MeetingId,
    /// Who.
    pub person: PersonId,
    /// In or out.
    pub direction: Direction,
    /// When.
    pub at: Stamp,
    /// Whether that is known: put down after the meeting with no time, it is only the last
    /// on record.
    pub timed: bool,
    /// During which item; none, before the first.
    pub item: Option<ItemId>,
    /// After how many paragraphs of that item's minute.
    pub place: u32,
    /// Why, where the minutes should say so.
    pub reason: String,
    /// Its place among everything recorded.
    pub rank: i64,
}

impl Movement {
    /// When, if that is known.
    #[must_use]
    pub fn known_at(&self) -> Option<Stamp> {
        self.timed.then_some(self.at)
    }
}

/// Who presides, from here on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Presiding {
    /// Its name in the book.
    pub id: PresidingId,
    /// At which meeting.
    pub meeting: MeetingId,
    /// Who.
    pub person: PersonId,
    /// From when.
    pub at: Stamp,
    /// Whether that is known, as of a movement.
    pub timed: bool,
    /// From which item; none, from the start.
    pub item: Option<ItemId>,
    /// After how many of that item's paragraphs.
    pub place: u32,
    /// Its place among everything recorded.
    pub rank: i64,
}

impl Presiding {
    /// When, if that is known.
    #[must_use]
    pub fn known_at(&self) -> Option<Stamp> {
        self.timed.then_some(self.at)
    }
}

/// A time for which the meeting was broken off.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Adjournment {
    /// Its name in the book.
    pub id: AdjournmentId,
    /// Which meeting.
    pub meeting: MeetingId,
    /// During which item; none, before the first.
    pub item: Option<ItemId>,
    /// After how many paragraphs of its minute.
    pub place: u32,
    /// From when.
    pub from_at: Stamp,
    /// Until when; none while it lasts, or if the meeting never went on.
    pub to_at: Option<Stamp>,
    /// Its place among everything recorded.
    pub rank: i64,
}

/// An interest declared in an item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Interest {
    /// Its name in the book.
    pub id: InterestId,
    /// At which meeting.
    pub meeting: MeetingId,
    /// In which item.
    pub item: ItemId,
    /// Whose.
    pub person: PersonId,
    /// Of which kind.
    pub kind: InterestKind,
    /// What it is.
    pub nature: String,
    /// What the person then did, once known.
    pub outcome: Option<InterestOutcome>,
    /// Leave given to take part all the same.
    pub dispensation: String,
    /// Its place among everything recorded.
    pub rank: i64,
}
