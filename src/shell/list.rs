//! Reading what a page of the screen asks for.

use chrono::NaiveDate;

use super::place;
use crate::app::{Loaded, PAGE, Wanted};
use crate::book::{Book, Filter, Result};
use crate::document::{self, Audience, Document};
use crate::export;
use crate::model::{Gap, MeetingId, Sitting};
use crate::rules::review::Review;

/// Reads a meeting for the screen: the clerk is shown everything, and whoever
/// only follows it what that audience may see.
pub fn shown(book: &Book, meeting: &MeetingId, follower: Option<Audience>) -> Result<Sitting> {
    let sitting = book.sitting(meeting)?;
    Ok(match follower {
        Some(audience) => document::sift(&sitting, audience).into_inner(),
        None => sitting,
    })
}

/// Reads the list that a page waits for, as `audience` may see it.
pub fn loaded(book: &Book, wanted: &Wanted, audience: Audience) -> Result<Loaded> {
    let all = Filter::default();
    Ok(match wanted {
        Wanted::Overview => Loaded::Overview(Box::new(book.overview(place::now().date_naive())?)),
        Wanted::Meetings => Loaded::Meetings(book.meetings(&all, PAGE)?),
        Wanted::Actions => Loaded::Actions(book.actions(&all, PAGE)?),
        Wanted::Decisions => Loaded::Decisions(book.decisions(&all, PAGE)?),
        Wanted::Bodies => Loaded::Bodies(book.bodies()?),
        Wanted::Schedule(until) => Loaded::Schedule(review(book, *until)?.map(Box::new)),
        Wanted::Engagement => Loaded::Engagement(book.engagement(None)?.shares().collect()),
        Wanted::Framework => Loaded::Framework(book.framework()?),
        Wanted::Gaps => Loaded::Gaps(book.gaps()?),
        Wanted::GapsAt(day) => Loaded::Gaps(gaps_on(book, *day)?),
        Wanted::Recommendations => Loaded::Recommendations(book.recommendations()?),
        Wanted::Plan => Loaded::Plan(book.plan()?),
        Wanted::Drivers => Loaded::Drivers(book.drivers()?),
        Wanted::Findings => Loaded::Findings(book.findings()?),
        Wanted::Targets => Loaded::Targets(book.targets()?),
        Wanted::Thread(id, until) => {
            let then = until.map(|day| looked_back(book, day)).transpose()?;
            Loaded::Thread(then.as_ref().unwrap_or(book).thread(id)?.map(Box::new))
        }
        Wanted::History => Loaded::History(book.history(None, PAGE)?),
        Wanted::Preview(meeting, columns) => {
            let document = Document::minutes(&book.minuted(meeting)?, audience);
            Loaded::Preview(export::lines(&document, *columns))
        }
    })
}

/// The book as it stood at the end of `day`; of a day before it was begun, as it stands,
/// without the editions of the schedule that came after.
pub(super) fn looked_back(book: &Book, day: NaiveDate) -> Result<Book> {
    match book.as_at(place::end_of(day))? {
        Some(past) => Ok(past),
        None => book.with_editions_by(day),
    }
}

/// The schedule for going over, as it stood at the end of a day.
fn review(book: &Book, until: Option<NaiveDate>) -> Result<Option<Review>> {
    let Some(day) = until else { return book.review(None) };
    looked_back(book, day)?.review(None)
}

/// What was missing at the end of `day`; of a day before the book was begun, in the
/// schedule alone, as nothing is known of the registers then.
pub(super) fn gaps_on(book: &Book, day: NaiveDate) -> Result<Vec<Gap>> {
    if let Some(past) = book.as_at(place::end_of(day))? {
        return past.gaps();
    }
    let past = book.with_editions_by(day)?;
    Ok(past.review(None)?.map(|review| review.gaps).unwrap_or_default())
}
