//! The digest a document carries, so that it can be checked against the book.

use std::fmt::Write as _;

use serde::Serialize;
use sha2::{Digest as _, Sha256};

use super::sift::Sifted;
use crate::model::{ActionStatus, DecisionStatus, PersonId, Sitting, Update};

/// Lines of canonical text: what each row is, and the row as JSON.
///
/// Rows are written in the order of the record, their fields in the order of the
/// model, so the same record always gives the same text.
#[derive(Default)]
pub(super) struct Canon(Sha256);

impl Canon {
    /// Adds one row. A value that JSON cannot hold adds its name alone.
    pub(super) fn add(&mut self, what: &str, row: &impl Serialize) -> &mut Self {
        let row = serde_json::to_string(row).unwrap_or_default();
        for part in [what, "\t", &row, "\n"] {
            self.0.update(part);
        }
        self
    }

    /// Adds several rows of a kind.
    pub(super) fn add_all<T: Serialize>(&mut self, what: &str, rows: &[T]) -> &mut Self {
        for row in rows {
            self.add(what, row);
        }
        self
    }

    /// SHA-256 of the text, in hex.
    pub(super) fn digest(&self) -> String {
        let mut hex = String::with_capacity(64);
        for byte in self.0.clone().finalize() {
            let _ = write!(hex, "{byte:02x}");
        }
        hex
    }
}

/// The digest of a meeting's record, as its audience may see it.
///
/// It covers what was said, done and decided, and by whom. How far a decision or
/// an action has gone since is left out, as are other meetings, so that the
/// digest of signed minutes stays as it is.
pub(super) fn of_record(sitting: &Sifted<Sitting>) -> String {
    let mut canon = Canon::default();
    canon.add("audience", &sitting.audience());
    heading(&mut canon, sitting);
    canon
        .add("minutes", &sitting.meeting.minutes)
        .add("began", &sitting.meeting.began_at)
        .add("ended", &sitting.meeting.ended_at)
        .add("signed", &(&sitting.meeting.signed_by, sitting.meeting.signed_on));
    for item in &sitting.items {
        canon.add("item", item);
    }
    canon
        .add_all("attendance", &sitting.attendance)
        .add_all("movement", &sitting.movements)
        .add_all("presiding", &sitting.presiding)
        .add_all("adjournment", &sitting.adjournments)
        .add_all("interest", &sitting.interests)
        .add_all("minute", &sitting.minutes)
        .add_all("motion", &sitting.motions)
        .add_all("vote", &sitting.votes)
        .add_all("ballot", &sitting.ballots)
        .add_all("correction", &sitting.corrections)
        .add_all("addendum", &sitting.addenda)
        .add_all("call-in", &sitting.call_ins);
    for (item, plan) in &sitting.promises {
        canon.add("promise", &(item, &plan.topic, &plan.wanted_by, plan.due));
    }
    for decision in &sitting.decisions {
        let mut decision = decision.clone();
        decision.status = DecisionStatus::Made;
        canon.add("decision", &decision);
    }
    for action in &sitting.actions {
        let mut action = action.clone();
        action.status = ActionStatus::Open;
        action.due = sitting.due_here(&action);
        // A day is as it was given, in whichever words.
        if action.due.is_some() {
            action.due_text.clear();
        }
        canon.add("action", &action);
    }
    let here = |update: &&Update| update.meeting.as_ref() == Some(&sitting.meeting.id);
    for update in sitting.updates.iter().filter(here) {
        canon.add("update", update);
    }
    let named = |id: &PersonId| sitting.attendance_of(id).is_some() || owns(sitting, id);
    for person in sitting.people.iter().filter(|person| named(&person.id)) {
        canon.add("person", person);
    }
    canon.digest()
}

/// The digest of an agenda, as its audience may see it: what was to be taken,
/// and nothing of what came of it.
pub(super) fn of_agenda(sitting: &Sifted<Sitting>) -> String {
    let mut canon = Canon::default();
    canon.add("audience", &sitting.audience());
    heading(&mut canon, sitting);
    for item in &sitting.items {
        let asked = (&item.paper, &item.report_by, &item.recommendation, &item.urgent_reason);
        let asked = (asked, &item.deferred_from);
        canon.add("item", &(&item.id, &item.number, &item.title, item.kind, asked, &item.exempt));
    }
    canon.add_all("addendum", &sitting.addenda);
    for action in sitting.outstanding.iter().filter(|action| action.status.is_live()) {
        canon.add("outstanding", &(&action.id, &action.text, &action.owner, action.due));
    }
    canon.digest()
}

fn owns(sitting: &Sitting, person: &PersonId) -> bool {
    sitting.actions.iter().any(|a| a.owner.as_ref() == Some(person) || a.support.0.contains(person))
}

/// The body and the meeting, by what their papers are headed with.
pub(super) fn heading(canon: &mut Canon, sitting: &Sitting) {
    let (body, meeting) = (&sitting.body, &sitting.meeting);
    canon
        .add("body", &(&body.id, &body.code, &body.name, &body.authority, body.house_style))
        .add("meeting", &(&meeting.id, meeting.number, &meeting.title, meeting.kind))
        .add("held", &(meeting.date, meeting.start, &meeting.place));
}
