//! Papers of which a part is not where a reader looks for it first.

use chrono::NaiveTime;
use minutebook::import::{Known, PaperKind};
use minutebook::model::{Action, ActionStatus, Item, Record, Seat, SeatStatus};

use super::{Found, counted, day, meeting, nothing, read, read_knowing, rows, told};

fn items(found: &Found) -> Vec<&Item> {
    let items = rows(found).iter().map(|row| match row {
        Record::Item(item) => Some(item),
        _ => None,
    });
    items.flatten().collect()
}

fn actions(found: &Found) -> Vec<&Action> {
    let actions = rows(found).iter().map(|row| match row {
        Record::Action(action) => Some(action),
        _ => None,
    });
    actions.flatten().collect()
}

#[test]
fn a_column_of_pages_without_a_heading_is_no_presenter() {
    let paper = "<h1>Vale Board</h1><p>12 March 2026, 10.00am</p><h2>Agenda</h2><table>\
        <tr><td></td><td></td><td>Page Nos.</td></tr>\
        <tr><td>1.</td><td>Apologies</td><td></td></tr>\
        <tr><td>2.</td><td>Minutes</td><td>1 - 8</td></tr>\
        <tr><td>3.</td><td>Floods<br>Report by the Head of Rivers (VB3)</td><td>9 - 24</td></tr>\
        </table>";
    let found = read("agenda.html", paper.as_bytes(), PaperKind::Auto);
    let all = items(&found);
    assert_eq!(all[1].paper, "pages 1 - 8");
    assert_eq!(all[2].report_by, "the Head of Rivers");
    assert_eq!(all[2].paper, "VB3, pages 9 - 24");
}

#[test]
fn an_item_with_an_e_behind_its_number_is_business_and_withheld() {
    let paper = "Vale Board\n\nTuesday 15 September 2026 at 10.00 am\n\nAGENDA\n\n1.  Apologies\n\n\
        2.  Minutes\n\n3.  Forward plan\n\n4E. Depot\n\n    Report by the Head of Property (VB4E).\n";
    let found = read("agenda.txt", paper.as_bytes(), PaperKind::Auto);
    let last = items(&found).pop().unwrap();
    assert_eq!((last.number.as_str(), last.title.as_str()), ("4E", "Depot"));
    assert_eq!((last.report_by.as_str(), last.paper.as_str()), ("the Head of Property", "VB4E"));
    assert!(!last.exempt.is_open());
    assert!(told(&found, "4E", "is withheld, as an E after its number says"));
}

#[test]
fn a_body_may_say_what_it_is_before_it_says_what_for() {
    for name in [
        "SCRUTINY COMMITTEE FOR COMMUNITIES",
        "Select Committee on Health",
        "Joint Board for Waste",
    ] {
        let paper = format!(
            "WOLDSHIRE COUNTY COUNCIL\n\n{name}\n\nTuesday 15 September 2026 at 10.00 am\n\n\
             AGENDA\n\n1. Apologies\n\n2. Minutes\n\n3. Floods\n"
        );
        let found = read("agenda.txt", paper.as_bytes(), PaperKind::Auto);
        assert!(told(&found, "", &format!("body: {name}")), "{name}");
    }
}

#[test]
fn a_column_of_times_is_read_in_the_half_of_the_day_the_meeting_sits_in() {
    let paper = "# Vale Board\n\nAgenda\n\n17 September 2026, 2.00 pm\n\n\
        | No | Item | Lead | Time | Paper |\n|---|---|---|---|---|\n\
        | 1 | Welcome | Chair | 2.00 | |\n| 2 | Floods | K. Oduya | 2.15 | A |\n";
    let found = read("agenda.md", paper.as_bytes(), PaperKind::Auto);
    let at: Vec<_> = items(&found).iter().filter_map(|item| item.planned_at).collect();
    let half = |minute| NaiveTime::from_hms_opt(14, minute, 0).unwrap();
    assert_eq!(at, [half(0), half(15)]);
}

