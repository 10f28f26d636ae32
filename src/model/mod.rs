//! What meetings, bodies, schedules and follow-up are: plain values that read
//! nothing and write nothing.

mod action;
pub mod agenda;
mod annotation;
mod beside;
mod call_in;
pub mod day;
mod entry;
mod exempt;
mod gap;
mod id;
mod item;
mod meeting;
mod minute;
mod outlook;
mod people;
pub mod period;
mod recommendation;
mod record;
mod register;
mod roster;
mod safe;
mod schedule;
mod sitting;
mod standing;
mod target;
mod thing;
mod trail;
mod vote;
pub(crate) mod word;
mod worth;

pub use action::{Action, ActionStatus, People, Update};
pub use annotation::{Annotation, AnnotationKind, AnnotationStatus};
pub use beside::{Asks, Callable, Earlier, Former, Neighbours, is_within};
pub use call_in::{CallIn, CallInOutcome};
pub use entry::Entry;
pub use exempt::Paragraphs;
pub use gap::{Gap, GapRule, Given, Misprint, MisprintKind, Mute, Severity};
pub use id::{
    ActionId, AddendumId, AdjournmentId, AnnotationId, AppointmentId, AttendanceId, BallotId,
    BodyId, CallInId, CorrectionId, DecisionId, DriverId, EditionId, EntryNo, FindingId,
    InterestId, ItemId, LinkId, MeetingId, Mint, MisprintId, MotionId, MovementId, MuteId,
    OrganisationId, PartnershipId, PersonId, PlanId, PointId, PresidingId, PriorityId,
    RecommendationId, ResponseId, ResultId, SeatId, SummaryId, TargetId, UpdateId, VoteId,
    first_free,
};
pub use item::{Item, ItemKind, ItemStatus};
pub use meeting::{
    Addendum, Adjournment, Attendance, AttendanceStatus, Capacity, Direction, Interest,
    InterestKind, InterestOutcome, Meeting, MeetingKind, MeetingStatus, MinutesStatus, Movement,
    Presiding,
};
pub use minute::{
    Corrected, Correction, Decision, DecisionStatus, Minute, Motion, MotionKind, MotionOutcome,
    Note, Verb, paragraph_count,
};
pub use outlook::{
    Driver, DriverStatus, Finding, FindingKind, FindingStatus, Likelihood, PlanEntry, PlanKind,
    PlanStatus,
};
pub use people::{
    Appointment, Body, BodyKind, HouseStyle, Organisation, Person, Role, Seat, SeatStatus,
    YearBasis, is_particle,
};
pub use recommendation::{Recommendation, RecommendationStatus};
pub use record::{Kept, Record};
pub use register::{
    ActionLine, DecisionLine, Draft, HistoryLine, Hit, Hits, MeetingLine, Overview, Precedent,
    Schedule, TargetLine, Tied, Waiting, WaitsFor,
};
pub use roster::BodyLine;
pub use safe::{SafeText, is_hidden, plain_json, tidy};
pub use schedule::{
    Edition, Link, LinkKind, Partnership, Point, Response, ResponseKind, ResponseStatus, Section,
    Summary, TargetStatus, Tone, WHY,
};
pub use sitting::Sitting;
pub use standing::Standing;
pub use target::{Better, Cause, Priority, Target, TargetLevel, TargetResult, TargetState};
pub use thing::{Thing, ThingKind};
pub use trail::{EntryKind, Trail};
pub use vote::{Ballot, Cast, Majority, Method, Poll, Vote};
pub use worth::Worth;
