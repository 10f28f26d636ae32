//! Reading what a page of the screen asks for.

use super::keeper::Open;
use super::place;
use crate::app::{Loaded, Wanted};
use crate::book::{Filter, PAGE, Result};
use crate::document::Document;
use crate::export::Format;
use crate::model::MeetingId;

/// Reads what is wanted.
pub(super) fn read(open: &Open, wanted: &Wanted) -> Result<Loaded> {
    let book = open.book();
    let all = Filter::default();
    Ok(match wanted {
        Wanted::Overview => Loaded::Overview(Box::new(book.overview(place::now().date_naive())?)),
        Wanted::Meetings => Loaded::Meetings(book.meetings(&all, PAGE)?),
        Wanted::Actions => Loaded::Actions(book.actions(&all, PAGE)?),
        Wanted::Decisions => Loaded::Decisions(book.decisions(&all, PAGE)?),
        Wanted::Bodies => Loaded::Bodies(book.bodies()?),
        Wanted::Schedule => Loaded::Schedule(book.review(None)?.map(Box::new)),
        Wanted::Engagement => Loaded::Engagement(book.engagement(None)?.shares().collect()),
        Wanted::Gaps => Loaded::Gaps(book.gaps()?),
        Wanted::Recommendations => Loaded::Recommendations(book.recommendations()?),
        Wanted::Plan => Loaded::Plan(book.plan()?),
        Wanted::Drivers => Loaded::Drivers(book.drivers()?),
        Wanted::Findings => Loaded::Findings(book.findings()?),
        Wanted::Targets => Loaded::Targets(book.targets()?),
        Wanted::Thread(id) => Loaded::Thread(book.thread(id)?.map(Box::new)),
        Wanted::History => Loaded::History(book.history(None, PAGE)?),
        Wanted::Preview(meeting) => Loaded::Preview(preview(open, meeting)?),
    })
}

/// The finished minutes, as the text format sets them.
fn preview(open: &Open, meeting: &MeetingId) -> Result<Vec<String>> {
    let sitting = open.book().sitting(meeting)?;
    let document = Document::minutes(&sitting, open.audience());
    let mut text = Vec::new();
    if let Some(format) = Format::named("txt") {
        // Memory has room for a page; a format that cannot be written shows as
        // far as it went.
        let _ = (format.write)(&document, &mut text);
    }
    Ok(String::from_utf8_lossy(&text).lines().map(str::to_owned).collect())
}
