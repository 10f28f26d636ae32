//! What minutes and logs tell of others and in layouts of their own: nothing is taken for
//! what it is not, and nobody is lost.

use minutebook::import::PaperKind;
use minutebook::model::{
    ActionStatus, AttendanceStatus, Direction, MotionKind, MotionOutcome, Record,
};

use super::{Found, counted, read, rows, told};

/// Minutes of a scrutiny committee with this roll and business.
fn minutes(roll: &str, business: &str) -> Found {
    let paper = format!(
        "Vale Scrutiny Committee\n\nMinutes of the meeting held on Tuesday 4 November 2025 at 2.00 pm.\n\n\
         {roll}\n\n{business}"
    );
    read("minutes.txt", paper.as_bytes(), PaperKind::Auto)
}

const TWO: &str = "Present: Councillor Ann Marwood (Chair), Councillor Raj Patel";

/// The people of a paper, each with whether they came.
fn came(found: &Found) -> Vec<(String, AttendanceStatus)> {
    let name = |id: &str| {
        rows(found).iter().find_map(|row| match row {
            Record::Person(person) if person.id.as_str() == id => Some(person.plain()),
            _ => None,
        })
    };
    let came = rows(found).iter().filter_map(|row| match row {
        Record::Attendance(came) => Some((name(came.person.as_str())?, came.status)),
        _ => None,
    });
    came.collect()
}

fn names(found: &Found, status: AttendanceStatus) -> Vec<String> {
    came(found).into_iter().filter(|(_, came)| *came == status).map(|(name, _)| name).collect()
}

#[test]
fn what_others_decided_or_was_decided_before_is_no_decision_of_this_meeting() {
    for told in [
        "The officer explained that Cabinet RESOLVED on 1 October to close the centre.",
        "The Chair reminded members that Council AGREED a budget of two millions.",
        "The Director said the ICB REFUSED the bid.",
        "That the Forum had NOTED the plan was welcomed.",
        "Members heard that the Board had AGREED to fund a bus.",
    ] {
        let found = minutes(TWO, &format!("1. Day centre\n\n{told}\n\n2. Other\n\nNone.\n"));
        assert_eq!(counted(&found, ["decisions"]), [0], "{told}");
    }
    let own = "1. Plan\n\nThe Chair reported on it and it was RESOLVED that it be adopted.\n\n\
               2. Bus\n\nMembers AGREED to fund a bus.\n";
    assert_eq!(counted(&minutes(TWO, own), ["decisions"]), [2]);
}

#[test]
fn whoever_joined_from_afar_came() {
    use AttendanceStatus::{Apologies, Present};
    for heading in ["Also Present Virtually:", "Attending remotely:", "Joining online:"] {
        let roll = format!(
            "Present:\n\nCouncillor Ann Marwood (Chair)\n\nApologies for absence:\n\n\
             Councillor Tim Osley\n\n{heading}\n\nCouncillor Chris Brant, Portfolio Holder"
        );
        let found = minutes(&roll, "1. Minutes\n\nAGREED: that they be approved.\n");
        assert_eq!(names(&found, Apologies), ["Tim Osley"], "{heading}");
        assert_eq!(names(&found, Present), ["Ann Marwood", "Chris Brant"], "{heading}");
    }
}

#[test]
fn people_are_read_whatever_stands_around_their_names() {
    use AttendanceStatus::Present;
    let business = "1. Plan\n\nAGREED: that it be adopted.\n";
    let found = minutes("PRESENT: Councillor D Coupar in the Chair", business);
    assert_eq!(names(&found, Present), ["D Coupar"]);
    let table = "# Vale Board\n\nMinutes of the meeting held on 4 November 2025\n\n\
                 | Present | | |\n|---|---|---|\n| Councillor | Adam Wilkins | Chair |\n\n\
                 1. Minutes\n\nAGREED: that they be approved.\n";
    let found = read("minutes.md", table.as_bytes(), PaperKind::Auto);
    assert_eq!(names(&found, Present), ["Adam Wilkins"]);
    let officers = format!(
        "{TWO}\n\nIn attendance: Helen Strand (Director of Public Health)\nUna Bright (Solicitor)\n\
         Jane Fox (Clerk)"
    );
    let found = minutes(&officers, business);
    assert_eq!(names(&found, Present)[2..], ["Helen Strand", "Una Bright", "Jane Fox"]);
    let board = "Board Members Present:\nCllr Ann Marwood, Chair\nJo Sykes, Healthwatch Vale";
    assert_eq!(names(&minutes(board, business), Present), ["Ann Marwood", "Jo Sykes"]);
}

