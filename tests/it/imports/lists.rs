//! Lists of members and logs of actions.

use minutebook::import::{Found, Known, PaperKind};
use minutebook::model::{
    Action, ActionStatus, Appointment, Mint, Person, Record, Role, SeatStatus, Update,
};

use super::{counted, day, meeting, nothing, read, read_knowing, real, rows, told};

#[test]
fn members_are_people_with_places_and_a_vacancy_is_a_seat() {
    let paper = "Member,Role,Organisation\nCllr Ann Bell,Chair,Oakshire County Council\nPeter Marsh,,Oak Trust (OT)\nVacant,Member,Oak Trust (OT)\nthe deputy chief executive,,Oak Trust (OT)\n";
    let on = meeting(day(2026, 6, 9));
    let known = Known { meeting: Some(&on), ..nothing() };
    let found = read_knowing("members.csv", paper.as_bytes(), PaperKind::Auto, &known);
    assert_eq!(counted(&found, ["members", "people", "vacancies", "appointments"]), [4, 2, 1, 2]);
    let roles: Vec<Role> = rows(&found)
        .iter()
        .filter_map(|row| if let Record::Appointment(a) = row { Some(a.role) } else { None })
        .collect();
    assert_eq!(roles, [Role::Chair, Role::Member]);
    assert!(
        rows(&found)
            .iter()
            .any(|row| matches!(row, Record::Seat(seat) if seat.status == SeatStatus::Vacant))
    );
    assert!(told(&found, "line 5", "not taken for a person"));
}

#[test]
fn a_name_that_only_looks_like_one_the_book_has_is_told_of() {
    let known_person = Person {
        id: "p".into(),
        title: String::new(),
        given: "Ann".into(),
        family: "Okonjo".into(),
        honours: String::new(),
        post: String::new(),
        organisation: None,
    };
    let known = Known { people: std::slice::from_ref(&known_person), ..nothing() };
    let paper = "Member,Role\nAnn O\u{200b}konjo,member\nAnn Okonjo,member\n";
    let found = read_knowing("m.csv", paper.as_bytes(), PaperKind::Members, &known);
    assert!(told(&found, "line 2", "is nearly \u{201c}Ann Okonjo\u{201d}"));
    assert_eq!(counted(&found, ["new people"]), [1]);
}

#[test]
fn real_lists_of_members_give_their_people() {
    if let Some(bytes) = real("samples/wmo-members.csv") {
        let found = read("wmo-members.csv", &bytes, PaperKind::Auto);
        assert_eq!(counted(&found, ["members", "people", "vacancies"]), [12, 11, 1]);
    }
    if let Some(bytes) = real("samples/edinburgh-councillors-membership.csv") {
        let found = read("edinburgh.csv", &bytes, PaperKind::Auto);
        assert_eq!(counted(&found, ["organisations", "appointments", "new people"]), [94, 204, 48]);
    }
}

#[test]
fn seats_are_counted_against_the_printed_total() {
    let Some(bytes) = real("seeds/004_86e5b95cd5de39d9.txt") else { return };
    let found = read("strategy.txt", &bytes, PaperKind::Members);
    assert_eq!(counted(&found, ["new bodies"]), [2]);
    assert!(told(&found, "", "the total says 33 seats") && !told(&found, "", "the total says 14"));
}

#[test]
fn an_action_has_an_owner_only_if_somebody_is_named() {
    let paper = "Ref\tAction\tOwner\tDue\tStatus\nA/25/7\tWrite to the Trust\tAnn Bell\t30/9/2026\tOpen\nA/25/8\tFind a room\tjkl, vb\tnext meeting\tdone\n\tCount the boats\t\tQ2 2026/27\tpending\n";
    let on = meeting(day(2026, 6, 9));
    let known = Known { meeting: Some(&on), ..nothing() };
    let found = read_knowing("log.tsv", paper.as_bytes(), PaperKind::Auto, &known);
    let actions: Vec<&Action> = rows(&found)
        .iter()
        .filter_map(|row| if let Record::Action(a) = row { Some(a) } else { None })
        .collect();
    assert_eq!(
        (actions[0].number, actions[0].year, actions[0].due),
        (7, 2025, Some(day(2026, 9, 30)))
    );
    assert!(actions[0].owner.is_some() && actions[1].owner.is_none());
    assert!(
        actions[1].text.contains("as printed: jkl, vb")
            && actions[1].status == ActionStatus::Complete
    );
    let end = Some(day(2026, 9, 30));
    assert_eq!((actions[2].due, actions[2].due_text.as_str()), (end, "Q2 2026/27"));
    assert!(told(&found, "line 4", "\u{201c}pending\u{201d} is no state"));
}

