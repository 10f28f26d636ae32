//! The floors: the least that a program with a text on the screen and a book on
//! the disk must do.

use std::path::Path;

use crossterm::event::{self, Event, KeyCode, KeyModifiers};
use ratatui::layout::{Constraint, Layout, Position};
use ratatui::text::Line;
use ratatui::widgets::{Block, Paragraph};
use rusqlite::Connection;
use rusqlite::types::Value;

use super::timed;

/// The argument that asks the benchmark to be the bare program.
pub(crate) const ASKED: &str = "--bare-program";

/// What the bare program shows once it is there.
pub(crate) const READY: &str = "READY";

/// The tables that a meeting is read from.
const TABLES: &[&str] = &[
    "item",
    "attendance",
    "movement",
    "presiding",
    "interest",
    "minute",
    "note",
    "motion",
    "vote",
    "ballot",
    "decision",
    "action",
];

/// Shows what is typed in one of two panes, over a status line, until Ctrl-C.
pub(crate) fn run() {
    let mut terminal = ratatui::init();
    let mut lines = vec![String::new()];
    loop {
        terminal.draw(|frame| draw(frame, &lines)).unwrap();
        let Event::Key(key) = event::read().unwrap() else { continue };
        match key.code {
            KeyCode::Char('c') if key.modifiers == KeyModifiers::CONTROL => break,
            KeyCode::Char(c) => {
                if lines.last().is_some_and(|line| line.len() >= 50) {
                    lines.push(String::new());
                }
                lines.last_mut().unwrap().push(c);
            }
            KeyCode::Backspace => _ = lines.last_mut().unwrap().pop(),
            _ => {}
        }
    }
    ratatui::restore();
}

fn draw(frame: &mut ratatui::Frame<'_>, lines: &[String]) {
    let [body, status] =
        Layout::vertical([Constraint::Min(1), Constraint::Length(1)]).areas(frame.area());
    let [left, right] = Layout::horizontal([Constraint::Percentage(50); 2]).areas(body);
    frame.render_widget(Block::bordered().title("Left"), left);
    let newest = lines.len().saturating_sub(usize::from(right.height.saturating_sub(2)));
    let shown: Vec<Line<'_>> = lines[newest..].iter().map(|line| line.as_str().into()).collect();
    let (column, row) = (shown.last().map_or(0, Line::width), shown.len().saturating_sub(1));
    frame.render_widget(Paragraph::new(shown).block(Block::bordered().title("Right")), right);
    frame.render_widget(Line::from(READY), status);
    let cells = |n: usize| u16::try_from(n).unwrap_or_default() + 1;
    frame.set_cursor_position(Position::new(right.x + cells(column), right.y + cells(row)));
}

/// Bare commits of a row or two, as safe as a book makes them.
pub(crate) struct Commits(Connection);

impl Commits {
    /// A file to commit to.
    pub(crate) fn new(folder: &Path) -> Self {
        let path = folder.join("bare.db");
        let _ = std::fs::remove_file(&path);
        let db = Connection::open(&path).unwrap();
        db.execute_batch(
            "PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA;
             CREATE TABLE row (id INTEGER PRIMARY KEY, text TEXT);
             CREATE TABLE change (id INTEGER PRIMARY KEY, text TEXT);",
        )
        .unwrap();
        Self(db)
    }

    /// How long one takes.
    pub(crate) fn one(&self) -> f64 {
        let entry = "BEGIN IMMEDIATE; INSERT INTO row (text) VALUES ('to note the report');
             INSERT INTO change (text) VALUES ('to note the report'); COMMIT;";
        timed(1, || self.0.execute_batch(entry).unwrap())
    }
}

/// How long it takes to read every row of the sample's meeting and nothing else.
pub(crate) fn read(book: &Path) -> f64 {
    let db = Connection::open(book).unwrap();
    timed(super::READINGS, || {
        for table in TABLES {
            let sql = format!("SELECT * FROM {table} WHERE meeting = ?");
            let mut statement = db.prepare_cached(&sql).unwrap();
            let columns = statement.column_count();
            let mut rows = statement.query([minutebook::import::sample::MEETING]).unwrap();
            while let Some(row) = rows.next().unwrap() {
                (0..columns).for_each(|n| _ = std::hint::black_box(row.get::<_, Value>(n)));
            }
        }
    })
}
