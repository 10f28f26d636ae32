//! Procedure profiles: which rules bind which body, from when, and how hard.

use std::sync::LazyLock;

use chrono::{Months, NaiveDate};
use serde::Deserialize;

use super::Rule;
use crate::model::{Body, BodyKind, InterestKind, Sitting};

/// How hard a rule binds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Force {
    /// What breaks it is refused.
    Enforce,
    /// What breaks it is recorded, and the clerk is told.
    Warn,
    /// It does not apply.
    Off,
}

/// The rules of procedure of one sort of body.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    /// The name a body is given it by.
    pub name: String,
    /// What it is, for the clerk who chooses.
    pub about: String,
    /// The kinds of body that have it unless they name another.
    pub kinds: Vec<BodyKind>,
    /// How hard each rule binds, and since when.
    #[serde(default, rename = "rule")]
    rules: Vec<Term>,
    /// How many clear days of notice a meeting has, and since when.
    #[serde(default, rename = "notice")]
    notices: Vec<NoticeTerm>,
    /// Which kinds of interest are declared, and since when.
    #[serde(default, rename = "interests")]
    interests: Vec<InterestTerm>,
    /// Within how many months what the body recommends is to be answered, and since when.
    #[serde(default, rename = "reply")]
    replies: Vec<ReplyTerm>,
}

/// A rule in force for a time.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Term {
    rule: Rule,
    force: Force,
    #[serde(default)]
    from: Option<NaiveDate>,
    #[serde(default)]
    to: Option<NaiveDate>,
    #[serde(default)]
    source: String,
}

/// So many clear days of notice, for a time.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct NoticeTerm {
    days: u32,
    #[serde(default)]
    from: Option<NaiveDate>,
    #[serde(default)]
    to: Option<NaiveDate>,
    source: String,
}

/// Kinds of interest in use for a time.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct InterestTerm {
    kinds: Vec<InterestKind>,
    #[serde(default)]
    from: Option<NaiveDate>,
    #[serde(default)]
    to: Option<NaiveDate>,
    source: String,
}

/// So many months to answer a recommendation, for a time.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct ReplyTerm {
    months: u32,
    /// What those bound to answer are called, without the article.
    whom: Vec<String>,
    #[serde(default)]
    from: Option<NaiveDate>,
    #[serde(default)]
    to: Option<NaiveDate>,
    source: String,
}

fn in_force(from: Option<NaiveDate>, to: Option<NaiveDate>, day: NaiveDate) -> bool {
    from.is_none_or(|from| from <= day) && to.is_none_or(|to| day <= to)
}

const TEXTS: [&str; 5] = [
    include_str!("../../assets/profiles/statutory.toml"),
    include_str!("../../assets/profiles/executive.toml"),
    include_str!("../../assets/profiles/scrutiny.toml"),
    include_str!("../../assets/profiles/partnership.toml"),
    include_str!("../../assets/profiles/informal.toml"),
];

/// Every profile that comes with the program. A text that did not read would be
/// left out, which a test forbids.
pub static PROFILES: LazyLock<Vec<Profile>> =
    LazyLock::new(|| TEXTS.iter().filter_map(|text| toml::from_str(text).ok()).collect());

