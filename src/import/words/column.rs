//! The headings of columns: what papers call the same thing in a table.

mod heading;

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

use super::fold::fold;
use super::when;
use heading::HEADINGS;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Column {
    /// A number or a reference.
    Number,
    /// The name of a partnership.
    Partnership,
    /// The Performance pane.
    Performance,
    /// The Response pane.
    Response,
    /// What came of the work.
    Outcomes,
    /// How the partners work together.
    Working,
    /// Which pane a row belongs in.
    Pane,
    /// Which half of the Performance pane a row belongs in.
    Section,
    /// The words of a point, a response, an item or an action.
    Text,
    /// What an item is about.
    Title,
    /// Who presents, reports or leads.
    Lead,
    /// Who is to do it.
    Owner,
    /// By when.
    Due,
    /// How far it has gone.
    Status,
    /// How it stands as a colour, where it is not said in words.
    Rag,
    /// What else was said.
    Remark,
    /// When it was last changed.
    Changed,
    /// On which day it was done.
    Done,
    /// Whether somebody votes.
    Voting,
    /// At what time.
    Time,
    /// For how long.
    Length,
    /// A paper's reference.
    Paper,
    /// What is asked for.
    Recommendation,
    /// A person's name.
    Person,
    /// What a person is on a body.
    Role,
    /// Where a person comes from, or what a seat stands for.
    Organisation,
    /// A body that meets, of those on it.
    Board,
    /// A political party or group.
    Party,
    /// What somebody declared.
    Interest,
    /// How many seats.
    Seats,
    /// From which day.
    From,
    /// Until which day.
    To,
    /// The period of some figures.
    Period,
    /// How many targets there are.
    Total,
    /// How many are on track.
    OnTrack,
    /// How many are not.
    OffTrack,
    /// How many will not be achieved.
    Lost,
    /// How many cannot be judged.
    Unjudged,
    /// How many are not due.
    NotDue,
    /// How many are neither on track nor off it: "amber".
    Unsure,
    /// What a target measures.
    Indicator,
    /// A figure.
    Value,
    /// A figure of the period that heads the column.
    Figure,
    /// How it stood at the end of the period that heads the column.
    Stood,
    /// The figure aimed at.
    Goal,
    /// The figure aimed at in the period that heads the column.
    Aim,
    /// The figure that it began from.
    Baseline,
    /// A place that a figure is about.
    Area,
}

/// The columns that count a partnership's targets.
pub const COUNTED: [Column; 8] = [
    Column::Period,
    Column::Total,
    Column::OnTrack,
    Column::OffTrack,
    Column::Lost,
    Column::Unjudged,
    Column::NotDue,
    Column::Unsure,
];

/// What the heading `heading` says its column holds, if it is a heading that
/// papers use. Longer headings are matched by how they begin.
#[must_use]
pub fn of(heading: &str) -> Option<Column> {
    if heading.len() > 4 * LONGEST {
        return None;
    }
    let folded = fold(heading);
    if folded.is_empty() || folded.len() > LONGEST {
        return None;
    }
    let begins = || {
        let begins = |(name, _): &&(&str, Column)| {
            folded.strip_prefix(name).is_some_and(|rest| rest.starts_with(' '))
        };
        NAMES.begin.iter().find(begins)
    };
    let short = folded.split(' ').count() <= 5;
    let whole = NAMES.whole.get(folded.as_str()).copied();
    // "2025/26 target": the one that begins with the word may be what is measured.
    let aim = || folded.ends_with(" target").then(|| of_aim(heading)).flatten();
    let named = whole.or_else(|| of_period(heading).map(|(_, column)| column));
    let named = named.or_else(|| aim().map(|_| Column::Goal));
    named.or_else(|| short.then(begins).flatten().map(|(_, column)| *column))
}

/// What a column is headed by that is called so and no more: "Performance", and not
/// "Performance Committee".
#[must_use]
pub fn whole(heading: &str) -> Option<Column> {
    (heading.len() <= 4 * LONGEST).then(|| NAMES.whole.get(fold(heading).as_str()).copied())?
}

/// How long a heading is at most, folded.
const LONGEST: usize = 60;

