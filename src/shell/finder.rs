//! The search thread: the newest question is the one answered, and a long answer
//! to an older one is cut short.

use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use super::desk::Heard;
use crate::app::{Loaded, Msg};
use crate::book::{Book, Interrupt};

/// The thread, and how to ask it.
pub(super) struct Finder {
    ask: Sender<String>,
    interrupt: Interrupt,
}

impl Finder {
    /// Starts the thread on its own connection.
    pub(super) fn start(book: Book, tell: Sender<Heard>) -> Self {
        let (ask, asked) = channel();
        let interrupt = book.interrupt();
        let _ = thread::Builder::new().spawn(move || answer(&book, &asked, &tell));
        Self { ask, interrupt }
    }

    /// Asks for `query`, in place of anything asked before.
    pub(super) fn search(&self, query: String) {
        self.interrupt.cut_short();
        let _ = self.ask.send(query);
    }
}

fn answer(book: &Book, asked: &Receiver<String>, tell: &Sender<Heard>) {
    while let Ok(mut query) = asked.recv() {
        while let Ok(newer) = asked.try_recv() {
            query = newer;
        }
        let msg = match book.search(&query, false) {
            Ok(hits) => Msg::Loaded(Loaded::Hits(hits)),
            Err(error) if error.is_cut_short() => continue,
            Err(error) => Msg::Trouble(super::keeper::in_full(&error)),
        };
        if tell.send(Heard::Msg(msg)).is_err() {
            break;
        }
    }
}
