//! Counts of targets by partnership, as rows of the schedule.

use super::super::super::fault::Fault;
use super::super::super::limit;
use super::super::super::words::column::{COUNTED, Column};
use super::super::super::words::fold::alike;
use super::super::Desk;
use super::super::heading::Head;
use super::super::schedule::{self, Figures, called, edition_of};
use super::super::table::Headed;
use super::is_total;
use crate::model::{Partnership, PartnershipId, SummaryId, day};

/// The columns that name the partnership counted, best first.
const NAMED: [Column; 5] =
    [Column::Partnership, Column::Title, Column::Organisation, Column::Area, Column::Indicator];

/// Whether columns headed so count targets.
pub(super) fn counts(columns: &[Column]) -> bool {
    let stands = [Column::OnTrack, Column::OffTrack, Column::Unjudged];
    let many = stands.iter().filter(|column| columns.contains(column)).count();
    many >= 2 || (many >= 1 && columns.contains(&Column::Total))
}

/// Counts by partnership, as rows of the schedule.
pub(super) fn summaries(
    desk: &mut Desk<'_>,
    head: &Head,
    tables: &[Headed<'_>],
) -> Result<(), Fault> {
    let edition = edition_of(desk, head);
    let (id, as_at) = (edition.id.clone(), edition.as_at);
    let known = desk.known;
    let earlier = known.schedules.iter().find(|schedule| schedule.edition.id == id);
    desk.file(edition);
    let mut named: Vec<Partnership> = known.partnerships.to_vec();
    for headed in tables {
        let used: Vec<Column> = COUNTED.into_iter().chain(NAMED).collect();
        headed.tell_unused(&used, &mut desk.report);
    }
    for record in tables.iter().flat_map(Headed::records) {
        if desk.rows.len() > limit::ITEMS {
            return Err(Fault::over("there are too many rows", limit::ITEMS_SAID));
        }
        let name = NAMED.into_iter().map(|column| record.get(column)).find(|name| !name.is_empty());
        let name = name.unwrap_or_else(|| record.first());
        if is_total(&name) || schedule::is_total(&name) || record.said() < 2 {
            desk.report.pass(
                record.place(),
                format!("\u{201c}{name}\u{201d} is no partnership, and was not read in"),
            );
            continue;
        }
        let cells: Vec<_> = COUNTED
            .into_iter()
            .map(|column| (column, record.get(column), record.place().to_owned()))
            .collect();
        let partnership = partnership(desk, &mut named, &name, record.place());
        desk.report.count("partnerships", 1);
        let Some(figures) = Figures::columns(&cells, &name, &mut desk.report) else {
            desk.report.pass(
                record.place(),
                format!("{name}: gives no figures that can be read; they stay unknown"),
            );
            continue;
        };
        figures.tell(&name, record.place(), &mut desk.report);
        desk.report.count("summaries", 1);
        desk.report.count("targets", usize::try_from(figures.total).unwrap_or(usize::MAX));
        desk.report.fact(record.place(), format!("{name}: {}", figures.in_words()));
        let old = earlier.and_then(|schedule| {
            schedule.standings.iter().find(|s| s.partnership.id == partnership)?.summary.as_ref()
        });
        let summary_id = old.map_or_else(|| SummaryId::mint(desk.mint), |old| old.id.clone());
        let summary = figures.into_summary(summary_id, id.clone(), partnership);
        desk.file(summary.explained_as(old));
    }
    desk.report.fact("heading", format!("figures as at {}", day::plain(as_at)));
    Ok(())
}

/// The partnership called `name`: one of `named`, or a new one among them.
pub(super) fn partnership(
    desk: &mut Desk<'_>,
    named: &mut Vec<Partnership>,
    name: &str,
    place: &str,
) -> PartnershipId {
    if let Some(had) = called(named, name) {
        return had.id.clone();
    }
    if let Some(near) = named.iter().find(|had| alike(&had.name, name)) {
        desk.report.nearly(place, name, &near.name, "another partnership");
    }
    let new = Partnership::named(PartnershipId::mint(desk.mint), name, desk.mint.rank());
    desk.report.count("new partnerships", 1);
    named.push(new.clone());
    let id = new.id.clone();
    desk.file(new);
    id
}
