//! What waits for a meeting and goes on its agenda as it is put in the calendar.

use super::super::defer::deferred_from;
use super::super::{promise, when};
use super::Shelf;
use crate::model::{
    Item, ItemId, Meeting, Mint, PlanEntry, PlanKind, PlanStatus, Record, Waiting, WaitsFor, day,
    is_within,
};
use crate::rules::sentence::several;

/// The rows of everything that waits for `meeting`, one group to each: what was put
/// off, promised or planned for its day or an earlier one, or put off to no day at all. They stand after
/// so many items.
pub(super) fn gathered(
    shelf: &Shelf<'_>,
    meeting: &Meeting,
    standing: usize,
    mint: &mut Mint,
) -> Vec<Vec<Record>> {
    let due = |waiting: &&Waiting| waiting.body == meeting.body && is_due(waiting, meeting);
    let found = (standing.saturating_add(1)..).zip(shelf.waiting.iter().filter(due));
    found.map(|(number, waiting)| placed(waiting, &number.to_string(), meeting, mint)).collect()
}

/// Lets standing business that was put off be what it is on this agenda already, and leaves
/// the rest.
pub(super) fn merged(standing: &mut [Item], gathered: &mut Vec<Vec<Record>>) {
    gathered.retain(|group| {
        let [Record::Item(was)] = group.as_slice() else { return true };
        let same = |item: &&mut Item| item.kind == was.kind && item.title == was.title;
        let Some(own) = standing.iter_mut().find(same) else { return true };
        let (id, rank, number) = (own.id.clone(), own.rank, own.number.clone());
        *own = Item { id, rank, number, ..was.clone() };
        false
    });
    let items = gathered.iter_mut().flatten().filter_map(|row| match row {
        Record::Item(item) => Some(item),
        _ => None,
    });
    for (number, item) in (standing.len().saturating_add(1)..).zip(items) {
        item.number = number.to_string();
    }
}

/// How many were gathered, for the line that says the meeting was made.
pub(super) fn in_words(gathered: &[Vec<Record>]) -> String {
    match u32::try_from(gathered.len()).unwrap_or(u32::MAX) {
        0 => String::new(),
        n => format!(", with {} that waited for it", several(n, "item")),
    }
}

fn is_due(waiting: &Waiting, meeting: &Meeting) -> bool {
    let by = match &waiting.what {
        WaitsFor::Item(item) => when::day(&item.deferred_to, waiting.since),
        WaitsFor::Planned(plan) => plan.due,
    };
    let since = match &waiting.what {
        WaitsFor::Item(_) => waiting.since < meeting.date,
        WaitsFor::Planned(_) => true,
    };
    let undated = matches!(waiting.what, WaitsFor::Item(_));
    if let WaitsFor::Planned(PlanEntry { due: Some(due), due_text, .. }) = &waiting.what
        && is_within(meeting.date, *due, due_text)
    {
        return true;
    }
    since && by.map_or(undated, |by| by <= meeting.date)
}

fn placed(waiting: &Waiting, number: &str, meeting: &Meeting, mint: &mut Mint) -> Vec<Record> {
    match &waiting.what {
        WaitsFor::Item(was) => {
            let minute = waiting.origin.split_once("Minute ").map(|(_, minute)| minute);
            let item = Item {
                number: number.to_owned(),
                title: was.title.clone(),
                kind: was.kind,
                paper: was.paper.clone(),
                report_by: was.report_by.clone(),
                recommendation: was.recommendation.clone(),
                partnership: was.partnership.clone(),
                exempt: was.exempt.clone(),
                public_title: was.public_title.clone(),
                balance: was.balance.clone(),
                deferred_from: Some(was.id.clone()),
                why: deferred_from(minute, waiting.since),
                ..Item::blank(ItemId::mint(mint), meeting.id.clone(), mint.rank())
            };
            vec![item.into()]
        }
        WaitsFor::Planned(plan) => {
            let by = plan.due.map(|due| format!(" for {}", day::plain(due))).unwrap_or_default();
            let how = match plan.kind {
                PlanKind::ReportBack => "promised",
                PlanKind::KeyDecision | PlanKind::Review | PlanKind::Report => "planned",
            };
            let from =
                if plan.origin.is_empty() { String::new() } else { format!(" ({})", plan.origin) };
            let why = format!("{how}{by}{from}");
            let (mut item, link) = promise::coming_back(plan, None, &why, &meeting.id, mint);
            number.clone_into(&mut item.number);
            let plan = PlanEntry {
                meeting: Some(meeting.id.clone()),
                status: PlanStatus::Scheduled,
                ..plan.clone()
            };
            vec![item.into(), plan.into(), link.into()]
        }
    }
}
