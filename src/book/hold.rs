//! Who holds the pen: one writer at a time, told apart by a lock that the
//! system lets go of when its holder dies.

use std::fs::{File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};

use super::{Error, Result};

/// Who opens a book to write in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holder {
    /// The clerk's name on this machine.
    pub who: String,
    /// The machine.
    pub host: String,
    /// The process.
    pub pid: u32,
}

/// The lock itself: a file beside the book, held while the pen is.
#[derive(Debug)]
pub(super) struct Hold {
    path: PathBuf,
    file: Option<File>,
}

impl Hold {
    /// Takes the lock beside `book`; `None` if another program has it.
    ///
    /// The file is removed when the pen is put down, so it may vanish between
    /// opening and locking; then the lock taken is of no file, and another is.
    pub(super) fn take(book: &Path) -> Result<Option<Self>> {
        let path = beside(book);
        for _ in 0..8 {
            let opened = OpenOptions::new().create(true).truncate(false).write(true).open(&path);
            let file = match opened {
                Ok(file) => file,
                Err(e) if e.kind() == std::io::ErrorKind::PermissionDenied => {
                    return Err(Error::ReadOnly);
                }
                Err(e) if e.kind() == std::io::ErrorKind::ReadOnlyFilesystem => {
                    return Err(Error::ReadOnly);
                }
                Err(source) => return Err(Error::Io { path, source }),
            };
            match file.try_lock() {
                Ok(()) if same(&file, &path) => {
                    return Ok(Some(Self { path, file: Some(file) }));
                }
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => return Ok(None),
                // A folder that knows no locks (some network shares): the
                // book's own locking still keeps two writers apart.
                Err(TryLockError::Error(_)) => return Ok(Some(Self { path, file: Some(file) })),
            }
        }
        Ok(None)
    }
}

impl Drop for Hold {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.path);
        self.file = None;
    }
}

fn beside(book: &Path) -> PathBuf {
    let mut name = std::ffi::OsString::from(".");
    name.push(book.file_name().unwrap_or_default());
    name.push(".pen");
    book.with_file_name(name)
}

#[cfg(unix)]
fn same(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    match (file.metadata(), std::fs::metadata(path)) {
        (Ok(held), Ok(there)) => held.ino() == there.ino() && held.dev() == there.dev(),
        _ => false,
    }
}

/// Elsewhere a file that is open cannot be removed, so it is the same one.
#[cfg(not(unix))]
fn same(_: &File, _: &Path) -> bool {
    true
}
