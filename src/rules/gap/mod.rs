//! What is missing in the schedule and the registers, each gap under the rule
//! that asks for it.
//!
//! What a rule is called, how much it matters and what it says are one table
//! ([`RULES`]); only the judgement is code. Links and tones count where
//! the book has them: where nobody has tied responses to points yet, one that
//! could answer for targets is given the benefit of the doubt. What somebody judged
//! to be a concern wants its answer tied to it.

mod catalogue;
pub mod named;
mod period;
mod register;
mod row;

use chrono::NaiveDate;

pub use catalogue::RULES;
pub use period::Period;
pub use row::{names_somebody, tells_of_figures, ties};

use super::{since, template};
use crate::model::{
    EditionId, Gap, GapRule, Given, Item, Link, Misprint, MisprintKind, Mute, PartnershipId,
    Recommendation, Schedule, Severity, Sitting, Standing, TargetLine,
};

/// What a rule asks for, and how a gap is told. A word in braces is filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The rule.
    pub rule: GapRule,
    /// What it is called.
    pub title: &'static str,
    /// How much a gap matters.
    pub severity: Severity,
    /// What a gap says.
    says: &'static str,
    /// What somebody could be told to do about it, verb first; nothing if there is
    /// nothing to be done.
    remedy: &'static str,
    /// What it asks for, in a sentence.
    pub asks: &'static str,
    /// The paper that shows the need.
    pub source: &'static str,
}

/// What `rule` asks for.
#[must_use]
pub fn asked(rule: GapRule) -> Option<&'static Asked> {
    RULES.iter().find(|asked| asked.rule == rule)
}

/// Somebody who sat with a vote and has no seat on record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unseated {
    /// The attendance, by its name in the book.
    pub attendance: String,
    /// Their name.
    pub name: String,
    /// The day of the meeting.
    pub day: NaiveDate,
}

/// What there is to judge.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ground {
    /// The editions of the schedule, newest first. The first is judged; the
    /// others tell since when.
    pub editions: Vec<Schedule>,
    /// What was printed wrongly in any of them.
    pub misprints: Vec<Misprint>,
    /// The targets known one by one.
    pub targets: Vec<TargetLine>,
    /// The recommendations.
    pub recommendations: Vec<Recommendation>,
    /// People who voted and have no seat.
    pub unseated: Vec<Unseated>,
    /// What an officer let pass.
    pub mutes: Vec<Mute>,
    /// The actions still to be done about anything that may be missing.
    pub given: Vec<Given>,
}

/// Something missing, before it is put into words.
struct Lack {
    rule: GapRule,
    subject: String,
    count: u32,
    /// Of how many targets it tells.
    tells_of: u32,
    /// What doing something about it may be tied to, the plainest first.
    ties: Vec<String>,
    words: Vec<(&'static str, String)>,
}

impl Lack {
    fn new(rule: GapRule, subject: impl Into<String>) -> Self {
        let subject: String = subject.into();
        Self {
            rule,
            ties: vec![subject.clone()],
            subject,
            count: 1,
            tells_of: 1,
            words: Vec::new(),
        }
    }

    fn tied(self, to: &[&str]) -> Self {
        Self { ties: to.iter().map(|&to| to.to_owned()).collect(), ..self }
    }

    fn with(mut self, word: &'static str, value: impl Into<String>) -> Self {
        self.words.push((word, value.into()));
        self
    }

    /// The gap in words; none if the catalogue lost the rule.
    fn told(self, partnership: Option<&PartnershipId>, ground: &Ground) -> Option<Gap> {
        let asked = asked(self.rule)?;
        let value = |name: &str| match name {
            "subject" => Some(self.subject.as_str()),
            name => self.words.iter().find(|(word, _)| *word == name).map(|(_, v)| v.as_str()),
        };
        let filled = |template: &str| template::filled(template, value);
        let passed =
            ground.mutes.iter().find(|mute| mute.covers(self.rule, &self.subject, self.tells_of));
        let given = ground.given.iter().filter(|given| self.ties.contains(&given.to_id));
        Some(Gap {
            rule: self.rule,
            count: self.count,
            tells_of: self.tells_of,
            text: filled(asked.says),
            in_hand: given.map(ToString::to_string).collect(),
            remedy: filled(asked.remedy),
            tie: self.ties.into_iter().next().unwrap_or_default(),
            severity: asked.severity,
            first_seen: None,
            muted: passed.map(|mute| mute.why.clone()),
            partnership: partnership.cloned(),
            subject: self.subject,
        })
    }
}

/// What nobody has said yet of a schedule, so that some rules cannot look for all they
/// would: each in a sentence.
#[must_use]
pub fn unsaid(standings: &[Standing]) -> Vec<&'static str> {
    let has_responses = standings.iter().any(|row| !row.responses.is_empty());
    let mut points = standings.iter().flat_map(|row| &row.points).peekable();
    let toneless = points.peek().is_some() && points.all(|point| point.tone.is_none());
    [
        (
            has_responses && !standings.iter().any(row::ties),
            "Nobody has said yet what any response answers, so a row with one is taken to be answered (G2).",
        ),
        (toneless, "No point has a tone yet, so no concern is looked for (G13)."),
    ]
    .into_iter()
    .filter_map(|(unsaid, told)| unsaid.then_some(told))
    .collect()
}

