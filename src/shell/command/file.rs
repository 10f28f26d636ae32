//! Writing a file: whole or not at all, and over nothing unasked.

use std::io::Write as _;
use std::path::Path;

use crate::book::Book;
use crate::shell::{Trouble, place};

/// Writes a file whole: beside its place first, then into it. Says where it is.
pub(super) fn write(path: &Path, bytes: &[u8], force: bool) -> Result<String, Trouble> {
    let path = place::absolute(path)?;
    let shown = path.display();
    let failed = |error: std::io::Error| {
        Trouble::refused(
            "disk",
            // Of the file it is written beside first nobody knows the name.
            format!("{shown} cannot be written ({}).", std::io::Error::from(error.kind())),
            "Nothing was written.",
        )
    };
    match std::fs::symlink_metadata(&path) {
        Ok(about) if !about.is_file() => {
            return Err(Trouble::refused(
                "taken",
                format!("{shown} is not a plain file."),
                "Choose another name.",
            ));
        }
        Ok(_) if Book::is_at(&path) => {
            return Err(Trouble::refused(
                "taken",
                format!("{shown} is a minute book, and no document is written over one."),
                "Choose another name.",
            ));
        }
        Ok(_) if !force => {
            return Err(Trouble::refused(
                "taken",
                format!("{shown} is there already."),
                "Choose another name; --force on the command line writes over it.",
            ));
        }
        _ => {}
    }
    let folder = path.parent().unwrap_or(Path::new("."));
    if !folder.is_dir() {
        return Err(Trouble::refused(
            "missing",
            format!("There is no folder {}.", folder.display()),
            "Make it, or choose another. Nothing was written.",
        ));
    }
    let mut file = tempfile::NamedTempFile::new_in(folder).map_err(failed)?;
    file.write_all(bytes).and_then(|()| file.as_file().sync_all()).map_err(failed)?;
    if force {
        file.persist(&path).map_err(|error| failed(error.error))?;
    } else {
        file.persist_noclobber(&path).map_err(|error| failed(error.error))?;
    }
    settle(folder);
    Ok(shown.to_string())
}

/// Puts the new name itself on the disk, where a folder can be asked to.
#[cfg(unix)]
fn settle(folder: &Path) {
    let _ = std::fs::File::open(folder).and_then(|folder| folder.sync_all());
}

/// Elsewhere a folder cannot be asked to.
#[cfg(not(unix))]
fn settle(_: &Path) {}
