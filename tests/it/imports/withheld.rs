//! Papers with business that the public may not read: what is marked stays
//! marked, and what cannot be withheld is not taken in.

use minutebook::import::{self, Found, Known, PaperKind};
use minutebook::model::{Item, Method, Mint, Record};

use super::{counted, day, meeting, nothing, read, read_knowing, rows, told};

const HEAD: &str = "OAKSHIRE COUNTY COUNCIL\n\nRIVERS SCRUTINY COMMITTEE\n\n\
    Agenda for the meeting on Thursday 15 September 2011 at 10.00 am\n\n";

fn items(found: &Found) -> Vec<&Item> {
    rows(found)
        .iter()
        .filter_map(|row| if let Record::Item(item) = row { Some(item) } else { None })
        .collect()
}

/// The numbers of the items that the public may not read, with their paragraphs.
fn withheld(found: &Found) -> Vec<(String, String)> {
    let kept = items(found).into_iter().filter(|item| !item.exempt.is_open());
    kept.map(|item| (item.number.clone(), String::from(item.exempt.clone()))).collect()
}

#[track_caller]
fn check(kind: PaperKind, business: &str, want: &[(&str, &str)]) -> Found {
    let found = read("paper.txt", format!("{HEAD}{business}").as_bytes(), kind);
    let want: Vec<(String, String)> =
        want.iter().map(|(number, under)| ((*number).into(), (*under).into())).collect();
    assert_eq!(withheld(&found), want, "{business}\n{:#?}", found.report.warnings);
    found
}

#[test]
fn an_item_marked_exempt_is_exempt_however_it_is_marked() {
    let agenda = |marked: &str| {
        format!("1. Apologies\n2. Flood plan\n3. {marked}\n4. Dates of next meetings\n")
    };
    for (marked, under) in [
        ("Depot lease (EXEMPT)", "unnamed"),
        ("Depot lease - Confidential", "unnamed"),
        ("Confidential staffing matter - depot lease", "unnamed"),
        ("Depot lease (Exempt - paragraph 3)", "3"),
        ("Depot lease\n   NOT FOR PUBLICATION by virtue of paragraphs 1 and 3", "1,3"),
        ("Depot lease\n   This report contains exempt information.", "unnamed"),
        ("Depot lease\n\n   (Not for publication: paragraph 5 of Schedule 12A)", "5"),
    ] {
        let found = check(PaperKind::Agenda, &agenda(marked), &[("3", under)]);
        assert!(told(&found, "", "item 3 is marked exempt and kept from the public"), "{marked}");
        assert_eq!(counted(&found, ["withheld from the public"]), [1]);
    }
}

#[test]
fn everything_after_the_public_are_sent_out_is_exempt_until_they_come_back() {
    check(
        PaperKind::Agenda,
        "1. Apologies\n2. Flood plan\n3. Exclusion of press and public\n   To resolve that the \
         public be excluded under paragraph 3 of Schedule 12A.\n4. Depot lease\n5. Pump tender\n\
         6. Readmission of the public\n7. Dates of next meetings\n",
        &[("4", "3"), ("5", "3")],
    );
    check(
        PaperKind::Agenda,
        "1. Apologies\n2. Flood plan\n3. Exclusion of the public\n   That the public be excluded \
         for item 4 (paragraph 2).\n4. Depot lease\n5. Dates of next meetings\n",
        &[("4", "2")],
    );
    check(
        PaperKind::Auto,
        "1. Apologies for absence\n2. Flood plan\n   The Committee is RECOMMENDED to approve it.\n\
         3. Exclusion of the public\n\n   The Committee is RECOMMENDED to exclude the public for \
         the following item, under paragraph 3.\n\n4. Depot lease\n5. Any other business\n",
        &[("4", "3")],
    );
    check(
        PaperKind::Agenda,
        "PART I\n\n1. Apologies\n2. Flood plan\n\nPART II - PRIVATE\n\n3. Depot lease\n4. Pump tender\n",
        &[("3", "unnamed"), ("4", "unnamed")],
    );
}

