//! Which items of the agenda in the book the items of minutes are.

use std::collections::{HashMap, HashSet, VecDeque};

use super::super::super::words::fold::key;
use super::part::Part;
use super::settle::Settle;
use crate::model::{Item, ItemId, ItemStatus, MeetingId};

/// How an item of the agenda and one of minutes are called, where they are one if alike.
type Way = (fn(&Item) -> String, fn(&Part) -> String);

/// For each item of minutes, the item of the agenda that it is: the one of its title, or of
/// its number where that is no other's. No item of the agenda is two.
pub(super) fn pairs(agenda: &[&Item], parts: &[Part]) -> Vec<Option<ItemId>> {
    const WAYS: [Way; 2] = [
        (|item| key(&item.title), |part| key(&part.title)),
        (|item| item.number.clone(), |part| part.item.clone()),
    ];
    let mut found: Vec<Option<ItemId>> = vec![None; parts.len()];
    let mut taken: HashSet<&ItemId> = HashSet::new();
    for (of_item, of_part) in WAYS {
        let mut free: HashMap<String, VecDeque<&Item>> = HashMap::new();
        for item in agenda.iter().filter(|item| !taken.contains(&item.id)) {
            free.entry(of_item(item)).or_default().push_back(item);
        }
        for (part, found) in parts.iter().zip(&mut found).filter(|(_, found)| found.is_none()) {
            let called = of_part(part);
            let next = free.get_mut(&called).filter(|_| !called.is_empty());
            if let Some(item) = next.and_then(VecDeque::pop_front) {
                taken.insert(&item.id);
                *found = Some(item.id.clone());
            }
        }
    }
    found
}

impl Settle<'_, '_> {
    /// Takes its number off what the agenda has and the minutes do not, where they give that to
    /// other business.
    pub(super) fn unnumber(&mut self, meeting: &MeetingId, parts: &[Part], of: &[Option<ItemId>]) {
        let known = self.desk.known;
        let agenda = known.items.iter().filter(|item| item.meeting == *meeting);
        for item in agenda.filter(|item| !of.contains(&Some(item.id.clone()))) {
            let given =
                parts.iter().find(|part| part.item == item.number && !item.number.is_empty());
            let Some(part) = given.filter(|_| item.status == ItemStatus::NotReached) else {
                continue;
            };
            let text = format!(
                "item {}: the agenda has \u{201c}{}\u{201d} under that number, which the minutes do not: it stands with none",
                item.number, item.title
            );
            self.desk.report.warn(part.place.clone(), text);
            self.desk.file(Item { number: String::new(), ..item.clone() });
        }
    }
}
