//! What the tests and the benchmark share.

#[path = "../it/support/keys.rs"]
pub(crate) mod keys;
#[expect(dead_code, reason = "the tests use all of it, the benchmark some")]
#[path = "../it/support/session.rs"]
pub(crate) mod session;
