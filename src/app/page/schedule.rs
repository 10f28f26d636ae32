//! The governance schedule: every partnership, with its two panes.

use super::View;
use crate::app::screen::{Area, Look, Pane, Part, Row, columns};
use crate::app::standing;
use crate::model::{PartnershipId, Schedule, Standing, day};

/// The schedule page.
#[derive(Clone, Debug, Default)]
pub struct SchedulePage {
    /// The schedule, once read; the book may have none.
    pub data: Option<Option<Box<Schedule>>>,
    /// The partnership to be chosen once the schedule is read.
    pub at: Option<PartnershipId>,
    /// Which partnership is chosen.
    pub chosen: usize,
    /// Which pane has the keys: the list, Performance or Response.
    pub focus: usize,
    /// How far each of the two panes is scrolled.
    pub scroll: [usize; 2],
}

impl SchedulePage {
    /// The page at one partnership.
    #[must_use]
    pub fn at(partnership: PartnershipId) -> Self {
        Self { at: Some(partnership), ..Self::default() }
    }

    /// Takes in what was read.
    pub(super) fn take(&mut self, found: Option<Box<Schedule>>) {
        self.data = Some(found);
        let wanted = self.at.take();
        let rows = self.schedule().map(|schedule| schedule.standings.as_slice());
        let at = rows.and_then(|rows| {
            rows.iter().position(|row| Some(&row.partnership.id) == wanted.as_ref())
        });
        self.chosen = at.unwrap_or(self.chosen).min(self.len().saturating_sub(1));
    }

    pub(in crate::app) fn len(&self) -> usize {
        self.schedule().map_or(0, |schedule| schedule.standings.len())
    }

    fn schedule(&self) -> Option<&Schedule> {
        self.data.as_ref()?.as_deref()
    }

    fn standing(&self) -> Option<&Standing> {
        self.schedule()?.standings.get(self.chosen)
    }

    pub(super) fn panes(&self, view: &View<'_>) -> Vec<Pane> {
        let Some(schedule) = self.schedule() else {
            let text = if self.data.is_some() {
                vec![
                    Row::plain("This book has no governance schedule yet."),
                    Row::of(
                        "Import one with \"minutebook import FILE --kind schedule\".",
                        Look::Dim,
                    ),
                ]
            } else {
                vec![Row::of("Reading…", Look::Dim)]
            };
            return vec![Pane::text(Part::List, view.area, "Governance schedule", &text, 0)];
        };
        let [list, performance, response] = areas(view.area, self.focus);
        let title = format!("Partnerships, {}", day::plain(schedule.edition.as_at));
        let mut panes = Vec::new();
        if list.width > 0 {
            let pane = Pane::list(
                Part::List,
                list,
                title,
                schedule.standings.len(),
                self.chosen,
                |n, width| {
                    schedule
                        .standings
                        .get(n)
                        .map_or_else(Row::new, |standing| line(standing, width))
                },
            );
            panes.push(pane.focused(self.focus == 0));
        }
        let Some(chosen) = self.standing() else { return panes };
        for (area, part, focus, rows, title) in [
            (
                performance,
                Part::Performance,
                1,
                standing::performance(chosen),
                format!("Performance: {}", chosen.partnership.name),
            ),
            (
                response,
                Part::Response,
                2,
                standing::response(chosen),
                format!("Response: {}", chosen.partnership.name),
            ),
        ] {
            if area.width > 0 {
                panes.push(
                    Pane::text(part, area, title, &rows, self.scroll[focus - 1])
                        .focused(self.focus == focus),
                );
            }
        }
        panes
    }
}

/// The list, Performance and Response; on a narrow screen the list and one of
/// the two, or the focused one alone.
fn areas(area: Area, focus: usize) -> [Area; 3] {
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

fn line(standing: &Standing, width: usize) -> Row {
    let name = if width < 50 { &standing.partnership.short } else { &standing.partnership.name };
    let room = (width / 2).clamp(8, 36);
    let mut row = columns(room + 1, &[(room, name, Look::Plain), (1, "", Look::Plain)]);
    match &standing.summary {
        Some(summary) if width >= 70 => {
            row.spans.extend(standing::bar(summary).spans);
            row = row.and("  ", Look::Plain);
            row = row.and(summary.period.clone(), Look::Dim);
        }
        Some(summary) => row.spans.extend(standing::bar(summary).spans),
        None => row = row.and("unknown", Look::Unsure),
    }
    row
}
