//! Papers in shapes that clerks send: what each says is found in it, and nothing else.

use minutebook::book::{EVERY, Filter};
use minutebook::document::{Audience, Document};
use minutebook::import::PaperKind;

use super::{counted, read, rows, told};
use crate::support::clerk::words_of;
use crate::support::shelf::Shelf;

/// The head of the minutes of an invented committee, as Markdown.
const HEAD: &str = "# Larkfield Parish Council\n\n\
    ## Minutes of the meeting of the Planning Committee held on Tuesday 14 October 2025 \
    at 7.00 pm in the Village Hall\n\n";

fn minutes(rest: &str) -> minutebook::import::Found {
    read("minutes.md", format!("{HEAD}{rest}").as_bytes(), PaperKind::Minutes)
}

#[test]
fn those_present_and_those_away_stand_in_columns_side_by_side() {
    let found = minutes(
        "| Present | Apologies |\n|---|---|\n| Councillor Ann Lee | Councillor Ed Poe |\n\
         | Councillor Bob Ray | |\n\n## 1. Welcome\n\nAll were welcomed.\n",
    );
    assert_eq!(counted(&found, ["present", "apologies", "new people"]), [2, 1, 3]);
    assert!(told(&found, "Ed Poe", "apologies"), "{:?}", found.report);
    let found = minutes(
        "| Members present | Officers present |\n|---|---|\n| Councillor Ann Lee (Chair) | Tom Ash |\n\n\
         ## 1. Welcome\n\nAll were welcomed.\n",
    );
    assert_eq!(counted(&found, ["present", "others present", "new people"]), [1, 1, 2]);
}

#[test]
fn a_name_that_the_page_had_no_room_for_goes_on_in_the_next_line() {
    let found = minutes(
        "Present: Councillor Ann Lee (Chair), Councillor Bob Ray\n\n\
         Apologies for absence were received from Councillor Cy Fox, Councillor\nDi Orr, \
         Councillor Flo Gay and Councillor Gil Hay, who was at a county\nmeeting.\n\n\
         ## 1. Trees\n\nThe works were put off.\n",
    );
    assert!(told(&found, "Councillor Di Orr", "apologies"), "{:?}", found.report);
}

#[test]
fn numbered_headings_are_business_under_whatever_part_they_stand() {
    let found = minutes(
        "Present: Councillor Ann Lee (Chair), Councillor Bob Ray\n\n## 1. Apologies\n\nNone\n\n\
         ## Exempt minutes\n\n### 3. Lease\n\nRESOLVED: That it be accepted.\n",
    );
    assert_eq!(counted(&found, ["items", "decisions", "withheld from the public"]), [2, 1, 1]);
    assert!(told(&found, "item 3", "marked exempt"), "{:?}", found.report);
}

#[test]
fn a_supplement_goes_on_with_the_numbers_of_the_agenda() {
    let agenda = "# Larkfield Parish Council\n\n## Agenda for the meeting of the Planning Committee \
        on Tuesday 14 October 2025\n\n5. Apologies\n6. Strategy\n   1. Winter\n   2. Count\n7. Close\n";
    let found = read("agenda.md", agenda.as_bytes(), PaperKind::Agenda);
    assert_eq!(counted(&found, ["items", "sub-items"]), [3, 2]);
}

#[test]
fn what_is_struck_out_is_no_part_of_what_was_resolved() {
    let found = minutes(
        "Present: Councillor Ann Lee (Chair), Councillor Bob Ray\n\n## 1. Works\n\n\
         RESOLVED: That ~~three~~ two works be approved.\n",
    );
    assert!(told(&found, "two works be approved", "RESOLVED"), "{:?}", found.report);
    assert!(told(&found, "three", "left out"), "{:?}", found.report);
}

#[test]
fn of_what_a_paper_does_not_say_the_minutes_say_nothing() {
    let found = minutes(
        "Present: Councillor Ann Lee (Chair), Councillor Bob Ray\n\n## 1. Apologies\n\n\
         ## 2. Declarations of interest\n\n## 3. Works\n\nThe works were looked at.\n",
    );
    let shelf = Shelf::with("Took a paper in", rows(&found).to_vec());
    let book = shelf.book();
    let meetings = book.meetings(&Filter::default(), EVERY).unwrap();
    let sitting = book.sitting(&meetings[0].id).unwrap();
    let page = words_of(&Document::minutes(&sitting, Audience::Members));
    assert!(page.contains("The works were looked at."), "{page}");
    assert!(!page.contains("There were no"), "{page}");
}

#[test]
fn minutes_that_contradict_themselves_are_told_of() {
    let found = minutes(
        "Present: Councillor Ann Lee (Chair), Councillor Bob Ray, Councillor Bob Raye\n\n\
         ## 1. Apologies\n\nApologies were received from Councillor Bob Ray.\n\n\
         ## 2. Works\n\nRESOLVED unanimously that:\n\n1. two works be approved; and\n2. the clerk be told.\n\n\
         | Action | Owner | By |\n|---|---|---|\n| Order salt | Bob Ray | 30 November 2025 |\n\n\
         ## Minutes of the meeting of the Finance Committee held on Tuesday 21 October 2025\n\n\
         ## 1. Money\n\nIt was counted.\n",
    );
    assert!(told(&found, "Bob Ray", "present and as having sent apologies"), "{:?}", found.report);
    assert!(told(&found, "Bob Raye", "is nearly"), "{:?}", found.report);
    assert!(told(&found, "another meeting", "a paper of their own"), "{:?}", found.report);
    assert_eq!(counted(&found, ["items", "decisions", "actions"]), [2, 2, 1]);
}
