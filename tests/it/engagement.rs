//! Who comes to meetings, counted once and shown.

use chrono::NaiveDate;
use minutebook::rules::engagement::Filled;

use crate::support::officer::{Officer, empty, sampled};

#[test]
fn engagement_counts_every_place_once_and_finds_who_stays_away() {
    let (_folder, pen) = sampled();
    let found = pen.engagement(Some(&"SPSC".into())).unwrap();
    let county = found.organisations.iter().find(|share| share.people.len() > 5).unwrap();
    let people: usize = county.people.iter().map(|(_, places)| places.len()).sum();
    assert_eq!(usize::try_from(county.places).unwrap(), people);
    let parts =
        county.came + county.by_substitute + county.apologies + county.absent + county.unknown;
    assert_eq!(parts, county.places);
    let seen = county.strip[0];
    assert_eq!(
        (seen.day, seen.best),
        (NaiveDate::from_ymd_opt(2010, 5, 20).unwrap(), Some(Filled::Came))
    );
    assert!(county.actions >= 1 && county.done <= county.actions);
    assert!(empty().1.engagement(None).unwrap().organisations.is_empty());
}

#[test]
fn who_takes_part_is_counted_in_columns_with_the_meetings_one_under_another() {
    let mut officer = Officer::sample((200, 50));
    officer.press("ge");
    let seen = officer.seen();
    assert!(
        seen.contains("Seats Came Sub Apol Abs Filled Missed Mandate Done  Meetings"),
        "{seen}"
    );
    let county = seen.lines().find(|line| line.contains("Oxfordshire County")).unwrap();
    assert!(county.contains("   19   17   1    1   0   95 %      0         1/5   ●◐"), "{county}");
    assert!(seen.contains("◐ Thu 20 May 2010 10 of 11 seats"), "{seen}");
}
