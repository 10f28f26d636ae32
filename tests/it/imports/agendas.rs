//! Agendas: numbers, breaks, later versions.

use minutebook::import::{Known, PaperKind};
use minutebook::model::{Item, ItemKind, Meeting, Minute, Record};

use super::{counted, day, meeting, nothing, read, read_knowing, real, rows, told};

const PAPER: &str = "OAKSHIRE COUNTY COUNCIL\n\nRIVERS SCRUTINY COMMITTEE\n\n\
    Agenda for the meeting on Wednesday 15 September 2011 at 10.00 am\nCouncil Chamber, County Hall, Oakford\n\n\
    1. Apologies for absence\n2. Minutes\n   To approve the minutes of 17 June 2011 (RS2).\n\
    3. Director's update (10 minutes)\n   Report by Director for Rivers (RS3).\n   The Committee is RECOMMENDED to note it.\n\n\
    4. Performance\n   4.1 Rivers Partnership (RS4)\n   4.2 Transport Partnership - Alan Bell\nLUNCH\n5. Any other business\n";

fn items(found: &minutebook::import::Found) -> Vec<&Item> {
    rows(found)
        .iter()
        .filter_map(|row| if let Record::Item(item) = row { Some(item) } else { None })
        .collect()
}

#[test]
fn an_agenda_gives_its_items_and_what_stands_beside_them() {
    let found = read("agenda.txt", PAPER.as_bytes(), PaperKind::Auto);
    assert_eq!(counted(&found, ["items", "sub-items", "breaks", "new meetings"]), [5, 2, 1, 1]);
    let items = items(&found);
    let numbers: Vec<&str> = items.iter().map(|item| item.number.as_str()).collect();
    assert_eq!(numbers, ["1", "2", "3", "4", "4.1", "4.2", "5"]);
    assert_eq!(
        (items[2].title.as_str(), items[2].report_by.as_str()),
        ("Director's update", "Director for Rivers")
    );
    assert_eq!(
        (items[2].kind, items[2].recommendation.contains("note it")),
        (ItemKind::Decision, true)
    );
    assert_eq!((items[1].paper.as_str(), items[5].report_by.as_str()), ("RS2", "Alan Bell"));
    assert!(told(&found, "line 5", "15 September 2011 was a Thursday"));
    let body = rows(&found).iter().find_map(|row| match row {
        Record::Body(body) => Some((body.name.clone(), body.authority.clone())),
        _ => None,
    });
    assert_eq!(body, Some(("Rivers Scrutiny Committee".into(), "Oakshire County Council".into())));
}

#[test]
fn a_later_version_files_what_differs_and_keeps_what_was_typed() {
    let on = meeting(day(2011, 9, 15));
    let known = Known { meeting: Some(&on), ..nothing() };
    let first = read_knowing("agenda.txt", PAPER.as_bytes(), PaperKind::Agenda, &known);
    let had: Vec<Item> = items(&first).into_iter().cloned().collect();
    let minute = Minute {
        id: had[0].id.clone(),
        meeting: on.id.clone(),
        text: "Apologies from Mr Hill.".into(),
        summary: String::new(),
        number: None,
    };
    let known = Known { items: &had, minutes: std::slice::from_ref(&minute), ..known };
    let later = PAPER
        .replace("1. Apologies for absence\n", "")
        .replace("Director for Rivers", "Chief Officer")
        .replace("5. Any other business", "5. Flood plan\n6. Any other business");
    let later =
        later.replace("2. Minutes\n", "1. Minutes\n").replace("3. Director's", "2. Director's");
    let found = read_knowing("agenda.txt", later.as_bytes(), PaperKind::Agenda, &known);
    assert!(
        told(&found, "", "is now \u{201c}Chief Officer\u{201d}")
            && told(&found, "", "new: item 5, Flood plan")
    );
    assert!(told(&found, "", "item 1, Apologies for absence, is not in this version; it is kept"));
    let Some(minutebook::model::Entry::Filed { gone, .. }) = &found.entry else { unreachable!() };
    assert!(gone.is_empty(), "{gone:?}");
    let kept = items(&found).iter().filter(|item| had.iter().any(|old| old.id == item.id)).count();
    assert_eq!(kept, 6);
}

#[test]
fn a_table_of_three_days_gives_its_items_without_its_breaks() {
    let (Some(first), Some(later)) =
        (real("samples/wmo-agenda-v0.2.docx"), real("samples/wmo-agenda-v0.6.docx"))
    else {
        return;
    };
    let on = meeting(day(2019, 10, 1));
    let known = Known { meeting: Some(&on), ..nothing() };
    let found = read_knowing("v0.2.docx", &first, PaperKind::Auto, &known);
    assert_eq!(counted(&found, ["items", "days", "breaks"]), [11, 3, 9]);
    let had: Vec<Item> = items(&found).into_iter().cloned().collect();
    assert_eq!(had[2].report_by, "Klausen");
    assert!(told(&found, "row 5", "30 minutes"));
    let known = Known { items: &had, ..known };
    let found = read_knowing("v0.6.docx", &later, PaperKind::Auto, &known);
    for what in
        ["Doc 4.6: Lehmann", "Doc 5.4: Virdi", "new: item 0.1", "new: item 0.2", "20 minutes"]
    {
        assert!(told(&found, "", what), "{what}");
    }
}

