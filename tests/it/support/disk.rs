//! A disk that is slow or full, for a program that is started with it.

use std::path::Path;
use std::process::Command;
use std::sync::OnceLock;

/// What makes a disk slow or full, to be loaded before anything else; `None`,
/// and a word about it, where it cannot be made.
pub(crate) fn shim() -> Option<String> {
    static MADE: OnceLock<Option<String>> = OnceLock::new();
    MADE.get_or_init(made).clone()
}

fn made() -> Option<String> {
    if !cfg!(target_os = "linux") {
        eprintln!("skipped: a slow disk is only made on Linux");
        return None;
    }
    let made = Path::new(env!("CARGO_TARGET_TMPDIR")).join("slow_sync.so");
    let built = Command::new("cc")
        .args(["-shared", "-fPIC", "-O1", "-o"])
        .arg(&made)
        .args(["tests/it/support/slow_sync.c", "-ldl"])
        .output();
    match built {
        Ok(done) if done.status.success() => Some(made.to_str().unwrap().to_owned()),
        Ok(done) => {
            eprintln!("skipped: {}", String::from_utf8_lossy(&done.stderr));
            None
        }
        Err(why) => {
            eprintln!("skipped: there is no C compiler ({why})");
            None
        }
    }
}
