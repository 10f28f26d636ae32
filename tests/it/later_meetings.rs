//! What a later meeting may do to an earlier one, and what it may not.

use minutebook::book::{EVERY, Filter};
use minutebook::document::{Audience, Document};
use minutebook::model::{DecisionStatus, Sitting};

use crate::follow_up::in_september;
use crate::support::blank::day;
use crate::support::clerk::{Clerk, printed};

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
