//! Listing partnerships, each with its row of the schedule.

use chrono::NaiveDate;

use super::filter::{named_in, today};
use super::list::Answer;
use crate::book::{Book, Filter};
use crate::document::facts;
use crate::model::Standing;
use crate::rules::review::{Order, Review, Sieve};
use crate::rules::sentence::several;
use crate::rules::since::Since;
use crate::shell::Trouble;
use crate::shell::args::List;

pub(super) fn partnerships(
    book: &Book,
    asked: &List,
    filter: &Filter,
    until: Option<NaiveDate>,
) -> Result<Answer, Trouble> {
    let review = book.review(until)?;
    let day = until.unwrap_or_else(|| today(asked));
    let sieve = filter.status.as_deref().and_then(Sieve::from_word).unwrap_or(Sieve::All);
    let late = if asked.overdue { Sieve::Overdue } else { Sieve::All };
    let order = asked.sort.as_deref().and_then(Order::from_word).unwrap_or(Order::AsPrinted);
    let owned = |review: &Review, row: &Standing| {
        asked.owner.is_none() || review.owners(row).any(|owner| named_in(asked, owner))
    };
    let shown: Vec<(Standing, Option<Since>)> = match review {
        Some(review) => {
            let late = review.shown(late, order, day);
            let shown = review.shown(sieve, order, day).into_iter();
            let row_of = |n: usize| {
                let since = review.since.get(n).cloned().flatten();
                let row = review.schedule.standings.get(n)?;
                owned(&review, row).then(|| (row.clone(), since))
            };
            shown.filter(|n| late.contains(n)).filter_map(row_of).collect()
        }
        None => book.partnerships()?.into_iter().map(|row| (Standing::blank(row), None)).collect(),
    };
    let wanted = |(row, _): &&(Standing, _)| {
        filter.partnership.as_ref().is_none_or(|id| row.partnership.id == *id)
    };
    let mut values = Vec::new();
    let mut rows = Vec::new();
    for (standing, since) in shown.iter().filter(wanted) {
        let mut value = facts::partnership(standing);
        if let (Some(since), Some(fields)) = (since, value.as_object_mut()) {
            fields.insert("since".into(), facts::since(since, standing.summary.as_ref()));
        }
        values.push(value);
        rows.push(partnership_row(standing, since.as_ref()));
    }
    Ok((values, rows))
}

fn partnership_row(standing: &Standing, since: Option<&Since>) -> Vec<String> {
    let summary = standing.figures();
    let targets = summary.map_or("targets unknown".to_owned(), |summary| {
        format!("{} ({})", summary.in_words(), summary.period)
    });
    vec![
        standing.partnership.id.0.clone(),
        standing.partnership.name.clone(),
        targets,
        format!(
            "{}, {}",
            several(standing.points.len(), "point"),
            several(standing.responses.len(), "response")
        ),
        since.map(|since| since.in_words(summary)).unwrap_or_default(),
    ]
}
