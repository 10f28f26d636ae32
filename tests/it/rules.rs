//! The rules of a meeting: what is refused, what is warned of, and what holds
//! whatever happens.

use minutebook::model::{
    AttendanceStatus, BodyKind, InterestKind, Majority, MeetingStatus, MinutesStatus,
    MotionOutcome, Sitting, Vote,
};
use minutebook::rules::missing;
use minutebook::rules::motion::substantive;
use minutebook::rules::room::{self, Account};
use proptest::prelude::*;

use crate::support::blank::{at, day};
use crate::support::clerk::{Clerk, rows_before};
use crate::support::invented::committee;

/// A committee in session at item 6, everyone but Tarrant in the room.
fn sitting_clerk() -> Clerk {
    let mut clerk = Clerk::before(&committee());
    clerk.script(
        "10.00 .next
         .chair okonjo
         .in allardyce, farrow, hesketh, nettleship, ravensworth, idris, quill, penhale
         .apol tarrant
         .item 6",
    );
    clerk
}

/// The same committee as a board of partners, which is advised and not refused.
fn advised_clerk() -> Clerk {
    let mut sitting = committee();
    sitting.body.kind = BodyKind::PartnershipBoard;
    let rows = rows_before(&sitting);
    let mut clerk = Clerk::with(rows, &sitting.meeting.id, at(day(2026, 6, 9), "10.00"));
    clerk.script("10.00 .next\n.chair okonjo\n.in allardyce\n.item 6");
    clerk
}

#[track_caller]
fn refuses(clerk: &mut Clerk, line: &str, because: &str) {
    let why = clerk.refused(line);
    assert!(why.contains(because), "{line}: {why}");
}

#[test]
fn somebody_out_of_the_room_neither_moves_nor_votes() {
    let mut clerk = sitting_clerk();
    refuses(&mut clerk, ".m tarrant/idris: that it be so", "Tarrant is not in the room");
    refuses(&mut clerk, ".v for okonjo, tarrant", "Tarrant is not in the room");
    refuses(&mut clerk, ".m okonjo/penhale: that it be so", "no vote at this meeting");
}

#[test]
fn a_member_who_withdrew_takes_no_part_in_the_item() {
    let mut clerk = sitting_clerk();
    clerk.script(".int farrow: director of a haulage firm withdrew");
    refuses(&mut clerk, ".m farrow/idris: that it be so", "withdrew from this item");
    refuses(&mut clerk, ".v for farrow", "withdrew from this item");
    refuses(&mut clerk, ".v 8-0-0", "counts 8 but 7");
    clerk.script(".v 7-0-0");
}

#[test]
fn no_more_vote_than_may() {
    let mut clerk = sitting_clerk();
    refuses(&mut clerk, ".v 9-0-0", "counts 9 but 8");
    refuses(&mut clerk, ".v for okonjo, okonjo", "named twice");
    clerk.script(".v 5-2-1");
}

#[test]
fn a_casting_vote_is_given_on_equality_alone() {
    let mut clerk = sitting_clerk();
    refuses(&mut clerk, ".v 5-3-0 casting for", "only on equality");
    clerk.script(".v 4-4-0 casting against");
    let sitting = clerk.sitting();
    assert_eq!(sitting.votes[0].presiding, sitting.chair().cloned());
    assert!(!sitting.votes[0].carried(9));
}

#[test]
fn one_motion_is_before_the_meeting_at_a_time() {
    let mut clerk = sitting_clerk();
    clerk.script(".m allardyce/idris: that the plan be adopted");
    refuses(&mut clerk, ".m okonjo/idris: that it be refused", "before the meeting already");
    clerk.script(".am nettleship/okonjo: to add \"from April\"");
    refuses(&mut clerk, ".am okonjo/idris: to delete \"plan\"", "before the meeting already");
    refuses(&mut clerk, ".m okonjo/okonjo: that it be so", "Nobody seconds their own motion");
}

