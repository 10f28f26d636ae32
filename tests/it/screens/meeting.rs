//! The meeting, which is the heart: at every size it is made for.

use insta::assert_snapshot;

use super::page;
use crate::support::desk::Desk;

#[test]
fn at_80_by_24_the_agenda_stands_beside_one_pane() {
    assert_snapshot!(page("meeting").screen(), @"
     minutebook Strategy & Partnerships Scrutiny Committee · 22 July 2010 · planned
    ┌─ Agenda 0/14 ──────────┐┌─ Minute · s: next pane ────────────────────────────┐
    │  1  Apologies for abse…││Children's Trust  (Agenda Item 5)                   │
    │  2  Declarations of in…││SYP5 · Paul James                                   │
    │  3  Minutes            ││Recommendation: to ask the Children's Trust which   │
    │  4  Speaking to or pet…││  seven targets are off track, what is being done on│
    │  5  Children's Trust   ││  each, and by when the other eight can be judged   │
    │  6  Oxfordshire Econom…││                                                    │
    │  7  Environment & Wast…││Nothing is minuted yet: press e to write, d for a   │
    │  8  Health & Well-bein…││decision, a for an action, ? for every key.         │
    │  9  Safer Communities …││                                                    │
    │  10 Spatial Planning &…││                                                    │
    │  11 Oxfordshire Strong…││                                                    │
    │  12 What the new gover…││                                                    │
    │  13 Forward plan       ││                                                    │
    │  14 Dates of coming me…││                                                    │
    │                        ││                                                    │
    │                        ││                                                    │
    │                        ││                                                    │
    │                        ││                                                    │
    │                        ││                                                    │
    └────────────────────────┘└────────────────────────────────────────────────────┘
    Item 5 of 14 · 10:00 · quorum 0/3 ✗                            saved 10:00:00 #1
    n next · e write · d decision · a action · v vote · + arrival · s panes · ? keys
    reversed: 5  Children's Trust
    bold: minutebook | Agenda 0/14 | Minute · s: next pane | Children's Trust | Item 5 of 14 | quorum 0/3 ✗
    ");
}

#[test]
fn s_leads_to_the_performance_of_the_partnership() {
    assert_snapshot!(page("performance").screen(), @"
     minutebook Strategy & Partnerships Scrutiny Committee · 22 July 2010 · planned
    ┌─ Agenda 0/14 ──────────┐┌─ Performance: Children · s: next pane ─────────────┐
    │  1  Apologies for abse…││17 targets, Q3 2009/10                              │
    │  2  Declarations of in…││✓✓✗✗✗✗✗✗✗????????                                   │
    │  3  Minutes            ││✓ 2 on track  ✗ 7 off track  ? 8 cannot judge       │
    │  4  Speaking to or pet…││                                                    │
    │  5  Children's Trust   ││Outcomes                                            │
    │  6  Oxfordshire Econom…││± Of 17 targets two are on track, seven are off     │
    │  7  Environment & Wast…││  track and eight cannot be judged; those on youth  │
    │  8  Health & Well-bein…││  justice do well.  CT-O1 met by an assurance       │
    │  9  Safer Communities …││- The GCSE goal was missed, though results rose on  │
    │  10 Spatial Planning &…││  the year and match the country's.  CT-O2 answered │
    │  11 Oxfordshire Strong…││- More children needed protection during the year,  │
    │  12 What the new gover…││  and some safeguarding procedures have to get      │
    │  13 Forward plan       ││  better.  CT-O3 met by an assurance                │
    │  14 Dates of coming me…││+ A new Children & Young People's Plan is in force  │
    │                        ││  and says how partners will be monitored.  CT-O4   │
    │                        ││+ The project on the cycle of deprivation is moving │
    │                        ││  forward.  CT-O5                                   │
    │                        ││                                                    │
    │                        ││Partnership working                                 │
    └────────────────────────┘└───────────────────────────────────────────────────↓┘
    Item 5 of 14 · 10:00 · quorum 0/3 ✗                            saved 10:00:00 #1
    n next · e write · d decision · a action · v vote · + arrival · s panes · ? keys
    reversed: 5  Children's Trust
    bold: minutebook | Agenda 0/14 | Performance: Children · s: next pane | 17 targets, Q3 2009/10 | ✗✗✗✗✗✗✗ | ✗ 7 off track | Outcomes | Partnership working | Item 5 of 14 | quorum 0/3 ✗
    ");
}

#[test]
fn what_is_written_stands_with_what_it_would_record() {
    assert_snapshot!(page("writing").screen(), @"
     minutebook Strategy & Partnerships Scruti… · 22 July 2010 · in session 10.00 am
    ┌─ Agenda 0/14 ──────────┐┌─ Writing the minute of item 5 ─────────────────────┐
    │‖ 1  Apologies for abse…││The chair spoke.                                    │
    │  2  Declarations of in…││.d to ask▏                                          │
    │  3  Minutes            ││                                                    │
    │  4  Speaking to or pet…││                                                    │
    │▶ 5  Children's Trust   ││                                                    │
    │  6  Oxfordshire Econom…││                                                    │
    │  7  Environment & Wast…││                                                    │
    │  8  Health & Well-bein…││                                                    │
    │  9  Safer Communities …││                                                    │
    │  10 Spatial Planning &…││                                                    │
    │  11 Oxfordshire Strong…││                                                    │
    │  12 What the new gover…││                                                    │
    │  13 Forward plan       ││                                                    │
    │  14 Dates of coming me…││                                                    │
    │                        ││                                                    │
    │                        ││                                                    │
    └────────────────────────┘└────────────────────────────────────────────────────┘
    ┌─ Enter records ──────────────────────────────────────────────────────────────┐
    │Decision: AGREED: to ask                                                      │
    └──────────────────────────────────────────────────────────────────────────────┘
    5/14 10:00 q 11/3 ✓ · no one presiding              draft kept saved 10:00:00 #5
    Esc done · .d .a .v .in record · Tab complete · Ctrl-O panes
    underlined: ▶ 5  Children's Trust
    bold: minutebook | Agenda 0/14 | Writing the minute of item 5 | .d to ask | Children's Trust | Enter records | 5/14
    ");
}

#[test]
fn a_capture_line_says_what_it_will_record_and_completes_the_name() {
    assert_snapshot!(page("line").screen(), @"
     minutebook Strategy & Partnerships Scrutiny Committee · 22 July 2010 · planned
    ┌─ Agenda 0/14 ──────────┐┌─ Minute · s: next pane ────────────────────────────┐
    │  1  Apologies for abse…││Children's Trust  (Agenda Item 5)                   │
    │  2  Declarations of in…││SYP5 · Paul James                                   │
    │  3  Minutes            ││Recommendation: to ask the Children's Trust which   │
    │  4  Speaking to or pet…││  seven targets are off track, what is being done on│
    │  5  Children's Trust   ││  each, and by when the other eight can be judged   │
    │  6  Oxfordshire Econom…││                                                    │
    │  7  Environment & Wast…││Nothing is minuted yet: press e to write, d for a   │
    │  8  Health & Well-bein…││decision, a for an action, ? for every key.         │
    │  9  Safer Communities …││                                                    │
    │  10 Spatial Planning &…││                                                    │
    │  11 Oxfordshire Strong…││                                                    │
    │  12 What the new gover…││                                                    │
    │  13 Forward plan       ││                                                    │
    │  14 Dates of coming me…││                                                    │
    └────────────────────────┘└────────────────────────────────────────────────────┘
    ┌─ Enter records ──────────────────────────────────────────────────────────────┐
    │.in okon▏                                                                     │
    │The meeting begins. In the room at 10.00 am: Councillor R. Okonjo  Tab:       │
    │Councillor Okonjo                                                             │
    └──────────────────────────────────────────────────────────────────────────────┘
    Item 5 of 14 · 10:00 · quorum 0/3 ✗                            saved 10:00:00 #1
    Enter put on record · Tab complete · Esc leave it
    underlined: 5  Children's Trust
    bold: minutebook | Agenda 0/14 | Minute · s: next pane | Children's Trust | Enter records | Tab: | Item 5 of 14 | quorum 0/3 ✗
    ");
}

#[test]
fn at_40_by_12_it_still_works() {
    assert_snapshot!(page("meeting").sized(40, 12).screen(), @"
     minutebook SYP · 22 Jul 2010 · planned
    ┌─ Agenda 0/14 ────────────────────────┐
    │  1  Apologies for absence and tempor…│
    │  2  Declarations of interest         │
    │  3  Minutes                          │
    │  4  Speaking to or petitioning the C…│
    │  5  Children's Trust                 │
    │  6  Oxfordshire Economic Partnership │
    │  7  Environment & Waste Partnership  │
    └─────────────────────────────────────↓┘
    5/14 10:00 q 0/3 ✗     saved 10:00:00 #1
    n next · e write · d decision · ? keys
    reversed: 5  Children's Trust
    bold: minutebook | Agenda 0/14 | 5/14 | q 0/3 ✗
    ");
}

#[test]
fn smaller_than_that_says_so() {
    assert_snapshot!(page("meeting").sized(28, 6).screen(), @"
    minutebook needs 30 by 8;




    this window is 28 by 6.
    ");
}

#[test]
fn at_120_by_40_the_panes_stand_side_by_side() {
    assert_snapshot!(page("meeting").sized(120, 40).screen(), @"
     minutebook Strategy & Partnerships Scrutiny Committee · 22 July 2010 · planned
    ┌─ Agenda 0/14 ──────────────┐┌─ Minute ───────────────────────────────────────────────────────────────────────────────┐
    │  1  Apologies for absence …││Children's Trust  (Agenda Item 5)                                                       │
    │  2  Declarations of intere…││SYP5 · Paul James                                                                       │
    │  3  Minutes                ││Recommendation: to ask the Children's Trust which seven targets are off track, what is  │
    │  4  Speaking to or petitio…││  being done on each, and by when the other eight can be judged                         │
    │  5  Children's Trust       ││                                                                                        │
    │  6  Oxfordshire Economic P…││Nothing is minuted yet: press e to write, d for a decision, a for an action, ? for every│
    │  7  Environment & Waste Pa…││key.                                                                                    │
    │  8  Health & Well-being Pa…││                                                                                        │
    │  9  Safer Communities Part…││                                                                                        │
    │  10 Spatial Planning & Inf…││                                                                                        │
    │  11 Oxfordshire Stronger C…││                                                                                        │
    │  12 What the new governmen…││                                                                                        │
    │  13 Forward plan           ││                                                                                        │
    │  14 Dates of coming meetin…││                                                                                        │
    │                            ││                                                                                        │
    │                            ││                                                                                        │
    │                            ││                                                                                        │
    │                            ││                                                                                        │
    │                            │└────────────────────────────────────────────────────────────────────────────────────────┘
    │                            │┌─ Performance: Children ───────────────────────┐┌─ Response: Children ──────────────────┐
    │                            ││17 targets, Q3 2009/10                         ││33 gaps: G lists them                  │
    │                            ││✓✓✗✗✗✗✗✗✗????????                              ││                                       │
    │                            ││✓ 2 on track  ✗ 7 off track  ? 8 cannot judge  ││~ Informal Cabinet hears where goals   │
    │                            ││                                               ││  are being missed.                    │
    │                            ││Outcomes                                       ││  CT-R1 assurance · meets CT-O1        │
    │                            ││± Of 17 targets two are on track, seven are off││» The Class of 2010 project runs; the  │
    │                            ││  track and eight cannot be judged; those on   ││  GCSE results are awaited.            │
    │                            ││  youth justice do well.  CT-O1 met by an      ││  CT-R2 action · Aug 2010 · answers    │
    │                            ││  assurance                                    ││    CT-O2                              │
    │                            ││- The GCSE goal was missed, though results rose││~ The Trust, the Safeguarding Board and│
    │                            ││  on the year and match the country's.  CT-O2  ││  the directorate go on improving how  │
    │                            ││  answered                                     ││  they work.                           │
    │                            ││- More children needed protection during the   ││  CT-R3 assurance · meets CT-O3        │
    │                            ││  year, and some safeguarding procedures have  ││~ The new Director has pledged better  │
    │                            ││  to get better.  CT-O3 met by an assurance    ││  engagement, inside the council and   │
    └────────────────────────────┘└──────────────────────────────────────────────↓┘└──────────────────────────────────────↓┘
    Item 5 of 14 · 10:00 · quorum 0/3 ✗                                                                    saved 10:00:00 #1
    n next · e write · d decision · a action · v vote · + arrival · s panes · r roll · m motion · i interest · ? keys
    reversed: 5  Children's Trust
    bold: minutebook | Agenda 0/14 | Minute | Children's Trust | Performance: Children | Response: Children | 17 targets, Q3 2009/10 | ✗✗✗✗✗✗✗ | ✗ 7 off track | Outcomes | Item 5 of 14 | quorum 0/3 ✗
    ");
}

/// A meeting with everything on one item.
fn in_full() -> Desk {
    let mut desk = Desk::sample();
    desk.keys("gmn.in all<enter>.chair okonjo<enter>5<enter>");
    desk.keys("eThe Head of Partnership Working introduced the report.<enter>");
    desk.keys(".m allardyce/idris: that the Trust be asked<enter>");
    desk.keys(".v 5-1-1<enter>.d rec<enter>.a james: Write to the Trust by 30 Sep<enter><esc>");
    desk
}

#[test]
fn at_200_by_60_everything_is_in_sight() {
    assert_snapshot!(in_full().sized(200, 60).screen());
}

#[test]
fn once_a_minute_is_written_the_arrows_go_through_the_agenda() {
    let screen = in_full().keys("<down>").screen();
    assert!(screen.contains("reversed: 6 "), "{screen}");
}
