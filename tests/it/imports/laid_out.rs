//! Schedules, agendas, members and targets as officers lay them out.

use minutebook::import::{Known, PaperKind};
use minutebook::model::{PartnershipId, PersonId, Record, Role, TargetStatus};

use super::{Found, counted, day, meeting, nothing, read, read_knowing, rows};

/// The partnerships of a schedule, with the periods of their figures.
fn partnerships(found: &Found) -> Vec<(&str, &str)> {
    let period = |id: &PartnershipId| {
        rows(found).iter().find_map(|row| match row {
            Record::Summary(summary) if summary.partnership == *id => Some(&*summary.period),
            _ => None,
        })
    };
    let named = rows(found).iter().filter_map(|row| match row {
        Record::Partnership(row) => Some((&*row.name, period(&row.id).unwrap_or_default())),
        _ => None,
    });
    named.collect()
}

#[test]
fn who_chairs_a_partnership_is_none_and_one_of_which_nothing_is_said_is() {
    let paper = "# Governance schedule\n\nAs at 30 June 2026\n\n## Safer Vale Partnership\n\n\
        Chair: Maya Thorn\n\n| Performance (Q1 2026/27) | Response |\n|---|---|\n\
        | 5 targets: 3 on track, 2 off track. | Noted. |\n\
        | **Working as a partnership** | |\n| Attendance is poor. | To be raised. |\n\n\
        ## Vale Children's Trust\n\n| Performance (Q4 2025/26) | Response |\n|---|---|\n\
        | 4 targets: 4 on track, 0 off track. | None. |\n\n\
        ## Culture Forum\n\nNo report received.\n";
    let found = read("schedule.md", paper.as_bytes(), PaperKind::Auto);
    let named = [
        ("Safer Vale Partnership", "Q1 2026/27"),
        ("Vale Children's Trust", "Q4 2025/26"),
        ("Culture Forum", ""),
    ];
    assert_eq!(partnerships(&found), named);
    assert!(!rows(&found).iter().any(|row| matches!(row, Record::Meeting(_))));
    assert_eq!(counted(&found, ["partnership working"]), [1]);
}

/// The items of an agenda: number, title and who leads.
fn agenda(items: &str) -> Vec<(String, String, String)> {
    let paper = format!(
        "Vale Partnership Board\n\nAgenda for Friday 2 October 2026 at 2.00 pm in the Jubilee Room\n\n{items}"
    );
    let found = read("agenda.txt", paper.as_bytes(), PaperKind::Auto);
    let items = rows(&found).iter().filter_map(|row| match row {
        Record::Item(item) => {
            Some((item.number.clone(), item.title.clone(), item.report_by.clone()))
        }
        _ => None,
    });
    items.collect()
}

#[test]
fn an_agenda_in_columns_that_nothing_heads_is_read_by_what_they_hold() {
    let items = agenda(
        "14:00  1  Welcome and introductions               Chair\n\
         14:15  2  Discharge to assess: options            Dr P Lowe      DECISION    Paper 1\n\
         15:05     Break\n15:15  3  Dashboard                               K Singh\n",
    );
    let read: Vec<(&str, &str, &str)> =
        items.iter().map(|(number, title, lead)| (&**number, &**title, &**lead)).collect();
    assert_eq!(
        read,
        [
            ("1", "Welcome and introductions", "Chair"),
            ("2", "Discharge to assess: options", "Dr P Lowe"),
            ("3", "Dashboard", "K Singh"),
        ]
    );
}

#[test]
fn an_agenda_in_roman_numbers_keeps_the_parts_that_are_lettered() {
    let items = agenda(
        "I.    Apologies\nII.   Notes\nIII.  Reports\n      A. Safer Vale\n      B. Trust\nIV.   Plan\n",
    );
    let numbers: Vec<&str> = items.iter().map(|(number, ..)| &**number).collect();
    assert_eq!(numbers, ["1", "2", "3", "3A", "3B", "4"]);
}

