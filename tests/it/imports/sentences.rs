//! Minutes that tell in a sentence, or in a row of a table, what others print as a resolution.

use minutebook::import::PaperKind;
use minutebook::model::{Item, Record};

use super::{Found, counted, read, rows, told, tried};

const HEAD: &str = "HOUSING BOARD\n\nMinutes of the meeting held on Tuesday 12 May 2026 at 10.00 am in Shire House\n\n\
    Present: Cllr Ann Bell (Chair), Cllr Tom Hill, Cllr Lee Grant\nIn attendance: Mary Clark (Director of Housing)\n\n\
    1. Apologies\nNone.\n\n2. Minutes\nTaken as read.\n\n3. Rents\n";

/// What was settled under the items of a paper, in order: each decision with its vote, for,
/// against and abstained.
fn settled(found: &Found) -> Vec<String> {
    let count = |id: &minutebook::model::VoteId| {
        rows(found).iter().find_map(|row| match row {
            Record::Vote(vote) if vote.id == *id => {
                Some(format!(" ({}-{}-{})", vote.in_favour, vote.against, vote.abstained))
            }
            _ => None,
        })
    };
    let decided = rows(found).iter().filter_map(|row| match row {
        Record::Decision(decision) => {
            let vote = decision.vote.as_ref().and_then(count).unwrap_or_default();
            Some(format!("{} {}{vote}", decision.verb, decision.text))
        }
        _ => None,
    });
    decided.collect()
}

/// What was given to whom, in order.
fn owed(found: &Found) -> Vec<String> {
    let title = |item: &minutebook::model::ItemId| {
        items(found).into_iter().find(|row| row.id == *item).map(|row| row.title.clone())
    };
    let name = |id: &minutebook::model::PersonId| {
        rows(found).iter().find_map(|row| match row {
            Record::Person(person) if person.id == *id => Some(person.plain()),
            _ => None,
        })
    };
    let given = rows(found).iter().filter_map(|row| match row {
        Record::Action(action) => Some(format!(
            "{}: {}: {}",
            title(&action.item).unwrap_or_default(),
            action.owner.as_ref().and_then(name).unwrap_or_default(),
            action.text
        )),
        _ => None,
    });
    given.collect()
}

fn items(found: &Found) -> Vec<&Item> {
    let items = rows(found).iter().filter_map(|row| match row {
        Record::Item(item) => Some(item),
        _ => None,
    });
    items.collect()
}

#[track_caller]
fn check(under: &str, want: &[&str]) {
    let found = read("minutes.txt", format!("{HEAD}{under}\n").as_bytes(), PaperKind::Minutes);
    assert_eq!(settled(&found), want, "{under}");
}

#[test]
fn a_vote_may_stand_between_the_verb_and_what_was_resolved() {
    check(
        "RESOLVED by 2 votes to 1:\n(i) to set the rents; and\n(ii) to ask again in a year.",
        &["RESOLVED to set the rents (2-1-0)", "RESOLVED to ask again in a year. (2-1-0)"],
    );
    check(
        "It was resolved unanimously to:\n- appoint a builder\n- report in June",
        &["RESOLVED to appoint a builder (0-0-0)", "RESOLVED to report in June (0-0-0)"],
    );
    check("It was resolved, nem. con., to set the rents.", &["RESOLVED to set the rents. (0-0-0)"]);
    check(
        "The Board resolved, by 3 votes to 1, to set the rents.",
        &["RESOLVED to set the rents. (3-1-0)"],
    );
}

#[test]
fn what_a_board_approves_or_endorses_is_decided() {
    check("The Board APPROVED the budget.", &["AGREED to approve the budget."]);
    check(
        "Ms Clark spoke to the paper. The Board noted the paper and endorsed the plan.",
        &["AGREED to endorse the plan."],
    );
    check("The landlord approved the drawings, and the Board confirmed the date.", &[]);
}

#[test]
fn a_vote_is_read_before_what_was_decided_and_after() {
    check(
        "The rents were put to the vote: 2 votes for, 0 against and 1 abstention.\nRESOLVED that the rents be set.",
        &["RESOLVED the rents be set. (2-0-1)"],
    );
    check(
        "RESOLVED that the rents be set.\nVote: For 3, Against 0, Abstain 1",
        &["RESOLVED the rents be set. (3-0-1)"],
    );
    check("RESOLVED that the rents be set. Carried 3:1", &["RESOLVED the rents be set. (3-1-0)"]);
    check(
        "RESOLVED that the rents be set.\nFor: Councillors Bell, Hill (2). Against: Councillor Grant (1).",
        &["RESOLVED the rents be set. (2-1-0)"],
    );
}

