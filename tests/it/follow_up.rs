//! What comes after a meeting: decisions called in, promises, and items put off.

use minutebook::book::{EVERY, Filter};
use minutebook::document::{Audience, Document};
use minutebook::model::{DecisionStatus, MeetingId, PlanStatus, Verb};

use crate::procedure::agenda;
use crate::support::blank::{at, day};
use crate::support::clerk::{Clerk, printed, words_of};

/// The same committee in September, with a chair and a quorum, at its first item.
pub(crate) fn in_september(clerk: &mut Clerk) {
    clerk.meeting = MeetingId::from("after");
    clerk.now = at(day(2026, 9, 8), "10.00");
    clerk.script(".agenda Minutes");
    let number = clerk.sitting().items.last().unwrap().number.clone();
    clerk.script(&format!(".item {number}\n.chair okonjo\n.in allardyce, farrow, hesketh"));
}

/// A meeting that adopted a plan, from five working days on, and closed.
pub(crate) fn once_the_plan_is_adopted() -> Clerk {
    let mut clerk = Clerk::in_session();
    clerk.script(
        ".d that the plan be adopted
         .why it is ready
         .effective in 5 working days
         12.10 .close",
    );
    clerk
}

#[test]
fn a_decision_is_called_in_and_what_came_of_it_is_minuted() {
    let mut clerk = once_the_plan_is_adopted();
    clerk.goes_to_another_body();
    clerk.refuses(".callin 9/26 by Farrow: no", "these wait: PS 2/26");
    clerk.refuses(".callin 2/26 no action", "who called it in");
    clerk.script(".callin 2/26 by Councillors Farrow and Hesketh: the cost was not told");
    let called = |clerk: &Clerk| {
        let lines = clerk.pen.decisions(&Filter::default(), 9).unwrap();
        lines.iter().find(|line| line.minute == Some(2)).unwrap().decision.status
    };
    assert_eq!(called(&clerk), DecisionStatus::CalledIn);
    clerk.script(".callin 2/26 by Idris: nobody was asked");
    let said = clerk.preview(".callin 2/26 by Idris, Ferris: nobody was asked");
    assert!(said.contains("the book knows nobody called Ferris"), "{said}");
    let had = clerk.sitting().call_ins[0].clone();
    assert!(had.who.contains("Farrow") && had.who.contains("Idris"), "{}", had.who);
    assert_eq!(had.grounds, "the cost was not told; nobody was asked");
    clerk.refuses(".callin 2/26 perhaps", "\"no action\", \"refer back\"");
    clerk.script(".callin ps 2/26 refer back: the cost is to be told");
    assert_eq!(called(&clerk), DecisionStatus::CalledIn);
    let page = printed(&clerk.sitting());
    for said in [
        "Minute PS 2/26 of the Partnerships Scrutiny Committee, of 9 June 2026, had been called in by \
         Councillor D. Farrow and Councillor J. Hesketh, and Councillor M. Idris. Grounds: the cost \
         was not told; nobody was asked.",
        "REFERRED to the Partnerships Scrutiny Committee: Minute PS 2/26 of 9 June 2026, to be \
         decided again.",
        "Reasons: the cost is to be told.",
    ] {
        assert!(page.contains(said), "{page}");
    }
    clerk.refuses(".callin 2/26 no action", "is settled: referred back");
    let waits = clerk.pen.waits_in_words(day(2026, 6, 24)).unwrap();
    assert!(waits.iter().any(|said| said.contains("is to be decided again")), "{waits:?}");
    clerk.script("12.00 .close");
    let stands = |clerk: &Clerk| {
        let lines = clerk.pen.decisions(&Filter::default(), 9).unwrap();
        let referral = lines.iter().find(|line| line.decision.verb == Verb::Referred).unwrap();
        referral.stands()
    };
    assert_eq!(stands(&clerk), "waits for an answer");
    in_september(&mut clerk);
    clerk.refuses(".callin 2/26 by Farrow: again", "\"confirm\"");
    clerk.script(".callin 2/26 confirm");
    assert_eq!(stands(&clerk), "answered 8 September 2026");
    assert_eq!(called(&clerk), DecisionStatus::Effective);
    let page = printed(&clerk.sitting());
    assert!(page.contains("which was called in, be confirmed"), "{page}");
}