#[test]
fn tables_ruled_off_with_dashes_are_tables() {
    let paper = "Vale Scrutiny Committee\n\nMembership 2026/27\n\n\
        \x20 ------------------------------------------\n\
        \x20 Name              Party         Role\n\
        \x20 ----------------- ------------- ----------\n\
        \x20 Cllr Ann Hesketh  Independent   Chair\n\n\
        \x20 Cllr Peter        Green\n\
        \x20 O'Farrow\n\
        \x20 ------------------------------------------\n";
    let found = read("members.txt", paper.as_bytes(), PaperKind::Auto);
    assert_eq!(counted(&found, ["members", "people"]), [2, 2]);
    assert!(told(&found, "", "member: Cllr Peter O'Farrow"));
}

#[test]
fn a_list_in_which_nobody_was_found_is_refused() {
    let paper = b"Vale Scrutiny Committee\n\nMembers\n\nThe members are in the yearbook.\n";
    let mut mint = minutebook::model::Mint::new("", 0);
    let refused =
        minutebook::import::read("m.txt", paper, PaperKind::Members, &nothing(), &mut mint);
    assert!(refused.unwrap_err().to_string().contains("no member was found in it"));
}

#[test]
fn several_hold_the_seats_of_a_row_and_a_vacancy_is_one_of_them() {
    let paper = "# Vale Partnership\n\nMembership\n\n\
        | Organisation | Number of seats | Representatives |\n|---|---|---|\n\
        | County Council | 3 | Cllr Ann Hesketh (Chair), Cllr Raj Idris, Vacancy |\n\
        | Health | 2 | Dr H. Lisle; vacant |\n| Voluntary sector | 2 | To be confirmed |\n";
    let found = read("seats.md", paper.as_bytes(), PaperKind::Auto);
    assert_eq!(counted(&found, ["seats", "people", "vacancies"]), [7, 3, 2]);
    let filled = |sector: &str| {
        let seats = rows(&found).iter().filter_map(|row| match row {
            Record::Seat(Seat { sector: own, count, status: SeatStatus::Filled, .. }) => {
                (own == sector).then_some(*count)
            }
            _ => None,
        });
        seats.sum::<u32>()
    };
    assert_eq!((filled("County Council"), filled("Health")), (2, 1));
}

/// Minutes of a committee, with what its items say.
fn minutes(items: &str) -> Found {
    let paper = format!(
        "VALE COUNTY COUNCIL\n\nCABINET\n\nMINUTES of the meeting held on Tuesday 23 June 2026 \
         commencing at 2.00 pm and finishing at 3.10 pm.\n\nPresent:\n\n\
         Councillor Ann Hesketh - in the Chair\nCouncillor Raj Idris\nCouncillor Tom Lee\n\n\
         38/26 MINUTES\n(Agenda Item 1)\n\nThe Minutes were approved.\n\n{items}"
    );
    read("minutes.txt", paper.as_bytes(), PaperKind::Auto)
}

#[test]
fn apologies_are_read_behind_a_title_with_a_stop_and_under_the_item() {
    let found = minutes(
        "39/26 APOLOGIES FOR ABSENCE\n(Agenda Item 2)\n\nApologies were received from Councillor \
         Bridget Marsh (Councillor Tom Lee substituting) and from Supt. Dana Vane.\n",
    );
    assert_eq!(counted(&found, ["apologies"]), [2]);
    assert!(told(&found, "", "apologies: Supt. Dana Vane"));
    assert!(!told(&found, "Tom Lee substituting", "was not read in"));
    let found = minutes(
        "39/26 APOLOGIES FOR ABSENCE\n(Agenda Item 2)\n\nApologies: Councillor Bridget Marsh; \
         Supt. Dana Vane; Mr K. Oduya.\n",
    );
    assert_eq!(counted(&found, ["apologies"]), [3]);
}

