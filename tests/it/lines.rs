//! Lines as clerks say them, and what each comes to.

use minutebook::book::{EVERY, Filter};
use minutebook::capture::{self, Place};
use minutebook::model::{Cast, Direction, InterestOutcome, Mint, MotionOutcome, Organisation};

use crate::support::blank::day;
use crate::support::clerk::{Clerk, printed};
use crate::support::invented::committee;

const COMING: &str = ".in allardyce, farrow, hesketh, nettleship, ravensworth, idris, quill";

#[test]
fn items_taken_together_are_voted_on_together() {
    let mut clerk = Clerk::before(&committee());
    clerk.script(&format!(
        "10.00 .next\n.chair okonjo\n{COMING}\n.alter 6: note the report\n.alter 7: agree the plan\n\
         .alter 4: note the figures\n.alter 8: agree the scheme\n\
         .bloc 4, 8\n.bloc 6, 7\n.v 6-1-0"
    ));
    let sitting = clerk.sitting();
    let vote = sitting.votes.last().map(|vote| vote.id.clone());
    assert!(vote.is_some());
    let voted = |number: &str| {
        let item = sitting.item_numbered(number).unwrap();
        sitting.decisions_on(&item.id).map(|had| had.vote.clone()).collect::<Vec<_>>()
    };
    assert_eq!([voted("6"), voted("7")], [[vote.clone()], [vote]]);
    assert_eq!([voted("4"), voted("8")], [[None], [None]], "another bloc has a vote of its own");
    let text = printed(&sitting);
    assert_eq!(text.matches("(en bloc, by 6 votes to 1)").count(), 2, "{text}");
}

#[test]
fn what_is_taken_together_is_voted_on_from_any_item() {
    let mut clerk = Clerk::before(&committee());
    clerk.script(&format!(
        "10.00 .next\n.chair okonjo\n{COMING}\n.alter 6: note the report\n.alter 7: agree the plan\n\
         .next 6\n.next 7\n.next 8\n.bloc 6, 7\n.v 6-1-0"
    ));
    let sitting = clerk.sitting();
    assert!(sitting.decisions.iter().all(|had| had.vote.is_some()));
    assert_eq!(sitting.item(&sitting.votes[0].item).unwrap().number, "8");
}

#[test]
fn a_line_is_read_as_a_clerk_says_it() {
    let mut clerk = Clerk::before(&committee());
    clerk.script(&format!("10.00 .next\n.chair okonjo\n{COMING}\n.next 6"));
    assert_eq!(clerk.sitting().current().unwrap().number, "6");
    clerk.script(
        ".d to act\n.v unanimous\n.d to wait\n.v 6 for, 1 against\n\
         .int Cllr Farrow on item 7: a lease\n.a farrow and hesketh to write by June\n.exempt 3 and 5",
    );
    let sitting = clerk.sitting();
    let counts: Vec<_> = sitting.votes.iter().map(|v| (v.in_favour, v.against)).collect();
    assert_eq!(counts.len(), 2);
    assert_eq!((counts[0].1, counts[1]), (0, (6, 1)));
    assert_eq!(sitting.item(&sitting.interests[0].item).unwrap().number, "7");
    assert_eq!(sitting.actions[0].support.0.len(), 1);
    assert_eq!(sitting.current().unwrap().exempt.numbers(), [3, 5]);
}

#[test]
fn a_first_day_and_a_report_of_progress_are_no_slips() {
    let mut clerk = Clerk::before(&committee());
    clerk.script(&format!(
        "10.00 .next\n.chair okonjo\n{COMING}\n.next 6\n.a farrow: write\n.a hesketh: call by 1 September 2026"
    ));
    let sitting = clerk.sitting();
    let [write, call] = [0, 1].map(|n| sitting.actions[n].reference());
    clerk.script(&format!(
        ".extend {write} to 1 September 2026\n.progress {call}: half done\n.extend {call} to 1 August 2026\n.extend {call} to 1 October 2026"
    ));
    let lines = clerk.pen.actions(&Filter::default(), EVERY).unwrap();
    let slips: Vec<(String, u32)> =
        lines.iter().map(|line| (line.action.text.clone(), line.slips())).collect();
    assert_eq!(slips, [("write".to_owned(), 0), ("call".to_owned(), 1)]);
}

