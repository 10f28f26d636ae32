//! The worked page: a whole committee meeting minuted by capture lines alone.

use minutebook::document::{Audience, Document};
use minutebook::export::Format;
use minutebook::model::{Action, ActionStatus, Item, ItemKind, Minute, People, Record};

use crate::support::blank::{at, day, item};
use crate::support::clerk::{Clerk, rows_before};
use crate::support::golden;
use crate::support::invented::{committee, partnership};

/// The committee's book before the meeting, with the last meeting's thirtieth
/// minute and ninth and thirteenth actions in it.
fn clerk() -> Clerk {
    let sitting = committee();
    let mut rows = rows_before(&sitting);
    let earlier = Item {
        id: "old-item".into(),
        meeting: "before".into(),
        ..item("9", "Old business", ItemKind::Report)
    };
    rows.push(earlier.into());
    let minute = Minute {
        id: "old-item".into(),
        meeting: "before".into(),
        text: "Said.".into(),
        summary: String::new(),
        number: Some(30),
    };
    rows.push(minute.into());
    rows.extend([9, 13].map(|number| Record::from(old_action(number))));
    let mut clerk = Clerk::with(rows, &sitting.meeting.id, at(day(2026, 6, 9), "10.00"));
    clerk.pen.set_setting("about", "Invented.").unwrap();
    clerk
}

fn old_action(number: u32) -> Action {
    let oduya = committee().people.iter().find(|p| p.family == "Oduya").map(|p| p.id.clone());
    Action {
        id: format!("old-{number}").as_str().into(),
        body: "ps".into(),
        number,
        year: 2026,
        meeting: "before".into(),
        item: "old-item".into(),
        rank: i64::from(number),
        place: 0,
        text: "Circulate the list of partnerships".into(),
        owner: oduya,
        organisation: None,
        support: People::default(),
        due: Some(day(2026, 6, 9)),
        due_text: String::new(),
        status: ActionStatus::Open,
    }
}

fn minuted() -> Clerk {
    let mut clerk = clerk();
    clerk.script(MEETING);
    clerk
}

const MEETING: &str = r#"
    .publish 29 May
    .addenda 8 June
    .alter 8 public title Depot lease
    10.00 .next
    .chair okonjo
    .in allardyce, farrow, hesketh, nettleship, ravensworth, penhale
    .sub brandreth for quill
    .apol tarrant
    .next
    .next
    .correct 27/26, line 2: "Councillor Ravensworth" read "Councillor Nettleship"
    .confirm
    .accept A/26/09
    10.12 .in idris
    .next
    One address was heard, on Agenda Item 6, from the Downland Walkers' Forum.
    10.20 .next
    .in oduya
    The Head of Partnerships reported that 21 of 34 targets were on track, seven were not, and six could not be judged. Three of the seven had no response on file.
    Members asked why the Clean Rivers Partnership's figures were a quarter older.
    .d to ask the Clean Rivers Partnership for a written response on its two targets not on track
    .d that figures not yet judged be listed by cause in future
    .a oduya: Obtain response under (a) by 30 June
    .a oduya: Add cause column under (b) by next meeting
    10.40 .out oduya
    10.41 .next
    .int farrow: director of a haulage firm under contract withdrew
    .out farrow
    .in sallow, strand
    .m allardyce/ravensworth: that the Cabinet be recommended to adopt the freight plan at PS6
    .am nettleship/idris: to add "from April 2027"
    .v 3-3-1 casting against
    .v 5-1-1
    .own nettleship against
    .d RECOMMENDED TO Cabinet: that the freight plan be adopted
    11.18 .in farrow
    11.20 .out hesketh
    .out sallow
    .out strand
    11.21 .next
    .defer next meeting: the employers' survey being incomplete
    11.30 .exclude
    .v 7-0-0
    .next
    The landlord's agent asked for 48,000 a year; the Director had offered 41,500.
    .d to support an offer of up to 44,000 a year
    .summary The Committee considered the terms of a lease and gave its comments to the Director.
    12.10 .close
"#;

/// A partnership's meeting, kept in notes.
const NOTES: &str = "
    14.00 .next
    .chair lorne
    .in marsh, vane, ashby, dunmore, pell
    .apol trewin
    .sub lisle for farr
    .absent coates
    People feel no safer than they did a year ago, although fewer crimes were recorded.
    .a vane: Bring three measures for the town centres by 15 July
    14.30 .next
    .d the plan in principle
    The substitute for Health had no authority to bind the trust.
    .a lisle: Say whether the trust agrees by 5 June
    15.00 .next
    The same figures are sent to two ministries.
    .d that the two returns be made one
    15.30 .close
";

#[track_caller]
fn check(clerk: &Clerk, golden: &str) {
    let document = Document::minutes(&clerk.sitting(), Audience::Public);
    let mut text = vec![];
    (Format::named("txt").unwrap().write)(&document, &mut text).unwrap();
    golden::check(golden, &String::from_utf8(text).unwrap());
}

#[test]
fn a_partnership_minuted_by_lines_alone_comes_out_as_notes_with_an_action_column() {
    let sitting = partnership();
    let mut clerk =
        Clerk::with(rows_before(&sitting), &sitting.meeting.id, at(sitting.meeting.date, "14.00"));
    clerk.pen.set_setting("about", "Invented.").unwrap();
    clerk.script(NOTES);
    check(&clerk, "worked-notes.txt");
}

#[test]
fn a_meeting_minuted_by_lines_alone_comes_out_as_a_committee_prints_it() {
    check(&minuted(), "worked.txt");
}
