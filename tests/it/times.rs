//! What the minutes say of who came and when the meeting sat, in whatever order
//! it was put down.

use minutebook::document::{Audience, Document};
use minutebook::model::{Entry, MeetingId, MeetingStatus, MinutesStatus, MotionOutcome};
use minutebook::rules::missing::{self, Lack};

use crate::support::blank::{at, day};
use crate::support::clerk::{Clerk, printed, words_of};
use crate::support::invented::committee;

#[test]
fn a_meeting_minuted_afterwards_is_said_to_begin_when_the_clerk_says() {
    let mut clerk = Clerk::before(&committee());
    clerk.script("13.00 .next\n.chair okonjo\n.close 12.10");
    let lacking = |clerk: &Clerk| {
        missing::missing(&clerk.sitting()).iter().any(|(lack, _)| *lack == Lack::Times)
    };
    assert!(lacking(&clerk));
    let mut clerk = Clerk::before(&committee());
    clerk.script("13.00 .next\n.chair okonjo\n.begin 10.00\n.close 12.10");
    assert!(!lacking(&clerk));
}

#[test]
fn the_minutes_say_when_the_meeting_broke_off_and_went_on() {
    let mut clerk = Clerk::before(&committee());
    clerk.script("10.00 .item 6\n.chair okonjo\n.in allardyce, idris\n10.20 The plan was shown.\n.adjourn\n10.45 .resume\nQuestions were answered.");
    let sitting = clerk.sitting();
    let [adjournment] = sitting.adjournments.as_slice() else { panic!("{sitting:?}") };
    assert!(adjournment.to_at > Some(adjournment.from_at));
    let text = printed(&sitting);
    let said = "(10.20 am: the meeting adjourned. 10.45 am: the meeting resumed.)";
    assert!(text.contains(said), "{text}");
}

#[test]
fn what_was_declared_out_of_turn_is_in_the_minutes_all_the_same() {
    let mut clerk = Clerk::before(&committee());
    clerk.script(
        "10.00 .item 3
         .chair okonjo
         .in allardyce, farrow, hesketh
         .apol tarrant
         .int farrow: pecuniary: a seller of salt withdrew",
    );
    let text = printed(&clerk.sitting());
    assert!(text.contains("Apology from") && text.contains("Tarrant"), "{text}");
    assert!(text.contains("a seller of salt"), "{text}");
}

#[test]
fn a_time_before_what_is_on_record_is_told() {
    let mut clerk = Clerk::in_session();
    clerk.script("11.00 .in tarrant");
    let mut told = |line: &str| clerk.try_line(line).unwrap().join(" ");
    assert!(told(".out tarrant 10.30").contains("before what is on record, at 11.00"));
    assert_eq!(told(".out idris 11.30"), "");
    assert_eq!(told(".adjourn 11.40"), "");
    assert_eq!(told(".resume 12.00"), "");
    assert!(told(".adjourn 11.50").contains("before what is on record, at 12.00"));
    assert!(told(".close 11.10").contains("before what is on record, at 12.00"));
}

#[test]
fn a_motion_left_open_is_missing_its_outcome() {
    let mut clerk = Clerk::in_session();
    let lacking = |clerk: &Clerk| {
        missing::missing(&clerk.sitting()).iter().any(|(lack, _)| *lack == Lack::Motion)
    };
    clerk.script(".m farrow/hesketh: that it be built");
    assert!(lacking(&clerk));
    assert_eq!(missing::items(&clerk.sitting(), Lack::Motion), ["item 6"]);
    clerk.script(".v 6-1-0");
    assert!(!lacking(&clerk));
}

#[test]
fn a_line_left_as_text_is_missing_from_the_record() {
    let mut clerk = Clerk::in_session();
    let item = clerk.sitting().current().unwrap().id.clone();
    let text = "The plan was shown.\n.a nobody: ring by June".to_owned();
    clerk.put(Entry::Wrote { meeting: clerk.meeting.clone(), item, text }).unwrap();
    let sitting = clerk.sitting();
    assert!(missing::missing(&sitting).contains(&(Lack::Line, 1)));
    assert_eq!(missing::items(&sitting, Lack::Line), ["item 6"]);
}

