//! Terminal, clock, files, arguments, threads, the loops: all that is not a
//! plain value.

mod args;
mod command;
mod desk;
mod finder;
mod keeper;
mod keys;
mod list;
mod listen;
mod open;
mod output;
mod paper;
mod place;
mod said;
mod speller;
mod terminal;
mod trouble;
mod watch;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::Parser as _;

pub use args::Cli;
pub use list::{loaded, shown};
pub use paper::{files, preview, take_in};
pub use trouble::Trouble;

use args::Command;

/// Runs the program and says how it went, as a shell would: 0 done, 1 refused
/// or failed, 2 asked wrongly.
pub fn main(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    terminal::ignore_file_limits();
    let args: Vec<OsString> = args.into_iter().collect();
    let cli = match Cli::try_parse_from(&args) {
        Ok(cli) => cli,
        Err(asked) if asked.use_stderr() && args::ask_for_json(&args) => {
            return Trouble::from(asked).tell(true);
        }
        // What is wrong is quoted, and may hold anything; help is our own.
        Err(asked) if asked.use_stderr() => {
            trouble::say_lines(&asked.render().to_string());
            return ExitCode::from(2);
        }
        Err(asked) => {
            let _ = asked.print();
            return ExitCode::SUCCESS;
        }
    };
    let json = cli.command.as_ref().is_some_and(Command::is_json);
    match place::clock().and_then(|()| command::run(cli)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => trouble.tell(json),
    }
}
