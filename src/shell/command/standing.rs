//! Listing partnerships, each with its row of the schedule.

use chrono::NaiveDate;

use super::list::{Answer, named_in, today};
use crate::book::{Book, Filter};
use crate::document::facts;
use crate::model::{Partnership, Standing};
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
    let sieve = match (&asked.status, asked.overdue) {
        (_, true) => Sieve::Overdue,
        (Some(status), _) => Sieve::from_word(status).unwrap_or(Sieve::All),
        (None, false) => Sieve::All,
    };
    let order = asked.sort.as_deref().and_then(Order::from_word).unwrap_or(Order::AsPrinted);
    let given = |review: &Review, row: &Standing| -> Vec<String> {
        review.actions_on(row).map(|line| line.owner.clone()).collect()
    };
    let shown: Vec<(Standing, Option<Since>, Vec<String>)> = match review {
        Some(review) => review
            .shown(sieve, order, day)
            .into_iter()
            .filter_map(|n| {
                let since = review.since.get(n).cloned().flatten();
                let row = review.schedule.standings.get(n)?;
                Some((row.clone(), since, given(&review, row)))
            })
            .collect(),
        None => book.partnerships()?.into_iter().map(|row| (bare(row), None, vec![])).collect(),
    };
    let wanted = |(row, _, given): &&(Standing, _, Vec<String>)| {
        let owners = row.responses.iter().map(|response| response.owner.as_str());
        let owners = owners.chain(given.iter().map(String::as_str));
        filter.partnership.as_ref().is_none_or(|id| row.partnership.id == *id)
            && (asked.owner.is_none() || owners.into_iter().any(|owner| named_in(asked, owner)))
    };
    let mut values = Vec::new();
    let mut rows = Vec::new();
    for (standing, since, _) in shown.iter().filter(wanted) {
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
    let summary = standing.summary.as_ref();
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

/// A partnership of a book with no schedule.
fn bare(partnership: Partnership) -> Standing {
    Standing {
        partnership,
        summary: None,
        points: Vec::new(),
        responses: Vec::new(),
        links: Vec::new(),
    }
}
