//! Listing the registers beside the schedule.

use super::filter::{named_in, today};
use super::list::Answer;
use crate::book::{Book, Filter};
use crate::document::facts;
use crate::model::{Annotation, Likelihood, LinkKind, PartnershipId, TargetLevel, TargetLine, day};
use crate::rules::engagement::{Seen, Share};
use crate::rules::framework::Branch;
use crate::rules::sentence::several;
use crate::shell::Trouble;
use crate::shell::args::{List, Listed};

/// The rows of a register that fit what was asked.
pub(super) fn answer(book: &Book, asked: &List, filter: &Filter) -> Result<Answer, Trouble> {
    match asked.what {
        Listed::Recommendations => recommendations(book, asked, filter),
        Listed::Drivers => drivers(book, filter),
        Listed::Findings => findings(book, asked, filter),
        Listed::Targets => targets(book, asked, filter),
        Listed::Engagement => engagement(book, filter),
        Listed::Framework => framework(book),
        Listed::Annotations => annotations(book, filter),
        _ => plan(book, asked, filter),
    }
}

fn fits(filter: &Filter, status: &str) -> bool {
    filter.status.as_deref().is_none_or(|wanted| wanted == status)
}

fn belongs(filter: &Filter, partnership: Option<&PartnershipId>) -> bool {
    filter.partnership.is_none() || filter.partnership.as_ref() == partnership
}

fn recommendations(book: &Book, asked: &List, filter: &Filter) -> Result<Answer, Trouble> {
    let today = today(asked);
    let mut lines = book.recommendations()?;
    lines.retain(|line| {
        let row = &line.row;
        fits(filter, row.status.word())
            && named_in(asked, &row.lead)
            && (filter.overdue.is_none() || row.is_overdue(today) || row.is_unanswered(today))
            && (filter.meeting.is_none() || filter.meeting == row.meeting)
    });
    let rows = lines.iter().map(|line| {
        let row = &line.row;
        vec![
            row.id.0.clone(),
            row.number.clone(),
            row.due.map_or_else(|| row.due_text.clone(), day::short),
            row.stands(today),
            row.addressed_to.clone(),
            row.text.clone(),
        ]
    });
    let rows = rows.collect();
    Ok((lines.iter().map(|line| facts::recommendation(line, today)).collect(), rows))
}

fn drivers(book: &Book, filter: &Filter) -> Result<Answer, Trouble> {
    let mut lines = book.drivers()?;
    // Only a partnership asked for is looked for in them.
    let (schedule, targets) = match filter.partnership {
        Some(_) => (book.schedule()?, book.targets()?),
        None => Default::default(),
    };
    let holds = |id: &PartnershipId, row: &str| {
        let standings = schedule.iter().flat_map(|schedule| &schedule.standings);
        let own = |target: &TargetLine| target.target.partnership.as_ref() == Some(id);
        standings.filter(|of| of.partnership.id == *id).any(|of| of.has(row))
            || targets.iter().any(|of| own(of) && of.target.id.as_str() == row)
    };
    lines.retain(|line| {
        // What threatens a point or a target of a partnership's threatens it.
        let touches = |id: &PartnershipId| {
            line.links.iter().any(|link| link.to_id == id.as_str() || holds(id, &link.to_id))
        };
        fits(filter, line.row.status.word()) && filter.partnership.as_ref().is_none_or(touches)
    });
    let rows = lines.iter().map(|line| {
        let row = &line.row;
        let touched = line.to(LinkKind::Threatens, row.id.as_str()).count();
        vec![
            row.id.0.clone(),
            row.status.plain(),
            row.likelihood.map(Likelihood::plain).unwrap_or_default(),
            row.timing.clone(),
            format!("threatens {touched}"),
            row.heading.clone(),
        ]
    });
    let rows = rows.collect();
    Ok((lines.iter().map(facts::driver).collect(), rows))
}

fn findings(book: &Book, asked: &List, filter: &Filter) -> Result<Answer, Trouble> {
    let mut lines = book.findings()?;
    let today = today(asked);
    lines.retain(|line| {
        let row = &line.row;
        fits(filter, line.stands().word())
            && belongs(filter, row.partnership.as_ref())
            && named_in(asked, &row.owner)
            && (filter.overdue.is_none() || line.is_overdue(today))
    });
    let rows = lines.iter().map(|line| {
        let row = &line.row;
        vec![
            row.id.0.clone(),
            row.year.to_string(),
            row.kind.plain(),
            if line.is_overdue(today) { "overdue".to_owned() } else { line.stands().plain() },
            row.due.map_or_else(|| row.due_text.clone(), |due| due.to_string()),
            row.partnership.as_ref().map(|id| id.0.clone()).unwrap_or_default(),
            row.text.clone(),
        ]
    });
    let rows = rows.collect();
    Ok((lines.iter().map(facts::finding).collect(), rows))
}

