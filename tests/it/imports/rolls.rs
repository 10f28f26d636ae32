//! Who came, as minutes list them, and what lines beside the minutes give out.

use minutebook::import::{Known, PaperKind};
use minutebook::model::{AttendanceStatus, Person, PersonId, Record};

use super::{counted, nothing, read, read_knowing, rows, told};

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

/// What is told of minutes with `roll` for who was there.
fn came_in(roll: &str) -> String {
    let paper = format!(
        "# Rivers Board\n\nMinutes of 3 May 2026\n\n{roll}\n\n## 1. Floods\n\nNoted.\n\n## 2. Locks\n\nNoted.\n"
    );
    format!("{:?}", read("minutes.md", paper.as_bytes(), PaperKind::Minutes).report)
}

/// Minutes with `roll` for who was there.
fn rolled(roll: &str) -> Vec<(String, AttendanceStatus)> {
    came(&format!(
        "# Rivers Board\n\nMinutes of the meeting held on 3 May 2026\n\n{roll}\n\n## 1. Floods\n\nAGREED to act.\n"
    ))
}

#[test]
fn a_table_of_attendees_says_of_each_what_its_own_row_says() {
    use AttendanceStatus::{Absent, Apologies, Present};
    let told = rolled(
        "| Attendee | Role | Status |\n|---|---|---|\n| Cllr Robin Vale | Chair | Present |\n| Cllr Xan York | Committee Member | Apologies |\n| Cllr Zoe Abbot | Committee Member | Absent |\n| Lee Orme | Officer | In attendance |",
    );
    let statuses: Vec<_> = told.iter().map(|(_, status)| *status).collect();
    assert_eq!(statuses, [Present, Apologies, Absent, Present], "{told:?}");
}

#[test]
fn who_presides_may_be_said_behind_where_they_come_from() {
    let told = came_in("Present:\nCllr Robin Vale (Hill Borough Council) (Chair)\nJo Marsh (JM)");
    assert!(told.contains("Cllr Robin Vale, in the chair"), "{told}");
    assert!(!told.contains("was not read in"), "{told}");
}

#[test]
fn a_table_whose_people_have_no_heading_makes_nobody_of_its_headings() {
    let told =
        rolled("| Invitation | Role | Status |\n|---|---|---|\n| Sent | Chair | Apologies |");
    assert!(told.is_empty(), "{told:?}");
}

