//! Papers as officers lay them out: nothing in them is invented, and nothing lost unsaid.

use chrono::NaiveDate;
use minutebook::import::{Found, Known, PaperKind};
use minutebook::model::{AttendanceStatus, Body, BodyId, Item, ItemId, ItemStatus, Record};

use super::{counted, day, meeting, nothing, read, read_knowing, rows};

/// An item of the agenda in the book that nobody has taken.
fn waiting(number: &str, title: &str, rank: i64) -> Item {
    let item = Item::blank(ItemId::from(title), "m".into(), rank);
    Item { number: number.into(), title: title.into(), ..item }
}

#[test]
fn no_item_of_the_agenda_in_the_book_is_two_items_of_the_minutes() {
    let on = meeting(day(2026, 6, 9));
    let agenda = [
        waiting("1", "Apologies", 1),
        waiting("2", "Declarations of interest", 2),
        waiting("3", "Minutes", 3),
    ];
    let bodies = [Body::named(BodyId::from("b"), "VB", "Vale Board", 1)];
    let known = Known { meeting: Some(&on), items: &agenda, bodies: &bodies, ..nothing() };
    let paper = "Vale Board\n\nMINUTES of the meeting held on Tuesday 9 June 2026 at 10.00 am\n\n\
        Present: Councillors R Okonjo (Chair), P Allardyce and D Farrow\n\n\
        1. Declarations of interest\nNone.\n\n\
        2. Minutes\nRESOLVED: that the minutes of 14 April 2026 be approved.\n\n\
        3. Skills review\nRESOLVED: that the review be noted.\n";
    let found = read_knowing("minutes.txt", paper.as_bytes(), PaperKind::Auto, &known);
    let items: Vec<(&str, &str, ItemStatus)> = rows(&found)
        .iter()
        .filter_map(|row| match row {
            Record::Item(item) => Some((&*item.number, &*item.title, item.status)),
            _ => None,
        })
        .collect();
    assert_eq!(
        items,
        [
            ("1", "Declarations of interest", ItemStatus::Concluded),
            ("2", "Minutes", ItemStatus::Concluded),
            ("3", "Skills review", ItemStatus::Concluded),
            ("", "Apologies", ItemStatus::NotReached),
        ]
    );
}

/// Minutes with this roll, and each person in them with whether they came.
fn came(roll: &str) -> Vec<(String, AttendanceStatus)> {
    let paper = format!(
        "Minutes of the Audit Committee held on Tuesday 13 January 2026 at 2.00 pm\n\n{roll}\n\n\
         1. Declarations of interest\nNone.\n\n2. Risk register\nRESOLVED: that the register be noted.\n"
    );
    let found = read("minutes.txt", paper.as_bytes(), PaperKind::Auto);
    let name = |id: &str| {
        rows(&found).iter().find_map(|row| match row {
            Record::Person(person) if person.id.as_str() == id => Some(person.plain()),
            _ => None,
        })
    };
    let came = rows(&found).iter().filter_map(|row| match row {
        Record::Attendance(came) => Some((name(came.person.as_str())?, came.status)),
        _ => None,
    });
    came.collect()
}

#[track_caller]
fn listed(roll: &str, present: &[&str], away: &[&str]) {
    let came = came(roll);
    let of = |there: bool| {
        let some = came.iter().filter(|(_, how)| (*how == AttendanceStatus::Present) == there);
        some.map(|(name, _)| name.as_str()).collect::<Vec<_>>()
    };
    assert_eq!((of(true), of(false)), (present.to_vec(), away.to_vec()), "{roll}");
}

#[test]
fn a_list_of_those_present_may_be_numbered() {
    listed(
        "Voting members present:\n1. Jane Cobb - Oakshire CC (Chair)\n2. Ravi Shah - NHS Oakshire\n\n\
         Apologies received from:\n1. Sue Blunt - Oakshire College",
        &["Jane Cobb", "Ravi Shah"],
        &["Sue Blunt"],
    );
}

