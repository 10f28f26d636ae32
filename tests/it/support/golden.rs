//! Golden files: what a document is to look like, kept under `tests/golden`.

use std::fs;
use std::path::Path;

/// Holds `made` against the golden file `name`; with `UPDATE=1` it becomes it.
#[track_caller]
pub(crate) fn check(name: &str, made: &str) {
    let path = Path::new("tests/golden").join(name);
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, made).unwrap();
        return;
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        kept == made,
        "{} is no longer what is made; UPDATE=1 shows the change.\n{made}",
        path.display()
    );
}