#[test]
fn how_it_was_carried_may_follow_the_colon_of_the_verb() {
    let found = minutes(
        "40/26 FREIGHT PLAN\n(Agenda Item 5)\n\nThe Cabinet considered a report (CA5).\n\n\
         RESOLVED: (by 2 votes to 1)\n\n(a) to note the report; and\n(b) to ask for a plan.\n",
    );
    assert_eq!(counted(&found, ["decisions"]), [2]);
    let votes = rows(&found).iter().filter(|row| matches!(row, Record::Vote(_))).count();
    assert!(votes > 0, "the vote is kept, and is no decision");
}

#[test]
fn somebody_named_alone_is_to_do_what_was_said_before() {
    let notes = |rows: &str| {
        format!(
            "# Vale Partnership\n\nNotes of the meeting held on Monday 18 May 2026\n\n\
             Present: Dana Vane (Chair), Kwame Oduya, Helen Lisle\n\n{rows}"
        )
    };
    let table = notes(
        "| Item | Discussion | Action |\n|---|---|---|\n| 1. Welcome | Dana Vane welcomed all. | |\n\
         | 2. Crime | No change. Police to propose measures. | Dana Vane<br>15 July 2026 |\n",
    );
    let found = read("notes.md", table.as_bytes(), PaperKind::Minutes);
    let [only] = actions(&found)[..] else { unreachable!("{:?}", actions(&found)) };
    assert_eq!(
        (only.text.as_str(), only.due),
        ("Police to propose measures", Some(day(2026, 7, 15)))
    );
    assert!(only.owner.is_some());
    let plain = notes("1. Crime\n\nNo change. Agreed to propose measures.\n\nAction: Dana Vane\n");
    let found = read("notes.txt", plain.as_bytes(), PaperKind::Minutes);
    let [only] = actions(&found)[..] else { unreachable!("{:?}", actions(&found)) };
    assert!(only.text.contains("propose measures") && only.owner.is_some(), "{only:?}");
}

#[test]
fn an_initial_under_actions_is_no_letter_of_the_list() {
    let found = minutes(
        "40/26 FREIGHT PLAN\n(Agenda Item 5)\n\nThe plan was discussed.\n\nActions:\n\
         - K. Oduya to revise the plan by 1 August 2026\n- Raj Idris: circulate the note\n",
    );
    assert_eq!(actions(&found).len(), 2);
    assert!(told(&found, "", "action (K. Oduya): revise the plan"));
}

#[test]
fn the_number_of_a_minute_is_no_comment_on_an_action() {
    let log = "Ref,Minute,Action,Owner,Due date,Status,Update\n\
        1,31/26,Circulate the report,Kwame Oduya,31/07/2026,Complete,Circulated 28 July\n\
        2,18/26,Arrange a visit,Helen Lisle,TBC,Outstanding,\n";
    let on = meeting(day(2026, 6, 9));
    let known = Known { meeting: Some(&on), ..nothing() };
    let found = read_knowing("log.csv", log.as_bytes(), PaperKind::Actions, &known);
    assert!(told(&found, "Circulated 28 July", "a comment without a day"));
    assert!(!told(&found, "18/26", "a comment"));
}

#[test]
fn what_stands_under_a_heading_of_closed_actions_is_complete() {
    let head = "No.,Action,Who,By when\n";
    let bands = "Outstanding actions,,,\n1,Order the tree,Tom Lee,20/11/2026\nCompleted actions,,,\n\
        2,Book the band,Tom Lee,1/11/2026\n";
    let headed = "# Log\n\n## Open actions\n\n| No. | Action | Who | By when |\n|--|--|--|--|\n\
        | 1 | Order the tree | Tom Lee | 20 Nov 2026 |\n\n## Closed actions\n\n\
        | No. | Action | Who | By when |\n|--|--|--|--|\n| 2 | Book the band | Tom Lee | 1 Nov 2026 |\n";
    let meeting = meeting(day(2026, 12, 3));
    for (name, paper) in [("log.csv", format!("{head}{bands}")), ("log.md", headed.to_owned())] {
        let known = Known { meeting: Some(&meeting), ..nothing() };
        let found = read_knowing(name, paper.as_bytes(), PaperKind::Actions, &known);
        let states: Vec<ActionStatus> =
            actions(&found).iter().map(|action| action.status).collect();
        assert_eq!(states, [ActionStatus::Open, ActionStatus::Complete], "{name}");
        assert!(told(&found, "", "is taken as complete"), "{name}");
    }
}

