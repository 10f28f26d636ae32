//! Minutes as clerks write them, in and out again: the finished page says what the paper
//! said, in the order of the book.

use minutebook::book::{EVERY, Filter};
use minutebook::document::{Audience, Document};
use minutebook::import::PaperKind;
use minutebook::model::Record;

use super::{counted, read, rows};
use crate::support::clerk::words_of;
use crate::support::shelf::Shelf;

/// The minutes that a book makes of a paper it has taken in.
fn page_of(name: &str, paper: &str) -> String {
    let found = read(name, paper.as_bytes(), PaperKind::Minutes);
    let shelf = Shelf::with("Took a paper in", rows(&found).to_vec());
    let book = shelf.book();
    let meetings = book.meetings(&Filter::default(), EVERY).unwrap();
    words_of(&Document::minutes(&book.sitting(&meetings[0].id).unwrap(), Audience::Members))
}

const DISTRICT: &str = "\
# Hartwell and Brend District Council

## Community Scrutiny Panel

Minutes of the meeting held on Tuesday 9 June 2026 at 10.00 am in the Guildhall, Brend

At a meeting of the Community Scrutiny Panel there were present:-

Councillor R. Okonjo (Chair)
Councillor D. Farrow
Councillor S. Quill
Councillor L. Nettleship

Officers: K. Oduya (Head of Policy), J. Penhale (Solicitor)

Apologies: Councillor V. Tarrant, Councillor M. Idris (substitute: Councillor B. Lowe)

### 1. Apologies for absence

### 2. Declarations of interest

Councillor Farrow declared a disclosable pecuniary interest in item 4 as a landlord, and left the meeting.

### 3. Waste contract

The Panel considered a report of the Head of Policy. It was proposed by Councillor Okonjo, seconded by Councillor Quill, and

RESOLVED that the Panel:

1. note the report;
2. ask the Cabinet Member to attend in September.

FOR: Councillors Okonjo, Lowe, Quill. AGAINST: Councillor Nettleship.

| Action | Who | When |
| --- | --- | --- |
| Write to the contractor | K. Oduya | 30 June 2026 |
| Bring figures back | J. Penhale | Next meeting |

### 4. Housing allocations

> The Chair reminded members that the policy was last changed in 2019.

The Panel heard from a tenant. RESOLVED: that the tenant be thanked.

Voting: 5 for, 0 against

### 5. Leisure centre

It was agreed that consideration of this item be deferred to the meeting on 8 September 2026 as the survey was not complete.

Signed ........................ Chair      Date ..................
";

#[test]
fn the_minutes_of_a_district_come_out_as_they_went_in() {
    let page = page_of("minutes.md", DISTRICT);
    for said in [
        "Councillor R. Okonjo - in the chair",
        "Councillor B. Lowe (in place of Councillor M. Idris)",
        "Disclosable pecuniary: a landlord",
        "The Panel considered a report of the Head of Policy. RESOLVED (on a motion by Councillor Okonjo, seconded by Councillor Quill, by 3 votes to 1): (a) that the Panel note the report; (b) that the Panel ask the Cabinet Member to attend in September. Recorded vote: - For (3):",
        "Write to the contractor. K. Oduya by 30 June 2026",
        "Bring figures back. J. Penhale Next meeting",
        "The Chair reminded members that the policy was last changed in 2019. The Panel heard from a tenant. RESOLVED (by 5 votes to 0): that the tenant be thanked.",
        "DEFERRED to 8 September 2026, because the survey was not complete.",
    ] {
        assert!(page.contains(said), "{said}\n\n{page}");
    }
    assert!(!page.contains("Signed ..."), "{page}");
}

