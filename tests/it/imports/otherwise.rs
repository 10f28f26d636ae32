//! Papers set out in ways that are less usual, as clerks receive them.

use minutebook::import::PaperKind;
use minutebook::model::{Item, Record, Verb};

use super::{Found, counted, read, rows, told};

/// The items a paper was read to have: number, title and who brings each.
fn items(found: &Found) -> Vec<(&str, &str, &str)> {
    let item = |row| match row {
        &Record::Item(Item { ref number, ref title, ref report_by, .. }) => {
            Some((number.as_str(), title.as_str(), report_by.as_str()))
        }
        _ => None,
    };
    rows(found).iter().filter_map(item).collect()
}

#[test]
fn an_agenda_may_number_its_items_after_the_word() {
    let paper = "# Hill District Council\n# Safety Committee\n# Agenda\n\nDate: 5 May 2026\n\n\
        **Item 1: Apologies**\n\n**Item 2: Minutes** (Pages 3 - 8)\n\n\
        **Item 3: Fear of crime** (Report of the Head of Safety) \u{2013} For decision\n";
    let found = read("agenda.md", paper.as_bytes(), PaperKind::Auto);
    assert_eq!(
        items(&found),
        [("1", "Apologies", ""), ("2", "Minutes", ""), ("3", "Fear of crime", "Head of Safety")]
    );
    assert!(told(&found, "", "body: Safety Committee"));
}

#[test]
fn an_agenda_may_letter_its_items() {
    let paper = "VALE BOARD\nAGENDA\n10 June 2026, 2.00pm, Shire Hall\n\nA. Welcome (Chair)\n\
        B. Performance: Quarter 4 (K. Oduya)\nC. Skills (Jan Field)\nD. Any other business\n";
    let found = read("agenda.txt", paper.as_bytes(), PaperKind::Auto);
    assert_eq!(
        items(&found),
        [
            ("A", "Welcome", "Chair"),
            ("B", "Performance: Quarter 4", "K. Oduya"),
            ("C", "Skills", "Jan Field"),
            ("D", "Any other business", ""),
        ]
    );
}

#[test]
fn an_agenda_by_times_has_its_items_numbered_in_their_order() {
    let paper = "Vale Partnership Board\nAgenda for the meeting on 10 June 2026\n\n\
        2.00  Welcome               Chair\n\
        2.15  Performance report    K. Oduya\n\
        3.30  Break\n\
        3.45  Any other business    All\n\
        4.00  Close\n";
    let found = read("agenda.txt", paper.as_bytes(), PaperKind::Auto);
    assert_eq!(
        items(&found),
        [
            ("1", "Welcome", "Chair"),
            ("2", "Performance report", "K. Oduya"),
            ("3", "Any other business", "All")
        ]
    );
    let times: Vec<String> = rows(&found)
        .iter()
        .filter_map(|row| if let Record::Item(item) = row { item.planned_at } else { None })
        .map(|at| at.format("%H.%M").to_string())
        .collect();
    assert_eq!(times, ["14.00", "14.15", "15.45"]);
}

const MINUTES: &str = "# Hill District Council\n\n\
    ## Minutes of the Safety Committee held on Tuesday 3 March 2026 at 7.00 pm in the Chamber\n\n\
    **Present:** Councillor J. Marsh (Chairman), Councillors A. Bell, C. Dunn and G. Hart.\n\n\
    ### 21. Declarations of Interest\n\n\
    Councillor Hart declared a personal interest in item 23 as a governor of the school.\n\n\
    ### 22. Survey\n\n**RESOLVED** \u{2013} That:\n\n- (1) the report be noted;\n\
    - (2) a further report be brought; and\n- (3) the Police be thanked.\n\n\
    ### 23. Crossing\n\n(Councillor Hart left the room at 7.40 pm.)\n\n\
    It was moved by Councillor Bell, seconded by Councillor Dunn and\n\n\
    RESOLVED, on the Chairman's casting vote, that it be kept. (Voting: For 2, Against 2)\n\n\
    (Councillor Hart returned to the meeting at 7.55 pm.)\n\n\
    ### 24. Budget\n\nRESOLVED TO RECOMMEND TO COUNCIL:\n\n1. That the budget be adopted.\n\
    2. That it be printed.\n\n\
    ### 25. Lamps\n\nAfter debate it was RESOLVED by 3 votes to 1 that the lamps be renewed.\n";