#[test]
fn a_carried_amendment_makes_the_substantive_motion() {
    let mut clerk = sitting_clerk();
    clerk.script(
        ".m allardyce/idris: that the plan be adopted
         .am nettleship/okonjo: to add \"from April 2027\"
         .v 6-2-0
         .v 5-3-0
         .d RECOMMENDED TO Cabinet: that the plan be adopted from April 2027",
    );
    let sitting = clerk.sitting();
    let moved = &sitting.motions[0];
    assert_eq!(moved.text, "that the plan be adopted");
    assert_eq!(substantive(&sitting.motions, moved), "that the plan be adopted from April 2027");
    assert!(sitting.motions.iter().all(|motion| motion.outcome == MotionOutcome::Carried));
    assert_eq!(sitting.decisions[0].vote.as_ref(), Some(&sitting.votes[1].id));
    assert_eq!(sitting.decisions[0].mover, sitting.motions[0].mover);
}

#[test]
fn what_is_out_of_the_ordinary_is_put_down_and_told() {
    let mut clerk = sitting_clerk();
    let told = |clerk: &mut Clerk, line: &str| clerk.try_line(line).unwrap().join(" ");
    clerk.script(".m allardyce/idris: that the plan be adopted\n.v 2-6-0");
    let said = told(&mut clerk, ".d RESOLVED: that the plan be adopted");
    assert!(said.contains("The last motion on this item was lost."), "{said}");
    let said = told(&mut clerk, ".int tarrant: personal: lives there");
    assert!(said.contains("Tarrant is not in the room."), "{said}");
    let said = told(&mut clerk, ".exempt 3");
    assert!(said.contains("The public has not been excluded"), "{said}");
    clerk.script(".open\n12.00 .close");
    let said = told(&mut clerk, ".d RESOLVED: to buy a shed");
    assert!(said.contains("The meeting is closed"), "{said}");
}

#[test]
fn a_motion_may_need_two_thirds() {
    let mut clerk = sitting_clerk();
    clerk.script(".m allardyce/idris two-thirds: that standing orders be suspended\n.v 5-3-0");
    let sitting = clerk.sitting();
    assert_eq!(sitting.motions[0].majority, Majority::TwoThirds);
    assert_eq!(sitting.motions[0].outcome, MotionOutcome::Lost);
}

#[test]
fn a_motion_without_a_seconder_falls_and_is_still_on_record() {
    let mut clerk = sitting_clerk();
    clerk.script(".m allardyce: that the plan be adopted");
    clerk.script(".m fell");
    assert_eq!(clerk.sitting().motions[0].outcome, MotionOutcome::Fell);
    refuses(&mut clerk, ".m withdrawn", "No motion is before the meeting");
}

#[test]
fn nothing_is_decided_without_a_quorum_by_a_committee() {
    let mut clerk = sitting_clerk();
    for name in ["allardyce", "farrow", "hesketh", "nettleship", "ravensworth", "idris"] {
        clerk.script(&format!(".out {name}"));
    }
    refuses(&mut clerk, ".d that it be so", "There is no quorum: 2");
    refuses(&mut clerk, ".v 2-0-0", "There is no quorum");
    clerk.script("Those present went on informally.\n.adjourn");
    assert_eq!(clerk.sitting().meeting.status, MeetingStatus::Adjourned);
}

#[test]
fn a_partnership_board_is_told_and_goes_on() {
    let mut clerk = advised_clerk();
    let warnings = clerk.try_line(".d that it be so").unwrap();
    assert!(warnings[0].contains("There is no quorum"), "{warnings:?}");
    assert_eq!(clerk.sitting().decisions.len(), 1);
}

#[test]
fn an_owner_who_was_not_there_is_to_be_told() {
    let mut clerk = sitting_clerk();
    let warnings = clerk.try_line(".a oduya: write to the trust by 30 Sep").unwrap();
    assert!(warnings[0].contains("to be told"), "{warnings:?}");
}

#[test]
fn interests_are_of_the_kinds_of_their_day() {
    let kind = |year| {
        let mut sitting = committee();
        sitting.meeting.date = day(year, 6, 9);
        let mut clerk = Clerk::before(&sitting);
        clerk.script("10.00 .next\n.in farrow\n.item 6\n.int farrow: director of a firm");
        clerk.sitting().interests[0].kind
    };
    assert_eq!(kind(2010), InterestKind::Personal);
    assert_eq!(kind(2026), InterestKind::Pecuniary);
}

