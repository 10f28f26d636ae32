//! A paper imported in the real program.

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