#[test]
fn resolutions_are_read_in_whatever_order_they_are_put() {
    let found = read("minutes.md", MINUTES.as_bytes(), PaperKind::Auto);
    let decided: Vec<(Verb, &str, &str)> = rows(&found)
        .iter()
        .filter_map(|row| match row {
            Record::Decision(d) => Some((d.verb, d.to_whom.as_str(), d.text.as_str())),
            _ => None,
        })
        .collect();
    assert_eq!(
        decided,
        [
            (Verb::Resolved, "", "the report be noted"),
            (Verb::Resolved, "", "a further report be brought"),
            (Verb::Resolved, "", "the Police be thanked."),
            (Verb::Resolved, "", "it be kept."),
            (Verb::Recommended, "Council", "the budget be adopted."),
            (Verb::Recommended, "Council", "it be printed."),
            (Verb::Resolved, "", "the lamps be renewed."),
        ]
    );
    let counts: Vec<(u32, u32, bool)> = rows(&found)
        .iter()
        .filter_map(|row| match row {
            Record::Vote(v) => Some((v.in_favour, v.against, v.casting.is_some())),
            _ => None,
        })
        .collect();
    assert_eq!(counts, [(2, 2, true), (3, 1, false)]);
}

#[test]
fn interests_and_movements_told_in_sentences_are_on_record() {
    let found = read("minutes.md", MINUTES.as_bytes(), PaperKind::Auto);
    assert_eq!(counted(&found, ["interests"]), [1]);
    let moved =
        rows(&found).iter().filter(|row| matches!(row, Record::Movement(m) if m.item.is_some()));
    assert_eq!(moved.count(), 2);
    assert!(told(&found, "", "body: Safety Committee"));
}

#[test]
fn a_table_set_out_with_spaces_says_who_came_and_initials_are_theirs() {
    let paper = "VALE PARTNERSHIP BOARD\nNotes of the meeting held on 10 June 2026\n\n\
        Name              Organisation          Present / Apologies\n\
        Cllr A. Bell      County Council        Present (Chair)\n\
        Kim Oduya         County Council        Present\n\
        Supt R. Vane      Police                Apologies\n\n\
        1. Welcome\nThe Chair welcomed everyone.\n\n2. Performance\n\
        Action: KO to write to the Trust by 30 June.\n";
    let found = read("notes.txt", paper.as_bytes(), PaperKind::Auto);
    assert_eq!(counted(&found, ["present", "apologies"]), [2, 1]);
    assert!(told(&found, "Cllr A. Bell", "in the chair"));
    let oduya = rows(&found).iter().find_map(|row| match row {
        Record::Person(person) if person.family == "Oduya" => Some(person.id.clone()),
        _ => None,
    });
    let owner = rows(&found).iter().find_map(|row| match row {
        Record::Action(action) => Some(action.owner.clone()),
        _ => None,
    });
    assert_eq!(owner, Some(oduya));
}

#[test]
fn names_in_several_columns_or_turned_about_are_whole() {
    let paper = "Title,Forename,Surname,Role\nCllr,Anna,Bell,Chair\nMs,Jane,Hart,Member\n";
    let found = read("members.csv", paper.as_bytes(), PaperKind::Auto);
    assert!(told(&found, "Cllr Anna Bell", "Chair"));
    let paper = "Name,Organisation\n\"Hart, John\",Health Trust\n\"Hart, Jane\",Health Trust\n";
    let found = read("members.csv", paper.as_bytes(), PaperKind::Auto);
    let people: Vec<(&str, &str)> = rows(&found)
        .iter()
        .filter_map(|row| match row {
            Record::Person(p) => Some((p.given.as_str(), p.family.as_str())),
            _ => None,
        })
        .collect();
    assert_eq!(people, [("John", "Hart"), ("Jane", "Hart")]);
}

