//! What a later meeting may do to an earlier one, and what it may not.

use minutebook::book::{EVERY, Filter};
use minutebook::document::{Audience, Document};
use minutebook::model::{BodyKind, DecisionStatus, Sitting};

use crate::follow_up::{in_september, once_the_plan_is_adopted};
use crate::support::blank::{at, day};
use crate::support::clerk::{Clerk, printed, words_of};

/// The meeting of June, as the book has it now.
fn june(clerk: &Clerk) -> Sitting {
    let june = clerk.pen.meetings(&Filter::default(), EVERY).unwrap();
    let june = june.into_iter().find(|line| line.date == day(2026, 6, 9)).unwrap();
    clerk.pen.sitting(&june.id).unwrap()
}

#[test]
fn minutes_sent_out_keep_the_days_they_gave_whatever_a_later_meeting_gives() {
    let mut clerk = Clerk::in_session();
    clerk.script(".a oduya: sign the lease by 30 June\n12.10 .close");
    let before = Document::minutes(&june(&clerk), Audience::Public).digest().to_owned();
    in_september(&mut clerk);
    clerk.script(".extend A/26/01 to 30 Sep: the survey is late");
    let after = june(&clerk);
    assert!(printed(&after).contains("30 June 2026"), "{}", printed(&after));
    assert_eq!(Document::minutes(&after, Audience::Public).digest(), before);
    let page = printed(&clerk.sitting());
    assert!(page.contains("30 September 2026"), "{page}");
}

#[test]
fn a_decision_rescinded_is_told_so_in_the_register_and_not_rescinded_again() {
    let mut clerk = Clerk::in_session();
    clerk.script(".d that the bridge be shut\n12.10 .close");
    in_september(&mut clerk);
    clerk.script(".rescind 2/26: that the bridge be opened");
    let lines = clerk.pen.decisions(&Filter::default(), 9).unwrap();
    let status: Vec<DecisionStatus> = lines.iter().map(|line| line.decision.status).collect();
    assert_eq!(status, [DecisionStatus::Made, DecisionStatus::Rescinded]);
    let thread = clerk.pen.thread(lines[1].decision.id.as_str()).unwrap().unwrap();
    let by = thread.lines.iter().find(|line| line.tie == "rescinded by").unwrap();
    assert!(by.text.contains("the bridge be opened"), "{}", by.text);
    clerk.refuses(".rescind 2/26: that it be mended", "has been rescinded already");
    let signed = clerk.signed();
    clerk.pen.undo(&signed).unwrap();
    let lines = clerk.pen.decisions(&Filter::default(), 9).unwrap();
    assert_eq!(lines[0].decision.status, DecisionStatus::Made);
}

#[test]
fn what_was_put_off_to_a_meeting_that_did_not_reach_it_waits_again() {
    let mut clerk = Clerk::in_session();
    clerk.script(".item 7\n.defer next meeting: the survey is late");
    let told = clerk.try_line(".close 12.10").unwrap().join(" ");
    assert!(told.contains("Items were not reached: 5 and 8"), "{told}");
    in_september(&mut clerk);
    let told = clerk.try_line(".close 12.10").unwrap().join(" ");
    assert!(told.contains("Item was not reached: 1"), "{told}");
    let waits = clerk.pen.waits_in_words(day(2026, 9, 10)).unwrap();
    assert_eq!(
        waits,
        ["Skills review was not reached (PS 8 September 2026), and is on no agenda."]
    );
    clerk.sets_up(".meeting PS 10 Nov 2026 10.00");
    let id = clerk.sitting().neighbours.coming.last().unwrap().id.clone();
    let items = clerk.pen.items(&id).unwrap();
    assert!(items.iter().any(|item| item.title == "Skills review"), "{items:?}");
}

#[test]
fn a_correction_that_quotes_what_is_withheld_is_kept_from_the_public() {
    let mut clerk = Clerk::in_session();
    clerk.script(
        ".exempt 3: the price
         .int farrow: pecuniary: director of CROKER withdrew
         .item 2\n12.10 .close",
    );
    in_september(&mut clerk);
    let number = clerk.sitting().former.iter().find(|had| !had.withheld.is_empty()).cloned();
    let number = number.unwrap().reference;
    let line = format!(".correct {number}: \"director of CROKER\" read \"employee of CROKER\"");
    assert!(clerk.preview(&line).contains("kept from the public"));
    clerk.script(&line);
    assert!(!printed(&clerk.sitting()).contains("CROKER"));
}

