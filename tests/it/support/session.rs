//! The real program in a real terminal: keys are sent, and what is written back
//! is shown on a screen and kept to the byte.

use std::io::{Read as _, Write};
use std::num::NonZero;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};

use super::keys::keys;

/// How long anything may take before a test gives up on it.
const PATIENCE: Duration = Duration::from_secs(20);

/// A running minutebook, seen through a terminal.
pub(crate) struct Session {
    child: Box<dyn Child + Send + Sync>,
    master: Option<Box<dyn MasterPty + Send>>,
    send: Option<Box<dyn Write + Send>>,
    bytes: Receiver<(Instant, Vec<u8>)>,
    /// Whether the terminal is to be read no more.
    deaf: Arc<AtomicBool>,
    pub(crate) screen: vt100::Parser,
    /// The beginning of a frame whose end has not come.
    unshown: Vec<u8>,
    /// Every byte the program wrote.
    pub(crate) log: Vec<u8>,
    /// When the newest of them came.
    pub(crate) heard: Instant,
}

/// How a session is to be started.
pub(crate) struct Start<'a> {
    pub(crate) program: &'a Path,
    /// How many columns and rows the terminal has.
    pub(crate) size: (u16, u16),
    pub(crate) args: Vec<&'a str>,
    pub(crate) env: Vec<(&'a str, String)>,
}

fn cells(n: u16) -> NonZero<u16> {
    NonZero::new(n).unwrap()
}

/// Starts the program with these arguments, on a terminal of 80 by 24.
pub(crate) fn start<'a>(args: impl IntoIterator<Item = &'a str>) -> Start<'a> {
    let program = Path::new(env!("CARGO_BIN_EXE_minutebook"));
    Start { program, size: (80, 24), args: args.into_iter().collect(), env: Vec::new() }
}

/// Starts the program on the book at `path`.
pub(crate) fn open(path: &Path) -> Session {
    start(["--book", path.to_str().unwrap()]).run()
}

impl<'a> Start<'a> {
    pub(crate) fn env(mut self, name: &'a str, value: impl Into<String>) -> Self {
        self.env.push((name, value.into()));
        self
    }

    pub(crate) fn run(self) -> Session {
        let (cols, rows) = self.size;
        let size = PtySize { rows, cols, ..PtySize::default() };
        let pty = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(self.program);
        command.args(self.args);
        command.env("TERM", "xterm-256color");
        command.env("USER", "ada");
        for name in ["NO_COLOR", "MINUTEBOOK", "LD_PRELOAD"] {
            command.env_remove(name);
        }
        self.env.into_iter().for_each(|(name, value)| command.env(name, value));
        let child = pty.slave.spawn_command(command).unwrap();
        drop(pty.slave);
        let mut reader = pty.master.try_clone_reader().unwrap();
        let (tell, bytes) = mpsc::channel();
        let deaf = Arc::new(AtomicBool::new(false));
        let stop = Arc::clone(&deaf);
        thread::spawn(move || {
            let mut buffer = [0; 1 << 14];
            while let Ok(n @ 1..) = reader.read(&mut buffer) {
                let told = tell.send((Instant::now(), buffer[..n].to_vec()));
                if told.is_err() || stop.load(Ordering::Relaxed) {
                    break;
                }
            }
        });
        let send = pty.master.take_writer().unwrap();
        Session {
            child,
            master: Some(pty.master),
            send: Some(send),
            bytes,
            deaf,
            screen: vt100::Parser::new(cells(rows), cells(cols), 0),
            unshown: Vec::new(),
            log: Vec::new(),
            heard: Instant::now(),
        }
    }
}

impl Session {
    /// Presses keys, written as [`keys`] reads them. Nothing may follow an
    /// escape at once: a terminal sends Alt so.
    pub(crate) fn press(&mut self, text: &str) -> &mut Self {
        assert!(!text.trim_end_matches("<esc>").contains("<esc>"), "{text} is Alt and a key");
        let sent: String = keys(text).into_iter().map(|(_, sent)| sent).collect();
        self.sends(sent.as_bytes())
    }

    /// Sends bytes as they are, also more than the terminal takes at once.
    pub(crate) fn sends(&mut self, bytes: &[u8]) -> &mut Self {
        for some in bytes.chunks(1024) {
            let send = self.send.as_mut().unwrap();
            send.write_all(some).unwrap();
            send.flush().unwrap();
            self.hear_all();
        }
        self
    }

    /// Waits until `words` are on the screen, and says how long that took.
    #[track_caller]
    pub(crate) fn waits_for(&mut self, words: &str) -> Duration {
        let from = Instant::now();
        let seen = self.hears_until(PATIENCE, |session| session.text().contains(words));
        assert!(seen, "no {words:?} on:\n{}", self.text());
        self.heard.saturating_duration_since(from)
    }

    /// Waits until `words` are on the screen.
    #[track_caller]
    pub(crate) fn sees(&mut self, words: &str) -> &mut Self {
        self.waits_for(words);
        self
    }