const PARISH: &str = "OAKDALE PARISH COUNCIL\n\nMINUTES of the Meeting held in the Village Hall, Oakdale on Wednesday 13th May 2026 at 7.30pm\n\n\
    PRESENT: Cllr J Marsh (Chairman), Cllr A Drew, Cllr T Quinn, 4 members of the public\n\n\
    26/045 DECLARATIONS OF INTEREST\nCllr Drew declared a non-pecuniary interest in minute 26/047 as a member of the cricket club.\n\n\
    26/046 FINANCE\nRESOLVED to pay the following:\nHMRC\t\u{a3}212.40\nZurich\t\u{a3}1,204.12\n\n\
    26/047 CRICKET PAVILION\nCllr Quinn presented quotes. It was proposed by Cllr Quinn, seconded by Cllr Marsh and RESOLVED (2 for, 1 abstention) to accept the quote.\n";

#[test]
fn the_minutes_of_a_parish_come_out_as_they_went_in() {
    let page = page_of("minutes.txt", PARISH);
    for said in [
        "A Drew 3 Other: a member of the cricket club",
        "RESOLVED: to pay the following: HMRC, \u{a3}212.40 Zurich, \u{a3}1,204.12",
        "Cllr Quinn presented quotes. RESOLVED (on a motion by Councillor Quinn, seconded by Councillor Marsh, by 2 votes to 0, with 1 abstention): to accept the quote.",
    ] {
        assert!(page.contains(said), "{said}\n\n{page}");
    }
    assert!(!page.contains("members of the public"), "{page}");
}

const CABINET: &str = "<h1>Cabinet</h1><p>Minutes of a meeting of the Cabinet held on Monday, 2 March 2026 at 5.00 pm in the Council Chamber</p>\
    <table><tr><td></td><td>Name</td><td>Role</td></tr><tr><td>AB</td><td>Councillor Anne Bell</td><td>Leader of the Council</td></tr></table>\
    <p><b>Present:</b> Councillor Max Webb</p>\
    <h2>CAB.112 Apologies</h2><p>There were none.</p>\
    <h2>CAB.113 Budget monitoring</h2><p>The Leader presented the report.</p>\
    <p><b>Decision:</b></p><ol><li>To note the position.</li><li>To approve the transfers.</li></ol>\
    <p><b>Reasons for decision:</b></p><p>To keep within the budget.</p>\
    <p><b>Alternative options considered:</b></p><p>To do nothing.</p>\
    <h2>CAB.114 Leisure contract</h2><p><b>RESOLVED \u{2013}</b></p><p>(1) That the contract be extended; and</p><p>(2) That the Director sign it.</p><p>(Voting: unanimous)</p>";

#[test]
fn the_decisions_of_a_cabinet_keep_their_reasons_and_their_vote() {
    let page = page_of("minutes.html", CABINET);
    for said in [
        "AGREED: (a) to note the position; (b) to approve the transfers. Reasons: To keep within the budget. Alternatives considered: To do nothing.",
        "RESOLVED (unanimously): (a) that the contract be extended; (b) that the Director sign it",
    ] {
        assert!(page.contains(said), "{said}\n\n{page}");
    }
    let found = read("minutes.html", CABINET.as_bytes(), PaperKind::Minutes);
    let told = format!("{:?}", found.report);
    assert!(
        told.contains("Anne Bell (Leader of the Council) is listed, and it is not said whether"),
        "{told}"
    );
}

const BOARD: &str = "PUBLIC SERVICE BOARD\n\nNotes of the meeting held at County Hall on 22 September 2010, 2.00 pm\n\n\
    Present: Keith Mitchell (Chair), Joanna Simons, Jonathan McWilliam\n\n\
    1. Welcome\nThe Chair welcomed all.\n\n2. Performance\nThe Board AGREED:\n- to ask for a plan\n- to look again in December\n\
    ACTION (JMcW): write to the Trust by 8 October 2010\n\n3. AOB\nNone.\n";

#[test]
fn the_notes_of_a_board_say_who_was_there_and_what_it_agreed() {
    let page = page_of("notes.txt", BOARD);
    for said in [
        "In the chair: Keith Mitchell. Present: Joanna Simons and Jonathan McWilliam.",
        "Agreed: (a) to ask for a Jonathan McWilliam: write to the plan; (b) to look again in December. Trust, 8 October 2010",
    ] {
        assert!(page.contains(said), "{said}\n\n{page}");
    }
}