#[test]
fn a_list_goes_on_under_headings_of_its_own() {
    listed(
        "Present: Councillor J Farrier (in the Chair)\n\nCouncillors:\nA Beddoes        S Kaur\n\
         T Coyle          M Lind\nD Hollis         P Renn\n\nApologies: Councillor R Sneddon",
        &["J Farrier", "A Beddoes", "S Kaur", "T Coyle", "M Lind", "D Hollis", "P Renn"],
        &["R Sneddon"],
    );
    listed(
        "PRESENT\n\nConservative: Councillors A Beddoes and S Kaur\nLabour: Councillor T Coyle (Chair)\n\n\
         Did not attend: Councillor P Renshaw",
        &["A Beddoes", "S Kaur", "T Coyle"],
        &["P Renshaw"],
    );
}

#[test]
fn another_label_may_begin_in_the_middle_of_a_line() {
    listed(
        "Present: Cllrs. R. Dunstan (Chair), M. Ferrier. Also present: County Cllr. N. Heald, and \
         two members of the public.",
        &["R. Dunstan", "M. Ferrier", "N. Heald"],
        &[],
    );
}

#[test]
fn a_cross_is_for_those_who_came_where_the_others_are_told_in_words() {
    listed(
        "| Name | Organisation | Present |\n|---|---|---|\n| Ann Lee (Chair) | NHS | X |\n\
         | Carl Fox | Police | ✓ |\n| Ed Moss | Fire | Apologies |",
        &["Ann Lee", "Carl Fox"],
        &["Ed Moss"],
    );
}

#[test]
fn an_empty_cell_of_a_column_of_actions_gives_none() {
    let paper = "# Growth Board\n\nMinutes of the meeting held on 12 March 2026 at 10.00 am\n\n\
        Present: Ann Lee (Chair), Bob Dee, Carl Fox\n\n\
        | Item | Discussion | Action | Owner | By when |\n|---|---|---|---|---|\n\
        | 1 | Budget. Discussed. | None | | |\n| 2 | Plan. Noted. | N/A | N/A | N/A |\n\
        | 3 | Parks. Noted. | 1. Write to the Minister | Bob Dee | 1 April 2026 |\n";
    let found = read("minutes.md", paper.as_bytes(), PaperKind::Auto);
    assert_eq!(given(&found), [("Write to the Minister", Some(day(2026, 4, 1)))]);
    let paper = paper
        .replace(" Owner | By when |", " Due |")
        .replace("|---|---|---|---|---|", "|---|---|---|---|");
    let paper = paper.replace(" None | | |", " Carl Fox to circulate slides | 3 April 2026 |");
    let paper = paper
        .replace(" N/A | N/A | N/A |", " BD by 5 April 2026 | - |")
        .replace("Plan. Noted.", "Plan.<br>BD to write.");
    let paper = paper.replace(" 1. Write to the Minister | Bob Dee | 1 April 2026 |", " - | - |");
    let found = read("minutes.md", paper.as_bytes(), PaperKind::Auto);
    let due = [("circulate slides", Some(day(2026, 4, 3))), ("write", Some(day(2026, 4, 5)))];
    assert_eq!(given(&found), due);
}

/// What is to be done by when.
fn given(found: &Found) -> Vec<(&str, Option<NaiveDate>)> {
    let actions = rows(found).iter().filter_map(|row| match row {
        Record::Action(action) => Some((&*action.text, action.due)),
        _ => None,
    });
    actions.collect()
}

/// Minutes in plain text with this business.
fn minuted(business: &str) -> Found {
    let paper = format!(
        "MINUTES of the Growth Board held on 12 March 2026 at 10.00 am\n\n\
         Present: Cllr A Lee (Chair), Cllr B Dee, Cllr C Fox, Ann Poe\n\n{business}"
    );
    read("minutes.txt", paper.as_bytes(), PaperKind::Auto)
}