#[test]
fn abstentions_alone_count_nobody_for() {
    let under = format!("{HEAD}Agreed with one abstention that the rents be set.\n");
    let found = read("minutes.txt", under.as_bytes(), PaperKind::Minutes);
    assert_eq!(settled(&found), ["AGREED the rents be set."]);
    let kept = |row: &Record| matches!(row, Record::Minute(m) if m.text == "1 abstained.");
    assert!(rows(&found).iter().any(kept));
}

#[test]
fn sentences_that_a_table_numbers_are_paragraphs_and_its_titles_are_items() {
    let rows = "<tr><td>1.1</td><td>The Chair welcomed everyone.</td><td></td></tr>\
        HEADED<tr><td>2.1</td><td>Sue Park spoke. Members asked why.</td><td></td></tr>\
        <tr><td>2.2</td><td>The Board RESOLVED to set the rents.</td><td></td></tr>\
        <tr><td>2.3</td><td>A note on arrears to be sent by 30 June 2026.</td><td>Director of Finance</td></tr>\
        <tr><td>2.4</td><td>Write to tenants about the new rents.</td><td>SP</td></tr>";
    let numbered = "<tr><td>2</td><td><b>Rents</b></td><td></td></tr>";
    let spanning = "<tr><td colspan=3><b>Rents</b></td></tr>";
    for (first, second) in [
        ("<tr><td>1</td><td><b>Welcome</b></td><td></td></tr>", numbered),
        ("<tr><td colspan=3><b>Welcome</b></td></tr>", spanning),
    ] {
        let paper = format!(
            "<h1>Vale Housing Board</h1><h2>Minutes of the meeting held on Thursday 14 May 2026 at 9.30am</h2>\
             <p>Present: Jane Roe (Chair), Peter Quill</p><p>In attendance: Sue Park (Director of Finance)</p>\
             <table><tr><th>No.</th><th>Item</th><th>Action</th></tr>{first}{}</table>",
            rows.replace("HEADED", second)
        );
        let found = read("minutes.html", paper.as_bytes(), PaperKind::Minutes);
        let titles: Vec<&str> = items(&found).iter().map(|item| item.title.as_str()).collect();
        assert_eq!(titles, ["Welcome", "Rents"]);
        assert_eq!(settled(&found), ["RESOLVED to set the rents."]);
        assert_eq!(
            owed(&found),
            [
                "Rents: Sue Park: A note on arrears to be sent by 30 June 2026",
                "Rents: Sue Park: Write to tenants about the new rents"
            ]
        );
    }
}

#[test]
fn a_log_inside_minutes_gives_what_is_open_once_and_tells_what_is_closed() {
    let log = |rows: &str| {
        format!(
            "<table><tr><th>Ref</th><th>Action</th><th>Owner</th><th>Due</th><th>Status</th></tr>{rows}</table>"
        )
    };
    let open = "<tr><td>26/03</td><td>Meet the trusts</td><td>Ann Bell</td><td>30 June 2026</td><td>Open</td></tr>";
    let shut = "<tr><td>26/01</td><td>Share the plan</td><td>Tom Hill</td><td>30 April 2026</td><td>Closed</td></tr>";
    let paper = format!(
        "<h1>Downland Care Board</h1><p>Minutes of the meeting held on Tuesday 19 May 2026, 1.00pm</p>\
         <p>Present: Ann Bell (Chair), Tom Hill</p><h2>1. Welcome</h2><p>All were welcome.</p>\
         <h2>2. Action log</h2>{}<h2>3. Waits</h2><p>The paper was taken.</p>\
         <h2>Date of next meeting</h2><p>Tuesday 21 July 2026</p><h2>Actions</h2>{}",
        log(&format!("{shut}{open}")),
        log(open)
    );
    let found = read("minutes.html", paper.as_bytes(), PaperKind::Minutes);
    assert_eq!(owed(&found), ["Action log: Ann Bell: Meet the trusts"]);
    let kept = |row: &Record| matches!(row, Record::Minute(m) if m.text == "Share the plan (Tom Hill) by 30 April 2026: Closed.");
    assert!(rows(&found).iter().any(kept));
    let titles: Vec<&str> = items(&found).iter().map(|item| item.title.as_str()).collect();
    assert_eq!(titles, ["Welcome", "Action log", "Waits"]);
}