#[test]
fn no_sentence_is_a_body_and_the_sort_of_paper_is_no_part_of_its_name() {
    let present = "Present: Councillor Ann Bell (Chair), Councillor Tom Hart\n\n31. Budget\n\n\
        A report was given by the Police and Crime Panel\n\nCopyright Sowle Council\n";
    for head in [
        "Growth Board – Draft Minutes\n\n5 October 2026",
        "MINUTES - GROWTH BOARD - 5 OCTOBER 2026",
    ] {
        let found = read("m.txt", format!("{head}\n\n{present}").as_bytes(), PaperKind::Auto);
        let bodies = rows(&found).iter().filter_map(|row| match row {
            Record::Body(body) => Some(body.name.to_lowercase()),
            _ => None,
        });
        assert_eq!(bodies.collect::<Vec<_>>(), ["growth board"], "{head}");
    }
}

#[test]
fn names_in_a_list_with_the_family_name_first_are_turned_as_most_of_them_can_be() {
    let list = "Name,Role\n\"Marsh, Ruth\",Chair\n\"Van der Aa, Cllr Tom\",\n\"Ostrowska, Gra\u{17C}yna\",\n";
    let found = read("members.csv", list.as_bytes(), PaperKind::Members);
    let people = rows(&found).iter().filter_map(|row| match row {
        Record::Person(person) => Some(person.minuted()),
        _ => None,
    });
    let people: Vec<String> = people.collect();
    assert_eq!(people, ["Ruth Marsh", "Councillor Tom Van der Aa", "Gra\u{17C}yna Ostrowska"]);
}

#[test]
fn who_appointed_a_member_is_no_day() {
    let list = "Rivers Board\nSurname,First name,Appointed by,Term ends\nMarsh,Ruth,Shire Council,31/05/2027\n";
    let found = read("members.csv", list.as_bytes(), PaperKind::Members);
    let ends = |row: &Record| matches!(row, Record::Appointment(a) if a.to_on.is_some());
    assert!(rows(&found).iter().any(ends), "{:?}", rows(&found));
    assert!(!told(&found, "", "is no day"));
}

#[test]
fn a_table_may_head_its_names_by_what_they_did_and_its_actions_by_their_items() {
    let paper = "<h1>Rivers Board</h1><p>Minutes of the meeting held on 3 May 2026</p><table>\
        <tr><th>Present</th><th>Organisation</th></tr>\
        <tr><td>Cllr Ann Bell (Chair)</td><td>Vale Council</td></tr>\
        <tr><td>Carl Hart</td><td>Healthwatch</td></tr></table>\
        <h2>1. Floods</h2><p>Levels were high.</p><h2>2. Locks</h2><table>\
        <tr><th>Item</th><th>Action</th><th>Owner</th><th>Deadline</th></tr>\
        <tr><td>1</td><td>Mend the weir</td><td>Carl Hart</td><td>30/06/2026</td></tr>\
        <tr><td>2</td><td>Oil the lock</td><td>Ann Bell</td><td>14 May 2026</td></tr></table>";
    let found = read("minutes.html", paper.as_bytes(), PaperKind::Minutes);
    assert_eq!(counted(&found, ["present", "actions"]), [2, 2]);
    let items = items(&found);
    let under: Vec<&str> = actions(&found)
        .iter()
        .filter_map(|action| items.iter().find(|item| item.id == action.item))
        .map(|item| item.title.as_str())
        .collect();
    assert_eq!(under, ["Floods", "Locks"]);
}