/// What was decided, each with its verb.
fn decided(found: &Found) -> Vec<String> {
    let decisions = rows(found).iter().filter_map(|row| match row {
        Record::Decision(had) => Some(format!("{} {}", had.verb.word(), had.text)),
        _ => None,
    });
    decisions.collect()
}

#[test]
fn a_decision_is_known_in_whatever_words_lead_to_it() {
    let found = minuted(
        "1. Grants\nIT WAS AGREED:\n1. To award £500 to the Scouts.\n2. To refuse the club.\n\n\
         2. Land\nMembers NOTED the report and AGREED the sale.\n\n\
         3. Signs\nRECOMMENDATION TO COUNCIL: that new signs be bought.\n\n\
         4. Plan\nOn a show of hands, by 2 votes for to 1 against, it was RESOLVED that the plan be adopted.\n",
    );
    let expected = [
        "AGREED to award £500 to the Scouts",
        "AGREED to refuse the club",
        "NOTED the report",
        "AGREED the sale",
        "RECOMMENDED new signs be bought",
        "RESOLVED the plan be adopted",
    ];
    let bare = |said: String| said.trim_end_matches('.').replace(" To ", " to ");
    assert_eq!(decided(&found).into_iter().map(bare).collect::<Vec<_>>(), expected);
}

#[test]
fn parts_of_a_part_stay_under_it() {
    let found = minuted(
        "1. Budget\n\nRESOLVED\n\n(i)  that the budget be approved;\n\n(ii) that the reserves be -\n     \
         (a) kept at 5%; and\n     (b) reviewed yearly;\n\n(iii) that the Chair write.\n\n2. Close\nNone.\n",
    );
    let [_, reserves, write] = &decided(&found)[..] else { panic!("{:?}", decided(&found)) };
    assert!(reserves.contains("(a) kept at 5%") && reserves.contains("(b) reviewed"), "{reserves}");
    assert!(write.contains("the Chair write"), "{write}");
}

#[test]
fn a_number_at_its_own_column_goes_on_after_a_list() {
    let found = minuted(
        "    1. Apologies\nNone.\n    2. Report\nRESOLVED -\n(1) That it be noted.\n(2) That a further report come.\n    \
         3. Audit plan\nRESOLVED that the plan be approved.\n    4. Risks\nNone were told.\n",
    );
    assert_eq!(counted(&found, ["items", "decisions"]), [4, 3]);
}

#[test]
fn the_running_heads_of_pages_are_no_part_of_what_is_said() {
    let found = minuted(
        "1. Finance\nThe Board considered the\n\nPage 2        Growth Board\n\noptions.\n\n\
         RESOLVED:\n(a) that it be noted;\n\nPage 3        Growth Board\n\n(b) that it be paid.\n\n2. Close\nNone.\n",
    );
    assert_eq!(counted(&found, ["decisions"]), [2]);
    let text = rows(&found).iter().find_map(|row| match row {
        Record::Minute(minute) => Some(minute.text.clone()),
        _ => None,
    });
    assert_eq!(text.as_deref(), Some("The Board considered the options."));
}

#[test]
fn who_is_to_do_something_may_stand_before_the_day() {
    let found = minuted(
        "1. Signs\nACTION - Cllr Fox / Ann Poe by 30 April 2026: obtain prices.\n\n2. Close\nNone.\n",
    );
    assert_eq!(given(&found), [("obtain prices", Some(day(2026, 4, 30)))]);
}

#[test]
fn minutes_that_do_not_say_they_are_are_known_by_who_came_and_what_happened() {
    let paper = "WENDLE VALLEY JOINT COMMITTEE\n\n17 April 2026\n\n\
        Present: Cllr Moira Tennant (in the Chair), Cllr Hugh Prowse\n\n\
        1. Election of chair\nCllr Tennant was elected Chair.\n\n\
        2. Apologies\nApologies were received from Cllr D Fane.\n\n\
        3. Waste\nIT WAS RESOLVED to extend the contract.\n";
    let found = read("minutes.txt", paper.as_bytes(), PaperKind::Auto);
    assert_eq!(counted(&found, ["present", "decisions"]), [2, 2]);
}