#[test]
fn a_colour_says_how_far_an_action_is_only_where_no_words_do() {
    let states = |paper: &str| {
        let on = meeting(day(2026, 6, 9));
        let known = Known { meeting: Some(&on), ..nothing() };
        let found = read_knowing("log.csv", paper.as_bytes(), PaperKind::Actions, &known);
        rows(&found)
            .iter()
            .filter_map(|row| if let Record::Action(a) = row { Some(a.status) } else { None })
            .collect::<Vec<_>>()
    };
    let both =
        "Ref,Action,Owner,RAG,Status\nA1,Write,Bell,Green,Complete\nA2,Ask,Bell,Amber,Cancelled\n";
    assert_eq!(states(both), [ActionStatus::Complete, ActionStatus::Cancelled]);
    let colour = "Ref,Action,Owner,RAG\nA1,Write,Bell,Amber\n";
    assert_eq!(states(colour), [ActionStatus::InProgress]);
}

#[test]
fn a_heading_across_a_log_is_no_action() {
    let paper = "<table><tr><th>Ref<th>Action<th>Owner<th>Due</tr>\
                 <tr><td>A1<td>Write<td>Bell<td>9 June 2026</tr>\
                 <tr><td colspan=4>Completed since last meeting</tr>\
                 <tr><td>A2<td>Ask<td>Bell<td>9 July 2026</tr></table>";
    let on = meeting(day(2026, 6, 9));
    let known = Known { meeting: Some(&on), ..nothing() };
    let found = read_knowing("log.html", paper.as_bytes(), PaperKind::Actions, &known);
    assert_eq!(counted(&found, ["actions"]), [2]);
    assert!(found.report.unread.iter().any(|note| note.text.contains("heading across")));
}

#[test]
fn a_real_log_of_actions_is_counted() {
    let Some(bytes) = real("samples/wmo-todos.xlsx") else { return };
    let found = read("wmo-todos.xlsx", &bytes, PaperKind::Auto);
    let what =
        ["actions", "open", "complete", "without owner", "open without due", "open with due"];
    assert_eq!(counted(&found, what), [52, 20, 32, 1, 12, 8]);
    assert!(found.entry.is_none(), "no meeting was named");
}

#[test]
fn who_votes_and_who_presides_is_read_wherever_a_list_says_it() {
    let paper = "Member,Organisation,Role,Voting,Term ends\n\
        Cllr Ann Bell (Chair),Oakshire Council,Council Leader,Yes,May 2027\n\
        Alan Kerr,Oakshire Council,Chief Executive,No,31/05/2027\n";
    let on = meeting(day(2026, 6, 9));
    let known = Known { meeting: Some(&on), ..nothing() };
    let found = read_knowing("members.csv", paper.as_bytes(), PaperKind::Members, &known);
    let placed: Vec<(Role, bool)> = rows(&found)
        .iter()
        .filter_map(|row| match row {
            Record::Appointment(a) => Some((a.role, a.voting)),
            _ => None,
        })
        .collect();
    assert_eq!(placed, [(Role::Chair, true), (Role::Member, false)]);
    assert!(told(&found, "line 2", "is no day, so no term was taken in"));
    assert!(!told(&found, "", "does not say of each whether they vote"));
}

#[test]
fn a_log_without_a_state_says_by_its_news_or_its_days_what_is_done() {
    let log = "Action,Owner,Due,Update,Completed\n\
               Map,Ann Bell,1 July 2026,DONE,\n\
               Write,Ann Bell,1 July 2026,Done with the first half,\n\
               Print,Ann Bell,1 June 2026,,28 May 2026\n";
    let found = read("log.csv", log.as_bytes(), PaperKind::Actions);
    assert_eq!(counted(&found, ["actions", "open", "complete"]), [3, 1, 2]);
}

#[test]
fn a_log_with_the_days_things_were_done_says_that_they_are() {
    let on = meeting(day(2026, 6, 9));
    let known = Known { meeting: Some(&on), ..nothing() };
    let states = |paper: &str| -> Vec<(ActionStatus, Option<String>)> {
        let found = read_knowing("log.csv", paper.as_bytes(), PaperKind::Actions, &known);
        let state = |row: &Record| match row {
            Record::Action(a) => Some((a.status, a.due.map(|due| due.to_string()))),
            _ => None,
        };
        rows(&found).iter().filter_map(state).collect()
    };
    let both = "Action,Owner,Original due date,Revised due date,Completed date,Status\n\
        Write,Ann Bell,1/6/2026,30/6/2026,,Open\nCall,Ann Bell,1/6/2026,,2/6/2026,Closed\n";
    let (open, done) = (ActionStatus::Open, ActionStatus::Complete);
    assert_eq!(
        states(both),
        [(open, Some("2026-06-30".into())), (done, Some("2026-06-01".into()))]
    );
    let closed = "Action,Owner,Due,Date closed\nWrite,Ann Bell,1/6/2026,2/6/2026\n";
    assert_eq!(states(closed)[0].0, done);
    let progress =
        "Action,Owner,Due,Progress,Status\nMap,Ann Bell,1/6/2026,Complete map in May,Open\n";
    assert_eq!(states(progress)[0].0, open);
}

