//! Making books, copies of them, and what helps a shell with the program.

use std::path::Path;

use clap::CommandFactory as _;
use clap_complete::Shell;

use super::{on_a_terminal, screen};
use crate::book::Book;
use crate::capture::{LINES, SCHEDULE_LINES};
use crate::shell::args::Cli;
use crate::shell::desk::Start;
use crate::shell::open::Open;
use crate::shell::{Trouble, output, place};
use crate::view::Theme;

/// Makes the sample book and opens it; without a file it is a copy that goes
/// when the clerk leaves.
pub(super) fn demo(file: Option<&Path>, theme: Theme) -> Result<(), Trouble> {
    on_a_terminal()?;
    let (folder, pen) = match file {
        Some(file) => (None, place::make(&place::absolute(file)?, true)?),
        None => place::try_on().map(|(folder, pen)| (Some(folder), pen))?,
    };
    let make_at = pen.path().to_owned();
    let passing = folder.is_some();
    let open = Open::Pen(Box::new(pen));
    screen(Start { open: Some(Box::new(|| Ok(open))), make_at, passing, theme })
}

/// Makes a book and prints where it is.
pub(super) fn new(file: &Path, sample: bool) -> Result<(), Trouble> {
    let path = place::absolute(file)?;
    let pen = place::make(&path, sample)?;
    output::lines([pen.path().display().to_string()])
}

/// Copies the book, whole, also while somebody writes in it, and checks the
/// copy before calling it one.
pub(super) fn backup(book: &Book, file: &Path) -> Result<(), Trouble> {
    let path = place::absolute(file)?;
    book.backup(&path)?;
    output::lines([path.display().to_string()])
}

/// Prints completions.
pub(super) fn completions(shell: Shell) -> Result<(), Trouble> {
    let mut text = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "minutebook", &mut text);
    output::bytes(&text)
}

/// Prints the manual page: the command line, then the capture lines.
pub(super) fn man() -> Result<(), Trouble> {
    let mut text = Vec::new();
    let failed = |error: std::io::Error| Trouble::refused("output", error.to_string(), "");
    let page = Cli::command();
    clap_mangen::Man::new(page.clone()).render(&mut text).map_err(failed)?;
    for command in page.get_subcommands() {
        let name = command.get_name().to_uppercase();
        text.extend(format!(".SH \"MINUTEBOOK {name}\"\n").bytes());
        let man = clap_mangen::Man::new(command.clone());
        man.render_description_section(&mut text).map_err(failed)?;
        man.render_options_section(&mut text).map_err(failed)?;
    }
    text.extend(".SH \"CAPTURE LINES\"\n".bytes());
    for line in LINES {
        text.extend(line_of_man(line.word, line.shape, line.about).bytes());
    }
    text.extend(".SH \"LINES OF THE SCHEDULE\"\n".bytes());
    for line in SCHEDULE_LINES {
        text.extend(line_of_man(line.word, line.shape, line.about).bytes());
    }
    text.extend(include_str!("../../../assets/man/json.man").bytes());
    output::bytes(&text)
}

/// A line that can be recorded, as the manual sets it.
fn line_of_man(word: &str, shape: &str, about: &str) -> String {
    format!(".TP\n\\&.{word} {}\nRecords {about}.\n", shape.replace('-', "\\-"))
}
