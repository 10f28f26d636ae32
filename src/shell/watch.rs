//! What happens where the thread that keeps the book meets a fault.

use std::sync::mpsc::Sender;
use std::thread;

use super::desk::Heard;
use super::trouble::Trouble;

/// Ends the program where the thread that has it panics: nothing more would be written, and the screen
/// would go on as if it were.
pub(super) struct Watch(Sender<Heard>);

impl Watch {
    /// Begins to watch, and to `tell` if it comes to that.
    pub(super) fn over(tell: Sender<Heard>) -> Self {
        Self(tell)
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        if thread::panicking() {
            let _ = self.0.send(Heard::Refused(Trouble::refused(
                "fault",
                "The program met a fault of its own and could not go on.",
                "What the screen called saved is in the book: start it again.",
            )));
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;

    use super::*;

    #[test]
    fn a_fault_while_the_book_is_kept_ends_the_program_with_a_sentence() {
        let (tell, heard) = channel();
        let faulty = thread::spawn(move || {
            let _watch = Watch::over(tell);
            std::panic::resume_unwind(Box::new("a fault"));
        });
        assert!(faulty.join().is_err());
        let Heard::Refused(why) = heard.recv().unwrap() else { panic!("nothing was said") };
        assert!(why.in_full().contains("What the screen called saved is in the book"));
        assert!(heard.recv().is_err(), "whoever ends well says nothing");
    }
}