#[test]
fn apologies_are_found_under_whatever_the_item_for_them_is_called() {
    for title in ["To receive apologies", "Welcome and apologies", "Attendance and apologies"] {
        let business = format!(
            "1. {title}\nApologies were received from Cllr M Baker and Cllr J Ward.\n\n\
             2. Plan\nAGREED: that it be done.\n"
        );
        let found = minutes(TWO, &business);
        assert_eq!(names(&found, AttendanceStatus::Apologies).len(), 2, "{title}");
    }
}

#[test]
fn a_page_set_out_in_columns_gives_its_apologies_substitutes_actions_and_departures() {
    let page = "             VALE AND DOWNS COUNTY COUNCIL
         PARTNERSHIPS SCRUTINY COMMITTEE  (PS)

MINUTES of the meeting held on Tuesday 9 June 2026 at Shire House, Marlow Street,
commencing at 10.00 am and finishing at 12.10 pm

Present:
Voting Members:      Councillor R. Okonjo - in the chair
                     Councillor Miss P. Allardyce
Officers:
Whole of meeting     A. Penhale (Democratic Services)
                     K. Oduya (Head of Partnerships)
                     Una Bright (Solicitor)

31/26  APOLOGIES AND TEMPORARY APPOINTMENTS            (Agenda Item 1)
       Apology from                    Temporary appointment
       Councillor S. Quill             Councillor T. Brandreth
       Councillor V. Tarrant           -
       The quorum of three being exceeded, the meeting proceeded.

32/26  PLAN                                            (Agenda Item 2)
       AGREED: that the plan be adopted.
       ACTION A/26/14  Obtain response under (a).    K. Oduya      by 30 June 2026
       (2.40 pm: Councillor Allardyce left (another engagement).)
";
    let found = read("minutes.txt", page.as_bytes(), PaperKind::Auto);
    assert_eq!(names(&found, AttendanceStatus::Apologies), ["S. Quill", "V. Tarrant"]);
    assert!(names(&found, AttendanceStatus::Present).contains(&"T. Brandreth".to_owned()));
    let action = rows(&found).iter().find_map(|row| match row {
        Record::Action(action) => Some(action.clone()),
        _ => None,
    });
    let action = action.unwrap();
    assert_eq!(action.text, "Obtain response under (a)");
    assert_eq!((action.number, action.due), (14, Some(super::day(2026, 6, 30))));
    let left = rows(&found).iter().any(|row| match row {
        Record::Movement(moved) => {
            moved.direction == Direction::Out && moved.reason == "another engagement"
        }
        _ => false,
    });
    assert!(left, "{:?}", rows(&found));
}

#[test]
fn resolved_alone_over_its_parts_heads_them() {
    let business = "38. Report\n\nThe Committee considered a report.\n\nResolved\n\n\
        (1) That the report be noted.\n\n(2) That a note be provided.\n\n39. Work\n\nResolved\n\n\
        (1) That the programme be agreed.\n";
    assert_eq!(counted(&minutes(TWO, business), ["items", "decisions"]), [2, 3]);
}