/// Every gap there is, the most pressing first.
#[must_use]
pub fn judge(ground: &Ground) -> Vec<Gap> {
    let mut judged =
        ground.editions.iter().map(|edition| (edition.edition.as_at, of_schedule(edition, ground)));
    let (day, mut gaps) = judged.next().unwrap_or_default();
    let earlier: Vec<(NaiveDate, Vec<Gap>)> = judged.collect();
    for gap in &mut gaps {
        let before = earlier.iter().take_while(|(_, then)| then.iter().any(|old| same(old, gap)));
        gap.first_seen = Some(before.last().map_or(day, |(then, _)| *then));
    }
    gaps.extend(register::gaps(ground));
    gaps.sort_by_key(|gap| (gap.muted.is_some(), gap.severity, gap.rule));
    gaps
}

/// Every gap in one edition of the schedule, partnership by partnership.
#[must_use]
pub fn of_schedule(schedule: &Schedule, ground: &Ground) -> Vec<Gap> {
    in_rows(&schedule.standings, &schedule.edition.id, ground)
}

/// Every gap in the rows of one edition, the most pressing of each partnership
/// first.
#[must_use]
pub fn in_rows(standings: &[Standing], edition: &EditionId, ground: &Ground) -> Vec<Gap> {
    let newest = standings
        .iter()
        .filter_map(|standing| Period::read(&standing.summary.as_ref()?.period))
        .max();
    let unread = !standings.iter().any(row::ties);
    let mut gaps = Vec::new();
    for standing in standings {
        let id = &standing.partnership.id;
        let beside = row::Beside {
            newest,
            unread,
            unjudged_for: since::unjudged_since(standing, earlier(ground, edition)),
            headless: ground.misprints.iter().any(|misprint| {
                misprint.edition == *edition
                    && misprint.partnership == *id
                    && misprint.kind == MisprintKind::Headings
            }),
            targets: ground.targets.iter().filter(|line| line.is_of(id)).collect(),
        };
        let lacks = row::lacks(standing, &beside);
        let mut found: Vec<Gap> =
            lacks.into_iter().filter_map(|lack| lack.told(Some(id), ground)).collect();
        found.sort_by_key(|gap| (gap.muted.is_some(), gap.severity, gap.rule));
        gaps.extend(found);
    }
    gaps
}

/// The editions before `edition`, newest first.
fn earlier<'a>(ground: &'a Ground, edition: &EditionId) -> &'a [Schedule] {
    let at = ground.editions.iter().position(|schedule| schedule.edition.id == *edition);
    at.and_then(|at| ground.editions.get(at + 1..)).unwrap_or_default()
}

/// Whether two editions have the same gap: the same rule broken by the same
/// partnership, or in the same words.
fn same(one: &Gap, other: &Gap) -> bool {
    let whole = |gap: &Gap| gap.partnership.as_ref().is_some_and(|id| id.as_str() == gap.subject);
    one.rule == other.rule
        && one.partnership == other.partnership
        && (whole(one) && whole(other) || about(one) == about(other))
}

/// What a gap is about, without the name of the row, which changes from edition
/// to edition.
fn about(gap: &Gap) -> String {
    gap.text.replace(&gap.subject, "")
}

/// The gap on `item` that most wants an answer: one that matters, that somebody
/// can be told to do something about, and that nobody was told of yet.
#[must_use]
pub fn pressing<'a>(sitting: &'a Sitting, item: &'a Item) -> Option<&'a Gap> {
    let in_hand = |gap: &Gap| {
        let here = sitting.actions_on(&item.id).any(|action| {
            let ties = |link: &Link| link.from_id == action.id.as_str() && link.to_id == gap.tie;
            sitting.links.iter().any(ties)
        });
        // Those given with the public shut out are not told of, and still press no more.
        here || !gap.in_hand.is_empty()
    };
    sitting
        .gaps_on(item)
        .find(|gap| gap.severity == Severity::High && !gap.remedy.is_empty() && !in_hand(gap))
}

/// How many lacks `gaps` come to: a gap may count several.
#[must_use]
pub fn total<'a>(gaps: impl IntoIterator<Item = &'a Gap>) -> u32 {
    gaps.into_iter().fold(0, |sum, gap| sum.saturating_add(gap.count))
}

/// How many there are of each severity, the worst first; what was let pass and
/// what is only counted is left out.
#[must_use]
pub fn tally(gaps: &[Gap]) -> Vec<(Severity, u32)> {
    let count = |severity: Severity| {
        total(gaps.iter().filter(|gap| gap.is_open() && gap.severity == severity))
    };
    [Severity::High, Severity::Medium, Severity::Low]
        .into_iter()
        .map(|severity| (severity, count(severity)))
        .filter(|(_, n)| *n > 0)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_is_in_the_catalogue_once_and_in_order() {
        let rules: Vec<GapRule> = RULES.iter().map(|asked| asked.rule).collect();
        assert_eq!(rules, GapRule::ALL);
    }
}