#[test]
fn a_later_list_alters_the_places_it_names_and_tells_of_those_it_leaves_out() {
    let on = meeting(day(2026, 6, 9));
    let known = Known { meeting: Some(&on), ..nothing() };
    let first = "Name,Role,Term start,Term end\nAnn Bell,Chair,1 May 2025,30 April 2027\nCarl Hart,Member,1 May 2025,30 April 2027\n";
    let found = read_knowing("first.csv", first.as_bytes(), PaperKind::Members, &known);
    let people: Vec<Person> = rows(&found)
        .iter()
        .filter_map(|row| if let Record::Person(p) = row { Some(p.clone()) } else { None })
        .collect();
    let places = |found: &Found| -> Vec<Appointment> {
        let place = |row: &Record| match row {
            Record::Appointment(place) => Some(place.clone()),
            _ => None,
        };
        rows(found).iter().filter_map(place).collect()
    };
    let held = places(&found);
    let known = Known { people: &people, appointments: &held, ..known };
    let again = read_knowing("first.csv", first.as_bytes(), PaperKind::Members, &known);
    assert!(again.entry.is_none(), "the same list changes nothing");
    let later = "Name,Role,Term start,Term end\nAnn Bell,Chair,1 May 2025,30 April 2029\n";
    let found = read_knowing("later.csv", later.as_bytes(), PaperKind::Members, &known);
    let ends: Vec<_> = places(&found).iter().map(|p| (p.id == held[0].id, p.to_on)).collect();
    assert_eq!(ends, [(true, Some(day(2029, 4, 30)))]);
    assert!(told(&found, "the list", "Carl Hart is not in this list"));
}

#[test]
fn a_register_of_interests_is_no_list_of_members() {
    let paper = "Member,Organisation,Nature of interest\nAnn Bell,Bell Farms,Owner\n";
    let fault = minutebook::import::read(
        "interests.csv",
        paper.as_bytes(),
        PaperKind::Auto,
        &nothing(),
        &mut Mint::new("", 1),
    );
    assert!(fault.is_err());
}

#[test]
fn the_party_of_a_councillor_is_not_whom_they_stand_for() {
    let paper = "Members of Fenwick Town Council\n\nNorth Ward\nCllr Ann Bell\n\nSouth Ward\nCllr Carl Hart\n";
    let found = read("wards.txt", paper.as_bytes(), PaperKind::Auto);
    assert_eq!(counted(&found, ["people", "areas"]), [2, 2]);
    let paper = "Councillor,Party,Appointed\nCllr Ann Bell,Labour,1 May 2026\n";
    let found = read("party.csv", paper.as_bytes(), PaperKind::Auto);
    assert_eq!(counted(&found, ["people", "new organisations"]), [1, 0]);
    assert!(told(&found, "line 1", "not read in: Party"));
}

#[test]
fn those_who_share_an_action_do_it_with_the_first_and_reports_of_it_stand() {
    let on = meeting(day(2026, 6, 9));
    let known = Known { meeting: Some(&on), ..nothing() };
    let paper = "Ref,Action,Owner,Due date,Status\n\
        1,Map,Ann Bell / Tom Moss,46203,50% complete\n2,Write,Ann Bell and Tom Moss,1/7/2026 (was 1/6/2026),Open\n";
    let found = read_knowing("log.csv", paper.as_bytes(), PaperKind::Actions, &known);
    let actions: Vec<Action> = rows(&found)
        .iter()
        .filter_map(|row| if let Record::Action(a) = row { Some(a.clone()) } else { None })
        .collect();
    let said: Vec<_> = actions.iter().map(|a| (a.due, a.support.0.len(), a.status)).collect();
    assert_eq!(
        said,
        [
            (Some(day(2026, 6, 30)), 1, ActionStatus::InProgress),
            (Some(day(2026, 7, 1)), 1, ActionStatus::Open)
        ]
    );
    assert!(told(&found, "line 2", "as spreadsheets count them"));
    // The clerk has heard since that the second is done.
    let mut held = actions.clone();
    held[1].status = ActionStatus::Complete;
    let report = Update {
        id: "u".into(),
        action: held[1].id.clone(),
        at: on.date.and_hms_opt(10, 0, 0).unwrap().and_utc().fixed_offset(),
        meeting: Some(on.id.clone()),
        by: String::new(),
        text: "written".into(),
        status: ActionStatus::Complete,
        due: held[1].due,
        due_text: String::new(),
        was: None,
        rank: 9,
    };
    let people: Vec<Person> = rows(&found)
        .iter()
        .filter_map(|row| if let Record::Person(p) = row { Some(p.clone()) } else { None })
        .collect();
    let items: Vec<_> = rows(&found)
        .iter()
        .filter_map(|row| if let Record::Item(i) = row { Some(i.clone()) } else { None })
        .collect();
    let known = Known {
        actions: &held,
        people: &people,
        items: &items,
        updates: std::slice::from_ref(&report),
        ..known
    };
    let found = read_knowing("log.csv", paper.as_bytes(), PaperKind::Actions, &known);
    assert!(found.entry.is_none(), "{:?}", found.entry);
    assert!(told(&found, "line 3", "the book is kept"));
}