#[test]
fn a_decision_that_cannot_wait_says_why_and_is_not_called_in() {
    let mut clerk = Clerk::in_session();
    clerk.refuses(".effective at once", "Nothing has been decided");
    clerk.script(".d that the wall be mended\n.effective at once: the sea is coming in");
    let page = printed(&clerk.sitting());
    let said = "To take effect at once, and not open to call-in: the sea is coming in.";
    assert!(page.contains(said), "{page}");
    assert!(!page.contains("To take effect on"), "{page}");
    clerk.script("12.10 .close");
    clerk.goes_to_another_body();
    let why = clerk.refused(".callin 2/26 by Farrow: not asked");
    assert!(why.contains("could not wait to be called in: the sea is coming in."), "{why}");
}

#[test]
fn a_decision_of_a_cabinet_that_gave_it_no_day_is_called_in_as_well() {
    let mut clerk = Clerk::in_session();
    clerk.sets_up(".board PS executive");
    clerk.script(".d that the plan be adopted\n.why it is ready\n12.10 .close");
    clerk.goes_to_another_body();
    let told = clerk.try_line(".callin 2/26 by Farrow: the cost was not told").unwrap().concat();
    assert!(told.contains("PS 2/26 was given no day to take effect"), "{told}");
    assert!(printed(&clerk.sitting()).contains("Minute PS 2/26 of the Partnerships Scrutiny"));
}

#[test]
fn what_was_promised_comes_back_on_the_agenda_and_is_told_of_if_it_does_not() {
    let mut clerk = Clerk::in_session();
    clerk.script(".promise oduya: what the visits taught by next meeting");
    let page = printed(&clerk.sitting());
    let said =
        "A report back was promised by K. Oduya: What the visits taught, by 8 September 2026.";
    assert!(page.contains(said), "{page}");
    let there = clerk.pen.sitting(&MeetingId::from("after")).unwrap();
    assert_eq!(there.items.last().unwrap().title, "What the visits taught");
    assert!(agenda(&there).contains("Promised on 9 June 2026 (PS Minute 2/26)."));
    clerk.script("12.10 .close");
    let waits = |clerk: &Clerk| clerk.pen.waits_in_words(day(2026, 9, 9)).unwrap();
    assert_eq!(waits(&clerk), Vec::<String>::new());
    in_september(&mut clerk);
    clerk.script("12.00 .close");
    let late = waits(&clerk);
    assert_eq!(late.len(), 1, "{late:?}");
    assert!(late[0].contains("did not come back to PS on 8 September 2026"), "{late:?}");
}

#[test]
fn a_promise_is_kept_as_its_item_is_taken() {
    let mut clerk = Clerk::in_session();
    clerk.script(".promise oduya: what the visits taught by next meeting\n12.10 .close");
    in_september(&mut clerk);
    clerk.script(".item 1\n12.00 .close");
    let kept = clerk.pen.plan().unwrap();
    assert_eq!(kept[0].row.status, PlanStatus::Taken);
    assert_eq!(clerk.pen.waits_in_words(day(2026, 9, 9)).unwrap(), Vec::<String>::new());
}

#[test]
fn nothing_is_promised_to_the_public_under_exempt_business() {
    let mut clerk = Clerk::in_session();
    clerk.script(".exclude\n.item 8");
    clerk.refuses(".promise the rent by September", "anybody may read the forward plan");
}

#[test]
fn what_was_put_off_or_promised_waits_for_a_meeting_that_is_made_later() {
    let mut clerk = Clerk::in_session();
    clerk.script(
        ".item 7
         .defer 10 Nov: the survey is late
         .item 6
         .promise the cost of freight by 10 November
         12.10 .close",
    );
    let waits = clerk.pen.waits_in_words(day(2026, 6, 10)).unwrap();
    assert_eq!(
        waits,
        ["Skills review was put off to 10 November 2026 (PS Minute 3/26), and is on no agenda."]
    );
    let made = clerk.sets_up(".meeting PS 10 Nov 2026 10.00");
    assert!(made.contains("with 2 items that waited for it"), "{made}");
    let id = clerk.sitting().neighbours.coming.last().unwrap().id.clone();
    let there = clerk.pen.sitting(&id).unwrap();
    let last: Vec<&str> =
        there.items.iter().rev().take(2).map(|item| item.title.as_str()).collect();
    assert_eq!(last, ["The cost of freight", "Skills review"]);
    let page = agenda(&there);
    assert!(page.contains("Deferred from 9 June 2026 (Minute 3/26)."), "{page}");
    assert_eq!(clerk.pen.waiting().unwrap(), []);
    let earlier = clerk.sets_up(".meeting PS 1 Dec 2026");
    assert!(!earlier.contains("waited"), "{earlier}");
}

