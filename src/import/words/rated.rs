//! What a cell of a column of ratings says of how one target stands.

use super::fold::fold;
use super::when;
use crate::model::TargetStatus;

/// What a rating says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rated {
    /// How the target stands.
    Stands(TargetStatus),
    /// Neither on nor off track: "amber".
    Unsure,
    /// Nothing.
    Blank,
    /// Something that is no rating, or several that do not agree: it is for the clerk to
    /// say what was meant.
    Unknown,
}

/// What ratings are put as. They are read whole and never by a word in them: "not achieved"
/// and "nearly achieved" are not "achieved".
const RATINGS: &[(TargetStatus, &str)] = &[
    (
        TargetStatus::OnTrack,
        "on track|ontrack|on target|on course|on schedule|green|g|ahead|ahead of target|\
         ahead of schedule|ahead of plan|being met|being achieved|is on track|progressing well|\
         meeting target|above target",
    ),
    (
        TargetStatus::Achieved,
        "met|achieved|exceeded|completed|target met|target achieved|target exceeded|has been met|\
         has been achieved|fully met|fully achieved|already met|already achieved",
    ),
    (
        TargetStatus::OffTrack,
        "off track|offtrack|off target|off course|off schedule|red|r|behind|behind target|\
         behind schedule|behind plan|below target|under target|missed|target missed|not met|unmet|\
         not achieved|not on track|not on target|not being met|failing|failed|slipping|\
         underperforming|target not met|target not achieved|not meeting target|is off track",
    ),
    (
        TargetStatus::NotAchievable,
        "will not be achieved|will not be met|cannot be achieved|cannot be met|not achievable|\
         unachievable|no longer achievable|no longer attainable|not attainable|unattainable|lost|\
         wont be achieved|wont be met|will not meet target|will be missed|abandoned",
    ),
    (
        TargetStatus::CannotJudge,
        "cannot judge|cannot be judged|cannot be assessed|cannot be measured|cannot assess|\
         cannot say|no data|data not available|no data available|data unavailable|not available|\
         unavailable|not known|unknown|awaiting data|data awaited|awaited|insufficient data|\
         insufficient information|not enough information|not enough data|no information|\
         too early|too early to say|too early to judge|not judged|not assessed|unable to judge|\
         unable to assess|no baseline|data quality|data late|data missing",
    ),
    (
        TargetStatus::NotDue,
        "not due|not yet due|data not due|data not yet due|not reported|not reportable|\
         not yet reported|reported annually|annual|annual measure|due later",
    ),
];

/// What says neither.
const UNSURE: &str = "amber|a|at risk|yellow|amber green|amber red|green amber|red amber";

/// What may follow a rating with a year or a month behind it, and leaves it what it is: "will
/// not be achieved by 2027".
const AFTER: [&str; 3] = ["by", "in", "at"];

/// What `said` says of how a target stands.
#[must_use]
pub fn rated(said: &str) -> Rated {
    if fold(said).is_empty() {
        return Rated::Blank;
    }
    // Its colour and its words may stand beside each other: "Green (on track)".
    let whole = one(said);
    if whole != Rated::Unknown {
        return whole;
    }
    // A sentence behind it is a remark; in one with it, "but slipping" is not.
    let rating = said.split(['.', '\n']).next().unwrap_or(said);
    let parts = rating.split([',', ';', ':', '(', ')', '/', '\u{2013}', '\u{2014}']);
    let parts = parts.flat_map(|part| part.split(" - "));
    let mut known = parts.map(one).filter(|part| *part != Rated::Blank);
    let Some(first) = known.next() else { return Rated::Unknown };
    if known.all(|part| part == first) { first } else { Rated::Unknown }
}

fn one(said: &str) -> Rated {
    let said = fold(said);
    let is = |names: &str| {
        names.split('|').any(|name| {
            let rest = said.strip_prefix(name);
            let after = |rest: &str| {
                let (word, when) = rest.trim_start().split_once(' ').unwrap_or_default();
                let year = |when: &str| when.len() == 4 && when.parse::<u32>().is_ok();
                let day = when.split(' ').all(|said| year(said) || when::month(said).is_some());
                name.contains(' ') && AFTER.contains(&word) && day
            };
            rest.is_some_and(|rest| rest.is_empty() || after(rest))
        })
    };
    if said.is_empty() {
        return Rated::Blank;
    }
    if is(UNSURE) {
        return Rated::Unsure;
    }
    let found = RATINGS.iter().find(|(_, names)| is(names));
    found.map_or(Rated::Unknown, |(status, _)| Rated::Stands(*status))
}

#[cfg(test)]
mod tests {
    use super::*;
    use TargetStatus::{Achieved, CannotJudge, NotAchievable, NotDue, OffTrack, OnTrack};

    #[track_caller]
    fn check(said: &str, rating: Rated) {
        assert_eq!(rated(said), rating, "{said}");
    }

    #[test]
    fn a_rating_is_read_whole() {
        for (said, status) in [
            ("On track", OnTrack),
            ("On-track", OnTrack),
            ("Green", OnTrack),
            ("Green (on track)", OnTrack),
            ("Green - on track", OnTrack),
            ("On track. Two schemes opened.", OnTrack),
            ("Met", Achieved),
            ("Achieved", Achieved),
            ("Off track", OffTrack),
            ("RED", OffTrack),
            ("Not met", OffTrack),
            ("Not achieved", OffTrack),
            ("Failed", OffTrack),
            ("Will not be achieved by 2027", NotAchievable),
            ("Cannot judge", CannotJudge),
            ("Not due", NotDue),
        ] {
            check(said, Rated::Stands(status));
        }
        for said in ["Amber", "A", "At risk"] {
            check(said, Rated::Unsure);
        }
    }

    #[test]
    fn what_is_no_rating_is_nobodys_guess() {
        for said in [
            "Nearly achieved",
            "On track in parts",
            "Fully met in 2 of 5 areas",
            "Met (partially)",
            "Green, but slipping",
            "Partially achieved",
            "achieved last year",
            "Not green",
            "Green to amber",
            "Green, red",
            "not off track",
            "Was red, now green",
            "Late",
            "Grey",
            "see note",
        ] {
            check(said, Rated::Unknown);
        }
        check("", Rated::Blank);
        check(" - ", Rated::Blank);
    }
}
