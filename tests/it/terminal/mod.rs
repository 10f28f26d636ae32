//! The real program in a real terminal.

mod bytes;
mod crash;
mod disk;
mod leaving;
mod outside;
mod papers;
mod paste;

use std::path::Path;

use minutebook::book::Book;
use minutebook::model::Sitting;

use crate::support::session::{Session, open};
use crate::support::shelf::Shelf;

/// The sample book, open on its meeting, which is in session on its first item.
fn sitting() -> (Shelf, Session) {
    let shelf = Shelf::sample();
    let clerk = at_work(open(shelf.path()));
    (shelf, clerk)
}

/// Takes a session with the sample book just opened to its first item.
fn at_work(mut clerk: Session) -> Session {
    clerk.sees("saved ").press("gm").sees("Agenda 0/14").press("n").sees("Took item 1");
    clerk
}

/// The meeting as it is on the disk.
fn on_record(path: &Path) -> Sitting {
    Book::read(path).unwrap().sitting(&"spsc-2010-07-22".into()).unwrap()
}

/// All that was ever written down at the meeting, and what is kept as drafts.
fn all_words(path: &Path) -> String {
    let book = Book::read(path).unwrap();
    let sitting = on_record(path);
    let minutes = sitting.minutes.iter().map(|minute| minute.text.clone());
    let decisions = sitting.decisions.iter().map(|decision| decision.text.clone());
    let actions = sitting.actions.iter().map(|action| action.text.clone());
    let drafts = book.drafts(&sitting.meeting.id).unwrap().into_iter().map(|draft| draft.text);
    minutes.chain(decisions).chain(actions).chain(drafts).collect::<Vec<_>>().join("\n")
}
