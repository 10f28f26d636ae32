//! What may be done, what is missing, what is due: judgements on values.

mod breach;
pub mod closing;
pub mod engagement;
pub mod figure;
pub mod framework;
pub mod gap;
pub mod holiday;
pub mod missing;
pub mod motion;
mod note;
pub mod number;
mod order;
mod permit;
mod poll;
pub mod procedure;
mod profile;
pub mod review;
pub mod room;
pub mod sentence;
pub mod since;
pub mod template;
pub mod thread;
pub mod timetable;

pub use order::locked;
pub use permit::{Permitted, Refusal, Rule, admit, foresee, permit};
pub use profile::{Force, PROFILES, Profile};

/// How many there are.
fn count<T>(things: impl Iterator<Item = T>) -> u32 {
    u32::try_from(things.count()).unwrap_or(u32::MAX)
}