/// The people appointed, each with the role and whether they vote.
fn appointed(found: &Found) -> Vec<(String, Role, bool)> {
    let name = |id: &PersonId| {
        rows(found).iter().find_map(|row| match row {
            Record::Person(person) if person.id == *id => Some(person.plain()),
            _ => None,
        })
    };
    let places = rows(found).iter().filter_map(|row| match row {
        Record::Appointment(place) => Some((name(&place.person)?, place.role, place.voting)),
        _ => None,
    });
    places.collect()
}

#[test]
fn a_list_of_members_says_who_votes_who_presides_and_which_place_is_vacant() {
    let paper = "VALE GROWTH BOARD - LIST OF MEMBERS (as at 1 May 2026)\n\nVoting members\n  \
        Cllr Susan Mbeki, Leader, Vale County Council (Chair)\n  Cllr Alan Poole, Leader, Thorn District Council\n\n\
        Non-voting members\n  Mr Desmond Fairley (Homes England)\n  vacant - Environment Agency\n\n\
        Officers supporting the Board\n  Carole Lintott, Programme Director\n";
    let found = read("members.txt", paper.as_bytes(), PaperKind::Auto);
    let people = [
        ("Susan Mbeki", Role::Chair, true),
        ("Alan Poole", Role::Member, true),
        ("Desmond Fairley", Role::Member, false),
        ("Carole Lintott", Role::Officer, false),
    ];
    assert_eq!(appointed(&found), people.map(|(name, role, votes)| (name.to_owned(), role, votes)));
    assert_eq!(counted(&found, ["vacancies"]), [1]);
}

#[test]
fn a_cell_may_name_two_people_and_a_row_nobody() {
    let paper = "Vale Board membership\nName,Role on Board,Representing\n\
        Cllr Ada Finch (Chair); Tom Reed,,Wexcombe Council\nAnn Lee and Bob Dee,Member,Voluntary Action\n\
        ,Member,VACANCY - Vale Forum\n,Member,Police\n";
    let found = read("members.csv", paper.as_bytes(), PaperKind::Auto);
    assert_eq!(counted(&found, ["people", "vacancies"]), [4, 1]);
    assert!(super::told(&found, "", "names nobody, and was not read in: “Member”"));
}

#[test]
fn a_column_headed_by_a_quarter_may_say_how_a_target_stood() {
    let paper = "Partnership,Target,Lead officer,Q1 2026/27,Q2 2026/27\n\
        Health Board,Reduce smoking to 12%,Dr Amy Cole,On track,Off track\n\
        Rural Forum,Broadband for 98%,Ben Yates,On target,N/A\n";
    let found = read("targets.csv", paper.as_bytes(), PaperKind::Auto);
    let stood: Vec<TargetStatus> = rows(&found)
        .iter()
        .filter_map(|row| match row {
            Record::TargetResult(result) => Some(result.status),
            _ => None,
        })
        .collect();
    let [on, off] = [TargetStatus::OnTrack, TargetStatus::OffTrack];
    assert_eq!(stood, [on, off, on]);
}

#[test]
fn the_numbers_of_a_log_are_kept_and_the_day_on_which_a_thing_was_done() {
    let on = meeting(day(2026, 5, 20));
    let known = Known { meeting: Some(&on), ..nothing() };
    let paper = "Ref,Minute,Action,Owner,Due,Status,Completed on\n\
        GB001,6(b),Circulate the pipeline,Ann Lee,31/01/2026,Complete,28/01/2026\n\
        A/26/14,4,Write to all,Bob Dee,30/06/2026,Open,\n";
    let found = read_knowing("log.csv", paper.as_bytes(), PaperKind::Actions, &known);
    let texts: Vec<&str> = rows(&found)
        .iter()
        .filter_map(|row| match row {
            Record::Action(action) => Some(&*action.text),
            _ => None,
        })
        .collect();
    assert!(texts[0].ends_with("(numbered in its log: GB001)"), "{texts:?}");
    assert!(!texts[1].contains("numbered in its log"), "{texts:?}");
    let done = rows(&found).iter().find_map(|row| match row {
        Record::Update(update) => Some((&*update.text, update.at.date_naive())),
        _ => None,
    });
    assert_eq!(done, Some(("Done, by the log", day(2026, 1, 28))));
}