#[test]
fn two_names_joined_by_an_ampersand_are_two_people() {
    let told = rolled("Present: Cllrs P Coombe, S Dacre & T Eveleigh");
    assert_eq!(told.len(), 3, "{told:?}");
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
    is(
        minutes("Present: Ann Bell\n\nApologies: Carl Hart \u{2013} Tom Moss attending"),
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

#[test]
fn minutes_that_say_otherwise_than_the_book_are_told_of_and_change_nothing() {
    let minutes = |roll: &str, decision: &str| {
        format!(
            "# Rivers Board\n\nMinutes of the meeting held on 3 May 2026\n\n{roll}\n\n## 1. Floods\n\nRESOLVED that {decision}\n"
        )
    };
    let first = minutes("Present: Ann Bell, Carl Hart", "the weir be mended (2 for, 0 against).");
    let found = read("minutes.md", first.as_bytes(), PaperKind::Minutes);
    let (bodies, meetings, items) = (all!(&found, Body), all!(&found, Meeting), all!(&found, Item));
    let (people, attendance, votes) =
        (all!(&found, Person), all!(&found, Attendance), all!(&found, Vote));
    let (written, decisions) = (all!(&found, Minute), all!(&found, Decision));
    let busy: Vec<_> = items.iter().map(|item| item.id.clone()).collect();
    let known = Known {
        bodies: &bodies,
        meetings: &meetings,
        items: &items,
        people: &people,
        attendance: &attendance,
        minutes: &written,
        busy: &busy,
        decisions: &decisions,
        votes: &votes,
        ..nothing()
    };
    let again =
        |text: &str| read_knowing("minutes.md", text.as_bytes(), PaperKind::Minutes, &known);
    let same = again(&first);
    assert!(same.entry.is_none() && same.report.hindrance.is_none());
    let counted = again(&minutes("Present: Ann Bell", "the weir be mended (1 for, 1 against)."));
    assert!(told(&counted, "", "counts the votes otherwise"));
    assert!(told(&counted, "the roll", "Carl Hart was there"));
    let other = again(&minutes("Present: Ann Bell, Carl Hart", "the weir be sold."));
    assert!(told(&other, "", "a decision that the book has not"));
    assert!(told(&other, "", "a decision that this paper has not"));
    assert!(other.entry.is_none() && other.report.hindrance.is_some());
}

#[test]
fn whoever_is_said_to_have_no_vote_has_none() {
    let list = "# Fell Partnership Board\n\nMembership\n\n| Name | Organisation | Role |\n|---|---|---|\n\
                | Lee Aston | Fell Council | Chair |\n| Pat Dow | Union | Member (non-voting) |\n\
                | Sam Roe | Union | Member |\n";
    let found = read("members.md", list.as_bytes(), PaperKind::Members);
    let votes: Vec<bool> = all!(&found, Appointment).iter().map(|place| place.voting).collect();
    assert_eq!(votes, [true, false, true]);
}

#[test]
fn a_councils_roll_names_its_mayor_everyone_after_and_and_no_crowd() {
    let minutes = "BOROUGH OF FELL\n\nCOUNCIL MEETING\n\nWednesday, 10 June 2026 at 7.00 p.m.\n\n\
                   PRESENT: The Mayor, Councillor Ann Bell (in the Chair); The Deputy Mayor, \
                   Councillor Carl Hart; and Councillors D. Moss, E. Tully and three residents.\n\n\
                   An apology for absence was received from Councillor V. Pell.\n\n\
                   31. MINUTES\n\nRESOLVED - That the minutes of the Council be approved.\n\n\
                   32. PARKS\n\nNothing was said.\n\n33. ROADS\n\nNothing was said.\n";
    let found = read("minutes.txt", minutes.as_bytes(), PaperKind::Minutes);
    let bodies: Vec<String> = all!(&found, Body).iter().map(|body| body.name.clone()).collect();
    assert_eq!(bodies, ["Council"]);
    let people: Vec<(String, String)> =
        all!(&found, Person).iter().map(|p| (p.family.clone(), p.post.clone())).collect();
    let people: Vec<(&str, &str)> = people.iter().map(|(n, p)| (n.as_str(), p.as_str())).collect();
    let offices = [("Bell", "Mayor"), ("Hart", "Deputy Mayor")];
    assert_eq!(people, [&offices[..], &[("Moss", ""), ("Tully", ""), ("Pell", "")]].concat());
    assert_eq!(counted(&found, ["present", "apologies"]), [4, 1]);
}

#[test]
fn minutes_may_be_numbered_by_letters_with_their_year() {
    let table = "# Fell Town Council\n\nMinutes of the meeting held on Monday 9 November 2026\n\n\
                 Present: Cllrs A Bell (Mayor) and C Hart\n\n| Minute | Business |\n|---|---|\n\
                 | FC26/101 | DECLARATIONS<br>None. |\n| FC26/102 | PARKS<br>Noted. |\n";
    let lines = "Fell Town Council\nMinutes of the meeting held on Monday 9 November 2026\n\n\
                 Present: Cllrs A Bell (Mayor) and C Hart\n\nFC26/101 DECLARATIONS\nNone.\n\n\
                 FC26/102 PARKS\nNoted.\n";
    for (name, paper) in [("minutes.md", table), ("minutes.txt", lines)] {
        let found = read(name, paper.as_bytes(), PaperKind::Minutes);
        let titles: Vec<String> = all!(&found, Item).iter().map(|i| i.title.clone()).collect();
        assert_eq!(titles, ["DECLARATIONS", "PARKS"], "{name}");
        let numbers: Vec<_> = all!(&found, Minute).iter().map(|minute| minute.number).collect();
        assert_eq!(numbers, [Some(101), Some(102)], "{name}");
    }
}

#[test]
fn a_title_before_several_names_is_that_of_those_who_have_another_as_well() {
    let paper = "# Vale Scrutiny Committee\n\nMinutes of the meeting held on 12 May 2026\n\nPresent: \
        Councillors Ann Bell, Mrs P. Hart and Dr S. Quill, Rev. T. Hale and Mr K. Oduya (Head of \
        Partnerships)\n\n## 1. Dogs\n\nNothing.\n";
    let found = read("minutes.md", paper.as_bytes(), PaperKind::Minutes);
    let people: Vec<String> = rows(&found)
        .iter()
        .filter_map(|row| match row {
            Record::Person(person) => Some(person.minuted()),
            _ => None,
        })
        .collect();
    let each = [
        "Councillor Ann Bell",
        "Councillor Mrs P. Hart",
        "Councillor Dr S. Quill",
        "Rev T. Hale",
        "Mr K. Oduya",
    ];
    assert_eq!(people, each);
}

#[test]
fn beside_ticks_a_cross_is_for_who_did_not_come_and_a_deputy_came_instead() {
    let paper = "# Kelder Safer Partnership\n\nNotes of the meeting held on 12 May 2026\n\n\
        | Name | Organisation | Attendance |\n|---|---|---|\n\
        | Ros Achterberg (Chair) | Kelderdale Council | \u{2713} |\n\
        | Saoirse Lanyon | Victim Support | x |\n\
        | Wilf Garroway | Fire & Rescue | Apologies (Ann Petch deputising) |\n\n## 1. Dogs\n\nNothing.\n";
    let found = read("notes.md", paper.as_bytes(), PaperKind::Minutes);
    assert_eq!(counted(&found, ["present", "apologies", "absent"]), [2, 1, 1]);
    let tied = rows(&found).iter().any(|row| match row {
        Record::Attendance(attendance) => attendance.in_place_of.is_some(),
        _ => false,
    });
    assert!(tied);
}

#[test]
fn an_interest_that_cannot_be_put_on_record_is_kept_in_words() {
    let paper = "# Resources Committee\n\nMinutes of the meeting held on 4 March 2025\n\n\
        Present: Cllr A Birdsall (Chair), Cllr M Toft\n\n## 1. Declarations of interest\n\n\
        | Councillor | Minute | Interest |\n|---|---|---|\n\
        | Cllr M Toft | RC/25/3 | owns adjoining land |\n\n## 2. Depot\n\nNoted.\n";
    let found = read("minutes.md", paper.as_bytes(), PaperKind::Minutes);
    assert!(told(&found, "Cllr M Toft", "kept in words"));
    let kept = rows(&found).iter().any(|row| match row {
        Record::Minute(minute) => {
            minute.text.contains("Toft declared an interest in RC/25/3: owns")
        }
        _ => false,
    });
    assert!(kept);
}

#[test]
fn a_substitute_named_in_brackets_came_instead() {
    for said in ["(substitute Cllr J Moxon)", "(Cllr J Moxon substituting)"] {
        let paper = format!(
            "# Resources Board\n\nMinutes of the meeting held on 4 March 2025\n\nPresent: Cllr A \
             Birdsall (Chair)\n\nApologies: Cllr P Lamb {said}, Cllr R Stote\n\n## 1. Budget\n\nNoted.\n"
        );
        let found = read("minutes.md", paper.as_bytes(), PaperKind::Minutes);
        assert_eq!(counted(&found, ["present", "apologies"]), [2, 2], "{said}");
        assert!(told(&found, "", "Moxon"), "{said}");
    }
}

#[test]
fn a_list_that_a_typist_broke_is_one_list_and_each_name_is_one_person() {
    use AttendanceStatus::{Apologies, Present};
    let roll = "Present: Councillors A. Bede (Chair), R. Orme,\nP. Vane, L. Nunn and\nJ. Okoro\n\
        Officers: Solicitor (Ms A. Marsh), Treasurer (P. Holt)\n\
        In attendance: Jo Hart (via Teams), Kim Oduya for items 2, 3 and 5, Sam Reed\n\
        Apologies: Councillors D. Reeve and Stone";
    let told = rolled(roll);
    let named = |status: AttendanceStatus| -> Vec<String> {
        told.iter().filter(|(_, s)| *s == status).map(|(name, _)| name.clone()).collect()
    };
    let came = named(Present).join(", ");
    assert_eq!(
        came,
        "Councillor A. Bede, Councillor R. Orme, Councillor P. Vane, Councillor L. Nunn, \
         Councillor J. Okoro, Ms A. Marsh, P. Holt, Jo Hart, Kim Oduya, Sam Reed"
    );
    assert_eq!(named(Apologies), ["Councillor D. Reeve", "Councillor Stone"]);
}

#[test]
fn a_table_of_apologies_says_who_came_instead_and_a_list_where_each_comes_from() {
    use AttendanceStatus::{Apologies, Present};
    let told = came(
        "# Rivers Board\n\nMinutes of the meeting held on 3 May 2026\n\n\
         Present:\nAnn Bell, Citizens Advice\nTom Hale, Age UK\nJo Marsh, Mercia Police (Chair)\n\n\
         ## 1. Apologies\n\n| Apology from | Temporary Appointment |\n|---|---|\n\
         | Councillor P. Vane | Councillor R. Solanki |\n| Councillor L. Reeve | \u{2013} |\n\n\
         ## 2. Floods\n\nAGREED to act.\n",
    );
    let named = |status: AttendanceStatus| -> Vec<String> {
        told.iter().filter(|(_, s)| *s == status).map(|(name, _)| name.clone()).collect()
    };
    assert_eq!(named(Present), ["Ann Bell", "Tom Hale", "Jo Marsh", "Councillor R. Solanki"]);
    assert_eq!(named(Apologies), ["Councillor P. Vane", "Councillor L. Reeve"]);
}
