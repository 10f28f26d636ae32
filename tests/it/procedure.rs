//! What goes with a meeting beside its decisions: notice and addenda, call-in,
//! promises, items put off, informal notes, and the signing of minutes.

use minutebook::document::{Audience, Document};
use minutebook::model::{
    Capacity, DecisionStatus, Meeting, MeetingId, MeetingKind, MeetingStatus, MinutesStatus,
    PlanStatus, Record, Sitting,
};

use crate::support::blank::{at, day, meeting};
use crate::support::clerk::{Clerk, printed, rows_before, words_of};
use crate::support::invented::committee;

fn agenda(sitting: &Sitting) -> String {
    words_of(&Document::agenda(sitting, Audience::Public))
}

/// The same committee in September, with a chair and a quorum, at its first item.
fn in_september(clerk: &mut Clerk) {
    clerk.meeting = MeetingId::from("after");
    clerk.now = at(day(2026, 9, 8), "10.00");
    clerk.script(".agenda Minutes");
    let number = clerk.sitting().items.last().unwrap().number.clone();
    clerk.script(&format!(".item {number}\n.chair okonjo\n.in allardyce, farrow, hesketh"));
}

#[test]
fn an_agenda_that_goes_out_late_is_told_of_and_its_addenda_are_listed() {
    let mut clerk = Clerk::before(&committee());
    let told = clerk.try_line(".publish 4 June").unwrap().join(" ");
    assert!(told.contains("2 clear working days") && told.contains("5 clear days"), "{told}");
    assert_eq!(clerk.try_line(".publish 29 May").unwrap(), Vec::<String>::new());
    clerk.script(".addenda 8 June: PS6, the freight survey");
    let page = agenda(&clerk.sitting());
    assert!(page.contains("Agenda as published"), "{page}");
    assert!(page.contains("8 June 2026: PS6, the freight survey"), "{page}");
    clerk.script("10.00 .next");
    let minutes = printed(&clerk.sitting());
    assert!(
        minutes.contains("and the addenda circulated on 8 June 2026, and decided"),
        "{minutes}"
    );
    clerk.refuses(".publish", "The meeting has begun");
    clerk.refuses(".addenda 10 June: late", "not a day before the meeting");
}

#[test]
fn a_meeting_that_too_few_came_to_keeps_notes_without_numbers_and_decides_nothing() {
    let mut clerk = Clerk::before(&committee());
    clerk.script("10.00 .next\n.chair okonjo\n.kind inquorate\n.item 5\nThe figures were told.");
    for line in [".d that it be so", ".m okonjo: that it be so", ".v 1-0-0", ".defer next meeting"]
    {
        clerk.refuses(line, "nothing is decided");
    }
    let sitting = clerk.sitting();
    assert!(sitting.minutes.iter().all(|minute| minute.number.is_none()));
    let page = printed(&sitting);
    assert!(page.contains("INFORMAL NOTES of a gathering on Tuesday 9 June 2026"), "{page}");
    assert!(page.contains("INFORMAL NOTES - no quorum was present"), "{page}");
    clerk.script("12.10 .close");
    clerk.meeting = MeetingId::from("after");
    assert_eq!(clerk.sitting().next_minute, 1);
}

#[test]
fn a_meeting_that_decided_something_is_not_called_informal_after_it() {
    let mut clerk = Clerk::in_session();
    clerk.script(".d that it be so");
    clerk.refuses(".kind inquorate", "has decided something");
    clerk.script(".kind extraordinary");
    assert_eq!(clerk.sitting().meeting.kind, MeetingKind::Extraordinary);
}

#[test]
fn people_come_in_the_capacity_the_clerk_says() {
    let mut clerk = Clerk::in_session();
    clerk.script(".out quill\n.in brandreth as former member 10.20\n.in oduya as public 10.25");
    let sitting = clerk.sitting();
    let capacity = |name: &str| {
        let person = sitting.people.iter().find(|person| person.family == name).unwrap();
        sitting.attendance_of(&person.id).unwrap().capacity
    };
    assert_eq!(capacity("Brandreth"), Capacity::FormerMember);
    assert_eq!(capacity("Oduya"), Capacity::Public);
    let page = printed(&sitting);
    assert!(page.contains("Former Members: Councillor T. Brandreth"), "{page}");
    assert!(!page.contains("Oduya"), "who speaks as one of the public is not named: {page}");
    clerk.refuses(".in thornaby as king", "Nobody comes as \"king\"");
}

