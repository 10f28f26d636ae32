//! Papers imported from the screen: found, looked at, and put in the book.

use insta::assert_snapshot;
use minutebook::app::{Mouse, MouseAct, Msg};

use crate::support::desk::Desk;
use crate::support::shelf::Shelf;

const LIST: &str = "Member,Role,Organisation\nCllr Ann Bell,Chair,Oakshire County Council\nPeter Marsh,,Oak Trust (OT)\nVacant,Member,Oak Trust (OT)\nthe deputy chief executive,,Oak Trust (OT)\n";

const AGENDA: &str = "# Oak Forum\n\nAgenda\n\nTuesday 9 June 2026 at 10.00 am\n\n1. Apologies\n2. Minutes of the last meeting\n3. The new pier\n4. Any other business\n";

/// A clerk with the sample book open and three papers beside it.
fn desk() -> Desk {
    let mut desk = Desk::sample();
    desk.has_a_paper("members.csv", LIST)
        .has_a_paper("agenda.md", AGENDA)
        .has_a_paper("agenda-old.pdf", "%PDF-1.7\n%\u{e2}\u{e3}\n1 0 obj\n");
    desk
}

/// The same, looking at the paper called `name`.
fn looking_at(name: &str) -> Desk {
    let mut desk = desk();
    desk.keys(":import a paper<enter>").keys(name).keys("<enter>");
    desk
}

/// How many entries are on record.
fn entries(desk: &Desk) -> i64 {
    desk.shelf.book().count().unwrap()
}

fn text(desk: &Desk) -> String {
    desk.picture().text()
}

#[test]
fn a_paper_is_found_as_its_name_is_typed() {
    let mut desk = desk();
    desk.keys(":import a paper<enter>");
    assert_snapshot!(desk.screen());
    desk.keys("AGE<tab>");
    assert!(text(&desk).contains("│agenda-old.pdf"), "{}", desk.screen());
    desk.keys("<^u>age<down><enter>");
    assert!(text(&desk).contains("agenda.md: read as agenda"), "{}", desk.screen());
}

#[test]
fn a_folder_is_looked_into() {
    let mut desk = desk();
    std::fs::create_dir(desk.shelf.folder().join("june")).unwrap();
    std::fs::write(desk.shelf.folder().join("june/list.csv"), LIST).unwrap();
    desk.keys(":import a paper<enter>ju<enter>");
    assert!(text(&desk).contains("│june/"), "{}", desk.screen());
    assert!(text(&desk).contains("│list.csv"), "{}", desk.screen());
    desk.keys("<enter>");
    assert!(text(&desk).contains("list.csv: read as members"), "{}", desk.screen());
    desk.keys("<esc><^u>nowhere/");
    assert!(text(&desk).contains("No folder can be read there"), "{}", desk.screen());
}

#[test]
fn the_preview_shows_what_was_found_and_what_to_look_at() {
    assert_snapshot!(looking_at("members.csv").screen());
    assert_snapshot!(looking_at("members.csv").sized(40, 12).screen());
}

#[test]
fn a_paper_is_one_entry_and_one_undo() {
    let mut desk = looking_at("members.csv");
    let before = (entries(&desk), desk.shelf.book().people().unwrap());
    desk.keys("<enter>");
    assert_eq!(entries(&desk), before.0 + 1);
    assert!(desk.foot().contains("members.csv"), "{}", desk.foot());
    assert!(text(&desk).contains("minutebook Overview"), "{}", desk.screen());
    let named = |desk: &Desk| {
        let people = desk.shelf.book().people().unwrap();
        people.iter().any(|person| person.plain() == "Peter Marsh")
    };
    assert!(named(&desk));
    desk.keys("u");
    assert!(!named(&desk));
    assert_eq!(desk.shelf.book().people().unwrap(), before.1);
    desk.shelf.is_sound();
}

#[test]
fn a_paper_left_out_leaves_the_book_as_it_was() {
    let mut desk = looking_at("members.csv");
    let before = entries(&desk);
    desk.keys("<esc>");
    assert!(text(&desk).contains("│members.csv"), "{}", desk.screen());
    desk.keys("<esc>");
    assert!(text(&desk).contains("minutebook Overview"), "{}", desk.screen());
    assert_eq!(entries(&desk), before);
}

#[test]
fn a_paper_read_again_brings_nothing_and_says_so() {
    let mut desk = looking_at("members.csv");
    desk.keys("<enter>:import a paper<enter>members.csv<enter>");
    let before = entries(&desk);
    assert!(
        text(&desk).contains("It brings nothing: the book has it all already."),
        "{}",
        desk.screen()
    );
    desk.keys("<enter>");
    assert!(desk.foot().contains("Nothing was written"), "{}", desk.foot());
    assert_eq!(entries(&desk), before);
    desk.has_a_paper("shopping.txt", "Buy milk.\n").keys("<esc><^u>shopping.txt<enter>c");
    desk.keys("<home><down><down><enter>");
    assert!(!text(&desk).contains("Enter puts all of it"), "{}", desk.screen());
}