#[test]
fn a_paper_marked_at_its_head_is_exempt_from_end_to_end() {
    let paper = format!("CONFIDENTIAL\n\n{HEAD}1. Apologies\n2. Depot lease\n3. Pump tender\n");
    let found = read("paper.txt", paper.as_bytes(), PaperKind::Agenda);
    assert_eq!(withheld(&found).len(), 3);
}

#[test]
fn business_that_only_sounds_exempt_stays_open() {
    let found = check(
        PaperKind::Agenda,
        "1. Apologies\n2. Council tax exemptions\n3. Confidential reporting policy\n\
         4. Private sector housing\n5. To identify any items containing exempt information\n",
        &[],
    );
    assert!(told(&found, "", "mark the items it means with .exempt"));
}

#[test]
fn a_column_of_a_table_marks_its_rows() {
    let table = "| No | Item | Lead | Exempt |\n|---|---|---|---|\n| 1 | Apologies | Chair | No |\n\
        | 2 | Flood plan | Alan Bell | |\n| 3 | Depot lease | Alan Bell | Yes |\n\
        | 4 | Pump tender | Alan Bell | para 3 |\n";
    let found = read("agenda.md", format!("# Agenda\n\n{table}").as_bytes(), PaperKind::Agenda);
    let on = meeting(day(2011, 9, 15));
    let known = Known { meeting: Some(&on), ..nothing() };
    assert!(found.entry.is_none(), "nobody said of which meeting");
    let found = read_knowing(
        "agenda.md",
        format!("# Agenda\n\n{table}").as_bytes(),
        PaperKind::Agenda,
        &known,
    );
    assert_eq!(withheld(&found), [("3".into(), "unnamed".into()), ("4".into(), "3".into())]);
}

#[test]
fn minutes_taken_in_private_come_in_as_private() {
    check(
        PaperKind::Minutes,
        "MINUTES\n\nPresent: Councillor Ann Tull, Councillor Bob Mere\n\n1. Flood plan\n   The plan \
         was noted.\n\n2. Exclusion of the public\n   RESOLVED: that the public be excluded for \
         the next item under paragraph 3 of Schedule 12A.\n\n3. Depot lease\n   The rent is to be \
         40,000 pounds.\n   RESOLVED: to accept the offer.\n",
        &[("3", "3")],
    );
    check(
        PaperKind::Minutes,
        "MINUTES\n\nPresent: Councillor Ann Tull, Councillor Bob Mere\n\n1. Flood plan\n   The plan \
         was noted.\n\n2. Depot\n   RESOLVED: that the press and public be excluded.\n\n   The rent \
         is to be 40,000 pounds.\n\n3. Close\n   The meeting closed.\n",
        &[("2", "unnamed"), ("3", "unnamed")],
    );
}

#[test]
fn the_public_are_sent_out_in_whatever_words() {
    for said in [
        "RESOLVED under the Public Bodies (Admission to Meetings) Act 1960 that the public and press be excluded because of the confidential nature of the business.",
        "RESOLVED that under the Public Bodies (Admission to Meetings) Act 1960 the public and press be excluded.",
        "RESOLVED in accordance with the Public Bodies Act that the public and representatives of the press be excluded.",
        "RESOLVED: to resolve that the public and press leave the meeting.",
        "The Council agreed to exclude members of the press and public.",
    ] {
        check(
            PaperKind::Minutes,
            &format!(
                "MINUTES\n\nPresent: Councillor Ann Tull, Councillor Bob Mere\n\n1. Flood plan\n   The \
                 plan was noted.\n\n2. Depot\n   {said}\n\n   The rent is to be 40,000 pounds.\n\n3. \
                 Close\n   The meeting closed.\n"
            ),
            &[("2", "unnamed"), ("3", "unnamed")],
        );
    }
    for band in ["RESERVED BUSINESS", "ITEMS BELOW THE LINE"] {
        let business = format!("1. Flood plan\n\n{band}\n\n2. Depot\n3. Staff\n");
        check(PaperKind::Agenda, &business, &[("2", "unnamed"), ("3", "unnamed")]);
    }
}

