//! What a clerk says twice, or only later.

use minutebook::document::{Audience, Document};
use minutebook::model::{AttendanceStatus, BodyKind, Capacity, Entry, MeetingKind, Role};
use minutebook::rules::{self, room};

use crate::formats::bytes;
use crate::support::blank::{at, day};
use crate::support::clerk::{Clerk, printed};
use crate::support::invented::committee;
use crate::support::officer::{sampled, signed};

#[test]
fn a_recommendation_is_adopted_once_and_an_item_named_once_in_a_line() {
    let mut clerk = Clerk::in_session();
    clerk.script(".alter 5: to note it\n.alter 7: to build it");
    clerk.refuses(".bloc 5, 7, 5", "Item 5 is named twice");
    clerk.script(".bloc 5, 7");
    clerk.refuses(".d rec", "is adopted already");
    assert_eq!(clerk.sitting().decisions.len(), 2);
}

#[test]
fn votes_in_an_election_beyond_those_here_are_told_of_where_a_board_is_only_warned() {
    let mut clerk = Clerk::in_session();
    clerk.goes_to_another_body_of(BodyKind::PartnershipBoard);
    let told = clerk.try_line(".elect Vice Chair: okonjo 8, idris 2").unwrap().join(" ");
    assert!(told.contains("counts 10 votes"), "{told}");
    assert!(clerk.sitting().decisions[0].text.contains("be elected Vice Chair"));
}

#[test]
fn somebody_here_already_keeps_nobody_else_out() {
    let mut clerk = Clerk::before(&committee());
    clerk.script("10.00 .chair okonjo");
    clerk.refuses(".in okonjo", "is in the room already");
    let told = clerk.preview(".in okonjo, idris, farrow");
    assert!(told.contains("Okonjo is in the room already"), "{told}");
    clerk.script(".in okonjo, idris, farrow");
    assert_eq!(clerk.sitting().movements.len(), 3);
}

#[test]
fn the_public_comes_back_once() {
    let mut clerk = Clerk::in_session();
    clerk.script(".exclude\n.item 5\n.open\n11.00 .readmit");
    clerk.refuses(".readmit", "is back already");
    assert_eq!(printed(&clerk.sitting()).matches("readmitted").count(), 1);
}

#[test]
fn minutes_have_their_numbers_once_enough_have_come_after_all() {
    let mut clerk = Clerk::before(&committee());
    clerk.script("10.00 .kind inquorate\n.next\n.item 3\n.item 2");
    assert!(clerk.sitting().minutes.iter().all(|minute| minute.number.is_none()));
    clerk.script(".kind ordinary\n.item 4");
    let sitting = clerk.sitting();
    let numbered = |item: &str| {
        let item = sitting.item_numbered(item).unwrap();
        sitting.minute(&item.id).unwrap().number.unwrap()
    };
    let first = numbered("1");
    assert_eq!([numbered("3"), numbered("2"), numbered("4")], [first + 1, first + 2, first + 3]);
    assert_eq!(sitting.meeting.kind, MeetingKind::Ordinary);
}

#[test]
fn a_chair_elected_for_a_year_or_of_this_body_is_the_chair() {
    let chair = |clerk: &Clerk| {
        let sitting = clerk.sitting();
        let held = room::members(&sitting).find(|place| place.role == Role::Chair);
        held.map(|held| sitting.name_of(&held.person))
    };
    for office in ["Chair for 2026/27", "the Chairman of the Committee", "Chair for the year"] {
        let mut clerk = Clerk::in_session();
        clerk.script(&format!(".elect {office}: farrow"));
        assert_eq!(chair(&clerk).as_deref(), Some("Councillor D. Farrow"), "{office}");
    }
    for office in ["Chair of the Audit Panel", "Chair for staffing"] {
        let mut clerk = Clerk::in_session();
        clerk.script(&format!(".elect {office}: farrow"));
        assert_eq!(chair(&clerk), None, "{office}");
    }
}

