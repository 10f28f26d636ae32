//! The same facts as data, under the names that `interface.md` part 4 promises.
//!
//! Names are added to and never renamed. Where that page gives none, Popolo's are
//! used for people, bodies and motions, and those of `OParl` for items. The order of keys and
//! rows is always the same.

mod business;
mod gap;
mod ledger;
mod register;
mod review;
mod thread;

use serde_json::{Value, json};

use crate::model::day::{Stamp, on_the_wall};

pub use business::{agenda, decision, item, meeting};
pub use gap::gaps;
pub use ledger::{driver, finding, plan, recommendation, target};
pub use register::{action_line, body, decision_line, meeting_line, partnership, person};
pub use review::{annotation, branch, share, since};
pub use thread::thread;

pub(super) use business::action;
pub(super) use register::reference;

/// Text, or null where there is none.
fn text(text: &str) -> Value {
    if text.trim().is_empty() { Value::Null } else { json!(text) }
}

/// A moment by the clock on the wall, with how far that was ahead of universal time then:
/// what was minuted afterwards was stamped by the clock of another season.
fn moment(at: Stamp) -> Value {
    json!(on_the_wall(at.naive_local()))
}

/// A vote's count, by the names of a decision's `vote`.
fn count(vote: &crate::model::Vote) -> Value {
    json!({
        "for": vote.in_favour,
        "against": vote.against,
        "abstained": vote.abstained,
        "not_voting": vote.entitled.map(|_| vote.silent()),
        "method": vote.method,
        "casting": vote.casting,
    })
}