#[test]
fn members_may_be_listed_under_whom_they_stand_for() {
    let paper = "# Vale Partnership Board: membership 2026\n\n## County Council\n\n\
        - Councillor A. Bell (Chair)\n- Kim Oduya, Head of Partnerships\n\n## Health\n\n\
        - Dr H. Lisle\n- Vacancy\n";
    let found = read("members.md", paper.as_bytes(), PaperKind::Auto);
    assert_eq!(counted(&found, ["people", "vacancies", "new organisations"]), [3, 1, 2]);
    assert!(told(&found, "Dr H. Lisle", "Health"));
}

#[test]
fn a_log_of_actions_may_be_a_list() {
    let paper = "# Vale Board\n## Action log\n\n\
        1. Write to the trust. Owner: Kim Oduya. Due: 30 June 2026. Status: open.\n\
        2. Book the hall. Owner: Jan Field. Due: 1 August 2026. Status: Green - complete.\n";
    let found = read("actions.md", paper.as_bytes(), PaperKind::Auto);
    assert_eq!(counted(&found, ["actions", "open", "complete"]), [2, 1, 1]);
    assert!(told(&found, "Kim Oduya", "Write to the trust"));
}

#[test]
fn figures_may_stand_under_months() {
    let paper = "Partnership,Measure,Apr-26,May-26,Jun-26,Target,RAG\n\
        Children's Trust,NEET,5.9,5.8,5.6,5.0,Red\n";
    let found = read("kpi.csv", paper.as_bytes(), PaperKind::Auto);
    let results: Vec<(&str, &str)> = rows(&found)
        .iter()
        .filter_map(|row| match row {
            Record::TargetResult(r) => Some((r.period.as_str(), r.status.word())),
            _ => None,
        })
        .collect();
    assert_eq!(results.len(), 3);
    assert!(results.contains(&("June 2026", "off_track")), "{results:?}");
}

#[test]
fn headings_in_two_rows_are_one() {
    let paper = "Partnership,Indicator,2024/25,,2025/26,,Comment\n,,Target,Actual,Target,Actual,\n\
        Children's Trust,NEET,5.5,5.9,5.2,5.6,Worse\nSafer Places,Burglary,40,38,38,35,Better\n";
    let found = read("kpi.csv", paper.as_bytes(), PaperKind::Auto);
    let values: Vec<(&str, &str)> = rows(&found)
        .iter()
        .filter_map(|row| match row {
            Record::TargetResult(r) => Some((r.period.as_str(), r.value.as_str())),
            _ => None,
        })
        .collect();
    assert_eq!(
        values,
        [("2024/25", "5.9"), ("2025/26", "5.6"), ("2024/25", "38"), ("2025/26", "35")],
        "what was aimed at is no result"
    );
}

#[test]
fn a_schedule_with_merged_cells_keeps_each_partnership_its_own() {
    let paper = "<h1>Review of partnerships</h1><p>22 July 2026</p><table>\
        <tr><th rowspan=2>Partnership</th><th colspan=2>Performance</th><th rowspan=2>Response</th></tr>\
        <tr><th>Outcomes</th><th>Partnership working</th></tr>\
        <tr><td rowspan=2>Children's Trust</td><td>Results rose</td><td>Partners stay away</td><td>A new Director</td></tr>\
        <tr><td>A goal was missed</td><td></td><td>A project by Aug 2026</td></tr>\
        <tr><td>Safer Places</td><td>Crime fell</td><td>Too many forms</td><td></td></tr></table>";
    let found = read("schedule.html", paper.as_bytes(), PaperKind::Auto);
    assert_eq!(
        counted(&found, ["partnerships", "outcomes", "partnership working", "responses"]),
        [2, 3, 2, 2]
    );
    assert!(told(&found, "", "partnership: Safer Places"));
}