const COUNTY: &str = "NORTHMOOR COUNTY COUNCIL\n\n     SCRUTINY COMMITTEE - 2 DECEMBER 2026\n\n\
    MINUTES of the meeting commencing at 10.00 am and finishing at 12.35 pm\n\nPresent:\n\n\
    Voting Members:      Councillor Ivor Petch - in the Chair\n                     Councillor Gita Solanki (In place of Councillor\n\
    \x20                    Robert Vane)\n                     Councillor Ellen Tooley (for Agenda Items 5 to 7)\n\n\
    Other Members in\nAttendance:          Councillor Fay Oduber (Cabinet Member for Finance)\n\n\
    Officers:\nWhole of meeting     J. Beck (Law & Governance)\nPart of meeting\nAgenda Item          Officer Attending\n\
    6                    Karen Lyle, Director of Finance\n\n\
    61/26   APOLOGIES FOR ABSENCE AND TEMPORARY APPOINTMENTS\n        (Agenda No. 1)\n\n\
    \x20       Apology from                       Temporary Appointment\n        Councillor Robert Vane             Councillor Gita Solanki\n        Councillor Hugh Sill               -\n\n\
    62/26   BUDGET\n        (Agenda No. 6)\n\n        AGREED: to note the forecast.\n";

#[test]
fn the_columns_of_a_county_list_who_came_and_who_did_not() {
    let page = page_of("minutes.txt", COUNTY);
    for said in [
        "Councillor Gita Solanki (in place of Councillor Robert Vane)",
        "Councillor Ellen Tooley",
        "Other Members in Councillor Fay Oduber, Cabinet Member for Finance Attendance:",
        "J. Beck (Law & Governance)",
        "Karen Lyle (Director of Finance)",
        "Councillor Hugh Sill",
    ] {
        assert!(page.contains(said), "{said}\n\n{page}");
    }
}

#[test]
fn people_of_a_board_come_from_where_is_printed_beside_them() {
    let paper = "# Northmoor Strategic Partnership Board\n\nMinutes of the meeting held on Thursday, 5 November 2026 at 9.30 am at The Maltings, Brackley\n\n\
        **Present**\n\nCouncillor Fay Oduber (in the Chair)\nDr Anil Rao, NHS Northmoor ICB\nRob Yeo (deputising for Tom Sayle, Chamber of Commerce)\nOlive Tranter, Brackley CVS\n\n\
        **Apologies:** Tom Sayle.\n\n## 1. Welcome\n\nThe Chair welcomed members.\n\n## 2. Figures\n\nNoted.\n\n## 3. Close\n\nNone.\n";
    let found = read("minutes.md", paper.as_bytes(), PaperKind::Minutes);
    let told = format!("{:?}", found.report);
    assert!(told.contains("place: The Maltings, Brackley"), "{told}");
    let people = rows(&found).iter().filter(|row| matches!(row, Record::Person(_))).count();
    assert_eq!(people, 5, "the organisations are nobody");
}

#[test]
fn minutes_with_no_line_between_their_parts_are_minutes() {
    let minutes = "DALE PARISH COUNCIL\nMinutes of the meeting held on 3 June 2024 at 7.00 pm\n\
        Present: Cllr Ames (Chairman), Cllr Boult\n1. Footpath\n\
        RESOLVED that it be mended.\n2. Close\nThe meeting closed at 8 pm.\n";
    let found = read("minutes.txt", minutes.as_bytes(), PaperKind::Auto);
    assert_eq!(counted(&found, ["items", "present", "decisions"]), [2, 2, 1]);
}

