//! What a screen that the public follows a meeting on never shows.

use minutebook::document::Audience;
use minutebook::model::{Record, Sitting};
use proptest::prelude::*;

use super::PAGES;
use crate::redaction::{CANARY, planted};
use crate::support::desk::Desk;
use crate::support::shelf::Shelf;

/// What may be opened on an item, each left again.
const ON_AN_ITEM: &[&str] =
    &["", "s", "s", "s", "r", "b", "w", "t", "G", "e", "d", ":", "?", "/", "u", "<tab><enter>"];

/// A book with everything of `sitting` in it.
fn book(sitting: &Sitting) -> Shelf {
    let mut rows: Vec<Record> = vec![sitting.body.clone().into(), sitting.meeting.clone().into()];
    rows.extend(sitting.neighbours.previous.iter().cloned().map(Record::from));
    rows.extend(sitting.neighbours.coming.iter().cloned().map(Record::from));
    rows.extend(sitting.items.iter().cloned().map(|mut item| {
        // The meeting and the partnership of that name are in no book.
        (item.deferred_from, item.partnership) = (None, None);
        Record::from(item)
    }));
    macro_rules! all {
        ($($rows:ident),*) => {$(rows.extend(sitting.$rows.iter().cloned().map(Record::from));)*};
    }
    all!(organisations, people, appointments, attendance, movements, presiding, interests);
    all!(minutes, notes, motions, votes, ballots, decisions, corrections, actions, updates);
    Shelf::with("The committee meets.", rows)
}

/// Walks over every page and everything that is laid over one, and says where
/// the canary is seen first.
fn seen(desk: &mut Desk, items: usize) -> Option<String> {
    let found = |desk: &Desk, keys: &str| {
        desk.picture().text().contains(CANARY).then(|| format!("{keys}\n{}", desk.screen()))
    };
    for (name, keys) in PAGES {
        desk.keys(keys);
        if let Some(seen) = found(desk, name) {
            return Some(seen);
        }
        desk.keys("<esc><esc><esc>");
    }
    desk.keys("gm<home>");
    for _ in 0..items {
        for keys in ON_AN_ITEM {
            desk.keys(keys);
            if let Some(seen) = found(desk, keys) {
                return Some(seen);
            }
            desk.keys("<esc>");
        }
        desk.keys("gm<down>");
    }
    None
}

fn cases() -> ProptestConfig {
    ProptestConfig { cases: 3, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn no_exempt_word_is_on_any_page_the_public_follows(at in 0usize..9, paragraph in 1u8..=7) {
        let sitting = planted(at, paragraph);
        for size in [(80, 24), (200, 60)] {
            let shelf = book(&sitting);
            let mut desk = Desk::following(shelf, &sitting.meeting.id, Audience::Public)
                .sized(size.0, size.1);
            prop_assert_eq!(seen(&mut desk, sitting.items.len()), None);
        }
    }

    #[test]
    fn no_exempt_word_is_found_by_a_search_in_public(at in 0usize..9, paragraph in 1u8..=7) {
        let book = book(&planted(at, paragraph)).book();
        // Somebody has that name, and no place on a body: they may have come to this alone.
        let hits = book.search(CANARY, true).unwrap().hits;
        let tables: Vec<String> = hits.into_iter().map(|hit| hit.table).collect();
        prop_assert_eq!(tables, Vec::<String>::new());
    }
}

#[test]
fn the_canary_is_on_the_screen_of_whoever_may_read_it() {
    let sitting = planted(8, 3);
    let mut clerk = Desk::with(book(&sitting)).sized(200, 60);
    assert!(seen(&mut clerk, sitting.items.len()).is_some());
    let shelf = book(&sitting);
    let mut member = Desk::following(shelf, &sitting.meeting.id, Audience::Members).sized(200, 60);
    assert!(seen(&mut member, sitting.items.len()).is_some());
    assert!(book(&sitting).book().search(CANARY, false).unwrap().hits.len() > 1);
}

#[test]
fn a_screen_that_follows_a_meeting_leads_nowhere_else() {
    let sitting = planted(8, 3);
    let shelf = book(&sitting);
    let mut desk = Desk::following(shelf, &sitting.meeting.id, Audience::Public);
    for keys in ["t", "/", "gh", "gd", "ga", "gs"] {
        desk.keys(keys);
        assert!(
            desk.foot().contains("This screen follows the meeting."),
            "{keys}: {}",
            desk.screen()
        );
    }
}
