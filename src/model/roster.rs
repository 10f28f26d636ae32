//! A body with its seats and those who have them.

use super::{Appointment, Body, Organisation, Person, Seat};

/// A body, as a register shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BodyLine {
    /// The body.
    pub body: Body,
    /// Its seats, where they are kept.
    pub seats: Vec<Seat>,
    /// Who has a place on it, with their names.
    pub members: Vec<(Appointment, Person)>,
    /// The organisations that they stand for.
    pub organisations: Vec<Organisation>,
}

impl BodyLine {
    /// The organisation that `person` stands for, if that is known.
    #[must_use]
    pub fn behalf_of(&self, person: &Person) -> Option<&Organisation> {
        self.organisations.iter().find(|of| person.organisation.as_ref() == Some(&of.id))
    }
}