#[test]
fn whoever_is_to_withdraw_is_told_of_when_the_item_is_taken() {
    let mut clerk = Clerk::in_session();
    clerk.script(".int farrow on 7: a lease w");
    let told = clerk.try_line(".next 7").unwrap().join(" ");
    assert!(told.contains("Farrow withdraws from this item for an interest"), "{told}");
    clerk.script(".next 6\n.out farrow");
    assert_eq!(clerk.try_line(".next 7").unwrap().join(" "), "");
}

#[test]
fn whoever_withdraws_is_not_counted_and_does_not_preside() {
    let mut clerk = Clerk::in_session();
    clerk.script(".out allardyce, hesketh, nettleship, ravensworth, quill");
    let told = clerk.try_line(".int farrow: a lease w").unwrap().join(" ");
    assert!(told.contains("no longer a quorum, with 2 of 3"), "{told}");
    clerk.refuses(".d that it be so", "There is no quorum: 2 in the room");
    let told = clerk.try_line(".chair farrow").unwrap().join(" ");
    assert!(told.contains("Farrow presides and withdrew from this item"), "{told}");
}

#[test]
fn whoever_withdraws_from_an_item_was_not_there_for_it() {
    let mut clerk = Clerk::in_session();
    clerk.script(".int farrow: a lease w\n.d that it be so\n.item 7\n.d that it be not so");
    let page = printed(&clerk.sitting());
    assert!(page.contains("Farrow (except for Agenda Item 6)"), "{page}");
}

#[test]
fn whoever_only_spoke_has_no_vote() {
    let mut clerk = Clerk::in_session();
    clerk.script(".int farrow: a lease sp");
    clerk.refuses(
        ".v for farrow, idris; against okonjo",
        "Farrow declared an interest in this item that keeps them from voting",
    );
    clerk.refuses(".v 8-0-0", "counts 8 but 7");
}

#[test]
fn whoever_comes_after_all_business_was_there_for_part_of_the_meeting() {
    let mut clerk = Clerk::in_session();
    clerk.script(".d that it be so\n11.50 .in tarrant\n12.00 .close");
    let page = printed(&clerk.sitting());
    assert!(page.contains("Tarrant (for part of the meeting"), "{page}");
}

#[test]
fn how_to_go_on_is_voted_on_before_what_is_before_the_meeting() {
    let mut clerk = Clerk::in_session();
    clerk.script(
        ".m allardyce/idris: that the lease be taken
         .m idris/farrow procedural: that the question be now put
         .v 5-2-0",
    );
    let outcomes: Vec<_> = clerk.sitting().motions.iter().map(|m| m.outcome).collect();
    assert_eq!(outcomes, [MotionOutcome::Open, MotionOutcome::Carried]);
    clerk.script(".v 4-3-1\n.m okonjo/idris of all members: that it be built\n.v 4-3-0");
    let outcomes: Vec<_> = clerk.sitting().motions.iter().map(|m| m.outcome).collect();
    assert_eq!(outcomes[2], MotionOutcome::Lost, "four are not more than half of them all");
}

#[test]
fn minutes_that_nobody_was_sent_are_not_confirmed_and_not_forgotten() {
    let mut sitting = committee();
    if let Some(before) = &mut sitting.neighbours.previous {
        before.minutes = MinutesStatus::Draft;
        before.status = MeetingStatus::Closed;
    }
    let mut clerk = Clerk::before(&sitting);
    clerk.script("10.00 .item 3\n.chair okonjo\n.in allardyce, farrow, hesketh, idris");
    clerk.refuses(".confirm", "have not been circulated");
    let told = clerk.try_line(".close").unwrap().join(" ");
    assert!(told.contains("14 April 2026 have not been confirmed"), "{told}");
}

