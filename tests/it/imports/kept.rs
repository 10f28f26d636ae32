//! What is told in minutes of other things than it seems to: it is kept in words, and what is
//! withheld stays so.

use minutebook::import::PaperKind;
use minutebook::model::Record;

use super::{Found, counted, read, rows, told, tried};

/// Minutes of a committee with this business.
fn minutes(business: &str) -> Found {
    let paper = format!(
        "VALE ASSETS COMMITTEE\n\nMinutes of the meeting held on Monday 8 June 2026 at 7.30 pm\n\n\
         Present: Cllr Ann Bell (Chair), Cllr Tom Hill\nIn attendance: Jo Lane (Clerk)\n\n{business}"
    );
    read("minutes.txt", paper.as_bytes(), PaperKind::Minutes)
}

/// What the public could read of the items: the words of all that stand open.
fn public(found: &Found) -> String {
    let open: Vec<_> = rows(found)
        .iter()
        .filter_map(|row| match row {
            Record::Item(item) if item.exempt.is_open() => Some(item.id.clone()),
            _ => None,
        })
        .collect();
    let words = rows(found).iter().filter_map(|row| match row {
        Record::Minute(minute) if open.contains(&minute.id) => Some(minute.text.clone()),
        Record::Decision(decision) if open.contains(&decision.item) => Some(decision.text.clone()),
        Record::Action(action) if open.contains(&action.item) => Some(action.text.clone()),
        _ => None,
    });
    words.collect::<Vec<_>>().join("\n")
}

#[test]
fn what_stands_below_the_next_meeting_is_as_withheld_as_the_item_above() {
    let tail = "Next meeting: Monday 6 July 2026\n\nThe price of two million pounds was settled.\n\n\
        Action: Jo Lane to write to Acme by 1 July 2026.\n";
    let marked = minutes(&format!(
        "1. Apologies\nNone.\n\n2. Roads\nTaken.\n\n3. Depot sale (exempt)\nThe offer was discussed.\n\n{tail}"
    ));
    assert!(!public(&marked).contains("million") && !public(&marked).contains("Acme"));
    let open = minutes(
        "1. Apologies\nNone.\n\n2. Roads\nTaken.\n\n3. Paths\nMended.\n\nNext meeting: Monday 6 July 2026\n\nThe Clerk was thanked.\n",
    );
    let dates = rows(&open).iter().find_map(|row| match row {
        Record::Item(item) if item.title == "Next meeting" => Some(item.id.clone()),
        _ => None,
    });
    let said = rows(&open).iter().find_map(|row| match row {
        Record::Minute(minute) if Some(&minute.id) == dates.as_ref() => Some(minute.text.clone()),
        _ => None,
    });
    assert_eq!(said.as_deref(), Some("Monday 6 July 2026"), "the rest stays where it was");
}

#[test]
fn a_paper_that_goes_with_exempt_business_does_not_open_it() {
    let found = minutes(
        "1. Apologies\nNone.\n\n2. Exclusion of the public\nRESOLVED that the press and public be excluded while the exempt appendix is discussed.\n\n\
         3. Depot\nThe offer of two million pounds was discussed.\n\n4. Close\nNone.\n",
    );
    assert!(!public(&found).contains("million"));
}

#[test]
fn an_action_is_filed_under_the_minute_of_its_number_whichever_side_the_year_is_on() {
    let table = "| Minute | Action | Who | By when |\n|---|---|---|---|\n\
        | 26/027 | Offer Acme two million pounds | Jo Lane | 1 July 2026 |\n\
        | 26/026 | Empty the bins | Jo Lane | 2 July 2026 |\n";
    let paper = format!(
        "# Vale Council\n\nMinutes of the meeting held on Monday 8 June 2026 at 7.30 pm\n\nPresent: Cllr Ann Bell (Chair)\n\nIn attendance: Jo Lane (Clerk)\n\n\
         26/025 Apologies\n\nNone.\n\n26/026 Bins\n\nTaken.\n\n26/027 Depot lease (exempt)\n\nDiscussed.\n\n26/028 Close\n\nNone.\n\n{table}"
    );
    let found = read("minutes.md", paper.as_bytes(), PaperKind::Minutes);
    assert!(!public(&found).contains("Acme"), "{}", public(&found));
    assert!(public(&found).contains("Empty the bins"));
}

