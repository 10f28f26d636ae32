//! What is laid over a page: the keys, the palette, the roll, a question.

use insta::assert_snapshot;

use super::page;
use crate::support::desk::Desk;
use minutebook::app::page::Page;
use minutebook::app::palette;
use minutebook::model::{ItemKind, ItemStatus};

#[test]
fn the_help_shows_the_keys_that_work_here() {
    assert_snapshot!(page("help").screen(), @"
     minutebook Overview
    ┌─ Meetings ───────────────────────────────────────────────────────────────────┐
    │D┌─ Keys · Esc closes ──────────────────────────────────────────────────────┐ │
    │T│On every page                                                             │ │
    │T│?              show every key that works here: help                       │ │
    │W│: Ctrl-P       find any command by name                                   │ │
    │T│/              search the whole book                                      │ │
    │W│.              type a capture line in the open meeting                    │ │
    │T│u              take the last entry back                                   │ │
    │ │Ctrl-R         put it back                                                │ │
    │ │Esc            go back                                                    │ │
    │ │q              leave (quit, exit); everything is saved already            │ │
    └─│Tab l →        go to the next pane                                        │─┘
    ┌─│Shift-Tab h ←  go to the pane before                                      │─┐
    │M│k ↑            go up                                                      │ │
    │A│j ↓            go down                                                    │ │
    │O│PgUp           go up a page                                               │ │
    │ │PgDn Space     go down a page                                             │ │
    │ │Home           go to the top                                              │ │
    │S│End            go to the bottom                                           │e│
    │ └─────────────────────────────────────────────────────────────────────────↓┘ │
    └─────────────────────────────────────────────────────────────────────────────↓┘
    board.minutebook · 10:00                                       saved 10:00:00 #1
    ↑↓ scroll · Esc close
    bold: minutebook | Meetings | Keys · Esc closes | On every page | : Ctrl-P | Ctrl-R | Esc | Tab l → | Shift-Tab h ← | k ↑ | j ↓ | PgUp | PgDn Space | Home | End | board.minutebook
    ");
}

#[test]
fn the_help_of_a_meeting_has_its_own_keys_first() {
    assert_snapshot!(page("help on a meeting").screen(), @"
     minutebook Strategy & Partnerships Scrutiny Committee · 22 July 2010 · planned
    ┌─ Agenda 0/14 ──────────┐┌─ Minute · s: next pane ────────────────────────────┐
    │ ┌─ Keys · Esc closes ──────────────────────────────────────────────────────┐ │
    │ │On a meeting                                                              │ │
    │ │n              take the next item (the first one begins the meeting)      │ │
    │ │p              go back to the item before                                 │ │
    │ │e              write the minute                                           │ │
    │ │d              record a decision                                          │ │
    │ │a              record an action                                           │ │
    │ │v              record a vote                                              │ │
    │ │m              record a motion                                            │ │
    │ │i              record a declared interest                                 │ │
    │ │+              record an arrival                                          │ │
    │ │-              record a departure                                         │ │
    │ │.              type any capture line                                      │ │
    │ │r              call the roll                                              │ │
    │ │s              show the item's Performance and Response                   │ │
    │ │b              read the last motion or decision back in large letters     │ │
    │ │G              choose what is missing here and give somebody the action   │ │
    │ │w              read the finished minutes                                  │ │
    │ └─────────────────────────────────────────────────────────────────────────↓┘ │
    └────────────────────────┘└────────────────────────────────────────────────────┘
    Item 1 of 14 · 10:00 · quorum 0/3 ✗                            saved 10:00:00 #1
    ↑↓ scroll · Esc close
    bold: minutebook | Agenda 0/14 | Minute · s: next pane | Keys · Esc closes | On a meeting | Item 1 of 14 | quorum 0/3 ✗
    ");
}

#[test]
fn the_palette_finds_a_command_by_its_words() {
    assert_snapshot!(page("palette").screen(), @"
     minutebook Overview
    ┌─ Meetings ───────────────────────────────────────────────────────────────────┐
    │Day             Body                                      Stands              │
    │Thu┌─ Command ────────────────────────────────────────────────────────────┐   │
    │Thu│go to▏                                                                │   │
    │Wed└──────────────────────────────────────────────────────────────────────┘   │
    │Thu┌─ Enter does it ──────────────────────────────────────────────────────┐d  │
    │Wed│g m       go to the meeting                                           │d  │
    │Tue│g s       go to the governance schedule                               │d  │
    │   │g a       go to the actions                                           │   │
    │   │g d       go to the decisions                                         │   │
    │   │g b       go to bodies and people                                     │   │
    └───│g r       go to the recommendations                                   │───┘
    ┌─ W│g p       go to the forward plan                                      │───┐
    │Mis│g t       go to the targets                                           │   │
    │Act│g e       go to engagement: who comes to meetings                     │   │
    │OPB│g l       go to the framework: who answers to whom, as a tree         │   │
    │   │g w       go to what may change the work                              │   │
    │   │g f       go to the findings                                          │   │
    │SYP└─────────────────────────────────────────────────────────────────────↓┘ be│
    │    judged, by cause                                                          │
    └─────────────────────────────────────────────────────────────────────────────↓┘
    board.minutebook · 10:00                                       saved 10:00:00 #1
    type to narrow · ↑↓ choose · Enter does it · Esc close
    underlined: Thu | g m       go to the meeting
    bold: minutebook | Meetings | Thu | Command | Thu | Wed | Enter does it | g m | g s | g a | g d | g b | g r | g p | Mis | g t | Act | g e | OPB | g l | g w | g f | SYP | board.minutebook
    ");
}

#[test]
fn the_roll_says_of_each_member_where_they_are() {
    let mut desk = Desk::sample();
    desk.keys("gmr<enter>c<down><enter><down>a");
    assert_snapshot!(desk.screen(), @"
     minutebook Strategy & Partnerships Scruti… · 22 July 2010 · in session 10.00 am
    ┌─ Agenda 0/14 ──────────┐┌─ Minute · s: next pane ────────────────────────────┐
    │  1  Apologies for abse…││Apologies for absence and temporary appointments    │
    │  2 ┌─ Roll: 2 here, 3 needed ───────────────────────────────────────────┐    │
    │  3 │● Councillor R. Okonjo (in the chair)    present                    │    │
    │  4 │● Councillor Miss P. Allardyce           present                    │a   │
    │  5 │a Councillor D. Farrow                   apologies                  │    │
    │  6 │? Councillor J. Hesketh                  not yet accounted for      │    │
    │  7 │? Councillor M. Idris                    not yet accounted for      │    │
    │  8 │? Councillor L. Nettleship               not yet accounted for      │    │
    │  9 │? Councillor S. Quill                    not yet accounted for      │    │
    │  10│? Councillor C. Ravensworth              not yet accounted for      │    │
    │  11│? Councillor V. Tarrant                  not yet accounted for      │    │
    │  12│? Councillor Mrs E. Thornaby             not yet accounted for      │    │
    │  13│? Councillor N. Wetherby                 not yet accounted for      │    │
    │  14│? A. Penhale                             not yet accounted for      │    │
    │    │                                                                    │    │
    │    │                                                                    │    │
    │    └────────────────────────────────────────────────────────────────────┘    │
    │                        ││                                                    │
    │                        ││                                                    │
    Item 1 of 14 · 10:00 · quorum 2/3 ✗ · 8 not accounted for      saved 10:00:00 #6
    Apologies from Councillor D. Farrow.
    Enter in/out · i all in · a apologies · c chair · m mandate · u take back · Esc
    reversed: a Councillor D. Farrow                   apologies
    underlined: 1  Apologies for abse…
    bold: minutebook | Agenda 0/14 | Minute · s: next pane | Apologies for absence and temporary appointments | Roll: 2 here, 3 needed | Item 1 of 14 | quorum 2/3 ✗
    ");
}

#[test]
fn what_was_being_written_when_the_program_died_is_offered_again() {
    let mut desk = Desk::sample();
    desk.keys("gm5<enter>eThe chair welcomed Mr James.<esc>");
    desk.keys("eMembers asked for more.");
    let mut desk = desk.crashes_and_comes_back();
    desk.keys("gm");
    assert_snapshot!(desk.screen(), @"
     minutebook Strategy & Partnerships Scrutiny Committee · 22 July 2010 · planned
    ┌─ Agenda 0/14 ──────────┐┌─ Minute · s: next pane ────────────────────────────┐
    │  1  Apologies for abse…││Apologies for absence and temporary appointments    │
    │  2  Declarations of in…││(Agenda Item 1)                                     │
    │  3  Minutes            ││                                                    │
    │  4  Speaking to or pet…││Nothing is minuted yet: press e to write, d for a   │
    │  5┌─ Unfinished writing ─────────────────────────────────────────────────┐   │
    │  6│At 10.00 am this was being written on item 5, Children's Trust, and   │   │
    │  7│was not put on record:                                                │   │
    │  8│                                                                      │   │
    │  9│(1 paragraph as on record)                                            │   │
    │  1│+ Members asked for more.                                             │   │
    │  1│                                                                      │   │
    │  1│Enter goes on writing it · x lets it go · Esc asks again next time    │   │
    │  1│                                                                      │   │
    │  1└──────────────────────────────────────────────────────────────────────┘   │
    │                        ││                                                    │
    │                        ││                                                    │
    │                        ││                                                    │
    │                        ││                                                    │
    │                        ││                                                    │
    └────────────────────────┘└────────────────────────────────────────────────────┘
    Item 1 of 14 · 10:00 · quorum 0/3 ✗                            saved 10:00:00 #2
    Enter go on writing · x let it go · Esc later
    underlined: 1  Apologies for abse…
    bold: minutebook | Agenda 0/14 | Minute · s: next pane | Apologies for absence and temporary appointments | Unfinished writing | Enter | Esc | Item 1 of 14 | quorum 0/3 ✗
    ");
}

#[test]
fn what_was_being_written_is_kept_until_it_is_taken_up_or_let_go() {
    let mut desk = Desk::sample();
    desk.keys("gm5<enter>eThe chair welcomed Mr James.<esc>eMembers asked for more.");
    let mut desk = desk.crashes_and_comes_back();
    desk.keys("gm<esc>5<enter>.d to wait<esc>");
    let mut desk = desk.crashes_and_comes_back();
    desk.keys("gm<esc>5<enter>e Nobody had more.<esc>");
    let sitting = desk.state.sitting.as_deref().unwrap();
    let item = sitting.item_numbered("5").unwrap();
    assert_eq!(
        sitting.text_of(&item.id),
        "The chair welcomed Mr James.\nMembers asked for more. Nobody had more."
    );
    let mut desk = desk.crashes_and_comes_back();
    desk.keys("gm");
    assert!(desk.state.over.is_none());
}

#[test]
fn a_line_typed_into_a_minute_stands_on_its_own_line() {
    let mut desk = Desk::sample();
    desk.keys("gmn.in all<enter>5<enter>eThe chair welcomed Mr James.<esc>e.d to wait<enter><esc>");
    let sitting = desk.state.sitting.as_deref().unwrap();
    let item = sitting.item_numbered("5").unwrap();
    assert_eq!(sitting.text_of(&item.id), "The chair welcomed Mr James.");
    assert_eq!(sitting.decisions_on(&item.id).count(), 1);
}

#[test]
fn a_line_begun_on_another_page_is_the_meetings_and_undoes_nothing() {
    let mut desk = Desk::sample();
    desk.keys("gmn");
    let entries = |desk: &Desk| desk.state.foot.saved.map(|(_, count)| count);
    let count = entries(&desk).unwrap();
    desk.keys("go.priv unsure<enter>");
    assert_eq!(entries(&desk), Some(count + 1));
    let mut desk = desk.crashes_and_comes_back();
    desk.keys("go.priv unsure");
    assert_eq!(entries(&desk), Some(count + 1));
    assert!(desk.screen().contains("A capture line is typed in a meeting."));
}

#[test]
fn a_line_that_would_be_refused_says_so_before_enter() {
    let mut desk = Desk::sample();
    desk.keys("gmn.d to wait");
    assert!(desk.screen().contains("Not yet"), "{}", desk.screen());
    assert!(desk.screen().contains("There is no quorum"), "{}", desk.screen());
    desk.keys("<esc>.in all<enter>.d to wait");
    assert!(desk.screen().contains("Enter records"), "{}", desk.screen());
}

#[test]
fn the_palette_offers_what_can_be_done_now() {
    let mut desk = Desk::sample();
    let offers = |desk: &Desk, help: &str| {
        palette::offered(&desk.state, "").iter().any(|(_, _, known)| known.starts_with(help))
    };
    assert!(!offers(&desk, "write the minute") && !offers(&desk, "note a query"));
    desk.keys("gs");
    assert!(offers(&desk, "note a query"));
    desk.keys("gmgo");
    assert!(offers(&desk, "write the minute"));
    desk.keys(":write the minute<enter>The chair welcomed Mr James.<esc>");
    assert!(matches!(desk.state.page, Page::Meeting(_)));
    assert!(desk.screen().contains("The chair welcomed Mr James."));
}

#[test]
fn the_resolution_to_exclude_comes_before_the_business_it_is_for() {
    let mut desk = Desk::sample();
    desk.keys("gmn.in all<enter><end>.exempt 3<enter><end>.exclude<enter>");
    let sitting = desk.state.sitting.as_deref().unwrap();
    assert_eq!(sitting.current().unwrap().kind, ItemKind::Exclusion);
    let exempt = sitting.items.iter().find(|item| !item.exempt.is_open()).unwrap();
    assert_eq!(exempt.status, ItemStatus::NotReached);
}

#[test]
fn enter_on_an_action_opens_its_meeting_at_its_item() {
    let mut desk = Desk::sample();
    desk.keys("ga<enter>");
    let item = desk.state.sitting.as_deref().and_then(|sitting| match &desk.state.page {
        Page::Meeting(page) => page.item(sitting).map(|item| item.number.clone()),
        _ => None,
    });
    assert_eq!(item.as_deref(), Some("2"), "{}", desk.screen());
}

#[test]
fn e_on_a_list_opens_the_line_of_what_is_chosen() {
    let mut desk = Desk::sample();
    for (page, line) in [
        ("gr", ".recommendation (a) to the Cabinet"),
        ("gw", ".driver "),
        ("gf", ".finding "),
        ("gp", ".plan "),
        ("gt", ".target "),
        ("gb", ".board "),
        ("gl", ".board OPB called Oxfordshire Partnership Board, "),
        ("gl<down><down><down><down><down><down><down><down>", ".register CT called Children's"),
        ("gg", ".pass G1 "),
    ] {
        desk.keys(&format!("{page}e"));
        assert!(desk.screen().contains(line), "{page}: {}", desk.screen());
        desk.keys("<esc>");
    }
    desk.keys("ghe");
    assert!(desk.screen().contains("What was recorded is not altered"), "{}", desk.screen());
}
