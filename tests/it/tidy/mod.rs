//! House rules that a compiler does not keep.

mod floors;
mod shape;
mod source;

/// Fails if there is anything in `strays`, and tells all of it.
#[track_caller]
fn none(strays: &[String]) {
    assert!(strays.is_empty(), "{}", strays.join("\n"));
}
