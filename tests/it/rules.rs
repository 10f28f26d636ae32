//! The rules of a meeting: what is refused, and what is warned of.

use minutebook::document::{Audience, Document};
use minutebook::model::{
    BodyKind, InterestKind, Majority, MeetingStatus, MinutesStatus, MotionOutcome,
};
use minutebook::rules::motion::substantive;
use minutebook::rules::{missing, room};

use crate::support::blank::{at, day};
use crate::support::clerk::{Clerk, printed, rows_before, words_of};
use crate::support::invented::committee;

/// The same committee as a board of partners, which is advised and not refused.
fn advised_clerk() -> Clerk {
    let mut sitting = committee();
    sitting.body.kind = BodyKind::PartnershipBoard;
    let rows = rows_before(&sitting);
    let mut clerk = Clerk::with(rows, &sitting.meeting.id, at(day(2026, 6, 9), "10.00"));
    clerk.script("10.00 .next\n.chair okonjo\n.in allardyce\n.item 6");
    clerk
}

#[test]
fn somebody_out_of_the_room_neither_moves_nor_votes() {
    let mut clerk = Clerk::in_session();
    clerk.refuses(".m tarrant/idris: that it be so", "Tarrant is not in the room");
    clerk.refuses(".v for okonjo, tarrant", "Tarrant is not in the room");
    clerk.refuses(".m okonjo/penhale: that it be so", "no vote at this meeting");
}

#[test]
fn a_member_who_withdrew_takes_no_part_in_the_item() {
    let mut clerk = Clerk::in_session();
    clerk.script(".int farrow: director of a haulage firm withdrew");
    clerk.refuses(".m farrow/idris: that it be so", "withdrew from this item");
    clerk.refuses(".v for farrow", "withdrew from this item");
    clerk.refuses(".v 8-0-0", "counts 8 but 7");
    clerk.script(".v 7-0-0");
}

#[test]
fn no_more_vote_than_may() {
    let mut clerk = Clerk::in_session();
    clerk.refuses(".v 9-0-0", "counts 9 but 8");
    clerk.refuses(".v for okonjo, okonjo", "named twice");
    clerk.script(".v 5-2-1");
}

#[test]
fn a_casting_vote_is_given_on_equality_alone() {
    let mut clerk = Clerk::in_session();
    clerk.refuses(".v 5-3-0 casting for", "only on equality");
    clerk.script(".v 4-4-0 casting against");
    let sitting = clerk.sitting();
    assert_eq!(sitting.votes[0].presiding, sitting.chair().cloned());
    assert!(!sitting.votes[0].carried(9));
}

#[test]
fn one_motion_is_before_the_meeting_at_a_time() {
    let mut clerk = Clerk::in_session();
    clerk.script(".m allardyce/idris: that the plan be adopted");
    clerk.refuses(".m okonjo/idris: that it be refused", "before the meeting already");
    clerk.script(".am nettleship/okonjo: to add \"from April\"");
    clerk.refuses(".am okonjo/idris: to delete \"plan\"", "before the meeting already");
    clerk.refuses(".m okonjo/okonjo: that it be so", "Nobody seconds their own motion");
}

#[test]
fn a_carried_amendment_makes_the_substantive_motion() {
    let mut clerk = Clerk::in_session();
    clerk.script(
        ".m allardyce/idris: that the plan be adopted
         .am nettleship/okonjo: to add \"from April 2027\"
         .v 6-2-0
         .v 5-3-0
         .d RECOMMENDED TO Cabinet: that the plan be adopted from April 2027",
    );
    let sitting = clerk.sitting();
    let moved = &sitting.motions[0];
    assert_eq!(moved.text, "that the plan be adopted");
    assert_eq!(substantive(&sitting.motions, moved), "that the plan be adopted from April 2027");
    assert!(sitting.motions.iter().all(|motion| motion.outcome == MotionOutcome::Carried));
    assert_eq!(sitting.decisions[0].vote.as_ref(), Some(&sitting.votes[1].id));
    assert_eq!(sitting.decisions[0].mover, sitting.motions[0].mover);
}