#[test]
fn a_point_that_nobody_answers_is_no_partnership() {
    let paper = "## Clean Rivers Partnership\n\n| Performance | Response |\n|---|---|\n\
        | Phosphate stays too high | P. Ould to write by 30 October 2026 |\n\
        | Otter numbers have recovered | |\n\
        | A. Quist left the board | |\n";
    let found = read("schedule.md", paper.as_bytes(), PaperKind::Auto);
    assert_eq!(counted(&found, ["partnerships", "outcomes", "responses"]), [1, 3, 1]);
    let points: Vec<&str> = rows(&found)
        .iter()
        .filter_map(|row| if let Record::Point(p) = row { Some(p.text.as_str()) } else { None })
        .collect();
    assert!(points.contains(&"A. Quist left the board"), "{points:?}");
}

#[test]
fn a_list_of_members_may_say_who_presides_before_the_name() {
    let paper = "Membership of the Vale Partnership Board\n\n\
        Chair: Councillor A. Bell (County Council)\nVice-Chair: Dr H. Lisle (Health Trust)\n\
        Members:\nSuperintendent R. Vane - Thames Police\n";
    let found = read("members.txt", paper.as_bytes(), PaperKind::Auto);
    let roles: Vec<&str> = rows(&found)
        .iter()
        .filter_map(|row| if let Record::Appointment(a) = row { Some(a.role.word()) } else { None })
        .collect();
    assert_eq!(roles, ["chair", "vice_chair", "member"]);
    assert_eq!(counted(&found, ["people", "new organisations"]), [3, 3]);
}

#[test]
fn an_action_in_the_middle_of_a_minute_is_one() {
    let paper = "# Minutes of the Hill Parish Council, 9 March 2026\n\nPresent: Cllrs P Ash (Chair), R Birch\n\n\
        26/031 Finance\nIt was resolved to pay the bills. Action: Birch to pay by 20 March.\n\n\
        26/032 Lamps\nNoted.\n";
    let found = read("minutes.md", paper.as_bytes(), PaperKind::Auto);
    assert_eq!(counted(&found, ["decisions", "actions"]), [1, 1]);
}

#[test]
fn members_may_stand_under_their_committee_or_in_a_sentence() {
    let paper = "# Committees 2026/27\n\n## Scrutiny Committee\n\nCouncillor Ann Bell (Chair)\n\
        Councillor Sam Quill\n\nSubstitutes: Councillors R. Okonjo, D. Farrow\n\n\
        ## Planning Committee\n\nCouncillor Sam Quill (Chair)\nCouncillor Ann Bell\n";
    let found = read("members.md", paper.as_bytes(), PaperKind::Auto);
    assert_eq!(counted(&found, ["new bodies", "appointments", "new people"]), [2, 4, 2]);
    assert!(told(&found, "Substitutes", "named at the meeting"));
    let paper = "Vale Scrutiny Committee\n\nThe Committee has three members: Councillors Ann Bell \
        (Chairman), S. Quill and Mrs P. Allardyce. There is one vacancy.\n";
    let found = read("members.txt", paper.as_bytes(), PaperKind::Auto);
    assert_eq!(counted(&found, ["appointments", "new people"]), [3, 3]);
    assert!(told(&found, "not read in", "There is one vacancy."));
}

#[test]
fn whoever_holds_a_seat_by_name_and_title_has_a_place_on_the_body() {
    let paper = "# Vale Partnership Board: membership\n\n| Sector | Seats | Holder | Vote |\n\
        |---|---|---|---|\n| County Council | 1 | Councillor Ann Bell (Chair) | Yes |\n\
        | Health | 2 | Dr Peter Marsh; Ms Susan Rowe | No |\n\
        | Police | 1 | Assistant Chief Constable | Yes |\n| Business | 1 | vacant | Yes |\n";
    let found = read("seats.md", paper.as_bytes(), PaperKind::Auto);
    assert_eq!(counted(&found, ["seats", "appointments", "new people"]), [5, 3, 3]);
    let places: Vec<(&str, bool, bool)> = rows(&found)
        .iter()
        .filter_map(|row| match row {
            Record::Appointment(a) => Some((a.role.word(), a.voting, a.seat.is_some())),
            _ => None,
        })
        .collect();
    let member = ("member", false, true);
    assert_eq!(places, [("chair", true, true), member, member]);
}

