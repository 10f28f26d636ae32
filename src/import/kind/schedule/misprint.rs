//! What is wrong in how a row of a schedule is printed.

use crate::model::{EditionId, Misprint, MisprintId, MisprintKind, PartnershipId};

/// A row with neither of its headings, which is a gap of form.
pub(super) fn headless(edition: &EditionId, partnership: &PartnershipId) -> Misprint {
    Misprint {
        id: MisprintId(format!("{edition}-{partnership}-headings")),
        edition: edition.clone(),
        partnership: partnership.clone(),
        kind: MisprintKind::Headings,
        text: "The paper prints this row without its Performance and Response headings.".into(),
    }
}