#[test]
fn a_schedule_under_labels_in_which_anything_is_withheld_is_not_taken_apart() {
    let paper = "Governance schedule\n\nPartnership: Safer Vale\nPerformance: Burglary rose.\nResponse (exempt): Acme is paid two million pounds.\n\n\
        Partnership: Clean Rivers\nPerformance: Weirs were mended.\nResponse: None.\n";
    let read = |paper: &str| tried("s.txt", paper, PaperKind::Schedule);
    let kept =
        read(paper).map_or(String::new(), |found| serde_json::to_string(rows(&found)).unwrap());
    assert!(!kept.contains("Acme"), "{kept}");
    let open = read(&paper.replace(" (exempt)", "")).unwrap();
    assert_eq!(counted(&open, ["partnerships", "outcomes", "responses"]), [2, 2, 1]);
    assert!(told(&open, "", "Safer Vale"));
}

#[test]
fn the_same_words_may_be_resolved_and_asked_for_more_than_once() {
    let found = minutes(
        "1. Plans\nApplication 1: a barn.\nRESOLVED: No objection.\nApplication 2: a shed.\nRESOLVED: No objection.\n\n\
         2. Potholes in Mill Lane\nTaken.\nAction: Jo Lane to write to the Highways Authority.\n\n\
         3. Signs in High Street\nTaken.\nAction: Jo Lane to write to the Highways Authority.\n\n\
         4. Grants\nApplications close soon.\nDeadline: 9 July 2026\n",
    );
    assert_eq!(counted(&found, ["decisions", "actions"]), [2, 2]);
    assert!(public(&found).contains("Deadline: 9 July 2026"), "it is nobody's action");
}

#[test]
fn what_another_body_did_or_was_done_before_is_talk() {
    let found = minutes(
        "1. Plans\nThe Council adopted the Local Plan in 2019.\nThe Cabinet approved the budget on 3 February.\n\n\
         2. Accounts\nThe Committee noted that the Head of Finance had checked the accounts and approved the payments.\n\n\
         3. Fees\nAfter discussion, it was unanimously RESOLVED that the fee be paid.\n",
    );
    assert_eq!(counted(&found, ["decisions"]), [1]);
}

#[test]
fn a_committee_on_performance_has_its_day_and_a_roll_in_two_columns_its_people() {
    let paper = "PERFORMANCE SCRUTINY COMMITTEE\n\nMinutes of the meeting held on Monday 8 June 2026 at 7.30 pm in the Rose Room\n\n\
        Present:    Councillor Bell (Chair)\n            Councillor Fox\n            Councillor Hart\n\
        Apologies:  Councillor Moss\n            Councillor Kent\n\n1. Roads\nTaken.\n\n2. Paths\nTaken.\n\n3. Close\nNone.\n";
    let found = read("minutes.txt", paper.as_bytes(), PaperKind::Minutes);
    assert!(
        told(&found, "heading", "date: 8 June 2026") && told(&found, "heading", "time: 7.30 pm")
    );
    assert_eq!(counted(&found, ["present", "apologies"]), [3, 2]);
}

#[test]
fn a_time_beside_apologies_makes_nobody_present_and_news_closes_no_open_action() {
    let paper = "# Vale Board\n\nMinutes of the meeting held on Monday 8 June 2026 at 7.30 pm\n\n\
        | Name | Attendance |\n|---|---|\n| Ann Bell (Chair) | Present |\n| Tom Hill | Apologies received 18.05 |\n| Jo Lane | Present (arrived 19.50) |\n\n\
        ## 1. Roads\n\nTaken.\n\n## 2. Log\n\n| Ref | Action | Owner | Due | Status | Update |\n|---|---|---|---|---|---|\n\
        | 1 | Mend the weir | Ann Bell | 1 July 2026 | Open | Completed first draft |\n\n## 3. Close\n\nNone.\n";
    let found = read("minutes.md", paper.as_bytes(), PaperKind::Minutes);
    assert_eq!(counted(&found, ["present", "apologies", "actions"]), [2, 1, 1]);
    assert!(told(&found, "", "arrived 19.50"));
}

