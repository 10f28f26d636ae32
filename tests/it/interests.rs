//! Interests, and what each keeps its owner from.

use minutebook::document::{Audience, Document};
use minutebook::model::BodyKind;

use crate::support::clerk::{Clerk, printed, words_of};
use crate::support::invented::committee;

#[test]
fn who_stays_with_an_interest_that_bars_them_and_no_leave_has_no_vote() {
    let mut clerk = Clerk::in_session();
    let told = clerk.try_line(".int farrow: pecuniary: my firm stayed").unwrap().join(" ");
    assert!(told.contains("takes its owner out of the room"), "{told}");
    clerk.refuses(".m farrow/idris: that it be so", "keeps them from voting");
    clerk.refuses(".v 8-0-0", "counts 8 but 7");
    clerk.script(".int farrow: my firm stayed, dispensation: granted in May\n.v 8-0-0");
}

#[test]
fn who_stays_with_a_lesser_interest_votes() {
    let mut clerk = Clerk::in_session();
    let told = clerk.try_line(".int farrow: other: a neighbour stayed").unwrap().join(" ");
    assert!(!told.contains("out of the room"), "{told}");
    clerk.script(".m farrow/idris: that it be so\n.v 8-0-0");
}

#[test]
fn who_spoke_under_a_personal_interest_keeps_their_vote() {
    let mut clerk = Clerk::in_session();
    clerk.script(".int farrow: personal: my house spoke\n.v 8-0-0");
    assert!(printed(&clerk.sitting()).contains("Stayed and took part"));
    let mut clerk = Clerk::in_session();
    clerk.script(".int farrow: personal: my house, spoke and did not vote");
    clerk.refuses(".v 8-0-0", "counts 8 but 7");
}

#[test]
fn nobody_is_given_a_vote_who_has_no_seat_and_sits_for_nobody() {
    let mut clerk = Clerk::in_session();
    clerk.refuses(".in sallow as member", "Sallow has no seat with a vote here");
    clerk.script(".in sallow\n.in idris as member");
}

#[test]
fn an_officer_does_not_sit_in_the_place_of_a_member() {
    let mut clerk = Clerk::in_session();
    clerk.sets_up(".person K. Oduya on PS as officer");
    clerk.refuses(".sub oduya for tarrant", "is an officer, and officers have no vote");
}

#[test]
fn a_member_who_comes_later_takes_over_from_a_substitute() {
    let mut clerk = Clerk::in_session();
    clerk.script(".sub sallow for tarrant\n.in tarrant 10.20\n.out sallow 10.20");
    let lacks = minutebook::rules::missing::missing(&clerk.sitting());
    assert!(!lacks.iter().any(|(lack, _)| lack.word() == "principal"), "{lacks:?}");
}

#[test]
fn an_interest_in_an_item_that_is_not_on_the_agenda_is_refused_by_its_number() {
    let mut clerk = Clerk::in_session();
    clerk.refuses(".int farrow on 42: a lease", "No item on this agenda is numbered 42");
    assert!(clerk.sitting().interests.is_empty());
}

#[test]
fn a_partnership_board_is_told_of_an_interest_of_another_time() {
    let mut sitting = committee();
    sitting.body.kind = BodyKind::PartnershipBoard;
    let mut clerk = Clerk::before(&sitting);
    clerk.script("10.00 .item 6\n.chair okonjo\n.in farrow, idris");
    assert!(clerk.try_line(".int idris: personal: a neighbour st").unwrap().is_empty());
    let told = clerk.try_line(".int farrow: prejudicial: a lease w").unwrap().join(" ");
    assert!(told.contains("since 1 July 2012"), "{told}");
}

#[test]
fn the_public_is_told_that_somebody_with_a_dispensation_took_part_and_not_why() {
    let mut clerk = Clerk::in_session();
    let line = ".int farrow on 7: pecuniary: shares in it stayed, dispensation: the depot";
    clerk.script(&format!(".item 2\n{line}\n.item 7\n.exempt 3: bids"));
    let page = |audience| words_of(&Document::minutes(&clerk.sitting(), audience));
    let (members, public) = (page(Audience::Members), page(Audience::Public));
    assert!(members.contains("Stayed and took part") && members.contains("the depot"), "{members}");
    assert!(public.contains("Stayed and took part (dispensation: granted)"), "{public}");
    assert!(!public.contains("the depot"), "{public}");
}

#[test]
fn who_withdrew_from_an_item_takes_no_part_in_its_parts() {
    let mut clerk = Clerk::in_session();
    clerk.script(
        ".agenda Kerbs under 7\n.int farrow on 7: pecuniary: his land withdrew\n.item 7(a)",
    );
    clerk.refuses(".m farrow/idris: that it be so", "Farrow withdrew from this item");
    clerk.refuses(".v 8-0-0", "counts 8 but 7");
}