#[test]
fn a_call_in_is_put_down_when_it_comes_for_the_meeting_that_is_to_consider_it() {
    let mut clerk = once_the_plan_is_adopted();
    clerk.turns_to_another_body_of(BodyKind::Scrutiny);
    clerk.now = at(day(2026, 6, 12), "16.00");
    clerk.script(
        ".agenda Call-in of the plan\n.callin 2/26 by Farrow: the cost was not told\n.publish",
    );
    let sitting = clerk.sitting();
    assert!(!sitting.meeting.status.has_begun());
    assert_eq!(sitting.call_ins[0].received, Some(day(2026, 6, 12)));
    // What goes out before the meeting goes out on the day it does.
    assert_eq!(sitting.meeting.published_on, Some(day(2026, 6, 12)));
    let lines = clerk.pen.decisions(&Filter::default(), 9).unwrap();
    assert_eq!(lines[0].decision.status, DecisionStatus::CalledIn);
    clerk.now = at(day(2026, 6, 23), "10.00");
    clerk.script("10.00 .next\n.in okonjo, allardyce, farrow, hesketh as member\n.chair okonjo");
    let number = clerk.sitting().items.last().unwrap().number.clone();
    clerk.script(&format!(".item {number}\n.callin 2/26 no action"));
    let lines = clerk.pen.decisions(&Filter::default(), 9).unwrap();
    assert!(lines.iter().any(|line| line.decision.status == DecisionStatus::Effective));
}

#[test]
fn what_is_only_recommended_takes_no_effect_here() {
    let mut clerk = Clerk::in_session();
    clerk.script(".d RECOMMENDED TO Cabinet: that they look\n.d RESOLVED: that one be kept");
    let told = clerk.preview(".effective in 5 working days");
    assert!(told.starts_with("(b): takes effect on"), "{told}");
    clerk.refuses(".effective (a) in 5 working days", "It is for Cabinet to decide");
}

#[test]
fn what_was_put_off_and_taken_after_all_is_not_minuted_as_put_off() {
    let mut clerk = Clerk::in_session();
    clerk.script(
        ".item 7\n.defer next meeting: the survey is late\n.item 6\n.item 7\nThe survey came.",
    );
    let page = printed(&clerk.sitting());
    assert!(page.contains("The survey came.") && !page.contains("DEFERRED"), "{page}");
    let agenda = crate::procedure::agenda(&clerk.sitting());
    assert!(!agenda.contains("survey is late"), "{agenda}");
    assert!(clerk.pen.decisions(&Filter::default(), EVERY).unwrap().is_empty());
    let put_off = Filter { status: Some("superseded".into()), ..Filter::default() };
    assert_eq!(clerk.pen.decisions(&put_off, EVERY).unwrap().len(), 1);
    clerk.script(".defer 1 December: there was no time to read it");
    let page = printed(&clerk.sitting());
    assert_eq!(page.matches("DEFERRED").count(), 1, "{page}");
    clerk.script(".d WITHDRAWN");
    let page = printed(&clerk.sitting());
    assert!(!page.contains("DEFERRED") && page.contains("WITHDRAWN"), "{page}");
}

#[test]
fn an_answer_noted_in_private_stands_on_no_register() {
    let mut clerk = Clerk::in_session();
    clerk.script(".d RECOMMENDED TO Cabinet: that they look\n.why it is time\n12.10 .close");
    in_september(&mut clerk);
    clerk.script(".exempt 3: a price\n.answer 2/26: Heron asks too much");
    let rows = clerk.pen.recommendations().unwrap();
    assert_eq!(rows.last().unwrap().row.reply, "An answer was received.");
    let page = words_of(&Document::recommendations(&rows, Audience::Public, day(2026, 9, 9)));
    assert!(page.contains("that they look") && !page.contains("Heron"), "{page}");
}

#[test]
fn what_is_answered_after_it_was_followed_up_is_a_reply_all_the_same() {
    let mut clerk = Clerk::in_session();
    clerk.script(".d RECOMMENDED TO Cabinet: that they look\n.why it is time\n12.10 .close");
    clerk.sets_up(".recommendation PS-2/26 lead Ann Bell");
    in_september(&mut clerk);
    clerk.script(".answer 2/26: they will look in spring");
    let rows = clerk.pen.recommendations().unwrap();
    let [row] = rows.as_slice() else { panic!("one, followed up: {rows:?}") };
    assert_eq!(row.row.lead, "Ann Bell");
    assert!(row.row.reply.contains("they will look in spring"), "{}", row.row.reply);
}