#[test]
fn no_row_leaves_exempt_business_for_an_item_that_is_open() {
    let head = "# Vale Council\n\nMinutes of the meeting held on Monday 8 June 2026 at 7.30 pm\n\nPresent: Cllr Ann Bell (Chair)\n\nIn attendance: Jo Lane (Clerk)\n\n\
        ## 1. Budget\n\nTaken.\n\n";
    let table = |item: &str| {
        format!(
            "| Minute | Action | Owner | Due |\n|---|---|---|---|\n| {item} | Sell to Acme | Jo Lane | 1 July 2026 |\n"
        )
    };
    for paper in [
        format!(
            "{head}## 2. Roads\n\nTaken.\n\n## 3. Depot (Exempt)\n\nDiscussed.\n\n{}",
            table("1")
        ),
        format!(
            "{head}## 2. Depot (Exempt)\n\nDiscussed.\n\n## 3. Close\n\nNone.\n\n{}",
            table("2(a)")
        ),
        format!(
            "{head}## 2. Depot (Exempt)\n\nDiscussed.\n\n## 3. Close\n\nNone.\n\n{}",
            table("Depot")
        ),
    ] {
        let found = read("minutes.md", paper.as_bytes(), PaperKind::Minutes);
        assert_eq!(counted(&found, ["actions"]), [1]);
        assert!(!public(&found).contains("Acme"), "{paper}");
    }
}

#[test]
fn a_row_that_repeats_an_action_brings_its_day_and_its_owner() {
    let found = read(
        "minutes.md",
        "# Vale Council\n\nMinutes of the meeting held on Monday 8 June 2026 at 7.30 pm\n\nPresent: Cllr Ann Bell (Chair), Cllr Tom Hill\n\n\
         ## 1. Budget\n\nACTION: Ann Bell to publish the budget.\n\n## 2. Roads\n\nACTION: Tom Hill to call the county.\n\n## 3. Close\n\nNone.\n\n\
         | Item | Action | Owner | Due |\n|---|---|---|---|\n| 1 | Publish the budget | Ann Bell | 30 June 2026 |\n| 2 | Call the county | Ann Bell | 1 July 2026 |\n"
            .as_bytes(),
        PaperKind::Minutes,
    );
    let due = rows(&found).iter().filter(|row| matches!(row, Record::Action(a) if a.due.is_some()));
    assert_eq!(due.count(), 2);
}

#[test]
fn two_verbs_are_two_things_or_none() {
    let found = minutes(
        "1. Budget\nThe Committee noted the report of the panel that had met in May and agreed the sale.\n\n\
         2. Tender\nThe Committee ACCEPTED the tender and ENDORSED the plan.\n\n3. Close\nNone.\n",
    );
    assert_eq!(counted(&found, ["decisions"]), [0]);
    assert!(public(&found).contains("and agreed the sale") && public(&found).contains("ENDORSED"));
}

#[test]
fn a_label_that_nobody_knows_may_withhold_what_it_stands_with() {
    for mark in ["Open/Closed: Closed", "Publication: Closed", "Part B", "Access: Closed"] {
        let paper = format!(
            "Governance schedule\n\nPartnership: Safer Vale\nPerformance: Burglary rose.\nResponse: Patrols.\n\n\
             Partnership: Depot Venture\n{mark}\nPerformance: Losses of two million pounds.\nResponse: Closure.\n"
        );
        let found = tried("s.txt", &paper, PaperKind::Schedule);
        let kept =
            found.map_or(String::new(), |found| serde_json::to_string(rows(&found)).unwrap());
        assert!(!kept.contains("million"), "{mark}: {kept}");
    }
}

#[test]
fn minutes_in_another_layout_are_read_in_it_only_where_nothing_is_withheld() {
    let items = "Item 1 - Apologies\nNone.\n\nItem 2 - Depot - EXEMPT\nAcme was chosen.\n\nItem 3 - Roads\nTaken.\n\nItem 2 - action\nJo Lane to pay Acme by 1 July 2026\n";
    let paper = |items: &str| {
        format!(
            "VALE ASSETS COMMITTEE\n\nMinutes of the meeting held on Monday 8 June 2026\n\nPresent: Cllr Ann Bell (Chair)\n\n{items}"
        )
    };
    let read = |items: &str| tried("m.txt", &paper(items), PaperKind::Minutes);
    assert!(read(items).is_err());
    assert_eq!(counted(&read(&items.replace(" - EXEMPT", "")).unwrap(), ["items"]), [3]);
}