#[test]
fn a_later_version_may_withhold_an_item_and_never_opens_one() {
    let on = meeting(day(2011, 9, 15));
    let known = Known { meeting: Some(&on), ..nothing() };
    let paper = |marked: &str| {
        format!("{HEAD}1. Apologies\n2. Flood plan\n3. Depot lease{marked}\n4. Dates\n")
    };
    let first = read_knowing("agenda.txt", paper("").as_bytes(), PaperKind::Agenda, &known);
    let had: Vec<Item> = items(&first).into_iter().cloned().collect();
    let known = Known { items: &had, ..known };
    let later =
        read_knowing("agenda.txt", paper(" (EXEMPT)").as_bytes(), PaperKind::Agenda, &known);
    assert_eq!(withheld(&later), [("3".into(), "unnamed".into())]);
    let had: Vec<Item> = items(&later).into_iter().cloned().collect();
    let known = Known { items: &had, ..known };
    let last = read_knowing("agenda.txt", paper("").as_bytes(), PaperKind::Agenda, &known);
    assert_eq!(withheld(&last), [("3".into(), "unnamed".into())]);
}

#[test]
fn a_list_marked_as_a_whole_is_refused_and_a_row_of_one_is_left_out() {
    let log = "Ref,Action,Owner,Due\nA1,Write to the Agency,Ann Tull,1 May 2026\n\
        A2,Value the depot (EXEMPT),Bob Mere,1 May 2026\n";
    let found = read("log.csv", log.as_bytes(), PaperKind::Actions);
    assert_eq!(counted(&found, ["actions"]), [1]);
    assert!(told(&found, "", "marked exempt, and not read in"));
    let whole = format!("CONFIDENTIAL\n\n{log}");
    let refused = import::read(
        "log.md",
        whole.as_bytes(),
        PaperKind::Actions,
        &nothing(),
        &mut Mint::new("", 0),
    );
    let said = refused.map_or_else(|wrong| format!("{wrong} {}", wrong.hint()), |_| String::new());
    assert!(
        said.contains("marked \u{201c}CONFIDENTIAL\u{201d}") && said.contains(".exempt"),
        "{said}"
    );
    let members = "Name,Sector\nAnn Tull,Private\nBob Mere,Public\n";
    let found = read("members.csv", members.as_bytes(), PaperKind::Members);
    assert!(!told(&found, "", "marked exempt"), "{:?}", found.report);
}

#[test]
fn a_band_across_a_table_marks_the_rows_after_it() {
    for band in [
        "PRIVATE SESSION \u{2013} not for publication",
        "PART B \u{2013} Items from which the press and public are likely to be excluded",
        "Items to be considered in private",
        "CLOSED SESSION \u{2013} members of the public will be asked to leave",
    ] {
        let text = format!(
            "<h1>Rivers Board</h1><h2>Agenda</h2><p>5 May 2026</p><table><tr><th>No.</th><th>Subject</th><th>Lead</th></tr>\
             <tr><td>1</td><td>Floods</td><td>Chair</td></tr><tr><td colspan=3>{band}</td></tr>\
             <tr><td>2</td><td>Land</td><td>Chair</td></tr><tr><td>3</td><td>Staff</td><td>Chair</td></tr></table>"
        );
        let found = read("agenda.html", text.as_bytes(), PaperKind::Agenda);
        let open: Vec<bool> = items(&found).iter().map(|item| item.exempt.is_open()).collect();
        assert_eq!(open, [true, false, false], "{band}");
    }
}

#[test]
fn what_an_item_names_of_itself_goes_before_what_its_part_names() {
    let text = "# Rivers Board\n\n## Agenda\n\n5 May 2026\n\n1. Floods\n2. Exclusion of the public\n\n   To exclude the public under paragraphs 1 and 3 of Schedule 12A.\n\n3. Land (paragraph 3)\n4. Staff (paragraph 1)\n";
    let found = read("agenda.md", text.as_bytes(), PaperKind::Agenda);
    let all = items(&found);
    let named: Vec<&[u8]> = all.iter().map(|item| item.exempt.numbers()).collect();
    assert_eq!(named[2..], [&[3][..], &[1]]);
}

