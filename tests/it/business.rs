//! What a body carries from one meeting to the next: questions it referred, its
//! order of business, its calendar, and the lists of it all.

use minutebook::app::{Loaded, Msg};
use minutebook::document::{Audience, Document};
use minutebook::export::Format;

use crate::support::blank::day;
use crate::support::desk::Desk;
use crate::support::registers;

#[test]
fn actions_of_two_bodies_with_one_number_are_told_apart() {
    let log = |code: &str| {
        let mut lines = registers::actions();
        lines[1].code = code.into();
        let mut text = vec![];
        let log = Document::action_log(&lines, Audience::Public, day(2026, 7, 1));
        (Format::named("md").unwrap().write)(&log, &mut text).unwrap();
        String::from_utf8(text).unwrap()
    };
    assert!(log("NW").contains("A/26/10 (NW)") && log("NW").contains("A/26/09 (PS)"));
    assert!(!log("PS").contains("(PS)"));
}

#[test]
fn a_screen_says_where_a_long_register_stops() {
    let mut lines = registers::decisions();
    let one = lines.remove(0);
    for (count, title) in [(3, "Decisions (3)"), (5_000, "Decisions (the first 5000;")] {
        let mut desk = Desk::sample().sized(120, 24);
        desk.keys("gd");
        desk.hear(Msg::Loaded(Loaded::Decisions(vec![one.clone(); count])));
        assert!(desk.picture().text().contains(title), "{}", desk.screen());
    }
}