#[test]
fn why_the_public_interest_is_in_withholding_is_told_to_members_alone() {
    let mut clerk = Clerk::in_session();
    clerk.script(".exclude\n.item 8\n.exempt 3: rivals would learn the rent\nThe rent was told.");
    let sitting = clerk.sitting();
    let members = words_of(&Document::minutes(&sitting, Audience::Members));
    assert!(members.contains("(Public interest: rivals would learn the rent.)"), "{members}");
    assert!(!printed(&sitting).contains("rivals"));
    assert!(!agenda(&sitting).contains("rivals"));
}

#[test]
fn the_public_knows_an_exempt_item_by_the_title_it_is_given_for_them() {
    let mut clerk = Clerk::in_session();
    clerk.script(
        ".alter 8 public title Use of a depot\n.exclude\n.item 8\n.summary A lease was considered.",
    );
    let page = printed(&clerk.sitting());
    assert!(page.contains("USE OF A DEPOT (PUBLIC SUMMARY)"), "{page}");
    assert!(!page.contains("DEPOT LEASE"), "{page}");
    let members = words_of(&Document::minutes(&clerk.sitting(), Audience::Members));
    assert!(members.contains("DEPOT LEASE") && !members.contains("PUBLIC SUMMARY)"), "{members}");
}

#[test]
fn a_vote_after_the_public_is_excluded_is_on_that_resolution() {
    let mut clerk = Clerk::in_session();
    clerk.script(".item 8\n.exclude\n.v unanimous");
    let sitting = clerk.sitting();
    let vote = sitting.votes.last().unwrap();
    let on = sitting.item(&vote.item).unwrap();
    assert_eq!(on.title, "Exclusion of press and public");
    assert!(printed(&sitting).contains("RESOLVED (unanimously): that the public be excluded"));
}

#[test]
fn a_notice_of_decisions_has_the_interests_declared_in_each() {
    let mut clerk = Clerk::in_session();
    clerk.script(".int farrow: other: director of a firm withdrew\n.d that it be so");
    let page = words_of(&Document::decisions(&clerk.sitting(), Audience::Public));
    assert!(page.contains("declared an interest: Other: director of a firm. Withdrew"), "{page}");
}

#[test]
fn that_nobody_presides_is_told_once() {
    let mut clerk = Clerk::before(&committee());
    let told = |clerk: &mut Clerk| clerk.try_line(".next").unwrap().join(" ");
    let said: Vec<bool> = (0..3).map(|_| told(&mut clerk).contains("presiding")).collect();
    assert_eq!(said, [false, true, false]);
}

#[test]
fn a_decision_is_called_in_and_what_came_of_it_is_minuted() {
    let mut clerk = Clerk::in_session();
    clerk.script(
        ".d that the plan be adopted
         .why it is ready
         .effective in 5 working days
         12.10 .close",
    );
    in_september(&mut clerk);
    clerk.refuses(".callin 9/26 by Farrow: no", "these wait: PS 2/26");
    clerk.refuses(".callin 2/26 no action", "who called it in");
    clerk.script(".callin 2/26 by Councillors Farrow and Hesketh: the cost was not told");
    let called = |clerk: &Clerk| {
        let lines = clerk.pen.decisions(&minutebook::book::Filter::default(), 9).unwrap();
        lines.iter().find(|line| line.minute == Some(2)).unwrap().decision.status
    };
    assert_eq!(called(&clerk), DecisionStatus::CalledIn);
    clerk.refuses(".callin 2/26 perhaps", "\"no action\", \"refer back\"");
    clerk.script(".callin ps 2/26 refer back: the cost is to be told");
    assert_eq!(called(&clerk), DecisionStatus::CalledIn);
    let page = printed(&clerk.sitting());
    for said in [
        "Minute PS 2/26 of Partnerships Scrutiny Committee, of 9 June 2026, had been called in by \
         Councillors Farrow and Hesketh. Grounds: the cost was not told.",
        "REFERRED to Partnerships Scrutiny Committee: Minute PS 2/26 of 9 June 2026, to be \
         decided again.",
        "Reasons: the cost is to be told.",
    ] {
        assert!(page.contains(said), "{page}");
    }
    clerk.script(".callin 2/26 no action");
    assert_eq!(called(&clerk), DecisionStatus::Effective);
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
    in_september(&mut clerk);
    let why = clerk.refused(".callin 2/26 by Farrow: not asked");
    assert!(why.contains("could not wait to be called in: the sea is coming in."), "{why}");
}

