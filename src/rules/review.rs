//! A schedule as an officer goes over it: what moved, what is missing, and what
//! was noted beside it.

use std::cmp::Reverse;

use chrono::NaiveDate;

use super::since::Since;
use crate::model::word::words;
use crate::model::{
    ActionLine, Annotation, AnnotationKind, AnnotationStatus, Body, BodyId, DecisionId, Driver,
    Edition, EditionId, Finding, Gap, GapRule, Link, Mute, PartnershipId, Person, PlanEntry,
    Priority, Recommendation, Schedule, Seat, Standing, TargetLine, TargetState, TargetStatus,
};

/// A schedule under review.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    /// The edition.
    pub schedule: Schedule,
    /// What moved in each row since the edition before, in the order of the rows.
    pub since: Vec<Option<Since>>,
    /// What is missing in it.
    pub gaps: Vec<Gap>,
    /// What was noted beside its rows, points and responses, in order.
    pub notes: Vec<Annotation>,
    /// The targets known one by one.
    pub targets: Vec<TargetLine>,
    /// The bodies that partnerships answer to.
    pub bodies: Vec<Body>,
    /// The days of the meetings held so far and of the editions, newest first.
    pub meetings: Vec<NaiveDate>,
    /// The actions still to be done.
    pub actions: Vec<ActionLine>,
    /// Everybody in the book, by whose names owners are known.
    pub people: Vec<Person>,
    /// The name of everything in any edition and in the registers.
    pub names: Vec<String>,
    /// What stands in the registers beside the schedule.
    pub registers: Registers,
}

/// The registers beside a schedule.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Registers {
    /// What was recommended.
    pub recommendations: Vec<Recommendation>,
    /// What meetings recommended and is on no register, each with its decision.
    pub recommended: Vec<(DecisionId, Recommendation)>,
    /// What is coming.
    pub drivers: Vec<Driver>,
    /// What was found.
    pub findings: Vec<Finding>,
    /// What is planned.
    pub plan: Vec<PlanEntry>,
    /// The priorities that targets serve.
    pub priorities: Vec<Priority>,
    /// The seats on the bodies.
    pub seats: Vec<Seat>,
    /// The gaps that are let pass.
    pub mutes: Vec<Mute>,
    /// All that is tied to anything.
    pub ties: Vec<Link>,
    /// The bodies that have minutes with numbers.
    pub numbered: Vec<BodyId>,
}

words! {
    /// Which rows are shown.
    Sieve {
        /// All of them.
        All = "all",
        /// Those with something off track.
        OffTrack = "off_track",
        /// Those with something that cannot be judged.
        CannotJudge = "cannot_judge",
        /// Those with something unanswered: targets off track, a concern, or a
        /// question in place of an answer.
        Unanswered = "unanswered",
        /// Those with a response or an action that is not done and past its day.
        Overdue = "overdue",
        /// Those that nobody has marked as reviewed.
        NotReviewed = "not_reviewed",
        /// Those with an open query or proposed wording.
        Queried = "queried",
    }
}

words! {
    /// In which order rows are shown.
    Order {
        /// As the schedule has them.
        AsPrinted = "as_printed",
        /// Those with most off track first.
        OffTrack = "most_off_track",
        /// Those of which most is missing first.
        Missing = "most_missing",
        /// By name.
        Name = "by_name",
    }
}

impl Order {
    /// The one after this, round and round.
    #[must_use]
    pub fn next(self) -> Self {
        let at = Self::ALL.iter().position(|order| *order == self).unwrap_or(0);
        Self::ALL.get(at + 1).copied().unwrap_or(Self::AsPrinted)
    }
}

impl Sieve {
    /// The one after this, round and round.
    #[must_use]
    pub fn next(self) -> Self {
        let at = Self::ALL.iter().position(|sieve| *sieve == self).unwrap_or(0);
        Self::ALL.get(at + 1).copied().unwrap_or(Self::All)
    }
}

impl Review {
    /// What a book without a schedule has on `day`: nothing.
    #[must_use]
    pub fn blank(day: NaiveDate) -> Self {
        let edition = Edition {
            id: EditionId::default(),
            title: String::new(),
            as_at: day,
            author: String::new(),
            source: String::new(),
        };
        Self {
            schedule: Schedule { edition, standings: Vec::new() },
            since: Vec::new(),
            gaps: Vec::new(),
            notes: Vec::new(),
            targets: Vec::new(),
            bodies: Vec::new(),
            meetings: Vec::new(),
            actions: Vec::new(),
            people: Vec::new(),
            names: Vec::new(),
            registers: Registers::default(),
        }
    }

    /// Whether the book has a schedule.
    #[must_use]
    pub fn has_schedule(&self) -> bool {
        !self.schedule.edition.id.0.is_empty()
    }

    /// The rows that pass on `day`, by their place in the schedule, in the order asked
    /// for.
    #[must_use]
    pub fn shown(&self, sieve: Sieve, order: Order, day: NaiveDate) -> Vec<usize> {
        let rows = self.schedule.standings.iter().enumerate();
        let mut shown: Vec<(usize, &Standing)> =
            rows.filter(|(_, row)| self.passes(row, sieve, day)).collect();
        match order {
            Order::AsPrinted => {}
            Order::OffTrack => shown.sort_by_key(|(_, row)| Reverse(row.off_track())),
            Order::Missing => shown.sort_by_key(|(_, row)| Reverse(self.gaps_on(row))),
            Order::Name => shown.sort_by_key(|(_, row)| row.partnership.name.to_lowercase()),
        }
        shown.into_iter().map(|(n, _)| n).collect()
    }