#[test]
fn what_is_out_of_the_ordinary_is_put_down_and_told() {
    let mut clerk = Clerk::in_session();
    let told = |clerk: &mut Clerk, line: &str| clerk.try_line(line).unwrap().join(" ");
    clerk.script(".m allardyce/idris: that the plan be adopted\n.v 2-6-0");
    let said = told(&mut clerk, ".d RESOLVED: to think again");
    assert!(said.contains("The last motion on this item was lost."), "{said}");
    let said = told(&mut clerk, ".int tarrant: personal: lives there");
    assert!(said.contains("Tarrant is not in the room."), "{said}");
    let said = told(&mut clerk, ".a oduya: write by 1 Jan 2026");
    assert!(said.contains("1 January 2026 is before the meeting."), "{said}");
    let said = told(&mut clerk, ".exempt 3");
    assert!(said.contains("The public has not been excluded"), "{said}");
    clerk.script(".open\n12.00 .close");
    let said = told(&mut clerk, ".d RESOLVED: to buy a shed");
    assert!(said.contains("The meeting is closed"), "{said}");
}

#[test]
fn a_motion_may_need_two_thirds() {
    let mut clerk = Clerk::in_session();
    clerk.script(".m allardyce/idris two-thirds: that standing orders be suspended\n.v 5-3-0");
    let sitting = clerk.sitting();
    assert_eq!(sitting.motions[0].majority, Majority::TwoThirds);
    assert_eq!(sitting.motions[0].outcome, MotionOutcome::Lost);
}

#[test]
fn a_motion_without_a_seconder_falls_and_is_still_on_record() {
    let mut clerk = Clerk::in_session();
    clerk.script(".m allardyce: that the plan be adopted");
    clerk.script(".m fell");
    assert_eq!(clerk.sitting().motions[0].outcome, MotionOutcome::Fell);
    clerk.refuses(".m withdrawn", "No motion is before the meeting");
}

#[test]
fn nothing_is_decided_without_a_quorum_by_a_committee() {
    let mut clerk = Clerk::in_session();
    for name in ["allardyce", "farrow", "hesketh", "nettleship", "ravensworth", "idris"] {
        clerk.script(&format!(".out {name}"));
    }
    clerk.refuses(".d that it be so", "There is no quorum: 2");
    clerk.refuses(".v 2-0-0", "There is no quorum");
    clerk.script("Those present went on informally.\n.adjourn");
    assert_eq!(clerk.sitting().meeting.status, MeetingStatus::Adjourned);
}

#[test]
fn a_partnership_board_is_told_and_goes_on() {
    let mut clerk = advised_clerk();
    let warnings = clerk.try_line(".d that it be so").unwrap();
    assert!(warnings[0].contains("There is no quorum"), "{warnings:?}");
    assert_eq!(clerk.sitting().decisions.len(), 1);
}

#[test]
fn an_owner_who_was_not_there_is_to_be_told() {
    let mut clerk = Clerk::in_session();
    let warnings = clerk.try_line(".a oduya: write to the trust by 30 Sep").unwrap();
    assert!(warnings[0].contains("to be told"), "{warnings:?}");
}

#[test]
fn interests_are_of_the_kinds_of_their_day() {
    let kind = |year| {
        let mut sitting = committee();
        sitting.meeting.date = day(year, 6, 9);
        let mut clerk = Clerk::before(&sitting);
        clerk.script("10.00 .next\n.in farrow\n.item 6\n.int farrow: director of a firm");
        clerk.sitting().interests[0].kind
    };
    assert_eq!(kind(2010), InterestKind::Personal);
    assert_eq!(kind(2026), InterestKind::Pecuniary);
}

