//! What one meeting has to know of others: what they decided, what waits of that, and which
//! come before and after.

use super::{CallIn, DecisionId, DecisionStatus, Meeting, MeetingId};

/// A decision of the same body at an earlier meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Earlier {
    /// The decision.
    pub id: DecisionId,
    /// Its reference, as printed: "36/26(a)".
    pub reference: String,
    /// The day it was made.
    pub date: chrono::NaiveDate,
    /// The answer it asks for, if it asks for one.
    pub asks: Option<Asks>,
    /// Whether that has been answered.
    pub answered: bool,
    /// Whether its item was exempt.
    pub exempt: bool,
    /// Whether it has been rescinded.
    pub rescinded: bool,
}

/// The answer that a decision asks for, with who is to give it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asks {
    /// It referred a question to them.
    Reply(String),
    /// It recommended something to them.
    Advice(String),
    /// They have to ratify it: they sent somebody without a mandate to decide.
    Ratification(String),
}

impl Asks {
    /// Who is to answer.
    #[must_use]
    pub fn whom(&self) -> &str {
        let (Self::Reply(whom) | Self::Advice(whom) | Self::Ratification(whom)) = self;
        whom
    }
}

/// A decision of any body that members may call in before it takes effect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Callable {
    /// The decision.
    pub id: DecisionId,
    /// Its reference with the letters of its body: "CA 36/26(a)".
    pub reference: String,
    /// The body that made it.
    pub body: String,
    /// The day it was made.
    pub date: chrono::NaiveDate,
    /// The day it takes effect; none where the body did not say.
    pub effective_on: Option<chrono::NaiveDate>,
    /// Why it takes effect at once all the same, if it does.
    pub at_once: String,
    /// How far it has gone.
    pub status: DecisionStatus,
    /// Whether its item was exempt.
    pub exempt: bool,
    /// Its being called in, if that waits to be settled and anybody may read of it; at
    /// whatever meeting it was.
    pub called_in: Option<CallIn>,
}

/// A minute of an earlier meeting whose minutes wait to be confirmed, or of the last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Former {
    /// The meeting.
    pub of: MeetingId,
    /// Its number, as printed: "36/26".
    pub reference: String,
    /// Whether its item was exempt.
    pub exempt: bool,
    /// Everything it says to the public: its title, its text, decisions and actions.
    pub says: String,
    /// What it says to members alone: the nature of interests in exempt business.
    pub withheld: String,
}

/// The meetings of the same body on either side of one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Neighbours {
    /// The one before.
    pub previous: Option<Meeting>,
    /// The last of those before that were held, the longest ago first.
    pub held: Vec<Meeting>,
    /// Those after, soonest first.
    pub coming: Vec<Meeting>,
}

impl Neighbours {
    /// The meetings whose minutes wait to be confirmed, the longest first.
    pub fn unconfirmed(&self) -> impl Iterator<Item = &Meeting> {
        self.held.iter().filter(|meeting| meeting.waits_to_be_confirmed())
    }

    /// The first meeting that comes on `day` or after it.
    #[must_use]
    pub fn on_or_after(&self, day: chrono::NaiveDate) -> Option<&Meeting> {
        self.coming.iter().find(|meeting| meeting.date >= day)
    }

    /// The meeting that what is due on `day` comes to: where a month or another period was
    /// `said` for that, the last in its last month; else, or with none there, the first on
    /// the day or after it.
    #[must_use]
    pub fn for_what_is_due(&self, day: chrono::NaiveDate, said: &str) -> Option<&Meeting> {
        let within = self.coming.iter().rfind(|meeting| is_within(meeting.date, day, said));
        within.or_else(|| self.on_or_after(day))
    }

    /// The earlier meeting named `id`, if it is one of the last.
    #[must_use]
    pub fn earlier(&self, id: &MeetingId) -> Option<&Meeting> {
        self.held.iter().chain(&self.previous).find(|meeting| meeting.id == *id)
    }
}

/// Whether `day` is in the month that ends what was `said` to be due on `due`: "by July" is at
/// any meeting in July.
#[must_use]
pub fn is_within(day: chrono::NaiveDate, due: chrono::NaiveDate, said: &str) -> bool {
    use chrono::Datelike as _;
    !said.is_empty() && day <= due && (day.year(), day.month()) == (due.year(), due.month())
}