#[test]
fn a_title_marked_exempt_in_a_row_of_its_number_is_exempt_with_all_under_it() {
    let page = "<h1>Cabinet</h1><p>Minutes of the meeting on Monday 5 October 2026</p>\
        <p>Present: Cllr A Lee (Chair)</p><table><tr><th>No.</th><th>Item</th></tr>\
        <tr><td>1.</td><td><b>Apologies</b><p>None</p></td></tr>\
        <tr><td>2.</td><td><b>Exempt: land sale</b><p>RESOLVED: that it be sold.</p></td></tr>\
        <tr><td>3.</td><td><b>Budget</b><p>RESOLVED: that it be noted.</p></td></tr></table>";
    let found = read("minutes.html", page.as_bytes(), PaperKind::Minutes);
    assert_eq!(withheld(&found), [("2".to_owned(), "unnamed".to_owned())]);
}

#[test]
fn the_items_that_a_legend_means_are_withheld_and_the_one_over_it_is_not() {
    let closed = |lines: &str, legend: &str| -> Vec<String> {
        let paper = format!(
            "Resources Committee\n\nAgenda\n\nTuesday 4 March 2025 at 6.00 pm\n\n1. Apologies\n\n\
             {lines}\n\n4. Date of next meeting\n\n{legend}\n"
        );
        let found = read("agenda.txt", paper.as_bytes(), PaperKind::Agenda);
        let withheld = |row: &Record| match row {
            Record::Item(item) if !item.exempt.is_open() => Some(item.number.clone()),
            _ => None,
        };
        rows(&found).iter().filter_map(withheld).collect()
    };
    let stars = "Items marked * are exempt under paragraph 3.";
    assert_eq!(closed("2. Grant\n\n* 3. Depot sale", stars), ["3"]);
    assert_eq!(closed("2. Grant\n\n*3. Depot sale", "* Exempt item"), ["3"]);
    assert_eq!(closed("2. Grant\n\n3. Depot sale (E)", "(E), * = exempt, para 3"), ["3"]);
}

#[test]
fn the_item_that_sends_the_public_out_is_open_whatever_number_stands_beside_its_title() {
    let paper = "# Growth Board: minutes of 1 October 2026\n\n**Growth Board (GB)**\n\nMINUTES of the meeting held \
        on Thursday 1 October 2026, commencing at 10.00 am\n\n## Present\n\n**Voting Members:**\n\n\
        - Ann Hart - in the chair\n- Tom Lee\n\n\
        ## 2/26 Skills (Agenda Item 3)\n\n**AGREED (unanimously):** to approve the survey.\n\n\
        ## 3/26 Exclusion of the public (Agenda Item 4)\n\n**RESOLVED:** that the public be excluded for \
        Agenda Item 5, under paragraph 3 of Part 1 of Schedule 12A to the Local Government Act 1972.\n\n\
        ## 4/26 Land (Agenda Item 5)\n\nSold.\n";
    let found = read("m.md", paper.as_bytes(), PaperKind::Auto);
    let open: Vec<bool> = rows(&found)
        .iter()
        .filter_map(
            |row| if let Record::Item(item) = row { Some(item.exempt.is_open()) } else { None },
        )
        .collect();
    assert_eq!(open, [true, true, false]);
    let methods: Vec<Method> = rows(&found)
        .iter()
        .filter_map(|row| if let Record::Vote(vote) = row { Some(vote.method) } else { None })
        .collect();
    assert_eq!(methods, [Method::Unanimous], "and nobody is counted whom nobody counted");
}

