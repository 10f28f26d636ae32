//! What is missing in the schedule and the registers, and what was let pass.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::word::words;
use super::{Action, EditionId, Mint, MisprintId, MuteId, PartnershipId};

words! {
    /// A rule of what a whole schedule has. What each asks for is data:
    /// `rules::gap::RULES`.
    GapRule {
        /// Targets off track, and an empty Response pane.
        G1 = "G1",
        /// Targets off track that no response is tied to.
        G2 = "G2",
        /// A response that names nobody.
        G3 = "G3",
        /// A response with no day or period.
        G4 = "G4",
        /// A response with both: nothing is missing.
        G5 = "G5",
        /// A response that asks.
        G6 = "G6",
        /// Targets spoken of, and no figures.
        G7 = "G7",
        /// Figures older than the newest of the schedule.
        G8 = "G8",
        /// Targets that cannot be judged.
        G9 = "G9",
        /// Targets that cannot be judged, with no word of the data.
        G10 = "G10",
        /// A row printed without its headings.
        G11 = "G11",
        /// Targets off track that are not named one by one.
        G12 = "G12",
        /// A concern that nothing answers.
        G13 = "G13",
        /// A recommendation with no day.
        G14 = "G14",
        /// A recommendation with nobody named to lead on it.
        G15 = "G15",
        /// A substitute for nobody on record.
        G16 = "G16",
    }
    /// How much a gap matters.
    Severity {
        /// Somebody should answer for it at this meeting.
        High = "high",
        /// It should be put right before the next one.
        Medium = "medium",
        /// It is a matter of form.
        Low = "low",
        /// Nothing is missing; it is only counted.
        Note = "note",
    }
    /// How a row of a schedule was printed wrongly.
    MisprintKind {
        /// Without its headings.
        Headings = "headings",
        /// With a word or figure that cannot be right.
        Wording = "wording",
    }
}

/// Something missing, under the rule that asks for it.
///
/// A gap is derived and never stored: whoever fills it makes it go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The rule.
    pub rule: GapRule,
    /// The thing that lacks something, by its name in the book.
    pub subject: String,
    /// The partnership it belongs to, if to one.
    pub partnership: Option<PartnershipId>,
    /// How many targets it stands for; one, where it is not about targets.
    pub count: u32,
    /// How many targets it tells of, where it stands for one partnership: as many as it
    /// counts, else.
    pub tells_of: u32,
    /// What is missing, in words.
    pub text: String,
    /// What somebody could be told to do about it, verb first; empty, nothing.
    pub remedy: String,
    /// The thing that doing so would be tied to, by its name in the book.
    pub tie: String,
    /// How much it matters.
    pub severity: Severity,
    /// The day since which every edition has had it.
    pub first_seen: Option<NaiveDate>,
    /// Why it was let pass, if it was.
    pub muted: Option<String>,
    /// Who was given an action about it that is still to be done, each in words.
    pub in_hand: Vec<String>,
}

/// An action somebody was given about a thing, and has not done yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// The thing, by its name in the book.
    pub to_id: String,
    /// The action.
    pub action: Action,
    /// Whose it is; empty, nobody's.
    pub owner: String,
}

impl std::fmt::Display for Given {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let due = self.action.due.map_or("", |_| "by ");
        let owner = if self.owner.is_empty() { "nobody" } else { &self.owner };
        write!(f, "{}, {owner}, {due}{}", self.action.reference(), self.action.due_in_words())
    }
}

impl Gap {
    /// What is missing, and who was given an action about it.
    #[must_use]
    pub fn in_words(&self) -> String {
        match self.in_hand.as_slice() {
            [] => self.text.clone(),
            given => format!("{}; in hand: {}", self.text, given.join("; ")),
        }
    }

    /// Whether somebody should still do something about it.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.muted.is_none() && self.severity != Severity::Note
    }
}

/// A gap that an officer let pass, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mute {
    /// Its name in the book.
    pub id: MuteId,
    /// Of which rule.
    pub rule: GapRule,
    /// Of which thing; empty, of all.
    pub subject: String,
    /// Of how many targets it told then: once it tells of more, it is told again. Of a
    /// whole rule it is nothing, and all pass.
    pub most: Option<u32>,
    /// Why.
    pub why: String,
}

impl Mute {
    /// It let pass in a later edition too, if what it is about goes on there under the
    /// name that `renamed` gives.
    #[must_use]
    pub fn carried(
        &self,
        renamed: impl Fn(&str) -> Option<String>,
        mint: &mut Mint,
    ) -> Option<Self> {
        let subject = renamed(&self.subject)?;
        Some(Self { id: MuteId::mint(mint), subject, ..self.clone() })
    }

    /// Whether it is of a gap of `rule` in `subject`.
    #[must_use]
    pub fn is_of(&self, rule: GapRule, subject: &str) -> bool {
        self.rule == rule && (self.subject.is_empty() || self.subject.eq_ignore_ascii_case(subject))
    }

    /// Whether it lets a gap of `rule` in `subject` pass that tells of `targets` of them.
    #[must_use]
    pub fn covers(&self, rule: GapRule, subject: &str, targets: u32) -> bool {
        self.is_of(rule, subject) && self.most.is_none_or(|most| targets <= most)
    }
}

/// Something wrong in how a row of a schedule was printed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Misprint {
    /// Its name in the book.
    pub id: MisprintId,
    /// In which edition.
    pub edition: EditionId,
    /// In whose row.
    pub partnership: PartnershipId,
    /// Of which kind.
    pub kind: MisprintKind,
    /// What the paper has.
    pub text: String,
}