    /// Waits until `words` are on the screen no longer.
    #[track_caller]
    pub(crate) fn sees_no_more(&mut self, words: &str) -> &mut Self {
        let gone = self.hears_until(PATIENCE, |session| !session.text().contains(words));
        assert!(gone, "still {words:?} on:\n{}", self.text());
        self
    }

    /// Listens until `met` or for at most `patience`; says whether it was met.
    pub(crate) fn hears_until(
        &mut self,
        patience: Duration,
        mut met: impl FnMut(&mut Self) -> bool,
    ) -> bool {
        let until = Instant::now() + patience;
        loop {
            if met(self) {
                return true;
            }
            let left = until.saturating_duration_since(Instant::now());
            match self.bytes.recv_timeout(left) {
                Ok(heard) => self.take(heard),
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => {
                    return met(self);
                }
            }
        }
    }

    /// Listens until `instant`.
    pub(crate) fn listens_until(&mut self, instant: Instant) {
        self.hears_until(instant.saturating_duration_since(Instant::now()), |_| false);
    }

    fn hear_all(&mut self) {
        while let Ok(heard) = self.bytes.try_recv() {
            self.take(heard);
        }
    }

    /// Takes bytes in. A frame is shown once it is whole, as a terminal does it
    /// that knows synchronized output.
    fn take(&mut self, (at, bytes): (Instant, Vec<u8>)) {
        const BEGINS: &[u8] = b"\x1b[?2026h";
        const ENDS: &[u8] = b"\x1b[?2026l";
        self.log.extend(&bytes);
        self.unshown.extend(&bytes);
        self.heard = at;
        let last = |mark: &[u8]| self.unshown.windows(mark.len()).rposition(|some| some == mark);
        let whole = match (last(BEGINS), last(ENDS)) {
            (Some(begins), ends) if ends.is_none_or(|ends| ends < begins) => begins,
            _ => self.unshown.len(),
        };
        self.screen.process(&self.unshown[..whole]);
        self.unshown.drain(..whole);
    }

    /// What the screen says.
    pub(crate) fn text(&self) -> String {
        self.screen.screen().contents()
    }

    /// What the system calls the program by.
    pub(crate) fn pid(&self) -> u32 {
        self.child.process_id().unwrap()
    }

    /// Whether the screen is the program's own, and not the shell's.
    pub(crate) fn is_taken_over(&self) -> bool {
        self.screen.screen().alternate_screen()
    }

    /// How the terminal itself is set: whether it echoes, and the like.
    pub(crate) fn settings(&self) -> String {
        format!("{:?}", self.master.as_ref().unwrap().get_termios())
    }

    /// The number in "saved … #N" on the screen.
    pub(crate) fn saved(&self) -> Option<u32> {
        self.text().split("saved ").skip(1).find_map(|after| {
            let mut words = after.split_whitespace();
            words.nth(1)?.strip_prefix('#')?.parse().ok()
        })
    }

    /// Gives the terminal another size.
    pub(crate) fn resize(&mut self, width: u16, height: u16) -> &mut Self {
        let size = PtySize { rows: height, cols: width, ..PtySize::default() };
        self.master.as_ref().unwrap().resize(size).unwrap();
        self.screen.screen_mut().set_size(cells(height), cells(width));
        self
    }

    /// Sends a signal by its name, as "TERM".
    pub(crate) fn signal(&mut self, name: &str) -> &mut Self {
        let pid = self.pid();
        let sent = Command::new("sh").args(["-c", &format!("kill -{name} {pid}")]).status();
        assert!(sent.unwrap().success());
        self
    }

    /// Kills the program where it stands, and takes in what it had still
    /// written.
    pub(crate) fn dies(&mut self) {
        self.signal("KILL");
        self.ends();
    }

    /// Takes the terminal away, as a closed window does, once the program has
    /// drawn what these keys do.
    pub(crate) fn hangs_up_after(&mut self, keys: &str) -> ExitStatus {
        self.deaf.store(true, Ordering::Relaxed);
        self.press(keys);
        self.hears_until(PATIENCE, |_| false);
        self.send = None;
        self.master = None;
        self.child.wait().unwrap()
    }

    /// Waits until the program has ended, and says how.
    #[track_caller]
    pub(crate) fn ends(&mut self) -> ExitStatus {
        let until = Instant::now() + PATIENCE;
        loop {
            let left = until.saturating_duration_since(Instant::now());
            match self.bytes.recv_timeout(left) {
                Ok(heard) => self.take(heard),
                Err(RecvTimeoutError::Disconnected) => return self.child.wait().unwrap(),
                Err(RecvTimeoutError::Timeout) => {
                    assert!(!left.is_zero(), "still running:\n{}", self.text());
                }
            }
        }
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        if let (Ok(None), Some(pid)) = (self.child.try_wait(), self.child.process_id()) {
            let _ = Command::new("sh").args(["-c", &format!("kill -KILL {pid}")]).status();
            let _ = self.child.wait();
        }
    }
}