#[test]
fn what_the_forward_plan_has_with_a_day_goes_on_the_agenda_of_that_day() {
    let mut clerk = Clerk::in_session();
    clerk.sets_up(".plan P1 body PS, key decision, from the Council, due 9 Nov 2026: The bridge");
    clerk.sets_up(".plan P2 body PS, report: The weir, some day");
    let waits = clerk.pen.waits_in_words(day(2026, 11, 20)).unwrap();
    let said =
        "The bridge was to come to PS by 9 November 2026 (the Council), and is on no agenda.";
    assert_eq!(waits, [said]);
    clerk.sets_up(".meeting PS 10 Nov 2026 10.00");
    let id = clerk.sitting().neighbours.coming.last().unwrap().id.clone();
    let page = agenda(&clerk.pen.sitting(&id).unwrap());
    assert!(page.contains("THE BRIDGE Planned for 9 November 2026 (the Council)."), "{page}");
    assert!(!page.contains("WEIR"), "{page}");
}

#[test]
fn what_is_promised_by_a_month_comes_to_the_meeting_in_that_month() {
    let mut clerk = Clerk::in_session();
    clerk.sets_up(".meeting PS 10 Nov 2026 10.00");
    clerk.script(".promise oduya: what the visits taught by September 2026");
    let there = clerk.pen.sitting(&MeetingId::from("after")).unwrap();
    assert_eq!(there.meeting.date, day(2026, 9, 8));
    assert_eq!(there.items.last().unwrap().title, "What the visits taught");
    clerk.script(".promise oduya: the cost of freight by July 2026");
    let made = clerk.sets_up(".meeting PS 14 July 2026 10.00");
    assert!(!made.contains("waited"), "it is on the agenda of 8 September: {made}");
    clerk.script(".promise oduya: the rent by January 2027");
    let made = clerk.sets_up(".meeting PS 12 Jan 2027 10.00");
    assert!(made.contains("with 1 item that waited for it"), "{made}");
}

#[test]
fn an_item_put_off_twice_is_on_one_agenda() {
    let mut clerk = Clerk::in_session();
    clerk.script(".item 7\n.defer next meeting: the survey is late");
    let there = |clerk: &Clerk| clerk.pen.sitting(&MeetingId::from("after")).unwrap().items;
    assert_eq!(there(&clerk).len(), 1);
    clerk.script(".defer 1 December: the survey is later still");
    assert_eq!(there(&clerk), []);
    assert_eq!(clerk.pen.waiting().unwrap().len(), 1);
}

#[test]
fn a_promise_leaves_the_public_plan_as_its_item_is_made_exempt() {
    let mut clerk = Clerk::in_session();
    clerk.script(".promise oduya: what Croker paid by next meeting\n.exempt 3: Croker");
    assert_eq!(clerk.pen.plan().unwrap().len(), 0);
    let there = clerk.pen.sitting(&MeetingId::from("after")).unwrap();
    assert!(!agenda(&there).contains("CROKER"), "{}", agenda(&there));
    let signed = clerk.signed();
    clerk.pen.undo(&signed).unwrap();
    assert_eq!(clerk.pen.plan().unwrap().len(), 1);
}

#[test]
fn what_is_put_off_or_promised_goes_on_the_first_agenda_from_its_day_on() {
    let mut clerk = Clerk::in_session();
    clerk.script(".promise oduya: a survey by 20 July\n.item 7\n.defer 1 July: late");
    let there = clerk.pen.items(&MeetingId::from("after")).unwrap();
    let titles: Vec<&str> = there.iter().map(|item| item.title.as_str()).collect();
    assert_eq!(titles, ["A survey", "Skills review"]);
    clerk.refuses(".defer 1 June 2026", "not after the meeting");
    clerk.refuses(".promise oduya", "what is to come back");
}