#[test]
fn a_long_agenda_stops_where_its_business_does() {
    let Some(bytes) = real("samples/apache-board-agenda-2015-02-18.txt") else { return };
    let found = read("agenda.txt", &bytes, PaperKind::Auto);
    assert_eq!(counted(&found, ["items", "sub-items"]), [13, 100]);
    let last = items(&found)
        .into_iter()
        .rfind(|item| item.number.starts_with('6'))
        .map(|item| item.number.clone());
    assert_eq!(last.as_deref(), Some("6CF"));
    assert!(told(&found, "onwards", "after the last item of business"));
}

#[test]
fn the_times_of_an_agenda_are_kept_and_what_a_later_one_changes_is_told() {
    let paper = |time: &str| {
        format!(
            "# Rivers Board\n\n## Agenda\n\n7 December 2026\n\n1. Welcome (10.00 am)\n2. Floods ({time}) (20 minutes)\n3. Close\n"
        )
    };
    let found = read("agenda.md", paper("10.10 am").as_bytes(), PaperKind::Agenda);
    let items: Vec<Item> = rows(&found)
        .iter()
        .filter_map(|row| if let Record::Item(item) = row { Some(item.clone()) } else { None })
        .collect();
    let time = |item: &Item| item.planned_at.map(|time| time.format("%H:%M").to_string());
    assert_eq!(time(&items[1]), Some("10:10".into()));
    assert_eq!((items[1].planned_minutes, time(&items[2])), (Some(20), None));
    let meetings: Vec<Meeting> = rows(&found)
        .iter()
        .filter_map(|row| if let Record::Meeting(m) = row { Some(m.clone()) } else { None })
        .collect();
    let known =
        Known { items: &items, meeting: meetings.first(), meetings: &meetings, ..nothing() };
    let later = read_knowing("agenda.md", paper("10.30 am").as_bytes(), PaperKind::Agenda, &known);
    assert!(told(
        &later,
        "",
        "item 2, time: \u{201c}10.10 am\u{201d} is now \u{201c}10.30 am\u{201d}"
    ));
}

#[test]
fn numbers_that_begin_again_lose_no_business() {
    let numbers = |text: &str| {
        let found = read("agenda.md", text.as_bytes(), PaperKind::Agenda);
        items(&found).into_iter().map(|item| item.number.clone()).collect::<Vec<_>>()
    };
    let head = "# Rivers Board\n\n## Agenda\n\n7 December 2026\n\n";
    let within = format!("{head}1. Apologies\n2. Audit\n\n1. Payroll\n2. Creditors\n\n3. Floods\n");
    assert_eq!(numbers(&within), ["1", "2", "2.1", "2.2", "3"]);
    let parts = format!(
        "{head}Part 1 - in public\n\n1. Apologies\n2. Minutes\n\nPart 2 - in private\n\n1. Land\n2. Staff\n"
    );
    assert_eq!(numbers(&parts), ["1", "2", "2/1", "2/2"]);
    let after =
        format!("{head}1. Apologies\n2. Minutes\n3. Floods\n\nNotes\n\n1. Sign in\n2. Park\n");
    assert_eq!(numbers(&after), ["1", "2", "3"]);
}

#[test]
fn a_part_that_is_withheld_names_the_paragraphs_of_its_items() {
    let text = "Rivers Board\nDate: 7 December 2026\tTime: 10.00 am\nAgenda\nPart A - open\n1. Apologies\n2. Tea (11.00)\n3. Floods (pages 3-9)\nPart B - exempt from publication\n4. Land (Paragraph 3)\n";
    let found = read("agenda.txt", text.as_bytes(), PaperKind::Agenda);
    let items = items(&found);
    let exempt: Vec<&[u8]> = items.iter().map(|item| item.exempt.numbers()).collect();
    assert_eq!(exempt, [&[][..], &[], &[3]]);
    assert_eq!(items[1].paper, "pages 3-9");
    assert!(told(&found, "", "break, not an item: 2. Tea"));
}

#[test]
fn beside_a_column_of_subjects_the_items_are_numbers() {
    let text = "Rivers Board\n\nAgenda\n\n7 December 2026\n\n\
        | Time | Item | Subject | Lead |\n|---|---|---|---|\n\
        | 09:30 | 1 | Welcome | Chair |\n| 09:45 | 2 | Floods | Dr Aziz |\n";
    let found = read("agenda.md", text.as_bytes(), PaperKind::Agenda);
    let read: Vec<_> =
        items(&found).into_iter().map(|item| (item.number.clone(), item.title.clone())).collect();
    assert_eq!(read, [("1", "Welcome"), ("2", "Floods")].map(|(n, t)| (n.into(), t.into())));
}