#[test]
fn what_is_recorded_where_nothing_is_under_discussion_is_minuted_where_it_happened() {
    let mut clerk = Clerk::in_session();
    clerk.script(".int farrow on 7: director of a firm withdrew");
    let sitting = clerk.sitting();
    let in_item = sitting.item(&sitting.interests[0].item).map(|item| item.number.as_str());
    assert_eq!(in_item, Some("7"), "an interest may be in business that comes later");
    clerk.script(".item 7\n.defer 8 Sep 2026: the survey is late\n11.00 .adjourn\n11.15 .resume");
    let sitting = clerk.sitting();
    assert_eq!(sitting.adjournments[0].item, Some(sitting.interests[0].item.clone()));
    let page =
        minutebook::document::Document::minutes(&sitting, minutebook::document::Audience::Members);
    let page = String::from_utf8(crate::formats::bytes(&page, "md")).unwrap();
    assert!(page.contains("11.00 am: the meeting adjourned"), "{page}");
}

#[test]
fn a_verb_that_is_none_of_the_list_is_refused() {
    let mut clerk = Clerk::in_session();
    clerk.refuses(".d APPROVED: that the plan be adopted", "is not a verb");
    clerk.script(".v for okonjo, idris; against hesketh\n.d RESOLVED: to adopt the plan");
    clerk.refuses(".own hesketh against", "on record name by name already");
}

#[test]
fn what_was_written_under_an_item_that_was_not_taken_is_minuted() {
    let mut clerk = Clerk::in_session();
    clerk.script("12.00 .close");
    let sitting = clerk.sitting();
    let left = sitting.items.iter().find(|item| item.number == "7").unwrap().id.clone();
    let meeting = sitting.meeting.id.clone();
    let wrote = minutebook::model::Entry::Wrote {
        meeting,
        item: left,
        text: "There was no other business.".into(),
    };
    clerk.put(wrote).unwrap();
    let page = printed(&clerk.sitting());
    assert!(page.contains("There was no other business."), "{page}");
}

#[test]
fn an_ambiguous_name_is_asked_about_and_never_guessed() {
    let mut clerk = Clerk::in_session();
    clerk.refuses(".chair councillor", "could be");
    clerk.refuses(".in zebedee", "Nobody in the book is called \"zebedee\"");
    clerk.refuses(".a zebedee: do it", "Nobody in the book is called");
}

#[test]
fn several_people_come_and_go_in_one_line() {
    let mut clerk = Clerk::in_session();
    clerk.script("10.30 .out farrow, hesketh and idris: for another meeting");
    assert_eq!(room::quorum(&clerk.sitting()).present, 5, "eight, but for three");
    clerk.script("10.40 .in farrow and idris");
    clerk.refuses(".out hesketh and quill", "Hesketh is not in the room");
}

#[test]
fn a_time_is_read_as_one_at_which_the_meeting_can_be_sitting() {
    let told = |start: &str, line: &str| {
        let mut sitting = committee();
        sitting.meeting.start = Some(at(day(2026, 6, 9), start).time());
        let rows = rows_before(&sitting);
        let mut clerk = Clerk::with(rows, &sitting.meeting.id, at(day(2026, 6, 9), start));
        clerk.script(".next\n.in okonjo, idris");
        clerk.script(line);
        clerk.sitting().movements.last().unwrap().at.format("%H.%M").to_string()
    };
    assert_eq!(told("14.00", ".out idris 3.22"), "15.22");
    assert_eq!(told("10.00", ".out idris 1.15"), "13.15");
    assert_eq!(told("10.00", ".out idris 11.15"), "11.15");
    assert_eq!(told("10.00", ".out idris 9.50"), "09.50");
}

