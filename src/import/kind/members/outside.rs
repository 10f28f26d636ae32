//! Appointments to other organisations, which a list of members may give as well.

use super::super::super::words::column::Column;
use super::super::super::words::name::Name;
use super::super::Desk;
use super::super::table::Record;
use super::Members;
use super::word::brackets;

impl Members {
    /// A row of an organisation and those appointed to it.
    pub(super) fn outside(&mut self, desk: &mut Desk<'_>, record: &Record<'_>) {
        let place = record.place().to_owned();
        let organisation = record.get(Column::Organisation);
        if organisation.is_empty() {
            return;
        }
        desk.report.count("organisations", 1);
        self.folk.organisation(desk, &organisation, "", &place);
        for said in record.lines(Column::Person) {
            desk.report.count("appointments", 1);
            desk.report.fact(place.clone(), format!("{organisation}: {said}"));
            let (name, _) = brackets(&said);
            let name = name
                .split(" Substantive")
                .next()
                .unwrap_or(&name)
                .split(" Substitute")
                .next()
                .unwrap_or(&name)
                .trim()
                .to_owned();
            if Name::of(&name).title.starts_with("Councillor")
                && name.split_whitespace().count() <= 4
            {
                desk.report.count("councillors", 1);
                self.folk.person(desk, &name, None, &place);
            } else {
                desk.report.count("offices", 1);
            }
        }
    }
}
