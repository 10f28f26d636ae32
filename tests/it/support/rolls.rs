//! Invented rolls of meetings, by organisation.

use minutebook::rules::engagement::{Engagement, Filled, Place, Taken, engagement as engaged};

use super::blank::day;

/// Two organisations at two meetings, and a third that is on record for what it was given to
/// do under exempt business alone.
pub(crate) fn engagement() -> Engagement {
    let place = |month: u32, name: &str, organisation: &str, filled: Filled| Place {
        day: day(2026, month, 14),
        code: "PS".into(),
        person: name.into(),
        name: name.into(),
        organisation: organisation.into(),
        sector: if organisation == "Shire" { "local government" } else { "health" }.into(),
        filled,
        mandated: (filled == Filled::Came).then_some(month == 4),
    };
    let places = [
        place(4, "K. Oduya", "Shire", Filled::Came),
        place(4, "H. Strand", "Shire", Filled::Substituted),
        place(6, "K. Oduya", "Shire", Filled::Came),
        place(6, "H. Strand", "Shire", Filled::Absent),
        place(6, "J. Vane", "Northwold Trust", Filled::Apologies),
    ];
    let given = |organisation: &str, sector: &str, exempt: bool| Taken {
        organisation: organisation.into(),
        sector: sector.into(),
        done: true,
        exempt,
    };
    let taken = [
        given("Shire", "local government", false),
        given("Shire", "local government", true),
        given("Quiet Lettings", "property", true),
    ];
    engaged(&places, &taken)
}
