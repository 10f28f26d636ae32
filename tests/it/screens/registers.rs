//! The pages that stand across meetings, at 80 by 24.

use insta::assert_snapshot;

use super::page;
use crate::support::desk::Desk;

#[test]
fn with_no_book_there_are_three_ways_to_have_one() {
    assert_snapshot!(Desk::without_a_book().screen(), @"
     minutebook Welcome
    ┌─ minutebook ─────────────────────────────────────────────────────────────────┐
    │A minute book for boards and committees.                                      │
    │                                                                              │
    │There is no book yet. One file will hold everything: bodies, people, meetings,│
    │minutes, decisions, actions and the governance schedule.                      │
    │It would be made at /somewhere/board.minutebook                               │
    │                                                                              │
    └──────────────────────────────────────────────────────────────────────────────┘
    ┌─ Begin ──────────────────────────────────────────────────────────────────────┐
    │Try the sample book  a committee and seven partnerships; it goes when you lea…│
    │Make an empty book   for bodies and papers of your own                        │
    │Import papers        into an empty book, once you have seen what they bring   │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    └──────────────────────────────────────────────────────────────────────────────┘
    No book is open
    ↑↓ choose · Enter go · q leave
    reversed: Try the sample book  a committee and seven partnerships; it goes when you lea…
    bold: minutebook | minutebook | A minute book for boards and committees. | Begin | Try the sample book | Make an empty book | Import papers
    ");
}

#[test]
fn the_overview_says_what_is_on_due_and_missing() {
    assert_snapshot!(page("overview").screen(), @"
     minutebook Overview
    ┌─ Meetings ───────────────────────────────────────────────────────────────────┐
    │Day             Body                                      Stands              │
    │Thu 23 Sep 2010 Strategy & Partnerships Scrutiny Committ… planned             │
    │Thu 22 Jul 2010 Strategy & Partnerships Scrutiny Committ… planned             │
    │Wed 14 Jul 2010 Oxfordshire Partnership Board             planned             │
    │Thu 20 May 2010 Strategy & Partnerships Scrutiny Committ… minutes circulated  │
    │Wed 24 Feb 2010 Oxfordshire Partnership Board             minutes circulated  │
    │Tue 27 Mar 2007 Corporate Governance Scrutiny Committee:… minutes circulated  │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    └──────────────────────────────────────────────────────────────────────────────┘
    ┌─ What is due ────────────────────────────────────────────────────────────────┐
    │Missing: 6 high · 93 medium · 7 low  g g shows them                           │
    │Actions ✗✗✗○○  3 late (longest 52 days), 2 to come                            │
    │OPB A/10/01 Oxfordshire Learning and Skills Partnership, Mon 31 May 2010      │
    │    overdue: Audit what is spent and done for young people out of work and    │
    │    learning                                                                  │
    │SYP A/10/03 K. Oduya, Wed 30 Jun 2010 overdue: List the targets that cannot be│
    │    judged, by cause                                                          │
    └─────────────────────────────────────────────────────────────────────────────↓┘
    board.minutebook · 10:00                                       saved 10:00:00 #1
    Enter open the meeting · g go to a page · / search · q leave · + add · ? keys
    reversed: Thu 22 Jul 2010 Strategy & Partnerships Scrutiny Committ… planned
    bold: minutebook | Meetings | Thu 23 Sep 2010 | Thu 22 Jul 2010 | Wed 14 Jul 2010 | What is due | Missing | 6 high | g g | Actions ✗✗✗ | OPB A/10/01 Oxfordshire Learning and Skills Partnership, Mon 31 May 2010 | overdue | SYP A/10/03 K. Oduya, Wed 30 Jun 2010 overdue | board.minutebook
    ");
}

#[test]
fn the_schedule_shows_each_partnership_with_its_counts_and_points() {
    assert_snapshot!(page("schedule").screen(), @"
     minutebook Governance schedule
    ┌─ Partnerships, 22 July 2010 · all ✓18 ✗11 ?13, periods mixed ────────────────┐
    │  Children's Trust                               ✓✓✗✗✗✗✗✗✗????????  Q3 2009/10│
    │  Oxfordshire Economic Partnership               ✓??                Q4 2009/10│
    │  Environment & Waste Partnership                ✓✓✓✓✓✓?            Q4 2009/10│
    │  Health & Well-being Partnership                ✓✓✓✗?              Q3 2009/10│
    │  Safer Communities Partnership                  ✓✓✓✓?              Q3 2009/10│
    │  Spatial Planning & Infrastructure Partnership  ✓✓✗✗✗              Q3 2009/10│
    │  Oxfordshire Stronger Communities Alliance      unknown                      │
    └──────────────────────────────────────────────────────────────────────────────┘
    ┌─ Performance: Children's Trust ──────────┐┌─ Response: Children's Trust ─────┐
    │17 targets, Q3 2009/10                    ││33 gaps: g g lists them           │
    │✓✓✗✗✗✗✗✗✗????????                         ││                                  │
    │✓ 2 on track  ✗ 7 off track  ? 8 cannot   ││~ Informal Cabinet hears where    │
    │judge                                     ││  goals are being missed.         │
    │                                          ││  CT-R1 assurance · meets CT-O1   │
    │Outcomes                                  ││» The Class of 2010 project runs; │
    │± Of 17 targets two are on track, seven   ││  the GCSE results are awaited.   │
    │  are off track and eight cannot be       ││  CT-R2 action · Aug 2010 ·       │
    │  judged; those on youth justice do well. ││    answers CT-O2                 │
    │  CT-O1 met by an assurance               ││~ The Trust, the Safeguarding     │
    └─────────────────────────────────────────↓┘└─────────────────────────────────↓┘
    board.minutebook · 10:00                                       saved 10:00:00 #1
    ↑↓ choose · Tab next pane · f other rows · t thread · v reviewed · ? keys
    reversed: Children's Trust                               ✓✓✗✗✗✗✗✗✗????????  Q3 2009/10
    bold: minutebook | Partnerships, 22 July 2010 · all ✓18 ✗11 ?13, periods mixed | ✗✗✗✗✗✗✗ | ✗✗✗ | Performance: Children's Trust | Response: Children's Trust | 17 targets, Q3 2009/10 | g g | ✗✗✗✗✗✗✗ | ✗ 7 off track | Outcomes | board.minutebook
    ");
}

#[test]
fn the_actions_stand_soonest_due_first() {
    assert_snapshot!(page("actions").screen(), @"
     minutebook Actions
    ┌─ Actions (6) ────────────────────────────────────────────────────────────────┐
    │Body  No        Due             Status      Owner              What is to be …│
    │OPB   A/10/01   Mon 31 May 2010 overdue     Oxfordshire Learn… Audit what is …│
    │SYP   A/10/02   Fri 4 Jun 2010  complete    A. Penhale         Send members t…│
    │SYP   A/10/03   Wed 30 Jun 2010 overdue     K. Oduya           List the targe…│
    │OPB   A/10/02   Wed 14 Jul 2010 overdue     Oxfordshire Count… Report back on…│
    │SYP   A/10/01   Thu 22 Jul 2010 in progress Paul James         Bring the revi…│
    │SYP   A/10/04   Thu 23 Sep 2010 open        P. Allardyce       Meet the Child…│
    │                                                                              │
    │                                                                              │
    │                                                                              │
    └──────────────────────────────────────────────────────────────────────────────┘
    ┌─ In full ────────────────────────────────────────────────────────────────────┐
    │A/10/01 Audit what is spent and done for young people out of work and learning│
    │Owner: Oxfordshire Learning and Skills Partnership                            │
    │Due: Monday 31 May 2010 (spring 2010)                                         │
    │Status: open, overdue                                                         │
    │Given: OPB 24 February 2010, Public money and Total Place                     │
    │Name: opb-2010-02-24-2-a1                                                     │
    │                                                                              │
    └──────────────────────────────────────────────────────────────────────────────┘
    board.minutebook · 10:00                                       saved 10:00:00 #1
    ↑↓ choose · Enter open · + add · t thread · Tab next pane · Esc back · ? keys
    reversed: OPB   A/10/01   Mon 31 May 2010 overdue     Oxfordshire Learn… Audit what is …
    bold: minutebook | Actions (6) | A/10/01 | Mon 31 May 2010 | overdue | Oxfordshire Learn | A/10/02 | A. Penhale | A/10/03 | Wed 30 Jun 2010 | overdue | K. Oduya | A/10/02 | Wed 14 Jul 2010 | overdue | Oxfordshire Count | A/10/01 | Paul James | A/10/04 | P. Allardyce | In full | A/10/01 Audit what is spent and done for young people out of work and learning | board.minutebook
    ");
}

#[test]
fn the_decisions_stand_newest_first() {
    assert_snapshot!(page("decisions").screen(), @"
     minutebook Decisions
    ┌─ Decisions (5) ──────────────────────────────────────────────────────────────┐
    │Day             Body  Minute     Verb        What was decided                 │
    │Thu 20 May 2010 SYP   3/10       RESOLVED    that the minutes of 3 December 2…│
    │Thu 20 May 2010 SYP   5/10       RESOLVED    that all seven thematic partners…│
    │Thu 20 May 2010 SYP   6/10       AGREED      that targets which cannot be jud…│
    │Thu 20 May 2010 SYP   7/10       AGREED      that attendance be reported by o…│
    │Tue 27 Mar 2007 CG               RECOMMENDED to act on the thirteen recommend…│
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    └──────────────────────────────────────────────────────────────────────────────┘
    ┌─ In full ────────────────────────────────────────────────────────────────────┐
    │RESOLVED                                                                      │
    │that the minutes of 3 December 2009 be approved and signed as a correct record│
    │Item: Minutes                                                                 │
    │Status: made                                                                  │
    │Name: spsc-2010-05-20-3-d1                                                    │
    │                                                                              │
    │                                                                              │
    └──────────────────────────────────────────────────────────────────────────────┘
    board.minutebook · 10:00                                       saved 10:00:00 #1
    ↑↓ choose · Enter open · + add · t thread · Tab next pane · Esc back · ? keys
    reversed: Thu 20 May 2010 SYP   3/10       RESOLVED    that the minutes of 3 December 2…
    bold: minutebook | Decisions (5) | 3/10 | RESOLVED | 5/10 | RESOLVED | 6/10 | AGREED | 7/10 | AGREED | RECOMMENDED | In full | RESOLVED | board.minutebook
    ");
}

#[test]
fn the_bodies_show_their_seats_and_members() {
    assert_snapshot!(page("bodies").screen(), @"
     minutebook Bodies and people
    ┌─ Bodies and people (10) ─────────────────────────────────────────────────────┐
    │Code   Body                                               Seats and people    │
    │OPB    Oxfordshire Partnership Board                      33 seats (10 open)  │
    │PSB    Public Service Board                               14 seats            │
    │LSPC   Cherwell Local Strategic Partnership               0 people            │
    │LSPO   Oxford City Local Strategic Partnership            0 people            │
    │LSPS   South Oxfordshire Local Strategic Partnership      0 people            │
    │LSPV   Vale of White Horse Local Strategic Partnership    0 people            │
    │LSPW   West Oxfordshire Local Strategic Partnership       0 people            │
    │PDG    Partnership Development Group                      0 people            │
    │SYP    Strategy & Partnerships Scrutiny Committee         12 people           │
    └─────────────────────────────────────────────────────────────────────────────↓┘
    ┌─ In full ────────────────────────────────────────────────────────────────────┐
    │Oxfordshire Partnership Board                                                 │
    │Kind: partnership board                                                       │
    │Keeps one long-term strategy for the county and watches what comes of it,     │
    │urging remedies where it falls short. Looks ahead; speaks for Oxfordshire to  │
    │region, government and the public; joins up consultation and shares evidence; │
    │keeps the partners on good and equal terms; works in the open, and looks over │
    │its own agreements every year.                                                │
    └─────────────────────────────────────────────────────────────────────────────↓┘
    board.minutebook · 10:00                                       saved 10:00:00 #1
    ↑↓ choose · e alter · + add · Tab next pane · Esc back · ? keys
    reversed: OPB    Oxfordshire Partnership Board                      33 seats (10 open)
    bold: minutebook | Bodies and people (10) | OPB | Oxfordshire Partnership Board | PSB | Public Service Board | LSPC | Cherwell Local Strategic Partnership | LSPO | Oxford City Local Strategic Partnership | LSPS | South Oxfordshire Local Strategic Partnership | LSPV | Vale of White Horse Local Strategic Partnership | LSPW | West Oxfordshire Local Strategic Partnership | PDG | Partnership Development Group | SYP | Strategy & Partnerships Scrutiny Committee | In full | Oxfordshire Partnership Board | board.minutebook
    ");
}

#[test]
fn the_history_tells_every_entry_in_a_sentence() {
    assert_snapshot!(page("history").screen(), @"
     minutebook History
    ┌─ History (1) ────────────────────────────────────────────────────────────────┐
    │Entry When                       What was put on record                       │
    │1     22 Jul 10:00:00            The sample book: a scrutiny committee, two b…│
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    └──────────────────────────────────────────────────────────────────────────────┘
    ┌─ In full ────────────────────────────────────────────────────────────────────┐
    │The sample book: a scrutiny committee, two boards and the schedule of July    │
    │2010.                                                                         │
    │Recorded: Thursday 22 July 2010 at 10:00:00                                   │
    │By: ada                                                                       │
    │Kind: filed                                                                   │
    │                                                                              │
    │                                                                              │
    └──────────────────────────────────────────────────────────────────────────────┘
    board.minutebook · 10:00                                       saved 10:00:00 #1
    + add · Tab next pane · Esc back · g go to a page · ? keys
    reversed: 1     22 Jul 10:00:00            The sample book: a scrutiny committee, two b…
    bold: minutebook | History (1) | In full | The sample book: a scrutiny committee, two boards and the schedule of July | 2010. | board.minutebook
    ");
}

#[test]
fn the_calendar_lists_every_meeting() {
    assert_snapshot!(page("calendar").screen(), @"
     minutebook Calendar of meetings
    ┌─ Calendar of meetings (6) ───────────────────────────────────────────────────┐
    │Day             Body                                      Stands              │
    │Thu 23 Sep 2010 Strategy & Partnerships Scrutiny Committ… planned             │
    │Thu 22 Jul 2010 Strategy & Partnerships Scrutiny Committ… planned             │
    │Wed 14 Jul 2010 Oxfordshire Partnership Board             planned             │
    │Thu 20 May 2010 Strategy & Partnerships Scrutiny Committ… minutes circulated  │
    │Wed 24 Feb 2010 Oxfordshire Partnership Board             minutes circulated  │
    │Tue 27 Mar 2007 Corporate Governance Scrutiny Committee:… minutes circulated  │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    └──────────────────────────────────────────────────────────────────────────────┘
    ┌─ In full ────────────────────────────────────────────────────────────────────┐
    │Strategy & Partnerships Scrutiny Committee                                    │
    │Day: Thursday 23 September 2010 at 10.00 am                                   │
    │Place: County Hall, Oxford                                                    │
    │Status: planned                                                               │
    │Minutes: draft                                                                │
    │Business: 6 items, 0 decisions, 0 actions                                     │
    │Name: spsc-2010-09-23                                                         │
    └──────────────────────────────────────────────────────────────────────────────┘
    board.minutebook · 10:00                                       saved 10:00:00 #1
    ↑↓ choose · Enter open · + add · t thread · Tab next pane · Esc back · ? keys
    reversed: Thu 23 Sep 2010 Strategy & Partnerships Scrutiny Committ… planned
    bold: minutebook | Calendar of meetings (6) | Thu 23 Sep 2010 | Thu 22 Jul 2010 | Wed 14 Jul 2010 | In full | Strategy & Partnerships Scrutiny Committee | board.minutebook
    ");
}

#[test]
fn a_search_shows_its_hits_with_their_number() {
    assert_snapshot!(page("search").screen(), @"
     minutebook Search
    ┌─ Search ─────────────────────────────────────────────────────────────────────┐
    │strategy▏                                                                     │
    └──────────────────────────────────────────────────────────────────────────────┘
    ┌─ 22 hits for ‹strategy› ─────────────────────────────────────────────────────┐
    │                driver      …an audit through the Learning & Skills Partnersh…│
    │                driver      Oxfordshire 2030 The strategy was agreed in 2008 …│
    │                recommenda… R2 Ask whether the council's own structure suits …│
    │Thu 22 Jul 2010 item        11 Oxfordshire Stronger Communities Alliance SYP1…│
    │Thu 22 Jul 2010 item        9 Safer Communities Partnership SYP9 to support a…│
    │Thu 22 Jul 2010 item        6 Oxfordshire Economic Partnership SYP6 to ask fo…│
    │Wed 24 Feb 2010 minute      …an audit in the spring through the Learning & Sk…│
    │Wed 24 Feb 2010 minute      The strategy was agreed in 2008. The thematic par…│
    │                response    SA-R1 Its new strategy is to take in the wider ro…│
    │                point       SA-O2 Its strategy for 2011 onwards is being look…│
    │                response    SC-R1 The County Council is to press for a county…│
    │                point       SC-O4 No strategy covers the whole county: priori…│
    │                point       HW-O3 A strategy for an ageing population is agre…│
    │                response    EP-R2 A skills strategy is in hand.               │
    │                point       EP-O5 There is no skills strategy yet.            │
    │                body        SYP Strategy & Partnerships Scrutiny Committee As…│
    └─────────────────────────────────────────────────────────────────────────────↓┘
    board.minutebook · 10:00                                       saved 10:00:00 #1
    type to search · ↑↓ choose · Enter open · Esc back
    underlined: driver      …an audit through the Learning & Skills Partnersh…
    bold: minutebook | Search | 22 hits for ‹strategy› | driver | driver | recommenda… | item | item | item | minute | minute | response | point | response | point | point | response | point | body | board.minutebook
    ");
}

#[test]
fn a_search_that_finds_nothing_says_so() {
    assert_snapshot!(page("nothing found").screen(), @"
     minutebook Search
    ┌─ Search ─────────────────────────────────────────────────────────────────────┐
    │xyzzy▏                                                                        │
    └──────────────────────────────────────────────────────────────────────────────┘
    ┌─ 0 hits for ‹xyzzy› ─────────────────────────────────────────────────────────┐
    │Nothing in the book has all of these words.                                   │
    │Try fewer words, or only the beginning of one.                                │
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
    type to search · ↑↓ choose · Enter open · Esc back
    bold: minutebook | Search | 0 hits for ‹xyzzy› | board.minutebook
    ");
}

#[test]
fn the_minutes_are_read_as_they_will_be_printed() {
    assert_snapshot!(page("minutes").screen(), @"
     minutebook Minutes as they stand
    ┌─ Minutes as they stand ──────────────────────────────────────────────────────┐
    │                          OXFORDSHIRE COUNTY COUNCIL                          │
    │               STRATEGY & PARTNERSHIPS SCRUTINY COMMITTEE (SYP)               │
    │                                                                              │
    │MINUTES of the meeting held on Thursday 22 July 2010 at County Hall, Oxford   │
    │                                                                              │
    │Present:                                                                      │
    │No one is recorded                                                            │
    │as present                                                                    │
    │                                                                              │
    │                                                                              │
    │                                ................................ in the Chair │
    │                                Date of signing ............     Leaf ......  │
    │                                                                              │
    │DRAFT - subject to confirmation at the meeting on 23 September 2010           │
    │Made with minutebook. The digest of this record is                            │
    │0e07525bfb38d4b5f41431165b19a25433f6348d4640b1e999ce4ee06196dc32              │
    │                                                                              │
    │                                                                              │
    │                                                                              │
    └──────────────────────────────────────────────────────────────────────────────┘
    board.minutebook · 10:00                                       saved 10:00:00 #1
    ↑↓ scroll · Esc back · ? keys
    bold: minutebook | Minutes as they stand | board.minutebook
    ");
}