#[test]
fn a_table_of_actions_after_exempt_business_is_withheld_with_it() {
    let paper = "<h1>Marsh Finance Committee</h1><p>Minutes of the meeting held on Monday 11 May 2026 at 7.00pm</p>\
        <p>Present: Cllr A. Bell (Chair), Cllr T. Hill</p><h3>1. Apologies</h3><p>None.</p>\
        <h3>2. Budget</h3><p>RESOLVED that it be noted.</p>\
        <h3>3. Exclusion of the press and public</h3><p>RESOLVED that the public be excluded for item 4 under paragraph 3 of Schedule 12A.</p>\
        <h3>4. Depot lease (exempt)</h3><p>RESOLVED that the offer be accepted.</p>\
        <h3>Actions</h3><table><tr><th>Minute</th><th>Action</th><th>Who</th><th>By when</th></tr>\
        <tr><td>2</td><td>Report on the budget</td><td>Cllr T. Hill</td><td>30 June 2026</td></tr>\
        <tr><td>4</td><td>Sign the lease</td><td>Cllr A. Bell</td><td>1 July 2026</td></tr></table>\
        <p>Date of next meeting \u{2013} Monday 8 June 2026 at 7.00pm.</p>";
    let found = read("minutes.html", paper.as_bytes(), PaperKind::Minutes);
    assert_eq!(
        owed(&found),
        [
            "Depot lease (exempt): T. Hill: Report on the budget",
            "Depot lease (exempt): A. Bell: Sign the lease"
        ]
    );
    let exempt: Vec<&str> =
        items(&found).iter().filter(|i| !i.exempt.is_open()).map(|i| i.title.as_str()).collect();
    assert_eq!(exempt, ["Depot lease (exempt)"]);
}

#[test]
fn a_substitute_is_in_somebodys_place_wherever_that_is_said() {
    let paper = "JOINT COMMITTEE OF VALE AND DOWNS\n\nMinutes of the meeting held on Wednesday 6 May 2026 at 2.00pm\n\n\
        Present: Cllr A. Bell (Chair), Cllr T. Hill; Sam Dean (OPCC), Chief Constable David Marr (Police), Assistant Chief Constable R. Poole\n\
        Apologies: Cllr J. Ross and Cllr K. Lee; and as substitute Cllr M. Fox for Cllr J. Ross\n\n\
        1. Apologies\nApologies were received from Cllr K. Lee. Cllr O. Wells was present as substitute for Cllr K. Lee.\n\n\
        2. Declarations of interest\nTH declared a personal interest in item 3 as a governor.\n\n3. Plan\nNoted.\n";
    let found = read("minutes.txt", paper.as_bytes(), PaperKind::Minutes);
    assert_eq!(counted(&found, ["present", "apologies", "interests"]), [7, 2, 1]);
    for name in ["Chief Constable David Marr", "Assistant Chief Constable R. Poole"] {
        assert!(told(&found, "", name), "{name}");
    }
    let instead = rows(&found)
        .iter()
        .filter(|row| matches!(row, Record::Attendance(came) if came.in_place_of.is_some()));
    assert_eq!(instead.count(), 2);
}