#[test]
fn an_ambiguous_name_is_asked_about_and_never_guessed() {
    let mut clerk = sitting_clerk();
    refuses(&mut clerk, ".chair councillor", "could be");
    refuses(&mut clerk, ".in zebedee", "Nobody in the book is called \"zebedee\"");
    refuses(&mut clerk, ".a zebedee: do it", "Nobody in the book is called");
}

#[test]
fn a_deferred_item_goes_on_the_agenda_it_was_deferred_to() {
    let mut clerk = sitting_clerk();
    clerk.script(".item 7\n.defer next meeting: the survey is late");
    let next = clerk.sitting().neighbours.coming[0].id.clone();
    let there = clerk.pen.sitting(&next).unwrap();
    assert_eq!(there.items.len(), 1);
    assert_eq!(there.items[0].title, "Skills review");
    assert_eq!(there.items[0].why, "deferred from 9 June 2026");
}

#[test]
fn confirmed_minutes_are_locked_and_undo_does_not_reach_behind_them() {
    let mut clerk = sitting_clerk();
    clerk.script(
        ".out quill\n.d that it be so\n.why because\nSaid.\n.item 3\n.confirm\n12.10 .close",
    );
    let previous = clerk.sitting().neighbours.previous.clone().unwrap();
    assert_eq!(previous.minutes, MinutesStatus::Confirmed);
    let this = std::mem::replace(&mut clerk.meeting, previous.id);
    refuses(&mut clerk, ".priv x", "No item");
    clerk.meeting = this;
    clerk.script(".minutes checked");
    refuses(&mut clerk, ".minutes checked", "do not become checked");
    refuses(&mut clerk, ".confirm", "do not become confirmed");
    let signed = minutebook::book::Signed { clerk: "clerk".into(), at: clerk.now, minted: 0 };
    clerk.pen.undo(&signed).unwrap();
    clerk.pen.undo(&signed).unwrap();
    let refused = clerk.pen.undo(&signed).unwrap_err();
    assert!(refused.to_string().contains("confirmed since"), "{refused}");
}

#[test]
fn minutes_that_lack_something_are_not_sent_out() {
    let mut clerk = sitting_clerk();
    clerk.script(".d that it be so\n.a : find out\n12.10 .close");
    refuses(&mut clerk, ".minutes circulated", "1 decision without reasons");
    let lacks = missing::missing(&clerk.sitting());
    let words: Vec<String> = lacks.iter().map(|(lack, n)| lack.in_words(*n)).collect();
    assert!(words.contains(&"1 action without owner".to_owned()), "{words:?}");
    assert!(words.contains(&"1 action without date".to_owned()), "{words:?}");
}

#[test]
fn an_election_counts_each_nominee_and_a_tie_elects_nobody() {
    let mut clerk = sitting_clerk();
    refuses(&mut clerk, ".elect Chairman: okonjo 4, idris 4", "equal");
    clerk.script(".elect Chairman: okonjo 6, idris 2");
    let text = &clerk.sitting().decisions[0].text;
    assert_eq!(
        text,
        "that Councillor R. Okonjo be elected Chairman (Councillor R. Okonjo 6, Councillor M. Idris 2)"
    );
}

#[test]
fn an_action_put_back_keeps_its_earlier_days() {
    let mut clerk = sitting_clerk();
    clerk.script(
        ".a oduya: write to the trust by 30 June
         .extend A/26/01 to 31 July: the trust has not met
         .extend 1 to 30 Sep: again
         .progress 1: a draft is with the trust
         .done 1: letter of 12 August",
    );
    let sitting = clerk.sitting();
    let days: Vec<_> = sitting.updates.iter().map(|u| u.due.unwrap().to_string()).collect();
    assert_eq!(days[..2], ["2026-07-31", "2026-09-30"]);
    assert_eq!(sitting.actions[0].status.word(), "complete");
    refuses(&mut clerk, ".done A/26/77: x", "There is no action A/26/77");
}