#[test]
fn namesakes_are_told_apart_by_whom_they_stand_for() {
    let clerk = Clerk::before(&committee());
    let mut sitting = clerk.sitting();
    let roll: Vec<_> = sitting.appointments.iter().map(|a| a.person.clone()).take(2).collect();
    let homes = ["Trust", "Police"].map(|short| Organisation {
        id: short.into(),
        name: format!("The {short}"),
        short: short.into(),
        sector: String::new(),
    });
    for (id, home) in roll.iter().zip(&homes) {
        let person = sitting.people.iter_mut().find(|person| person.id == *id).unwrap();
        (person.given, person.family) = ("John".into(), "Quarrington".into());
        person.organisation = Some(home.id.clone());
    }
    sitting.organisations.extend(homes);
    let said = capture::told_apart(&sitting, &roll);
    assert_eq!(said, ["John Quarrington Trust", "John Quarrington Police"]);
}

#[test]
fn a_tie_by_name_is_settled_by_the_chair() {
    let mut clerk = Clerk::in_session();
    clerk.script(".m farrow/hesketh: that it be built\n.v for farrow, idris; against hesketh, okonjo; casting for");
    let sitting = clerk.sitting();
    let vote = sitting.votes.last().unwrap();
    assert_eq!((vote.in_favour, vote.against, vote.casting), (2, 2, Some(Cast::For)));
    assert_eq!(sitting.motions[0].outcome, MotionOutcome::Carried);
}

#[test]
fn somebody_leaves_at_a_time_and_for_a_reason() {
    for (line, at, why) in [
        (".out farrow 10:40: a train", "10:40", "a train"),
        (".out farrow: a train", "10:00", "a train"),
        (".out farrow 10.40", "10:40", ""),
        (".out farrow 10:40", "10:40", ""),
    ] {
        let mut clerk = Clerk::in_session();
        clerk.script(line);
        let sitting = clerk.sitting();
        let left = sitting.movements.iter().find(|m| m.direction == Direction::Out).unwrap();
        assert_eq!((left.at.format("%H:%M").to_string().as_str(), left.reason.as_str()), (at, why));
    }
}

#[test]
fn a_member_may_declare_more_than_one_interest_in_an_item() {
    let mut clerk = Clerk::in_session();
    clerk.script(
        ".int farrow: trustee of the hall\n.int farrow: other: her sister works there stayed",
    );
    let outcomes =
        |clerk: &Clerk| -> Vec<_> { clerk.sitting().interests.iter().map(|i| i.outcome).collect() };
    assert_eq!(outcomes(&clerk), [None, Some(InterestOutcome::Stayed)]);
    clerk.script(".int farrow: trustee of the hall withdrew");
    assert_eq!(outcomes(&clerk), [Some(InterestOutcome::Withdrew), Some(InterestOutcome::Stayed)]);
    clerk.script(".int farrow: spoke");
    assert_eq!(outcomes(&clerk), [Some(InterestOutcome::Spoke); 2]);
}

#[test]
fn a_vote_on_the_business_itself_is_not_a_vote_to_put_it_off() {
    let mut clerk = Clerk::in_session();
    clerk.script(".m farrow/hesketh: that it be built\n.v 6-1-0\n.defer next year");
    assert_eq!(clerk.sitting().decisions[0].vote, None);
    let mut clerk = Clerk::in_session();
    clerk.script(".m farrow/hesketh: that it be deferred\n.v 6-1-0\n.defer next year");
    assert!(clerk.sitting().decisions[0].vote.is_some());
}

#[test]
fn what_is_added_to_a_decision_is_told_as_what_it_is() {
    let mut clerk = Clerk::in_session();
    clerk.script(".d to act\n.why it is cheap");
    let said = clerk.pen.history(None, 1).unwrap()[0].said.clone();
    assert!(said.starts_with("Reasons for the decision on item 6"), "{said}");
}

#[test]
fn what_a_vote_did_not_carry_was_never_decided() {
    for count in ["2-5-0", "4-4-0 casting against", "3-3-0"] {
        let mut clerk = Clerk::in_session();
        clerk.script(&format!(".d that it be built\n.v {count}"));
        let sitting = clerk.sitting();
        assert!(sitting.decisions.is_empty(), "{count}: {:?}", sitting.decisions);
        let page = printed(&sitting);
        assert!(page.contains("It was moved") && page.contains("lost"), "{count}: {page}");
        clerk.script(".d that it wait");
        assert_eq!(clerk.sitting().decisions.len(), 1);
    }
}