#[test]
fn a_log_keeps_what_was_said_of_an_action_and_a_number_is_no_news() {
    let log = "# Quality Committee: Action Log\n\nAs at 12 November 2025\n\n**Open actions**\n\n\
        | Ref | Minute | Action | Lead | Due | Status |\n|---|---|---|---|---|---|\n\
        | 1 | 9 | Refresh it | Rob Elliot | 8 Oct 2025 | In progress – draft with the chair |\n\
        | 2 | 9 | Tell them | Rob Elliot | 8 Oct 2025 | Complete? Helen to check |\n\n\
        **Closed actions**\n\n\
        | Ref | Minute | Action | Lead | Due | Status |\n|---|---|---|---|---|---|\n\
        | 3 | 9 | Publish terms | Rob Elliot | 14 May 2025 | Approved in May |\n";
    let mut known = super::nothing();
    let meetings = [super::meeting(super::day(2025, 12, 4))];
    known.meetings = &meetings;
    known.meeting = meetings.first();
    let found = super::read_knowing("log.md", log.as_bytes(), PaperKind::Actions, &known);
    let status = rows(&found).iter().filter_map(|row| match row {
        Record::Action(action) => Some(action.status),
        _ => None,
    });
    assert_eq!(
        status.collect::<Vec<_>>(),
        [ActionStatus::InProgress, ActionStatus::Open, ActionStatus::Complete]
    );
    let said = rows(&found).iter().filter_map(|row| match row {
        Record::Update(update) => Some(update.text.as_str()),
        _ => None,
    });
    assert_eq!(
        said.collect::<Vec<_>>(),
        ["draft with the chair", "Complete? Helen to check", "Approved in May"]
    );
    assert!(told(&found, "", "Complete? Helen to check"), "the clerk is asked to look");
}

#[test]
fn what_an_agenda_recommends_without_a_colon_has_its_parts_and_a_part_left_out_is_no_end() {
    let agenda = "Vale Council\n\nCabinet\n\nAgenda for the meeting on Tuesday 16 December 2025\n\n\
        1. Apologies\n\n2. Report\n\nThe Cabinet is RECOMMENDED to\n\na) note it;\n\nb) approve it.\n\n\
        3. Planning:\n   3.1  Hazel Crescent\n   3.3  Bicester Road\n\n4. Close\n";
    let found = read("agenda.txt", agenda.as_bytes(), PaperKind::Agenda);
    let items = rows(&found).iter().filter_map(|row| match row {
        Record::Item(item) => Some((item.number.clone(), item.recommendation.clone())),
        _ => None,
    });
    let items: Vec<(String, String)> = items.collect();
    let numbers: Vec<&str> = items.iter().map(|(number, _)| number.as_str()).collect();
    assert_eq!(numbers, ["1", "2", "3", "3.1", "3.3", "4"]);
    assert_eq!(items[1].1, "to a) note it; b) approve it.");
}

#[test]
fn a_list_of_thousands_is_refused_before_it_is_looked_at() {
    let mut list = String::from("Name,Role,Organisation\n");
    for n in 0..2_500 {
        list.push_str(&format!("Person Number{n},Member,Council {n}\n"));
    }
    let read = minutebook::import::read(
        "members.csv",
        list.as_bytes(),
        PaperKind::Members,
        &super::nothing(),
        &mut minutebook::model::Mint::default(),
    );
    let why = read.err().map(|wrong| wrong.to_string()).unwrap_or_default();
    assert!(why.contains("a table has 2501 rows") && why.contains("2,000 of one kind"), "{why}");
}

#[test]
fn what_is_headed_as_the_next_item_is_no_part_of_the_resolution_before_it() {
    let business = "1. Apologies\n\nNone.\n\n2. Trees\n\nRESOLVED:\n\n1. that trees be planted;\n\
        2. that the Clerk report back.\n\n3. Grass\n\nThere was a long discussion.\n\n\
        4. Hedges\n\nThe Council resolved that:\n\n1. hedges be cut.\n2. birds be let be.\n\n\
        5. Bins\n\nRESOLVED:\n\n1. Buy a bin\n2. Empty it\n\n6. Close\n\nIt closed.\n";
    let found = minutes(TWO, business);
    let titles = rows(&found).iter().filter_map(|row| match row {
        Record::Item(item) => Some(item.title.as_str()),
        _ => None,
    });
    let titles: Vec<&str> = titles.collect();
    assert_eq!(titles, ["Apologies", "Trees", "Grass", "Hedges", "Bins", "Close"]);
    assert_eq!(counted(&found, ["decisions"]), [6]);
}

