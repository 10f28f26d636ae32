//! What goes with a meeting beside its decisions: notice and addenda, informal notes,
//! what is withheld, and the signing of minutes.

use minutebook::document::{Audience, Document};
use minutebook::model::{
    Capacity, Meeting, MeetingId, MeetingKind, MeetingStatus, MinutesStatus, Record, Sitting,
};
use minutebook::rules::room;

use crate::support::blank::{at, day, meeting};
use crate::support::clerk::{Clerk, printed, rows_before, words_of};
use crate::support::invented::committee;

pub(crate) fn agenda(sitting: &Sitting) -> String {
    words_of(&Document::agenda(sitting, Audience::Public))
}

#[test]
fn an_agenda_that_goes_out_late_is_told_of_and_its_addenda_are_listed() {
    let mut clerk = Clerk::before(&committee());
    let told = clerk.try_line(".publish 4 June").unwrap().join(" ");
    assert!(told.contains("2 clear working days") && told.contains("5 clear days"), "{told}");
    assert!(clerk.try_line(".publish 2 June").unwrap().join(" ").contains("4 clear working days"));
    assert_eq!(clerk.try_line(".publish 1 June").unwrap(), Vec::<String>::new(), "5 days");
    clerk.script(".addenda 8 June 4.30 pm: PS6, the freight survey\n.addenda 8 June");
    let page = agenda(&clerk.sitting());
    assert!(page.contains("Agenda as published"), "{page}");
    let first = "PS090626-add, circulated on 8 June 2026 at 4.30 pm: PS6, the freight survey";
    assert!(page.contains(first), "{page}");
    assert!(page.contains("PS090626-add2, circulated on 8 June 2026"), "{page}");
    clerk.script("10.00 .next");
    let minutes = printed(&clerk.sitting());
    assert!(
        minutes.contains("and the addenda circulated on 8 June 2026, and decided"),
        "{minutes}"
    );
    clerk.refuses(".publish", "the day the agenda went out: the meeting has begun");
    clerk.script(".publish 28 May");
    assert_eq!(clerk.sitting().meeting.status, MeetingStatus::InSession);
    clerk.refuses(".addenda 10 June: late", "not a day before the meeting");
}

