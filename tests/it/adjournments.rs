//! What comes between: adjournments, the public's return, items put off, a chair who
//! leaves.

use minutebook::model::{Appointment, AttendanceStatus, MeetingKind, MinutesStatus};
use minutebook::rules::missing::{self, Lack};

use crate::procedure::agenda;
use crate::support::blank::{at, day};
use crate::support::clerk::{Clerk, printed};
use crate::support::invented::committee;

#[test]
fn what_was_put_down_while_the_public_was_out_is_not_said_to_be_taken_without_them() {
    let mut clerk = Clerk::in_session();
    clerk.script(
        ".exclude
         .next
         The terms were read out.
         .agenda Roof repair
         .summary The terms of a lease were considered.
         11.00 .readmit
         .summary The terms of a lease were weighed.",
    );
    assert!(printed(&clerk.sitting()).contains("weighed. The public was readmitted at 11.00 am"));
    let number = clerk.sitting().items.last().unwrap().number.clone();
    let told = clerk.try_line(&format!(".next {number}")).unwrap().join(" ");
    assert!(told.contains("is still withheld, as the public was out"), "{told}");
    clerk.script(".d RESOLVED: that the roof be mended");
    let page = printed(&clerk.sitting());
    assert!(!page.contains("excluded while this item"), "{page}");
    assert!(page.contains("is not published"), "{page}");
}

#[test]
fn who_comes_and_goes_after_an_item_is_put_off_is_told_at_its_end() {
    let mut clerk = Clerk::in_session();
    clerk.script(
        ".defer 3 October: the survey is late
         10.41 .out okonjo
         .chair allardyce
         10.43 .in tarrant
         .next",
    );
    let page = printed(&clerk.sitting());
    for said in [
        "10.41 am: Councillor Okonjo left",
        "Allardyce took the chair",
        "10.43 am: Councillor Tarrant arrived",
    ] {
        assert!(page.contains(said), "{said}: {page}");
    }
}

#[test]
fn a_meeting_that_is_broken_off_and_ends_there_ends_that_day() {
    let mut clerk = Clerk::before(&committee());
    clerk.now = at(day(2026, 6, 9), "14.00");
    clerk.script("14.00 .next\n.chair okonjo\n.in allardyce, idris\n.adjourn 3.50");
    clerk.now = at(day(2026, 11, 29), "9.00");
    clerk.script(".close 4.00");
    let ended = clerk.sitting().meeting.ended_at.unwrap();
    assert_eq!(ended, at(day(2026, 6, 9), "16.00"));
}

#[test]
fn a_meeting_goes_on_in_the_afternoon_it_was_adjourned_to_and_says_so_in_order() {
    let mut clerk = Clerk::before(&committee());
    clerk.now = at(day(2026, 6, 9), "14.00");
    clerk.script("14.00 .item 6\n.chair okonjo\n.in allardyce, idris, farrow\n.adjourn 3.10 to 12 June at 2.00 pm");
    for line in [".d that it be so", ".v 3-0-0", ".m allardyce/idris: that it be so"] {
        clerk.refuses(line, "stands adjourned");
    }
    clerk.now = at(day(2026, 11, 29), "9.00");
    clerk.script(".resume 12 June 2.00\n.d that it be so\n.close 3.00");
    let ended = clerk.sitting().meeting.ended_at.unwrap();
    assert_eq!(ended, at(day(2026, 6, 12), "15.00"));
    let page = printed(&clerk.sitting());
    let (until, resumed) = (page.find("stood adjourned until"), page.find("the meeting resumed"));
    assert!(until < resumed && until.is_some(), "{page}");
}

#[test]
fn a_decision_is_not_taken_with_the_chair_empty_without_a_word() {
    let mut clerk = Clerk::in_session();
    clerk.script(".m okonjo/farrow: that it be built\n.v 8-0-0\n10.41 .out okonjo");
    let told = clerk.try_line(".d that it be built").unwrap().join(" ");
    assert!(told.contains("Okonjo presides and has left the room"), "{told}");
    let decided = clerk.sitting().decisions[0].clone();
    assert!(decided.mover.is_some(), "the mover was there to move it");
}

#[test]
fn whoever_withdrew_is_counted_out_of_the_quorum_once() {
    let mut clerk = Clerk::before(&committee());
    clerk.script("10.00 .item 6\n.in okonjo, allardyce, farrow, idris\n.chair okonjo\n.int farrow: pecuniary: a lease w");
    assert_eq!(clerk.try_line(".out farrow").unwrap(), Vec::<String>::new(), "three remain");
    let told = clerk.try_line(".out idris 10.20").unwrap().join(" ");
    assert!(told.contains("no longer a quorum, with 2 of 3"), "{told}");
    let page = printed(&clerk.sitting());
    assert!(page.contains("10.20 am: there was no longer a quorum"), "{page}");
}