/// Lines a clerk might type next, in any order.
fn lines() -> impl Strategy<Value = Vec<&'static str>> {
    let line = prop::sample::select(vec![
        ".in okonjo",
        ".in allardyce",
        ".in farrow",
        ".in hesketh",
        ".in nettleship",
        ".in all",
        ".out okonjo",
        ".out allardyce",
        ".out farrow",
        ".out hesketh",
        ".apol tarrant",
        ".apol idris",
        ".absent rest",
        ".sub brandreth for quill",
        ".chair okonjo",
        ".chair allardyce",
        ".next",
        ".item 6",
        ".item 7",
        ".item 3",
        ".defer next meeting: late",
        ".d that it be so",
        ".d RECOMMENDED TO Cabinet: that it be so",
        ".v 2-1-0",
        ".v 2-2-0 casting for",
        ".v 4-0-1",
        ".v for okonjo; against allardyce",
        ".m okonjo/allardyce: that it be so",
        ".am farrow/hesketh: to add \"soon\"",
        ".m withdrawn",
        ".int farrow: a director withdrew",
        ".a oduya: write by 30 Sep",
        ".done 1: done",
        ".exempt 3",
        ".open",
        ".exclude",
        ".adjourn",
        ".resume",
        ".close",
        "Somebody spoke.",
        ".priv remember",
        ".confirm",
        ".minutes checked",
    ]);
    prop::collection::vec(line, 0..24)
}

/// What must hold of any sitting, by the invariants of the domain.
fn invariants(sitting: &Sitting) {
    // Everyone on the roll is accounted for in one way, and has one attendance.
    for member in room::members(sitting) {
        let kept = sitting.attendance.iter().filter(|a| a.person == member.person).count();
        assert!(kept <= 1, "{} attends twice", member.person);
        if room::account(sitting, &member.person) == Account::Substituted {
            assert!(
                sitting.attendance.iter().any(|a| a.in_place_of.as_ref() == Some(&member.person))
            );
        }
    }
    // A substitute has a principal who is not here.
    for attendance in sitting.attendance.iter().filter(|a| a.in_place_of.is_some()) {
        assert_eq!(attendance.status, AttendanceStatus::Present);
    }
    for vote in &sitting.votes {
        votes_are_sound(sitting, vote);
    }
    // At most one motion and one amendment are open on an item.
    for item in &sitting.items {
        let open = sitting
            .motions
            .iter()
            .filter(|m| m.item == item.id && m.outcome == MotionOutcome::Open);
        assert!(open.count() <= 2);
    }
    // At most one item is under discussion; minute numbers have no gap.
    let mut numbers: Vec<u32> = sitting.minutes.iter().filter_map(|m| m.number).collect();
    numbers.sort_unstable();
    for (n, number) in (1..).zip(&numbers) {
        assert_eq!(*number, n, "{numbers:?}");
    }
}

fn votes_are_sound(sitting: &Sitting, vote: &Vote) {
    if vote.casting.is_some() {
        assert_eq!(vote.in_favour, vote.against, "a casting vote without equality");
    }
    let ballots: Vec<_> = sitting.ballots.iter().filter(|b| b.vote == vote.id).collect();
    for (n, ballot) in ballots.iter().enumerate() {
        assert!(room::was_in_room(sitting, &ballot.person, vote.rank), "voted from outside");
        assert!(ballots[n + 1..].iter().all(|other| other.person != ballot.person));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_typed_the_record_stays_sound_and_the_book_whole(lines in lines()) {
        let mut clerk = Clerk::before(&committee());
        for line in lines {
            let _ = clerk.try_line(line);
            invariants(&clerk.sitting());
        }
        prop_assert_eq!(clerk.pen.verify().unwrap().faults, Vec::<String>::new());
    }

    #[test]
    fn no_line_stops_the_reader(line in "\\.[a-z]{0,8} [\\PC]{0,40}") {
        let mut clerk = Clerk::before(&committee());
        let _ = clerk.try_line(&line);
    }
}
