//! What an officer sees away from a meeting: the schedule being altered and as it
//! was, the framework, and a search with nothing in it, at 80 by 24.

use insta::assert_snapshot;

use minutebook::app::key::{Code, Key};

use super::page;
use crate::support::officer::{Officer, files};

#[test]
fn a_line_of_the_schedule_opens_as_the_row_stands() {
    assert_snapshot!(page("schedule altered").screen(), @"
     minutebook Governance schedule
    ┌─ Partnerships, 22 July 2010 · all ✓18 ✗11 ?13, periods mixed ────────────────┐
    │  Children's Trust                               ✓✓✗✗✗✗✗✗✗????????  Q3 2009/10│
    │  Oxfordshire Economic Partnership               ✓??                Q4 2009/10│
    │  Environment & Waste Partnership                ✓✓✓✓✓✓?            Q4 2009/10│
    │  Health & Well-being Partnership                ✓✓✓✗?              Q3 2009/10│
    └─────────────────────────────────────────────────────────────────────────────↓┘
    ┌─ Performance: Children's Trust ──────────┐┌─ Response: Children's Trust ─────┐
    │17 targets, Q3 2009/10                    ││33 gaps: g g lists them           │
    │✓✓✗✗✗✗✗✗✗????????                         ││                                  │
    │✓ 2 on track  ✗ 7 off track  ? 8 cannot   ││~ Informal Cabinet hears where    │
    │judge                                     ││  goals are being missed.         │
    └─────────────────────────────────────────↓┘└─────────────────────────────────↓┘
    ┌─ Line 1 of 7 · ↑↓ another · Enter records · Esc ─────────────────────────────┐
    │.figures CT 17 targets, 2 on track, 7 off track, 0 lost, 8 cannot judge, 0 not│
    │due, period Q3 2009/10: Those off track are worked on inside the children's   │
    │directorate.▏                                                                 │
    └──────────────────────────────────────────────────────────────────────────────┘
    ┌─ Not yet ────────────────────────────────────────────────────────────────────┐
    │CT says so already. Alter a part of the line.                                 │
    │                                                                              │
    └──────────────────────────────────────────────────────────────────────────────┘
    board.minutebook · 10:00                                       saved 10:00:00 #1
    Enter put on record · ↑↓ another line · Esc leave it
    underlined: Children's Trust                               ✓✓✗✗✗✗✗✗✗????????  Q3 2009/10
    bold: minutebook | Partnerships, 22 July 2010 · all ✓18 ✗11 ?13, periods mixed | ✗✗✗✗✗✗✗ | Performance: Children's Trust | Response: Children's Trust | 17 targets, Q3 2009/10 | g g | ✗✗✗✗✗✗✗ | ✗ 7 off track | Line 1 of 7 · ↑↓ another · Enter records · Esc | Not yet | board.minutebook
    ");
}

#[test]
fn the_schedule_is_shown_as_at_an_earlier_meeting() {
    assert_snapshot!(page("schedule as at a meeting").screen(), @"
     minutebook Governance schedule
    ┌─ Governance schedule ────────────────────────────────────────────────────────┐
    │There was no schedule yet on 20 May 2010.                                     │
    │] goes on to the meeting after.                                               │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    └──────────────────────────────────────────────────────────────────────────────┘
    board.minutebook · 10:00                                       saved 10:00:00 #1
    ] later · g go to a page · ? keys
    bold: minutebook | Governance schedule | board.minutebook
    ");
}

