//! Tests of the whole program and of what it makes.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod afoot;
mod afterwards;
mod again;
mod behind;
mod business;
mod calendar;
mod command;
mod confirming;
mod counts;
mod editions;
mod exclusion;
mod follow_up;
mod force;
mod formats;
mod gaps;
mod imports;
mod interests;
mod invariants;
mod journal;
mod later;
mod orders;
mod parts;
mod procedure;
mod quorum;
mod readiness;
mod readme;
mod redaction;
mod resumed;
mod revision;
mod rules;
mod screens;
mod secrets;
mod spoken;
mod support;
mod terminal;
mod thread;
mod tidy;
mod times;
mod told;
mod votes;
mod worked;