#[test]
fn what_was_promised_comes_back_on_the_agenda_and_is_told_of_if_it_does_not() {
    let mut clerk = Clerk::in_session();
    clerk.script(".promise oduya: what the visits taught by next meeting");
    let page = printed(&clerk.sitting());
    let said = "undertook to report back: What the visits taught, by 8 September 2026.";
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
fn an_item_put_off_twice_is_on_one_agenda() {
    let mut clerk = Clerk::in_session();
    clerk.script(".item 7\n.defer next meeting: the survey is late");
    let there = |clerk: &Clerk| clerk.pen.sitting(&MeetingId::from("after")).unwrap().items;
    assert_eq!(there(&clerk).len(), 1);
    clerk.script(".defer 1 December: the survey is later still");
    assert_eq!(there(&clerk), []);
    assert_eq!(clerk.pen.waiting().unwrap().len(), 1);
}

/// The committee after two meetings whose minutes were sent out and never confirmed.
fn with_two_sets_waiting() -> Clerk {
    let sent = |id: &str, date| {
        Record::from(Meeting {
            status: MeetingStatus::Closed,
            minutes: MinutesStatus::Circulated,
            ..meeting(id, "ps", date)
        })
    };
    let mut rows = rows_before(&committee());
    rows.retain(|row| row.id() != "before");
    rows.extend([sent("feb", day(2026, 2, 10)), sent("apr", day(2026, 4, 14))]);
    let mut clerk = Clerk::with(rows, &MeetingId::from("m"), at(day(2026, 6, 9), "10.00"));
    clerk.script("10.00 .item 3\n.chair okonjo\n.in allardyce, farrow, hesketh");
    clerk
}

#[test]
fn every_set_of_minutes_that_waits_is_confirmed_together_or_by_its_day() {
    let mut clerk = with_two_sets_waiting();
    let page = agenda(&clerk.sitting());
    assert!(
        page.contains("To approve the minutes of 10 February 2026 and 14 April 2026"),
        "{page}"
    );
    clerk.refuses(".confirm 3 March", "10 February 2026 and 14 April 2026 wait");
    clerk.script(".confirm 10 Feb");
    let waits = |clerk: &Clerk| clerk.sitting().neighbours.unconfirmed().count();
    assert_eq!(waits(&clerk), 1);
    clerk.script(".confirm");
    assert_eq!(waits(&clerk), 0);
    let page = printed(&clerk.sitting());
    assert!(page.contains("(a) that the Minutes of 10 February 2026 be approved"), "{page}");
    assert!(page.contains("(b) that the Minutes of 14 April 2026 be approved"), "{page}");
}

#[test]
fn minutes_are_signed_by_whoever_presides_on_the_leaf_that_bears_it() {
    let mut clerk = with_two_sets_waiting();
    clerk.refuses(".confirm signed", "Confirm them first");
    clerk.script(".confirm");
    clerk.refuses(".confirm signed leaf none", "not the number of a leaf");
    clerk.script(".confirm 10 February signed leaf 12");
    let february = clerk.pen.sitting(&MeetingId::from("feb")).unwrap();
    let page = printed(&february);
    let said = "Signed as a correct record by Councillor R. Okonjo, in the Chair, on 9 June 2026, \
                on leaf 12.";
    assert!(page.contains(said), "{page}");
    let april = clerk.pen.sitting(&MeetingId::from("apr")).unwrap();
    assert_eq!(april.meeting.minutes, MinutesStatus::Confirmed);
    clerk.refuses(".confirm 10 February signed", "No minutes of \"10 February\" wait");
}

#[test]
fn a_body_keeps_the_year_its_minutes_are_numbered_in() {
    let mut clerk = Clerk::before(&committee());
    clerk.sets_up(".board PS municipal year, notes, quorum 1 of 4, at Shire House");
    let body = clerk.sitting().body;
    assert_eq!((body.quorum, body.quorum_of), (Some(1), Some(4)));
    assert_eq!((body.year_basis.word(), body.house_style.word()), ("municipal", "notes"));
    clerk.script("10.00 .next");
    let why = clerk.refuses_to_set_up(".board PS calendar year");
    assert!(why.contains("numbered by the municipal year"), "{why}");
}

#[test]
fn what_puts_an_item_off_is_no_lettered_limb() {
    let mut clerk = Clerk::in_session();
    clerk.script(".item 7\n.d that a survey be made\n.defer next meeting: for the survey");
    let page = printed(&clerk.sitting());
    assert!(page.contains("AGREED: that a survey be made."), "{page}");
    let lines = clerk.pen.decisions(&minutebook::book::Filter::default(), 9).unwrap();
    assert!(lines.iter().all(|line| line.letter.is_none()));
}

#[test]
fn a_majority_that_was_needed_is_printed_with_the_count() {
    let mut clerk = Clerk::in_session();
    clerk.script(".m okonjo/idris two-thirds: that the rule be waived\n.v 7-1-0\n.d RESOLVED: that the rule be waived");
    let page = printed(&clerk.sitting());
    let said = "by 7 votes to 1, two-thirds of the votes being needed";
    assert!(page.contains(said), "{page}");
}
