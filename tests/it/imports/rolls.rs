//! Who came, as minutes list them, and what lines beside the minutes give out.

use minutebook::import::PaperKind;
use minutebook::model::{AttendanceStatus, Person, PersonId, Record};

use super::{read, rows};

macro_rules! all {
    ($found:expr, $kind:ident) => {
        rows($found)
            .iter()
            .filter_map(|row| match row {
                Record::$kind(row) => Some(row.clone()),
                _ => None,
            })
            .collect::<Vec<_>>()
    };
}

/// Who came, and whether: the rows of attendance that `text` comes to.
fn came(text: &str) -> Vec<(String, AttendanceStatus)> {
    let found = read("minutes.md", text.as_bytes(), PaperKind::Minutes);
    let people = all!(&found, Person);
    let name = |id: &PersonId| people.iter().find(|p| p.id == *id).map(Person::minuted);
    let rows = all!(&found, Attendance);
    rows.into_iter().map(|row| (name(&row.person).unwrap_or_default(), row.status)).collect()
}

#[test]
fn tables_of_who_was_there_are_read_whatever_they_are_headed() {
    use AttendanceStatus::{Absent, Apologies, Present};
    let minutes = |roll: &str| {
        came(&format!(
            "# Rivers Board\n\nMinutes of the meeting held on 3 May 2026\n\n{roll}\n\n## 1. Floods\n\nAGREED to act.\n"
        ))
    };
    let is = |found: Vec<(String, AttendanceStatus)>, want: &[(&str, AttendanceStatus)]| {
        let found: Vec<_> = found.iter().map(|(name, status)| (name.as_str(), *status)).collect();
        assert_eq!(found, want);
    };
    is(
        minutes(
            "## Attendance\n\n| Name | Organisation | Present | Apologies |\n|---|---|---|---|\n| Ann Bell (Chair) | Trust | \u{2713} | |\n| Carl Hart | Police | | \u{2713} |",
        ),
        &[("Ann Bell", Present), ("Carl Hart", Apologies)],
    );
    is(
        minutes(
            "| Member | Attendance |\n|---|---|\n| Ann Bell | Present |\n| Carl Hart | Absent |",
        ),
        &[("Ann Bell", Present), ("Carl Hart", Absent)],
    );
    is(
        minutes(
            "**Present:**\n\n| | |\n|---|---|\n| Ms Ann Bell | Chair |\n| Mr Carl Hart | Chief Nurse (items 1 to 2) |",
        ),
        &[("Ms Ann Bell", Present), ("Mr Carl Hart", Present)],
    );
    is(
        minutes("Present: Ann Bell\n\nApologies: Carl Hart - represented by Tom Moss"),
        &[("Ann Bell", Present), ("Tom Moss", Present), ("Carl Hart", Apologies)],
    );
}

#[test]
fn what_a_line_beside_the_minute_gives_somebody_is_an_action() {
    let text = "# Rivers Board\n\nMinutes of the meeting held on 3 May 2026\n\nPresent: Ann Bell (AB), Carl Hart (CH)\n\n## 1. Floods\n\n**Action (CH):** mend the weir\n\nWeirs were seen. Publish the plan by 30 June 2026.\n\nACTION AB/CH\n";
    let found = read("minutes.md", text.as_bytes(), PaperKind::Minutes);
    let actions = all!(&found, Action);
    let said: Vec<(&str, bool, usize)> = actions
        .iter()
        .map(|action| (action.text.as_str(), action.owner.is_some(), action.support.0.len()))
        .collect();
    assert_eq!(said, [("mend the weir", true, 0), ("Publish the plan by 30 June 2026", true, 1)]);
}

#[test]
fn minutes_numbered_year_first_are_numbered_by_what_changes() {
    let text = "RIVERS COUNCIL\n\nMinutes of the meeting held on 12 January 2026\n\nPresent: Cllrs A Bell and C Hart\n\n026/01 Apologies\nNone.\n\n026/02 Finance\nRESOLVED that it be paid.\n";
    let found = read("minutes.txt", text.as_bytes(), PaperKind::Minutes);
    let numbers: Vec<Option<u32>> = all!(&found, Minute).iter().map(|m| m.number).collect();
    assert_eq!(numbers, [Some(1), Some(2)]);
}