#[test]
fn an_item_put_off_has_the_decision_that_it_was() {
    let business = "1. Plan\n\nDEFERRED to 2 December 2025, the survey being late.\n\n2. Close\n\nIt closed.\n";
    let found = minutes(TWO, business);
    let decided = rows(&found).iter().find_map(|row| match row {
        Record::Decision(decision) => Some(decision.clone()),
        _ => None,
    });
    let decided = decided.unwrap();
    assert_eq!(
        (decided.to_whom.as_str(), decided.text.as_str()),
        ("2 December 2025", "the survey being late")
    );
}

#[test]
fn what_was_moved_about_how_to_go_on_is_told_from_what_it_was_about() {
    let found = minutes(
        TWO,
        "1. Fares\n\nCouncillor Marwood moved and Councillor Patel seconded that fares rise.\n\n\
         Councillor Patel moved and Councillor Marwood seconded that the question be now put. \
         Two voted for, none against. The motion was carried.\n\n\
         The motion was put and lost.\n",
    );
    let motions: Vec<(MotionKind, MotionOutcome)> = rows(&found)
        .iter()
        .filter_map(|row| match row {
            Record::Motion(motion) => Some((motion.kind, motion.outcome)),
            _ => None,
        })
        .collect();
    assert_eq!(
        motions,
        [
            (MotionKind::Original, MotionOutcome::Lost),
            (MotionKind::Procedural, MotionOutcome::Carried)
        ]
    );
}

#[test]
fn a_line_with_a_tab_is_a_line_and_a_table_that_is_not_read_is_told() {
    let paper =
        "Vale Board\nAgenda\nTuesday 9 June 2026\n\n1. Apologies\n2. Budget\t\u{a3}5m\n3. Trees\n";
    let found = read("agenda.txt", paper.as_bytes(), PaperKind::Agenda);
    assert_eq!(counted(&found, ["items"]), [3]);
    let paper = "# Vale Board\n\n## Agenda\n\nTuesday 9 June 2026\n\n1. Apologies\n2. Budget\n\n\
        | Year | Spend |\n|---|---|\n| 2025 | 500 |\n| 2026 | 700 |\n\n3. Trees\n";
    let found = read("agenda.md", paper.as_bytes(), PaperKind::Agenda);
    assert!(told(&found, "line 10", "a table without items of business"));
    let paper = "Vale Board\nAgenda\nTuesday 9 June 2026\n\n\
        1.    Apologies for absence   Chair      10.00\n\
        2.    Performance report      K. Oduya   10.15\n\
        \x20     Coffee                             11.00\n\
        3.    Waste contract          H. Strand  11.15\n";
    let found = read("agenda.txt", paper.as_bytes(), PaperKind::Agenda);
    assert_eq!(counted(&found, ["items", "breaks"]), [3, 1]);
}

#[test]
fn a_count_that_is_no_number_is_not_taken_for_nought() {
    for strange in ["#DIV/0!", "-1", "1.5", "TRUE"] {
        let paper = format!(
            "Partnership,Targets,On track,Off track,Cannot judge,Performance\nSafer Vale Partnership,6,3,1,{strange},Good.\nClean Rivers Partnership,4,3,1,0,Good.\n"
        );
        let found = read("schedule.csv", paper.as_bytes(), PaperKind::Schedule);
        let summaries = rows(&found).iter().filter(|row| matches!(row, Record::Summary(_)));
        assert_eq!(summaries.count(), 1, "{strange}");
        assert!(told(&found, "Safer Vale Partnership", strange));
    }
}

#[test]
fn a_month_without_its_year_is_no_day() {
    let paper = "Governance schedule, 22 July 2010\n\n| Partnership | Performance | Response |\n|---|---|---|\n\
        | Safer Vale Partnership | Poor. | The chair passes to the county in June. |\n\
        | Clean Rivers Partnership | Poor. | A plan by Aug 2010. |\n";
    let found = read("schedule.md", paper.as_bytes(), PaperKind::Schedule);
    let due: Vec<(Option<String>, String)> = rows(&found)
        .iter()
        .filter_map(|row| match row {
            Record::Response(r) => Some((r.due.map(|day| day.to_string()), r.due_text.clone())),
            _ => None,
        })
        .collect();
    assert_eq!(
        due,
        [(None, "June".to_owned()), (Some("2010-08-31".to_owned()), "Aug 2010".to_owned())]
    );
}