#[test]
fn a_carried_motion_with_nothing_decided_is_missing_its_decision() {
    let mut clerk = Clerk::in_session();
    clerk.script(".m okonjo/farrow: that it be built\n.v 8-0-0");
    let lacks = |clerk: &Clerk| missing::items(&clerk.sitting(), Lack::Carried);
    assert_eq!(lacks(&clerk), ["item 6"]);
    clerk.script(".d that it be built");
    assert!(lacks(&clerk).is_empty());
}

#[test]
fn whoever_is_not_accounted_for_is_named_before_the_minutes_go_out() {
    let mut clerk = Clerk::before(&committee());
    clerk
        .script("10.00 .item 6\n.in okonjo, allardyce, farrow, idris\n.chair okonjo\n12.10 .close");
    let missing = missing::items(&clerk.sitting(), Lack::Unaccounted);
    assert!(missing.contains(&"Councillor V. Tarrant".to_owned()), "{missing:?}");
}

#[test]
fn informal_notes_are_not_confirmed_as_minutes() {
    let mut sitting = committee();
    let before = sitting.neighbours.previous.as_mut().unwrap();
    (before.kind, before.minutes) = (MeetingKind::Inquorate, MinutesStatus::Circulated);
    let mut clerk = Clerk::before(&sitting);
    clerk.script("10.00 .item 3\n.in okonjo, allardyce, farrow\n.chair okonjo");
    assert!(!agenda(&clerk.sitting()).contains("To approve the minutes of 14 April"));
    let told = clerk.try_line(".close").unwrap().join(" ");
    assert!(!told.contains("have not been confirmed"), "{told}");
}

#[test]
fn an_election_is_settled_by_a_chair_who_is_there() {
    let mut clerk = Clerk::before(&committee());
    clerk.script("10.00 .item 6\n.in okonjo, allardyce, farrow, idris");
    clerk.refuses(
        ".elect chair: farrow 2, idris 2, casting farrow",
        "Nobody is recorded as presiding",
    );
    let said = clerk.preview(".elect Representative on the Pensions Board: farrow 2, idris 1");
    assert!(
        said.starts_with("Elected Representative on the Pensions Board: Councillor D. Farrow"),
        "{said}"
    );
    clerk.script(".elect Representative on the Pensions Board: farrow 2, idris 1");
    let text = clerk.sitting().decisions[0].text.clone();
    assert!(text.contains("be elected Representative on the Pensions Board"), "{text}");
}

#[test]
fn whoever_is_elected_to_the_chair_has_it_on_the_roll_from_that_day() {
    let mut clerk = Clerk::in_session();
    let places = |clerk: &Clerk| {
        let sitting = clerk.sitting();
        let of = |p: &Appointment| format!("{} {}", sitting.name_of(&p.person), p.role.plain());
        let mut roll: Vec<String> = sitting.appointments.iter().map(of).collect();
        roll.retain(|line| !line.ends_with(" member"));
        roll
    };
    clerk.script(".elect chairman: okonjo");
    let before = places(&clerk);
    assert_eq!(before, ["Councillor R. Okonjo chair"]);
    let said = clerk.preview(".elect chair: farrow 2, idris 1");
    let on_roll = "On the roll from 9 June 2026: Councillor R. Okonjo as member and Councillor D. \
                   Farrow as chair.";
    assert!(said.ends_with(on_roll), "{said}");
    clerk.script(".elect chair: farrow 2, idris 1\n.elect Vice Chairman: okonjo");
    assert_eq!(places(&clerk), ["Councillor R. Okonjo vice chair", "Councillor D. Farrow chair"]);
    assert_eq!(clerk.sitting().appointments.len(), committee().appointments.len());
    let again = clerk.preview(".elect chair: farrow");
    assert!(!again.contains("On the roll"), "{again}");
    let held = clerk.pen.bodies().unwrap();
    let roll = held.iter().flat_map(|line| &line.members);
    let ended = roll.filter(|(place, _)| place.to_on == Some(day(2026, 6, 8)));
    assert_eq!(ended.count(), 2);
    for _ in 0..2 {
        let signed = clerk.signed();
        clerk.pen.undo(&signed).unwrap();
    }
    assert_eq!(places(&clerk), before);
}

