//! What a count is of: a motion put once, votes that were cast, an election that somebody
//! could settle.

use minutebook::model::Role;

use crate::support::clerk::{Clerk, printed};

#[test]
fn a_motion_that_was_put_is_not_voted_on_again_before_anything_else_is_moved_or_decided() {
    for (first, became) in [("3-1-0", "carried"), ("1-3-0", "lost")] {
        let mut clerk = Clerk::in_session();
        clerk.script(&format!(".m allardyce/idris: that it be so\n.v {first}"));
        clerk.refuses(".v 2-2-1", &format!("The motion was put to the vote already, and {became}"));
        clerk.script(".m farrow/quill: that it be otherwise\n.v 4-1-0");
    }
    let mut clerk = Clerk::in_session();
    clerk.script(".m allardyce/idris: that it be so\n.v 3-1-0\n.d RESOLVED: that it be so");
    let told = clerk.try_line(".v 2-2-0").unwrap().join(" ");
    assert!(told.contains("put to the vote already"), "{told}");
}

#[test]
fn a_vote_in_which_nobody_voted_is_not_one_in_which_nobody_dissented() {
    let mut clerk = Clerk::in_session();
    clerk.refuses(".v 0-0-0", "That counts no votes.");
    clerk.script(".v consent");
    assert!(printed(&clerk.sitting()).contains("The meeting agreed without dissent."));
}

#[test]
fn an_election_is_settled_by_a_casting_vote_that_somebody_has() {
    let line = ".elect champion: farrow 2, hesketh 2, casting hesketh";
    let refuses = |before: &str, why: &str| {
        let mut clerk = Clerk::in_session();
        clerk.script(before);
        clerk.refuses(line, why);
    };
    refuses(".out okonjo", "Okonjo presides and has left the room.");
    refuses(".chair penhale", "Penhale presides and has no vote, so no second one.");
    refuses(".int okonjo: prejudicial: a cousin withdrew", "Okonjo presides and withdrew");
    let mut clerk = Clerk::in_session();
    clerk.script(line);
    assert!(printed(&clerk.sitting()).contains("on the casting vote of the chair"));
}

#[test]
fn whoever_is_elected_to_the_chair_has_a_seat_to_take_it_in() {
    let mut clerk = Clerk::in_session();
    clerk.refuses(".elect Vice Chair: penhale 4", "Penhale has no seat here, so no chair to take.");
    clerk.script(".elect Clerk to the trust: penhale 4\n.elect Vice Chair: idris 4");
    let vice = |role: &Role| *role == Role::ViceChair;
    assert!(clerk.sitting().appointments.iter().any(|seat| vice(&seat.role)));
}

#[test]
fn a_vote_after_somebody_came_or_spoke_is_on_what_is_decided_next() {
    for between in [".in tarrant 10.20", "It was put to the vote that the Chair write."] {
        let mut clerk = Clerk::in_session();
        clerk.script(&format!(
            ".d NOTED: the report\n{between}\n.v for farrow, idris; against quill"
        ));
        clerk.script(".d RESOLVED: that the Chair write to the trust");
        let sitting = clerk.sitting();
        let voted: Vec<bool> = sitting.decisions.iter().map(|had| had.vote.is_some()).collect();
        assert_eq!(voted, [false, true], "{between}");
    }
}

#[test]
fn what_somebody_is_told_to_do_about_a_decision_leaves_the_vote_on_it() {
    let mut clerk = Clerk::in_session();
    clerk.script(".d that it be built\n.a idris: find a builder by 1 July\n.v 5-1-0");
    assert!(clerk.sitting().decisions[0].vote.is_some());
}