#[test]
fn an_election_minuted_after_a_later_meeting_leaves_the_roll_as_that_one_had_it() {
    let mut clerk = Clerk::in_session();
    clerk.sets_up("meeting PS 14 July 2026 10.00");
    assert!(clerk.preview(".elect chair: farrow").contains("On the roll"));
    let held =
        clerk.sitting().neighbours.coming.iter().find(|m| m.date == day(2026, 7, 14)).cloned();
    let first = std::mem::replace(&mut clerk.meeting, held.unwrap().id);
    clerk.script(".next");
    clerk.meeting = first;
    assert!(!clerk.preview(".elect chair: farrow").contains("On the roll"));
}

#[test]
fn whoever_spoke_on_an_item_and_left_was_there_for_it() {
    let mut clerk = Clerk::in_session();
    clerk.script(".int farrow: a neighbour of the site spoke\n.out farrow\n.next");
    let sitting = clerk.sitting();
    let farrow = sitting.people.iter().find(|person| person.family == "Farrow").unwrap();
    assert!(room::attended(&sitting, &farrow.id, sitting.item_numbered("6").unwrap()));
}

#[test]
fn urgent_business_waits_for_the_meeting_and_the_agenda_says_it_was_added() {
    let mut clerk = Clerk::before(&committee());
    clerk.script(".publish 1 June\n.urgent Burst main: the road is closed");
    let sitting = clerk.sitting();
    assert!(!sitting.meeting.status.has_begun());
    let page = bytes(&Document::agenda(&sitting, Audience::Public), "txt");
    let page = String::from_utf8(page).unwrap();
    assert!(page.contains("with urgent business since"), "{page}");
}

#[test]
fn minutes_read_in_say_how_many_came_with_a_vote() {
    let (_folder, pen) = sampled();
    let sitting = pen.sitting(&"cgsc-2007-03-27".into()).unwrap();
    let came = sitting.attendance.iter().filter(|a| a.capacity == Capacity::Voting);
    let came = came.filter(|a| a.status == AttendanceStatus::Present).count();
    assert_eq!(usize::try_from(room::quorum(&sitting).present).unwrap(), came);
    assert!(came > 5, "{came}");
}

#[test]
fn nothing_typed_while_the_public_is_out_goes_on_the_list_of_papers() {
    let mut clerk = Clerk::in_session();
    clerk.script(".exclude");
    clerk.refuses(".addenda 8 June: a valuation of the depot", "anybody may read");
    clerk.script(".addenda 8 June");
    assert_eq!(clerk.sitting().addenda.len(), 1);
}

#[test]
fn a_vote_is_on_what_is_decided_next_and_on_nothing_later() {
    let mut clerk = Clerk::in_session();
    clerk.script(
        ".v 5-3-0
         .m okonjo/idris: that it be built
         .v 3-5-0
         .defer next meeting: it is late",
    );
    assert_eq!(clerk.sitting().decisions[0].vote, None);
    let mut clerk = Clerk::in_session();
    clerk.script(".v 8-0-0\n.elect Vice chair: farrow 5, idris 3");
    assert_eq!(clerk.sitting().decisions[0].vote, None, "an election has its own count");
}

#[test]
fn a_casting_vote_is_given_with_the_count_it_settles() {
    let mut clerk = Clerk::in_session();
    clerk.script(".d that it be built");
    let told = clerk.try_line(".v 4-4-0").unwrap().join(" ");
    assert!(told.contains("The vote is equal, so it is lost"), "{told}");
    clerk.refuses(".v 4-4-0 casting for", "was equal without a casting vote");
    clerk.pen.undo(&clerk.signed()).unwrap();
    clerk.script(".v 4-4-0 casting for");
    assert_eq!(clerk.sitting().decisions.len(), 1);
}

#[test]
fn what_is_reported_under_an_open_item_is_told_whatever_else_is_exempt() {
    let mut clerk = Clerk::in_session();
    clerk.script(".a oduya: ask the trust by 1 July\n.item 5\n.progress A/26/01: a reply came");
    let public = |clerk: &Clerk| {
        let page = bytes(&Document::minutes(&clerk.sitting(), Audience::Public), "txt");
        String::from_utf8(page).unwrap()
    };
    let text = public(&clerk);
    clerk.script(".item 7\n.exempt 3: a lease");
    let after = public(&clerk);
    assert_eq!(text.contains("a reply came"), after.contains("a reply came"), "{after}");
    clerk.script(".progress A/26/01: the rent is 9 pounds");
    assert!(!public(&clerk).contains("9 pounds"));
}