#[test]
fn a_meeting_minuted_on_another_day_keeps_to_its_own() {
    let mut clerk = Clerk::before(&committee());
    clerk.now = at(day(2026, 11, 25), "21.40");
    clerk.script(
        ".begin 10.00\n.in okonjo, farrow, idris\n.chair okonjo\n.item 6\n.out farrow 11.20",
    );
    clerk.script(".close 12.10");
    let sitting = clerk.sitting();
    let moved = sitting.movements.iter().map(|moved| moved.at);
    let all: Vec<_> =
        moved.chain(sitting.items[5].started_at).chain(sitting.meeting.ended_at).collect();
    assert!(all.iter().all(|at| at.date_naive() == day(2026, 6, 9)), "{all:?}");
    let taken = sitting.items.iter().find_map(|item| item.started_at).unwrap();
    assert_eq!(taken.format("%H.%M").to_string(), "10.00", "when the meeting began");
}

#[test]
fn an_action_of_the_last_meeting_is_on_the_next_agenda_and_its_progress_in_the_minutes() {
    let mut clerk = Clerk::in_session();
    clerk.script(
        ".a oduya: count the lorries by next meeting\n.a farrow: call by 1 Dec 2026\n12.10 .close",
    );
    let [count, call] = [0, 1].map(|n| clerk.sitting().actions[n].reference());
    clerk.meeting = MeetingId::from("after");
    clerk.now = at(day(2026, 9, 8), "10.00");
    let agenda = words_of(&Document::agenda(&clerk.sitting(), Audience::Public));
    assert!(agenda.contains("ACTIONS OUTSTANDING") && agenda.contains(&call), "{agenda}");
    assert_eq!(agenda.matches("due at this meeting").count(), 1, "{agenda}");
    clerk.script(&format!(
        ".agenda Minutes\n.next\n.chair okonjo\n.in farrow, idris\n.done {count}: 140 a day\n.extend {call} to 9 Mar 2027: no answer"
    ));
    let page = printed(&clerk.sitting());
    assert!(page.contains(&format!("Action {count} (K. Oduya): complete: 140 a day.")), "{page}");
    assert!(page.contains("now due 9 March 2027: no answer."), "{page}");
}

#[test]
fn whoever_went_before_the_item_was_taken_is_told_of() {
    let mut clerk = Clerk::in_session();
    clerk.script("11.00 .item 7");
    let told = clerk.try_line(".out farrow 10.30").unwrap().join(" ");
    assert!(told.contains("10.30 am is before item 7 was taken, at 11.00 am"), "{told}");
    assert_eq!(clerk.try_line(".out idris 11.20").unwrap().join(" "), "");
}

#[test]
fn whoever_is_put_down_late_was_there_for_the_items_of_their_time() {
    let mut clerk = Clerk::before(&committee());
    clerk.script("10.00 .begin\n.in okonjo, farrow, hesketh\n.chair okonjo\n10.00 .item 3");
    clerk.script("10.15 .item 4\n10.30 .item 5\n.d that it be so\n11.00 .item 6");
    let told = clerk.try_line(".in idris 10.12").unwrap().join(" ");
    assert!(told.contains("it is put down at the end of item 3."), "{told}");
    clerk.script(".out hesketh 10.20\n11.30 .item 7\n12.10 .close");
    let page = printed(&clerk.sitting());
    assert!(page.contains("M. Idris (for Agenda Items 4 to 7)"), "{page}");
    assert!(page.contains("J. Hesketh (for Agenda Items 3 and 4)"), "{page}");
    let (came, next) = (page.find("10.12 am").unwrap(), page.find("(Agenda Item 4)").unwrap());
    assert!(came < next, "under the item it belongs to: {page}");
}

#[test]
fn whoever_came_or_went_again_since_is_put_down_where_the_record_stands() {
    let mut clerk = Clerk::in_session();
    clerk.script("11.00 .item 7\n.out farrow\n11.30 .item 8");
    let told = clerk.try_line(".in farrow 10.30").unwrap().join(" ");
    assert!(told.contains("it counts from this item on"), "{told}");
}

