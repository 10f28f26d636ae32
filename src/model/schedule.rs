//! The governance schedule: how each partnership performs, and what it answers.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::word::words;
use super::{
    BodyId, Cause, EditionId, LinkId, MeetingId, PartnershipId, PointId, ResponseId, SummaryId,
};

words! {
    /// Which half of a performance pane a point stands in.
    Section {
        /// What came of the partnership's work.
        Outcomes = "outcomes",
        /// How the partners work together.
        PartnershipWorking = "partnership_working",
    }
    /// Whether a point is good news.
    Tone {
        /// Good news.
        Strength = "strength",
        /// Something is wrong.
        Concern = "concern",
        /// Both.
        Mixed = "mixed",
        /// Neither.
        Neutral = "neutral",
    }
    /// How far a response has gone.
    ResponseStatus {
        /// Somebody says so.
        Proposed = "proposed",
        /// A meeting agreed to it.
        Agreed = "agreed",
        /// It is being done.
        UnderWay = "under_way",
        /// It is done.
        Delivered = "delivered",
        /// It will not be done: it answers nothing any more.
        Dropped = "dropped",
    }
    /// What sort of answer a response is. Only an action or an appointment
    /// answers anything.
    ResponseKind {
        /// Something is being done.
        Action = "action",
        /// It is said to be in hand.
        Assurance = "assurance",
        /// Somebody has been put in a post.
        Appointment = "appointment",
        /// It asks instead of answering.
        Question = "question",
    }
    /// What a link between two things says.
    LinkKind {
        /// This answers that.
        Answers = "answers",
        /// This arises from that.
        ArisesFrom = "arises_from",
        /// This carries that out.
        Implements = "implements",
        /// This shows that it was done.
        Evidences = "evidences",
        /// This threatens that.
        Threatens = "threatens",
        /// This tells of that.
        Tells = "tells",
        /// This goes on from that, in a later edition of the schedule.
        Continues = "continues",
    }
    /// How a target stands.
    TargetStatus {
        /// It is being met.
        OnTrack = "on_track",
        /// It is not being met.
        OffTrack = "off_track",
        /// It is lost: it will not be achieved.
        NotAchievable = "not_achievable",
        /// There is not enough information to say.
        CannotJudge = "cannot_judge",
        /// Nothing is due yet.
        NotDue = "not_due",
        /// It has been met.
        Achieved = "achieved",
    }
}

impl TargetStatus {
    /// Whether it is off track: not being met, or lost.
    #[must_use]
    pub fn is_off(self) -> bool {
        matches!(self, Self::OffTrack | Self::NotAchievable)
    }
}

/// A thematic partnership.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Partnership {
    /// Its name in the book.
    pub id: PartnershipId,
    /// Its full name.
    pub name: String,
    /// A short name for narrow places.
    pub short: String,
    /// The board it answers to.
    pub body: Option<BodyId>,
    /// What it is for.
    pub remit: String,
    /// Whether the law requires it.
    pub statutory: bool,
    /// Who chairs it, as far as the papers say.
    pub chair: String,
    /// The officer who leads on it.
    pub lead: String,
    /// How many meetings it is to hold in a year, if that is laid down.
    pub frequency: Option<u32>,
    /// The groups that deliver for it, as the papers name them, with semicolons
    /// between.
    pub delivery: String,
    /// Its place in lists.
    pub rank: i64,
}

impl Partnership {
    /// A partnership of which only the name is known.
    #[must_use]
    pub fn named(id: PartnershipId, name: &str, rank: i64) -> Self {
        Self {
            id,
            name: name.to_owned(),
            short: name.to_owned(),
            body: None,
            remit: String::new(),
            statutory: false,
            chair: String::new(),
            lead: String::new(),
            frequency: None,
            delivery: String::new(),
            rank,
        }
    }

