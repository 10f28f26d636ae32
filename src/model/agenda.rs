//! The order of an agenda: an item that is part of another stands under it,
//! wherever either was put.

use super::{Item, ItemId, ItemKind};

/// The number of the item that one numbered so is part of: "5" of "5(a)", of
/// "5.1" and of "5a". Whether there is such an item is another matter.
#[must_use]
pub fn parent(number: &str) -> Option<&str> {
    let number = bare(number);
    let head = if number.ends_with(')') {
        number.rsplit_once('(').map(|(head, _)| head)
    } else if let Some((head, _)) = number.rsplit_once('.') {
        Some(head)
    } else {
        number.strip_suffix(|c: char| c.is_ascii_alphabetic())
    };
    head.map(str::trim_end).filter(|head| head.starts_with(|c: char| c.is_ascii_digit()))
}

/// Whether the item numbered `number` is a part of the one numbered `whole`, or a
/// part of a part of it.
#[must_use]
pub fn is_under(number: &str, whole: &str) -> bool {
    let above = std::iter::successors(parent(number), |number| parent(number));
    above.take(8).any(|number| bare(number) == bare(whole))
}

/// A number as it is compared: without the full stop after it.
fn bare(number: &str) -> &str {
    number.trim().trim_end_matches('.')
}

/// The items of an agenda in their order: by rank, each under the one it is part
/// of. A resolution to exclude the public has the rank of the business it is
/// for, and stands before that.
#[must_use]
pub fn in_order(mut items: Vec<Item>) -> Vec<Item> {
    items.sort_by_key(|item| (item.rank, item.kind != ItemKind::Exclusion));
    let over: Vec<Option<usize>> = items.iter().map(|item| of(&items, item)).collect();
    if over.iter().all(Option::is_none) {
        return items;
    }
    let mut order = Vec::new();
    for at in (0..items.len()).filter(|at| over.get(*at) == Some(&None)) {
        place(at, &over, &mut order);
    }
    let mut left: Vec<Option<Item>> = items.into_iter().map(Some).collect();
    order.into_iter().filter_map(|at| left.get_mut(at).and_then(Option::take)).collect()
}

/// Where the item that `item` is part of stands. Its number is the shorter, so
/// that no item is part of itself, however far one looks up.
fn of(items: &[Item], item: &Item) -> Option<usize> {
    let wanted = parent(&item.number)?;
    items.iter().position(|other| bare(&other.number) == wanted)
}

fn place(at: usize, over: &[Option<usize>], order: &mut Vec<usize>) {
    order.push(at);
    for (under, _) in over.iter().enumerate().filter(|(_, over)| **over == Some(at)) {
        place(under, over, order);
    }
}

/// The items that change when the one called `id` is put before `before`, or
/// after all others if that is nothing, each as it then stands; `None` if the
/// two are not parts of the same item, or not both numbered.
///
/// Places and numbers stay where they are, and the items change hands of them,
/// so that an agenda keeps the way it is numbered. What is part of an item goes
/// with it.
#[must_use]
pub fn moved(items: &[Item], id: &ItemId, before: Option<&ItemId>) -> Option<Vec<Item>> {
    let item = items.iter().find(|item| item.id == *id).filter(|item| !item.number.is_empty())?;
    let above = |item: &Item| of(items, item);
    let mut order: Vec<&Item> = items
        .iter()
        .filter(|other| !other.number.is_empty() && above(other) == above(item))
        .collect();
    let places: Vec<(i64, String)> =
        order.iter().map(|item| (item.rank, item.number.clone())).collect();
    order.retain(|other| other.id != *id);
    let at = match before {
        Some(before) if before == id => return Some(Vec::new()),
        Some(before) => order.iter().position(|other| other.id == *before)?,
        None => order.len(),
    };
    order.insert(at, item);
    let mut now = Vec::new();
    for (item, (rank, number)) in order.into_iter().zip(places) {
        if item.number == number {
            continue;
        }
        let (old, new) = (bare(&item.number), bare(&number).to_owned());
        let parts = items.iter().filter_map(|part| {
            let rest = bare(&part.number).strip_prefix(old)?;
            (part.id != item.id && is_within(part, old))
                .then(|| Item { number: format!("{new}{rest}"), ..part.clone() })
        });
        now.extend(parts);
        now.push(Item { rank, number, ..item.clone() });
    }
    Some(now)
}

/// Whether an item is part of the one numbered `number`, however far down.
fn is_within(item: &Item, number: &str) -> bool {
    let mut above = parent(&item.number);
    while let Some(over) = above {
        if over == number {
            return true;
        }
        above = parent(over);
    }
    false
}

/// The numbers these items have on an agenda of their own: whole ones from 1,
/// and those of sub-items after the item each is part of.
#[must_use]
pub fn renumbered(items: &[&Item]) -> Vec<String> {
    let mut given: Vec<(&str, String)> = Vec::new();
    let mut whole = 0u32;
    for item in items {
        let old = bare(&item.number);
        let over = parent(old).and_then(|parent| {
            let (_, new) = given.iter().find(|(known, _)| *known == parent)?;
            Some(format!("{new}{}", old.get(parent.len()..)?))
        });
        let number = over.unwrap_or_else(|| {
            whole = whole.saturating_add(1);
            whole.to_string()
        });
        given.push((old, number));
    }
    given.into_iter().map(|(_, number)| number).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_says_what_it_is_part_of() {
        for (number, of) in [
            ("5(a)", Some("5")),
            ("5 (a)", Some("5")),
            ("5.1", Some("5")),
            ("5.1.2", Some("5.1")),
            ("5(a)(ii)", Some("5(a)")),
            ("5a.", Some("5")),
            ("5.", None),
            ("12", None),
            ("(a)", None),
            ("", None),
        ] {
            assert_eq!(parent(number), of, "{number}");
        }
    }
}
