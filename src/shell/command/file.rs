//! Writing a file: whole or not at all, and over nothing unasked.

use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use crate::book::Book;
use crate::shell::{Trouble, place};

/// Where a file is to be, if it can be there.
pub(super) struct Place {
    path: PathBuf,
    folder: PathBuf,
    /// Whether it may take the place of a file that is there.
    force: bool,
}

impl Place {
    /// The place of a file called `path`, which is taken only with `force`.
    pub(super) fn at(path: &Path, force: bool) -> Result<Self, Trouble> {
        let path = place::absolute(path)?;
        let shown = path.display();
        let taken =
            |why: &str, hint: &str| Err(Trouble::refused("taken", format!("{shown} {why}."), hint));
        match std::fs::symlink_metadata(&path) {
            Ok(about) if !about.is_file() => {
                return taken("is not a plain file", "Choose another name.");
            }
            Ok(_) if Book::is_at(&path) => {
                let why = "is a minute book, and no document is written over one";
                return taken(why, "Choose another name.");
            }
            Ok(_) if !force => {
                let hint = "Choose another name; --force on the command line writes over it.";
                return taken("is there already", hint);
            }
            _ => {}
        }
        let folder = path.parent().unwrap_or(Path::new(".")).to_owned();
        if !folder.is_dir() {
            return Err(Trouble::refused(
                "missing",
                format!("There is no folder {}.", folder.display()),
                "Make it, or choose another. Nothing was written.",
            ));
        }
        Ok(Self { path, folder, force })
    }

    /// A file beside the place, with all that `write` writes on the disk.
    pub(super) fn begin(
        &self,
        write: impl FnOnce(&mut dyn Write) -> Result<(), Trouble>,
    ) -> Result<NamedTempFile, Trouble> {
        let file = NamedTempFile::new_in(&self.folder).map_err(|error| self.failed(&error))?;
        let mut out = Kept { to: BufWriter::new(file), fault: None };
        let written = write(&mut out);
        // What the disk would not take is told as that, whatever came of it in the format.
        if let Some(fault) = out.fault {
            return Err(self.failed(&fault));
        }
        written?;
        let file = out.to.into_inner().map_err(|error| self.failed(error.error()))?;
        file.as_file().sync_all().map_err(|error| self.failed(&error))?;
        Ok(file)
    }

    /// Puts such a file into its place. Says where it is.
    pub(super) fn finish(&self, file: NamedTempFile) -> Result<String, Trouble> {
        let put =
            if self.force { file.persist(&self.path) } else { file.persist_noclobber(&self.path) };
        put.map_err(|error| self.failed(&error.error))?;
        settle(&self.folder);
        Ok(self.path.display().to_string())
    }

    fn failed(&self, error: &io::Error) -> Trouble {
        // Of the file it is written beside first nobody knows the name.
        let (shown, why) = (self.path.display(), io::Error::from(error.kind()));
        Trouble::refused(
            "disk",
            format!("{shown} cannot be written ({why})."),
            "Nothing was written.",
        )
    }
}

/// A file being written, and the fault of the disk that ended it.
struct Kept {
    to: BufWriter<NamedTempFile>,
    fault: Option<io::Error>,
}

impl Kept {
    /// What the disk `did`; a fault of it is kept.
    fn kept<T>(&mut self, did: io::Result<T>) -> io::Result<T> {
        did.map_err(|error| {
            let kind = error.kind();
            self.fault.get_or_insert(error);
            kind.into()
        })
    }
}

impl Write for Kept {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let did = self.to.write(bytes);
        self.kept(did)
    }

    fn flush(&mut self) -> io::Result<()> {
        let did = self.to.flush();
        self.kept(did)
    }
}

/// Puts the new name itself on the disk, where a folder can be asked to.
#[cfg(unix)]
fn settle(folder: &Path) {
    let _ = std::fs::File::open(folder).and_then(|folder| folder.sync_all());
}

/// Elsewhere a folder cannot be asked to.
#[cfg(not(unix))]
fn settle(_: &Path) {}
