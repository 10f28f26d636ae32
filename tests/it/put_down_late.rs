//! What is put down under an item that the meeting has left: it was done before it was left.

use minutebook::rules::missing::{self, Lack};

use crate::support::clerk::{Clerk, printed};

/// A meeting that left item 5 at 10.30 and is on item 7, with item 5 on the screen.
fn behind(since: &str) -> Clerk {
    let mut clerk = Clerk::in_session();
    clerk.script("10.10 .item 5\n10.30 .item 7\n");
    clerk.script(since);
    let five = clerk.sitting().item_numbered("5").unwrap().id.clone();
    clerk.looks_at(&five);
    clerk
}

#[test]
fn whoever_came_since_was_not_there_for_it() {
    let mut clerk = behind("10.40 .in tarrant\n.d that it be built");
    let before = printed(&clerk.sitting());
    let told = clerk.try_line(".d that it be noted as well").unwrap().join(" ");
    let beside = |page: &str| page.split("Tarrant").nth(1).unwrap()[..40].to_owned();
    assert_eq!(beside(&printed(&clerk.sitting())), beside(&before));
    let said = "Item 5 was left at 10.30 am, and people have come or gone since: this counts those who were in the room then.";
    assert!(told.contains(said), "{told}");
}

#[test]
fn a_vote_on_it_is_of_those_who_were_in_the_room_then() {
    let mut clerk = behind("10.40 .in tarrant\n.out idris\n.out quill");
    clerk.try_line(".d that it be built").unwrap();
    let refused = clerk.try_line(".v for tarrant; against farrow").unwrap_err();
    let said = "Tarrant was not in the room as item 5 was left, at 10.30 am.";
    assert!(refused.contains(said), "{refused}");
    let refused = clerk.try_line(".v 99-0-0").unwrap_err();
    let then = refused.split("counts 99 but ").nth(1).unwrap().split(' ').next().unwrap();
    clerk.try_line(&format!(".v {then}-0-0")).unwrap();
    clerk.try_line(".own idris for").unwrap();
    assert!(!missing::missing(&clerk.sitting()).iter().any(|(lack, _)| *lack == Lack::Elsewhere));
}

#[test]
fn whoever_left_since_may_have_moved_it() {
    let mut clerk = behind("10.40 .out idris");
    clerk.script(".m idris/farrow: that it be built");
    let sitting = clerk.sitting();
    assert_eq!(
        sitting.motions.last().unwrap().mover,
        sitting.movements.last().map(|m| m.person.clone())
    );
    assert!(!missing::missing(&sitting).iter().any(|(lack, _)| *lack == Lack::Elsewhere));
}

#[test]
fn the_quorum_for_it_is_that_of_its_time() {
    let all = "allardyce, farrow, hesketh, nettleship, ravensworth, idris, quill, penhale";
    let mut clerk = behind(
        &all.split(", ").map(|name| format!("10.40 .out {name}")).collect::<Vec<_>>().join("\n"),
    );
    clerk.try_line(".d that it be built").unwrap();
    let seven = clerk.sitting().item_numbered("7").unwrap().id.clone();
    clerk.looks_at(&seven);
    let refused = clerk.try_line(".d that it be built").unwrap_err();
    assert!(refused.contains("There is no quorum"), "{refused}");
}

#[test]
fn the_casting_vote_on_it_is_that_of_whoever_presided_then() {
    let mut clerk = behind("10.40 .chair allardyce\n10.41 .out okonjo");
    clerk.script(".m idris/farrow: that it be built\n.v 2-2-0 casting for");
    let sitting = clerk.sitting();
    let presided = sitting.votes.last().unwrap().presiding.clone().unwrap();
    assert!(sitting.name_of(&presided).contains("Okonjo"), "{presided:?}");
}

#[test]
fn whoever_came_before_it_was_left_may_be_put_down_first() {
    let mut clerk = behind("");
    clerk.try_line(".in tarrant 10.20").unwrap();
    clerk.try_line(".d that it be built").unwrap();
    clerk.try_line(".v for tarrant; against farrow").unwrap();
}

#[test]
fn the_minutes_say_that_the_meeting_came_back_to_an_item_where_people_came_or_went_meanwhile() {
    let mut clerk = Clerk::in_session();
    clerk.script(".out quill 10.10\n.item 7\n10.20 .in tarrant\n.in quill\n10.30 .item 6");
    assert!(!printed(&clerk.sitting()).contains("returned to this item"));
    clerk.script("It was put.\n.d that it be built\n.v for tarrant, quill; against farrow");
    let page = printed(&clerk.sitting());
    let gone = page.find("10.10 am: Councillor Quill left the room").expect(&page);
    let back = page.find("10.30 am: the meeting returned to this item").expect(&page);
    let voted = page.find("Recorded vote").expect(&page);
    assert!(gone < back && back < voted, "{page}");
    let mut clerk = Clerk::in_session();
    clerk.script("It was put.\n.item 7\nTalk.\n.item 6\n.d that it be built");
    assert!(!printed(&clerk.sitting()).contains("returned"), "nobody came or went");
}