#[test]
fn a_meeting_that_too_few_came_to_keeps_notes_without_numbers_and_decides_nothing() {
    let mut clerk = Clerk::before(&committee());
    clerk.script("10.00 .next\n.chair okonjo\n.kind inquorate\n.item 5\nThe figures were told.");
    for line in [".d that it be so", ".m okonjo: that it be so", ".v 1-0-0"] {
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
    clerk.refuses(".confirm 10 February signed", "do not become signed");
}

#[test]
fn an_agenda_that_has_gone_out_is_not_altered_without_a_word() {
    let mut clerk = Clerk::before(&committee());
    assert_eq!(clerk.try_line(".agenda The bridge").unwrap(), Vec::<String>::new());
    clerk.script(".publish 1 June");
    for line in [".agenda The lorry park", ".alter 5 title The figures again"] {
        let told = clerk.try_line(line).unwrap().join(" ");
        assert!(told.contains("went out on 1 June 2026 without this"), "{line}: {told}");
    }
    clerk.script("10.00 .next");
    clerk.refuses(".agenda The weir", "Only urgent business may be added");
    let told = clerk.try_line(".agenda Figures for the hills under 5").unwrap();
    assert_eq!(told, Vec::<String>::new(), "a part of an item is not new");
    assert_eq!(clerk.try_line(".urgent The flood: it is rising").unwrap(), Vec::<String>::new());
    clerk.script(".addenda 5 June: the weir");
    assert_eq!(clerk.try_line(".agenda The weir").unwrap(), Vec::<String>::new());
}

#[test]
fn a_fraction_that_makes_a_quorum_is_of_all_the_seats_vacant_ones_among_them() {
    let mut clerk = Clerk::in_session();
    clerk.sets_up(".board PS quorum 1 of 3");
    let needed = |clerk: &Clerk| room::quorum(&clerk.sitting()).needed;
    assert_eq!(needed(&clerk), Some(3), "a third of nine with a vote");
    let told = clerk.sets_up(".seat PS for Health, 2 seats");
    assert!(told.contains("PS-S1 put in: for Health, 2 seats, vacant"), "{told}");
    assert_eq!(needed(&clerk), Some(4), "a third of eleven");
    clerk.sets_up(".seat PS-S1 filled: R. Okonjo");
    assert_eq!(needed(&clerk), Some(3));
    clerk.sets_up(".seat PS-S1 up to 9 seats, vacant");
    assert_eq!(needed(&clerk), Some(3), "a ceiling is no seat");
    let why = clerk.refuses_to_set_up(".seat PS 2 seats");
    assert!(why.contains("the sector the seats are for"), "{why}");
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

#[test]
fn what_is_said_after_exempt_business_ends_stays_with_it() {
    let mut clerk = Clerk::in_session();
    clerk.script(".item 8\n.exclude\n12.10 .close\n.d that the depot be leased to Rivals");
    let sitting = clerk.sitting();
    let on = sitting.item(&sitting.decisions.last().unwrap().item).unwrap();
    assert_eq!(on.title, "Depot lease");
    assert!(!printed(&sitting).contains("Rivals"));
}

#[test]
fn the_public_is_excluded_once_until_they_are_back() {
    let mut clerk = Clerk::in_session();
    clerk.script(".exclude");
    clerk.refuses(".exclude", "excluded already");
    clerk.script(".item 8\n.readmit 11.00\n.exempt 3\n.exclude");
}

#[test]
fn why_an_item_is_withheld_stands_until_something_else_is_said() {
    let mut clerk = Clerk::in_session();
    clerk.script(".exempt 3: their price\n.exempt 3, 4");
    let balance = |clerk: &Clerk| clerk.sitting().item_numbered("6").unwrap().balance.clone();
    assert_eq!(balance(&clerk), "their price");
    clerk.script(".open");
    assert_eq!(balance(&clerk), "");
}

#[test]
fn a_paper_for_members_with_exempt_business_in_it_is_marked() {
    let mut clerk = Clerk::in_session();
    clerk.script(".exclude\n.item 8\n.d that the lease be signed\n.a oduya: sign by 30 Sep");
    let sitting = clerk.sitting();
    let mark = "CONTAINS EXEMPT INFORMATION: NOT FOR PUBLICATION";
    for document in [Document::agenda, Document::decisions, Document::minutes] {
        assert!(words_of(&document(&sitting, Audience::Members)).contains(mark));
        assert!(!words_of(&document(&sitting, Audience::Public)).contains(mark));
    }
}

#[test]
fn an_annual_meeting_says_so_and_an_officer_is_listed_for_what_they_came_for() {
    let mut clerk = Clerk::in_session();
    clerk.script(".kind annual\n.in oduya 10.20\nShe was asked.\n.out oduya 10.30\n.item 7");
    let page = printed(&clerk.sitting());
    assert!(page.contains("MINUTES of the annual meeting held on"), "{page}");
    assert!(page.contains("Item 6: K. Oduya"), "{page}");
    assert!(agenda(&clerk.sitting()).contains("AGENDA for the annual meeting"));
}

#[test]
fn in_what_capacity_somebody_came_is_put_right_without_their_leaving() {
    let mut clerk = Clerk::in_session();
    clerk.script(".in oduya\n.in oduya as invitee");
    let sitting = clerk.sitting();
    let oduya = sitting.people.iter().find(|person| person.family == "Oduya").unwrap();
    assert_eq!(sitting.attendance_of(&oduya.id).unwrap().capacity, Capacity::Invitee);
    assert_eq!(sitting.movements.iter().filter(|m| m.person == oduya.id).count(), 1);
    clerk.refuses(".in oduya", "in the room already");
}

#[test]
fn the_leaf_that_bears_a_signature_can_be_put_right() {
    let mut clerk = with_two_sets_waiting();
    clerk.script(".confirm\n.confirm 10 February signed leaf 12\n.confirm 10 Feb signed leaf 13");
    let february = clerk.pen.sitting(&MeetingId::from("feb")).unwrap();
    assert_eq!(february.meeting.leaf, Some(13));
    clerk.refuses(".confirm 10 Feb signed", "do not become signed");
}
