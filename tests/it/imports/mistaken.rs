//! What a table prints that is easily taken for something else.

use minutebook::import::PaperKind;
use minutebook::model::{Record, Role, SeatStatus};

use super::{counted, read, rows};

#[test]
fn what_a_log_prints_in_another_column_is_no_heading_of_what_follows() {
    let log = "Action,Owner,Status\nPublish register,Ann Lee,Completed\n,,Completed 20 Feb 2026\n\
        Train members,Ann Lee,On hold\n";
    let found = read("log.csv", log.as_bytes(), PaperKind::Actions);
    assert_eq!(counted(&found, ["complete"]), [1]);
    assert_eq!(counted(&found, ["open"]), [1]);
}

#[test]
fn a_row_of_what_is_aimed_at_gives_no_result() {
    let sheet = "Partnership,Measure,,Q1 2026/27,Q2 2026/27\nClean Group,Recycling rate,Target,52,53\n\
        Clean Group,Recycling rate,Actual,51.2,53.6\n";
    let found = read("targets.csv", sheet.as_bytes(), PaperKind::Targets);
    let values: Vec<String> = rows(&found)
        .iter()
        .filter_map(|row| {
            if let Record::TargetResult(result) = row { Some(result.value.clone()) } else { None }
        })
        .collect();
    assert_eq!(values, ["51.2", "53.6"]);
}

#[test]
fn a_row_that_adds_up_the_others_is_no_partnership() {
    for total in ["County total", "Combined", "All partnerships", "Overall total"] {
        let sheet = format!(
            "Partnership,Total,On track,Off track\nGrowth Board,10,7,3\nAgeing Well Board,8,5,3\n{total},18,12,6\n"
        );
        let found = read("counts.csv", sheet.as_bytes(), PaperKind::Auto);
        assert_eq!(counted(&found, ["new partnerships"]), [2], "{total}");
    }
    let named = "Partnership,Total,On track,Off track\nCombined Authority,10,7,3\nAgeing Well Board,8,5,3\n";
    let found = read("counts.csv", named.as_bytes(), PaperKind::Auto);
    assert_eq!(counted(&found, ["new partnerships"]), [2], "a name may begin like a sum");
}

#[test]
fn a_schedule_may_call_who_answers_by_the_sort_of_body_it_is() {
    for sort in ["Sub-group", "Programme board", "Forum", "Workstream"] {
        let paper = format!(
            "# Health Partnership: review\n\n| {sort} | Performance | Response |\n|---|---|---|\n\
             | Best Start | 4 targets: 3 on track, 1 off track | Strategy by June 2026 |\n\
             | Carers | 5 targets, all on track | None |\n"
        );
        let found = read("schedule.md", paper.as_bytes(), PaperKind::Auto);
        assert_eq!(counted(&found, ["new partnerships"]), [2], "{sort}");
    }
}

#[test]
fn who_is_to_answer_is_no_answer() {
    let paper = "Partnership,Performance,Response,Response owner,Response due\n\
        Transport Partnership,Buses are late,Ask operators for data,Colin Darcy,14 Dec 2026\n";
    let found = read("schedule.csv", paper.as_bytes(), PaperKind::Schedule);
    assert_eq!(counted(&found, ["responses"]), [1]);
}

#[test]
fn a_cell_of_a_table_of_seats_may_name_several() {
    let list = "Membership of the Vale Board\n\nOrganisation,Seats,Members\nCouncil,3,\"Bob Cole, Dee Fox and Eva Gill\"\n\
        Church,1,Revd Nan Orr / Fr Pat Quin (alternating)\nPolice,1,Supt Hal Ivy (sub: Insp Joy Kerr)\n\
        Fire,1,vacant (Len May retired)\nParishes,1,Olu Adebayo\n";
    let found = read("members.csv", list.as_bytes(), PaperKind::Members);
    let mut names: Vec<&str> = rows(&found)
        .iter()
        .filter_map(
            |row| if let Record::Person(one) = row { Some(one.family.as_str()) } else { None },
        )
        .collect();
    names.sort_unstable();
    assert_eq!(names, ["Adebayo", "Cole", "Fox", "Gill", "Ivy", "Orr", "Quin"]);
    let vacant =
        |row: &&Record| matches!(row, Record::Seat(seat) if seat.status == SeatStatus::Vacant);
    assert_eq!(rows(&found).iter().filter(vacant).count(), 1);
}