#[test]
fn two_rows_of_one_list_with_other_names_are_two_people() {
    let paper = "Ward,Councillor,Party\nAbbey,Cllr Isolde Marchbank,Labour\nCastle,Cllr I Marchbank,Ind\n\
        Bridge,Cllr Terence Whitlow,Con\nCastle,Cllr Terrence Whitlow,Ind\n";
    let found = read("members.csv", paper.as_bytes(), PaperKind::Members);
    assert_eq!(counted(&found, ["new people"]), [4]);
    assert!(told(&found, "I Marchbank", "is nearly \u{201c}Councillor Isolde Marchbank"));
    assert!(told(&found, "Terrence", "is nearly"));
}

#[test]
fn an_agenda_may_number_its_items_through_the_year_with_no_line_between() {
    let paper = "VALE TOWN COUNCIL\n\
        AGENDA for the meeting of the Finance Committee on Monday 9 March 2026 at 6.30 pm in the Council Chamber\n\
        25/001 Apologies\n25/002 Budget\nTo consider the report.\nRecommendation: that it be noted\n25/003 Grants\n";
    let found = read("agenda.txt", paper.as_bytes(), PaperKind::Auto);
    assert_eq!(items(&found), [("1", "Apologies", ""), ("2", "Budget", ""), ("3", "Grants", "")]);
    assert!(told(&found, "", "body: Finance Committee") && told(&found, "", "Council Chamber"));
    assert_eq!(asked(&found, "2"), "that it be noted");
}

/// What item `number` asks of the meeting.
fn asked(found: &Found, number: &str) -> String {
    let item = rows(found).iter().find_map(|row| match row {
        Record::Item(item) if item.number == number => Some(item),
        _ => None,
    });
    item.map(|item| item.recommendation.clone()).unwrap_or_default()
}

#[test]
fn what_is_recommended_stands_before_what_is_only_asked() {
    let paper = "Vale Forum\nAgenda: 5 May 2026, 9.30 am\n\n1. Welcome\n2. Parks\n\
        The forum is asked to look at the plan.\nRecommendation: that the plan be agreed\n\
        3. Roads\nRecommendation\nThat the money be spent\nand that officers report back.\n\
        4. Trees\n\nRecommendation:\n\nThat they be planted.\n\n5. Water\n\nRecommendations\n";
    let found = read("agenda.txt", paper.as_bytes(), PaperKind::Auto);
    let all = ["2", "3", "4", "5"].map(|number| asked(&found, number));
    assert_eq!(
        all,
        [
            "that the plan be agreed",
            "That the money be spent and that officers report back.",
            "That they be planted.",
            ""
        ]
    );
}

#[test]
fn a_column_of_purposes_and_papers_gives_the_papers_and_a_strange_one_is_told_of() {
    let paper = "# Vale Board\n\nAgenda\n\n12 March 2026, 10.00am\n\n\
        | No | Item | Lead | Purpose / Paper | Colour |\n|---|---|---|---|---|\n\
        | 1 | Welcome | Chair | Information | |\n| 2 | Floods | K. Oduya | Decision / Paper A | red |\n";
    let found = read("agenda.md", paper.as_bytes(), PaperKind::Auto);
    assert_eq!(items(&found).len(), 2);
    let papers: Vec<&str> = rows(&found)
        .iter()
        .filter_map(|row| match row {
            Record::Item(item) => Some(item.paper.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(papers, ["none", "A"], "whoever brings an item that has no paper brings none");
    assert!(told(&found, "", "\u{201c}Colour\u{201d} was not read in"));
}