#[test]
fn a_seat_has_one_vote_whoever_sits_in_it() {
    let mut clerk = Clerk::before(&committee());
    clerk.script("10.00 .next\n.chair okonjo\n.in allardyce, farrow\n.sub brandreth for quill");
    clerk.refuses(".sub allardyce for tarrant", "has a place of their own here");
    clerk.script(".item 6\n.v 4-0-0");
    let told = clerk.try_line(".in quill").unwrap().join(" ");
    assert!(told.contains("Brandreth has no vote while Councillor S. Quill is here"), "{told}");
    clerk.refuses(".v 5-0-0", "counts 5 but 4");
}

#[test]
fn a_casting_vote_is_of_somebody_who_presides_in_the_room() {
    let mut clerk = Clerk::in_session();
    clerk.script(".out okonjo");
    clerk.refuses(".v 3-3-1 casting for", "Okonjo presides and has left the room");
    clerk.script(".chair idris\n.v 3-3-1 casting for");
}

#[test]
fn a_vote_is_told_of_whoever_it_leaves_out() {
    let mut clerk = Clerk::in_session();
    clerk.script(".out farrow, hesketh, quill, ravensworth");
    let told = clerk.try_line(".v for okonjo, idris; against nettleship").unwrap().join(" ");
    assert!(told.contains("Allardyce may vote and appears in no list"), "{told}");
    clerk.script(".m allardyce/idris: that it be so\n.v 3-1-0\n.own nettleship against");
    clerk.refuses(".own idris against", "The vote counts 1 against");
    clerk.refuses(".v 2-2-0", "The motion was put to the vote already, and carried");
    clerk.refuses(".elect Chairman: okonjo 4, idris 3", "counts 7 votes, and 4 in the room");
}

#[test]
fn limbs_typed_in_one_line_are_decisions_that_can_each_be_cited() {
    let mut clerk = Clerk::in_session();
    clerk.script(".d Resolved that: (a) A be done; and (b) B be paid");
    clerk.script(".item 7\n.d RESOLVED: (a) that A be done; and (b) that B be paid");
    let sitting = clerk.sitting();
    let texts: Vec<&str> = sitting.decisions.iter().map(|d| d.text.as_str()).collect();
    assert_eq!(texts[texts.len() - 2..], ["that A be done", "that B be paid"]);
    let page = printed(&sitting);
    assert!(page.contains("(a) that A be done; (b) that B be paid."), "{page}");
}

#[test]
fn a_deferred_item_goes_on_the_agenda_it_was_deferred_to() {
    let mut clerk = Clerk::in_session();
    clerk.script(".item 7\n.defer next meeting: the survey is late");
    let next = clerk.sitting().neighbours.coming[0].id.clone();
    let there = clerk.pen.sitting(&next).unwrap();
    assert_eq!(there.items.len(), 1);
    assert_eq!(there.items[0].title, "Skills review");
    assert_eq!(there.items[0].why, "deferred from 9 June 2026 (Minute 3/26)");
    let agenda = words_of(&Document::agenda(&there, Audience::Public));
    assert!(agenda.contains("Deferred from 9 June 2026 (Minute 3/26)."), "{agenda}");
}

#[test]
fn confirmed_minutes_are_locked_and_undo_does_not_reach_behind_them() {
    let mut clerk = Clerk::in_session();
    clerk.script(
        ".out quill\n.d that it be so\n.why because\nSaid.\n.item 3\n.confirm\n12.10 .close",
    );
    let previous = clerk.sitting().neighbours.previous.clone().unwrap();
    assert_eq!(previous.minutes, MinutesStatus::Confirmed);
    let this = std::mem::replace(&mut clerk.meeting, previous.id);
    clerk.refuses(".priv x", "No item");
    clerk.meeting = this;
    clerk.script(".minutes checked");
    clerk.refuses(".minutes checked", "do not become checked");
    clerk.refuses(".confirm", "do not become confirmed");
    let signed = minutebook::book::Signed { clerk: "clerk".into(), at: clerk.now, minted: 0 };
    clerk.pen.undo(&signed).unwrap();
    clerk.pen.undo(&signed).unwrap();
    let refused = clerk.pen.undo(&signed).unwrap_err();
    assert!(refused.to_string().contains("confirmed since"), "{refused}");
}