#[test]
fn sub_items_set_far_in_swallow_nothing_and_a_summons_is_of_the_day_it_names() {
    let paper = "Foo Parish Council\n\n5th January 2027\n\nYou are summoned to attend the Meeting of the Parish Council on Tuesday 12th January 2027 at 7.15 p.m.\n\nAGENDA\n\n1.  Apologies\n2.  Declarations\n3.  Planning\n      3.1  Land\n      3.2  Rectory\n4.  Finance\n      a)  Payments\n5.  Footpath\n6.  Date\n";
    let found = read("agenda.txt", paper.as_bytes(), PaperKind::Auto);
    assert_eq!(counted(&found, ["items", "sub-items"]), [6, 3]);
    let told = format!("{:?}", found.report);
    assert!(told.contains("date: 12 January 2027") && told.contains("bears two days"), "{told}");
}

#[test]
fn what_is_asked_in_parts_is_one_recommendation() {
    let paper = "Vale Partnership Board\n\nAgenda for the meeting on Tuesday 12 May 2026 at 2.00 pm\n\n1. Apologies\n2. Performance report\n   The Board is RECOMMENDED to:\n   \u{2022} approve the plan; and\n   \u{2022} thank the officers.\n3. Contract\n   The Board is asked to:\n   (a) award it; and\n   (b) delegate signing.\n4. Any other business\n";
    let found = read("agenda.txt", paper.as_bytes(), PaperKind::Auto);
    let asked: Vec<&str> = rows(&found)
        .iter()
        .filter_map(|row| match row {
            Record::Item(item) if !item.recommendation.is_empty() => {
                Some(item.recommendation.as_str())
            }
            _ => None,
        })
        .collect();
    assert_eq!(
        asked,
        [
            "to approve the plan; and thank the officers.",
            "to (a) award it; and (b) delegate signing."
        ]
    );
}

#[test]
fn what_an_item_is_for_is_no_recommendation_and_the_place_may_follow_the_time() {
    let paper = "# Vale Partnership Board\nAgenda for the meeting on Tuesday 9 June 2026 at 10.00 am, \
        Shire Hall\n\n| Item | Title | Lead | Purpose |\n|---|---|---|---|\n\
        | 1 | Notes of the last meeting | Chair | Approve |\n\
        | 2 | Fear of crime | Supt. Vane | Discuss |\n\
        | 3 | Annual plan | K. Oduya | To agree the plan and its budget |\n";
    let found = read("agenda.md", paper.as_bytes(), PaperKind::Agenda);
    let asked: Vec<&str> = rows(&found)
        .iter()
        .filter_map(|row| match row {
            Record::Item(item) => Some(item.recommendation.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(asked, ["", "", "To agree the plan and its budget"]);
    assert!(told(&found, "place", "Shire Hall"));
}

#[test]
fn the_day_may_stand_in_a_table_under_a_row_that_says_nothing() {
    let paper = "# Overview and Scrutiny Commission\n\n| | |\n|---|---|\n\
        | **Date:** | Tuesday 21 January 2025 |\n| **Time:** | 10.30 a.m. |\n\n## Agenda\n\n\
        1. Apologies\n2. Minutes\n\n   10.40 a.m.\n\n3. Budget\n4. Work programme\n";
    let found = read("agenda.md", paper.as_bytes(), PaperKind::Agenda);
    assert!(told(&found, "date", "21 January 2025"));
    assert!(told(&found, "time", "10.30 am"));
}

#[test]
fn a_summons_that_breaks_its_lines_says_where_and_a_report_what_it_asks() {
    let paper = "WEST VALE DISTRICT COUNCIL\n\nPLANNING COMMITTEE\n\n\
        You are hereby summoned to attend a meeting of the PLANNING COMMITTEE to be held in the\n\
        Council Chamber, Civic Offices on WEDNESDAY 8 APRIL 2026 at 6.30 p.m.\n\nAGENDA\n\n\
        1.  APOLOGIES\n\n2.  MINUTES\n\n3.  ENFORCEMENT\n    \
        Report of the Head of Planning (attached). RECOMMENDATION: That the report be noted.\n";
    let found = read("agenda.txt", paper.as_bytes(), PaperKind::Auto);
    assert!(told(&found, "heading", "place: Council Chamber, Civic Offices"));
    let item = rows(&found).iter().rev().find_map(|row| match row {
        Record::Item(item) => Some((item.report_by.clone(), item.recommendation.clone())),
        _ => None,
    });
    let (by, asks) = item.unwrap();
    assert_eq!((by.as_str(), asks.as_str()), ("the Head of Planning", "That the report be noted"));
}