#[test]
fn what_is_told_of_an_action_once_its_minutes_are_out_is_of_the_day_it_is_told() {
    let mut clerk = Clerk::in_session();
    clerk.script(
        ".a oduya: ask the trust by 1 July\nFreight was talked over.\n12.10 .close
         .minutes checked\n.minutes circulated",
    );
    let before = printed(&clerk.sitting());
    clerk.now = at(day(2026, 11, 29), "9.00");
    clerk.script(".extend A/26/01 to 1 Dec: the trust is slow");
    let sitting = clerk.sitting();
    let update = sitting.updates.last().unwrap();
    assert_eq!((update.meeting.as_ref(), update.by.as_str()), (None, ""));
    assert_eq!(update.at.date_naive(), day(2026, 11, 29));
    assert_eq!(printed(&sitting), before, "the minutes stand as they went out");
}

#[test]
fn a_correction_goes_with_the_decision_on_the_minutes_and_no_other() {
    let mut clerk = Clerk::in_session();
    clerk.script(
        ".item 3
         .correct 27/26: \"lorries\" read \"vans\"
         .d that the clerk be thanked",
    );
    let page = printed(&clerk.sitting());
    assert!(!page.contains("thanked, subject to"), "{page}");
    assert!(page.contains("Corrections agreed"), "{page}");
}

#[test]
fn a_limb_typed_with_its_letter_has_it_once() {
    let mut clerk = Clerk::in_session();
    clerk.script(".d (a) to ask the trust\n.d (b) that figures be listed");
    let texts: Vec<String> = clerk.sitting().decisions.iter().map(|d| d.text.clone()).collect();
    assert_eq!(texts, ["to ask the trust", "that figures be listed"]);
}

#[test]
fn an_officer_who_comes_late_was_there_for_a_part_and_both_copies_say_who_presided() {
    let mut clerk = Clerk::before(&committee());
    clerk.script(
        "10.00 .item 5
         .chair okonjo
         .in allardyce, farrow, hesketh, idris
         10.45 .in oduya
         .item 6
         .exempt 3: a lease
         .d that it be let
         .chair allardyce
         .item 7",
    );
    let page = |audience| {
        let page = bytes(&Document::minutes(&clerk.sitting(), audience), "txt");
        String::from_utf8(page).unwrap()
    };
    let (public, members) = (page(Audience::Public), page(Audience::Members));
    let part = public.split("Part of meeting").nth(1).unwrap_or_default();
    assert!(part.lines().next().unwrap().contains("Oduya"), "{public}");
    let presided = |page: &str| -> Vec<String> {
        page.lines().filter(|l| l.contains("in the chair")).map(str::to_owned).collect()
    };
    assert_eq!(presided(&public), presided(&members));
}

#[test]
fn a_promise_under_an_item_made_exempt_comes_off_the_plan_and_the_clerk_is_told() {
    let mut clerk = Clerk::in_session();
    clerk.script(".promise Oduya: bring the figures by 1 Oct");
    let told = clerk.try_line(".exempt 3: a lease").unwrap().join(" ");
    assert!(told.contains("taken off the forward plan"), "{told}");
}