#[test]
fn items_may_be_numbered_in_words_or_have_titles_that_run_in() {
    let titles = |found: &Found| -> Vec<String> {
        items(found).iter().map(|item| item.title.clone()).collect()
    };
    let head = "<h1>Vale Audit Committee</h1><p>MINUTES OF THE MEETING HELD AT THE GUILDHALL, MARLOW ON WEDNESDAY 13 MAY 2026</p>\
        <p>Present: Ann Bell (Chair), Tom Hill</p>";
    let paper = format!(
        "{head}<p><b>Item 1 \u{2013} Apologies</b></p><p>None.</p><p><b>Item 2 \u{2013} Minutes</b></p><p>Agreed.</p>\
         <p><b>Item 3 \u{2013} Audit plan</b></p><p>RESOLVED that the plan be kept.</p><p>Decision: that the plan be kept.</p>\
         <p>ACTION: Tom Hill to write.</p><p>By: 9 July 2026</p><p>Meeting closed 12.15</p>"
    );
    let found = read("minutes.html", paper.as_bytes(), PaperKind::Minutes);
    assert_eq!(titles(&found), ["Apologies", "Minutes", "Audit plan"]);
    assert_eq!(
        settled(&found),
        ["RESOLVED the plan be kept."],
        "what is said again is decided once"
    );
    let due = |row: &Record| matches!(row, Record::Action(a) if a.due.is_some());
    assert!(rows(&found).iter().any(due), "the day stands in the line below");
    assert!(told(&found, "heading", "place: Guildhall, Marlow"));
    assert!(!told(&found, "heading", "time: 12.15"), "it closed then and did not begin");

    let paper = format!(
        "{head}<p><b>Welcome.</b> The Chair welcomed members.</p><p><b>Minutes of the last meeting.</b> These were agreed.</p>\
         <p><b>Bridleway 12.</b> Tom Hill spoke. It was agreed that the gate be mended.</p><p><b>Any other business.</b> None.</p>"
    );
    let found = read("minutes.html", paper.as_bytes(), PaperKind::Minutes);
    assert_eq!(
        titles(&found),
        ["Welcome", "Minutes of the last meeting", "Bridleway 12", "Any other business"]
    );
}

#[test]
fn the_body_that_heads_minutes_is_no_item_and_numbers_may_run_through_the_years() {
    let paper = |items: &str| {
        format!(
            "# Hill Parish Council\n\nMinutes of the meeting held on Tuesday 9 June 2026 at 7.00 pm\n\n\
             Present: Councillor Ann Lee (Chair), Councillor Bob Ray\n\n{items}"
        )
    };
    for (numbers, want) in [
        (["1023.", "1024.", "1025."], [1023, 1024, 1025]),
        (["1023/26", "1024/26", "1025/26"], [1023, 1024, 1025]),
        (["26/1", "26/2", "26/3"], [1, 2, 3]),
    ] {
        let [a, b, c] = numbers;
        let text = paper(&format!(
            "{a} Apologies\n\nNone.\n\n{b} Budget\n\nRESOLVED: That it be set.\n\n{c} Trees\n\nNone felled.\n"
        ));
        let found = read("minutes.md", text.as_bytes(), PaperKind::Minutes);
        let minutes: Vec<Option<u32>> = rows(&found)
            .iter()
            .filter_map(|row| if let Record::Minute(m) = row { Some(m.number) } else { None })
            .collect();
        assert_eq!(minutes, want.map(Some), "{numbers:?}");
    }
    let plain = paper("The budget was set.\n\nThe oak stands.\n");
    let refused = tried("minutes.md", &plain, PaperKind::Minutes);
    assert!(refused.is_err(), "nothing that was said is filed under the name of the council");
}

#[test]
fn the_day_of_a_meeting_is_never_that_of_its_business() {
    let read_day = |head: &str| {
        let paper = format!(
            "# Vale Board\n\n{head}\n\nPresent: Ann Bell (Chair), Bob Ray\n\n## 1. Minutes of 12 May 2026\n\nTaken.\n\n\
             ## 2. Plan\n\nACTION: Bob Ray to write by 16 August 2026.\n"
        );
        let found = read("minutes.md", paper.as_bytes(), PaperKind::Minutes);
        rows(&found).iter().find_map(|row| match row {
            Record::Meeting(meeting) => Some(meeting.date.to_string()),
            _ => None,
        })
    };
    assert_eq!(read_day("Minutes\n\n## 9 June 2026").as_deref(), Some("2026-06-09"));
    assert_eq!(read_day("Minutes"), None);
}

#[test]
fn an_interest_is_in_the_minute_of_the_number_and_not_of_the_year() {
    let paper = "RIVERS COMMITTEE\n\nMINUTES of the meeting held on Tuesday 9 June 2026 at 10.00 am\n\n\
        Present: Councillor D. Farrow (Chair), Councillor T. Hill\n\n25/26 Declarations of interest\n\n\
        Councillor Farrow declared a personal interest in item 27/26 as a governor.\n\n\
        26/26 Budget\n\nTaken.\n\n27/26 Schools\n\nTaken.\n";
    let found = read("minutes.txt", paper.as_bytes(), PaperKind::Minutes);
    let about = rows(&found).iter().find_map(|row| match row {
        Record::Interest(interest) => Some(interest.item.clone()),
        _ => None,
    });
    let schools = items(&found).into_iter().find(|item| item.title == "Schools");
    assert_eq!(about, schools.map(|item| item.id.clone()));
}
