//! Meetings as they are put in the calendar, and the agendas they begin with.

use crate::procedure::agenda;
use crate::support::clerk::Clerk;
use crate::support::invented::committee;

#[test]
fn a_part_of_a_part_has_a_figure_after_its_letter() {
    let mut clerk = Clerk::before(&committee());
    clerk.script(
        ".agenda Petitions under 4\n.agenda The weir under 4(a)\n.agenda The fair under 4(a)",
    );
    let sitting = clerk.sitting();
    let numbers = sitting.items.iter().map(|item| item.number.as_str());
    let parts: Vec<&str> = numbers.filter(|number| number.starts_with("4(")).collect();
    assert_eq!(parts, ["4(a)", "4(a)(i)", "4(a)(ii)"]);
}

/// The agenda of the meeting that `line` makes, with its numbers.
fn made(clerk: &mut Clerk, line: &str) -> (String, Vec<String>) {
    let said = clerk.sets_up(line);
    let id = clerk.sitting().neighbours.coming.last().unwrap().id.clone();
    let items = clerk.pen.items(&id).unwrap();
    (said, items.iter().map(|item| format!("{} {}", item.number, item.title)).collect())
}

#[test]
fn an_extraordinary_meeting_has_only_what_it_is_called_for_and_an_annual_one_elects_first() {
    let mut clerk = Clerk::before(&committee());
    let (said, called) = made(&mut clerk, ".meeting PS 17 Nov 2026 as extraordinary");
    assert!(said.contains("Extraordinary meeting of"), "{said}");
    assert_eq!(called, ["1 Apologies and temporary appointments", "2 Declarations of interest"]);
    let (_, annual) = made(&mut clerk, ".meeting PS 18 Nov 2026 as annual");
    assert_eq!(annual[..2], ["1 Election of the chair", "2 Election of the vice chair"]);
    assert_eq!(annual[2], "3 Apologies and temporary appointments");
    let (_, next) = made(&mut clerk, ".meeting PS 19 Nov 2026");
    assert!(next.iter().any(|item| item.ends_with("Minutes")), "{next:?}");
    assert!(!next.iter().any(|item| item.contains("Election")), "{next:?}");
}

#[test]
fn a_body_that_counts_its_meetings_goes_on_counting() {
    let mut clerk = Clerk::in_session();
    let (said, _) = made(&mut clerk, ".meeting PS 17 Nov 2026");
    assert!(said.starts_with("Meeting of"), "{said}");
    let (said, _) = made(&mut clerk, ".meeting PS 18 Nov 2026 number 4");
    assert!(said.starts_with("Meeting 4 of"), "{said}");
    let (said, _) = made(&mut clerk, ".meeting PS 19 Nov 2026");
    assert!(said.starts_with("Meeting 5 of"), "{said}");
}

#[test]
fn a_report_with_no_reference_of_its_own_goes_by_its_body_and_item() {
    let mut clerk = Clerk::before(&committee());
    clerk.script(
        ".alter 5 paper , report by Head of Partnerships\n.alter 6 paper X/9, report by K. Oduya",
    );
    let page = agenda(&clerk.sitting());
    assert!(page.contains("PS5") && page.contains("X/9") && !page.contains("PS6"), "{page}");
    assert!(!page.contains("PS4"), "nobody reports on it: {page}");
}