#[test]
fn a_call_in_is_settled_once_and_comes_back_to_whoever_decided() {
    let mut clerk = Clerk::in_session();
    clerk.script(".d that the plan be adopted\n.effective in 5 working days\n12.10 .close");
    clerk.refuses(".effective 1 June 2026", "before the meeting that decides it");
    clerk.refuses(".callin 2/26 by Farrow: no", "is this body's own decision");
}

#[test]
fn what_was_promised_slips_as_its_item_is_put_off() {
    let mut clerk = Clerk::in_session();
    clerk.script(".promise oduya: what the visits taught by next meeting\n12.10 .close");
    clerk.sets_up(".meeting PS 10 Nov 2026");
    in_september(&mut clerk);
    clerk.script(".item 1\n.defer next meeting: late");
    let plan = clerk.pen.plan().unwrap();
    assert_eq!((plan[0].row.status, plan[0].row.slips), (PlanStatus::Scheduled, 1));
    let november = plan[0].row.meeting.clone().unwrap();
    let carried = clerk.pen.sitting(&november).unwrap().items.pop().unwrap();
    assert_eq!(carried.title, "What the visits taught");
    // Taken after all, it is this meeting that hears it.
    clerk.script(".item 1");
    assert_eq!(clerk.pen.plan().unwrap()[0].row.status, PlanStatus::Taken);
    let november = clerk.pen.sitting(&november).unwrap();
    assert!(november.items.iter().all(|item| item.title != "What the visits taught"));
}

#[test]
fn a_month_by_itself_is_the_next_one() {
    let mut clerk = Clerk::in_session();
    clerk.script(".promise strand: a report on the lights by July");
    let plan = clerk.pen.plan().unwrap();
    assert_eq!(
        (plan[0].row.topic.as_str(), plan[0].row.due),
        ("A report on the lights", Some(day(2026, 7, 31)))
    );
}

#[test]
fn those_who_call_a_decision_in_are_each_named_once_and_none_is_lost() {
    let mut clerk = Clerk::in_session();
    clerk.script(".d that the plan be adopted\n.why it is ready\n.effective in 5 working days");
    clerk.script("12.10 .close");
    clerk.goes_to_another_body();
    clerk.script(".callin 2/26 by Farrow, Farrow: cost\n.callin 2/26 by Hesketh, Idris: haste");
    clerk.script(".callin 2/26 by Farrow: cost and delay");
    let had = clerk.sitting().call_ins[0].clone();
    assert_eq!(had.who.matches("Farrow").count(), 1, "{}", had.who);
    assert!(had.who.contains("Hesketh") && had.who.contains("Idris"), "{}", had.who);
    assert_eq!(had.grounds, "cost; haste; cost and delay");
    clerk.script(".callin 2/26 no action: content\n12.00 .close");
    clerk.sets_up(".meeting OS 30 June 2026 10.00");
    let found = clerk.pen.meetings(&Filter::default(), 99).unwrap();
    let next = found.into_iter().find(|line| line.date == day(2026, 6, 30)).unwrap();
    clerk.meeting = next.id;
    clerk.now = at(day(2026, 6, 30), "10.00");
    clerk.script("10.00 .next\n.in okonjo, allardyce, farrow, hesketh as member\n.chair okonjo");
    clerk.refuses(".callin 2/26 by Farrow: late", "is settled");
}

