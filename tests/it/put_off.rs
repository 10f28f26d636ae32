//! Business that is put off: with its parts, to a meeting that is called off, by too few.

use minutebook::book::{EVERY, Filter};
use minutebook::model::{Item, MeetingId};

use crate::support::blank::day;
use crate::support::clerk::{Clerk, printed};

/// The agenda of September, as it stands.
fn september(clerk: &Clerk) -> Vec<Item> {
    clerk.pen.items(&MeetingId::from("after")).unwrap()
}

fn titled<'a>(items: &'a [Item], title: &str) -> &'a Item {
    let found = items.iter().find(|item| item.title == title);
    assert!(found.is_some(), "{title}: {items:?}");
    found.unwrap()
}

#[test]
fn the_parts_of_what_is_put_off_go_with_it() {
    let mut clerk = Clerk::in_session();
    clerk.script(".agenda Housing\n.agenda Flats under 9\n.agenda Roofs under 9\n.item 9(b)");
    clerk.script("The roofs were seen to.\n.item 9");
    let told = clerk.preview(".defer next meeting: no time was left");
    assert!(told.contains("and 9(a) goes with it"), "{told}");
    clerk.script(".defer next meeting: no time was left");
    let items = september(&clerk);
    let housing = titled(&items, "Housing").number.clone();
    assert_eq!(titled(&items, "Flats").number, format!("{housing}(a)"));
    assert!(items.iter().all(|item| item.title != "Roofs"), "it was dealt with: {items:?}");
    clerk.script(".item 7\n.defer next meeting");
    let later = titled(&september(&clerk), "Skills review").number.clone();
    assert_ne!(later, housing);
    // Taken up after all, neither is on that agenda any more, and what is after moves up.
    clerk.script(".item 9\n.item 9(a)");
    assert_eq!(titled(&september(&clerk), "Skills review").number, housing);
    let items = september(&clerk);
    assert!(!items.iter().any(|item| ["Housing", "Flats"].contains(&item.title.as_str())));
}

#[test]
fn until_when_and_why_may_be_said_in_one_breath_as_they_are_printed() {
    for line in [
        ".d DEFERRED TO next meeting, the survey being incomplete",
        ".defer next meeting, the survey being incomplete",
        ".defer 8 Sep, the survey being incomplete",
    ] {
        let mut clerk = Clerk::in_session();
        clerk.script(line);
        let item = clerk.sitting().item_numbered("6").unwrap().clone();
        assert_eq!(
            (item.deferred_to.as_str(), item.why.as_str()),
            ("8 September 2026", "the survey being incomplete")
        );
        titled(&september(&clerk), &item.title);
        let page = printed(&clerk.sitting());
        assert!(page.contains("8 September 2026, the survey being incomplete"), "{line}: {page}");
    }
    let mut clerk = Clerk::in_session();
    clerk.script(".defer next meeting because it is late");
    assert!(printed(&clerk.sitting()).contains("because it is late"));
}

#[test]
fn what_was_put_off_to_a_meeting_that_is_called_off_goes_to_the_next() {
    let mut clerk = Clerk::in_session();
    clerk.script(".agenda Alpha\n.agenda Beta under 9\n.item 9\n.defer next meeting");
    clerk.script(".item 6\n.promise oduya: a paper on boats by next meeting\n12.10 .close");
    clerk.sets_up(".meeting PS 1 Dec 2026 10.00");
    clerk.meeting = MeetingId::from("after");
    assert!(clerk.preview(".calloff").contains("goes on the agenda of 1 December 2026"));
    clerk.script(".calloff");
    let lines = clerk.pen.meetings(&Filter::default(), EVERY).unwrap();
    let december = lines.iter().find(|line| line.date == day(2026, 12, 1)).unwrap();
    let items = clerk.pen.items(&december.id).unwrap();
    let alpha = titled(&items, "Alpha").number.clone();
    assert_eq!(titled(&items, "Beta").number, format!("{alpha}(a)"));
    assert!(items.iter().any(|item| item.title.contains("boats")), "{items:?}");
    assert!(september(&clerk).iter().all(|item| item.title != "Alpha"), "it is on one agenda");
    let signed = clerk.signed();
    clerk.pen.undo(&signed).unwrap();
    titled(&september(&clerk), "Alpha");
}

#[test]
fn what_was_put_off_to_a_meeting_that_is_called_off_waits_where_there_is_no_other() {
    let mut clerk = Clerk::in_session();
    clerk.script(".agenda Alpha\n.item 9\n.defer next meeting");
    clerk.script(".item 6\n.promise oduya: a paper on boats by next meeting\n12.10 .close");
    clerk.meeting = MeetingId::from("after");
    clerk.script(".calloff");
    let waits = clerk.pen.waits_in_words(day(2026, 9, 10)).unwrap().join(" ");
    assert!(waits.contains("Alpha"), "{waits}");
    clerk.sets_up(".meeting PS 10 Nov 2026 10.00");
    let lines = clerk.pen.meetings(&Filter::default(), EVERY).unwrap();
    let november = lines.iter().find(|line| line.date == day(2026, 11, 10)).unwrap();
    let items = clerk.pen.items(&november.id).unwrap();
    titled(&items, "Alpha");
    assert!(items.iter().any(|item| item.title.contains("boats")), "{items:?}");
}

#[test]
fn what_too_few_put_off_stands_over_where_informal_notes_are_kept() {
    let mut clerk = Clerk::before(&crate::support::invented::committee());
    clerk.script("10.00 .kind inquorate\n.next\n.in okonjo\n10.20 .close");
    let item = clerk.sitting().item_numbered("6").unwrap().clone();
    clerk.looks_at(&item.id);
    clerk.script(".defer next meeting");
    titled(&september(&clerk), &item.title);
    let page = printed(&clerk.sitting());
    assert!(page.to_uppercase().contains("STOOD OVER"), "{page}");
}
