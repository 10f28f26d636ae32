//! The commands, one file to a subject.

mod copy;
mod export;
mod file;
mod filter;
mod gaps;
mod import;
mod ledger;
mod list;
mod make;
mod record;
mod setup;
mod show;
mod standing;
mod told;
mod verify;
mod wanted;

use std::path::Path;

pub(super) use export::{documents, from_the_screen as export_from_the_screen};
pub(super) use setup::{considered, set_up};

use super::args::{Cli, Colour, Command};
use super::desk::{self, Start};
use super::open::Open;
use super::{Trouble, output, place};
use crate::book::{Book, Pen};
use crate::model::MeetingId;
use crate::view::Theme;

/// Does what was asked.
pub(super) fn run(cli: Cli) -> Result<(), Trouble> {
    let theme = theme(cli.color);
    let read = cli.read;
    let Some(command) = cli.command else {
        return open(cli.book.as_deref(), read, theme);
    };
    let named = cli.book.as_deref();
    match command {
        Command::Demo { file } => make::demo(file.as_deref(), theme),
        Command::New { file, sample } => make::new(&file, sample),
        Command::Import(asked) => import::run(named, read, &asked),
        Command::Export(asked) => export::run(named, &asked),
        Command::List(asked) => list::run(&reader(named)?, &asked),
        Command::Show { id, json } => show::run(&reader(named)?, &id, json),
        Command::Gaps(asked) if asked.mute.is_empty() && asked.unmute.is_empty() => {
            gaps::tell(&reader(named)?, &asked)
        }
        Command::Gaps(asked) => gaps::settle(&mut writer(named, read)?, &asked),
        Command::Search { words, public, json } => {
            told::search(&reader(named)?, &words.join(" "), public, json)
        }
        Command::Follow { public, meeting } => follow(named, public, meeting, theme),
        Command::Record(asked) => record::run(&mut writer(named, read)?, &asked),
        Command::Add { lines } => setup::run(&mut writer(named, read)?, &lines),
        Command::History { public, json } => told::history(&reader(named)?, public, json),
        Command::Undo => told::undo(&mut writer(named, read)?),
        Command::Redo => told::redo(&mut writer(named, read)?),
        Command::Verify { file } => verify::run(named, file.as_deref()),
        Command::Backup { file } => make::backup(&reader(named)?, &file),
        Command::Copy(asked) => copy::lend(&reader(named)?, &asked),
        Command::Merge { file } => copy::merge(&mut writer(named, read)?, &file),
        Command::Completions { shell } => make::completions(shell),
        Command::Man => make::man(),
    }
}

/// Opens the book on the screen, or the welcome where there is none.
fn open(named: Option<&Path>, read: bool, theme: Theme) -> Result<(), Trouble> {
    let path = place::book(named)?;
    let open = match Open::soon(&path, read) {
        Ok(opening) => Some(opening),
        Err(crate::book::Error::Absent(_)) if !read => None,
        Err(error) => return Err(error.into()),
    };
    screen(Start { open, make_at: path, passing: false, theme })
}

/// Opens a meeting to be followed, as members or as the public may see it.
fn follow(
    named: Option<&Path>,
    public: bool,
    meeting: Option<String>,
    theme: Theme,
) -> Result<(), Trouble> {
    let path = place::book(named)?;
    let open = Open::following(&path, public, meeting.map(MeetingId))?;
    screen(Start { open: Some(Box::new(|| Ok(open))), make_at: path, passing: false, theme })
}

/// Runs the screen.
fn screen(start: Start) -> Result<(), Trouble> {
    on_a_terminal()?;
    desk::run(start)
}

/// Sees that there is a terminal that can show pages.
fn on_a_terminal() -> Result<(), Trouble> {
    use std::io::IsTerminal as _;
    if !std::io::stdout().is_terminal() || !std::io::stdin().is_terminal() {
        return Err(Trouble::refused(
            "no_terminal",
            "The book opens on a terminal, and this is not one.",
            "Use \"minutebook list\", \"show\", \"record\" or \"export\" in scripts.",
        ));
    }
    if std::env::var_os("TERM").is_some_and(|term| term == "dumb") {
        return Err(Trouble::refused(
            "no_terminal",
            "This terminal says that it cannot show pages (TERM is \"dumb\").",
            "Open the book in another, or use \"minutebook list\", \"show\", \"record\" or \"export\".",
        ));
    }
    Ok(())
}

/// The book, to read.
fn reader(named: Option<&Path>) -> Result<Book, Trouble> {
    Ok(Book::read(&place::book(named)?)?)
}

/// The book, to write in.
fn writer(named: Option<&Path>, read: bool) -> Result<Pen, Trouble> {
    if read {
        return Err(Trouble::usage(
            "--read opens a book to read only, and this would write in it.",
            "Leave out --read.",
        ));
    }
    Ok(Pen::open(&place::book(named)?, &place::holder(), place::now())?)
}

fn theme(colour: Colour) -> Theme {
    let unwanted = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty())
        || std::env::var_os("TERM").is_some_and(|term| term == "dumb");
    match colour {
        Colour::Never => Theme::Plain,
        Colour::Auto if unwanted => Theme::Plain,
        Colour::Auto | Colour::Always => Theme::Colour,
    }
}

/// Prints a table, its columns as wide as what is in them.
fn table(rows: &[Vec<String>]) -> Result<(), Trouble> {
    use crate::app::wrap;
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let widths: Vec<usize> = (0..columns)
        .map(|n| {
            rows.iter()
                .filter_map(|row| row.get(n))
                .map(|cell| wrap::width(cell))
                .max()
                .unwrap_or(0)
        })
        .collect();
    output::lines(rows.iter().map(|row| {
        let cells = row.iter().zip(&widths).map(|(cell, width)| wrap::fill(cell, *width));
        cells.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    }))
}
