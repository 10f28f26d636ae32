//! What reaches the loop from outside: the terminal, and the system's signals.

use std::io;
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

use crossterm::event::{Event, KeyCode, KeyModifiers};

use super::desk::Heard;
use super::keys;

/// How long the rest of a string that the terminal sends is waited for.
const STRING: Duration = Duration::from_millis(30);

/// Long enough to be told of keys that have come, which no time at all is not.
const AT_ONCE: Duration = Duration::from_micros(1);

/// Waits for something from the terminal, for as long as `patience`, and takes all
/// that came with it, so that a paste without brackets costs one frame.
pub(super) fn terminal(patience: Duration) -> Option<Heard> {
    if let Ok(false) = crossterm::event::poll(patience.max(AT_ONCE)) {
        return None;
    }
    let mut msgs = Vec::new();
    let mut answer = Answer::default();
    let mut next = crossterm::event::read();
    loop {
        match next {
            Ok(event) => msgs.extend(answer.takes(event).and_then(keys::message)),
            Err(error) => return Some(Heard::Deaf(error)),
        }
        match crossterm::event::poll(if answer.open { STRING } else { AT_ONCE }) {
            Ok(true) => next = crossterm::event::read(),
            _ => return Some(Heard::Many(msgs)),
        }
    }
}

/// A string that the terminal sends in answer to a question, which may have been
/// another program's (ECMA-48: OSC, DCS, SOS, PM and APC, up to ST or BEL). Read as
/// keys it would write in the book.
#[derive(Default)]
struct Answer {
    open: bool,
}

impl Answer {
    /// The event, unless it is part of such a string.
    fn takes(&mut self, event: Event) -> Option<Event> {
        let Event::Key(key) = &event else { return Some(event) };
        let alt = key.modifiers.contains(KeyModifiers::ALT);
        if self.open {
            let ends = match key.code {
                KeyCode::Char('\\') => alt,
                KeyCode::Char('g') => key.modifiers.contains(KeyModifiers::CONTROL),
                _ => false,
            };
            self.open = !ends;
            return None;
        }
        let begins = alt && matches!(key.code, KeyCode::Char(']' | 'P' | '_' | '^' | 'X'));
        self.open = begins;
        (!begins).then_some(event)
    }
}

/// Ends in order when the system asks, and gives the terminal back while it is
/// stopped.
#[cfg(unix)]
pub(super) fn signals(tell: &Sender<Heard>) -> io::Result<()> {
    use signal_hook::consts::{
        SIGALRM, SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGUSR1, SIGUSR2,
    };
    use signal_hook::iterator::Signals;
    let asked = [SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGUSR1, SIGUSR2, SIGALRM, SIGTSTP, SIGCONT];
    let mut signals = Signals::new(asked)?;
    let tell = tell.clone();
    thread::Builder::new().spawn(move || {
        for signal in signals.forever() {
            let _ = tell.send(match signal {
                SIGTSTP => Heard::Stop,
                SIGCONT => Heard::GoOn,
                _ => Heard::Hung,
            });
        }
    })?;
    Ok(())
}

/// Elsewhere the terminal closes the program itself.
#[cfg(not(unix))]
pub(super) fn signals(_: &Sender<Heard>) -> io::Result<()> {
    Ok(())
}

/// Stops until the system says to go on.
#[cfg(unix)]
pub(super) fn stop() {
    let _ = signal_hook::low_level::raise(signal_hook::consts::SIGSTOP);
}

/// Elsewhere nothing stops a program so.
#[cfg(not(unix))]
pub(super) fn stop() {}

#[cfg(test)]
mod tests {
    use crossterm::event::KeyEvent;

    use super::*;

    /// The characters that are left of keys, of which "<" is held with Alt down.
    fn left(keys: &str) -> String {
        let (mut answer, mut alt) = (Answer::default(), false);
        let mut kept = String::new();
        for c in keys.chars() {
            if c == '<' {
                alt = true;
                continue;
            }
            let held = if alt { KeyModifiers::ALT } else { KeyModifiers::NONE };
            alt = false;
            let event = Event::Key(KeyEvent::new(KeyCode::Char(c), held));
            if let Some(Event::Key(key)) = answer.takes(event)
                && let KeyCode::Char(c) = key.code
            {
                kept.push(c);
            }
        }
        kept
    }

    #[test]
    fn a_string_that_the_terminal_sends_is_no_typing() {
        assert_eq!(left("a<]10;rgb:eeee/eeee/ecec<\\b"), "ab");
        assert_eq!(left("<P1$r0 q<\\d"), "d");
        assert_eq!(left("<fa"), "fa", "a key held with Alt is one");
    }
}