#[test]
fn whoever_came_for_some_items_alone_is_there_and_that_is_told() {
    let paper = "SCRUTINY COMMITTEE\n\nMINUTES of the meeting held on 2 December 2026 at 10.00 am\n\nPresent:\n\n\
        Councillor Ivor Petch - in the Chair\nCouncillor Ellen Tooley (for Agenda Items 5 and 6)\n\n\
        By Invitation: Ms Una Field, External Auditor\n\nOfficers:\n\nPart of meeting\n\n\
        Agenda Item          Officer Attending\n5                    Dana Poole, Head of Property\n\n\
        61/26   INTERESTS\n(Agenda No. 2)\n\n\
        Councillor Tooley declared a non-registrable interest in item 5 as a governor, and remained in the meeting.\n\n\
        62/26   BUDGET\n(Agenda No. 5)\n\nAGREED: to note the forecast.\n\n\
        ........................ in the Chair\n";
    let page = page_of("minutes.txt", paper);
    for said in [
        "Dana Poole (Head of Property)",
        "Ms Una Field, External Auditor",
        "remained in the meeting",
    ] {
        assert!(page.contains(said), "{said}\n\n{page}");
    }
    assert_eq!(page.matches("in the Chair").count(), 1, "a line to sign on is no minute: {page}");
    let found = read("minutes.txt", paper.as_bytes(), PaperKind::Minutes);
    let unread = format!("{:?}", found.report.unread);
    for said in ["for Agenda Items 5 and 6", "for Agenda Item 5"] {
        assert!(unread.contains(said), "{unread}");
    }
}

#[test]
fn initials_in_a_column_of_actions_are_told_what_to_do_by_the_notes_beside_them() {
    let paper = "<h1>Dale Health Partnership</h1><p>Notes of the meeting held on 15 October 2026 at 2.00 pm</p>\
        <p>Present: Helen Marsh (Chair), Raj Patel, Tom Birch</p>\
        <table><tr><th>Item</th><th>Discussion</th><th>Action</th></tr>\
        <tr><td>1.</td><td><b>Smoking</b><br>RP reported a fall. RP to circulate the figures by 30 October.<br>TB will ask members.</td><td>RP<br>TB</td></tr>\
        <tr><td>2.</td><td><b>Falls</b><br>It was agreed to support the plan. Chair spoke.</td><td>HM</td></tr></table>";
    let page = page_of("notes.html", paper);
    for said in [
        "Raj Patel: circulate the figures",
        "Tom Birch: ask members",
        "Agreed: to support the plan",
        "RP reported a fall.",
    ] {
        assert!(page.contains(said), "{said}\n\n{page}");
    }
    assert!(!page.contains("Helen Marsh:"), "nothing says what she is to do: {page}");
}

#[test]
fn what_a_line_of_plain_text_breaks_is_one() {
    let paper = "DALE BOROUGH COUNCIL\n\nNORTHERN AREA COMMITTEE\n\n\
        Minutes of a meeting of the Northern Area Committee held in the Village Hall,\n\
        Upper Dale on Monday 14 September 2026 at 7.00 pm.\n\n\
        PRESENT: Councillor Marta Kowal (Chairman); Councillors Rhys ap Gwilym, Ann\n\
        Postle, J. de Souza and Tunde Bakare.\n\n\
        OFFICERS: Ilse Brandt (Director of Housing), Wendy Pryce (Democratic Services\nOfficer).\n\n\
        NA.21 RENTS\n\nRECOMMENDED to the Cabinet - That the rise be limited to 5 per cent.\n\n\
        NA.22 NEXT MEETING\n\n8 December 2026.\n";
    let page = page_of("minutes.txt", paper);
    for said in [
        "Village Hall, Upper Dale",
        "Councillor Ann Postle",
        "Councillor J. de Souza",
        "Wendy Pryce (Democratic Services Officer)",
        "RECOMMENDED to the Cabinet: that the rise be limited to 5 per cent",
    ] {
        assert!(page.contains(said), "{said}\n\n{page}");
    }
}