#[test]
fn minutes_that_lack_something_are_not_sent_out() {
    let mut clerk = Clerk::in_session();
    clerk.script(".d that it be so\n.a : find out\n12.10 .close");
    clerk.refuses(".minutes circulated", "1 action without owner");
    let lacks = missing::missing(&clerk.sitting());
    let words: Vec<String> = lacks.iter().map(|(lack, n)| lack.in_words(*n)).collect();
    assert!(words.contains(&"1 action without owner".to_owned()), "{words:?}");
    assert!(words.contains(&"1 action without date".to_owned()), "{words:?}");
}

#[test]
fn minutes_that_were_sent_out_are_put_right_by_correction_alone() {
    let mut clerk = Clerk::in_session();
    clerk.script("Said.\n12.10 .close\n.minutes circulated");
    for line in [".d that it be so", ".in tarrant", "Said later."] {
        clerk.refuses(line, "These minutes are circulated and can no longer be altered");
    }
    let signed = clerk.signed();
    clerk.pen.undo(&signed).unwrap();
    clerk.script("Said later.");
}

#[test]
fn a_cabinet_alone_must_give_its_reasons() {
    let mut sitting = committee();
    sitting.body.kind = BodyKind::Executive;
    let rows = rows_before(&sitting);
    let mut clerk = Clerk::with(rows, &sitting.meeting.id, at(day(2026, 6, 9), "10.00"));
    clerk.script(
        "10.00 .next
         .chair okonjo
         .in allardyce, farrow, hesketh, nettleship, ravensworth, idris, quill
         .apol tarrant
         .item 3
         .confirm
         .item 6
         .d that it be so
         12.10 .close",
    );
    clerk.refuses(".minutes circulated", "1 decision without reasons (item 6)");
}

#[test]
fn that_the_public_came_back_is_no_summary_of_what_they_missed() {
    let mut clerk = Clerk::in_session();
    clerk.script(".exclude\n.item 8\nThe offer was refused.\n11.40 .readmit");
    let lacks: Vec<_> = missing::missing(&clerk.sitting()).into_iter().map(|(l, _)| l).collect();
    assert!(lacks.contains(&missing::Lack::Summary), "{lacks:?}");
    clerk.refuses(".readmit", "back already");
    clerk.script(".summary The terms of a lease were considered.");
    assert!(!missing::missing(&clerk.sitting()).iter().any(|(l, _)| *l == missing::Lack::Summary));
}

#[test]
fn an_election_counts_each_nominee_and_a_tie_elects_nobody() {
    let mut clerk = Clerk::in_session();
    clerk.refuses(".elect Chairman: okonjo 4, idris 4", "equal");
    clerk.script(".elect Chairman: okonjo 6, idris 2");
    let text = &clerk.sitting().decisions[0].text;
    assert_eq!(
        text,
        "that Councillor R. Okonjo be elected Chairman (Councillor R. Okonjo 6, Councillor M. Idris 2)"
    );
}

#[test]
fn an_action_put_back_keeps_its_earlier_days() {
    let mut clerk = Clerk::in_session();
    clerk.script(
        ".a oduya: write to the trust by 30 June
         .extend A/26/01 to 31 July: the trust has not met
         .extend 1 to 30 Sep: again
         .progress 1: a draft is with the trust
         .done 1: letter of 12 August",
    );
    let sitting = clerk.sitting();
    let days: Vec<_> = sitting.updates.iter().map(|u| u.due.unwrap().to_string()).collect();
    assert_eq!(days[..2], ["2026-07-31", "2026-09-30"]);
    assert_eq!(sitting.actions[0].status.word(), "complete");
    clerk.refuses(".done A/26/77: x", "There is no action A/26/77");
}