#[test]
fn a_decision_undone_while_it_was_called_in_stays_undone() {
    let mut clerk = Clerk::in_session();
    clerk.script(".d that the depot be sold\n.why money\n.effective in 5 working days");
    clerk.script("12.10 .close");
    clerk.goes_to_another_body();
    clerk.script(".callin 2/26 by Farrow: the price is untested\n12.00 .close");
    let scrutiny = clerk.meeting.clone();
    in_september(&mut clerk);
    clerk.script(".rescind 2/26: that the depot be kept\n12.00 .close");
    clerk.meeting = scrutiny;
    clerk.now = at(day(2026, 6, 23), "11.00");
    clerk.script(".callin 2/26 no action: content");
    let lines = clerk.pen.decisions(&Filter::default(), 9).unwrap();
    let sold = lines.iter().find(|line| line.decision.text.contains("depot be sold")).unwrap();
    assert_eq!(sold.decision.status, DecisionStatus::Rescinded);
    clerk.meeting = sold.decision.meeting.clone();
    let notice = words_of(&Document::decisions(&clerk.sitting(), Audience::Public));
    assert!(notice.contains("This decision was rescinded by a later decision."), "{notice}");
    let thread = clerk.pen.thread(sold.decision.id.as_str()).unwrap().unwrap();
    let ties: Vec<&str> = thread.lines.iter().map(|line| line.tie).collect();
    assert!(ties.contains(&"called in, and considered as"), "{ties:?}");
    assert!(ties.contains(&"rescinded by"), "{ties:?}");
}

#[test]
fn a_call_in_that_one_meeting_began_to_consider_is_settled_at_the_next() {
    let mut clerk = Clerk::in_session();
    clerk.script(".d that the depot be sold\n.why money\n.effective in 5 working days");
    clerk.script("12.10 .close");
    clerk.goes_to_another_body();
    clerk.script(".callin 2/26 by Farrow: the price is untested\n12.00 .close");
    clerk.sets_up(".meeting OS 30 June 2026 10.00");
    let found = clerk.pen.meetings(&Filter::default(), 99).unwrap();
    clerk.meeting = found.into_iter().find(|line| line.date == day(2026, 6, 30)).unwrap().id;
    clerk.now = at(day(2026, 6, 30), "10.00");
    clerk.script("10.00 .next\n.in okonjo, allardyce, farrow, hesketh as member\n.chair okonjo");
    clerk.script(".callin 2/26 no action: content");
    let page = printed(&clerk.sitting());
    assert!(page.contains("Grounds: the price is untested"), "{page}");
    assert!(page.contains("that no action be taken on the call-in of Minute PS 2/26"), "{page}");
    clerk.refuses(".callin 2/26 no action", "is settled");
}

#[test]
fn what_was_promised_for_a_meeting_that_has_no_day_yet_is_printed_as_promised_for_it() {
    let mut clerk = Clerk::in_session();
    clerk.script("12.00 .close");
    in_september(&mut clerk);
    clerk.script(".promise idris: the figures by next meeting");
    let page = printed(&clerk.sitting());
    assert!(page.contains("The figures, by the next meeting."), "{page}");
}

#[test]
fn what_was_agreed_without_a_mandate_is_listed_as_to_be_ratified_until_it_is() {
    let mut clerk = Clerk::in_session();
    clerk.script(
        ".mandate farrow no\n.d NOTED\n.out farrow\n.d RESOLVED: that they wait\n.in farrow",
    );
    let told = clerk.try_line(".d RESOLVED: that the plan be shared").unwrap().join(" ");
    assert!(told.contains("Farrow came without a mandate to decide"), "{told}");
    clerk.script("12.00 .close");
    let stands = |clerk: &Clerk| -> Vec<String> {
        let lines = clerk.pen.decisions(&Filter::default(), EVERY).unwrap();
        lines
            .iter()
            .map(|line| format!("{} {}", line.decision.verb.word(), line.stands()))
            .collect()
    };
    let listed = stands(&clerk);
    let waits = "RESOLVED made; to be ratified by Shire by 8 September 2026";
    assert_eq!(listed.iter().filter(|said| said.contains("ratified")).collect::<Vec<_>>(), [waits]);
    in_september(&mut clerk);
    let refused = clerk.try_line(".answer 9/26: yes").unwrap_err();
    let reference =
        refused.split("waiting: ").nth(1).unwrap().split(' ').next().unwrap().to_owned();
    clerk.script(&format!(".answer {reference}: ratified on 1 September"));
    let listed = stands(&clerk);
    assert!(!listed.iter().any(|said| said.contains("ratified")), "{listed:?}");
    let page = printed(&clerk.sitting());
    assert!(page.contains("the answer of Shire to what was decided on 9 June 2026"), "{page}");
}