/// The items of minutes, each with whether the public may read it.
fn open_to_all(found: &Found) -> Vec<(&str, bool)> {
    let items = rows(found).iter().filter_map(|row| match row {
        Record::Item(item) => Some((&*item.title, item.exempt.is_open())),
        _ => None,
    });
    items.collect()
}

#[test]
fn the_resolution_to_exclude_the_public_is_public_and_what_follows_is_not() {
    let excluded = "RESOLVED: That under section 100A(4) of the Local Government Act 1972, the \
        press and public be excluded during the next item on the grounds that it involves the \
        likely disclosure of exempt information as defined in paragraph 1 of Part 1 of Schedule 12A.";
    let found = minuted(&format!(
        "1. Apologies\nNone.\n\n2. Exempt Information\n\n{excluded}\n\n\
         3. Ill-health case\nRESOLVED: That the application be approved.\n"
    ));
    let items = [("Apologies", true), ("Exempt Information", true), ("Ill-health case", false)];
    assert_eq!(open_to_all(&found), items);
    let found = minuted(&format!(
        "1. Apologies\nNone.\n\n2. Exempt Information\n\n{excluded}\n\nThe case of Mr Bell was heard.\n\n3. Close\nNone.\n"
    ));
    assert!(!open_to_all(&found)[1].1, "it says more than that");
}

#[test]
fn what_stands_beside_the_resolution_to_exclude_the_public_keeps_it_from_the_public() {
    let excluded = "RESOLVED that the public be excluded under section 100A(4) of the Local \
        Government Act 1972 as exempt information under paragraph 3 would be disclosed";
    for said in [
        format!("{excluded}. The Committee then agreed to pay Acme two million pounds."),
        format!("{excluded}; and that Acme be paid two million pounds."),
        "The press and public were excluded (paragraph 1). Members dismissed Mr Bell.".to_owned(),
    ] {
        let business =
            format!("1. Apologies\nNone.\n\n2. Private session\n\n{said}\n\n3. Close\nNone.\n");
        let found = minuted(&business);
        assert!(!open_to_all(&found)[1].1, "{said}");
    }
}

#[test]
fn a_list_of_people_among_the_business_swallows_none_of_it() {
    let paper = "# Vale Board\n\nMinutes of the meeting held on 12 March 2026 at 10.00 am\n\n\
        ## Budget\n\nRESOLVED: that it be approved.\n\n## Apologies\n\n1. Ivy Moss\n2. Ned Oduya\n\n\
        ## Plan\n\nRESOLVED: that it be adopted.\n";
    let found = read("minutes.md", paper.as_bytes(), PaperKind::Auto);
    assert_eq!(counted(&found, ["items", "decisions"]), [2, 2]);
}

#[test]
fn nobody_is_present_by_a_label_that_nobody_knows() {
    let found =
        minuted("Unable to attend: Councillor Ivy Moss\n\n1. Close\nNone.\n\n2. Dates\nNone.\n");
    assert_eq!(counted(&found, ["present"]), [4]);
    assert!(super::told(&found, "Ivy Moss", "it is not said whether they came"));
}

#[test]
fn a_sentence_that_speaks_of_a_page_is_no_running_head() {
    let found = minuted(
        "1. Plan\nPage 4 of the plan shows the weir.\nPage 9 of the plan shows the weir.\n\n2. Close\nNone.\n",
    );
    let text = rows(&found).iter().find_map(|row| match row {
        Record::Minute(minute) => Some(minute.text.clone()),
        _ => None,
    });
    assert!(text.clone().unwrap().contains("Page 9 of the plan"), "{text:?}");
}

#[test]
fn parts_in_roman_numbers_are_no_business() {
    let found = minuted(
        "1. Budget\nNone.\n\n2. Plan\nRESOLVED: That the plan be adopted\nI. in May\nII. in June\nIII. in July\n",
    );
    assert_eq!(counted(&found, ["items"]), [2]);
}