#[test]
fn a_part_of_an_item_is_withheld_with_it() {
    let paper = "<h1>Vale Board</h1><p>Minutes of the meeting held on 3 May 2026</p><p>Present: Ann Bell</p>\
        <table><tr><th>No</th><th>Item</th><th>Action</th></tr>\
        <tr><td>1</td><td>Welcome</td><td></td></tr><tr><td>1.1</td><td>All were welcomed.</td><td></td></tr>\
        <tr><td>2</td><td>Confidential: staffing</td><td></td></tr>\
        <tr><td>2.1</td><td>The Board approved the restructure.</td><td></td></tr>\
        <tr><td>3</td><td>Next meeting</td><td></td></tr></table>";
    let found = read("minutes.html", paper.as_bytes(), PaperKind::Minutes);
    let secret = |row: &Record| match row {
        Record::Item(item) => item.title.contains("restructure") && item.exempt.is_open(),
        _ => false,
    };
    assert!(!rows(&found).iter().any(secret), "{:?}", rows(&found));
    assert!(withheld(&found).iter().any(|(number, _)| number == "2"));
    assert!(withheld(&found).iter().all(|(number, _)| number.starts_with('2')));
}

/// The numbers of the items of such minutes that are withheld.
fn shut(business: &str) -> Vec<String> {
    let paper = format!(
        "# Harbour Board\n\nMinutes of the meeting held on 4 March 2024\n\nPresent: Ann Vane (Chair), Ben Rook\n\n{business}"
    );
    let found = read("m.md", paper.as_bytes(), PaperKind::Minutes);
    withheld(&found).into_iter().map(|(number, _)| number).collect()
}

#[test]
fn a_resolution_in_the_past_tense_shuts_what_follows_and_a_lettered_part_goes_with_its_item() {
    let business = "## 1. Trees\n\nTold.\n\n## 2. Resolution to consider in private\n\nThe Committee excluded the public for the \
        following item of business, as exempt information under Schedule 7A would be disclosed.\n\n## 3. Land\n\nSold.\n\n## 4. Close\n\nEnded.\n";
    assert!(shut(business).contains(&"3".to_owned()));
    let agenda = "1. Roll call\n2. Closed session\n   A. Conference with counsel\n3. Debt (Private under paragraph 3 of Part 1 of Schedule 7A)\n4. Adjournment\n";
    let found = read("agenda.txt", format!("{HEAD}{agenda}").as_bytes(), PaperKind::Agenda);
    let numbers: Vec<String> = withheld(&found).into_iter().map(|(number, _)| number).collect();
    assert_eq!(numbers, ["2", "2A", "3"]);
    assert_eq!(shut("## 1. Trees\n\nTold.\n\n## 2. Pay\n\nPrivate session. The public left the meeting. It was agreed.\n\n## 3. Close\n\nEnded.\n").first().map(String::as_str), Some("2"));
}

#[test]
fn what_is_said_of_other_items_withholds_them_too() {
    let items = |said: &str| {
        format!(
            "## 1. Apologies\n\nNone.\n\n## 2. Fees\n\nKept.\n\n## 3. Depot\n\nTold.\n\n{said}\n\n## 4. Land\n\nSold.\n\n## 5. Close\n\nEnded.\n"
        )
    };
    assert_eq!(shut(&items("Items 2 and 3 were exempt.")), ["2", "3"]);
    assert_eq!(shut(&items("The next item is exempt.")), ["3", "4"]);
    assert_eq!(shut(&items("The following items contain exempt information.")), ["3", "4", "5"]);
    assert!(shut(&items("See the appendix to item 2.")).is_empty());
}

#[test]
fn what_a_paragraph_tells_after_the_public_left_is_withheld_with_its_item() {
    let roads = |said: &str| {
        format!("## 1. Roads\n\n{said}\n\n## 2. Parks\n\nTold.\n\n## 3. Close\n\nEnded.\n")
    };
    let goes_on = roads("They spoke. The meeting went into closed session. A price was named.");
    assert_eq!(shut(&goes_on), ["1", "2", "3"]);
    assert_eq!(shut(&roads("They spoke. The meeting went into closed session.")), ["2", "3"]);
}

#[test]
fn a_minute_number_printed_again_before_an_action_begins_no_open_business() {
    let business = "2024/031 Budget\n\nTold.\n\n2024/032 EXEMPT Depot\n\nTold.\n\n\
        2024/032 Action: Ben Rook to write to the buyer by 1 April 2024\n\n2024/033 Close\n\nEnded.\n";
    assert_eq!(shut(business), ["2"], "and the action is one of the exempt item");
}