fn targets(book: &Book, asked: &List, filter: &Filter) -> Result<Answer, Trouble> {
    let mut lines = book.targets()?;
    lines.retain(|line| {
        let last = line.results.last().map(|result| result.status.word());
        belongs(filter, line.target.partnership.as_ref())
            && named_in(asked, &line.target.lead)
            && (fits(filter, line.target.state.word())
                || last.is_some_and(|status| fits(filter, status)))
    });
    let rows = lines.iter().map(|line| {
        let row = &line.target;
        let last = line.results.last();
        vec![
            row.id.0.clone(),
            row.level.map(TargetLevel::plain).unwrap_or_default(),
            row.partnership.as_ref().map(|id| id.0.clone()).unwrap_or_default(),
            last.map_or_else(|| row.state.plain(), |result| result.status.plain()),
            line.priority.as_ref().map(|priority| priority.title.clone()).unwrap_or_default(),
            format!("{} {}", row.code, row.wording).trim_start().to_owned(),
        ]
    });
    let rows = rows.collect();
    Ok((lines.iter().map(facts::target).collect(), rows))
}

fn plan(book: &Book, asked: &List, filter: &Filter) -> Result<Answer, Trouble> {
    let today = today(asked);
    let mut lines = book.plan()?;
    lines.retain(|line| {
        let row = &line.row;
        fits(filter, row.status.word())
            && named_in(asked, &row.wanted_by)
            && filter.body.as_ref().is_none_or(|body| row.body == *body)
            && (filter.meeting.is_none() || filter.meeting == row.meeting)
            && (filter.overdue.is_none() || row.is_overdue(today))
            && filter.from.is_none_or(|from| row.due.is_some_and(|due| due >= from))
            && filter.to.is_none_or(|to| row.due.is_some_and(|due| due <= to))
    });
    let rows = lines.iter().map(|line| {
        let row = &line.row;
        vec![
            row.id.0.clone(),
            line.call(row.body.as_str()).to_owned(),
            row.due.map_or_else(|| row.due_text.clone(), day::short),
            row.stands(today),
            row.kind.plain(),
            row.topic.clone(),
        ]
    });
    let rows = rows.collect();
    Ok((lines.iter().map(|line| facts::plan(line, today)).collect(), rows))
}

fn engagement(book: &Book, filter: &Filter) -> Result<Answer, Trouble> {
    let shares: Vec<_> = book.engagement(filter.body.as_ref())?.shares().collect();
    let row = |share: &Share| {
        let marks = share.strip.iter().map(Seen::mark);
        vec![
            if share.is_sector { format!("sector: {}", share.name) } else { share.name.clone() },
            several(share.places, "seat"),
            format!("{} attended", share.came),
            format!("{} by substitute", share.by_substitute),
            format!("{} apologies", share.apologies),
            format!("{} absent", share.absent),
            format!("{} missed in a row", share.missed_in_a_row),
            format!("{} with a mandate", share.mandated),
            format!("{} without", share.unmandated),
            format!("{} of {} actions done", share.done, share.actions),
            marks.collect(),
        ]
    };
    Ok((shares.iter().map(facts::share).collect(), shares.iter().map(row).collect()))
}

fn annotations(book: &Book, filter: &Filter) -> Result<Answer, Trouble> {
    let mut notes = book.annotations()?;
    let review = book.review(None)?;
    let row = filter.partnership.as_ref().zip(review.as_ref()).and_then(|(p, r)| r.row(p));
    notes.retain(|note| {
        let beside = || match (&review, row) {
            (Some(review), Some(row)) => review.notes_on(row).any(|own| own.id == note.id),
            _ => filter.partnership.is_none(),
        };
        fits(filter, note.status.word()) && beside()
    });
    let row = |note: &Annotation| {
        vec![
            note.id.0.clone(),
            note.made_on.to_string(),
            note.kind.plain(),
            note.status.plain(),
            note.subject.clone(),
            note.by.clone(),
            note.text.clone(),
        ]
    };
    Ok((notes.iter().map(facts::annotation).collect(), notes.iter().map(row).collect()))
}

fn framework(book: &Book) -> Result<Answer, Trouble> {
    let lines = book.framework()?;
    let row = |line: &Branch| vec![format!("{}{}", line.strokes, line.name), line.about()];
    Ok((lines.iter().map(facts::branch).collect(), lines.iter().map(row).collect()))
}