#[test]
fn no_decision_carries_no_vote_and_a_limb_that_is_not_there_has_no_reasons() {
    let mut clerk = Clerk::in_session();
    clerk.script(
        ".m okonjo/farrow: that it be built\n.v 4-4-0 casting for\n.d NO DECISION: it was late",
    );
    assert_eq!(clerk.sitting().decisions[0].vote, None);
    clerk.refuses(".why (b) it is late", "has the letter (b)");
    let number = clerk.sitting().minute(&clerk.sitting().current().unwrap().id).unwrap().number;
    let line = format!(".rescind {}/26: that it be not so", number.unwrap());
    clerk.refuses(&line, "was decided at this meeting");
}

#[test]
fn whoever_did_not_vote_by_name_is_said_not_to_have() {
    let mut clerk = Clerk::in_session();
    clerk.script(".m okonjo/farrow: that it be built\n.v for okonjo, farrow, idris; against quill");
    let page = printed(&clerk.sitting());
    assert!(page.contains("Did not vote (4)"), "{page}");
}

#[test]
fn whoever_has_a_pecuniary_interest_neither_speaks_nor_is_said_to_take_part() {
    let mut clerk = Clerk::in_session();
    let told = clerk.try_line(".int farrow: pecuniary: a lease spoke").unwrap().join(" ");
    assert!(told.contains("takes part in the discussion"), "{told}");
    clerk.script(".int farrow: a lease stayed\n.item 2");
    let page = printed(&clerk.sitting());
    assert!(page.contains("Stayed and did not vote"), "{page}");
}

#[test]
fn an_amendment_that_is_withdrawn_is_told_before_its_motion_is() {
    let mut clerk = Clerk::in_session();
    clerk.script(".m okonjo/farrow: that it be built\n.am idris/quill: add \"soon\"\n.am withdrawn\n.m withdrawn");
    let page = printed(&clerk.sitting());
    let at = |said: &str| page.find(said).unwrap_or_else(|| panic!("{said}: {page}"));
    assert!(at("The amendment was withdrawn") < at("The motion was withdrawn"));
}

#[test]
fn a_councillor_six_months_away_is_told_of_otherwise_than_one_near_it() {
    let told = |on| missing::away_in_words("Councillor Tarrant", day(2026, 1, 10), on);
    assert!(told(day(2026, 6, 20)).contains("after six months the seat is lost"));
    assert!(told(day(2026, 7, 20)).contains("which is six months: the seat is lost"));
    let clerk = Clerk::in_session();
    let away = clerk
        .sitting()
        .attendance
        .iter()
        .filter(|a| a.status == AttendanceStatus::Apologies)
        .count();
    assert_eq!(away, 1);
}

#[test]
fn a_vote_with_an_interest_left_open_is_told_of() {
    let mut clerk = Clerk::in_session();
    clerk.script(".int farrow: pecuniary: a lease");
    let told = clerk.try_line(".v 8-0-0").unwrap().join(" ");
    assert!(told.contains("it is not said what came of it"), "{told}");
    clerk.script(".int farrow: a lease w");
    assert!(!clerk.try_line(".v 7-0-0").unwrap().join(" ").contains("not said what came"));
}

#[test]
fn several_decisions_under_one_verb_are_lettered_from_the_first() {
    let mut clerk = Clerk::in_session();
    clerk.script(".d NOTED\n.d NOTED: the petition");
    let page = printed(&clerk.sitting());
    assert!(page.contains("(a) the item;") && page.contains("(b) the petition."), "{page}");
}

#[test]
fn whoever_presides_with_no_seat_is_said_to_and_whoever_only_watches_stands_in_for_nobody() {
    let mut clerk = Clerk::in_session();
    clerk.script(".out okonjo\n.chair penhale\n.d that it be so");
    let page = printed(&clerk.sitting());
    assert!(
        page.contains("A. Penhale (Democratic Services) - in the chair for Agenda Item 6"),
        "{page}"
    );
    clerk.script(".sub penhale for tarrant\n.in penhale as observer");
    let person = clerk.sitting().people.iter().find(|p| p.family == "Penhale").unwrap().id.clone();
    assert_eq!(clerk.sitting().attendance_of(&person).unwrap().in_place_of, None);
}

#[test]
fn a_nominee_stands_once_and_takes_the_chair_with_a_seat_alone() {
    let mut clerk = Clerk::in_session();
    clerk.refuses(".elect chair: farrow 2, farrow 3", "Farrow is named twice");
    clerk.script(".elect chair: okonjo");
    let said = clerk.preview(".elect chair: oduya 3, idris 2");
    assert!(!said.contains("On the roll"), "{said}");
}
