//! Reading with a library that may panic: a spoilt file costs a sentence, and neither the
//! program nor its terminal.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook};
use std::sync::Once;

thread_local! {
    static READING: Cell<bool> = const { Cell::new(false) };
}

static QUIET: Once = Once::new();

/// What `read` gives; nothing, where it panicked. Nothing is printed of that, and what is
/// done at other panics, such as giving the terminal back, is not done.
pub(super) fn contained<T>(read: impl FnOnce() -> T) -> Option<T> {
    QUIET.call_once(|| {
        let before = take_hook();
        set_hook(Box::new(move |why| {
            if !READING.get() {
                before(why);
            }
        }));
    });
    let outer = READING.replace(true);
    let read = catch_unwind(AssertUnwindSafe(read));
    READING.set(outer);
    read.ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_goes_no_further_and_what_is_read_comes_through() {
        let none: [u8; 0] = [];
        let past_its_end = |n: usize| none[n];
        assert_eq!(contained(|| past_its_end(3)), None);
        assert_eq!(contained(|| 7), Some(7));
    }
}
