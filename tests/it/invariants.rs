//! What holds of a meeting whatever is typed, by the invariants of the domain.

use minutebook::model::{AttendanceStatus, MotionOutcome, Sitting, Vote};
use minutebook::rules::room::{self, Account};
use proptest::prelude::*;

use crate::support::clerk::Clerk;
use crate::support::invented::committee;

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