    /// Whether `name` is one of the ways it is called, in any case: its name in
    /// the book, its full name or its short one.
    #[must_use]
    pub fn is_called(&self, name: &str) -> bool {
        [self.id.as_str(), &self.name, &self.short]
            .iter()
            .any(|called| called.eq_ignore_ascii_case(name))
    }
}

/// The schedule as it stood on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edition {
    /// Its name in the book.
    pub id: EditionId,
    /// What it is called.
    pub title: String,
    /// The day.
    pub as_at: NaiveDate,
    /// Who drew it up.
    pub author: String,
    /// Where it was read from.
    pub source: String,
}

/// What stands before the cause of what cannot be judged, where figures are printed.
pub const WHY: &str = "why they cannot be judged: ";

/// What stands before whoever is to mend it.
const MENDER: &str = "to be mended by ";

/// A partnership's targets, counted.
///
/// The law of the schedule: on + off + cannot judge + not due = total. "Lost"
/// counts those of the off-track that will not be achieved at all.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    /// Its name in the book.
    pub id: SummaryId,
    /// In which edition.
    pub edition: EditionId,
    /// Of which partnership.
    pub partnership: PartnershipId,
    /// The period of the figures, as printed: "Q3 2009/10".
    pub period: String,
    /// How many targets there are.
    pub total: u32,
    /// How many are on track.
    pub on_track: u32,
    /// How many are not.
    pub off_track: u32,
    /// How many of those will not be achieved at all.
    pub lost: u32,
    /// How many cannot be judged.
    pub cannot_judge: u32,
    /// How many are not due yet.
    pub not_due: u32,
    /// Why those cannot be judged that cannot, if it is known.
    pub cause: Option<Cause>,
    /// Who is to mend that.
    pub mender: String,
    /// What else the paper says about them.
    pub remark: String,
}

impl Summary {
    /// Whether the parts make the total.
    #[must_use]
    pub fn adds_up(&self) -> bool {
        let parts = [self.on_track, self.off_track, self.cannot_judge, self.not_due];
        parts.into_iter().try_fold(0u32, u32::checked_add) == Some(self.total)
            && self.lost <= self.off_track
    }

    /// The counts as words: "17 targets: 2 on track, 7 off track, 8 cannot be judged".
    #[must_use]
    pub fn in_words(&self) -> String {
        let mut parts = vec![
            format!("{} on track", self.on_track),
            format!("{} off track", self.off_track),
            format!("{} cannot be judged", self.cannot_judge),
        ];
        if self.not_due > 0 {
            parts.push(format!("{} not due", self.not_due));
        }
        let noun = if self.total == 1 { "target" } else { "targets" };
        format!("{} {noun}: {}", self.total, parts.join(", "))
    }

    /// The cause and the mender in figures that were printed: what follows [`WHY`] in `said`,
    /// as [`why_unjudged`](Self::why_unjudged) words it.
    #[must_use]
    pub fn why_in(said: &str) -> (Option<Cause>, String) {
        let why = said.split_once(WHY).map_or("", |(_, why)| why);
        let why = why.split([';', '.']).next().unwrap_or_default().trim();
        let (cause, mender) = why.split_once(MENDER).unwrap_or((why, ""));
        let cause = cause.trim_end_matches([',', ' ']);
        (Cause::ALL.iter().copied().find(|known| known.plain() == cause), mender.to_owned())
    }

    /// These figures with the cause that the book `had` of what cannot be judged, which no
    /// paper's counts give.
    #[must_use]
    pub fn explained_as(self, had: Option<&Self>) -> Self {
        match had.filter(|_| self.cannot_judge > 0 && self.why_unjudged().is_none()) {
            Some(had) => Self { cause: had.cause, mender: had.mender.clone(), ..self },
            None => self,
        }
    }