/// The headings, made ready to be looked up: every cell of a large sheet may be one.
struct Names {
    whole: HashMap<&'static str, Column>,
    /// Those that longer ones may begin with.
    begin: Vec<(&'static str, Column)>,
}

static NAMES: LazyLock<Names> = LazyLock::new(|| {
    let mut names = Names { whole: HashMap::new(), begin: Vec::new() };
    for (column, all) in HEADINGS {
        let whole =
            matches!(column, Column::Number | Column::Text | Column::Title | Column::Person);
        for name in all.split('|') {
            names.whole.entry(name).or_insert(*column);
            if !whole && name.len() >= 5 {
                names.begin.push((name, *column));
            }
        }
    }
    names
});

/// What a column headed by a period holds, and the period: "Q1", "Q2 actual", "RAG
/// 2009/10".
#[must_use]
pub fn of_period(heading: &str) -> Option<(String, Column)> {
    const FIGURE: [&str; 8] =
        ["actual", "actuals", "value", "result", "results", "outturn", "performance", "figure"];
    const STOOD: [&str; 4] = ["status", "rag", "rating", "standing"];
    let said = |word: &str| fold(word);
    let is = |words: &[&str], word: &str| words.contains(&said(word).as_str());
    let words: Vec<&str> = heading.split_whitespace().collect();
    let stood = words.iter().any(|word| is(&STOOD, word));
    let rest: Vec<&str> =
        words.into_iter().filter(|word| !is(&FIGURE, word) && !is(&STOOD, word)).collect();
    let period = rest.iter().map(|word| years(word)).collect::<Vec<_>>().join(" ");
    let period = when::month_of_year(&period).unwrap_or(period);
    is_period(&period).then_some((period, if stood { Column::Stood } else { Column::Figure }))
}

/// The period in which the figures of a column headed so are aimed at: "Target 2009/10",
/// "2009/10 target".
#[must_use]
pub fn of_aim(heading: &str) -> Option<String> {
    const AIMED: [&str; 3] = ["target", "Target", "TARGET"];
    let ends = |aimed: &&str| heading.strip_prefix(*aimed).or_else(|| heading.strip_suffix(*aimed));
    let rest = AIMED.iter().find_map(ends)?.trim();
    of_period(rest).filter(|(_, column)| *column == Column::Figure).map(|(period, _)| period)
}

/// A year and the next in full, where both stand there in two figures: "09/10" is "2009/10".
fn years(word: &str) -> Cow<'_, str> {
    let short = word.split_once(['/', '-']).and_then(|(from, to)| {
        let both = from.len() == 2 && to.len() == 2;
        let (from, to): (u32, u32) = (from.parse().ok()?, to.parse().ok()?);
        (both && (from + 1) % 100 == to).then(|| format!("20{from:02}/{to:02}"))
    });
    short.map_or(Cow::Borrowed(word), Cow::Owned)
}

/// Whether a heading is a period and no more: "Q3 2009/10", "2010/11", "Q2".
fn is_period(heading: &str) -> bool {
    let whole = when::period(heading).is_some_and(|(_, at)| at.len() == heading.trim().len());
    if when::month_of_year(heading).is_some() {
        return true;
    }
    let bare = fold(heading);
    let digit = |n: &str| matches!(n, "1" | "2" | "3" | "4");
    let quarter = ["q", "qtr ", "quarter "].iter().any(|q| bare.strip_prefix(q).is_some_and(digit));
    whole || quarter
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(heading: &str, want: Option<Column>) {
        assert_eq!(of(heading), want, "{heading}");
    }

    #[test]
    fn the_same_thing_is_known_by_its_several_names() {
        check("Responsible", Some(Column::Owner));
        check("DUE DATE", Some(Column::Due));
        check("Organisation / sector", Some(Column::Organisation));
        check("Response(s)", Some(Column::Response));
        check("Responses", Some(Column::Response));
        check("Cannot judge (data)", Some(Column::Unjudged));
        check("Q3 2009/10", Some(Column::Figure));
        check("Q2", Some(Column::Figure));
        check("Q2 actual", Some(Column::Figure));
        check("Actual 2009/10", Some(Column::Figure));
        check("Actual 09/10", Some(Column::Figure));
        check("Response by", Some(Column::Due));
        assert_eq!(of_aim("Target 09/10").as_deref(), Some("2009/10"));
        assert_eq!(of_aim("Q2 target").as_deref(), Some("Q2"));
        assert_eq!(of_aim("Target"), None);
        check("Q2 RAG status", Some(Column::Stood));
        check("Children's Trust", None);
        check("", None);
    }
}