#[test]
fn the_clerk_says_what_kind_of_paper_it_is() {
    let mut desk = looking_at("members.csv");
    assert!(text(&desk).contains("read as members"), "{}", desk.screen());
    desk.keys("c");
    assert_snapshot!(desk.screen());
    desk.keys("<end><enter>");
    assert!(text(&desk).contains("no column of it counts targets"), "{}", desk.screen());
    desk.keys("c<home><enter>");
    assert!(text(&desk).contains("read as members"), "{}", desk.screen());
}

#[test]
fn the_help_has_the_keys_of_a_paper_first() {
    let mut desk = looking_at("members.csv");
    desk.keys("?");
    let help = text(&desk);
    assert!(help.contains("On a paper to be imported"), "{help}");
    assert!(help.contains("put all of it in the book, as one entry"), "{help}");
    desk.keys("<esc><esc><esc>?<pgdn>");
    assert!(text(&desk).contains(": import"), "{}", desk.screen());
    desk.keys("<esc>:choose what kind of paper");
    assert!(text(&desk).contains("Nothing is called that."), "{}", desk.screen());
}

#[test]
fn a_paper_can_be_read_for_the_meeting_that_is_open() {
    let mut desk = desk();
    desk.keys("gm:import a paper<enter>members.csv<enter>");
    assert!(
        text(&desk).contains("m reads it for the meeting of 22 July 2010."),
        "{}",
        desk.screen()
    );
    desk.keys("m");
    assert!(text(&desk).contains("for the meeting of 22 July 2010"), "{}", desk.screen());
    desk.keys("m");
    assert!(!text(&desk).contains("· for the meeting"), "{}", desk.screen());
    let mut desk = looking_at("members.csv");
    desk.keys("m");
    assert!(desk.foot().contains("No meeting is open."), "{}", desk.foot());
}

#[test]
fn what_is_wrong_with_a_file_is_said_as_on_the_command_line() {
    for (name, sentence, hint) in [
        ("missing.docx", "There is no file", "Check the name."),
        ("agenda-old.pdf", "it is a PDF, which cannot be read", "These can be read:"),
    ] {
        let mut desk = looking_at(name).sized(100, 24);
        let (before, shown) = (entries(&desk), text(&desk).replace("│\n│", " "));
        assert!(shown.contains(sentence), "{}", desk.screen());
        assert!(shown.contains(hint), "{}", desk.screen());
        desk.keys("<enter>");
        assert!(desk.foot().contains("nothing to put in the book"), "{}", desk.foot());
        assert_eq!(entries(&desk), before);
    }
}

#[test]
fn the_screen_waits_for_no_paper() {
    let mut desk = desk().on_a_slow_disk();
    desk.keys(":import a paper<enter>members.csv<enter>");
    assert!(text(&desk).contains("Reading…"), "{}", desk.screen());
    desk.keys("<enter>");
    assert!(desk.foot().contains("still being read"), "{}", desk.foot());
    desk.waits();
    assert!(text(&desk).contains("read as members"), "{}", desk.screen());
    let before = entries(&desk);
    desk.keys("<enter><enter>").waits();
    assert_eq!(entries(&desk), before + 1);
}

#[test]
fn papers_are_imported_into_a_new_book_from_the_welcome() {
    let mut desk = Desk::without_a_book();
    desk.keys("<down><down><enter>");
    assert!(text(&desk).contains("Import the paper called"), "{}", desk.screen());
    desk.has_a_paper("members.csv", LIST).keys("mem<enter><enter>");
    assert_eq!(desk.shelf.book().people().unwrap().len(), 2);
}

#[test]
fn nothing_is_imported_into_a_book_that_is_only_read() {
    let mut desk = Desk::with(Shelf::sample());
    if let Some(book) = &mut desk.state.book {
        book.read_only = Some("This book is open to read only.".into());
    }
    desk.keys(":import a paper<enter>");
    assert!(desk.foot().contains("open to read only"), "{}", desk.foot());
    assert!(text(&desk).contains("minutebook Overview"), "{}", desk.screen());
}

#[test]
fn the_mouse_chooses_a_paper_and_scrolls_what_is_in_it() {
    let mut desk = desk();
    desk.keys(":import a paper<enter>");
    let row = desk.picture().rows().iter().position(|row| row.contains("members.csv")).unwrap();
    let y = u16::try_from(row).unwrap();
    for act in [MouseAct::Click, MouseAct::DoubleClick] {
        desk.hear(Msg::Mouse(Mouse { act, x: 4, y }));
    }
    assert!(text(&desk).contains("read as members"), "{}", desk.screen());
    let mut desk = desk.sized(40, 12);
    let before = text(&desk);
    desk.hear(Msg::Mouse(Mouse { act: MouseAct::WheelDown, x: 4, y: 4 }));
    assert_ne!(text(&desk), before);
}
