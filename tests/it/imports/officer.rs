//! Papers as officers lay them out: nothing in them is invented, and nothing lost unsaid.

use minutebook::import::{Known, PaperKind};
use minutebook::model::{Body, BodyId, Item, ItemId, ItemStatus, Record};

use super::{day, meeting, nothing, read_knowing, rows};

/// An item of the agenda in the book that nobody has taken.
fn waiting(number: &str, title: &str, rank: i64) -> Item {
    let item = Item::blank(ItemId::from(title), "m".into(), rank);
    Item { number: number.into(), title: title.into(), ..item }
}

#[test]
fn no_item_of_the_agenda_in_the_book_is_two_items_of_the_minutes() {
    let on = meeting(day(2026, 6, 9));
    let agenda = [
        waiting("1", "Apologies", 1),
        waiting("2", "Declarations of interest", 2),
        waiting("3", "Minutes", 3),
    ];
    let bodies = [Body::named(BodyId::from("b"), "VB", "Vale Board", 1)];
    let known = Known { meeting: Some(&on), items: &agenda, bodies: &bodies, ..nothing() };
    let paper = "Vale Board\n\nMINUTES of the meeting held on Tuesday 9 June 2026 at 10.00 am\n\n\
        Present: Councillors R Okonjo (Chair), P Allardyce and D Farrow\n\n\
        1. Declarations of interest\nNone.\n\n\
        2. Minutes\nRESOLVED: that the minutes of 14 April 2026 be approved.\n\n\
        3. Skills review\nRESOLVED: that the review be noted.\n";
    let found = read_knowing("minutes.txt", paper.as_bytes(), PaperKind::Auto, &known);
    let items: Vec<(&str, &str, ItemStatus)> = rows(&found)
        .iter()
        .filter_map(|row| match row {
            Record::Item(item) => Some((&*item.number, &*item.title, item.status)),
            _ => None,
        })
        .collect();
    assert_eq!(
        items,
        [
            ("1", "Declarations of interest", ItemStatus::Concluded),
            ("2", "Minutes", ItemStatus::Concluded),
            ("3", "Skills review", ItemStatus::Concluded),
            ("", "Apologies", ItemStatus::NotReached),
        ]
    );
}
