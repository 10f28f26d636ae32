//! Papers imported and written out in the real program.

use minutebook::book::Book;

use crate::support::session::open;
use crate::support::shelf::Shelf;

#[test]
fn a_paper_is_looked_at_put_in_the_book_and_taken_out_again() {
    let shelf = Shelf::sample();
    let paper = shelf.folder().join("list.csv");
    std::fs::write(&paper, "Member,Role\nCllr Ann Bell,Chair\nPeter Marsh,member\n").unwrap();
    let named = |name: &str| {
        let people = Book::read(shelf.path()).unwrap().people().unwrap();
        people.iter().any(|person| person.plain() == name)
    };
    let mut clerk = open(shelf.path());
    clerk.sees("saved ").press(":import a paper<enter>").sees("Import the paper called");
    let typed = format!("{}<enter>", paper.display());
    clerk.press(&typed).sees("list.csv: read as members").sees("Enter puts all of it in the book");
    assert!(!named("Peter Marsh"));
    clerk.press("<enter>").sees("imported from list.csv").sees("#2");
    assert!(named("Peter Marsh"));
    clerk.press("u").sees("Taken back").sees("#3");
    assert!(!named("Peter Marsh"));
    clerk.press("q");
    assert!(clerk.ends().success());
    shelf.is_sound();
}

#[test]
fn the_minutes_are_written_to_a_file_from_the_screen() {
    let shelf = Shelf::sample();
    let file = shelf.folder().join("july.txt");
    let mut clerk = open(shelf.path());
    clerk
        .sees("saved ")
        .press("gm")
        .sees("Agenda")
        .press("E")
        .sees("agenda agenda-syp-2010-07-22.docx");
    for (typed, why) in [
        ("agenda", "The name of a file is wanted"),
        ("schedule july.txt", "is no document of a meeting"),
        ("agenda july.xyz", "There is no format called"),
        ("minutes july.txt", "has not been held"),
    ] {
        clerk.press(&format!("<^u>{typed}<enter>")).sees(why).sees(typed);
    }
    clerk.press(&format!("<^u>agenda {}<enter>", file.display())).sees("Written, for the public");
    assert!(std::fs::read_to_string(&file).unwrap().contains("AGENDA"));
    clerk.press(&format!("E<^u>agenda {}<enter>", file.display())).sees("is there already");
    clerk.press("<esc>").sees_no_more("Enter writes the file").press("q");
    assert!(clerk.ends().success());
    shelf.is_sound();
}

#[test]
fn the_schedule_and_what_is_missing_are_written_to_a_file_from_their_pages() {
    let shelf = Shelf::sample();
    let file = shelf.folder().join("schedule.txt");
    let mut clerk = open(shelf.path());
    clerk.sees("saved ").press("gs").sees("Performance").press("E").sees("schedule schedule-");
    clerk.press(&format!("<^u>schedule {}<enter>", file.display())).sees("Written, for the public");
    assert!(std::fs::read_to_string(&file).unwrap().contains("3 targets lost"));
    clerk.press("gg").sees("Gaps: Children").press("E").sees("gaps gaps-");
    clerk.press("<esc>").sees_no_more("Enter writes the file").press("q");
    assert!(clerk.ends().success());
    shelf.is_sound();
}