impl Profile {
    /// The profile of `body`: the one it names, or its kind's own.
    #[must_use]
    pub fn of(body: &Body) -> Option<&'static Self> {
        PROFILES
            .iter()
            .find(|profile| profile.name == body.profile)
            .or_else(|| PROFILES.iter().find(|profile| profile.kinds.contains(&body.kind)))
    }

    /// How hard `rule` binds the meeting of `sitting`, and the source it is bound
    /// by. A body without a profile is warned.
    #[must_use]
    pub fn binding(sitting: &Sitting, rule: Rule) -> (Force, &'static str) {
        Self::of(&sitting.body)
            .map_or((Force::Warn, ""), |profile| profile.force(rule, sitting.meeting.date))
    }

    /// How hard `rule` binds on `day`, and the source it is bound by. A rule the
    /// profile does not name is warned of.
    #[must_use]
    pub fn force(&self, rule: Rule, day: NaiveDate) -> (Force, &str) {
        self.rules
            .iter()
            .find(|term| term.rule == rule && in_force(term.from, term.to, day))
            .map_or((Force::Warn, ""), |term| (term.force, term.source.as_str()))
    }

    /// How many clear days of notice a meeting of `day` has, and what asks for them;
    /// none, where a body agrees its own.
    #[must_use]
    pub fn notice(&self, day: NaiveDate) -> Option<(u32, &str)> {
        let term = self.notices.iter().find(|term| in_force(term.from, term.to, day))?;
        Some((term.days, &term.source))
    }

    /// By when what the body recommends to `whom` on `day` is to be answered, and what asks
    /// for it; none, where nothing does.
    #[must_use]
    pub fn reply_by(&self, whom: &str, day: NaiveDate) -> Option<(NaiveDate, &str)> {
        let whom = whom.trim().to_lowercase();
        let whom = whom.strip_prefix("the ").unwrap_or(&whom);
        let bound = |term: &&ReplyTerm| {
            in_force(term.from, term.to, day) && term.whom.iter().any(|bound| bound == whom)
        };
        let term = self.replies.iter().find(bound)?;
        Some((day.checked_add_months(Months::new(term.months))?, &term.source))
    }

    /// The kinds of interest declared on `day`, and the code that names them.
    #[must_use]
    pub fn interests(&self, day: NaiveDate) -> (&[InterestKind], &str) {
        self.interests
            .iter()
            .find(|term| in_force(term.from, term.to, day))
            .map_or((&[], ""), |term| (&term.kinds, &term.source))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, 7, 22).unwrap()
    }

    #[test]
    fn every_profile_reads_and_every_kind_of_body_has_one() {
        assert_eq!(PROFILES.len(), TEXTS.len());
        for kind in BodyKind::ALL {
            let having = PROFILES.iter().filter(|profile| profile.kinds.contains(kind)).count();
            assert_eq!(having, 1, "{kind}");
        }
    }

    #[test]
    fn interests_are_of_the_kinds_of_their_time() {
        let committee = PROFILES.iter().find(|p| p.name == "statutory").unwrap();
        let (kinds, _) = committee.interests(day(2010));
        assert_eq!(kinds, [InterestKind::Personal, InterestKind::Prejudicial]);
        let (kinds, _) = committee.interests(day(2026));
        assert_eq!(kinds, [InterestKind::Pecuniary, InterestKind::Other]);
    }

    #[test]
    fn what_scrutiny_recommends_is_answered_in_two_months_since_the_law_asks_for_it() {
        let scrutiny = PROFILES.iter().find(|p| p.name == "scrutiny").unwrap();
        let by = |whom, year| scrutiny.reply_by(whom, day(year)).map(|(by, _)| by.to_string());
        assert_eq!(by("the Cabinet", 2010).as_deref(), Some("2010-09-22"));
        assert_eq!(by("the Cabinet", 2008), None);
        assert_eq!(by("the Children's Trust", 2010), None);
        assert_eq!(by("the Chief Executive", 2010), None);
        let board = PROFILES.iter().find(|p| p.name == "partnership").unwrap();
        assert_eq!(board.reply_by("the Cabinet", day(2010)), None);
    }

    #[test]
    fn every_rule_a_profile_enforces_names_its_source() {
        for profile in PROFILES.iter() {
            for term in profile.rules.iter().filter(|term| term.force == Force::Enforce) {
                assert!(!term.source.is_empty(), "{}: {:?}", profile.name, term.rule);
            }
        }
    }

    #[test]
    fn a_partnership_board_is_warned_where_a_committee_is_refused() {
        let force = |name: &str, rule| {
            PROFILES.iter().find(|p| p.name == name).unwrap().force(rule, day(2010)).0
        };
        assert_eq!(force("statutory", Rule::Quorum), Force::Enforce);
        assert_eq!(force("partnership", Rule::Quorum), Force::Warn);
        assert_eq!(force("informal", Rule::Quorum), Force::Off);
    }
}