    /// Why those cannot be judged that cannot, and who is to mend it: "data quality, to be
    /// mended by A. Quill". Nothing, if neither is known.
    #[must_use]
    pub fn why_unjudged(&self) -> Option<String> {
        let mender = Some(&self.mender).filter(|mender| !mender.is_empty());
        let said = [self.cause.map(Cause::plain), mender.map(|who| format!("{MENDER}{who}"))];
        let said: Vec<String> = said.into_iter().flatten().collect();
        (self.cannot_judge > 0 && !said.is_empty()).then(|| said.join(", "))
    }
}

/// One thing a partnership's row says about its performance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Point {
    /// Its name in the book.
    pub id: PointId,
    /// In which edition.
    pub edition: EditionId,
    /// Of which partnership.
    pub partnership: PartnershipId,
    /// In which half.
    pub section: Section,
    /// What it says.
    pub text: String,
    /// Whether it is good news, once somebody has judged.
    pub tone: Option<Tone>,
    /// Its place in the pane.
    pub rank: i64,
}

/// What a partnership answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// Its name in the book.
    pub id: ResponseId,
    /// In which edition.
    pub edition: EditionId,
    /// Of which partnership.
    pub partnership: PartnershipId,
    /// What it says.
    pub text: String,
    /// What sort of answer it is, once somebody has judged.
    pub kind: Option<ResponseKind>,
    /// The person named, if one is.
    pub owner: String,
    /// The day it is due, if one follows from what was said.
    pub due: Option<NaiveDate>,
    /// When it is due, as it was said.
    pub due_text: String,
    /// How far it has gone.
    pub status: ResponseStatus,
    /// Its place in the pane.
    pub rank: i64,
}

impl Response {
    /// Whether its day went by before `day`, and it was neither delivered nor dropped.
    #[must_use]
    pub fn is_overdue(&self, day: NaiveDate) -> bool {
        let done = matches!(self.status, ResponseStatus::Delivered | ResponseStatus::Dropped);
        !done && self.due.is_some_and(|due| due < day)
    }
}

/// A tie between two things in the book, by their names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// Its name in the book.
    pub id: LinkId,
    /// The thing it runs from.
    pub from_id: String,
    /// The thing it runs to.
    pub to_id: String,
    /// What it says.
    pub kind: LinkKind,
    /// The meeting it was made at, if at one.
    pub meeting: Option<MeetingId>,
}

impl Link {
    /// The ends it has in a later edition, where points and responses go by other
    /// names: what `renamed` gives for each, or the thing itself that `lasting` says
    /// outlasts editions, such as a target, or an action still to be done.
    #[must_use]
    pub fn carried(
        &self,
        renamed: impl Fn(&str) -> Option<String>,
        lasting: impl Fn(&str) -> bool,
    ) -> Option<(String, String)> {
        // What goes on from a row goes on from all that it went on from.
        if self.kind == LinkKind::Continues {
            return Some((renamed(&self.from_id)?, self.to_id.clone()));
        }
        let lasting = |id: &str| lasting(id).then(|| id.to_owned());
        match (renamed(&self.from_id), renamed(&self.to_id)) {
            (Some(from), Some(to)) => Some((from, to)),
            (Some(from), None) => Some((from, lasting(&self.to_id)?)),
            (None, Some(to)) => Some((lasting(&self.from_id)?, to)),
            (None, None) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(parts: [u32; 4], adds_up: bool) {
        let summary = Summary {
            id: "s".into(),
            edition: "e".into(),
            partnership: "p".into(),
            period: String::new(),
            total: parts[0],
            on_track: parts[1],
            off_track: parts[2],
            lost: 0,
            cannot_judge: parts[3],
            not_due: 0,
            cause: None,
            mender: String::new(),
            remark: String::new(),
        };
        assert_eq!(summary.adds_up(), adds_up, "{parts:?}");
    }

    #[test]
    fn seventeen_is_two_and_seven_and_eight() {
        check([17, 2, 7, 8], true);
        check([17, 2, 7, 7], false);
        check([5, u32::MAX, 3, 3], false);
    }
}