#[test]
fn two_records_of_which_each_has_what_the_other_has_not_are_two() {
    let members = "Name,Organisation,Email,Phone\nIvor Petch,Foo Trust,,01865\nNadia Khoury,Bar Trust,n@x.uk,\n";
    let found = read("members.csv", members.as_bytes(), PaperKind::Members);
    assert_eq!(counted(&found, ["people"]), [2]);
    let log = "Ref,Action,Owner,Due,Status\n2026/05,Buy chairs,J. Penhale,May 2026,Closed \u{2013} no longer required\n2026/06,Report on damp,,14/07/2026,Overdue\n";
    let found = read("actions.csv", log.as_bytes(), PaperKind::Actions);
    assert_eq!(counted(&found, ["actions", "open"]), [2, 1]);
}

#[test]
fn a_column_of_boards_says_on_which_body_each_seat_is_and_brackets_which_is_vacant() {
    let seats = "Board,Organisation,Representative,Seats\nVale Board,NHS Trust,(vacant),1\nVale Board,District Councils,Cllr J. Orr; Cllr M. Webb (1 vacancy),3\n";
    let found = read("seats.csv", seats.as_bytes(), PaperKind::Members);
    let of = |row: &Record| match row {
        Record::Seat(seat) => Some((seat.count, seat.status)),
        _ => None,
    };
    let seats: Vec<_> = rows(&found).iter().filter_map(of).collect();
    assert_eq!(seats, [(1, SeatStatus::Vacant), (1, SeatStatus::Vacant), (2, SeatStatus::Filled)]);
}

#[test]
fn a_comment_without_a_day_is_of_the_day_that_the_log_bears() {
    let paper = |head: &str| {
        format!(
            "# {head}\n\n| No | Action | Owner | Due | Comments |\n|---|---|---|---|---|\n\
             | 1 | Write to the Trust | Kim Oduya | 30 June 2026 | Letter drafted |\n"
        )
    };
    let on = meeting(day(2026, 6, 9));
    let known = Known { meeting: Some(&on), ..nothing() };
    let read =
        |head: &str| read_knowing("log.md", paper(head).as_bytes(), PaperKind::Actions, &known);
    let found = read("Action log as at 12 May 2026");
    assert_eq!(counted(&found, ["updates"]), [1]);
    assert!(told(&found, "1 comment without a day", "12 May 2026"));
    let found = read("Action log");
    assert_eq!(counted(&found, ["updates"]), [0]);
    assert!(told(&found, "Letter drafted", "a comment without a day, not read in"));
}

#[test]
fn a_table_to_each_committee_has_the_members_of_that_committee() {
    let paper = "# Dale Borough Council: membership of committees 2026/27\n\n\
        ## Housing Committee\n\n| Name | Role |\n|---|---|\n| Councillor Ada Obi | Chair |\n\
        | Councillor Marta Kowal | Member |\n\n\
        ## Audit Committee (AUD)\n\nLooks after the accounts.\n\n| Name | Role |\n|---|---|\n\
        | Councillor Rhys ap Gwilym | Chair |\n";
    let found = read("members.md", paper.as_bytes(), PaperKind::Members);
    let bodies: Vec<(&str, &str)> = rows(&found)
        .iter()
        .filter_map(|row| match row {
            Record::Body(body) => Some((body.name.as_str(), body.code.as_str())),
            _ => None,
        })
        .collect();
    assert_eq!(bodies, [("Housing Committee", "H"), ("Audit Committee", "AUD")]);
    let of = |id: &str| {
        rows(&found)
            .iter()
            .filter(|row| matches!(row, Record::Appointment(a) if a.body.as_str() == id))
            .count()
    };
    let ids: Vec<&str> = rows(&found)
        .iter()
        .filter_map(|row| match row {
            Record::Body(body) => Some(body.id.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!((of(ids[0]), of(ids[1])), (2, 1));
}
