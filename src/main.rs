//! The `minutebook` program.

use std::process::ExitCode;

fn main() -> ExitCode {
    minutebook::shell::main(std::env::args_os())
}