    /// How many gaps in a row are not let pass.
    fn gaps_on(&self, row: &Standing) -> u32 {
        let own = |gap: &&Gap| gap.partnership.as_ref() == Some(&row.partnership.id);
        super::gap::total(self.gaps.iter().filter(|gap| gap.is_open()).filter(own))
    }

    /// Whether a response of the row, or an action about it, is past its day and not
    /// done.
    fn is_overdue(&self, row: &Standing, day: NaiveDate) -> bool {
        row.responses.iter().any(|response| response.is_overdue(day))
            || self.actions_on(row).any(|line| line.action.is_overdue(day))
    }

    /// The actions still to be done that bear on a row.
    pub fn actions_on<'a>(
        &'a self,
        row: &'a Standing,
    ) -> impl Iterator<Item = &'a ActionLine> + 'a {
        self.actions.iter().filter(move |line| self.bears_on(line, row))
    }

    /// Whether an action is about the partnership of a row, or tied to anything in it or to
    /// a target of its.
    #[must_use]
    pub fn bears_on(&self, line: &ActionLine, row: &Standing) -> bool {
        let of = &row.partnership.id;
        let target = |id: &str| {
            self.targets.iter().any(|line| line.is_of(of) && line.target.id.as_str() == id)
        };
        line.partnership.as_ref() == Some(of)
            || line.links.iter().any(|id| row.has(id) || target(id))
    }

    /// Whether every word of `words` is in the name of a row, of its chair or lead, or of
    /// whoever owns a response, an action or a target of it.
    #[must_use]
    pub fn names(&self, row: &Standing, words: &str) -> bool {
        if words.trim().is_empty() {
            return true;
        }
        let of = &row.partnership;
        let named = [of.id.as_str(), &of.name, &of.short, &of.chair, &of.lead]
            .into_iter()
            .chain(self.owners(row))
            .map(str::to_lowercase)
            .collect::<Vec<_>>();
        words
            .split_whitespace()
            .map(str::to_lowercase)
            .all(|word| named.iter().any(|name| name.contains(&word)))
    }

    /// Whoever owns a response, an action or a target of a row.
    pub fn owners<'a>(&'a self, row: &'a Standing) -> impl Iterator<Item = &'a str> {
        let targets = self.targets.iter().filter(|line| line.is_of(&row.partnership.id));
        let leads = targets.map(|line| line.target.lead.as_str());
        let owners = row.responses.iter().map(|response| response.owner.as_str());
        owners.chain(leads).chain(self.actions_on(row).map(|line| line.owner.as_str()))
    }

    fn passes(&self, row: &Standing, sieve: Sieve, day: NaiveDate) -> bool {
        match sieve {
            Sieve::All => true,
            Sieve::OffTrack => row.off_track() > 0 || self.stands(row, TargetStatus::is_off),
            Sieve::CannotJudge => {
                row.figures().is_some_and(|s| s.cannot_judge > 0)
                    || self.stands(row, |status| status == TargetStatus::CannotJudge)
            }
            Sieve::Unanswered => self.gaps.iter().any(|gap| {
                let rule =
                    matches!(gap.rule, GapRule::G1 | GapRule::G2 | GapRule::G6 | GapRule::G13);
                rule && gap.is_open() && gap.partnership.as_ref() == Some(&row.partnership.id)
            }),
            Sieve::Overdue => self.is_overdue(row, day),
            Sieve::NotReviewed => !self.is_reviewed(row),
            Sieve::Queried => self.notes_on(row).any(|note| {
                matches!(note.kind, AnnotationKind::Query | AnnotationKind::Wording)
                    && note.status == AnnotationStatus::Open
            }),
        }
    }

    /// Whether a target of the row that is known by name stands so, by its last result.
    fn stands(&self, row: &Standing, so: fn(TargetStatus) -> bool) -> bool {
        let own = self.targets.iter().filter(|line| {
            line.is_of(&row.partnership.id) && line.target.state == TargetState::Active
        });
        own.filter_map(|line| line.results.last()).any(|result| so(result.status))
    }

    /// Whether somebody has marked the row as reviewed.
    #[must_use]
    pub fn is_reviewed(&self, row: &Standing) -> bool {
        let own = row.partnership.id.as_str();
        // What was put in after the mark nobody has read: a new edition, whatever its day.
        let since = row.points.iter().map(|point| point.rank).min().unwrap_or(i64::MIN);
        self.notes.iter().filter(|note| note.rank > since).any(|note| {
            note.kind == AnnotationKind::Reviewed
                && note.subject == own
                && note.made_on >= self.schedule.edition.as_at
        })
    }

    /// The row of one partnership.
    #[must_use]
    pub fn row(&self, partnership: &PartnershipId) -> Option<&Standing> {
        self.schedule.standings.iter().find(|row| row.partnership.id == *partnership)
    }

    /// The notes on a row that still want something.
    pub fn open_notes<'a>(
        &'a self,
        row: &'a Standing,
    ) -> impl Iterator<Item = &'a Annotation> + 'a {
        self.notes_on(row).filter(|note| note.wants_something())
    }

    /// What was noted beside a row, its points and its responses.
    pub fn notes_on<'a>(&'a self, row: &'a Standing) -> impl Iterator<Item = &'a Annotation> + 'a {
        self.notes.iter().filter(|note| row.has(&note.subject))
    }

    /// The thing called `name` that a note may stand beside, in any case.
    #[must_use]
    pub fn subject(&self, name: &str) -> Option<&str> {
        let rows = self.schedule.standings.iter().flat_map(|row| {
            let points = row.points.iter().map(|point| point.id.as_str());
            let responses = row.responses.iter().map(|response| response.id.as_str());
            points.chain(responses).chain([row.partnership.id.as_str()])
        });
        rows.into_iter().find(|id| id.eq_ignore_ascii_case(name))
    }
}