#[test]
fn parts_of_an_item_in_rows_of_their_own_are_items_and_keep_their_days() {
    let paper = "<h1>Dale Safety Partnership</h1><p>Notes of the meeting held on 22 September 2026, 10.00 am</p>\
        <p>Present: Carol Dunmore (Chair), Yusuf Adeyemi, Helen Marsh</p>\
        <table><tr><th>No.</th><th>Item</th><th>Discussion</th><th>Action</th></tr>\
        <tr><td>1</td><td>Welcome</td><td>All were welcomed.</td><td></td></tr>\
        <tr><td>2</td><td>Last notes</td><td>Agreed.</td><td></td></tr>\
        <tr><td>3.1</td><td>Night economy</td><td>Marshals ran.</td><td>Carol Dunmore to send costs by 30 October 2026</td></tr>\
        <tr><td>3.2</td><td>Reporting</td><td>Three are open.</td><td></td></tr>\
        <tr><td>4</td><td>Bid</td><td>Due soon.</td><td>Helen Marsh: draft it, 13 November 2026</td></tr></table>";
    let page = page_of("notes.html", paper);
    for said in ["3.1 Night economy", "3.2 Reporting", "draft it, 13 November 2026"] {
        assert!(page.contains(said), "{said}\n\n{page}");
    }
}

const SCRUTINY: &str = "# Borough of Easthaven\n\n## Scrutiny Committee\n\n\
    Minutes of the meeting held on Monday, 19 January 2026 commencing at 7.00 p.m.\n\n\
    **Councillors present:** Councillors Mrs A. Blythe (Chairman), J. Corr (Vice-Chairman), D. Eames and R. Fitch.\n\n\
    **Apologies** for absence were submitted by Councillors K. Lunn and B. Marr.\n\n\
    ### 36. HARBOUR DUES\n\n\
    Moved by Councillor Fitch, seconded by Councillor Eames, that the decision be referred back.\n\n\
    An amendment was moved by Councillor Corr, seconded by Councillor Blythe, that it be supported.\n\n\
    On being put to the vote the amendment was LOST (2 for, 3 against).\n\n\
    The motion was then put and CARRIED by 3 votes to 2.\n\n\
    RESOLVED \u{2013}\n\n(1) That the decision be referred back; and\n\n(2) That the Head of Finance provide figures.\n\n\
    ### 37. NEXT MEETING\n\n2 March.\n\n### 38. CLOSE\n\nAt 9.\n";

#[test]
fn the_minutes_of_a_scrutiny_committee_come_out_as_they_went_in() {
    let page = page_of("minutes.md", SCRUTINY);
    for said in [
        "Councillor J. Corr",
        "Councillor K. Lunn - Councillor B. Marr -",
        "36/26 HARBOUR DUES (Agenda Item 1)",
        "Councillor Corr moved and Councillor Blythe seconded, as an amendment, that it be supported. Two voted for, three against. The amendment was lost.",
        "Three voted for, two against. The motion was carried.",
        "(a) that the decision be referred back; (b) that the Head of Finance provide figures.",
    ] {
        assert!(page.contains(said), "{said}\n\n{page}");
    }
}

const GOVERNORS: &str = "**Mill Lane Primary School**\n\n**Minutes of the Full Governing Board meeting**\n\n\
    Held on Wednesday 14th January 2026 at 6.30pm via Teams\n\n\
    **Governors present:** Jo Marsh (JM) \u{2013} Chair, Asif Rahman (AR) \u{2013} Headteacher\n\n\
    **Also attending:** Beth Lowe (Clerk)\n\n\
    | Item | Discussion | Action |\n|---|---|---|\n\
    | 1 | **Welcome** \u{2013} JM welcomed everyone to the first meeting of the year. | |\n\
    | 2 | **Declarations of interest.** None were declared. | |\n\
    | 3 | **Headteacher's report** \u{2013} Attendance is 94.1%, above the national figure. | AR to share the data by 31 January |\n";

#[test]
fn the_minutes_of_governors_have_their_titles_apart_from_what_was_said() {
    let page = page_of("minutes.md", GOVERNORS);
    for said in [
        "held on Wednesday 14 January 2026 at Teams",
        "Jo Marsh - in the chair",
        "Also in Attendance: Beth Lowe, Clerk",
        "WELCOME (Agenda Item 1) JM welcomed everyone",
        "DECLARATIONS OF INTEREST (Agenda Item 2) None were declared.",
        "share the data. Asif Rahman by 31 January 2026",
    ] {
        assert!(page.contains(said), "{said}\n\n{page}");
    }
}