#[test]
fn a_meeting_that_goes_on_past_midnight_ends_on_the_next_day() {
    let mut clerk = Clerk::before(&committee());
    clerk.script("10.00 .begin 22.00\n.next\n.chair okonjo\n.in idris\n.close 0.30");
    let ended = clerk.sitting().meeting.ended_at.unwrap();
    assert_eq!(ended.date_naive(), day(2026, 6, 10));
    let page = printed(&clerk.sitting());
    assert!(page.contains("commencing at 10.00 pm"), "{page}");
}

#[test]
fn a_meeting_that_goes_on_another_day_goes_on_in_its_morning() {
    let mut clerk = Clerk::before(&committee());
    clerk.script("14.00 .begin 14.00\n.chair okonjo\n.in allardyce, farrow, hesketh\n.item 6");
    clerk.script(".adjourn 15.00 to 10 June at 9.30\n.resume 10 June 9.30");
    let sitting = clerk.sitting();
    let page = printed(&sitting);
    assert!(page.contains("9.30 am on 10 June 2026") && !page.contains("9.30 pm"), "{page}");
}

#[test]
fn a_meeting_minuted_on_another_day_goes_on_the_day_it_broke_off() {
    let mut clerk = Clerk::in_session();
    clerk.now = at(day(2026, 11, 29), "14.00");
    clerk.script(".adjourn 11.40\n.resume 11.50");
    let page = printed(&clerk.sitting());
    assert!(page.contains("11.50 am") && !page.contains("November"), "{page}");
}

#[test]
fn whoever_presides_over_one_item_alone_is_in_the_chair_for_it() {
    let mut clerk = Clerk::in_session();
    clerk.script(
        ".item 7\n.out okonjo 10.30\n.chair allardyce\n.d that the skills be praised
         .in okonjo 10.40\n.chair okonjo\n.item 5",
    );
    let page = printed(&clerk.sitting());
    assert!(page.contains("Allardyce - in the chair for Agenda Item 7"), "{page}");
    assert!(page.contains("Okonjo - in the chair for Agenda Items 1 to 6"), "{page}");
}

#[test]
fn a_councillor_who_never_came_is_long_away_from_the_first_meeting_after_they_took_their_seat() {
    let mut clerk = Clerk::in_session();
    clerk.sets_up(".person Councillor N. Vane on PS as member since 1 Nov 2025");
    clerk.script("12.10 .close");
    clerk.sets_up(".meeting PS 10 Nov 2026 10.00");
    clerk.meeting = clerk.sitting().neighbours.coming.last().unwrap().id.clone();
    clerk.now = at(day(2026, 11, 10), "10.00");
    let told = clerk.try_line(".apol vane").unwrap().join(" ");
    assert!(told.contains("Vane has attended nothing since 9 June 2026"), "{told}");
}

#[test]
fn a_time_that_names_its_half_of_the_day_is_taken_at_its_word() {
    let mut clerk = Clerk::before(&committee());
    clerk.now = at(day(2026, 6, 9), "14.00");
    clerk.script("14.00 .next\n.chair okonjo\n.in allardyce 2.10");
    let came = |clerk: &Clerk| clerk.sitting().movements.last().unwrap().at;
    assert_eq!(came(&clerk), at(day(2026, 6, 9), "14.10"));
    for early in ["9.30 am", "09:30"] {
        clerk.script(&format!(".in farrow {early}"));
        assert_eq!(came(&clerk), at(day(2026, 6, 9), "9.30"), "{early}");
        clerk.script(".out farrow");
    }
}

#[test]
fn apologies_stand_though_whoever_sent_them_takes_the_chair_later() {
    let mut clerk = Clerk::in_session();
    clerk.script(".item 7\n10.30 .chair tarrant");
    let page = printed(&clerk.sitting());
    assert!(page.contains("Councillor V. Tarrant (until coming)"), "{page}");
}
