//! The terminal itself: taken over, given back whatever happens, and written to
//! one whole frame at a time.

use std::io::{self, Write};

use crossterm::clipboard::CopyToClipboard;
use crossterm::event::{
    DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture,
};
use crossterm::terminal::{
    BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate, EnterAlternateScreen,
    LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use crossterm::{cursor, execute, queue};
use ratatui::backend::{Backend as _, CrosstermBackend};

use super::listen;
use crate::app::State;
use crate::view::{Picture, Theme};

/// The terminal while the program has it.
pub(super) struct Screen {
    picture: Picture,
    cursor_shows: bool,
}

impl Screen {
    /// Takes the terminal over. A panic gives it back first.
    pub(super) fn take(theme: Theme, size: (u16, u16)) -> io::Result<Self> {
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |why| {
            give_back();
            before(why);
        }));
        take_over()?;
        Ok(Self { picture: Picture::blank(size, theme), cursor_shows: true })
    }

    /// Draws the state, in one write, which the terminal shows at once: the
    /// cells that it alters, or all of them in a window of another size.
    pub(super) fn draw(&mut self, state: &State) -> io::Result<()> {
        let mut bytes = Vec::new();
        queue!(bytes, BeginSynchronizedUpdate)?;
        let nothing = bytes.len();
        if self.picture.size() != state.size {
            queue!(bytes, Clear(ClearType::All))?;
            self.picture.resize(state.size);
        }
        let stood = self.picture.cursor();
        let strokes = self.picture.show(state);
        let painted = self.picture.cells();
        let cells = strokes.iter().filter_map(|&(x, y)| Some((x, y, painted.cell((x, y))?)));
        if !strokes.is_empty() {
            CrosstermBackend::new(&mut bytes).draw(cells)?;
        }
        let stands = self.picture.cursor();
        if let Some(at) = stands.filter(|_| stood != stands || !strokes.is_empty()) {
            queue!(bytes, cursor::MoveTo(at.x, at.y))?;
        }
        if stands.is_some() != self.cursor_shows {
            self.cursor_shows = stands.is_some();
            if self.cursor_shows {
                queue!(bytes, cursor::Show)?;
            } else {
                queue!(bytes, cursor::Hide)?;
            }
        }
        if bytes.len() == nothing {
            return Ok(());
        }
        queue!(bytes, EndSynchronizedUpdate)?;
        let mut out = io::stdout().lock();
        out.write_all(&bytes)?;
        out.flush()
    }

    /// Takes the terminal again after the program was stopped, and has the next
    /// frame drawn whole; where it is to `stop` first, gives it back for as long.
    pub(super) fn lend(&mut self, stop: bool, size: (u16, u16)) -> io::Result<()> {
        give_back();
        if stop {
            listen::stop();
        }
        take_over()?;
        self.picture.resize(size);
        self.cursor_shows = true;
        Ok(())
    }

    /// Puts text on the terminal's own clipboard (OSC 52), which works over ssh.
    pub(super) fn copy(text: &str) -> io::Result<()> {
        execute!(io::stdout(), CopyToClipboard::to_clipboard_from(text))
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        give_back();
    }
}

/// Takes the terminal over.
fn take_over() -> io::Result<()> {
    enable_raw_mode()?;
    execute!(
        io::stdout(),
        EnterAlternateScreen,
        Clear(ClearType::All),
        EnableBracketedPaste,
        EnableMouseCapture
    )
    .inspect_err(|_| give_back())
}

/// Gives the terminal back as it was.
fn give_back() {
    let _ = execute!(
        io::stdout(),
        DisableMouseCapture,
        DisableBracketedPaste,
        LeaveAlternateScreen,
        cursor::Show
    );
    let _ = disable_raw_mode();
}

/// Lets a file that may grow no further be an error rather than the end of the
/// program.
#[cfg(unix)]
pub(super) fn ignore_file_limits() {
    use signal_hook::consts::SIGXFSZ;
    let flag = std::sync::Arc::new(std::sync::atomic::AtomicBool::new(false));
    let _ = signal_hook::flag::register(SIGXFSZ, flag);
}

/// Elsewhere there is no such signal.
#[cfg(not(unix))]
pub(super) fn ignore_file_limits() {}