#[test]
fn those_who_only_attend_or_stand_in_are_no_members() {
    let paper = "# The Hospice Charity\n\n## Board of Trustees (as at 1 July 2026)\n\n| Trustee | Office |\n|---|---|\n\
        | Judith Carrow | Chair |\n| Anil Deshpande | Treasurer |\n\n### In attendance\n\n| Name | Post |\n|---|---|\n\
        | Lucy Farrant | Chief Executive |\n\n### Substitutes\n\n| Name | Post |\n|---|---|\n| Gail Holloway | Reserve |\n";
    let found = read("members.md", paper.as_bytes(), PaperKind::Members);
    let places: Vec<(Role, bool)> = rows(&found)
        .iter()
        .filter_map(|row| {
            if let Record::Appointment(one) = row { Some((one.role, one.voting)) } else { None }
        })
        .collect();
    assert_eq!(places, [(Role::Chair, true), (Role::Member, true), (Role::Invitee, false)]);
    let bodies = rows(&found).iter().filter_map(|row| {
        if let Record::Body(body) = row { Some(body.name.as_str()) } else { None }
    });
    assert_eq!(bodies.collect::<Vec<_>>(), ["Board of Trustees"]);
    let groups = "# Planning Committee\n\n| Conservative (1) | Labour (2) |\n|---|---|\n| A. Fothergill (Chairman) | S. Begum |\n| | D. Kaur |\n\n\
        ## Substitutes\n\n| Conservative | Labour |\n|---|---|\n| G. Holloway | N. Achebe |\n";
    let found = read("members.md", groups.as_bytes(), PaperKind::Members);
    assert_eq!(counted(&found, ["appointments"]), [3]);
    let both = "# Vale Board\n\nMembers:\n\nLabour: A Bell, T Hart\n\nGreen: S Orr, L Fox\n\n## In attendance\n\n\
        | Name | Post |\n|---|---|\n| Lucy Farrant | Chief Executive |\n";
    let found = read("members.md", both.as_bytes(), PaperKind::Members);
    let votes =
        rows(&found).iter().filter(|row| matches!(row, Record::Appointment(one) if one.voting));
    assert_eq!(votes.count(), 4, "those listed beside such a table are members");
}

#[test]
fn a_day_that_a_line_parts_from_its_year_is_the_meetings() {
    let paper = "     HARCOMBE PARISH COUNCIL\n\n  Minutes of the Meeting of the Council held on Monday 9th September\n\
        \x20          2024 at 7.30pm in the Hall\n\nPresent: Cllrs J Harkness (Chairman), P Bundock and R Purkiss.\n\n\
        1. Apologies\nNone.\n\n2. Minutes\nThe minutes of 8th July 2024 were agreed.\n\n3. Close\nEnded.\n";
    let found = read("m.txt", paper.as_bytes(), PaperKind::Minutes);
    let day = rows(&found)
        .iter()
        .find_map(|row| if let Record::Meeting(held) = row { Some(held.date) } else { None });
    assert_eq!(day, Some(super::day(2024, 9, 9)));
}

#[test]
fn a_long_list_of_those_present_is_no_sentence_and_the_word_decision_heads_what_was_decided() {
    let paper = "# Housing Committee\n\n10.00am, Thursday 29 August 2024\n\nPresent\n\n\
        Councillors Meikle (Convener), Urquhart, Abernethy, Dalgleish, Gillies and Rennie (substituting for Councillor Sneddon).\n\n\
        ## 1. Garden waste\n\nAn update was given.\n\nDecision\n\n1) To note the report.\n\n2) To ask for a briefing note.\n\n\
        ## 2. Parks\n\nTold.\n\n## 3. Close\n\nEnded.\n";
    let found = read("m.md", paper.as_bytes(), PaperKind::Minutes);
    assert_eq!(counted(&found, ["present", "decisions"]), [6, 2]);
    let presides = |row: &&Record| matches!(row, Record::Presiding(_));
    assert_eq!(rows(&found).iter().filter(presides).count(), 1);
}