#[test]
fn the_framework_is_drawn_as_a_tree() {
    assert_snapshot!(page("framework").screen(), @"
     minutebook Framework: who answers to whom
    ┌─ Framework: who answers to whom (18) ────────────────────────────────────────┐
    │Oxfordshire Partnership Board  up to 33 seats, 10 to be settled               │
    │├─ Public Service Board  14 seats                                             │
    │├─ Cherwell Local Strategic Partnership                                       │
    │├─ Oxford City Local Strategic Partnership                                    │
    │├─ South Oxfordshire Local Strategic Partnership                              │
    │├─ Vale of White Horse Local Strategic Partnership                            │
    │├─ West Oxfordshire Local Strategic Partnership                               │
    │├─ Partnership Development Group                                              │
    │├─ Children's Trust  statutory                                                │
    │├─ Oxfordshire Economic Partnership                                           │
    └─────────────────────────────────────────────────────────────────────────────↓┘
    ┌─ In full ────────────────────────────────────────────────────────────────────┐
    │Oxfordshire Partnership Board                                                 │
    │Kind: body                                                                    │
    │Seats: up to 33 seats, 10 to be settled                                       │
    │Name: OPB                                                                     │
    │                                                                              │
    │Keeps one long-term strategy for the county and watches what comes of it,     │
    │urging remedies where it falls short. Looks ahead; speaks for Oxfordshire to  │
    └─────────────────────────────────────────────────────────────────────────────↓┘
    board.minutebook · 10:00                                       saved 10:00:00 #1
    ↑↓ choose · e alter · + add · Tab next pane · Esc back · g go to a page · ? keys
    reversed: Oxfordshire Partnership Board  up to 33 seats, 10 to be settled
    bold: minutebook | Framework: who answers to whom (18) | Oxfordshire Partnership Board | Public Service Board | Cherwell Local Strategic Partnership | Oxford City Local Strategic Partnership | South Oxfordshire Local Strategic Partnership | Vale of White Horse Local Strategic Partnership | West Oxfordshire Local Strategic Partnership | Partnership Development Group | In full | Oxfordshire Partnership Board | board.minutebook
    ");
}

#[test]
fn an_empty_search_says_what_can_be_looked_for() {
    assert_snapshot!(page("nothing looked for").screen(), @r#"
     minutebook Search
    ┌─ Search ─────────────────────────────────────────────────────────────────────┐
    │▏                                                                             │
    └──────────────────────────────────────────────────────────────────────────────┘
    ┌─ Type words to look for ─────────────────────────────────────────────────────┐
    │Looks through minutes, decisions, actions and the schedule as you type.       │
    │Each hit has every word; the beginning of a word is enough: "partner".        │
    │↑↓ choose a hit, Enter opens its meeting.                                     │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    └──────────────────────────────────────────────────────────────────────────────┘
    board.minutebook · 10:00                                       saved 10:00:00 #1
    type to search · ↑↓ choose · Enter open · Esc back
    bold: minutebook | Search | Type words to look for | board.minutebook
    "#);
}

#[test]
fn rows_are_kept_that_name_a_partnership_or_an_owner_and_counted_together() {
    let mut desk = page("schedule narrowed");
    assert!(desk.screen().contains("\"health\" (1 of 7)"), "{}", desk.screen());
    assert!(desk.screen().contains("these \u{2713}3"), "{}", desk.screen());
    desk.keys("F<esc>Fallardyce");
    let typed = desk.screen();
    assert!(typed.contains("\"allardyce\" (1 of 7)") && typed.contains("show all"), "{typed}");
    desk.keys("xx<enter>");
    assert!(desk.screen().contains("None of the rows is so"), "{}", desk.screen());
    desk.keys("F<esc>");
    assert!(desk.screen().contains("Partnerships, 22 July 2010"), "{}", desk.screen());
    let wide = desk.sized(120, 40).screen();
    assert!(wide.contains("All of these") && wide.contains("periods mixed"), "{wide}");
}

#[test]
fn more_targets_by_name_than_the_figures_have_is_told_of() {
    let mut desk = page("schedule").sized(120, 50);
    desk.keys(".figures CT 15 targets, 0 on track<enter>");
    desk.keys("..result target-5-national Q3 2009/10, on track<enter>");
    let seen = desk.screen();
    assert!(seen.contains("1 target on track by name, and 0 in"), "{seen}");
}

#[test]
fn the_figures_of_a_target_are_drawn_as_bars_with_its_goal() {
    let mut officer = Officer::sample((150, 50));
    for line in [
        ".target CT code NI900, goal 80%: Children who swim",
        ".result NI900 Q1 2009/10, off track, value 20%",
        ".result NI900 Q2 2009/10, on track, value 50 %",
    ] {
        files(&mut officer.pen, line);
    }
    officer.press("gt");
    officer.key(Key::plain(Code::End));
    let seen = officer.seen();
    assert!(seen.contains("Q1 2009/10 █████                20%"), "{seen}");
    assert!(seen.contains("Q2 2009/10 ████████████▌        50 %"), "{seen}");
    assert!(seen.contains("goal       ████████████████████ 80%"), "{seen}");
    // Lengths say nothing where the figures count other things.
    files(&mut officer.pen, ".result NI900 Q3 2009/10, on track, value 412 children");
    officer.press("gt");
    assert!(!officer.seen().contains('█'), "{}", officer.seen());
}

#[test]
fn a_point_or_a_response_is_chosen_in_its_pane_and_followed_noted_or_altered() {
    let mut officer = Officer::sample((150, 50));
    officer.press("gs⇥jjt");
    assert!(officer.seen().contains("Thread of CT-O2"), "{}", officer.seen());
    officer.press("⎋y");
    assert!(officer.seen().contains("CT-O2: "), "{}", officer.seen());
    officer.press("⎋e");
    assert!(officer.seen().contains(".point CT-O2 "), "{}", officer.seen());
    officer.press("⎋⇥jje");
    assert!(officer.seen().contains(".response CT-R2 "), "{}", officer.seen());
    officer.press("⎋kkt");
    assert!(officer.seen().contains("Thread of CT\n"), "above the first it is the row again");
}

#[test]
fn the_gaps_of_a_row_are_its_own_and_each_leads_to_what_lacks_something() {
    let mut officer = Officer::sample((150, 50));
    officer.press("gsgg");
    let seen = officer.seen();
    assert!(seen.contains("Gaps: Children's Trust (33 in 13 lines)"), "{seen}");
    officer.press("↵t");
    assert!(officer.seen().contains("Thread of CT-R1"), "{}", officer.seen());
    officer.press("gg");
    assert!(officer.seen().contains("Gaps (106 in"), "from elsewhere it is all of them");
}

#[test]
fn a_response_past_its_day_is_said_to_be_overdue() {
    let mut officer = Officer::sample((150, 50));
    officer.press("gsjj");
    assert!(officer.seen().contains("EW-R3 appointment · June, overdue"), "{}", officer.seen());
}

#[test]
fn whoever_is_typed_over_the_owner_of_what_is_missing_has_the_same_to_do() {
    let mut officer = Officer::sample((120, 40));
    officer.open("spsc-2010-07-22");
    officer.press("10↵");
    officer.press("G↵P. Allardyce");
    let seen = officer.seen();
    assert!(seen.contains(".a P. Allardyce: obtain") && seen.contains("answers SP-O3"), "{seen}");
}
