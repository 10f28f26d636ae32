//! Where the panes of the schedule page stand, and a line of its list.

use crate::app::column::columns;
use crate::app::screen::{Area, Look, Row};
use crate::app::{bars, wrap};
use crate::model::{AnnotationKind, Partnership, Standing, Summary};
use crate::rules::review::Review;

/// The list, Performance and Response; on a narrow screen the list and one of
/// the two, or the focused one alone.
pub(super) fn areas(area: Area, focus: usize) -> [Area; 3] {
    let none = Area::default();
    if area.width >= 110 {
        let (list, rest) = area.left(area.width * 3 / 10);
        let (performance, response) = rest.left(rest.width / 2);
        return [list, performance, response];
    }
    if area.width >= 64 {
        let (list, rest) = area.top((area.height / 2).min(9));
        let (performance, response) = rest.left(rest.width * 11 / 20);
        return [list, performance, response];
    }
    match focus {
        1 => [none, area, none],
        2 => [none, none, area],
        _ => [area, none, none],
    }
}

/// The least letters a partnership is known by beside the period of its figures.
const NAMED: usize = 12;

/// "v" for a row that was reviewed, and the sign of the most pressing note that is open on
/// it: "?" a query, "w" a wording, "c" a comment.
fn marks(review: &Review, standing: &Standing) -> (&'static str, &'static str) {
    let read = if review.is_reviewed(standing) { "v" } else { " " };
    let open: Vec<AnnotationKind> = review.open_notes(standing).map(|note| note.kind).collect();
    let signs = [
        (AnnotationKind::Query, "?"),
        (AnnotationKind::Wording, "w"),
        (AnnotationKind::Comment, "c"),
    ];
    let noted = signs.into_iter().find(|(kind, _)| open.contains(kind));
    (read, noted.map_or(" ", |(_, sign)| sign))
}

pub(super) fn line(review: &Review, standing: &Standing, width: usize) -> Row {
    let figures = || review.schedule.standings.iter().filter_map(Standing::figures);
    let widest = |picture: fn(&Summary) -> Row| {
        figures().map(|summary| wrap::width(&picture(summary).text())).max().unwrap_or(0)
    };
    // All rows are drawn alike, or none would be seen beside another.
    let drawn = widest(bars::bar) + NAMED + 4 <= width;
    let picture = if drawn { bars::bar } else { bars::signs };
    let period = figures().map(|summary| wrap::width(&summary.period) + 2).max().unwrap_or(0);
    let left = width.saturating_sub(widest(picture) + 4);
    // The period stands beside the bar where the name still has room to be known by.
    let dated = left > period + NAMED;
    let left = if dated { left - period } else { left };
    let longest = |name: fn(&Partnership) -> &str| {
        let names = review.schedule.standings.iter().map(|row| wrap::width(name(&row.partnership)));
        names.max().unwrap_or(0)
    };
    // All go by their whole names, or all by their short ones.
    let whole = longest(|partnership| &partnership.name);
    let in_whole = whole <= left;
    let wanted = if in_whole { whole } else { longest(|partnership| &partnership.short) };
    let room = wanted.min(left).max(8);
    let name = if in_whole { &standing.partnership.name } else { &standing.partnership.short };
    let (read, noted) = marks(review, standing);
    let cells = [(room, name.as_str(), Look::Plain), (1, "", Look::Plain)];
    let mut row = Row::of(read, Look::Good).and(noted, Look::Unsure);
    row.spans.extend(columns(room + 2, &cells).spans);
    match standing.figures() {
        Some(summary) => {
            let drawn = picture(summary);
            let short = widest(picture).saturating_sub(wrap::width(&drawn.text()));
            row.spans.extend(drawn.spans);
            if dated {
                let gap = " ".repeat(short + 2);
                row = row.and(gap, Look::Plain).and(summary.period.clone(), Look::Dim);
            }
        }
        None => row = row.and("unknown", Look::Unsure),
    }
    row
}
