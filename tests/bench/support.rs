//! What the tests and the benchmark share.

#[expect(dead_code, reason = "the tests use all of it, the benchmark some")]
#[path = "../it/support/blank.rs"]
mod blank;
#[path = "../it/support/keys.rs"]
mod keys;
#[expect(dead_code, reason = "the tests use all of it, the benchmark some")]
#[path = "../it/support/session.rs"]
pub(crate) mod session;
#[expect(dead_code, reason = "the tests use all of it, the benchmark some")]
#[path = "../it/support/shelf.rs"]
pub(crate) mod shelf;
