//! Tests of the whole program and of what it makes.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod adjournments;
mod after_the_meeting;
mod business;
mod calendar;
mod command;
mod confirming;
mod counts;
mod editions;
mod engagement;
mod exclusion;
mod follow_up;
mod force;
mod formats;
mod gaps;
mod imports;
mod interests;
mod invariants;
mod journal;
mod later_meetings;
mod lines;
mod out_of_order;
mod parts;
mod procedure;
mod put;
mod put_down_late;
mod put_off;
mod quorum;
mod readiness;
mod readme;
mod redaction;
mod revision;
mod rules;
mod said_again;
mod same_meeting;
mod screens;
mod secrets;
mod support;
mod terminal;
mod thread;
mod tidy;
mod times;
mod votes;
mod warnings;
mod worked;