#[test]
fn a_chair_put_down_late_stands_where_it_was_taken() {
    let mut clerk = Clerk::in_session();
    clerk.script("10.10 .item 5\n10.30 .item 7\n10.40 .chair allardyce\n10.50 .item 8");
    clerk.script("10.55 .chair farrow 10.20");
    let sitting = clerk.sitting();
    let under = |name: &str| {
        let took = sitting.presiding.iter().find(|p| sitting.name_of(&p.person).contains(name));
        sitting.item(took?.item.as_ref()?).map(|item| item.number.clone())
    };
    assert_eq!(under("Farrow").as_deref(), Some("5"));
    let presides = sitting.chair().map(|chair| sitting.name_of(chair));
    assert!(presides.is_some_and(|name| name.contains("Allardyce")), "who took it after that");
    clerk.script("11.00 .chair hesketh\n11.05 .chair farrow 10.57");
    let sitting = clerk.sitting();
    let presides = sitting.chair().map(|chair| sitting.name_of(chair));
    assert!(presides.is_some_and(|name| name.contains("Hesketh")), "under one item");
    let told = clerk.try_line(".chair farrow 9.30").unwrap().join(" ");
    assert!(told.contains("9.30 am is before the meeting began"), "{told}");
}

#[test]
fn the_public_does_not_come_back_before_it_left() {
    let mut clerk = Clerk::in_session();
    clerk.script("10.30 .exclude");
    clerk.refuses(".readmit 10.10", "they left at 10.30 am");
    clerk.script("11.00 .readmit 10.50");
}

#[test]
fn whoever_the_book_comes_to_know_later_leaves_the_names_in_earlier_minutes() {
    let mut clerk = Clerk::in_session();
    clerk.script("10.40 .out idris\n11.00 .close");
    let before = printed(&clerk.sitting());
    assert!(before.contains("Idris"), "{before}");
    let mut namesake = clerk.sitting().people.iter().find(|p| p.family == "Idris").unwrap().clone();
    namesake.id = "person-later".into();
    namesake.given = "Nadia".into();
    let mut sitting = clerk.sitting();
    sitting.people.push(namesake);
    assert_eq!(printed(&sitting), before);
}

#[test]
fn what_is_told_of_votes_is_told_of_the_motion_it_was_on() {
    let mut clerk = Clerk::in_session();
    clerk.script(
        ".m okonjo/idris: that fares rise
         .m farrow/hesketh procedural: that the question be now put
         .v 2-4-0
         .v 6-0-0",
    );
    let told = clerk.try_line(".d RESOLVED: that fares rise").unwrap().join(" ");
    assert!(!told.contains("was lost"), "the procedural motion alone was: {told}");
    let told = clerk.try_line(".int idris: owns a bus, personal withdrew").unwrap().join(" ");
    assert!(told.contains("is minuted as if Councillor M. Idris had withdrawn before"), "{told}");
}

#[test]
fn minutes_that_nobody_checked_go_out_with_a_word_of_it() {
    let mut clerk = Clerk::in_session();
    clerk.script("The plan was noted.\n12.10 .close");
    let told = clerk.try_line(".minutes circulated").unwrap().join(" ");
    assert!(told.contains("Nobody marked these minutes checked"), "{told}");
}

#[test]
fn what_an_agenda_is_made_to_say_while_the_public_is_out_is_told_to_be_public() {
    let mut clerk = Clerk::in_session();
    clerk.script(".item 8\n.exclude");
    let told = clerk.try_line(".alter 7 title What the agent said").unwrap().join(" ");
    assert!(told.contains("item 7 is open: anybody may read this"), "{told}");
}

#[test]
fn cllr_and_councillor_are_one_title_of_one_person() {
    let mut clerk = Clerk::in_session();
    clerk.sets_up(".person Cllr Mrs Ann Ashworth on PS as member");
    let why = clerk.refuses_to_set_up(".person Cllr Mrs Ann Ashworth");
    assert!(why.contains("is in the book already"), "{why}");
}

#[test]
fn an_action_is_found_by_its_owner_under_a_new_name_too() {
    let mut clerk = Clerk::in_session();
    clerk.script(".a idris: write to the trust");
    let mut idris = clerk.sitting().people.iter().find(|p| p.family == "Idris").unwrap().clone();
    idris.family = "Idris-Vane".into();
    let entry = Entry::Filed { said: "renamed".into(), rows: vec![idris.into()], gone: vec![] };
    clerk.pen.record(&rules::admit(entry, &[]).unwrap(), &signed()).unwrap();
    let found = clerk.pen.search("vane trust", false).unwrap();
    assert_eq!(found.hits.iter().filter(|hit| hit.table == "action").count(), 1);
}