#[test]
fn undo_makes_a_decision_stand_again_that_a_vote_took_away() {
    let mut clerk = Clerk::in_session();
    clerk.script(".d that it be built\n.v 2-5-0");
    let signed = clerk.signed();
    clerk.pen.undo(&signed).unwrap();
    let sitting = clerk.sitting();
    assert_eq!((sitting.decisions.len(), sitting.votes.len(), sitting.motions.len()), (1, 0, 0));
}

#[test]
fn a_period_may_follow_by() {
    for (said, text) in [
        (".a farrow: think by in 2 weeks", "think"),
        (".a farrow: think by during 2010/11", "think"),
        (".a farrow: think in 2 weeks", "think"),
    ] {
        let mut clerk = Clerk::in_session();
        clerk.script(said);
        let action = clerk.sitting().actions[0].clone();
        assert_eq!((action.text.as_str(), action.due.is_some()), (text, true), "{said}");
    }
}

#[test]
fn an_election_is_settled_by_votes_by_lot_or_by_there_being_places_for_all() {
    for (line, said) in [
        (".elect Vice-chair: farrow 4, idris 3", "Farrow be elected Vice-chair"),
        (".elect Vice-chair: farrow 3, idris 3, lot idris", "Idris be elected Vice-chair"),
        (
            ".elect Vice-chair: farrow 3, idris 3, casting farrow",
            "on the casting vote of the chair",
        ),
        (".elect Representatives: farrow, idris", "Farrow and Councillor M. Idris be elected"),
        (".elect Governors (2): farrow 3, idris 2, quill 1", "Farrow and Councillor M. Idris be"),
    ] {
        let mut clerk = Clerk::in_session();
        clerk.script(line);
        let text = clerk.sitting().decisions[0].text.clone();
        assert!(text.contains(said), "{line}: {text}");
    }
    let mut clerk = Clerk::in_session();
    clerk.refuses(".elect Vice-chair: farrow 3, idris 3", "nobody is elected");
    clerk.refuses(".elect Vice-chair: farrow, idris", "nobody is elected");
}

#[test]
fn everyone_has_a_vote_for_each_place_and_no_more() {
    let mut clerk = Clerk::in_session();
    clerk.refuses(".elect Chairman: okonjo 6, idris 3", "counts 9 votes, and 8 in the room");
    clerk.refuses(".elect Chairman: okonjo 6, idris 3", "Schedule 12");
    clerk.refuses(".elect Governors (2): okonjo 8, idris 6, farrow 3", "for 2 places each");
    clerk.script(".elect Governors (2): okonjo 8, idris 6, farrow 2");
}

#[test]
fn a_decision_takes_effect_after_so_many_working_days_and_no_holiday() {
    let mut clerk = Clerk::in_session();
    clerk.script(".d that it be so\n.effective in 5 working days");
    assert_eq!(clerk.sitting().decisions[0].effective_on, Some(day(2026, 6, 16)));
}

#[test]
fn a_dispensation_may_stand_after_what_came_of_the_interest() {
    let mut clerk = Clerk::in_session();
    clerk.script(".int farrow: owns a shop stayed, dispensation of 3 May");
    let interest = clerk.sitting().interests[0].clone();
    assert_eq!(
        (interest.nature.as_str(), interest.outcome, interest.dispensation.as_str()),
        ("owns a shop", Some(InterestOutcome::Stayed), "of 3 May")
    );
}

#[test]
fn a_motion_fell_for_want_of_a_seconder_only_if_it_had_none() {
    let mut clerk = Clerk::in_session();
    clerk.script(".m allardyce: that it be so\n.m fell");
    assert!(printed(&clerk.sitting()).contains("fell for want of a seconder."));
    let mut clerk = Clerk::in_session();
    clerk.script(".m allardyce/idris: that it be so\n.m fell");
    let page = printed(&clerk.sitting());
    assert!(page.contains("The motion fell.") && !page.contains("for want of"), "{page}");
}

#[test]
fn a_line_on_an_item_only_looked_at_says_that_it_takes_that_item() {
    let clerk = Clerk::in_session();
    let sitting = clerk.sitting();
    let on = sitting.item_numbered("7").map(|item| item.id.clone());
    let place = Place { sitting: &sitting, item: on.as_ref(), paragraph: 0, now: clerk.now };
    let reading = capture::read(".d that it be so", &place, &mut Mint::default()).unwrap();
    assert!(
        reading.preview.starts_with("Item 7 is taken and item 6 left open. Decision: AGREED"),
        "{}",
        reading.preview
    );
}
