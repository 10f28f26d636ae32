//! The terminal itself: taken over, given back whatever happens, and written to
//! one whole frame at a time.

use std::io::{self, Write};
use std::sync::{Arc, Mutex, PoisonError};

use crossterm::clipboard::CopyToClipboard;
use crossterm::event::{
    DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture,
};
use crossterm::terminal::{
    BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate, EnterAlternateScreen,
    LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use crossterm::{cursor, execute, queue};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;

use crate::app::State;
use crate::view::{self, Theme};

/// The terminal while the program has it.
pub(super) struct Screen {
    terminal: Terminal<CrosstermBackend<Frame>>,
    frame: Frame,
    theme: Theme,
}

/// What is to be written, until a frame is whole.
#[derive(Clone, Default)]
struct Frame(Arc<Mutex<Vec<u8>>>);

impl Write for Frame {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Screen {
    /// Takes the terminal over. A panic gives it back first.
    pub(super) fn take(theme: Theme) -> io::Result<Self> {
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |why| {
            give_back();
            before(why);
        }));
        enable_raw_mode()?;
        // Cleared here and not by ratatui, which would ask the terminal where
        // its cursor stands, and wait for the answer.
        execute!(
            io::stdout(),
            EnterAlternateScreen,
            Clear(ClearType::All),
            EnableBracketedPaste,
            EnableMouseCapture
        )
        .inspect_err(|_| give_back())?;
        let frame = Frame::default();
        let terminal = Terminal::new(CrosstermBackend::new(frame.clone()))?;
        Ok(Self { terminal, frame, theme })
    }

    /// Draws the state, in one write, which the terminal shows at once.
    pub(super) fn draw(&mut self, state: &State) -> io::Result<()> {
        self.terminal.draw(|frame| view::draw(state, self.theme, frame))?;
        let mut painted = self.frame.0.lock().unwrap_or_else(PoisonError::into_inner);
        if painted.is_empty() {
            return Ok(());
        }
        let mut whole = Vec::with_capacity(painted.len() + 16);
        queue!(whole, BeginSynchronizedUpdate)?;
        whole.append(&mut painted);
        queue!(whole, EndSynchronizedUpdate)?;
        drop(painted);
        let mut out = io::stdout().lock();
        out.write_all(&whole)?;
        out.flush()
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
    let flag = Arc::new(std::sync::atomic::AtomicBool::new(false));
    let _ = signal_hook::flag::register(SIGXFSZ, flag);
}

/// Elsewhere there is no such signal.
#[cfg(not(unix))]
pub(super) fn ignore_file_limits() {}
